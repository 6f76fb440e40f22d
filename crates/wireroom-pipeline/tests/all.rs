//! The tests of this crate as one program: a link for each file took gigabytes and minutes. A file that is not named here is
//! found by `cargo tidy`; what measures its own process stands alone beside it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::string_slice)]

mod affairs;
mod ages;
mod feeds;
mod finding;
mod forget;
mod health;
mod house;
mod import;
mod killed;
mod lineage;
mod lists;
mod pictures;
mod polite;
mod publishers;
mod regroup;
mod renewed;
mod returning;
mod said;
mod scribe;
mod sites;
mod topics;
mod walls;
mod websub;
mod window;
mod writer;
