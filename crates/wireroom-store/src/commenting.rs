//! Writing comments: saying, editing, deleting, reporting, muting, each within named limits. What was said before an edit
//! or a deletion stays in the history, for the author and for editors. It refuses to touch another reader's comment; an
//! account that goes takes its words along ([`Tx::forget_comments_of`]). Start at [`Tx::say`].

use crate::comments::{Aim, CommentState};
use crate::moderation::FIRST_WAIT;
use crate::users::Role;
use crate::{Result, StoreError, Tx};
use wireroom_model::{CommentId, StoryId, UserId};

/// How deep answers are set in; an answer to one of the deepest stands beside it.
pub const MAX_DEPTH: u64 = 6;
/// Comments of one thread, with the one that opened it.
pub const MAX_THREAD: i64 = 300;
/// Comments of an account that wait for an editor, where the house says that first ones do.
pub const FIRST_COMMENTS: i64 = 3;
/// Earlier texts that are kept of one comment; of a comment edited more often the oldest go.
const MAX_HISTORY: i64 = 50;

/// So many in so many seconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pace {
    pub most: u32,
    pub seconds: i64,
}

/// New comments of one account in a minute: a lively exchange has fewer, a script has more.
pub const COMMENTS_A_MINUTE: Pace = Pace { most: 4, seconds: 60 };
/// New comments of one account in an hour.
pub const COMMENTS_AN_HOUR: Pace = Pace { most: 40, seconds: 3_600 };
/// Edits and deletions of one account in an hour.
pub const EDITS_AN_HOUR: Pace = Pace { most: 40, seconds: 3_600 };
/// Reports of one account in a day.
pub const REPORTS_A_DAY: Pace = Pace { most: 20, seconds: 86_400 };

/// What is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Act {
    Say,
    Edit,
    Report,
}

impl Act {
    const fn paces(self) -> &'static [Pace] {
        match self {
            Self::Say => &[COMMENTS_A_MINUTE, COMMENTS_AN_HOUR],
            Self::Edit => &[EDITS_AN_HOUR],
            Self::Report => &[REPORTS_A_DAY],
        }
    }

    /// The time of the `$2`th act before the next, where there were so many since `$3`.
    const fn sql(self) -> &'static str {
        match self {
            Self::Say => {
                "SELECT said_at FROM comments WHERE user_id = $1 AND said_at > $3 ORDER BY said_at DESC LIMIT 1 OFFSET $2 - 1"
            }
            Self::Edit => {
                "SELECT h.at FROM comment_history h JOIN comments c ON c.id = h.comment_id \
                 WHERE c.user_id = $1 AND h.at > $3 ORDER BY h.at DESC LIMIT 1 OFFSET $2 - 1"
            }
            Self::Report => {
                "SELECT at FROM comment_reports WHERE user_id = $1 AND at > $3 ORDER BY at DESC LIMIT 1 OFFSET $2 - 1"
            }
        }
    }
}

/// A comment to be said.
#[derive(Debug, Clone)]
pub struct NewComment<'a> {
    pub by: UserId,
    pub role: Role,
    /// The story it stands in; of an answer, that of its thread.
    pub story: StoryId,
    pub answers: Option<CommentId>,
    /// Of an answer, [`Aim::Story`].
    pub aim: &'a Aim,
    pub body: &'a str,
}

/// What became of something that a reader wanted to say, or to do to a comment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spoken {
    Done(CommentId),
    /// It is there and waits for an editor.
    Waits(CommentId),
    /// Too many in too short a time; when the next one is taken.
    TooSoon {
        again_at: i64,
    },
    /// Its thread takes no more.
    Full,
    /// There is no such comment that this reader may do it to.
    Nothing,
}

impl Tx {
    /// When the reader may do it again, where that is not now.
    async fn too_soon(&mut self, by: UserId, act: Act, now: i64) -> Result<Option<i64>> {
        let mut again = None;
        for pace in act.paces() {
            let first: Option<i64> = sqlx::query_scalar(act.sql())
                .bind(by.as_i64())
                .bind(pace.most)
                .bind(now - pace.seconds)
                .fetch_optional(self.conn())
                .await?;
            again = again.max(first.map(|first| first + pace.seconds));
        }
        Ok(again)
    }

    /// Whether what this reader says waits for an editor.
    async fn waits(&mut self, by: UserId, role: Role) -> Result<bool> {
        if role >= Role::Editor {
            return Ok(false);
        }
        let setting: Option<String> = sqlx::query_scalar("SELECT value FROM settings WHERE name = $1")
            .bind(FIRST_WAIT)
            .fetch_optional(self.conn())
            .await?;
        if setting.as_deref() != Some("on") {
            return Ok(false);
        }
        let shown: i64 =
            sqlx::query_scalar("SELECT COUNT(*) FROM comments WHERE user_id = $1 AND state = 'shown'")
                .bind(by.as_i64())
                .fetch_one(self.conn())
                .await?;
        Ok(shown < FIRST_COMMENTS)
    }

