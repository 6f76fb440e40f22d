//! The index from sampled grams to the texts of the window that hold them.
//! It refuses to follow a gram that stands everywhere: such a gram is nobody's mark. Start at [`Index::candidates`].

use std::collections::{BTreeMap, HashMap};
use std::hash::{BuildHasherDefault, Hasher};
use wireroom_model::ArticleId;

/// A gram of more texts than this is not followed (a legal line, a site's boilerplate).
const MAX_HOLDERS: usize = 512;

/// Texts that share fewer sampled grams are not compared: one phrase is chance.
const MIN_SHARED: u16 = 2;

/// Marks an entry that names a list of holders instead of the only one.
const MANY: u32 = 1 << 31;

/// Keys that are hashes already need one multiplication to be spread. The map is looked into, never walked.
#[derive(Debug, Clone, Copy, Default)]
struct Spread(u64);

impl Hasher for Spread {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.0 = self.0.rotate_left(8) ^ u64::from(byte);
        }
    }

    fn write_u32(&mut self, key: u32) {
        self.0 = u64::from(key).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    }
}

/// Sampled gram to its holder: most grams stand in one text, so one costs 8 bytes and the map's slack.
#[derive(Debug, Clone, Default)]
pub(crate) struct Index {
    grams: HashMap<u32, u32, BuildHasherDefault<Spread>>,
    lists: Vec<Vec<u32>>,
    free_lists: Vec<u32>,
    /// Texts by their place in the index; a place that is free keeps its last text.
    texts: Vec<ArticleId>,
    free: Vec<u32>,
    places: BTreeMap<ArticleId, u32>,
}

/// A text that shares sampled grams.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Met {
    pub id: ArticleId,
    pub shared: u16,
}

impl Index {
    pub(crate) fn insert(&mut self, id: ArticleId, sample: &[u32]) {
        if sample.is_empty() {
            return;
        }
        let place = self.place(id);
        for &gram in sample {
            let entry = self.grams.entry(gram).or_insert(place);
            if *entry == place {
                continue;
            }
            if *entry & MANY != 0 {
                if let Some(list) = self.lists.get_mut((*entry & !MANY) as usize) {
                    list.push(place);
                }
                continue;
            }
            let both = vec![*entry, place];
            let at = match self.free_lists.pop() {
                Some(at) => {
                    if let Some(list) = self.lists.get_mut(at as usize) {
                        *list = both;
                    }
                    at
                }
                None => {
                    self.lists.push(both);
                    u32::try_from(self.lists.len() - 1).unwrap_or(0)
                }
            };
            *entry = MANY | at;
        }
    }

    /// The place of a text that is new to the index.
    fn place(&mut self, id: ArticleId) -> u32 {
        let place = match self.free.pop() {
            Some(place) => {
                if let Some(text) = self.texts.get_mut(place as usize) {
                    *text = id;
                }
                place
            }
            None => {
                self.texts.push(id);
                u32::try_from(self.texts.len() - 1).unwrap_or(0)
            }
        };
        self.places.insert(id, place);
        place
    }

    pub(crate) fn remove(&mut self, id: ArticleId, sample: &[u32]) {
        let Some(place) = self.places.remove(&id) else { return };
        for gram in sample {
            let Some(&entry) = self.grams.get(gram) else { continue };
            if entry == place {
                self.grams.remove(gram);
                continue;
            }
            let at = entry & !MANY;
            let Some(list) = self.lists.get_mut(at as usize).filter(|_| entry & MANY != 0) else { continue };
            if let Some(held) = list.iter().position(|&holder| holder == place) {
                list.swap_remove(held);
            }
            if let [last] = list[..] {
                self.grams.insert(*gram, last);
                *list = Vec::new();
                self.free_lists.push(at);
            }
        }
        self.free.push(place);
    }

    fn holding(&self, gram: u32) -> Holding<'_> {
        match self.grams.get(&gram) {
            None => Holding::None,
            Some(&entry) if entry & MANY == 0 => Holding::One(entry),
            Some(&entry) => {
                self.lists.get((entry & !MANY) as usize).map_or(Holding::None, |list| Holding::Many(list))
            }
        }
    }

    /// The texts that hold a gram; none where it is not indexed.
    pub(crate) fn holders(&self, gram: u32) -> impl Iterator<Item = ArticleId> + '_ {
        let (one, many) = match self.holding(gram) {
            Holding::None => (None, &[][..]),
            Holding::One(place) => (Some(place), &[][..]),
            Holding::Many(list) => (None, list),
        };
        one.into_iter()
            .chain(many.iter().copied())
            .filter_map(|place| self.texts.get(place as usize).copied())
    }

    /// Texts that share at least [`MIN_SHARED`] of these grams, those that share most first, at most `limit`.
    pub(crate) fn candidates(&self, sample: &[u32], limit: usize) -> Vec<Met> {
        let mut shared = vec![0_u16; self.texts.len()];
        let mut met = Vec::new();
        let mut count = |place: u32| {
            if let Some(shared) = shared.get_mut(place as usize) {
                *shared = shared.saturating_add(1);
                if *shared == MIN_SHARED {
                    met.push(place);
                }
            }
        };
        for &gram in sample {
            match self.holding(gram) {
                Holding::One(place) => count(place),
                Holding::Many(list) if list.len() <= MAX_HOLDERS => list.iter().copied().for_each(&mut count),
                _ => {}
            }
        }
        let mut found: Vec<Met> = met
            .into_iter()
            .filter_map(|place| {
                let at = place as usize;
                Some(Met { id: *self.texts.get(at)?, shared: *shared.get(at)? })
            })
            .collect();
        found.sort_unstable_by_key(|met| (std::cmp::Reverse(met.shared), met.id));
        found.truncate(limit);
        found
    }
}

/// Who holds a gram, by place.
enum Holding<'i> {
    None,
    One(u32),
    Many(&'i [u32]),
}
