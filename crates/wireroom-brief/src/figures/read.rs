//! Figures of one sentence: value or range, hedge, unit, and what is counted. Dates, times of day, ages, ranks,
//! scores and numbers in names are none; where nothing says what is counted, there is no figure.
//! Start at [`read`].

use super::terms::{Bound, HEDGES, fate, is_time, multiplier, number_word, unit};
use crate::stop;
use wireroom_model::{Lang, Span};
use wireroom_text::words::fold;

/// Words after a value in which what is counted may stand.
const REACH: usize = 7;
/// Longest name of what is counted.
const MAX_WHAT_WORDS: usize = 2;

/// One figure.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Read {
    pub(crate) low: f64,
    pub(crate) high: f64,
    pub(crate) bound: Bound,
    pub(crate) hedge: Option<String>,
    /// One spelling: "USD", "%", "km".
    pub(crate) unit: Option<String>,
    /// Folded: "drones", or what befell people ("killed").
    pub(crate) what: String,
    /// True where `what` is what befell people: such counts move.
    pub(crate) moves: bool,
    /// The hedge, the value and its unit, in bytes of the body.
    pub(crate) span: Span,
}

impl Read {
    /// Figures of different kinds are never compared.
    pub(crate) fn kind(&self) -> String {
        match &self.unit {
            Some(unit) => unit.clone(),
            None => self.what.clone(),
        }
    }
}

/// A word or sign of the sentence.
#[derive(Debug)]
struct Part {
    start: usize,
    end: usize,
    folded: String,
    /// White space or a sign stands before it, not a letter.
    free: bool,
}

/// The figures of the sentence at `span`. `dates` are spans of the body that say when.
pub(super) fn read(body: &str, span: Span, lang: Lang, dates: &[Span]) -> Vec<Read> {
    let parts = parts(body, span);
    let mut found = Vec::new();
    let mut at = 0;
    while at < parts.len() {
        match figure(body, &parts, at, lang, dates) {
            Some((read, next)) => {
                found.push(read);
                at = next.max(at + 1);
            }
            None => at += 1,
        }
    }
    found
}

fn parts(body: &str, span: Span) -> Vec<Part> {
    let text = span.of(body).unwrap_or("");
    let mut parts: Vec<Part> = Vec::new();
    let mut rest = text.char_indices().peekable();
    while let Some((start, first)) = rest.next() {
        let mut end = start + first.len_utf8();
        if first.is_whitespace() {
            continue;
        }
        if first.is_alphanumeric() {
            let number = first.is_ascii_digit();
            while let Some(&(at, c)) = rest.peek() {
                let after = text.get(at + c.len_utf8()..).and_then(|s| s.chars().next());
                let inner = number
                    && matches!(c, '.' | ',' | '\u{a0}' | '\u{202f}' | '’')
                    && after.is_some_and(|c| c.is_ascii_digit());
                let letters = c.is_alphanumeric() && (!number || c.is_ascii_digit());
                if !(letters || inner) {
                    break;
                }
                end = at + c.len_utf8();
                rest.next();
            }
        }
        let before = text.get(..start).and_then(|s| s.chars().next_back());
        parts.push(Part {
            start: span.start() + start,
            end: span.start() + end,
            folded: fold(text.get(start..end).unwrap_or("")),
            free: before.is_none_or(|c| !c.is_alphanumeric() && c != '-' && c != '.' && c != '/'),
        });
    }
    parts
}

