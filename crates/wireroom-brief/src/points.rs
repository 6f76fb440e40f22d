//! What makes a sentence a key point: how new its day is, how early it stands, how many other origins say it too, how
//! central it is, and whether it is how the story began. Whole sentences only, and none that says another again.
//! It refuses to let hours decide: texts of one day are equally new, so that a story of one day is told by what its
//! origins agree on and a long one speaks of its newest day first. Start at [`ranked`] or [`key_points`].
//!
//! The constants are set on `cargo eval keypoints` (docs/briefs.md has the figures with and without each part).

use crate::pool::{Line, Pool, shared};
use crate::{Cited, Source};
use std::collections::BTreeMap;

/// What a sentence of the newest day is worth; it falls to a third within [`DAYS`] days on which the story was printed.
const RECENCY: f64 = 0.57;
const DAYS: f64 = 2.4;
/// What a text's first sentence is worth in a story of many days; the second half of it, the third a third. In a
/// story of one day, where every outlet begins as it likes, nothing beyond what centrality gives an early sentence.
const LEAD: f64 = 0.06;
/// What a sentence is worth that two other origins say whole.
const SUPPORT: f64 = 0.16;
/// What the first sentence of the first text is worth on later days: how the story began.
const BEGINNING: f64 = 0.3;
/// What the most central sentence is worth where days tell sentences apart; what [`RECENCY`] cannot tell in a story
/// of few days is added to it, so that a story of one day is told by what its families share.
const CENTRAL: f64 = 0.1;
/// What a sentence is worth all of whose words an earlier day has used: it goes on with what is known, and is no aside.
const KNOWN: f64 = 0.06;
/// A sentence worth less than this share of the best one is not told, even where there is room for it.
const ENOUGH: f64 = 0.45;
/// Days before and after within which another origin's sentence supports this one.
const NEAR_DAYS: usize = 1;
/// More than this share of the shorter one's words in common says the same again.
const REDUNDANT_SHARE: f64 = 0.5;
/// Sentences whose support is counted: bounds the cost of a story of any size.
const MAX_CANDIDATES: usize = 80;
/// Words that prove no support: a sentence of fewer is in every text.
const MIN_WORDS: usize = 3;

/// The lines in the order of their worth, at most [`MAX_CANDIDATES`]; of equals the older first.
pub(crate) fn ranked<'p>(pool: &'p Pool<'_>, lines: impl Iterator<Item = &'p Line>) -> Vec<&'p Line> {
    weighed(pool, lines).into_iter().map(|(_, line)| line).collect()
}

fn weighed<'p>(pool: &'p Pool<'_>, lines: impl Iterator<Item = &'p Line>) -> Vec<(f64, &'p Line)> {
    let days = Days::new(&pool.sources);
    let used = first_used(pool, &days);
    let mut lines: Vec<&Line> = lines.collect();
    lines.sort_by_key(|line| (line.source, line.place));
    let highest = lines.iter().map(|line| standing(line)).fold(f64::MIN_POSITIVE, f64::max);
    let untold = (-(days.oldest() as f64) / DAYS).exp();
    let (central, lead) = (CENTRAL + RECENCY * untold, LEAD * (1.0 - untold));
    let beginning = lines.first().filter(|line| line.place == 0).map(|line| line.source);
    let before = |line: &Line| {
        let back = days.back(line.source);
        let begins = line.place == 0 && back > 0 && beginning == Some(line.source);
        RECENCY * (-(back as f64) / DAYS).exp()
            + lead / (1.0 + line.place as f64)
            + if begins { BEGINNING } else { 0.0 }
            + central * standing(line) / highest
            + KNOWN * known(line, back, &used)
    };
    let mut worth: Vec<(f64, &Line)> = lines.into_iter().map(|line| (before(line), line)).collect();
    worth.sort_by(|a, b| b.0.total_cmp(&a.0));
    worth.truncate(MAX_CANDIDATES);
    for (value, line) in &mut worth {
        *value += SUPPORT * support(pool, &days, line);
    }
    worth.sort_by(|a, b| {
        b.0.total_cmp(&a.0).then_with(|| (a.1.source, a.1.place).cmp(&(b.1.source, b.1.place)))
    });
    worth
}

/// For each word on how many later days than its first the story was printed; of a story of one day nothing.
fn first_used(pool: &Pool<'_>, days: &Days) -> BTreeMap<u64, usize> {
    let mut used: BTreeMap<u64, usize> = BTreeMap::new();
    if days.oldest() > 0 {
        for line in &pool.lines {
            let back = days.back(line.source);
            for word in &line.content {
                let held = used.entry(*word).or_default();
                *held = back.max(*held);
            }
        }
    }
    used
}

/// The share of a line's words that an earlier day has used.
fn known(line: &Line, back: usize, used: &BTreeMap<u64, usize>) -> f64 {
    let earlier = |word: &&u64| used.get(*word).is_some_and(|first| *first > back);
    line.content.iter().filter(earlier).count() as f64 / line.content.len().max(1) as f64
}

