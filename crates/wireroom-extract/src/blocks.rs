//! The page's text as a list of blocks in document order: a paragraph, a heading, a list item, a caption.
//! Elements that hints and structure mark as furniture are pruned here, unless too much of the page's prose
//! would go with them. It chooses no article. Start at [`Blocks::of`].

use crate::cards::cards;
use crate::hints::Hints;
use crate::offers::Offers;
use crate::pictures;
use crate::tree::{Name, Tag, Tree, is_inline};
use wireroom_model::Rule;

/// What a block is on the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    Paragraph,
    Heading(u8),
    Item,
    Quote,
    Cell,
    Pre,
    Caption,
    /// Text that stands in no element of its own kind (a bare `div` or `span`).
    Loose,
}

/// One block of text.
#[derive(Debug, Clone)]
pub struct Block {
    /// The element that holds it.
    pub node: usize,
    /// Its first and last text node.
    pub first: usize,
    pub last: usize,
    pub text: String,
    /// Letters and digits; a character of a script without spaces counts three.
    pub letters: usize,
    pub linked: usize,
    pub role: Role,
    /// Everything that the element and its ancestors hint.
    pub hints: Hints,
    /// Pruned: it belongs to no article's text, by this rule.
    pub pruned: Option<Rule>,
    pub in_header: bool,
    pub in_figure: bool,
    pub in_table: bool,
    /// In a box of a picture and little text.
    pub in_picture: bool,
    /// In a box with a button below its text, or a link to an offer.
    pub in_offer: bool,
}

impl Block {
    /// Share of letters inside links.
    pub fn link_share(&self) -> f64 {
        if self.letters == 0 { 0.0 } else { self.linked as f64 / self.letters as f64 }
    }

    pub const fn is_pruned(&self) -> bool {
        self.pruned.is_some()
    }

    pub const fn is_heading(&self) -> bool {
        matches!(self.role, Role::Heading(_))
    }

    /// Ends as a sentence does, in any script.
    pub fn ends_a_sentence(&self) -> bool {
        ends_a_sentence(&self.text)
    }
}

/// True where the last mark of a text is one that ends sentences.
pub fn ends_a_sentence(text: &str) -> bool {
    let end = text.trim_end_matches([
        '"', '\'', '”', '’', '“', '»', '«', ')', ']', '』', '」', '）', '›', '‹', ' ', '*',
    ]);
    end.ends_with(['.', '!', '?', '…', '。', '！', '？', ':', ';', '؟', '۔', '।', '։', '：'])
}

/// Letters and digits, weighing scripts without spaces so that one threshold fits all.
pub fn weigh(text: &str) -> usize {
    text.chars()
        .map(|c| {
            if c.is_ascii() {
                usize::from(c.is_ascii_alphanumeric())
            } else if wireroom_text::words::is_spaceless(c) {
                3
            } else {
                usize::from(c.is_alphanumeric())
            }
        })
        .sum()
}

/// How much of what looks like furniture goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pruning<'n> {
    /// By names and elements.
    Strict,
    /// By elements alone: for pages whose names mislead.
    Lenient,
    /// By names and elements, but never these nodes nor what holds them: for articles in a "related" list.
    Around(&'n [usize]),
}

/// All blocks of a page, and for each node the range of its blocks.
#[derive(Debug, Default, Clone)]
pub struct Blocks {
    pub list: Vec<Block>,
    /// For each node: how many blocks began before it.
    before: Vec<usize>,
    /// Letters of prose in the subtree of each node.
    prose: Vec<usize>,
    /// For each node: the rule by which it is furniture.
    pruned: Vec<Option<Rule>>,
}

impl Blocks {
    /// Reads all blocks of a page.
    pub fn of(tree: &Tree, pruning: Pruning<'_>) -> Self {
        let Survey { prose, letters, has_body } = Survey::of(tree);
        let cards = if pruning == Pruning::Lenient { Vec::new() } else { cards(tree, &prose, &letters) };
        let pictured = pictures::boxes(tree, &letters);
        let offers = Offers::of(tree, &letters);
        let boxes = Boxes { cards: &cards, offers: &offers };
        let pruned = prunings(tree, &prose, boxes, has_body, pruning);
        let mut blocks = Builder {
            tree,
            pruned: &pruned,
            pictured: &pictured,
            offers: &offers,
            prose: &prose,
            out: Self::default(),
            open: None,
        }
        .run();
        blocks.prose = prose;
        blocks.pruned = pruned;
        blocks
    }

