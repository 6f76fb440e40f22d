//! From kept blocks to one finished row: body and HTML in the same order, sections, turns, captions, kind.
//! Body and HTML are made from the same list, so that neither can hold what the other lacks.
//! Start at [`finish`].

use crate::blocks::{Block, Role};
use crate::credit::credit;
use crate::tree::{Name, Tag, Tree};
use crate::turns;
use url::Url;
use wireroom_model::{Caption, Extracted, Kind, Section, Turn};
use wireroom_text::{markup, normal};

/// One paragraph of a finished article.
#[derive(Debug, Clone)]
pub struct Paragraph {
    pub role: Role,
    pub text: String,
    /// The paragraph's inside as HTML.
    pub html: String,
}

/// Turns a block of the page into a paragraph.
pub fn paragraph(tree: &Tree, block: &Block) -> Paragraph {
    let text = normal::normalise(&block.text).replace("\n\n", " ");
    let html = inline_html(tree, block).unwrap_or_else(|| escape(&text));
    Paragraph { role: block.role, text, html }
}

/// Fills body, HTML, sections, turns, kind, agency and dateline from the paragraphs.
pub fn finish(row: &mut Extracted, paragraphs: &[Paragraph], base: Option<&Url>) {
    let mut kept: Vec<&Paragraph> = paragraphs.iter().filter(|p| !p.text.is_empty()).collect();
    row.body = body(&kept);
    let turns = turns::turns(&row.body);
    let by_turn = by_turn(&row.body, &turns, kept.len());
    if let Some(by_turn) = &by_turn {
        kept = by_turn.iter().collect();
        row.body = body(&kept);
    }
    row.html = markup::sanitise(&html(&kept), base);
    row.sections = sections(&kept);
    let credit = credit(&row.body, &row.authors);
    row.agency = credit.agency;
    row.dateline = credit.dateline;
    row.turns = turns.into_iter().map(|(_, turn)| turn).collect();
    row.kind = if row.body.is_empty() {
        Kind::Empty
    } else if !row.turns.is_empty() {
        Kind::Transcript
    } else if is_explainer(row, &kept) {
        Kind::Explainer
    } else {
        Kind::Article
    };
}

fn body(paragraphs: &[&Paragraph]) -> String {
    paragraphs.iter().map(|p| p.text.as_str()).collect::<Vec<_>>().join("\n\n")
}

/// A transcript that was printed in one piece, with a paragraph for each turn.
fn by_turn(body: &str, turns: &[(usize, Turn)], paragraphs: usize) -> Option<Vec<Paragraph>> {
    if paragraphs * 2 > turns.len() {
        return None;
    }
    let starts = [0].into_iter().chain(turns.iter().map(|(at, _)| *at));
    let ends = turns.iter().map(|(at, _)| *at).chain([body.len()]);
    let pieces = starts.zip(ends).filter_map(|(from, to)| body.get(from..to)).flat_map(normal::paragraphs);
    Some(
        pieces
            .map(str::trim)
            .filter(|text| !text.is_empty())
            .map(|text| Paragraph { role: Role::Paragraph, text: text.to_owned(), html: escape(text) })
            .collect(),
    )
}

