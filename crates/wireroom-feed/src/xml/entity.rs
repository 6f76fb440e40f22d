//! References in text: XML's five, numbers, HTML's names, and what the document's own DTD declares inside itself.
//! External entities are never read. Expansion has a depth and a budget, so that a few lines cannot grow to gigabytes.
//! What is no reference stays as it was written.

use std::borrow::Cow;
use std::cell::Cell;
use std::collections::BTreeMap;

/// A name longer than this is no entity.
const NAME_LIMIT: usize = 64;
/// Entities that one DTD may declare. The HTML sets that feeds copy in hold 253.
const DECLARATION_LIMIT: usize = 2_000;
/// Bytes that declared entities may grow to in one document.
pub const EXPANSION_LIMIT: usize = 1 << 20;
/// Entities inside entities.
const DEPTH_LIMIT: u8 = 8;

/// What a document's DTD declares.
#[derive(Debug, Default)]
pub struct Entities {
    declared: BTreeMap<String, String>,
    spent: Cell<usize>,
}

impl Entities {
    /// Reads the internal subset of a document type declaration.
    pub fn declare(&mut self, doctype: &str) {
        for declaration in doctype.split("<!ENTITY").skip(1) {
            if self.declared.len() >= DECLARATION_LIMIT {
                return;
            }
            if let Some((name, value)) = declaration_of(declaration) {
                // The first declaration binds, as XML says.
                let value = numbers_only(value).into_owned();
                self.declared.entry(name.to_owned()).or_insert(value);
            }
        }
    }

    /// True where expansions were left out because they grew too far.
    pub fn exhausted(&self) -> bool {
        self.spent.get() > EXPANSION_LIMIT
    }

    /// Resolves every reference of a raw text.
    pub fn resolve<'t>(&self, raw: &'t str) -> Cow<'t, str> {
        self.resolve_at(raw, 0)
    }

    fn resolve_at<'t>(&self, raw: &'t str, depth: u8) -> Cow<'t, str> {
        rewrite(raw, |name, out| {
            if let Some(c) = number(name) {
                out.push(c);
                return true;
            }
            match name {
                "lt" => out.push('<'),
                "gt" => out.push('>'),
                "amp" => out.push('&'),
                "quot" => out.push('"'),
                "apos" => out.push('\''),
                _ => return self.named(name, depth, out),
            }
            true
        })
    }

    fn named(&self, name: &str, depth: u8, out: &mut String) -> bool {
        if let Some(value) = self.declared.get(name) {
            let spent = self.spent.get().saturating_add(value.len());
            self.spent.set(spent);
            if spent <= EXPANSION_LIMIT && depth < DEPTH_LIMIT {
                out.push_str(&self.resolve_at(value, depth + 1));
            }
            return true;
        }
        match quick_xml::escape::resolve_html5_entity(name) {
            Some(value) => {
                out.push_str(value);
                true
            }
            None => false,
        }
    }
}

/// Copies `raw`, giving each `&name;` to `write`, which says whether it knew it.
fn rewrite<'t>(raw: &'t str, mut write: impl FnMut(&str, &mut String) -> bool) -> Cow<'t, str> {
    if memchr::memchr(b'&', raw.as_bytes()).is_none() {
        return Cow::Borrowed(raw);
    }
    let Some((head, mut rest)) = raw.split_once('&') else { return Cow::Borrowed(raw) };
    let mut out = String::with_capacity(raw.len());
    out.push_str(head);
    loop {
        // `rest` starts after an ampersand.
        if let Some((c, after)) = twice_encoded(rest) {
            out.push(c);
            rest = after;
        } else {
            rest = one(rest, &mut out, &mut write);
        }
        match rest.split_once('&') {
            Some((text, next)) => {
                out.push_str(text);
                rest = next;
            }
            None => {
                out.push_str(rest);
                return Cow::Owned(out);
            }
        }
    }
}

/// Writes the reference that `rest` starts with, or the ampersand alone; gives what follows it.
fn one<'t>(rest: &'t str, out: &mut String, write: &mut impl FnMut(&str, &mut String) -> bool) -> &'t str {
    let name_length = rest
        .bytes()
        .take(NAME_LIMIT)
        .take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'#' | b'.' | b'-' | b'_' | b':'))
        .count();
    if let Some((name, after)) = rest.split_at_checked(name_length)
        && !name.is_empty()
        && let Some(after) = after.strip_prefix(';')
        && write(name, out)
    {
        return after;
    }
    out.push('&');
    rest
}

