//! What `wireroom extract` knows of sites: a state that learns between rows, kept in a file, and a folder of overrides.
//! With neither, every page is read for itself. Start at [`Sites::open`].

use super::rows::whole;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use wireroom_extract::{Overrides, Page, Site, SiteState, extract, extract_explained, read, read_explained};
use wireroom_model::{Explained, Extracted};
use wireroom_pipeline::overrides::read_folder;

/// Largest site state that is read, in bytes: all sites and blocks that one may hold.
const MAX_STATE_BYTES: u64 = 512 << 20;

/// What is known of sites.
pub struct Sites {
    state: Option<(PathBuf, SiteState)>,
    overrides: Option<Arc<Overrides>>,
    /// What is wrong with which override, a sentence each; those are left out.
    pub faults: Vec<String>,
}

impl Sites {
    /// Reads the state, where its file is there already, and the overrides.
    pub fn open(state: Option<&Path>, folder: Option<&Path>) -> Result<Self, String> {
        let mut sites = Self { state: None, overrides: None, faults: Vec::new() };
        if let Some(path) = state {
            let mut known = SiteState::default();
            if path.try_exists().map_err(|e| told(path, &e))? {
                let bytes = whole(path, MAX_STATE_BYTES)?;
                known = serde_json::from_slice(&bytes)
                    .map_err(|e| told(path, &format!("it is no site state: {e}")))?;
            }
            sites.state = Some((path.to_owned(), known));
        }
        if let Some(folder) = folder {
            if !folder.is_dir() {
                return Err(format!("--sites {}: there is no such folder", folder.display()));
            }
            let loaded = read_folder(folder);
            sites.faults = loaded.faults.iter().map(ToString::to_string).collect();
            sites.overrides = Some(loaded.overrides);
        }
        Ok(sites)
    }

    /// The articles of a page; it teaches where there is a state.
    pub fn extract(&mut self, page: &Page<'_>) -> Vec<Extracted> {
        let chosen = self.overrides.as_ref().and_then(|all| all.for_page(page.url)).map(Arc::as_ref);
        let learnt = self.state.as_ref().map(|(_, state)| state);
        if chosen.is_none() && learnt.is_none() {
            return extract(page);
        }
        let read = read(page, Site { learnt, chosen, said: None });
        if let Some((_, state)) = &mut self.state {
            state.learn(&read.blocks);
        }
        read.rows
    }

    /// The same with the account of the page's own article; nothing is learnt.
    pub fn explained(&self, page: &Page<'_>) -> (Vec<Extracted>, Explained) {
        let chosen = self.overrides.as_ref().and_then(|all| all.for_page(page.url)).map(Arc::as_ref);
        let learnt = self.state.as_ref().map(|(_, state)| state);
        if chosen.is_none() && learnt.is_none() {
            return extract_explained(page);
        }
        let (read, explained) = read_explained(page, Site { learnt, chosen, said: None });
        (read.rows, explained)
    }

    /// Keeps what was learnt, whole or not at all: written beside, then renamed.
    pub fn write(&self) -> Result<(), String> {
        let Some((path, state)) = &self.state else { return Ok(()) };
        let folder = path.parent().filter(|f| !f.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let mut file = tempfile::NamedTempFile::new_in(folder).map_err(|e| told(path, &e))?;
        let bytes = serde_json::to_vec(state).map_err(|e| told(path, &e))?;
        file.write_all(&bytes).and_then(|()| file.as_file().sync_all()).map_err(|e| told(path, &e))?;
        file.persist(path).map_err(|e| told(path, &e.error))?;
        Ok(())
    }
}

fn told(path: &Path, error: &dyn std::fmt::Display) -> String {
    format!("--site-state {}: {error}", path.display())
}
