//! What is known about an article besides its text: title, authors, times, outlet, language.
//! A fact comes from where the page states it, or by agreement of several places; nothing is guessed.
//! Start at [`Facts::read`].

pub mod access;
pub mod agency;
pub mod authors;
mod byline;
pub mod dateline;
mod image;
mod labels;
mod names;
mod roles;
mod section;
mod segments;
mod shown;
mod shown_byline;
mod sources;
pub mod stated;
mod times;
mod title;
pub mod who;
mod zone;

pub use authors::Credited;
pub use shown::dated_line;
pub use times::Times;

use crate::Page;
use crate::structured::{Item, Stated};
use crate::tree::{Name, Tag, Tree};
use url::Url;
use wireroom_model::{Access, Lang, LeadImage};
use wireroom_text::markup;

/// The facts of a page's own article.
#[derive(Debug, Default)]
pub struct Facts {
    pub title: Option<String>,
    pub credited: authors::Credited,
    pub times: Times,
    pub outlet: Option<String>,
    /// As the page states it.
    pub lang: Lang,
    pub description: String,
    pub url: Option<String>,
    /// The page's own item of its structured data.
    pub item: Item,
    /// The element of the headline.
    pub heading: Option<usize>,
    pub section: Option<String>,
    pub tags: Vec<String>,
    pub image: Option<LeadImage>,
    pub access: Access,
    /// Addresses elsewhere that the page names as its text's source.
    pub sources: Vec<String>,
    /// Folded names of the site itself.
    pub sites: Vec<String>,
}

impl Facts {
    /// Reads all facts of one page.
    pub fn read(page: &Page<'_>, tree: &Tree, stated: &Stated) -> Self {
        let outlet = outlet(stated).or_else(|| shown_outlet(tree));
        let lang = lang(tree, stated);
        let sites = sites(page.url, stated, outlet.as_deref());
        let canonical = canonical(page, tree, stated);
        let item = own_item(stated, tree, canonical.as_deref(), page.url);
        let (title, heading) = title::title(tree, stated, &item, &sites);
        let credited = authors::Credited::read(tree, stated, &item, heading, &sites);
        let section = section::section(tree, stated, &item, title.as_deref(), &sites);
        let tags = section::tags(tree, stated, &item, section.as_deref(), &sites);
        let image = image::lead(page, tree, stated, &item, heading);
        let access = access::access(stated, &item);
        let sources = sources::sources(page, tree, stated, &item);
        let times = Times::read(page, tree, stated, &item, heading, lang);
        let description = stated
            .meta(&["og:description", "description", "twitter:description"])
            .map(markup::line)
            .filter(|d| !d.is_empty())
            .unwrap_or_else(|| markup::line(&item.description));
        Self {
            title,
            credited,
            times,
            outlet,
            lang,
            description,
            url: canonical,
            item,
            heading,
            section,
            tags,
            image,
            access,
            sources,
            sites,
        }
    }
}

fn outlet(stated: &Stated) -> Option<String> {
    let publisher = stated.items.iter().map(|i| i.publisher.as_str()).find(|p| !p.is_empty());
    let name = stated
        .meta(&["og:site_name"])
        .or(publisher)
        .or_else(|| (!stated.site.is_empty()).then_some(stated.site.as_str()))
        .or_else(|| {
            stated.meta(&["application-name", "apple-mobile-web-app-title", "dc.publisher", "publisher"])
        })?;
    let name = markup::line(name);
    (!name.is_empty() && name.chars().count() <= 80 && !name.starts_with("http")).then_some(name)
}

/// The name at an end of the title element that the link to the site's front page bears too.
fn shown_outlet(tree: &Tree) -> Option<String> {
    /// Most links that are looked at, and longest name in characters.
    const LINKS: usize = 12;
    const LONGEST: usize = 60;
    let title = tree.all(Tag::Title).next().map(|at| tree.line(at, 400))?;
    let mut parts: Vec<&str> = Vec::new();
    for mark in [" | ", " - ", " – ", " — ", " · ", ": "] {
        parts.extend(title.rsplit_once(mark).map(|(_, name)| name));
        parts.extend(title.split_once(mark).map(|(name, _)| name));
    }
    let front = |href: &str| match Url::parse(href.trim()) {
        Ok(url) => url.path() == "/",
        Err(_) => matches!(href.trim(), "/" | "./" | "index.html" | "/index.html"),
    };
    let names = tree.all(Tag::A).take(LINKS).enumerate().filter_map(|(place, at)| {
        // The first link of a page leads to its front page, whatever its address.
        let leads = tree.attribute(at, Name::Href).is_some_and(|href| place == 0 || front(href));
        let alt = || tree.subtree(at).find_map(|n| tree.attribute(n, Name::Alt)).map(str::to_owned);
        let line = tree.line(at, LONGEST);
        leads.then(|| if line.is_empty() { alt().unwrap_or_default() } else { line })
    });
    let known: Vec<String> = names.map(|name| crate::choose::fold(&name)).filter(|n| n.len() >= 3).collect();
    parts
        .into_iter()
        .map(str::trim)
        .find(|part| known.contains(&crate::choose::fold(part)))
        .map(str::to_owned)
}

