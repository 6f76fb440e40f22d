//! The values that stand in a sentence, as far as telling one version's number from another's needs them: digits and
//! number words with their magnitude and unit. What is counted is left to `figures`; here two sentences that say the
//! same are laid side by side, so that a value's place tells it. Start at [`values`].

use super::numerals::{magnitude, numeral, unit};
use wireroom_model::{Lang, Span};
use wireroom_text::words::fold;

/// Words of one number after its first.
const MAX_NUMBER_WORDS: usize = 6;

/// One value. Its words are sign, number, magnitude and unit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Value {
    pub(super) span: Span,
    pub(super) number: f64,
    pub(super) unit: Option<&'static str>,
    /// It counts for sure: written in digits, or a word that is a number and nothing else.
    pub(super) sure: bool,
}

impl Value {
    /// Whether two say the same: seven and 7, 2 million and 2,000,000.
    pub(super) fn equals(&self, other: &Self) -> bool {
        let near = (self.number - other.number).abs() <= self.number.abs() * 1e-9;
        near && (self.unit == other.unit || self.unit.is_none() || other.unit.is_none())
    }
}

/// A word, a run of digits or a sign of the sentence.
#[derive(Debug)]
struct Part<'t> {
    start: usize,
    end: usize,
    text: &'t str,
    folded: String,
}

/// The values of the sentence at `span`, in order. `dates` are spans of the body that say when: no values.
pub(super) fn values(body: &str, span: Span, lang: Lang, dates: &[Span]) -> Vec<Value> {
    let parts = parts(body, span, lang);
    let mut found = Vec::new();
    let mut at = 0;
    while at < parts.len() {
        match value(body, &parts, at, lang, dates) {
            Some((value, next)) => {
                found.extend(value);
                at = next.max(at + 1);
            }
            None => at += 1,
        }
    }
    found
}

fn parts<'t>(body: &'t str, span: Span, lang: Lang) -> Vec<Part<'t>> {
    let text = span.of(body).unwrap_or("");
    let mut parts = Vec::new();
    let mut rest = text.char_indices().peekable();
    while let Some((start, first)) = rest.next() {
        let mut end = start + first.len_utf8();
        if first.is_whitespace() {
            continue;
        }
        if first.is_ascii_digit() {
            while let Some(&(at, c)) = rest.peek() {
                let after = text.get(at + c.len_utf8()..).unwrap_or("");
                if !(c.is_ascii_digit() || is_inner(c, text.get(start..at).unwrap_or(""), after, lang)) {
                    break;
                }
                end = at + c.len_utf8();
                rest.next();
            }
        } else if first.is_alphabetic() {
            while let Some((at, c)) = rest.next_if(|(_, c)| c.is_alphabetic()) {
                end = at + c.len_utf8();
            }
        }
        let part = text.get(start..end).unwrap_or("");
        parts.push(Part {
            start: span.start() + start,
            end: span.start() + end,
            text: part,
            folded: fold(part),
        });
    }
    parts
}

/// Whether a sign stands within a number: "1,250", "40.3", "1 250".
fn is_inner(c: char, before: &str, after: &str, lang: Lang) -> bool {
    let digits = after.chars().take_while(char::is_ascii_digit).count();
    match c {
        ',' | '.' => digits > 0,
        // A gap groups thousands: three digits, and at most three before it.
        '\u{a0}' | '\u{202f}' | '’' | '\'' => digits == 3,
        ' ' => {
            let held = before.chars().rev().take_while(char::is_ascii_digit).count();
            digits == 3 && held <= 3 && !before.contains(['.', ',']) && !is_english(lang)
        }
        _ => false,
    }
}

fn is_english(lang: Lang) -> bool {
    matches!(lang.as_str(), "en" | "und" | "ja" | "zh" | "ko" | "he" | "th")
}

fn number(digits: &str, lang: Lang) -> Option<f64> {
    let (group, point) = if is_english(lang) { (',', '.') } else { ('.', ',') };
    let (whole, fraction) = match digits.rsplit_once(point) {
        Some((whole, fraction)) => (whole, Some(fraction)),
        // "40.3" in a text whose point is a comma.
        None => match digits.rsplit_once(group) {
            Some((whole, last)) if last.len() != 3 => (whole, Some(last)),
            _ => (digits, None),
        },
    };
    let mut plain: String = whole.chars().filter(char::is_ascii_digit).collect();
    if let Some(fraction) = fraction {
        plain.push('.');
        plain.extend(fraction.chars().filter(char::is_ascii_digit));
    }
    plain.parse().ok()
}

