//! Pages of stories and articles, kept whole for the browser that asks for the same one again: a reader goes from a story to its
//! texts and back, and a page that says `no-store` is asked for each time. A page is kept until anything is written in the
//! house or the minute is over, for it speaks of "6 minutes ago". It refuses to know readers: all that a browser sends
//! that a page may go by is the page's name, so nobody is ever given another's. Start at [`Again::find`].

use crate::client::Client;
use crate::state::ServerState;
use axum::body::{Body, Bytes, to_bytes};
use axum::extract::Request;
use axum::http::{HeaderMap, Method, StatusCode, header};
use axum::response::{IntoResponse, Response};
use std::collections::{HashMap, VecDeque};
use std::sync::Mutex;

/// What is kept: of one reader's morning, or of some readers' ways back and forth.
const MAX_PAGES: usize = 256;
/// Bytes of all of them.
const MAX_BYTES: usize = 16 << 20;
/// Seconds for which times are told alike.
const A_MINUTE: i64 = 60;

/// What a page is asked by: its address, who asks, in which language, and how the answer may travel.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Name(String);

/// The state of the house that a page tells of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Stand {
    commits: u64,
    minute: i64,
}

impl Stand {
    pub fn of(state: &ServerState) -> Self {
        Self { commits: state.store.commits(), minute: state.clock.now().unix().div_euclid(A_MINUTE) }
    }
}

#[derive(Debug, Clone)]
struct Page {
    headers: HeaderMap,
    body: Bytes,
}

#[derive(Debug, Default)]
struct Pile {
    stand: Stand,
    pages: HashMap<Name, Page>,
    order: VecDeque<Name>,
    bytes: usize,
}

/// The pages of this moment.
#[derive(Debug, Default)]
pub struct Again(Mutex<Pile>);

/// The name of what is asked; none for what is never kept.
pub fn name(request: &Request, client: Client, packs: bool) -> Option<Name> {
    let path = request.uri().path();
    let is_kept = ["/story/", "/article/"].iter().any(|start| path.starts_with(start));
    if request.method() != Method::GET || !is_kept {
        return None;
    }
    let said = |name| {
        let lines =
            request.headers().get_all(name).iter().map(|line| line.as_bytes().escape_ascii().to_string());
        lines.collect::<Vec<_>>().join("\n")
    };
    let (cookies, tongues, host) = (said(header::COOKIE), said(header::ACCEPT_LANGUAGE), said(header::HOST));
    let how = (packs, client.is_https);
    Some(Name(format!("{}\n{how:?}\n{host}\n\n{tongues}\n\n{cookies}", request.uri())))
}

impl Again {
    /// The page as it was made for the same question, where the house still stands as it did.
    pub fn find(&self, name: &Name, stand: Stand) -> Option<Response> {
        let mut pile = self.0.lock().ok()?;
        if pile.stand != stand {
            *pile = Pile { stand, ..Pile::default() };
        }
        let Page { headers, body } = pile.pages.get(name)?.clone();
        drop(pile);
        let mut response = Response::new(Body::from(body));
        *response.headers_mut() = headers;
        Some(response)
    }

    /// Keeps a finished page, where it is one: an error, a redirect or what sets a cookie is not.
    pub async fn keep(&self, name: Name, stand: Stand, response: Response) -> Response {
        let kind = response.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
        let is_page = kind.is_some_and(|kind| kind.starts_with("text/html"));
        let sets = response.headers().contains_key(header::SET_COOKIE);
        if response.status() != StatusCode::OK || !is_page || sets {
            return response;
        }
        let (parts, body) = response.into_parts();
        let Ok(body) = to_bytes(body, usize::MAX).await else {
            return StatusCode::INTERNAL_SERVER_ERROR.into_response();
        };
        if let Ok(mut pile) = self.0.lock() {
            pile.put(name, stand, Page { headers: parts.headers.clone(), body: body.clone() });
        }
        Response::from_parts(parts, Body::from(body))
    }
}

impl Pile {
    fn put(&mut self, name: Name, stand: Stand, page: Page) {
        // The house moved on while the page was made.
        if self.stand != stand || page.body.len() > MAX_BYTES || self.pages.contains_key(&name) {
            return;
        }
        self.bytes += page.body.len();
        self.order.push_back(name.clone());
        self.pages.insert(name, page);
        while self.order.len() > MAX_PAGES || self.bytes > MAX_BYTES {
            let Some(oldest) = self.order.pop_front() else { break };
            let gone = self.pages.remove(&oldest).map_or(0, |page| page.body.len());
            self.bytes = self.bytes.saturating_sub(gone);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(path: &str, cookie: &str) -> Option<Name> {
        let request = Request::get(path).header(header::COOKIE, cookie).body(Body::empty()).unwrap();
        name(&request, Client::default(), true)
    }

    fn page(bytes: usize) -> Page {
        Page { headers: HeaderMap::new(), body: vec![b'x'; bytes].into() }
    }

    #[test]
    fn a_page_is_named_by_all_that_it_may_go_by() {
        let one = asked("/story/1", "a=1").unwrap();
        assert_eq!(asked("/story/1", "a=1"), Some(one.clone()));
        for other in [asked("/story/2", "a=1"), asked("/story/1", "a=2"), asked("/story/1?x", "a=1")] {
            assert_ne!(other, Some(one.clone()));
        }
        assert_eq!(asked("/settings", "a=1"), None);
        let posted = Request::post("/story/1/read").body(Body::empty()).unwrap();
        assert_eq!(name(&posted, Client::default(), true), None);
    }

    #[test]
    fn nothing_is_found_once_the_house_stands_otherwise() {
        let (again, name) = (Again::default(), asked("/story/1", "").unwrap());
        let stand = Stand { commits: 3, minute: 9 };
        assert!(again.find(&name, stand).is_none());
        again.0.lock().unwrap().put(name.clone(), stand, page(3));
        assert!(again.find(&name, stand).is_some());
        assert!(again.find(&name, Stand { minute: 10, ..stand }).is_none());
        again.0.lock().unwrap().put(name.clone(), stand, page(3));
        assert!(again.find(&name, Stand { minute: 10, ..stand }).is_none(), "made before the house moved on");
        assert!(again.find(&name, stand).is_none());
    }

    #[test]
    fn the_oldest_pages_go_when_there_are_too_many_or_too_large_ones() {
        let mut pile = Pile::default();
        for number in 0..MAX_PAGES + 10 {
            pile.put(asked(&format!("/story/{number}"), "").unwrap(), Stand::default(), page(1));
        }
        assert_eq!((pile.pages.len(), pile.order.len(), pile.bytes), (MAX_PAGES, MAX_PAGES, MAX_PAGES));
        assert!(!pile.pages.contains_key(&asked("/story/0", "").unwrap()));
        pile.put(asked("/story/large", "").unwrap(), Stand::default(), page(MAX_BYTES));
        assert_eq!((pile.pages.len(), pile.bytes), (1, MAX_BYTES));
    }
}
