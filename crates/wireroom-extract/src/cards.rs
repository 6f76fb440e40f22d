//! Cards: boxes with a headline that leads elsewhere, and a little text. They advertise other articles, in lists whose
//! names often say nothing, or one by one between the paragraphs.
//! It refuses to call anything with an article's length of prose a card. Start at [`cards`].

use crate::hints::Hints;
use crate::own::Own;
use crate::parts::MIN_PROSE;
use crate::tree::{Name, Tag, Tree, is_inline};

/// Fewest cards of one list.
const IN_A_LIST: usize = 3;
/// Most nodes of a card.
const MAX_NODES: usize = 160;
/// Shortest headline of a card, in letters.
const HEADLINE: usize = 20;

/// Which nodes stand in a card. `prose` and `letters` are those under each node.
pub fn cards(tree: &Tree, prose: &[usize], letters: &[usize]) -> Vec<bool> {
    let form = Form::of(tree, letters);
    let own = Own::of(tree);
    let mut cards = vec![false; tree.nodes.len()];
    let mut alone = vec![false; tree.nodes.len()];
    let mut count = vec![0_usize; tree.nodes.len()];
    for (at, node) in tree.nodes.iter().enumerate().skip(1) {
        let small = !is_inline(node.tag)
            && node.end - at <= MAX_NODES
            && prose.get(at).is_some_and(|p| *p < MIN_PROSE)
            && form.headline.get(at).is_some_and(|letters| *letters >= HEADLINE);
        if !small {
            continue;
        }
        let twice = leads_elsewhere_twice(&own, tree, at, letters);
        if let Some(slot) = alone.get_mut(at) {
            *slot = twice;
        }
        if form.timed.get(at).copied().unwrap_or(false) {
            if let Some(slot) = cards.get_mut(at) {
                *slot = true;
            }
            if let Some(slot) = count.get_mut(node.parent) {
                *slot += 1;
            }
        }
    }
    for (at, node) in tree.nodes.iter().enumerate().skip(1) {
        let above = cards.get(node.parent).copied().unwrap_or(false);
        let listed = cards.get(at).copied().unwrap_or(false)
            && count.get(node.parent).is_some_and(|count| *count >= IN_A_LIST);
        let alone = alone.get(at).copied().unwrap_or(false);
        if let Some(slot) = cards.get_mut(at) {
            *slot = above || listed || alone;
        }
    }
    cards
}

/// A headline and a picture (or another link) that lead to one other page of the same site. What a reader may buy or
/// visit elsewhere is also linked twice: those are sections of the article's own lists.
fn leads_elsewhere_twice(own: &Own, tree: &Tree, at: usize, letters: &[usize]) -> bool {
    let of = |node: &usize| letters.get(*node).copied().unwrap_or(0);
    let links = tree
        .subtree(at)
        .take_while(|node| !matches!(tree.tag(*node), Tag::Heading(1) | Tag::P))
        .filter(|node| tree.tag(*node) == Tag::A);
    let headline = links.max_by_key(of).and_then(|node| tree.attribute(node, Name::Href));
    let Some(href) = headline.map(str::trim).filter(|href| own.is_elsewhere(href)) else { return false };
    let same = |n: &usize| tree.attribute(*n, Name::Href).is_some_and(|h| h.trim() == href);
    tree.subtree(at).filter(same).count() >= 2
        && !tree.subtree(at).any(|n| tree.tag(n) == Tag::Heading(1) || tree.hints(n).has(Hints::LIVE))
}

/// What each subtree holds.
struct Form {
    timed: Vec<bool>,
    /// Letters of the longest link that is a block of its own, not words of a paragraph.
    headline: Vec<usize>,
}

impl Form {
    fn of(tree: &Tree, letters: &[usize]) -> Self {
        let count = tree.nodes.len();
        let mut form = Self { timed: vec![false; count], headline: vec![0; count] };
        for (at, node) in tree.nodes.iter().enumerate().skip(1).rev() {
            let own = letters.get(at).copied().unwrap_or(0);
            let timed = node.tag == Tag::Time || form.timed.get(at).copied().unwrap_or(false);
            if let Some(slot) = form.timed.get_mut(node.parent) {
                *slot |= timed;
            }
            let mut headline = form.headline.get(at).copied().unwrap_or(0);
            if node.tag == Tag::A {
                headline = headline.max(own);
            }
            if node.tag == Tag::P {
                headline = 0;
            }
            if let Some(slot) = form.headline.get_mut(node.parent) {
                *slot = (*slot).max(headline);
            }
        }
        form
    }
}
