//! Other feed readers over the same files: feed-rs and the crate rss in this process, feedparser through a Python that
//! has it (WIREROOM_PEERS_PYTHON, else python3; without it its figures are left out with a line that says so).
//! A peer that panics has refused the file. Start at [`beside`].

use crate::feeds::{File, ROUNDS, fastest, files, ours};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::hint::black_box;
use std::io::Write as _;
use std::panic::{AssertUnwindSafe, catch_unwind, set_hook, take_hook};
use std::path::Path;
use std::process::{Command, Stdio};
use wireroom_feed::{Hints, parse};

/// What one file gave each reader: `None` where the reader refused it.
#[derive(Debug, Default, Clone, Copy)]
struct Found {
    ours: Option<usize>,
    feed_rs: Option<usize>,
    rss: Option<usize>,
    feedparser: Option<usize>,
}

/// One source's line of the table.
#[derive(Debug, Default)]
struct Row {
    files: usize,
    peer: usize,
    both: usize,
    only_ours: usize,
    missed: Vec<String>,
}

/// Speed beside the others, then the files with entries beside the others, by source.
pub fn beside(folder: &Path) -> Result<String, String> {
    let all = files(folder)?;
    let hook = take_hook();
    // A reader that panics refuses the file; its words are not ours to print.
    set_hook(Box::new(|_| {}));
    let mut found: Vec<Found> = all.iter().map(entries).collect();
    set_hook(hook);
    let accepted: Vec<usize> =
        found.iter().enumerate().filter(|(_, f)| f.feed_rs.is_some()).map(|(at, _)| at).collect();
    let subset: Vec<&File> = accepted.iter().filter_map(|&at| all.get(at)).collect();
    let [we, feed_rs] = fastest(ROUNDS, [&|| ours(&subset), &|| feed_rs_over(&subset)]);
    let bytes: usize = subset.iter().map(|f| f.bytes.len()).sum();
    let mut out = format!(
        "speed over the files that feed-rs accepts: files={} bytes={bytes} of-feed-rs={:.2}",
        subset.len(),
        feed_rs.as_secs_f64() / we.as_secs_f64()
    );
    match feedparser(folder, &subset) {
        Ok((seconds, _)) => {
            let _ = writeln!(out, " of-feedparser={:.1}", seconds / we.as_secs_f64());
        }
        Err(why) => {
            let _ = writeln!(out, "\nfeedparser is left out: {why}");
        }
    }
    if let Ok((_, counts)) = feedparser(folder, &all.iter().collect::<Vec<_>>()) {
        for (found, count) in found.iter_mut().zip(counts) {
            found.feedparser = Some(count);
        }
    }
    table(&all, &found, &mut out);
    Ok(out)
}

fn table(all: &[File], found: &[Found], out: &mut String) {
    let mut rows: BTreeMap<&str, Row> = BTreeMap::new();
    for (file, found) in all.iter().zip(found) {
        let row = rows.entry(&file.source).or_default();
        row.files += 1;
        let peers = [found.feed_rs, found.rss, found.feedparser].into_iter().flatten().max().unwrap_or(0);
        let ours = found.ours.unwrap_or(0);
        row.peer += usize::from(peers > 0);
        row.both += usize::from(peers > 0 && ours > 0);
        row.only_ours += usize::from(peers == 0 && ours > 0);
        if ours < peers {
            row.missed.push(format!("{} {found:?}", file.path));
        }
    }
    for (source, row) in &rows {
        let Row { files, peer, both, only_ours, missed } = row;
        let _ = writeln!(
            out,
            "{source}: files={files} a-peer-finds-entries={peer} we-too={both} only-we={only_ours} fewer={}",
            missed.len()
        );
    }
    for line in rows.values().flat_map(|row| &row.missed) {
        let _ = writeln!(out, "fewer: {line}");
    }
}

fn entries(file: &File) -> Found {
    let calm = |work: &dyn Fn() -> Option<usize>| catch_unwind(AssertUnwindSafe(work)).ok().flatten();
    let bytes = file.bytes.as_slice();
    Found {
        ours: calm(&|| parse(bytes, &Hints::default()).ok().map(|feed| feed.entries.len())),
        feed_rs: calm(&|| feed_rs::parser::parse(bytes).ok().map(|feed| feed.entries.len())),
        rss: calm(&|| rss::Channel::read_from(bytes).ok().map(|channel| channel.items().len())),
        feedparser: None,
    }
}

fn feed_rs_over(files: &[&File]) {
    for file in files {
        let _ = black_box(feed_rs::parser::parse(black_box(file.bytes.as_slice())));
    }
}

/// feedparser's fastest round over the files, in seconds, and the entries it finds in each.
fn feedparser(folder: &Path, files: &[&File]) -> Result<(f64, Vec<usize>), String> {
    let python = std::env::var("WIREROOM_PEERS_PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let mut child = Command::new(&python)
        .args(["-c", include_str!("feeds.py")])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|e| format!("{python}: {e}"))?;
    let mut stdin = child.stdin.take().ok_or("the script has no standard input")?;
    for file in files {
        writeln!(stdin, "{}", folder.join(&file.path).display()).map_err(|e| format!("{python}: {e}"))?;
    }
    drop(stdin);
    let out = child.wait_with_output().map_err(|e| format!("{python}: {e}"))?;
    let printed = String::from_utf8_lossy(&out.stdout);
    let mut lines = printed.lines();
    let seconds = lines.next().and_then(|line| line.parse().ok());
    let seconds = seconds.ok_or_else(|| format!("{python} has no feedparser"))?;
    Ok((seconds, lines.filter_map(|line| line.split(' ').next()?.parse().ok()).collect()))
}
