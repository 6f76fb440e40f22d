//! From the laid-out document to a [`Feed`]: one table of elements for every dialect, because feeds mix them.
//! Start at [`parse`]; [`fields`] says which element means what and which of two wins.

mod address;
mod channel;
mod entry;
mod extensions;
mod fields;
mod json;
mod media;
mod people;
mod sitemap;
mod source;
mod texts;

use crate::feed::{Feed, FeedError, Format, Hints, Warning};
use crate::xml::decode::decode;
use crate::xml::names::Ns;
use crate::xml::tape::{El, Tape};
use address::Place;
pub use address::{against, is_web};
pub use entry::warn;

/// Bytes of one feed. The largest honest podcast archives measured hold 12 MB.
pub const BYTE_LIMIT: usize = 32 << 20;
/// Entries of one feed; more are left out with a warning.
pub const ENTRY_LIMIT: usize = 10_000;
/// Warnings kept of one feed.
pub const WARNING_LIMIT: usize = 64;
/// Links, categories, people, enclosures, contents of one entry.
pub const LIST_LIMIT: usize = 128;

/// Bytes of one text of an entry or of the feed itself; what is beyond is cut with a warning. A book of 600 pages holds 1.5 MB.
pub const BODY_LIMIT: usize = 4 << 20;

/// See [`crate::parse`].
pub fn parse(bytes: &[u8], hints: &Hints<'_>) -> Result<Feed, FeedError> {
    if bytes.len() > BYTE_LIMIT {
        return Err(FeedError::TooLarge { bytes: bytes.len(), limit: BYTE_LIMIT });
    }
    let decoded = decode(bytes, hints.content_type);
    let text = decoded.text.trim_start();
    if text.trim_end().is_empty() {
        return Err(FeedError::Empty);
    }
    let mut feed = if text.starts_with(['{', '[']) {
        match json::read(text, hints.address)? {
            json::Read::Feed(feed) => *feed,
            json::Read::Rss(rss, warnings) => {
                let mut feed = xml(&rss, hints)?;
                feed.format = Format::RssJson;
                feed.warnings.splice(0..0, warnings);
                feed
            }
        }
    } else {
        xml(text, hints)?
    };
    for text in feed.title.iter_mut().chain(&mut feed.description).chain(&mut feed.rights) {
        texts::cut(&mut text.value, &mut feed.warnings);
    }
    feed.warnings.splice(0..0, decoded.warnings.into_iter().map(Warning));
    feed.warnings.truncate(WARNING_LIMIT);
    Ok(feed)
}

fn xml(text: &str, hints: &Hints<'_>) -> Result<Feed, FeedError> {
    let tape = Tape::read(text);
    let mut feed = document(&tape, text, hints)?;
    feed.warnings.extend(tape.warnings.into_iter().map(Warning));
    Ok(feed)
}

/// What a document turned out to be, and the element that speaks for the feed.
#[derive(Clone, Copy)]
struct Document<'a, 't> {
    format: Format,
    root: El<'a, 't>,
}

fn document(tape: &Tape<'_>, text: &str, hints: &Hints<'_>) -> Result<Feed, FeedError> {
    let Some(document) = find(tape) else {
        return Err(kind_of(tape, text));
    };
    let place = Place { document: hints.address };
    if document.format == Format::Sitemap {
        return Ok(sitemap::read(document.root, place));
    }
    let mut feed = channel::read(document, place);
    entry::read_all(tape, document, place, &mut feed);
    Ok(feed)
}

/// The root of a feed: the first element that is one, wherever it stands (some servers print warnings or wrap it).
fn find<'a, 't>(tape: &'a Tape<'t>) -> Option<Document<'a, 't>> {
    let mut bare = None;
    let mut inside_page = false;
    for element in tape.elements() {
        let name = element.local().to_ascii_lowercase();
        let format = match (element.ns(), name.as_str()) {
            (_, "rss") => rss_version(element),
            (_, "rdf") => rdf_version(element),
            (Ns::Plain | Ns::Atom | Ns::Other, "feed") => atom_version(element),
            (Ns::Plain, "channel") if is_cdf(element) => Format::Cdf,
            (Ns::Plain, "urlset") => Format::Sitemap,
            (_, "html" | "body") => {
                inside_page = true;
                continue;
            }
            (Ns::Plain, "opml" | "sitemapindex") => return None,
            (Ns::Plain | Ns::Atom, "channel" | "item" | "entry") => {
                let format = if name == "entry" { Format::Atom } else { Format::Rss };
                bare = bare.or_else(|| (!inside_page).then(|| Document { format, root: tape_root(element) }));
                continue;
            }
            _ => continue,
        };
        return Some(Document { format, root: element });
    }
    bare
}

/// A lone channel, item or entry: its outermost element speaks for the feed.
fn tape_root<'a, 't>(element: El<'a, 't>) -> El<'a, 't> {
    if element.local().eq_ignore_ascii_case("channel") {
        element
    } else {
        element.parent().unwrap_or(element)
    }
}

fn kind_of(tape: &Tape<'_>, text: &str) -> FeedError {
    let head: String = text.chars().take(1_000).collect::<String>().to_ascii_lowercase();
    let named = |name: &str| tape.elements().take(200).any(|e| e.local().eq_ignore_ascii_case(name));
    if named("opml") {
        FeedError::Opml
    } else if named("sitemapindex") {
        FeedError::SitemapIndex
    } else if head.contains("<!doctype html") || named("html") || named("body") || named("head") {
        FeedError::WebPage
    } else {
        FeedError::NotAFeed
    }
}

fn rss_version(root: El<'_, '_>) -> Format {
    let version = root.attribute("version").unwrap_or_default().trim();
    match version {
        "0.90" | "0.9" => Format::Rss090,
        v if v.starts_with("0.91") => Format::Rss091,
        v if v.starts_with("0.92") || v.starts_with("0.93") || v.starts_with("0.94") => Format::Rss092,
        v if v.starts_with("1.0") => Format::Rss10,
        v if v.starts_with('2') => Format::Rss20,
        _ => Format::Rss,
    }
}

fn rdf_version(root: El<'_, '_>) -> Format {
    let netscape = root
        .attributes()
        .iter()
        .any(|a| a.name.starts_with("xmlns") && a.value.contains("netscape.com/rdf/simple/0.9"));
    if netscape { Format::Rss090 } else { Format::Rss10 }
}

fn atom_version(root: El<'_, '_>) -> Format {
    let old = root.attributes().iter().any(|a| {
        a.name.starts_with("xmlns") && a.value.to_ascii_lowercase().contains("purl.org/atom/ns")
            || a.name.eq_ignore_ascii_case("version") && a.value.trim() == "0.3"
    });
    let new = root.attributes().iter().any(|a| a.value.to_ascii_lowercase().contains("w3.org/2005/atom"));
    match (old, new) {
        (true, _) => Format::Atom03,
        (_, true) => Format::Atom10,
        _ => Format::Atom,
    }
}

/// CDF writes its addresses in attributes and has no `rss` around the channel.
fn is_cdf(channel: El<'_, '_>) -> bool {
    channel.parent().is_none_or(|p| !p.local().eq_ignore_ascii_case("rss"))
        && (channel.attribute("href").is_some()
            || channel.attribute("lastmod").is_some()
            || channel.elements().any(|e| {
                e.is(Ns::Plain, "abstract")
                    || e.is(Ns::Plain, "item")
                        && (e.attribute("href").is_some() || e.attribute("lastmod").is_some())
            }))
}
