//! Reading feeds, as work to be weighed: how long our reader takes over the bench's feeds, against one bare pass of the
//! tokeniser in the same run, and (with the feature `peers`) against other readers. It prints shares, never times.
//! Start at [`share_of_a_bare_pass`]; what other readers find is in `peers/feeds.rs`.

use cpu_time::ThreadTime;
use std::hint::black_box;
use std::path::Path;
use std::time::Duration;
use wireroom_feed::{Hints, parse};

/// Rounds over all files; the fastest counts, because everything that disturbs a round makes it slower.
pub const ROUNDS: usize = 7;

/// A file of the bench and the project that it came from.
#[derive(Debug)]
pub struct File {
    pub source: String,
    pub path: String,
    pub bytes: Vec<u8>,
}

/// Every file below `folder`, in the order of their paths; a folder of `folder` is a source. Lists of subscriptions
/// are left out.
pub fn files(folder: &Path) -> Result<Vec<File>, String> {
    let mut found = Vec::new();
    let mut open = vec![folder.to_path_buf()];
    while let Some(place) = open.pop() {
        let entries = std::fs::read_dir(&place).map_err(|e| format!("{}: {e}", place.display()))?;
        for entry in entries {
            let path = entry.map_err(|e| e.to_string())?.path();
            if path.is_dir() {
                open.push(path);
                continue;
            }
            let name = path.strip_prefix(folder).unwrap_or(&path).to_string_lossy().into_owned();
            let source = name.split('/').next().unwrap_or_default().to_owned();
            if source != "listparser" {
                let bytes = std::fs::read(&path).map_err(|e| format!("{}: {e}", path.display()))?;
                found.push(File { source, path: name, bytes });
            }
        }
    }
    found.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(found)
}

/// The time of the fastest of `rounds`, for each piece of work; rounds take turns, so that a busy machine is busy
/// for all of them.
pub fn fastest<const N: usize>(rounds: usize, work: [&dyn Fn(); N]) -> [Duration; N] {
    let mut best = [Duration::MAX; N];
    for _ in 0..rounds {
        for (work, best) in work.iter().zip(&mut best) {
            let start = ThreadTime::now();
            work();
            *best = start.elapsed().min(*best);
        }
    }
    best
}

/// Our reader over every file.
pub fn ours(files: &[&File]) {
    for file in files {
        let _ = black_box(parse(black_box(&file.bytes), &Hints::default()));
    }
}

/// What a bare pass of the tokeniser over the files takes, as a share of what our reader takes for them: 1 would be a
/// reader that costs nothing beside finding the tags.
pub fn share_of_a_bare_pass(folder: &Path) -> Result<String, String> {
    let all = files(folder)?;
    let read: Vec<&File> = all
        .iter()
        .filter(|f| std::str::from_utf8(&f.bytes).is_ok_and(|text| text.trim_start().starts_with('<')))
        .filter(|f| parse(&f.bytes, &Hints::default()).is_ok())
        .collect();
    let bytes: usize = read.iter().map(|f| f.bytes.len()).sum();
    let [ours, pass] = fastest(ROUNDS, [&|| ours(&read), &|| bare_pass(&read)]);
    let share = pass.as_secs_f64() / ours.as_secs_f64();
    Ok(format!("speed files={} bytes={bytes} pass={share:.3}\n", read.len()))
}

/// Every event of every file, nothing made of it.
fn bare_pass(files: &[&File]) {
    for file in files {
        let mut reader = quick_xml::Reader::from_str(std::str::from_utf8(&file.bytes).unwrap_or_default());
        reader.config_mut().check_end_names = false;
        while let Ok(event) = reader.read_event() {
            if matches!(black_box(event), quick_xml::events::Event::Eof) {
                break;
            }
        }
    }
}
