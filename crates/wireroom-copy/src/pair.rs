//! Two texts and what stands between them: shares of words in common, and whether that makes them one text.
//! It refuses to decide on a few shared lines: quotes and boilerplate are not a copy.
//! Start at [`compare`] and [`Pair::is_copy`].

use crate::align::count;
use crate::print::place;
use crate::runs::{Probe, Run, Stretch, passages};
use serde::{Deserialize, Serialize};
use wireroom_model::Relation;

/// From this share of the shorter text on, two texts are copies whatever the shape of what they share.
const COPY_SHARE: f64 = 0.5;

/// From this share on they are copies if one passage is long: a copy with foreign paragraphs or damaged letters
/// keeps whole paragraphs, two reports of one statement share lines. On copies-a this lifts the pair F1 from .941
/// to .960 at precision .999 (without the long passage .987, but on stories-2025-a that takes in thirty pairs
/// which share only a statement's lines).
const PASSAGE_SHARE: f64 = 0.33;

/// A long passage: this share of the shorter text ...
const PASSAGE_PART: f64 = 0.2;

/// ... and at least this many words.
const PASSAGE_WORDS: u32 = 40;

/// Fewer matched words than this say nothing unless the texts are equal.
const COPY_WORDS: u32 = 20;

/// Two texts that credit the same agency are copies from this share on ...
const AGENCY_SHARE: f64 = 0.18;

/// ... if at least this many runs ...
const AGENCY_RUNS: u32 = 5;

/// ... have this many words or more.
const AGENCY_RUN_WORDS: usize = 8;

/// So many names and figures at least can tell a template from a copy.
const TELLING_FACTS: usize = 6;

/// Where fewer of the names and figures inside the passages agree, the two are fillings of one template (two
/// matches, two auctions); figures are counted on their own too (the market tables of two days). Counted inside the passages alone, a foreign paragraph in a copy does no harm.
const FACTS_SHARE: f64 = 0.5;

/// An outlet prints its own stock under every text: of two texts of one outlet this part of the names and figures
/// to be expected with the words in common must agree, over the whole text.
const OWN_FACTS_SHARE: f64 = 0.75;

/// A copy that keeps at least this share of the anchor is an edited whole, below it an excerpt.
pub(crate) const EDITED_SHARE: f64 = 0.5;

/// What tells a template from a copy: a text's words, its names and figures with their places, its outlet.
#[derive(Debug)]
pub(crate) struct Facts<'t> {
    pub numbers: &'t [u32],
    pub facts: &'t [(u16, u32)],
    pub outlet: Option<u64>,
}

/// The figures of one pair, seen from one side.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub(crate) struct Pair {
    /// The share of this text's words that stand in the other.
    pub mine: f64,
    /// The share of the other's words that stand in this one.
    pub theirs: f64,
    /// Words equal in both.
    pub equal: u32,
    pub longest: u32,
    /// Words of the longest passage over small edits.
    pub passage: u32,
    /// Words of the shorter text.
    pub shorter: u32,
    /// Runs of [`AGENCY_RUN_WORDS`] and more.
    pub long_runs: u32,
    /// Every word of both, in order.
    pub same: bool,
}

/// Compares the probe's text (`mine`) with another.
pub(crate) fn compare(probe: &Probe<'_>, mine: &[u32], theirs: &[u32]) -> Pair {
    compared(probe, mine, theirs).0
}

