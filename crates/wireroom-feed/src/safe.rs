//! The feed that may be stored and shown: every text through the one sanitiser, every address judged.
//! The JSON of [`SafeFeed`] is the row that `wireroom feed` prints.
//! Start at [`Feed::sanitised`].

use crate::around::{self, SafeCategory, SafeLink, SafeLocation, SafePerson, SafeReply};
use crate::feed::{Category, Enclosure, Entry, Feed, Format, Markup, Person, Source, Text, Warning};
use crate::read::against;
use serde::{Deserialize, Serialize};
use url::Url;
use wireroom_model::Time;
use wireroom_text::markup;

/// Times that a name is unpacked before what is left of its angle brackets goes.
const UNPACK_LIMIT: usize = 3;
/// The longest language tag that anybody registers.
const LANGUAGE_LENGTH: usize = 35;
/// The longest media type that is kept.
const MEDIA_TYPE_LENGTH: usize = 127;

/// A feed without active content in any field.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct SafeFeed {
    pub format: Format,
    /// Sanitised HTML on one line; [`SafeFeed::title_line`] is the plain text.
    pub title: Option<String>,
    /// Sanitised HTML.
    pub description: Option<String>,
    pub link: Option<String>,
    pub id: Option<String>,
    pub updated: Time,
    pub published: Time,
    pub language: Option<String>,
    pub entries: Vec<SafeEntry>,
    pub warnings: Vec<Warning>,
    pub authors: Vec<String>,
    pub categories: Vec<String>,
    pub image: Option<String>,
    pub icon: Option<String>,
    pub ttl_minutes: Option<u32>,
    pub skip_hours: Vec<u8>,
    pub skip_days: Vec<String>,
    pub hubs: Vec<String>,
    pub own_address: Option<String>,
    pub moved_to: Option<String>,
    /// Sanitised HTML on one line.
    pub rights: Option<String>,
    /// The authors with all that is said of them.
    pub people: Vec<SafePerson>,
    /// The categories with their schemes.
    pub terms: Vec<SafeCategory>,
    pub links: Vec<SafeLink>,
}

/// An entry without active content in any field.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct SafeEntry {
    /// Sanitised HTML on one line; [`SafeEntry::title_line`] is the plain text.
    pub title: Option<String>,
    /// http or https only.
    pub link: Option<String>,
    pub id: Option<String>,
    /// Sanitised HTML.
    pub summary: Option<String>,
    pub content: Vec<SafeContent>,
    pub published: Time,
    pub updated: Time,
    pub authors: Vec<String>,
    pub categories: Vec<String>,
    pub enclosures: Vec<SafeEnclosure>,
    pub source: Option<SafeSource>,
    pub image: Option<String>,
    pub comments: Option<String>,
    pub language: Option<String>,
    pub comment_count: Option<u32>,
    pub in_reply_to: Vec<SafeReply>,
    pub location: Option<SafeLocation>,
    /// Playing time.
    pub duration_seconds: Option<u32>,
    pub season: Option<u32>,
    pub episode: Option<u32>,
    /// Sanitised HTML on one line.
    pub rights: Option<String>,
    /// Authors and contributors with all that is said of them.
    pub people: Vec<SafePerson>,
    /// The categories with their schemes.
    pub terms: Vec<SafeCategory>,
    pub links: Vec<SafeLink>,
}

/// Sanitised HTML and the media type that the feed stated for it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct SafeContent {
    pub value: String,
    #[serde(rename = "type")]
    pub media_type: String,
    /// Where the content stands, if it is not in the feed itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub src: Option<String>,
}

/// A file that belongs to an entry.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct SafeEnclosure {
    pub url: String,
    #[serde(rename = "type")]
    pub media_type: Option<String>,
    pub length: Option<u64>,
    pub title: Option<String>,
    /// Playing time.
    pub duration_seconds: Option<u32>,
}

/// The feed that an entry was taken from.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct SafeSource {
    pub title: Option<String>,
    /// Its page; the address of its feed where nothing else is given.
    pub link: Option<String>,
    pub id: Option<String>,
    /// The address of its feed.
    pub own_address: Option<String>,
    pub updated: Time,
    pub authors: Vec<String>,
    pub icon: Option<String>,
    /// Sanitised HTML on one line.
    pub rights: Option<String>,
}

impl SafeFeed {
    /// The title as plain text on one line.
    pub fn title_line(&self) -> Option<String> {
        line_of(self.title.as_deref())
    }
}

