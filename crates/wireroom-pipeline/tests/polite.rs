//! Politeness through the whole path: robots.txt, reservations, closed hours, pauses, secrets, and one bad publisher
//! among good ones. The publisher is on loopback and the clock stands still until it is moved.
#![allow(dead_code)]

use crate::house::{House, NOON, Press, told};
use std::time::Duration;
use wireroom_model::{FeedId, Kind};
use wireroom_store::Viewer;
use wireroom_store::articles::ArticleLine;
use wireroom_store::feed_access::{AccessKind, FeedAccess, Secret};
use wireroom_store::feed_settings::FeedSettings;
use wireroom_store::feeds::TextFrom;

const HOUR: i64 = 3_600;

async fn one(house: &House) -> ArticleLine {
    let lines = house.store.latest_articles(Viewer::House, None, 9).await.unwrap();
    assert_eq!(lines.len(), 1, "{lines:?}");
    lines[0].clone()
}

async fn body(house: &House) -> String {
    let line = one(house).await;
    house.store.current_version(line.id, Viewer::House).await.unwrap().unwrap().extracted.body
}

async fn kind(house: &House) -> Kind {
    one(house).await.kind
}

async fn reason(house: &House, feed: FeedId) -> Option<String> {
    house.store.entries_of(feed, 9).await.unwrap()[0].reason.clone()
}

