//! Lists through houses: what one house takes in and gives out, a second takes in the same. Bringing in merges, keeps
//! what a reader chose and never lets a secret out. listparser's lists are read where they lie (WIREROOM_CORPORA, else
//! ../shared/corpora); without them that test says so and is skipped, unless CI=true.
#![allow(dead_code)]

use crate::house::{House, Press};
use std::path::{Path, PathBuf};
use std::process::Command;
use wireroom_feed::opml::{self, NAMESPACE, Opml};
use wireroom_model::UserId;
use wireroom_pipeline::choices::choice;
use wireroom_store::Viewer;
use wireroom_store::feeds::FeedState;
use wireroom_store::users::{NewUser, Role};

async fn user(house: &House, name: &str, role: Role) -> UserId {
    let mut tx = house.store.begin().await.unwrap();
    let id = tx.add_user(&NewUser { name, password_hash: "x", role, time_zone: None }, 1).await.unwrap();
    tx.commit().await.unwrap();
    id
}

/// A list with its feeds, folders, titles and settings in one order.
fn set(text: &str) -> (Vec<opml::Subscription>, Vec<Vec<String>>) {
    let mut list = opml::read(text.as_bytes()).unwrap();
    for subscription in &mut list.subscriptions {
        subscription.folders.sort();
    }
    list.subscriptions.sort_by(|a, b| a.feed.cmp(&b.feed));
    list.folders.sort();
    (list.subscriptions, list.folders)
}

/// Takes a list into a house of its own and gives that house's list.
async fn through(bytes: &[u8], folder: &Path) -> String {
    let house = House::open(folder).await;
    let owner = user(&house, "Ada", Role::Owner).await;
    house.pipeline.import_opml(bytes, Some(owner)).await.unwrap();
    house.pipeline.export_opml(Some(owner)).await.unwrap()
}

/// What a house takes in, it gives out, and another house the same again.
async fn round(bytes: &[u8]) -> Opml {
    let (one, two) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let given = opml::read(bytes).unwrap();
    let first = through(bytes, one.path()).await;
    let second = through(first.as_bytes(), two.path()).await;
    assert_eq!(set(&first), set(&second));
    let (feeds, folders) = set(&first);
    let (mut wanted, _) = set(&opml::write(&given));
    for subscription in &mut wanted {
        let url = wireroom_pipeline::canonical(&subscription.feed).unwrap();
        subscription.feed = url;
    }
    wanted.sort_by(|a, b| a.feed.cmp(&b.feed));
    assert_eq!(feeds, wanted, "{first}");
    let mut named = given.folders.clone();
    named.sort();
    assert_eq!(folders, named);
    given
}

fn list(outlines: &str) -> String {
    format!("<opml version=\"2.0\" xmlns:wireroom=\"{NAMESPACE}\"><head/><body>{outlines}</body></opml>")
}

#[tokio::test(flavor = "multi_thread")]
async fn feeds_folders_titles_and_settings_come_through_two_houses() {
    let given = round(
        list(
            r#"<outline text="A/B &amp; C"><outline text="Deep \ er">
            <outline text="Shown" title="Own" type="atom" xmlUrl="https://tern.example/f" htmlUrl="https://tern.example/"
              category="/x/y,z" language="de" wireroom:text-from="page" wireroom:interval="2h"/>
            <outline text="Twice" xmlUrl="https://tide.example/f"/></outline></outline>
            <outline text="Empty"/><outline text="Other"><outline text="Twice" xmlUrl="https://tide.example/f"/></outline>
            <outline xmlUrl="https://bare.example/f" wireroom:folded="no" wireroom:paused="yes"/>
            <outline text="Mine" xmlUrl="https://mine.example/f" wireroom:private="yes"/>"#,
        )
        .as_bytes(),
    )
    .await;
    assert_eq!(given.subscriptions.len(), 4);
}

