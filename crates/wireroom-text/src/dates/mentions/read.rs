//! What is a calendar expression: readers for each shape, tried at each token, the longest shapes first.

mod figures;

use super::resolve::Meaning;
use super::tokens::Token;
use super::words::{Index, Unit, Words};
use wireroom_model::Lang;

/// Tokens of a sentence searched for "quarter".
const QUARTER_REACH: usize = 40;

pub struct Reader<'t> {
    tokens: &'t [Token<'t>],
    words: &'static Words,
    index: &'static Index,
}

/// One past the last token, and what the expression says.
type Found = Option<(usize, Meaning)>;

impl<'t> Reader<'t> {
    pub fn new(tokens: &'t [Token<'t>], lang: Lang) -> Self {
        Self { tokens, words: Words::of(lang), index: Words::index(lang) }
    }

    /// The expression that begins at this token.
    pub fn at(&self, at: usize) -> Found {
        let token = self.token(at)?;
        let begins = token.number().is_some()
            || self.index.firsts.contains(token.fold.as_ref())
            || (self.index.firsts.is_empty() && self.month(at).is_some());
        if !begins {
            return None;
        }
        self.numbers(at)
            .or_else(|| self.ideographs(at))
            .or_else(|| self.dated(at))
            .or_else(|| self.counted_back(at))
            .or_else(|| self.modified(at))
            .or_else(|| self.day_word(at))
            .or_else(|| self.weekday(at))
            .or_else(|| self.month_alone(at))
            .or_else(|| self.holiday(at))
            .or_else(|| self.year(at))
            .or_else(|| self.spoken_year(at))
    }

    /// True where the sentence so far speaks of a quarter: "a year earlier" is then that quarter, not that year.
    pub fn of_a_quarter(&self, at: usize) -> bool {
        let before = self.tokens.get(..at).unwrap_or_default();
        let after = self.tokens.get(at..).unwrap_or_default().iter().take(5);
        before
            .iter()
            .rev()
            .take(QUARTER_REACH)
            .take_while(|token| !token.paragraph)
            .chain(after)
            .any(|token| self.words.quarter.contains(&token.fold.as_ref()) || token.fold == "period")
    }

    fn token(&self, at: usize) -> Option<&Token<'t>> {
        self.tokens.get(at)
    }

    fn fold(&self, at: usize) -> &str {
        self.token(at).map_or("", |token| token.fold.as_ref())
    }

    fn number(&self, at: usize) -> Option<(i64, u32)> {
        self.token(at)?.number()
    }

    pub(super) fn is_mark(&self, at: usize, mark: char) -> bool {
        self.token(at).is_some_and(|token| token.is_mark(mark))
    }

    /// No white space before the token.
    pub(super) fn joined(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| !token.gap)
    }

    /// How many tokens the phrase takes at `at`.
    pub(super) fn phrase(&self, at: usize, phrase: &str) -> Option<usize> {
        // Most phrases fail at their first word, and most of those at its first byte.
        let first = self.fold(at);
        if phrase.as_bytes().first() != first.as_bytes().first() {
            return None;
        }
        let mut rest = phrase.strip_prefix(first).filter(|_| !first.is_empty())?;
        let mut length = 1;
        while let Some(more) = rest.strip_prefix(' ') {
            let word = self.fold(at + length);
            rest = more.strip_prefix(word).filter(|_| !word.is_empty())?;
            length += 1;
        }
        rest.is_empty().then_some(length)
    }

    fn longest<T: Copy>(&self, at: usize, phrases: &[(&str, T)]) -> Option<(usize, T)> {
        let found = phrases.iter().filter_map(|(phrase, value)| self.phrase(at, phrase).map(|n| (n, *value)));
        found.max_by_key(|(length, _)| *length)
    }

    fn named_weekday(&self, at: usize, names: &[&str; 7]) -> Option<(usize, i8)> {
        if self.words.capitals && !self.token(at)?.capital || !self.index.weekdays.contains(self.fold(at)) {
            return None;
        }
        names.iter().zip(1i8..).find_map(|(names, day)| {
            names.split('|').find_map(|name| self.phrase(at, name)).map(|length| (length, day))
        })
    }

    pub(super) fn month(&self, at: usize) -> Option<i8> {
        let token = self.token(at).filter(|token| token.is_word())?;
        if self.words.capitals && !token.capital {
            return None;
        }
        self.index.month(&token.fold)
    }

    /// Past an optional dot that belongs to an abbreviation or an ordinal.
    pub(super) fn dot(&self, at: usize) -> usize {
        at + usize::from(self.is_mark(at, '.') && self.joined(at))
    }

    /// Past a month's name, and past its dot where the name is cut short.
    fn past_month(&self, at: usize) -> usize {
        let whole = self.words.months.iter().any(|names| names.split(' ').next() == Some(self.fold(at)));
        if whole { at + 1 } else { self.dot(at + 1) }
    }

    fn of(&self, mut at: usize) -> usize {
        for _ in 0..2 {
            at += self.words.of.iter().find_map(|of| self.phrase(at, of)).unwrap_or(0);
        }
        at
    }

    pub(super) fn day_number(&self, at: usize) -> Option<(usize, i8)> {
        let (value, 1 | 2) = self.number(at)? else { return None };
        let day = i8::try_from(value).ok().filter(|day| (1..=31).contains(day))?;
        let suffix =
            matches!(self.fold(at + 1), "st" | "nd" | "rd" | "th" | "er" | "º" | "°") && self.joined(at + 1);
        Some((at + 1 + usize::from(suffix), day))
    }

    /// A month with a day or a year, with or without the day of the week: "Friday, Oct. 23, 1998", "3. März", "June 1999".
    fn dated(&self, at: usize) -> Found {
        let weekday = self
            .named_weekday(at, &self.words.weekdays)
            .or_else(|| self.named_weekday(at, &self.words.short_weekdays));
        let mut from = at;
        if let Some((length, _)) = weekday {
            from = self.dot(at + length);
            from += usize::from(self.is_mark(from, ','));
            for article in ["the", "den", "dem", "der", "le", "el", "il"] {
                from += usize::from(self.fold(from) == article);
            }
        }
        if let Some((past_day, day)) = self.day_number(from) {
            let month_at = self.of(self.dot(past_day));
            if let Some(month) = self.month(month_at).filter(|_| !self.starts_other(month_at)) {
                return self.with_year(self.past_month(month_at), month, Some(day));
            }
        }
        let month = self.month(from)?;
        let past_month = self.past_month(from);
        if let Some((past_day, day)) = self.day_number(past_month).or_else(|| self.ordinal_word(past_month))
            && !(self.joined(past_day) && matches!(self.fold(past_day), ":" | "%" | "h"))
        {
            return self.with_year(past_day, month, Some(day));
        }
        let year_at = self.of(past_month + usize::from(self.is_mark(past_month, ',')));
        let year = self.plain_year(year_at)?;
        stated(year_at + 1, year, Some(month), None)
    }

    /// "3 May be" is no date: a name that is also a word, small, after a number.
    fn starts_other(&self, at: usize) -> bool {
        self.words.risky.contains(&self.fold(at))
            && self.token(at).is_some_and(|token| !token.capital && self.words.capitals)
    }

    fn ordinal_word(&self, at: usize) -> Option<(usize, i8)> {
        const ORDINALS: [&str; 10] =
            ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];
        let place = ORDINALS.iter().position(|word| *word == self.fold(at))?;
        Some((at + 1, i8::try_from(place + 1).ok()?))
    }

    /// The year after a day and month, if one is written; "Oct. 23 last year" too.
    pub(super) fn with_year(&self, at: usize, month: i8, day: Option<i8>) -> Found {
        let year_at = self.of(at + usize::from(self.is_mark(at, ',')));
        if let Some(year) = self.plain_year(year_at) {
            return stated(year_at + 1, year, Some(month), day);
        }
        Some((at, Meaning::Month { month, day, shift: None }))
    }

    /// "two weeks ago", "vor zwei Jahren", "il y a dix jours".
    fn counted_back(&self, at: usize) -> Found {
        let before = self.words.ago_before.iter().find_map(|phrase| self.phrase(at, phrase));
        let from = at + before.unwrap_or(0);
        // "year-ago results", "a year earlier".
        let (count, past) = match self.number(from) {
            Some((count, 1..=3)) => (count, from + 1),
            Some(_) => return None,
            None => match self.longest(from, self.words.numbers) {
                Some((length, count)) => (count, from + length),
                None if before.is_none() && self.is_mark(from + 1, '-') => (1, from),
                None => return None,
            },
        };
        let (length, unit) = self.longest(past, self.words.units)?;
        let past = past + length;
        let hyphen = usize::from(self.is_mark(past, '-') && self.joined(past));
        let after = self.words.ago_after.iter().find_map(|phrase| self.phrase(past + hyphen, phrase));
        match (before, after) {
            (_, Some(length)) => Some((past + hyphen + length, Meaning::Away { unit, count: -count })),
            (Some(_), None) => Some((past, Meaning::Away { unit, count: -count })),
            (None, None) => None,
        }
    }

    /// "last year", "this coming Sunday", "earlier this month", "next June", "last week".
    fn modified(&self, at: usize) -> Found {
        let (length, shift) = self.longest(at, self.words.before)?;
        let noun = at + length;
        if let Some((length, unit)) = self.longest(noun, self.words.units) {
            // "el pasado mes de noviembre" is that November.
            let named = self.of(noun + length);
            if let Some(month) = self.month(named).filter(|_| unit == Unit::Month && named > noun + length) {
                return Some((
                    named + 1,
                    Meaning::Month { month, day: None, shift: Some(shift).filter(|s| *s != -1) },
                ));
            }
            return self.shifted(noun + length, unit, shift);
        }
        if self.fold(noun) == "fiscal" && self.longest(noun + 1, self.words.units).is_some() {
            return Some((noun + 2, Meaning::Away { unit: Unit::Year, count: shift }));
        }
        if let Some((length, day)) = self.named_weekday(noun, &self.words.weekdays) {
            if let Some((past, meaning)) = self.dated(noun) {
                return Some((past, meaning));
            }
            return Some((self.parts(noun + length), Meaning::Weekday { day, shift: Some(shift) }));
        }
        if self.fold(noun) == "thanksgiving" {
            return Some((noun + 1, Meaning::Thanksgiving));
        }
        let month = self.month(noun)?;
        if let Some((past, meaning)) = self.dated(noun) {
            return Some((past, meaning));
        }
        Some((self.past_month(noun), Meaning::Month { month, day: None, shift: Some(shift) }))
    }

    fn shifted(&self, past: usize, unit: Unit, shift: i64) -> Found {
        let meaning = match unit {
            Unit::Day | Unit::Week => Meaning::Vague,
            Unit::Month | Unit::Year => Meaning::Away { unit, count: shift },
        };
        Some((past, meaning))
    }

    /// "today", "yesterday morning", "l'an dernier", "el año pasado".
    fn day_word(&self, at: usize) -> Found {
        if let Some((length, days)) = self.longest(at, self.words.days) {
            return Some((self.parts(at + length), Meaning::Day(days)));
        }
        let (length, unit) = self.longest(at, self.words.units)?;
        let (more, shift) = self.longest(at + length, self.words.after)?;
        self.shifted(at + length + more, unit, shift)
    }

    fn parts(&self, at: usize) -> usize {
        at + self.words.parts.iter().find_map(|part| self.phrase(at, part)).unwrap_or(0)
    }

    fn weekday(&self, at: usize) -> Found {
        let (length, day) = self.named_weekday(at, &self.words.weekdays)?;
        let past = self.parts(at + length);
        match self.longest(past, self.words.after) {
            Some((more, shift)) => Some((past + more, Meaning::Weekday { day, shift: Some(shift) })),
            None => Some((past, Meaning::Weekday { day, shift: None })),
        }
    }

    /// A month's name alone, where it is no other word; "June last year" too.
    fn month_alone(&self, at: usize) -> Found {
        let month = self.month(at)?;
        let cued = at.checked_sub(1).is_some_and(|before| {
            self.words.in_time.contains(&self.fold(before)) || self.is_mark(before, '-')
        });
        let past = self.past_month(at);
        let year = self.of(past);
        let shift = match self.longest(year, self.words.before) {
            Some((length, shift)) if self.is_year_unit(year + length) => Some((year + length + 1, shift)),
            _ => self.longest(past, self.words.after).map(|(length, shift)| (past + length, shift)),
        };
        if let Some((past, shift)) = shift {
            // "June last year" is of that year; "juin dernier" is the last June.
            let whole_years = self.is_year_unit(past.saturating_sub(1));
            let meaning = if whole_years {
                Meaning::MonthOfYear { month, shift }
            } else {
                Meaning::Month { month, day: None, shift: Some(shift) }
            };
            return Some((past, meaning));
        }
        let name_is_long = self.fold(at).chars().count() > 3;
        let other =
            self.words.risky.contains(&self.fold(at)) || !name_is_long || self.words.in_time.is_empty();
        (cued || !other).then_some((at + 1, Meaning::Month { month, day: None, shift: None }))
    }

    fn is_year_unit(&self, at: usize) -> bool {
        self.longest(at, self.words.units).is_some_and(|(_, unit)| unit == Unit::Year)
    }

    fn holiday(&self, at: usize) -> Found {
        if self.words.capitals && !self.token(at)?.capital {
            return None;
        }
        if self.fold(at) == "thanksgiving" && !self.words.quarter.is_empty() {
            let day = usize::from(self.fold(at + 1) == "day");
            return Some((at + 1 + day, Meaning::Thanksgiving));
        }
        self.words.holidays.iter().find_map(|(phrase, month, day)| {
            let length = self.phrase(at, phrase)?;
            Some((at + length, Meaning::Month { month: *month, day: Some(*day), shift: None }))
        })
    }
}

fn stated(past: usize, year: i16, month: Option<i8>, day: Option<i8>) -> Found {
    Some((past, Meaning::Stated { year, month, day }))
}
