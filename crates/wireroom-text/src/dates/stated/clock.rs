//! The time of day and its zone inside a date string: found, read and taken out.

use super::{Part, wall};
use crate::dates::names::{half_of_day, zone};
use jiff::civil;
use wireroom_model::{Precision, When};

#[derive(Debug, Clone, Copy)]
pub struct ClockTime {
    hour: i64,
    minute: i64,
    second: Option<i64>,
    offset: i32,
    /// The zone is one of the Americas' "ET", "CT", "MT", "PT": summer time by the day.
    american: bool,
}

impl ClockTime {
    pub fn on(self, day: civil::Date) -> Option<When> {
        let precision = if self.second.is_some() { Precision::Second } else { Precision::Minute };
        // "24:00" is the next day's first minute.
        let (day, hour) =
            if self.hour == 24 && self.minute == 0 { (day.tomorrow().ok()?, 0) } else { (day, self.hour) };
        let wall = wall(hour, self.minute, self.second.unwrap_or(0))?;
        let summer = if self.american && is_american_summer(day) { 3600 } else { 0 };
        When::from_civil(day.to_datetime(wall), self.offset + summer, precision)
    }
}

/// Finds the time of day, with what says the half of the day and the zone, and blanks it.
pub fn take_clock(parts: &mut [Part]) -> Option<ClockTime> {
    let (at, mut clock, mut length) = (0..parts.len())
        .find_map(|at| parts.get(at..).and_then(read_clock).map(|(clock, length)| (at, clock, length)))?;
    let mut start = at;
    let before = parts.get(..at).unwrap_or_default();
    if let Some(back) = before.iter().rposition(|part| *part != Part::Gap)
        && let Some(Part::Word(word)) = before.get(back)
    {
        match half_of_day(word) {
            Some(after_noon) => {
                clock.hour = to_24(clock.hour, after_noon);
                start = back;
            }
            None if word == "t" => start = back,
            None => {}
        }
    }
    let rest = parts.get(at + length..).unwrap_or_default();
    let (offset, zone_length) = read_zone(rest);
    clock.offset = offset.unwrap_or(0);
    length += zone_length;
    if zone_length == 0
        && let [Part::Gap, Part::Word(word), ..] = rest
        && let Some(offset) = american(word)
    {
        (clock.offset, clock.american) = (offset, true);
        length += 2;
    }
    parts.iter_mut().take(at + length).skip(start).for_each(|part| *part = Part::Taken);
    Some(clock)
}

/// A clock at the head of `parts` and how many parts it takes.
fn read_clock(parts: &[Part]) -> Option<(ClockTime, usize)> {
    let (hour, minute, mut length) = match parts {
        [
            Part::Number { value: hour, digits: 1 | 2 },
            Part::Mark(':' | '：'),
            Part::Number { value: minute, digits: 1 | 2 },
            ..,
        ] => (*hour, *minute, 3),
        // "14h05", "14時05分", "14.05 Uhr", "kl. 14.05" are clocks; "14.05.2025" is none.
        [
            Part::Number { value: hour, digits: 1 | 2 },
            Part::Word(h),
            Part::Number { value: minute, digits: 2 },
            ..,
        ] if h == "h" => (*hour, *minute, 3),
        [Part::Number { value: hour, digits: 1 | 2 }, Part::Mark('時' | '时' | '点' | '시'), rest @ ..] =>
        {
            let gap = usize::from(rest.first() == Some(&Part::Gap));
            match rest.get(gap..) {
                Some([Part::Number { value: minute, .. }, Part::Mark('分' | '분'), ..]) => {
                    (*hour, *minute, 4 + gap)
                }
                _ => (*hour, 0, 2),
            }
        }
        [
            Part::Number { value: hour, digits: 1 | 2 },
            Part::Mark('.'),
            Part::Number { value: minute, digits: 2 },
            rest @ ..,
        ] if is_clock_word(rest) => (*hour, *minute, 3),
        [Part::Number { value: hour, digits: 1 | 2 }, rest @ ..] if *hour <= 24 && is_clock_word(rest) => {
            (*hour, 0, 1)
        }
        // "T140507Z", "T1405", "T14": after the "T" of ISO 8601 a bare number is a clock.
        [Part::Word(t), Part::Number { value, digits: digits @ (2 | 4 | 6) }, rest @ ..]
            if t == "t" && !matches!(rest, [Part::Mark(':'), ..]) =>
        {
            return run_together(*value, *digits, rest);
        }
        _ => return None,
    };
    let mut second = None;
    if let Some([Part::Mark(':'), Part::Number { value, digits: 1 | 2 }, rest @ ..]) = parts.get(length..) {
        second = Some(*value);
        length += 2;
        if let [Part::Mark('.' | ',' | ':'), Part::Number { .. }, ..] = rest {
            length += 2;
        }
    }
    let mut clock = ClockTime { hour, minute, second, offset: 0, american: false };
    let gap = usize::from(parts.get(length) == Some(&Part::Gap));
    if let Some(Part::Word(word)) = parts.get(length + gap) {
        if let Some(after_noon) = half_of_day(word) {
            clock.hour = to_24(clock.hour, after_noon);
            length += gap + 1;
            length += usize::from(parts.get(length) == Some(&Part::Mark('.')));
        } else if matches!(word.as_str(), "uhr" | "h" | "hrs" | "uur") {
            length += gap + 1;
        }
    }
    (clock.hour <= 24 && clock.minute < 60 && clock.second.is_none_or(|s| s < 62)).then_some((clock, length))
}

