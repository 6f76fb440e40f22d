//! Pages and dumps from a grammar of what news sites print, whole, mutated or mixed with markup without sense; and what
//! must hold of every article that extraction finds on them. Start at [`holds`].

use crate::choices::{Choices, INPUT_LIMIT, bytes, mutated};
use crate::html::{harmless, soup};
use crate::run::Verdict;
use html5ever::tendril::TendrilSink;
use markup5ever_rcdom::{Handle, NodeData, RcDom};
use wireroom_extract::{Page, cap, decode, dump, extract};
use wireroom_model::{Extracted, Kind, Time};
use wireroom_text::{markup, normal};

/// Bytes of all bodies for one of the page: entities and composition lengthen a text, nothing multiplies it.
const GROWTH: usize = 8;
/// Most articles of one page, and a few that stand beside them.
const MOST_ROWS: usize = 4_000;

const WORDS: [&str; 40] = [
    "the",
    "harbour",
    "council",
    "said",
    "on",
    "Monday",
    "ferry",
    "of",
    "Lorn",
    "bridge",
    "Reuters",
    "AP",
    "By",
    "Ada",
    "Fenn",
    "Photo",
    "minutes",
    "ago",
    "2025",
    "17",
    "March",
    "Advertisement",
    "read",
    "more",
    "über",
    "naïve",
    "мост",
    "γέφυρα",
    "桥梁开放",
    "जहाज़",
    "جسر",
    "O'Neill",
    "U.S.",
    "e\u{301}te",
    "co\u{ad}op",
    "12.5",
    "$3m",
    "Mr.",
    "(dpa)",
    "—",
];
const CLASSES: [&str; 32] = [
    "article-body",
    "entry-content",
    "teaser",
    "related",
    "share-bar",
    "caption",
    "byline author",
    "date",
    "live-update",
    "comments",
    "comment",
    "newsletter",
    "pullquote",
    "transcript",
    "card",
    "source",
    "sc-1x2y3z",
    "field__item",
    "ad",
    "toc",
    "tags",
    "story",
    "post",
    "hidden",
    "lead",
    "footnotes",
    "author-bio",
    "paywall",
    "consent",
    "gallery",
    "photo-credit",
    "block",
];
const BLOCKS: [&str; 16] = [
    "div",
    "section",
    "article",
    "main",
    "aside",
    "header",
    "footer",
    "nav",
    "ul",
    "ol",
    "figure",
    "blockquote",
    "table",
    "details",
    "form",
    "dl",
];
/// Elements of which a page may be made and still be read as it is written: none moves or hides text.
const PLAIN: [&str; 24] = [
    "html",
    "body",
    "head",
    "p",
    "div",
    "section",
    "article",
    "main",
    "aside",
    "header",
    "footer",
    "nav",
    "ul",
    "ol",
    "li",
    "h1",
    "h2",
    "h3",
    "blockquote",
    "figure",
    "figcaption",
    "b",
    "em",
    "br",
];
const DATA: [&str; 7] = [
    "{\"@type\":\"NewsArticle\",\"headline\":\"Harbour bridge opens\",\"datePublished\":\"2025-03-17T07:40:00Z\",\"author\":{\"name\":\"Ada Fenn\"}}",
    "{\"@graph\":[{\"@type\":\"Person\",\"@id\":\"#a\",\"name\":\"Ada Fenn\"},{\"@type\":\"Article\",\"author\":{\"@id\":\"#a\"},\"isAccessibleForFree\":false}]}",
    "{\"@type\":\"LiveBlogPosting\",\"liveBlogUpdate\":[{\"@type\":\"BlogPosting\",\"headline\":\"the harbour council\",\"datePublished\":\"2025-03-17T07:40:00Z\",\"articleBody\":\"the ferry\"}]}",
    "{\"@type\":\"NewsArticle\",\"articleBody\":\"The council said on Monday that the bridge would open. The ferry sailed at dawn with forty cars and a school class, and the clerk of the harbour wrote to the board of Lorn that nobody had read the contract to its end. Islanders travel at half the fare until the end of the year.\"}",
    "[{\"@type\":\"ImageGallery\"},{\"@type\":\"VideoObject\",\"uploadDate\":\"2025-03-17\"}]",
    "{\"@type\":\"NewsArticle\",\"headline\":\"a \"b\" c\",}",
    "{\"@type\":\"FAQPage\",\"mainEntity\":[{\"@type\":\"Question\",\"name\":\"Why?\"}]}",
];
const MARKUP: [&str; 24] = [
    "<p>",
    "</p>",
    "<br>",
    "<br><br>",
    "<div>",
    "</div>",
    "<article>",
    "</article>",
    "<h1>",
    "</h1>",
    "<h2>",
    "<script>",
    "</script>",
    "<!--",
    "-->",
    "<table><tr><td>",
    "<b>",
    "</b>",
    "<a href='/x'>",
    "</a>",
    "<time datetime='2025-03-17T07:40:00Z'>",
    "</time>",
    "<div class='live-update'>",
    "<template>",
];
const SEEDS: [&str; 3] = [
    "<html lang=en><head><title>Harbour bridge opens | Lorn Post</title></head><body><article><h1>Harbour bridge opens</h1><p class=byline>By Ada Fenn</p><p>The council said on Monday that the bridge would open before the winter, and that nobody had asked it to.</p><figure><img src=a.jpg><figcaption>The quay. Photo: Bo Lind</figcaption></figure><p>The ferry sails on until spring, its owner wrote in a letter to the board.</p></article></body></html>",
    "<div class=live-blog><div class=live-update><time datetime='2025-03-17T07:40:00Z'>7.40</time><h3>Bridge opens</h3><p>The council said on Monday that the bridge would open before the winter.</p></div><div class=live-update><time datetime='2025-03-17T07:20:00Z'>7.20</time><h3>Good morning</h3><p>Welcome to our coverage of the day on which it is to open.</p></div></div>",
    "Harbour bridge opens\nThe council said on Monday that the bridge would open before the winter.\n\n\nLorn Post\n6 minutes ago\n- Lorn Post\nFerry sails on\nThe ferry sails on until spring, its owner wrote in a letter to the board, and islanders travel at half the fare until the end of the year, which is more than anybody had asked for in the hall on that long night.\n",
];

