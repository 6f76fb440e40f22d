//! Words that carry no matter: articles, prepositions, auxiliaries of five languages, and anything very short.
//! For other languages the weights of the pool do the work: a word in every sentence weighs nothing.

use std::sync::LazyLock;
use wireroom_model::Lang;
use wireroom_text::hash::Words;
use wireroom_text::words::{fold, words};

const ENGLISH: &[&str] = &[
    "the",
    "and",
    "that",
    "this",
    "with",
    "for",
    "from",
    "was",
    "were",
    "are",
    "has",
    "have",
    "had",
    "been",
    "will",
    "would",
    "could",
    "should",
    "can",
    "may",
    "might",
    "not",
    "but",
    "his",
    "her",
    "their",
    "its",
    "our",
    "your",
    "they",
    "them",
    "she",
    "him",
    "who",
    "whom",
    "which",
    "what",
    "when",
    "where",
    "while",
    "into",
    "onto",
    "over",
    "under",
    "after",
    "before",
    "about",
    "than",
    "then",
    "also",
    "there",
    "here",
    "more",
    "most",
    "some",
    "such",
    "only",
    "other",
    "any",
    "all",
    "both",
    "each",
    "between",
    "during",
    "because",
    "said",
    "says",
    "say",
    "told",
    "according",
    "being",
    "did",
    "does",
    "done",
    "out",
    "off",
    "down",
    "just",
    "very",
    "you",
    "one",
    "two",
    "how",
    "why",
    "until",
    "since",
    "through",
    "against",
    "those",
    "these",
    "even",
    "still",
    "now",
    "yet",
    "per",
];
const GERMAN: &[&str] = &[
    "der", "die", "das", "den", "dem", "des", "ein", "eine", "einen", "einem", "einer", "eines", "und",
    "oder", "aber", "nicht", "auch", "sich", "ist", "sind", "war", "waren", "wird", "werden", "wurde",
    "wurden", "hat", "haben", "hatte", "hatten", "mit", "von", "vom", "für", "auf", "aus", "bei", "beim",
    "nach", "über", "unter", "vor", "zum", "zur", "als", "wie", "dass", "wenn", "weil", "noch", "nur",
    "mehr", "sie", "ihr", "ihre", "sein", "seine", "man", "durch", "gegen", "ohne", "sagte", "sagt", "kann",
    "können", "soll", "sollen", "diese", "dieser", "dieses",
];
const FRENCH: &[&str] = &[
    "les", "des", "une", "aux", "dans", "par", "pour", "sur", "avec", "sans", "sous", "que", "qui", "dont",
    "est", "sont", "était", "été", "être", "ont", "avait", "avoir", "pas", "plus", "mais", "comme", "leur",
    "leurs", "ses", "son", "elle", "elles", "ils", "nous", "vous", "cette", "ces", "entre", "après", "avant",
    "selon", "aussi", "dit", "fait", "tout", "tous", "même", "depuis", "lors", "ainsi", "contre", "chez",
    "très",
];
const SPANISH: &[&str] = &[
    "los", "las", "una", "unos", "unas", "del", "que", "con", "por", "para", "como", "más", "pero", "sus",
    "este", "esta", "estos", "estas", "ese", "esa", "fue", "son", "era", "han", "había", "haber", "ser",
    "está", "están", "entre", "sobre", "tras", "desde", "hasta", "según", "también", "dijo", "sin", "muy",
    "todo", "todos", "cuando", "donde", "durante", "contra", "ante",
];

/// Words at the head of a sentence that lean on the one before it.
const LEANING: &[&str] = &[
    "he",
    "she",
    "they",
    "it",
    "but",
    "and",
    "however",
    "so",
    "this",
    "that",
    "these",
    "those",
    "also",
    "then",
    "yet",
    "his",
    "her",
    "their",
    "meanwhile",
    "instead",
    "er",
    "sie",
    "aber",
    "doch",
    "und",
    "auch",
    "dies",
    "diese",
    "damit",
    "il",
    "elle",
    "ils",
    "elles",
    "mais",
    "et",
    "cela",
    "ce",
    "él",
    "ella",
    "pero",
    "esto",
    "eso",
];

/// Whether a folded word of the language carries matter.
pub(crate) fn carries(word: &str, lang: Lang) -> bool {
    if word.chars().next().is_some_and(char::is_numeric) {
        return true;
    }
    if word.chars().nth(2).is_none() {
        return false;
    }
    let [english, german, french, spanish, arabic] = &*LISTS;
    let list = match lang.as_str() {
        "de" => german,
        "fr" => french,
        "es" => spanish,
        "ar" => arabic,
        _ => english,
    };
    !list.contains(word)
}

/// The lists as they are asked: every word of a text is.
static LISTS: LazyLock<[Words; 5]> =
    LazyLock::new(|| [ENGLISH, GERMAN, FRENCH, SPANISH, ARABIC].map(|list| list.iter().copied().collect()));

/// Whether a sentence that begins with the word is hard to read alone.
pub(crate) fn leans(word: &str) -> bool {
    LEANING.contains(&word)
}

const ARABIC: &[&str] = &[
    "على",
    "إلى",
    "الى",
    "من",
    "عن",
    "مع",
    "في",
    "أن",
    "إن",
    "كان",
    "كانت",
    "التي",
    "الذي",
    "الذين",
    "هذا",
    "هذه",
    "ذلك",
    "تلك",
    "بعد",
    "قبل",
    "بين",
    "عند",
    "حتى",
    "منذ",
    "خلال",
    "كما",
    "قال",
    "قالت",
    "وقال",
    "وقالت",
];

/// Verbs that a call to the reader begins with, and the words that show whom it is for: an order alone ("Read aloud,
/// the verdict took two hours") is none.
const CALLING: &[&str] = &[
    "follow",
    "read",
    "watch",
    "listen",
    "click",
    "subscribe",
    "sign",
    "join",
    "tell",
    "send",
    "share",
    "see",
    "find",
    "get",
    "download",
    "stay",
    "contact",
    "email",
    "visit",
    "folgen",
    "lesen",
    "abonnieren",
    "klicken",
    "verfolgen",
    "lisez",
    "suivez",
    "abonnez",
    "cliquez",
    "retrouvez",
    "siga",
    "sigue",
    "lea",
    "suscríbase",
    "suscríbete",
];
const ADDRESSING: &[&str] = &[
    "you",
    "your",
    "our",
    "us",
    "here",
    "below",
    "newsletter",
    "newsletters",
    "sie",
    "uns",
    "unser",
    "unsere",
    "unseren",
    "unserem",
    "hier",
    "vous",
    "votre",
    "vos",
    "notre",
    "nos",
    "ici",
    "nuestro",
    "nuestra",
    "nuestros",
    "nuestras",
    "aquí",
];

/// Whether a sentence that begins with the word speaks to the reader: "Follow our reporters".
pub(crate) fn calls(text: &str, first: &str) -> bool {
    CALLING.contains(&first) && words(text).skip(1).any(|word| ADDRESSING.contains(&fold(word.text).as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_order_to_the_reader_is_a_call_and_a_report_is_none() {
        assert!(calls("Follow the rescue with our reporters at the harbour.", "follow"));
        assert!(calls("Lesen Sie mehr über den Brand.", "lesen"));
        assert!(!calls("Read aloud, the verdict took two hours.", "read"));
        assert!(!calls("Our reporters follow the rescue.", "our"));
    }
}
