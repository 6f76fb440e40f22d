//! Feeds through the whole path, from a publisher on loopback: entries become articles, failures keep what the feed
//! said, two feeds of one address share one article, and a private feed stays private.
#![allow(dead_code)]

use crate::house;
use crate::house::{House, Press, told};
use wireroom_pipeline::Reach;
use wireroom_store::briefs::Order;
use wireroom_store::feeds::FeedState;
use wireroom_store::users::{NewUser, Role};
use wireroom_store::{Store, Viewer};

async fn fronts(store: &Store, viewer: Viewer) -> usize {
    store.front(viewer, Order::Latest, 100, 0).await.unwrap().len()
}

#[tokio::test(flavor = "multi_thread")]
async fn entries_become_articles_and_an_unchanged_feed_brings_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let (house, press) = (House::open(folder.path()).await, Press::open().await);
    press.feed("/feed", "The Courier", &[("/a", "Ferry aground", "in short"), ("/b", "Walnuts", "in short")]);
    press.page("/a", "Ferry aground", &told(1, 14));
    press.page("/b", "Walnuts", &told(2, 14));
    let feed = house.pipeline.add_feed(&press.url("/feed"), None).await.unwrap();
    assert!(!feed.known);
    house.work().await;
    let counts = house.store.counts().await.unwrap();
    assert_eq!((counts.feeds, counts.entries, counts.articles, counts.stories), (1, 2, 2, 2));
    assert_eq!((counts.waiting, counts.failed), (0, 0));
    let lines = house.store.latest_articles(Viewer::Guest, None, 9).await.unwrap();
    assert!(lines.iter().all(|line| line.outlet.as_deref() == Some("The Courier")), "{lines:?}");
    let stored = house.store.feed(feed.feed).await.unwrap().unwrap();
    assert_eq!((stored.title.as_deref(), stored.articles), (Some("The Courier"), 2));
    let asked = press.asked.lock().unwrap().len();
    house.later(3 * 86_400);
    house.work().await;
    assert_eq!(press.asked.lock().unwrap().len(), asked + 1, "one conditional request");
    assert_eq!(house.store.counts().await.unwrap(), counts);
}

