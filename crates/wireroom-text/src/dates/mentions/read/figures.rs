//! Expressions that are all or mostly figures: dates in digits, dates with Chinese, Japanese and Korean signs, years.

use super::{Found, Reader, stated};
use crate::dates::mentions::resolve::Meaning;
use crate::dates::mentions::tokens::Kind;

/// Years that running text means when it writes four digits: with a word of time before them, and without.
const CUED_YEARS: std::ops::Range<i64> = 1500..2100;
const BARE_YEARS: std::ops::Range<i64> = 1900..2060;

/// Words before a count, and after one.
const COUNTED: [&str; 32] = [
    "about",
    "nearly",
    "some",
    "over",
    "almost",
    "approximately",
    "than",
    "roughly",
    "rund",
    "etwa",
    "über",
    "knapp",
    "fast",
    "mehr",
    "als",
    "mindestens",
    "environ",
    "presque",
    "quelque",
    "casi",
    "unos",
    "unas",
    "cerca",
    "circa",
    "quasi",
    "oltre",
    "bijna",
    "ongeveer",
    "ruim",
    "mais",
    "más",
    "№",
];
const MEASURES: [&str; 26] = [
    "km",
    "m",
    "mm",
    "kg",
    "kw",
    "mw",
    "gw",
    "ps",
    "hp",
    "euro",
    "euros",
    "dollar",
    "dollars",
    "pounds",
    "people",
    "meter",
    "metres",
    "meters",
    "metros",
    "mètres",
    "metri",
    "menschen",
    "personen",
    "personas",
    "personnes",
    "votes",
];

