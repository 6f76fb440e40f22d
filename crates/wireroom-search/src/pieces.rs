//! Snippets as data: a text cut around the words that were asked for, in pieces that say whether they matched.
//! It never makes markup, so nothing a publisher wrote can become active in it.

use crate::question::{Clause, PREFIX_CHARS};
use crate::tokens;
use serde::Serialize;
use wireroom_text::words;

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

/// A word of a text, and which demand it answers.
#[derive(Debug, Clone, Copy)]
struct Seen {
    start: usize,
    end: usize,
    clause: Option<usize>,
}

/// A word that was asked for.
struct Asked<'a> {
    clause: usize,
    word: &'a str,
    /// A beginning of it counts.
    begins: bool,
}

/// The whole text in pieces.
pub fn whole(text: &str, clauses: &[Clause]) -> Vec<Piece> {
    cut(text, &seen(text, clauses), 0, text.len())
}

/// The part of a text with the most different words that were asked for; its beginning where none stands there.
pub fn snippet(text: &str, clauses: &[Clause]) -> Vec<Piece> {
    let seen = seen(text, clauses);
    let first = best_window(&seen);
    let start = if first == 0 { 0 } else { seen.get(first).map_or(0, |word| word.start) };
    let last = seen.get(first + SNIPPET_WORDS - 1);
    // The full stop after the last word belongs to it.
    let end = last.map_or(text.len(), |word| {
        let rest = text.get(word.end..).unwrap_or("");
        let stop = rest.char_indices().find(|&(_, c)| c.is_alphanumeric() || c.is_whitespace());
        stop.map_or(text.len(), |(at, _)| word.end + at)
    });
    let mut pieces = cut(text, &seen, start, end);
    if start > 0 {
        pieces.insert(0, Piece { text: "… ".to_owned(), hit: false });
    }
    if end < text.len() {
        pieces.push(Piece { text: " …".to_owned(), hit: false });
    }
    pieces
}

/// The words of a text. A page of results goes through some ten thousand, so none gets a text of its own.
fn seen(text: &str, clauses: &[Clause]) -> Vec<Seen> {
    let asked: Vec<Asked<'_>> =
        clauses.iter().enumerate().flat_map(|(clause, of)| asked(clause, of)).collect();
    let mut folded = String::new();
    let see = |word: words::Word<'_>| {
        tokens::fold_into(&mut folded, word.text);
        Seen { start: word.start, end: word.end(), clause: clause_of(&folded, &asked) }
    };
    words::words(text).take(MAX_WORDS).map(see).collect()
}

fn asked(clause: usize, of: &Clause) -> impl Iterator<Item = Asked<'_>> {
    let alone = !of.exact && of.words.len() == 1;
    let begins = move |word: &str| alone && word.chars().count() >= PREFIX_CHARS;
    of.words.iter().map(move |word| Asked { clause, word, begins: begins(word) })
}

/// Which demand a word answers.
fn clause_of(folded: &str, asked: &[Asked<'_>]) -> Option<usize> {
    let answers =
        |one: &&Asked<'_>| folded.starts_with(one.word) && (one.begins || folded.len() == one.word.len());
    asked.iter().find(answers).map(|one| one.clause)
}

/// The first word of the window with the most different demands, then the most hits; a little room before the first hit.
fn best_window(seen: &[Seen]) -> usize {
    const ROOM: usize = 6;
    let mut best = (0, 0, 0);
    for (at, _) in seen.iter().enumerate().filter(|(_, word)| word.clause.is_some()) {
        let start = at.saturating_sub(ROOM);
        let window = seen.iter().skip(start).take(SNIPPET_WORDS);
        let mut kinds: Vec<usize> = window.filter_map(|word| word.clause).collect();
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
fn cut(text: &str, seen: &[Seen], start: usize, end: usize) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut at = start;
    let mut put = |from: usize, to: usize, hit: bool| {
        let Some(part) = text.get(from..to).filter(|part| !part.is_empty()) else { return };
        pieces.push(Piece { text: part.replace('\n', " ").replace("  ", " "), hit });
    };
    let hits = seen.iter().filter(|word| word.clause.is_some());
    for word in hits.filter(|word| word.start >= start && word.end <= end) {
        put(at, word.start, false);
        put(word.start, word.end, true);
        at = word.end;
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
