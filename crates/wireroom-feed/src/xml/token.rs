//! Tokens of XML in any state: quick-xml finds the edges, this layer goes on where it would stop.
//! A `<` that opens nothing is text; a tag that swallows another is cut short; what is never closed ends where a
//! reader would end it. Comments and processing instructions give no token.
//! The work spent on repairs is bounded by the length of the text, so that no input takes quadratic time.

use quick_xml::Reader;
use quick_xml::errors::{Error, SyntaxError};
use quick_xml::events::Event;

/// Bytes that repairs may scan in vain, as a multiple of the text's length (and a floor for short texts).
const WASTE_FACTOR: usize = 16;
const WASTE_FLOOR: usize = 1 << 20;

/// One token; slices are of the whole text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Token<'t> {
    /// Raw text with its references.
    Text(&'t str),
    /// Characters that are themselves.
    Literal(&'t str),
    /// What stands between `<` and `>` (without the slash of an empty element).
    Open {
        tag: &'t str,
        empty: bool,
    },
    Close(&'t str),
    /// What stands between `<!DOCTYPE` and `>`.
    Doctype(&'t str),
}

/// Start tags after which the reader is begun anew: it keeps the name of every element that nobody closed.
const READER_TAGS: usize = 4_096;

/// A tokeniser that always reaches the end.
pub struct Tokens<'t> {
    text: &'t str,
    /// Set to the rest of the text before each event.
    reader: Reader<&'t [u8]>,
    reader_tags: usize,
    at: usize,
    waste_left: usize,
    /// A token read while looking for the end of a text.
    kept: Option<Token<'t>>,
    ended: bool,
    pub warnings: Vec<String>,
}

/// A token, or a stretch of the text to join to the one before.
enum Step<'t> {
    Token(Token<'t>),
    Text { start: usize, end: usize },
    Nothing,
    End,
}

fn reader(text: &str) -> Reader<&[u8]> {
    let mut reader = Reader::from_str(text);
    let config = reader.config_mut();
    config.allow_unmatched_ends = true;
    config.check_end_names = false;
    reader
}

impl<'t> Tokens<'t> {
    /// Starts at the head of `text`, which has no byte order mark.
    pub fn new(text: &'t str) -> Self {
        Self {
            text,
            reader: reader(text),
            reader_tags: 0,
            at: 0,
            waste_left: text.len().saturating_mul(WASTE_FACTOR).saturating_add(WASTE_FLOOR),
            kept: None,
            ended: false,
            warnings: Vec::new(),
        }
    }

    /// The next token, or the end.
    pub fn next_token(&mut self) -> Option<Token<'t>> {
        if let Some(token) = self.kept.take() {
            return Some(token);
        }
        let mut stretch: Option<(usize, usize)> = None;
        while !self.ended {
            match self.step() {
                Step::Text { start, end } => {
                    stretch = Some((stretch.map_or(start, |(first, _)| first), end));
                }
                Step::Token(token) => match stretch {
                    None => return Some(token),
                    Some((start, end)) => {
                        self.kept = Some(token);
                        return Some(Token::Text(self.slice(start, end)));
                    }
                },
                // A comment parts two stretches of text.
                Step::Nothing => {
                    if let Some((start, end)) = stretch {
                        return Some(Token::Text(self.slice(start, end)));
                    }
                }
                Step::End => self.ended = true,
            }
        }
        stretch.map(|(start, end)| Token::Text(self.slice(start, end)))
    }

    fn slice(&self, start: usize, end: usize) -> &'t str {
        self.text.get(start..end).unwrap_or_default()
    }

    fn step(&mut self) -> Step<'t> {
        let start = self.at;
        let rest = self.text.get(start..).unwrap_or_default();
        if rest.is_empty() {
            return Step::End;
        }
        // Text needs no reader: it runs to the next `<`, whatever references stand in it.
        if !rest.starts_with('<') {
            self.at = start + memchr::memchr(b'<', rest.as_bytes()).unwrap_or(rest.len());
            return Step::Text { start, end: self.at };
        }
        if self.reader_tags >= READER_TAGS {
            (self.reader, self.reader_tags) = (reader(rest), 0);
        }
        *self.reader.get_mut() = rest.as_bytes();
        let before = self.reader.buffer_position();
        let event = self.reader.read_event();
        let length = usize::try_from(self.reader.buffer_position() - before).unwrap_or(usize::MAX);
        let end = start.saturating_add(length).min(self.text.len());
        // Always onwards, whatever the reader says.
        self.at = end.max(start + 1);
        let whole = self.slice(start, end);
        match event {
            Ok(Event::Eof) => Step::End,
            // Neither begins with `<`, so neither comes; taken as text all the same.
            Ok(Event::Text(_) | Event::GeneralRef(_)) => Step::Text { start, end },
            Ok(Event::CData(_)) => {
                let inside = whole.strip_prefix("<![CDATA[").and_then(|w| w.strip_suffix("]]>"));
                Step::Token(Token::Literal(inside.unwrap_or_default()))
            }
            Ok(Event::DocType(_)) => Step::Token(Token::Doctype(whole.get(2..).unwrap_or_default())),
            Ok(Event::Comment(_) | Event::PI(_) | Event::Decl(_)) => Step::Nothing,
            Ok(Event::Start(_)) => {
                self.reader_tags += 1;
                self.open(start, whole, false)
            }
            Ok(Event::Empty(_)) => self.open(start, whole, true),
            Ok(Event::End(_)) => self.close(start, whole),
            Err(error) => {
                // After an error a reader stands where nobody knows.
                (self.reader, self.reader_tags) = (reader(rest), 0);
                self.repair(start, &error)
            }
        }
    }

    fn open(&mut self, start: usize, whole: &'t str, empty: bool) -> Step<'t> {
        let tag = whole.strip_prefix('<').and_then(|w| w.strip_suffix('>')).unwrap_or_default();
        let tag = if empty { tag.strip_suffix('/').unwrap_or(tag) } else { tag };
        if !tag.starts_with(starts_name) || (tag.contains('<') && !is_tidy(tag)) {
            return self.broken_tag(start);
        }
        Step::Token(Token::Open { tag, empty })
    }

    fn close(&mut self, start: usize, whole: &'t str) -> Step<'t> {
        let name = whole.strip_prefix("</").and_then(|w| w.strip_suffix('>')).unwrap_or_default();
        match name.find('<') {
            None => Step::Token(Token::Close(name.trim())),
            // `</title <link>`: the tag ends where the next begins.
            Some(at) => {
                self.warn(start, "an end tag without its \">\"");
                self.spend(name.len());
                self.at = start + 2 + at;
                Step::Token(Token::Close(name.get(..at).unwrap_or_default().trim()))
            }
        }
    }

    /// A `<` at `start` whose tag is not one: cut it at the first `>` or `<`, or take the `<` as text.
    fn broken_tag(&mut self, start: usize) -> Step<'t> {
        let scanned = self.at.saturating_sub(start);
        let rest = self.text.get(start + 1..).unwrap_or_default();
        let head = rest.find('<').and_then(|at| rest.get(..at)).unwrap_or(rest);
        self.spend(scanned.saturating_sub(head.len()));
        if !head.starts_with(starts_name) {
            self.at = start + 1;
            return Step::Text { start, end: start + 1 };
        }
        self.warn(start, "a tag that is not closed");
        let (tag, next) = match head.find('>') {
            Some(at) => (head.get(..at).unwrap_or_default(), start + 1 + at + 1),
            None => (head, start + 1 + head.len()),
        };
        self.at = next;
        let (tag, empty) = tag.strip_suffix('/').map_or((tag, false), |tag| (tag, true));
        Step::Token(Token::Open { tag, empty })
    }

    fn repair(&mut self, start: usize, error: &Error) -> Step<'t> {
        let Error::Syntax(error) = error else {
            self.spend(self.at.saturating_sub(start));
            self.at = start + 1;
            return Step::Text { start, end: (start + 1).min(self.text.len()) };
        };
        self.spend(self.text.len().saturating_sub(start));
        let rest = self.text.get(start..).unwrap_or_default();
        match error {
            SyntaxError::InvalidBangMarkup => {
                self.at = start + 1;
                Step::Text { start, end: start + 1 }
            }
            SyntaxError::UnclosedComment => {
                self.warn(start, "a comment that is never closed; the rest was not read");
                Step::End
            }
            SyntaxError::UnclosedCData => {
                self.warn(start, "a CDATA section that is never closed");
                let from = start + "<![CDATA[".len();
                let inside = self.text.get(from..).unwrap_or_default();
                let length = inside.find("</").unwrap_or(inside.len());
                self.at = from + length;
                Step::Token(Token::Literal(inside.get(..length).unwrap_or_default()))
            }
            SyntaxError::UnclosedPI | SyntaxError::UnclosedXmlDecl | SyntaxError::UnclosedDoctype => {
                self.warn(start, "a declaration that is never closed");
                match rest.find('>') {
                    Some(at) => {
                        self.at = start + at + 1;
                        Step::Nothing
                    }
                    None => Step::End,
                }
            }
            SyntaxError::UnclosedTag
            | SyntaxError::UnclosedSingleQuotedAttributeValue
            | SyntaxError::UnclosedDoubleQuotedAttributeValue => {
                if rest.contains('>') {
                    return self.broken_tag(start);
                }
                self.warn(start, "the feed breaks off inside a tag");
                Step::End
            }
        }
    }

    fn spend(&mut self, bytes: usize) {
        match self.waste_left.checked_sub(bytes) {
            Some(left) => self.waste_left = left,
            None if !self.ended => {
                self.ended = true;
                self.warnings.push("the markup is too broken; the rest was not read".to_owned());
            }
            None => {}
        }
    }

    fn warn(&mut self, at: usize, what: &str) {
        if self.warnings.len() < crate::read::WARNING_LIMIT {
            self.warnings.push(format!("byte {at}: {what}"));
        }
    }
}

