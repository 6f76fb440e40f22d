//! Anchors of families whose texts have left the window: a sketch of each, by which a late copy finds its old family.
//! It refuses to keep words and to grow: of one anchor at most 32 samples and 8 facts stay, of all anchors the
//! newest so many ([`crate::Settings::anchors`]), under 1,600 bytes each. Start at [`Anchors::find`].

use crate::index::Index;
use crate::pair::Pair;
use crate::print::GRAM;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use wireroom_model::{ArticleId, FamilyId};

/// Samples of one anchor: its smallest ones, so that two texts choose alike. With 32 the share in common of two
/// texts is known to about a tenth.
const SAMPLES: usize = 32;

/// Samples of a new text that are looked up, its smallest ones: enough for an anchor of a quarter of its length.
const ASKED: usize = 32;

/// Names and figures of one anchor.
const FACTS: usize = 8;

/// A sample of more anchors than this is common stock: nobody's mark.
const STOCK: usize = 3;

/// Samples in common below which an anchor is no candidate ...
const CANDIDATE: usize = 2;

/// ... and the share of either sketch.
const CANDIDATE_SHARE: f64 = 0.25;

/// Without the anchor's words a late copy is believed from so many samples in common on ...
const SURE: usize = 8;

/// ... and this share of either sketch: nine words in ten, since one changed word spoils five samples.
const SURE_SHARE: f64 = 0.6;

/// ... and this share of the anchor's names and figures, where most of the anchor is in the text.
const SURE_FACTS: f64 = 0.6;

/// A part of another anchor: this share of its sketch inside, and at most this share of the length.
const PART_SHARE: f64 = 0.5;
const PART_LENGTH: f64 = 0.75;

/// What stays of one anchor.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Sketch {
    pub id: ArticleId,
    pub family: FamilyId,
    /// When it arrived, as seconds.
    pub arrived: i64,
    pub words: u32,
    /// Folds all words: equal where the texts are.
    whole: u64,
    /// Ascending.
    samples: Vec<u32>,
    /// Ascending word numbers.
    facts: Vec<u32>,
}

/// What a text is asked and kept by.
#[derive(Debug)]
pub(crate) struct Asked<'t> {
    pub numbers: &'t [u32],
    pub facts: &'t [(u16, u32)],
    /// As the window's index has them, ascending.
    pub sample: &'t [u32],
}

impl Asked<'_> {
    /// The smallest samples, ascending, and the largest number up to which all are among them.
    fn smallest(&self, limit: usize) -> (Vec<u32>, u32) {
        let samples: Vec<u32> = self.sample.iter().take(limit).copied().collect();
        let all = self.sample.len() <= limit;
        let upto = samples.last().copied().filter(|_| !all).unwrap_or(u32::MAX);
        (samples, upto)
    }

    fn whole(&self) -> u64 {
        self.numbers.iter().fold(2, |state, &word| wireroom_text::hash::mix_v1(state, u64::from(word)))
    }
}

impl Sketch {
    pub(crate) fn of(id: ArticleId, family: FamilyId, arrived: i64, text: &Asked<'_>) -> Self {
        let (mut samples, _) = text.smallest(SAMPLES);
        samples.shrink_to_fit();
        let mut facts: Vec<u32> = text.facts.iter().map(|&(_, fact)| fact).collect();
        facts.sort_unstable();
        facts.dedup();
        facts.truncate(FACTS);
        facts.shrink_to_fit();
        let words = u32::try_from(text.numbers.len()).unwrap_or(u32::MAX);
        Self { id, family, arrived, words, whole: text.whole(), samples, facts }
    }

    /// All of its samples up to this number are known.
    fn upto(&self) -> u32 {
        if self.samples.len() < SAMPLES { u32::MAX } else { self.samples.last().copied().unwrap_or(u32::MAX) }
    }
}

/// An old anchor beside a new text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Found {
    pub id: ArticleId,
    pub family: FamilyId,
    pub arrived: i64,
    pub words: u32,
    /// The figures as the sketch has them, from the new text's side.
    pub pair: Pair,
    /// Believed without the anchor's words.
    pub sure: bool,
}

/// The newest anchors that left the window.
#[derive(Debug, Clone, Default)]
pub(crate) struct Anchors {
    sketches: BTreeMap<ArticleId, Sketch>,
    by_age: BTreeSet<(i64, ArticleId)>,
    index: Index,
}

impl Anchors {
    /// Keeps a sketch; what is oldest beyond `limit` goes. The answer depends on the set alone, not on its order.
    pub(crate) fn insert(&mut self, sketch: Sketch, limit: usize) {
        self.remove(sketch.id);
        self.by_age.insert((sketch.arrived, sketch.id));
        self.index.insert(sketch.id, &sketch.samples);
        self.sketches.insert(sketch.id, sketch);
        while self.sketches.len() > limit {
            let Some(&(_, oldest)) = self.by_age.first() else { break };
            self.remove(oldest);
        }
    }

    pub(crate) fn remove(&mut self, id: ArticleId) {
        let Some(sketch) = self.sketches.remove(&id) else { return };
        self.by_age.remove(&(sketch.arrived, id));
        self.index.remove(id, &sketch.samples);
    }

