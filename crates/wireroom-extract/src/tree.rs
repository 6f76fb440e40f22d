//! The page as one flat list of nodes in document order: a subtree is a range, a parent stands before its children.
//! Built once from the parsed document, without recursion; everything after works on it alone.
//! It decides nothing about content. Start at [`Tree::build`].

use crate::hints::Hints;
use crate::recalled::Recalled;
use dom_query::{Document, NodeData, NodeId};

/// The elements that extraction tells apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tag {
    Text,
    Html,
    Head,
    Body,
    Main,
    Article,
    Section,
    Header,
    Footer,
    Aside,
    Nav,
    Div,
    P,
    Heading(u8),
    Ul,
    Ol,
    Li,
    Dl,
    Dt,
    Dd,
    Quote,
    Pre,
    Figure,
    Caption,
    Picture,
    Img,
    Source,
    /// A frame that shows another site's post, film or graphic.
    Frame,
    Table,
    /// The title of a table.
    TableCaption,
    Row,
    Cell,
    /// A cell that heads its row or column.
    HeadCell,
    A,
    Br,
    /// A line between sections.
    Rule,
    Strong,
    Em,
    Code,
    Sub,
    Sup,
    Time,
    Title,
    Meta,
    Link,
    Base,
    /// Forms and their fields, menus, dialogs: furniture whatever its class.
    Furniture,
    Form,
    Button,
    /// An input that takes words: an address, a name, a question.
    Field,
    Inline,
    Custom,
    Block,
}

/// The attributes that extraction reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Name {
    Content,
    Datetime,
    Href,
    Itemprop,
    Itemtype,
    Lang,
    /// The `name` of a meta element.
    Key,
    Property,
    Rel,
    Src,
    Title,
    AriaLabel,
    HttpEquiv,
    /// The element as a step of a selector, in a tree that was built to be explained; no page can state it.
    Selector,
    Alt,
    Width,
    Height,
    Srcset,
    /// Where scripts find the picture's address (`data-src` and its like), and its set.
    LazySrc,
    LazySrcset,
    Cite,
    /// The address of an embedded post, in the attribute of its service.
    PostAddress,
    /// Of an ordered list.
    Start,
    Colspan,
    Rowspan,
}

/// One element or text.
#[derive(Debug)]
pub struct Node {
    pub tag: Tag,
    /// One past the last node of the subtree.
    pub end: usize,
    pub parent: usize,
    /// Evidence from the element's own names and attributes.
    pub hints: Hints,
    text: (usize, usize),
    attributes: Vec<(Name, Box<str>)>,
}

/// The flat page.
#[derive(Debug, Default)]
pub struct Tree {
    pub nodes: Vec<Node>,
    text: String,
    /// Elements keep their names, which only an explanation prints.
    named: bool,
    recalled: Recalled,
}

impl Tree {
    /// Flattens a parsed document.
    pub fn build(document: &Document) -> Self {
        Self::flat(document, false)
    }

    /// The same, with [`Name::Selector`] on every element.
    pub fn named(document: &Document) -> Self {
        Self::flat(document, true)
    }

    fn flat(document: &Document, named: bool) -> Self {
        let mut tree = Self { named, ..Self::default() };
        let mut open: Vec<(NodeId, usize)> = Vec::new();
        let mut next = Some((document.root().id, 0));
        while let Some((id, parent)) = next {
            let place = tree.nodes.len();
            let step = document.tree.query_node(&id, |node| {
                let kept = tree.push(&node.data, parent);
                (kept.then_some(node.first_child).flatten(), node.next_sibling, kept)
            });
            let Some((child, sibling, kept)) = step else { break };
            next = match (child, sibling) {
                (Some(child), _) => {
                    open.push((id, place));
                    Some((child, place))
                }
                (None, sibling) => {
                    if kept {
                        tree.close(place);
                    }
                    sibling.map(|s| (s, parent))
                }
            };
            // Up until an ancestor has a next sibling.
            while next.is_none() {
                let Some((above, at)) = open.pop() else { break };
                tree.close(at);
                let parent = tree.nodes.get(at).map_or(0, |n| n.parent);
                next = document.tree.query_node(&above, |n| n.next_sibling).flatten().map(|s| (s, parent));
            }
        }
        tree.recalled = Recalled::default();
        tree
    }

    fn close(&mut self, at: usize) {
        let end = self.nodes.len();
        if let Some(node) = self.nodes.get_mut(at) {
            node.end = end;
        }
    }

    fn push(&mut self, data: &NodeData, parent: usize) -> bool {
        let place = self.nodes.len();
        let mut node = Node {
            tag: Tag::Block,
            end: place + 1,
            parent,
            hints: Hints::default(),
            text: (0, 0),
            attributes: Vec::new(),
        };
        match data {
            NodeData::Text { contents } => {
                if contents.is_empty() {
                    return false;
                }
                node.tag = Tag::Text;
                node.text = (self.text.len(), self.text.len() + contents.len());
                self.text.push_str(contents);
            }
            NodeData::Element(element) => {
                let name: &str = &element.name.local;
                let Some(tag) = tag_of(name) else { return false };
                if tag == Tag::Field && !takes_words(&element.attrs) {
                    return false;
                }
                node.tag = tag;
                let names = read_attributes(&mut node, &element.attrs);
                node.hints = node.hints.with(self.recalled.hints(names));
                if self.named {
                    node.attributes.push((Name::Selector, selector(name, &element.attrs).into()));
                }
            }
            NodeData::Document | NodeData::Fragment => {}
            _ => return false,
        }
        self.nodes.push(node);
        true
    }

