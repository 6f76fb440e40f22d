//! Jobs: one row for each piece of work, taken with a lease. A job is named by its kind and key, so that asking
//! twice is asking once; one that is asked for while it runs runs once more. A finished job leaves no row;
//! one that failed for good stays, with its reason, until somebody asks for it again.

use crate::columns::Reader;
use crate::{Result, Store, Tx};
use sqlx::sqlite::SqliteRow;

/// The arrows of the path, in the order an article passes them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum JobKind {
    /// Read a feed; key: the feed's number.
    Poll,
    /// Fetch an entry's page; key: the entry's number.
    Page,
    /// Turn a stored page into articles; key: the page's number.
    Extract,
    /// Write a story's brief; key: the story's number.
    Brief,
    /// Put an article into the index; key: the article's number.
    Index,
    /// Ask a hub to push, to go on, or to stop; key: the feed's number.
    Hub,
    /// Read what a hub pushed; key: the feed's number.
    Push,
    /// Ask the writer; key: the story's number, or a name for a reader's question, whose words are the payload.
    Write,
    /// Find a story a picture; key: the story's number.
    Picture,
}

impl JobKind {
    pub const ALL: [Self; 9] = [
        Self::Poll,
        Self::Page,
        Self::Extract,
        Self::Brief,
        Self::Index,
        Self::Hub,
        Self::Push,
        Self::Write,
        Self::Picture,
    ];

    /// The store's word.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Poll => "poll",
            Self::Page => "page",
            Self::Extract => "extract",
            Self::Brief => "brief",
            Self::Index => "index",
            Self::Hub => "hub",
            Self::Push => "push",
            Self::Write => "write",
            Self::Picture => "picture",
        }
    }

    /// Reads [`JobKind::as_str`] back.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == word)
    }
}

/// A job that this process holds until its lease ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Job {
    pub id: i64,
    pub kind: JobKind,
    pub key: String,
    pub payload: String,
    /// How many tries ended in an error so far.
    pub attempts: u32,
    /// How many tries ended with the process.
    pub crashes: u32,
    /// Whom it speaks to, where that is known.
    pub host: Option<String>,
    /// Who holds it: a late finisher whose lease went to another changes nothing.
    pub holder: String,
}

/// A job that failed for good.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FailedJob {
    pub kind: JobKind,
    pub key: String,
    pub attempts: u32,
    pub error: String,
}

/// A job that waits or runs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WaitingJob {
    /// Not before then.
    pub run_at: i64,
    /// How its last try ended, where that was an error.
    pub error: Option<String>,
}

/// How many jobs of one kind stand where.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct JobCount {
    pub kind: JobKind,
    pub ready: u64,
    pub running: u64,
    pub failed: u64,
}

fn job(row: &SqliteRow) -> Result<Job> {
    let read = Reader::new(row, "jobs", "id")?;
    Ok(Job {
        id: read.get("id")?,
        kind: read.word("kind", JobKind::parse)?,
        key: read.get("job_key")?,
        payload: read.get("payload")?,
        attempts: u32::try_from(read.count("attempts")?).unwrap_or(u32::MAX),
        crashes: u32::try_from(read.count("crashes")?).unwrap_or(u32::MAX),
        host: read.get("host")?,
        holder: read.get::<Option<String>>("leased_by")?.unwrap_or_default(),
    })
}

/// Passes over the jobs that speak to a host of `busy`.
fn beside(query: &mut sqlx::QueryBuilder<sqlx::Sqlite>, busy: &[String]) {
    if busy.is_empty() {
        return;
    }
    query.push(" AND (host IS NULL OR host NOT IN (");
    let mut list = query.separated(", ");
    for host in busy {
        list.push_bind(host.clone());
    }
    query.push("))");
}

impl Store {
    /// Jobs by kind and state, every kind once.
    pub async fn job_counts(&self) -> Result<Vec<JobCount>> {
        let rows: Vec<(String, String, i64)> =
            sqlx::query_as("SELECT kind, state, COUNT(*) FROM jobs GROUP BY kind, state")
                .fetch_all(&self.read)
                .await?;
        let count = |kind: JobKind, state: &str| {
            let found = rows.iter().find(|(k, s, _)| k == kind.as_str() && s == state);
            found.map_or(0, |&(.., n)| n.unsigned_abs())
        };
        let line = |kind| JobCount {
            kind,
            ready: count(kind, "ready"),
            running: count(kind, "running"),
            failed: count(kind, "failed"),
        };
        Ok(JobKind::ALL.into_iter().map(line).collect())
    }

