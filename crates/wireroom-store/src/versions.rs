//! Versions: the immutable texts of an article. A changed text or headline is a new version and the old one stays,
//! so that what cites it still resolves; an unchanged one only has its metadata refreshed.

use crate::columns::{self, Reader, TimeColumns};
use crate::{Result, Store, StoreError, Tx, Viewer};
use sqlx::sqlite::SqliteRow;
use wireroom_model::{Alteration, ArticleId, Extracted, Kind, PublishedFrom, VersionId};

/// A text that was read.
#[derive(Debug, Clone)]
pub struct NewVersion<'a> {
    pub extracted: &'a Extracted,
    /// The title to show: the page's own, else the entry's.
    pub title: &'a str,
    /// `text_v1` of the body.
    pub text_hash: &'a str,
    /// The extractor's version.
    pub extractor: u32,
    /// The normal form's version.
    pub normal: u32,
    pub page: Option<i64>,
}

/// A version as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    pub id: VersionId,
    pub article: ArticleId,
    /// 1 for the first.
    pub number: u32,
    pub title: String,
    pub text_hash: String,
    pub extractor: u32,
    pub page: Option<i64>,
    /// When the house first saw this text.
    pub seen_at: i64,
    /// The text and all that was read with it (`part` and `url` are the article's).
    pub extracted: Extracted,
}

/// One line of an article's history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VersionLine {
    pub id: VersionId,
    pub number: u32,
    pub title: String,
    pub seen_at: i64,
    pub text_hash: String,
    /// The extractor's version.
    pub extractor: u32,
    /// The page that it was read from.
    pub page: Option<i64>,
    /// What changed from the version before; `None` for the first, and where it was not read.
    pub changes: Option<Vec<Alteration>>,
}

/// What became of a text that was saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SavedVersion {
    /// The article's first text.
    First(VersionId),
    /// A changed text or headline.
    Next(VersionId),
    /// As it was.
    Same(VersionId),
}

impl SavedVersion {
    /// The version's number.
    pub const fn id(self) -> VersionId {
        match self {
            Self::First(id) | Self::Next(id) | Self::Same(id) => id,
        }
    }
}

fn version(row: &SqliteRow) -> Result<Version> {
    let read = Reader::new(row, "versions", "id")?;
    let small = |column| Ok::<u32, StoreError>(u32::try_from(read.count(column)?).unwrap_or(u32::MAX));
    let title: String = read.get("title")?;
    Ok(Version {
        id: read.id("id")?,
        article: read.id("article_id")?,
        number: small("number")?,
        text_hash: read.get("text_hash")?,
        extractor: small("extractor")?,
        page: read.get("page_id")?,
        seen_at: read.get("seen_at")?,
        extracted: Extracted {
            part: small("part")?,
            url: read.get("url")?,
            title: Some(title.clone()),
            authors: read.json("authors")?,
            published: read.time("published")?,
            published_from: read.word("published_from", PublishedFrom::parse)?,
            updated: read.time("updated")?,
            lang: read.lang("lang")?,
            outlet: read.get("outlet_name")?,
            agency: read.get("agency")?,
            dateline: read.get("dateline")?,
            kind: read.word("kind", Kind::parse)?,
            body: read.get("text")?,
            html: read.get("html")?,
            turns: read.json("turns")?,
            sections: read.json("sections")?,
            captions: read.json("captions")?,
            repeats: small("repeats")?,
            particulars: read.json("particulars")?,
        },
        title,
    })
}

const VERSIONS: &str = "SELECT v.*, a.part, a.url, COALESCE(o.name, v.outlet) AS outlet_name FROM versions v \
     JOIN articles a ON a.id = v.article_id LEFT JOIN outlets o ON o.id = a.outlet_id WHERE ";

const MAY_SEE: &str = " AND (NOT a.is_private OR $1 = -1 OR EXISTS (SELECT 1 FROM article_feeds x \
     JOIN subscriptions s ON s.feed_id = x.feed_id WHERE x.article_id = a.id AND s.user_id = $1))";

fn query(test: &'static str) -> sqlx::AssertSqlSafe<String> {
    // All three parts are literals of this file.
    sqlx::AssertSqlSafe(format!("{VERSIONS}{test}{MAY_SEE}"))
}

