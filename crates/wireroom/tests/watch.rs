//! The house as its keeper watches it: `wireroom doctor`, metrics and logs of the program itself, beside a running serve.

use std::collections::BTreeMap;
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::time::Duration;

fn wireroom(data: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_wireroom"));
    command.args(arguments).arg("--data").arg(data).stdin(Stdio::null());
    command
}

fn run(data: &Path, arguments: &[&str]) -> Output {
    wireroom(data, arguments).output().unwrap()
}

fn told(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

fn house() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let rows: String = (0..5)
        .map(|n| {
            let body = format!("Report {n} of the harbour. {}", format!("Word{n} follows word. ").repeat(40));
            let row = serde_json::json!({"id": n.to_string(), "title": format!("Report {n}"), "body": body, "outlet": "Tern"});
            format!("{row}\n")
        })
        .collect();
    let file = folder.path().join("rows.jsonl");
    std::fs::write(&file, rows).unwrap();
    let output = run(&folder.path().join("data"), &["import", file.to_str().unwrap()]);
    assert!(output.status.success(), "{}", told(&output));
    folder
}

fn free_port() -> SocketAddr {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap()
}

/// A running house that ends with the test.
struct Serving(Child);

impl Drop for Serving {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn get(address: SocketAddr, path: &str) -> Option<String> {
    let mut stream = TcpStream::connect_timeout(&address, Duration::from_secs(2)).ok()?;
    stream.set_read_timeout(Some(Duration::from_secs(30))).ok()?;
    write!(stream, "GET {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n").ok()?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer).ok()?;
    Some(answer)
}

fn serve(data: &Path, more: &[&str], wait_for: SocketAddr) -> Serving {
    let log = std::fs::File::create(data.with_extension("log")).unwrap();
    let pages = free_port().to_string();
    let arguments = [&["serve", "--listen", &pages], more].concat();
    let serving = Serving(wireroom(data, &arguments).stdout(Stdio::null()).stderr(log).spawn().unwrap());
    for _ in 0..300 {
        if TcpStream::connect(wait_for).is_ok() {
            return serving;
        }
        std::thread::sleep(Duration::from_millis(100));
    }
    panic!("it did not start: {}", std::fs::read_to_string(data.with_extension("log")).unwrap());
}

/// A strict reading of the open text form: every sample belongs to the family that was declared above it, every name
/// and label is well formed, every histogram only grows. Returns samples by name and labels.
fn parse(text: &str) -> BTreeMap<String, f64> {
    let name_ok = |name: &str| {
        !name.is_empty() && name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
    };
    let (mut family, mut kind, mut samples, mut families) =
        (String::new(), String::new(), BTreeMap::new(), std::collections::BTreeSet::new());
    let mut lines = text.lines().peekable();
    while let Some(line) = lines.next() {
        if line == "# EOF" {
            assert!(lines.peek().is_none(), "something stands after the end");
            return samples;
        }
        if let Some(rest) = line.strip_prefix("# ") {
            let mut words = rest.splitn(3, ' ');
            match (words.next().unwrap(), words.next().unwrap(), words.next().unwrap()) {
                ("HELP", name, help) => {
                    assert!(families.insert(name.to_owned()), "{name} is declared twice");
                    assert!(!help.is_empty() && name_ok(name), "{line}");
                    family = name.to_owned();
                }
                ("TYPE", name, word) => {
                    assert_eq!(name, family, "{line}");
                    assert!(["counter", "gauge", "histogram", "info"].contains(&word), "{line}");
                    kind = word.to_owned();
                }
                ("UNIT", name, unit) => assert!(name == family && name.ends_with(unit), "{line}"),
                _ => panic!("{line}"),
            }
            continue;
        }
        let (id, value) = line.rsplit_once(' ').unwrap();
        let (name, labels) = match id.split_once('{') {
            Some((name, labels)) => (name, labels.strip_suffix('}').unwrap()),
            None => (id, ""),
        };
        let suffix = name.strip_prefix(&family).unwrap_or_else(|| panic!("{line} stands under {family}"));
        let fits: &[&str] = match kind.as_str() {
            "counter" => &["_total"],
            "gauge" => &[""],
            "info" => &["_info"],
            _ => &["_sum", "_count", "_bucket"],
        };
        assert!(fits.contains(&suffix) && name_ok(name), "{line}");
        for label in labels.split(',').filter(|label| !label.is_empty()) {
            let (label, value) = label.split_once('=').unwrap();
            assert!(name_ok(label) && value.starts_with('"') && value.ends_with('"'), "{line}");
        }
        let value: f64 = value.parse().unwrap();
        assert!(value >= 0.0, "{line}");
        assert!(samples.insert(id.to_owned(), value).is_none(), "{id} stands twice");
    }
    panic!("the text has no end");
}

