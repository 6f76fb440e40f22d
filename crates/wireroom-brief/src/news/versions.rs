//! Two versions of one text: what the later one tells that the earlier one did not, and the other way round.
//! Sentences that stand in both, wherever, are no change; of the others those that say the same but for a value are laid
//! side by side, and what is left is judged by what stood in its place. It refuses to call anything reworded that
//! brings a new name, number or day. Start at [`compare`].

use super::likeness::{alone, laid, opening};
use super::lines::{Line, RUN, Text, run};
use std::collections::{BTreeMap, BTreeSet};
use wireroom_text::hash::word_v1;

/// One difference, by the places of its sentences (and of values and quotes within them).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Difference {
    Figure {
        before: (usize, usize),
        after: (usize, usize),
    },
    /// A quote of the later text, by its number there.
    Quote(usize),
    Fact(usize),
    Withdrawn(usize),
    Reworded {
        before: usize,
        after: usize,
    },
}

/// Share of both sentences' words that makes one an edited form of the other. This and the shares below were set on
/// the open version pairs (`cargo eval news`).
const EDITED: f64 = 0.7;
/// Share of a sentence's runs of words that stand in the other version: cut out or joined, and not new.
const STANDS: f64 = 0.8;
/// The same of a quote: trimmed or whole.
const SAID: f64 = 0.6;
/// Words that carry matter and came or went with an edit: from here on it tells more, or less.
const CLAUSE: usize = 4;
/// Share of the shorter sentence's stems, for two that stand in different places.
const ELSEWHERE: f64 = 0.5;
const MIN_ELSEWHERE: usize = 3;
/// Share of what follows one opening ("Mayor Ines Wark ...") below which two sentences say two things of one person.
const SAME_REST: f64 = 0.6;
/// Sentences of either version that are laid beside each other.
const MAX_LEFT: usize = 200;

/// What differs, in the order of the later text.
pub(super) fn compare(before: &Text<'_>, after: &Text<'_>) -> Vec<Difference> {
    let mut pair = Pair::new(before, after);
    pair.equal();
    pair.edited();
    pair.quoted();
    pair.standing();
    pair.replaced();
    pair.rest();
    pair.found.sort_by_key(|(place, _)| *place);
    pair.found.into_iter().map(|(_, difference)| difference).collect()
}

/// Share of the runs of words that are among others'; one word fewer than a run has none.
pub(super) fn known_share(words: &[u64], runs: &BTreeSet<u64>) -> Option<f64> {
    let all = words.windows(RUN).count();
    let known = words.windows(RUN).filter(|words| runs.contains(&run(words))).count();
    (all > 0).then(|| known as f64 / all as f64)
}

struct Pair<'p, 'a> {
    before: &'p Text<'a>,
    after: &'p Text<'a>,
    /// For each sentence: it is settled.
    old: Vec<bool>,
    new: Vec<bool>,
    /// Sentences of both that stand for each other: later to earlier.
    anchors: BTreeMap<usize, usize>,
    /// Each with its place in the later text.
    found: Vec<((usize, u8, usize), Difference)>,
}

impl<'p, 'a> Pair<'p, 'a> {
    fn new(before: &'p Text<'a>, after: &'p Text<'a>) -> Self {
        let settled = |text: &Text<'_>| text.lines.iter().map(|line| !line.tells).collect();
        let (old, new) = (settled(before), settled(after));
        Self { before, after, old, new, anchors: BTreeMap::new(), found: Vec::new() }
    }

    fn open_old(&self) -> Vec<(usize, &'p Line)> {
        open(&self.before.lines, &self.old)
    }

    fn open_new(&self) -> Vec<(usize, &'p Line)> {
        open(&self.after.lines, &self.new)
    }

    fn settle(&mut self, before: usize, after: usize) {
        for (list, at) in [(&mut self.old, before), (&mut self.new, after)] {
            if let Some(flag) = list.get_mut(at) {
                *flag = true;
            }
        }
        self.anchors.insert(after, before);
    }

    fn tell(&mut self, after: usize, difference: Difference) {
        let (turn, within) = match difference {
            Difference::Withdrawn(before) => (0, before),
            Difference::Figure { after: (_, value), .. } => (1, value),
            _ => (2, 0),
        };
        self.found.push(((after, turn, within), difference));
    }

