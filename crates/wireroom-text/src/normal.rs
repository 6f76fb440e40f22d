//! The one normal form of text: made once, before hashing; every span of the house counts bytes of it.
//! It keeps the writer's characters (quotes, dashes, case) and mends only what no reader sees:
//! composition (NFC), kinds of white space, control and zero-width characters, empty lines.

use crate::letters::is_composed;
use unicode_normalization::UnicodeNormalization;

/// The version of the normal form, stored beside every text.
pub const VERSION: u32 = 1;

/// NFC; runs of white space inside a paragraph become one space; paragraphs are separated by one empty line.
/// A single line break inside a paragraph is white space: callers separate paragraphs with an empty line.
pub fn normalise(raw: &str) -> String {
    let mut out = String::with_capacity(raw.len());
    let mut paragraph = false;
    for line in raw.split('\n') {
        let before = out.len();
        for (word, settled) in words(line) {
            if out.len() > before {
                out.push(' ');
            } else if !out.is_empty() {
                out.push_str(if paragraph { "\n\n" } else { " " });
            }
            paragraph = false;
            if settled {
                out.push_str(word);
                continue;
            }
            // Unseen characters go first: an accent behind one composes with its letter.
            out.extend(word.chars().filter(|&c| !is_unseen(c)).nfc());
        }
        // Nothing to see on it.
        paragraph |= out.len() == before;
    }
    out
}

/// What stands between gaps, and whether it is in the normal form as it is: nearly all words are.
fn words(line: &str) -> impl Iterator<Item = (&str, bool)> {
    let mut from = 0;
    std::iter::from_fn(move || {
        while from < line.len() {
            let rest = line.get(from..)?;
            let mut settled = true;
            let end = rest.find(|c: char| {
                if c.is_ascii_graphic() {
                    return false;
                }
                let gap = is_gap(c);
                settled &= gap || (is_composed(c) && !is_unseen(c));
                gap
            });
            let word = rest.get(..end.unwrap_or(rest.len()))?;
            let gap = rest.get(word.len()..)?.chars().next().map_or(0, char::len_utf8);
            from += word.len() + gap;
            let word = if settled { word } else { word.trim_matches(is_unseen) };
            if !word.is_empty() {
                return Some((word, settled));
            }
        }
        None
    })
}

/// The paragraphs of a normalised text.
pub fn paragraphs(text: &str) -> impl Iterator<Item = &str> {
    text.split("\n\n").filter(|p| !p.is_empty())
}

fn is_gap(c: char) -> bool {
    c.is_whitespace() || c == '\u{2800}' || c == '\u{feff}'
}

/// Characters that print nothing. The joiners U+200C and U+200D stay: they carry meaning in Persian, Hindi and emoji.
fn is_unseen(c: char) -> bool {
    (c.is_control() && !c.is_whitespace())
        || matches!(c, '\u{ad}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2060}'..='\u{2064}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{fffe}' | '\u{ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn paragraphs_are_separated_by_one_empty_line() {
        assert_eq!(
            normalise("  One\u{a0} two\nthree \r\n\r\n\n\n Four\u{ad}teen\t\n"),
            "One two three\n\nFourteen"
        );
        assert_eq!(paragraphs("a\n\nb").count(), 2);
    }

    #[test]
    fn an_accent_behind_an_unseen_character_composes() {
        assert_eq!(normalise("cafe\u{200b}\u{301}"), "café");
    }

    /// The normal form without the short way for words that are in it already.
    fn at_length(raw: &str) -> String {
        let (mut out, mut paragraph) = (String::new(), false);
        for line in raw.split('\n') {
            let words = line.split(is_gap).map(|word| word.trim_matches(is_unseen));
            for (place, word) in words.filter(|word| !word.is_empty()).enumerate() {
                let apart = if place == 0 && paragraph { "\n\n" } else { " " };
                out.push_str(if out.is_empty() { "" } else { apart });
                paragraph = false;
                out.extend(word.chars().filter(|&c| !is_unseen(c)).nfc());
            }
            paragraph |= line.chars().all(|c| is_gap(c) || is_unseen(c));
        }
        out
    }

    proptest! {
        #[test]
        fn the_short_way_gives_what_the_long_one_gives(
            raw in "([\\PC\n\t \u{200b}\u{ad}\u{301}\u{feff}\u{3000}\u{1100}\u{1161}\u{11a8}가각かがヿ\u{3099}東Åéж]{0,40})"
        ) {
            prop_assert_eq!(normalise(&raw), at_length(&raw));
        }

        #[test]
        fn the_normal_form_of_a_normal_form_is_itself(raw in "[\\PC\n\u{200b}\u{ad}\u{301}e ]{0,60}") {
            let once = normalise(&raw);
            prop_assert_eq!(normalise(&once), once);
        }
    }
}