    /// The blocks that began inside a node.
    pub fn range(&self, tree: &Tree, node: usize) -> std::ops::Range<usize> {
        let start = self.before.get(node).copied().unwrap_or(0);
        let end = self.before.get(tree.end(node)).copied().unwrap_or(self.list.len());
        start..end.max(start)
    }

    /// Whether a node is furniture, for itself or for what holds it.
    pub fn is_pruned(&self, node: usize) -> bool {
        self.pruned.get(node).copied().flatten().is_some()
    }

    /// The blocks that began in a run of nodes, `end` excluded.
    pub fn between(&self, start: usize, end: usize) -> std::ops::Range<usize> {
        let at = |node: usize| self.before.get(node).copied().unwrap_or(self.list.len());
        at(start)..at(end).max(at(start))
    }

    /// Letters of prose under a node, pruned or not.
    pub fn prose(&self, node: usize) -> usize {
        self.prose.get(node).copied().unwrap_or(0)
    }
}

/// A text node this long outside links counts as prose wherever it stands.
const PROSE_LETTERS: usize = 50;

/// What each subtree holds.
struct Survey {
    /// Letters of prose under each node.
    prose: Vec<usize>,
    /// Letters under each node.
    letters: Vec<usize>,
    /// Whether a node that is hinted to be the text holds a good part of it.
    has_body: bool,
}

impl Survey {
    fn of(tree: &Tree) -> Self {
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
        Self { prose, letters, has_body }
    }
}

/// Boxes told by what they hold.
#[derive(Clone, Copy)]
struct Boxes<'b> {
    cards: &'b [bool],
    offers: &'b Offers,
}

impl Boxes<'_> {
    fn rule(self, at: usize) -> Option<Rule> {
        let card = self.cards.get(at).copied().unwrap_or(false);
        card.then_some(Rule::Card).or_else(|| self.offers.asks(at).then_some(Rule::Offer))
    }
}

/// Which nodes are furniture, for themselves and all they hold.
fn prunings(
    tree: &Tree,
    prose: &[usize],
    boxes: Boxes<'_>,
    has_body: bool,
    pruning: Pruning<'_>,
) -> Vec<Option<Rule>> {
    let total = prose.first().copied().unwrap_or(0).max(1);
    let heading = tree.all(Tag::Heading(1)).next();
    let mut pruned = vec![None; tree.nodes.len()];
    for (at, node) in tree.nodes.iter().enumerate().skip(1) {
        let above: Option<Rule> = pruned.get(node.parent).copied().flatten();
        let share = prose.get(at).copied().unwrap_or(0) * 100 / total;
        let rule = above.or_else(|| {
            furniture(tree, at, pruning)
                .or_else(|| boxes.rule(at))
                .filter(|_| !is_spared(tree, at, share, heading, has_body, pruning))
        });
        if let Some(slot) = pruned.get_mut(at) {
            *slot = rule;
        }
    }
    pruned
}

/// Whether too much would go with a node that looks like furniture: the headline with prose, or most of the prose.
/// `share` is the node's part of the page's prose in hundredths. The limits were set on the development sets.
fn is_spared(
    tree: &Tree,
    at: usize,
    share: usize,
    heading: Option<usize>,
    has_body: bool,
    pruning: Pruning<'_>,
) -> bool {
    let Some(node) = tree.nodes.get(at) else { return false };
    let comments = node.hints.has(Hints::COMMENTS);
    let holds_unit =
        matches!(pruning, Pruning::Around(nodes) if nodes.iter().any(|n| tree.subtree(at).contains(n)));
    let holds_heading = share >= 10 && heading.is_some_and(|h| tree.subtree(at).contains(&h));
    let is_body = node.hints.has(Hints::BODY) && !comments && node.tag != Tag::Furniture && share >= 15;
    let most = if has_body { 60 } else { 45 };
    holds_unit
        || holds_heading
        || is_body
        || matches!(node.tag, Tag::Html | Tag::Body | Tag::Main)
        || (!comments && share >= most)
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

struct Builder<'t> {
    tree: &'t Tree,
    pruned: &'t [Option<Rule>],
    pictured: &'t [bool],
    offers: &'t Offers,
    prose: &'t [usize],
    out: Blocks,
    open: Option<Block>,
}

/// What a node passes down.
#[derive(Clone, Copy, Default)]
struct Context {
    end: usize,
    node: usize,
    role: Option<Role>,
    hints: Hints,
    linked: bool,
    header: bool,
    figure: bool,
    table: bool,
    inline: bool,
}

