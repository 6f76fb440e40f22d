//! A document laid out flat: one node after another in document order, each element knowing where it ends.
//! Nothing recurses, so depth costs nothing; depth, nodes and attributes have limits all the same.
//! Unclosed and crossed elements are closed here the way a person would close them. Start at [`Tape::read`].

mod build;

use crate::xml::names::Ns;
use crate::xml::token::Tokens;
use build::Builder;
use std::borrow::Cow;
use url::Url;

/// Elements and texts of one document: some 10,000 entries of the richest kind.
const NODE_LIMIT: usize = 1_500_000;
/// Attributes of one element.
const ATTRIBUTE_LIMIT: usize = 64;
/// Bytes of a document for each attribute: measured feeds spend 30 and more.
const BYTES_PER_ATTRIBUTE: usize = 8;

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
