//! The article's HTML from its paragraphs: lists, quotations and tables are opened and closed around them as on the
//! page. It writes what it is given, in order, and refuses to sanitise: that is `markup::sanitise`'s work.
//! Start at [`html`].

use super::Paragraph;
use crate::blocks::Role;
use crate::tree::{Name, Tag, Tree};
use std::collections::BTreeMap;

/// Deepest nesting of lists and quotations that is written; the sanitiser unwraps what stands deeper than 48.
const MAX_HOLDERS: usize = 20;

/// An element around paragraphs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holder {
    /// Paragraphs with the same node stand in the same element.
    pub node: usize,
    pub what: What,
    pub open: String,
    pub close: String,
}

/// What a holder is, as far as writing needs it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    List,
    Item,
    Other,
}

impl Holder {
    pub fn new(node: usize, what: What, open: &str, close: &str) -> Self {
        Self { node, what, open: open.to_owned(), close: close.to_owned() }
    }
}

/// Text made safe inside HTML.
pub fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// Text made safe inside an attribute.
pub fn attribute(text: &str) -> String {
    escape(text).replace('"', "&quot;")
}

/// The lists and quotations around a node, outermost first, as far as `root`. Tables that lay out the page are none.
pub fn holders(tree: &Tree, root: usize, node: usize) -> Vec<Holder> {
    let mut found: Vec<Holder> = Vec::new();
    let mut at = node;
    let range = tree.subtree(root);
    while at > root && range.contains(&at) && found.len() < MAX_HOLDERS {
        found.extend(holder(tree, at));
        at = tree.parent(at);
    }
    found.reverse();
    // An item without its list, as careless pages print it, gets one.
    let mut out: Vec<Holder> = Vec::new();
    for holder in found {
        if holder.what == What::Item && out.last().is_none_or(|last| last.what != What::List) {
            let (open, close) = if holder.open == "<li>" { ("<ul>", "</ul>") } else { ("<dl>", "</dl>") };
            out.push(Holder::new(tree.parent(holder.node), What::List, open, close));
        }
        out.push(holder);
    }
    out
}

fn holder(tree: &Tree, at: usize) -> Option<Holder> {
    let new = |what, open: &str, close: &str| Some(Holder::new(at, what, open, close));
    match tree.tag(at) {
        Tag::Ul => new(What::List, "<ul>", "</ul>"),
        Tag::Ol => {
            let start = tree.attribute(at, Name::Start).filter(|s| s.chars().all(|c| c.is_ascii_digit()));
            let open =
                start.map_or_else(|| "<ol>".to_owned(), |s| format!("<ol start=\"{}\">", attribute(s)));
            new(What::List, &open, "</ol>")
        }
        Tag::Dl => new(What::List, "<dl>", "</dl>"),
        Tag::Li => new(What::Item, "<li>", "</li>"),
        Tag::Dt => new(What::Item, "<dt>", "</dt>"),
        Tag::Dd => new(What::Item, "<dd>", "</dd>"),
        Tag::Quote => {
            let cite = tree.attribute(at, Name::Cite).filter(|cite| cite.starts_with("http"));
            let open = cite.map_or_else(
                || "<blockquote>".to_owned(),
                |cite| format!("<blockquote cite=\"{}\">", attribute(cite)),
            );
            new(What::Other, &open, "</blockquote>")
        }
        _ => None,
    }
}

/// Paragraphs as HTML.
pub fn html(paragraphs: &[&Paragraph]) -> String {
    let mut inside: BTreeMap<usize, usize> = BTreeMap::new();
    for paragraph in paragraphs {
        if let Some(last) = paragraph.within.last() {
            *inside.entry(last.node).or_default() += 1;
        }
    }
    let mut html = String::new();
    let mut open: Vec<&Holder> = Vec::new();
    for paragraph in paragraphs {
        let same = open.iter().zip(&paragraph.within).take_while(|(a, b)| ***a == **b).count();
        while open.len() > same {
            html.push_str(open.pop().map_or("", |holder| &holder.close));
        }
        for holder in paragraph.within.iter().skip(same) {
            html.push_str(&holder.open);
            open.push(holder);
        }
        let alone = paragraph
            .within
            .last()
            .is_some_and(|last| last.what == What::Item && inside.get(&last.node) == Some(&1));
        write(paragraph, alone, &mut html);
    }
    while let Some(holder) = open.pop() {
        html.push_str(&holder.close);
    }
    html
}

fn write(paragraph: &Paragraph, alone: bool, html: &mut String) {
    let straight_in_list = paragraph.within.last().is_some_and(|last| last.what == What::List);
    let (open, close) = match paragraph.role {
        Role::Figure => ("", ""),
        Role::Heading(1 | 2) => ("<h2>", "</h2>"),
        Role::Heading(3) => ("<h3>", "</h3>"),
        Role::Heading(_) => ("<h4>", "</h4>"),
        Role::Pre => ("<pre>", "</pre>"),
        Role::Row => ("<tr>", "</tr>"),
        Role::TableTitle => ("<caption>", "</caption>"),
        _ if straight_in_list => ("<li>", "</li>"),
        _ if alone => ("", ""),
        _ => ("<p>", "</p>"),
    };
    html.push_str(open);
    html.push_str(&paragraph.html);
    html.push_str(close);
}
