//! What a user did to an item: read, star, tag. An item is an entry, an article or a story (one sequence), and they are
//! one truth: who reads a story has read its articles and their entries, and a story is read when all of it is and starred
//! while something of it is. Nothing here ever touches a shared row. Start at [`Tx::mark_stories`].

use crate::columns::Reader;
use crate::{Result, Store, Tx};
use wireroom_model::{ArticleId, EntryId, StoryId, UserId};

/// How many items one question may ask about.
pub const MAX_ITEMS: usize = 1_000;

/// One user's state of one item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    pub item: u64,
    pub read_at: Option<i64>,
    pub starred_at: Option<i64>,
}

/// What is done to items; `None` takes it back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Marking {
    /// Read at this time.
    Read(Option<i64>),
    /// Starred at this time.
    Star(Option<i64>),
}

/// Numbers of one statement.
const MAX_NUMBERS: usize = 500;

/// Lists of numbers as they stand in statements.
fn chunks(numbers: impl Iterator<Item = i64>) -> Vec<String> {
    let numbers: Vec<String> = numbers.map(|number| number.to_string()).collect();
    numbers.chunks(MAX_NUMBERS).map(|chunk| chunk.join(", ")).collect()
}

impl Store {
    /// The user's marks on these items (at most [`MAX_ITEMS`]), by item; unmarked items are absent.
    pub async fn marks(&self, user: UserId, items: &[u64]) -> Result<Vec<Mark>> {
        let mut query = sqlx::QueryBuilder::<sqlx::Sqlite>::new(
            "SELECT item, read_at, starred_at FROM marks WHERE user_id = ",
        );
        query.push_bind(user.as_i64()).push(" AND item IN (");
        let mut list = query.separated(", ");
        for item in items.iter().take(MAX_ITEMS) {
            list.push_bind(item.cast_signed());
        }
        let rows = query.push(") ORDER BY item").build().fetch_all(&self.read).await?;
        rows.iter()
            .map(|row| {
                let read = Reader::new(row, "marks", "item")?;
                Ok(Mark {
                    item: read.count("item")?,
                    read_at: read.get("read_at")?,
                    starred_at: read.get("starred_at")?,
                })
            })
            .collect()
    }

    /// The user's tags on one item, by name.
    pub async fn tags(&self, user: UserId, item: u64) -> Result<Vec<String>> {
        Ok(sqlx::query_scalar("SELECT tag FROM tags WHERE user_id = $1 AND item = $2 ORDER BY tag")
            .bind(user.as_i64())
            .bind(item.cast_signed())
            .fetch_all(&self.read)
            .await?)
    }
}

impl Tx {
    /// Marks stories, with all their articles and the entries that brought them.
    pub async fn mark_stories(&mut self, user: UserId, stories: &[StoryId], mark: Marking) -> Result<()> {
        for chunk in chunks(stories.iter().map(|story| story.as_i64())) {
            for items in [
                format!("SELECT id AS item FROM stories WHERE id IN ({chunk})"),
                format!("SELECT article_id AS item FROM story_members WHERE story_id IN ({chunk})"),
                format!(
                    "SELECT DISTINCT x.entry_id AS item FROM article_feeds x JOIN story_members m ON m.article_id = x.article_id WHERE m.story_id IN ({chunk}) AND x.entry_id IS NOT NULL"
                ),
            ] {
                self.put(user, &items, mark).await?;
            }
        }
        Ok(())
    }

    /// Marks articles with the entries that brought them; their stories follow.
    pub async fn mark_articles(&mut self, user: UserId, articles: &[ArticleId], mark: Marking) -> Result<()> {
        for chunk in chunks(articles.iter().map(|article| article.as_i64())) {
            self.put_articles(user, &format!("SELECT id AS item FROM articles WHERE id IN ({chunk})"), mark)
                .await?;
        }
        Ok(())
    }

