//! The demo press: a fictional world of outlets, agencies and stories, printed as feeds and pages from memory.
//! The copies derive from written texts by listed operations, so that the truth is known by construction.
//! It does no IO, reads no clock and repeats itself to the byte; the server that publishes it lives outside.
//! Start at [`Press::shipped`], then [`Press::answer`]; tests read [`Press::truth`].

mod truth;

pub use truth::{ArticleTruth, Disagreement, Edit, FeedTruth, OutletTruth, StoryTruth, Truth, VersionTruth};

use std::fmt;
use wireroom_model::When;

/// The whole press, ready to answer.
#[derive(Debug, Clone)]
pub struct Press {
    feeds: Vec<PressFeed>,
    truth: Truth,
    phases: u32,
}

/// A feed that a reader may subscribe to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PressFeed {
    /// Address without the base: `/harbour-herald/rss.xml`.
    pub path: String,
    /// The outlet's name.
    pub outlet: String,
    pub format: FeedFormat,
}

/// What a feed is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum FeedFormat {
    Rss,
    Atom,
    Json,
}

/// What the server sends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    pub content_type: &'static str,
    pub body: Vec<u8>,
}

/// Why the press's own data cannot be printed: a defect of the data, found by tests.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PressError(pub String);

impl fmt::Display for PressError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the demo press is broken: {}", self.0)
    }
}

impl std::error::Error for PressError {}

impl Press {
    /// The press as written. Every time lies before `epoch`; links start with `base` ("http://127.0.0.1:1852").
    pub fn shipped(epoch: When, base: &str) -> Result<Self, PressError> {
        let _ = (epoch, base);
        Err(PressError("it is not yet written".to_owned()))
    }

    /// Another press of the same structure: other names, figures, wordings, outlets and page designs.
    pub fn generated(seed: u64, epoch: When, base: &str) -> Result<Self, PressError> {
        let _ = seed;
        Self::shipped(epoch, base)
    }

    /// Every feed of the press.
    pub fn feeds(&self) -> &[PressFeed] {
        &self.feeds
    }

    /// What stands at this path (no base, no query) at this phase; `None` is a 404.
    pub fn answer(&self, path: &str, phase: u32) -> Option<Answer> {
        let _ = (path, phase);
        None
    }

    /// How many waves of publishing there are: phases run from 0 to one less.
    pub fn phases(&self) -> u32 {
        self.phases
    }

    /// What is true by construction.
    pub fn truth(&self) -> &Truth {
        &self.truth
    }
}
