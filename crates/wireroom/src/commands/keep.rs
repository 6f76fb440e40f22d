//! The commands that keep a house in order: `reprocess`, `reindex`, `verify`. Each is safe to interrupt and run again.

use crate::config::Config;
use crate::house::{House, is_house, say};
use clap::{ArgMatches, Command};
use wireroom_pipeline::Reach;

pub fn commands() -> Vec<Command> {
    vec![
        Command::new("reprocess").about("Read every kept page again with today's rules and sort the stories anew; old citations still resolve"),
        Command::new("reindex").about("Build the search index anew from the database"),
        Command::new("verify").about("Check the database and count what it holds"),
    ]
}

pub fn run(name: &str, _: &ArgMatches, config: &Config) -> Result<bool, String> {
    if !is_house(&config.data) {
        return Err(format!("there is no house in {}; name its folder with --data", config.data.display()));
    }
    super::block_on(async {
        let house = House::open(config).await?;
        let done = match name {
            "reprocess" => reprocess(&house).await,
            "reindex" => reindex(&house).await,
            _ => verify(&house).await,
        };
        house.close().await;
        done
    })
}

async fn reprocess(house: &House) -> Result<bool, String> {
    let pages = house.pipeline.reread().await.map_err(say)?;
    eprintln!("{pages} kept pages are read again.");
    house.pipeline.drain(Reach::Local).await.map_err(say)?;
    let placed = house.pipeline.rebuild().await.map_err(say)?;
    house.pipeline.drain(Reach::Local).await.map_err(say)?;
    let now = house.pipeline.progress().await.map_err(say)?;
    println!(
        "{placed} articles sorted anew: {} versions, {} copies folded, {} stories",
        now.versions, now.copies, now.stories
    );
    Ok(true)
}

async fn reindex(house: &House) -> Result<bool, String> {
    house.pipeline.reindex().await.map_err(say)?;
    house.pipeline.drain(Reach::Local).await.map_err(say)?;
    println!("{} articles indexed", house.pipeline.progress().await.map_err(say)?.articles);
    Ok(true)
}

async fn verify(house: &House) -> Result<bool, String> {
    let found = house.store.verify().await.map_err(say)?;
    let now = house.pipeline.progress().await.map_err(say)?;
    println!(
        "{} feeds, {} entries, {} articles in {} versions, {} copies folded, {} stories, {} jobs waiting, {} failed",
        now.feeds,
        now.entries,
        now.articles,
        now.versions,
        now.copies,
        now.stories,
        now.waiting(),
        now.failed
    );
    let disk = house.store.disk_use().await.map_err(say)?;
    println!(
        "on disk: {} in all; {} raw pages, {} texts, {} other tables and the log, {} search index and copies; {} free",
        megabytes(disk.folder_bytes),
        megabytes(disk.page_bytes),
        megabytes(disk.text_bytes),
        megabytes(disk.database_bytes.saturating_sub(disk.page_bytes + disk.text_bytes)),
        megabytes(disk.other_bytes),
        megabytes(disk.free_bytes)
    );
    for trouble in &found.troubles {
        eprintln!("{trouble}");
    }
    if found.troubles.is_empty() {
        println!("the database is whole");
    }
    Ok(found.troubles.is_empty())
}

fn megabytes(bytes: u64) -> String {
    format!("{:.1} MB", bytes as f64 / 1e6)
}
