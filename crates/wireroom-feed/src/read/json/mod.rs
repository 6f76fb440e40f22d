//! JSON Feed 1 and 1.1, read by name and not by type (a number where a string should be is its digits), and RSS in
//! JSON, which is written out as RSS and read as such. Items are read one at a time, so that a feed needs no more room
//! than its largest item; one bad item becomes a warning. Start at [`read`].

mod mend;
mod tree;

use crate::feed::{Category, Enclosure, Entry, Feed, FeedError, Format, Link, Person, Text, Warning};
use crate::read::address::{against, is_whole};
use crate::read::entry::{keep, stated_date, warn};
use crate::read::{BYTE_LIMIT, ENTRY_LIMIT, LIST_LIMIT, channel, texts};
use crate::xml::write::escape;
use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use std::fmt;
use tree::{Json, Limited, Object, allowance};
use url::Url;

/// What a JSON document turned out to hold.
pub enum Read {
    Feed(Box<Feed>),
    /// RSS in JSON, written out as XML.
    Rss(String, Vec<Warning>),
}

/// Reads a JSON Feed, or RSS in JSON; a bare array is taken as a JSON Feed's items.
pub fn read(text: &str, document: Option<&Url>) -> Result<Read, FeedError> {
    let mut found = Found::new(document);
    if let Err(error) = found.take(text) {
        drop(found);
        let mended = mend::mended(text);
        let mut again = Found::new(document);
        match again.take(&mended) {
            Ok(()) => again.warn(|| format!("the JSON is malformed ({error}); it was mended")),
            Err(_) => {
                again.take_alone(&mended);
                if again.entries.is_empty() && again.rss.is_none() {
                    return Err(FeedError::BrokenJson(error.to_string()));
                }
                again.warn(|| format!("the JSON is malformed ({error}); the items that are whole were read"));
            }
        }
        found = again;
    }
    found.decide()
}

/// What was read so far; it outlives a parser that stops in the middle.
struct Found<'d> {
    document: Option<&'d Url>,
    top: Object,
    has_items: bool,
    /// Some item says an id, an address or a text by the names that only a feed's items have.
    names_items: bool,
    number: usize,
    left_out: usize,
    entries: Vec<Entry>,
    rss: Option<String>,
    warnings: Vec<Warning>,
}

impl<'d> Found<'d> {
    const fn new(document: Option<&'d Url>) -> Self {
        Self {
            document,
            top: Object(Vec::new()),
            has_items: false,
            names_items: false,
            number: 0,
            left_out: 0,
            entries: Vec::new(),
            rss: None,
            warnings: Vec::new(),
        }
    }

    fn warn(&mut self, warning: impl FnOnce() -> String) {
        warn(&mut self.warnings, warning);
    }

    fn take(&mut self, text: &str) -> Result<(), serde_json::Error> {
        Part { found: self, what: What::Top }.deserialize(&mut serde_json::Deserializer::from_str(text))
    }

    /// Reads the items one by one, each alone, where the document as a whole is beyond mending.
    fn take_alone(&mut self, text: &str) {
        let in_rss = self.rss.is_some();
        (self.entries, self.number, self.left_out) = (Vec::new(), 0, 0);
        if in_rss {
            self.rss = Some(String::new());
        }
        for object in mend::objects(text, if in_rss { "item" } else { "items" }) {
            let mut left = allowance();
            let mut parser = serde_json::Deserializer::from_str(object);
            match Limited::new(&mut left).deserialize(&mut parser) {
                Ok(item) => self.item(&item),
                Err(_) => {
                    self.number += 1;
                    let number = self.number;
                    self.warn(|| format!("item {number} is malformed and was left out"));
                }
            }
        }
    }

    fn item(&mut self, item: &Json) {
        self.number += 1;
        let number = self.number;
        if let Some(rss) = &mut self.rss {
            written("item", item, rss);
            return;
        }
        let Json::Object(item) = item else {
            return self.warn(|| format!("item {number} is no object and was left out"));
        };
        self.names_items |= NAMES.iter().any(|name| item.get(name).is_some());
        let entry = entry(item, self.document, &mut self.warnings);
        if entry == Entry::default() {
            self.warn(|| format!("item {number} says nothing"));
        }
        keep(entry, &mut self.entries);
    }

