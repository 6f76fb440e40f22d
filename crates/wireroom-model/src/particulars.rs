//! What an article says of itself beside its text: who is who in its byline, agencies, section, picture, access.
//! Plain data: each field is what the page states or shows, and absent where it does neither.
//! Start at [`Particulars`].

use crate::{PublishedFrom, Time};
use serde::{Deserialize, Serialize};

/// Facts of an article that no room needs in order to read its text. Printed among the fields of its row.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Particulars {
    /// The article's authors once more, in the same order, with what each is.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub bylines: Vec<Byline>,
    /// Those who worked on it without being its authors.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub credits: Vec<Contribution>,
    /// Every agency credited, the one that wrote most first; the row's `agency` is the first of them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub agencies: Vec<AgencyCredit>,
    /// The dateline taken apart.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dated: Option<Dateline>,
    /// Where `updated` was read.
    #[serde(skip_serializing_if = "PublishedFrom::is_unknown")]
    pub updated_from: PublishedFrom,
    /// The outlet's section ("Politics").
    #[serde(skip_serializing_if = "Option::is_none")]
    pub section: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub image: Option<LeadImage>,
    #[serde(skip_serializing_if = "Access::is_unknown")]
    pub access: Access,
    /// Why the page gives no text, where it gives none; in a house the feed's own words may stand in for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub empty: Option<EmptyBecause>,
    /// Addresses elsewhere that the page names as its text's source: `isBasedOn`, a canonical link to another host.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<String>,
    /// The entries of a live page, in page order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub updates: Vec<Update>,
}

/// A name in a byline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Byline {
    pub name: String,
    pub who: Who,
    /// As printed beside the name ("Political editor").
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub role: Option<String>,
}

/// What a name in a byline is. Only persons can be followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Who {
    Person,
    /// A part of the outlet ("Sports desk", "Editorial Board").
    Desk,
    /// An agency, an outlet, a company.
    Organisation,
    #[default]
    Unknown,
}

/// Somebody's part in an article that another wrote.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contribution {
    pub name: String,
    /// As printed, without the name ("Additional reporting by").
    pub part: String,
}

/// An agency that a text credits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AgencyCredit {
    /// The agency's short name ("Reuters").
    pub agency: String,
    pub part: AgencyPart,
    /// The words that credit it, as they stand on the page.
    pub words: String,
}

/// How much of a text is an agency's, by the words of the credit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum AgencyPart {
    /// "(Reuters) -", "By AFP".
    Wrote,
    /// "with DPA", "AP contributed".
    Contributed,
}

/// "KYIV, Nov 22 (Reuters) -" in its parts.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Dateline {
    /// As printed ("KYIV").
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// Only where it states its year or the page's date gives it.
    pub date: Time,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub agency: Option<String>,
}

/// The picture an article is shown with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeadImage {
    /// An absolute address, `https` or `http`.
    pub url: String,
    /// Pixels, where stated.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub width: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub height: Option<u32>,
    /// The text that stands for it.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub alt: Option<String>,
}

/// Whether a text can be read without paying, as the page states it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Access {
    Free,
    Paid,
    #[default]
    Unknown,
}

impl Access {
    /// True where the page says neither.
    pub const fn is_unknown(&self) -> bool {
        matches!(self, Self::Unknown)
    }
}

/// Why a page gives no text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum EmptyBecause {
    /// "Page not found", "Something went wrong".
    Error,
    /// Consent to cookies is asked before anything is shown.
    Consent,
    /// A check that the reader is no robot.
    Robot,
    /// The page is written by scripts, which nobody ran.
    Script,
    /// A text for subscribers, of which nothing is shown.
    Paywall,
    /// It holds no article's text, whatever else it holds.
    NoText,
}

/// One entry of a live page: a span of its body with a time of its own.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Update {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub heading: Option<String>,
    pub published: Time,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub authors: Vec<String>,
    /// Unicode characters of the body before the entry's first paragraph, and before what follows its last.
    pub start: usize,
    pub end: usize,
}
