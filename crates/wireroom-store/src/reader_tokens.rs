//! Secret addresses that a reader gave to another program, by the hash of their token; one for each purpose. Whatever
//! names one but by its token names its user too. Start at [`Store::reader_token`].

use crate::{Result, Store, Tx};
use wireroom_model::UserId;

/// Secret addresses that one reader may have.
pub const MAX_TOKENS: i64 = 200;

impl Store {
    /// Whose secret address this is, and for what it was made.
    pub async fn reader_token(&self, token_hash: &str) -> Result<Option<(UserId, String)>> {
        let row: Option<(i64, String)> =
            sqlx::query_as("SELECT user_id, purpose FROM reader_tokens WHERE token_hash = $1")
                .bind(token_hash)
                .fetch_optional(&self.read)
                .await?;
        Ok(row.and_then(|(id, purpose)| Some((UserId::try_from(id).ok()?, purpose))))
    }

    /// What a reader has secret addresses for and since when, the latest first.
    pub async fn reader_tokens_of(&self, user: UserId) -> Result<Vec<(String, i64)>> {
        let rows = sqlx::query_as(
            "SELECT purpose, created_at FROM reader_tokens WHERE user_id = $1 ORDER BY created_at DESC, purpose LIMIT $2",
        )
        .bind(user.as_i64())
        .bind(MAX_TOKENS)
        .fetch_all(&self.read)
        .await?;
        Ok(rows)
    }
}

impl Tx {
    /// Ends the secret address of a purpose. False where the user has none.
    pub async fn end_reader_token(&mut self, user: UserId, purpose: &str) -> Result<bool> {
        let gone = sqlx::query("DELETE FROM reader_tokens WHERE user_id = $1 AND purpose = $2")
            .bind(user.as_i64())
            .bind(purpose)
            .execute(self.conn())
            .await?;
        Ok(gone.rows_affected() > 0)
    }

    /// Whether the user has no more of them than one may.
    pub async fn keeps_tokens_few(&mut self, user: UserId) -> Result<bool> {
        let count: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM reader_tokens WHERE user_id = $1")
            .bind(user.as_i64())
            .fetch_one(self.conn())
            .await?;
        Ok(count <= MAX_TOKENS)
    }
}
