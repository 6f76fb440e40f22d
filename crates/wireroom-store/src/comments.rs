//! What readers said under stories, as it is read. A thread stands in the story where its words now stand: one on a
//! sentence or a figure goes where its article goes, one on a story where that story was merged into. Nothing is moved
//! for it, so what is taken back takes back its comments too.
//! It refuses to show what only another reader may see: of private feeds, their subscribers. What a reader is shown of a
//! hidden, waiting or muted comment the pages decide. Start at [`Store::comments_of_story`]; writes are in
//! `commenting.rs`, editors' part in `moderation.rs`.

use crate::columns::Reader;
use crate::{Result, Store, Viewer};
use sqlx::sqlite::SqliteRow;
use wireroom_model::{ArticleId, CharSpan, CommentId, StoryId, UserId, VersionId};

/// Comments of one story that a page reads; of more, the newest threads.
pub const MAX_COMMENTS: u32 = 2_000;

/// What a comment is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Aim {
    /// The story, or whatever the comment that it answers is about.
    Story,
    /// Words of an article.
    Sentence(Place),
    /// A figure in an article's words, with what it counts.
    Figure(Place, String),
}

/// Words of one version: they stay the same words whatever the brief says later.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    pub article: ArticleId,
    pub version: VersionId,
    pub text_hash: String,
    /// Characters of the version's text.
    pub chars: CharSpan,
}

impl Aim {
    pub(crate) const fn word(&self) -> &'static str {
        match self {
            Self::Story => "story",
            Self::Sentence(_) => "sentence",
            Self::Figure(..) => "figure",
        }
    }

    /// Where it stands, where it stands on words.
    pub const fn place(&self) -> Option<&Place> {
        match self {
            Self::Story => None,
            Self::Sentence(place) | Self::Figure(place, _) => Some(place),
        }
    }
}

/// How a comment stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CommentState {
    Shown,
    /// Of a new account, until an editor has looked.
    Waiting,
    /// By an editor.
    Hidden,
    /// By its author, or with its author's account.
    Deleted,
}

impl CommentState {
    /// The store's word.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Shown => "shown",
            Self::Waiting => "waiting",
            Self::Hidden => "hidden",
            Self::Deleted => "deleted",
        }
    }

    /// Reads [`CommentState::as_str`] back.
    pub fn parse(word: &str) -> Option<Self> {
        [Self::Shown, Self::Waiting, Self::Hidden, Self::Deleted].into_iter().find(|one| one.as_str() == word)
    }
}

/// A comment as stored, and how it stands to who reads it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comment {
    pub id: CommentId,
    pub root: CommentId,
    pub parent: Option<CommentId>,
    pub depth: u64,
    /// The story it stands in now.
    pub story: StoryId,
    pub by: Option<UserId>,
    /// The author's name; none where the account is gone.
    pub name: Option<String>,
    pub aim: Aim,
    /// Markdown as typed; empty where it was deleted.
    pub body: String,
    pub state: CommentState,
    pub edits: u64,
    pub said_at: i64,
    pub changed_at: i64,
    /// Reports that no editor has looked at.
    pub reports: u64,
    /// The viewer muted its author.
    pub muted: bool,
}

/// What a comment said before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Earlier {
    /// "edited" or "deleted".
    pub act: String,
    pub body: String,
    pub at: i64,
}

/// Comments that the viewer (`$1`) may see, each in the story where its thread stands now. `r` opened the thread.
const COMMENTS: &str = "SELECT c.* FROM (SELECT e.*, u.name AS user_name, r.article_id AS root_article, \
     COALESCE((SELECT m.story_id FROM story_members m WHERE m.article_id = r.article_id), s.merged_into, r.story_id) \
     AS home_id, (SELECT COUNT(*) FROM comment_reports p WHERE p.comment_id = e.id AND p.settled_at IS NULL) \
     AS open_reports, EXISTS (SELECT 1 FROM muted_readers q WHERE q.user_id = $1 AND q.muted_id = e.user_id) AS muted \
     FROM comments e JOIN comments r ON r.id = e.root_id LEFT JOIN stories s ON s.id = r.story_id \
     LEFT JOIN users u ON u.id = e.user_id) c \
     WHERE EXISTS (SELECT 1 FROM briefs b WHERE b.story_id = c.home_id AND (b.audience = 0 OR $1 = -1 \
     OR EXISTS (SELECT 1 FROM subscriptions w WHERE w.user_id = $1 AND w.feed_id = b.audience))) \
     AND NOT EXISTS (SELECT 1 FROM articles a WHERE a.id = c.root_article AND a.is_private AND $1 <> -1 \
     AND NOT EXISTS (SELECT 1 FROM article_feeds x JOIN subscriptions w ON w.feed_id = x.feed_id \
     WHERE x.article_id = a.id AND w.user_id = $1)) ";

/// Threads that may stand in story `$2`.
const OF_STORY: &str = "AND c.root_id IN (SELECT t.id FROM comments t WHERE t.id = t.root_id AND (t.story_id = $2 \
     OR t.story_id IN (SELECT z.id FROM stories z WHERE z.merged_into = $2) \
     OR t.article_id IN (SELECT m.article_id FROM story_members m WHERE m.story_id = $2))) AND c.home_id = $2 ";

pub(crate) fn query(tail: &'static str) -> sqlx::AssertSqlSafe<String> {
    // Both halves are literals of this room.
    sqlx::AssertSqlSafe(format!("{COMMENTS}{tail}"))
}

fn of_story(tail: &'static str) -> sqlx::AssertSqlSafe<String> {
    sqlx::AssertSqlSafe(format!("{COMMENTS}{OF_STORY}{tail}"))
}

