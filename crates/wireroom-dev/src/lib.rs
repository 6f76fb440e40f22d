//! The checks behind `cargo tidy`, `cargo eval` and the house test.
//! It builds nothing into the product and writes nothing outside the build folder.
//! Start at [`house`] (who may import whom), [`tidy`] (rules of the tree), [`eval`] (quality floors), [`own`] (our own pages).

pub mod churn;
pub mod cost;
pub mod eval;
pub mod feeds;
pub mod floors;
pub mod gold;
pub mod growth;
pub mod house;
pub mod languages;
mod load;
pub mod marks;
pub mod own;
#[cfg(feature = "peers")]
pub mod peers;
pub mod scorers;
pub mod sentences;
pub mod shots;
pub mod tidy;
pub mod understanding;

use std::path::PathBuf;
use std::process::Command;

/// The workspace's folder.
pub fn root() -> PathBuf {
    let here = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(2).map_or(here.clone(), PathBuf::from)
}

/// `cargo ci`: what runs before anything lands.
pub fn ci() -> Result<(), String> {
    let status = Command::new("bash").arg(".ci/run").current_dir(root()).status();
    match status {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!(".ci/run ended with {status}")),
        Err(error) => Err(format!(".ci/run could not be started: {error}")),
    }
}
