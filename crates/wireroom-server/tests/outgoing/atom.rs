//! Atom 1.0, rule by rule, from RFC 4287 (the section stands in each name).

use super::rules::{
    Document, Element, Rule, are_apart, is_harmless, is_iri, is_language, is_rfc3339, is_web,
};

pub const GOOD: &str = r#"<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Tides</title><id>tag:house,2026:tides</id>
<updated>2026-11-22T13:05:00Z</updated><author><name>House</name></author><generator version="1">Wireroom</generator>
<link rel="self" href="https://news.example/tides.atom"/><link rel="alternate" type="text/html" href="https://news.example/tides"/>
<entry xml:lang="de"><title>Ebbe</title><id>tag:house,2026:1</id><updated>2026-11-22T13:05:00Z</updated>
<published>2026-11-22T14:00:00+01:00</published><link rel="alternate" type="text/html" href="https://news.example/1"/>
<link rel="via" href="https://tern.example/1"/><author><name>Ada</name></author><category term="tide"/>
<summary type="text">Short.</summary><content type="html">&lt;p&gt;Long.&lt;/p&gt;</content></entry>
<entry><title>Flood</title><id>tag:house,2026:2</id><updated>2026-11-21T13:05:00Z</updated>
<link rel="alternate" href="https://news.example/2"/><content type="text">Plain.</content></entry></feed>"#;

fn entries(document: &Document) -> Vec<&Element> {
    document.root.all("atom entry").collect()
}

fn both(document: &Document, holds: fn(&Element) -> bool) -> bool {
    holds(&document.root) && entries(document).into_iter().all(holds)
}

fn links(document: &Document) -> Vec<&Element> {
    document.root.within().into_iter().filter(|one| one.name == "atom link").collect()
}

