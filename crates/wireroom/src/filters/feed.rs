//! `wireroom feed`: one file path a line to the feed in it, sanitised, or why there is none.

use super::files_argument;
use super::rows::{Input, Output, Refused, Stop, whole};
use clap::{ArgMatches, Command};
use serde::Serialize;
use std::path::Path;
use wireroom_feed::{Hints, SafeFeed, parse};

/// Largest file that is read, in bytes.
const MAX_FEED_BYTES: u64 = 64 << 20;

#[derive(Serialize)]
struct FeedRow<'r> {
    path: &'r str,
    #[serde(flatten)]
    found: Found,
}

#[derive(Serialize)]
#[serde(rename_all = "lowercase")]
enum Found {
    Feed(Box<SafeFeed>),
    Error(String),
}

pub fn command() -> Command {
    Command::new("feed")
        .about("File paths, one a line, to {\"path\",\"feed\"} or {\"path\",\"error\"}")
        .arg(files_argument("Files that list paths; standard input where none is named"))
}

/// A file that is no feed has its row, with the reason, and is told as a broken row too.
pub fn run(_: &ArgMatches, input: &mut Input, output: &mut Output) -> Result<(), Stop> {
    input.lines(|path| match read(Path::new(path)) {
        Ok(feed) => output.row(&FeedRow { path, found: Found::Feed(Box::new(feed)) }).map_err(Refused::from),
        Err(why) => {
            output.row(&FeedRow { path, found: Found::Error(why.clone()) })?;
            Err(Refused::Row(format!("{path}: {why}")))
        }
    })
}

fn read(path: &Path) -> Result<SafeFeed, String> {
    let named = format!("{}: ", path.display());
    let bytes =
        whole(path, MAX_FEED_BYTES).map_err(|why| why.strip_prefix(&named).unwrap_or(&why).to_owned())?;
    let feed = parse(&bytes, &Hints::default()).map_err(|e| e.to_string())?;
    Ok(feed.sanitised(None))
}
