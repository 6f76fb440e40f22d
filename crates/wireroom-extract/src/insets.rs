//! Insets: boxes of a few lines under a heading of their own between or below an article's paragraphs: key facts, a
//! person's life, a call to a channel. Told by the words of the heading, or by the box's place among bare paragraphs.
//! It refuses rows of alike boxes (an article's own sections), tables of data and live entries. Start at [`insets`].

use crate::blocks::ends_a_sentence;
use crate::hints::Hints;
use crate::phrases;
use crate::tree::{Name, Tag, Tree, is_inline};
use std::collections::BTreeMap;

/// Most letters of a box that its heading's words give away, and that only its place does.
const MOST_NAMED: usize = 1_500;
const MOST_PLACED: usize = 700;
/// Most letters of a box's heading.
const MOST_LABEL: usize = 60;
/// Fewest bare paragraphs around a box that its place gives away.
const PARAGRAPHS: usize = 3;
/// Most boxes of one form among the paragraphs: more are the article's sections.
const ALIKE: usize = 2;
/// Most nodes of a box.
const MAX_NODES: usize = 400;
/// Most letters of a box whose first line invites or credits.
const MOST_INVITING: usize = 400;
/// Fewest letters of a paragraph of prose.
const SENTENCE: usize = 60;
/// Most children of an element that are looked at.
const MAX_CHILDREN: usize = 2_000;

/// Which nodes stand in an inset. `prose` and `letters` are those under each node.
pub fn insets(tree: &Tree, prose: &[usize], letters: &[usize]) -> Vec<bool> {
    let mut found = vec![false; tree.nodes.len()];
    let mut holders: BTreeMap<usize, Holder> = BTreeMap::new();
    let mut end = 0;
    for (at, node) in tree.nodes.iter().enumerate().skip(1) {
        let fits = at >= end
            && matches!(
                node.tag,
                Tag::Div | Tag::Section | Tag::Custom | Tag::Block | Tag::Table | Tag::Quote
            )
            && (1..=MOST_NAMED).contains(&of(letters, at))
            && of(letters, at) * 3 <= of(letters, 0)
            && of(prose, at) * 4 <= of(prose, 0)
            && node.end - at <= MAX_NODES
            && !node.hints.has(Hints::LIVE);
        if !fits {
            continue;
        }
        let Some(label) = label(tree, at, letters).filter(|label| !heads_article(tree, at, label)) else {
            continue;
        };
        // What the house sums up before the text is the text's own beginning.
        let summary = phrases::is_summary_heading(&label.text);
        if summary && !follows_prose(tree, at, prose) {
            continue;
        }
        let inviting = of(letters, at) <= MOST_INVITING && phrases::is_furniture(&label.text, label.letters);
        let mut apart = || {
            let parent = || Holder::of(tree, node.parent, prose, letters);
            (label.level.is_some() || of(prose, at) > 0)
                && may_be_placed(tree, at, letters, &label)
                && holders.entry(node.parent).or_insert_with(parent).sets_apart(label.level)
        };
        let life = || of(letters, at) <= MOST_PLACED && is_life(tree, at, &label.text);
        if summary || inviting || phrases::is_box_heading(&label.text) || life() || apart() {
            end = node.end;
            found.get_mut(at..node.end).into_iter().flatten().for_each(|slot| *slot = true);
        }
    }
    found
}

fn of(counts: &[usize], at: usize) -> usize {
    counts.get(at).copied().unwrap_or(0)
}

/// A name over a sentence that says who that is: "Ada Fenn / Ada Fenn covers ports."
fn is_life(tree: &Tree, at: usize, label: &str) -> bool {
    let line = tree.line(at, MOST_PLACED);
    let rest = line.strip_prefix(label).map(str::trim_start);
    rest.is_some_and(|rest| {
        (rest.starts_with(label) && phrases::says_who(rest)) || phrases::opens_a_life(rest)
    })
}

/// Whether a box holds the article's headline or standfirst under its label.
fn heads_article(tree: &Tree, at: usize, label: &Label) -> bool {
    tree.subtree(at).any(|n| {
        matches!(tree.tag(n), Tag::Heading(1))
            || (label.level.is_none() && matches!(tree.tag(n), Tag::Heading(2)))
            || tree.attribute(n, Name::Itemprop) == Some("headline")
    })
}

