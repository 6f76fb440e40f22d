//! Tombstones: addresses and text hashes that were deleted on purpose and must not come back by a new crawl.

use crate::{Result, Store, Tx};

/// What a tombstone names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Grave<'a> {
    /// A canonical address.
    Address(&'a str),
    /// The hash of a normalised text.
    Hash(&'a str),
}

impl Grave<'_> {
    const fn parts(&self) -> (&'static str, &str) {
        match self {
            Self::Address(address) => ("address", address),
            Self::Hash(hash) => ("hash", hash),
        }
    }
}

impl Store {
    /// True where the address or the hash was buried.
    pub async fn is_buried(&self, grave: Grave<'_>) -> Result<bool> {
        let (kind, value) = grave.parts();
        let found: Option<i64> =
            sqlx::query_scalar("SELECT buried_at FROM tombstones WHERE kind = $1 AND value = $2")
                .bind(kind)
                .bind(value)
                .fetch_optional(&self.read)
                .await?;
        Ok(found.is_some())
    }
}

impl Tx {
    /// The same test inside a transaction.
    pub async fn is_buried(&mut self, grave: Grave<'_>) -> Result<bool> {
        let (kind, value) = grave.parts();
        let found: Option<i64> =
            sqlx::query_scalar("SELECT buried_at FROM tombstones WHERE kind = $1 AND value = $2")
                .bind(kind)
                .bind(value)
                .fetch_optional(self.conn())
                .await?;
        Ok(found.is_some())
    }

    /// Buries an address or a hash; burying twice keeps the first reason.
    pub async fn bury(&mut self, grave: Grave<'_>, reason: &str, now: i64) -> Result<()> {
        let (kind, value) = grave.parts();
        self.bury_as(kind, value, reason, now).await
    }

    /// Buries what a row of a tombstone names.
    pub(crate) async fn bury_as(&mut self, kind: &str, value: &str, reason: &str, at: i64) -> Result<()> {
        sqlx::query(
            "INSERT INTO tombstones (kind, value, reason, buried_at) VALUES ($1, $2, $3, $4) \
             ON CONFLICT (kind, value) DO NOTHING",
        )
        .bind(kind)
        .bind(value)
        .bind(reason)
        .bind(at)
        .execute(self.conn())
        .await?;
        Ok(())
    }

    /// Lets an address or a hash come back.
    pub async fn dig_up(&mut self, grave: Grave<'_>) -> Result<()> {
        let (kind, value) = grave.parts();
        sqlx::query("DELETE FROM tombstones WHERE kind = $1 AND value = $2")
            .bind(kind)
            .bind(value)
            .execute(self.conn())
            .await?;
        Ok(())
    }
}
