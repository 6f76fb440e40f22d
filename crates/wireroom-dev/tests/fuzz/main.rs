//! Fuzz targets for what strangers send: feeds, pages, dates, lists of subscriptions, HTML. They run on stable Rust.
//! Inputs are built from seeds and grammars by a tape of random choices, because random bytes reach no depth;
//! each target states what must hold of every answer, not only that there is one.
//! A plain `cargo test` tries a few inputs; WIREROOM_FUZZ_SECONDS=600 goes on for so long (CONTRIBUTING.md).
//! Start at [`run::target`]; what was found once stays in `kept.rs`.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::string_slice)]

mod browser;
mod choices;
mod dates;
mod feeds;
mod html;
mod kept;
mod lists;
mod pages;
mod run;
mod seeds;

#[test]
fn feed() {
    run::target("feed", feeds::input, feeds::holds);
}

#[test]
fn date() {
    run::target("date", dates::input, dates::holds);
}

#[test]
fn opml() {
    run::target("opml", lists::input, lists::holds);
}

#[test]
fn extract() {
    run::target("extract", pages::input, pages::holds);
}

#[test]
fn sanitiser() {
    run::target("sanitiser", html::input, html::holds);
}
