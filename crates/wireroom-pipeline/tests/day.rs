//! A simulated day of many feeds: publishers of our own on loopback, a clock that is moved a minute at a time, and
//! the real store, scheduler and way out. It holds that every feed keeps its interval, that polls spread over the
//! day, that nothing is asked too early, and that an unchanged feed brings nothing. WIREROOM_DAY_FEEDS=10000
//! gives the figures of docs/scale.md; 240 feeds are tried otherwise.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::string_slice, dead_code)]
#![allow(
    clippy::disallowed_methods,
    reason = "durations are measured and printed; nothing is decided by them"
)]
#![allow(clippy::await_holding_lock, reason = "the log is read when the day is over and nobody writes it")]

mod house;

use house::{House, NOON, Still};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::atomic::Ordering;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use wireroom_fetch::schedule::{LONGEST, SHORTEST};
use wireroom_pipeline::{Options, Reach};
use wireroom_store::feeds::{NewFeed, TextFrom};

const MINUTE: i64 = 60;
const HOUR: i64 = 3_600;
const DAY: i64 = 24 * HOUR;
/// Hosts that the feeds stand on.
const HOSTS: usize = 32;
/// Seconds between the entries of a feed, in tenths of all feeds: a wire, dailies, weeklies, and some that sleep.
const RHYTHMS: [i64; 10] =
    [HOUR / 2, HOUR, 3 * HOUR, 6 * HOUR, 6 * HOUR, DAY / 2, DAY, DAY, 3 * DAY, 7 * DAY];
/// Entries that a feed shows.
const SHOWN: i64 = 10;

/// What the publishers were asked.
#[derive(Debug, Default)]
struct Log {
    /// Feed to the times of its requests.
    asked: BTreeMap<usize, Vec<i64>>,
    unchanged: u64,
}

fn rhythm(feed: usize) -> i64 {
    RHYTHMS[feed % RHYTHMS.len()]
}

/// How many entries the feed has printed by then; feeds do not print in step.
fn printed(feed: usize, now: i64) -> i64 {
    let shift = i64::try_from(feed).unwrap() * 7_919 % rhythm(feed);
    (now - NOON + 100 * DAY + shift) / rhythm(feed)
}

fn body(feed: usize, now: i64) -> String {
    let newest = printed(feed, now);
    let shift = i64::try_from(feed).unwrap() * 7_919 % rhythm(feed);
    let mut items = String::new();
    for number in (newest - SHOWN + 1..=newest).rev() {
        let at = wireroom_model::When::from_unix(number * rhythm(feed) - shift + NOON - 100 * DAY).unwrap();
        let _ = write!(
            items,
            "<entry><id>f{feed}-{number}</id><title>Entry {number} of feed {feed}</title><published>{at}</published>\
             <link href='https://f{feed}.example/{number}'/><summary>What stands in it, in short.</summary></entry>"
        );
    }
    format!("<feed xmlns='http://www.w3.org/2005/Atom'><title>Feed {feed}</title>{items}</feed>")
}

/// Answers on a connection until it is closed.
async fn answer(mut socket: tokio::net::TcpStream, clock: Arc<Still>, log: Arc<Mutex<Log>>) {
    let mut head = Vec::new();
    let mut some = [0_u8; 2_048];
    loop {
        while !head.ends_with(b"\r\n\r\n") {
            match socket.read(&mut some).await {
                Ok(0) | Err(_) => return,
                Ok(n) => head.extend_from_slice(&some[..n]),
            }
        }
        let text = String::from_utf8_lossy(&head).to_lowercase();
        let feed: usize = text.split("/feed/").nth(1).unwrap().split(' ').next().unwrap().parse().unwrap();
        let now = clock.0.load(Ordering::SeqCst);
        let tag = format!("\"{}\"", printed(feed, now));
        let same = text.contains(&format!("if-none-match: {tag}"));
        {
            let mut log = log.lock().unwrap();
            log.asked.entry(feed).or_default().push(now);
            log.unchanged += u64::from(same);
        }
        let (status, body) = if same { (304, String::new()) } else { (200, body(feed, now)) };
        let answer = format!(
            "HTTP/1.1 {status} X\r\nContent-Type: application/atom+xml\r\nETag: {tag}\r\nContent-Length: {}\r\n\r\n{body}",
            body.len()
        );
        if socket.write_all(answer.as_bytes()).await.is_err() {
            return;
        }
        head.clear();
    }
}

async fn publish(clock: &Arc<Still>) -> (Vec<String>, Arc<Mutex<Log>>) {
    let log: Arc<Mutex<Log>> = Arc::default();
    let mut hosts = Vec::new();
    for number in 0..HOSTS {
        let listener = tokio::net::TcpListener::bind(format!("127.0.1.{}:0", number + 1)).await.unwrap();
        hosts.push(listener.local_addr().unwrap().to_string());
        let (clock, log) = (Arc::clone(clock), Arc::clone(&log));
        tokio::spawn(async move {
            while let Ok((socket, _)) = listener.accept().await {
                tokio::spawn(answer(socket, Arc::clone(&clock), Arc::clone(&log)));
            }
        });
    }
    (hosts, log)
}

