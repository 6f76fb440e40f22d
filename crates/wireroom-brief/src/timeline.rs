//! The timeline: sentences that say when, in the order of what happened, not of what was printed.
//! A date that could not be resolved is left out; a year alone is no entry.
//! Start at [`timeline`].

use crate::brief::Dated;
use crate::pool::{Line, Pool};
use crate::source::witnesses;
use crate::{Cited, Source};
use std::collections::BTreeMap;
use wireroom_model::{Lang, Precision, Span, When};
use wireroom_text::dates::mentions;
use wireroom_text::words::{fold, words};

/// Entries shown.
const MAX_ENTRIES: usize = 12;
/// Entries shown of one date.
const MAX_SAME_DATE: usize = 2;
/// Dated sentences looked at in all.
const MAX_DATED: usize = 5_000;

/// A bare day sorts at its end: less than this after a printing, it is the day of printing itself.
const WITHIN_A_DAY: i64 = 86_400;

/// So many seconds ahead a day without its year was likelier that of another year.
const MONTHS_AHEAD: i64 = 30 * 86_400;

/// One resolved date in one line.
#[derive(Debug)]
pub(crate) struct Mention {
    /// Index into the pool's lines.
    pub(crate) line: usize,
    pub(crate) span: Span,
    pub(crate) date: Option<When>,
}

/// A sentence that says when.
#[derive(Debug, Clone, Copy)]
struct Telling<'p> {
    line: &'p Line,
    mention: &'p Mention,
    date: When,
}

/// Every date in the lines of the sources that stand for their family, resolved or not, in pool order.
pub(crate) fn dates(pool: &Pool<'_>) -> Vec<Mention> {
    let mut by_source: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (index, line) in pool.lines.iter().enumerate() {
        if pool.stands.get(line.source) == Some(&true) {
            by_source.entry(line.source).or_default().push(index);
        }
    }
    let mut found = Vec::new();
    for (source, lines) in by_source {
        let Some(source) = pool.sources.get(source) else { continue };
        let mut rest = lines.iter().copied().peekable();
        for mention in mentions(source.body, source.lang, source.published) {
            // Lines and mentions both ascend.
            while rest
                .next_if(|&i| pool.lines.get(i).is_none_or(|line| line.span.end() <= mention.span.start()))
                .is_some()
            {}
            let line = rest.peek().copied();
            if let Some(line) = line
                && pool.lines.get(line).is_some_and(|l| l.span.holds(mention.span))
                && found.len() < MAX_DATED
            {
                found.push(Mention { line, span: mention.span, date: mention.value });
            }
        }
    }
    found
}

/// The entries, oldest event first.
pub(crate) fn timeline(pool: &Pool<'_>, mentions: &[Mention]) -> Vec<Dated> {
    let mut by_date: BTreeMap<(i64, String), Vec<Telling<'_>>> = BTreeMap::new();
    for mention in mentions {
        let (Some(date), Some(line)) = (mention.date, pool.lines.get(mention.line)) else { continue };
        let guessed = pool.source_of(line).is_some_and(|source| is_guessed(source, line.span, mention));
        if line.fit && !guessed && date.precision() != Precision::Year {
            by_date.entry((date.sort_key(), date.to_string())).or_default().push(Telling {
                line,
                mention,
                date,
            });
        }
    }
    let mut entries = Vec::new();
    for same in by_date.into_values() {
        entries.extend(of_one_date(pool, same));
    }
    // The best attested ones stay, then the order of events comes back.
    entries.sort_by(|a, b| b.1.witnesses.cmp(&a.1.witnesses).then_with(|| b.0.total_cmp(&a.0)));
    entries.truncate(MAX_ENTRIES);
    let mut entries: Vec<Dated> = entries.into_iter().map(|(_, entry)| entry).collect();
    entries.sort_by(|a, b| {
        let key = |e: &Dated| (e.date.sort_key(), e.sentence.article(), e.sentence.span());
        key(a).cmp(&key(b))
    });
    entries
}

/// A weekday read as the next one in a sentence that tells the past ("she reported it on Thursday"): which week is
/// meant is a guess, and so is the year of a day that lies months ahead ("since the strike of Oct. 7"). A date with its
/// year is none, nor is one whose sentence looks ahead.
fn is_guessed(source: &Source<'_>, sentence: Span, mention: &Mention) -> bool {
    let (Some(published), Some(date)) = (source.published.known(), mention.date) else { return false };
    let digits = |text: &str| text.chars().filter(|c| c.is_numeric()).count();
    let digits = mention.span.of(source.body).map_or(0, digits);
    let soonest = if digits > 0 { MONTHS_AHEAD } else { WITHIN_A_DAY };
    if source.lang != Lang::EN || digits > 3 || date.sort_key() - published.sort_key() < soonest {
        return false;
    }
    let Some(text) = sentence.of(source.body) else { return false };
    let (mut past, mut ahead) = (false, false);
    for word in words(text).map(|word| fold(word.text)) {
        past |=
            word.len() > 4 && word.ends_with("ed") || matches!(word.as_str(), "was" | "were" | "had" | "did");
        ahead |= matches!(word.as_str(), "will" | "would" | "shall" | "next" | "due" | "until");
    }
    past && !ahead
}

fn of_one_date(pool: &Pool<'_>, mut same: Vec<Telling<'_>>) -> Vec<(f64, Dated)> {
    same.sort_by(|a, b| {
        b.line.weight.total_cmp(&a.line.weight).then_with(|| a.mention.line.cmp(&b.mention.line))
    });
    let mut kept: Vec<(Telling<'_>, Vec<&Source<'_>>)> = Vec::new();
    for telling in same {
        let line = telling.line;
        let source = pool.source_of(line);
        let room = kept.len() < MAX_SAME_DATE;
        let home = kept.iter().position(|(held, _)| {
            held.line.span == line.span && held.line.source == line.source || pool.same(held.line, line)
        });
        match home.and_then(|index| kept.get_mut(index)) {
            Some((_, sources)) => sources.extend(source),
            None if room => kept.push((telling, source.into_iter().collect())),
            None => {}
        }
    }
    kept.into_iter()
        .filter_map(|(Telling { line, mention, date }, sources)| {
            let source = pool.source_of(line)?;
            let sentence = Cited::new(source, line.span)?;
            let at = mention.span.to_chars(source.body)?;
            let witnesses = witnesses(sources.into_iter());
            Some((line.weight, Dated { date, sentence, at, witnesses }))
        })
        .collect()
}
