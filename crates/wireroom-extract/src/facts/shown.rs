//! The time that a reader sees: a time element, an element that its names call a date, or a line that is one, the
//! nearer to the headline the better. It takes no line of prose for a date, nor another article's.
//! Start at [`Shown::near`].

use super::times::{MAX_DATE, read};
use crate::Page;
use crate::hints::Hints;
use crate::tree::{Name, Tag, Tree};
use std::ops::Range;
use wireroom_model::{Lang, Precision, PublishedFrom, Time};
use wireroom_text::dates;

/// How many nodes around the headline a visible date may stand.
const NEAR: usize = 500;

/// How many nodes around the headline a line that is a date needs no name of its own.
const CLOSE: usize = 60;

/// How a line begins that tells of a change, not of the publication.
const CHANGED: &[&str] = &[
    "updated",
    "last updated",
    "last modified",
    "last change",
    "modified",
    "aktualisiert",
    "zuletzt aktualisiert",
    "letzte änderung",
    "geändert",
    "stand:",
    "mis à jour",
    "mise à jour",
    "modifié",
    "actualizado",
    "actualizada",
    "última actualización",
    "aggiornato",
    "ultimo aggiornamento",
    "atualizado",
    "última atualização",
    "bijgewerkt",
    "laatst bijgewerkt",
    "gewijzigd",
    "обновлено",
    "изменено",
    "оновлено",
    "zaktualizowano",
    "aktualizacja",
    "güncelleme",
    "güncellendi",
    "uppdaterad",
    "oppdatert",
    "opdateret",
    "päivitetty",
    "更新",
    "最終更新",
    "修改",
];

/// An element that its names call a date holds less than this, or it is a whole column.
const NAMED_NODES: usize = 24;

/// The search for a time that a reader sees.
pub struct Shown<'s> {
    page: &'s Page<'s>,
    tree: &'s Tree,
    lang: Lang,
    heading: usize,
    /// The article element around the headline: another article's card states another article's time.
    own: Option<usize>,
    /// "6 minutes ago", counted from the crawl.
    aged: Time,
}

impl<'s> Shown<'s> {
    pub fn new(page: &'s Page<'s>, tree: &'s Tree, lang: Lang, heading: Option<usize>) -> Self {
        let own = heading.and_then(|at| article_around(tree, at));
        Self { page, tree, lang, heading: heading.unwrap_or(0), own, aged: Time::Unknown }
    }

    /// The nearest time around the headline; below it before above it, because the line above a page is the day of
    /// reading.
    pub fn near(&mut self) -> (Time, PublishedFrom) {
        let heading = self.heading;
        let count = self.tree.nodes.len();
        self.named(heading..count.min(heading + NEAR))
            .or_else(|| self.own.and_then(|own| self.named(own..heading)))
            .or_else(|| self.lines(heading..count.min(heading + CLOSE)))
            .or_else(|| self.lines(heading.saturating_sub(CLOSE / 4)..heading))
            .or_else(|| self.named(heading.saturating_sub(NEAR / 3)..heading))
            .unwrap_or_default()
    }

    /// A time that stands anywhere: one of the month that the address names, else one farther from the headline.
    pub fn far(&mut self, month: Option<(i16, i8)>) -> (Time, PublishedFrom) {
        let count = self.tree.nodes.len();
        let near = count.min(self.heading + NEAR);
        if let Some(found) = month.and_then(|month| self.of_month(month)) {
            return (found, PublishedFrom::Visible);
        }
        if let Some(found) = self.named(near..count) {
            return found;
        }
        if self.aged.is_known() {
            return (self.aged, PublishedFrom::Relative);
        }
        self.lines(self.heading..near).unwrap_or_default()
    }

    /// A line that is a date of this month.
    fn of_month(&self, (year, month): (i16, i8)) -> Option<Time> {
        self.dates(0..self.tree.nodes.len())
            .find(|t| t.known().is_some_and(|w| w.date().year() == year && w.date().month() == month))
    }

