//! Runs: where two sequences of words are the same, and how runs join into passages over small edits.
//! It works on numbers alone and knows no text. Start at [`Probe::runs`], then [`passages`].

use crate::print::{GRAM, GramMap, grams};

/// Places of one gram that are tried: refrains and tables repeat, a report does not.
const MAX_PLACES: usize = 8;

/// Words on either side that may differ between two runs of one passage (a weekday, "told reporters", a cut
/// clause). Eight instead of six finds more copies with damaged letters on copies-a at the same precision.
const MAX_GAP: usize = 8;

/// `len` words from `a` on one side equal `len` words from `b` on the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Run {
    pub a: usize,
    pub b: usize,
    pub len: usize,
}

/// Runs joined: half-open word ranges on both sides and the equal words inside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Stretch {
    pub a: (usize, usize),
    pub b: (usize, usize),
    pub equal: usize,
}

/// One text made ready to be compared with many.
#[derive(Debug)]
pub(crate) struct Probe<'n> {
    numbers: &'n [u32],
    first: GramMap<u32>,
    next: Vec<u32>,
}

const NONE: u32 = u32::MAX;

impl<'n> Probe<'n> {
    pub(crate) fn new(numbers: &'n [u32]) -> Self {
        let mut first = GramMap::with_capacity_and_hasher(numbers.len(), Default::default());
        let mut next = vec![NONE; numbers.len()];
        let all: Vec<u64> = grams(numbers).collect();
        // From the end, so that chains run from the head of the text.
        for (at, &hash) in all.iter().enumerate().rev() {
            let at32 = u32::try_from(at).unwrap_or(NONE);
            if let (Some(after), Some(link)) = (first.insert(hash, at32), next.get_mut(at)) {
                *link = after;
            }
        }
        Self { numbers, first, next }
    }

    /// The runs of [`GRAM`] words and more, in the order of `other`; no word of either side stands in two.
    /// `a` is this text, `b` the other.
    pub(crate) fn runs(&self, other: &[u32]) -> Vec<Run> {
        let hashes: Vec<u64> = grams(other).collect();
        let mut taken = vec![false; self.numbers.len()];
        let mut runs: Vec<Run> = Vec::new();
        let mut b = 0;
        while let Some(hash) = hashes.get(b) {
            let after = runs.last().map(|run| (run.a + run.len, run.b + run.len));
            match self.first.get(hash).and_then(|&first| self.longest(first, other, b, &taken, after)) {
                Some(run) => {
                    taken.iter_mut().skip(run.a).take(run.len).for_each(|t| *t = true);
                    b += run.len;
                    runs.push(run);
                }
                None => b += 1,
            }
        }
        runs
    }

    fn longest(
        &self,
        first: u32,
        other: &[u32],
        b: usize,
        taken: &[bool],
        after: Option<(usize, usize)>,
    ) -> Option<Run> {
        let mut best: Option<(bool, Run)> = None;
        let mut place = first;
        for _ in 0..MAX_PLACES {
            if place == NONE {
                break;
            }
            let a = place as usize;
            let mine = self.numbers.get(a..).unwrap_or(&[]).iter().zip(taken.get(a..).unwrap_or(&[]));
            let len = mine
                .zip(other.get(b..).unwrap_or(&[]))
                .take_while(|((mine, taken), theirs)| mine == theirs && !**taken)
                .count();
            let follows = after.is_some_and(|(end_a, end_b)| a >= end_a && a - end_a <= b - end_b + MAX_GAP);
            if len >= GRAM && best.is_none_or(|(f, run)| (len, follows) > (run.len, f)) {
                best = Some((follows, Run { a, b, len }));
            }
            place = self.next.get(a).copied().unwrap_or(NONE);
        }
        best.map(|(_, run)| run)
    }
}

/// Joins runs that follow each other closely on both sides, with no other run between them on either.
pub(crate) fn passages(runs: &[Run]) -> Vec<Stretch> {
    let mut starts: Vec<usize> = runs.iter().map(|run| run.a).collect();
    starts.sort_unstable();
    let rank = |run: &Run| starts.partition_point(|&start| start < run.a);
    let near = |end: usize, start: usize| start >= end && start - end <= MAX_GAP;
    let mut out: Vec<Stretch> = Vec::new();
    let mut before = None;
    for run in runs {
        let place = rank(run);
        match out.last_mut() {
            Some(last)
                if near(last.a.1, run.a)
                    && near(last.b.1, run.b)
                    && before.is_some_and(|b| place == b + 1) =>
            {
                last.a.1 = run.a + run.len;
                last.b.1 = run.b + run.len;
                last.equal += run.len;
            }
            _ => {
                out.push(Stretch { a: (run.a, run.a + run.len), b: (run.b, run.b + run.len), equal: run.len })
            }
        }
        before = Some(place);
    }
    out
}
