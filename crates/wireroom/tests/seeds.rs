//! The two pages the project started from, read as a newcomer would: `wireroom import` and `wireroom extract`.
//! They are read where they lie (../shared/seeds) and never copied; without them the test says so and is skipped,
//! unless CI=true.

use serde_json::Value;
use std::path::PathBuf;
use std::process::Command;

fn seeds() -> Option<[PathBuf; 2]> {
    let shared = std::env::var_os("WIREROOM_CORPORA").map_or_else(
        || PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/seeds")),
        |corpora| PathBuf::from(corpora).join("../seeds"),
    );
    let files = ["aggregator-page.txt", "explainer-page.txt"].map(|name| shared.join(name));
    if files.iter().all(|file| file.exists()) {
        return Some(files);
    }
    let line = format!("skipped: no seeds at {}", shared.display());
    assert_ne!(std::env::var("CI").as_deref(), Ok("true"), "{line}");
    println!("{line}");
    None
}

fn extracted(files: &[PathBuf; 2]) -> Vec<Value> {
    let out = Command::new(env!("CARGO_BIN_EXE_wireroom")).arg("extract").args(files).output().unwrap();
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
    String::from_utf8_lossy(&out.stdout).lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn five_articles_are_found_apart_and_the_repeated_text_once() {
    let Some(files) = seeds() else { return };
    let rows = extracted(&files);
    assert_eq!(rows.len(), 5);
    let repeats: Vec<u64> = rows.iter().map(|r| r["repeats"].as_u64().unwrap()).collect();
    assert_eq!(
        repeats.iter().filter(|&&r| r > 0).collect::<Vec<_>>(),
        [&3],
        "printed four times in a row: {repeats:?}"
    );
}

#[test]
fn no_furniture_stands_in_a_body_and_no_date_is_invented() {
    let Some(files) = seeds() else { return };
    for row in extracted(&files) {
        let body = row["body"].as_str().unwrap();
        for furniture in [
            "Try Our AI",
            "No comments yet",
            "open image in gallery",
            "Your support",
            "Your donation",
            "minutes ago",
            "Related Articles",
        ] {
            assert!(!body.contains(furniture), "\"{furniture}\" stands in {}", row["id"]);
        }
        let outlet = row["outlet"].as_str().unwrap_or("-");
        assert!(
            !body.lines().any(|line| line.trim() == outlet),
            "the masthead {outlet} stands in {}",
            row["id"]
        );
        // The explainer states its day in words; nothing else states any.
        let stated = row["id"] == "explainer-page";
        assert_eq!(row["published"].is_string(), stated, "{}", row["id"]);
    }
}

#[test]
fn the_transcript_has_its_seven_labels() {
    let Some(files) = seeds() else { return };
    let rows = extracted(&files);
    let transcript = rows.iter().find(|r| r["kind"] == "transcript").unwrap();
    let mut labels: Vec<&str> =
        transcript["turns"].as_array().unwrap().iter().map(|t| t["speaker"].as_str().unwrap()).collect();
    labels.sort_unstable();
    labels.dedup();
    assert_eq!(labels.len(), 7, "{labels:?}");
    assert!(rows.iter().any(|r| r["kind"] == "explainer"));
}

#[test]
fn the_pages_own_article_shares_no_story_with_the_others() {
    let Some(files) = seeds() else { return };
    let data = tempfile::tempdir().unwrap();
    let out = Command::new(env!("CARGO_BIN_EXE_wireroom"))
        .arg("import")
        .args(&files)
        .arg("--data")
        .arg(data.path())
        .output()
        .unwrap();
    let told = String::from_utf8_lossy(&out.stdout).into_owned();
    assert!(
        out.status.success() && told.contains("2 pages, 5 articles"),
        "{told}{}",
        String::from_utf8_lossy(&out.stderr)
    );
    let rows: String = extracted(&files).iter().map(|r| r.to_string() + "\n").collect();
    let file = data.path().join("rows.jsonl");
    std::fs::write(&file, rows).unwrap();
    let out = Command::new(env!("CARGO_BIN_EXE_wireroom"))
        .args(["stories", "--final"])
        .arg(&file)
        .output()
        .unwrap();
    let stories: Vec<Value> =
        String::from_utf8_lossy(&out.stdout).lines().map(|l| serde_json::from_str(l).unwrap()).collect();
    let own = &stories.iter().find(|s| s["id"] == "aggregator-page").unwrap()["story"];
    assert_eq!(stories.iter().filter(|s| s["story"] == *own).count(), 1, "{stories:?}");
}

#[test]
fn two_papers_with_one_agencys_report_are_one_family_and_their_edits_are_shown() {
    let Some(files) = seeds() else { return };
    let rows = extracted(&files);
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("rows.jsonl");
    std::fs::write(&file, rows.iter().map(|r| r.to_string() + "\n").collect::<String>()).unwrap();
    let out = Command::new(env!("CARGO_BIN_EXE_wireroom")).arg("copies").arg(&file).output().unwrap();
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
    let placed: Vec<Value> = String::from_utf8_lossy(&out.stdout)
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let paper = |outlet: &str| rows.iter().find(|row| row["outlet"] == *outlet).unwrap();
    let (one, two) = (paper("Perth Now"), paper("The Advertiser"));
    let place = |row: &Value| placed.iter().find(|placed| placed["id"] == row["id"]).unwrap();
    assert_eq!(place(one)["family"], place(two)["family"], "{placed:?}");
    assert_eq!(placed.iter().filter(|row| row["family"] == place(one)["family"]).count(), 2, "{placed:?}");
    let relations = [&place(one)["relation"], &place(two)["relation"]];
    assert!(
        relations.iter().any(|relation| *relation == "excerpt" || *relation == "edited"),
        "{relations:?}"
    );

    let (old, new) = (one["body"].as_str().unwrap(), two["body"].as_str().unwrap());
    let found = wireroom_copy::diff(old, new);
    let edits =
        found.rows.iter().flat_map(|row| &row.pieces).filter_map(|piece| {
            Some((piece.old?.of(old)?.to_lowercase(), piece.new?.of(new)?.to_lowercase()))
        });
    let edits: Vec<(String, String)> = edits.filter(|(old, new)| old != new).collect();
    assert!(
        edits.iter().any(|(old, new)| old.contains("this month") && new.contains("in august")),
        "{edits:?}"
    );
}

/// One brief over all five articles, as if they were one story of the twentieth of August.
fn briefed(files: &[PathBuf; 2]) -> Value {
    let rows = extracted(files).into_iter().map(|mut row| {
        row["story"] = "one".into();
        row["published"] = "2025-08-20".into();
        row.to_string() + "\n"
    });
    let data = tempfile::tempdir().unwrap();
    let file = data.path().join("rows.jsonl");
    std::fs::write(&file, rows.collect::<String>()).unwrap();
    let out = Command::new(env!("CARGO_BIN_EXE_wireroom")).arg("brief").arg(&file).output().unwrap();
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
    serde_json::from_slice(&out.stdout).unwrap()
}

#[test]
fn this_month_and_in_august_are_no_conflict_and_one_wire_is_one_witness() {
    let Some(files) = seeds() else { return };
    let brief = briefed(&files);
    let groups = brief["figures"].as_array().unwrap();
    assert!(!groups.is_empty());
    assert!(groups.iter().all(|group| group["verdict"] != "conflict"), "{groups:#?}");
    // Both are of one agency's text, in whatever outlet and wording.
    let mut told = 0;
    for group in groups {
        let of = |value: f64, what: &str| {
            let counts = group["what"].as_str().unwrap_or("").contains(what);
            counts && group["figures"].as_array().unwrap().iter().any(|f| f["low"] == value)
        };
        if of(270.0, "drones") || of(10.0, "missiles") {
            told += 1;
            assert_eq!(group["verdict"], "single", "{group:#}");
        }
    }
    assert!(told > 0, "the brief counts neither 270 drones nor 10 missiles: {groups:#?}");
    let read = Command::new(env!("CARGO_BIN_EXE_wireroom")).arg("extract").args(&files).output().unwrap();
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), &read.stdout).unwrap();
    let out = Command::new(env!("CARGO_BIN_EXE_wireroom")).arg("figures").arg(file.path()).output().unwrap();
    let rows: Vec<Value> = String::from_utf8_lossy(&out.stdout)
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let holds = |row: &Value, value: f64, what: &str| {
        let figures = row["figures"].as_array().unwrap();
        figures.iter().any(|f| f["low"] == value && f["what"].as_str().is_some_and(|w| w.contains(what)))
    };
    let both = rows.iter().filter(|r| holds(r, 270.0, "drones") && holds(r, 10.0, "missiles")).count();
    assert!(both > 0, "no text was read to count 270 drones and 10 missiles");
    println!("270 drones and 10 missiles stand in {both} texts and {told} groups of one witness");
}
