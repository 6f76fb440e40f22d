//! Lays tokens out on the tape: opens, closes and mends elements, binds prefixes, keeps the limits.
//! It reads nothing back; start at [`Builder::take`].

use super::{ATTRIBUTE_LIMIT, Attribute, Element, Node, Tape, local, prefix};
use crate::xml::entity::Entities;
use crate::xml::names::{self, Ns};
use crate::xml::token::Token;
use quick_xml::events::attributes::Attributes;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// Elements open at once; deeper tags are left out, their text stays.
const DEPTH_LIMIT: usize = 128;
/// Outlines inside outlines before it is plain that nobody closes them.
const OUTLINE_DEPTH: usize = 48;
/// Namespace declarations in force at once.
const BINDING_LIMIT: usize = 256;

#[derive(Default)]
pub(super) struct Builder<'t> {
    pub(super) tape: Tape<'t>,
    entities: Entities,
    open: Vec<usize>,
    /// How many elements of each name are open, to ignore an end tag without a search.
    open_names: BTreeMap<&'t str, u32>,
    /// Attributes beyond these are left out.
    pub(super) most_attributes: usize,
    /// Tags left out for their depth and not closed yet.
    too_deep: usize,
    /// Prefix bindings in force, innermost last, with the depth they were made at.
    bindings: Vec<(&'t str, Ns, usize)>,
}

impl<'t> Builder<'t> {
    pub(super) fn warn(&mut self, warning: impl FnOnce() -> String) {
        if self.tape.warnings.len() < crate::read::WARNING_LIMIT {
            self.tape.warnings.push(warning());
        }
    }

    pub(super) fn take(&mut self, token: Token<'t>) {
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

    pub(super) fn finish(mut self, token_warnings: Vec<String>) -> Tape<'t> {
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
