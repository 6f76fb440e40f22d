//! What to fetch and what for. Nothing is sent from here: [`crate::Fetcher::get`] does that.

use crate::access::Access;
use crate::failure::FetchError;
use std::fmt;
use url::Url;

/// What the request is for: decides what is asked for and how much may come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    Feed,
    /// An entry's page, or a page that may state a feed.
    Page,
    /// A site's small mark.
    Icon,
    /// A picture of an article.
    Picture,
    /// An OPML file by its address.
    List,
    /// A host's robots.txt.
    Robots,
    /// A WebSub hub; sent by [`crate::Fetcher::post_form`].
    Hub,
}

impl Purpose {
    /// Every purpose, for tables and tests.
    pub const ALL: &[Self] =
        &[Self::Feed, Self::Page, Self::Icon, Self::Picture, Self::List, Self::Robots, Self::Hub];

    /// What is asked for.
    pub const fn accept(self) -> &'static str {
        match self {
            Self::Feed => {
                "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.8, */*;q=0.5"
            }
            Self::Page => "text/html, application/xhtml+xml;q=0.9, */*;q=0.5",
            Self::Icon | Self::Picture => "image/webp, image/png, image/jpeg, image/*;q=0.8, */*;q=0.3",
            Self::List => "text/x-opml, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5",
            Self::Robots => "text/plain, */*;q=0.5",
            Self::Hub => "*/*",
        }
    }

    /// True where a body that broke off still holds something: entries, feeds, rules.
    pub const fn reads_parts(self) -> bool {
        matches!(self, Self::Feed | Self::List | Self::Robots)
    }

    /// True where what comes after the limit of bytes is left unread instead of refusing all: rules (RFC 9309, 2.5)
    /// and entries that stand first hold, whatever follows.
    pub const fn ends_at_limit(self) -> bool {
        matches!(self, Self::Feed | Self::Robots)
    }

    /// True where an empty answer is as good as none.
    pub const fn needs_body(self) -> bool {
        !matches!(self, Self::Hub | Self::Robots)
    }
}

/// One thing to fetch.
#[derive(Clone)]
pub struct Request {
    pub url: Url,
    /// From the last answer, for a conditional request.
    pub etag: Option<String>,
    /// From the last answer, for a conditional request.
    pub last_modified: Option<String>,
    /// The address that gave them, where it is not `url` because that one redirects.
    pub validated: Option<Url>,
    pub purpose: Purpose,
    /// Sent to the origin of `url` and to no other.
    pub access: Access,
    /// A reader waits for the answer: it stands in line for a host's turn instead of being told to come again.
    pub in_line: bool,
}

impl Request {
    /// An unconditional request without access; the address is checked here. A name and password in the
    /// address become its access.
    pub fn new(address: &str, purpose: Purpose) -> Result<Self, FetchError> {
        // What is no address may still hold a password: all before the @ is left out.
        let bad = || FetchError::BadAddress(address.rsplit('@').next().unwrap_or("").trim().to_owned());
        let mut url = Url::parse(address.trim()).map_err(|_| bad())?;
        let mut access = Access::default();
        access.take_from(&mut url);
        Ok(Self { url, etag: None, last_modified: None, validated: None, purpose, access, in_line: false })
    }
}

impl Request {
    /// The same for a reader who waits.
    #[must_use]
    pub fn in_line(self) -> Self {
        Self { in_line: true, ..self }
    }

    /// True where "not modified" is an answer.
    pub const fn is_conditional(&self) -> bool {
        self.etag.is_some() || self.last_modified.is_some()
    }
}

/// The query may be a secret, the access is one: neither is shown.
impl fmt::Debug for Request {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Request")
            .field("url", &crate::failure::printable(&self.url))
            .field("purpose", &self.purpose)
            .field("conditional", &self.is_conditional())
            .field("access", &self.access)
            .finish_non_exhaustive()
    }
}
