//! HTML from a grammar of what attackers and careless editors write; what the sanitiser lets through is read again as
//! a browser would. Start at [`holds`]; [`soup`] also fills the feeds of the feed target.

use crate::browser::active;
use crate::choices::{Choices, INPUT_LIMIT, bytes, mutated};
use crate::run::Verdict;
use url::Url;
use wireroom_text::markup;

/// Bytes that come out for one that goes in, beside what addresses resolve to. The longest is a bare picture:
/// `<img src=a>` grows by three attributes that make it load late and tell nobody.
const GROWTH: usize = 16;
/// Elements open at once in what comes out, and a little more for what a browser adds by itself (html, body, tbody).
const DEPTH: usize = markup::MAX_DEPTH + 8;

const NAMES: [&str; 78] = [
    "p",
    "a",
    "b",
    "i",
    "em",
    "div",
    "span",
    "img",
    "ul",
    "ol",
    "li",
    "table",
    "tr",
    "td",
    "th",
    "tbody",
    "thead",
    "tfoot",
    "caption",
    "col",
    "colgroup",
    "h1",
    "h3",
    "blockquote",
    "pre",
    "code",
    "br",
    "hr",
    "figure",
    "figcaption",
    "q",
    "time",
    "ins",
    "del",
    "ruby",
    "rt",
    "rp",
    "details",
    "summary",
    "dl",
    "dt",
    "dd",
    "script",
    "style",
    "svg",
    "math",
    "mi",
    "mglyph",
    "mtext",
    "annotation-xml",
    "foreignObject",
    "desc",
    "title",
    "template",
    "noscript",
    "noembed",
    "noframes",
    "iframe",
    "object",
    "embed",
    "form",
    "input",
    "button",
    "select",
    "option",
    "textarea",
    "xmp",
    "plaintext",
    "listing",
    "frameset",
    "body",
    "html",
    "head",
    "base",
    "meta",
    "link",
    "font",
    "nobr",
];
const ATTRIBUTES: [&str; 38] = [
    "href",
    "src",
    "HREF",
    "cite",
    "onerror",
    "onclick",
    "style",
    "title",
    "alt",
    "width",
    "height",
    "xlink:href",
    "srcset",
    "data-src",
    "data-lazy-src",
    "poster",
    "action",
    "formaction",
    "srcdoc",
    "id",
    "name",
    "class",
    "lang",
    "dir",
    "datetime",
    "colspan",
    "rowspan",
    "start",
    "open",
    "rel",
    "target",
    "background",
    "xmlns",
    "encoding",
    "color",
    "loading",
    "is",
    "slot",
];
const VALUES: [&str; 50] = [
    "a",
    "/a",
    "../a?b=c&d=e",
    "https://a.example/x",
    "//a.example/y",
    "http://a.example/\u{0}",
    "javascript:alert(1)",
    " java\tscript:alert(1)",
    "&#106;avascript:x",
    "jav&#x0A;ascript:x",
    "JaVaScRiPt&colon;x",
    "data:text/html,<script>x</script>",
    "data:image/png;base64,AAAA",
    "vbscript:x",
    "mailto:a@b.example",
    "mailto:a@b.example?subject=<b>",
    "tel:1",
    "#",
    "",
    " ",
    "1",
    "0",
    "640",
    "99999999999",
    "text/html",
    "x\" onerror=\"y",
    "x' onerror='y",
    "x` onerror=`y",
    "</style><img src=x>",
    "--><script>x</script>",
    "]]>",
    "<svg onload=x>",
    "&lt;script&gt;",
    "&quot;&gt;",
    "display:none",
    "http://a.example/?u=1 2x, b 3x",
    "https://a.example/pixel.gif?x=1",
    "\\\\a.example\\b",
    "http:\\\\a.example",
    "https:a",
    "https:////a.example",
    "http://[::1",
    "feed:x",
    "blob:x",
    "filesystem:x",
    "file:///etc/x",
    "about:blank",
    "\u{1}javascript:x",
    "http://a.example/%zz",
    "ltr",
];
const TEXTS: [&str; 34] = [
    "Harbour",
    " ",
    "\n",
    "a < b",
    "&amp;",
    "&lt;b&gt;",
    "&#60;script&#62;",
    "&nbsp",
    "&notin;",
    "&#0;",
    "&#xD800;",
    "\u{0}",
    "<!-- x -->",
    "<!-->",
    "<!--->",
    "--!>",
    "<![CDATA[",
    "]]>",
    "<?xml x?>",
    "<!doctype html>",
    "</",
    "<",
    "<a",
    "</p",
    "<p/>",
    "/>",
    "\u{feff}",
    "\u{202e}",
    "\r\n",
    "<\u{0}script>",
    "<scr<script>ipt>",
    "<svg><style>",
    "</title><img src=a onerror=b>",
    "&lt;img src=a&gt;",
];

