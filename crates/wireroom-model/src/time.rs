//! Times as the house keeps them: an instant with the offset it was written with and a precision, or unknown.
//! Nothing here reads a clock, and no time is ever shifted to UTC when printed.
//! Start at [`Time`]; [`When`] is the known case; [`Clock`] is what the shell hands down.

use jiff::civil::{self, date};
use jiff::tz::Offset;
use serde::{Deserialize, Serialize};
use std::fmt;

/// How much of a time was stated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Precision {
    Year,
    Month,
    Day,
    Minute,
    Second,
}

impl Precision {
    /// The store's word for it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Year => "year",
            Self::Month => "month",
            Self::Day => "day",
            Self::Minute => "minute",
            Self::Second => "second",
        }
    }

    /// Reads [`Precision::as_str`] back.
    pub fn parse(word: &str) -> Option<Self> {
        [Self::Year, Self::Month, Self::Day, Self::Minute, Self::Second]
            .into_iter()
            .find(|p| p.as_str() == word)
    }
}

/// A known time. `unix` is the first second of what was stated, in seconds since 1970 UTC;
/// `offset` is the writer's own distance from UTC in seconds, east positive (0 where none was written).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct When {
    unix: i64,
    offset: i32,
    precision: Precision,
}

/// A time, or the honest answer that there is none. Serialises as a string or null.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Time {
    #[default]
    Unknown,
    At(When),
}

/// Why words are not a time in one of our printed forms.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimeError(pub String);

impl fmt::Display for TimeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "\"{}\" is not a time: write YYYY, YYYY-MM, YYYY-MM-DD or RFC 3339", self.0)
    }
}

impl std::error::Error for TimeError {}

/// Where `now` comes from. The shell has one that reads the system; tests have one that they wind.
pub trait Clock: Send + Sync + fmt::Debug {
    /// The present second.
    fn now(&self) -> When;
}

impl When {
    /// The first second of 1970, UTC.
    pub const EPOCH: Self = Self { unix: 0, offset: 0, precision: Precision::Second };

    /// From parts as stored. `None` where the instant or offset is outside what a calendar holds.
    pub fn from_parts(unix: i64, offset: i32, precision: Precision) -> Option<Self> {
        let when = Self { unix, offset, precision };
        when.civil()?;
        Some(when)
    }

    /// A second, in UTC.
    pub fn from_unix(unix: i64) -> Option<Self> {
        Self::from_parts(unix, 0, Precision::Second)
    }

    /// A calendar year, month or day, at offset zero.
    pub fn from_date(year: i16, month: Option<i8>, day: Option<i8>) -> Option<Self> {
        let first = civil::Date::new(year, month.unwrap_or(1), day.unwrap_or(1)).ok()?;
        let precision = match (month, day) {
            (None, _) => Precision::Year,
            (Some(_), None) => Precision::Month,
            (Some(_), Some(_)) => Precision::Day,
        };
        Self::from_civil(first.to_datetime(civil::Time::midnight()), 0, precision)
    }

    /// Wall-clock fields with the offset they were written with.
    pub fn from_civil(wall: civil::DateTime, offset: i32, precision: Precision) -> Option<Self> {
        let unix = Offset::from_seconds(offset).ok()?.to_timestamp(wall).ok()?.as_second();
        Some(Self { unix, offset, precision })
    }

    /// Seconds since 1970 UTC of the first second of what was stated.
    pub const fn unix(self) -> i64 {
        self.unix
    }

    /// Seconds east of UTC, as written.
    pub const fn offset(self) -> i32 {
        self.offset
    }

    /// How much was stated.
    pub const fn precision(self) -> Precision {
        self.precision
    }

    /// The wall clock that the writer saw.
    pub fn civil(self) -> Option<civil::DateTime> {
        let offset = Offset::from_seconds(self.offset).ok()?;
        Some(offset.to_datetime(jiff::Timestamp::from_second(self.unix).ok()?))
    }

    /// The writer's own calendar day.
    pub fn date(self) -> civil::Date {
        self.civil().map_or(date(1970, 1, 1), civil::DateTime::date)
    }

    /// What it sorts by: the last second of what was stated, so that a bare day stands at its day's end.
    pub fn sort_key(self) -> i64 {
        let day = self.date();
        let last = match self.precision {
            Precision::Year => day.last_of_year(),
            Precision::Month => day.last_of_month(),
            Precision::Day => day,
            Precision::Minute | Precision::Second => return self.unix,
        };
        let end = last.to_datetime(civil::time(23, 59, 59, 0));
        Self::from_civil(end, self.offset, Precision::Second).map_or(self.unix, Self::unix)
    }

    /// Seconds later (or earlier, if negative), to the second.
    pub fn plus_seconds(self, seconds: i64) -> Option<Self> {
        Self::from_parts(self.unix.checked_add(seconds)?, self.offset, self.precision)
    }
}

impl fmt::Display for When {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(wall) = self.civil() else { return Err(fmt::Error) };
        write!(f, "{:04}", wall.year())?;
        if self.precision >= Precision::Month {
            write!(f, "-{:02}", wall.month())?;
        }
        if self.precision >= Precision::Day {
            write!(f, "-{:02}", wall.day())?;
        }
        if self.precision >= Precision::Minute {
            write!(f, "T{:02}:{:02}:{:02}", wall.hour(), wall.minute(), wall.second())?;
            let (sign, east) = if self.offset < 0 { ('-', -self.offset) } else { ('+', self.offset) };
            match east / 60 {
                0 => f.write_str("Z")?,
                minutes => write!(f, "{sign}{:02}:{:02}", minutes / 60, minutes % 60)?,
            }
        }
        Ok(())
    }
}

