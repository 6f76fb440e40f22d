//! Limits held before a tree is built, in one pass over the source: size, nesting, attributes, elements.
//! Scripts, styles and comments fall out here too, and structured data is set aside as it passes.
//! It refuses to judge content. Tags over a limit are dropped, their text stays. Start at [`capped`].

/// Longest page that is read; what follows is cut off.
pub const MAX_BYTES: usize = 32 * 1024 * 1024;
/// Deepest nesting that reaches the tree. The deepest real page met had 91 levels.
pub const MAX_DEPTH: usize = 256;
/// Elements that reach the tree of any page, and the bytes of page for each one more: a node takes a few hundred
/// bytes, and memory is to stay a small multiple of the page. The densest large page met had 36 bytes for each.
pub const MIN_ELEMENTS: usize = 40_000;
pub const ELEMENT_BYTES: usize = 26;
/// Attributes that take as much room as an element.
pub const ATTRIBUTES_OF_AN_ELEMENT: usize = 8;
/// Most formatting elements (`b`, `i`, `font`..) left open at once: a parser reopens each in every paragraph.
pub const MAX_FORMATTING: usize = 48;
/// Most attributes of one tag; a tag with more keeps none.
pub const MAX_ATTRIBUTES: usize = 160;
/// Longest tag; a longer one keeps no attributes.
pub const MAX_TAG_BYTES: usize = 64 * 1024;
/// Most structured-data blocks of one page, and the most bytes they may hold together.
pub const MAX_DATA_BLOCKS: usize = 64;
pub const MAX_DATA_BYTES: usize = 4 * 1024 * 1024;

/// A page fit for the tree builder, and the structured data that stood in it.
#[derive(Debug, Default)]
pub struct Capped {
    pub html: String,
    /// The text of each `application/ld+json` script.
    pub data: Vec<String>,
}

#[derive(Default)]
struct Pass {
    out: Capped,
    open: Vec<u64>,
    formatting: usize,
    elements: usize,
    most_elements: usize,
    data_bytes: usize,
    /// No end tag follows any more, so the search for one is not made again.
    no_svg_end: bool,
}

/// Applies every limit of this module.
pub fn capped(html: &str) -> Capped {
    let mut end = html.len().min(MAX_BYTES);
    while !html.is_char_boundary(end) {
        end -= 1;
    }
    let mut rest = html.get(..end).unwrap_or(html);
    let mut pass = Pass { most_elements: most_elements(end), ..Pass::default() };
    pass.out.html.reserve(rest.len() / 2);
    while let Some((text, tag)) = rest.find('<').and_then(|at| rest.split_at_checked(at)) {
        pass.out.html.push_str(text);
        rest = pass.step(tag);
    }
    pass.out.html.push_str(rest);
    pass.out
}

/// Most elements that reach the tree of a page of so many bytes.
pub const fn most_elements(bytes: usize) -> usize {
    MIN_ELEMENTS + bytes / ELEMENT_BYTES
}