/// What a tag's name may begin with.
fn starts_name(c: char) -> bool {
    c.is_alphabetic() || c == '_' || c == ':'
}

/// A tag that holds `<` is whole if each `<` stands inside a value's quotes and values follow each other properly.
fn is_tidy(tag: &str) -> bool {
    let name_length = tag.find(|c: char| c.is_ascii_whitespace()).unwrap_or(tag.len());
    let name_is_clean = !tag.get(..name_length).unwrap_or_default().contains('<');
    name_is_clean
        && quick_xml::events::attributes::Attributes::html(tag, name_length)
            .with_checks(false)
            .all(|attribute| attribute.is_ok_and(|a| !a.key.0.contains(['<', '>', '"', '\''])))
}

impl std::fmt::Debug for Tokens<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Tokens").field("at", &self.at).field("ended", &self.ended).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(text: &str) -> Vec<Token<'_>> {
        let mut tokens = Tokens::new(text);
        let mut out = Vec::new();
        while let Some(token) = tokens.next_token() {
            out.push(token);
        }
        out
    }

    const fn open(tag: &str) -> Token<'_> {
        Token::Open { tag, empty: false }
    }

    #[test]
    fn sound_xml_is_read_as_it_stands() {
        assert_eq!(
            all(
                "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b 'c'>]><a x='1'>b &amp; c<!-- d --><e/><![CDATA[<f>]]></a>"
            ),
            [
                Token::Doctype("DOCTYPE a [<!ENTITY b 'c'>]>"),
                open("a x='1'"),
                Token::Text("b &amp; c"),
                Token::Open { tag: "e", empty: true },
                Token::Literal("<f>"),
                Token::Close("a"),
            ]
        );
    }

    #[test]
    fn a_less_than_sign_that_opens_nothing_is_text() {
        assert_eq!(all("<a>1 < 2 & 3 <4</a>"), [open("a"), Token::Text("1 < 2 & 3 <4"), Token::Close("a")]);
    }

    #[test]
    fn a_tag_that_swallows_the_next_is_cut_short() {
        assert_eq!(
            all("<a title=\"x\" y\">b</a><c z=\"1\">"),
            [open("a title=\"x\" y\""), Token::Text("b"), Token::Close("a"), open("c z=\"1\"")]
        );
        assert_eq!(all("<a <b>c</b"), [open("a "), open("b"), Token::Text("c")]);
        assert_eq!(all("<a t='1 < 2'>"), [open("a t='1 < 2'")]);
    }

    #[test]
    fn what_is_never_closed_ends_where_a_reader_would_end_it() {
        assert_eq!(all("<a><![CDATA[b</a>"), [open("a"), Token::Literal("b"), Token::Close("a")]);
        assert_eq!(all("<a>b<!-- c</a>"), [open("a"), Token::Text("b")]);
    }
}
