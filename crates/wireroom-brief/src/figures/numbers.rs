//! What a number says: digits with their marks, number words, magnitudes, dozens, parts of a whole, vague plurals.
//! It knows no units and judges no context; what is no number in the language at hand is `None`.
//! Start at [`value`].

use super::tokens::{Kind, Sentence};

/// Words of one number.
const MAX_WORDS: usize = 12;

/// A number as read.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Value {
    pub(super) low: f64,
    pub(super) high: f64,
    /// Its first token and the one after its last.
    pub(super) first: usize,
    pub(super) next: usize,
    /// Written in digits.
    pub(super) digits: bool,
    /// "million" or "bn" belongs to it.
    pub(super) scaled: f64,
    /// A part of a whole.
    pub(super) share: bool,
    /// "hundreds"
    pub(super) vague: bool,
}

impl Value {
    fn of(value: f64, first: usize, next: usize) -> Self {
        Self { low: value, high: value, first, next, digits: false, scaled: 1.0, share: false, vague: false }
    }

    fn scale(mut self, times: f64, next: usize) -> Self {
        self.low = tidy(self.low * times);
        self.high = tidy(self.high * times);
        self.scaled *= times;
        self.next = next;
        self
    }
}

/// 64.6 billion is a whole number, whatever binary fractions make of it.
pub(super) fn tidy(value: f64) -> f64 {
    let rounded = value.round();
    if (value - rounded).abs() < 1e-6 * value.abs().max(1.0) { rounded } else { value }
}

/// The number that begins at token `at`.
pub(super) fn value(s: &Sentence<'_>, at: usize) -> Option<Value> {
    let token = s.at(at)?;
    match token.kind {
        Kind::Number => {
            let low = digits(&token.word, s.lexicon.decimal)?;
            if let Some(share) = ratio(s, at, low, at + 1) {
                return Some(share);
            }
            let value = Value { digits: true, ..Value::of(low, at, at + 1) };
            if let Some(share) = part(s, at, value) {
                return Some(share);
            }
            Some(magnified(s, and_a_half(s, value)))
        }
        Kind::Word if !s.lexicon.opens_number(&token.word) => None,
        Kind::Word => {
            let found = half(s, at)
                .or_else(|| share(s, at))
                .or_else(|| dozens(s, at))
                .or_else(|| vague(s, at))
                .or_else(|| in_words(s, at))?;
            Some(found)
        }
        Kind::Sign => None,
    }
}

/// "1,250.5" or "1.250,5"; what fits neither is no number.
pub(super) fn digits(text: &str, decimal: char) -> Option<f64> {
    let group = if decimal == '.' { ',' } else { '.' };
    let (whole, fraction) = text.split_once(decimal).map_or((text, None), |(w, f)| (w, Some(f)));
    let mut plain = String::with_capacity(text.len());
    for (index, piece) in whole.split([group, ' ', '\'', '’', '\u{a0}', '\u{202f}', '\u{2009}']).enumerate()
    {
        if index > 0 && piece.len() != 3 || piece.is_empty() || !piece.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        plain.push_str(piece);
    }
    // "0555 ..." is dialled, not counted.
    if plain.len() > 1 && plain.starts_with('0') {
        return None;
    }
    if let Some(fraction) = fraction {
        if fraction.is_empty() || !fraction.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        plain.push('.');
        plain.push_str(fraction);
    }
    plain.parse().ok()
}