#[tokio::test(flavor = "multi_thread")]
async fn every_list_of_listparser_comes_through_two_houses() {
    let corpora = std::env::var_os("WIREROOM_CORPORA").map_or_else(
        || PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/corpora")),
        PathBuf::from,
    );
    let archive = corpora.join("feeds.tar.gz");
    if !archive.exists() {
        let line = format!("skipped: no corpus at {}", archive.display());
        assert!(std::env::var("CI").is_ok_and(|v| v != "true") || std::env::var("CI").is_err(), "{line}");
        println!("{line}");
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let out =
        Command::new("tar").arg("xzf").arg(&archive).arg("-C").arg(folder.path()).arg("listparser").status();
    assert!(out.unwrap().success());
    let (mut lists, mut feeds, mut refused) = (0, 0, Vec::new());
    let mut open = vec![folder.path().join("listparser")];
    while let Some(place) = open.pop() {
        for entry in std::fs::read_dir(place).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|end| end == "xml" || end == "opml") {
                let bytes = std::fs::read(&path).unwrap();
                match opml::read(&bytes) {
                    Ok(_) => {
                        let given = round(&bytes).await;
                        feeds += given.subscriptions.len();
                        lists += 1;
                    }
                    Err(error) => refused.push((path.file_name().unwrap().to_owned(), error)),
                }
            }
        }
    }
    println!("{lists} lists, {feeds} feeds, refused: {refused:?}");
    assert!(lists > 50 && feeds > 40, "{lists} lists with {feeds} feeds");
    assert!(refused.len() <= 1, "{refused:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn bringing_in_again_adds_nothing_and_keeps_what_the_reader_chose() {
    let folder = tempfile::tempdir().unwrap();
    let house = House::open(folder.path()).await;
    let owner = user(&house, "Ada", Role::Owner).await;
    let first =
        list(r#"<outline text="News"><outline text="The Tide" xmlUrl="https://tide.example/f"/></outline>"#);
    house.pipeline.import_opml(first.as_bytes(), Some(owner)).await.unwrap();
    let feed = house.store.feed_by_address("https://tide.example/f").await.unwrap().unwrap().id;
    let chosen: Vec<_> = [("title", "My Tide"), ("folder", "Mine"), ("interval", "3h")]
        .map(|(name, value)| choice(name, value).unwrap())
        .into();
    house.pipeline.set_feed(feed, Some(owner), &chosen).await.unwrap();
    let again = list(
        r#"<outline text="News"><outline text="The Tide" xmlUrl="https://TIDE.example/f?utm_source=list#top"
        category="sea" wireroom:interval="1h" wireroom:text-from="feed" wireroom:paused="yes"/></outline>"#,
    );
    let report = house.pipeline.import_opml(again.as_bytes(), Some(owner)).await.unwrap();
    assert!(report.added.iter().all(|added| added.known) && report.skipped.is_empty(), "{report:?}");
    let (feeds, folders) = set(&house.pipeline.export_opml(Some(owner)).await.unwrap());
    assert_eq!((feeds.len(), feeds[0].title.as_deref()), (1, Some("My Tide")));
    assert_eq!(feeds[0].folders, [["Mine".to_owned()]]);
    assert_eq!(feeds[0].rest.get("category").map(String::as_str), Some("sea"));
    let settings: Vec<_> = feeds[0].settings.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
    assert_eq!(settings, [("interval", "3h"), ("text-from", "feed")]);
    assert_eq!(folders.len(), 2, "{folders:?}");
    assert_eq!(house.store.feed(feed).await.unwrap().unwrap().state, FeedState::Active);
}

#[tokio::test(flavor = "multi_thread")]
async fn no_secret_goes_out_and_the_list_says_that_it_stayed() {
    let folder = tempfile::tempdir().unwrap();
    let house = House::open(folder.path()).await;
    let owner = user(&house, "Ada", Role::Owner).await;
    let given = list(r#"<outline text="T" xmlUrl="https://ada:s3cret@tide.example/f"/>"#);
    house.pipeline.import_opml(given.as_bytes(), Some(owner)).await.unwrap();
    let feed = house.store.feed_by_address("https://tide.example/f").await.unwrap().unwrap().id;
    let secrets = [choice("header", "X-Key: s3cret").unwrap(), choice("cookie", "a=s3cret").unwrap()];
    house.pipeline.set_feed(feed, Some(owner), &secrets).await.unwrap();
    assert_eq!(
        house.pipeline.access_words(feed).await.unwrap().as_deref(),
        Some("headers x-key; a cookie; a name and password")
    );
    let text = house.pipeline.export_opml(Some(owner)).await.unwrap();
    assert!(
        !text.contains("s3cret") && !text.contains("ada") && text.contains("wireroom:access=\"left out\""),
        "{text}"
    );
    let other = tempfile::tempdir().unwrap();
    let second = House::open(other.path()).await;
    let report = second.pipeline.import_opml(text.as_bytes(), None).await.unwrap();
    assert!(report.notes.iter().any(|note| note.contains("set it anew")), "{report:?}");
    let refused = house.pipeline.set_feed(feed, None, &[choice("header", "Host: s3cret").unwrap()]).await;
    assert!(!refused.unwrap_err().to_string().contains("s3cret"));
    house.pipeline.set_feed(feed, None, &[choice("access", "none").unwrap()]).await.unwrap();
    assert_eq!(house.pipeline.access_words(feed).await.unwrap(), None);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_brought_in_before_the_owner_comes_waits_for_the_owner() {
    let folder = tempfile::tempdir().unwrap();
    let house = House::open(folder.path()).await;
    let given = list(
        r#"<outline text="News"><outline text="Tide" xmlUrl="https://tide.example/f" category="sea"/></outline><outline text="Empty"/>"#,
    );
    house.pipeline.import_opml(given.as_bytes(), None).await.unwrap();
    let before = house.pipeline.export_opml(None).await.unwrap();
    user(&house, "Ben", Role::Reader).await;
    let owner = user(&house, "Ada", Role::Owner).await;
    let after = house.pipeline.export_opml(Some(owner)).await.unwrap();
    assert_eq!(set(&before), set(&after));
    assert_eq!(set(&after), set(&given));
    assert!(house.store.subscriptions(None).await.unwrap().is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn another_readers_private_feed_takes_nobody_in() {
    let folder = tempfile::tempdir().unwrap();
    let house = House::open(folder.path()).await;
    let (ada, ben) = (user(&house, "Ada", Role::Owner).await, user(&house, "Ben", Role::Reader).await);
    house.pipeline.add_private_feed("https://tide.example/f", ada).await.unwrap();
    assert!(house.pipeline.add_feed("https://tide.example/f", Some(ben)).await.is_err());
    let given = list(r#"<outline text="T" xmlUrl="https://tide.example/f"/>"#);
    let report = house.pipeline.import_opml(given.as_bytes(), Some(ben)).await.unwrap();
    assert_eq!((report.added.len(), report.skipped.len()), (0, 1), "{report:?}");
    assert!(house.store.feeds(Viewer::User(ben)).await.unwrap().is_empty());
    assert!(!house.pipeline.export_opml(Some(ben)).await.unwrap().contains("tide.example"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_at_an_address_comes_by_the_guarded_way() {
    let folder = tempfile::tempdir().unwrap();
    let (house, press) = (House::open(folder.path()).await, Press::open().await);
    press.put(
        "/list.opml",
        200,
        "text/x-opml",
        &list(r#"<outline text="T" xmlUrl="https://tide.example/f"/>"#),
    );
    press.put("/page", 200, "text/html", "<html><body>no list</body></html>");
    let report = house.pipeline.import_opml_at(&press.url("/list.opml"), None).await.unwrap();
    assert_eq!(report.added.len(), 1);
    let error = house.pipeline.import_opml_at(&press.url("/page"), None).await.unwrap_err().to_string();
    assert!(error.contains("web page"), "{error}");
    for inward in ["http://127.0.0.2:9/x", "http://[::1]/x", "http://10.0.0.1/x", "file:///etc/passwd"] {
        assert!(house.pipeline.import_opml_at(inward, None).await.is_err(), "{inward}");
    }
    assert_eq!(house.store.counts().await.unwrap().feeds, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn choices_below_the_houses_pace_are_refused_whole() {
    let folder = tempfile::tempdir().unwrap();
    let house = House::open(folder.path()).await;
    let feed = house.pipeline.add_feed("https://tide.example/f", None).await.unwrap().feed;
    let wish = [choice("text-from", "page").unwrap(), choice("interval", "1s").unwrap()];
    let error = house.pipeline.set_feed(feed, None, &wish).await.unwrap_err().to_string();
    assert!(error.contains("at least"), "{error}");
    assert_eq!(house.store.feed(feed).await.unwrap().unwrap().text_from.as_str(), "auto");
}
