//! `wireroom feeds import` and `export`: lists of subscriptions, from files or addresses and to a file or standard output.

use crate::filters::rows::whole;
use crate::house::{House, say};
use clap::{Arg, ArgAction, ArgMatches, Command};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};
use wireroom_pipeline::OpmlAdded;

/// Largest OPML file that is read, in bytes.
const MAX_OPML_BYTES: u64 = 16 << 20;

pub fn commands() -> [Command; 2] {
    let import =
        Command::new("import").about("Bring in every feed of OPML lists; what is here already stays").arg(
            Arg::new("lists")
                .value_name("FILE|ADDRESS")
                .required(true)
                .action(ArgAction::Append)
                .help("An OPML file, or the address of one"),
        );
    let export = Command::new("export")
        .about("Write all feeds with folders, titles and choices as OPML 2.0; passwords, cookies and headers stay here")
        .arg(
            Arg::new("file")
                .value_name("FILE")
                .value_parser(clap::value_parser!(PathBuf))
                .help("A new file; standard output where none is named"),
        );
    [import, export]
}

pub async fn import(house: &House, given: &ArgMatches) -> Result<bool, String> {
    let owner = house.owner().await?;
    let mut all = true;
    for name in given.get_many::<String>("lists").into_iter().flatten() {
        let is_address = name.starts_with("http://") || name.starts_with("https://");
        let brought = if is_address {
            house.pipeline.import_opml_at(name, owner).await.map_err(say)
        } else {
            match whole(Path::new(name), MAX_OPML_BYTES) {
                Ok(bytes) => {
                    let brought = house.pipeline.import_opml(&bytes, owner).await;
                    brought.map_err(|why| format!("{name}: {why}"))
                }
                Err(why) => Err(why),
            }
        };
        match brought {
            Ok(list) => {
                tell(name, &list);
                all &= list.skipped.is_empty();
            }
            Err(why) => {
                eprintln!("{why}");
                all = false;
            }
        }
    }
    if owner.is_none() {
        eprintln!(
            "This house has no owner yet: titles and folders wait for whoever sets it up (wireroom serve)."
        );
    }
    Ok(all)
}

fn tell(name: &str, list: &OpmlAdded) {
    let known = list.added.iter().filter(|a| a.known).count();
    println!("{name}: {} added, {known} known, {} left out", list.added.len() - known, list.skipped.len());
    for line in &list.skipped {
        eprintln!("{name}: left out: {line}");
    }
    for line in &list.notes {
        eprintln!("{name}: {line}");
    }
}

pub async fn export(house: &House, given: &ArgMatches) -> Result<bool, String> {
    let text = house.pipeline.export_opml(house.owner().await?).await.map_err(say)?;
    match given.get_one::<PathBuf>("file") {
        Some(path) => {
            let name = path.display();
            let mut file = std::fs::File::create_new(path).map_err(|error| match error.kind() {
                ErrorKind::AlreadyExists => format!("{name} is there already; name a new file"),
                _ => format!("{name}: it cannot be written: {error}"),
            })?;
            file.write_all(text.as_bytes()).map_err(|e| format!("{name}: it cannot be written: {e}"))?;
        }
        None => match std::io::stdout().write_all(text.as_bytes()) {
            Err(error) if error.kind() != ErrorKind::BrokenPipe => {
                return Err(format!("standard output cannot be written: {error}"));
            }
            _ => {}
        },
    }
    Ok(true)
}
