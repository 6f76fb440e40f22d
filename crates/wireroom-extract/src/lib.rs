//! From one page to the articles on it: clean text, structure kept, and the metadata that the page states.
//! It refuses to guess: a date nobody states is unknown, a sentence in a body stands on the page, and no site has
//! a rule of its own. It reads no clock; a relative time needs the crawl time as an argument.
//! Start at [`extract`] for HTML, [`dump::extract`] for plain-text page dumps, [`decode`] for bytes.

mod article;
mod aside_calls;
mod aside_words;
mod asides;
mod blocks;
mod box_facts;
mod box_words;
mod candidates;
pub mod cap;
mod cards;
mod choose;
mod chosen;
mod clean;
mod credit;
mod credits;
mod decode;
pub mod dump;
mod embedded;
mod empty;
mod ends;
mod explain;
mod facts;
mod gathered;
mod hints;
mod insets;
mod judge;
mod kinds;
mod live;
mod notes;
mod notices;
mod offers;
mod others;
pub mod overrides;
mod own;
mod page;
mod parts;
mod phrase_labels;
mod phrase_lists;
mod phrases;
mod pictures;
mod places;
mod posts;
mod pruning;
mod pull;
mod recalled;
mod repeats;
mod scan;
mod signoff;
mod signoff_words;
pub mod site;
mod structured;
mod tables;
mod titles;
mod tree;
mod turns;
mod updates;
mod wall_words;

pub use chosen::{Applied, Matched};
pub use decode::decode;
pub use notices::{Notices, Paywall};
pub use overrides::{Override, Overrides};
pub use site::{BlockId, PageBlocks, SiteMemory, SiteState, Word, Words};

use url::Url;
use wireroom_model::{Byline, Explained, Extracted, Time};

/// The extractor's version, stored beside every text it made. It rises when the same page may give another text.
pub const VERSION: u32 = 2;

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

/// What is known of a page's site beside the page. With nothing known the rows are those of [`extract`].
#[derive(Debug, Clone, Copy, Default)]
pub struct Site<'s> {
    /// What was learnt of sites: blocks that this one prints on many pages leave part 0.
    pub learnt: Option<&'s SiteState>,
    /// What persons said of the host's blocks.
    pub said: Option<&'s Words>,
    /// What a person chose for the host.
    pub chosen: Option<&'s Override>,
}

/// One page read with what is known of its site.
#[derive(Debug, Clone, Default)]
pub struct Read {
    /// Never empty; see [`extract`].
    pub rows: Vec<Extracted>,
    pub notices: Notices,
    /// The blocks of part 0 as the site printed them: what [`SiteMemory::learn`] takes.
    pub blocks: PageBlocks,
    /// Those of them that were left out for what was learnt or said of the site.
    pub left_out: Vec<BlockId>,
    /// What came of the override, where there is one.
    pub applied: Option<Applied>,
}

/// What each of these authors is, told by the names alone: for authors that a feed or a row names and no page.
/// `outlet` is the outlet's name, which is no person's.
pub fn bylines(authors: &[String], outlet: Option<&str>) -> Vec<Byline> {
    let sites: Vec<String> = outlet.map(choose::fold).into_iter().collect();
    let byline =
        |name: &String| Byline { name: name.clone(), who: facts::who::who(name, None, &sites), role: None };
    authors.iter().map(byline).collect()
}

/// The articles on a page, the page's own first (part 0). Never empty: a page without an article gives one
/// row of kind `empty`. Pure and deterministic; no input makes it panic.
pub fn extract(page: &Page<'_>) -> Vec<Extracted> {
    page::extract(page, None, None).rows
}

/// The same with what the page says about the use and the reach of its text.
pub fn extract_noticed(page: &Page<'_>) -> (Vec<Extracted>, Notices) {
    let read = page::extract(page, None, None);
    (read.rows, read.notices)
}

/// [`extract`] with what is known of the page's site, and what may be learnt from the page.
pub fn read(page: &Page<'_>, site: Site<'_>) -> Read {
    page::extract(page, Some(site), None)
}

/// [`read`] with the account of part 0: what was proposed, what was left out by which rule, who stated each fact.
pub fn read_explained(page: &Page<'_>, site: Site<'_>) -> (Read, Explained) {
    let mut explained = Explained::default();
    let read = page::extract(page, Some(site), Some(&mut explained));
    (read, explained)
}

/// [`extract`] with the account of part 0.
pub fn extract_explained(page: &Page<'_>) -> (Vec<Extracted>, Explained) {
    let mut explained = Explained::default();
    let read = page::extract(page, None, Some(&mut explained));
    (read.rows, explained)
}