/// With the magnitudes that follow: words, or letters glued to digits.
fn magnified(s: &Sentence<'_>, mut value: Value) -> Value {
    let lexicon = s.lexicon;
    loop {
        let next = value.next;
        let word = s.word(next);
        if s.at(next).is_none_or(|t| t.kind != Kind::Word) {
            return value;
        }
        if let Some(times) = lexicon.magnitudes.get(word) {
            // Spanish joins two: "10 mil millones".
            value = value.scale(*times, next + 1);
            continue;
        }
        let glued = s.glued(next) && value.digits && value.scaled == 1.0;
        let dotted = s.word(next + 1) == "." && s.glued(next + 1);
        // "1,8 Mio. Euro", "2,1 M€", "£48.2m".
        let sign = s.glued(next + 1)
            && s.at(next + 1).is_some_and(|t| t.kind == Kind::Sign && t.one_of(&["€", "$", "£"]));
        let named = word.chars().count() > 1 && !word.is_empty() && value.digits;
        if let Some(times) = lexicon.short.get(word)
            && (glued || sign || named)
            && !(word == "m" && glued && !sign && is_metre(s, value))
            && !(word == "mm"
                && lexicon.lang.as_str() == "es"
                && super::units::currency_before(s, value.first).is_none())
        {
            let past = if dotted && named { next + 2 } else { next + 1 };
            // The stop of an abbreviation at the sentence's end is its own.
            return value.scale(*times, past);
        }
        if lexicon.dozens.contains_key(word)
            && let Some(times) = lexicon.dozens.get(word)
        {
            return value.scale(*times, next + 1);
        }
        if lexicon.hundreds.contains(word) && value.low < 100.0 {
            value = value.scale(100.0, next + 1);
            continue;
        }
        return value;
    }
}

/// "a 40m tower", "90m of pipes": metres; "2.3m tonnes", "£48.2m": millions.
fn is_metre(s: &Sentence<'_>, value: Value) -> bool {
    if super::units::currency_before(s, value.first).is_some() {
        return false;
    }
    let after = value.next + 1;
    let noun = s.at(after).is_some_and(|t| t.is_word() && !s.lexicon.stops.contains(t.word.as_ref()));
    !noun
        || s.word_before(value.first, 1) == "a"
        || s.word(after) == "high"
        || ["long", "tall", "wide", "deep"].contains(&s.word(after))
}

/// "two and a half", "trois heures et demie" keeps its unit between and is not read here.
fn and_a_half(s: &Sentence<'_>, mut value: Value) -> Value {
    let past =
        ["and a half", "et demi", "y medio", "y media"].iter().find_map(|p| s.begins_at(value.next, p));
    if let Some(past) = past {
        value.low += 0.5;
        value.high += 0.5;
        value.next = past;
    }
    value
}

/// "half a million", "half a tonne", "eine halbe Million", "medio millón", and "half" of something.
fn half(s: &Sentence<'_>, at: usize) -> Option<Value> {
    let lexicon = s.lexicon;
    let article = lexicon.articles.contains(s.word(at));
    let place = if article { at + 1 } else { at };
    if !lexicon.halves.contains(s.word(place)) || s.word(place + 1) == "-" && s.glued(place + 1) {
        return None;
    }
    let mut next = place + 1;
    if !article && lexicon.articles.contains(s.word(next)) {
        next += 1;
    }
    let word = s.word(next);
    let half = Value::of(0.5, at, next);
    if let Some(times) = lexicon.magnitudes.get(word).or_else(|| lexicon.dozens.get(word)) {
        return Some(half.scale(*times, next + 1));
    }
    // "half a tonne": the unit is read by whoever asked.
    if next > place + 1 || lexicon.lang.as_str() != "en" {
        let unit = super::units::unit(s, next).is_some_and(|f| f.unit.as_str() != "point");
        return unit.then_some(half);
    }
    None
}