impl Builder<'_> {
    fn run(mut self) -> Blocks {
        let mut stack: Vec<Context> = Vec::new();
        for at in 0..self.tree.nodes.len() {
            while let Some(context) = stack.last().copied().filter(|c| c.end <= at) {
                if !context.inline {
                    self.flush();
                }
                stack.pop();
            }
            let tag = self.tree.tag(at);
            let above = stack.last().copied().unwrap_or_default();
            if !is_inline(tag) {
                self.flush();
            }
            self.out.before.push(self.out.list.len() + usize::from(self.open.is_some()));
            match tag {
                Tag::Text => self.text(at, above),
                Tag::Br => self.line_break(at),
                _ => {}
            }
            if self.tree.end(at) > at + 1 {
                stack.push(self.enter(at, tag, above));
            }
        }
        self.flush();
        self.out
    }

    fn enter(&self, at: usize, tag: Tag, above: Context) -> Context {
        let mut context = above;
        context.end = self.tree.end(at);
        // Names on an element that holds much of the page ("time-to-read" on a column) tell of its layout.
        let share =
            self.prose.get(at).copied().unwrap_or(0) * 100 / self.prose.first().copied().unwrap_or(0).max(1);
        let own = self.tree.hints(at);
        let own = if share >= 25 && tag != Tag::P { own.only(Hints::BODY) } else { own };
        context.hints = above.hints.with(own);
        context.inline = is_inline(tag);
        context.linked |= tag == Tag::A;
        if !context.inline {
            context.node = at;
        }
        context.role = match (tag, above.role) {
            (Tag::Heading(level), _) => Some(Role::Heading(level)),
            (Tag::Caption, _) => Some(Role::Caption),
            (Tag::Pre, _) => Some(Role::Pre),
            (Tag::Li | Tag::Dd | Tag::Dt, _) => Some(Role::Item),
            (Tag::Quote, _) => Some(Role::Quote),
            (Tag::Cell, _) => Some(Role::Cell),
            (Tag::P, None | Some(Role::Cell)) => Some(Role::Paragraph),
            (_, role) => role,
        };
        context.header |= tag == Tag::Header;
        context.figure |= matches!(tag, Tag::Figure | Tag::Caption);
        context.table |= tag == Tag::Table;
        context
    }

    fn text(&mut self, at: usize, context: Context) {
        let raw = self.tree.text(at);
        let letters = weigh(raw);
        if letters == 0 && self.open.is_none() {
            return;
        }
        // A pruned beginning (a hidden label) does not take the sentence after it along.
        let pruned = self.pruned.get(at).copied().flatten();
        if pruned.is_none() && self.open.as_ref().is_some_and(Block::is_pruned) {
            self.flush();
            if letters == 0 {
                return;
            }
        }
        let block = self.open.get_or_insert_with(|| Block {
            node: context.node,
            first: at,
            last: at,
            text: String::new(),
            letters: 0,
            linked: 0,
            role: context.role.unwrap_or(Role::Loose),
            hints: context.hints,
            pruned,
            in_header: context.header,
            in_figure: context.figure,
            in_table: context.table,
            in_offer: self.offers.invites(at),
            in_picture: self.pictured.get(at).copied().unwrap_or(false),
        });
        if pruned.is_some() && !block.is_pruned() {
            return;
        }
        block.last = at;
        block.letters += letters;
        block.linked += if context.linked { letters } else { 0 };
        for c in raw.chars() {
            if c.is_whitespace() {
                if !block.text.is_empty() && !block.text.ends_with([' ', '\n']) {
                    block.text.push(' ');
                }
            } else {
                block.text.push(c);
            }
        }
    }

    /// One break is a space; two in a row end the paragraph.
    fn line_break(&mut self, at: usize) {
        let Some(block) = &mut self.open else { return };
        if block.text.ends_with('\n') {
            self.flush();
        } else {
            while block.text.ends_with(' ') {
                block.text.pop();
            }
            block.text.push('\n');
            block.last = at;
        }
    }

    fn flush(&mut self) {
        if let Some(mut block) = self.open.take() {
            block.text = block.text.trim().replace('\n', " ");
            // A heading that was never closed holds whole paragraphs.
            let unclosed =
                self.tree.tag(block.node) == Tag::P && block.letters > 60 && block.ends_a_sentence();
            if block.is_heading() && unclosed {
                block.role = Role::Paragraph;
            }
            if block.letters > 0 {
                self.out.list.push(block);
            }
        }
    }
}
