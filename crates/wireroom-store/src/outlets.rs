//! Outlets: mastheads that print articles, told apart by their folded name.

use crate::articles::{ArticleLine, line, lines};
use crate::columns::Reader;
use crate::{Result, Store, StoreError, Tx, Viewer};
use sqlx::sqlite::SqliteRow;
use wireroom_model::OutletId;

/// An outlet as a list shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outlet {
    pub id: OutletId,
    pub name: String,
    pub host: Option<String>,
    /// Its owner, by a list that a reader brought in.
    pub publisher: Option<String>,
    /// Articles that the viewer may see.
    pub articles: u64,
    /// Of those, how many are the first printing of their text; the fullest one where the order is not known.
    pub anchors: u64,
    pub newest_at: Option<i64>,
    pub first_seen_at: i64,
}

fn outlet(row: &SqliteRow) -> Result<Outlet> {
    let read = Reader::new(row, "outlets", "id")?;
    Ok(Outlet {
        id: read.id("id")?,
        name: read.get("name")?,
        host: read.get("host")?,
        publisher: read.get("publisher")?,
        articles: read.count("article_count")?,
        anchors: read.count("anchor_count")?,
        newest_at: read.get("newest_at")?,
        first_seen_at: read.get("first_seen_at")?,
    })
}

const OUTLETS: &str = "SELECT o.id, o.name, o.host, o.publisher, o.first_seen_at, COUNT(a.id) AS article_count, \
     COUNT(CASE WHEN n.first_id = a.id OR (n.first_id IS NULL AND f.relation = 'anchor') THEN 1 END) \
     AS anchor_count, MAX(a.arrived_at) AS newest_at \
     FROM outlets o JOIN articles a ON a.outlet_id = o.id AND a.version_id IS NOT NULL \
     LEFT JOIN family_members f ON f.article_id = a.id LEFT JOIN families n ON n.id = f.family_id \
     WHERE (NOT a.is_private OR $1 = -1 OR EXISTS (SELECT 1 FROM article_feeds x JOIN subscriptions s \
     ON s.feed_id = x.feed_id WHERE x.article_id = a.id AND s.user_id = $1)) ";

fn query(tail: &'static str) -> sqlx::AssertSqlSafe<String> {
    // Both halves are literals of this file.
    sqlx::AssertSqlSafe(format!("{OUTLETS}{tail}"))
}

/// Outlets that are looked through by name.
const MAX_NAMED: u32 = 10_000;

impl Store {
    /// Number, name and host of the outlets with at least one article that the viewer may see, by name: without counts,
    /// so that it is cheap enough for every key that is typed.
    pub async fn outlet_names(&self, viewer: Viewer) -> Result<Vec<(OutletId, String, Option<String>)>> {
        let rows: Vec<(i64, String, Option<String>)> = sqlx::query_as(
            "SELECT o.id, o.name, o.host FROM outlets o WHERE EXISTS (SELECT 1 FROM articles a \
             WHERE a.outlet_id = o.id AND a.version_id IS NOT NULL AND (NOT a.is_private OR $1 = -1 \
             OR EXISTS (SELECT 1 FROM article_feeds x JOIN subscriptions s ON s.feed_id = x.feed_id \
             WHERE x.article_id = a.id AND s.user_id = $1))) ORDER BY o.name_key LIMIT $2",
        )
        .bind(viewer.code())
        .bind(MAX_NAMED)
        .fetch_all(&self.read)
        .await?;
        let named = |(id, name, host)| Some((OutletId::try_from(id).ok()?, name, host));
        Ok(rows.into_iter().filter_map(named).collect())
    }

    /// Outlets with at least one article that the viewer may see, by name.
    pub async fn outlets(&self, viewer: Viewer) -> Result<Vec<Outlet>> {
        let rows = sqlx::query(query(
            "GROUP BY o.id, o.name, o.host, o.publisher, o.first_seen_at ORDER BY o.name_key",
        ))
        .bind(viewer.code())
        .fetch_all(&self.read)
        .await?;
        rows.iter().map(outlet).collect()
    }

    /// One outlet, where the viewer may see an article of it.
    pub async fn outlet(&self, id: OutletId, viewer: Viewer) -> Result<Option<Outlet>> {
        let row =
            sqlx::query(query("AND o.id = $2 GROUP BY o.id, o.name, o.host, o.publisher, o.first_seen_at"))
                .bind(viewer.code())
                .bind(id.as_i64())
                .fetch_optional(&self.read)
                .await?;
        row.as_ref().map(outlet).transpose()
    }

    /// An outlet's articles, newest publication first.
    pub async fn articles_of_outlet(
        &self,
        id: OutletId,
        viewer: Viewer,
        limit: u32,
        offset: u32,
    ) -> Result<Vec<ArticleLine>> {
        let rows = sqlx::query(lines(
            "AND a.outlet_id = $2 ORDER BY COALESCE(v.published_sort, a.arrived_at) DESC, a.id DESC LIMIT $3 OFFSET $4",
        ))
        .bind(viewer.code())
        .bind(id.as_i64())
        .bind(limit)
        .bind(offset)
        .fetch_all(&self.read)
        .await?;
        rows.iter().map(line).collect()
    }
}

impl Tx {
    /// The outlet of a name, made where it is new. `key` is the folded name, `host` where its pages live.
    pub async fn save_outlet(
        &mut self,
        key: &str,
        name: &str,
        host: Option<&str>,
        now: i64,
    ) -> Result<OutletId> {
        let known: Option<i64> = sqlx::query_scalar("SELECT id FROM outlets WHERE name_key = $1")
            .bind(key)
            .fetch_optional(self.conn())
            .await?;
        let number = match known {
            Some(number) => number,
            None => {
                let number = self.next("outlets").await?;
                let publisher = self.publisher_of(key, host).await?;
                sqlx::query(
                    "INSERT INTO outlets (id, name_key, name, host, publisher, first_seen_at) \
                     VALUES ($1, $2, $3, $4, $5, $6)",
                )
                .bind(number)
                .bind(key)
                .bind(name)
                .bind(host)
                .bind(publisher)
                .bind(now)
                .execute(self.conn())
                .await?;
                number
            }
        };
        OutletId::try_from(number).map_err(|_| StoreError::Broken {
            table: "outlets",
            row: number,
            column: "id",
        })
    }

    /// The outlet whose pages live on a host and its name, if the house knows exactly one.
    pub async fn outlet_of_host(&mut self, host: &str) -> Result<Option<(OutletId, String)>> {
        let found: Vec<(i64, String)> =
            sqlx::query_as("SELECT id, name FROM outlets WHERE host = $1 ORDER BY id LIMIT 2")
                .bind(host)
                .fetch_all(self.conn())
                .await?;
        match found.as_slice() {
            [(id, name)] => Ok(OutletId::try_from(*id).ok().map(|id| (id, name.clone()))),
            _ => Ok(None),
        }
    }
}
