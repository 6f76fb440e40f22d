//! Finding the feeds of a page: what it states, what publishing systems do by convention, links that look like feeds,
//! then paths that feeds often stand at. It only proposes; the caller fetches and tries in order, politely.
//! Start at [`feeds_in`]; [`by_address`] needs no page; [`sites`] is the table of conventions.

mod page;
mod pattern;
pub mod sites;
#[cfg(test)]
mod tests;

use page::{Page, is_channel};
use std::collections::BTreeSet;
use url::Url;
use wireroom_text::markup;

/// Proposals of each kind.
const FOUND_LIMIT: usize = 32;
/// Paths that are guessed at most.
pub const GUESS_LIMIT: usize = 10;

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

/// How much of a site a feed carries, as far as its address and title tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Extent {
    /// Everything, or there is no telling.
    Whole,
    /// A category, a tag, an author.
    Part,
    /// Readers' comments.
    Comments,
}

/// A possible feed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    pub address: Url,
    pub title: Option<String>,
    pub how: How,
    pub extent: Extent,
}

/// What publishing systems keep, by how their `generator` begins; paths below the site's root.
const GENERATORS: &[(&str, &[&str])] = &[
    ("wordpress", &["/feed/", "/?feed=rss2"]),
    ("ghost", &["/rss/"]),
    ("hugo", &["/index.xml"]),
    ("jekyll", &["/feed.xml", "/atom.xml"]),
    ("eleventy", &["/feed.xml", "/feed/feed.xml"]),
    ("hexo", &["/atom.xml", "/rss2.xml"]),
    ("gatsby", &["/rss.xml"]),
    ("astro", &["/rss.xml"]),
    ("docusaurus", &["/blog/rss.xml"]),
    ("zola", &["/atom.xml", "/rss.xml"]),
    ("pelican", &["/feeds/all.atom.xml"]),
    ("drupal", &["/rss.xml"]),
    ("joomla", &["/?format=feed&type=rss"]),
    ("typo3", &["/rss.xml", "/feed.xml"]),
    ("squarespace", &["/blog?format=rss", "/?format=rss"]),
    ("wix.com", &["/blog-feed.xml"]),
    ("blogger", &["/feeds/posts/default"]),
    ("discourse", &["/latest.rss"]),
    ("mediawiki", &["/index.php?title=Special:RecentChanges&feed=atom"]),
    ("movable type", &["/atom.xml", "/index.xml"]),
    ("textpattern", &["/rss/"]),
    ("writefreely", &["/feed/"]),
    ("micro.blog", &["/feed.xml"]),
    ("peertube", &["/feeds/videos.xml"]),
];

/// Where feeds often stand, below the page's folder and below the site's root.
const USUAL: [&str; 7] = ["feed", "rss", "rss.xml", "feed.xml", "atom.xml", "index.xml", "feed.json"];

/// The feeds that a page names or may have, best first, each address once: whole before a part of the site before
/// comments, and within each the surest first.
pub fn feeds_in(html: &str, base: &Url) -> Vec<Found> {
    let page = Page::read(html);
    let near =
        page.base.as_deref().and_then(|b| base.join(b).ok()).filter(is_http).unwrap_or_else(|| base.clone());
    let mut found = Finding::default();
    for (href, title) in &page.stated {
        found.propose(near.join(href).ok(), title.as_deref(), How::Stated);
    }
    if let Some(channel) = page.channel.as_deref().filter(|_| is_youtube(base)) {
        let feed = format!("https://www.youtube.com/feeds/videos.xml?channel_id={channel}");
        found.propose(Url::parse(&feed).ok(), None, How::Convention);
    }
    for feed in sites::feeds_of(base) {
        found.propose(Some(feed), None, How::Convention);
    }
    for feed in by_generator(page.generator.as_deref().unwrap_or_default(), base) {
        found.propose(Some(feed), None, How::Convention);
    }
    for (href, title) in &page.linked {
        found.propose(near.join(href).ok(), title.as_deref(), How::Linked);
    }
    if found.list.iter().all(|found| found.extent == Extent::Comments) {
        for guess in guesses(base) {
            found.propose(Some(guess), None, How::Guess);
        }
    }
    found.ranked()
}

/// What the address alone tells, best first; empty where no convention is known.
pub fn by_address(page: &Url) -> Vec<Found> {
    let mut found = Finding::default();
    for feed in sites::feeds_of(page) {
        found.propose(Some(feed), None, How::Convention);
    }
    found.ranked()
}

/// Paths that are worth a try where nothing else is known.
pub fn guesses(page: &Url) -> Vec<Url> {
    let mut folder = page.clone();
    folder.set_query(None);
    folder.set_fragment(None);
    if !folder.path().ends_with('/') {
        // A path without a stroke at its end is a page or a folder; feeds of folders are the commoner.
        let path = format!("{}/", folder.path());
        folder.set_path(&path);
    }
    let below = ["feed", "rss.xml", "index.xml"].iter().filter(|_| folder.path() != "/");
    let root = USUAL.iter().map(|usual| format!("/{usual}"));
    let mut guesses: Vec<Url> = Vec::new();
    for path in below.map(|&usual| usual.to_owned()).chain(root) {
        guesses.extend(folder.join(&path).ok().filter(|guess| !guesses.contains(guess)));
    }
    guesses.truncate(GUESS_LIMIT);
    guesses
}

