//! `wireroom feeds add|import|list|export`: the house's feeds from the command line.
//! A feed added here belongs to the owner's subscriptions, where the house has one.

use crate::config::Config;
use crate::filters::rows::whole;
use crate::house::{House, say};
use clap::{Arg, ArgAction, ArgMatches, Command};
use std::path::PathBuf;
use wireroom_model::When;
use wireroom_store::Viewer;

/// Largest OPML file that is read, in bytes.
const MAX_OPML_BYTES: u64 = 16 << 20;

pub fn command() -> Command {
    Command::new("feeds")
        .about("Add, import or list feeds")
        .subcommand_required(true)
        .subcommand(
            Command::new("add").about("Add feeds by address; they are read when the house runs").arg(
                Arg::new("addresses")
                    .value_name("ADDRESS")
                    .required(true)
                    .action(ArgAction::Append)
                    .help("Address of a feed, or of a site that names its feed"),
            ),
        )
        .subcommand(
            Command::new("import").about("Add every feed of OPML files").arg(
                Arg::new("files")
                    .value_name("FILE")
                    .required(true)
                    .action(ArgAction::Append)
                    .value_parser(clap::value_parser!(PathBuf)),
            ),
        )
        .subcommand(Command::new("list").about("Every feed with its health"))
}

pub fn run(given: &ArgMatches, config: &Config) -> Result<bool, String> {
    super::block_on(async {
        let house = House::open(config).await?;
        let done = match given.subcommand() {
            Some(("add", given)) => add(&house, given).await,
            Some(("import", given)) => import(&house, given).await,
            _ => list(&house).await,
        };
        house.close().await;
        done
    })
}

async fn add(house: &House, given: &ArgMatches) -> Result<bool, String> {
    let owner = house.owner().await?;
    let mut whole = true;
    for address in given.get_many::<String>("addresses").into_iter().flatten() {
        match house.pipeline.add_feed(address, owner).await {
            Ok(added) => println!("{} {}", if added.known { "known" } else { "added" }, added.title),
            Err(why) => {
                eprintln!("{why}");
                whole = false;
            }
        }
    }
    Ok(whole)
}

async fn import(house: &House, given: &ArgMatches) -> Result<bool, String> {
    let owner = house.owner().await?;
    let mut all = true;
    for path in given.get_many::<PathBuf>("files").into_iter().flatten() {
        let name = path.display();
        match whole(path, MAX_OPML_BYTES) {
            Ok(bytes) => match house.pipeline.import_opml(&bytes, owner).await {
                Ok(list) => {
                    let known = list.added.iter().filter(|a| a.known).count();
                    println!(
                        "{name}: {} added, {known} known, {} left out",
                        list.added.len() - known,
                        list.skipped.len()
                    );
                    for line in &list.skipped {
                        eprintln!("{name}: {line}");
                        all = false;
                    }
                }
                Err(why) => {
                    eprintln!("{name}: {why}");
                    all = false;
                }
            },
            Err(why) => {
                eprintln!("{why}");
                all = false;
            }
        }
    }
    Ok(all)
}

async fn list(house: &House) -> Result<bool, String> {
    let feeds = house.store.feeds(Viewer::House).await.map_err(say)?;
    for feed in &feeds {
        let health = &feed.health;
        let state = match (&health.reason, health.last_success_at) {
            (Some(why), Some(at)) if health.failures == 0 => format!("read {}, but {why}", at_utc(at)),
            (Some(why), _) if health.failures == 1 => format!("failed once: {why}"),
            (Some(why), _) => format!("failed {} times in a row: {why}", health.failures),
            (None, Some(at)) => format!("read {}", at_utc(at)),
            (None, None) => "not read yet".to_owned(),
        };
        println!(
            "{}\t{}\t{} entries\t{state}",
            feed.address,
            feed.title.as_deref().unwrap_or("-"),
            feed.entries
        );
    }
    if feeds.is_empty() {
        eprintln!(
            "This house has no feeds yet: wireroom feeds add ADDRESS, or wireroom feeds import FILE.opml"
        );
    }
    Ok(true)
}

fn at_utc(unix: i64) -> String {
    When::from_unix(unix).map_or_else(|| "at an unreadable time".to_owned(), |when| when.to_string())
}
