//! How a text opens: "KYIV, Nov 22 (Reuters) -", "(ANSA) - ROMA, 22 NOV -", "МОСКВА, 22 ноября. /ТАСС/.",
//! "新华社北京11月22日电", "【ワシントン共同】", "(서울=연합뉴스)". It refuses a place that may be the sentence's own first
//! words, and a year that neither the dateline nor the page gives. Start at [`opening`].

use super::agency::{agency, as_printed, is_of_the_kind};
use wireroom_model::{AgencyCredit, AgencyPart, Dateline, Precision, Time, When};
use wireroom_text::dates;

/// Longest dateline, brackets and all, and the longest place with its day, in characters.
const MAX_HEAD: usize = 130;
const MAX_BEFORE: usize = 70;
/// Most words of a place with its day.
const MAX_WORDS: usize = 8;
/// Longest text in brackets that may name agencies.
const MAX_INSIDE: usize = 70;
/// A dateline without a year is of the page's date or of the weeks before it: days before and after.
const DAYS_BEFORE: i64 = 31;
const DAYS_AFTER: i64 = 2;
const DAY: i64 = 86_400;

/// What stands before the first sentence.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Opening {
    /// Place and day as printed.
    pub dateline: Option<String>,
    pub dated: Option<Dateline>,
    pub agencies: Vec<AgencyCredit>,
}

/// What a reading of the head found: the words before the agency, the agencies, the words that credit them.
#[derive(Debug, Default)]
struct Found {
    before: String,
    /// A place that brackets hold beside the agency.
    place: String,
    agencies: Vec<String>,
    words: String,
}

/// Reads the start of a paragraph.
pub fn opening(text: &str, published: Time) -> Option<Opening> {
    let head: String = text.chars().take(MAX_HEAD).collect();
    let head = head.trim_start();
    let found = han(head)
        .or_else(|| bracketed(head))
        .or_else(|| slashed(head))
        .or_else(|| dashed(head))
        .or_else(|| bare(head))?;
    let printed = if found.before.is_empty() { &found.place } else { &found.before };
    let dateline = tidy(printed);
    let (place, date) = dateline.as_deref().map_or((None, Time::Unknown), |d| apart(d, published));
    let first = found.agencies.first().cloned();
    let dated = (place.is_some() || date.is_known()).then_some(Dateline { place, date, agency: first });
    let credit = |name: &String| AgencyCredit {
        agency: name.clone(),
        part: AgencyPart::Wrote,
        words: found.words.clone(),
    };
    Some(Opening { dateline, dated, agencies: found.agencies.iter().map(credit).collect() })
}

const DASHES: [char; 5] = ['-', '–', '—', '―', '−'];
const OPEN: [char; 6] = ['(', '（', '[', '［', '【', '〔'];
const CLOSE: [char; 6] = [')', '）', ']', '］', '】', '〕'];

/// "PLACE, day (Agency) —", "(Agency) —", "【ワシントン共同】", "(서울=연합뉴스)".
fn bracketed(head: &str) -> Option<Found> {
    let (before, rest) = head.split_once(OPEN)?;
    let (inside, after) = rest.split_once(CLOSE)?;
    if before.chars().count() > MAX_BEFORE || inside.chars().count() > MAX_INSIDE || !is_place(before) {
        return None;
    }
    let before = before.trim().trim_end_matches([' ', '.', ',', '/']);
    let follows = after.trim_start();
    let dash = follows.starts_with(DASHES);
    let stopped =
        follows.starts_with(".-") || follows.starts_with('.') && (capitals(before) || has_day(before));
    let marked = dash || stopped || follows.starts_with([':', '=', '＝', '：']) || before.is_empty();
    let words: String = head.chars().take(head.chars().count() - after.chars().count()).collect();
    let (mut place, mut agencies) = named(inside)?;
    if agencies.is_empty() && dash && !before.is_empty() && is_wire(inside, before) {
        agencies.push(inside.trim().to_owned());
    }
    if agencies.is_empty() || !marked {
        return None;
    }
    if before.is_empty() && place.is_empty() && dash {
        // "(ANSA) - ROMA, 22 NOV - ".
        let rest = follows.trim_start_matches(DASHES).trim_start();
        place = before_dash(rest).filter(|p| is_place(p) && capitals(p)).unwrap_or("").to_owned();
    }
    Some(Found { before: before.to_owned(), place, agencies, words })
}

