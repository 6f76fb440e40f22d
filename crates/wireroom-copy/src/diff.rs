//! What one printing kept, cut, added and reworded of another, by paragraph and word, for pages and JSON.
//! It refuses to show a change it cannot place: every piece is a span of the text it came from. Case, punctuation
//! and white space are no change; a figure or its sign is.
//! Start at [`diff`]; `tokens.rs` reads the words, `weave.rs` finds which of them stand in both.

use crate::align::count;
use crate::tokens::{Numbers, Token, Tokens};
use crate::weave::{Match, Weave, heaviest};
use std::collections::BTreeMap;
use wireroom_model::{Change, Diff, DiffRow, Piece, Place, Span};

/// Two paragraphs are one reworded from this share of the shorter one's words on. Below it what reads as one sentence
/// becomes a patchwork of small words.
const SAME_PARAGRAPH: f64 = 0.3;

/// Fewer equal words make no pair of paragraphs, unless they are half of the longer one.
const FEWEST_WORDS: usize = 3;

/// A run of so many equal words ties two paragraphs whatever their lengths.
const TELLING_RUN: usize = 8;

/// A part of a paragraph with fewer equal words does not stand in a row of its own.
const SMALLEST_PART: usize = 5;

/// Half-open ranges of words.
type Range = (usize, usize);

/// Equal words that follow each other in both texts with no others between them, inside one paragraph on each side.
#[derive(Debug, Clone, Copy)]
struct Block {
    old: Range,
    new: Range,
    old_paragraph: usize,
    new_paragraph: usize,
    words: usize,
}

/// What `new` made of `old`; both normalised. A paragraph that was split, joined or carried elsewhere keeps its
/// words. Of texts past 16,384 words the rest is named in `old_rest` and `new_rest` and not compared; paragraphs
/// without a word have no row.
pub fn diff(old: &str, new: &str) -> Diff {
    let mut numbers = Numbers::default();
    let (olds, news) = (Tokens::of(old, &mut numbers), Tokens::of(new, &mut numbers));
    between(&olds, &news)
}

/// What `new` made of those words of `old` that lie in `parts` (in order, apart): the rest of `old` is in no row.
/// A piece never reaches over words that were left out, so that each stands in the text as it is told.
pub(crate) fn diff_of_parts(old: &str, parts: &[Span], new: &str) -> Diff {
    let mut numbers = Numbers::default();
    let inside = |token: &Token| {
        let next = parts.partition_point(|part| part.end() < token.end);
        parts.get(next).is_some_and(|part| part.start() <= token.start)
    };
    let olds = Tokens::of(old, &mut numbers).only(|_, token| inside(token));
    between(&olds, &Tokens::of(new, &mut numbers))
}

fn between(olds: &Tokens<'_>, news: &Tokens<'_>) -> Diff {
    let mut weave = Weave::new();
    let matches = kept_words(&mut weave, olds, news);
    let blocks = blocks(&matches, olds, news);
    let old_parts = parts(blocks.iter().map(|block| (block.old_paragraph, block.old)).collect(), olds);
    let new_parts = parts(blocks.iter().map(|block| (block.new_paragraph, block.new)).collect(), news);
    let stays = heaviest(&blocks.iter().map(|block| (block.old.0, block.words)).collect::<Vec<_>>());
    let mut out = Rows { olds, news, rows: Vec::new() };
    let mut next_block = blocks.iter().zip(stays).zip(&old_parts).zip(&new_parts).peekable();
    for (paragraph, words) in ranges(news) {
        let mut any = false;
        let here = |block: &Block| block.new_paragraph == paragraph;
        while let Some((((block, stays), old), new)) = next_block.next_if(|(((b, _), _), _)| here(b)) {
            any = true;
            let inner = within(&mut weave, &matches, block, *old, *new, olds, news);
            out.pair(*old, *new, &inner, !stays);
        }
        if !any {
            out.alone(Change::Added, words);
        }
    }
    out.cuts(&blocks);
    finish(out, olds.rest, news.rest)
}

/// The words that a diff keeps, as pairs of places in the order of the new text.
pub(crate) fn kept_words(weave: &mut Weave, olds: &Tokens<'_>, news: &Tokens<'_>) -> Vec<Match> {
    let matches = weave.matches(&olds.numbers(), &news.numbers());
    without_scraps(telling(matches, olds, news), olds, news)
}

