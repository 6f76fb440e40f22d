//! Common stock: passages that stand in texts which have nothing else to do with a pair (a legal line, the quotes of a
//! press release, a site's furniture). They say nothing of who copied whom, and count little.
//! It refuses to call the text of a large family stock: a printing of either text, and one that shares much with it,
//! is no stranger. Start at [`Couple::stock`] for two texts, [`parted`] for what a newcomer shows of others.

use crate::index::{Index, Meeting};
use crate::learn::Text;
use crate::pair::{Pair, compared};
use crate::print::{grams, sample_of, sampled};
use crate::runs::{Probe, Stretch};
use std::collections::{BTreeMap, BTreeSet};
use wireroom_model::ArticleId;

/// A passage that so many strangers hold is common stock.
const STRANGERS: usize = 3;

/// Pairs that are looked at again when a text comes that holds what they share.
const MAX_RECHECKED: usize = 64;

/// Two texts and what the one shares with the window.
#[derive(Debug)]
pub(crate) struct Couple<'c> {
    pub text: &'c Text,
    pub meeting: &'c Meeting<'c>,
    pub other: &'c Text,
    pub index: &'c Index,
}

impl Couple<'_> {
    /// For each stretch whether it is common stock. `kin` says who is certainly a printing of `text`; `coming` are the samples
    /// of one more stranger, which is not in the index yet.
    pub(crate) fn stock(
        &self,
        stretches: &[Stretch],
        kin: &dyn Fn(ArticleId) -> bool,
        coming: &[u32],
    ) -> Vec<bool> {
        let theirs = self.index.meet(&sampled(&self.other.numbers));
        let is_stranger = |id: ArticleId| {
            self.meeting.is_stranger(id)
                && theirs.is_stranger(id)
                && !kin(id)
                && !self.other.pairs.get(&id).is_some_and(|pair| pair.is_kin())
        };
        let strangers = |gram| {
            let gram = sample_of(gram)?;
            let held = self.index.holders(gram).filter(|&id| is_stranger(id)).take(STRANGERS).count();
            Some(held + usize::from(coming.binary_search(&gram).is_ok()))
        };
        let is_stock = |s: &Stretch| {
            let words = self.text.numbers.get(s.a.0..s.a.1).unwrap_or(&[]);
            let (all, common) =
                grams(words).filter_map(strangers).fold((0, 0), |(all, common), strangers| {
                    (all + 1, common + usize::from(strangers >= STRANGERS))
                });
            // Half of its samples: a long passage with one stock phrase in it is no stock.
            common > 0 && common * 2 >= all
        };
        stretches.iter().map(is_stock).collect()
    }
}

/// The pairs among those that share a little with a newcomer which are none if what it holds is common stock.
/// So the answer is the same whether the texts that hold the stock come before the pair or after it.
pub(crate) fn parted(
    newcomer: &BTreeMap<ArticleId, Pair>,
    sample: &[u32],
    meeting: &Meeting<'_>,
    index: &Index,
    texts: &BTreeMap<ArticleId, Text>,
) -> Vec<(ArticleId, ArticleId)> {
    let met = meeting.met.iter().map(|met| met.id);
    let strangers: BTreeSet<ArticleId> = met
        .filter(|&id| meeting.is_stranger_to(id) && !newcomer.get(&id).is_some_and(|pair| pair.is_kin()))
        .collect();
    let weak = strangers.iter().filter_map(|&id| Some((id, texts.get(&id)?))).flat_map(|(id, text)| {
        let others = text.pairs.iter().filter(move |(other, pair)| id < **other && !pair.is_beyond_stock());
        others.filter_map(move |(&other, _)| Some((id, text, other, texts.get(&other)?)))
    });
    weak.filter(|(_, _, other, _)| strangers.contains(other))
        .take(MAX_RECHECKED)
        .filter(|(_, text, _, other)| {
            let own = index.meet(&sampled(&text.numbers));
            let couple = Couple { text, meeting: &own, other, index };
            let (pair, common) = compared(&Probe::new(&text.numbers), &text.numbers, &other.numbers);
            let stock = couple.stock(
                &common.stretches,
                &|id| text.pairs.get(&id).is_some_and(|pair| pair.is_kin()),
                sample,
            );
            !pair.is_copy_beside(&common, &text.side(), &other.side(), &stock)
        })
        .map(|(id, _, other, _)| (id, other))
        .collect()
}
