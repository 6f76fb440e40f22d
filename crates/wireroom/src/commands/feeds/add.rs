//! `wireroom feeds add` and `find`: looks at an address, shows what was found, takes the best or leaves the choice.

use crate::house::{House, say};
use clap::{Arg, ArgAction, ArgMatches, Command};
use wireroom_model::Why;
use wireroom_pipeline::{Candidate, Looked};

fn addresses() -> Arg {
    Arg::new("addresses")
        .value_name("ADDRESS")
        .required(true)
        .action(ArgAction::Append)
        .help("Address of a feed, or of a site that has one")
}

pub fn commands() -> [Command; 2] {
    let add = Command::new("add")
        .about("Add feeds by address; a site's address finds its feed")
        .arg(addresses())
        .arg(
            Arg::new("all")
                .long("all")
                .action(ArgAction::SetTrue)
                .conflicts_with("pick")
                .help("Add every feed that was found, comments too"),
        )
        .arg(
            Arg::new("pick")
                .long("pick")
                .value_name("N")
                .value_parser(clap::value_parser!(usize))
                .help("Add the feed with this number of those that were found"),
        )
        .arg(
            Arg::new("as-is")
                .long("as-is")
                .action(ArgAction::SetTrue)
                .conflicts_with_all(["all", "pick"])
                .help("Add the address without asking it; it is looked at when the house runs"),
        );
    let find = Command::new("find").about("Show the feeds of a site and add none").arg(addresses());
    [add, find]
}

pub async fn add(house: &House, given: &ArgMatches) -> Result<bool, String> {
    let mut whole = true;
    for address in given.get_many::<String>("addresses").into_iter().flatten() {
        match one(house, given, address).await {
            Ok(done) => whole &= done,
            Err(why) => {
                eprintln!("{why}");
                whole = false;
            }
        }
    }
    Ok(whole)
}

async fn one(house: &House, given: &ArgMatches, address: &str) -> Result<bool, String> {
    if given.get_flag("as-is") {
        return take(house, address, None).await;
    }
    let looked = house.pipeline.find_feeds(address).await.map_err(say)?;
    let picked: Vec<&Candidate> = match (&looked, given.get_one::<usize>("pick")) {
        // The address as given, so that a name and password in it are kept.
        (Looked::Feed(feed), _) => return take(house, address, Some(&feed.title)).await,
        (Looked::Silent(why), _) => {
            eprintln!("{why}; it was added as it is and is looked at when the house runs");
            return take(house, address, None).await;
        }
        (Looked::Nothing { tried }, _) => {
            return Err(format!(
                "no feed was found at {address} ({tried} addresses were tried); look there for a link called RSS, \
                 or add the address with --as-is"
            ));
        }
        (Looked::Page(all), Some(number)) => {
            let pick = number.checked_sub(1).and_then(|at| all.get(at));
            vec![pick.ok_or_else(|| format!("--pick {number}: {} feeds were found at {address}", all.len()))?]
        }
        (Looked::Page(all), None) if given.get_flag("all") => all.iter().collect(),
        (Looked::Page(_), None) => looked.best().into_iter().collect(),
    };
    if let Looked::Page(all) = &looked {
        show(address, all, &picked);
    }
    if picked.is_empty() {
        eprintln!("choose with --pick N, or add them all with --all; nothing was added");
        return Ok(false);
    }
    let mut done = true;
    for candidate in picked {
        done &= take(house, &candidate.address, Some(&candidate.title)).await?;
    }
    Ok(done)
}

async fn take(house: &House, address: &str, title: Option<&str>) -> Result<bool, String> {
    let owner = house.owner().await?;
    let added = house.pipeline.add_feed(address, owner).await.map_err(say)?;
    println!("{} {}", if added.known { "known" } else { "added" }, title.unwrap_or(&added.title));
    Ok(true)
}

fn entries(count: usize) -> String {
    if count == 1 { "1 entry".to_owned() } else { format!("{count} entries") }
}

fn show(address: &str, all: &[Candidate], picked: &[&Candidate]) {
    println!(
        "{} at {address}:",
        if all.len() == 1 { "1 feed".to_owned() } else { format!("{} feeds", all.len()) }
    );
    for (number, candidate) in (1..).zip(all) {
        let mark = if picked.contains(&candidate) { '>' } else { ' ' };
        println!(
            "{mark} {number}  {}  ({}, {})",
            candidate.title,
            entries(candidate.entries),
            candidate.words()
        );
        println!("     {}", candidate.address);
    }
}

pub async fn find(house: &House, given: &ArgMatches) -> Result<bool, String> {
    let mut whole = true;
    for address in given.get_many::<String>("addresses").into_iter().flatten() {
        match house.pipeline.find_feeds(address).await.map_err(|error| Why::from(say(error))) {
            Ok(Looked::Feed(feed)) => {
                println!("{address} is a feed: {} ({})", feed.title, entries(feed.entries))
            }
            Ok(Looked::Page(all)) => show(address, &all, &[]),
            Ok(Looked::Nothing { tried }) => {
                eprintln!("no feed was found at {address} ({tried} addresses were tried)");
                whole = false;
            }
            Ok(Looked::Silent(why)) | Err(why) => {
                eprintln!("{address}: {why}");
                whole = false;
            }
        }
    }
    Ok(whole)
}
