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
/// Longest run of text between two marks, in bytes: writing a text out costs the square of its length where it holds
/// many ampersands. The mark is a comment, which the sanitiser takes out again.
const PIECE: usize = 16 * 1024;
const MARK: &str = "<!---->";
/// Elements around what stands in a table: its body, row and cell, and the table itself.
const TABLE_DEPTH: usize = 4;

/// `html` with every kept element closed in order, at most [`MAX_DEPTH`] deep, and the drawings whose places it holds.
pub fn balanced(html: &str, base: Option<&Url>) -> (String, Vec<Drawing>) {
    let out = String::with_capacity(html.len() / 2);
    let start = Balance { base, out, open: Vec::new(), drawing: None, drawings: Vec::new(), run: 0 };
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
    /// Bytes of text since the last tag or mark.
    run: usize,
}

impl Listener for Balance<'_> {
    fn start(&mut self, tag: &Tag) {
        self.run = 0;
        if let Some(kind) = self.drawn() {
            if self.draw(kind, tag) {
                return;
            }
            self.end_drawing();
        } else if let Some(kind) = Kind::opened_by(&tag.name) {
            return self.begin_drawing(kind, tag);
        }
        let Some(name) = kept(&tag.name) else { return self.unwrapped(&tag.name) };
        if is_table_part(name) {
            return self.table_part(name, tag);
        }
        self.make_room(name);
        match name {
            "br" | "hr" => {
                self.in_cell();
                let _ = write!(self.out, "<{name}>");
            }
            "img" => self.image(tag),
            _ if self.is_full_for(name) => self.unwrapped(name),
            _ => {
                self.in_cell();
                self.open_with(name, tag);
            }
        }
    }

    fn end(&mut self, name: &str) {
        self.run = 0;
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
        // A browser drops the first line break after "<pre>": left in, each reading would take one more.
        let text = if self.just_opened_pre() { text.trim_start_matches('\n') } else { text };
        self.escape(text);
    }
}

impl Balance<'_> {
    fn escape(&mut self, mut text: &str) {
        while self.drawing.is_none() && self.run + text.len() > PIECE {
            let (piece, rest) = text.split_at_checked(text.floor_char_boundary(PIECE)).unwrap_or((text, ""));
            escape(piece, &mut self.out);
            self.out.push_str(MARK);
            self.run = 0;
            text = rest;
        }
        self.run += text.len();
        escape(text, &mut self.out);
    }

    /// An element that is not kept leaves a space where it separated words.
    fn unwrapped(&mut self, name: &str) {
        if is_block(name) {
            self.out.push(' ');
        }
    }

    fn just_opened_pre(&self) -> bool {
        // Only a tag ends with a bare ">", so the search back to its "<" is short.
        self.open.last() == Some(&"pre")
            && self.out.ends_with('>')
            && self
                .out
                .rfind('<')
                .and_then(|at| self.out.get(at..))
                .is_some_and(|tag| tag.starts_with("<pre"))
    }

    pub fn is_full(&self) -> bool {
        self.open.len() >= MAX_DEPTH
    }

    /// Whether the cell that an element still needs, or a cell inside a table, would stand too deep.
    fn is_full_for(&self, name: &str) -> bool {
        let most = if name == "table" { MAX_DEPTH.saturating_sub(TABLE_DEPTH) } else { MAX_DEPTH };
        self.open.len() + self.missing_cell().len() >= most
    }

    fn drawn(&self) -> Option<Kind> {
        self.drawing.as_ref().map(|drawing| drawing.kind)
    }

    /// An empty element that is written as such draws nothing.
    fn begin_drawing(&mut self, kind: Kind, tag: &Tag) {
        if tag.self_closing || self.is_full_for(&tag.name) {
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

    /// A browser moves what stands straight inside a table out of it: it gets a cell.
    fn in_cell(&mut self) {
        for name in self.missing_cell() {
            self.push(name);
        }
    }

    fn missing_cell(&self) -> &'static [&'static str] {
        match self.open.last() {
            Some(&"table") => &["tbody", "tr", "td"],
            Some(&("thead" | "tbody")) => &["tr", "td"],
            Some(&"tr") => &["td"],
            _ => &[],
        }
    }

    /// Parts of the innermost table stand in the one order that a browser leaves alone: table, body, row, cell.
    /// [`TABLE_DEPTH`] keeps room for them.
    fn table_part(&mut self, name: &'static str, tag: &Tag) {
        let Some(table) = self.open.iter().rposition(|&open| open == "table") else {
            return self.out.push(' ');
        };
        let part = |at: usize| self.open.get(table + at).copied();
        let in_body = matches!(part(1), Some("thead" | "tbody"));
        let in_row = in_body && part(2) == Some("tr");
        let (levels, missing): (usize, &[&'static str]) = match name {
            "tr" if in_body => (2, &[]),
            "tr" => (1, &["tbody"]),
            "td" | "th" if in_row => (3, &[]),
            "td" | "th" if in_body => (2, &["tr"]),
            "td" | "th" => (1, &["tbody", "tr"]),
            _ => (1, &[]),
        };
        self.close_to(table + levels);
        for name in missing {
            self.push(name);
        }
        self.open_with(name, tag);
    }

    /// Closes what the start of `name` ends by itself ("<p>one<p>two").
    fn make_room(&mut self, name: &str) {
        if is_block(name) {
            self.close_last("p", &["table"]);
        }
        match name {
            "li" => self.close_last("li", &["ul", "ol", "table"]),
            "dt" | "dd" => {
                self.close_last("dt", &["dl", "table"]);
                self.close_last("dd", &["dl", "table"]);
            }
            "rt" | "rp" => {
                self.close_last("rt", &["ruby", "table"]);
                self.close_last("rp", &["ruby", "table"]);
            }
            "a" => self.close_last("a", &[]),
            _ if is_heading(name) && self.open.last().is_some_and(|open| is_heading(open)) => {
                self.close_to(self.open.len().saturating_sub(1));
            }
            _ => {}
        }
    }

    /// Closes the last `name` that is open, unless it stands outside one of the edges.
    fn close_last(&mut self, name: &str, edges: &[&str]) {
        let edge = self.open.iter().rposition(|open| edges.contains(open));
        let found = self.open.iter().rposition(|&open| open == name);
        if let Some(at) = found.filter(|&at| edge.is_none_or(|edge| at > edge)) {
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

fn is_table_part(name: &str) -> bool {
    matches!(name, "tr" | "td" | "th" | "thead" | "tbody" | "caption")
}

fn is_heading(name: &str) -> bool {
    matches!(name, "h1" | "h2" | "h3" | "h4" | "h5" | "h6")
}

pub fn escape(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            // A byte order mark inside text is invisible, and a browser drops one only where it comes first.
            '\0' | '\u{feff}' => {}
            _ => out.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_text_is_written_in_pieces_and_comes_out_whole() {
        let text = "Bo &amp; Ada «sailed». ".repeat(4_000);
        let (marked, _) = balanced(&format!("<p>{text}</p>"), None);
        assert!(marked.split(MARK).count() > 4);
        assert!(marked.split(MARK).all(|piece| piece.len() <= 2 * PIECE), "escaping lengthens a little");
        assert_eq!(super::super::sanitise(&marked, None), format!("<p>{text}</p>"));
    }
}
