//! `wireroom tags`: article rows of one or many stories to the topics of each.
//! Rows that carry `"story"` are grouped by it; the others are sorted as `wireroom stories` would sort them.

use super::files_argument;
use super::rows::{Input, Output, Stop};
use super::sorted::Sorted;
use clap::{ArgMatches, Command};
use serde::Serialize;
use wireroom_copy::Copies;
use wireroom_model::{Article, Kind};
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
    let sorted = Sorted::read(input)?;
    for (name, members) in sorted.stories() {
        let any_whole =
            members.iter().any(|article| article.kind != Kind::Paywall && !article.body.is_empty());
        let heard = members.iter().filter(|article| !any_whole || article.kind != Kind::Paywall);
        let texts: Vec<TagText<'_>> = heard.map(|article| text(article, sorted.copies())).collect();
        output.row(&TagsRow { story: &name, articles: members.len(), tags: tags(&texts) })?;
    }
    Ok(())
}

fn text<'a>(article: &'a Article, copies: &Copies) -> TagText<'a> {
    TagText {
        family: copies.placement(article.id).map(|placed| placed.family),
        outlet: article.outlet.as_deref(),
        lang: article.lang,
        title: &article.title,
        body: &article.body,
    }
}
