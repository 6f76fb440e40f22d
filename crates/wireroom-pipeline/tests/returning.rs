//! What was read stays read while a feed renames, moves or repeats its entries: five polls in which the publisher says
//! the same in another way, and a reader who has read all of it after the first.
#![allow(dead_code)]

use crate::house::{House, Press, told};
use std::collections::BTreeSet;
use wireroom_model::{FeedId, UserId};
use wireroom_store::Viewer;
use wireroom_store::briefs::Order;
use wireroom_store::marks::Marking;
use wireroom_store::users::{NewUser, Role};

const POLLS: usize = 5;
const ENTRIES: usize = 6;
const DAY: i64 = 86_400;

struct Reading {
    _folder: tempfile::TempDir,
    house: House,
    press: Press,
    reader: UserId,
    feed: FeedId,
}

/// What an item is called at a poll, given its number: its id (none: it has none) and its link.
type Naming = fn(&Press, usize, usize) -> (Option<String>, String);

fn steady(press: &Press, _poll: usize, n: usize) -> (Option<String>, String) {
    (Some(format!("story-{n}")), press.url(&format!("/story-{n}")))
}

impl Reading {
    /// A reader who has read all that the first poll brought.
    async fn begin(naming: Naming) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let (house, press) = (House::open(folder.path()).await, Press::open().await);
        let ada = NewUser { name: "Ada", password_hash: "x", role: Role::Reader, time_zone: None };
        let mut tx = house.store.begin().await.unwrap();
        let reader = tx.add_user(&ada, 1).await.unwrap();
        tx.commit().await.unwrap();
        print(&press, "/feed", 0, naming);
        let feed = house.pipeline.add_feed(&press.url("/feed"), Some(reader)).await.unwrap().feed;
        house.work().await;
        let reading = Self { _folder: folder, house, press, reader, feed };
        let unread = reading.unread().await;
        let counts = reading.house.store.counts().await.unwrap();
        let expected = u64::try_from(ENTRIES).unwrap();
        assert_eq!((counts.entries, counts.articles), (expected, expected), "each entry is one article");
        assert!(counts.stories > 0);
        assert_eq!(unread.len() as u64, counts.entries + counts.articles + counts.stories, "all is unread");
        let mut tx = reading.house.store.begin().await.unwrap();
        // Whoever has read the entries has read the articles and the stories that they brought.
        let entries = reading.house.store.entries_of(feed, 999).await.unwrap();
        let entries: Vec<_> = entries.iter().map(|entry| entry.id).collect();
        tx.mark_entries(reading.reader, &entries, Marking::Read(Some(1))).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(reading.unread().await, BTreeSet::new());
        reading
    }

    /// The numbers of all that the reader may see and has not read: entries, articles, stories.
    async fn unread(&self) -> BTreeSet<u64> {
        let (store, viewer) = (&self.house.store, Viewer::User(self.reader));
        let mut items = BTreeSet::new();
        for feed in store.feeds(viewer).await.unwrap() {
            items.extend(store.entries_of(feed.id, 999).await.unwrap().iter().map(|entry| entry.id.get()));
        }
        items.extend(store.latest_articles(viewer, None, 999).await.unwrap().iter().map(|one| one.id.get()));
        items
            .extend(store.front(viewer, Order::Latest, 999, 0).await.unwrap().iter().map(|one| one.id.get()));
        let all: Vec<u64> = items.iter().copied().collect();
        for mark in store.marks(self.reader, &all).await.unwrap() {
            if mark.read_at.is_some() {
                items.remove(&mark.item);
            }
        }
        items
    }

    /// The other polls; nothing may come back at any.
    async fn go_on(&self, naming: Naming) {
        for poll in 1..POLLS {
            print(&self.press, "/feed", poll, naming);
            self.house.later(3 * DAY);
            self.house.work().await;
            assert_eq!(self.unread().await, BTreeSet::new(), "came back at poll {poll}");
        }
        assert_eq!(self.press.times("/feed"), POLLS, "every poll was one");
    }
}