fn sentence(choices: &mut Choices<'_>) -> String {
    let count = 1 + choices.below(24);
    let words: Vec<&str> = (0..count).map(|_| choices.pick(&WORDS)).collect();
    words.join(" ") + choices.pick(&[".", ". ", "?", "!", ":", "", "…", "。"])
}

fn sentences(choices: &mut Choices<'_>) -> String {
    let mut text = sentence(choices);
    while choices.once_in(2) {
        text.push(' ');
        match choices.below(8) {
            0 => text.push_str(&format!("<b>{}</b>", sentence(choices))),
            1 => text.push_str(&format!("<a href='/{}'>{}</a>", choices.below(9), sentence(choices))),
            2 => text.push_str("<br>"),
            3 => text.push_str(&format!(
                "<span class='{}'>{}</span>",
                choices.pick(&CLASSES),
                sentence(choices)
            )),
            _ => text.push_str(&sentence(choices)),
        }
    }
    text
}

fn class(choices: &mut Choices<'_>) -> String {
    if choices.once_in(2) { format!(" class='{}'", choices.pick(&CLASSES)) } else { String::new() }
}

/// One thing of a page; containers come open, and what closes them goes onto the stack.
fn piece(page: &mut String, open: &mut Vec<&'static str>, choices: &mut Choices<'_>) {
    match choices.below(20) {
        0..=5 => page.push_str(&format!("<p{}>{}</p>", class(choices), sentences(choices))),
        6..=8 => {
            let name = BLOCKS[choices.below(BLOCKS.len())];
            page.push_str(&format!("<{name}{}>", class(choices)));
            open.push(name);
        }
        9 | 10 => {
            let name = open.pop().unwrap_or("div");
            page.push_str(&format!("</{name}>"));
        }
        11 => {
            let level = 1 + choices.below(4);
            page.push_str(&format!("<h{level}>{}</h{level}>", sentence(choices)));
        }
        12 => page.push_str(&format!("<li>{}", sentences(choices))),
        13 => page.push_str(&format!(
            "<figure><img src=/{}.jpg><figcaption>{}</figcaption></figure>",
            choices.below(9),
            sentence(choices)
        )),
        14 => page.push_str(&format!("<blockquote>{}</blockquote>", sentences(choices))),
        15 => page.push_str(&format!("<tr><td>{}<td>{}", sentence(choices), sentence(choices))),
        16 => {
            let who = choices.pick(&["Ada Fenn", "Reporter", "Bo Lind, mayor of Lorn", "Q", "Why"]);
            page.push_str(&format!("<p><b>{who}:</b> {}</p>", sentences(choices)));
        }
        17 => page.push_str(&format!(
            "<div class=live-update><time datetime='2025-03-17T0{}:40:00Z'>7.40</time><h3>{}</h3><p>{}</p></div>",
            choices.below(10),
            sentence(choices),
            sentences(choices)
        )),
        18 => page.push_str(&format!(
            "<article><span class=source>Lorn Post</span><time>{} hours ago</time><h2><a href=/x>{}</a></h2><p>{}</p><p>{}</p></article>",
            choices.below(30),
            sentence(choices),
            sentences(choices),
            sentences(choices)
        )),
        _ => page.push_str(&sentences(choices)),
    }
}

