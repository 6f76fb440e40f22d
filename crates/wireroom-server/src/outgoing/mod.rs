//! Feeds that the house gives: one model, written as Atom 1.0, RSS 2.0 or JSON Feed 1.1 by the ending of the address.
//! Items are named by the house's own lasting name, whatever its address; a date stands only where there is one; text is
//! escaped, and what XML forbids is left out. What each view tells is gathered in `views.rs`. Start at
//! [`Channel::answer`]; the rules that every feed keeps are in `tests/outgoing`.

use crate::client::Client;
use crate::session::Asker;
use crate::state::ServerState;
use crate::words;
use crate::{Problem, secret};
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use jiff::Timestamp;
use jiff::fmt::rfc2822;
use std::convert::Infallible;
use wireroom_model::{Precision, Time, When};

mod articles;
mod atom;
mod json;
mod rss;
mod stories;
mod text;
pub mod view;
pub mod views;

use text::html;

/// Where the house's own lasting name stands (written with the schema).
const HOUSE: &str = "house.name";
/// Who answers a question that names no host (HTTP/1.0): it can only come from near by.
const NO_HOST: &str = "localhost";
/// The longest host that is believed (characters): a name of DNS with a port.
const MAX_HOST: usize = 260;
/// Characters of a content's hash that name an answer.
const TAG: usize = 32;

/// A feed to be written.
#[derive(Debug)]
pub struct Channel {
    pub title: String,
    /// What it is, after the house's name: "feed-health".
    pub id: String,
    /// The page that says the same, below the house's address.
    pub page: String,
    /// When what it tells of began: the time of a feed that has no item yet.
    pub born: i64,
    /// The newest first.
    pub items: Vec<Item>,
}

/// One item.
#[derive(Debug)]
pub struct Item {
    pub title: String,
    /// What it is, after the house's name: "article/12".
    pub id: String,
    /// When the house saw what it says now, in unix seconds.
    pub updated: i64,
    /// When it was published, where somebody states the hour.
    pub published: Option<When>,
    /// Below the house's address.
    pub page: String,
    /// Where it stands at its outlet.
    pub original: Option<String>,
    pub authors: Vec<String>,
    pub topics: Vec<String>,
    /// The language of its words, where it is known and not the interface's.
    pub lang: Option<String>,
    /// Its beginning, in plain words.
    pub summary: Option<String>,
    pub content: Content,
}

/// What an item says.
#[derive(Debug)]
pub enum Content {
    Text(String),
    /// HTML of our own making; addresses in it begin with [`text::HOME`].
    Html(String),
}

/// How a feed is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    Atom,
    Rss,
    Json,
}

impl Form {
    /// The last part of an address without its ending, and the form that the ending asks for; Atom where it has none.
    pub fn of(last: &str) -> (&str, Self) {
        match last.rsplit_once('.') {
            Some((bare, "atom")) => (bare, Self::Atom),
            Some((bare, "rss")) => (bare, Self::Rss),
            Some((bare, "json")) => (bare, Self::Json),
            _ => (last, Self::Atom),
        }
    }

    const fn kind(self) -> &'static str {
        match self {
            Self::Atom => "application/atom+xml; charset=utf-8",
            Self::Rss => "application/rss+xml; charset=utf-8",
            Self::Json => "application/feed+json; charset=utf-8",
        }
    }
}

/// What a feed's address says of the question: where the house is, the feed's own address, what the asker has already.
#[derive(Debug)]
pub struct Asked {
    home: String,
    path: String,
    headers: HeaderMap,
}

impl FromRequestParts<ServerState> for Asked {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, state: &ServerState) -> Result<Self, Infallible> {
        let host = parts.headers.get(header::HOST).and_then(|host| host.to_str().ok());
        let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | ':' | '[' | ']');
        let host = host.filter(|host| host.len() <= MAX_HOST && host.chars().all(plain)).unwrap_or(NO_HOST);
        let is_https = parts.extensions.get::<Client>().is_some_and(|client| client.is_https);
        let scheme = if is_https { "https" } else { "http" };
        let home = state.home().unwrap_or_else(|| format!("{scheme}://{host}{}", state.base()));
        Ok(Self { home, path: parts.uri.path().to_owned(), headers: parts.headers.clone() })
    }
}

/// A feed with all that its writers need.
#[derive(Debug)]
struct Sheet<'a> {
    channel: &'a Channel,
    /// `tag:wireroom,2026:NAME/`
    tag: String,
    home: &'a str,
    /// The feed's own address.
    own: String,
    lang: &'static str,
    updated: When,
}

impl Sheet<'_> {
    fn id(&self, of: &str) -> String {
        format!("{}{of}", self.tag)
    }

    fn link(&self, page: &str) -> String {
        format!("{}{page}", self.home)
    }

    /// HTML with whole addresses.
    fn html(&self, content: &Content) -> String {
        match content {
            Content::Text(text) => html(text),
            Content::Html(content) => content.replace(text::HOME, &html(self.home)),
        }
    }
}

fn at(unix: i64) -> When {
    When::from_unix(unix).unwrap_or(When::EPOCH)
}

