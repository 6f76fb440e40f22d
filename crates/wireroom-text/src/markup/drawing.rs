//! Drawings and formulas inside HTML: what of SVG and MathML may stay. Shapes, paths, text, gradients, links; the
//! presentation of a formula. It refuses scripts, animation, references to other files, styles and HTML inside.
//! Each drawing is written here from lists alone and set apart, so that the sanitiser sees an empty element in its
//! place and puts it back where it found it. Start at [`element`] and [`attributes`].

use super::balance::{Balance, read};
use super::names::{is_block, kept};
use html5ever::tokenizer::Tag;
use std::fmt::Write;

/// Characters of one attribute of a drawing. The longest paths of pictures in articles measure some 20,000.
const MAX_VALUE: usize = 60_000;

/// What the ids inside drawings start with, so that they never meet an id of the page.
const ID_PREFIX: &str = "drawn-";

const XLINK: &str = "http://www.w3.org/1999/xlink";

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Svg,
    Math,
}

impl Kind {
    /// The kind that an element opens.
    pub fn opened_by(name: &str) -> Option<Self> {
        match name {
            "svg" => Some(Self::Svg),
            "math" => Some(Self::Math),
            _ => None,
        }
    }

    const fn namespace(self) -> &'static str {
        match self {
            Self::Svg => "http://www.w3.org/2000/svg",
            Self::Math => "http://www.w3.org/1998/Math/MathML",
        }
    }

    /// The empty element that holds a drawing's place.
    pub const fn place(self) -> &'static str {
        match self {
            Self::Svg => "<svg></svg>",
            Self::Math => "<math></math>",
        }
    }
}

/// A finished drawing.
#[derive(Debug)]
pub struct Drawing {
    pub kind: Kind,
    pub markup: String,
}

/// Puts drawings back where `html` holds their places; without exactly one place for each, none comes back.
pub fn put_back(html: String, drawings: &[Drawing]) -> String {
    if drawings.is_empty() && !html.contains("<svg>") && !html.contains("<math>") {
        return html;
    }
    let mut out = String::with_capacity(html.len());
    let mut rest = html.as_str();
    let mut given = drawings.iter();
    while let Some((at, kind)) = next_place(rest) {
        let (before, from) = rest.split_at_checked(at).unwrap_or((rest, ""));
        out.push_str(before);
        rest = from.strip_prefix(kind.place()).unwrap_or_default();
        match given.next() {
            Some(drawing) if drawing.kind == kind => out.push_str(&drawing.markup),
            _ => return emptied(&html),
        }
    }
    if given.next().is_some() {
        return emptied(&html);
    }
    out.push_str(rest);
    out
}

fn next_place(html: &str) -> Option<(usize, Kind)> {
    html.match_indices('<').find_map(|(at, _)| {
        let from = html.get(at..)?;
        Some((at, [Kind::Svg, Kind::Math].into_iter().find(|kind| from.starts_with(kind.place()))?))
    })
}

fn emptied(html: &str) -> String {
    html.replace(Kind::Svg.place(), "").replace(Kind::Math.place(), "")
}

/// The drawing that is being written.
#[derive(Debug)]
pub struct Open {
    pub kind: Kind,
    /// The HTML around it, up to its place.
    pub around: String,
    /// Elements of the page that were open when it began.
    pub depth: usize,
}

