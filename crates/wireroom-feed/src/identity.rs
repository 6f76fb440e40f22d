//! Telling entries of one feed apart and knowing them again. Keys are scoped to their feed by the caller.
//! A feed that gives one id to all its entries, or changes all its ids, is matched by link and content instead.
//! An address alone never makes two entries one: live pages and daily columns print many under the same address.
//! Start at [`identities`] and [`recognise`].

use crate::safe::{SafeEntry, SafeFeed};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use wireroom_text::{hash, markup};

/// Characters of title and text below which they do not tell one entry from another ("Live", "No title").
const TELLING_LENGTH: usize = 24;

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

impl Identity {
    /// Every key, strongest first.
    pub fn keys(&self) -> impl Iterator<Item = &EntryKey> {
        std::iter::once(&self.key).chain(&self.alternates)
    }
}

/// The signs of one entry, before it is known which of them tell it from the others.
struct Signs {
    id: Option<EntryKey>,
    link: Option<EntryKey>,
    link_and_title: Option<EntryKey>,
    content: Option<EntryKey>,
}

/// One identity for each entry, in order. An id that stands on several different entries is no key.
/// Keys are distinct within the feed unless two entries are the same entry.
pub fn identities(feed: &SafeFeed) -> Vec<Identity> {
    let signs: Vec<Signs> = feed.entries.iter().map(signs).collect();
    let ids = shared(&signs, |s| s.id.as_ref());
    let links = shared(&signs, |s| s.link.as_ref());
    signs
        .into_iter()
        .map(|signs| {
            let id = signs.id.filter(|id| !ids.contains(id));
            let has_id = id.is_some();
            // Without an id an address that stands once in the feed is the next best name.
            let link = signs.link.filter(|link| !has_id && !links.contains(link));
            let mut keys = [id, link, signs.link_and_title, signs.content].into_iter().flatten();
            let key = keys.next().unwrap_or_else(|| key("none", &[]));
            Identity { key, alternates: keys.collect() }
        })
        .collect()
}

/// Signs that stand on entries of different content.
fn shared<'s>(signs: &'s [Signs], pick: impl Fn(&'s Signs) -> Option<&'s EntryKey>) -> BTreeSet<EntryKey> {
    let mut first: BTreeMap<&EntryKey, (Option<&EntryKey>, Option<&EntryKey>)> = BTreeMap::new();
    let mut shared = BTreeSet::new();
    for signs in signs {
        let Some(sign) = pick(signs) else { continue };
        let rest = (signs.link_and_title.as_ref(), signs.content.as_ref());
        if *first.entry(sign).or_insert(rest) != rest {
            shared.insert(sign.clone());
        }
    }
    shared
}

fn signs(entry: &SafeEntry) -> Signs {
    let title = entry.title_line().unwrap_or_default();
    let text = entry.longest_text().map(markup::plain).unwrap_or_default();
    let link = entry.link.as_deref().map(without_fragment);
    // An update changes the text of an entry and leaves its address and title.
    let link_and_title = link.filter(|_| !title.is_empty()).map(|link| key("page", &[link, &title]));
    let telling = title.chars().count() + text.chars().count() >= TELLING_LENGTH;
    Signs {
        id: entry.id.as_deref().map(str::trim).filter(|id| !id.is_empty()).map(|id| key("id", &[id])),
        link: link.map(|link| key("link", &[link])),
        link_and_title,
        content: telling.then(|| key("text", &[&title, &text])),
    }
}

fn without_fragment(link: &str) -> &str {
    link.split_once('#').map_or(link, |(page, _)| page)
}

/// The kind of sign, a version and a hash: a key never changes its meaning.
fn key(kind: &str, parts: &[&str]) -> EntryKey {
    EntryKey(format!("{kind}1:{}", hash::text_v1(&parts.join("\u{1F}"))))
}

