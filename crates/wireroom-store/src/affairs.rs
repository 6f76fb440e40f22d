//! How stories stand to each other: threads in order, related ones, the same event in other languages. Written when a
//! story changes, from public texts alone; what is shown of another story is what everybody may see of it.

use crate::columns::{self, Reader};
use crate::viewer::EVERYBODY;
use crate::{Result, Store, Tx};
use sqlx::sqlite::SqliteRow;
use std::collections::{BTreeMap, BTreeSet};
use wireroom_model::{Lang, StoryId, Time};

/// What is read for one page.
pub(crate) const MAX_ROWS: u32 = 100;

/// Stories of one event in other languages, at the most.
pub(crate) const MAX_TELLINGS: usize = 16;

/// How many stories one query asks about (SQLite takes 32,766 bound values; small batches plan as well).
const STORIES_A_QUERY: usize = 500;

/// A tie to be stored; `bond` is the story room's word.
#[derive(Debug, Clone, Copy)]
pub struct NewTie<'a> {
    pub story: StoryId,
    pub other: StoryId,
    pub bond: &'a str,
    pub score: f64,
    /// What both speak of.
    pub why: &'a [String],
}

/// A thread to be stored: its stories in order.
#[derive(Debug, Clone, Copy)]
pub struct NewThread<'a> {
    pub id: StoryId,
    pub names: &'a [String],
    pub stories: &'a [StoryId],
}

/// A story that another one stands beside, as everybody sees it.
#[derive(Debug, Clone, PartialEq)]
pub struct Beside {
    pub story: StoryId,
    /// How it is tied; `None` for a story of the thread that is not tied directly.
    pub bond: Option<String>,
    /// What both speak of.
    pub why: Vec<String>,
    pub title: String,
    pub lang: Lang,
    pub newest: Time,
    pub outlets: u64,
}

/// What a story stands beside.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct StoryAffairs {
    /// The names of its thread; empty where it stands in none.
    pub names: Vec<String>,
    /// The stories of its thread in order, itself among them.
    pub thread: Vec<Beside>,
    /// Ties outside the thread, the strongest first.
    pub tied: Vec<Beside>,
}

/// A stored profile, as JSON, with the stories that thread ties lead to.
#[derive(Debug, Clone, PartialEq)]
pub struct StoredProfile {
    pub story: StoryId,
    pub profile: String,
    pub tied: Vec<(StoryId, f64)>,
}

pub(crate) fn beside(row: &SqliteRow) -> Result<Beside> {
    let read = Reader::new(row, "story_ties", "number")?;
    let why: Option<String> = read.get("why")?;
    Ok(Beside {
        story: read.id("number")?,
        bond: read.get("bond")?,
        why: why.and_then(|why| serde_json::from_str(&why).ok()).unwrap_or_default(),
        title: read.get("title")?,
        lang: read.lang("lang")?,
        newest: read.time("newest")?,
        outlets: read.count("outlets")?,
    })
}

impl Store {
    /// What a story stands beside.
    pub async fn story_affairs(&self, story: StoryId) -> Result<StoryAffairs> {
        let rows = sqlx::query(
            "SELECT t.story_id AS number, l.bond, l.why, b.title, b.lang, b.outlets, b.newest, b.newest_offset, \
             b.newest_precision, t.names FROM story_threads h JOIN story_threads t ON t.thread_id = h.thread_id \
             JOIN briefs b ON b.story_id = t.story_id AND b.audience = $2 \
             LEFT JOIN story_ties l ON l.story_id = h.story_id AND l.other_id = t.story_id \
             WHERE h.story_id = $1 ORDER BY t.place, t.story_id LIMIT $3",
        )
        .bind(story.as_i64())
        .bind(EVERYBODY)
        .bind(MAX_ROWS)
        .fetch_all(&self.read)
        .await?;
        let names: Option<String> =
            rows.first().map(|row| Reader::new(row, "story_threads", "number")?.get("names")).transpose()?;
        let mut thread = rows.iter().map(beside).collect::<Result<Vec<_>>>()?;
        // One story alone, because the others are not for everybody any more, is no thread.
        if thread.len() < 2 {
            thread.clear();
        }
        let rows = sqlx::query(
            "SELECT t.other_id AS number, t.bond, t.why, b.title, b.lang, b.outlets, b.newest, b.newest_offset, \
             b.newest_precision FROM story_ties t JOIN briefs b ON b.story_id = t.other_id AND b.audience = $2 \
             WHERE t.story_id = $1 ORDER BY t.score DESC, t.other_id LIMIT $3",
        )
        .bind(story.as_i64())
        .bind(EVERYBODY)
        .bind(MAX_ROWS)
        .fetch_all(&self.read)
        .await?;
        let mut tied = rows.iter().map(beside).collect::<Result<Vec<_>>>()?;
        for telling in self.tellings(story).await? {
            if tied.iter().all(|tied| tied.story != telling.story) {
                // What it shares, it shares with another telling.
                tied.push(Beside { why: Vec::new(), ..telling });
            }
        }
        tied.retain(|tied| thread.iter().all(|other| other.story != tied.story));
        let names = names.filter(|_| !thread.is_empty());
        let names = names.and_then(|names| serde_json::from_str(&names).ok()).unwrap_or_default();
        Ok(StoryAffairs { names, thread, tied })
    }

