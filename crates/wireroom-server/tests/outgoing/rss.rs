//! RSS 2.0, rule by rule, from the specification and the RSS Advisory Board's profile.

use super::rules::{
    Document, Element, Rule, are_apart, is_harmless, is_iri, is_language, is_rfc822, is_rfc3339, is_web,
};

pub const GOOD: &str = r#"<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Tides</title><link>https://news.example/tides</link><description>All tides</description><language>en</language>
<lastBuildDate>Sun, 22 Nov 2026 13:05:00 +0000</lastBuildDate><generator>Wireroom</generator>
<docs>https://www.rssboard.org/rss-specification</docs>
<atom:link rel="self" type="application/rss+xml" href="https://news.example/tides.rss"/>
<item><title>Ebb &#x26; flood</title><link>https://news.example/1</link><guid isPermaLink="false">tag:house,2026:1</guid>
<pubDate>Sun, 22 Nov 2026 14:00:00 +0100</pubDate><atom:updated>2026-11-22T13:05:00Z</atom:updated>
<atom:link rel="via" href="https://tern.example/1"/><dc:creator>Ada</dc:creator><category>tide</category>
<description>Short.</description><content:encoded>&lt;p&gt;Long.&lt;/p&gt;</content:encoded></item>
<item><description>No title.</description><guid isPermaLink="false">tag:house,2026:2</guid></item></channel></rss>"#;

fn channel(document: &Document) -> &Element {
    document.root.all("channel").next().unwrap_or(&document.root)
}

fn items(document: &Document) -> Vec<&Element> {
    channel(document).all("item").collect()
}

fn each(document: &Document, name: &str, holds: impl Fn(&Element) -> bool) -> bool {
    document.root.within().into_iter().filter(|one| one.name == name).all(holds)
}

