//! The tests of this crate as one program: a link for each file took gigabytes and minutes. A file that is not named here is
//! found by `cargo tidy`; what measures its own process stands alone beside it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::string_slice)]

mod accounts;
mod affairs;
mod comments;
mod feeds_in;
mod jobs;
mod keeping;
mod opening;
mod rank_facts;
mod sites;
mod streams;
