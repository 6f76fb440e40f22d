//! Which elements of a page are furniture: by their names, by what they are, as cards. Each pruning has a rule.
//! It refuses to prune the headline with its prose, most of the page's prose, and what only looks like furniture
//! (an embedded post in a box named for sharing, notes in a footer). Start at [`prunings`].

use crate::blocks::{Pruning, weigh};
use crate::hints::Hints;
use crate::offers::Offers;
use crate::tree::{Name, Tag, Tree, is_inline};
use std::collections::BTreeSet;
use wireroom_model::Rule;

/// A text node this long outside links counts as prose wherever it stands.
const PROSE_LETTERS: usize = 50;

/// What pruning weighs: what each subtree holds.
#[derive(Debug)]
pub struct Survey<'s> {
    /// Letters of prose under each node.
    pub prose: Vec<usize>,
    /// Letters under each node.
    pub letters: Vec<usize>,
    /// For each node: whether it stands in a card.
    pub cards: Vec<bool>,
    /// Boxes that ask for something.
    pub offers: Option<&'s Offers>,
    /// For each node: whether it stands in an inset.
    pub insets: Vec<bool>,
    posts: &'s BTreeSet<usize>,
    /// Whether a node that is hinted to be the text holds a good part of it.
    has_body: bool,
}

impl<'s> Survey<'s> {
    /// Counts letters; no card is known yet.
    pub fn of(tree: &Tree, posts: &'s BTreeSet<usize>) -> Self {
        let count = tree.nodes.len();
        let mut prose = vec![0_usize; count];
        let mut letters = vec![0_usize; count];
        let mut linked = vec![false; count];
        for (at, node) in tree.nodes.iter().enumerate() {
            let inherited = linked.get(node.parent).copied().unwrap_or(false);
            if let Some(slot) = linked.get_mut(at) {
                *slot = inherited || node.tag == Tag::A;
            }
            if node.tag != Tag::Text {
                continue;
            }
            let own = weigh(tree.text(at));
            if let Some(slot) = letters.get_mut(at) {
                *slot = own;
            }
            if !inherited
                && (own >= PROSE_LETTERS || (own > 0 && tree.tag(node.parent) == Tag::P))
                && let Some(slot) = prose.get_mut(at)
            {
                *slot = own;
            }
        }
        let mut best_body = 0;
        for at in (1..count).rev() {
            let own = prose.get(at).copied().unwrap_or(0);
            let all = letters.get(at).copied().unwrap_or(0);
            let Some(node) = tree.nodes.get(at) else { break };
            if node.hints.has(Hints::BODY) && !node.hints.has(Hints::COMMENTS) {
                best_body = best_body.max(own);
            }
            if let Some(slot) = prose.get_mut(node.parent) {
                *slot += own;
            }
            if let Some(slot) = letters.get_mut(node.parent) {
                *slot += all;
            }
        }
        let has_body = best_body * 4 >= prose.first().copied().unwrap_or(0);
        Self { prose, letters, cards: Vec::new(), offers: None, insets: Vec::new(), posts, has_body }
    }
}

impl Survey<'_> {
    /// The rule of a box that is told by what it holds.
    fn boxed(&self, at: usize) -> Option<Rule> {
        let card = self.cards.get(at).copied().unwrap_or(false);
        let asks = || self.offers.is_some_and(|offers| offers.asks(at));
        let inset = self.insets.get(at).copied().unwrap_or(false);
        card.then_some(Rule::Card)
            .or_else(|| asks().then_some(Rule::Offer))
            .or_else(|| inset.then_some(Rule::FurnitureHeading))
    }
}

/// Which nodes are furniture, for themselves and all they hold.
pub fn prunings(tree: &Tree, survey: &Survey<'_>, pruning: Pruning<'_>) -> Vec<Option<Rule>> {
    let heading = tree.all(Tag::Heading(1)).next();
    let mut pruned = vec![None; tree.nodes.len()];
    for (at, node) in tree.nodes.iter().enumerate().skip(1) {
        let above: Option<Rule> = pruned.get(node.parent).copied().flatten();
        let rule = above.or_else(|| {
            let post = survey.posts.contains(&at).then_some(Rule::Post);
            post.or_else(|| furniture(tree, at, pruning))
                .or_else(|| survey.boxed(at))
                .filter(|rule| *rule == Rule::Post || !is_spared(tree, at, survey, heading, pruning))
        });
        if let Some(slot) = pruned.get_mut(at) {
            *slot = rule;
        }
    }
    pruned
}

