//! What a unit of a page says of itself in the short lines around its text: outlet, writers, time.
//! It reads places and marks ("The Post · Ada Fenn · 3 May", "Source: The Post"), never running text, and takes a
//! label for an outlet only where a unit's own head or foot prints it. Start at [`Credits::take`].

use crate::dump::is_time;
use crate::facts::dated_line;
use crate::phrases;
use wireroom_model::{Lang, Precision};
use wireroom_text::dates;

/// Longest name of an outlet, in characters.
pub const MAX_OUTLET: usize = 60;
/// Most names of one unit.
const MAX_NAMES: usize = 12;
/// Longest line that is read as a credit, in characters.
const MAX_LINE: usize = 160;

/// Words before the name of a source, lower case.
const SOURCE: &[&str] = &[
    "source:",
    "quelle:",
    "fuente:",
    "fonte:",
    "source :",
    "bron:",
    "källa:",
    "kilde:",
    "lähde:",
    "źródło:",
    "zdroj:",
    "forrás:",
    "sursa:",
    "источник:",
    "джерело:",
    "kaynak:",
    "πηγή:",
    "المصدر:",
    "מקור:",
    "来源：",
    "来源:",
    "來源：",
    "來源:",
    "出典：",
    "출처:",
    "originally published by",
    "originally published in",
    "first published in",
    "first published by",
    "read the original at",
    "read the original in",
    "zuerst erschienen in",
    "zuerst erschienen bei",
    "via:",
    "from:",
];

/// Words before the names of writers, lower case.
const BY: &[&str] = &[
    "by ",
    "by: ",
    "von ",
    "par ",
    "por ",
    "di ",
    "door ",
    "av ",
    "af ",
    "od ",
    "author: ",
    "autor: ",
    "autorin: ",
    "auteur : ",
    "autore: ",
    "text: ",
    "автор: ",
    "written by ",
    "words by ",
    "words: ",
];

/// Between two writers.
const AND: &[&str] = &[" and ", " und ", " et ", " y ", " e ", " en ", " och ", " og ", " i ", " и ", " & "];

/// What the lines of one unit's head and foot said.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Credits {
    pub outlet: Option<String>,
    pub authors: Vec<String>,
    /// Words of time, in page order.
    pub times: Vec<String>,
    /// True where a mark of the page names the outlet, not its place alone.
    pub marked: bool,
    labels: Vec<String>,
}

/// What an element's own names say of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Marks {
    pub outlet: bool,
    pub author: bool,
}

impl Credits {
    /// Reads one line: pieces between dots, bars and dashes.
    pub fn take(&mut self, line: &str, marks: Marks) {
        let line =
            line.trim_matches(|c: char| c.is_whitespace() || matches!(c, '·' | '•' | '|' | '—' | '–' | '-'));
        if line.is_empty() || line.chars().count() > MAX_LINE {
            return;
        }
        if is_pure(line) {
            self.times.push(line.to_owned());
            return;
        }
        for piece in line.split(['·', '•', '|', '—', '–', '/', '‧', '・']).flat_map(|p| p.split(" - "))
        {
            self.piece(piece, marks);
        }
    }

    fn piece(&mut self, piece: &str, marks: Marks) {
        let piece = piece.trim().trim_matches(['(', ')', '[', ']', '-', ',', ';']).trim();
        if !piece.chars().any(char::is_alphanumeric) {
            return;
        }
        if is_pure(piece) {
            self.times.push(piece.to_owned());
            return;
        }
        let lower = piece.to_lowercase();
        if let Some(source) = SOURCE.iter().find_map(|word| cut(piece, &lower, word)) {
            let source = source.trim().trim_end_matches(['.', ')']);
            if is_label(source) {
                self.outlet.get_or_insert_with(|| source.to_owned());
                self.marked = true;
            }
            return;
        }
        if let Some(names) = BY.iter().find_map(|word| cut(piece, &lower, word)) {
            return self.writers(names);
        }
        if let Some((before, time)) = with_day(piece) {
            // "Updated 3 May" tells of a change.
            if dated_line(piece, Lang::UNKNOWN).is_known() || !dated_line(time, Lang::UNKNOWN).is_known() {
                self.times.push(time.to_owned());
            }
            if !is_stamp(before) {
                self.piece(before, marks);
            }
            return;
        }
        if !is_label(piece) {
            return;
        }
        if marks.author {
            self.writers(piece);
        } else if marks.outlet && !self.marked {
            self.outlet = Some(piece.to_owned());
            self.marked = true;
        } else {
            self.labels.push(piece.to_owned());
        }
    }

