//! Which part of the page is its article: several candidates on one tree, and a judge between them.
//! What the candidates are stands in `candidates`, how they are weighed in `judge`; no site has a rule.
//! Start at [`choose`].

use crate::blocks::{Block, Blocks, Role};
use crate::candidates::{Sums, propose};
use crate::hints::Hints;
use crate::judge::{self, Weighed};
use crate::places::Places;
use crate::tree::Tree;
use std::cell::{Cell, OnceCell};
use wireroom_text::letters::{is_letter_or_digit, push_lower};

/// Who proposed the chosen text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// The element that its names call the article's text, or the page's own `article`.
    Rules,
    /// The subtree whose prose outweighs its furniture by most.
    Density,
    /// The element whose own paragraphs score best.
    Readability,
    /// The element that holds the stated text.
    Stated,
    /// The stated text itself: the page shows less than it states.
    Data,
    /// All of the page.
    Baseline,
    /// A person, in a site's override: nothing beside it comes in.
    Override,
}

impl Way {
    /// The word that accounts use.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Rules => "rules",
            Self::Density => "density",
            Self::Readability => "readability",
            Self::Stated => "stated",
            Self::Data => "data",
            Self::Baseline => "baseline",
            Self::Override => "override",
        }
    }
}

/// The chosen part of the page.
#[derive(Debug, Clone, Copy)]
pub struct Choice {
    pub node: usize,
    /// The widest proposal around it. What stands there before the text must look like text to be let in.
    pub frame: usize,
    pub way: Way,
    /// Letters of prose in it.
    pub prose: f64,
}

impl Choice {
    /// One element and nothing around it.
    pub const fn at(node: usize, way: Way, prose: f64) -> Self {
        Self { node, frame: node, way, prose }
    }
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
    let mut folded = String::with_capacity(text.len());
    text.chars().filter(|c| is_letter_or_digit(*c)).for_each(|c| push_lower(&mut folded, c));
    folded
}

/// Whether a text, folded, begins with what is folded already.
pub fn fold_begins(text: &str, folded: &str) -> bool {
    let mut letters = text.chars().filter(|c| is_letter_or_digit(*c)).flat_map(char::to_lowercase);
    folded.chars().all(|c| letters.next() == Some(c))
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
        // Lines of code, or of a text set as typed: short, without an end, and no furniture ever stands so.
        Role::Pre => own.max(0.0) * 0.3,
        Role::Paragraph => -6.0,
        _ => -14.0,
    }
}

/// Chooses the part of a page that is its article, `None` where no block is worth anything; and the candidates with
/// their weights, the best first.
pub fn choose(
    tree: &Tree,
    blocks: &Blocks,
    stated: &StatedText,
    heading: Option<usize>,
) -> (Option<Choice>, Vec<Weighed>) {
    let opening = heading.map(|h| blocks.range(tree, h).end);
    let sums = Sums::of(blocks, stated, opening);
    let weighed = judge::weigh(&propose(tree, blocks, &sums));
    let best = weighed.first().map(|best| Choice {
        node: best.node,
        frame: judge::frame(tree, best, &weighed),
        way: best.way,
        prose: best.features.worth,
    });
    (best, weighed)
}

/// The block from which on a standfirst or a first paragraph may stand before the chosen part: the one after the
/// headline, else the first of the widest proposal.
pub fn opening(tree: &Tree, blocks: &Blocks, choice: Choice, heading: Option<usize>) -> usize {
    let start = blocks.range(tree, choice.node).start;
    if choice.way == Way::Override {
        return start;
    }
    let frame = blocks.range(tree, choice.frame).start.min(start);
    let after = heading.map(|h| blocks.range(tree, h).end);
    after.filter(|h| *h <= start && h + WITHIN >= start).unwrap_or(frame)
}

/// Most blocks between the headline and the text: pictures, bylines, tools and the text's beginning.
pub const WITHIN: usize = 60;

/// Whether a block before the chosen part is let in: a sentence of some length and no list of links.
pub fn joins(block: &Block) -> bool {
    const SHORTEST: usize = 40;
    block.letters >= SHORTEST && block.link_share() < 0.25 && block.ends_a_sentence() && !block.is_heading()
}
