//! What a reader does not want in the edition: topics, people, places, outlets and words, until a time or for good.
//! A mute hides nothing anywhere else and deletes nothing. It refuses to fold words: the caller brings keys and matches
//! words itself. Whatever names a mute by its number names its user too. Start at [`Store::mutes`].

use crate::columns::Reader;
use crate::{Result, Store, StoreError, Tx};
use std::collections::BTreeMap;
use wireroom_model::{MuteId, OutletId, StoryId, UserId};

/// Mutes that one user may have.
pub const MAX_MUTES: i64 = 500;
/// (Story, mute) pairs that one question answers.
const MAX_PAIRS: u32 = 20_000;

/// What is muted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum MuteKind {
    Topic,
    Person,
    Place,
    Outlet,
    Word,
}

impl MuteKind {
    /// Every kind, as a list shows them.
    pub const ALL: [Self; 5] = [Self::Topic, Self::Person, Self::Place, Self::Outlet, Self::Word];

    /// The store's word, and the forms'.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Topic => "topic",
            Self::Person => "person",
            Self::Place => "place",
            Self::Outlet => "outlet",
            Self::Word => "word",
        }
    }

    /// Reads [`MuteKind::as_str`] back.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == word)
    }
}

/// A mute to be kept.
#[derive(Debug, Clone, Copy)]
pub struct NewMute<'a> {
    pub kind: MuteKind,
    pub key: &'a str,
    pub name: &'a str,
    /// The reader's own words; may be empty.
    pub reason: &'a str,
    pub until: Option<i64>,
}

/// A mute that holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mute {
    pub id: MuteId,
    pub kind: MuteKind,
    pub key: String,
    pub name: String,
    pub reason: String,
    pub muted_at: i64,
    pub until: Option<i64>,
}

impl Store {
    /// What holds for a user now, by kind and name.
    pub async fn mutes(&self, user: UserId, now: i64) -> Result<Vec<Mute>> {
        let rows = sqlx::query(
            "SELECT * FROM mutes WHERE user_id = $1 AND (until IS NULL OR until > $2) ORDER BY kind, name, id LIMIT $3",
        )
        .bind(user.as_i64())
        .bind(now)
        .bind(MAX_MUTES)
        .fetch_all(&self.read)
        .await?;
        rows.iter()
            .map(|row| {
                let read = Reader::new(row, "mutes", "id")?;
                Ok(Mute {
                    id: read.id("id")?,
                    kind: read.word("kind", MuteKind::parse)?,
                    key: read.get("mute_key")?,
                    name: read.get("name")?,
                    reason: read.get("reason")?,
                    muted_at: read.get("muted_at")?,
                    until: read.get("until")?,
                })
            })
            .collect()
    }

    /// Stories that changed since `from` and have a muted topic, person or place, under any spelling; or whose articles,
    /// as far as the user may see them, are all of muted outlets. Each with the names of what mutes it.
    pub async fn muted_stories(
        &self,
        user: UserId,
        from: i64,
        now: i64,
    ) -> Result<BTreeMap<StoryId, Vec<String>>> {
        const BY_TAG: &str = "SELECT DISTINCT t.story_id, q.name FROM mutes q \
             JOIN story_tag_keys k ON k.tag_key = q.mute_key \
             JOIN story_tags t ON t.story_id = k.story_id AND t.audience = k.audience AND t.place = k.place \
             JOIN stories s ON s.id = t.story_id WHERE q.user_id = $1 AND q.kind IN ('topic', 'person', 'place') \
             AND (q.until IS NULL OR q.until > $3) AND s.changed_at >= $2 \
             AND t.audience = (SELECT MAX(c.audience) FROM rank_facts c WHERE c.story_id = t.story_id \
             AND (c.audience = 0 OR EXISTS (SELECT 1 FROM subscriptions u WHERE u.user_id = $1 \
             AND u.feed_id = c.audience))) ORDER BY t.story_id, q.name LIMIT $4";
        const BY_OUTLET: &str = "SELECT DISTINCT m.story_id, q.name FROM mutes q \
             JOIN articles a ON CAST(a.outlet_id AS TEXT) = q.mute_key JOIN story_members m ON m.article_id = a.id \
             JOIN stories s ON s.id = m.story_id WHERE q.user_id = $1 AND q.kind = 'outlet' \
             AND (q.until IS NULL OR q.until > $3) AND s.changed_at >= $2 AND NOT EXISTS (SELECT 1 \
             FROM story_members n JOIN articles b ON b.id = n.article_id WHERE n.story_id = m.story_id \
             AND b.version_id IS NOT NULL AND (NOT b.is_private OR EXISTS (SELECT 1 FROM article_feeds x \
             JOIN subscriptions u ON u.feed_id = x.feed_id WHERE x.article_id = b.id AND u.user_id = $1)) \
             AND NOT EXISTS (SELECT 1 FROM mutes p WHERE p.user_id = $1 AND p.kind = 'outlet' \
             AND (p.until IS NULL OR p.until > $3) AND p.mute_key = CAST(b.outlet_id AS TEXT))) \
             ORDER BY m.story_id, q.name LIMIT $4";
        let mut found: BTreeMap<StoryId, Vec<String>> = BTreeMap::new();
        for sql in [BY_TAG, BY_OUTLET] {
            let rows: Vec<(i64, String)> = sqlx::query_as(sql)
                .bind(user.as_i64())
                .bind(from)
                .bind(now)
                .bind(MAX_PAIRS)
                .fetch_all(&self.read)
                .await?;
            for (story, name) in rows {
                let broken =
                    |_| StoreError::Broken { table: "story_members", row: story, column: "story_id" };
                found.entry(StoryId::try_from(story).map_err(broken)?).or_default().push(name);
            }
        }
        Ok(found)
    }

