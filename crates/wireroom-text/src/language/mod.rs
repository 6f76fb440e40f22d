//! The language of a text, or the honest answer that it cannot be told.
//! Script and letters first, then the small words of each language, then the trigrams of a library where those
//! are few. Start at [`detect`]; [`of_page`] weighs what a page says of itself.
//! It refuses to answer on a handful of words: a headline's language is its article's.

mod scripts;
#[cfg(test)]
mod tests;
mod words;

use crate::words as split;
use scripts::{Letters, Script};
use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;
use wireroom_model::Lang;
use words::LANGUAGES;

/// Bytes of a text that are looked at: the first pages of an article tell as much as all of it.
const MAX_BYTES: usize = 24_000;

/// Letters below which a script of one language is not trusted, and the same for Latin letters.
const MIN_LETTERS: usize = 12;
const MIN_LATIN_LETTERS: usize = 40;

/// The share of small words that makes a language certain by itself. Measured on news in 15 languages: a text has
/// .09 (Turkish) to .48 (French, Norwegian) of its own; languages that are no relatives stay below .15.
const SURE_SHARE: f64 = 0.18;

/// The least share at which the trigrams' answer is still asked for agreement.
const LEAST_SHARE: f64 = 0.08;

/// The language of most of some texts, the alphabet deciding between equals; nothing where there is no text.
pub fn most_common(langs: impl IntoIterator<Item = Lang>) -> Option<Lang> {
    let mut counts: BTreeMap<Lang, usize> = BTreeMap::new();
    for lang in langs {
        *counts.entry(lang).or_default() += 1;
    }
    counts.into_iter().max_by_key(|&(lang, count)| (count, Reverse(lang))).map(|(lang, _)| lang)
}

/// The language of a text of some sentences; [`Lang::UNKNOWN`] where there is too little to tell.
pub fn detect(text: &str) -> Lang {
    let text = head(text);
    let letters = Letters::of(text);
    let Some((script, count)) = letters.main() else { return Lang::UNKNOWN };
    if count < MIN_LETTERS {
        return Lang::UNKNOWN;
    }
    let tag = match script {
        Script::Own(tag) => Some(tag),
        Script::Kana => Some("ja"),
        Script::Han => Some("zh"),
        Script::Hangul => Some("ko"),
        Script::Arabic => Some(letters.arabic()),
        Script::Cyrillic => letters.cyrillic().or_else(|| by_trigrams(text, true)),
        Script::Devanagari => by_trigrams(text, false).or(Some("hi")),
        Script::Latin if count < MIN_LATIN_LETTERS => None,
        Script::Latin => latin(text),
    };
    tag.map_or(Lang::UNKNOWN, Lang::parse)
}

/// The language of a page that states one. The statement stands unless script, letters or small words prove another:
/// templates are copied with their "en", but a mere guess from trigrams does not overrule a page's own word.
pub fn of_page(stated: Lang, text: &str) -> Lang {
    // Three tags of one written language, as far as the house's rules reach.
    let stated = if matches!(stated.as_str(), "nb" | "nn") { Lang::parse("no") } else { stated };
    let found = detect(text);
    let provable = LANGUAGES.iter().any(|(tag, _)| Lang::parse(tag) == found) || !is_latin(text);
    if stated.is_known() && !(found.is_known() && provable) { stated } else { found }
}

/// The part of a text that is looked at.
fn head(text: &str) -> &str {
    let mut end = text.len().min(MAX_BYTES);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or_default()
}

fn is_latin(text: &str) -> bool {
    Letters::of(head(text)).main().is_some_and(|(script, _)| script == Script::Latin)
}

fn latin(text: &str) -> Option<&'static str> {
    let (tag, share, lead) = by_words(text)?;
    if share >= SURE_SHARE && lead > 0 {
        return Some(tag);
    }
    let guess = by_trigrams(text, share < LEAST_SHARE)?;
    // Languages that the table knows have small words in any sentence: without them the guess is doubtful.
    let in_table = LANGUAGES.iter().any(|(known, _)| *known == guess);
    (!in_table || (guess == tag && share > 0.0)).then_some(guess)
}

