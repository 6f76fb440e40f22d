//! What a page says about feeds: link elements, links that look like feeds, the system that made it.
//! It reads tags alone; nothing is taken from scripts, styles or comments.

use crate::read::is_web;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::{Rawtext, Rcdata, ScriptData};
use html5ever::tokenizer::{BufferQueue, StartTag, Tag, Token, TokenSink, TokenSinkResult, Tokenizer};
use std::cell::RefCell;

/// Bytes of a page that are looked through; link elements stand in its head.
const PAGE_BYTES: usize = 2 << 20;
/// Addresses kept of each sort.
const LIMIT: usize = 64;

/// What a page says about feeds: addresses as written, with their titles.
#[derive(Debug, Default)]
pub struct Page {
    pub base: Option<String>,
    pub stated: Vec<(String, Option<String>)>,
    pub linked: Vec<(String, Option<String>)>,
    /// A YouTube channel's id.
    pub channel: Option<String>,
    /// What made the page, as `<meta name=generator>` says.
    pub generator: Option<String>,
}

impl Page {
    /// Looks a page through.
    pub fn read(html: &str) -> Self {
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

    fn tag(&mut self, tag: &Tag) {
        let href = attribute(tag, "href").filter(|href| !href.is_empty());
        let title = attribute(tag, "title").map(str::to_owned);
        match (&*tag.name, href) {
            ("base", Some(href)) => self.base = self.base.take().or_else(|| Some(href.to_owned())),
            ("link", Some(href)) if states_feed(tag) && self.stated.len() < LIMIT => {
                self.stated.push((href.to_owned(), title));
            }
            ("link", Some(_)) if has_rel(tag, "https://api.w.org/") => {
                self.generator = self.generator.take().or_else(|| Some("WordPress".to_owned()));
            }
            ("a", Some(href)) if looks_like_feed(href) && self.linked.len() < LIMIT => {
                self.linked.push((href.to_owned(), title));
            }
            ("meta", _) => self.meta(tag),
            _ => {}
        }
    }

    fn meta(&mut self, tag: &Tag) {
        let Some(content) = attribute(tag, "content") else { return };
        if attribute(tag, "itemprop").is_some_and(|n| matches!(n, "channelId" | "identifier"))
            && is_channel(content)
        {
            self.channel = self.channel.take().or_else(|| Some(content.to_owned()));
        }
        if attribute(tag, "name").is_some_and(|n| n.eq_ignore_ascii_case("generator")) {
            self.generator = self.generator.take().or_else(|| Some(content.chars().take(80).collect()));
        }
    }
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

/// True for a YouTube channel's id.
pub fn is_channel(id: &str) -> bool {
    id.len() == 24
        && id.starts_with("UC")
        && id.bytes().all(|b| b.is_ascii_alphanumeric() || b"_-".contains(&b))
}

fn has_rel(tag: &Tag, wanted: &str) -> bool {
    let rel = attribute(tag, "rel").unwrap_or_default();
    rel.split_ascii_whitespace().any(|rel| rel.eq_ignore_ascii_case(wanted))
}

fn states_feed(tag: &Tag) -> bool {
    let media_type = attribute(tag, "type").unwrap_or_default();
    // `application/json` is a feed's type only in the sense of JSON Feed 1, where the address says so.
    let is_json_feed = media_type == "application/json"
        && attribute(tag, "href").is_some_and(|href| href.contains("feed") && !href.contains("wp-json"));
    has_rel(tag, "alternate") && (is_feed_type(media_type) || is_json_feed) || has_rel(tag, "feed")
}

/// True for a media type that only feeds have.
pub fn is_feed_type(media_type: &str) -> bool {
    let media_type = media_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    matches!(
        media_type.as_str(),
        "application/rss+xml"
            | "application/atom+xml"
            | "application/rdf+xml"
            | "application/feed+json"
            | "application/x.atom+xml"
            | "application/x-rss+xml"
            | "application/rss"
            | "application/atom"
            | "text/rss+xml"
            | "text/atom+xml"
            | "text/rss"
    )
}

/// A link whose address ends the way feeds' addresses end.
fn looks_like_feed(href: &str) -> bool {
    let relative = !href.contains(':');
    if !relative && !is_web(href) {
        return false;
    }
    let path = href.split(['?', '#']).next().unwrap_or_default().trim_end_matches('/').to_ascii_lowercase();
    let last = path.rsplit('/').next().unwrap_or_default();
    const NAMES: [&str; 13] = [
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
        "podcast.xml",
    ];
    NAMES.contains(&last) || last.ends_with(".rss") || last.ends_with(".atom") || last.ends_with(".rdf")
}