    fn decide(mut self) -> Result<Read, FeedError> {
        if let Some(rss) = self.rss {
            return Ok(Read::Rss(format!("<rss><channel>{rss}</channel></rss>"), self.warnings));
        }
        let version = self.top.string("version").unwrap_or_default();
        let is_feed = version.contains("jsonfeed") || (self.has_items && self.names_items);
        if !is_feed {
            return Err(FeedError::Json);
        }
        let mut feed = describe(&self.top, self.document);
        if self.left_out > 0 {
            let warning = format!("{} entries beyond the first {ENTRY_LIMIT} were left out", self.left_out);
            self.warnings.insert(0, Warning(warning));
        }
        feed.entries = self.entries;
        feed.warnings = self.warnings;
        Ok(Read::Feed(Box::new(feed)))
    }
}

/// Where in the document the parser stands.
#[derive(Clone, Copy)]
enum What {
    Top,
    /// The value of "rss".
    Rss,
    Channel,
    Items,
}

struct Part<'f, 'd> {
    found: &'f mut Found<'d>,
    what: What,
}

impl<'de> DeserializeSeed<'de> for Part<'_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Part<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON Feed")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let mut left = allowance();
        if matches!(self.what, What::Items) {
            // One item where a list should stand.
            let mut members = Vec::new();
            while let Some(key) = map.next_key::<String>()? {
                let value = map.next_value_seed(Limited::new(&mut left))?;
                if members.len() < LIST_LIMIT {
                    members.push((key, value));
                }
            }
            self.found.item(&Json::Object(Object(members)));
            return Ok(());
        }
        while let Some(key) = map.next_key::<String>()? {
            let into = match (self.what, key.as_str()) {
                (What::Top, "items") => {
                    self.found.has_items = true;
                    Some(What::Items)
                }
                (What::Top, "rss") => Some(What::Rss),
                (What::Rss, "channel") => {
                    self.found.rss = Some(String::new());
                    Some(What::Channel)
                }
                (What::Channel, "item") => Some(What::Items),
                _ => None,
            };
            if let Some(what) = into {
                map.next_value_seed(Part { found: &mut *self.found, what })?;
                continue;
            }
            let value = map.next_value_seed(Limited::new(&mut left))?;
            match (self.what, &mut self.found.rss) {
                (What::Channel, Some(rss)) => written(&key, &value, rss),
                (What::Top, _) if self.found.top.0.len() < LIST_LIMIT => self.found.top.0.push((key, value)),
                _ => {}
            }
        }
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<(), A::Error> {
        match self.what {
            What::Top | What::Items => {
                self.found.has_items = true;
                loop {
                    if self.found.number >= ENTRY_LIMIT {
                        while seq.next_element::<IgnoredAny>()?.is_some() {
                            self.found.left_out += 1;
                        }
                        return Ok(());
                    }
                    let mut left = allowance();
                    match seq.next_element_seed(Limited::new(&mut left))? {
                        Some(item) => self.found.item(&item),
                        None => return Ok(()),
                    }
                }
            }
            // A list of channels: all of them speak for the one feed.
            What::Rss | What::Channel => {
                let what = self.what;
                while seq.next_element_seed(Part { found: &mut *self.found, what })?.is_some() {}
                Ok(())
            }
        }
    }

    fn visit_bool<E>(self, _: bool) -> Result<(), E> {
        Ok(())
    }

    fn visit_i64<E>(self, _: i64) -> Result<(), E> {
        Ok(())
    }

    fn visit_u64<E>(self, _: u64) -> Result<(), E> {
        Ok(())
    }

    fn visit_f64<E>(self, _: f64) -> Result<(), E> {
        Ok(())
    }

    fn visit_str<E>(self, _: &str) -> Result<(), E> {
        Ok(())
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }
}

/// What an item of a JSON Feed without a version is known by.
const NAMES: [&str; 5] = ["id", "url", "content_html", "content_text", "title"];

/// Members that hold an element's text where its attributes stand beside it.
const TEXTS: [&str; 4] = ["#value", "#text", "$t", "_"];
/// Elements of RSS whose members are attributes.
const ATTRIBUTED: [&str; 4] = ["enclosure", "guid", "source", "category"];

/// A member of RSS in JSON as the element that it stands for.
fn written(name: &str, value: &Json, out: &mut String) {
    let sound = name.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b':' | b'-' | b'_' | b'.'));
    if !sound || !name.starts_with(|c: char| c.is_ascii_alphabetic()) || out.len() > BYTE_LIMIT {
        return;
    }
    match value {
        Json::Nothing => {}
        Json::List(values) => values.iter().for_each(|value| written(name, value, out)),
        Json::Text(text) => {
            out.push_str(&format!("<{name}>"));
            escape(text, out);
            out.push_str(&format!("</{name}>"));
        }
        Json::Object(members) => {
            let has_text = TEXTS.iter().any(|text| members.get(text).is_some());
            out.push_str(&format!("<{name}"));
            let is_attribute = |key: &str| key.starts_with('@') || has_text || ATTRIBUTED.contains(&name);
            for (key, value) in members.0.iter().filter(|(key, _)| is_attribute(key)) {
                attribute(key.trim_start_matches('@'), value, out);
            }
            out.push('>');
            for (key, value) in &members.0 {
                if TEXTS.contains(&key.as_str()) {
                    escape(value.scalar().unwrap_or_default(), out);
                } else if !is_attribute(key) {
                    written(key, value, out);
                }
            }
            out.push_str(&format!("</{name}>"));
        }
    }
}

