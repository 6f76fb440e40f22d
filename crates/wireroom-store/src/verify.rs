//! Is the database whole? Its own check, the house's rules that no column can state, and how much it holds.

use crate::{Result, Store};
use wireroom_model::{ArticleId, VersionId};

/// How much the house holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    pub feeds: u64,
    pub entries: u64,
    pub articles: u64,
    pub versions: u64,
    /// Families of copies.
    pub families: u64,
    /// Articles folded under another one.
    pub copies: u64,
    /// Stories that hold an article.
    pub stories: u64,
    pub outlets: u64,
    pub users: u64,
    /// Jobs that wait or run.
    pub waiting: u64,
    /// Jobs that failed for good.
    pub failed: u64,
}

/// What [`Store::verify`] found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verification {
    /// Each trouble in one sentence; empty where the database is whole.
    pub troubles: Vec<String>,
    pub counts: Counts,
}

/// Rules of the house: a query that counts what breaks each, and the sentence for it.
const RULES: &[(&str, &str)] = &[
    (
        "SELECT COUNT(*) FROM articles a WHERE a.version_id IS NULL \
         OR NOT EXISTS (SELECT 1 FROM versions v WHERE v.id = a.version_id AND v.article_id = a.id)",
        "articles show a version that is not theirs",
    ),
    (
        "SELECT COUNT(*) FROM family_members f LEFT JOIN versions v ON v.id = f.version_id WHERE v.id IS NULL",
        "places in a family name a version that is not there",
    ),
    (
        "SELECT COUNT(*) FROM articles a WHERE a.version_id IS NOT NULL \
         AND NOT EXISTS (SELECT 1 FROM family_members f WHERE f.article_id = a.id)",
        "articles stand in no family",
    ),
    (
        "SELECT COUNT(*) FROM story_members m JOIN stories s ON s.id = m.story_id WHERE s.merged_into IS NOT NULL",
        "articles stand in a story that was merged away",
    ),
    (
        "SELECT COUNT(*) FROM (SELECT id FROM entries UNION ALL SELECT id FROM articles UNION ALL \
         SELECT id FROM stories) AS n GROUP BY n.id HAVING COUNT(*) > 1 LIMIT 1",
        "numbers mean two things",
    ),
    (
        "SELECT COUNT(*) FROM (SELECT family_id FROM family_members GROUP BY family_id \
         HAVING SUM(CASE WHEN relation = 'anchor' THEN 1 ELSE 0 END) <> 1) AS f",
        "families have no anchor, or more than one",
    ),
    (
        "SELECT COUNT(*) FROM families n WHERE EXISTS (SELECT 1 FROM family_members f WHERE f.family_id = n.id) \
         AND NOT EXISTS (SELECT 1 FROM family_members f WHERE f.family_id = n.id AND f.article_id = n.anchor_id)",
        "families name an anchor that is not theirs",
    ),
    (
        "SELECT COUNT(*) FROM stories s WHERE s.merged_into IS NOT NULL \
         AND NOT EXISTS (SELECT 1 FROM stories t WHERE t.id = s.merged_into)",
        "stories lead to a story that is not there",
    ),
    (
        "SELECT COUNT(DISTINCT m.story_id) FROM story_members m \
         WHERE NOT EXISTS (SELECT 1 FROM briefs b WHERE b.story_id = m.story_id) AND NOT EXISTS \
         (SELECT 1 FROM jobs j WHERE j.kind = 'brief' AND j.job_key = CAST(m.story_id AS TEXT))",
        "stories have no brief and none is asked for",
    ),
    (
        "SELECT COUNT(*) FROM citations c WHERE NOT EXISTS (SELECT 1 FROM versions v WHERE v.id = c.version_id \
         AND v.article_id = c.article_id) AND NOT EXISTS (SELECT 1 FROM jobs j WHERE j.kind = 'brief' \
         AND j.job_key = CAST(c.story_id AS TEXT))",
        "citations name a text that is not there",
    ),
    (
        "SELECT COUNT(*) FROM articles a WHERE EXISTS (SELECT 1 FROM tombstones t WHERE t.kind = 'address' \
         AND t.value = a.address) AND NOT EXISTS (SELECT 1 FROM forgetting d WHERE d.article_id = a.id)",
        "articles stand although their address was forgotten",
    ),
];

