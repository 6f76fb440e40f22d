//! Edits: what a printing has that the first one has not, as runs of words, and which of them another repeats.
//! It refuses a parent that lacks what the copy still has of the first text: nobody restores words unseen.
//! Start at [`Edits::against`], then [`inherited`].

use crate::align::words_span;
use crate::print::{numbered, word_numbers};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use wireroom_model::Span;
use wireroom_text::hash::mix_v1;

/// Words of one shingle. Three show a cut by what now stands side by side, and lose little to a second edit near by.
const SHINGLE: usize = 3;

/// Edits of one text that are looked at, the first ones: a copy with more is another text.
const MAX_EDITS: usize = 512;

/// The same words put in or reworded: two outlets do not hit on them by chance.
const SAME_WORDS: f64 = 6.0;

/// The same headline of an outlet's own.
const SAME_TITLE: f64 = 6.0;

/// The same paragraphs cut from the middle, or put in the same new order.
const SAME_CUT: f64 = 3.0;

/// The same end cut off: with six paragraphs every fifth pair of excerpts does that by chance.
const SAME_END: f64 = 1.5;

/// The first text's headline where the other has one of its own.
const TITLE_RESTORED: f64 = 3.0;

/// From this sum on shared edits tell whose copy it is: one wording, or a cut and an end. On the demo's press and ten
/// seeds of it every parent is right from 3.1 to 4.5; at 3 two siblings of each are taken for copies of one another,
/// at 6 an excerpt of an excerpt loses its source.
pub(super) const TELLING: f64 = 4.0;

/// Shingles of the first text that a copy may have and its parent not: a paragraph put in and dropped again
/// shows as the two that it stood between.
const RESTORED: usize = SHINGLE - 1;

/// An edit is repeated where this share of its shingles is.
const REPEATED: f64 = 0.5;

/// A printing's headline and text as they stood at one time.
#[derive(Debug, Clone, Copy)]
pub(super) struct Text<'t> {
    pub title: &'t str,
    pub body: &'t str,
}

/// A text as its shingles, in order and as a set.
#[derive(Debug, Clone)]
pub(super) struct Shingles {
    order: Vec<u64>,
    set: BTreeSet<u64>,
    words: Vec<u32>,
    title: Vec<u32>,
}

impl Shingles {
    pub fn of(text: Text<'_>) -> Self {
        let words = word_numbers(text.body);
        // A mark beyond each end, so that a text that was cut short shows where.
        let ends = [0_u32; SHINGLE - 1];
        let marked: Vec<u32> = ends.iter().chain(&words).chain(&ends).copied().collect();
        let hash = |run: &[u32]| run.iter().fold(3, |state, &word| mix_v1(state, u64::from(word)));
        let order: Vec<u64> =
            if words.is_empty() { Vec::new() } else { marked.windows(SHINGLE).map(hash).collect() };
        let set = order.iter().copied().collect();
        Self { order, set, words, title: word_numbers(text.title) }
    }

    pub fn set(&self) -> &BTreeSet<u64> {
        &self.set
    }
}

/// The first text in all its versions: what any of them has is nobody's edit.
#[derive(Debug, Clone, Default)]
pub(super) struct Base {
    shingles: BTreeSet<u64>,
    words: BTreeSet<u32>,
    titles: BTreeSet<Vec<u32>>,
}

impl Base {
    pub fn of(versions: &[Shingles]) -> Self {
        let mut base = Self::default();
        for version in versions {
            base.shingles.extend(&version.set);
            base.words.extend(&version.words);
            base.titles.insert(version.title.clone());
        }
        base
    }
}

/// One edit: shingles in a row that the first text has not.
#[derive(Debug, Clone, PartialEq)]
struct Edit {
    shingles: Vec<u64>,
    weight: f64,
    /// The words it shows as, by number: half-open.
    words: (usize, usize),
}

/// What one printing made of the first text.
#[derive(Debug, Clone)]
pub(super) struct Edits {
    edits: Vec<Edit>,
    own: BTreeSet<u64>,
    /// What it still has of the first text.
    kept: BTreeSet<u64>,
    /// The folded headline, where it is the printing's own; `None` where it is the first text's.
    title: Option<Vec<u32>>,
    untitled: bool,
}

impl Edits {
    /// The edits of a text against the first one.
    pub fn against(base: &Base, text: &Shingles) -> Self {
        let fresh = |at: usize| text.order.get(at).is_some_and(|s| !base.shingles.contains(s));
        let mut edits = Vec::new();
        let mut at = 0;
        while at < text.order.len() && edits.len() < MAX_EDITS {
            if !fresh(at) {
                at += 1;
                continue;
            }
            let from = at;
            while fresh(at) {
                at += 1;
            }
            edits.push(edit(base, text, from, at));
        }
        let own = text.set.difference(&base.shingles).copied().collect();
        let kept = text.set.intersection(&base.shingles).copied().collect();
        let title =
            (!text.title.is_empty() && !base.titles.contains(&text.title)).then(|| text.title.clone());
        Self { edits, own, kept, title, untitled: text.title.is_empty() }
    }

