//! A writer's answers, what of them may be shown, what was refused and why, and what a day has cost. An answer as it came
//! is for the check alone; pages read what passed it. Whether a text may be sent at all is asked here too.
//! Start at [`Store::writing`] and [`Tx::save_writing`].

use crate::briefs::StoryCard;
use crate::columns::Reader;
use crate::{Result, Store, Tx, Viewer};
use std::collections::BTreeSet;
use wireroom_model::{ArticleId, FeedId, StoryId, UserId};

/// Feeds whose texts may be sent: as their owner chose, else where nothing about them is private. Joined as `f`.
const MAY_BE_SENT: &str = "COALESCE(f.to_writer, NOT f.is_private AND NOT EXISTS \
     (SELECT 1 FROM feed_access k WHERE k.feed_id = f.id))";

/// What may be shown in place of a brief's lead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Writing {
    /// The brief room's parts.
    pub parts: String,
    pub model: String,
}

/// A stored brief as the writer's job needs it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BriefToWrite {
    pub audience: i64,
    pub hash: String,
    pub json: String,
    pub written_at: i64,
}

/// A writing to be stored.
#[derive(Debug, Clone)]
pub struct NewWriting<'a> {
    pub story: StoryId,
    pub audience: i64,
    /// The brief that it stands for.
    pub brief_hash: &'a str,
    pub question: &'a str,
    /// The check's version.
    pub checked_by: u32,
    /// `None` where no sentence passed.
    pub parts: Option<&'a str>,
}

/// A sentence that was refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewRefusal {
    pub said: String,
    /// The source's words in its place, where there are some.
    pub twin: Option<String>,
    /// Each fault's name and its words.
    pub faults: Vec<(&'static str, String)>,
}

/// The same as the audit shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    pub id: i64,
    pub story: Option<StoryId>,
    /// The story's present headline.
    pub title: Option<String>,
    pub model: String,
    pub said: String,
    pub twin: Option<String>,
    pub faults: Vec<String>,
    pub refused_at: i64,
}

/// What one day has cost.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Spent {
    pub requests: u64,
    /// Characters of answers.
    pub characters: u64,
    /// Requests that brought no answer.
    pub failures: u64,
}

impl Store {
    /// What a machine wrote of a card's brief, as it stands now.
    pub async fn writing(&self, card: &StoryCard) -> Result<Option<Writing>> {
        let row: Option<(Option<String>, String)> = sqlx::query_as(
            "SELECT w.parts, a.model FROM writings w JOIN writer_answers a ON a.question = w.question \
             JOIN briefs b ON b.story_id = w.story_id AND b.audience = w.audience AND b.hash = w.brief_hash \
             WHERE w.story_id = $1 AND w.audience = $2",
        )
        .bind(card.id.as_i64())
        .bind(card.audience)
        .fetch_optional(&self.read)
        .await?;
        Ok(row.and_then(|(parts, model)| Some(Writing { parts: parts?, model })))
    }

    /// The briefs of a story, for every audience.
    pub async fn briefs_to_write(&self, story: StoryId) -> Result<Vec<BriefToWrite>> {
        let rows: Vec<(i64, String, String, i64)> = sqlx::query_as(
            "SELECT audience, hash, json, written_at FROM briefs WHERE story_id = $1 ORDER BY audience",
        )
        .bind(story.as_i64())
        .fetch_all(&self.read)
        .await?;
        let brief = |(audience, hash, json, written_at)| BriefToWrite { audience, hash, json, written_at };
        Ok(rows.into_iter().map(brief).collect())
    }

    /// True where this brief was asked about with this question, and checked by these rules.
    pub async fn is_written(&self, new: &NewWriting<'_>) -> Result<bool> {
        let found: Option<i64> = sqlx::query_scalar(
            "SELECT story_id FROM writings WHERE story_id = $1 AND audience = $2 AND brief_hash = $3 \
             AND question = $4 AND checked_by = $5",
        )
        .bind(new.story.as_i64())
        .bind(new.audience)
        .bind(new.brief_hash)
        .bind(new.question)
        .bind(new.checked_by)
        .fetch_optional(&self.read)
        .await?;
        Ok(found.is_some())
    }

