//! Families of copies and how each article stands in its own; and the walk by which the pipeline learns its state
//! again when it starts.

use crate::columns::Reader;
use crate::{Result, Store, StoreError, Tx};
use sqlx::sqlite::SqliteRow;
use wireroom_model::{Article, ArticleId, FamilyId, Kind, Relation, StoryId, VersionId};

/// How an article stands in its family, to be saved.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Member<'a> {
    pub article: ArticleId,
    pub version: VersionId,
    pub family: FamilyId,
    pub anchor: ArticleId,
    pub relation: Relation,
    /// 0 to 1.
    pub containment: f64,
    pub longest_run_words: u32,
    /// Whose copy this is, where that is known.
    pub parent: Option<ArticleId>,
    /// Why, in one line.
    pub reason: Option<&'a str>,
}

/// An article with its stored placement.
#[derive(Debug, Clone, PartialEq)]
pub struct Placed {
    pub article: Article,
    pub version: VersionId,
    pub family: FamilyId,
    pub anchor: ArticleId,
    pub relation: Relation,
    pub containment: f64,
    pub longest_run_words: u32,
    pub story: Option<StoryId>,
    /// The stream's `now` when it was placed.
    pub placed_at: i64,
    /// Its place in the order in which articles were placed.
    pub order: i64,
}

/// A text as the rooms take it: an article's columns beside those of the version that is read.
pub(crate) fn text(read: &Reader<'_>) -> Result<Article> {
    Ok(Article {
        id: read.id("id")?,
        url: read.get("url")?,
        outlet: read.get("outlet_name")?,
        lang: read.lang("lang")?,
        published: read.time("published")?,
        updated: read.time("updated")?,
        title: read.get("title")?,
        authors: read.json("authors")?,
        agency: read.get("agency")?,
        dateline: read.get("dateline")?,
        body: read.get("text")?,
        kind: read.word("kind", Kind::parse)?,
    })
}

/// The columns and joins that [`placed`] reads.
const PLACED: &str = "SELECT a.id, a.url, COALESCE(o.name, v.outlet) AS outlet_name, v.lang, v.published, \
     v.published_offset, v.published_precision, v.updated, v.updated_offset, v.updated_precision, v.title, \
     v.authors, v.agency, v.dateline, v.text, v.kind, f.version_id, f.family_id, n.anchor_id, f.relation, \
     f.containment, f.longest_run, f.placed_at, f.placed_order, m.story_id \
     FROM family_members f JOIN families n ON n.id = f.family_id JOIN articles a ON a.id = f.article_id \
     JOIN versions v ON v.id = f.version_id LEFT JOIN outlets o ON o.id = a.outlet_id \
     LEFT JOIN story_members m ON m.article_id = a.id ";

fn all_placed(tail: &'static str) -> sqlx::AssertSqlSafe<String> {
    // Both halves are literals of this file.
    sqlx::AssertSqlSafe(format!("{PLACED}{tail}"))
}

fn placed(row: &SqliteRow) -> Result<Placed> {
    let read = Reader::new(row, "articles", "id")?;
    Ok(Placed {
        article: text(&read)?,
        version: read.id("version_id")?,
        family: read.id("family_id")?,
        anchor: read.id("anchor_id")?,
        relation: read.word("relation", Relation::parse)?,
        containment: read.get("containment")?,
        longest_run_words: u32::try_from(read.count("longest_run")?).unwrap_or(u32::MAX),
        story: read.maybe_id("story_id")?,
        placed_at: read.get("placed_at")?,
        order: read.get("placed_order")?,
    })
}

impl Store {
    /// Placed articles after `after` in the order of their placing, from the stream's time `since` on.
    pub async fn placed(&self, since: i64, after: i64, limit: u32) -> Result<Vec<Placed>> {
        let rows = sqlx::query(all_placed(
            "WHERE f.placed_at >= $1 AND f.placed_order > $2 ORDER BY f.placed_order LIMIT $3",
        ))
        .bind(since)
        .bind(after)
        .bind(limit)
        .fetch_all(&self.read)
        .await?;
        rows.iter().map(placed).collect()
    }

    /// An article and the others of its family, itself first; none where it was never placed.
    pub async fn placed_beside(&self, article: ArticleId, limit: u32) -> Result<Vec<Placed>> {
        let rows = sqlx::query(all_placed(
            "WHERE f.family_id = (SELECT family_id FROM family_members WHERE article_id = $1) \
             ORDER BY CASE WHEN f.article_id = $1 THEN 0 ELSE 1 END, f.placed_order LIMIT $2",
        ))
        .bind(article.as_i64())
        .bind(limit)
        .fetch_all(&self.read)
        .await?;
        rows.iter().map(placed).collect()
    }

    /// Anchors of families that were placed before this time and article, the latest first.
    pub async fn anchors_before(&self, before: (i64, i64), limit: u32) -> Result<Vec<Placed>> {
        let rows = sqlx::query(all_placed(
            "WHERE n.anchor_id = f.article_id AND (f.placed_at < $1 OR f.placed_at = $1 AND f.article_id < $2) \
             ORDER BY f.placed_at DESC, f.article_id DESC LIMIT $3",
        ))
        .bind(before.0)
        .bind(before.1)
        .bind(limit)
        .fetch_all(&self.read)
        .await?;
        rows.iter().map(placed).collect()
    }

