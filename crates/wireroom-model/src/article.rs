//! Articles: what extraction finds on a page, and what the rooms after it work on.
//! Plain data with public fields; the public JSONL rows are these shapes (see docs/formats/).

use crate::{ArticleId, Lang, Particulars, Time};
use serde::{Deserialize, Serialize};

/// An article as copies, stories and briefs take it: normalised text and what is known about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Article {
    pub id: ArticleId,
    pub url: Option<String>,
    /// The masthead's name as the page or feed states it.
    pub outlet: Option<String>,
    pub lang: Lang,
    pub published: Time,
    pub updated: Time,
    pub title: String,
    pub authors: Vec<String>,
    /// The agency credited ("Reuters"), where the text credits one.
    pub agency: Option<String>,
    pub dateline: Option<String>,
    /// Normalised text; paragraphs separated by one empty line.
    pub body: String,
    pub kind: Kind,
}

/// What a page turned out to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    #[default]
    Article,
    /// Sections under sub-headings.
    Explainer,
    /// Questions and answers of an outlet and one it asks.
    Interview,
    /// What was said, turn by turn.
    Transcript,
    Live,
    Gallery,
    /// A video with the words that stand under it.
    Video,
    Listing,
    /// What an organisation says of itself.
    Release,
    Paywall,
    Empty,
}

impl Kind {
    pub const ALL: [Self; 11] = [
        Self::Article,
        Self::Explainer,
        Self::Interview,
        Self::Transcript,
        Self::Live,
        Self::Gallery,
        Self::Video,
        Self::Listing,
        Self::Release,
        Self::Paywall,
        Self::Empty,
    ];

    /// The word that rows, the store and the pages use.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Article => "article",
            Self::Explainer => "explainer",
            Self::Interview => "interview",
            Self::Transcript => "transcript",
            Self::Live => "live",
            Self::Gallery => "gallery",
            Self::Video => "video",
            Self::Listing => "listing",
            Self::Release => "release",
            Self::Paywall => "paywall",
            Self::Empty => "empty",
        }
    }

    /// Reads [`Kind::as_str`] back.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == word)
    }
}

/// Where a publication time was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum PublishedFrom {
    /// Structured data or a meta element.
    Stated,
    /// Words that a reader of the page sees.
    Visible,
    /// The page's address.
    Address,
    /// The feed entry.
    Feed,
    /// A relative time resolved against a known crawl time.
    Relative,
    #[default]
    Unknown,
}

impl PublishedFrom {
    pub const ALL: [Self; 6] =
        [Self::Stated, Self::Visible, Self::Address, Self::Feed, Self::Relative, Self::Unknown];

    /// The word that rows, the store and the pages use.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Stated => "stated",
            Self::Visible => "visible",
            Self::Address => "address",
            Self::Feed => "feed",
            Self::Relative => "relative",
            Self::Unknown => "unknown",
        }
    }

    /// True where no time was read.
    pub const fn is_unknown(&self) -> bool {
        matches!(self, Self::Unknown)
    }

    /// Reads [`PublishedFrom::as_str`] back.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|from| from.as_str() == word)
    }
}

/// One turn of a transcript.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Turn {
    /// The label as printed ("Sam Hawley", "News report").
    pub speaker: String,
    /// "US President" in "Donald Trump, US President:".
    pub role: Option<String>,
    pub text: String,
}

/// A sub-heading and the character offset of the body at which its section starts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    pub heading: String,
    /// Unicode characters of the body before the heading's paragraph.
    pub start: usize,
}

/// A picture's caption and credit, kept apart from the body.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Caption {
    pub text: String,
    pub credit: Option<String>,
}

/// One article found on a page: the row that `wireroom extract` prints, less its id.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Extracted {
    /// 0 is the page's own article; others follow in page order.
    pub part: u32,
    pub url: Option<String>,
    pub title: Option<String>,
    pub authors: Vec<String>,
    pub published: Time,
    pub published_from: PublishedFrom,
    pub updated: Time,
    pub lang: Lang,
    pub outlet: Option<String>,
    pub agency: Option<String>,
    pub dateline: Option<String>,
    pub kind: Kind,
    /// Normalised text; paragraphs separated by one empty line. Sub-headings are paragraphs of their own.
    pub body: String,
    /// The body as sanitised HTML in the same order.
    pub html: String,
    pub turns: Vec<Turn>,
    pub sections: Vec<Section>,
    pub captions: Vec<Caption>,
    /// How many more times the same text stood on the page.
    pub repeats: u32,
    #[serde(flatten)]
    pub particulars: Particulars,
}
