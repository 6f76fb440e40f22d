//! What a poll writes on its feed. A poll that found nothing new writes this one row and nothing else.

use crate::columns;
use crate::{Result, Tx};
use wireroom_model::Why;
use wireroom_model::{FeedId, Lang};

/// What a successful poll learnt about the feed itself.
#[derive(Debug, Clone, Default)]
pub struct FeedFacts<'a> {
    pub title: Option<&'a str>,
    pub description: Option<&'a str>,
    pub link: Option<&'a str>,
    pub lang: Lang,
    pub format: Option<&'a str>,
    pub etag: Option<&'a str>,
    pub last_modified: Option<&'a str>,
    /// The address that gave both, where it is not the feed's own.
    pub validators_from: Option<&'a str>,
    pub icon: Option<&'a str>,
    /// How long the feed says that it stays as it is, in seconds.
    pub ttl_seconds: Option<i64>,
    /// Hours of the day (UTC) in which it asks not to be polled.
    pub skip_hours: &'a [u8],
    /// Days (UTC, 1 is Monday) on which it asks not to be polled.
    pub skip_days: &'a [u8],
    /// Mean seconds between its entries.
    pub rhythm_seconds: Option<i64>,
    /// What of the answer could not be read, in one sentence.
    pub warning: Option<&'a Why>,
}

impl Tx {
    /// Notes a poll that brought a readable feed. The title that the owner gave stays.
    pub async fn feed_spoke(
        &mut self,
        id: FeedId,
        facts: &FeedFacts<'_>,
        brought_entries: bool,
        next_poll_at: i64,
        now: i64,
    ) -> Result<()> {
        sqlx::query(
            "UPDATE feeds SET title = CASE WHEN title_is_own THEN title ELSE COALESCE($2, title) END, \
             description = COALESCE($3, description), link = COALESCE($4, link), lang = COALESCE($5, lang), \
             format = COALESCE($6, format), etag = $7, last_modified = $8, next_poll_at = $9, last_poll_at = $10, \
             last_success_at = $10, last_entry_at = CASE WHEN $11 THEN $10 ELSE last_entry_at END, failures = 0, \
             reason = $17, not_before = NULL, icon = COALESCE($12, icon), ttl_seconds = $13, skip_hours = $14, \
             skip_days = $15, rhythm_seconds = $16, validators_from = $18 WHERE id = $1",
        )
        .bind(id.as_i64())
        .bind(facts.title)
        .bind(facts.description)
        .bind(facts.link)
        .bind(columns::lang(facts.lang))
        .bind(facts.format)
        .bind(facts.etag)
        .bind(facts.last_modified)
        .bind(next_poll_at)
        .bind(now)
        .bind(brought_entries)
        .bind(facts.icon)
        .bind(facts.ttl_seconds)
        .bind(columns::json(facts.skip_hours)?)
        .bind(columns::json(facts.skip_days)?)
        .bind(facts.rhythm_seconds)
        .bind(facts.warning.map(Why::stored))
        .bind(facts.validators_from)
        .execute(self.conn())
        .await?;
        Ok(())
    }

    /// Notes a poll that found nothing new (304); validators and what was left out of the last answer stay.
    pub async fn feed_unchanged(
        &mut self,
        id: FeedId,
        rhythm_seconds: Option<i64>,
        next_poll_at: i64,
        now: i64,
    ) -> Result<()> {
        sqlx::query(
            "UPDATE feeds SET next_poll_at = $2, last_poll_at = $3, last_success_at = $3, \
             reason = CASE WHEN failures = 0 THEN reason END, failures = 0, not_before = NULL, rhythm_seconds = $4 WHERE id = $1",
        )
        .bind(id.as_i64())
        .bind(next_poll_at)
        .bind(now)
        .bind(rhythm_seconds)
        .execute(self.conn())
        .await?;
        Ok(())
    }

    /// Notes a poll that failed, with its reason; `gone` stops the feed for good.
    pub async fn feed_failed(
        &mut self,
        id: FeedId,
        reason: &Why,
        gone: bool,
        next_poll_at: i64,
        now: i64,
    ) -> Result<()> {
        sqlx::query(
            "UPDATE feeds SET next_poll_at = $2, last_poll_at = $3, failures = failures + 1, reason = $4, \
             state = CASE WHEN $5 THEN 'gone' ELSE state END WHERE id = $1",
        )
        .bind(id.as_i64())
        .bind(next_poll_at)
        .bind(now)
        .bind(reason.stored())
        .bind(gone)
        .execute(self.conn())
        .await?;
        Ok(())
    }

    /// Notes until when the publisher asked to be left alone (Retry-After); a success lifts it.
    pub async fn leave_feed_alone(&mut self, id: FeedId, until: i64) -> Result<()> {
        sqlx::query("UPDATE feeds SET not_before = $2 WHERE id = $1")
            .bind(id.as_i64())
            .bind(until)
            .execute(self.conn())
            .await?;
        Ok(())
    }

    /// Notes where a poll was sent for good (`None`: nowhere). Returns how many polls in a row were sent there.
    /// Nothing is written while nothing was and is noted.
    pub async fn feed_moved(&mut self, id: FeedId, to: Option<&str>) -> Result<u32> {
        let seen: Option<i64> = sqlx::query_scalar(
            "UPDATE feeds SET moved_seen = CASE WHEN $2 IS NULL THEN 0 WHEN moved_to = $2 THEN moved_seen + 1 \
             ELSE 1 END, moved_to = $2 WHERE id = $1 AND ($2 IS NOT NULL OR moved_to IS NOT NULL) \
             RETURNING moved_seen",
        )
        .bind(id.as_i64())
        .bind(to)
        .fetch_optional(self.conn())
        .await?;
        Ok(seen.and_then(|seen| u32::try_from(seen).ok()).unwrap_or(0))
    }
}