/// A figure of this process that Linux keeps: a line of /proc/self/status or /proc/self/io.
fn of_process(file: &str, name: &str) -> Option<u64> {
    let text = std::fs::read_to_string(format!("/proc/self/{file}")).ok()?;
    let line = text.lines().find(|line| line.starts_with(name))?;
    line.split_whitespace().nth(1)?.parse().ok()
}

#[expect(clippy::disallowed_methods, reason = "prints how long a minute took; asserts no time")]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_day_of_many_feeds_keeps_every_interval() {
    let count: usize = std::env::var("WIREROOM_DAY_FEEDS").map_or(240, |n| n.parse().unwrap());
    let hours: i64 = std::env::var("WIREROOM_DAY_HOURS").map_or(24, |n| n.parse().unwrap());
    let folder = tempfile::tempdir().unwrap();
    let house = House::open_reaching(folder.path(), Options::default(), "127.0.1.0/24").await;
    let (hosts, log) = publish(&house.clock).await;
    let mut tx = house.store.begin().await.unwrap();
    for feed in 0..count {
        let address = format!("http://{}/feed/{feed}", hosts[feed % HOSTS]);
        let new = NewFeed {
            address: &address,
            title: None,
            is_private: false,
            owner: None,
            text_from: TextFrom::Auto,
        };
        tx.add_feed(&new, NOON).await.unwrap();
    }
    tx.commit().await.unwrap();
    let (mut latest, mut due, mut slowest, mut minutes) = (0, 0, Duration::ZERO, Vec::new());
    let (mut first, mut written, mut settled) = (Duration::ZERO, 0, 0);
    let cpu = cpu_time::ProcessTime::now();
    for minute in 0..hours * 60 {
        let now = NOON + minute * MINUTE;
        house.clock.0.store(now, Ordering::SeqCst);
        let waiting = house.store.feeds_due(now, u32::MAX).await.unwrap().len();
        if let Some(at) = house.store.next_poll_at().await.unwrap().filter(|at| *at <= now && minute > 0) {
            latest = latest.max(now - at);
        }
        let (before, started) =
            (log.lock().unwrap().asked.values().map(Vec::len).sum::<usize>(), Instant::now());
        // One after the other: a house has one scheduler, and the figures are a floor.
        house.pipeline.drain(Reach::Feeds).await.unwrap();
        let took = started.elapsed();
        let done = log.lock().unwrap().asked.values().map(Vec::len).sum::<usize>() - before;
        assert_eq!(done, waiting, "minute {minute}: every feed that was due was asked, and no other");
        due += waiting;
        if minute == 0 {
            first = took;
        } else {
            slowest = slowest.max(took);
            minutes.push(done);
        }
        if minute == HOUR / MINUTE {
            settled = of_process("status", "VmRSS").unwrap_or(0);
        }
        written = of_process("io", "write_bytes").unwrap_or(0);
    }
    let cpu = cpu.elapsed();
    let counts = house.store.counts().await.unwrap();
    let log = log.lock().unwrap();
    let polls: usize = log.asked.values().map(Vec::len).sum();
    assert_eq!(log.asked.len(), count, "every feed was asked");
    for (feed, times) in &log.asked {
        for pair in times.windows(2) {
            let gap = u64::try_from(pair[1] - pair[0]).unwrap();
            assert!((SHORTEST..=LONGEST + 60).contains(&gap), "feed {feed} was asked after {gap} seconds");
        }
        // Within its rhythm: no entry leaves the feed's list before it was read.
        let longest = times.windows(2).map(|pair| pair[1] - pair[0]).max().unwrap_or(0);
        assert!(longest <= (SHOWN - 1) * rhythm(*feed), "feed {feed} of rhythm {}: {longest}", rhythm(*feed));
    }
    assert!(latest <= MINUTE, "a poll was {latest} seconds late");
    assert_eq!(polls, due);
    // Spread: after the first hours, in which all feeds were new at once.
    let late: Vec<usize> = minutes.iter().skip(6 * 60).copied().collect();
    let mean = late.iter().sum::<usize>() as f64 / late.len().max(1) as f64;
    let most = late.iter().max().copied().unwrap_or(0);
    let bound = mean * 4.0 + 12.0;
    assert!((most as f64) <= bound, "{most} polls in one minute where {mean:.1} is the mean");
    println!(
        "{count} feeds, {hours} hours: {polls} polls of {due} due, worst lateness {latest} s, {} entries",
        counts.entries
    );
    println!(
        "304: {:.1} %; polls a minute after six hours: mean {mean:.1}, most {most}",
        100.0 * log.unchanged as f64 / polls as f64
    );
    println!("first minute (all feeds at once): {first:.1?}; slowest other minute: {slowest:.1?}");
    println!(
        "CPU a poll, publishers of the test included: {:.2} ms",
        cpu.as_secs_f64() * 1_000.0 / polls as f64
    );
    println!(
        "memory after the first hour {} MB, at the most {} MB; written to disk {:.1} KB a poll; database {} MB",
        settled / 1_024,
        of_process("status", "VmHWM").unwrap_or(0) / 1_024,
        written as f64 / 1_024.0 / polls as f64,
        std::fs::metadata(folder.path().join("wireroom.db")).map_or(0, |m| m.len()) >> 20,
    );
    let peak = of_process("status", "VmHWM").unwrap_or(0);
    assert!(peak < 256 * 1_024 + 32 * u64::try_from(count).unwrap(), "{peak} KB at the most");
}
