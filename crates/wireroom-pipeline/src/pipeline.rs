//! The pipeline's parts and how it opens: leases of a dead process are let go, and the rooms that remember
//! (copies, stories) learn their state again from the store when they are first needed.

use crate::desk::Desk;
use crate::lanes::Lanes;
use crate::overrides::SiteFiles;
use crate::progress::Counters;
use crate::writer::WriterSettings;
use crate::{Result, desk};
use std::path::PathBuf;
use std::sync::Arc;
use tokio::sync::{Mutex, Notify};
use url::Url;
use wireroom_fetch::Fetcher;
use wireroom_model::{ArticleId, Clock, When};
use wireroom_search::{Index, Opened};
use wireroom_store::Store;
use wireroom_store::jobs::{Job, JobKind};
use wireroom_story::Affairs;

/// What may be chosen about the pipeline.
#[derive(Debug, Clone)]
pub struct Options {
    /// Seconds between two polls of one feed at the least (the demo and tests choose fewer).
    pub shortest_poll: u64,
    /// Feeds polled at a time.
    pub poll_workers: usize,
    /// Pages fetched at a time, over all hosts.
    pub page_workers: usize,
    /// Requests under way at one host.
    pub per_host: usize,
    /// Packed bytes of raw pages that are kept.
    pub page_budget: u64,
    /// Seconds that a raw page is kept; `None` for ever.
    pub page_age: Option<i64>,
    /// Seconds that a version is kept after another one replaced it; `None` for ever.
    pub version_age: Option<i64>,
    /// Seconds that an article is kept after its latest text arrived; `None` for ever.
    pub article_age: Option<i64>,
    /// Seconds by which a story's brief may wait for more articles before it is written.
    pub brief_delay: i64,
    /// Fetching stops below this many free bytes.
    pub low_disk: u64,
    /// Where hubs reach this house (WebSub); `None`: no hub is asked to push.
    pub callback: Option<Url>,
    /// The folder of overrides of sites; `None`: there are none.
    pub sites: Option<PathBuf>,
    /// The bounds of the copies window.
    pub copies: wireroom_copy::Settings,
    /// A machine that may rewrite briefs and answers; `None`: there is none.
    pub writer: Option<WriterSettings>,
    /// Whether stories are given a picture.
    pub pictures: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            shortest_poll: wireroom_fetch::schedule::SHORTEST,
            poll_workers: 4,
            page_workers: 8,
            per_host: 2,
            page_budget: 4 << 30,
            page_age: None,
            version_age: None,
            article_age: None,
            brief_delay: 2,
            low_disk: wireroom_store::disk::LOW_DISK_BYTES,
            callback: None,
            sites: None,
            copies: wireroom_copy::Settings::default(),
            writer: None,
            pictures: false,
        }
    }
}

/// How far a drain goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// What can be done without a network: extract, place, brief, index.
    Local,
    /// Feeds alone: what they bring waits to be fetched and read.
    Feeds,
    /// Feeds and pages too.
    Network,
}

/// The pipeline. Cheap to clone; all clones are one.
#[derive(Debug, Clone)]
pub struct Pipeline {
    pub(crate) store: Store,
    pub(crate) search: Index,
    pub(crate) fetcher: Fetcher,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) options: Arc<Options>,
    pub(crate) desk: Arc<Mutex<Option<Desk>>>,
    pub(crate) affairs: Arc<Mutex<Option<Affairs>>>,
    pub(crate) counters: Arc<Counters>,
    pub(crate) lanes: Arc<Lanes>,
    pub(crate) site_files: Arc<SiteFiles>,
    /// Rung when a job was asked for.
    pub(crate) bell: Arc<Notify>,
}

/// Seconds a job may take before its lease goes to another: longer than any fetch may last.
pub(crate) const LEASE_SECONDS: i64 = 600;

/// Tries that may end with the process before a page is set aside: one that kills the program must not do so for
/// ever, and an unlucky one that was there when the machine was switched off must not be lost.
pub(crate) const MAX_CRASHES: u32 = 60;

