//! Numbers of a text, by value: "12", "twelve" and "a dozen" are one, so are 1,000 and 1.000 and a thousand.
//! It reads no dates, no ordinals in words, and nothing vague ("dozens"). Start at [`numbers`].

use super::number_words::{scale, small};
use super::tokens::Token;
use wireroom_model::Lang;

/// How a hedge bounds its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Bound {
    Exact,
    /// "about"
    Near,
    /// "at least"
    Least,
    /// "up to"
    Most,
}

/// One number.
#[derive(Debug, Clone)]
pub(super) struct Number {
    /// What it may be worth: "1.000" is one in English print and a thousand in German.
    pub(super) values: Vec<f64>,
    pub(super) unit: Option<&'static str>,
    pub(super) bound: Bound,
    /// First token and the one after the last.
    pub(super) tokens: (usize, usize),
}

/// How far a hedged number may stand from the one in the source: "nearly 50" for 48, "more than 40" for 45.
/// Not tuned: a tenth is what news writers round away in print.
const ROUNDING: f64 = 0.12;

/// Numbers this near are equal: what binary fractions make of 64.6 billion.
const EQUAL: f64 = 1e-9;

impl Number {
    /// Whether a source that gives `other` says this number.
    pub(super) fn fits(&self, other: &Self) -> bool {
        if self.unit.is_some() && other.unit.is_some() && self.unit != other.unit {
            return false;
        }
        if (self.unit == Some("%")) != (other.unit == Some("%")) {
            return false;
        }
        self.values.iter().any(|v| other.values.iter().any(|o| self.near(*v, *o)))
    }

    fn near(&self, value: f64, other: f64) -> bool {
        let apart = (value - other) / other.abs().max(EQUAL);
        match self.bound {
            _ if apart.abs() <= EQUAL => true,
            Bound::Exact => false,
            _ if step(value) <= step(other) => false,
            Bound::Near => apart.abs() <= ROUNDING,
            Bound::Least => (-ROUNDING..=0.0).contains(&apart),
            Bound::Most => (0.0..=ROUNDING).contains(&apart),
        }
    }
}

/// The step in which a value is round: 50 for 50, 100 for 8100, 1 for 48. A rounded value has a wider one than what it rounds.
fn step(value: f64) -> f64 {
    let mut step = 1e-3;
    let mut widest = 0.0;
    while step <= value.abs() {
        for step in [step, 5.0 * step] {
            let times = value.abs() / step;
            if (times - times.round()).abs() < 1e-6 && times >= 1.0 {
                widest = step;
            }
        }
        step *= 10.0;
    }
    widest
}

/// The numbers of a text; their tokens are marked. Calendar expressions are left out.
pub(super) fn numbers(text: &str, tokens: &mut [Token], lang: Lang) -> Vec<Number> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let Some((values, past)) = value(text, tokens, at, lang) else {
            at += 1;
            continue;
        };
        let (unit, after) = unit(text, tokens, at, past);
        let bound = bound(tokens, at);
        for token in tokens.get_mut(at..past).unwrap_or_default() {
            token.counted = true;
            token.matter = true;
        }
        found.push(Number { values, unit, bound, tokens: (at, past) });
        at = after.max(at + 1);
    }
    found
}

/// The value that begins at token `at`, and the token after it.
fn value(text: &str, tokens: &[Token], at: usize, lang: Lang) -> Option<(Vec<f64>, usize)> {
    let first = tokens.get(at).filter(|t| !t.dated)?;
    let before = text.get(..first.span.start()).and_then(|s| s.chars().next_back());
    if first.is_digit() {
        // "COVID-19", "F-16": part of a name.
        let glued = before.is_some_and(|c| matches!(c, '-' | '‑'))
            && at.checked_sub(1).and_then(|i| tokens.get(i)).is_some_and(|t| t.capital && !t.is_digit());
        return if glued { None } else { figures(text, tokens, at, lang) };
    }
    in_words(tokens, at, lang)
}

