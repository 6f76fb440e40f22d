//! What one printing kept, cut, added and reworded of another, by paragraph and word, for pages and JSON.
//! It refuses to show a change it cannot place: every piece is a span of the text it came from.
//! Start at [`diff`].

use crate::align::{count, words_span};
use crate::print::numbered;
use crate::runs::Probe;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use wireroom_model::Span;
use wireroom_text::words::Word;

/// Two paragraphs are one reworded from this share of the shorter one's words on.
const SAME_PARAGRAPH: f64 = 0.3;

/// Word tables larger than this are not filled: such a pair of paragraphs is shown as reworded whole.
const MAX_CELLS: usize = 4_000_000;

/// What happened to a paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Change {
    Kept,
    Cut,
    Added,
    Reworded,
}

/// A run of words inside a reworded paragraph. `Kept` has both spans, `Cut` only `old`, `Added` only `new`,
/// `Reworded` both: these words stand where those stood.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Piece {
    pub change: Change,
    pub old: Option<Span>,
    pub new: Option<Span>,
}

/// One paragraph of either text or a pair of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ParagraphDiff {
    pub change: Change,
    pub old: Option<Span>,
    pub new: Option<Span>,
    /// Word by word where the paragraph is reworded, else empty.
    pub pieces: Vec<Piece>,
}

/// The whole difference, in reading order of the new text with cuts where they stood.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Diff {
    pub paragraphs: Vec<ParagraphDiff>,
    /// Words of the new text that stand in the old one too, in their place.
    pub kept_words: u32,
    /// Words of the old text that are gone or replaced.
    pub cut_words: u32,
    /// Words of the new text that the old one does not have.
    pub added_words: u32,
}

/// One paragraph with its words.
struct Paragraph<'t> {
    span: Span,
    words: Vec<Word<'t>>,
    numbers: Vec<u32>,
}

/// What `new` made of `old`; both normalised. Case and punctuation do not count as change. A paragraph that moved
/// is kept or reworded where the new text has it. Of texts past 8,192 words a paragraph the rest is not looked at.
pub fn diff(old: &str, new: &str) -> Diff {
    let olds = split(old);
    let news = split(new);
    let partner = partners(&olds, &news);
    let mut out = Diff::default();
    let mut cuts = cuts_by_place(&olds, &partner);
    out.cut(cuts.remove(&0));
    for (place, (paragraph, partner)) in news.iter().zip(&partner).enumerate() {
        match partner.and_then(|at| olds.get(at)) {
            Some(before) => out.pair(old, before, new, paragraph),
            None => {
                out.added_words += count(paragraph.words.len());
                out.push(Change::Added, None, Some(paragraph.span), Vec::new());
            }
        }
        out.cut(cuts.remove(&(place + 1)));
    }
    out
}

fn split(text: &str) -> Vec<Paragraph<'_>> {
    let mut at = 0;
    text.split("\n\n")
        .filter_map(|part| {
            let start = at;
            at += part.len() + 2;
            let span = Span::new(text, start, start + part.len()).filter(|span| !span.is_empty())?;
            let (words, numbers) = numbered(part);
            let words = words.into_iter().map(|word| Word { start: word.start + start, ..word }).collect();
            Some(Paragraph { span, words, numbers })
        })
        .collect()
}

/// For each new paragraph the old one that it comes from; equal ones first, then by words in common.
fn partners(olds: &[Paragraph<'_>], news: &[Paragraph<'_>]) -> Vec<Option<usize>> {
    let mut wishes: Vec<(usize, usize, usize)> = Vec::new();
    for (n, new) in news.iter().enumerate() {
        let probe = Probe::new(&new.numbers);
        for (o, old) in olds.iter().enumerate() {
            let same = if old.numbers == new.numbers {
                usize::MAX
            } else {
                let equal: usize = probe.runs(&old.numbers).iter().map(|run| run.len).sum();
                let shorter = old.numbers.len().min(new.numbers.len()).max(1);
                if (equal as f64) < shorter as f64 * SAME_PARAGRAPH { 0 } else { equal }
            };
            if same > 0 {
                wishes.push((same, n, o));
            }
        }
    }
    wishes.sort_by_key(|&(same, n, o)| (std::cmp::Reverse(same), n.abs_diff(o), n, o));
    let mut partner = vec![None; news.len()];
    let mut taken = vec![false; olds.len()];
    for (_, n, o) in wishes {
        if let (Some(free @ None), Some(taken @ false)) = (partner.get_mut(n), taken.get_mut(o)) {
            (*free, *taken) = (Some(o), true);
        }
    }
    partner
}

