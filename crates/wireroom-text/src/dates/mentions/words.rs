//! The words of time of the languages whose running text is read. Tables only; where a language has none,
//! months come from the names that feeds use and nothing relative is read.
//! A phrase is written as its tokens, parted by spaces: "aujourd ' hui".

use crate::hash;
use std::sync::LazyLock;
use wireroom_model::Lang;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    Day,
    Week,
    Month,
    Year,
}

#[derive(Debug)]
pub struct Words {
    /// Month names and abbreviations by number, parted by spaces.
    pub months: [&'static str; 12],
    /// Days of the week from Monday: full names, parted by "|" where there are several.
    pub weekdays: [&'static str; 7],
    /// Abbreviations of the same, that count only before a date.
    pub short_weekdays: [&'static str; 7],
    /// Names of months and days are capitalised, and only so are they names.
    pub capitals: bool,
    /// Names that are also other words: alone they need a word of `in_time` before them.
    pub risky: &'static [&'static str],
    /// Words before a month or a year that show it to be one.
    pub in_time: &'static [&'static str],
    /// Phrases for a day by its distance from today.
    pub days: &'static [(&'static str, i64)],
    /// Parts of a day that lengthen a mention ("Tuesday night").
    pub parts: &'static [&'static str],
    /// "last", "this", "next" before their noun.
    pub before: &'static [(&'static str, i64)],
    /// The same after it.
    pub after: &'static [(&'static str, i64)],
    pub units: &'static [(&'static str, Unit)],
    /// What counts back: before the count ("vor") or after it ("ago").
    pub ago_before: &'static [&'static str],
    pub ago_after: &'static [&'static str],
    pub numbers: &'static [(&'static str, i64)],
    /// Small words between the parts of a date.
    pub of: &'static [&'static str],
    /// Words near a day that show it to lie ahead, or behind.
    pub ahead: &'static [&'static str],
    pub behind: &'static [&'static str],
    /// Endings of verbs in the past.
    pub behind_endings: &'static [&'static str],
    /// Set holidays: phrase, month, day.
    pub holidays: &'static [(&'static str, i8, i8)],
    /// The word for a quarter: years counted back beside it mean that quarter.
    pub quarter: &'static [&'static str],
}

impl Words {
    /// The words of a language, or of none.
    pub fn of(lang: Lang) -> &'static Self {
        LANGUAGES.iter().find(|(of, _)| *of == lang.as_str()).map_or(&NONE, |(_, words)| *words)
    }

    /// Every word that an expression of the language can begin with; made once for each language.
    pub fn firsts(lang: Lang) -> &'static hash::Words {
        let at = LANGUAGES.iter().position(|(of, _)| *of == lang.as_str());
        at.and_then(|at| FIRSTS.get(at)).unwrap_or(&NO_FIRSTS)
    }

    fn all_firsts(&self) -> hash::Words {
        fn keys<T>(list: &'static [(&'static str, T)]) -> impl Iterator<Item = &'static str> {
            list.iter().map(|(phrase, _)| *phrase)
        }
        let names = self.months.iter().flat_map(|names| names.split(' '));
        let days = self.weekdays.iter().chain(&self.short_weekdays).flat_map(|names| names.split('|'));
        let phrases =
            keys(self.days).chain(keys(self.before)).chain(keys(self.units)).chain(keys(self.numbers));
        let rest = self.ago_before.iter().copied().chain(self.holidays.iter().map(|(phrase, _, _)| *phrase));
        // Read in English texts only; elsewhere no expression begins with them.
        let english = ["thanksgiving", "nineteen", "the"];
        let mut firsts: hash::Words = names
            .chain(days)
            .chain(phrases)
            .chain(rest)
            .filter_map(|phrase| phrase.split(' ').next())
            .collect();
        firsts.remove("");
        if !firsts.is_empty() {
            firsts.extend(english);
        }
        firsts
    }

    pub fn month(&self, word: &str) -> Option<i8> {
        if self.months.iter().all(|names| names.is_empty()) {
            return super::super::names::month(word).filter(|_| word.chars().nth(2).is_some());
        }
        let at = self.months.iter().position(|names| names.split(' ').any(|name| name == word))?;
        i8::try_from(at + 1).ok()
    }
}

/// The languages whose running text is read.
static LANGUAGES: [(&str, &Words); 10] = [
    ("en", &super::english::ENGLISH),
    ("de", &super::languages::GERMAN),
    ("fr", &super::languages::FRENCH),
    ("es", &super::languages::SPANISH),
    ("it", &super::languages::ITALIAN),
    ("pt", &super::languages::PORTUGUESE),
    ("nl", &super::languages::DUTCH),
    ("ru", &super::slavic::RUSSIAN),
    ("uk", &super::slavic::UKRAINIAN),
    ("pl", &super::slavic::POLISH),
];

static FIRSTS: LazyLock<Vec<hash::Words>> =
    LazyLock::new(|| LANGUAGES.iter().map(|(_, words)| words.all_firsts()).collect());
static NO_FIRSTS: LazyLock<hash::Words> = LazyLock::new(|| NONE.all_firsts());

pub static NONE: Words = Words {
    months: [""; 12],
    weekdays: [""; 7],
    short_weekdays: [""; 7],
    capitals: false,
    risky: &[],
    in_time: &[],
    days: &[],
    parts: &[],
    before: &[],
    after: &[],
    units: &[],
    ago_before: &[],
    ago_after: &[],
    numbers: &[],
    of: &["de", "del", "di", "of"],
    ahead: &[],
    behind: &[],
    behind_endings: &[],
    holidays: &[],
    quarter: &[],
};
