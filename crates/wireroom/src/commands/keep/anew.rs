//! `wireroom reprocess` and `wireroom reindex`: what the house made of its material, made anew. Old citations resolve.

use crate::commands::progress::{Steps, jobs};
use crate::house::{House, say};
use clap::Command;
use std::time::Duration;
use wireroom_pipeline::Reach;

/// How often the sorting's progress is looked at.
const LOOK: Duration = Duration::from_millis(200);

pub fn reprocess() -> Command {
    Command::new("reprocess").about(
        "Read every kept page again with today's rules and sort the stories anew; old citations still resolve",
    )
}

pub fn reindex() -> Command {
    Command::new("reindex").about("Build the search index anew from the database")
}

pub async fn run_reprocess(house: &House) -> Result<bool, String> {
    let pages = house.pipeline.reread().await.map_err(say)?;
    eprintln!("{} to be read again.", super::many(pages, "kept page", "kept pages"));
    jobs(house, "reading pages", house.pipeline.drain(Reach::Local)).await?;
    let placed = sort(house).await?;
    jobs(house, "writing briefs", house.pipeline.drain(Reach::Local)).await?;
    let now = house.pipeline.progress().await.map_err(say)?;
    println!(
        "{placed} articles sorted anew: {} versions, {} copies folded, {} stories",
        now.versions, now.copies, now.stories
    );
    Ok(true)
}

/// Families and stories anew, in one transaction: interrupted, the old ones stand.
async fn sort(house: &House) -> Result<u64, String> {
    let mut steps = Steps::new("sorting stories", house.pipeline.progress().await.map_err(say)?.articles);
    let mut work = Box::pin(house.pipeline.rebuild());
    loop {
        tokio::select! {
            placed = &mut work => return placed.map_err(say),
            () = tokio::time::sleep(LOOK) => steps.at(house.pipeline.rebuilt()),
        }
    }
}

pub async fn run_reindex(house: &House) -> Result<bool, String> {
    house.pipeline.reindex().await.map_err(say)?;
    jobs(house, "indexing", house.pipeline.drain(Reach::Local)).await?;
    println!("{} articles indexed", house.pipeline.search().len());
    Ok(true)
}
