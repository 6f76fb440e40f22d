//! Entries: what feeds say. An entry is known by keys scoped to its feed; the weaker ones (link, content) find it
//! again when the feed changes all its ids, so that nothing a user has read comes back. Which stored entry an
//! incoming one is, the feed room decides ([`Tx::known_keys`] tells it what is stored).

use crate::columns::{self, Reader, TimeColumns};
use crate::{Result, Store, StoreError, Tx};
use sqlx::sqlite::SqliteRow;
use std::collections::BTreeMap;
use wireroom_model::{ArticleId, EntryId, FeedId, Time};

/// The most keys one entry may have at a time.
pub const MAX_KEYS: usize = 8;

/// The most keys one entry is remembered by, what it was known by before counted in. An entry that had more forgets
/// all but what it is known by now: a feed with new ids at every poll must not fill the disk.
pub const MAX_OLD_KEYS: i64 = 32;

/// How many keys one query asks about (SQLite takes 32,766 bound values; small batches plan as well).
const KEYS_A_QUERY: usize = 500;

/// An entry as a feed states it now.
#[derive(Debug, Clone, Default)]
pub struct NewEntry<'a> {
    /// What the entry is known by, strongest first.
    pub keys: &'a [String],
    pub link: Option<&'a str>,
    /// The link in canonical form: entries with one address share one article.
    pub address: Option<&'a str>,
    pub title: &'a str,
    /// Sanitised HTML.
    pub summary: Option<&'a str>,
    /// Sanitised HTML.
    pub content: Option<&'a str>,
    pub authors: &'a [String],
    /// The outlet that the entry was taken from, where the feed names it.
    pub source: Option<&'a str>,
    /// Everything else (categories, enclosures, picture) as JSON.
    pub rest: &'a str,
    pub published: Time,
    pub updated: Time,
    /// Hash of what the entry says, to see a change.
    pub hash: &'a str,
}

/// An entry as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    pub id: EntryId,
    pub feed: FeedId,
    pub link: Option<String>,
    pub address: Option<String>,
    pub title: String,
    pub summary: Option<String>,
    pub content: Option<String>,
    pub authors: Vec<String>,
    pub source: Option<String>,
    pub published: Time,
    pub updated: Time,
    pub arrived_at: i64,
    /// Why its page could not be read, where that is so.
    pub reason: Option<String>,
}

/// What became of an entry that was saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SavedEntry {
    Fresh(EntryId),
    Changed(EntryId),
    Same(EntryId),
}

impl SavedEntry {
    /// The entry's number.
    pub const fn id(self) -> EntryId {
        match self {
            Self::Fresh(id) | Self::Changed(id) | Self::Same(id) => id,
        }
    }
}

fn entry(row: &SqliteRow) -> Result<Entry> {
    let read = Reader::new(row, "entries", "id")?;
    Ok(Entry {
        id: read.id("id")?,
        feed: read.id("feed_id")?,
        link: read.get("link")?,
        address: read.get("address")?,
        title: read.get("title")?,
        summary: read.get("summary")?,
        content: read.get("content")?,
        authors: read.json("authors")?,
        source: read.get("source")?,
        published: read.time("published")?,
        updated: read.time("updated")?,
        arrived_at: read.get("arrived_at")?,
        reason: read.get("reason")?,
    })
}

impl Store {
    /// One entry.
    pub async fn entry(&self, id: EntryId) -> Result<Option<Entry>> {
        let row = sqlx::query("SELECT * FROM entries WHERE id = $1")
            .bind(id.as_i64())
            .fetch_optional(&self.read)
            .await?;
        row.as_ref().map(entry).transpose()
    }

    /// A feed's entries, the last arrived first.
    pub async fn entries_of(&self, feed: FeedId, limit: u32) -> Result<Vec<Entry>> {
        let rows = sqlx::query(
            "SELECT * FROM entries WHERE feed_id = $1 ORDER BY arrived_at DESC, id DESC LIMIT $2",
        )
        .bind(feed.as_i64())
        .bind(limit)
        .fetch_all(&self.read)
        .await?;
        rows.iter().map(entry).collect()
    }

