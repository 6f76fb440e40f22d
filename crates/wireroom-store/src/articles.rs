//! Articles: one address (or one part of a page) each, apart from the versions of their text.
//! Several feeds may bring one article; it is private only while every feed that brought it is.

use crate::columns::Reader;
use crate::lineage::Reason;
use crate::{Result, Store, StoreError, Tx, Viewer};
use sqlx::sqlite::SqliteRow;
use wireroom_model::{ArticleId, EntryId, FeedId, Kind, Lang, OutletId, Relation, StoryId, Time, VersionId};

/// An article to be saved.
#[derive(Debug, Clone, Default)]
pub struct NewArticle<'a> {
    /// Canonical address of its page; what has no address is named by its import.
    pub address: &'a str,
    /// 0 is the page's own article.
    pub part: u32,
    /// Where a reader is sent, if anywhere.
    pub url: Option<&'a str>,
    pub outlet: Option<OutletId>,
    pub is_private: bool,
}

/// An article as stored, without its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Article {
    pub id: ArticleId,
    pub address: String,
    pub part: u32,
    pub url: Option<String>,
    pub outlet: Option<OutletId>,
    /// The version that is shown.
    pub version: Option<VersionId>,
    pub is_private: bool,
    pub arrived_at: i64,
    pub changed_at: i64,
}

/// What a list shows of an article.
#[derive(Debug, Clone, PartialEq)]
pub struct ArticleLine {
    pub id: ArticleId,
    pub title: String,
    pub url: Option<String>,
    /// The outlet's name as the house knows it, else as the page states it.
    pub outlet: Option<String>,
    pub outlet_id: Option<OutletId>,
    pub agency: Option<String>,
    pub lang: Lang,
    pub kind: Kind,
    pub published: Time,
    pub arrived_at: i64,
    pub versions: u64,
    pub is_private: bool,
    /// A feed that brought it is set to stay unfolded: it is shown on its own, whatever family it stands in.
    pub is_unfolded: bool,
    pub story: Option<StoryId>,
    pub copy: Option<CopyLine>,
    /// The agency whose text it is, as its family's printings credit it.
    pub origin_agency: Option<String>,
    /// The outlet that had its text first, where no printing of that outlet stands in the house.
    pub origin_outlet: Option<String>,
}

/// Which of a forgotten article's texts are buried beside its address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Graves {
    /// Every one: somebody wants them gone.
    All,
    /// Those that tell this article from others: no notice of a line or two, none that another article still prints.
    Telling,
}

/// Characters from which a text is taken for nobody else's. Shorter ones are often notices ("subscribe to read on"),
/// and a grave for one of those would keep every later page that prints it away.
pub(crate) const TELLING_TEXT: i64 = 400;

/// How the article stands in its family.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CopyLine {
    pub family: wireroom_model::FamilyId,
    pub relation: Relation,
    /// Share of the shorter text that both hold, 0 to 1.
    pub containment: f64,
    pub longest_run_words: u32,
    /// The printing that the family is folded under; `None` until its lineage is read.
    pub first: Option<ArticleId>,
    /// Why that one, or why none can be told to be first.
    pub origin: Option<Reason>,
    /// Whose printing this one took.
    pub parent: Option<ArticleId>,
    pub reason: Option<Reason>,
    /// Share of the first printing's words that this one keeps, 0 to 1.
    pub kept: Option<f64>,
}

/// The columns and joins that [`line`] reads; `$1` is the viewer.
pub(crate) const LINES: &str = "SELECT a.id, a.url, a.outlet_id, a.is_private, a.arrived_at, \
     COALESCE(o.name, v.outlet) AS outlet_name, v.title, v.agency, v.lang, v.kind, \
     v.published, v.published_offset, v.published_precision, m.story_id, \
     f.family_id, f.relation, f.containment, f.longest_run, f.parent_id, f.reason, f.kept, \
     n.first_id, n.origin_agency, n.origin_outlet, n.origin_reason, \
     (SELECT COUNT(*) FROM versions w WHERE w.article_id = a.id) AS version_count, \
     EXISTS (SELECT 1 FROM article_feeds y JOIN feeds u ON u.id = y.feed_id \
     WHERE y.article_id = a.id AND NOT u.is_folded) AS is_unfolded \
     FROM articles a JOIN versions v ON v.id = a.version_id \
     LEFT JOIN outlets o ON o.id = a.outlet_id LEFT JOIN story_members m ON m.article_id = a.id \
     LEFT JOIN family_members f ON f.article_id = a.id LEFT JOIN families n ON n.id = f.family_id \
     WHERE (NOT a.is_private OR $1 = -1 OR EXISTS (SELECT 1 FROM article_feeds x JOIN subscriptions s \
     ON s.feed_id = x.feed_id WHERE x.article_id = a.id AND s.user_id = $1)) ";

