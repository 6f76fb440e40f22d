//! The stories beside each other: which are told in another language, which are one long affair in order, which are
//! related. Found by what they name, never by comparing all with all. It refuses to follow a chain of likeness away
//! from where it began. Start at [`Affairs::put`].

use crate::keyed::{Key, Keyed};
use crate::profile::Profile;
use crate::tie::{Bond, Square, Tie, tie};
use std::collections::{BTreeMap, BTreeSet};
use wireroom_model::{Lang, StoryId};
use wireroom_text::hash::ByHash;

/// Stories that are compared with one, those that share most with it.
const MAX_CANDIDATES: usize = 48;

/// Related stories of one.
pub const MAX_RELATED: usize = 5;

/// Stories of its thread that one is tied to.
const MAX_TIED: usize = 24;

/// Stories of one thread.
pub const MAX_THREAD: usize = 60;

/// What more than so many stories speak of leads to none of them.
const MAX_HOLDERS: usize = 400;

/// Stories that are told apart before the first has come: in a house of five stories nothing is rare yet.
const BACKGROUND: f64 = 50.0;

/// The best telling in another language is better than the next one by this, or nobody knows which it is.
const CLEARLY: f64 = 1.2;

/// A story belongs to a thread with so great a share of whose stories it is tied.
const KNOWN_IN_THREAD: f64 = 0.5;

/// Names of a thread.
const MAX_THREAD_NAMES: usize = 3;

/// The stories of one long affair, in order of time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Thread {
    /// The smallest number among its stories.
    pub id: StoryId,
    /// The names its stories share, the strongest first.
    pub names: Vec<String>,
    pub stories: Vec<StoryId>,
}

/// What is no longer true of other stories once one has changed.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Changed {
    /// The ties of the story that changed, and what those it is tied to say of it: all others with it are gone.
    pub ties: Vec<(StoryId, Tie)>,
    /// The threads that may have changed.
    pub threads: Vec<Thread>,
    /// Stories that stand in no thread now.
    pub alone: Vec<StoryId>,
}

/// The stories of one language.
#[derive(Debug, Clone, Default)]
struct Tongue {
    stories: usize,
    /// Those that speak of something, in order of their numbers. A key goes with its last story.
    holders: ByHash<Key, Vec<StoryId>>,
}

impl Tongue {
    /// How rare something is among these stories.
    fn rarity(&self, key: Key) -> f64 {
        let holders = self.holders.get(&key).map_or(0, Vec::len);
        if holders <= 1 {
            return 1.0;
        }
        let all = self.stories as f64 + BACKGROUND;
        (1.0 - (holders as f64).ln() / all.ln()).max(0.0)
    }

    fn hold(&mut self, story: StoryId, key: Key) {
        let holders = self.holders.entry(key).or_default();
        if let Err(at) = holders.binary_search(&story) {
            holders.insert(at, story);
        }
    }

    fn let_go(&mut self, story: StoryId, key: Key) {
        let Some(holders) = self.holders.get_mut(&key) else { return };
        if let Ok(at) = holders.binary_search(&story) {
            holders.remove(at);
        }
        if holders.is_empty() {
            self.holders.remove(&key);
        }
    }
}

/// Squared lengths of the stories that one is compared with, each computed once.
type Squares = BTreeMap<StoryId, Square>;

/// The profiles of the newest stories, with an index by what they name. The same calls give the same answers.
#[derive(Debug, Clone)]
pub struct Affairs {
    keep: usize,
    profiles: BTreeMap<StoryId, Keyed>,
    tongues: BTreeMap<Lang, Tongue>,
    tied: BTreeMap<StoryId, BTreeMap<StoryId, f64>>,
}

/// Stories that are kept: some 8 KB each, a quarter of it the keys of what they speak of.
pub const KEEP: usize = 4_096;

impl Default for Affairs {
    fn default() -> Self {
        Self::new(KEEP)
    }
}

impl Affairs {
    /// Keeps the newest `keep` stories.
    pub fn new(keep: usize) -> Self {
        Self { keep, profiles: BTreeMap::new(), tongues: BTreeMap::new(), tied: BTreeMap::new() }
    }

    /// Takes a profile back that was put before, with the stories of its thread that it is tied to.
    pub fn restore(&mut self, story: StoryId, profile: Profile, tied: &[(StoryId, f64)]) {
        self.enter(story, profile);
        for &(other, score) in tied {
            self.bind(story, other, score);
        }
    }

    /// How many stories are kept.
    pub fn len(&self) -> usize {
        self.profiles.len()
    }

    /// True where none is.
    pub fn is_empty(&self) -> bool {
        self.profiles.is_empty()
    }

