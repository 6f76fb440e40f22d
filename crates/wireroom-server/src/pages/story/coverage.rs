//! A picture of a story's coverage over time: articles by the hour where all of them came within a day, else by days,
//! first printings apart from copies. Made from times that outlets state; an article without one, or
//! without an hour where hours are drawn, is counted in words and drawn nowhere. Start at [`Coverage::new`].

use crate::picture::Picture;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use wireroom_model::time::{Precision, Time};
use wireroom_model::{ArticleId, When};
use wireroom_store::articles::ArticleLine;
use wireroom_store::story_page::FamilyGroup;

/// Bars at the most: a longer story has more days in each.
const MAX_BARS: i64 = 31;
/// Up to here an article is a dot, above it a bar is drawn to this height.
const MAX_DOTS: usize = 10;
const HOUR: i64 = 3_600;
const DAY: i64 = 86_400;
/// Fewer articles are seen at a glance without a picture.
const WORTH_DRAWING: usize = 3;
/// Units of the drawing: a dot with its gap, the room under the lowest; few columns stand wider apart.
const CELL: f64 = 12.0;
const WIDE: f64 = 300.0;
const WIDEST: f64 = 48.0;
const FOOT: f64 = 3.0;

/// The picture, its reading, and the table that says the same.
#[derive(Debug)]
pub struct Coverage {
    pub picture: Picture,
    pub first: String,
    pub last: String,
    /// "Most in one hour: 9 (22 Nov, 05:00)."
    pub most: String,
    /// What was not drawn: "2 articles without a date".
    pub left_out: String,
    /// By what the rows are counted: "Hour" or "Day".
    pub unit: String,
    /// Where no article came there is no row.
    pub rows: Vec<Row>,
    /// "1 article was corrected later: ringed.", where there is one.
    pub corrected: Option<String>,
}

/// What came in one stretch of time.
#[derive(Debug, PartialEq, Eq)]
pub struct Row {
    pub when: String,
    pub own: usize,
    pub copies: usize,
    pub corrected: usize,
}

/// What an article is to the picture.
#[derive(Debug, Clone, Copy)]
struct Kind {
    /// It stands first with its text.
    own: bool,
    /// It says in a later version that it corrected something.
    corrected: bool,
}

/// Counts of one bar.
#[derive(Debug, Default, Clone, Copy)]
struct Bar {
    own: usize,
    copies: usize,
    /// Of either, those that say that they corrected something.
    own_corrected: usize,
    copies_corrected: usize,
}

impl Bar {
    const fn all(self) -> usize {
        self.own + self.copies
    }

    const fn corrected(self) -> usize {
        self.own_corrected + self.copies_corrected
    }

    fn add(&mut self, kind: Kind) {
        let corrected = usize::from(kind.corrected);
        if kind.own {
            self.own += 1;
            self.own_corrected += corrected;
        } else {
            self.copies += 1;
            self.copies_corrected += corrected;
        }
    }
}

/// How long a bar's stretch is (seconds), and where the first begins (seconds of the wall clock).
#[derive(Debug, Clone, Copy)]
struct Scale {
    from: i64,
    step: i64,
}

impl Coverage {
    /// The picture in the zone of `now`'s clock; `None` where too few articles state when they came, or all came at once.
    pub fn new(families: &[FamilyGroup], corrected: &BTreeSet<ArticleId>, now: When) -> Option<Self> {
        let drawn = |line: &ArticleLine, own: bool| {
            (line.published, Kind { own, corrected: corrected.contains(&line.id) })
        };
        let times = families.iter().flat_map(|family| {
            let copies = family.copies.iter().map(|line| drawn(line, false));
            std::iter::once(drawn(&family.first, true)).chain(copies)
        });
        Self::of(&times.collect::<Vec<_>>(), i64::from(now.offset()))
    }

