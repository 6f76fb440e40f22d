//! Times of the press, counted back from its epoch, and days as each language writes them.
//! It reads no clock: everything is relative to the epoch or to a text's first printing.

use super::PressError;
use wireroom_model::{Lang, When};

const DAY: i64 = 86_400;

const MONTHS: [(&str, [&str; 12]); 4] = [
    (
        "en",
        [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ],
    ),
    (
        "de",
        [
            "Januar",
            "Februar",
            "März",
            "April",
            "Mai",
            "Juni",
            "Juli",
            "August",
            "September",
            "Oktober",
            "November",
            "Dezember",
        ],
    ),
    (
        "es",
        [
            "enero",
            "febrero",
            "marzo",
            "abril",
            "mayo",
            "junio",
            "julio",
            "agosto",
            "septiembre",
            "octubre",
            "noviembre",
            "diciembre",
        ],
    ),
    (
        "ar",
        [
            "يناير",
            "فبراير",
            "مارس",
            "أبريل",
            "مايو",
            "يونيو",
            "يوليو",
            "أغسطس",
            "سبتمبر",
            "أكتوبر",
            "نوفمبر",
            "ديسمبر",
        ],
    ),
];

/// Monday first.
const WEEKDAYS: [(&str, [&str; 7]); 4] = [
    ("en", ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]),
    ("de", ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"]),
    ("es", ["lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"]),
    ("ar", ["الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"]),
];

/// Reads `-95m` (minutes before the epoch) or `3d 14:20` (three days before the epoch's day, at that UTC time);
/// `earlier` moves all by so many minutes.
pub(super) fn moment(at: &str, epoch: When, earlier: i64) -> Result<When, PressError> {
    let unix =
        seconds(at, epoch.unix()).ok_or_else(|| PressError(format!("\"{at}\" is no time of the press")))?;
    When::from_unix(unix - earlier * 60)
        .ok_or_else(|| PressError(format!("\"{at}\" is outside the calendar")))
}

fn seconds(at: &str, epoch: i64) -> Option<i64> {
    if let Some(minutes) = at.strip_prefix('-') {
        let minutes: i64 = minutes.strip_suffix('m')?.parse().ok()?;
        return Some(epoch.div_euclid(60) * 60 - minutes * 60);
    }
    let (days, clock) = at.split_once("d ")?;
    let (hour, minute) = clock.split_once(':')?;
    let day = epoch.div_euclid(DAY) - days.parse::<i64>().ok().filter(|&days| days > 0)?;
    Some(day * DAY + hour.parse::<i64>().ok()? * 3600 + minute.parse::<i64>().ok()? * 60)
}

/// The same instant as written so many minutes east of UTC.
pub(super) fn at_offset(when: When, minutes: i32) -> When {
    When::from_parts(when.unix(), minutes * 60, when.precision()).unwrap_or(when)
}

/// So many days later on the writer's calendar.
fn later(when: When, days: i64) -> When {
    when.plus_seconds(days * DAY).unwrap_or(when)
}

fn named<const N: usize>(table: &[(&'static str, [&'static str; N])], lang: Lang, at: usize) -> &'static str {
    let row = table.iter().find(|(tag, _)| *tag == lang.as_str()).or_else(|| table.first());
    row.and_then(|(_, names)| names.get(at).copied()).unwrap_or_default()
}

/// "August" for the day so many days away.
pub(super) fn month(when: When, days: i64, lang: Lang) -> &'static str {
    let month = later(when, days).date().month();
    named(&MONTHS, lang, usize::try_from(month - 1).unwrap_or(0))
}

/// "Tuesday".
pub(super) fn weekday(when: When, days: i64, lang: Lang) -> &'static str {
    let weekday = later(when, days).date().weekday().to_monday_zero_offset();
    named(&WEEKDAYS, lang, usize::try_from(weekday).unwrap_or(0))
}

/// "20 August", "20. August", "20 de agosto".
pub(super) fn day(when: When, days: i64, lang: Lang) -> String {
    let number = later(when, days).date().day();
    let month = month(when, days, lang);
    match lang.as_str() {
        "de" => format!("{number}. {month}"),
        "es" => format!("{number} de {month}"),
        _ => format!("{number} {month}"),
    }
}

/// "20 August 2026".
pub(super) fn day_and_year(when: When, lang: Lang) -> String {
    let year = when.date().year();
    let joint = if lang.as_str() == "es" { " de " } else { " " };
    format!("{}{joint}{year}", day(when, 0, lang))
}

/// "Thu, 20 Aug 2026 14:05:00 +0200", as RSS wants it.
pub(super) fn rfc822(when: When) -> String {
    let Some(wall) = when.civil() else { return String::new() };
    let short = |name: &str| name.chars().take(3).collect::<String>();
    let (sign, east) = if when.offset() < 0 { ('-', -when.offset()) } else { ('+', when.offset()) };
    format!(
        "{}, {:02} {} {} {:02}:{:02}:{:02} {sign}{:02}{:02}",
        short(weekday(when, 0, Lang::EN)),
        wall.day(),
        short(month(when, 0, Lang::EN)),
        wall.year(),
        wall.hour(),
        wall.minute(),
        wall.second(),
        east / 3600,
        east / 60 % 60
    )
}

/// "14:05".
pub(super) fn clock(when: When) -> String {
    when.civil().map_or_else(String::new, |wall| format!("{:02}:{:02}", wall.hour(), wall.minute()))
}
