//! What one printing kept, cut, added and reworded of another, by paragraph and word, for pages and JSON.
//! It refuses to show a change it cannot place: every piece is a span of the text it came from.
//! Start at [`diff`].

use serde::{Deserialize, Serialize};
use wireroom_model::Span;

/// What happened to a paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Change {
    Kept,
    Cut,
    Added,
    Reworded,
}

/// A run of words inside a reworded paragraph. `Kept` has both spans, `Cut` only `old`, `Added` only `new`,
/// `Reworded` both: these words stand where those stood.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Piece {
    pub change: Change,
    pub old: Option<Span>,
    pub new: Option<Span>,
}

/// One paragraph of either text or a pair of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ParagraphDiff {
    pub change: Change,
    pub old: Option<Span>,
    pub new: Option<Span>,
    /// Word by word where the paragraph is reworded, else empty.
    pub pieces: Vec<Piece>,
}

/// The whole difference, in reading order of the new text with cuts where they stood.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Diff {
    pub paragraphs: Vec<ParagraphDiff>,
    /// Words of the new text that stand in the old one too, then cut, then added words.
    pub kept_words: u32,
    pub cut_words: u32,
    pub added_words: u32,
}

/// What `new` made of `old`; both normalised.
pub fn diff(_old: &str, _new: &str) -> Diff {
    Diff::default()
}
