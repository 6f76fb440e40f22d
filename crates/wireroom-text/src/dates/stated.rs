//! One date string as the wild writes it. Read by what its parts are, not by a list of formats:
//! a clock with its zone is taken out first, then a month's name or three numbers decide the day.
//! It refuses what two readers would read differently ("3/4/2025"), and times without a day.

mod clock;

use super::names::month;
use clock::{read_zone, take_clock};
use jiff::civil;
use wireroom_model::{Lang, Precision, Time, When};

/// Longer strings are prose, not dates.
const MAX_CHARS: usize = 160;

/// Parts of a string that are looked at.
const MAX_PARTS: usize = 64;

/// One date string as feeds and pages write it: RFC 822 and 850 and `asctime` with their oddities, ISO 8601 and its
/// variants, counts of seconds or milliseconds since 1970, month and zone names of many languages.
/// A weekday is never weighed against the date: where they differ, the date was meant. A time without a zone has the
/// offset zero, as has one with a military letter, which half of all senders mean the other way round.
/// Unknown if it cannot be read; never now.
pub fn stated(raw: &str) -> Time {
    stated_in(raw, Lang::UNKNOWN)
}

/// The same where the language of the page is known: "3/4/2025" is then the third of April, except in English,
/// where it stays unknown because its readers differ.
pub fn stated_in(raw: &str, lang: Lang) -> Time {
    if raw.chars().nth(MAX_CHARS).is_some() {
        return Time::Unknown;
    }
    // What stands in parentheses is a comment, unless the date needs it: "3. März 2025 (14:05 Uhr)".
    let commented = without_comments(raw).map(|bare| read(&bare, lang)).and_then(Time::known);
    match commented {
        Some(when) if when.precision() >= Precision::Minute => Time::At(when),
        _ => read(raw, lang),
    }
}

fn read(raw: &str, lang: Lang) -> Time {
    let mut parts = parts(raw);
    if let Some(when) = counted(&parts).or_else(|| compact(&parts)) {
        return Time::At(when);
    }
    let clock = take_clock(&mut parts);
    let day = week_or_ordinal(&parts)
        .or_else(|| named_day(&parts))
        .or_else(|| numbered_day(&parts, lang))
        .or_else(|| month_by_number(&parts));
    let Some(day) = day else { return Time::Unknown };
    match clock {
        Some(clock) if day.precision() == Precision::Day => clock.on(day.date()).unwrap_or(day).into(),
        _ => day.into(),
    }
}

/// The string without what stands in parentheses; `None` if nothing does.
fn without_comments(raw: &str) -> Option<String> {
    let mut depth = 0_u32;
    let mut out = String::with_capacity(raw.len());
    for c in raw.chars() {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            c if depth == 0 => out.push(c),
            _ => {}
        }
    }
    raw.contains('(').then_some(out)
}

/// A count of seconds or milliseconds since 1970, of the years 2001 to 2033: ten digits that begin with 1 are no
/// year, month, day and hour written together.
fn counted(parts: &[Part]) -> Option<When> {
    const SECONDS: std::ops::Range<i64> = 1_000_000_000..2_000_000_000;
    let (Part::Number { value, digits }, rest) = parts.split_first()? else { return None };
    let seconds = match (digits, rest) {
        (10, [] | [Part::Mark('.'), Part::Number { .. }]) => *value,
        (13, [] | [Part::Mark('.'), Part::Number { .. }]) => *value / 1000,
        _ => return None,
    };
    SECONDS.contains(&seconds).then(|| When::from_unix(seconds)).flatten()
}

