//! What stands around the text of an entry, made safe: people with their roles, categories with their schemes, links,
//! places, replies. Plain text on one line and http or https addresses only. Start at [`SafePerson`].

use crate::feed::{Category, Link, Location, Person, Point, ReplyTo};
use crate::safe::{bare, media_type, no_tags, web};
use serde::{Deserialize, Serialize};
use url::Url;

/// A person or a desk with all that is said of them.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct SafePerson {
    pub name: Option<String>,
    pub email: Option<String>,
    pub url: Option<String>,
    /// What the person did: "author", "contributor", or as the publisher wrote it.
    pub role: Option<String>,
}

/// A category with the scheme that it is from.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct SafeCategory {
    pub term: String,
    pub scheme: Option<String>,
    pub label: Option<String>,
}

/// A link with its relation.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct SafeLink {
    pub url: String,
    pub rel: String,
    #[serde(rename = "type")]
    pub media_type: Option<String>,
}

/// Where an entry plays.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct SafeLocation {
    pub points: Vec<Point>,
    pub names: Vec<String>,
}

/// The entry that this one answers.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct SafeReply {
    pub id: Option<String>,
    pub url: Option<String>,
}

/// Authors, then contributors; who states no role has the one of the list.
pub fn people(authors: Vec<Person>, contributors: Vec<Person>, base: Option<&Url>) -> Vec<SafePerson> {
    let authors = authors.into_iter().map(|p| (p, "author"));
    let contributors = contributors.into_iter().map(|p| (p, "contributor"));
    let mut people = Vec::new();
    for (person, role) in authors.chain(contributors) {
        let person = SafePerson {
            name: line(person.name),
            email: line(person.email),
            url: web(person.address, base),
            role: line(person.role).or_else(|| Some(role.to_owned())),
        };
        let named = person.name.is_some() || person.email.is_some() || person.url.is_some();
        if named && !people.contains(&person) {
            people.push(person);
        }
    }
    people
}

pub fn categories(categories: Vec<Category>) -> Vec<SafeCategory> {
    let safe = |c: Category| {
        Some(SafeCategory { term: line(Some(c.term))?, scheme: line(c.scheme), label: line(c.label) })
    };
    categories.into_iter().filter_map(safe).collect()
}

pub fn links(links: Vec<Link>, base: Option<&Url>) -> Vec<SafeLink> {
    let safe = |link: Link| {
        let (url, rel) = (web(Some(link.address), base)?, line(Some(link.rel))?);
        Some(SafeLink { url, rel, media_type: media_type(link.media_type) })
    };
    links.into_iter().filter_map(safe).collect()
}

pub fn location(location: Location) -> Option<SafeLocation> {
    let names = location.names.into_iter().filter_map(|name| line(Some(name))).collect();
    let location = SafeLocation { points: location.points, names };
    (location != SafeLocation::default()).then_some(location)
}

pub fn replies(replies: Vec<ReplyTo>, base: Option<&Url>) -> Vec<SafeReply> {
    let safe =
        |reply: ReplyTo| SafeReply { id: reply.id.map(|id| no_tags(&id)), url: web(reply.address, base) };
    replies.into_iter().map(safe).filter(|reply| *reply != SafeReply::default()).collect()
}

fn line(text: Option<String>) -> Option<String> {
    text.map(|text| bare(&text)).filter(|text| !text.is_empty())
}
