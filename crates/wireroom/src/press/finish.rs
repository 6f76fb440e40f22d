//! The last step of setting a text: dates and figures are filled in, then names and words of a seed's own world.
//! Every mapping is one to one, so that what agreed still agrees and what differed still differs.

use super::almanac;
use super::manifest::Names;
use super::written::pick;
use std::collections::BTreeMap;
use wireroom_model::{Lang, When};
use wireroom_text::hash::{mix_v1, word_v1};
use wireroom_text::normal::normalise;

/// How one press finishes its texts.
#[derive(Debug, Clone)]
pub(super) struct Finish {
    seed: Option<u64>,
    /// Replacements by language tag ("" for all) and first letter, longest first.
    words: BTreeMap<(String, char), Vec<Word>>,
}

#[derive(Debug, Clone)]
struct Word {
    from: String,
    to: String,
    /// Stands alone: short names and ordinary words. Others may carry an inflection.
    whole: bool,
}

/// Names of fewer letters than this must stand alone: they hide inside other words.
const SHORT_NAME: usize = 6;

impl Finish {
    pub(super) fn new(names: &Names, seed: Option<u64>) -> Self {
        let mut finish = Self { seed, words: BTreeMap::new() };
        let Some(seed) = seed else { return finish };
        for row in &names.names {
            let Some((from, others)) = row.split_first() else { continue };
            let picks = names.with.get(from).unwrap_or(from);
            let at = pick(mix_v1(word_v1(picks), seed), others.len());
            let Some(to) = others.get(at) else { continue };
            let short = from.chars().count() < SHORT_NAME;
            finish.put("", from, to, short);
            // Datelines write places in capitals.
            if from.to_uppercase() != *from {
                finish.put("", &from.to_uppercase(), &to.to_uppercase(), short);
            }
        }
        for (lang, pairs) in &names.swaps {
            for [one, other] in pairs {
                finish.put(lang, one, other, true);
                finish.put(lang, other, one, true);
            }
        }
        for words in finish.words.values_mut() {
            words.sort_by(|a, b| b.from.len().cmp(&a.from.len()).then_with(|| a.from.cmp(&b.from)));
        }
        finish
    }

    fn put(&mut self, lang: &str, from: &str, to: &str, whole: bool) {
        let Some(first) = from.chars().next() else { return };
        let word = Word { from: from.to_owned(), to: to.to_owned(), whole };
        self.words.entry((lang.to_owned(), first)).or_default().push(word);
    }

    /// One paragraph or headline of a text first printed at `first`.
    pub(super) fn text(&self, raw: &str, first: When, lang: Lang) -> String {
        normalise(&self.named(&self.filled(raw, first, lang), lang))
    }

    /// Names alone: mastheads, bylines, captions.
    pub(super) fn named(&self, text: &str, lang: Lang) -> String {
        let mut out = String::with_capacity(text.len());
        let mut rest = text;
        let mut inside = false;
        while let Some(c) = rest.chars().next() {
            // Arabic writes its conjunctions and prepositions onto the name.
            let may = |word: &&Word| !inside || (lang.is_rtl() && !word.whole);
            if let Some(word) = self.word_at(rest, c, lang).filter(may) {
                out.push_str(&word.to);
                inside = word.to.chars().next_back().is_some_and(char::is_alphanumeric);
                rest = rest.strip_prefix(word.from.as_str()).unwrap_or_default();
                continue;
            }
            out.push(c);
            inside = c.is_alphanumeric();
            rest = rest.strip_prefix(c).unwrap_or_default();
        }
        out
    }

    fn word_at(&self, rest: &str, first: char, lang: Lang) -> Option<&Word> {
        [String::new(), lang.as_str().to_owned()].into_iter().find_map(|tag| {
            self.words.get(&(tag, first))?.iter().find(|word| {
                rest.strip_prefix(word.from.as_str()).is_some_and(|after| {
                    !word.whole || !after.chars().next().is_some_and(char::is_alphanumeric)
                })
            })
        })
    }

    fn filled(&self, raw: &str, first: When, lang: Lang) -> String {
        let mut out = String::with_capacity(raw.len());
        for piece in raw.split('}') {
            let Some((before, slot)) = piece.split_once('{') else {
                out.push_str(piece);
                continue;
            };
            out.push_str(before);
            out.push_str(&self.slot(slot, first, lang));
        }
        out
    }

    fn slot(&self, slot: &str, first: When, lang: Lang) -> String {
        if let Some(number) = slot.strip_prefix('#').and_then(|digits| digits.parse::<u64>().ok()) {
            return figure(self.moved(number), lang);
        }
        let (what, days) = slot.split_once(':').unwrap_or((slot, "0"));
        let days = days.parse::<i64>().unwrap_or(0);
        match what {
            "day" => almanac::weekday(first, days, lang).to_owned(),
            "date" => almanac::day(first, days, lang),
            "month" => almanac::month(first, days, lang).to_owned(),
            // Left as it is: a test finds the brace.
            _ => format!("{{{slot}}}"),
        }
    }

    /// A seed's own figure: strictly growing with the written one, so that order and difference stay.
    fn moved(&self, number: u64) -> u64 {
        self.seed.map_or(number, |seed| number + number.div_ceil(3 + seed % 5))
    }
}

/// Thousands as the language groups them.
fn figure(number: u64, lang: Lang) -> String {
    let digits = number.to_string();
    let mark = match lang.as_str() {
        "de" | "es" => '.',
        "ar" => return digits,
        _ => ',',
    };
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(mark);
        }
        out.push(digit);
    }
    out
}
