//! The account of a page's own article: which proposals there were, what is not in the body and why, and which
//! places of the page state each fact. Told after the fact, from what the other modules left; it changes no row.
//! Start at [`Told::explained`].

use crate::blocks::{Block, Blocks};
use crate::choose::fold;
use crate::chosen::Applied;
use crate::clean::Kept;
use crate::facts::Facts;
use crate::site::{BlockId, PageBlocks};
use crate::structured::{Item, Stated};
use crate::tree::{Name, Tag, Tree};
use std::collections::BTreeMap;
use wireroom_model::{Candidate, Dropped, Explained, Extracted, FactFrom, PublishedFrom, Rule, Time};
use wireroom_text::markup;

/// Most blocks of a page that are told.
const MAX_BLOCKS: usize = 4_000;
/// Most elements of a selector.
const MAX_STEPS: usize = 4;

/// What the reading of a page left behind.
#[derive(Debug, Clone, Copy)]
pub struct Told<'t> {
    pub tree: &'t Tree,
    pub stated: &'t Stated,
    pub facts: &'t Facts,
    pub blocks: &'t Blocks,
    pub kept: &'t Kept,
    pub row: &'t Extracted,
}

impl Told<'_> {
    /// The whole account.
    pub fn explained(&self, candidates: Vec<Candidate>) -> Explained {
        Explained { candidates, facts: self.facts_from(), dropped: self.dropped(), notes: Vec::new() }
    }

    /// The blocks that are not in the body, in page order.
    fn dropped(&self) -> Vec<Dropped> {
        let mut fates: BTreeMap<usize, Option<Rule>> =
            self.kept.dropped.iter().map(|(at, rule)| (*at, Some(*rule))).collect();
        fates.extend(self.kept.captions.iter().map(|at| (*at, Some(Rule::Caption))));
        fates.extend(self.kept.blocks.iter().map(|at| (*at, None)));
        let all = self.blocks.list.iter().enumerate();
        all.filter_map(|(at, block)| {
            let rule = match fates.get(&at) {
                Some(fate) => (*fate)?,
                None => block.pruned.unwrap_or(Rule::Outside),
            };
            Some(Dropped { rule, path: path(self.tree, self.blamed(block)), text: shortened(&block.text) })
        })
        .take(MAX_BLOCKS)
        .collect()
    }

    /// The outermost element that was pruned, where one was: its names are what the rule read.
    fn blamed(&self, block: &Block) -> usize {
        let mut at = block.node;
        for _ in 0..crate::cap::MAX_DEPTH {
            let above = self.tree.parent(at);
            if above == at || !self.blocks.is_pruned(above) {
                break;
            }
            at = above;
        }
        at
    }

    fn facts_from(&self) -> Vec<FactFrom> {
        let row = self.row;
        let fact = |fact: &str, value: &str, from: Vec<String>| FactFrom {
            fact: fact.to_owned(),
            value: value.to_owned(),
            from,
        };
        let time = |time: Time| match time {
            Time::At(when) => when.to_string(),
            Time::Unknown => String::new(),
        };
        let published = match row.published_from {
            PublishedFrom::Unknown => Vec::new(),
            from => vec![from.as_str().to_owned()],
        };
        vec![
            fact("title", row.title.as_deref().unwrap_or(""), self.of_title()),
            fact("authors", &row.authors.join("; "), self.of_authors()),
            fact("published", &time(row.published), published),
            fact("updated", &time(row.updated), Vec::new()),
            fact("outlet", row.outlet.as_deref().unwrap_or(""), self.of_outlet()),
            fact("address", row.url.as_deref().unwrap_or(""), Vec::new()),
            fact("language", row.lang.as_str(), Vec::new()),
        ]
    }

    /// Every place that states the title as it was taken, or with more around it.
    fn of_title(&self) -> Vec<String> {
        let title = fold(self.row.title.as_deref().unwrap_or(""));
        if title.is_empty() {
            return Vec::new();
        }
        let mut found = Vec::new();
        let mut add = |place: &str, text: &str| {
            let text = fold(&markup::line(text));
            if text == title {
                found.push(place.to_owned());
            } else if text.contains(&title) {
                found.push(format!("{place} (with more)"));
            }
        };
        for at in self.tree.all(Tag::Heading(1)).take(4) {
            add("h1", &self.tree.line(at, 400));
        }
        for name in ["og:title", "twitter:title"] {
            add(name, self.stated.meta(&[name]).unwrap_or(""));
        }
        add("structured headline", &self.facts.item.headline);
        if let Some(at) = self.tree.all(Tag::Title).next() {
            add("title element", &self.tree.line(at, 400));
        }
        found.dedup();
        found
    }

    /// Every place that states one of the authors.
    fn of_authors(&self) -> Vec<String> {
        let names: Vec<String> = self.row.authors.iter().map(|a| fold(a)).filter(|a| !a.is_empty()).collect();
        let says = |text: &str| {
            let text = fold(text);
            names.iter().any(|n| text.contains(n.as_str()))
        };
        let mut found = Vec::new();
        let items: &[Item] = &self.stated.items;
        if items.iter().flat_map(|i| &i.authors).any(|a| says(a)) {
            found.push("structured author".to_owned());
        }
        for name in ["author", "article:author", "dc.creator", "parsely-author", "sailthru.author", "byl"] {
            if self.stated.meta(&[name]).is_some_and(says) {
                found.push(format!("meta {name}"));
            }
        }
        let shown = self.blocks.list.iter().find(|b| b.letters < 300 && says(&b.text));
        found.extend(shown.map(|b| format!("shown at {}", path(self.tree, b.node))));
        found
    }

    fn of_outlet(&self) -> Vec<String> {
        let outlet = fold(self.row.outlet.as_deref().unwrap_or(""));
        let says = |text: &str| !outlet.is_empty() && fold(text) == outlet;
        let mut found = Vec::new();
        for name in ["og:site_name", "application-name", "publisher"] {
            if self.stated.meta(&[name]).is_some_and(says) {
                found.push(name.to_owned());
            }
        }
        if self.stated.items.iter().any(|i| says(&i.publisher)) {
            found.push("structured publisher".to_owned());
        }
        if says(&self.stated.site) {
            found.push("structured site".to_owned());
        }
        found
    }
}

