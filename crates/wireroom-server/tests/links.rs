//! What stands beside a story: on its page and as JSON, and nothing that not everybody may see.

use crate::site::Site;
use axum::http::StatusCode;
use serde_json::{Value, json};
use std::path::PathBuf;
use wireroom_store::affairs::{NewThread, NewTie};

fn words(all: &[&str]) -> Vec<String> {
    all.iter().map(|word| (*word).to_owned()).collect()
}

/// The barrier beside the hostile story in one thread, and beside the Arabic one in another language.
async fn tied() -> Site {
    let site = Site::new().await;
    let seeded = &site.house.seeded;
    let mut tx = site.house.store.begin().await.unwrap();
    for story in [seeded.barrier, seeded.hostile, seeded.arabic] {
        tx.save_profile(story, Some("{}")).await.unwrap();
    }
    for (other, bond, why) in [
        (seeded.hostile, "thread", words(&["Orla <b>Quist</b>", "Tarn"])),
        (seeded.arabic, "tongue", words(&["Tarn", "38"])),
    ] {
        tx.save_tie(&NewTie { story: seeded.barrier, other, bond, score: 0.5, why: &why }).await.unwrap();
    }
    let stories = [seeded.hostile, seeded.barrier];
    let names = words(&["Orla Quist", "Tarn"]);
    tx.save_thread(&NewThread { id: seeded.barrier, names: &names, stories: &stories }).await.unwrap();
    tx.commit().await.unwrap();
    site
}

#[tokio::test]
async fn a_story_shows_its_thread_in_order_and_where_else_it_is_told_each_with_why() {
    let site = tied().await;
    let (cookie, _) = site.sign_in(site.house.owner).await;
    let page = site.get(&format!("/story/{}", site.house.seeded.barrier), &cookie).await.body;
    for shown in
        ["Orla Quist · Tarn", ">this story<", "both speak of", "Also told in Arabic", "Both have: Tarn, 38"]
    {
        assert!(page.contains(shown), "{shown}\n{page}");
    }
    assert!(!page.contains("<b>Quist"), "outside text stays text");
    let hostile = page.find(&format!("/story/{}\"", site.house.seeded.hostile));
    assert!(hostile.is_some_and(|at| at < page.find(">this story<").unwrap()), "the thread is in order");
}

#[tokio::test]
async fn the_same_as_json_keeps_its_schema_and_a_story_beside_none_says_so() {
    let site = tied().await;
    let (cookie, _) = site.sign_in(site.house.owner).await;
    let seeded = &site.house.seeded;
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../docs/formats/links.schema.json");
    let schema: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    let read = async |story: u64| -> Value {
        let answer = site.get(&format!("/story/{story}/links.json"), &cookie).await;
        serde_json::from_str(&answer.body).unwrap()
    };
    let found = read(seeded.barrier.get()).await;
    assert_eq!(found["thread"]["names"], json!(["Orla Quist", "Tarn"]));
    assert_eq!(found["thread"]["stories"][1]["story"], json!(seeded.barrier));
    assert_eq!(found["other_languages"][0]["why"], json!(["Tarn", "38"]));
    let known = schema["properties"].as_object().unwrap();
    assert!(found.as_object().unwrap().keys().all(|name| known.contains_key(name)), "{found}");
    let alone = read(seeded.arabic.get()).await;
    assert_eq!((&alone["thread"], &alone["related"]), (&Value::Null, &json!([])));
    let missing = site.get("/story/999999/links.json", &cookie).await;
    assert_eq!(missing.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_story_that_is_merged_away_stands_beside_none_any_more() {
    let site = tied().await;
    let (cookie, _) = site.sign_in(site.house.owner).await;
    let seeded = &site.house.seeded;
    let mut tx = site.house.store.begin().await.unwrap();
    tx.merge_story(seeded.hostile, seeded.arabic, 1).await.unwrap();
    tx.commit().await.unwrap();
    let found = site.get(&format!("/story/{}/links.json", seeded.barrier), &cookie).await.body;
    let found: Value = serde_json::from_str(&found).unwrap();
    assert_eq!(found["thread"], Value::Null, "{found}");
}
