//! Lists of subscriptions: OPML 1 and 2 in and out, and RDF (FOAF) or iGoogle lists in; read as far as a broken file
//! can be. It judges no address beyond "http or https" and fetches nothing; whatever is not taken is told, one line
//! each. Our own settings are attributes in our namespace; passwords, cookies and headers have no name here at all.
//! Start at [`read()`] and [`write()`]; [`folder`] is how a path of folders is kept as one text.

pub mod folder;
mod people;
mod read;
mod spaces;
#[cfg(test)]
mod tests;
mod write;

use crate::feed::Warning;
use std::collections::BTreeMap;

pub use read::read;
pub use write::write;

/// Bytes of one list. 20,000 subscriptions with every attribute are 8 MB.
pub const BYTE_LIMIT: usize = 16 << 20;
/// Subscriptions of one list, and folders of one list.
pub const SUBSCRIPTION_LIMIT: usize = 20_000;
/// Folders inside folders; deeper ones are joined into the last.
pub const DEPTH_LIMIT: usize = 16;
/// Folders that one feed may stand in.
pub const FOLDERS_OF_ONE_LIMIT: usize = 64;
/// Lines that say what was left out; the count goes on.
pub const LEFT_OUT_LIMIT: usize = 1_000;
/// Bytes of an address. Browsers and servers stop at 8,192.
pub const ADDRESS_LENGTH: usize = 8_192;
/// Characters of a title or a folder's name.
pub const TITLE_LENGTH: usize = 1_024;
/// Attributes kept of one subscription.
const ATTRIBUTE_LIMIT: usize = 48;
/// Bytes of one attribute.
const ATTRIBUTE_LENGTH: usize = 4_096;

/// The namespace of our settings in a list.
pub const NAMESPACE: &str = "urn:wireroom:opml:1";
/// The prefix that our settings are written with.
pub const PREFIX: &str = "wireroom";

/// A list of subscriptions.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Opml {
    pub title: Option<String>,
    /// Each feed once, in the file's order.
    pub subscriptions: Vec<Subscription>,
    /// Every folder in the file's order, as the path of names from the top; empty folders too.
    pub folders: Vec<Vec<String>>,
    /// What stands in the file and is not in this list, a line each; the first [`LEFT_OUT_LIMIT`].
    pub left_out: Vec<String>,
    /// How many lines there would be without that limit.
    pub left_out_count: usize,
    /// What was repaired or joined on the way.
    pub warnings: Vec<Warning>,
}

/// One feed of a list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Subscription {
    /// The feed's address as written (http or https).
    pub feed: String,
    /// What is shown (`text`, else `title`).
    pub title: Option<String>,
    /// The home page.
    pub page: Option<String>,
    /// Each folder that the feed stands in, as the path of names from the top; none = no folder.
    pub folders: Vec<Vec<String>>,
    /// Our settings, by name without the prefix.
    pub settings: BTreeMap<String, String>,
    /// Every other attribute, by name as written: `type` (where it is not `rss`), `category`, `language`, a `title`
    /// that is not what is shown, what other readers put there. A prefix brings its `xmlns:` along.
    pub rest: BTreeMap<String, String>,
}

/// Why a file is no list of subscriptions.
pub type OpmlError = wireroom_model::why::NoList;

/// One line of text: white space joined, nothing that cannot stand in XML, no longer than [`TITLE_LENGTH`].
fn line(text: &str) -> Option<String> {
    let mut out = String::new();
    for word in text.split_whitespace() {
        let mut word = word.chars().filter(|c| can_stand(*c)).peekable();
        // A word of which nothing can stand leaves no space behind either.
        if !out.is_empty() && word.peek().is_some() {
            out.push(' ');
        }
        out.extend(word);
    }
    let out: String = out.trim().chars().take(TITLE_LENGTH).collect();
    let out = out.trim_end();
    (!out.is_empty()).then(|| out.to_owned())
}

/// An address without what no address holds: browsers drop the same.
fn address(text: &str) -> Option<String> {
    let out: String = text.trim().chars().filter(|c| !c.is_control() && can_stand(*c)).collect();
    let out = out.trim();
    (!out.is_empty() && out.len() <= ADDRESS_LENGTH).then(|| out.to_owned())
}

/// True for a character that XML can hold in a value.
const fn can_stand(c: char) -> bool {
    !matches!(c, '\0'..='\x08' | '\x0b' | '\x0c' | '\x0e'..='\x1f' | '\u{fffe}' | '\u{ffff}')
}
