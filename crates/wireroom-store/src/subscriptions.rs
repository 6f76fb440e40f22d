//! Subscriptions: a user's own title and folder for a feed of the house.

use crate::columns::Reader;
use crate::{Result, Store, Tx};
use wireroom_model::{FeedId, UserId};

/// One user's subscription.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subscription {
    pub feed: FeedId,
    /// The user's own title, else none.
    pub title: Option<String>,
    pub folder: Option<String>,
    pub created_at: i64,
}

impl Store {
    /// A user's subscriptions, by folder and feed number.
    pub async fn subscriptions(&self, user: UserId) -> Result<Vec<Subscription>> {
        let rows = sqlx::query(
            "SELECT * FROM subscriptions WHERE user_id = $1 ORDER BY COALESCE(folder, ''), feed_id",
        )
        .bind(user.as_i64())
        .fetch_all(&self.read)
        .await?;
        rows.iter()
            .map(|row| {
                let read = Reader::new(row, "subscriptions", "feed_id")?;
                Ok(Subscription {
                    feed: read.id("feed_id")?,
                    title: read.get("title")?,
                    folder: read.get("folder")?,
                    created_at: read.get("created_at")?,
                })
            })
            .collect()
    }
}

impl Tx {
    /// Subscribes a user; subscribing again changes title and folder where they are given.
    pub async fn subscribe(
        &mut self,
        user: UserId,
        feed: FeedId,
        title: Option<&str>,
        folder: Option<&str>,
        now: i64,
    ) -> Result<()> {
        sqlx::query(
            "INSERT INTO subscriptions (user_id, feed_id, title, folder, created_at) VALUES ($1, $2, $3, $4, $5) \
             ON CONFLICT (user_id, feed_id) DO UPDATE SET title = COALESCE(excluded.title, subscriptions.title), \
             folder = COALESCE(excluded.folder, subscriptions.folder)",
        )
        .bind(user.as_i64())
        .bind(feed.as_i64())
        .bind(title)
        .bind(folder)
        .bind(now)
        .execute(self.conn())
        .await?;
        Ok(())
    }

    /// Ends a subscription; the feed stays the house's.
    pub async fn unsubscribe(&mut self, user: UserId, feed: FeedId) -> Result<()> {
        sqlx::query("DELETE FROM subscriptions WHERE user_id = $1 AND feed_id = $2")
            .bind(user.as_i64())
            .bind(feed.as_i64())
            .execute(self.conn())
            .await?;
        Ok(())
    }
}