    /// The stream time of the `keep`th latest placing, or of the first where there are fewer.
    pub async fn placed_since(&self, keep: u32) -> Result<Option<i64>> {
        Ok(sqlx::query_scalar(
            "SELECT MIN(placed_at) FROM (SELECT placed_at FROM family_members ORDER BY placed_order DESC LIMIT $1) AS l",
        )
        .bind(keep)
        .fetch_one(&self.read)
        .await?)
    }

    /// Every article that shows a text, in the order in which they were placed; what was never placed comes last.
    pub async fn placing_order(&self) -> Result<Vec<ArticleId>> {
        let ids: Vec<i64> = sqlx::query_scalar(
            "SELECT a.id FROM articles a LEFT JOIN family_members f ON f.article_id = a.id \
             WHERE a.version_id IS NOT NULL \
             ORDER BY CASE WHEN f.placed_order IS NULL THEN 1 ELSE 0 END, f.placed_order, a.id",
        )
        .fetch_all(&self.read)
        .await?;
        Ok(ids.into_iter().filter_map(|id| ArticleId::try_from(id).ok()).collect())
    }

    /// The latest stream time at which anything was placed.
    pub async fn last_placed_at(&self) -> Result<Option<i64>> {
        Ok(sqlx::query_scalar("SELECT MAX(placed_at) FROM family_members").fetch_one(&self.read).await?)
    }

    /// The family of an article and the version that was compared.
    pub async fn family_of(&self, article: ArticleId) -> Result<Option<(FamilyId, VersionId)>> {
        let row: Option<(i64, i64)> =
            sqlx::query_as("SELECT family_id, version_id FROM family_members WHERE article_id = $1")
                .bind(article.as_i64())
                .fetch_optional(&self.read)
                .await?;
        let broken = |column| StoreError::Broken { table: "family_members", row: article.as_i64(), column };
        row.map(|(family, version)| {
            let family = FamilyId::try_from(family).map_err(|_| broken("family_id"))?;
            Ok((family, VersionId::try_from(version).map_err(|_| broken("version_id"))?))
        })
        .transpose()
    }
}

impl Tx {
    /// Places an article in a family, which is made where it is new; the family's anchor follows the member's word.
    pub async fn place(&mut self, member: &Member<'_>, now: i64) -> Result<()> {
        sqlx::query(
            "INSERT INTO families (id, anchor_id, created_at) VALUES ($1, $2, $3) \
             ON CONFLICT (id) DO UPDATE SET anchor_id = excluded.anchor_id",
        )
        .bind(member.family.as_i64())
        .bind(member.anchor.as_i64())
        .bind(now)
        .execute(self.conn())
        .await?;
        let order = self.next("placements").await?;
        sqlx::query(
            "INSERT INTO family_members (article_id, family_id, relation, containment, longest_run, parent_id, \
             reason, version_id, placed_at, placed_order) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) \
             ON CONFLICT (article_id) DO UPDATE SET family_id = excluded.family_id, relation = excluded.relation, \
             containment = excluded.containment, longest_run = excluded.longest_run, \
             parent_id = excluded.parent_id, reason = excluded.reason, version_id = excluded.version_id",
        )
        .bind(member.article.as_i64())
        .bind(member.family.as_i64())
        .bind(member.relation.as_str())
        .bind(member.containment)
        .bind(member.longest_run_words)
        .bind(member.parent.map(ArticleId::as_i64))
        .bind(member.reason)
        .bind(member.version.as_i64())
        .bind(now)
        .bind(order)
        .execute(self.conn())
        .await?;
        Ok(())
    }

    /// Moves an article to another family, as the copy room found when a later text showed the link.
    pub async fn move_to_family(&mut self, article: ArticleId, family: FamilyId) -> Result<()> {
        sqlx::query(
            "INSERT INTO families (id, anchor_id, created_at) VALUES ($1, $2, 0) ON CONFLICT (id) DO NOTHING",
        )
        .bind(family.as_i64())
        .bind(article.as_i64())
        .execute(self.conn())
        .await?;
        sqlx::query("UPDATE family_members SET family_id = $2 WHERE article_id = $1")
            .bind(article.as_i64())
            .bind(family.as_i64())
            .execute(self.conn())
            .await?;
        Ok(())
    }

    /// The text that a family is read against, when that changed.
    pub async fn set_anchor(&mut self, family: FamilyId, anchor: ArticleId) -> Result<()> {
        sqlx::query("UPDATE families SET anchor_id = $2 WHERE id = $1")
            .bind(family.as_i64())
            .bind(anchor.as_i64())
            .execute(self.conn())
            .await?;
        Ok(())
    }

    /// How an article stands to its family's anchor, when that changed.
    pub async fn set_relation(
        &mut self,
        article: ArticleId,
        relation: Relation,
        containment: f64,
        longest_run_words: u32,
    ) -> Result<()> {
        sqlx::query(
            "UPDATE family_members SET relation = $2, containment = $3, longest_run = $4 WHERE article_id = $1",
        )
        .bind(article.as_i64())
        .bind(relation.as_str())
        .bind(containment)
        .bind(longest_run_words)
        .execute(self.conn())
        .await?;
        Ok(())
    }

    /// Empties all families and stories' memberships, before a reprocess writes them anew in the same transaction.
    /// Stories themselves stay: their addresses must go on resolving.
    pub async fn clear_placements(&mut self) -> Result<()> {
        sqlx::query("DELETE FROM story_members").execute(self.conn()).await?;
        sqlx::query("DELETE FROM family_members").execute(self.conn()).await?;
        sqlx::query("DELETE FROM families").execute(self.conn()).await?;
        Ok(())
    }
}
