//! Feeds of the house and their health: when each was polled, what came of it, when it is polled next.
//! What a poll writes is in `polls`; the owner's choices are in `feed_settings`.

use crate::columns::Reader;
use crate::{Result, Store, StoreError, Tx, Viewer};
use sqlx::sqlite::SqliteRow;
use wireroom_model::Why;
use wireroom_model::{FeedId, Lang, UserId};

/// Where an entry's text is taken from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum TextFrom {
    /// The page, unless the feed already carries the whole text.
    #[default]
    Auto,
    /// Always the feed.
    Feed,
    /// Always the page.
    Page,
}

impl TextFrom {
    /// The store's word.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Feed => "feed",
            Self::Page => "page",
        }
    }

    /// Reads [`TextFrom::as_str`] back.
    pub fn parse(word: &str) -> Option<Self> {
        [Self::Auto, Self::Feed, Self::Page].into_iter().find(|from| from.as_str() == word)
    }
}

/// Whether a feed is polled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum FeedState {
    #[default]
    Active,
    /// The owner stopped it.
    Paused,
    /// The publisher took it away for good.
    Gone,
}

impl FeedState {
    /// The store's word.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Paused => "paused",
            Self::Gone => "gone",
        }
    }

    /// Reads [`FeedState::as_str`] back.
    pub fn parse(word: &str) -> Option<Self> {
        [Self::Active, Self::Paused, Self::Gone].into_iter().find(|state| state.as_str() == word)
    }
}

/// A feed to be added.
#[derive(Debug, Clone, Default)]
pub struct NewFeed<'a> {
    /// Canonical address.
    pub address: &'a str,
    pub title: Option<&'a str>,
    /// Seen by its subscribers alone.
    pub is_private: bool,
    pub owner: Option<UserId>,
    pub text_from: TextFrom,
}

/// A feed whose turn it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    pub id: FeedId,
    pub address: String,
    /// As in [`Feed`].
    pub skip_hours: Vec<u8>,
    /// As in [`Feed`].
    pub skip_days: Vec<u8>,
}

/// How a feed fares.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Health {
    pub last_poll_at: Option<i64>,
    pub last_success_at: Option<i64>,
    /// When an entry last arrived.
    pub last_entry_at: Option<i64>,
    pub next_poll_at: i64,
    /// Until when the publisher asked to be left alone.
    pub not_before: Option<i64>,
    /// Failures in a row.
    pub failures: u64,
    /// Why the last poll failed, in one sentence; where it did not (`failures` is 0), what its answer left out.
    pub reason: Option<Why>,
}

/// A feed as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Feed {
    pub id: FeedId,
    pub address: String,
    pub title: Option<String>,
    pub description: Option<String>,
    pub link: Option<String>,
    pub lang: Lang,
    pub format: Option<String>,
    pub is_private: bool,
    pub text_from: TextFrom,
    pub state: FeedState,
    pub added_at: i64,
    pub etag: Option<String>,
    pub last_modified: Option<String>,
    /// The address that gave both, where it is not `address` because that one redirects.
    pub validators_from: Option<String>,
    /// What the owner chose in place of the feed's own rhythm, in seconds.
    pub interval_seconds: Option<i64>,
    pub is_folded: bool,
    /// How long the feed itself says that it stays as it is, in seconds.
    pub ttl_seconds: Option<i64>,
    /// Hours of the day (UTC) in which the publisher asks not to be polled.
    pub skip_hours: Vec<u8>,
    /// Days (UTC, 1 is Monday) on which the publisher asks not to be polled.
    pub skip_days: Vec<u8>,
    /// Mean seconds between its entries of late, the silence since the last one counted in.
    pub rhythm_seconds: Option<i64>,
    /// Where the feed's picture stands.
    pub icon: Option<String>,
    /// What became of its address, in one sentence.
    pub note: Option<Why>,
    pub health: Health,
    pub entries: u64,
    pub articles: u64,
}

const FEED_COLUMNS: &str = "SELECT f.*, \
     (SELECT COUNT(*) FROM entries e WHERE e.feed_id = f.id) AS entry_count, \
     (SELECT COUNT(*) FROM article_feeds a WHERE a.feed_id = f.id) AS article_count FROM feeds f ";

fn feed(row: &SqliteRow) -> Result<Feed> {
    let read = Reader::new(row, "feeds", "id")?;
    Ok(Feed {
        id: read.id("id")?,
        address: read.get("address")?,
        title: read.get("title")?,
        description: read.get("description")?,
        link: read.get("link")?,
        lang: read.lang("lang")?,
        format: read.get("format")?,
        is_private: read.get("is_private")?,
        text_from: read.word("text_from", TextFrom::parse)?,
        state: read.word("state", FeedState::parse)?,
        added_at: read.get("added_at")?,
        etag: read.get("etag")?,
        last_modified: read.get("last_modified")?,
        validators_from: read.get("validators_from")?,
        interval_seconds: read.get("interval_seconds")?,
        is_folded: read.get("is_folded")?,
        ttl_seconds: read.get("ttl_seconds")?,
        skip_hours: read.json("skip_hours")?,
        skip_days: read.json("skip_days")?,
        rhythm_seconds: read.get("rhythm_seconds")?,
        icon: read.get("icon")?,
        note: read.get::<Option<String>>("note")?.as_deref().map(Why::read),
        health: health(&read)?,
        entries: read.count("entry_count")?,
        articles: read.count("article_count")?,
    })
}

