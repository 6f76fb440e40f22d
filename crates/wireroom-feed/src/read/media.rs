//! Files and pictures: RSS enclosures, Atom enclosure links, Media RSS in its three nestings, iTunes images.

use crate::feed::{Enclosure, Link};
use crate::read::LIST_LIMIT;
use crate::read::address::Place;
use crate::read::extensions;
use crate::read::fields::{Field, Slot};
use crate::xml::names::Ns;
use crate::xml::tape::{Child, El};

/// The pictures that an entry offers for itself.
#[derive(Debug, Default)]
pub struct Pictures {
    best: Slot<String>,
}

impl Pictures {
    pub fn best(self) -> Option<String> {
        self.best.into_value()
    }
}

/// `<enclosure url type length>`.
pub fn enclosure(element: El<'_, '_>, place: Place<'_>) -> Option<Enclosure> {
    let url = element.attribute("url").or_else(|| element.attribute("href"));
    let url = url.or_else(|| element.attribute("rdf:resource")).or_else(|| element.attribute("enc:url"));
    let address = match url {
        Some(url) => place.resolve(element, url),
        None => place.resolve(element, &element.text()),
    }?;
    let attribute = |name: &str| element.attribute(name).map(str::trim).filter(|v| !v.is_empty());
    Some(Enclosure {
        address,
        media_type: attribute("type").map(str::to_owned),
        length: attribute("length").or_else(|| attribute("filesize")).and_then(|l| l.parse().ok()),
        title: attribute("title").map(str::to_owned),
        duration_seconds: attribute("duration").and_then(extensions::seconds),
    })
}

/// `<link rel="enclosure">`.
pub fn from_link(element: El<'_, '_>, link: &Link) -> Enclosure {
    Enclosure {
        address: link.address.clone(),
        media_type: link.media_type.clone(),
        length: element.attribute("length").and_then(|l| l.trim().parse().ok()),
        title: link.title.clone(),
        duration_seconds: None,
    }
}

/// Media RSS and picture elements.
pub fn take(
    element: El<'_, '_>,
    what: Field,
    place: Place<'_>,
    files: &mut Vec<Enclosure>,
    pictures: &mut Pictures,
) {
    match what {
        Field::Image => pictures.best.offer(1, || image(element, place)),
        Field::Thumbnail => pictures.best.offer(2, || image(element, place)),
        _ => {
            let inside = element.inside().filter_map(|child| match child {
                Child::Element(e) if e.ns() == Ns::Media => Some(e),
                _ => None,
            });
            for e in std::iter::once(element).chain(inside) {
                if e.local().eq_ignore_ascii_case("thumbnail") {
                    pictures.best.offer(2, || image(e, place));
                } else if e.local().eq_ignore_ascii_case("content") && e.attribute("url").is_some() {
                    content(e, place, files, pictures);
                }
            }
        }
    }
}

fn content(element: El<'_, '_>, place: Place<'_>, files: &mut Vec<Enclosure>, pictures: &mut Pictures) {
    let Some(file) = enclosure(element, place) else { return };
    let medium = element.attribute("medium").unwrap_or_default();
    let is_picture = medium.eq_ignore_ascii_case("image")
        || file.media_type.as_deref().is_some_and(|t| t.to_ascii_lowercase().starts_with("image"));
    if is_picture {
        pictures.best.offer(3, || Some(file.address.clone()));
    }
    if files.len() < LIST_LIMIT {
        files.push(file);
    }
}

/// The address of a picture: an attribute, a `url` element inside, or the text.
pub fn image(element: El<'_, '_>, place: Place<'_>) -> Option<String> {
    for name in ["href", "url", "rdf:resource", "src"] {
        if let Some(address) = element.attribute(name).and_then(|raw| place.resolve(element, raw)) {
            return Some(address);
        }
    }
    if let Some(url) = element.elements().find(|e| e.local().eq_ignore_ascii_case("url")) {
        return place.resolve(url, &url.text());
    }
    match element.elements().next() {
        None => place.resolve(element, &element.text()),
        Some(_) => None,
    }
}
