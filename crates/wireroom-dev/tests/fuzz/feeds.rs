//! Feeds: seeds of every dialect broken in every way, and sound ones from a grammar in which nothing may get lost.
//! Start at [`holds`].

use crate::choices::{Choices, bytes, escaped, mutated};
use crate::html::{harmless, soup};
use crate::run::Verdict;
use crate::seeds::{FEEDS, XML_WORDS};
use std::collections::BTreeSet;
use url::Url;
use wireroom_feed::{Entry, Feed, Hints, Link, Person, SafeFeed, identity, limits, parse};
use wireroom_text::markup;

/// Bytes of a read feed for one byte of the document: names are resolved against their namespaces, addresses
/// against their base, and one content may stand as summary and as content.
const GROWTH: usize = 64;
/// Where the title of an entry says that it must not get lost.
const MARK: &str = "Keepsake";

pub fn input(choices: &mut Choices<'_>) -> Vec<u8> {
    if choices.once_in(3) {
        return sound(choices).into_bytes();
    }
    let mut text = choices.pick(&FEEDS).to_owned();
    if choices.once_in(3) {
        let html = soup(&mut Choices::new(&choices.rest(60)));
        let html = match choices.below(3) {
            0 => escaped(&html),
            1 => format!("<![CDATA[{html}]]>"),
            _ => html,
        };
        text = mutated(&text, &[&html], &XML_WORDS, choices);
    }
    let text = mutated(&text, &FEEDS, &XML_WORDS, choices);
    bytes(&text, choices)
}

/// A sound feed with marked titles, inside unknown elements that mean nothing.
fn sound(choices: &mut Choices<'_>) -> String {
    let dialect = choices.below(4);
    let (head, item, tail) = [
        ("<rss version=\"2.0\"><channel><title>Sound</title>", "item", "</channel></rss>"),
        ("<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Sound</title>", "entry", "</feed>"),
        ("<feed version=\"0.3\" xmlns=\"http://purl.org/atom/ns#\">", "entry", "</feed>"),
        (
            "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns=\"http://purl.org/rss/1.0/\"><channel rdf:about=\"x\"><title>Sound</title></channel>",
            "item",
            "</rdf:RDF>",
        ),
    ][dialect];
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
    let around_all = wrapper(choices);
    out.push_str(&format!("{}{head}", around_all.0));
    for number in 0..1 + choices.below(6) {
        let (around, after) = wrapper(choices);
        out.push_str(&format!("{around}<{item}>"));
        let title = format!("<title>{MARK} {number} of the tide</title>");
        let mut fields = vec![title];
        for _ in 0..choices.below(5) {
            fields.push(field(number, choices));
        }
        let places = fields.len();
        fields.swap(0, choices.below(places));
        out.push_str(&fields.concat());
        out.push_str(&format!("</{item}>{after}"));
    }
    out.push_str(&format!("{tail}{}", around_all.1));
    out
}

/// An unknown element to put something into, some number of times, or nothing.
fn wrapper(choices: &mut Choices<'_>) -> (String, String) {
    if !choices.once_in(3) {
        return Default::default();
    }
    let name = choices.pick(&["zz", "q:zz", "Wrapper", "data", "response", "items"]);
    let times = 1 + choices.below(6);
    let bound = if name.contains(':') { " xmlns:q=\"urn:q\"" } else { "" };
    (format!("<{name}{bound}>").repeat(times), format!("</{name}>").repeat(times))
}

fn field(number: usize, choices: &mut Choices<'_>) -> String {
    let (around, after) = if choices.once_in(4) { wrapper(choices) } else { Default::default() };
    let html = soup(&mut Choices::new(&choices.rest(24)));
    let sound: String = html.chars().filter(|c| !c.is_control()).take(4_000).collect();
    let text = match choices.below(2) {
        0 => escaped(&sound),
        _ => format!("<![CDATA[{}]]>", sound.replace("]]>", "")),
    };
    let field = match choices.below(9) {
        0 => format!("<link>https://sound.example/{number}</link>"),
        1 => format!("<link rel=\"alternate\" href=\"https://sound.example/{number}\"/>"),
        2 => format!("<guid>n{number}</guid>"),
        3 => format!("<id>n{number}</id>"),
        4 => format!("<description>{text}</description>"),
        5 => format!("<content type=\"html\">{text}</content>"),
        6 => format!("<summary>{text}</summary>"),
        7 => "<pubDate>Mon, 03 Mar 2025 14:05:00 GMT</pubDate>".to_owned(),
        _ => format!("<author><name>{text}</name></author>"),
    };
    format!("{around}{field}{after}")
}

