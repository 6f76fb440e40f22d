//! The binary's rooms: command line, settings, wiring, the filters and the demo's press.
//! It holds no judgement of its own: each command loads, calls a room and prints.
//! Start at [`run`]; [`config`] is every setting, [`filters`] the JSONL side, [`commands`] the rest.

mod actions;
mod ask_actions;
pub mod clock;
pub mod commands;
mod compare;
pub mod config;
pub mod filters;
mod hand_actions;
pub mod house;
pub mod logs;
pub mod metrics;
pub mod press;
mod publisher_actions;
mod site_actions;
mod writer;

use clap::{ArgMatches, Command};
use std::ffi::OsString;
use std::process::ExitCode;
use std::sync::Arc;
use wireroom_pipeline::Pipeline;
use wireroom_server::Actions;

/// The whole command line.
pub fn command() -> Command {
    Command::new("wireroom")
        .version(env!("CARGO_PKG_VERSION"))
        .about("A self-hosted news engine: every story once, every source in view")
        .after_help(
            "Start with `wireroom demo`. Settings: docs/configuration.md; row formats: docs/formats/.",
        )
        .subcommand_required(true)
        .arg_required_else_help(true)
        .subcommands(commands::commands())
        .subcommands(filters::commands())
}

/// What the web may ask of a pipeline.
pub fn actions_of(pipeline: Pipeline) -> Arc<dyn Actions> {
    Arc::new(actions::Desk::new(pipeline))
}

/// Runs one command. Status 0: done; 1: something was left out or failed, and standard error says what;
/// 2: the command line was wrong.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let matches = match command().try_get_matches_from(arguments) {
        Ok(matches) => matches,
        Err(error) => {
            let _ = error.print();
            return ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2));
        }
    };
    let Some((name, given)) = matches.subcommand() else { return ExitCode::from(2) };
    match answer(name, given) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(why) => {
            eprintln!("wireroom {name}: {why}");
            ExitCode::FAILURE
        }
    }
}

fn answer(name: &str, given: &ArgMatches) -> Result<bool, String> {
    match filters::run(name, given) {
        Some(done) => done,
        None => commands::run(name, given),
    }
}
