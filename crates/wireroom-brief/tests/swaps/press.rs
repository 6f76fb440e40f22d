//! The texts that lies are planted in: the demo's press and a few French texts, all written for this project, with the
//! places of their figures and dates as the writers marked them and their names from the press's own list.

use std::ops::Range;
use std::path::PathBuf;
use wireroom_model::{Lang, Span};

/// One text with what its writer marked.
#[derive(Debug, Clone)]
pub struct Written {
    pub lang: Lang,
    pub body: String,
    pub figures: Vec<Range<usize>>,
    pub dates: Vec<Range<usize>>,
    pub names: Vec<Range<usize>>,
    /// The other wording of a passage: where it stands, and what may stand there.
    pub wordings: Vec<(Range<usize>, String)>,
    pub sentences: Vec<Span>,
}

const WEEKDAYS: [(&str, [&str; 7]); 4] = [
    ("en", ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]),
    ("de", ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"]),
    ("fr", ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]),
    ("es", ["lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"]),
];

/// The day `by` days from the Tuesday on which every text is printed.
pub fn weekday(lang: Lang, by: i64) -> String {
    let names = WEEKDAYS.iter().find(|(of, _)| *of == lang.as_str()).unwrap().1;
    names[usize::try_from((1 + by).rem_euclid(7)).unwrap()].to_owned()
}

/// That day of the month, in a month of thirty days that begins on the first Tuesday's eve.
pub fn date(lang: Lang, by: i64) -> String {
    let day = (9 + by).rem_euclid(30) + 1;
    match lang.as_str() {
        "de" => format!("{day}. März"),
        "fr" => format!("{day} mars"),
        "es" => format!("{day} de marzo"),
        _ => format!("{day} March"),
    }
}

/// Every text there is.
pub fn all() -> Vec<Written> {
    let here = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let press = here.join("../wireroom/press");
    let list = std::fs::read_to_string(press.join("names.toml")).unwrap();
    let names: Vec<&str> = list
        .lines()
        .filter(|l| l.trim_start().starts_with("[\""))
        .filter_map(|l| l.split('"').nth(1))
        .collect();
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(press.join("texts")).unwrap().map(|e| e.unwrap().path()).collect();
    files.sort();
    let mut texts = Vec::new();
    for file in files {
        let raw = std::fs::read_to_string(file).unwrap();
        let lang = wireroom_text::language::detect(&raw);
        if WEEKDAYS.iter().any(|(of, _)| *of == lang.as_str()) {
            texts.push(written(&raw, lang, &names));
        }
    }
    let french = std::fs::read_to_string(here.join("../wireroom-brief/tests/swaps/french.md")).unwrap();
    for raw in french.split("===\n") {
        let names = raw.lines().find_map(|l| l.strip_prefix("names: ")).unwrap();
        texts.push(written(raw, Lang::parse("fr"), &names.split(", ").collect::<Vec<_>>()));
    }
    assert!(texts.len() > 35, "the press has gone: {}", texts.len());
    texts
}

fn written(raw: &str, lang: Lang, names: &[&str]) -> Written {
    let (_, body) = raw.split_once("\n\n").unwrap();
    let mut text = Written {
        lang,
        body: String::new(),
        figures: Vec::new(),
        dates: Vec::new(),
        names: Vec::new(),
        wordings: Vec::new(),
        sentences: Vec::new(),
    };
    print(body.trim(), &mut text);
    text.sentences = wireroom_text::sentences::sentences(&text.body, lang);
    let mut sorted = names.to_vec();
    sorted.sort_by_key(|n| std::cmp::Reverse(n.len()));
    for name in sorted {
        for (at, _) in text.body.match_indices(name) {
            let range = at..at + name.len();
            let apart = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
            let whole =
                apart(text.body[..at].chars().next_back()) && apart(text.body[range.end..].chars().next());
            let free = text.names.iter().all(|n| n.end <= range.start || range.end <= n.start);
            if whole && free && name.starts_with(char::is_uppercase) {
                text.names.push(range);
            }
        }
    }
    text.names.sort_by_key(|n| n.start);
    text
}

/// Prints what is marked, and notes where.
fn print(raw: &str, text: &mut Written) {
    let mut rest = raw;
    while let Some(at) = rest.find(['{', '[']) {
        text.body.push_str(&rest[..at]);
        rest = &rest[at..];
        if let Some(choice) = rest.strip_prefix("[[") {
            let (inside, after) = choice.split_once("]]").unwrap();
            let (one, others) = inside.split_once("||").unwrap();
            let other = others.split("||").next().unwrap();
            let from = text.body.len();
            print(one, text);
            let mut alone = Written { body: String::new(), wordings: Vec::new(), ..text.clone() };
            print(other, &mut alone);
            text.wordings.push((from..text.body.len(), alone.body));
            rest = after;
        } else if let Some(mark) = rest.strip_prefix('{') {
            let (mark, after) = mark.split_once('}').unwrap();
            let from = text.body.len();
            if let Some(figure) = mark.strip_prefix('#') {
                text.body.push_str(&figure_in(figure, text.lang));
                text.figures.push(from..text.body.len());
            } else {
                let (what, by) = mark.split_once(':').unwrap();
                let by: i64 = by.trim_start_matches('+').parse().unwrap();
                let day = if what == "day" { weekday(text.lang, by) } else { date(text.lang, by) };
                text.body.push_str(&day);
                text.dates.push(from..text.body.len());
            }
            rest = after;
        } else {
            text.body.push('[');
            rest = &rest[1..];
        }
    }
    text.body.push_str(rest);
}

/// A figure as the language prints it: "1,700,000", "1.700.000".
pub fn figure_in(plain: &str, lang: Lang) -> String {
    if plain.len() < 5 || !plain.bytes().all(|b| b.is_ascii_digit()) {
        return plain.to_owned();
    }
    let group = match lang.as_str() {
        "en" => ",",
        "fr" => "\u{a0}",
        _ => ".",
    };
    let mut out = String::new();
    for (index, digit) in plain.chars().enumerate() {
        if index > 0 && (plain.len() - index).is_multiple_of(3) {
            out.push_str(group);
        }
        out.push(digit);
    }
    out
}