/// The value that begins at part `at` (`None` inside where it is a number but no value: a date, a score, a name), and
/// the part after it.
fn value(
    body: &str,
    parts: &[Part<'_>],
    at: usize,
    lang: Lang,
    dates: &[Span],
) -> Option<(Option<Value>, usize)> {
    let first = parts.get(at)?;
    let digits = first.text.starts_with(|c: char| c.is_ascii_digit());
    let (mut amount, mut next, sure) = if digits {
        (number(first.text, lang)?, at + 1, true)
    } else {
        let (amount, next, sure) = spelled(parts, at, lang)?;
        (amount, next, sure)
    };
    let glued = |one: usize| match (one.checked_sub(1).and_then(|i| parts.get(i)), parts.get(one)) {
        (Some(a), Some(b)) => a.end == b.start,
        _ => false,
    };
    let dated = dates.iter().any(|d| d.start() < first.end && first.start < d.end());
    if dated || digits && is_name(parts, at, next, &glued) {
        return Some((None, next));
    }
    while let Some(times) = parts.get(next).and_then(|p| magnitude(&p.folded, lang, glued(next))) {
        amount *= times;
        next += 1;
    }
    let (mut start, mut named) = (first.start, None);
    if let Some(sign) = at.checked_sub(1).and_then(|i| parts.get(i))
        && let Some(money) = unit(&[&sign.folded]).filter(|_| !sign.text.starts_with(char::is_alphabetic))
    {
        (start, named) = (sign.start, Some(money));
    }
    let ahead: Vec<&str> = parts.iter().skip(next).take(3).map(|p| p.folded.as_str()).collect();
    for words in (1..=ahead.len()).rev() {
        if let Some(unit) = ahead.get(..words).and_then(unit) {
            named = named.or(Some(unit));
            next += words;
            break;
        }
    }
    let end = parts.get(next.checked_sub(1)?)?.end;
    let span = Span::new(body, start, end)?;
    Some((Some(Value { span, number: amount, unit: named, sure }), next))
}

/// "A6", "2-2", "10:30", "COVID-19", "34-year-old", "7 am": numbers, and no values.
fn is_name(parts: &[Part<'_>], at: usize, next: usize, glued: &impl Fn(usize) -> bool) -> bool {
    let before = at.checked_sub(1).and_then(|i| parts.get(i));
    let after = parts.get(next);
    let tied = |c: &str| matches!(c, "-" | "–" | ":" | "/" | "#" | "." | "’" | "'");
    let in_front =
        glued(at) && before.is_some_and(|p| tied(&p.folded) || p.text.starts_with(char::is_alphabetic));
    let behind = glued(next)
        && after.is_some_and(|p| matches!(p.folded.as_str(), "-" | "–" | ":" | "/"))
        && glued(next + 1);
    let clock = after.is_some_and(|p| {
        matches!(p.folded.as_str(), "am" | "pm" | "uhr" | "gmt" | "th" | "nd" | "rd" | "st")
    });
    let ranked = before.is_some_and(|p| {
        matches!(
            p.folded.as_str(),
            "gate"
                | "no"
                | "nr"
                | "number"
                | "flight"
                | "route"
                | "section"
                | "article"
                | "tor"
                | "gleis"
                | "numéro"
                | "número"
                | "pavillon"
                | "aged"
        )
    });
    in_front || behind || clock || ranked
}

/// A number in words: the longest run that makes one, its value, and whether its words are numbers and nothing else.
fn spelled(parts: &[Part<'_>], at: usize, lang: Lang) -> Option<(f64, usize, bool)> {
    let first = numeral(&parts.get(at)?.folded, lang)?;
    let (mut held, mut next) = (first.value, at + 1);
    for _ in 0..if first.sure { MAX_NUMBER_WORDS } else { 0 } {
        // "twenty-four", "soixante et onze", "treinta y dos".
        let linked =
            parts.get(next).is_some_and(|p| matches!(p.folded.as_str(), "-" | "‑" | "and" | "et" | "y"));
        let here = next + usize::from(linked);
        let Some(more) = parts.get(here).and_then(|p| numeral(&p.folded, lang)).filter(|more| more.sure)
        else {
            break;
        };
        match more.value {
            100.0 if (1.0..100.0).contains(&held) && !linked => held *= 100.0,
            // "quatre-vingts"
            20.0 if held == 4.0 => held = 80.0,
            value if held >= 20.0 && held % 10.0 == 0.0 && value < held && value < 20.0 => held += value,
            _ => break,
        }
        next = here + 1;
    }
    Some((held, next, first.sure))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, lang: Lang) -> Vec<(&str, f64)> {
        let span = Span::new(text, 0, text.len()).unwrap();
        values(text, span, lang, &[]).iter().map(|v| (v.span.of(text).unwrap(), v.number)).collect()
    }

    #[test]
    fn values_are_read_in_digits_and_in_words() {
        let de = Lang::parse("de");
        let fr = Lang::parse("fr");
        let es = Lang::parse("es");
        assert_eq!(
            read("Some 1,250 homes and $2.5 million.", Lang::EN),
            [("1,250", 1250.0), ("$2.5 million", 2.5e6)]
        );
        assert_eq!(
            read("Twenty-four people, 3.5 per cent.", Lang::EN),
            [("Twenty-four", 24.0), ("3.5 per cent", 3.5)]
        );
        assert_eq!(read("It fell to 40.3C in Orle.", Lang::EN).first().map(|v| v.1), Some(40.3));
        assert_eq!(
            read("Zweiundsiebzig Menschen, 1.250 Häuser, 2,5 Prozent", de),
            [("Zweiundsiebzig", 72.0), ("1.250", 1250.0), ("2,5 Prozent", 2.5)]
        );
        assert_eq!(
            read("Soixante-douze lits et 1 250 hectares", fr),
            [("Soixante-douze", 72.0), ("1 250 hectares", 1250.0)]
        );
        assert_eq!(read("Treinta y dos heridos", es), [("Treinta y dos", 32.0)]);
    }

    #[test]
    fn scores_times_and_names_are_no_values() {
        assert!(read("They won 3-2 at 10:30 on the A6 after COVID-19, at gate 31.", Lang::EN).is_empty());
    }

    #[test]
    fn seven_and_7_are_one_value() {
        let (one, two) = ("seven homes", "7 homes");
        let value = |text: &str| {
            let span = Span::new(text, 0, text.len()).unwrap();
            values(text, span, Lang::EN, &[])[0]
        };
        assert!(value(one).equals(&value(two)));
    }
}
