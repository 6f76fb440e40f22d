//! The folder of overrides: small TOML files, one a site, read again when one of them changed. A file that cannot be
//! read breaks no page: it is left out and told of. It refuses to write outside its folder.
//! Start at [`read_folder`]; a house asks [`SiteFiles::now`].

use crate::{PipelineError, Result};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::SystemTime;
use wireroom_extract::overrides::{Fault, MAX_OVERRIDE_BYTES, MAX_OVERRIDES, host_of};
use wireroom_extract::{Override, Overrides};
use wireroom_model::Why;
use wireroom_model::why::{NotThere, Wrong};
use wireroom_text::hash;

/// What a file of the folder is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SiteFile {
    /// Its name: "press.example.toml".
    pub name: String,
    /// `None` where it cannot be read as text.
    pub text: Option<String>,
    /// What it says; `None` where it has a fault.
    pub says: Option<Arc<Override>>,
}

/// The folder as it was last read.
#[derive(Debug, Clone, Default)]
pub struct Loaded {
    pub overrides: Arc<Overrides>,
    /// By name.
    pub files: Vec<SiteFile>,
    pub faults: Vec<Fault>,
}

impl Loaded {
    /// A file by its name.
    pub fn file(&self, name: &str) -> Option<&SiteFile> {
        self.files.iter().find(|file| file.name == name)
    }
}

/// Name, size and time of each file: what tells that one changed.
type Listing = Vec<(String, u64, Option<SystemTime>)>;

/// The names of the folder's TOML files, sorted. A folder that is not there has none.
fn listing(folder: &Path) -> std::io::Result<Listing> {
    let entries = match std::fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(error),
    };
    let mut found: Listing = entries
        .filter_map(std::result::Result::ok)
        .filter_map(|entry| {
            let name = entry.file_name().into_string().ok()?;
            let facts = entry.metadata().ok().filter(std::fs::Metadata::is_file)?;
            let fits = name.ends_with(".toml") && !name.starts_with('.');
            fits.then(|| (name, facts.len(), facts.modified().ok()))
        })
        .collect();
    found.sort();
    Ok(found)
}

/// Reads a folder of overrides.
pub fn read_folder(folder: &Path) -> Loaded {
    match listing(folder) {
        Ok(list) => read_files(folder, &list),
        Err(error) => Loaded {
            faults: vec![Fault {
                file: folder.display().to_string(),
                key: None,
                wrong: Wrong::Folder(error.to_string()),
            }],
            ..Loaded::default()
        },
    }
}

fn read_files(folder: &Path, list: &Listing) -> Loaded {
    let mut loaded = Loaded::default();
    let mut good = Vec::new();
    let fault = |file: &str, wrong| Fault { file: file.to_owned(), key: None, wrong };
    if list.len() > MAX_OVERRIDES {
        loaded.faults.push(fault(&folder.display().to_string(), Wrong::ManyFiles(MAX_OVERRIDES)));
    }
    for (name, bytes, _) in list.iter().take(MAX_OVERRIDES) {
        let mut file = SiteFile { name: name.clone(), text: None, says: None };
        let fits = usize::try_from(*bytes).is_ok_and(|bytes| bytes <= MAX_OVERRIDE_BYTES);
        let text = if fits { std::fs::read_to_string(folder.join(name)) } else { Ok(String::new()) };
        match text {
            _ if !fits => {
                loaded.faults.push(fault(name, Wrong::TooLarge(MAX_OVERRIDE_BYTES)));
            }
            Ok(text) => {
                match Override::parse(name, &text) {
                    Ok(says) => {
                        good.push(says.clone());
                        file.says = Some(Arc::new(says));
                    }
                    Err(faults) => loaded.faults.extend(faults),
                }
                file.text = Some(text);
            }
            Err(error) => loaded.faults.push(fault(name, Wrong::Unread(error.to_string()))),
        }
        loaded.files.push(file);
    }
    let (overrides, doubled) = Overrides::of(good);
    loaded.faults.extend(doubled);
    loaded.overrides = Arc::new(overrides);
    loaded
}

/// The folder of a house.
#[derive(Debug, Default)]
pub struct SiteFiles {
    folder: Option<PathBuf>,
    last: Mutex<Option<(Listing, Arc<Loaded>)>>,
}

impl SiteFiles {
    /// A house without a folder has no overrides.
    pub fn new(folder: Option<PathBuf>) -> Self {
        Self { folder, last: Mutex::default() }
    }

