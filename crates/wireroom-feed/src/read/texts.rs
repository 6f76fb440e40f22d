//! Text constructs: what an element's text is (plain, HTML, XHTML, base64) and what it says once unpacked.
//! Escaped markup is unescaped exactly once; escaped text inside XHTML stays text.

use crate::feed::{Format, Markup, Text, Warning};
use crate::read::BODY_LIMIT;
use crate::read::address::Place;
use crate::read::entry::warn;
use crate::xml::names::Ns;
use crate::xml::tape::{Child, El};
use crate::xml::write;
use base64::Engine;
use base64::alphabet::STANDARD;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};

const BASE64: GeneralPurpose = GeneralPurpose::new(
    &STANDARD,
    GeneralPurposeConfig::new()
        .with_decode_allow_trailing_bits(true)
        .with_decode_padding_mode(DecodePaddingMode::Indifferent),
);

/// The longest tag that a cut looks back for.
const TAG_LENGTH: usize = 4_096;

/// What the element states its text to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stated {
    Plain,
    Html,
    Xhtml,
    /// A media type that is neither text nor XML: base64.
    Binary,
    /// Nothing said.
    Nothing,
}

/// Cuts a text that is longer than any article; says so once it does.
pub fn cut(value: &mut String, warnings: &mut Vec<Warning>) {
    if value.len() <= BODY_LIMIT {
        return;
    }
    let bytes = value.len();
    let end = value.floor_char_boundary(BODY_LIMIT);
    // Not inside a tag.
    let open = value
        .get(..end)
        .and_then(|head| head.rfind('<'))
        .filter(|&at| end - at < TAG_LENGTH && !value.get(at..end).unwrap_or_default().contains('>'));
    value.truncate(open.unwrap_or(end));
    warn(warnings, || format!("a text of {bytes} bytes was cut to its first {}", value.len()));
}

/// Reads a text; `None` if it is empty and holds no markup.
pub fn text(element: El<'_, '_>, format: Format, place: Place<'_>) -> Option<Text> {
    let text = maybe_empty(element, format, place);
    (!text.value.is_empty() || text.src.is_some()).then_some(text)
}

/// Reads a text even if it is empty, for fields whose emptiness is an answer.
pub fn maybe_empty(element: El<'_, '_>, format: Format, place: Place<'_>) -> Text {
    let media_type = element.attribute("type").map(str::trim).filter(|t| !t.is_empty());
    let stated = stated(media_type, element.attribute("mode"));
    let naked = element.elements().next().is_some();
    let (value, markup) = match stated {
        Stated::Binary if !naked => binary(&element.text()),
        Stated::Xhtml => (write::inner(unwrapped(element, media_type)).trim().to_owned(), Markup::Xhtml),
        Stated::Html if naked => html_with_elements(element),
        _ if naked => (write::inner(element).trim().to_owned(), Markup::Xhtml),
        Stated::Plain => (element.text().into_owned(), Markup::Plain),
        // Atom says that a text without a type is plain, and RSS that it is HTML.
        Stated::Nothing if is_atom(element, format) => (element.text().into_owned(), Markup::Plain),
        _ => (element.text().into_owned(), Markup::Html),
    };
    Text {
        media_type: media_type_of(media_type, markup),
        value,
        markup,
        base: base_of(element, format, place),
        lang: element.lang(),
        src: element.attribute("src").and_then(|src| place.resolve(element, src)),
    }
}

/// RSS content stands on the entry's page, so only a stated base counts; Atom resolves against its document.
fn base_of(element: El<'_, '_>, format: Format, place: Place<'_>) -> Option<url::Url> {
    match format {
        Format::Atom | Format::Atom03 | Format::Atom10 => place.base(element),
        _ => element.stated_base(place.document),
    }
}

fn is_atom(element: El<'_, '_>, format: Format) -> bool {
    element.ns() == Ns::Atom || matches!(format, Format::Atom | Format::Atom03 | Format::Atom10)
}

