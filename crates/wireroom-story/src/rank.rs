//! What stands first in an edition: one sum of four terms, each in whole points, so that the order is the same on every
//! machine and the page can print the sum beside the story. It reads no clock (the caller says when), learns nothing
//! from what is opened, and counts a copy nowhere: neither among the origins nor as something new. Start at [`ranked`].
//!
//! The constants are chosen, not measured: no set says which story should stand first. `docs/stories.md` gives the
//! reason of each, the front page prints them.

use wireroom_model::StoryId;

/// Points for each doubling of the independent origins.
pub const DOUBLING: u64 = 24;
/// Points of a story whose latest text is of this moment.
pub const FRESH: u64 = 72;
/// Seconds in which [`FRESH`] melts to nothing, evenly: three doublings in a day, so that eight hours weigh as much as
/// half of the origins.
pub const FRESH_SECONDS: u64 = 24 * 3600;
/// Points for each origin that came within [`GROWTH_SECONDS`], beside the story's first.
pub const GROWTH: u64 = 4;
/// What counts as just come (seconds).
pub const GROWTH_SECONDS: i64 = 6 * 3600;
/// Origins that are counted as just come; with more, the doublings say it already.
pub const MAX_GROWN: u64 = 5;
/// Points for each thing in the story that the reader follows: as much as a doubling.
pub const FOLLOW: u64 = 24;
/// Things that are counted as followed in one story.
pub const MAX_FOLLOWS: u64 = 3;

/// What the rank knows of a story.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facts {
    pub id: StoryId,
    /// Known origins, independent of each other as far as their texts show.
    pub origins: u64,
    /// Texts whose origin nobody knows.
    pub unknown: u64,
    /// When its latest text was first seen (unix seconds): a text's first printing, so that a further copy is no news.
    pub latest: i64,
    /// When each known origin was first seen (unix seconds), in any order; empty where the house does not know.
    pub came: Vec<i64>,
    /// Things in it that the reader follows.
    pub follows: u64,
}

/// A story's points by term, and what each was given for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Score {
    pub coverage: u64,
    pub fresh: u64,
    /// Seconds since the latest text was first seen.
    pub age: u64,
    pub growth: u64,
    /// Origins that came within [`GROWTH_SECONDS`], beside the story's first; at most [`MAX_GROWN`] gave points.
    pub grown: u64,
    pub follows: u64,
}

impl Score {
    /// The sum: what the order goes by.
    pub const fn total(&self) -> u64 {
        self.coverage + self.fresh + self.growth + self.follows
    }
}

/// Counts one story's points at a moment (unix seconds).
pub fn score(facts: &Facts, now: i64) -> Score {
    let age = now.saturating_sub(facts.latest).max(0).unsigned_abs();
    let left = FRESH_SECONDS.saturating_sub(age);
    let just = |came: &&i64| now.saturating_sub(**came) <= GROWTH_SECONDS;
    let came = facts.came.iter().filter(just).count() as u64;
    let grown = came.min(facts.origins.saturating_sub(1));
    Score {
        coverage: coverage(facts.origins, facts.unknown),
        fresh: left * FRESH / FRESH_SECONDS,
        age,
        growth: grown.min(MAX_GROWN) * GROWTH,
        grown,
        follows: facts.follows.min(MAX_FOLLOWS) * FOLLOW,
    }
}

/// Points for origins: [`DOUBLING`] for each doubling, evenly between. All texts of unknown origin together are half an
/// origin, since each may come from one that is counted already; a story has one origin at the least.
pub fn coverage(origins: u64, unknown: u64) -> u64 {
    let halves = origins.saturating_mul(2).saturating_add(u64::from(unknown > 0)).clamp(2, MAX_HALVES);
    let doublings = u64::from(halves.ilog2());
    let whole = 1_u64 << doublings;
    (doublings - 1) * DOUBLING + (halves - whole) * DOUBLING / whole
}

/// Beyond so many half origins no more points are given, which keeps the sum far from its type's end.
const MAX_HALVES: u64 = 1 << 32;

/// The stories by their points, the most first; among equals the one with the later text, then the later number.
pub fn ranked(stories: Vec<Facts>, now: i64) -> Vec<(Facts, Score)> {
    let mut scored: Vec<(Facts, Score)> = stories
        .into_iter()
        .map(|facts| {
            let score = score(&facts, now);
            (facts, score)
        })
        .collect();
    scored.sort_by_key(|(facts, score)| std::cmp::Reverse((score.total(), facts.latest, facts.id.get())));
    scored
}
