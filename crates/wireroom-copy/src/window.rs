//! The window of recent texts: finds the printings of one text and keeps their families.
//! It refuses to grow: a text leaves when its whole family is older than the window, or when it is itself
//! four windows old; the store keeps the answers. One text costs 4 bytes a word (of at most 8,192), 8 for
//! each name and figure (of at most 256), about 40 for every fourth word in the index, and 60 for each copy it has.
//! Start at [`Copies::add`]; after a restart feed stored placements to [`Copies::restore`] in arrival order.

use crate::index::Index;
use crate::learn::{self, Text};
use crate::pair::{Pair, compare};
use crate::print::{VERSION, sampled};
use crate::runs::Probe;
use crate::said::{self, Said};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use wireroom_model::{Article, ArticleId, FamilyId, Relation, When};

/// Texts that are sorted into families together at most.
const MAX_GROUP: usize = 1_024;

/// A text leaves after this many windows even if its family still grows.
const MAX_WINDOWS: i64 = 4;

/// When a text leaves that a reader's word names: not while the word holds.
const KEPT: i64 = i64::MAX;

/// The window's bounds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settings {
    /// Seconds a text stays after its family's last arrival.
    pub window_seconds: i64,
    /// The newest texts stay however old they are, so that a small or slow house keeps its families.
    pub keep: usize,
}

impl Default for Settings {
    fn default() -> Self {
        Self { window_seconds: 7 * 86_400, keep: 16_384 }
    }
}

/// Where a text stands after it was added.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Placement {
    /// Never absent: a text alone is its own family.
    pub family: FamilyId,
    pub anchor: ArticleId,
    pub relation: Relation,
    /// The share of the shorter text's words found in the other (this text and the anchor), 0 to 1.
    pub containment: f64,
    pub longest_run_words: u32,
    /// Other members whose family changed because this text came, with their new family.
    pub moved: Vec<(ArticleId, FamilyId)>,
}

/// A placement as the store keeps it.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Stored {
    pub family: FamilyId,
    pub anchor: ArticleId,
    pub relation: Relation,
    pub containment: f64,
    pub longest_run_words: u32,
}

impl From<&Placement> for Stored {
    fn from(placement: &Placement) -> Self {
        Self {
            family: placement.family,
            anchor: placement.anchor,
            relation: placement.relation,
            containment: placement.containment,
            longest_run_words: placement.longest_run_words,
        }
    }
}

/// The window. Serialises; the same calls give the same bytes.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(try_from = "Saved", into = "Saved")]
pub struct Copies {
    settings: Settings,
    texts: BTreeMap<ArticleId, Text>,
    members: BTreeMap<FamilyId, BTreeSet<ArticleId>>,
    due: BTreeSet<(i64, ArticleId)>,
    index: Index,
    said: Said,
}

/// What a snapshot holds; the rest follows from it.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Saved {
    version: u32,
    settings: Settings,
    texts: BTreeMap<ArticleId, Text>,
    #[serde(default)]
    said: Said,
}

impl From<Copies> for Saved {
    fn from(copies: Copies) -> Self {
        Self { version: VERSION, settings: copies.settings, texts: copies.texts, said: copies.said }
    }
}

impl TryFrom<Saved> for Copies {
    type Error = String;

    fn try_from(saved: Saved) -> Result<Self, String> {
        if saved.version != VERSION {
            return Err(format!(
                "the snapshot of copies has version {}, this program reads {VERSION}: restore from the store instead",
                saved.version
            ));
        }
        let mut copies = Self { settings: saved.settings, said: saved.said, ..Self::default() };
        for (id, text) in saved.texts {
            copies.index.insert(id, &sampled(&text.numbers));
            copies.members.entry(text.family).or_default().insert(id);
            copies.due.insert((text.due, id));
            copies.texts.insert(id, text);
        }
        Ok(copies)
    }
}

impl Copies {
    /// An empty window with these bounds.
    pub fn new(settings: Settings) -> Self {
        Self { settings, ..Self::default() }
    }

    /// Takes one text in and says where it stands. `now` is its arrival; texts past the window leave first.
    /// An article that is in the window already is taken out and added anew (its text may have changed).
    pub fn add(&mut self, article: &Article, now: When) -> Placement {
        self.evict(now);
        let mut touched = self.forget(article.id);
        touched.extend(self.learn(article, family_of(article.id), article.id, now));
        touched.insert(article.id);
        let moved = self.settle(&touched, Some(article.id));
        let alone = Stored {
            family: family_of(article.id),
            anchor: article.id,
            relation: Relation::Anchor,
            containment: 1.0,
            longest_run_words: 0,
        };
        let Stored { family, anchor, relation, containment, longest_run_words } =
            self.placement(article.id).unwrap_or(alone);
        Placement { family, anchor, relation, containment, longest_run_words, moved }
    }

