//! Words as the index compares them: folded, without accents. Scripts that write no spaces go in by character and
//! are asked for as phrases, so that a run of two or more characters finds exactly its neighbours.

use tantivy::tokenizer::{Token, TokenStream, Tokenizer};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use wireroom_text::words;

/// The tokeniser's name in the index; a changed rule takes a new name, which makes the index anew.
pub const NAME: &str = "words_v1";

/// Longer words are cut: nobody types them, and an index has limits.
const MAX_WORD_CHARS: usize = 64;

/// One word as it is compared, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spot {
    pub start: usize,
    pub end: usize,
    pub folded: String,
}

/// The words of a text in order.
pub fn spots(text: &str) -> impl Iterator<Item = Spot> {
    words::words(text).map(|word| Spot { start: word.start, end: word.end(), folded: fold(word.text) })
}

/// One word as it is compared.
pub fn fold(word: &str) -> String {
    let mut folded = String::with_capacity(word.len());
    fold_into(&mut folded, word);
    folded
}

/// The same, written over what the text held: for loops over every word of a text.
pub fn fold_into(folded: &mut String, word: &str) {
    words::fold_into(folded, word);
    if folded.is_ascii() {
        folded.truncate(MAX_WORD_CHARS);
        return;
    }
    let plain = folded.nfd().filter(|&c| !is_combining_mark(c)).nfc().take(MAX_WORD_CHARS).collect();
    *folded = plain;
}

/// The index's tokeniser.
#[derive(Debug, Clone, Default)]
pub struct Words;

/// The tokens of one text, made beforehand.
#[derive(Debug)]
pub struct Stream {
    waiting: std::vec::IntoIter<Spot>,
    token: Token,
}

impl Tokenizer for Words {
    type TokenStream<'a> = Stream;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> Stream {
        let spots: Vec<Spot> = spots(text).filter(|spot| !spot.folded.is_empty()).collect();
        Stream { waiting: spots.into_iter(), token: Token::default() }
    }
}

impl TokenStream for Stream {
    fn advance(&mut self) -> bool {
        let Some(spot) = self.waiting.next() else { return false };
        self.token = Token {
            offset_from: spot.start,
            offset_to: spot.end,
            // A fresh token stands before the first position.
            position: self.token.position.wrapping_add(1),
            text: spot.folded,
            position_length: 1,
        };
        true
    }

    fn token(&self) -> &Token {
        &self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        &mut self.token
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_and_case_do_not_tell_words_apart() {
        assert_eq!(fold("Zürich"), fold("ZURICH"));
        assert_eq!(fold("naïve"), "naive");
    }

    #[test]
    fn a_script_without_spaces_goes_in_by_character() {
        let folded: Vec<String> = spots("東京 news").map(|spot| spot.folded).collect();
        assert_eq!(folded, ["東", "京", "news"]);
    }
}
