//! Which part of the page is its article: several candidates on one tree, and a judge between them.
//! The rules (semantic containers), density (the subtree whose prose outweighs its furniture), the stated text
//! (JSON-LD) and a plain baseline each propose; no site has a rule. Start at [`choose`].

use crate::blocks::{Block, Blocks, Role};
use crate::hints::Hints;
use crate::places::Places;
use crate::tree::{Tag, Tree};
use std::cell::{Cell, OnceCell};

/// Who proposed the chosen text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    Rules,
    Density,
    Stated,
    Baseline,
    /// A person, in a site's override.
    Override,
}

/// The chosen part of the page.
#[derive(Debug, Clone, Copy)]
pub struct Choice {
    pub node: usize,
    pub way: Way,
    /// Letters of prose in it.
    pub prose: f64,
}

/// A text stated as data, folded for comparison.
#[derive(Debug, Default)]
pub struct StatedText {
    folded: String,
    pub letters: usize,
    /// Bytes searched so far. Past a limit an index is made, so that a long page beside a long statement does not
    /// cost their product.
    searched: Cell<usize>,
    places: OnceCell<Places>,
}

/// Shortest block that comparison with a stated text can place.
const PLACEABLE: usize = 12;
const _: () = assert!(PLACEABLE >= crate::places::MIN_KEY, "an index finds what a plain search finds");
/// Shortest stated text that is taken as evidence at all.
const EVIDENCE: usize = 250;

impl StatedText {
    pub fn new(text: &str) -> Self {
        let folded = fold(text);
        Self { letters: crate::blocks::weigh(text), folded, ..Self::default() }
    }

    pub const fn is_evidence(&self) -> bool {
        self.letters >= EVIDENCE
    }

    /// Whether a block's text stands in it: by its beginning or its end, since either may be edited.
    pub fn has(&self, text: &str) -> bool {
        const KEY: usize = 60;
        let folded = fold(text);
        let count = folded.chars().count();
        if count < PLACEABLE {
            return false;
        }
        let head: String = folded.chars().take(KEY).collect();
        let tail: String = folded.chars().skip(count.saturating_sub(KEY)).collect();
        self.holds(&head) || (count > KEY && self.holds(&tail))
    }

    fn holds(&self, key: &str) -> bool {
        /// Few pages of a real site come near it.
        const PLAINLY: usize = 4 * 1024 * 1024;
        if self.searched.get() < PLAINLY {
            self.searched.set(self.searched.get() + self.folded.len());
            return self.folded.contains(key);
        }
        self.places.get_or_init(|| Places::of(&self.folded)).hold(&self.folded, key)
    }
}

