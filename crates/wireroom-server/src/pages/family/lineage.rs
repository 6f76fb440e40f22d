//! The picture of a family: time along, a row an outlet. The first printing's versions are numbered discs on a heavy line;
//! a follower's line drops from the version that stood then and runs to its own time. Once for wide pages, with the names
//! in a column; once for phones, with the names at the nodes. It draws what the rows hold; the table says the same.
//! Start at [`Lineage::new`].

use super::spread::{Row, Stand};
use crate::stamp;
use crate::wording;
use std::iter;
use wireroom_model::{ArticleId, When};

const HOUR: i64 = 3_600;
const DAY: i64 = 86_400;
/// Distances of marks on the scale, in seconds; the smallest that leaves few enough is taken.
const STEPS: [i64; 14] = [
    300,
    600,
    900,
    1_800,
    HOUR,
    2 * HOUR,
    3 * HOUR,
    6 * HOUR,
    12 * HOUR,
    DAY,
    2 * DAY,
    7 * DAY,
    28 * DAY,
    91 * DAY,
];
/// Radius of a whole text, of the numbered disc of a version, and of the turn of a line.
const RING: f64 = 11.0;
const DISC: f64 = 9.5;
const TURN: f64 = 8.0;
/// About what a letter of 14 units takes across: a label that would run out of the picture begins earlier.
const LETTER: f64 = 7.2;
/// Characters of a name that are left where what stands beside it is long.
const SHORTEST: usize = 8;
/// Nothing less is seen of a disc.
const LEAST: f64 = 1.5;

/// Both drawings, and what they leave out.
#[derive(Debug)]
pub struct Lineage {
    pub reading: String,
    pub drawings: [Drawing; 2],
    /// "3 more printings stand in the table alone."
    pub more: String,
}

/// One drawing, in units of its own width.
#[derive(Debug)]
pub struct Drawing {
    pub class: &'static str,
    pub width: f64,
    pub height: f64,
    pub ticks: Vec<Tick>,
    pub lines: Vec<Line>,
    pub nodes: Vec<Node>,
    pub labels: Vec<Label>,
}

/// A mark of the scale.
#[derive(Debug)]
pub struct Tick {
    pub x: String,
    pub label: String,
}

/// A line: `heavy` is the first printing's own, `dotted` has no credit.
#[derive(Debug)]
pub struct Line {
    pub class: &'static str,
    pub path: String,
}

/// A printing or a version of the first.
#[derive(Debug)]
pub struct Node {
    pub x: String,
    pub y: String,
    /// The whole text; empty for a version's disc.
    pub ring: String,
    /// The share that was kept.
    pub disc: String,
    pub class: &'static str,
    pub number: String,
    /// Where it leads, and what that is called.
    pub to: String,
    pub says: String,
}

/// Words beside a node or in the column of names.
#[derive(Debug)]
pub struct Label {
    pub x: String,
    pub y: String,
    /// What the words are: a name, a name that begins a line, or what stands at a node.
    pub class: &'static str,
    pub strong: String,
    pub rest: String,
}

/// The measures of a drawing.
struct Frame {
    class: &'static str,
    width: f64,
    /// Where the scale begins and ends.
    from: f64,
    to: f64,
    row: f64,
    top: f64,
    ticks: i64,
    /// Characters of a name.
    name: usize,
    names_beside: bool,
}

const WIDE: Frame = Frame {
    class: "wide",
    width: 1_120.0,
    from: 232.0,
    to: 868.0,
    row: 40.0,
    top: 44.0,
    ticks: 9,
    name: 25,
    names_beside: false,
};
const NARROW: Frame = Frame {
    class: "narrow",
    width: 350.0,
    from: 22.0,
    to: 318.0,
    row: 54.0,
    top: 58.0,
    ticks: 4,
    name: 24,
    names_beside: true,
};

/// From when to when, in the zone of the first printing.
struct Scale<'f> {
    frame: &'f Frame,
    start: i64,
    end: i64,
    offset: i64,
    is_rtl: bool,
}

