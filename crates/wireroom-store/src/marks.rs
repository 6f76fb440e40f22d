//! What a user did to an item: read, star, tag. An item is an entry, an article or a story (one sequence).
//! Nothing here ever touches a shared row.

use crate::columns::Reader;
use crate::{Result, Store, Tx};
use wireroom_model::UserId;

/// How many items one question may ask about.
pub const MAX_ITEMS: usize = 1_000;

/// One user's state of one item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    pub item: u64,
    pub read_at: Option<i64>,
    pub starred_at: Option<i64>,
}

impl Store {
    /// The user's marks on these items (at most [`MAX_ITEMS`]), by item; unmarked items are absent.
    pub async fn marks(&self, user: UserId, items: &[u64]) -> Result<Vec<Mark>> {
        let mut query = sqlx::QueryBuilder::<sqlx::Sqlite>::new(
            "SELECT item, read_at, starred_at FROM marks WHERE user_id = ",
        );
        query.push_bind(user.as_i64()).push(" AND item IN (");
        let mut list = query.separated(", ");
        for item in items.iter().take(MAX_ITEMS) {
            list.push_bind(item.cast_signed());
        }
        let rows = query.push(") ORDER BY item").build().fetch_all(&self.read).await?;
        rows.iter()
            .map(|row| {
                let read = Reader::new(row, "marks", "item")?;
                Ok(Mark {
                    item: read.count("item")?,
                    read_at: read.get("read_at")?,
                    starred_at: read.get("starred_at")?,
                })
            })
            .collect()
    }

    /// The user's tags on one item, by name.
    pub async fn tags(&self, user: UserId, item: u64) -> Result<Vec<String>> {
        Ok(sqlx::query_scalar("SELECT tag FROM tags WHERE user_id = $1 AND item = $2 ORDER BY tag")
            .bind(user.as_i64())
            .bind(item.cast_signed())
            .fetch_all(&self.read)
            .await?)
    }
}

impl Tx {
    /// Marks an item read at a time, or unread (`None`).
    pub async fn mark_read(&mut self, user: UserId, item: u64, at: Option<i64>) -> Result<()> {
        sqlx::query(
            "INSERT INTO marks (user_id, item, read_at) VALUES ($1, $2, $3) \
             ON CONFLICT (user_id, item) DO UPDATE SET read_at = excluded.read_at",
        )
        .bind(user.as_i64())
        .bind(item.cast_signed())
        .bind(at)
        .execute(self.conn())
        .await?;
        Ok(())
    }

    /// Stars an item, or takes the star away (`None`).
    pub async fn mark_star(&mut self, user: UserId, item: u64, at: Option<i64>) -> Result<()> {
        sqlx::query(
            "INSERT INTO marks (user_id, item, starred_at) VALUES ($1, $2, $3) \
             ON CONFLICT (user_id, item) DO UPDATE SET starred_at = excluded.starred_at",
        )
        .bind(user.as_i64())
        .bind(item.cast_signed())
        .bind(at)
        .execute(self.conn())
        .await?;
        Ok(())
    }

    /// Tags an item.
    pub async fn tag(&mut self, user: UserId, item: u64, tag: &str, now: i64) -> Result<()> {
        sqlx::query(
            "INSERT INTO tags (user_id, item, tag, tagged_at) VALUES ($1, $2, $3, $4) \
             ON CONFLICT (user_id, item, tag) DO NOTHING",
        )
        .bind(user.as_i64())
        .bind(item.cast_signed())
        .bind(tag)
        .bind(now)
        .execute(self.conn())
        .await?;
        Ok(())
    }

    /// Takes a tag away.
    pub async fn untag(&mut self, user: UserId, item: u64, tag: &str) -> Result<()> {
        sqlx::query("DELETE FROM tags WHERE user_id = $1 AND item = $2 AND tag = $3")
            .bind(user.as_i64())
            .bind(item.cast_signed())
            .bind(tag)
            .execute(self.conn())
            .await?;
        Ok(())
    }
}
