//! The entries of a live page as dated spans of its finished body.
//! A time is the entry's own, stated or shown, or its clock on the page's day where that day is beyond doubt; else it
//! is unknown. Start at [`updates`].

use crate::blocks::Blocks;
use crate::choose::fold;
use crate::clean::Kept;
use crate::credits::clock;
use crate::facts::dated_line;
use crate::gathered::credits_of;
use crate::live::{Entries, Entry, opening_clock};
use crate::parts::Unit;
use crate::structured::Item;
use crate::tree::Tree;
use wireroom_model::{Lang, Precision, PublishedFrom, Time, Update, When};
use wireroom_text::dates;

/// Where and on which day a page stands, for its entries' clocks.
#[derive(Debug, Clone, Copy)]
pub struct Stood<'p> {
    pub published: Time,
    pub from: PublishedFrom,
    pub lang: Lang,
    /// The items of the page's structured data; its entries may be among them.
    pub items: &'p [Item],
}

/// The entries as updates of a finished body: what was kept of each is a span of it. `kept` are the body's blocks.
pub fn updates(
    tree: &Tree,
    blocks: &Blocks,
    entries: &Entries,
    kept: &Kept,
    body: &str,
    stood: Stood<'_>,
) -> Vec<Update> {
    let spans = spans(blocks, entries, kept, body);
    let day = day(entries, stood);
    let mut updates = Vec::new();
    for (entry, span) in entries.list.iter().zip(spans) {
        let Some((start, end)) = span else { continue };
        let heading = entry
            .heading
            .map(|at| tree.line(at, 300))
            .map(|line| opening_clock(&line).map_or(line.clone(), |(_, rest)| rest.to_owned()))
            .filter(|line| !line.is_empty());
        let item = item_of(blocks, entry, heading.as_deref(), stood.items);
        let stated = |raw: &str| dates::stated_in(raw, stood.lang);
        let published = entry
            .stated
            .as_deref()
            .map_or(Time::Unknown, stated)
            .or(item.map_or(Time::Unknown, |item| stated(&item.published)))
            .or(shown(&entry.shown, stood.lang))
            .or(day.and_then(|day| on(day, clock(&entry.shown)?)).map_or(Time::Unknown, Time::At));
        let unit = Unit {
            node: entry.node,
            end: entry.end,
            heading: entry.heading.unwrap_or(entry.node),
            prose: 0,
            stated: true,
        };
        let mut authors = credits_of(tree, blocks, unit).authors;
        if let Some(item) = item.filter(|_| authors.is_empty()) {
            authors.clone_from(&item.authors);
        }
        updates.push(Update { heading, published, authors, start, end });
    }
    updates
}

/// A day and a clock in one line.
fn shown(line: &str, lang: Lang) -> Time {
    match dated_line(line, lang).known() {
        Some(when) if when.precision() >= Precision::Minute => Time::At(when),
        _ => Time::Unknown,
    }
}

/// The object of structured data that is about an entry: by its headline, else by the beginning of its text.
fn item_of<'i>(blocks: &Blocks, entry: &Entry, heading: Option<&str>, items: &'i [Item]) -> Option<&'i Item> {
    const KEY: usize = 40;
    if items.len() < 2 {
        return None;
    }
    let heading = heading.map(fold).unwrap_or_default();
    let text: String = blocks
        .between(entry.node, entry.end)
        .filter_map(|at| blocks.list.get(at))
        .map(|b| fold(&b.text))
        .collect();
    items.iter().filter(|item| !item.published.is_empty() && !item.kind.contains("LiveBlog")).find(|item| {
        let key: String = fold(&item.body).chars().take(KEY).collect();
        let headline = fold(&item.headline);
        (headline.chars().count() >= 6 && headline == heading)
            || (key.chars().count() >= 20 && text.contains(&key))
    })
}

/// The day of all clocks, where they run one way and agree with the page's own time.
fn day(entries: &Entries, stood: Stood<'_>) -> Option<When> {
    /// Minutes by which the first entry may stand before the page's own time: pages open as the first entry is written.
    const SLACK: u16 = 15;
    let page = stood.published.known().filter(|w| w.precision() >= Precision::Day)?;
    let clocks: Vec<u16> = entries.list.iter().filter_map(|e| clock(&e.shown)).collect();
    let falls = clocks.windows(2).all(|w| matches!(w, [a, b] if a >= b));
    let rises = clocks.windows(2).all(|w| matches!(w, [a, b] if a <= b));
    if !(falls || rises) || matches!(stood.from, PublishedFrom::Address | PublishedFrom::Relative) {
        return None;
    }
    if page.precision() == Precision::Day {
        return Some(page);
    }
    let civil = page.civil()?;
    let written = u16::try_from(i32::from(civil.hour()) * 60 + i32::from(civil.minute())).ok()?;
    let earliest = clocks.iter().copied().min()?;
    let meets = clocks.iter().any(|c| c.abs_diff(written) <= SLACK);
    // UTC is what machines write: it is the entries' own zone only where one of them stands at the page's minute.
    let same_zone = if page.offset() == 0 { meets } else { true };
    (same_zone && earliest + SLACK >= written).then_some(page)
}

fn on(day: When, minute: u16) -> Option<When> {
    let (hour, minute) = (i8::try_from(minute / 60).ok()?, i8::try_from(minute % 60).ok()?);
    When::from_civil(day.date().at(hour, minute, 0, 0), day.offset(), Precision::Minute)
}

/// For each entry the characters of the body that it takes: body and kept blocks run in the same order.
fn spans(blocks: &Blocks, entries: &Entries, kept: &Kept, body: &str) -> Vec<Option<(usize, usize)>> {
    let mut spans: Vec<Option<(usize, usize)>> = vec![None; entries.list.len()];
    let mut left = kept.blocks.iter().filter_map(|at| blocks.list.get(*at)).map(|b| (fold(&b.text), b.first));
    let mut at = 0;
    for paragraph in body.split("\n\n") {
        let end = at + paragraph.chars().count();
        let own = fold(paragraph);
        // A clock that opened the paragraph is no longer in it.
        let Some((_, first)) = left.by_ref().find(|(text, _)| *text == own || text.ends_with(&own)) else {
            break;
        };
        let place = entries.list.iter().position(|e| e.node <= first && first < e.end);
        if let Some(span) = place.and_then(|place| spans.get_mut(place)) {
            *span = Some((span.map_or(at, |(start, _)| start), end));
        }
        at = end + 2;
    }
    spans
}
