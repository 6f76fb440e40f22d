//! `wireroom restore FILE`: a house out of a backup. The file is unpacked beside the house and checked whole before
//! anything is touched; what was there is set aside, never removed; what the house had forgotten stays forgotten.
//! It refuses a house that has articles unless told to replace it. Start at [`run`].

use super::manifest::{CHUNK, DATABASE, FORMAT, MANIFEST, Manifest, SETTINGS, SITES, hex};
use crate::commands::progress::{Steps, jobs};
use crate::config::{Config, SITES_FOLDER};
use crate::house::{House, is_house, say};
use clap::{Arg, ArgAction, ArgMatches, Command};
use sha2::{Digest, Sha256};
use std::fs::File;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use wireroom_extract::overrides::MAX_OVERRIDES;
use wireroom_model::Clock as _;
use wireroom_pipeline::{Forgetting, Reach};
use wireroom_store::Store;
use wireroom_store::folder::{Lock, SET_ASIDE};
use wireroom_store::forget::{GraveRow, What};

/// Where a backup is unpacked, inside the data folder.
const STAGE: &str = "restore.partial";
/// Largest manifest or settings file that is read, in bytes.
const MAX_SMALL: u64 = 1 << 20;
/// Houses set aside within one second before it is plain that something is wrong.
const MAX_ASIDE: u32 = 100;
/// Files of a house that give way to the restored one.
const GIVE_WAY: [&str; 4] = ["wireroom.db", "wireroom.db-wal", "wireroom.db-shm", "search"];

pub fn command() -> Command {
    Command::new("restore")
        .about("Make the house of a backup file; checked whole before anything is touched")
        .arg(
            Arg::new("file")
                .value_name("FILE")
                .required(true)
                .value_parser(clap::value_parser!(PathBuf))
                .help("A file that `wireroom backup` wrote"),
        )
        .arg(
            Arg::new("replace")
                .long("replace")
                .action(ArgAction::SetTrue)
                .help("Replace a house that has articles; it is set aside inside the data folder"),
        )
}

pub async fn run(given: &ArgMatches, config: &Config) -> Result<bool, String> {
    let file = given.get_one::<PathBuf>("file").ok_or("no FILE was given")?.clone();
    let lock = Lock::take(&config.data).map_err(say)?;
    let graves = standing(&config.data, given.get_flag("replace")).await?;
    let stage = config.data.join(STAGE);
    let (from, to) = (file.clone(), stage.clone());
    let manifest = tokio::task::spawn_blocking(move || unpack(&from, &to)).await.map_err(say)??;
    check(&stage, &file, graves).await?;
    let aside = put_in_place(&config.data, &stage, &manifest)?;
    drop(lock);
    let house = House::open(config).await?;
    let done = settle(&house).await;
    house.close().await;
    done?;
    if let Some(aside) = aside {
        println!("what was there before stands in {}", aside.display());
    }
    println!("restored: {}", manifest.told());
    Ok(true)
}

/// What stands in the folder already: its tombstones, so that they hold in the restored house too.
async fn standing(folder: &Path, replace: bool) -> Result<Vec<GraveRow>, String> {
    if !is_house(folder) {
        return Ok(Vec::new());
    }
    let looked = Store::look(folder).await;
    let (store, _) = match looked {
        Ok(found) => found,
        // A broken house may be replaced too; nothing can be asked of it.
        Err(error) if replace => {
            eprintln!(
                "the house that is replaced cannot be read ({error}); its tombstones are not carried over"
            );
            return Ok(Vec::new());
        }
        Err(error) => return Err(format!("{error}; say --replace to set that house aside")),
    };
    let found = async {
        let counts = store.counts().await?;
        Ok::<_, wireroom_store::StoreError>((counts.articles, store.graves().await?))
    };
    let found = found.await;
    store.close().await;
    match found {
        Ok((articles, _)) if articles > 0 && !replace => Err(format!(
            "the house in {} has {articles} articles; say --replace to set it aside, or name another folder with --data",
            folder.display()
        )),
        Ok((_, graves)) => Ok(graves),
        Err(_) if replace => Ok(Vec::new()),
        Err(error) => Err(say(error)),
    }
}

