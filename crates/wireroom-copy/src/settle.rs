//! Settling: which family each text stands in once a text came, went or was named by a reader.
//! It refuses to look at a whole family for one more copy: a text that finds its anchor, and changes nobody else's,
//! is put beside it. Start at [`Copies::attach`], then [`Copies::settle`].

use crate::families;
use crate::learn;
use crate::print::sampled;
use crate::said;
use crate::window::{Copies, family_of};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use wireroom_model::{ArticleId, FamilyId};

/// Texts that are sorted into families together at most.
const MAX_GROUP: usize = 8_192;

/// From so many members on, further ones are found through their anchor: what they have in common with it is left
/// out of the index, which thus counts families and not copies.
const LARGE: usize = 32;

/// New anchors of one settling that are compared with all members of the large families they touch.
const MAX_COMPLETED: usize = 32;

/// What a settling changed.
#[derive(Debug, Default)]
pub(crate) struct Settled {
    /// Whose family changed, less the new text.
    pub moved: Vec<(ArticleId, FamilyId)>,
    /// Who stands otherwise to an anchor, moved ones among them.
    pub restated: Vec<ArticleId>,
}

impl Copies {
    /// Puts a new text beside its anchor, or alone, where nobody else is touched by it; false where more must be
    /// settled. The answer is the one that [`Copies::settle`] gives.
    pub(crate) fn attach(&mut self, id: ArticleId) -> bool {
        let Some(text) = self.texts.get(&id) else { return false };
        let own = self.members.get(&text.family).map_or(0, BTreeSet::len);
        if own > 1 || self.said.names(id) {
            return false;
        }
        if text.pairs.is_empty() {
            return true;
        }
        let neighbours: Vec<ArticleId> = text.pairs.keys().copied().collect();
        let families: BTreeSet<FamilyId> =
            neighbours.iter().filter_map(|n| Some(self.texts.get(n)?.family)).collect();
        let worded = self.said.all_named().filter_map(|named| self.texts.get(&named));
        if worded.into_iter().any(|named| families.contains(&named.family))
            || self.is_hub(id)
            || families::makes_hubs(&self.texts, id)
        {
            return false;
        }
        let anchors: Vec<ArticleId> = neighbours.into_iter().filter(|&n| self.leads(n, id)).collect();
        let pairs = |text: &ArticleId| self.texts.get(&id).and_then(|new| new.pairs.get(text));
        let best = anchors
            .iter()
            .filter_map(|anchor| Some((anchor, pairs(anchor)?)))
            .max_by(|one, two| families::better(*one, *two));
        let Some(anchor) = best.map(|(&anchor, _)| anchor) else { return false };
        let Some(family) = self.texts.get(&anchor).map(|text| text.family) else { return false };
        self.seat(id, family, anchor);
        if self.members.get(&family).is_some_and(|members| members.len() > LARGE) {
            self.cover(id);
        }
        true
    }

    /// True where a text is an anchor that goes before `id`, and no hub.
    fn leads(&mut self, anchor: ArticleId, id: ArticleId) -> bool {
        let (Some(one), Some(two)) = (self.texts.get(&anchor), self.texts.get(&id)) else { return false };
        one.anchor == anchor && families::rank(one, anchor) < families::rank(two, id) && !self.is_hub(anchor)
    }

    fn is_hub(&mut self, id: ArticleId) -> bool {
        let Some(text) = self.texts.get(&id) else { return false };
        let hub = text.hub.unwrap_or_else(|| families::is_hub(&self.texts, id));
        self.texts.entry(id).and_modify(|text| text.hub = Some(hub));
        hub
    }

    fn seat(&mut self, id: ArticleId, family: FamilyId, anchor: ArticleId) {
        let Some(before) = self.texts.get(&id).map(|text| text.family) else { return };
        self.leave(id, before);
        self.members.entry(family).or_default().insert(id);
        self.texts.entry(id).and_modify(|text| (text.family, text.anchor) = (family, anchor));
    }

