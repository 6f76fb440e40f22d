//! How big the database is, table by table: what an owner looks at when the disk fills, and what a test holds still.
//! Like `verify` it asks SQLite about itself; no query of the house's work does. Start at [`Store::sizes`].

use crate::{Result, Store};
use std::collections::BTreeMap;

/// Rows and bytes at one moment.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sizes {
    /// Rows of each table.
    pub rows: BTreeMap<String, u64>,
    /// Bytes of the database in use; the write-ahead log is not counted.
    pub bytes: u64,
}

impl Store {
    /// Rows of every table, and bytes. Counts each table through: not for a page that is asked for often.
    pub async fn sizes(&self) -> Result<Sizes> {
        let tables: Vec<String> = sqlx::query_scalar(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
        )
        .fetch_all(&self.read)
        .await?;
        let mut rows = BTreeMap::new();
        for table in tables {
            // The name comes from the database's own list and stands in quotes.
            let count =
                sqlx::AssertSqlSafe(format!("SELECT COUNT(*) FROM \"{}\"", table.replace('"', "\"\"")));
            let count: i64 = sqlx::query_scalar(count).fetch_one(&self.read).await?;
            rows.insert(table, count.unsigned_abs());
        }
        let pragma = async |sql: &'static str| -> Result<u64> {
            let value: i64 = sqlx::query_scalar(sql).fetch_one(&self.read).await?;
            Ok(value.unsigned_abs())
        };
        let used = pragma("PRAGMA page_count").await?.saturating_sub(pragma("PRAGMA freelist_count").await?);
        Ok(Sizes { rows, bytes: used * pragma("PRAGMA page_size").await? })
    }
}
