//! Keyphrases: words that headlines share and that bodies use as a thing: after an article or a preposition, and before
//! something else than a further noun. That test needs no grammar and keeps "Trump says" and "judge blocks" out.
//! It refuses languages whose articles and prepositions it does not know. Start at [`phrases`].

use super::names::printed;
use super::plain;
use super::scan::{Scanned, Token};
use super::{Candidate, MAX_CANDIDATES};
use std::collections::{BTreeMap, BTreeSet};
use wireroom_model::Lang;

/// Words of the longest phrase.
const MAX_WORDS: usize = 3;

/// Letters of the shortest single word.
const LETTERS: usize = 5;

/// Phrases of headlines that are looked for in the bodies.
const MAX_PHRASES: usize = 4 * MAX_CANDIDATES;

/// Of its places in the bodies, a thing stands so often after an article or a preposition ...
const AFTER: f64 = 0.3;

/// ... and so often before a mark, a preposition, an auxiliary.
const BEFORE: f64 = 0.4;

/// Printed with capitals this often it is a name, which `names` has found.
const BIG: f64 = 0.7;

#[derive(Debug, Default)]
struct Found {
    candidate: Candidate,
    places: u32,
    after: u32,
    before: u32,
    big: u32,
}

/// The keyphrases of these texts.
pub(super) fn phrases(texts: &[Scanned<'_>], lang: Lang) -> Vec<Candidate> {
    if !plain::is_known(lang) {
        return Vec::new();
    }
    let mut by_first: BTreeMap<String, Vec<(Vec<String>, Found)>> = BTreeMap::new();
    for (words, titles) in of_titles(texts, lang) {
        let Some(first) = words.first().cloned() else { continue };
        let texts = titles.clone();
        let candidate = Candidate { words: words.clone(), texts, titles, ..Candidate::default() };
        by_first.entry(first).or_default().push((words, Found { candidate, ..Found::default() }));
    }
    for (place, text) in texts.iter().enumerate() {
        for (at, token) in text.body.iter().enumerate() {
            for (words, found) in by_first.get_mut(token.fold.as_str()).into_iter().flatten() {
                let Some(run) = text.body.get(at..at + words.len()) else { continue };
                if is_run(run, words) {
                    let before = at.checked_sub(1).and_then(|at| text.body.get(at));
                    note(found, place, run, before, text.body.get(at + words.len()), lang);
                }
            }
        }
    }
    let is_thing = |found: &Found| {
        let of = |share: f64| f64::from(found.places) * share;
        found.places > 0
            && f64::from(found.after) >= of(AFTER)
            && f64::from(found.before) >= of(BEFORE)
            && f64::from(found.big) <= of(BIG)
    };
    by_first
        .into_values()
        .flatten()
        .map(|(_, found)| found)
        .filter(is_thing)
        .map(|found| found.candidate)
        .collect()
}

/// Runs of up to three words of headlines, none of them grammar, with the texts whose headlines have them.
fn of_titles(texts: &[Scanned<'_>], lang: Lang) -> Vec<(Vec<String>, BTreeSet<usize>)> {
    let mut titles: BTreeMap<Vec<String>, BTreeSet<usize>> = BTreeMap::new();
    for (place, text) in texts.iter().enumerate() {
        for at in 0..text.title.len() {
            for length in 1..=MAX_WORDS {
                let Some(run) = text.title.get(at..at + length) else { break };
                let Some(last) = run.last() else { break };
                if length > 1 && !last.is_joined() || !is_content(last, lang) {
                    break;
                }
                let long = run.iter().map(|token| token.fold.chars().count()).max().unwrap_or(0);
                if length > 1 && plain::is_done(&last.fold, lang) {
                    continue;
                }
                if length > 1 || long >= LETTERS && !plain::is_general(&last.fold, lang) {
                    titles
                        .entry(run.iter().map(|token| token.fold.clone()).collect())
                        .or_default()
                        .insert(place);
                }
            }
        }
    }
    let mut found: Vec<(Vec<String>, BTreeSet<usize>)> = titles.into_iter().collect();
    found.sort_by(|a, b| b.1.len().cmp(&a.1.len()).then_with(|| a.0.cmp(&b.0)));
    found.truncate(MAX_PHRASES);
    found
}

fn is_content(token: &Token<'_>, lang: Lang) -> bool {
    token.fold.chars().count() > 1
        && token.fold.chars().any(char::is_alphabetic)
        && !plain::is_function(&token.fold, lang)
}

/// A plural's last word is the same word here and in `merge`; all else stands as in the headline.
fn is_run(run: &[Token<'_>], words: &[String]) -> bool {
    run.iter().zip(words).all(|(token, word)| token.fold == *word) && run.iter().skip(1).all(Token::is_joined)
}

fn note(
    found: &mut Found,
    place: usize,
    run: &[Token<'_>],
    before: Option<&Token<'_>>,
    next: Option<&Token<'_>>,
    lang: Lang,
) {
    let starts = run.first().is_none_or(|first| !first.is_joined());
    // "senior ISIS": a word before a name, and the name goes on.
    let small_then_big =
        run.first().is_some_and(|first| !first.is_big) && run.last().is_some_and(|last| last.is_big);
    let ends = next.is_none_or(|next| !next.is_joined() || plain::is_function(&next.fold, lang))
        && (!small_then_big || plain::has_big_nouns(lang));
    found.places += 1;
    // "of offering help": a doing is a thing only behind an article.
    let opens = match run.first() {
        Some(first) if plain::is_doing(&first.fold, lang) => plain::is_article,
        _ => plain::is_opener,
    };
    found.after += u32::from(!starts && before.is_some_and(|word| opens(&word.fold, lang)));
    found.before += u32::from(ends);
    found.big += u32::from(run.iter().all(|token| token.is_big));
    let form = printed(&run.iter().collect::<Vec<_>>());
    found.candidate.seen(place, &form);
}