/// The figure whose value begins at part `at`, and the part after it.
fn figure(body: &str, parts: &[Part], at: usize, lang: Lang, dates: &[Span]) -> Option<(Read, usize)> {
    let first = parts.get(at)?;
    if !first.free || dates.iter().any(|d| d.start() < first.end && first.start < d.end()) {
        return None;
    }
    let before = at.checked_sub(1).and_then(|i| parts.get(i)).map_or("", |p| p.folded.as_str());
    // "Section 232", "two out of every 10,000", "one in three".
    if is_rank(before) || matches!(before, "every" | "per" | "in") && is_ratio(parts, at, lang) {
        return None;
    }
    let (mut low, mut next) = value(parts, at, lang)?;
    let mut high = low;
    let mut signed = at.checked_sub(1).and_then(|i| parts.get(i)).and_then(|p| unit(&p.folded));
    // "10 to 12", "10-12".
    if parts.get(next).is_some_and(|p| matches!(p.folded.as_str(), "to" | "-" | "–" | "bis" | "à" | "a"))
        && let Some((top, after)) = value(parts, next + 1, lang)
        && top > low
    {
        // "3 to 5 million": both are millions.
        if top >= 1e3 * low && multiplier(&parts.get(after - 1)?.folded, lang).is_some() {
            low *= multiplier(&parts.get(after - 1)?.folded, lang)?;
        }
        (high, next) = (top, after);
    } else if parts.get(next).is_some_and(|p| matches!(p.folded.as_str(), "-" | "–" | "/" | ":")) {
        // "34-year-old", "3-2", "9/11", "10:30".
        return None;
    }
    let mut named = unit_at(parts, next);
    if let Some((_, after)) = named {
        next = after;
    }
    if signed.is_none() {
        signed = named.take().map(|(unit, _)| unit);
    }
    // "US$800 ($1,200)": the same sum in another money.
    let bracket = at.checked_sub(2).and_then(|i| parts.get(i)).is_some_and(|p| p.folded == "(");
    if signed.is_some() && bracket && at > 2 {
        return None;
    }
    // "two out of 10,000", "2 in 10,000".
    if parts.get(next).is_some_and(|p| matches!(p.folded.as_str(), "in" | "out" | "per")) && signed.is_none()
    {
        return None;
    }
    let (what, moves) = counted(parts, next, at, lang, signed.is_some())?;
    let plain_year = signed.is_none()
        && low == high
        && low.fract() == 0.0
        && (1900.0..2100.0).contains(&low)
        && next == at + 1;
    if plain_year && !moves {
        return None;
    }
    let (hedge, bound, start) = hedge(body, parts, at, signed.is_some());
    let end = parts.get(next - 1)?.end;
    let span = Span::new(body, start, end)?;
    Some((Read { low, high, bound, hedge, unit: signed.map(str::to_owned), what, moves, span }, next))
}

fn unit_at(parts: &[Part], at: usize) -> Option<(&'static str, usize)> {
    let word = &parts.get(at)?.folded;
    if let Some(unit) = unit(word) {
        return Some((unit, at + 1));
    }
    let next = parts.get(at + 1).map(|p| p.folded.as_str());
    match (word.as_str(), next) {
        ("per", Some("cent")) | ("pour", Some("cent")) | ("por", Some("ciento")) => Some(("%", at + 2)),
        ("de", Some(word)) => unit(word).map(|unit| (unit, at + 2)),
        ("us", Some("dollars")) => Some(("USD", at + 2)),
        _ => None,
    }
}

/// Words before a number that make it a name.
fn is_rank(word: &str) -> bool {
    matches!(
        word,
        "section"
            | "phase"
            | "article"
            | "no"
            | "number"
            | "chapter"
            | "page"
            | "route"
            | "flight"
            | "order"
            | "level"
            | "type"
            | "title"
            | "act"
            | "rule"
            | "line"
            | "gate"
            | "room"
            | "age"
            | "aged"
            | "artikel"
            | "nr"
            | "nummer"
            | "paragraf"
            | "numéro"
            | "número"
            | "artículo"
            | "section no"
            | "#"
    )
}

/// A number of the whole of which a part was counted.
fn is_ratio(parts: &[Part], at: usize, lang: Lang) -> bool {
    let Some(word) = at.checked_sub(1).and_then(|i| parts.get(i)) else { return false };
    match word.folded.as_str() {
        "in" => at.checked_sub(2).is_some_and(|i| {
            parts.get(i).is_some_and(|p| p.folded == "one") || value(parts, i, lang).is_some()
        }),
        _ => true,
    }
}

/// A number with its multiplier, and the part after both.
fn value(parts: &[Part], at: usize, lang: Lang) -> Option<(f64, usize)> {
    let word = &parts.get(at)?.folded;
    let mut value =
        if word.chars().next()?.is_ascii_digit() { digits(word, lang)? } else { number_word(word, lang)? };
    let mut next = at + 1;
    // "twenty-four"
    if !word.chars().next()?.is_ascii_digit()
        && value >= 20.0
        && parts.get(next).is_some_and(|p| p.folded == "-")
        && let Some(ones) =
            parts.get(next + 1).and_then(|p| number_word(&p.folded, lang)).filter(|ones| *ones < 10.0)
    {
        value += ones;
        next += 2;
    }
    if let Some(times) = parts.get(next).and_then(|p| multiplier(&p.folded, lang)) {
        // 64.6 billion is a whole number, whatever binary fractions make of it.
        return Some(((value * times).round(), next + 1));
    }
    // "8bn", "2.3B", "40k", without a space.
    let glued = parts.get(next).filter(|p| parts.get(next - 1).is_some_and(|number| number.end == p.start));
    let times = match glued.map(|p| p.folded.as_str()) {
        Some("k") => 1e3,
        Some("m") => 1e6,
        Some("b") => 1e9,
        _ => return Some((value, next)),
    };
    Some(((value * times).round(), next + 1))
}