    /// Takes back a text that was placed before, at its own arrival time, without placing it anew.
    pub fn restore(&mut self, article: &Article, stored: &Stored, arrived: When) {
        self.forget(article.id);
        self.learn(article, stored.family, stored.anchor, arrived);
    }

    /// Where a text of the window stands now (a later arrival may have moved it).
    pub fn placement(&self, article: ArticleId) -> Option<Stored> {
        let text = self.texts.get(&article)?;
        let pair = text.pairs.get(&text.anchor).copied().or_else(|| self.said_pair(article));
        let length = u32::try_from(text.numbers.len()).unwrap_or(u32::MAX);
        Some(Stored {
            family: text.family,
            anchor: text.anchor,
            relation: match pair {
                _ if text.anchor == article => Relation::Anchor,
                Some(pair) => pair.relation(),
                // The anchor has left the window: what is known is that this is part of it.
                None => Relation::Excerpt,
            },
            containment: pair.map_or(1.0, |pair| pair.containment()),
            longest_run_words: pair.map_or(length, |pair| pair.longest),
        })
    }

    /// The members of a family that are still in the window, in order of id.
    pub fn members(&self, family: FamilyId) -> Vec<ArticleId> {
        self.members.get(&family).into_iter().flatten().copied().collect()
    }

    /// Lets go of what is past the window. `add` does it too.
    pub fn evict(&mut self, now: When) {
        let window = self.settings.window_seconds.max(1);
        let now = now.unix();
        while self.texts.len() > self.settings.keep {
            let Some(&(due, id)) = self.due.first() else { break };
            if due > now {
                break;
            }
            let Some(text) = self.texts.get(&id) else {
                self.due.remove(&(due, id));
                continue;
            };
            let latest = self
                .members
                .get(&text.family)
                .into_iter()
                .flatten()
                .filter_map(|member| self.texts.get(member))
                .map(|member| member.arrived)
                .max()
                .unwrap_or(text.arrived);
            let leaves = match self.said.names(id) {
                true => KEPT,
                false => (latest + window).min(text.arrived + window * MAX_WINDOWS),
            };
            if leaves > now {
                self.due.remove(&(due, id));
                self.due.insert((leaves, id));
                self.texts.entry(id).and_modify(|text| text.due = leaves);
            } else {
                self.forget(id);
            }
        }
    }

    pub(crate) fn text(&self, id: ArticleId) -> Option<&Text> {
        self.texts.get(&id)
    }

    pub(crate) const fn said(&self) -> &Said {
        &self.said
    }

    /// Takes what readers say now in place of what they said, and settles the texts that this touches.
    pub(crate) fn obey(&mut self, said: Said, touched: &BTreeSet<ArticleId>) -> Vec<(ArticleId, FamilyId)> {
        self.said = said;
        let here: BTreeSet<ArticleId> =
            touched.iter().copied().filter(|id| self.texts.contains_key(id)).collect();
        for &id in here.iter().filter(|&&id| !self.said.names(id)) {
            if let Some(text) = self.texts.get_mut(&id).filter(|text| text.due == KEPT) {
                let due = text.arrived.saturating_add(self.settings.window_seconds.max(1));
                self.due.remove(&(KEPT, id));
                self.due.insert((due, id));
                text.due = due;
            }
        }
        self.settle(&here, None)
    }

    pub(crate) const fn index(&self) -> &Index {
        &self.index
    }

    /// Texts in the window.
    pub fn len(&self) -> usize {
        self.texts.len()
    }

    /// True where no text is in the window.
    pub fn is_empty(&self) -> bool {
        self.texts.is_empty()
    }

    /// Takes a text out; gives back those it had pairs with.
    fn forget(&mut self, id: ArticleId) -> BTreeSet<ArticleId> {
        let Some(text) = self.texts.remove(&id) else { return BTreeSet::new() };
        self.index.remove(id, &sampled(&text.numbers));
        self.leave(id, text.family);
        self.due.remove(&(text.due, id));
        for other in text.pairs.keys() {
            if let Some(other) = self.texts.get_mut(other) {
                other.pairs.remove(&id);
            }
        }
        text.pairs.into_keys().collect()
    }

    fn leave(&mut self, id: ArticleId, family: FamilyId) {
        if let Some(members) = self.members.get_mut(&family) {
            members.remove(&id);
            if members.is_empty() {
                self.members.remove(&family);
            }
        }
    }