/// The feed of one poll: the same stories, named as they are named then. What it calls itself changes with each poll,
/// so that no answer is the last one again.
fn print(press: &Press, path: &str, poll: usize, naming: Naming) {
    let items: String = (0..ENTRIES)
        .map(|n| {
            let (id, link) = naming(press, poll, n);
            press.page(&format!("/story-{n}"), &title(n), &told(n as u64 + 1, 14));
            let id = id.map(|id| format!("<guid isPermaLink='false'>{id}</guid>")).unwrap_or_default();
            format!(
                "<item><title>{}</title><link>{link}</link>{id}\
                 <pubDate>Wed, 20 Aug 2025 0{n}:00:00 GMT</pubDate><description>{}</description></item>",
                title(n),
                told(n as u64 + 1, 2)
            )
        })
        .collect();
    let feed = format!(
        "<rss version='2.0'><channel><title>The Courier</title><link>{}</link><description>{}</description>\
         {items}</channel></rss>",
        press.url("/"),
        "seen ".repeat(poll + 1)
    );
    press.put(path, 200, "application/rss+xml", &feed);
}

fn title(n: usize) -> String {
    told(n as u64 + 90, 1)
}

#[tokio::test(flavor = "multi_thread")]
async fn ids_that_are_new_at_every_poll_bring_nothing_back() {
    let naming: Naming =
        |press, poll, n| (Some(format!("build-{poll}-item-{n}")), press.url(&format!("/story-{n}")));
    Reading::begin(naming).await.go_on(naming).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn clicks_counted_in_links_bring_nothing_back() {
    let counted: Naming = |press, poll, n| {
        (
            Some(format!("story-{n}")),
            press.url(&format!("/story-{n}?utm_source=feed{poll}&amp;fbclid=c{poll}{n}")),
        )
    };
    Reading::begin(counted).await.go_on(counted).await;
    // The same without an id: the link is the name.
    let bare: Naming = |press, poll, n| (None, counted_link(press, poll, n));
    Reading::begin(bare).await.go_on(bare).await;
}

fn counted_link(press: &Press, poll: usize, n: usize) -> String {
    press.url(&format!("/story-{n}?utm_campaign=poll{poll}"))
}

#[tokio::test(flavor = "multi_thread")]
async fn one_id_for_all_entries_brings_nothing_back_and_loses_none() {
    let naming: Naming = |press, _, n| (Some("post".to_owned()), press.url(&format!("/story-{n}")));
    Reading::begin(naming).await.go_on(naming).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn entries_without_an_id_are_not_forgotten() {
    let naming: Naming = |press, _, n| (None, press.url(&format!("/story-{n}")));
    Reading::begin(naming).await.go_on(naming).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_feed_that_moves_for_good_takes_what_was_read_along() {
    let reading = Reading::begin(steady).await;
    print(&reading.press, "/moved", 1, steady);
    reading.press.put("/feed", 301, "text/plain\r\nLocation: /moved", "moved");
    for poll in 1..=POLLS {
        reading.house.later(3 * DAY);
        reading.house.work().await;
        assert_eq!(reading.unread().await, BTreeSet::new(), "came back at poll {poll}");
    }
    let stored = reading.house.store.feed(reading.feed).await.unwrap().unwrap();
    assert_eq!(stored.address, reading.press.url("/moved"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_feed_that_is_removed_and_added_again_starts_anew_but_what_it_brought_stays_read() {
    let reading = Reading::begin(steady).await;
    let mut tx = reading.house.store.begin().await.unwrap();
    tx.remove_feed(reading.feed).await.unwrap();
    tx.commit().await.unwrap();
    let again =
        reading.house.pipeline.add_feed(&reading.press.url("/feed"), Some(reading.reader)).await.unwrap();
    assert!(!again.known);
    reading.house.work().await;
    let entries = reading.house.store.entries_of(again.feed, 99).await.unwrap();
    assert_eq!(entries.len(), ENTRIES, "the entries are new");
    assert_eq!(reading.unread().await, BTreeSet::new(), "but their articles were read");
}
