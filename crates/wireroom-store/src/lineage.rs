//! The lineage of a family, as the pipeline reads it from the texts and pages show it: the printing that the others
//! are folded under, the agency behind it, each copy's parent with its reason, and how much of the first it keeps.
//! It decides nothing. Start at [`Tx::save_lineage`].

use crate::columns::Reader;
use crate::{Result, Store, Tx, families};
use wireroom_model::{Article, ArticleId, FamilyId, Relation, VersionId};

/// Why an origin or a parent stands as it does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// The text credits an agency.
    AgencyCredit,
    /// The only one with this text.
    Alone,
    /// Published before every other.
    Earliest,
    /// It repeats that printing's own edits.
    InheritedEdits,
    /// Times are missing, too coarse or equal.
    OrderUnknown,
}

impl Reason {
    /// The store's word.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::AgencyCredit => "agency_credit",
            Self::Alone => "alone",
            Self::Earliest => "earliest",
            Self::InheritedEdits => "inherited_edits",
            Self::OrderUnknown => "order_unknown",
        }
    }

    /// Reads [`Reason::as_str`] back.
    pub fn parse(word: &str) -> Option<Self> {
        [Self::AgencyCredit, Self::Alone, Self::Earliest, Self::InheritedEdits, Self::OrderUnknown]
            .into_iter()
            .find(|reason| reason.as_str() == word)
    }
}

/// A member's text.
#[derive(Debug, Clone, PartialEq)]
pub struct Printed {
    pub article: Article,
    pub version: VersionId,
    pub relation: Relation,
}

/// A family's lineage, to be saved.
#[derive(Debug, Clone, PartialEq)]
pub struct FamilyLineage {
    pub family: FamilyId,
    /// The printing that the others are folded under.
    pub first: ArticleId,
    /// The agency whose text it is.
    pub agency: Option<String>,
    pub reason: Reason,
    /// A hash of what it was read from.
    pub read_from: String,
    pub members: Vec<Descent>,
}

/// Whose printing a member took.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Descent {
    pub article: ArticleId,
    pub parent: Option<ArticleId>,
    pub reason: Reason,
    /// Share of the first printing's words that this one keeps, 0 to 1.
    pub kept: f64,
}

impl Store {
    /// The texts of a family as they were compared, by number; at most `limit`.
    pub async fn family_texts(&self, family: FamilyId, limit: u32) -> Result<Vec<Printed>> {
        let rows = sqlx::query(
            "SELECT a.id, a.url, COALESCE(o.name, v.outlet) AS outlet_name, v.lang, v.published, \
             v.published_offset, v.published_precision, v.updated, v.updated_offset, v.updated_precision, v.title, \
             v.authors, v.agency, v.dateline, v.text, v.kind, f.version_id, f.relation \
             FROM family_members f JOIN articles a ON a.id = f.article_id JOIN versions v ON v.id = f.version_id \
             LEFT JOIN outlets o ON o.id = a.outlet_id WHERE f.family_id = $1 ORDER BY a.id LIMIT $2",
        )
        .bind(family.as_i64())
        .bind(limit)
        .fetch_all(&self.read)
        .await?;
        rows.iter()
            .map(|row| {
                let read = Reader::new(row, "articles", "id")?;
                Ok(Printed {
                    article: families::text(&read)?,
                    version: read.id("version_id")?,
                    relation: read.word("relation", Relation::parse)?,
                })
            })
            .collect()
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
}

impl Tx {
    /// Saves a family's lineage.
    pub async fn save_lineage(&mut self, lineage: &FamilyLineage) -> Result<()> {
        sqlx::query(
            "UPDATE families SET first_id = $2, origin_agency = $3, origin_reason = $4, lineage_of = $5 WHERE id = $1",
        )
        .bind(lineage.family.as_i64())
        .bind(lineage.first.as_i64())
        .bind(lineage.agency.as_deref())
        .bind(lineage.reason.as_str())
        .bind(&lineage.read_from)
        .execute(self.conn())
        .await?;
        for member in &lineage.members {
            sqlx::query(
                "UPDATE family_members SET parent_id = $3, reason = $4, kept = $5 \
                 WHERE article_id = $1 AND family_id = $2",
            )
            .bind(member.article.as_i64())
            .bind(lineage.family.as_i64())
            .bind(member.parent.map(ArticleId::as_i64))
            .bind(member.reason.as_str())
            .bind(member.kept)
            .execute(self.conn())
            .await?;
        }
        Ok(())
    }
}
