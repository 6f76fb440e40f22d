//! What the rules know of a language: verbs of saying, and the small words that bound a subject.
//! It knows English, German, French and Spanish; of any other language it says nothing, so nobody is named.
//! Start at [`Grammar::of`].

use std::collections::BTreeMap;
use std::sync::LazyLock;
use wireroom_model::Lang;

/// How surely a verb presents someone's words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Strength {
    /// "said": may stand on either side and before its subject.
    Say,
    /// "told": takes the hearer as its object, so what follows it is no subject.
    Tell,
    /// "called", "accused": introduces words that stand after it.
    Weak,
}

/// A word that is a form of a verb of saying.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Said {
    pub(super) strength: Strength,
    pub(super) form: Form,
}

/// What an ending tells about a verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// "saying": its subject is the main clause's.
    Participle,
    /// "call", "press": a noun too, unless its subject is plural or an auxiliary stands before.
    Bare,
    /// "calls", "states": a plural noun too.
    Third,
    /// "called", "said".
    Past,
}

/// The tables of one language. All words are in lower case.
#[derive(Debug)]
pub(super) struct Grammar {
    pub(super) say: &'static [&'static str],
    pub(super) tell: &'static [&'static str],
    pub(super) weak: &'static [&'static str],
    /// Forms that the endings below do not give.
    pub(super) irregular: &'static [(&'static str, &'static str)],
    /// True where `say`, `tell` and `weak` list infinitives to inflect the English way.
    pub(super) inflects: bool,
    pub(super) participle_ending: &'static str,
    pub(super) auxiliaries: &'static [&'static str],
    /// With a past form these make a passive ("was told").
    pub(super) passives: &'static [&'static str],
    pub(super) adverbs: &'static [&'static str],
    pub(super) adverb_ending: Option<&'static str>,
    pub(super) pronouns: &'static [&'static str],
    pub(super) determiners: &'static [&'static str],
    /// Prepositions that a name may hold ("the head of the union").
    pub(super) linking: &'static [&'static str],
    pub(super) relatives: &'static [&'static str],
    /// Other words that end a subject.
    pub(super) stops: &'static [&'static str],
    /// "according to", word by word.
    pub(super) according: &'static [&'static [&'static str]],
    pub(super) abbreviations: &'static [&'static str],
}

impl Grammar {
    /// The tables for a language; English for an unknown one, `None` where we have none.
    pub(super) fn of(lang: Lang) -> Option<&'static Self> {
        match lang.as_str() {
            "en" | "und" => Some(&super::english::ENGLISH),
            "de" => Some(&super::languages::GERMAN),
            "fr" => Some(&super::languages::FRENCH),
            "es" => Some(&super::languages::SPANISH),
            _ => None,
        }
    }

    /// Whether the word is a form of a verb of saying.
    pub(super) fn said(&self, word: &str) -> Option<Said> {
        if word.len() < 2 || !word.chars().all(char::is_alphabetic) {
            return None;
        }
        let lower = word.to_lowercase();
        if self.inflects {
            return FORMS.get(&lower).copied();
        }
        let form = if lower.ends_with(self.participle_ending) { Form::Participle } else { Form::Past };
        self.strength(&lower).map(|strength| Said { strength, form })
    }

    fn strength(&self, base: &str) -> Option<Strength> {
        if self.say.contains(&base) {
            Some(Strength::Say)
        } else if self.tell.contains(&base) {
            Some(Strength::Tell)
        } else if self.weak.contains(&base) {
            Some(Strength::Weak)
        } else {
            None
        }
    }

    /// Whether a stop after the word belongs to it ("Sen.", "J.").
    pub(super) fn keeps_stop(&self, word: &str) -> bool {
        let mut chars = word.chars();
        let initial = matches!((chars.next(), chars.next()), (Some(c), None) if c.is_uppercase());
        initial || word.contains('.') || self.abbreviations.iter().any(|a| a.eq_ignore_ascii_case(word))
    }

    /// Words that modify a verb and stand between it and its subject.
    pub(super) fn is_adverb(&self, word: &str) -> bool {
        self.adverb_ending.is_some_and(|ending| word.len() > ending.len() + 1 && word.ends_with(ending))
            || self.adverbs.iter().any(|a| a.eq_ignore_ascii_case(word))
    }
}

/// Every form of the English verbs. Made once: a text asks for each of its words.
static FORMS: LazyLock<BTreeMap<String, Said>> = LazyLock::new(|| {
    let english = &super::english::ENGLISH;
    let mut forms = BTreeMap::new();
    // The surer reading of a form that two verbs share comes first and stays.
    for (list, strength) in
        [(english.say, Strength::Say), (english.tell, Strength::Tell), (english.weak, Strength::Weak)]
    {
        for (form, _) in english.irregular.iter().filter(|(_, base)| list.contains(base)) {
            let form_of = if *form == "goes" { Form::Third } else { Form::Past };
            forms.entry((*form).to_owned()).or_insert(Said { strength, form: form_of });
        }
        for base in list {
            for (form, form_of) in inflect(base) {
                forms.entry(form).or_insert(Said { strength, form: form_of });
            }
        }
    }
    forms
});

/// The regular forms of an English verb, and a few that nobody writes.
fn inflect(base: &str) -> Vec<(String, Form)> {
    let mut forms = vec![
        (base.to_owned(), Form::Bare),
        (format!("{base}s"), Form::Third),
        (format!("{base}es"), Form::Third),
    ];
    let mut stems = vec![base.to_owned()];
    if let Some(stem) = base.strip_suffix('e') {
        forms.push((format!("{base}d"), Form::Past));
        forms.push((format!("{stem}ing"), Form::Participle));
    }
    if let Some(stem) = base.strip_suffix('y') {
        forms.push((format!("{stem}ies"), Form::Third));
        forms.push((format!("{stem}ied"), Form::Past));
    }
    stems.extend(base.chars().next_back().map(|last| format!("{base}{last}")));
    for stem in stems {
        forms.push((format!("{stem}ed"), Form::Past));
        forms.push((format!("{stem}ing"), Form::Participle));
    }
    forms
}
