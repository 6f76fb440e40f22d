//! `wireroom doctor`: a check-up of the whole house. Each check is well, worth a note, or needs a hand, in a sentence
//! that says what to do. It only looks: it takes no lock and works beside a running `serve`. Start at [`run`].

use super::{many, megabytes, verify};
use crate::config::{self, Config};
use crate::house::{is_house, say};
use clap::{Arg, ArgAction, ArgMatches, Command};
use serde::Serialize;
use std::collections::BTreeMap;
use wireroom_model::{Clock as _, When};
use wireroom_pipeline::overrides::read_folder;
use wireroom_store::folder::Lock;
use wireroom_store::health::{Verdict, span, told};
use wireroom_store::websub::Subscription;
use wireroom_store::{Store, disk};

/// No machine that runs this stands before this moment (2026-01-01): an earlier clock is wrong.
const CLOCK_FLOOR: i64 = 1_767_225_600;
/// Seconds by which the newest row may lie ahead of the clock: a clock that was set back a little.
const CLOCK_SLACK: i64 = 120;
/// A job that waits longer than this (seconds) while the house serves waits for something that does not come.
const STUCK: i64 = 6 * 3_600;
/// Feeds and failed jobs told one by one.
const NAMED: usize = 20;
/// An override that missed on so many pages in a row is one that its site outgrew.
const OUTGROWN: u64 = 5;

/// How a check came out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
enum State {
    Well,
    Note,
    NeedsHand,
}

/// One check.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Check {
    name: &'static str,
    state: State,
    told: String,
}

/// The whole check-up, as `--json` prints it.
#[derive(Debug, Clone, Default, Serialize)]
struct CheckUp {
    well: bool,
    checks: Vec<Check>,
    /// Feeds by verdict.
    feeds: BTreeMap<&'static str, u64>,
}

impl CheckUp {
    fn add(&mut self, name: &'static str, state: State, told: impl Into<String>) {
        self.checks.push(Check { name, state, told: told.into() });
    }
}

pub fn command() -> Command {
    Command::new("doctor")
        .about("Check the whole house: files, clock, feeds, jobs, settings; also while it serves")
        .arg(Arg::new("json").long("json").action(ArgAction::SetTrue).help("Print the check-up as JSON"))
        .arg(
            Arg::new("starter").long("starter").action(ArgAction::SetTrue).conflicts_with("json").help(
                "Ask the addresses of the starter list instead; the first page hides those that are dead",
            ),
        )
}

/// Status 1 where something needs a hand.
pub async fn run(given: &ArgMatches, config: &Config) -> Result<bool, String> {
    if given.get_flag("starter") {
        return super::starter::run(config).await;
    }
    let now = crate::clock::SystemClock.now().unix();
    let mut up = CheckUp::default();
    settings(&mut up, given, config)?;
    if is_house(&config.data) {
        let served = !Lock::is_free(&config.data);
        folder(&mut up, config, served);
        match Store::look(&config.data).await {
            Ok((store, schema)) => {
                if schema.found == schema.known {
                    house(&mut up, &store, config, now, served).await?;
                } else {
                    let told = "it is of an older program; the next start migrates it, after a copy";
                    up.add("database", State::Note, told);
                }
                store.close().await;
            }
            Err(error) => up.add("database", State::NeedsHand, error.to_string()),
        }
    } else {
        let told = format!("there is no house in {}; name its folder with --data", config.data.display());
        up.add("folder", State::NeedsHand, told);
    }
    up.well = up.checks.iter().all(|check| check.state != State::NeedsHand);
    if given.get_flag("json") {
        println!("{}", serde_json::to_string_pretty(&up).map_err(say)?);
    } else {
        print(&up);
    }
    Ok(up.well)
}

fn print(up: &CheckUp) {
    for check in &up.checks {
        let mark = match check.state {
            State::Well => "well",
            State::Note => "note",
            State::NeedsHand => "HAND",
        };
        for (at, line) in check.told.lines().enumerate() {
            match at {
                0 => println!("{mark}  {:<9} {line}", check.name),
                _ => println!("{:16}{line}", ""),
            }
        }
    }
    println!(
        "{}",
        if up.well { "The house is well." } else { "Something needs a hand: the lines marked HAND." }
    );
}

