//! What sites print on many of their pages: a packed memory a site, the blocks that were learnt from public pages with a
//! short sample, and what persons said of them. What stands in a memory, the extraction room decides; the store keeps
//! it, counts an address once, and remembers which page lost which block. Start at [`Store::memories`].

use crate::columns::Reader;
use crate::{Result, Store, StoreError, Tx, Viewer};
use sqlx::sqlite::SqliteRow;
use wireroom_model::UserId;
use wireroom_model::why::NotThere;

/// Most sites that are remembered; the one whose pages were not seen for the longest time goes first.
pub const MAX_SITES: i64 = 2_000;
/// Most blocks shown of one host beside those that a person spoke of; those on fewest pages go first.
pub const MAX_SHOWN: i64 = 300;
/// Longest sample that is kept, in characters.
pub const MAX_SAMPLE: usize = 280;
/// Most blocks of one page whose leaving out is remembered.
const MAX_CUTS: usize = 400;
/// No memory unpacks to more than this.
const MAX_MEMORY: usize = 4 << 20;
/// Fast; a memory is mostly hashes and hardly shrinks.
const ZSTD_LEVEL: i32 = 3;

/// What a person said of a block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Said {
    /// It is the articles' own.
    Keep,
    /// It is none of any article's.
    Drop,
}

impl Said {
    /// The store's word.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Keep => "keep",
            Self::Drop => "drop",
        }
    }

    /// Reads [`Said::as_str`] back.
    pub fn parse(word: &str) -> Option<Self> {
        [Self::Keep, Self::Drop].into_iter().find(|said| said.as_str() == word)
    }
}

/// One site's memory, as the extraction room wrote it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Memory {
    /// Host, and the name that its pages give it.
    pub site: String,
    pub version: u32,
    pub bytes: Vec<u8>,
}

/// A host in the list of sites.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SiteLine {
    pub host: String,
    /// Pages that were read of it.
    pub pages: u64,
    /// Blocks that the machine learnt and nobody spoke of.
    pub learnt: u64,
    pub kept: u64,
    pub dropped: u64,
}

/// A block that was learnt or named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SiteBlock {
    pub block: u64,
    pub sample: String,
    /// Public pages that printed it, each address once.
    pub pages: u64,
    /// When it was learnt; `None` where only a person named it.
    pub learnt_at: Option<i64>,
    pub said: Option<Said>,
    pub said_at: Option<i64>,
    /// Pages whose text now lacks it, and how many of them are no longer kept.
    pub cut: u64,
    pub cut_gone: u64,
}

/// A page of a host that shows an article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SitePage {
    pub page: i64,
    pub address: String,
    pub title: String,
    pub fetched_at: i64,
    /// False once budget or age took its bytes.
    pub is_kept: bool,
    pub is_private: bool,
}

/// Pages to read again.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CutPages {
    pub kept: Vec<i64>,
    /// Pages that are no longer kept: their articles stay as they are.
    pub gone: u64,
    /// Kept pages past the limit.
    pub more: u64,
}

fn hex(block: u64) -> String {
    format!("{block:016x}")
}

/// Reads a block's name as the store writes it.
pub fn parse_block(text: &str) -> Option<u64> {
    let fits = text.len() == 16 && text.bytes().all(|b| b.is_ascii_hexdigit());
    if fits { u64::from_str_radix(text, 16).ok() } else { None }
}

/// A block's name as the store writes it.
pub fn block_name(block: u64) -> String {
    hex(block)
}

fn block(row: &SqliteRow) -> Result<SiteBlock> {
    let read = Reader::new(row, "site_blocks", "number")?;
    Ok(SiteBlock {
        block: read.word("block", parse_block)?,
        sample: read.get("sample")?,
        pages: read.count("pages")?,
        learnt_at: read.get("learnt_at")?,
        said: match read.get::<Option<String>>("said")? {
            Some(word) => Some(Said::parse(&word).ok_or_else(|| read.broken("said"))?),
            None => None,
        },
        said_at: read.get("said_at")?,
        cut: read.count("cut")?,
        cut_gone: read.count("cut_gone")?,
    })
}

