//! `cargo eval news`: what is new between two versions of one text, against what a person found new.
//! A change is found where its kind is the same and its words are: both values of a figure, the words within a quote's
//! marks, whole sentences. Versions in which nothing is new are counted beside that. Start at [`run`].

use super::{Shown, rows};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use wireroom_brief::Source;
use wireroom_brief::news::{Change, New, changes};
use wireroom_model::{ArticleId, Kind, Lang, Time, VersionId};
use wireroom_text::hash::text_v1;
use wireroom_text::normal::normalise;
use wireroom_text::words::{fold, words};

/// Share of the longer one's words that two sentences, or the insides of two quotes, have in common.
const SAME: f64 = 0.8;
const KINDS: [&str; 5] = ["figure", "quote", "fact", "withdrawn", "reworded"];

/// Two versions with what is new.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Row {
    pub id: String,
    pub lang: Lang,
    pub outlet: String,
    pub before: Version,
    pub after: Version,
    pub changes: Vec<Label>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Version {
    pub published: Time,
    pub title: String,
    pub body: String,
}

/// One change as labelled; see gold/understanding/README.md.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Label {
    pub kind: String,
    pub before: Option<String>,
    pub after: Option<String>,
    pub what: Option<String>,
}

/// A change as its kind and the words that decide.
struct Told {
    kind: &'static str,
    before: Option<String>,
    after: Option<String>,
}

#[derive(Debug, Default)]
struct Marks {
    gold: usize,
    found: usize,
    right: usize,
}

impl Marks {
    fn scores(&self) -> [f64; 3] {
        let share = |of: usize| if of == 0 { 1.0 } else { self.right as f64 / of as f64 };
        let (p, r) = (share(self.found), share(self.gold));
        [p, r, if p + r > 0.0 { 2.0 * p * r / (p + r) } else { 0.0 }]
    }
}

/// The figures in the scorers' form, then the misses where they were asked for.
pub fn run(shown: Shown) -> Result<String, String> {
    shown.check()?;
    let rows: Vec<Row> = rows("changes", shown.part)?;
    let mut marks: BTreeMap<&str, Marks> = KINDS.iter().map(|kind| (*kind, Marks::default())).collect();
    let (mut same, mut false_changes, mut misses) = (0, 0, String::new());
    for row in &rows {
        let told = told(row)?;
        if row.changes.is_empty() {
            same += 1;
            false_changes += told.len();
        }
        mark(row, told, &mut marks, &mut misses)?;
    }
    let mut out =
        format!("pairs={} reissues={same} falseChanges={false_changes} nothingNew={:.4}\n", rows.len(), {
            let wrong = rows
                .iter()
                .filter(|row| row.changes.is_empty())
                .map(told)
                .filter(|t| t.as_ref().is_ok_and(|t| !t.is_empty()));
            1.0 - wrong.count() as f64 / f64::from(u32::try_from(same.max(1)).unwrap_or(1))
        });
    for kind in KINDS {
        let Some(marks) = marks.get(kind) else { continue };
        let [p, r, f1] = marks.scores();
        let _ =
            writeln!(out, "{kind} gold={} found={} P={p:.4} R={r:.4} F1={f1:.4}", marks.gold, marks.found);
    }
    if shown.why {
        out.push_str(&misses);
    }
    Ok(out)
}

fn told(row: &Row) -> Result<Vec<Told>, String> {
    let bodies = [&row.before, &row.after].map(|version| normalise(&version.body));
    let hashes = bodies.each_ref().map(|body| text_v1(body));
    let article = ArticleId::new(1).map_err(|e| e.to_string())?;
    let mut sources = Vec::new();
    for (number, version) in [(1, &row.before), (2, &row.after)] {
        let index = number - 1;
        let (Some(body), Some(hash)) = (bodies.get(index), hashes.get(index)) else { continue };
        sources.push(Source {
            article,
            version: VersionId::new(number as u64).map_err(|e| e.to_string())?,
            text_hash: hash,
            url: None,
            outlet: Some(&row.outlet),
            agency: None,
            title: &version.title,
            published: version.published,
            lang: row.lang,
            family: None,
            origin: None,
            kind: Kind::Article,
            body,
        });
    }
    let (before, after) = sources.split_at(1);
    Ok(changes(before, after).iter().map(read).collect())
}

