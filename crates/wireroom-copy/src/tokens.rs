//! The words of two texts as a diff compares them: exact, without case, a figure with its signs as one word
//! ("12,000", "€5", "3.5 %"). It refuses to lose a figure's sign: what changes a number's meaning is part of it.
//! Start at [`Tokens::of`].

use crate::align::count;
use std::collections::BTreeMap;
use wireroom_model::Span;
use wireroom_text::words::{Word, fold, words};

/// Words of one text that are compared; what follows is named as not compared. Twice what the window looks at, for
/// scripts that count by character.
pub(crate) const MAX_TOKENS: usize = 16_384;

/// One word or figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Token {
    pub start: usize,
    pub end: usize,
    /// Equal numbers are equal words, in both texts of a pair.
    pub number: u32,
    /// Which paragraph of those that have a word, from 0.
    pub paragraph: usize,
    pub figure: bool,
}

/// Gives equal words equal numbers.
#[derive(Debug, Default)]
pub(crate) struct Numbers(BTreeMap<String, u32>);

impl Numbers {
    fn of(&mut self, key: String) -> u32 {
        let next = count(self.0.len());
        *self.0.entry(key).or_insert(next)
    }
}

/// A text's words and its paragraphs.
#[derive(Debug)]
pub(crate) struct Tokens<'t> {
    pub text: &'t str,
    pub all: Vec<Token>,
    /// The paragraphs that have a word; the last may end early, where `rest` begins.
    pub paragraphs: Vec<Span>,
    pub rest: Option<Span>,
    /// Where words were left out: the edges of each that stays. Empty where none was.
    cells: Vec<Span>,
}

impl<'t> Tokens<'t> {
    /// Reads a normalised text.
    pub(crate) fn of(text: &'t str, numbers: &mut Numbers) -> Self {
        let mut out = Self { text, all: Vec::new(), paragraphs: Vec::new(), rest: None, cells: Vec::new() };
        let mut at = 0;
        for part in text.split("\n\n") {
            let (start, end) = (at, at + part.len());
            at = end + 2;
            if out.rest.is_some() {
                break;
            }
            out.paragraph(part, start, end, numbers);
        }
        out
    }

    fn paragraph(&mut self, part: &str, start: usize, end: usize, numbers: &mut Numbers) {
        let before = self.all.len();
        let mut found = words(part).peekable();
        while let Some(first) = found.next() {
            if self.all.len() >= MAX_TOKENS {
                let from = start + opening(part, first.start);
                self.rest = Span::new(self.text, from, self.text.len());
                if before < self.all.len() {
                    self.paragraphs.extend(Span::new(self.text, start, from));
                }
                return;
            }
            let mut last = first;
            let figure = is_number(first.text);
            let mut key = fold(first.text);
            while let Some(next) = found.next_if(|next| figure && joins(part, &last, next)) {
                key.push(separator(part, &last, &next));
                key.push_str(&fold(next.text));
                last = next;
            }
            while let Some(next) = found.next_if(|next| !figure && is_apart(part, &last, next)) {
                key.push('\'');
                key.push_str(&fold(next.text));
                last = next;
            }
            let (mut from, mut to) = (first.start, last.end());
            if figure {
                (from, to) = with_signs(part, from, to, &mut key);
            }
            self.all.push(Token {
                start: start + from,
                end: start + to,
                number: numbers.of(key),
                paragraph: self.paragraphs.len(),
                figure: figure || first.text.chars().any(char::is_numeric),
            });
        }
        if before < self.all.len() {
            self.paragraphs.extend(Span::new(self.text, start, end));
        }
    }

    /// The numbers alone.
    pub(crate) fn numbers(&self) -> Vec<u32> {
        self.all.iter().map(|token| token.number).collect()
    }

    /// The same text with some of its words alone; each keeps its place, its number and its paragraph's.
    pub(crate) fn only(self, stays: impl Fn(usize, &Token) -> bool) -> Self {
        let kept: Vec<usize> =
            self.all.iter().enumerate().filter(|(at, token)| stays(*at, token)).map(|(at, _)| at).collect();
        let cells = kept.iter().filter_map(|&at| self.cell(at)).collect();
        let all = kept.iter().filter_map(|&at| self.all.get(at).copied()).collect();
        Self { all, cells, ..self }
    }

    /// A word with what stands before the next one; a paragraph's own edges where it ends.
    pub(crate) fn cell(&self, at: usize) -> Option<Span> {
        if !self.cells.is_empty() {
            return self.cells.get(at).copied();
        }
        let token = self.all.get(at)?;
        let paragraph = self.paragraphs.get(token.paragraph)?;
        let here = |at: usize| self.all.get(at).is_some_and(|other| other.paragraph == token.paragraph);
        let start = if at.checked_sub(1).is_some_and(here) { self.edge(at)? } else { paragraph.start() };
        let end = if here(at + 1) { self.edge(at + 1)? } else { paragraph.end() };
        Span::new(self.text, start, end)
    }

    /// True where words that were left out stand directly before this one, in its paragraph.
    pub(crate) fn follows_gap(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1).and_then(|before| self.cells.get(before)) else { return false };
        let same = |one: &Token, two: &Token| one.paragraph == two.paragraph;
        let inside = self.all.get(at - 1).zip(self.all.get(at)).is_some_and(|(one, two)| same(one, two));
        inside && self.cells.get(at).is_some_and(|cell| cell.start() != before.end())
    }

    /// Where a piece that begins with this token begins: after the last white space before it, so that an opening
    /// quotation mark goes with its word.
    pub(crate) fn edge(&self, token: usize) -> Option<usize> {
        let token = self.all.get(token)?;
        let paragraph = self.paragraphs.get(token.paragraph)?;
        let before = self.text.get(paragraph.start()..token.start)?;
        Some(paragraph.start() + opening(before, before.len()))
    }
}

