//! The feed that an entry was taken from: `atom:source` whole, or RSS's `<source url="...">Title</source>`. It names
//! the original outlet, so nothing of it is dropped.

use crate::feed::{Format, Source};
use crate::read::address::Place;
use crate::read::entry::{best_people, date, link_of, lower};
use crate::read::fields::{Field, field};
use crate::read::{LIST_LIMIT, media, people, texts};
use crate::xml::tape::El;
use wireroom_model::Time;

/// Reads a source; `None` if it says nothing.
pub fn read(element: El<'_, '_>, format: Format, place: Place<'_>) -> Option<Source> {
    let own_address = element.attribute("url").and_then(|url| place.resolve(element, url));
    let mut source = Source { own_address, ..Source::default() };
    if element.elements().next().is_none() {
        source.title = texts::text(element, format, place);
    }
    let mut authors = Vec::new();
    for child in element.elements() {
        match field(child.ns(), &lower(child)) {
            Some((Field::Author, rank)) if authors.len() < LIST_LIMIT => {
                authors.extend(people::person(child, place).map(|person| (rank, person)));
            }
            Some((what, _)) => take(child, what, format, place, &mut source),
            None => {}
        }
    }
    source.authors = best_people(authors);
    source.link = source.link.take().or_else(|| source.own_address.clone());
    (source != Source::default()).then_some(source)
}

fn take(child: El<'_, '_>, what: Field, format: Format, place: Place<'_>, source: &mut Source) {
    match what {
        Field::Title if source.title.is_none() => source.title = texts::text(child, format, place),
        Field::Id | Field::Guid if source.id.is_none() => source.id = child.some_text(),
        Field::Updated => source.updated = source.updated.or(Time::from(date(child, &mut Vec::new()))),
        Field::Rights if source.rights.is_none() => source.rights = texts::text(child, format, place),
        Field::Icon | Field::Image if source.icon.is_none() => source.icon = media::image(child, place),
        Field::Link => {
            let Some(link) = link_of(child, place) else { return };
            let slot = match link.rel.as_str() {
                "alternate" => &mut source.link,
                "self" => &mut source.own_address,
                _ => return,
            };
            *slot = slot.take().or(Some(link.address));
        }
        _ => {}
    }
}