fn read(change: &Change) -> Told {
    let told = |kind, before: Option<&str>, after: Option<&str>| Told {
        kind,
        before: before.map(str::to_owned),
        after: after.map(str::to_owned),
    };
    match &change.what {
        New::Figure { before, after } => told("figure", Some(before.value.text()), Some(after.value.text())),
        New::Quote { after, .. } => told("quote", None, Some(after.text())),
        New::Fact { after } => told("fact", None, Some(after.text())),
        New::Withdrawn { before } => told("withdrawn", Some(before.text()), None),
        New::Reworded { before, after } => told("reworded", Some(before.text()), Some(after.text())),
    }
}

fn mark(
    row: &Row,
    mut told: Vec<Told>,
    marks: &mut BTreeMap<&str, Marks>,
    misses: &mut String,
) -> Result<(), String> {
    for change in &told {
        if let Some(marks) = marks.get_mut(change.kind) {
            marks.found += 1;
        }
    }
    for label in &row.changes {
        let known = marks.get_mut(label.kind.as_str());
        let marks = known.ok_or_else(|| format!("{}: no change is called {}", row.id, label.kind))?;
        marks.gold += 1;
        match told.iter().position(|change| is_it(change, label)) {
            Some(at) => {
                marks.right += 1;
                told.remove(at);
            }
            None => {
                let _ = writeln!(
                    misses,
                    "{} missed {} {:?} -> {:?}",
                    row.id, label.kind, label.before, label.after
                );
            }
        }
    }
    for change in told {
        let _ =
            writeln!(misses, "{} false {} {:?} -> {:?}", row.id, change.kind, change.before, change.after);
    }
    Ok(())
}

fn is_it(change: &Told, label: &Label) -> bool {
    let same = |one: &Option<String>, two: &Option<String>| match (one, two) {
        (Some(one), Some(two)) if label.kind == "figure" => one_value(one, two),
        (Some(one), Some(two)) => share(one, two) >= SAME,
        (None, None) => true,
        _ => false,
    };
    change.kind == label.kind && same(&change.before, &label.before) && same(&change.after, &label.after)
}

fn folded(text: &str) -> Vec<String> {
    words(text).map(|word| fold(word.text)).collect()
}

/// One value's words stand in the other's: a hedge or a unit may be said with it.
fn one_value(one: &str, two: &str) -> bool {
    let (one, two) = (folded(&ungrouped(one)), folded(&ungrouped(two)));
    let (short, long) = if one.len() <= two.len() { (one, two) } else { (two, one) };
    !short.is_empty() && long.windows(short.len()).any(|run| run == short)
}

/// Without the marks between digits: "1,900" is no 900.
fn ungrouped(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let digit = |at: Option<&char>| at.is_some_and(char::is_ascii_digit);
    let between =
        |at: usize| digit(chars.get(at + 1)) && at.checked_sub(1).is_some_and(|at| digit(chars.get(at)));
    let kept = chars.iter().enumerate().filter(|(at, c)| !(matches!(c, ',' | '.') && between(*at)));
    kept.map(|(_, c)| c).collect()
}

/// Share of the longer one's words that stand in both.
fn share(one: &str, two: &str) -> f64 {
    let (one, mut two) = (folded(one), folded(two));
    let longer = one.len().max(two.len()).max(1);
    let mut common = 0;
    for word in one {
        if let Some(at) = two.iter().position(|other| *other == word) {
            two.swap_remove(at);
            common += 1;
        }
    }
    f64::from(common) / longer as f64
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gold::Part;
    use crate::scorers;

    #[test]
    fn the_figures_read_back_by_their_names() {
        let printed = run(Shown { part: Part::Open, why: false }).unwrap();
        let figures = scorers::figures(&printed);
        for name in ["nothingNew", "figure.F1", "quote.F1", "fact.F1", "withdrawn.F1", "reworded.F1"] {
            assert!(figures.get(name).is_some_and(|f| (0.0..=1.0).contains(f)), "{name}: {printed}");
        }
    }

    #[test]
    fn a_value_is_found_with_its_hedge_and_another_value_is_not() {
        assert!(one_value("Some 900", "900"));
        assert!(!one_value("900", "1,900 homes in 90 days"));
        assert!(share("The stock ended lower.", "The stock ended higher, much.") < SAME);
    }
}
