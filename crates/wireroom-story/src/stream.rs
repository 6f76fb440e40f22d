//! What is common and what is rare in one language's window of the stream.
//! It refuses to mix languages: each has its own counts. Start at [`Stream::rarity`].

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Documents that the stream is taken to have seen before the first: with few texts nothing is called rare yet.
const PRIOR: f32 = 1.0;

/// Document counts of one language: each copy family counts once.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(crate) struct Stream {
    documents: u32,
    counts: BTreeMap<u32, u32>,
    /// The counts as they were when weights were last made: weights follow from these and from the texts alone,
    /// so that a snapshot need not hold them.
    basis: BTreeMap<u32, u32>,
    basis_documents: u32,
    /// Documents added since then.
    since: u32,
}

impl Stream {
    pub(crate) fn add(&mut self, terms: &[u32]) {
        self.documents += 1;
        self.since += 1;
        for &term in terms {
            *self.counts.entry(term).or_default() += 1;
        }
    }

    pub(crate) fn remove(&mut self, terms: &[u32]) {
        self.documents = self.documents.saturating_sub(1);
        for term in terms {
            if let Some(count) = self.counts.get_mut(term) {
                *count = count.saturating_sub(1);
                if *count == 0 {
                    self.counts.remove(term);
                }
            }
        }
    }

    /// How rare a term is: the logarithm of documents per document that holds it.
    pub(crate) fn rarity(&self, term: u32) -> f32 {
        let holders = self.basis.get(&term).copied().unwrap_or(0) as f32;
        ((self.basis_documents as f32 + PRIOR) / (holders + 0.5)).ln().max(LEAST)
    }

    /// True when enough has come since the last weighing that old weights mislead.
    pub(crate) const fn is_stale(&self) -> bool {
        self.since * STALE >= self.documents
    }

    /// From now on weights follow the counts of this moment.
    pub(crate) fn renew(&mut self) {
        self.basis.clone_from(&self.counts);
        (self.basis_documents, self.since) = (self.documents, 0);
    }
}

/// The rarity of a term that stands everywhere: almost nothing, but a text of such terms still has a length.
const LEAST: f32 = 0.01;

/// Weights are made anew when one in this many documents is new: little work at rest, much care at the start.
const STALE: u32 = 8;
