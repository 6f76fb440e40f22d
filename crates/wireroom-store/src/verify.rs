//! Is the database whole? Its own check, the house's rules that no column can state, and how much it holds.

use crate::{Result, Store};

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
];

impl Store {
    /// Runs the database's own check and the house's.
    pub async fn verify(&self) -> Result<Verification> {
        let mut troubles: Vec<String> =
            sqlx::query_scalar("PRAGMA integrity_check").fetch_all(&self.read).await?;
        troubles.retain(|line| line != "ok");
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