    /// The answer to a question, as it came.
    pub async fn writer_answer(&self, question: &str) -> Result<Option<String>> {
        Ok(sqlx::query_scalar("SELECT answer FROM writer_answers WHERE question = $1")
            .bind(question)
            .fetch_optional(&self.read)
            .await?)
    }

    /// Those of some articles whose texts no writer may have: a feed that brought it is private or asks with a secret,
    /// and its owner did not allow it; or nobody is left who could.
    pub async fn closed_to_writer(&self, articles: &BTreeSet<ArticleId>) -> Result<BTreeSet<ArticleId>> {
        let sql = format!(
            "SELECT a.id FROM articles a WHERE a.id = $1 AND (EXISTS (SELECT 1 FROM article_feeds x \
             JOIN feeds f ON f.id = x.feed_id WHERE x.article_id = a.id AND NOT {MAY_BE_SENT}) \
             OR (a.is_private AND NOT EXISTS (SELECT 1 FROM article_feeds x JOIN feeds f ON f.id = x.feed_id \
             WHERE x.article_id = a.id)))"
        );
        let mut closed = BTreeSet::new();
        for article in articles {
            // The parts are literals of this file.
            let found: Option<i64> = sqlx::query_scalar(sqlx::AssertSqlSafe(sql.clone()))
                .bind(article.as_i64())
                .fetch_optional(&self.read)
                .await?;
            closed.extend(found.map(|_| *article));
        }
        Ok(closed)
    }

    /// Whether a feed's texts may be sent, all things considered.
    pub async fn may_be_sent(&self, feed: FeedId) -> Result<bool> {
        // The parts are literals of this file.
        let sql = sqlx::AssertSqlSafe(format!("SELECT {MAY_BE_SENT} FROM feeds f WHERE f.id = $1"));
        let may: Option<bool> =
            sqlx::query_scalar(sql).bind(feed.as_i64()).fetch_optional(&self.read).await?;
        Ok(may.unwrap_or(false))
    }

    /// Whose private feed it is; `None` where it is public or nobody's.
    pub async fn owner_of_private(&self, feed: FeedId) -> Result<Option<UserId>> {
        let owner: Option<Option<i64>> =
            sqlx::query_scalar("SELECT owner_id FROM feeds WHERE id = $1 AND is_private")
                .bind(feed.as_i64())
                .fetch_optional(&self.read)
                .await?;
        Ok(owner.flatten().and_then(|id| UserId::try_from(id).ok()))
    }

    /// What a day has cost.
    pub async fn writer_spent(&self, day: i64) -> Result<Spent> {
        let row: Option<(i64, i64, i64)> =
            sqlx::query_as("SELECT requests, characters, failures FROM writer_days WHERE day = $1")
                .bind(day)
                .fetch_optional(&self.read)
                .await?;
        Ok(row.map_or_else(Spent::default, |(requests, characters, failures)| Spent {
            requests: requests.unsigned_abs(),
            characters: characters.unsigned_abs(),
            failures: failures.unsigned_abs(),
        }))
    }

    /// Refused sentences that the viewer may see, the newest first, before a number.
    pub async fn refusals(&self, viewer: Viewer, before: Option<i64>, limit: u32) -> Result<Vec<Refusal>> {
        let rows = sqlx::query(
            "SELECT r.id, r.story_id, b.title, a.model, r.said, r.twin, r.refused_at FROM refusals r \
             JOIN writer_answers a ON a.question = r.question \
             LEFT JOIN briefs b ON b.story_id = r.story_id AND b.audience = r.audience \
             WHERE r.id < $2 AND (r.audience = 0 OR $1 = -1 OR EXISTS (SELECT 1 FROM subscriptions s \
             WHERE s.user_id = $1 AND s.feed_id = r.audience)) ORDER BY r.id DESC LIMIT $3",
        )
        .bind(viewer.code())
        .bind(before.unwrap_or(i64::MAX))
        .bind(limit)
        .fetch_all(&self.read)
        .await?;
        let mut refusals = Vec::with_capacity(rows.len());
        for row in &rows {
            let read = Reader::new(row, "refusals", "id")?;
            let faults =
                sqlx::query_scalar("SELECT words FROM refusal_faults WHERE refusal_id = $1 ORDER BY place")
                    .bind(read.number)
                    .fetch_all(&self.read)
                    .await?;
            refusals.push(Refusal {
                id: read.number,
                story: read.maybe_id("story_id")?,
                title: read.get("title")?,
                model: read.get("model")?,
                said: read.get("said")?,
                twin: read.get("twin")?,
                faults,
                refused_at: read.get("refused_at")?,
            });
        }
        Ok(refusals)
    }

