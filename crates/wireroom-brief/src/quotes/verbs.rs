//! What the rules know of a language: verbs of saying, and the small words that bound a subject.
//! It knows English, German, French and Spanish; of any other language it says nothing, so nobody is named.
//! Start at [`Grammar::of`].

use std::sync::LazyLock;
use wireroom_model::Lang;
use wireroom_text::hash::ByWord;
use wireroom_text::letters::is_letter;

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

/// Each form of a language's verbs of saying.
pub(super) type Forms = LazyLock<ByWord<String, Said>>;

/// The tables of one language. All words are in lower case; verbs are parted by spaces.
#[derive(Debug)]
pub(super) struct Grammar {
    pub(super) forms: &'static Forms,
    pub(super) say: &'static str,
    pub(super) tell: &'static str,
    pub(super) weak: &'static str,
    /// Forms that the endings below do not give.
    pub(super) irregular: &'static [(&'static str, &'static str)],
    /// True where `say`, `tell` and `weak` list infinitives to inflect the English way.
    pub(super) inflects: bool,
    pub(super) participle_ending: &'static str,
    /// Endings of verbs in news: alone, and beside an auxiliary. Empty where they prove nothing.
    pub(super) verb_endings: &'static [&'static str],
    pub(super) helped_endings: &'static [&'static str],
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
    /// Days of the week and words like them; empty where they never stand between a verb and its subject.
    pub(super) days: &'static [&'static str],
    /// Prepositions of a phrase that may stand there ("devant le tribunal").
    pub(super) between: &'static [&'static str],
    /// "according to", word by word.
    pub(super) according: &'static [&'static [&'static str]],
    /// Words that say it too at a sentence's head, with a passage right after the name ("Pour Mara Voss, « ... »").
    pub(super) opening: &'static [&'static str],
    /// The same behind its name ("zufolge").
    pub(super) following: &'static [&'static str],
    /// Articles and pronouns are glued to their words ("l’armateur", "dit-il").
    pub(super) elides: bool,
    /// Who speaks is told within the marks ("« C’est faux, a répliqué Lena Kühn. »").
    pub(super) within: bool,
    /// The verb comes second, so what stands before it may be no subject ("Am Dienstag sagte Mara Voss").
    pub(super) second: &'static [&'static str],
    /// A name beyond the comma is who speaks ("la maire de Port Brandt, Mara Voss,").
    pub(super) apposed: bool,
    pub(super) abbreviations: &'static [&'static str],
}

impl Grammar {
    /// The tables for a language; English for an unknown one, `None` where we have none.
    pub(super) fn of(lang: Lang) -> Option<&'static Self> {
        match lang.as_str() {
            "en" | "und" => Some(&super::english::ENGLISH),
            "de" => Some(&super::german::GERMAN),
            "fr" => Some(&super::french::FRENCH),
            "es" => Some(&super::spanish::SPANISH),
            _ => None,
        }
    }

    /// Whether the word is a form of a verb of saying.
    pub(super) fn said(&self, word: &str) -> Option<Said> {
        if word.len() < 2 || !word.chars().all(is_letter) {
            return None;
        }
        if word.chars().all(char::is_lowercase) {
            return self.forms.get(word).copied();
        }
        self.forms.get(&word.to_lowercase()).copied()
    }

    fn form(&self, word: &str) -> Form {
        if word.ends_with(self.participle_ending) { Form::Participle } else { Form::Past }
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

/// Every form of a language's verbs. Made once: a text asks for each of its words.
pub(super) fn forms(grammar: &Grammar) -> ByWord<String, Said> {
    let mut forms = ByWord::default();
    // The surer reading of a form that two verbs share comes first and stays.
    for (list, strength) in
        [(grammar.say, Strength::Say), (grammar.tell, Strength::Tell), (grammar.weak, Strength::Weak)]
    {
        let bases: Vec<&str> = list.split_ascii_whitespace().collect();
        for (form, _) in grammar.irregular.iter().filter(|(_, base)| bases.contains(base)) {
            let form_of = if *form == "goes" { Form::Third } else { Form::Past };
            forms.entry((*form).to_owned()).or_insert(Said { strength, form: form_of });
        }
        for base in bases {
            let all =
                if grammar.inflects { inflect(base) } else { vec![(base.to_owned(), grammar.form(base))] };
            for (form, form_of) in all {
                forms.entry(form).or_insert(Said { strength, form: form_of });
            }
        }
    }
    forms
}

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
