//! Lists of subscriptions: OPML 1 and 2 in and out, and FOAF or iGoogle lists in; read as far as a broken file can be.
//! It judges no address beyond "http or https" and fetches nothing; what was left out is said in the warnings.
//! Start at [`read`] and [`write()`].

use crate::feed::Warning;
use crate::read::{is_web, warn};
use crate::xml::decode::decode;
use crate::xml::names::Ns;
use crate::xml::tape::{El, Tape};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

/// Bytes of one list. 20,000 subscriptions with every attribute are 8 MB.
pub const BYTE_LIMIT: usize = 16 << 20;
/// Subscriptions of one list.
pub const SUBSCRIPTION_LIMIT: usize = 20_000;
/// Folders inside folders; deeper ones are folded into the last.
pub const DEPTH_LIMIT: usize = 16;
/// Settings kept of one subscription.
const SETTING_LIMIT: usize = 48;
/// Bytes of one setting.
const SETTING_LENGTH: usize = 4_096;

/// A list of subscriptions.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Opml {
    pub title: Option<String>,
    pub subscriptions: Vec<Subscription>,
    /// Every folder in the file's order, as the path of names from the top; empty folders too.
    pub folders: Vec<Vec<String>>,
    pub warnings: Vec<Warning>,
}

/// One feed of a list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Subscription {
    /// The feed's address as written (http or https).
    pub feed: String,
    pub title: Option<String>,
    /// The home page.
    pub page: Option<String>,
    /// Names of the folders from the top; empty = no folder.
    pub folder: Vec<String>,
    /// Every other attribute of the outline, our settings among them, by name.
    pub settings: BTreeMap<String, String>,
}

/// Why a file is no list of subscriptions.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum OpmlError {
    #[error("the file is empty")]
    Empty,
    #[error("this is no list of subscriptions; export one as OPML from your present reader")]
    NotOpml,
    #[error("the file has {bytes} bytes, and {limit} is the most that is read; split it")]
    TooLarge { bytes: usize, limit: usize },
}

/// Reads a list. A feed that stands twice in one folder is taken once, with a warning.
pub fn read(bytes: &[u8]) -> Result<Opml, OpmlError> {
    if bytes.len() > BYTE_LIMIT {
        return Err(OpmlError::TooLarge { bytes: bytes.len(), limit: BYTE_LIMIT });
    }
    let decoded = decode(bytes, None);
    if decoded.text.trim().is_empty() {
        return Err(OpmlError::Empty);
    }
    let tape = Tape::read(&decoded.text);
    let mut reading = Reading::default();
    reading.take_all(&tape);
    let mut list = reading.list;
    let nothing = list.subscriptions.is_empty() && list.folders.is_empty();
    if nothing && !tape.elements().any(|e| e.local().eq_ignore_ascii_case("opml")) {
        return Err(OpmlError::NotOpml);
    }
    list.warnings.extend(decoded.warnings.into_iter().map(Warning));
    list.warnings.extend(tape.warnings.into_iter().map(Warning));
    list.warnings.truncate(crate::read::WARNING_LIMIT);
    Ok(list)
}

#[derive(Default)]
struct Reading {
    list: Opml,
    /// Open folders, each with where its element ends.
    open: Vec<(usize, String)>,
    seen: BTreeSet<(Vec<String>, String)>,
    known_folders: BTreeSet<Vec<String>>,
}

impl Reading {
    fn take_all(&mut self, tape: &Tape<'_>) {
        for element in tape.elements() {
            while self.open.pop_if(|(end, _)| *end <= element.at()).is_some() {}
            let name = element.local().to_ascii_lowercase();
            match name.as_str() {
                "outline" => self.outline(element),
                "title" if self.list.title.is_none() && in_head(element) => {
                    self.list.title = element.some_text()
                }
                // FOAF: an agent's document lists its feeds as channels. (Right under the root it is a feed's own.)
                "channel" if !element.parent().is_none_or(|p| p.local().eq_ignore_ascii_case("rdf")) => {
                    self.channel(element, element.attribute("rdf:about"));
                }
                "feed" => self.channel(element, element.attribute("rdf:resource")),
                // iGoogle: modules that are feeds, in tabs that are folders.
                "tab" => self.folder(element, element.attribute("title")),
                "moduleprefs" => self.module(element),
                _ => {}
            }
        }
    }

