//! Topics of stories and who follows them. A tag is found under the key of each of its spellings; whose articles a
//! reader may not see, their tags the reader does not see either.
//! It refuses to make keys: the caller brings them (wireroom_text::spelling). What a user tags by hand is in `marks`.

use crate::briefs::{self, StoryCard};
use crate::columns::{self, Reader};
use crate::{Result, Store, StoreError, Tx, Viewer};
use sqlx::sqlite::SqliteRow;
use std::collections::{BTreeMap, BTreeSet};
use wireroom_model::{Lang, StoryId, UserId};

/// Tags that one user may follow.
pub const MAX_FOLLOWED: u32 = 500;

/// Tags of one name that are asked for their spellings, the newest stories' first.
const MAX_SPELT: u32 = 200;

/// A tag to be stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewStoryTag<'a> {
    pub name: &'a str,
    /// "name" or "topic".
    pub kind: &'a str,
    pub lang: Lang,
    /// Spellings as printed, the most common first.
    pub forms: &'a [String],
    /// The keys of all of them and of the name.
    pub keys: &'a BTreeSet<String>,
    pub texts: u32,
    pub of: u32,
}

/// A tag of a story.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoryTag {
    /// As printed, without the "#".
    pub name: String,
    pub kind: String,
    pub lang: Lang,
    pub forms: Vec<String>,
    /// Separate texts of the story that have it, of `of` that were read.
    pub texts: u64,
    pub of: u64,
}

/// A tag with how many stories have it that the viewer may see.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TagCount {
    pub name: String,
    pub key: String,
    /// What it is to who follows it: "topic", "person" or "place".
    pub kind: String,
    pub stories: u64,
    /// When the newest of them was ranked; none where there is none.
    pub newest: Option<i64>,
    /// When it was followed, in a list of followed tags.
    pub followed_at: Option<i64>,
}

/// Briefs that the viewer (`$1`) may see, each story by its fullest: the same rule as the front page's.
const SEEN: &str = "b.audience = (SELECT MAX(c.audience) FROM briefs c WHERE c.story_id = b.story_id \
     AND (c.audience = 0 OR $1 = -1 OR EXISTS (SELECT 1 FROM subscriptions u WHERE u.user_id = $1 \
     AND u.feed_id = c.audience)))";

fn query(before: &'static str, after: &'static str) -> sqlx::AssertSqlSafe<String> {
    // All three are literals of this file.
    sqlx::AssertSqlSafe(format!("{before} {SEEN} {after}"))
}

pub(crate) fn tag(row: &SqliteRow) -> Result<StoryTag> {
    let read = Reader::new(row, "story_tags", "story_id")?;
    Ok(StoryTag {
        name: read.get("name")?,
        kind: read.get("kind")?,
        lang: read.lang("lang")?,
        forms: read.json("forms")?,
        texts: read.count("texts")?,
        of: read.count("of_texts")?,
    })
}

impl Store {
    /// A story's tags as made for an audience, the one that says most first.
    pub async fn story_tags(&self, story: StoryId, audience: i64) -> Result<Vec<StoryTag>> {
        let rows =
            sqlx::query("SELECT * FROM story_tags WHERE story_id = $1 AND audience = $2 ORDER BY place")
                .bind(story.as_i64())
                .bind(audience)
                .fetch_all(&self.read)
                .await?;
        rows.iter().map(tag).collect()
    }

    /// The stories that have a tag of this key, newest first.
    pub async fn stories_of_tag(
        &self,
        key: &str,
        viewer: Viewer,
        limit: u32,
        offset: u32,
    ) -> Result<Vec<StoryCard>> {
        let rows = sqlx::query(briefs::query(
            "AND EXISTS (SELECT 1 FROM story_tag_keys k WHERE k.tag_key = $2 AND k.story_id = b.story_id \
             AND k.audience = b.audience) ORDER BY b.ranked_at DESC, b.story_id DESC LIMIT $3 OFFSET $4",
        ))
        .bind(viewer.code())
        .bind(key)
        .bind(limit)
        .bind(offset)
        .fetch_all(&self.read)
        .await?;
        rows.iter().map(briefs::card).collect()
    }

    /// How many stories have a tag of this key.
    pub async fn tag_count(&self, key: &str, viewer: Viewer) -> Result<(u64, Option<i64>)> {
        let row: (i64, Option<i64>) = sqlx::query_as(query(
            "SELECT COUNT(DISTINCT b.story_id), MAX(b.ranked_at) FROM story_tag_keys k \
             JOIN briefs b ON b.story_id = k.story_id AND b.audience = k.audience \
             JOIN stories s ON s.id = b.story_id WHERE k.tag_key = $2 AND s.merged_into IS NULL AND",
            "",
        ))
        .bind(viewer.code())
        .bind(key)
        .fetch_one(&self.read)
        .await?;
        Ok((row.0.unsigned_abs(), row.1))
    }

