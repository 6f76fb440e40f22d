//! Briefs as stored: computed when a story changes, never when it is read. A story has one brief for each audience:
//! 0 is everybody (public articles only); a private feed's number is for its subscribers, whose articles then count too.
//! The front page is a list of briefs.

use crate::columns::{self, Reader, TimeColumns};
use crate::pictures::StoryPicture;
use crate::{Result, Store, Tx, Viewer};
use sqlx::sqlite::SqliteRow;
use wireroom_model::{Coverage, Lang, StoryId, Time};

/// A brief to be stored.
#[derive(Debug, Clone)]
pub struct NewBrief<'a> {
    pub story: StoryId,
    pub audience: i64,
    pub title: &'a str,
    /// The first sentence or two, verbatim.
    pub lead: Option<&'a str>,
    pub lang: Lang,
    /// Outlets, publishers and origins, with what shows each.
    pub coverage: &'a Coverage,
    /// The newest stated publication among its articles.
    pub newest: Time,
    /// What the front page sorts by: unix seconds, never later than the arrival.
    pub ranked_at: i64,
    /// The brief room's whole answer.
    pub json: &'a str,
    /// Hash of what it was made from.
    pub hash: &'a str,
}

/// A story as the front page shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoryCard {
    pub id: StoryId,
    pub title: String,
    pub lead: Option<String>,
    pub lang: Lang,
    pub articles: u64,
    pub outlets: u64,
    /// Owners of the outlets, where a list of them was brought in.
    pub publishers: Option<u64>,
    /// Known origins: at most so many are independent.
    pub origins: u64,
    /// Texts whose origin is not known.
    pub unknown: u64,
    pub newest: Time,
    pub ranked_at: i64,
    pub opened_at: i64,
    pub changed_at: i64,
    pub audience: i64,
    pub picture: Option<StoryPicture>,
}

/// A stored brief.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredBrief {
    pub card: StoryCard,
    pub json: String,
    /// What its count of origins rests on; `None` in a brief that was written before origins were counted.
    pub coverage: Option<Coverage>,
    pub written_at: i64,
}

/// From where, without the head. The plus before `merged_into` keeps SQLite from reading all stories that were not merged,
/// which are nearly all, before the briefs that are asked for.
macro_rules! cards_from {
    () => {
        "s.opened_at, s.changed_at, p.article_id AS picture_article, p.alt AS picture_alt, \
         p.made_at AS picture_made_at FROM briefs b JOIN stories s ON s.id = b.story_id \
         LEFT JOIN pictures p ON p.story_id = b.story_id \
         WHERE +s.merged_into IS NULL AND b.audience = (SELECT MAX(c.audience) FROM briefs c \
         WHERE c.story_id = b.story_id AND (c.audience = 0 OR $1 = -1 OR EXISTS (SELECT 1 FROM subscriptions u \
         WHERE u.user_id = $1 AND u.feed_id = c.audience))) "
    };
}

/// How the front page sorts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Order {
    /// By day, the widest covered first: separate texts of known and unknown origin, then outlets.
    #[default]
    Coverage,
    /// By time alone.
    Latest,
}

/// Stories the viewer may see, each by its fullest brief that is meant for the viewer (`$1`).
pub(crate) const CARDS: &str = concat!("SELECT b.*, ", cards_from!());

/// The same without the brief's own words, which are a hundred times as long as the card.
pub(crate) const LEAN: &str = concat!(
    "SELECT b.story_id, b.title, b.lead, b.lang, b.articles, b.outlets, b.publishers, b.origins, b.unknown_origins, \
     b.newest, b.newest_offset, b.newest_precision, b.ranked_at, b.audience, ",
    cards_from!()
);

pub(crate) fn query(tail: &'static str) -> sqlx::AssertSqlSafe<String> {
    // Both halves are literals of this room.
    sqlx::AssertSqlSafe(format!("{CARDS}{tail}"))
}

/// [`query`] for lists of cards.
fn lean(tail: &'static str) -> sqlx::AssertSqlSafe<String> {
    sqlx::AssertSqlSafe(format!("{LEAN}{tail}"))
}

pub(crate) fn card(row: &SqliteRow) -> Result<StoryCard> {
    let read = Reader::new(row, "briefs", "story_id")?;
    Ok(StoryCard {
        id: read.id("story_id")?,
        title: read.get("title")?,
        lead: read.get("lead")?,
        lang: read.lang("lang")?,
        articles: read.count("articles")?,
        outlets: read.count("outlets")?,
        publishers: read.get::<Option<i64>>("publishers")?.map(i64::unsigned_abs),
        origins: read.count("origins")?,
        unknown: read.count("unknown_origins")?,
        newest: read.time("newest")?,
        ranked_at: read.get("ranked_at")?,
        opened_at: read.get("opened_at")?,
        changed_at: read.get("changed_at")?,
        audience: read.get("audience")?,
        picture: picture(&read)?,
    })
}

pub(crate) fn brief(row: &SqliteRow) -> Result<StoredBrief> {
    let read = Reader::new(row, "briefs", "story_id")?;
    Ok(StoredBrief {
        card: card(row)?,
        json: read.get("json")?,
        coverage: read
            .get::<Option<String>>("coverage")?
            .map(|json| serde_json::from_str(&json).map_err(|_| read.broken("coverage")))
            .transpose()?,
        written_at: read.get("written_at")?,
    })
}

