//! The lineage of a family, as the pipeline reads it from the texts and pages show it: the printing that the others
//! are folded under, the agency behind it, each copy's parent with its reason, and how much of the first it keeps.
//! It decides nothing. Start at [`Tx::save_lineage`].

use crate::columns::Reader;
use crate::{Result, Store, Tx, families};
use std::collections::BTreeMap;
use wireroom_model::{Article, ArticleId, FamilyId, Particulars, Relation, StoryId, VersionId};

pub use wireroom_model::{Clue, Reason};

/// A member's text.
#[derive(Debug, Clone, PartialEq)]
pub struct Printed {
    pub article: Article,
    pub version: VersionId,
    pub relation: Relation,
    /// 0 is its page's own article.
    pub part: u32,
    pub particulars: Particulars,
    /// Headline and text of its earlier versions, oldest first.
    pub earlier: Vec<(String, String)>,
}

/// A family's lineage, to be saved.
#[derive(Debug, Clone, PartialEq)]
pub struct FamilyLineage {
    pub family: FamilyId,
    /// The printing that the others are folded under.
    pub first: ArticleId,
    /// The agency whose text it is.
    pub agency: Option<String>,
    /// The outlet that had it first, where none of the members is its printing.
    pub outlet: Option<String>,
    pub reason: Reason,
    /// What shows it, the weightiest first.
    pub clues: Vec<Clue>,
    /// A hash of what it was read from.
    pub read_from: String,
    pub members: Vec<Descent>,
}

/// Whose printing a member took.
#[derive(Debug, Clone, PartialEq)]
pub struct Descent {
    pub article: ArticleId,
    pub parent: Option<ArticleId>,
    pub reason: Reason,
    /// Share of the first printing's words that this one keeps, 0 to 1.
    pub kept: f64,
    /// What shows it, the weightiest first.
    pub clues: Vec<Clue>,
}

/// Earlier versions of one member that are read: copies are taken of the first ones.
const MAX_EARLIER: i64 = 6;

/// ... and of a whole family.
const MAX_EARLIER_TEXTS: i64 = 1_000;

/// Where a family's text came from, as its lineage was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FamilyOrigin {
    pub family: FamilyId,
    pub first: ArticleId,
    pub agency: Option<String>,
    pub outlet: Option<String>,
    pub reason: Reason,
    pub clues: Vec<Clue>,
    /// Printings of the whole family.
    pub members: u64,
}

/// What a family's lineage rests on.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Clues {
    pub origin: Vec<Clue>,
    pub members: BTreeMap<ArticleId, Vec<Clue>>,
}

impl Store {
    /// The texts of a family as they were compared, by number; at most `limit`.
    pub async fn family_texts(&self, family: FamilyId, limit: u32) -> Result<Vec<Printed>> {
        let rows = sqlx::query(
            "SELECT a.id, a.url, COALESCE(o.name, v.outlet) AS outlet_name, v.lang, v.published, \
             v.published_offset, v.published_precision, v.updated, v.updated_offset, v.updated_precision, v.title, \
             v.authors, v.agency, v.dateline, v.text, v.kind, v.particulars, a.part, f.version_id, f.relation \
             FROM family_members f JOIN articles a ON a.id = f.article_id JOIN versions v ON v.id = f.version_id \
             LEFT JOIN outlets o ON o.id = a.outlet_id WHERE f.family_id = $1 ORDER BY a.id LIMIT $2",
        )
        .bind(family.as_i64())
        .bind(limit)
        .fetch_all(&self.read)
        .await?;
        let mut earlier = self.earlier_texts(family).await?;
        rows.iter()
            .map(|row| {
                let read = Reader::new(row, "articles", "id")?;
                let article = families::text(&read)?;
                Ok(Printed {
                    earlier: earlier.remove(&article.id).unwrap_or_default(),
                    article,
                    version: read.id("version_id")?,
                    relation: read.word("relation", Relation::parse)?,
                    part: u32::try_from(read.count("part")?).unwrap_or(u32::MAX),
                    particulars: read.json("particulars")?,
                })
            })
            .collect()
    }

    /// Headlines and texts of a family's members before the versions that were compared, the first few of each.
    async fn earlier_texts(&self, family: FamilyId) -> Result<BTreeMap<ArticleId, Vec<(String, String)>>> {
        let rows = sqlx::query(
            "SELECT v.article_id, v.title, v.text FROM family_members f \
             JOIN versions n ON n.id = f.version_id \
             JOIN versions v ON v.article_id = f.article_id AND v.number < n.number \
             WHERE f.family_id = $1 AND v.number <= $2 ORDER BY v.article_id, v.number LIMIT $3",
        )
        .bind(family.as_i64())
        .bind(MAX_EARLIER)
        .bind(MAX_EARLIER_TEXTS)
        .fetch_all(&self.read)
        .await?;
        let mut earlier: BTreeMap<ArticleId, Vec<(String, String)>> = BTreeMap::new();
        for row in &rows {
            let read = Reader::new(row, "versions", "article_id")?;
            earlier.entry(read.id("article_id")?).or_default().push((read.get("title")?, read.get("text")?));
        }
        Ok(earlier)
    }

