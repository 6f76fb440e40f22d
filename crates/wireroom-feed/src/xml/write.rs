//! Inline markup of a tape written out again: XHTML as HTML names, text escaped again (so that an escaped tag stays
//! text), SVG and MathML with their namespace.

use crate::xml::names::Ns;
use crate::xml::tape::{Child, El};

const SVG: &str = "http://www.w3.org/2000/svg";
const MATHML: &str = "http://www.w3.org/1998/Math/MathML";
const XLINK: &str = "http://www.w3.org/1999/xlink";

/// The markup inside an element.
pub fn inner(element: El<'_, '_>) -> String {
    let mut out = String::new();
    let mut open: Vec<(usize, &str)> = Vec::new();
    let mut at = element.at();
    for child in element.inside() {
        at += 1;
        close_until(&mut open, at, &mut out);
        match child {
            Child::Text(text) => escape(text, &mut out),
            Child::Element(e) => {
                let name = name_of(e);
                start_tag(e, name, open.is_empty(), &mut out);
                if e.is_empty() && is_void(name) {
                    out.push_str(" />");
                } else if e.is_empty() {
                    out.push('>');
                    end_tag(name, &mut out);
                } else {
                    out.push('>');
                    open.push((e.end(), name));
                }
            }
        }
    }
    close_until(&mut open, usize::MAX, &mut out);
    out
}

fn close_until(open: &mut Vec<(usize, &str)>, at: usize, out: &mut String) {
    while let Some((_, name)) = open.pop_if(|(end, _)| *end <= at) {
        end_tag(name, out);
    }
}

fn end_tag(name: &str, out: &mut String) {
    out.push_str("</");
    out.push_str(name);
    out.push('>');
}

fn name_of<'t>(e: El<'_, 't>) -> &'t str {
    if matches!(e.ns(), Ns::Xhtml | Ns::Graphic | Ns::Plain | Ns::Atom) { e.local() } else { e.name() }
}

fn start_tag(e: El<'_, '_>, name: &str, outermost: bool, out: &mut String) {
    out.push('<');
    out.push_str(name);
    let graphic = e.ns() == Ns::Graphic;
    let mut attributes: Vec<(&str, &str)> = e
        .attributes()
        .iter()
        .filter(|a| graphic || !(a.name == "xmlns" || a.name.starts_with("xmlns:")))
        .map(|a| (a.name, a.value.as_ref()))
        .collect();
    if graphic {
        let states = |name: &str| attributes.iter().any(|(n, _)| *n == name);
        let enters = outermost || e.parent().is_none_or(|p| p.ns() != Ns::Graphic);
        let xlink = attributes.iter().any(|(n, _)| n.starts_with("xlink:")) && !states("xmlns:xlink");
        if enters && !states("xmlns") {
            attributes.push(("xmlns", if name.eq_ignore_ascii_case("math") { MATHML } else { SVG }));
        }
        if xlink {
            attributes.push(("xmlns:xlink", XLINK));
        }
        attributes.sort_unstable();
    }
    for (name, value) in attributes {
        write_attribute(name, value, out);
    }
}

fn write_attribute(name: &str, value: &str, out: &mut String) {
    out.push(' ');
    out.push_str(name);
    out.push_str("=\"");
    for c in value.chars() {
        match c {
            '"' => out.push_str("&quot;"),
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            c => out.push(c),
        }
    }
    out.push('"');
}

/// Text as markup.
pub fn escape(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            c => out.push(c),
        }
    }
}

fn is_void(name: &str) -> bool {
    const VOID: [&str; 14] = [
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
        "track", "wbr",
    ];
    VOID.iter().any(|void| name.eq_ignore_ascii_case(void))
}
