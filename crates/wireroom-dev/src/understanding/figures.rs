//! `cargo eval figures`: the figures of each text against those that a person labelled.
//! A figure is found where its words overlap, its values, unit and hedge are equal; what else belongs to it is
//! counted beside that, over those found. Start at [`run`].

use super::{Shown, first, folded, occurrence, rows, share};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use wireroom_brief::figures::{Figure, figures};
use wireroom_model::{Lang, Span, Time};

/// Relative difference at which two values are one: thirds are written with four digits.
const SAME_VALUE: f64 = 1e-6;

/// A text with its labels.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Row {
    pub id: String,
    pub lang: Lang,
    pub outlet: String,
    pub published: Time,
    pub title: String,
    pub body: String,
    pub figures: Vec<Label>,
}

/// One figure as labelled; see gold/understanding/README.md.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Label {
    pub at: String,
    #[serde(default = "first")]
    pub nth: usize,
    pub low: f64,
    pub high: f64,
    pub unit: Option<String>,
    pub also: Option<OtherUnit>,
    pub what: Option<String>,
    pub hedge: Option<String>,
    pub event: Option<String>,
    pub place: Option<String>,
    pub as_of: Option<String>,
    pub speaker: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OtherUnit {
    pub low: f64,
    pub high: f64,
    pub unit: String,
}

#[derive(Debug, Default)]
struct Marks {
    gold: usize,
    found: usize,
    right: usize,
    also: (usize, usize),
    /// Right and of, by field.
    fields: BTreeMap<&'static str, (usize, usize)>,
    /// Gold and right, by language.
    langs: BTreeMap<String, (usize, usize)>,
    misses: Vec<String>,
}

/// The figures in the scorers' form, then the misses where they were asked for.
pub fn run(shown: Shown) -> Result<String, String> {
    shown.check()?;
    let mut marks = Marks::default();
    for row in rows::<Row>("figures", shown.part)? {
        mark(&row, &mut marks);
    }
    Ok(print(&marks, shown.why))
}

fn print(marks: &Marks, why: bool) -> String {
    let (p, r) = (share(marks.right, marks.found), share(marks.right, marks.gold));
    let f1 = if p + r == 0.0 { 0.0 } else { 2.0 * p * r / (p + r) };
    let mut out = format!("gold={} found={} P={p:.4} R={r:.4} F1={f1:.4}", marks.gold, marks.found);
    let _ = write!(out, " also={:.4}", share(marks.also.0, marks.also.1));
    for (name, (right, of)) in &marks.fields {
        let _ = write!(out, " {name}={:.4}", share(*right, *of));
    }
    out.push('\n');
    for (lang, (gold, right)) in &marks.langs {
        let _ = writeln!(out, "{lang} gold={gold} R={:.4}", share(*right, *gold));
    }
    if why {
        for miss in &marks.misses {
            let _ = writeln!(out, "{miss}");
        }
    }
    out
}

fn mark(row: &Row, marks: &mut Marks) {
    let found = figures(&row.body, row.lang, row.published);
    let mut used = vec![false; found.len()];
    marks.found += found.len();
    for label in &row.figures {
        marks.gold += 1;
        let by_lang = marks.langs.entry(row.lang.as_str().to_owned()).or_default();
        by_lang.0 += 1;
        let at = occurrence(&row.body, &label.at, label.nth);
        let near = found.iter().enumerate().filter(|(_, f)| at.is_some_and(|at| f.at.touches(at)));
        let home =
            near.clone().find(|(index, f)| used.get(*index) == Some(&false) && equal(&row.body, label, f));
        match home {
            Some((index, figure)) => {
                marks.right += 1;
                by_lang.1 += 1;
                if let Some(used) = used.get_mut(index) {
                    *used = true;
                }
                beside(row, label, figure, marks);
            }
            None => {
                let read: Vec<String> = near.map(|(_, f)| told(&row.body, f)).collect();
                marks.misses.push(format!("{} missed \"{}\" {}", row.id, label.at, read.join(" | ")));
            }
        }
    }
    for (figure, used) in found.iter().zip(&used) {
        if !used {
            marks.misses.push(format!("{} invented {}", row.id, told(&row.body, figure)));
        }
    }
}

