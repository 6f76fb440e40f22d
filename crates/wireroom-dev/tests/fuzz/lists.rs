//! Lists of subscriptions: seeds of our own, broken in every way; what was read is written, and reads back the same.
//! Start at [`holds`].

use crate::choices::{Choices, bytes, mutated};
use crate::run::Verdict;
use crate::seeds::{LISTS, XML_WORDS};
use std::collections::BTreeSet;
use wireroom_feed::opml::{self, DEPTH_LIMIT, Opml, SUBSCRIPTION_LIMIT, Subscription};

const WORDS: [&str; 22] = [
    "<outline text='A'>",
    "<outline text='B' xmlUrl='https://tide.example/b'/>",
    "</outline>",
    "<body>",
    "</body>",
    "<head><title>T</title></head>",
    " xmlUrl='http://x.example/'",
    " XMLURL=\"feed://x.example/\"",
    " url='https://x.example/u' type='rss'",
    " type='include'",
    " type='RSS '",
    " text='&#x1;\u{85}&#10; a'",
    " title=''",
    " htmlUrl='javascript:x'",
    " wireroom:every='30'",
    " xmlns:w='urn:w' w:a='b'",
    " text=' padded\t'",
    " every='a' EVERY='b'",
    "<outline xmlUrl=' https://tide.example/b '/>",
    "<rss:channel rdf:about='https://tide.example/c'/>",
    "<Tab title='Sea'>",
    "<ModulePrefs xmlUrl='https://tide.example/d' title='D'/>",
];

pub fn input(choices: &mut Choices<'_>) -> Vec<u8> {
    let words = if choices.once_in(4) { &XML_WORDS[..] } else { &WORDS[..] };
    let mut text = mutated(choices.pick(&LISTS), &LISTS, words, choices);
    if choices.once_in(3) {
        text = mutated(&text, &LISTS, &XML_WORDS, choices);
    }
    bytes(&text, choices)
}

/// Feeds with their titles, pages, folders and settings, in no order, and the folders.
fn told(list: &Opml) -> (Option<&String>, Vec<Subscription>, BTreeSet<&Vec<String>>) {
    let mut subscriptions = list.subscriptions.clone();
    for subscription in &mut subscriptions {
        subscription.folders.sort();
    }
    subscriptions.sort_by(|a, b| (&a.feed, &a.folders).cmp(&(&b.feed, &b.folders)));
    (list.title.as_ref(), subscriptions, list.folders.iter().collect())
}

pub fn holds(input: &[u8]) -> Verdict {
    let Ok(list) = opml::read(input) else { return Ok(()) };
    if Ok(&list) != opml::read(input).as_ref() {
        return Err("the same bytes read differently the second time".into());
    }
    if list.subscriptions.len() > SUBSCRIPTION_LIMIT || list.folders.iter().any(|f| f.len() > DEPTH_LIMIT) {
        return Err("a list beyond its limits".into());
    }
    if let Some(bad) = list.subscriptions.iter().find(|s| {
        let feed = s.feed.to_ascii_lowercase();
        !feed.starts_with("http://") && !feed.starts_with("https://")
    }) {
        return Err(format!("kept the address {:?}", bad.feed));
    }
    let written = opml::write(&list);
    let again =
        opml::read(written.as_bytes()).map_err(|e| format!("what we wrote is refused: {e}\n{written}"))?;
    if told(&list) != told(&again) {
        return Err(format!("read {:#?}\nwrote {written}\nread again {:#?}", told(&list), told(&again)));
    }
    if !again.warnings.is_empty() {
        return Err(format!("what we wrote is warned about: {:?}\n{written}", again.warnings));
    }
    // A feed in two folders may change its place in one of them, once.
    let twice = opml::write(&again);
    let thrice = opml::read(twice.as_bytes()).map(|list| opml::write(&list));
    if thrice.as_ref() != Ok(&twice) || told(&again) != told(&opml::read(twice.as_bytes()).unwrap()) {
        return Err(format!("written once\n{written}\nwritten twice\n{twice}\nand then\n{thrice:?}"));
    }
    Ok(())
}
