//! What one story speaks of, bounded: weighted names, places, figures, days, words of its subject, its time and language.
//! A copy family counts as one text. It refuses to keep texts: a profile is made anew when its story changes.
//! Start at [`Profile::of`].

use crate::mentions::{Mentions, Named};
use crate::state::{Item, is_mute};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use wireroom_model::Lang;
use wireroom_text::language::most_common;

/// The version of what a profile holds; one of another version is made anew.
const VERSION: u32 = 2;

/// Texts of one story that are read: its first and its last ones.
const MAX_TEXTS: usize = 32;

/// What a profile keeps of each kind, the heaviest first.
const MAX_NAMES: usize = 48;
const MAX_PLACES: usize = 12;
const MAX_FIGURES: usize = 30;
const MAX_DAYS: usize = 12;
const MAX_WORDS: usize = 48;
const MAX_SPELLED: usize = 160;

/// Mentions in one text that make a name as heavy as mentions can.
const OFTEN: f64 = 5.0;

/// What may be a mere noun weighs beside a name: German writes both alike.
pub(crate) const NOUN: f64 = 0.3;

/// What may be a name in Arabic letters loses this much of its weight towards the end of the words that are read.
const LATE: f64 = 0.2;
const BODY: f64 = 600.0;

/// What standing in a title adds.
const TITLE: f64 = 0.5;

/// One thing that a story speaks of.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Said {
    /// What compares: the sounds of a name, a place's code, a figure's value, a folded word.
    pub key: String,
    /// As printed.
    pub shown: String,
    /// 0 to 1: how much of the story speaks of it.
    pub weight: f64,
    /// False for what may be a mere noun.
    pub sure: bool,
}

/// What one story speaks of. Serialises; each list is bounded, the heaviest first.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Profile {
    version: u32,
    pub(crate) lang: Lang,
    /// The median of its stated publications, unix seconds.
    pub(crate) published: Option<i64>,
    /// When its last article arrived, unix seconds.
    pub(crate) arrived: i64,
    pub(crate) names: Vec<Said>,
    pub(crate) places: Vec<Said>,
    pub(crate) figures: Vec<Said>,
    pub(crate) days: Vec<Said>,
    pub(crate) words: Vec<Said>,
    /// What may be a name in Arabic letters.
    pub(crate) spelled: Vec<Said>,
}

/// Sums over texts, before they are cut.
type Sums = BTreeMap<String, Said>;

