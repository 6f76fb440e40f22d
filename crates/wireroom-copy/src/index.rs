//! The index from sampled grams to the texts of the window that hold them.
//! It refuses to follow a gram that stands everywhere: such a gram is nobody's mark. Start at [`Index::meet`].

use std::cmp::Reverse;
use std::collections::BTreeMap;
use wireroom_model::ArticleId;
use wireroom_text::hash::ByHash;

/// A gram of more texts than this is not followed (a legal line, a site's boilerplate).
const MAX_HOLDERS: usize = 512;

/// A gram of at most so many texts is rare: what a text shares with fewer is looked at first.
const RARE_HOLDERS: usize = 24;

/// Texts that share fewer sampled grams are not compared: one phrase is chance.
const MIN_SHARED: u16 = 2;

/// A stranger to a text shares less than this part of its own samples with it ...
const PASSING: f64 = 0.2;

/// ... and less than this part of the text's: an excerpt is no stranger to the whole.
const MOSTLY: f64 = 0.5;

/// Marks an entry that names a list of holders instead of the only one.
const MANY: u32 = 1 << 31;

/// Sampled gram to its holder: most grams stand in one text, so one costs 8 bytes and the map's slack.
#[derive(Debug, Clone, Default)]
pub(crate) struct Index {
    grams: ByHash<u32, u32>,
    lists: Vec<Vec<u32>>,
    free_lists: Vec<u32>,
    /// Texts by their place in the index, with the number of their samples; a place that is free keeps its last text.
    texts: Vec<(ArticleId, usize)>,
    free: Vec<u32>,
    places: BTreeMap<ArticleId, u32>,
}

/// Sampled grams that a text shares: all that were followed, and those that few texts hold.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Shared {
    pub all: u16,
    pub rare: u16,
}

/// A text that shares sampled grams.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Met {
    pub id: ArticleId,
    pub shared: Shared,
}

impl Index {
    pub(crate) fn insert(&mut self, id: ArticleId, sample: &[u32]) {
        if sample.is_empty() {
            return;
        }
        let place = self.place(id, sample.len());
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
    fn place(&mut self, id: ArticleId, samples: usize) -> u32 {
        let place = match self.free.pop() {
            Some(place) => {
                if let Some(text) = self.texts.get_mut(place as usize) {
                    *text = (id, samples);
                }
                place
            }
            None => {
                self.texts.push((id, samples));
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

    /// Bytes held, by structure: what is reserved, filled or not, and a tree as two thirds full.
    pub(crate) fn bytes(&self) -> usize {
        // The map reserves a power of two of which at most seven eighths are open, and a byte for each.
        let slots = (self.grams.capacity() * 8).div_ceil(7).next_power_of_two();
        let lists: usize = self.lists.iter().map(|list| list.capacity() * 4).sum();
        let fixed = self.lists.capacity() * size_of::<Vec<u32>>()
            + self.texts.capacity() * size_of::<(ArticleId, usize)>();
        let places = self.places.len() * size_of::<(ArticleId, u32)>() * 3 / 2;
        slots * 9 + lists + fixed + (self.free_lists.capacity() + self.free.capacity()) * 4 + places
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
            .filter_map(|place| Some(self.texts.get(place as usize)?.0))
    }

    /// What a text with these samples shares with each text of the index.
    pub(crate) fn meet(&self, sample: &[u32]) -> Meeting<'_> {
        let mut shared = vec![Shared::default(); self.texts.len()];
        let mut met = Vec::new();
        let mut count = |place: u32, rare: u16| {
            if let Some(shared) = shared.get_mut(place as usize) {
                shared.all = shared.all.saturating_add(1);
                shared.rare = shared.rare.saturating_add(rare);
                if shared.all == MIN_SHARED {
                    met.push(place);
                }
            }
        };
        for &gram in sample {
            match self.holding(gram) {
                Holding::One(place) => count(place, 1),
                Holding::Many(list) if list.len() <= MAX_HOLDERS => {
                    let rare = u16::from(list.len() <= RARE_HOLDERS);
                    list.iter().for_each(|&place| count(place, rare));
                }
                _ => {}
            }
        }
        let mut found: Vec<Met> = met
            .into_iter()
            .filter_map(|place| {
                let at = place as usize;
                Some(Met { id: self.texts.get(at)?.0, shared: *shared.get(at)? })
            })
            .collect();
        found.sort_unstable_by_key(|Met { id, shared }| (Reverse(shared.rare), Reverse(shared.all), *id));
        Meeting { index: self, shared, samples: sample.len(), met: found }
    }
}

/// What one text shares with the others.
#[derive(Debug)]
pub(crate) struct Meeting<'i> {
    index: &'i Index,
    shared: Vec<Shared>,
    samples: usize,
    /// Texts that share at least [`MIN_SHARED`] of the samples, those that share most of the rare ones first.
    pub met: Vec<Met>,
}

impl Meeting<'_> {
    /// Samples that the other shares with this one, its own, and this one's; `None` where it is not in the index.
    fn with(&self, id: ArticleId) -> Option<(f64, f64, f64)> {
        let at = *self.index.places.get(&id)? as usize;
        let (shared, (_, samples)) = (self.shared.get(at)?, self.index.texts.get(at)?);
        Some((f64::from(shared.all), *samples as f64, self.samples as f64))
    }

    /// True where the other holds a passage of this text and nothing else has to do with it.
    pub(crate) fn is_stranger(&self, id: ArticleId) -> bool {
        self.with(id)
            .is_some_and(|(shared, theirs, mine)| shared < theirs * PASSING && shared < mine * MOSTLY)
    }

    /// The same from the other's side: this text is a stranger to the other.
    pub(crate) fn is_stranger_to(&self, id: ArticleId) -> bool {
        self.with(id)
            .is_some_and(|(shared, theirs, mine)| shared < mine * PASSING && shared < theirs * MOSTLY)
    }
}

/// Who holds a gram, by place.
enum Holding<'i> {
    None,
    One(u32),
    Many(&'i [u32]),
}