/// The old paragraphs without a partner, by the number of new paragraphs before them.
fn cuts_by_place<'p, 't>(
    olds: &'p [Paragraph<'t>],
    partner: &[Option<usize>],
) -> BTreeMap<usize, Vec<&'p Paragraph<'t>>> {
    let place_of: BTreeMap<usize, usize> =
        partner.iter().enumerate().filter_map(|(n, o)| Some(((*o)?, n + 1))).collect();
    let mut cuts: BTreeMap<usize, Vec<&Paragraph<'_>>> = BTreeMap::new();
    let mut place = 0;
    for (o, old) in olds.iter().enumerate() {
        match place_of.get(&o) {
            Some(&after) => place = after,
            None => cuts.entry(place).or_default().push(old),
        }
    }
    cuts
}

impl Diff {
    fn push(&mut self, change: Change, old: Option<Span>, new: Option<Span>, pieces: Vec<Piece>) {
        self.paragraphs.push(ParagraphDiff { change, old, new, pieces });
    }

    fn cut(&mut self, paragraphs: Option<Vec<&Paragraph<'_>>>) {
        for paragraph in paragraphs.into_iter().flatten() {
            self.cut_words += count(paragraph.words.len());
            self.push(Change::Cut, Some(paragraph.span), None, Vec::new());
        }
    }

    fn pair(&mut self, old: &str, before: &Paragraph<'_>, new: &str, after: &Paragraph<'_>) {
        if before.numbers == after.numbers {
            self.kept_words += count(after.words.len());
            self.push(Change::Kept, Some(before.span), Some(after.span), Vec::new());
            return;
        }
        let kept = in_common(&before.numbers, &after.numbers);
        self.kept_words += count(kept.len());
        self.cut_words += count(before.words.len() - kept.len());
        self.added_words += count(after.words.len() - kept.len());
        let pieces = pieces(&kept, before.words.len(), after.words.len())
            .into_iter()
            .map(|(change, o, n)| Piece {
                change,
                old: words_span(old, &before.words, o),
                new: words_span(new, &after.words, n),
            })
            .collect();
        self.push(Change::Reworded, Some(before.span), Some(after.span), pieces);
    }
}

/// The longest common subsequence as pairs of positions; empty where the table would be too large.
fn in_common(a: &[u32], b: &[u32]) -> Vec<(usize, usize)> {
    let width = b.len() + 1;
    if (a.len() + 1).saturating_mul(width) > MAX_CELLS {
        return Vec::new();
    }
    let mut table = vec![0_u32; (a.len() + 1) * width];
    let at = |table: &[u32], i: usize, j: usize| table.get(i * width + j).copied().unwrap_or(0);
    for (i, one) in a.iter().enumerate().rev() {
        for (j, two) in b.iter().enumerate().rev() {
            let best = if one == two {
                at(&table, i + 1, j + 1) + 1
            } else {
                at(&table, i + 1, j).max(at(&table, i, j + 1))
            };
            if let Some(cell) = table.get_mut(i * width + j) {
                *cell = best;
            }
        }
    }
    let (mut i, mut j, mut pairs) = (0, 0, Vec::new());
    while let (Some(one), Some(two)) = (a.get(i), b.get(j)) {
        if one == two {
            pairs.push((i, j));
            (i, j) = (i + 1, j + 1);
        } else if at(&table, i + 1, j) >= at(&table, i, j + 1) {
            i += 1;
        } else {
            j += 1;
        }
    }
    pairs
}

type Range = (usize, usize);

/// Kept runs and what stands between them, as word ranges (empty where a side has none).
fn pieces(kept: &[(usize, usize)], olds: usize, news: usize) -> Vec<(Change, Range, Range)> {
    let mut out: Vec<(Change, Range, Range)> = Vec::new();
    let (mut i, mut j) = (0, 0);
    for &(o, n) in kept.iter().chain(std::iter::once(&(olds, news))) {
        let change = match (o > i, n > j) {
            (true, true) => Some(Change::Reworded),
            (true, false) => Some(Change::Cut),
            (false, true) => Some(Change::Added),
            (false, false) => None,
        };
        out.extend(change.map(|change| (change, (i, o), (j, n))));
        if (o, n) == (olds, news) {
            break;
        }
        match out.last_mut() {
            Some((Change::Kept, old, new)) if old.1 == o && new.1 == n => (old.1, new.1) = (o + 1, n + 1),
            _ => out.push((Change::Kept, (o, o + 1), (n, n + 1))),
        }
        (i, j) = (o + 1, n + 1);
    }
    out
}
