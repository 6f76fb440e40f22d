//! What the page of publishers asks of the pipeline: a list tried, brought in, taken away. Plain data; the answers
//! come from the binary. Start at [`PublisherActions`].

use crate::state::{Answer, Refusal};

/// A list as a reader sent it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PublisherFile {
    pub name: String,
    pub bytes: Vec<u8>,
    /// In place of the others.
    pub replaces: bool,
    /// Only say what would come of it.
    pub dry: bool,
}

/// What became, or would become, of a list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PublishersTold {
    pub known: bool,
    pub rows: u64,
    pub publishers: u64,
    /// Outlets of the house whose owner changes: name, before, after.
    pub changed: Vec<(String, Option<String>, Option<String>)>,
    pub owned: u64,
    pub outlets: u64,
    pub stories: u64,
    pub faults: Vec<String>,
    pub left_out: u64,
}

fn none<T>() -> Answer<'static, T> {
    Box::pin(async { Err(Refusal("this house keeps no lists of publishers".to_owned())) })
}

/// What the page may ask.
pub trait PublisherActions {
    /// Brings in a list, or tries it.
    fn bring_publishers(&self, _list: PublisherFile) -> Answer<'_, PublishersTold> {
        none()
    }

    /// Takes a list away; what it covered or replaced holds again.
    fn remove_publishers(&self, _list: i64) -> Answer<'_, PublishersTold> {
        none()
    }
}