pub const RULES: &[Rule<Document>] = &[
    Rule {
        name: "2: well-formed, of XML's own characters",
        holds: |document| document.fault.is_none(),
        broken_by: ("Short.", "Sh\u{b}ort."),
    },
    Rule {
        name: "2: no reference to what XML forbids",
        holds: |document| document.fault.is_none(),
        broken_by: ("Short.", "Sh&#8;ort."),
    },
    Rule {
        name: "2: languages are tags",
        holds: |document| {
            let all = document.root.within();
            all.iter().filter_map(|one| one.attributes.get("xml:lang")).all(|lang| is_language(lang))
        },
        broken_by: ("xml:lang=\"de\"", "xml:lang=\"\""),
    },
    Rule {
        name: "4.1.1: the document is a feed",
        holds: |document| document.root.name == "atom feed",
        broken_by: ("http://www.w3.org/2005/Atom", "http://purl.org/atom/ns#"),
    },
    Rule {
        name: "4.1.1: a feed has no element twice, and nothing unknown",
        holds: |document| {
            let once = ["atom generator", "atom icon", "atom logo", "atom rights", "atom subtitle"];
            let many = ["atom author", "atom category", "atom contributor", "atom link", "atom entry"];
            let known = |name: &str| {
                ["atom id", "atom title", "atom updated"].contains(&name)
                    || once.contains(&name)
                    || many.contains(&name)
            };
            once.iter().all(|name| document.root.count(name) <= 1)
                && document.root.children.iter().all(|child| known(&child.name))
        },
        broken_by: (
            "<generator version=\"1\">Wireroom</generator>",
            "<generator>A</generator><generator>B</generator>",
        ),
    },
    Rule {
        name: "4.1.1: an author for the feed or for every entry",
        holds: |document| {
            document.root.count("atom author") > 0
                || entries(document).iter().all(|entry| entry.count("atom author") > 0)
        },
        broken_by: ("<author><name>House</name></author>", ""),
    },
    Rule {
        name: "4.1.1: a link to itself",
        holds: |document| document.root.all("atom link").any(|link| link.attribute("rel") == "self"),
        broken_by: ("rel=\"self\"", "rel=\"related\""),
    },
    Rule {
        name: "4.1.1, 4.1.2: one title each",
        holds: |document| both(document, |one| one.count("atom title") == 1),
        broken_by: ("<title>Ebbe</title>", ""),
    },
    Rule {
        name: "4.2.14: a title says something",
        holds: |document| both(document, |one| !one.text_of("atom title").is_empty()),
        broken_by: ("<title>Ebbe</title>", "<title> </title>"),
    },
    Rule {
        name: "4.1.1, 4.1.2: one id each",
        holds: |document| both(document, |one| one.count("atom id") == 1),
        broken_by: ("<id>tag:house,2026:2</id>", ""),
    },
    Rule {
        name: "4.2.6: an id is an IRI",
        holds: |document| both(document, |one| is_iri(one.text_of("atom id"))),
        broken_by: ("tag:house,2026:2", "entry two"),
    },
    Rule {
        name: "4.2.6: no id twice",
        holds: |document| are_apart(entries(document).iter().map(|entry| entry.text_of("atom id"))),
        broken_by: ("tag:house,2026:2", "tag:house,2026:1"),
    },
    Rule {
        name: "4.1.1, 4.1.2: one time of change each",
        holds: |document| both(document, |one| one.count("atom updated") == 1),
        broken_by: ("<updated>2026-11-21T13:05:00Z</updated>", ""),
    },
    Rule {
        name: "3.3: dates are of RFC 3339",
        holds: |document| {
            let dates = ["atom updated", "atom published"];
            let all = document.root.within();
            all.iter().filter(|one| dates.contains(&one.name.as_str())).all(|one| is_rfc3339(&one.text))
        },
        broken_by: ("2026-11-22T14:00:00+01:00", "2026-11-22"),
    },
    Rule {
        name: "house: a feed is as new as its newest entry",
        holds: |document| {
            let newest = entries(document).iter().map(|entry| entry.text_of("atom updated").to_owned()).max();
            newest.is_none_or(|newest| newest == document.root.text_of("atom updated"))
        },
        broken_by: ("<updated>2026-11-22T13:05:00Z</updated>", "<updated>2026-11-23T00:00:00Z</updated>"),
    },
    Rule {
        name: "3.2: a person has one name",
        holds: |document| {
            let all = document.root.within();
            let mut people = all.iter().filter(|one| one.name == "atom author");
            people.all(|one| one.count("atom name") == 1 && !one.text_of("atom name").is_empty())
        },
        broken_by: ("<name>Ada</name>", "<name></name>"),
    },
    Rule {
        name: "4.2.7: a link has a whole address",
        holds: |document| links(document).iter().all(|link| is_web(link.attribute("href"))),
        broken_by: ("https://tern.example/1", "/1"),
    },
    Rule {
        name: "4.2.7: a relation is a registered one",
        holds: |document| {
            let known = ["alternate", "self", "via", "related", "enclosure", ""];
            links(document).iter().all(|link| known.contains(&link.attribute("rel")))
        },
        broken_by: ("rel=\"via\"", "rel=\"source page\""),
    },
    Rule {
        name: "4.1.1, 4.1.2: one alternate of a kind",
        holds: |document| {
            both(document, |one| {
                let links = one.all("atom link").filter(|link| link.attribute("rel") == "alternate");
                are_apart(links.map(|link| link.attribute("type")))
            })
        },
        broken_by: ("rel=\"via\"", "rel=\"alternate\" type=\"text/html\""),
    },
    Rule {
        name: "4.1.2: an entry without content has an alternate",
        holds: |document| {
            entries(document).iter().all(|entry| {
                entry.count("atom content") == 1
                    || entry.all("atom link").any(|link| link.attribute("rel") == "alternate")
            })
        },
        broken_by: (
            "<link rel=\"alternate\" href=\"https://news.example/2\"/><content type=\"text\">Plain.</content>",
            "",
        ),
    },
    Rule {
        name: "4.1.2: no element of an entry twice",
        holds: |document| {
            let once = ["atom content", "atom published", "atom summary", "atom rights", "atom source"];
            entries(document).iter().all(|entry| once.iter().all(|name| entry.count(name) <= 1))
        },
        broken_by: ("<summary type=\"text\">", "<summary>Shorter.</summary><summary type=\"text\">"),
    },
    Rule {
        name: "4.2.2: a category has a term",
        holds: |document| {
            let all = document.root.within();
            all.iter().filter(|one| one.name == "atom category").all(|one| !one.attribute("term").is_empty())
        },
        broken_by: ("term=\"tide\"", "label=\"tide\""),
    },
    Rule {
        name: "3.1.1, 4.1.3: a text says what it is, and holds no element",
        holds: |document| {
            let texts = ["atom title", "atom summary", "atom content"];
            let all = document.root.within();
            all.iter()
                .filter(|one| texts.contains(&one.name.as_str()))
                .all(|one| matches!(one.attribute("type"), "" | "text" | "html") && one.children.is_empty())
        },
        broken_by: ("&lt;p&gt;Long.&lt;/p&gt;", "<p>Long.</p>"),
    },
    Rule {
        name: "8.1: HTML does nothing",
        holds: |document| {
            let all = document.root.within();
            all.iter().filter(|one| one.attribute("type") == "html").all(|one| is_harmless(&one.text))
        },
        broken_by: ("&lt;p&gt;Long.", "&lt;p onclick=\"x()\"&gt;Long."),
    },
];