impl Lineage {
    /// The picture, its clock in the zone of the first printing (seconds from UTC), unless there is nothing to see in it: fewer than two printings, or none with a minute.
    pub fn new(rows: &[Row], left_out: usize, to: impl Fn(ArticleId) -> String, zone: i32) -> Option<Self> {
        let moments = || rows.iter().flat_map(moments);
        let (start, end) = (moments().min()?, moments().max()?);
        let printings = rows.iter().filter(|row| row.article.is_some()).count();
        if rows.len() < 2 || printings < 2 {
            return None;
        }
        let is_rtl = crate::words::tongue().dir() == "rtl";
        let draw = |frame| {
            let scale = Scale { frame, start, end: end.max(start + 60), offset: i64::from(zone), is_rtl };
            drawing(rows, &scale, &to)
        };
        let first = rows.first().map(|row| row.name.clone()).unwrap_or_default();
        let further: usize = rows
            .iter()
            .skip(1)
            .map(|row| match row.stand {
                Stand::Folded { count, .. } => count,
                _ => 1,
            })
            .sum();
        Some(Self {
            reading: say!("lineage-reading", first = first, n = further + left_out),
            drawings: [draw(&WIDE), draw(&NARROW)],
            more: if left_out > 0 { say!("lineage-more", n = left_out) } else { String::new() },
        })
    }
}

/// Every time that a row stands at.
fn moments(row: &Row) -> Vec<i64> {
    match &row.stand {
        Stand::First { versions } => versions.clone(),
        Stand::Folded { minutes, .. } => row.at.into_iter().flat_map(|at| [at, at + minutes * 60]).collect(),
        Stand::Unread | Stand::Printing { .. } => row.at.into_iter().collect(),
    }
}

impl Scale<'_> {
    fn x(&self, at: i64) -> f64 {
        let part = (at - self.start) as f64 / (self.end - self.start) as f64;
        self.mirrored(self.frame.from + part * (self.frame.to - self.frame.from))
    }

    /// Time runs as the reader's writing runs.
    fn mirrored(&self, x: f64) -> f64 {
        if self.is_rtl { self.frame.width - x } else { x }
    }

    /// Where a row's own mark stands: what states no time stands past the end.
    fn node(&self, row: &Row) -> f64 {
        match (&row.stand, row.at) {
            // The agency had it before anybody printed it.
            (Stand::Unread, _) => {
                self.mirrored(self.frame.from - if self.frame.names_beside { 8.0 } else { 22.0 })
            }
            (_, Some(at)) => self.x(at),
            (_, None) => self.mirrored(self.frame.to + 16.0),
        }
    }

    /// Where the line of a follower leaves its parent.
    fn leaves(&self, parent: &Row, version: usize) -> f64 {
        match &parent.stand {
            Stand::First { versions } => {
                versions.get(version).map_or_else(|| self.node(parent), |at| self.x(*at))
            }
            _ => self.node(parent),
        }
    }

    fn y(&self, row: usize) -> f64 {
        self.frame.top + row as f64 * self.frame.row
    }

    fn clock(&self, at: i64) -> String {
        let wall = at + self.offset;
        format!("{:02}:{:02}", wall.rem_euclid(DAY) / HOUR, wall.rem_euclid(HOUR) / 60)
    }

    fn day(&self, at: i64) -> String {
        When::from_unix(at + self.offset).map(stamp::day_and_month).unwrap_or_default()
    }

    fn ticks(&self) -> Vec<Tick> {
        let span = self.end - self.start;
        let step = STEPS.into_iter().find(|step| span / step <= self.frame.ticks).unwrap_or(span.max(1));
        let first = (self.start + self.offset).div_euclid(step) + 1;
        let at = |nth: i64| nth * step - self.offset;
        let ticks = (first..).take(self.frame.ticks as usize + 2).map(at).take_while(|at| *at <= self.end);
        let label = |at: i64| match (step < DAY, (at + self.offset).rem_euclid(DAY)) {
            (true, 1..) => self.clock(at),
            _ => self.day(at),
        };
        ticks.map(|at| Tick { x: px(self.x(at)), label: label(at) }).collect()
    }
}