/// Letters and digits in lower case, nothing else.
pub fn fold(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// What a block adds to the subtree that holds it: prose counts for it, furniture against it.
pub fn worth(block: &Block) -> f64 {
    if block.is_pruned() || block.role == Role::Caption || block.in_figure || block.hints.has(Hints::CAPTION)
    {
        return 0.0;
    }
    let letters = block.letters as f64;
    let linked = block.linked as f64;
    let share = block.link_share();
    if block.is_heading() {
        return if share > 0.7 { -12.0 } else { 0.0 };
    }
    if block.in_table && letters < 120.0 && share <= 0.5 && !block.ends_a_sentence() {
        // Cells come in hundreds and say little against the text around their table.
        return -0.5;
    }
    if share > 0.5 {
        return -(linked.min(80.0)) - 8.0;
    }
    let sentence = block.ends_a_sentence();
    let own = letters - 2.0 * linked;
    let scale = if block.hints.has(Hints::META) { 0.2 } else { 1.0 };
    match block.role {
        Role::Paragraph | Role::Quote | Role::Pre if sentence && letters >= 20.0 => own * scale,
        Role::Paragraph | Role::Quote | Role::Pre if letters >= 60.0 => own * scale,
        Role::Loose if letters >= 80.0 || (sentence && letters >= 50.0) => own * 0.9 * scale,
        Role::Item if letters >= 80.0 || (sentence && letters >= 40.0) => own * 0.8 * scale,
        Role::Cell if letters >= 120.0 => own * 0.5,
        Role::Paragraph => -6.0,
        _ => -14.0,
    }
}

/// Chooses the part of a page that is its article; `None` where no block is worth anything.
pub fn choose(tree: &Tree, blocks: &Blocks, stated: &StatedText) -> Option<Choice> {
    let mut sums = vec![0.0];
    for block in &blocks.list {
        let last = sums.last().copied().unwrap_or(0.0);
        sums.push(last + worth(block));
    }
    let sum = |node: usize| {
        let range = blocks.range(tree, node);
        let at = |i: usize| sums.get(i).copied().unwrap_or(0.0);
        at(range.end) - at(range.start)
    };
    let density = densest(tree, &sum)?;
    let rules = by_rules(tree, &sum, density.prose);
    let choice = match rules {
        Some(rules) if rules.prose >= 0.7 * density.prose => rules,
        _ => density,
    };
    Some(match by_statement(tree, blocks, stated, &sum) {
        Some(by) if by.prose >= 0.75 * choice.prose || !tree.subtree(choice.node).contains(&by.node) => by,
        _ => choice,
    })
}

/// The subtree with the largest sum, narrowed while one child keeps nearly all of it.
fn densest(tree: &Tree, sum: &impl Fn(usize) -> f64) -> Option<Choice> {
    const KEEPS: f64 = 0.88;
    let mut best: Option<(usize, f64)> = None;
    for (at, node) in tree.nodes.iter().enumerate() {
        if !crate::tree::is_inline(node.tag) {
            let worth = sum(at);
            if worth > best.map_or(0.0, |b| b.1) {
                best = Some((at, worth));
            }
        }
    }
    let (mut node, mut worth) = best?;
    while let Some((child, inner)) = tree
        .children(node)
        .filter(|&c| !matches!(tree.tag(c), Tag::P | Tag::Text))
        .map(|c| (c, sum(c)))
        .max_by(|a, b| a.1.total_cmp(&b.1))
        .filter(|(_, inner)| *inner >= KEEPS * worth)
    {
        (node, worth) = (child, inner);
    }
    Some(Choice { node, way: Way::Density, prose: worth })
}

/// The outermost element that its names call the article's text, else the page's only real `article`.
fn by_rules(tree: &Tree, sum: &impl Fn(usize) -> f64, density: f64) -> Option<Choice> {
    let mut best: Option<Choice> = None;
    for (at, node) in tree.nodes.iter().enumerate() {
        if !node.hints.has(Hints::BODY) || node.hints.has(Hints::COMMENTS) || crate::tree::is_inline(node.tag)
        {
            continue;
        }
        let prose = sum(at);
        let inside = best.is_some_and(|b| tree.subtree(b.node).contains(&at));
        let better = best.is_none_or(|b| if inside { prose > b.prose } else { prose > b.prose * 1.1 });
        if prose > 0.0 && better {
            best = Some(Choice { node: at, way: Way::Rules, prose });
        }
    }
    if best.is_some_and(|b| b.prose >= 0.7 * density) {
        return best;
    }
    let mut articles: Vec<Choice> = tree
        .all(Tag::Article)
        .map(|at| Choice { node: at, way: Way::Rules, prose: sum(at) })
        .filter(|c| c.prose >= 0.7 * density)
        .collect();
    articles.sort_by(|a, b| b.prose.total_cmp(&a.prose));
    articles.into_iter().next()
}

/// The smallest subtree that holds nearly all the blocks that stand in the stated text.
fn by_statement(
    tree: &Tree,
    blocks: &Blocks,
    stated: &StatedText,
    sum: &impl Fn(usize) -> f64,
) -> Option<Choice> {
    const HOLDS: usize = 90;
    if !stated.is_evidence() {
        return None;
    }
    let mut sums = vec![0_usize];
    for block in &blocks.list {
        let last = sums.last().copied().unwrap_or(0);
        let found = !block.is_pruned() && !block.is_heading() && stated.has(&block.text);
        sums.push(last + if found { block.letters } else { 0 });
    }
    let held = |node: usize| {
        let range = blocks.range(tree, node);
        let at = |i: usize| sums.get(i).copied().unwrap_or(0);
        at(range.end).saturating_sub(at(range.start))
    };
    let total = held(0);
    if total * 100 < stated.letters * 55 {
        return None;
    }
    let mut node = 0;
    while let Some(child) = tree.children(node).find(|&c| held(c) * 100 >= total * HOLDS) {
        if matches!(tree.tag(child), Tag::P | Tag::Text) {
            break;
        }
        node = child;
    }
    Some(Choice { node, way: Way::Stated, prose: sum(node) })
}
