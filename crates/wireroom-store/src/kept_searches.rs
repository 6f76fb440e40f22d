//! Searches that a reader keeps, each with a feed at a secret address of its own. A question is kept as typed; what it
//! finds is asked for each time. Whatever names one by its number names its user too. Start at [`Store::kept_searches`].

use crate::columns::Reader;
use crate::{Result, Store, StoreError, Tx};
use sqlx::sqlite::SqliteRow;
use wireroom_model::{KeptId, UserId};

/// Searches that one user may keep.
pub const MAX_KEPT: i64 = 200;

/// A search that is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    pub id: KeptId,
    pub user: UserId,
    pub name: String,
    pub question: String,
    pub kept_at: i64,
    /// A feed reader has its secret address.
    pub has_feed: bool,
}

fn kept(row: &SqliteRow) -> Result<Kept> {
    let read = Reader::new(row, "kept_searches", "id")?;
    Ok(Kept {
        id: read.id("id")?,
        user: read.id("user_id")?,
        name: read.get("name")?,
        question: read.get("question")?,
        kept_at: read.get("kept_at")?,
        has_feed: read.get::<Option<String>>("token_hash")?.is_some(),
    })
}

impl Store {
    /// A user's own, by name.
    pub async fn kept_searches(&self, user: UserId) -> Result<Vec<Kept>> {
        let rows = sqlx::query("SELECT * FROM kept_searches WHERE user_id = $1 ORDER BY name, id LIMIT $2")
            .bind(user.as_i64())
            .bind(MAX_KEPT)
            .fetch_all(&self.read)
            .await?;
        rows.iter().map(kept).collect()
    }

    /// One of a user's own.
    pub async fn kept_search(&self, user: UserId, id: KeptId) -> Result<Option<Kept>> {
        let row = sqlx::query("SELECT * FROM kept_searches WHERE user_id = $1 AND id = $2")
            .bind(user.as_i64())
            .bind(id.as_i64())
            .fetch_optional(&self.read)
            .await?;
        row.as_ref().map(kept).transpose()
    }

    /// The one whose feed this token opens.
    pub async fn kept_search_of_token(&self, token_hash: &str) -> Result<Option<Kept>> {
        let row = sqlx::query("SELECT * FROM kept_searches WHERE token_hash = $1")
            .bind(token_hash)
            .fetch_optional(&self.read)
            .await?;
        row.as_ref().map(kept).transpose()
    }
}

impl Tx {
    /// Keeps a search; one that is kept already is the same. `None` where the user keeps as many as one may.
    pub async fn keep_search(
        &mut self,
        user: UserId,
        name: &str,
        question: &str,
        now: i64,
    ) -> Result<Option<KeptId>> {
        let others: i64 =
            sqlx::query_scalar("SELECT COUNT(*) FROM kept_searches WHERE user_id = $1 AND question <> $2")
                .bind(user.as_i64())
                .bind(question)
                .fetch_one(self.conn())
                .await?;
        if others >= MAX_KEPT {
            return Ok(None);
        }
        let number = self.next("kept_searches").await?;
        let id: i64 = sqlx::query_scalar(
            "INSERT INTO kept_searches (id, user_id, name, question, kept_at) VALUES ($1, $2, $3, $4, $5) \
             ON CONFLICT (user_id, question) DO UPDATE SET name = excluded.name RETURNING id",
        )
        .bind(number)
        .bind(user.as_i64())
        .bind(name)
        .bind(question)
        .bind(now)
        .fetch_one(self.conn())
        .await?;
        KeptId::try_from(id).map(Some).map_err(|_| StoreError::SequenceSpent("kept_searches"))
    }

    /// Keeps it no more; its feed's address opens nothing from then on. False where the user has none of this number.
    pub async fn drop_search(&mut self, user: UserId, id: KeptId) -> Result<bool> {
        let gone = sqlx::query("DELETE FROM kept_searches WHERE user_id = $1 AND id = $2")
            .bind(user.as_i64())
            .bind(id.as_i64())
            .execute(self.conn())
            .await?;
        Ok(gone.rows_affected() == 1)
    }

    /// Gives its feed a new secret address, or none (`None`); the one before opens nothing any more. False where the user
    /// has no search of this number.
    pub async fn set_search_token(
        &mut self,
        user: UserId,
        id: KeptId,
        token_hash: Option<&str>,
    ) -> Result<bool> {
        let set = sqlx::query("UPDATE kept_searches SET token_hash = $3 WHERE user_id = $1 AND id = $2")
            .bind(user.as_i64())
            .bind(id.as_i64())
            .bind(token_hash)
            .execute(self.conn())
            .await?;
        Ok(set.rows_affected() == 1)
    }
}
