//! All faults in one house, and a few sound feeds beside them: nobody's fault is another's.

use crate::home::{Home, NOON, Patience, Still};
use crate::publisher::{Hit, Publisher};
use crate::table::ROWS;

/// Seconds that both houses live: long enough for every feed to be asked again, also where an hour lies between.
const STAY: i64 = 75 * 60;
/// Paths that keep a house waiting just as another one does: each such poll takes its time in truth.
const ALIKE: [&str; 2] = ["slow-start", "silent-body"];
/// Sound feeds, each at a path of its own.
const SOUND: [&str; 3] = ["ok", "etag", "no-guid"];

/// When the sound feeds were asked, in a house with or without all the others.
async fn polls(with_faults: bool) -> Vec<Vec<i64>> {
    let clock = Still::at(NOON);
    let (sound, faulty) = (Publisher::open(clock.clone()).await, Publisher::open(clock.clone()).await);
    let home = Home::open(clock, Patience::Moment).await;
    for path in SOUND {
        home.add(&format!("http://sound.example:{}/{path}", sound.port)).await;
    }
    if with_faults {
        for (number, row) in ROWS.iter().enumerate().filter(|(_, row)| !ALIKE.contains(&row.path)) {
            // A host each, as in the world: what one host asks for is for its own feeds.
            home.add(&format!("http://{number}.fault.example:{}/{}", faulty.port, row.path)).await;
        }
    }
    home.live(NOON + STAY, 1_000).await;
    assert_eq!(home.sizes().await.rows["jobs"], 0, "work was left over");
    SOUND.iter().map(|path| sound.hits(path).iter().map(|hit: &Hit| hit.at).collect()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn no_fault_moves_the_poll_of_a_sound_feed() {
    let alone = polls(false).await;
    // A test that asks each of them but once would see no poll move.
    assert!(alone.iter().filter(|polls| polls.len() > 1).count() >= 2, "{alone:?}");
    assert_eq!(alone, polls(true).await);
}
