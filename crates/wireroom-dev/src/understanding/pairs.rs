//! `cargo eval pairs`: two figures of two texts, and what a brief would say they are to each other.
//! A verdict that a person gave and ours, as a table; conflicts by precision and recall. Start at [`run`].

use super::{Shown, first, occurrence, read, share};
use crate::gold::Part;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use wireroom_brief::figures::{Figure, Stated, Verdict, compare, figures};
use wireroom_model::{Lang, Time};
use wireroom_text::dates::{DateMention, mentions};

/// Two figures with the verdict on them.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Row {
    pub id: String,
    pub a: Side,
    pub b: Side,
    pub verdict: Wanted,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Side {
    pub outlet: String,
    pub origin: Option<String>,
    pub published: Time,
    pub lang: Lang,
    pub text: String,
    pub figure: String,
    #[serde(default = "first")]
    pub nth: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Wanted {
    Same,
    Rounded,
    Updated,
    Scope,
    Conflict,
    Unclear,
}

const ALL: [(Wanted, Verdict, &str); 6] = [
    (Wanted::Same, Verdict::Same, "same"),
    (Wanted::Rounded, Verdict::Rounded, "rounded"),
    (Wanted::Updated, Verdict::Updated, "updated"),
    (Wanted::Scope, Verdict::Scope, "scope"),
    (Wanted::Conflict, Verdict::Conflict, "conflict"),
    (Wanted::Unclear, Verdict::Unclear, "unclear"),
];

fn verdict_name(verdict: Verdict) -> &'static str {
    ALL.iter().find(|(_, v, _)| *v == verdict).map_or("single", |(_, _, name)| name)
}

/// The sets: each was sealed or new once, and all but `fourth` were tuned on since (gold/understanding/README.md).
const SEEN: [&str; 5] = ["open", "second", "third", "rounds", "fourth"];

/// For each set its figures in the scorers' form with the table, then the misses where they were asked for.
pub fn run(shown: Shown) -> Result<String, String> {
    shown.check()?;
    match shown.part {
        Part::Open => SEEN.into_iter().map(|set| scored(set, shown.why)).collect(),
        Part::Sealed => Ok("no part of these pairs is sealed any more\n".to_owned()),
    }
}

fn set(name: &str) -> Result<Vec<Row>, String> {
    read(&format!("pairs-{name}.jsonl"))
}

fn scored(name: &str, why: bool) -> Result<String, String> {
    let mut table: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    let (mut right, mut all) = (0, 0);
    let mut misses = String::new();
    for row in set(name)? {
        let Some((_, _, wanted)) = ALL.iter().find(|(w, _, _)| *w == row.verdict) else { continue };
        let given = judged(&row).map_or("unread", verdict_name);
        *table.entry((wanted, given)).or_default() += 1;
        all += 1;
        right += usize::from(*wanted == given);
        if *wanted != given && why {
            let _ = writeln!(
                misses,
                "{} {wanted}, given {given}\n  a {}\n  b {}",
                row.id, row.a.text, row.b.text
            );
        }
    }
    let count = |wanted: Option<&str>, given: Option<&str>| -> usize {
        let fits = |(w, g): &(&str, &str)| wanted.is_none_or(|x| x == *w) && given.is_none_or(|x| x == *g);
        table.iter().filter(|(key, _)| fits(key)).map(|(_, n)| n).sum()
    };
    let both = count(Some("conflict"), Some("conflict"));
    let p = share(both, count(None, Some("conflict")));
    let r = share(both, count(Some("conflict"), None));
    let right = share(right, all);
    let mut out =
        format!("{name} pairs={all} | {name} conflict P={p:.4} R={r:.4} | {name} accuracy={right:.4}\n");
    let _ = writeln!(
        out,
        "{:<10}{:>9}{:>9}{:>9}{:>9}{:>9}{:>9}{:>9}",
        "gold", "same", "rounded", "updated", "scope", "conflict", "unclear", "unread"
    );
    for (_, _, wanted) in ALL {
        let _ = write!(out, "{wanted:<10}");
        for given in ALL.iter().map(|(_, _, name)| *name).chain(["unread"]) {
            let _ = write!(out, "{:>9}", count(Some(wanted), Some(given)));
        }
        out.push('\n');
    }
    Ok(out + &misses)
}

/// The verdict as a brief gives it; `None` where a figure was not read.
fn judged(row: &Row) -> Option<Verdict> {
    let dates = |side: &Side| mentions(&side.text, side.lang, side.published);
    let (first, second) = (dates(&row.a), dates(&row.b));
    let origin = if row.a.origin == row.b.origin { 1 } else { 2 };
    Some(compare(&stated(&row.a, 1, &first)?, &stated(&row.b, origin, &second)?))
}

fn stated<'t>(side: &'t Side, origin: u64, dates: &'t [DateMention]) -> Option<Stated<'t>> {
    let at = occurrence(&side.text, &side.figure, side.nth)?;
    let found = figures(&side.text, side.lang, side.published);
    let figure: Figure = found.iter().find(|f| f.at.touches(at))?.clone();
    let origin = side.origin.as_ref().map(|_| origin);
    Some(Stated::new(&side.text, side.lang, side.published, origin, figure, dates))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_figure_of_a_pair_stands_in_its_text() {
        for row in SEEN.iter().flat_map(|name| set(name).unwrap()) {
            for side in [&row.a, &row.b] {
                let at = occurrence(&side.text, &side.figure, side.nth);
                assert!(at.is_some(), "{}: {}", row.id, side.figure);
            }
            let known = row.a.origin.is_some() && row.b.origin.is_some();
            let independent = known && row.a.origin != row.b.origin;
            assert!(row.verdict != Wanted::Conflict || independent, "{}: a conflict of one origin", row.id);
        }
    }

    #[test]
    fn every_verdict_has_pairs() {
        let rows = set("open").unwrap();
        for (wanted, _, name) in ALL {
            assert!(rows.iter().filter(|r| r.verdict == wanted).count() >= 5, "{name}");
        }
    }

    #[test]
    fn no_two_pairs_have_one_name() {
        let mut seen = BTreeSet::new();
        for row in SEEN.iter().flat_map(|name| set(name).unwrap()) {
            assert!(seen.insert(row.id.clone()), "{} twice", row.id);
        }
    }

    #[test]
    fn each_set_has_a_line_of_its_own_that_a_floor_can_name() {
        let printed = run(Shown { part: Part::Open, why: false }).unwrap();
        let figures = crate::scorers::figures(&printed);
        for name in SEEN {
            for figure in ["conflict.P", "conflict.R"] {
                assert!(figures.contains_key(&format!("{name}.{figure}")), "{name} {figure}: {printed}");
            }
        }
    }
}