/// For each small word the languages that have it.
static SMALL_WORDS: LazyLock<HashMap<&str, Vec<usize>>> = LazyLock::new(|| {
    let mut words: HashMap<&str, Vec<usize>> = HashMap::new();
    for (language, (_, list)) in LANGUAGES.iter().enumerate() {
        for word in list.split_ascii_whitespace() {
            let known = words.entry(word).or_default();
            if known.last() != Some(&language) {
                known.push(language);
            }
        }
    }
    words
});

/// Bytes of the longest of them.
static LONGEST: LazyLock<usize> =
    LazyLock::new(|| SMALL_WORDS.keys().map(|word| word.len()).max().unwrap_or(0));

/// The language with the most small words, their share of all words, and its lead over the next language.
fn by_words(text: &str) -> Option<(&'static str, f64, usize)> {
    let mut total = 0usize;
    let mut hits = vec![0usize; LANGUAGES.len()];
    for word in split::words(text) {
        total += 1;
        // A word of ASCII letters is as long folded.
        if word.text.len() > *LONGEST && word.text.is_ascii() {
            continue;
        }
        if let Some(languages) = SMALL_WORDS.get(split::fold(word.text).as_str()) {
            for language in languages {
                if let Some(count) = hits.get_mut(*language) {
                    *count += 1;
                }
            }
        }
    }
    let mut ranked: Vec<(usize, &'static str)> =
        hits.into_iter().zip(LANGUAGES).map(|(count, (tag, _))| (count, tag)).collect();
    // The sort is stable: of equals the first in the table stays first.
    ranked.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
    let (best, tag) = ranked.first().copied()?;
    let second = ranked.get(1).map_or(0, |(count, _)| *count);
    let share = best as f64 / total.max(1) as f64;
    Some((tag, share, best - second))
}

/// The library's answer, among the languages that news is written in.
fn by_trigrams(text: &str, surely: bool) -> Option<&'static str> {
    static DETECTOR: LazyLock<whatlang::Detector> = LazyLock::new(|| {
        use whatlang::Lang::{Aka, Epo, Jav, Lat, Sna, Yid};
        whatlang::Detector::with_denylist(vec![Aka, Epo, Jav, Lat, Sna, Yid])
    });
    let info = DETECTOR.detect(text).filter(|info| !surely || info.is_reliable())?;
    two_letters(info.lang().code())
}

/// The library's three-letter codes as the house's tags.
fn two_letters(code: &str) -> Option<&'static str> {
    const CODES: [(&str, &str); 60] = [
        ("eng", "en"),
        ("rus", "ru"),
        ("cmn", "zh"),
        ("spa", "es"),
        ("por", "pt"),
        ("ita", "it"),
        ("ben", "bn"),
        ("fra", "fr"),
        ("deu", "de"),
        ("ukr", "uk"),
        ("kat", "ka"),
        ("ara", "ar"),
        ("hin", "hi"),
        ("jpn", "ja"),
        ("heb", "he"),
        ("pol", "pl"),
        ("amh", "am"),
        ("kor", "ko"),
        ("nob", "no"),
        ("dan", "da"),
        ("swe", "sv"),
        ("fin", "fi"),
        ("tur", "tr"),
        ("nld", "nl"),
        ("hun", "hu"),
        ("ces", "cs"),
        ("ell", "el"),
        ("bul", "bg"),
        ("bel", "be"),
        ("mar", "mr"),
        ("kan", "kn"),
        ("ron", "ro"),
        ("slv", "sl"),
        ("hrv", "hr"),
        ("srp", "sr"),
        ("mkd", "mk"),
        ("lit", "lt"),
        ("lav", "lv"),
        ("est", "et"),
        ("tam", "ta"),
        ("vie", "vi"),
        ("urd", "ur"),
        ("tha", "th"),
        ("guj", "gu"),
        ("uzb", "uz"),
        ("pan", "pa"),
        ("aze", "az"),
        ("ind", "id"),
        ("tel", "te"),
        ("pes", "fa"),
        ("mal", "ml"),
        ("ori", "or"),
        ("mya", "my"),
        ("nep", "ne"),
        ("sin", "si"),
        ("khm", "km"),
        ("tuk", "tk"),
        ("zul", "zu"),
        ("afr", "af"),
        ("slk", "sk"),
    ];
    match code {
        "cat" => Some("ca"),
        "tgl" => Some("tl"),
        "hye" => Some("hy"),
        "cym" => Some("cy"),
        _ => CODES.iter().find(|(known, _)| *known == code).map(|(_, tag)| *tag),
    }
}
