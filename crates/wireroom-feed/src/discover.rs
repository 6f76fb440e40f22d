//! Finding the feeds of a page: link elements first, then what known publishing systems do by convention, then links
//! that look like feeds, then paths that feeds often stand at. It only proposes; the caller fetches and tries in order.
//! Start at [`feeds_in`]; [`by_address`] needs no page.

use crate::read::is_web;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::{Rawtext, Rcdata, ScriptData};
use html5ever::tokenizer::{BufferQueue, StartTag, Tag, Token, TokenSink, TokenSinkResult, Tokenizer};
use std::cell::RefCell;
use url::Url;
use wireroom_text::markup;

/// Bytes of a page that are looked through; link elements stand in its head.
const PAGE_BYTES: usize = 2 << 20;
/// Proposals of each kind.
const FOUND_LIMIT: usize = 32;

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
    let page = look_through(html);
    let near =
        page.base.as_deref().and_then(|b| base.join(b).ok()).filter(is_http).unwrap_or_else(|| base.clone());
    let mut found = Vec::new();
    for (href, title) in &page.stated {
        propose(&mut found, near.join(href).ok(), title.as_deref(), How::Stated);
    }
    // Comment feeds are stated beside the real one and are nearly never wanted.
    found.sort_by_key(is_of_comments);
    if let Some(channel) = &page.channel {
        let feed = format!("https://www.youtube.com/feeds/videos.xml?channel_id={channel}");
        propose(&mut found, Url::parse(&feed).ok(), None, How::Convention);
    }
    for conventional in by_address(base) {
        push(&mut found, conventional);
    }
    for (href, title) in &page.linked {
        propose(&mut found, near.join(href).ok(), title.as_deref(), How::Linked);
    }
    if found.is_empty() {
        for path in ["/feed", "/rss", "/rss.xml", "/feed.xml", "/atom.xml", "/index.xml", "/feed.json"] {
            propose(&mut found, base.join(path).ok(), None, How::Guess);
        }
    }
    found
}

/// What the address alone tells (YouTube, Mastodon, Reddit, GitHub, Substack, Medium), surest first.
pub fn by_address(page: &Url) -> Vec<Found> {
    let host = page.host_str().unwrap_or_default().trim_start_matches("www.").to_ascii_lowercase();
    let parts: Vec<&str> =
        page.path_segments().into_iter().flatten().filter(|part| !part.is_empty()).collect();
    let mut addresses: Vec<String> = Vec::new();
    match (host.as_str(), parts.as_slice()) {
        ("youtube.com" | "m.youtube.com", parts) => addresses.extend(youtube(page, parts)),
        ("reddit.com" | "old.reddit.com", [kind @ ("r" | "user" | "u"), name, ..]) => {
            let kind = if *kind == "r" { "r" } else { "user" };
            addresses.push(format!("https://www.reddit.com/{kind}/{name}/.rss"));
        }
        ("github.com", [owner, project, rest @ ..]) => {
            let kinds: &[&str] = match rest.first() {
                Some(&"commits") => &["commits"],
                Some(&"tags") => &["tags"],
                _ => &["releases", "tags", "commits"],
            };
            addresses
                .extend(kinds.iter().map(|kind| format!("https://github.com/{owner}/{project}/{kind}.atom")));
        }
        ("github.com", [owner]) => addresses.push(format!("https://github.com/{owner}.atom")),
        ("medium.com", [first, ..]) => addresses.push(format!("https://medium.com/feed/{first}")),
        (host, []) if host.ends_with(".substack.com") || host.ends_with(".medium.com") => {
            addresses.push(format!("https://{host}/feed"));
        }
        (host, ["p", ..]) if host.ends_with(".substack.com") => {
            addresses.push(format!("https://{host}/feed"))
        }
        // Mastodon and its kin: a person's page at any host.
        (_, [person]) if person.len() > 1 && person.starts_with('@') && !person.ends_with(".rss") => {
            addresses.extend(page.join(&format!("/{person}.rss")).ok().map(String::from));
        }
        _ => {}
    }
    let mut found = Vec::new();
    for address in addresses {
        propose(&mut found, Url::parse(&address).ok(), None, How::Convention);
    }
    found
}

