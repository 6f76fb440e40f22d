//! JSON Feed 1.1. A `<` is written as its number, so that nobody who guesses at kinds takes it for a page.

use super::text::{clean, line};
use super::{Content, Item, Sheet, at};
use serde::Serialize;

#[derive(Debug, Serialize)]
struct JsonFeed {
    version: &'static str,
    title: String,
    home_page_url: String,
    feed_url: String,
    language: &'static str,
    authors: Vec<Author>,
    items: Vec<JsonItem>,
}

#[derive(Debug, Serialize)]
struct Author {
    name: String,
}

#[derive(Debug, Serialize)]
struct JsonItem {
    id: String,
    url: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    external_url: Option<String>,
    #[serde(skip_serializing_if = "String::is_empty")]
    title: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    content_html: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    content_text: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    summary: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_published: Option<String>,
    date_modified: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    authors: Vec<Author>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    tags: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<String>,
}

pub fn write(sheet: &Sheet<'_>) -> Result<String, serde_json::Error> {
    let channel = sheet.channel;
    let text = serde_json::to_string(&JsonFeed {
        version: "https://jsonfeed.org/version/1.1",
        title: line(&channel.title),
        home_page_url: sheet.link(&channel.page),
        feed_url: sheet.own.clone(),
        language: sheet.lang,
        authors: vec![Author { name: "Wireroom".to_owned() }],
        items: channel.items.iter().map(|item| one(sheet, item)).collect(),
    })?;
    Ok(text.replace('<', "\\u003c"))
}

fn one(sheet: &Sheet<'_>, item: &Item) -> JsonItem {
    let (content_html, content_text) = match &item.content {
        Content::Text(text) => (None, Some(clean(text))),
        html @ Content::Html(_) => (Some(sheet.html(html)), None),
    };
    JsonItem {
        id: sheet.id(&item.id),
        url: sheet.link(&item.page),
        external_url: item.original.clone(),
        title: line(&item.title),
        content_html,
        content_text,
        summary: item.summary.as_deref().map(clean),
        date_published: item.published.map(|when| when.to_string()),
        date_modified: at(item.updated).to_string(),
        authors: item.authors.iter().map(|name| Author { name: line(name) }).collect(),
        tags: item.topics.iter().map(|topic| line(topic)).collect(),
        language: item.lang.clone(),
    }
}
