//! From kept blocks to one finished row: body and HTML in the same order, sections, turns, captions, kind.
//! Body and HTML are made from the same list, so that neither can hold what the other lacks; the HTML's figures alone
//! (pictures, captions, where embedded posts come from) have no part in the body.
//! Start at [`made`] and [`finish`].

mod caption;
mod caption_words;
mod counters;
mod embeds;
mod figures;
mod html;
mod inline;
mod rows;

pub use caption::{caption, credited as credited_caption, with_credit};
pub use html::{Holder, escape};

use crate::blocks::{Block, Blocks, Role};
use crate::clean::Kept;
use crate::credit::credit;
use crate::facts::who::who;
use crate::signoff;
use crate::tree::Tree;
use crate::turns;
use std::collections::BTreeSet;
use std::ops::Range;
use url::Url;
use wireroom_model::{Byline, Caption, Extracted, Kind, Section, Turn};
use wireroom_text::{markup, normal};

/// One paragraph of a finished article, or a figure between its paragraphs.
#[derive(Debug, Clone)]
pub struct Paragraph {
    pub role: Role,
    /// Empty for a figure. Lines of code are set apart as paragraphs are.
    pub text: String,
    /// The paragraph's inside as HTML; the whole of a figure.
    pub html: String,
    /// The lists, quotations and tables around it, outermost first.
    pub within: Vec<Holder>,
    /// Letters at its beginning that are set bold.
    pub bold: usize,
}

impl Paragraph {
    /// A paragraph of which only the words are known.
    pub fn plain(role: Role, text: &str) -> Self {
        Self { role, text: text.to_owned(), html: escape(text), within: Vec::new(), bold: 0 }
    }
}

/// What the kept blocks of a page make.
#[derive(Debug, Default)]
pub struct Made {
    pub paragraphs: Vec<Paragraph>,
    pub captions: Vec<Caption>,
}

/// Where a row is made from.
#[derive(Debug, Clone, Copy)]
pub struct From<'p> {
    pub tree: &'p Tree,
    pub blocks: &'p Blocks,
    /// The chosen part of the page.
    pub node: usize,
    /// From the headline, where it stands before the chosen part, to the end of the article.
    pub span: &'p Range<usize>,
    /// Where the page's other articles stand.
    pub others: &'p [Range<usize>],
    pub base: Option<&'p Url>,
}

/// The paragraphs, figures and captions of the kept blocks, in page order.
pub fn made(from: From<'_>, kept: &Kept) -> Made {
    let mut placed: Vec<(usize, Paragraph)> = Vec::new();
    let mut done: BTreeSet<usize> = BTreeSet::new();
    for block in kept.blocks.iter().filter_map(|at| from.blocks.list.get(*at)) {
        let table = block.table.filter(|table| done.contains(table) || rows::is_kept(from, *table, kept));
        match table {
            Some(table) if !done.insert(table) => {}
            Some(table) => placed.extend(rows::paragraphs(from, table).into_iter().map(|p| (table, p))),
            None => placed.push((block.first, paragraph(from, block))),
        }
    }
    let figures = figures::figures(from, kept, &done);
    let captions = figures.iter().filter_map(|(_, figure)| figure.caption.clone()).collect();
    let mut figures = figures.into_iter().peekable();
    let mut paragraphs = Vec::new();
    for (at, paragraph) in placed {
        while let Some((_, figure)) = figures.next_if(|(place, _)| *place < at) {
            paragraphs.extend(figure.paragraph());
        }
        paragraphs.push(paragraph);
    }
    paragraphs.extend(figures.filter_map(|(_, figure)| figure.paragraph()));
    Made { paragraphs, captions }
}

/// Turns a block of the page into a paragraph.
fn paragraph(from: From<'_>, block: &Block) -> Paragraph {
    let text = match block.role {
        Role::Pre => lines(&block.text),
        _ => normal::normalise(&block.text).replace("\n\n", " "),
    };
    let inline = inline::inline(from.tree, from.blocks, block);
    let html = inline.html.unwrap_or_else(|| escape(&text));
    let within = html::holders(from.tree, from.node, block.node);
    Paragraph { role: block.role, text, html, within, bold: inline.bold }
}

/// Preformatted text: lines of code and verse stay apart, text that was broken at a fixed width is joined.
fn lines(text: &str) -> String {
    /// Lines broken by a fixed width are as long as this, in characters.
    const WIDTH: std::ops::Range<usize> = 50..110;
    let long = text.lines().filter(|line| WIDTH.contains(&line.trim().chars().count())).count();
    let all = text.lines().filter(|line| !line.trim().is_empty()).count();
    let stops = text.lines().filter(|line| line.trim_end().ends_with([';', '{', '}', ')', '>'])).count();
    if long * 10 >= all * 6 && stops * 10 < all * 3 {
        return normal::normalise(text);
    }
    let lines = text.lines().map(normal::normalise).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("\n\n")
}

