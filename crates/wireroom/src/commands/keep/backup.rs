//! `wireroom backup FILE`: the whole house in one file, also while it serves. The database is copied as of one moment;
//! the file takes its name when it is whole. The index is not in it: a restore builds it anew.

use super::manifest::{DATABASE, MANIFEST, Manifest, SETTINGS, SITES, sha256};
use super::megabytes;
use crate::commands::progress::Steps;
use crate::config::Config;
use crate::house::say;
use clap::{Arg, ArgAction, ArgMatches, Command};
use std::fs::{File, OpenOptions};
use std::io::{BufWriter, Read};
use std::path::{Path, PathBuf};
use wireroom_model::Clock as _;
use wireroom_pipeline::overrides::{SiteFile, read_folder};
use wireroom_store::Store;

/// Fast, and small enough: most of the database is text and packed pages.
const ZSTD_LEVEL: i32 = 3;

pub fn command() -> Command {
    Command::new("backup")
        .about("Write the whole house into one file, also while it serves")
        .arg(
            Arg::new("file")
                .value_name("FILE")
                .required(true)
                .value_parser(clap::value_parser!(PathBuf))
                .help("The file to write, for example wireroom-2026-11-22.tar.zst"),
        )
        .arg(
            Arg::new("replace")
                .long("replace")
                .action(ArgAction::SetTrue)
                .help("Replace a file of that name, once the new one is whole"),
        )
}

pub async fn run(given: &ArgMatches, config: &Config) -> Result<bool, String> {
    let file = given.get_one::<PathBuf>("file").ok_or("no FILE was given")?;
    if file.exists() && !given.get_flag("replace") {
        return Err(format!("{} is there already; choose another name or say --replace", file.display()));
    }
    let aside = beside(file, "copying")?;
    let done = write(file, &aside, config).await;
    let _ = std::fs::remove_dir_all(&aside);
    let manifest = done?;
    let size = std::fs::metadata(file).map_or(0, |facts| facts.len());
    println!("{}: {}, {}", file.display(), megabytes(size), manifest.told());
    Ok(true)
}

/// The name of what stands beside a file while it is made.
fn beside(file: &Path, what: &str) -> Result<PathBuf, String> {
    let name = file.file_name().ok_or_else(|| format!("{} is no name of a file", file.display()))?;
    Ok(file.with_file_name(format!(".{}.{what}", name.to_string_lossy())))
}

async fn write(file: &Path, aside: &Path, config: &Config) -> Result<Manifest, String> {
    let trouble = |error: std::io::Error| format!("{}: it cannot be written: {error}", file.display());
    // What a killed run left is of no use.
    let _ = std::fs::remove_dir_all(aside);
    std::fs::create_dir_all(aside).map_err(trouble)?;
    let (store, _) = Store::look(&config.data).await.map_err(say)?;
    let copy = aside.join(DATABASE);
    {
        let _steps = Steps::new("copying the database", 0);
        store.copy_to(&copy).await.map_err(say)?;
    }
    store.close().await;
    let (copied, schema) = Store::look(aside).await.map_err(say)?;
    let counts = copied.counts().await.map_err(say)?;
    copied.close().await;
    let settings = config.data.join(SETTINGS);
    let settings = settings.is_file().then_some(settings);
    let overrides = read_folder(&config.sites_folder()).files;
    let (partial, target) = (beside(file, "partial")?, file.to_owned());
    let made_at = crate::clock::SystemClock.now().to_string();
    tokio::task::spawn_blocking(move || {
        let bytes = std::fs::metadata(&copy).map_err(say)?.len();
        let mut steps = Steps::new("computing its checksum", bytes);
        let database_sha256 = sha256(&copy, &mut |done| steps.at(done)).map_err(say)?;
        drop(steps);
        let manifest = Manifest {
            schema: schema.found,
            made_at,
            database_bytes: bytes,
            database_sha256,
            has_settings: settings.is_some(),
            ..Manifest::of(&counts)
        };
        pack(&partial, &manifest, &copy, settings.as_deref(), &overrides)
            .and_then(|()| std::fs::rename(&partial, &target))
            .map_err(|error| format!("{}: it cannot be written: {error}", target.display()))?;
        Ok(manifest)
    })
    .await
    .map_err(say)?
}

/// Secrets are in it: nobody else may read it.
fn private(file: &Path) -> std::io::Result<File> {
    let mut options = OpenOptions::new();
    options.create(true).truncate(true).write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(file)
}

fn pack(
    file: &Path,
    manifest: &Manifest,
    copy: &Path,
    settings: Option<&Path>,
    overrides: &[SiteFile],
) -> std::io::Result<()> {
    let packer = zstd::Encoder::new(BufWriter::new(private(file)?), ZSTD_LEVEL)?;
    let mut tar = tar::Builder::new(packer);
    let told = serde_json::to_vec_pretty(manifest)?;
    tar.append_data(&mut header(told.len() as u64), MANIFEST, told.as_slice())?;
    if let Some(settings) = settings {
        let text = std::fs::read(settings)?;
        tar.append_data(&mut header(text.len() as u64), SETTINGS, text.as_slice())?;
    }
    for one in overrides {
        // One with a fault is somebody's work too.
        let Some(text) = &one.text else { continue };
        let name = format!("{SITES}{}", one.name);
        tar.append_data(&mut header(text.len() as u64), name, text.as_bytes())?;
    }
    let steps = Steps::new("packing", manifest.database_bytes);
    let reader = Counted { file: File::open(copy)?, done: 0, steps };
    tar.append_data(&mut header(manifest.database_bytes), DATABASE, reader)?;
    let file = tar.into_inner()?.finish()?.into_inner().map_err(std::io::IntoInnerError::into_error)?;
    file.sync_all()
}

fn header(bytes: u64) -> tar::Header {
    let mut header = tar::Header::new_gnu();
    header.set_size(bytes);
    header.set_mode(0o600);
    header
}

/// A file that tells how far it was read.
struct Counted {
    file: File,
    done: u64,
    steps: Steps,
}

impl Read for Counted {
    fn read(&mut self, some: &mut [u8]) -> std::io::Result<usize> {
        let read = self.file.read(some)?;
        self.done += read as u64;
        self.steps.at(self.done);
        Ok(read)
    }
}
