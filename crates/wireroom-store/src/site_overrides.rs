//! How each override of a site fares: pages read with it, and pages on which a selector of it matched nothing, so that
//! one that its site outgrew is seen. The overrides themselves are files; what they say is no business of the store.

use crate::columns::Reader;
use crate::{Result, Store, Tx};
use sqlx::sqlite::SqliteRow;

/// How an override fares.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OverrideFare {
    pub file: String,
    /// Of the text that these counts are of.
    pub hash: String,
    /// Pages read with it.
    pub pages: u64,
    /// Pages on which a selector of it matched nothing, and how many of the latest in a row.
    pub missed: u64,
    pub missed_in_a_row: u64,
    /// The latest such page that is no private feed's.
    pub missed_page: Option<i64>,
}

fn fare(row: &SqliteRow) -> Result<OverrideFare> {
    let read = Reader::new(row, "site_overrides", "number")?;
    Ok(OverrideFare {
        file: read.get("file")?,
        hash: read.get("hash")?,
        pages: read.count("pages")?,
        missed: read.count("missed")?,
        missed_in_a_row: read.count("missed_in_a_row")?,
        missed_page: read.get("missed_page")?,
    })
}

impl Store {
    /// How every override fares that a page was read with, by file.
    pub async fn override_fares(&self) -> Result<Vec<OverrideFare>> {
        let rows = sqlx::query("SELECT 0 AS number, o.* FROM site_overrides o ORDER BY file")
            .fetch_all(&self.read)
            .await?;
        rows.iter().map(fare).collect()
    }
}

impl Tx {
    /// Counts one page read with an override; a new text (another `hash`) begins a new count. `missed` is the page
    /// where a selector matched nothing: `Some(None)` for one that must not be named.
    pub async fn count_override(
        &mut self,
        file: &str,
        hash: &str,
        missed: Option<Option<i64>>,
        now: i64,
    ) -> Result<()> {
        let miss = i64::from(missed.is_some());
        sqlx::query(
            "INSERT INTO site_overrides (file, hash, pages, missed, missed_in_a_row, missed_page, changed_at) \
             VALUES ($1, $2, 1, $3, $3, $4, $5) ON CONFLICT (file) DO UPDATE SET \
             pages = CASE WHEN site_overrides.hash = $2 THEN site_overrides.pages + 1 ELSE 1 END, \
             missed = CASE WHEN site_overrides.hash = $2 THEN site_overrides.missed + $3 ELSE $3 END, \
             missed_in_a_row = CASE WHEN $3 = 0 THEN 0 WHEN site_overrides.hash = $2 \
             THEN site_overrides.missed_in_a_row + 1 ELSE 1 END, \
             missed_page = CASE WHEN site_overrides.hash = $2 THEN COALESCE($4, site_overrides.missed_page) ELSE $4 END, \
             hash = $2, changed_at = $5",
        )
        .bind(file)
        .bind(hash)
        .bind(miss)
        .bind(missed.flatten())
        .bind(now)
        .execute(self.conn())
        .await?;
        Ok(())
    }
}
