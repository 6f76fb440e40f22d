//! Which pages there are: every GET of the server's own route table, at addresses that its pages link to. A route that
//! no page leads to must be named here with an address, so that a new page cannot be forgotten.

use super::houses::{Served, bare, get, unowned};
use std::collections::{BTreeMap, BTreeSet, VecDeque};

const ROUTES: &str = include_str!("../../../wireroom-server/src/routes.rs");
/// Addresses visited of one route with a variable part.
const EACH: usize = 2;
/// Pages of one route that are read for links.
const READ: usize = 4;
/// The same where every text is another, and how many of a route without texts are looked at there.
const MANY: usize = 30;
const SOME: usize = 8;
/// Where no page leads: a route and an address of it.
const UNLINKED: &[(&str, &str)] = &[
    ("/feeds/health/{token}", "/feeds/health/none"),
    ("/websub/{token}", "/websub/none"),
    ("/setup/{token}", "/setup/none"),
    ("/search/feed/{token}", "/search/feed/none"),
    ("/comments/feed/{token}", "/comments/feed/none"),
    ("/out/by/{token}", "/out/by/none"),
    ("/comments/feed/{token}/{story}", "/comments/feed/none/1"),
    ("/picture/{story}/{size}", "/picture/1/small"),
    ("/search/kept/{id}", "/search/kept/1"),
];
/// Pages that say another thing than their plain address does.
const MORE: &[(&str, &str)] = &[
    ("no page", "/no/such/page"),
    ("/latest", "/latest?page=2"),
    ("/search", "/search?q=harbour"),
    ("/search", "/search?q=qqqqqq"),
    ("/ask", "/ask?q=How+many+people+were+moved"),
    ("/ask", "/ask?q=qqqqqq"),
    ("/feeds", "/feeds?did=added"),
];
/// Pages of the door: seen by who is not signed in.
const DOOR: [&str; 3] = ["/login", "/setup/{token}", "/invite/{token}"];

/// One page to be looked at.
#[derive(Debug, Clone)]
pub struct Page {
    /// Its route, as the table has it.
    pub route: String,
    pub url: String,
    /// True for the first of its route in a house with much to read.
    pub is_first: bool,
}

/// Every route of the table that answers a GET.
pub fn routes() -> Vec<String> {
    let routes = ROUTES.split(".route(").skip(1).filter_map(|rest| {
        let (path, handler) = rest.split_once('"')?.1.split_once('"')?;
        handler.contains("get(").then(|| path.to_owned())
    });
    // Guests have pages of their own at addresses of the inside.
    let once: BTreeSet<String> = routes.collect();
    once.into_iter().collect()
}

/// True where a path has a route's shape.
fn fits(route: &str, path: &str) -> bool {
    let path = path.split('?').next().unwrap_or(path);
    let (mut named, mut given) = (route.split('/'), path.split('/'));
    loop {
        match (named.next(), given.next()) {
            (None, None) => return true,
            (Some(name), Some(part)) if name == part || (name.starts_with('{') && !part.is_empty()) => {}
            _ => return false,
        }
    }
}

/// The most fitting route: one without variables before one with.
fn route_of<'a>(routes: &'a [String], path: &str) -> Option<&'a String> {
    routes.iter().filter(|route| fits(route, path)).min_by_key(|route| route.matches('{').count())
}

/// Addresses by route, as links lead to them from the front page on.
fn linked(base: &str, routes: &[String], read_of_each: usize) -> BTreeMap<String, Vec<String>> {
    let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut seen = BTreeSet::from(["/".to_owned()]);
    let mut queue = VecDeque::from(["/".to_owned()]);
    let mut read: BTreeMap<&String, usize> = BTreeMap::new();
    while let Some(path) = queue.pop_front() {
        let Some(route) = route_of(routes, &path) else { continue };
        found.entry(route.clone()).or_default().push(path.clone());
        let times = read.entry(route).or_default();
        *times += 1;
        if *times > read_of_each {
            continue;
        }
        let (_, body) = get(base, &path, "en");
        let links = ["href=\"", "src=\""].into_iter().flat_map(|name| body.split(name).skip(1));
        for link in links.filter_map(|rest| rest.split('"').next()) {
            let link = link.split('#').next().unwrap_or(link).replace("&#38;", "&").replace("&amp;", "&");
            if link.starts_with('/') && seen.insert(link.clone()) {
                queue.push_back(link);
            }
        }
    }
    found
}

