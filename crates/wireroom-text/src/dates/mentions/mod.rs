//! Calendar expressions in running text, found by rule and resolved against the day of publication.
//! It refuses to resolve what is relative when that day is unknown, and what is no day, month or year.
//! Start at [`mentions`]; `read` says what is an expression, `resolve` what it means.

mod english;
mod languages;
mod range;
mod read;
mod resolve;
mod slavic;
mod tense;
#[cfg(test)]
mod tests;
mod tokens;
mod words;

use super::DateMention;
use read::Reader;
use resolve::{Meaning, resolve};
use std::collections::BTreeMap;
use wireroom_model::{Lang, Span, Time};
use words::Words;

/// Mentions read from one text.
const MAX_MENTIONS: usize = 20_000;

/// The calendar expressions of a text in order, resolved against its publication date. Where that is unknown,
/// only what states its own year has a value. Languages without rules of their own give only full dates.
pub fn mentions(text: &str, lang: Lang, published: Time) -> Vec<DateMention> {
    let tokens = tokens::tokens(text);
    let words = Words::of(lang);
    let reader = Reader::new(&tokens, lang);
    let mut found = Vec::new();
    let mut stated_days = BTreeMap::new();
    let mut at = 0;
    while at < tokens.len() && found.len() < MAX_MENTIONS {
        let one = reader.at(at);
        let pair = reader.range(at, one).map(|(first, second)| vec![first, second]);
        let one = || one.map(|(past, meaning)| vec![(at, past, meaning)]);
        let Some(read) = pair.or_else(one) else {
            at += 1;
            continue;
        };
        for (from, past, meaning) in read {
            let meaning = same_day(meaning, &mut stated_days);
            let edges = tokens.get(from).zip(tokens.get(past.saturating_sub(1)));
            if let Some(span) = edges.and_then(|(first, last)| Span::new(text, first.start, last.end)) {
                let value = match meaning {
                    Meaning::Away { unit: words::Unit::Year, count: ..=-1 } if reader.of_a_quarter(from) => {
                        None
                    }
                    _ => resolve(meaning, published, tense::around(&tokens, from, past, words)),
                };
                found.push(DateMention { span, value });
            }
            at = past.max(at + 1);
        }
    }
    found
}

/// A day that the text has stated with its year keeps that year when it is named again without one.
fn same_day(meaning: Meaning, stated: &mut BTreeMap<(i8, i8), i16>) -> Meaning {
    match meaning {
        Meaning::Stated { year, month: Some(month), day: Some(day) } => {
            stated.insert((month, day), year);
            meaning
        }
        Meaning::Month { month, day: Some(day), shift: None } => stated
            .get(&(month, day))
            .map_or(meaning, |year| Meaning::Stated { year: *year, month: Some(month), day: Some(day) }),
        _ => meaning,
    }
}