impl Store {
    /// The version of an article that is shown.
    pub async fn current_version(&self, article: ArticleId, viewer: Viewer) -> Result<Option<Version>> {
        let row = sqlx::query(query("a.id = $2 AND v.id = a.version_id"))
            .bind(viewer.code())
            .bind(article.as_i64())
            .fetch_optional(&self.read)
            .await?;
        row.as_ref().map(version).transpose()
    }

    /// Any version, old ones too: what a citation names.
    pub async fn version(&self, id: VersionId, viewer: Viewer) -> Result<Option<Version>> {
        let row = sqlx::query(query("v.id = $2"))
            .bind(viewer.code())
            .bind(id.as_i64())
            .fetch_optional(&self.read)
            .await?;
        row.as_ref().map(version).transpose()
    }

    /// An article's version by its place in the history (1 is the first).
    pub async fn version_numbered(
        &self,
        article: ArticleId,
        number: u32,
        viewer: Viewer,
    ) -> Result<Option<Version>> {
        let row = sqlx::query(query("a.id = $2 AND v.number = $3"))
            .bind(viewer.code())
            .bind(article.as_i64())
            .bind(number)
            .fetch_optional(&self.read)
            .await?;
        row.as_ref().map(version).transpose()
    }

    /// An article's history, oldest first. Ask for a version with a viewer before showing any text of it.
    pub async fn version_lines(&self, article: ArticleId) -> Result<Vec<VersionLine>> {
        let rows = sqlx::query(
            "SELECT id, number, title, seen_at, text_hash, extractor, page_id, changes FROM versions \
             WHERE article_id = $1 ORDER BY number",
        )
        .bind(article.as_i64())
        .fetch_all(&self.read)
        .await?;
        rows.iter()
            .map(|row| {
                let read = Reader::new(row, "versions", "id")?;
                Ok(VersionLine {
                    id: read.id("id")?,
                    number: u32::try_from(read.count("number")?).unwrap_or(u32::MAX),
                    title: read.get("title")?,
                    seen_at: read.get("seen_at")?,
                    text_hash: read.get("text_hash")?,
                    extractor: u32::try_from(read.count("extractor")?).unwrap_or(u32::MAX),
                    page: read.get("page_id")?,
                    changes: read
                        .get::<Option<String>>("changes")?
                        .map(|json| serde_json::from_str(&json))
                        .transpose()?,
                })
            })
            .collect()
    }
}

impl Tx {
    /// The page that an article's shown text was read from.
    pub async fn shown_page(&mut self, article: ArticleId) -> Result<Option<i64>> {
        let page: Option<Option<i64>> = sqlx::query_scalar(
            "SELECT v.page_id FROM articles a JOIN versions v ON v.id = a.version_id WHERE a.id = $1",
        )
        .bind(article.as_i64())
        .fetch_optional(self.conn())
        .await?;
        Ok(page.flatten())
    }

    /// The headline and the text that an article shows, before another is saved.
    pub async fn shown_text(&mut self, article: ArticleId) -> Result<Option<(String, String)>> {
        Ok(sqlx::query_as(
            "SELECT v.title, v.text FROM articles a JOIN versions v ON v.id = a.version_id WHERE a.id = $1",
        )
        .bind(article.as_i64())
        .fetch_optional(self.conn())
        .await?)
    }

    /// Keeps what changed from the version before.
    pub async fn save_changes(&mut self, version: VersionId, changes: &[Alteration]) -> Result<()> {
        sqlx::query("UPDATE versions SET changes = $2 WHERE id = $1")
            .bind(version.as_i64())
            .bind(serde_json::to_string(changes)?)
            .execute(self.conn())
            .await?;
        Ok(())
    }