fn wall(hour: i64, minute: i64, second: i64) -> Option<civil::Time> {
    let [hour, minute, second] = [hour, minute, second.min(59)].map(|n| i8::try_from(n).ok());
    civil::Time::new(hour?, minute?, second?, 0).ok()
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Part {
    Number {
        value: i64,
        digits: u32,
    },
    Word(String),
    Mark(char),
    Gap,
    /// Where the clock stood.
    Taken,
}

/// Numbers, words (folded, marks like the dots of "p.m." gone) and single marks.
fn parts(raw: &str) -> Vec<Part> {
    let mut out: Vec<Part> = Vec::new();
    for c in raw.trim().chars() {
        let digit = digit(c);
        let alone = matches!(
            c,
            '年' | '月'
                | '日'
                | '号'
                | '時'
                | '时'
                | '点'
                | '分'
                | '秒'
                | '년'
                | '월'
                | '일'
                | '시'
                | '분'
                | '초'
        );
        match (out.last_mut(), digit) {
            (Some(Part::Number { value, digits }), Some(d)) if *digits < 18 => {
                *value = *value * 10 + i64::from(d);
                *digits += 1;
            }
            (_, Some(d)) => out.push(Part::Number { value: i64::from(d), digits: 1 }),
            (Some(Part::Word(word)), None) if (c.is_alphabetic() || is_vowel_sign(c)) && !alone => {
                word.extend(c.to_lowercase())
            }
            (_, None) if c.is_alphabetic() && !alone => out.push(Part::Word(c.to_lowercase().collect())),
            (Some(Part::Gap), None) if c.is_whitespace() => {}
            (_, None) if c.is_whitespace() => out.push(Part::Gap),
            (_, None) if matches!(c, '\u{200e}' | '\u{200f}' | '\u{feff}') => {}
            (_, None) => out.push(Part::Mark(if matches!(c, '−' | '–') { '-' } else { c })),
        }
        if out.len() > MAX_PARTS {
            out.pop();
            break;
        }
    }
    halves(out)
}

/// "p.m.", "p. m." and "μ.μ." came apart at their dots: put together again.
fn halves(parts: Vec<Part>) -> Vec<Part> {
    let mut out: Vec<Part> = Vec::with_capacity(parts.len());
    for part in parts {
        let half = match (out.as_slice(), &part) {
            ([.., Part::Word(half), Part::Mark('.')], Part::Word(noon)) => {
                whole_half(half, noon).map(|w| (w, 2))
            }
            ([.., Part::Word(half), Part::Mark('.'), Part::Gap], Part::Word(noon)) => {
                whole_half(half, noon).map(|w| (w, 3))
            }
            _ => None,
        };
        match half {
            Some((whole, length)) => {
                out.truncate(out.len().saturating_sub(length));
                out.push(Part::Word(whole));
            }
            None => out.push(part),
        }
    }
    out
}

fn whole_half(half: &str, noon: &str) -> Option<String> {
    matches!((half, noon), ("a" | "p", "m") | ("π" | "μ", "μ")).then(|| format!("{half}{noon}"))
}

/// Signs that stand on letters and are no letters themselves (Hindi, Bengali, Thai).
fn is_vowel_sign(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{981}'..='\u{983}' | '\u{9bc}'..='\u{9cd}' | '\u{93a}'..='\u{94f}' | '\u{e31}'..='\u{e3a}' | '\u{e47}'..='\u{e4e}')
}

/// A decimal digit of the scripts that news is dated in.
fn digit(c: char) -> Option<u8> {
    let zero = match c {
        '0'..='9' => '0',
        '\u{660}'..='\u{669}' => '\u{660}',
        '\u{6f0}'..='\u{6f9}' => '\u{6f0}',
        '\u{966}'..='\u{96f}' => '\u{966}',
        '\u{9e6}'..='\u{9ef}' => '\u{9e6}',
        '\u{e50}'..='\u{e59}' => '\u{e50}',
        '\u{ff10}'..='\u{ff19}' => '\u{ff10}',
        _ => return None,
    };
    u8::try_from(u32::from(c) - u32::from(zero)).ok()
}

/// "20250303T140500Z", "202503031405": a fraction of the second is passed over.
fn compact(parts: &[Part]) -> Option<When> {
    let (Part::Number { value, digits }, rest) = parts.split_first()? else { return None };
    let (day, clock, rest) = match (digits, rest) {
        (8, []) => return eight_digits(*value),
        (8, [Part::Gap, Part::Number { value: clock, digits: long @ (4 | 6) }, rest @ ..]) => {
            (*value, if *long == 4 { clock * 100 } else { *clock }, rest)
        }
        (8, [Part::Word(t), Part::Number { value: clock, digits: long @ (4 | 6) }, rest @ ..])
            if t == "t" =>
        {
            (*value, if *long == 4 { clock * 100 } else { *clock }, rest)
        }
        (14, rest) => (value / 1_000_000, value % 1_000_000, rest),
        (12, rest) => (value / 10_000, value % 10_000 * 100, rest),
        _ => return None,
    };
    let rest = match rest {
        [Part::Mark('.' | ','), Part::Number { .. }, rest @ ..] => rest,
        rest => rest,
    };
    let when = eight_digits(day)?;
    let wall = wall(clock / 10_000, clock / 100 % 100, clock % 100)?;
    let (offset, _) = read_zone(rest);
    When::from_civil(when.date().to_datetime(wall), offset.unwrap_or(0), Precision::Second)
}

/// "20250303".
fn eight_digits(day: i64) -> Option<When> {
    date(day / 10_000, day / 100 % 100, day % 100)
}

/// "2025-W10-1", "2025W101" and "2025-062" of ISO 8601.
fn week_or_ordinal(parts: &[Part]) -> Option<When> {
    let (Part::Number { value: year, digits: 4 }, rest) = parts.split_first()? else { return None };
    let rest: Vec<&Part> =
        rest.iter().filter(|part| !matches!(part, Part::Mark('-') | Part::Gap | Part::Taken)).collect();
    let number = i16::try_from(*year).ok().filter(|year| (1900..2100).contains(year))?;
    match rest.as_slice() {
        [Part::Number { value: day, digits: 3 }] => {
            let first = civil::Date::new(number, 1, 1).ok()?;
            let days = (1..=i64::from(first.days_in_year())).contains(day).then_some(*day - 1)?;
            let day = first.checked_add(jiff::Span::new().try_days(days).ok()?).ok()?;
            When::from_date(day.year(), Some(day.month()), Some(day.day()))
        }
        [Part::Word(w), Part::Number { value, digits }, rest @ ..] if w == "w" => {
            let (week, day) = match (digits, rest) {
                (2, []) => return None,
                (2, [Part::Number { value: day, digits: 1 }]) => (*value, *day),
                (3, []) => (*value / 10, *value % 10),
                _ => return None,
            };
            let weekday = civil::Weekday::from_monday_one_offset(i8::try_from(day).ok()?).ok()?;
            let day = civil::ISOWeekDate::new(number, i8::try_from(week).ok()?, weekday).ok()?.date();
            When::from_date(day.year(), Some(day.month()), Some(day.day()))
        }
        _ => None,
    }
}

/// A day, month or year with the month by name ("3. März 2025", "Mar 3, 2025", "3-Mar-25", "March 2025").
fn named_day(parts: &[Part]) -> Option<When> {
    let solid: Vec<&Part> =
        parts.iter().filter(|part| !matches!(part, Part::Gap | Part::Taken) && !is_filler(part)).collect();
    let solid = month_once(solid);
    let at = solid.iter().position(|part| matches!(part, Part::Word(word) if month(word).is_some()))?;
    let Some(Part::Word(word)) = solid.get(at).copied() else { return None };
    let month = i64::from(month(word)?);
    let number = |at: Option<usize>| match at.and_then(|at| solid.get(at)) {
        Some(Part::Number { value, digits }) => Some((*value, *digits)),
        _ => None,
    };
    let is_day = |n: &(i64, u32)| n.1 <= 2 && (1..=31).contains(&n.0);
    let (before, after) = (number(at.checked_sub(1)), number(Some(at + 1)));
    let second = number(Some(at + 2));
    match (before, after, second) {
        // "2025 March 3"
        (Some((year, 4)), Some(day), _) if is_day(&day) => date(year, month, day.0),
        // "3 March 2025", "3-Mar-25", "3 Mar 2025"
        (Some(day), Some(year), _) if is_day(&day) => date(full_year(year)?, month, day.0),
        // "March 3, 2025"
        (_, Some(day), Some(year)) if is_day(&day) && year.1 == 4 => date(year.0, month, day.0),
        (None, Some(day), Some(year)) if is_day(&day) => date(full_year(year)?, month, day.0),
        // "2025. gada 3. martā"
        (Some(day), None, _) if is_day(&day) => match number(at.checked_sub(2)) {
            Some((year, 4)) => date(year, month, day.0),
            _ => None,
        },
        (_, Some((year, 4)), _) | (Some((year, 4)), None, _) => date_of_month(year, month),
        _ => None,
    }
}

/// "24 نيسان / أبريل 2020": a month that is named twice, in both its Arabic names, is named once.
fn month_once(solid: Vec<&Part>) -> Vec<&Part> {
    let number = |part: &Part| match part {
        Part::Word(word) => month(word),
        _ => None,
    };
    let mut once: Vec<&Part> = Vec::with_capacity(solid.len());
    for part in solid {
        let again = once.last().is_some_and(|last| number(last).is_some() && number(last) == number(part));
        if !again {
            once.push(part);
        }
    }
    once
}

/// Marks, suffixes and small words that stand between the parts of a date.
fn is_filler(part: &Part) -> bool {
    match part {
        Part::Mark(_) => true,
        Part::Word(word) => matches!(
            word.as_str(),
            "st" | "nd"
                | "rd"
                | "th"
                | "er"
                | "º"
                | "ª"
                | "e"
                | "ème"
                | "of"
                | "de"
                | "del"
                | "d"
                | "di"
                | "do"
                | "den"
                | "der"
                | "the"
                | "г"
                | "р"
                | "року"
                | "года"
                | "thg"
                | "tháng"
                | "m"
                | "gada"
        ),
        _ => false,
    }
}

/// Three numbers, or two, or one, with the marks that the wild puts between them.
fn numbered_day(parts: &[Part], lang: Lang) -> Option<When> {
    for at in 0..parts.len() {
        let Some([Part::Number { value, digits }, rest @ ..]) = parts.get(at..) else { continue };
        let first = (*value, *digits);
        let (mark, second, rest) = match after_mark(rest) {
            Some(found) => found,
            None if digits == &4 && parts.len() == 1 => return year(first.0),
            None if digits == &4 && matches!(rest, [Part::Mark('年' | '년')]) => return year(first.0),
            None => continue,
        };
        if let Some((last_mark, third, _)) = after_mark(rest)
            && (mark == last_mark || is_cjk(mark))
        {
            return three_numbers(first, second, third, mark, lang);
        }
        // "2025-03", "2025年3月", "03/2025": nothing else may stand beside it.
        match (first, second) {
            ((year, 4), (month, 1 | 2)) if at == 0 && rest.len() <= 1 => return date_of_month(year, month),
            ((month, 1 | 2), (year, 4)) if at == 0 && rest.is_empty() => return date_of_month(year, month),
            _ => {}
        }
    }
    None
}

/// "3 tháng 3, 2025", "ngày 3 tháng 3 năm 2025": the word for month between two numbers. And "20250303" beside a clock.
fn month_by_number(parts: &[Part]) -> Option<When> {
    let is_month =
        |part: &&Part| matches!(part, Part::Word(word) if matches!(word.as_str(), "tháng" | "thg"));
    let mut numbers: Vec<(i64, u32)> = Vec::new();
    let mut before_month = None;
    for part in parts {
        match part {
            Part::Number { value, digits } => numbers.push((*value, *digits)),
            part if is_month(&part) => before_month = Some(numbers.len()),
            _ => {}
        }
    }
    match (numbers.as_slice(), before_month) {
        ([(day, 1 | 2), (month, 1 | 2), (year, 4)], Some(1)) => date(*year, *month, *day),
        ([(month, 1 | 2), (year, 4)], Some(0)) => date_of_month(*year, *month),
        ([(day, 8)], None) => eight_digits(*day),
        _ => None,
    }
}

/// The mark and the number that follow a number of a date.
fn after_mark(parts: &[Part]) -> Option<(char, (i64, u32), &[Part])> {
    match parts {
        [Part::Mark(mark @ ('-' | '/' | '.' | '年' | '月' | '년' | '월')), rest @ ..] => {
            let rest = rest.strip_prefix(&[Part::Gap]).unwrap_or(rest);
            match rest {
                [Part::Number { value, digits }, rest @ ..] => Some((*mark, (*value, *digits), rest)),
                _ => None,
            }
        }
        _ => None,
    }
}

const fn is_cjk(mark: char) -> bool {
    matches!(mark, '年' | '년')
}

fn three_numbers(
    first: (i64, u32),
    second: (i64, u32),
    third: (i64, u32),
    mark: char,
    lang: Lang,
) -> Option<When> {
    if first.1 == 4 {
        return date(first.0, second.0, third.0);
    }
    // "25-03-03" is read year first by nobody but machines; two-digit years follow the day.
    let year = full_year(third)?;
    let (day, month) = match (first.0, second.0, mark) {
        (a, b, _) if a == b => (a, b),
        (a, b, _) if a > 12 => (a, b),
        (a, b, '/' | '-') if b > 12 => (b, a),
        (a, b, '.') => (a, b),
        (a, b, _) if lang.is_known() && lang != Lang::EN => (a, b),
        _ => return None,
    };
    date(year, month, day)
}

/// RFC 822 wrote two digits: 00 to 68 are this century, 69 to 99 the last.
fn full_year((value, digits): (i64, u32)) -> Option<i64> {
    match digits {
        4 => Some(value),
        2 if value < 69 => Some(2000 + value),
        2 => Some(1900 + value),
        _ => None,
    }
}

/// Years that a page can mean. Thai pages count from the Buddha: 2568 is 2025.
fn plausible(year: i64) -> Option<i16> {
    let year = if (2443..2643).contains(&year) { year - 543 } else { year };
    i16::try_from(year).ok().filter(|year| (1800..2200).contains(year))
}

fn date(year: i64, month: i64, day: i64) -> Option<When> {
    When::from_date(plausible(year)?, Some(i8::try_from(month).ok()?), Some(i8::try_from(day).ok()?))
}

fn date_of_month(year: i64, month: i64) -> Option<When> {
    When::from_date(plausible(year)?, Some(i8::try_from(month).ok()?), None)
}

fn year(year: i64) -> Option<When> {
    When::from_date(plausible(year)?, None, None)
}
