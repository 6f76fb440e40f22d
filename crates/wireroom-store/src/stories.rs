//! Stories and who stands in them, with the log of what happened to each. A story's number never means another
//! story: one that was merged away leads to where its articles went.

use crate::columns::{self, Reader};
use crate::story_page::MAX_ARTICLES;
use crate::{Result, Store, StoreError, Tx};
use serde::Serialize;
use std::collections::BTreeMap;
use wireroom_model::{ArticleId, StoryId};

/// How many merges a redirect may pass through; longer chains are shortened when they are written.
pub(crate) const MAX_REDIRECTS: usize = 32;

/// Where a story's address leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StoryAddress {
    Here(StoryId),
    /// It was merged: a permanent redirect.
    Moved(StoryId),
    /// No story ever had this number, or it holds no article any more.
    Nowhere,
}

/// One line of a story's log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoryEvent {
    pub kind: String,
    pub article: Option<ArticleId>,
    pub other: Option<StoryId>,
    /// The story room's reason, as JSON.
    pub reason: String,
    pub at: i64,
}

impl Store {
    /// Where a story's address leads.
    pub async fn story_address(&self, id: StoryId) -> Result<StoryAddress> {
        let mut number = id.as_i64();
        for _ in 0..MAX_REDIRECTS {
            let row: Option<Option<i64>> =
                sqlx::query_scalar("SELECT merged_into FROM stories WHERE id = $1")
                    .bind(number)
                    .fetch_optional(&self.read)
                    .await?;
            match row {
                None => return Ok(StoryAddress::Nowhere),
                Some(Some(next)) => number = next,
                Some(None) if !self.holds_articles(number).await? => return Ok(StoryAddress::Nowhere),
                Some(None) => {
                    let broken = |_| StoreError::Broken { table: "stories", row: number, column: "id" };
                    let here = StoryId::try_from(number).map_err(broken)?;
                    return Ok(if here == id { StoryAddress::Here(id) } else { StoryAddress::Moved(here) });
                }
            }
        }
        Ok(StoryAddress::Nowhere)
    }

    async fn holds_articles(&self, story: i64) -> Result<bool> {
        let found: Option<i64> =
            sqlx::query_scalar("SELECT article_id FROM story_members WHERE story_id = $1 LIMIT 1")
                .bind(story)
                .fetch_optional(&self.read)
                .await?;
        Ok(found.is_some())
    }

    /// A story's articles, by number.
    pub async fn story_articles(&self, id: StoryId) -> Result<Vec<ArticleId>> {
        let ids: Vec<i64> = sqlx::query_scalar(
            "SELECT article_id FROM story_members WHERE story_id = $1 ORDER BY article_id",
        )
        .bind(id.as_i64())
        .fetch_all(&self.read)
        .await?;
        Ok(ids.into_iter().filter_map(|id| ArticleId::try_from(id).ok()).collect())
    }

    /// The story an article stands in.
    pub async fn story_of(&self, article: ArticleId) -> Result<Option<StoryId>> {
        let id: Option<i64> = sqlx::query_scalar("SELECT story_id FROM story_members WHERE article_id = $1")
            .bind(article.as_i64())
            .fetch_optional(&self.read)
            .await?;
        Ok(id.and_then(|id| StoryId::try_from(id).ok()))
    }

    /// Why an article stands in its story: the story room's reason, as JSON.
    pub async fn why(&self, article: ArticleId) -> Result<Option<String>> {
        Ok(sqlx::query_scalar("SELECT why FROM story_members WHERE article_id = $1")
            .bind(article.as_i64())
            .fetch_optional(&self.read)
            .await?)
    }

    /// Why the articles of a story stand in it, by article: the story room's reasons, as JSON.
    pub async fn whys(&self, story: StoryId) -> Result<BTreeMap<ArticleId, String>> {
        let rows: Vec<(i64, String)> = sqlx::query_as(
            "SELECT article_id, why FROM story_members WHERE story_id = $1 ORDER BY article_id LIMIT $2",
        )
        .bind(story.as_i64())
        .bind(MAX_ARTICLES)
        .fetch_all(&self.read)
        .await?;
        Ok(rows.into_iter().filter_map(|(id, why)| Some((ArticleId::try_from(id).ok()?, why))).collect())
    }

    /// The newest stories that were not merged away, of those with a number below `below`, the newest first.
    pub async fn newest_stories(&self, below: Option<StoryId>, limit: u32) -> Result<Vec<StoryId>> {
        let ids: Vec<i64> = sqlx::query_scalar(
            "SELECT id FROM stories WHERE merged_into IS NULL AND id < $1 ORDER BY id DESC LIMIT $2",
        )
        .bind(below.map_or(i64::MAX, StoryId::as_i64))
        .bind(limit)
        .fetch_all(&self.read)
        .await?;
        Ok(ids.into_iter().filter_map(|id| StoryId::try_from(id).ok()).collect())
    }

