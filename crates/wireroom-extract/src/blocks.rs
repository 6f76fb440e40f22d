//! The page's text as a list of blocks in document order: a paragraph, a heading, a list item, a caption.
//! Elements that hints and structure mark as furniture are pruned here, unless too much of the page's prose
//! would go with them. It chooses no article. Start at [`Blocks::of`].

use crate::cards::cards;
use crate::hints::Hints;
use crate::insets::insets;
use crate::notes::{self, Mark};
use crate::offers::Offers;
use crate::pictures;
use crate::posts;
use crate::pruning::{Survey, prunings};
use crate::tables;
use crate::tree::{Tag, Tree, is_inline};
use std::collections::BTreeSet;
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
    /// The title and the rows of a table of data.
    TableTitle,
    Row,
    /// A picture, a frame or a caption between paragraphs: it has no words of the text.
    Figure,
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
    /// The table of data that it stands in.
    pub table: Option<usize>,
    /// The embedded post that it stands in.
    pub post: Option<usize>,
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

/// True where the last mark of a text is one that ends sentences, in any script. Thai, Lao, Khmer and Burmese write
/// none, or none at a paragraph's end: there a text longer than a label ends as one.
pub fn ends_a_sentence(text: &str) -> bool {
    /// A label or a headline has up to 30 characters there, which weigh three each.
    const LABEL: usize = 90;
    let end = text.trim_end_matches([
        '"', '\'', '”', '’', '“', '»', '«', ')', ']', '』', '」', '）', '›', '‹', ' ', '*', '】', '〉', '》',
        '″',
    ]);
    end.ends_with([
        '.', '!', '?', '…', '。', '！', '？', ':', ';', '؟', '۔', '।', '॥', '։', '：', '；', '．', '｡', '⋯',
        '؛', '។', '။', '።', '\u{37e}', '‼', '⁇', '⁈', '⁉',
    ]) || (end.chars().next_back().is_some_and(is_markless) && weigh(text) >= LABEL)
}

/// Scripts whose sentences end with a space, or with nothing.
const fn is_markless(c: char) -> bool {
    matches!(c, '\u{0e00}'..='\u{0eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}')
}

/// Letters and digits, weighing scripts without spaces so that one threshold fits all.
pub fn weigh(text: &str) -> usize {
    text.chars()
        .map(|c| {
            if c < '\u{e00}' {
                // No script before Thai writes without spaces.
                usize::from(wireroom_text::letters::is_letter_or_digit(c))
            } else if wireroom_text::words::is_spaceless(c) {
                3
            } else if matches!(c, '\u{ac00}'..='\u{d7a3}') {
                // A syllable of Hangul is two or three letters.
                2
            } else {
                usize::from(wireroom_text::letters::is_letter_or_digit(c))
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
    /// The embedded posts, by their elements.
    posts: BTreeSet<usize>,
}

impl Blocks {
    /// Reads all blocks of a page.
    pub fn of(tree: &Tree, pruning: Pruning<'_>) -> Self {
        let posts = posts::posts(tree);
        let mut survey = Survey::of(tree, &posts);
        if pruning != Pruning::Lenient {
            survey.cards = cards(tree, &survey.prose, &survey.letters);
            survey.insets = insets(tree, &survey.prose, &survey.letters);
        }
        let pictured = pictures::boxes(tree, &survey.letters);
        let offers = Offers::of(tree, &survey.letters);
        survey.offers = Some(&offers);
        let pruned = prunings(tree, &survey, pruning);
        let mut blocks = Builder {
            tree,
            pruned: &pruned,
            pictured: &pictured,
            offers: &offers,
            prose: &survey.prose,
            tables: tables::data_tables(tree),
            posts: &posts,
            out: Self::default(),
            open: None,
        }
        .run();
        blocks.prose = survey.prose;
        blocks.pruned = pruned;
        blocks.posts = posts;
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

    /// Whether a node is an embedded post.
    pub fn is_post(&self, node: usize) -> bool {
        self.posts.contains(&node)
    }

    /// Letters of prose under a node, pruned or not.
    pub fn prose(&self, node: usize) -> usize {
        self.prose.get(node).copied().unwrap_or(0)
    }
}

struct Builder<'t> {
    tree: &'t Tree,
    pruned: &'t [Option<Rule>],
    pictured: &'t [bool],
    offers: &'t Offers,
    prose: &'t [usize],
    tables: BTreeSet<usize>,
    posts: &'t BTreeSet<usize>,
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
    data: Option<usize>,
    post: Option<usize>,
    mark: Option<Mark>,
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
            (Tag::TableCaption, _) if above.data.is_some() => Some(Role::TableTitle),
            (Tag::Cell | Tag::HeadCell, _) => Some(Role::Cell),
            // A list of articles is a stream of entries, and their paragraphs are no items of it.
            (Tag::Article, Some(Role::Item)) => None,
            (Tag::P, None | Some(Role::Cell)) => Some(Role::Paragraph),
            (_, role) => role,
        };
        context.header |= tag == Tag::Header;
        context.figure |= matches!(tag, Tag::Figure | Tag::Caption);
        context.table |= tag == Tag::Table;
        if self.tables.contains(&at) {
            context.data = Some(at);
        }
        if context.post.is_none() && self.posts.contains(&at) {
            context.post = Some(at);
        }
        if context.mark.is_none() {
            let before = self.open.as_ref().and_then(|block| block.text.chars().next_back());
            context.mark = notes::mark(self.tree, at, before);
            if context.post.is_some() && posts::is_picture_link(self.tree, at) {
                context.mark = Some(Mark::Back);
            }
        }
        context
    }

    fn text(&mut self, at: usize, context: Context) {
        if context.mark.is_some() {
            // A note's mark is no word of the sentence; the HTML keeps it.
            if let Some(block) = self.open.as_mut().filter(|_| context.mark == Some(Mark::Note)) {
                block.last = at;
            }
            return;
        }
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
            table: context.data,
            post: context.post,
        });
        if pruned.is_some() && !block.is_pruned() {
            return;
        }
        block.last = at;
        block.letters += letters;
        block.linked += if context.linked { letters } else { 0 };
        if block.role == Role::Pre {
            block.text.extend(raw.chars().filter(|c| *c != '\r'));
            return;
        }
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
        if block.role == Role::Pre {
            block.text.push('\n');
            block.last = at;
        } else if block.text.ends_with('\n') {
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
            if block.role != Role::Pre {
                block.text = block.text.trim().replace('\n', " ");
            }
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