/// Adds what was put to use from outside the page: what its site's override and what was learnt of the site left out.
pub fn of_site(asked: &mut Explained, page: &PageBlocks, left_out: &[BlockId], applied: Option<&Applied>) {
    let of_override = applied.into_iter().flat_map(|applied| &applied.dropped);
    asked.dropped.extend(of_override.map(|(selector, text)| Dropped {
        rule: Rule::Override,
        path: selector.clone(),
        text: shortened(text),
    }));
    let boxes = page.blocks.iter().filter(|block| left_out.contains(&block.id));
    asked.dropped.extend(boxes.map(|block| Dropped {
        rule: Rule::LearntOfSite,
        path: String::new(),
        text: shortened(&block.sample),
    }));
    if let Some(applied) = applied {
        asked.notes.push(format!("read with the override {}", applied.file));
        asked.notes.extend(applied.notices());
    }
    if !left_out.is_empty() {
        asked.notes.push(format!("{} left out for what is known of {}", left_out.len(), page.site));
    }
}

/// An element as a selector: its names and those of the elements around it, the nearest few.
pub fn path(tree: &Tree, node: usize) -> String {
    let mut steps = Vec::new();
    let mut at = node;
    while steps.len() < MAX_STEPS && at != 0 {
        if let Some(name) = tree.attribute(at, Name::Selector) {
            steps.push(name);
        }
        at = tree.parent(at);
    }
    steps.reverse();
    steps.join(" > ")
}

fn shortened(text: &str) -> String {
    let mut short: String = text.chars().take(Dropped::MAX_CHARS).collect();
    if short.len() < text.len() {
        short.pop();
        short.push('…');
    }
    short
}
