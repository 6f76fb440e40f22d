//! Times as pages print them: the page's own offset, a bare day as a day, "no date given" for none. The house's own
//! moments are told by the reader's clock ([`crate::zone`]).
//! Nothing here reads a clock; "4 minutes ago" is told against a `now` that the caller passes.

use crate::zone;
use askama::filters::HtmlSafe;
use std::fmt;
use wireroom_model::time::{Precision, Time, When};

/// A printed time: `<time datetime="...">words</time>`, or plain words where none is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stamp {
    datetime: Option<String>,
    words: String,
}

// The words are made here from digits and our own month names; no outside text enters.
impl HtmlSafe for Stamp {}

impl fmt::Display for Stamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.datetime {
            Some(datetime) => write!(f, "<time datetime=\"{datetime}\">{}</time>", self.words),
            None => f.write_str(&self.words),
        }
    }
}

impl Stamp {
    /// The words without markup.
    pub fn words(&self) -> &str {
        &self.words
    }

    /// The time for machines; empty where none is known.
    pub fn datetime(&self) -> &str {
        self.datetime.as_deref().unwrap_or_default()
    }

    fn of(when: When, words: String) -> Self {
        Self { datetime: Some(when.to_string()), words }
    }
}

/// "Sunday 22 November 2026, 05:20 (+01:00)": for the head of an article.
pub fn full(time: Time) -> Stamp {
    let Some(when) = time.known() else { return unknown() };
    let mut words = day_words(when);
    if let Some(clock) = clock_words(when) {
        words = say!("time-full", date = words, clock = clock, offset = offset_words(when));
    }
    Stamp::of(when, words)
}

/// "22 Nov, 05:20", or with the year where it is not `now`'s: for lists.
pub fn short(time: Time, now: When) -> Stamp {
    let Some(when) = time.known() else { return unknown() };
    let date = when.date();
    let year = (date.year() != zone::here_and(now).date().year()).then(|| date.year());
    let words = match when.precision() {
        Precision::Year => date.year().to_string(),
        Precision::Month => month_words(date),
        Precision::Day => date_words(date, year),
        Precision::Minute | Precision::Second => {
            say!("time-at", date = date_words(date, year), clock = clock_words(when).unwrap_or_default())
        }
    };
    Stamp::of(when, words)
}

/// A day alone, "Sunday 22 November 2026".
pub fn day(when: When) -> String {
    day_words(when)
}

/// "22 Nov": a day of a picture's scale.
pub fn day_and_month(when: When) -> String {
    date_words(when.date(), None)
}

/// An event's date, as exact as it was told: "2026", "November 2026", "22 Nov 2026".
pub fn event(when: When) -> Stamp {
    let date = when.date();
    let words = match when.precision() {
        Precision::Year => date.year().to_string(),
        Precision::Month => month_words(date),
        _ => date_words(date, Some(date.year())),
    };
    Stamp::of(when, words)
}

/// One of the house's own moments, told against now: "just now", "4 minutes ago", "in 2 hours", "3 Nov".
pub fn ago(at: i64, now: When) -> Stamp {
    let Some(when) = zone::wall(at) else { return unknown() };
    let seconds = now.unix() - at;
    let (past, span) = (seconds >= 0, seconds.abs());
    let words = match span {
        0..60 if past => say!("time-now"),
        0..60 => say!("time-soon"),
        60..3600 if past => say!("time-minutes-ago", n = span / 60),
        60..3600 => say!("time-in-minutes", n = span / 60),
        3600..86_400 if past => say!("time-hours-ago", n = span / 3600),
        3600..86_400 => say!("time-in-hours", n = span / 3600),
        86_400..604_800 if past => say!("time-days-ago", n = span / 86_400),
        86_400..604_800 => say!("time-in-days", n = span / 86_400),
        _ => return short(Time::At(when), now),
    };
    Stamp::of(when, words)
}

/// One of the house's own moments as a date and a time of the reader's clock: "22 Nov, 05:20".
pub fn moment(at: i64, now: When) -> Stamp {
    short(zone::wall(at).map_or(Time::Unknown, Time::At), now)
}

/// Today, by the reader's clock: "Sunday 22 November 2026".
pub fn today(now: When) -> String {
    day_words(zone::here_and(now))
}

/// "22 Nov", with the year where `year` is one.
fn date_words(date: jiff::civil::Date, year: Option<i16>) -> String {
    let (day, month) = (date.day(), say!("month-brief", n = date.month()));
    match year {
        Some(year) => say!("time-date-year", day = day, month = month, year = year.to_string()),
        None => say!("time-date", day = day, month = month),
    }
}

/// "November 2026".
fn month_words(date: jiff::civil::Date) -> String {
    say!("time-month", month = say!("month", n = date.month()), year = date.year().to_string())
}

fn unknown() -> Stamp {
    Stamp { datetime: None, words: say!("time-unknown") }
}

fn day_words(when: When) -> String {
    let date = when.date();
    match when.precision() {
        Precision::Year => date.year().to_string(),
        Precision::Month => month_words(date),
        _ => say!(
            "time-day",
            weekday = say!("weekday", n = date.weekday().to_monday_one_offset()),
            day = date.day(),
            month = say!("month", n = date.month()),
            year = date.year().to_string()
        ),
    }
}

fn clock_words(when: When) -> Option<String> {
    if when.precision() < Precision::Minute {
        return None;
    }
    let wall = when.civil()?;
    Some(format!("{:02}:{:02}", wall.hour(), wall.minute()))
}

fn offset_words(when: When) -> String {
    let minutes = when.offset() / 60;
    if minutes == 0 {
        return "UTC".to_owned();
    }
    let sign = if minutes < 0 { '−' } else { '+' };
    format!("{sign}{:02}:{:02}", minutes.abs() / 60, minutes.abs() % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> When {
        text.parse().unwrap()
    }

    #[test]
    fn a_time_keeps_its_pages_own_offset() {
        let stamp = full(Time::At(at("2026-11-22T05:20:00+01:00")));
        assert_eq!(
            stamp.to_string(),
            "<time datetime=\"2026-11-22T05:20:00+01:00\">Sunday 22 November 2026, 05:20 (+01:00)</time>"
        );
    }

    #[test]
    fn a_bare_day_is_printed_as_a_day() {
        assert_eq!(full(Time::At(at("2026-11-22"))).words(), "Sunday 22 November 2026");
        assert_eq!(short(Time::At(at("2026-11-22")), at("2026-11-22T10:00:00Z")).words(), "22 Nov");
        assert_eq!(event(at("2025-08")).words(), "August 2025");
    }

    #[test]
    fn another_year_is_said() {
        assert_eq!(
            short(Time::At(at("2024-02-03T10:00:00Z")), at("2026-11-22")).words(),
            "3 Feb 2024, 10:00"
        );
    }

    #[test]
    fn an_unknown_time_is_no_date_given_and_never_now() {
        assert_eq!(full(Time::Unknown).to_string(), "no date given");
    }

    #[test]
    fn the_houses_own_moments_are_told_against_now() {
        let now = at("2026-11-22T10:00:00Z");
        assert_eq!(ago(now.unix() - 240, now).words(), "4 minutes ago");
        assert_eq!(ago(now.unix() + 7_200, now).words(), "in 2 hours");
        assert_eq!(ago(now.unix(), now).words(), "just now");
    }
}