impl SafeEntry {
    /// The title as plain text on one line.
    pub fn title_line(&self) -> Option<String> {
        line_of(self.title.as_deref())
    }

    /// True where there is nothing to keep: no words, no address, no file.
    pub fn says_nothing(&self) -> bool {
        let words = self.title.is_some() || self.longest_text().is_some();
        !(words
            || self.link.is_some()
            || self.id.is_some()
            || self.image.is_some()
            || !self.enclosures.is_empty())
    }

    /// The entry without what changes while nobody edits it: to be compared with what was stored. Beside counts that
    /// is its id and the query of its addresses, where some publishers put a session or a counter at every poll.
    #[must_use]
    pub fn settled(&self) -> Self {
        let page = |address: &String| address.split(['?', '#']).next().unwrap_or_default().to_owned();
        Self {
            id: None,
            link: self.link.as_ref().map(page),
            links: self.links.iter().map(|link| SafeLink { url: page(&link.url), ..link.clone() }).collect(),
            comments: self.comments.as_ref().map(page),
            comment_count: None,
            ..self.clone()
        }
    }

    /// The longest text that the feed carries of the entry, as sanitised HTML: its content, or its summary.
    pub fn longest_text(&self) -> Option<&str> {
        let texts = self.content.iter().map(|c| c.value.as_str()).chain(self.summary.as_deref());
        texts.filter(|text| !text.is_empty()).max_by_key(|text| text.len())
    }
}

fn line_of(title: Option<&str>) -> Option<String> {
    title.map(markup::line).filter(|line| !line.is_empty())
}

impl Feed {
    /// The safe feed. `base` resolves what the feed itself gave no base for (usually the address it was fetched from).
    pub fn sanitised(self, base: Option<&Url>) -> SafeFeed {
        let home = self.link.as_deref().and_then(|link| page(link, base));
        let home = home.as_ref().or(base);
        SafeFeed {
            format: self.format,
            title: self.title.as_ref().and_then(|t| one_line(t, home)),
            description: self.description.as_ref().map(|t| html(t, home).unwrap_or_default()),
            link: web(self.link, base),
            id: self.id.map(|id| no_tags(&id)),
            updated: self.updated,
            published: self.published,
            language: language(self.language),
            entries: self.entries.into_iter().map(|e| entry(e, home, base)).collect(),
            warnings: self.warnings.into_iter().map(|w| Warning(no_tags(&w.0))).collect(),
            authors: names(&self.authors),
            categories: terms(&self.categories),
            image: web(self.image, base),
            icon: web(self.icon, base),
            ttl_minutes: self.ttl_minutes,
            skip_hours: self.skip_hours,
            skip_days: self.skip_days,
            hubs: self.hubs.into_iter().filter_map(|hub| web(Some(hub), base)).collect(),
            own_address: web(self.own_address, base),
            moved_to: web(self.moved_to, base),
            rights: self.rights.as_ref().and_then(|t| one_line(t, home)),
            people: around::people(self.authors, Vec::new(), base),
            terms: around::categories(self.categories),
            links: around::links(self.links, base),
        }
    }
}

fn entry(entry: Entry, home: Option<&Url>, base: Option<&Url>) -> SafeEntry {
    let own_page = entry.link.as_deref().and_then(|link| page(link, home));
    let near = own_page.as_ref().or(home);
    SafeEntry {
        title: entry.title.as_ref().and_then(|t| one_line(t, near)),
        link: web(entry.link, base),
        id: entry.id.map(|id| no_tags(&id)),
        summary: entry.summary.as_ref().and_then(|t| html(t, near)),
        content: entry.content.into_iter().map(|t| content(t, near, base)).collect(),
        published: entry.published,
        updated: entry.updated,
        authors: names(&entry.authors),
        categories: terms(&entry.categories),
        enclosures: entry.enclosures.into_iter().filter_map(|e| enclosure(e, base)).collect(),
        source: entry.source.map(|s| source(*s, base)),
        image: web(entry.image, base),
        comments: web(entry.comments, base),
        language: language(entry.lang),
        comment_count: entry.comment_count,
        in_reply_to: around::replies(entry.in_reply_to, base),
        location: around::location(entry.location),
        duration_seconds: entry.duration_seconds,
        season: entry.season,
        episode: entry.episode,
        rights: entry.rights.as_deref().and_then(|t| one_line(t, near)),
        people: around::people(entry.authors, entry.contributors, base),
        terms: around::categories(entry.categories),
        links: around::links(entry.links, base),
    }
}

