//! The view model of a diff: the finding in words, the two headlines, the strip of shares, the rows.

use super::bits::{self, RowBits};
use crate::compare::Compared;
use crate::picture::{self, Picture};
use crate::stamp::{self, Stamp};
use crate::wording;
use wireroom_model::{Change, DiffRow, WordCounts};
use wireroom_store::versions::Version;

/// One side of a comparison.
#[derive(Debug)]
pub struct Side {
    pub article: u64,
    pub version: u64,
    /// Its outlet; for two versions of one article "Version 2".
    pub name: String,
    /// Whose headline stands here, in words.
    pub headline_of: String,
    /// True where this side is what most printings share, in the words of `name`.
    pub is_common: bool,
    pub lang: String,
    pub dir: &'static str,
    pub time: Stamp,
}

impl Side {
    /// A side that is called `name`; its time is the article's or, between versions, when it was first read.
    pub fn new(version: &Version, name: String, time: Stamp) -> Self {
        Self {
            article: version.article.get(),
            version: version.id.get(),
            headline_of: say!("diff-headline-of", name = name.as_str()),
            name,
            is_common: false,
            lang: wording::tag(version.extracted.lang),
            dir: wording::dir(version.extracted.lang),
            time,
        }
    }
}

/// One row of the diff.
#[derive(Debug)]
pub struct Row {
    pub class: &'static str,
    pub glyph: &'static str,
    /// What the glyph says, for those who do not see it.
    pub word: String,
    pub note: String,
    pub set: RowBits,
}

/// A line of the sum: "= word for word 47%".
#[derive(Debug)]
pub struct Sum {
    pub class: &'static str,
    pub glyph: &'static str,
    pub word: String,
    pub value: String,
}

/// A whole comparison.
#[derive(Debug)]
pub struct Comparison {
    pub old: Side,
    pub new: Side,
    pub headline: RowBits,
    pub strip: Picture,
    pub survives: String,
    pub sums: Vec<Sum>,
    pub rows: Vec<Row>,
    /// What was not compared, a sentence each.
    pub rest: Vec<String>,
}

impl Comparison {
    /// Sets what the second version made of the first.
    pub fn new(old: Side, new: Side, texts: (&Version, &Version), found: &Compared) -> Self {
        let (before, after) = texts;
        let words = found.body.words;
        let rest = [
            (&old.name, found.body.old_rest, before.extracted.body.as_str()),
            (&new.name, found.body.new_rest, after.extracted.body.as_str()),
        ];
        let rest = rest.into_iter().filter_map(|(name, rest, text)| {
            let left = rest?.of(text)?.split_whitespace().count() as u64;
            let words = say!("count-words", n = left);
            Some(say!("diff-long", words = words, name = name.as_str()))
        });
        let rest = rest.collect();
        let mut new = new;
        if before.title == after.title {
            new.headline_of = say!("diff-headline-same", name = new.name.as_str());
        }
        Self {
            headline: bits::headline(&found.headline, &before.title, &after.title),
            strip: picture::strip(words.kept, words.reworded_old, words.cut, words.added),
            survives: survives(&words, &old),
            sums: sums(&words),
            rows: rows(&found.body.rows, &before.extracted.body, &after.extracted.body),
            rest,
            old,
            new,
        }
    }
}

fn survives(words: &WordCounts, old: &Side) -> String {
    let name = old.name.as_str();
    match (words.of_old(), words.of_new()) {
        (0, 0) => say!("diff-neither"),
        (0, _) if old.is_common => say!("diff-no-common"),
        (0, _) => say!("diff-no-text", name = name),
        (_, 0) if old.is_common => say!("diff-nothing-common"),
        (_, 0) => say!("diff-nothing-left", name = name),
        (all, _) if words.kept == all && words.added == 0 && words.reworded_new == 0 && words.moved == 0 => {
            say!("diff-same")
        }
        _ => {
            let [kept, ..] = shares([words.kept, words.reworded_old, words.cut]);
            let share = say!("percent", n = kept);
            match old.is_common {
                true => say!("diff-survives-common", share = share),
                false => say!("diff-survives", share = share, name = name),
            }
        }
    }
}

