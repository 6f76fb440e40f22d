//! Transcripts: paragraphs that open with a speaker's label and a colon. The turn is the quote, the label its speaker.
//! A text counts as a transcript only where labels come back; a single "Note:" makes none.
//! Start at [`turns`].

use super::Quote;
use wireroom_model::Span;

/// A text is a transcript from this many labelled paragraphs on.
const MIN_TURNS: usize = 4;
/// Longest label: name and role.
const MAX_LABEL_CHARS: usize = 60;
const MAX_LABEL_WORDS: usize = 8;

/// The turns of a transcript; `None` where the text is none.
pub(super) fn turns(text: &str, paragraphs: &[(usize, usize)]) -> Option<Vec<Quote>> {
    let found: Vec<(&str, Quote)> = paragraphs.iter().filter_map(|&range| turn(text, range)).collect();
    let mut labels: Vec<&str> = found.iter().map(|(label, _)| *label).collect();
    labels.sort_unstable();
    labels.dedup();
    let recur = labels.len() * 2 <= found.len();
    (found.len() >= MIN_TURNS && labels.len() >= 2 && recur && found.len() * 2 >= paragraphs.len())
        .then(|| found.into_iter().map(|(_, quote)| quote).collect())
}

fn turn(text: &str, (from, to): (usize, usize)) -> Option<(&str, Quote)> {
    let paragraph = text.get(from..to)?;
    let (label, said) = paragraph.split_once([':', '：'])?;
    let said = said.trim();
    let name = label.split_once(',').map_or(label, |(name, _)| name).trim();
    let words = name.split_whitespace().count();
    let capitals =
        name.split_whitespace().filter(|w| w.chars().next().is_some_and(|c| !c.is_lowercase())).count();
    let named = (1..=MAX_LABEL_WORDS).contains(&words)
        && label.chars().count() <= MAX_LABEL_CHARS
        && capitals * 2 >= words
        && name.chars().next().is_some_and(|c| c.is_alphabetic() && !c.is_lowercase())
        && !name.contains(['.', '?', '!', '"', '“']);
    if !named || said.is_empty() || said.starts_with(['"', '“', '„', '«']) {
        return None;
    }
    Some((name, Quote { span: Span::within(text, said)?, speaker: Some(Span::within(text, name)?) }))
}
