//! Politeness: how many requests stand open at one host and how far apart they start.
//! One slow publisher holds up only its own requests.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::Instant;

/// Hosts remembered at once; idle ones are forgotten first.
const MAX_HOSTS: usize = 4_096;

/// Held while a request is under way.
pub type Turn = Option<OwnedSemaphorePermit>;

#[derive(Debug, Clone)]
struct Host {
    open: Arc<Semaphore>,
    next: Instant,
}

/// The book of hosts.
#[derive(Debug)]
pub struct Hosts {
    per_host: usize,
    spacing: Duration,
    book: Mutex<BTreeMap<String, Host>>,
}

impl Hosts {
    pub const fn new(per_host: usize, spacing: Duration) -> Self {
        Self { per_host, spacing, book: Mutex::new(BTreeMap::new()) }
    }

    /// Waits for this host's turn. The permit is held for as long as the request lasts.
    pub async fn turn(&self, host: &str) -> Turn {
        let open = Arc::clone(&self.with(host, |h| Arc::clone(&h.open)));
        let permit = open.acquire_owned().await.ok();
        let start = self.with(host, |h| {
            let start = h.next.max(now());
            h.next = start + self.spacing;
            start
        });
        tokio::time::sleep_until(start).await;
        permit
    }

    fn with<T>(&self, host: &str, act: impl FnOnce(&mut Host) -> T) -> T {
        let mut book = self.book.lock().unwrap_or_else(PoisonError::into_inner);
        if book.len() >= MAX_HOSTS && !book.contains_key(host) {
            let now = now();
            book.retain(|_, h| h.next > now || h.open.available_permits() < self.per_host);
        }
        act(book
            .entry(host.to_owned())
            .or_insert_with(|| Host { open: Arc::new(Semaphore::new(self.per_host.max(1))), next: now() }))
    }
}

/// The runtime's own clock: it measures waiting, not dates, and tests can pause it.
fn now() -> Instant {
    Instant::now()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test(start_paused = true)]
    async fn requests_to_one_host_start_apart_and_other_hosts_do_not_wait() {
        let hosts = Hosts::new(2, Duration::from_secs(1));
        let begun = now();
        let _a = hosts.turn("a").await;
        let _b = hosts.turn("b").await;
        assert_eq!(now() - begun, Duration::ZERO);
        let _a2 = hosts.turn("a").await;
        assert_eq!(now() - begun, Duration::from_secs(1));
    }
}
