//! The record of the feeds' health: habits as last read, changes of verdict, and the secret addresses they are told at.
//! It judges nothing: [`crate::health`] does. Start at [`Store::verdicts`].

use crate::columns::Reader;
use crate::feeds::{self, FeedState};
use crate::health::{Habit, Standing, Texts, Verdict, judge};
use crate::{Result, Store, Tx, Viewer};
use sqlx::sqlite::SqliteRow;
use std::collections::BTreeMap;
use wireroom_model::{FeedId, UserId};

/// Entries whose times tell a habit, the latest.
const HABIT_ENTRIES: u32 = 400;

/// Articles whose texts tell where texts come from, the latest.
const HABIT_ARTICLES: u32 = 200;

/// Articles of an entry come minutes after it: so long after it the habit is read again (seconds).
const SETTLING: i64 = 3_600;

/// A habit that nothing asked for is read again after this (seconds): a reprocess may have changed it.
const STALE: i64 = 86_400;

/// Changes of verdict that are kept of one feed.
const KEPT_CHANGES: u32 = 20;

/// One change of a feed's verdict.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Never given twice.
    pub id: i64,
    pub feed: FeedId,
    pub name: String,
    /// The new verdict's word.
    pub verdict: String,
    /// What was to be said of it then.
    pub told: String,
    pub at: i64,
}

/// A feed that needs somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Troubled {
    pub feed: FeedId,
    pub name: String,
    pub verdict: String,
}

fn habit(row: &SqliteRow) -> Result<(FeedId, Habit)> {
    let read = Reader::new(row, "feed_habits", "feed_id")?;
    let texts = Texts {
        from_pages: read.count("from_pages")?,
        from_feed: read.count("from_feed")?,
        stumps: read.count("stumps")?,
        empty: read.count("empty")?,
    };
    let habit = Habit {
        days: u32::try_from(read.count("days")?).unwrap_or(u32::MAX),
        entries: read.count("entries")?,
        usual_days: read.get("usual_days")?,
        longest_days: read.get("longest_days")?,
        last_spoke_at: read.get("last_spoke_at")?,
        texts,
    };
    Ok((read.id("feed_id")?, habit))
}

impl Store {
    /// Every feed as far as a judgement needs it, by number: without the counts of a whole [`crate::feeds::Feed`].
    pub async fn standings(&self) -> Result<Vec<Standing>> {
        let rows = sqlx::query(
            "SELECT id, COALESCE(title, address) AS name, state, added_at, last_poll_at, last_success_at, \
             last_entry_at, next_poll_at, not_before, failures, reason FROM feeds ORDER BY id",
        )
        .fetch_all(&self.read)
        .await?;
        rows.iter()
            .map(|row| {
                let read = Reader::new(row, "feeds", "id")?;
                Ok(Standing {
                    feed: read.id("id")?,
                    name: read.get("name")?,
                    state: read.word("state", FeedState::parse)?,
                    added_at: read.get("added_at")?,
                    health: feeds::health(&read)?,
                })
            })
            .collect()
    }

    /// Every feed with its verdict at `now`, by number.
    pub async fn verdicts(&self, now: i64) -> Result<Vec<(Standing, Verdict)>> {
        let habits = self.habits().await?;
        let standings = self.standings().await?.into_iter();
        Ok(standings
            .map(|feed| {
                let verdict = judge(&feed, habits.get(&feed.feed), now);
                (feed, verdict)
            })
            .collect())
    }

    /// Every feed's habit, as last read.
    pub async fn habits(&self) -> Result<BTreeMap<FeedId, Habit>> {
        let rows = sqlx::query("SELECT * FROM feed_habits ORDER BY feed_id").fetch_all(&self.read).await?;
        rows.iter().map(habit).collect()
    }

    /// Feeds whose habit is to be read again: those that spoke since, and those not looked at for a day.
    pub async fn habits_due(&self, now: i64, limit: u32) -> Result<Vec<FeedId>> {
        let ids: Vec<i64> = sqlx::query_scalar(
            "SELECT f.id FROM feeds f LEFT JOIN feed_habits h ON h.feed_id = f.id \
             WHERE (h.feed_id IS NULL AND f.last_success_at IS NOT NULL) OR f.last_entry_at >= h.read_at - $2 \
             OR h.read_at < $1 - $3 ORDER BY COALESCE(h.read_at, 0), f.id LIMIT $4",
        )
        .bind(now)
        .bind(SETTLING)
        .bind(STALE)
        .bind(limit)
        .fetch_all(&self.read)
        .await?;
        Ok(ids.into_iter().filter_map(|id| FeedId::try_from(id).ok()).collect())
    }