pub(crate) fn health(read: &Reader<'_>) -> Result<Health> {
    Ok(Health {
        last_poll_at: read.get("last_poll_at")?,
        last_success_at: read.get("last_success_at")?,
        last_entry_at: read.get("last_entry_at")?,
        next_poll_at: read.get("next_poll_at")?,
        not_before: read.get("not_before")?,
        failures: read.count("failures")?,
        reason: read.get::<Option<String>>("reason")?.as_deref().map(Why::read),
    })
}

fn query(tail: &'static str) -> sqlx::AssertSqlSafe<String> {
    // Both halves are literals of this file.
    sqlx::AssertSqlSafe(format!("{FEED_COLUMNS}{tail}"))
}

const DUE: &str = "SELECT id, address, skip_hours, skip_days FROM feeds WHERE state = 'active' AND next_poll_at <= $1 \
     ORDER BY next_poll_at, id LIMIT $2";

fn due(rows: Vec<SqliteRow>) -> Result<Vec<Due>> {
    let due = |row: &SqliteRow| {
        let read = Reader::new(row, "feeds", "id")?;
        Ok(Due {
            id: read.id("id")?,
            address: read.get("address")?,
            skip_hours: read.json("skip_hours")?,
            skip_days: read.json("skip_days")?,
        })
    };
    rows.iter().map(due).collect()
}

impl Store {
    /// The feeds the viewer may see, by title and address.
    pub async fn feeds(&self, viewer: Viewer) -> Result<Vec<Feed>> {
        let rows = sqlx::query(query(
            "WHERE NOT f.is_private OR $1 = -1 OR EXISTS (SELECT 1 FROM subscriptions s \
             WHERE s.feed_id = f.id AND s.user_id = $1) ORDER BY COALESCE(f.title, f.address), f.id",
        ))
        .bind(viewer.code())
        .fetch_all(&self.read)
        .await?;
        rows.iter().map(feed).collect()
    }

    /// One feed.
    pub async fn feed(&self, id: FeedId) -> Result<Option<Feed>> {
        let row = sqlx::query(query("WHERE f.id = $1")).bind(id.as_i64()).fetch_optional(&self.read).await?;
        row.as_ref().map(feed).transpose()
    }

    /// One feed by its canonical address.
    pub async fn feed_by_address(&self, address: &str) -> Result<Option<Feed>> {
        let row = sqlx::query(query("WHERE f.address = $1")).bind(address).fetch_optional(&self.read).await?;
        row.as_ref().map(feed).transpose()
    }

    /// Active feeds whose turn it is, the longest waiting first.
    pub async fn feeds_due(&self, now: i64, limit: u32) -> Result<Vec<Due>> {
        due(sqlx::query(DUE).bind(now).bind(limit).fetch_all(&self.read).await?)
    }

    /// When the next active feed is due.
    pub async fn next_poll_at(&self) -> Result<Option<i64>> {
        Ok(sqlx::query_scalar("SELECT MIN(next_poll_at) FROM feeds WHERE state = 'active'")
            .fetch_one(&self.read)
            .await?)
    }
}

impl Tx {
    /// [`Store::feeds_due`] as this transaction finds it: whoever marks them in it asks for no feed twice.
    pub async fn feeds_due(&mut self, now: i64, limit: u32) -> Result<Vec<Due>> {
        due(sqlx::query(DUE).bind(now).bind(limit).fetch_all(self.conn()).await?)
    }

    /// Adds a feed, due at once; a known address gives the feed that has it and `false`.
    pub async fn add_feed(&mut self, new: &NewFeed<'_>, now: i64) -> Result<(FeedId, bool)> {
        let known: Option<i64> = sqlx::query_scalar("SELECT id FROM feeds WHERE address = $1")
            .bind(new.address)
            .fetch_optional(self.conn())
            .await?;
        let broken = |row| StoreError::Broken { table: "feeds", row, column: "id" };
        if let Some(id) = known {
            return Ok((FeedId::try_from(id).map_err(|_| broken(id))?, false));
        }
        let id = self.next("feeds").await?;
        sqlx::query(
            "INSERT INTO feeds (id, address, title, title_is_own, is_private, owner_id, text_from, added_at, \
             next_poll_at) VALUES ($1, $2, $3, ($3 IS NOT NULL), $4, $5, $6, $7, $7)",
        )
        .bind(id)
        .bind(new.address)
        .bind(new.title)
        .bind(new.is_private)
        .bind(new.owner.map(UserId::as_i64))
        .bind(new.text_from.as_str())
        .bind(now)
        .execute(self.conn())
        .await?;
        Ok((FeedId::try_from(id).map_err(|_| broken(id))?, true))
    }