    fn path(&self) -> Vec<String> {
        self.open.iter().map(|(_, name)| name.clone()).collect()
    }

    fn folder(&mut self, element: El<'_, '_>, name: Option<&str>) {
        let name = name.map(str::trim).filter(|name| !name.is_empty());
        let Some(name) = name else { return };
        if self.open.len() >= DEPTH_LIMIT {
            warn(&mut self.list.warnings, || {
                format!("folders stand more than {DEPTH_LIMIT} deep; the deepest were joined")
            });
            return;
        }
        self.open.push((element.end(), name.to_owned()));
        let path = self.path();
        if self.known_folders.len() < SUBSCRIPTION_LIMIT && self.known_folders.insert(path.clone()) {
            self.list.folders.push(path);
        }
    }

    fn outline(&mut self, element: El<'_, '_>) {
        let attribute = |name: &str| element.attribute(name).map(str::trim).filter(|v| !v.is_empty());
        // `text` is what the format says is shown; `title` repeats what the feed calls itself.
        let title = attribute("text").or_else(|| attribute("title"));
        let kind = attribute("type").unwrap_or_default().to_ascii_lowercase();
        let address = attribute("xmlurl").or_else(|| {
            let is_feed = matches!(kind.as_str(), "rss" | "atom" | "feed" | "pie");
            attribute("url").filter(|_| is_feed)
        });
        match address {
            Some(feed) => {
                let subscription = Subscription {
                    feed: feed.to_owned(),
                    title: title.map(str::to_owned),
                    page: attribute("htmlurl").filter(|page| is_web(page)).map(str::to_owned),
                    folder: self.path(),
                    settings: settings(element),
                };
                self.push(subscription);
            }
            None if kind == "link" || kind == "include" => {
                warn(&mut self.list.warnings, || {
                    format!("\"{}\" is a link to a list, not a feed; it was left out", title.unwrap_or("?"))
                });
            }
            None if element.is_empty() && (attribute("htmlurl").is_some() || attribute("url").is_some()) => {
                warn(&mut self.list.warnings, || {
                    format!("\"{}\" names a page and no feed; it was left out", title.unwrap_or("?"))
                });
            }
            None => self.folder(element, title),
        }
    }

    fn channel(&mut self, element: El<'_, '_>, address: Option<&str>) {
        let Some(feed) = address.filter(|address| !address.trim().is_empty()) else { return };
        let title =
            element.elements().find(|e| e.local().eq_ignore_ascii_case("title")).and_then(El::some_text);
        // The name of the site stands on the element around it.
        let around = element.upwards().find(|e| e.local().eq_ignore_ascii_case("agent"));
        let name = around
            .and_then(|a| a.elements().find(|e| e.local().eq_ignore_ascii_case("name")))
            .and_then(El::some_text);
        self.push(Subscription {
            feed: feed.trim().to_owned(),
            title: title.or(name),
            folder: self.path(),
            ..Subscription::default()
        });
    }

    fn module(&mut self, element: El<'_, '_>) {
        let Some(feed) = element.attribute("xmlurl") else { return };
        let title = element.attribute("title").map(str::to_owned);
        self.push(Subscription {
            feed: feed.trim().to_owned(),
            title,
            folder: self.path(),
            ..Subscription::default()
        });
    }

    fn push(&mut self, subscription: Subscription) {
        let shown: String = subscription.feed.chars().take(120).collect();
        if !is_web(&subscription.feed) {
            warn(&mut self.list.warnings, || {
                format!("\"{shown}\" is no http or https address; it was left out")
            });
        } else if self.list.subscriptions.len() >= SUBSCRIPTION_LIMIT {
            warn(&mut self.list.warnings, || {
                format!("subscriptions beyond the first {SUBSCRIPTION_LIMIT} were left out")
            });
        } else if self.seen.insert((subscription.folder.clone(), subscription.feed.clone())) {
            self.list.subscriptions.push(subscription);
        } else {
            warn(&mut self.list.warnings, || {
                format!("\"{shown}\" stands twice in one folder; it was taken once")
            });
        }
    }
}

fn in_head(element: El<'_, '_>) -> bool {
    element.ns() == Ns::Plain && element.parent().is_some_and(|p| p.local().eq_ignore_ascii_case("head"))
}

