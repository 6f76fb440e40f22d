//! The pages that were written for this project, and what is to be found on each (see gold/pages/README.md).
//! A field that the form does not know is an error: a misspelt one would be scored by nobody.
//! Start at [`read`].

use crate::root;
use serde::Deserialize;
use std::path::{Path, PathBuf};
use url::Url;
use wireroom_extract::{Page, decode, dump, extract};
use wireroom_model::{EmptyBecause, Extracted, Kind, Time};

/// Which part of the pages is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Rules may be written against these.
    Open,
    /// Nobody who writes rules reads these; they are scored once.
    Sealed,
}

impl Part {
    pub fn folder(self) -> PathBuf {
        root().join("crates/wireroom-dev/gold/pages").join(match self {
            Self::Open => "open",
            Self::Sealed => "sealed",
        })
    }
}

/// What a page holds. A field that is absent is not scored.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Gold {
    pub url: Option<Url>,
    pub crawled: Time,
    /// The sort of page, for the table.
    pub what: String,
    pub kind: Kind,
    pub empty: Option<EmptyBecause>,
    pub articles: Vec<Wanted>,
    pub neighbours: Vec<String>,
    pub captions: Option<Vec<WantedCaption>>,
    pub turns: Option<Vec<WantedTurn>>,
    pub updates: Option<Vec<WantedUpdate>>,
}

/// One article of a page.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Wanted {
    pub title: Option<String>,
    pub authors: Option<Vec<String>>,
    pub published: Time,
    pub outlet: Option<String>,
    pub body: String,
    pub repeats: Option<u32>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WantedCaption {
    pub text: String,
    pub credit: Option<String>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WantedTurn {
    pub speaker: String,
    pub role: Option<String>,
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct WantedUpdate {
    pub heading: Option<String>,
    pub published: Time,
}

/// A page, its gold and what the extractor makes of it.
#[derive(Debug)]
pub struct Scored {
    pub name: String,
    pub gold: Gold,
    pub rows: Vec<Extracted>,
}

/// Every page of a part in the order of their names, extracted.
pub fn read(folder: &Path) -> Result<Vec<Scored>, String> {
    let pages = listed(folder)?.into_iter().map(|(path, gold)| {
        let name = path.file_stem().map(|s| s.to_string_lossy().into_owned()).unwrap_or_default();
        let rows = extracted(&path, &gold)?;
        Ok(Scored { name, gold, rows })
    });
    pages.collect()
}

/// Every gold file of a folder with what it says.
fn listed(folder: &Path) -> Result<Vec<(PathBuf, Gold)>, String> {
    let told = |path: &Path, e: &dyn std::fmt::Display| format!("{}: {e}", path.display());
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(|e| told(folder, &e))? {
        let path = entry.map_err(|e| told(folder, &e))?.path();
        if path.extension().is_some_and(|e| e == "json") {
            let text = std::fs::read_to_string(&path).map_err(|e| told(&path, &e))?;
            let gold: Gold = serde_json::from_str(&text).map_err(|e| told(&path, &e))?;
            files.push((path, gold));
        }
    }
    files.sort_by(|a, b| a.0.cmp(&b.0));
    if files.is_empty() { Err(format!("{} holds no gold", folder.display())) } else { Ok(files) }
}

/// The page beside a gold file, through the same doors as `wireroom extract`.
fn extracted(gold_file: &Path, gold: &Gold) -> Result<Vec<Extracted>, String> {
    let read = |extension: &str| std::fs::read(gold_file.with_extension(extension));
    if let Ok(bytes) = read("txt") {
        return Ok(dump::extract(&String::from_utf8_lossy(&bytes), gold.crawled));
    }
    let bytes = read("html").map_err(|e| format!("{}: no page beside it: {e}", gold_file.display()))?;
    Ok(extract(&Page::new(&decode(&bytes, None)).at(gold.url.as_ref()).crawled(gold.crawled)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::marks::spaced;

    #[test]
    fn a_field_that_nobody_would_score_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("a.html"), "<p>Words.").unwrap();
        std::fs::write(folder.path().join("a.json"), r#"{"what":"live","kind":"live","tilte":"x"}"#).unwrap();
        assert!(read(folder.path()).unwrap_err().contains("tilte"));
    }

    #[test]
    fn gold_without_its_page_is_told() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("a.json"), r#"{"what":"live","kind":"live"}"#).unwrap();
        assert!(read(folder.path()).unwrap_err().contains("no page beside it"));
    }

    #[test]
    fn a_folder_without_gold_is_no_success() {
        assert!(read(tempfile::tempdir().unwrap().path()).is_err());
    }

    #[test]
    fn every_gold_file_reads_has_its_page_and_does_not_contradict_itself() {
        for part in [Part::Open, Part::Sealed] {
            for (path, gold) in listed(&part.folder()).unwrap() {
                let page = ["html", "txt"].iter().any(|e| path.with_extension(e).is_file());
                let bodies = || gold.articles.iter().map(|article| &article.body);
                // As the mark compares them: a pull quote whose words the body has cannot be kept out of it.
                let apart = gold.neighbours.iter().all(|n| bodies().all(|b| !spaced(b).contains(&spaced(n))));
                let right = page && apart && bodies().all(|body| !body.is_empty());
                assert!(right, "{}", path.display());
            }
        }
    }

    #[test]
    fn a_third_of_the_forty_pages_is_sealed() {
        let [open, sealed] = [Part::Open, Part::Sealed].map(|part| listed(&part.folder()).unwrap().len());
        assert!(open + sealed >= 40 && sealed * 4 >= open + sealed, "{open} open, {sealed} sealed");
    }
}