    /// `times` of articles with what each is; `offset` seconds east of UTC.
    fn of(times: &[(Time, Kind)], offset: i64) -> Option<Self> {
        let wall = |when: When| match when.precision() {
            // A bare day is its own calendar's, wherever the reader is.
            Precision::Day => when.unix() + i64::from(when.offset()),
            _ => when.unix() + offset,
        };
        let dated = |(time, own): &(Time, Kind)| {
            time.known().filter(|when| when.precision() >= Precision::Day).map(|when| (when, *own))
        };
        let known: Vec<(When, Kind)> = times.iter().filter_map(dated).collect();
        let exact = |when: When| when.precision() >= Precision::Minute;
        let hours: Vec<i64> =
            known.iter().filter(|(when, _)| exact(*when)).map(|(when, _)| wall(*when)).collect();
        let days = known.iter().map(|(when, _)| wall(*when).div_euclid(DAY));
        let (first_day, last_day) = (days.clone().min()?, days.max()?);
        let (first, last) = (hours.iter().min().copied(), hours.iter().max().copied());
        let one_day = first.zip(last).is_some_and(|(first, last)| last - first < DAY)
            && last_day - first_day <= 1
            && hours.len() * 2 > known.len();
        let scale = match first.filter(|_| one_day) {
            Some(first) => Scale { from: first.div_euclid(HOUR) * HOUR, step: HOUR },
            None => {
                let step = (last_day - first_day + 1 + MAX_BARS - 1).div_euclid(MAX_BARS).max(1);
                Scale { from: first_day * DAY, step: step * DAY }
            }
        };
        let mut bars: BTreeMap<i64, Bar> = BTreeMap::new();
        let mut drawn = 0;
        for (when, own) in known.iter().filter(|(when, _)| !one_day || exact(*when)) {
            bars.entry((wall(*when) - scale.from).div_euclid(scale.step)).or_default().add(*own);
            drawn += 1;
        }
        let (width, most) = (bars.keys().max()? + 1, bars.iter().max_by_key(|(at, bar)| (bar.all(), -**at))?);
        if drawn < WORTH_DRAWING || bars.len() < 2 {
            return None;
        }
        let said = scale.most(most.1.all(), *most.0);
        let rows = bars.iter().map(|(at, bar)| Row {
            when: scale.label(*at),
            own: bar.own,
            copies: bar.copies,
            corrected: bar.corrected(),
        });
        let corrected: usize = bars.values().map(|bar| bar.corrected()).sum();
        Some(Self {
            picture: draw(&bars, width, &reading(&bars, scale)),
            first: scale.label(0),
            last: scale.label(width - 1),
            most: said,
            left_out: left_out(times.len() - drawn, one_day),
            unit: if scale.step == HOUR { say!("story-hour") } else { say!("story-day") },
            rows: rows.collect(),
            corrected: (corrected > 0).then(|| say!("story-coverage-corrected", n = corrected)),
        })
    }
}

fn left_out(missing: usize, hours: bool) -> String {
    match missing {
        0 => String::new(),
        _ if hours => say!("story-coverage-no-hour", n = missing),
        _ => say!("story-coverage-no-date", n = missing),
    }
}

impl Scale {
    /// The wall clock's moment at which a bar begins.
    fn begins(self, bar: i64) -> Option<When> {
        When::from_unix(self.from + bar * self.step)
    }

    /// "22 Nov, 05:00", "22 Nov", "from 2 Nov".
    fn label(self, bar: i64) -> String {
        let Some(when) = self.begins(bar) else { return String::new() };
        let day = crate::stamp::day_and_month(when);
        match self.step {
            HOUR => {
                say!("time-at", date = day, clock = format!("{:02}:00", when.unix().rem_euclid(DAY) / HOUR))
            }
            _ => day,
        }
    }

    /// "Most in one hour: 9 (22 Nov, 05:00)."
    fn most(self, articles: usize, bar: i64) -> String {
        let when = self.label(bar);
        match self.step {
            HOUR => say!("story-coverage-most-hour", articles = articles, when = when),
            DAY => say!("story-coverage-most-day", articles = articles, when = when),
            _ => say!("story-coverage-most-days", articles = articles, when = when),
        }
    }
}

/// The picture in one sentence, for who does not see it.
fn reading(bars: &BTreeMap<i64, Bar>, scale: Scale) -> String {
    let own: usize = bars.values().map(|bar| bar.own).sum();
    let copies: usize = bars.values().map(|bar| bar.copies).sum();
    let ends = bars.keys().min().zip(bars.keys().max());
    let (first, last) =
        ends.map_or((String::new(), String::new()), |(a, b)| (scale.label(*a), scale.label(*b)));
    let (own, copies) = (say!("count-first-printings", n = own), say!("count-copies", n = copies));
    let said = say!("story-coverage-reading", own = own, copies = copies, first = first, last = last);
    match bars.values().map(|bar| bar.corrected()).sum::<usize>() {
        0 => said,
        corrected => format!("{said} {}", say!("story-coverage-corrected", n = corrected)),
    }
}

