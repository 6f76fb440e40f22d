//! `wireroom import PATH...`: real material without a network. HTML pages, plain-text page dumps, JSONL article rows
//! and OPML lists become what the running house would have made of them. Killed on the way, it is simply run again.

use crate::config::Config;
use crate::filters::rows::{Input, Refused, Stop, whole};
use crate::house::{House, say};
use clap::{Arg, ArgAction, ArgMatches, Command};
use std::path::{Path, PathBuf};
use wireroom_model::ArticleRow;
use wireroom_pipeline::{Import, Progress, Reach};

/// Largest page or list that is read, in bytes.
const MAX_FILE_BYTES: u64 = 64 << 20;
/// Things kept in one transaction.
const BATCH: usize = 200;
/// Files taken from one folder.
const MAX_FILES: usize = 1_000_000;
/// Folders inside folders.
const MAX_DEPTH: usize = 32;

pub fn command() -> Command {
    Command::new("import")
        .about("Read HTML pages, .txt page dumps, JSONL article rows and OPML lists, without a network")
        .arg(
            Arg::new("paths")
                .value_name("PATH")
                .required(true)
                .action(ArgAction::Append)
                .value_parser(clap::value_parser!(PathBuf))
                .help("Files (.html, .txt, .jsonl, .opml) or folders of them"),
        )
}

pub fn run(given: &ArgMatches, config: &Config) -> Result<bool, String> {
    super::block_on(async {
        let house = House::open(config).await?;
        let done = import(&house, given).await;
        house.close().await;
        done
    })
}

async fn import(house: &House, given: &ArgMatches) -> Result<bool, String> {
    let before = house.pipeline.progress().await.map_err(say)?;
    let mut desk = Desk::new(house);
    for path in given.get_many::<PathBuf>("paths").into_iter().flatten() {
        for file in files(path, MAX_DEPTH) {
            desk.take(&file).await?;
        }
    }
    desk.flush().await?;
    let (pages, known, skipped) = (desk.pages, desk.known, desk.skipped);
    let work = house.pipeline.drain(Reach::Local);
    crate::commands::progress::jobs(house, "reading", work).await?;
    let after = house.pipeline.progress().await.map_err(say)?;
    println!("{}", summary(pages, known, &before, &after));
    for (what, why) in &skipped {
        eprintln!("{what}: {why}");
    }
    if !skipped.is_empty() {
        eprintln!("{} left out", skipped.len());
    }
    Ok(skipped.is_empty())
}

fn summary(pages: u64, known: u64, before: &Progress, after: &Progress) -> String {
    let many =
        |n: u64, one: &str, more: &str| if n == 1 { format!("1 {one}") } else { format!("{n} {more}") };
    let new = |f: fn(&Progress) -> u64| f(after).saturating_sub(f(before));
    let mut line = [
        many(pages, "page", "pages"),
        many(new(|p| p.articles), "article", "articles"),
        many(new(|p| p.copies), "copy folded", "copies folded"),
        many(new(|p| p.stories), "story", "stories"),
    ]
    .join(", ");
    if known > 0 {
        line.push_str(&format!("; {} known before", many(known, "page", "pages")));
    }
    line
}

/// The files below a path, in order of name. What cannot be listed is given as itself, to be told of later.
fn files(path: &Path, depth: usize) -> Vec<PathBuf> {
    let Ok(read) = std::fs::read_dir(path) else { return vec![path.to_owned()] };
    let mut inside: Vec<PathBuf> =
        read.filter_map(|entry| Some(entry.ok()?.path())).take(MAX_FILES).collect();
    inside.sort();
    match depth.checked_sub(1) {
        Some(depth) => inside.iter().flat_map(|path| files(path, depth)).collect(),
        None => Vec::new(),
    }
}

/// Gathers things into batches.
struct Desk<'h> {
    house: &'h House,
    batch: Vec<Import>,
    pages: u64,
    known: u64,
    skipped: Vec<(String, String)>,
}

impl<'h> Desk<'h> {
    const fn new(house: &'h House) -> Self {
        Self { house, batch: Vec::new(), pages: 0, known: 0, skipped: Vec::new() }
    }

    async fn take(&mut self, path: &Path) -> Result<(), String> {
        let ending = path.extension().map(|e| e.to_string_lossy().to_ascii_lowercase()).unwrap_or_default();
        let name = path.display().to_string();
        match ending.as_str() {
            "jsonl" => return self.rows(path).await,
            "html" | "htm" | "xhtml" | "txt" | "opml" => {}
            _ if path.exists() => {
                self.skipped
                    .push((name, "this ending is not read; .html, .txt, .jsonl and .opml are".to_owned()));
                return Ok(());
            }
            _ => {}
        }
        match (whole(path, MAX_FILE_BYTES), ending.as_str()) {
            (Err(why), _) => {
                let why = why.strip_prefix(&format!("{name}: ")).unwrap_or(&why).to_owned();
                self.skipped.push((name, why));
                Ok(())
            }
            (Ok(bytes), "opml") => self.opml(&name, &bytes).await,
            (Ok(bytes), "txt") => self.push(Import::Dump { name, bytes }).await,
            (Ok(bytes), _) => self.push(Import::Html { name, url: None, bytes }).await,
        }
    }

    async fn opml(&mut self, name: &str, bytes: &[u8]) -> Result<(), String> {
        let owner = self.house.owner().await?;
        match self.house.pipeline.import_opml(bytes, owner).await {
            Ok(list) => {
                println!("{name}: {} feeds", list.added.len());
                self.skipped.extend(list.skipped.into_iter().map(|line| (name.to_owned(), line)));
                for note in list.notes {
                    eprintln!("{name}: {note}");
                }
            }
            Err(why) => self.skipped.push((name.to_owned(), why.to_string())),
        }
        Ok(())
    }

    /// JSONL rows, a batch at a time: the file is never whole in memory.
    async fn rows(&mut self, path: &Path) -> Result<(), String> {
        let (send, mut receive) = tokio::sync::mpsc::channel::<Import>(BATCH);
        let file = path.to_owned();
        let reading = tokio::task::spawn_blocking(move || {
            let mut input = Input::new(vec![file]);
            let name = |row: &ArticleRow| row.id.clone();
            let done = input.each(|row: ArticleRow| {
                if row.id.is_empty() && row.url.is_none() {
                    return Err(Refused::Row("the row has neither \"id\" nor \"url\"".to_owned()));
                }
                let thing = Import::Row { name: name(&row), row: Box::new(row) };
                send.blocking_send(thing).map_err(|_| Refused::Stop(Stop::Closed))
            });
            (done, input.broken())
        });
        while let Some(thing) = receive.recv().await {
            self.push(thing).await?;
        }
        let (done, broken) = reading.await.map_err(say)?;
        if broken > 0 {
            self.skipped.push((path.display().to_string(), format!("{broken} broken, told above")));
        }
        match done {
            Ok(()) | Err(Stop::Closed) => Ok(()),
            Err(Stop::Failed(why)) => Err(why),
        }
    }

    async fn push(&mut self, thing: Import) -> Result<(), String> {
        self.batch.push(thing);
        if self.batch.len() >= BATCH { self.flush().await } else { Ok(()) }
    }

    async fn flush(&mut self) -> Result<(), String> {
        let batch = std::mem::take(&mut self.batch);
        if batch.is_empty() {
            return Ok(());
        }
        let taken = self.house.pipeline.import(batch).await.map_err(say)?;
        self.pages += taken.pages;
        self.known += taken.known;
        self.skipped.extend(taken.skipped);
        Ok(())
    }
}