    /// The hash of what a family's lineage was read from; `None` where it was never read.
    pub async fn lineage_of(&self, family: FamilyId) -> Result<Option<String>> {
        let found: Option<Option<String>> =
            sqlx::query_scalar("SELECT lineage_of FROM families WHERE id = $1")
                .bind(family.as_i64())
                .fetch_optional(&self.read)
                .await?;
        Ok(found.flatten())
    }

    /// Where the families of a story come from, those whose lineage was read.
    pub async fn origins_of_story(&self, story: StoryId) -> Result<Vec<FamilyOrigin>> {
        let rows = sqlx::query(
            "SELECT n.id, n.first_id, n.origin_agency, n.origin_outlet, n.origin_reason, \
             COALESCE(n.origin_clues, '[]') AS clues, \
             (SELECT COUNT(*) FROM family_members c WHERE c.family_id = n.id) AS member_count \
             FROM families n WHERE n.first_id IS NOT NULL AND n.origin_reason IS NOT NULL AND EXISTS \
             (SELECT 1 FROM family_members f JOIN story_members m ON m.article_id = f.article_id \
             WHERE f.family_id = n.id AND m.story_id = $1) ORDER BY n.id",
        )
        .bind(story.as_i64())
        .fetch_all(&self.read)
        .await?;
        rows.iter()
            .map(|row| {
                let read = Reader::new(row, "families", "id")?;
                Ok(FamilyOrigin {
                    family: read.id("id")?,
                    first: read.id("first_id")?,
                    agency: read.get("origin_agency")?,
                    outlet: read.get("origin_outlet")?,
                    reason: read.word("origin_reason", Reason::parse)?,
                    clues: read.json("clues")?,
                    members: read.count("member_count")?,
                })
            })
            .collect()
    }

    /// What shows where a family's text came from (under no member) and whose printing each member took, the
    /// weightiest first; empty until its lineage is read.
    pub async fn clues_of(&self, family: FamilyId) -> Result<Clues> {
        let origin: Option<Option<String>> =
            sqlx::query_scalar("SELECT origin_clues FROM families WHERE id = $1")
                .bind(family.as_i64())
                .fetch_optional(&self.read)
                .await?;
        let rows = sqlx::query(
            "SELECT article_id, clues FROM family_members WHERE family_id = $1 AND clues IS NOT NULL ORDER BY article_id",
        )
        .bind(family.as_i64())
        .fetch_all(&self.read)
        .await?;
        let origin =
            origin.flatten().map(|json| serde_json::from_str(&json)).transpose()?.unwrap_or_default();
        let members = rows.iter().map(|row| {
            let read = Reader::new(row, "family_members", "article_id")?;
            Ok((read.id("article_id")?, read.json("clues")?))
        });
        Ok(Clues { origin, members: members.collect::<Result<_>>()? })
    }
}

impl Tx {
    /// Saves a family's lineage.
    pub async fn save_lineage(&mut self, lineage: &FamilyLineage) -> Result<()> {
        sqlx::query(
            "UPDATE families SET first_id = $2, origin_agency = $3, origin_outlet = $4, origin_reason = $5, \
             origin_clues = $6, lineage_of = $7 WHERE id = $1",
        )
        .bind(lineage.family.as_i64())
        .bind(lineage.first.as_i64())
        .bind(lineage.agency.as_deref())
        .bind(lineage.outlet.as_deref())
        .bind(lineage.reason.as_str())
        .bind(serde_json::to_string(&lineage.clues)?)
        .bind(&lineage.read_from)
        .execute(self.conn())
        .await?;
        for member in &lineage.members {
            sqlx::query(
                "UPDATE family_members SET parent_id = $3, reason = $4, kept = $5, clues = $6 \
                 WHERE article_id = $1 AND family_id = $2",
            )
            .bind(member.article.as_i64())
            .bind(lineage.family.as_i64())
            .bind(member.parent.map(ArticleId::as_i64))
            .bind(member.reason.as_str())
            .bind(member.kept)
            .bind(serde_json::to_string(&member.clues)?)
            .execute(self.conn())
            .await?;
        }
        Ok(())
    }
}
