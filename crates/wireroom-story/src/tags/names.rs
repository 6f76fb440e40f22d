//! Names: runs of capitalised words within a sentence. A capital at its beginning says nothing, and a word that is
//! printed small elsewhere is none.
//! It refuses scripts without capitals. Start at [`names`].

use super::Candidate;
use super::plain;
use super::scan::{Joint, Scanned, Token};
use std::collections::BTreeMap;
use wireroom_model::Lang;
use wireroom_text::hash::ByWord;

/// Words of the longest name.
const MAX_WORDS: usize = 6;

/// A sentence of so many words of which more than this share is capitalised is a headline.
const HEADLINE_WORDS: usize = 4;
const HEADLINE_SHARE: f64 = 0.7;

/// A word that stands small this often beside its capital form is a word, and no name.
const SMALL_SHARE: f64 = 0.25;

/// Where nouns are capitalised, one that follows an article this often is no name.
const ARTICLE_SHARE: f64 = 0.2;

/// What is known of a single word over all texts.
#[derive(Debug, Default)]
struct Habit {
    big: u32,
    small: u32,
    after_article: u32,
}

type Found = BTreeMap<Vec<String>, Candidate>;

/// The names of these texts, each with the texts that have it.
pub(super) fn names(texts: &[Scanned<'_>], lang: Lang) -> Vec<Candidate> {
    let mut habits: ByWord<&str, Habit> = ByWord::default();
    let mut found = Found::new();
    let mut soft: Vec<(usize, Vec<String>, String)> = Vec::new();
    for (place, text) in texts.iter().enumerate() {
        let mut before: Option<&Token<'_>> = None;
        for sentence in sentences(&text.body) {
            let is_headline = is_headline(sentence);
            for (at, token) in sentence.iter().enumerate() {
                let habit = habits.entry(token.fold.as_str()).or_default();
                match (token.is_big, at > 0 && !is_headline) {
                    (true, true) => {
                        habit.big += 1;
                        let article = before.is_some_and(|b| plain::is_article(&b.fold, lang));
                        habit.after_article += u32::from(article && token.is_joined());
                    }
                    (false, _) => habit.small += 1,
                    _ => {}
                }
                before = Some(token);
            }
            if is_headline {
                continue;
            }
            for (is_first, run) in runs(sentence, lang) {
                let words: Vec<String> = run.iter().map(|token| token.fold.clone()).collect();
                let form = printed(&run);
                // At the beginning of a sentence the first capital word may be any word.
                if is_first {
                    soft.push((place, words, form));
                } else {
                    found.entry(words).or_default().seen(place, &form);
                }
            }
        }
    }
    for (place, words, form) in soft {
        if let Some(known) = found.get_mut(&words) {
            known.seen(place, &form);
            continue;
        }
        // "Senior ISIS": the rest is a name by itself.
        let rest = words.get(1..).unwrap_or_default();
        if let (Some(known), Some((_, form))) = (found.get_mut(rest), form.split_once(' ')) {
            known.seen(place, form);
        }
    }
    let mut names: Vec<Candidate> =
        found.into_iter().filter_map(|(words, candidate)| judged(words, candidate, &habits, lang)).collect();
    let small = printed_small(&names, texts);
    let mut places = small.into_iter();
    names.retain(|name| places.next().is_none_or(|small| name.words.len() == 1 || small <= name.count));
    in_titles(&mut names, texts);
    names
}

fn judged(
    words: Vec<String>,
    candidate: Candidate,
    habits: &ByWord<&str, Habit>,
    lang: Lang,
) -> Option<Candidate> {
    let mut is_name = true;
    if let [only] = words.as_slice() {
        let habit = habits.get(only.as_str())?;
        let of = |share: f64| f64::from(habit.big) * share;
        if only.chars().count() < 2 || f64::from(habit.small) > of(SMALL_SHARE) {
            return None;
        }
        is_name = !plain::has_big_nouns(lang) || f64::from(habit.after_article) < of(ARTICLE_SHARE);
    }
    Some(Candidate { words, is_name, ..candidate })
}

/// The candidates that begin with each word.
fn by_first(candidates: &[Candidate]) -> ByWord<String, Vec<usize>> {
    let mut by_first: ByWord<String, Vec<usize>> = ByWord::default();
    for (at, candidate) in candidates.iter().enumerate() {
        if let Some(first) = candidate.words.first() {
            by_first.entry(first.clone()).or_default().push(at);
        }
    }
    by_first
}

/// True where these words stand at the beginning of the tokens, whatever their capitals.
fn begins(tokens: &[Token<'_>], words: &[String]) -> bool {
    tokens.len() >= words.len()
        && tokens.iter().zip(words).all(|(token, word)| token.fold == *word)
        && tokens.iter().take(words.len()).skip(1).all(Token::is_joined)
}

/// How often the bodies print each of several words without all its capitals: "a senior ISIS member".
fn printed_small(candidates: &[Candidate], texts: &[Scanned<'_>]) -> Vec<u32> {
    let mut small = vec![0; candidates.len()];
    let by_first = by_first(candidates);
    for text in texts {
        for (at, token) in text.body.iter().enumerate() {
            for &number in by_first.get(token.fold.as_str()).into_iter().flatten() {
                let (Some(candidate), Some(count)) = (candidates.get(number), small.get_mut(number)) else {
                    continue;
                };
                let rest = text.body.get(at..).unwrap_or_default();
                let has_small = || {
                    let run = rest.iter().take(candidate.words.len());
                    run.filter(|token| !plain::is_link(&token.fold)).any(|token| !token.is_big)
                };
                if candidate.words.len() > 1 && begins(rest, &candidate.words) && has_small() {
                    *count += 1;
                }
            }
        }
    }
    small
}

/// Marks the texts whose titles have each candidate.
fn in_titles(candidates: &mut [Candidate], texts: &[Scanned<'_>]) {
    let by_first = by_first(candidates);
    for (place, text) in texts.iter().enumerate() {
        for (at, token) in text.title.iter().enumerate() {
            for &number in by_first.get(token.fold.as_str()).into_iter().flatten() {
                let Some(candidate) = candidates.get_mut(number) else { continue };
                if begins(text.title.get(at..).unwrap_or_default(), &candidate.words) {
                    candidate.texts.insert(place);
                    candidate.titles.insert(place);
                }
            }
        }
    }
}

/// The sentences of a text.
fn sentences<'s, 't>(tokens: &'s [Token<'t>]) -> impl Iterator<Item = &'s [Token<'t>]> {
    tokens.chunk_by(|_, next| next.joint != Joint::Sentence)
}

fn is_headline(sentence: &[Token<'_>]) -> bool {
    let big = sentence.iter().filter(|token| token.is_big).count();
    sentence.len() >= HEADLINE_WORDS && big as f64 > sentence.len() as f64 * HEADLINE_SHARE
}

/// Runs of capitalised words, cut at ranks, days and the like; true for one that begins the sentence.
fn runs<'s, 't>(sentence: &'s [Token<'t>], lang: Lang) -> Vec<(bool, Vec<&'s Token<'t>>)> {
    let mut runs = Vec::new();
    let mut run: Vec<&Token<'t>> = Vec::new();
    let mut is_first = false;
    for (at, token) in sentence.iter().enumerate() {
        let goes_on = !run.is_empty() && token.is_joined() && run.len() < MAX_WORDS;
        if token.is_big
            && !plain::is_rank(&token.fold, lang)
            && !(at == 0 && plain::is_function(&token.fold, lang))
        {
            if !goes_on {
                close(&mut runs, &mut run, is_first);
                is_first = at == 0;
            }
            run.push(token);
            continue;
        }
        let next = sentence.get(at + 1).is_some_and(|next| next.is_big && next.joint == Joint::Space);
        let links = next && plain::is_link(&token.fold) && token.joint == Joint::Space;
        let number = token.text.len() <= 4 && token.text.bytes().all(|b| b.is_ascii_digit());
        if goes_on && (links || number && token.joint == Joint::Hyphen) {
            run.push(token);
        } else {
            close(&mut runs, &mut run, is_first);
        }
    }
    close(&mut runs, &mut run, is_first);
    runs
}

fn close<'s, 't>(runs: &mut Vec<(bool, Vec<&'s Token<'t>>)>, run: &mut Vec<&'s Token<'t>>, is_first: bool) {
    let mut whole = std::mem::take(run);
    while whole.last().is_some_and(|last| !last.is_big && plain::is_link(&last.fold)) {
        whole.pop();
    }
    if !whole.is_empty() {
        runs.push((is_first, whole));
    }
}

/// As printed, with one space between words.
pub(super) fn printed(run: &[&Token<'_>]) -> String {
    let mut form = String::new();
    for token in run {
        if !form.is_empty() {
            form.push(' ');
        }
        form.extend(token.text.chars().filter(|c| *c != '.'));
    }
    form
}
