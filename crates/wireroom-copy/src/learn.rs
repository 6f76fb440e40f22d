//! Learning one text: what is kept of it, which texts of the window may be printings of it, and which of them are.
//! It refuses to place it: families are the window's affair. Start at [`Text::read`], then [`meet`].

use crate::families::Member;
use crate::index::Index;
use crate::pair::{Pair, Side, compared};
use crate::print::Print;
use crate::runs::{Probe, Stretch};
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
    /// When to look at it again, to see whether it may leave.
    pub(crate) due: i64,
    pub(crate) numbers: Vec<u32>,
    /// Its names and figures with their places, and what stands between quotation marks: see `Print`.
    facts: Vec<(u16, u32)>,
    quotes: Vec<(u16, u16)>,
    /// The agency credited, as a hash of its folded name.
    agency: Option<u64>,
    /// The outlet, likewise.
    outlet: Option<u64>,
    apart: bool,
    pub(crate) family: FamilyId,
    pub(crate) anchor: ArticleId,
    pub(crate) pairs: BTreeMap<ArticleId, Pair>,
}

impl Text {
    /// What is kept of an article: alone in its own family, arrived at the epoch, until the window says more.
    pub(crate) fn read(article: &Article) -> Self {
        let print = Print::of(&article.body);
        let too_short = print.numbers.len() < MIN_WORDS || article.kind == Kind::Empty;
        let Print { numbers, facts, quotes } = if too_short { Print::default() } else { print };
        let hashed = |name: Option<&str>| name.map(|name| word_v1(&fold(name.trim())));
        Self {
            arrived: 0,
            due: 0,
            numbers,
            facts,
            quotes,
            agency: hashed(article.agency.as_deref()),
            outlet: hashed(article.outlet.as_deref()),
            apart: matches!(article.kind, Kind::Listing | Kind::Live | Kind::Empty),
            family: family_of(article.id),
            anchor: article.id,
            pairs: BTreeMap::new(),
        }
    }

    pub(crate) fn side(&self) -> Side<'_> {
        Side {
            numbers: &self.numbers,
            facts: &self.facts,
            quotes: &self.quotes,
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
}

/// Meets a text with those of the window; it is not yet among them.
pub(crate) fn meet(text: &Text, sample: &[u32], index: &Index, texts: &BTreeMap<ArticleId, Text>) -> Met {
    if text.numbers.is_empty() {
        return Met::default();
    }
    let meeting = index.meet(sample);
    let mut probe = None;
    let mut found = BTreeMap::new();
    for met in meeting.met.iter().take(MAX_CANDIDATES) {
        let Some(other) = texts.get(&met.id).filter(|other| may_be_copy(text, other, met.shared.all)) else {
            continue;
        };
        let probe = probe.get_or_insert_with(|| Probe::new(&text.numbers));
        let (pair, stretches) = compared(probe, &text.numbers, &other.numbers);
        if pair.is_copy(&stretches, &text.side(), &other.side()) {
            found.insert(met.id, (pair, stretches, other));
        }
    }
    let holds = |(pair, stretches, other): &(Pair, Vec<Stretch>, &Text)| {
        let couple = Couple { text, meeting: &meeting, other, index };
        pair.is_beyond_stock()
            || pair.is_copy_beside(
                stretches,
                &text.side(),
                &other.side(),
                &couple.stock(stretches, &|id| found.contains_key(&id), &[]),
            )
    };
    let pairs = found.iter().filter(|(_, found)| holds(found)).map(|(&id, &(pair, ..))| (id, pair)).collect();
    let parted = parted(&pairs, sample, &meeting, index, texts);
    Met { pairs, parted }
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
}
