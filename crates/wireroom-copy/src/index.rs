//! The index from sampled grams to the texts of the window that hold them.
//! It refuses to follow a gram that stands everywhere: such a gram is nobody's mark. Start at [`Index::candidates`].

use crate::print::GramMap;
use std::collections::BTreeMap;
use wireroom_model::ArticleId;

/// A gram of more texts than this is not followed (a legal line, a site's boilerplate).
const MAX_HOLDERS: usize = 512;

/// Texts that share fewer sampled grams are not compared: one phrase is chance.
const MIN_SHARED: usize = 2;

/// Most grams stand in one text.
#[derive(Debug, Clone)]
enum Holders {
    One(ArticleId),
    Many(Vec<ArticleId>),
}

#[derive(Debug, Clone, Default)]
pub(crate) struct Index {
    grams: GramMap<Holders>,
}

impl Index {
    pub(crate) fn insert(&mut self, id: ArticleId, sample: &[u64]) {
        for &gram in sample {
            self.grams
                .entry(gram)
                .and_modify(|holders| match holders {
                    Holders::One(other) => *holders = Holders::Many(vec![*other, id]),
                    Holders::Many(ids) => ids.push(id),
                })
                .or_insert(Holders::One(id));
        }
    }

    pub(crate) fn remove(&mut self, id: ArticleId, sample: &[u64]) {
        for gram in sample {
            let gone = match self.grams.get_mut(gram) {
                Some(Holders::One(only)) => *only == id,
                Some(Holders::Many(ids)) => {
                    ids.retain(|&other| other != id);
                    ids.is_empty()
                }
                None => false,
            };
            if gone {
                self.grams.remove(gram);
            }
        }
    }

    /// The texts that hold a gram; `None` where it is not indexed.
    pub(crate) fn holders(&self, gram: u64) -> Option<&[ArticleId]> {
        Some(match self.grams.get(&gram)? {
            Holders::One(id) => std::slice::from_ref(id),
            Holders::Many(ids) => ids,
        })
    }

    /// Texts that share at least [`MIN_SHARED`] of these grams, those that share most first, at most `limit`.
    pub(crate) fn candidates(&self, sample: &[u64], limit: usize) -> Vec<ArticleId> {
        let mut shared: BTreeMap<ArticleId, usize> = BTreeMap::new();
        for gram in sample {
            let holders = match self.grams.get(gram) {
                Some(Holders::One(id)) => std::slice::from_ref(id),
                Some(Holders::Many(ids)) if ids.len() <= MAX_HOLDERS => ids,
                _ => &[],
            };
            for &id in holders {
                *shared.entry(id).or_default() += 1;
            }
        }
        let mut found: Vec<(ArticleId, usize)> =
            shared.into_iter().filter(|&(_, count)| count >= MIN_SHARED).collect();
        found.sort_by_key(|&(id, count)| (std::cmp::Reverse(count), id));
        found.truncate(limit);
        found.into_iter().map(|(id, _)| id).collect()
    }
}
