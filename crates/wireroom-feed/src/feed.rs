//! The shape every format is read into. Raw: markup is as the publisher sent it, addresses are resolved but not judged.
//! Nothing of it may be stored or shown before [`Feed::sanitised`](crate::safe).

use serde::{Deserialize, Serialize};
use url::Url;
use wireroom_model::Time;

/// What is known about the bytes beside the bytes.
#[derive(Debug, Clone, Copy, Default)]
pub struct Hints<'a> {
    /// The HTTP `Content-Type`, with its charset if it had one.
    pub content_type: Option<&'a str>,
    /// The address the bytes came from; relative addresses resolve against it where the feed states no base.
    pub address: Option<&'a Url>,
}

/// The dialect a feed is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub enum Format {
    #[serde(rename = "rss090")]
    Rss090,
    #[serde(rename = "rss091")]
    Rss091,
    #[serde(rename = "rss092")]
    Rss092,
    #[serde(rename = "rss10")]
    Rss10,
    #[serde(rename = "rss20")]
    Rss20,
    /// RSS that states no version, or an unknown one.
    #[serde(rename = "rss")]
    #[default]
    Rss,
    #[serde(rename = "atom03")]
    Atom03,
    #[serde(rename = "atom10")]
    Atom10,
    /// Atom in no known namespace.
    #[serde(rename = "atom")]
    Atom,
    #[serde(rename = "cdf")]
    Cdf,
    #[serde(rename = "json1")]
    Json1,
    #[serde(rename = "json11")]
    Json11,
    /// RSS 2.0 written as JSON.
    #[serde(rename = "rssjson")]
    RssJson,
    #[serde(rename = "sitemap")]
    Sitemap,
}

/// How a text is to be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Markup {
    /// Characters, no markup: `<` is a less-than sign.
    Plain,
    /// HTML, once unescaped.
    #[default]
    Html,
    /// Inline XHTML, written out again as markup.
    Xhtml,
}

/// A text of the publisher with what is needed to read it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Text {
    pub value: String,
    pub markup: Markup,
    /// The media type that the feed states, or the one that `markup` stands for.
    pub media_type: String,
    /// What relative addresses inside resolve against.
    pub base: Option<Url>,
    /// `xml:lang` in force, as written.
    pub lang: Option<String>,
    /// Where the content stands, if it is not in the feed itself.
    pub src: Option<String>,
}

/// A person or a desk named as author or contributor.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Person {
    pub name: Option<String>,
    pub email: Option<String>,
    pub address: Option<String>,
    /// What the person did, as written ("host", "photographer").
    pub role: Option<String>,
}

/// A link with its relation ("alternate", "self", "hub", "enclosure", "related", "replies", ...).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Link {
    pub address: String,
    pub rel: String,
    pub media_type: Option<String>,
    pub title: Option<String>,
}

/// A file that belongs to an entry: audio, video, a picture.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Enclosure {
    pub address: String,
    pub media_type: Option<String>,
    /// Bytes, where stated and readable.
    pub length: Option<u64>,
    pub title: Option<String>,
    /// Playing time.
    pub duration_seconds: Option<u32>,
}

/// A section or keyword.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Category {
    pub term: String,
    pub scheme: Option<String>,
    pub label: Option<String>,
}

/// The feed that an entry was taken from (`atom:source`, RSS `<source>`): it names the original outlet.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Source {
    pub title: Option<Text>,
    /// Its page; the address of its feed where nothing else is given.
    pub link: Option<String>,
    /// The address of its feed (RSS `url`, Atom's link to itself).
    pub own_address: Option<String>,
    pub id: Option<String>,
    pub updated: Time,
    pub authors: Vec<Person>,
    pub icon: Option<String>,
    pub rights: Option<Text>,
}

/// Millionths of a degree, so that a place compares and hashes exactly.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Degrees(pub i32);

impl Degrees {
    /// From a decimal number; `None` beyond half a turn or where it is no number.
    pub fn read(text: &str) -> Option<Self> {
        let degrees: f64 = text.trim().parse().ok()?;
        let fits = degrees.is_finite() && degrees.abs() <= 180.0;
        #[expect(clippy::cast_possible_truncation, reason = "at most 180 million, checked above")]
        fits.then(|| Self((degrees * 1e6).round() as i32))
    }
}

impl Serialize for Degrees {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_f64(f64::from(self.0) / 1e6)
    }
}

impl<'de> Deserialize<'de> for Degrees {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let degrees = f64::deserialize(deserializer)?;
        Self::read(&degrees.to_string()).ok_or_else(|| serde::de::Error::custom("no degrees"))
    }
}

/// A point on the map.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Point {
    pub latitude: Degrees,
    pub longitude: Degrees,
}

/// Where an entry plays, as it says: points in order (of a line or an outline too) and names.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Location {
    pub points: Vec<Point>,
    pub names: Vec<String>,
}

/// The entry that this one answers.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ReplyTo {
    pub id: Option<String>,
    pub address: Option<String>,
}

/// One item of a feed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Entry {
    pub title: Option<Text>,
    /// The page of the entry, resolved.
    pub link: Option<String>,
    pub links: Vec<Link>,
    /// The id as stated; scoped to its feed (see [`crate::identity`]).
    pub id: Option<String>,
    pub summary: Option<Text>,
    pub content: Vec<Text>,
    pub published: Time,
    pub updated: Time,
    pub authors: Vec<Person>,
    pub contributors: Vec<Person>,
    pub categories: Vec<Category>,
    pub enclosures: Vec<Enclosure>,
    /// A picture for the entry (media thumbnail, iTunes image, JSON Feed image).
    pub image: Option<String>,
    pub comments: Option<String>,
    /// How many comments there are, as stated.
    pub comment_count: Option<u32>,
    pub in_reply_to: Vec<ReplyTo>,
    pub location: Location,
    /// Playing time of what the entry is about.
    pub duration_seconds: Option<u32>,
    pub season: Option<u32>,
    pub episode: Option<u32>,
    pub rights: Option<Box<Text>>,
    /// In a box, as few entries have one.
    pub source: Option<Box<Source>>,
    pub lang: Option<String>,
}

/// Something wrong that did not stop the reading.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Warning(pub String);

/// A feed as it stands.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Feed {
    pub format: Format,
    pub title: Option<Text>,
    pub description: Option<Text>,
    /// The home page, resolved.
    pub link: Option<String>,
    pub links: Vec<Link>,
    pub id: Option<String>,
    pub updated: Time,
    pub published: Time,
    pub language: Option<String>,
    pub authors: Vec<Person>,
    pub categories: Vec<Category>,
    pub image: Option<String>,
    pub icon: Option<String>,
    pub rights: Option<Text>,
    /// The publisher asks not to be polled more often than every so many minutes.
    pub ttl_minutes: Option<u32>,
    /// Hours of the day (UTC, 0 to 23) in which the publisher asks not to be polled.
    pub skip_hours: Vec<u8>,
    /// English names of days on which the publisher asks not to be polled.
    pub skip_days: Vec<String>,
    /// WebSub hubs.
    pub hubs: Vec<String>,
    /// The address that the feed gives as its own.
    pub own_address: Option<String>,
    /// An address that the feed says it has moved to (`itunes:new-feed-url`).
    pub moved_to: Option<String>,
    pub entries: Vec<Entry>,
    pub warnings: Vec<Warning>,
}

/// Why bytes are not a feed, in words for the person who gave the address.
pub type FeedError = wireroom_model::why::NoFeed;