    /// Sorts the texts that hang together with `touched` into families anew.
    pub(crate) fn settle(&mut self, touched: &BTreeSet<ArticleId>, new: Option<ArticleId>) -> Settled {
        let (group, anchors) = self.sort(touched, new);
        let mut clusters: BTreeMap<ArticleId, Vec<ArticleId>> = BTreeMap::new();
        for (&id, &anchor) in &anchors {
            clusters.entry(anchor).or_default().push(id);
        }
        let held = |id: &ArticleId| self.texts.get(id).is_some_and(|text| !text.fresh);
        let mut clusters: Vec<(ArticleId, Vec<ArticleId>)> = clusters.into_iter().collect();
        clusters.sort_by_key(|(anchor, members)| {
            (Reverse(held(anchor)), Reverse(members.iter().any(held)), Reverse(members.len()), *anchor)
        });
        let before: BTreeMap<ArticleId, (FamilyId, ArticleId)> = group
            .iter()
            .filter_map(|&id| self.texts.get(&id).map(|text| (id, (text.family, text.anchor))))
            .collect();
        for (&id, &(family, _)) in &before {
            self.leave(id, family);
        }
        let mut moved = BTreeMap::new();
        for (anchor, members) in clusters {
            let family = self.name(anchor, &members, &before, new, &mut moved);
            for id in members {
                self.stand(id, family, anchor, new.is_none());
            }
        }
        let mut settled = Settled::default();
        for (&id, &(family, anchor)) in &before {
            let Some(text) = self.texts.get(&id) else { continue };
            let (now, covered) = (text.family, text.covered);
            if text.anchor != anchor || now != family {
                settled.restated.push(id);
                if covered {
                    self.cover(id);
                }
            }
            if now != family {
                moved.insert(id, now);
            }
        }
        moved.retain(|&id, _| Some(id) != new);
        settled.restated.extend(moved.keys().filter(|id| !before.contains_key(id)));
        settled.restated.sort_unstable();
        settled.moved = moved.into_iter().collect();
        settled
    }

    /// The texts that hang together with `touched`, and the anchor of each. An anchor that is new is compared with
    /// all members of the large families it touches, since they were found through their own anchors only.
    fn sort(
        &mut self,
        touched: &BTreeSet<ArticleId>,
        new: Option<ArticleId>,
    ) -> (BTreeSet<ArticleId>, BTreeMap<ArticleId, ArticleId>) {
        let mut completed = BTreeSet::new();
        loop {
            let mut from = touched.clone();
            // A new text may make a hub of a neighbour, which sets the neighbour's other parts free: two steps.
            for _ in 0..2 {
                let pairs =
                    from.iter().filter_map(|id| self.texts.get(id)).flat_map(|text| text.pairs.keys());
                let next: Vec<ArticleId> = pairs.copied().take(MAX_GROUP).collect();
                from.extend(next);
            }
            let mut hubs = BTreeMap::new();
            let mut group = said::reach(&self.texts, &from, &mut hubs, MAX_GROUP, &self.said);
            // No family is torn because of where the walk ended.
            let families: BTreeSet<FamilyId> =
                group.iter().filter_map(|id| Some(self.texts.get(id)?.family)).collect();
            group.extend(families.iter().filter_map(|family| self.members.get(family)).flatten());
            for &id in &group {
                hubs.entry(id).or_insert_with(|| families::is_hub(&self.texts, id));
            }
            for (&id, &hub) in &hubs {
                self.texts.entry(id).and_modify(|text| text.hub = Some(hub));
            }
            let anchors = said::cluster(&self.texts, &group, &hubs, &self.said);
            let incomplete = |id: ArticleId| {
                let was = self.texts.get(&id).is_some_and(|text| text.anchor == id) && Some(id) != new;
                !was && anchors.get(&id) == Some(&id) && !completed.contains(&id) && self.touches_large(id)
            };
            let next = group
                .iter()
                .copied()
                .filter(|&id| incomplete(id))
                .min_by_key(|&id| self.texts.get(&id).map(|text| families::rank(text, id)));
            let Some(next) = next.filter(|_| completed.len() < MAX_COMPLETED) else {
                return (group, anchors);
            };
            completed.insert(next);
            self.complete(next);
        }
    }

    /// Seats a text in its cluster's family. One that is past the window stays with those who left with it, whatever
    /// comes; only a reader's `word` moves it.
    fn stand(&mut self, id: ArticleId, family: FamilyId, anchor: ArticleId, word: bool) {
        let Some(text) = self.texts.get(&id) else { return };
        let stays = !word && !text.fresh && text.family != family && !self.said.names(id);
        if !text.fresh {
            self.loose.insert(id);
        }
        if stays {
            self.seat(id, text.family, id);
        } else {
            self.seat(id, family, anchor);
        }
    }

    fn large(&self, id: ArticleId) -> Option<FamilyId> {
        let family = self.texts.get(&id)?.family;
        (self.members.get(&family)?.len() > LARGE).then_some(family)
    }

    fn touches_large(&self, id: ArticleId) -> bool {
        self.texts.get(&id).is_some_and(|text| text.pairs.keys().any(|&other| self.large(other).is_some()))
    }