fn px(number: f64) -> String {
    format!("{number:.1}")
}

fn drawing(rows: &[Row], scale: &Scale<'_>, to: &impl Fn(ArticleId) -> String) -> Drawing {
    let frame = scale.frame;
    let mut out = Drawing {
        class: frame.class,
        width: frame.width,
        height: scale.y(rows.len()) - frame.row + 28.0,
        ticks: scale.ticks(),
        lines: Vec::new(),
        nodes: Vec::new(),
        labels: Vec::new(),
    };
    for (at, row) in rows.iter().enumerate() {
        if let Some((parent, version)) = row.parent
            && let Some(above) = rows.get(parent)
        {
            let dotted = matches!(row.stand, Stand::Printing { credited: false, .. });
            let (from, y) = (scale.leaves(above, version), scale.y(parent));
            out.lines.push(Line {
                class: if dotted { "dotted" } else { "took" },
                path: path((from, y), (scale.node(row), scale.y(at))),
            });
        }
        place(row, scale, scale.y(at), to, &mut out);
        beside(row, rows, scale, scale.y(at), &mut out);
    }
    out
}

/// Down from what was taken, round the corner, and along to the printing.
fn path((from, top): (f64, f64), (to, y): (f64, f64)) -> String {
    let (way, start) = (to - from, top + RING);
    if way.abs() < TURN + RING {
        return format!("M{from:.1} {start:.1}V{:.1}L{to:.1} {:.1}", y - RING - TURN, y - RING);
    }
    let side = way.signum();
    format!(
        "M{from:.1} {start:.1}V{:.1}Q{from:.1} {y:.1} {:.1} {y:.1}H{:.1}",
        y - TURN,
        from + side * TURN,
        to - side * RING
    )
}

/// The marks of a row.
fn place(row: &Row, scale: &Scale<'_>, y: f64, to: &impl Fn(ArticleId) -> String, out: &mut Drawing) {
    let x = scale.node(row);
    let address = row.article.map(to).unwrap_or_default();
    let time = row.at.map_or_else(|| say!("lineage-no-time"), |at| scale.clock(at));
    let node = |ring: f64, disc: f64, class, says| Node {
        x: px(x),
        y: px(y),
        ring: if ring > 0.0 { px(ring) } else { String::new() },
        disc: if disc > 0.0 { px(disc) } else { String::new() },
        class,
        number: String::new(),
        to: address.clone(),
        says,
    };
    match &row.stand {
        Stand::Unread => out.nodes.push(node(DISC, 0.0, "unread", String::new())),
        Stand::First { versions } => {
            let points: Vec<f64> = versions.iter().map(|at| scale.x(*at)).collect();
            if let (Some(from), Some(to)) = (points.first(), points.last().filter(|_| points.len() > 1)) {
                out.lines.push(Line { class: "heavy", path: format!("M{from:.1} {y:.1}H{to:.1}") });
            }
            for (nth, at) in versions.iter().enumerate() {
                let says =
                    say!("lineage-version", n = nth + 1, outlet = row.name.as_str(), time = scale.clock(*at));
                let number = if versions.len() > 1 { (nth + 1).to_string() } else { String::new() };
                out.nodes.push(Node { x: px(scale.x(*at)), number, ..node(0.0, DISC, "version", says) });
            }
            if versions.is_empty() {
                out.nodes.push(node(0.0, DISC, "version", row.name.clone()));
            }
        }
        Stand::Printing { kept, .. } => {
            let share = kept.map(wording::percent).unwrap_or_default();
            let says = say!("lineage-node", outlet = row.name.as_str(), time = time, share = share);
            // By area: half of the text is half of the disc.
            let disc = kept.map_or(0.0, |kept| (RING * kept.clamp(0.0, 1.0).sqrt()).max(LEAST));
            out.nodes.push(node(RING, disc, "printing", says));
        }
        Stand::Folded { minutes, .. } => {
            out.nodes.push(node(RING, 0.0, "printing", String::new()));
            let end = row.at.map_or(x, |at| scale.x(at + minutes * 60));
            out.nodes.push(Node { x: px(end), ..node(RING, 0.0, "printing", String::new()) });
        }
    }
}

