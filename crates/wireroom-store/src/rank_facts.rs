//! What stories are ranked by, kept beside each brief in a table of its own, so that ranking the stories of a day reads
//! none of their briefs. They count texts, not printings: a copy that comes later makes nothing newer.

use crate::briefs::NewBrief;
use crate::columns::{self, Reader};
use crate::{Result, Store, Tx, Viewer};
use sqlx::sqlite::SqliteRow;
use std::collections::BTreeMap;
use wireroom_model::{Coverage, OutletId, StoryId, UserId};

/// How many stories one edition is chosen from; of more, the latest.
pub const MAX_RANKED: u32 = 5_000;
/// How many of one story's origins keep their time; rank counts a few.
const MAX_CAME: usize = 64;
/// How many (story, outlet) or (story, tag) pairs one question about what is followed answers.
const MAX_FOLLOWED: u32 = 20_000;

/// What a story is ranked by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RankFacts {
    pub story: StoryId,
    /// Known origins.
    pub origins: u64,
    /// Texts whose origin is not known.
    pub unknown: u64,
    pub outlets: u64,
    /// When its latest text was first seen: the earlier of publication and arrival, of the text's first printing.
    /// Where no text states a time, what the front page sorts by (`NewBrief::ranked_at`).
    pub latest_at: i64,
    /// When known origins were first seen, the latest first, at most 64; an origin without a stated time has none.
    pub came: Vec<i64>,
}

/// Which stories an edition is chosen from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Since {
    /// Stories with a text that was first seen at or after this.
    Text(i64),
    /// Stories that took an article in after this, however old its text is.
    Change(i64),
}

const RANKED: &str = "SELECT t.* FROM rank_facts t JOIN stories s ON s.id = t.story_id \
     WHERE s.merged_into IS NULL AND t.audience = (SELECT MAX(c.audience) FROM rank_facts c \
     WHERE c.story_id = t.story_id AND (c.audience = 0 OR $1 = -1 OR EXISTS (SELECT 1 FROM subscriptions u \
     WHERE u.user_id = $1 AND u.feed_id = c.audience))) ";

fn query(tail: &'static str) -> sqlx::AssertSqlSafe<String> {
    // Both halves are literals of this file.
    sqlx::AssertSqlSafe(format!("{RANKED}{tail}"))
}

/// The names in rows of a story's number and a name, by story, in the order of the rows.
fn names(rows: &[SqliteRow], table: &'static str) -> Result<BTreeMap<StoryId, Vec<String>>> {
    let mut found: BTreeMap<StoryId, Vec<String>> = BTreeMap::new();
    for row in rows {
        let read = Reader::new(row, table, "story_id")?;
        found.entry(read.id("story_id")?).or_default().push(read.get("name")?);
    }
    Ok(found)
}

impl Store {
    /// The stories that the viewer's edition is chosen from, the latest first; at most [`MAX_RANKED`].
    pub async fn rank_facts(&self, viewer: Viewer, since: Since) -> Result<Vec<RankFacts>> {
        let (sql, from) = match since {
            Since::Text(from) => {
                (query("AND t.latest_at >= $2 ORDER BY t.latest_at DESC, t.story_id DESC LIMIT $3"), from)
            }
            Since::Change(from) => {
                (query("AND s.changed_at > $2 ORDER BY t.latest_at DESC, t.story_id DESC LIMIT $3"), from)
            }
        };
        let rows =
            sqlx::query(sql).bind(viewer.code()).bind(from).bind(MAX_RANKED).fetch_all(&self.read).await?;
        rows.iter()
            .map(|row| {
                let read = Reader::new(row, "rank_facts", "story_id")?;
                Ok(RankFacts {
                    story: read.id("story_id")?,
                    origins: read.count("origins")?,
                    unknown: read.count("unknown_origins")?,
                    outlets: read.count("outlets")?,
                    latest_at: read.get("latest_at")?,
                    came: read.json("came")?,
                })
            })
            .collect()
    }

    /// When the latest text of any story that the viewer may see was first seen.
    pub async fn latest_text(&self, viewer: Viewer) -> Result<Option<i64>> {
        let row = sqlx::query(query("ORDER BY t.latest_at DESC LIMIT 1"))
            .bind(viewer.code())
            .fetch_optional(&self.read)
            .await?;
        row.map(|row| Reader::new(&row, "rank_facts", "story_id")?.get("latest_at")).transpose()
    }

    /// Which stories that changed since `from` hold an article of an outlet that the user follows, with the outlets'
    /// names; articles that the user may not see count for nothing.
    pub async fn followed_outlets_in(
        &self,
        user: UserId,
        from: i64,
    ) -> Result<BTreeMap<StoryId, Vec<String>>> {
        let rows = sqlx::query(
            "SELECT DISTINCT m.story_id, o.id, o.name FROM followed_outlets w \
             JOIN outlets o ON o.id = w.outlet_id JOIN articles a ON a.outlet_id = w.outlet_id \
             JOIN story_members m ON m.article_id = a.id JOIN stories s ON s.id = m.story_id \
             WHERE w.user_id = $1 AND s.changed_at >= $2 AND a.version_id IS NOT NULL \
             AND (NOT a.is_private OR EXISTS (SELECT 1 FROM article_feeds x JOIN subscriptions u \
             ON u.feed_id = x.feed_id WHERE x.article_id = a.id AND u.user_id = $1)) \
             ORDER BY m.story_id, o.id LIMIT $3",
        )
        .bind(user.as_i64())
        .bind(from)
        .bind(MAX_FOLLOWED)
        .fetch_all(&self.read)
        .await?;
        names(&rows, "story_members")
    }