/// Dots stacked over their time, first printings filled and below; bars where a stack would be too high.
fn draw(bars: &BTreeMap<i64, Bar>, width: i64, reading: &str) -> Picture {
    let most = bars.values().map(|bar| bar.all()).max().unwrap_or(1).max(1);
    let dots = most <= MAX_DOTS;
    let height = FOOT + CELL * most.min(MAX_DOTS) as f64;
    let column = (WIDE / width.max(1) as f64).clamp(CELL, WIDEST);
    let mut shapes = String::new();
    for (at, bar) in bars {
        let left = *at as f64 * column;
        if dots {
            for nth in 0..bar.all() {
                let own = nth < bar.own;
                let (class, radius) = if own { ("o", 4.5) } else { ("f", 4.0) };
                let y = height - FOOT - CELL * (nth as f64 + 0.5);
                let _ = write!(
                    shapes,
                    "<circle class=\"{class}\" cx=\"{:.1}\" cy=\"{y:.1}\" r=\"{radius}\"/>",
                    left + column / 2.0
                );
                let place = if own { nth } else { nth - bar.own };
                if place < (if own { bar.own_corrected } else { bar.copies_corrected }) {
                    let x = left + column / 2.0;
                    let _ = write!(shapes, "<circle class=\"c\" cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"5.6\"/>");
                }
            }
        } else {
            let unit = CELL * MAX_DOTS as f64 / most as f64;
            let own = height - FOOT - unit * bar.own as f64;
            let all = own - unit * bar.copies as f64;
            let (from, to) = (left + 2.0, left + column - 2.0);
            if bar.own > 0 {
                let _ = write!(
                    shapes,
                    "<path class=\"o\" d=\"M{from:.1} {:.1}V{own:.1}H{to:.1}V{:.1}Z\"/>",
                    height - FOOT,
                    height - FOOT
                );
            }
            if bar.copies > 0 {
                let _ =
                    write!(shapes, "<path class=\"f\" d=\"M{from:.1} {own:.1}V{all:.1}H{to:.1}V{own:.1}\"/>");
            }
        }
    }
    let wide = width as f64 * column;
    Picture::read_as(
        reading,
        &format!(
            "class=\"over-time\" width=\"{wide:.0}\" height=\"{height:.0}\" viewBox=\"0 0 {wide:.0} {height:.0}\""
        ),
        &format!("<path class=\"ground\" d=\"M0 {0:.1}H{wide:.0}\"/>{shapes}", height - 1.0),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kind(own: bool) -> Kind {
        Kind { own, corrected: false }
    }

    fn at(text: &str, own: bool) -> (Time, Kind) {
        (Time::At(text.parse().unwrap()), kind(own))
    }

    #[test]
    fn a_story_of_one_day_is_drawn_by_hours_and_copies_stand_apart() {
        let times = [
            at("2026-11-22T05:20:00Z", true),
            at("2026-11-22T05:40:00Z", false),
            at("2026-11-22T07:05:00Z", false),
            (Time::Unknown, kind(true)),
        ];
        let drawn = Coverage::of(&times, 3_600).unwrap();
        assert_eq!(
            (drawn.unit.as_str(), drawn.first.as_str(), drawn.last.as_str()),
            ("Hour", "22 Nov, 06:00", "22 Nov, 08:00")
        );
        assert_eq!(drawn.rows[0], Row { when: "22 Nov, 06:00".to_owned(), own: 1, copies: 1, corrected: 0 });
        assert_eq!(drawn.corrected, None);
        assert_eq!(drawn.most, "Most in one hour: 2 (22 Nov, 06:00).");
        assert_eq!(drawn.left_out, "1 article without an hour is not drawn.");
        let svg = drawn.picture.to_string();
        assert_eq!((svg.matches("class=\"o\"").count(), svg.matches("class=\"f\"").count()), (1, 2));
        assert!(svg.contains("role=\"img\"") && svg.contains("1 first printing and 2 copies"), "{svg}");
    }

    #[test]
    fn an_article_that_was_corrected_is_ringed_where_it_stands() {
        let mut times = [
            at("2026-11-22T05:20:00Z", true),
            at("2026-11-22T05:40:00Z", false),
            at("2026-11-22T07:05:00Z", false),
        ];
        times[1].1.corrected = true;
        let drawn = Coverage::of(&times, 0).unwrap();
        let svg = drawn.picture.to_string();
        assert_eq!(svg.matches("class=\"c\"").count(), 1);
        let copy = svg.find("class=\"f\"").unwrap();
        assert!(
            svg.find("class=\"c\"").unwrap() > copy && svg.contains("1 article was corrected later"),
            "{svg}"
        );
        assert_eq!(drawn.rows.iter().map(|row| row.corrected).collect::<Vec<_>>(), [1, 0]);
    }

    #[test]
    fn a_longer_story_is_drawn_by_days_and_never_by_more_bars_than_fit() {
        let three = ["2026-11-20T23:30:00Z", "2026-11-21", "2026-11-24T01:00:00Z"].map(|text| at(text, true));
        let drawn = Coverage::of(&three, 0).unwrap();
        assert_eq!((drawn.unit.as_str(), drawn.rows.len()), ("Day", 3));
        assert_eq!((drawn.first.as_str(), drawn.last.as_str()), ("20 Nov", "24 Nov"));
        let year: Vec<_> =
            (0..365).map(|day| (Time::At(When::from_unix(day * DAY).unwrap()), kind(true))).collect();
        let drawn = Coverage::of(&year, 0).unwrap();
        assert!(drawn.rows.len() as i64 <= MAX_BARS, "{}", drawn.rows.len());
        assert!(drawn.picture.to_string().matches("<path").count() as i64 <= MAX_BARS + 1);
    }

    #[test]
    fn nothing_is_drawn_of_articles_without_times_or_of_one_hour_alone() {
        assert!(Coverage::of(&[(Time::Unknown, kind(true)), (Time::Unknown, kind(false))], 0).is_none());
        let once = [
            at("2026-11-22T05:20:00Z", true),
            at("2026-11-22T05:40:00Z", false),
            at("2026-11-22T05:50:00Z", false),
        ];
        assert!(Coverage::of(&once, 0).is_none());
        assert!(Coverage::of(&[], 0).is_none());
    }
}
