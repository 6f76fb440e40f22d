//! Opening, migrating and writing. Migrations are numbered files compiled in; where there is something to migrate
//! in a database that holds data, a copy of the file is made first. One connection writes, several read (WAL).

use crate::{Result, StoreError};
use sqlx::migrate::{Migration, MigrationType, Migrator};
use sqlx::sqlite::{
    SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteSynchronous,
};
use sqlx::{AssertSqlSafe, SqlSafeStr as _, SqliteConnection};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;
use wireroom_model::ids::ID_LIMIT;

/// The database's name inside the data folder.
pub const DATABASE_FILE: &str = "wireroom.db";

/// Readers beside the one writer. Pages are short reads; more connections only cost page cache.
const READERS: u32 = 4;

/// Prepared statements kept by each connection: the house has some four hundred, a page uses up to ninety of them.
const STATEMENTS: usize = 512;

/// Page cache of each reader, in KB as SQLite counts it, and how much of the file is read through memory, in bytes: the
/// index pages of a house of 100,000 articles.
const CACHE_KB: &str = "-16384";
const MAPPED: &str = "1073741824";

/// How long a statement waits for a lock that another process (a backup tool, say) holds.
const BUSY: Duration = Duration::from_secs(20);

/// A migration: number, name, statements.
type Numbered = (i64, &'static str, &'static str);

/// Every migration, in order. A landed file never changes: its checksum is stored.
const MIGRATIONS: &[Numbered] = &[
    (1, "first", include_str!("../migrations/sqlite/0001_first.sql")),
    (2, "lineage", include_str!("../migrations/sqlite/0002_lineage.sql")),
    (3, "ages", include_str!("../migrations/sqlite/0003_ages.sql")),
    (10, "feeds in", include_str!("../migrations/sqlite/0010_feeds_in.sql")),
    (20, "lists", include_str!("../migrations/sqlite/0020_lists.sql")),
    (30, "health", include_str!("../migrations/sqlite/0030_health.sql")),
    (31, "forgetting", include_str!("../migrations/sqlite/0031_forgetting.sql")),
    (40, "websub", include_str!("../migrations/sqlite/0040_websub.sql")),
    (50, "validated", include_str!("../migrations/sqlite/0050_validated.sql")),
    (60, "particulars", include_str!("../migrations/sqlite/0060_particulars.sql")),
    (61, "sites", include_str!("../migrations/sqlite/0061_sites.sql")),
    (62, "overrides", include_str!("../migrations/sqlite/0062_overrides.sql")),
    (70, "anchors by time", include_str!("../migrations/sqlite/0070_anchors.sql")),
    (71, "lineage clues", include_str!("../migrations/sqlite/0071_lineage.sql")),
    (72, "changes", include_str!("../migrations/sqlite/0072_changes.sql")),
    (74, "publishers", include_str!("../migrations/sqlite/0074_publishers.sql")),
    (76, "affairs", include_str!("../migrations/sqlite/0076_affairs.sql")),
    (77, "story tags", include_str!("../migrations/sqlite/0077_story_tags.sql")),
    (78, "edition", include_str!("../migrations/sqlite/0078_edition.sql")),
    (80, "writer", include_str!("../migrations/sqlite/0080_writer.sql")),
    (81, "accounts", include_str!("../migrations/sqlite/0081_accounts.sql")),
    (90, "pictures", include_str!("../migrations/sqlite/0090_pictures.sql")),
    (91, "pictures chosen", include_str!("../migrations/sqlite/0091_pictures_chosen.sql")),
    (92, "latest", include_str!("../migrations/sqlite/0092_latest.sql")),
    (95, "one truth", include_str!("../migrations/sqlite/0095_one_truth.sql")),
    (85, "comments", include_str!("../migrations/sqlite/0085_comments.sql")),
    (86, "mutes", include_str!("../migrations/sqlite/0086_mutes.sql")),
    (87, "kept searches", include_str!("../migrations/sqlite/0087_kept_searches.sql")),
];

/// Rows that a reading connection fetches ahead of who asked: with the library's own 50 a statement that lists a large
/// story's articles stops and is woken again every 50 rows.
const ROWS: usize = 1_000;
/// Pages (of 4 KB) that the write-ahead log gathers before they are folded into the file. Polls touch the same few
/// pages again and again, and a fold writes each of them once: with SQLite's own 1,000 a poll of 240 feeds wrote
/// 81.3 KB, with this 71.7 (the pipeline's tests/day.rs).
const LOG_PAGES: &str = "8000";

/// The open database. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Store {
    pub(crate) read: SqlitePool,
    write: SqlitePool,
    folder: PathBuf,
    commits: Arc<AtomicU64>,
}

/// The schema of a database that is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Schema {
    /// The last migration that ran.
    pub found: i64,
    /// The last one that this program knows.
    pub known: i64,
}

/// One transaction of the one writer. Dropped without [`Tx::commit`] it leaves no trace.
#[derive(Debug)]
pub struct Tx {
    inner: sqlx::Transaction<'static, sqlx::Sqlite>,
    commits: Arc<AtomicU64>,
}

