//! The reader's own clock: in which zone days begin and the house's own moments are printed. It is set once, at the
//! door, and holds for the request's whole task, as the language does. It refuses to shift what an outlet stated: a
//! published time keeps its page's offset. A day has 23, 24 or 25 hours. Start at [`wall`].

use jiff::Span;
use jiff::tz::TimeZone;
use wireroom_model::When;
use wireroom_model::time::Precision;

/// Seconds of a day on which no clock is changed.
const DAY: i64 = 86_400;
/// The longest name of a zone that is looked for.
const MAX_NAME: usize = 64;
/// Regions whose zones are offered; other names are old ones for the same.
const REGIONS: [&str; 10] = [
    "Africa",
    "America",
    "Antarctica",
    "Arctic",
    "Asia",
    "Atlantic",
    "Australia",
    "Europe",
    "Indian",
    "Pacific",
];

tokio::task_local! {
    static KEPT: TimeZone;
}

/// The zone with this IANA name, and the name as the zones' own list writes it.
pub fn named(name: &str) -> Option<(String, TimeZone)> {
    let known = name.len() <= MAX_NAME && !name.is_empty();
    let found =
        known.then(|| jiff::tz::db().available().find(|one| one.as_str().eq_ignore_ascii_case(name)))??;
    Some((found.as_str().to_owned(), TimeZone::get(found.as_str()).ok()?))
}

/// The zone of a name that was taken once. One that the lists have dropped since is UTC.
pub fn of(name: Option<&str>) -> TimeZone {
    name.and_then(|name| TimeZone::get(name).ok()).unwrap_or(TimeZone::UTC)
}

/// The names that are offered, by region.
pub fn offered() -> Vec<(&'static str, Vec<String>)> {
    let mut names: Vec<String> = jiff::tz::db().available().map(|name| name.as_str().to_owned()).collect();
    names.sort();
    let of = |region: &str| {
        let inside = |name: &&String| name.strip_prefix(region).is_some_and(|rest| rest.starts_with('/'));
        names.iter().filter(inside).cloned().collect()
    };
    REGIONS.iter().map(|&region| (region, of(region))).collect()
}

/// Runs a request for somebody who lives in this zone.
pub async fn kept<F: Future>(zone: TimeZone, request: F) -> F::Output {
    KEPT.scope(zone, request).await
}

/// The zone of who is being answered; UTC for who named none, and outside of a request.
fn here() -> TimeZone {
    KEPT.try_with(TimeZone::clone).unwrap_or(TimeZone::UTC)
}

/// A moment of the house as the reader's clock shows it.
pub fn wall(at: i64) -> Option<When> {
    wall_in(&here(), at)
}

fn wall_in(zone: &TimeZone, at: i64) -> Option<When> {
    let moment = jiff::Timestamp::from_second(at).ok()?;
    When::from_parts(at, zone.to_offset(moment).seconds(), Precision::Second)
}

/// The same, of a time that a clock gave.
pub fn here_and(now: When) -> When {
    wall(now.unix()).unwrap_or(now)
}

