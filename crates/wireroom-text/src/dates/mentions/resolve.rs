//! From what an expression says to a day, a month or a year, seen from the day of publication.
//! It refuses to resolve anything relative without one, and at a precision the publication date lacks.

use super::words::Unit;
use jiff::Span;
use jiff::civil::Date;
use wireroom_model::{Precision, Time, When};

/// Where the words around an expression place it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tense {
    Behind,
    Ahead,
    Untold,
}

/// What an expression says, before it is resolved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meaning {
    /// Seen, and beyond a day, a month or a year ("last week", "the 1980s").
    Vague,
    Stated {
        year: i16,
        month: Option<i8>,
        day: Option<i8>,
    },
    /// A month, or a day of it, whose year is left to the reader; `shift` from "last" and "next".
    Month {
        month: i8,
        day: Option<i8>,
        shift: Option<i64>,
    },
    /// A month of the year so many away ("June last year").
    MonthOfYear {
        month: i8,
        shift: i64,
    },
    /// The fourth Thursday of November, wherever its year.
    Thanksgiving,
    /// A day of the week, Monday 1.
    Weekday {
        day: i8,
        shift: Option<i64>,
    },
    /// Days from the day of publication.
    Day(i64),
    /// So many units away: the unit is the precision, a week gives its day.
    Away {
        unit: Unit,
        count: i64,
    },
}

/// A month this little past stays past though the words look ahead. Measured on English news with known dates:
/// 1 to 4 make no difference.
const NEAR_MONTHS: i64 = 2;

/// A day of a month nearer than this is that day, whatever the tense. Measured likewise: 60 and 182 lose .002 to .004.
const NEAR_DAYS: i64 = 120;

/// The value, where the publication date allows one.
pub fn resolve(meaning: Meaning, published: Time, tense: Tense) -> Option<When> {
    if let Meaning::Stated { year, month, day } = meaning {
        return When::from_date(year, month, day);
    }
    let published = published.known()?;
    let today = published.date();
    let precise = |needed: Precision| (published.precision() >= needed).then_some(());
    match meaning {
        Meaning::Vague | Meaning::Stated { .. } => None,
        Meaning::Month { month, day, shift } => {
            precise(Precision::Month)?;
            match day {
                None => month_only(today, month, shift, tense),
                Some(day) => {
                    precise(Precision::Day)?;
                    month_and_day(today, tense, |year| Date::new(year, month, day).ok())
                }
            }
        }
        Meaning::MonthOfYear { month, shift } => {
            When::from_date(i16::try_from(i64::from(today.year()) + shift).ok()?, Some(month), None)
        }
        Meaning::Thanksgiving => {
            precise(Precision::Day)?;
            month_and_day(today, tense, |year| {
                let first = Date::new(year, 11, 1).ok()?;
                first.nth_weekday_of_month(4, jiff::civil::Weekday::Thursday).ok()
            })
        }
        Meaning::Weekday { day, shift } => {
            precise(Precision::Day)?;
            whole(weekday(today, day, shift, tense)?)
        }
        Meaning::Day(days) => {
            precise(Precision::Day)?;
            whole(moved(today, Span::new().try_days(days).ok()?)?)
        }
        Meaning::Away { unit, count } => {
            let day = match unit {
                Unit::Day => moved(today, Span::new().try_days(count).ok()?)?,
                Unit::Week => moved(today, Span::new().try_weeks(count).ok()?)?,
                Unit::Month => moved(today, Span::new().try_months(count).ok()?)?,
                Unit::Year => moved(today, Span::new().try_years(count).ok()?)?,
            };
            match unit {
                Unit::Day | Unit::Week => precise(Precision::Day).and_then(|()| whole(day)),
                Unit::Month => precise(Precision::Month)
                    .and_then(|()| When::from_date(day.year(), Some(day.month()), None)),
                Unit::Year => When::from_date(day.year(), None, None),
            }
        }
    }
}

fn whole(day: Date) -> Option<When> {
    When::from_date(day.year(), Some(day.month()), Some(day.day()))
}

fn moved(day: Date, span: Span) -> Option<Date> {
    day.checked_add(span).ok()
}

fn month_only(today: Date, month: i8, shift: Option<i64>, tense: Tense) -> Option<When> {
    // Months from the publication's to the named one in the same year: -11 to 11.
    let apart = i64::from(month) - i64::from(today.month());
    let behind = if apart > 0 { apart - 12 } else { apart };
    let ahead = if apart < 0 { apart + 12 } else { apart };
    let year_of = |months: i64| {
        let year = i64::from(today.year()) + (i64::from(today.month()) - 1 + months).div_euclid(12);
        When::from_date(i16::try_from(year).ok()?, Some(month), None)
    };
    match (shift, tense) {
        (Some(0), _) => year_of(apart),
        // "last February" in March is the one before: this year's would be "last month".
        (Some(-1), _) => year_of(if behind >= -1 { behind - 12 } else { behind }),
        (Some(_), _) => year_of(if ahead == 0 { 12 } else { ahead }),
        (None, Tense::Behind) => year_of(behind),
        (None, Tense::Ahead) if -behind <= NEAR_MONTHS && behind != 0 && ahead > 12 - NEAR_MONTHS => {
            year_of(behind)
        }
        (None, Tense::Ahead) => year_of(ahead),
        (None, Tense::Untold) => year_of(if ahead < -behind { ahead } else { behind }),
    }
}

fn month_and_day(today: Date, tense: Tense, of_year: impl Fn(i16) -> Option<Date>) -> Option<When> {
    let distance = |day: Date| today.until(day).ok().map(|span| i64::from(span.get_days()));
    let mut candidates: Vec<(i64, Date)> = (today.year() - 1..=today.year() + 1)
        .filter_map(|year| of_year(year).and_then(|day| distance(day).map(|far| (far, day))))
        .collect();
    candidates.sort_by_key(|(far, _)| far.abs());
    let nearest = candidates.first().copied()?;
    let wanted = match tense {
        _ if nearest.0.abs() <= NEAR_DAYS => Some(nearest),
        Tense::Behind => candidates.iter().copied().find(|(far, _)| *far <= 0),
        Tense::Ahead => candidates.iter().copied().find(|(far, _)| *far >= 0),
        Tense::Untold => Some(nearest),
    };
    whole(wanted.unwrap_or(nearest).1)
}

fn weekday(today: Date, day: i8, shift: Option<i64>, tense: Tense) -> Option<Date> {
    let since = (i64::from(today.weekday().to_monday_one_offset()) - i64::from(day)).rem_euclid(7);
    let until = (7 - since) % 7;
    let days = match (shift, tense) {
        // "last Friday" on a Friday is the one before.
        (Some(-1), _) => -(if since == 0 { 7 } else { since }),
        (Some(1..), _) => {
            if until == 0 {
                7
            } else {
                until
            }
        }
        (_, Tense::Ahead) => until,
        _ => -since,
    };
    moved(today, Span::new().try_days(days).ok()?)
}