    /// Pairs of stories that came apart, by the numbers under which their articles stand now.
    pub async fn partings(&self) -> Result<Vec<(StoryId, StoryId)>> {
        let rows: Vec<(i64, i64)> = sqlx::query_as(
            "SELECT DISTINCT COALESCE(a.merged_into, a.id), COALESCE(b.merged_into, b.id) FROM story_events e \
             JOIN stories a ON a.id = e.story_id JOIN stories b ON b.id = e.other_id \
             WHERE e.kind = 'split' ORDER BY 1, 2",
        )
        .fetch_all(&self.read)
        .await?;
        let pair = |(a, b)| Some((StoryId::try_from(a).ok()?, StoryId::try_from(b).ok()?));
        Ok(rows.into_iter().filter_map(pair).collect())
    }

    /// A story's log, oldest first.
    pub async fn story_events(&self, id: StoryId, limit: u32) -> Result<Vec<StoryEvent>> {
        let rows = sqlx::query(
            "SELECT id, kind, article_id, other_id, reason, at FROM story_events WHERE story_id = $1 \
             AND kind IN ('merged', 'split', 'corrected') ORDER BY id LIMIT $2",
        )
        .bind(id.as_i64())
        .bind(limit)
        .fetch_all(&self.read)
        .await?;
        rows.iter()
            .map(|row| {
                let read = Reader::new(row, "story_events", "id")?;
                Ok(StoryEvent {
                    kind: read.get("kind")?,
                    article: read.maybe_id("article_id")?,
                    other: read.maybe_id("other_id")?,
                    reason: read.get("reason")?,
                    at: read.get("at")?,
                })
            })
            .collect()
    }
}

impl Tx {
    /// Opens a story; one that is there already (a reprocess takes its number again) is open once more.
    pub async fn open_story(&mut self, id: StoryId, now: i64) -> Result<()> {
        sqlx::query(
            "INSERT INTO stories (id, state, opened_at, changed_at) VALUES ($1, 'open', $2, $2) \
             ON CONFLICT (id) DO UPDATE SET state = 'open', merged_into = NULL, changed_at = excluded.changed_at",
        )
        .bind(id.as_i64())
        .bind(now)
        .execute(self.conn())
        .await?;
        Ok(())
    }

    /// Puts an article into a story, out of any other, with the reason.
    pub async fn join_story<T: Serialize>(
        &mut self,
        article: ArticleId,
        story: StoryId,
        why: &T,
        now: i64,
    ) -> Result<()> {
        sqlx::query(
            "INSERT INTO story_members (article_id, story_id, why, joined_at) VALUES ($1, $2, $3, $4) \
             ON CONFLICT (article_id) DO UPDATE SET story_id = excluded.story_id, why = excluded.why, \
             joined_at = excluded.joined_at",
        )
        .bind(article.as_i64())
        .bind(story.as_i64())
        .bind(columns::json(why)?)
        .bind(now)
        .execute(self.conn())
        .await?;
        sqlx::query("UPDATE stories SET changed_at = $2 WHERE id = $1")
            .bind(story.as_i64())
            .bind(now)
            .execute(self.conn())
            .await?;
        self.star_along(article, story).await
    }

    /// Who starred all of a story starred the event: what joins it later is starred, too.
    async fn star_along(&mut self, article: ArticleId, story: StoryId) -> Result<()> {
        let others = "FROM story_members m LEFT JOIN marks r ON r.item = m.article_id AND r.user_id = k.user_id \
             WHERE m.story_id = $2 AND m.article_id <> $1";
        let statement = format!(
            "INSERT INTO marks (user_id, item, starred_at) SELECT k.user_id, $1, k.starred_at FROM marks k \
             WHERE k.item = $2 AND k.starred_at IS NOT NULL AND EXISTS (SELECT 1 {others} AND r.starred_at IS NOT NULL) \
             AND NOT EXISTS (SELECT 1 {others} AND r.starred_at IS NULL) \
             ON CONFLICT (user_id, item) DO UPDATE SET starred_at = excluded.starred_at"
        );
        // Literals of this function.
        sqlx::query(sqlx::AssertSqlSafe(statement))
            .bind(article.as_i64())
            .bind(story.as_i64())
            .execute(self.conn())
            .await?;
        Ok(())
    }

    /// Moves every article of `from` into `into`; the address of `from` leads there from now on.
    pub async fn merge_story(&mut self, from: StoryId, into: StoryId, now: i64) -> Result<()> {
        sqlx::query("UPDATE story_members SET story_id = $2 WHERE story_id = $1")
            .bind(from.as_i64())
            .bind(into.as_i64())
            .execute(self.conn())
            .await?;
        self.redirect_story(from, into, now).await
    }

