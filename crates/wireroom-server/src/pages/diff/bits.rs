//! The words of a diff set for reading: runs that are plain, struck or new, for two columns and for one.
//! Everything is plain text here; the template escapes it. Start at [`row`].

use wireroom_model::{Change, Diff, DiffRow, Piece, Span};

/// How a run is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Set {
    Plain,
    /// Gone; `true` where others stand in its place.
    Struck(bool),
    /// New; `true` where it stands in place of others.
    New(bool),
}

/// A run of words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bit {
    pub set: Set,
    pub text: String,
}

/// Runs as they are put together.
#[derive(Debug, Default)]
struct Bits(Vec<Bit>);

impl Bits {
    fn plain(&mut self, text: &str) {
        match self.0.last_mut() {
            Some(Bit { set: Set::Plain, text: before }) => before.push_str(text),
            _ if text.is_empty() => {}
            _ => self.0.push(Bit { set: Set::Plain, text: text.to_owned() }),
        }
    }

    /// White space stays outside the marks.
    fn put(&mut self, set: Set, text: &str) {
        if set == Set::Plain {
            return self.plain(text);
        }
        let inner = text.trim();
        let (before, after) = text.split_once(inner).unwrap_or_default();
        self.plain(before);
        if !inner.is_empty() {
            self.0.push(Bit { set, text: inner.to_owned() });
        }
        self.plain(after);
    }

    /// A space where the run that follows had one before it in its own text and none stands here.
    fn space(&mut self, had_one: bool) {
        let parted = self.0.last().is_none_or(|bit| bit.text.ends_with(char::is_whitespace));
        if had_one && !parted {
            self.plain(" ");
        }
    }
}

/// One row of the page.
#[derive(Debug)]
pub struct RowBits {
    /// As the first text has it; none where the row is new.
    pub was: Vec<Bit>,
    /// As the second has it; none where the row is cut.
    pub now: Vec<Bit>,
    /// Both in one, for a narrow page.
    pub both: Vec<Bit>,
}

fn of(text: &str, span: Option<Span>) -> &str {
    span.and_then(|span| span.of(text)).unwrap_or_default()
}

fn is_spaced(text: &str, span: Option<Span>) -> bool {
    let before = span.and_then(|span| text.get(..span.start())).unwrap_or_default();
    before.ends_with(char::is_whitespace)
}

/// Where words of the first text are left out that are not compared.
const GAP: &str = "[\u{2026}]";

/// Sets one row.
pub fn row(row: &DiffRow, old: &str, new: &str) -> RowBits {
    let (mut was, mut now, mut both) = (Bits::default(), Bits::default(), Bits::default());
    let mut end: Option<usize> = None;
    for Piece { change, old: from, new: to } in row.pieces.iter().copied() {
        if let Some(span) = from {
            if end.is_some_and(|end| end != span.start()) {
                was.space(true);
                was.plain(&format!("{GAP} "));
            }
            end = Some(span.end());
        }
        let (before, after) = (of(old, from), of(new, to));
        let swapped = change == Change::Reworded;
        if change == Change::Kept {
            was.plain(before);
            now.plain(after);
            both.space(is_spaced(new, to));
            both.plain(after);
            continue;
        }
        if from.is_some() {
            was.put(Set::Struck(swapped), before);
            both.space(is_spaced(old, from));
            both.put(Set::Struck(swapped), before);
        }
        if to.is_some() {
            now.put(Set::New(swapped), after);
            both.space(swapped || is_spaced(new, to));
            both.put(Set::New(swapped), after);
        }
    }
    RowBits { was: was.0, now: now.0, both: both.0 }
}

/// A headline on both sides.
pub fn headline(diff: &Diff, old: &str, new: &str) -> RowBits {
    let mut out = RowBits { was: Vec::new(), now: Vec::new(), both: Vec::new() };
    for found in &diff.rows {
        let set = row(found, old, new);
        out.was.extend(set.was);
        out.now.extend(set.now);
        out.both.extend(set.both);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(bits: &[Bit]) -> String {
        let one = |bit: &Bit| match bit.set {
            Set::Plain => bit.text.clone(),
            Set::Struck(_) => format!("[-{}-]", bit.text),
            Set::New(_) => format!("{{+{}+}}", bit.text),
        };
        bits.iter().map(one).collect()
    }

    fn set(old: &str, new: &str) -> RowBits {
        let found = wireroom_copy::diff(old, new);
        row(&found.rows[0], old, new)
    }

    #[test]
    fn struck_and_new_words_stand_apart_and_spaces_outside() {
        let found =
            set("The gates closed late on Friday night, we hear.", "The gates shut late on Friday night.");
        assert_eq!(told(&found.was), "The gates [-closed-] late on Friday night, [-we hear.-]");
        assert_eq!(told(&found.now), "The gates {+shut+} late on Friday night.");
        assert_eq!(told(&found.both), "The gates [-closed-] {+shut+} late on Friday night. [-we hear.-]");
    }

    #[test]
    fn a_script_without_spaces_gets_none_around_what_was_cut() {
        let found = set("港湾当局は火曜日に航路を閉鎖した。", "港湾当局は航路を閉鎖した。");
        assert_eq!(told(&found.both), "港湾当局は[-火曜日に-]航路を閉鎖した。");
    }
}
