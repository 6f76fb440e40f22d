//! Politeness: how many requests stand open at one host, how far apart they start, and how long a host that
//! asked for patience is left alone. Nobody waits here for a slow host: who finds no room is told when to
//! come again, so that one slow publisher holds up only its own requests. Start at [`Hosts::turn`].

use crate::config::Limits;
use crate::failure::FetchError;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::Instant;
use url::Url;
use wireroom_model::When;

/// Hosts remembered at once; idle ones are forgotten first.
const MAX_HOSTS: usize = 4_096;
/// Addresses and hosts that asked for patience, remembered at once; the soonest over are forgotten first.
const MAX_WAITS: usize = 16_384;
/// Longest that one address is left alone because of one answer: as long as the schedule grants.
const LONGEST_WAIT: u64 = crate::schedule::LONGEST_RETRY_AFTER;
/// How long a host is left alone that answers 429 without saying for how long, in seconds.
const UNSAID_WAIT: u64 = 60;
/// How far ahead those who find no room are spread.
const LONGEST_LINE: Duration = Duration::from_secs(900);

/// Held while a request is under way.
pub type Turn = Option<OwnedSemaphorePermit>;

#[derive(Debug, Clone)]
struct Host {
    open: Arc<Semaphore>,
    /// When the next request may start.
    next: Instant,
    /// When the last of those who were sent away comes again.
    line: Instant,
}

/// Unix seconds until which hosts, and addresses by themselves, are left alone.
#[derive(Debug, Default)]
struct Waits {
    hosts: BTreeMap<String, i64>,
    addresses: BTreeMap<String, i64>,
}

/// The book of hosts.
#[derive(Debug)]
pub struct Hosts {
    per_host: usize,
    spacing: Duration,
    patience: Duration,
    host_wait: u64,
    book: Mutex<BTreeMap<String, Host>>,
    waits: Mutex<Waits>,
}

/// How hosts are told apart: the name, and the port where it is not the usual one.
pub fn key(url: &Url) -> String {
    let name = url.host_str().unwrap_or("").trim_end_matches('.');
    match url.port() {
        Some(port) if !matches!(port, 80 | 443) => format!("{name}:{port}"),
        _ => name.to_owned(),
    }
}

impl Hosts {
    pub fn new(limits: &Limits) -> Self {
        Self {
            per_host: limits.per_host.max(1),
            spacing: limits.spacing,
            patience: limits.line.max(limits.spacing),
            host_wait: limits.host_wait.as_secs(),
            book: Mutex::default(),
            waits: Mutex::default(),
        }
    }

    /// This host's turn, at once or nearly so; else when to come again. The permit is held for as long as the
    /// request lasts. With `in_line` it waits as long as it takes: a hop of a redirect, whose work is half done, or
    /// a reader's own request.
    pub async fn turn(&self, url: &Url, in_line: bool, now: When) -> Result<Turn, FetchError> {
        let host = key(url);
        let later = |seconds, asked| FetchError::Later { host: host.clone(), seconds, asked };
        if let Some(seconds) = self.left_alone(&host, url, now) {
            return Err(later(seconds, true));
        }
        let open = self.with(&host, |h| Arc::clone(&h.open));
        let permit = match open.clone().try_acquire_owned() {
            Ok(permit) => permit,
            Err(_) if in_line => match open.acquire_owned().await {
                Ok(permit) => permit,
                Err(_) => return Err(later(1, false)),
            },
            Err(_) => return Err(later(self.line(&host), false)),
        };
        let start = self.with(&host, |h| {
            let start = h.next.max(clock());
            let soon = in_line || start - clock() <= self.patience;
            if soon {
                h.next = start + self.spacing;
            }
            soon.then_some(start)
        });
        let Some(start) = start else { return Err(later(self.line(&host), false)) };
        tokio::time::sleep_until(start).await;
        Ok(Some(permit))
    }

    /// Hosts that would send a request away at this moment.
    pub fn busy(&self, now: When) -> Vec<String> {
        let mut busy: Vec<String> = {
            let waits = self.waits.lock().unwrap_or_else(PoisonError::into_inner);
            waits.hosts.iter().filter(|(_, at)| **at > now.unix()).map(|(host, _)| host.clone()).collect()
        };
        let book = self.book.lock().unwrap_or_else(PoisonError::into_inner);
        let (clock, patience) = (clock(), self.patience);
        let full = |h: &Host| h.open.available_permits() == 0 || h.next > clock + patience;
        busy.extend(book.iter().filter(|(_, h)| full(h)).map(|(host, _)| host.clone()));
        busy.sort_unstable();
        busy.dedup();
        busy
    }