pub(crate) fn comment(row: &SqliteRow) -> Result<Comment> {
    let read = Reader::new(row, "comments", "id")?;
    Ok(Comment {
        id: read.id("id")?,
        root: read.id("root_id")?,
        parent: read.maybe_id("parent_id")?,
        depth: read.count("depth")?,
        story: read.id("home_id")?,
        by: read.maybe_id("user_id")?,
        name: read.get("user_name")?,
        aim: aim(&read)?,
        body: read.get("body")?,
        state: read.word("state", CommentState::parse)?,
        edits: read.count("edits")?,
        said_at: read.get("said_at")?,
        changed_at: read.get("changed_at")?,
        reports: read.count("open_reports")?,
        muted: read.get("muted")?,
    })
}

fn aim(read: &Reader<'_>) -> Result<Aim> {
    let word: String = read.get("aim")?;
    if word == "story" {
        return Ok(Aim::Story);
    }
    let edge = |column| {
        let edge: Option<i64> = read.get(column)?;
        edge.and_then(|edge| usize::try_from(edge).ok()).ok_or_else(|| read.broken(column))
    };
    let place = Place {
        article: read.id("article_id")?,
        version: read.id("version_id")?,
        text_hash: read.get("text_hash")?,
        chars: CharSpan { start: edge("start_char")?, end: edge("end_char")? },
    };
    match word.as_str() {
        "sentence" => Ok(Aim::Sentence(place)),
        "figure" => Ok(Aim::Figure(place, read.get("figure")?)),
        _ => Err(read.broken("aim")),
    }
}

impl Store {
    /// The comments that stand in a story, thread by thread, the newest thread first, each thread in the order it was
    /// said in. At most [`MAX_COMMENTS`].
    pub async fn comments_of_story(&self, story: StoryId, viewer: Viewer) -> Result<Vec<Comment>> {
        let rows = sqlx::query(of_story("ORDER BY c.root_id DESC, c.id LIMIT $3"))
            .bind(viewer.code())
            .bind(story.as_i64())
            .bind(MAX_COMMENTS)
            .fetch_all(&self.read)
            .await?;
        rows.iter().map(comment).collect()
    }

    /// The latest comments of a story that everybody who may see it sees, without those of muted readers.
    pub async fn latest_comments_of(
        &self,
        story: StoryId,
        viewer: Viewer,
        limit: u32,
    ) -> Result<Vec<Comment>> {
        let rows = sqlx::query(of_story("AND c.state = 'shown' AND NOT c.muted ORDER BY c.id DESC LIMIT $3"))
            .bind(viewer.code())
            .bind(story.as_i64())
            .bind(limit)
            .fetch_all(&self.read)
            .await?;
        rows.iter().map(comment).collect()
    }

    /// The latest comments over the house, the newest first, without those of muted readers; of numbers below `below`
    /// where one is given.
    pub async fn latest_comments(
        &self,
        viewer: Viewer,
        below: Option<CommentId>,
        limit: u32,
    ) -> Result<Vec<Comment>> {
        let rows = sqlx::query(query(
            "AND c.state = 'shown' AND NOT c.muted AND ($2 IS NULL OR c.id < $2) ORDER BY c.id DESC LIMIT $3",
        ))
        .bind(viewer.code())
        .bind(below.map(CommentId::as_i64))
        .bind(limit)
        .fetch_all(&self.read)
        .await?;
        rows.iter().map(comment).collect()
    }

    /// What one reader said, in whatever state, the newest first: for the reader alone.
    pub async fn comments_by(&self, user: UserId, limit: u32) -> Result<Vec<Comment>> {
        let rows =
            sqlx::query(query("AND c.user_id = $1 AND c.state <> 'deleted' ORDER BY c.id DESC LIMIT $2"))
                .bind(user.as_i64())
                .bind(limit)
                .fetch_all(&self.read)
                .await?;
        rows.iter().map(comment).collect()
    }

    /// One comment, where the viewer may see the story it stands in.
    pub async fn comment(&self, id: CommentId, viewer: Viewer) -> Result<Option<Comment>> {
        let row = sqlx::query(query("AND c.id = $2"))
            .bind(viewer.code())
            .bind(id.as_i64())
            .fetch_optional(&self.read)
            .await?;
        row.as_ref().map(comment).transpose()
    }

    /// What a comment said before, the oldest first. Whose it is the caller has looked at.
    pub async fn comment_history(&self, id: CommentId) -> Result<Vec<Earlier>> {
        let rows: Vec<(String, String, i64)> =
            sqlx::query_as("SELECT act, body, at FROM comment_history WHERE comment_id = $1 ORDER BY number")
                .bind(id.as_i64())
                .fetch_all(&self.read)
                .await?;
        Ok(rows.into_iter().map(|(act, body, at)| Earlier { act, body, at }).collect())
    }

    /// Whom a reader muted, by name.
    pub async fn muted_readers(&self, user: UserId) -> Result<Vec<(UserId, String, i64)>> {
        let rows: Vec<(i64, String, i64)> = sqlx::query_as(
            "SELECT u.id, u.name, q.muted_at FROM muted_readers q JOIN users u ON u.id = q.muted_id \
             WHERE q.user_id = $1 ORDER BY u.name_key",
        )
        .bind(user.as_i64())
        .fetch_all(&self.read)
        .await?;
        Ok(rows
            .into_iter()
            .filter_map(|(id, name, at)| Some((UserId::try_from(id).ok()?, name, at)))
            .collect())
    }
}