fn settings(up: &mut CheckUp, given: &ArgMatches, config: &Config) -> Result<(), String> {
    let places = config::places(given, &|variable| std::env::var(variable).ok())?;
    let told = if places.is_empty() { "all as they come".to_owned() } else { places.join("; ") };
    up.add("settings", State::Well, told);
    let (base, open) = (config.base_url.as_deref(), !config.listen.ip().is_loopback());
    match base {
        None if open => up.add(
            "base-url",
            State::NeedsHand,
            format!(
                "pages are served on {} without TLS and without --base-url; put a TLS proxy in front and name its address",
                config.listen
            ),
        ),
        None => up.add("base-url", State::Well, format!("unset: read on this machine alone, at {}", config.listen)),
        Some(base) if base.starts_with("http://") && open => {
            up.add("base-url", State::Note, format!("{base} is no https: passwords pass in the clear"));
        }
        Some(base) => up.add("base-url", State::Well, base),
    }
    match config.allow.len() {
        0 => up.add("allow", State::Well, "no private host may be fetched"),
        some => up.add(
            "allow",
            State::Note,
            format!(
                "{} may be fetched although private",
                many(some as u64, "host or network", "hosts or networks")
            ),
        ),
    }
    if config.contact.is_none() {
        up.add(
            "contact",
            State::Note,
            "unset: publishers cannot reach you before they block you (--contact)",
        );
    }
    Ok(())
}

fn folder(up: &mut CheckUp, config: &Config, served: bool) {
    let shown = config.data.display();
    let probe = config.data.join(".doctor");
    match std::fs::write(&probe, b"").and_then(|()| std::fs::remove_file(&probe)) {
        Ok(()) => {
            let who = if served { "a wireroom works on it now" } else { "no wireroom works on it now" };
            up.add("folder", State::Well, format!("{shown} can be written; {who}"));
        }
        Err(error) => up.add("folder", State::NeedsHand, format!("{shown} cannot be written: {error}")),
    }
    match disk::free(&config.data) {
        Ok(free) if free < config.low_disk_mb << 20 => up.add(
            "disk",
            State::NeedsHand,
            format!(
                "{} free, less than low-disk-mb: nothing is fetched until there is room",
                megabytes(free)
            ),
        ),
        Ok(free) => up.add("disk", State::Well, format!("{} free", megabytes(free))),
        Err(error) => up.add("disk", State::NeedsHand, error.to_string()),
    }
}

async fn house(
    up: &mut CheckUp,
    store: &Store,
    config: &Config,
    now: i64,
    served: bool,
) -> Result<(), String> {
    let found = store.verify().await.map_err(say)?;
    let counts = found.counts;
    let holds = format!("{} articles, {} stories, {} feeds", counts.articles, counts.stories, counts.feeds);
    match found.troubles.is_empty() {
        true => up.add("database", State::Well, format!("whole; {holds}")),
        false => {
            up.add("database", State::NeedsHand, format!("{}\nrestore a backup", found.troubles.join("\n")))
        }
    }
    if store.is_forgetting().await.map_err(say)? {
        let told =
            "a forgetting was begun and not ended; `serve` ends it, or any `wireroom forget ... --yes`";
        up.add("forgetting", State::NeedsHand, told);
    }
    match verify::index(store, config).await? {
        troubles if troubles.is_empty() => up.add("index", State::Well, "in step with the database"),
        // Beside a writer, a file may go while it is looked at.
        troubles if served => {
            up.add("index", State::Note, format!("{}\nlook again in a minute", troubles.join("\n")))
        }
        troubles => up.add("index", State::NeedsHand, troubles.join("\n")),
    }
    clock(up, store.latest_moment().await.map_err(say)?, now);
    feeds(up, store, now).await?;
    hubs(up, store, now).await?;
    sites(up, store, config).await?;
    jobs(up, store, now, served).await?;
    if !store.has_owner().await.map_err(say)? {
        up.add("owner", State::Note, "nobody is the owner yet; `wireroom serve` prints the link");
    }
    Ok(())
}

fn clock(up: &mut CheckUp, latest: Option<i64>, now: i64) {
    let shown = |at: i64| When::from_unix(at).map_or_else(|| at.to_string(), |when| when.to_string());
    match latest {
        _ if now < CLOCK_FLOOR => {
            up.add("clock", State::NeedsHand, format!("it says {}; set it right", shown(now)));
        }
        Some(at) if at > now + CLOCK_SLACK => up.add(
            "clock",
            State::NeedsHand,
            format!("it says {}, but the house was at work at {}; set it right", shown(now), shown(at)),
        ),
        _ => up.add("clock", State::Well, shown(now)),
    }
}

async fn feeds(up: &mut CheckUp, store: &Store, now: i64) -> Result<(), String> {
    let mut judged = store.verdicts(now).await.map_err(say)?;
    up.feeds = Verdict::WORDS.into_iter().map(|word| (word, 0)).collect();
    for (_, verdict) in &judged {
        *up.feeds.entry(verdict.as_str()).or_default() += 1;
    }
    let counted: Vec<String> = Verdict::WORDS
        .into_iter()
        .filter_map(|word| Some((word, *up.feeds.get(word)?)))
        .filter(|(_, count)| *count > 0)
        .map(|(word, count)| format!("{count} {}", word.replace('_', " ")))
        .collect();
    judged.retain(|(_, verdict)| verdict.needs_somebody());
    judged.sort_by(|a, b| (a.1, &a.0.name).cmp(&(b.1, &b.0.name)));
    let mut lines = vec![if counted.is_empty() { "none yet".to_owned() } else { counted.join(", ") }];
    lines.extend(judged.iter().take(NAMED).map(|(feed, verdict)| {
        format!("{}: {}: {}", verdict.as_str(), crate::logs::scrubbed(&feed.name), told(feed, *verdict, now))
    }));
    if judged.len() > NAMED {
        lines.push(format!("and {} more", judged.len() - NAMED));
    }
    let state = if judged.is_empty() { State::Well } else { State::NeedsHand };
    up.add("feeds", state, lines.join("\n"));
    Ok(())
}

