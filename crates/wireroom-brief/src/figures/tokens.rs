//! The words, numbers and signs of one sentence, with what every rule asks of them.
//! It refuses to join what a writer left apart, but for the groups of one number ("1 250", "12.500").
//! Start at [`Sentence::new`].

use super::lexicon::Lexicon;
use std::borrow::Cow;
use wireroom_model::Span;
use wireroom_text::dates::DateMention;
use wireroom_text::letters::is_letter_or_digit;
use wireroom_text::words::fold;

/// Tokens read of one sentence: a table printed as one sentence is no news.
const MAX_TOKENS: usize = 400;

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Word,
    /// Begins with a digit and holds digits and their marks alone.
    Number,
    Sign,
}

/// A word, a number or a sign.
#[derive(Debug, Clone)]
pub(super) struct Token<'t> {
    pub(super) start: usize,
    pub(super) end: usize,
    /// As it compares: lower case, one apostrophe.
    pub(super) word: Cow<'t, str>,
    pub(super) kind: Kind,
    /// Nothing stands between it and the token before it.
    pub(super) glued: bool,
    /// It begins with a capital letter.
    pub(super) capital: bool,
    /// It is part of a date.
    pub(super) dated: bool,
}

impl Token<'_> {
    pub(super) fn is(&self, word: &str) -> bool {
        self.word == word
    }

    pub(super) fn one_of(&self, words: &[&str]) -> bool {
        words.contains(&self.word.as_ref())
    }

    pub(super) fn is_word(&self) -> bool {
        self.kind == Kind::Word
    }
}

/// A sentence in tokens.
#[derive(Debug)]
pub(super) struct Sentence<'t> {
    pub(super) body: &'t str,
    pub(super) span: Span,
    pub(super) tokens: Vec<Token<'t>>,
    pub(super) lexicon: &'static Lexicon,
    pub(super) dates: &'t [DateMention],
}

impl<'t> Sentence<'t> {
    /// The tokens of `span`; `dates` are those that stand in it, in order.
    pub(super) fn new(
        body: &'t str,
        span: Span,
        lexicon: &'static Lexicon,
        dates: &'t [DateMention],
    ) -> Self {
        let mut tokens = tokens(body, span, lexicon);
        for date in dates {
            // French seven is no September.
            if date.span.of(body) == Some("sept") {
                continue;
            }
            for token in tokens.iter_mut().filter(|t| t.start < date.span.end() && date.span.start() < t.end)
            {
                token.dated = true;
            }
        }
        Self { body, span, tokens, lexicon, dates }
    }

    pub(super) fn at(&self, index: usize) -> Option<&Token<'t>> {
        self.tokens.get(index)
    }

    /// The token `back` places before `index`.
    pub(super) fn before(&self, index: usize, back: usize) -> Option<&Token<'t>> {
        index.checked_sub(back).and_then(|at| self.tokens.get(at))
    }

    /// The folded word at `index`; empty where the sentence has ended.
    pub(super) fn word(&self, index: usize) -> &str {
        self.at(index).map_or("", |t| t.word.as_ref())
    }

    pub(super) fn word_before(&self, index: usize, back: usize) -> &str {
        self.before(index, back).map_or("", |t| t.word.as_ref())
    }

    pub(super) fn is_number(&self, index: usize) -> bool {
        self.at(index).is_some_and(|t| t.kind == Kind::Number)
    }

    pub(super) fn glued(&self, index: usize) -> bool {
        self.at(index).is_some_and(|t| t.glued)
    }

    pub(super) fn capital(&self, index: usize) -> bool {
        self.at(index).is_some_and(|t| t.capital)
    }

    /// True where `phrase` (words, one space between) ends right before `index`.
    pub(super) fn ends_before(&self, index: usize, phrase: &str) -> Option<usize> {
        let mut at = index;
        for word in phrase.rsplit(' ') {
            at = at.checked_sub(1)?;
            if !self.at(at)?.is(word) {
                return None;
            }
        }
        Some(at)
    }

    /// Past the phrase that begins at `index`.
    pub(super) fn begins_at(&self, index: usize, phrase: &str) -> Option<usize> {
        let mut at = index;
        for word in phrase.split(' ') {
            if !self.at(at)?.is(word) {
                return None;
            }
            at += 1;
        }
        Some(at)
    }

    /// True where a sentence, a clause in quotation marks or a list item begins at `index`.
    pub(super) fn opens(&self, index: usize) -> bool {
        match self.before(index, 1) {
            None => true,
            Some(token) => {
                token.kind == Kind::Sign
                    && token.one_of(&[":", "\"", "“", "„", "«", "»", "‘", "(", "—", "–", "•", "-", "¿", "¡"])
            }
        }
    }

    /// The bytes of tokens `first..past`.
    pub(super) fn span(&self, first: usize, past: usize) -> Option<Span> {
        let start = self.at(first)?.start;
        let end = self.before(past, 1)?.end;
        Span::new(self.body, start, end)
    }
}

