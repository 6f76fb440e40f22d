//! The commands that keep a house: serve, demo, feeds, import and the rest. Filters stand apart.
//! Each reads its settings, opens what it needs, calls one room and says what was done.

mod bench;

use clap::{ArgMatches, Command};

/// The commands that are no filters.
pub fn commands() -> Vec<Command> {
    vec![bench::command()]
}

/// Runs the command of this name. True: nothing was left out.
pub fn run(name: &str, given: &ArgMatches) -> Result<bool, String> {
    match name {
        "bench" => bench::run(given),
        _ => Err(format!("no command is named {name}")),
    }
}
