//! Speaker turns of interviews and transcripts, in lines of their own or run together in one paragraph.
//! A label is a name, perhaps with a role, before a colon at the start of a sentence; labels count when they
//! alternate and carry most of the text. It refuses to see a transcript in a list or a quotation.
//! Start at [`turns`].

use std::collections::BTreeMap;
use wireroom_model::Turn;

/// Fewest turns of a transcript, and fewest of its most frequent speaker.
const MIN_TURNS: usize = 6;
const MIN_OF_ONE: usize = 2;
/// Longest label in characters, and most words of its name.
const MAX_LABEL: usize = 70;
const MAX_WORDS: usize = 5;
/// Share of the text, in hundredths, that turns must carry.
const MIN_SHARE: usize = 80;
/// Most turns that one text is split into.
const MAX_TURNS: usize = 5_000;

/// The turns of a body with the byte at which each begins; empty where it is no transcript.
pub fn turns(body: &str) -> Vec<(usize, Turn)> {
    let labels = labels(body);
    if labels.len() < MIN_TURNS || labels.len() > MAX_TURNS {
        return Vec::new();
    }
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for label in &labels {
        *counts.entry(label.name).or_default() += 1;
    }
    let frequent = counts.values().copied().max().unwrap_or(0);
    let repeated = counts.values().filter(|c| **c >= MIN_OF_ONE).count();
    let first = labels.first().map_or(body.len(), |l| l.start);
    let carried = (body.len() - first) * 100 >= body.len() * MIN_SHARE;
    // Every speaker of an interview comes back; a list of "Name: value" lines has new names all along.
    let alternates =
        labels.windows(2).filter(|w| matches!(w, [a, b] if a.name != b.name)).count() * 2 >= labels.len();
    if frequent < MIN_OF_ONE || repeated < 2 || !carried || !alternates || counts.len() * 2 > labels.len() + 2
    {
        return Vec::new();
    }
    let mut ends = labels.iter().skip(1).map(|l| l.start).chain([body.len()]);
    labels
        .iter()
        .filter_map(|label| {
            let end = ends.next()?;
            let text = body.get(label.text..end)?.trim().to_owned();
            let role = label.role.map(str::to_owned);
            Some((label.start, Turn { speaker: label.name.to_owned(), role, text }))
        })
        .collect()
}

struct Label<'b> {
    start: usize,
    /// Where the speech begins.
    text: usize,
    name: &'b str,
    role: Option<&'b str>,
}

fn labels(body: &str) -> Vec<Label<'_>> {
    let mut labels: Vec<Label<'_>> = Vec::new();
    for (colon, _) in body.match_indices(':') {
        if labels.len() > MAX_TURNS {
            break;
        }
        let Some(before) = body.get(..colon) else { continue };
        let Some(start) = label_start(before) else { continue };
        if labels.last().is_some_and(|l| start < l.text) {
            continue;
        }
        let Some(label) = body.get(start..colon) else { continue };
        let after = body.get(colon..).unwrap_or("");
        let rest = after.trim_start_matches(':');
        // "10:30", "https://": a label is followed by a space.
        if !rest.starts_with(char::is_whitespace)
            || !rest.trim_start().starts_with(|c: char| !c.is_lowercase())
        {
            continue;
        }
        let (name, role) = match label.split_once(", ") {
            Some((name, role)) => (name.trim(), Some(role.trim())),
            None => (label.trim(), None),
        };
        if is_name(name) && role.is_none_or(|r| r.split_whitespace().count() <= 8) {
            labels.push(Label { start, text: colon + (after.len() - rest.len()), name, role });
        }
    }
    labels
}

/// Where a label that ends here would begin: after a sentence's end or a paragraph's.
fn label_start(before: &str) -> Option<usize> {
    let mut seen = 0;
    let mut next: Option<char> = None;
    for (at, c) in before.char_indices().rev() {
        let follows = at + c.len_utf8();
        let ends = matches!(c, '.' | '?' | '!' | '…' | '。' | '？' | '！' | '"' | '”' | '»');
        if c == '\n' || (ends && next == Some(' ')) {
            let gap = before.get(follows..)?;
            return Some(follows + (gap.len() - gap.trim_start().len()));
        }
        seen += 1;
        if seen > MAX_LABEL {
            return None;
        }
        next = Some(c);
    }
    Some(0)
}

/// A name or a function word with capital letters: "Ada Fenn", "Reporter", "News report", "Q".
fn is_name(name: &str) -> bool {
    let words: Vec<&str> = name.split_whitespace().collect();
    let Some(first) = words.first() else { return false };
    words.len() <= MAX_WORDS
        && first
            .chars()
            .next()
            .is_some_and(|c| c.is_uppercase() || !(c.is_lowercase() || c.is_uppercase()) && c.is_alphabetic())
        && name.chars().all(|c| c.is_alphanumeric() || " .'’-–()&/".contains(c))
        && name.chars().filter(char::is_ascii_digit).count() <= 2
}

#[cfg(test)]
mod tests {
    use super::*;

    const TALK: &str = "Mara Holt: Welcome to the evening programme. Tonight we ask about the ferry. \
        News report: The ferry sank before dawn. Mara Holt: Professor, what happened? \
        Ivo Brandt, shipping historian: Nobody knows yet. But there is one thing: the weather was calm. \
        Mara Holt: Was the ship too old? Ivo Brandt: It was built in 1971. News report: Divers went down at noon. \
        Mara Holt: Thank you.";

    #[test]
    fn turns_run_together_in_one_paragraph_are_told_apart() {
        let turns = turns(TALK);
        let speakers: Vec<&str> = turns.iter().map(|(_, t)| t.speaker.as_str()).collect();
        assert_eq!(
            speakers,
            [
                "Mara Holt",
                "News report",
                "Mara Holt",
                "Ivo Brandt",
                "Mara Holt",
                "Ivo Brandt",
                "News report",
                "Mara Holt"
            ]
        );
        assert_eq!(turns[3].1.role.as_deref(), Some("shipping historian"));
        assert!(turns[3].1.text.ends_with("the weather was calm."));
    }

    #[test]
    fn a_list_of_labels_is_no_transcript() {
        let list: String = ('A'..='P').map(|c| format!("Item {c}: A value of its own.\n\n")).collect();
        assert!(turns(&list).is_empty());
        assert!(turns("She said: \"No.\" He said: \"Yes.\" They agreed: it was late.").is_empty());
    }
}