    /// "Ada Fenn and Ivo Brandt, The Post": writers, until something that is no name.
    fn writers(&mut self, names: &str) {
        let mut rest = names.to_owned();
        for and in AND {
            rest = rest.replace(and, ", ");
        }
        for name in rest.split(',').map(str::trim) {
            if is_pure(name) {
                self.times.push(name.to_owned());
            } else if let Some((before, time)) = with_day(name) {
                self.times.push(time.to_owned());
                self.writers(before);
            } else if is_name(name) && self.authors.len() < MAX_NAMES {
                self.authors.push(name.to_owned());
            }
        }
    }

    /// Labels without a mark stand for what their place says: the first is the outlet, those after it are writers.
    pub fn settle(&mut self) {
        for label in std::mem::take(&mut self.labels) {
            if self.outlet.as_deref() == Some(label.as_str()) {
                continue;
            }
            if self.outlet.is_none() {
                self.outlet = Some(label);
            } else if self.authors.is_empty() || label.contains(',') {
                self.writers(&label);
            }
        }
    }

    /// Whether anybody is named, by a mark or by a label.
    pub fn names_somebody(&self) -> bool {
        self.outlet.is_some() || !self.authors.is_empty() || !self.labels.is_empty()
    }

    /// Whether a day or an age is stated, not a clock alone.
    pub fn has_day(&self) -> bool {
        let exact = |time: &String| match dated_line(time, Lang::UNKNOWN).known() {
            Some(when) => when.precision() >= Precision::Day,
            None => !is_clock(time),
        };
        self.times.iter().any(exact)
    }
}

/// A line that can be nothing but a credit: a day, a source, and little else.
pub fn is_credit(line: &str) -> bool {
    let mut credits = Credits::default();
    credits.take(line, Marks::default());
    !credits.times.is_empty() || credits.marked
}

fn cut<'t>(text: &'t str, lower: &str, prefix: &str) -> Option<&'t str> {
    // Lower case may have another length: the cut is made by characters.
    lower.starts_with(prefix).then(|| {
        let at = text.char_indices().nth(prefix.chars().count()).map_or(text.len(), |(at, _)| at);
        text.get(at..).unwrap_or("")
    })
}

/// A day, an age or a clock, with no word before it but of the calendar.
fn is_pure(text: &str) -> bool {
    if is_clock(text) {
        return true;
    }
    let stated = text.chars().count() <= 60
        && text.chars().filter(char::is_ascii_digit).count() >= 3
        && dates::stated_in(text, Lang::UNKNOWN).is_known();
    if !stated {
        return is_time(text) && !dated_line(text, Lang::UNKNOWN).is_known();
    }
    let before = text.find(|c: char| c.is_numeric()).and_then(|at| text.get(..at)).unwrap_or("");
    let word_of = |c: char| !c.is_alphanumeric();
    before.split(word_of).filter(|w| !w.is_empty()).all(|word| {
        let word = word.to_lowercase();
        is_weekday(&word)
            || dates::stated_in(&format!("{word} 5, 2020"), Lang::UNKNOWN).is_known() && is_month(&word)
    })
}

/// A month's name stands where a day and a year do not make a date of their own.
fn is_month(word: &str) -> bool {
    dates::stated_in(&format!("5 {word} 2020"), Lang::UNKNOWN)
        == dates::stated_in(&format!("{word} 5, 2020"), Lang::UNKNOWN)
}

