//! The one normal form of text: made once, before hashing; every span of the house counts bytes of it.
//! It keeps the writer's characters (quotes, dashes, case) and mends only what no reader sees:
//! composition (NFC), kinds of white space, control and zero-width characters, empty lines.

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
        for word in
            line.split(is_gap).map(|word| word.trim_matches(is_unseen)).filter(|word| !word.is_empty())
        {
            if out.len() > before {
                out.push(' ');
            } else if !out.is_empty() {
                out.push_str(if paragraph { "\n\n" } else { " " });
            }
            paragraph = false;
            if word.bytes().all(|byte| byte.is_ascii_graphic()) {
                out.push_str(word);
                continue;
            }
            // Unseen characters go first: an accent behind one composes with its letter.
            out.extend(word.chars().filter(|&c| !is_unseen(c)).nfc());
        }
        if line.chars().all(|c| is_gap(c) || is_unseen(c)) {
            paragraph = true;
        }
    }
    out
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

    proptest! {
        #[test]
        fn the_normal_form_of_a_normal_form_is_itself(raw in "[\\PC\n\u{200b}\u{ad}\u{301}e ]{0,60}") {
            let once = normalise(&raw);
            prop_assert_eq!(normalise(&once), once);
        }
    }
}
