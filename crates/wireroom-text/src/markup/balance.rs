//! Rewrites HTML of any shape into well-nested, shallow HTML of kept elements, in one pass and linear time.
//! It is not the sanitiser: that stands behind it and trusts nothing. It exists because sanitising costs the
//! square of the nesting, and because here is the place to resolve addresses and to drop trackers.

use super::MAX_DEPTH;
use super::address;
use super::drawing::{self, Drawing, Kind};
use super::names::{Hidden, is_block, is_void, kept};
use super::tokens::{Listener, listen};
use super::trackers::{is_placeholder, is_tracker};
use html5ever::tokenizer::Tag;
use std::fmt::Write;
use url::Url;

/// Attributes read of one tag.
pub const MAX_ATTRIBUTES: usize = 40;

/// `html` with every kept element closed in order, at most [`MAX_DEPTH`] deep, and the drawings whose places it holds.
pub fn balanced(html: &str, base: Option<&Url>) -> (String, Vec<Drawing>) {
    let out = String::with_capacity(html.len() / 2);
    let start = Balance { base, out, open: Vec::new(), drawing: None, drawings: Vec::new() };
    let mut pass = listen(html, start);
    pass.close_to(0);
    (pass.out, pass.drawings)
}

pub struct Balance<'b> {
    pub base: Option<&'b Url>,
    /// What is being written: the page, or the drawing that is open.
    pub out: String,
    pub open: Vec<&'static str>,
    pub drawing: Option<drawing::Open>,
    drawings: Vec<Drawing>,
}

impl Listener for Balance<'_> {
    fn start(&mut self, tag: &Tag) {
        if let Some(kind) = self.drawn() {
            if self.draw(kind, tag) {
                return;
            }
            self.end_drawing();
        } else if let Some(kind) = Kind::opened_by(&tag.name) {
            return self.begin_drawing(kind, tag);
        }
        let Some(name) = kept(&tag.name) else { return self.unwrapped(&tag.name) };
        self.make_room(name);
        match name {
            "br" | "hr" => {
                self.in_cell();
                let _ = write!(self.out, "<{name}>");
            }
            "img" => self.image(tag),
            "tr" | "td" | "th" | "thead" | "tbody" | "caption" if !self.open.contains(&"table") => {
                self.out.push(' ')
            }
            _ if self.is_full() => self.unwrapped(name),
            _ => {
                if matches!(name, "td" | "th") && self.open.last() != Some(&"tr") {
                    self.push("tr");
                } else if !is_table_part(name) {
                    self.in_cell();
                }
                self.open_with(name, tag);
            }
        }
    }

    fn end(&mut self, name: &str) {
        if let Some(drawing) = &self.drawing {
            let inside = self.open.iter().skip(drawing.depth);
            if let Some(up) = inside.rev().position(|open| open.eq_ignore_ascii_case(name)) {
                return self.close_to(self.open.len().saturating_sub(up + 1));
            }
            if !is_block(name) {
                return;
            }
        }
        if name == "br" {
            self.out.push_str("<br>");
        }
        let Some(name) = kept(name).filter(|name| !is_void(name)) else { return self.unwrapped(name) };
        // The end of a cell or of a list item never reaches outside its table or list.
        if let Some(at) = self.open.iter().rposition(|&open| open == name)
            && !self.open.iter().skip(at + 1).any(|&inner| inner == "table" && name != "table")
        {
            self.close_to(at);
        }
    }

    fn hides(&self, name: &str) -> bool {
        match self.drawn() {
            Some(_) => {
                drawing::hides(name) || (Hidden::is(name) && !matches!(name, "title" | "svg" | "math"))
            }
            None => Hidden::is(name) && Kind::opened_by(name).is_none(),
        }
    }

    fn in_drawing(&self) -> bool {
        self.drawing.is_some()
    }

    fn text(&mut self, text: &str) {
        if !text.trim().is_empty() && self.drawing.is_none() {
            self.in_cell();
        }
        escape(text, &mut self.out);
    }
}

