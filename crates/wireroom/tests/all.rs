//! The tests of this crate as one program: a link for each file took gigabytes and minutes. A file that is not named here is
//! found by `cargo tidy`; what measures its own process stands alone beside it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::string_slice)]

mod asked;
mod bad_input;
mod contract;
mod filters;
mod hand;
mod lineage;
mod manifest;
mod operations;
mod origins;
mod path;
mod press;
mod real_pages;
mod seeds;
mod sites;
mod verbatim;
mod watch;
mod writer;
