//! What stands first in a backup file: who made it, when, of what, and the checksum of the database in it.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::fs::File;
use std::io::Read;
use std::path::Path;
use wireroom_store::verify::Counts;

/// The backup file's own shape; a program refuses a later one than it knows.
pub const FORMAT: u32 = 1;
/// Its name inside the file.
pub const MANIFEST: &str = "manifest.json";
/// The database's name inside the file.
pub const DATABASE: &str = "wireroom.db";
/// The settings file's name inside the file.
pub const SETTINGS: &str = "wireroom.toml";
/// The overrides' folder inside the file, as it is in the data folder.
pub const SITES: &str = "sites/";
/// Bytes read at a time.
pub const CHUNK: usize = 1 << 20;

/// The manifest.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    pub format: u32,
    /// The program's version.
    pub program: String,
    /// The last migration of the database.
    pub schema: i64,
    pub made_at: String,
    pub feeds: u64,
    pub entries: u64,
    pub articles: u64,
    pub versions: u64,
    pub stories: u64,
    pub users: u64,
    pub database_bytes: u64,
    /// Hexadecimal SHA-256 of the database.
    pub database_sha256: String,
    /// True where the data folder's settings file is in it.
    pub has_settings: bool,
}

impl Manifest {
    /// Fills in what the counts say.
    pub fn of(counts: &Counts) -> Self {
        Self {
            format: FORMAT,
            program: env!("CARGO_PKG_VERSION").to_owned(),
            schema: 0,
            made_at: String::new(),
            feeds: counts.feeds,
            entries: counts.entries,
            articles: counts.articles,
            versions: counts.versions,
            stories: counts.stories,
            users: counts.users,
            database_bytes: 0,
            database_sha256: String::new(),
            has_settings: false,
        }
    }

    /// One line for people.
    pub fn told(&self) -> String {
        format!(
            "made {} by Wireroom {}: {} feeds, {} articles in {} versions, {} stories, {} users",
            self.made_at, self.program, self.feeds, self.articles, self.versions, self.stories, self.users
        )
    }
}

/// SHA-256 of a file, telling `at` how far it is.
pub fn sha256(file: &Path, at: &mut dyn FnMut(u64)) -> std::io::Result<String> {
    let (mut file, mut hash, mut done) = (File::open(file)?, Sha256::new(), 0);
    let mut chunk = vec![0_u8; CHUNK];
    loop {
        let read = file.read(&mut chunk)?;
        let Some(some) = chunk.get(..read).filter(|some| !some.is_empty()) else { return Ok(hex(hash)) };
        hash.update(some);
        done += read as u64;
        at(done);
    }
}

/// The digest in hexadecimal.
pub fn hex(hash: Sha256) -> String {
    hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}