pub const RULES: &[Rule<Document>] = &[
    Rule {
        name: "well-formed, of XML's own characters",
        holds: |document| document.fault.is_none(),
        broken_by: ("Short.", "Sh\u{1}ort."),
    },
    Rule {
        name: "rss: the version is 2.0",
        holds: |document| document.root.name == "rss" && document.root.attribute("version") == "2.0",
        broken_by: ("<rss version=\"2.0\"", "<rss version=\"2.00\""),
    },
    Rule {
        name: "rss: one channel and nothing else",
        holds: |document| document.root.children.len() == 1 && document.root.count("channel") == 1,
        broken_by: ("</channel>", "</channel><channel/>"),
    },
    Rule {
        name: "channel: a title",
        holds: |document| {
            channel(document).count("title") == 1 && !channel(document).text_of("title").is_empty()
        },
        broken_by: ("<title>Tides</title>", ""),
    },
    Rule {
        name: "channel: a link",
        holds: |document| channel(document).count("link") == 1 && is_web(channel(document).text_of("link")),
        broken_by: ("<link>https://news.example/tides</link>", "<link>/tides</link>"),
    },
    Rule {
        name: "channel: a description",
        holds: |document| !channel(document).text_of("description").is_empty(),
        broken_by: ("<description>All tides</description>", ""),
    },
    Rule {
        name: "channel: a language is a tag",
        holds: |document| each(document, "language", |one| is_language(&one.text)),
        broken_by: ("<language>en</language>", "<language>English!</language>"),
    },
    Rule {
        name: "profile: a link to itself",
        holds: |document| {
            let mut links = channel(document).all("atom link");
            links.any(|link| link.attribute("rel") == "self" && is_web(link.attribute("href")))
        },
        broken_by: ("rel=\"self\"", "rel=\"hub\""),
    },
    Rule {
        name: "dates are of RFC 822, in four digits of a year and on their day",
        holds: |document| {
            ["pubDate", "lastBuildDate"].iter().all(|name| each(document, name, |one| is_rfc822(&one.text)))
        },
        broken_by: ("Sun, 22 Nov 2026 14:00:00 +0100", "Mon, 22 Nov 2026 14:00:00 +0100"),
    },
    Rule {
        name: "an Atom date in it is of RFC 3339",
        holds: |document| each(document, "atom updated", |one| is_rfc3339(&one.text)),
        broken_by: ("2026-11-22T13:05:00Z", "22 Nov 2026"),
    },
    Rule {
        name: "item: a title or a description",
        holds: |document| {
            let said = |item: &&Element| {
                !(item.text_of("title").is_empty() && item.text_of("description").is_empty())
            };
            items(document).iter().all(said)
        },
        broken_by: ("<description>No title.</description>", ""),
    },
    Rule {
        name: "item: nothing empty",
        holds: |document| {
            let said = |one: &Element| !one.text.trim().is_empty() || one.name.starts_with("atom ");
            items(document).iter().all(|item| item.children.iter().all(said))
        },
        broken_by: ("<category>tide</category>", "<category></category>"),
    },
    Rule {
        name: "item: no element twice that stands once",
        holds: |document| {
            let once =
                ["title", "link", "description", "guid", "pubDate", "comments", "source", "content encoded"];
            items(document).iter().all(|item| once.iter().all(|name| item.count(name) <= 1))
        },
        broken_by: (
            "<description>Short.</description>",
            "<description>A</description><description>B</description>",
        ),
    },
    Rule {
        name: "item: a link is a whole address",
        holds: |document| items(document).iter().all(|item| item.all("link").all(|link| is_web(&link.text))),
        broken_by: ("<link>https://news.example/1</link>", "<link>story/1</link>"),
    },
    Rule {
        name: "profile: a guid, which is none of another item",
        holds: |document| {
            items(document).iter().all(|item| item.count("guid") == 1)
                && are_apart(items(document).iter().map(|item| item.text_of("guid")))
        },
        broken_by: ("tag:house,2026:2", "tag:house,2026:1"),
    },
    Rule {
        name: "guid: what is no address says so",
        holds: |document| {
            each(document, "guid", |one| {
                is_iri(&one.text) && (one.attribute("isPermaLink") == "false" || is_web(&one.text))
            })
        },
        broken_by: (" isPermaLink=\"false\"", ""),
    },
    Rule {
        name: "author: an address of mail, which we never have",
        holds: |document| each(document, "author", |one| one.text.contains('@')),
        broken_by: ("<dc:creator>Ada</dc:creator>", "<author>Ada</author>"),
    },
    Rule {
        name: "profile: a whole text stands beside a description",
        holds: |document| {
            items(document)
                .iter()
                .all(|item| item.count("content encoded") == 0 || item.count("description") == 1)
        },
        broken_by: ("<description>Short.</description>", ""),
    },
    Rule {
        name: "profile: titles write their marks as numbers",
        holds: |document| {
            let titles = document.raw.split("<title>").skip(1);
            titles
                .filter_map(|rest| rest.split("</title>").next())
                .all(|title| !title.contains("&amp;") && !title.contains("&lt;") && !title.contains('<'))
        },
        broken_by: ("&#x26;", "&amp;"),
    },
    Rule {
        name: "nothing unknown without a namespace",
        holds: |document| {
            let known = [
                "title",
                "link",
                "description",
                "language",
                "lastBuildDate",
                "generator",
                "docs",
                "item",
                "guid",
                "pubDate",
                "category",
                "author",
                "channel",
                "rss",
            ];
            let named = |one: &&Element| known.contains(&one.name.as_str()) || one.name.contains(' ');
            document.root.within().iter().all(named)
        },
        broken_by: ("<category>tide</category>", "<topic>tide</topic>"),
    },
    Rule {
        name: "HTML does nothing",
        holds: |document| {
            each(document, "content encoded", |one| is_harmless(&one.text))
                && items(document).iter().all(|item| is_harmless(item.text_of("description")))
        },
        broken_by: ("&lt;p&gt;Long.", "&lt;script&gt;Long."),
    },
];