    /// Makes a story's address lead to another; it keeps no brief of its own.
    pub async fn redirect_story(&mut self, from: StoryId, into: StoryId, now: i64) -> Result<()> {
        sqlx::query(
            "UPDATE stories SET state = 'merged', merged_into = $2, changed_at = $3 \
             WHERE id = $1 OR merged_into = $1",
        )
        .bind(from.as_i64())
        .bind(into.as_i64())
        .bind(now)
        .execute(self.conn())
        .await?;
        sqlx::query("DELETE FROM briefs WHERE story_id = $1")
            .bind(from.as_i64())
            .execute(self.conn())
            .await?;
        self.save_profile(from, None).await?;
        self.carry_marks(from, into).await
    }

    /// What readers starred and tagged under a number that leads on is so where it leads. What they read was the part of
    /// it that came along: the whole is read where nothing else stands in it that they have not.
    async fn carry_marks(&mut self, from: StoryId, into: StoryId) -> Result<()> {
        for statement in [
            "INSERT INTO marks (user_id, item, read_at, starred_at) \
             SELECT k.user_id, $2, CASE WHEN EXISTS (SELECT 1 FROM story_members m LEFT JOIN marks r \
             ON r.item = m.article_id AND r.user_id = k.user_id WHERE m.story_id = $2 AND r.read_at IS NULL) \
             THEN NULL ELSE k.read_at END, k.starred_at FROM marks k WHERE k.item = $1 \
             ON CONFLICT (user_id, item) DO UPDATE SET read_at = COALESCE(marks.read_at, excluded.read_at), \
             starred_at = COALESCE(marks.starred_at, excluded.starred_at)",
            "INSERT INTO tags (user_id, item, tag, tagged_at) \
             SELECT user_id, $2, tag, tagged_at FROM tags WHERE item = $1 \
             ON CONFLICT (user_id, item, tag) DO NOTHING",
        ] {
            sqlx::query(statement).bind(from.as_i64()).bind(into.as_i64()).execute(self.conn()).await?;
        }
        Ok(())
    }

    /// The story an article stands in, inside a transaction.
    pub async fn story_of(&mut self, article: ArticleId) -> Result<Option<StoryId>> {
        let id: Option<i64> = sqlx::query_scalar("SELECT story_id FROM story_members WHERE article_id = $1")
            .bind(article.as_i64())
            .fetch_optional(self.conn())
            .await?;
        Ok(id.and_then(|id| StoryId::try_from(id).ok()))
    }

    /// How many articles stand in a story.
    pub async fn story_size(&mut self, id: StoryId) -> Result<u64> {
        let size: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM story_members WHERE story_id = $1")
            .bind(id.as_i64())
            .fetch_one(self.conn())
            .await?;
        Ok(size.unsigned_abs())
    }

    /// Notes that a story takes no more articles. Its page stays.
    pub async fn close_story(&mut self, id: StoryId) -> Result<()> {
        sqlx::query("UPDATE stories SET state = 'closed' WHERE id = $1 AND state = 'open'")
            .bind(id.as_i64())
            .execute(self.conn())
            .await?;
        Ok(())
    }

    /// Writes a line into a story's log.
    pub async fn log_story<T: Serialize>(
        &mut self,
        story: StoryId,
        kind: &str,
        article: Option<ArticleId>,
        other: Option<StoryId>,
        reason: &T,
        now: i64,
    ) -> Result<()> {
        let id = self.next("events").await?;
        sqlx::query(
            "INSERT INTO story_events (id, story_id, kind, article_id, other_id, reason, at) \
             VALUES ($1, $2, $3, $4, $5, $6, $7)",
        )
        .bind(id)
        .bind(story.as_i64())
        .bind(kind)
        .bind(article.map(ArticleId::as_i64))
        .bind(other.map(StoryId::as_i64))
        .bind(columns::json(reason)?)
        .bind(now)
        .execute(self.conn())
        .await?;
        Ok(())
    }

    /// The stories that hold no article any more and lead nowhere, after a reprocess.
    pub async fn empty_stories(&mut self) -> Result<Vec<StoryId>> {
        let ids: Vec<i64> = sqlx::query_scalar(
            "SELECT s.id FROM stories s WHERE s.merged_into IS NULL \
             AND NOT EXISTS (SELECT 1 FROM story_members m WHERE m.story_id = s.id) ORDER BY s.id",
        )
        .fetch_all(self.conn())
        .await?;
        Ok(ids.into_iter().filter_map(|id| StoryId::try_from(id).ok()).collect())
    }
}
