//! What a feed is asked with, what its owner chose for it, and what its publishers reserve.

use wireroom_model::FeedId;
use wireroom_store::feed_access::{AccessKind, FeedAccess, MAX_ACCESS, Secret};
use wireroom_store::feed_settings::FeedSettings;
use wireroom_store::feeds::{NewFeed, TextFrom};
use wireroom_store::polls::FeedFacts;
use wireroom_store::reservations::Reserved;
use wireroom_store::robots::Robots;
use wireroom_store::{Store, Tx, Viewer};

async fn open() -> (tempfile::TempDir, Store) {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(folder.path()).await.unwrap();
    (folder, store)
}

async fn feed(tx: &mut Tx, title: Option<&str>) -> FeedId {
    let new = NewFeed { address: "https://tern.example/feed", title, ..NewFeed::default() };
    tx.add_feed(&new, 1).await.unwrap().0
}

fn cookie(value: &str) -> FeedAccess {
    FeedAccess { kind: AccessKind::Cookie, name: "session".to_owned(), value: Secret::new(value) }
}

#[tokio::test]
async fn a_secret_is_in_no_row_and_no_print() {
    let (_folder, store) = open().await;
    let mut tx = store.begin().await.unwrap();
    let id = feed(&mut tx, None).await;
    let basic =
        FeedAccess { kind: AccessKind::Basic, name: "mara".to_owned(), value: Secret::new("hush-hush") };
    tx.set_feed_access(id, &[cookie("hush-hush"), basic]).await.unwrap();
    tx.commit().await.unwrap();
    let kept = store.feed_access(id).await.unwrap();
    assert_eq!(kept.len(), 2);
    assert!(kept.iter().all(|one| one.value.reveal() == "hush-hush"));
    let feeds = store.feeds(Viewer::House).await.unwrap();
    let printed = format!("{kept:?} {feeds:?} {:?}", store.verify().await.unwrap());
    assert!(!printed.contains("hush-hush") && !printed.contains("mara"), "{printed}");
}

#[tokio::test]
async fn a_refused_secret_is_not_named_in_the_refusal() {
    let (_folder, store) = open().await;
    let mut tx = store.begin().await.unwrap();
    let id = feed(&mut tx, None).await;
    let long = tx.set_feed_access(id, &[cookie(&"hush".repeat(9_000))]).await.unwrap_err().to_string();
    assert!(long.contains("session") && !long.contains("hush"), "{long}");
    let many: Vec<FeedAccess> = (0..=MAX_ACCESS).map(|_| cookie("hush")).collect();
    assert!(tx.set_feed_access(id, &many).await.is_err());
}

#[tokio::test]
async fn secrets_go_with_their_feed() {
    let (_folder, store) = open().await;
    let mut tx = store.begin().await.unwrap();
    let id = feed(&mut tx, None).await;
    tx.set_feed_access(id, &[cookie("hush")]).await.unwrap();
    tx.remove_feed(id).await.unwrap();
    tx.commit().await.unwrap();
    assert!(store.feed_access(id).await.unwrap().is_empty());
}

#[tokio::test]
async fn the_owners_title_stays_and_the_publishers_comes_back_when_it_is_given_up() {
    let (_folder, store) = open().await;
    let mut tx = store.begin().await.unwrap();
    let id = feed(&mut tx, None).await;
    let speak = FeedFacts { title: Some("The Tern"), ..FeedFacts::default() };
    tx.feed_spoke(id, &speak, false, 9, 2).await.unwrap();
    let mine = FeedSettings {
        title: Some("My bird".to_owned()),
        text_from: TextFrom::Page,
        interval_seconds: Some(600),
        is_folded: false,
        to_writer: Some(true),
    };
    tx.set_feed_settings(id, &mine).await.unwrap();
    tx.feed_spoke(id, &speak, false, 9, 3).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(store.feed_settings(id).await.unwrap().unwrap(), mine);
    assert_eq!(store.feed(id).await.unwrap().unwrap().title.as_deref(), Some("My bird"));
    let mut tx = store.begin().await.unwrap();
    tx.set_feed_settings(id, &FeedSettings::default()).await.unwrap();
    tx.feed_spoke(id, &speak, false, 9, 4).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(store.feed_settings(id).await.unwrap().unwrap(), FeedSettings::default());
    assert_eq!(store.feed(id).await.unwrap().unwrap().title.as_deref(), Some("The Tern"));
}

