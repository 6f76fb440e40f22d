//! What the room says after each article: events, each with the reason that a reader can check.
//! It refuses an event without a reason.
//! Start at [`Event`].

use serde::{Deserialize, Serialize};
use wireroom_model::{ArticleId, StoryId};

/// A story that an article came near, and how near.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Nearest {
    pub story: StoryId,
    /// 0 to 1.
    pub score: f64,
}

/// Why something happened.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Reason {
    /// The likeness that decided, 0 to 1.
    pub score: f64,
    /// What the likeness had to reach at that moment, 0 to 1.
    pub needed: f64,
    /// The words and names that decided, strongest first, as printed; empty where likeness did not decide.
    pub words: Vec<String>,
    /// The best story that the article was not put into.
    pub nearest: Option<Nearest>,
    pub cause: Cause,
}

/// What kind of reason it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Cause {
    /// Likeness to what was seen.
    Likeness,
    /// It is a copy of a text already in the story.
    Copy,
    /// The kind of page (listing, empty) never joins.
    Kind,
    /// A reader's word.
    Reader,
    /// The window has passed.
    Age,
}

/// One thing that happened to stories.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "event", rename_all = "snake_case")]
pub enum Event {
    /// The article opened a story.
    Opened { story: StoryId, article: ArticleId, reason: Reason },
    /// The article joined a story.
    Joined { story: StoryId, article: ArticleId, reason: Reason },
    /// Every article of `from` now stands in `into`; the address of `from` leads to `into` for ever.
    Merged { from: StoryId, into: StoryId, reason: Reason },
    /// The articles left `from` for the story `into`; `from` keeps its address. The reason's words are those of what
    /// left, `rest` are the words of what stayed.
    Split { from: StoryId, into: StoryId, articles: Vec<ArticleId>, reason: Reason, rest: Vec<String> },
    /// The story takes no more articles; its memory is freed.
    Closed { story: StoryId, reason: Reason },
    /// One article was moved.
    Corrected { article: ArticleId, from: StoryId, into: StoryId, reason: Reason },
}

impl Reason {
    /// A reason in which likeness plays no part.
    pub(crate) const fn of(cause: Cause) -> Self {
        Self { score: 0.0, needed: 0.0, words: Vec::new(), nearest: None, cause }
    }
}