/// A number in figures: its readings, with what multiplies it.
fn figures(text: &str, tokens: &[Token], at: usize, lang: Lang) -> Option<(Vec<f64>, usize)> {
    let first = tokens.get(at)?;
    let digits_of = |t: &Token| t.folded.bytes().take_while(u8::is_ascii_digit).count();
    let mut raw = first.folded.get(..digits_of(first))?.to_owned();
    let mut suffix = first.folded.get(digits_of(first)..)?.to_owned();
    let mut past = at + 1;
    while suffix.is_empty() {
        let (Some(last), Some(next)) = (tokens.get(past - 1), tokens.get(past)) else { break };
        let gap = text.get(last.span.end()..next.span.start()).unwrap_or("");
        let count = digits_of(next);
        let joined = match gap {
            "." | "," => count > 0,
            "\u{a0}" | "\u{202f}" | " " | "’" | "'" => {
                count == 3 && next.folded.len() == 3 && digits_of(last) <= 3 && !last.dated
            }
            _ => false,
        };
        if !joined || next.dated {
            break;
        }
        raw.push(if gap == "." || gap == "," { gap.chars().next()? } else { '_' });
        raw.push_str(next.folded.get(..count)?);
        suffix = next.folded.get(count..)?.to_owned();
        past += 1;
    }
    let mut values = readings(&raw);
    let times = match suffix.as_str() {
        "" | "st" | "nd" | "rd" | "th" | "s" | "er" | "e" => 1.0,
        "k" => 1e3,
        "m" | "mn" | "mio" => 1e6,
        "b" | "bn" | "mrd" => 1e9,
        "tn" => 1e12,
        // "3d", "5g", "16x": a name, compared as a word.
        _ => return None,
    };
    let mut times = times;
    let near = |past: usize| {
        let (last, next) = tokens.get(past - 1).zip(tokens.get(past))?;
        let gap = text.get(last.span.end()..next.span.start())?;
        matches!(gap, " " | "\u{a0}" | "\u{202f}" | "-" | "").then_some(next)
    };
    while let Some(scale) = near(past).and_then(|t| scale(&t.folded, lang)) {
        times *= scale;
        past += 1;
    }
    values.iter_mut().for_each(|v| *v *= times);
    (!values.is_empty()).then_some((values, past))
}

/// "1.000" is 1 or 1000, "1,250.5" is one number, "3_500" is grouped by a gap.
fn readings(raw: &str) -> Vec<f64> {
    let grouped = |group: char, point: char| -> Option<f64> {
        let (whole, fraction) = raw.split_once(point).map_or((raw, None), |(w, f)| (w, Some(f)));
        let mut pieces = whole.split([group, '_']);
        let mut plain = pieces.next()?.to_owned();
        for piece in pieces {
            if piece.len() != 3 {
                return None;
            }
            plain.push_str(piece);
        }
        if let Some(fraction) = fraction {
            plain.push('.');
            plain.push_str(fraction);
        }
        plain.parse().ok()
    };
    let mut values: Vec<f64> = [grouped(',', '.'), grouped('.', ',')].into_iter().flatten().collect();
    values.dedup_by(|a, b| (*a - *b).abs() < EQUAL);
    values
}

/// A number in words: "twenty-four", "two hundred and fifty thousand", "a dozen", "vierundzwanzig".
fn in_words(tokens: &[Token], at: usize, lang: Lang) -> Option<(Vec<f64>, usize)> {
    let (mut total, mut current, mut past) = (0.0, None::<f64>, at);
    let mut article = false;
    while let Some(token) = tokens.get(past).filter(|t| !t.dated && (past == at || !t.parted)) {
        let word = token.folded.as_str();
        if past == at && is_article(word) {
            article = true;
        } else if let Some(times) = scale(word, lang) {
            let base = match current {
                Some(value) => value,
                None if article && past == at + 1 || total > 0.0 => 1.0,
                None => break,
            };
            if times <= 100.0 {
                current = Some(base * times);
            } else {
                total += base * times;
                current = None;
            }
            article = false;
        } else if let Some(small) = small(word, lang) {
            match current {
                None if !article => current = Some(small),
                Some(value)
                    if value % 100.0 == 0.0 && small < 100.0
                        || value % 10.0 == 0.0 && small < 20.0 && value >= 20.0 =>
                {
                    // "quatre-vingt": four twenties.
                    current = Some(value + small);
                }
                Some(4.0) if word.starts_with("vingt") => current = Some(80.0),
                _ => break,
            }
        } else if matches!(word, "and" | "und" | "et" | "y" | "e")
            && (current.is_some() || total > 0.0)
            && tokens.get(past + 1).is_some_and(|t| small(&t.folded, lang).is_some() && !t.parted)
            && current.is_none_or(|v| v % 10.0 == 0.0 && v >= 20.0)
        {
            // The word after belongs to the number.
        } else {
            break;
        }
        past += 1;
    }
    if article {
        return None;
    }
    let value = total + current.unwrap_or(0.0);
    // A bare "one" is an article as often as a number.
    (value > 1.0 && past > at).then_some((vec![value], past))
}

fn is_article(word: &str) -> bool {
    matches!(word, "a" | "an" | "one" | "ein" | "eine" | "einer" | "einem" | "un" | "une" | "una")
}