    /// The characters of a text node; empty for elements.
    pub fn text(&self, at: usize) -> &str {
        let (start, end) = self.nodes.get(at).map_or((0, 0), |n| n.text);
        self.text.get(start..end).unwrap_or("")
    }

    /// An attribute's value.
    pub fn attribute(&self, at: usize, name: Name) -> Option<&str> {
        self.nodes.get(at)?.attributes.iter().find(|(n, _)| *n == name).map(|(_, value)| &**value)
    }

    /// One past the subtree.
    pub fn end(&self, at: usize) -> usize {
        self.nodes.get(at).map_or(at + 1, |n| n.end)
    }

    pub fn tag(&self, at: usize) -> Tag {
        self.nodes.get(at).map_or(Tag::Block, |n| n.tag)
    }

    pub fn hints(&self, at: usize) -> Hints {
        self.nodes.get(at).map_or_else(Hints::default, |n| n.hints)
    }

    pub fn parent(&self, at: usize) -> usize {
        self.nodes.get(at).map_or(0, |n| n.parent)
    }

    /// The elements around a node, the nearest first.
    pub fn around(&self, at: usize) -> impl Iterator<Item = usize> {
        std::iter::successors(Some(at), |&at| (at > 0).then(|| self.parent(at))).skip(1)
    }

    /// The children of a node, in order.
    pub fn children(&self, at: usize) -> impl Iterator<Item = usize> {
        let end = self.end(at);
        let mut child = at + 1;
        std::iter::from_fn(move || {
            let this = (child < end).then_some(child)?;
            child = self.end(this).max(this + 1);
            Some(this)
        })
    }

    /// The node and everything in it.
    pub fn subtree(&self, at: usize) -> std::ops::Range<usize> {
        at..self.end(at)
    }

    /// All the text inside, one line, at most `limit` characters.
    pub fn line(&self, at: usize, limit: usize) -> String {
        let mut line = String::new();
        for node in self.subtree(at) {
            if self.tag(node) == Tag::Text {
                line.push_str(self.text(node));
            } else if !is_inline(self.tag(node)) || self.tag(node) == Tag::Br {
                line.push(' ');
            }
            if line.len() > limit * 4 {
                break;
            }
        }
        let mut line: String = line.chars().take(limit).collect();
        line = wireroom_text::normal::normalise(&line).replace("\n\n", " ");
        line
    }

    /// The nodes with a tag, in order.
    pub fn all(&self, tag: Tag) -> impl Iterator<Item = usize> {
        self.nodes.iter().enumerate().filter(move |(_, n)| n.tag == tag).map(|(at, _)| at)
    }
}

/// Elements that do not end a line of text.
pub const fn is_inline(tag: Tag) -> bool {
    matches!(
        tag,
        Tag::Text
            | Tag::A
            | Tag::Br
            | Tag::Strong
            | Tag::Em
            | Tag::Code
            | Tag::Sub
            | Tag::Sup
            | Tag::Time
            | Tag::Inline
            | Tag::Frame
    )
}

/// `None` for what is never read.
fn tag_of(name: &str) -> Option<Tag> {
    Some(match name {
        "script" | "style" | "template" | "noscript" | "svg" | "math" | "object" | "canvas" | "map"
        | "audio" | "video" | "embed" | "noembed" | "progress" | "meter" | "datalist" => {
            return None;
        }
        "html" => Tag::Html,
        "head" => Tag::Head,
        "body" => Tag::Body,
        "main" => Tag::Main,
        "article" => Tag::Article,
        "section" => Tag::Section,
        "header" | "hgroup" => Tag::Header,
        "footer" => Tag::Footer,
        "aside" => Tag::Aside,
        "nav" => Tag::Nav,
        "div" => Tag::Div,
        "p" => Tag::P,
        "h1" => Tag::Heading(1),
        "h2" => Tag::Heading(2),
        "h3" => Tag::Heading(3),
        "h4" => Tag::Heading(4),
        "h5" => Tag::Heading(5),
        "h6" => Tag::Heading(6),
        "ul" => Tag::Ul,
        "ol" => Tag::Ol,
        "li" => Tag::Li,
        "dl" => Tag::Dl,
        "dt" => Tag::Dt,
        "dd" => Tag::Dd,
        "blockquote" => Tag::Quote,
        "pre" => Tag::Pre,
        "figure" => Tag::Figure,
        "figcaption" => Tag::Caption,
        "picture" => Tag::Picture,
        "img" | "amp-img" => Tag::Img,
        "source" => Tag::Source,
        "iframe" | "amp-iframe" => Tag::Frame,
        "table" => Tag::Table,
        "caption" => Tag::TableCaption,
        "tr" => Tag::Row,
        "td" => Tag::Cell,
        "th" => Tag::HeadCell,
        "a" => Tag::A,
        "br" => Tag::Br,
        "hr" => Tag::Rule,
        "b" | "strong" => Tag::Strong,
        "i" | "em" | "cite" => Tag::Em,
        "code" | "kbd" | "samp" => Tag::Code,
        "sub" => Tag::Sub,
        "sup" => Tag::Sup,
        "time" => Tag::Time,
        "title" => Tag::Title,
        "meta" => Tag::Meta,
        "link" => Tag::Link,
        "base" => Tag::Base,
        "form" => Tag::Form,
        "button" => Tag::Button,
        "input" => Tag::Field,
        "select" | "textarea" | "dialog" | "menu" | "fieldset" | "legend" | "label" | "option" => {
            Tag::Furniture
        }
        "span" | "u" | "s" | "strike" | "del" | "ins" | "small" | "big" | "font" | "abbr" | "acronym"
        | "q" | "mark" | "bdi" | "bdo" | "dfn" | "var" | "wbr" | "nobr" | "tt" | "ruby" | "rb" | "rt"
        | "rp" | "data" | "output" => Tag::Inline,
        name if name.contains('-') => Tag::Custom,
        _ => Tag::Block,
    })
}

