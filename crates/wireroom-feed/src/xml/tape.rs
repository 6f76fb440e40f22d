//! A document laid out flat: one node after another in document order, each element knowing where it ends.
//! Nothing recurses, so depth costs nothing; depth, nodes and attributes have limits all the same.
//! Unclosed and crossed elements are closed here the way a person would close them. Start at [`Tape::read`].

use crate::xml::entity::Entities;
use crate::xml::names::{self, Ns};
use crate::xml::token::{Token, Tokens};
use quick_xml::events::attributes::Attributes;
use std::borrow::Cow;
use std::collections::BTreeMap;
use url::Url;

/// Elements open at once; deeper tags are left out, their text stays.
const DEPTH_LIMIT: usize = 128;
/// Outlines inside outlines before it is plain that nobody closes them.
const OUTLINE_DEPTH: usize = 48;
/// Elements and texts of one document: some 10,000 entries of the richest kind.
const NODE_LIMIT: usize = 1_500_000;
/// Attributes of one element.
const ATTRIBUTE_LIMIT: usize = 64;
/// Bytes of a document for each attribute: measured feeds spend 30 and more.
const BYTES_PER_ATTRIBUTE: usize = 8;
/// Namespace declarations in force at once.
const BINDING_LIMIT: usize = 256;

/// One attribute, its value resolved.
#[derive(Debug)]
pub struct Attribute<'t> {
    pub name: &'t str,
    pub value: Cow<'t, str>,
}

#[derive(Debug)]
enum Node<'t> {
    Text(Cow<'t, str>),
    Element(Element<'t>),
}

#[derive(Debug)]
struct Element<'t> {
    name: &'t str,
    ns: Ns,
    parent: u32,
    /// One past the last node inside.
    end: u32,
    attributes: (u32, u32),
}

/// The document.
#[derive(Debug, Default)]
pub struct Tape<'t> {
    nodes: Vec<Node<'t>>,
    attributes: Vec<Attribute<'t>>,
    states_base: bool,
    states_lang: bool,
    pub warnings: Vec<String>,
}

/// An element of a tape.
#[derive(Clone, Copy)]
pub struct El<'a, 't> {
    tape: &'a Tape<'t>,
    at: usize,
    element: &'a Element<'t>,
}

/// What an element holds.
#[derive(Debug, Clone, Copy)]
pub enum Child<'a, 't> {
    Text(&'a str),
    Element(El<'a, 't>),
}

impl std::fmt::Debug for El<'_, '_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "<{}> at {}", self.element.name, self.at)
    }
}

impl<'t> Tape<'t> {
    /// Lays the document out. Never fails; what was repaired or left out is in the warnings.
    pub fn read(text: &'t str) -> Self {
        let mut builder = Builder::default();
        // Room taken once: growing by doubling would hold the nodes twice over.
        builder.tape.nodes.reserve_exact(most_nodes(text).min(NODE_LIMIT));
        builder.most_attributes = text.len() / BYTES_PER_ATTRIBUTE + ATTRIBUTE_LIMIT;
        let mut tokens = Tokens::new(text);
        while let Some(token) = tokens.next_token() {
            if builder.tape.nodes.len() >= NODE_LIMIT {
                builder
                    .warn(|| format!("the feed has more than {NODE_LIMIT} elements; the rest was not read"));
                break;
            }
            builder.take(token);
        }
        builder.finish(tokens.warnings)
    }

    fn element(&self, at: usize) -> Option<El<'_, 't>> {
        match self.nodes.get(at)? {
            Node::Element(element) => Some(El { tape: self, at, element }),
            Node::Text(_) => None,
        }
    }

    /// Every element, in document order.
    pub fn elements(&self) -> impl Iterator<Item = El<'_, 't>> {
        (0..self.nodes.len()).filter_map(|at| self.element(at))
    }
}

impl<'a, 't> El<'a, 't> {
    /// Where the element stands on the tape: its identity.
    pub const fn at(self) -> usize {
        self.at
    }

    pub const fn ns(self) -> Ns {
        self.element.ns
    }

