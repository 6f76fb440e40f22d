//! Every sentence of a brief stands character for character where it says, in the text whose hash it carries: over all
//! stories of the demo's press, and over the pages the project started from (../shared/seeds, skipped in one line where
//! they are missing, unless CI=true). `cargo eval citations` holds the same over a corpus of real stories.

use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::process::Command;
use wireroom::press::{ArticleTruth, Press};
use wireroom_extract::{Page, decode, extract};
use wireroom_text::hash::text_v1;
use wireroom_text::normal::normalise;

const BASE: &str = "http://127.0.0.1:1852";

/// Runs a filter over rows in a file.
fn filtered(filter: &str, rows: &[Value]) -> Vec<Value> {
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), rows.iter().map(|row| row.to_string() + "\n").collect::<String>()).unwrap();
    lines(Command::new(env!("CARGO_BIN_EXE_wireroom")).arg(filter).arg(file.path()))
}

fn lines(command: &mut Command) -> Vec<Value> {
    let out = command.output().unwrap();
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
    String::from_utf8_lossy(&out.stdout).lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// How many cited words the briefs hold; each must stand in its row.
fn held(rows: &[Value], briefs: &[Value]) -> usize {
    let bodies: BTreeMap<&str, String> = rows
        .iter()
        .map(|row| (row["id"].as_str().unwrap(), normalise(row["body"].as_str().unwrap())))
        .collect();
    let mut count = 0;
    let mut open: Vec<&Value> = briefs.iter().collect();
    while let Some(value) = open.pop() {
        if let (Some(start), Some(text)) = (value["start"].as_u64(), value["text"].as_str()) {
            count += 1;
            let body = &bodies[value["article"].as_str().unwrap()];
            let (start, end) = (start as usize, value["end"].as_u64().unwrap() as usize);
            let stands: String = body.chars().skip(start).take(end - start).collect();
            assert_eq!(stands.as_bytes(), text.as_bytes(), "{value}");
            assert_eq!(value["text_hash"], text_v1(body), "{value}");
        }
        match value {
            Value::Array(items) => open.extend(items),
            Value::Object(fields) => open.extend(fields.values()),
            _ => {}
        }
    }
    count
}

/// The demo's articles as they are read from its pages, in the stories in which they were written.
fn demo() -> Vec<Value> {
    let press = Press::shipped("2026-03-04T18:00:00Z".parse().unwrap(), BASE).unwrap();
    let mut pages: BTreeMap<&str, Vec<&ArticleTruth>> = BTreeMap::new();
    for article in &press.truth().articles {
        pages.entry(&article.path).or_default().push(article);
    }
    let mut rows = Vec::new();
    for (path, mut parts) in pages {
        parts.sort_by_key(|article| article.part);
        let answer = press.answer(path, press.phases() - 1).unwrap();
        let url = url::Url::parse(&format!("{BASE}{path}")).unwrap();
        let found = extract(&Page::new(&decode(&answer.body, Some(answer.content_type))).at(Some(&url)));
        for (found, truth) in found.iter().zip(parts) {
            rows.push(json!({
                "id": truth.id,
                "outlet": truth.outlet_name,
                "lang": found.lang.as_str(),
                "published": found.published,
                "title": found.title,
                "body": found.body,
                "story": truth.story,
            }));
        }
    }
    rows
}

#[test]
fn every_sentence_of_the_demos_briefs_stands_in_its_source() {
    let rows = demo();
    let briefs = filtered("brief", &rows);
    let count = held(&rows, &briefs);
    println!("{count} cited words of {} briefs stand in {} articles", briefs.len(), rows.len());
    assert!(briefs.len() > 5 && count > 20 * briefs.len(), "{count} in {} briefs", briefs.len());
}

#[test]
fn every_sentence_of_the_seeds_brief_stands_in_its_source() {
    let shared = std::env::var_os("WIREROOM_CORPORA").map_or_else(
        || PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/seeds")),
        |corpora| PathBuf::from(corpora).join("../seeds"),
    );
    let files = ["aggregator-page.txt", "explainer-page.txt"].map(|name| shared.join(name));
    if !files.iter().all(|file| file.exists()) {
        let line = format!("skipped: no seeds at {}", shared.display());
        assert_ne!(std::env::var("CI").as_deref(), Ok("true"), "{line}");
        println!("{line}");
        return;
    }
    let mut rows = lines(Command::new(env!("CARGO_BIN_EXE_wireroom")).arg("extract").args(&files));
    // As stories of their own, and as one.
    assert!(held(&rows, &filtered("brief", &rows)) > 20);
    for row in &mut rows {
        row["story"] = "one".into();
        row["published"] = "2025-08-20".into();
    }
    assert!(held(&rows, &filtered("brief", &rows)) > 20);
}
