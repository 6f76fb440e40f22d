//! Snippets as data: a text cut around the words that were asked for, in pieces that say whether they matched.
//! It never makes markup, so nothing a publisher wrote can become active in it.

use crate::question::{Clause, PREFIX_CHARS};
use crate::tokens::{self, Spot};
use serde::Serialize;

/// How many words a snippet shows.
const SNIPPET_WORDS: usize = 34;

/// How many words of a body are looked through for the best place.
const MAX_WORDS: usize = 20_000;

/// A run of text that matched, or did not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Piece {
    pub text: String,
    pub hit: bool,
}

/// The whole text in pieces.
pub fn whole(text: &str, clauses: &[Clause]) -> Vec<Piece> {
    let spots: Vec<Spot> = tokens::spots(text).take(MAX_WORDS).collect();
    cut(text, &spots, clauses, 0, text.len())
}

/// The part of a text with the most different words that were asked for; its beginning where none stands there.
pub fn snippet(text: &str, clauses: &[Clause]) -> Vec<Piece> {
    let spots: Vec<Spot> = tokens::spots(text).take(MAX_WORDS).collect();
    let matched: Vec<Option<usize>> = spots.iter().map(|spot| clause_of(&spot.folded, clauses)).collect();
    let first = best_window(&matched);
    let start = if first == 0 { 0 } else { spots.get(first).map_or(0, |spot| spot.start) };
    let last = spots.get(first + SNIPPET_WORDS - 1);
    // The full stop after the last word belongs to it.
    let end = last.map_or(text.len(), |spot| {
        let rest = text.get(spot.end..).unwrap_or("");
        let stop = rest.char_indices().find(|&(_, c)| c.is_alphanumeric() || c.is_whitespace());
        stop.map_or(text.len(), |(at, _)| spot.end + at)
    });
    let mut pieces = cut(text, &spots, clauses, start, end);
    if start > 0 {
        pieces.insert(0, Piece { text: "… ".to_owned(), hit: false });
    }
    if end < text.len() {
        pieces.push(Piece { text: " …".to_owned(), hit: false });
    }
    pieces
}

/// Which demand a word answers.
fn clause_of(folded: &str, clauses: &[Clause]) -> Option<usize> {
    clauses.iter().position(|clause| {
        clause.words.iter().any(|word| {
            folded == word
                || (!clause.exact
                    && clause.words.len() == 1
                    && word.chars().count() >= PREFIX_CHARS
                    && folded.starts_with(word.as_str()))
        })
    })
}

/// The first word of the window with the most different demands, then the most hits; a little room before the first hit.
fn best_window(matched: &[Option<usize>]) -> usize {
    const ROOM: usize = 6;
    let mut best = (0, 0, 0);
    for (at, _) in matched.iter().enumerate().filter(|(_, hit)| hit.is_some()) {
        let start = at.saturating_sub(ROOM);
        let window = matched.iter().skip(start).take(SNIPPET_WORDS);
        let mut kinds: Vec<usize> = window.flatten().copied().collect();
        let hits = kinds.len();
        kinds.sort_unstable();
        kinds.dedup();
        if (kinds.len(), hits) > (best.0, best.1) {
            best = (kinds.len(), hits, start);
        }
    }
    best.2
}

/// `start..end` of a text in pieces; line breaks become spaces.
fn cut(text: &str, spots: &[Spot], clauses: &[Clause], start: usize, end: usize) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut at = start;
    let mut put = |from: usize, to: usize, hit: bool| {
        let Some(part) = text.get(from..to).filter(|part| !part.is_empty()) else { return };
        pieces.push(Piece { text: part.replace('\n', " ").replace("  ", " "), hit });
    };
    for spot in spots.iter().filter(|spot| spot.start >= start && spot.end <= end) {
        if clause_of(&spot.folded, clauses).is_some() {
            put(at, spot.start, false);
            put(spot.start, spot.end, true);
            at = spot.end;
        }
    }
    put(at, end, false);
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    fn clauses(text: &str) -> Vec<Clause> {
        crate::language::parse(text).unwrap().wanted()
    }

    fn shown(pieces: &[Piece]) -> String {
        pieces.iter().map(|p| if p.hit { format!("[{}]", p.text) } else { p.text.clone() }).collect()
    }

    #[test]
    fn a_hit_is_marked_as_it_is_written() {
        let pieces = whole("The Ferries of Zürich", &clauses("zurich ferr"));
        assert_eq!(shown(&pieces), "The [Ferries] of [Zürich]");
    }

    #[test]
    fn a_snippet_shows_the_place_with_most_of_what_was_asked() {
        let filler = "nothing here at all ".repeat(40);
        let text = format!("{filler}ferry. {filler}the night ferry sank. {filler}");
        let shown = shown(&snippet(&text, &clauses("night ferry")));
        assert!(shown.contains("the [night] [ferry] sank."), "{shown}");
        assert!(shown.starts_with("… ") && shown.ends_with(" …"), "{shown}");
    }

    #[test]
    fn markup_in_a_text_stays_text() {
        let pieces = whole("<b>ferry</b>", &clauses("ferry"));
        assert_eq!(shown(&pieces), "<b>[ferry]</b>");
    }
}
