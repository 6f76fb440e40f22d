//! Other people's readers beside ours, over the same files and in the same process: of feeds and of pages; and their
//! search for copies beside ours.
//! Behind the feature `peers`, run by hand, never in CI. They decide nothing: no floor hangs on what a peer does.
//! Start at [`feeds::beside`], [`pages::beside`] and [`copies::beside`].

pub mod copies;
pub mod feeds;
pub mod pages;
