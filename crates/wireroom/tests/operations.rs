//! The commands that keep a house, run as a person runs them: the program itself, on folders of its own, killed at
//! moments that fall anywhere in the work and run again.

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::time::Duration;

const ARTICLES: usize = 120;

fn wireroom(data: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_wireroom"));
    command.args(arguments).arg("--data").arg(data).stdin(Stdio::null());
    command
}

fn run(data: &Path, arguments: &[&str]) -> Output {
    wireroom(data, arguments).output().unwrap()
}

fn out(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn err(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn done(data: &Path, arguments: &[&str]) -> String {
    let output = run(data, arguments);
    assert!(output.status.success(), "{arguments:?}: {}{}", out(&output), err(&output));
    out(&output)
}

fn refused(data: &Path, arguments: &[&str]) -> String {
    let output = run(data, arguments);
    assert!(!output.status.success(), "{arguments:?} was done: {}", out(&output));
    err(&output)
}

/// Starts a command and kills it after a while; true where it was still at work.
fn killed(data: &Path, arguments: &[&str], after: Duration) -> bool {
    let mut child = wireroom(data, arguments).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    std::thread::sleep(after);
    let working = child.try_wait().unwrap().is_none();
    let _ = child.kill();
    child.wait().unwrap();
    working
}

/// Kills a command at moments spread over its run, then lets it end. Returns what it said at last.
fn killed_and_done(data: &Path, arguments: &[&str]) -> String {
    let mut met = 0;
    for attempt in 0..6 {
        met += u32::from(killed(data, arguments, Duration::from_millis(15 + attempt * 90)));
    }
    assert!(met > 0, "no kill met {arguments:?} at work");
    done(data, arguments)
}

/// A text of its own for each number.
fn told(number: usize) -> String {
    const WORDS: [&str; 16] = [
        "harbour", "minister", "orchard", "granite", "lantern", "ferry", "violin", "copper", "meadow",
        "tunnel", "glacier", "bakery", "carpet", "senator", "museum", "walnut",
    ];
    let mut state = (number as u64 + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        format!("{}{}", WORDS[(state % 16) as usize], state % 89)
    };
    (0..10)
        .map(|_| format!("The {} of {} met {} near {}.", next(), next(), next(), next()))
        .collect::<Vec<_>>()
        .join(" ")
}

struct Kept {
    folder: tempfile::TempDir,
}

impl Kept {
    /// A house with articles of two outlets, some of them copies.
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let rows: String = (0..ARTICLES)
            .map(|n| {
                let outlet = if n % 3 == 0 { "Gull" } else { "Tern" };
                let text = if n % 10 == 9 { n - 1 } else { n };
                let row = serde_json::json!({
                    "id": n.to_string(), "url": format!("https://{}.example/{n}", outlet.to_lowercase()),
                    "outlet": outlet, "title": format!("Report {text}"), "published": "2025-08-20T08:00:00Z",
                    "body": format!("{} Only here stands word{n}.", told(text)),
                });
                format!("{row}\n")
            })
            .collect();
        let file = folder.path().join("rows.jsonl");
        std::fs::write(&file, rows).unwrap();
        let kept = Self { folder };
        done(&kept.data(), &["import", file.to_str().unwrap()]);
        kept
    }

    fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }
}

fn articles(data: &Path) -> usize {
    let said = done(data, &["verify"]);
    assert!(said.contains("the house is whole"), "{said}");
    let at = said.find(" articles in ").unwrap();
    said[..at].rsplit(' ').next().unwrap().parse().unwrap()
}

