//! The candidates for a page's article: each way of looking at the tree proposes one element, with what speaks for it.
//! They are proposed on one tree and one list of blocks; none knows of another. It weighs nothing: see `judge`.
//! Start at [`propose`].

use crate::blocks::{Block, Blocks, Role};
use crate::choose::{StatedText, WITHIN, Way, joins, worth};
use crate::hints::Hints;
use crate::tree::{Tag, Tree, is_inline};
use std::collections::BTreeMap;
use std::ops::Range;

/// One proposal.
#[derive(Debug, Clone)]
pub struct Candidate {
    pub way: Way,
    pub node: usize,
    /// Its blocks.
    pub range: Range<usize>,
    pub features: Features,
}

/// What speaks for a candidate. Shares run from 0 to 1.
#[derive(Debug, Clone, Copy, Default)]
pub struct Features {
    /// Letters of prose less what its furniture takes away.
    pub worth: f64,
    /// The same against the most of any candidate.
    pub own_share: f64,
    /// The same with what would be let in before it.
    pub share: f64,
    /// Letters of all its blocks.
    pub letters: f64,
    /// Letters of blocks that are prose.
    pub prose: f64,
    /// Agreement with the stated text, both ways; 0 where nothing is stated.
    pub stated: f64,
    /// How much of the prose the other candidates hold too, in the mean, both ways.
    pub agreement: f64,
    /// Its names call it the article's text.
    pub named: bool,
    /// It holds the headline, or begins soon after it.
    pub headed: bool,
    /// It is all of the page.
    pub whole: bool,
}

/// What is added up over blocks.
#[derive(Debug, Clone, Copy, Default)]
struct Sum {
    worth: f64,
    letters: f64,
    prose: f64,
    stated: f64,
    /// Worth of blocks that may stand before the chosen part.
    joins: f64,
}

/// Sums over the page's blocks up to each, so that any range of blocks costs one subtraction.
#[derive(Debug)]
pub struct Sums {
    upto: Vec<Sum>,
    /// Letters of the stated text.
    stated: f64,
    /// The block after the headline.
    opening: Option<usize>,
}

impl Sums {
    pub fn of(blocks: &Blocks, stated: &StatedText, opening: Option<usize>) -> Self {
        let mut sum = Sum::default();
        let mut upto = vec![sum];
        for block in &blocks.list {
            let worth = worth(block);
            sum.worth += worth;
            if !block.is_pruned() {
                let letters = block.letters as f64;
                sum.letters += letters;
                sum.prose += if worth > 0.0 { letters } else { 0.0 };
                sum.joins += if joins(block) { worth.max(0.0) } else { 0.0 };
                let found = stated.is_evidence() && !block.is_heading() && stated.has(&block.text);
                sum.stated += if found { letters } else { 0.0 };
            }
            upto.push(sum);
        }
        Self { upto, stated: stated.letters as f64, opening }
    }

    fn over(&self, range: &Range<usize>) -> Sum {
        let at = |place: usize| self.upto.get(place).copied().unwrap_or_default();
        let (from, to) = (at(range.start), at(range.end));
        Sum {
            worth: to.worth - from.worth,
            letters: to.letters - from.letters,
            prose: to.prose - from.prose,
            stated: to.stated - from.stated,
            joins: to.joins - from.joins,
        }
    }
}

struct Page<'p> {
    tree: &'p Tree,
    blocks: &'p Blocks,
    sums: &'p Sums,
}

impl Page<'_> {
    fn sum(&self, node: usize) -> Sum {
        self.sums.over(&self.blocks.range(self.tree, node))
    }

    fn worth(&self, node: usize) -> f64 {
        self.sum(node).worth
    }
}

/// The proposals for one page; empty where no block is worth anything.
pub fn propose(tree: &Tree, blocks: &Blocks, sums: &Sums) -> Vec<Candidate> {
    let page = Page { tree, blocks, sums };
    let Some(dense) = page.densest() else { return Vec::new() };
    let proposals = [
        (Way::Stated, page.by_statement()),
        (Way::Rules, page.by_name()),
        (Way::Rules, page.by_article()),
        (Way::Readability, page.by_paragraphs()),
        (Way::Density, Some(dense)),
        (Way::Baseline, Some(0)),
    ];
    let mut list: Vec<Candidate> =
        proposals.into_iter().filter_map(|(way, node)| Some(page.candidate(way, node?))).collect();
    let most = |of: fn(&Features) -> f64| list.iter().map(|c| of(&c.features)).fold(1.0, f64::max);
    let (most_worth, most_share) = (most(|f| f.worth), most(|f| f.share));
    for candidate in &mut list {
        candidate.features.own_share = candidate.features.worth / most_worth;
        candidate.features.share /= most_share;
    }
    agree(sums, &mut list);
    list
}

/// What share of the prose of two candidates both hold, in the mean over the others.
fn agree(sums: &Sums, list: &mut [Candidate]) {
    let ranges: Vec<Range<usize>> =
        list.iter().filter(|c| c.way != Way::Baseline).map(|c| c.range.clone()).collect();
    for candidate in list {
        let own = &candidate.range;
        let mut all = 0.0;
        for other in &ranges {
            let both = own.start.max(other.start)..own.end.min(other.end);
            let either = sums.over(own).prose + sums.over(other).prose;
            if both.start < both.end && either > 0.0 {
                all += 2.0 * sums.over(&both).prose / either;
            }
        }
        candidate.features.agreement = all / ranges.len().max(1) as f64;
    }
}