#[test]
fn metrics_stand_on_their_own_socket_and_parse() {
    let folder = house();
    let data = folder.path().join("data");
    let address = free_port();
    let _serving = serve(&data, &["--metrics", &address.to_string(), "--log-format", "json"], address);
    let answer = get(address, "/metrics").unwrap();
    let (head, body) = answer.split_once("\r\n\r\n").unwrap();
    assert!(head.starts_with("HTTP/1.1 200") && head.contains("application/openmetrics-text"), "{head}");
    let samples = parse(body);
    assert_eq!(samples["wireroom_articles"], 5.0);
    assert_eq!(samples["wireroom_feeds{verdict=\"failing\"}"], 0.0);
    assert_eq!(samples["wireroom_jobs_failed{kind=\"poll\"}"], 0.0);
    assert_eq!(samples["wireroom_polls_total{outcome=\"answered\"}"], 0.0);
    let last = |id: &String| id.starts_with("wireroom_fetch_seconds_bucket") && id.contains("le=\"+Inf\"");
    assert_eq!(samples.keys().filter(|id| last(id)).count(), 7, "a histogram a purpose");
    assert!(samples["wireroom_database_bytes"] > 10_000.0);
    assert!(samples["wireroom_disk_free_bytes"] > 0.0);
    assert!(samples.keys().any(|id| id.starts_with("wireroom_build_info{version=")));
    assert!(samples.len() < 200, "{} series", samples.len());
    // The pages are elsewhere, and nothing else is here.
    assert!(get(address, "/").unwrap().starts_with("HTTP/1.1 404"));
    // The doctor looks on beside it.
    let output = run(&data, &["doctor"]);
    assert!(told(&output).contains("a wireroom works on it now"), "{}", told(&output));
    assert!(output.status.success(), "{}", told(&output));
    let backup = folder.path().join("live.tar.zst");
    assert!(run(&data, &["backup", backup.to_str().unwrap()]).status.success());
    assert!(run(&data, &["verify"]).status.success());
    let refused = run(&data, &["reindex"]);
    assert!(told(&refused).contains("in use by another wireroom"), "{}", told(&refused));
}

#[test]
fn metrics_are_off_by_default_and_refused_where_others_could_read_them() {
    let folder = house();
    let data = folder.path().join("data");
    let output = run(&data, &["serve", "--metrics", "0.0.0.0:0", "--listen", "127.0.0.1:0"]);
    assert!(!output.status.success());
    assert!(told(&output).contains("--metrics-open yes"), "{}", told(&output));
}

#[test]
fn the_log_is_one_json_object_a_line_and_keeps_secrets() {
    let folder = house();
    let data = folder.path().join("data");
    let feed = "http://ada:hunter2@127.0.0.1:9/feed?token=s3cret";
    assert!(run(&data, &["feeds", "add", "--as-is", feed]).status.success());
    let address = free_port();
    let more = ["--metrics", &address.to_string(), "--log-format", "json", "--log", "debug,sqlx=off"];
    let serving = serve(&data, &more, address);
    for _ in 0..200 {
        let polled = get(address, "/metrics").is_some_and(|answer| {
            parse(answer.split_once("\r\n\r\n").unwrap().1)["wireroom_polls_total{outcome=\"not_sent\"}"]
                > 0.0
        });
        if polled {
            break;
        }
        std::thread::sleep(Duration::from_millis(100));
    }
    drop(serving);
    let log = std::fs::read_to_string(data.with_extension("log")).unwrap();
    let lines: Vec<serde_json::Value> = log
        .lines()
        .filter(|line| line.starts_with('{'))
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let asked = lines.iter().find(|line| line["purpose"] == "feed").unwrap_or_else(|| panic!("{log}"));
    assert_eq!(asked["host"], "127.0.0.1");
    assert_eq!(asked["outcome"], "not_sent");
    assert_eq!(asked["span"]["name"], "poll");
    assert!(asked["span"]["feed"].is_string() && asked["duration_ms"].is_number(), "{asked}");
    assert!(!log.contains("hunter2") && !log.contains("s3cret"), "{log}");
}

#[test]
fn the_doctor_names_what_needs_a_hand_and_says_so_by_its_status() {
    let folder = house();
    let data = folder.path().join("data");
    let output = run(&data, &["doctor", "--json"]);
    assert!(output.status.success(), "{}", told(&output));
    let up: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(up["well"], true);
    assert_eq!(up["feeds"]["failing"], 0);
    let state = |up: &serde_json::Value, name: &str| {
        let checks = up["checks"].as_array().unwrap();
        checks.iter().find(|check| check["name"] == name).unwrap_or_else(|| panic!("{name}"))["state"].clone()
    };
    for name in
        ["settings", "base-url", "allow", "folder", "disk", "database", "index", "clock", "feeds", "jobs"]
    {
        assert_eq!(state(&up, name), "well", "{name}");
    }
    assert_eq!(state(&up, "contact"), "note");
    std::fs::remove_dir_all(data.join("search")).unwrap();
    let output = run(&data, &["doctor", "--json", "--low-disk-mb", "1000000000", "--listen", "0.0.0.0:1851"]);
    assert_eq!(output.status.code(), Some(1));
    let up: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    for name in ["index", "disk", "base-url"] {
        assert_eq!(state(&up, name), "needs_hand", "{name}");
    }
    assert!(!data.join("search").exists(), "the doctor only looks");
    let output = run(&data, &["doctor"]);
    assert!(
        told(&output).contains("HAND  index") && told(&output).contains("wireroom reindex"),
        "{}",
        told(&output)
    );
    let nowhere = run(&folder.path().join("none"), &["doctor"]);
    assert_eq!(nowhere.status.code(), Some(1));
    assert!(told(&nowhere).contains("there is no house in") && !folder.path().join("none").exists());
}