/// The agencies in brackets, and the place that East Asian texts print with them. `None` for a photographer's credit.
fn named(inside: &str) -> Option<(String, Vec<String>)> {
    const PICTURE: &[&str] =
        &["photo", "foto", "picture", "image", "bild", "file", "via", "фото", "写真", "사진", "图"];
    let lower = inside.to_lowercase();
    if PICTURE.iter().any(|word| lower.split(|c: char| !c.is_alphabetic()).any(|w| w == *word)) {
        return None;
    }
    let (mut place, mut agencies) = (String::new(), Vec::new());
    for part in
        inside.split(['/', ',', '=', '＝', '·', '・', ';', '|', '、', '，']).flat_map(|p| p.split(" and "))
    {
        let part = part.trim();
        if let Some(name) = agency(part) {
            push(&mut agencies, name);
            continue;
        }
        for word in part.split_whitespace().filter(|w| w.chars().any(is_east_asian)) {
            match joined(word) {
                Some((before, name)) => {
                    push(&mut agencies, name);
                    if place.is_empty() {
                        place = before.to_owned();
                    }
                }
                None if place.is_empty() && !word.contains(|c: char| c.is_numeric()) => {
                    word.clone_into(&mut place)
                }
                None => {}
            }
        }
    }
    if agencies.is_empty() {
        place.clear();
    }
    Some((place, agencies))
}

fn push(agencies: &mut Vec<String>, name: &str) {
    if !agencies.iter().any(|a| a == name) {
        agencies.push(name.to_owned());
    }
}

/// "ワシントン共同", "北京時事", "中央社記者林某台北22日電": an agency's name grown together with what it reports from.
fn joined(word: &str) -> Option<(&str, &'static str)> {
    const REPORT: &[&str] = &["电", "電", "讯", "訊", "报道", "報導", "記者", "记者"];
    let starts = word.char_indices().skip(1).map(|(at, _)| at);
    let ending = starts.filter_map(|at| Some((word.get(..at)?, agency(word.get(at..)?)?))).next();
    if ending.is_some() {
        return ending;
    }
    let ends = word.char_indices().skip(1).map(|(at, _)| at);
    let (rest, name) = ends.filter_map(|at| Some((word.get(at..)?, agency(word.get(..at)?)?))).last()?;
    REPORT.iter().any(|mark| rest.contains(mark)).then_some(("", name))
}

/// "新华社北京11月22日电", "中新社东京11月22日电 (记者 ..)".
fn han(head: &str) -> Option<Found> {
    const MAX_REPORT: usize = 34;
    let start: String = head.chars().take(MAX_REPORT).collect();
    if !start.chars().next().is_some_and(is_east_asian) {
        return None;
    }
    let (report, _) = start.split_once(['电', '電', '讯', '訊'])?;
    if report.contains(['。', '，', '、', ' ']) {
        return None;
    }
    let ends = report.char_indices().skip(1).map(|(at, _)| at);
    let (rest, name) = ends.filter_map(|at| Some((report.get(at..)?, agency(report.get(..at)?)?))).last()?;
    let place = rest.trim_start_matches("客户端").to_owned();
    let mark = start.chars().nth(report.chars().count()).map(String::from).unwrap_or_default();
    Some(Found {
        before: place,
        place: String::new(),
        agencies: vec![name.to_owned()],
        words: report.to_owned() + &mark,
    })
}

/// "МОСКВА, 22 ноября. /ТАСС/.", "BEOGRAD /Tanjug/ -", "NEW YORK, Nov. 22, 2026 /PRNewswire/ --".
fn slashed(head: &str) -> Option<Found> {
    let (before, rest) = head.split_once('/')?;
    let (inside, _) = rest.split_once('/')?;
    let fine =
        (before.is_empty() || before.ends_with([' ', '.'])) && is_place(before.trim_end_matches(['.', ' ']));
    let name = agency(inside).filter(|_| fine && before.chars().count() <= MAX_BEFORE)?;
    let before = before.trim().trim_end_matches(['.', ',', ' ']);
    Some(Found {
        before: before.to_owned(),
        place: String::new(),
        agencies: vec![name.to_owned()],
        words: format!("/{inside}/"),
    })
}