    /// The entries that brought an article, wherever their links led.
    pub async fn entries_of_article(&self, article: ArticleId) -> Result<Vec<Entry>> {
        let rows = sqlx::query(
            "SELECT e.* FROM entries e JOIN article_feeds x ON x.entry_id = e.id WHERE x.article_id = $1 ORDER BY e.id",
        )
        .bind(article.as_i64())
        .fetch_all(&self.read)
        .await?;
        rows.iter().map(entry).collect()
    }

    /// Every entry that points at an address.
    pub async fn entries_at(&self, address: &str) -> Result<Vec<Entry>> {
        let rows = sqlx::query("SELECT * FROM entries WHERE address = $1 ORDER BY id")
            .bind(address)
            .fetch_all(&self.read)
            .await?;
        rows.iter().map(entry).collect()
    }
}

impl Tx {
    /// When the entries that a feed brought last were said: published, or arrived where that was earlier or nothing
    /// was stated.
    pub async fn entry_times(&mut self, feed: FeedId, limit: u32) -> Result<Vec<i64>> {
        Ok(sqlx::query_scalar(
            "SELECT CASE WHEN published < arrived_at THEN published ELSE arrived_at END FROM entries \
             WHERE feed_id = $1 ORDER BY arrived_at DESC, published DESC LIMIT $2",
        )
        .bind(feed.as_i64())
        .bind(limit)
        .fetch_all(self.conn())
        .await?)
    }

    /// One entry, inside a transaction.
    pub async fn entry(&mut self, id: EntryId) -> Result<Option<Entry>> {
        let row = sqlx::query("SELECT * FROM entries WHERE id = $1")
            .bind(id.as_i64())
            .fetch_optional(self.conn())
            .await?;
        row.as_ref().map(entry).transpose()
    }

    /// Gives an entry without a link an address of its own, and returns it.
    pub async fn give_address(&mut self, id: EntryId, address: &str) -> Result<String> {
        sqlx::query("UPDATE entries SET address = $2 WHERE id = $1")
            .bind(id.as_i64())
            .bind(address)
            .execute(self.conn())
            .await?;
        Ok(address.to_owned())
    }

    /// The stored entries that these keys of a feed lead to.
    pub async fn known_keys(&mut self, feed: FeedId, keys: &[String]) -> Result<BTreeMap<String, EntryId>> {
        let mut known = BTreeMap::new();
        for some in keys.chunks(KEYS_A_QUERY) {
            let mut query = sqlx::QueryBuilder::<sqlx::Sqlite>::new(
                "SELECT entry_key, entry_id FROM entry_keys WHERE feed_id = ",
            );
            query.push_bind(feed.as_i64()).push(" AND entry_key IN (");
            let mut list = query.separated(", ");
            for key in some {
                list.push_bind(key);
            }
            let rows: Vec<(String, i64)> = query.push(")").build_query_as().fetch_all(self.conn()).await?;
            known.extend(rows.into_iter().filter_map(|(key, id)| Some((key, EntryId::try_from(id).ok()?))));
        }
        Ok(known)
    }