    /// The job of this name, while it waits or runs.
    pub async fn waiting_job(&self, kind: JobKind, key: &str) -> Result<Option<WaitingJob>> {
        let row: Option<(i64, Option<String>)> = sqlx::query_as(
            "SELECT run_at, error FROM jobs WHERE kind = $1 AND job_key = $2 AND state <> 'failed'",
        )
        .bind(kind.as_str())
        .bind(key)
        .fetch_optional(&self.read)
        .await?;
        Ok(row.map(|(run_at, error)| WaitingJob { run_at, error }))
    }

    /// When the next waiting job of this kind may run; `None` where none waits.
    pub async fn next_job_at(&self, kind: JobKind) -> Result<Option<i64>> {
        Ok(sqlx::query_scalar("SELECT MIN(run_at) FROM jobs WHERE kind = $1 AND state = 'ready'")
            .bind(kind.as_str())
            .fetch_one(&self.read)
            .await?)
    }

    /// True where a job of this kind may run at `now` that speaks to no host of `busy`.
    pub async fn job_waits_beside(&self, kind: JobKind, busy: &[String], now: i64) -> Result<bool> {
        let mut query =
            sqlx::QueryBuilder::<sqlx::Sqlite>::new("SELECT id FROM jobs WHERE state = 'ready' AND kind = ");
        query.push_bind(kind.as_str()).push(" AND run_at <= ").push_bind(now);
        beside(&mut query, busy);
        query.push(" LIMIT 1");
        let found: Option<i64> = query.build_query_scalar().fetch_optional(&self.read).await?;
        Ok(found.is_some())
    }

    /// What failed for good, newest first.
    pub async fn failed_jobs(&self, limit: u32) -> Result<Vec<FailedJob>> {
        let rows = sqlx::query("SELECT * FROM jobs WHERE state = 'failed' ORDER BY id DESC LIMIT $1")
            .bind(limit)
            .fetch_all(&self.read)
            .await?;
        rows.iter()
            .map(|row| {
                let read = Reader::new(row, "jobs", "id")?;
                let job = job(row)?;
                let error = read.get::<Option<String>>("error")?.unwrap_or_default();
                Ok(FailedJob { kind: job.kind, key: job.key, attempts: job.attempts, error })
            })
            .collect()
    }
}

impl Tx {
    /// Asks for a piece of work, not before `run_at`. Asking for what already waits moves it forward, never back.
    pub async fn ask(
        &mut self,
        kind: JobKind,
        key: &str,
        payload: &str,
        run_at: i64,
        now: i64,
    ) -> Result<()> {
        self.ask_at(kind, key, None, payload, run_at, now).await
    }

    /// Asks for a piece of work that speaks to `host`: see [`Tx::ask`] and [`Tx::lease_beside`].
    pub async fn ask_at(
        &mut self,
        kind: JobKind,
        key: &str,
        host: Option<&str>,
        payload: &str,
        run_at: i64,
        now: i64,
    ) -> Result<()> {
        let id = self.next("jobs").await?;
        sqlx::query(
            "INSERT INTO jobs (id, kind, job_key, payload, state, run_at, created_at, host) \
             VALUES ($1, $2, $3, $4, 'ready', $5, $6, $7) \
             ON CONFLICT (kind, job_key) DO UPDATE SET payload = excluded.payload, host = excluded.host, \
             asked_again = (jobs.state = 'running'), \
             attempts = CASE WHEN jobs.state = 'failed' THEN 0 ELSE jobs.attempts END, \
             run_at = CASE WHEN jobs.state = 'ready' AND jobs.run_at < excluded.run_at \
             THEN jobs.run_at ELSE excluded.run_at END, \
             state = CASE WHEN jobs.state = 'failed' THEN 'ready' ELSE jobs.state END",
        )
        .bind(id)
        .bind(kind.as_str())
        .bind(key)
        .bind(payload)
        .bind(run_at)
        .bind(now)
        .bind(host)
        .execute(self.conn())
        .await?;
        Ok(())
    }

    /// Takes up to `limit` jobs whose turn it is (or whose lease ran out), oldest first.
    pub async fn lease(
        &mut self,
        kind: JobKind,
        limit: u32,
        holder: &str,
        now: i64,
        until: i64,
    ) -> Result<Vec<Job>> {
        self.lease_beside(kind, limit, &[], holder, now, until).await
    }

