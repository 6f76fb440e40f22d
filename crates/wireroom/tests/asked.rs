//! The gold of questions (crates/wireroom-dev/gold/understanding) asked of a whole house: the demo's press read by the
//! real path, searched and answered as a page does it. The gold's articles are held to the press here.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::string_slice)]

use serde_json::{Value, json};
use std::path::PathBuf;
use wireroom::press::Press;
use wireroom_model::When;

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
    assert_eq!(held, now, "the press changed: WIREROOM_BLESS=1 cargo test -p wireroom --test asked");
}
