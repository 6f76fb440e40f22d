//! Which tables of a page are tables: rows of short cells under one another. The others only lay the page out.
//! It refuses whatever holds another table, headings or running text. Start at [`data_tables`].

use crate::blocks::weigh;
use crate::tree::{Tag, Tree};
use std::collections::{BTreeMap, BTreeSet};

/// Most rows of a table that are looked at, and most cells of a row.
pub const MAX_ROWS: usize = 2_000;
pub const MAX_CELLS: usize = 100;
/// Fewest rows and columns of a table that no head cell and no title gives away.
const MIN_ROWS: usize = 2;
const MIN_COLUMNS: usize = 2;
/// Longest cell, in letters, and longest on average: longer ones hold an article's columns.
const MAX_CELL: usize = 700;
const MAX_MEAN: usize = 120;
/// Least share of rows, in hundredths, that have as many cells as most.
const ALIKE: usize = 60;
/// Most of the letters, in hundredths, that may stand in links: more is a list of links.
const MAX_LINKED: usize = 80;

/// The tables of data on a page, by their elements.
pub fn data_tables(tree: &Tree) -> BTreeSet<usize> {
    let mut left_out: BTreeSet<usize> = BTreeSet::new();
    for table in tree.all(Tag::Table) {
        if let Some(outer) = above(tree, table) {
            left_out.insert(outer);
        }
    }
    tree.all(Tag::Table).filter(|at| !left_out.contains(at) && is_data(tree, *at)).collect()
}

/// The table that an element stands in.
pub fn above(tree: &Tree, at: usize) -> Option<usize> {
    let mut node = at;
    while node > 0 {
        node = tree.parent(node);
        if tree.tag(node) == Tag::Table {
            return Some(node);
        }
    }
    None
}

/// The rows of a table, each with its cells.
pub fn rows(tree: &Tree, table: usize) -> Vec<Vec<usize>> {
    let rows = tree.subtree(table).filter(|at| tree.tag(*at) == Tag::Row).take(MAX_ROWS);
    rows.map(|row| {
        let cells = tree.children(row).filter(|c| matches!(tree.tag(*c), Tag::Cell | Tag::HeadCell));
        cells.take(MAX_CELLS).collect()
    })
    .filter(|cells: &Vec<usize>| !cells.is_empty())
    .collect()
}

/// A table whose first row names its columns: one that a writer set, not a box of values.
pub fn is_headed(tree: &Tree, table: usize) -> bool {
    const MIN_HEADS: usize = 2;
    let rows = rows(tree, table);
    let heads = |row: &Vec<usize>| row.iter().filter(|cell| tree.tag(**cell) == Tag::HeadCell).count();
    rows.first().is_some_and(|row| heads(row) >= MIN_HEADS) && rows.get(1).is_some_and(|row| heads(row) <= 1)
}

fn is_data(tree: &Tree, table: usize) -> bool {
    let (mut letters, mut linked) = (0, 0);
    let (mut head_cells, mut titled) = (0, false);
    let mut link_ends = 0;
    for at in tree.subtree(table) {
        match tree.tag(at) {
            Tag::Heading(1 | 2) | Tag::Form | Tag::Article | Tag::Nav | Tag::Frame => return false,
            Tag::HeadCell => head_cells += 1,
            Tag::TableCaption => titled = true,
            Tag::A => link_ends = link_ends.max(tree.end(at)),
            Tag::Text => {
                let own = weigh(tree.text(at));
                letters += own;
                linked += if at < link_ends { own } else { 0 };
            }
            _ => {}
        }
    }
    let rows = rows(tree, table);
    let mut lengths: BTreeMap<usize, usize> = BTreeMap::new();
    for row in &rows {
        *lengths.entry(row.len()).or_default() += 1;
    }
    let (columns, alike) =
        lengths.iter().max_by_key(|(length, count)| (**count, **length)).map_or((0, 0), |(l, c)| (*l, *c));
    let cells: usize = rows.iter().map(Vec::len).sum();
    let longest = |cell: &usize| {
        tree.subtree(*cell)
            .filter(|at| tree.tag(*at) == Tag::Text)
            .map(|at| weigh(tree.text(at)))
            .sum::<usize>()
    };
    let most = rows.iter().flatten().map(longest).max().unwrap_or(0);
    let shown = head_cells >= MIN_COLUMNS || titled;
    rows.len() >= MIN_ROWS
        && columns >= if shown { 1 } else { MIN_COLUMNS }
        && alike * 100 >= rows.len() * ALIKE
        && letters > 0
        && letters <= cells * MAX_MEAN
        && most <= MAX_CELL
        && linked * 100 <= letters * MAX_LINKED
}