    /// Which stories that changed since `from` have a tag that the user follows, under any spelling, with the tags'
    /// names; what only another audience's brief says counts for nothing.
    pub async fn followed_tags_in(&self, user: UserId, from: i64) -> Result<BTreeMap<StoryId, Vec<String>>> {
        let rows = sqlx::query(
            "SELECT DISTINCT t.story_id, t.place, t.name FROM followed_tags f \
             JOIN story_tag_keys k ON k.tag_key = f.tag_key \
             JOIN story_tags t ON t.story_id = k.story_id AND t.audience = k.audience AND t.place = k.place \
             JOIN stories s ON s.id = t.story_id WHERE f.user_id = $1 AND s.changed_at >= $2 \
             AND t.audience = (SELECT MAX(c.audience) FROM rank_facts c WHERE c.story_id = t.story_id \
             AND (c.audience = 0 OR EXISTS (SELECT 1 FROM subscriptions u WHERE u.user_id = $1 \
             AND u.feed_id = c.audience))) ORDER BY t.story_id, t.place LIMIT $3",
        )
        .bind(user.as_i64())
        .bind(from)
        .bind(MAX_FOLLOWED)
        .fetch_all(&self.read)
        .await?;
        names(&rows, "story_tags")
    }

    /// True where the user follows the outlet.
    pub async fn follows_outlet(&self, user: UserId, outlet: OutletId) -> Result<bool> {
        let found: Option<i64> = sqlx::query_scalar(
            "SELECT outlet_id FROM followed_outlets WHERE user_id = $1 AND outlet_id = $2",
        )
        .bind(user.as_i64())
        .bind(outlet.as_i64())
        .fetch_optional(&self.read)
        .await?;
        Ok(found.is_some())
    }
}

impl Tx {
    /// Follows an outlet at a time, or no longer (`None`).
    pub async fn follow_outlet(&mut self, user: UserId, outlet: OutletId, at: Option<i64>) -> Result<()> {
        let query = match at {
            Some(at) => sqlx::query(
                "INSERT INTO followed_outlets (user_id, outlet_id, followed_at) VALUES ($1, $2, $3) \
                 ON CONFLICT (user_id, outlet_id) DO NOTHING",
            )
            .bind(user.as_i64())
            .bind(outlet.as_i64())
            .bind(at),
            None => sqlx::query("DELETE FROM followed_outlets WHERE user_id = $1 AND outlet_id = $2")
                .bind(user.as_i64())
                .bind(outlet.as_i64()),
        };
        query.execute(self.conn()).await?;
        Ok(())
    }

    /// Keeps what a story is ranked by, from the brief that is being saved.
    pub(crate) async fn save_rank_facts(&mut self, new: &NewBrief<'_>) -> Result<()> {
        let seen = self.first_seen(new.story).await?;
        let (latest, came) = times(new.coverage, &seen);
        let counts = new.coverage.counts();
        sqlx::query(
            "INSERT INTO rank_facts (story_id, audience, origins, unknown_origins, outlets, latest_at, came) \
             VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (story_id, audience) DO UPDATE SET \
             origins = excluded.origins, unknown_origins = excluded.unknown_origins, \
             outlets = excluded.outlets, latest_at = excluded.latest_at, came = excluded.came",
        )
        .bind(new.story.as_i64())
        .bind(new.audience)
        .bind(counts.origins)
        .bind(counts.unknown)
        .bind(counts.outlets)
        .bind(latest.unwrap_or(new.ranked_at))
        .bind(columns::json(&came)?)
        .execute(self.conn())
        .await?;
        Ok(())
    }

    /// When each article of a story that states a time was first seen: its publication, or its arrival where that is
    /// earlier. An undated text makes nothing newer: its arrival says when the house found it, not when it was told.
    async fn first_seen(&mut self, story: StoryId) -> Result<BTreeMap<u64, i64>> {
        let rows: Vec<(i64, i64, i64)> = sqlx::query_as(
            "SELECT a.id, a.arrived_at, v.published_sort FROM story_members m \
             JOIN articles a ON a.id = m.article_id JOIN versions v ON v.id = a.version_id \
             WHERE m.story_id = $1 AND v.published_sort IS NOT NULL",
        )
        .bind(story.as_i64())
        .fetch_all(self.conn())
        .await?;
        let seen = |(id, arrived, stated): (i64, i64, i64)| (id.unsigned_abs(), stated.min(arrived));
        Ok(rows.into_iter().map(seen).collect())
    }
}

/// When the latest text was first seen, and when each known origin was, the latest first.
fn times(coverage: &Coverage, seen: &BTreeMap<u64, i64>) -> (Option<i64>, Vec<i64>) {
    let first = |articles: &[wireroom_model::ArticleId]| {
        articles.iter().filter_map(|article| seen.get(&article.get())).min().copied()
    };
    let known = coverage.origins.iter().flat_map(|origin| &origin.texts);
    let latest = known.chain(&coverage.unknown).filter_map(|text| first(&text.articles)).max();
    let origin =
        |texts: &[wireroom_model::Printings]| texts.iter().filter_map(|text| first(&text.articles)).min();
    let mut came: Vec<i64> = coverage.origins.iter().filter_map(|counted| origin(&counted.texts)).collect();
    came.sort_unstable_by_key(|&at| std::cmp::Reverse(at));
    came.truncate(MAX_CAME);
    (latest, came)
}
