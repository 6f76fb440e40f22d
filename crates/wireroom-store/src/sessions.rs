//! Sessions: signed-in browsers. A session is found by the hash of its secret, and named by its number, which says
//! nothing. It refuses to end one session in the name of another reader. Start at [`Store::session`].

use crate::columns::Reader;
use crate::users::{User, user};
use crate::{Result, Store, Tx};
use wireroom_model::{SessionId, UserId};

/// A session's last sign of life is written once in so many seconds: often enough to tell one browser from another,
/// seldom enough that reading writes next to nothing.
pub const SEEN_EVERY: i64 = 600;

/// A signed-in browser.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    pub id: SessionId,
    pub user: User,
    pub agent: String,
    pub created_at: i64,
    pub seen_at: i64,
    pub expires_at: i64,
}

const SESSIONS: &str = "SELECT u.*, s.number AS session_id, s.agent AS session_agent, \
     s.created_at AS session_created_at, s.seen_at AS session_seen_at, s.expires_at AS session_expires_at \
     FROM sessions s JOIN users u ON u.id = s.user_id ";

fn session(row: &sqlx::sqlite::SqliteRow) -> Result<Session> {
    let read = Reader::new(row, "sessions", "session_id")?;
    Ok(Session {
        id: read.id("session_id")?,
        user: user(row)?,
        agent: read.get("session_agent")?,
        created_at: read.get("session_created_at")?,
        seen_at: read.get("session_seen_at")?,
        expires_at: read.get("session_expires_at")?,
    })
}

impl Store {
    /// The session of a secret, unless it has expired.
    pub async fn session(&self, token_hash: &str, now: i64) -> Result<Option<Session>> {
        let query = sqlx::AssertSqlSafe(format!("{SESSIONS} WHERE s.token_hash = $1 AND s.expires_at > $2"));
        let row = sqlx::query(query).bind(token_hash).bind(now).fetch_optional(&self.read).await?;
        row.as_ref().map(session).transpose()
    }

    /// A user's sessions, the one seen last first.
    pub async fn sessions_of(&self, user: UserId, now: i64) -> Result<Vec<Session>> {
        let query = sqlx::AssertSqlSafe(format!(
            "{SESSIONS} WHERE s.user_id = $1 AND s.expires_at > $2 ORDER BY s.seen_at DESC, s.number DESC"
        ));
        let rows = sqlx::query(query).bind(user.as_i64()).bind(now).fetch_all(&self.read).await?;
        rows.iter().map(session).collect()
    }
}

impl Tx {
    /// Opens a session under the hash of its secret.
    pub async fn add_session(
        &mut self,
        token_hash: &str,
        user: UserId,
        agent: &str,
        now: i64,
        expires_at: i64,
    ) -> Result<SessionId> {
        let number = self.next("sessions").await?;
        sqlx::query(
            "INSERT INTO sessions (token_hash, user_id, agent, created_at, seen_at, expires_at, number) \
             VALUES ($1, $2, $3, $4, $4, $5, $6)",
        )
        .bind(token_hash)
        .bind(user.as_i64())
        .bind(agent)
        .bind(now)
        .bind(expires_at)
        .bind(number)
        .execute(self.conn())
        .await?;
        SessionId::try_from(number).map_err(|_| crate::StoreError::SequenceSpent("sessions"))
    }

    /// Notes a sign of life.
    pub async fn see_session(&mut self, id: SessionId, now: i64) -> Result<()> {
        sqlx::query("UPDATE sessions SET seen_at = $2 WHERE number = $1 AND seen_at < $2")
            .bind(id.as_i64())
            .bind(now)
            .execute(self.conn())
            .await?;
        Ok(())
    }

    /// Ends the session of a secret.
    pub async fn end_session(&mut self, token_hash: &str) -> Result<()> {
        sqlx::query("DELETE FROM sessions WHERE token_hash = $1")
            .bind(token_hash)
            .execute(self.conn())
            .await?;
        Ok(())
    }

    /// Ends one session of this user; false where the user has none of that number.
    pub async fn end_session_of(&mut self, user: UserId, id: SessionId) -> Result<bool> {
        let gone = sqlx::query("DELETE FROM sessions WHERE user_id = $1 AND number = $2")
            .bind(user.as_i64())
            .bind(id.as_i64())
            .execute(self.conn())
            .await?;
        Ok(gone.rows_affected() == 1)
    }

    /// Ends every session of a user but the one that is kept, if one is. Returns how many.
    pub async fn end_sessions_of(&mut self, user: UserId, kept: Option<SessionId>) -> Result<u64> {
        let gone = sqlx::query("DELETE FROM sessions WHERE user_id = $1 AND number <> $2")
            .bind(user.as_i64())
            .bind(kept.map_or(0, SessionId::as_i64))
            .execute(self.conn())
            .await?;
        Ok(gone.rows_affected())
    }
}