    /// Stores a text with its pairs; gives back those whose pairs it ended by showing what common stock is.
    fn learn(
        &mut self,
        article: &Article,
        family: FamilyId,
        anchor: ArticleId,
        now: When,
    ) -> BTreeSet<ArticleId> {
        let id = article.id;
        let mut text = Text::read(article);
        let sample = sampled(&text.numbers);
        let met = learn::meet(&text, &sample, &self.index, &self.texts);
        text.pairs = met.pairs;
        for (other, pair) in &text.pairs {
            if let Some(other) = self.texts.get_mut(other) {
                other.pairs.insert(id, pair.turned());
            }
        }
        text.arrived = now.unix();
        text.due = text.arrived.saturating_add(self.settings.window_seconds.max(1));
        (text.family, text.anchor) = (family, anchor);
        self.index.insert(id, &sample);
        self.members.entry(family).or_default().insert(id);
        self.due.insert((text.due, id));
        self.texts.insert(id, text);
        for (one, two) in &met.parted {
            for (text, other) in [(one, two), (two, one)] {
                if let Some(text) = self.texts.get_mut(text) {
                    text.pairs.remove(other);
                }
            }
        }
        met.parted.into_iter().flat_map(|(one, two)| [one, two]).collect()
    }

    /// The figures of a text and an anchor that a reader's word gave it; words too few to compare have none.
    fn said_pair(&self, article: ArticleId) -> Option<Pair> {
        let text = self.texts.get(&article).filter(|text| !text.numbers.is_empty())?;
        let anchor = self.texts.get(&text.anchor).filter(|_| text.anchor != article)?;
        Some(compare(&Probe::new(&text.numbers), &text.numbers, &anchor.numbers))
    }

    /// Sorts the texts that hang together with `touched` into families anew; gives back who moved, less `new`.
    fn settle(
        &mut self,
        touched: &BTreeSet<ArticleId>,
        new: Option<ArticleId>,
    ) -> Vec<(ArticleId, FamilyId)> {
        let mut hubs = BTreeMap::new();
        let mut from = touched.clone();
        // A new text may make a hub of a neighbour, which sets the neighbour's other parts free: two steps.
        for _ in 0..2 {
            let next: Vec<ArticleId> = from
                .iter()
                .filter_map(|id| self.texts.get(id))
                .flat_map(|t| t.pairs.keys().copied())
                .collect();
            from.extend(next);
        }
        let group = said::reach(&self.texts, &from, &mut hubs, MAX_GROUP, &self.said);
        let anchors = said::cluster(&self.texts, &group, &hubs, &self.said);
        let mut clusters: BTreeMap<ArticleId, Vec<ArticleId>> = BTreeMap::new();
        for (&id, &anchor) in &anchors {
            clusters.entry(anchor).or_default().push(id);
        }
        let mut clusters: Vec<(ArticleId, Vec<ArticleId>)> = clusters.into_iter().collect();
        clusters.sort_by_key(|(anchor, members)| (std::cmp::Reverse(members.len()), *anchor));
        let before: BTreeMap<ArticleId, FamilyId> =
            group.iter().filter_map(|&id| Some((id, self.texts.get(&id)?.family))).collect();
        for (&id, &family) in &before {
            self.leave(id, family);
        }
        let mut moved = BTreeMap::new();
        for (anchor, members) in clusters {
            let family = self.name(&members, &before, new, &mut moved);
            for id in members {
                if before.get(&id) != Some(&family) {
                    moved.insert(id, family);
                }
                self.members.entry(family).or_default().insert(id);
                if let Some(text) = self.texts.get_mut(&id) {
                    (text.family, text.anchor) = (family, anchor);
                }
            }
        }
        moved.retain(|&id, _| Some(id) != new);
        moved.into_iter().collect()
    }

    /// The family that most members had (the new text has none yet), else the number of the first member whose
    /// number no family has. Where all are taken, those who go by the first member's number give way.
    fn name(
        &mut self,
        members: &[ArticleId],
        before: &BTreeMap<ArticleId, FamilyId>,
        new: Option<ArticleId>,
        moved: &mut BTreeMap<ArticleId, FamilyId>,
    ) -> FamilyId {
        let mut votes: BTreeMap<FamilyId, usize> = BTreeMap::new();
        for &id in members.iter().filter(|&&id| Some(id) != new) {
            // A text that is past the window stands for those of its family that have left it.
            let kept = self.texts.get(&id).is_some_and(|text| text.due == KEPT);
            if let Some(&family) = before.get(&id) {
                *votes.entry(family).or_default() += if kept { MAX_GROUP } else { 1 };
            }
        }
        let mut votes: Vec<(FamilyId, usize)> = votes.into_iter().collect();
        votes.sort_by_key(|&(family, count)| (std::cmp::Reverse(count), family));
        let wishes = votes.iter().map(|&(family, _)| family).chain(members.iter().map(|&id| family_of(id)));
        if let Some(family) = wishes.clone().find(|family| !self.members.contains_key(family)) {
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

/// The family that an article opens: its own number.
pub(crate) fn family_of(article: ArticleId) -> FamilyId {
    match FamilyId::new(article.get()) {
        Ok(family) => family,
        // Both kinds of id have the same range, so this arm is never taken.
        Err(_) => unreachable!("an article's number is always a family's number"),
    }
}