    /// Says something under a story or in answer to a comment.
    pub async fn say(&mut self, new: &NewComment<'_>, now: i64) -> Result<Spoken> {
        if let Some(again_at) = self.too_soon(new.by, Act::Say, now).await? {
            return Ok(Spoken::TooSoon { again_at });
        }
        let mut depth = 0;
        let mut thread = None;
        if let Some(parent) = new.answers {
            let row: Option<(i64, i64)> =
                sqlx::query_as("SELECT root_id, depth FROM comments WHERE id = $1 AND state = 'shown'")
                    .bind(parent.as_i64())
                    .fetch_optional(self.conn())
                    .await?;
            let Some((root, above)) = row else { return Ok(Spoken::Nothing) };
            let size: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM comments WHERE root_id = $1")
                .bind(root)
                .fetch_one(self.conn())
                .await?;
            if size >= MAX_THREAD {
                return Ok(Spoken::Full);
            }
            depth = (above + 1).min(MAX_DEPTH.cast_signed());
            thread = Some(root);
        }
        let waits = self.waits(new.by, new.role).await?;
        let id = self.next("comments").await?;
        let place = new.aim.place();
        let figure = if let Aim::Figure(_, figure) = new.aim { Some(figure.as_str()) } else { None };
        let edge = |edge: usize| i64::try_from(edge).unwrap_or(i64::MAX);
        sqlx::query(
            "INSERT INTO comments (id, root_id, parent_id, depth, story_id, user_id, aim, article_id, version_id, \
             text_hash, start_char, end_char, figure, body, state, said_at, changed_at) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $16)",
        )
        .bind(id)
        .bind(thread.unwrap_or(id))
        .bind(new.answers.map(CommentId::as_i64))
        .bind(depth)
        .bind(new.story.as_i64())
        .bind(new.by.as_i64())
        .bind(new.aim.word())
        .bind(place.map(|place| place.article.as_i64()))
        .bind(place.map(|place| place.version.as_i64()))
        .bind(place.map(|place| place.text_hash.as_str()))
        .bind(place.map(|place| edge(place.chars.start)))
        .bind(place.map(|place| edge(place.chars.end)))
        .bind(figure)
        .bind(new.body)
        .bind(if waits { CommentState::Waiting } else { CommentState::Shown }.as_str())
        .bind(now)
        .execute(self.conn())
        .await?;
        let id = CommentId::try_from(id).map_err(|_| StoreError::SequenceSpent("comments"))?;
        Ok(if waits { Spoken::Waits(id) } else { Spoken::Done(id) })
    }

    /// Says it otherwise; what was said before stays in the history. A hidden comment is left as it is. Of an account
    /// whose comments wait, the edited one waits again.
    pub async fn edit_comment(
        &mut self,
        id: CommentId,
        by: UserId,
        role: Role,
        body: &str,
        now: i64,
    ) -> Result<Spoken> {
        if let Some(again_at) = self.too_soon(by, Act::Edit, now).await? {
            return Ok(Spoken::TooSoon { again_at });
        }
        let before: Option<String> = sqlx::query_scalar(
            "SELECT body FROM comments WHERE id = $1 AND user_id = $2 AND state IN ('shown', 'waiting')",
        )
        .bind(id.as_i64())
        .bind(by.as_i64())
        .fetch_optional(self.conn())
        .await?;
        let Some(before) = before else { return Ok(Spoken::Nothing) };
        if before == body {
            return Ok(Spoken::Done(id));
        }
        let waits = self.waits(by, role).await?;
        self.keep_earlier(id, "edited", &before, now).await?;
        sqlx::query(
            "UPDATE comments SET body = $2, state = $3, edits = edits + 1, changed_at = $4 WHERE id = $1",
        )
        .bind(id.as_i64())
        .bind(body)
        .bind(if waits { CommentState::Waiting } else { CommentState::Shown }.as_str())
        .bind(now)
        .execute(self.conn())
        .await?;
        Ok(if waits { Spoken::Waits(id) } else { Spoken::Done(id) })
    }

