//! What the owner chose for one feed. Facts that the feed itself states are in `polls`, secrets in `feed_access`.

use crate::columns::Reader;
use crate::feeds::TextFrom;
use crate::{Result, Store, Tx};
use std::collections::BTreeSet;
use wireroom_model::{ArticleId, FeedId, StoryId};

/// The owner's choices for one feed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FeedSettings {
    pub text_from: TextFrom,
    /// Seconds between two polls, in place of the feed's own rhythm; `None` leaves it to the schedule.
    pub interval_seconds: Option<i64>,
    /// Whether copies that this feed brings are folded under their origin; else each is shown on its own, and the
    /// family it stands in stays known.
    pub is_folded: bool,
    /// A title of the owner's; `None` takes the publisher's.
    pub title: Option<String>,
    /// Whether its texts may be sent to the writer; `None` is the usual: public feeds that ask with no secret.
    pub to_writer: Option<bool>,
}

impl Default for FeedSettings {
    fn default() -> Self {
        Self {
            text_from: TextFrom::Auto,
            interval_seconds: None,
            is_folded: true,
            title: None,
            to_writer: None,
        }
    }
}

impl Store {
    /// The owner's choices for a feed; `None` where there is no such feed.
    pub async fn feed_settings(&self, id: FeedId) -> Result<Option<FeedSettings>> {
        let row = sqlx::query(
            "SELECT id, text_from, interval_seconds, is_folded, to_writer, CASE WHEN title_is_own THEN title END AS own_title \
             FROM feeds WHERE id = $1",
        )
        .bind(id.as_i64())
        .fetch_optional(&self.read)
        .await?;
        let Some(row) = row else { return Ok(None) };
        let read = Reader::new(&row, "feeds", "id")?;
        Ok(Some(FeedSettings {
            text_from: read.word("text_from", TextFrom::parse)?,
            interval_seconds: read.get("interval_seconds")?,
            is_folded: read.get("is_folded")?,
            title: read.get("own_title")?,
            to_writer: read.get("to_writer")?,
        }))
    }
}

impl Store {
    /// The articles of a story that a feed brought which is set to stay unfolded.
    pub async fn unfolded_in(&self, story: StoryId) -> Result<BTreeSet<ArticleId>> {
        let ids: Vec<i64> = sqlx::query_scalar(
            "SELECT DISTINCT m.article_id FROM story_members m JOIN article_feeds x ON x.article_id = m.article_id \
             JOIN feeds f ON f.id = x.feed_id WHERE m.story_id = $1 AND NOT f.is_folded",
        )
        .bind(story.as_i64())
        .fetch_all(&self.read)
        .await?;
        Ok(ids.into_iter().filter_map(|id| ArticleId::try_from(id).ok()).collect())
    }
}

impl Tx {
    /// Sets all of the owner's choices. Without a title of the owner's, the one that stands stays until the
    /// publisher's comes with the next answer. When the feed is polled next, the next poll decides.
    pub async fn set_feed_settings(&mut self, id: FeedId, settings: &FeedSettings) -> Result<()> {
        sqlx::query(
            "UPDATE feeds SET text_from = $2, interval_seconds = $3, is_folded = $4, title = COALESCE($5, title), \
             title_is_own = ($5 IS NOT NULL), to_writer = $6 WHERE id = $1",
        )
        .bind(id.as_i64())
        .bind(settings.text_from.as_str())
        .bind(settings.interval_seconds)
        .bind(settings.is_folded)
        .bind(settings.title.as_deref())
        .bind(settings.to_writer)
        .execute(self.conn())
        .await?;
        Ok(())
    }
}
