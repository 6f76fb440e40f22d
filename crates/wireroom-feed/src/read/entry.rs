//! One entry: its elements gathered by rank, then decided. An entry that says nothing is kept, with a warning.

use crate::feed::{Category, Entry, Feed, Format, Link, Person, Text, Warning};
use crate::read::address::{self, Place};
use crate::read::fields::{Field, Slot, field};
use crate::read::media::{self, Pictures};
use crate::read::{Document, ENTRY_LIMIT, LIST_LIMIT, extensions, people, source, texts};
use crate::xml::names::Ns;
use crate::xml::tape::{El, Tape};
use std::borrow::Cow;
use wireroom_model::When;
use wireroom_text::dates;

/// Reads every entry of the document, wherever it stands outside another.
pub fn read_all(tape: &Tape<'_>, document: Document<'_, '_>, place: Place<'_>, feed: &mut Feed) {
    let mut end_of_last = 0;
    let mut left_out = 0_usize;
    for element in tape.elements() {
        if element.at() < end_of_last || !is_entry(element) {
            continue;
        }
        end_of_last = element.end();
        if feed.entries.len() >= ENTRY_LIMIT {
            left_out += 1;
            continue;
        }
        let entry = read(element, document.format, place, &mut feed.warnings);
        keep(entry, &mut feed.entries);
    }
    if left_out > 0 {
        let warning = format!("{left_out} entries beyond the first {ENTRY_LIMIT} were left out");
        feed.warnings.insert(0, Warning(warning));
    }
}

/// Adds an entry. Room grows by quarters: doubling would hold a long feed's entries twice over.
pub fn keep(entry: Entry, entries: &mut Vec<Entry>) {
    if entries.len() == entries.capacity() {
        entries.reserve_exact(entries.len() / 4 + 16);
    }
    entries.push(entry);
}

/// True for `item` and `entry` of the feed's own vocabularies.
pub fn is_entry(element: El<'_, '_>) -> bool {
    matches!(element.ns(), Ns::Plain | Ns::Atom)
        && (element.local().eq_ignore_ascii_case("item") || element.local().eq_ignore_ascii_case("entry"))
}

/// Adds a warning while there is room.
pub fn warn(warnings: &mut Vec<Warning>, warning: impl FnOnce() -> String) {
    if warnings.len() < crate::read::WARNING_LIMIT {
        warnings.push(Warning(warning()));
    }
}

/// The name of an element in lower case.
pub fn lower<'t>(element: El<'_, 't>) -> Cow<'t, str> {
    let local = element.local();
    if local.bytes().any(|b| b.is_ascii_uppercase()) {
        Cow::Owned(local.to_ascii_lowercase())
    } else {
        Cow::Borrowed(local)
    }
}

/// A date; what cannot be read is unknown, with a warning.
pub fn date(element: El<'_, '_>, warnings: &mut Vec<Warning>) -> Option<When> {
    let raw = element.text();
    stated_date(&raw, warnings)
}

/// A date given as a string.
pub fn stated_date(raw: &str, warnings: &mut Vec<Warning>) -> Option<When> {
    if raw.trim().is_empty() {
        return None;
    }
    let when = dates::stated(raw).known();
    if when.is_none() {
        let shown: String = raw.chars().take(60).collect();
        warn(warnings, || format!("\"{shown}\" was not read as a date"));
    }
    when
}

/// What an entry's elements said so far.
#[derive(Default)]
struct Draft {
    entry: Entry,
    title: Slot<Text>,
    link: Slot<String>,
    id: Slot<String>,
    summary: Slot<Text>,
    second_summary: Option<Text>,
    content: Vec<(u8, Text)>,
    published: Slot<When>,
    updated: Slot<When>,
    authors: Vec<(u8, Person)>,
    pictures: Pictures,
}

fn read(element: El<'_, '_>, format: Format, place: Place<'_>, warnings: &mut Vec<Warning>) -> Entry {
    let mut draft = Draft::default();
    own_attributes(element, place, warnings, &mut draft);
    for child in element.elements() {
        if let Some((what, rank)) = field(child.ns(), &lower(child)) {
            take(child, what, rank, format, place, warnings, &mut draft);
        }
    }
    let mut entry = decide(draft);
    if entry == Entry::default() {
        warn(warnings, || "an entry says nothing that is read here".to_owned());
    }
    entry.lang = entry.lang.or_else(|| element.lang());
    for text in entry.content.iter_mut().chain(&mut entry.summary).chain(&mut entry.title) {
        texts::cut(&mut text.value, warnings);
    }
    entry
}

