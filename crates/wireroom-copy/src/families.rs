//! Families of one connected group of texts: a text joins the anchor that holds it best, never a mere neighbour.
//! It refuses closure and it refuses hubs: a text that holds several unrelated others is alone.
//! The answer depends on the texts and their pairs alone, not on the order in which they came.
//! Start at [`cluster`].

use crate::pair::Pair;
use crate::print::is_long;
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
    fn numbers(&self) -> &[u32];
    fn pairs(&self) -> &BTreeMap<ArticleId, Pair>;
    /// A kind of page that never stands in a family (a listing, a live page).
    fn apart(&self) -> bool;
}

/// True where the text holds parts that have nothing to do with each other.
pub(crate) fn is_hub<M: Member>(texts: &BTreeMap<ArticleId, M>, id: ArticleId) -> bool {
    let Some(text) = texts.get(&id) else { return false };
    if text.apart() {
        return true;
    }
    let whole = text.numbers().len() as f64;
    let parts: Vec<(ArticleId, &M)> = text
        .pairs()
        .iter()
        .filter_map(|(&other, pair)| {
            let part = texts.get(&other)?;
            (pair.theirs >= INSIDE && part.numbers().len() as f64 <= whole * PART).then_some((other, part))
        })
        .take(MAX_PARTS)
        .collect();
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

/// The anchor of every text of `group` (itself where it is one).
pub(crate) fn cluster<M: Member>(
    texts: &BTreeMap<ArticleId, M>,
    group: &BTreeSet<ArticleId>,
    hubs: &BTreeMap<ArticleId, bool>,
) -> BTreeMap<ArticleId, ArticleId> {
    let mut order: Vec<(usize, ArticleId)> =
        group.iter().filter_map(|&id| Some((texts.get(&id)?.numbers().len(), id))).collect();
    order.sort_by_key(|&(length, id)| (std::cmp::Reverse(length), id));
    let mut anchors: BTreeMap<ArticleId, ArticleId> = BTreeMap::new();
    for (_, id) in order {
        let hub = |id: &ArticleId| hubs.get(id).copied().unwrap_or(false);
        let best = texts
            .get(&id)
            .into_iter()
            .filter(|_| !hub(&id))
            .flat_map(|text| text.pairs())
            .filter(|(other, _)| !hub(other) && anchors.get(other) == Some(other))
            .max_by(|(a, one), (b, two)| one.hold().total_cmp(&two.hold()).then_with(|| b.cmp(a)));
        anchors.insert(id, best.map_or(id, |(&other, _)| other));
    }
    anchors
}