    /// Saves what a feed says of one entry: new (`known` is none), changed, or as it was (then nothing is written).
    pub async fn save_entry(
        &mut self,
        feed: FeedId,
        known: Option<EntryId>,
        new: &NewEntry<'_>,
        now: i64,
    ) -> Result<SavedEntry> {
        let stored: Option<(i64, String)> =
            sqlx::query_as("SELECT id, hash FROM entries WHERE id = $1 AND feed_id = $2")
                .bind(known.map(EntryId::as_i64))
                .bind(feed.as_i64())
                .fetch_optional(self.conn())
                .await?;
        let Some((number, hash)) = stored else {
            let id: EntryId = self.fresh().await?;
            self.insert_entry(id, feed, new, now).await?;
            self.keep_keys(id, feed, new.keys).await?;
            return Ok(SavedEntry::Fresh(id));
        };
        let broken = |_| StoreError::Broken { table: "entries", row: number, column: "id" };
        let id = EntryId::try_from(number).map_err(broken)?;
        if hash == new.hash {
            return Ok(SavedEntry::Same(id));
        }
        let (published, updated) = (TimeColumns::from(new.published), TimeColumns::from(new.updated));
        sqlx::query(
            "UPDATE entries SET link = $2, address = $3, title = $4, summary = $5, content = $6, authors = $7, \
             source = $8, rest = $9, hash = $10, changed_at = $11, \
             published = $12, published_offset = $13, published_precision = $14, published_sort = $15, \
             updated = $16, updated_offset = $17, updated_precision = $18, updated_sort = $19 WHERE id = $1",
        )
        .bind(number)
        .bind(new.link)
        .bind(new.address)
        .bind(new.title)
        .bind(new.summary)
        .bind(new.content)
        .bind(columns::json(new.authors)?)
        .bind(new.source)
        .bind(new.rest)
        .bind(new.hash)
        .bind(now)
        .bind(published.unix)
        .bind(published.offset)
        .bind(published.precision)
        .bind(published.sort)
        .bind(updated.unix)
        .bind(updated.offset)
        .bind(updated.precision)
        .bind(updated.sort)
        .execute(self.conn())
        .await?;
        self.keep_keys(id, feed, new.keys).await?;
        Ok(SavedEntry::Changed(id))
    }

    async fn insert_entry(&mut self, id: EntryId, feed: FeedId, new: &NewEntry<'_>, now: i64) -> Result<()> {
        let (published, updated) = (TimeColumns::from(new.published), TimeColumns::from(new.updated));
        sqlx::query(
            "INSERT INTO entries (id, feed_id, link, address, title, summary, content, authors, source, \
             rest, hash, arrived_at, changed_at, published, published_offset, published_precision, published_sort, \
             updated, updated_offset, updated_precision, updated_sort) VALUES \
             ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $12, $13, $14, $15, $16, $17, $18, $19, $20)",
        )
        .bind(id.as_i64())
        .bind(feed.as_i64())
        .bind(new.link)
        .bind(new.address)
        .bind(new.title)
        .bind(new.summary)
        .bind(new.content)
        .bind(columns::json(new.authors)?)
        .bind(new.source)
        .bind(new.rest)
        .bind(new.hash)
        .bind(now)
        .bind(published.unix)
        .bind(published.offset)
        .bind(published.precision)
        .bind(published.sort)
        .bind(updated.unix)
        .bind(updated.offset)
        .bind(updated.precision)
        .bind(updated.sort)
        .execute(self.conn())
        .await?;
        Ok(())
    }

    /// Remembers what an entry that did not change is known by now, beside what it was known by.
    pub async fn keep_keys(&mut self, id: EntryId, feed: FeedId, keys: &[String]) -> Result<()> {
        let kept: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM entry_keys WHERE entry_id = $1")
            .bind(id.as_i64())
            .fetch_one(self.conn())
            .await?;
        if kept + i64::try_from(keys.len().min(MAX_KEYS)).unwrap_or(i64::MAX) > MAX_OLD_KEYS {
            sqlx::query("DELETE FROM entry_keys WHERE entry_id = $1")
                .bind(id.as_i64())
                .execute(self.conn())
                .await?;
        }
        for key in keys.iter().take(MAX_KEYS) {
            sqlx::query(
                "INSERT INTO entry_keys (feed_id, entry_key, entry_id) VALUES ($1, $2, $3) \
                 ON CONFLICT (feed_id, entry_key) DO NOTHING",
            )
            .bind(feed.as_i64())
            .bind(key)
            .bind(id.as_i64())
            .execute(self.conn())
            .await?;
        }
        Ok(())
    }

    /// Notes why an entry's page could not be read, or that it could (`None`).
    pub async fn set_entry_reason(&mut self, id: EntryId, reason: Option<&str>) -> Result<()> {
        sqlx::query("UPDATE entries SET reason = $2 WHERE id = $1")
            .bind(id.as_i64())
            .bind(reason)
            .execute(self.conn())
            .await?;
        Ok(())
    }
}