    /// Where the files stand.
    pub fn folder(&self) -> Option<&Path> {
        self.folder.as_deref()
    }

    /// The overrides as the files say now; read again where one of them changed. Blocks for the disk.
    pub fn now(&self) -> Arc<Loaded> {
        let Some(folder) = &self.folder else { return Arc::default() };
        let list = match listing(folder) {
            Ok(list) => list,
            Err(_) => return Arc::new(read_folder(folder)),
        };
        let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((known, loaded)) = &*last
            && *known == list
        {
            return Arc::clone(loaded);
        }
        let loaded = Arc::new(read_files(folder, &list));
        for fault in &loaded.faults {
            tracing::warn!(%fault, "an override of a site is left out");
        }
        *last = Some((list, Arc::clone(&loaded)));
        loaded
    }

    /// Writes a host's file, whole or not at all; an empty text takes the file away. Blocks for the disk.
    ///
    /// # Errors
    /// [`PipelineError::Refused`] where the text has a fault, the host is none, or the folder cannot be written.
    pub fn save(&self, host: &str, text: &str) -> Result<()> {
        let folder = self.folder.as_deref().ok_or(NotThere::NoFolder)?;
        let name = file_name(host).ok_or_else(|| NotThere::NoHost(host.to_owned()))?;
        let told = |error: std::io::Error| {
            let path = folder.join(&name).display().to_string();
            PipelineError::from(NotThere::NotWritten { path, why: error.to_string() })
        };
        if text.trim().is_empty() {
            return match std::fs::remove_file(folder.join(&name)) {
                Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(told(error)),
                _ => Ok(()),
            };
        }
        if let Err(faults) = Override::parse(&name, text) {
            return Err(PipelineError::Refused(Why::Override(faults)));
        }
        std::fs::create_dir_all(folder).map_err(told)?;
        let partial = folder.join(format!(".{name}.partial"));
        let written = std::fs::File::create(&partial)
            .and_then(|mut file| file.write_all(text.as_bytes()).and_then(|()| file.sync_all()))
            .and_then(|()| std::fs::rename(&partial, folder.join(&name)));
        if let Err(error) = written {
            let _ = std::fs::remove_file(&partial);
            return Err(told(error));
        }
        // Two writes within one tick of the disk's clock look the same: what is known is read again.
        *self.last.lock().unwrap_or_else(PoisonError::into_inner) = None;
        Ok(())
    }
}

/// The name of a host's own file. A host has no slash and no leading dot, so that it stays in its folder.
pub fn file_name(host: &str) -> Option<String> {
    let host = host_of(host)?;
    let fits =
        !host.starts_with('.') && !host.contains(['/', '\\', '[', ']', ':', '\0']) && !host.contains("..");
    fits.then(|| format!("{host}.toml"))
}

/// What tells one text of an override from another.
pub(crate) fn text_hash(file: &SiteFile) -> String {
    hash::text_v1(file.text.as_deref().unwrap_or(""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_changes_is_read_again_and_a_broken_one_breaks_no_other() {
        let folder = tempfile::tempdir().unwrap();
        let files = SiteFiles::new(Some(folder.path().join("sites")));
        assert!(files.now().files.is_empty(), "a folder that is not there is no fault");
        files.save("press.example", "drop = \".promo\"").unwrap();
        std::fs::write(folder.path().join("sites/broken.example.toml"), "drp = 1").unwrap();
        let read = files.now();
        assert!(read.overrides.for_host("www.press.example").is_some());
        assert_eq!(read.files.len(), 2);
        assert!(read.faults[0].to_string().contains("broken.example.toml, \"drp\""));
        files.save("press.example", "drop = \".other\"").unwrap();
        assert_eq!(files.now().overrides.for_host("press.example").unwrap().drop, [".other"]);
        files.save("press.example", " \n").unwrap();
        assert!(files.now().overrides.for_host("press.example").is_none());
    }

    #[test]
    fn what_has_a_fault_is_not_saved_and_no_name_leads_out_of_the_folder() {
        let folder = tempfile::tempdir().unwrap();
        let files = SiteFiles::new(Some(folder.path().to_owned()));
        let told = files.save("press.example", "drop = \"..\"").unwrap_err().to_string();
        assert!(told.contains("no CSS selector"), "{told}");
        for host in ["../press.example", "a/b.example", "..", ".press.example", "", "[::1]"] {
            assert!(files.save(host, "drop = \".a\"").is_err(), "{host}");
        }
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
        assert_eq!(file_name("Press.Example").as_deref(), Some("press.example.toml"));
    }
}