/// A part of a whole in words: "a third", "two-thirds", "Deux tiers", "la mitad", "one in ten".
fn share(s: &Sentence<'_>, at: usize) -> Option<Value> {
    let lexicon = s.lexicon;
    let word = s.word(at);
    if let Some(count) = small(s, at).filter(|_| s.word(at + 1) != "-")
        && let Some(found) = ratio(s, at, count, at + 1)
    {
        return Some(found);
    }
    let (count, mut place) = match small(s, at) {
        Some(count) => (count, at + 1),
        None if lexicon.articles.contains(word) => (1.0, at + 1),
        // "half of", "Half the homes", German "Hälfte" with its article.
        None if word == "half" || matches!(word, "die" | "der") && s.word(at + 1) == "hälfte" => {
            (1.0, if word == "half" { at } else { at + 1 })
        }
        None => return None,
    };
    if s.word(place) == "'" {
        place += 1;
    }
    if s.word(place) == "-" {
        place += 1;
    }
    let over = *lexicon.parts.get(s.word(place))?;
    let mut next = place + 1;
    // "tres cuartas partes", "una cuarta parte".
    let spanish = matches!(s.word(next), "parte" | "partes");
    if spanish {
        next += 1;
    } else if matches!(
        s.word(place),
        "tercera" | "cuarta" | "cuartas" | "quinta" | "quintas" | "décima" | "cuarto" | "quinto"
    ) && !(s.lexicon.of.contains(s.word(next)))
    {
        return None;
    }
    // "a quarter of a million".
    if s.word(next) == "of"
        && s.word(next + 1) == "a"
        && let Some(times) = lexicon.magnitudes.get(s.word(next + 2))
    {
        return Some(Value::of(count / over, at, next + 3).scale(*times, next + 3));
    }
    if s.glued(next) && s.word(next) == "-" || count > over || !is_part(s, at, place, next, count, spanish) {
        return None;
    }
    let value = round4(count / over);
    Some(Value { share: true, ..Value::of(value, at, next) })
}

/// "1.5 quarters" is none; "3 quarters of" is.
fn part(s: &Sentence<'_>, at: usize, value: Value) -> Option<Value> {
    let over = *s.lexicon.parts.get(s.word(at + 1))?;
    let fits = value.low.fract() == 0.0 && value.low < over && s.lexicon.of.contains(s.word(at + 2));
    fits.then(|| Value { share: true, ..Value::of(round4(value.low / over), at, at + 2) })
}

fn round4(share: f64) -> f64 {
    (share * 1e4).round() / 1e4
}

/// Whether a part's name is a part here: "a third of the homes", "a third had returned"; not "a third man", "the first
/// quarter", "half past".
fn is_part(s: &Sentence<'_>, at: usize, place: usize, next: usize, count: f64, spanish: bool) -> bool {
    let after = s.word(next);
    let of = s.lexicon.of.contains(after) || after == "'";
    match s.lexicon.lang.as_str() {
        "en" => {
            if s.word(place) == "half" {
                let whole =
                    ["the", "its", "their", "his", "her", "our", "all", "those", "these"].contains(&after);
                let before = s.word_before(at, 1);
                let ordinal = ["first", "second", "the", "other", "latter", "former", "a", "and", "one"]
                    .contains(&before);
                let hedged = ["than", "about", "around", "nearly", "almost", "over", "to"].contains(&before);
                return !ordinal && (of || whole || hedged && after != "past");
            }
            let plural = count > 1.0 || s.word(place).ends_with('s');
            plural
                || of
                || ["had", "have", "were", "are", "would", "do", "did", "more", "less", "fewer"]
                    .contains(&after)
        }
        "de" => !s.word(place).is_empty() && s.capital(place) || s.word(place) == "drittel",
        "fr" => s.word(place) != "quart" || of || count > 1.0,
        // "el tercio" is a name, "la mitad" is not.
        "es" => s.word(place) == "mitad" || spanish || s.word(at) != "el" && s.word(at) != "la",
        _ => false,
    }
}

/// "one in ten", "nine out of every ten", "un sur dix", "uno de cada diez".
fn ratio(s: &Sentence<'_>, at: usize, count: f64, next: usize) -> Option<Value> {
    if count < 1.0 || count.fract() != 0.0 {
        return None;
    }
    let past = s.lexicon.ratios.iter().filter_map(|phrase| s.begins_at(next, phrase)).max()?;
    let token = s.at(past)?;
    let whole = match token.kind {
        Kind::Number => digits(&token.word, s.lexicon.decimal)?,
        _ => small(s, past).or_else(|| s.lexicon.hundreds.contains(s.word(past)).then_some(100.0))?,
    };
    let round =
        [2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0, 12.0, 15.0, 20.0, 25.0, 50.0, 100.0, 1e3, 1e4, 1e5];
    // "12 in 2019", "two of three brothers": only a whole that people divide by.
    let loose = s.word(past - 1) == "of" && s.word(next) == "of";
    let last = past + 1;
    let unit = super::units::unit(s, last).is_some() || s.lexicon.magnitudes.contains_key(s.word(last));
    let fits = whole > count && round.contains(&whole) && !loose && !token.dated && !unit;
    fits.then(|| Value { share: true, ..Value::of(round4(count / whole), at, last) })
}