/// "МОСКВА, 22 ноя — РИА Новости.", "Москва. 22 ноября. INTERFAX.RU -", "AFP - ", "رام الله - وفا -".
fn dashed(head: &str) -> Option<Found> {
    let (before, rest) = split_at_dash(head)?;
    if before.chars().count() > MAX_BEFORE {
        return None;
    }
    let found = |before: &str, name: &str, words: &str| {
        Some(Found {
            before: before.to_owned(),
            place: String::new(),
            agencies: vec![name.to_owned()],
            words: words.trim().to_owned(),
        })
    };
    if let Some(name) = as_printed(before) {
        let place = before_dash(rest).filter(|p| is_place(p) && capitals(p)).unwrap_or("");
        return found(place, name, before);
    }
    let split = before.rsplit_once([',', '.', ' ']).map(|(place, last)| (place, last.trim()));
    let dotted = before.trim().rsplit_once(". ");
    for (place, last) in [dotted, split].into_iter().flatten() {
        if let Some(name) =
            as_printed(last).filter(|_| is_place(place.trim_end_matches(['.', ','])) && capitals(place))
        {
            return found(place, name, last);
        }
    }
    let next = rest.trim_start();
    let end = next.find(['.', ',']).into_iter().chain(split_at_dash(next).map(|(b, _)| b.len())).min()?;
    let name = next.get(..end)?;
    let known = as_printed(name).filter(|_| is_place(before) && (capitals(before) || !name.is_ascii()))?;
    found(before, known, name)
}

/// "LYON — ", without an agency: the place in capitals.
fn bare(head: &str) -> Option<Found> {
    let (before, _) = split_at_dash(head)?;
    let fine = before.split_whitespace().count() <= 5 && capitals(before) && is_place(before);
    fine.then(|| Found { before: before.to_owned(), ..Found::default() })
}

/// The words before the first dash that stands between words.
fn split_at_dash(text: &str) -> Option<(&str, &str)> {
    const BETWEEN: &[&str] = &[" — ", " – ", " -- ", " - ", " ― "];
    let (at, mark) = BETWEEN.iter().filter_map(|dash| Some((text.find(dash)?, dash.len()))).min()?;
    Some((text.get(..at)?, text.get(at + mark..)?))
}

fn before_dash(text: &str) -> Option<&str> {
    split_at_dash(text).map(|(before, _)| before)
}

/// The first word is written in capitals throughout, as datelines have it.
fn capitals(before: &str) -> bool {
    before.split([',', ' ', '.']).next().is_some_and(|word| {
        let mut letters = word.chars().filter(|c| c.is_alphabetic());
        letters.clone().count() >= 3 && letters.all(char::is_uppercase)
    })
}

fn is_place(before: &str) -> bool {
    let before = before.trim();
    before.chars().count() <= MAX_BEFORE
        && !before.ends_with(['!', '?', ':'])
        && !(before.ends_with('.') && !before.contains(|c: char| c.is_ascii_digit()) && !capitals(before))
        && before.split_whitespace().count() <= MAX_WORDS
        && before.chars().next().is_none_or(|c| !c.is_lowercase())
        && !of_a_sentence(before)
}

fn has_day(before: &str) -> bool {
    before.chars().any(|c| c.is_ascii_digit())
}

/// Half of the words begin small, as in "The ferry belongs to the Institute".
fn of_a_sentence(before: &str) -> bool {
    let small =
        before.split_whitespace().filter(|w| w.chars().next().is_some_and(char::is_lowercase)).count();
    small >= 2 && small * 2 >= before.split_whitespace().count()
}

/// "Lantern Wire" after a place: a name that no list knows, in the place of an agency's.
fn is_wire(name: &str, before: &str) -> bool {
    let count = name.split_whitespace().count();
    (1..=4).contains(&count)
        && name.chars().count() <= 40
        && !name.chars().any(|c| c.is_ascii_digit() || c == ',')
        && name.chars().next().is_some_and(|c| !c.is_lowercase() || count == 1)
        && (is_of_the_kind(name) || has_day(before) || is_letters(name) && capitals(before))
}

