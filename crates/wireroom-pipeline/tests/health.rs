//! The watch over the feeds: what is recorded of a feed that fails, recovers and falls silent, and what is not.
#![allow(dead_code)]

use crate::house;
use crate::house::{House, Press};
use wireroom_model::FeedId;
use wireroom_store::Viewer;
use wireroom_store::health::Texts;

const DAY: i64 = 86_400;

async fn added(house: &House, press: &Press, path: &str) -> FeedId {
    house.pipeline.add_feed(&press.url(path), None).await.unwrap().feed
}

/// The recorded changes, oldest first: verdict and sentence.
async fn changes(house: &House) -> Vec<(String, String)> {
    let mut all = house.store.verdict_changes(Viewer::House, 50).await.unwrap();
    all.reverse();
    all.into_iter().map(|change| (change.verdict, change.told)).collect()
}

/// Polls the feed so many times as if its hour had come each time.
async fn polls(house: &House, feed: FeedId, times: u32) {
    for _ in 0..times {
        house.pipeline.poll_now(feed).await.unwrap();
        house.work().await;
        house.pipeline.judge_feeds().await.unwrap();
        house.later(60);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_failing_feed_is_told_once_and_its_recovery_once() {
    let (folder, press) = (tempfile::tempdir().unwrap(), Press::open().await);
    let house = House::open(folder.path()).await;
    press.feed("/feed", "Tern", &[]);
    let feed = added(&house, &press, "/feed").await;
    polls(&house, feed, 1).await;
    assert_eq!(changes(&house).await, [], "a feed that is well is no news");
    press.put("/feed", 500, "text/plain", "broken");
    polls(&house, feed, 2).await;
    assert_eq!(changes(&house).await, [], "two failures pass by themselves");
    polls(&house, feed, 3).await;
    let told = changes(&house).await;
    assert_eq!(told.len(), 1, "{told:?}");
    assert_eq!(told[0].0, "failing");
    assert!(
        told[0].1.contains("answered 500: a fault on its side. Failed 3 times in a row; last read"),
        "{told:?}"
    );
    assert_eq!(house.store.troubled_feeds(Viewer::Guest).await.unwrap()[0].name, "Tern");
    press.feed("/feed", "Tern", &[]);
    polls(&house, feed, 2).await;
    let told = changes(&house).await;
    assert_eq!(told.len(), 2, "{told:?}");
    assert_eq!(told[1].0, "fine");
    assert_eq!(house.store.troubled_feeds(Viewer::House).await.unwrap(), []);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_feed_that_used_to_speak_daily_falls_silent() {
    let (folder, press) = (tempfile::tempdir().unwrap(), Press::open().await);
    let house = House::open(folder.path()).await;
    press.feed("/feed", "Tern", &[]);
    let feed = added(&house, &press, "/feed").await;
    // Entries without a stated time: the day of their arrival counts.
    let mut items = String::new();
    for day in 0..5 {
        items.push_str(&format!(
            "<item><title>News {day}</title><guid>{day}</guid><description>Word.</description></item>"
        ));
        let body = format!("<rss version=\"2.0\"><channel><title>Tern</title>{items}</channel></rss>");
        press.put("/feed", 200, "application/rss+xml", &body);
        polls(&house, feed, 1).await;
        house.later(DAY);
    }
    assert_eq!(changes(&house).await, []);
    house.later(2 * DAY - 600);
    polls(&house, feed, 1).await;
    assert_eq!(changes(&house).await, [], "three days are within its habit");
    house.later(DAY + 1_200);
    polls(&house, feed, 1).await;
    let told = changes(&house).await;
    assert_eq!(told.len(), 1, "{told:?}");
    assert_eq!(told[0].0, "silent");
    assert!(told[0].1.starts_with("It used to speak every day; nothing for 4 days."), "{told:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_habit_says_where_the_texts_came_from() {
    let (folder, press) = (tempfile::tempdir().unwrap(), Press::open().await);
    let house = House::open(folder.path()).await;
    press.page("/a", "Ferry aground", &house::told(1, 14));
    let lost = house::told(2, 2);
    press.feed("/feed", "Tern", &[("/a", "Ferry aground", "short"), ("/lost", "Lost page", &lost)]);
    let feed = added(&house, &press, "/feed").await;
    polls(&house, feed, 2).await;
    let habit = house.store.habits().await.unwrap()[&feed];
    assert_eq!(habit.texts, Texts { from_pages: 1, from_feed: 0, stumps: 1, empty: 0 });
    assert_eq!(habit.texts.whole(), Some(0.5));
}
