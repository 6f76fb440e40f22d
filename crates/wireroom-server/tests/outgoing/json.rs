//! JSON Feed 1.1, rule by rule, from its specification.

use super::rules::{Rule, are_apart, is_harmless, is_language, is_rfc3339, is_web};
use serde_json::Value;

pub const GOOD: &str = r#"{"version":"https://jsonfeed.org/version/1.1","title":"Tides","home_page_url":"https://news.example/tides",
"feed_url":"https://news.example/tides.json","language":"en","authors":[{"name":"House"}],"items":[
{"id":"tag:house,2026:1","url":"https://news.example/1","external_url":"https://tern.example/1","title":"Ebb",
"content_html":"<p>Long.</p>","summary":"Short.","date_published":"2026-11-22T14:00:00+01:00",
"date_modified":"2026-11-22T13:05:00Z","authors":[{"name":"Ada"}],"tags":["tide"],"language":"de"},
{"id":"tag:house,2026:2","url":"https://news.example/2","content_text":"Plain.","date_modified":"2026-11-21T13:05:00Z"}]}"#;

/// Null where it is no JSON.
pub fn read(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_default()
}

fn items(feed: &Value) -> &[Value] {
    feed["items"].as_array().map_or(&[], Vec::as_slice)
}

/// Every value under a name, of the feed and of its items.
fn all<'a>(feed: &'a Value, name: &'a str) -> impl Iterator<Item = &'a Value> {
    std::iter::once(feed).chain(items(feed)).filter_map(move |one| one.get(name))
}

fn is_text(value: &Value) -> bool {
    value.as_str().is_some_and(|text| !text.trim().is_empty())
}

fn has_null(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Array(all) => all.iter().any(has_null),
        Value::Object(all) => all.values().any(has_null),
        _ => false,
    }
}

pub const RULES: &[Rule<Value>] = &[
    Rule {
        name: "it is JSON, and an object",
        holds: Value::is_object,
        broken_by: ("\"items\":[", "items:["),
    },
    Rule {
        name: "version: 1.1",
        holds: |feed| feed["version"] == "https://jsonfeed.org/version/1.1",
        broken_by: ("/version/1.1", "/version/1"),
    },
    Rule { name: "title: a string", holds: |feed| is_text(&feed["title"]), broken_by: ("\"Tides\"", "7") },
    Rule {
        name: "items: an array of objects",
        holds: |feed| feed["items"].is_array() && items(feed).iter().all(Value::is_object),
        broken_by: ("\"items\"", "\"entries\""),
    },
    Rule {
        name: "addresses are whole",
        holds: |feed| {
            ["home_page_url", "feed_url", "url", "external_url"]
                .iter()
                .all(|name| all(feed, name).all(|value| value.as_str().is_some_and(is_web)))
        },
        broken_by: ("https://news.example/2", "/2"),
    },
    Rule {
        name: "home_page_url, feed_url: strongly recommended",
        holds: |feed| is_text(&feed["home_page_url"]) && is_text(&feed["feed_url"]),
        broken_by: ("\"feed_url\"", "\"next_url\""),
    },
    Rule {
        name: "id: a string that says something",
        holds: |feed| items(feed).iter().all(|item| is_text(&item["id"])),
        broken_by: ("\"id\":\"tag:house,2026:2\"", "\"id\":2"),
    },
    Rule {
        name: "id: no other item's",
        holds: |feed| are_apart(items(feed).iter().filter_map(|item| item["id"].as_str())),
        broken_by: ("tag:house,2026:2", "tag:house,2026:1"),
    },
    Rule {
        name: "content_html or content_text",
        holds: |feed| {
            let texts = |item: &Value| item["content_html"].is_string() || item["content_text"].is_string();
            items(feed).iter().all(texts)
        },
        broken_by: ("\"content_text\"", "\"content\""),
    },
    Rule {
        name: "content_text is plain, content_html does nothing",
        holds: |feed| all(feed, "content_html").all(|html| html.as_str().is_some_and(is_harmless)),
        broken_by: ("<p>Long.", "<img src=x onerror=y>"),
    },
    Rule {
        name: "title, summary: strings that say something where they stand",
        holds: |feed| ["title", "summary"].iter().all(|name| all(feed, name).all(is_text)),
        broken_by: ("\"Short.\"", "\"\""),
    },
    Rule {
        name: "dates are of RFC 3339",
        holds: |feed| {
            ["date_published", "date_modified"]
                .iter()
                .all(|name| all(feed, name).all(|value| value.as_str().is_some_and(is_rfc3339)))
        },
        broken_by: ("2026-11-22T14:00:00+01:00", "2026-11-22"),
    },
    Rule {
        name: "authors: an array of objects that say who",
        holds: |feed| {
            all(feed, "authors").all(|authors| {
                authors.as_array().is_some_and(|all| all.iter().all(|author| is_text(&author["name"])))
            })
        },
        broken_by: ("[{\"name\":\"Ada\"}]", "{\"name\":\"Ada\"}"),
    },
    Rule {
        name: "author: gone since 1.1",
        holds: |feed| all(feed, "author").next().is_none(),
        broken_by: ("\"authors\":[{\"name\":\"Ada\"}]", "\"author\":{\"name\":\"Ada\"}"),
    },
    Rule {
        name: "tags: an array of strings",
        holds: |feed| {
            all(feed, "tags").all(|tags| tags.as_array().is_some_and(|tags| tags.iter().all(is_text)))
        },
        broken_by: ("[\"tide\"]", "\"tide\""),
    },
    Rule {
        name: "language: a tag",
        holds: |feed| all(feed, "language").all(|lang| lang.as_str().is_some_and(is_language)),
        broken_by: ("\"language\":\"de\"", "\"language\":\"\""),
    },
    Rule { name: "nothing is null", holds: |feed| !has_null(feed), broken_by: ("[\"tide\"]", "null") },
];
