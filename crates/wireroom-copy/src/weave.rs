//! Which words of one text stand in another: long runs wherever they stand, and between those the longest common
//! sequence. It works on numbers alone, within a bounded number of cells. Start at [`Weave::matches`].

use crate::runs::{Probe, Run};

/// Cells of one table: two passages of two thousand words each.
const MAX_CELLS: usize = 4_000_000;

/// Cells of one diff, over all its tables.
const ALL_CELLS: usize = 32_000_000;

/// Cells of one table where many texts are compared for one answer: forty words against a hundred.
const FEW_CELLS: usize = 4_096;

/// A run out of order is a passage that moved from this many words on; shorter ones are turns of phrase.
const MOVED_WORDS: usize = 8;

/// Kept words between two changes that are both longer say nothing: such an island of so many words and fewer goes
/// with its changes.
const ISLAND: usize = 2;

/// One pair of equal words: their places in the old and in the new text.
pub(crate) type Match = (usize, usize);

/// Finds matches within a budget of cells.
#[derive(Debug)]
pub(crate) struct Weave {
    cells: usize,
    /// Cells of one table.
    most: usize,
}

impl Weave {
    pub(crate) const fn new() -> Self {
        Self { cells: ALL_CELLS, most: MAX_CELLS }
    }

    /// For many pairs of texts in turn: larger gaps between runs are left as they are.
    pub(crate) const fn of_many() -> Self {
        Self { cells: ALL_CELLS, most: FEW_CELLS }
    }

    /// Matches of two whole texts in the order of `new`; no word stands in two. Passages may have moved.
    pub(crate) fn matches(&mut self, old: &[u32], new: &[u32]) -> Vec<Match> {
        let runs = Probe::new(old).runs(new);
        let stays = heaviest(&runs.iter().map(|run| (run.a, run.len)).collect::<Vec<_>>());
        let mut taken_old = vec![false; old.len()];
        let mut taken_new = vec![false; new.len()];
        let mut found: Vec<Match> = Vec::new();
        let (mut spine, mut moved): (Vec<Run>, Vec<Run>) = (Vec::new(), Vec::new());
        for (run, stays) in runs.iter().zip(stays) {
            if stays {
                spine.push(*run);
            } else if run.len >= MOVED_WORDS {
                moved.push(*run);
            }
        }
        for run in spine.iter().chain(&moved) {
            taken_old.iter_mut().skip(run.a).take(run.len).for_each(|taken| *taken = true);
            taken_new.iter_mut().skip(run.b).take(run.len).for_each(|taken| *taken = true);
            found.extend((0..run.len).map(|at| (run.a + at, run.b + at)));
        }
        let end = Run { a: old.len(), b: new.len(), len: 0 };
        let (mut a, mut b) = (0, 0);
        for run in spine.iter().chain(std::iter::once(&end)) {
            let left = free(&taken_old, a, run.a);
            let right = free(&taken_new, b, run.b);
            let words = |all: &[u32], places: &[usize]| -> Vec<u32> {
                places.iter().filter_map(|&place| all.get(place).copied()).collect()
            };
            let inner = self.in_order(&words(old, &left), &words(new, &right)).unwrap_or_default();
            let places = inner.iter().filter_map(|&(i, j)| Some((*left.get(i)?, *right.get(j)?)));
            found.extend(places);
            (a, b) = (run.a + run.len, run.b + run.len);
        }
        found.sort_unstable_by_key(|&(_, new)| new);
        found
    }

    /// The longest common subsequence, without islands; `None` where its table would be too large.
    pub(crate) fn in_order(&mut self, a: &[u32], b: &[u32]) -> Option<Vec<Match>> {
        let head = a.iter().zip(b).take_while(|(one, two)| one == two).count();
        let (rest_a, rest_b) = (a.get(head..)?, b.get(head..)?);
        let tail = rest_a.iter().rev().zip(rest_b.iter().rev()).take_while(|(one, two)| one == two).count();
        let mid_a = rest_a.get(..rest_a.len() - tail)?;
        let mid_b = rest_b.get(..rest_b.len() - tail)?;
        let cells = (mid_a.len() + 1).saturating_mul(mid_b.len() + 1);
        if cells > self.most || cells > self.cells {
            return None;
        }
        self.cells -= cells;
        let middle = common(mid_a, mid_b).into_iter().map(|(i, j)| (i + head, j + head));
        let end = (a.len() - tail, b.len() - tail);
        let all = (0..head)
            .map(|at| (at, at))
            .chain(middle)
            .chain((0..tail).map(|at| (end.0 + at, end.1 + at)))
            .collect();
        Some(without_islands(all, a.len(), b.len()))
    }
}

