//! Tokens by which programs act for a reader, each with its scope. Only the hash is kept, so that nobody reads a token
//! out of the database. It refuses to withdraw one in the name of another reader. Start at [`Store::by_token`].

use crate::columns::Reader;
use crate::users::{User, user};
use crate::{Result, Store, StoreError, Tx};
use sqlx::sqlite::SqliteRow;
use wireroom_model::{TokenId, UserId};

/// Tokens that one reader may have at a time.
pub const MAX_TOKENS: i64 = 50;

/// What a token may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scope {
    /// See what its reader sees.
    Read,
    /// Read, and change what its reader may change.
    Write,
}

impl Scope {
    /// The store's word.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Write => "write",
        }
    }

    /// Reads [`Scope::as_str`] back.
    pub fn parse(word: &str) -> Option<Self> {
        [Self::Read, Self::Write].into_iter().find(|scope| scope.as_str() == word)
    }
}

/// A token as kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ApiToken {
    pub id: TokenId,
    /// What its reader calls it.
    pub name: String,
    pub scope: Scope,
    pub created_at: i64,
    pub used_at: Option<i64>,
}

fn token(row: &SqliteRow) -> Result<ApiToken> {
    let read = Reader::new(row, "api_tokens", "token_id")?;
    Ok(ApiToken {
        id: read.id("token_id")?,
        name: read.get("token_name")?,
        scope: read.word("token_scope", Scope::parse)?,
        created_at: read.get("token_created_at")?,
        used_at: read.get("token_used_at")?,
    })
}

const TOKEN: &str = "t.id AS token_id, t.name AS token_name, t.scope AS token_scope, \
     t.created_at AS token_created_at, t.used_at AS token_used_at";

impl Store {
    /// Whose token this is and what it may do, by its hash.
    pub async fn by_token(&self, token_hash: &str) -> Result<Option<(User, ApiToken)>> {
        let query = sqlx::AssertSqlSafe(format!(
            "SELECT u.*, {TOKEN} FROM api_tokens t JOIN users u ON u.id = t.user_id WHERE t.token_hash = $1"
        ));
        let row = sqlx::query(query).bind(token_hash).fetch_optional(&self.read).await?;
        row.as_ref().map(|row| Ok((user(row)?, token(row)?))).transpose()
    }

    /// A user's tokens, the newest first.
    pub async fn api_tokens_of(&self, user: UserId) -> Result<Vec<ApiToken>> {
        let query = sqlx::AssertSqlSafe(format!(
            "SELECT {TOKEN} FROM api_tokens t WHERE t.user_id = $1 ORDER BY t.id DESC"
        ));
        sqlx::query(query).bind(user.as_i64()).fetch_all(&self.read).await?.iter().map(token).collect()
    }
}

impl Tx {
    /// Keeps a token under its hash.
    ///
    /// # Errors
    /// [`StoreError::Refused`] where the reader has [`MAX_TOKENS`] already.
    pub async fn add_api_token(
        &mut self,
        user: UserId,
        token_hash: &str,
        name: &str,
        scope: Scope,
        now: i64,
    ) -> Result<TokenId> {
        let id = self.next("api_tokens").await?;
        let added = sqlx::query(
            "INSERT INTO api_tokens (id, token_hash, user_id, name, scope, created_at) \
             SELECT $1, $2, $3, $4, $5, $6 WHERE (SELECT COUNT(*) FROM api_tokens WHERE user_id = $3) < $7",
        )
        .bind(id)
        .bind(token_hash)
        .bind(user.as_i64())
        .bind(name)
        .bind(scope.as_str())
        .bind(now)
        .bind(MAX_TOKENS)
        .execute(self.conn())
        .await?;
        if added.rows_affected() == 0 {
            return Err(StoreError::Refused(
                format!(
                    "{MAX_TOKENS} tokens are as many as one reader may have; withdraw one that is not used"
                )
                .into(),
            ));
        }
        TokenId::try_from(id).map_err(|_| StoreError::SequenceSpent("api_tokens"))
    }

    /// Withdraws one token of this user; false where the user has none of that number.
    pub async fn withdraw_api_token(&mut self, user: UserId, id: TokenId) -> Result<bool> {
        let gone = sqlx::query("DELETE FROM api_tokens WHERE user_id = $1 AND id = $2")
            .bind(user.as_i64())
            .bind(id.as_i64())
            .execute(self.conn())
            .await?;
        Ok(gone.rows_affected() == 1)
    }

    /// Notes that a token was used.
    pub async fn use_api_token(&mut self, id: TokenId, now: i64) -> Result<()> {
        sqlx::query("UPDATE api_tokens SET used_at = $2 WHERE id = $1")
            .bind(id.as_i64())
            .bind(now)
            .execute(self.conn())
            .await?;
        Ok(())
    }
}
