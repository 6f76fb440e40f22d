//! Why a printing is held to come from another: the reasons, in the order of their weight, and what shows each.
//! It weighs nothing itself: the copy room does, the store keeps what it found and the pages say it.
//! Start at [`Clue`].

use crate::{ArticleId, Span};
use serde::{Deserialize, Serialize};

/// Why an origin or a parent stands as it does, the weightiest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// A reader said that this outlet had the text first.
    ReaderSaid,
    /// It repeats that printing's own edits.
    InheritedEdits,
    /// A line of the text says where it appeared first.
    FirstPublished,
    /// The page's canonical address, or the address it names as its source, is that printing's.
    SourceLink,
    /// It stands on another outlet's page, which names this one as its source.
    Carried,
    /// The text credits an agency.
    AgencyCredit,
    /// The agency stands in the dateline.
    Dateline,
    /// Published before every other.
    Earliest,
    /// The only one with this text.
    Alone,
    /// Times are missing, too coarse or equal, and nothing else shows an order.
    OrderUnknown,
}

impl Reason {
    pub const ALL: [Self; 10] = [
        Self::ReaderSaid,
        Self::InheritedEdits,
        Self::FirstPublished,
        Self::SourceLink,
        Self::Carried,
        Self::AgencyCredit,
        Self::Dateline,
        Self::Earliest,
        Self::Alone,
        Self::OrderUnknown,
    ];

    /// The word that rows, the store and the pages use.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::ReaderSaid => "reader_said",
            Self::InheritedEdits => "inherited_edits",
            Self::FirstPublished => "first_published",
            Self::SourceLink => "source_link",
            Self::Carried => "carried",
            Self::AgencyCredit => "agency_credit",
            Self::Dateline => "dateline",
            Self::Earliest => "earliest",
            Self::Alone => "alone",
            Self::OrderUnknown => "order_unknown",
        }
    }

    /// Reads [`Reason::as_str`] back.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.as_str() == word)
    }
}

/// One thing that tells whose printing a member took.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Clue {
    pub reason: Reason,
    /// The printing that it points to, where that is a member of the family.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub of: Option<ArticleId>,
    /// The words that show it: the credit, the line, the address, the shared edit.
    #[serde(skip_serializing_if = "String::is_empty", default)]
    pub words: String,
    /// Where they stand in the member's text; absent where they stand elsewhere on its page.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub span: Option<Span>,
    /// False where weightier evidence says otherwise, or where it shows no direction.
    pub holds: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_reason_reads_back_from_its_word_and_serialises_as_it() {
        for reason in Reason::ALL {
            assert_eq!(Reason::parse(reason.as_str()), Some(reason));
            assert_eq!(serde_json::to_string(&reason).unwrap(), format!("\"{}\"", reason.as_str()));
        }
        assert_eq!(Reason::parse("guess"), None);
    }
}