/// How many articles an index that must be filled is asked for at a time.
const REFILL: u32 = 1_000;

impl Pipeline {
    /// Opens the pipeline over a store whose folder this process has locked. `opened` is how the index was found:
    /// one that was made anew is filled from the store.
    pub async fn open(
        store: Store,
        search: (Index, Opened),
        fetcher: Fetcher,
        clock: Arc<dyn Clock>,
        options: Options,
    ) -> Result<Self> {
        let (search, opened) = search;
        let pipeline = Self {
            site_files: Arc::new(SiteFiles::new(options.sites.clone())),
            store,
            search,
            fetcher,
            clock,
            options: Arc::new(options),
            desk: Arc::default(),
            affairs: Arc::default(),
            counters: Arc::default(),
            lanes: Arc::default(),
            bell: Arc::default(),
        };
        let mut tx = pipeline.store.begin().await?;
        let released = tx.release_leases().await?;
        tx.commit().await?;
        if released > 0 {
            tracing::info!(jobs = released, "jobs of a process that ended are taken up again");
        }
        pipeline.note_new_house().await?;
        pipeline.open_writer().await?;
        if opened != Opened::Ready {
            pipeline.ask_all_into_index().await?;
        }
        Ok(pipeline)
    }

    /// The store it works on.
    pub fn store(&self) -> &Store {
        &self.store
    }

    /// The index it fills.
    pub fn search(&self) -> &Index {
        &self.search
    }

    /// Empties the index and asks for every article again; [`Pipeline::drain`] or a running house does the rest.
    pub async fn reindex(&self) -> Result<()> {
        let search = self.search.clone();
        tokio::task::spawn_blocking(move || search.clear()).await??;
        self.ask_all_into_index().await
    }

    async fn ask_all_into_index(&self) -> Result<()> {
        let now = self.now();
        let mut after: Option<ArticleId> = None;
        loop {
            let some = self.store.article_numbers(after, REFILL).await?;
            let Some(&last) = some.last() else { break };
            let mut tx = self.store.begin().await?;
            for article in &some {
                tx.ask(JobKind::Index, &article.to_string(), "", now, now).await?;
            }
            tx.commit().await?;
            after = Some(last);
        }
        self.bell.notify_waiters();
        Ok(())
    }

    pub(crate) fn when(&self) -> When {
        self.clock.now()
    }

    pub(crate) fn now(&self) -> i64 {
        self.clock.now().unix()
    }

    /// Takes jobs of a kind. `ahead` seconds of waiting are passed over (a drain does not wait for debounces).
    pub(crate) async fn lease(&self, kind: JobKind, limit: u32, ahead: i64) -> Result<Vec<Job>> {
        let now = self.now();
        // Asking a reader first keeps the one writer free while nothing waits.
        match self.store.next_job_at(kind).await? {
            Some(at) if at <= now + ahead => {}
            _ => return Ok(Vec::new()),
        }
        let holder = self.holder();
        let mut tx = self.store.begin().await?;
        let jobs = tx.lease(kind, limit, &holder, now + ahead, now + ahead + LEASE_SECONDS).await?;
        tx.commit().await?;
        Ok(jobs)
    }

    /// A name for one taking of jobs.
    pub(crate) fn holder(&self) -> String {
        format!("{}-{}", std::process::id(), self.counters.next_lease())
    }

    /// The desk, with its memory; learnt from the store where it is new or was left in doubt by an error.
    pub(crate) async fn desk(&self) -> Result<tokio::sync::MutexGuard<'_, Option<Desk>>> {
        let mut guard = self.desk.lock().await;
        if guard.is_none() {
            *guard = Some(desk::learn(&self.store, self.options.copies).await?);
        }
        Ok(guard)
    }

    /// Puts the desk back to its place after work, and says that there is more to do.
    pub(crate) fn put_down(&self, mut guard: tokio::sync::MutexGuard<'_, Option<Desk>>, desk: Desk) {
        *guard = Some(desk);
        drop(guard);
        self.bell.notify_waiters();
    }
}