pub fn holds(bytes: &[u8]) -> Verdict {
    let address = Url::parse("https://harbour.example/feeds/all").unwrap();
    for hints in [
        Hints { content_type: None, address: Some(&address) },
        Hints { content_type: Some("text/xml; charset=windows-1252"), address: None },
    ] {
        let Ok(feed) = parse(bytes, &hints) else { continue };
        if Ok(&feed) != parse(bytes, &hints).as_ref() {
            return Err("the same bytes read differently the second time".into());
        }
        bounded(&feed, bytes.len())?;
        let base = hints.address;
        let safe = feed.sanitised(base);
        if let Some(of) = fields(&safe).into_iter().find_map(|field| unsafe_field(field, base).err()) {
            return Err(of);
        }
        addresses(&safe)?;
        keys(&safe)?;
        // What prints the same is the same: a minute is printed with its seconds.
        let row = serde_json::to_string(&safe).map_err(|e| e.to_string())?;
        let again = serde_json::from_str::<SafeFeed>(&row).and_then(|feed| serde_json::to_string(&feed));
        if again.ok().as_ref() != Some(&row) {
            return Err(format!("the row reads back as another feed: {row}"));
        }
    }
    kept(bytes, &address)
}

/// Lists within their limits, and no more text than the document can account for.
fn bounded(feed: &Feed, input: usize) -> Verdict {
    let longest = |entry: &Entry| {
        [
            entry.links.len(),
            entry.content.len(),
            entry.authors.len(),
            entry.contributors.len(),
            entry.categories.len(),
            entry.enclosures.len(),
        ]
        .into_iter()
        .max()
    };
    let most = feed.entries.iter().filter_map(longest).max().unwrap_or_default();
    if feed.entries.len() > limits::ENTRIES || most > limits::LIST || feed.warnings.len() > limits::WARNINGS {
        return Err(format!(
            "{} entries, {most} in a list, {} warnings",
            feed.entries.len(),
            feed.warnings.len()
        ));
    }
    let size = weight(feed);
    let allowed = input * GROWTH + limits::ENTITY_BYTES;
    if size > allowed { Err(format!("{input} bytes became {size}")) } else { Ok(()) }
}

fn weight(feed: &Feed) -> usize {
    let text = |text: &wireroom_feed::Text| text.value.len();
    let link = |link: &Link| link.address.len() + link.title.as_ref().map_or(0, String::len);
    let person = |person: &Person| {
        [&person.name, &person.email, &person.address].into_iter().flatten().map(String::len).sum::<usize>()
    };
    let entry = |entry: &Entry| {
        entry.title.iter().chain(&entry.summary).chain(&entry.content).map(text).sum::<usize>()
            + entry.links.iter().map(link).sum::<usize>()
            + entry.authors.iter().chain(&entry.contributors).map(person).sum::<usize>()
            + entry.enclosures.iter().map(|e| e.address.len()).sum::<usize>()
            + entry.categories.iter().map(|c| c.term.len()).sum::<usize>()
    };
    feed.entries.iter().map(entry).sum::<usize>() + feed.links.iter().map(link).sum::<usize>()
}

/// Every field that holds HTML.
fn fields(feed: &SafeFeed) -> Vec<&str> {
    let mut all: Vec<&str> = feed.title.as_deref().into_iter().chain(feed.description.as_deref()).collect();
    for entry in &feed.entries {
        all.extend(entry.title.as_deref());
        all.extend(entry.summary.as_deref());
        all.extend(entry.content.iter().map(|c| c.value.as_str()));
        all.extend(entry.source.as_ref().and_then(|s| s.title.as_deref()));
        all.extend(entry.authors.iter().chain(&entry.categories).map(String::as_str));
        all.extend(entry.id.as_deref());
    }
    all.extend(feed.authors.iter().chain(&feed.categories).map(String::as_str));
    all.extend(feed.warnings.iter().map(|w| w.0.as_str()));
    all.extend(feed.id.as_deref());
    all
}