fn sums(words: &WordCounts) -> Vec<Sum> {
    let [kept, reworded, cut] = shares([words.kept, words.reworded_old, words.cut]);
    let share = |class, glyph, word, part: u32, value: u32| {
        (part > 0).then(|| Sum { class, glyph, word, value: say!("percent", n = value) })
    };
    let counted = |class, glyph, word, number: u32| {
        (number > 0).then(|| Sum { class, glyph, word, value: say!("count-words", n = number) })
    };
    [
        share("kept", "=", say!("diff-word-for-word"), words.kept, kept),
        share("reworded", "≈", say!("diff-reworded"), words.reworded_old, reworded),
        share("cut", "−", say!("diff-cut"), words.cut, cut),
        counted("added", "+", say!("diff-added"), words.added),
        counted("moved", "↕", say!("diff-moved"), words.moved),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Whole percents that add up to 100, none of them 0 where there is something.
fn shares(parts: [u32; 3]) -> [u32; 3] {
    let all: u64 = parts.iter().map(|&part| u64::from(part)).sum();
    if all == 0 {
        return [0; 3];
    }
    let mut out = parts.map(|part| {
        let share = u32::try_from(u64::from(part) * 100 / all).unwrap_or(100);
        if part > 0 { share.max(1) } else { 0 }
    });
    let sum: u32 = out.iter().sum();
    let largest = (0..3).max_by_key(|&at| parts.get(at).copied()).unwrap_or(0);
    if let Some(most) = out.get_mut(largest) {
        *most = (*most + 100).saturating_sub(sum);
    }
    out
}

fn rows(found: &[DiffRow], old: &str, new: &str) -> Vec<Row> {
    let mut out = Vec::with_capacity(found.len());
    let mut before: Option<&DiffRow> = None;
    for row in found {
        let (class, glyph, word) = match (row.change, row.moved) {
            (Change::Kept, false) => ("kept", "=", say!("row-kept")),
            (Change::Kept, true) => ("kept moved", "↕", say!("row-moved")),
            (Change::Reworded, false) => ("reworded", "≈", say!("row-reworded")),
            (Change::Reworded, true) => ("reworded moved", "↕", say!("row-moved-reworded")),
            (Change::Cut, _) => ("cut-row", "−", say!("row-cut")),
            (Change::Added, _) => ("added", "+", say!("row-added")),
        };
        out.push(Row { class, glyph, word, note: note(row, before), set: bits::row(row, old, new) });
        before = Some(row);
    }
    out
}

/// What became of a paragraph as a whole.
fn note(row: &DiffRow, before: Option<&DiffRow>) -> String {
    let (Some(old), Some(new)) = (row.old, row.new) else { return String::new() };
    let same = |side: fn(&DiffRow) -> Option<wireroom_model::Place>, paragraph| {
        before.and_then(side).is_some_and(|place| place.paragraph == paragraph)
    };
    match () {
        () if row.moved => say!("row-stood", n = old.paragraph),
        () if same(|row| row.old, old.paragraph) => say!("row-broken"),
        () if same(|row| row.new, new.paragraph) => say!("row-joined"),
        () => String::new(),
    }
}

/// "22 Nov, 05:20" of an article, for its side.
pub fn printed(version: &Version, now: wireroom_model::When) -> Stamp {
    stamp::short(version.extracted.published, now)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_add_up_and_nothing_that_is_there_is_none() {
        assert_eq!(shares([470, 310, 220]), [47, 31, 22]);
        assert_eq!(shares([999, 1, 0]), [99, 1, 0]);
        assert_eq!(shares([1, 1, 1]), [33, 33, 34]);
        assert_eq!(shares([0, 0, 0]), [0; 3]);
        assert_eq!(shares([0, 0, 7]), [0, 0, 100]);
    }
}