/// What a reader may type for an address that is none yet: `@ann@social.example` is a person of the fediverse.
pub fn typed(text: &str) -> Option<Url> {
    let (name, host) =
        text.trim().strip_prefix('@').or_else(|| text.trim().strip_prefix("acct:"))?.split_once('@')?;
    let is_name = !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || b"_.-".contains(&b));
    let is_host = host.contains('.') && !host.contains(['/', '@', '?', '#', ' ']);
    (is_name && is_host).then(|| Url::parse(&format!("https://{host}/@{name}")).ok()).flatten()
}

/// Where a directory that needs no key tells the feed of this page (Apple Podcasts); [`looked_up`] reads its answer.
pub fn lookup(page: &Url) -> Option<Url> {
    if page.host_str() != Some("podcasts.apple.com") {
        return None;
    }
    let id = page.path_segments()?.find_map(|piece| piece.strip_prefix("id"))?;
    let is_number = !id.is_empty() && id.len() <= 20 && id.bytes().all(|b| b.is_ascii_digit());
    is_number
        .then(|| Url::parse(&format!("https://itunes.apple.com/lookup?entity=podcast&id={id}")).ok())
        .flatten()
}

/// The feeds that such an answer names.
pub fn looked_up(answer: &[u8]) -> Vec<Found> {
    let mut found = Finding::default();
    let answer: serde_json::Value = serde_json::from_slice(answer).unwrap_or_default();
    let results = answer.get("results").and_then(serde_json::Value::as_array);
    for result in results.into_iter().flatten().take(FOUND_LIMIT) {
        let text = |name: &str| result.get(name).and_then(serde_json::Value::as_str);
        let title = text("collectionName").or_else(|| text("trackName"));
        found.propose(text("feedUrl").and_then(|feed| Url::parse(feed).ok()), title, How::Convention);
    }
    found.ranked()
}

/// What a system that calls itself so keeps; a page of a category or a tag has a feed of its own in WordPress.
fn by_generator(generator: &str, page: &Url) -> Vec<Url> {
    let generator = generator.trim().to_ascii_lowercase();
    let Some((system, paths)) = GENERATORS.iter().find(|(name, _)| generator.starts_with(name)) else {
        return Vec::new();
    };
    let own = (*system == "wordpress")
        .then(|| page.path().trim_matches('/'))
        .filter(|path| ["category/", "tag/", "author/"].iter().any(|start| path.starts_with(start)))
        .and_then(|path| page.join(&format!("/{path}/feed/")).ok());
    own.into_iter().chain(paths.iter().filter_map(|path| page.join(path).ok())).collect()
}

fn is_http(url: &Url) -> bool {
    matches!(url.scheme(), "http" | "https")
}

fn is_youtube(url: &Url) -> bool {
    url.host_str().is_some_and(|host| host == "youtube.com" || host.ends_with(".youtube.com"))
}

/// A channel's feed and the same without Shorts and live streams: the list `UULF...` of the channel `UC...`.
fn without_shorts(feed: &Url) -> Option<Url> {
    if !is_youtube(feed) || feed.path() != "/feeds/videos.xml" {
        return None;
    }
    let channel = feed.query_pairs().find(|(name, _)| name == "channel_id")?.1.into_owned();
    let rest = channel.strip_prefix("UC").filter(|_| is_channel(&channel))?;
    Url::parse(&format!("https://www.youtube.com/feeds/videos.xml?playlist_id=UULF{rest}")).ok()
}

/// How much of a site this feed carries. Words of the ten languages with the most feeds.
fn extent(address: &Url, title: Option<&str>) -> Extent {
    const COMMENTS: [&str; 9] = [
        "comment",
        "kommentar",
        "comentario",
        "comentário",
        "commenti",
        "reacties",
        "комментари",
        "komentarz",
        "コメント",
    ];
    let title = title.unwrap_or_default().to_lowercase();
    let path = address.path().to_ascii_lowercase();
    let piece = |names: &[&str]| path.split('/').any(|piece| names.contains(&piece));
    if COMMENTS.iter().any(|word| title.contains(word)) || piece(&["comments", "comment"]) {
        Extent::Comments
    } else if piece(&["category", "categories", "tag", "tags", "tagged", "author", "label", "-"]) {
        Extent::Part
    } else {
        Extent::Whole
    }
}

#[derive(Default)]
struct Finding {
    list: Vec<Found>,
    seen: BTreeSet<String>,
}

impl Finding {
    fn propose(&mut self, address: Option<Url>, title: Option<&str>, how: How) {
        let Some(mut address) = address.filter(is_http) else { return };
        address.set_fragment(None);
        let title = title.map(markup::line).filter(|title| !title.is_empty());
        if let Some(plain) = without_shorts(&address) {
            let title = title.as_ref().map(|title| format!("{title} (without Shorts)"));
            self.push(Found { address: plain, title, how, extent: Extent::Whole });
        }
        let extent = extent(&address, title.as_deref());
        self.push(Found { address, title, how, extent });
    }

    fn push(&mut self, new: Found) {
        let room = self.list.iter().filter(|f| f.how == new.how).count() < FOUND_LIMIT;
        if room && self.seen.insert(new.address.to_string()) {
            self.list.push(new);
        }
    }

    /// By extent, then by how; otherwise as found. What the asked page itself is of is no part to it.
    fn ranked(mut self) -> Vec<Found> {
        let rank = |found: &Found| match found.extent {
            Extent::Whole => 0,
            // A convention of the very page that was asked for is what was asked for.
            Extent::Part if found.how == How::Convention => 0,
            Extent::Part => 1,
            Extent::Comments => 2,
        };
        self.list.sort_by_key(|found| (rank(found), found.how));
        self.list
    }
}
