//! `wireroom stories`: article rows, in the order given, to the story each one stands in.
//! A row uses only rows read before it. A later merge is a row of its own, an article that moves when a story comes
//! apart is printed again, both with the reason; `--final` prints one row an id after all.

use super::article::{Ids, article, id_of};
use super::files_argument;
use super::rows::{Input, Output, Refused, Stop};
use super::stream::StreamClock;
use clap::{Arg, ArgAction, ArgMatches, Command};
use serde::Serialize;
use std::collections::BTreeMap;
use wireroom_copy::Copies;
use wireroom_model::ArticleRow;
use wireroom_model::{Article, ArticleId, StoryId, When};
use wireroom_story::{Cause, Event, Item, Reason, State, step};

#[derive(Serialize)]
struct StoryRow<'r> {
    id: &'r str,
    story: &'r str,
}

#[derive(Serialize)]
struct MergeRow<'r> {
    merge: [&'r str; 2],
    because: Because<'r>,
}

/// An article that stands in another story than before.
#[derive(Serialize)]
struct MovedRow<'r> {
    id: &'r str,
    story: &'r str,
    /// The story that it stood in.
    from: &'r str,
    because: Because<'r>,
}

/// Why stories changed: how alike, what was needed or allowed, and the words that decided.
#[derive(Serialize)]
struct Because<'r> {
    cause: Cause,
    score: f64,
    needed: f64,
    words: &'r [String],
    /// The words of the part that stayed, where a story came apart.
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    rest: &'r [String],
}

impl<'r> Because<'r> {
    fn new(reason: &'r Reason, rest: &'r [String]) -> Self {
        let thousandths = |value: f64| (value * 1000.0).round() / 1000.0;
        let (score, needed) = (thousandths(reason.score), thousandths(reason.needed));
        Self { cause: reason.cause, score, needed, words: &reason.words, rest }
    }
}

pub fn command() -> Command {
    Command::new("stories")
        .about("Article rows to {\"id\",\"story\"}, and {\"merge\":[from,into]} when two stories turn out to be one")
        .arg(Arg::new("final").long("final").action(ArgAction::SetTrue).help("Print exactly one row an id, after all merges"))
        .arg(files_argument("JSONL files; standard input where none is named"))
}

pub fn run(matches: &ArgMatches, input: &mut Input, output: &mut Output) -> Result<(), Stop> {
    let at_end = matches.get_flag("final");
    let (mut desk, mut ids) = (Desk::default(), Ids::default());
    input.each(|row: ArticleRow| {
        let id = ids.take(id_of(&row)?)?;
        let article = article(row, id);
        let events = desk.place(&article).map_err(Refused::Row)?;
        if at_end {
            return Ok(());
        }
        for event in &events {
            print(output, &ids, event)?;
        }
        output.flush().map_err(Refused::from)
    })?;
    if at_end {
        for (article, story) in desk.assignments() {
            output.row(&StoryRow { id: ids.name(article), story: ids.story(story) })?;
        }
    }
    Ok(())
}

fn print(output: &mut Output, ids: &Ids, event: &Event) -> std::io::Result<()> {
    match event {
        Event::Opened { story, article, .. } | Event::Joined { story, article, .. } => {
            output.row(&StoryRow { id: ids.name(*article), story: ids.story(*story) })
        }
        Event::Corrected { article, from, into, reason } => output.row(&MovedRow {
            id: ids.name(*article),
            story: ids.story(*into),
            from: ids.story(*from),
            because: Because::new(reason, &[]),
        }),
        Event::Merged { from, into, reason } => output.row(&MergeRow {
            merge: [ids.story(*from), ids.story(*into)],
            because: Because::new(reason, &[]),
        }),
        Event::Split { from, into, articles, reason, rest } => articles.iter().try_for_each(|article| {
            output.row(&MovedRow {
                id: ids.name(*article),
                story: ids.story(*into),
                from: ids.story(*from),
                because: Because::new(reason, rest),
            })
        }),
        Event::Closed { .. } => Ok(()),
    }
}

/// Copies and stories side by side, as the running server has them. A story takes the number of the article that
/// opened it, so that its name outside is that article's id.
#[derive(Debug, Default)]
pub struct Desk {
    copies: Copies,
    state: State,
    clock: StreamClock,
    story: BTreeMap<ArticleId, StoryId>,
}

impl Desk {
    /// Places one article and says what happened.
    pub fn place(&mut self, article: &Article) -> Result<Vec<Event>, String> {
        let now: When = self.clock.advance(article.published);
        let placement = self.copies.add(article, now);
        self.state.refamily(placement.moved.iter().map(|&(moved, family)| (moved, Some(family))));
        let fresh = StoryId::new(article.id.get()).map_err(|e| e.to_string())?;
        let item = Item { article, family: Some(placement.family) };
        let events = step(&mut self.state, &item, fresh, now);
        for event in &events {
            self.follow(event);
        }
        Ok(events)
    }

    fn follow(&mut self, event: &Event) {
        match event {
            Event::Opened { story, article, .. }
            | Event::Joined { story, article, .. }
            | Event::Corrected { into: story, article, .. } => {
                self.story.insert(*article, *story);
            }
            Event::Merged { from, into, .. } => {
                for story in self.story.values_mut().filter(|story| *story == from) {
                    *story = *into;
                }
            }
            Event::Split { into, articles, .. } => {
                self.story.extend(articles.iter().map(|article| (*article, *into)))
            }
            Event::Closed { .. } => {}
        }
    }

    /// Every article with its story, in order of arrival.
    pub fn assignments(&self) -> impl Iterator<Item = (ArticleId, StoryId)> + '_ {
        self.story.iter().map(|(article, story)| (*article, *story))
    }

    /// The copies' side.
    pub const fn copies(&self) -> &Copies {
        &self.copies
    }
}
