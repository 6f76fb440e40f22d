//! Subscriptions: a user's own title and folders for a feed of the house, and what a list that was brought in said.
//! Before the house has an owner such lists wait; the first owner takes them over. A list never takes away what a
//! reader chose.

use crate::columns::Reader;
use crate::{Result, Store, Tx};
use sqlx::sqlite::SqliteRow;
use std::collections::BTreeMap;
use wireroom_model::{FeedId, UserId};

/// One user's subscription.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subscription {
    pub feed: FeedId,
    /// The user's own title, else none.
    pub title: Option<String>,
    /// Paths of names parted by `/`, one a line.
    pub folder: Option<String>,
    /// What lists said of the feed and the house does not use itself.
    pub attributes: BTreeMap<String, String>,
    pub created_at: i64,
}

/// What a list says of a feed.
#[derive(Debug, Clone, Default)]
pub struct Brought<'a> {
    pub title: Option<&'a str>,
    pub folder: Option<&'a str>,
    pub attributes: BTreeMap<String, String>,
}

fn subscription(row: &SqliteRow, table: &'static str) -> Result<Subscription> {
    let read = Reader::new(row, table, "feed_id")?;
    Ok(Subscription {
        feed: read.id("feed_id")?,
        title: read.get("title")?,
        folder: read.get("folder")?,
        attributes: read.json("attributes")?,
        created_at: read.get("created_at")?,
    })
}

impl Store {
    /// A user's subscriptions, by folder and feed number; without a user, those that wait for the owner to come.
    pub async fn subscriptions(&self, user: impl Into<Option<UserId>>) -> Result<Vec<Subscription>> {
        let rows =
            match user.into() {
                Some(user) => sqlx::query(
                    "SELECT * FROM subscriptions WHERE user_id = $1 ORDER BY COALESCE(folder, ''), feed_id",
                )
                .bind(user.as_i64())
                .fetch_all(&self.read)
                .await?,
                None => {
                    sqlx::query("SELECT * FROM waiting_subscriptions ORDER BY COALESCE(folder, ''), feed_id")
                        .fetch_all(&self.read)
                        .await?
                }
            };
        rows.iter().map(|row| subscription(row, "subscriptions")).collect()
    }

    /// One user's subscription to one feed.
    pub async fn subscription(&self, user: UserId, feed: FeedId) -> Result<Option<Subscription>> {
        let row = sqlx::query("SELECT * FROM subscriptions WHERE user_id = $1 AND feed_id = $2")
            .bind(user.as_i64())
            .bind(feed.as_i64())
            .fetch_optional(&self.read)
            .await?;
        row.as_ref().map(|row| subscription(row, "subscriptions")).transpose()
    }