    /// The name as written, with its prefix.
    pub const fn name(self) -> &'t str {
        self.element.name
    }

    /// The name without its prefix, as written.
    pub fn local(self) -> &'t str {
        local(self.element.name)
    }

    /// True for this name, whatever its case.
    pub fn is(self, ns: Ns, name: &str) -> bool {
        self.element.ns == ns && self.local().eq_ignore_ascii_case(name)
    }

    /// True where the element holds nothing at all.
    pub const fn is_empty(self) -> bool {
        self.element.end as usize == self.at + 1
    }

    pub fn parent(self) -> Option<Self> {
        (self.at > 0)
            .then(|| self.tape.element(self.element.parent as usize))
            .flatten()
            .filter(|p| p.at < self.at)
    }

    /// Itself, its parent, and so on up.
    pub fn upwards(self) -> impl Iterator<Item = Self> {
        std::iter::successors(Some(self), |e| e.parent())
    }

    /// Attributes as written.
    pub fn attributes(self) -> &'a [Attribute<'t>] {
        let (start, end) = self.element.attributes;
        self.tape.attributes.get(start as usize..end as usize).unwrap_or_default()
    }

    /// The value of an attribute by its name (with a prefix, if it is to have one), whatever its case.
    pub fn attribute(self, name: &str) -> Option<&'a str> {
        self.attributes().iter().find(|a| a.name.eq_ignore_ascii_case(name)).map(|a| a.value.as_ref())
    }

    /// Children in order.
    pub fn children(self) -> impl Iterator<Item = Child<'a, 't>> {
        let end = self.element.end as usize;
        let mut at = self.at + 1;
        std::iter::from_fn(move || {
            if at >= end {
                return None;
            }
            match self.tape.nodes.get(at)? {
                Node::Text(text) => {
                    at += 1;
                    Some(Child::Text(text))
                }
                Node::Element(element) => {
                    let child = El { tape: self.tape, at, element };
                    at = (element.end as usize).max(at + 1);
                    Some(Child::Element(child))
                }
            }
        })
    }

    /// Children that are elements.
    pub fn elements(self) -> impl Iterator<Item = Self> {
        self.children().filter_map(|child| match child {
            Child::Element(element) => Some(element),
            Child::Text(_) => None,
        })
    }

    /// Everything inside, in document order, at any depth.
    pub fn inside(self) -> impl Iterator<Item = Child<'a, 't>> {
        (self.at + 1..self.element.end as usize).filter_map(move |at| match self.tape.nodes.get(at)? {
            Node::Text(text) => Some(Child::Text(text)),
            Node::Element(element) => Some(Child::Element(El { tape: self.tape, at, element })),
        })
    }

    /// One past the last node inside, for writers that must know where an element closes.
    pub const fn end(self) -> usize {
        self.element.end as usize
    }

    /// All text inside, trimmed.
    pub fn text(self) -> Cow<'a, str> {
        let mut texts = self.inside().filter_map(|child| match child {
            Child::Text(text) => Some(text),
            Child::Element(_) => None,
        });
        let first = texts.next().unwrap_or_default();
        match texts.next() {
            None => Cow::Borrowed(first.trim()),
            Some(second) => {
                let mut all = String::from(first);
                all.push_str(second);
                all.extend(texts);
                Cow::Owned(all.trim().to_owned())
            }
        }
    }

    /// The text, if there is any.
    pub fn some_text(self) -> Option<String> {
        let text = self.text();
        (!text.is_empty()).then(|| text.into_owned())
    }

    /// What `xml:base` says here, resolved up to `document` (the address the feed came from). `None` if nothing is stated.
    pub fn stated_base(self, document: Option<&Url>) -> Option<Url> {
        if !self.tape.states_base {
            return None;
        }
        let mut stated: Vec<&str> = self.upwards().filter_map(|e| e.attribute("xml:base")).collect();
        stated.reverse();
        let mut base = document.cloned();
        let mut changed = false;
        for reference in stated {
            let resolved = match &base {
                Some(base) => base.join(reference.trim()).ok(),
                None => Url::parse(reference.trim()).ok(),
            };
            if let Some(resolved) = resolved.filter(|u| matches!(u.scheme(), "http" | "https")) {
                base = Some(resolved);
                changed = true;
            }
        }
        base.filter(|_| changed)
    }

    /// `xml:lang` in force here.
    pub fn lang(self) -> Option<String> {
        if !self.tape.states_lang {
            return None;
        }
        let lang = self.upwards().find_map(|e| e.attribute("xml:lang"))?.trim();
        (!lang.is_empty()).then(|| lang.to_owned())
    }
}

/// An element for each `<` before a name, and a text between tags that do not touch.
fn most_nodes(text: &str) -> usize {
    let bytes = text.as_bytes();
    let (mut elements, mut tags) = (0_usize, 0_usize);
    for at in memchr::memchr_iter(b'<', bytes) {
        let next = bytes.get(at + 1).copied().unwrap_or_default();
        let opens = next.is_ascii_alphabetic() || matches!(next, b'_' | b':' | 0x80..);
        elements += usize::from(opens);
        tags += usize::from(opens || matches!(next, b'/' | b'!' | b'?'));
    }
    elements + tags.saturating_sub(memchr::memmem::find_iter(bytes, "><").count())
}

