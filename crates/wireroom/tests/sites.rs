//! Overrides of sites at the command line: the filter reads pages with a folder of them, the doctor tells which has a
//! fault, a backup takes them along.

use serde_json::Value;
use std::path::Path;
use std::process::{Command, Output, Stdio};

const OWN: &str = "The ferry to Hallow Island will sail again from Monday, the harbour office said after the inspection \
                   of the pier, which took four days and found no further damage to its piles.";
const CALL: &str = "Our app brings you the news of the harbour before all others do, every day of the week.";

fn wireroom(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_wireroom"));
    command.args(arguments).stdin(Stdio::null()).output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

fn page(folder: &Path) -> String {
    let html = format!(
        "<html><body><article><h1>Ferry sails again</h1><p>{OWN}</p><p>{OWN} Second.</p>\
         <p class=\"call-x\">{CALL}</p><p>{OWN} Third.</p></article></body></html>"
    );
    let file = folder.join("ferry.html");
    std::fs::write(&file, html).unwrap();
    file.to_str().unwrap().to_owned()
}

fn body(out: &Output) -> String {
    let row: Value = serde_json::from_str(text(&out.stdout).lines().next().unwrap()).unwrap();
    row["body"].as_str().unwrap().to_owned()
}

#[test]
fn a_folder_of_overrides_is_put_to_use_and_explained() {
    let folder = tempfile::tempdir().unwrap();
    let (file, sites) = (page(folder.path()), folder.path().join("sites"));
    std::fs::create_dir(&sites).unwrap();
    std::fs::write(sites.join("press.example.toml"), "drop = \"p.call-x\"\n").unwrap();
    let sites = sites.to_str().unwrap();
    assert!(body(&wireroom(&["extract", &file])).contains(CALL));
    let with = ["extract", "--sites", sites, "--url", "https://www.press.example/ferry", &file];
    let out = wireroom(&with);
    assert!(out.status.success() && !body(&out).contains(CALL), "{}", text(&out.stderr));
    let told = text(&wireroom(&[&with[..], &["--explain"]].concat()).stdout);
    assert!(
        told.contains("read with the override press.example.toml") && told.contains("p.call-x"),
        "{told}"
    );
    let other = ["extract", "--sites", sites, "--url", "https://other.example/ferry", &file];
    assert!(body(&wireroom(&other)).contains(CALL));
}

#[test]
fn a_fault_is_told_with_file_key_and_way_out_and_the_rest_goes_on() {
    let folder = tempfile::tempdir().unwrap();
    let (file, data) = (page(folder.path()), folder.path().join("data"));
    let sites = data.join("sites");
    std::fs::create_dir_all(&sites).unwrap();
    std::fs::write(sites.join("press.example.toml"), "drop = \"p..call\"\nbdy = 1\n").unwrap();
    let url = "https://press.example/ferry";
    let out = wireroom(&["extract", "--sites", sites.to_str().unwrap(), "--url", url, &file]);
    assert_eq!(out.status.code(), Some(1));
    assert!(body(&out).contains(CALL), "a broken override breaks no page");
    let told = text(&out.stderr);
    assert!(
        told.contains("press.example.toml, \"drop\": \"p..call\" is no CSS selector; write it as"),
        "{told}"
    );
    assert!(
        told.contains("press.example.toml, \"bdy\": there is no such key; there are hosts, body"),
        "{told}"
    );

    let data = data.to_str().unwrap();
    let imported = wireroom(&["import", &file, "--data", data]);
    assert!(imported.status.success(), "{}", text(&imported.stderr));
    let doctor = wireroom(&["doctor", "--data", data]);
    let told = text(&doctor.stdout);
    assert_eq!(doctor.status.code(), Some(1));
    assert!(told.contains("HAND  sites") && told.contains("\"bdy\": there is no such key"), "{told}");
}

#[test]
fn what_is_no_folder_and_no_address_is_refused_by_name() {
    let folder = tempfile::tempdir().unwrap();
    let file = page(folder.path());
    let none = wireroom(&["extract", "--sites", "/nowhere/sites", &file]);
    assert!(
        !none.status.success()
            && text(&none.stderr).contains("--sites /nowhere/sites: there is no such folder")
    );
    let none = wireroom(&["extract", "--url", "press", &file]);
    assert!(!none.status.success() && text(&none.stderr).contains("--url: \"press\" is no address"));
}

#[test]
fn a_backup_takes_the_overrides_along_and_a_restore_leaves_what_stands() {
    let folder = tempfile::tempdir().unwrap();
    let (file, data, back) = (page(folder.path()), folder.path().join("data"), folder.path().join("back"));
    let backup = folder.path().join("house.tar.zst");
    let path = |path: &Path| path.to_str().unwrap().to_owned();
    assert!(wireroom(&["import", &file, "--data", &path(&data)]).status.success());
    std::fs::create_dir(data.join("sites")).unwrap();
    for (name, text) in [("a.example.toml", "drop = \".x\"\n"), ("b.example.toml", "broken = [\n")] {
        std::fs::write(data.join("sites").join(name), text).unwrap();
    }
    let made = wireroom(&["backup", &path(&backup), "--data", &path(&data)]);
    assert!(made.status.success(), "{}", text(&made.stderr));
    std::fs::create_dir_all(back.join("sites")).unwrap();
    std::fs::write(back.join("sites/a.example.toml"), "drop = \".own\"\n").unwrap();
    let restored = wireroom(&["restore", &path(&backup), "--data", &path(&back)]);
    assert!(restored.status.success(), "{}", text(&restored.stderr));
    let read = |name: &str| std::fs::read_to_string(back.join("sites").join(name)).unwrap();
    assert_eq!(read("a.example.toml"), "drop = \".own\"\n");
    assert_eq!(read("b.example.toml"), "broken = [\n", "one with a fault is somebody's work too");
    assert!(text(&restored.stderr).contains("stays as it is"));
}