/// RDF and CDF say the address, and CDF the date, in attributes of the entry itself.
fn own_attributes(element: El<'_, '_>, place: Place<'_>, warnings: &mut Vec<Warning>, draft: &mut Draft) {
    let about = element.attribute("rdf:about").or_else(|| element.attribute("about")).map(str::trim);
    if let Some(about) = about.filter(|about| !about.is_empty()) {
        draft.id.offer(1, || Some(about.to_owned()));
        draft.link.offer(5, || address::is_web(about).then(|| about.to_owned()));
    }
    if let Some(href) = element.attribute("href") {
        draft.link.offer(1, || place.resolve(element, href));
    }
    if let Some(lastmod) = element.attribute("lastmod") {
        draft.updated.offer_last(1, || stated_date(lastmod, warnings));
    }
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
        Field::Link => link(child, place, draft),
        Field::OriginalLink => draft.link.offer(rank, || place.resolve(child, &child.text())),
        Field::Id => draft.id.offer(rank, || child.some_text()),
        Field::Guid => guid(child, place, draft),
        Field::Summary => draft.summary.offer(rank, || texts::text(child, format, place)),
        Field::SecondSummary => {
            let text = texts::text(child, format, place);
            draft.second_summary = draft.second_summary.take().or(text);
        }
        Field::Content => push(&mut draft.content, texts::text(child, format, place).map(|t| (rank, t))),
        Field::InlineBody => push(&mut draft.content, texts::inline(child, format, place).map(|t| (rank, t))),
        Field::Published | Field::Dated => draft.published.offer_last(rank, || date(child, warnings)),
        Field::Updated => draft.updated.offer_last(rank, || date(child, warnings)),
        // A publisher is no author of an entry.
        Field::Author if rank < 5 => {
            push(&mut draft.authors, people::person(child, place).map(|p| (rank, p)));
        }
        Field::Contributor => push(&mut draft.entry.contributors, people::person(child, place)),
        Field::Category => categories(child, &mut draft.entry.categories),
        Field::Keywords => keywords(&child.text(), &mut draft.entry.categories),
        Field::Enclosure => push(&mut draft.entry.enclosures, media::enclosure(child, place)),
        Field::MediaContent | Field::MediaGroup | Field::Thumbnail | Field::Image => {
            media::take(child, what, place, &mut draft.entry.enclosures, &mut draft.pictures);
            if what == Field::MediaGroup {
                group_texts(child, format, place, draft);
            }
        }
        Field::Comments if draft.entry.comments.is_none() => {
            draft.entry.comments = place.resolve(child, &child.text()).filter(|a| address::is_web(a));
        }
        Field::Source => {
            draft.entry.source =
                draft.entry.source.take().or_else(|| source::read(child, format, place).map(Box::new))
        }
        Field::Language => draft.entry.lang = draft.entry.lang.take().or_else(|| child.some_text()),
        Field::Rights => {
            draft.entry.rights =
                draft.entry.rights.take().or_else(|| texts::text(child, format, place).map(Box::new))
        }
        Field::Credit => push(&mut draft.entry.contributors, people::credit(child, place)),
        _ => extensions::take(child, what, place, &mut draft.entry),
    }
}

/// Adds to a list while there is room.
pub fn push<T>(list: &mut Vec<T>, value: Option<T>) {
    if let Some(value) = value
        && list.len() < LIST_LIMIT
    {
        list.push(value);
    }
}

fn group_texts(group: El<'_, '_>, format: Format, place: Place<'_>, draft: &mut Draft) {
    for child in group.elements() {
        if let Some((what @ (Field::Title | Field::Summary), rank)) = field(child.ns(), &lower(child)) {
            let slot = if what == Field::Title { &mut draft.title } else { &mut draft.summary };
            slot.offer(rank, || texts::text(child, format, place));
        }
    }
}

/// A link element of any dialect, resolved.
pub fn link_of(child: El<'_, '_>, place: Place<'_>) -> Option<Link> {
    let address = match child.attribute("href").or_else(|| child.attribute("rdf:resource")) {
        Some(href) => place.resolve(child, href),
        None => place.resolve(child, &child.text()),
    }?;
    let rel = child.attribute("rel").unwrap_or_default().trim().to_ascii_lowercase();
    let rel = rel.strip_prefix("http://www.iana.org/assignments/relation/").unwrap_or(&rel);
    Some(Link {
        address,
        rel: if rel.is_empty() { "alternate".to_owned() } else { rel.to_owned() },
        media_type: child.attribute("type").map(|t| t.trim().to_owned()),
        title: child.attribute("title").map(|t| t.trim().to_owned()).filter(|t| !t.is_empty()),
    })
}

/// How good a link is as the page of its entry: RSS's own first, then Atom's to HTML, then other alternates.
pub fn link_rank(child: El<'_, '_>, link: &Link) -> Option<u8> {
    let is_page = link.media_type.as_deref().is_none_or(|t| t.contains("html"));
    match link.rel.as_str() {
        "alternate" if child.attribute("href").is_none() => Some(1),
        "alternate" if is_page => Some(2),
        "alternate" => Some(3),
        _ => None,
    }
}