fn picture(read: &Reader<'_>) -> Result<Option<StoryPicture>> {
    let Some(article) = read.maybe_id("picture_article")? else { return Ok(None) };
    Ok(Some(StoryPicture { article, alt: read.get("picture_alt")?, made_at: read.get("picture_made_at")? }))
}

impl Store {
    /// The front page.
    pub async fn front(
        &self,
        viewer: Viewer,
        order: Order,
        limit: u32,
        offset: u32,
    ) -> Result<Vec<StoryCard>> {
        let sql = match order {
            Order::Latest => lean("ORDER BY b.ranked_at DESC, b.story_id DESC LIMIT $2 OFFSET $3"),
            // Whole days of UTC keep yesterday's great story under today's news.
            Order::Coverage => lean(
                "ORDER BY b.ranked_at / 86400 DESC, b.origins + b.unknown_origins DESC, b.outlets DESC, b.ranked_at DESC, \
                 b.story_id DESC LIMIT $2 OFFSET $3",
            ),
        };
        let rows =
            sqlx::query(sql).bind(viewer.code()).bind(limit).bind(offset).fetch_all(&self.read).await?;
        rows.iter().map(card).collect()
    }

    /// A story's brief, the fullest one the viewer may see.
    pub async fn brief(&self, story: StoryId, viewer: Viewer) -> Result<Option<StoredBrief>> {
        let row = sqlx::query(query("AND b.story_id = $2"))
            .bind(viewer.code())
            .bind(story.as_i64())
            .fetch_optional(&self.read)
            .await?;
        row.as_ref().map(brief).transpose()
    }

    /// The audience of the fullest brief of a story that the viewer may see; `None` where there is none.
    pub(crate) async fn brief_audience(&self, story: StoryId, viewer: Viewer) -> Result<Option<i64>> {
        let row = sqlx::query(lean("AND b.story_id = $2"))
            .bind(viewer.code())
            .bind(story.as_i64())
            .fetch_optional(&self.read)
            .await?;
        row.map(|row| Reader::new(&row, "briefs", "story_id")?.get("audience")).transpose()
    }

    /// The hash that a story's brief for an audience was made from.
    pub async fn brief_hash(&self, story: StoryId, audience: i64) -> Result<Option<String>> {
        Ok(sqlx::query_scalar("SELECT hash FROM briefs WHERE story_id = $1 AND audience = $2")
            .bind(story.as_i64())
            .bind(audience)
            .fetch_optional(&self.read)
            .await?)
    }
}

impl Tx {
    /// Stores a brief in place of the one before it.
    pub async fn save_brief(&mut self, new: &NewBrief<'_>, now: i64) -> Result<()> {
        let newest = TimeColumns::from(new.newest);
        let counts = new.coverage.counts();
        sqlx::query(
            "INSERT INTO briefs (story_id, audience, title, lead, lang, articles, outlets, origins, newest, \
             newest_offset, newest_precision, newest_sort, ranked_at, json, hash, written_at, publishers, \
             unknown_origins, coverage) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19) \
             ON CONFLICT (story_id, audience) DO UPDATE SET title = excluded.title, lead = excluded.lead, \
             lang = excluded.lang, articles = excluded.articles, outlets = excluded.outlets, \
             origins = excluded.origins, newest = excluded.newest, newest_offset = excluded.newest_offset, \
             newest_precision = excluded.newest_precision, newest_sort = excluded.newest_sort, \
             ranked_at = excluded.ranked_at, json = excluded.json, hash = excluded.hash, \
             written_at = excluded.written_at, publishers = excluded.publishers, \
             unknown_origins = excluded.unknown_origins, coverage = excluded.coverage",
        )
        .bind(new.story.as_i64())
        .bind(new.audience)
        .bind(new.title)
        .bind(new.lead)
        .bind(columns::lang(new.lang))
        .bind(counts.articles)
        .bind(counts.outlets)
        .bind(counts.origins)
        .bind(newest.unix)
        .bind(newest.offset)
        .bind(newest.precision)
        .bind(newest.sort)
        .bind(new.ranked_at)
        .bind(new.json)
        .bind(new.hash)
        .bind(now)
        .bind(counts.publishers)
        .bind(counts.unknown)
        .bind(columns::json(new.coverage)?)
        .execute(self.conn())
        .await?;
        self.save_rank_facts(new).await?;
        self.save_citations(new.story, new.audience, new.json).await
    }

    /// Drops a story's briefs for every audience but these.
    pub async fn keep_briefs(&mut self, story: StoryId, audiences: &[i64]) -> Result<()> {
        let stored: Vec<i64> = sqlx::query_scalar("SELECT audience FROM briefs WHERE story_id = $1")
            .bind(story.as_i64())
            .fetch_all(self.conn())
            .await?;
        for audience in stored.into_iter().filter(|stored| !audiences.contains(stored)) {
            sqlx::query("DELETE FROM briefs WHERE story_id = $1 AND audience = $2")
                .bind(story.as_i64())
                .bind(audience)
                .execute(self.conn())
                .await?;
        }
        Ok(())
    }
}
