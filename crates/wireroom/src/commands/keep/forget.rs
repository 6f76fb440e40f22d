//! `wireroom forget URL | outlet NAME | user NAME`: first it says what would go, and only `--yes` takes it away.
//! Interrupted, the same command (or any other forget) goes on where it was.

use super::many;
use crate::commands::progress::{Steps, jobs};
use crate::house::{House, say};
use clap::{Arg, ArgAction, ArgMatches, Command};
use std::path::Path;
use wireroom_pipeline::{Forgetting, Pipeline, canonical};
use wireroom_store::Viewer;
use wireroom_store::forget::{Toll, What};

/// Outlets named to somebody who mistook a name.
const NEAR: usize = 5;

pub fn command() -> Command {
    Command::new("forget")
        .about("Forget a page, an outlet or a user: text, versions, raw pages, index, citations; a tombstone stays")
        .arg(
            Arg::new("what")
                .value_name("URL | outlet NAME | user NAME")
                .required(true)
                .action(ArgAction::Append)
                .num_args(1..)
                .help("A page's address, or the word outlet or user and a name"),
        )
        .arg(
            Arg::new("yes")
                .long("yes")
                .action(ArgAction::SetTrue)
                .help("Take it away; without this, only say what would go"),
        )
        .arg(
            Arg::new("with-copies")
                .long("with-copies")
                .action(ArgAction::SetTrue)
                .help("Also remove older copies of the database from the data folder: they still hold the words"),
        )
}

pub async fn run(given: &ArgMatches, house: &House) -> Result<bool, String> {
    let words: Vec<&str> =
        given.get_many::<String>("what").into_iter().flatten().map(String::as_str).collect();
    let yes = given.get_flag("yes");
    if yes && house.store.is_forgetting().await.map_err(say)? {
        eprintln!("An earlier forgetting was interrupted; it is ended first.");
        take_away(house).await?;
    }
    let (what, name) = wanted(house, &words).await?;
    let toll = house.store.toll(&what).await.map_err(say)?;
    println!("{}", told(&name, &what, &toll));
    if !yes {
        println!("Nothing was changed; say --yes to take it away.");
        return Ok(true);
    }
    house.pipeline.forget_begin(&what).await.map_err(say)?;
    take_away(house).await?;
    println!("Forgotten. A tombstone keeps it from coming back.");
    copies(house, given.get_flag("with-copies"))
}

/// What is meant, and how it is called.
async fn wanted(house: &House, words: &[&str]) -> Result<(What, String), String> {
    match words {
        ["outlet", name @ ..] if !name.is_empty() => outlet(house, &name.join(" ")).await,
        ["user", name @ ..] if !name.is_empty() => {
            let name = name.join(" ");
            let user = house.store.user_by_name(&name).await.map_err(say)?;
            let user = user.ok_or_else(|| format!("no user is named \"{name}\""))?;
            Ok((What::User(user.id), format!("the user {}", user.name)))
        }
        [url] => {
            // The house's own addresses (of imports, of entries without a link) are taken as they are.
            let own = ["file:", "row:", "entry:"].iter().any(|scheme| url.starts_with(scheme));
            let address = if own { Some((*url).to_owned()) } else { canonical(url) };
            let address = address.ok_or_else(|| {
                format!(
                    "\"{url}\" is no page's address; write it with https://, or outlet NAME, or user NAME"
                )
            })?;
            Ok((What::Address(address.clone()), address))
        }
        _ => Err("say one address, or outlet NAME, or user NAME".to_owned()),
    }
}

async fn outlet(house: &House, name: &str) -> Result<(What, String), String> {
    let key = Pipeline::outlet_key(name);
    if let Some((id, known)) = house.store.outlet_of_key(&key).await.map_err(say)? {
        return Ok((What::Outlet(id), format!("the outlet {known}")));
    }
    let all = house.store.outlets(Viewer::House).await.map_err(say)?;
    let near: Vec<String> = all
        .into_iter()
        .filter(|outlet| {
            Pipeline::outlet_key(&outlet.name).split(' ').any(|word| key.split(' ').any(|w| w == word))
        })
        .map(|outlet| outlet.name)
        .take(NEAR)
        .collect();
    let hint = if near.is_empty() { String::new() } else { format!("; near it are {}", near.join(", ")) };
    Err(format!("no outlet is named \"{name}\"{hint}"))
}

fn told(name: &str, what: &What, toll: &Toll) -> String {
    let mut line = format!(
        "{name}: {} in {}, {}, {}, and {} that {}",
        many(toll.articles, "article", "articles"),
        many(toll.versions, "version", "versions"),
        many(toll.pages, "raw page", "raw pages"),
        many(toll.entries, "entry", "entries"),
        many(toll.briefs, "brief", "briefs"),
        if toll.briefs == 1 { "is written anew" } else { "are written anew" },
    );
    match what {
        What::User(_) => line.push_str(&format!(
            "; the user's sessions, marks, tags, corrections and subscriptions, and {} that nobody else reads",
            many(toll.feeds, "private feed", "private feeds")
        )),
        What::Outlet(_) => line.push_str(
            "\nWhat is forgotten does not come back; what the outlet prints tomorrow does, while a feed brings it: \
             `wireroom feeds list` shows them.",
        ),
        What::Address(_) if toll.articles == 0 && toll.entries == 0 => {
            line.push_str("\nThe house has nothing from there; a tombstone would keep it that way.");
        }
        What::Address(_) | What::Buried => {}
    }
    if toll.same_text_elsewhere > 0 {
        line.push_str(&format!(
            "\n{} the same text and {}: forget them by their own address.",
            if toll.same_text_elsewhere == 1 {
                "One other article prints".to_owned()
            } else {
                format!("{} other articles print", toll.same_text_elsewhere)
            },
            if toll.same_text_elsewhere == 1 { "stays" } else { "stay" }
        ));
    }
    line
}

async fn take_away(house: &House) -> Result<(), String> {
    let total = house.store.doomed_count().await.map_err(say)?;
    let mut steps = Steps::new("taking articles away", total);
    while let Forgetting::Left(left) = house.pipeline.forget_on().await.map_err(say)? {
        steps.at(total.saturating_sub(left));
    }
    drop(steps);
    jobs(house, "writing briefs anew, sweeping the files", house.pipeline.forget_end()).await
}

/// Older copies of the database hold what they held: they are named, or removed where that is wanted.
fn copies(house: &House, remove: bool) -> Result<bool, String> {
    let copies = house.store.older_copies();
    for copy in &copies {
        if !remove {
            println!("{} is older and still holds it; remove it, or say --with-copies.", copy.display());
            continue;
        }
        remove_whole(copy).map_err(|e| format!("{}: it cannot be removed: {e}", copy.display()))?;
        println!("{} was removed.", copy.display());
    }
    println!("Backups outside the data folder are yours to see to.");
    Ok(remove || copies.is_empty())
}

fn remove_whole(path: &Path) -> std::io::Result<()> {
    if path.is_dir() { std::fs::remove_dir_all(path) } else { std::fs::remove_file(path) }
}
