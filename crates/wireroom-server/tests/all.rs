//! The tests of this crate as one program: a link for each file took gigabytes and minutes. A file that is not named here is
//! found by `cargo tidy`; what measures its own process stands alone beside it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::string_slice)]

mod accounts;
mod ask;
mod audit;
mod common_text;
mod doors;
mod edition;
mod families;
mod feeds;
mod following;
mod guests;
mod hand;
mod house;
mod links;
mod live;
mod origins;
mod outgoing;
mod publishers;
mod reading;
mod roles;
mod routes;
mod site;
mod sites;
mod sorting;
mod styleguide;
mod tags;
mod talk;
mod templates;
mod two_readers;
mod versions;
mod watch;
mod websub;
mod words;
