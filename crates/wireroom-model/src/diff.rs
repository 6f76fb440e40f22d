//! What one text made of another: rows of paragraphs, runs of words in them, and the class of each change.
//! It compares nothing: the copy room does, the store keeps classes and the pages show both.
//! Start at [`Diff`], then [`Alteration`].

use crate::Span;
use serde::{Deserialize, Serialize};

/// What happened to words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Change {
    Kept,
    Cut,
    Added,
    Reworded,
}

impl Change {
    /// The word that rows and pages use.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Kept => "kept",
            Self::Cut => "cut",
            Self::Added => "added",
            Self::Reworded => "reworded",
        }
    }
}

/// A run of words inside a row. `Kept` has both spans, `Cut` only `old`, `Added` only `new`, `Reworded` both: these
/// words stand where those stood. The spans of one side follow each other without a gap and fill the row's span.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Piece {
    pub change: Change,
    pub old: Option<Span>,
    pub new: Option<Span>,
}

/// Where one side of a row stands: a paragraph, or a part of one where a paragraph was split, joined or carried apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// 1 for the first paragraph that has a word.
    pub paragraph: u32,
    pub span: Span,
}

/// A paragraph of either text, or what became of it in the other.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DiffRow {
    pub change: Change,
    /// True where it stands in another order than the rest.
    pub moved: bool,
    pub old: Option<Place>,
    pub new: Option<Place>,
    /// Word by word.
    pub pieces: Vec<Piece>,
}

/// Words (figures with their signs and words with an apostrophe inside count as one) of both texts by what happened to them: `kept`, `cut` and
/// `reworded_old` add up to the old text's, `kept`, `added` and `reworded_new` to the new text's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct WordCounts {
    pub kept: u32,
    /// Those of `kept` that stand in a row that moved.
    pub moved: u32,
    pub cut: u32,
    pub added: u32,
    pub reworded_old: u32,
    pub reworded_new: u32,
}

impl WordCounts {
    /// Words of the old text that were compared.
    pub const fn of_old(&self) -> u32 {
        self.kept.saturating_add(self.cut).saturating_add(self.reworded_old)
    }

    /// Words of the new text that were compared.
    pub const fn of_new(&self) -> u32 {
        self.kept.saturating_add(self.added).saturating_add(self.reworded_new)
    }
}

/// The whole difference, in reading order of the new text with cuts where they stood.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Diff {
    pub rows: Vec<DiffRow>,
    pub words: WordCounts,
    /// What of a very long text was not compared.
    pub old_rest: Option<Span>,
    pub new_rest: Option<Span>,
}

/// What kind of change an outlet made to its own text, the one that a reader should hear of first at the head.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Class {
    /// A notice of correction was added.
    Correction,
    Headline,
    /// A numeral or a number word is another, or gone.
    Figure,
    /// Words inside quotation marks are others, new or gone.
    Quote,
    /// A paragraph or a sentence is gone.
    Withdrawn,
    /// A paragraph or a sentence is new.
    Added,
    /// Words were exchanged, and none of the other classes names it.
    Wording,
    /// Paragraphs stand in another order.
    Moved,
    /// A few letters of a word that is neither a name nor a figure.
    Typo,
    /// Punctuation, case, spaces or the breaks between paragraphs alone: no word changed.
    Setting,
}

impl Class {
    pub const ALL: [Self; 10] = [
        Self::Correction,
        Self::Headline,
        Self::Figure,
        Self::Quote,
        Self::Withdrawn,
        Self::Added,
        Self::Wording,
        Self::Moved,
        Self::Typo,
        Self::Setting,
    ];

    /// The word that rows, the store and the pages use.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Correction => "correction",
            Self::Headline => "headline",
            Self::Figure => "figure",
            Self::Quote => "quote",
            Self::Withdrawn => "withdrawn",
            Self::Added => "added",
            Self::Wording => "wording",
            Self::Moved => "moved",
            Self::Typo => "typo",
            Self::Setting => "setting",
        }
    }

    /// Reads [`Class::as_str`] back.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|class| class.as_str() == word)
    }
}

/// The part of a text that a change stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum TextPart {
    Headline,
    Body,
}

/// One change between two versions. Spans are of the part that it stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Alteration {
    pub class: Class,
    pub part: TextPart,
    pub old: Option<Span>,
    pub new: Option<Span>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_class_reads_back_from_its_word_and_serialises_as_it() {
        for class in Class::ALL {
            assert_eq!(Class::parse(class.as_str()), Some(class));
            assert_eq!(serde_json::to_string(&class).unwrap(), format!("\"{}\"", class.as_str()));
        }
        assert_eq!(Class::parse("guess"), None);
    }
}