impl Store {
    /// Opens (or makes) the database of a data folder and migrates it.
    ///
    /// # Errors
    /// Each names the folder or file and the way out: see [`StoreError`].
    pub async fn open(folder: &Path) -> Result<Self> {
        std::fs::create_dir_all(folder)
            .map_err(|source| StoreError::Folder { folder: folder.to_owned(), source })?;
        let file = folder.join(DATABASE_FILE);
        // With a write-ahead log, NORMAL keeps the database whole at any crash; a loss of power may take back the
        // last transactions, jobs and all, so that the work they stood for is done again.
        let options = SqliteConnectOptions::new()
            .filename(&file)
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Normal)
            .pragma("wal_autocheckpoint", LOG_PAGES)
            .foreign_keys(true)
            .busy_timeout(BUSY);
        let write = SqlitePoolOptions::new().max_connections(1).connect_with(options.clone()).await.map_err(
            |error| match std::fs::metadata(&file) {
                Err(source) => StoreError::Folder { folder: folder.to_owned(), source },
                Ok(_) => StoreError::Database(error),
            },
        )?;
        migrate(&write, &file, MIGRATIONS).await?;
        let options = options
            .statement_cache_capacity(STATEMENTS)
            .pragma("cache_size", CACHE_KB)
            .pragma("mmap_size", MAPPED)
            .row_buffer_size(ROWS)
            .pragma("query_only", "ON");
        // A file does not go away as a server does: asking a connection whether it is there doubles the price of a query.
        let read = SqlitePoolOptions::new()
            .max_connections(READERS)
            .test_before_acquire(false)
            .connect_with(options)
            .await?;
        Ok(Self { read, write, folder: folder.to_owned(), commits: Arc::default() })
    }

    /// The data folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Begins a writing transaction; waits for the one before it to end.
    pub async fn begin(&self) -> Result<Tx> {
        let inner = self.write.begin_with("BEGIN IMMEDIATE").await?;
        Ok(Tx { inner, commits: Arc::clone(&self.commits) })
    }

    /// How many transactions ended in the database since it was opened: what was read at the same number is still so. One
    /// process works on a folder at a time, so that nobody writes past this count.
    pub fn commits(&self) -> u64 {
        self.commits.load(Ordering::Acquire)
    }

    /// Folds the log into the database file and closes it.
    pub async fn close(&self) {
        self.read.close().await;
        // One that only looks shares its readers, which are closed now.
        if !self.write.is_closed()
            && let Err(error) = sqlx::query("PRAGMA optimize").execute(&self.write).await
        {
            tracing::debug!(%error, "the closing tidy was skipped");
        }
        self.write.close().await;
    }

    /// Opens a database to look at it, beside a process that works on it: nothing is migrated and nothing can be
    /// written. The number of its schema comes with it, and the one this program knows.
    ///
    /// # Errors
    /// [`StoreError::NewerDatabase`] where a newer program wrote it.
    pub async fn look(folder: &Path) -> Result<(Self, Schema)> {
        let file = folder.join(DATABASE_FILE);
        let options = SqliteConnectOptions::new()
            .filename(&file)
            .create_if_missing(false)
            .busy_timeout(BUSY)
            .pragma("query_only", "ON");
        let read = SqlitePoolOptions::new().max_connections(READERS).connect_with(options).await?;
        let known = MIGRATIONS.iter().map(|&(number, ..)| number).max().unwrap_or(0);
        let found = schema(&read).await?;
        if found > known {
            read.close().await;
            return Err(StoreError::NewerDatabase { file, found, known });
        }
        Ok((
            Self { write: read.clone(), read, folder: folder.to_owned(), commits: Arc::default() },
            Schema { found, known },
        ))
    }

    /// Writes the file anew without free room and empties the log.
    pub(crate) async fn rewrite(&self) -> Result<()> {
        sqlx::query("VACUUM").execute(&self.write).await?;
        let (busy, ..): (i64, i64, i64) =
            sqlx::query_as("PRAGMA wal_checkpoint(TRUNCATE)").fetch_one(&self.write).await?;
        if busy != 0 {
            let told = "another program reads the database, so its log could not be emptied; close it and run this again";
            return Err(StoreError::Refused(told.into()));
        }
        Ok(())
    }

    /// Writes a whole, consistent copy of the database while it is in use, over a connection of its own: readers may
    /// write nothing, not even a copy, and the writer has other work.
    pub async fn copy_to(&self, file: &Path) -> Result<()> {
        let trouble = |source| StoreError::Backup { file: file.to_owned(), source };
        let options =
            SqliteConnectOptions::new().filename(self.folder.join(DATABASE_FILE)).busy_timeout(BUSY);
        let pool =
            SqlitePoolOptions::new().max_connections(1).connect_with(options).await.map_err(trouble)?;
        let copied = copy(&pool, file).await.map_err(trouble);
        pool.close().await;
        copied
    }
}

impl Tx {
    /// Makes everything written visible at once.
    pub async fn commit(self) -> Result<()> {
        let done = self.inner.commit().await;
        // Counted whatever was answered: a needless new look costs little.
        self.commits.fetch_add(1, Ordering::AcqRel);
        Ok(done?)
    }