/// A channel's videos; the list `UULF...` is the same without Shorts and live streams, so it comes first.
fn youtube(page: &Url, parts: &[&str]) -> Vec<String> {
    let list = |id: &str| format!("https://www.youtube.com/feeds/videos.xml?playlist_id={id}");
    match parts {
        ["channel", id, ..] => {
            let without_shorts = id.strip_prefix("UC").map(|rest| list(&format!("UULF{rest}")));
            let all = format!("https://www.youtube.com/feeds/videos.xml?channel_id={id}");
            without_shorts.into_iter().chain([all]).collect()
        }
        ["user", name, ..] => vec![format!("https://www.youtube.com/feeds/videos.xml?user={name}")],
        ["playlist" | "watch", ..] => {
            page.query_pairs().find(|(name, _)| name == "list").map(|(_, id)| list(&id)).into_iter().collect()
        }
        _ => Vec::new(),
    }
}

fn is_http(url: &Url) -> bool {
    matches!(url.scheme(), "http" | "https")
}

fn is_of_comments(found: &Found) -> bool {
    let title = found.title.as_deref().unwrap_or_default().to_ascii_lowercase();
    title.contains("comment") || found.address.path().to_ascii_lowercase().contains("/comments/")
}

fn propose(found: &mut Vec<Found>, address: Option<Url>, title: Option<&str>, how: How) {
    let Some(mut address) = address.filter(is_http) else { return };
    address.set_fragment(None);
    let title = title.map(markup::line).filter(|title| !title.is_empty());
    push(found, Found { address, title, how });
}

fn push(found: &mut Vec<Found>, new: Found) {
    let room = found.iter().filter(|f| f.how == new.how).count() < FOUND_LIMIT;
    if room && !found.iter().any(|f| f.address == new.address) {
        found.push(new);
    }
}

/// What a page says about feeds: addresses as written, with their titles.
#[derive(Default)]
struct Page {
    base: Option<String>,
    stated: Vec<(String, Option<String>)>,
    linked: Vec<(String, Option<String>)>,
    /// A YouTube channel's id.
    channel: Option<String>,
}

fn look_through(html: &str) -> Page {
    let mut end = html.len().min(PAGE_BYTES);
    while !html.is_char_boundary(end) {
        end -= 1;
    }
    let queue = BufferQueue::default();
    queue.push_back(StrTendril::from_slice(html.get(..end).unwrap_or_default()));
    let tokenizer = Tokenizer::new(Sink(RefCell::default()), Default::default());
    // The tokenizer pauses after scripts; each round consumes input, so this ends.
    while !queue.is_empty() {
        let _ = tokenizer.feed(&queue);
    }
    tokenizer.end();
    tokenizer.sink.0.into_inner()
}

struct Sink(RefCell<Page>);

impl TokenSink for Sink {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let Token::TagToken(tag) = token else { return TokenSinkResult::Continue };
        if tag.kind != StartTag {
            return TokenSinkResult::Continue;
        }
        self.0.borrow_mut().tag(&tag);
        match &*tag.name {
            "script" => TokenSinkResult::RawData(ScriptData),
            "style" | "xmp" | "iframe" | "noembed" | "noframes" => TokenSinkResult::RawData(Rawtext),
            "textarea" | "title" => TokenSinkResult::RawData(Rcdata),
            _ => TokenSinkResult::Continue,
        }
    }
}

fn attribute<'t>(tag: &'t Tag, name: &str) -> Option<&'t str> {
    tag.attrs.iter().find(|a| &*a.name.local == name).map(|a| a.value.trim())
}

impl Page {
    fn tag(&mut self, tag: &Tag) {
        let href = attribute(tag, "href").filter(|href| !href.is_empty());
        let title = attribute(tag, "title").map(str::to_owned);
        match (&*tag.name, href) {
            ("base", Some(href)) => self.base = self.base.take().or_else(|| Some(href.to_owned())),
            ("link", Some(href)) if states_feed(tag) && self.stated.len() < FOUND_LIMIT => {
                self.stated.push((href.to_owned(), title));
            }
            ("a", Some(href)) if looks_like_feed(href) && self.linked.len() < FOUND_LIMIT => {
                self.linked.push((href.to_owned(), title));
            }
            ("meta", _) => {
                let names =
                    attribute(tag, "itemprop").is_some_and(|n| matches!(n, "channelId" | "identifier"));
                let id = attribute(tag, "content").filter(|id| is_channel(id));
                if names {
                    self.channel = self.channel.take().or_else(|| id.map(str::to_owned));
                }
            }
            _ => {}
        }
    }
}

fn is_channel(id: &str) -> bool {
    id.len() == 24
        && id.starts_with("UC")
        && id.bytes().all(|b| b.is_ascii_alphanumeric() || b"_-".contains(&b))
}

