//! Namespaces of a list: which prefix means what at an element, so that what other readers wrote can be written again
//! as valid XML, and our own settings are known under whatever prefix they come.

use super::{NAMESPACE, PREFIX};
use crate::xml::tape::El;

/// Declarations in force at once.
const LIMIT: usize = 256;
/// Bytes of a namespace's name.
const LENGTH: usize = 1_024;

/// What an attribute's name turned out to be.
#[derive(Debug, PartialEq, Eq)]
pub enum Named<'n> {
    /// One of our settings, without its prefix.
    Ours(&'n str),
    /// Another's: prefix and namespace.
    Theirs(&'n str, String),
    /// No prefix, or one that XML itself gives a meaning.
    Plain,
    /// Cannot be written again.
    Broken,
}

/// Declarations in force, innermost last, each with where it ends.
#[derive(Debug, Default)]
pub struct Spaces(Vec<(usize, String, String)>);

impl Spaces {
    /// Moves on to an element: what ended before it goes, what it declares comes.
    pub fn enter(&mut self, element: El<'_, '_>) {
        while self.0.pop_if(|(end, _, _)| *end <= element.at()).is_some() {}
        for attribute in element.attributes() {
            let Some(prefix) = attribute.name.strip_prefix("xmlns:") else { continue };
            let value = attribute.value.trim();
            let fits = is_part(prefix) && !value.is_empty() && value.len() <= LENGTH && self.0.len() < LIMIT;
            if fits {
                self.0.push((element.end(), prefix.to_owned(), value.to_owned()));
            }
        }
    }

    /// What a name means here.
    pub fn name<'n>(&self, name: &'n str) -> Named<'n> {
        let Some((prefix, local)) = name.split_once(':') else {
            return if is_part(name) && name != "xmlns" { Named::Plain } else { Named::Broken };
        };
        if !is_part(prefix) || !is_part(local) || prefix == "xmlns" {
            return Named::Broken;
        }
        if prefix == "xml" {
            return if local == "lang" { Named::Plain } else { Named::Broken };
        }
        let declared = self.0.iter().rev().find(|(_, known, _)| known == prefix).map(|(_, _, uri)| uri);
        match declared {
            Some(uri) if uri == NAMESPACE => Named::Ours(local),
            // A name that is ours and means another's would have to be renamed.
            Some(_) if prefix == PREFIX => Named::Broken,
            Some(uri) => Named::Theirs(prefix, uri.clone()),
            None if prefix == PREFIX => Named::Ours(local),
            // Many readers forget to declare what they write.
            None => Named::Theirs(prefix, format!("urn:undeclared:{prefix}")),
        }
    }
}

/// A name without a colon, of letters that every reader of XML takes.
fn is_part(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
        && name.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-' | b'.'))
}
