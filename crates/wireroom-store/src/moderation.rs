//! The editors' part of comments: what waits or was reported, what was decided and why, and the house's setting for the
//! first comments of a new account. Every decision keeps its reason. It refuses to decide who is an editor: the caller
//! has looked. An editor sees comments on private feeds only as their subscriber.

use crate::comments::{Comment, comment, query};
use crate::{Result, Store, Tx, Viewer};
use wireroom_model::{CommentId, UserId};

/// The setting: `on` where the first comments of a new account wait for an editor.
pub(crate) const FIRST_WAIT: &str = "comments.first_wait";
/// Comments in the queue at once; more come up as these are settled.
pub const MAX_QUEUE: u32 = 100;

/// What an editor decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    Hidden,
    Stands,
}

impl Verdict {
    /// The store's word.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Hidden => "hidden",
            Self::Stands => "stands",
        }
    }

    /// Reads [`Verdict::as_str`] back.
    pub fn parse(word: &str) -> Option<Self> {
        [Self::Hidden, Self::Stands].into_iter().find(|one| one.as_str() == word)
    }
}

/// A report that no editor has looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    pub by: String,
    pub reason: String,
    pub at: i64,
}

/// A decision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ruling {
    pub comment: CommentId,
    /// The editor's name; none where the account is gone.
    pub by: Option<String>,
    pub verdict: Verdict,
    pub reason: String,
    pub at: i64,
}

type RulingRow = (i64, Option<String>, String, String, i64);

fn rulings(rows: Vec<RulingRow>) -> Vec<Ruling> {
    let one = |(comment, by, verdict, reason, at): RulingRow| {
        let (comment, verdict) = (CommentId::try_from(comment).ok()?, Verdict::parse(&verdict)?);
        Some(Ruling { comment, by, verdict, reason, at })
    };
    rows.into_iter().filter_map(one).collect()
}

impl Store {
    /// What waits for an editor, the oldest first: first comments of new accounts, and what was reported.
    pub async fn comment_queue(&self, viewer: Viewer) -> Result<Vec<Comment>> {
        let rows = sqlx::query(query(
            "AND (c.state = 'waiting' OR (c.open_reports > 0 AND c.state = 'shown')) ORDER BY c.id LIMIT $2",
        ))
        .bind(viewer.code())
        .bind(MAX_QUEUE)
        .fetch_all(&self.read)
        .await?;
        rows.iter().map(comment).collect()
    }

    /// The open reports of a comment, the oldest first.
    pub async fn comment_reports(&self, id: CommentId) -> Result<Vec<Report>> {
        let rows: Vec<(String, String, i64)> = sqlx::query_as(
            "SELECT u.name, p.reason, p.at FROM comment_reports p JOIN users u ON u.id = p.user_id \
             WHERE p.comment_id = $1 AND p.settled_at IS NULL ORDER BY p.at, u.id LIMIT $2",
        )
        .bind(id.as_i64())
        .bind(MAX_QUEUE)
        .fetch_all(&self.read)
        .await?;
        Ok(rows.into_iter().map(|(by, reason, at)| Report { by, reason, at }).collect())
    }

    /// What was decided of one comment, the latest first.
    pub async fn rulings_on(&self, id: CommentId) -> Result<Vec<Ruling>> {
        let rows: Vec<RulingRow> = sqlx::query_as(
            "SELECT v.comment_id, u.name, v.verdict, v.reason, v.at FROM comment_verdicts v \
             LEFT JOIN users u ON u.id = v.by_id WHERE v.comment_id = $1 ORDER BY v.id DESC LIMIT $2",
        )
        .bind(id.as_i64())
        .bind(MAX_QUEUE)
        .fetch_all(&self.read)
        .await?;
        Ok(rulings(rows))
    }

    /// What was decided lately, the latest first.
    pub async fn latest_rulings(&self, limit: u32) -> Result<Vec<Ruling>> {
        let rows: Vec<RulingRow> = sqlx::query_as(
            "SELECT v.comment_id, u.name, v.verdict, v.reason, v.at FROM comment_verdicts v \
             LEFT JOIN users u ON u.id = v.by_id ORDER BY v.id DESC LIMIT $1",
        )
        .bind(limit)
        .fetch_all(&self.read)
        .await?;
        Ok(rulings(rows))
    }

    /// True where the first comments of a new account wait for an editor.
    pub async fn first_comments_wait(&self) -> Result<bool> {
        Ok(self.setting(FIRST_WAIT).await?.as_deref() == Some("on"))
    }
}

impl Tx {
    /// Lets the first comments of a new account wait for an editor, or no more. What waits already goes on waiting.
    pub async fn let_first_comments_wait(&mut self, on: bool) -> Result<()> {
        self.set_setting(FIRST_WAIT, if on { "on" } else { "off" }).await
    }

    /// Hides a comment or lets it stand, with the reason; its reports are settled. False where there is nothing to
    /// decide: its author deleted it.
    pub async fn rule_comment(
        &mut self,
        id: CommentId,
        by: UserId,
        verdict: Verdict,
        reason: &str,
        now: i64,
    ) -> Result<bool> {
        let state = match verdict {
            Verdict::Hidden => "hidden",
            Verdict::Stands => "shown",
        };
        let ruled = sqlx::query("UPDATE comments SET state = $2 WHERE id = $1 AND state <> 'deleted'")
            .bind(id.as_i64())
            .bind(state)
            .execute(self.conn())
            .await?;
        if ruled.rows_affected() == 0 {
            return Ok(false);
        }
        let number = self.next("comment_verdicts").await?;
        sqlx::query(
            "INSERT INTO comment_verdicts (id, comment_id, by_id, verdict, reason, at) VALUES ($1, $2, $3, $4, $5, $6)",
        )
        .bind(number)
        .bind(id.as_i64())
        .bind(by.as_i64())
        .bind(verdict.as_str())
        .bind(reason)
        .bind(now)
        .execute(self.conn())
        .await?;
        self.settle_reports(id, now).await?;
        Ok(true)
    }

    pub(crate) async fn settle_reports(&mut self, id: CommentId, now: i64) -> Result<()> {
        sqlx::query(
            "UPDATE comment_reports SET settled_at = $2 WHERE comment_id = $1 AND settled_at IS NULL",
        )
        .bind(id.as_i64())
        .bind(now)
        .execute(self.conn())
        .await?;
        Ok(())
    }
}
