//! How one article's text stands to another's.

use serde::{Deserialize, Serialize};

/// A relation between two texts. The first four make one family; the others never do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Relation {
    /// The text that the family is named after.
    Anchor,
    /// The same words.
    Verbatim,
    /// Most of the text, with edits.
    Edited,
    /// Part of the text.
    Excerpt,
    /// Passages in common, no family.
    Shares,
    /// The same source quoted.
    Quotes,
    /// Nothing that tells of a common origin.
    Independent,
}

impl Relation {
    /// True where the relation puts both texts in one family.
    pub const fn is_family(self) -> bool {
        matches!(self, Self::Anchor | Self::Verbatim | Self::Edited | Self::Excerpt)
    }

    /// The word that the filters, the store and the pages use.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Anchor => "anchor",
            Self::Verbatim => "verbatim",
            Self::Edited => "edited",
            Self::Excerpt => "excerpt",
            Self::Shares => "shares",
            Self::Quotes => "quotes",
            Self::Independent => "independent",
        }
    }

    /// Reads [`Relation::as_str`] back.
    pub fn parse(word: &str) -> Option<Self> {
        [
            Self::Anchor,
            Self::Verbatim,
            Self::Edited,
            Self::Excerpt,
            Self::Shares,
            Self::Quotes,
            Self::Independent,
        ]
        .into_iter()
        .find(|r| r.as_str() == word)
    }
}
