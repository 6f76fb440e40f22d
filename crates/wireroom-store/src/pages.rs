//! Raw pages, compressed, kept within a budget and an age so that a reprocess can read them again.
//! A page is named by its address and the hash of its bytes: the same bytes are kept once.

use crate::columns::Reader;
use crate::{Result, Store, StoreError, Tx};

/// Fast and near the best of zstd on HTML; pages are written once and seldom read.
const ZSTD_LEVEL: i32 = 6;

/// No page unpacks to more than this; fetch and import refuse longer ones long before.
const MAX_PAGE_BYTES: usize = 64 << 20;

/// What the bytes are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// HTML as it came.
    Html,
    /// A plain-text dump of a page.
    Dump,
    /// The public article row (JSON).
    Row,
    /// The content that a feed carried for an entry.
    Entry,
}

impl Form {
    /// The store's word.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Dump => "dump",
            Self::Row => "row",
            Self::Entry => "entry",
        }
    }

    /// Reads [`Form::as_str`] back.
    pub fn parse(word: &str) -> Option<Self> {
        [Self::Html, Self::Dump, Self::Row, Self::Entry].into_iter().find(|form| form.as_str() == word)
    }
}

/// A page to be kept.
#[derive(Debug, Clone)]
pub struct NewPage<'a> {
    /// Canonical address.
    pub address: &'a str,
    /// Hash of the bytes.
    pub hash: &'a str,
    pub form: Form,
    pub content_type: Option<&'a str>,
    /// True where `now` is when the page was read from its publisher (relative times resolve against it).
    pub crawled_known: bool,
    /// What its publisher reserved in the answer's headers or policy, in the words that were found.
    pub reservation: Option<&'a str>,
    pub body: &'a [u8],
}

/// A page as kept; `body` is `None` once the budget or the age has taken it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    pub id: i64,
    pub address: String,
    pub form: Form,
    pub content_type: Option<String>,
    pub fetched_at: i64,
    pub crawled_known: bool,
    pub reservation: Option<String>,
    pub body: Option<Vec<u8>>,
}

impl Store {
    /// One page.
    pub async fn page(&self, id: i64) -> Result<Option<Page>> {
        let row =
            sqlx::query("SELECT * FROM pages WHERE id = $1").bind(id).fetch_optional(&self.read).await?;
        let Some(row) = row else { return Ok(None) };
        let read = Reader::new(&row, "pages", "id")?;
        let packed: Option<Vec<u8>> = read.get("body")?;
        let body = packed.map(|packed| zstd::bulk::decompress(&packed, MAX_PAGE_BYTES)).transpose();
        Ok(Some(Page {
            id,
            address: read.get("address")?,
            form: read.word("form", Form::parse)?,
            content_type: read.get("content_type")?,
            fetched_at: read.get("fetched_at")?,
            crawled_known: read.get("crawled_known")?,
            reservation: read.get("reservation")?,
            body: body.map_err(StoreError::Packing)?,
        }))
    }

    /// Numbers of the pages that still have their bytes, after `after`, in order: what a reprocess walks through.
    pub async fn page_numbers(&self, after: i64, limit: u32) -> Result<Vec<i64>> {
        Ok(sqlx::query_scalar("SELECT id FROM pages WHERE id > $1 AND body IS NOT NULL ORDER BY id LIMIT $2")
            .bind(after)
            .bind(limit)
            .fetch_all(&self.read)
            .await?)
    }

    /// Bytes that the raw pages take, packed.
    pub async fn page_bytes(&self) -> Result<u64> {
        let bytes: Option<i64> =
            sqlx::query_scalar("SELECT SUM(LENGTH(body)) FROM pages WHERE body IS NOT NULL")
                .fetch_one(&self.read)
                .await?;
        Ok(bytes.unwrap_or(0).unsigned_abs())
    }
}

impl Tx {
    /// Keeps a page; the same bytes at the same address give the page that holds them and `false`.
    pub async fn save_page(&mut self, new: &NewPage<'_>, now: i64) -> Result<(i64, bool)> {
        let known: Option<i64> =
            sqlx::query_scalar("SELECT id FROM pages WHERE address = $1 AND hash = $2 AND body IS NOT NULL")
                .bind(new.address)
                .bind(new.hash)
                .fetch_optional(self.conn())
                .await?;
        if let Some(id) = known {
            sqlx::query(
                "UPDATE pages SET reservation = $2 WHERE id = $1 AND reservation IS DISTINCT FROM $2",
            )
            .bind(id)
            .bind(new.reservation)
            .execute(self.conn())
            .await?;
            return Ok((id, false));
        }
        let packed = zstd::bulk::compress(new.body, ZSTD_LEVEL).map_err(StoreError::Packing)?;
        let fresh = self.next("pages").await?;
        let id: i64 = sqlx::query_scalar(
            "INSERT INTO pages (id, address, hash, form, content_type, fetched_at, crawled_known, bytes, body, \
             reservation) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) \
             ON CONFLICT (address, hash) DO UPDATE SET body = excluded.body, reservation = excluded.reservation \
             RETURNING id",
        )
        .bind(fresh)
        .bind(new.address)
        .bind(new.hash)
        .bind(new.form.as_str())
        .bind(new.content_type)
        .bind(now)
        .bind(new.crawled_known)
        .bind(i64::try_from(new.body.len()).unwrap_or(i64::MAX))
        .bind(packed)
        .bind(new.reservation)
        .fetch_one(self.conn())
        .await?;
        Ok((id, true))
    }

    /// Lets go of a page's bytes now: its publisher asked that they be not kept.
    pub async fn drop_page_body(&mut self, id: i64) -> Result<()> {
        sqlx::query("UPDATE pages SET body = NULL WHERE id = $1").bind(id).execute(self.conn()).await?;
        Ok(())
    }

    /// True where some version was read from this page.
    pub async fn page_is_read(&mut self, id: i64) -> Result<bool> {
        let found: Option<i64> = sqlx::query_scalar("SELECT id FROM versions WHERE page_id = $1 LIMIT 1")
            .bind(id)
            .fetch_optional(self.conn())
            .await?;
        Ok(found.is_some())
    }

    /// Lets go of raw pages older than `oldest`, then of the oldest until `budget` bytes (packed) are left.
    /// Their rows stay, so that versions still name the page they came from. Returns how many were let go.
    pub async fn trim_pages(&mut self, oldest: Option<i64>, budget: u64) -> Result<u64> {
        let mut gone = 0;
        if let Some(oldest) = oldest {
            gone += sqlx::query("UPDATE pages SET body = NULL WHERE body IS NOT NULL AND fetched_at < $1")
                .bind(oldest)
                .execute(self.conn())
                .await?
                .rows_affected();
        }
        let sizes: Vec<(i64, i64)> = sqlx::query_as(
            "SELECT id, LENGTH(body) FROM pages WHERE body IS NOT NULL ORDER BY fetched_at DESC, id DESC",
        )
        .fetch_all(self.conn())
        .await?;
        let mut kept = 0_u64;
        for (id, bytes) in sizes {
            kept = kept.saturating_add(bytes.unsigned_abs());
            if kept > budget {
                gone += sqlx::query("UPDATE pages SET body = NULL WHERE id = $1")
                    .bind(id)
                    .execute(self.conn())
                    .await?
                    .rows_affected();
            }
        }
        Ok(gone)
    }
}