/// Attributes that are not the address, the titles or the page.
fn settings(element: El<'_, '_>) -> BTreeMap<String, String> {
    const READ: [&str; 5] = ["xmlurl", "htmlurl", "title", "text", "url"];
    element
        .attributes()
        .iter()
        .filter(|a| !READ.iter().any(|read| a.name.eq_ignore_ascii_case(read)) && is_name(a.name))
        .filter(|a| a.value.len() <= SETTING_LENGTH)
        // What every feed is called says nothing, and is written again anyway.
        .filter(|a| !(a.name.eq_ignore_ascii_case("type") && a.value.trim().eq_ignore_ascii_case("rss")))
        .take(SETTING_LIMIT)
        .map(|a| (a.name.to_owned(), a.value.to_string()))
        .collect()
}

fn is_name(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
        && name.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-' | b'.' | b':'))
        && !name.starts_with("xmlns")
}

/// A folder of the tree that is written.
#[derive(Default)]
struct Folder<'o> {
    folders: Vec<(&'o str, Folder<'o>)>,
    subscriptions: Vec<&'o Subscription>,
}

impl<'o> Folder<'o> {
    fn at(&mut self, path: &'o [String]) -> Option<&mut Self> {
        let mut folder = self;
        for name in path.iter().take(DEPTH_LIMIT) {
            let place = match folder.folders.iter().position(|(n, _)| n == name) {
                Some(place) => place,
                None => {
                    folder.folders.push((name, Self::default()));
                    folder.folders.len() - 1
                }
            };
            folder = &mut folder.folders.get_mut(place)?.1;
        }
        Some(folder)
    }

    /// Recursion is as deep as [`DEPTH_LIMIT`].
    fn write(&self, depth: usize, out: &mut String) {
        let indent = "  ".repeat(depth + 2);
        for subscription in &self.subscriptions {
            let _ = writeln!(out, "{indent}<outline{}/>", attributes(subscription));
        }
        for (name, folder) in &self.folders {
            let name = attribute_value(name);
            let _ = writeln!(out, "{indent}<outline text=\"{name}\" title=\"{name}\">");
            folder.write(depth + 1, out);
            let _ = writeln!(out, "{indent}</outline>");
        }
    }
}

/// Writes OPML 2.0 that [`read`] reads back to the same subscriptions, folders, titles and settings.
/// Subscriptions come before folders at each level, each in the list's order.
pub fn write(list: &Opml) -> String {
    let mut root = Folder::default();
    for path in &list.folders {
        root.at(path);
    }
    for subscription in &list.subscriptions {
        if let Some(folder) = root.at(&subscription.folder) {
            folder.subscriptions.push(subscription);
        }
    }
    let mut out =
        String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<opml version=\"2.0\">\n  <head>\n");
    if let Some(title) = &list.title {
        let _ = writeln!(out, "    <title>{}</title>", attribute_value(title));
    }
    out.push_str("  </head>\n  <body>\n");
    root.write(0, &mut out);
    out.push_str("  </body>\n</opml>\n");
    out
}

fn attributes(subscription: &Subscription) -> String {
    let mut out = String::new();
    let mut put = |name: &str, value: &str| {
        let _ = write!(out, " {name}=\"{}\"", attribute_value(value));
    };
    let kind = |name: &str| name.eq_ignore_ascii_case("type");
    let stated = subscription.settings.iter().find(|(name, _)| kind(name));
    put("type", stated.map_or("rss", |(_, value)| value));
    // `text` is required; a list without a title reads its own address back as none.
    match &subscription.title {
        Some(title) => {
            put("text", title);
            put("title", title);
        }
        None => put("text", ""),
    }
    put("xmlUrl", &subscription.feed);
    if let Some(page) = &subscription.page {
        put("htmlUrl", page);
    }
    for (name, value) in subscription.settings.iter().filter(|(name, _)| is_name(name) && !kind(name)) {
        put(name, value);
    }
    out
}

fn attribute_value(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' => out.push_str("&#10;"),
            '\t' => out.push_str("&#9;"),
            '\r' => out.push_str("&#13;"),
            c if c < ' ' => {}
            c => out.push(c),
        }
    }
    out
}