fn tokens<'t>(body: &'t str, span: Span, lexicon: &Lexicon) -> Vec<Token<'t>> {
    let text = span.of(body).unwrap_or("");
    let mut found: Vec<Token<'t>> = Vec::with_capacity(text.len() / 5 + 1);
    let mut at = 0;
    let mut gap = true;
    while let Some(first) = text.get(at..).and_then(|rest| rest.chars().next()) {
        if first.is_whitespace() {
            (gap, at) = (true, at + first.len_utf8());
            continue;
        }
        if found.len() == MAX_TOKENS {
            break;
        }
        let (kind, length) = if first.is_ascii_digit() {
            (Kind::Number, number_length(text, at, lexicon))
        } else if is_letter_or_digit(first) {
            (Kind::Word, word_length(text, at))
        } else {
            (Kind::Sign, first.len_utf8())
        };
        let Some(piece) = text.get(at..at + length) else { break };
        found.push(Token {
            start: span.start() + at,
            end: span.start() + at + length,
            word: folded(piece, kind),
            kind,
            glued: !gap,
            capital: first.is_uppercase(),
            dated: false,
        });
        at += length.max(1);
        gap = false;
    }
    found
}

fn folded(piece: &str, kind: Kind) -> Cow<'_, str> {
    match kind {
        Kind::Number => Cow::Borrowed(piece),
        Kind::Sign if matches!(piece, "’" | "ʼ") => Cow::Borrowed("'"),
        Kind::Sign if piece == "−" => Cow::Borrowed("-"),
        Kind::Sign => Cow::Borrowed(piece),
        Kind::Word if piece.bytes().all(|b| b.is_ascii_lowercase()) => Cow::Borrowed(piece),
        Kind::Word => Cow::Owned(fold(piece)),
    }
}

fn word_length(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or("");
    let mark = |c: char| ('\u{300}'..='\u{36f}').contains(&c);
    let bytes = rest.bytes().take_while(u8::is_ascii_alphanumeric).count();
    // Byte by byte as far as the word is ASCII.
    rest.get(bytes..)
        .and_then(|rest| rest.find(|c: char| !is_letter_or_digit(c) && !mark(c)))
        .map_or(rest.len(), |more| bytes + more)
}

/// A number with its marks: "1,250.5", and "1 250" where the language parts groups by a space.
fn number_length(text: &str, at: usize, lexicon: &Lexicon) -> usize {
    let rest = text.get(at..).unwrap_or("").as_bytes();
    let digits = |from: usize| rest.iter().skip(from).take_while(|b| b.is_ascii_digit()).count();
    let mut end = digits(0);
    let mut grouped = end <= 3;
    loop {
        let tail = text.get(at + end..).unwrap_or("");
        let Some(mark) = tail.chars().next() else { return end };
        let after = end + mark.len_utf8();
        let run = digits(after);
        let joins = match mark {
            '.' | ',' => run > 0,
            '\'' | '’' | '\u{a0}' | '\u{202f}' | '\u{2009}' => run == 3 && grouped,
            ' ' => run == 3 && grouped && lexicon.spaced_groups,
            _ => false,
        };
        if !joins {
            return end;
        }
        grouped = grouped && run == 3;
        end = after + run;
    }
}
