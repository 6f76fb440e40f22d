//! Who said what on the story page: quotes under their speakers, and who prints them otherwise; those that stand
//! under a side are not said twice.
//! It refuses to name anybody whom no source names. Start at [`voices`].

use super::sides;
use super::variant::{Fate, Piece, pieces};
use crate::told::{Cited, Form, Mark, Numbers, Quoted, Sentence, Told, Variant};
use crate::wording;
use std::collections::BTreeSet;
use wireroom_model::Lang;

/// The brief room gives few; this holds whatever it gives.
const MAX_QUOTES: usize = 24;
/// Outlets named of one form before "and N more".
const MAX_NAMED: usize = 3;
/// Forms of one quote that are shown beside it.
const MAX_VARIANTS: usize = 4;

/// Somebody who is quoted.
#[derive(Debug)]
pub struct Voice {
    pub speaker: Option<String>,
    /// Whose text speaks of "a spokeswoman": without a name she is nobody outside it.
    pub within: Option<String>,
    pub said: Vec<Said>,
}

/// One quote, and how other outlets print it where they print it otherwise.
#[derive(Debug)]
pub struct Said {
    pub words: Sentence,
    /// "3 outlets print it so"; empty where it is one alone.
    pub alike: String,
    pub variants: Vec<Printed>,
}

/// The words as other outlets print them.
#[derive(Debug)]
pub struct Printed {
    /// "Harbour Post and Bay Tribune".
    pub outlets: String,
    /// The words against those that lead; empty where there is nothing to set beside them.
    pub pieces: Vec<Piece>,
    /// "Shortened".
    pub how: String,
    pub lang: String,
    pub dir: &'static str,
    pub mark: Mark,
}

/// Quotes by speaker, in order of first appearance; those whose speaker the text does not name come last.
pub fn voices(told: &Told, numbers: &mut Numbers<'_>) -> Vec<Voice> {
    let mut voices: Vec<Voice> = Vec::new();
    let mut nameless = Voice { speaker: None, within: None, said: Vec::new() };
    let shown = told.quotes.iter().filter(|quoted| !sides::has(told, &quoted.words));
    for quoted in shown.take(MAX_QUOTES) {
        let others: Vec<Cited> = quoted.others.iter().map(|variant| variant.words.clone()).collect();
        let mut said = numbers.sentence(&quoted.words, &others);
        said.quoted();
        let said =
            Said { words: said, alike: alike(told, quoted), variants: otherwise(told, quoted, numbers) };
        let Some(speaker) = quoted.person.as_ref().or(quoted.speaker.as_ref()) else {
            nameless.said.push(said);
            continue;
        };
        let name = speaker.text.trim();
        let source = told.source(speaker.article).filter(|row| !has_name(name, row.lang));
        let within = source.map(|row| row.outlet.clone().unwrap_or_else(|| row.title.clone()));
        let same = |voice: &&mut Voice| voice.speaker.as_deref() == Some(name) && voice.within == within;
        match voices.iter_mut().find(same) {
            Some(voice) => voice.said.push(said),
            None => voices.push(Voice { speaker: Some(name.to_owned()), within, said: vec![said] }),
        }
    }
    if !nameless.said.is_empty() {
        voices.push(nameless);
    }
    voices
}

/// How many outlets print the leading words; nothing is said of one.
fn alike(told: &Told, quoted: &Quoted) -> String {
    let same = quoted.others.iter().filter(|variant| variant.form == Form::Same);
    let outlets: BTreeSet<String> = std::iter::once(&quoted.words)
        .chain(same.map(|variant| &variant.words))
        .map(|of| outlet(told, of))
        .collect();
    if outlets.len() > 1 { say!("story-voice-alike", n = outlets.len()) } else { String::new() }
}

fn outlet(told: &Told, cited: &Cited) -> String {
    let row = told.source(cited.article);
    row.map(|row| row.outlet.clone().unwrap_or_else(|| row.title.clone())).unwrap_or_default()
}

/// Who prints a quote otherwise: the same words by several outlets are one row.
fn otherwise(told: &Told, quoted: &Quoted, numbers: &mut Numbers<'_>) -> Vec<Printed> {
    let mut by_words: Vec<(String, Vec<String>, &Variant)> = Vec::new();
    for variant in quoted.others.iter().filter(|variant| variant.form != Form::Same) {
        let (key, name) = (variant.words.text.trim().to_lowercase(), outlet(told, &variant.words));
        match by_words.iter_mut().find(|(known, ..)| *known == key) {
            Some((_, names, _)) if names.contains(&name) => {}
            Some((_, names, _)) => names.push(name),
            None => by_words.push((key, vec![name], variant)),
        }
    }
    by_words.sort_by_key(|(_, _, variant)| variant.form);
    let rows = by_words.into_iter().take(MAX_VARIANTS);
    rows.map(|(_, names, variant)| printed(told, quoted, variant, &names, numbers)).collect()
}

fn printed(
    told: &Told,
    quoted: &Quoted,
    variant: &Variant,
    names: &[String],
    numbers: &mut Numbers<'_>,
) -> Printed {
    let lang = told.source(variant.words.article).map(|row| row.lang).unwrap_or_default();
    let text = variant.words.text.trim();
    Printed {
        outlets: wording::listed(names, MAX_NAMED),
        pieces: match variant.form {
            Form::Translated | Form::Same => vec![Piece { words: text.to_owned(), fate: Fate::Kept }],
            Form::Trimmed | Form::Longer | Form::Reworded => pieces(quoted.words.text.trim(), text),
        },
        how: match variant.form {
            Form::Trimmed => say!("story-voice-shorter"),
            Form::Longer => say!("story-voice-longer"),
            Form::Translated => say!("story-voice-translated"),
            Form::Reworded | Form::Same => say!("story-voice-reworded"),
        },
        lang: wording::tag(lang),
        dir: wording::dir(lang),
        mark: numbers.mark(&variant.words),
    }
}

/// Whether the words that name a speaker hold a name: a capital after the first word, or a first word that is no
/// article. Where capitals tell nothing (no case, or every noun has one) only the script or language is known.
fn has_name(speaker: &str, lang: Lang) -> bool {
    let cased = speaker.chars().any(|c| c.is_lowercase() || c.is_uppercase());
    let mut words = speaker.split_whitespace();
    let first = words.next().unwrap_or_default().to_lowercase();
    let article = matches!(
        first.as_str(),
        "a" | "an"
            | "the"
            | "one"
            | "another"
            | "its"
            | "his"
            | "her"
            | "their"
            | "ein"
            | "eine"
            | "ihr"
            | "ihre"
            | "sein"
            | "seine"
            | "un"
            | "une"
            | "una"
            | "uno"
            | "su"
            | "sus"
            | "son"
            | "sa"
            | "ses"
    );
    let capital = |word: &str| word.chars().next().is_some_and(char::is_uppercase);
    match (cased, article) {
        (false, _) | (true, false) => true,
        (true, true) => lang != Lang::parse("de") && words.any(capital),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_speaker_without_a_name_is_known_by_the_article_before() {
        assert!(!has_name("A spokeswoman", Lang::EN));
        assert!(!has_name("a senior police officer", Lang::EN));
        assert!(!has_name("Its director", Lang::EN));
        assert!(!has_name("Ein Sprecher", Lang::parse("de")));
        assert!(has_name("Mara Voss", Lang::EN));
        assert!(has_name("the harbour master, Teodora Lunde", Lang::EN));
    }
}