/// A house and a press with one feed of one entry, whose page stands ready.
async fn set(folder: &tempfile::TempDir) -> (House, Press) {
    let (house, press) = (House::open(folder.path()).await, Press::open().await);
    press.feed("/feed", "The Courier", &[("/a", "Ferry aground", "The ferry ran aground at dawn.")]);
    press.page("/a", "Ferry aground", &told(1, 14));
    (house, press)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_that_robots_txt_closes_is_never_asked_for_and_the_feeds_words_stand_in() {
    let folder = tempfile::tempdir().unwrap();
    let (house, press) = set(&folder).await;
    press.put("/robots.txt", 200, "text/plain", "User-agent: *\nDisallow: /a\nDisallow: /feed\n");
    let feed = house.pipeline.add_feed(&press.url("/feed"), None).await.unwrap().feed;
    house.work().await;
    assert_eq!(press.times("/a"), 0);
    assert_eq!(body(&house).await, "The ferry ran aground at dawn.");
    assert!(reason(&house, feed).await.unwrap().contains("robots.txt"));
    assert_eq!(press.times("/feed"), 1, "a person asked for the feed itself");
}

#[tokio::test(flavor = "multi_thread")]
async fn robots_txt_is_asked_for_once_a_day_for_all_pages_of_a_host() {
    let folder = tempfile::tempdir().unwrap();
    let (house, press) = (House::open(folder.path()).await, Press::open().await);
    press.put("/robots.txt", 200, "text/plain", "User-agent: Wireroom\nDisallow: /x\n");
    for day in 0..2_u64 {
        let links: Vec<String> = (0..6).map(|n| format!("/{day}-{n}")).collect();
        for (n, link) in (0..).zip(&links) {
            press.page(link, &format!("Ferry {day} {n}"), &told(1 + n + 10 * day, 14));
        }
        let titles: Vec<String> = (0..6).map(|n| format!("Ferry {day} {n}")).collect();
        let entries: Vec<(&str, &str, &str)> = links
            .iter()
            .zip(&titles)
            .map(|(link, title)| (link.as_str(), title.as_str(), "in short"))
            .collect();
        // Another length is another answer to this press.
        press.feed("/feed", if day == 0 { "The Courier" } else { "The Harbour Courier" }, &entries);
        if day == 0 {
            house.pipeline.add_feed(&press.url("/feed"), None).await.unwrap();
        }
        house.work().await;
        assert_eq!(press.times("/robots.txt"), usize::try_from(day + 1).unwrap());
        house.later(25 * HOUR);
    }
    assert_eq!(house.store.counts().await.unwrap().articles, 12);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_host_whose_robots_txt_is_broken_waits_and_the_feed_is_read_meanwhile() {
    let folder = tempfile::tempdir().unwrap();
    let (house, press) = set(&folder).await;
    press.put("/robots.txt", 503, "text/plain", "later");
    let feed = house.pipeline.add_feed(&press.url("/feed"), None).await.unwrap().feed;
    house.work().await;
    assert_eq!(press.times("/a"), 0);
    assert_eq!(body(&house).await, "The ferry ran aground at dawn.");
    assert!(reason(&house, feed).await.unwrap().contains("503"));
    press.put("/robots.txt", 404, "text/plain", "none");
    house.later(HOUR);
    house.work().await;
    assert!(body(&house).await.len() > 200);
    assert_eq!(reason(&house, feed).await, None);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_crawl_delay_keeps_the_pages_of_a_host_apart() {
    let folder = tempfile::tempdir().unwrap();
    let (house, press) = (House::open(folder.path()).await, Press::open().await);
    press.put("/robots.txt", 200, "text/plain", "User-agent: *\nCrawl-delay: 10\nDisallow: /x");
    press.feed("/feed", "The Courier", &[("/a", "Ferry aground", "short"), ("/b", "Walnuts", "short")]);
    press.page("/a", "Ferry aground", &told(1, 14));
    press.page("/b", "Walnuts", &told(2, 14));
    house.pipeline.add_feed(&press.url("/feed"), None).await.unwrap();
    house.work().await;
    house.later(9);
    house.work().await;
    assert_eq!(press.times("/a") + press.times("/b"), 1);
    house.later(1);
    house.work().await;
    assert_eq!(press.times("/a") + press.times("/b"), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_may_not_be_archived_is_read_and_its_page_let_go() {
    for (head, meta, words) in [
        ("X-Robots-Tag: noarchive\r\n", "", "noarchive (X-Robots-Tag)"),
        ("", "<meta name=\"robots\" content=\"noarchive\">", "noarchive (robots meta)"),
        ("TDM-Reservation: 1\r\n", "", "tdm-reservation: 1 (header)"),
        ("", "<meta name=\"tdm-reservation\" content=\"1\">", "tdm-reservation: 1 (page)"),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let (house, press) = set(&folder).await;
        let page = format!(
            "<html lang=\"en\"><head><title>Ferry aground</title>{meta}</head><body><article>\
             <h1>Ferry aground</h1><p>{}</p></article></body></html>",
            told(1, 14)
        );
        press.put_with("/a", 200, "text/html", head, &page);
        house.pipeline.add_feed(&press.url("/feed"), None).await.unwrap();
        house.work().await;
        assert!(body(&house).await.len() > 200, "{words}: a reader reads it all the same");
        let id = one(&house).await.id;
        assert_eq!(house.store.reserved(id).await.unwrap().reservation.as_deref(), Some(words));
        assert!(!house.store.may_export(id).await.unwrap(), "{words}");
        assert!(house.store.page_numbers(0, 9).await.unwrap().is_empty(), "{words}: no raw page is kept");
        // Another feed that names the page later joins the article, though the page is gone.
        press.feed("/two", "The Other", &[("/a", "Ferry aground", "short")]);
        let two = house.pipeline.add_feed(&press.url("/two"), None).await.unwrap().feed;
        house.work().await;
        assert_eq!(house.store.feed(two).await.unwrap().unwrap().articles, 1, "{words}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_policy_file_reserves_what_it_names_and_nothing_else() {
    let folder = tempfile::tempdir().unwrap();
    let (house, press) = set(&folder).await;
    let policy = r#"[{"location": "/a", "tdm-reservation": 1}]"#;
    press.put("/.well-known/tdmrep.json", 200, "application/json", policy);
    house.pipeline.add_feed(&press.url("/feed"), None).await.unwrap();
    house.work().await;
    let id = one(&house).await.id;
    let said = house.store.reserved(id).await.unwrap().reservation;
    assert_eq!(said.as_deref(), Some("tdm-reservation: 1 (tdmrep.json)"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stump_before_a_paywall_is_called_one_and_the_feeds_longer_words_are_taken() {
    const STATED: &str = "<script type=\"application/ld+json\">{\"@type\": \"NewsArticle\", \
        \"headline\": \"Ferry aground\", \"isAccessibleForFree\": false}</script>";
    const ASKS: &str = "<div class=\"gate\"><p>Subscribe to continue reading</p></div>";
    let (short, long) = ("short", told(3, 6));
    for (head, gate, said) in [(STATED, "", short), ("", ASKS, short), (STATED, "", long.as_str())] {
        let folder = tempfile::tempdir().unwrap();
        let (house, press) = (House::open(folder.path()).await, Press::open().await);
        press.feed("/feed", "The Courier", &[("/a", "Ferry aground", said)]);
        let page = format!(
            "<html lang=\"en\"><head><title>Ferry aground</title>{head}</head><body><article><h1>Ferry aground</h1>\
             <p>The ferry ran aground at dawn on the sand before the harbour, the port said on Monday.</p></article>\
             {gate}</body></html>"
        );
        press.put("/a", 200, "text/html", &page);
        house.pipeline.add_feed(&press.url("/feed"), None).await.unwrap();
        house.work().await;
        assert_eq!(kind(&house).await, Kind::Paywall, "{head}{gate}");
        let id = one(&house).await.id;
        assert!(house.store.reserved(id).await.unwrap().paywall.is_some());
        assert_eq!(body(&house).await == said, said == long, "{head}{gate}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_whole_text_on_a_page_that_costs_is_no_stump() {
    let folder = tempfile::tempdir().unwrap();
    let (house, press) = set(&folder).await;
    let page = format!(
        "<html lang=\"en\"><head><title>Ferry aground</title><meta property=\"article:content_tier\" \
         content=\"metered\"></head><body><article><h1>Ferry aground</h1><p>{}</p></article></body></html>",
        told(1, 30)
    );
    press.put("/a", 200, "text/html", &page);
    house.pipeline.add_feed(&press.url("/feed"), None).await.unwrap();
    house.work().await;
    assert_eq!(kind(&house).await, Kind::Article);
}

#[tokio::test(flavor = "multi_thread")]
async fn no_poll_comes_in_a_closed_hour_not_even_from_a_house_that_was_away() {
    let folder = tempfile::tempdir().unwrap();
    let (house, press) = (House::open(folder.path()).await, Press::open().await);
    let hours: String = (14..24).map(|hour| format!("<hour>{hour}</hour>")).collect();
    let feed = format!(
        "<rss version=\"2.0\"><channel><title>C</title><link>{}</link><description>d</description>\
         <skipHours>{hours}</skipHours><ttl>150</ttl></channel></rss>",
        press.url("/")
    );
    press.put("/feed", 200, "application/rss+xml", &feed);
    let id = house.pipeline.add_feed(&press.url("/feed"), None).await.unwrap().feed;
    house.work().await;
    let stored = house.store.feed(id).await.unwrap().unwrap();
    assert_eq!(stored.ttl_seconds, Some(9_000));
    let midnight = NOON + 12 * HOUR;
    let next = stored.health.next_poll_at;
    assert!((midnight..midnight + HOUR).contains(&next), "14:30 is closed: {}", next - NOON);
    // Somebody set the clock of the schedule into the closed hours: it is moved out again.
    let mut tx = house.store.begin().await.unwrap();
    tx.poll_feed_at(id, NOON + 3 * HOUR).await.unwrap();
    tx.commit().await.unwrap();
    house.later(3 * HOUR);
    house.work().await;
    assert_eq!(press.times("/feed"), 1);
    house.pipeline.poll_now(id).await.unwrap();
    house.work().await;
    assert_eq!(press.times("/feed"), 2, "a person who asks is answered");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_feed_that_asks_to_be_left_alone_is_even_when_somebody_presses_the_button() {
    let folder = tempfile::tempdir().unwrap();
    let (house, press) = (House::open(folder.path()).await, Press::open().await);
    press.put_with("/feed", 429, "text/plain", "Retry-After: 7200\r\n", "slow down");
    let id = house.pipeline.add_feed(&press.url("/feed"), None).await.unwrap().feed;
    house.work().await;
    for _ in 0..7 {
        house.later(1_000);
        house.pipeline.poll_now(id).await.unwrap();
        house.work().await;
        assert_eq!(press.times("/feed"), 1);
    }
    house.later(200);
    house.work().await;
    assert_eq!(press.times("/feed"), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_poll_that_finds_nothing_new_writes_one_row_of_the_schedule() {
    let folder = tempfile::tempdir().unwrap();
    let (house, press) = set(&folder).await;
    let id = house.pipeline.add_feed(&press.url("/feed"), None).await.unwrap().feed;
    house.work().await;
    let dump = async || {
        let mut all = Vec::new();
        for table in
            ["entries", "entry_keys", "articles", "article_feeds", "versions", "pages", "stories", "jobs"]
        {
            all.push((table, house.store.sizes().await.unwrap().rows[table]));
        }
        let entries = format!("{:?}", house.store.entries_of(id, 99).await.unwrap());
        let articles = format!("{:?}", house.store.latest_articles(Viewer::House, None, 99).await.unwrap());
        (all, entries, articles, house.store.sizes().await.unwrap().bytes)
    };
    let before = dump().await;
    let stored = house.store.feed(id).await.unwrap().unwrap();
    for _ in 0..5 {
        house.later(30 * HOUR);
        house.work().await;
    }
    assert_eq!(press.times("/feed"), 6);
    assert_eq!(dump().await, before);
    let after = house.store.feed(id).await.unwrap().unwrap();
    let same = wireroom_store::feeds::Feed {
        health: stored.health.clone(),
        rhythm_seconds: stored.rhythm_seconds,
        ..after.clone()
    };
    assert_eq!(same, stored, "only its health and its rhythm moved");
    assert!(after.health.next_poll_at > stored.health.next_poll_at);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_feed_is_asked_with_reaches_its_own_host_and_no_log_of_ours() {
    let folder = tempfile::tempdir().unwrap();
    let (house, press) = set(&folder).await;
    let id = house.pipeline.add_feed(&press.url("/feed"), None).await.unwrap().feed;
    let one =
        |kind, name: &str, value: &str| FeedAccess { kind, name: name.into(), value: Secret::new(value) };
    let access = [one(AccessKind::Cookie, "session", "hush"), one(AccessKind::Header, "X-Key", "whisper")];
    let mut tx = house.store.begin().await.unwrap();
    tx.set_feed_access(id, &access).await.unwrap();
    tx.commit().await.unwrap();
    house.work().await;
    for path in ["/feed", "/a"] {
        let head = press.head(path);
        assert!(head.contains("session=hush") && head.contains("whisper"), "{path}: {head}");
    }
    assert!(!press.head("/robots.txt").contains("hush"));
    let feeds = format!("{:?}", house.store.feeds(Viewer::House).await.unwrap());
    assert!(!feeds.contains("hush") && !feeds.contains("whisper"));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_owners_choice_of_where_texts_come_from_is_applied_to_what_is_there() {
    let folder = tempfile::tempdir().unwrap();
    let (house, press) = set(&folder).await;
    let id = house.pipeline.add_feed(&press.url("/feed"), None).await.unwrap().feed;
    house.work().await;
    assert!(body(&house).await.len() > 200);
    for (from, is_page) in [(TextFrom::Feed, false), (TextFrom::Page, true)] {
        let settings = FeedSettings { text_from: from, ..FeedSettings::default() };
        let mut tx = house.store.begin().await.unwrap();
        tx.set_feed_settings(id, &settings).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(house.pipeline.reread_feed(id).await.unwrap(), 1);
        house.later(HOUR);
        house.work().await;
        assert_eq!(body(&house).await.len() > 200, is_page, "{from:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn fifty_feeds_of_one_host_that_never_answers_hold_up_nobody_else() {
    let folder = tempfile::tempdir().unwrap();
    let house = House::open(folder.path()).await;
    // It takes every connection and says nothing.
    let mute = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = mute.local_addr().unwrap().port();
    let taken = tokio::spawn(async move {
        let mut open = Vec::new();
        while let Ok((socket, _)) = mute.accept().await {
            open.push(socket);
        }
    });
    for n in 0..50 {
        house.pipeline.add_feed(&format!("http://127.0.0.1:{port}/{n}"), None).await.unwrap();
    }
    let mut good = Vec::new();
    for _ in 0..12 {
        let press = Press::open().await;
        press.feed("/feed", "The Courier", &[]);
        good.push(house.pipeline.add_feed(&press.url("/feed"), None).await.unwrap().feed);
    }
    let (stop, stopped) = tokio::sync::watch::channel(false);
    let pipeline = house.pipeline.clone();
    let working = tokio::spawn(async move { pipeline.run(stopped).await });
    // The mute host holds its places for as long as the way out waits for it: 20 seconds. All good feeds are read
    // while the first of its requests is still open, or this never ends in time.
    let all_read = async {
        for feed in good {
            while house.store.feed(feed).await.unwrap().unwrap().health.last_success_at.is_none() {
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
        }
    };
    let polls = tokio::time::timeout(Duration::from_secs(600), all_read).await;
    assert!(polls.is_ok());
    let mute_done = house.store.feeds(Viewer::House).await.unwrap();
    let mute_done = mute_done.iter().filter(|feed| feed.health.failures > 0).count();
    assert_eq!(mute_done, 0, "the good ones waited for the mute one");
    working.abort();
    taken.abort();
    drop(stop);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_that_says_wait_holds_its_hosts_other_pages_and_no_other_host() {
    let folder = tempfile::tempdir().unwrap();
    let (house, press) = (House::open(folder.path()).await, Press::open().await);
    let other = Press::open().await;
    press.feed("/feed", "The Courier", &[("/a", "Ferry aground", "short"), ("/b", "Walnuts", "short")]);
    for path in ["/a", "/b"] {
        press.put_with(path, 429, "text/plain", "Retry-After: 3000\r\n", "slow down");
    }
    other.feed("/feed", "The Other", &[("/c", "Quarry", "short")]);
    other.page("/c", "Quarry", &told(5, 14));
    house.pipeline.add_feed(&press.url("/feed"), None).await.unwrap();
    house.pipeline.add_feed(&other.url("/feed"), None).await.unwrap();
    house.work().await;
    assert_eq!((press.times("/a") + press.times("/b"), other.times("/c")), (1, 1));
    house.later(2_999);
    house.work().await;
    assert_eq!(press.times("/a") + press.times("/b"), 1, "nobody comes early");
    house.later(700);
    house.work().await;
    assert!(press.times("/a") + press.times("/b") >= 2);
}
