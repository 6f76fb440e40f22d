//! Learning one text: what is kept of it, which texts of the window may be printings of it, and which of them are.
//! It refuses to place it: families are the window's affair. Start at [`Text::read`], then [`meet`].

use crate::anchors::Asked;
use crate::families::Member;
use crate::index::{Index, Meeting};
use crate::pair::{Common, Pair, Side, compared};
use crate::print::Print;
use crate::runs::Probe;
use crate::stock::{Couple, parted};
use crate::window::family_of;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use wireroom_model::{Article, ArticleId, FamilyId, Kind};
use wireroom_text::hash::word_v1;
use wireroom_text::words::fold;

/// Shorter bodies say too little to be anybody's copy.
const MIN_WORDS: usize = 12;

/// Texts that are compared word by word with a new one, best first.
pub(crate) const MAX_CANDIDATES: usize = 64;

/// Sampled grams in common for each word of the shorter text below which two texts are not aligned: a quarter of
/// what the copy with the most damaged letters on copies-a has.
const LEAST_SHARED: f64 = 0.01;

/// One text of the window.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Text {
    pub(crate) arrived: i64,
    /// Inside the window; else it is held as the anchor of texts that are, or for a reader's word.
    pub(crate) fresh: bool,
    pub(crate) numbers: Vec<u32>,
    /// Its names and figures with their places, and what stands between quotation marks, its paragraphs: see `Print`.
    facts: Vec<(u16, u32)>,
    quotes: Vec<(u16, u16)>,
    paragraphs: Vec<u16>,
    /// The agency credited, as a hash of its folded name.
    agency: Option<u64>,
    /// The outlet, likewise.
    outlet: Option<u64>,
    apart: bool,
    pub(crate) family: FamilyId,
    pub(crate) anchor: ArticleId,
    pub(crate) pairs: BTreeMap<ArticleId, Pair>,
    /// The length of a text that is known by its sketch alone, else 0.
    #[serde(default)]
    pub(crate) gone: u32,
    /// What it has in common with its anchor is not in the index: it is found through the anchor.
    #[serde(default)]
    pub(crate) covered: bool,
    /// Whether it holds unrelated parts, where that was asked since its pairs changed.
    #[serde(skip)]
    pub(crate) hub: Option<bool>,
}

impl Text {
    /// What is kept of an article: alone in its own family, arrived at the epoch, until the window says more.
    pub(crate) fn read(article: &Article) -> Self {
        let print = Print::of(&article.body);
        let too_short = print.numbers.len() < MIN_WORDS || article.kind == Kind::Empty;
        let Print { mut numbers, mut facts, mut quotes, mut paragraphs } =
            if too_short { Print::default() } else { print };
        numbers.shrink_to_fit();
        facts.shrink_to_fit();
        quotes.shrink_to_fit();
        paragraphs.shrink_to_fit();
        let hashed = |name: Option<&str>| name.map(|name| word_v1(&fold(name.trim())));
        Self {
            arrived: 0,
            fresh: true,
            numbers,
            facts,
            quotes,
            paragraphs,
            agency: hashed(article.agency.as_deref()),
            outlet: hashed(article.outlet.as_deref()),
            apart: matches!(article.kind, Kind::Listing | Kind::Live | Kind::Empty),
            family: family_of(article.id),
            anchor: article.id,
            pairs: BTreeMap::new(),
            gone: 0,
            covered: false,
            hub: None,
        }
    }

    /// A text past the window whose words are not at hand.
    pub(crate) fn sketched(id: ArticleId, family: FamilyId, arrived: i64, words: u32) -> Self {
        Self {
            arrived,
            fresh: false,
            numbers: Vec::new(),
            facts: Vec::new(),
            quotes: Vec::new(),
            paragraphs: Vec::new(),
            agency: None,
            outlet: None,
            apart: false,
            family,
            anchor: id,
            pairs: BTreeMap::new(),
            gone: words,
            covered: false,
            hub: None,
        }
    }

    /// What an old anchor is looked up by and kept by.
    pub(crate) fn asked<'t>(&'t self, sample: &'t [u32]) -> Asked<'t> {
        Asked { numbers: &self.numbers, facts: &self.facts, sample }
    }

