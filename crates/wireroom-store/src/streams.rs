//! What reader apps list: every entry as it came, or one item for each story. An item's number is the entry's or the
//! story's own, its time the moment it came to the house, so that a list goes on where it stopped whatever comes meanwhile.
//! A story stands with the feed that brought its first article to this reader, and stays there. Start at [`Store::items`].

use crate::columns::Reader;
use crate::{Result, Store};
use sqlx::{QueryBuilder, Sqlite};
use wireroom_model::{FeedId, UserId};

/// The most items of one answer.
pub const MAX_ITEMS: u32 = 200_000;

/// What an app sees as its items.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AppView {
    /// Entries of the feeds that the reader subscribes to.
    Plain,
    /// Stories that the reader may see.
    Folded,
}

/// Which of the items are meant; the widest is the default.
#[derive(Debug, Clone, Default)]
pub struct Wanted {
    /// Of these feeds alone.
    pub feeds: Option<Vec<FeedId>>,
    /// With the items that no feed of the reader's brought, or without: stories of an archive.
    pub with_loose: bool,
    pub read: Option<bool>,
    pub starred: Option<bool>,
    /// With this tag of the reader's.
    pub tag: Option<String>,
    /// Came at this second or later.
    pub from: Option<i64>,
    /// Came at this second or earlier.
    pub until: Option<i64>,
    /// These alone.
    pub items: Option<Vec<u64>>,
    /// Behind this one, in the order that is asked for: its time and its number.
    pub after: Option<(i64, u64)>,
    pub oldest_first: bool,
    pub limit: u32,
}

/// An item without its words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Item {
    pub id: u64,
    /// When it came to the house.
    pub came_at: i64,
    pub feed: Option<FeedId>,
    pub is_read: bool,
    pub is_starred: bool,
}

/// Unread items of a feed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unread {
    pub feed: Option<FeedId>,
    pub items: u64,
    pub newest: i64,
}

/// Columns of one reader's items as `i`, with their marks as `k`.
fn of(columns: &'static str, user: UserId, view: AppView) -> QueryBuilder<Sqlite> {
    let mut query = QueryBuilder::new("SELECT ");
    query.push(columns);
    match view {
        AppView::Plain => {
            query
                .push(
                    " FROM (SELECT e.id, e.arrived_at AS came_at, e.feed_id FROM entries e JOIN subscriptions u \
                     ON u.feed_id = e.feed_id AND u.user_id = ",
                )
                .push_bind(user.as_i64());
        }
        AppView::Folded => {
            query
                .push(
                    " FROM (SELECT s.id, s.opened_at AS came_at, (SELECT x.feed_id FROM story_members m \
                     JOIN article_feeds x ON x.article_id = m.article_id JOIN subscriptions u \
                     ON u.feed_id = x.feed_id WHERE m.story_id = s.id AND u.user_id = ",
                )
                .push_bind(user.as_i64())
                .push(
                    " ORDER BY m.article_id, x.feed_id LIMIT 1) AS feed_id FROM stories s \
                     WHERE s.merged_into IS NULL AND EXISTS (SELECT 1 FROM briefs b WHERE b.story_id = s.id \
                     AND (b.audience = 0 OR EXISTS (SELECT 1 FROM subscriptions u WHERE u.feed_id = b.audience \
                     AND u.user_id = ",
                )
                .push_bind(user.as_i64())
                .push(")))");
        }
    }
    query.push(") AS i LEFT JOIN marks k ON k.item = i.id AND k.user_id = ").push_bind(user.as_i64());
    query.push(" WHERE TRUE");
    query
}

fn numbers(query: &mut QueryBuilder<Sqlite>, numbers: impl Iterator<Item = u64>) {
    // Numbers of this house's own ids: nothing of a request stands in the statement.
    let numbers: Vec<String> = numbers.map(|number| number.to_string()).collect();
    query.push("(").push(numbers.join(", ")).push(")");
}

fn narrow(query: &mut QueryBuilder<Sqlite>, user: UserId, wanted: &Wanted) {
    if let Some(feeds) = &wanted.feeds {
        query.push(" AND (i.feed_id IN ");
        numbers(query, feeds.iter().map(|feed| feed.get()));
        query.push(if wanted.with_loose { " OR i.feed_id IS NULL)" } else { ")" });
    }
    if let Some(items) = &wanted.items {
        query.push(" AND i.id IN ");
        numbers(query, items.iter().copied());
    }
    for (column, is) in [("k.read_at", wanted.read), ("k.starred_at", wanted.starred)] {
        if let Some(is) = is {
            query.push(" AND ").push(column).push(if is { " IS NOT NULL" } else { " IS NULL" });
        }
    }
    if let Some(tag) = &wanted.tag {
        query
            .push(" AND EXISTS (SELECT 1 FROM tags t WHERE t.item = i.id AND t.user_id = ")
            .push_bind(user.as_i64());
        query.push(" AND t.tag = ").push_bind(tag.clone()).push(")");
    }
    if let Some(from) = wanted.from {
        query.push(" AND i.came_at >= ").push_bind(from);
    }
    if let Some(until) = wanted.until {
        query.push(" AND i.came_at <= ").push_bind(until);
    }
    if let Some((at, id)) = wanted.after {
        let sign = if wanted.oldest_first { " > " } else { " < " };
        query.push(" AND (i.came_at").push(sign).push_bind(at).push(" OR i.came_at = ").push_bind(at);
        query.push(" AND i.id").push(sign).push_bind(id.cast_signed()).push(")");
    }
}

impl Store {
    /// Items in the order of their coming, the last one first where nothing else is asked for.
    pub async fn items(&self, user: UserId, view: AppView, wanted: &Wanted) -> Result<Vec<Item>> {
        let mut query = of("i.id, i.came_at, i.feed_id, k.read_at, k.starred_at", user, view);
        narrow(&mut query, user, wanted);
        query.push(match wanted.oldest_first {
            true => " ORDER BY i.came_at, i.id LIMIT ",
            false => " ORDER BY i.came_at DESC, i.id DESC LIMIT ",
        });
        query.push_bind(i64::from(wanted.limit.min(MAX_ITEMS)));
        let rows = query.build().fetch_all(&self.read).await?;
        let item = |row| {
            let read = Reader::new(row, "items", "id")?;
            Ok(Item {
                id: read.count("id")?,
                came_at: read.get("came_at")?,
                feed: read.maybe_id("feed_id")?,
                is_read: read.get::<Option<i64>>("read_at")?.is_some(),
                is_starred: read.get::<Option<i64>>("starred_at")?.is_some(),
            })
        };
        rows.iter().map(item).collect()
    }

    /// How many of the reader's items are unread, by feed.
    pub async fn unread(&self, user: UserId, view: AppView) -> Result<Vec<Unread>> {
        let mut query = of("i.feed_id, COUNT(*) AS id, MAX(i.came_at) AS came_at", user, view);
        query.push(" AND k.read_at IS NULL GROUP BY i.feed_id");
        let rows = query.build().fetch_all(&self.read).await?;
        let unread = |row| {
            let read = Reader::new(row, "items", "id")?;
            Ok(Unread {
                feed: read.maybe_id("feed_id")?,
                items: read.count("id")?,
                newest: read.get("came_at")?,
            })
        };
        rows.iter().map(unread).collect()
    }
}
