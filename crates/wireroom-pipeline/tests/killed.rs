//! kill -9 in a loop during an import of 1,000 articles: none lost, none twice, the database whole.
//! The import runs in a process of its own (this test program again, asked for one ignored test).
#![allow(dead_code)]

use crate::house::{House, row, told};
use std::process::{Child, Command, Stdio};
use std::time::Duration;
use wireroom_pipeline::Reach;

const ARTICLES: u64 = 1_000;
const KILLS: u64 = 50;
/// Children started at the most.
const MAX_ATTEMPTS: u64 = 400;
const FOLDER: &str = "WIREROOM_TEST_FOLDER";

/// Every tenth text is a copy of the one before it, so that families and stories are at stake too.
fn rows() -> impl Iterator<Item = wireroom_pipeline::Import> {
    (0..ARTICLES).map(|n| {
        let text = if n % 10 == 9 { n - 1 } else { n };
        row(n, &format!("paper{}", n % 17), &format!("Report {text}"), &told(text, 10))
    })
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "the child of the test below"]
async fn child_imports() {
    let Some(folder) = std::env::var_os(FOLDER) else { return };
    let house = House::open(folder.as_ref()).await;
    let rows: Vec<_> = rows().collect();
    for some in rows.chunks(50) {
        house.pipeline.import(some.to_vec()).await.unwrap();
        house.pipeline.drain(Reach::Local).await.unwrap();
    }
    house.store.close().await;
}

fn child(folder: &std::path::Path) -> Child {
    Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "killed::child_imports", "--ignored", "--nocapture"])
        .env(FOLDER, folder)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn fifty_kills_lose_no_article_and_double_none() {
    let folder = tempfile::tempdir().unwrap();
    // Waits that fall on every part of the work: opening, importing, placing, briefing, indexing. A machine so quick
    // that a child ends before its time gets shorter ones.
    let (mut met, mut longest) = (0, 400);
    for attempt in 0..MAX_ATTEMPTS {
        let mut child = child(folder.path());
        tokio::time::sleep(Duration::from_millis((15 + attempt * 97) % longest)).await;
        let working = child.try_wait().unwrap().is_none();
        child.kill().unwrap();
        child.wait().unwrap();
        if !working {
            longest = (longest / 2).max(2);
        }
        met += u64::from(working);
        if met == KILLS {
            break;
        }
    }
    assert_eq!(met, KILLS, "kills that met a working process");
    assert!(child(folder.path()).wait().unwrap().success(), "the last run ends well");
    let house = House::open(folder.path()).await;
    let verified = house.store.verify().await.unwrap();
    assert_eq!(verified.troubles, [] as [String; 0]);
    let counts = verified.counts;
    assert_eq!((counts.articles, counts.versions, counts.copies), (ARTICLES, ARTICLES, ARTICLES / 10));
    assert_eq!((counts.waiting, counts.failed), (0, 0));
    assert_eq!(house.pipeline.search().len(), ARTICLES);
}
