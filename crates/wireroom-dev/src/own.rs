//! `cargo eval own`: the extractor against the pages that were written for this project. It needs no corpora.
//! The sealed part gives figures only: its misses are shown to nobody, so that no rule can be written against them.
//! Start at [`run`].

use crate::gold::{Part, read};
use crate::marks::{Marks, mark};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// What is to be printed besides the figures.
#[derive(Debug, Clone, Copy)]
pub struct Shown {
    pub part: Part,
    /// A line for each sort of page.
    pub table: bool,
    /// A line for each miss.
    pub why: bool,
}

/// The figures in the scorers' form, on the first line; then what else was asked for.
pub fn run(shown: Shown) -> Result<String, String> {
    if shown.why && shown.part == Part::Sealed {
        return Err("the sealed part is scored, not shown: --why is for the open part".to_owned());
    }
    let mut all = Marks::default();
    let mut sorts: BTreeMap<String, Marks> = BTreeMap::new();
    for page in read(&shown.part.folder())? {
        sorts.entry(page.gold.what.clone()).or_default().add(&page.name, mark(&page));
        all.add(&page.name, mark(&page));
    }
    let mut out = figures(&all);
    if shown.table {
        table(&sorts, &mut out);
    }
    if shown.why {
        for miss in &all.misses {
            let _ = writeln!(out, "{miss}");
        }
    }
    Ok(out)
}

fn figures(marks: &Marks) -> String {
    let [p, r, f1] = marks.articles_found();
    let mut line = format!(
        "pages={} articles P={p:.4} R={r:.4} F1={f1:.4} | bodyF1={:.4} neighbours={} neighboursIn={} neighboursKeptOut={:.4}",
        marks.pages,
        marks.body.value(),
        marks.neighbours.of,
        marks.neighbours.of - marks.neighbours.right,
        marks.neighbours.value(),
    );
    for (name, share) in &marks.facts {
        let _ = write!(line, " {name}={:.4}", share.value());
    }
    line.push('\n');
    line
}

fn table(sorts: &BTreeMap<String, Marks>, out: &mut String) {
    let share = |marks: &Marks, name: &str| {
        marks.facts.get(name).map_or_else(|| "-".to_owned(), |s| format!("{}/{}", s.right, s.of))
    };
    let _ = writeln!(
        out,
        "{:<18}{:>6}{:>10}{:>7}{:>7}{:>11}{:>7}{:>7}{:>9}{:>10}",
        "sort", "pages", "articles", "found", "right", "neighbours", "kind", "turns", "updates", "captions"
    );
    for (sort, marks) in sorts {
        let _ = writeln!(
            out,
            "{sort:<18}{:>6}{:>10}{:>7}{:>7}{:>11}{:>7}{:>7}{:>9}{:>10}",
            marks.pages,
            marks.articles,
            marks.found,
            marks.paired,
            format!("{}/{}", marks.neighbours.of - marks.neighbours.right, marks.neighbours.of),
            share(marks, "kind"),
            share(marks, "turns"),
            share(marks, "updates"),
            share(marks, "captions"),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scorers;

    #[test]
    fn the_figures_read_back_by_their_names() {
        let printed = run(Shown { part: Part::Open, table: true, why: false }).unwrap();
        let figures = scorers::figures(&printed);
        for name in
            ["articles.F1", "neighboursKeptOut", "kind", "empty", "turns", "updates", "captions", "title"]
        {
            assert!(figures.get(name).is_some_and(|f| (0.0..=1.0).contains(f)), "{name}: {printed}");
        }
    }

    #[test]
    fn the_sealed_pages_are_shown_to_nobody() {
        assert!(run(Shown { part: Part::Sealed, table: false, why: true }).is_err());
    }
}
