//! Two texts and what stands between them: shares of words in common, and whether that makes them one text.
//! It refuses to decide on a few shared lines: quotes and boilerplate are not a copy.
//! Start at [`compare`] and [`Pair::is_copy`].

use crate::align::count;
use crate::print::{MAX_FACTS, MAX_PARAGRAPHS, place};
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

/// They are copies too if they share several parts, one of them long: a copy with foreign paragraphs or damaged letters
/// keeps parts of many paragraphs, an inserted paragraph or the lines of one statement stand in one. From which share of
/// the told words on, how many words the longest part has, and what part of the shorter text it is. In a long text two
/// paragraphs are long whatever part of it they are: two papers that each built on one agency's report share .39. On
/// copies-a this finds .984 of the heavily edited copies where half of the told words alone finds .938, and takes in 17
/// wrong pairs where any long passage took 38.
const LONG_PARTS: [(f64, f64, f64); 3] = [(0.3, 25.0, 0.15), (0.36, 70.0, 0.0), (0.4, 18.0, 0.15)];

/// ... and if they hold this share of the paragraphs that they touch, on both sides. Of the heavily edited copies of
/// copies-a that are told by their parts all hold .94 and more; reports that pass on sentences of one statement in news
/// that was read by hand hold .4 to .76.
const WHOLE_PARAGRAPHS: f64 = 0.77;

/// A paragraph is touched from so many words on.
const TOUCHED_WORDS: usize = 8;

/// A text whose paragraphs are longer on average has lost them.
const PARAGRAPH_WORDS: usize = 150;

/// A part has at least this many words ...
const PART_WORDS: usize = 10;

/// ... so many of them are several.
const PARTS: usize = 2;

/// What a share counts that lies in one part.
const ONE_PART: f64 = 0.8;

/// What a word between quotation marks, or of a passage that stands in many unrelated texts, counts in the share.
const LIGHT: f64 = 0.1;

/// Of a text with so many words outside quotations ...
const OWN_WORDS: usize = 30;

/// ... a copy has this share of them at least, word for word: two reports of one speech may quote most of it.
const LEAST_OWN: f64 = 0.1;

/// Fewer matched words than this say nothing unless the texts are equal.
const COPY_WORDS: u32 = 20;

/// The longest passage of two copies has so many words, or this part of the shorter text: shorter ones are set phrases,
/// however many they are.
const LEAST_PASSAGE: (f64, f64) = (15.0, 0.33);

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

/// Where the words in common name or count something less than once in so many words (a report does once in ten) ...
const FURNITURE_WORDS: usize = 120;

/// ... and so many times less often than the rest, they are furniture.
const FURNITURE: f64 = 10.0;

/// An outlet prints its own stock under every text: of two texts of one outlet this part of the names and figures
/// to be expected with the words in common must agree, over the whole text.
const OWN_FACTS_SHARE: f64 = 0.75;

/// A copy that keeps at least this share of the anchor is an edited whole, below it an excerpt.
pub(crate) const EDITED_SHARE: f64 = 0.5;

/// A half-open range of words.
type Range = (usize, usize);

/// What two texts have in common; nothing where they are equal.
#[derive(Debug, Clone, Default)]
pub(crate) struct Common {
    pub runs: Vec<Run>,
    pub stretches: Vec<Stretch>,
}

/// One of two texts as the decision sees it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Side<'t> {
    pub numbers: &'t [u32],
    pub facts: &'t [(u16, u32)],
    pub quotes: &'t [(u16, u16)],
    pub paragraphs: &'t [u16],
    pub agency: Option<u64>,
    pub outlet: Option<u64>,
}