/// The paragraphs with their words.
fn ranges(tokens: &Tokens<'_>) -> Vec<(usize, Range)> {
    let mut out: Vec<(usize, Range)> = Vec::new();
    for (at, token) in tokens.all.iter().enumerate() {
        match out.last_mut() {
            Some((paragraph, range)) if *paragraph == token.paragraph => range.1 = at + 1,
            _ => out.push((token.paragraph, (at, at + 1))),
        }
    }
    out
}

fn paragraph(tokens: &Tokens<'_>, word: usize) -> usize {
    tokens.all.get(word).map_or(usize::MAX, |token| token.paragraph)
}

/// Leaves out what two paragraphs have in common by chance.
fn telling(matches: Vec<Match>, olds: &Tokens<'_>, news: &Tokens<'_>) -> Vec<Match> {
    let length = |tokens: &Tokens<'_>| -> BTreeMap<usize, usize> {
        ranges(tokens).into_iter().map(|(paragraph, range)| (paragraph, range.1 - range.0)).collect()
    };
    let (old_lengths, new_lengths) = (length(olds), length(news));
    // For each pair of paragraphs: equal words, the longest run, the run that is open.
    let mut pairs: BTreeMap<(usize, usize), (usize, usize, usize)> = BTreeMap::new();
    let mut before: Option<Match> = None;
    for &(old, new) in &matches {
        let pair = pairs.entry((paragraph(olds, old), paragraph(news, new))).or_default();
        let follows = before == old.checked_sub(1).zip(new.checked_sub(1));
        pair.2 = if follows { pair.2 + 1 } else { 1 };
        (pair.0, pair.1) = (pair.0 + 1, pair.1.max(pair.2));
        before = Some((old, new));
    }
    let tells = |pair: (usize, usize)| {
        let (Some(&(equal, run, _)), Some(&old), Some(&new)) =
            (pairs.get(&pair), old_lengths.get(&pair.0), new_lengths.get(&pair.1))
        else {
            return false;
        };
        let share = equal as f64 >= old.min(new) as f64 * SAME_PARAGRAPH;
        run >= TELLING_RUN || share && equal >= FEWEST_WORDS || equal * 2 >= old.max(new)
    };
    matches.into_iter().filter(|&(old, new)| tells((paragraph(olds, old), paragraph(news, new)))).collect()
}

/// Leaves out parts that are too small to stand alone where their paragraph has a larger one.
fn without_scraps(matches: Vec<Match>, olds: &Tokens<'_>, news: &Tokens<'_>) -> Vec<Match> {
    let found = blocks(&matches, olds, news);
    let larger = |block: &&Block| {
        block.words < SMALLEST_PART
            && found.iter().any(|other| {
                let shares =
                    other.old_paragraph == block.old_paragraph || other.new_paragraph == block.new_paragraph;
                shares && other.words > block.words
            })
    };
    let scraps: Vec<Range> = found.iter().filter(larger).map(|block| block.new).collect();
    let in_scrap = |new: usize| {
        let next = scraps.partition_point(|scrap| scrap.1 <= new);
        scraps.get(next).is_some_and(|scrap| scrap.0 <= new)
    };
    matches.into_iter().filter(|&(_, new)| !in_scrap(new)).collect()
}

/// Matches (in the order of the new text) as blocks.
fn blocks(matches: &[Match], olds: &Tokens<'_>, news: &Tokens<'_>) -> Vec<Block> {
    let mut places: Vec<usize> = matches.iter().map(|&(old, _)| old).collect();
    places.sort_unstable();
    let rank = |old: usize| places.partition_point(|&place| place < old);
    let mut out: Vec<Block> = Vec::new();
    for &(old, new) in matches {
        let (old_paragraph, new_paragraph) = (paragraph(olds, old), paragraph(news, new));
        match out.last_mut() {
            Some(block)
                if block.old_paragraph == old_paragraph
                    && block.new_paragraph == new_paragraph
                    && rank(old) == rank(block.old.1 - 1) + 1 =>
            {
                (block.old.1, block.new.1) = (old + 1, new + 1);
                block.words += 1;
            }
            _ => out.push(Block {
                old: (old, old + 1),
                new: (new, new + 1),
                old_paragraph,
                new_paragraph,
                words: 1,
            }),
        }
    }
    out
}