    pub(crate) fn len(&self) -> usize {
        self.sketches.len()
    }

    /// The oldest first.
    pub(crate) fn sketches(&self) -> impl Iterator<Item = &Sketch> {
        self.by_age.iter().filter_map(|(_, id)| self.sketches.get(id))
    }

    /// How many of these samples each anchor has; those that are common stock count for none.
    fn counts(&self, samples: &[u32]) -> BTreeMap<ArticleId, usize> {
        let mut counts: BTreeMap<ArticleId, usize> = BTreeMap::new();
        for &sample in samples {
            if self.index.holders(sample).nth(STOCK).is_none() {
                self.index.holders(sample).for_each(|id| *counts.entry(id).or_default() += 1);
            }
        }
        counts
    }

    /// The old anchor that a new text resembles most: word for word, else by the better contained of the two,
    /// then by the other, then the earlier. A digest that holds several old texts is nobody's anchor.
    pub(crate) fn find(&self, text: &Asked<'_>) -> Option<Found> {
        if self.sketches.is_empty() || text.numbers.is_empty() {
            return None;
        }
        let (samples, upto) = text.smallest(ASKED);
        let whole = text.whole();
        let mut found: Vec<Found> = self
            .counts(&samples)
            .into_iter()
            .filter(|&(_, shared)| shared >= CANDIDATE)
            .filter_map(|(id, shared)| beside(self.sketches.get(&id)?, shared, text, (&samples, upto), whole))
            .collect();
        let other = |found: &Found| found.pair.mine.min(found.pair.theirs);
        found.sort_by(|one, two| {
            let by = |a: f64, b: f64| b.total_cmp(&a);
            (two.pair.same.cmp(&one.pair.same))
                .then(by(one.pair.containment(), two.pair.containment()))
                .then(by(other(one), other(two)))
                .then((one.arrived, one.id).cmp(&(two.arrived, two.id)))
        });
        found.into_iter().find(|found| !self.is_hub(found.id))
    }

    /// True where two other anchors that share nothing lie inside this one.
    fn is_hub(&self, id: ArticleId) -> bool {
        let Some(whole) = self.sketches.get(&id) else { return false };
        let upto = whole.upto();
        let mut parts: Vec<&Sketch> = Vec::new();
        for (other, shared) in self.counts(&whole.samples) {
            let Some(part) = self.sketches.get(&other).filter(|part| part.id != id) else { continue };
            let known = part.samples.partition_point(|&sample| sample <= upto);
            let inside = shared >= CANDIDATE && shared as f64 >= known as f64 * PART_SHARE;
            if inside && f64::from(part.words) <= f64::from(whole.words) * PART_LENGTH {
                parts.push(part);
            }
        }
        let apart =
            |one: &Sketch, two: &Sketch| !one.samples.iter().any(|s| two.samples.binary_search(s).is_ok());
        parts.iter().enumerate().any(|(at, one)| parts.iter().skip(at + 1).any(|two| apart(one, two)))
    }

    /// Bytes held, by structure: trees are counted as two thirds full.
    pub(crate) fn bytes(&self) -> usize {
        let tree = |entries: usize, size: usize| entries * size * 3 / 2;
        let inside: usize =
            self.sketches.values().map(|s| (s.samples.capacity() + s.facts.capacity()) * 4).sum();
        inside
            + tree(self.sketches.len(), size_of::<(ArticleId, Sketch)>())
            + tree(self.by_age.len(), size_of::<(i64, ArticleId)>())
            + self.index.bytes()
    }
}

/// An anchor beside a text whose smallest samples, complete up to a number, have `shared` in common with it.
fn beside(
    old: &Sketch,
    shared: usize,
    text: &Asked<'_>,
    (samples, upto): (&[u32], u32),
    whole: u64,
) -> Option<Found> {
    let upto = upto.min(old.upto());
    let share = |all: &[u32]| (shared as f64 / all.partition_point(|&s| s <= upto).max(1) as f64).min(1.0);
    let same = old.whole == whole && old.words as usize == text.numbers.len();
    let (mine, theirs) = if same { (1.0, 1.0) } else { (share(samples), share(&old.samples)) };
    let best = mine.max(theirs);
    if best < CANDIDATE_SHARE {
        return None;
    }
    let length = u32::try_from(text.numbers.len()).unwrap_or(u32::MAX);
    let gram = u32::try_from(GRAM).unwrap_or(u32::MAX);
    let least = |share: f64, all: u32| (f64::from(all) * share) as u32;
    let pair = Pair {
        mine,
        theirs,
        equal: least(mine, length).max(least(theirs, old.words)),
        // What is known is that some samples are in both: runs of so many words at least.
        longest: if same { length } else { gram },
        passage: if same { length } else { gram },
        shorter: length.min(old.words),
        long_runs: u32::from(same),
        parts: 1,
        same,
    };
    let facts = || {
        let known = old.facts.iter().filter(|fact| text.numbers.contains(fact)).count();
        theirs < SURE_SHARE || known as f64 >= old.facts.len() as f64 * SURE_FACTS
    };
    let sure = same || shared >= SURE && best >= SURE_SHARE && facts();
    Some(Found { id: old.id, family: old.family, arrived: old.arrived, words: old.words, pair, sure })
}
