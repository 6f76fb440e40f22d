//! Date strings put together from the parts that the wild uses, in many languages and scripts, and broken now and then.
//! Start at [`holds`].

use crate::choices::{Choices, mutated};
use crate::run::Verdict;
use wireroom_model::{Lang, Precision, Time, When};
use wireroom_text::dates;

/// Years that a news page can mean; what is read outside them was misread.
const YEARS: std::ops::Range<i16> = 1800..2200;

const DAYS: [&str; 14] = [
    "Mon, ",
    "Tue",
    "Mittwoch, den ",
    "jeudi ",
    "viernes, ",
    "sábado ",
    "воскресенье, ",
    "月曜日",
    "(Fri) ",
    "Thurs., ",
    "الأحد ",
    "dim. ",
    "pt., ",
    "",
];
const MONTHS: [&str; 34] = [
    "Jan",
    "January",
    "Feb.",
    "März",
    "mars",
    "avr.",
    "mayo",
    "mai",
    "giugno",
    "Juli",
    "août",
    "září",
    "października",
    "listopada",
    "грудня",
    "декабря",
    "марта",
    "ιανουαρίου",
    "يناير",
    "मार्च",
    "ม.ค.",
    "มีนาคม",
    "kasım",
    "Şub",
    "syyskuuta",
    "tháng 3",
    "ינואר",
    "desember",
    "Sept",
    "DEC",
    "maj",
    "mar",
    "agustus",
    "13",
];
const ZONES: [&str; 26] = [
    "GMT",
    "UTC",
    "Z",
    "z",
    "EST",
    "PDT",
    "CEST",
    "MSK",
    "IST",
    "+0000",
    "-0000",
    "+0530",
    "+05:30",
    "-12:00",
    "+14",
    "GMT+2",
    "UTC-0330",
    "(CET)",
    "+99:99",
    "+2400",
    "-23:59",
    "A",
    "America/New_York",
    "Europe/Berlin",
    "+1",
    "−0500",
];
const MARKS: [&str; 17] = [
    "-", "/", ".", " ", ":", "T", "t", ", ", " de ", " of ", "年", "月", "日", "\u{a0}", "\u{200f}", "", "–",
];
const WORDS: [&str; 34] = [
    "st",
    "nd",
    "th",
    "er",
    "º",
    "am",
    "PM",
    "p.m.",
    "午後",
    "오전",
    "Uhr",
    "h",
    "klo",
    "kl.",
    "at",
    "um",
    "à",
    "W10-1",
    "yesterday",
    "gestern",
    "vor 3 Stunden",
    "5 minutes ago",
    "il y a 2 jours",
    "3 дня назад",
    "2小时前",
    "just now",
    "hier",
    "1741010700",
    "20250303T140500",
    "2568",
    "٢٠٢٥",
    "２０２５",
    "९ ",
    "\u{0}",
];
const SEEDS: [&str; 22] = [
    "Mon, 03 Mar 2025 14:05:00 GMT",
    "Mon, 3 Mar 25 14:05 -0500",
    "2025-03-03T14:05:00Z",
    "2025-03-03T14:05:00.123456+05:30",
    "2025-03-03 14:05:60",
    "20250303T140500Z",
    "202503031405",
    "2025-W10-1",
    "2025-062",
    "2025-03",
    "2025",
    "3. März 2025, 14:05 Uhr",
    "lundi 3 mars 2025 à 14h05",
    "3 de marzo de 2025",
    "3 марта 2025 г., 14:05",
    "2025年3月3日 下午2:05",
    "2025년 3월 3일 오후 2:05",
    "٣ مارس ٢٠٢٥",
    "3 มีนาคม 2568",
    "03/03/2025",
    "Monday, March 3rd, 2025 2:05 p.m. EST",
    "Thu Jan 01 00:00:00 +0000 1970",
];

fn number(choices: &mut Choices<'_>) -> String {
    let value = match choices.below(8) {
        0 => choices.below(32),
        1 => choices.below(13),
        2 => 1900 + choices.below(200),
        3 => choices.below(100),
        4 => choices.below(60),
        5 => choices.below(1_000_000),
        6 => {
            return choices
                .pick(&[
                    "00",
                    "0",
                    "99999999999999999999",
                    "0000",
                    "9999",
                    "-1",
                    "010",
                    "1799",
                    "2199",
                    "2642",
                ])
                .to_owned();
        }
        _ => 2025,
    };
    if choices.once_in(2) { format!("{value:02}") } else { value.to_string() }
}

pub fn input(choices: &mut Choices<'_>) -> Vec<u8> {
    if choices.once_in(3) {
        return mutated(choices.pick(&SEEDS), &SEEDS, &WORDS, choices).into_bytes();
    }
    let mut out = String::new();
    for _ in 0..1 + choices.below(14) {
        match choices.below(9) {
            0 => out.push_str(choices.pick(&DAYS)),
            1 => out.push_str(choices.pick(&MONTHS)),
            2 => out.push_str(choices.pick(&ZONES)),
            3 | 4 => out.push_str(choices.pick(&MARKS)),
            5 => out.push_str(choices.pick(&WORDS)),
            6 => {
                let clock = [number(choices), number(choices), number(choices)];
                out.push_str(&clock.join(":"));
            }
            _ => out.push_str(&number(choices)),
        }
        if choices.once_in(3) {
            out.push(' ');
        }
    }
    out.into_bytes()
}

pub fn holds(bytes: &[u8]) -> Verdict {
    let text = String::from_utf8_lossy(bytes);
    let fetched: When = "2025-03-03T14:05:00+02:00".parse().unwrap();
    plausible("stated", dates::stated(&text))?;
    for lang in ["", "en", "de", "fr", "ru", "zh", "th", "ar", "vi"] {
        let lang = Lang::parse(lang);
        plausible("stated_in", dates::stated_in(&text, lang))?;
        for mention in dates::mentions(&text, lang, Time::At(fetched)) {
            if mention.span.of(&text).is_none_or(str::is_empty) {
                return Err(format!("a mention stands at {:?}, where there is no text", mention.span));
            }
            // Running text may speak of any year.
            read_as_meant("mentions", mention.value.into(), |printed| Time::from(printed.parse().ok()))?;
        }
    }
    let back = dates::relative(&text, fetched);
    read_as_meant("relative", back, |printed| Time::from(printed.parse().ok()))?;
    match back.known() {
        Some(when) if when.unix() > fetched.unix() => Err(format!("counted back to {when}, which is ahead")),
        _ => Ok(()),
    }
}

/// A stated time is in a year that a page can mean, and is read again by both of our readers.
fn plausible(how: &str, time: Time) -> Verdict {
    if let Some(when) = time.known().filter(|when| !YEARS.contains(&when.date().year())) {
        return Err(format!("{how}: read as the year {}", when.date().year()));
    }
    read_as_meant(how, time, |printed| Time::from(printed.parse().ok()))?;
    read_as_meant(how, time, dates::stated)
}

/// A time that was read prints as something that reads back to the same.
fn read_as_meant(how: &str, time: Time, reader: fn(&str) -> Time) -> Verdict {
    let Some(when) = time.known() else { return Ok(()) };
    let printed = when.to_string();
    let Some(again) = reader(&printed).known() else {
        return Err(format!("{how}: what prints as {printed} is not read again"));
    };
    // A minute is printed with its seconds.
    let precision = match when.precision() {
        Precision::Minute => Precision::Second,
        other => other,
    };
    if (again.unix(), again.offset(), again.precision()) != (when.unix(), when.offset(), precision) {
        return Err(format!("{how}: {when:?} is read again as {again:?}"));
    }
    Ok(())
}
