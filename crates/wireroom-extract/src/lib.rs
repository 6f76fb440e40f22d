//! From one page to the articles on it: clean text, structure kept, and the metadata that the page states.
//! It refuses to guess: a date nobody states is unknown, a sentence in a body stands on the page, and no site has
//! a rule of its own. It reads no clock; a relative time needs the crawl time as an argument.
//! Start at [`extract`] for HTML, [`dump::extract`] for plain-text page dumps, [`decode`] for bytes.

mod article;
mod blocks;
pub mod cap;
mod cards;
mod choose;
mod clean;
mod credit;
mod decode;
pub mod dump;
mod explain;
mod facts;
mod hints;
mod notices;
mod page;
mod parts;
mod phrases;
mod repeats;
mod site;
mod structured;
mod tree;
mod turns;

pub use decode::decode;
pub use notices::{Notices, Paywall};
pub use site::{PageBlocks, SiteState};

use url::Url;
use wireroom_model::{Explained, Extracted, Time};

/// The extractor's version, stored beside every text it made. It rises when the same page may give another text.
pub const VERSION: u32 = 1;

/// One page as it was fetched.
#[derive(Debug, Clone, Copy)]
pub struct Page<'p> {
    /// Where it was found; relative addresses and dates in addresses are read against it.
    pub url: Option<&'p Url>,
    /// The decoded page: see [`decode`].
    pub html: &'p str,
    /// When it was fetched. "6 minutes ago" is resolved against this and nothing else.
    pub crawled: Time,
}

impl<'p> Page<'p> {
    /// A page of which only the text is known.
    pub const fn new(html: &'p str) -> Self {
        Self { url: None, html, crawled: Time::Unknown }
    }

    /// The same page at an address.
    #[must_use]
    pub const fn at(mut self, url: Option<&'p Url>) -> Self {
        self.url = url;
        self
    }

    /// The same page, fetched at a known time.
    #[must_use]
    pub const fn crawled(mut self, crawled: Time) -> Self {
        self.crawled = crawled;
        self
    }
}

/// The articles on a page, the page's own first (part 0). Never empty: a page without an article gives one
/// row of kind `empty`. Pure and deterministic; no input makes it panic.
pub fn extract(page: &Page<'_>) -> Vec<Extracted> {
    page::extract(page, None, None).0
}

/// The same with what the page says about the use and the reach of its text.
pub fn extract_noticed(page: &Page<'_>) -> (Vec<Extracted>, Notices) {
    let (rows, _, notices) = page::extract(page, None, None);
    (rows, notices)
}

/// The same with the account of part 0: what was proposed, what was left out by which rule, who stated each fact.
pub fn extract_explained(page: &Page<'_>) -> (Vec<Extracted>, Explained) {
    let mut explained = Explained::default();
    let (rows, _, _) = page::extract(page, None, Some(&mut explained));
    (rows, explained)
}

/// The same with what was learnt of the page's site: blocks that it prints on many pages leave part 0. Also gives
/// the blocks to [`SiteState::learn`] from, as the site printed them. Without a state the rows are those of [`extract`].
pub fn extract_with(page: &Page<'_>, sites: Option<&SiteState>) -> (Vec<Extracted>, PageBlocks) {
    let (rows, learnt, _) = page::extract(page, sites, None);
    (rows, learnt)
}
