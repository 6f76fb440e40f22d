//! Runs: where two sequences of words are the same, and how runs join into passages over small edits.
//! Runs of five words find the place; from their ends shorter ones are taken along, over changed words and letters.
//! It works on numbers alone and knows no text. Start at [`Probe::runs`], then [`passages`].

use crate::print::{GRAM, grams, is_long};

/// Places of one gram that are tried: refrains and tables repeat, a report does not.
const MAX_PLACES: usize = 8;

/// Words on either side that may differ between two runs of one passage (a weekday, "told reporters", a cut
/// clause). Eight instead of six finds more copies with damaged letters on copies-a at the same precision.
const MAX_GAP: usize = 8;

/// Words of either side that may differ between a run and a shorter one beyond its end: steps, smallest first, a changed word before a cut one.
const STEPS: [(usize, usize); 24] = [
    (1, 1),
    (0, 1),
    (1, 0),
    (2, 2),
    (1, 2),
    (2, 1),
    (0, 2),
    (2, 0),
    (3, 3),
    (2, 3),
    (3, 2),
    (1, 3),
    (3, 1),
    (0, 3),
    (3, 0),
    (4, 4),
    (3, 4),
    (4, 3),
    (2, 4),
    (4, 2),
    (1, 4),
    (4, 1),
    (0, 4),
    (4, 0),
];

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

impl Stretch {
    /// Words of the side that has fewer.
    pub(crate) fn shorter(&self) -> usize {
        (self.a.1 - self.a.0).min(self.b.1 - self.b.0)
    }
}

/// One text made ready to be compared with many: chains of places by a few bits of their grams.
#[derive(Debug)]
pub(crate) struct Probe<'n> {
    numbers: &'n [u32],
    first: Vec<u32>,
    next: Vec<u32>,
    shift: u32,
}

const NONE: u32 = u32::MAX;

impl<'n> Probe<'n> {
    pub(crate) fn new(numbers: &'n [u32]) -> Self {
        let slots = (numbers.len() * 2).next_power_of_two().max(2);
        let shift = 64 - slots.trailing_zeros();
        let mut first = vec![NONE; slots];
        let mut next = vec![NONE; numbers.len()];
        let all: Vec<u64> = grams(numbers).collect();
        // From the end, so that chains run from the head of the text.
        for (at, &hash) in all.iter().enumerate().rev() {
            let at32 = u32::try_from(at).unwrap_or(NONE);
            if let (Some(head), Some(link)) = (first.get_mut((hash >> shift) as usize), next.get_mut(at)) {
                *link = std::mem::replace(head, at32);
            }
        }
        Self { numbers, first, next, shift }
    }

    /// The runs in the order of `other`; no word of either side stands in two. `a` is this text, `b` the other.
    pub(crate) fn runs(&self, other: &[u32]) -> Vec<Run> {
        let mut taken = vec![false; self.numbers.len()];
        let seeds = self.seeds(other, &mut taken);
        self.grown(other, &seeds, &mut taken)
    }

    /// The runs of [`GRAM`] words and more.
    fn seeds(&self, other: &[u32], taken: &mut [bool]) -> Vec<Run> {
        let mut runs: Vec<Run> = Vec::new();
        let mut free = 0;
        for (b, hash) in grams(other).enumerate() {
            let head = self.first.get((hash >> self.shift) as usize).copied().unwrap_or(NONE);
            if head == NONE || b < free {
                continue;
            }
            let after = runs.last().map(|run| (run.a + run.len, run.b + run.len));
            if let Some(run) = self.longest(head, other, b, taken, after) {
                taken.iter_mut().skip(run.a).take(run.len).for_each(|t| *t = true);
                free = b + run.len;
                runs.push(run);
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
            let len = equal(self.numbers, other, (a, b), other.len(), taken);
            let follows = after.is_some_and(|(end_a, end_b)| a >= end_a && a - end_a <= b - end_b + MAX_GAP);
            if len >= GRAM && best.is_none_or(|(f, run)| (len, follows) > (run.len, f)) {
                best = Some((follows, Run { a, b, len }));
            }
            place = self.next.get(a).copied().unwrap_or(NONE);
        }
        best.map(|(_, run)| run)
    }

    /// The seeds with the shorter runs beyond their ends, each side no further than the next seed.
    fn grown(&self, other: &[u32], seeds: &[Run], taken: &mut [bool]) -> Vec<Run> {
        let mut out: Vec<Run> = Vec::with_capacity(seeds.len() * 2);
        for (at, &seed) in seeds.iter().enumerate() {
            let floor = out.last().map_or(0, |run| run.b + run.len);
            let mut before = Vec::new();
            let mut from = (seed.a, seed.b);
            while let Some(run) = self.step_back(other, from, floor, taken) {
                mark(taken, &run);
                from = (run.a, run.b);
                before.push(run);
            }
            out.extend(before.into_iter().rev());
            out.push(seed);
            let ceiling = seeds.get(at + 1).map_or(other.len(), |next| next.b);
            let mut from = (seed.a + seed.len, seed.b + seed.len);
            while let Some(run) = self.step_on(other, from, ceiling, taken) {
                mark(taken, &run);
                from = (run.a + run.len, run.b + run.len);
                out.push(run);
            }
        }
        out
    }

    fn step_on(&self, other: &[u32], from: (usize, usize), ceiling: usize, taken: &[bool]) -> Option<Run> {
        STEPS.iter().find_map(|&(skip_a, skip_b)| {
            let (a, b) = (from.0 + skip_a, from.1 + skip_b);
            let len = equal(self.numbers, other, (a, b), ceiling, taken);
            self.telling(a, len, skip_a, skip_b).then_some(Run { a, b, len })
        })
    }

    fn step_back(&self, other: &[u32], from: (usize, usize), floor: usize, taken: &[bool]) -> Option<Run> {
        STEPS.iter().find_map(|&(skip_a, skip_b)| {
            let (end_a, end_b) = (from.0.checked_sub(skip_a)?, from.1.checked_sub(skip_b)?);
            let mine = self.numbers.get(..end_a)?.iter().zip(taken.get(..end_a)?).rev();
            let theirs = other.get(floor..end_b)?.iter().rev();
            let len =
                mine.zip(theirs).take_while(|((mine, taken), theirs)| mine == theirs && !**taken).count();
            let (a, b) = (end_a - len, end_b - len);
            self.telling(a, len, skip_a, skip_b).then_some(Run { a, b, len })
        })
    }

    /// Two words in a row stand by chance at many places: more, or a long one among them, or only one word changed.
    fn telling(&self, a: usize, len: usize, skip_a: usize, skip_b: usize) -> bool {
        let long = || self.numbers.get(a..a + len).unwrap_or(&[]).iter().any(|&number| is_long(number));
        len > 2 || len == 2 && ((skip_a <= 1 && skip_b <= 1) || long())
    }
}

/// Equal words from these places on, none of `a` taken, none of `b` at `ceiling` or beyond.
fn equal(mine: &[u32], other: &[u32], (a, b): (usize, usize), ceiling: usize, taken: &[bool]) -> usize {
    let mine = mine.get(a..).unwrap_or(&[]).iter().zip(taken.get(a..).unwrap_or(&[]));
    mine.zip(other.get(b..ceiling).unwrap_or(&[]))
        .take_while(|((mine, taken), theirs)| mine == theirs && !**taken)
        .count()
}

fn mark(taken: &mut [bool], run: &Run) {
    taken.iter_mut().skip(run.a).take(run.len).for_each(|t| *t = true);
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