impl Profile {
    /// Reads a story's articles, in order of arrival; of each copy family the first. `arrived`: unix seconds of the
    /// last arrival.
    pub fn of(items: &[Item<'_>], arrived: i64) -> Self {
        let mut families = BTreeSet::new();
        let fresh = items.iter().filter(|item| item.family.is_none_or(|family| families.insert(family)));
        let texts: Vec<_> = fresh.map(|item| item.article).filter(|article| !is_mute(article)).collect();
        let late = texts.len().saturating_sub(MAX_TEXTS / 2).max(MAX_TEXTS / 2);
        let read: Vec<_> = texts.iter().take(MAX_TEXTS / 2).chain(texts.iter().skip(late)).collect();
        let mut published: Vec<i64> =
            read.iter().filter_map(|article| article.published.sort_key()).collect();
        published.sort_unstable();
        let [mut names, mut places, mut figures, mut days, mut words, mut spelled] =
            [const { Sums::new() }; 6];
        for article in &read {
            let found = Mentions::of(article);
            for (key, named) in &found.names {
                add(&mut names, key, &named.shown, weight(named), named.sure);
            }
            for (code, named) in &found.places {
                add(&mut places, code, &named.shown, weight(named), true);
            }
            for (value, shown) in &found.figures {
                add(&mut figures, value, shown, 1.0, true);
            }
            for (spelling, (times, first)) in &found.spelled {
                // A report names early whom it is about.
                let early = 1.0 - LATE * (*first as f64 / BODY).min(1.0);
                add(&mut spelled, spelling, spelling, often(*times) * early, true);
            }
            for day in &found.days {
                add(&mut days, day, day, 1.0, true);
            }
            for (stem, word) in &found.words {
                add(&mut words, stem, &word.shown, often(word.times), true);
            }
        }
        unite(&mut names);
        let share = 1.0 / read.len().max(1) as f64;
        Self {
            version: VERSION,
            lang: most_common(read.iter().map(|article| article.lang)).unwrap_or(Lang::UNKNOWN),
            published: published.get(published.len() / 2).copied(),
            arrived,
            names: cut(names, share, MAX_NAMES),
            places: cut(places, share, MAX_PLACES),
            figures: cut(figures, share, MAX_FIGURES),
            days: cut(days, share, MAX_DAYS),
            words: cut(words, share, MAX_WORDS),
            spelled: cut(spelled, share, MAX_SPELLED),
        }
    }

    /// True where nothing is known of the story: no text that speaks.
    pub fn is_empty(&self) -> bool {
        self.names.is_empty() && self.places.is_empty() && self.words.is_empty() && self.figures.is_empty()
    }

    /// The version of the rules that profiles are made by.
    pub const VERSION: u32 = VERSION;

    /// True where this program reads it.
    pub const fn is_current(&self) -> bool {
        self.version == VERSION
    }

    /// The language of most of its texts.
    pub const fn lang(&self) -> Lang {
        self.lang
    }

    /// When it happened as far as is known: what it is ordered by, unix seconds.
    pub fn time(&self) -> i64 {
        self.published.unwrap_or(self.arrived)
    }
}

fn often(times: u32) -> f64 {
    (f64::from(times).ln_1p() / OFTEN.ln_1p()).min(1.0)
}

fn weight(named: &Named) -> f64 {
    (often(named.times) + if named.in_title { TITLE } else { 0.0 }).min(1.0)
}

fn add(sums: &mut Sums, key: &str, shown: &str, weight: f64, sure: bool) {
    let new = || Said { key: key.to_owned(), shown: shown.to_owned(), weight: 0.0, sure: false };
    let said = sums.entry(key.to_owned()).or_insert_with(new);
    said.weight += weight;
    said.sure |= sure;
}

/// A name's last word alone ("Quist") is the heaviest longer name that ends so ("Orla Quist"), and what has more words
/// before such a name ("Harbour Master Orla Quist") is that name.
fn unite(names: &mut Sums) {
    let with_more: Vec<(String, String)> = names
        .keys()
        .filter_map(|key| {
            let (_, rest) = key.split_once(' ')?;
            let shorter =
                std::iter::successors(Some(rest), |rest| rest.split_once(' ').map(|(_, rest)| rest));
            let shorter = shorter.filter(|name| name.contains(' ') && names.contains_key(*name)).last()?;
            Some((key.clone(), shorter.to_owned()))
        })
        .collect();
    fold_into(names, with_more);
    let mut longer: BTreeMap<&str, (&str, f64)> = BTreeMap::new();
    for (key, said) in names.iter() {
        let Some((_, tail)) = key.rsplit_once(' ') else { continue };
        let best = longer.entry(tail).or_insert((key, said.weight));
        if said.weight > best.1 {
            *best = (key, said.weight);
        }
    }
    let moves: Vec<(String, String)> = names
        .keys()
        .filter_map(|key| longer.get(key.as_str()).map(|(full, _)| (key.clone(), (*full).to_owned())))
        .collect();
    fold_into(names, moves);
}

fn fold_into(names: &mut Sums, moves: Vec<(String, String)>) {
    for (from, into) in moves {
        let Some(said) = names.remove(&from) else { continue };
        if let Some(known) = names.get_mut(&into) {
            known.weight += said.weight;
        }
    }
}

fn cut(sums: Sums, share: f64, limit: usize) -> Vec<Said> {
    let mut all: Vec<Said> = sums.into_values().collect();
    all.iter_mut().for_each(|said| said.weight = ((said.weight * share).min(1.0) * 1e3).round() / 1e3);
    // What may be a mere noun makes room for names.
    let rank = |said: &Said| if said.sure { said.weight } else { said.weight * NOUN };
    all.sort_by(|a, b| rank(b).total_cmp(&rank(a)).then_with(|| a.key.cmp(&b.key)));
    all.truncate(limit);
    all
}
