//! Telling entries of one feed apart and knowing them again. Keys are scoped to their feed by the caller.
//! An entry's name is its id, or its link where it has none. While names hold, a new name is a new entry: a column that
//! says the same words every day has an entry every day. A feed that gives one id to all its entries, or changes all its
//! names, is matched by link and content instead. Start at [`identities`] and [`recognise`].

use crate::safe::{SafeEntry, SafeFeed};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use url::Url;
use wireroom_text::{hash, markup};

/// Characters of title and text below which they do not tell one entry from another ("Live", "No title").
const TELLING_LENGTH: usize = 24;

/// Entries that must be known by their link or content before a feed whose names are all new is taken to have changed
/// its names: one alone may be the next issue of a column.
const WITNESSES: usize = 2;

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

/// What a key is made of, strongest first. The words stand in stored keys: one that changes its meaning gets a new number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Sign {
    Id,
    /// Link, title and the stated time of publication.
    DatedPage,
    /// Link and title.
    Page,
    /// Title and text, where they are long enough to tell.
    Text,
    /// The link alone.
    Link,
    /// Link, title and text, however short: the last name of an entry without any other.
    Said,
    Nothing,
}

impl Sign {
    const ALL: [(Self, &'static str); 7] = [
        (Self::Id, "id1"),
        (Self::DatedPage, "dated1"),
        (Self::Page, "page2"),
        (Self::Text, "text1"),
        (Self::Link, "link2"),
        (Self::Said, "said1"),
        (Self::Nothing, "none1"),
    ];

    fn key(self, parts: &[&str]) -> (Self, EntryKey) {
        let kind = Self::ALL.iter().find(|(sign, _)| *sign == self).map_or("", |(_, kind)| kind);
        (self, EntryKey(format!("{kind}:{}", hash::text_v1(&parts.join("\u{1F}")))))
    }

    fn of(key: &EntryKey) -> Self {
        let kind = key.0.split_once(':').map_or("", |(kind, _)| kind);
        Self::ALL.iter().find(|(_, known)| *known == kind).map_or(Self::Nothing, |(sign, _)| *sign)
    }
}

/// The signs of one entry, before it is known which of them tell it from the others.
struct Signs {
    keys: Vec<(Sign, EntryKey)>,
    /// Everything that was said: entries of one content are one entry.
    said: EntryKey,
}

/// One identity for each entry, in order. A sign that stands on several different entries is no key.
/// Keys are distinct within the feed unless two entries are the same entry.
pub fn identities(feed: &SafeFeed) -> Vec<Identity> {
    let home = feed.link.as_deref().map(page_of);
    let signs: Vec<Signs> = feed.entries.iter().map(|entry| signs(entry, home.as_deref())).collect();
    let shared = shared(&signs);
    // An entry that is printed twice, once without its id, is the one that has it.
    let with_id: BTreeMap<EntryKey, Vec<(Sign, EntryKey)>> = signs
        .iter()
        .rev()
        .filter(|entry| entry.keys.iter().any(|(sign, key)| *sign == Sign::Id && !shared.contains(key)))
        .map(|entry| (entry.said.clone(), entry.keys.clone()))
        .collect();
    signs
        .into_iter()
        .map(|signs| {
            let own = signs.keys.iter().any(|(sign, key)| *sign == Sign::Id && !shared.contains(key));
            let named = with_id.get(&signs.said).filter(|_| !own).cloned();
            let keys = named.unwrap_or(signs.keys);
            let mut keys: Vec<_> = keys.into_iter().filter(|(_, key)| !shared.contains(key)).collect();
            // Without an id an address that stands once in the feed is the next best name.
            if !keys.iter().any(|(sign, _)| *sign == Sign::Id) {
                keys.sort_by_key(|(sign, _)| *sign != Sign::Link);
            }
            let mut keys = keys.into_iter().map(|(_, key)| key);
            let key = keys.next().unwrap_or(signs.said);
            Identity { key, alternates: keys.collect() }
        })
        .collect()
}

/// Signs that stand on entries of different content.
fn shared(signs: &[Signs]) -> BTreeSet<EntryKey> {
    let mut first: BTreeMap<&EntryKey, &EntryKey> = BTreeMap::new();
    let mut shared = BTreeSet::new();
    for entry in signs {
        for (_, key) in &entry.keys {
            if *first.entry(key).or_insert(&entry.said) != &entry.said {
                shared.insert(key.clone());
            }
        }
    }
    shared
}

fn signs(entry: &SafeEntry, home: Option<&str>) -> Signs {
    let title = entry.title_line().unwrap_or_default();
    let text = entry.longest_text().map(markup::plain).unwrap_or_default();
    let link = entry.link.as_deref().map(page_of);
    // The page of the whole feed names none of its entries.
    let own = link.as_deref().filter(|link| Some(*link) != home && link.contains(['/', '?']));
    let id = entry.id.as_deref().map(str::trim).filter(|id| !id.is_empty());
    let date = entry.published.known().map(|when| when.unix().to_string());
    let telling = title.chars().count() + text.chars().count() >= TELLING_LENGTH;
    let mut keys = Vec::new();
    keys.extend(id.map(|id| Sign::Id.key(&[id])));
    if let Some(link) = own {
        if !title.is_empty() {
            // An update changes the text of an entry and leaves its address, its title and its date.
            keys.extend(date.map(|date| Sign::DatedPage.key(&[link, &title, &date])));
            keys.push(Sign::Page.key(&[link, &title]));
        }
        keys.push(Sign::Link.key(&[link]));
    }
    if telling {
        keys.push(Sign::Text.key(&[&title, &text]));
    }
    keys.sort();
    let said = match (&link, title.as_str(), text.as_str()) {
        (None, "", "") => Sign::Nothing.key(&[]),
        (link, title, text) => Sign::Said.key(&[link.as_deref().unwrap_or_default(), title, text]),
    };
    Signs { keys, said: said.1 }
}

/// The page that a link leads to, without what changes while the page stays: the scheme, the fragment, the end's
/// slash, the parameters that only count clicks.
fn page_of(link: &str) -> String {
    let Ok(url) = Url::parse(link) else { return link.trim().to_owned() };
    let mut page = url.host_str().unwrap_or_default().to_owned();
    page.extend(url.port().map(|port| format!(":{port}")));
    page.push_str(url.path().trim_end_matches('/'));
    let kept =
        url.query().unwrap_or_default().split('&').filter(|pair| !pair.is_empty() && !counts_clicks(pair));
    for (at, pair) in kept.enumerate() {
        page.push(if at == 0 { '?' } else { '&' });
        page.push_str(pair);
    }
    page
}

fn counts_clicks(pair: &str) -> bool {
    let name = pair.split('=').next().unwrap_or_default().to_ascii_lowercase();
    ["utm_", "at_", "mtm_", "pk_"].iter().any(|start| name.starts_with(start))
        || ["cmpid", "dclid", "fbclid", "gclid", "igshid", "mc_cid", "mc_eid", "msclkid", "xtor", "wt.mc_id"]
            .contains(&name.as_str())
}

/// Which stored entry each identity is, if any. `known` looks a key (main or alternate) up among the stored entries
/// of the same feed. A stored entry is given to one identity at most, stronger signs first.
pub fn recognise<K: Copy + Ord>(
    identities: &[Identity],
    known: impl Fn(&EntryKey) -> Option<K>,
) -> Vec<Option<K>> {
    let found: Vec<Found<K>> = identities.iter().map(|identity| Found::of(identity, &known)).collect();
    let names_hold = found.iter().any(|found| found.name_is_known);
    let witnesses = found.iter().filter(|found| found.has(Sign::Page) || found.has(Sign::Text)).count();
    let renamed = !names_hold && witnesses >= WITNESSES;
    let mut answers: Vec<Option<K>> = vec![None; identities.len()];
    let mut taken: BTreeMap<K, &EntryKey> = BTreeMap::new();
    for rule in RULES {
        for ((identity, found), answer) in identities.iter().zip(&found).zip(&mut answers) {
            if answer.is_some() {
                continue;
            }
            // The same entry twice in one feed is the same entry both times.
            if let Some(entry) = found.by(rule, names_hold, renamed)
                && *taken.entry(entry).or_insert(&identity.key) == &identity.key
            {
                *answer = Some(entry);
            }
        }
    }
    answers
}

/// How an entry is recognised, in the order of trust.
#[derive(Debug, Clone, Copy)]
enum Rule {
    /// Page and text say with one voice that the name belongs to another: names were swapped.
    TwoAgainstName,
    Name,
    DatedPage,
    PageAndText,
    Page,
    Text,
    Link,
    Said,
}

const RULES: [Rule; 8] = [
    Rule::TwoAgainstName,
    Rule::Name,
    Rule::DatedPage,
    Rule::PageAndText,
    Rule::Page,
    Rule::Text,
    Rule::Link,
    Rule::Said,
];

/// The stored entries that the signs of one identity point to.
struct Found<K> {
    entries: Vec<(Sign, K)>,
    name: Sign,
    name_is_known: bool,
    /// Signs that the identity has, known or not.
    dated: bool,
    telling: bool,
}

impl<K: Copy + Ord> Found<K> {
    fn of(identity: &Identity, known: impl Fn(&EntryKey) -> Option<K>) -> Self {
        let entries = identity.keys().filter_map(|key| Some((Sign::of(key), known(key)?))).collect();
        let has = |sign| identity.keys().any(|key| Sign::of(key) == sign);
        let name = Sign::of(&identity.key);
        let named = matches!(name, Sign::Id | Sign::Link);
        Self {
            entries,
            name,
            name_is_known: named && known(&identity.key).is_some(),
            dated: has(Sign::DatedPage),
            telling: has(Sign::Text),
        }
    }

    fn get(&self, sign: Sign) -> Option<K> {
        self.entries.iter().find(|(found, _)| *found == sign).map(|(_, entry)| *entry)
    }

    fn has(&self, sign: Sign) -> bool {
        self.get(sign).is_some()
    }

    fn by(&self, rule: Rule, names_hold: bool, renamed: bool) -> Option<K> {
        let nameless = !matches!(self.name, Sign::Id | Sign::Link);
        let page_and_text = self.get(Sign::Page).filter(|entry| self.get(Sign::Text) == Some(*entry));
        match rule {
            Rule::TwoAgainstName => self.get(self.name).and(page_and_text),
            Rule::Name => self.get(self.name),
            Rule::DatedPage => self.get(Sign::DatedPage),
            Rule::PageAndText => page_and_text,
            // Under a new name the same page is the same entry only where names changed, or where neither its text nor
            // its date could say that it is another.
            Rule::Page if nameless || renamed || !(names_hold || self.telling && self.dated) => {
                self.get(Sign::Page)
            }
            Rule::Text if nameless || renamed => self.get(Sign::Text),
            Rule::Link if renamed => self.get(Sign::Link),
            Rule::Said => self.get(Sign::Said),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests;
