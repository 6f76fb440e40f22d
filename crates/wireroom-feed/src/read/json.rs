//! JSON Feed 1 and 1.1, read by name and not by type: a number where a string should be is read as its digits, one bad
//! item becomes a warning.

use crate::feed::{Category, Enclosure, Entry, Feed, FeedError, Format, Link, Person, Text, Warning};
use crate::read::address::{against, is_whole};
use crate::read::entry::{stated_date, warn};
use crate::read::{ENTRY_LIMIT, LIST_LIMIT, channel, texts};
use serde_json::{Map, Value};
use url::Url;

/// Reads a JSON Feed; a bare array is taken as its items.
pub fn read(text: &str, document: Option<&Url>) -> Result<Feed, FeedError> {
    let mut broken = None;
    let value = serde_json::from_str(text).or_else(|error| {
        let items = salvage(text);
        if items.is_empty() {
            return Err(FeedError::BrokenJson(error.to_string()));
        }
        broken = Some(Warning(format!("the JSON is malformed ({error}); the items before that were read")));
        Ok(Value::Array(items))
    })?;
    let (top, items) = match value {
        Value::Object(mut top) => {
            let items = match top.remove("items") {
                Some(Value::Array(items)) => items,
                _ if top.get("version").and_then(Value::as_str).is_some_and(|v| v.contains("jsonfeed")) => {
                    Vec::new()
                }
                _ => return Err(FeedError::Json),
            };
            (top, items)
        }
        Value::Array(items) if items.iter().any(|item| item.get("id").or(item.get("url")).is_some()) => {
            (Map::new(), items)
        }
        _ => return Err(FeedError::Json),
    };
    let mut feed = describe(&top, document);
    feed.warnings.extend(broken);
    let mut left_out = 0_usize;
    for (number, item) in items.into_iter().enumerate() {
        match item {
            Value::Object(item) if feed.entries.len() < ENTRY_LIMIT => {
                let entry = entry(&item, document, &mut feed.warnings);
                if entry == Entry::default() {
                    warn(&mut feed.warnings, || format!("item {number} says nothing and was left out"));
                } else {
                    feed.entries.push(entry);
                }
            }
            Value::Object(_) => left_out += 1,
            _ => warn(&mut feed.warnings, || format!("item {number} is no object and was left out")),
        }
    }
    if left_out > 0 {
        let warning = format!("{left_out} entries beyond the first {ENTRY_LIMIT} were left out");
        feed.warnings.insert(0, Warning(warning));
    }
    Ok(feed)
}

/// The whole items of a feed that breaks off or is malformed further on.
fn salvage(text: &str) -> Vec<Value> {
    let Some((_, list)) = text.split_once("\"items\"") else { return Vec::new() };
    let Some((_, mut rest)) = list.split_once('[') else { return Vec::new() };
    let mut items = Vec::new();
    while items.len() < ENTRY_LIMIT {
        rest = rest.trim_start_matches(|c: char| c == ',' || c.is_ascii_whitespace());
        let mut stream = serde_json::Deserializer::from_str(rest).into_iter::<Value>();
        match stream.next() {
            Some(Ok(item)) => items.push(item),
            _ => break,
        }
        rest = rest.get(stream.byte_offset()..).unwrap_or_default();
    }
    items
}

fn describe(top: &Map<String, Value>, document: Option<&Url>) -> Feed {
    let version = string(top, "version").unwrap_or_default();
    let mut feed = Feed {
        format: if version.trim_end_matches('/').ends_with("/1") { Format::Json1 } else { Format::Json11 },
        title: string(top, "title").map(texts::plain),
        description: string(top, "description").map(texts::plain),
        link: address(top, "home_page_url", document),
        own_address: address(top, "feed_url", document),
        language: string(top, "language"),
        image: address(top, "icon", document),
        icon: address(top, "favicon", document),
        authors: people(top, document),
        ..Feed::default()
    };
    for hub in objects(top, "hubs") {
        if let Some(address) = address(hub, "url", document) {
            let link = Link { address, rel: "hub".to_owned(), media_type: None, title: None };
            channel::push_link(link, &mut feed);
        }
    }
    feed
}

fn entry(item: &Map<String, Value>, document: Option<&Url>, warnings: &mut Vec<Warning>) -> Entry {
    let at_home = |text: Text| Text { base: document.cloned(), ..text };
    let mut content: Vec<Text> = Vec::new();
    content.extend(string(item, "content_html").map(texts::html).map(at_home));
    content.extend(string(item, "content_text").map(texts::plain));
    let mut date = |name: &str| string(item, name).and_then(|raw| stated_date(&raw, warnings)).into();
    Entry {
        title: string(item, "title").map(texts::plain),
        link: address(item, "url", document),
        links: address(item, "external_url", document)
            .map(|address| Link { address, rel: "related".to_owned(), media_type: None, title: None })
            .into_iter()
            .collect(),
        id: string(item, "id"),
        summary: string(item, "summary").map(texts::plain),
        content,
        published: date("date_published"),
        updated: date("date_modified"),
        authors: people(item, document),
        categories: tags(item),
        enclosures: objects(item, "attachments").filter_map(|a| attachment(a, document)).collect(),
        image: address(item, "image", document).or_else(|| address(item, "banner_image", document)),
        lang: string(item, "language"),
        ..Entry::default()
    }
}

fn attachment(attachment: &Map<String, Value>, document: Option<&Url>) -> Option<Enclosure> {
    Some(Enclosure {
        address: address(attachment, "url", document)?,
        media_type: string(attachment, "mime_type"),
        length: attachment.get("size_in_bytes").and_then(|v| v.as_u64().or_else(|| v.as_str()?.parse().ok())),
        title: string(attachment, "title"),
    })
}

fn people(object: &Map<String, Value>, document: Option<&Url>) -> Vec<Person> {
    let one = object.get("author").and_then(Value::as_object);
    let many: Vec<&Map<String, Value>> = objects(object, "authors").collect();
    let from = if many.is_empty() { one.into_iter().collect() } else { many };
    from.into_iter()
        .map(|author| Person {
            name: string(author, "name"),
            email: None,
            address: address(author, "url", document),
        })
        .filter(|person| *person != Person::default())
        .collect()
}

fn tags(item: &Map<String, Value>) -> Vec<Category> {
    let tags = item.get("tags").and_then(Value::as_array).into_iter().flatten();
    tags.filter_map(scalar).take(LIST_LIMIT).map(|term| Category { term, ..Category::default() }).collect()
}

fn objects<'v>(object: &'v Map<String, Value>, name: &str) -> impl Iterator<Item = &'v Map<String, Value>> {
    object
        .get(name)
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
        .filter_map(Value::as_object)
        .take(LIST_LIMIT)
}

fn string(object: &Map<String, Value>, name: &str) -> Option<String> {
    object.get(name).and_then(scalar)
}

fn scalar(value: &Value) -> Option<String> {
    let text = match value {
        Value::String(text) => text.trim().to_owned(),
        Value::Number(number) => number.to_string(),
        _ => return None,
    };
    (!text.is_empty()).then_some(text)
}

fn address(object: &Map<String, Value>, name: &str, document: Option<&Url>) -> Option<String> {
    let raw = string(object, name)?;
    Some(if is_whole(&raw) { raw } else { against(document, &raw) })
}
