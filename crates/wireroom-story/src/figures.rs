//! Figures as values: "12,400", "12.400" and "1.24万" are one number, "2.5 million" and "2,5 Millionen" another.
//! It refuses years, clock times and single digits, which tell no two events apart. Start at [`figures`].

use crate::letters::plain;
use wireroom_text::words::words;

/// Figures read from one text.
const MAX_FIGURES: usize = 60;

/// Digits of one number at the most: longer ones are telephone numbers.
const MAX_DIGITS: usize = 12;

/// Beginnings of words that multiply, with the zeros that they add; in small Latin letters without marks.
const POWERS: [(&str, u32); 20] = [
    ("ألف", 3),
    ("الف", 3),
    ("آلاف", 3),
    ("مليون", 6),
    ("ملايين", 6),
    ("مليار", 9),
    ("بليون", 9),
    ("thousand", 3),
    ("tausend", 3),
    ("mille", 3),
    ("tysyach", 3),
    ("tys", 3),
    ("milliard", 9),
    ("milyard", 9),
    ("mrd", 9),
    ("billion", 9),
    ("million", 6),
    ("millon", 6),
    ("mln", 6),
    ("mio", 6),
];

/// The first of the ten digits as Arabic and as Persian and Urdu write them.
const EASTERN: [char; 2] = ['\u{660}', '\u{6f0}'];

/// The figures of a text in order, each by its value and as printed.
pub(crate) fn figures(text: &str) -> Vec<(String, String)> {
    let digit = |zero: char, c: char| u32::from(c).checked_sub(u32::from(zero)).filter(|digit| *digit < 10);
    let Some(zero) = EASTERN.into_iter().find(|zero| text.chars().any(|c| digit(*zero, c).is_some())) else {
        return western(text);
    };
    let own = |c: char| match c {
        '\u{66b}' => '.',
        '\u{66c}' => ',',
        _ => digit(zero, c).and_then(|digit| char::from_digit(digit, 10)).unwrap_or(c),
    };
    let plain: String = text.chars().map(own).collect();
    let back =
        |c: char| c.to_digit(10).and_then(|digit| char::from_u32(u32::from(zero) + digit)).unwrap_or(c);
    western(&plain).into_iter().map(|(value, shown)| (value, shown.chars().map(back).collect())).collect()
}

fn western(text: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut rest = text;
    while found.len() < MAX_FIGURES {
        let Some(start) = rest.find(|c: char| c.is_ascii_digit()) else { break };
        let glued = rest
            .get(..start)
            .and_then(|before| before.chars().next_back())
            .is_some_and(|c| c.is_ascii_alphabetic() || c == '#');
        let here = rest.get(start..).unwrap_or("");
        let length = length(here);
        let (printed, after) = here.split_at_checked(length).unwrap_or((here, ""));
        rest = after;
        if glued
            || after.starts_with(|c: char| {
                c.is_ascii_alphabetic() || matches!(c, '年' | '月' | '日' | '时' | '時')
            })
        {
            continue;
        }
        if let Some(value) = value(printed, zeros(after)) {
            found.push((value, printed.to_owned()));
        }
    }
    found
}

/// How far a number goes: digits, with marks and narrow spaces between digits.
fn length(text: &str) -> usize {
    let mut end = 0;
    let mut characters = text.char_indices().peekable();
    while let Some((at, c)) = characters.next() {
        let digit_next = characters.peek().is_some_and(|(_, next)| next.is_ascii_digit());
        if c.is_ascii_digit() {
            end = at + 1;
        } else if !(digit_next && matches!(c, '.' | ',' | '\'' | '’' | '\u{a0}' | '\u{202f}' | ' ' | ':')) {
            break;
        } else if matches!(c, ' ' | '\u{a0}' | '\u{202f}') {
            // A space groups thousands only: "12 400", never "3 2026".
            let group = text.get(at + c.len_utf8()..).unwrap_or("");
            let digits = group.bytes().take_while(u8::is_ascii_digit).count();
            if digits != 3 || at > 3 {
                break;
            }
        }
    }
    end
}

/// The zeros that the word or sign after a number adds.
fn zeros(after: &str) -> u32 {
    match after.chars().next() {
        Some('万' | '萬') => return 4,
        Some('亿' | '億') => return 8,
        Some(c) if c.is_whitespace() || c == '-' => {}
        _ => return 0,
    }
    let next = words(after.get(..64.min(after.len())).unwrap_or_else(|| first_line(after))).next();
    let next = next.map(|word| plain(word.text)).unwrap_or_default();
    POWERS.iter().find(|(word, _)| next.starts_with(word)).map_or(0, |(_, zeros)| *zeros)
}

fn first_line(text: &str) -> &str {
    text.char_indices().nth(16).and_then(|(at, _)| text.get(..at)).unwrap_or(text)
}

/// The value as digits and a power of ten: "124e2". `None` for what tells nothing apart.
fn value(printed: &str, zeros: u32) -> Option<String> {
    if printed.contains(':') {
        return None;
    }
    let digits: String = printed.chars().filter(char::is_ascii_digit).collect();
    if digits.len() > MAX_DIGITS {
        return None;
    }
    let last = printed.char_indices().rev().find(|(_, c)| !c.is_ascii_digit());
    let after = last.map_or(0, |(at, c)| printed.len() - at - c.len_utf8());
    let marks = printed.chars().filter(|c| !c.is_ascii_digit()).count();
    // Three digits after the only kind of mark are thousands; fewer are a fraction.
    let fraction = if marks == 1 && after > 0 && after != 3 { after } else { 0 };
    let is_year =
        marks == 0 && zeros == 0 && digits.len() == 4 && matches!(digits.get(..2), Some("18" | "19" | "20"));
    let trimmed = digits.trim_start_matches('0');
    let short = trimmed.trim_end_matches('0');
    let power = (trimmed.len() - short.len()) as i64 + i64::from(zeros) - fraction as i64;
    let single = short.len() as i64 + power <= 1 && power >= 0;
    (!is_year && !short.is_empty() && !single).then(|| format!("{short}e{power}"))
}

/// How much a shared value says: little for two digits, which many texts have.
pub(crate) fn telling(value: &str) -> f64 {
    let (digits, power) = value.split_once('e').unwrap_or((value, "0"));
    let power: i64 = power.parse().unwrap_or(0);
    match digits.len() {
        _ if power < 0 => 0.8,
        3.. => 1.0,
        2 if power > 0 => 0.7,
        2 => 0.45,
        _ if power > 1 => 0.4,
        _ => 0.25,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values(text: &str) -> Vec<String> {
        figures(text).into_iter().map(|(value, _)| value).collect()
    }

    #[test]
    fn one_number_written_in_many_ways_has_one_value() {
        for text in ["12,400 people", "12.400 Menschen", "12 400 человек", "1.24万人", "12.4 thousand"]
        {
            assert_eq!(values(text), ["124e2"], "{text}");
        }
        for text in ["2.5 million", "2,5 Millionen", "2,5 млн", "250万人", "٢٫٥ مليون", "2,5 مليون"]
        {
            assert_eq!(values(text), ["25e5"], "{text}");
        }
        assert_eq!(values("3,2 Milliarden Euro"), values("3.2 billion euros"));
    }

    #[test]
    fn years_times_and_single_digits_say_nothing() {
        assert_eq!(values("In 2026 at 10:30, 7 of them, B52 and 4x4"), Vec::<String>::new());
    }
}
