//! The commands that keep a house: serve, demo, feeds, import and the rest. Filters stand apart.
//! Each reads its settings, opens the house, calls one room and says what was done.

mod bench;
pub mod demo;
mod feeds;
mod import;
mod keep;
pub mod progress;
mod publishers;
mod serve;

pub use serve::listen;

use crate::config;
use clap::{ArgMatches, Command};

/// The commands that are no filters.
pub fn commands() -> Vec<Command> {
    let mut all =
        vec![demo::command(), serve::command(), feeds::command(), import::command(), publishers::command()];
    all.extend(keep::commands());
    all.push(bench::command());
    // Filters have no house, so the settings stand with the commands that do.
    all.into_iter().map(|command| command.args(config::flags())).collect()
}

/// Runs the command of this name. True: nothing was left out.
pub fn run(name: &str, given: &ArgMatches) -> Result<bool, String> {
    let config = config::load(given, &|variable| std::env::var(variable).ok())?;
    // A command that answers in its own words is not talked over by what happens on the way.
    crate::logs::start(&config, if name == "serve" { "info" } else { "warn" })?;
    match name {
        "demo" => demo::run(given, &config),
        "serve" => serve::run(given, &config),
        "feeds" => feeds::run(given, &config),
        "import" => import::run(given, &config),
        "publishers" => publishers::run(given, &config),
        name if keep::is_one(name) => keep::run(name, given, &config),
        "bench" => bench::run(given, &config),
        _ => Err(format!("no command is named {name}")),
    }
}

/// Runs a command's work on a runtime of its own.
fn block_on<T>(work: impl Future<Output = Result<T, String>>) -> Result<T, String> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    runtime.map_err(|e| format!("the runtime cannot be started: {e}"))?.block_on(work)
}
