//! Cards: neighbours of one form, each with a headline that leads elsewhere, a time and a little text. They advertise
//! other articles and stand in lists whose names often say nothing.
//! It refuses to call anything with an article's length of prose a card. Start at [`cards`].

use crate::parts::MIN_PROSE;
use crate::tree::{Tag, Tree, is_inline};

/// Fewest cards of one list.
const IN_A_LIST: usize = 3;
/// Most nodes of a card.
const MAX_NODES: usize = 160;
/// Shortest headline of a card, in letters.
const HEADLINE: usize = 20;

/// Which nodes stand in a card. `prose` and `letters` are those under each node.
pub fn cards(tree: &Tree, prose: &[usize], letters: &[usize]) -> Vec<bool> {
    let form = Form::of(tree, letters);
    let mut cards = vec![false; tree.nodes.len()];
    let mut count = vec![0_usize; tree.nodes.len()];
    for (at, node) in tree.nodes.iter().enumerate().skip(1) {
        let is_card = !is_inline(node.tag)
            && node.end - at <= MAX_NODES
            && prose.get(at).is_some_and(|p| *p < MIN_PROSE)
            && form.timed.get(at).copied().unwrap_or(false)
            && form.headline.get(at).is_some_and(|letters| *letters >= HEADLINE);
        if is_card {
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
        if let Some(slot) = cards.get_mut(at) {
            *slot = above || *slot && count.get(node.parent).is_some_and(|count| *count >= IN_A_LIST);
        }
    }
    cards
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