impl Pass {
    /// Takes one tag, comment or stray bracket off the front; gives what follows.
    fn step<'h>(&mut self, rest: &'h str) -> &'h str {
        if let Some(comment) = rest.strip_prefix("<!--") {
            if let Some(after) = comment.strip_prefix('>').or_else(|| comment.strip_prefix("->")) {
                return after;
            }
            return comment.split_once("-->").map_or("", |(_, after)| after);
        }
        let bytes = rest.as_bytes();
        match bytes.get(1) {
            Some(b'!' | b'?') => return self.copy_to_bracket(rest),
            Some(b'/') if bytes.get(2).is_some_and(u8::is_ascii_alphabetic) => return self.end_tag(rest),
            Some(c) if c.is_ascii_alphabetic() => return self.start_tag(rest),
            _ => {}
        }
        self.out.html.push_str("&lt;");
        rest.strip_prefix('<').unwrap_or("")
    }

    fn copy_to_bracket<'h>(&mut self, rest: &'h str) -> &'h str {
        let end = rest.find('>').map_or(rest.len(), |at| at + 1);
        let (tag, after) = rest.split_at_checked(end).unwrap_or((rest, ""));
        if tag.get(..9).is_some_and(|t| t.eq_ignore_ascii_case("<!doctype")) {
            self.out.html.push_str(tag);
        }
        after
    }

    fn end_tag<'h>(&mut self, rest: &'h str) -> &'h str {
        let end = rest.find('>').map_or(rest.len(), |at| at + 1);
        let (tag, after) = rest.split_at_checked(end).unwrap_or((rest, ""));
        let name = name_of(tag.get(2..).unwrap_or(""));
        if is_formatting(name) {
            self.formatting = self.formatting.saturating_sub(1);
        }
        if is_counted(name) {
            let key = key_of(name);
            // An end tag without its start changes nothing and is not worth the parser's search.
            let Some(at) = self.open.iter().rposition(|k| *k == key) else { return after };
            self.open.truncate(at);
        } else if self.elements >= self.most_elements {
            return after;
        } else if name.eq_ignore_ascii_case("p") || name.eq_ignore_ascii_case("br") {
            // Without a start these make an element.
            self.elements += 1;
        }
        self.out.html.push_str("</");
        self.out.html.push_str(name);
        self.out.html.push('>');
        after
    }

    fn start_tag<'h>(&mut self, rest: &'h str) -> &'h str {
        let name = name_of(rest.get(1..).unwrap_or(""));
        let (end, attributes) = tag_end(rest, 1 + name.len());
        let (tag, after) = rest.split_at_checked(end).unwrap_or((rest, ""));
        let closed = tag.ends_with("/>");
        let lower = if name.len() <= 12 { name.to_ascii_lowercase() } else { String::new() };
        match lower.as_str() {
            "script" => {
                let (content, after) = raw(after, "</script");
                if tag.to_ascii_lowercase().contains("ld+json") {
                    self.keep_data(content);
                } else if tag.contains("data-telegram-post") {
                    self.frame(tag, name, attributes);
                }
                return after;
            }
            "iframe" => {
                self.frame(tag, name, attributes);
                return raw(after, "</iframe").1;
            }
            "style" | "noscript" | "noembed" | "noframes" | "xmp" => {
                return raw(after, &format!("</{lower}")).1;
            }
            "plaintext" | "frameset" | "frame" => return after,
            "svg" if closed => return after,
            "svg" if !self.no_svg_end => {
                let (content, behind) = raw(after, "</svg");
                if !behind.is_empty() || content.is_empty() {
                    return behind;
                }
                self.no_svg_end = true;
            }
            "textarea" | "title" => return self.raw_text(tag, name, after),
            _ => {}
        }
        if self.admits(name) {
            if attributes > MAX_ATTRIBUTES || tag.len() > MAX_TAG_BYTES {
                self.out.html.push('<');
                self.out.html.push_str(name);
                self.out.html.push('>');
            } else {
                self.elements += attributes / ATTRIBUTES_OF_AN_ELEMENT;
                self.out.html.push_str(tag);
            }
        }
        after
    }

    /// A frame's address says which post or film stands there; what it holds is for browsers without frames.
    fn frame(&mut self, tag: &str, name: &str, attributes: usize) {
        let fits = attributes <= MAX_ATTRIBUTES && tag.len() <= MAX_TAG_BYTES && tag.ends_with('>');
        if fits && self.elements < self.most_elements {
            self.elements += 1;
            self.out.html.push_str("<iframe");
            self.out.html.push_str(tag.get(1 + name.len()..).unwrap_or(">"));
            self.out.html.push_str("</iframe>");
        }
    }

    fn raw_text<'h>(&mut self, tag: &str, name: &str, after: &'h str) -> &'h str {
        let (content, behind) = raw(after, &format!("</{}", name.to_ascii_lowercase()));
        if name.eq_ignore_ascii_case("title") && tag.len() < MAX_TAG_BYTES {
            self.out.html.push_str("<title>");
            self.out.html.push_str(&content.replace('<', "&lt;"));
            self.out.html.push_str("</title>");
        }
        behind
    }

    fn keep_data(&mut self, content: &str) {
        let total = self.data_bytes + content.len();
        if self.out.data.len() < MAX_DATA_BLOCKS && total <= MAX_DATA_BYTES {
            self.data_bytes = total;
            self.out.data.push(content.to_owned());
        }
    }

    /// Whether one more element of this name fits, and counts it.
    fn admits(&mut self, name: &str) -> bool {
        if self.elements >= self.most_elements {
            return false;
        }
        if is_formatting(name) {
            if self.formatting >= MAX_FORMATTING {
                return false;
            }
            self.formatting += 1;
        } else {
            // The parser opens those that are open once more in each paragraph that follows.
            self.elements += self.formatting;
        }
        if is_counted(name) {
            if self.open.len() >= MAX_DEPTH {
                return false;
            }
            self.open.push(key_of(name));
        }
        self.elements += 1;
        true
    }
}

