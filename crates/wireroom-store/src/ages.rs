//! What an owner's ages let go: articles past theirs, and versions that another one replaced long ago. It refuses what a
//! reader starred or tagged, what a stored brief cites and what somebody said something about. Start at [`Store::aged_articles`] and [`Store::aged_versions`].

use crate::{Result, Store, Tx};
use serde_json::Value;
use wireroom_model::{ArticleId, FamilyId, StoryId, VersionId};

/// The reason on the tombstones of what went by its age.
pub const PAST_ITS_AGE: &str = "past its age";

/// A star or a tag on the article or on an entry that brought it, a tag on its story; a comment on its words or on its
/// story. A star on a story stands on each of its articles, too. `b` is the article.
const HELD: &str = "(EXISTS (SELECT 1 FROM marks k WHERE k.starred_at IS NOT NULL AND k.item IN \
     (SELECT b.id UNION ALL SELECT x.entry_id FROM article_feeds x WHERE x.article_id = b.id)) \
     OR EXISTS (SELECT 1 FROM tags t WHERE t.item IN \
     (SELECT b.id UNION ALL SELECT m.story_id FROM story_members m WHERE m.article_id = b.id \
     UNION ALL SELECT x.entry_id FROM article_feeds x WHERE x.article_id = b.id)) \
     OR EXISTS (SELECT 1 FROM comments e WHERE e.state <> 'deleted' AND (e.article_id = b.id \
     OR e.story_id IN (SELECT m.story_id FROM story_members m WHERE m.article_id = b.id))))";

/// Articles whose latest text arrived before `$1`. An address goes whole or not at all, because its tombstone keeps
/// all of its parts away: one part that must stay keeps the others.
fn articles(tail: &'static str) -> sqlx::AssertSqlSafe<String> {
    // All parts are literals of this file.
    sqlx::AssertSqlSafe(format!(
        "SELECT a.id FROM articles a WHERE a.arrived_at < $1 AND NOT EXISTS (SELECT 1 FROM articles b \
         WHERE b.address = a.address AND (b.arrived_at >= $1 OR b.changed_at >= $1 \
         OR EXISTS (SELECT 1 FROM citations c WHERE c.article_id = b.id) OR {HELD})) {tail}"
    ))
}

/// Versions that another one replaced before `$1`, that no place in a family names and no brief cites.
fn versions(tail: &'static str) -> sqlx::AssertSqlSafe<String> {
    // All parts are literals of this file.
    sqlx::AssertSqlSafe(format!(
        "SELECT v.id FROM versions v JOIN articles b ON b.id = v.article_id WHERE v.id <> b.version_id \
         AND EXISTS (SELECT 1 FROM versions w WHERE w.article_id = v.article_id AND w.number > v.number \
         AND w.seen_at < $1) \
         AND NOT EXISTS (SELECT 1 FROM family_members f WHERE f.version_id = v.id) \
         AND NOT EXISTS (SELECT 1 FROM citations c WHERE c.version_id = v.id) AND NOT {HELD} {tail}"
    ))
}

impl Store {
    /// Articles that may go because their latest text arrived before `oldest`, the longest kept first.
    pub async fn aged_articles(&self, oldest: i64, limit: u32) -> Result<Vec<ArticleId>> {
        let ids: Vec<i64> = sqlx::query_scalar(articles("ORDER BY a.arrived_at, a.id LIMIT $2"))
            .bind(oldest)
            .bind(limit)
            .fetch_all(&self.read)
            .await?;
        Ok(ids.into_iter().filter_map(|id| ArticleId::try_from(id).ok()).collect())
    }

    /// Versions that may go because another one replaced them before `oldest`.
    pub async fn aged_versions(&self, oldest: i64, limit: u32) -> Result<Vec<VersionId>> {
        let ids: Vec<i64> = sqlx::query_scalar(versions("ORDER BY v.id LIMIT $2"))
            .bind(oldest)
            .bind(limit)
            .fetch_all(&self.read)
            .await?;
        Ok(ids.into_iter().filter_map(|id| VersionId::try_from(id).ok()).collect())
    }
}

