//! A line of a byline cut where labels stand: "By Ada Fenn. Photographs by Bo Lind". Start at [`segments`].

use super::labels::{LABELS, Part};
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// A stretch of a line with the label in front of it.
pub struct Segment {
    pub part: Option<Part>,
    /// "Text and photos by": its names both wrote and helped.
    pub both: bool,
    pub label: String,
    pub text: String,
}

/// A label at a place of the line: how many characters it takes.
struct Found {
    part: Part,
    length: usize,
}

/// Labels by their first letter, the longest first.
type Labels = BTreeMap<char, Vec<(Vec<char>, Part)>>;

static BY_START: LazyLock<Labels> = LazyLock::new(|| {
    let mut map = Labels::new();
    for (part, labels) in LABELS {
        for label in *labels {
            let chars: Vec<char> = label.chars().collect();
            if let Some(first) = chars.first() {
                map.entry(*first).or_default().push((chars, *part));
            }
        }
    }
    for labels in map.values_mut() {
        labels.sort_by_key(|(label, _)| std::cmp::Reverse(label.len()));
    }
    map
});

/// The longest label that begins here.
fn label(lower: &[char]) -> Option<Found> {
    let labels = BY_START.get(lower.first()?)?;
    labels.iter().find_map(|(label, part)| {
        let (words, colon) = match label.split_last() {
            Some((':', words)) => (words, true),
            _ => (label.as_slice(), false),
        };
        let rest = lower.strip_prefix(words)?;
        let spaces = rest.iter().take_while(|c| c.is_whitespace()).count();
        let after = rest.get(spaces..)?;
        let length = if colon {
            let mark = after.first().is_some_and(|c| matches!(c, ':' | '：'));
            if !mark || spaces > 1 {
                return None;
            }
            words.len() + spaces + 1
        } else {
            let joined = words.last().is_some_and(|c| !c.is_alphanumeric());
            if !(spaces > 0 || joined || after.is_empty()) {
                return None;
            }
            // "Text by: Ada Fenn".
            let colon = after.first().is_some_and(|c| matches!(c, ':' | '：'));
            words.len() + spaces + usize::from(colon)
        };
        Some(Found { part: *part, length })
    })
}

fn lower(text: &str) -> Vec<char> {
    text.trim().chars().map(|c| c.to_lowercase().next().unwrap_or(c)).collect()
}

/// True where a line begins with any label.
pub fn begins_with_label(text: &str) -> bool {
    label(&lower(text)).is_some()
}

/// True where a line begins as a byline does.
pub fn begins_with_author_label(text: &str) -> bool {
    label(&lower(text)).is_some_and(|found| found.part == Part::Wrote)
}

/// True for a label with nothing after it.
pub fn is_label(text: &str) -> bool {
    let lower = lower(text.trim_end_matches(['|', ' ']));
    label(&lower).is_some_and(|found| found.length >= lower.len())
        || label(&[lower, vec![':']].concat())
            .is_some_and(|f| f.length > text.trim_end_matches(['|', ' ']).chars().count())
}

/// Labels that open nothing but bylines: "by", "von", and those with a colon or several words.
pub fn is_sure_label(text: &str) -> bool {
    let lower = lower(text);
    label(&lower).is_some_and(|found| {
        let label: String = lower.iter().take(found.length).collect();
        let label = label.trim();
        matches!(label, "by" | "von") || label.ends_with([':', '：']) || label.contains(' ')
    })
}

/// Cuts a line where labels stand.
pub fn segments(line: &str) -> Vec<Segment> {
    let chars: Vec<char> = line.chars().collect();
    let lower: Vec<char> = chars.iter().map(|c| c.to_lowercase().next().unwrap_or(*c)).collect();
    let text = |from: usize, to: usize| chars.get(from..to).unwrap_or_default().iter().collect::<String>();
    let mut out: Vec<Segment> =
        vec![Segment { part: None, both: false, label: String::new(), text: String::new() }];
    let (mut at, mut from) = (0, 0);
    while at < chars.len() {
        let Some(found) =
            start(&lower, at).then(|| label(lower.get(at..).unwrap_or_default())).flatten().filter(|f| {
                // A short word ("di", "av", "por") is a label at the start of a line alone.
                let short = f.length <= 5 && !text(at, at + f.length).contains([':', '：']);
                at == 0 || !short || text(0, at).trim_end().ends_with(['|', '·', '•', ';', '—', '–'])
            })
        else {
            at += 1;
            continue;
        };
        close(&mut out, text(from, at));
        at += found.length;
        from = at;
        let words = text(at - found.length, at);
        match out.last_mut() {
            // "Text und Fotos: ", "Words and photos by ".
            Some(last)
                if last.part == Some(Part::Wrote) && found.part == Part::Helped && joins(&last.text) =>
            {
                last.both = true;
                last.label = words;
                last.text.clear();
            }
            _ => out.push(Segment { part: Some(found.part), both: false, label: words, text: String::new() }),
        }
    }
    close(&mut out, text(from, chars.len()));
    both_by_first_word(&mut out);
    out
}

fn close(out: &mut [Segment], text: String) {
    if let Some(last) = out.last_mut() {
        last.text = text;
    }
}

fn joins(text: &str) -> bool {
    matches!(
        text.trim().to_lowercase().as_str(),
        "" | "and" | "&" | "und" | "et" | "y" | "e" | "en" | "och" | "og" | "i" | "и" | "та" | "+" | "/"
    )
}

/// "Text und Fotos: Ada Fenn": the word before the label's own is a label without its colon.
fn both_by_first_word(out: &mut [Segment]) {
    const TEXT: &[&str] =
        &["text", "words", "story", "texte", "texto", "testo", "tekst", "текст", "teksti", "report"];
    let [first, second, ..] = out else { return };
    let words: Vec<String> = first.text.split_whitespace().map(str::to_lowercase).collect();
    let [text, join] = words.as_slice() else { return };
    let wrote = second.part == Some(Part::Wrote) || second.part == Some(Part::Helped);
    if TEXT.contains(&text.as_str()) && joins(join) && wrote {
        second.both = second.part == Some(Part::Helped);
        second.part = Some(Part::Wrote);
        first.text.clear();
    }
}

/// Labels begin at the line's start and after what is no letter.
fn start(lower: &[char], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|b| lower.get(b));
    before.is_none_or(|c| !c.is_alphanumeric() && !matches!(c, '-' | '\'' | '’' | '.' | '_' | '@'))
}