fn unsafe_field(field: &str, base: Option<&Url>) -> Verdict {
    harmless(field)?;
    let again = markup::sanitise(field, base);
    harmless(&again)?;
    let twice = markup::sanitise(&again, base);
    if twice == again { Ok(()) } else { Err(format!("sanitised once\n{again}\nsanitised twice\n{twice}")) }
}

/// Every address leads to the web and nowhere else.
fn addresses(feed: &SafeFeed) -> Verdict {
    let mut all: Vec<&str> = Vec::new();
    for entry in &feed.entries {
        all.extend([&entry.link, &entry.image, &entry.comments].into_iter().flatten().map(String::as_str));
        all.extend(entry.enclosures.iter().map(|e| e.url.as_str()));
        all.extend(entry.content.iter().filter_map(|c| c.src.as_deref()));
        all.extend(entry.source.as_ref().and_then(|s| s.link.as_deref()));
    }
    all.extend(
        [&feed.link, &feed.image, &feed.icon, &feed.own_address, &feed.moved_to]
            .into_iter()
            .flatten()
            .map(String::as_str),
    );
    all.extend(feed.hubs.iter().map(String::as_str));
    let web = |address: &str| Url::parse(address).is_ok_and(|url| matches!(url.scheme(), "http" | "https"));
    match all.iter().find(|a| !web(a) || a.contains(['<', '>', '"', '\'', '`', ' ', '\n'])) {
        Some(bad) => Err(format!("kept the address {bad:?}")),
        None => Ok(()),
    }
}

/// One identity for each entry; two entries share a key only where they are the same entry.
fn keys(feed: &SafeFeed) -> Verdict {
    let identities = identity::identities(feed);
    if identities.len() != feed.entries.len() {
        return Err(format!("{} identities of {} entries", identities.len(), feed.entries.len()));
    }
    let all: Vec<_> = identities.iter().map(|i| &i.key).collect();
    let known = identity::recognise(&identities, |key| all.iter().position(|k| *k == key));
    match known.iter().position(Option::is_none) {
        Some(lost) => Err(format!("entry {lost} is not known again: {:?}", identities[lost])),
        None => Ok(()),
    }
}

/// Every entry that the grammar marked is found, and found again inside one more unknown element.
fn kept(bytes: &[u8], address: &Url) -> Verdict {
    let Ok(text) = std::str::from_utf8(bytes) else { return Ok(()) };
    let Some(body) = text.strip_prefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?>") else { return Ok(()) };
    let whole = ["</rss>", "</feed>", "</rdf:RDF>"].iter().any(|end| body.contains(end));
    if !whole || !well_formed(body) {
        return Ok(());
    }
    let marks: BTreeSet<&str> = body.split("<title>").filter_map(marked).collect();
    let hints = Hints { content_type: None, address: Some(address) };
    for document in [body.to_owned(), format!("<zz>{body}</zz>")] {
        let feed = parse(document.as_bytes(), &hints).map_err(|e| format!("refused: {e}\n{document}"))?;
        let found: BTreeSet<&str> =
            feed.entries.iter().filter_map(|e| e.title.as_ref()).map(|t| t.value.as_str()).collect();
        if let Some(lost) = marks.iter().find(|mark| !found.contains(*mark)) {
            return Err(format!("lost \"{lost}\" of {marks:?}, found {found:?} in\n{document}"));
        }
    }
    Ok(())
}

fn marked(text: &str) -> Option<&str> {
    text.split("</title>").next().filter(|title| title.starts_with(MARK) && title.ends_with("tide"))
}

/// Whether every element is closed in order, as an XML parser of others sees it.
fn well_formed(body: &str) -> bool {
    let mut reader = quick_xml::Reader::from_str(body);
    loop {
        match reader.read_event() {
            Ok(quick_xml::events::Event::Eof) => return true,
            Ok(_) => {}
            Err(_) => return false,
        }
    }
}