fn local(name: &str) -> &str {
    name.split_once(':').map_or(name, |(_, local)| local)
}

fn prefix(name: &str) -> &str {
    name.split_once(':').map_or("", |(prefix, _)| prefix)
}

#[derive(Default)]
struct Builder<'t> {
    tape: Tape<'t>,
    entities: Entities,
    open: Vec<usize>,
    /// How many elements of each name are open, to ignore an end tag without a search.
    open_names: BTreeMap<&'t str, u32>,
    /// Attributes beyond these are left out.
    most_attributes: usize,
    /// Tags left out for their depth and not closed yet.
    too_deep: usize,
    /// Prefix bindings in force, innermost last, with the depth they were made at.
    bindings: Vec<(&'t str, Ns, usize)>,
}

impl<'t> Builder<'t> {
    fn warn(&mut self, warning: impl FnOnce() -> String) {
        if self.tape.warnings.len() < crate::read::WARNING_LIMIT {
            self.tape.warnings.push(warning());
        }
    }

    fn take(&mut self, token: Token<'t>) {
        match token {
            Token::Text(raw) => {
                let text = self.entities.resolve(raw);
                self.push_text(text);
            }
            Token::Literal(text) => self.push_text(Cow::Borrowed(text)),
            Token::Open { tag, empty } => self.element(tag, empty),
            Token::Close(name) => self.close(name),
            Token::Doctype(doctype) => self.entities.declare(doctype),
        }
    }

    fn push_text(&mut self, text: Cow<'t, str>) {
        // Text outside the root element says nothing.
        if !self.open.is_empty() && !text.is_empty() {
            self.tape.nodes.push(Node::Text(text));
        }
    }

    fn element(&mut self, tag: &'t str, empty: bool) {
        if self.open.len() >= DEPTH_LIMIT {
            if self.too_deep == 0 && !empty {
                self.warn(|| {
                    format!("elements stand more than {DEPTH_LIMIT} deep; the deepest were left out")
                });
            }
            self.too_deep += usize::from(!empty);
            return;
        }
        let ends_name = |b: u8| b.is_ascii_whitespace() || matches!(b, b'/' | b'=');
        let name_length = tag.bytes().position(ends_name).unwrap_or(tag.len());
        let name = tag.get(..name_length).unwrap_or_default();
        let attributes = self.attributes(tag, name_length);
        let bindings = self.bindings.len();
        self.bind(name, attributes);
        let ns = self.namespace(name);
        self.close_before(name, ns);
        let parent = self.open.last().copied().unwrap_or_default();
        let at = self.tape.nodes.len();
        let narrow = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        self.tape.nodes.push(Node::Element(Element {
            name,
            ns,
            parent: narrow(parent),
            end: narrow(at + 1),
            attributes: (narrow(attributes.0), narrow(attributes.1)),
        }));
        if empty {
            self.bindings.truncate(bindings);
        } else {
            self.open.push(at);
            *self.open_names.entry(name).or_default() += 1;
        }
    }

    /// Reads the attributes of a tag and gives their range.
    fn attributes(&mut self, tag: &'t str, name_length: usize) -> (usize, usize) {
        let start = self.tape.attributes.len();
        if tag.len() == name_length {
            return (start, start);
        }
        let mut attributes = Attributes::html(tag, name_length);
        attributes.with_checks(false);
        let room = self.most_attributes.saturating_sub(start).min(ATTRIBUTE_LIMIT);
        for attribute in attributes.take(room).flatten() {
            let name = attribute.key.0;
            let value = match attribute.value {
                Cow::Borrowed(raw) => self.entities.resolve(raw),
                Cow::Owned(raw) => Cow::Owned(self.entities.resolve(&raw).into_owned()),
            };
            self.tape.states_base |= name.eq_ignore_ascii_case("xml:base");
            self.tape.states_lang |= name.eq_ignore_ascii_case("xml:lang");
            if self.tape.attributes.len() == self.tape.attributes.capacity() {
                self.tape.attributes.reserve_exact(self.tape.attributes.len() / 4 + ATTRIBUTE_LIMIT);
            }
            self.tape.attributes.push(Attribute { name, value });
        }
        (start, self.tape.attributes.len())
    }

