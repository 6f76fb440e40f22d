//! `wireroom publishers import FILE | list | remove NUMBER`: who owns which outlet, by lists that the reader brings.
//! None comes with the program. Counts of stories follow at once.

use crate::commands::progress::jobs;
use crate::config::Config;
use crate::filters::rows::whole;
use crate::house::{House, say};
use clap::{Arg, ArgAction, ArgMatches, Command};
use std::path::PathBuf;
use wireroom_pipeline::Reach;
use wireroom_pipeline::publishers::{How, MAX_BYTES, Owned};
use wireroom_store::Viewer;

/// Outlets named in a report; the count tells of all.
const MAX_TOLD: usize = 40;

pub fn command() -> Command {
    let number = Arg::new("number")
        .value_name("NUMBER")
        .required(true)
        .value_parser(clap::value_parser!(i64).range(1..))
        .help("The list's number, as `wireroom publishers list` shows it");
    let flag = |name: &'static str, help: &'static str| {
        Arg::new(name).long(name).action(ArgAction::SetTrue).help(help)
    };
    Command::new("publishers")
        .about("Bring in, list and take away lists of who owns which outlet")
        .subcommand_required(true)
        .subcommand(
            Command::new("import")
                .about("Bring in a list: CSV with a first line such as outlet,publisher; or TOML or JSON")
                .arg(
                    Arg::new("file")
                        .value_name("FILE")
                        .required(true)
                        .value_parser(clap::value_parser!(PathBuf))
                        .help("The list (docs/formats/publishers.md)"),
                )
                .arg(flag("replace", "In place of all other lists; without this it lies over them"))
                .arg(flag("dry-run", "Only say what would come of it")),
        )
        .subcommand(Command::new("list").about("The lists, and the outlets of the house by publisher"))
        .subcommand(
            Command::new("remove")
                .about("Take a list away; what it covered or replaced holds again")
                .arg(number),
        )
}

pub fn run(given: &ArgMatches, config: &Config) -> Result<bool, String> {
    super::block_on(async {
        let house = House::open(config).await?;
        let done = match given.subcommand() {
            Some(("import", given)) => import(&house, given).await,
            Some(("remove", given)) => remove(&house, given).await,
            _ => list(&house).await,
        };
        house.close().await;
        done
    })
}

async fn import(house: &House, given: &ArgMatches) -> Result<bool, String> {
    let Some(path) = given.get_one::<PathBuf>("file") else { return Err("name a file".to_owned()) };
    let bytes = whole(path, MAX_BYTES as u64)?;
    let how = How { replaces: given.get_flag("replace"), dry: given.get_flag("dry-run") };
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let brought = house.pipeline.bring_publishers(&name, &bytes, how).await;
    let told = brought.map_err(|why| format!("{}: {why}", path.display()))?;
    println!(
        "{} of {}",
        many(told.rows, "outlet", "outlets"),
        many(told.publishers, "publisher", "publishers")
    );
    report(&told);
    for fault in &told.faults {
        eprintln!("{}: {fault}", path.display());
    }
    if told.left_out > 0 {
        eprintln!("{} left out", many(told.left_out, "line", "lines"));
    }
    match (told.known, how.dry) {
        (true, _) => println!("The house has this list already; nothing was changed."),
        (false, true) => println!("Nothing was changed; leave --dry-run out to bring it in."),
        (false, false) => recount(house).await?,
    }
    Ok(told.left_out == 0)
}

async fn remove(house: &House, given: &ArgMatches) -> Result<bool, String> {
    let Some(number) = given.get_one::<i64>("number") else { return Err("name a list".to_owned()) };
    let told = house.pipeline.remove_publishers(*number).await.map_err(say)?;
    report(&told);
    recount(house).await?;
    Ok(true)
}

async fn recount(house: &House) -> Result<(), String> {
    jobs(house, "counting", house.pipeline.drain(Reach::Local)).await.map(drop)
}

fn report(told: &Owned) {
    for (outlet, before, after) in told.changed.iter().take(MAX_TOLD) {
        let name = |owner: &Option<String>| owner.clone().unwrap_or_else(|| "in no list".to_owned());
        println!("  {outlet}: {} (was {})", name(after), name(before));
    }
    if told.changed.len() > MAX_TOLD {
        println!("  and {} more", told.changed.len() - MAX_TOLD);
    }
    println!("{} of {} of the house have a publisher", told.owned, many(told.outlets, "outlet", "outlets"));
}

async fn list(house: &House) -> Result<bool, String> {
    let lists = house.store.publisher_lists().await.map_err(say)?;
    if lists.is_empty() {
        println!("No list of publishers: wireroom publishers import FILE");
    }
    for list in &lists {
        let stands = match list.replaced_by {
            Some(by) => format!(", replaced by {by}"),
            None => String::new(),
        };
        println!("{} {} ({}{stands})", list.id, list.name, many(list.rows, "outlet", "outlets"));
    }
    let mut outlets = house.store.outlets(Viewer::House).await.map_err(say)?;
    outlets.sort_by(|a, b| (a.publisher.is_none(), &a.publisher).cmp(&(b.publisher.is_none(), &b.publisher)));
    let mut before: Option<Option<String>> = None;
    for outlet in outlets {
        if before.as_ref() != Some(&outlet.publisher) {
            println!("{}", outlet.publisher.as_deref().unwrap_or("In no list"));
            before = Some(outlet.publisher.clone());
        }
        println!("  {}", outlet.name);
    }
    Ok(true)
}

fn many(count: u64, one: &str, more: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { more })
}
