//! Who said what on the story page: quotes under their speakers, and who prints them otherwise; those that stand
//! under a side are not said twice.
//! It refuses to name anybody whom no source names. Start at [`voices`].

use super::sides;
use crate::told::{Cited, Form, Numbers, Sentence, Told, Variant};
use std::collections::BTreeMap;
use wireroom_model::Lang;

/// The brief room gives few; this holds whatever it gives.
const MAX_QUOTES: usize = 24;
/// Outlets named of one form before "and N more".
const MAX_NAMED: usize = 3;

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
    /// "Shorter in Harbour Post; translated in Hafenbote."
    pub otherwise: Option<String>,
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
        let said = Said { words: said, otherwise: otherwise(told, &quoted.others) };
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

/// Who prints a quote otherwise than it leads; `None` where all print the same.
fn otherwise(told: &Told, variants: &[Variant]) -> Option<String> {
    let mut by_form: BTreeMap<Form, Vec<&str>> = BTreeMap::new();
    for variant in variants.iter().filter(|variant| variant.form != Form::Same) {
        let row = told.source(variant.words.article);
        let name = row.map_or("", |row| row.outlet.as_deref().unwrap_or(&row.title));
        let held = by_form.entry(variant.form).or_default();
        if !name.is_empty() && !held.contains(&name) {
            held.push(name);
        }
    }
    let parts = by_form.into_iter().filter(|(_, names)| !names.is_empty()).map(|(form, names)| {
        let how = match form {
            Form::Trimmed => "shorter in",
            Form::Longer => "longer in",
            Form::Translated => "in another language in",
            Form::Reworded | Form::Same => "in other words in",
        };
        let rest = names.len().saturating_sub(MAX_NAMED);
        let more = if rest > 0 { format!(" and {rest} more") } else { String::new() };
        format!("{how} {}{more}", names.into_iter().take(MAX_NAMED).collect::<Vec<_>>().join(", "))
    });
    let line = parts.collect::<Vec<_>>().join("; ");
    (!line.is_empty()).then(|| format!("Also {line}."))
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
