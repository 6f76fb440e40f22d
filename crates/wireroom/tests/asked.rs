//! The gold of questions (crates/wireroom-dev/gold/understanding) asked of a whole house: the demo's press read by the
//! real path, searched and answered as a page does it. The gold's articles are held to the press here.

use serde_json::{Value, json};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;
use wireroom::commands::demo::Newsstand;
use wireroom::config::Config;
use wireroom::house::{House, Pace};
use wireroom::press::Press;
use wireroom_brief::ask::{Answer, Passage};
use wireroom_model::{Clock, When};
use wireroom_pipeline::Reach;
use wireroom_store::Viewer;

fn gold(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../wireroom-dev/gold/understanding").join(name)
}

/// The press's own texts, copies left out, each in its last version.
fn roots() -> Vec<Value> {
    let epoch: When = "2026-03-04T18:00:00Z".parse().unwrap();
    let press = Press::shipped(epoch, "http://press.example").unwrap();
    let roots = press.truth().articles.iter().filter(|article| article.parent.is_none());
    let row = |article: &wireroom::press::ArticleTruth| {
        let last = article.versions.last().unwrap();
        json!({"id": article.id, "outlet": article.outlet_name, "agency": article.agency, "lang": article.lang,
               "published": article.published, "title": last.title, "family": article.family, "body": last.body})
    };
    roots.map(row).collect()
}

#[test]
fn the_articles_that_are_asked_are_the_press_as_it_is_shipped() {
    let now: String = roots().iter().map(|row| format!("{row}\n")).collect();
    let path = gold("ask-press.jsonl");
    if std::env::var_os("WIREROOM_BLESS").is_some() {
        std::fs::write(&path, &now).unwrap();
    }
    let held = std::fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(held, now, "the press changed: WIREROOM_BLESS=1 cargo test --workspace --test all asked::");
}

/// A question with words of each sentence that answers it.
#[derive(serde::Deserialize)]
struct Row {
    id: String,
    question: String,
    answers: Vec<String>,
}

/// The whole press read into a fresh house by the real path.
async fn house() -> (House, tempfile::TempDir) {
    let epoch: When = "2026-03-04T18:00:00Z".parse().unwrap();
    let stand = Newsstand::open_press(|base| Press::shipped(epoch, base).map_err(|error| error.to_string()))
        .await
        .unwrap();
    while stand.advance() {}
    let folder = tempfile::tempdir().unwrap();
    let config =
        Config { data: folder.path().to_owned(), allow: vec![stand.allow.clone()], ..Config::default() };
    let pace = Pace { shortest_poll: 60, spacing: Duration::ZERO, per_host: 8 };
    let house = House::open_with(&config, pace, Arc::new(Still(epoch))).await.unwrap();
    for feed in &stand.feeds {
        house.pipeline.add_feed(feed, None).await.unwrap();
    }
    house.pipeline.drain(Reach::Network).await.unwrap();
    (house, folder)
}

#[derive(Debug)]
struct Still(When);

impl Clock for Still {
    fn now(&self) -> When {
        self.0
    }
}

/// The share of the questions that a house answers rightly, as `cargo eval ask` counts it, is near the one that the
/// pure part reaches: the search before it loses little, and what it finds besides misleads little.
#[tokio::test(flavor = "multi_thread")]
async fn a_house_answers_the_questions_of_the_gold_and_refuses_the_others() {
    let (house, _folder) = house().await;
    let text = std::fs::read_to_string(gold("ask-open.jsonl")).unwrap();
    let rows = text.lines().map(|line| serde_json::from_str::<Row>(line).unwrap());
    let (mut found, mut answerable, mut refused, mut silent) = (0, 0, 0, 0);
    let mut told = String::new();
    for row in rows.filter(|row| !row.id.contains("fr-")) {
        let asked = house.pipeline.ask(&row.question, None, Viewer::House).await.unwrap();
        let passages = match &asked.answer {
            Answer::Passages(passages) => passages.as_slice(),
            Answer::Nothing(_) => &[],
        };
        for passage in passages {
            let all = std::iter::once(&passage.sentence).chain(&passage.others);
            for cited in all {
                let version = house.store.version(cited.version(), Viewer::House).await.unwrap().unwrap();
                assert_eq!(cited.span().of(&version.extracted.body), Some(cited.text()), "{}", row.id);
                assert!(asked.text_of(cited).is_some());
            }
        }
        if row.answers.is_empty() {
            silent += 1;
            refused += usize::from(passages.is_empty());
        } else {
            answerable += 1;
            let answers = |passage: &Passage| {
                let mut all = std::iter::once(&passage.sentence).chain(&passage.others);
                all.any(|cited| {
                    let text = cited.text().to_lowercase();
                    row.answers.iter().any(|words| text.contains(&words.to_lowercase()))
                })
            };
            let right = passages.iter().take(3).any(answers);
            found += usize::from(right);
            if !right {
                told.push_str(&format!("{} ({} read)\n", row.id, asked.read.len()));
            }
        }
    }
    println!("found {found} of {answerable}, refused {refused} of {silent}\n{told}");
    assert!(found * 100 >= answerable * 75, "{found} of {answerable}:\n{told}");
    assert!(refused * 100 >= silent * 80, "{refused} of {silent}");
}
