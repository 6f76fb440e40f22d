//! Numbers as the reader's language writes them: the only place that prints one for a page. It refuses to mix two
//! ways of writing in one language: digits, the mark between thousands, the decimal mark and the sign of percent go
//! together (Arabic is written with the digits 0 to 9 here, and so with the marks that go with those).
//! Start at [`grouped`], [`decimal`] and [`percent`].

/// A number with a thin no-break space between thousands: "12 345".
pub fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::with_capacity(digits.len() + 4);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) && digits.len() > 4 {
            out.push('\u{202f}');
        }
        out.push(digit);
    }
    out
}

/// A number with so many places after the decimal mark: "3.4", "3,4", "12 345,6".
pub fn decimal(number: f64, places: usize) -> String {
    let printed = format!("{:.places$}", number.abs());
    let (whole, part) = printed.split_once('.').unwrap_or((&printed, ""));
    let whole = whole.parse().map_or_else(|_| whole.to_owned(), grouped);
    let is_zero = printed.bytes().all(|byte| matches!(byte, b'0' | b'.'));
    let sign = if number < 0.0 && !is_zero { "\u{2212}" } else { "" };
    let mark = if part.is_empty() { String::new() } else { say!("number-decimal") };
    format!("{sign}{whole}{mark}{part}")
}

/// A number that a sentence holds: whole where it is whole, else with at most two places.
pub fn plain(number: f64) -> String {
    let places = (0..2).find(|&places| {
        let factor = 10_f64.powi(places);
        ((number * factor).round() / factor - number).abs() < 1e-9
    });
    decimal(number, usize::try_from(places.unwrap_or(2)).unwrap_or(2))
}

/// "98%"; never 100% for less than all.
pub fn percent(share: f64) -> String {
    let share = share.clamp(0.0, 1.0);
    let whole = if share >= 1.0 { 100.0 } else { (share * 100.0).round().min(99.0) };
    say!("percent", n = whole)
}

/// A percentage that was worked out and printed elsewhere, "99.6 %", as this reader writes it.
pub fn reprinted(printed: &str) -> String {
    let number = printed.trim_end_matches('%').trim_end();
    let places = number.split_once('.').map_or(0, |(_, part)| part.len());
    number.parse().map_or_else(|_| printed.to_owned(), |value| say!("percent", n = decimal(value, places)))
}

/// Bytes for people: "3.4 MB".
pub fn bytes(count: u64) -> String {
    let (mut size, mut unit) = (count as f64, 0);
    while size >= 1000.0 && unit < 4 {
        size /= 1000.0;
        unit += 1;
    }
    let exact = unit == 0 || size >= 100.0;
    let number = if exact { grouped(size.round() as u64) } else { decimal(size, 1) };
    match unit {
        0 => say!("bytes-b", n = number),
        1 => say!("bytes-kb", n = number),
        2 => say!("bytes-mb", n = number),
        3 => say!("bytes-gb", n = number),
        _ => say!("bytes-tb", n = number),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::{Tongue, heard_now};

    fn each(work: impl Fn() -> String) -> [String; 3] {
        ["en", "de", "ar"].map(|code| heard_now(Tongue::named(code).unwrap(), &work))
    }

    #[test]
    fn bytes_are_told_in_the_unit_that_fits() {
        assert_eq!(bytes(12), "12 bytes");
        assert_eq!(bytes(3_400_000), "3.4 MB");
        assert_eq!(bytes(256_000_000_000), "256 GB");
    }

    #[test]
    fn less_than_all_is_never_printed_as_all() {
        assert_eq!(percent(0.999), "99%");
        assert_eq!(percent(1.0), "100%");
        assert_eq!(percent(0.456), "46%");
    }

    #[test]
    fn each_language_writes_its_numbers_one_way() {
        assert_eq!(each(|| decimal(12_345.64, 1)), ["12\u{202f}345.6", "12\u{202f}345,6", "12\u{202f}345.6"]);
        assert_eq!(each(|| reprinted("99.6 %")), ["99.6%", "99,6\u{a0}%", "99.6%"]);
        assert_eq!(each(|| percent(0.456)), ["46%", "46\u{a0}%", "46%"]);
        let size = each(|| bytes(3_400_000));
        assert!(size[0].contains("3.4") && size[1].contains("3,4") && size[2].contains("3.4"), "{size:?}");
    }

    #[test]
    fn a_number_within_a_sentence_is_written_as_one_alone() {
        assert_eq!(each(|| say!("percent", n = 0.4)), ["0.4%", "0,4\u{a0}%", "0.4%"]);
        assert_eq!(each(|| say!("percent", n = -3)), ["\u{2212}3%", "\u{2212}3\u{a0}%", "\u{2212}3%"]);
        assert_eq!(each(|| plain(7.0)), ["7", "7", "7"]);
        assert_eq!(decimal(-0.01, 1), "0.0");
    }

    /// A sign of the one way of writing beside digits of the other is what a page once showed: "99,6٪".
    #[test]
    fn no_file_of_words_brings_digits_or_signs_of_another_way_of_writing() {
        for (code, text) in [
            ("en", include_str!("../words/en.ftl")),
            ("de", include_str!("../words/de.ftl")),
            ("ar", include_str!("../words/ar.ftl")),
        ] {
            let strange = |c: &char| matches!(c, '\u{660}'..='\u{66c}' | '\u{6f0}'..='\u{6f9}');
            let found: Vec<char> = text.chars().filter(strange).collect();
            assert!(found.is_empty(), "{code}: {found:?}");
        }
    }
}
