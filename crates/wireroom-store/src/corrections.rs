//! The reader's hand: what a person said against the machine. A reader's correction is the reader's own; an editor's
//! holds for all. None is ever deleted by a reprocess.

use crate::columns::{self, Reader};
use crate::{Result, Store, StoreError, Tx, Viewer};
use serde::{Deserialize, Serialize};
use sqlx::sqlite::SqliteRow;
use std::collections::BTreeMap;
use wireroom_model::{ArticleId, FamilyId, StoryId, UserId};

/// What was said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CorrectionKind {
    /// `article` and `other` are not printings of one text.
    NotACopy,
    /// `article` and `other` are.
    SameText,
    /// The outlet of `article` had the text first.
    FirstHere,
    /// `article` and `other` never stand in one story.
    NeverTogether,
    /// `article` belongs to `story`.
    BelongsHere,
    /// `article`, and others that the word keeps, went out of the story of `other` into `story`, one of their own.
    SplitHere,
    /// The story of `article` and that of `other` are one, `story`.
    OneStory,
}

impl CorrectionKind {
    /// The store's word.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::NotACopy => "not_a_copy",
            Self::SameText => "same_text",
            Self::FirstHere => "first_here",
            Self::NeverTogether => "never_together",
            Self::BelongsHere => "belongs_here",
            Self::SplitHere => "split_here",
            Self::OneStory => "one_story",
        }
    }

    /// Reads [`CorrectionKind::as_str`] back.
    pub fn parse(word: &str) -> Option<Self> {
        [
            Self::NotACopy,
            Self::SameText,
            Self::FirstHere,
            Self::NeverTogether,
            Self::BelongsHere,
            Self::SplitHere,
            Self::OneStory,
        ]
        .into_iter()
        .find(|kind| kind.as_str() == word)
    }

    /// True for a word on stories, not on copies.
    pub const fn is_of_stories(self) -> bool {
        match self {
            Self::NotACopy | Self::SameText | Self::FirstHere => false,
            Self::NeverTogether | Self::BelongsHere | Self::SplitHere | Self::OneStory => true,
        }
    }
}

/// What a word on whole stories moved: kept with it, so that it can be obeyed again and taken back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Regrouped {
    /// The story that they came from.
    pub from: StoryId,
    /// The articles that went, by number.
    pub articles: Vec<ArticleId>,
}

/// A correction to be remembered.
#[derive(Debug, Clone, Copy)]
pub struct NewCorrection {
    pub by: UserId,
    /// True where it holds for all (an editor's).
    pub for_all: bool,
    pub kind: CorrectionKind,
    pub article: ArticleId,
    pub other: Option<ArticleId>,
    pub story: Option<StoryId>,
}

/// A correction as remembered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    pub id: i64,
    pub by: Option<UserId>,
    pub for_all: bool,
    pub kind: CorrectionKind,
    pub article: ArticleId,
    pub other: Option<ArticleId>,
    pub story: Option<StoryId>,
    /// What moved, in a word on whole stories.
    pub moved: Option<Regrouped>,
    pub made_at: i64,
}

fn correction(row: &SqliteRow) -> Result<Correction> {
    let read = Reader::new(row, "corrections", "id")?;
    Ok(Correction {
        id: read.get("id")?,
        by: read.maybe_id("user_id")?,
        for_all: read.get::<String>("scope")? == "house",
        kind: read.word("kind", CorrectionKind::parse)?,
        article: read.id("article_id")?,
        other: read.maybe_id("other_id")?,
        story: read.maybe_id("story_id")?,
        moved: match read.get::<String>("value")? {
            none if none.is_empty() => None,
            json => Some(serde_json::from_str(&json).map_err(|_| read.broken("value"))?),
        },
        made_at: read.get("made_at")?,
    })
}

impl Store {
    /// A correction that still holds.
    pub async fn correction(&self, id: i64) -> Result<Option<Correction>> {
        let row = sqlx::query("SELECT * FROM corrections WHERE id = $1 AND undone_at IS NULL")
            .bind(id)
            .fetch_optional(&self.read)
            .await?;
        row.as_ref().map(correction).transpose()
    }