fn page(row: &SqliteRow) -> Result<SitePage> {
    let read = Reader::new(row, "site_pages", "page_id")?;
    Ok(SitePage {
        page: read.number,
        address: read.get("address")?,
        title: read.get("title")?,
        fetched_at: read.get("fetched_at")?,
        is_kept: read.get("is_kept")?,
        is_private: read.get("is_private")?,
    })
}

/// Pages that show an article which the viewer (`$1`) may see, with the page's own title.
const PAGES: &str = "SELECT s.page_id, p.address, p.fetched_at, p.body IS NOT NULL AS is_kept, a.is_private, v.title \
     FROM site_pages s JOIN pages p ON p.id = s.page_id JOIN articles a ON a.address = p.address AND a.part = 0 \
     JOIN versions v ON v.id = a.version_id AND v.page_id = p.id \
     WHERE (NOT a.is_private OR $1 = -1 OR EXISTS (SELECT 1 FROM article_feeds x JOIN subscriptions u \
     ON u.feed_id = x.feed_id WHERE x.article_id = a.id AND u.user_id = $1)) ";

fn pages(tail: &'static str) -> sqlx::AssertSqlSafe<String> {
    // Both halves are literals of this file.
    sqlx::AssertSqlSafe(format!("{PAGES}{tail}"))
}

fn unpacked(rows: Vec<(String, i64, Vec<u8>)>) -> Result<Vec<Memory>> {
    rows.into_iter()
        .map(|(site, version, packed)| {
            let bytes = zstd::bulk::decompress(&packed, MAX_MEMORY).map_err(StoreError::Packing)?;
            Ok(Memory { site, version: u32::try_from(version).unwrap_or(0), bytes })
        })
        .collect()
}

impl Store {
    /// What was learnt of a host, a memory for each name that its pages give it.
    pub async fn memories(&self, host: &str) -> Result<Vec<Memory>> {
        let rows = sqlx::query_as("SELECT site, version, memory FROM sites WHERE host = $1 ORDER BY site")
            .bind(host)
            .fetch_all(&self.read)
            .await?;
        unpacked(rows)
    }

    /// What persons said of a host's blocks.
    pub async fn said_of(&self, host: &str) -> Result<Vec<(u64, Said)>> {
        let rows: Vec<(String, String)> = sqlx::query_as(
            "SELECT block, said FROM site_blocks WHERE host = $1 AND said IS NOT NULL ORDER BY block",
        )
        .bind(host)
        .fetch_all(&self.read)
        .await?;
        Ok(rows.iter().filter_map(|(block, said)| Some((parse_block(block)?, Said::parse(said)?))).collect())
    }

    /// True where a page of this address taught already.
    pub async fn has_taught(&self, address: &str) -> Result<bool> {
        let found: Option<i64> = sqlx::query_scalar(
            "SELECT s.page_id FROM pages p JOIN site_pages s ON s.page_id = p.id \
             WHERE p.address = $1 AND s.taught LIMIT 1",
        )
        .bind(address)
        .fetch_optional(&self.read)
        .await?;
        Ok(found.is_some())
    }

    /// Every host of which something was learnt or said, the ones with most blocks first.
    pub async fn site_lines(&self, limit: u32) -> Result<Vec<SiteLine>> {
        let rows: Vec<(String, i64, i64, i64, i64)> = sqlx::query_as(
            "SELECT h.host, (SELECT COUNT(*) FROM site_pages p WHERE p.host = h.host), \
             COALESCE(SUM(CASE WHEN b.block IS NOT NULL AND b.said IS NULL THEN 1 ELSE 0 END), 0) AS learnt, \
             COALESCE(SUM(CASE WHEN b.said = 'keep' THEN 1 ELSE 0 END), 0), \
             COALESCE(SUM(CASE WHEN b.said = 'drop' THEN 1 ELSE 0 END), 0) \
             FROM (SELECT host FROM sites UNION SELECT host FROM site_blocks) AS h \
             LEFT JOIN site_blocks b ON b.host = h.host GROUP BY h.host ORDER BY COUNT(b.block) DESC, h.host LIMIT $1",
        )
        .bind(limit)
        .fetch_all(&self.read)
        .await?;
        let line = |(host, pages, learnt, kept, dropped): (String, i64, i64, i64, i64)| SiteLine {
            host,
            pages: pages.unsigned_abs(),
            learnt: learnt.unsigned_abs(),
            kept: kept.unsigned_abs(),
            dropped: dropped.unsigned_abs(),
        };
        Ok(rows.into_iter().map(line).collect())
    }