    /// Sentences of the same words, wherever they stand.
    fn equal(&mut self) {
        let mut places: BTreeMap<u64, Vec<usize>> = BTreeMap::new();
        for (at, line) in self.before.lines.iter().enumerate().rev() {
            places.entry(line.key).or_default().push(at);
        }
        for (at, line) in self.after.lines.iter().enumerate() {
            // Said twice in one version and once in the other: still said.
            let Some(held) = places.get_mut(&line.key) else { continue };
            let one = if held.len() > 1 { held.pop() } else { held.first().copied() };
            if let Some(one) = one {
                self.settle(one, at);
            }
        }
        let keys: BTreeSet<u64> = self.after.lines.iter().map(|line| line.key).collect();
        for (line, flag) in self.before.lines.iter().zip(&mut self.old) {
            *flag |= keys.contains(&line.key);
        }
    }

    /// Sentences that are each other but for some words: their values, and what came or went.
    fn edited(&mut self) {
        let mut pairs: Vec<(f64, usize, usize)> = Vec::new();
        for (old, one) in self.open_old() {
            for (new, two) in self.open_new() {
                let longer = one.len().max(two.len());
                if one.len().min(two.len()) * 4 < longer {
                    continue;
                }
                let share = laid(one, two).share(one, two);
                if share >= EDITED {
                    pairs.push((share, old, new));
                }
            }
        }
        pairs.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| (a.2, a.1).cmp(&(b.2, b.1))));
        for (_, old, new) in pairs {
            if self.old.get(old) == Some(&false) && self.new.get(new) == Some(&false) {
                self.settle(old, new);
                self.edit(old, new);
            }
        }
    }

    fn edit(&mut self, old: usize, new: usize) {
        let (Some(one), Some(two)) = (self.before.lines.get(old), self.after.lines.get(new)) else { return };
        let mut figures = 0;
        for (a, b) in figure_changes(one, two) {
            figures += 1;
            self.tell(new, Difference::Figure { before: (old, a), after: (new, b) });
        }
        match edit(one, two) {
            Edit::Other => {
                self.tell(new, Difference::Withdrawn(old));
                self.tell(new, Difference::Fact(new));
            }
            Edit::More => self.tell(new, Difference::Fact(new)),
            Edit::Less => self.tell(new, Difference::Withdrawn(old)),
            Edit::Words if figures == 0 => self.tell(new, Difference::Reworded { before: old, after: new }),
            Edit::Words | Edit::Nothing => {}
        }
    }

    /// Direct speech whose words stand nowhere in the earlier version, with the sentences that hold it.
    fn quoted(&mut self) {
        let runs = self.before.runs();
        for (number, speech) in self.after.quotes.iter().enumerate() {
            let holding: Vec<usize> = self
                .open_new()
                .into_iter()
                .filter(|(_, l)| l.quotes.contains(&number))
                .map(|(at, _)| at)
                .collect();
            let Some(first) = holding.first() else { continue };
            if known_share(&speech.words, &runs).is_none_or(|share| share < SAID) {
                self.tell(*first, Difference::Quote(number));
                for at in holding {
                    self.new.get_mut(at).into_iter().for_each(|flag| *flag = true);
                }
            }
        }
    }

    /// Sentences cut in two, joined, or moved with a word.
    fn standing(&mut self) {
        let (before, after) = (self.before.runs(), self.after.runs());
        let stands = |line: &Line, runs: &BTreeSet<u64>| {
            let words: Vec<u64> = line.tokens.iter().map(|token| token.hash).collect();
            known_share(&words, runs).is_some_and(|share| share >= STANDS)
        };
        for (at, _) in self.open_new().into_iter().filter(|(_, line)| stands(line, &before)) {
            self.new.get_mut(at).into_iter().for_each(|flag| *flag = true);
        }
        for (at, _) in self.open_old().into_iter().filter(|(_, line)| stands(line, &after)) {
            self.old.get_mut(at).into_iter().for_each(|flag| *flag = true);
        }
    }

    /// What stands where another sentence stood, or has most of its words: the same said otherwise, or not.
    fn replaced(&mut self) {
        let slots = Slots::new(&self.anchors);
        let common = self.common();
        let mut pairs: Vec<(f64, usize, usize)> = Vec::new();
        for (old, one) in self.open_old() {
            for (new, two) in self.open_new() {
                let shared: Vec<u64> =
                    one.content.iter().copied().filter(|s| two.content.binary_search(s).is_ok()).collect();
                let shorter = one.content.len().min(two.content.len()).max(1);
                let telling = shared.iter().any(|stem| !common.contains(stem)) || shared.len() > 1;
                let share = shared.len() as f64 / shorter as f64;
                let here = slots.of_old(old) == slots.of_new(new);
                let near = here && telling || shared.len() >= MIN_ELSEWHERE && share >= ELSEWHERE;
                if near && is_reworded(one, two) {
                    pairs.push((share + if here { 1.0 } else { 0.0 }, old, new));
                }
            }
        }
        pairs.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| (a.2, a.1).cmp(&(b.2, b.1))));
        for (_, old, new) in pairs {
            if self.old.get(old) == Some(&false) && self.new.get(new) == Some(&false) {
                self.settle(old, new);
                self.tell(new, Difference::Reworded { before: old, after: new });
            }
        }
    }

    /// Stems that stand in many sentences: one of them in common says nothing.
    fn common(&self) -> BTreeSet<u64> {
        const MANY: usize = 4;
        let mut counts: BTreeMap<u64, usize> = BTreeMap::new();
        for stem in self.before.lines.iter().flat_map(|line| &line.content) {
            *counts.entry(*stem).or_default() += 1;
        }
        counts.into_iter().filter(|(_, count)| *count >= MANY).map(|(stem, _)| stem).collect()
    }

    fn rest(&mut self) {
        for (at, _) in self.open_new() {
            self.tell(at, Difference::Fact(at));
        }
        let slots = Slots::new(&self.anchors);
        for (at, _) in self.open_old() {
            self.tell(slots.of_old(at), Difference::Withdrawn(at));
        }
    }
}

