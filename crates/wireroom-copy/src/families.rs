//! Families of one connected group of texts: a text joins the anchor that holds it best, never a mere neighbour.
//! It refuses closure and it refuses hubs: a text that holds several unrelated others is alone.
//! The answer depends on the texts and their pairs alone, not on the order in which they came.
//! Start at [`cluster`].

use crate::pair::Pair;
use crate::print::is_long;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use wireroom_model::ArticleId;

/// A neighbour lies inside another text from this share of its own words on.
const INSIDE: f64 = 0.7;

/// ... and is a part of it up to this share of its length.
const PART: f64 = 0.75;

/// Two parts are unrelated below this overlap of their long words. Measured on texts of copies-a: first and last
/// 150 words of one report overlap by less in 5 of 100, of two reports in 80 of 100; below that length both do.
const UNRELATED: f64 = 0.05;

/// So many long words any two texts may share.
const CHANCE: usize = 2;

/// Two unrelated parts of this many words make a hub; of shorter ones it takes three.
const TELLING_WORDS: usize = 150;

/// Parts of one text that are looked at when it may be a hub.
const MAX_PARTS: usize = 24;

/// What clustering needs of one text.
pub(crate) trait Member {
    /// Empty where the text is known by its sketch alone.
    fn numbers(&self) -> &[u32];
    fn pairs(&self) -> &BTreeMap<ArticleId, Pair>;
    /// A kind of page that never stands in a family (a listing, a live page).
    fn apart(&self) -> bool;
    /// Its words, known or not.
    fn length(&self) -> usize {
        self.numbers().len()
    }
}

/// Who of two texts is the anchor: the smaller. About the longest, then the earlier one: lengths within a tenth
/// count as equal, so that an anchor gives way to a text that brings something and not to every other edit of it.
pub(crate) fn rank<M: Member>(text: &M, id: ArticleId) -> (Reverse<usize>, ArticleId) {
    let length = text.length();
    let octave = length.checked_ilog2().unwrap_or(0);
    let step = if octave < STEPS { 0 } else { length >> (octave - STEPS) };
    (Reverse(((octave as usize) << (STEPS + 1)) + step), id)
}

/// Twofold steps of length in an octave, as a power: eight of them, of six to twelve in a hundred.
const STEPS: u32 = 3;

/// True where a text of this length lies inside a whole and is a part of it.
fn is_part(pair: &Pair, part: usize, whole: usize) -> bool {
    pair.theirs >= INSIDE && part as f64 <= whole as f64 * PART
}

/// True where the text holds parts that have nothing to do with each other.
pub(crate) fn is_hub<M: Member>(texts: &BTreeMap<ArticleId, M>, id: ArticleId) -> bool {
    let Some(text) = texts.get(&id) else { return false };
    if text.apart() {
        return true;
    }
    let parts = parts(texts, text);
    if parts.len() < 2 {
        return false;
    }
    let words: Vec<BTreeSet<u32>> = parts.iter().map(|(_, part)| long_words(part.numbers())).collect();
    let apart =
        |one: usize, two: usize| match (parts.get(one), parts.get(two), words.get(one), words.get(two)) {
            (Some((_, text)), Some((id, _)), Some(mine), Some(theirs)) => {
                !text.pairs().contains_key(id) && unrelated(mine, theirs)
            }
            _ => false,
        };
    let long = |at: usize| parts.get(at).is_some_and(|(_, text)| text.numbers().len() >= TELLING_WORDS);
    (0..parts.len()).any(|one| {
        (one + 1..parts.len()).filter(|&two| apart(one, two)).any(|two| {
            long(one) && long(two)
                || (two + 1..parts.len()).any(|three| apart(one, three) && apart(two, three))
        })
    })
}

/// The parts of a text whose words are known, by number.
fn parts<'t, M: Member>(texts: &'t BTreeMap<ArticleId, M>, text: &M) -> Vec<(ArticleId, &'t M)> {
    let found = text.pairs().iter().filter_map(|(&other, pair)| {
        let part = texts.get(&other).filter(|part| !part.numbers().is_empty())?;
        is_part(pair, part.length(), text.length()).then_some((other, part))
    });
    found.take(MAX_PARTS).collect()
}