/// A stored text with the hash that stands beside it.
pub type HashedText = (VersionId, String, String);

impl Store {
    /// The database's own check: what is wrong with the file, a sentence each.
    pub async fn integrity(&self) -> Result<Vec<String>> {
        let mut troubles: Vec<String> =
            sqlx::query_scalar("PRAGMA integrity_check").fetch_all(&self.read).await?;
        troubles.retain(|line| line != "ok");
        Ok(troubles)
    }

    /// The texts of versions after `after`, in order, each with its stored hash (`text_v1`).
    pub async fn hashed_texts(&self, after: i64, limit: u32) -> Result<Vec<HashedText>> {
        let rows: Vec<(i64, String, String)> =
            sqlx::query_as("SELECT id, text, text_hash FROM versions WHERE id > $1 ORDER BY id LIMIT $2")
                .bind(after)
                .bind(limit)
                .fetch_all(&self.read)
                .await?;
        let known = |(id, text, hash)| Some((VersionId::try_from(id).ok()?, text, hash));
        Ok(rows.into_iter().filter_map(known).collect())
    }

    /// Articles whose line in the index is still to be written or taken out.
    pub async fn waiting_for_index(&self) -> Result<Vec<ArticleId>> {
        let keys: Vec<String> =
            sqlx::query_scalar("SELECT job_key FROM jobs WHERE kind = 'index'").fetch_all(&self.read).await?;
        Ok(keys.iter().filter_map(|key| key.parse().ok()).collect())
    }

    /// The latest moment that anything in the house was written at: the clock must not stand before it.
    pub async fn latest_moment(&self) -> Result<Option<i64>> {
        Ok(sqlx::query_scalar(
            "SELECT MAX(at) FROM (SELECT MAX(changed_at) AS at FROM articles UNION ALL \
             SELECT MAX(last_poll_at) FROM feeds UNION ALL SELECT MAX(created_at) FROM jobs) AS m",
        )
        .fetch_one(&self.read)
        .await?)
    }

    /// When the job that waits longest should have run; `None` where none waits.
    pub async fn longest_waiting(&self) -> Result<Option<i64>> {
        Ok(sqlx::query_scalar("SELECT MIN(run_at) FROM jobs WHERE state = 'ready'")
            .fetch_one(&self.read)
            .await?)
    }

    /// Runs the database's own check and the house's.
    pub async fn verify(&self) -> Result<Verification> {
        let mut troubles = self.integrity().await?;
        let loose: Vec<(String,)> =
            sqlx::query_as("SELECT \"table\" FROM pragma_foreign_key_check").fetch_all(&self.read).await?;
        troubles.extend(loose.into_iter().map(|(table,)| format!("a row of {table} refers to nothing")));
        for &(rule, sentence) in RULES {
            let broken: Option<i64> = sqlx::query_scalar(rule).fetch_optional(&self.read).await?;
            if let Some(count @ 1..) = broken {
                troubles.push(format!("{count} {sentence}"));
            }
        }
        Ok(Verification { troubles, counts: self.counts().await? })
    }

    /// How much the house holds.
    pub async fn counts(&self) -> Result<Counts> {
        let count = async |sql: &'static str| -> Result<u64> {
            let found: i64 = sqlx::query_scalar(sql).fetch_one(&self.read).await?;
            Ok(found.unsigned_abs())
        };
        Ok(Counts {
            feeds: count("SELECT COUNT(*) FROM feeds").await?,
            entries: count("SELECT COUNT(*) FROM entries").await?,
            articles: count("SELECT COUNT(*) FROM articles").await?,
            versions: count("SELECT COUNT(*) FROM versions").await?,
            families: count("SELECT COUNT(DISTINCT family_id) FROM family_members").await?,
            copies: count(
                "SELECT COUNT(*) FROM family_members WHERE relation IN ('verbatim', 'edited', 'excerpt')",
            )
            .await?,
            stories: count("SELECT COUNT(DISTINCT story_id) FROM story_members").await?,
            outlets: count("SELECT COUNT(*) FROM outlets").await?,
            users: count("SELECT COUNT(*) FROM users").await?,
            waiting: count("SELECT COUNT(*) FROM jobs WHERE state IN ('ready', 'running')").await?,
            failed: count("SELECT COUNT(*) FROM jobs WHERE state = 'failed'").await?,
        })
    }
}