fn stated(media_type: Option<&str>, mode: Option<&str>) -> Stated {
    let mode = mode.unwrap_or_default().trim().to_ascii_lowercase();
    if mode == "base64" {
        return Stated::Binary;
    }
    let Some(media_type) = media_type else {
        return if mode == "escaped" { Stated::Html } else { Stated::Nothing };
    };
    let media_type = media_type.to_ascii_lowercase();
    match media_type.split(';').next().unwrap_or_default().trim() {
        "text" | "text/plain" => Stated::Plain,
        "html" | "text/html" => Stated::Html,
        "xhtml" | "application/xhtml+xml" | "application/xml" | "text/xml" => Stated::Xhtml,
        t if t.ends_with("+xml") || t.ends_with("/xml") => Stated::Xhtml,
        t if t.starts_with("text/") || !t.contains('/') => Stated::Html,
        _ => Stated::Binary,
    }
}

fn media_type_of(stated: Option<&str>, markup: Markup) -> String {
    match stated {
        Some(whole) if whole.contains('/') => whole.to_owned(),
        _ => match markup {
            Markup::Plain => "text/plain".to_owned(),
            Markup::Html => "text/html".to_owned(),
            Markup::Xhtml => "application/xhtml+xml".to_owned(),
        },
    }
}

/// Atom 1.0 wraps XHTML in a `div` that is no part of it.
fn unwrapped<'a, 't>(element: El<'a, 't>, media_type: Option<&str>) -> El<'a, 't> {
    if !media_type.is_some_and(|t| t.eq_ignore_ascii_case("xhtml")) {
        return element;
    }
    let mut children =
        element.children().filter(|child| !matches!(child, Child::Text(t) if t.trim().is_empty()));
    match (children.next(), children.next()) {
        (Some(Child::Element(div)), None) if div.local().eq_ignore_ascii_case("div") => div,
        _ => element,
    }
}

/// Text that says it is escaped HTML and holds real elements too: where the elements only wrap it, the escaped HTML
/// is what was meant; else the elements are the markup.
fn html_with_elements(element: El<'_, '_>) -> (String, Markup) {
    let text = element.text();
    let only_wraps = element.inside().all(|child| match child {
        Child::Text(_) => true,
        Child::Element(e) => e.local().eq_ignore_ascii_case("div"),
    });
    if only_wraps && text.contains('<') {
        return (text.into_owned(), Markup::Html);
    }
    (write::inner(element).trim().to_owned(), Markup::Xhtml)
}

fn binary(text: &str) -> (String, Markup) {
    let packed: String = text.chars().filter(|c| !c.is_ascii_whitespace()).collect();
    match BASE64.decode(packed.as_bytes()).ok().and_then(|bytes| String::from_utf8(bytes).ok()) {
        Some(unpacked) => (unpacked.trim().to_owned(), Markup::Html),
        None => (text.to_owned(), Markup::Plain),
    }
}

/// A text of HTML with nothing stated around it.
pub fn html(value: String) -> Text {
    Text { value, media_type: "text/html".to_owned(), ..Text::default() }
}

/// A text without markup.
pub fn plain(value: String) -> Text {
    Text { value, markup: Markup::Plain, media_type: "text/plain".to_owned(), ..Text::default() }
}

/// The element's whole inside as markup (`xhtml:body`, `xhtml:div`).
pub fn inline(element: El<'_, '_>, format: Format, place: Place<'_>) -> Option<Text> {
    let naked = element.elements().next().is_some();
    let (value, markup) = if naked || element.ns() == Ns::Xhtml {
        (write::inner(element).trim().to_owned(), Markup::Xhtml)
    } else {
        (element.text().into_owned(), Markup::Html)
    };
    let base = base_of(element, format, place);
    (!value.is_empty()).then(|| Text {
        value,
        media_type: media_type_of(None, markup),
        markup,
        base,
        lang: element.lang(),
        src: None,
    })
}