    /// The connection, for the queries of this crate.
    pub(crate) fn conn(&mut self) -> &mut SqliteConnection {
        &mut self.inner
    }

    /// The next number of a sequence. Numbers of a transaction that does not commit are given out again,
    /// which nobody can have seen.
    pub(crate) async fn next(&mut self, sequence: &'static str) -> Result<i64> {
        let next: i64 =
            sqlx::query_scalar("UPDATE sequences SET next = next + 1 WHERE name = $1 RETURNING next - 1")
                .bind(sequence)
                .fetch_one(self.conn())
                .await?;
        if next.unsigned_abs() >= ID_LIMIT {
            return Err(StoreError::SequenceSpent(sequence));
        }
        Ok(next)
    }

    /// A fresh number of the one sequence of entries, articles and stories.
    pub async fn fresh<T: TryFrom<i64>>(&mut self) -> Result<T> {
        T::try_from(self.next("news").await?).map_err(|_| StoreError::SequenceSpent("news"))
    }
}

async fn migrate(pool: &SqlitePool, file: &Path, list: &[Numbered]) -> Result<()> {
    let known = list.iter().map(|&(number, ..)| number).max().unwrap_or(0);
    let found = schema(pool).await?;
    if found > known {
        return Err(StoreError::NewerDatabase { file: file.to_owned(), found, known });
    }
    if found > 0 && found < known {
        let backup = file.with_extension(format!("before-{known}.db"));
        if !backup.exists() {
            copy(pool, &backup)
                .await
                .map_err(|source| StoreError::Backup { file: file.to_owned(), source })?;
        }
        tracing::info!(from = found, to = known, copy = %backup.display(), "migrating the database");
    }
    let migrations = list.iter().map(|&(number, name, sql)| {
        Migration::new(number, name.into(), MigrationType::Simple, sql.into_sql_str(), false)
    });
    Ok(Migrator::with_migrations(migrations.collect()).run(pool).await?)
}

/// The number of the last migration that ran; 0 for a new database.
async fn schema(pool: &SqlitePool) -> Result<i64> {
    let ledger: Option<i64> =
        sqlx::query_scalar("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = '_sqlx_migrations'")
            .fetch_optional(pool)
            .await?;
    if ledger.is_none() {
        return Ok(0);
    }
    let last: Option<i64> =
        sqlx::query_scalar("SELECT MAX(version) FROM _sqlx_migrations").fetch_one(pool).await?;
    Ok(last.unwrap_or(0))
}

async fn copy(pool: &SqlitePool, to: &Path) -> std::result::Result<(), sqlx::Error> {
    // A half-made copy must never pass for a whole one: it takes its name when it is done.
    let partial = to.with_extension("partial");
    std::fs::remove_file(&partial).or_else(|e| match e.kind() {
        std::io::ErrorKind::NotFound => Ok(()),
        _ => Err(e),
    })?;
    let quoted = partial.to_string_lossy().replace('\'', "''");
    // VACUUM INTO takes no placeholder in every SQLite; the path is quoted above.
    sqlx::query(AssertSqlSafe(format!("VACUUM INTO '{quoted}'"))).execute(pool).await?;
    Ok(std::fs::rename(&partial, to)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn open(file: &Path) -> SqlitePool {
        let options = SqliteConnectOptions::new().filename(file).create_if_missing(true);
        SqlitePoolOptions::new().max_connections(1).connect_with(options).await.unwrap()
    }

    #[tokio::test]
    async fn a_prepared_statement_keeps_its_plan_whatever_is_bound_to_it() {
        let folder = tempfile::tempdir().unwrap();
        let pool = open(&folder.path().join(DATABASE_FILE)).await;
        let built: Vec<String> = sqlx::query_scalar("SELECT compile_options FROM pragma_compile_options()")
            .fetch_all(&pool)
            .await
            .unwrap();
        let says = built.iter().any(|option| option == "ENABLE_QPSG");
        assert!(says, ".cargo/config.toml has SQLite built so; without it every page costs twice: {built:?}");
    }

    #[tokio::test]
    async fn a_migration_runs_once_after_a_copy_of_what_it_changes() {
        const FIRST: Numbered = (1, "first", "CREATE TABLE notes (line TEXT)");
        const SECOND: Numbered = (2, "second", "ALTER TABLE notes ADD COLUMN more TEXT");
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join(DATABASE_FILE);
        let pool = open(&file).await;
        migrate(&pool, &file, &[FIRST]).await.unwrap();
        sqlx::query("INSERT INTO notes VALUES ('kept')").execute(&pool).await.unwrap();
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "a new database needs no copy");
        for _ in 0..2 {
            migrate(&pool, &file, &[FIRST, SECOND]).await.unwrap();
        }
        sqlx::query("SELECT more FROM notes").fetch_one(&pool).await.unwrap();
        let copy = open(&file.with_extension("before-2.db")).await;
        let line: String = sqlx::query_scalar("SELECT line FROM notes").fetch_one(&copy).await.unwrap();
        assert_eq!((line.as_str(), schema(&copy).await.unwrap()), ("kept", 1));
    }
}