fn states_feed(tag: &Tag) -> bool {
    let rel = attribute(tag, "rel").unwrap_or_default().to_ascii_lowercase();
    let mut rels = rel.split_ascii_whitespace();
    let alternate = rels.clone().any(|r| r == "alternate");
    let media_type = attribute(tag, "type").unwrap_or_default().to_ascii_lowercase();
    let media_type = media_type.split(';').next().unwrap_or_default().trim();
    let is_feed = matches!(
        media_type,
        "application/rss+xml"
            | "application/atom+xml"
            | "application/rdf+xml"
            | "application/feed+json"
            | "application/x.atom+xml"
            | "application/x-rss+xml"
            | "text/rss+xml"
            | "text/atom+xml"
    );
    // `application/json` is a feed's type only in the sense of JSON Feed 1, where the address says so.
    let is_json_feed = media_type == "application/json"
        && attribute(tag, "href").is_some_and(|href| href.contains("feed") && !href.contains("wp-json"));
    alternate && (is_feed || is_json_feed) || rels.any(|r| r == "feed")
}

/// A link whose address ends the way feeds' addresses end.
fn looks_like_feed(href: &str) -> bool {
    let relative = !href.contains(':');
    if !relative && !is_web(href) {
        return false;
    }
    let path = href.split(['?', '#']).next().unwrap_or_default().trim_end_matches('/').to_ascii_lowercase();
    let last = path.rsplit('/').next().unwrap_or_default();
    const NAMES: [&str; 12] = [
        "feed",
        "rss",
        "atom",
        "rss.xml",
        "feed.xml",
        "atom.xml",
        "index.rdf",
        "index.xml",
        "feed.json",
        "rss2",
        "feeds",
        "index.rss",
    ];
    NAMES.contains(&last) || last.ends_with(".rss") || last.ends_with(".atom") || last.ends_with(".rdf")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn addresses(html: &str, base: &str) -> Vec<String> {
        feeds_in(html, &Url::parse(base).unwrap()).into_iter().map(|f| f.address.to_string()).collect()
    }

    #[test]
    fn stated_feeds_come_first_and_comment_feeds_last_of_them() {
        let html = "<head><base href='/news/'><link rel=alternate type='application/rss+xml' title='Comments' href='comments/feed'>
            <LINK REL='Alternate' TYPE='application/atom+xml; charset=utf-8' title='All &amp; more' HREF='all.atom'>
            <link rel=alternate type='text/html' hreflang=de href='/de'></head><a href='/politics/rss.xml'>RSS</a>";
        let found = feeds_in(html, &Url::parse("https://tide.example/today/").unwrap());
        assert_eq!(found[0].address.as_str(), "https://tide.example/news/all.atom");
        assert_eq!(found[0].title.as_deref(), Some("All & more"));
        assert_eq!(found[1].address.as_str(), "https://tide.example/news/comments/feed");
        assert_eq!((found[2].address.path(), found[2].how), ("/politics/rss.xml", How::Linked));
        assert_eq!(found.len(), 3);
    }

    #[test]
    fn nothing_is_read_from_scripts_or_comments() {
        let html =
            "<script>'<link rel=alternate type=application/rss+xml href=/a>'</script><!-- <a href=/feed> -->";
        let found = feeds_in(html, &Url::parse("https://tide.example/").unwrap());
        assert!(found.iter().all(|f| f.how == How::Guess));
    }

    #[test]
    fn active_addresses_are_never_proposed() {
        assert!(
            addresses(
                "<link rel='alternate feed' href='javascript:alert(1)//feed'>",
                "https://tide.example/"
            )
            .iter()
            .all(|a| a.starts_with("https://tide.example/"))
        );
    }

    #[test]
    fn known_systems_are_found_by_their_address() {
        let of = |page: &str| by_address(&Url::parse(page).unwrap()).first().map(|f| f.address.to_string());
        for (page, feed) in [
            (
                "https://www.youtube.com/channel/UCabc",
                "https://www.youtube.com/feeds/videos.xml?playlist_id=UULFabc",
            ),
            ("https://social.example/@ann", "https://social.example/@ann.rss"),
            ("https://old.reddit.com/r/ferries/top", "https://www.reddit.com/r/ferries/.rss"),
            ("https://github.com/tide/harbour", "https://github.com/tide/harbour/releases.atom"),
            ("https://tide.substack.com/p/a-letter", "https://tide.substack.com/feed"),
        ] {
            assert_eq!(of(page).as_deref(), Some(feed));
        }
        assert_eq!(of("https://tide.example/about"), None);
    }
}