impl Reader<'_> {
    /// "2025-03-03", "3.3.2025", "25/3/2025".
    pub(super) fn numbers(&self, at: usize) -> Found {
        let (first, digits) = self.number(at)?;
        let Kind::Mark(mark @ ('-' | '.' | '/')) = self.token(at + 1)?.kind else { return None };
        let glued =
            at > 0 && self.joined(at) && matches!(self.token(at - 1)?.kind, Kind::Mark('.' | '/' | '-'));
        if glued || !self.is_mark(at + 3, mark) || !(self.joined(at + 1) && self.joined(at + 3)) {
            return None;
        }
        let ((second, 1 | 2), (third, third_digits)) = (self.number(at + 2)?, self.number(at + 4)?) else {
            return None;
        };
        let (year, month, day) = match (digits, third_digits) {
            (4, 1 | 2) => (first, second, third),
            (1 | 2, 4) if mark == '.' || first > 12 || (!self.words.capitals && mark == '/') => {
                (third, second, first)
            }
            (1 | 2, 4) if second > 12 && mark == '/' => (third, first, second),
            (1 | 2, 4) => return Some((at + 5, Meaning::Vague)),
            _ => return None,
        };
        let [month, day] = [month, day].map(|n| i8::try_from(n).ok());
        stated(at + 5, i16::try_from(year).ok()?, month, day)
    }

    /// "2025年3月3日", "3月3日", "2025년 3월".
    pub(super) fn ideographs(&self, at: usize) -> Found {
        let (first, digits) = self.number(at)?;
        let Kind::Mark(mark) = self.token(at + 1)?.kind else {
            return self.hangul(at);
        };
        match mark {
            '年' if digits == 4 => {
                let year = i16::try_from(first).ok()?;
                if let Some((month, 1 | 2)) = self.number(at + 2).filter(|_| self.is_mark(at + 3, '月')) {
                    let month = i8::try_from(month).ok();
                    return match self
                        .number(at + 4)
                        .filter(|_| self.is_mark(at + 5, '日') || self.is_mark(at + 5, '号'))
                    {
                        Some((day, 1 | 2)) => stated(at + 6, year, month, i8::try_from(day).ok()),
                        _ => stated(at + 4, year, month, None),
                    };
                }
                stated(at + 2, year, None, None)
            }
            '月' if digits < 3 => {
                let month = i8::try_from(first).ok().filter(|month| (1..=12).contains(month))?;
                let day =
                    self.number(at + 2).filter(|_| self.is_mark(at + 3, '日') || self.is_mark(at + 3, '号'));
                match day {
                    Some((day, 1 | 2)) => Some((
                        at + 4,
                        Meaning::Month { month, day: Some(i8::try_from(day).ok()?), shift: None },
                    )),
                    _ => Some((at + 2, Meaning::Month { month, day: None, shift: None })),
                }
            }
            _ => None,
        }
    }

    fn hangul(&self, at: usize) -> Found {
        let (year, 4) = self.number(at)? else { return None };
        let year = i16::try_from(year).ok().filter(|_| self.fold(at + 1).starts_with('년'))?;
        let part = |at: usize, sign: char| {
            let (value, _) = self.number(at).filter(|_| self.fold(at + 1).starts_with(sign))?;
            i8::try_from(value).ok()
        };
        match (part(at + 2, '월'), part(at + 4, '일')) {
            (Some(month), Some(day)) => stated(at + 6, year, Some(month), Some(day)),
            (Some(month), None) => stated(at + 4, year, Some(month), None),
            _ => stated(at + 2, year, None, None),
        }
    }

    /// A four-digit year that stands as a number of its own.
    pub(super) fn plain_year(&self, at: usize) -> Option<i16> {
        let (value, 4) = self.number(at)? else { return None };
        let glued = self.joined(at + 1)
            && matches!(self.token(at + 1)?.kind, Kind::Mark(',' | '.'))
            && self.joined(at + 2)
            && self.number(at + 2).is_some();
        (CUED_YEARS.contains(&value) && !glued).then(|| i16::try_from(value).ok())?
    }

    /// A year by its number. Sums, counts and codes are kept out by what stands around.
    pub(super) fn year(&self, at: usize) -> Found {
        let (value, 4) = self.number(at)? else { return None };
        let year = self.plain_year(at)?;
        if at > 0 && self.joined(at) {
            let before = self.token(at - 1)?;
            let range = before.is_mark('-')
                && at.checked_sub(2).is_some_and(|two| self.number(two).is_none_or(|(_, d)| d == 4));
            if !(range || matches!(before.kind, Kind::Mark('(' | '[' | '\'' | '"' | '“' | '_'))) {
                return None;
            }
        }
        if self.joined(at + 1) {
            let next = self.token(at + 1)?;
            // "the 1980s" is ten years.
            if next.is_word() {
                return (next.fold == "s").then_some((at + 2, Meaning::Vague));
            }
            if matches!(next.kind, Kind::Mark('%' | '°' | ':' | '/' | '$' | '€')) {
                return None;
            }
        }
        let cued = at.checked_sub(1).is_some_and(|before| {
            self.words.in_time.contains(&self.fold(before)) || matches!(self.fold(before), "(" | "-")
        });
        let before = at.checked_sub(1).map_or("", |before| self.fold(before));
        let after = self.token(at + 1).filter(|next| next.is_word());
        if COUNTED.contains(&before) || after.is_some_and(|next| MEASURES.contains(&next.fold.as_ref())) {
            return None;
        }
        // "2000 people": a round number before a word is a count unless a word of time stands before it.
        if !cued && value % 100 == 0 && after.is_some() {
            return None;
        }
        let known = if self.words.in_time.is_empty() { BARE_YEARS.contains(&value) } else { cued };
        let quarter = self.words.quarter.contains(&self.fold(at + 1));
        if quarter {
            return Some((at + 2, Meaning::Vague));
        }
        (known || BARE_YEARS.contains(&value))
            .then_some((at + 1, Meaning::Stated { year, month: None, day: None }))
    }

    /// "nineteen ninety-one", as broadcasters' transcripts write it.
    pub(super) fn spoken_year(&self, at: usize) -> Found {
        const TENS: [&str; 8] =
            ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
        const ONES: [&str; 9] = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
        if self.phrase(at, "the year two thousand").is_some() {
            return stated(at + 4, 2000, None, None);
        }
        if self.fold(at) != "nineteen" {
            return None;
        }
        let tens = TENS.iter().position(|tens| *tens == self.fold(at + 1))?;
        let hyphen = usize::from(self.is_mark(at + 2, '-'));
        let ones = ONES.iter().position(|ones| *ones == self.fold(at + 2 + hyphen));
        let year = i16::try_from(1900 + (tens + 2) * 10 + ones.map_or(0, |ones| ones + 1)).ok()?;
        stated(if ones.is_some() { at + 3 + hyphen } else { at + 2 }, year, None, None)
    }
}
