//! Marks of notes in running text ("¹", "[3]", "*") and the arrows that lead back from a note: no words of a sentence.
//! It refuses raised digits that belong to a word or a unit ("m²", "CO₂"). Start at [`mark`].

use crate::tree::{Name, Tag, Tree};

/// What a mark leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// A note: the HTML keeps the mark.
    Note,
    /// Back to the text, or to a picture of an embedded post: it goes.
    Back,
}

/// Longest mark in characters: "[12, 13]".
const MAX_MARK: usize = 12;
/// Longest text of a link that leads back.
const MAX_BACK: usize = 24;

/// Whether an element is a note's mark. `before` is the last character before it in its paragraph: a number that
/// opens a paragraph numbers it.
pub fn mark(tree: &Tree, at: usize, before: Option<char>) -> Option<Mark> {
    match tree.tag(at) {
        Tag::A => {
            let href = tree.attribute(at, Name::Href)?;
            let fragment = href.split_once('#').map(|(_, fragment)| fragment)?;
            let text = tree.line(at, MAX_BACK + 1);
            let arrow = |c: char| "↩↑⤴⏎↵^←«⬆▲\u{fe0e}\u{fe0f} ".contains(c);
            if !text.is_empty() && text.chars().all(arrow) {
                return Some(Mark::Back);
            }
            let raised = tree.subtree(at).any(|n| tree.tag(n) == Tag::Sup);
            let known = raised || text.starts_with('[') || names_a_note(fragment);
            (known && before.is_some() && is_mark(&text)).then_some(Mark::Note)
        }
        Tag::Sup => {
            let text = tree.line(at, MAX_MARK + 1);
            if before.is_none() || !is_mark(&text) {
                return None;
            }
            let linked =
                tree.subtree(at).any(|n| tree.attribute(n, Name::Href).is_some_and(|h| h.contains('#')));
            // A raised digit behind a full stop is no power and no unit.
            let behind_a_stop = before.is_some_and(|c| ".,;:!?\"”’)»…。，、؟،".contains(c));
            (linked || behind_a_stop).then_some(Mark::Note)
        }
        _ => None,
    }
}

/// Digits, stars and daggers, perhaps in brackets; one letter in brackets.
fn is_mark(text: &str) -> bool {
    let inside = text.trim().trim_start_matches(['[', '(']).trim_end_matches([']', ')']);
    let bracketed = inside.len() < text.trim().len();
    let sign = |c: char| c.is_numeric() || "*†‡§¶#, –-".contains(c);
    !inside.is_empty()
        && text.chars().count() <= MAX_MARK
        && (inside.chars().all(sign) || (bracketed && inside.len() == 1 && inside.is_ascii()))
}

fn names_a_note(fragment: &str) -> bool {
    let fragment = fragment.to_ascii_lowercase();
    ["fn", "note", "ref", "cite", "_ftn", "sdf", "fuss", "nota"].iter().any(|name| fragment.contains(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_stars_and_letters_in_brackets_are_marks() {
        for mark in ["1", "12", "[3]", "*", "†", "[a]", "1, 2", "(4)", "¹"] {
            assert!(is_mark(mark), "{mark}");
        }
        for none in ["", "a", "th", "er", "note", "[citation needed]"] {
            assert!(!is_mark(none), "{none}");
        }
    }
}
