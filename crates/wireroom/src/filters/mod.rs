//! The same engine on the command line: JSONL filters whose shapes are public (docs/formats/).
//! Each reads rows it understands, ignores fields it does not know, and prints what the room said, no more.
//! Start at [`run`]; [`rows`] holds the reading and writing, [`article`] the row that most of them take.

mod aligned;
pub mod article;
mod ask;
pub mod brief;
mod copies;
mod dates;
mod explain;
mod extract;
mod feed;
mod figures;
mod news;
mod quotes;
pub mod rows;
mod sites;
mod sorted;
mod stories;
pub mod stream;
mod tags;
pub mod verify;

use clap::{Arg, ArgAction, ArgMatches, Command};
use rows::{Input, Output, Stop};
use std::path::PathBuf;

/// The filters' commands.
pub fn commands() -> Vec<Command> {
    vec![
        extract::command(),
        copies::command(),
        stories::command(),
        brief::command(),
        tags::command(),
        quotes::command(),
        news::command(),
        dates::command(),
        figures::command(),
        ask::command(),
        feed::command(),
    ]
}

/// Runs the filter of this name; `None` where there is none. True: every row was whole.
pub fn run(name: &str, matches: &ArgMatches) -> Option<Result<bool, String>> {
    let filter = match name {
        "extract" => extract::run,
        "copies" => copies::run,
        "stories" => stories::run,
        "brief" => brief::run,
        "tags" => tags::run,
        "quotes" => quotes::run,
        "news" => news::run,
        "dates" => dates::run,
        "verify" if verify::wanted(matches) => verify::run,
        "figures" => figures::run,
        "ask" => ask::run,
        "feed" => feed::run,
        _ => return None,
    };
    let mut input = Input::new(files(matches));
    let mut output = Output::default();
    let done = filter(matches, &mut input, &mut output).and_then(|()| Ok(output.flush()?));
    Some(match done {
        Ok(()) | Err(Stop::Closed) => {
            if input.broken() > 0 {
                eprintln!("{name}: {} broken", input.broken());
            }
            Ok(input.broken() == 0)
        }
        Err(Stop::Failed(why)) => Err(why),
    })
}

fn files(matches: &ArgMatches) -> Vec<PathBuf> {
    matches.get_many::<PathBuf>("files").into_iter().flatten().cloned().collect()
}

/// The files argument that every filter has.
fn files_argument(help: &'static str) -> Arg {
    Arg::new("files")
        .value_name("FILE")
        .action(ArgAction::Append)
        .value_parser(clap::value_parser!(PathBuf))
        .help(help)
}