    /// Headlines of the stories that changed since `from`, as the user sees them, for words that are muted.
    pub async fn headlines_since(&self, user: UserId, from: i64) -> Result<Vec<(StoryId, String)>> {
        let rows: Vec<(i64, String)> = sqlx::query_as(
            "SELECT b.story_id, b.title FROM briefs b JOIN stories s ON s.id = b.story_id \
             WHERE s.merged_into IS NULL AND s.changed_at >= $2 AND b.audience = (SELECT MAX(c.audience) \
             FROM briefs c WHERE c.story_id = b.story_id AND (c.audience = 0 OR EXISTS (SELECT 1 \
             FROM subscriptions u WHERE u.user_id = $1 AND u.feed_id = c.audience))) ORDER BY b.story_id LIMIT $3",
        )
        .bind(user.as_i64())
        .bind(from)
        .bind(MAX_PAIRS)
        .fetch_all(&self.read)
        .await?;
        Ok(rows.into_iter().filter_map(|(id, title)| Some((StoryId::try_from(id).ok()?, title))).collect())
    }

    /// The outlets that a user follows, by name, with since when.
    pub async fn followed_outlets(&self, user: UserId) -> Result<Vec<(OutletId, String, i64)>> {
        let rows: Vec<(i64, String, i64)> = sqlx::query_as(
            "SELECT o.id, o.name, w.followed_at FROM followed_outlets w JOIN outlets o ON o.id = w.outlet_id \
             WHERE w.user_id = $1 ORDER BY o.name_key LIMIT $2",
        )
        .bind(user.as_i64())
        .bind(MAX_PAIRS)
        .fetch_all(&self.read)
        .await?;
        let one = |(id, name, at)| Some((OutletId::try_from(id).ok()?, name, at));
        Ok(rows.into_iter().filter_map(one).collect())
    }
}

impl Tx {
    /// Mutes something; said again, reason and end are the new ones. False where the user has as many as one may.
    pub async fn mute(&mut self, user: UserId, new: &NewMute<'_>, now: i64) -> Result<bool> {
        sqlx::query("DELETE FROM mutes WHERE user_id = $1 AND until <= $2")
            .bind(user.as_i64())
            .bind(now)
            .execute(self.conn())
            .await?;
        let others: i64 = sqlx::query_scalar(
            "SELECT COUNT(*) FROM mutes WHERE user_id = $1 AND NOT (kind = $2 AND mute_key = $3)",
        )
        .bind(user.as_i64())
        .bind(new.kind.as_str())
        .bind(new.key)
        .fetch_one(self.conn())
        .await?;
        if others >= MAX_MUTES {
            return Ok(false);
        }
        let id = self.next("mutes").await?;
        sqlx::query(
            "INSERT INTO mutes (id, user_id, kind, mute_key, name, reason, muted_at, until) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (user_id, kind, mute_key) DO UPDATE SET \
             name = excluded.name, reason = excluded.reason, muted_at = excluded.muted_at, until = excluded.until",
        )
        .bind(id)
        .bind(user.as_i64())
        .bind(new.kind.as_str())
        .bind(new.key)
        .bind(new.name)
        .bind(new.reason)
        .bind(now)
        .bind(new.until)
        .execute(self.conn())
        .await?;
        Ok(true)
    }

    /// Takes a user's own mute back. False where the user has none of this number.
    pub async fn unmute(&mut self, user: UserId, id: MuteId) -> Result<bool> {
        let gone = sqlx::query("DELETE FROM mutes WHERE user_id = $1 AND id = $2")
            .bind(user.as_i64())
            .bind(id.as_i64())
            .execute(self.conn())
            .await?;
        Ok(gone.rows_affected() == 1)
    }
}