pub(crate) fn line(row: &SqliteRow) -> Result<ArticleLine> {
    let read = Reader::new(row, "articles", "id")?;
    let copy = match read.maybe_id("family_id")? {
        None => None,
        Some(family) => Some(CopyLine {
            family,
            relation: read.word("relation", Relation::parse)?,
            containment: read.get("containment")?,
            longest_run_words: u32::try_from(read.count("longest_run")?).unwrap_or(u32::MAX),
            first: read.maybe_id("first_id")?,
            origin: read.get::<Option<String>>("origin_reason")?.as_deref().and_then(Reason::parse),
            parent: read.maybe_id("parent_id")?,
            reason: read.get::<Option<String>>("reason")?.as_deref().and_then(Reason::parse),
            kept: read.get("kept")?,
        }),
    };
    Ok(ArticleLine {
        id: read.id("id")?,
        title: read.get("title")?,
        url: read.get("url")?,
        outlet: read.get("outlet_name")?,
        outlet_id: read.maybe_id("outlet_id")?,
        agency: read.get("agency")?,
        lang: read.lang("lang")?,
        kind: read.word("kind", Kind::parse)?,
        published: read.time("published")?,
        arrived_at: read.get("arrived_at")?,
        versions: read.count("version_count")?,
        is_private: read.get("is_private")?,
        is_unfolded: read.get("is_unfolded")?,
        story: read.maybe_id("story_id")?,
        copy,
        origin_agency: read.get("origin_agency")?,
        origin_outlet: read.get("origin_outlet")?,
    })
}

pub(crate) fn lines(tail: &'static str) -> sqlx::AssertSqlSafe<String> {
    // Both halves are literals of this crate.
    sqlx::AssertSqlSafe(format!("{LINES}{tail}"))
}

fn article(row: &SqliteRow) -> Result<Article> {
    let read = Reader::new(row, "articles", "id")?;
    Ok(Article {
        id: read.id("id")?,
        address: read.get("address")?,
        part: u32::try_from(read.count("part")?).map_err(|_| read.broken("part"))?,
        url: read.get("url")?,
        outlet: read.maybe_id("outlet_id")?,
        version: read.maybe_id("version_id")?,
        is_private: read.get("is_private")?,
        arrived_at: read.get("arrived_at")?,
        changed_at: read.get("changed_at")?,
    })
}

impl Store {
    /// One article, without its text and with no test of who looks: for the house's own work.
    pub async fn stored_article(&self, id: ArticleId) -> Result<Option<Article>> {
        let row = sqlx::query("SELECT * FROM articles WHERE id = $1")
            .bind(id.as_i64())
            .fetch_optional(&self.read)
            .await?;
        row.as_ref().map(article).transpose()
    }

    /// The articles of an address, by part.
    pub async fn articles_at(&self, address: &str) -> Result<Vec<Article>> {
        let rows = sqlx::query("SELECT * FROM articles WHERE address = $1 ORDER BY part")
            .bind(address)
            .fetch_all(&self.read)
            .await?;
        rows.iter().map(article).collect()
    }

    /// The article that is read from an address or gives it as its own, its page's own article first.
    pub async fn article_read_from(&self, canonical: &str, given: &str) -> Result<Option<ArticleId>> {
        let id: Option<i64> = sqlx::query_scalar(
            "SELECT a.id FROM articles a WHERE a.address = $1 OR a.url = $1 OR a.url = $2 OR a.id IN \
             (SELECT x.article_id FROM article_feeds x JOIN entries e ON e.id = x.entry_id WHERE e.address = $1) \
             ORDER BY a.part, a.id LIMIT 1",
        )
        .bind(canonical)
        .bind(given)
        .fetch_optional(&self.read)
        .await?;
        Ok(id.and_then(|id| ArticleId::try_from(id).ok()))
    }

