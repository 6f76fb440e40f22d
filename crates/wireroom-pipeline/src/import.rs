//! Real material without a network: pages, dumps and rows become stored pages and jobs, in one transaction a call;
//! [`Pipeline::drain`] does the rest. Importing the same again changes nothing, so a killed import is simply run again.

use crate::address::canonical;
use crate::extract::ExtractNote;
use crate::page::{ask_extract, bytes_hash};
use crate::{Pipeline, Result};
use wireroom_model::ArticleRow;
use wireroom_store::pages::{Form, NewPage};

/// One thing to import.
#[derive(Debug, Clone)]
pub enum Import {
    /// A page's HTML. `name` stands for its address where none is known.
    Html { name: String, url: Option<String>, bytes: Vec<u8> },
    /// A plain-text dump of a page.
    Dump { name: String, bytes: Vec<u8> },
    /// One article row of a JSONL file; `name` is used where it has neither address nor id.
    Row { name: String, row: Box<ArticleRow> },
}

/// What an import brought.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Imported {
    /// Pages and rows kept for reading.
    pub pages: u64,
    /// Those that the house had read before.
    pub known: u64,
    /// What was not taken, with its reason.
    pub skipped: Vec<(String, String)>,
}

impl Pipeline {
    /// Keeps some things for reading, in one transaction: give a few hundred at a time.
    pub async fn import(&self, things: Vec<Import>) -> Result<Imported> {
        let now = self.now();
        let mut imported = Imported::default();
        let mut tx = self.store.begin().await?;
        for thing in things {
            let (address, form, body) = match thing {
                Import::Html { name, url, bytes } => {
                    let address =
                        url.as_deref().and_then(canonical).unwrap_or_else(|| format!("file:{name}"));
                    (address, Form::Html, bytes)
                }
                Import::Dump { name, bytes } => (format!("file:{name}"), Form::Dump, bytes),
                Import::Row { name, row } => {
                    let named = if row.id.is_empty() { name } else { row.id.clone() };
                    let address =
                        row.url.as_deref().and_then(canonical).unwrap_or_else(|| format!("row:{named}"));
                    (address, Form::Row, serde_json::to_vec(&row)?)
                }
            };
            if body.iter().all(u8::is_ascii_whitespace) {
                imported.skipped.push((address, "it is empty".to_owned()));
                continue;
            }
            let page = NewPage {
                address: &address,
                hash: &bytes_hash(&body),
                form,
                content_type: None,
                crawled_known: false,
                reservation: None,
                body: &body,
            };
            let (page, fresh) = tx.save_page(&page, now).await?;
            if !fresh && tx.page_is_read(page).await? {
                imported.known += 1;
                continue;
            }
            ask_extract(&mut tx, &ExtractNote { page, asked: None, again: false }, now).await?;
            imported.pages += 1;
        }
        tx.commit().await?;
        self.bell.notify_waiters();
        Ok(imported)
    }
}