    /// Saves a text: the first, a changed one (text or headline), or the same as shown (metadata refreshed).
    pub async fn save_version(
        &mut self,
        article: ArticleId,
        new: &NewVersion<'_>,
        now: i64,
    ) -> Result<SavedVersion> {
        let shown: Option<(i64, i64, String, String)> = sqlx::query_as(
            "SELECT v.id, v.number, v.text_hash, v.title FROM articles a JOIN versions v ON v.id = a.version_id \
             WHERE a.id = $1",
        )
        .bind(article.as_i64())
        .fetch_optional(self.conn())
        .await?;
        if let Some((id, _, hash, title)) = &shown
            && hash == new.text_hash
            && title == new.title
        {
            self.refresh_version(*id, new).await?;
            let broken = |_| StoreError::Broken { table: "versions", row: *id, column: "id" };
            return Ok(SavedVersion::Same(VersionId::try_from(*id).map_err(broken)?));
        }
        let id = self.next("versions").await?;
        let number = self.last_number(article).await? + 1;
        self.insert_version(id, article, number, new, now).await?;
        sqlx::query("UPDATE articles SET version_id = $2, changed_at = $3 WHERE id = $1")
            .bind(article.as_i64())
            .bind(id)
            .bind(now)
            .execute(self.conn())
            .await?;
        let id = VersionId::try_from(id).map_err(|_| StoreError::SequenceSpent("versions"))?;
        Ok(if shown.is_some() { SavedVersion::Next(id) } else { SavedVersion::First(id) })
    }

    async fn last_number(&mut self, article: ArticleId) -> Result<i64> {
        let last: Option<i64> = sqlx::query_scalar("SELECT MAX(number) FROM versions WHERE article_id = $1")
            .bind(article.as_i64())
            .fetch_one(self.conn())
            .await?;
        Ok(last.unwrap_or(0))
    }

    async fn insert_version(
        &mut self,
        id: i64,
        article: ArticleId,
        number: i64,
        new: &NewVersion<'_>,
        now: i64,
    ) -> Result<()> {
        let read = new.extracted;
        sqlx::query(
            "INSERT INTO versions (id, article_id, number, text, text_hash, seen_at, page_id, title, \
             extractor, normal, authors, outlet, agency, dateline, lang, kind, published_from, html, turns, \
             sections, captions, repeats, particulars) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, '[]', \
             NULL, NULL, NULL, NULL, $11, 'unknown', '', '[]', '[]', '[]', 0, '{}')",
        )
        .bind(id)
        .bind(article.as_i64())
        .bind(number)
        .bind(&read.body)
        .bind(new.text_hash)
        .bind(now)
        .bind(new.page)
        .bind(new.title)
        .bind(new.extractor)
        .bind(new.normal)
        .bind(read.kind.as_str())
        .execute(self.conn())
        .await?;
        self.refresh_version(id, new).await
    }

    /// Everything about a version but its text, title and hash.
    async fn refresh_version(&mut self, id: i64, new: &NewVersion<'_>) -> Result<()> {
        let read = new.extracted;
        let (published, updated) = (TimeColumns::from(read.published), TimeColumns::from(read.updated));
        sqlx::query(
            "UPDATE versions SET extractor = $2, normal = $3, authors = $4, outlet = $5, agency = $6, \
             dateline = $7, lang = $8, kind = $9, published_from = $10, html = $11, turns = $12, sections = $13, \
             captions = $14, repeats = $15, published = $16, published_offset = $17, published_precision = $18, \
             published_sort = $19, updated = $20, updated_offset = $21, updated_precision = $22, \
             updated_sort = $23, page_id = COALESCE($24, page_id), particulars = $25 WHERE id = $1",
        )
        .bind(id)
        .bind(new.extractor)
        .bind(new.normal)
        .bind(columns::json(&read.authors)?)
        .bind(&read.outlet)
        .bind(&read.agency)
        .bind(&read.dateline)
        .bind(columns::lang(read.lang))
        .bind(read.kind.as_str())
        .bind(read.published_from.as_str())
        .bind(&read.html)
        .bind(columns::json(&read.turns)?)
        .bind(columns::json(&read.sections)?)
        .bind(columns::json(&read.captions)?)
        .bind(read.repeats)
        .bind(published.unix)
        .bind(published.offset)
        .bind(published.precision)
        .bind(published.sort)
        .bind(updated.unix)
        .bind(updated.offset)
        .bind(updated.precision)
        .bind(updated.sort)
        .bind(new.page)
        .bind(columns::json(&read.particulars)?)
        .execute(self.conn())
        .await?;
        Ok(())
    }
}
