//! What came since a moment, for somebody who looks: how many articles, and which texts were corrected after their story
//! was read. Start at [`Store::arrived_since`] and [`Store::corrected_since_read`].

use crate::columns::Reader;
use crate::{Result, Store, Viewer};
use std::collections::BTreeSet;
use wireroom_model::{Alteration, ArticleId, StoryId, UserId};

/// A text that its outlet changed after the reader had read its story.
#[derive(Debug, Clone, PartialEq)]
pub struct CorrectedText {
    pub article: ArticleId,
    /// The version's place among the article's, from 1.
    pub number: u64,
    pub title: String,
    pub outlet: Option<String>,
    pub story: StoryId,
    pub seen_at: i64,
    pub changes: Vec<Alteration>,
}

impl Store {
    /// Articles that the house took in after a moment and the viewer may see; of one story, where one is named.
    pub async fn arrived_since(&self, viewer: Viewer, since: i64, story: Option<StoryId>) -> Result<u64> {
        let count: i64 = sqlx::query_scalar(
            "SELECT COUNT(*) FROM articles a LEFT JOIN story_members m ON m.article_id = a.id \
             WHERE a.arrived_at > $2 AND a.version_id IS NOT NULL AND ($3 IS NULL OR m.story_id = $3) \
             AND (NOT a.is_private OR $1 = -1 OR EXISTS (SELECT 1 FROM article_feeds x \
             JOIN subscriptions s ON s.feed_id = x.feed_id WHERE x.article_id = a.id AND s.user_id = $1))",
        )
        .bind(viewer.code())
        .bind(since)
        .bind(story.map(StoryId::as_i64))
        .fetch_one(&self.read)
        .await?;
        Ok(count.unsigned_abs())
    }

    /// Which articles of a story say in a later version that they corrected something. Some may be private: the caller
    /// marks those that its reader sees anyway.
    pub async fn corrected_of_story(&self, story: StoryId) -> Result<BTreeSet<ArticleId>> {
        let ids: Vec<i64> = sqlx::query_scalar(
            "SELECT DISTINCT v.article_id FROM versions v JOIN story_members m ON m.article_id = v.article_id \
             WHERE m.story_id = $1 AND v.number > 1 AND v.changes LIKE '%\"class\":\"correction\"%'",
        )
        .bind(story.as_i64())
        .fetch_all(&self.read)
        .await?;
        Ok(ids.into_iter().filter_map(|id| ArticleId::try_from(id).ok()).collect())
    }

    /// Texts with a notice of correction or another figure, first seen after the reader marked their story read and
    /// after `since`, the newest first.
    pub async fn corrected_since_read(
        &self,
        user: UserId,
        since: i64,
        limit: u32,
    ) -> Result<Vec<CorrectedText>> {
        let rows = sqlx::query(
            "SELECT v.article_id, v.number, v.title, COALESCE(o.name, v.outlet) AS outlet_name, m.story_id, \
             v.seen_at, v.changes FROM versions v JOIN articles a ON a.version_id = v.id \
             JOIN story_members m ON m.article_id = a.id \
             JOIN marks k ON k.item = m.story_id AND k.user_id = $1 AND k.read_at < v.seen_at \
             LEFT JOIN outlets o ON o.id = a.outlet_id \
             WHERE v.seen_at > $2 AND v.number > 1 \
             AND (v.changes LIKE '%\"class\":\"correction\"%' OR v.changes LIKE '%\"class\":\"figure\"%') \
             AND (NOT a.is_private OR EXISTS (SELECT 1 FROM article_feeds x \
             JOIN subscriptions s ON s.feed_id = x.feed_id WHERE x.article_id = a.id AND s.user_id = $1)) \
             ORDER BY v.seen_at DESC, v.id DESC LIMIT $3",
        )
        .bind(user.as_i64())
        .bind(since)
        .bind(limit)
        .fetch_all(&self.read)
        .await?;
        rows.iter()
            .map(|row| {
                let read = Reader::new(row, "versions", "article_id")?;
                let changes: String = read.get("changes")?;
                Ok(CorrectedText {
                    article: read.id("article_id")?,
                    number: read.count("number")?,
                    title: read.get("title")?,
                    outlet: read.get("outlet_name")?,
                    story: read.id("story_id")?,
                    seen_at: read.get("seen_at")?,
                    changes: serde_json::from_str(&changes).map_err(|_| read.broken("changes"))?,
                })
            })
            .collect()
    }
}
