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

    /// The words of a language as they are asked; made once for each.
    pub fn index(lang: Lang) -> &'static Index {
        let at = LANGUAGES.iter().position(|(of, _)| *of == lang.as_str());
        at.and_then(|at| INDEXES.get(at)).unwrap_or(&NO_INDEX)
    }

    /// Every word that an expression of the language can begin with.
    fn firsts(&self) -> hash::Words {
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
}

/// The same words, for whoever asks of every word of a text.
#[derive(Debug)]
pub struct Index {
    /// Every word that an expression can begin with: most words of a text are none, and are passed at once.
    pub firsts: hash::Words,
    /// What the names of days begin with.
    pub weekdays: hash::Words,
    months: hash::ByWord<&'static str, i8>,
}

impl Index {
    fn new(words: &Words) -> Self {
        let mut months = hash::ByWord::default();
        for (names, month) in words.months.iter().zip(1i8..) {
            for name in names.split(' ').filter(|name| !name.is_empty()) {
                months.entry(name).or_insert(month);
            }
        }
        let days = words.weekdays.iter().chain(&words.short_weekdays).flat_map(|names| names.split('|'));
        let weekdays = days.filter_map(|name| name.split(' ').next()).collect();
        Self { firsts: words.firsts(), weekdays, months }
    }

    pub fn month(&self, word: &str) -> Option<i8> {
        if self.months.is_empty() {
            return super::super::names::month(word).filter(|_| word.chars().nth(2).is_some());
        }
        self.months.get(word).copied()
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

static INDEXES: LazyLock<Vec<Index>> =
    LazyLock::new(|| LANGUAGES.iter().map(|(_, words)| Index::new(words)).collect());
static NO_INDEX: LazyLock<Index> = LazyLock::new(|| Index::new(&NONE));

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
