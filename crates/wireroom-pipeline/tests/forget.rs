//! Forgetting: the words leave every file, the tombstone stays, what others print stays, and a kill loses nothing.
#![allow(dead_code)]

use crate::house::{House, Press, row, told};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;
use wireroom_model::{ArticleId, UserId};
use wireroom_pipeline::{Forgetting, Import, Reach};
use wireroom_store::Viewer;
use wireroom_store::forget::{Toll, What};
use wireroom_store::tombstones::Grave;
use wireroom_store::users::{NewUser, Role};

const FOLDER: &str = "WIREROOM_TEST_FOLDER";

async fn forget(house: &House, what: &What) {
    house.pipeline.forget_begin(what).await.unwrap();
    finish(house).await;
}

async fn finish(house: &House) {
    while house.pipeline.forget_on().await.unwrap() != Forgetting::Gone {}
    house.pipeline.forget_end().await.unwrap();
}

/// Files below a folder that hold these bytes, as they are or backwards (a term dictionary may store them so).
fn holding(folder: &Path, word: &str) -> Vec<String> {
    let backwards: String = word.chars().rev().collect();
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap().map(Result::unwrap) {
        if entry.file_type().unwrap().is_dir() {
            found.extend(holding(&entry.path(), word));
            continue;
        }
        let bytes = std::fs::read(entry.path()).unwrap();
        let has = |word: &str| bytes.windows(word.len()).any(|some| some == word.as_bytes());
        if has(word) || has(&backwards) {
            found.push(entry.file_name().to_string_lossy().into_owned());
        }
    }
    found
}

async fn article_at(house: &House, address: &str) -> ArticleId {
    house.store.articles_at(address).await.unwrap()[0].id
}

