//! Everything that the house keeps of one reader, for that reader to take along: no row of anybody else, and nothing
//! that opens a door (password, secrets, their hashes). A test holds the list to the schema: a table that names a
//! user is told here or is named as kept back, with why. Start at [`Store::own_data`].

use crate::{Result, Store};
use serde_json::{Map, Value};
use sqlx::sqlite::SqliteRow;
use sqlx::{Column as _, Row as _, TypeInfo as _, ValueRef as _};
use wireroom_model::UserId;

/// Rows of one kind that are told; a reader of thirty years at a hundred articles a day has more, and gets the latest.
const MAX_ROWS: i64 = 500_000;

/// Each kind with its rows; `$1` is the reader, `$2` the most.
const OWN: &[(&str, &str)] = &[
    (
        "account",
        "SELECT name, role, time_zone, language, text_size, look, pictures, created_at, last_visit_at FROM users \
         WHERE id = $1 LIMIT $2",
    ),
    ("edition", "SELECT stories, span FROM edition_choices WHERE user_id = $1 LIMIT $2"),
    (
        "subscriptions",
        "SELECT f.address, f.title AS feed_title, f.is_private, s.title, s.folder, s.attributes, s.created_at \
         FROM subscriptions s JOIN feeds f ON f.id = s.feed_id WHERE s.user_id = $1 ORDER BY f.id LIMIT $2",
    ),
    (
        "private_feeds",
        "SELECT address, title, added_at FROM feeds WHERE is_private AND owner_id = $1 ORDER BY id LIMIT $2",
    ),
    ("folders", "SELECT path, place FROM folders WHERE user_id = $1 ORDER BY place LIMIT $2"),
    (
        "followed_tags",
        "SELECT name, kind, followed_at FROM followed_tags WHERE user_id = $1 ORDER BY followed_at LIMIT $2",
    ),
    (
        "followed_outlets",
        "SELECT o.name, x.followed_at FROM followed_outlets x JOIN outlets o ON o.id = x.outlet_id \
         WHERE x.user_id = $1 ORDER BY x.followed_at LIMIT $2",
    ),
    (
        "marks",
        "SELECT m.item, m.read_at, m.starred_at, a.url, v.title FROM marks m \
         LEFT JOIN articles a ON a.id = m.item AND (NOT a.is_private OR EXISTS (SELECT 1 FROM article_feeds x \
         JOIN subscriptions s ON s.feed_id = x.feed_id WHERE x.article_id = a.id AND s.user_id = $1)) \
         LEFT JOIN versions v ON v.id = a.version_id WHERE m.user_id = $1 ORDER BY m.item DESC LIMIT $2",
    ),
    ("tags", "SELECT item, tag, tagged_at FROM tags WHERE user_id = $1 ORDER BY tagged_at DESC LIMIT $2"),
    (
        "corrections",
        "SELECT id, scope, kind, article_id, other_id, story_id, value, made_at, undone_at FROM corrections \
         WHERE user_id = $1 ORDER BY id LIMIT $2",
    ),
    (
        "comments",
        "SELECT id, root_id, parent_id, story_id, aim, article_id, version_id, start_char, end_char, figure, body, \
         state, edits, said_at, changed_at FROM comments WHERE user_id = $1 ORDER BY id LIMIT $2",
    ),
    (
        "earlier_comments",
        "SELECT h.comment_id, h.number, h.act, h.body, h.at FROM comment_history h \
         JOIN comments c ON c.id = h.comment_id WHERE c.user_id = $1 ORDER BY h.comment_id, h.number LIMIT $2",
    ),
    (
        "reports",
        "SELECT comment_id, reason, at, settled_at FROM comment_reports WHERE user_id = $1 ORDER BY at LIMIT $2",
    ),
    (
        "verdicts",
        "SELECT comment_id, verdict, reason, at FROM comment_verdicts WHERE by_id = $1 ORDER BY id LIMIT $2",
    ),
    (
        "muted",
        "SELECT u.name, m.muted_at FROM muted_readers m JOIN users u ON u.id = m.muted_id WHERE m.user_id = $1 \
         ORDER BY m.muted_at LIMIT $2",
    ),
    (
        "mutes",
        "SELECT kind, name, reason, muted_at, until FROM mutes WHERE user_id = $1 ORDER BY id LIMIT $2",
    ),
    (
        "kept_searches",
        "SELECT name, question, kept_at FROM kept_searches WHERE user_id = $1 ORDER BY id LIMIT $2",
    ),
    (
        "sessions",
        "SELECT agent, created_at, seen_at, expires_at FROM sessions WHERE user_id = $1 ORDER BY number LIMIT $2",
    ),
    (
        "api_tokens",
        "SELECT name, scope, created_at, used_at FROM api_tokens WHERE user_id = $1 ORDER BY id LIMIT $2",
    ),
    (
        "secret_addresses",
        "SELECT purpose, created_at FROM reader_tokens WHERE user_id = $1 ORDER BY created_at LIMIT $2",
    ),
    (
        "invitations",
        "SELECT name, role, created_at, expires_at FROM invitations WHERE by_id = $1 ORDER BY id LIMIT $2",
    ),
];