/// A small number in one word.
fn small(s: &Sentence<'_>, at: usize) -> Option<f64> {
    s.lexicon.numbers.get(s.word(at)).copied().filter(|n| *n >= 1.0)
}

/// "a dozen", "two dozen", "une trentaine"; the count itself is read by [`in_words`].
fn dozens(s: &Sentence<'_>, at: usize) -> Option<Value> {
    let article = s.lexicon.articles.contains(s.word(at)) && !matches!(s.word(at), "la" | "le" | "el" | "l");
    let bare = s.lexicon.lang.as_str() == "de";
    let place = if article { at + 1 } else { at };
    if !(article || bare && s.capital(at)) {
        return None;
    }
    let times = *s.lexicon.dozens.get(s.word(place))?;
    Some(Value::of(times, at, place + 1))
}

/// "hundreds", "tens of thousands", "des centaines de milliers".
fn vague(s: &Sentence<'_>, at: usize) -> Option<Value> {
    let lexicon = s.lexicon;
    if matches!(
        s.word(at),
        "tens" | "dizaines" | "decenas" | "hundreds" | "centaines" | "cientos" | "centenares"
    ) {
        let of = lexicon.of.contains(s.word(at + 1));
        if of && let Some((low, high)) = lexicon.vague.get(s.word(at + 2)) {
            let ten = if matches!(s.word(at), "tens" | "dizaines" | "decenas") { 10.0 } else { 100.0 };
            let high = (high + 1.0) * ten - 1.0;
            return Some(Value { high, vague: true, ..Value::of(low * ten, at, at + 3) });
        }
    }
    let (low, high) = *lexicon.vague.get(s.word(at))?;
    // "14 millions" is a number, "several hundreds" says less than it seems.
    let numbered = s.before(at, 1).is_some_and(|t| t.kind == Kind::Number);
    // German "Millionen" alone is vague only at its capital, which all nouns have.
    (!numbered).then_some(Value { high, vague: true, ..Value::of(low, at, at + 1) })
}

/// A number in words, with digits' magnitudes after it too.
fn in_words(s: &Sentence<'_>, at: usize) -> Option<Value> {
    let lexicon = s.lexicon;
    if lexicon.lang.as_str() == "de"
        && let Some(value) = german(s, at)
    {
        return Some(value);
    }
    let mut place = at;
    let (mut total, mut current, mut room) = (0.0_f64, 0.0_f64, f64::INFINITY);
    let mut scaled = 1.0_f64;
    let mut seen = 0;
    // "a hundred", "a million", "un millier".
    let article = lexicon.articles.contains(s.word(at)) && !matches!(s.word(at), "la" | "le" | "el" | "l");
    if article {
        let after = s.word(at + 1);
        if lexicon.hundreds.contains(after) || lexicon.magnitudes.contains_key(after) && after != "mille" {
            (current, place, seen, room) = (1.0, at + 1, 1, 1.0);
        }
    }
    while place < at + MAX_WORDS {
        let word = s.word(place);
        // A join holds only between two words of one number.
        let joined =
            seen > 0 && (lexicon.joins.contains(word) || word == "-" && s.glued(place) && s.glued(place + 1));
        let here = if joined { place + 1 } else { place };
        let word = s.word(here);
        let capital = s.capital(here) && seen > 0;
        if capital {
            break;
        }
        if let Some(number) = lexicon.numbers.get(word) {
            let score = *number == 20.0 && current % 100.0 == 4.0 && word.starts_with("vingt");
            if score {
                (current, room) = (current + 76.0, 20.0);
            } else if *number < room && !(joined && s.word(place) == "and" && current < 100.0 && total == 0.0)
            {
                current += number;
                room = room_after(*number, lexicon.lang.as_str());
            } else {
                break;
            }
        } else if lexicon.hundreds.contains(word)
            && current < 20.0
            && (seen > 0 || lexicon.lang.as_str() == "fr")
            && !joined
        {
            current = current.max(1.0) * 100.0;
            room = 100.0;
        } else if let Some(times) = lexicon.magnitudes.get(word)
            && !joined
            && (seen > 0 || matches!(word, "mille" | "mil"))
        {
            total = tidy((total + current.max(1.0)) * times);
            scaled *= times;
            (current, room) = (0.0, *times);
        } else {
            break;
        }
        seen += 1;
        place = here + 1;
    }
    let bare = seen == 1 && article && place == at + 1 && s.word(at) != "one";
    if seen == 0
        || bare
            && super::units::unit(s, place).is_none_or(|f| f.unit.measure().0 != super::units::Measure::Time)
    {
        return None;
    }
    Some(with_more(s, Value { scaled, ..Value::of(total + current, at, place) }))
}

