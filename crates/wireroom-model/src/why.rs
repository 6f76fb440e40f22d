//! Why something was not done or not read: a stable name and its data, never a sentence. What prints it in English is
//! for the program's own lines; a page says it in its reader's language. It refuses to guess what a stored sentence of
//! an older house meant: that stays [`Why::Said`]. Start at [`Why::stored`] and [`Why::read`].

use serde::{Deserialize, Serialize};
use thiserror::Error;

pub mod asked;
pub mod fetched;

pub use asked::{NoChoice, NoOwners, NotSorted, NotThere, OverrideFault, Wrong};
pub use fetched::{Cause, Header, Inward, Moved, NoFeed, NoList, NotSent, Partly, Stage, Trouble};

/// A reason, by what it is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Error)]
#[serde(rename_all = "kebab-case")]
pub enum Why {
    /// In words only: a system's, a publisher's, or those of a house that stored no names yet.
    #[error("{0}")]
    Said(String),
    #[error("{0}")]
    Fetch(Trouble),
    #[error("{0}")]
    Feed(NoFeed),
    #[error("{0}")]
    List(NoList),
    /// Read, but not all of it.
    #[error("{0}")]
    Partly(Partly),
    /// How a feed came by its address.
    #[error("{0}")]
    Moved(Moved),
    #[error("{0}")]
    NotSent(NotSent),
    #[error("{0}")]
    Choice(NoChoice),
    #[error("{0}")]
    Owners(NoOwners),
    /// Every fault of the text.
    #[error("{}", joined(.0))]
    Override(Vec<OverrideFault>),
    #[error("{0}")]
    Sorted(NotSorted),
    #[error("{0}")]
    There(NotThere),
    /// It came of asking this address.
    #[error("{address}: {why}")]
    At { address: String, why: Box<Why> },
}

fn joined(faults: &[OverrideFault]) -> String {
    faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")
}

impl Why {
    /// As it is kept in a row: names and data as JSON, a sentence as it is.
    pub fn stored(&self) -> String {
        match self {
            Self::Said(words) => words.clone(),
            // Nothing in it is a map with keys that are no text, so that this never falls back to the words.
            named => serde_json::to_string(named).unwrap_or_else(|_| named.to_string()),
        }
    }

    /// What [`Why::stored`] wrote, or the sentence of an older house.
    pub fn read(stored: &str) -> Self {
        let named = if stored.starts_with('{') { serde_json::from_str(stored).ok() } else { None };
        named.unwrap_or_else(|| Self::Said(stored.to_owned()))
    }
}

impl From<String> for Why {
    fn from(words: String) -> Self {
        Self::Said(words)
    }
}

impl From<&str> for Why {
    fn from(words: &str) -> Self {
        Self::Said(words.to_owned())
    }
}

macro_rules! of {
    ($($kind:ident($of:ty)),* $(,)?) => {
        $(impl From<$of> for Why {
            fn from(of: $of) -> Self {
                Self::$kind(of)
            }
        })*
    };
}

of!(
    Fetch(Trouble),
    Feed(NoFeed),
    List(NoList),
    Partly(Partly),
    Moved(Moved),
    NotSent(NotSent),
    Choice(NoChoice),
    Owners(NoOwners),
    Sorted(NotSorted),
    There(NotThere),
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reason_is_stored_by_its_name_and_read_as_it_was() {
        let why = Why::Fetch(Trouble::Status { host: "tern.example".to_owned(), status: 404 });
        assert_eq!(why.stored(), "{\"fetch\":{\"status\":{\"host\":\"tern.example\",\"status\":404}}}");
        assert_eq!(Why::read(&why.stored()), why);
        let nested = Why::At { address: "https://tern.example/".to_owned(), why: Box::new(why) };
        assert_eq!(Why::read(&nested.stored()), nested);
        assert_eq!(Why::read(&Why::from(NoFeed::WebPage).stored()), Why::Feed(NoFeed::WebPage));
    }

    #[test]
    fn a_sentence_of_an_older_house_stays_as_it_is() {
        for old in ["tern.example answered 404", "", "{ no name of ours", "{\"unheard-of\":1}"] {
            assert_eq!(Why::read(old), Why::Said(old.to_owned()));
            assert_eq!(Why::read(old).to_string(), old);
            assert_eq!(Why::read(old).stored(), old);
        }
    }
}