    /// A place behind those already sent away, a spacing apart, so that they do not all come back at once.
    fn line(&self, host: &str) -> u64 {
        self.with(host, |h| {
            let now = clock();
            let place = h.line.max(h.next).max(now) + self.spacing;
            h.line = if place - now > LONGEST_LINE { now } else { place };
            (place - now).as_secs().max(1)
        })
    }

    /// Writes down that an address answered 429 or 503 and for how long it wants to be left alone. A 429 is
    /// about us, so the whole host is left alone, within bounds. A 503 is about the address until a second
    /// address of the host says the same.
    pub fn asked_to_wait(&self, url: &Url, status: u16, retry_after: Option<u64>, now: When) {
        let seconds = match (status, retry_after) {
            (429 | 503, Some(seconds)) => seconds,
            (429, None) => UNSAID_WAIT,
            _ => return,
        };
        let until = |seconds: u64| now.unix().saturating_add(i64::try_from(seconds).unwrap_or(i64::MAX));
        let (host, address) = (key(url), address(url));
        let mut waits = self.waits.lock().unwrap_or_else(PoisonError::into_inner);
        let prefix = format!("{host} ");
        let beside = waits.addresses.range(prefix.clone()..).take_while(|(a, _)| a.starts_with(&prefix));
        let second = beside.into_iter().any(|(other, at)| *other != address && *at > now.unix());
        note(&mut waits.addresses, address, until(seconds.min(LONGEST_WAIT)), now);
        if status == 429 || second {
            note(&mut waits.hosts, host, until(seconds.min(self.host_wait)), now);
        }
    }

    fn left_alone(&self, host: &str, url: &Url, now: When) -> Option<u64> {
        let waits = self.waits.lock().unwrap_or_else(PoisonError::into_inner);
        let until = waits.hosts.get(host).max(waits.addresses.get(&address(url)))?;
        u64::try_from(until - now.unix()).ok().filter(|left| *left > 0)
    }

    fn with<T>(&self, host: &str, act: impl FnOnce(&mut Host) -> T) -> T {
        let mut book = self.book.lock().unwrap_or_else(PoisonError::into_inner);
        if book.len() >= MAX_HOSTS && !book.contains_key(host) {
            let now = clock();
            book.retain(|_, h| h.next > now || h.line > now || h.open.available_permits() < self.per_host);
        }
        act(book.entry(host.to_owned()).or_insert_with(|| {
            let now = clock();
            Host { open: Arc::new(Semaphore::new(self.per_host)), next: now, line: now }
        }))
    }
}

/// An address under its host, without what never leaves us.
fn address(url: &Url) -> String {
    format!("{} {}?{}", key(url), url.path(), url.query().unwrap_or(""))
}

fn note(waits: &mut BTreeMap<String, i64>, key: String, until: i64, now: When) {
    if waits.len() >= MAX_WAITS && !waits.contains_key(&key) {
        waits.retain(|_, until| *until > now.unix());
        let soonest = waits.iter().min_by_key(|(_, until)| **until).map(|(key, _)| key.clone());
        if let Some(soonest) = soonest.filter(|_| waits.len() >= MAX_WAITS) {
            waits.remove(&soonest);
        }
    }
    let kept = waits.entry(key).or_insert(until);
    *kept = until.max(*kept);
}