impl Balance<'_> {
    /// An element that is not kept leaves a space where it separated words.
    fn unwrapped(&mut self, name: &str) {
        if is_block(name) {
            self.out.push(' ');
        }
    }

    pub fn is_full(&self) -> bool {
        self.open.len() >= MAX_DEPTH
    }

    fn drawn(&self) -> Option<Kind> {
        self.drawing.as_ref().map(|drawing| drawing.kind)
    }

    /// An empty element that is written as such draws nothing.
    fn begin_drawing(&mut self, kind: Kind, tag: &Tag) {
        if tag.self_closing || self.is_full() {
            return;
        }
        self.in_cell();
        let around = std::mem::take(&mut self.out);
        self.drawing = Some(drawing::Open { kind, around, depth: self.open.len() });
        self.draw(kind, tag);
    }

    fn end_drawing(&mut self) {
        if let Some(drawing) = &self.drawing {
            self.close_to(drawing.depth);
        }
    }

    /// The last element of a drawing is closed: its place is held on the page.
    fn set_apart(&mut self) {
        let Some(drawing) = self.drawing.take_if(|drawing| drawing.depth >= self.open.len()) else { return };
        let markup = std::mem::replace(&mut self.out, drawing.around);
        // A root and its end: it draws nothing.
        if markup.matches('<').count() <= 2 {
            return;
        }
        self.out.push_str(drawing.kind.place());
        self.drawings.push(Drawing { kind: drawing.kind, markup });
    }

    pub fn push(&mut self, name: &'static str) {
        let _ = write!(self.out, "<{name}>");
        self.open.push(name);
    }

    fn close_to(&mut self, depth: usize) {
        while self.open.len() > depth {
            if let Some(name) = self.open.pop() {
                let _ = write!(self.out, "</{name}>");
                self.set_apart();
            }
        }
    }

    /// Text straight inside a table would be moved by a browser: it gets a cell.
    fn in_cell(&mut self) {
        if matches!(self.open.last(), Some(&("table" | "thead" | "tbody"))) {
            self.push("tr");
        }
        if self.open.last() == Some(&"tr") {
            self.push("td");
        }
    }

    /// Closes what the start of `name` ends by itself ("<p>one<p>two").
    fn make_room(&mut self, name: &str) {
        let (ends, within): (&[&str], &[&str]) = match name {
            "li" => (&["li"], &["ul", "ol", "table"]),
            "dt" | "dd" => (&["dt", "dd"], &["dl", "table"]),
            "td" | "th" => (&["td", "th"], &["tr", "table"]),
            "tr" => (&["tr", "caption"], &["table"]),
            "thead" | "tbody" => (&["thead", "tbody", "caption"], &["table"]),
            "a" => (&["a"], &[]),
            _ if is_block(name) => (&["p"], &["table", "td", "th", "li", "blockquote", "figure", "div"]),
            _ => return,
        };
        let boundary = self.open.iter().rposition(|open| within.contains(open));
        let found = self.open.iter().position_after(boundary, |open| ends.contains(open));
        if let Some(at) = found {
            self.close_to(at);
        }
    }

    fn open_with(&mut self, name: &'static str, tag: &Tag) {
        let _ = write!(self.out, "<{name}");
        let mut list: Vec<(&str, String)> = Vec::new();
        for attribute in tag.attrs.iter().take(MAX_ATTRIBUTES) {
            let (key, value) = (&*attribute.name.local, &*attribute.value);
            match (name, key) {
                ("a", "href") | ("q" | "blockquote" | "ins" | "del", "cite") => {
                    list.extend(self.address(value).map(|(_, written)| (key, written)));
                }
                (_, "lang" | "dir" | "title")
                | ("td" | "th", "colspan" | "rowspan")
                | ("ol", "start")
                | ("time" | "ins" | "del", "datetime")
                | ("details", "open") => list.push((key, value.to_owned())),
                _ => {}
            }
        }
        list.sort_unstable();
        for (key, value) in list {
            self.attribute(key, &value);
        }
        self.out.push('>');
        self.open.push(name);
    }

    pub fn attribute(&mut self, key: &str, value: &str) {
        let _ = write!(self.out, " {key}=\"");
        escape(value, &mut self.out);
        self.out.push('"');
    }

    /// A picture with an address, or at least with words that stand for it.
    fn image(&mut self, tag: &Tag) {
        let value = |wanted: &str| read(tag, wanted);
        let first_of_set = value("srcset").or_else(|| value("data-srcset"));
        let first_of_set = first_of_set.and_then(|set| set.split_ascii_whitespace().next());
        let sources =
            [value("src"), value("data-src"), value("data-lazy-src"), value("data-original"), first_of_set];
        // A placeholder ("data:...") stands in "src" where a script would put the picture later.
        let addresses = || sources.iter().flatten().filter_map(|source| self.address(source));
        let shown = addresses().find(|(address, _)| address.scheme() != "mailto" && !is_placeholder(address));
        let stands_in = addresses().any(|(address, _)| is_placeholder(&address));
        let (width, height) = (value("width"), value("height"));
        if is_tracker(width, height, value("style"), shown.as_ref().map(|(address, _)| address)) {
            return;
        }
        let words = value("alt").filter(|alt| !alt.trim().is_empty());
        if shown.is_none() && (stands_in || words.is_none()) {
            return;
        }
        let source = shown.map(|(_, written)| written);
        let list = [
            ("alt", value("alt")),
            ("height", height),
            ("src", source.as_deref()),
            ("title", value("title")),
            ("width", width),
        ];
        self.in_cell();
        self.out.push_str("<img");
        for (key, value) in list {
            if let Some(value) = value {
                self.attribute(key, value);
            }
        }
        self.out.push('>');
    }

    /// An absolute address of a kind that a reader may follow, and how it is written.
    pub fn address(&self, raw: &str) -> Option<(Url, String)> {
        address::judged(raw, self.base)
    }
}

/// An attribute of a tag.
pub fn read<'t>(tag: &'t Tag, wanted: &str) -> Option<&'t str> {
    tag.attrs.iter().take(MAX_ATTRIBUTES).find(|a| &*a.name.local == wanted).map(|a| &*a.value)
}

/// The last item after `boundary` (or of all) that fits.
trait PositionAfter {
    fn position_after(self, boundary: Option<usize>, fits: impl Fn(&&'static str) -> bool) -> Option<usize>;
}

impl PositionAfter for std::slice::Iter<'_, &'static str> {
    fn position_after(
        mut self,
        boundary: Option<usize>,
        fits: impl Fn(&&'static str) -> bool,
    ) -> Option<usize> {
        self.rposition(fits).filter(|&at| boundary.is_none_or(|edge| at > edge))
    }
}

fn is_table_part(name: &str) -> bool {
    matches!(name, "tr" | "td" | "th" | "thead" | "tbody" | "caption")
}

pub fn escape(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\0' => {}
            _ => out.push(c),
        }
    }
}
