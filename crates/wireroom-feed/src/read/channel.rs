//! What a feed says of itself: its channel (RSS, RDF, CDF) or its root (Atom).

use crate::feed::{Feed, Format, Link, Person, Text, Warning};
use crate::read::address::{self, Place};
use crate::read::entry::{
    best_people, categories, date, is_entry, keywords, link_of, link_rank, lower, stated_date,
};
use crate::read::fields::{Field, Slot, field};
use crate::read::{Document, LIST_LIMIT, media, people, texts};
use crate::xml::names::Ns;
use crate::xml::tape::El;
use wireroom_model::When;

/// The longest a publisher can ask not to be polled: a year of minutes.
const TTL_LIMIT: u32 = 366 * 24 * 60;

#[derive(Default)]
struct Draft {
    feed: Feed,
    title: Slot<Text>,
    description: Slot<Text>,
    link: Slot<String>,
    id: Slot<String>,
    published: Slot<When>,
    updated: Slot<When>,
    language: Slot<String>,
    rights: Slot<Text>,
    image: Slot<String>,
    authors: Vec<(u8, Person)>,
}

/// Reads everything but the entries.
pub fn read(document: Document<'_, '_>, place: Place<'_>) -> Feed {
    let root = document.root;
    let channel = speaker(root);
    let mut draft = Draft::default();
    let mut warnings = Vec::new();
    if let Some(about) = channel.attribute("rdf:about") {
        draft.id.offer(1, || Some(about.trim().to_owned()).filter(|about| !about.is_empty()));
        draft.link.offer(5, || address::is_web(about.trim()).then(|| about.trim().to_owned()));
    }
    if let Some(href) = channel.attribute("href") {
        draft.link.offer(2, || place.resolve(channel, href));
    }
    if let Some(lastmod) = channel.attribute("lastmod") {
        draft.updated.offer_last(1, || stated_date(lastmod, &mut warnings));
    }
    // RSS 1.0 keeps the image beside the channel.
    let beside = (channel.at() != root.at()).then(|| root.elements()).into_iter().flatten();
    let beside = beside.filter(|e| e.is(Ns::Plain, "image"));
    for child in channel.elements().chain(beside) {
        if is_entry(child) {
            continue;
        }
        if let Some((what, rank)) = field(child.ns(), &lower(child)) {
            take(child, what, rank, document.format, place, &mut warnings, &mut draft);
        }
    }
    let language = channel.lang();
    decide(draft, document.format, language, warnings)
}

/// The element whose children describe the feed.
fn speaker<'a, 't>(root: El<'a, 't>) -> El<'a, 't> {
    if root.local().eq_ignore_ascii_case("channel") {
        return root;
    }
    root.elements().find(|e| e.local().eq_ignore_ascii_case("channel")).unwrap_or(root)
}

fn take(
    child: El<'_, '_>,
    what: Field,
    rank: u8,
    format: Format,
    place: Place<'_>,
    warnings: &mut Vec<Warning>,
    draft: &mut Draft,
) {
    match what {
        Field::Title => draft.title.offer(rank, || texts::text(child, format, place)),
        Field::Summary | Field::SecondSummary => {
            draft.description.offer(rank, || texts::text(child, format, place));
            draft.description.offer(u8::MAX, || Some(texts::maybe_empty(child, format, place)));
        }
        Field::Link => link(child, place, draft),
        Field::Id | Field::Guid => draft.id.offer(rank, || child.some_text()),
        Field::Published => draft.published.offer_last(rank, || date(child, warnings)),
        Field::Updated | Field::Dated => draft.updated.offer_last(rank, || date(child, warnings)),
        Field::Author if draft.authors.len() < LIST_LIMIT => {
            draft.authors.extend(people::person(child, place).map(|p| (rank, p)));
        }
        Field::Category => categories(child, &mut draft.feed.categories),
        Field::Keywords => keywords(&child.text(), &mut draft.feed.categories),
        Field::Language => draft.language.offer(rank, || child.some_text()),
        Field::Rights => draft.rights.offer(rank, || texts::text(child, format, place)),
        Field::Image | Field::Thumbnail => draft.image.offer(rank, || media::image(child, place)),
        Field::Icon => draft.feed.icon = draft.feed.icon.take().or_else(|| media::image(child, place)),
        Field::Ttl => draft.feed.ttl_minutes = draft.feed.ttl_minutes.or_else(|| minutes(&child.text())),
        Field::SkipHours => draft.feed.skip_hours = hours(child),
        Field::SkipDays => draft.feed.skip_days = days(child),
        Field::MovedTo => {
            draft.feed.moved_to = place.resolve(child, &child.text()).filter(|a| address::is_web(a))
        }
        _ => {}
    }
}

fn link(child: El<'_, '_>, place: Place<'_>, draft: &mut Draft) {
    let Some(link) = link_of(child, place) else { return };
    if let Some(rank) = link_rank(child, &link) {
        draft.link.offer(rank, || Some(link.address.clone()));
    }
    push_link(link, &mut draft.feed);
}

/// Keeps a link of the feed and what its relation means.
pub fn push_link(link: Link, feed: &mut Feed) {
    if feed.links.len() >= LIST_LIMIT {
        return;
    }
    match link.rel.as_str() {
        "self" => feed.own_address = feed.own_address.take().or_else(|| Some(link.address.clone())),
        "hub" if !feed.hubs.contains(&link.address) => feed.hubs.push(link.address.clone()),
        _ => {}
    }
    feed.links.push(link);
}

fn minutes(text: &str) -> Option<u32> {
    text.trim().parse::<u32>().ok().filter(|&minutes| minutes > 0).map(|minutes| minutes.min(TTL_LIMIT))
}

/// Hours 0 to 23; the older 24 is midnight.
fn hours(element: El<'_, '_>) -> Vec<u8> {
    let mut hours: Vec<u8> = element
        .elements()
        .take(LIST_LIMIT)
        .filter_map(|hour| hour.text().trim().parse::<u8>().ok())
        .filter(|&hour| hour <= 24)
        .map(|hour| hour % 24)
        .collect();
    hours.sort_unstable();
    hours.dedup();
    hours
}

fn days(element: El<'_, '_>) -> Vec<String> {
    const DAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    let stated: Vec<String> =
        element.elements().take(LIST_LIMIT).map(|day| day.text().trim().to_ascii_lowercase()).collect();
    DAYS.iter().filter(|day| stated.contains(&day.to_ascii_lowercase())).map(|&day| day.to_owned()).collect()
}

fn decide(draft: Draft, format: Format, lang: Option<String>, warnings: Vec<Warning>) -> Feed {
    let mut feed = draft.feed;
    feed.format = format;
    feed.title = draft.title.into_value();
    feed.description = draft.description.into_value();
    feed.link = draft.link.into_value();
    feed.id = draft.id.into_value();
    feed.published = draft.published.into_value().into();
    feed.updated = draft.updated.into_value().into();
    feed.language = draft.language.into_value().or(lang);
    feed.rights = draft.rights.into_value();
    feed.image = draft.image.into_value();
    feed.authors = best_people(draft.authors);
    feed.warnings = warnings;
    feed
}