    /// True where this text holds of the first one clearly more than the other does: then it is no copy of it.
    pub fn holds_more_than(&self, other: &Self) -> bool {
        self.kept.difference(&other.kept).nth(RESTORED).is_some()
    }
}

fn edit(base: &Base, text: &Shingles, from: usize, to: usize) -> Edit {
    let shingles = text.order.get(from..to).unwrap_or_default().to_vec();
    // Shingle n covers the words n - 2 to n; what is new of them stands between the old words at both edges.
    let last = text.words.len();
    let (start, end) = (from.min(last), (to.saturating_sub(SHINGLE - 1)).min(last));
    let new = |&word: &u32| !base.words.contains(&word);
    let added = to - from >= SHINGLE || text.words.get(start..end).unwrap_or_default().iter().any(new);
    let at_end = to + 1 >= text.order.len() || from == 0;
    let weight = match (added, at_end) {
        (true, _) => SAME_WORDS,
        (false, false) => SAME_CUT,
        (false, true) => SAME_END,
    };
    // A cut has no words of its own: the words on both sides show it.
    let words = if start < end { (start, end) } else { (start.saturating_sub(2), (start + 2).min(last)) };
    Edit { shingles, weight, words }
}

/// How much of a parent's own edits a copy repeats.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Inherited {
    /// Above [`TELLING`] it tells.
    pub sum: f64,
    /// The weightiest repeated edit, as words of the parent's text; `None` where that is the headline.
    pub shown: Option<(usize, usize)>,
}

/// What `child` repeats of `parent`'s edits; `None` where it holds of the first text what the parent lacks. What
/// most members have is nobody's own.
pub(super) fn inherited(parent: &Edits, child: &Edits, holders: &Holders) -> Option<Inherited> {
    if child.holds_more_than(parent) {
        return None;
    }
    let mut found = Inherited { sum: 0.0, shown: None };
    // What is shown is the weightiest edit, of several the one that fewest have.
    let mut best = (0.0, Reverse(usize::MAX));
    for edit in &parent.edits {
        let all = edit.shingles.len().max(1) as f64;
        let share =
            |has: &dyn Fn(u64) -> bool| edit.shingles.iter().filter(|&&s| has(s)).count() as f64 / all;
        if share(&|s| holders.is_common(s)) >= REPEATED || share(&|s| child.own.contains(&s)) < REPEATED {
            continue;
        }
        found.sum += edit.weight;
        let fewest = edit.shingles.iter().map(|&s| holders.count(s)).min().unwrap_or(usize::MAX);
        if (edit.weight, Reverse(fewest)) > best {
            best = (edit.weight, Reverse(fewest));
            found.shown = Some(edit.words);
        }
    }
    match (&parent.title, &child.title) {
        (Some(one), Some(other)) if one == other => {
            found.sum += SAME_TITLE;
            if SAME_TITLE > best.0 {
                found.shown = None;
            }
        }
        (Some(_), None) if !child.untitled => found.sum -= TITLE_RESTORED,
        _ => {}
    }
    Some(found)
}

/// How many members have each shingle that the first text has not.
#[derive(Debug, Clone, Default)]
pub(super) struct Holders {
    counts: BTreeMap<u64, usize>,
    all: usize,
}

impl Holders {
    pub fn of<'e>(members: impl Iterator<Item = &'e Edits>) -> Self {
        let mut holders = Self::default();
        for edits in members {
            holders.all += 1;
            for shingle in &edits.own {
                *holders.counts.entry(*shingle).or_default() += 1;
            }
        }
        holders
    }

    fn count(&self, shingle: u64) -> usize {
        self.counts.get(&shingle).copied().unwrap_or(0)
    }

    /// What more than three quarters of the members (three at least, the first one not counted) have: the edit of a
    /// printing that nobody here has seen, or of the first one before it changed.
    fn is_common(&self, shingle: u64) -> bool {
        let count = self.count(shingle);
        count >= 3 && count * 4 > self.all * 3
    }
}

/// The words of `parent`'s edit where the copy prints them.
pub(super) fn shown_in(parent: &str, words: (usize, usize), child: &str) -> Option<Span> {
    let (_, numbers) = numbered(parent);
    let wanted = numbers.get(words.0..words.1)?;
    let (all, numbers) = numbered(child);
    let at = numbers.windows(wanted.len().max(1)).position(|run| run == wanted)?;
    words_span(child, &all, (at, at + wanted.len()))
}
