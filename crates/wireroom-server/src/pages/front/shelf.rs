//! Editions that were made a moment ago, so that the pages of one reading do not rank the day again for each look. An
//! edition is taken from here only while nothing was written to the house since, within the same few seconds, for the
//! same reader, words and clock; so it is the one that would be made. Start at [`Shelf::take`].

use super::edition::Edition;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use wireroom_model::UserId;
use wireroom_store::editions::Span;

/// An edition looks back a day or longer: a few seconds of it are nothing. Ranking the day took 15 ms of CPU with 760
/// stories in the week (`cargo eval serve`), twice what a story's page takes without it.
const SECONDS: i64 = 10;
/// Editions kept; when there are more, those of other moments go, and where that is not enough, all do.
const MAX_KEPT: usize = 512;

/// What an edition is made from, beside what the store holds.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Key {
    pub user: UserId,
    pub may_leave: bool,
    pub span: Option<Span>,
    /// As the browser holds it.
    pub held: Option<String>,
    pub tongue: &'static str,
    /// Seconds from now back to where the reader's day begins: 23 or 25 hours where the clock was changed.
    pub day: i64,
}

/// The moment of an edition: how often the store was written to, and the clock in steps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    commits: u64,
    step: i64,
}

impl Moment {
    pub const fn new(commits: u64, now: i64) -> Self {
        Self { commits, step: now.div_euclid(SECONDS) }
    }
}

/// Editions by what they were made from.
#[derive(Debug, Default)]
pub struct Shelf(Mutex<BTreeMap<Key, (Moment, Arc<Edition>)>>);

impl Shelf {
    /// The edition made from this, where it still holds.
    pub fn take(&self, key: &Key, moment: Moment) -> Option<Arc<Edition>> {
        let kept = self.0.lock().ok()?;
        kept.get(key).filter(|(made, _)| *made == moment).map(|(_, edition)| Arc::clone(edition))
    }

    /// Keeps an edition; `moment` is read before it was made, so that what came meanwhile makes it anew.
    pub fn put(&self, key: Key, moment: Moment, edition: Arc<Edition>) {
        let Ok(mut kept) = self.0.lock() else { return };
        if kept.len() >= MAX_KEPT {
            kept.retain(|_, (made, _)| *made == moment);
            if kept.len() >= MAX_KEPT {
                kept.clear();
            }
        }
        kept.insert(key, (moment, edition));
    }
}
