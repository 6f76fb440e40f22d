//! The window of recent texts: finds the printings of one text and keeps their families.
//! It refuses to grow: a text leaves when it is older than the window, an anchor when all of its family are; of
//! anchors a sketch stays, of bounded size and number. What it costs at most stands in `footprint.rs`.
//! Start at [`Copies::add`]; after a restart feed stored placements to [`Copies::restore`].

use crate::anchors::{Anchors, Sketch};
use crate::families::Member;
use crate::index::Index;
use crate::learn::{self, Text};
use crate::pair::{Pair, compare};
use crate::print::{VERSION, sampled};
use crate::recall;
use crate::runs::Probe;
use crate::said::Said;
use crate::settle::Settled;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use wireroom_model::{Article, ArticleId, FamilyId, Relation, When};

/// The window's bounds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settings {
    /// Seconds a text stays after its arrival; a family's anchor stays as long as any text of the family.
    pub window_seconds: i64,
    /// The newest texts stay however old they are, so that a small or slow house keeps its families.
    pub keep: usize,
    /// Sketches of anchors past the window that are kept, the newest ones.
    pub anchors: usize,
}

impl Default for Settings {
    fn default() -> Self {
        Self { window_seconds: 7 * 86_400, keep: 16_384, anchors: 65_536 }
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
    /// Others that stand to an anchor otherwise than before, moved ones among them; by number.
    pub restated: Vec<ArticleId>,
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

/// The window. Serialises; the same calls give the same bytes, and a format that reads a float as it was written
/// (serde_json with `float_roundtrip`) gives the same window.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(try_from = "Saved", into = "Saved")]
pub struct Copies {
    pub(crate) settings: Settings,
    pub(crate) texts: BTreeMap<ArticleId, Text>,
    pub(crate) members: BTreeMap<FamilyId, BTreeSet<ArticleId>>,
    /// Texts inside the window, by arrival.
    pub(crate) fresh: BTreeSet<(i64, ArticleId)>,
    /// Texts past the window that may have lost what held them.
    pub(crate) loose: BTreeSet<ArticleId>,
    pub(crate) index: Index,
    pub(crate) said: Said,
    /// Anchors that left.
    pub(crate) old: Anchors,
    /// Anchors taken back for the text that comes next.
    pub(crate) recalled: Vec<ArticleId>,
    pub(crate) compared: u64,
}

/// What a snapshot holds; the rest follows from it.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Saved {
    version: u32,
    settings: Settings,
    texts: BTreeMap<ArticleId, Text>,
    #[serde(default)]
    said: Said,
    /// The oldest first.
    #[serde(default)]
    anchors: Vec<Sketch>,
}

impl From<Copies> for Saved {
    fn from(copies: Copies) -> Self {
        let anchors = copies.old.sketches().cloned().collect();
        Self { version: VERSION, settings: copies.settings, texts: copies.texts, said: copies.said, anchors }
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
        for sketch in saved.anchors {
            copies.old.insert(sketch, saved.settings.anchors);
        }
        for (id, text) in saved.texts {
            copies.members.entry(text.family).or_default().insert(id);
            if text.fresh {
                copies.fresh.insert((text.arrived, id));
            } else {
                copies.loose.insert(id);
            }
            copies.texts.insert(id, text);
        }
        let all: Vec<ArticleId> = copies.texts.keys().copied().collect();
        for id in all {
            let sample = copies.own_sample(id);
            copies.index.insert(id, &sample);
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
    /// An article that is in the window already is taken out and added anew (its text may have changed), with the
    /// arrival that it had.
    pub fn add(&mut self, article: &Article, now: When) -> Placement {
        self.evict(now);
        let arrived = self.texts.get(&article.id).map_or(now.unix(), |text| text.arrived);
        self.place(article, arrived)
    }

    /// The same for a changed text of an article that arrived long ago, wherever it is now: it is compared with the
    /// window as it stands at `now`, and leaves it again by its own age.
    pub fn add_again(&mut self, article: &Article, arrived: When, now: When) -> Placement {
        self.evict(now);
        self.place(article, arrived.unix())
    }

    fn place(&mut self, article: &Article, arrived: i64) -> Placement {
        let id = article.id;
        let mut touched = self.forget(id);
        self.old.remove(id);
        let (sample, parted) = self.learn(article, family_of(id), id, arrived);
        touched.extend(parted);
        self.meet_old(id, &sample);
        let settled = if touched.is_empty() && self.attach(id) {
            Settled::default()
        } else {
            touched.insert(id);
            self.settle(&touched, Some(id))
        };
        let alone = Stored {
            family: family_of(id),
            anchor: id,
            relation: Relation::Anchor,
            containment: 1.0,
            longest_run_words: 0,
        };
        let Stored { family, anchor, relation, containment, longest_run_words } =
            self.placement(id).unwrap_or(alone);
        let Settled { moved, mut restated } = settled;
        restated.retain(|&other| other != id);
        // What was recalled for nothing goes again.
        self.loose.extend(self.recalled.drain(..));
        Placement { family, anchor, relation, containment, longest_run_words, moved, restated }
    }

    /// Takes an article away for good, its sketch too; gives back whose family changed.
    pub fn remove(&mut self, article: ArticleId) -> Vec<(ArticleId, FamilyId)> {
        self.old.remove(article);
        let touched = self.forget(article);
        if touched.is_empty() { Vec::new() } else { self.settle(&touched, None).moved }
    }

    /// Takes back a text that was placed before, at its own arrival time, without placing it anew. The order in which
    /// texts come back does not matter.
    pub fn restore(&mut self, article: &Article, stored: &Stored, arrived: When) {
        self.forget(article.id);
        self.old.remove(article.id);
        self.learn(article, stored.family, stored.anchor, arrived.unix());
        self.forget_hubs(article.id);
    }

    /// Where a text of the window stands now (a later arrival may have moved it).
    pub fn placement(&self, article: ArticleId) -> Option<Stored> {
        let text = self.texts.get(&article)?;
        let pair = text.pairs.get(&text.anchor).copied().or_else(|| self.said_pair(article));
        let length = u32::try_from(text.length()).unwrap_or(u32::MAX);
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

    /// Lets go of what is past the window. `add` does it too. Of anchors a sketch stays.
    pub fn evict(&mut self, now: When) {
        while let Some(id) = self.loose.pop_first() {
            self.let_go(id);
        }
        let oldest = now.unix().saturating_sub(self.settings.window_seconds.max(1));
        while self.fresh.len() > self.settings.keep {
            let Some(&(arrived, id)) = self.fresh.first() else { break };
            if arrived > oldest {
                break;
            }
            self.age(id);
            self.loose.remove(&id);
            let Some(anchor) = self.texts.get(&id).map(|text| text.anchor) else { continue };
            self.let_go(id);
            self.let_go(anchor);
        }
    }

    /// Puts a text past the window; it may still be held.
    pub(crate) fn age(&mut self, id: ArticleId) {
        if let Some(text) = self.texts.get_mut(&id) {
            self.fresh.remove(&(text.arrived, id));
            text.fresh = false;
            self.loose.insert(id);
        }
    }

    /// Takes out a text past the window unless something holds it: a family of which it is the anchor, a word.
    fn let_go(&mut self, id: ArticleId) {
        let Some(text) = self.texts.get(&id).filter(|text| !text.fresh) else { return };
        let holds = |member: &ArticleId| {
            self.texts.get(member).is_some_and(|member| member.fresh && member.anchor == id)
        };
        let family = || self.members.get(&text.family).into_iter().flatten();
        if self.said.names(id) || text.anchor == id && family().any(holds) {
            return;
        }
        let leads = text.anchor == id;
        match recall::sketch(id, text).filter(|_| leads) {
            Some(sketch) => self.old.insert(sketch, self.settings.anchors),
            // Another text leads its family by now.
            None if !leads => self.old.remove(id),
            None => {}
        }
        self.forget(id);
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
        self.loose.extend(here.iter().filter(|id| self.texts.get(id).is_some_and(|text| !text.fresh)));
        self.settle(&here, None).moved
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
    pub(crate) fn forget(&mut self, id: ArticleId) -> BTreeSet<ArticleId> {
        self.uncover(id);
        let Some(text) = self.texts.remove(&id) else { return BTreeSet::new() };
        self.index.remove(id, &sampled(&text.numbers));
        self.leave(id, text.family);
        self.fresh.remove(&(text.arrived, id));
        self.loose.remove(&id);
        for other in text.pairs.keys() {
            if let Some(other) = self.texts.get_mut(other) {
                other.pairs.remove(&id);
                other.hub = other.hub.filter(|hub| !hub);
            }
        }
        text.pairs.into_keys().collect()
    }

    pub(crate) fn leave(&mut self, id: ArticleId, family: FamilyId) {
        if let Some(members) = self.members.get_mut(&family) {
            members.remove(&id);
            if members.is_empty() {
                self.members.remove(&family);
            }
        }
    }

    /// Stores a text with its pairs; gives back its samples, and those whose pairs it ended by showing what common
    /// stock is.
    pub(crate) fn learn(
        &mut self,
        article: &Article,
        family: FamilyId,
        anchor: ArticleId,
        arrived: i64,
    ) -> (Vec<u32>, Vec<ArticleId>) {
        let id = article.id;
        let mut text = Text::read(article);
        let sample = sampled(&text.numbers);
        let met = learn::meet(&text, &sample, &self.index, &self.texts);
        self.compared += met.compared;
        (text.arrived, text.family, text.anchor) = (arrived, family, anchor);
        self.index.insert(id, &sample);
        self.members.entry(family).or_default().insert(id);
        self.fresh.insert((arrived, id));
        self.texts.insert(id, text);
        for (other, pair) in met.pairs {
            self.link(id, other, pair);
        }
        for &(one, two) in &met.parted {
            for (text, other) in [(one, two), (two, one)] {
                if let Some(text) = self.texts.get_mut(&text) {
                    text.pairs.remove(&other);
                    text.hub = None;
                }
            }
        }
        (sample, met.parted.into_iter().flat_map(|(one, two)| [one, two]).collect())
    }

    /// Writes down a pair on both sides, as `id` sees it.
    pub(crate) fn link(&mut self, id: ArticleId, other: ArticleId, pair: Pair) {
        if let Some(text) = self.texts.get_mut(&other) {
            text.pairs.insert(id, pair.turned());
        }
        if let Some(text) = self.texts.get_mut(&id) {
            text.pairs.insert(other, pair);
        }
    }

    /// A text came back without being placed: whether those around it hold unrelated parts must be asked anew.
    pub(crate) fn forget_hubs(&mut self, id: ArticleId) {
        let around: Vec<ArticleId> =
            self.texts.get(&id).map(|text| text.pairs.keys().copied().collect()).unwrap_or_default();
        for other in around {
            self.texts.entry(other).and_modify(|text| text.hub = None);
        }
    }

    /// The figures of a text and an anchor that a reader's word gave it; words too few to compare have none.
    fn said_pair(&self, article: ArticleId) -> Option<Pair> {
        let text = self.texts.get(&article).filter(|text| !text.numbers.is_empty())?;
        let anchor = self.texts.get(&text.anchor).filter(|_| text.anchor != article)?;
        Some(compare(&Probe::new(&text.numbers), &text.numbers, &anchor.numbers))
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