    /// A host's blocks: those that persons spoke of first, then those on most pages.
    pub async fn site_blocks(&self, host: &str) -> Result<Vec<SiteBlock>> {
        let rows = sqlx::query(
            "SELECT 0 AS number, b.block, b.sample, b.pages, b.learnt_at, b.said, b.said_at, \
             (SELECT COUNT(*) FROM site_cuts c WHERE c.host = b.host AND c.block = b.block AND EXISTS (SELECT 1 \
             FROM versions v JOIN articles a ON a.version_id = v.id WHERE v.page_id = c.page_id)) AS cut, \
             (SELECT COUNT(*) FROM site_cuts c JOIN pages p ON p.id = c.page_id WHERE c.host = b.host \
             AND c.block = b.block AND p.body IS NULL AND EXISTS (SELECT 1 FROM versions v JOIN articles a \
             ON a.version_id = v.id WHERE v.page_id = c.page_id)) AS cut_gone \
             FROM site_blocks b WHERE b.host = $1 ORDER BY b.said IS NULL, b.pages DESC, b.block",
        )
        .bind(host)
        .fetch_all(&self.read)
        .await?;
        rows.iter().map(block).collect()
    }

    /// One block of a host.
    pub async fn site_block(&self, host: &str, name: u64) -> Result<Option<SiteBlock>> {
        Ok(self.site_blocks(host).await?.into_iter().find(|block| block.block == name))
    }

    /// The latest pages of a host whose article this viewer may see.
    pub async fn pages_of_site(&self, host: &str, viewer: Viewer, limit: u32) -> Result<Vec<SitePage>> {
        let rows = sqlx::query(pages("AND s.host = $2 ORDER BY s.page_id DESC LIMIT $3"))
            .bind(viewer.code())
            .bind(host)
            .bind(limit)
            .fetch_all(&self.read)
            .await?;
        rows.iter().map(page).collect()
    }

    /// The page that an article at this address is read from, where this viewer may see the article.
    pub async fn page_at(&self, address: &str, viewer: Viewer) -> Result<Option<SitePage>> {
        let row = sqlx::query(pages("AND p.address = $2 LIMIT 1"))
            .bind(viewer.code())
            .bind(address)
            .fetch_optional(&self.read)
            .await?;
        row.as_ref().map(page).transpose()
    }

    /// One page by its number, where this viewer may see its article.
    pub async fn page_seen(&self, number: i64, viewer: Viewer) -> Result<Option<SitePage>> {
        let row = sqlx::query(pages("AND s.page_id = $2"))
            .bind(viewer.code())
            .bind(number)
            .fetch_optional(&self.read)
            .await?;
        row.as_ref().map(page).transpose()
    }
}

impl Tx {
    /// One site's memory, as it stands inside this transaction.
    pub async fn memory(&mut self, site: &str) -> Result<Option<Memory>> {
        let row = sqlx::query_as("SELECT site, version, memory FROM sites WHERE site = $1")
            .bind(site)
            .fetch_optional(self.conn())
            .await?;
        Ok(unpacked(row.into_iter().collect())?.pop())
    }

    /// Keeps a site's memory in place of what it was. `pages` is how many taught it.
    pub async fn set_memory(&mut self, host: &str, memory: &Memory, pages: u32, now: i64) -> Result<()> {
        let packed = zstd::bulk::compress(&memory.bytes, ZSTD_LEVEL).map_err(StoreError::Packing)?;
        sqlx::query(
            "INSERT INTO sites (site, host, version, pages, memory, changed_at) VALUES ($1, $2, $3, $4, $5, $6) \
             ON CONFLICT (site) DO UPDATE SET version = excluded.version, pages = excluded.pages, \
             memory = excluded.memory, changed_at = excluded.changed_at",
        )
        .bind(&memory.site)
        .bind(host)
        .bind(memory.version)
        .bind(pages)
        .bind(packed)
        .bind(now)
        .execute(self.conn())
        .await?;
        Ok(())
    }