    /// A line that writes the stated day with day and month exchanged, as programs do that take "01.11." for January:
    /// then the reader's line is right.
    pub fn turned(&self, stated: Time) -> Option<Time> {
        let day = stated.known().filter(|w| w.precision() >= Precision::Day)?.date();
        if day.day() == day.month() || day.day() > 12 {
            return None;
        }
        // Dots are written between day, month and year, in this order, wherever dots are written.
        let dotted = |at: &usize| self.tree.text(*at).matches('.').count() >= 2;
        let lines = (self.heading..self.tree.nodes.len()).filter(dotted);
        self.dates(lines).find(|shown| {
            shown.known().map(|w| w.date()).is_some_and(|shown| {
                shown.year() == day.year() && shown.month() == day.day() && shown.day() == day.month()
            })
        })
    }

    /// What a line near the headline says of a change ("Updated 3 May 2024").
    pub fn changed(&self) -> Time {
        let near = self.heading.saturating_sub(CLOSE)..self.tree.nodes.len().min(self.heading + NEAR);
        near.filter(|&at| self.tree.tag(at) == Tag::Text)
            .find_map(|at| changed_line(self.tree.text(at), self.lang))
            .unwrap_or_default()
    }

    fn named(&mut self, range: Range<usize>) -> Option<(Time, PublishedFrom)> {
        let Self { page, tree, lang, .. } = *self;
        for at in range {
            let is_time = tree.tag(at) == Tag::Time;
            let is_named = tree.hints(at).has(Hints::DATE) && tree.end(at) - at < NAMED_NODES;
            if !(is_time || is_named) || self.is_foreign(at) {
                continue;
            }
            let line = tree.line(at, MAX_DATE);
            let said = to_the_day(dated_line(&line, lang).or(read(&pieces(tree, at), lang)));
            let stated = tree.attribute(at, Name::Datetime).map_or(Time::Unknown, |raw| read(raw, lang));
            if stated.is_known() && !is_another_day(stated, said) {
                return Some((stated, PublishedFrom::Stated));
            }
            if said.is_known() {
                return Some((said, PublishedFrom::Visible));
            }
            if let (Time::Unknown, Time::At(crawled)) = (self.aged, page.crawled) {
                self.aged = dates::relative(&line, crawled);
            }
        }
        None
    }

    fn lines(&self, range: Range<usize>) -> Option<(Time, PublishedFrom)> {
        self.dates(range).next().map(|time| (time, PublishedFrom::Visible))
    }

    /// The lines of a range that are dates.
    fn dates(&self, nodes: impl Iterator<Item = usize>) -> impl Iterator<Item = Time> {
        let tree = self.tree;
        nodes
            .filter(|&at| tree.tag(at) == Tag::Text && tells_enough(tree.text(at)))
            .filter(|&at| !inside(tree, at, &[Tag::Caption, Tag::Figure]))
            .map(|at| to_the_day(dated_line(tree.text(at), self.lang).or(begins(tree.text(at), self.lang))))
            .filter(|time| time.is_known())
    }

    fn is_foreign(&self, at: usize) -> bool {
        self.own.is_some() && article_around(self.tree, at).is_some_and(|a| Some(a) != self.own)
    }
}

/// A date whose parts stand in elements of their own, as calendar leaves do.
fn pieces(tree: &Tree, at: usize) -> String {
    let texts: Vec<&str> = tree.subtree(at).map(|n| tree.text(n).trim()).filter(|t| !t.is_empty()).collect();
    if (2..=5).contains(&texts.len()) { texts.join(" ") } else { String::new() }
}

/// The nearest article element around a node.
fn article_around(tree: &Tree, at: usize) -> Option<usize> {
    tree.around(at).find(|&at| tree.tag(at) == Tag::Article)
}

fn inside(tree: &Tree, at: usize, tags: &[Tag]) -> bool {
    tree.around(at).any(|at| tags.contains(&tree.tag(at)))
}