    /// What holds for one reader, that is for all or by the reader's own word, newest first; of one article alone
    /// where one is named.
    pub async fn corrections_seen_by(
        &self,
        user: UserId,
        article: Option<ArticleId>,
        limit: u32,
    ) -> Result<Vec<Correction>> {
        let rows = sqlx::query(
            "SELECT * FROM corrections WHERE undone_at IS NULL AND (scope = 'house' OR user_id = $1) \
             AND ($2 IS NULL OR article_id = $2 OR other_id = $2) ORDER BY id DESC LIMIT $3",
        )
        .bind(user.as_i64())
        .bind(article.map(ArticleId::as_i64))
        .bind(limit)
        .fetch_all(&self.read)
        .await?;
        rows.iter().map(correction).collect()
    }

    /// What holds for one reader of the printings of a family, as that reader sees the family, newest first.
    pub async fn corrections_on_family(
        &self,
        viewer: Viewer,
        family: FamilyId,
        limit: u32,
    ) -> Result<Vec<Correction>> {
        let mut found: BTreeMap<i64, Correction> = BTreeMap::new();
        for family in self.own_words(viewer).await?.families(family) {
            let rows = sqlx::query(
                "SELECT c.* FROM corrections c WHERE c.undone_at IS NULL AND (c.scope = 'house' OR c.user_id = $1) \
                 AND EXISTS (SELECT 1 FROM family_members f WHERE f.family_id = $2 \
                 AND f.article_id IN (c.article_id, c.other_id)) ORDER BY c.id DESC LIMIT $3",
            )
            .bind(viewer.code())
            .bind(family.as_i64())
            .bind(limit)
            .fetch_all(&self.read)
            .await?;
            for row in &rows {
                let said = correction(row)?;
                found.insert(said.id, said);
            }
        }
        Ok(found.into_values().rev().take(limit as usize).collect())
    }

    /// What holds for one reader of a story: words on stories that name it or an article of it, newest first.
    pub async fn corrections_on_story(
        &self,
        user: UserId,
        story: StoryId,
        limit: u32,
    ) -> Result<Vec<Correction>> {
        let rows = sqlx::query(
            "SELECT c.* FROM corrections c WHERE c.undone_at IS NULL AND (c.scope = 'house' OR c.user_id = $1) \
             AND c.kind IN ('never_together', 'belongs_here', 'split_here', 'one_story') \
             AND (c.story_id = $2 OR EXISTS (SELECT 1 FROM story_members m WHERE m.story_id = $2 \
             AND m.article_id IN (c.article_id, c.other_id))) ORDER BY c.id DESC LIMIT $3",
        )
        .bind(user.as_i64())
        .bind(story.as_i64())
        .bind(limit)
        .fetch_all(&self.read)
        .await?;
        rows.iter().map(correction).collect()
    }

    /// Whether a reader's own words on copies are about articles of a story.
    pub async fn has_own_words(&self, user: UserId, story: StoryId) -> Result<bool> {
        let found: Option<i64> = sqlx::query_scalar(
            "SELECT c.id FROM corrections c JOIN story_members m ON m.article_id IN (c.article_id, c.other_id) \
             WHERE c.scope = 'reader' AND c.user_id = $1 AND c.undone_at IS NULL AND m.story_id = $2 \
             AND c.kind IN ('not_a_copy', 'same_text', 'first_here') LIMIT 1",
        )
        .bind(user.as_i64())
        .bind(story.as_i64())
        .fetch_optional(&self.read)
        .await?;
        Ok(found.is_some())
    }

    /// The corrections that hold for all, oldest first: what the pipeline obeys.
    pub async fn corrections_for_all(&self) -> Result<Vec<Correction>> {
        let rows =
            sqlx::query("SELECT * FROM corrections WHERE scope = 'house' AND undone_at IS NULL ORDER BY id")
                .fetch_all(&self.read)
                .await?;
        rows.iter().map(correction).collect()
    }

