//! What the rules of every form need: XML as elements, and what an address, a date, a language and harmless HTML are.
//! A rule is a name, what must hold, and how the good example is broken so that the rule must refuse it.

use quick_xml::Reader;
use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};
use std::collections::BTreeMap;

/// One rule over a document of some kind.
pub struct Rule<D> {
    pub name: &'static str,
    pub holds: fn(&D) -> bool,
    /// What is replaced in the good example, and by what.
    pub broken_by: (&'static str, &'static str),
}

/// The names of the rules that a document breaks.
pub fn broken<D>(rules: &[Rule<D>], document: &D) -> Vec<&'static str> {
    rules.iter().filter(|rule| !(rule.holds)(document)).map(|rule| rule.name).collect()
}

/// No rule is asleep: the good example keeps them all, and each is broken by its own fault.
pub fn awake<D>(rules: &[Rule<D>], good: &str, read: fn(&str) -> D) {
    assert_eq!(broken(rules, &read(good)), [] as [&str; 0], "the good example");
    for rule in rules {
        let (from, to) = rule.broken_by;
        assert!(good.contains(from), "{}: {from} is not in the example", rule.name);
        let found = broken(rules, &read(&good.replacen(from, to, 1)));
        assert!(found.contains(&rule.name), "{} sleeps: {found:?}", rule.name);
    }
}

/// An element with its namespace resolved.
#[derive(Debug, Default)]
pub struct Element {
    /// `NAMESPACE name`, or the name alone.
    pub name: String,
    pub attributes: BTreeMap<String, String>,
    pub children: Vec<Self>,
    pub text: String,
}

/// A document; `root` is empty where it is no XML.
#[derive(Debug)]
pub struct Document {
    pub root: Element,
    pub raw: String,
    pub fault: Option<String>,
}

impl Element {
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Self> {
        self.children.iter().filter(move |child| child.name == name)
    }

    pub fn count(&self, name: &str) -> usize {
        self.all(name).count()
    }

    pub fn text_of(&self, name: &str) -> &str {
        self.children.iter().find(|child| child.name == name).map_or("", |child| child.text.trim())
    }

    pub fn attribute(&self, name: &str) -> &str {
        self.attributes.get(name).map_or("", String::as_str)
    }

    /// This element and all below it.
    pub fn within(&self) -> Vec<&Self> {
        std::iter::once(self).chain(self.children.iter().flat_map(Self::within)).collect()
    }
}

const ATOM: &str = "http://www.w3.org/2005/Atom";

/// The names of XML's own prefixes as the rules write them.
fn spaced(name: &str, spaces: &BTreeMap<String, String>) -> String {
    let (prefix, local) = name.split_once(':').unwrap_or(("", name));
    match spaces.get(prefix).map(String::as_str) {
        Some(ATOM) => format!("atom {local}"),
        Some("http://purl.org/rss/1.0/modules/content/") => format!("content {local}"),
        Some("http://purl.org/dc/elements/1.1/") => format!("dc {local}"),
        Some(other) => format!("{other} {local}"),
        None => name.to_owned(),
    }
}

fn element(start: &BytesStart<'_>, spaces: &mut BTreeMap<String, String>) -> Result<Element, String> {
    let mut attributes = BTreeMap::new();
    for attribute in start.attributes() {
        let attribute = attribute.map_err(|error| error.to_string())?;
        let key = attribute.key.into_inner().to_owned();
        let value = attribute.normalized_value(XmlVersion::Explicit1_0).map_err(|error| error.to_string())?;
        if let Some(prefix) = key.strip_prefix("xmlns") {
            spaces.insert(prefix.trim_start_matches(':').to_owned(), value.into_owned());
        } else {
            attributes.insert(key, value.into_owned());
        }
    }
    Ok(Element { name: spaced(start.name().into_inner(), spaces), attributes, ..Element::default() })
}

fn parsed(raw: &str) -> Result<Element, String> {
    let mut reader = Reader::from_str(raw);
    reader.config_mut().check_end_names = true;
    let mut spaces = BTreeMap::new();
    let mut open = vec![Element::default()];
    loop {
        match reader.read_event().map_err(|error| error.to_string())? {
            Event::Start(start) => open.push(element(&start, &mut spaces)?),
            Event::Empty(start) => {
                let one = element(&start, &mut spaces)?;
                open.last_mut().unwrap().children.push(one);
            }
            Event::End(_) => {
                let one = open.pop().unwrap();
                open.last_mut().ok_or("an end without a beginning")?.children.push(one);
            }
            Event::Text(text) => {
                let here = &mut open.last_mut().unwrap().text;
                here.push_str(&text.xml_content(XmlVersion::Explicit1_0));
            }
            Event::CData(text) => {
                let here = &mut open.last_mut().unwrap().text;
                here.push_str(&text.xml_content(XmlVersion::Explicit1_0));
            }
            Event::GeneralRef(name) => {
                let known = name.resolve_char_ref().map_err(|error| error.to_string())?;
                let told = match (known, &*name) {
                    (Some(c), _) => c,
                    (None, "amp") => '&',
                    (None, "lt") => '<',
                    (None, "gt") => '>',
                    (None, "quot") => '"',
                    (None, "apos") => '\'',
                    (None, other) => return Err(format!("XML knows no &{other};")),
                };
                if !allowed(told) {
                    return Err(format!("a reference to {:x}", u32::from(told)));
                }
                open.last_mut().unwrap().text.push(told);
            }
            Event::Eof => break,
            _ => {}
        }
    }
    match (open.pop(), open.is_empty()) {
        (Some(mut top), true) if top.children.len() == 1 => Ok(top.children.remove(0)),
        _ => Err("not one element".to_owned()),
    }
}