/// Where the punctuation directly before byte `at` begins; after a word without a space between, `at` itself.
fn opening(text: &str, at: usize) -> usize {
    let before = text.get(..at).unwrap_or_default();
    let word_end = before.char_indices().rev().find(|(_, c)| c.is_alphanumeric());
    let gap = word_end.map_or(0, |(place, c)| place + c.len_utf8());
    let spaces = before.get(gap..).unwrap_or_default().char_indices().rev().find(|(_, c)| c.is_whitespace());
    match spaces {
        Some((place, c)) => gap + place + c.len_utf8(),
        None if gap == 0 => 0,
        None => at,
    }
}

/// Whether an apostrophe alone parts two words: "the guild's" is compared as a reader sees it.
fn is_apart(text: &str, one: &Word<'_>, two: &Word<'_>) -> bool {
    matches!(text.get(one.end()..two.start), Some("'" | "\u{2019}")) && !is_number(two.text)
}

fn is_number(word: &str) -> bool {
    word.chars().all(char::is_numeric)
}

/// Whether two numbers are parts of one figure: nothing but one separator between them.
fn joins(text: &str, one: &Word<'_>, two: &Word<'_>) -> bool {
    let mut between = text.get(one.end()..two.start).unwrap_or_default().chars();
    let single = matches!(
        between.next(),
        Some(
            ',' | '.' | ':' | '\'' | '\u{2019}' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '\u{66b}' | '\u{66c}'
        )
    );
    single && between.next().is_none() && is_number(two.text)
}

/// The separator as it compares: a comma is a point, every space is one.
fn separator(text: &str, one: &Word<'_>, two: &Word<'_>) -> char {
    match text.get(one.end()..two.start).and_then(|between| between.chars().next()) {
        Some(':') => ':',
        Some('\u{a0}' | '\u{202f}' | '\u{2009}' | '\'' | '\u{2019}' | '\u{66c}') => '\u{2009}',
        _ => '.',
    }
}

const fn is_currency(c: char) -> bool {
    matches!(c, '$' | '£' | '¥' | '¢' | '\u{20a0}'..='\u{20cf}')
}

/// Widens a figure by its signs and puts them into its key.
fn with_signs(text: &str, from: usize, to: usize, key: &mut String) -> (usize, usize) {
    let (mut from, mut to) = (from, to);
    let mut before = text.get(..from).unwrap_or_default().chars().rev();
    let mut next = before.next();
    if let Some(sign) = next.filter(|&c| is_currency(c)) {
        from -= sign.len_utf8();
        key.insert(0, sign);
        next = before.next();
    }
    if let Some(sign) = next.filter(|c| matches!(c, '-' | '\u{2212}'))
        && before.next().is_none_or(char::is_whitespace)
    {
        from -= sign.len_utf8();
        key.insert(0, '-');
    }
    let after = text.get(to..).unwrap_or_default();
    let space = after.chars().next().filter(|c| matches!(c, ' ' | '\u{a0}' | '\u{202f}'));
    let spaced = space.map_or(0, char::len_utf8);
    let sign = after.get(spaced..).and_then(|rest| rest.chars().next());
    if let Some(sign) = sign.filter(|&c| matches!(c, '%' | '\u{2030}' | '\u{66a}') || is_currency(c)) {
        to += spaced + sign.len_utf8();
        key.push(sign);
    }
    (from, to)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Vec<&str> {
        let tokens = Tokens::of(text, &mut Numbers::default());
        tokens.all.iter().map(|t| text.get(t.start..t.end).unwrap()).collect()
    }

    fn same(one: &str, two: &str) -> bool {
        let mut numbers = Numbers::default();
        Tokens::of(one, &mut numbers).numbers() == Tokens::of(two, &mut numbers).numbers()
    }

    #[test]
    fn a_figure_is_one_word_with_its_signs() {
        assert_eq!(
            shown("Some 12,500 paid €3.50 or 7 % at 22:40, in 2024 310."),
            ["Some", "12,500", "paid", "€3.50", "or", "7 %", "at", "22:40", "in", "2024", "310"]
        );
        assert_eq!(
            shown("It fell to −5 in 10–15 days"),
            ["It", "fell", "to", "−5", "in", "10", "15", "days"]
        );
    }

    #[test]
    fn a_sign_tells_figures_apart_and_punctuation_does_not() {
        assert!(!same("$12 more", "€12 more"));
        assert!(!same("5% more", "5 more"));
        assert!(!same("12,000", "12,500"));
        assert!(same("12,000 men.", "12.000 Men!"));
        assert!(same("Don\u{2019}t stop", "don't, stop"));
        assert_eq!(shown("the guild\u{2019}s \u{2018}no\u{2019}"), ["the", "guild\u{2019}s", "no"]);
    }

    #[test]
    fn an_opening_mark_goes_with_its_word() {
        let text = "He said: \u{201c}We go\u{201d} (twice).";
        let tokens = Tokens::of(text, &mut Numbers::default());
        let from = |token| text.get(tokens.edge(token).unwrap()..).unwrap();
        assert!(from(0).starts_with("He"));
        assert!(from(2).starts_with("\u{201c}We"));
        assert!(from(4).starts_with("(twice"));
    }

    #[test]
    fn what_is_past_the_limit_is_named() {
        let text = "word ".repeat(MAX_TOKENS + 3);
        let tokens = Tokens::of(&text, &mut Numbers::default());
        assert_eq!(tokens.all.len(), MAX_TOKENS);
        assert_eq!(tokens.rest.unwrap().of(&text).unwrap().trim(), "word word word");
    }
}