    /// Takes a story's new profile in and says what it is tied to now. An empty profile takes the story out.
    pub fn put(&mut self, story: StoryId, profile: Profile) -> Changed {
        let mut near: BTreeSet<StoryId> = self.neighbours(story);
        self.leave(story);
        let mut changed = Changed::default();
        if !profile.is_empty() && self.keep > 0 {
            self.enter(story, profile);
            changed.ties = self.ties(story);
            for (of, tie) in changed.ties.iter().filter(|(_, tie)| tie.bond == Bond::Thread) {
                self.bind(*of, tie.other, tie.score);
            }
        }
        near.extend(self.neighbours(story));
        near.insert(story);
        self.thread_anew(&near, &mut changed);
        changed
    }

    /// Takes a story out: it was merged away, or holds no article any more.
    pub fn remove(&mut self, story: StoryId) -> Changed {
        self.put(story, Profile::default())
    }

    /// The stories of `of` that are kept.
    pub fn known(&self, of: &Changed) -> BTreeSet<StoryId> {
        let tied = of.ties.iter().map(|(_, tie)| tie.other);
        let threaded = of.threads.iter().flat_map(|thread| thread.stories.iter().copied());
        tied.chain(threaded).filter(|story| self.profiles.contains_key(story)).collect()
    }

    fn enter(&mut self, story: StoryId, profile: Profile) {
        let keyed = Keyed::new(profile);
        let tongue = self.tongues.entry(keyed.profile.lang).or_default();
        keyed.keys().for_each(|key| tongue.hold(story, key));
        tongue.stories += 1;
        self.profiles.insert(story, keyed);
        // The oldest numbers go first; their pages keep what was found.
        while self.profiles.len() > self.keep {
            let Some(oldest) = self.profiles.keys().find(|&&old| old != story).copied() else { break };
            self.leave(oldest);
        }
    }

    fn leave(&mut self, story: StoryId) {
        for other in self.tied.remove(&story).unwrap_or_default().into_keys() {
            if let Some(ties) = self.tied.get_mut(&other) {
                ties.remove(&story);
            }
        }
        let Some(keyed) = self.profiles.remove(&story) else { return };
        let Some(tongue) = self.tongues.get_mut(&keyed.profile.lang) else { return };
        tongue.stories = tongue.stories.saturating_sub(1);
        keyed.keys().for_each(|key| tongue.let_go(story, key));
    }

    fn bind(&mut self, one: StoryId, other: StoryId, score: f64) {
        self.tied.entry(one).or_default().insert(other, score);
        self.tied.entry(other).or_default().insert(one, score);
    }

    /// The stories of a language that share most of what they name with this one.
    fn candidates(&self, story: StoryId, lang: Lang) -> Vec<StoryId> {
        let (Some(keyed), Some(tongue)) = (self.profiles.get(&story), self.tongues.get(&lang)) else {
            return Vec::new();
        };
        let mut found: Vec<(StoryId, f64)> = Vec::new();
        let mut place: ByHash<StoryId, usize> = ByHash::default();
        for (key, weight) in keyed.leading() {
            let Some(holders) = tongue.holders.get(&key) else { continue };
            if holders.len() > MAX_HOLDERS {
                continue;
            }
            let adds = weight * tongue.rarity(key);
            for &other in holders.iter().filter(|&&other| other != story) {
                let at = *place.entry(other).or_insert(found.len());
                match found.get_mut(at) {
                    Some((_, sum)) => *sum += adds,
                    None => found.push((other, adds)),
                }
            }
        }
        found.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        found.truncate(MAX_CANDIDATES);
        found.into_iter().map(|(other, _)| other).collect()
    }

    fn tie_between(&self, one: StoryId, other: StoryId, squares: &mut Squares) -> Option<Tie> {
        let (a, b) = (self.profiles.get(&one)?, self.profiles.get(&other)?);
        let (here, there) = (self.tongues.get(&a.profile.lang)?, self.tongues.get(&b.profile.lang)?);
        if a.profile.lang != b.profile.lang {
            return tie(a, b, other, &|key| here.rarity(key).min(there.rarity(key)), Default::default);
        }
        let rarity = |key| here.rarity(key);
        let mut square = |story, of| *squares.entry(story).or_insert_with(|| Square::of(of, &rarity));
        tie(a, b, other, &rarity, || (square(one, a), square(other, b)))
    }

