//! Bad input: each gets one sentence that names the thing and the way out, and a status that is not zero.

use std::net::TcpListener;
use std::path::Path;
use std::process::{Command, Output};

fn wireroom(data: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_wireroom")).args(arguments).arg("--data").arg(data).output().unwrap()
}

/// The command fails and says these words.
fn refused(out: &Output, words: &[&str]) {
    let told = String::from_utf8_lossy(&out.stderr).into_owned();
    assert!(!out.status.success(), "it did not fail: {told}");
    for word in words {
        assert!(told.contains(word), "\"{word}\" is missing in: {told}");
    }
    assert!(!told.contains("panicked"), "{told}");
}

#[test]
fn an_unreadable_file_is_named() {
    let data = tempfile::tempdir().unwrap();
    refused(
        &wireroom(data.path(), &["import", "no-such-page.html"]),
        &["no-such-page.html", "cannot be read"],
    );
}

#[test]
fn a_broken_row_is_named_by_its_line() {
    let data = tempfile::tempdir().unwrap();
    let file = data.path().join("rows.jsonl");
    std::fs::write(&file, "{\"id\":\"a\",\"title\":\"Ferry aground\",\"body\":\"The ferry ran aground off the cape on Tuesday.\"}\n{broken\n").unwrap();
    let out = wireroom(&data.path().join("house"), &["import", file.to_str().unwrap()]);
    refused(&out, &["rows.jsonl", "line 2"]);
    assert!(
        String::from_utf8_lossy(&out.stdout).contains("1 article"),
        "the good row was lost: {}",
        String::from_utf8_lossy(&out.stdout)
    );
}

#[test]
fn an_address_that_is_none_is_named() {
    let data = tempfile::tempdir().unwrap();
    refused(&wireroom(data.path(), &["feeds", "add", "not an address"]), &["not an address", "http"]);
}

#[test]
fn a_port_in_use_is_named_with_the_flag_that_helps() {
    let data = tempfile::tempdir().unwrap();
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    refused(&wireroom(data.path(), &["serve", "--listen", &address]), &[&address, "in use", "--listen"]);
}

#[test]
fn a_data_folder_that_cannot_be_made_is_named() {
    let data = tempfile::tempdir().unwrap();
    let file = data.path().join("a-file");
    std::fs::write(&file, "").unwrap();
    refused(&wireroom(&file.join("house"), &["feeds", "list"]), &["a-file", "--data"]);
}

#[test]
fn a_data_folder_in_use_is_named() {
    let data = tempfile::tempdir().unwrap();
    let _lock = wireroom_store::folder::Lock::take(data.path()).unwrap();
    refused(&wireroom(data.path(), &["import", "x.html"]), &["in use", "--data"]);
}

#[test]
fn a_value_that_cannot_be_read_names_its_flag() {
    let data = tempfile::tempdir().unwrap();
    refused(&wireroom(data.path(), &["feeds", "list", "--workers", "many"]), &["--workers", "many"]);
    std::fs::write(data.path().join("wireroom.toml"), "colour = \"red\"\n").unwrap();
    refused(&wireroom(data.path(), &["feeds", "list"]), &["colour", "wireroom.toml"]);
}
