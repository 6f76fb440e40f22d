//! The beginning of an article, which is all that anybody without an account ever sees of it: the same words on every
//! page, so that no tour of the pages yields more. It refuses to hold a whole text, short or long.
//! Start at [`Excerpt::of`], the one way to make one.

use std::fmt;
use wireroom_text::words::is_spaceless;

/// The most words that are shown of an article, whatever its length.
pub const MAX_WORDS: usize = 40;
/// The most characters, for texts whose words have no end.
const MAX_CHARACTERS: usize = 400;
/// Scripts without spaces have words of about two characters.
const CHARACTERS_A_WORD: usize = 2;

/// The first words of an article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Excerpt(String);

impl fmt::Display for Excerpt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Counts words as they go by.
#[derive(Default)]
struct Words {
    count: usize,
    characters: usize,
    inside: bool,
}

impl Words {
    fn see(&mut self, c: char) {
        if is_spaceless(c) {
            self.inside = false;
            self.count += usize::from(self.characters.is_multiple_of(CHARACTERS_A_WORD));
            self.characters += 1;
        } else if c.is_whitespace() {
            self.inside = false;
        } else if !self.inside && c.is_alphanumeric() {
            self.inside = true;
            self.count += 1;
        }
    }
}

impl Excerpt {
    /// The beginning of a text: at most [`MAX_WORDS`], and never more than half of it. None where that is nothing.
    pub fn of(text: &str) -> Option<Self> {
        let mut all = Words::default();
        text.chars().for_each(|c| all.see(c));
        let most = MAX_WORDS.min(all.count / 2);
        let (mut words, mut shown) = (Words::default(), String::new());
        for c in text.chars().take(MAX_CHARACTERS) {
            words.see(c);
            if words.count > most {
                break;
            }
            shown.push(if c.is_whitespace() { ' ' } else { c });
        }
        let shown = shown.trim_end();
        (most > 0 && !shown.is_empty()).then(|| Self(format!("{shown}…")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> usize {
        text.split_whitespace().count()
    }

    #[test]
    fn of_a_long_text_forty_words_are_shown() {
        let text = "One harbour word ".repeat(200);
        let shown = Excerpt::of(&text).unwrap().to_string();
        assert_eq!(words(&shown), MAX_WORDS);
        assert!(text.starts_with(shown.trim_end_matches('…')));
    }

    #[test]
    fn of_a_short_text_half_is_shown_and_never_all() {
        assert_eq!(Excerpt::of("Ferries sail from Monday.").unwrap().to_string(), "Ferries sail…");
        for whole in ["", "Ferries", "Ferries.", " \n ", "…"] {
            assert_eq!(Excerpt::of(whole), None, "{whole}");
        }
    }

    #[test]
    fn a_text_without_spaces_has_words_all_the_same() {
        let text = "渡轮星期一起重新开航，港务局说。".repeat(100);
        let shown = Excerpt::of(&text).unwrap().to_string();
        assert!((60..=110).contains(&shown.chars().count()), "{}", shown.chars().count());
    }

    #[test]
    fn one_word_without_an_end_is_cut() {
        let text = format!("{} and then some more words", "x".repeat(5_000));
        assert!(Excerpt::of(&text).unwrap().to_string().chars().count() <= MAX_CHARACTERS + 1);
    }
}
