//! What a question asks for: its words that carry matter, names and numbers among them, and the sort of answer it
//! wants. It refuses to understand: words that ask are passed over, the others are looked for.
//! Start at [`read`]; [`beginnings`] is what a search for articles looks for.

use super::{irregular, kin};
use crate::{Source, stop};
use wireroom_model::Lang;
use wireroom_text::segments::segments;
use wireroom_text::stems::stem;
use wireroom_text::words::{fold, is_spaceless};

/// Words of a question that are looked for; what stands behind them is passed over.
const MAX_WORDS: usize = 24;

/// What sort of thing is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    When,
    HowMany,
    Any,
}

/// A word of the question.
#[derive(Debug)]
pub(super) struct Wanted {
    pub(super) folded: String,
    /// A name or a number: no passage without it.
    pub(super) sharp: bool,
}

/// Words that ask and are not asked for: "what is it called", "how much money", "when did it take place" want a name,
/// a sum, a time.
const ASKING: [&str; 65] = [
    "who", "whom", "whose", "what", "when", "where", "why", "how", "which", "many", "much", "did", "does",
    "was", "were", "called", "name", "named", "happen", "happened", "wer", "wen", "wem", "wann", "wo",
    "warum", "wie", "viele", "viel", "welche", "welcher", "welches", "heißt", "heisst", "findet", "fand",
    "statt", "qui", "que", "quoi", "quand", "où", "pourquoi", "comment", "combien", "quel", "quelle", "nom",
    "appelle", "quién", "quien", "qué", "cuándo", "cuando", "dónde", "donde", "cuántos", "cuántas", "cuánto",
    "cuál", "llama", "nombre", "lugar", "hubo", "hay",
];
const WHEN: [&str; 5] = ["when", "wann", "quand", "cuándo", "cuando"];
/// What "how much" asks for, with the number.
const MONEY: [&str; 4] = ["money", "geld", "argent", "dinero"];
const HOW_MANY: [&str; 10] =
    ["many", "much", "viele", "viel", "combien", "cuántos", "cuántas", "cuánto", "cuantos", "cuantas"];

pub(super) fn read(question: &str, lang: Lang) -> (Vec<Wanted>, Kind) {
    let mut wanted: Vec<Wanted> = Vec::new();
    let mut kind = Kind::Any;
    for (place, word) in segments(question).enumerate().take(MAX_WORDS * 2) {
        let folded = fold(word.text);
        if WHEN.contains(&folded.as_str()) {
            kind = Kind::When;
        } else if HOW_MANY.contains(&folded.as_str()) {
            kind = Kind::HowMany;
        }
        let spaceless = word.text.starts_with(is_spaceless);
        let sum = kind == Kind::HowMany && MONEY.contains(&folded.as_str());
        let asks = sum || ASKING.contains(&folded.as_str());
        if asks || !spaceless && !stop::carries(&folded, lang) || wanted.len() == MAX_WORDS {
            continue;
        }
        // A German noun is written as a name is.
        let named = place > 0 && lang.as_str() != "de" && word.text.starts_with(char::is_uppercase);
        let sharp = named || word.text.starts_with(char::is_numeric);
        if wanted.iter().all(|held| held.folded != folded) {
            wanted.push(Wanted { folded, sharp });
        }
    }
    (wanted, kind)
}

/// What all forms of a word share.
pub(super) fn form_of(folded: &str, lang: Lang) -> String {
    let plain = if lang == Lang::EN { irregular::plain(folded) } else { folded };
    stem(kin::head(plain, lang.as_str()), lang).into_owned()
}

/// The language of a question: its own where it shows one that a source is written in, else that of most sources. A
/// question is often too short to show any.
pub fn language(question: &str, sources: &[Source<'_>]) -> Lang {
    let told = wireroom_text::language::detect(question);
    let known = sources.iter().any(|source| source.lang == told);
    let most = || wireroom_text::language::most_common(sources.iter().map(|source| source.lang));
    if known { told } else { most().unwrap_or(told) }
}

/// What a search for articles looks for, word by word of the question: for each the beginnings that its forms have.
/// A word that is told by its stem alone begins like it; where none is left the question asks for nothing.
pub fn beginnings(question: &str) -> Vec<Vec<String>> {
    let lang = wireroom_text::language::detect(question);
    let (wanted, _) = read(question, lang);
    let of = |word: &Wanted| {
        let stem = form_of(&word.folded, lang);
        let mut forms = vec![word.folded.clone(), stem.clone()];
        forms.extend(kin::all(&word.folded, lang.as_str()).iter().map(|kin| (*kin).to_owned()));
        if lang.as_str() == "ar" {
            forms.extend(ARTICLES.iter().map(|article| format!("{article}{stem}")));
        }
        forms.retain(|form| !form.is_empty());
        forms.sort();
        forms.dedup();
        forms
    };
    wanted.iter().map(of).collect()
}

/// What Arabic writes before a word as a part of it.
const ARTICLES: [&str; 4] = ["ال", "وال", "بال", "لل"];
