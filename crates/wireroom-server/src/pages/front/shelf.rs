//! Editions that were made a moment ago, so that the pages of one reading do not rank the day again for each look. An
//! edition is taken from here only while nothing was written to the house since, within the same few seconds, for the
//! same reader, words and clock; so it is the one that would be made. Who asks while one is being made waits for it: at 200
//! looks a second each of them began one of its own, and none was ever done. Start at [`Shelf::place`].

use super::edition::Edition;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};
use tokio::sync::OnceCell;
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

/// Where an edition stands, or will when the first who asked has made it.
pub type Place = Arc<OnceCell<Arc<Edition>>>;

/// Editions by what they were made from.
#[derive(Debug, Default)]
pub struct Shelf(Mutex<BTreeMap<Key, (Moment, Place)>>);

impl Shelf {
    /// The place of the edition that is made from this at this moment, which is read before it is made, so that what
    /// comes meanwhile makes it anew.
    pub fn place(&self, key: Key, moment: Moment) -> Place {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((made, place)) = kept.get(&key)
            && *made == moment
        {
            return Arc::clone(place);
        }
        if kept.len() >= MAX_KEPT {
            kept.retain(|_, (made, _)| *made == moment);
            if kept.len() >= MAX_KEPT {
                kept.clear();
            }
        }
        let place = Place::default();
        kept.insert(key, (moment, Arc::clone(&place)));
        place
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(user: u64) -> Key {
        let user = UserId::try_from(user).unwrap();
        Key { user, may_leave: true, span: None, held: None, tongue: "en", day: 86_400 }
    }

    #[test]
    fn who_asks_at_the_same_moment_gets_the_same_place_and_after_a_writing_another() {
        let shelf = Shelf::default();
        let first = shelf.place(key(1), Moment::new(7, 100));
        assert!(Arc::ptr_eq(&first, &shelf.place(key(1), Moment::new(7, 109))));
        assert!(!Arc::ptr_eq(&first, &shelf.place(key(2), Moment::new(7, 100))), "another reader");
        assert!(!Arc::ptr_eq(&first, &shelf.place(key(1), Moment::new(8, 100))), "something was written");
        assert!(!Arc::ptr_eq(&first, &shelf.place(key(1), Moment::new(8, 110))), "seconds went by");
    }
}
