//! Rewrites HTML of any shape into well-nested, shallow HTML of kept elements, in one pass and linear time.
//! It is not the sanitiser: that stands behind it and trusts nothing. It exists because sanitising costs the
//! square of the nesting, and because here is the place to resolve addresses and to drop trackers.

use super::MAX_DEPTH;
use super::names::{is_block, is_void, kept};
use super::tokens::{Listener, listen};
use html5ever::tokenizer::Tag;
use std::fmt::Write;
use url::Url;

/// Attributes read of one tag.
const MAX_ATTRIBUTES: usize = 40;

/// `html` with every kept element closed in order, at most [`MAX_DEPTH`] deep.
pub fn balanced(html: &str, base: Option<&Url>) -> String {
    let mut pass =
        listen(html, Balance { base, out: String::with_capacity(html.len() / 2), open: Vec::new() });
    pass.close_to(0);
    pass.out
}

struct Balance<'b> {
    base: Option<&'b Url>,
    out: String,
    open: Vec<&'static str>,
}

impl Listener for Balance<'_> {
    fn start(&mut self, tag: &Tag) {
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
            _ if self.open.len() >= MAX_DEPTH => self.unwrapped(name),
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

    fn text(&mut self, text: &str) {
        if !text.trim().is_empty() {
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

    fn push(&mut self, name: &'static str) {
        let _ = write!(self.out, "<{name}>");
        self.open.push(name);
    }

    fn close_to(&mut self, depth: usize) {
        while self.open.len() > depth {
            if let Some(name) = self.open.pop() {
                let _ = write!(self.out, "</{name}>");
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
        for attribute in tag.attrs.iter().take(MAX_ATTRIBUTES) {
            let (key, value) = (&*attribute.name.local, &*attribute.value);
            match (name, key) {
                ("a", "href") | ("q" | "blockquote" | "ins" | "del", "cite") => {
                    if let Some(address) = self.address(value) {
                        self.attribute(key, address.as_str());
                    }
                }
                (_, "lang" | "dir" | "title")
                | ("td" | "th", "colspan" | "rowspan")
                | ("ol", "start")
                | ("time" | "ins" | "del", "datetime")
                | ("details", "open") => self.attribute(key, value),
                _ => {}
            }
        }
        self.out.push('>');
        self.open.push(name);
    }

    fn attribute(&mut self, key: &str, value: &str) {
        let _ = write!(self.out, " {key}=\"");
        escape(value, &mut self.out);
        self.out.push('"');
    }

    fn image(&mut self, tag: &Tag) {
        let value = |wanted: &str| {
            tag.attrs.iter().take(MAX_ATTRIBUTES).find(|a| &*a.name.local == wanted).map(|a| &*a.value)
        };
        let first_of_set = value("srcset").or_else(|| value("data-srcset"));
        let first_of_set = first_of_set.and_then(|set| set.split_ascii_whitespace().next());
        let sources =
            [value("src"), value("data-src"), value("data-lazy-src"), value("data-original"), first_of_set];
        // A placeholder ("data:...") stands in "src" where a script would put the picture later.
        let Some(address) = sources.into_iter().flatten().find_map(|source| {
            self.address(source).filter(|address| address.scheme() != "mailto" && !is_placeholder(address))
        }) else {
            return;
        };
        if is_tracker(value("width"), value("height"), value("style"), &address) {
            return;
        }
        self.in_cell();
        self.out.push_str("<img");
        self.attribute("src", address.as_str());
        for key in ["alt", "title", "width", "height"] {
            if let Some(value) = value(key) {
                self.attribute(key, value);
            }
        }
        self.out.push('>');
    }

    /// An absolute address of a kind that a reader may follow.
    fn address(&self, raw: &str) -> Option<Url> {
        let raw = raw.trim();
        let address = match (Url::parse(raw), self.base) {
            (Ok(address), _) => address,
            (Err(_), Some(base)) if !raw.is_empty() => base.join(raw).ok()?,
            (Err(_), None) if raw.starts_with("//") => Url::parse(&format!("https:{raw}")).ok()?,
            _ => return None,
        };
        matches!(address.scheme(), "http" | "https" | "mailto").then_some(address)
    }
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

fn is_placeholder(address: &Url) -> bool {
    let file = address.path().rsplit('/').next().unwrap_or_default().to_ascii_lowercase();
    ["spacer.", "blank.", "placeholder.", "pixel.", "1x1.", "transparent.", "clear."]
        .iter()
        .any(|start| file.starts_with(start))
}

/// A picture that nobody is meant to see: two pixels or fewer each way, or hidden, or from a counter's host.
fn is_tracker(width: Option<&str>, height: Option<&str>, style: Option<&str>, address: &Url) -> bool {
    let tiny = |size: Option<&str>| {
        size.map(|s| s.trim().trim_end_matches("px"))
            .and_then(|s| s.parse::<f32>().ok())
            .is_some_and(|s| s <= 2.0)
    };
    let style: String =
        style.unwrap_or_default().to_ascii_lowercase().chars().filter(|c| !c.is_whitespace()).collect();
    let styled = style.split(';').any(|rule| {
        matches!(
            rule,
            "display:none" | "visibility:hidden" | "width:1px" | "height:1px" | "width:0" | "height:0"
        )
    });
    let host = address.host_str().unwrap_or_default();
    let counter = ["pixel.", "stats.", "counter.", "beacon.", "track.", "tracking.", "metrics."]
        .iter()
        .any(|start| host.starts_with(start));
    tiny(width) && tiny(height) || styled || counter
}

fn escape(text: &str, out: &mut String) {
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