    /// Marks entries with the articles that they brought, which other feeds may have brought too; their stories follow.
    pub async fn mark_entries(&mut self, user: UserId, entries: &[EntryId], mark: Marking) -> Result<()> {
        for chunk in chunks(entries.iter().map(|entry| entry.as_i64())) {
            self.put(user, &format!("SELECT id AS item FROM entries WHERE id IN ({chunk})"), mark).await?;
            let brought =
                format!("SELECT DISTINCT article_id AS item FROM article_feeds WHERE entry_id IN ({chunk})");
            self.put_articles(user, &brought, mark).await?;
        }
        Ok(())
    }

    /// Marks the articles that a statement names, their entries, and their stories as far as that settles them.
    async fn put_articles(&mut self, user: UserId, articles: &str, mark: Marking) -> Result<()> {
        self.put(user, articles, mark).await?;
        let entries = format!(
            "SELECT DISTINCT entry_id AS item FROM article_feeds WHERE article_id IN ({articles}) AND entry_id IS NOT NULL"
        );
        self.put(user, &entries, mark).await?;
        let stories = format!(
            "SELECT s.id AS item FROM stories s WHERE s.id IN (SELECT story_id FROM story_members WHERE article_id IN ({articles}))"
        );
        // A reader cannot read what they may not see: it keeps no story unread.
        let others = "SELECT 1 FROM story_members m JOIN articles a ON a.id = m.article_id LEFT JOIN marks k \
             ON k.item = m.article_id AND k.user_id = $1 WHERE m.story_id = s.id AND (NOT a.is_private OR EXISTS \
             (SELECT 1 FROM article_feeds x JOIN subscriptions u ON u.feed_id = x.feed_id \
             WHERE x.article_id = a.id AND u.user_id = $1))";
        let stories = match mark {
            Marking::Read(Some(_)) => format!("{stories} AND NOT EXISTS ({others} AND k.read_at IS NULL)"),
            Marking::Star(None) => {
                format!("{stories} AND NOT EXISTS ({others} AND k.starred_at IS NOT NULL)")
            }
            Marking::Read(None) | Marking::Star(Some(_)) => stories,
        };
        self.put(user, &stories, mark).await
    }

    /// Marks the items that a statement names; `items` is made of this file's words and numbers alone.
    async fn put(&mut self, user: UserId, items: &str, mark: Marking) -> Result<()> {
        let (column, at) = match mark {
            Marking::Read(at) => ("read_at", at),
            Marking::Star(at) => ("starred_at", at),
        };
        // What is taken away where nothing was leaves no row. Without WHERE, SQLite takes ON for a join's.
        let only = if at.is_some() {
            ""
        } else {
            "AND EXISTS (SELECT 1 FROM marks o WHERE o.user_id = $1 AND o.item = i.item)"
        };
        let statement = format!(
            "INSERT INTO marks (user_id, item, {column}) SELECT $1, i.item, $2 FROM ({items}) AS i WHERE TRUE {only} \
             ON CONFLICT (user_id, item) DO UPDATE SET {column} = excluded.{column}"
        );
        sqlx::query(sqlx::AssertSqlSafe(statement)).bind(user.as_i64()).bind(at).execute(self.conn()).await?;
        Ok(())
    }

    /// Tags an item.
    pub async fn tag(&mut self, user: UserId, item: u64, tag: &str, now: i64) -> Result<()> {
        sqlx::query(
            "INSERT INTO tags (user_id, item, tag, tagged_at) VALUES ($1, $2, $3, $4) \
             ON CONFLICT (user_id, item, tag) DO NOTHING",
        )
        .bind(user.as_i64())
        .bind(item.cast_signed())
        .bind(tag)
        .bind(now)
        .execute(self.conn())
        .await?;
        Ok(())
    }

    /// Takes a tag away.
    pub async fn untag(&mut self, user: UserId, item: u64, tag: &str) -> Result<()> {
        sqlx::query("DELETE FROM tags WHERE user_id = $1 AND item = $2 AND tag = $3")
            .bind(user.as_i64())
            .bind(item.cast_signed())
            .bind(tag)
            .execute(self.conn())
            .await?;
        Ok(())
    }
}
