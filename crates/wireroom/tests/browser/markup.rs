//! Every page's markup, in each language of the interface, as the Nu HTML checker reads it.

use super::houses::{demo, get};
use super::pages::{pages, split};
use super::{alone, named, skipped};
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::Path;
use std::process::{Command, Stdio};

/// Pages that do not hold yet, by route. Lines only leave this list: one that holds fails the test.
const NOT_YET: &[&str] = &[];
/// What its reader of style sheets does not know yet: a box asked for its own width.
const UNKNOWN: [&str; 2] = [
    "CSS: “container-type”: Property “container-type” doesn't exist.",
    "CSS: Unrecognized at-rule “@container”",
];
/// The checker's own proof: it must find what is wrong here.
const BAD: &str =
    "<!doctype html><html lang=en><title>Bad</title><p><div></p><img src=x><ul><p>no item</p></ul>";

/// What the checker found, by file name.
fn checked(jar: &str, folder: &Path) -> Vec<(String, String)> {
    let mut checker = Command::new("java");
    checker.args([
        "-Xss4m",
        "-jar",
        jar,
        "--format",
        "json",
        "--exit-zero-always",
        "--stdout",
        "--skip-non-html",
    ]);
    let out = checker.arg(folder).output().unwrap();
    let told: Value = serde_json::from_slice(&out.stdout).expect("the checker says JSON");
    let errors = told["messages"].as_array().unwrap().iter().filter(|message| message["type"] != "info");
    let errors = errors.filter(|message| !UNKNOWN.iter().any(|known| message["message"] == **known));
    let line = |message: &Value| {
        let file = message["url"].as_str().unwrap_or("").rsplit('/').next().unwrap().to_owned();
        (
            file,
            format!(
                "{} at: {}",
                message["message"].as_str().unwrap_or(""),
                message["extract"].as_str().unwrap_or("")
            ),
        )
    };
    errors.map(line).collect()
}

#[test]
fn the_nu_checker_finds_no_error_on_any_page() {
    let _alone = alone();
    let Some(jar) = named("WIREROOM_VNU") else { return };
    let java = Command::new("java").arg("-version").stderr(Stdio::null()).status();
    if !java.is_ok_and(|status| status.success()) {
        return skipped("no java, which the Nu checker needs");
    }
    let folder = tempfile::tempdir().unwrap();
    let pages = pages(demo());
    let mut files = Vec::new();
    for page in &pages {
        for tongue in ["en", "de", "ar"] {
            let (base, path) = split(&page.url);
            let name = format!("{}.html", files.len());
            std::fs::write(folder.path().join(&name), get(base, path, tongue).1).unwrap();
            files.push((name, page, tongue));
        }
    }
    std::fs::write(folder.path().join("bad.html"), BAD).unwrap();
    let found = checked(&jar, folder.path());
    let bad = found.iter().filter(|(file, _)| file == "bad.html").count();
    assert!(bad >= 2, "the checker does not see what is wrong: {found:?}");
    let mut broken = BTreeSet::new();
    let mut told = Vec::new();
    for (file, fault) in found.iter().filter(|(file, _)| file != "bad.html") {
        let (_, page, tongue) = files.iter().find(|(name, _, _)| name == file).expect("a file of ours");
        broken.insert(page.route.as_str());
        if !NOT_YET.contains(&page.route.as_str()) {
            told.push(format!("{} ({tongue}): {fault}", page.url));
        }
    }
    let holds = NOT_YET.iter().filter(|route| !broken.contains(**route));
    told.extend(holds.map(|route| format!("{route} holds: take it off the list NOT_YET")));
    assert!(told.is_empty(), "{} things:\n{}", told.len(), told.join("\n"));
}