/// Sub-headings with the characters before each.
fn sections(paragraphs: &[&Paragraph]) -> Vec<Section> {
    let mut sections = Vec::new();
    let mut start = 0;
    for paragraph in paragraphs {
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

fn html(paragraphs: &[&Paragraph]) -> String {
    let mut html = String::new();
    let mut list = false;
    for paragraph in paragraphs {
        let item = paragraph.role == Role::Item;
        if item != list {
            html.push_str(if item { "<ul>" } else { "</ul>" });
            list = item;
        }
        let (open, close) = match paragraph.role {
            Role::Heading(1 | 2) => ("<h2>", "</h2>"),
            Role::Heading(3) => ("<h3>", "</h3>"),
            Role::Heading(_) => ("<h4>", "</h4>"),
            Role::Item => ("<li>", "</li>"),
            Role::Quote => ("<blockquote><p>", "</p></blockquote>"),
            Role::Pre => ("<pre>", "</pre>"),
            _ => ("<p>", "</p>"),
        };
        html.push_str(open);
        html.push_str(&paragraph.html);
        html.push_str(close);
    }
    if list {
        html.push_str("</ul>");
    }
    html
}

/// Text made safe inside HTML.
pub fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// The block's own nodes with links and emphasis kept; `None` where nodes and text disagree (a part was pruned).
fn inline_html(tree: &Tree, block: &Block) -> Option<String> {
    /// Deepest nesting of inline elements that is written out.
    const MAX_INLINE: usize = 16;
    /// Most elements between a block and its first text.
    const MAX_INLINE_DEPTH: usize = crate::cap::MAX_DEPTH;
    let mut html = String::new();
    let mut open: Vec<(usize, &str)> = Vec::new();
    let mut plain = String::new();
    // Of what stands before the block's first text only the elements around it matter.
    let mut around: Vec<usize> = Vec::new();
    let mut above = tree.parent(block.first);
    while above > block.node && around.len() < MAX_INLINE_DEPTH {
        around.push(above);
        above = tree.parent(above);
    }
    around.reverse();
    for at in around.into_iter().chain(block.first..=block.last) {
        while let Some((_, tag)) = open.pop_if(|(end, _)| *end <= at) {
            html.push_str("</");
            html.push_str(tag);
            html.push('>');
        }
        let tag = match tree.tag(at) {
            Tag::Text if at >= block.first => {
                plain.push_str(tree.text(at));
                html.push_str(&escape(tree.text(at)));
                continue;
            }
            Tag::Br if at > block.first => {
                plain.push(' ');
                html.push_str("<br>");
                continue;
            }
            Tag::A => "a",
            Tag::Strong => "strong",
            Tag::Em => "em",
            Tag::Code => "code",
            Tag::Sub => "sub",
            Tag::Sup => "sup",
            _ => continue,
        };
        let end = tree.end(at);
        if end <= block.first || open.len() >= MAX_INLINE {
            continue;
        }
        html.push('<');
        html.push_str(tag);
        if let Some(href) = tree.attribute(at, Name::Href).filter(|_| tag == "a") {
            html.push_str(" href=\"");
            html.push_str(&escape(href).replace('"', "&quot;"));
            html.push('"');
        }
        html.push('>');
        open.push((end, tag));
    }
    while let Some((_, tag)) = open.pop() {
        html.push_str("</");
        html.push_str(tag);
        html.push('>');
    }
    let squeezed = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    (squeezed(&plain) == squeezed(&block.text)).then_some(html)
}

/// A caption with its credit apart: text in brackets at the end, or after a credit word.
pub fn caption(text: &str) -> Option<Caption> {
    const CREDIT: &[&str] = &[
        "Photo: ",
        "Foto: ",
        "Photograph: ",
        "Photo by ",
        "Credit: ",
        "Picture: ",
        "Image: ",
        "Bild: ",
        "Photo credit: ",
        "Image credit: ",
        "Quelle: ",
        "Source: ",
        "© ",
        "Фото: ",
    ];
    let text = normal::normalise(text).replace("\n\n", " ");
    if text.is_empty() {
        return None;
    }
    for word in CREDIT {
        if let Some((before, after)) = text.split_once(word) {
            let credit = after.trim().trim_end_matches([')', ']', '.']).trim();
            if credit.chars().count() <= 80 && !credit.is_empty() {
                let before = before.trim().trim_end_matches(['(', '[', '|', '/', '-', '–']).trim();
                return Some(Caption { text: before.to_owned(), credit: Some(credit.to_owned()) });
            }
        }
    }
    if let Some((before, inside)) = text.strip_suffix(')').and_then(|t| t.rsplit_once('('))
        && inside.chars().count() <= 60
        && !before.trim().is_empty()
    {
        return Some(Caption { text: before.trim().to_owned(), credit: Some(inside.trim().to_owned()) });
    }
    Some(Caption { text, credit: None })
}
