//! An override at work on one page: what it drops leaves the document before the tree is built, what it calls the body
//! is marked, and the facts it points at are read. It decides nothing else, and a selector that matches nothing is
//! told, not guessed at. Start at [`Chosen::apply`].

use crate::blocks::Blocks;
use crate::facts::{Credited, Facts, dated_line};
use crate::overrides::Override;
use crate::tree::{Name, Tree};
use dom_query::{Document, Matcher, NodeRef};
use std::ops::Range;
use wireroom_model::PublishedFrom;
use wireroom_text::dates;

/// Most elements that one selector may match.
const MAX_MATCHES: usize = 2_000;
/// Longest fact that is read off an element, in characters.
const MAX_FACT: usize = 400;
/// Most elements that authors are read from.
const MAX_AUTHORS: usize = 24;
/// Most dropped texts that are told, and the most characters of each.
const MAX_TOLD: usize = 100;
const MAX_TEXT: usize = 120;

/// The attribute that marks the body's elements between document and tree. Only meta elements have it of their own.
const MARK: (&str, &str) = ("http-equiv", "wireroom-body");

/// How one selector fared on a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Matched {
    /// "body", "drop", "title", "author" or "date".
    pub key: &'static str,
    pub selector: String,
    /// How many elements it matched.
    pub elements: usize,
}

/// What came of an override on a page.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Applied {
    /// The override's file.
    pub file: String,
    pub matched: Vec<Matched>,
    /// What it dropped: selector and the text's beginning.
    pub dropped: Vec<(String, String)>,
    /// True where nothing was left with it, so that the page was read as if there were none.
    pub set_aside: bool,
}

impl Applied {
    /// True where selectors of a key were tried and none of them matched.
    pub fn missed(&self, key: &str) -> bool {
        let mut tried = self.matched.iter().filter(|m| m.key == key).peekable();
        tried.peek().is_some() && tried.all(|m| m.elements == 0)
    }

    /// What a person should know of it, a sentence each; none where all went well.
    pub fn notices(&self) -> Vec<String> {
        let mut told = Vec::new();
        if self.set_aside {
            told.push(format!("{} left nothing of this page, so it was read without it", self.file));
        }
        for (key, instead) in [
            ("body", "the text was chosen by the usual rules"),
            ("title", "the title is the page's own"),
            ("author", "the authors are the page's own"),
            ("date", "the date is the page's own"),
        ] {
            if self.missed(key) {
                told.push(format!(
                    "no selector of {key} in {} matched anything on this page: {instead}",
                    self.file
                ));
            }
        }
        told
    }
}

/// Facts and marks that an override gave.
#[derive(Debug, Default)]
pub(crate) struct Chosen {
    pub applied: Applied,
    pub title: Option<String>,
    pub authors: Vec<String>,
    /// A date's text, and whether readers see it.
    pub date: Option<(String, bool)>,
}

impl Chosen {
    /// Applies an override to a parsed page. Facts are read before anything is dropped.
    pub fn apply(chosen: &Override, document: &Document) -> Self {
        let mut out =
            Self { applied: Applied { file: chosen.file.clone(), ..Applied::default() }, ..Self::default() };
        let found = out.found("title", &chosen.title, document);
        out.title = found.iter().map(|node| line(node)).find(|text| !text.is_empty());
        let found = out.found("author", &chosen.author, document);
        out.authors =
            found.iter().take(MAX_AUTHORS).map(|node| line(node)).filter(|a| !a.is_empty()).collect();
        let found = out.found("date", &chosen.date, document);
        out.date = found.iter().map(stated).find(|(text, _)| !text.is_empty());
        for node in out.all("drop", &chosen.drop, document) {
            if out.applied.dropped.len() < MAX_TOLD {
                let text = line(&node.1).chars().take(MAX_TEXT).collect();
                out.applied.dropped.push((node.0, text));
            }
            node.1.remove_from_parent();
        }
        for (_, node) in out.all("body", &chosen.body, document) {
            node.set_attr(MARK.0, MARK.1);
        }
        out
    }

