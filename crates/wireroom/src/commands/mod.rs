//! The commands that keep a house: serve, demo, feeds, import and the rest.

use clap::{ArgMatches, Command};

/// The commands that are no filters.
pub fn commands() -> Vec<Command> {
    Vec::new()
}

/// Runs the command of this name. True: nothing was left out.
pub fn run(name: &str, _given: &ArgMatches) -> Result<bool, String> {
    Err(format!("no command is named {name}"))
}
