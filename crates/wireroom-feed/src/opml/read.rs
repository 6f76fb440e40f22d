//! Reading a list in one pass over the laid-out document. A feed that stands in several folders is one subscription;
//! what is no feed is told with the way to it.

use super::people::{People, is_group};
use super::spaces::{Named, Spaces};
use super::{
    ADDRESS_LENGTH, ATTRIBUTE_LENGTH, ATTRIBUTE_LIMIT, BYTE_LIMIT, DEPTH_LIMIT, FOLDERS_OF_ONE_LIMIT,
    LEFT_OUT_LIMIT, Opml, OpmlError, SUBSCRIPTION_LIMIT, Subscription, address, can_stand, line,
};
use crate::feed::Warning;
use crate::read::{WARNING_LIMIT, is_web, warn};
use crate::xml::decode::decode;
use crate::xml::names::Ns;
use crate::xml::tape::{El, Tape};
use std::collections::{BTreeMap, BTreeSet};

/// Elements that are looked at for what a document that is no list may be.
const LOOKED_AT: usize = 200;

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
    let mut reading = Reading { people: People::read(&tape), ..Reading::default() };
    reading.take_all(&tape);
    let mut list = reading.list;
    let nothing = list.subscriptions.is_empty() && list.folders.is_empty() && list.left_out.is_empty();
    if nothing && let Some(error) = refusal(&tape) {
        return Err(error);
    }
    // The document reader speaks of feeds.
    let told = |warning: String| Warning(warning.replace("the feed ", "the list "));
    list.warnings.extend(decoded.warnings.into_iter().chain(tape.warnings).map(told));
    list.warnings.truncate(WARNING_LIMIT);
    Ok(list)
}

/// Why a document without one subscription is no list at all; an empty list is one.
fn refusal(tape: &Tape<'_>) -> Option<OpmlError> {
    let mut what = OpmlError::NotOpml;
    for element in tape.elements().take(LOOKED_AT) {
        match element.local().to_ascii_lowercase().as_str() {
            "opml" => return None,
            // RDF without a feed's own channel is a list of nobody.
            "rdf" if !element.elements().any(|e| e.local().eq_ignore_ascii_case("channel")) => return None,
            "html" => what = OpmlError::WebPage,
            "rss" | "rdf" | "feed" if element.parent().is_none() => what = OpmlError::Feed,
            _ => {}
        }
    }
    Some(what)
}

#[derive(Default)]
struct Reading {
    list: Opml,
    people: People,
    spaces: Spaces,
    /// Open folders, each with where its element ends.
    open: Vec<(usize, String)>,
    /// Where each address stands in the list.
    seen: BTreeMap<String, usize>,
    known_folders: BTreeSet<Vec<String>>,
}