/// Key points of some sources in so many words, in the order in which they were printed. Where `origin` is named only
/// its sentences are chosen, and what the others say supports them.
pub fn key_points(sources: &[Source<'_>], origin: Option<u64>, words: usize) -> Vec<Cited> {
    let pool = Pool::new(sources);
    let from = |line: &&Line| {
        let source = pool.source_of(line);
        line.fit
            && pool.stands.get(line.source) == Some(&true)
            && source.is_some_and(|source| origin.is_none() || source.origin == origin)
    };
    let mut chosen: Vec<&Line> = Vec::new();
    let mut left = words;
    let weighed = weighed(&pool, pool.lines.iter().filter(from));
    let enough = weighed.first().map_or(0.0, |(best, _)| ENOUGH * best);
    for (_, line) in weighed.into_iter().filter(|(worth, _)| *worth >= enough) {
        let length = line.span.of(pool.source_of(line).map_or("", |source| source.body));
        let length = length.map_or(usize::MAX, |text| text.split_whitespace().count());
        if length <= left && !repeats(line, &chosen) {
            left -= length;
            chosen.push(line);
        }
    }
    chosen.sort_by_key(|line| (line.source, line.place));
    chosen.into_iter().filter_map(|line| pool.cite(line)).collect()
}

/// Whether a line says again what one of the chosen says.
pub(crate) fn repeats(line: &Line, chosen: &[&Line]) -> bool {
    chosen.iter().any(|held| {
        let shorter = line.content.len().min(held.content.len());
        line.span == held.span && line.source == held.source
            || shared(&line.content, &held.content) as f64 > REDUNDANT_SHARE * shorter as f64
    })
}

/// What a sentence without a carried fact is worth, beside one with [`ENOUGH_FACTS`]. Both set by reading the
/// demo's briefs.
const COLOUR: f64 = 0.5;
const ENOUGH_FACTS: usize = 3;

/// Centrality, less for a sentence that leans on another, is a quote (quotes have their own place) or states
/// little: numbers and names that several families carry tell news from colour.
pub(crate) fn standing(line: &Line) -> f64 {
    let alone = if line.leans { 0.6 } else { 1.0 };
    let told = if line.quoted { 0.5 } else { 1.0 };
    let stated = line.carried.min(ENOUGH_FACTS) as f64 / ENOUGH_FACTS as f64;
    line.weight * alone * told * (COLOUR + (1.0 - COLOUR) * stated)
}

/// How far the other origins say a line, each by its nearest sentence of about the same day: 1 where two say it
/// whole, more where more do, and each further one adds less.
fn support(pool: &Pool<'_>, days: &Days, line: &Line) -> f64 {
    let own = pool.source_of(line).and_then(|source| source.origin);
    let day = days.back(line.source);
    let mut best: BTreeMap<u64, f64> = BTreeMap::new();
    for other in &pool.lines {
        let Some(origin) = pool.source_of(other).and_then(|source| source.origin) else { continue };
        let near = days.back(other.source).abs_diff(day) <= NEAR_DAYS;
        let shorter = line.content.len().min(other.content.len());
        if own == Some(origin) || !near || shorter < MIN_WORDS {
            continue;
        }
        let share = shared(&line.content, &other.content) as f64 / shorter as f64;
        let held = best.entry(origin).or_default();
        // A few words in common are chance, most of them are the same thing told again.
        *held = held.max(share * share);
    }
    (1.0 + best.into_values().sum::<f64>()).ln() / 3.0_f64.ln()
}

/// A day with fewer than this share of the mean day's texts is no day of its own: it goes with the one before, so that
/// one straggler's column does not push the news off the page. Set by reading the demo's briefs.
const A_DAY: f64 = 0.7;

/// For each source, on how many later days the story was printed. A text without a date is as old as the oldest:
/// nothing says that it is new.
#[derive(Debug)]
struct Days(Vec<usize>);

impl Days {
    fn new(sources: &[Source<'_>]) -> Self {
        let day = |source: &Source<'_>| source.published.known().map(|when| when.date());
        let mut texts = BTreeMap::new();
        for day in sources.iter().filter_map(day) {
            *texts.entry(day).or_insert(0_usize) += 1;
        }
        let enough = A_DAY * texts.values().sum::<usize>() as f64 / texts.len().max(1) as f64;
        // Oldest first: for each date, how many days there were before it.
        let mut newest = 0;
        let mut places = BTreeMap::new();
        for (at, (day, count)) in texts.into_iter().enumerate() {
            newest += usize::from(at > 0 && count as f64 >= enough);
            places.insert(day, newest);
        }
        let back = |source: &Source<'_>| {
            day(source).and_then(|day| places.get(&day)).map_or(newest, |place| newest - place)
        };
        Self(sources.iter().map(back).collect())
    }

    /// The most that any source is back.
    fn oldest(&self) -> usize {
        self.0.iter().copied().max().unwrap_or(0)
    }

    fn back(&self, source: usize) -> usize {
        self.0.get(source).copied().unwrap_or(0)
    }
}
