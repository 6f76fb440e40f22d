//! Which element means what, in every dialect at once, and which wins where two say the same.
//! Feeds mix vocabularies freely, so the table is one. A lower rank wins.

use crate::xml::names::Ns;

/// What an element of a channel or an entry tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    Title,
    /// A text element's own address, or an Atom link.
    Link,
    OriginalLink,
    Id,
    Guid,
    Summary,
    /// `summary` inside RSS: a summary, or the content where a description stands beside it.
    SecondSummary,
    Content,
    /// The element itself is the content (`xhtml:body`, `xhtml:div`).
    InlineBody,
    Published,
    Updated,
    /// `dc:date`: when the thing was published, if nothing better says so.
    Dated,
    Author,
    Contributor,
    Category,
    Keywords,
    Enclosure,
    MediaContent,
    MediaGroup,
    Thumbnail,
    Comments,
    Source,
    Language,
    Rights,
    Image,
    Icon,
    Ttl,
    SkipHours,
    SkipDays,
    MovedTo,
    CommentCount,
    /// The feed of the comments.
    CommentFeed,
    ReplyTo,
    /// Points and names of places, in the entry or around them.
    Place,
    Duration,
    Season,
    Episode,
    /// A person with a role that stands in an attribute.
    Credit,
    /// A file about the entry: transcript, chapters.
    Companion,
}

/// The field and rank of an element by its namespace and lower-case name.
pub fn field(ns: Ns, name: &str) -> Option<(Field, u8)> {
    use Field as F;
    Some(match (ns, name) {
        (Ns::Plain | Ns::Atom, name) => return format_own(ns, name),
        (Ns::DublinCore, "title") => (F::Title, 1),
        (Ns::Media, "title") => (F::Title, 2),
        (Ns::Itunes, "title") => (F::Title, 3),
        (Ns::Feedburner, "origlink") => (F::OriginalLink, 0),
        (Ns::DublinCore, "identifier") => (F::Id, 2),
        (Ns::DublinCore, "description") => (F::Summary, 1),
        (Ns::Itunes, "summary") => (F::Summary, 2),
        (Ns::DublinTerms, "abstract") => (F::Summary, 2),
        (Ns::Media, "description") => (F::Summary, 3),
        (Ns::Itunes, "subtitle") => (F::Summary, 4),
        (Ns::Content, "encoded") => (F::Content, 0),
        (Ns::Xhtml, "body" | "div") => (F::InlineBody, 0),
        (Ns::DublinTerms, "issued" | "available") => (F::Published, 1),
        (Ns::DublinTerms, "created") => (F::Published, 2),
        (Ns::DublinTerms, "modified") => (F::Updated, 1),
        (Ns::DublinCore, "date") => (F::Dated, 3),
        (Ns::DublinCore, "creator" | "author") => (F::Author, 1),
        (Ns::Itunes, "author") => (F::Author, 2),
        (Ns::Itunes, "owner") => (F::Author, 3),
        (Ns::DublinCore, "publisher") => (F::Author, 5),
        (Ns::DublinCore, "contributor") => (F::Contributor, 0),
        (Ns::DublinCore, "subject") | (Ns::Itunes | Ns::Media, "category") => (F::Category, 0),
        (Ns::Itunes | Ns::Media, "keywords") => (F::Keywords, 0),
        (Ns::Media, "content") => (F::MediaContent, 0),
        (Ns::Media, "group") => (F::MediaGroup, 0),
        (Ns::Media, "thumbnail") => (F::Thumbnail, 0),
        (Ns::Itunes, "image") => (F::Image, 1),
        (Ns::DublinCore, "language") => (F::Language, 1),
        (Ns::DublinCore, "rights") | (Ns::Media, "copyright") => (F::Rights, 1),
        (Ns::Itunes, "new-feed-url") => (F::MovedTo, 0),
        (Ns::Slash, "comments") | (Ns::Thread, "total") => (F::CommentCount, 0),
        (Ns::CommentApi, "commentrss") => (F::CommentFeed, 0),
        (Ns::Thread, "in-reply-to") => (F::ReplyTo, 0),
        (Ns::Slash, "section") => (F::Category, 0),
        (Ns::Geo, "point" | "pos" | "line" | "polygon" | "box" | "where" | "lat" | "long" | "lon") => {
            (F::Place, 0)
        }
        (Ns::Geo, "featurename") | (Ns::Podcast, "location") => (F::Place, 0),
        (Ns::Itunes, "duration") => (F::Duration, 0),
        (Ns::Itunes | Ns::Podcast, "season") => (F::Season, 0),
        (Ns::Itunes | Ns::Podcast, "episode") => (F::Episode, 0),
        (Ns::Media, "credit") | (Ns::Podcast, "person") => (F::Credit, 0),
        (Ns::Podcast, "transcript" | "chapters") => (F::Companion, 0),
        _ => return None,
    })
}

fn format_own(ns: Ns, name: &str) -> Option<(Field, u8)> {
    use Field as F;
    let rss = ns == Ns::Plain;
    Some(match name {
        "title" => (F::Title, 0),
        "link" => (F::Link, 0),
        "id" => (F::Id, 0),
        "guid" => (F::Guid, 0),
        "description" | "tagline" | "subtitle" | "abstract" => (F::Summary, 0),
        "summary" if rss => (F::SecondSummary, 0),
        "summary" => (F::Summary, 0),
        "content" | "fullitem" => (F::Content, 1),
        "body" => (F::InlineBody, 1),
        "pubdate" | "published" => (F::Published, 0),
        "issued" => (F::Published, 1),
        "created" => (F::Published, 2),
        "updated" => (F::Updated, 0),
        "modified" | "lastbuilddate" | "lastmod" => (F::Updated, 1),
        "date" => (F::Dated, 4),
        "author" | "managingeditor" => (F::Author, 0),
        "creator" | "webmaster" => (F::Author, 6),
        "contributor" => (F::Contributor, 0),
        "category" => (F::Category, 0),
        "keywords" => (F::Keywords, 0),
        "enclosure" => (F::Enclosure, 0),
        "comments" => (F::Comments, 0),
        "source" => (F::Source, 0),
        "language" => (F::Language, 0),
        "rights" | "copyright" => (F::Rights, 0),
        "image" | "logo" => (F::Image, 0),
        "icon" => (F::Icon, 0),
        "ttl" => (F::Ttl, 0),
        "skiphours" => (F::SkipHours, 0),
        "skipdays" => (F::SkipDays, 0),
        _ => return None,
    })
}

/// A value with the rank of the element that gave it.
#[derive(Debug, Clone)]
pub struct Slot<T> {
    best: Option<(u8, T)>,
}

impl<T> Default for Slot<T> {
    fn default() -> Self {
        Self { best: None }
    }
}

impl<T> Slot<T> {
    /// Takes a value unless a better or an equal one is there: of two equals the first stands.
    pub fn offer(&mut self, rank: u8, value: impl FnOnce() -> Option<T>) {
        if self.best.as_ref().is_none_or(|(best, _)| rank < *best)
            && let Some(value) = value()
        {
            self.best = Some((rank, value));
        }
    }

    /// Takes a value unless a better one is there: of two equals the last stands (dates, which are corrected by
    /// repeating them).
    pub fn offer_last(&mut self, rank: u8, value: impl FnOnce() -> Option<T>) {
        if self.best.as_ref().is_none_or(|(best, _)| rank <= *best)
            && let Some(value) = value()
        {
            self.best = Some((rank, value));
        }
    }

    pub fn into_value(self) -> Option<T> {
        self.best.map(|(_, value)| value)
    }
}
