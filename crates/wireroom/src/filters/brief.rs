//! `wireroom brief`: article rows of one or many stories to one story object a line.
//! Rows that carry `"story"` are grouped by it; the others are sorted as `wireroom stories` would sort them.
//! Offsets count characters of the body in its normal form (docs/formats/README.md).

use super::article::{Ids, article, id_of};
use super::files_argument;
use super::rows::{Input, Output, Stop};
use super::stories::Desk;
use clap::{ArgMatches, Command};
use serde_json::Value;
use std::collections::BTreeMap;
use wireroom_brief::{Source, brief};
use wireroom_copy::Copies;
use wireroom_model::ArticleRow;
use wireroom_model::{Article, ArticleId, FamilyId, VersionId};
use wireroom_text::hash;

pub fn command() -> Command {
    Command::new("brief")
        .about("Article rows of one or many stories to one story object a line, every sentence cited")
        .arg(files_argument("JSONL files; standard input where none is named"))
}

pub fn run(_: &ArgMatches, input: &mut Input, output: &mut Output) -> Result<(), Stop> {
    let (mut desk, mut ids) = (Desk::default(), Ids::default());
    let mut articles: BTreeMap<ArticleId, Article> = BTreeMap::new();
    let mut named: BTreeMap<ArticleId, String> = BTreeMap::new();
    input.each(|row: ArticleRow| {
        let id = ids.take(id_of(&row)?)?;
        if let Some(story) = row.story.clone() {
            named.insert(id, story);
        }
        let article = article(row, id);
        desk.place(&article).map_err(super::rows::Refused::Row)?;
        articles.insert(id, article);
        Ok(())
    })?;
    // In the order in which stories began.
    let mut order: Vec<String> = Vec::new();
    let mut stories: BTreeMap<String, Vec<ArticleId>> = BTreeMap::new();
    for (article, story) in desk.assignments() {
        let name = named.get(&article).cloned().unwrap_or_else(|| ids.story(story).to_owned());
        let members = stories.entry(name.clone()).or_default();
        if members.is_empty() {
            order.push(name);
        }
        members.push(article);
    }
    for name in order {
        let members = stories.get(&name).into_iter().flatten().filter_map(|id| articles.get(id));
        output.row(&object(&name, members, &desk, &ids))?;
    }
    Ok(())
}

fn object<'a>(name: &str, members: impl Iterator<Item = &'a Article>, desk: &Desk, ids: &Ids) -> Value {
    let members: Vec<(&Article, String)> = members.map(|a| (a, hash::text_v1(&a.body))).collect();
    let sources: Vec<Source<'_>> =
        members.iter().filter_map(|(article, hash)| source(article, hash, desk.copies())).collect();
    let mut object = serde_json::to_value(brief(&sources)).unwrap_or_default();
    rename(&mut object, ids);
    if let Value::Object(map) = &mut object {
        map.insert("story".to_owned(), Value::String(name.to_owned()));
    }
    object
}

/// An article with one version as a brief reads it.
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
        kind: article.kind,
        body: &article.body,
    })
}

/// Numbers become the ids that came in; versions, which rows do not have, go.
fn rename(value: &mut Value, ids: &Ids) {
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
                    _ => rename(item, ids),
                }
            }
        }
        _ => {}
    }
}