/// `#226;&#128;&#166;`: the bytes of one UTF-8 character written as a reference each, by software that took bytes for
/// characters. No sensible text has that sequence of Latin letters and control characters.
fn twice_encoded(rest: &str) -> Option<(char, &str)> {
    let mut bytes = [0_u8; 4];
    let mut after = rest;
    for length in 1..=4 {
        // Looked for no further than it can stand: "#226;".
        let name_length = after.bytes().take(5).position(|b| b == b';')?;
        let (name, next) = after.split_at_checked(name_length)?;
        let next = next.strip_prefix(';')?;
        let code: u8 = name.strip_prefix('#')?.parse().ok().filter(|&code| code >= 0x80)?;
        *bytes.get_mut(length - 1)? = code;
        if length > 1
            && let Some(c) = std::str::from_utf8(bytes.get(..length)?).ok().and_then(|s| s.chars().next())
        {
            return Some((c, next));
        }
        after = next.strip_prefix('&')?;
    }
    None
}

/// Character references alone, as an entity's value is read when it is declared.
fn numbers_only(raw: &str) -> Cow<'_, str> {
    rewrite(raw, |name, out| number(name).inspect(|&c| out.push(c)).is_some())
}

fn number(name: &str) -> Option<char> {
    let digits = name.strip_prefix('#')?;
    let code = match digits.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16).ok()?,
        None => digits.parse().ok()?,
    };
    Some(character(code))
}

/// The numbers 128 to 159 are meant as Windows-1252 by everybody who writes them.
fn character(code: u32) -> char {
    let code = match u8::try_from(code) {
        Ok(byte @ 0x80..=0x9F) => {
            let byte = [byte];
            let (text, _) = encoding_rs::WINDOWS_1252.decode_without_bom_handling(&byte);
            return text.chars().next().unwrap_or(char::REPLACEMENT_CHARACTER);
        }
        _ => code,
    };
    match char::from_u32(code) {
        Some(c) if c >= ' ' || matches!(c, '\t' | '\n' | '\r') => c,
        _ => char::REPLACEMENT_CHARACTER,
    }
}

/// The name and the quoted value of what follows `<!ENTITY`; `None` for parameter and external entities.
fn declaration_of(declaration: &str) -> Option<(&str, &str)> {
    let declaration = declaration.trim_start();
    let (name, rest) = declaration.split_once(|c: char| c.is_ascii_whitespace())?;
    let rest = rest.trim_start();
    let quote = rest.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let value = rest.get(1..)?.split(quote).next()?;
    (!name.is_empty() && name != "%").then_some((name, value))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn resolve(raw: &str) -> String {
        Entities::default().resolve(raw).into_owned()
    }

    #[test]
    fn what_is_no_reference_stays_as_written() {
        assert_eq!(
            resolve("Marks & Spencer &nosuchthing; &; &amp &#zz;"),
            "Marks & Spencer &nosuchthing; &; &amp &#zz;"
        );
    }

    #[test]
    fn html_names_and_windows_numbers_are_read() {
        assert_eq!(resolve("caf&eacute;&nbsp;&#146;s &#x2014; &lt;"), "café\u{a0}’s — <");
    }

    #[test]
    fn bytes_written_as_references_are_put_together_again() {
        assert_eq!(
            resolve("wait&#226;&#128;&#166; caf&#195;&#169; &#233;t&#233; &#128;5"),
            "wait… café été €5"
        );
    }

    #[test]
    fn a_dtd_may_declare_entities_inside_itself_and_nowhere_else() {
        let mut entities = Entities::default();
        entities.declare("rss [<!ENTITY house 'Wireroom'> <!ENTITY twice \"&house; &house;\"> <!ENTITY file SYSTEM 'file:///etc/passwd'>]");
        assert_eq!(entities.resolve("&twice; &file;"), "Wireroom Wireroom &file;");
    }

    #[test]
    fn entities_that_multiply_stop_at_the_budget() {
        let mut doctype = String::from("x [<!ENTITY a0 'laugh laugh laugh'>");
        for n in 1..40 {
            doctype.push_str(&format!("<!ENTITY a{n} '{}'>", format!("&a{};", n - 1).repeat(10)));
        }
        let mut entities = Entities::default();
        entities.declare(&doctype);
        for n in 0..40 {
            assert!(entities.resolve(&format!("&a{n};")).len() <= 4 * EXPANSION_LIMIT);
        }
        assert!(entities.exhausted());
        let mut own = Entities::default();
        own.declare("x [<!ENTITY a '&a;&a;'>]");
        assert_eq!(own.resolve("&a;"), "");
    }
}
