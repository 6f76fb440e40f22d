//! Which hosts are spoken to now and which asked for a pause: a worker takes no job that would only wait for its
//! host's turn, so that one slow publisher with many feeds holds up its own feeds and nobody else's.
//! Start at `Pipeline::lease_lane`.

use crate::{Pipeline, Result};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};
use url::Url;
use wireroom_fetch::Fetcher;
use wireroom_store::jobs::{Job, JobKind};

/// Pauses remembered at once; the one that ends first goes first, and its host is asked a little early in the worst
/// case (the way out keeps its own spacing).
const MAX_PAUSES: usize = 2_000;

/// Hosts in use and hosts at rest.
#[derive(Debug, Default)]
pub(crate) struct Lanes {
    /// One lease at a time, so that two workers never take the last place of a host together.
    one: tokio::sync::Mutex<()>,
    book: Mutex<Book>,
    /// Hosts whose robots.txt is being asked for.
    asking: Mutex<BTreeMap<String, Arc<tokio::sync::Mutex<()>>>>,
}

#[derive(Debug, Default)]
struct Book {
    open: BTreeMap<String, usize>,
    /// Until when a host's pages wait.
    pauses: BTreeMap<String, i64>,
}

/// A place at a host, given back when it is dropped.
#[derive(Debug)]
pub(crate) struct Lane {
    lanes: Arc<Lanes>,
    host: Option<String>,
}

impl Drop for Lane {
    fn drop(&mut self) {
        let Some(host) = &self.host else { return };
        let mut book = self.lanes.book();
        if let Some(open) = book.open.get_mut(host) {
            *open = open.saturating_sub(1);
        }
        book.open.retain(|_, open| *open > 0);
    }
}

impl Lanes {
    fn book(&self) -> std::sync::MutexGuard<'_, Book> {
        self.book.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn take(self: &Arc<Self>, host: Option<String>) -> Lane {
        if let Some(host) = &host {
            *self.book().open.entry(host.clone()).or_default() += 1;
        }
        Lane { lanes: Arc::clone(self), host }
    }

    /// Hosts that no job of this kind may speak to now.
    fn busy(&self, kind: JobKind, per_host: usize, now: i64) -> Vec<String> {
        let mut book = self.book();
        book.pauses.retain(|_, until| *until > now);
        let full = book.open.iter().filter(|(_, open)| **open >= per_host.max(1)).map(|(host, _)| host);
        // A pause is asked of whoever reads pages; a feed has its own time to wait.
        let pauses = book.pauses.keys().filter(|_| kind == JobKind::Page);
        let mut busy: Vec<String> = full.chain(pauses).cloned().collect();
        busy.sort_unstable();
        busy.dedup();
        busy
    }

    /// Leaves a host's pages alone until `until` (unix seconds).
    pub fn pause(&self, host: &str, until: i64) {
        let mut book = self.book();
        if book.pauses.len() >= MAX_PAUSES
            && let Some(first) =
                book.pauses.iter().min_by_key(|(_, until)| **until).map(|(host, _)| host.clone())
        {
            book.pauses.remove(&first);
        }
        let end = book.pauses.entry(host.to_owned()).or_insert(until);
        *end = until.max(*end);
    }

    /// Held by the one who asks an origin for its robots.txt.
    pub async fn asking(&self, origin: &str) -> tokio::sync::OwnedMutexGuard<()> {
        let lock = {
            let mut asking = self.asking.lock().unwrap_or_else(PoisonError::into_inner);
            asking.retain(|_, lock| Arc::strong_count(lock) > 1);
            Arc::clone(asking.entry(origin.to_owned()).or_default())
        };
        lock.lock_owned().await
    }
}

/// The host of an address as the way out tells hosts apart.
pub(crate) fn host_of(address: &str) -> Option<String> {
    Url::parse(address).ok().map(|url| Fetcher::host_key(&url))
}

impl Pipeline {
    /// Takes the next job of a kind whose host has a place free, with that place.
    pub(crate) async fn lease_lane(&self, kind: JobKind) -> Result<Option<(Job, Lane)>> {
        let _one = self.lanes.one.lock().await;
        let now = self.now();
        let busy = self.lanes.busy(kind, self.options.per_host, now);
        // Asking a reader first keeps the one writer free while nothing waits.
        if !self.store.job_waits_beside(kind, &busy, now).await? {
            return Ok(None);
        }
        let holder = self.holder();
        let mut tx = self.store.begin().await?;
        let until = now + crate::pipeline::LEASE_SECONDS;
        let job = tx.lease_beside(kind, 1, &busy, &holder, now, until).await?.pop();
        tx.commit().await?;
        Ok(job.map(|job| {
            let host = job.host.clone();
            (job, self.lanes.take(host))
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_at_a_host_is_given_back() {
        let lanes = Arc::new(Lanes::default());
        let first = lanes.take(Some("a.example".to_owned()));
        let second = lanes.take(Some("a.example".to_owned()));
        assert_eq!(lanes.busy(JobKind::Poll, 2, 0), ["a.example"]);
        drop(first);
        assert!(lanes.busy(JobKind::Poll, 2, 0).is_empty());
        drop(second);
        assert!(lanes.book().open.is_empty());
    }

    #[test]
    fn a_pause_holds_pages_until_it_ends_and_feeds_never() {
        let lanes = Arc::new(Lanes::default());
        lanes.pause("a.example", 10);
        lanes.pause("a.example", 5);
        assert_eq!(lanes.busy(JobKind::Page, 2, 9), ["a.example"]);
        assert!(lanes.busy(JobKind::Poll, 2, 9).is_empty());
        assert!(lanes.busy(JobKind::Page, 2, 10).is_empty());
    }

    #[test]
    fn pauses_are_bounded() {
        let lanes = Arc::new(Lanes::default());
        for host in 0..3_000 {
            lanes.pause(&format!("{host}.example"), 100 + host);
        }
        assert_eq!(lanes.busy(JobKind::Page, 2, 0).len(), MAX_PAUSES);
    }
}
