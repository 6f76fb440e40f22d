//! The texts of a story, whole, with what its brief needs to know of each: one query a story. And of one article.
//! For the house's own work; it asks nobody who looks, and says of each text who may.

use crate::columns::Reader;
use crate::{Result, Store};
use sqlx::sqlite::SqliteRow;
use wireroom_model::{
    AgencyCredit, ArticleId, FamilyId, FeedId, Kind, Lang, OutletId, Particulars, StoryId, Time, VersionId,
};

/// One text of a story.
#[derive(Debug, Clone, PartialEq)]
pub struct StoryText {
    pub article: ArticleId,
    pub version: VersionId,
    pub text_hash: String,
    pub url: Option<String>,
    pub outlet: Option<String>,
    pub outlet_id: Option<OutletId>,
    /// The outlet's owner, by a list that a reader brought in.
    pub publisher: Option<String>,
    pub agency: Option<String>,
    /// Agencies credited, with the part each has in the text.
    pub credits: Vec<AgencyCredit>,
    /// The page gave no text: the feed's own words stand in for it.
    pub stump: bool,
    pub title: String,
    pub published: Time,
    pub lang: Lang,
    pub kind: Kind,
    pub family: Option<FamilyId>,
    pub body: String,
    pub arrived_at: i64,
    /// Empty where the article is public; else the private feeds that brought it.
    pub private_feeds: Vec<FeedId>,
}

/// The columns and tables of a text; the article's own row is `a`.
const SELECT: &str = "SELECT a.id, a.url, a.outlet_id, a.is_private, a.arrived_at, COALESCE(o.name, v.outlet) AS outlet_name, \
     o.publisher, v.particulars, v.id AS version_number, v.text_hash, v.agency, v.title, v.lang, v.kind, v.text, v.published, \
     v.published_offset, v.published_precision, f.family_id \
     FROM articles a JOIN versions v ON v.id = a.version_id \
     LEFT JOIN outlets o ON o.id = a.outlet_id LEFT JOIN family_members f ON f.article_id = a.id ";

fn select(tail: &'static str) -> sqlx::AssertSqlSafe<String> {
    // Both halves are literals of this room.
    sqlx::AssertSqlSafe(format!("{SELECT}{tail}"))
}

impl Store {
    /// The newest `limit` texts of a story, in order of article number.
    pub async fn story_texts(&self, story: StoryId, limit: u32) -> Result<Vec<StoryText>> {
        let rows = sqlx::query(select(
            "JOIN story_members m ON m.article_id = a.id WHERE m.story_id = $1 ORDER BY a.id DESC LIMIT $2",
        ))
        .bind(story.as_i64())
        .bind(limit)
        .fetch_all(&self.read)
        .await?;
        let mut texts = Vec::with_capacity(rows.len());
        for row in rows.iter().rev() {
            texts.push(self.text(row).await?);
        }
        Ok(texts)
    }

    /// The present text of an article; `None` where it has none.
    pub async fn article_text(&self, article: ArticleId) -> Result<Option<StoryText>> {
        let row =
            sqlx::query(select("WHERE a.id = $1")).bind(article.as_i64()).fetch_optional(&self.read).await?;
        match row {
            Some(row) => Ok(Some(self.text(&row).await?)),
            None => Ok(None),
        }
    }

    async fn text(&self, row: &SqliteRow) -> Result<StoryText> {
        let read = Reader::new(row, "articles", "id")?;
        let article: ArticleId = read.id("id")?;
        let particulars: Particulars = read.json("particulars")?;
        let is_private: bool = read.get("is_private")?;
        Ok(StoryText {
            article,
            version: read.id("version_number")?,
            text_hash: read.get("text_hash")?,
            url: read.get("url")?,
            outlet: read.get("outlet_name")?,
            outlet_id: read.maybe_id("outlet_id")?,
            publisher: read.get("publisher")?,
            agency: read.get("agency")?,
            credits: particulars.agencies,
            stump: particulars.empty.is_some(),
            title: read.get("title")?,
            published: read.time("published")?,
            lang: read.lang("lang")?,
            kind: read.word("kind", Kind::parse)?,
            family: read.maybe_id("family_id")?,
            body: read.get("text")?,
            arrived_at: read.get("arrived_at")?,
            private_feeds: if is_private { self.private_feeds_of(article).await? } else { Vec::new() },
        })
    }
}
