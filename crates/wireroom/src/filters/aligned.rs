//! `wireroom copies --explain A B`: two texts side by side for a person in a terminal: how they stand to each other,
//! every passage that both print with the words that differ, and how much stands between the passages.
//! It adds no judgement to the evidence. Start at [`text`].

use anstyle::{AnsiColor, Effects, Style};
use std::fmt::Write as _;
use wireroom_copy::{Evidence, Passage, diff};
use wireroom_model::{Article, Change, Relation, Span};
use wireroom_text::words::words;

/// How the marks are shown.
#[derive(Debug, Clone, Copy, Default)]
pub struct Paint {
    head: Style,
    cut: Style,
    added: Style,
    stock: Style,
}

impl Paint {
    /// Colours for a terminal; without them the marks stand alone.
    pub fn new(colour: bool) -> Self {
        if !colour {
            return Self::default();
        }
        let of =
            |colour: AnsiColor, effects: Effects| Style::new().fg_color(Some(colour.into())).effects(effects);
        Self {
            head: Style::new().bold(),
            cut: of(AnsiColor::Red, Effects::STRIKETHROUGH),
            added: of(AnsiColor::Green, Effects::UNDERLINE),
            stock: Style::new().dimmed(),
        }
    }

    fn put(style: Style, words: &str) -> String {
        format!("{style}{words}{style:#}")
    }
}

/// The evidence on two texts as text; `names` are the ids as the rows have them.
pub fn text(names: [&str; 2], a: &Article, b: &Article, found: &Evidence, paint: Paint) -> String {
    let mut out = String::new();
    // Writing to a string does not fail.
    let _ = write(&mut out, names, (a, b), found, paint);
    out
}

fn write(
    out: &mut String,
    names: [&str; 2],
    (a, b): (&Article, &Article),
    found: &Evidence,
    paint: Paint,
) -> std::fmt::Result {
    for (letter, name, article) in [("A", names[0], a), ("B", names[1], b)] {
        let outlet = article.outlet.as_deref().unwrap_or("unknown outlet");
        let when = article.published.known().map_or_else(|| "no date".to_owned(), |when| when.to_string());
        writeln!(out, "{} {}  {}, {when}", Paint::put(paint.head, letter), shown(name), shown(outlet))?;
        writeln!(out, "  {}", shown(&article.title))?;
    }
    let titles = marked(&shown(&a.title), &shown(&b.title), paint);
    if a.title != b.title && !a.title.is_empty() {
        writeln!(out, "\nheadline: {titles}")?;
    }
    writeln!(out, "\n{}", Paint::put(paint.head, relation(found.relation)))?;
    let alignment = &found.alignment;
    let percent = |share: f64| (share * 100.0).round();
    writeln!(
        out,
        "{} % of the words of A stand in passages that B prints, {} % of B's in A; the longest run is {} words",
        percent(alignment.a_in_b),
        percent(alignment.b_in_a),
        alignment.longest_run_words
    )?;
    let stock = found.stock.iter().filter(|stock| **stock).count();
    let passages = alignment.passages.len();
    write!(out, "{passages} passage{}", if passages == 1 { "" } else { "s" })?;
    writeln!(out, "{}", if stock > 0 { format!(", {stock} of them common stock") } else { String::new() })?;
    let mut at = (0, 0);
    for (number, (passage, stock)) in (1_usize..).zip(alignment.passages.iter().zip(&found.stock)) {
        between(out, (a, b), at, (passage.a.start(), passage.b.start()), paint)?;
        one(out, number, passage, *stock, (a, b), paint)?;
        at = (passage.a.end(), passage.b.end());
    }
    between(out, (a, b), at, (a.body.len(), b.body.len()), paint)
}

const fn relation(relation: Relation) -> &'static str {
    match relation {
        Relation::Anchor | Relation::Verbatim => "verbatim: one family, the same words",
        Relation::Edited => "edited: one family, most of the text",
        Relation::Excerpt => "excerpt: one family, part of the text",
        Relation::Shares => "shares: passages in common, no family",
        Relation::Quotes => "quotes: the same source quoted, no family",
        Relation::Independent => "independent: nothing that tells of a common origin",
    }
}