    /// Removes a feed with its entries. The articles it brought stay; those no other feed brought and that were
    /// private stay private.
    pub async fn remove_feed(&mut self, id: FeedId) -> Result<()> {
        sqlx::query("DELETE FROM feeds WHERE id = $1").bind(id.as_i64()).execute(self.conn()).await?;
        sqlx::query("DELETE FROM briefs WHERE audience = $1").bind(id.as_i64()).execute(self.conn()).await?;
        Ok(())
    }

    /// Pauses, resumes or retires a feed; a resumed one is due at once and read whole, for what its answer names
    /// besides entries (a hub that was left meanwhile).
    pub async fn set_feed_state(&mut self, id: FeedId, state: FeedState, now: i64) -> Result<()> {
        sqlx::query(
            "UPDATE feeds SET state = $2, next_poll_at = $3, etag = CASE WHEN $2 <> 'active' THEN etag END, \
             last_modified = CASE WHEN $2 <> 'active' THEN last_modified END WHERE id = $1",
        )
        .bind(id.as_i64())
        .bind(state.as_str())
        .bind(now)
        .execute(self.conn())
        .await?;
        Ok(())
    }

    /// Chooses where the feed's texts are taken from.
    pub async fn set_text_from(&mut self, id: FeedId, from: TextFrom) -> Result<()> {
        sqlx::query("UPDATE feeds SET text_from = $2 WHERE id = $1")
            .bind(id.as_i64())
            .bind(from.as_str())
            .execute(self.conn())
            .await?;
        Ok(())
    }

    /// Makes the feed due at `at`, or when its publisher's Retry-After ends where that is later.
    pub async fn poll_feed_at(&mut self, id: FeedId, at: i64) -> Result<()> {
        sqlx::query("UPDATE feeds SET next_poll_at = CASE WHEN not_before > $2 THEN not_before ELSE $2 END WHERE id = $1")
            .bind(id.as_i64())
            .bind(at)
            .execute(self.conn())
            .await?;
        Ok(())
    }

    /// Gives a feed another address and says why. Where another feed has that address already, subscribers move
    /// over to it and this one goes; a private one takes nobody in (`None` comes back and nothing changes).
    pub async fn readdress_feed(
        &mut self,
        id: FeedId,
        address: &str,
        note: &Why,
        now: i64,
    ) -> Result<Option<FeedId>> {
        let known: Option<(i64, bool)> =
            sqlx::query_as("SELECT id, is_private FROM feeds WHERE address = $1 AND id <> $2")
                .bind(address)
                .bind(id.as_i64())
                .fetch_optional(self.conn())
                .await?;
        let broken = |row| StoreError::Broken { table: "feeds", row, column: "id" };
        match known {
            Some((_, true)) => Ok(None),
            Some((other, false)) => {
                sqlx::query(
                    "INSERT INTO subscriptions (user_id, feed_id, title, folder, attributes, created_at) \
                     SELECT user_id, $2, title, folder, attributes, created_at FROM subscriptions \
                     WHERE feed_id = $1 ON CONFLICT (user_id, feed_id) DO NOTHING",
                )
                .bind(id.as_i64())
                .bind(other)
                .execute(self.conn())
                .await?;
                let other = FeedId::try_from(other).map_err(|_| broken(other))?;
                // Articles that this feed brought are the other's too, so that nobody loses sight of them.
                sqlx::query(
                    "INSERT INTO article_feeds (article_id, feed_id, entry_id) \
                     SELECT article_id, $2, NULL FROM article_feeds WHERE feed_id = $1 \
                     ON CONFLICT (article_id, feed_id) DO NOTHING",
                )
                .bind(id.as_i64())
                .bind(other.as_i64())
                .execute(self.conn())
                .await?;
                self.remove_feed(id).await?;
                self.note_feed(other, note).await?;
                Ok(Some(other))
            }
            None => {
                sqlx::query(
                    "UPDATE feeds SET address = $2, etag = NULL, last_modified = NULL, validators_from = NULL, \
                     moved_to = NULL, moved_seen = 0, failures = 0, reason = NULL, next_poll_at = $3 WHERE id = $1",
                )
                .bind(id.as_i64())
                .bind(address)
                .bind(now)
                .execute(self.conn())
                .await?;
                self.note_feed(id, note).await?;
                Ok(Some(id))
            }
        }
    }

    async fn note_feed(&mut self, id: FeedId, note: &Why) -> Result<()> {
        sqlx::query("UPDATE feeds SET note = $2 WHERE id = $1")
            .bind(id.as_i64())
            .bind(note.stored())
            .execute(self.conn())
            .await?;
        Ok(())
    }
}