    /// All ties of a story, in both directions.
    fn ties(&self, story: StoryId) -> Vec<(StoryId, Tie)> {
        let Some(lang) = self.profiles.get(&story).map(|keyed| keyed.profile.lang) else { return Vec::new() };
        let mut squares = Squares::new();
        let same = self.candidates(story, lang);
        let mut found: Vec<Tie> =
            same.into_iter().filter_map(|other| self.tie_between(story, other, &mut squares)).collect();
        found.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.other.cmp(&b.other)));
        let mut left: BTreeMap<Bond, usize> =
            [(Bond::Thread, MAX_TIED), (Bond::Related, MAX_RELATED)].into_iter().collect();
        found.retain(|tie| {
            left.get_mut(&tie.bond).is_some_and(|left| {
                let stays = *left > 0;
                *left = left.saturating_sub(1);
                stays
            })
        });
        for &other in self.tongues.keys().filter(|&&other| other != lang) {
            let Some(best) = self.best_telling(story, other) else { continue };
            // Each is the other's best, or nobody knows which is which.
            if self.best_telling(best.other, lang).is_some_and(|back| back.other == story) {
                found.push(best);
            }
        }
        let mut both = Vec::with_capacity(found.len() * 2);
        for tie in found {
            let back = self.tie_between(tie.other, story, &mut squares);
            both.extend(back.map(|back| (tie.other, Tie { bond: tie.bond, ..back })));
            both.push((story, tie));
        }
        both
    }

    /// The telling of a story in another language, where one is clearly the best.
    fn best_telling(&self, story: StoryId, lang: Lang) -> Option<Tie> {
        let mut squares = Squares::new();
        let others = self.candidates(story, lang).into_iter();
        let ties = others.filter_map(|other| self.tie_between(story, other, &mut squares));
        let mut ties: Vec<Tie> = ties.filter(|tie| tie.bond == Bond::Tongue).collect();
        ties.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.other.cmp(&b.other)));
        let mut ties = ties.into_iter();
        let best = ties.next()?;
        ties.next().is_none_or(|next| best.score >= next.score * CLEARLY).then_some(best)
    }

    /// The stories that thread ties lead to from this one.
    fn neighbours(&self, story: StoryId) -> BTreeSet<StoryId> {
        self.tied.get(&story).into_iter().flat_map(BTreeMap::keys).copied().collect()
    }

    /// Everything that thread ties lead to from these.
    fn reached(&self, from: &BTreeSet<StoryId>) -> BTreeSet<StoryId> {
        let mut reached = BTreeSet::new();
        let mut next: Vec<StoryId> = from.iter().copied().collect();
        while let Some(story) = next.pop() {
            if reached.len() < MAX_THREAD * 4 && reached.insert(story) {
                next.extend(self.neighbours(story));
            }
        }
        reached
    }

    /// Orders everything that ties lead to into threads: each story, by time, goes to the thread most of whose
    /// stories it is tied to, or opens one.
    fn thread_anew(&self, near: &BTreeSet<StoryId>, changed: &mut Changed) {
        let time = |story: &StoryId| self.profiles.get(story).map_or(0, |keyed| keyed.profile.time());
        let mut stories: Vec<StoryId> = self.reached(near).into_iter().collect();
        stories.sort_by_key(|story| (time(story), *story));
        let mut threads: Vec<Vec<StoryId>> = Vec::new();
        let mut place: BTreeMap<StoryId, usize> = BTreeMap::new();
        for story in stories {
            let mut met: BTreeMap<usize, usize> = BTreeMap::new();
            let tied = self.tied.get(&story).into_iter().flat_map(BTreeMap::keys);
            for &at in tied.filter_map(|other| place.get(other)) {
                *met.entry(at).or_default() += 1;
            }
            let shares = met.into_iter().filter_map(|(at, met)| {
                let stories = threads.get(at)?.len();
                let share = met as f64 / stories.max(1) as f64;
                (stories < MAX_THREAD && share >= KNOWN_IN_THREAD).then_some((met, share, at))
            });
            let best = shares.max_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)));
            let at = best.map_or(threads.len(), |(.., at)| at);
            place.insert(story, at);
            match threads.get_mut(at) {
                Some(thread) => thread.push(story),
                None => threads.push(vec![story]),
            }
        }
        for stories in threads {
            match (stories.len(), stories.iter().min()) {
                (0, _) | (_, None) => {}
                (1, Some(&story)) => changed.alone.push(story),
                (_, Some(&id)) => {
                    let names = self.names_of(&stories);
                    changed.threads.push(Thread { id, names, stories });
                }
            }
        }
        changed.alone.sort_unstable();
    }

    /// What most stories of a thread speak of, as printed.
    fn names_of(&self, stories: &[StoryId]) -> Vec<String> {
        let mut sums: BTreeMap<Key, (usize, f64, &str, f64)> = BTreeMap::new();
        for keyed in stories.iter().filter_map(|story| self.profiles.get(story)) {
            let Some(tongue) = self.tongues.get(&keyed.profile.lang) else { continue };
            let names = keyed.names().filter(|(_, said)| said.sure);
            for (key, said) in names.chain(keyed.places()) {
                let part = said.weight * tongue.rarity(key);
                let entry = sums.entry(key).or_insert((0, 0.0, &said.shown, 0.0));
                entry.0 += 1;
                entry.1 += part;
                if part > entry.3 {
                    (entry.2, entry.3) = (&said.shown, part);
                }
            }
        }
        let half = stories.len().div_ceil(2).max(2);
        let mut shared: Vec<(f64, &str)> =
            sums.into_values().filter(|sum| sum.0 >= half).map(|sum| (sum.1, sum.2)).collect();
        shared.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(b.1)));
        shared.into_iter().take(MAX_THREAD_NAMES).map(|(_, shown)| shown.to_owned()).collect()
    }
}