/// The characters of XML 1.0 (production 2), without those that it advises against.
fn allowed(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r') || (!c.is_control() && u32::from(c) & 0xfffe != 0xfffe)
}

/// Reads a document.
pub fn document(raw: &str) -> Document {
    let (root, mut fault) = match parsed(raw) {
        Ok(root) => (root, None),
        Err(fault) => (Element::default(), Some(fault)),
    };
    if let Some(bad) = raw.chars().find(|c| !allowed(*c)) {
        fault = Some(format!("the character {:x}", u32::from(bad)));
    }
    Document { root, raw: raw.to_owned(), fault }
}

/// RFC 3339 with capital letters, as RFC 4287 asks for it.
pub fn is_rfc3339(text: &str) -> bool {
    let shape: String = text.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect();
    let zone = shape.strip_prefix("0000-00-00T00:00:00");
    matches!(zone, Some("Z" | "+00:00" | "-00:00")) && text.parse::<jiff::Timestamp>().is_ok()
}

/// RFC 822 with a year of four digits and the right day of the week.
pub fn is_rfc822(text: &str) -> bool {
    let zone = text.rsplit(' ').next().unwrap_or_default();
    let is_zone = zone == "GMT" || (zone.len() == 5 && zone.starts_with(['+', '-']));
    let year = text.split(' ').nth(3).unwrap_or_default();
    is_zone && year.len() == 4 && text.contains(", ") && jiff::fmt::rfc2822::parse(text).is_ok()
}

/// An address of the web that needs no other to be understood.
pub fn is_web(text: &str) -> bool {
    text.parse::<url::Url>().is_ok_and(|url| matches!(url.scheme(), "http" | "https") && url.has_host())
}

/// A name that needs no address: `scheme:rest` without a space.
pub fn is_iri(text: &str) -> bool {
    let Some((scheme, rest)) = text.split_once(':') else { return false };
    let letters = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.');
    scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.chars().all(letters)
        && !rest.is_empty()
        && !text.contains(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | '{' | '}'))
}

/// A tag of BCP 47, as far as its shape goes.
pub fn is_language(text: &str) -> bool {
    let mut parts = text.split('-');
    let first = parts.next().unwrap_or_default();
    (2..=8).contains(&first.len())
        && first.chars().all(|c| c.is_ascii_alphabetic())
        && parts.all(|part| (1..=8).contains(&part.len()) && part.chars().all(|c| c.is_ascii_alphanumeric()))
}

/// HTML that does nothing and needs no other address: the few elements that the house writes, with the few attributes.
pub fn is_harmless(html: &str) -> bool {
    const KNOWN: [&str; 16] = [
        "p",
        "br",
        "a",
        "ul",
        "ol",
        "li",
        "h2",
        "h3",
        "b",
        "i",
        "em",
        "strong",
        "code",
        "pre",
        "blockquote",
        "s",
    ];
    html.split('<').skip(1).all(|rest| {
        let Some((tag, _)) = rest.split_once('>') else { return false };
        let tag = tag.trim_start_matches('/').trim_end_matches('/').trim();
        let (name, mut attributes) = tag.split_once(' ').unwrap_or((tag, ""));
        while let Some((key, rest)) = attributes.split_once("=\"") {
            let Some((value, rest)) = rest.split_once('"') else { return false };
            let fits = match key.trim() {
                "href" => name == "a" && is_web(value),
                "dir" => matches!(value, "auto" | "ltr" | "rtl"),
                "lang" => is_language(value),
                "rel" => name == "a",
                _ => false,
            };
            if !fits {
                return false;
            }
            attributes = rest;
        }
        KNOWN.contains(&name) && attributes.trim().is_empty()
    })
}

/// True where no two are the same.
pub fn are_apart<'a>(all: impl Iterator<Item = &'a str>) -> bool {
    let mut all: Vec<&str> = all.collect();
    let count = all.len();
    all.sort_unstable();
    all.dedup();
    all.len() == count
}
