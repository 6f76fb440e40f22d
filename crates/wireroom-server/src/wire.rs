//! A story on the wire: one dot an article, each at its time, from the story's first article to its newest. Filled prints
//! its text first, hollow carries another's; so one picture says how many, whose, and when. A dot is of one size
//! everywhere; how long the line is stands beside it in words. It draws only times that outlets state. Start at [`Span::of`].

use crate::picture::Picture;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use wireroom_model::time::{Precision, Time};

/// Columns across, and the steps of time that one may be, in hours: the shortest that has room for the story.
const COLUMNS: i64 = 24;
const STEPS: [i64; 9] = [1, 2, 3, 6, 12, 24, 48, 168, 720];
const HOUR: i64 = 3_600;
/// Units of the drawing: a column, a dot's row, the room under the lowest dot and over the highest.
const COLUMN: i64 = 10;
const ROW: usize = 9;
const FOOT: usize = 6;
/// Dots that stand on one another; of more, a plus says that there are.
const MOST: usize = 5;

/// One article: when, and whether it prints its text first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dot {
    pub at: Time,
    pub is_first: bool,
}

/// What a wire shows from end to end, in hours: its first, a column's width, and how long the story was told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    from: i64,
    step: i64,
    hours: i64,
}

fn hour(time: Time) -> Option<i64> {
    let when = time.known().filter(|when| when.precision() >= Precision::Minute)?;
    Some(when.unix().div_euclid(HOUR))
}

impl Span {
    /// The span of these articles; `None` where fewer than two state their hour, or the longest step has no room.
    pub fn of(times: impl Iterator<Item = Time>) -> Option<Self> {
        let mut hours: Vec<i64> = times.filter_map(hour).collect();
        hours.sort_unstable();
        let (from, last) = (*hours.first()?, *hours.last()?);
        let step = STEPS.into_iter().find(|step| (last - from) / step < COLUMNS)?;
        (hours.len() > 1).then_some(Self { from, step, hours: last - from })
    }

    /// How long the story was told, in words: "over 5 hours", "over 3 days".
    pub fn words(self) -> String {
        let span = match self.hours.unsigned_abs() {
            hours @ 0..=47 => say!("count-hours", n = hours.max(1)),
            hours => say!("count-days", n = hours / 24),
        };
        say!("wire-span", span = span)
    }

    fn column(self, hour: i64) -> Option<i64> {
        let at = (hour - self.from).div_euclid(self.step);
        (0..COLUMNS).contains(&at).then_some(at)
    }

    /// The wire of these articles; `visit` is when the reader was last here. `None` where none of them states its hour.
    pub fn draw(self, dots: &[Dot], visit: Option<i64>, reading: &str) -> Option<Picture> {
        let mut columns: BTreeMap<i64, (usize, usize)> = BTreeMap::new();
        for dot in dots {
            let Some(at) = hour(dot.at).and_then(|hour| self.column(hour)) else {
                continue;
            };
            let (firsts, copies) = columns.entry(at).or_default();
            *(if dot.is_first { firsts } else { copies }) += 1;
        }
        let most = columns.values().map(|(firsts, copies)| firsts + copies).max()?.min(MOST);
        let (width, height) = (COLUMNS * COLUMN, most * ROW + FOOT);
        let ground = height - 1;
        let mut shapes = format!("<path class=\"ground\" d=\"M0 {ground}.5H{width}\"/>");
        if let Some(at) = visit.and_then(|visit| self.column(visit.div_euclid(HOUR))) {
            let _ = write!(shapes, "<path class=\"visit\" d=\"M{} 0V{ground}\"/>", at * COLUMN);
        }
        for (at, (firsts, copies)) in columns {
            column(&mut shapes, at * COLUMN + COLUMN / 2, ground, firsts, copies);
        }
        let size =
            format!("class=\"wire\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\"");
        Some(Picture::read_as(reading, &size, &shapes))
    }
}

/// One column: the first printings below, the copies on them.
fn column(shapes: &mut String, x: i64, ground: usize, firsts: usize, copies: usize) {
    for row in 0..(firsts + copies).min(MOST) {
        let y = ground.saturating_sub(row * ROW + 5);
        let (class, radius) = if row < firsts { ("o", "3.5") } else { ("f", "2.75") };
        let _ = write!(shapes, "<circle class=\"{class}\" cx=\"{x}\" cy=\"{y}\" r=\"{radius}\"/>");
    }
    if firsts + copies > MOST {
        let y = ground.saturating_sub((MOST - 1) * ROW + 5);
        let _ = write!(
            shapes,
            "<path class=\"more\" d=\"M{} {y}h5M{} {}v5\"/>",
            x + 3,
            x + 5,
            y.saturating_sub(2)
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Time {
        Time::At(text.parse().unwrap())
    }

    fn dot(text: &str, is_first: bool) -> Dot {
        Dot { at: at(text), is_first }
    }

    #[test]
    fn every_article_is_a_dot_and_first_printings_are_filled() {
        let dots = [
            dot("2026-11-22T05:10:00Z", true),
            dot("2026-11-22T05:50:00Z", false),
            dot("2026-11-22T11:00:00Z", false),
            dot("2026-11-22", false),
        ];
        let span = Span::of(dots.iter().map(|dot| dot.at)).unwrap();
        let drawn = span.draw(&dots, None, "three").unwrap().to_string();
        assert_eq!((drawn.matches("class=\"o\"").count(), drawn.matches("class=\"f\"").count()), (1, 2));
        assert!(
            drawn.contains("cx=\"5\"") && drawn.contains("cx=\"65\""),
            "six hours are six columns: {drawn}"
        );
        assert!(drawn.contains("<title>three</title>"));
    }

    #[test]
    fn a_longer_story_has_wider_columns_and_says_how_long_it_is() {
        let times = [at("2026-11-20T05:00:00Z"), at("2026-11-22T05:00:00Z")];
        let span = Span::of(times.into_iter()).unwrap();
        let drawn = |dot| span.draw(&[dot], None, "").unwrap().to_string();
        assert!(drawn(dot("2026-11-20T05:00:00Z", true)).contains("cx=\"5\""));
        assert!(drawn(dot("2026-11-22T05:00:00Z", true)).contains("cx=\"165\""), "steps of three hours");
        assert_eq!(span.words(), "over 2 days");
    }

    #[test]
    fn a_crowd_ends_in_a_plus_and_one_article_is_no_picture() {
        let dots = [dot("2026-11-22T05:10:00Z", false); 9];
        let span = Span::of(dots.iter().map(|dot| dot.at)).unwrap();
        let drawn = span.draw(&dots, None, "").unwrap().to_string();
        assert_eq!(drawn.matches("<circle").count(), MOST);
        assert!(drawn.contains("class=\"more\""));
        assert_eq!(Span::of(dots.iter().take(1).map(|dot| dot.at)), None);
    }

    #[test]
    fn the_last_visit_is_marked_where_it_falls_on_the_wire() {
        let dots = [dot("2026-11-22T05:10:00Z", true), dot("2026-11-22T09:10:00Z", false)];
        let span = Span::of(dots.iter().map(|dot| dot.at)).unwrap();
        let visit = |text: &str| at(text).known().map(|when| when.unix());
        let marked =
            |text| span.draw(&dots, visit(text), "").unwrap().to_string().contains("class=\"visit\"");
        assert!(marked("2026-11-22T07:00:00Z") && !marked("2026-11-21T07:00:00Z"));
    }
}
