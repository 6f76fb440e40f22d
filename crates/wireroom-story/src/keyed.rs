//! A profile with the keys of what it speaks of: hashes of kind and word, made once when the story enters, so that
//! stories are compared by numbers. It refuses to print a hash: what is shown is the profile's.
//! Start at [`Keyed::new`].

use crate::letters::hard;
use crate::profile::{Profile, Said};
use crate::tie::tail;
use wireroom_text::hash::{mix_v1, word_v1};

/// Kind and word of something that a story speaks of, as a hash: two in a house that agree by chance would count as
/// one, which among a million keys is to be expected once in thirty million houses.
pub(crate) type Key = u64;

fn key(kind: char, word: &str) -> Key {
    mix_v1(u64::from(kind), word_v1(word))
}

/// The keys of one list of a profile.
#[derive(Debug, Clone, Default)]
pub(crate) struct Keys {
    /// In the order of the list.
    keys: Vec<Key>,
    /// Places in the list by their keys; under one key the first place first. A list is shorter than 256.
    order: Vec<u8>,
}

impl Keys {
    fn new(keys: impl Iterator<Item = Key>) -> Self {
        let keys: Vec<Key> = keys.take(usize::from(u8::MAX)).collect();
        let mut order: Vec<u8> = (0..=u8::MAX).take(keys.len()).collect();
        order.sort_by_key(|&at| keys.get(usize::from(at)).copied());
        Self { keys, order }
    }

    pub(crate) fn at(&self, place: usize) -> Option<Key> {
        self.keys.get(place).copied()
    }

    fn sorted(&self, from: usize) -> Option<(Key, usize)> {
        let place = usize::from(*self.order.get(from)?);
        Some((self.at(place)?, place))
    }

    /// Places with one key, in this list and in the other, in the order of this list and then of the other.
    pub(crate) fn shared(&self, other: &Self) -> Vec<(usize, usize)> {
        let mut found = Vec::new();
        let (mut here, mut there) = (0, 0);
        while let (Some((a, place)), Some((b, _))) = (self.sorted(here), other.sorted(there)) {
            if a > b {
                there += 1;
                continue;
            }
            here += 1;
            let same = (there..).map_while(|at| other.sorted(at)).take_while(|(b, _)| *b == a);
            found.extend(same.map(|(_, other)| (place, other)));
        }
        found.sort_unstable();
        found
    }
}

/// A profile with its keys.
#[derive(Debug, Clone)]
pub(crate) struct Keyed {
    pub profile: Profile,
    /// Of names: their last words, as they are found over spellings and languages ...
    pub hard: Keys,
    /// ... and as they compare within one.
    pub tails: Keys,
    pub places: Keys,
    pub figures: Keys,
    pub days: Keys,
    pub words: Keys,
}

fn zip<'k>(keys: &'k Keys, all: &'k [Said]) -> impl Iterator<Item = (Key, &'k Said)> {
    keys.keys.iter().copied().zip(all)
}

impl Keyed {
    pub(crate) fn new(profile: Profile) -> Self {
        let plain = |kind: char, all: &[Said]| Keys::new(all.iter().map(|said| key(kind, &said.key)));
        let names = &profile.names;
        Self {
            hard: Keys::new(names.iter().map(|said| key('n', &hard(tail(&said.key))))),
            tails: Keys::new(names.iter().map(|said| key('t', tail(&said.key)))),
            places: plain('p', &profile.places),
            figures: plain('f', &profile.figures),
            days: plain('d', &profile.days),
            words: plain('w', &profile.words),
            profile,
        }
    }

    /// Everything under which the story is counted.
    pub(crate) fn keys(&self) -> impl Iterator<Item = Key> {
        let all = [&self.hard, &self.places, &self.figures, &self.days, &self.words];
        all.into_iter().flat_map(|keys| keys.keys.iter().copied())
    }

    /// What leads to other stories, with its weight.
    pub(crate) fn leading(&self) -> impl Iterator<Item = (Key, f64)> {
        let figures = zip(&self.figures, &self.profile.figures);
        self.names().chain(figures).chain(self.words()).map(|(key, said)| (key, said.weight))
    }

    pub(crate) fn names(&self) -> impl Iterator<Item = (Key, &Said)> {
        zip(&self.hard, &self.profile.names)
    }

    pub(crate) fn places(&self) -> impl Iterator<Item = (Key, &Said)> {
        zip(&self.places, &self.profile.places)
    }

    pub(crate) fn words(&self) -> impl Iterator<Item = (Key, &Said)> {
        zip(&self.words, &self.profile.words)
    }
}