    /// Reads a feed's habit off its latest entries and articles.
    pub async fn read_habit(&self, feed: FeedId) -> Result<Habit> {
        let times: Vec<i64> = sqlx::query_scalar(
            "SELECT CASE WHEN published < arrived_at THEN published ELSE arrived_at END \
             FROM entries WHERE feed_id = $1 ORDER BY arrived_at DESC LIMIT $2",
        )
        .bind(feed.as_i64())
        .bind(HABIT_ENTRIES)
        .fetch_all(&self.read)
        .await?;
        let counts: (Option<i64>, Option<i64>, Option<i64>, Option<i64>) = sqlx::query_as(
            "SELECT SUM(CASE WHEN kind = 'empty' THEN 1 ELSE 0 END), \
             SUM(CASE WHEN kind <> 'empty' AND (kind = 'paywall' OR (form = 'entry' AND reason IS NOT NULL)) \
             THEN 1 ELSE 0 END), \
             SUM(CASE WHEN kind NOT IN ('empty', 'paywall') AND form = 'entry' AND reason IS NULL \
             THEN 1 ELSE 0 END), COUNT(*) \
             FROM (SELECT v.kind, p.form, e.reason FROM article_feeds x JOIN articles a ON a.id = x.article_id \
             JOIN versions v ON v.id = a.version_id LEFT JOIN pages p ON p.id = v.page_id \
             LEFT JOIN entries e ON e.id = x.entry_id WHERE x.feed_id = $1 \
             ORDER BY x.article_id DESC LIMIT $2) AS latest",
        )
        .bind(feed.as_i64())
        .bind(HABIT_ARTICLES)
        .fetch_one(&self.read)
        .await?;
        let count = |found: Option<i64>| found.unwrap_or(0).unsigned_abs();
        let (empty, stumps, from_feed) = (count(counts.0), count(counts.1), count(counts.2));
        let from_pages = count(counts.3).saturating_sub(empty + stumps + from_feed);
        Ok(Habit { texts: Texts { from_pages, from_feed, stumps, empty }, ..Habit::of_times(&times) })
    }

    /// The verdict that was last recorded of each feed.
    pub async fn recorded_verdicts(&self) -> Result<BTreeMap<FeedId, String>> {
        let rows: Vec<(i64, String)> = sqlx::query_as(
            "SELECT v.feed_id, v.verdict FROM feed_verdicts v \
             WHERE v.id = (SELECT MAX(w.id) FROM feed_verdicts w WHERE w.feed_id = v.feed_id)",
        )
        .fetch_all(&self.read)
        .await?;
        Ok(rows.into_iter().filter_map(|(id, word)| Some((FeedId::try_from(id).ok()?, word))).collect())
    }

    /// The latest changes that the viewer may hear of, newest first.
    pub async fn verdict_changes(&self, viewer: Viewer, limit: u32) -> Result<Vec<Change>> {
        let rows = sqlx::query(
            "SELECT v.*, COALESCE(f.title, f.address) AS name FROM feed_verdicts v JOIN feeds f ON f.id = v.feed_id \
             WHERE NOT f.is_private OR $1 = -1 OR EXISTS (SELECT 1 FROM subscriptions s \
             WHERE s.feed_id = f.id AND s.user_id = $1) ORDER BY v.id DESC LIMIT $2",
        )
        .bind(viewer.code())
        .bind(limit)
        .fetch_all(&self.read)
        .await?;
        rows.iter()
            .map(|row| {
                let read = Reader::new(row, "feed_verdicts", "id")?;
                Ok(Change {
                    id: read.get("id")?,
                    feed: read.id("feed_id")?,
                    name: read.get("name")?,
                    verdict: read.get("verdict")?,
                    told: read.get("told")?,
                    at: read.get("at")?,
                })
            })
            .collect()
    }

