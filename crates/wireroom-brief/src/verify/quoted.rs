//! Quoted words and who says them: words in quotation marks must stand in the source as they are, and be said there by the
//! same speaker; so must reported speech where the source names who speaks. Start at [`missing`] and [`speakers`].

use super::names::{self, Name};
use super::reason::Reason;
use super::tokens::{Read, Token};
use crate::quotes::{self, Quote};
use std::collections::BTreeSet;
use wireroom_model::Span;

/// From so many words on, a passage with a speaker must be in quotation marks in the source too.
const WHOLE_QUOTE: usize = 4;
/// Tokens between a verb of saying and the name it belongs to.
const SUBJECT: usize = 8;
/// The share of a sentence's words of matter that a source sentence must have to be what is reported.
const REPORTED: f64 = 0.5;
/// Sentences before a pronoun in which its name stands.
const BEFORE: usize = 3;

/// Passages in quotation marks whose words the sources do not have.
pub(super) fn missing(said: &Read<'_>, own: &[Quote], sources: &[Read<'_>]) -> Vec<Reason> {
    let marked = sources.iter().any(|s| s.text.contains(['“', '”', '"', '„', '«', '»', '‘', '「']));
    let mut reasons = Vec::new();
    for quote in own {
        let tokens = tokens_in(said, quote.span);
        let whole = tokens.len() >= WHOLE_QUOTE && quote.speaker.is_some();
        let fits = parts(said, tokens).iter().all(|part| sources.iter().any(|s| find(s, part).is_some()));
        if !fits || whole && !marked {
            reasons
                .push(Reason::QuotedWordsMissing { said: quote.span.of(said.text).unwrap_or("").to_owned() });
        }
    }
    reasons
}

fn tokens_in<'r>(read: &'r Read<'_>, span: Span) -> &'r [Token] {
    let first = read.tokens.partition_point(|t| t.span.start() < span.start());
    let past = read.tokens.partition_point(|t| t.span.end() <= span.end());
    read.tokens.get(first..past).unwrap_or_default()
}

/// The runs between marks of omission.
fn parts<'r>(read: &Read<'_>, tokens: &'r [Token]) -> Vec<&'r [Token]> {
    let mut found = Vec::new();
    let mut from = 0;
    for at in 1..tokens.len() {
        let gap = tokens
            .get(at - 1)
            .zip(tokens.get(at))
            .and_then(|(a, b)| read.text.get(a.span.end()..b.span.start()));
        if gap.is_some_and(|g| g.contains('…') || g.contains("...") || g.contains(['[', ']'])) {
            found.extend(tokens.get(from..at));
            from = at;
        }
    }
    found.extend(tokens.get(from..));
    found
}

/// Where a run of words stands in a source, as its first token.
fn find(source: &Read<'_>, run: &[Token]) -> Option<usize> {
    if run.is_empty() {
        return Some(0);
    }
    source.tokens.windows(run.len()).position(|w| w.iter().zip(run).all(|(a, b)| a.folded == b.folded))
}

/// Quotes and reports that the source gives to somebody else.
pub(super) fn speakers(said: &Read<'_>, own: &[Quote], sources: &[Read<'_>]) -> Vec<Reason> {
    let mut reasons = Vec::new();
    for source in sources {
        let theirs = quotes::quotes(source.text, source.lang);
        for quote in own {
            let (Some(speaker), Some(at)) = (quote.speaker, find(source, tokens_in(said, quote.span))) else {
                continue;
            };
            let start = source.tokens.get(at).map_or(0, |t| t.span.start());
            let Some(held) = theirs.iter().find(|q| q.span.start() <= start && start < q.span.end()) else {
                continue;
            };
            reasons.extend(held.speaker.and_then(|who| differ(said, speaker, source, who)));
        }
    }
    if reasons.is_empty() && own.iter().all(|q| q.speaker.is_none()) {
        reasons.extend(reported(said, sources));
    }
    reasons
}

