//! The commands that keep a house in order: backup, restore, forget, doctor, verify, reindex, reprocess. Each shows its
//! progress and is safe to interrupt and run again. Those that only look or copy work beside a running `serve`.

mod anew;
mod backup;
mod doctor;
mod forget;
mod manifest;
mod restore;
mod starter;
mod verify;

use crate::config::Config;
use crate::house::{House, is_house};
use clap::{ArgMatches, Command};

/// All of them, as the command line knows them.
pub fn commands() -> Vec<Command> {
    vec![
        backup::command(),
        restore::command(),
        forget::command(),
        doctor::command(),
        verify::command(),
        anew::reprocess(),
        anew::reindex(),
    ]
}

/// True where one of them has this name.
pub fn is_one(name: &str) -> bool {
    commands().iter().any(|command| command.get_name() == name)
}

pub fn run(name: &str, given: &ArgMatches, config: &Config) -> Result<bool, String> {
    // A restore may make a house where there is none, and the doctor says what is missing.
    if !matches!(name, "restore" | "doctor") && !is_house(&config.data) {
        return Err(format!("there is no house in {}; name its folder with --data", config.data.display()));
    }
    super::block_on(async {
        match name {
            "backup" => backup::run(given, config).await,
            "restore" => restore::run(given, config).await,
            "doctor" => doctor::run(given, config).await,
            "verify" => verify::run(config).await,
            _ => {
                let house = House::open(config).await?;
                let done = match name {
                    "forget" => forget::run(given, &house).await,
                    "reprocess" => anew::run_reprocess(&house).await,
                    _ => anew::run_reindex(&house).await,
                };
                house.close().await;
                done
            }
        }
    })
}

/// "1 article", "12 articles".
fn many(count: u64, one: &str, more: &str) -> String {
    if count == 1 { format!("1 {one}") } else { format!("{count} {more}") }
}

/// Bytes for people.
fn megabytes(bytes: u64) -> String {
    format!("{:.1} MB", bytes as f64 / 1e6)
}