    /// Compares a text with every member of the large families among its neighbours.
    fn complete(&mut self, id: ArticleId) {
        let Some(text) = self.texts.get(&id) else { return };
        let families: BTreeSet<FamilyId> = text.pairs.keys().filter_map(|&other| self.large(other)).collect();
        let members = families.iter().filter_map(|family| self.members.get(family)).flatten();
        let others = members.filter(|other| **other != id && !text.pairs.contains_key(*other));
        let others: Vec<ArticleId> = others.take(MAX_GROUP).copied().collect();
        let sample = sampled(&text.numbers);
        let (found, compared) =
            learn::beside(text, &others, &self.index.meet(&sample), &self.index, &self.texts);
        self.compared += compared;
        for (other, pair) in found {
            self.link(id, other, pair);
        }
    }

    /// The samples by which a text stands in the index: all, or what its anchor does not have.
    pub(crate) fn own_sample(&self, id: ArticleId) -> Vec<u32> {
        let Some(text) = self.texts.get(&id) else { return Vec::new() };
        let mut sample = sampled(&text.numbers);
        if text.covered
            && let Some(anchor) = self.texts.get(&text.anchor)
        {
            let theirs = sampled(&anchor.numbers);
            sample.retain(|gram| theirs.binary_search(gram).is_err());
        }
        sample
    }

    /// Leaves what a member of a large family has in common with its anchor out of the index; where it is no member
    /// of one, all of it stands there again.
    fn cover(&mut self, id: ArticleId) {
        let covered = self.large(id).is_some()
            && self
                .texts
                .get(&id)
                .is_some_and(|text| text.anchor != id && self.texts.contains_key(&text.anchor));
        let Some(text) = self.texts.get_mut(&id) else { return };
        text.covered = covered;
        let all = sampled(&text.numbers);
        self.index.remove(id, &all);
        let own = self.own_sample(id);
        self.index.insert(id, &own);
    }

    /// Before a text goes: those who are found through it stand for themselves again.
    pub(crate) fn uncover(&mut self, id: ArticleId) {
        let Some(members) = self.texts.get(&id).and_then(|text| self.members.get(&text.family)) else {
            return;
        };
        let led = |other: &ArticleId| {
            self.texts.get(other).is_some_and(|other| other.covered && other.anchor == id)
        };
        let led: Vec<ArticleId> = members.iter().copied().filter(led).collect();
        for other in led {
            self.texts.entry(other).and_modify(|text| text.covered = false);
            let all = self.own_sample(other);
            self.index.remove(other, &all);
            self.index.insert(other, &all);
        }
    }

    /// The family of a text past the window, the anchor's before others'; else the oldest number that a member had
    /// (the new text has none yet); else the number of the first member whose number no family has. Where all are
    /// taken, those who go by the first member's number give way.
    fn name(
        &mut self,
        anchor: ArticleId,
        members: &[ArticleId],
        before: &BTreeMap<ArticleId, (FamilyId, ArticleId)>,
        new: Option<ArticleId>,
        moved: &mut BTreeMap<ArticleId, FamilyId>,
    ) -> FamilyId {
        let held = |id: &ArticleId| self.texts.get(id).is_some_and(|text| !text.fresh);
        let family = |id: &ArticleId| before.get(id).map(|&(family, _)| family);
        let first = Some(anchor).filter(held).and_then(|anchor| family(&anchor));
        let old: BTreeSet<FamilyId> = members.iter().filter(|id| held(id)).filter_map(family).collect();
        let others = members.iter().filter(|&&id| Some(id) != new);
        let others: BTreeSet<FamilyId> = others.filter_map(family).collect();
        let own = members.iter().map(|&id| family_of(id));
        let wishes = first.into_iter().chain(old).chain(others).chain(own);
        let mut wishes = wishes;
        if let Some(family) = wishes.find(|family| !self.members.contains_key(family)) {
            return family;
        }
        let Some(&first) = members.first() else { unreachable!("a cluster holds its anchor") };
        let family = family_of(first);
        // Each family that gives way takes a number of its own members', which nobody else can ask back.
        let mut homeless = self.members.remove(&family);
        while let Some(holders) = homeless {
            let mut own = holders.iter().map(|&id| family_of(id));
            let free = own.clone().find(|own| !self.members.contains_key(own)).or_else(|| own.next());
            let Some(number) = free else { break };
            for &id in &holders {
                moved.insert(id, number);
                self.texts.entry(id).and_modify(|text| text.family = number);
            }
            homeless = self.members.insert(number, holders);
        }
        family
    }
}