    /// Bytes held beside the text itself, by structure: what is reserved, and a tree as two thirds full.
    pub(crate) fn bytes(&self) -> usize {
        let pairs = self.pairs.len() * size_of::<(ArticleId, Pair)>() * 3 / 2;
        let ranges = self.quotes.capacity() * 4 + self.paragraphs.capacity() * 2;
        let places = self.facts.capacity() * size_of::<(u16, u32)>() + ranges;
        self.numbers.capacity() * 4 + places + pairs
    }

    pub(crate) fn side(&self) -> Side<'_> {
        Side {
            numbers: &self.numbers,
            facts: &self.facts,
            quotes: &self.quotes,
            paragraphs: &self.paragraphs,
            agency: self.agency,
            outlet: self.outlet,
        }
    }
}

/// What a text is to those of the window when it comes.
#[derive(Debug, Default)]
pub(crate) struct Met {
    /// The texts that are printings of it, with the figures as it sees them.
    pub pairs: BTreeMap<ArticleId, Pair>,
    /// Two texts each that were printings of one text until it showed that what they share is common stock.
    pub parted: Vec<(ArticleId, ArticleId)>,
    /// Texts that were compared with it word by word.
    pub compared: u64,
}

/// Meets a text with those of the window; it is not yet among them.
pub(crate) fn meet(text: &Text, sample: &[u32], index: &Index, texts: &BTreeMap<ArticleId, Text>) -> Met {
    if text.numbers.is_empty() {
        return Met::default();
    }
    let meeting = index.meet(sample);
    let known = meeting.met.iter().filter_map(|met| Some((met.id, texts.get(&met.id)?, met.shared.all)));
    let likely = known.filter(|&(_, other, shared)| may_be_copy(text, other, shared));
    // Anchors before others, so that a family is found by its anchor whatever its size.
    let (anchors, others): (Vec<_>, Vec<_>) = likely.partition(|(id, other, _)| other.anchor == *id);
    let with: Vec<ArticleId> =
        anchors.into_iter().chain(others).take(MAX_CANDIDATES).map(|(id, ..)| id).collect();
    let (pairs, compared) = beside(text, &with, &meeting, index, texts);
    let parted = parted(&pairs, sample, &meeting, index, texts);
    Met { pairs, parted, compared }
}

/// The texts among these that are printings of `text`, and how many were compared.
pub(crate) fn beside(
    text: &Text,
    with: &[ArticleId],
    meeting: &Meeting<'_>,
    index: &Index,
    texts: &BTreeMap<ArticleId, Text>,
) -> (BTreeMap<ArticleId, Pair>, u64) {
    let (mut probe, mut compares) = (None, 0);
    let mut found = BTreeMap::new();
    for (id, other) in with.iter().filter_map(|id| Some((*id, texts.get(id)?))) {
        compares += 1;
        let probe = probe.get_or_insert_with(|| Probe::new(&text.numbers));
        let (pair, common) = compared(probe, &text.numbers, &other.numbers);
        if pair.is_copy(&common, &text.side(), &other.side()) {
            found.insert(id, (pair, common, other));
        }
    }
    let kin = |id: ArticleId| {
        let pair = found.get(&id).map(|(pair, ..)| pair).or_else(|| text.pairs.get(&id));
        pair.is_some_and(|pair| pair.is_kin())
    };
    let holds = |(pair, common, other): &(Pair, Common, &Text)| {
        let couple = Couple { text, meeting, other, index };
        pair.is_beyond_stock()
            || pair.is_copy_beside(
                common,
                &text.side(),
                &other.side(),
                &couple.stock(&common.stretches, &kin, &[]),
            )
    };
    let pairs = found.iter().filter(|(_, found)| holds(found)).map(|(&id, &(pair, ..))| (id, pair));
    (pairs.collect(), compares)
}

/// False where the samples in common tell that the texts share far too little to be aligned.
fn may_be_copy(text: &Text, other: &Text, shared: u16) -> bool {
    let shorter = text.numbers.len().min(other.numbers.len());
    f64::from(shared) >= shorter as f64 * LEAST_SHARED
}

impl Member for Text {
    fn numbers(&self) -> &[u32] {
        &self.numbers
    }

    fn pairs(&self) -> &BTreeMap<ArticleId, Pair> {
        &self.pairs
    }

    fn apart(&self) -> bool {
        self.apart
    }

    fn length(&self) -> usize {
        self.numbers.len().max(self.gone as usize)
    }
}
