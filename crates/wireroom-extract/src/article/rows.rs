//! A table of data as paragraphs: one for each row, its cells joined by a space in the body and kept apart in the HTML.
//! It refuses to take a table apart: most of it was kept, or its cells are plain paragraphs. Start at [`paragraphs`].

use super::html::{Holder, What, holders};
use super::{From, Paragraph, inline};
use crate::blocks::{Block, Role, weigh};
use crate::clean::Kept;
use crate::tables;
use crate::tree::{Name, Tag};
use wireroom_text::normal;

/// Least share of a table's letters, in hundredths, that cleaning left, for the table to stand.
const KEPT: usize = 50;
/// Most cells that a cell may span.
const MAX_SPAN: usize = 100;

/// Whether the table as such belongs to the article.
pub fn is_kept(from: From<'_>, table: usize, kept: &Kept) -> bool {
    let range = from.blocks.range(from.tree, table);
    let all: usize = from.blocks.list.get(range.clone()).unwrap_or_default().iter().map(|b| b.letters).sum();
    let own = kept.blocks.iter().filter(|at| range.contains(at)).filter_map(|at| from.blocks.list.get(*at));
    own.map(|b| b.letters).sum::<usize>() * 100 >= all * KEPT
}

/// The table's title and rows.
pub fn paragraphs(from: From<'_>, table: usize) -> Vec<Paragraph> {
    let tree = from.tree;
    let mut around = holders(tree, from.node, table);
    around.push(Holder::new(table, What::Other, "<table>", "</table>"));
    let mut out: Vec<Paragraph> = Vec::new();
    for title in tree.subtree(table).filter(|at| tree.tag(*at) == Tag::TableCaption).take(1) {
        let (text, html) = cell(from, title);
        if !text.is_empty() {
            out.push(Paragraph { role: Role::TableTitle, text, html, within: around.clone(), bold: 0 });
        }
    }
    let mut in_head = true;
    for row in tables::rows(tree, table) {
        in_head &= row.iter().all(|cell| tree.tag(*cell) == Tag::HeadCell);
        let part = if in_head { ("<thead>", "</thead>") } else { ("<tbody>", "</tbody>") };
        let mut text = String::new();
        let mut html = String::new();
        for at in row {
            let name = if tree.tag(at) == Tag::HeadCell { "th" } else { "td" };
            let (words, inside) = cell(from, at);
            if !words.is_empty() {
                text.push_str(if text.is_empty() { "" } else { " " });
                text.push_str(&words);
            }
            html.push_str(&format!("<{name}{}>{inside}</{name}>", spans(from, at)));
        }
        if text.is_empty() {
            continue;
        }
        let mut within = around.clone();
        within.push(Holder::new(table, What::Other, part.0, part.1));
        out.push(Paragraph { role: Role::Row, text, html, within, bold: 0 });
    }
    out
}

/// The words and the inside of a cell: its blocks, unless they are furniture.
fn cell(from: From<'_>, at: usize) -> (String, String) {
    let range = from.blocks.range(from.tree, at);
    let blocks = from.blocks.list.get(range).unwrap_or_default().iter();
    let own: Vec<&Block> = blocks.filter(|b| !b.is_pruned()).collect();
    if own.is_empty() {
        // Signs without a letter ("–", "+") are no block, but stand for something in a table.
        let sign = from.tree.line(at, 12);
        let sign = if weigh(&sign) == 0 && !from.blocks.is_pruned(at) { sign } else { String::new() };
        return (sign.clone(), super::escape(&sign));
    }
    let mut text: Vec<String> = Vec::new();
    let mut html: Vec<String> = Vec::new();
    for block in own {
        let words = normal::normalise(&block.text).replace("\n\n", " ");
        let inside = inline::inline(from.tree, from.blocks, block).html;
        html.push(inside.unwrap_or_else(|| super::escape(&words)));
        text.push(words);
    }
    (text.join(" "), html.join("<br>"))
}

fn spans(from: From<'_>, cell: usize) -> String {
    let number = |name: Name| {
        let raw = from.tree.attribute(cell, name)?.trim().parse::<usize>().ok()?;
        (2..=MAX_SPAN).contains(&raw).then_some(raw)
    };
    let columns = number(Name::Colspan).map(|n| format!(" colspan=\"{n}\""));
    let rows = number(Name::Rowspan).map(|n| format!(" rowspan=\"{n}\""));
    [columns, rows].into_iter().flatten().collect()
}