/// A stated time that has an hour: feeds know no bare day, and an hour that nobody stated is not made up.
pub fn hour(time: Time) -> Option<When> {
    match time {
        Time::At(when) if when.precision() >= Precision::Minute => Some(when),
        _ => None,
    }
}

/// A new secret for a reader's address of a feed; the one before opens nothing any more. Only its hash is stored.
pub async fn new_token(state: &ServerState, asker: &Asker, purpose: &str) -> Result<String, Problem> {
    let token = secret::token().map_err(|error| Problem::house(&error))?;
    let mut tx = state.store.begin().await?;
    let now = state.clock.now().unix();
    tx.set_reader_token(asker.id(), purpose, &secret::token_hash(&token), now).await?;
    tx.commit().await?;
    Ok(token)
}

impl Channel {
    /// When the newest of what it says was seen.
    fn updated(&self) -> i64 {
        self.items.iter().map(|item| item.updated).max().unwrap_or(self.born)
    }

    /// The feed as an answer, or that the asker has it already.
    pub async fn answer(self, state: &ServerState, asked: &Asked, form: Form) -> Result<Response, Problem> {
        let house = state.store.setting(HOUSE).await?.unwrap_or_default();
        let updated = self.updated();
        let sheet = Sheet {
            channel: &self,
            tag: format!("tag:wireroom,2026:{house}/"),
            home: &asked.home,
            own: format!("{}{}", asked.home, asked.path),
            lang: words::tongue().code(),
            updated: at(updated),
        };
        let written = match form {
            Form::Atom => atom::write(&sheet),
            Form::Rss => rss::write(&sheet),
            Form::Json => json::write(&sheet).map_err(|error| Problem::house(&error))?,
        };
        let hash: String = secret::token_hash(&written).chars().take(TAG).collect();
        // Weak: an answer may travel packed.
        let tag = format!("W/\"{hash}\"");
        let mut kept = HeaderMap::new();
        kept.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-cache"));
        kept.insert("x-robots-tag", HeaderValue::from_static("noindex, nofollow"));
        if let Ok(value) = HeaderValue::from_str(&tag) {
            kept.insert(header::ETAG, value);
        }
        if let Some(value) = http_date(updated).and_then(|date| HeaderValue::from_str(&date).ok()) {
            kept.insert(header::LAST_MODIFIED, value);
        }
        if is_known(&asked.headers, &tag, updated) {
            return Ok((StatusCode::NOT_MODIFIED, kept).into_response());
        }
        Ok((kept, [(header::CONTENT_TYPE, form.kind())], written).into_response())
    }
}

fn http_date(unix: i64) -> Option<String> {
    let time = Timestamp::from_second(unix).ok()?;
    rfc2822::DateTimePrinter::new().timestamp_to_rfc9110_string(&time).ok()
}

/// Whether the asker has this answer: by its name where one is given, else by its time.
fn is_known(headers: &HeaderMap, tag: &str, updated: i64) -> bool {
    let text = |name| headers.get(name).and_then(|value| value.to_str().ok());
    if let Some(known) = text(header::IF_NONE_MATCH) {
        let bare = |tag: &str| tag.trim().trim_start_matches("W/").to_owned();
        return known.split(',').any(|one| one.trim() == "*" || bare(one) == bare(tag));
    }
    let since = text(header::IF_MODIFIED_SINCE)
        .and_then(|date| rfc2822::DateTimeParser::new().parse_timestamp(date).ok());
    since.is_some_and(|since| updated <= since.as_second())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ending_of_an_address_says_how_it_is_written_and_a_dot_in_a_name_does_not() {
        for (last, bare, form) in [
            ("12.atom", "12", Form::Atom),
            ("12.rss", "12", Form::Rss),
            ("u.s.json", "u.s", Form::Json),
            ("u.s.", "u.s.", Form::Atom),
            ("12", "12", Form::Atom),
        ] {
            assert_eq!(Form::of(last), (bare, form));
        }
    }

    #[test]
    fn who_names_the_answer_goes_by_the_name_and_not_by_the_hour() {
        let mut headers = HeaderMap::new();
        headers.insert(header::IF_MODIFIED_SINCE, HeaderValue::from_static("Sun, 22 Nov 2026 13:05:00 GMT"));
        let unix = "2026-11-22T13:05:00Z".parse::<When>().unwrap().unix();
        assert!(is_known(&headers, "W/\"a\"", unix) && !is_known(&headers, "W/\"a\"", unix + 1));
        headers.insert(header::IF_NONE_MATCH, HeaderValue::from_static("\"b\", W/\"c\""));
        assert!(!is_known(&headers, "W/\"a\"", unix) && is_known(&headers, "W/\"c\"", unix + 1));
    }

    #[test]
    fn a_bare_day_is_no_hour() {
        assert_eq!(hour("2026-11-22".parse::<When>().map(Time::At).unwrap()), None);
        let known: When = "2026-11-22T09:30:00+01:00".parse().unwrap();
        assert_eq!(hour(Time::At(known)), Some(known));
    }
}