#[test]
fn a_backup_that_is_killed_is_whole_or_not_there_and_the_next_is_whole() {
    let kept = Kept::new();
    let (data, file) = (kept.data(), kept.path("house.tar.zst"));
    let backup = ["backup", file.to_str().unwrap()];
    for after in [5, 40, 80] {
        killed(&data, &backup, Duration::from_millis(after));
        // Killed after its last step or not met at work, it may stand: then it is whole.
        if file.exists() {
            let other = kept.path(&format!("other-{after}"));
            done(&other, &["restore", file.to_str().unwrap()]);
            assert_eq!(articles(&other), ARTICLES, "a half-made backup took the name of a whole one");
            std::fs::remove_file(&file).unwrap();
        }
    }
    let said = done(&data, &backup);
    assert!(said.contains(&format!("{ARTICLES} articles")), "{said}");
    let told = refused(&data, &backup);
    assert!(told.contains("--replace"), "{told}");
    done(&data, &["backup", file.to_str().unwrap(), "--replace"]);
    let left: Vec<String> = std::fs::read_dir(kept.folder.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .filter(|name| name.starts_with('.'))
        .collect();
    assert_eq!(left, [] as [String; 0], "nothing half done is left");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(
            std::fs::metadata(&file).unwrap().permissions().mode() & 0o077,
            0,
            "others may not read it"
        );
    }
}

#[test]
fn a_restored_house_is_the_one_that_was_backed_up_whatever_was_killed() {
    let kept = Kept::new();
    let (data, file, other) = (kept.data(), kept.path("house.tar.zst"), kept.path("other"));
    std::fs::write(data.join("wireroom.toml"), "workers = 2\n").unwrap();
    done(&data, &["backup", file.to_str().unwrap()]);
    let file = file.to_str().unwrap();
    killed_and_done(&other, &["restore", file, "--replace"]);
    assert_eq!(articles(&other), ARTICLES);
    assert_eq!(std::fs::read_to_string(other.join("wireroom.toml")).unwrap(), "workers = 2\n");
    let told = refused(&other, &["restore", file]);
    assert!(told.contains(&format!("has {ARTICLES} articles")) && told.contains("--replace"), "{told}");
}

#[test]
fn a_damaged_cut_or_foreign_file_is_refused_and_the_house_stands() {
    let kept = Kept::new();
    let (data, file) = (kept.data(), kept.path("house.tar.zst"));
    done(&data, &["backup", file.to_str().unwrap()]);
    let whole = std::fs::read(&file).unwrap();
    let bad = kept.path("bad.tar.zst");
    let mut flipped = whole.clone();
    let middle = flipped.len() / 2;
    flipped[middle] ^= 0xFF;
    for bytes in [&whole[..whole.len() * 2 / 3], &flipped, b"not a backup at all", b""] {
        std::fs::write(&bad, bytes).unwrap();
        let told = refused(&data, &["restore", bad.to_str().unwrap(), "--replace"]);
        assert!(told.contains("no whole backup"), "{told}");
        assert_eq!(articles(&data), ARTICLES);
    }
    // Whole, but of a program that is newer than this one.
    let newer = kept.path("newer.tar.zst");
    let mut tar = tar::Builder::new(zstd::Encoder::new(std::fs::File::create(&newer).unwrap(), 1).unwrap());
    let manifest =
        br#"{"format":9,"program":"9.0","schema":1,"made_at":"x","feeds":0,"entries":0,"articles":0,
        "versions":0,"stories":0,"users":0,"database_bytes":0,"database_sha256":"","has_settings":false}"#;
    let mut header = tar::Header::new_gnu();
    header.set_size(manifest.len() as u64);
    tar.append_data(&mut header, "manifest.json", &manifest[..]).unwrap();
    tar.into_inner().unwrap().finish().unwrap();
    let told = refused(&data, &["restore", newer.to_str().unwrap(), "--replace"]);
    assert!(told.contains("Wireroom 9.0 in a later form"), "{told}");
}