/// Which stored entry each identity is, if any. `known` looks a key (main or alternate) up among the stored entries
/// of the same feed. A stored entry is given to one identity at most, stronger keys first.
pub fn recognise<K: Copy + Ord>(
    identities: &[Identity],
    known: impl Fn(&EntryKey) -> Option<K>,
) -> Vec<Option<K>> {
    let mut answers: Vec<Option<K>> = vec![None; identities.len()];
    let mut taken = BTreeSet::new();
    let most = identities.iter().map(|i| i.alternates.len() + 1).max().unwrap_or_default();
    for strength in 0..most {
        for (identity, answer) in identities.iter().zip(&mut answers) {
            if answer.is_some() {
                continue;
            }
            let found = identity.keys().nth(strength).and_then(&known);
            // The same entry twice in one feed is the same entry both times.
            if let Some(found) = found
                && (taken.insert(found) || strength == 0)
            {
                *answer = Some(found);
            }
        }
    }
    answers
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(id: &str, link: &str, title: &str) -> SafeEntry {
        let some = |s: &str| (!s.is_empty()).then(|| s.to_owned());
        SafeEntry {
            id: some(id),
            link: some(link),
            title: some(title),
            summary: some(&format!("<p>{title}, told at the length that a summary has.</p>")),
            ..SafeEntry::default()
        }
    }

    fn keys(entries: Vec<SafeEntry>) -> Vec<Identity> {
        identities(&SafeFeed { entries, ..SafeFeed::default() })
    }

    /// Stores all of `first`, then asks for `second`: the number of the stored entry, or `None` where it is new.
    fn seen_again(first: Vec<SafeEntry>, second: Vec<SafeEntry>) -> Vec<Option<usize>> {
        let mut stored = BTreeMap::new();
        for (number, identity) in keys(first).iter().enumerate() {
            for key in identity.keys() {
                stored.entry(key.clone()).or_insert(number);
            }
        }
        recognise(&keys(second), |key| stored.get(key).copied())
    }

    fn harbour(ids: [&str; 2]) -> Vec<SafeEntry> {
        let [a, b] = ids;
        vec![
            entry(a, "https://tide.example/1", "The harbour bridge reopens"),
            entry(b, "https://tide.example/2", "The ferry strike goes into its third week"),
        ]
    }

    #[test]
    fn an_entry_keeps_its_identity_when_its_text_is_edited() {
        let mut edited = harbour(["a", "b"]);
        edited[0].title = Some("The harbour bridge reopens at last".into());
        edited[0].summary = None;
        assert_eq!(seen_again(harbour(["a", "b"]), edited), [Some(0), Some(1)]);
    }

    #[test]
    fn a_feed_that_changes_all_its_ids_brings_nothing_back() {
        assert_eq!(seen_again(harbour(["a", "b"]), harbour(["new-1", "new-2"])), [Some(0), Some(1)]);
    }

    #[test]
    fn one_id_for_all_entries_is_no_identity() {
        let all = keys(harbour(["same", "same"]));
        assert_ne!(all[0].key, all[1].key);
        assert_eq!(seen_again(harbour(["same", "same"]), harbour(["same", "same"])), [Some(0), Some(1)]);
    }

    #[test]
    fn a_new_entry_at_an_old_address_is_new() {
        let live = |id: &str, title: &str| entry(id, "https://tide.example/live", title);
        let before = vec![live("1", "09:00 The count begins in the north")];
        let after = vec![live("2", "10:00 The first district has reported")];
        assert_eq!(seen_again(before, after), [None]);
    }

    #[test]
    fn two_entries_never_become_one_stored_entry() {
        let mut after = harbour(["a", "b"]);
        after.push(entry("c", "https://tide.example/1", "The harbour bridge reopens"));
        assert_eq!(seen_again(harbour(["a", "b"]), after), [Some(0), Some(1), None]);
    }

    #[test]
    fn keys_depend_on_the_entry_and_on_nothing_else() {
        assert_eq!(keys(harbour(["a", "b"])), keys(harbour(["a", "b"])));
        assert!(keys(vec![SafeEntry::default()])[0].key.0.starts_with("none1:"));
    }
}
