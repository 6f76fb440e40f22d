//! `wireroom feeds set`, `pause`, `resume`, `poll`, `reread` and `remove`. A secret comes from a file, standard input or the
//! environment, so that no shell remembers it.

use crate::house::{House, say};
use clap::{Arg, ArgAction, ArgMatches, Command};
use std::io::Read;
use std::path::Path;
use wireroom_pipeline::choices::{CHOICES, Choice, choice, is_secret};
use wireroom_store::feeds::FeedState;

/// Largest secret that is read, in bytes.
const MAX_SECRET_BYTES: u64 = 16 << 10;

pub fn commands() -> Vec<Command> {
    let set = Command::new("set")
        .about("Make choices for a feed; an empty value takes a choice back")
        .after_help(
            "Choices:\n  text-from=auto|feed|page   where texts are taken from\n  interval=30m|2h|1d|auto    how often it is asked\n  \
             folded=yes|no              no: copies that it brings stand on their own\n  paused=yes|no\n  to-writer=yes|no|auto      whether its texts may be sent to the writer\n  title=TEXT                 your own title\n  \
             folder=News/World          your own folder; a stroke in a name is \\/\n  header=@FILE               NAME: VALUE\n  \
             cookie=@FILE               a=1; b=2\n  basic-auth=@FILE           NAME:PASSWORD\n  access=none                takes headers, cookie and password away\n\n\
             A secret is read from a file (@FILE), standard input (-) or the environment (env:NAME).",
        )
        .arg(Arg::new("feed").value_name("FEED").required(true).help("Address or number of the feed"))
        .arg(
            Arg::new("choices").value_name("NAME=VALUE").required(true).action(ArgAction::Append).help("What to choose"),
        );
    let plain = |name, about| Command::new(name).about(about).arg(super::known_feeds());
    vec![
        set,
        plain("pause", "Read feeds no more until they are resumed; what they brought stays"),
        plain("resume", "Read paused or gone feeds again"),
        plain("poll", "Ask feeds as soon as the house runs, rather than at their next turn"),
        plain(
            "reread",
            "Read the texts of their latest entries again, after `set text-from=`; older texts stay as versions",
        ),
        plain("remove", "Remove feeds; the articles they brought stay"),
    ]
}

pub async fn run(house: &House, name: &str, given: &ArgMatches) -> Result<bool, String> {
    if name == "set" {
        return set(house, given).await;
    }
    let mut whole = true;
    for named in given.get_many::<String>("feeds").into_iter().flatten() {
        if let Err(why) = one(house, name, named).await {
            eprintln!("{why}");
            whole = false;
        }
    }
    Ok(whole)
}

async fn one(house: &House, name: &str, named: &str) -> Result<(), String> {
    let feed = super::feed(house, named).await?;
    let called = feed.title.as_deref().unwrap_or(&feed.address);
    if name == "reread" {
        let texts = house.pipeline.reread_feed(feed.id).await.map_err(say)?;
        println!("{texts} texts are read again when the house runs: {called}");
        return Ok(());
    }
    if name == "poll" {
        house.pipeline.poll_now(feed.id).await.map_err(say)?;
        println!("due now: {called}");
        return Ok(());
    }
    let now = house.clock.now().unix();
    let mut tx = house.store.begin().await.map_err(say)?;
    let done = match name {
        "pause" => tx.set_feed_state(feed.id, FeedState::Paused, now).await.map(|()| "paused"),
        "resume" => tx.set_feed_state(feed.id, FeedState::Active, now).await.map(|()| "resumed"),
        _ => tx.remove_feed(feed.id).await.map(|()| "removed"),
    };
    let done = done.map_err(say)?;
    tx.commit().await.map_err(say)?;
    println!("{done} {called}");
    Ok(())
}

async fn set(house: &House, given: &ArgMatches) -> Result<bool, String> {
    let named = given.get_one::<String>("feed").map(String::as_str).unwrap_or_default();
    let feed = super::feed(house, named).await?;
    let mut choices = Vec::new();
    for pair in given.get_many::<String>("choices").into_iter().flatten() {
        choices.push(read(pair, &|variable| std::env::var(variable).ok())?);
    }
    house.pipeline.set_feed(feed.id, house.owner().await?, &choices).await.map_err(say)?;
    for choice in &choices {
        println!("{}: {choice:?}", feed.title.as_deref().unwrap_or(&feed.address));
    }
    Ok(true)
}

/// One `NAME=VALUE`; the value of a secret is where it is read from.
fn read(pair: &str, environment: &dyn Fn(&str) -> Option<String>) -> Result<Choice, String> {
    let Some((name, value)) = pair.split_once('=') else {
        return Err(format!("a choice is written NAME=VALUE; the names are {CHOICES}"));
    };
    // `header=X-Key:` takes one header away, and holds nothing secret.
    let is_plain =
        !is_secret(name) || value.is_empty() || name == "header" && value.trim_end().ends_with(':');
    if is_plain {
        return choice(name, value).map_err(|why| why.to_string());
    }
    let secret = if value == "-" {
        limited(std::io::stdin(), "standard input")?
    } else if let Some(path) = value.strip_prefix('@') {
        let file =
            std::fs::File::open(Path::new(path)).map_err(|e| format!("{path}: it cannot be read: {e}"))?;
        limited(file, path)?
    } else if let Some(variable) = value.strip_prefix("env:") {
        environment(variable).ok_or_else(|| format!("the environment has no variable {variable}"))?
    } else {
        return Err(format!(
            "{name} is a secret and would stay in the shell's history: give it as {name}=@FILE, {name}=- (standard \
             input) or {name}=env:NAME"
        ));
    };
    choice(name, secret.trim_end_matches(['\r', '\n'])).map_err(|why| why.to_string())
}

fn limited(from: impl Read, name: &str) -> Result<String, String> {
    let mut text = String::new();
    from.take(MAX_SECRET_BYTES + 1)
        .read_to_string(&mut text)
        .map_err(|e| format!("{name}: it cannot be read: {e}"))?;
    if text.len() as u64 > MAX_SECRET_BYTES {
        return Err(format!("{name}: it is larger than {MAX_SECRET_BYTES} bytes"));
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_on_the_command_line_is_refused_and_not_repeated() {
        for pair in ["cookie=s3cret", "basic-auth=ada:s3cret", "header=X-Key: s3cret"] {
            let error = read(pair, &|_| None).unwrap_err();
            assert!(error.contains("=@FILE") && !error.contains("s3cret"), "{error}");
        }
    }

    #[test]
    fn a_secret_comes_from_a_file_or_the_environment_and_an_empty_one_takes_it_away() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("cookie");
        std::fs::write(&file, "a=1; b=2\n").unwrap();
        let from_file = read(&format!("cookie=@{}", file.display()), &|_| None);
        assert_eq!(from_file, Ok(Choice::Cookie(Some("a=1; b=2".to_owned()))));
        let of = |name: &str| (name == "KEY").then(|| "X-Key: 7".to_owned());
        assert_eq!(read("header=env:KEY", &of), Ok(Choice::Header("X-Key".to_owned(), Some("7".to_owned()))));
        assert!(read("header=env:OTHER", &of).unwrap_err().contains("OTHER"));
        assert_eq!(read("header=X-Key:", &of), Ok(Choice::Header("X-Key".to_owned(), None)));
        assert_eq!(read("cookie=", &of), Ok(Choice::Cookie(None)));
        assert!(read("cookie=@/nowhere/at/all", &of).unwrap_err().contains("/nowhere/at/all"));
    }
}