    /// One line, where the viewer may see it.
    pub async fn article_line(&self, id: ArticleId, viewer: Viewer) -> Result<Option<ArticleLine>> {
        let row = sqlx::query(lines("AND a.id = $2"))
            .bind(viewer.code())
            .bind(id.as_i64())
            .fetch_optional(&self.read)
            .await?;
        let Some(mut line) = row.as_ref().map(line).transpose()? else { return Ok(None) };
        self.own_words(viewer).await?.turn(&mut line);
        Ok(Some(line))
    }

    /// The latest articles, newest arrival first; `before` is the number of the last one already shown.
    pub async fn latest_articles(
        &self,
        viewer: Viewer,
        before: Option<ArticleId>,
        limit: u32,
    ) -> Result<Vec<ArticleLine>> {
        let rows = sqlx::query(lines("AND ($2 IS NULL OR a.id < $2) ORDER BY a.id DESC LIMIT $3"))
            .bind(viewer.code())
            .bind(before.map(ArticleId::as_i64))
            .bind(limit)
            .fetch_all(&self.read)
            .await?;
        rows.iter().map(line).collect()
    }

    /// The private feeds that brought an article, or none where it is public: its audiences in search and briefs.
    pub async fn private_feeds_of(&self, id: ArticleId) -> Result<Vec<FeedId>> {
        let ids: Vec<i64> = sqlx::query_scalar(
            "SELECT x.feed_id FROM article_feeds x JOIN articles a ON a.id = x.article_id \
             WHERE x.article_id = $1 AND a.is_private ORDER BY x.feed_id",
        )
        .bind(id.as_i64())
        .fetch_all(&self.read)
        .await?;
        Ok(ids.into_iter().filter_map(|id| FeedId::try_from(id).ok()).collect())
    }

    /// Articles whose part is missing a placement (no family or no story), by number: what a killed run left.
    pub async fn unplaced_articles(&self, limit: u32) -> Result<Vec<ArticleId>> {
        let ids: Vec<i64> = sqlx::query_scalar(
            "SELECT a.id FROM articles a LEFT JOIN family_members f ON f.article_id = a.id \
             WHERE f.article_id IS NULL AND a.version_id IS NOT NULL ORDER BY a.id LIMIT $1",
        )
        .bind(limit)
        .fetch_all(&self.read)
        .await?;
        Ok(ids.into_iter().filter_map(|id| ArticleId::try_from(id).ok()).collect())
    }

    /// Every article's number after `after`, in order.
    pub async fn article_numbers(&self, after: Option<ArticleId>, limit: u32) -> Result<Vec<ArticleId>> {
        let ids: Vec<i64> = sqlx::query_scalar(
            "SELECT id FROM articles WHERE id > $1 AND version_id IS NOT NULL ORDER BY id LIMIT $2",
        )
        .bind(after.map_or(0, ArticleId::as_i64))
        .bind(limit)
        .fetch_all(&self.read)
        .await?;
        Ok(ids.into_iter().filter_map(|id| ArticleId::try_from(id).ok()).collect())
    }
}