/// Whether a box may be told by its place: of a few lines, without a picture under a bare line, data or a way back.
fn may_be_placed(tree: &Tree, at: usize, letters: &[usize], label: &Label) -> bool {
    let refused = |n: usize| match tree.tag(n) {
        Tag::Table | Tag::Time | Tag::Frame => true,
        Tag::Img | Tag::Figure | Tag::Picture => label.level.is_none(),
        // As notes have to the place they belong to.
        Tag::A => tree.attribute(n, Name::Href).is_some_and(|href| href.starts_with('#')),
        _ => false,
    };
    of(letters, at) <= MOST_PLACED
        && !matches!(tree.tag(at), Tag::Table | Tag::Quote)
        && !tree.hints(at).has(Hints::NOTES)
        && !label.text.starts_with(['“', '„', '«', '"', '»', '「', '‘'])
        && !tree.subtree(at).any(refused)
}

/// Whether a paragraph of prose stands before a box in the same element.
fn follows_prose(tree: &Tree, at: usize, prose: &[usize]) -> bool {
    let mut before = tree.children(tree.parent(at)).take(MAX_CHILDREN).take_while(|child| *child < at);
    before.any(|child| tree.tag(child) == Tag::P && prose.get(child).is_some_and(|p| *p >= SENTENCE))
}

/// What stands over a box's words.
struct Label {
    text: String,
    letters: usize,
    /// The level of its heading; `None` where it is a line set bold or by itself.
    level: Option<u8>,
}

/// The first line of a box, where it is a heading, or set bold, or an element of its own before others.
fn label(tree: &Tree, at: usize, letters: &[usize]) -> Option<Label> {
    let first =
        tree.subtree(at).find(|n| tree.tag(*n) == Tag::Text && letters.get(*n).is_some_and(|l| *l > 0))?;
    let inside = || tree.around(first).take_while(|n| *n > at);
    // What a reader presses is no heading.
    if inside().any(|n| matches!(tree.tag(n), Tag::Button | Tag::Nav | Tag::Form | Tag::Furniture)) {
        return None;
    }
    let heading = inside().find_map(|n| match tree.tag(n) {
        Tag::Heading(level) => Some((n, Some(level))),
        _ => None,
    });
    let strong = || {
        let bold = inside().find(|n| tree.tag(*n) == Tag::Strong)?;
        let next = tree.end(bold);
        let parts = tree.end(tree.parent(bold)) == next
            || matches!(tree.tag(next), Tag::Br)
            || !is_inline(tree.tag(next))
            || (tree.tag(next) == Tag::Text && tree.text(next).trim().is_empty());
        parts.then_some((bold, None))
    };
    let line = || inside().find(|n| !is_inline(tree.tag(*n))).map(|n| (n, None));
    // A label in a span before the box's paragraphs.
    let line = || {
        line().or_else(|| {
            let outer = inside().last().filter(|n| is_inline(tree.tag(*n)))?;
            let next = tree.end(outer);
            (next < tree.end(at) && !is_inline(tree.tag(next))).then_some((outer, None))
        })
    };
    let (node, level) = heading.or_else(strong).or_else(line)?;
    let own = letters.get(node).copied().unwrap_or(0);
    let more = letters.get(at).copied().unwrap_or(0) > own;
    if own == 0 || own > MOST_LABEL || !more || level == Some(1) {
        return None;
    }
    Some(Label { text: tree.line(node, MOST_LABEL * 2), letters: own, level })
}

/// What an element holds beside a box.
struct Holder {
    /// Share of its prose, in hundredths, that paragraphs hold which are its own children.
    bare: usize,
    /// Boxes with a heading among its children.
    boxes: usize,
    /// Levels of the headings among its children.
    levels: Vec<u8>,
}

impl Holder {
    fn of(tree: &Tree, at: usize, prose: &[usize], letters: &[usize]) -> Self {
        let of = |n: usize| of(prose, n);
        let (mut own, mut paragraphs, mut boxes) = (0, 0, 0);
        let mut levels = Vec::new();
        for child in tree.children(at).take(MAX_CHILDREN) {
            match tree.tag(child) {
                Tag::P => {
                    own += of(child);
                    paragraphs += usize::from(of(child) > 0 && ends_a_sentence(&tree.line(child, 4_000)));
                }
                Tag::Heading(level) => levels.push(level),
                Tag::Div | Tag::Section | Tag::Custom | Tag::Block => {
                    boxes += usize::from(of(child) > 0 && label(tree, child, letters).is_some());
                }
                _ => {}
            }
        }
        let bare = if paragraphs >= PARAGRAPHS { own * 100 / of(at).max(1) } else { 0 };
        Self { bare, boxes, levels }
    }

    /// Whether a box with a heading of this level stands among paragraphs that have none such.
    fn sets_apart(&self, level: Option<u8>) -> bool {
        /// Least such share around a box with a heading, and around one with a bold line or a line by itself.
        const HEADED: usize = 70;
        const LINED: usize = 85;
        self.bare >= if level.is_some() { HEADED } else { LINED }
            && self.boxes <= ALIKE
            && level.is_none_or(|level| !self.levels.contains(&level))
    }
}
