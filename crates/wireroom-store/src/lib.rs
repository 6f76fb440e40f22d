//! The only SQL of the house: one SQLite database in the data folder, one writer, many readers.
//! Queries keep to the dialect that SQLite and PostgreSQL share. It refuses to decide anything: no extraction,
//! no matching, no clock; every `now` is an argument, in whole seconds since 1970 UTC.
//! Start at [`Store::open`]; reads are methods of [`Store`], writes are methods of [`Tx`], one file a subject.

pub mod affairs;
pub mod ages;
pub mod api_tokens;
pub mod arrivals;
pub mod articles;
pub mod briefs;
pub mod columns;
pub mod commenting;
pub mod comments;
pub mod corrections;
pub mod disk;
pub mod earlier;
pub mod editions;
pub mod entries;
pub mod error;
pub mod families;
pub mod feed_access;
pub mod feed_settings;
pub mod feeds;
pub mod folder;
pub mod folders;
pub mod forget;
pub mod health;
pub mod invitations;
pub mod jobs;
pub mod kept_searches;
pub mod lineage;
pub mod marks;
pub mod moderation;
pub mod mutes;
pub mod open;
pub mod outlets;
pub mod own_data;
mod own_words;
pub mod pages;
pub mod pictures;
pub mod polls;
pub mod publishers;
pub mod rank_facts;
pub mod reader_tokens;
pub mod reservations;
pub mod robots;
pub mod sessions;
pub mod settings;
pub mod several;
pub mod site_overrides;
pub mod sites;
pub mod sizes;

pub mod stories;
pub mod story_page;
pub mod story_tags;
pub mod streams;
pub mod subscriptions;
pub mod texts;
pub mod tombstones;
pub mod users;
pub mod verdicts;
pub mod verify;
pub mod versions;
pub mod viewer;
pub mod websub;
pub mod writer;

pub use error::StoreError;
pub use open::{Store, Tx};
pub use viewer::Viewer;

/// What every function here returns.
pub type Result<T> = std::result::Result<T, StoreError>;