/// True where a new text may have made hubs of others: it lies inside one that holds a part unrelated to it.
pub(crate) fn makes_hubs<M: Member>(texts: &BTreeMap<ArticleId, M>, id: ArticleId) -> bool {
    let Some(new) = texts.get(&id) else { return false };
    let mine = long_words(new.numbers());
    let mut known: BTreeMap<ArticleId, bool> = BTreeMap::new();
    let wholes = new.pairs().iter().filter_map(|(whole, pair)| Some((texts.get(whole)?, pair)));
    wholes.filter(|(whole, pair)| is_part(&pair.turned(), new.length(), whole.length())).any(|(whole, _)| {
        let parts = parts(texts, whole);
        parts.iter().any(|&(part, _)| part == id)
            && parts.iter().any(|&(part, text)| {
                let unrelated = || unrelated(&mine, &long_words(text.numbers()));
                part != id && *known.entry(part).or_insert_with(unrelated)
            })
    })
}

fn long_words(numbers: &[u32]) -> BTreeSet<u32> {
    numbers.iter().copied().filter(|&n| is_long(n)).collect()
}

/// True where so few long words stand in both that the texts tell of different things.
fn unrelated(a: &BTreeSet<u32>, b: &BTreeSet<u32>) -> bool {
    let shared = a.intersection(b).count();
    shared <= CHANCE || (shared as f64) < a.len().min(b.len()) as f64 * UNRELATED
}

/// The texts that hang together with `from`, hubs aside, at most `limit` of them.
pub(crate) fn reach<M: Member>(
    texts: &BTreeMap<ArticleId, M>,
    from: &BTreeSet<ArticleId>,
    hubs: &mut BTreeMap<ArticleId, bool>,
    limit: usize,
) -> BTreeSet<ArticleId> {
    let mut seen = BTreeSet::new();
    let mut todo: Vec<ArticleId> = from.iter().copied().rev().collect();
    while let Some(id) = todo.pop() {
        if seen.len() >= limit || !texts.contains_key(&id) || !seen.insert(id) {
            continue;
        }
        if *hubs.entry(id).or_insert_with(|| is_hub(texts, id)) {
            continue;
        }
        todo.extend(texts.get(&id).iter().flat_map(|text| text.pairs().keys().copied()));
    }
    seen
}

/// Which of two anchors holds a text better: more of it, then the one that it holds more of, then the earlier one.
pub(crate) fn better(one: (&ArticleId, &Pair), two: (&ArticleId, &Pair)) -> std::cmp::Ordering {
    let ((a, one), (b, two)) = (one, two);
    one.hold().total_cmp(&two.hold()).then(one.theirs.total_cmp(&two.theirs)).then_with(|| b.cmp(a))
}

/// The anchor of every text of `group` (itself where it is one).
pub(crate) fn cluster<M: Member>(
    texts: &BTreeMap<ArticleId, M>,
    group: &BTreeSet<ArticleId>,
    hubs: &BTreeMap<ArticleId, bool>,
) -> BTreeMap<ArticleId, ArticleId> {
    let mut order: Vec<_> = group.iter().filter_map(|&id| Some(rank(texts.get(&id)?, id))).collect();
    order.sort_unstable();
    let mut anchors: BTreeMap<ArticleId, ArticleId> = BTreeMap::new();
    for (_, id) in order {
        let hub = |id: &ArticleId| hubs.get(id).copied().unwrap_or(false);
        let best = texts
            .get(&id)
            .into_iter()
            .filter(|_| !hub(&id))
            .flat_map(|text| text.pairs())
            .filter(|(other, _)| !hub(other) && anchors.get(other) == Some(other))
            .max_by(|one, two| better(*one, *two));
        anchors.insert(id, best.map_or(id, |(&other, _)| other));
    }
    anchors
}
