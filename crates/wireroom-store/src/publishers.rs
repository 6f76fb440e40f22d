//! Who owns which outlet, by lists that readers brought in. Lists lie over each other: the newest one that holds an
//! outlet says whose it is, and taking a list away shows again what it covered or replaced. An outlet carries the
//! answer itself (`outlets.publisher`), so that no page looks it up. It reads no list from bytes: the pipeline does.
//! Start at [`Tx::add_publishers`].

use crate::columns::Reader;
use crate::{Result, Store, Tx};
use sqlx::sqlite::SqliteRow;
use wireroom_model::{ArticleId, OutletId, StoryId};

/// How a row of a list names its outlet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum NamedBy {
    /// The folded name.
    Name,
    /// The host of its pages, which stands for those below it too.
    Host,
}

impl NamedBy {
    /// The store's word.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Host => "host",
        }
    }

    /// Reads [`NamedBy::as_str`] back.
    pub fn parse(word: &str) -> Option<Self> {
        [Self::Name, Self::Host].into_iter().find(|one| one.as_str() == word)
    }
}

/// One outlet of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnerRow {
    pub by: NamedBy,
    /// Folded name or host.
    pub key: String,
    /// As the list writes it.
    pub shown: String,
    pub publisher: String,
}

/// A list that was brought in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublisherList {
    pub id: i64,
    pub name: String,
    /// Of what it says, whatever the order of its rows.
    pub hash: String,
    pub added_at: i64,
    /// The list that stands in its place.
    pub replaced_by: Option<i64>,
    pub rows: u64,
}

/// An outlet with its owner.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Owned {
    pub outlet: OutletId,
    pub name: String,
    /// The folded name.
    pub key: String,
    pub host: Option<String>,
    pub publisher: Option<String>,
}

const OWNER: &str = "SELECT r.publisher FROM publisher_rows r JOIN publisher_lists l ON l.id = r.list_id \
     WHERE l.replaced_by IS NULL AND r.kind = $1 AND r.outlet_key = $2 ORDER BY l.id DESC LIMIT 1";

/// Labels of a host that are looked up.
const MAX_LABELS: usize = 8;

/// What to look up for an outlet, in this order: its name, its host, the hosts above it.
fn questions(key: &str, host: Option<&str>) -> Vec<(NamedBy, String)> {
    let name = (!key.is_empty()).then(|| (NamedBy::Name, key.to_owned()));
    let mut all: Vec<(NamedBy, String)> = name.into_iter().collect();
    let mut rest = host;
    while let Some(host) = rest.filter(|host| host.contains('.') && all.len() < MAX_LABELS) {
        all.push((NamedBy::Host, host.to_owned()));
        rest = host.split_once('.').map(|(_, above)| above);
    }
    all
}

fn list(row: &SqliteRow) -> Result<PublisherList> {
    let read = Reader::new(row, "publisher_lists", "id")?;
    Ok(PublisherList {
        id: read.get("id")?,
        name: read.get("name")?,
        hash: read.get("hash")?,
        added_at: read.get("added_at")?,
        replaced_by: read.get("replaced_by")?,
        rows: read.count("row_count")?,
    })
}

impl Store {
    /// Every list, the newest first, replaced ones too.
    pub async fn publisher_lists(&self) -> Result<Vec<PublisherList>> {
        let rows = sqlx::query(
            "SELECT l.id, l.name, l.hash, l.added_at, l.replaced_by, COUNT(r.outlet_key) AS row_count \
             FROM publisher_lists l LEFT JOIN publisher_rows r ON r.list_id = l.id \
             GROUP BY l.id, l.name, l.hash, l.added_at, l.replaced_by ORDER BY l.id DESC",
        )
        .fetch_all(&self.read)
        .await?;
        rows.iter().map(list).collect()
    }

    /// True where a list stands.
    pub async fn has_publishers(&self) -> Result<bool> {
        let one: Option<i64> =
            sqlx::query_scalar("SELECT id FROM publisher_lists WHERE replaced_by IS NULL LIMIT 1")
                .fetch_optional(&self.read)
                .await?;
        Ok(one.is_some())
    }

    /// The rows of a list, by publisher.
    pub async fn publisher_rows(&self, list: i64, limit: u32) -> Result<Vec<OwnerRow>> {
        let rows = sqlx::query(
            "SELECT list_id, kind, outlet_key, shown, publisher FROM publisher_rows WHERE list_id = $1 \
             ORDER BY publisher, kind, outlet_key LIMIT $2",
        )
        .bind(list)
        .bind(limit)
        .fetch_all(&self.read)
        .await?;
        rows.iter()
            .map(|row| {
                let read = Reader::new(row, "publisher_rows", "list_id")?;
                Ok(OwnerRow {
                    by: read.word("kind", NamedBy::parse)?,
                    key: read.get("outlet_key")?,
                    shown: read.get("shown")?,
                    publisher: read.get("publisher")?,
                })
            })
            .collect()
    }

    /// The owner of an outlet that the house may not have: by folded name (may be empty), else by host.
    pub async fn publisher_of(&self, key: &str, host: Option<&str>) -> Result<Option<String>> {
        for (by, key) in questions(key, host) {
            let found: Option<String> =
                sqlx::query_scalar(OWNER).bind(by.as_str()).bind(&key).fetch_optional(&self.read).await?;
            if found.is_some() {
                return Ok(found);
            }
        }
        Ok(None)
    }

