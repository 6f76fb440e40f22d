//! Stems: the part of a word that its inflected forms share, for the languages that the Snowball algorithms know.
//! It refuses to guess: a word of another language is its own stem. Start at [`stem`].

use rust_stemmers::{Algorithm, Stemmer};
use std::borrow::Cow;
use wireroom_model::Lang;

/// Longer words are names of files or chemistry, and their own stems.
const MAX_BYTES: usize = 64;

/// The stem of a folded word.
pub fn stem(word: &str, lang: Lang) -> Cow<'_, str> {
    match algorithm(lang) {
        Some(algorithm) if word.len() <= MAX_BYTES => Stemmer::create(algorithm).stem(word),
        _ => Cow::Borrowed(word),
    }
}

fn algorithm(lang: Lang) -> Option<Algorithm> {
    Some(match lang.as_str() {
        "ar" => Algorithm::Arabic,
        "da" => Algorithm::Danish,
        "de" => Algorithm::German,
        "el" => Algorithm::Greek,
        "en" => Algorithm::English,
        "es" => Algorithm::Spanish,
        "fi" => Algorithm::Finnish,
        "fr" => Algorithm::French,
        "hu" => Algorithm::Hungarian,
        "it" => Algorithm::Italian,
        "nb" | "nn" | "no" => Algorithm::Norwegian,
        "nl" => Algorithm::Dutch,
        "pt" => Algorithm::Portuguese,
        "ro" => Algorithm::Romanian,
        "ru" => Algorithm::Russian,
        "sv" => Algorithm::Swedish,
        "ta" => Algorithm::Tamil,
        "tr" => Algorithm::Turkish,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_one_word_share_a_stem() {
        assert_eq!(stem("strikes", Lang::EN), stem("striking", Lang::EN));
        let german = Lang::parse("de");
        assert_eq!(stem("verhandlungen", german), stem("verhandlung", german));
        let russian = Lang::parse("ru");
        assert_eq!(stem("переговоры", russian), stem("переговоров", russian));
    }

    #[test]
    fn a_word_of_a_language_without_rules_is_its_own_stem() {
        assert_eq!(stem("strikes", Lang::UNKNOWN), "strikes");
        assert_eq!(stem("mazungumzo", Lang::parse("sw")), "mazungumzo");
    }

    #[test]
    fn a_very_long_word_is_left_alone() {
        let long = "strikes".repeat(20);
        assert_eq!(stem(&long, Lang::EN), long);
    }
}