fn link(child: El<'_, '_>, place: Place<'_>, draft: &mut Draft) {
    let Some(link) = link_of(child, place) else { return };
    if let Some(rank) = link_rank(child, &link) {
        draft.link.offer(rank, || Some(link.address.clone()));
    }
    if link.rel == "replies" {
        extensions::count(child.attribute("thr:count"), &mut draft.entry);
    }
    if link.rel == "enclosure" {
        push(&mut draft.entry.enclosures, Some(media::from_link(child, &link)));
    }
    if link.rel == "replies" && link.media_type.as_deref().is_some_and(|t| t.contains("html")) {
        draft.entry.comments = draft.entry.comments.take().or_else(|| Some(link.address.clone()));
    }
    push(&mut draft.entry.links, Some(link));
}

fn guid(child: El<'_, '_>, place: Place<'_>, draft: &mut Draft) {
    let Some(guid) = child.some_text() else { return };
    let permanent = match child.attribute("ispermalink").map(str::trim) {
        Some(stated) if stated.eq_ignore_ascii_case("false") => false,
        Some(stated) if stated.eq_ignore_ascii_case("true") => !guid.contains(char::is_whitespace),
        _ => address::is_web(&guid),
    };
    if permanent {
        draft.link.offer(4, || place.resolve(child, &guid));
    }
    draft.id.offer(0, || Some(guid));
}

/// A category element of any dialect, with those inside it (iTunes nests them).
pub fn categories(element: El<'_, '_>, list: &mut Vec<Category>) {
    let attribute = |e: El<'_, '_>, names: &[&str]| {
        names
            .iter()
            .find_map(|name| e.attribute(name))
            .map(str::trim)
            .filter(|v| !v.is_empty())
            .map(str::to_owned)
    };
    let nested = element.inside().filter_map(|child| match child {
        crate::xml::tape::Child::Element(e) if e.local().eq_ignore_ascii_case("category") => Some(e),
        _ => None,
    });
    for e in std::iter::once(element).chain(nested) {
        let term = attribute(e, &["term", "text"]).or_else(|| {
            let own = if e.elements().next().is_none() { e.some_text() } else { None };
            own.or_else(|| attribute(e, &["label"]))
        });
        let Some(term) = term else { continue };
        let category =
            Category { term, scheme: attribute(e, &["scheme", "domain"]), label: attribute(e, &["label"]) };
        if !list.contains(&category) {
            push(list, Some(category));
        }
    }
}

/// Keywords separated by commas.
pub fn keywords(text: &str, list: &mut Vec<Category>) {
    for term in text.split(',').map(str::trim).filter(|t| !t.is_empty()).take(LIST_LIMIT) {
        let category = Category { term: term.to_owned(), ..Category::default() };
        if !list.contains(&category) {
            push(list, Some(category));
        }
    }
}

/// All people of the best rank; those with a name before a rank of mere addresses.
pub fn best_people(mut people: Vec<(u8, Person)>) -> Vec<Person> {
    people.sort_by_key(|(rank, _)| *rank);
    let best =
        people.iter().find(|(_, p)| p.name.is_some()).or_else(|| people.first()).map(|(rank, _)| *rank);
    let mut kept: Vec<Person> = Vec::new();
    for (rank, person) in people {
        if Some(rank) == best && !kept.contains(&person) {
            kept.push(person);
        }
    }
    kept
}

fn decide(draft: Draft) -> Entry {
    let mut entry = draft.entry;
    entry.title = draft.title.into_value();
    entry.link = draft.link.into_value();
    entry.id = draft.id.into_value();
    entry.published = draft.published.into_value().into();
    entry.updated = draft.updated.into_value().into();
    entry.authors = best_people(draft.authors);
    entry.image = draft.pictures.best();
    let mut content = draft.content;
    content.sort_by_key(|(rank, _)| *rank);
    entry.content = content.into_iter().map(|(_, text)| text).collect();
    entry.summary = draft.summary.into_value();
    match draft.second_summary {
        Some(second) if entry.summary.is_some() => entry.content.push(second),
        Some(second) => entry.summary = Some(second),
        None => {}
    }
    // The playing time of an entry is that of its only file.
    if let [file] = entry.enclosures.as_mut_slice() {
        file.duration_seconds = file.duration_seconds.or(entry.duration_seconds);
    }
    let mut seen: Vec<String> = Vec::new();
    entry.enclosures.retain(|enclosure| {
        let new = !seen.contains(&enclosure.address);
        seen.push(enclosure.address.clone());
        new
    });
    entry
}