impl Reading {
    fn take_all(&mut self, tape: &Tape<'_>) {
        for element in tape.elements() {
            while self.open.pop_if(|(end, _)| *end <= element.at()).is_some() {}
            self.spaces.enter(element);
            let name = element.local().to_ascii_lowercase();
            match name.as_str() {
                "outline" => self.outline(element),
                "title" if self.list.title.is_none() && in_head(element) => {
                    self.list.title = line(&element.text());
                }
                "group" if is_group(element) => {
                    let name = self.people.name(element).map(str::to_owned);
                    self.folder(element, name.as_deref());
                }
                // FOAF: a person's document lists its feeds as channels. (Right under the root it is a feed's own.)
                "channel" if !element.parent().is_none_or(|p| p.local().eq_ignore_ascii_case("rdf")) => {
                    self.channel(element, element.attribute("rdf:about"));
                }
                "feed" => self.channel(element, element.attribute("rdf:resource")),
                "seealso" => self.other_list(element),
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

    fn leave_out(&mut self, why: impl FnOnce() -> String) {
        self.list.left_out_count += 1;
        if self.list.left_out.len() < LEFT_OUT_LIMIT {
            self.list.left_out.push(why());
        }
    }

    fn folder(&mut self, element: El<'_, '_>, name: Option<&str>) {
        let Some(name) = name.and_then(line) else { return };
        if self.open.len() >= DEPTH_LIMIT {
            warn(&mut self.list.warnings, || {
                format!(
                    "folders stand more than {DEPTH_LIMIT} deep; \"{name}\" was joined into the folder around it"
                )
            });
            return;
        }
        self.open.push((element.end(), name));
        let path = self.path();
        if self.known_folders.contains(&path) {
            return;
        }
        if self.known_folders.len() >= SUBSCRIPTION_LIMIT {
            warn(&mut self.list.warnings, || {
                format!("folders beyond the first {SUBSCRIPTION_LIMIT} are kept only with their feeds")
            });
            return;
        }
        self.known_folders.insert(path.clone());
        self.list.folders.push(path);
    }

    fn outline(&mut self, element: El<'_, '_>) {
        let attribute = |name: &str| element.attribute(name).map(str::trim).filter(|v| !v.is_empty());
        // `text` is what the format says is shown; `title` repeats what the feed calls itself.
        let text = attribute("text").and_then(line);
        let title = attribute("title").and_then(line);
        let shown = text.or_else(|| title.clone());
        let kind = attribute("type").unwrap_or_default().to_ascii_lowercase();
        let is_feed = matches!(kind.as_str(), "rss" | "atom" | "feed" | "pie");
        let (xml, url) = (attribute("xmlurl"), attribute("url"));
        let called = || shown.clone().unwrap_or_else(|| "an outline without a name".to_owned());
        // Liferea's lists of lists: their address is a list's, whatever it is called.
        if matches!(kind.as_str(), "link" | "include") && xml.is_none() || kind == "source" {
            let name = called();
            return match xml.or(url) {
                Some(at) => self.leave_out(|| {
                    format!(
                        "\"{name}\" is a link to another list; bring that one in by its address: {}",
                        brief(at)
                    )
                }),
                None => self.leave_out(|| format!("\"{name}\" is a link that leads nowhere")),
            };
        }
        match xml.or_else(|| url.filter(|_| is_feed)) {
            Some(feed) => {
                let url_is_feed = xml.is_none();
                let mut subscription = Subscription {
                    feed: feed.to_owned(),
                    page: attribute("htmlurl").filter(|page| is_web(page)).and_then(address),
                    folders: vec![self.path()],
                    ..Subscription::default()
                };
                self.attributes(element, &mut subscription, url_is_feed);
                if let Some(title) = title.filter(|title| Some(title) != shown.as_ref()) {
                    subscription.rest.insert("title".to_owned(), title);
                }
                subscription.title = shown;
                self.push(subscription);
            }
            None => match attribute("htmlurl").or(url).filter(|_| element.elements().next().is_none()) {
                Some(page) => {
                    let name = called();
                    self.leave_out(|| {
                        format!(
                            "\"{name}\" names a page and no feed; add the page, and its feed is looked for: {}",
                            brief(page)
                        )
                    });
                }
                None if is_feed && element.elements().next().is_none() => {
                    let name = called();
                    self.leave_out(|| format!("\"{name}\" is called a feed and has no address"));
                }
                None => self.folder(element, shown.as_deref()),
            },
        }
    }

    /// Attributes that are not the address, the titles or the page.
    fn attributes(&self, element: El<'_, '_>, to: &mut Subscription, url_is_feed: bool) {
        const READ: [&str; 4] = ["xmlurl", "htmlurl", "title", "text"];
        for attribute in element.attributes().iter().filter(|a| a.value.len() <= ATTRIBUTE_LENGTH) {
            if to.rest.len() + to.settings.len() >= ATTRIBUTE_LIMIT {
                break;
            }
            let is = |name: &str| attribute.name.eq_ignore_ascii_case(name);
            let value: String = attribute.value.chars().filter(|c| can_stand(*c)).collect();
            // What every feed is called says nothing, and is written again anyway.
            let said = is("type") && (value.trim().is_empty() || value.trim().eq_ignore_ascii_case("rss"));
            if READ.iter().any(|read| is(read)) || is("url") && url_is_feed || said {
                continue;
            }
            match self.spaces.name(attribute.name) {
                Named::Ours(name) => {
                    to.settings.entry(name.to_owned()).or_insert_with(|| value.trim().to_owned());
                }
                Named::Theirs(prefix, uri) => {
                    to.rest.insert(format!("xmlns:{prefix}"), uri);
                    to.rest.entry(attribute.name.to_owned()).or_insert(value);
                }
                Named::Plain => {
                    to.rest.entry(attribute.name.to_owned()).or_insert(value);
                }
                Named::Broken => {}
            }
        }
    }

    fn channel(&mut self, element: El<'_, '_>, feed: Option<&str>) {
        let own = element.elements().find(|e| e.local().eq_ignore_ascii_case("title"));
        let title = own
            .and_then(|title| line(&title.text()))
            .or_else(|| self.people.person_around(element).map(str::to_owned));
        let document = element.upwards().find(|e| e.local().eq_ignore_ascii_case("document"));
        let page =
            document.and_then(|d| d.attribute("rdf:about")).filter(|p| is_web(p.trim())).and_then(address);
        match feed.map(str::trim).filter(|feed| !feed.is_empty()) {
            Some(feed) => self.push(Subscription {
                feed: feed.to_owned(),
                title,
                page,
                folders: vec![self.path()],
                ..Subscription::default()
            }),
            None => {
                if let Some(page) = page {
                    let name = title.unwrap_or_else(|| "A person without a name".to_owned());
                    self.leave_out(|| {
                        format!(
                            "\"{name}\" names a page and no feed; add the page, and its feed is looked for: {}",
                            brief(&page)
                        )
                    });
                }
            }
        }
    }

    /// FOAF: a person's acquaintance has a list elsewhere.
    fn other_list(&mut self, element: El<'_, '_>) {
        let Some(at) = element.attribute("rdf:resource").filter(|at| is_web(at.trim())) else { return };
        let name = self.people.person_around(element).unwrap_or("A person without a name").to_owned();
        self.leave_out(|| {
            format!("\"{name}\" is a link to another list; bring that one in by its address: {}", brief(at))
        });
    }

    fn module(&mut self, element: El<'_, '_>) {
        let Some(feed) = element.attribute("xmlurl") else { return };
        self.push(Subscription {
            feed: feed.to_owned(),
            title: element.attribute("title").and_then(line),
            folders: vec![self.path()],
            ..Subscription::default()
        });
    }

    /// Takes a subscription whose `folders` holds the one path where it was met.
    fn push(&mut self, mut subscription: Subscription) {
        let feed = address(&subscription.feed).filter(|feed| is_web(feed));
        let Some(feed) = feed else {
            let shown = brief(&subscription.feed);
            return self.leave_out(|| match shown.len() < ADDRESS_LENGTH && !is_web(&shown) {
                true => format!("\"{shown}\" is no http or https address"),
                false => {
                    format!("\"{shown}\" is longer than {ADDRESS_LENGTH} bytes, too long for an address")
                }
            });
        };
        subscription.feed = feed;
        // A title that only repeats the address is none; what the feed calls itself is the next best.
        let repeats = line(&subscription.feed);
        subscription.title = subscription.title.filter(|title| Some(title) != repeats.as_ref());
        if subscription.title.is_none() {
            subscription.title = subscription.rest.remove("title").filter(|t| Some(t) != repeats.as_ref());
        }
        subscription.folders.retain(|path| !path.is_empty());
        if let Some(&known) = self.seen.get(&subscription.feed) {
            return self.again(known, subscription);
        }
        if self.list.subscriptions.len() >= SUBSCRIPTION_LIMIT {
            let shown = brief(&subscription.feed);
            return self.leave_out(|| {
                format!("\"{shown}\" stands beyond the first {SUBSCRIPTION_LIMIT} feeds; split the list")
            });
        }
        self.seen.insert(subscription.feed.clone(), self.list.subscriptions.len());
        self.list.subscriptions.push(subscription);
    }

    /// The same feed once more: its folders come together, its first title and attributes stay.
    fn again(&mut self, known: usize, new: Subscription) {
        let Some(old) = self.list.subscriptions.get_mut(known) else { return };
        let mut is_new_place = false;
        for path in new.folders {
            if !old.folders.contains(&path) && old.folders.len() < FOLDERS_OF_ONE_LIMIT {
                old.folders.push(path);
                is_new_place = true;
            }
        }
        if old.title.is_none() {
            old.title = new.title.clone();
        }
        old.page = old.page.take().or(new.page);
        let shown = brief(&new.feed);
        match (&old.title, new.title) {
            (Some(first), Some(other)) if *first != other => {
                let first = first.clone();
                warn(&mut self.list.warnings, || {
                    format!("\"{shown}\" has two titles; \"{first}\" was kept and \"{other}\" not")
                });
            }
            _ if !is_new_place => {
                warn(&mut self.list.warnings, || format!("\"{shown}\" stands twice; it was taken once"));
            }
            _ => {}
        }
    }
}

/// An address as a message shows it.
fn brief(address: &str) -> String {
    const SHOWN: usize = 200;
    let address = address.trim();
    let mut shown: String = address.chars().filter(|c| !c.is_control()).take(SHOWN).collect();
    if address.chars().nth(SHOWN).is_some() {
        shown.push('…');
    }
    shown
}

fn in_head(element: El<'_, '_>) -> bool {
    element.ns() == Ns::Plain && element.parent().is_some_and(|p| p.local().eq_ignore_ascii_case("head"))
}
