//! The vocabulary of the house: ids, times, spans, languages, and the shapes that pass between rooms.
//! It holds no algorithm beyond checking and printing its own values, reads no clock and does no IO.
//! Start at [`article::Article`], then [`time::Time`] and [`span::Span`].

pub mod article;
pub mod copies;
pub mod diff;
pub mod explained;
pub mod hub;
pub mod ids;
pub mod lang;
pub mod lineage;
pub mod origins;
pub mod particulars;
pub mod row;
pub mod span;
pub mod time;
pub mod why;

pub use article::{Article, Caption, Extracted, Kind, PublishedFrom, Section, Turn};
pub use copies::Relation;
pub use diff::{Alteration, Change, Class, Diff, DiffRow, Piece, Place, TextPart, WordCounts};
pub use explained::{Candidate, Dropped, Explained, FactFrom, Rule};
pub use hub::{HubPush, HubQuestion};
pub use ids::{
    ArticleId, CommentId, EntryId, FamilyId, FeedId, IdError, InvitationId, KeptId, MuteId, OutletId,
    SessionId, StoryId, TokenId, UserId, VersionId,
};
pub use lang::Lang;
pub use lineage::{Clue, Reason};
pub use origins::{Counted, Counts, Coverage, Ground, Opened, Printings, Whose};
pub use particulars::{
    Access, AgencyCredit, AgencyPart, Byline, Contribution, Dateline, EmptyBecause, LeadImage, Particulars,
    Update, Who,
};
pub use row::ArticleRow;
pub use span::{CharSpan, Span};
pub use time::{Clock, Precision, Time, TimeError, When};
pub use why::Why;
