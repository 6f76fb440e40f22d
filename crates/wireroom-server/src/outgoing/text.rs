//! Text for feeds: what XML forbids is left out, marks are escaped, and elements are closed as they were opened.

use quick_xml::escape::escape;

/// Stands for the house's address in HTML of our own making; no text can hold it, for [`clean`] takes it out.
pub const HOME: &str = "\u{fdd0}";

/// Text without the characters that XML 1.0 forbids or warns of; lines end as Unix ends them.
pub fn clean(text: &str) -> String {
    let allowed = |c: &char| match c {
        '\t' | '\n' => true,
        '\u{fdd0}'..='\u{fdef}' => false,
        c => !c.is_control() && u32::from(*c) & 0xfffe != 0xfffe,
    };
    text.replace("\r\n", "\n").replace('\r', "\n").chars().filter(allowed).collect()
}

/// Text in one line: a title, a name.
pub fn line(text: &str) -> String {
    clean(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Text for HTML of our own making.
pub fn html(text: &str) -> String {
    escape(clean(text)).into_owned()
}

/// Elements written one after another.
#[derive(Debug)]
pub struct Xml {
    text: String,
    open: Vec<&'static str>,
}

impl Xml {
    pub fn new() -> Self {
        Self { text: "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n".to_owned(), open: Vec::new() }
    }

    fn begin(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.text.push('<');
        self.text.push_str(name);
        for (key, value) in attributes {
            self.text.push_str(&format!(" {key}=\"{}\"", escape(line(value))));
        }
    }

    /// Opens an element that holds others.
    pub fn open(&mut self, name: &'static str, attributes: &[(&str, &str)]) {
        self.begin(name, attributes);
        self.text.push_str(">\n");
        self.open.push(name);
    }

    /// Closes the last that is open.
    pub fn close(&mut self) {
        if let Some(name) = self.open.pop() {
            self.text.push_str(&format!("</{name}>\n"));
        }
    }

    /// An element that holds text.
    pub fn leaf(&mut self, name: &str, attributes: &[(&str, &str)], text: &str) {
        self.begin(name, attributes);
        self.text.push_str(&format!(">{}</{name}>\n", escape(clean(text))));
    }

    /// The same as the RSS Advisory Board would have a title written, which some readers take for HTML.
    pub fn plain_leaf(&mut self, name: &str, text: &str) {
        let text = escape(line(text)).replace("&amp;", "&#x26;").replace("&lt;", "&#x3C;");
        self.text.push_str(&format!("<{name}>{text}</{name}>\n"));
    }

    /// An element that holds nothing.
    pub fn bare(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.begin(name, attributes);
        self.text.push_str("/>\n");
    }

    /// The whole, with all that is open closed.
    pub fn end(mut self) -> String {
        while !self.open.is_empty() {
            self.close();
        }
        self.text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_xml_forbids_is_left_out_and_marks_of_direction_stay() {
        assert_eq!(
            clean("a\u{0}\u{1}\u{b}\u{7f}\u{85}b\u{fffe}\u{1ffff}\u{fdd0}c\r\nd\re\tf"),
            "abc\nd\ne\tf"
        );
        assert_eq!(clean("\u{200f}עברית\u{202e}"), "\u{200f}עברית\u{202e}");
        assert_eq!(line("  one\n\ttwo\u{0}  "), "one two");
    }

    #[test]
    fn no_text_ends_what_holds_it() {
        let mut xml = Xml::new();
        xml.open("a", &[("b", "\"><x>")]);
        xml.leaf("c", &[], "]]></c><x>&amp;");
        xml.plain_leaf("d", "A & <b>");
        let text = xml.end();
        assert!(text.contains("<a b=\"&quot;&gt;&lt;x&gt;\">") && text.ends_with("</a>\n"), "{text}");
        assert!(text.contains("<c>]]&gt;&lt;/c&gt;&lt;x&gt;&amp;amp;</c>"), "{text}");
        assert!(text.contains("<d>A &#x26; &#x3C;b&gt;</d>"), "{text}");
    }
}
