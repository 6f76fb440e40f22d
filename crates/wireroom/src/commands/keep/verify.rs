//! `wireroom verify`: is everything whole? The database by its own check and the house's rules, every text against its
//! hash, the index against the database. It only looks, so it works beside a running `serve`.

use super::{many, megabytes};
use crate::commands::progress::Steps;
use crate::config::Config;
use crate::filters::verify;
use crate::house::{INDEX_FOLDER, say};
use clap::Command;
use std::collections::BTreeSet;
use wireroom_model::ArticleId;
use wireroom_store::Store;
use wireroom_store::verify::Counts;
use wireroom_text::hash;

/// Texts read at a time.
const TEXTS: u32 = 500;
/// Texts or articles named in a complaint.
const NAMED: usize = 5;

pub fn command() -> Command {
    Command::new("verify")
        .about("Check the database, every text and the index, and count what the house holds; also while it serves")
        .long_about(
            "Check the database, every text and the index, and count what the house holds; also while it serves.\n\
             With rows {\"id\",\"claim\",\"evidence\":[..],\"lang\"} it is a filter: whether the evidence supports the \
             claim, where, and why not (docs/formats/verify.schema.json).",
        )
        .arg(verify::files())
}

pub async fn run(config: &Config) -> Result<bool, String> {
    let (store, schema) = Store::look(&config.data).await.map_err(say)?;
    let found = look(&store, config).await;
    if schema.found < schema.known {
        eprintln!("the database is of an older program; the next start migrates it, after a copy");
    }
    store.close().await;
    let troubles = found?;
    for trouble in &troubles {
        eprintln!("{trouble}");
    }
    if troubles.is_empty() {
        println!("the house is whole");
    }
    Ok(troubles.is_empty())
}

async fn look(store: &Store, config: &Config) -> Result<Vec<String>, String> {
    let steps = Steps::new("checking the database", 0);
    let found = store.verify().await.map_err(say)?;
    drop(steps);
    tell(store, &found.counts).await?;
    let mut troubles = found.troubles;
    troubles.extend(texts(store, found.counts.versions).await?);
    troubles.extend(index(store, config).await?);
    Ok(troubles)
}

async fn tell(store: &Store, counts: &Counts) -> Result<(), String> {
    println!(
        "{} feeds, {} entries, {} articles in {} versions, {} copies folded, {} stories, {} jobs waiting, {} failed",
        counts.feeds,
        counts.entries,
        counts.articles,
        counts.versions,
        counts.copies,
        counts.stories,
        counts.waiting,
        counts.failed
    );
    let disk = store.disk_use().await.map_err(say)?;
    println!(
        "on disk: {} in all; {} raw pages, {} texts, {} other tables and the log, {} search index and copies; {} free",
        megabytes(disk.folder_bytes),
        megabytes(disk.page_bytes),
        megabytes(disk.text_bytes),
        megabytes(disk.database_bytes.saturating_sub(disk.page_bytes + disk.text_bytes)),
        megabytes(disk.other_bytes),
        megabytes(disk.free_bytes)
    );
    Ok(())
}

/// Every text against the hash that stands beside it.
async fn texts(store: &Store, total: u64) -> Result<Option<String>, String> {
    let mut steps = Steps::new("checking every text", total);
    let (mut after, mut done, mut wrong) = (0, 0, Vec::new());
    loop {
        let some = store.hashed_texts(after, TEXTS).await.map_err(say)?;
        let Some((last, ..)) = some.last() else { break };
        after = last.as_i64();
        done += some.len() as u64;
        wrong.extend(some.iter().filter(|(_, text, told)| hash::text_v1(text) != *told).map(|(id, ..)| *id));
        steps.at(done);
    }
    Ok((!wrong.is_empty()).then(|| {
        let named: Vec<String> = wrong.iter().take(NAMED).map(ToString::to_string).collect();
        format!(
            "{} not the text that was saved (version {}); restore a backup",
            if wrong.len() == 1 {
                "1 version is".to_owned()
            } else {
                format!("{} versions are", wrong.len())
            },
            named.join(", ")
        )
    }))
}

/// What the index lacks and what it holds too much. Articles whose turn is still to come are neither.
pub async fn index(store: &Store, config: &Config) -> Result<Vec<String>, String> {
    let folder = config.data.join(INDEX_FOLDER);
    let looked = tokio::task::spawn_blocking(move || wireroom_search::look(&folder)).await.map_err(say)?;
    let looked = match looked {
        Ok(looked) => looked,
        Err(error) => return Ok(vec![format!("the search index cannot be read: {error}")]),
    };
    let mut troubles: Vec<String> =
        looked.damaged.iter().map(|file| format!("{file} of the search index is damaged")).collect();
    let waiting: BTreeSet<ArticleId> = store.waiting_for_index().await.map_err(say)?.into_iter().collect();
    let (mut stored, mut after) = (BTreeSet::new(), None);
    loop {
        let some = store.article_numbers(after, 10_000).await.map_err(say)?;
        let Some(&last) = some.last() else { break };
        after = Some(last);
        stored.extend(some);
    }
    let held: BTreeSet<ArticleId> =
        looked.articles.iter().filter_map(|&id| ArticleId::new(id).ok()).collect();
    let lacks = stored.difference(&held).filter(|id| !waiting.contains(id)).count() as u64;
    let extra = held.difference(&stored).filter(|id| !waiting.contains(id)).count() as u64;
    if lacks > 0 {
        troubles.push(format!("the search index lacks {}", many(lacks, "article", "articles")));
    }
    if extra > 0 {
        troubles.push(format!(
            "the search index holds {} that the house does not",
            many(extra, "article", "articles")
        ));
    }
    if !troubles.is_empty() {
        troubles.push("`wireroom reindex` makes the index anew".to_owned());
    }
    Ok(troubles)
}
