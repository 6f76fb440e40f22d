//! The versions of a story's articles, with when the house first saw each: what a story's texts said before.
//! For the house's own work, as `texts`: it asks nobody who looks.

use crate::columns::Reader;
use crate::{Result, Store};
use wireroom_model::{ArticleId, Kind, Lang, StoryId, Time, VersionId};

/// One version of one of a story's articles.
#[derive(Debug, Clone, PartialEq)]
pub struct StoryVersion {
    pub article: ArticleId,
    pub version: VersionId,
    /// When the house first saw this text.
    pub seen_at: i64,
    /// The page that it was read from: two versions of one page differ by the house's reading, not by the outlet's hand.
    pub page: Option<i64>,
    /// The words; `None` for the version that is shown, whose words `story_texts` gives.
    pub earlier: Option<EarlierText>,
}

/// The words of a version that is shown no more.
#[derive(Debug, Clone, PartialEq)]
pub struct EarlierText {
    pub text_hash: String,
    pub title: String,
    pub published: Time,
    pub lang: Lang,
    pub kind: Kind,
    pub body: String,
}

impl Store {
    /// The newest `limit` versions of a story's articles, the shown ones too, in order of article and version.
    pub async fn story_versions(&self, story: StoryId, limit: u32) -> Result<Vec<StoryVersion>> {
        let rows = sqlx::query(
            "SELECT v.id, v.article_id, v.seen_at, v.page_id, v.text_hash, v.title, v.published, \
             v.published_offset, v.published_precision, v.lang, v.kind, \
             CASE WHEN v.id = a.version_id THEN NULL ELSE v.text END AS text \
             FROM story_members m JOIN articles a ON a.id = m.article_id JOIN versions v ON v.article_id = a.id \
             WHERE m.story_id = $1 ORDER BY v.id DESC LIMIT $2",
        )
        .bind(story.as_i64())
        .bind(limit)
        .fetch_all(&self.read)
        .await?;
        let mut versions = Vec::with_capacity(rows.len());
        for row in &rows {
            let read = Reader::new(row, "versions", "id")?;
            let body: Option<String> = read.get("text")?;
            let earlier = match body {
                Some(body) => Some(EarlierText {
                    text_hash: read.get("text_hash")?,
                    title: read.get("title")?,
                    published: read.time("published")?,
                    lang: read.lang("lang")?,
                    kind: read.word("kind", Kind::parse)?,
                    body,
                }),
                None => None,
            };
            versions.push(StoryVersion {
                article: read.id("article_id")?,
                version: read.id("id")?,
                seen_at: read.get("seen_at")?,
                page: read.get("page_id")?,
                earlier,
            });
        }
        versions.sort_by_key(|version| (version.article, version.version));
        Ok(versions)
    }
}
