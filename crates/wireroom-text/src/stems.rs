//! Stems: the part of a word that its inflected forms share, for the languages that the Snowball algorithms know, and
//! Korean nouns without their particles.
//! It refuses to guess: a word of another language is its own stem. Start at [`stem`].

use rust_stemmers::{Algorithm, Stemmer};
use std::borrow::Cow;
use wireroom_model::Lang;

/// Longer words are names of files or chemistry, and their own stems.
const MAX_BYTES: usize = 64;

/// The stem of a folded word. For more than a few words of one language there is [`Stems`].
pub fn stem(word: &str, lang: Lang) -> Cow<'_, str> {
    Stems::of(lang).stem(word)
}

/// The rules of one language.
#[derive(Debug, Clone, Copy)]
pub struct Stems {
    algorithm: Option<Algorithm>,
    is_korean: bool,
}

impl Stems {
    /// The rules for a language; they leave every word alone where there are none.
    pub fn of(lang: Lang) -> Self {
        Self { algorithm: algorithm(lang), is_korean: lang.as_str() == "ko" }
    }

    /// The stem of a folded word.
    pub fn stem<'w>(&self, word: &'w str) -> Cow<'w, str> {
        match self.algorithm {
            Some(algorithm) if word.len() <= MAX_BYTES => Stemmer::create(algorithm).stem(word),
            None if self.is_korean => Cow::Borrowed(without_particle(word)),
            _ => Cow::Borrowed(word),
        }
    }
}

/// Korean particles that stand at the end of a noun, those that end in another one before it.
const PARTICLES: [&str; 26] = [
    "에서는",
    "에게는",
    "으로는",
    "에서도",
    "이라고",
    "에서",
    "에게",
    "으로",
    "까지",
    "부터",
    "처럼",
    "보다",
    "에는",
    "이나",
    "라고",
    "은",
    "는",
    "이",
    "가",
    "을",
    "를",
    "에",
    "의",
    "로",
    "와",
    "과",
];

/// Syllables that a noun keeps: shorter ones may end in what only looks like a particle.
const MIN_SYLLABLES: usize = 2;

fn without_particle(word: &str) -> &str {
    let rest = PARTICLES.iter().find_map(|particle| word.strip_suffix(particle));
    rest.filter(|rest| rest.chars().count() >= MIN_SYLLABLES).unwrap_or(word)
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
    fn a_korean_noun_loses_its_particle_but_not_its_last_two_syllables() {
        let korean = Lang::parse("ko");
        for word in ["병원은", "병원이", "병원을", "병원에서", "병원에서는", "병원으로", "병원까지", "병원의"]
        {
            assert_eq!(stem(word, korean), "병원");
        }
        assert_eq!(stem("고래는", korean), stem("고래가", korean));
        assert_eq!(stem("나이", korean), "나이");
        assert_eq!(stem("병원은", Lang::UNKNOWN), "병원은");
    }

    #[test]
    fn a_very_long_word_is_left_alone() {
        let long = "strikes".repeat(20);
        assert_eq!(stem(&long, Lang::EN), long);
    }
}