/// Widens blocks, given by paragraph and range, to parts that fill their paragraphs; in the order given.
fn parts(blocks: Vec<(usize, Range)>, tokens: &Tokens<'_>) -> Vec<Range> {
    let whole: BTreeMap<usize, Range> = ranges(tokens).into_iter().collect();
    let mut order: Vec<usize> = (0..blocks.len()).collect();
    order.sort_by_key(|&at| blocks.get(at).map(|(_, range)| range.0));
    let mut out: Vec<Range> = blocks.iter().map(|(_, range)| *range).collect();
    let mut before: Option<(usize, usize)> = None;
    for &at in &order {
        let Some(&(paragraph, range)) = blocks.get(at) else { continue };
        let (first, last) = whole.get(&paragraph).copied().unwrap_or(range);
        let start = match before {
            Some((index, other)) if other == paragraph => {
                let gap = out.get(index).map_or(first, |part| part.1);
                let cut = boundary(tokens, gap, range.0);
                if let Some(part) = out.get_mut(index) {
                    part.1 = cut;
                }
                cut
            }
            Some((index, other)) => {
                if let (Some(part), Some(end)) = (out.get_mut(index), whole.get(&other)) {
                    part.1 = end.1;
                }
                first
            }
            None => first,
        };
        if let Some(part) = out.get_mut(at) {
            *part = (start, range.1.min(last));
        }
        before = Some((at, paragraph));
    }
    if let Some((index, paragraph)) = before
        && let (Some(part), Some(end)) = (out.get_mut(index), whole.get(&paragraph))
    {
        part.1 = end.1;
    }
    out
}

/// Where the words between two parts are parted: at the last sentence that begins there, else before the second.
fn boundary(tokens: &Tokens<'_>, from: usize, to: usize) -> usize {
    let begins = |at: &usize| {
        let ends = at.checked_sub(1).and_then(|before| tokens.all.get(before)).map(|token| token.end);
        let gap = ends.zip(tokens.all.get(*at)).and_then(|(end, token)| tokens.text.get(end..token.start));
        gap.is_some_and(|gap| gap.contains(['.', '!', '?', '\u{2026}', '。', '！', '？', '؟', '।']))
    };
    (from..=to).rev().find(begins).unwrap_or(to)
}

/// The matches of one row, counted from its first words.
fn within(
    weave: &mut Weave,
    matches: &[Match],
    block: &Block,
    old: Range,
    new: Range,
    olds: &Tokens<'_>,
    news: &Tokens<'_>,
) -> Vec<Match> {
    let numbers = |tokens: &Tokens<'_>, range: Range| -> Vec<u32> {
        tokens.all.get(range.0..range.1).unwrap_or_default().iter().map(|token| token.number).collect()
    };
    weave.in_order(&numbers(olds, old), &numbers(news, new)).unwrap_or_else(|| {
        let from = matches.partition_point(|&(_, at)| at < block.new.0);
        let own = matches.iter().skip(from).take_while(|&&(_, at)| at < block.new.1);
        own.filter_map(|&(o, n)| Some((o.checked_sub(old.0)?, n.checked_sub(new.0)?))).collect()
    })
}

/// Rows as they are made, each with the words that it stands for.
struct Rows<'t> {
    olds: &'t Tokens<'t>,
    news: &'t Tokens<'t>,
    rows: Vec<(DiffRow, Range, Range)>,
}

impl Rows<'_> {
    fn pair(&mut self, old: Range, new: Range, matches: &[Match], moved: bool) {
        if matches.is_empty() {
            self.alone(Change::Cut, old);
            self.alone(Change::Added, new);
            return;
        }
        let found = pieces(self.olds, matches, old, new);
        let pieces: Vec<Piece> = found
            .iter()
            .map(|&(change, o, n)| Piece { change, old: span(self.olds, o), new: span(self.news, n) })
            .collect();
        let kept = pieces.iter().all(|piece| piece.change == Change::Kept);
        let row = DiffRow {
            change: if kept { Change::Kept } else { Change::Reworded },
            moved,
            old: place(self.olds, old),
            new: place(self.news, new),
            pieces,
        };
        self.rows.push((row, old, new));
    }

    fn alone(&mut self, change: Change, words: Range) {
        let (row, old, new) = self.one_sided(change, words);
        self.rows.push((row, old, new));
    }

    fn one_sided(&self, change: Change, words: Range) -> (DiffRow, Range, Range) {
        let (mut old, mut new) = ((0, 0), (0, 0));
        let mut row = DiffRow { change, moved: false, old: None, new: None, pieces: Vec::new() };
        if change == Change::Cut {
            row.old = place(self.olds, words);
            old = words;
        } else {
            row.new = place(self.news, words);
            new = words;
        }
        row.pieces.extend(row.new.map(|place| Piece { change, old: None, new: Some(place.span) }));
        let cut = unbroken(self.olds, old);
        row.pieces.extend(cut.into_iter().map(|part| Piece {
            change,
            old: span(self.olds, part),
            new: None,
        }));
        (row, old, new)
    }

    /// Puts the old paragraphs that no block takes after what stood before them.
    fn cuts(&mut self, blocks: &[Block]) {
        for (paragraph, words) in ranges(self.olds) {
            if blocks.iter().any(|block| block.old_paragraph == paragraph) {
                continue;
            }
            let stands =
                |(row, old, _): &(DiffRow, Range, Range)| row.old.is_some() && !row.moved && old.1 <= words.0;
            let after = self.rows.iter().rposition(stands).map_or(0, |at| at + 1);
            let row = self.one_sided(Change::Cut, words);
            self.rows.insert(after, row);
        }
    }
}

