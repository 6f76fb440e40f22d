//! What the window costs: bytes by structure beside the bound that is promised, and comparisons.
//! It refuses to ask the machine: what it says follows from what was added. Start at [`Copies::most_bytes`].

use crate::learn::Text;
use crate::window::Copies;
use std::collections::BTreeSet;
use wireroom_model::{ArticleId, FamilyId};

/// A text without its words and pairs: its names and figures (at most 256), its quotations (at most 256), its
/// paragraphs (at most 256), its places in the lists.
const TEXT_BYTES: usize = 4_000;

/// A word: 4 bytes, and its part of the sample in the index, when the index has just grown.
const WORD_BYTES: usize = 16;

/// One side of a pair.
const PAIR_BYTES: usize = 96;

/// An anchor past the window.
const ANCHOR_BYTES: usize = 1_600;

/// What empty lists reserve.
const FREE_BYTES: usize = 65_536;

impl Copies {
    /// Bytes held, by structure and not as a machine would count them.
    pub fn bytes(&self) -> usize {
        let tree = |entries: usize, size: usize| entries * size * 3 / 2;
        let texts: usize = self.texts.values().map(Text::bytes).sum();
        texts
            + tree(self.texts.len(), size_of::<(ArticleId, Text)>())
            // Each text stands in the members of one family, and in the order of arrivals.
            + tree(self.texts.len(), size_of::<(FamilyId, BTreeSet<ArticleId>)>() + size_of::<ArticleId>())
            + tree(self.fresh.len(), size_of::<(i64, ArticleId)>())
            + self.index.bytes()
            + self.old.bytes()
    }

    /// The most that [`Copies::bytes`] can be for what is held now.
    pub fn most_bytes(&self) -> usize {
        let words: usize = self.texts.values().map(|text| text.numbers.len()).sum();
        let pairs: usize = self.texts.values().map(|text| text.pairs.len()).sum();
        self.texts.len() * TEXT_BYTES
            + words * WORD_BYTES
            + pairs * PAIR_BYTES
            + self.old.len() * ANCHOR_BYTES
            + FREE_BYTES
    }

    /// Sketches of anchors that have left.
    pub fn anchors(&self) -> usize {
        self.old.len()
    }

    /// Comparisons of two texts, word by word, since the window was made: the cost, without a clock.
    pub const fn comparisons(&self) -> u64 {
        self.compared
    }
}