/// Fills body, HTML, sections, turns, kind, agency and dateline from the paragraphs.
pub fn finish(row: &mut Extracted, paragraphs: &[Paragraph], base: Option<&Url>) {
    let mut kept: Vec<&Paragraph> =
        paragraphs.iter().filter(|p| !p.text.is_empty() || p.role == Role::Figure).collect();
    let whole = body(&kept);
    without_sign_off(&mut kept);
    row.body = body(&kept);
    let talk = turns::talk(&kept, row.title.as_deref().unwrap_or_default());
    let by_turn = by_turn(&row.body, &talk.turns, &kept);
    if let Some(by_turn) = &by_turn {
        kept = by_turn.iter().collect();
        row.body = body(&kept);
    }
    row.html = markup::sanitise(&html::html(&kept), base);
    row.sections = sections(&kept);
    credit_row(row, &whole);
    row.turns = talk.turns.into_iter().map(|(_, turn)| turn).collect();
    row.kind = if row.body.is_empty() {
        Kind::Empty
    } else if let Some(kind) = talk.kind {
        kind
    } else if is_explainer(row, &kept) {
        Kind::Explainer
    } else {
        Kind::Article
    };
}

/// Leaves out the lines below the text in which its makers sign.
fn without_sign_off(kept: &mut Vec<&Paragraph>) {
    let texts = kept.iter().map(|p| p.text.as_str()).filter(|text| !text.is_empty());
    let signed = signoff::places(texts);
    let mut place = 0;
    kept.retain(|paragraph| {
        let at = place;
        place += usize::from(!paragraph.text.is_empty());
        paragraph.text.is_empty() || !signed.contains(&at)
    });
}

/// Agency, dateline and helpers as the text and the byline credit them; `whole` is the text with its sign-off.
fn credit_row(row: &mut Extracted, whole: &str) {
    if row.particulars.bylines.is_empty() {
        let byline = |name: &String| Byline { name: name.clone(), who: who(name, None, &[]), role: None };
        row.particulars.bylines = row.authors.iter().map(byline).collect();
    }
    let credit = credit(whole, &row.authors, &row.particulars.agencies, row.published);
    row.agency = credit.agencies.first().map(|a| a.agency.clone());
    row.dateline = credit.dateline;
    row.particulars.agencies = credit.agencies;
    row.particulars.dated = credit.dated;
    for helper in credit.credits {
        let known = row.particulars.credits.iter().any(|c| c.name == helper.name);
        if !known && !row.authors.contains(&helper.name) {
            row.particulars.credits.push(helper);
        }
    }
}

fn body(paragraphs: &[&Paragraph]) -> String {
    let texts = paragraphs.iter().map(|p| p.text.as_str()).filter(|text| !text.is_empty());
    texts.collect::<Vec<_>>().join("\n\n")
}

/// A transcript that was printed in one piece, with a paragraph for each turn; figures stand before it.
fn by_turn(body: &str, turns: &[(usize, Turn)], paragraphs: &[&Paragraph]) -> Option<Vec<Paragraph>> {
    let figures = paragraphs.iter().filter(|p| p.text.is_empty()).map(|p| (*p).clone());
    let worded = paragraphs.iter().filter(|p| !p.text.is_empty()).count();
    if worded * 2 > turns.len() {
        return None;
    }
    let starts = [0].into_iter().chain(turns.iter().map(|(at, _)| *at));
    let ends = turns.iter().map(|(at, _)| *at).chain([body.len()]);
    let pieces = starts.zip(ends).filter_map(|(from, to)| body.get(from..to)).flat_map(normal::paragraphs);
    let pieces = pieces.map(str::trim).filter(|text| !text.is_empty());
    Some(figures.chain(pieces.map(|text| Paragraph::plain(Role::Paragraph, text))).collect())
}

/// Sub-headings with the characters before each.
fn sections(paragraphs: &[&Paragraph]) -> Vec<Section> {
    let mut sections = Vec::new();
    let mut start = 0;
    for paragraph in paragraphs.iter().filter(|p| !p.text.is_empty()) {
        if matches!(paragraph.role, Role::Heading(_)) {
            sections.push(Section { heading: paragraph.text.clone(), start });
        }
        start += paragraph.text.chars().count() + 2;
    }
    sections
}

/// Several sub-headings, each over some text of its own.
fn is_explainer(row: &Extracted, paragraphs: &[&Paragraph]) -> bool {
    const SECTIONS: usize = 3;
    let over_text = paragraphs
        .windows(2)
        .filter(|w| matches!(w, [a, b] if matches!(a.role, Role::Heading(_)) && !matches!(b.role, Role::Heading(_))))
        .count();
    row.sections.len() >= SECTIONS && over_text >= SECTIONS
}