    fn bind(&mut self, name: &'t str, (start, end): (usize, usize)) {
        let depth = self.open.len();
        for attribute in self.tape.attributes.get(start..end).unwrap_or_default() {
            let bound = match attribute.name {
                "xmlns" => "",
                other => match other.strip_prefix("xmlns:") {
                    Some(bound) => bound,
                    None => continue,
                },
            };
            let ns = names::by_address(&attribute.value)
                .or_else(|| names::by_prefix(bound).filter(|_| !bound.is_empty()));
            // A root element in an unknown namespace is in its own format's.
            let ns = ns.unwrap_or(if depth == 0 && prefix(name) == bound { Ns::Plain } else { Ns::Other });
            if self.bindings.len() < BINDING_LIMIT {
                self.bindings.push((bound, ns, depth));
            }
        }
    }

    fn namespace(&self, name: &str) -> Ns {
        let prefix = prefix(name);
        match self.bindings.iter().rev().find(|(bound, _, _)| *bound == prefix) {
            Some((_, ns, _)) => *ns,
            None => names::by_prefix(prefix).unwrap_or(Ns::Other),
        }
    }

    /// Closes what a new element shows to be finished: an entry by the next entry, a line of text by its sibling.
    fn close_before(&mut self, name: &str, ns: Ns) {
        if !matches!(ns, Ns::Plain | Ns::Atom) {
            return;
        }
        let Some(&last) = self.open.last() else { return };
        let Some(Node::Element(Element { name: top, ns: top_ns, .. })) = self.tape.nodes.get(last) else {
            return;
        };
        let (top, top_ns) = (*top, *top_ns);
        if self.open.len() > 1 && top_ns == ns && is_line(local(top)) && is_sibling(local(name)) {
            self.warn(|| format!("<{top}> is not closed before <{name}>"));
            self.pop();
        }
        // A list of subscriptions whose outlines are never closed is flat, however deep it looks.
        let is_outline = |name: &str| name.eq_ignore_ascii_case("outline");
        if self.open.len() > OUTLINE_DEPTH && is_outline(top) && is_outline(name) {
            self.pop();
        }
        if is_entry(local(name)) {
            let unclosed = self.open.iter().rposition(|&at| {
                matches!(self.tape.nodes.get(at), Some(Node::Element(e)) if e.ns == ns && e.name == name)
            });
            if let Some(depth) = unclosed {
                self.warn(|| format!("<{name}> is not closed before the next"));
                while self.open.len() > depth {
                    self.pop();
                }
            }
        }
    }

    fn close(&mut self, name: &'t str) {
        if self.too_deep > 0 {
            self.too_deep -= 1;
            return;
        }
        let name = if self.open_names.contains_key(name) {
            name
        } else {
            // `</Title>` for `<title>`.
            match self.open_names.keys().find(|open| open.eq_ignore_ascii_case(name)) {
                Some(open) => open,
                None => return,
            }
        };
        while let Some(&at) = self.open.last() {
            let found = matches!(self.tape.nodes.get(at), Some(Node::Element(e)) if e.name == name);
            self.pop();
            if found {
                return;
            }
        }
    }

    fn pop(&mut self) {
        let Some(at) = self.open.pop() else { return };
        let end = u32::try_from(self.tape.nodes.len()).unwrap_or(u32::MAX);
        if let Some(Node::Element(element)) = self.tape.nodes.get_mut(at) {
            element.end = end;
            // Only names that are open stay here, so that a search among them is short.
            match self.open_names.get_mut(element.name) {
                Some(count) if *count > 1 => *count -= 1,
                _ => {
                    self.open_names.remove(element.name);
                }
            }
        }
        let depth = self.open.len();
        while self.bindings.last().is_some_and(|(_, _, made_at)| *made_at >= depth) {
            self.bindings.pop();
        }
    }

    fn finish(mut self, token_warnings: Vec<String>) -> Tape<'t> {
        if !self.open.is_empty() {
            self.warn(|| "the feed breaks off before its end".to_owned());
        }
        while !self.open.is_empty() {
            self.pop();
        }
        if self.entities.exhausted() {
            self.warn(|| "the entities of the DTD grow too far; some were left out".to_owned());
        }
        self.tape.warnings.extend(token_warnings);
        self.tape
    }
}

fn is_entry(local: &str) -> bool {
    local.eq_ignore_ascii_case("item") || local.eq_ignore_ascii_case("entry")
}

/// Elements that hold one line of text and never other elements of a feed.
fn is_line(local: &str) -> bool {
    ["title", "link", "guid", "pubdate", "lastbuilddate", "language", "ttl", "id", "updated", "published"]
        .iter()
        .any(|name| local.eq_ignore_ascii_case(name))
}

fn is_sibling(local: &str) -> bool {
    is_line(local)
        || is_entry(local)
        || ["description", "enclosure", "comments", "category", "author", "summary", "content", "source"]
            .iter()
            .any(|name| local.eq_ignore_ascii_case(name))
}
