//! `wireroom tags`: article rows of one or many stories to the topics of each.
//! Rows that carry `"story"` are grouped by it; the others are sorted as `wireroom stories` would sort them.

use super::article::{Ids, article, id_of};
use super::files_argument;
use super::rows::{Input, Output, Refused, Stop};
use super::stories::Desk;
use clap::{ArgMatches, Command};
use serde::Serialize;
use std::collections::BTreeMap;
use wireroom_model::{Article, ArticleId, ArticleRow, Kind};
use wireroom_story::{Tag, TagText, tags};

/// docs/formats/story-tags.schema.json.
#[derive(Serialize)]
struct TagsRow<'r> {
    story: &'r str,
    articles: usize,
    tags: Vec<Tag>,
}

pub fn command() -> Command {
    Command::new("tags")
        .about("Article rows of one or many stories to {\"story\",\"articles\",\"tags\"}, the topics of each")
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
        desk.place(&article).map_err(Refused::Row)?;
        articles.insert(id, article);
        Ok(())
    })?;
    // In the order in which stories began.
    let mut order: Vec<String> = Vec::new();
    let mut stories: BTreeMap<String, Vec<&Article>> = BTreeMap::new();
    for (id, story) in desk.assignments() {
        let Some(article) = articles.get(&id) else { continue };
        let name = named.get(&id).cloned().unwrap_or_else(|| ids.story(story).to_owned());
        let members = stories.entry(name.clone()).or_default();
        if members.is_empty() {
            order.push(name);
        }
        members.push(article);
    }
    for name in &order {
        let members = stories.get(name).map_or(&[][..], Vec::as_slice);
        let any_whole =
            members.iter().any(|article| article.kind != Kind::Paywall && !article.body.is_empty());
        let heard = members.iter().filter(|article| !any_whole || article.kind != Kind::Paywall);
        let texts: Vec<TagText<'_>> = heard.map(|article| text(article, &desk)).collect();
        output.row(&TagsRow { story: name, articles: members.len(), tags: tags(&texts) })?;
    }
    Ok(())
}

fn text<'a>(article: &'a Article, desk: &Desk) -> TagText<'a> {
    TagText {
        family: desk.copies().placement(article.id).map(|placed| placed.family),
        outlet: article.outlet.as_deref(),
        lang: article.lang,
        title: &article.title,
        body: &article.body,
    }
}