fn equal(body: &str, label: &Label, figure: &Figure) -> bool {
    let same = |a: f64, b: f64| (a - b).abs() <= SAME_VALUE * a.abs().max(b.abs());
    same(label.low, figure.low)
        && same(label.high, figure.high)
        && label.unit.as_deref() == figure.unit.map(|u| u.as_str())
        && folded(label.hedge.as_deref()) == folded(figure.hedge.and_then(|h| h.of(body)))
}

/// What else was labelled of a figure that was found.
fn beside(row: &Row, label: &Label, figure: &Figure, marks: &mut Marks) {
    let words = |span: Option<Span>| span.and_then(|s| s.of(&row.body));
    if let Some(also) = &label.also {
        marks.also.1 += 1;
        let right = figure.also.is_some_and(|a| {
            a.unit.as_str() == also.unit && (a.low - also.low).abs() <= 1e-6 * also.low.abs()
        });
        marks.also.0 += usize::from(right);
    }
    let as_of = figure.as_of.map(|t| t.to_string());
    let fields: [(&'static str, Option<&str>, Option<&str>); 5] = [
        ("what", label.what.as_deref(), words(figure.what)),
        ("event", label.event.as_deref(), words(figure.event)),
        ("place", label.place.as_deref(), words(figure.place)),
        ("as_of", label.as_of.as_deref(), as_of.as_deref()),
        ("speaker", label.speaker.as_deref(), words(figure.speaker)),
    ];
    for (name, wanted, read) in fields {
        let count = marks.fields.entry(name).or_default();
        count.1 += 1;
        if share_a_word(wanted, read) {
            count.0 += 1;
        } else {
            marks.misses.push(format!("{} {name} of \"{}\": {wanted:?}, read {read:?}", row.id, label.at));
        }
    }
}

/// A word in common, or nothing on both sides.
fn share_a_word(wanted: Option<&str>, read: Option<&str>) -> bool {
    let small = ["the", "of", "a", "der", "die", "das", "des", "la", "le", "el", "de", "and"];
    let split = |text: &str| -> Vec<String> {
        let words = text.split(|c: char| !c.is_alphanumeric() && c != '-').map(str::to_lowercase);
        words.filter(|w| !w.is_empty() && !small.contains(&w.as_str())).collect()
    };
    match (wanted, read) {
        (None, None) => true,
        (Some(a), Some(b)) => {
            let a = split(a);
            split(b).iter().any(|w| a.contains(w))
        }
        _ => false,
    }
}

fn told(body: &str, figure: &Figure) -> String {
    format!(
        "\"{}\" {}..{} {:?} hedge {:?}",
        figure.at.of(body).unwrap_or_default(),
        figure.low,
        figure.high,
        figure.unit.map(|u| u.as_str()),
        figure.hedge.and_then(|h| h.of(body)),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gold::Part;

    #[test]
    fn every_label_stands_in_its_text() {
        for row in rows::<Row>("figures", Part::Open).unwrap() {
            let mut last = 0;
            for label in &row.figures {
                let told = format!("{}: {}", row.id, label.at);
                let at = occurrence(&row.body, &label.at, label.nth).unwrap_or_else(|| panic!("{told}"));
                assert!(at.start() >= last, "{told} is out of order: it needs an nth");
                last = at.start();
                assert!(label.low <= label.high, "{told}");
                for words in [&label.what, &label.hedge, &label.event, &label.place, &label.speaker]
                    .into_iter()
                    .flatten()
                {
                    assert!(row.body.contains(words.as_str()), "{told}: {words}");
                }
            }
        }
    }

    #[test]
    fn a_hundred_figures_and_more_are_labelled_in_four_languages() {
        let rows = rows::<Row>("figures", Part::Open).unwrap();
        let langs: std::collections::BTreeSet<&str> = rows.iter().map(|r| r.lang.as_str()).collect();
        let count: usize = rows.iter().map(|r| r.figures.len()).sum();
        assert!(count >= 100 && langs.len() >= 4, "{count} in {langs:?}");
    }

    #[test]
    fn the_sealed_part_is_shown_to_nobody() {
        assert!(run(Shown { part: Part::Sealed, why: true }).is_err());
    }
}