impl Balance<'_> {
    /// A start tag inside a drawing. `false`: it ends the drawing and belongs to the page.
    pub fn draw(&mut self, kind: Kind, tag: &Tag) -> bool {
        let name = &*tag.name;
        if let Some(known) = element(kind, name) {
            let in_text = self.open.last().is_some_and(|open| is_text_point(open));
            if !in_text && !self.is_full() {
                self.draw_element(kind, known, tag);
            }
            return true;
        }
        if self.open.last() == Some(&"desc")
            && let Some(word) = WORDS_OF_DESC.iter().find(|&&word| word == name)
        {
            self.push(word);
            return true;
        }
        let leaves = is_block(name) || (kept(name).is_some() && !self.in_text_of_drawing());
        !leaves
    }

    /// Inside a description or a token of a formula, HTML is only words.
    fn in_text_of_drawing(&self) -> bool {
        let depth = self.drawing.as_ref().map_or(0, |drawing| drawing.depth);
        self.open.iter().skip(depth).any(|open| is_text_point(open))
    }

    fn draw_element(&mut self, kind: Kind, name: &'static str, tag: &Tag) {
        let _ = write!(self.out, "<{name}");
        let root = self.drawing.as_ref().is_some_and(|drawing| drawing.depth == self.open.len());
        let mut list = attributes(kind, tag);
        if let Some(href) = self.drawn_link(kind, name, tag) {
            list.push(("xlink:href", href));
            list.push(("xmlns:xlink", XLINK.to_owned()));
        }
        if root {
            list.push(("xmlns", kind.namespace().to_owned()));
        }
        list.sort_unstable();
        list.dedup_by_key(|(key, _)| *key);
        for (key, value) in list {
            self.attribute(key, &value);
        }
        // As it was written: both forms are the same element in a drawing, and in no other place.
        if tag.self_closing && !root {
            self.out.push_str(" />");
        } else {
            self.out.push('>');
            self.open.push(name);
        }
    }

    fn drawn_link(&self, kind: Kind, name: &str, tag: &Tag) -> Option<String> {
        let links = match kind {
            Kind::Svg => name == "a",
            Kind::Math => name == "mrow",
        };
        let address = read(tag, "xlink:href").or_else(|| read(tag, "href"))?;
        links.then(|| self.address(address)).flatten().map(|(_, written)| written)
    }
}

/// Elements whose inside is words; a browser reads HTML in them.
fn is_text_point(name: &str) -> bool {
    matches!(name, "desc" | "title" | "mi" | "mo" | "mn" | "ms" | "mtext")
}

/// Words may be marked inside a description.
const WORDS_OF_DESC: [&str; 7] = ["abbr", "b", "code", "em", "strong", "sub", "sup"];

/// Elements of a drawing that go with everything inside.
pub fn hides(name: &str) -> bool {
    matches!(
        name,
        "foreignobject"
            | "metadata"
            | "pattern"
            | "mask"
            | "clippath"
            | "marker"
            | "symbol"
            | "annotation"
            | "annotation-xml"
    )
}

/// The element, in the spelling of its language, if it may stay.
fn element(kind: Kind, name: &str) -> Option<&'static str> {
    let known: &[&str] = match kind {
        Kind::Svg => &SVG,
        Kind::Math => &MATH,
    };
    known.iter().find(|known| known.eq_ignore_ascii_case(name)).copied()
}

const SVG: [&str; 18] = [
    "a",
    "circle",
    "defs",
    "desc",
    "ellipse",
    "g",
    "line",
    "linearGradient",
    "path",
    "polygon",
    "polyline",
    "radialGradient",
    "rect",
    "stop",
    "svg",
    "text",
    "title",
    "tspan",
];

const MATH: [&str; 31] = [
    "math",
    "menclose",
    "merror",
    "mfenced",
    "mfrac",
    "mi",
    "mmultiscripts",
    "mn",
    "mo",
    "mover",
    "mpadded",
    "mphantom",
    "mprescripts",
    "mroot",
    "mrow",
    "ms",
    "mspace",
    "msqrt",
    "mstyle",
    "msub",
    "msubsup",
    "msup",
    "mtable",
    "mtd",
    "mtext",
    "mtr",
    "munder",
    "munderover",
    "none",
    "semantics",
    "mlabeledtr",
];

