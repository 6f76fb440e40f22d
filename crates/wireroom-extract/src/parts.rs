//! Several articles on one page: units with a headline and a text of their own, beside the page's article or
//! instead of it. A unit is told by its form alone: its own element, heading, and enough prose.
//! It refuses teasers, comments and the sections of one article. Start at [`units`].

use crate::blocks::Blocks;
use crate::hints::Hints;
use crate::tree::{Name, Tag, Tree};

/// Fewest letters of prose in a unit: more than the longest teaser.
pub const MIN_PROSE: usize = 350;
/// Most units of one page.
pub const MAX_UNITS: usize = 200;
/// Longest outlet name, in characters.
const MAX_OUTLET: usize = 60;

/// Most lines around a unit's headline that may state its time.
const MAX_LINES: usize = 24;

/// One article's element and its headline's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unit {
    pub node: usize,
    pub heading: usize,
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
        if is_article(tree, at)
            && blocks.prose(at) >= MIN_PROSE
            && let Some(heading) = heading(tree, at)
        {
            found.push(Unit { node: at, heading });
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

/// The outlet and the words of time that a unit states near its headline.
pub fn credits(tree: &Tree, unit: Unit) -> (Option<String>, Vec<String>) {
    let mut outlet = None;
    let mut times = Vec::new();
    let text = first_text(tree, unit);
    for at in tree.subtree(unit.node) {
        let before_text = at < text;
        if tree.tag(at) == Tag::Time {
            times.extend(tree.attribute(at, Name::Datetime).map(str::to_owned));
            times.push(tree.line(at, 80));
            continue;
        }
        if !before_text || times.len() >= MAX_LINES {
            continue;
        }
        if outlet.is_none() && names_outlet(tree, at) {
            let line = tree.line(at, MAX_OUTLET + 1);
            if !line.is_empty() && line.chars().count() <= MAX_OUTLET {
                outlet = Some(line);
            }
        }
        if tree.tag(at) == Tag::Text || tree.hints(at).has(Hints::DATE) {
            let line = tree.line(at, 80);
            if line.chars().count() <= 60 {
                times.push(line);
            }
        }
    }
    (outlet, times)
}

/// The node at which the unit's prose begins.
fn first_text(tree: &Tree, unit: Unit) -> usize {
    tree.subtree(unit.node)
        .find(|at| *at > unit.heading && tree.tag(*at) == Tag::Text && tree.text(*at).chars().count() >= 120)
        .unwrap_or_else(|| tree.end(unit.node))
}

/// Elements whose own names say that they hold the source of a text.
fn names_outlet(tree: &Tree, at: usize) -> bool {
    let marked = tree.attribute(at, Name::Itemprop).is_some_and(|p| {
        p.split_whitespace().any(|p| matches!(p, "publisher" | "sourceOrganization" | "provider"))
    });
    marked || tree.hints(at).has(Hints::OUTLET)
}