fn open<'t>(lines: &'t [Line], settled: &[bool]) -> Vec<(usize, &'t Line)> {
    let open = lines.iter().zip(settled).enumerate().filter(|(_, (_, settled))| !**settled);
    open.map(|(at, (line, _))| (at, line)).take(MAX_LEFT).collect()
}

/// The places between sentences that stand in both versions, numbered by the later text.
struct Slots {
    /// (earlier, later), both growing.
    chain: Vec<(usize, usize)>,
}

impl Slots {
    fn new(anchors: &BTreeMap<usize, usize>) -> Self {
        // The longest chain that keeps its order: a sentence that moved marks no place.
        let all: Vec<(usize, usize)> = anchors.iter().map(|(later, earlier)| (*earlier, *later)).collect();
        let mut best: Vec<(usize, Option<usize>)> = Vec::new();
        for (at, (earlier, _)) in all.iter().enumerate() {
            let from = (0..at).filter(|&i| all.get(i).is_some_and(|(e, _)| e < earlier));
            let from = from.max_by_key(|&i| best.get(i).map_or(0, |(length, _)| *length));
            let length = from.and_then(|i| best.get(i)).map_or(0, |(length, _)| *length) + 1;
            best.push((length, from));
        }
        let mut chain = Vec::new();
        let mut at = (0..best.len()).max_by_key(|&i| best.get(i).map_or(0, |(length, _)| *length));
        while let Some(i) = at {
            chain.extend(all.get(i).copied());
            at = best.get(i).and_then(|(_, from)| *from);
        }
        chain.reverse();
        Self { chain }
    }

    /// The later text's sentence that a place follows, plus one.
    fn of_old(&self, at: usize) -> usize {
        self.chain.iter().take_while(|(earlier, _)| *earlier < at).last().map_or(0, |(_, later)| later + 1)
    }

    fn of_new(&self, at: usize) -> usize {
        self.chain.iter().take_while(|(_, later)| *later < at).last().map_or(0, |(_, later)| later + 1)
    }
}