    /// The folders that lists named, in the order in which they came; without a user, the owner's to come.
    pub async fn folders(&self, user: Option<UserId>) -> Result<Vec<String>> {
        Ok(sqlx::query_scalar(
            "SELECT path FROM folders WHERE COALESCE(user_id, 0) = $1 ORDER BY place, path",
        )
        .bind(user.map_or(0, UserId::as_i64))
        .fetch_all(&self.read)
        .await?)
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

    /// Takes over what a list says of a feed: whatever the user has already stays, what is empty is filled.
    /// Without a user it waits for the owner to come.
    pub async fn bring(
        &mut self,
        user: Option<UserId>,
        feed: FeedId,
        new: &Brought<'_>,
        now: i64,
    ) -> Result<()> {
        let found = match user {
            Some(user) => {
                sqlx::query("SELECT * FROM subscriptions WHERE user_id = $1 AND feed_id = $2")
                    .bind(user.as_i64())
                    .bind(feed.as_i64())
                    .fetch_optional(self.conn())
                    .await?
            }
            None => {
                sqlx::query("SELECT * FROM waiting_subscriptions WHERE feed_id = $1")
                    .bind(feed.as_i64())
                    .fetch_optional(self.conn())
                    .await?
            }
        };
        let old = found.as_ref().map(|row| subscription(row, "subscriptions")).transpose()?;
        let mut attributes = new.attributes.clone();
        let (mut title, mut folder) = (None, None);
        if let Some(old) = old {
            (title, folder) = (old.title, old.folder);
            attributes.extend(old.attributes);
        }
        let title = title.as_deref().filter(|title| !title.is_empty()).or(new.title);
        let folder = folder.as_deref().filter(|folder| !folder.is_empty()).or(new.folder);
        let attributes = serde_json::to_string(&attributes)?;
        let query = match user {
            Some(user) => sqlx::query(
                "INSERT INTO subscriptions (feed_id, title, folder, attributes, created_at, user_id) \
                 VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (user_id, feed_id) DO UPDATE SET \
                 title = excluded.title, folder = excluded.folder, attributes = excluded.attributes",
            )
            .bind(feed.as_i64())
            .bind(title)
            .bind(folder)
            .bind(attributes)
            .bind(now)
            .bind(user.as_i64()),
            None => sqlx::query(
                "INSERT INTO waiting_subscriptions (feed_id, title, folder, attributes, created_at) \
                 VALUES ($1, $2, $3, $4, $5) ON CONFLICT (feed_id) DO UPDATE SET \
                 title = excluded.title, folder = excluded.folder, attributes = excluded.attributes",
            )
            .bind(feed.as_i64())
            .bind(title)
            .bind(folder)
            .bind(attributes)
            .bind(now),
        };
        query.execute(self.conn()).await?;
        Ok(())
    }

    /// Adds folders that the user does not have, after those there are.
    pub async fn bring_folders(&mut self, user: Option<UserId>, paths: &[String]) -> Result<()> {
        let owner = user.map(UserId::as_i64);
        let last: Option<i64> =
            sqlx::query_scalar("SELECT MAX(place) FROM folders WHERE COALESCE(user_id, 0) = $1")
                .bind(owner.unwrap_or(0))
                .fetch_one(self.conn())
                .await?;
        for (place, path) in (last.unwrap_or(0) + 1..).zip(paths) {
            sqlx::query(
                "INSERT INTO folders (user_id, path, place) VALUES ($1, $2, $3) \
                 ON CONFLICT (COALESCE(user_id, 0), path) DO NOTHING",
            )
            .bind(owner)
            .bind(path)
            .bind(place)
            .execute(self.conn())
            .await?;
        }
        Ok(())
    }

    /// Sets a user's own title and folders for a feed as they are given; `None` takes them away.
    pub async fn set_subscription(
        &mut self,
        user: UserId,
        feed: FeedId,
        title: Option<&str>,
        folder: Option<&str>,
        now: i64,
    ) -> Result<()> {
        self.subscribe(user, feed, None, None, now).await?;
        sqlx::query("UPDATE subscriptions SET title = $3, folder = $4 WHERE user_id = $1 AND feed_id = $2")
            .bind(user.as_i64())
            .bind(feed.as_i64())
            .bind(title)
            .bind(folder)
            .execute(self.conn())
            .await?;
        Ok(())
    }

    /// Hands what waited for an owner to this one.
    pub(crate) async fn hand_over_waiting(&mut self, owner: UserId) -> Result<()> {
        for statement in [
            "INSERT INTO subscriptions (user_id, feed_id, title, folder, attributes, created_at) \
             SELECT $1, feed_id, title, folder, attributes, created_at FROM waiting_subscriptions WHERE TRUE \
             ON CONFLICT (user_id, feed_id) DO NOTHING",
            "UPDATE folders SET user_id = $1 WHERE user_id IS NULL",
            "UPDATE feeds SET owner_id = $1 WHERE is_private AND owner_id IS NULL \
             AND id IN (SELECT feed_id FROM waiting_subscriptions)",
        ] {
            sqlx::query(statement).bind(owner.as_i64()).execute(self.conn()).await?;
        }
        sqlx::query("DELETE FROM waiting_subscriptions").execute(self.conn()).await?;
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
