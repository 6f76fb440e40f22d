//! What other vocabularies say of an entry beside its text: comments, replies, places, playing time, episodes.
//! A number or a point that cannot be read is left out, never guessed. Start at [`take`].

use crate::feed::{Degrees, Entry, Link, Point, ReplyTo};
use crate::read::LIST_LIMIT;
use crate::read::address::{self, Place};
use crate::read::entry::{lower, push};
use crate::read::fields::Field;
use crate::xml::names::Ns;
use crate::xml::tape::{Child, El};

/// A playing time beyond this is no playing time: 30 days.
const LONGEST_SECONDS: u32 = 30 * 24 * 3600;

/// Takes what an element says, if it is one of these.
pub fn take(child: El<'_, '_>, what: Field, place: Place<'_>, entry: &mut Entry) {
    let number = || child.text().trim().parse::<u32>().ok();
    match what {
        Field::CommentCount => count(Some(&child.text()), entry),
        Field::CommentFeed => push(&mut entry.links, comment_feed(child, place)),
        Field::ReplyTo => push(&mut entry.in_reply_to, reply(child, place)),
        Field::Place => located(child, entry),
        Field::Duration => entry.duration_seconds = entry.duration_seconds.or_else(|| seconds(&child.text())),
        Field::Season => entry.season = entry.season.or_else(number),
        Field::Episode => entry.episode = entry.episode.or_else(number),
        Field::Companion => push(&mut entry.links, companion(child, place)),
        _ => {}
    }
}

/// How many comments there are; of several statements the highest, because each counts its own kind.
pub fn count(stated: Option<&str>, entry: &mut Entry) {
    let stated = stated.and_then(|text| text.trim().parse::<u32>().ok());
    entry.comment_count = entry.comment_count.max(stated);
}

fn comment_feed(child: El<'_, '_>, place: Place<'_>) -> Option<Link> {
    let address = place.resolve(child, &child.text()).filter(|a| address::is_web(a))?;
    let media_type = Some("application/rss+xml".to_owned());
    Some(Link { address, rel: "replies".to_owned(), media_type, title: None })
}

fn companion(child: El<'_, '_>, place: Place<'_>) -> Option<Link> {
    let address = child.attribute("url").and_then(|url| place.resolve(child, url))?;
    let media_type = child.attribute("type").map(|t| t.trim().to_owned());
    Some(Link { address, rel: lower(child).into_owned(), media_type, title: None })
}

fn reply(child: El<'_, '_>, place: Place<'_>) -> Option<ReplyTo> {
    let id = child.attribute("ref").map(str::trim).filter(|id| !id.is_empty()).map(str::to_owned);
    let address = child.attribute("href").and_then(|href| place.resolve(child, href));
    (id.is_some() || address.is_some()).then_some(ReplyTo { id, address })
}

/// Points and names, of the element itself or of those inside it.
fn located(element: El<'_, '_>, entry: &mut Entry) {
    let inside = element.inside().filter_map(|child| match child {
        Child::Element(e) if e.ns() == Ns::Geo => Some(e),
        _ => None,
    });
    let mut latitude = None;
    for e in std::iter::once(element).chain(inside.take(LIST_LIMIT)) {
        let leaf = e.elements().next().is_none();
        match &*lower(e) {
            "lat" => latitude = Degrees::read(&e.text()),
            // W3C's pair: the latitude stands before its longitude, inside a Point or bare in the entry.
            "long" | "lon" => {
                let latitude = latitude.or_else(|| sibling_latitude(e));
                push(&mut entry.location.points, point(latitude, Degrees::read(&e.text())));
            }
            "featurename" => name(&e.text(), entry),
            "location" => {
                name(&e.text(), entry);
                let geo = e.attribute("geo").and_then(|geo| geo.trim().strip_prefix("geo:"));
                points(geo.and_then(|geo| geo.split(';').next()).unwrap_or_default(), entry);
            }
            _ if leaf => points(&e.text(), entry),
            _ => {}
        }
        if let Some(stated) = e.attribute("featurename").filter(|_| e.ns() == Ns::Geo) {
            name(stated, entry);
        }
    }
}

fn sibling_latitude(longitude: El<'_, '_>) -> Option<Degrees> {
    let around = longitude.parent()?;
    let latitude = around.elements().take(LIST_LIMIT).find(|e| e.is(Ns::Geo, "lat"))?;
    Degrees::read(&latitude.text())
}

fn name(text: &str, entry: &mut Entry) {
    let name = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if !entry.location.names.contains(&name) {
        push(&mut entry.location.names, Some(name).filter(|name| !name.is_empty()));
    }
}

/// Pairs of latitude and longitude, separated by spaces or commas.
fn points(text: &str, entry: &mut Entry) {
    let mut numbers = text.split(|c: char| c.is_whitespace() || c == ',').filter(|n| !n.is_empty());
    while let (Some(latitude), Some(longitude)) = (numbers.next(), numbers.next()) {
        let point = point(Degrees::read(latitude), Degrees::read(longitude));
        if point.is_none() || entry.location.points.len() >= LIST_LIMIT {
            return;
        }
        entry.location.points.extend(point);
    }
}

fn point(latitude: Option<Degrees>, longitude: Option<Degrees>) -> Option<Point> {
    let latitude = latitude.filter(|degrees| degrees.0.abs() <= 90_000_000)?;
    Some(Point { latitude, longitude: longitude? })
}

/// A playing time: "3723", "62:03", "1:02:03", "PT1H2M3S", each with a fraction that is dropped.
pub fn seconds(text: &str) -> Option<u32> {
    let text = text.trim().to_ascii_uppercase();
    let total = match text.strip_prefix("PT") {
        Some(parts) => iso(parts)?,
        None => {
            let whole = text.split('.').next().unwrap_or_default();
            let parts: Vec<&str> = whole.split(':').collect();
            if parts.len() > 3 {
                return None;
            }
            parts
                .iter()
                .try_fold(0_u32, |sum, part| sum.checked_mul(60)?.checked_add(part.trim().parse().ok()?))?
        }
    };
    (total > 0 && total <= LONGEST_SECONDS).then_some(total)
}

fn iso(parts: &str) -> Option<u32> {
    let (mut total, mut rest) = (0_u32, parts);
    while let Some(at) = rest.find(|c: char| c.is_ascii_alphabetic()) {
        let (number, unit) = rest.split_at_checked(at)?;
        let number: u32 = number.split('.').next()?.parse().ok()?;
        let factor = match unit.chars().next()? {
            'H' => 3600,
            'M' => 60,
            'S' => 1,
            _ => return None,
        };
        total = total.checked_add(number.checked_mul(factor)?)?;
        rest = unit.get(1..)?;
    }
    rest.is_empty().then_some(total)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_playing_time_is_read_in_every_spelling_and_never_guessed() {
        for text in ["3723", "62:03", "1:02:03", "01:02:03.5", "PT1H2M3S", " pt62m3.2s "] {
            assert_eq!(seconds(text), Some(3723), "{text}");
        }
        for text in ["", "an hour", "0", "1:2:3:4", "PT", "99999999999", "-5", "P1D"] {
            assert_eq!(seconds(text), None, "{text}");
        }
    }
}
