//! docs/faults.md says what the table says, and names every path of the bench's publisher where that is at hand.

use crate::table::ROWS;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The document's rows: path, outcome, what the reader sees, when it is asked again.
fn told() -> Vec<[String; 4]> {
    let text = std::fs::read_to_string(root().join("docs/faults.md")).unwrap();
    let rows = text.lines().filter(|line| line.starts_with("| `"));
    rows.map(|line| {
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        let [path, _, outcome, says, again] = cells[..] else { panic!("five cells: {line}") };
        [path.trim_matches('`'), outcome, says, again].map(str::to_owned)
    })
    .collect()
}

#[test]
fn the_document_and_the_table_say_the_same() {
    let table: Vec<[String; 4]> = ROWS
        .iter()
        .map(|row| {
            let says = if row.says.is_empty() { "nothing" } else { row.says };
            [row.path.to_owned(), row.outcome.word().to_owned(), says.to_owned(), row.again.words()]
        })
        .collect();
    assert_eq!(told(), table);
}

#[test]
fn every_path_of_the_benchs_publisher_has_a_row() {
    let Some(paths) = paths_of_the_bench() else { return };
    let told = told();
    for path in &paths {
        let has = told.iter().any(|[row, ..]| row == path || (path.ends_with('/') && row.starts_with(path)));
        assert!(has, "docs/faults.md has no row for /{path}");
    }
}

/// Where the bench's publisher lies.
pub fn bench() -> PathBuf {
    root().join("../shared/tools/fault_publisher.py")
}

/// The paths that the bench's publisher knows, as far as they can be read from its text; one that ends with / wants a
/// number. None where it is not at hand: that is said, and fails where everything must be.
pub fn paths_of_the_bench() -> Option<BTreeSet<String>> {
    let Ok(source) = std::fs::read_to_string(bench()) else {
        assert!(std::env::var("CI").as_deref() != Ok("true"), "the bench is not at hand");
        println!("skipped: the bench's publisher is not at hand");
        return None;
    };
    // Every comparison of the path with words: `c=='x'`, `c in('x','y')`, `c.startswith('x/')`.
    let mut paths = BTreeSet::new();
    for (start, end) in [("c=='", "'"), ("c in(", ")"), ("c.startswith('", "'")] {
        for part in source.split(start).skip(1) {
            let words = part.split(end).next().unwrap_or_default();
            paths.extend(words.split(',').map(|word| word.trim_matches('\'').to_owned()));
        }
    }
    assert!(paths.len() > 40, "{paths:?}");
    Some(paths)
}
