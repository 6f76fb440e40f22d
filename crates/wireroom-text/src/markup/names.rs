//! Which HTML elements are what. Tables only.

/// Elements whose inside no reader of an article sees.
pub struct Hidden;

impl Hidden {
    pub fn is(name: &str) -> bool {
        matches!(
            name,
            "script"
                | "style"
                | "title"
                | "template"
                | "noscript"
                | "iframe"
                | "noembed"
                | "noframes"
                | "object"
                | "svg"
                | "math"
                | "textarea"
                | "select"
                | "button"
                | "canvas"
                | "audio"
                | "video"
                | "dialog"
                | "datalist"
        )
    }

    /// Closed by "/>" as in XML: so drawings are in HTML too, and so feeds write players and frames. A browser would
    /// take the rest of the article for the inside of the frame.
    pub fn may_be_empty(name: &str) -> bool {
        matches!(name, "svg" | "math" | "iframe" | "object" | "video" | "audio" | "canvas")
    }

    /// A forgotten end tag must not hide the rest of an article: these starts end a hidden element, as in a browser.
    pub fn ends_at(open: &str, start: &str) -> bool {
        matches!(open, "svg" | "math" | "select" | "button" | "canvas" | "audio" | "video" | "object")
            && matches!(
                start,
                "p" | "h1"
                    | "h2"
                    | "h3"
                    | "h4"
                    | "blockquote"
                    | "article"
                    | "section"
                    | "table"
                    | "ul"
                    | "ol"
            )
    }
}

/// The element that stands for `name` in sanitised HTML; `None`: unwrap it.
pub fn kept(name: &str) -> Option<&'static str> {
    if let Some(same) = KEPT.iter().find(|&&kept| kept == name) {
        return Some(same);
    }
    Some(match name {
        "article" | "section" | "main" | "header" | "footer" | "aside" | "nav" | "center" | "hgroup"
        | "address" | "fieldset" => "div",
        "strike" => "s",
        "tt" => "code",
        "acronym" => "abbr",
        "listing" | "plaintext" => "pre",
        "image" => "img",
        _ => return None,
    })
}

pub const KEPT: [&str; 56] = [
    "a",
    "abbr",
    "b",
    "bdi",
    "bdo",
    "blockquote",
    "br",
    "caption",
    "cite",
    "code",
    "dd",
    "del",
    "details",
    "dfn",
    "div",
    "dl",
    "dt",
    "em",
    "figcaption",
    "figure",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "i",
    "img",
    "ins",
    "kbd",
    "li",
    "mark",
    "ol",
    "p",
    "pre",
    "q",
    "rp",
    "rt",
    "ruby",
    "s",
    "samp",
    "small",
    "strong",
    "sub",
    "summary",
    "sup",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "time",
    "tr",
    "ul",
    "var",
];

/// Elements without an inside.
pub fn is_void(name: &str) -> bool {
    matches!(
        name,
        "area"
            | "base"
            | "br"
            | "col"
            | "embed"
            | "hr"
            | "image"
            | "img"
            | "input"
            | "link"
            | "meta"
            | "param"
            | "source"
            | "track"
            | "wbr"
    )
}

/// Elements that begin on a new line and end one.
pub fn is_block(name: &str) -> bool {
    matches!(
        name,
        "address"
            | "article"
            | "aside"
            | "blockquote"
            | "body"
            | "caption"
            | "center"
            | "dd"
            | "details"
            | "dir"
            | "div"
            | "dl"
            | "dt"
            | "fieldset"
            | "figcaption"
            | "figure"
            | "footer"
            | "form"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "header"
            | "hgroup"
            | "hr"
            | "html"
            | "legend"
            | "li"
            | "listing"
            | "main"
            | "menu"
            | "nav"
            | "ol"
            | "optgroup"
            | "option"
            | "p"
            | "plaintext"
            | "pre"
            | "search"
            | "section"
            | "summary"
            | "table"
            | "tbody"
            | "tfoot"
            | "thead"
            | "tr"
            | "ul"
            | "xmp"
    )
}

/// Every other name that is an element of HTML, so that "<Untitled>" in a title is known to be words.
pub fn is_inline(name: &str) -> bool {
    is_void(name)
        || Hidden::is(name)
        || matches!(
            name,
            "a" | "abbr"
                | "acronym"
                | "b"
                | "bdi"
                | "bdo"
                | "big"
                | "blink"
                | "cite"
                | "code"
                | "data"
                | "del"
                | "dfn"
                | "em"
                | "font"
                | "i"
                | "ins"
                | "kbd"
                | "label"
                | "map"
                | "mark"
                | "marquee"
                | "nobr"
                | "q"
                | "rb"
                | "rp"
                | "rt"
                | "rtc"
                | "ruby"
                | "s"
                | "samp"
                | "small"
                | "span"
                | "strike"
                | "strong"
                | "sub"
                | "sup"
                | "td"
                | "th"
                | "time"
                | "tt"
                | "u"
                | "var"
        )
}