    /// The feeds that the viewer may see and that need somebody, as last recorded, the latest change first.
    pub async fn troubled_feeds(&self, viewer: Viewer) -> Result<Vec<Troubled>> {
        let rows = sqlx::query(
            "SELECT v.feed_id, v.verdict, COALESCE(f.title, f.address) AS name \
             FROM feed_verdicts v JOIN feeds f ON f.id = v.feed_id \
             WHERE v.id = (SELECT MAX(w.id) FROM feed_verdicts w WHERE w.feed_id = v.feed_id) \
             AND v.verdict IN ('failing', 'gone', 'silent') AND f.state <> 'paused' \
             AND (NOT f.is_private OR $1 = -1 OR EXISTS (SELECT 1 FROM subscriptions s \
             WHERE s.feed_id = f.id AND s.user_id = $1)) ORDER BY v.id DESC",
        )
        .bind(viewer.code())
        .fetch_all(&self.read)
        .await?;
        rows.iter()
            .map(|row| {
                let read = Reader::new(row, "feed_verdicts", "feed_id")?;
                Ok(Troubled {
                    feed: read.id("feed_id")?,
                    name: read.get("name")?,
                    verdict: read.get("verdict")?,
                })
            })
            .collect()
    }

    /// Whose secret address this is, where it was made for this purpose.
    pub async fn reader_of_token(&self, token_hash: &str, purpose: &str) -> Result<Option<UserId>> {
        let id: Option<i64> =
            sqlx::query_scalar("SELECT user_id FROM reader_tokens WHERE token_hash = $1 AND purpose = $2")
                .bind(token_hash)
                .bind(purpose)
                .fetch_optional(&self.read)
                .await?;
        Ok(id.and_then(|id| UserId::try_from(id).ok()))
    }
}

impl Tx {
    /// Keeps a feed's habit.
    pub async fn save_habit(&mut self, feed: FeedId, habit: &Habit, now: i64) -> Result<()> {
        let number = |count: u64| i64::try_from(count).unwrap_or(i64::MAX);
        sqlx::query(
            "INSERT INTO feed_habits (feed_id, days, entries, usual_days, longest_days, last_spoke_at, from_pages, \
             from_feed, stumps, empty, read_at) \
             SELECT id, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11 FROM feeds WHERE id = $1 \
             ON CONFLICT (feed_id) DO UPDATE SET days = excluded.days, entries = excluded.entries, \
             usual_days = excluded.usual_days, longest_days = excluded.longest_days, \
             last_spoke_at = excluded.last_spoke_at, from_pages = excluded.from_pages, \
             from_feed = excluded.from_feed, stumps = excluded.stumps, empty = excluded.empty, \
             read_at = excluded.read_at",
        )
        .bind(feed.as_i64())
        .bind(i64::from(habit.days))
        .bind(number(habit.entries))
        .bind(habit.usual_days)
        .bind(habit.longest_days)
        .bind(habit.last_spoke_at)
        .bind(number(habit.texts.from_pages))
        .bind(number(habit.texts.from_feed))
        .bind(number(habit.texts.stumps))
        .bind(number(habit.texts.empty))
        .bind(now)
        .execute(self.conn())
        .await?;
        Ok(())
    }

    /// Records that a feed's verdict changed; the oldest changes of a feed that changes much are let go.
    pub async fn record_verdict(&mut self, feed: FeedId, verdict: &str, told: &str, now: i64) -> Result<()> {
        let id = self.next("verdicts").await?;
        sqlx::query(
            "INSERT INTO feed_verdicts (id, feed_id, verdict, told, at) \
             SELECT $2, id, $3, $4, $5 FROM feeds WHERE id = $1",
        )
        .bind(feed.as_i64())
        .bind(id)
        .bind(verdict)
        .bind(told)
        .bind(now)
        .execute(self.conn())
        .await?;
        sqlx::query(
            "DELETE FROM feed_verdicts WHERE feed_id = $1 AND id NOT IN \
             (SELECT id FROM feed_verdicts WHERE feed_id = $1 ORDER BY id DESC LIMIT $2)",
        )
        .bind(feed.as_i64())
        .bind(KEPT_CHANGES)
        .execute(self.conn())
        .await?;
        Ok(())
    }

    /// Gives a reader a secret address for a purpose, in place of the one before it.
    pub async fn set_reader_token(
        &mut self,
        user: UserId,
        purpose: &str,
        token_hash: &str,
        now: i64,
    ) -> Result<()> {
        sqlx::query("DELETE FROM reader_tokens WHERE user_id = $1 AND purpose = $2")
            .bind(user.as_i64())
            .bind(purpose)
            .execute(self.conn())
            .await?;
        sqlx::query(
            "INSERT INTO reader_tokens (token_hash, user_id, purpose, created_at) VALUES ($1, $2, $3, $4)",
        )
        .bind(token_hash)
        .bind(user.as_i64())
        .bind(purpose)
        .bind(now)
        .execute(self.conn())
        .await?;
        Ok(())
    }
}