/// Markup without sense, balanced or not.
pub fn soup(choices: &mut Choices<'_>) -> String {
    let mut out = String::new();
    let mut open: Vec<&str> = Vec::new();
    while !choices.spent() && out.len() < INPUT_LIMIT {
        match choices.below(16) {
            0..=6 => {
                let name = choices.pick(&NAMES);
                start(name, &mut out, choices);
                open.push(name);
            }
            7..=9 => {
                let name = match choices.below(4) {
                    0 => choices.pick(&NAMES),
                    _ => open.pop().unwrap_or("p"),
                };
                out.push_str(&format!("</{name}>"));
            }
            10 => {
                let name = choices.pick(&NAMES);
                let most = (INPUT_LIMIT - out.len().min(INPUT_LIMIT)) / 16;
                let times = 1 + choices.below(most.clamp(1, 1_500));
                let mut tag = String::new();
                start(name, &mut tag, choices);
                tag.truncate(if tag.len() > 40 { 0 } else { tag.len() });
                out.push_str(&tag.repeat(times));
            }
            _ => out.push_str(choices.pick(&TEXTS)),
        }
        if choices.once_in(24) {
            break;
        }
    }
    out
}

fn start(name: &str, out: &mut String, choices: &mut Choices<'_>) {
    let upper = name.to_ascii_uppercase();
    out.push('<');
    out.push_str(if choices.once_in(8) { &upper } else { name });
    while choices.once_in(2) {
        let quote = choices.pick(&["\"", "'", "", "`"]);
        let gap = choices.pick(&[" ", "\n", "/", "\u{c}", ""]);
        let name = choices.pick(&ATTRIBUTES);
        let value = choices.pick(&VALUES);
        match choices.below(10) {
            0 => out.push_str(&format!("{gap}{name}")),
            1 => out.push_str(&format!("{gap}{name}={quote}{value}")),
            _ => out.push_str(&format!("{gap}{name}={quote}{value}{quote}")),
        }
    }
    out.push_str(choices.pick(&[">", ">", ">", ">", "/>", " >", "", ">>"]));
}

pub fn input(choices: &mut Choices<'_>) -> Vec<u8> {
    let mut html = soup(choices);
    if choices.once_in(3) {
        let other = soup(choices);
        html = mutated(&html, &[&other, "<p>Harbour <b>news</b></p>"], &TEXTS, choices);
    }
    bytes(&html, choices)
}

pub fn holds(bytes: &[u8]) -> Verdict {
    let html = String::from_utf8_lossy(bytes);
    let base = Url::parse("https://harbour.example/news/").unwrap();
    for base in [None, Some(&base)] {
        let safe = markup::sanitise(&html, base);
        harmless(&safe)?;
        let again = markup::sanitise(&safe, base);
        if again != safe {
            return Err(format!("sanitised once\n{safe}\nsanitised twice\n{again}"));
        }
        let resolved = base.map_or(0, |base| base.as_str().len()) * html.matches('<').count() * 2;
        if safe.len() > html.len() * GROWTH + resolved {
            return Err(format!("{} bytes became {}", html.len(), safe.len()));
        }
    }
    let line = markup::line(&html);
    if line.contains(['\n', '\r']) {
        return Err(format!("a line that is more than one: {line:?}"));
    }
    let plain = markup::plain(&html);
    if plain.len() > html.len() * GROWTH {
        return Err(format!("{} bytes became {} of text", html.len(), plain.len()));
    }
    Ok(())
}

/// Nothing that a browser would act on, and nothing deep.
pub fn harmless(safe: &str) -> Verdict {
    let found = active(safe);
    if !found.is_empty() {
        return Err(format!("a browser finds {found:?} in\n{safe}"));
    }
    let mut depth = 0_usize;
    let mut deepest = 0;
    for tag in safe.split('<').skip(1) {
        let closed = tag.split('>').next().is_some_and(|tag| tag.ends_with('/'));
        let void = closed || ["img", "br", "hr"].iter().any(|name| tag.starts_with(name));
        match (tag.starts_with('/'), void) {
            (true, _) => depth = depth.saturating_sub(1),
            (false, false) => depth += 1,
            (false, true) => {}
        }
        deepest = deepest.max(depth);
    }
    if deepest > DEPTH { Err(format!("{deepest} elements stand open in\n{safe}")) } else { Ok(()) }
}
