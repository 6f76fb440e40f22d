//! Running text cut into words, numbers and marks, with where they stand and what parts them.

use crate::letters::{self, push_lower};
use crate::words::is_spaceless;
use std::borrow::Cow;

/// Bytes of a text for each of its tokens, roughly: room for them is taken at once.
const BYTES: usize = 5;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Word,
    Number { value: i64, digits: u32 },
    Mark(char),
}

/// One token: `fold` is its lower-case form (a mark's own character, straight quotes for curly ones).
#[derive(Debug, Clone)]
pub struct Token<'t> {
    pub start: usize,
    pub end: usize,
    pub fold: Cow<'t, str>,
    pub kind: Kind,
    /// The first letter is a capital.
    pub capital: bool,
    /// White space stands before it.
    pub gap: bool,
    /// An empty line stands before it.
    pub paragraph: bool,
}

impl Token<'_> {
    pub fn is_word(&self) -> bool {
        self.kind == Kind::Word
    }

    pub fn is_mark(&self, mark: char) -> bool {
        self.kind == Kind::Mark(mark)
    }

    pub const fn number(&self) -> Option<(i64, u32)> {
        match self.kind {
            Kind::Number { value, digits } => Some((value, digits)),
            _ => None,
        }
    }
}

/// All tokens of a text, in order.
pub fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut out: Vec<Token<'_>> = Vec::with_capacity(text.len() / BYTES);
    let (mut gap, mut breaks) = (false, 0);
    // The letters up to here belong to the last word.
    let mut taken = 0;
    for (start, c) in text.char_indices() {
        if start < taken {
            continue;
        }
        if c.is_whitespace() {
            gap = true;
            breaks += u32::from(c == '\n');
            continue;
        }
        let mut end = start + c.len_utf8();
        if c.is_ascii_alphabetic() {
            let rest = text.as_bytes().iter().skip(end);
            end += rest.take_while(|byte| byte.is_ascii_alphabetic()).count();
            taken = end;
        }
        let digit = c.to_digit(10).map(i64::from);
        let joins = !gap && !is_spaceless(c);
        match (out.last_mut(), digit) {
            (Some(last), Some(digit)) if joins && last.number().is_some_and(|(_, digits)| digits < 12) => {
                if let Kind::Number { value, digits } = &mut last.kind {
                    *value = *value * 10 + digit;
                    *digits += 1;
                }
                last.end = end;
            }
            (Some(last), None) if joins && last.is_word() && is_letter(c) => last.end = end,
            _ => out.push(Token {
                start,
                end,
                fold: Cow::Borrowed(""),
                kind: match digit {
                    Some(value) => Kind::Number { value, digits: 1 },
                    None if is_letter(c) && !is_spaceless(c) => Kind::Word,
                    None => Kind::Mark(straight(c)),
                },
                capital: c.is_uppercase(),
                gap,
                paragraph: breaks > 1,
            }),
        }
        (gap, breaks) = (false, 0);
    }
    for token in &mut out {
        token.fold = folded(text.get(token.start..token.end).unwrap_or(""));
    }
    out
}

/// A token as it compares: most words stand in small letters already.
fn folded(piece: &str) -> Cow<'_, str> {
    if piece.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit()) {
        return Cow::Borrowed(piece);
    }
    match piece.chars().next().map(|c| (c, straight(c))) {
        Some((c, mark)) if !is_letter(c) && c == mark => Cow::Borrowed(piece),
        Some((c, mark)) if !is_letter(c) => Cow::Owned(mark.to_string()),
        _ => {
            let mut fold = String::with_capacity(piece.len());
            piece.chars().for_each(|c| push_lower(&mut fold, c));
            Cow::Owned(fold)
        }
    }
}

fn is_letter(c: char) -> bool {
    letters::is_letter(c) || matches!(c, '\u{300}'..='\u{36f}')
}

const fn straight(c: char) -> char {
    match c {
        '’' | '‘' | 'ʼ' => '\'',
        '–' | '—' | '−' => '-',
        c => c,
    }
}
