//! Some hours with the bench's own publisher, which was not written by us: every path of it a feed of one house.
//! Skipped with a line where the bench or Python is not at hand; with `CI=true` that fails.

use crate::document::{bench, paths_of_the_bench};
use crate::home::{Home, Patience, Still};
use crate::publisher::closed_port;
use crate::table::{self, Outcome};
use std::collections::BTreeMap;
use std::process::{Child, Command, Stdio};
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use wireroom_fetch::Limits;
use wireroom_fetch::schedule::SHORTEST;
use wireroom_model::Clock;
use wireroom_store::feeds::FeedState;

/// Seconds of the house's time that it lives with them: two waits of whoever fails, and more than an hour.
const STAY: i64 = 65 * 60;
/// Bytes of a feed that are read: more than every feed that is meant to be read whole. The two without measure bring
/// some hundreds of entries.
const FEED_BYTES: usize = 16 << 10;
/// Unpacked bytes up to which a trap is not looked for: less than a feed may have.
const GRACE: usize = 4 << 10;
/// Rounds of work in that time at the most.
const ROUNDS: usize = 400;
/// Tries until the publisher listens, a tenth of a second apart.
const TRIES: usize = 100;
/// Paths that need not do what our own publisher's do: under limits as small as here no entry comes whole, or the
/// answer comes too late on a busy machine, or the last try decides.
const OTHERWISE: [&str; 4] = ["huge-article", "many-items", "slow-body", "flaky"];

/// The publisher; gone with the test, however that ends.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// One plain GET beside the house: the whole answer.
async fn get(port: u16, path: &str) -> std::io::Result<Vec<u8>> {
    let mut socket = TcpStream::connect(("127.0.0.1", port)).await?;
    let ask = format!("GET /{path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n");
    socket.write_all(ask.as_bytes()).await?;
    let mut answer = Vec::new();
    socket.read_to_end(&mut answer).await?;
    Ok(answer)
}

/// Who asked for what until now.
async fn log(port: u16) -> serde_json::Value {
    let answer = get(port, "_log").await.unwrap();
    let text = String::from_utf8(answer).unwrap();
    serde_json::from_str(text.split_once("\r\n\r\n").unwrap().1).unwrap()
}

/// Starts the publisher and waits until it listens, with its largest answers packed already.
async fn started() -> Option<(Running, u16)> {
    let port = closed_port().await;
    let child = Command::new("python3").arg(bench()).arg(port.to_string()).stderr(Stdio::null()).spawn();
    let Ok(child) = child else {
        assert!(std::env::var("CI").as_deref() != Ok("true"), "python3 is not at hand");
        println!("skipped: python3 is not at hand");
        return None;
    };
    let running = Running(child);
    for _ in 0..TRIES {
        if get(port, "_log").await.is_ok() {
            let bombs = ["gzip-bomb", "deflate-bomb", "gzip-gzip"].map(|path| tokio::spawn(get(port, path)));
            for bomb in bombs {
                assert!(bomb.await.unwrap().unwrap().len() > 1_000);
            }
            return Some((running, port));
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    panic!("the bench's publisher does not listen");
}

#[tokio::test(flavor = "multi_thread")]
async fn every_path_of_the_benchs_publisher_has_an_outcome() {
    let Some(paths) = paths_of_the_bench() else { return };
    let Some((_running, port)) = started().await else { return };
    // Its dates are those of the machine, so the house begins there: at the time of its own log.
    let begin = log(port).await["log"][0]["t"].as_f64().unwrap() as i64;
    let clock = Still::at(begin);
    let limits = Limits { feed_bytes: FEED_BYTES, ratio_grace: GRACE, ..Patience::Moment.limits() };
    let home = Home::within(clock.clone(), limits).await;
    let numbered = |path: &String| match path.as_str() {
        "chain/" => vec!["chain/3".to_owned(), "chain/20".to_owned()],
        _ => vec![path.clone()],
    };
    let mut feeds = Vec::new();
    for (number, path) in paths.iter().flat_map(numbered).enumerate() {
        // A host each, as in the world.
        let feed = home.add(&format!("http://{number}.fault.example:{port}/{path}")).await;
        feeds.push((path, feed));
    }

    let mut asked: BTreeMap<&str, Vec<i64>> = BTreeMap::new();
    for _ in 0..ROUNDS {
        let now = clock.now().unix();
        home.live(clock.start() + STAY, 1).await;
        let hits: BTreeMap<String, u64> = serde_json::from_value(log(port).await["hits"].clone()).unwrap();
        for path in ["429", "429-date", "503-huge", "gone"] {
            let times = asked.entry(path).or_default();
            if hits[&format!("/{path}")] > times.len() as u64 {
                times.push(now);
            }
            assert_eq!(hits[&format!("/{path}")], times.len() as u64, "{path} was asked twice at once");
        }
        if clock.now().unix() == now {
            break;
        }
    }
    let shortest = i64::try_from(SHORTEST).unwrap();
    for path in ["429", "429-date"] {
        assert!(asked[path].len() > 2, "{path}: {:?}", asked[path]);
        assert!(
            asked[path].windows(2).all(|two| two[1] - two[0] >= 2 * shortest),
            "{path}: {:?}",
            asked[path]
        );
    }
    assert_eq!((asked["503-huge"].len(), asked["gone"].len()), (1, 1), "{asked:?}");

    for (path, id) in &feeds {
        let (feed, seen) = (home.feed(*id).await, home.seen(*id).await);
        let health = &feed.health;
        assert!(health.last_success_at.is_some() || health.reason.is_some(), "{path} has no outcome");
        if OTHERWISE.contains(&path.as_str()) {
            continue;
        }
        let outcome = table::of(path).outcome;
        let well = matches!(outcome, Outcome::Stored | Outcome::Warned);
        assert_eq!(health.failures == 0, well, "{path}: {seen}");
        assert_eq!(feed.state == FeedState::Gone, outcome == Outcome::Disabled, "{path}: {seen}");
    }
    assert_eq!(home.sizes().await.rows["jobs"], 0, "work was left over");
    assert!(home.store.verify().await.unwrap().troubles.is_empty());
}