/// Whether too much would go with a node that looks like furniture: the headline with prose, most of the prose, an
/// embedded post, the notes. The limits were set on the development sets.
fn is_spared(
    tree: &Tree,
    at: usize,
    survey: &Survey<'_>,
    heading: Option<usize>,
    pruning: Pruning<'_>,
) -> bool {
    let Some(node) = tree.nodes.get(at) else { return false };
    let total = survey.prose.first().copied().unwrap_or(0).max(1);
    let prose = |at: usize| survey.prose.get(at).copied().unwrap_or(0);
    // The node's part of the page's prose, in hundredths.
    let share = prose(at) * 100 / total;
    let comments = node.hints.has(Hints::COMMENTS);
    let holds_unit =
        matches!(pruning, Pruning::Around(nodes) if nodes.iter().any(|n| tree.subtree(at).contains(n)));
    let holds_heading = share >= 10 && heading.is_some_and(|h| tree.subtree(at).contains(&h));
    let is_body = node.hints.has(Hints::BODY) && !comments && node.tag != Tag::Furniture && share >= 15;
    let most = if survey.has_body { 60 } else { 45 };
    holds_unit
        || holds_heading
        || is_body
        || matches!(node.tag, Tag::Html | Tag::Body | Tag::Main)
        || (!comments && share >= most)
        || is_posts_frame(tree, at, survey)
        || (node.hints.has(Hints::NOTES) && matches!(node.tag, Tag::Footer | Tag::Aside))
}

/// A box around an embedded post and nothing else: its names speak of other sites and of sharing.
fn is_posts_frame(tree: &Tree, at: usize, survey: &Survey<'_>) -> bool {
    /// Most letters beside the post.
    const BESIDE: usize = 60;
    let inside = survey.posts.range(tree.subtree(at));
    let held: usize = inside.clone().map(|post| survey.prose.get(*post).copied().unwrap_or(0)).sum();
    inside.count() > 0
        && !matches!(tree.tag(at), Tag::Nav | Tag::Footer | Tag::Form | Tag::Furniture)
        && survey.prose.get(at).copied().unwrap_or(0) <= held + BESIDE
}

/// The rule by which an element is furniture, for itself alone.
fn furniture(tree: &Tree, at: usize, pruning: Pruning<'_>) -> Option<Rule> {
    let node = tree.nodes.get(at)?;
    match node.tag {
        Tag::Form if pruning == Pruning::Lenient => return None,
        Tag::Nav | Tag::Footer | Tag::Aside | Tag::Form | Tag::Furniture | Tag::Button | Tag::Head => {
            return Some(Rule::Element);
        }
        Tag::Text => return None,
        _ => {}
    }
    let hints = node.hints;
    if pruning == Pruning::Lenient {
        return (hints.has(Hints::COMMENTS) && !hints.has(Hints::BODY)).then_some(Rule::Comments);
    }
    if hints.has(Hints::HIDDEN) && node.tag != Tag::P {
        return Some(Rule::Hidden);
    }
    if hints.has(Hints::COMMENTS) {
        return Some(Rule::Comments);
    }
    if hints.has(Hints::JUNK) {
        // A word on an inline element inside a sentence says little ("social", "ad" as editors' styles), and the
        // sentence would lose its words.
        let holder = tree.tag(node.parent);
        let in_sentence =
            is_inline(holder) || matches!(holder, Tag::P | Tag::Li | Tag::Quote | Tag::Heading(_));
        return (!(is_inline(node.tag) && in_sentence)).then_some(Rule::Named);
    }
    let tag = tree.attribute(at, Name::Rel).is_some_and(|rel| rel.split_whitespace().any(|r| r == "tag"));
    tag.then_some(Rule::TagLink)
}
