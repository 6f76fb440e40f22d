//! What a story stands beside: the long affair it is part of, in order; related stories; the same event in other
//! languages; each with what both speak of. `/story/ID/links.json` is the same as a public shape.

use crate::Problem;
use crate::pages::{Either, json};
use crate::session::Asker;
use crate::stamp::{self, Stamp};
use crate::state::ServerState;
use crate::wording;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect};
use serde::Serialize;
use wireroom_model::{Lang, StoryId, Time, When};
use wireroom_store::affairs::{Beside, StoryAffairs};
use wireroom_store::stories::StoryAddress;
use wireroom_story::{Bond, MAX_RELATED};

/// Shared names shown with one.
const MAX_WHY: usize = 5;
/// Names of a thread in its heading.
const MAX_NAMES: usize = 3;

/// What a story's page shows of the stories beside it.
#[derive(Debug)]
pub struct Links {
    /// The names of the affair, as a heading; empty where it is none.
    pub affair: String,
    pub thread: Vec<Link>,
    pub related: Vec<Link>,
    pub told: Vec<Told>,
}

/// A story beside this one.
#[derive(Debug)]
pub struct Link {
    pub id: u64,
    pub title: String,
    pub lang: String,
    pub dir: &'static str,
    pub time: Stamp,
    /// What both speak of; empty where nothing was measured between the two.
    pub why: String,
    /// True for the story of the page itself.
    pub here: bool,
}

/// The same event in another language.
#[derive(Debug)]
pub struct Told {
    pub language: String,
    pub link: Link,
}

impl Links {
    pub fn new(story: StoryId, found: &StoryAffairs, now: When) -> Self {
        let set = |beside: &Beside| link(story, beside, now);
        let told = found.tied.iter().filter(|tied| is_telling(tied));
        Self {
            affair: found.names.iter().take(MAX_NAMES).cloned().collect::<Vec<_>>().join(" · "),
            thread: found.thread.iter().map(set).collect(),
            related: related(found).map(set).collect(),
            told: told.map(|tied| Told { language: wording::language(tied.lang), link: set(tied) }).collect(),
        }
    }
}

/// True for the same event in another language.
fn is_telling(beside: &Beside) -> bool {
    beside.bond.as_deref() == Some(Bond::Tongue.as_str())
}

/// Ties of a thread that this story is not in after all are related stories still.
fn related(found: &StoryAffairs) -> impl Iterator<Item = &Beside> {
    found.tied.iter().filter(|tied| !is_telling(tied)).take(MAX_RELATED)
}

fn link(story: StoryId, beside: &Beside, now: When) -> Link {
    Link {
        id: beside.story.get(),
        title: beside.title.clone(),
        lang: wording::tag(beside.lang),
        dir: wording::dir(beside.lang),
        time: stamp::short(beside.newest, now),
        why: beside.why.iter().take(MAX_WHY).cloned().collect::<Vec<_>>().join(", "),
        here: beside.story == story,
    }
}

/// docs/formats/links.schema.json.
#[derive(Debug, Serialize)]
struct LinksShape<'a> {
    story: StoryId,
    /// Null where the story is part of no longer affair.
    thread: Option<ThreadShape<'a>>,
    related: Vec<LinkShape<'a>>,
    other_languages: Vec<LinkShape<'a>>,
}

#[derive(Debug, Serialize)]
struct ThreadShape<'a> {
    names: &'a [String],
    stories: Vec<LinkShape<'a>>,
}

#[derive(Debug, Serialize)]
struct LinkShape<'a> {
    story: StoryId,
    title: &'a str,
    lang: Lang,
    newest: Time,
    why: &'a [String],
}

fn shape(beside: &Beside) -> LinkShape<'_> {
    let Beside { story, title, lang, newest, why, .. } = beside;
    LinkShape { story: *story, title, lang: *lang, newest: *newest, why }
}

/// The same as JSON.
pub async fn show_json(State(state): State<ServerState>, asker: Asker, Path(number): Path<String>) -> Either {
    let story = super::id(&number)?;
    match state.store.story_address(story).await? {
        StoryAddress::Here(_) => {}
        StoryAddress::Moved(into) => {
            let to = format!("{}/story/{into}/links.json", state.base());
            return Ok(Redirect::permanent(&to).into_response());
        }
        StoryAddress::Nowhere => return Err(Problem::missing("story", story.get())),
    }
    let seen = state.store.brief(story, asker.viewer()).await?;
    seen.ok_or_else(|| Problem::missing("story", story.get()))?;
    let found = state.store.story_affairs(story).await?;
    let stories: Vec<_> = found.thread.iter().map(shape).collect();
    let told = found.tied.iter().filter(|tied| is_telling(tied));
    json(&LinksShape {
        story,
        thread: (!stories.is_empty()).then_some(ThreadShape { names: &found.names, stories }),
        related: related(&found).map(shape).collect(),
        other_languages: told.map(shape).collect(),
    })
}
