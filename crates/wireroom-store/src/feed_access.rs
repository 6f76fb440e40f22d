//! What a feed is asked with beside its address: headers, cookies, a name and a password. Secret: no row of
//! [`crate::feeds`] carries it, nothing here prints it, and the way out is the only reader.

use crate::columns::Reader;
use crate::{Result, Store, StoreError, Tx};
use std::fmt;
use wireroom_model::FeedId;

/// The most headers, cookies and passwords that one feed may have.
pub const MAX_ACCESS: usize = 32;

/// The longest name or value, in bytes: what servers take of one header.
pub const MAX_ACCESS_BYTES: usize = 8_000;

/// What kind of secret it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum AccessKind {
    Header,
    Cookie,
    /// A user's name and password.
    Basic,
}

impl AccessKind {
    /// The store's word.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Header => "header",
            Self::Cookie => "cookie",
            Self::Basic => "basic",
        }
    }

    /// Reads [`AccessKind::as_str`] back.
    pub fn parse(word: &str) -> Option<Self> {
        [Self::Header, Self::Cookie, Self::Basic].into_iter().find(|kind| kind.as_str() == word)
    }
}

/// A value that is never printed.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    /// Keeps a value from being printed.
    pub fn new(value: impl Into<String>) -> Self {
        Self(value.into())
    }

    /// The value itself, for the request that needs it.
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("(secret)")
    }
}

/// One header, cookie or password.
#[derive(Clone, PartialEq, Eq)]
pub struct FeedAccess {
    pub kind: AccessKind,
    /// The header's, cookie's or user's name; empty for a cookie whose value is a whole line (`a=1; b=2`).
    pub name: String,
    pub value: Secret,
}

impl fmt::Debug for FeedAccess {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Who logs in is nobody's business either.
        let name = if self.kind == AccessKind::Header { self.name.as_str() } else { "(secret)" };
        write!(f, "{} {name}", self.kind.as_str())
    }
}

/// A feed whose entries name a page, as far as asking for that page needs it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageFeed {
    pub id: FeedId,
    pub address: String,
    pub is_private: bool,
}

impl Store {
    /// The feeds whose entries stand at an address, the first to name it first: one row each, nothing counted.
    pub async fn feeds_of_page(&self, address: &str) -> Result<Vec<PageFeed>> {
        let rows = sqlx::query(
            "SELECT f.id, f.address, f.is_private FROM entries e JOIN feeds f ON f.id = e.feed_id \
             WHERE e.address = $1 GROUP BY f.id, f.address, f.is_private ORDER BY MIN(e.id)",
        )
        .bind(address)
        .fetch_all(&self.read)
        .await?;
        rows.iter()
            .map(|row| {
                let read = Reader::new(row, "feeds", "id")?;
                Ok(PageFeed {
                    id: read.id("id")?,
                    address: read.get("address")?,
                    is_private: read.get("is_private")?,
                })
            })
            .collect()
    }

    /// What a feed is asked with, by kind and name.
    pub async fn feed_access(&self, id: FeedId) -> Result<Vec<FeedAccess>> {
        let rows = sqlx::query(
            "SELECT feed_id, kind, name, value FROM feed_access WHERE feed_id = $1 ORDER BY kind, name",
        )
        .bind(id.as_i64())
        .fetch_all(&self.read)
        .await?;
        rows.iter()
            .map(|row| {
                let read = Reader::new(row, "feed_access", "feed_id")?;
                Ok(FeedAccess {
                    kind: read.word("kind", AccessKind::parse)?,
                    name: read.get("name")?,
                    value: Secret::new(read.get::<String>("value")?),
                })
            })
            .collect()
    }
}

impl Tx {
    /// Sets everything that a feed is asked with; an empty list takes all of it away.
    ///
    /// # Errors
    /// [`StoreError::Refused`] where there are too many or one is too long; the sentence names no value.
    pub async fn set_feed_access(&mut self, id: FeedId, access: &[FeedAccess]) -> Result<()> {
        if access.len() > MAX_ACCESS {
            return Err(StoreError::Refused(
                format!("a feed takes at most {MAX_ACCESS} headers and cookies; these are {}", access.len())
                    .into(),
            ));
        }
        let long = |one: &&FeedAccess| one.name.len() + one.value.0.len() > MAX_ACCESS_BYTES;
        if let Some(one) = access.iter().find(long) {
            return Err(StoreError::Refused(
                format!(
                    "the {} \"{}\" is longer than {MAX_ACCESS_BYTES} bytes; no server takes one that long",
                    one.kind.as_str(),
                    one.name.chars().take(40).collect::<String>()
                )
                .into(),
            ));
        }
        sqlx::query("DELETE FROM feed_access WHERE feed_id = $1")
            .bind(id.as_i64())
            .execute(self.conn())
            .await?;
        for one in access {
            sqlx::query(
                "INSERT INTO feed_access (feed_id, kind, name, value) VALUES ($1, $2, $3, $4) \
                 ON CONFLICT (feed_id, kind, name) DO UPDATE SET value = excluded.value",
            )
            .bind(id.as_i64())
            .bind(one.kind.as_str())
            .bind(&one.name)
            .bind(&one.value.0)
            .execute(self.conn())
            .await?;
        }
        Ok(())
    }
}