/// "two and a half million", "two dozen": what may follow a number in words.
fn with_more(s: &Sentence<'_>, value: Value) -> Value {
    let value = and_a_half(s, value);
    let word = s.word(value.next);
    if let Some(times) = s.lexicon.magnitudes.get(word).filter(|_| value.low.fract() > 0.0) {
        return value.scale(*times, value.next + 1);
    }
    s.lexicon.dozens.get(word).map_or(value, |times| value.scale(*times, value.next + 1))
}

/// What may still be added after a word of this value: after tens only ones, after ones nothing.
fn room_after(number: f64, lang: &str) -> f64 {
    match number {
        n if n >= 100.0 => 100.0,
        n if lang == "fr" && (n == 60.0 || n == 80.0) => 20.0,
        n if n >= 20.0 && n % 10.0 == 0.0 => 10.0,
        10.0 if lang == "fr" => 10.0,
        _ => 0.0,
    }
}

/// German joins its number words: "zweitausenddreihundertvierundfünfzig Millionen".
fn german(s: &Sentence<'_>, at: usize) -> Option<Value> {
    let word = s.word(at);
    let article = s.lexicon.articles.contains(word);
    if article {
        let next = s.word(at + 1);
        let times = s.lexicon.magnitudes.get(next).filter(|_| s.capital(at + 1))?;
        return Some(Value::of(1.0, at, at + 1).scale(*times, at + 2));
    }
    let number = german_word(s.lexicon, word)?;
    let mut value = Value::of(number, at, at + 1);
    // "drei bis vier Millionen" is a range; "tausend Menschen" has its magnitude within.
    let next = s.word(at + 1);
    if let Some(times) = s.lexicon.magnitudes.get(next).or_else(|| s.lexicon.dozens.get(next)) {
        value = value.scale(*times, at + 2);
    }
    Some(value)
}

fn german_word(lexicon: &super::lexicon::Lexicon, word: &str) -> Option<f64> {
    if let Some(number) = lexicon.numbers.get(word) {
        return Some(*number);
    }
    if word.len() < 7 {
        return None;
    }
    for (unit, times) in [("tausend", 1000.0), ("hundert", 100.0)] {
        if let Some((before, after)) = word.split_once(unit) {
            let before = match before {
                "" | "ein" => 1.0,
                _ => german_word(lexicon, before)?,
            };
            let after = after.strip_prefix("und").unwrap_or(after);
            let after = match after {
                "" => 0.0,
                "ein" | "eins" | "eine" => 1.0,
                _ => german_word(lexicon, after)?,
            };
            return (after < times).then_some(before * times + after);
        }
    }
    let (ones, tens) = word.split_once("und")?;
    let ones = if ones == "ein" { 1.0 } else { *lexicon.numbers.get(ones)? };
    let tens = *lexicon.numbers.get(tens)?;
    (ones < 10.0 && (20.0..100.0).contains(&tens)).then_some(ones + tens)
}