fn lang(tree: &Tree, stated: &Stated) -> Lang {
    let of_html = tree.all(Tag::Html).next().and_then(|at| tree.attribute(at, Name::Lang)).map(Lang::parse);
    let others = stated.meta(&["content-language", "og:locale", "language", "dc.language"]).map(Lang::parse);
    let of_item = stated.items.iter().map(|i| Lang::parse(&i.language)).find(|l| l.is_known());
    [of_html, others, of_item].into_iter().flatten().find(|l| l.is_known()).unwrap_or(Lang::UNKNOWN)
}

/// Names under which the site may stand in its own titles, folded.
fn sites(url: Option<&Url>, stated: &Stated, outlet: Option<&str>) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    names.extend(outlet.map(crate::choose::fold));
    names.push(crate::choose::fold(&stated.site));
    names.extend(stated.meta(&["application-name"]).map(crate::choose::fold));
    names.extend(stated.items.iter().map(|i| crate::choose::fold(&i.publisher)));
    if let Some(host) = url.and_then(Url::host_str) {
        let host = host.trim_start_matches("www.");
        names.push(crate::choose::fold(host));
        let labels: Vec<&str> = host.split('.').collect();
        let label = labels.iter().rev().skip(1).find(|l| l.len() > 3).or(labels.first());
        names.extend(label.map(|l| crate::choose::fold(l)));
    }
    names.retain(|n| n.chars().count() >= 2);
    names
}

fn canonical(page: &Page<'_>, tree: &Tree, stated: &Stated) -> Option<String> {
    let link = tree
        .all(Tag::Link)
        .find(|at| tree.attribute(*at, Name::Rel).is_some_and(|r| r.trim().eq_ignore_ascii_case("canonical")))
        .and_then(|at| tree.attribute(at, Name::Href));
    let own = page.url.map(ToString::to_string);
    for href in [link, stated.meta(&["og:url"])].into_iter().flatten() {
        let resolved = match page.url {
            Some(base) => base.join(href.trim()).ok(),
            None => Url::parse(href.trim()).ok(),
        };
        // A canonical address that is a site's front page tells nothing about the article.
        let fine = |u: &Url| {
            matches!(u.scheme(), "http" | "https")
                && (u.path().len() > 1 || u.query().is_some())
                && page.url.is_none_or(|p| p.host_str() == u.host_str() || p.path() == u.path())
        };
        if let Some(url) = resolved.filter(fine) {
            return Some(url.to_string());
        }
    }
    own
}

/// The item that is about this page, of several that its structured data may hold.
fn own_item(stated: &Stated, tree: &Tree, canonical: Option<&str>, url: Option<&Url>) -> Item {
    let path = |u: &str| Url::parse(u).map(|u| u.path().trim_end_matches('/').to_owned()).unwrap_or_default();
    let own: Vec<String> = [canonical.map(path), url.map(|u| path(u.as_str()))]
        .into_iter()
        .flatten()
        .filter(|p| p.len() > 1)
        .collect();
    let mut shown: Vec<String> =
        tree.all(Tag::Heading(1)).take(4).map(|at| crate::choose::fold(&tree.line(at, 300))).collect();
    shown.extend(stated.meta(&["og:title", "twitter:title"]).map(crate::choose::fold));
    let score = |item: &Item| {
        let address = !item.url.is_empty() && own.contains(&path(&item.url));
        let headline = crate::choose::fold(&markup::line(&item.headline));
        let titled = headline.chars().count() > 8
            && shown
                .iter()
                .any(|s| s.contains(&headline) || (s.chars().count() > 15 && headline.contains(s.as_str())));
        u32::from(address) * 3
            + u32::from(titled) * 2
            + u32::from(!item.published.is_empty())
            + u32::from(!item.body.is_empty())
    };
    let mut best: Option<(u32, &Item)> = None;
    for item in &stated.items {
        let score = score(item);
        if best.is_none_or(|(s, _)| score > s) {
            best = Some((score, item));
        }
    }
    best.map(|(_, item)| item.clone()).unwrap_or_default()
}
