//! Ids as newtypes: positive integers below 2^53, so that every client (JavaScript too) reads them exactly.
//! An id is never reused; entries, articles and stories draw from one sequence, which the store keeps.
//! This module refuses to make an id out of range.

use serde::{Deserialize, Serialize};
use std::fmt;

/// The first number that is no id any more: 2^53.
pub const ID_LIMIT: u64 = 1 << 53;

/// Why a number is not an id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct IdError(pub u64);

impl fmt::Display for IdError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} is not an id: ids are whole numbers from 1 to {}", self.0, ID_LIMIT - 1)
    }
}

impl std::error::Error for IdError {}

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "u64", into = "u64")]
        pub struct $name(u64);

        impl $name {
            /// Checks that the number is positive and below 2^53.
            pub const fn new(number: u64) -> Result<Self, IdError> {
                if number == 0 || number >= ID_LIMIT { Err(IdError(number)) } else { Ok(Self(number)) }
            }

            /// The number itself.
            pub const fn get(self) -> u64 {
                self.0
            }

            /// The number as the store's signed integer (always positive).
            pub const fn as_i64(self) -> i64 {
                self.0 as i64
            }
        }

        impl TryFrom<u64> for $name {
            type Error = IdError;
            fn try_from(number: u64) -> Result<Self, IdError> {
                Self::new(number)
            }
        }

        impl TryFrom<i64> for $name {
            type Error = IdError;
            fn try_from(number: i64) -> Result<Self, IdError> {
                Self::new(u64::try_from(number).unwrap_or(0))
            }
        }

        impl From<$name> for u64 {
            fn from(id: $name) -> u64 {
                id.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = IdError;
            fn from_str(text: &str) -> Result<Self, IdError> {
                Self::new(text.parse().unwrap_or(0))
            }
        }
    };
}

id!(
    /// A feed of the house (subscriptions to it belong to users).
    FeedId
);
id!(
    /// What a feed says: one item of one feed. Shares one sequence with articles and stories.
    EntryId
);
id!(
    /// What we extracted: one address (or one part of a page). Shares one sequence with entries and stories.
    ArticleId
);
id!(
    /// One immutable text of an article.
    VersionId
);
id!(
    /// A family of copies, named after its anchor.
    FamilyId
);
id!(
    /// A story. Shares one sequence with entries and articles.
    StoryId
);
id!(
    /// An outlet: a masthead that prints articles.
    OutletId
);
id!(
    /// A person with an account.
    UserId
);
id!(
    /// A signed-in browser.
    SessionId
);
id!(
    /// A link by which somebody gets an account.
    InvitationId
);
id!(
    /// A token by which a program acts for its reader.
    TokenId
);

id!(
    /// What a reader said under a story.
    CommentId
);
id!(
    /// A search that a reader keeps.
    KeptId
);
id!(
    /// What a reader does not want to be shown.
    MuteId
);

impl From<ArticleId> for FamilyId {
    /// A family is numbered after the article that opened it.
    fn from(first: ArticleId) -> Self {
        Self(first.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zero_and_two_to_the_53_are_no_ids() {
        assert_eq!(StoryId::new(0), Err(IdError(0)));
        assert_eq!(StoryId::new(1 << 53), Err(IdError(1 << 53)));
        assert_eq!(StoryId::new((1 << 53) - 1).map(StoryId::get), Ok((1 << 53) - 1));
    }

    #[test]
    fn a_negative_number_from_the_store_is_no_id() {
        assert!(ArticleId::try_from(-4_i64).is_err());
    }

    #[test]
    fn an_id_reads_back_from_its_json() {
        let id = ArticleId::new(42).unwrap();
        assert_eq!(serde_json::to_string(&id).unwrap(), "42");
        assert_eq!(serde_json::from_str::<ArticleId>("42").unwrap(), id);
        assert!(serde_json::from_str::<ArticleId>("0").is_err());
    }
}