#[tokio::test(flavor = "multi_thread")]
async fn two_who_look_for_due_feeds_at_one_time_ask_each_feed_once() {
    let folder = tempfile::tempdir().unwrap();
    let (house, press) = (House::open(folder.path()).await, Press::open().await);
    let paths: Vec<String> = (0..40).map(|number| format!("/feed{number}")).collect();
    for path in &paths {
        press.feed(path, "The Courier", &[("/a", "Ferry aground", "in short")]);
        house.pipeline.add_feed(&press.url(path), None).await.unwrap();
    }
    let drains: Vec<_> = (0..4)
        .map(|_| {
            let pipeline = house.pipeline.clone();
            tokio::spawn(async move { pipeline.drain(Reach::Feeds).await.unwrap() })
        })
        .collect();
    for drain in drains {
        drain.await.unwrap();
    }
    for path in &paths {
        assert_eq!(press.times(path), 1, "{path}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_that_cannot_be_had_leaves_what_the_feed_said_and_the_reason() {
    let folder = tempfile::tempdir().unwrap();
    let (house, press) = (House::open(folder.path()).await, Press::open().await);
    press.feed("/feed", "The Courier", &[("/gone", "Ferry aground", "The ferry ran aground at dawn.")]);
    let feed = house.pipeline.add_feed(&press.url("/feed"), None).await.unwrap();
    house.work().await;
    let lines = house.store.latest_articles(Viewer::Guest, None, 9).await.unwrap();
    assert_eq!(lines.len(), 1);
    assert_eq!(lines[0].title, "Ferry aground");
    let version = house.store.current_version(lines[0].id, Viewer::Guest).await.unwrap().unwrap();
    assert_eq!(version.extracted.body, "The ferry ran aground at dawn.");
    let entries = house.store.entries_of(feed.feed, 9).await.unwrap();
    assert!(entries[0].reason.as_deref().unwrap().contains("404"), "{:?}", entries[0].reason);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_that_fails_in_passing_is_tried_again_before_the_feed_stands_in() {
    let folder = tempfile::tempdir().unwrap();
    let (house, press) = (House::open(folder.path()).await, Press::open().await);
    press.feed("/feed", "The Courier", &[("/a", "Ferry aground", "in short")]);
    press.put("/a", 503, "text/plain", "later");
    house.pipeline.add_feed(&press.url("/feed"), None).await.unwrap();
    house.work().await;
    assert_eq!(house.store.counts().await.unwrap().articles, 0);
    press.page("/a", "Ferry aground", &told(1, 14));
    house.later(60);
    house.work().await;
    let lines = house.store.latest_articles(Viewer::Guest, None, 9).await.unwrap();
    let version = house.store.current_version(lines[0].id, Viewer::Guest).await.unwrap().unwrap();
    assert!(version.extracted.body.len() > 200, "{}", version.extracted.body);
}

#[tokio::test(flavor = "multi_thread")]
async fn two_feeds_of_one_address_share_one_article() {
    let folder = tempfile::tempdir().unwrap();
    let (house, press) = (House::open(folder.path()).await, Press::open().await);
    press.page("/a", "Ferry aground", &told(1, 14));
    for feed in ["/one", "/two"] {
        press.feed(feed, "The Courier", &[("/a?utm_source=feed", "Ferry aground", "in short")]);
        house.pipeline.add_feed(&press.url(feed), None).await.unwrap();
    }
    house.work().await;
    let counts = house.store.counts().await.unwrap();
    assert_eq!((counts.entries, counts.articles, counts.versions), (2, 1, 1));
    let feeds = house.store.feeds(Viewer::Guest).await.unwrap();
    assert!(feeds.iter().all(|feed| feed.articles == 1), "{feeds:?}");
    assert_eq!(press.asked.lock().unwrap().iter().filter(|path| *path == "/a").count(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_feed_that_is_a_web_page_says_so_and_one_that_is_gone_stops() {
    let folder = tempfile::tempdir().unwrap();
    let (house, press) = (House::open(folder.path()).await, Press::open().await);
    press.put("/page", 200, "text/html", "<!doctype html><html><body><p>Hello</p></body></html>");
    press.put("/gone", 410, "text/plain", "gone");
    let page = house.pipeline.add_feed(&press.url("/page"), None).await.unwrap().feed;
    let gone = house.pipeline.add_feed(&press.url("/gone"), None).await.unwrap().feed;
    house.work().await;
    let health = house.store.feed(page).await.unwrap().unwrap().health;
    assert!(health.reason.as_ref().unwrap().to_string().contains("web page"), "{health:?}");
    assert!(health.next_poll_at > house::NOON);
    assert_eq!(house.store.feed(gone).await.unwrap().unwrap().state, FeedState::Gone);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_edited_page_makes_one_version_when_its_entry_changes() {
    let folder = tempfile::tempdir().unwrap();
    let (house, press) = (House::open(folder.path()).await, Press::open().await);
    press.feed("/feed", "The Courier", &[("/a", "Ferry aground", "in short")]);
    press.page("/a", "Ferry aground", &told(1, 14));
    house.pipeline.add_feed(&press.url("/feed"), None).await.unwrap();
    house.work().await;
    press.feed("/feed", "The Courier", &[("/a", "Ferry aground, three hurt", "in short")]);
    press.page("/a", "Ferry aground, three hurt", &told(1, 15));
    house.later(3 * 86_400);
    house.work().await;
    let counts = house.store.counts().await.unwrap();
    assert_eq!((counts.entries, counts.articles, counts.versions, counts.stories), (1, 1, 2, 1));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_private_feed_stays_with_its_subscriber_in_stories_and_search() {
    let folder = tempfile::tempdir().unwrap();
    let (house, press) = (House::open(folder.path()).await, Press::open().await);
    let mut tx = house.store.begin().await.unwrap();
    let new = |name| NewUser { name, password_hash: "x", role: Role::Reader, time_zone: None };
    let (ada, bea) = (tx.add_user(&new("Ada"), 1).await.unwrap(), tx.add_user(&new("Bea"), 1).await.unwrap());
    tx.commit().await.unwrap();
    press.feed("/feed", "Letters", &[("/a", "Ferry aground", "in short")]);
    press.page("/a", "Ferry aground", &told(1, 14));
    house.pipeline.add_private_feed(&press.url("/feed"), ada).await.unwrap();
    house.work().await;
    assert_eq!(fronts(&house.store, Viewer::User(ada)).await, 1);
    assert_eq!(fronts(&house.store, Viewer::User(bea)).await, 0);
    assert_eq!(fronts(&house.store, Viewer::Guest).await, 0);
    assert_eq!(house.found("ferry"), 0);
    let audiences = house.store.audiences(Viewer::User(ada)).await.unwrap();
    let query = wireroom_search::Query { text: "ferry".into(), audiences, limit: 9, ..Default::default() };
    assert_eq!(house.pipeline.search().search(&query).unwrap().total, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_running_house_stops_when_it_is_told_to() {
    let folder = tempfile::tempdir().unwrap();
    let (house, press) = (House::open(folder.path()).await, Press::open().await);
    press.feed("/feed", "The Courier", &[("/a", "Ferry aground", "in short")]);
    press.page("/a", "Ferry aground", &told(1, 14));
    let (stop, stopped) = tokio::sync::watch::channel(false);
    let pipeline = house.pipeline.clone();
    let running = tokio::spawn(async move { pipeline.run(stopped).await });
    house.pipeline.add_feed(&press.url("/feed"), None).await.unwrap();
    // The clock stands still, so a brief's short wait has to be passed by hand.
    while house.store.counts().await.unwrap().articles == 0 {
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
    house.later(10);
    while fronts(&house.store, Viewer::Guest).await == 0 {
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
    stop.send(true).unwrap();
    running.await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_nearly_full_disk_stops_fetching_and_loses_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let press = Press::open().await;
    press.feed("/feed", "The Courier", &[("/a", "Ferry aground", "in short")]);
    press.page("/a", "Ferry aground", &told(1, 14));
    {
        let house = House::open_needing(folder.path(), u64::MAX).await;
        house.pipeline.add_feed(&press.url("/feed"), None).await.unwrap();
        house.work().await;
        assert!(house.pipeline.progress().await.unwrap().low_disk);
        assert!(press.asked.lock().unwrap().is_empty());
        house.store.close().await;
    }
    let house = House::open(folder.path()).await;
    house.work().await;
    assert_eq!(house.store.counts().await.unwrap().articles, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_sites_address_finds_its_feed_and_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let (house, press) = (House::open(folder.path()).await, Press::open().await);
    press.feed("/feed", "The Courier", &[("/a", "Ferry aground", "in short")]);
    press.page("/a", "Ferry aground", &told(1, 14));
    let link =
        "<html><head><link rel=\"alternate\" type=\"application/rss+xml\" href=\"/feed\"></head><p>Hello</p>";
    press.put("/", 200, "text/html", link);
    press.put("/bare", 200, "text/html", "<html><head><title>Bare</title></head><p>Hello</p></html>");
    let site = house.pipeline.add_feed(&press.url("/"), None).await.unwrap();
    let bare = house.pipeline.add_feed(&press.url("/bare"), None).await.unwrap();
    house.work().await;
    house.work().await;
    let found = house.store.feed(site.feed).await.unwrap().unwrap();
    assert_eq!((found.address, found.articles), (press.url("/feed"), 1));
    assert!(found.note.unwrap().to_string().contains(&press.url("/")));
    let bare = house.store.feed(bare.feed).await.unwrap().unwrap();
    assert!(bare.health.reason.is_some() && bare.note.is_none(), "{bare:?}");
    // A second page that states the same feed is the same feed.
    press.put("/home", 200, "text/html", link);
    let second = house.pipeline.add_feed(&press.url("/home"), None).await.unwrap();
    house.work().await;
    assert!(house.store.feed(second.feed).await.unwrap().is_none());
    assert_eq!(house.store.counts().await.unwrap().feeds, 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_feed_that_moved_for_good_three_times_in_a_row_is_read_at_its_new_address() {
    let folder = tempfile::tempdir().unwrap();
    let (house, press) = (House::open(folder.path()).await, Press::open().await);
    press.feed("/new", "The Courier", &[("/a", "Ferry aground", "in short")]);
    press.page("/a", "Ferry aground", &told(1, 14));
    press.put("/old", 301, "text/plain\r\nLocation: /new", "moved");
    let feed = house.pipeline.add_feed(&press.url("/old"), None).await.unwrap().feed;
    for polls in 1..=3 {
        house.work().await;
        let moved = house.store.feed(feed).await.unwrap().unwrap().address == press.url("/new");
        assert_eq!(moved, polls == 3, "after {polls}");
        house.later(3 * 86_400);
    }
    house.work().await;
    assert_eq!(house.store.feed(feed).await.unwrap().unwrap().articles, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_feed_behind_a_lasting_detour_is_asked_only_whether_it_changed() {
    let folder = tempfile::tempdir().unwrap();
    let (house, press) = (House::open(folder.path()).await, Press::open().await);
    press.feed("/true", "The Courier", &[("/a", "Ferry aground", "in short")]);
    press.page("/a", "Ferry aground", &told(1, 14));
    press.put("/detour", 302, "text/plain\r\nLocation: /true", "elsewhere");
    let feed = house.pipeline.add_feed(&press.url("/detour"), None).await.unwrap().feed;
    house.work().await;
    let stored = house.store.feed(feed).await.unwrap().unwrap();
    assert_eq!(stored.validators_from, Some(press.url("/true")));
    let unchanged = || {
        let traffic = house.pipeline.traffic();
        traffic.iter().find(|one| one.purpose == "feed").unwrap().outcomes[1]
    };
    assert_eq!(unchanged(), 0);
    house.later(3 * 86_400);
    house.work().await;
    assert_eq!((unchanged(), press.times("/true")), (1, 2));
    assert!(!press.head("/detour").to_lowercase().contains("if-none-match"), "they are not the detour's");
    // A detour that leads elsewhere gets no validators of the old place, and its answer is read whole.
    press.feed("/other", "The Courier", &[("/a", "Ferry aground", "in short")]);
    press.put("/detour", 302, "text/plain\r\nLocation: /other", "elsewhere");
    house.later(3 * 86_400);
    house.work().await;
    assert!(!press.head("/other").to_lowercase().contains("if-none-match"));
    assert_eq!(house.store.feed(feed).await.unwrap().unwrap().validators_from, Some(press.url("/other")));
}