impl Side<'_> {
    /// The share of this text's words that the passages hold, where quoted words and the words of light passages
    /// count little. None of it where the runs are all quotation in a text that has words of its own.
    fn told(&self, runs: impl Iterator<Item = Range>, passages: impl Iterator<Item = (Range, bool)>) -> f64 {
        let (all, all_quoted) = (self.numbers.len(), self.quoted((0, self.numbers.len())));
        let own = all - all_quoted;
        let equal: usize = runs.map(|run| run.1 - run.0 - self.quoted(run)).sum();
        if own >= OWN_WORDS && (equal as f64) < own as f64 * LEAST_OWN {
            return 0.0;
        }
        let weigh = |words: usize, light: usize| (words - light) as f64 + light as f64 * LIGHT;
        let held: f64 = passages
            .map(|(range, light)| {
                let words = range.1 - range.0;
                weigh(words, if light { words } else { self.quoted(range) })
            })
            .sum();
        held / weigh(all, all_quoted).max(1.0)
    }

    /// The words of a range that stand between quotation marks.
    fn quoted(&self, (from, to): Range) -> usize {
        let quotes = self.quotes.iter().map(|&(a, b)| (usize::from(a).max(from), usize::from(b).min(to)));
        quotes.map(|(a, b)| b.saturating_sub(a)).sum()
    }

    /// The share of the paragraphs that the ranges touch which they hold: a copy takes paragraphs over, a report on the
    /// same thing takes sentences into its own. `None` where the text has no paragraphs to speak of.
    fn whole_paragraphs(&self, ranges: &[Range]) -> Option<f64> {
        let words = self.numbers.len();
        if self.paragraphs.len() >= MAX_PARAGRAPHS || words > self.paragraphs.len() * PARAGRAPH_WORDS {
            return None;
        }
        let ends = self.paragraphs.iter().skip(1).copied().map(usize::from).chain(std::iter::once(words));
        let (mut held, mut all) = (0, 0);
        for (from, to) in self.paragraphs.iter().copied().map(usize::from).zip(ends) {
            let inside: usize = ranges.iter().map(|r| r.1.min(to).saturating_sub(r.0.max(from))).sum();
            if inside >= TOUCHED_WORDS {
                (held, all) = (held + inside, all + to - from);
            }
        }
        (all > 0).then(|| held as f64 / all as f64)
    }

    /// True where what the ranges hold names and counts next to nothing and the rest of the text does: the furniture
    /// of a house around its reports.
    fn names_only_outside(&self, ranges: &[Range]) -> bool {
        if self.facts.len() >= MAX_FACTS {
            return false;
        }
        let inside = |at: usize| ranges.iter().any(|&(from, to)| (from..to).contains(&at));
        let held = self.facts.iter().filter(|(mark, _)| inside(place(*mark).0)).count();
        let other = self.facts.len() - held;
        let held_words: usize = ranges.iter().map(|(from, to)| to - from).sum();
        let other_words = self.numbers.len() - held_words;
        other >= TELLING_FACTS
            && held * FURNITURE_WORDS < held_words
            && (held * other_words) as f64 * FURNITURE < (other * held_words) as f64
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

/// The same with what they have in common.
pub(crate) fn compared(probe: &Probe<'_>, mine: &[u32], theirs: &[u32]) -> (Pair, Common) {
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
        return (pair, Common::default());
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
    (pair, Common { runs, stretches })
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
    pub(crate) fn is_copy(self, common: &Common, mine: &Side<'_>, theirs: &Side<'_>) -> bool {
        let plain = vec![false; common.stretches.len()];
        self.same
            || self.is_copy_beside(common, mine, theirs, &plain)
                && !self.is_template(&common.stretches, mine, theirs)
    }

    /// True where they share enough even if the stretches marked as common stock count little.
    pub(crate) fn is_copy_beside(
        self,
        common: &Common,
        mine: &Side<'_>,
        theirs: &Side<'_>,
        stock: &[bool],
    ) -> bool {
        let share = self.containment();
        let (passage, shorter) = (f64::from(self.passage), f64::from(self.shorter));
        let scrambled = passage < LEAST_PASSAGE.0.min(shorter * LEAST_PASSAGE.1);
        if share < AGENCY_SHARE || self.equal < COPY_WORDS {
            return false;
        }
        let runs = || common.runs.iter();
        let held = || common.stretches.iter().zip(stock.iter().copied());
        let my_told =
            mine.told(runs().map(|run| (run.a, run.a + run.len)), held().map(|(s, light)| (s.a, light)));
        let their_told =
            theirs.told(runs().map(|run| (run.b, run.b + run.len)), held().map(|(s, light)| (s.b, light)));
        let told = my_told.max(their_told);
        if share >= MOST && told > 0.0 {
            return !scrambled;
        }
        if mine.outlet.is_some() && mine.outlet == theirs.outlet {
            return told >= OWN_SHARE && !scrambled;
        }
        let long =
            |(least, words, part): (f64, f64, f64)| told >= least && passage >= words.max(shorter * part);
        let whole = || {
            let mine = mine.whole_paragraphs(&common.stretches.iter().map(|s| s.a).collect::<Vec<_>>());
            let theirs = theirs.whole_paragraphs(&common.stretches.iter().map(|s| s.b).collect::<Vec<_>>());
            mine.into_iter().chain(theirs).all(|share| share >= WHOLE_PARAGRAPHS)
        };
        let parts = held().filter(|(s, light)| !light && s.shorter() >= PART_WORDS).count();
        let one_agency = mine.agency.is_some() && mine.agency == theirs.agency;
        told >= COPY_SHARE && !scrambled
            || parts >= PARTS && LONG_PARTS.into_iter().any(long) && whole()
            || one_agency && told >= AGENCY_SHARE && self.long_runs >= AGENCY_RUNS
    }

    /// True where the texts share so much that the one is no stranger to the other.
    pub(crate) const fn is_kin(self) -> bool {
        self.containment() >= COPY_SHARE
    }

    /// True where the texts share so much that stock in it changes nothing.
    pub(crate) const fn is_beyond_stock(self) -> bool {
        self.containment() >= MOST
    }

    /// True where the words are the same and what they speak of is not: the names and figures of the text that
    /// stands in the other are not among the other's words.
    fn is_template(self, stretches: &[Stretch], mine: &Side<'_>, theirs: &Side<'_>) -> bool {
        let (inner, whole, ranges): (_, _, Vec<Range>) = if self.mine >= self.theirs {
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
        inner.names_only_outside(&ranges)
            || !agree(&|at, _| inside(at), FACTS_SHARE)
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