fn attributes(kind: Kind, tag: &Tag) -> Vec<(&'static str, String)> {
    let known: &[&'static str] = match kind {
        Kind::Svg => &SVG_ATTRIBUTES,
        Kind::Math => &MATH_ATTRIBUTES,
    };
    let mut list = Vec::new();
    for attribute in tag.attrs.iter().take(super::balance::MAX_ATTRIBUTES) {
        let name = &*attribute.name.local;
        let Some(known) = known.iter().find(|known| known.eq_ignore_ascii_case(name)) else { continue };
        let value = match *known {
            "id" => identifier(&attribute.value).map(|id| format!("{ID_PREFIX}{id}")),
            "xlink:show" => one_of(&attribute.value, &["new", "replace"]),
            "xlink:type" => one_of(&attribute.value, &["simple"]),
            _ => harmless(&attribute.value),
        };
        list.extend(value.map(|value| (*known, value)));
    }
    if list.iter().any(|(name, _)| name.starts_with("xlink:")) {
        list.push(("xmlns:xlink", XLINK.to_owned()));
    }
    list
}

fn one_of(value: &str, allowed: &[&str]) -> Option<String> {
    allowed.contains(&value).then(|| value.to_owned())
}

fn identifier(value: &str) -> Option<&str> {
    let id = value.trim();
    let id = id.strip_prefix(ID_PREFIX).unwrap_or(id);
    let fits = !id.is_empty() && id.len() <= 80;
    (fits && id.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_.".contains(&b))).then_some(id)
}

/// Numbers, names, colours, path data: nothing that could be an address or a rule of style. The one reference that
/// stays is to a gradient of the same drawing.
fn harmless(value: &str) -> Option<String> {
    let value = value.trim();
    if value.len() > MAX_VALUE {
        return None;
    }
    if let Some(inside) = value.strip_prefix("url(#").and_then(|rest| rest.strip_suffix(')')) {
        return identifier(inside).map(|id| format!("url(#{ID_PREFIX}{id})"));
    }
    let plain = value.chars().all(|c| c.is_ascii_alphanumeric() || " \t\n\r.,+-*#%()_/[]{}|".contains(c));
    (plain && !value.to_ascii_lowercase().contains("url")).then(|| value.to_owned())
}

const SVG_ATTRIBUTES: [&str; 60] = [
    "baseProfile",
    "cx",
    "cy",
    "d",
    "direction",
    "dominant-baseline",
    "dx",
    "dy",
    "fill",
    "fill-opacity",
    "fill-rule",
    "font-family",
    "font-size",
    "font-style",
    "font-weight",
    "fx",
    "fy",
    "gradientTransform",
    "gradientUnits",
    "height",
    "id",
    "lengthAdjust",
    "letter-spacing",
    "offset",
    "opacity",
    "pathLength",
    "points",
    "preserveAspectRatio",
    "r",
    "role",
    "rotate",
    "rx",
    "ry",
    "spreadMethod",
    "stop-color",
    "stop-opacity",
    "stroke",
    "stroke-dasharray",
    "stroke-dashoffset",
    "stroke-linecap",
    "stroke-linejoin",
    "stroke-miterlimit",
    "stroke-opacity",
    "stroke-width",
    "text-anchor",
    "textLength",
    "transform",
    "vector-effect",
    "version",
    "viewBox",
    "visibility",
    "width",
    "word-spacing",
    "writing-mode",
    "x",
    "x1",
    "x2",
    "y",
    "y1",
    "y2",
];

const MATH_ATTRIBUTES: [&str; 43] = [
    "accent",
    "accentunder",
    "align",
    "bevelled",
    "close",
    "columnalign",
    "columnlines",
    "columnspacing",
    "columnspan",
    "depth",
    "dir",
    "display",
    "displaystyle",
    "fence",
    "form",
    "frame",
    "height",
    "largeop",
    "linethickness",
    "lspace",
    "mathvariant",
    "maxsize",
    "minsize",
    "movablelimits",
    "notation",
    "open",
    "rowalign",
    "rowlines",
    "rowspacing",
    "rowspan",
    "rspace",
    "scriptlevel",
    "separator",
    "separators",
    "stretchy",
    "subscriptshift",
    "superscriptshift",
    "symmetric",
    "voffset",
    "width",
    "xlink:show",
    "xlink:type",
    "lquote",
];
