//! Running text cut into words, numbers and marks, with where they stand and what parts them.

use crate::letters::{self, push_lower};
use crate::words::is_spaceless;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Word,
    Number { value: i64, digits: u32 },
    Mark(char),
}

/// One token: `fold` is its lower-case form (a mark's own character, straight quotes for curly ones).
#[derive(Debug, Clone)]
pub struct Token {
    pub start: usize,
    pub end: usize,
    pub fold: String,
    pub kind: Kind,
    /// The first letter is a capital.
    pub capital: bool,
    /// White space stands before it.
    pub gap: bool,
    /// An empty line stands before it.
    pub paragraph: bool,
}

impl Token {
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
pub fn tokens(text: &str) -> Vec<Token> {
    let mut out: Vec<Token> = Vec::new();
    let (mut gap, mut breaks) = (false, 0);
    for (start, c) in text.char_indices() {
        if c.is_whitespace() {
            gap = true;
            breaks += u32::from(c == '\n');
            continue;
        }
        let end = start + c.len_utf8();
        let digit = c.to_digit(10).map(i64::from);
        let joins = !gap && !is_spaceless(c);
        match (out.last_mut(), digit) {
            (Some(last), Some(digit)) if joins && last.number().is_some_and(|(_, digits)| digits < 12) => {
                if let Kind::Number { value, digits } = &mut last.kind {
                    *value = *value * 10 + digit;
                    *digits += 1;
                }
                last.fold.push(c);
                last.end = end;
            }
            (Some(last), None) if joins && last.is_word() && is_letter(c) => {
                push_lower(&mut last.fold, c);
                last.end = end;
            }
            _ => out.push(Token {
                start,
                end,
                fold: folded(c),
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
    out
}

/// A token's first character as it compares; there is room for a word of ordinary length.
fn folded(c: char) -> String {
    if !is_letter(c) {
        return straight(c).to_string();
    }
    let mut fold = String::with_capacity(12);
    push_lower(&mut fold, c);
    fold
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
