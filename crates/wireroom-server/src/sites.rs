//! What the pages of sites ask of the pipeline: overrides as files, a stored page tried both ways, a person's word.
//! Plain data and the questions; the answers come from the binary. Start at [`SiteActions`].

use crate::state::{Answer, Refusal};
use wireroom_model::{Dropped, Time, UserId};
use wireroom_store::sites::{Said, SitePage};

/// An override's file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OverrideFile {
    /// "press.example.toml".
    pub name: String,
    /// The hosts that it is for; none where it cannot be read.
    pub hosts: Vec<String>,
    pub text: String,
    pub notes: String,
    pub learns: bool,
}

/// The folder of overrides.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OverrideFolder {
    /// Where it stands; `None` in a house without one.
    pub path: Option<String>,
    pub files: Vec<OverrideFile>,
    /// What is wrong with which file, a sentence each.
    pub faults: Vec<String>,
}

impl OverrideFolder {
    /// The file that holds for a host: its own, else that of the nearest host above it.
    pub fn for_host(&self, host: &str) -> Option<&OverrideFile> {
        let mut name = host;
        loop {
            if let Some(found) = self.files.iter().find(|file| file.hosts.iter().any(|own| own == name)) {
                return Some(found);
            }
            name = name.split_once('.')?.1;
        }
    }
}

/// One way of reading a page.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Side {
    pub title: Option<String>,
    pub authors: Vec<String>,
    pub published: Time,
    /// The body's paragraphs, each with the name by which it can be left out everywhere, where it has one.
    pub paragraphs: Vec<(String, Option<u64>)>,
}

/// A stored page read without and with what is known of its site.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Trial {
    pub host: String,
    pub plain: Side,
    pub with: Side,
    /// What is wrong with the override that was tried; then none was used.
    pub faults: Vec<String>,
    /// What came of it, a sentence each, where a person should know.
    pub notices: Vec<String>,
    /// Key, selector, and how many elements it matched.
    pub selectors: Vec<(String, String, u64)>,
    /// What is not in the text, with the rule that left it out.
    pub dropped: Vec<Dropped>,
}

/// What is read again for a word or an override.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Reread {
    pub pages: u64,
    /// Pages that are no longer kept.
    pub gone: u64,
    /// Kept pages past the limit.
    pub more: u64,
}

fn none<T>() -> Answer<'static, T> {
    Box::pin(async { Err(Refusal("this house keeps nothing of sites".to_owned())) })
}

/// What the pages of sites may ask.
pub trait SiteActions {
    /// The overrides as their files say now.
    fn overrides(&self) -> Answer<'_, OverrideFolder> {
        none()
    }

    /// Reads a stored page both ways; `text` is an override to try in place of the saved one. Changes nothing.
    fn try_page(&self, _page: SitePage, _text: Option<String>) -> Answer<'_, Trial> {
        none()
    }

    /// Remembers what a person said of a block and reads again what it touches.
    fn say_of_block(&self, _user: UserId, _host: String, _block: u64, _said: Said) -> Answer<'_, Reread> {
        none()
    }

    /// A paragraph of a page is none of its article's, nor of any other of the site.
    fn drop_paragraph(&self, _user: UserId, _page: i64, _block: String) -> Answer<'_, Reread> {
        none()
    }

    /// Writes a host's override; an empty text takes it away.
    fn save_override(&self, _host: String, _text: String) -> Answer<'_, ()> {
        none()
    }

    /// Reads the kept pages of a host again.
    fn reread_site(&self, _host: String) -> Answer<'_, Reread> {
        none()
    }
}
