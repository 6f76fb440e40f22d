//! The inside of a paragraph as HTML: links and emphasis of the page's own nodes, and how much of its beginning is bold.
//! It refuses words that the paragraph's text lacks, marks of notes aside. Start at [`inline`].

use super::html::{attribute, escape};
use crate::blocks::{Block, Blocks, Role, weigh};
use crate::notes::{Mark, mark};
use crate::posts;
use crate::tree::{Name, Tag, Tree};

/// Deepest nesting of inline elements that is written out.
const MAX_INLINE: usize = 16;

/// A paragraph's inside.
#[derive(Debug, Default)]
pub struct Inline {
    /// `None` where nodes and text disagree (a part was left out).
    pub html: Option<String>,
    /// Letters at its beginning that are set bold.
    pub bold: usize,
}

struct Pass<'t> {
    tree: &'t Tree,
    html: String,
    plain: String,
    open: Vec<(usize, &'static str)>,
    bold: usize,
    /// Everything so far was bold.
    still_bold: bool,
}

/// The elements between a block's own and its first text, outermost first: what stands before the text and beside it
/// is none of the block's.
pub fn around(tree: &Tree, block: &Block) -> Vec<usize> {
    let mut around: Vec<usize> = Vec::new();
    let mut above = tree.parent(block.first);
    while above > block.node && around.len() < crate::cap::MAX_DEPTH {
        around.push(above);
        above = tree.parent(above);
    }
    around.reverse();
    around
}

/// The block's own nodes with links and emphasis kept.
pub fn inline(tree: &Tree, blocks: &Blocks, block: &Block) -> Inline {
    let mut pass =
        Pass { tree, html: String::new(), plain: String::new(), open: Vec::new(), bold: 0, still_bold: true };
    for above in around(tree, block) {
        pass.node(above, block);
    }
    let mut at = block.first;
    while at <= block.last {
        pass.close_before(at);
        let is_text = tree.tag(at) == Tag::Text;
        if is_text && blocks.is_pruned(at) != block.is_pruned() {
            at += 1;
            continue;
        }
        let before = pass.plain.chars().next_back();
        let marked = if block.post.is_some() && posts::is_picture_link(tree, at) {
            Some(Mark::Back)
        } else {
            mark(tree, at, before)
        };
        match marked {
            Some(mark) => {
                if mark == Mark::Note {
                    pass.note(at);
                }
                at = tree.end(at).max(at + 1);
            }
            None => {
                pass.node(at, block);
                at += 1;
            }
        }
    }
    pass.close_before(usize::MAX);
    let letters = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    let same = letters(&pass.plain) == letters(&block.text);
    Inline { html: same.then_some(pass.html), bold: pass.bold }
}

impl Pass<'_> {
    fn node(&mut self, at: usize, block: &Block) {
        match self.tree.tag(at) {
            Tag::Text => {
                let text = self.tree.text(at);
                let strong = self.open.iter().any(|(_, tag)| *tag == "strong");
                let letters = weigh(text);
                self.still_bold &= strong || letters == 0;
                self.bold += if self.still_bold { letters } else { 0 };
                self.plain.push_str(text);
                self.html.push_str(&escape(text));
            }
            Tag::Br if at > block.first => {
                self.plain.push(' ');
                self.html.push_str(if block.role == Role::Pre { "\n" } else { "<br>" });
            }
            tag => self.element(at, tag, block),
        }
    }

    fn element(&mut self, at: usize, tag: Tag, block: &Block) {
        let tag = match tag {
            Tag::A => "a",
            Tag::Strong => "strong",
            Tag::Em => "em",
            Tag::Code => "code",
            Tag::Sub => "sub",
            Tag::Sup => "sup",
            _ => return,
        };
        let end = self.tree.end(at);
        if end <= block.first || self.open.len() >= MAX_INLINE {
            return;
        }
        self.start(at, tag);
        self.open.push((end, tag));
    }

    fn start(&mut self, at: usize, tag: &str) {
        self.html.push('<');
        self.html.push_str(tag);
        if let Some(href) = self.tree.attribute(at, Name::Href).filter(|_| tag == "a") {
            self.html.push_str(" href=\"");
            self.html.push_str(&attribute(href));
            self.html.push('"');
        }
        self.html.push('>');
    }

    /// A note's mark, raised, with its link.
    fn note(&mut self, at: usize) {
        let link = self.tree.subtree(at).find(|n| self.tree.tag(*n) == Tag::A);
        self.html.push_str("<sup>");
        if let Some(link) = link {
            self.start(link, "a");
        }
        self.html.push_str(&escape(self.tree.line(at, 40).trim()));
        self.html.push_str(if link.is_some() { "</a></sup>" } else { "</sup>" });
    }

    fn close_before(&mut self, at: usize) {
        while let Some((_, tag)) = self.open.pop_if(|(end, _)| *end <= at) {
            self.html.push_str("</");
            self.html.push_str(tag);
            self.html.push('>');
        }
    }
}
