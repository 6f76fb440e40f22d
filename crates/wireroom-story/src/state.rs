//! The state machine of stories: one article in, events out.
//! It refuses to forget a reader's word: constraints outlive the window.
//! Start at [`step`].

use crate::event::{Cause, Event, Reason};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use wireroom_model::{Article, ArticleId, FamilyId, StoryId, When};

/// One article as it arrives.
#[derive(Debug, Clone, Copy)]
pub struct Item<'a> {
    pub article: &'a Article,
    /// The copy family, where the text has others like it (or always, a family of one is harmless).
    pub family: Option<FamilyId>,
}

/// The window's bounds.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Settings {
    /// Seconds after its last article at which a story closes.
    pub window_seconds: i64,
}

impl Default for Settings {
    fn default() -> Self {
        Self { window_seconds: 14 * 86_400 }
    }
}

/// A reader's word, remembered for later articles too.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Constraint {
    /// These two articles, and copies of them, never stand in one story.
    NeverTogether(ArticleId, ArticleId),
    /// This article, and copies of it, belong to that story.
    BelongsHere(ArticleId, StoryId),
}

/// An assignment as the store keeps it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stored {
    pub story: StoryId,
    pub family: Option<FamilyId>,
    /// When the article arrived.
    pub arrived: When,
}

/// All that the room knows. Serialises; the same steps give the same bytes.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct State {
    settings: Settings,
    placed: BTreeMap<ArticleId, StoryId>,
}

impl State {
    /// An empty state with these bounds.
    pub fn new(settings: Settings) -> Self {
        Self { settings, placed: BTreeMap::new() }
    }

    /// Takes back an article that was assigned before (in order of arrival), without assigning it anew.
    pub fn restore(&mut self, article: &Article, stored: &Stored) {
        self.placed.insert(article.id, stored.story);
    }

    /// The story of an article that is still in the window.
    pub fn story_of(&self, article: ArticleId) -> Option<StoryId> {
        self.placed.get(&article).copied()
    }

    /// Remembers a reader's word and obeys it at once. `fresh` is the id of the story that may have to open.
    pub fn constrain(&mut self, _constraint: Constraint, _fresh: StoryId, _now: When) -> Vec<Event> {
        Vec::new()
    }

    /// Takes a reader's word back; what it moved stays where it is.
    pub fn release(&mut self, _constraint: Constraint) {}

    /// Closes what is past the window. `step` does it too.
    pub fn evict(&mut self, _now: When) -> Vec<Event> {
        Vec::new()
    }

    /// Articles in the window.
    pub fn len(&self) -> usize {
        self.placed.len()
    }

    /// True where no article is in the window.
    pub fn is_empty(&self) -> bool {
        self.placed.is_empty()
    }
}

/// Takes one article in and says what happened. `fresh` is the id to use if a story opens (from the caller's
/// sequence; unused ids may be given again); `now` is the arrival.
pub fn step(state: &mut State, item: &Item<'_>, fresh: StoryId, now: When) -> Vec<Event> {
    let _ = now;
    let article = item.article.id;
    state.placed.insert(article, fresh);
    let reason = Reason { score: 0.0, needed: 1.0, words: Vec::new(), nearest: None, cause: Cause::Likeness };
    vec![Event::Opened { story: fresh, article, reason }]
}