/// The same time by the reader's clock, one day before: 23, 24 or 25 hours earlier. Who reads at eight every morning
/// so meets every hour once, on the days too on which the clock is changed.
pub fn day_before(now: i64) -> i64 {
    let zoned = jiff::Timestamp::from_second(now).ok().map(|moment| moment.to_zoned(here()));
    zoned
        .and_then(|zoned| zoned.checked_sub(Span::new().days(1)).ok())
        .map_or(now - DAY, |before| before.timestamp().as_second())
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::{Date, date};

    const HOUR: i64 = 3_600;

    fn berlin() -> TimeZone {
        named("Europe/Berlin").unwrap().1
    }

    fn unix(text: &str) -> i64 {
        text.parse::<When>().unwrap().unix()
    }

    fn in_berlin<T>(work: impl FnOnce() -> T) -> T {
        KEPT.sync_scope(berlin(), work)
    }

    /// Every hour from one moment to another, by the day it falls on.
    fn hours(from: &str, to: &str) -> Vec<(Date, usize)> {
        let mut days: Vec<(Date, usize)> = Vec::new();
        let (mut at, to) = (unix(from), unix(to));
        while at < to {
            let day = wall(at).unwrap().date();
            match days.last_mut() {
                Some((last, count)) if *last == day => *count += 1,
                _ => days.push((day, 1)),
            }
            at += HOUR;
        }
        days
    }

    #[test]
    fn the_day_on_which_the_clock_goes_forward_has_23_hours_and_every_hour_one_day() {
        let days = in_berlin(|| hours("2026-03-27T23:00:00Z", "2026-03-30T22:00:00Z"));
        let told: Vec<usize> = days.iter().map(|(_, count)| *count).collect();
        assert_eq!(told, [24, 23, 24]);
        assert_eq!(days[1].0, date(2026, 3, 29));
    }

    #[test]
    fn the_day_on_which_the_clock_goes_back_has_25_hours_and_every_hour_one_day() {
        let days = in_berlin(|| hours("2026-10-23T22:00:00Z", "2026-10-26T23:00:00Z"));
        let told: Vec<usize> = days.iter().map(|(_, count)| *count).collect();
        assert_eq!(told, [24, 25, 24]);
        assert_eq!(days[1].0, date(2026, 10, 25));
    }

    #[test]
    fn the_hour_that_comes_twice_is_two_moments_with_two_offsets() {
        let (first, second) = (unix("2026-10-25T00:30:00Z"), unix("2026-10-25T01:30:00Z"));
        let told = in_berlin(|| [first, second].map(|at| wall(at).unwrap().to_string()));
        assert_eq!(told, ["2026-10-25T02:30:00+02:00", "2026-10-25T02:30:00+01:00"]);
    }

    #[test]
    fn who_reads_at_the_same_time_every_morning_meets_every_hour_once() {
        for (first, mornings, lengths) in
            [("2026-03-27T07:00:00Z", 4, [24, 23, 24]), ("2026-10-23T06:00:00Z", 4, [24, 25, 24])]
        {
            in_berlin(|| {
                let mut read: Vec<i64> = vec![unix(first)];
                for _ in 1..mornings {
                    let last = read[read.len() - 1];
                    // The next moment at which the clock on the wall shows eight.
                    let next = (last / HOUR + 20..last / HOUR + 30).map(|hour| hour * HOUR);
                    read.extend(next.into_iter().find(|at| wall(*at).unwrap().civil().unwrap().hour() == 8));
                }
                for (pair, length) in read.windows(2).zip(lengths) {
                    assert_eq!(pair[1] - pair[0], length * HOUR);
                    assert_eq!(day_before(pair[1]), pair[0], "an hour is lost or told twice");
                }
            });
        }
    }

    #[test]
    fn midnight_belongs_to_the_day_that_begins() {
        let days = in_berlin(|| {
            ["2026-11-22T22:59:59Z", "2026-11-22T23:00:00Z"].map(|text| wall(unix(text)).unwrap().date())
        });
        assert_eq!(days, [date(2026, 11, 22), date(2026, 11, 23)]);
    }

    #[test]
    fn a_zone_is_known_by_its_iana_name_alone() {
        assert_eq!(named("europe/berlin").unwrap().0, "Europe/Berlin");
        for strange in ["", "Berlin", "Europe/Berlin/../../x", "../etc/localtime", "UTC+1 ", &"x".repeat(99)]
        {
            assert!(named(strange).is_none(), "{strange}");
        }
    }

    #[test]
    fn every_zone_that_is_offered_is_taken() {
        let offered = offered();
        let names: Vec<&String> = offered.iter().flat_map(|(_, names)| names).collect();
        assert!(names.len() > 300, "{}", names.len());
        assert!(names.iter().all(|name| named(name).is_some_and(|(known, _)| known == **name)));
    }
}