/// Whether an input is one to write in, and no box to tick.
fn takes_words(attributes: &[dom_query::Attr]) -> bool {
    attributes
        .iter()
        .find(|a| &*a.name.local == "type")
        .is_none_or(|a| ["text", "email", "tel", ""].iter().any(|t| a.value.trim().eq_ignore_ascii_case(t)))
}

/// An element's name with its id and its first classes.
fn selector(name: &str, attributes: &[dom_query::Attr]) -> String {
    const CLASSES: usize = 3;
    const LONGEST: usize = 60;
    let value = |wanted: &str| {
        attributes.iter().find(|a| &*a.name.local == wanted).map(|a| &*a.value).unwrap_or_default()
    };
    let plain = |name: &&str| {
        name.len() <= LONGEST && name.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_'))
    };
    let mut selector = name.to_owned();
    for (mark, names) in [('#', value("id")), ('.', value("class"))] {
        for name in names.split_ascii_whitespace().filter(plain).take(CLASSES) {
            selector.push(mark);
            selector.push_str(name);
        }
    }
    selector
}

/// Fills a node; gives the names by which the page calls the element.
fn read_attributes(node: &mut Node, attributes: &[dom_query::Attr]) -> String {
    let mut names = String::new();
    for attribute in attributes {
        let value: &str = &attribute.value;
        let name = match &*attribute.name.local {
            "class" => {
                names.push_str(value);
                names.push(' ');
                continue;
            }
            "id"
            | "role"
            | "data-testid"
            | "data-component"
            | "data-qa"
            | "data-block"
            | "data-module"
            | "data-type"
            | "data-component-type"
            | "data-tb-region"
            | "data-widget"
            | "data-name" => {
                names.push_str(value);
                names.push(' ');
                continue;
            }
            "hidden" => {
                node.hints = node.hints.with(Hints::HIDDEN);
                continue;
            }
            "aria-hidden" if value == "true" => {
                node.hints = node.hints.with(Hints::HIDDEN);
                continue;
            }
            "style" => {
                let style: String = value.chars().filter(|c| !c.is_whitespace()).collect();
                if style.contains("display:none") || style.contains("visibility:hidden") {
                    node.hints = node.hints.with(Hints::HIDDEN);
                }
                continue;
            }
            "content" => Name::Content,
            "datetime" => Name::Datetime,
            "href" => Name::Href,
            "itemprop" => Name::Itemprop,
            "itemtype" => Name::Itemtype,
            "lang" => Name::Lang,
            "name" => Name::Key,
            "property" => Name::Property,
            "rel" => Name::Rel,
            "src" => Name::Src,
            "title" => Name::Title,
            "aria-label" => Name::AriaLabel,
            "http-equiv" => Name::HttpEquiv,
            "alt" => Name::Alt,
            "width" => Name::Width,
            "height" => Name::Height,
            "srcset" => Name::Srcset,
            "data-src" | "data-lazy-src" | "data-original" | "data-lazy" | "data-hi-res-src" => Name::LazySrc,
            "data-srcset" | "data-lazy-srcset" => Name::LazySrcset,
            "cite" => Name::Cite,
            "data-instgrm-permalink"
            | "data-href"
            | "data-embed-url"
            | "data-bluesky-uri"
            | "data-telegram-post" => Name::PostAddress,
            "start" => Name::Start,
            "colspan" => Name::Colspan,
            "rowspan" => Name::Rowspan,
            _ => continue,
        };
        if name == Name::Itemprop && value.split_whitespace().any(|v| v.eq_ignore_ascii_case("articleBody")) {
            node.hints = node.hints.with(Hints::BODY);
        }
        node.attributes.push((name, value.into()));
    }
    names
}