/// What stands beside a node, in words: the share and the delay; on phones the name before them.
fn beside(row: &Row, rows: &[Row], scale: &Scale<'_>, y: f64, out: &mut Drawing) {
    let frame = scale.frame;
    let name = wording::cut(&row.name, frame.name);
    let edge = |x: f64| scale.mirrored(x);
    if frame.names_beside {
        // Where the words do not fit, the dotted line alone says that there is no credit.
        let fits = |rest: &String| length(&name, rest) <= frame.width;
        let rest = Some(beside_name(told(row, rows, true))).filter(fits);
        let rest = rest.unwrap_or_else(|| beside_name(told(row, rows, false)));
        let shorter = (SHORTEST..frame.name).rev().map(|letters| wording::cut(&row.name, letters));
        let name = iter::once(name).chain(shorter).find(|name| length(name, &rest) <= frame.width);
        let name = name.unwrap_or_else(|| wording::cut(&row.name, SHORTEST));
        let length = length(&name, &rest);
        let x = (edge(scale.node(row)) - RING).min(frame.width - length).max(0.0);
        out.labels.push(Label { x: px(edge(x)), y: px(y - RING - 7.0), class: "start", strong: name, rest });
        return;
    }
    let (share, rest) = told(row, rows, true);
    let indent = 14.0 * row.depth.saturating_sub(1).min(4) as f64;
    if !name.is_empty() {
        let class = if row.parent.is_none() { "first name" } else { "name" };
        out.labels.push(Label {
            x: px(edge(indent)),
            y: px(y + 5.0),
            class,
            strong: String::new(),
            rest: name,
        });
    }
    let last = moments(row).into_iter().max().map_or_else(|| scale.node(row), |at| scale.x(at));
    let last = if matches!(row.stand, Stand::Unread) { scale.node(row) } else { last };
    if !share.is_empty() || !rest.is_empty() {
        let x = edge(edge(last) + RING + 8.0);
        out.labels.push(Label { x: px(x), y: px(y + 5.0), class: "start", strong: share, rest });
    }
}

/// How long the words at a node are, about.
fn length(name: &str, rest: &str) -> f64 {
    LETTER * (name.chars().count() + 1 + rest.chars().count()) as f64
}

fn beside_name((share, rest): (String, String)) -> String {
    let parts = [share, rest].into_iter().filter(|part| !part.is_empty());
    parts.reduce(|a, b| format!("{a} {b}")).unwrap_or_default()
}