    /// Takes one's own comment away. Its answers stay.
    pub async fn delete_comment(&mut self, id: CommentId, by: UserId, now: i64) -> Result<Spoken> {
        if let Some(again_at) = self.too_soon(by, Act::Edit, now).await? {
            return Ok(Spoken::TooSoon { again_at });
        }
        let before: Option<String> = sqlx::query_scalar(
            "SELECT body FROM comments WHERE id = $1 AND user_id = $2 AND state <> 'deleted'",
        )
        .bind(id.as_i64())
        .bind(by.as_i64())
        .fetch_optional(self.conn())
        .await?;
        let Some(before) = before else { return Ok(Spoken::Nothing) };
        self.keep_earlier(id, "deleted", &before, now).await?;
        sqlx::query("UPDATE comments SET body = '', state = 'deleted', changed_at = $2 WHERE id = $1")
            .bind(id.as_i64())
            .bind(now)
            .execute(self.conn())
            .await?;
        self.settle_reports(id, now).await?;
        Ok(Spoken::Done(id))
    }

    async fn keep_earlier(&mut self, id: CommentId, act: &str, body: &str, now: i64) -> Result<()> {
        sqlx::query(
            "INSERT INTO comment_history (comment_id, number, act, body, at) VALUES ($1, \
             (SELECT COALESCE(MAX(number), 0) + 1 FROM comment_history WHERE comment_id = $1), $2, $3, $4)",
        )
        .bind(id.as_i64())
        .bind(act)
        .bind(body)
        .bind(now)
        .execute(self.conn())
        .await?;
        sqlx::query(
            "DELETE FROM comment_history WHERE comment_id = $1 AND number <= \
             (SELECT MAX(number) FROM comment_history WHERE comment_id = $1) - $2",
        )
        .bind(id.as_i64())
        .bind(MAX_HISTORY)
        .execute(self.conn())
        .await?;
        Ok(())
    }

    /// Tells the editors of a comment that is shown. Saying it again replaces the reason.
    pub async fn report_comment(
        &mut self,
        id: CommentId,
        by: UserId,
        reason: &str,
        now: i64,
    ) -> Result<Spoken> {
        if let Some(again_at) = self.too_soon(by, Act::Report, now).await? {
            return Ok(Spoken::TooSoon { again_at });
        }
        let told = sqlx::query(
            "INSERT INTO comment_reports (comment_id, user_id, reason, at) \
             SELECT id, $2, $3, $4 FROM comments WHERE id = $1 AND state = 'shown' \
             AND (user_id IS NULL OR user_id <> $2) ON CONFLICT (comment_id, user_id) \
             DO UPDATE SET reason = excluded.reason, at = excluded.at, settled_at = NULL",
        )
        .bind(id.as_i64())
        .bind(by.as_i64())
        .bind(reason)
        .bind(now)
        .execute(self.conn())
        .await?;
        Ok(if told.rows_affected() == 0 { Spoken::Nothing } else { Spoken::Done(id) })
    }

    /// Does not want to see what `muted` says, from now on (`at`), or does again (`None`). Nobody mutes oneself.
    pub async fn mute_reader(&mut self, user: UserId, muted: UserId, at: Option<i64>) -> Result<()> {
        let query = match at {
            Some(at) => sqlx::query(
                "INSERT INTO muted_readers (user_id, muted_id, muted_at) \
                 SELECT $1, id, $3 FROM users WHERE id = $2 AND id <> $1 ON CONFLICT (user_id, muted_id) DO NOTHING",
            )
            .bind(user.as_i64())
            .bind(muted.as_i64())
            .bind(at),
            None => sqlx::query("DELETE FROM muted_readers WHERE user_id = $1 AND muted_id = $2")
                .bind(user.as_i64())
                .bind(muted.as_i64()),
        };
        query.execute(self.conn()).await?;
        Ok(())
    }

    /// Takes away all that a reader said, with its history: what was answered stays as deleted, the rest goes. For an
    /// account that goes.
    pub async fn forget_comments_of(&mut self, user: UserId) -> Result<()> {
        for sql in [
            "DELETE FROM comment_history WHERE comment_id IN (SELECT id FROM comments WHERE user_id = $1)",
            "DELETE FROM comment_reports WHERE user_id = $1 \
             OR comment_id IN (SELECT id FROM comments WHERE user_id = $1)",
            // The reasons may quote what was said.
            "DELETE FROM comment_verdicts WHERE comment_id IN (SELECT id FROM comments WHERE user_id = $1)",
            "UPDATE comments SET body = '', state = 'deleted', user_id = NULL WHERE user_id = $1",
            "DELETE FROM muted_readers WHERE user_id = $1 OR muted_id = $1",
        ] {
            sqlx::query(sql).bind(user.as_i64()).execute(self.conn()).await?;
        }
        Ok(())
    }
}