/// An address as the house's and the path on it.
pub fn split(url: &str) -> (&str, &str) {
    url.split_at(url["http://".len()..].find('/').map_or(url.len(), |at| at + "http://".len()))
}

/// True where an address answers with a page, not with data or the way to another address.
fn is_page(url: &str) -> bool {
    let (base, path) = split(url);
    let head = get(base, path, "en").0;
    head.contains("content-type: text/html") && !head.contains("\r\nlocation: ")
}

/// Every page of a house, and those of one that is new.
pub fn pages(served: &Served) -> Vec<Page> {
    let routes = routes();
    assert!(routes.len() > 30, "the route table was not understood: {routes:?}");
    let mut linked = linked(&served.open, &routes, READ);
    let (mut pages, mut unknown) = (Vec::new(), Vec::new());
    for route in &routes {
        let mut paths = linked.remove(route).unwrap_or_default();
        paths.truncate(EACH);
        if !route.contains('{') && !paths.contains(route) {
            paths.insert(0, route.clone());
        }
        if route == "/invite/{token}" {
            paths.extend(served.invitation.clone());
        }
        if paths.is_empty() {
            paths.extend(
                UNLINKED.iter().filter(|(named, _)| named == route).map(|(_, path)| (*path).to_owned()),
            );
        }
        let data = route.ends_with(".json") || route.ends_with(".atom");
        unknown.extend((!data && paths.is_empty()).then_some(route));
        let base = if DOOR.contains(&route.as_str()) { &served.door } else { &served.open };
        let page =
            |(at, path)| Page { route: route.clone(), url: format!("{base}{path}"), is_first: at == 0 };
        pages.extend(paths.iter().enumerate().map(page));
    }
    assert!(unknown.is_empty(), "no page leads to {unknown:?}: name addresses in UNLINKED");
    pages.extend(MORE.iter().map(|(route, path)| Page {
        route: (*route).to_owned(),
        url: format!("{}{path}", served.open),
        is_first: false,
    }));
    let guests = ["/", "/latest", "/story/{id}", "/article/{id}", "/outlet/{id}", "/tag/{name}"];
    let seen: Vec<Page> =
        pages.iter().filter(|page| guests.contains(&page.route.as_str())).cloned().collect();
    pages.extend(seen.into_iter().map(|page| Page {
        route: format!("{} of guests", page.route),
        url: page.url.replace(&served.open, &served.door),
        is_first: page.is_first,
    }));
    pages.extend(["/setup/none", "/login"].map(|path| Page {
        route: "the door of a new house".to_owned(),
        url: format!("{}{path}", unowned()),
        is_first: false,
    }));
    pages.extend(routes.iter().filter(|route| !route.contains('{')).map(|route| Page {
        route: format!("{route} with nothing to read"),
        url: format!("{}{route}", bare().open),
        is_first: false,
    }));
    pages.retain(|page| is_page(&page.url));
    pages
}

/// Where every field of a text is shown: each of these pages is looked at in a house whose every text is another.
const TEXTS: [&str; 2] = ["/article/{id}", "/story/{id}"];

/// Addresses that links lead to from the front page on: of every text, and some of each other route.
pub fn all_linked(served: &Served) -> Vec<String> {
    let mut linked = linked(&served.open, &routes(), MANY);
    for (route, paths) in &mut linked {
        paths.truncate(if TEXTS.contains(&route.as_str()) { usize::MAX } else { SOME });
    }
    let mut urls: Vec<String> =
        linked.into_values().flatten().map(|path| format!("{}{path}", served.open)).collect();
    urls.retain(|url| is_page(url));
    urls
}
