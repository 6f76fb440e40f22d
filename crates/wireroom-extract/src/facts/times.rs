//! Publication and change, each with where it was read. A time that nobody states is unknown; an age ("6 minutes
//! ago") counts only against a known crawl time. Start at [`Times::read`].

use super::shown::Shown;
use super::zone::local;
use crate::Page;
use crate::structured::{Item, Stated};
use crate::tree::{Name, Tree};
use url::Url;
use wireroom_model::{Lang, PublishedFrom, Time, When};
use wireroom_text::dates;

/// Longest text that is read as a date, in characters.
pub const MAX_DATE: usize = 100;
/// When an article was published and changed.
#[derive(Debug, Clone, Copy, Default)]
pub struct Times {
    pub published: Time,
    pub from: PublishedFrom,
    pub updated: Time,
    pub updated_from: PublishedFrom,
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
        let mut times = Self::default();
        times.change(first([item.modified.as_str()], lang), PublishedFrom::Stated);
        for key in UPDATED {
            let values = stated.metas.get(*key).map(Vec::as_slice).unwrap_or_default();
            times.change(first(values.iter().map(String::as_str), lang), PublishedFrom::Stated);
        }
        let mut published = first([item.published.as_str()], lang);
        for key in PUBLISHED {
            let values = stated.metas.get(*key).map(Vec::as_slice).unwrap_or_default();
            published = published.or(first(values.iter().map(String::as_str), lang));
        }
        for property in ["datepublished", "datecreated"] {
            published = published.or(marked(tree, property, lang));
        }
        let others = stated.items.iter().map(|i| i.published.as_str());
        published = published.or(first(others, lang));
        let mut shown = Shown::new(page, tree, lang, heading);
        let address = page.url.map_or(Time::Unknown, in_address);
        match shown.turned(published) {
            Some(turned) => times.settle(turned, PublishedFrom::Visible),
            None => times.settle(local(page.html, published), PublishedFrom::Stated),
        }
        let (near, from) = shown.near();
        times.settle(near, from);
        times.settle(address, PublishedFrom::Address);
        let (far, from) = shown.far(page.url.and_then(month_in_address));
        times.settle(far, from);
        times.settle(first([stated.page_published.as_str()], lang), PublishedFrom::Stated);
        times.change(shown.changed(), PublishedFrom::Visible);
        times
    }

    fn change(&mut self, found: Time, from: PublishedFrom) {
        if !self.updated.is_known() && found.is_known() {
            self.updated = found;
            self.updated_from = from;
        }
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
pub fn read(raw: &str, lang: Lang) -> Time {
    const FIRST_YEAR: i16 = 1990;
    const LAST_YEAR: i16 = 2100;
    let raw = raw.trim();
    if raw.chars().count() > MAX_DATE {
        return Time::Unknown;
    }
    let time = dates::stated_in(raw, lang).or(to_the_second(raw));
    match time.known() {
        Some(when) if (FIRST_YEAR..LAST_YEAR).contains(&when.date().year()) => time,
        _ => Time::Unknown,
    }
}

/// "2022-01-10T22:06:08:684Z": what programs write wrongly behind the second is left out, the zone with it.
fn to_the_second(raw: &str) -> Time {
    const SECOND: usize = "2022-01-10T22:06:08".len();
    let is_instant = raw.as_bytes().get(10).is_some_and(|b| matches!(b, b'T' | b' '));
    raw.get(..SECOND).filter(|_| is_instant).map_or(Time::Unknown, dates::stated)
}

/// A time that microdata or RDFa marks: `itemprop="datePublished"`, `property="schema:dateCreated"`.
fn marked(tree: &Tree, property: &str, lang: Lang) -> Time {
    let names = |value: &str| {
        value
            .split_whitespace()
            .any(|word| word.rsplit(':').next().is_some_and(|name| name.eq_ignore_ascii_case(property)))
    };
    (0..tree.nodes.len())
        .filter(|&at| {
            [Name::Itemprop, Name::Property].iter().any(|n| tree.attribute(at, *n).is_some_and(names))
        })
        .flat_map(|at| [Name::Datetime, Name::Content, Name::Title].map(|name| tree.attribute(at, name)))
        .flatten()
        .map(|raw| read(raw, lang))
        .find(|t| t.is_known())
        .unwrap_or_default()
}

/// The year and month of "/2024/05/bridge-opens".
fn month_in_address(url: &Url) -> Option<(i16, i8)> {
    let mut parts = url.path().split('/');
    let year = parts.find(|p| p.len() == 4 && p.bytes().all(|b| b.is_ascii_digit()))?.parse().ok()?;
    let month = parts.next().filter(|p| p.len() == 2)?.parse().ok()?;
    ((1995..2100).contains(&year) && (1..=12).contains(&month)).then_some((year, month))
}

/// "/2024/05/03/", "/2024-05-03-", "/20240503", "/2024/may/03/".
pub fn in_address(url: &Url) -> Time {
    let parts: Vec<&str> = url.path().split(['/', '-', '_', '.']).collect();
    let number = |text: &str, count: usize| -> Option<i16> {
        (text.len() == count && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok())?
    };
    let date = |year: i16, month: i16, day: i16| {
        let when = When::from_date(year, Some(i8::try_from(month).ok()?), Some(i8::try_from(day).ok()?))?;
        (1995..2100).contains(&year).then_some(Time::At(when))
    };
    let named = |word: &str| {
        let letters = word.len() >= 3 && word.bytes().all(|b| b.is_ascii_alphabetic());
        letters
            .then(|| read(&format!("1 {word} 2000"), Lang::UNKNOWN).known())
            .flatten()
            .map(|w| i16::from(w.date().month()))
    };
    for window in parts.windows(3) {
        let [year, month, day] = window else { continue };
        let Some(y) = number(year, 4) else { continue };
        let Some(d) = number(day, 2).or_else(|| number(day, 1)) else { continue };
        let Some(m) = number(month, 2).or_else(|| number(month, 1)).or_else(|| named(month)) else {
            continue;
        };
        if let Some(time) = date(y, m, d) {
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