fn is_weekday(word: &str) -> bool {
    /// Beginnings of the names of days, of at least two letters; nothing much else of a date line begins so.
    const DAYS: &str = "mon tue wed thu fri sat sun montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag \
        lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miércoles jueves viernes sábado domingo \
        lunedì martedì mercoledì giovedì venerdì sabato domenica segunda terça quarta quinta sexta maandag dinsdag \
        woensdag donderdag vrijdag zaterdag zondag måndag tisdag onsdag torsdag fredag lördag söndag mandag tirsdag \
        lørdag søndag poniedziałek wtorek środa czwartek piątek sobota niedziela понедельник вторник среда четверг \
        пятница суббота воскресенье понеділок середа четвер субота неділя pazartesi salı çarşamba perşembe cuma \
        cumartesi pazar monday tuesday wednesday thursday friday saturday sunday mo di mi do fr sa so pon wt śr czw \
        pt sob nd lun mar mer jeu ven sam dim tues weds thur thurs";
    DAYS.split_whitespace().any(|day| day == word)
}

/// "The Post, 3 May 2024", "Posted on 3 May 2024" in two parts: what stands before the day, and the day.
fn with_day(piece: &str) -> Option<(&str, &str)> {
    /// Most words before the day.
    const MAX_BEFORE: usize = 9;
    let gaps = piece.match_indices(char::is_whitespace).map(|(at, _)| at).take(MAX_BEFORE);
    let mut parts = gaps.filter_map(|at| Some((piece.get(..at)?, piece.get(at..)?.trim())));
    let (before, day) =
        parts.find(|(_, after)| after.starts_with(char::is_alphanumeric) && is_pure(after))?;
    let before = before.trim().trim_end_matches([',', ':', '(', '-', '–', '—', '|', '·', '@']).trim();
    (!before.is_empty() && !before.chars().any(|c| c.is_ascii_digit())).then_some((before, day))
}

/// Words that say that a day follows, and nothing else.
fn is_stamp(before: &str) -> bool {
    const STAMPS: &[&str] = &[
        "published",
        "posted",
        "updated",
        "created",
        "date",
        "on",
        "last",
        "first",
        "veröffentlicht",
        "erstellt",
        "aktualisiert",
        "stand",
        "datum",
        "vom",
        "am",
        "publié",
        "mis",
        "mise",
        "paru",
        "le",
        "publicado",
        "actualizado",
        "el",
        "fecha",
        "pubblicato",
        "aggiornato",
        "il",
        "del",
        "data",
        "atualizado",
        "em",
        "gepubliceerd",
        "bijgewerkt",
        "op",
        "publicerad",
        "uppdaterad",
        "publisert",
        "oppdatert",
        "udgivet",
        "opdateret",
        "den",
        "opublikowano",
        "dodano",
        "dnia",
        "опубликовано",
        "обновлено",
        "дата",
        "опубліковано",
        "yayınlanma",
        "güncelleme",
        "tarih",
        "发布时间",
        "发布于",
        "时间",
        "更新",
        "公開",
        "النشر",
        "תאריך",
    ];
    let first = before.split(|c: char| c.is_whitespace() || c == ':').next().unwrap_or("").to_lowercase();
    STAMPS.contains(&first.as_str()) || before.chars().next().is_some_and(char::is_lowercase)
}

fn is_label(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    letters >= 3
        && text.chars().count() <= MAX_OUTLET
        && !text.ends_with(['!', '?', ':', '…'])
        && !phrases::is_furniture(text, letters)
}

/// Two to five words of which the first and the last begin as names do.
fn is_name(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let capital = |word: Option<&&str>| {
        word.and_then(|w| w.chars().next()).is_some_and(|c| c.is_alphabetic() && !c.is_lowercase())
    };
    words.len() <= 5 && capital(words.first()) && capital(words.last()) && is_label(text)
}

/// "14:05", "2.12 pm", "5:48 p.m.", "21.45 Uhr", "14h05": a time of day and nothing else.
pub fn is_clock(text: &str) -> bool {
    clock(text).is_some()
}

/// Names of zones after a clock, lower case.
const ZONES: &[&str] = &[
    "utc", "gmt", "cet", "cest", "bst", "wet", "west", "eet", "eest", "msk", "et", "est", "edt", "ct", "cst",
    "cdt", "mt", "mst", "mdt", "pt", "pst", "pdt", "ist", "jst", "kst", "hkt", "sgt", "wib", "aest", "aedt",
    "acst", "awst", "nzst", "nzdt", "sast", "hst", "mez", "mesz", "brt", "art", "pkt",
];