#[tokio::test]
async fn a_feed_that_asked_to_be_left_alone_is_not_polled_by_hand_either() {
    let (_folder, store) = open().await;
    let mut tx = store.begin().await.unwrap();
    let id = feed(&mut tx, None).await;
    tx.feed_failed(id, &"it answers 429".into(), false, 500, 10).await.unwrap();
    tx.leave_feed_alone(id, 500).await.unwrap();
    tx.poll_feed_at(id, 20).await.unwrap();
    tx.commit().await.unwrap();
    assert!(store.feeds_due(499, 9).await.unwrap().is_empty());
    assert_eq!(store.feeds_due(500, 9).await.unwrap()[0].id, id);
}

#[tokio::test]
async fn what_a_feed_says_of_its_pace_is_kept() {
    let (_folder, store) = open().await;
    let mut tx = store.begin().await.unwrap();
    let id = feed(&mut tx, None).await;
    let facts = FeedFacts {
        ttl_seconds: Some(3_600),
        skip_hours: &[1, 2],
        skip_days: &[6, 7],
        rhythm_seconds: Some(900),
        icon: Some("https://tern.example/icon.png"),
        ..FeedFacts::default()
    };
    tx.feed_spoke(id, &facts, true, 9, 2).await.unwrap();
    tx.commit().await.unwrap();
    let kept = store.feed(id).await.unwrap().unwrap();
    assert_eq!((kept.ttl_seconds, kept.rhythm_seconds), (Some(3_600), Some(900)));
    assert_eq!((kept.skip_hours, kept.skip_days), (vec![1, 2], vec![6, 7]));
    assert_eq!(kept.icon.as_deref(), Some("https://tern.example/icon.png"));
}

#[tokio::test]
async fn robots_are_kept_by_origin_until_nobody_asks() {
    let (_folder, store) = open().await;
    let said = Robots {
        body: Some("User-agent: *".to_owned()),
        status: Some(200),
        tdm: None,
        fetched_at: 10,
        expires_at: 20,
    };
    let mut tx = store.begin().await.unwrap();
    tx.set_robots("https://tern.example", &Robots::default()).await.unwrap();
    tx.set_robots("https://tern.example", &said).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(store.robots("https://tern.example").await.unwrap(), Some(said));
    assert_eq!(store.robots("http://tern.example").await.unwrap(), None);
    let mut tx = store.begin().await.unwrap();
    assert_eq!(tx.trim_robots(21).await.unwrap(), 1);
}

#[tokio::test]
async fn what_is_reserved_may_not_leave() {
    let (_folder, store) = open().await;
    let mut tx = store.begin().await.unwrap();
    let new = wireroom_store::articles::NewArticle {
        address: "https://tern.example/a",
        ..wireroom_store::articles::NewArticle::default()
    };
    let (id, _) = tx.save_article(&new, 5).await.unwrap();
    tx.commit().await.unwrap();
    assert!(store.may_export(id).await.unwrap());
    for (reservation, may) in [(Some("noarchive (robots meta)"), false), (None, true)] {
        let said = Reserved { reservation: reservation.map(str::to_owned), paywall: None };
        let mut tx = store.begin().await.unwrap();
        tx.set_reserved(id, &said).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(store.reserved(id).await.unwrap(), said);
        assert_eq!(store.may_export(id).await.unwrap(), may);
    }
    assert!(!store.may_export(wireroom_model::ArticleId::new(999).unwrap()).await.unwrap());
}
