//! Publication and change, each with where it was read. A time that nobody states is unknown; an age ("6 minutes
//! ago") counts only against a known crawl time. Start at [`Times::read`].

use super::zone::local;
use crate::Page;
use crate::hints::Hints;
use crate::structured::{Item, Stated};
use crate::tree::{Name, Tag, Tree};
use std::ops::Range;
use url::Url;
use wireroom_model::{Lang, Precision, PublishedFrom, Time, When};
use wireroom_text::dates;

/// Longest text that is read as a date, in characters.
const MAX_DATE: usize = 100;
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

/// When an article was published and changed.
#[derive(Debug, Clone, Copy, Default)]
pub struct Times {
    pub published: Time,
    pub from: PublishedFrom,
    pub updated: Time,
}

const PUBLISHED: &[&str] = &[
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "article:published",
    "og:published_time",
    "pubdate",
    "publishdate",
    "publish_date",
    "publish-date",
    "published_time",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date.created",
    "dcterms.created",
    "dc.date",
    "dcterms.date",
    "date",
    "sailthru.date",
    "parsely-pub-date",
    "cxenseparse:recs:publishtime",
    "article.published",
    "rnews:datepublished",
    "publication_date",
    "originalpublicationdate",
    "iso-8601-publish-date",
    "article_date_original",
];
const UPDATED: &[&str] = &[
    "article:modified_time",
    "og:updated_time",
    "datemodified",
    "article:modified",
    "og:article:modified_time",
    "last-modified",
    "dcterms.modified",
    "dc.date.modified",
    "lastmod",
];

impl Times {
    /// Reads the times of the page's own article.
    pub fn read(
        page: &Page<'_>,
        tree: &Tree,
        stated: &Stated,
        item: &Item,
        heading: Option<usize>,
        lang: Lang,
    ) -> Self {
        let mut times = Self { updated: first([item.modified.as_str()], lang), ..Self::default() };
        for key in UPDATED {
            let values = stated.metas.get(*key).map(Vec::as_slice).unwrap_or_default();
            times.updated = times.updated.or(first(values.iter().map(String::as_str), lang));
        }
        let mut published = first([item.published.as_str()], lang);
        for key in PUBLISHED {
            let values = stated.metas.get(*key).map(Vec::as_slice).unwrap_or_default();
            published = published.or(first(values.iter().map(String::as_str), lang));
        }
        published = published.or(microdata(tree, lang));
        let others = stated.items.iter().map(|i| i.published.as_str());
        published = published.or(first(others, lang));
        times.settle(local(page.html, published), PublishedFrom::Stated);
        let (shown, from) = Shown { page, tree, lang, own: heading.and_then(|at| article_around(tree, at)) }
            .find(heading.unwrap_or(0));
        times.settle(shown, from);
        times.settle(page.url.map_or(Time::Unknown, in_address), PublishedFrom::Address);
        times.settle(first([stated.page_published.as_str()], lang), PublishedFrom::Stated);
        times
    }

    fn settle(&mut self, found: Time, from: PublishedFrom) {
        if !self.published.is_known() && found.is_known() {
            self.published = found;
            self.from = from;
        }
    }
}

fn first<'d>(raw: impl IntoIterator<Item = &'d str>, lang: Lang) -> Time {
    raw.into_iter()
        .filter(|r| !r.trim().is_empty())
        .map(|r| read(r, lang))
        .find(|t| t.is_known())
        .unwrap_or_default()
}

/// A date string, if it is one of a time that the web has seen.
fn read(raw: &str, lang: Lang) -> Time {
    const FIRST_YEAR: i16 = 1990;
    const LAST_YEAR: i16 = 2100;
    let raw = raw.trim();
    if raw.chars().count() > MAX_DATE {
        return Time::Unknown;
    }
    let time = dates::stated_in(raw, lang);
    match time.known() {
        Some(when) if (FIRST_YEAR..LAST_YEAR).contains(&when.date().year()) => time,
        _ => Time::Unknown,
    }
}

fn microdata(tree: &Tree, lang: Lang) -> Time {
    (0..tree.nodes.len())
        .filter(|&at| {
            tree.attribute(at, Name::Itemprop)
                .is_some_and(|p| p.split_whitespace().any(|p| p == "datePublished"))
        })
        .flat_map(|at| [Name::Datetime, Name::Content, Name::Title].map(|name| tree.attribute(at, name)))
        .flatten()
        .map(|raw| read(raw, lang))
        .find(|t| t.is_known())
        .unwrap_or_default()
}

/// The search for a time that a reader sees.
struct Shown<'s> {
    page: &'s Page<'s>,
    tree: &'s Tree,
    lang: Lang,
    /// The article element around the headline: another article's card states another article's time.
    own: Option<usize>,
}