    /// Where else the event of a story is told: the stories of other languages that it is tied to, then those that these
    /// are tied to, as everybody sees them.
    pub async fn tellings(&self, story: StoryId) -> Result<Vec<Beside>> {
        Ok(self.tellings_of(&[story]).await?.remove(&story).unwrap_or_default())
    }

    /// The profiles of the newest `limit` stories, by number.
    pub async fn story_profiles(&self, limit: u32) -> Result<Vec<StoredProfile>> {
        let rows: Vec<(i64, String)> = sqlx::query_as(
            "SELECT p.story_id, p.profile FROM story_profiles p JOIN stories s ON s.id = p.story_id \
             WHERE s.merged_into IS NULL ORDER BY p.story_id DESC LIMIT $1",
        )
        .bind(limit)
        .fetch_all(&self.read)
        .await?;
        let (Some((newest, _)), Some((oldest, _))) = (rows.first(), rows.last()) else {
            return Ok(Vec::new());
        };
        let ties: Vec<(i64, i64, f64)> = sqlx::query_as(
            "SELECT story_id, other_id, score FROM story_ties \
             WHERE story_id >= $1 AND story_id <= $2 AND bond = 'thread' ORDER BY story_id, other_id",
        )
        .bind(oldest)
        .bind(newest)
        .fetch_all(&self.read)
        .await?;
        let mut tied: BTreeMap<i64, Vec<(StoryId, f64)>> = BTreeMap::new();
        for (number, other, score) in ties {
            if let Ok(other) = StoryId::try_from(other) {
                tied.entry(number).or_default().push((other, score));
            }
        }
        let found = rows.into_iter().rev().filter_map(|(number, profile)| {
            let story = StoryId::try_from(number).ok()?;
            Some(StoredProfile { story, profile, tied: tied.remove(&number).unwrap_or_default() })
        });
        Ok(found.collect())
    }

    /// Which of these stories have no profile any more: merged away, or emptied.
    pub async fn without_profile(&self, stories: &[StoryId]) -> Result<Vec<StoryId>> {
        let mut known: BTreeSet<StoryId> = BTreeSet::new();
        for some in stories.chunks(STORIES_A_QUERY) {
            let mut query = sqlx::QueryBuilder::<sqlx::Sqlite>::new(
                "SELECT story_id FROM story_profiles WHERE story_id IN (",
            );
            let mut list = query.separated(", ");
            for story in some {
                list.push_bind(story.as_i64());
            }
            let rows: Vec<i64> = query.push(")").build_query_scalar().fetch_all(&self.read).await?;
            known.extend(rows.into_iter().filter_map(|number| StoryId::try_from(number).ok()));
        }
        Ok(stories.iter().copied().filter(|story| !known.contains(story)).collect())
    }
}

impl Tx {
    /// Stores what a story speaks of; `None` takes it away, with all its ties and its place in a thread.
    pub async fn save_profile(&mut self, story: StoryId, profile: Option<&str>) -> Result<()> {
        for sql in [
            "DELETE FROM story_ties WHERE story_id = $1 OR other_id = $1",
            "DELETE FROM story_threads WHERE story_id = $1",
            "DELETE FROM story_profiles WHERE story_id = $1",
        ] {
            sqlx::query(sql).bind(story.as_i64()).execute(self.conn()).await?;
        }
        if let Some(profile) = profile {
            sqlx::query("INSERT INTO story_profiles (story_id, profile) VALUES ($1, $2)")
                .bind(story.as_i64())
                .bind(profile)
                .execute(self.conn())
                .await?;
        }
        Ok(())
    }

    /// Stores a tie in place of the one before it.
    pub async fn save_tie(&mut self, tie: &NewTie<'_>) -> Result<()> {
        sqlx::query(
            "INSERT INTO story_ties (story_id, other_id, bond, score, why) VALUES ($1, $2, $3, $4, $5) \
             ON CONFLICT (story_id, other_id) DO UPDATE SET bond = excluded.bond, score = excluded.score, \
             why = excluded.why",
        )
        .bind(tie.story.as_i64())
        .bind(tie.other.as_i64())
        .bind(tie.bond)
        .bind(tie.score)
        .bind(columns::json(&tie.why)?)
        .execute(self.conn())
        .await?;
        Ok(())
    }

    /// Stores a thread.
    pub async fn save_thread(&mut self, thread: &NewThread<'_>) -> Result<()> {
        for (story, place) in thread.stories.iter().zip(0_i64..) {
            sqlx::query(
                "INSERT INTO story_threads (story_id, thread_id, place, names) VALUES ($1, $2, $3, $4) \
                 ON CONFLICT (story_id) DO UPDATE SET thread_id = excluded.thread_id, place = excluded.place, \
                 names = excluded.names",
            )
            .bind(story.as_i64())
            .bind(thread.id.as_i64())
            .bind(place)
            .bind(columns::json(&thread.names)?)
            .execute(self.conn())
            .await?;
        }
        Ok(())
    }

    /// Takes a story out of its thread.
    pub async fn leave_thread(&mut self, story: StoryId) -> Result<()> {
        sqlx::query("DELETE FROM story_threads WHERE story_id = $1")
            .bind(story.as_i64())
            .execute(self.conn())
            .await?;
        Ok(())
    }
}