/// Unpacks a backup and holds its database to the checksum in its manifest.
fn unpack(file: &Path, stage: &Path) -> Result<Manifest, String> {
    let name = file.display();
    let broken = |why: String| format!("{name} is no whole backup: {why}");
    let opened = File::open(file).map_err(|e| format!("{name}: it cannot be read: {e}"))?;
    let _ = std::fs::remove_dir_all(stage);
    std::fs::create_dir_all(stage).map_err(|e| format!("{}: it cannot be made: {e}", stage.display()))?;
    let unpacked = zstd::Decoder::new(opened).map_err(|e| broken(e.to_string()))?;
    let mut archive = tar::Archive::new(unpacked);
    let mut manifest: Option<Manifest> = None;
    let mut overrides = 0;
    for entry in archive.entries().map_err(|e| broken(e.to_string()))? {
        let mut entry = entry.map_err(|e| broken(e.to_string()))?;
        let inside = entry.path().map_err(|e| broken(e.to_string()))?.to_string_lossy().into_owned();
        match (inside.as_str(), &manifest) {
            (MANIFEST, None) => manifest = Some(read_manifest(&mut entry).map_err(broken)?),
            (SETTINGS, Some(_)) => {
                let mut text = Vec::new();
                entry.by_ref().take(MAX_SMALL).read_to_end(&mut text).map_err(|e| broken(e.to_string()))?;
                std::fs::write(stage.join(SETTINGS), text).map_err(say)?;
            }
            (name, Some(_)) if override_name(name).is_some() => {
                overrides += 1;
                if overrides > MAX_OVERRIDES {
                    return Err(broken(format!("it holds more than {MAX_OVERRIDES} overrides")));
                }
                let mut text = Vec::new();
                entry.by_ref().take(MAX_SMALL).read_to_end(&mut text).map_err(|e| broken(e.to_string()))?;
                std::fs::create_dir_all(stage.join(SITES_FOLDER)).map_err(say)?;
                let name = override_name(name).unwrap_or_default();
                std::fs::write(stage.join(SITES_FOLDER).join(name), text).map_err(say)?;
            }
            (DATABASE, Some(manifest)) => {
                take_database(&mut entry, manifest, &stage.join(DATABASE)).map_err(broken)?;
                return Ok(manifest.clone());
            }
            (other, _) => return Err(broken(format!("\"{other}\" has no place in it"))),
        }
    }
    Err(broken("it ends before its database".to_owned()))
}

/// The file name of an override inside a backup; `None` for what is none, or would leave its folder.
fn override_name(inside: &str) -> Option<&str> {
    let name = inside.strip_prefix(SITES)?;
    let fits = name.ends_with(".toml") && !name.starts_with('.') && !name.contains(['/', '\\', '\0']);
    fits.then_some(name)
}

fn read_manifest(entry: &mut impl Read) -> Result<Manifest, String> {
    let mut told = Vec::new();
    entry.take(MAX_SMALL).read_to_end(&mut told).map_err(say)?;
    let manifest: Manifest = serde_json::from_slice(&told).map_err(|e| format!("its manifest: {e}"))?;
    if manifest.format > FORMAT {
        return Err(format!(
            "it was written by Wireroom {} in a later form ({}); restore it with that program",
            manifest.program, manifest.format
        ));
    }
    Ok(manifest)
}

fn take_database(entry: &mut impl Read, manifest: &Manifest, to: &Path) -> Result<(), String> {
    let mut file = File::create(to).map_err(say)?;
    let (mut hash, mut done) = (Sha256::new(), 0_u64);
    let mut steps = Steps::new("unpacking", manifest.database_bytes);
    let mut chunk = vec![0_u8; CHUNK];
    loop {
        let read = entry.read(&mut chunk).map_err(say)?;
        let Some(some) = chunk.get(..read).filter(|some| !some.is_empty()) else { break };
        done += read as u64;
        if done > manifest.database_bytes {
            return Err("its database is longer than its manifest says".to_owned());
        }
        hash.update(some);
        file.write_all(some).map_err(say)?;
        steps.at(done);
    }
    file.sync_all().map_err(say)?;
    if hex(hash) != manifest.database_sha256 {
        return Err("its database is not the one that was written (the checksum differs)".to_owned());
    }
    Ok(())
}