impl Shown<'_> {
    /// A time element, an element that its names call a date, or a line that is one: the nearer to the headline, the
    /// better; below it before above it, because the line above a page is the day of reading.
    fn find(&self, heading: usize) -> (Time, PublishedFrom) {
        let count = self.tree.nodes.len();
        let near = count.min(heading + NEAR);
        let mut aged = Time::Unknown;
        let found = self
            .named(heading..near, &mut aged)
            .or_else(|| self.own.and_then(|own| self.named(own..heading, &mut aged)))
            .or_else(|| self.lines(heading..count.min(heading + CLOSE)))
            .or_else(|| self.lines(heading.saturating_sub(CLOSE / 4)..heading))
            .or_else(|| self.named(heading.saturating_sub(NEAR / 3)..heading, &mut aged))
            .or_else(|| self.named(near..count, &mut aged));
        if let Some(found) = found {
            return found;
        }
        if aged.is_known() {
            return (aged, PublishedFrom::Relative);
        }
        self.lines(heading..near).unwrap_or((Time::Unknown, PublishedFrom::Unknown))
    }

    fn named(&self, range: Range<usize>, aged: &mut Time) -> Option<(Time, PublishedFrom)> {
        let Self { page, tree, lang, .. } = *self;
        for at in range {
            let is_time = tree.tag(at) == Tag::Time;
            let is_named = tree.hints(at).has(Hints::DATE) && tree.end(at) - at < NAMED_NODES;
            if !(is_time || is_named) || self.is_foreign(at) {
                continue;
            }
            if let Some(raw) = tree.attribute(at, Name::Datetime) {
                let time = read(raw, lang);
                if time.is_known() {
                    return Some((time, PublishedFrom::Stated));
                }
            }
            let line = tree.line(at, MAX_DATE);
            let time = to_the_day(dated_line(&line, lang));
            if time.is_known() {
                return Some((time, PublishedFrom::Visible));
            }
            if let (Time::Unknown, Time::At(crawled)) = (*aged, page.crawled) {
                *aged = dates::relative(&line, crawled);
            }
        }
        None
    }

    fn lines(&self, range: Range<usize>) -> Option<(Time, PublishedFrom)> {
        let tree = self.tree;
        range
            .filter(|&at| tree.tag(at) == Tag::Text && tells_enough(tree.text(at)))
            .filter(|&at| !inside(tree, at, &[Tag::Caption, Tag::Figure]))
            .map(|at| to_the_day(dated_line(tree.text(at), self.lang)))
            .find(|time| time.is_known())
            .map(|time| (time, PublishedFrom::Visible))
    }

    fn is_foreign(&self, at: usize) -> bool {
        self.own.is_some() && article_around(self.tree, at).is_some_and(|a| Some(a) != self.own)
    }
}

/// The nearest article element around a node.
fn article_around(tree: &Tree, at: usize) -> Option<usize> {
    around(tree, at).find(|&at| tree.tag(at) == Tag::Article)
}

fn inside(tree: &Tree, at: usize, tags: &[Tag]) -> bool {
    around(tree, at).any(|at| tags.contains(&tree.tag(at)))
}

/// The elements around a node, the nearest first.
fn around(tree: &Tree, at: usize) -> impl Iterator<Item = usize> {
    std::iter::successors(Some(at), |&at| (at > 0).then(|| tree.parent(at))).skip(1)
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
    let folded = line.to_lowercase();
    if CHANGED.iter().any(|label| folded.starts_with(label)) {
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

/// "/2024/05/03/", "/2024-05-03-", "/20240503".
pub fn in_address(url: &Url) -> Time {
    let parts: Vec<&str> = url.path().split(['/', '-', '_', '.']).collect();
    let number = |text: &str, count: usize| -> Option<i16> {
        (text.len() == count && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok())?
    };
    let date = |year: i16, month: i16, day: i16| {
        let when = When::from_date(year, Some(i8::try_from(month).ok()?), Some(i8::try_from(day).ok()?))?;
        (1995..2100).contains(&year).then_some(Time::At(when))
    };
    for window in parts.windows(3) {
        if let [year, month, day] = window
            && let (Some(y), Some(m), Some(d)) = (
                number(year, 4),
                number(month, 2).or_else(|| number(month, 1)),
                number(day, 2).or_else(|| number(day, 1)),
            )
            && let Some(time) = date(y, m, d)
        {
            return time;
        }
    }
    for part in parts {
        if part.len() == 8 {
            let fields = (
                part.get(..4).and_then(|p| number(p, 4)),
                part.get(4..6).and_then(|p| number(p, 2)),
                part.get(6..).and_then(|p| number(p, 2)),
            );
            if let (Some(y), Some(m), Some(d)) = fields
                && let Some(time) = date(y, m, d)
            {
                return time;
            }
        }
    }
    Time::Unknown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_may_state_a_day() {
        let at = |u: &str| in_address(&Url::parse(u).unwrap()).known().map(|w| w.to_string());
        assert_eq!(at("https://press.example/2024/05/03/bridge.html").as_deref(), Some("2024-05-03"));
        assert_eq!(at("https://press.example/news/20240503-bridge").as_deref(), Some("2024-05-03"));
        assert_eq!(at("https://press.example/2024/99/03/bridge"), None);
    }
}
