//! Feeds in: bytes of RSS, Atom, RDF, CDF, JSON Feed or a news sitemap to one shape, whatever their state of repair.
//! [`parse`] gives the feed as it stands (raw markup, every field kept); [`Feed::sanitised`] gives the one that may be
//! stored or shown. Nothing here fetches, follows an external entity, reads a clock or reads a comment.
//! Start at [`feed::Feed`]; subscriptions are in [`opml`], finding a page's feeds in [`discover`],
//! telling entries apart in [`identity`].

pub mod around;
pub mod discover;
pub mod feed;
pub mod identity;
pub mod opml;
mod read;
pub mod safe;
mod xml;

pub use around::{SafeCategory, SafeLink, SafeLocation, SafePerson, SafeReply};
pub use feed::{
    Category, Degrees, Enclosure, Entry, Feed, FeedError, Format, Hints, Link, Location, Markup, Person,
    Point, ReplyTo, Source, Text, Warning,
};
pub use identity::{EntryKey, Identity};
pub use read::{BODY_LIMIT, BYTE_LIMIT, ENTRY_LIMIT, LIST_LIMIT};
pub use safe::{SafeContent, SafeEnclosure, SafeEntry, SafeFeed, SafeSource};

/// What no feed is read beyond; the rest is left out with a warning.
pub mod limits {
    pub use crate::read::{
        BYTE_LIMIT as BYTES, ENTRY_LIMIT as ENTRIES, LIST_LIMIT as LIST, WARNING_LIMIT as WARNINGS,
    };
    pub use crate::xml::entity::EXPANSION_LIMIT as ENTITY_BYTES;
}

/// Reads a feed. One bad entry, a bad date or broken markup becomes a warning; only bytes that hold no feed at all
/// are an error, and the error says what they are instead.
pub fn parse(bytes: &[u8], hints: &Hints<'_>) -> Result<Feed, FeedError> {
    read::parse(bytes, hints)
}