/// The unpacked database is held to its own rules and migrated, while the old house still stands untouched. What the
/// old house had buried is buried in it, and written down to go.
async fn check(stage: &Path, file: &Path, graves: Vec<GraveRow>) -> Result<(), String> {
    let (looked, _) = Store::look(stage).await.map_err(say)?;
    let steps = Steps::new("checking the database", 0);
    let troubles = looked.integrity().await.map_err(say)?;
    looked.close().await;
    drop(steps);
    if let Some(first) = troubles.first() {
        return Err(format!("the database in {} is damaged: {first}", file.display()));
    }
    let store = Store::open(stage).await.map_err(say)?;
    if !graves.is_empty() {
        let mut tx = store.begin().await.map_err(say)?;
        tx.bury_all(&graves).await.map_err(say)?;
        tx.commit().await.map_err(say)?;
        if store.toll(&What::Buried).await.map_err(say)?.articles > 0 {
            let mut tx = store.begin().await.map_err(say)?;
            tx.doom(&What::Buried, crate::clock::SystemClock.now().unix()).await.map_err(say)?;
            tx.commit().await.map_err(say)?;
        }
    }
    store.close().await;
    Ok(())
}

/// Sets the old house aside and puts the restored one in its place. Killed between the two, the same restore is run
/// again: the old house is aside, whole.
fn put_in_place(folder: &Path, stage: &Path, manifest: &Manifest) -> Result<Option<PathBuf>, String> {
    let trouble = |error: std::io::Error| format!("{}: it cannot be changed: {error}", folder.display());
    let stands: Vec<&str> = GIVE_WAY.into_iter().filter(|name| folder.join(name).exists()).collect();
    let mut aside = None;
    if !stands.is_empty() {
        let now = crate::clock::SystemClock.now().to_string().replace(':', "");
        let to = fresh_folder(folder, &format!("{SET_ASIDE}{now}")).map_err(trouble)?;
        for name in stands {
            std::fs::rename(folder.join(name), to.join(name)).map_err(trouble)?;
        }
        aside = Some(to);
    }
    std::fs::rename(stage.join(DATABASE), folder.join(DATABASE)).map_err(trouble)?;
    if manifest.has_settings {
        let own = folder.join(SETTINGS);
        if own.exists() {
            eprintln!("{} stays as it is; the backup's own settings file is left out", own.display());
        } else {
            std::fs::rename(stage.join(SETTINGS), own).map_err(trouble)?;
        }
    }
    put_overrides(folder, stage).map_err(trouble)?;
    let _ = std::fs::remove_dir_all(stage);
    Ok(aside)
}

/// The backup's overrides; one that stands there already stays as it is.
fn put_overrides(folder: &Path, stage: &Path) -> std::io::Result<()> {
    let Ok(listing) = std::fs::read_dir(stage.join(SITES_FOLDER)) else { return Ok(()) };
    std::fs::create_dir_all(folder.join(SITES_FOLDER))?;
    for entry in listing.take(MAX_OVERRIDES) {
        let entry = entry?;
        let own = folder.join(SITES_FOLDER).join(entry.file_name());
        if own.exists() {
            eprintln!("{} stays as it is; the backup's own is left out", own.display());
        } else {
            std::fs::rename(entry.path(), own)?;
        }
    }
    Ok(())
}

/// A folder of this name that nobody has yet: two restores of one second must not set one house upon the other.
fn fresh_folder(folder: &Path, name: &str) -> std::io::Result<PathBuf> {
    let mut to = folder.join(name);
    for number in 2..=MAX_ASIDE {
        match std::fs::create_dir(&to) {
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {
                to = folder.join(format!("{name}-{number}"));
            }
            made => return made.map(|()| to),
        }
    }
    Err(std::io::Error::new(
        std::io::ErrorKind::AlreadyExists,
        format!("{name} stands there {MAX_ASIDE} times"),
    ))
}

/// What was buried goes, and the index is built.
async fn settle(house: &House) -> Result<(), String> {
    if house.store.is_forgetting().await.map_err(say)? {
        while house.pipeline.forget_on().await.map_err(say)? != Forgetting::Gone {}
        jobs(house, "taking out what was forgotten", house.pipeline.forget_end()).await?;
    }
    jobs(house, "building the search index", house.pipeline.drain(Reach::Local)).await
}