/// The minute of the day that a line states, where it states nothing else.
pub fn clock(text: &str) -> Option<u16> {
    /// Longest writing of a time of day, in characters: "at 10:31 p.m. CEST".
    const MAX_CLOCK: usize = 22;
    let text = text.trim();
    if !text.bytes().any(|byte| byte.is_ascii_digit()) || text.chars().count() > MAX_CLOCK {
        return None;
    }
    let lower = text.to_lowercase();
    let start = lower.find(|c: char| c.is_ascii_digit())?;
    let before = lower.get(..start)?.trim();
    if !matches!(
        before,
        "" | "at"
            | "um"
            | "à"
            | "kl."
            | "kl"
            | "klo"
            | "ore"
            | "ora"
            | "alle"
            | "a las"
            | "às"
            | "в"
            | "о"
            | "godz."
    ) {
        return None;
    }
    let rest = lower.get(start..)?;
    let digits = |text: &str| -> usize { text.bytes().take_while(u8::is_ascii_digit).count() };
    let hours = digits(rest);
    let hour: u16 = rest.get(..hours)?.parse().ok()?;
    let after = rest.get(hours..)?;
    let (minute, tail) = match after.strip_prefix([':', '.', 'h', '时', '시']) {
        Some(more) if digits(more) == 2 => (more.get(..2)?.parse::<u16>().ok()?, more.get(2..)?),
        // "2 pm": without minutes only where the half of the day is named.
        _ if after.trim_start().starts_with(['a', 'p']) => (0, after),
        _ => return None,
    };
    // Seconds.
    let tail = tail.strip_prefix(':').filter(|s| digits(s) == 2).and_then(|s| s.get(2..)).unwrap_or(tail);
    let mut words = tail.split_whitespace().map(|w| w.trim_matches(['.', ',', ':', ')', '-', '–', '—']));
    let mut hour = hour;
    let mut zones = 0;
    for word in words.by_ref() {
        match word.replace('.', "").as_str() {
            "" | "uhr" | "hrs" | "hs" | "h" | "ч" | "klo" => {}
            "am" if hour == 12 => hour = 0,
            "am" => {}
            "pm" if hour < 12 => hour += 12,
            "pm" => {}
            zone if zones == 0 && ZONES.contains(&zone) => zones += 1,
            _ => return None,
        }
    }
    (hours <= 2 && hour < 24 && minute < 60).then_some(hour * 60 + minute)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(lines: &[&str]) -> Credits {
        let mut credits = Credits::default();
        lines.iter().for_each(|line| credits.take(line, Marks::default()));
        credits.settle();
        credits
    }

    #[test]
    fn a_line_of_credits_comes_apart_at_its_marks() {
        let credits = read(&["Lorn Ledger", " · ", "Ada Fenn and Ivo Brandt", " · 7 October 2024"]);
        assert_eq!(credits.outlet.as_deref(), Some("Lorn Ledger"));
        assert_eq!(credits.authors, ["Ada Fenn", "Ivo Brandt"]);
        assert_eq!(credits.times, ["7 October 2024"]);
        let credits = read(&["Lorn Ledger, 22 May 2016"]);
        assert_eq!((credits.outlet.as_deref(), credits.times.len()), (Some("Lorn Ledger"), 1));
        let credits = read(&["By Ada Fenn", "Source: Aske Post"]);
        assert_eq!(
            (credits.outlet.as_deref(), credits.authors),
            (Some("Aske Post"), vec!["Ada Fenn".to_owned()])
        );
    }

    #[test]
    fn a_clock_is_a_time_of_day_and_nothing_else() {
        for (text, minute) in [
            ("14:05", 845),
            ("2:12pm", 852),
            ("5:48 p.m.", 1_068),
            ("12.05 am", 5),
            ("21.45 Uhr", 1_305),
            ("14h05", 845),
            ("at 9:30 a.m. EST", 570),
            ("23:10:", 1_390),
        ] {
            assert_eq!(clock(text), Some(minute), "{text}");
        }
        for text in
            ["3.5 million", "Chapter 3:16 of the book", "25:10", "14", "10:61", "1.1.12", "", "v2.10.3"]
        {
            assert_eq!(clock(text), None, "{text}");
        }
    }
}
