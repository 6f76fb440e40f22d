//! A writer's answer, taken apart: one JSON object a line, and everything else is somebody's noise. Bounded in bytes
//! and lines before anything is looked at. Start at [`lines`].

use super::Fault;
use serde::Deserialize;

/// The longest answer that is read. Twelve sentences of 500 characters and their marks are half of it.
pub const MAX_ANSWER_BYTES: usize = 16 << 10;
/// Lines that are read: twice what may be asked for.
const MAX_LINES: usize = 24;
/// Cites that are read of one row.
const MAX_READ_CITES: usize = 64;

/// One line.
pub(super) enum Line {
    Row { text: String, cites: Vec<u64> },
    Other { text: String, fault: Fault },
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    text: String,
    cites: Vec<u64>,
}

pub(super) fn lines(answer: &str) -> Vec<Line> {
    if answer.len() > MAX_ANSWER_BYTES {
        return vec![Line::Other {
            text: answer.chars().take(super::MAX_KEPT).collect(),
            fault: Fault::Endless,
        }];
    }
    let mut lines = Vec::new();
    // A fence around the rows is a habit of writers and says nothing.
    for line in answer.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("```")) {
        if lines.len() >= MAX_LINES {
            lines.push(Line::Other { text: line.to_owned(), fault: Fault::TooManyLines });
            break;
        }
        lines.push(match serde_json::from_str::<Row>(line) {
            Ok(Row { text, mut cites }) => {
                cites.truncate(MAX_READ_CITES);
                Line::Row { text, cites }
            }
            Err(_) => Line::Other { text: line.to_owned(), fault: Fault::NotARow },
        });
    }
    lines
}