impl Tx {
    /// Lets an article go with tombstones for its address and its telling texts, where it still may go.
    /// False where it stays: somebody may have starred it since it was listed.
    pub async fn let_article_go(&mut self, id: ArticleId, oldest: i64, now: i64) -> Result<bool> {
        let may_go: Option<i64> = sqlx::query_scalar(articles("AND a.id = $2"))
            .bind(oldest)
            .bind(id.as_i64())
            .fetch_optional(self.conn())
            .await?;
        if may_go.is_some() {
            self.forget(id, crate::articles::Graves::Telling, PAST_ITS_AGE, now).await?;
        }
        Ok(may_go.is_some())
    }

    /// Lets a version go, where it still may. No tombstone: an article may return to an earlier text.
    pub async fn let_version_go(&mut self, id: VersionId, oldest: i64) -> Result<bool> {
        let may_go: Option<i64> = sqlx::query_scalar(versions("AND v.id = $2"))
            .bind(oldest)
            .bind(id.as_i64())
            .fetch_optional(self.conn())
            .await?;
        let Some(number) = may_go else { return Ok(false) };
        sqlx::query("DELETE FROM versions WHERE id = $1").bind(number).execute(self.conn()).await?;
        Ok(true)
    }

    /// The family an article stands in, inside a transaction.
    pub async fn family_in(&mut self, article: ArticleId) -> Result<Option<FamilyId>> {
        let id: Option<i64> =
            sqlx::query_scalar("SELECT family_id FROM family_members WHERE article_id = $1")
                .bind(article.as_i64())
                .fetch_optional(self.conn())
                .await?;
        Ok(id.and_then(|id| FamilyId::try_from(id).ok()))
    }

    /// After members went: a family without any goes too, and the lineage of one that stays is to be read anew.
    /// True where it stays.
    pub async fn settle_family(&mut self, family: FamilyId) -> Result<bool> {
        let gone = sqlx::query(
            "DELETE FROM families WHERE id = $1 \
             AND NOT EXISTS (SELECT 1 FROM family_members f WHERE f.family_id = $1)",
        )
        .bind(family.as_i64())
        .execute(self.conn())
        .await?;
        if gone.rows_affected() > 0 {
            return Ok(false);
        }
        sqlx::query(
            "UPDATE families SET first_id = NULL, origin_agency = NULL, origin_outlet = NULL, origin_reason = NULL, \
             origin_clues = NULL, lineage_of = NULL WHERE id = $1",
        )
        .bind(family.as_i64())
        .execute(self.conn())
        .await?;
        sqlx::query(
            "UPDATE family_members SET parent_id = NULL, reason = NULL, kept = NULL, clues = NULL \
             WHERE family_id = $1",
        )
        .bind(family.as_i64())
        .execute(self.conn())
        .await?;
        Ok(true)
    }

    /// Writes down what a brief cites, in place of what it cited before.
    pub(crate) async fn save_citations(&mut self, story: StoryId, audience: i64, json: &str) -> Result<()> {
        sqlx::query("DELETE FROM citations WHERE story_id = $1 AND audience = $2")
            .bind(story.as_i64())
            .bind(audience)
            .execute(self.conn())
            .await?;
        for (article, version) in cited(&serde_json::from_str(json)?) {
            sqlx::query(
                "INSERT INTO citations (story_id, audience, article_id, version_id) VALUES ($1, $2, $3, $4) \
                 ON CONFLICT (story_id, audience, article_id, version_id) DO NOTHING",
            )
            .bind(story.as_i64())
            .bind(audience)
            .bind(article)
            .bind(version)
            .execute(self.conn())
            .await?;
        }
        Ok(())
    }
}

/// The articles and versions that a brief cites: every object that names both beside its words. The list of sources
/// names them without words and cites nothing. As deep as `serde_json` reads at the most.
fn cited(value: &Value) -> std::collections::BTreeSet<(i64, i64)> {
    let mut found = std::collections::BTreeSet::new();
    let mut waiting = vec![value];
    while let Some(value) = waiting.pop() {
        match value {
            Value::Array(items) => waiting.extend(items),
            Value::Object(fields) => {
                let number = |name| fields.get(name).and_then(Value::as_i64);
                if let (Some(article), Some(version)) = (number("article"), number("version"))
                    && fields.get("text").is_some_and(Value::is_string)
                {
                    found.insert((article, version));
                }
                waiting.extend(fields.values());
            }
            _ => {}
        }
    }
    found
}
