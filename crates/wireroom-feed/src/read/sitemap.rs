//! News sitemaps (and plain ones): each address is an entry, with what the news extension says of it.

use crate::feed::{Category, Entry, Feed, Format, Source};
use crate::read::address::Place;
use crate::read::entry::{date, keep, keywords, warn};
use crate::read::{ENTRY_LIMIT, texts};
use crate::xml::names::Ns;
use crate::xml::tape::{Child, El};

/// Reads a `urlset`.
pub fn read(root: El<'_, '_>, place: Place<'_>) -> Feed {
    let mut feed = Feed { format: Format::Sitemap, ..Feed::default() };
    for url in root.elements().filter(|e| e.is(Ns::Plain, "url")) {
        if feed.entries.len() >= ENTRY_LIMIT {
            warn(&mut feed.warnings, || format!("addresses beyond the first {ENTRY_LIMIT} were left out"));
            break;
        }
        let mut entry = Entry::default();
        for child in url.inside() {
            let Child::Element(child) = child else { continue };
            take(child, place, &mut entry, &mut feed);
        }
        if entry.link.is_some() {
            keep(entry, &mut feed.entries);
        } else {
            warn(&mut feed.warnings, || "a sitemap entry without an address was left out".to_owned());
        }
    }
    feed
}

fn take(child: El<'_, '_>, place: Place<'_>, entry: &mut Entry, feed: &mut Feed) {
    let name = child.local().to_ascii_lowercase();
    match (child.ns(), name.as_str()) {
        (Ns::Plain, "loc") => {
            entry.link = entry.link.take().or_else(|| place.resolve(child, &child.text()));
            entry.id.clone_from(&entry.link);
        }
        (Ns::Plain, "lastmod") => entry.updated = date(child, &mut feed.warnings).into(),
        (Ns::News, "title") => entry.title = child.some_text().map(texts::plain),
        (Ns::News, "publication_date") => entry.published = date(child, &mut feed.warnings).into(),
        (Ns::News, "language") => entry.lang = child.some_text(),
        (Ns::News, "keywords") => keywords(&child.text(), &mut entry.categories),
        (Ns::News, "genres") => {
            entry.categories.extend(child.some_text().map(|term| Category { term, ..Category::default() }));
        }
        (Ns::News, "name") => {
            let title = child.some_text().map(texts::plain);
            entry.source = Some(Box::new(Source { title, ..Source::default() }));
        }
        // The picture's address inside `image:image`.
        (Ns::Other, "loc") if entry.image.is_none() => entry.image = place.resolve(child, &child.text()),
        _ => {}
    }
}
