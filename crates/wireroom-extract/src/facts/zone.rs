//! The writer's own clock. Many pages state their time in UTC for machines and again in their own zone; the day that a
//! reader there saw is the second one's. It takes only what the page itself writes. Start at [`local`].

use wireroom_model::{Precision, Time, When};
use wireroom_text::dates;

/// Most writings of a day that are looked at on one page.
const MAX_WRITINGS: usize = 2_000;
/// Longest writing of a time after its day, in bytes: "T21:25:54.123456-05:00" and its like.
const MAX_CLOCK: usize = 24;
/// The farthest that any place is from UTC, in seconds.
const FARTHEST: i64 = 14 * 3_600;
/// Every zone is a multiple of this from UTC, in seconds.
const STEP: i64 = 15 * 60;
const DAY: i64 = 86_400;

/// The same instant with the offset that the page writes for it elsewhere; unchanged where it writes none.
/// A writing without a zone counts if its seconds agree, so that a full hour alone proves nothing.
pub fn local(html: &str, stated: Time) -> Time {
    let Some(utc) = stated.known().filter(|w| w.offset() == 0 && w.precision() >= Precision::Minute) else {
        return stated;
    };
    let mut zoneless = None;
    for day in [-DAY, 0, DAY].into_iter().filter_map(|shift| utc.plus_seconds(shift)) {
        let day = day.date().to_string();
        for (at, _) in html.match_indices(day.as_str()).take(MAX_WRITINGS) {
            let Some(clock) = clock(html, at + day.len()) else { continue };
            let Some(written) = read(&day, &clock) else { continue };
            match written {
                (wall, Some(offset))
                    if offset != 0 && offset.abs() <= FARTHEST && (wall - offset - utc.unix()).abs() < 60 =>
                {
                    return shifted(utc, offset).map_or(stated, Time::At);
                }
                (wall, None) => {
                    let offset = wall - utc.unix();
                    let telling = utc.precision() == Precision::Second && utc.unix() % 60 != 0;
                    if telling && offset != 0 && offset % STEP == 0 && offset.abs() <= FARTHEST {
                        zoneless = zoneless.or(Some(offset));
                    }
                }
                _ => {}
            }
        }
    }
    zoneless.and_then(|offset| shifted(utc, offset)).map_or(stated, Time::At)
}

fn shifted(utc: When, offset: i64) -> Option<When> {
    When::from_parts(utc.unix(), i32::try_from(offset).ok()?, utc.precision())
}

/// What stands behind a day, if it may be a time of that day.
fn clock(html: &str, from: usize) -> Option<String> {
    let rest = html.get(from..)?;
    let clock: String = rest
        .chars()
        .take(MAX_CLOCK)
        .take_while(|c| c.is_ascii_digit() || matches!(c, 'T' | ' ' | ':' | '.' | '+' | '-' | 'Z'))
        .collect();
    clock.starts_with(['T', ' ']).then_some(clock)
}

/// Seconds on the wall since 1970, and the offset where one is written.
fn read(day: &str, clock: &str) -> Option<(i64, Option<i64>)> {
    let clock = clock.trim_end_matches([' ', '.', '-', '+', ':']);
    let written =
        dates::stated(&format!("{day}{clock}")).known().filter(|w| w.precision() >= Precision::Minute)?;
    let offset = i64::from(written.offset());
    let names_zone = clock.contains(['Z', '+', '-']);
    Some((written.unix() + offset, names_zone.then_some(offset)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(html: &str, stated: &str) -> String {
        let when: When = stated.parse().unwrap();
        local(html, Time::At(when)).known().unwrap().to_string()
    }

    #[test]
    fn the_same_instant_in_the_writers_zone_gives_the_writers_day() {
        let html = r#"{"at":"2031-02-24T21:25:54-05:00"}"#;
        assert_eq!(told(html, "2031-02-25T02:25:54Z"), "2031-02-24T21:25:54-05:00");
        let html = r#"<time datetime="2031-12-23T05:30:00.000+1100">"#;
        assert_eq!(told(html, "2031-12-22T18:30:00Z"), "2031-12-23T05:30:00+11:00");
    }

    #[test]
    fn a_writing_without_zone_counts_if_its_seconds_agree() {
        assert_eq!(told("at 2031-12-23 17:06:51, they", "2031-12-24T01:06:51Z"), "2031-12-23T17:06:51-08:00");
        assert_eq!(told("at 2031-12-23 17:00:00, they", "2031-12-24T01:00:00Z"), "2031-12-24T01:00:00Z");
    }

    #[test]
    fn another_instant_tells_nothing() {
        let html = r#"{"at":"2031-02-24T21:25:54-05:00","seen":"2031-02-25 02:25:54","until":"2031-02-25T"}"#;
        assert_eq!(told(html, "2031-02-25T03:25:11Z"), "2031-02-25T03:25:11Z");
    }
}
