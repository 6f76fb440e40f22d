//! Pictures of stories: one a story, kept in two sizes, and those that could not be had. Only an article that is for
//! everybody and reserves nothing gives its story a picture. Start at [`Store::picture`].

use crate::columns::Reader;
use crate::{Result, Store, Tx, Viewer};
use wireroom_model::{ArticleId, LeadImage, Particulars, StoryId};

/// Articles of a story that are looked at for a picture, oldest first: who had the story first shows it first.
const MAX_LOOKED_AT: u32 = 40;
/// A picture that could not be had is not asked for again after so many tries.
const MAX_TRIES: i64 = 3;

/// The two sizes that are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PictureSize {
    /// 480 by 320.
    Small,
    /// 1200 by 800.
    Large,
}

/// A picture that a story may have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PictureOffer {
    pub article: ArticleId,
    pub image: LeadImage,
}

/// A picture as a card shows it; its bytes come from [`Store::picture`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoryPicture {
    pub article: ArticleId,
    /// What stands for it, as its publisher wrote it.
    pub alt: Option<String>,
    pub made_at: i64,
}

/// A picture to be kept: two JPEGs.
#[derive(Debug, Clone, Copy)]
pub struct NewPicture<'a> {
    pub story: StoryId,
    pub article: ArticleId,
    pub alt: Option<&'a str>,
    pub small: &'a [u8],
    pub large: &'a [u8],
}

impl Store {
    /// What could be a story's picture and was not tried in vain, oldest article first.
    pub async fn picture_offers(&self, story: StoryId) -> Result<Vec<PictureOffer>> {
        let rows = sqlx::query(
            "SELECT a.id, v.particulars FROM story_members m JOIN articles a ON a.id = m.article_id \
             JOIN versions v ON v.id = a.version_id LEFT JOIN picture_failures f ON f.article_id = a.id \
             WHERE m.story_id = $1 AND NOT a.is_private AND a.reservation IS NULL \
             AND (f.tries IS NULL OR f.tries < $3) ORDER BY a.id LIMIT $2",
        )
        .bind(story.as_i64())
        .bind(MAX_LOOKED_AT)
        .bind(MAX_TRIES)
        .fetch_all(&self.read)
        .await?;
        let mut offers = Vec::new();
        for row in &rows {
            let read = Reader::new(row, "articles", "id")?;
            let particulars: Particulars = read.json("particulars")?;
            if let Some(image) = particulars.image {
                offers.push(PictureOffer { article: read.id("id")?, image });
            }
        }
        Ok(offers)
    }

    /// Whether a story has a picture of one of its own articles.
    pub async fn has_picture(&self, story: StoryId) -> Result<bool> {
        let found: Option<i64> = sqlx::query_scalar(
            "SELECT 1 FROM pictures p JOIN story_members m ON m.article_id = p.article_id AND m.story_id = p.story_id \
             WHERE p.story_id = $1",
        )
        .bind(story.as_i64())
        .fetch_optional(&self.read)
        .await?;
        Ok(found.is_some())
    }

    /// A picture's bytes (JPEG), for whoever may see the story.
    pub async fn picture(
        &self,
        story: StoryId,
        size: PictureSize,
        viewer: Viewer,
    ) -> Result<Option<Vec<u8>>> {
        if self.brief_audience(story, viewer).await?.is_none() {
            return Ok(None);
        }
        let sql = match size {
            PictureSize::Small => "SELECT small FROM pictures WHERE story_id = $1",
            PictureSize::Large => "SELECT large FROM pictures WHERE story_id = $1",
        };
        Ok(sqlx::query_scalar(sql).bind(story.as_i64()).fetch_optional(&self.read).await?)
    }
}

impl Tx {
    /// Keeps a story's picture in place of the one before it.
    pub async fn save_picture(&mut self, new: NewPicture<'_>, now: i64) -> Result<()> {
        sqlx::query(
            "INSERT INTO pictures (story_id, article_id, alt, made_at, small, large) VALUES ($1, $2, $3, $4, $5, $6) \
             ON CONFLICT (story_id) DO UPDATE SET article_id = excluded.article_id, alt = excluded.alt, \
             made_at = excluded.made_at, small = excluded.small, large = excluded.large",
        )
        .bind(new.story.as_i64())
        .bind(new.article.as_i64())
        .bind(new.alt)
        .bind(now)
        .bind(new.small)
        .bind(new.large)
        .execute(self.conn())
        .await?;
        Ok(())
    }

    /// Notes that an article's picture could not be had, and why.
    pub async fn note_picture_failure(&mut self, article: ArticleId, reason: &str, now: i64) -> Result<()> {
        sqlx::query(
            "INSERT INTO picture_failures (article_id, reason, tries, tried_at) VALUES ($1, $2, 1, $3) \
             ON CONFLICT (article_id) DO UPDATE SET reason = excluded.reason, \
             tries = picture_failures.tries + 1, tried_at = excluded.tried_at",
        )
        .bind(article.as_i64())
        .bind(reason)
        .bind(now)
        .execute(self.conn())
        .await?;
        Ok(())
    }

    /// Takes away a picture whose article went to another story.
    pub async fn drop_strange_picture(&mut self, story: StoryId) -> Result<()> {
        sqlx::query(
            "DELETE FROM pictures WHERE story_id = $1 AND NOT EXISTS (SELECT 1 FROM story_members m \
             WHERE m.story_id = pictures.story_id AND m.article_id = pictures.article_id)",
        )
        .bind(story.as_i64())
        .execute(self.conn())
        .await?;
        Ok(())
    }

    /// Lets go of pictures made before `oldest`, and of the oldest beyond `most`. Returns how many.
    pub async fn trim_pictures(&mut self, oldest: i64, most: u32) -> Result<u64> {
        let gone = sqlx::query(
            "DELETE FROM pictures WHERE made_at < $1 OR story_id IN \
             (SELECT story_id FROM pictures ORDER BY made_at DESC, story_id DESC LIMIT 1000000 OFFSET $2)",
        )
        .bind(oldest)
        .bind(most)
        .execute(self.conn())
        .await?;
        Ok(gone.rows_affected())
    }
}