    /// Notes which host a page is of.
    pub async fn set_site_page(&mut self, page: i64, host: &str) -> Result<()> {
        sqlx::query(
            "INSERT INTO site_pages (page_id, host, taught) VALUES ($1, $2, FALSE) \
             ON CONFLICT (page_id) DO UPDATE SET host = excluded.host",
        )
        .bind(page)
        .bind(host)
        .execute(self.conn())
        .await?;
        Ok(())
    }

    /// Notes that a page taught. False where a page of its address had done so before: it must not teach again.
    pub async fn teach(&mut self, page: i64) -> Result<bool> {
        let done = sqlx::query(
            "UPDATE site_pages SET taught = TRUE WHERE page_id = $1 AND NOT EXISTS (SELECT 1 FROM pages p \
             JOIN pages q ON q.address = p.address JOIN site_pages s ON s.page_id = q.id WHERE p.id = $1 AND s.taught)",
        )
        .bind(page)
        .execute(self.conn())
        .await?;
        Ok(done.rows_affected() > 0)
    }

    /// Counts one more page that prints a learnt block; one that is new gets its sample and the `pages` known so far.
    pub async fn count_block(
        &mut self,
        host: &str,
        block: u64,
        sample: &str,
        pages: u32,
        now: i64,
    ) -> Result<()> {
        let sample: String = sample.chars().take(MAX_SAMPLE).collect();
        sqlx::query(
            "INSERT INTO site_blocks (host, block, sample, pages, learnt_at) VALUES ($1, $2, $3, $4, $5) \
             ON CONFLICT (host, block) DO UPDATE SET \
             pages = CASE WHEN site_blocks.pages + 1 < excluded.pages THEN excluded.pages ELSE site_blocks.pages + 1 END, \
             learnt_at = COALESCE(site_blocks.learnt_at, excluded.learnt_at)",
        )
        .bind(host)
        .bind(hex(block))
        .bind(sample)
        .bind(pages)
        .bind(now)
        .execute(self.conn())
        .await?;
        Ok(())
    }

    /// Notes what is left out of a page's text, in place of what was left out before.
    pub async fn set_cuts(&mut self, page: i64, host: &str, blocks: &[u64]) -> Result<()> {
        sqlx::query("DELETE FROM site_cuts WHERE page_id = $1").bind(page).execute(self.conn()).await?;
        for block in blocks.iter().take(MAX_CUTS) {
            sqlx::query(
                "INSERT INTO site_cuts (page_id, host, block) VALUES ($1, $2, $3) ON CONFLICT (page_id, block) DO NOTHING",
            )
            .bind(page)
            .bind(host)
            .bind(hex(*block))
            .execute(self.conn())
            .await?;
        }
        Ok(())
    }

    /// Remembers what a person said of a block. `sample` is for one that is not known yet.
    pub async fn say_of_block(
        &mut self,
        host: &str,
        block: u64,
        sample: Option<&str>,
        said: Said,
        by: Option<UserId>,
        now: i64,
    ) -> Result<()> {
        if let Some(sample) = sample {
            let sample: String = sample.chars().take(MAX_SAMPLE).collect();
            sqlx::query(
                "INSERT INTO site_blocks (host, block, sample, pages) VALUES ($1, $2, $3, 1) \
                 ON CONFLICT (host, block) DO NOTHING",
            )
            .bind(host)
            .bind(hex(block))
            .bind(sample)
            .execute(self.conn())
            .await?;
        }
        let done = sqlx::query(
            "UPDATE site_blocks SET said = $3, said_by = $4, said_at = $5 WHERE host = $1 AND block = $2",
        )
        .bind(host)
        .bind(hex(block))
        .bind(said.as_str())
        .bind(by.map(UserId::as_i64))
        .bind(now)
        .execute(self.conn())
        .await?;
        if done.rows_affected() == 0 {
            return Err(StoreError::Refused(NotThere::BlockOf(host.to_owned()).into()));
        }
        Ok(())
    }

