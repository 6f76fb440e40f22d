//! Where sources differ: two figures that contradict each other, two days for one event, a thing that one says and
//! another denies. Both sides in their own words; whose side is right is nobody's business here.
//! It refuses what may be news rather than contradiction: texts printed hours apart, of one origin, or of an origin
//! that is not known. Start at [`differences`].

use crate::Cited;
use crate::brief::{About, Difference, FigureGroup, Side};
use crate::pool::{Line, Pool, content, shared};
use crate::timeline::Mention;
use crate::verify;
use std::collections::{BTreeMap, BTreeSet};
use wireroom_model::{Precision, Span, When};

/// Differences shown.
const MAX_SHOWN: usize = 6;
/// Sentences laid beside each other for days and denials, the weightiest: bounds the cost of a story of any size.
const MAX_LINES: usize = 300;
/// Share of the shorter sentence's words that makes two sentences tell of one event, and the fewest such words. Higher
/// than what makes them one statement: what differs here is said to a reader.
const ONE_EVENT: f64 = 0.7;
const MIN_SHARED: usize = 5;
/// One of them is at most so many times as long as the other.
const MAX_LONGER: usize = 2;
/// Two days for one event lie at most so far apart (seconds): a week later it is the next one.
const NEAR_DAYS: i64 = 6 * 86_400;
/// Texts printed within this tell of one state of things; later ones may know better.
const ONE_DAY: i64 = 86_400;
const ONE_TIME: i64 = 3 * 3_600;

/// What the story's independent sources do not agree on, figures first.
pub(crate) fn differences(pool: &Pool<'_>, mentions: &[Mention], figures: &[FigureGroup]) -> Vec<Difference> {
    let mut found: Vec<Difference> = figures.iter().filter_map(of_figures).collect();
    let mut told: BTreeSet<(u64, Span)> = BTreeSet::new();
    for side in found.iter().flat_map(|difference| &difference.sides) {
        told.insert((side.sentence.article().get(), side.sentence.span()));
    }
    found.extend(of_sentences(pool, mentions, &mut told));
    found.truncate(MAX_SHOWN);
    found
}

/// The first two figures of a group that contradict each other, each with who else gives it.
fn of_figures(group: &FigureGroup) -> Option<Difference> {
    let (one, other) = *group.conflicts.first()?;
    let side = |at: usize| {
        let figure = group.figures.get(at)?;
        let equal = group.figures.iter().filter(|f| f.low == figure.low && f.high == figure.high);
        let others = equal.map(|f| &f.sentence).filter(|s| s.article() != figure.sentence.article());
        Some(Side {
            sentence: figure.sentence.clone(),
            at: Some(figure.at),
            others: others.cloned().collect(),
        })
    };
    Some(Difference { about: About::Figure, sides: vec![side(one)?, side(other)?] })
}

/// A sentence that may be laid beside others.
struct Candidate<'p> {
    line: &'p Line,
    origin: u64,
    published: When,
    /// Its words without those of its date.
    words: Vec<u64>,
    /// The only date in it, of a day.
    date: Option<(When, Span)>,
}

fn of_sentences(pool: &Pool<'_>, mentions: &[Mention], told: &mut BTreeSet<(u64, Span)>) -> Vec<Difference> {
    let candidates = candidates(pool, mentions);
    let mut found = Vec::new();
    for (at, one) in candidates.iter().enumerate() {
        for other in candidates.iter().skip(at + 1) {
            if found.len() == MAX_SHOWN {
                return found;
            }
            if one.origin == other.origin || !one_event(one, other) {
                continue;
            }
            let gap = (one.published.sort_key() - other.published.sort_key()).abs();
            let about = match days_differ(one, other) {
                Some(true) if gap <= ONE_DAY => About::Day,
                Some(false) | None if gap <= ONE_TIME && denies(pool, one, other) => About::Denied,
                _ => continue,
            };
            let sides: Vec<Side> =
                [one, other].into_iter().filter_map(|side| cite(pool, side, about)).collect();
            let key = |side: &Side| (side.sentence.article().get(), side.sentence.span());
            if sides.len() == 2 && sides.iter().all(|side| !told.contains(&key(side))) {
                told.extend(sides.iter().map(key));
                found.push(Difference { about, sides });
            }
        }
    }
    found.sort_by_key(|difference| difference.about);
    found
}

