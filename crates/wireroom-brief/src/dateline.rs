//! Datelines at a text's start: "PORT BRANDT, 3 May (Northern Wire) — ". A brief begins after them; the words it
//! shows stay the outlet's own. It refuses to cut where the words in front of a dash may be part of the sentence.
//! Start at [`after`].

use wireroom_model::Span;

/// Longest dateline, in bytes and in words: a place, a land, a day and an agency.
const MAX_BYTES: usize = 120;
const MAX_WORDS: usize = 14;
const DASHES: [char; 4] = ['—', '–', '-', '―'];

/// The sentence without the dateline it begins with; the sentence itself where it has none.
pub(crate) fn after(body: &str, sentence: Span) -> Span {
    let cut = || {
        let text = sentence.of(body)?;
        let rest = rest(text)?;
        Span::new(body, sentence.end() - rest.len(), sentence.end())
    };
    cut().unwrap_or(sentence)
}

/// What follows the dateline.
fn rest(text: &str) -> Option<&str> {
    for (at, dash) in text.char_indices().filter(|(_, c)| DASHES.contains(c)) {
        if at > MAX_BYTES {
            return None;
        }
        let (before, rest) = (text.get(..at)?, text.get(at + dash.len_utf8()..)?);
        // A hyphen within a word is no dash.
        let is_dash = before.ends_with([' ', ')', '\u{a0}']) && (dash != '-' || rest.starts_with([' ', '-']));
        if is_dash && is_dateline(before.trim_end()) {
            let rest = rest.trim_start_matches(|c: char| c.is_whitespace() || DASHES.contains(&c));
            // What is left must be able to begin a sentence.
            return rest.chars().next().filter(|c| !c.is_lowercase() && *c != ',').map(|_| rest);
        }
    }
    None
}

/// "PORT BRANDT", "Port Brandt, 3 May (Northern Wire)", "(Northern Wire)": ends in an agency in brackets, or begins
/// with a place in capitals; and holds nothing that ends a sentence.
fn is_dateline(before: &str) -> bool {
    let mut words = before.split_whitespace();
    let count = words.clone().count();
    let first = words.next().unwrap_or("").trim_end_matches([',', '/']);
    let letters = first.chars().filter(|c| c.is_alphabetic()).count();
    let place = letters >= 3 && first.chars().all(|c| !c.is_lowercase());
    let credited = before.ends_with(')') && before.contains('(');
    let named = |word: &str| word.chars().find(|c| c.is_alphanumeric()).is_none_or(|c| !c.is_lowercase());
    let names = before.split_whitespace().filter(|word| named(word)).count();
    (1..=MAX_WORDS).contains(&count)
        && (place || credited)
        // Small words between names ("3 de mayo", "at the harbour") may be the lesser part.
        && names * 2 > count
        && !before.contains(['?', '!', '“', '"', ';', ':'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_begins_after_its_dateline() {
        for (dateline, text) in [
            ("PORT BRANDT, Aldmark, 3 May (Northern Wire) — ", "The ferry ran aground."),
            ("(Northern Wire) - ", "Rain fell."),
            ("Port Brandt (NW) – ", "Der Regen fiel."),
            ("HALVEN — ", "“We heard it,” he said."),
            ("BRANDT, 3 de mayo (NW) -- ", "El barco."),
        ] {
            assert_eq!(rest(&format!("{dateline}{text}")), Some(text), "{dateline}");
        }
    }

    #[test]
    fn a_dash_within_a_sentence_is_no_dateline() {
        for text in [
            "The ferry Halcyon – built in 1998 – ran aground.",
            "NATO - which met on Tuesday - said nothing.",
            "Odo Brandt (61) – he cooks on the ferry – heard it.",
            "Well-known faces were there.",
            "She said: YES — We will.",
            "The union of seamen said at noon (as it had in May) — Nobody told us.",
        ] {
            assert_eq!(rest(text), None, "{text}");
        }
    }
}
