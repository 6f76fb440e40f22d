//! Figures: numbers that count or measure something, read from sentences and set side by side across families.
//! It compares only what is surely the same thing; where scope or time may differ it says so and judges nothing.
//! Start at [`figures`]; `read` finds figures in a sentence, `compare` gives the verdict.

mod compare;
mod read;
mod terms;

use crate::brief::{Figure, FigureGroup, Verdict};
use crate::pool::Pool;
use crate::timeline::Mention;
use crate::{Cited, Source};
use std::collections::{BTreeMap, BTreeSet};
use wireroom_model::{Span, When};

pub(crate) use read::Read;

/// Figures read of one story.
const MAX_FIGURES: usize = 3_000;
/// Different things of one kind ("people") told apart in one story.
const MAX_GROUPS_OF_KIND: usize = 30;
/// How far into a text its main toll may stand.
const TOLL_PLACES: usize = 6;
/// Groups shown.
const MAX_GROUPS: usize = 10;
/// Figures shown of one group.
const MAX_SHOWN: usize = 12;

/// A figure with what comparing needs.
#[derive(Debug)]
pub(crate) struct Held {
    pub(crate) read: Read,
    /// Index into the pool's lines.
    pub(crate) line: usize,
    /// The text it stands in, and that text's origin where it is known.
    pub(crate) text: u64,
    pub(crate) origin: Option<u64>,
    /// The first count of its kind that its family gives, near the head of the text.
    pub(crate) first_toll: bool,
    /// No other figure of its kind stands in the sentence.
    pub(crate) alone: bool,
    pub(crate) published: Option<When>,
    /// Dates in the same sentence; `None` for one that was not resolved.
    pub(crate) dates: Vec<Option<When>>,
}

/// The groups, those that most families give first.
pub(crate) fn figures(pool: &Pool<'_>, mentions: &[Mention]) -> Vec<FigureGroup> {
    let mut by_kind: BTreeMap<String, Vec<Vec<Held>>> = BTreeMap::new();
    for held in collect(pool, mentions) {
        let groups = by_kind.entry(held.read.kind()).or_default();
        let room = groups.len() < MAX_GROUPS_OF_KIND;
        let home = groups
            .iter()
            .position(|group| group.first().is_some_and(|first| compare::one_thing(pool, first, &held)));
        match home.and_then(|index| groups.get_mut(index)) {
            Some(group) => group.push(held),
            None if room => groups.push(vec![held]),
            None => {}
        }
    }
    let mut ranked: Vec<(usize, f64, FigureGroup)> =
        by_kind.into_values().flatten().filter_map(|group| show(pool, &group)).collect();
    ranked.sort_by(|a, b| {
        b.0.cmp(&a.0).then_with(|| b.1.total_cmp(&a.1)).then_with(|| a.2.what.cmp(&b.2.what))
    });
    ranked.truncate(MAX_GROUPS);
    ranked.into_iter().map(|(_, _, group)| group).collect()
}

fn collect(pool: &Pool<'_>, mentions: &[Mention]) -> Vec<Held> {
    let mut by_line: BTreeMap<usize, Vec<&Mention>> = BTreeMap::new();
    for mention in mentions {
        by_line.entry(mention.line).or_default().push(mention);
    }
    let mut held = Vec::new();
    let mut tolls: BTreeSet<(u64, String)> = BTreeSet::new();
    for (index, line) in pool.lines.iter().enumerate() {
        let Some(source) = pool.source_of(line).filter(|_| pool.stands.get(line.source) == Some(&true))
        else {
            continue;
        };
        let dated: Vec<&Mention> = by_line.remove(&index).unwrap_or_default();
        let spans: Vec<Span> = dated.iter().map(|m| m.span).collect();
        let found = read::read(source.body, line.span, source.lang, &spans);
        let kinds: Vec<String> = found.iter().map(Read::kind).collect();
        for (read, kind) in found.into_iter().zip(&kinds) {
            let first_toll =
                read.moves && line.place < TOLL_PLACES && tolls.insert((source.text(), kind.clone()));
            if held.len() < MAX_FIGURES {
                held.push(Held {
                    read,
                    line: index,
                    text: source.text(),
                    origin: source.origin,
                    first_toll,
                    alone: kinds.iter().filter(|k| *k == kind).count() == 1,
                    published: source.published.known(),
                    dates: dated.iter().map(|m| m.date).collect(),
                });
            }
        }
    }
    held
}

/// One figure of each family and value, oldest first, with the verdict on them all.
fn show(pool: &Pool<'_>, group: &[Held]) -> Option<(usize, f64, FigureGroup)> {
    let first = group.first()?;
    let texts: BTreeSet<u64> = group.iter().map(|held| held.text).collect();
    let origins: BTreeSet<u64> = group.iter().filter_map(|held| held.origin).collect();
    let verdict = match compare::verdict(pool, group) {
        _ if texts.len() < 2 => Verdict::Single,
        // Texts of one origin that agree are that origin, said twice.
        Verdict::Same if origins.len() < 2 => Verdict::Single,
        verdict => verdict,
    };
    let mut seen: Vec<(u64, u64, u64)> = Vec::new();
    let mut figures = Vec::new();
    let mut weight: f64 = 0.0;
    for held in group {
        let key = (held.text, held.read.low.to_bits(), held.read.high.to_bits());
        let Some(line) = pool.lines.get(held.line) else { continue };
        weight = weight.max(line.weight);
        if seen.contains(&key) || figures.len() == MAX_SHOWN {
            continue;
        }
        seen.push(key);
        figures.extend(pool.source_of(line).and_then(|source| figure(source, line.span, &held.read)));
    }
    let group =
        FigureGroup { what: first.read.what.clone(), unit: first.read.unit.clone(), verdict, figures };
    Some((origins.len().max(1), weight, group))
}

fn figure(source: &Source<'_>, span: Span, read: &Read) -> Option<Figure> {
    Some(Figure {
        low: read.low,
        high: read.high,
        hedge: read.hedge.clone(),
        sentence: Cited::new(source, span)?,
        at: read.span.to_chars(source.body)?,
    })
}
