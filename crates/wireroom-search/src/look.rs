//! Looking at an index beside the process that writes it: what it holds and whether its files are whole.
//! It takes no lock and writes nothing.

use crate::SearchError;
use std::collections::BTreeSet;
use std::path::Path;
use tantivy::schema::IndexRecordOption;
use tantivy::{DocSet as _, TERMINATED};

/// What an index was found to hold.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Looked {
    /// Numbers of the articles in it, as of its last commit.
    pub articles: BTreeSet<u64>,
    /// Files whose checksum is wrong.
    pub damaged: Vec<String>,
}

/// Reads which articles the index in `folder` holds. Takes time with its size.
///
/// # Errors
/// Where there is no index, or none that this program can read.
pub fn look(folder: &Path) -> Result<Looked, SearchError> {
    let index = tantivy::Index::open_in_dir(folder)?;
    let mut damaged: Vec<String> =
        index.validate_checksum()?.iter().map(|file| file.display().to_string()).collect();
    damaged.sort();
    let field = index.schema().get_field("article")?;
    let searcher = index.reader()?.searcher();
    let mut articles = BTreeSet::new();
    for segment in searcher.segment_readers() {
        let inverted = segment.inverted_index(field)?;
        let mut terms = inverted.terms().stream().map_err(tantivy::TantivyError::from)?;
        while terms.advance() {
            let Ok(number) = <[u8; 8]>::try_from(terms.key()).map(u64::from_be_bytes) else { continue };
            let mut postings = inverted
                .read_postings_from_terminfo(terms.value(), IndexRecordOption::Basic)
                .map_err(tantivy::TantivyError::from)?;
            while postings.doc() != TERMINATED {
                if !segment.is_deleted(postings.doc()) {
                    articles.insert(number);
                }
                postings.advance();
            }
        }
    }
    Ok(Looked { articles, damaged })
}
