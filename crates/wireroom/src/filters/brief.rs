//! `wireroom brief`: article rows of one or many stories to one story object a line.
//! Rows that carry `"story"` are grouped by it; the others are sorted as `wireroom stories` would sort them.
//! Offsets count characters of the body in its normal form (docs/formats/README.md).

use super::article::Ids;
use super::files_argument;
use super::rows::{Input, Output, Stop};
use super::sorted::Sorted;
use clap::{ArgMatches, Command};
use serde_json::Value;
use std::collections::BTreeMap;
use wireroom_brief::{Source, brief};
use wireroom_copy::{Carried, Copies, Origin, Printing, Traced, count, lineage};
use wireroom_model::{Article, ArticleId, Coverage, FamilyId, VersionId};
use wireroom_text::hash;

pub fn command() -> Command {
    Command::new("brief")
        .about("Article rows of one or many stories to one story object a line, every sentence cited")
        .arg(files_argument("JSONL files; standard input where none is named"))
}

pub fn run(_: &ArgMatches, input: &mut Input, output: &mut Output) -> Result<(), Stop> {
    let sorted = Sorted::read(input)?;
    for (name, members) in sorted.stories() {
        let coverage = coverage(&members, &sorted.articles, sorted.copies());
        output.row(&object(&name, &members, &coverage, &sorted))?;
    }
    Ok(())
}

fn object(name: &str, members: &[&Article], coverage: &Coverage, sorted: &Sorted) -> Value {
    let members: Vec<(&Article, String)> = members.iter().map(|a| (*a, hash::text_v1(&a.body))).collect();
    let sources = members.iter().filter_map(|(article, hash)| source(article, hash, sorted.copies()));
    let sources: Vec<Source<'_>> =
        sources.map(|source| Source { origin: coverage.witness(source.article), ..source }).collect();
    let mut object = serde_json::to_value(brief(&sources)).unwrap_or_default();
    if let Value::Object(map) = &mut object {
        map.insert("coverage".to_owned(), serde_json::to_value(coverage.opened()).unwrap_or_default());
    }
    rename(&mut object, &sorted.ids);
    if let Value::Object(map) = &mut object {
        map.insert("story".to_owned(), Value::String(name.to_owned()));
    }
    object
}

/// The story's outlets and origins. Rows know no owners: publishers are not counted.
pub(super) fn coverage(
    members: &[&Article],
    all: &BTreeMap<ArticleId, Article>,
    copies: &Copies,
) -> Coverage {
    let mut traced: BTreeMap<FamilyId, Traced> = BTreeMap::new();
    for family in members.iter().filter_map(|article| copies.placement(article.id)).map(|p| p.family) {
        let numbers = copies.members(family);
        if numbers.len() > 1 && !traced.contains_key(&family) {
            traced.insert(family, trace(&numbers, all, copies));
        }
    }
    let hosts: Vec<Option<String>> = members.iter().map(|article| host(article)).collect();
    let carried: Vec<Carried<'_>> =
        members.iter().zip(&hosts).map(|(article, host)| carried(article, host.as_deref(), copies)).collect();
    count(&carried, &traced, false)
}

fn trace(numbers: &[ArticleId], all: &BTreeMap<ArticleId, Article>, copies: &Copies) -> Traced {
    let printings: Vec<Printing<'_>> = numbers
        .iter()
        .filter_map(|id| Some(Printing::new(all.get(id)?, copies.placement(*id)?.relation)))
        .collect();
    let found = lineage(&printings, None);
    let first = match found.origin {
        Origin::Article(first) => all.get(&first),
        Origin::Agency(_) | Origin::Outlet(_) | Origin::Unknown => None,
    };
    let clue = found.clues.iter().find(|clue| clue.holds && clue.reason == found.reason);
    Traced {
        outlet: first.and_then(|first| first.outlet.clone().or_else(|| host(first))),
        publisher: None,
        reason: found.reason,
        words: clue.map(|clue| clue.words.clone()).unwrap_or_default(),
        origin: found.origin,
        members: numbers.len(),
    }
}

fn carried<'a>(article: &'a Article, host: Option<&'a str>, copies: &Copies) -> Carried<'a> {
    Carried {
        article: article.id,
        outlet: article.outlet.as_deref(),
        host,
        publisher: None,
        family: copies.placement(article.id).map(|placed| placed.family),
        agency: article.agency.as_deref(),
        credits: &[],
        kind: article.kind,
        stump: false,
        body: &article.body,
    }
}

fn host(article: &Article) -> Option<String> {
    let url = url::Url::parse(article.url.as_deref()?).ok()?;
    let host = url.host_str()?;
    Some(host.strip_prefix("www.").unwrap_or(host).to_owned())
}

/// An article with one version as a brief reads it, before its story's origins are counted.
pub fn source<'a>(article: &'a Article, hash: &'a str, copies: &Copies) -> Option<Source<'a>> {
    Some(Source {
        article: article.id,
        // Rows have one version each; the number leaves again in `rename`.
        version: VersionId::new(article.id.get()).ok()?,
        text_hash: hash,
        url: article.url.as_deref(),
        outlet: article.outlet.as_deref(),
        agency: article.agency.as_deref(),
        title: &article.title,
        published: article.published,
        lang: article.lang,
        family: copies.placement(article.id).map(|p| p.family),
        origin: None,
        kind: article.kind,
        body: &article.body,
    })
}

fn name_all(value: &mut Value, ids: &Ids) {
    for item in value.as_array_mut().into_iter().flatten() {
        let id = item.as_u64().and_then(|number| ArticleId::new(number).ok());
        *item = id.map_or(Value::Null, |id| ids.name(id).into());
    }
}

/// Numbers become the ids that came in; versions, which rows do not have, go.
pub(super) fn rename(value: &mut Value, ids: &Ids) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(|item| rename(item, ids)),
        Value::Object(map) => {
            map.remove("version");
            for (key, item) in map.iter_mut() {
                let number = item.as_u64();
                match (key.as_str(), number) {
                    ("article", Some(number)) => {
                        *item = ArticleId::new(number).map_or(Value::Null, |id| ids.name(id).into());
                    }
                    ("family", Some(number)) => {
                        *item = FamilyId::new(number).map_or(Value::Null, |id| ids.family(id).into());
                    }
                    ("articles", None) => name_all(item, ids),
                    _ => rename(item, ids),
                }
            }
        }
        _ => {}
    }
}