    /// How often each fault was found, the most frequent first, and how many sentences were refused.
    pub async fn refusal_counts(&self) -> Result<(u64, Vec<(String, u64)>)> {
        let all: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM refusals").fetch_one(&self.read).await?;
        let rows: Vec<(String, i64)> = sqlx::query_as(
            "SELECT kind, COUNT(DISTINCT refusal_id) AS times FROM refusal_faults GROUP BY kind \
             ORDER BY times DESC, kind",
        )
        .fetch_all(&self.read)
        .await?;
        let counts = rows.into_iter().map(|(kind, times)| (kind, times.unsigned_abs())).collect();
        Ok((all.unsigned_abs(), counts))
    }
}

impl Tx {
    /// Takes one request of a day's budget. False where it has none left, or no room for an answer.
    pub async fn spend_request(&mut self, day: i64, requests: u64, characters: u64) -> Result<bool> {
        let fit = |number: u64| i64::try_from(number).unwrap_or(i64::MAX);
        sqlx::query(
            "INSERT INTO writer_days (day, requests, characters, failures) VALUES ($1, 0, 0, 0) \
             ON CONFLICT (day) DO NOTHING",
        )
        .bind(day)
        .execute(self.conn())
        .await?;
        let taken = sqlx::query(
            "UPDATE writer_days SET requests = requests + 1 WHERE day = $1 AND requests < $2 AND characters < $3",
        )
        .bind(day)
        .bind(fit(requests))
        .bind(fit(characters))
        .execute(self.conn())
        .await?;
        Ok(taken.rows_affected() > 0)
    }

    /// Notes what a request brought: characters, or nothing.
    pub async fn spend_answer(&mut self, day: i64, characters: u64, failed: bool) -> Result<()> {
        sqlx::query(
            "UPDATE writer_days SET characters = characters + $2, failures = failures + $3 WHERE day = $1",
        )
        .bind(day)
        .bind(i64::try_from(characters).unwrap_or(i64::MAX))
        .bind(i64::from(failed))
        .execute(self.conn())
        .await?;
        Ok(())
    }