/// Hubs that were asked to push: how many stand how, and what each that does not push says. None is no line.
async fn hubs(up: &mut CheckUp, store: &Store, now: i64) -> Result<(), String> {
    let all = store.websubs().await.map_err(say)?;
    if all.is_empty() {
        return Ok(());
    }
    let mut counted: BTreeMap<&'static str, u64> = BTreeMap::new();
    for one in &all {
        *counted.entry(one.state.as_str()).or_default() += 1;
    }
    let counted: Vec<String> = counted.iter().map(|(state, count)| format!("{count} {state}")).collect();
    let mut lines = vec![counted.join(", ")];
    let refused: Vec<_> = all.iter().filter(|one| one.reason.is_some()).collect();
    let told = |one: &&Subscription| format!("feed {}: {}", one.feed, crate::logs::scrubbed(&one.told(now)));
    lines.extend(refused.iter().take(NAMED).map(told));
    if refused.len() > NAMED {
        lines.push(format!("and {} more", refused.len() - NAMED));
    }
    // Polling goes on beside them: nobody has to do anything.
    up.add("hubs", if refused.is_empty() { State::Well } else { State::Note }, lines.join("\n"));
    Ok(())
}

/// Overrides of sites: files with a fault, and those that match no more. No file is no line.
async fn sites(up: &mut CheckUp, store: &Store, config: &Config) -> Result<(), String> {
    let folder = read_folder(&config.sites_folder());
    if folder.files.is_empty() && folder.faults.is_empty() {
        return Ok(());
    }
    let fares = store.override_fares().await.map_err(say)?;
    let mut lines = vec![many(folder.files.len() as u64, "override", "overrides")];
    lines.extend(folder.faults.iter().take(NAMED).map(ToString::to_string));
    if folder.faults.len() > NAMED {
        lines.push(format!("and {} more faults", folder.faults.len() - NAMED));
    }
    let outgrown: Vec<String> = fares
        .iter()
        .filter(|fare| fare.missed_in_a_row >= OUTGROWN && folder.file(&fare.file).is_some())
        .map(|fare| {
            format!("{} matched nothing on its last {} pages: see /sites", fare.file, fare.missed_in_a_row)
        })
        .collect();
    let state = match (folder.faults.is_empty(), outgrown.is_empty()) {
        (false, _) => State::NeedsHand,
        (true, false) => State::Note,
        (true, true) => State::Well,
    };
    lines.extend(outgrown.into_iter().take(NAMED));
    up.add("sites", state, lines.join("\n"));
    Ok(())
}

async fn jobs(up: &mut CheckUp, store: &Store, now: i64, served: bool) -> Result<(), String> {
    let counts = store.job_counts().await.map_err(say)?;
    let failed: u64 = counts.iter().map(|count| count.failed).sum();
    let waiting: u64 = counts.iter().map(|count| count.ready + count.running).sum();
    let late = store.longest_waiting().await.map_err(say)?.map_or(0, |at| now - at);
    let mut lines = vec![format!("{waiting} waiting, {failed} failed")];
    let some = u32::try_from(NAMED).unwrap_or(20);
    for job in store.failed_jobs(some).await.map_err(say)? {
        let key = crate::logs::scrubbed(&job.key);
        lines.push(format!(
            "{} {key}: {} (tried {} times)",
            job.kind.as_str(),
            crate::logs::scrubbed(&job.error),
            job.attempts
        ));
    }
    if late > STUCK && served {
        lines.push(format!("the oldest has waited {}", span(late)));
    }
    if late > STUCK && !served {
        lines.push(format!("the oldest has waited {}: they go on when the house runs", span(late)));
    }
    let stuck = late > STUCK && served;
    up.add("jobs", if failed > 0 || stuck { State::NeedsHand } else { State::Well }, lines.join("\n"));
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_before_the_houses_own_work_needs_a_hand() {
        let state = |latest, now| {
            let mut up = CheckUp::default();
            clock(&mut up, latest, now);
            up.checks[0].state
        };
        assert_eq!(state(None, CLOCK_FLOOR + 1), State::Well);
        assert_eq!(state(Some(CLOCK_FLOOR + 60), CLOCK_FLOOR + 1), State::Well);
        assert_eq!(state(Some(CLOCK_FLOOR + 600), CLOCK_FLOOR + 1), State::NeedsHand);
        assert_eq!(state(None, 1_000), State::NeedsHand);
    }
}