/// The runtime's own clock: it measures waiting, not dates, and tests can pause it.
fn clock() -> Instant {
    Instant::now()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hosts(per_host: usize) -> Hosts {
        Hosts::new(&Limits { per_host, spacing: Duration::from_secs(1), ..Limits::default() })
    }

    fn url(text: &str) -> Url {
        Url::parse(text).unwrap()
    }

    fn at(second: i64) -> When {
        When::from_unix(1_800_000_000 + second).unwrap()
    }

    async fn wait(hosts: &Hosts, address: &str, second: i64) -> Option<u64> {
        hosts.turn(&url(address), false, at(second)).await.err().and_then(|e| e.put_back_for())
    }

    #[tokio::test(start_paused = true)]
    async fn requests_to_one_host_start_apart_and_other_hosts_do_not_wait() {
        let hosts = hosts(2);
        let begun = clock();
        let _a = hosts.turn(&url("http://a.test/"), false, at(0)).await.unwrap();
        let _b = hosts.turn(&url("http://b.test/"), false, at(0)).await.unwrap();
        assert_eq!(clock() - begun, Duration::ZERO);
        let _a2 = hosts.turn(&url("https://A.test./x"), false, at(0)).await.unwrap();
        assert_eq!(clock() - begun, Duration::from_secs(1));
    }

    #[tokio::test(start_paused = true)]
    async fn who_finds_a_slow_host_full_is_sent_away_at_once_and_each_to_another_time() {
        let hosts = hosts(1);
        let _slow = hosts.turn(&url("http://slow.test/"), false, at(0)).await.unwrap();
        let begun = clock();
        let mut times = Vec::new();
        for page in 0..5 {
            times.push(wait(&hosts, &format!("http://slow.test/{page}"), 0).await.unwrap());
        }
        assert_eq!(clock() - begun, Duration::ZERO);
        assert_eq!(times, [2, 3, 4, 5, 6]);
        assert_eq!(wait(&hosts, "http://quick.test/", 0).await, None);
        assert_eq!(hosts.busy(at(0)), ["slow.test"]);
    }

    #[tokio::test(start_paused = true)]
    async fn a_host_that_says_429_is_left_alone_as_a_whole_and_others_are_not() {
        let hosts = hosts(9);
        hosts.asked_to_wait(&url("http://a.test/1"), 429, Some(120), at(0));
        assert_eq!(wait(&hosts, "http://a.test/1", 0).await, Some(120));
        assert_eq!(wait(&hosts, "https://a.test/2", 119).await, Some(1));
        assert_eq!(wait(&hosts, "http://a.test/2", 120).await, None);
        assert_eq!(wait(&hosts, "http://b.test/1", 0).await, None);
        assert_eq!(wait(&hosts, "http://a.test:8080/1", 0).await, None);
    }

    #[tokio::test(start_paused = true)]
    async fn a_wish_without_measure_binds_its_address_for_a_day_and_its_host_for_minutes() {
        let hosts = hosts(9);
        hosts.asked_to_wait(&url("http://a.test/1"), 429, Some(u64::MAX), at(0));
        assert_eq!(wait(&hosts, "http://a.test/1", 0).await, Some(LONGEST_WAIT));
        let bound = Limits::default().host_wait.as_secs();
        assert_eq!(wait(&hosts, "http://a.test/2", 0).await, Some(bound));
    }

    #[tokio::test(start_paused = true)]
    async fn one_sick_address_is_no_sick_host_but_two_are() {
        let hosts = hosts(9);
        hosts.asked_to_wait(&url("http://a.test/1"), 503, Some(60), at(0));
        assert_eq!(wait(&hosts, "http://a.test/1", 0).await, Some(60));
        assert_eq!(wait(&hosts, "http://a.test/2", 0).await, None);
        hosts.asked_to_wait(&url("http://a.test/2"), 503, Some(60), at(1));
        assert_eq!(wait(&hosts, "http://a.test/3", 1).await, Some(60));
    }

    #[tokio::test(start_paused = true)]
    async fn a_host_that_says_429_without_a_number_has_a_minute_and_503_without_one_has_none() {
        let hosts = hosts(9);
        hosts.asked_to_wait(&url("http://a.test/1"), 429, None, at(0));
        assert_eq!(wait(&hosts, "http://a.test/2", 0).await, Some(60));
        for status in [500, 502, 503] {
            hosts.asked_to_wait(&url("http://b.test/1"), status, None, at(0));
        }
        assert_eq!(wait(&hosts, "http://b.test/1", 0).await, None);
    }

    #[test]
    fn the_book_of_waits_stays_bounded() {
        let hosts = hosts(1);
        for n in 0..i64::try_from(MAX_WAITS).unwrap() + 500 {
            hosts.asked_to_wait(&url(&format!("http://h{n}.test/")), 429, Some(60), at(0));
        }
        assert_eq!(hosts.waits.lock().unwrap().addresses.len(), MAX_WAITS);
        assert_eq!(hosts.waits.lock().unwrap().hosts.len(), MAX_WAITS);
    }
}