/// The places from `from` to `to` that are not taken.
fn free(taken: &[bool], from: usize, to: usize) -> Vec<usize> {
    (from..to).filter(|&place| taken.get(place) == Some(&false)).collect()
}

/// For items in the order of the new text with their place in the old and their weight: which of them stand in the
/// heaviest sequence that is in order in both. The others moved.
pub(crate) fn heaviest(items: &[(usize, usize)]) -> Vec<bool> {
    // The best weight of a sequence that ends at each item, and the item before it there.
    let mut best: Vec<(usize, Option<usize>)> = Vec::with_capacity(items.len());
    for (at, &(place, weight)) in items.iter().enumerate() {
        let before =
            items.iter().zip(&best).take(at).enumerate().filter(|(_, ((other, _), _))| *other < place);
        let heaviest =
            before.map(|(index, (_, &(sum, _)))| (sum, index)).max_by_key(|&(sum, index)| (sum, index));
        best.push((heaviest.map_or(0, |(sum, _)| sum) + weight, heaviest.map(|(_, index)| index)));
    }
    let mut stays = vec![false; items.len()];
    let last = best.iter().enumerate().max_by_key(|&(index, &(sum, _))| (sum, std::cmp::Reverse(index)));
    let mut next = last.map(|(index, _)| index);
    while let Some(index) = next {
        if let Some(stay) = stays.get_mut(index) {
            *stay = true;
        }
        next = best.get(index).and_then(|&(_, before)| before);
    }
    stays
}

fn common(a: &[u32], b: &[u32]) -> Vec<Match> {
    let width = b.len() + 1;
    // Texts are shorter than 65,536 words.
    let mut table = vec![0_u16; (a.len() + 1) * width];
    let at = |table: &[u16], i: usize, j: usize| table.get(i * width + j).copied().unwrap_or(0);
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

/// Drops kept runs of a word or two between longer changes.
fn without_islands(matches: Vec<Match>, olds: usize, news: usize) -> Vec<Match> {
    let mut runs: Vec<Run> = Vec::new();
    for (a, b) in matches {
        match runs.last_mut() {
            Some(run) if run.a + run.len == a && run.b + run.len == b => run.len += 1,
            _ => runs.push(Run { a, b, len: 1 }),
        }
    }
    let mut kept: Vec<Run> = Vec::new();
    for (index, run) in runs.iter().enumerate() {
        let (from_a, from_b) =
            kept.last().map_or((0, 0), |before| (before.a + before.len, before.b + before.len));
        let (to_a, to_b) = runs.get(index + 1).map_or((olds, news), |after| (after.a, after.b));
        let before = (run.a - from_a).max(run.b - from_b);
        let after = (to_a - run.a - run.len).max(to_b - run.b - run.len);
        if run.len > ISLAND || before <= run.len || after <= run.len {
            kept.push(*run);
        }
    }
    kept.iter().flat_map(|run| (0..run.len).map(move |at| (run.a + at, run.b + at))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_passage_that_moved_is_found_and_the_rest_stays() {
        let old: Vec<u32> = (0..40).collect();
        let new: Vec<u32> = (20..40).chain(0..20).collect();
        let found = Weave::new().matches(&old, &new);
        assert_eq!(found.len(), 40);
        assert!(found.contains(&(20, 0)) && found.contains(&(0, 20)));
    }

    #[test]
    fn the_heaviest_order_stays() {
        assert_eq!(heaviest(&[(30, 5), (0, 20), (10, 20)]), [false, true, true]);
        assert_eq!(heaviest(&[]), Vec::<bool>::new());
    }

    #[test]
    fn a_lone_word_between_long_changes_is_no_kept_word() {
        let old = [1, 2, 3, 9, 4, 5, 6];
        let new = [11, 12, 13, 9, 14, 15, 16];
        assert_eq!(Weave::new().in_order(&old, &new).unwrap(), []);
        let near = [1, 12, 3, 9, 4, 15, 6];
        assert_eq!(Weave::new().in_order(&old, &near).unwrap().len(), 5);
    }

    #[test]
    fn a_table_past_the_limit_is_not_filled() {
        let a: Vec<u32> = (0..3_000).collect();
        let b: Vec<u32> = (3_000..6_000).collect();
        assert_eq!(Weave::new().in_order(&a, &b), None);
    }
}