#[test]
fn what_was_forgotten_stays_so_even_when_an_older_backup_is_restored() {
    let kept = Kept::new();
    let (data, file) = (kept.data(), kept.path("house.tar.zst"));
    done(&data, &["backup", file.to_str().unwrap()]);
    let dry = done(&data, &["forget", "https://tern.example/1?utm_source=x"]);
    assert!(dry.contains("1 article in 1 version") && dry.contains("Nothing was changed"), "{dry}");
    assert_eq!(articles(&data), ARTICLES);
    done(&data, &["forget", "https://tern.example/1", "--yes"]);
    assert_eq!(articles(&data), ARTICLES - 1);
    done(&data, &["restore", file.to_str().unwrap(), "--replace"]);
    assert_eq!(articles(&data), ARTICLES - 1);
    let database = std::fs::read(data.join("wireroom.db")).unwrap();
    assert!(!database.windows(6).any(|some| some == b"word1."), "its words are not in the file");
    assert!(database.windows(6).any(|some| some == b"word2."));
    // The old house was set aside, and forgetting says that it still holds the words.
    let output = run(&data, &["forget", "https://tern.example/2", "--yes"]);
    assert!(
        out(&output).contains("before-restore-") && out(&output).contains("--with-copies"),
        "{}",
        out(&output)
    );
    done(&data, &["forget", "https://tern.example/4", "--yes", "--with-copies"]);
    assert!(
        !std::fs::read_dir(&data).unwrap().any(|e| e
            .unwrap()
            .file_name()
            .to_string_lossy()
            .contains("before-"))
    );
}

#[test]
fn an_outlet_is_forgotten_by_its_name_whatever_is_killed() {
    let kept = Kept::new();
    let data = kept.data();
    let told = refused(&data, &["forget", "outlet", "Gulls"]);
    assert!(told.contains("no outlet is named \"Gulls\""), "{told}");
    for after in [60, 140, 220] {
        killed(&data, &["forget", "outlet", "gull", "--yes"], Duration::from_millis(after));
    }
    let again = run(&data, &["forget", "outlet", "gull", "--yes"]);
    let said = format!("{}{}", out(&again), err(&again));
    assert!(again.status.success() || said.contains("no outlet is named"), "{said}");
    assert_eq!(articles(&data), ARTICLES - ARTICLES.div_ceil(3));
    let told = refused(&data, &["forget", "user", "nobody"]);
    assert!(told.contains("no user is named \"nobody\""), "{told}");
    let told = refused(&data, &["forget", "not an address"]);
    assert!(told.contains("write it with https://"), "{told}");
}

#[test]
fn reprocess_and_reindex_end_well_after_any_kill() {
    let kept = Kept::new();
    let data = kept.data();
    let said = killed_and_done(&data, &["reprocess"]);
    assert!(said.contains(&format!("{ARTICLES} articles sorted anew")), "{said}");
    assert_eq!(articles(&data), ARTICLES);
    let said = killed_and_done(&data, &["reindex"]);
    assert!(said.contains(&format!("{ARTICLES} articles indexed")), "{said}");
    assert_eq!(articles(&data), ARTICLES);
}

#[test]
fn verify_tells_of_a_text_that_changed_and_of_an_index_that_lacks_articles() {
    let kept = Kept::new();
    let data = kept.data();
    assert_eq!(articles(&data), ARTICLES);
    std::fs::remove_dir_all(data.join("search")).unwrap();
    let told = refused(&data, &["verify"]);
    assert!(told.contains("the search index cannot be read") && told.contains("wireroom reindex"), "{told}");
    done(&data, &["reindex"]);
    // One letter of one stored text.
    let file = data.join("wireroom.db");
    let mut bytes = std::fs::read(&file).unwrap();
    let at = bytes.windows(8).position(|some| some == b" word77.").unwrap();
    bytes[at + 1] = b'W';
    std::fs::write(&file, bytes).unwrap();
    let told = refused(&data, &["verify"]);
    assert!(told.contains("not the text that was saved"), "{told}");
}

#[test]
fn without_a_house_each_command_says_where_it_looked() {
    let folder = tempfile::tempdir().unwrap();
    for arguments in
        [&["backup", "x.tar.zst"][..], &["forget", "https://a.example/"], &["verify"], &["reindex"]]
    {
        let told = refused(&folder.path().join("none"), arguments);
        assert!(told.contains("there is no house in") && told.contains("--data"), "{told}");
    }
}