    /// The pages whose text now lacks a block, and show it: those that are kept, at most `limit`, the latest first.
    pub async fn cut_pages(&mut self, host: &str, block: u64, limit: u32) -> Result<CutPages> {
        let found: Vec<(i64, bool)> = sqlx::query_as(
            "SELECT c.page_id, p.body IS NOT NULL FROM site_cuts c JOIN pages p ON p.id = c.page_id \
             WHERE c.host = $1 AND c.block = $2 AND EXISTS (SELECT 1 FROM versions v \
             JOIN articles a ON a.version_id = v.id WHERE v.page_id = c.page_id) ORDER BY c.page_id DESC",
        )
        .bind(host)
        .bind(hex(block))
        .fetch_all(self.conn())
        .await?;
        let all = found.len();
        let mut kept: Vec<i64> = found.into_iter().filter(|(_, kept)| *kept).map(|(id, _)| id).collect();
        let gone = (all - kept.len()) as u64;
        let more = kept.len().saturating_sub(limit as usize) as u64;
        kept.truncate(limit as usize);
        Ok(CutPages { kept, gone, more })
    }

    /// The latest pages of a host that an article shows: those that are kept, at most `limit`.
    pub async fn shown_pages_of_site(&mut self, host: &str, limit: u32) -> Result<CutPages> {
        const SHOWN: &str = "EXISTS (SELECT 1 FROM versions v JOIN articles a ON a.version_id = v.id \
                             WHERE v.page_id = s.page_id)";
        // All parts are literals of this file.
        let query = |sql: String| sqlx::AssertSqlSafe(sql);
        let kept: Vec<i64> = sqlx::query_scalar(query(format!(
            "SELECT s.page_id FROM site_pages s JOIN pages p ON p.id = s.page_id WHERE s.host = $1 \
             AND p.body IS NOT NULL AND {SHOWN} ORDER BY s.page_id DESC LIMIT $2"
        )))
        .bind(host)
        .bind(limit)
        .fetch_all(self.conn())
        .await?;
        let (all, gone): (i64, i64) = sqlx::query_as(query(format!(
            "SELECT COUNT(*), COALESCE(SUM(CASE WHEN p.body IS NULL THEN 1 ELSE 0 END), 0) FROM site_pages s \
             JOIN pages p ON p.id = s.page_id WHERE s.host = $1 AND {SHOWN}"
        )))
        .bind(host)
        .fetch_one(self.conn())
        .await?;
        let more = (all - gone).unsigned_abs().saturating_sub(kept.len() as u64);
        Ok(CutPages { kept, gone: gone.unsigned_abs(), more })
    }

    /// Forgets the sites not seen for the longest time, and of a host the learnt blocks on fewest pages, past the
    /// limits. What a person said is never forgotten.
    pub async fn trim_sites(&mut self, host: &str) -> Result<()> {
        sqlx::query(
            "DELETE FROM site_blocks WHERE host = $1 AND said IS NULL AND block NOT IN (SELECT block FROM site_blocks \
             WHERE host = $1 AND said IS NULL ORDER BY pages DESC, learnt_at DESC, block LIMIT $2)",
        )
        .bind(host)
        .bind(MAX_SHOWN)
        .execute(self.conn())
        .await?;
        let count: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM sites").fetch_one(self.conn()).await?;
        if count > MAX_SITES {
            sqlx::query(
                "DELETE FROM sites WHERE site IN (SELECT site FROM sites ORDER BY changed_at, site LIMIT $1)",
            )
            .bind(count - MAX_SITES)
            .execute(self.conn())
            .await?;
            sqlx::query(
                "DELETE FROM site_blocks WHERE said IS NULL AND NOT EXISTS (SELECT 1 FROM sites s \
                 WHERE s.host = site_blocks.host)",
            )
            .execute(self.conn())
            .await?;
        }
        Ok(())
    }
}