/// The same with the passages; none where the texts are equal.
pub(crate) fn compared(probe: &Probe<'_>, mine: &[u32], theirs: &[u32]) -> (Pair, Vec<Stretch>) {
    if mine == theirs {
        let len = mine.len();
        let long_runs = u32::from(len >= AGENCY_RUN_WORDS);
        let all = count(len);
        let pair = Pair {
            mine: 1.0,
            theirs: 1.0,
            equal: all,
            longest: all,
            passage: all,
            shorter: all,
            long_runs,
            same: true,
        };
        return (pair, Vec::new());
    }
    let runs = probe.runs(theirs);
    let stretches = passages(&runs);
    let share = |words: fn(&Stretch) -> usize, all: usize| {
        stretches.iter().map(words).sum::<usize>() as f64 / all.max(1) as f64
    };
    let pair = Pair {
        mine: share(|s| s.a.1 - s.a.0, mine.len()),
        theirs: share(|s| s.b.1 - s.b.0, theirs.len()),
        equal: count(runs.iter().map(|run| run.len).sum()),
        longest: count(runs.iter().map(|run| run.len).max().unwrap_or(0)),
        passage: count(stretches.iter().map(|s| (s.a.1 - s.a.0).min(s.b.1 - s.b.0)).max().unwrap_or(0)),
        shorter: count(mine.len().min(theirs.len())),
        long_runs: count(runs.iter().filter(|Run { len, .. }| *len >= AGENCY_RUN_WORDS).count()),
        same: false,
    };
    (pair, stretches)
}

impl Pair {
    /// The same pair from the other side.
    pub(crate) const fn turned(self) -> Self {
        Self { mine: self.theirs, theirs: self.mine, ..self }
    }

    /// The share of the shorter text (or the better contained one).
    pub(crate) const fn containment(self) -> f64 {
        self.mine.max(self.theirs)
    }

    /// True where the two are printings of one text.
    pub(crate) fn is_copy(self, one_agency: bool) -> bool {
        if self.same {
            return true;
        }
        let share = self.containment();
        let long = f64::from(PASSAGE_WORDS).max(f64::from(self.shorter) * PASSAGE_PART);
        let needed = if f64::from(self.passage) >= long { PASSAGE_SHARE } else { COPY_SHARE };
        (share >= needed && self.equal >= COPY_WORDS)
            || (one_agency && share >= AGENCY_SHARE && self.long_runs >= AGENCY_RUNS)
    }

    /// True where the words are the same and what they speak of is not: the names and figures of the text that
    /// stands in the other are not among the other's words. Facts as `numbers_and_facts` gives them.
    pub(crate) fn is_template(self, stretches: &[Stretch], mine: &Facts<'_>, theirs: &Facts<'_>) -> bool {
        let (inner, whole, ranges): (_, _, Vec<(usize, usize)>) = if self.mine >= self.theirs {
            (mine, theirs, stretches.iter().map(|s| s.a).collect())
        } else {
            (theirs, mine, stretches.iter().map(|s| s.b).collect())
        };
        if self.same || inner.facts.len() < TELLING_FACTS {
            return false;
        }
        let mut words = whole.numbers.to_vec();
        words.sort_unstable();
        let agree = |counts: &dyn Fn(usize, bool) -> bool, share: f64| {
            let facts = inner.facts.iter().filter(|(mark, _)| {
                let (at, figure) = place(*mark);
                counts(at, figure)
            });
            let (all, shared) = facts.fold((0_usize, 0_usize), |(all, shared), (_, fact)| {
                (all + 1, shared + usize::from(words.binary_search(fact).is_ok()))
            });
            all < TELLING_FACTS || shared as f64 >= all as f64 * share
        };
        let inside = |at: usize| ranges.iter().any(|&(from, to)| (from..to).contains(&at));
        let one_outlet = inner.outlet.is_some() && inner.outlet == whole.outlet;
        !agree(&|at, _| inside(at), FACTS_SHARE)
            || !agree(&|at, figure| figure && inside(at), FACTS_SHARE)
            || one_outlet && !agree(&|_, _| true, self.containment() * OWN_FACTS_SHARE)
    }

    /// How the shorter of two copies stands to the longer, from whichever side.
    pub(crate) fn relation_of_both(self) -> Relation {
        Self { theirs: self.mine.min(self.theirs), ..self }.relation()
    }

    /// How this text stands to its anchor.
    pub(crate) const fn relation(self) -> Relation {
        if self.same {
            Relation::Verbatim
        } else if self.theirs >= EDITED_SHARE {
            Relation::Edited
        } else {
            Relation::Excerpt
        }
    }
}