fn attribute(name: &str, value: &Json, out: &mut String) {
    let sound = name.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b':' | b'-' | b'_'));
    if let Some(value) = value.scalar().filter(|_| sound && !name.is_empty()) {
        let mut escaped = String::new();
        escape(value, &mut escaped);
        out.push_str(&format!(" {name}=\"{}\"", escaped.replace('"', "&quot;")));
    }
}

fn describe(top: &Object, document: Option<&Url>) -> Feed {
    let version = top.string("version").unwrap_or_default();
    let mut feed = Feed {
        format: if version.trim_end_matches('/').ends_with("/1") { Format::Json1 } else { Format::Json11 },
        title: top.string("title").map(texts::plain),
        description: top.string("description").map(texts::plain),
        link: address(top, "home_page_url", document),
        own_address: address(top, "feed_url", document),
        language: top.string("language"),
        image: address(top, "icon", document),
        icon: address(top, "favicon", document),
        authors: people(top, document),
        ..Feed::default()
    };
    for hub in top.objects("hubs") {
        if let Some(address) = address(hub, "url", document) {
            let link = Link { address, rel: "hub".to_owned(), media_type: None, title: None };
            channel::push_link(link, &mut feed);
        }
    }
    feed
}

fn entry(item: &Object, document: Option<&Url>, warnings: &mut Vec<Warning>) -> Entry {
    let at_home = |text: Text| Text { base: document.cloned(), ..text };
    let mut content: Vec<Text> = Vec::new();
    content.extend(item.string("content_html").map(texts::html).map(at_home));
    content.extend(item.string("content_text").map(texts::plain));
    for text in &mut content {
        texts::cut(&mut text.value, warnings);
    }
    let mut date = |name: &str| item.string(name).and_then(|raw| stated_date(&raw, warnings)).into();
    Entry {
        title: item.string("title").map(texts::plain),
        link: address(item, "url", document),
        links: address(item, "external_url", document)
            .map(|address| Link { address, rel: "related".to_owned(), media_type: None, title: None })
            .into_iter()
            .collect(),
        id: item.string("id"),
        summary: item.string("summary").map(texts::plain),
        content,
        published: date("date_published"),
        updated: date("date_modified"),
        authors: people(item, document),
        categories: tags(item),
        enclosures: item.objects("attachments").filter_map(|a| attachment(a, document)).collect(),
        image: address(item, "image", document).or_else(|| address(item, "banner_image", document)),
        lang: item.string("language"),
        ..Entry::default()
    }
}

fn attachment(attachment: &Object, document: Option<&Url>) -> Option<Enclosure> {
    // A count of seconds may be written with a fraction.
    let whole = |name: &str| Some(attachment.string(name)?.split('.').next()?.to_owned());
    Some(Enclosure {
        address: address(attachment, "url", document)?,
        media_type: attachment.string("mime_type"),
        length: whole("size_in_bytes").and_then(|size| size.parse().ok()),
        title: attachment.string("title"),
        duration_seconds: whole("duration_in_seconds").and_then(|seconds| seconds.parse().ok()),
    })
}

fn people(object: &Object, document: Option<&Url>) -> Vec<Person> {
    let many = object.objects("authors").next().is_some();
    let from = if many { "authors" } else { "author" };
    object
        .objects(from)
        .map(|author| Person {
            name: author.string("name"),
            address: address(author, "url", document),
            ..Person::default()
        })
        .filter(|person| *person != Person::default())
        .collect()
}

fn tags(item: &Object) -> Vec<Category> {
    let tags = item.get("tags").map(Json::each).unwrap_or_default();
    tags.iter()
        .filter_map(Json::scalar)
        .map(|term| Category { term: term.to_owned(), ..Category::default() })
        .collect()
}

fn address(object: &Object, name: &str, document: Option<&Url>) -> Option<String> {
    let raw = object.string(name)?;
    Some(if is_whole(&raw) { raw } else { against(document, &raw) })
}