fn candidates<'p>(pool: &'p Pool<'_>, mentions: &[Mention]) -> Vec<Candidate<'p>> {
    let mut dates: BTreeMap<usize, Vec<&Mention>> = BTreeMap::new();
    for mention in mentions {
        dates.entry(mention.line).or_default().push(mention);
    }
    let mut lines: Vec<(usize, &Line)> = pool
        .lines
        .iter()
        .enumerate()
        .filter(|(_, line)| line.fit && !line.calls && pool.stands.get(line.source) == Some(&true))
        .collect();
    lines.sort_by(|(a, x), (b, y)| y.weight.total_cmp(&x.weight).then(a.cmp(b)));
    lines.truncate(MAX_LINES);
    let candidate = |(at, line): (usize, &'p Line)| {
        let source = pool.source_of(line)?;
        let own = dates.get(&at).map_or(&[][..], Vec::as_slice);
        let mut words = line.content.clone();
        for mention in own {
            let dated = content(mention.span.of(source.body)?, source);
            words.retain(|word| !dated.contains(word));
        }
        let date = match own {
            [one] => one.date.filter(|date| date.precision() >= Precision::Day).map(|date| (date, one.span)),
            _ => None,
        };
        Some(Candidate { line, origin: source.origin?, published: source.published.known()?, words, date })
    };
    lines.into_iter().filter_map(candidate).collect()
}

fn one_event(one: &Candidate<'_>, other: &Candidate<'_>) -> bool {
    let (shorter, longer) = (one.words.len().min(other.words.len()), one.words.len().max(other.words.len()));
    if shorter < MIN_SHARED || longer > shorter * MAX_LONGER {
        return false;
    }
    let common = shared(&one.words, &other.words);
    common >= MIN_SHARED && common as f64 >= ONE_EVENT * shorter as f64
}

/// Whether two days are told; `None` where not both tell one.
fn days_differ(one: &Candidate<'_>, other: &Candidate<'_>) -> Option<bool> {
    let ((a, _), (b, _)) = (one.date?, other.date?);
    // What is told to the minute is compared by its day.
    let apart = (a.date().duration_until(b.date()).as_secs()).abs();
    Some(apart > 0 && apart <= NEAR_DAYS)
}

/// Whether one says what the other denies, in the languages whose denials are read.
fn denies(pool: &Pool<'_>, one: &Candidate<'_>, other: &Candidate<'_>) -> bool {
    let text = |of: &Candidate<'_>| pool.source_of(of.line).and_then(|source| of.line.span.of(source.body));
    let lang = |of: &Candidate<'_>| pool.source_of(of.line).map(|source| source.lang);
    let (Some(a), Some(b), Some(spoken)) = (text(one), text(other), lang(one)) else { return false };
    lang(other) == Some(spoken) && verify::denies(a, b, spoken)
}

fn cite(pool: &Pool<'_>, side: &Candidate<'_>, about: About) -> Option<Side> {
    let source = pool.source_of(side.line)?;
    let at = side.date.filter(|_| about == About::Day).and_then(|(_, span)| span.to_chars(source.body));
    let others = pool.support(side.line).others.into_iter().filter(|other| {
        let same = pool.source_of(other).is_some_and(|of| of.origin == source.origin);
        same && other.source != side.line.source
    });
    let others = others.filter_map(|other| pool.cite(other)).collect();
    Some(Side { sentence: Cited::new(source, side.line.span)?, at, others })
}