fn content(text: Text, near: Option<&Url>, base: Option<&Url>) -> SafeContent {
    SafeContent {
        value: html(&text, near).unwrap_or_default(),
        media_type: media_type(Some(text.media_type)).unwrap_or_else(|| "text/html".to_owned()),
        src: web(text.src, base),
    }
}

fn enclosure(enclosure: Enclosure, base: Option<&Url>) -> Option<SafeEnclosure> {
    Some(SafeEnclosure {
        url: web(Some(enclosure.address), base)?,
        media_type: media_type(enclosure.media_type),
        length: enclosure.length,
        title: enclosure.title.map(|title| bare(&title)).filter(|title| !title.is_empty()),
        duration_seconds: enclosure.duration_seconds,
    })
}

fn source(source: Source, base: Option<&Url>) -> SafeSource {
    SafeSource {
        title: source.title.as_ref().and_then(|t| one_line(t, base)),
        link: web(source.link, base),
        id: source.id.map(|id| no_tags(&id)),
        own_address: web(source.own_address, base),
        updated: source.updated,
        authors: names(&source.authors),
        icon: web(source.icon, base),
        rights: source.rights.as_ref().and_then(|t| one_line(t, base)),
    }
}

/// Sanitised HTML of a text; plain text is escaped, so that it reads the same.
fn html(text: &Text, near: Option<&Url>) -> Option<String> {
    let html = match text.markup {
        Markup::Plain => {
            let mut escaped = String::with_capacity(text.value.len());
            crate::xml::write::escape(&text.value, &mut escaped);
            escaped
        }
        Markup::Html | Markup::Xhtml => markup::sanitise(&text.value, text.base.as_ref().or(near)),
    };
    let html = html.trim();
    (!html.is_empty()).then(|| html.to_owned())
}

fn one_line(text: &Text, near: Option<&Url>) -> Option<String> {
    html(text, near).map(|html| html.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// Names as plain text that no reader can take for markup.
fn names(people: &[Person]) -> Vec<String> {
    let named = people.iter().filter_map(|p| p.name.as_deref().or(p.email.as_deref()));
    distinct(named)
}

fn terms(categories: &[Category]) -> Vec<String> {
    distinct(categories.iter().map(|c| c.label.as_deref().unwrap_or(&c.term)))
}

fn distinct<'v>(values: impl Iterator<Item = &'v str>) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for value in values {
        let line = bare(value);
        if !line.is_empty() && !lines.contains(&line) {
            lines.push(line);
        }
    }
    lines
}

pub(crate) fn bare(value: &str) -> String {
    let mut line = markup::line(value);
    for _ in 1..UNPACK_LIMIT {
        if !line.contains('<') {
            return line;
        }
        line = markup::line(&line);
    }
    line.replace(['<', '>'], "")
}

pub(crate) fn no_tags(text: &str) -> String {
    text.trim().replace('<', "&lt;").replace('>', "&gt;")
}

fn page(link: &str, base: Option<&Url>) -> Option<Url> {
    let url = Url::parse(&against(base, link)).ok()?;
    matches!(url.scheme(), "http" | "https").then_some(url)
}

/// An http or https address: as written where that is harmless, else as a browser would read it. A host's name may
/// hold quotes: such an address is none.
pub(crate) fn web(address: Option<String>, base: Option<&Url>) -> Option<String> {
    let address = address?;
    let url = page(&address, base)?;
    let written = if Url::parse(&address).is_ok() && is_harmless(&address) {
        address
    } else {
        url.to_string().replace('\'', "%27").replace('`', "%60").replace('\\', "%5C")
    };
    is_harmless(&written).then_some(written)
}

fn is_harmless(address: &str) -> bool {
    address.bytes().all(|b| b.is_ascii_graphic() && !matches!(b, b'<' | b'>' | b'"' | b'\'' | b'`' | b'\\'))
}

fn language(language: Option<String>) -> Option<String> {
    let language = language?;
    let tag = language.trim();
    let is_tag = !tag.is_empty()
        && tag.len() <= LANGUAGE_LENGTH
        && tag.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_'));
    is_tag.then(|| tag.to_owned())
}

pub(crate) fn media_type(media_type: Option<String>) -> Option<String> {
    let media_type = media_type?;
    let is_type = media_type.len() <= MEDIA_TYPE_LENGTH
        && media_type.bytes().all(|b| b.is_ascii_alphanumeric() || b"/+-._;= ".contains(&b));
    (is_type && !media_type.is_empty()).then_some(media_type)
}
