//! The views of an article: title, lead and body as counted terms, and their weights against the stream.
//! It refuses to know words: a term is a number, the words themselves are looked up in the article when asked why.
//! Start at [`Views::of`], then [`Weighed::new`].

use crate::stream::Stream;
use serde::{Deserialize, Serialize};
use wireroom_model::Article;
use wireroom_text::hash::{mix_v1, word_v1};
use wireroom_text::words::{fold, is_spaceless, words};

/// How much of the likeness each view decides: title, lead, body. Taken from an earlier measurement on both story sets.
pub(crate) const SHARES: [f64; 3] = [0.3, 0.3, 0.4];

/// Words of the body that make the lead.
const LEAD_WORDS: usize = 60;

/// Words of the body that are read at all: a report says what it is about in its first pages.
const BODY_WORDS: usize = 600;

/// One- and two-letter words of spaced scripts are grammar or initials.
const MIN_LETTERS: usize = 3;

/// Terms and how often each stands in one view, ascending by term.
type Counts = Vec<(u32, u16)>;

/// The three views of one article, counted.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct Views(pub [Counts; 3]);

/// The three views as unit vectors, ascending by term.
#[derive(Debug, Clone, Default)]
pub(crate) struct Weighed(pub [Vec<(u32, f32)>; 3]);

/// The terms of a text in order, each with the word it stands for (none for the second half of a pair).
pub(crate) fn terms(text: &str) -> impl Iterator<Item = (u32, &str)> {
    let mut before: Option<u32> = None;
    words(text).filter_map(move |word| {
        if word.text.chars().next().is_some_and(is_spaceless) {
            // Scripts without spaces: pairs of characters are the terms.
            let this = short(word_v1(&fold(word.text)));
            let pair = before.map(|b| (short(mix_v1(u64::from(b), u64::from(this))), word.text));
            before = Some(this);
            return pair;
        }
        before = None;
        let letters = word.text.chars().count();
        let digits = word.text.bytes().all(|b| b.is_ascii_digit());
        (letters >= MIN_LETTERS || digits && letters >= 2)
            .then(|| (short(word_v1(&fold(word.text))), word.text))
    })
}

fn short(hash: u64) -> u32 {
    (hash >> 32) as u32
}

fn counted<'t>(terms: impl Iterator<Item = (u32, &'t str)>) -> Counts {
    let mut all: Vec<u32> = terms.map(|(term, _)| term).collect();
    all.sort_unstable();
    let mut counts: Counts = Vec::new();
    for term in all {
        match counts.last_mut() {
            Some((last, count)) if *last == term => *count = count.saturating_add(1),
            _ => counts.push((term, 1)),
        }
    }
    counts
}

impl Views {
    /// Counts the views of an article.
    pub(crate) fn of(article: &Article) -> Self {
        Self([
            counted(terms(&article.title)),
            counted(terms(&article.body).take(LEAD_WORDS)),
            counted(terms(&article.body).take(BODY_WORDS)),
        ])
    }

    /// Every term of the article once, ascending.
    pub(crate) fn distinct(&self) -> Vec<u32> {
        let mut all: Vec<u32> = self.0.iter().flatten().map(|&(term, _)| term).collect();
        all.sort_unstable();
        all.dedup();
        all
    }

    /// True where there is nothing to compare.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.iter().all(Vec::is_empty)
    }
}

impl Weighed {
    /// Weighs counted views by what is rare in the stream now; each view has length one.
    pub(crate) fn new(views: &Views, stream: &Stream) -> Self {
        Self(views.0.each_ref().map(|counts| {
            let mut weights: Vec<(u32, f32)> = counts
                .iter()
                .map(|&(term, count)| (term, (1.0 + f32::from(count).ln()) * stream.rarity(term)))
                .collect();
            let length = weights.iter().map(|(_, w)| w * w).sum::<f32>().sqrt();
            if length > 0.0 {
                weights.iter_mut().for_each(|(_, w)| *w /= length);
            }
            weights
        }))
    }

    /// The terms that say most about the article over all views, strongest first.
    pub(crate) fn salient(&self, limit: usize) -> Vec<(u32, f32)> {
        let mut parts: Vec<(u32, f32)> = Vec::with_capacity(self.0.iter().map(Vec::len).sum());
        for (view, share) in self.0.iter().zip(SHARES) {
            parts.extend(view.iter().map(|&(term, weight)| (term, weight * share as f32)));
        }
        // Stable: the parts of one term add up in the order of the views.
        parts.sort_by_key(|&(term, _)| term);
        let mut terms: Vec<(u32, f32)> = Vec::with_capacity(parts.len());
        for (term, part) in parts {
            match terms.last_mut() {
                Some((last, sum)) if *last == term => *sum += part,
                _ => terms.push((term, part)),
            }
        }
        if limit < terms.len() {
            terms.select_nth_unstable_by(limit, |a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
            terms.truncate(limit);
        }
        terms.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        terms.truncate(limit);
        terms
    }
}