/// Two names for who speaks that have no word in common.
fn differ(said: &Read<'_>, mine: Span, source: &Read<'_>, theirs: Span) -> Option<Reason> {
    let own: Vec<&Token> = tokens_in(said, mine).iter().filter(|t| t.capital && t.matter).collect();
    let other: Vec<&Token> = tokens_in(source, theirs).iter().filter(|t| t.capital && t.matter).collect();
    if own.is_empty() {
        return None;
    }
    let shares = |others: &[&Token]| own.iter().any(|a| others.iter().any(|b| names::same(a, b)));
    let fits = if other.is_empty() {
        // A pronoun, or an office: its name stands shortly before, or beside.
        let sentence = tokens_in(source, theirs).first().map_or(0, |t| t.sentence);
        let near = sentence.saturating_sub(BEFORE)..=sentence + 1;
        let before: Vec<&Token> =
            source.tokens.iter().filter(|t| t.capital && near.contains(&t.sentence)).collect();
        shares(&before)
    } else {
        shares(&other)
    };
    (!fits).then(|| Reason::SpeakerOther {
        said: mine.of(said.text).unwrap_or("").to_owned(),
        source: theirs.of(source.text).unwrap_or("").to_owned(),
    })
}

/// Who a sentence says reports its matter: the name before a verb of saying, after it, or after "according to".
fn reporter(read: &Read<'_>, names: &[Name], sentence: usize) -> Option<Name> {
    let inside = |index: usize| read.tokens.get(index).is_some_and(|t| t.sentence == sentence);
    for (at, token) in read.tokens.iter().enumerate().filter(|(_, t)| t.sentence == sentence) {
        let next = read.tokens.get(at + 1).map_or("", |t| t.folded.as_str());
        let according = matches!((token.folded.as_str(), next), ("according", "to"))
            || matches!(token.folded.as_str(), "laut" | "selon" | "según");
        if according {
            return names
                .iter()
                .find(|n| n.tokens.0 > at && n.tokens.0 <= at + SUBJECT && inside(n.tokens.0))
                .copied();
        }
        if !quotes::says(&token.folded, read.lang) {
            continue;
        }
        // "said Mara Voss" right behind, else the nearest before.
        let behind = names.iter().find(|n| n.tokens.0 == at + 1 && inside(n.tokens.0));
        let before =
            names.iter().rev().find(|n| n.tokens.1 <= at && n.tokens.1 + SUBJECT > at && inside(n.tokens.0));
        if let Some(name) = before.or(behind) {
            return Some(*name);
        }
    }
    None
}

/// Reported speech that the source's sentence gives to another name.
fn reported(said: &Read<'_>, sources: &[Read<'_>]) -> Option<Reason> {
    let own_names = names::names(said);
    let mine = (0..said.sentences.len()).find_map(|s| reporter(said, &own_names, s))?;
    let named = said.tokens.get(mine.tokens.0..mine.tokens.1)?;
    let words: BTreeSet<&str> = said.tokens.iter().filter(|t| t.matter).map(|t| t.key.as_str()).collect();
    let mut best: Option<(usize, &Read<'_>, Name)> = None;
    for source in sources {
        let names = names::names(source);
        for sentence in 0..source.sentences.len() {
            let held: BTreeSet<&str> = source
                .tokens
                .iter()
                .filter(|t| t.sentence == sentence && words.contains(t.key.as_str()))
                .map(|t| t.key.as_str())
                .collect();
            let enough = held.len() as f64 >= REPORTED * words.len() as f64;
            if enough
                && best.as_ref().is_none_or(|b| b.0 < held.len())
                && let Some(theirs) = reporter(source, &names, sentence)
            {
                best = Some((held.len(), source, theirs));
            }
        }
    }
    let (_, source, theirs) = best?;
    let other = source.tokens.get(theirs.tokens.0..theirs.tokens.1)?;
    if named.iter().any(|a| other.iter().any(|b| names::same(a, b))) {
        return None;
    }
    Some(Reason::SpeakerOther {
        said: said.words(mine.tokens.0, mine.tokens.1).to_owned(),
        source: source.words(theirs.tokens.0, theirs.tokens.1).to_owned(),
    })
}
