//! A question as it is put to the index: what was typed (the language is `language.rs`), for whom, and in what order.

use std::collections::BTreeMap;

/// The most words and phrases one question may have.
pub const MAX_CLAUSES: usize = 24;

/// The most words one phrase may have.
pub const MAX_PHRASE_WORDS: usize = 24;

/// Shorter words are compared whole; longer ones also by their beginning ("election" finds "elections").
pub const PREFIX_CHARS: usize = 4;

/// A question with its filters.
#[derive(Debug, Clone, Default)]
pub struct Query {
    /// What was typed, in the search language.
    pub text: String,
    /// The outlets that each `outlet:` value means, by the value as typed; one that is not here means none.
    pub outlets: BTreeMap<String, Vec<u64>>,
    /// The viewer's audiences, as the store gives them; empty means everybody's (0) alone.
    pub audiences: Vec<i64>,
    /// A language tag ("de").
    pub lang: Option<String>,
    /// An outlet's number.
    pub outlet: Option<u64>,
    /// Unix seconds: published (or arrived) from here on.
    pub after: Option<i64>,
    /// Unix seconds: published (or arrived) before here.
    pub before: Option<i64>,
    /// Newest first instead of best first.
    pub newest_first: bool,
    pub limit: usize,
    pub offset: usize,
}

/// One demand on words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clause {
    /// One folded word, or several that stand next to each other.
    pub words: Vec<String>,
    /// True where it was quoted: no beginning counts.
    pub exact: bool,
}