/// "RNS": letters alone, which are no land's.
fn is_letters(name: &str) -> bool {
    const LANDS: &[&str] = &["USA", "UAE", "DRC", "CAR", "PNG", "PRC", "ROC", "GDR", "FRG", "UNO", "NSW"];
    let name = name.trim();
    (3..=6).contains(&name.len()) && name.bytes().all(|b| b.is_ascii_uppercase()) && !LANDS.contains(&name)
}

fn tidy(before: &str) -> Option<String> {
    let place = before.trim().trim_end_matches([',', '-', '–', '—', '.', ' ', '/', ';']).trim();
    (place.chars().filter(|c| c.is_alphabetic()).count() >= 2).then(|| place.to_owned())
}

/// Place and day of "PARIS, May 3".
fn apart(dateline: &str, published: Time) -> (Option<String>, Time) {
    if !dateline.contains(|c: char| c.is_numeric()) {
        return (tidy(dateline), Time::Unknown);
    }
    let starts = dateline.char_indices().filter(|(at, c)| {
        let before = dateline.get(..*at).and_then(|b| b.chars().next_back());
        let word = before.is_none_or(|b| b.is_whitespace() || b == ',');
        word && !c.is_whitespace() || c.is_numeric() && before.is_some_and(is_east_asian)
    });
    // The shortest end that is a day: what stands before it is the place.
    for at in starts.map(|(at, _)| at).collect::<Vec<_>>().into_iter().rev() {
        let (Some(place), Some(day)) = (dateline.get(..at), dateline.get(at..)) else { continue };
        if let Some(date) = day_of(day, published) {
            return (tidy(without_weekday(place)), date);
        }
    }
    let digit = dateline.find(|c: char| c.is_numeric()).and_then(|at| dateline.get(..at));
    (digit.and_then(tidy), Time::Unknown)
}

/// A day with its year, or with the page's: `Some(Unknown)` where it is a day whose year nobody gives.
fn day_of(text: &str, published: Time) -> Option<Time> {
    let read = |text: &str| dates::stated(text).known().filter(|when| when.precision() == Precision::Day);
    if year(text) {
        return read(text).map(Time::At);
    }
    let with = |year: i16| {
        read(&format!("{text} {year}"))
            .or_else(|| read(&format!("{year}年{text}")))
            .filter(|when| when.date().year() == year)
    };
    // A leap year holds every day.
    const ANY: i16 = 2024;
    with(ANY)?;
    let Some(shown) = published.known().filter(|when| when.precision() >= Precision::Day) else {
        return Some(Time::Unknown);
    };
    let shown_year = shown.date().year();
    let near = |when: &When| (-DAYS_BEFORE..=DAYS_AFTER).contains(&((when.unix() - shown.unix()) / DAY));
    let found = [shown_year, shown_year - 1, shown_year + 1].into_iter().filter_map(with).find(near);
    Some(found.map_or(Time::Unknown, Time::At))
}

/// "PARIS, Monday, " of "PARIS, Monday, May 3".
fn without_weekday(place: &str) -> &str {
    const DAYS: &[&str] = &[
        "mon",
        "tue",
        "wed",
        "thu",
        "fri",
        "sat",
        "sun",
        "montag",
        "dienstag",
        "mittwoch",
        "donnerstag",
        "freitag",
        "samstag",
        "sonntag",
        "lundi",
        "mardi",
        "mercredi",
        "jeudi",
        "vendredi",
        "samedi",
        "dimanche",
        "lunes",
        "martes",
        "miércoles",
        "jueves",
        "viernes",
        "sábado",
        "domingo",
    ];
    let bare = place.trim_end().trim_end_matches(',');
    let Some((before, last)) = bare.rsplit_once([',', ' ']) else { return place };
    let lower = last.trim().to_lowercase();
    let is_day = DAYS.iter().any(|d| lower == *d || (lower.starts_with(d) && lower.ends_with("day")));
    if is_day { before } else { place }
}

fn year(dateline: &str) -> bool {
    dateline.split(|c: char| !c.is_ascii_digit()).any(|run| run.len() == 4)
}

/// Han, kana and hangul.
const fn is_east_asian(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}')
}

#[cfg(test)]
mod tests;