fn page(choices: &mut Choices<'_>) -> String {
    let mut page = String::from("<html lang=en><head>");
    if choices.once_in(2) {
        page.push_str(&format!("<title>{} | Lorn Post</title>", sentence(choices)));
    }
    while choices.once_in(3) {
        page.push_str(&format!("<script type='application/ld+json'>{}</script>", choices.pick(&DATA)));
    }
    if choices.once_in(3) {
        page.push_str(&format!(
            "<meta property='og:description' content='{}'>",
            sentence(choices).replace('\'', "")
        ));
    }
    page.push_str("</head><body>");
    let mut open = Vec::new();
    while !choices.spent() && page.len() < INPUT_LIMIT {
        piece(&mut page, &mut open, choices);
    }
    while let Some(name) = open.pop() {
        page.push_str(&format!("</{name}>"));
    }
    page
}

fn dumped(choices: &mut Choices<'_>) -> String {
    let mut text = String::new();
    while !choices.spent() && text.len() < INPUT_LIMIT {
        match choices.below(10) {
            0 => text.push('\n'),
            1 => text.push_str(&format!("\n\nLorn Post\n{} minutes ago\n- Lorn Post\n", choices.below(70))),
            2 => text.push_str(&format!("Ada Fenn: {}\n", sentence(choices))),
            3 => text.push_str(&format!(
                "{}\n",
                choices.pick(&["Hashtags", "Comments", "Related Articles", "Photo:"])
            )),
            _ => {
                for _ in 0..1 + choices.below(8) {
                    text.push_str(&sentence(choices));
                    text.push(' ');
                }
                text.push('\n');
            }
        }
    }
    text
}

pub fn input(choices: &mut Choices<'_>) -> Vec<u8> {
    let mut text = match choices.below(8) {
        0 => dumped(choices),
        1 => soup(choices),
        _ => page(choices),
    };
    if choices.once_in(3) {
        text = mutated(&text, &SEEDS, &MARKUP, choices);
    }
    bytes(&text, choices)
}

pub fn holds(bytes: &[u8]) -> Verdict {
    let text = decode(bytes, Some("text/html"));
    let rows = extract(&Page::new(&text));
    let shown = Shown::of(&text);
    every(&rows, text.len())?;
    for row in &rows {
        shown.holds(row)?;
    }
    let rows = dump::extract(&text, Time::Unknown);
    every(&rows, text.len())?;
    let plain = letters(&normal::normalise(&text));
    for paragraph in rows.iter().flat_map(|row| normal::paragraphs(&row.body)) {
        if !plain.contains(&letters(paragraph)) {
            return Err(format!("a paragraph that the dump does not hold: {paragraph:?}"));
        }
    }
    Ok(())
}

/// What holds of all rows, whatever they were found in.
fn every(rows: &[Extracted], bytes: usize) -> Verdict {
    if rows.is_empty() || rows.len() > MOST_ROWS {
        return Err(format!("{} rows", rows.len()));
    }
    let held: usize = rows.iter().map(|row| row.body.len()).sum();
    if held > GROWTH * bytes + 64 {
        return Err(format!("{bytes} bytes became {held} of text"));
    }
    for (part, row) in (0_u32..).zip(rows) {
        if row.part != part {
            return Err(format!("row {part} calls itself part {}", row.part));
        }
        one(row)
            .map_err(|told| format!("part {part}: {told}\nbody: {:?}\nhtml: {:?}", row.body, row.html))?;
    }
    Ok(())
}

fn one(row: &Extracted) -> Verdict {
    harmless(&row.html)?;
    if normal::normalise(&row.body) != row.body {
        return Err("the body is not in the normal form".to_owned());
    }
    // Figures have no part in the body; the marks of notes neither, but other raised words have.
    let text = without(&row.html, "<figure>", "</figure>");
    let in_html = |html: &str| letters(&normal::normalise(&markup::plain(html)));
    let unmarked = in_html(&without(&text, "<sup>", "</sup>"));
    let body = letters(&row.body);
    if !(in_order(&in_html(&text), &body) && in_order(&body, &unmarked)) {
        return Err("body and HTML differ in words or order".to_owned());
    }
    if row.body.is_empty()
        && !matches!(
            row.kind,
            Kind::Empty | Kind::Listing | Kind::Gallery | Kind::Video | Kind::Paywall | Kind::Live
        )
    {
        return Err(format!("no body, and the kind is {}", row.kind.as_str()));
    }
    let at = |start: usize| row.body.chars().skip(start).collect::<String>();
    let count = row.body.chars().count();
    let mut before = 0;
    for section in &row.sections {
        if section.start < before || !at(section.start).starts_with(&section.heading) {
            return Err(format!("no such section: {section:?}"));
        }
        before = section.start;
    }
    let mut before = 0;
    for update in &row.particulars.updates {
        if update.start < before || update.end < update.start || update.end > count {
            return Err(format!("no such update: {update:?}"));
        }
        before = update.end;
    }
    let body = letters(&row.body);
    for turn in &row.turns {
        if !body.contains(&letters(&turn.text)) || !body.contains(&letters(&turn.speaker)) {
            return Err(format!("no such turn: {turn:?}"));
        }
    }
    match row.title.as_deref() {
        Some(title) if title.trim().is_empty() || title.contains('\n') => Err(format!("a title {title:?}")),
        _ => Ok(()),
    }
}