    /// One reader's own corrections, oldest first.
    pub async fn corrections_of(&self, user: UserId) -> Result<Vec<Correction>> {
        let rows = sqlx::query(
            "SELECT * FROM corrections WHERE scope = 'reader' AND user_id = $1 AND undone_at IS NULL ORDER BY id",
        )
        .bind(user.as_i64())
        .fetch_all(&self.read)
        .await?;
        rows.iter().map(correction).collect()
    }
}

impl Tx {
    /// The number of a correction that says the same for the same readers and still holds.
    pub async fn same_correction(&mut self, new: &NewCorrection) -> Result<Option<i64>> {
        // Of two texts that are one it does not matter which was named first.
        let (turned, other) = match (new.kind, new.other) {
            (
                CorrectionKind::SameText | CorrectionKind::NeverTogether | CorrectionKind::OneStory,
                Some(other),
            ) => (other, Some(new.article)),
            _ => (new.article, new.other),
        };
        Ok(sqlx::query_scalar(
            "SELECT MAX(id) FROM corrections WHERE undone_at IS NULL AND kind = $1 \
             AND ((scope = 'house' AND $2) OR (scope = 'reader' AND NOT $2 AND user_id = $3)) \
             AND ((article_id = $4 AND COALESCE(other_id, 0) = COALESCE($5, 0)) \
             OR (article_id = $6 AND COALESCE(other_id, 0) = COALESCE($7, 0))) \
             AND COALESCE(story_id, 0) = COALESCE($8, 0)",
        )
        .bind(new.kind.as_str())
        .bind(new.for_all)
        .bind(new.by.as_i64())
        .bind(new.article.as_i64())
        .bind(new.other.map(ArticleId::as_i64))
        .bind(turned.as_i64())
        .bind(other.map(ArticleId::as_i64))
        .bind(new.story.map(StoryId::as_i64))
        .fetch_one(self.conn())
        .await?)
    }

    /// How many corrections hold.
    pub async fn corrections_holding(&mut self) -> Result<u64> {
        let count: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM corrections WHERE undone_at IS NULL")
            .fetch_one(self.conn())
            .await?;
        Ok(count.unsigned_abs())
    }

    /// Remembers a correction.
    pub async fn add_correction(&mut self, new: &NewCorrection, now: i64) -> Result<i64> {
        let id = self.next("corrections").await?;
        sqlx::query(
            "INSERT INTO corrections (id, user_id, scope, kind, article_id, other_id, story_id, value, made_at) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, '', $8)",
        )
        .bind(id)
        .bind(new.by.as_i64())
        .bind(if new.for_all { "house" } else { "reader" })
        .bind(new.kind.as_str())
        .bind(new.article.as_i64())
        .bind(new.other.map(ArticleId::as_i64))
        .bind(new.story.map(StoryId::as_i64))
        .bind(now)
        .execute(self.conn())
        .await?;
        Ok(id)
    }

    /// Keeps with a correction what it moved.
    pub async fn keep_regrouped(&mut self, id: i64, moved: &Regrouped) -> Result<()> {
        sqlx::query("UPDATE corrections SET value = $2 WHERE id = $1")
            .bind(id)
            .bind(columns::json(moved)?)
            .execute(self.conn())
            .await?;
        Ok(())
    }

    /// Takes a correction back; it stays in the record.
    pub async fn undo_correction(&mut self, id: i64, now: i64) -> Result<()> {
        let undone = sqlx::query("UPDATE corrections SET undone_at = $2 WHERE id = $1 AND undone_at IS NULL")
            .bind(id)
            .bind(now)
            .execute(self.conn())
            .await?;
        if undone.rows_affected() == 0 {
            return Err(StoreError::Refused(wireroom_model::why::NotThere::Correction(id).into()));
        }
        Ok(())
    }
}