    /// Puts the facts that the override gave in the place of the page's own.
    pub fn correct(&self, facts: &mut Facts) {
        facts.title = self.title.clone().or_else(|| facts.title.take());
        let credited = Credited::chosen(&self.authors, &facts.sites);
        if !credited.bylines.is_empty() {
            facts.credited = credited;
        }
        let Some((raw, shown)) = &self.date else { return };
        let told = dates::stated_in(raw, facts.lang).or(dated_line(raw, facts.lang));
        if told.is_known() {
            facts.times.published = told;
            facts.times.from = if *shown { PublishedFrom::Visible } else { PublishedFrom::Stated };
        }
    }

    /// What the first selector of a list that matches something matches.
    fn found<'d>(
        &mut self,
        key: &'static str,
        selectors: &[String],
        document: &'d Document,
    ) -> Vec<NodeRef<'d>> {
        let mut first = Vec::new();
        for selector in selectors {
            let nodes = self.matches(key, selector, document);
            if first.is_empty() {
                first = nodes;
            }
        }
        first
    }

    /// What any selector of a list matches, each with the selector that did.
    fn all<'d>(
        &mut self,
        key: &'static str,
        selectors: &[String],
        document: &'d Document,
    ) -> Vec<(String, NodeRef<'d>)> {
        let mut all = Vec::new();
        for selector in selectors {
            let nodes = self.matches(key, selector, document);
            all.extend(nodes.into_iter().map(|node| (selector.clone(), node)));
        }
        all
    }

    fn matches<'d>(&mut self, key: &'static str, selector: &str, document: &'d Document) -> Vec<NodeRef<'d>> {
        let nodes: Vec<NodeRef<'d>> = Matcher::new(selector).map_or_else(
            |_| Vec::new(),
            |matcher| {
                let found = document.select_matcher(&matcher);
                // Without these there is no page.
                let fits =
                    |node: &&NodeRef<'d>| !["html", "head", "body"].iter().any(|name| node.has_name(name));
                found
                    .nodes()
                    .iter()
                    .filter(|node| key == "body" || fits(node))
                    .take(MAX_MATCHES)
                    .copied()
                    .collect()
            },
        );
        self.applied.matched.push(Matched { key, selector: selector.to_owned(), elements: nodes.len() });
        nodes
    }
}

/// An element's words on one line; a meta element's stand in its `content`.
fn line(node: &NodeRef<'_>) -> String {
    let text = node.attr("content").unwrap_or_else(|| node.text());
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ").chars().take(MAX_FACT).collect()
}

/// An element's date: what it states for programs, else what readers see.
fn stated(node: &NodeRef<'_>) -> (String, bool) {
    match node.attr("datetime").or_else(|| node.attr("content")) {
        Some(told) => (told.trim().chars().take(MAX_FACT).collect(), false),
        None => (line(node), true),
    }
}

/// The body's elements in the tree, the outermost ones, in page order.
pub(crate) fn bodies(tree: &Tree) -> Vec<usize> {
    let mut found: Vec<usize> = Vec::new();
    for at in 0..tree.nodes.len() {
        let inside = found.last().is_some_and(|last| tree.subtree(*last).contains(&at));
        if !inside && tree.attribute(at, Name::HttpEquiv) == Some(MARK.1) {
            found.push(at);
        }
    }
    found
}

/// The smallest element that holds all of them.
pub(crate) fn holder(tree: &Tree, bodies: &[usize]) -> Option<usize> {
    let (first, last) = (*bodies.first()?, *bodies.last()?);
    let mut node = first;
    // A parent stands before its children, so that this ends at the root.
    while !tree.subtree(node).contains(&last) && node > 0 {
        node = tree.parent(node);
    }
    Some(node)
}

/// The blocks of the holder that stand in none of the bodies.
pub(crate) fn gaps(tree: &Tree, blocks: &Blocks, holder: usize, bodies: &[usize]) -> Vec<Range<usize>> {
    let all = blocks.range(tree, holder);
    let mut gaps = Vec::new();
    let mut from = all.start;
    for body in bodies {
        let own = blocks.range(tree, *body);
        if own.start > from {
            gaps.push(from..own.start);
        }
        from = from.max(own.end);
    }
    if from < all.end {
        gaps.push(from..all.end);
    }
    gaps
}