/// HTML without every stretch from one tag to another.
fn without(html: &str, open: &str, close: &str) -> String {
    let mut pieces = html.split(open);
    let first = pieces.next().unwrap_or_default().to_owned();
    pieces.fold(first, |all, piece| all + piece.split_once(close).map_or("", |(_, after)| after))
}

/// Whether a text holds the letters of another in their order.
fn in_order(text: &str, letters: &str) -> bool {
    let mut all = text.chars();
    letters.chars().all(|letter| all.any(|c| c == letter))
}

/// Letters and digits alone: what cleaning may neither add nor put elsewhere.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// What a page shows and states, as a parser of another house reads it.
struct Shown {
    /// All text of the page in its order, where none can be moved or left out in the middle of a sentence.
    strict: Option<String>,
    /// Everything that may be a word of it, in any order.
    loose: String,
}

impl Shown {
    fn of(html: &str) -> Self {
        let mut text = String::new();
        let mut loose = String::new();
        for source in [html, &cap::capped(html).html] {
            let dom = html5ever::parse_document(RcDom::default(), Default::default()).one(source);
            text.clear();
            gather(&dom.document, &mut text);
            loose.push_str(&letters(&normal::normalise(&text)));
            loose.push('\n');
        }
        loose.push_str(&letters(&normal::normalise(html)));
        loose.push('\n');
        loose.push_str(&letters(&normal::normalise(&markup::plain(html))));
        let strict = is_plain(html).then(|| letters(&normal::normalise(&text)));
        Self { strict, loose }
    }

    fn holds(&self, row: &Extracted) -> Verdict {
        for paragraph in normal::paragraphs(&row.body) {
            if self.strict.as_ref().is_some_and(|text| !text.contains(&letters(paragraph))) {
                return Err(format!("a paragraph that the page does not hold: {paragraph:?}"));
            }
            let words = paragraph.split(|c: char| !c.is_alphanumeric());
            if let Some(word) = words.filter(|w| w.chars().count() > 3).find(|w| !self.loose.contains(*w)) {
                return Err(format!("a word that the page does not hold: {word:?} in {paragraph:?}"));
            }
        }
        Ok(())
    }
}

fn gather(document: &Handle, text: &mut String) {
    let mut open = vec![document.clone()];
    while let Some(node) = open.pop() {
        if let NodeData::Text { contents } = &node.data {
            text.push_str(&contents.borrow());
        }
        open.extend(node.children.borrow().iter().rev().cloned());
    }
}

/// Whether a page is made of elements alone that are read as they are written.
fn is_plain(html: &str) -> bool {
    html.split('<').skip(1).all(|tag| {
        let tag = tag.split('>').next().unwrap_or_default();
        let mut words = tag.trim_start_matches('/').split_whitespace();
        let name = words.next().unwrap_or_default();
        let bare = words.next().is_none();
        PLAIN.contains(&name) && (bare || !matches!(name, "b" | "em" | "br"))
    }) && !html.contains('&')
}

#[test]
fn a_body_that_the_page_does_not_hold_is_told() {
    let html = "<html><body><article><h1>Bridge opens</h1><p>The council said on Monday that it would open.</p></article></body></html>";
    let mut row = extract(&Page::new(html)).remove(0);
    let shown = Shown::of(html);
    assert!(shown.strict.is_some() && shown.holds(&row).is_ok() && one(&row).is_ok());
    row.body = row.body.replace("on Monday ", "");
    assert!(one(&row).is_err(), "body and HTML differ");
    assert!(shown.holds(&row).is_err(), "no sentence of the page");
    row.body = row.body.replace("council", "consortium");
    assert!(Shown { strict: None, ..shown }.holds(&row).is_err(), "no word of the page");
}
