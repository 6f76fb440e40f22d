//! `wireroom feeds ...`: the house's feeds from the command line. Titles, folders and subscriptions are the owner's;
//! before there is an owner they wait. No secret is taken from the command line or printed.

mod add;
mod change;
mod list;
mod lists;

use crate::config::Config;
use crate::house::{House, say};
use clap::{Arg, ArgAction, ArgMatches, Command};
use wireroom_pipeline::canonical;
use wireroom_store::Viewer;
use wireroom_store::feeds::Feed;

/// Feeds that an error names as similar.
const SIMILAR: usize = 3;

pub fn command() -> Command {
    Command::new("feeds")
        .about("Add, bring in, take out, list and change feeds")
        .subcommand_required(true)
        .subcommands(add::commands())
        .subcommands(lists::commands())
        .subcommand(list::command())
        .subcommands(change::commands())
}

pub fn run(given: &ArgMatches, config: &Config) -> Result<bool, String> {
    super::block_on(async {
        let house = House::open(config).await?;
        let done = match given.subcommand() {
            Some(("add", given)) => add::add(&house, given).await,
            Some(("find", given)) => add::find(&house, given).await,
            Some(("import", given)) => lists::import(&house, given).await,
            Some(("export", given)) => lists::export(&house, given).await,
            Some(("list", given)) => list::run(&house, given).await,
            Some((name, given)) => change::run(&house, name, given).await,
            None => Ok(true),
        };
        house.close().await;
        done
    })
}

/// One or more addresses (or numbers) of feeds that the house has.
fn known_feeds() -> Arg {
    Arg::new("feeds")
        .value_name("FEED")
        .required(true)
        .action(ArgAction::Append)
        .help("Address or number of a feed, as `wireroom feeds list` shows them")
}

/// The feed of an address or a number.
async fn feed(house: &House, named: &str) -> Result<Feed, String> {
    let feeds = house.store.feeds(Viewer::House).await.map_err(say)?;
    let address =
        canonical(&if named.contains("://") { named.to_owned() } else { format!("https://{named}") });
    let is = |feed: &&Feed| Some(&feed.address) == address.as_ref() || feed.id.to_string() == named;
    if let Some(feed) = feeds.iter().find(is) {
        return Ok(feed.clone());
    }
    let near = named.to_lowercase();
    let named_so = |feed: &&Feed| {
        let title = feed.title.as_deref().unwrap_or_default().to_lowercase();
        feed.address.contains(&near) || title.contains(&near)
    };
    let similar: Vec<String> = feeds
        .iter()
        .filter(named_so)
        .take(SIMILAR)
        .map(|feed| format!("{} ({})", feed.address, feed.id))
        .collect();
    Err(match similar.is_empty() {
        true => format!("this house has no feed \"{named}\"; `wireroom feeds list` shows those it has"),
        false => format!("this house has no feed \"{named}\"; did you mean {}?", similar.join(" or ")),
    })
}