fn run_together(value: i64, digits: u32, rest: &[Part]) -> Option<(ClockTime, usize)> {
    let (hour, minute, second) = match digits {
        2 => (value, 0, None),
        4 => (value / 100, value % 100, None),
        _ => (value / 10_000, value / 100 % 100, Some(value % 100)),
    };
    let fraction = matches!(rest, [Part::Mark('.' | ','), Part::Number { .. }, ..]);
    let clock = ClockTime { hour, minute, second, offset: 0, american: false };
    let fits = hour <= 24 && minute < 60 && second.is_none_or(|s| s < 62);
    fits.then_some((clock, if fraction { 4 } else { 2 }))
}

/// A word that makes the number before it a time of day.
fn is_clock_word(parts: &[Part]) -> bool {
    let parts = parts.strip_prefix(&[Part::Gap]).unwrap_or(parts);
    matches!(parts.first(), Some(Part::Word(word)) if matches!(word.as_str(), "uhr" | "am" | "pm" | "uur"))
}

fn to_24(hour: i64, after_noon: bool) -> i64 {
    match (hour, after_noon) {
        (12, false) => 0,
        (1..=11, true) => hour + 12,
        _ => hour,
    }
}

/// A zone at the head of `parts`, by number or name, and how many parts it takes.
pub fn read_zone(parts: &[Part]) -> (Option<i32>, usize) {
    let mut at = 0;
    let mut named = None;
    while matches!(parts.get(at), Some(Part::Gap | Part::Mark('(' | '[' | '|' | ','))) && at < 3 {
        at += 1;
    }
    if let Some(Part::Word(word)) = parts.get(at)
        && let Some(offset) = zone(word)
    {
        named = Some(offset);
        at += 1;
        at += usize::from(matches!(parts.get(at), Some(Part::Mark(')' | ']'))));
        // "GMT+2": the number that follows counts.
        if offset != 0 {
            return (named, at);
        }
    }
    let gap = usize::from(named.is_none() && parts.get(at) == Some(&Part::Gap));
    match parts.get(at + gap..) {
        Some([Part::Mark(sign @ ('+' | '-')), Part::Number { value: hours, digits }, rest @ ..]) => {
            let (hours, minutes, extra) = match (digits, rest) {
                (1 | 2, [Part::Mark(':'), Part::Number { value: minutes, digits: 2 }, ..]) => {
                    (*hours, *minutes, 2)
                }
                (1 | 2, _) => (*hours, 0, 0),
                (3 | 4, _) => (hours / 100, hours % 100, 0),
                _ => return (named, if named.is_some() { at } else { 0 }),
            };
            let seconds =
                i32::try_from((hours * 60 + minutes) * 60).ok().filter(|_| hours <= 15 && minutes < 60);
            (seconds.map(|s| if *sign == '-' { -s } else { s }).or(named), at + gap + 2 + extra)
        }
        _ => (named, if named.is_some() { at } else { 0 }),
    }
}

/// Seconds east of UTC in winter.
fn american(word: &str) -> Option<i32> {
    let hours = match word {
        "et" => -5,
        "ct" => -6,
        "mt" => -7,
        "pt" => -8,
        _ => return None,
    };
    Some(hours * 3600)
}

/// Summer time of the United States: since 2007 from the second Sunday of March to the first of November,
/// before that from the first Sunday of April to the last of October.
fn is_american_summer(day: civil::Date) -> bool {
    let ((first_month, first_sunday), (last_month, last_sunday)) =
        if day.year() >= 2007 { ((3, 2), (11, 1)) } else { ((4, 1), (10, -1)) };
    let sunday = |month, which| {
        civil::Date::new(day.year(), month, 1).ok()?.nth_weekday_of_month(which, civil::Weekday::Sunday).ok()
    };
    let edges = sunday(first_month, first_sunday).zip(sunday(last_month, last_sunday));
    edges.is_some_and(|(first, last)| (first..last).contains(&day))
}
