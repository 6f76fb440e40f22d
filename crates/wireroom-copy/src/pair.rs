//! Two texts and what stands between them: shares of words in common, and whether that makes them one text.
//! It refuses to decide on a few shared lines: quotes and boilerplate are not a copy.
//! Start at [`compare`] and [`Pair::is_copy`].

use crate::align::count;
use crate::runs::{Probe, Run, Stretch, passages};
use serde::{Deserialize, Serialize};
use wireroom_model::Relation;

/// From this share of the shorter text on, two texts are copies. Below it lie articles with one foreign paragraph
/// and reports that quote the same statement; measured on copies-a.
const COPY_SHARE: f64 = 0.5;

/// Fewer matched words than this say nothing unless the texts are equal.
const COPY_WORDS: u32 = 20;

/// Two texts that credit the same agency are copies from this share on ...
const AGENCY_SHARE: f64 = 0.18;

/// ... if at least this many runs ...
const AGENCY_RUNS: u32 = 5;

/// ... have this many words or more.
const AGENCY_RUN_WORDS: usize = 8;

/// A copy that keeps at least this share of the anchor is an edited whole, below it an excerpt.
const EDITED_SHARE: f64 = 0.5;

/// The figures of one pair, seen from one side.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub(crate) struct Pair {
    /// The share of this text's words that stand in the other.
    pub mine: f64,
    /// The share of the other's words that stand in this one.
    pub theirs: f64,
    /// Words equal in both.
    pub equal: u32,
    pub longest: u32,
    /// Runs of [`AGENCY_RUN_WORDS`] and more.
    pub long_runs: u32,
    /// Every word of both, in order.
    pub same: bool,
}

/// Compares the probe's text (`mine`) with another.
pub(crate) fn compare(probe: &Probe<'_>, mine: &[u32], theirs: &[u32]) -> Pair {
    if mine == theirs {
        let len = mine.len();
        let long_runs = u32::from(len >= AGENCY_RUN_WORDS);
        return Pair {
            mine: 1.0,
            theirs: 1.0,
            equal: count(len),
            longest: count(len),
            long_runs,
            same: true,
        };
    }
    let runs = probe.runs(theirs);
    let stretches = passages(&runs);
    let share = |words: fn(&Stretch) -> usize, all: usize| {
        stretches.iter().map(words).sum::<usize>() as f64 / all.max(1) as f64
    };
    Pair {
        mine: share(|s| s.a.1 - s.a.0, mine.len()),
        theirs: share(|s| s.b.1 - s.b.0, theirs.len()),
        equal: count(runs.iter().map(|run| run.len).sum()),
        longest: count(runs.iter().map(|run| run.len).max().unwrap_or(0)),
        long_runs: count(runs.iter().filter(|Run { len, .. }| *len >= AGENCY_RUN_WORDS).count()),
        same: false,
    }
}

impl Pair {
    /// The same pair from the other side.
    pub(crate) const fn turned(self) -> Self {
        Self { mine: self.theirs, theirs: self.mine, ..self }
    }

    /// The share of the shorter text (or the better contained one).
    pub(crate) const fn containment(self) -> f64 {
        self.mine.max(self.theirs)
    }

    /// True where the two are printings of one text.
    pub(crate) fn is_copy(self, one_agency: bool) -> bool {
        if self.same {
            return true;
        }
        let share = self.containment();
        (share >= COPY_SHARE && self.equal >= COPY_WORDS)
            || (one_agency && share >= AGENCY_SHARE && self.long_runs >= AGENCY_RUNS)
    }

    /// How this text stands to its anchor.
    pub(crate) const fn relation(self) -> Relation {
        if self.same {
            Relation::Verbatim
        } else if self.theirs >= EDITED_SHARE {
            Relation::Edited
        } else {
            Relation::Excerpt
        }
    }
}