impl std::str::FromStr for When {
    type Err = TimeError;

    /// Reads what [`When`] prints. A time of day without an offset is taken at offset zero; a fraction is dropped.
    fn from_str(text: &str) -> Result<Self, TimeError> {
        let text = text.trim();
        read(text).ok_or_else(|| TimeError(text.to_owned()))
    }
}

fn read(text: &str) -> Option<When> {
    let (day, clock) = match text.split_once(['T', 't', ' ']) {
        Some((day, clock)) => (day, Some(clock)),
        None => (text, None),
    };
    let mut parts = day.split('-');
    let year = digits(parts.next()?, 4)?;
    let month = parts.next().map(|m| digits(m, 2).ok_or(())).transpose().ok()?;
    let of_month = parts.next().map(|d| digits(d, 2).ok_or(())).transpose().ok()?;
    if parts.next().is_some() {
        return None;
    }
    let when = When::from_date(year, narrow(month)?, narrow(of_month)?)?;
    let Some(clock) = clock else { return Some(when) };
    of_month?;
    let zone = clock.find(['Z', 'z', '+', '-']).unwrap_or(clock.len());
    let (clock, zone) = clock.split_at_checked(zone)?;
    let mut parts = clock.trim_end().split(':');
    let hour = digits(parts.next()?, 2)?;
    let minute = digits(parts.next()?, 2)?;
    let (second, precision) = match parts.next() {
        None => (0, Precision::Minute),
        Some(second) => (digits(second.split('.').next()?, 2)?, Precision::Second),
    };
    // A leap second is the second before it: calendars here have none.
    let wall =
        civil::Time::new(hour.try_into().ok()?, minute.try_into().ok()?, second.min(59).try_into().ok()?, 0);
    When::from_civil(when.date().to_datetime(wall.ok()?), offset(zone)?, precision)
}

fn narrow(number: Option<i16>) -> Option<Option<i8>> {
    number.map(|n| i8::try_from(n).ok()).map_or(Some(None), |n| n.map(Some))
}

fn digits(text: &str, count: usize) -> Option<i16> {
    (text.len() == count && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok())?
}

fn offset(zone: &str) -> Option<i32> {
    let zone = zone.trim();
    if zone.is_empty() || zone.eq_ignore_ascii_case("z") {
        return Some(0);
    }
    let (sign, rest) = zone.split_at_checked(1)?;
    let (hours, minutes) = rest.split_once(':').or_else(|| rest.split_at_checked(2))?;
    let minutes = if minutes.is_empty() { 0 } else { digits(minutes, 2)? };
    let seconds = i32::from(digits(hours, 2)?) * 3600 + i32::from(minutes) * 60;
    Some(if sign == "-" { -seconds } else { seconds })
}

impl Time {
    /// The known time, if any.
    pub const fn known(self) -> Option<When> {
        match self {
            Self::Unknown => None,
            Self::At(when) => Some(when),
        }
    }

    /// True unless unknown.
    pub const fn is_known(self) -> bool {
        matches!(self, Self::At(_))
    }

    /// What a known time sorts by.
    pub fn sort_key(self) -> Option<i64> {
        self.known().map(When::sort_key)
    }

    /// This time, or else the other.
    pub const fn or(self, other: Self) -> Self {
        match self {
            Self::Unknown => other,
            Self::At(_) => self,
        }
    }
}

impl From<Option<When>> for Time {
    fn from(when: Option<When>) -> Self {
        when.map_or(Self::Unknown, Self::At)
    }
}

impl From<When> for Time {
    fn from(when: When) -> Self {
        Self::At(when)
    }
}

impl Serialize for When {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for When {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

impl Serialize for Time {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.known().serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Time {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match Option::<String>::deserialize(deserializer)? {
            None => Ok(Self::Unknown),
            Some(text) if text.trim().is_empty() => Ok(Self::Unknown),
            Some(text) => text.parse().map(Self::At).map_err(serde::de::Error::custom),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> When {
        text.parse().unwrap()
    }

    #[test]
    fn a_time_prints_as_it_was_written() {
        for text in ["2025", "2025-08", "2025-08-20", "2025-08-20T10:05:07+02:00", "2025-08-20T10:05:07Z"] {
            assert_eq!(at(text).to_string(), text);
        }
        assert_eq!(at("2025-08-20T23:30:00-05:30").to_string(), "2025-08-20T23:30:00-05:30");
        assert_eq!(at("2025-08-20T10:05").precision(), Precision::Minute);
    }

    #[test]
    fn a_day_sorts_at_its_end() {
        assert!(at("2025-08-20").sort_key() > at("2025-08-20T23:00:00Z").sort_key());
        assert!(at("2025-08-20").sort_key() < at("2025-08-21T00:00:00Z").sort_key());
        assert!(at("2025-08").sort_key() > at("2025-08-30").sort_key());
    }

    #[test]
    fn what_is_no_date_is_refused_and_never_now() {
        for text in
            ["yesterday", "2025-13-01", "2025-02-30", "20250820", "2025-08-20T25:00:00Z", "", "2025-08T10:00"]
        {
            assert!(text.parse::<When>().is_err(), "{text}");
        }
    }

    #[test]
    fn unknown_is_null_in_json() {
        assert_eq!(serde_json::to_string(&Time::Unknown).unwrap(), "null");
        assert_eq!(serde_json::from_str::<Time>("null").unwrap(), Time::Unknown);
        assert_eq!(serde_json::from_str::<Time>("\"2025-08\"").unwrap(), Time::At(at("2025-08")));
    }
}