/// "79%", "after 1 h 25 min, no credit"; the last words where they are wanted.
fn told(row: &Row, rows: &[Row], with_credit: bool) -> (String, String) {
    let delay = || {
        let (above, version) = row.parent?;
        let above = rows.get(above).filter(|above| above.stand != Stand::Unread)?;
        let from = match &above.stand {
            Stand::First { versions } => *versions.get(version)?,
            _ => above.at?,
        };
        super::view::later(row.at? - from)
    };
    match &row.stand {
        Stand::Unread => (String::new(), say!("lineage-not-read")),
        Stand::First { .. } => (String::new(), String::new()),
        Stand::Folded { count, minutes } => {
            (say!("lineage-folded", n = *count, minutes = (*minutes).max(1)), String::new())
        }
        Stand::Printing { kept, credited } => {
            let when = if row.at.is_none() { Some(say!("lineage-no-time")) } else { delay() };
            let parts = [when, (!credited && with_credit).then(|| say!("lineage-no-credit"))];
            let rest = parts.into_iter().flatten();
            (
                kept.map(wording::percent).unwrap_or_default(),
                rest.reduce(|first, next| say!("list-comma", first = first, next = next)).unwrap_or_default(),
            )
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::spread::spread;
    use super::super::spread::tests::{line, no_clues, version};
    use super::*;
    use crate::words::{Tongue, heard_now};

    fn drawn() -> Lineage {
        let all = [
            line(1, Some(360), None),
            line(2, Some(400), Some(1)),
            line(3, Some(420), Some(2)),
            line(4, Some(500), Some(1)),
            line(5, Some(430), Some(1)),
            line(6, None, Some(1)),
        ];
        let (rows, left) = spread(&all, &[version(1, 360), version(2, 480)], &no_clues());
        Lineage::new(&rows, left, |id| format!("/article/{id}"), 0).unwrap()
    }

    /// The upright and the level part of every follower's line: (x, from, to), (y, from, to).
    fn parts(drawing: &Drawing) -> Vec<[(f64, f64, f64); 2]> {
        let numbers = |path: &str| -> Vec<f64> {
            path.split(|c: char| !c.is_ascii_digit() && c != '.')
                .filter_map(|part| part.parse().ok())
                .collect()
        };
        let bent = drawing.lines.iter().filter(|line| line.path.contains('Q'));
        bent.map(|line| {
            let n = numbers(&line.path);
            [(n[0], n[1], n[2]), (n[6], n[5].min(n[7]), n[5].max(n[7]))]
        })
        .collect()
    }

    #[test]
    fn no_line_crosses_another() {
        for drawing in &drawn().drawings {
            let parts = parts(drawing);
            assert!(parts.len() >= 4);
            for (at, [upright, _]) in parts.iter().enumerate() {
                for (other, [_, level]) in parts.iter().enumerate() {
                    let crosses = level.1 < upright.0 - 0.5
                        && upright.0 + 0.5 < level.2
                        && upright.1 < level.0
                        && level.0 < upright.2;
                    assert!(at == other || !crosses, "{} {at} {other} {:?}", drawing.class, drawing.lines);
                }
            }
        }
    }

    #[test]
    fn half_of_a_text_is_half_of_a_disc_and_every_node_leads_somewhere() {
        let drawn = drawn();
        let [wide, narrow] = &drawn.drawings;
        let kept = wide.nodes.iter().find(|node| node.class == "printing").unwrap();
        let share = (kept.disc.parse::<f64>().unwrap() / kept.ring.parse::<f64>().unwrap()).powi(2);
        assert!((share - 0.5).abs() < 0.02, "{share}");
        assert_eq!(wide.nodes.iter().filter(|node| node.class == "version").count(), 2);
        assert!(wide.nodes.iter().all(|node| node.to.starts_with("/article/") && !node.says.is_empty()));
        assert_eq!(narrow.nodes.len(), wide.nodes.len());
    }

    #[test]
    fn words_at_a_node_of_a_phone_never_run_out_of_the_picture() {
        let all = [line(1, Some(360), None), line(2, Some(1_550), Some(1))];
        let (mut rows, left) = spread(&all, &[], &no_clues());
        rows[1].name = "The Carrow Evening Times and Courier".to_owned();
        for tongue in ["en", "de", "ar"] {
            let named = || Lineage::new(&rows, left, |_| String::new(), 0).unwrap();
            let drawn = heard_now(Tongue::named(tongue).unwrap(), named);
            for label in &drawn.drawings[1].labels {
                assert!(length(&label.strong, &label.rest) <= NARROW.width, "{label:?}");
            }
        }
    }

    #[test]
    fn time_runs_as_the_reader_writes() {
        let first = |drawn: &Lineage| drawn.drawings[0].nodes[0].x.parse::<f64>().unwrap();
        let (left, right) = (drawn(), heard_now(Tongue::named("ar").unwrap(), drawn));
        assert!((first(&left) + first(&right) - WIDE.width).abs() < 0.2);
        let ends = |drawn: &Lineage| {
            drawn
                .drawings
                .iter()
                .flat_map(|one| &one.labels)
                .all(|label| (0.0..=WIDE.width).contains(&label.x.parse::<f64>().unwrap()))
        };
        assert!(ends(&left) && ends(&right));
    }

    #[test]
    fn one_printing_or_none_with_a_minute_is_no_picture() {
        for all in [vec![line(1, Some(360), None)], vec![line(1, None, None), line(2, None, Some(1))]] {
            let (rows, left) = spread(&all, &[], &no_clues());
            assert!(Lineage::new(&rows, left, |_| String::new(), 0).is_none());
        }
    }
}