async fn whole(house: &House) {
    assert_eq!(house.store.verify().await.unwrap().troubles, [] as [String; 0]);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_words_of_a_forgotten_article_leave_every_file() {
    let folder = tempfile::tempdir().unwrap();
    let house = House::open(folder.path()).await;
    let secret = format!("{} The zyxomatic quillfish sank. {}", told(1, 9), told(2, 9));
    house.import(vec![row(1, "paper", "Quillfish headline", &secret)]).await;
    house.import((2..6).map(|n| row(n, "paper", &format!("Report {n}"), &told(n + 50, 9))).collect()).await;
    let files = holding(folder.path(), "zyxomatic");
    assert!(files.iter().any(|file| file.starts_with("wireroom.db")), "{files:?}");
    assert_eq!(house.found("zyxomatic"), 1);
    let what = What::Address("https://paper.example/1".to_owned());
    let toll = house.store.toll(&what).await.unwrap();
    let expected = Toll { articles: 1, versions: 1, pages: 1, stories: 1, briefs: 1, ..Toll::default() };
    assert_eq!(toll, expected);
    assert_eq!(house.store.counts().await.unwrap().articles, 5, "counting takes nothing away");
    forget(&house, &what).await;
    for word in ["zyxomatic", "quillfish", "Quillfish"] {
        assert_eq!(holding(folder.path(), word), [] as [String; 0], "{word}");
    }
    assert_eq!(house.found("zyxomatic"), 0);
    assert_eq!(house.store.counts().await.unwrap().articles, 4);
    assert!(house.store.is_buried(Grave::Address("https://paper.example/1")).await.unwrap());
    assert!(!house.store.is_forgetting().await.unwrap());
    whole(&house).await;
    // Neither the same page nor the same text elsewhere comes in again; nor does a reprocess bring it back.
    house
        .import(vec![row(1, "paper", "Quillfish headline", &secret), row(9, "mirror", "Other", &secret)])
        .await;
    house.pipeline.reread().await.unwrap();
    house.pipeline.drain(Reach::Local).await.unwrap();
    house.pipeline.rebuild().await.unwrap();
    assert_eq!(house.found("zyxomatic"), 0);
    assert_eq!(house.store.counts().await.unwrap().articles, 4);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_brief_that_cited_it_is_written_anew_and_its_copies_keep_their_family() {
    let folder = tempfile::tempdir().unwrap();
    let house = House::open(folder.path()).await;
    let wire = told(1, 14);
    house.import((1..4).map(|n| row(n, &format!("paper{n}"), "Ferry aground", &wire)).collect()).await;
    let first = article_at(&house, "https://paper1.example/1").await;
    let other = article_at(&house, "https://paper2.example/2").await;
    let story = house.store.story_of(other).await.unwrap().unwrap();
    let cites = |json: &str| json.contains(&format!("\"article\":{first}"));
    assert!(cites(&house.store.brief(story, Viewer::House).await.unwrap().unwrap().json));
    let what = What::Address("https://paper1.example/1".to_owned());
    assert_eq!(house.store.toll(&what).await.unwrap().same_text_elsewhere, 2);
    forget(&house, &what).await;
    let brief = house.store.brief(story, Viewer::House).await.unwrap().unwrap();
    assert!(!cites(&brief.json), "{}", brief.json);
    assert_eq!(brief.card.articles, 2);
    let line = house.store.article_line(other, Viewer::House).await.unwrap().unwrap();
    let family = line.copy.unwrap().family;
    assert_eq!(house.store.articles_of_family(family, Viewer::House).await.unwrap().len(), 2);
    whole(&house).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_poll_brings_back_neither_a_linked_entry_nor_one_without_a_link() {
    let (folder, press) = (tempfile::tempdir().unwrap(), Press::open().await);
    let house = House::open(folder.path()).await;
    press.page("/a", "Ferry aground", &told(1, 14));
    let item = format!(
        "<item><title>No link</title><guid isPermaLink=\"false\">n</guid><description>{}</description></item>",
        told(3, 6)
    );
    let link = format!("<item><title>Ferry</title><link>{}</link><guid>g</guid></item>", press.url("/a"));
    let feed = |extra: &str| {
        format!("<rss version=\"2.0\"><channel><title>Tern</title>{link}{item}{extra}</channel></rss>")
    };
    press.put("/feed", 200, "application/rss+xml", &feed(""));
    let id = house.pipeline.add_feed(&press.url("/feed"), None).await.unwrap().feed;
    house.work().await;
    assert_eq!(house.store.counts().await.unwrap().articles, 2);
    let entries = house.store.entries_of(id, 10).await.unwrap();
    for entry in &entries {
        forget(&house, &What::Address(entry.address.clone().unwrap())).await;
    }
    assert_eq!(house.store.counts().await.unwrap().articles, 0);
    assert_eq!(holding(folder.path(), "No link"), [] as [String; 0]);
    // The feed changes, so that it is read again whole.
    press.put("/feed", 200, "application/rss+xml", &feed("<item><title>New</title><guid>z</guid></item>"));
    house.later(3_600);
    house.pipeline.poll_now(id).await.unwrap();
    house.work().await;
    let titles: Vec<String> =
        house.store.entries_of(id, 10).await.unwrap().into_iter().map(|entry| entry.title).collect();
    assert_eq!(titles.iter().filter(|title| !title.is_empty()).collect::<Vec<_>>(), ["New"]);
    assert_eq!(house.store.counts().await.unwrap().articles, 1);
}

async fn user(house: &House, name: &str, role: Role) -> UserId {
    let mut tx = house.store.begin().await.unwrap();
    let new = NewUser { name, password_hash: "x", role, time_zone: None };
    let id = tx.add_user(&new, 1).await.unwrap();
    tx.commit().await.unwrap();
    id
}

#[tokio::test(flavor = "multi_thread")]
async fn a_forgotten_user_takes_along_what_nobody_else_reads() {
    let (folder, press) = (tempfile::tempdir().unwrap(), Press::open().await);
    let house = House::open(folder.path()).await;
    let (ada, ben) = (user(&house, "Ada", Role::Owner).await, user(&house, "Bendiguru", Role::Reader).await);
    for (path, word) in [("/own", "xylofrog"), ("/shared", "marmaduke"), ("/public", "gristmill")] {
        let body =
            format!("{} The {word} slept. {}", told(path.len() as u64, 8), told(7 + path.len() as u64, 8));
        press.page(&format!("{path}/a"), &format!("On the {word}"), &body);
        press.feed(path, &format!("Feed {word}"), &[(&format!("{path}/a"), word, "short")]);
    }
    house.pipeline.add_private_feed(&press.url("/own"), ben).await.unwrap();
    let shared = house.pipeline.add_private_feed(&press.url("/shared"), ben).await.unwrap().feed;
    let mut tx = house.store.begin().await.unwrap();
    tx.subscribe(ada, shared, None, None, 1).await.unwrap();
    tx.commit().await.unwrap();
    house.pipeline.add_feed(&press.url("/public"), Some(ben)).await.unwrap();
    house.work().await;
    let refused = house.pipeline.forget_begin(&What::User(ada)).await.unwrap_err().to_string();
    assert!(refused.contains("only owner"), "{refused}");
    let toll = house.store.toll(&What::User(ben)).await.unwrap();
    assert_eq!((toll.articles, toll.feeds), (1, 1));
    forget(&house, &What::User(ben)).await;
    assert_eq!(house.store.user(ben).await.unwrap(), None);
    for word in ["xylofrog", "Bendiguru"] {
        assert_eq!(holding(folder.path(), word), [] as [String; 0], "{word}");
    }
    assert_eq!(house.store.counts().await.unwrap().articles, 2);
    assert_eq!(house.store.feeds(Viewer::House).await.unwrap().len(), 2);
    whole(&house).await;
    // Nothing of it is buried: another reader may bring the feed again.
    house.pipeline.add_private_feed(&press.url("/own"), ada).await.unwrap();
    house.work().await;
    assert_eq!(house.store.counts().await.unwrap().articles, 3);
}

const ARTICLES: u64 = 400;

fn rows() -> Vec<Import> {
    (0..ARTICLES)
        .map(|n| {
            let outlet = if n % 2 == 0 { "doomed" } else { "stays" };
            let text = if n % 10 == 9 { n - 1 } else { n };
            row(n + 1, outlet, &format!("Report {text}"), &told(text, 10))
        })
        .collect()
}

async fn doomed(house: &House) -> What {
    let found = house.store.outlet_of_key("doomed").await.unwrap();
    found.map_or(What::Buried, |(outlet, _)| What::Outlet(outlet))
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "the child of the test below"]
async fn child_forgets() {
    let Some(folder) = std::env::var_os(FOLDER) else { return };
    let house = House::open(folder.as_ref()).await;
    let what = doomed(&house).await;
    forget(&house, &what).await;
    house.store.close().await;
}

fn child(folder: &Path) -> Child {
    Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "forget::child_forgets", "--ignored", "--nocapture"])
        .env(FOLDER, folder)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_forgetting_that_is_killed_again_and_again_still_ends() {
    let folder = tempfile::tempdir().unwrap();
    let house = House::open(folder.path()).await;
    house.import(rows()).await;
    house.store.close().await;
    drop(house);
    let mut met = 0;
    for attempt in 0..12_u64 {
        let mut child = child(folder.path());
        tokio::time::sleep(Duration::from_millis(20 + attempt * 37)).await;
        met += u64::from(child.try_wait().unwrap().is_none());
        child.kill().unwrap();
        child.wait().unwrap();
    }
    assert!(met >= 5, "only {met} kills met a working process");
    assert!(child(folder.path()).wait().unwrap().success());
    let house = House::open(folder.path()).await;
    // A kill right after the last stroke leaves jobs that any house works off.
    house.work().await;
    whole(&house).await;
    assert!(!house.store.is_forgetting().await.unwrap());
    assert_eq!(house.store.outlet_of_key("doomed").await.unwrap(), None);
    let counts = house.store.counts().await.unwrap();
    let jobs = house.store.job_counts().await.unwrap();
    assert_eq!((counts.articles, counts.waiting, counts.failed), (ARTICLES / 2, 0, 0), "{jobs:?}");
    assert_eq!(house.pipeline.search().len(), ARTICLES / 2);
    for n in [0, 2, 398] {
        let address = format!("https://doomed.example/{}", n + 1);
        assert!(house.store.is_buried(Grave::Address(&address)).await.unwrap(), "{address}");
    }
}
