//! What hosts say to robots, kept for as long as it may be trusted: robots.txt and the text-and-data-mining policy
//! beside it. What the words mean, the pipeline decides.

use crate::{Result, Store, Tx};

/// What a host said, or why it said nothing.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Robots {
    /// The text of robots.txt, where there is one.
    pub body: Option<String>,
    /// The status of the answer; `None` where none came.
    pub status: Option<u16>,
    /// The text of /.well-known/tdmrep.json, where there is one.
    pub tdm: Option<String>,
    pub fetched_at: i64,
    /// From when it must be asked for again.
    pub expires_at: i64,
}

impl Store {
    /// What is kept of an origin (`https://host` or `https://host:port`), be it expired or not.
    pub async fn robots(&self, origin: &str) -> Result<Option<Robots>> {
        type Row = (Option<String>, Option<i64>, Option<String>, i64, i64);
        let row: Option<Row> =
            sqlx::query_as("SELECT body, status, tdm, fetched_at, expires_at FROM robots WHERE host = $1")
                .bind(origin)
                .fetch_optional(&self.read)
                .await?;
        Ok(row.map(|(body, status, tdm, fetched_at, expires_at)| Robots {
            body,
            status: status.and_then(|status| u16::try_from(status).ok()),
            tdm,
            fetched_at,
            expires_at,
        }))
    }
}

impl Tx {
    /// Keeps what an origin said, in place of what it said before.
    pub async fn set_robots(&mut self, origin: &str, said: &Robots) -> Result<()> {
        sqlx::query(
            "INSERT INTO robots (host, body, status, tdm, fetched_at, expires_at) VALUES ($1, $2, $3, $4, $5, $6) \
             ON CONFLICT (host) DO UPDATE SET body = excluded.body, status = excluded.status, tdm = excluded.tdm, \
             fetched_at = excluded.fetched_at, expires_at = excluded.expires_at",
        )
        .bind(origin)
        .bind(said.body.as_deref())
        .bind(said.status.map(i64::from))
        .bind(said.tdm.as_deref())
        .bind(said.fetched_at)
        .bind(said.expires_at)
        .execute(self.conn())
        .await?;
        Ok(())
    }

    /// Lets go of what expired before `before`: hosts that nobody asks any more. Returns how many.
    pub async fn trim_robots(&mut self, before: i64) -> Result<u64> {
        let gone =
            sqlx::query("DELETE FROM robots WHERE expires_at < $1").bind(before).execute(self.conn()).await?;
        Ok(gone.rows_affected())
    }
}