    /// How many stories have a tag of each key that the viewer may see, counted no further than `most`.
    pub async fn tag_counts(
        &self,
        keys: &[String],
        viewer: Viewer,
        most: u32,
    ) -> Result<BTreeMap<String, u64>> {
        if keys.is_empty() {
            return Ok(BTreeMap::new());
        }
        let places: Vec<String> = (3..keys.len() + 3).map(|place| format!("(${place})")).collect();
        // Literals of this file and numbered places.
        let sql = sqlx::AssertSqlSafe(format!(
            "WITH asked (tag_key) AS (VALUES {}) SELECT a.tag_key, (SELECT COUNT(*) FROM (SELECT DISTINCT b.story_id \
             FROM story_tag_keys k JOIN briefs b ON b.story_id = k.story_id AND b.audience = k.audience \
             JOIN stories s ON s.id = b.story_id WHERE k.tag_key = a.tag_key AND s.merged_into IS NULL AND {SEEN} \
             LIMIT $2) c) FROM asked a",
            places.join(", ")
        ));
        let mut query = sqlx::query_as::<_, (String, i64)>(sql).bind(viewer.code()).bind(most);
        for key in keys {
            query = query.bind(key);
        }
        let rows = query.fetch_all(&self.read).await?;
        Ok(rows.into_iter().map(|(key, stories)| (key, stories.unsigned_abs())).collect())
    }

    /// What stories print under a key: the tags' names and their spellings, the most used first.
    pub async fn tag_spellings(&self, key: &str, viewer: Viewer) -> Result<(Vec<String>, Vec<String>)> {
        let rows: Vec<(String, String)> = sqlx::query_as(query(
            "SELECT t.name, t.forms FROM story_tag_keys k JOIN story_tags t ON t.story_id = k.story_id \
             AND t.audience = k.audience AND t.place = k.place JOIN briefs b ON b.story_id = k.story_id \
             AND b.audience = k.audience WHERE k.tag_key = $2 AND",
            "ORDER BY b.ranked_at DESC, b.story_id DESC LIMIT $3",
        ))
        .bind(viewer.code())
        .bind(key)
        .bind(MAX_SPELT)
        .fetch_all(&self.read)
        .await?;
        let broken = |_| StoreError::Broken { table: "story_tags", row: 0, column: "forms" };
        let (mut names, mut forms) = (Vec::new(), Vec::new());
        for (name, spelt) in rows {
            names.push(name);
            forms.extend(serde_json::from_str::<Vec<String>>(&spelt).map_err(broken)?);
        }
        Ok((most_used(names), most_used(forms)))
    }

    /// Names and topics whose key begins so, in stories that the viewer may see, those of most stories first: each with
    /// its kind ("name" or "topic").
    pub async fn tags_beginning(
        &self,
        key: &str,
        viewer: Viewer,
        limit: u32,
    ) -> Result<Vec<(String, String)>> {
        Ok(sqlx::query_as(query(
            "SELECT t.name, t.kind FROM story_tag_keys k JOIN story_tags t ON t.story_id = k.story_id \
             AND t.audience = k.audience AND t.place = k.place JOIN briefs b ON b.story_id = k.story_id \
             AND b.audience = k.audience WHERE k.tag_key >= $2 AND k.tag_key < $3 AND",
            "GROUP BY t.name, t.kind ORDER BY COUNT(DISTINCT t.story_id) DESC, t.name LIMIT $4",
        ))
        .bind(viewer.code())
        .bind(key)
        .bind(format!("{key}\u{10ffff}"))
        .bind(limit)
        .fetch_all(&self.read)
        .await?)
    }

    /// The tags that most stories since a time have.
    pub async fn common_tags(&self, since: i64, viewer: Viewer, limit: u32) -> Result<Vec<String>> {
        Ok(sqlx::query_scalar(query(
            "SELECT t.name FROM story_tags t JOIN briefs b ON b.story_id = t.story_id AND b.audience = t.audience \
             JOIN stories s ON s.id = b.story_id WHERE s.merged_into IS NULL AND b.ranked_at >= $2 AND",
            "GROUP BY t.name ORDER BY COUNT(*) DESC, SUM(b.outlets) DESC, t.name LIMIT $3",
        ))
        .bind(viewer.code())
        .bind(since)
        .bind(limit)
        .fetch_all(&self.read)
        .await?)
    }

    /// What a user follows, by name, with how many stories there are of each.
    pub async fn followed_tags(&self, user: UserId, viewer: Viewer) -> Result<Vec<TagCount>> {
        let rows: Vec<(String, String, i64, String)> = sqlx::query_as(
            "SELECT name, tag_key, followed_at, kind FROM followed_tags WHERE user_id = $1 ORDER BY tag_key LIMIT $2",
        )
        .bind(user.as_i64())
        .bind(MAX_FOLLOWED)
        .fetch_all(&self.read)
        .await?;
        let mut followed = Vec::with_capacity(rows.len());
        for (name, key, at, kind) in rows {
            let (stories, newest) = self.tag_count(&key, viewer).await?;
            followed.push(TagCount { name, key, kind, stories, newest, followed_at: Some(at) });
        }
        Ok(followed)
    }