    /// The outlet of a public article with its owner; `None` where it is private or nobody names its outlet.
    pub async fn public_outlet_of(&self, article: ArticleId) -> Result<Option<(String, Option<String>)>> {
        Ok(sqlx::query_as(
            "SELECT o.name, o.publisher FROM articles a JOIN outlets o ON o.id = a.outlet_id \
             WHERE a.id = $1 AND NOT a.is_private AND a.version_id IS NOT NULL",
        )
        .bind(article.as_i64())
        .fetch_optional(&self.read)
        .await?)
    }
}

impl Tx {
    /// Brings in a list over the others; with `replaces` in place of them.
    pub async fn add_publishers(
        &mut self,
        name: &str,
        hash: &str,
        rows: &[OwnerRow],
        replaces: bool,
        now: i64,
    ) -> Result<i64> {
        let id = self.next("publisher_lists").await?;
        if replaces {
            sqlx::query("UPDATE publisher_lists SET replaced_by = $1 WHERE replaced_by IS NULL")
                .bind(id)
                .execute(self.conn())
                .await?;
        }
        sqlx::query("INSERT INTO publisher_lists (id, name, hash, added_at) VALUES ($1, $2, $3, $4)")
            .bind(id)
            .bind(name)
            .bind(hash)
            .bind(now)
            .execute(self.conn())
            .await?;
        for row in rows {
            sqlx::query(
                "INSERT INTO publisher_rows (list_id, kind, outlet_key, shown, publisher) \
                 VALUES ($1, $2, $3, $4, $5)",
            )
            .bind(id)
            .bind(row.by.as_str())
            .bind(&row.key)
            .bind(&row.shown)
            .bind(&row.publisher)
            .execute(self.conn())
            .await?;
        }
        Ok(id)
    }

    /// Takes a list away; those that it replaced stand again, unless another one replaced it. False where there is
    /// none of that number.
    pub async fn remove_publishers(&mut self, list: i64) -> Result<bool> {
        let over: Option<Option<i64>> =
            sqlx::query_scalar("SELECT replaced_by FROM publisher_lists WHERE id = $1")
                .bind(list)
                .fetch_optional(self.conn())
                .await?;
        let Some(over) = over else { return Ok(false) };
        sqlx::query("UPDATE publisher_lists SET replaced_by = $2 WHERE replaced_by = $1")
            .bind(list)
            .bind(over)
            .execute(self.conn())
            .await?;
        sqlx::query("DELETE FROM publisher_rows WHERE list_id = $1").bind(list).execute(self.conn()).await?;
        sqlx::query("DELETE FROM publisher_lists WHERE id = $1").bind(list).execute(self.conn()).await?;
        Ok(true)
    }

    /// The owner of an outlet by the lists that stand: by its name, else by its host, else by a host above it.
    pub async fn publisher_of(&mut self, key: &str, host: Option<&str>) -> Result<Option<String>> {
        for (by, key) in questions(key, host) {
            let found: Option<String> =
                sqlx::query_scalar(OWNER).bind(by.as_str()).bind(&key).fetch_optional(self.conn()).await?;
            if found.is_some() {
                return Ok(found);
            }
        }
        Ok(None)
    }

    /// Every outlet with its owner as it was last looked up, by number.
    pub async fn owned(&mut self) -> Result<Vec<Owned>> {
        let rows = sqlx::query("SELECT id, name, name_key, host, publisher FROM outlets ORDER BY id")
            .fetch_all(self.conn())
            .await?;
        rows.iter()
            .map(|row| {
                let read = Reader::new(row, "outlets", "id")?;
                Ok(Owned {
                    outlet: read.id("id")?,
                    name: read.get("name")?,
                    key: read.get("name_key")?,
                    host: read.get("host")?,
                    publisher: read.get("publisher")?,
                })
            })
            .collect()
    }

    /// Says who owns an outlet, or that nobody knows.
    pub async fn set_publisher(&mut self, outlet: OutletId, publisher: Option<&str>) -> Result<()> {
        sqlx::query("UPDATE outlets SET publisher = $2 WHERE id = $1")
            .bind(outlet.as_i64())
            .bind(publisher)
            .execute(self.conn())
            .await?;
        Ok(())
    }

    /// Stories that were counted with publishers where no list stands, or without where one does.
    pub async fn stories_counted_otherwise(&mut self) -> Result<Vec<StoryId>> {
        let ids: Vec<i64> = sqlx::query_scalar(
            "SELECT DISTINCT story_id FROM briefs WHERE (publishers IS NULL) = \
             EXISTS (SELECT 1 FROM publisher_lists WHERE replaced_by IS NULL) ORDER BY story_id",
        )
        .fetch_all(self.conn())
        .await?;
        Ok(ids.into_iter().filter_map(|id| StoryId::try_from(id).ok()).collect())
    }

    /// Stories that an outlet's articles stand in.
    pub async fn stories_of_outlet(&mut self, outlet: OutletId) -> Result<Vec<StoryId>> {
        let ids: Vec<i64> = sqlx::query_scalar(
            "SELECT DISTINCT m.story_id FROM articles a JOIN story_members m ON m.article_id = a.id \
             WHERE a.outlet_id = $1 ORDER BY m.story_id",
        )
        .bind(outlet.as_i64())
        .fetch_all(self.conn())
        .await?;
        Ok(ids.into_iter().filter_map(|id| StoryId::try_from(id).ok()).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_outlet_is_looked_up_by_name_then_by_host_and_the_hosts_above() {
        let asked = questions("ash post", Some("news.ash.example"));
        let asked: Vec<(&str, &str)> = asked.iter().map(|(by, key)| (by.as_str(), key.as_str())).collect();
        assert_eq!(asked, [("name", "ash post"), ("host", "news.ash.example"), ("host", "ash.example")]);
        assert!(questions("", None).is_empty());
        assert!(questions("", Some("localhost")).is_empty());
    }
}
