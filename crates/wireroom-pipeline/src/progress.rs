//! What the house has done and still has to do, for the terminal and the page that watches.

use crate::{Pipeline, Result};
use serde::Serialize;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use wireroom_store::jobs::JobKind;

/// What this process counted.
#[derive(Debug, Default)]
pub(crate) struct Counters {
    leases: AtomicU64,
    pub polls: AtomicU64,
    pub fetched: AtomicU64,
    pub failures: AtomicU64,
    pub skipped: AtomicU64,
    /// Articles placed by the rebuild that is under way.
    pub rebuilt: AtomicU64,
    pub low_disk: AtomicBool,
    /// Every story is made by the present rules.
    pub renewed: AtomicBool,
    pub ledger: crate::figures::Ledger,
}

impl Counters {
    pub fn next_lease(&self) -> u64 {
        self.leases.fetch_add(1, Ordering::Relaxed)
    }
}

pub(crate) fn count(counter: &AtomicU64) {
    counter.fetch_add(1, Ordering::Relaxed);
}

/// A moment's count of everything.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct Progress {
    pub feeds: u64,
    pub entries: u64,
    pub articles: u64,
    pub versions: u64,
    pub outlets: u64,
    /// Articles folded under another.
    pub copies: u64,
    pub stories: u64,
    /// Jobs that wait or run, by kind.
    pub polls_waiting: u64,
    pub pages_waiting: u64,
    pub texts_waiting: u64,
    pub briefs_waiting: u64,
    pub index_waiting: u64,
    /// Jobs that failed for good.
    pub failed: u64,
    /// Since this process began.
    pub polls: u64,
    pub pages_fetched: u64,
    /// Polls and pages that failed, retried or not.
    pub failures: u64,
    /// Texts not taken because somebody had deleted them.
    pub skipped: u64,
    /// Fetching has stopped because the disk is nearly full.
    pub low_disk: bool,
}

impl Progress {
    /// Everything that waits or runs.
    pub const fn waiting(&self) -> u64 {
        self.polls_waiting
            + self.pages_waiting
            + self.texts_waiting
            + self.briefs_waiting
            + self.index_waiting
    }
}

impl Pipeline {
    /// How many articles the rebuild that is under way has placed.
    pub fn rebuilt(&self) -> u64 {
        self.counters.rebuilt.load(Ordering::Relaxed)
    }

    /// How things stand now.
    pub async fn progress(&self) -> Result<Progress> {
        let counts = self.store.counts().await?;
        let jobs = self.store.job_counts().await?;
        let waiting = |kind: JobKind| {
            jobs.iter().find(|count| count.kind == kind).map_or(0, |count| count.ready + count.running)
        };
        let since = |counter: &AtomicU64| counter.load(Ordering::Relaxed);
        Ok(Progress {
            feeds: counts.feeds,
            entries: counts.entries,
            articles: counts.articles,
            versions: counts.versions,
            outlets: counts.outlets,
            copies: counts.copies,
            stories: counts.stories,
            polls_waiting: waiting(JobKind::Poll),
            pages_waiting: waiting(JobKind::Page),
            texts_waiting: waiting(JobKind::Extract),
            briefs_waiting: waiting(JobKind::Brief),
            index_waiting: waiting(JobKind::Index),
            failed: counts.failed,
            polls: since(&self.counters.polls),
            pages_fetched: since(&self.counters.fetched),
            failures: since(&self.counters.failures),
            skipped: since(&self.counters.skipped),
            low_disk: self.counters.low_disk.load(Ordering::Relaxed),
        })
    }
}
