//! Telling entries of one feed apart and knowing them again. Keys are scoped to their feed by the caller.
//! A feed that gives one id to all its entries, or changes all its ids, is matched by link and content instead.
//! Start at [`identities`] and [`recognise`].

use crate::safe::SafeFeed;
use serde::{Deserialize, Serialize};

/// A stable key of an entry inside its feed: short ASCII, to be stored as it is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct EntryKey(pub String);

/// What an entry is known by: the key to store it under, and others by which it may be recognised later.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Identity {
    pub key: EntryKey,
    /// Store these too; strongest first, without `key`.
    pub alternates: Vec<EntryKey>,
}

/// One identity for each entry, in order. Keys are distinct within the feed unless two entries are the same entry.
pub fn identities(feed: &SafeFeed) -> Vec<Identity> {
    let _ = feed;
    Vec::new()
}

/// Which stored entry each identity is, if any. `known` looks a key (main or alternate) up among the stored entries
/// of the same feed. A stored entry is given to one identity at most, stronger keys first.
pub fn recognise<K: Copy + Ord>(
    identities: &[Identity],
    known: impl Fn(&EntryKey) -> Option<K>,
) -> Vec<Option<K>> {
    identities.iter().map(|identity| known(&identity.key)).collect()
}