impl Tx {
    /// Saves an article by address and part; a known one keeps its number (and `false` comes back).
    pub async fn save_article(&mut self, new: &NewArticle<'_>, now: i64) -> Result<(ArticleId, bool)> {
        let known: Option<i64> =
            sqlx::query_scalar("SELECT id FROM articles WHERE address = $1 AND part = $2")
                .bind(new.address)
                .bind(new.part)
                .fetch_optional(self.conn())
                .await?;
        if let Some(number) = known {
            sqlx::query(
                "UPDATE articles SET outlet_id = COALESCE($2, outlet_id), url = COALESCE(url, $3), \
                 is_private = (is_private AND $4) WHERE id = $1",
            )
            .bind(number)
            .bind(new.outlet.map(OutletId::as_i64))
            .bind(new.url)
            .bind(new.is_private)
            .execute(self.conn())
            .await?;
            let broken = |_| StoreError::Broken { table: "articles", row: number, column: "id" };
            return Ok((ArticleId::try_from(number).map_err(broken)?, false));
        }
        let id: ArticleId = self.fresh().await?;
        sqlx::query(
            "INSERT INTO articles (id, address, part, url, outlet_id, is_private, arrived_at, changed_at) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $7)",
        )
        .bind(id.as_i64())
        .bind(new.address)
        .bind(new.part)
        .bind(new.url)
        .bind(new.outlet.map(OutletId::as_i64))
        .bind(new.is_private)
        .bind(now)
        .execute(self.conn())
        .await?;
        Ok((id, true))
    }

    /// Notes that a feed brought an article. Returns true where that made a private article public.
    pub async fn link_feed(
        &mut self,
        article: ArticleId,
        feed: FeedId,
        entry: Option<EntryId>,
    ) -> Result<bool> {
        sqlx::query(
            "INSERT INTO article_feeds (article_id, feed_id, entry_id) VALUES ($1, $2, $3) \
             ON CONFLICT (article_id, feed_id) DO NOTHING",
        )
        .bind(article.as_i64())
        .bind(feed.as_i64())
        .bind(entry.map(EntryId::as_i64))
        .execute(self.conn())
        .await?;
        // What was read or starred is so in whichever feed it comes again.
        if let Some(entry) = entry {
            sqlx::query(
                "INSERT INTO marks (user_id, item, read_at, starred_at) SELECT user_id, $2, read_at, starred_at \
                 FROM marks WHERE item = $1 ON CONFLICT (user_id, item) DO NOTHING",
            )
            .bind(article.as_i64())
            .bind(entry.as_i64())
            .execute(self.conn())
            .await?;
        }
        let opened = sqlx::query(
            "UPDATE articles SET is_private = FALSE WHERE id = $1 AND is_private \
             AND EXISTS (SELECT 1 FROM feeds f WHERE f.id = $2 AND NOT f.is_private)",
        )
        .bind(article.as_i64())
        .bind(feed.as_i64())
        .execute(self.conn())
        .await?;
        Ok(opened.rows_affected() > 0)
    }

    /// Deletes an article with its versions and places, and leaves tombstones for its address and texts.
    pub async fn forget_article(&mut self, id: ArticleId, reason: &str, now: i64) -> Result<()> {
        self.forget(id, Graves::All, reason, now).await
    }

    pub(crate) async fn forget(
        &mut self,
        id: ArticleId,
        graves: Graves,
        reason: &str,
        now: i64,
    ) -> Result<()> {
        sqlx::query(
            "INSERT INTO tombstones (kind, value, reason, buried_at) \
             SELECT 'address', address, $2, $3 FROM articles WHERE id = $1 ON CONFLICT (kind, value) DO NOTHING",
        )
        .bind(id.as_i64())
        .bind(reason)
        .bind(now)
        .execute(self.conn())
        .await?;
        sqlx::query(
            "INSERT INTO tombstones (kind, value, reason, buried_at) \
             SELECT DISTINCT 'hash', v.text_hash, $2, $3 FROM versions v WHERE v.article_id = $1 AND v.text <> '' \
             AND ($4 OR (LENGTH(v.text) >= $5 AND NOT EXISTS (SELECT 1 FROM versions w \
             WHERE w.text_hash = v.text_hash AND w.article_id <> $1))) ON CONFLICT (kind, value) DO NOTHING",
        )
        .bind(id.as_i64())
        .bind(reason)
        .bind(now)
        .bind(graves == Graves::All)
        .bind(TELLING_TEXT)
        .execute(self.conn())
        .await?;
        sqlx::query(
            "UPDATE pages SET body = NULL WHERE address = (SELECT address FROM articles WHERE id = $1)",
        )
        .bind(id.as_i64())
        .execute(self.conn())
        .await?;
        sqlx::query("DELETE FROM articles WHERE id = $1").bind(id.as_i64()).execute(self.conn()).await?;
        Ok(())
    }
}