/// Whether a time element's words speak of another day than its attribute: more than any two zones lie apart. Some
/// programs write the day of the last change into the attribute.
fn is_another_day(stated: Time, said: Time) -> bool {
    const APART: i64 = 2 * 86_400;
    match (stated.known(), said.known()) {
        (Some(stated), Some(said)) => (stated.unix() - said.unix()).abs() >= APART,
        _ => false,
    }
}

/// A paragraph that begins with its day: "27.1.2022 - The council ..".
fn begins(line: &str, lang: Lang) -> Time {
    const MAX_DAY: usize = 20;
    let line = line.trim_start();
    if !line.starts_with(|c: char| c.is_ascii_digit()) {
        return Time::Unknown;
    }
    let cut = [" - ", " – ", " — "].iter().filter_map(|mark| line.split_once(mark)).map(|(day, _)| day);
    cut.filter(|day| day.chars().count() <= MAX_DAY && tells_enough(day))
        .map(|day| read(day, lang))
        .find(|time| time.is_known())
        .unwrap_or_default()
}

/// A line that no name calls a date must write its year in full or a time of day: "1.1.12" may be a paragraph of a law.
fn tells_enough(line: &str) -> bool {
    let mut runs = line.split(|c: char| !c.is_ascii_digit());
    runs.any(|run| run.len() == 4)
        || line.split_whitespace().any(|word| {
            word.len() >= 4 && word.contains(':') && word.starts_with(|c: char| c.is_ascii_digit())
        })
}

/// A year or a month alone in running text is no publication time.
fn to_the_day(time: Time) -> Time {
    match time.known() {
        Some(when) if when.precision() >= Precision::Day => time,
        _ => Time::Unknown,
    }
}

/// A short line that is a date, with or without a label before it ("Published: 3 May 2024").
pub fn dated_line(line: &str, lang: Lang) -> Time {
    let line = line.trim();
    if line.chars().count() > MAX_DATE || line.chars().filter(char::is_ascii_digit).count() < 5 {
        return Time::Unknown;
    }
    if label_of_change(line).is_some() || is_prose(line) {
        return Time::Unknown;
    }
    let whole = read(line, lang);
    if whole.is_known() {
        return whole;
    }
    let mut words = line.split_whitespace();
    const LABEL_WORDS: usize = 4;
    for _ in 0..LABEL_WORDS {
        if words.next().is_none() {
            break;
        }
        let rest = words.clone().collect::<Vec<_>>().join(" ");
        let time = read(&rest, lang);
        if time.is_known() {
            return time;
        }
        // "3 May 2024, 10:45 | Updated ..": the part before the bar.
        let part = rest.split(['|', '•', '·']).next().unwrap_or("");
        let time = read(part, lang);
        if time.is_known() {
            return time;
        }
    }
    line.split(['|', '•', '·', '(']).map(|part| read(part, lang)).find(|t| t.is_known()).unwrap_or_default()
}

/// What follows a word of change at a line's beginning.
fn label_of_change(line: &str) -> Option<&str> {
    let folded = line.to_lowercase();
    let label = CHANGED.iter().filter(|label| folded.starts_with(**label)).max_by_key(|l| l.len())?;
    // Lower case may have another length: what cannot be cut is read from its beginning.
    Some(line.get(label.len()..).unwrap_or(line))
}

/// "Updated: 3 May 2024", "Stand: 03.05.2024".
fn changed_line(line: &str, lang: Lang) -> Option<Time> {
    let line = line.trim();
    if line.chars().count() > MAX_DATE || line.chars().filter(char::is_ascii_digit).count() < 5 {
        return None;
    }
    let rest = label_of_change(line)?.trim_start_matches([':', ' ', '\u{a0}', '-', '–', '—', '|', '：']);
    let time = to_the_day(dated_line(rest, lang));
    time.is_known().then_some(time)
}

/// A sentence that mentions a day is no line of a date: "They have been married since 30 June 2018."
fn is_prose(line: &str) -> bool {
    const WORDS: usize = 6;
    line.ends_with('.')
        && line.split_whitespace().filter(|w| w.chars().all(|c| c.is_lowercase())).count() >= WORDS
}
