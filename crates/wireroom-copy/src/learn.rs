//! Learning one text: what is kept of it, which texts of the window may be printings of it, and which of them are.
//! It refuses to place it: families are the window's affair. Start at [`Text::read`], then [`pairs`].

use crate::families::Member;
use crate::index::{Index, Met};
use crate::pair::{Facts, Pair, compared};
use crate::print::numbers_and_facts;
use crate::runs::Probe;
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
    /// Its names and figures with their places.
    facts: Vec<(u16, u32)>,
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
        let (mut numbers, facts) = numbers_and_facts(&article.body);
        if numbers.len() < MIN_WORDS || article.kind == Kind::Empty {
            numbers.clear();
        }
        let hashed = |name: Option<&str>| name.map(|name| word_v1(&fold(name.trim())));
        Self {
            arrived: 0,
            due: 0,
            numbers,
            facts,
            agency: hashed(article.agency.as_deref()),
            outlet: hashed(article.outlet.as_deref()),
            apart: matches!(article.kind, Kind::Listing | Kind::Live | Kind::Empty),
            family: family_of(article.id),
            anchor: article.id,
            pairs: BTreeMap::new(),
        }
    }

    fn facts(&self) -> Facts<'_> {
        Facts { numbers: &self.numbers, facts: &self.facts, outlet: self.outlet }
    }
}

/// The texts of the window that are printings of `text`, with the figures as `text` sees them.
pub(crate) fn pairs(
    text: &Text,
    sample: &[u32],
    index: &Index,
    texts: &BTreeMap<ArticleId, Text>,
) -> BTreeMap<ArticleId, Pair> {
    if text.numbers.is_empty() {
        return BTreeMap::new();
    }
    let mut probe = None;
    let found = index.candidates(sample, MAX_CANDIDATES).into_iter().filter_map(|Met { id, shared }| {
        let other = texts.get(&id)?;
        if !may_be_copy(text, other, shared) {
            return None;
        }
        let probe = probe.get_or_insert_with(|| Probe::new(&text.numbers));
        let (pair, stretches) = compared(probe, &text.numbers, &other.numbers);
        let copy = pair.is_copy(text.agency.is_some() && text.agency == other.agency)
            && !pair.is_template(&stretches, &text.facts(), &other.facts());
        copy.then_some((id, pair))
    });
    found.collect()
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
