//! `wireroom feeds list`: every feed with its health, as a table for people or a JSON row a feed for scripts.

use crate::house::{House, say};
use clap::{Arg, ArgAction, ArgMatches, Command};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::io::{ErrorKind, Write};
use wireroom_model::FeedId;
use wireroom_pipeline::choices::chosen;
use wireroom_store::Viewer;
use wireroom_store::feeds::Feed;
use wireroom_store::health::{Habit, Standing, Verdict, judge, told};
use wireroom_store::subscriptions::Subscription;

/// Characters of a title in the table.
const TITLE_WIDTH: usize = 36;

pub fn command() -> Command {
    Command::new("list").about("Every feed with its health").arg(
        Arg::new("json")
            .long("json")
            .action(ArgAction::SetTrue)
            .help("One JSON object a feed and line, for scripts; secrets are named, never shown"),
    )
}

pub async fn run(house: &House, given: &ArgMatches) -> Result<bool, String> {
    let feeds = house.store.feeds(Viewer::House).await.map_err(say)?;
    let habits = house.store.habits().await.map_err(say)?;
    let owner = house.owner().await?;
    let own = house.store.subscriptions(owner).await.map_err(say)?;
    let own: BTreeMap<FeedId, Subscription> = own.into_iter().map(|own| (own.feed, own)).collect();
    let now = house.clock.now().unix();
    if feeds.is_empty() {
        eprintln!(
            "This house has no feeds yet: wireroom feeds add ADDRESS, or wireroom feeds import FILE.opml"
        );
    }
    let mut out = String::new();
    for feed in &feeds {
        let verdict = judge(&Standing::from(feed), habits.get(&feed.id), now);
        let (own, habit) = (own.get(&feed.id), habits.get(&feed.id));
        if given.get_flag("json") {
            let access = house.pipeline.access_words(feed.id).await.map_err(say)?;
            out.push_str(&row(feed, own, habit, verdict, access, now).to_string());
        } else {
            out.push_str(&line(feed, own, verdict, now));
        }
        out.push('\n');
    }
    match std::io::stdout().write_all(out.as_bytes()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            Err(format!("standard output cannot be written: {error}"))
        }
        _ => Ok(true),
    }
}

fn title<'a>(feed: &'a Feed, own: Option<&'a Subscription>) -> &'a str {
    own.and_then(|own| own.title.as_deref()).or(feed.title.as_deref()).unwrap_or(&feed.address)
}

/// Number, title, verdict, articles; below it the address, the choices and what happened.
fn line(feed: &Feed, own: Option<&Subscription>, verdict: Verdict, now: i64) -> String {
    let mut title: String = title(feed, own).chars().take(TITLE_WIDTH).collect();
    // The width of letters is the terminal's business; those of most scripts are one or two cells.
    while title.chars().count() < TITLE_WIDTH {
        title.push(' ');
    }
    let verdict_word = verdict.as_str().replace('_', " ");
    let mut line = format!("{:>5}  {title}  {verdict_word:<10}  {:>6} articles\n", feed.id, feed.articles);
    line.push_str(&format!("       {}", feed.address));
    let choices: Vec<String> =
        chosen(feed).into_iter().map(|(name, value)| format!("{name}={value}")).collect();
    if !choices.is_empty() {
        line.push_str(&format!("  [{}]", choices.join(" ")));
    }
    let told = told(&Standing::from(feed), verdict, now);
    let note = feed.note.as_ref().map(ToString::to_string).unwrap_or_default();
    for said in [told.as_str(), &note].into_iter().filter(|said| !said.is_empty()) {
        line.push_str(&format!("\n       {said}"));
    }
    line
}

fn row(
    feed: &Feed,
    own: Option<&Subscription>,
    habit: Option<&Habit>,
    verdict: Verdict,
    access: Option<String>,
    now: i64,
) -> Value {
    let health = &feed.health;
    let folders = own.and_then(|own| own.folder.as_deref()).unwrap_or_default();
    let choices: BTreeMap<&str, String> = chosen(feed).into_iter().collect();
    json!({
        "id": feed.id, "address": feed.address, "title": title(feed, own), "page": feed.link,
        "folders": folders.lines().collect::<Vec<_>>(), "private": feed.is_private, "choices": choices,
        "access": access, "verdict": verdict.as_str(), "told": told(&Standing::from(feed), verdict, now),
        "note": feed.note.as_ref().map(ToString::to_string), "entries": feed.entries, "articles": feed.articles,
        "usual_days": habit.and_then(|habit| habit.usual_days),
        "added_at": feed.added_at, "last_poll_at": health.last_poll_at, "last_success_at": health.last_success_at,
        "last_entry_at": health.last_entry_at, "next_poll_at": health.next_poll_at, "failures": health.failures,
        "reason": health.reason.as_ref().map(ToString::to_string),
    })
}