/// How much each text has of its own up to the next passage.
fn between(
    out: &mut String,
    (a, b): (&Article, &Article),
    from: (usize, usize),
    to: (usize, usize),
    paint: Paint,
) -> std::fmt::Result {
    let count = |text: &str, from: usize, to: usize| text.get(from..to).map_or(0, |part| words(part).count());
    let told: Vec<String> = [("A", count(&a.body, from.0, to.0)), ("B", count(&b.body, from.1, to.1))]
        .into_iter()
        .filter(|(_, words)| *words > 0)
        .map(|(side, words)| format!("{words} word{} of {side} alone", if words == 1 { "" } else { "s" }))
        .collect();
    if told.is_empty() {
        return Ok(());
    }
    writeln!(out, "\n   {}", Paint::put(paint.stock, &format!("... {} ...", told.join(", "))))
}

fn one(
    out: &mut String,
    number: usize,
    passage: &Passage,
    stock: bool,
    (a, b): (&Article, &Article),
    paint: Paint,
) -> std::fmt::Result {
    let part = |text: &str, span: Span| shown(span.of(text).unwrap_or_default());
    let (one, two) = (part(&a.body, passage.a), part(&b.body, passage.b));
    let how = if passage.exact { "word for word" } else { "with edits" };
    let stock_words = if stock { ", common stock: it stands in many unrelated texts" } else { "" };
    let head = format!("{number}. {} words the same, {how}{stock_words}", passage.words);
    writeln!(out, "\n{}", Paint::put(paint.head, &head))?;
    let words =
        marked(&one, &two, if stock { Paint { head: paint.head, ..Paint::default() } } else { paint });
    for line in words.split("\n\n") {
        writeln!(out, "   {}", if stock { Paint::put(paint.stock, line) } else { line.to_owned() })?;
    }
    Ok(())
}

/// The second text with what of the first is not in it: `[-gone-]` and `{+new+}`.
fn marked(old: &str, new: &str, paint: Paint) -> String {
    let found = diff(old, new);
    let mut out = String::new();
    let mut paragraph = 1;
    for row in &found.rows {
        let here = row.new.map_or(paragraph, |place| place.paragraph);
        if here > paragraph {
            out.truncate(out.trim_end().len());
            out.push_str("\n\n");
            paragraph = here;
        }
        for piece in &row.pieces {
            let part =
                |span: Option<Span>, text: &str| span.and_then(|s| s.of(text)).unwrap_or_default().to_owned();
            let (gone, here) = (part(piece.old, old), part(piece.new, new));
            if piece.change == Change::Kept {
                out.push_str(&here);
                continue;
            }
            let swapped = !gone.is_empty() && !here.is_empty();
            let gap = |text: &str| text.get(text.trim_end().len()..).unwrap_or_default().to_owned();
            if !gone.is_empty() {
                out.push_str(&Paint::put(paint.cut, &format!("[-{}-]", gone.trim())));
                out.push_str(&if swapped { " ".to_owned() } else { gap(&gone) });
            }
            if !here.is_empty() {
                out.push_str(&Paint::put(paint.added, &format!("{{+{}+}}", here.trim())));
                out.push_str(&gap(&here));
            }
        }
        if !out.ends_with(char::is_whitespace) {
            out.push(' ');
        }
    }
    out.trim_end().to_owned()
}

/// Outside text without anything that a terminal would obey.
fn shown(text: &str) -> String {
    text.chars().map(|c| if c.is_control() && c != '\n' { ' ' } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_stand_alone_without_colour_and_inside_it_with() {
        let (old, new) = ("The ferry sails this month from Aske.", "The ferry sails in August from Aske.");
        assert_eq!(
            marked(old, new, Paint::new(false)),
            "The ferry sails [-this month-] {+in August+} from Aske."
        );
        let coloured = marked(old, new, Paint::new(true));
        assert!(
            coloured.contains("\u{1b}[9m") && coloured.contains("[-this month-]\u{1b}[0m"),
            "{coloured:?}"
        );
    }

    #[test]
    fn a_terminal_obeys_no_text() {
        assert!(!shown("red \u{1b}[31m\u{7}").contains(['\u{1b}', '\u{7}']));
    }
}
