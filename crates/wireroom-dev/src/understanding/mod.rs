//! The gold of gold/understanding and how the brief's room stands against it: figures, pairs of them, what is new between
//! versions, questions.
//! The sealed parts give figures only: their misses are shown to nobody, so that no rule can be written against them.
//! Start at [`figures::run`], [`pairs::run`], [`news::run`] and [`ask::run`].

pub mod ask;
pub mod figures;
pub mod growth;
pub mod keypoints;
pub mod news;
pub mod pairs;

use crate::gold::Part;
use crate::root;
use serde::de::DeserializeOwned;
use wireroom_model::Span;

/// What is to be printed besides the figures.
#[derive(Debug, Clone, Copy)]
pub struct Shown {
    pub part: Part,
    /// A line for each miss.
    pub why: bool,
}

/// A gate: its figures in the scorers' form.
pub type Gate = fn(Shown) -> Result<String, String>;

impl Shown {
    /// Refuses what would show the sealed part.
    fn check(self) -> Result<(), String> {
        if self.why && self.part == Part::Sealed {
            return Err("the sealed part is scored, not shown: --why is for the open part".to_owned());
        }
        Ok(())
    }
}

/// The rows of one part of a file.
fn rows<T: DeserializeOwned>(name: &str, part: Part) -> Result<Vec<T>, String> {
    let part = match part {
        Part::Open => "open",
        Part::Sealed => "sealed",
    };
    read(&format!("{name}-{part}.jsonl"))
}

/// The rows of one file. A field that the form does not know is an error: a misspelt one would be scored by nobody.
fn read<T: DeserializeOwned>(file: &str) -> Result<Vec<T>, String> {
    let path = root().join("crates/wireroom-dev/gold/understanding").join(file);
    let text = std::fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()))?;
    let lines = text.lines().filter(|line| !line.trim().is_empty());
    let rows: Result<Vec<T>, String> = lines
        .map(|line| serde_json::from_str(line).map_err(|e| format!("{}: {e}", path.display())))
        .collect();
    rows.and_then(
        |rows| if rows.is_empty() { Err(format!("{} holds no gold", path.display())) } else { Ok(rows) },
    )
}

/// Where the `nth` occurrence (1 is the first) of some words stands in a text.
fn occurrence(text: &str, words: &str, nth: usize) -> Option<Span> {
    let (start, _) = text.match_indices(words).nth(nth.checked_sub(1)?)?;
    Span::new(text, start, start + words.len())
}

const fn first() -> usize {
    1
}

fn folded(words: Option<&str>) -> String {
    words.unwrap_or_default().to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ")
}

fn share(right: usize, of: usize) -> f64 {
    if of == 0 { 1.0 } else { right as f64 / of as f64 }
}