    /// Keeps an answer with the articles whose words its question held. False, and nothing is kept, where one of them
    /// is here no more: then the transaction is to be dropped.
    pub async fn save_writer_answer(
        &mut self,
        question: &str,
        model: &str,
        answer: &str,
        sources: &BTreeSet<ArticleId>,
        now: i64,
    ) -> Result<bool> {
        sqlx::query(
            "INSERT INTO writer_answers (question, model, answer, asked_at) VALUES ($1, $2, $3, $4) \
             ON CONFLICT (question) DO NOTHING",
        )
        .bind(question)
        .bind(model)
        .bind(answer)
        .bind(now)
        .execute(self.conn())
        .await?;
        for source in sources {
            let here = sqlx::query(
                "INSERT INTO writer_sources (question, article_id) SELECT $1, id FROM articles WHERE id = $2 \
                 ON CONFLICT (question, article_id) DO UPDATE SET article_id = excluded.article_id",
            )
            .bind(question)
            .bind(source.as_i64())
            .execute(self.conn())
            .await?;
            if here.rows_affected() == 0 {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Stores what may be shown in place of a brief's lead. A brief that changed meanwhile takes nothing.
    pub async fn save_writing(&mut self, new: &NewWriting<'_>) -> Result<()> {
        sqlx::query(
            "INSERT INTO writings (story_id, audience, brief_hash, question, checked_by, parts) \
             SELECT story_id, audience, hash, $4, $5, $6 FROM briefs WHERE story_id = $1 AND audience = $2 \
             AND hash = $3 ON CONFLICT (story_id, audience) DO UPDATE SET brief_hash = excluded.brief_hash, \
             question = excluded.question, checked_by = excluded.checked_by, parts = excluded.parts",
        )
        .bind(new.story.as_i64())
        .bind(new.audience)
        .bind(new.brief_hash)
        .bind(new.question)
        .bind(new.checked_by)
        .bind(new.parts)
        .execute(self.conn())
        .await?;
        Ok(())
    }

    /// Notes what was refused of an answer, in place of what was noted of it for the same story before.
    pub async fn save_refusals(
        &mut self,
        question: &str,
        of: Option<(StoryId, i64)>,
        refusals: &[NewRefusal],
        now: i64,
    ) -> Result<()> {
        let (story, audience) = (of.map(|(story, _)| story.as_i64()), of.map_or(0, |(_, audience)| audience));
        sqlx::query(
            "DELETE FROM refusals WHERE question = $1 AND COALESCE(story_id, 0) = COALESCE($2, 0) AND audience = $3",
        )
        .bind(question)
        .bind(story)
        .bind(audience)
        .execute(self.conn())
        .await?;
        for refusal in refusals {
            let id = self.next("refusals").await?;
            sqlx::query(
                "INSERT INTO refusals (id, question, story_id, audience, said, twin, refused_at) \
                 VALUES ($1, $2, $3, $4, $5, $6, $7)",
            )
            .bind(id)
            .bind(question)
            .bind(story)
            .bind(audience)
            .bind(&refusal.said)
            .bind(refusal.twin.as_deref())
            .bind(now)
            .execute(self.conn())
            .await?;
            for (place, (kind, words)) in (0_i64..).zip(&refusal.faults) {
                sqlx::query(
                    "INSERT INTO refusal_faults (refusal_id, place, kind, words) VALUES ($1, $2, $3, $4)",
                )
                .bind(id)
                .bind(place)
                .bind(*kind)
                .bind(words)
                .execute(self.conn())
                .await?;
            }
        }
        Ok(())
    }

    /// Takes everything away that a machine wrote and pages show; answers and refusals stay until their age.
    pub async fn drop_writings(&mut self) -> Result<u64> {
        let gone = sqlx::query("DELETE FROM writings").execute(self.conn()).await?;
        sqlx::query("DELETE FROM jobs WHERE kind = 'write'").execute(self.conn()).await?;
        Ok(gone.rows_affected())
    }

    /// Takes away what was made of a feed's texts, answers and all.
    pub async fn drop_writings_of(&mut self, feed: FeedId) -> Result<()> {
        sqlx::query(
            "DELETE FROM writer_answers WHERE question IN (SELECT s.question FROM writer_sources s \
             JOIN article_feeds x ON x.article_id = s.article_id WHERE x.feed_id = $1)",
        )
        .bind(feed.as_i64())
        .execute(self.conn())
        .await?;
        Ok(())
    }

    /// Lets go of answers from before `oldest` that no brief shows, with what was refused of them, of refusals beyond
    /// the newest `most`, and of days from before `first_day`.
    pub async fn prune_writer(&mut self, oldest: i64, most: u32, first_day: i64) -> Result<u64> {
        let answers = sqlx::query(
            "DELETE FROM writer_answers WHERE asked_at < $1 AND NOT EXISTS (SELECT 1 FROM writings w \
             JOIN briefs b ON b.story_id = w.story_id AND b.audience = w.audience AND b.hash = w.brief_hash \
             WHERE w.question = writer_answers.question)",
        )
        .bind(oldest)
        .execute(self.conn())
        .await?;
        let refusals = sqlx::query(
            "DELETE FROM refusals WHERE refused_at < $1 OR id <= COALESCE((SELECT id FROM refusals ORDER BY id DESC \
             LIMIT 1 OFFSET $2), 0)",
        )
        .bind(oldest)
        .bind(most)
        .execute(self.conn())
        .await?;
        sqlx::query("DELETE FROM writer_days WHERE day < $1").bind(first_day).execute(self.conn()).await?;
        Ok(answers.rows_affected() + refusals.rows_affected())
    }
}
