//! Two texts and what stands between them: shares of words in common, and whether that makes them one text.
//! It refuses to decide on a few shared lines: quotes and boilerplate are not a copy.
//! Start at [`compare`] and [`Pair::is_copy`].

use crate::align::count;
use crate::print::place;
use crate::runs::{Probe, Run, Stretch, passages};
use serde::{Deserialize, Serialize};
use wireroom_model::Relation;

/// From this share on two texts are copies whatever the rest says, templates aside.
const MOST: f64 = 0.8;

/// From this share of the told words on (quotations and stock count less) two texts are copies whatever the shape of
/// what they share.
const COPY_SHARE: f64 = 0.5;

/// Two texts of one outlet share its stock; they are copies only from this share of the told words on.
const OWN_SHARE: f64 = 0.6;

/// From this share of the told words on they are copies if they share several parts, one of them long: a copy with
/// foreign paragraphs or damaged letters keeps parts of many paragraphs, an inserted paragraph or the lines of one
/// statement stand in one. On copies-a this finds .980 of the heavily edited copies and .954 of those with damaged
/// letters where half of the told words alone finds .938 and .857, and takes in 14 wrong pairs where any long passage
/// took 38.
const PARTS_SHARE: f64 = 0.3;

/// Parts of at least this many words ...
const PART_WORDS: usize = 10;

/// ... so many of them ...
const PARTS: usize = 2;

/// ... and the longest of this share of the shorter text ...
const PASSAGE_PART: f64 = 0.15;

/// ... and of at least this many words.
const PASSAGE_WORDS: u32 = 25;

/// What a share counts that lies in one part.
const ONE_PART: f64 = 0.8;

/// What a word between quotation marks, or of a passage that stands in many unrelated texts, counts in the share.
const LIGHT: f64 = 0.1;

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

/// One of two texts as the decision sees it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Side<'t> {
    pub numbers: &'t [u32],
    pub facts: &'t [(u16, u32)],
    pub quotes: &'t [(u16, u16)],
    pub agency: Option<u64>,
    pub outlet: Option<u64>,
}

impl Side<'_> {
    /// The share of this text's words that the ranges hold, where quoted words and the words of light ranges
    /// count little.
    fn told(&self, ranges: impl Iterator<Item = ((usize, usize), bool)>) -> f64 {
        let weigh = |words: usize, quoted: usize| (words - quoted) as f64 + quoted as f64 * LIGHT;
        let all = (0, self.numbers.len());
        let held: f64 = ranges
            .map(|(range, light)| {
                let words = range.1 - range.0;
                weigh(words, if light { words } else { self.quoted(range) })
            })
            .sum();
        held / weigh(all.1, self.quoted(all)).max(1.0)
    }

    /// The words of a range that stand between quotation marks.
    fn quoted(&self, (from, to): (usize, usize)) -> usize {
        let quotes = self.quotes.iter().map(|&(a, b)| (usize::from(a).max(from), usize::from(b).min(to)));
        quotes.map(|(a, b)| b.saturating_sub(a)).sum()
    }
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
    /// Passages of [`PART_WORDS`] and more.
    pub parts: u32,
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
            parts: 1,
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
        passage: count(stretches.iter().map(Stretch::shorter).max().unwrap_or(0)),
        shorter: count(mine.len().min(theirs.len())),
        parts: count(stretches.iter().filter(|s| s.shorter() >= PART_WORDS).count()),
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

    /// How well the other holds this text, for the choice between several that do: one part alone may be a paragraph
    /// inserted into this text, so it counts less than as much in several. On copies-a this sets right two heavily
    /// edited copies of 546 that went with the text of their inserted paragraph.
    pub(crate) fn hold(self) -> f64 {
        if self.parts as usize >= PARTS || self.mine >= MOST { self.mine } else { self.mine * ONE_PART }
    }

    /// True where the two are printings of one text, as far as the two texts alone can tell.
    pub(crate) fn is_copy(self, stretches: &[Stretch], mine: &Side<'_>, theirs: &Side<'_>) -> bool {
        let plain = || vec![false; stretches.len()];
        self.same
            || self.is_copy_beside(stretches, mine, theirs, &plain())
                && !self.is_template(stretches, mine, theirs)
    }

    /// True where they share enough even if the stretches marked as common stock count little.
    pub(crate) fn is_copy_beside(
        self,
        stretches: &[Stretch],
        mine: &Side<'_>,
        theirs: &Side<'_>,
        stock: &[bool],
    ) -> bool {
        let share = self.containment();
        if share < AGENCY_SHARE || self.equal < COPY_WORDS {
            return false;
        }
        if share >= MOST {
            return true;
        }
        let held = || stretches.iter().zip(stock.iter().copied());
        let my_told = mine.told(held().map(|(s, light)| (s.a, light)));
        let told = my_told.max(theirs.told(held().map(|(s, light)| (s.b, light))));
        if mine.outlet.is_some() && mine.outlet == theirs.outlet {
            return told >= OWN_SHARE;
        }
        let long = f64::from(PASSAGE_WORDS).max(f64::from(self.shorter) * PASSAGE_PART);
        let parts = held().filter(|(s, light)| !light && s.shorter() >= PART_WORDS).count();
        let one_agency = mine.agency.is_some() && mine.agency == theirs.agency;
        told >= COPY_SHARE
            || told >= PARTS_SHARE && parts >= PARTS && f64::from(self.passage) >= long
            || one_agency && told >= AGENCY_SHARE && self.long_runs >= AGENCY_RUNS
    }

    /// True where the texts share so much that stock in it changes nothing.
    pub(crate) const fn is_beyond_stock(self) -> bool {
        self.containment() >= MOST
    }

    /// True where the words are the same and what they speak of is not: the names and figures of the text that
    /// stands in the other are not among the other's words.
    fn is_template(self, stretches: &[Stretch], mine: &Side<'_>, theirs: &Side<'_>) -> bool {
        let (inner, whole, ranges): (_, _, Vec<(usize, usize)>) = if self.mine >= self.theirs {
            (mine, theirs, stretches.iter().map(|s| s.a).collect())
        } else {
            (theirs, mine, stretches.iter().map(|s| s.b).collect())
        };
        let facts = inner.facts;
        if facts.len() < TELLING_FACTS {
            return false;
        }
        let mut words = whole.numbers.to_vec();
        words.sort_unstable();
        let agree = |counts: &dyn Fn(usize, bool) -> bool, share: f64| {
            let facts = facts.iter().filter(|(mark, _)| {
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