/// Tables that name a user and are not told, each with why.
#[cfg(test)]
const KEPT_BACK: &[(&str, &str)] =
    &[("site_blocks", "what an owner said of a site is the house's, as its feeds are")];

/// A row by the names of its columns.
fn row(row: &SqliteRow) -> Result<Value> {
    let mut told = Map::new();
    for column in row.columns() {
        let raw = row.try_get_raw(column.ordinal())?;
        let value = match raw.type_info().name() {
            _ if raw.is_null() => Value::Null,
            "INTEGER" => Value::from(row.try_get::<i64, _>(column.ordinal())?),
            "BOOLEAN" => Value::from(row.try_get::<bool, _>(column.ordinal())?),
            "REAL" => Value::from(row.try_get::<f64, _>(column.ordinal())?),
            _ => Value::from(row.try_get::<String, _>(column.ordinal())?),
        };
        told.insert(column.name().to_owned(), value);
    }
    Ok(Value::Object(told))
}

impl Store {
    /// What is kept of a reader, kind by kind. Times are whole seconds since 1970 UTC.
    pub async fn own_data(&self, user: UserId) -> Result<Value> {
        let mut told = Map::new();
        for (kind, sql) in OWN {
            let rows = sqlx::query(*sql).bind(user.as_i64()).bind(MAX_ROWS).fetch_all(&self.read).await?;
            let rows = rows.iter().map(row).collect::<Result<Vec<Value>>>()?;
            told.insert((*kind).to_owned(), Value::Array(rows));
        }
        Ok(Value::Object(told))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn every_table_that_names_a_user_is_told_or_kept_back_with_why() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(folder.path()).await.unwrap();
        let tables: Vec<(String, String)> =
            sqlx::query_as("SELECT name, sql FROM sqlite_master WHERE type = 'table'")
                .fetch_all(&store.read)
                .await
                .unwrap();
        let naming: Vec<&String> = tables
            .iter()
            .filter(|(name, sql)| name != "users" && sql.contains("REFERENCES users"))
            .map(|(name, _)| name)
            .collect();
        assert!(naming.len() > 8, "{naming:?}");
        let words = |text: &str| -> Vec<String> {
            text.split(|c: char| !(c.is_alphanumeric() || c == '_')).map(str::to_owned).collect()
        };
        let told: Vec<String> = OWN.iter().flat_map(|(_, sql)| words(sql)).collect();
        let silent: Vec<&&String> = naming
            .iter()
            .filter(|name| !told.contains(name) && !KEPT_BACK.iter().any(|(kept, _)| kept == **name))
            .collect();
        assert!(silent.is_empty(), "what is kept of a reader there is never told: {silent:?}");
    }

    #[tokio::test]
    async fn nothing_that_opens_a_door_is_told() {
        for (kind, sql) in OWN {
            assert!(!sql.contains("hash") && !sql.contains('*'), "{kind}");
        }
    }
}