/// "1,250.5" in English, "1.250,5" elsewhere; what fits neither is no number.
fn digits(word: &str, lang: Lang) -> Option<f64> {
    let english = matches!(lang.as_str(), "en" | "und" | "ja" | "zh" | "ko" | "he" | "th");
    let (group, point) = if english { (',', '.') } else { ('.', ',') };
    let (whole, fraction) = word.split_once(point).map_or((word, None), |(w, f)| (w, Some(f)));
    let mut plain = String::new();
    for (index, piece) in whole.split([group, '\u{a0}', '\u{202f}', '’']).enumerate() {
        if index > 0 && piece.len() != 3 || piece.is_empty() || !piece.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        plain.push_str(piece);
    }
    if let Some(fraction) = fraction {
        if !fraction.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        plain.push('.');
        plain.push_str(fraction);
    }
    plain.parse().ok()
}

/// What is counted: what befell people within reach, else the noun right after.
fn counted(parts: &[Part], next: usize, at: usize, lang: Lang, has_unit: bool) -> Option<(String, bool)> {
    let after: Vec<&str> = parts.iter().skip(next).take(REACH).map(|p| p.folded.as_str()).collect();
    if after.first().is_some_and(|word| is_time(word)) {
        return None;
    }
    let clause: Vec<&str> = after
        .iter()
        .copied()
        .take_while(|word| {
            !matches!(*word, "." | ";" | ":" | "(" | ")" | "—" | "–" | "," | "and" | "und" | "et" | "y")
        })
        .collect();
    if !has_unit
        && let Some((place, fate)) = clause.iter().enumerate().find_map(|(i, word)| Some((i, fate(word)?)))
    {
        // "Four journalists were killed" is no toll of people.
        let whose = clause
            .iter()
            .take(place)
            .find(|word| word.ends_with('s') && word.len() > 3 && stop::carries(word, lang));
        let what = match whose {
            Some(noun) if !is_people(noun) => format!("{noun} {fate}"),
            _ => fate.to_owned(),
        };
        return Some((what, true));
    }
    // "killed 12 people", "a death toll of 12".
    let people = clause.first().is_none_or(|word| is_people(word));
    let before: Vec<&str> = parts.iter().take(at).rev().take(4).map(|p| p.folded.as_str()).collect();
    if !has_unit
        && people
        && let Some(fate) = before.iter().find_map(|word| fate(word))
    {
        return Some((fate.to_owned(), true));
    }
    let mut noun = Vec::new();
    for word in clause {
        let adverb = word.ends_with("ly") && lang == Lang::EN;
        if adverb || !word.chars().all(char::is_alphabetic) || !stop::carries(word, lang) {
            if noun.is_empty() && matches!(word, "of" | "de" | "in") && has_unit {
                continue;
            }
            break;
        }
        noun.push(word);
        let plural = word.ends_with('s') || is_people(word);
        if plural || noun.len() == MAX_WHAT_WORDS {
            break;
        }
    }
    match noun.last() {
        // Where people die or go missing, every count may move.
        Some(last) if !has_unit && last.ends_with('s') && parts.iter().any(|p| fate(&p.folded).is_some()) => {
            Some((noun.join(" "), true))
        }
        Some(last) if has_unit || last.ends_with('s') || is_people(last) || lang.as_str() != "en" => {
            Some((noun.join(" "), false))
        }
        _ if has_unit => Some((String::new(), false)),
        _ => None,
    }
}

fn is_people(word: &str) -> bool {
    matches!(
        word,
        "people"
            | "persons"
            | "men"
            | "women"
            | "children"
            | "civilians"
            | "soldiers"
            | "others"
            | "residents"
            | "more"
            | "troops"
            | "police"
            | "passengers"
            | "workers"
            | "students"
            | "menschen"
            | "personen"
            | "kinder"
            | "frauen"
            | "männer"
            | "personnes"
            | "enfants"
            | "femmes"
            | "hommes"
            | "civils"
            | "personas"
            | "niños"
            | "mujeres"
            | "hombres"
            | "civiles"
    )
}

/// The hedge before part `at`, and where the figure's words begin.
fn hedge(body: &str, parts: &[Part], at: usize, signed: bool) -> (Option<String>, Bound, usize) {
    let sign =
        signed && at.checked_sub(1).and_then(|i| parts.get(i)).is_some_and(|p| unit(&p.folded).is_some());
    let from = if sign { at - 1 } else { at };
    let start = parts.get(from).map_or(0, |p| p.start);
    for (words, bound) in HEDGES {
        let Some(first) = from.checked_sub(words.len()) else { continue };
        let fits =
            words.iter().enumerate().all(|(i, word)| parts.get(first + i).is_some_and(|p| p.folded == *word));
        let (Some(head), Some(tail)) = (parts.get(first), parts.get(from.saturating_sub(1))) else {
            continue;
        };
        if fits {
            return (body.get(head.start..tail.end).map(str::to_owned), *bound, head.start);
        }
    }
    (None, Bound::Exact, start)
}