    /// Takes up to `limit` jobs as [`Tx::lease`] does, but none that speaks to a host of `busy`.
    pub async fn lease_beside(
        &mut self,
        kind: JobKind,
        limit: u32,
        busy: &[String],
        holder: &str,
        now: i64,
        until: i64,
    ) -> Result<Vec<Job>> {
        let mut query = sqlx::QueryBuilder::<sqlx::Sqlite>::new(
            "UPDATE jobs SET state = 'running', asked_again = FALSE, \
             crashes = crashes + CASE WHEN state = 'running' THEN 1 ELSE 0 END, lease_until = ",
        );
        query.push_bind(until).push(", leased_by = ").push_bind(holder);
        // Each half reads its few rows off the index in order; one OR over both would read and sort all that waits.
        query.push(" WHERE id IN (SELECT id FROM (");
        for (state, turn) in [("ready", "run_at"), ("running", "lease_until")] {
            if state == "running" {
                query.push(" UNION ALL ");
            }
            query.push("SELECT id, run_at FROM (SELECT id, run_at FROM jobs WHERE kind = ");
            query.push_bind(kind.as_str()).push(" AND state = ").push_bind(state);
            query.push(format!(" AND {turn} <= ")).push_bind(now);
            beside(&mut query, busy);
            query.push(" ORDER BY run_at, id LIMIT ").push_bind(limit).push(format!(") AS its_{state}"));
        }
        query.push(") AS found ORDER BY run_at, id LIMIT ").push_bind(limit).push(") RETURNING *");
        let rows = query.build().fetch_all(self.conn()).await?;
        let mut jobs: Vec<Job> = rows.iter().map(job).collect::<Result<_>>()?;
        jobs.sort_by_key(|job| job.id);
        Ok(jobs)
    }

    /// Ends a job; one that was asked for meanwhile waits again. False where the lease had gone to another.
    pub async fn done(&mut self, job: &Job) -> Result<bool> {
        let again = sqlx::query(
            "UPDATE jobs SET state = 'ready', asked_again = FALSE, attempts = 0, lease_until = NULL, \
             leased_by = NULL WHERE id = $1 AND leased_by = $2 AND asked_again",
        )
        .bind(job.id)
        .bind(&job.holder)
        .execute(self.conn())
        .await?;
        if again.rows_affected() > 0 {
            return Ok(true);
        }
        let gone = sqlx::query("DELETE FROM jobs WHERE id = $1 AND leased_by = $2")
            .bind(job.id)
            .bind(&job.holder)
            .execute(self.conn())
            .await?;
        Ok(gone.rows_affected() > 0)
    }

    /// Puts a job back after an error, to run again at `run_at`.
    pub async fn retry(&mut self, job: &Job, run_at: i64, error: &str) -> Result<()> {
        sqlx::query(
            "UPDATE jobs SET state = 'ready', attempts = attempts + 1, run_at = $3, error = $4, \
             lease_until = NULL, leased_by = NULL WHERE id = $1 AND leased_by = $2",
        )
        .bind(job.id)
        .bind(&job.holder)
        .bind(run_at)
        .bind(error)
        .execute(self.conn())
        .await?;
        Ok(())
    }

    /// Puts a job back that was not begun, to run at `run_at`: no try is counted, and no error.
    pub async fn put_back(&mut self, job: &Job, run_at: i64) -> Result<()> {
        sqlx::query(
            "UPDATE jobs SET state = 'ready', run_at = $3, lease_until = NULL, leased_by = NULL \
             WHERE id = $1 AND leased_by = $2",
        )
        .bind(job.id)
        .bind(&job.holder)
        .bind(run_at)
        .execute(self.conn())
        .await?;
        Ok(())
    }

    /// Gives a job up, with its reason.
    pub async fn fail(&mut self, job: &Job, error: &str) -> Result<()> {
        sqlx::query(
            "UPDATE jobs SET state = 'failed', attempts = attempts + 1, error = $3, lease_until = NULL, \
             leased_by = NULL WHERE id = $1 AND leased_by = $2",
        )
        .bind(job.id)
        .bind(&job.holder)
        .bind(error)
        .execute(self.conn())
        .await?;
        Ok(())
    }

    /// Puts every running job back. Only for a process that holds the data folder's lock and has just started:
    /// whoever ran them is gone. Returns how many there were.
    pub async fn release_leases(&mut self) -> Result<u64> {
        let released = sqlx::query(
            "UPDATE jobs SET state = 'ready', crashes = crashes + 1, lease_until = NULL, leased_by = NULL \
             WHERE state = 'running'",
        )
        .execute(self.conn())
        .await?;
        Ok(released.rows_affected())
    }
}
