//! Words: where they stand in a text and how they compare. Chinese, Japanese and Thai count by character.
//! It refuses to stem or to drop stop words: rooms that want that do it on top.

use crate::letters::{is_compatible, is_letter_or_digit, push_lower};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// One word of a text: its first byte and its letters as written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Word<'t> {
    pub start: usize,
    pub text: &'t str,
}

impl Word<'_> {
    /// One past the last byte.
    pub const fn end(&self) -> usize {
        self.start + self.text.len()
    }
}

/// Letters and digits, in order. An apostrophe or a hyphen ends a word; a character of a script
/// that writes no spaces is a word of its own.
pub fn words(text: &str) -> impl Iterator<Item = Word<'_>> {
    let mut at = 0;
    // Byte by byte where the text is ASCII: this loop is most of what it costs to read a text.
    std::iter::from_fn(move || {
        let bytes = text.as_bytes();
        let first = loop {
            let byte = *bytes.get(at)?;
            if byte.is_ascii_alphanumeric() {
                break None;
            }
            if byte.is_ascii() {
                at += 1;
                continue;
            }
            let c = text.get(at..)?.chars().next()?;
            if is_letter_or_digit(c) {
                break Some(c);
            }
            at += c.len_utf8();
        };
        let start = at;
        at += first.map_or(1, char::len_utf8);
        if !first.is_some_and(is_spaceless) {
            while let Some(&byte) = bytes.get(at) {
                if byte.is_ascii() {
                    if !byte.is_ascii_alphanumeric() {
                        break;
                    }
                    at += 1;
                    continue;
                }
                let c = text.get(at..)?.chars().next()?;
                if !is_letter(c) || is_spaceless(c) {
                    break;
                }
                at += c.len_utf8();
            }
        }
        Some(Word { start, text: text.get(start..at)? })
    })
}

/// The form in which words compare: compatibility composition, lower case.
pub fn fold(word: &str) -> String {
    let mut folded = String::with_capacity(word.len());
    fold_into(&mut folded, word);
    folded
}

/// The same, written over what the text held: for loops over every word of a text.
pub fn fold_into(folded: &mut String, word: &str) {
    folded.clear();
    if word.is_ascii() {
        folded.push_str(word);
        folded.make_ascii_lowercase();
    } else if word.chars().all(is_compatible) {
        word.chars().for_each(|c| push_lower(folded, c));
    } else {
        word.nfkc().for_each(|c| push_lower(folded, c));
    }
}

fn is_letter(c: char) -> bool {
    is_letter_or_digit(c) || is_combining_mark(c) || matches!(c, '\u{200c}' | '\u{200d}')
}

/// Scripts that write no spaces between words.
pub fn is_spaceless(c: char) -> bool {
    matches!(c, '\u{0e00}'..='\u{0eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{2fa1f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stand_where_the_text_has_them() {
        let text = "Don’t stop: 3.5 km, 東京 — naïve";
        let found: Vec<_> = words(text).map(|w| w.text).collect();
        assert_eq!(found, ["Don", "t", "stop", "3", "5", "km", "東", "京", "naïve"]);
        assert!(words(text).all(|w| text.get(w.start..w.end()) == Some(w.text)));
    }

    #[test]
    fn marks_and_joiners_belong_to_the_letter_before_them() {
        let found: Vec<_> = words("प्रधान मंत्री 👩‍👧").map(|w| w.text).collect();
        assert_eq!(found, ["प्रधान", "मंत्री"]);
    }

    #[test]
    fn words_compare_without_case_or_width() {
        assert_eq!(fold("ＮATO"), fold("nato"));
        assert_eq!(fold("É"), "é");
    }
}