impl Page<'_> {
    fn candidate(&self, way: Way, node: usize) -> Candidate {
        /// A beginning longer than this part of a text is no beginning: the text is elsewhere.
        const BEFORE: f64 = 0.35;
        /// Blocks between a headline and its text: byline, date, tools.
        const SOON: usize = 20;
        let range = self.blocks.range(self.tree, node);
        let sum = self.sums.over(&range);
        let stated = if self.sums.stated > 0.0 && sum.letters > 0.0 {
            2.0 * sum.stated / (self.sums.stated.max(sum.stated) + sum.letters)
        } else {
            0.0
        };
        let before = match self.sums.opening {
            Some(from) if from <= range.start && from + WITHIN >= range.start => {
                self.sums.over(&(from..range.start)).joins
            }
            _ => 0.0,
        };
        let headed = self
            .sums
            .opening
            .is_some_and(|from| range.contains(&from) || (from <= range.start && range.start <= from + SOON));
        let features = Features {
            worth: sum.worth,
            own_share: 0.0,
            share: sum.worth + before.min(sum.worth * BEFORE),
            letters: sum.letters,
            prose: sum.prose,
            stated,
            agreement: 0.0,
            named: self.tree.hints(node).has(Hints::BODY),
            headed,
            whole: way == Way::Baseline,
        };
        Candidate { way, node, range, features }
    }

    /// The subtree with the largest sum, narrowed while one child keeps nearly all of it.
    fn densest(&self) -> Option<usize> {
        const KEEPS: f64 = 0.88;
        let mut best: Option<(usize, f64)> = None;
        for (at, node) in self.tree.nodes.iter().enumerate() {
            if !is_inline(node.tag) {
                let worth = self.worth(at);
                if worth > best.map_or(0.0, |b| b.1) {
                    best = Some((at, worth));
                }
            }
        }
        let (mut node, mut worth) = best?;
        while let Some((child, inner)) = self
            .tree
            .children(node)
            .filter(|&c| !matches!(self.tree.tag(c), Tag::P | Tag::Text))
            .map(|c| (c, self.worth(c)))
            .max_by(|a, b| a.1.total_cmp(&b.1))
            .filter(|(_, inner)| *inner >= KEEPS * worth)
        {
            (node, worth) = (child, inner);
        }
        Some(node)
    }

    /// The outermost element that its names call the article's text.
    fn by_name(&self) -> Option<usize> {
        let mut best: Option<(usize, f64)> = None;
        for (at, node) in self.tree.nodes.iter().enumerate() {
            if !node.hints.has(Hints::BODY) || node.hints.has(Hints::COMMENTS) || is_inline(node.tag) {
                continue;
            }
            let worth = self.worth(at);
            let inside = best.is_some_and(|(b, _)| self.tree.subtree(b).contains(&at));
            let better = best.is_none_or(|(_, b)| if inside { worth > b } else { worth > b * 1.1 });
            if worth > 0.0 && better {
                best = Some((at, worth));
            }
        }
        best.map(|(at, _)| at)
    }

    /// The `article` with the most prose.
    fn by_article(&self) -> Option<usize> {
        let mut best: Option<(usize, f64)> = None;
        for at in self.tree.all(Tag::Article) {
            let worth = self.worth(at);
            if worth > best.map_or(0.0, |b| b.1) {
                best = Some((at, worth));
            }
        }
        best.map(|(at, _)| at)
    }

    /// The element whose own paragraphs score best: each paragraph scores for what holds it, and half for what
    /// holds that, by its letters, less what is linked.
    fn by_paragraphs(&self) -> Option<usize> {
        let mut scores: BTreeMap<usize, f64> = BTreeMap::new();
        for block in self.blocks.list.iter().filter(|b| is_paragraph(b)) {
            let score = (block.letters.saturating_sub(2 * block.linked)) as f64;
            let mut holder = block.node;
            if block.role != Role::Loose {
                holder = self.tree.parent(holder);
            }
            *scores.entry(holder).or_default() += score;
            *scores.entry(self.tree.parent(holder)).or_default() += score / 2.0;
        }
        let mut best: Option<(usize, f64)> = None;
        for (node, score) in scores {
            if score > best.map_or(0.0, |b| b.1) {
                best = Some((node, score));
            }
        }
        best.map(|(node, _)| node)
    }

    /// The smallest subtree that holds nearly all the blocks that stand in the stated text.
    fn by_statement(&self) -> Option<usize> {
        const HOLDS: f64 = 0.9;
        /// Least part of the stated text that the page must show for this.
        const SHOWN: f64 = 0.55;
        let total = self.sum(0).stated;
        if total <= 0.0 || total < self.sums.stated * SHOWN {
            return None;
        }
        let mut node = 0;
        while let Some(child) = self.tree.children(node).find(|&c| self.sum(c).stated >= total * HOLDS) {
            if matches!(self.tree.tag(child), Tag::P | Tag::Text) {
                break;
            }
            node = child;
        }
        Some(node)
    }
}

fn is_paragraph(block: &Block) -> bool {
    const SHORTEST: usize = 25;
    !block.is_pruned()
        && block.letters >= SHORTEST
        && !block.in_figure
        && matches!(block.role, Role::Paragraph | Role::Loose | Role::Pre | Role::Quote)
}