/// Values in each other's place that are not equal, by their numbers in their sentences.
pub(super) fn figure_changes(one: &Line, two: &Line) -> Vec<(usize, usize)> {
    let mut changed = Vec::new();
    for (i, j) in laid(one, two).pairs {
        let held = one.tokens.get(i).and_then(|t| t.value).zip(two.tokens.get(j).and_then(|t| t.value));
        let Some((a, b)) = held else { continue };
        let (Some(x), Some(y)) = (one.values.get(a), two.values.get(b)) else { continue };
        // Values that only changed places did not change.
        let moved = two.values.iter().any(|v| v.equals(x)) && one.values.iter().any(|v| v.equals(y));
        if !x.equals(y) && !moved {
            changed.push((a, b));
        }
    }
    changed
}

/// What an edit of one sentence did, values aside.
enum Edit {
    Nothing,
    Words,
    /// It tells more, or less.
    More,
    Less,
    /// It says another thing: another day, or the contrary.
    Other,
}

fn edit(one: &Line, two: &Line) -> Edit {
    let added = matter(two, one);
    let dropped = matter(one, two);
    let numbers = |a: &Line, b: &Line| a.numbers().filter(|v| b.values.iter().all(|w| !w.equals(v))).count();
    let paired = figure_changes(one, two).len();
    let (more, less) = (numbers(two, one).saturating_sub(paired), numbers(one, two).saturating_sub(paired));
    let dated = alone(&one.days, &two.days) > 0 && alone(&two.days, &one.days) > 0;
    let (x, y) = (negations(one), negations(two));
    if dated || x != y || two.denies != one.denies {
        return Edit::Other;
    }
    if added >= CLAUSE && added > dropped || more > 0 {
        return Edit::More;
    }
    if dropped >= CLAUSE && dropped > added || less > 0 {
        return Edit::Less;
    }
    if added + dropped > 0 { Edit::Words } else { Edit::Nothing }
}

/// Stems of one alone; an agency's names are nothing that is told.
fn matter(a: &Line, b: &Line) -> usize {
    let agencies: Vec<u64> = AGENCIES.iter().map(|name| word_v1(name)).collect();
    a.content.iter().filter(|stem| b.content.binary_search(stem).is_err() && !agencies.contains(stem)).count()
}

fn negations(line: &Line) -> usize {
    let words: Vec<u64> = NEGATIONS.iter().map(|word| word_v1(word)).collect();
    line.tokens.iter().filter(|token| words.contains(&token.hash)).count()
}

/// Folded stems of agencies' names.
const AGENCIES: &[&str] = &[
    "reuter",
    "reuters",
    "afp",
    "dpa",
    "apa",
    "associ",
    "associated",
    "press",
    "agenc",
    "agence",
    "franc",
    "france",
    "efe",
    "ansa",
    "upi",
];
const NEGATIONS: &[&str] = &[
    "not", "no", "never", "nicht", "kein", "keine", "keinen", "nie", "pas", "aucun", "aucune", "jamais",
    "nunca",
];

/// Whether the later sentence may be the earlier one said otherwise: nothing in it that can be checked is new.
fn is_reworded(one: &Line, two: &Line) -> bool {
    let numbers = two.numbers().all(|v| one.values.iter().any(|w| w.equals(v)));
    // One name for another ("the government" is "the Executive"), and no more.
    let names = alone(&two.names, &one.content) <= alone(&one.names, &two.content);
    let days = two.dates <= one.dates;
    let denies = two.denies && !one.denies;
    numbers && names && days && !denies && !is_other_news(one, two)
}

/// "Mayor Ines Wark said the market would open", "Mayor Ines Wark called it off": one subject, two statements.
fn is_other_news(one: &Line, two: &Line) -> bool {
    let opening = opening(one, two);
    let rest = |line: &Line| -> Vec<u64> {
        let mut rest: Vec<u64> = line.tokens.iter().skip(opening).filter_map(|t| t.stem).collect();
        rest.sort_unstable();
        rest.dedup();
        rest
    };
    let opens = one.tokens.iter().take(opening).any(|token| token.stem.is_some());
    let (a, b) = (rest(one), rest(two));
    let shared = a.len() - alone(&a, &b);
    opens && opening >= 2 && (shared as f64) < SAME_REST * a.len().max(b.len()) as f64
}