    /// The keys that a user follows.
    pub async fn followed_keys(&self, user: UserId) -> Result<BTreeSet<String>> {
        let keys: Vec<String> = sqlx::query_scalar(
            "SELECT tag_key FROM followed_tags WHERE user_id = $1 ORDER BY tag_key LIMIT $2",
        )
        .bind(user.as_i64())
        .bind(MAX_FOLLOWED)
        .fetch_all(&self.read)
        .await?;
        Ok(keys.into_iter().collect())
    }

    /// The names of a story's tags that a user follows, under any spelling.
    pub async fn followed_of_story(
        &self,
        user: UserId,
        story: StoryId,
        audience: i64,
    ) -> Result<Vec<String>> {
        Ok(sqlx::query_scalar(
            "SELECT t.name FROM story_tags t WHERE t.story_id = $2 AND t.audience = $3 AND EXISTS (SELECT 1 \
             FROM story_tag_keys k JOIN followed_tags f ON f.tag_key = k.tag_key WHERE f.user_id = $1 \
             AND k.story_id = t.story_id AND k.audience = t.audience AND k.place = t.place) ORDER BY t.place",
        )
        .bind(user.as_i64())
        .bind(story.as_i64())
        .bind(audience)
        .fetch_all(&self.read)
        .await?)
    }
}

/// Each once, the most used first; the alphabet decides between equals.
fn most_used(words: Vec<String>) -> Vec<String> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for word in words {
        *counts.entry(word).or_default() += 1;
    }
    let mut ranked: Vec<(String, usize)> = counts.into_iter().collect();
    ranked.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    ranked.into_iter().map(|(word, _)| word).collect()
}

impl Tx {
    /// Stores a story's tags for an audience in place of those before; its brief must be there.
    pub async fn save_story_tags(
        &mut self,
        story: StoryId,
        audience: i64,
        tags: &[NewStoryTag<'_>],
    ) -> Result<()> {
        sqlx::query("DELETE FROM story_tags WHERE story_id = $1 AND audience = $2")
            .bind(story.as_i64())
            .bind(audience)
            .execute(self.conn())
            .await?;
        for (place, tag) in (0_i64..).zip(tags) {
            sqlx::query(
                "INSERT INTO story_tags (story_id, audience, place, name, kind, lang, forms, texts, of_texts) \
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
            )
            .bind(story.as_i64())
            .bind(audience)
            .bind(place)
            .bind(tag.name)
            .bind(tag.kind)
            .bind(columns::lang(tag.lang))
            .bind(columns::json(tag.forms)?)
            .bind(i64::from(tag.texts))
            .bind(i64::from(tag.of))
            .execute(self.conn())
            .await?;
            for key in tag.keys {
                sqlx::query(
                    "INSERT INTO story_tag_keys (tag_key, story_id, audience, place) VALUES ($1, $2, $3, $4)",
                )
                .bind(key)
                .bind(story.as_i64())
                .bind(audience)
                .bind(place)
                .execute(self.conn())
                .await?;
            }
        }
        Ok(())
    }

    /// Follows a tag. False where the user follows as many as one may.
    pub async fn follow_tag(&mut self, user: UserId, key: &str, name: &str, now: i64) -> Result<bool> {
        let others: i64 =
            sqlx::query_scalar("SELECT COUNT(*) FROM followed_tags WHERE user_id = $1 AND tag_key <> $2")
                .bind(user.as_i64())
                .bind(key)
                .fetch_one(self.conn())
                .await?;
        if others >= i64::from(MAX_FOLLOWED) {
            return Ok(false);
        }
        sqlx::query(
            "INSERT INTO followed_tags (user_id, tag_key, name, followed_at) VALUES ($1, $2, $3, $4) \
             ON CONFLICT (user_id, tag_key) DO NOTHING",
        )
        .bind(user.as_i64())
        .bind(key)
        .bind(name)
        .bind(now)
        .execute(self.conn())
        .await?;
        Ok(true)
    }

    /// Says what a followed tag is to its reader: "topic", "person" or "place".
    pub async fn set_followed_kind(&mut self, user: UserId, key: &str, kind: &str) -> Result<()> {
        sqlx::query("UPDATE followed_tags SET kind = $3 WHERE user_id = $1 AND tag_key = $2")
            .bind(user.as_i64())
            .bind(key)
            .bind(kind)
            .execute(self.conn())
            .await?;
        Ok(())
    }

    /// Follows it no more.
    pub async fn unfollow_tag(&mut self, user: UserId, key: &str) -> Result<()> {
        sqlx::query("DELETE FROM followed_tags WHERE user_id = $1 AND tag_key = $2")
            .bind(user.as_i64())
            .bind(key)
            .execute(self.conn())
            .await?;
        Ok(())
    }
}