/// The content up to an end tag, and what follows that tag.
fn raw<'h>(rest: &'h str, end: &str) -> (&'h str, &'h str) {
    let mut from = 0;
    while let Some(at) = rest.get(from..).and_then(|r| r.find("</")).map(|at| at + from) {
        if rest.get(at..at + end.len()).is_some_and(|t| t.eq_ignore_ascii_case(end)) {
            let (content, tail) = rest.split_at_checked(at).unwrap_or((rest, ""));
            return (content, tail.split_once('>').map_or("", |(_, after)| after));
        }
        from = at + 2;
    }
    (rest, "")
}

fn name_of(rest: &str) -> &str {
    let end = rest.find(|c: char| c.is_ascii_whitespace() || c == '/' || c == '>').unwrap_or(rest.len());
    rest.get(..end.min(64)).unwrap_or("x")
}

fn key_of(name: &str) -> u64 {
    if name.bytes().any(|b| b.is_ascii_uppercase()) {
        wireroom_text::hash::word_v1(&name.to_ascii_lowercase())
    } else {
        wireroom_text::hash::word_v1(name)
    }
}

/// One past the closing bracket, and about how many attributes stand before it.
fn tag_end(tag: &str, from: usize) -> (usize, usize) {
    let (mut quote, mut after_equals, mut gap, mut attributes) = (0_u8, false, false, 0);
    for (at, &byte) in tag.as_bytes().iter().enumerate().skip(from) {
        if quote != 0 {
            if byte == quote {
                quote = 0;
            }
            continue;
        }
        match byte {
            b'>' => return (at + 1, attributes),
            b'"' | b'\'' if after_equals => quote = byte,
            b'=' => after_equals = true,
            b if b.is_ascii_whitespace() || b == b'/' => {
                gap = true;
                continue;
            }
            _ => after_equals = false,
        }
        if gap {
            attributes += 1;
            gap = false;
        }
    }
    (tag.len(), attributes)
}

/// Elements that stay open until they are closed. The others are void, or end where the next of their kind begins.
fn is_counted(name: &str) -> bool {
    const NOT: &[&str] = &[
        "area", "base", "body", "br", "col", "dd", "dt", "embed", "head", "hr", "html", "img", "input", "li",
        "link", "meta", "option", "p", "param", "rb", "rp", "rt", "source", "tbody", "td", "tfoot", "th",
        "thead", "tr", "track", "wbr", "a",
    ];
    !NOT.iter().any(|n| n.eq_ignore_ascii_case(name))
}

fn is_formatting(name: &str) -> bool {
    const ARE: &[&str] =
        &["b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"];
    ARE.iter().any(|n| n.eq_ignore_ascii_case(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scripts_and_comments_fall_out_and_data_is_set_aside() {
        let page =
            "<p>a<script>x='<p>'</script><!-- <b> -->b<SCRIPT type='application/ld+json'>{}</SCRIPT></p>";
        let capped = capped(page);
        assert_eq!(capped.html, "<p>ab</p>");
        assert_eq!(capped.data, ["{}"]);
    }

    #[test]
    fn nesting_over_the_limit_keeps_its_text() {
        let page = format!("{}deep{}", "<div>".repeat(5_000), "</div>".repeat(5_000));
        let capped = capped(&page);
        assert!(capped.html.contains("deep"));
        assert_eq!(capped.html.matches("<div>").count(), MAX_DEPTH);
    }

    #[test]
    fn a_tag_with_too_many_attributes_keeps_none() {
        let many: String = (0..1_000).map(|n| format!(" a{n}=1")).collect();
        assert_eq!(capped(&format!("<p{many}>x")).html, "<p>x");
    }

    #[test]
    fn a_bracket_in_an_attribute_ends_no_tag_and_a_stray_one_is_text() {
        assert_eq!(capped("<a title=\"a > b\">x</a> 1 < 2").html, "<a title=\"a > b\">x</a> 1 &lt; 2");
    }
}
