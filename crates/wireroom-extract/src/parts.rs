//! Several articles on one page: units with a headline and a text of their own, beside the page's article or
//! instead of it. A unit is told by its form alone: its own element, heading, and enough prose.
//! It refuses teasers, comments and the sections of one article. Start at [`units`].

use crate::blocks::Blocks;
use crate::hints::Hints;
use crate::tree::{Name, Tag, Tree};
use std::ops::Range;

/// Fewest letters of prose in a unit: more than the longest teaser.
pub const MIN_PROSE: usize = 350;
/// Most units of one page.
pub const MAX_UNITS: usize = 200;

/// One article's nodes and its headline's: an element, or neighbours of which one holds the headline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unit {
    /// The first node.
    pub node: usize,
    /// One past the last.
    pub end: usize,
    pub heading: usize,
    /// Letters of its prose.
    pub prose: usize,
    /// Found by the source and day that it states, not by its element's name.
    pub stated: bool,
}

impl Unit {
    /// The blocks that began in it.
    pub fn blocks(self, blocks: &Blocks) -> Range<usize> {
        blocks.between(self.node, self.end)
    }

    /// Whether a node stands in it.
    pub const fn holds(self, at: usize) -> bool {
        self.node <= at && at < self.end
    }
}

/// The units of a page in order, none inside another.
pub fn units(tree: &Tree, blocks: &Blocks) -> Vec<Unit> {
    let mut found: Vec<Unit> = Vec::new();
    let mut left_out: Option<usize> = None;
    for (at, node) in tree.nodes.iter().enumerate() {
        if left_out.is_some_and(|end| at < end) {
            continue;
        }
        if node.hints.has(Hints::COMMENTS) {
            left_out = Some(node.end);
            continue;
        }
        let prose = blocks.prose(at);
        if is_article(tree, at)
            && prose >= MIN_PROSE
            && let Some(heading) = heading(tree, at)
        {
            found.push(Unit { node: at, end: tree.end(at), heading, prose, stated: false });
        }
        if found.len() >= MAX_UNITS {
            break;
        }
    }
    innermost(tree, &found)
}

fn is_article(tree: &Tree, at: usize) -> bool {
    tree.tag(at) == Tag::Article
        || tree
            .attribute(at, Name::Itemtype)
            .is_some_and(|t| t.contains("Article") || t.contains("BlogPosting"))
}

/// The first heading of a unit, where it stands before the unit's text.
fn heading(tree: &Tree, unit: usize) -> Option<usize> {
    tree.subtree(unit)
        .take_while(|at| tree.tag(*at) != Tag::P || tree.line(*at, 300).chars().count() < 200)
        .find(|at| matches!(tree.tag(*at), Tag::Heading(1..=4)) && tree.line(*at, 300).chars().count() >= 8)
}

/// An element around several units is a list; one around a single unit with the same heading is its frame.
fn innermost(tree: &Tree, found: &[Unit]) -> Vec<Unit> {
    let inside = |outer: &Unit| {
        found.iter().filter(|u| u.node != outer.node && tree.subtree(outer.node).contains(&u.node)).count()
    };
    let lists: Vec<Unit> = found.iter().copied().filter(|u| inside(u) < 2).collect();
    let mut kept: Vec<Unit> = Vec::new();
    for unit in lists {
        if kept.last().is_none_or(|last| !tree.subtree(last.node).contains(&unit.node)) {
            kept.push(unit);
        }
    }
    kept
}