/// The unit of the value in tokens `at..past`, and the token after it.
fn unit(text: &str, tokens: &[Token], at: usize, past: usize) -> (Option<&'static str>, usize) {
    let start = tokens.get(at).map_or(0, |t| t.span.start());
    let sign = text
        .get(..start)
        .and_then(|s| s.trim_end_matches([' ', '\u{a0}']).chars().next_back())
        .and_then(sign);
    let end = past.checked_sub(1).and_then(|i| tokens.get(i)).map_or(0, |t| t.span.end());
    let behind = text.get(end..).unwrap_or("");
    let behind =
        behind.trim_start_matches([' ', '\u{a0}', '\u{202f}', '-']).chars().next().and_then(sign_behind);
    let word = tokens.get(past).map_or("", |t| t.folded.as_str());
    let next = tokens.get(past + 1).map_or("", |t| t.folded.as_str());
    let named = match (word, next) {
        ("percent" | "pc" | "prozent" | "procent", _) => Some(("%", past + 1)),
        ("per" | "pour" | "por" | "per-", "cent" | "ciento" | "cento") => Some(("%", past + 2)),
        ("dollars" | "dollar" | "dólares", _) | ("us", "dollars") => Some(("USD", past + 1)),
        ("euros" | "euro", _) | ("d" | "de", "euros" | "euro") => Some(("EUR", past + 1)),
        ("pounds" | "pfund" | "libras", _) => Some(("GBP", past + 1)),
        ("yen", _) => Some(("JPY", past + 1)),
        ("rupees", _) => Some(("INR", past + 1)),
        ("km" | "kilometres" | "kilometers" | "kilometer" | "kilomètres" | "kilómetros", _) => {
            Some(("km", past + 1))
        }
        ("miles", _) => Some(("mi", past + 1)),
        _ => None,
    };
    match (sign, behind, named) {
        (Some(sign), _, _) => (Some(sign), past),
        (None, Some(sign), _) => (Some(sign), past),
        (None, None, Some((unit, after))) => (Some(unit), after),
        (None, None, None) => (None, past),
    }
}

const fn sign(c: char) -> Option<&'static str> {
    Some(match c {
        '$' => "USD",
        '€' => "EUR",
        '£' => "GBP",
        '¥' => "JPY",
        '₹' => "INR",
        '₽' => "RUB",
        '₴' => "UAH",
        _ => return None,
    })
}

const fn sign_behind(c: char) -> Option<&'static str> {
    match c {
        '%' => Some("%"),
        // A sum that follows has its sign in front.
        '€' => Some("EUR"),
        _ => None,
    }
}

/// The hedge right before token `at`.
fn bound(tokens: &[Token], at: usize) -> Bound {
    let back = |n: usize| at.checked_sub(n).and_then(|i| tokens.get(i)).map_or("", |t| t.folded.as_str());
    match (back(3), back(2), back(1)) {
        (_, "at", "least")
        | (_, "more", "than")
        | (_, "mehr", "als")
        | (_, "au", "moins")
        | (_, "plus", "de")
        | (_, "al", "menos")
        | (_, "más", "de") => Bound::Least,
        ("no", "fewer", "than") | ("no", "less", "than") | ("por", "lo", "menos") => Bound::Least,
        (_, "fewer" | "less", "than")
        | (_, "up", "to")
        | (_, "at", "most")
        | (_, "bis", "zu")
        | (_, "weniger", "als")
        | (_, "moins", "de")
        | (_, "jusqu", "à")
        | (_, "menos", "de") => Bound::Most,
        ("as", "many" | "much", "as") => Bound::Most,
        (_, "close", "to") | (_, "près", "de") | (_, "cerca", "de") => Bound::Near,
        (_, _, "over" | "mindestens" | "über" | "minimum") => Bound::Least,
        (_, _, "under" | "höchstens" | "hasta") => Bound::Most,
        (_, _, word) if is_near(word) => Bound::Near,
        (_, word, article) if is_near(word) && is_article(article) => Bound::Near,
        _ => Bound::Exact,
    }
}

fn is_near(word: &str) -> bool {
    matches!(
        word,
        "about"
            | "around"
            | "some"
            | "roughly"
            | "nearly"
            | "almost"
            | "approximately"
            | "estimated"
            | "rund"
            | "etwa"
            | "fast"
            | "knapp"
            | "ungefähr"
            | "circa"
            | "ca"
            | "environ"
            | "quelque"
            | "presque"
            | "unos"
            | "unas"
            | "casi"
    )
}