fn finish(made: Rows<'_>, old_rest: Option<Span>, new_rest: Option<Span>) -> Diff {
    let mut out = Diff { old_rest, new_rest, ..Diff::default() };
    let words_in = |tokens: &Tokens<'_>, span: Option<Span>| {
        let Some(span) = span else { return 0 };
        let from = tokens.all.partition_point(|token| token.start < span.start());
        count(tokens.all.partition_point(|token| token.start < span.end()) - from)
    };
    for (row, ..) in made.rows {
        for piece in &row.pieces {
            let (old, new) = (words_in(made.olds, piece.old), words_in(made.news, piece.new));
            match piece.change {
                Change::Kept => {
                    out.words.kept += new;
                    out.words.moved += if row.moved { new } else { 0 };
                }
                Change::Cut => out.words.cut += old,
                Change::Added => out.words.added += new,
                Change::Reworded => {
                    out.words.reworded_old += old;
                    out.words.reworded_new += new;
                }
            }
        }
        out.rows.push(row);
    }
    out
}

/// From the edge of the first word to the edge of the word after the last; a paragraph's own edges where it ends.
fn span(tokens: &Tokens<'_>, words: Range) -> Option<Span> {
    let last = words.1.checked_sub(1).filter(|&last| words.0 <= last)?;
    Span::new(tokens.text, tokens.cell(words.0)?.start(), tokens.cell(last)?.end())
}

/// A range without the gaps that words left out make in it.
fn unbroken(tokens: &Tokens<'_>, words: Range) -> Vec<Range> {
    let mut out: Vec<Range> = Vec::new();
    for at in words.0..words.1 {
        match out.last_mut() {
            Some(part) if !tokens.follows_gap(at) => part.1 = at + 1,
            _ => out.push((at, at + 1)),
        }
    }
    out
}

fn place(tokens: &Tokens<'_>, words: Range) -> Option<Place> {
    let paragraph = count(paragraph(tokens, words.0)).saturating_add(1);
    Some(Place { paragraph, span: span(tokens, words)? })
}

/// Kept runs and what stands between them, as ranges of words of the whole texts; `matches` count from the row's
/// first words.
fn pieces(olds: &Tokens<'_>, matches: &[Match], old: Range, new: Range) -> Vec<(Change, Range, Range)> {
    let mut out: Vec<(Change, Range, Range)> = Vec::new();
    let (mut i, mut j) = (old.0, new.0);
    let ends = (old.1, new.1);
    let places = matches.iter().map(|&(o, n)| (old.0 + o, new.0 + n));
    for (o, n) in places.chain(std::iter::once(ends)) {
        let mut gone = unbroken(olds, (i, o)).into_iter();
        let first = gone.next();
        let change = match (first, n > j) {
            (Some(_), true) => Some(Change::Reworded),
            (Some(_), false) => Some(Change::Cut),
            (None, true) => Some(Change::Added),
            (None, false) => None,
        };
        out.extend(change.map(|change| (change, first.unwrap_or((i, i)), (j, n))));
        out.extend(gone.map(|part| (Change::Cut, part, (n, n))));
        if (o, n) == ends {
            break;
        }
        match out.last_mut() {
            Some((Change::Kept, old, new)) if old.1 == o && new.1 == n && !olds.follows_gap(o) => {
                (old.1, new.1) = (o + 1, n + 1);
            }
            _ => out.push((Change::Kept, (o, o + 1), (n, n + 1))),
        }
        (i, j) = (o + 1, n + 1);
    }
    out
}
