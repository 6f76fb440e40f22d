//! All that a reader has seen of a story, so that a new text can be held to it: sentences by their words, runs of words,
//! and every sentence by the stems it holds. A text is read once; asking costs what the sentence's rarer words cost.
//! Start at [`Seen::add`] and [`Seen::who_says`].

use super::likeness::{alone, laid};
use super::lines::{Line, Text};
use super::versions::{figure_changes, known_share};
use std::collections::{BTreeMap, BTreeSet};

/// Where a sentence stands: text and line.
pub(super) type Place = (usize, usize);

/// Share of the shorter sentence's stems that makes two one statement, as for support in a brief.
const SAME_SHARE: f64 = 0.6;
const MIN_SHARED: usize = 3;
/// Share of the longer one, and of both sentences' words in order, for two that differ in a value alone.
const SAME_LONGER: f64 = 0.5;
const SAME_ORDER: f64 = 0.6;
/// Share of a sentence's runs of words that stand in what was seen.
const STANDS: f64 = 0.8;
/// Share of a quote's.
const QUOTED: f64 = 0.5;
/// Share of a sentence's stems that nobody used yet, and how many, before it may tell something new.
const NOVEL_SHARE: f64 = 0.25;
const MIN_NOVEL: usize = 2;
/// A stem in more sentences than this finds nothing that rarer ones do not.
const MAX_POSTINGS: usize = 400;
/// Sentences that a new one is held to, the likeliest first.
const MAX_HELD_TO: usize = 8;

/// What is known about a new sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Standing {
    /// Somebody said it; where, if one sentence did.
    Said(Option<Place>),
    /// Somebody said it with another value: the place, that value and the new one.
    Figure(Place, usize, usize),
    New,
}

/// The texts seen so far.
#[derive(Debug, Default)]
pub(super) struct Seen<'a> {
    pub(super) texts: Vec<Text<'a>>,
    keys: BTreeMap<u64, Place>,
    runs: BTreeSet<u64>,
    postings: BTreeMap<u64, Vec<Place>>,
    numbers: BTreeSet<u64>,
}

impl<'a> Seen<'a> {
    pub(super) fn add(&mut self, text: Text<'a>) -> usize {
        let index = self.texts.len();
        self.runs.extend(text.runs());
        for (at, line) in text.lines.iter().enumerate() {
            self.keys.entry(line.key).or_insert((index, at));
            self.numbers.extend(line.numbers().map(|v| v.number.to_bits()));
            for stem in &line.content {
                let places = self.postings.entry(*stem).or_default();
                if places.len() <= MAX_POSTINGS {
                    places.push((index, at));
                }
            }
        }
        self.texts.push(text);
        index
    }

    pub(super) fn line(&self, place: Place) -> Option<&Line> {
        self.texts.get(place.0)?.lines.get(place.1)
    }

    /// Whether the words of a quote were heard.
    pub(super) fn heard(&self, words: &[u64]) -> bool {
        known_share(words, &self.runs).is_some_and(|share| share >= QUOTED)
    }

    /// What the texts seen say about a sentence.
    pub(super) fn standing(&self, line: &Line) -> Standing {
        if let Some(place) = self.keys.get(&line.key) {
            return Standing::Said(Some(*place));
        }
        for (place, shared) in self.likely(line) {
            let Some(other) = self.line(place) else { continue };
            let shorter = line.content.len().min(other.content.len());
            let longer = line.content.len().max(other.content.len());
            let same =
                shared >= MIN_SHARED.min(shorter.max(1)) && shared as f64 >= SAME_SHARE * shorter as f64;
            if !same || longer > shorter * 3 {
                continue;
            }
            let numbers = line.numbers().all(|v| other.values.iter().any(|w| w.equals(v)));
            if numbers && alone(&line.names, &other.content) == 0 && line.denies == other.denies {
                return Standing::Said(Some(place));
            }
            let in_order = shared as f64 >= SAME_LONGER * longer as f64
                && laid(other, line).share(other, line) >= SAME_ORDER;
            if in_order && let Some((before, after)) = figure_changes(other, line).first() {
                return Standing::Figure(place, *before, *after);
            }
        }
        let words: Vec<u64> = line.tokens.iter().map(|token| token.hash).collect();
        if known_share(&words, &self.runs).is_some_and(|share| share >= STANDS) {
            return Standing::Said(None);
        }
        Standing::New
    }

    /// Whether a sentence brings words that no text seen has: a paraphrase of what was said brings few.
    pub(super) fn is_novel(&self, line: &Line) -> bool {
        let unheard = |stem: &&u64| !self.postings.contains_key(stem);
        let novel = line.content.iter().filter(unheard).count();
        let number = line.numbers().any(|v| !self.numbers.contains(&v.number.to_bits()));
        let named = line.names.iter().any(|name| unheard(&name));
        let needed = if number || named { 1 } else { MIN_NOVEL };
        novel >= needed && novel as f64 >= NOVEL_SHARE * line.content.len() as f64
    }

    /// The sentences that share most stems, with how many.
    fn likely(&self, line: &Line) -> Vec<(Place, usize)> {
        let mut counts: BTreeMap<Place, usize> = BTreeMap::new();
        for stem in &line.content {
            for place in
                self.postings.get(stem).filter(|places| places.len() <= MAX_POSTINGS).into_iter().flatten()
            {
                *counts.entry(*place).or_default() += 1;
            }
        }
        let mut likely: Vec<(Place, usize)> = counts.into_iter().collect();
        // The later text of equals: it has the later value.
        likely.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| b.0.cmp(&a.0)));
        likely.truncate(MAX_HELD_TO);
        likely
    }
}
