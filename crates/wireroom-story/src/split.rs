//! Splits: when a story's texts fall apart in two groups, each of one piece and hardly alike, they are two stories.
//! It refuses to part what a reader put together, and a story of few texts: a wrong split costs more than a late one.
//! Start at [`State::come_apart`]; whether texts fall apart is judged by [`parting`] alone.

use crate::event::{Cause, Event, Reason};
use crate::state::{Constraint, State};
use crate::terms::Terms;
use crate::views::{TITLE_WORDS, Weighed};
use std::collections::{BTreeMap, BTreeSet};
use wireroom_model::{ArticleId, StoryId};

/// A story is looked at when it has just grown to one of these numbers of speaking texts, each about half as many
/// again as the one before: the looking costs a text the same however large its story is. A larger story than the
/// last is left to a reader.
const SIZES: [usize; 11] = [6, 9, 13, 19, 28, 42, 63, 94, 141, 211, 316];

/// Each part has at least so many texts that speak: two alike say nothing about a third.
const MIN_SIDE: usize = 3;

/// Terms of a text that are compared.
const TERMS: usize = 48;

/// Rounds in which texts change sides.
const ROUNDS: usize = 8;

/// How alike the texts of one part are at least, on the mean over pairs. Over five orders of stories-2025-a and
/// stories-2017 the parts of stories that hold two events are .34 to .50 alike within, .29 in one case; parts of
/// one long event are .22 at most where the next bound would let them go.
const COHERENT: f32 = 0.25;

/// How alike the parts may be, as a share of how alike the texts of the looser part are. On the same orders .28 to
/// .49 where the parts are two events, .42 and more where they are one.
const APART: f32 = 0.45;

/// One text in so many may stand between the parts: one that is nearly as much like the other part as like its own
/// speaks for one event.
const TORN: usize = 8;

/// A text stands between the parts when it is like the other part by this share of how it is like its own.
const BETWEEN: f32 = 0.6;

/// Words shown for each part.
const MAX_WORDS: usize = 6;

/// A text as its telling terms, ascending, with length one.
type Sketch = Vec<(usize, f32)>;

/// Two parts of a story.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Parting {
    /// For each text whether it stands in the second part.
    pub second: Vec<bool>,
    /// How alike texts of the two parts are, on the mean over pairs.
    pub between: f32,
    /// How alike they may be for the parts to be two stories.
    pub allowed: f32,
}

/// One part as it is summed.
struct Side {
    sum: Vec<f32>,
    square: f32,
    count: f32,
}

impl Side {
    fn of<'s>(sketches: impl Iterator<Item = &'s Sketch>, width: usize) -> Self {
        let mut side = Self { sum: vec![0.0; width], square: 0.0, count: 0.0 };
        for sketch in sketches {
            for &(term, weight) in sketch {
                if let Some(place) = side.sum.get_mut(term) {
                    *place += weight;
                }
            }
            side.count += 1.0;
        }
        side.square = side.sum.iter().map(|w| w * w).sum();
        side
    }

    fn dot(&self, sketch: &Sketch) -> f32 {
        sketch.iter().filter_map(|&(term, weight)| Some(self.sum.get(term)? * weight)).sum()
    }

    /// How alike a text and the texts of the part are, on the mean; the text itself does not count.
    fn mean(&self, sketch: &Sketch, is_inside: bool) -> f32 {
        let own = if is_inside { 1.0 } else { 0.0 };
        (self.dot(sketch) - own) / (self.count - own).max(1.0)
    }

    /// How alike a text and the centre of the part are; the text itself does not count.
    fn likeness(&self, sketch: &Sketch, is_inside: bool) -> f32 {
        let dot = self.dot(sketch);
        let (dot, square) =
            if is_inside { (dot - 1.0, self.square - 2.0 * dot + 1.0) } else { (dot, self.square) };
        dot / square.sqrt().max(f32::MIN_POSITIVE)
    }

    /// How alike the texts of the part are, on the mean over pairs.
    fn coherence(&self) -> f32 {
        (self.square - self.count) / (self.count * (self.count - 1.0)).max(1.0)
    }

    fn between(&self, other: &Self) -> f32 {
        let dot: f32 = self.sum.iter().zip(&other.sum).map(|(a, b)| a * b).sum();
        dot / (self.count * other.count).max(1.0)
    }
}

/// The parts of texts that fall apart in two, if they do. Depends on the texts and their order alone.
fn parting(texts: &[Vec<(u32, f32)>]) -> Option<Parting> {
    let terms: BTreeSet<u32> = texts.iter().flatten().map(|&(term, _)| term).collect();
    let places: BTreeMap<u32, usize> = terms.into_iter().zip(0..).collect();
    let sketches: Vec<Sketch> = texts
        .iter()
        .map(|text| {
            let length = text.iter().map(|(_, w)| w * w).sum::<f32>().sqrt().max(f32::MIN_POSITIVE);
            text.iter().filter_map(|(term, w)| Some((*places.get(term)?, w / length))).collect()
        })
        .collect();
    let all = Side::of(sketches.iter(), places.len());
    let farthest = |from: &dyn Fn(&Sketch) -> f32| sketches.iter().min_by(|a, b| from(a).total_cmp(&from(b)));
    let odd = farthest(&|text| all.mean(text, true))?;
    let alone = Side::of(std::iter::once(odd), places.len());
    let other = farthest(&|text| alone.dot(text))?;
    let (first, last) = (sketches.first()?, sketches.last()?);
    [(other, odd), (first, last)]
        .into_iter()
        .filter_map(|seeds| settle(&sketches, places.len(), seeds))
        .min_by(|a, b| (a.between / a.allowed).total_cmp(&(b.between / b.allowed)))
}

/// Lets texts change sides from two seeds on until none wants to, and judges the parts.
fn settle(sketches: &[Sketch], width: usize, seeds: (&Sketch, &Sketch)) -> Option<Parting> {
    let [one, two] = [seeds.0, seeds.1].map(|seed| Side::of(std::iter::once(seed), width));
    let mut second: Vec<bool> = sketches.iter().map(|text| two.dot(text) > one.dot(text)).collect();
    let side = |second: &[bool], which: bool| {
        let texts = sketches.iter().zip(second).filter(|&(_, &in_second)| in_second == which);
        Side::of(texts.map(|(text, _)| text), width)
    };
    for _ in 0..ROUNDS {
        let (one, two) = (side(&second, false), side(&second, true));
        let next: Vec<bool> = sketches
            .iter()
            .zip(&second)
            .map(|(text, &is_two)| two.likeness(text, is_two) > one.likeness(text, !is_two))
            .collect();
        if next == second {
            break;
        }
        second = next;
    }
    let (one, two) = (side(&second, false), side(&second, true));
    let least = MIN_SIDE as f32;
    let within = one.coherence().min(two.coherence());
    let (between, allowed) = (one.between(&two), APART * within);
    let torn = sketches.iter().zip(&second).filter(|&(text, &is_two)| {
        let (own, other) = if is_two { (&two, &one) } else { (&one, &two) };
        other.mean(text, false) > BETWEEN * own.mean(text, true)
    });
    let stands = one.count >= least
        && two.count >= least
        && within >= COHERENT
        && between <= allowed
        && torn.count() * TORN <= sketches.len();
    stands.then_some(Parting { second, between, allowed })
}

impl State {
    /// Parts a story that a text has just joined, if it is time to look and its texts fall apart. The part with fewer
    /// articles goes to `fresh`; copies go with the text that they are copies of.
    pub(crate) fn come_apart(&mut self, story: StoryId, joined: ArticleId, fresh: StoryId) -> Option<Event> {
        let speaks = self.texts.get(&joined).is_some_and(|text| !text.views.is_empty());
        let held: usize = self.stories.get(&story)?.holds.values().map(|held| held.texts as usize).sum();
        if !speaks || !SIZES.contains(&held) || self.is_held_together(story) {
            return None;
        }
        let speaking = self.speaking(story);
        let sketches: Vec<Vec<(u32, f32)>> = speaking
            .iter()
            .filter_map(|id| {
                let text = self.texts.get(id)?;
                Some(Weighed::new(&text.views, self.streams.get(text.lang.as_str())?).salient(TERMS))
            })
            .collect();
        let found = parting(&sketches).filter(|found| found.second.len() == speaking.len())?;
        let part = |which: bool| -> BTreeSet<ArticleId> {
            let chosen = speaking.iter().zip(&found.second).filter(|&(_, &second)| second == which);
            self.with_copies(story, chosen.map(|(id, _)| *id))
        };
        let (one, two) = (part(false), part(true));
        // The larger part keeps the address, the one that was there first among equals.
        let first_is_one =
            self.articles(story).iter().find_map(|id| match (one.contains(id), two.contains(id)) {
                (true, _) => Some(true),
                (_, true) => Some(false),
                _ => None,
            });
        let stays_one = one.len() > two.len() || one.len() == two.len() && first_is_one != Some(false);
        let (stays, leaves) = if stays_one { (one, two) } else { (two, one) };
        if self.is_wanted_in(story, &leaves) {
            return None;
        }
        let in_leaving: Vec<bool> = speaking.iter().map(|id| leaves.contains(id)).collect();
        let reason = Reason {
            score: f64::from(found.between),
            needed: f64::from(found.allowed),
            words: self.telling(&speaking, &sketches, &in_leaving, true),
            nearest: None,
            cause: Cause::Likeness,
        };
        let rest = self.telling(&speaking, &sketches, &in_leaving, false);
        debug_assert!(!stays.is_empty() && !leaves.is_empty());
        Some(self.part(story, fresh, &leaves, reason, rest))
    }

    /// Moves articles out of a story into one of their own, which no machine puts together again.
    pub(crate) fn part(
        &mut self,
        from: StoryId,
        into: StoryId,
        leaves: &BTreeSet<ArticleId>,
        reason: Reason,
        rest: Vec<String>,
    ) -> Event {
        let articles: Vec<ArticleId> =
            self.articles(from).iter().copied().filter(|id| leaves.contains(id)).collect();
        for &article in &articles {
            self.shift(article, into);
        }
        self.gather(from);
        self.gather(into);
        self.parted.insert((from.min(into), from.max(into)));
        Event::Split { from, into, articles, reason, rest }
    }

    /// Remembers from a log that two stories came apart, so that they stay apart.
    pub fn restore_parting(&mut self, one: StoryId, other: StoryId) {
        if one != other && self.stories.contains_key(&one) && self.stories.contains_key(&other) {
            self.parted.insert((one.min(other), one.max(other)));
        }
    }

    /// The articles of a story that speak for it, in the order in which they joined.
    fn speaking(&self, story: StoryId) -> Vec<ArticleId> {
        let speaks = |id: &&ArticleId| self.texts.get(id).is_some_and(|text| !text.views.is_empty());
        self.articles(story).iter().filter(speaks).copied().collect()
    }

    /// These articles of a story and the copies of them that stand in it.
    pub(crate) fn with_copies(
        &self,
        story: StoryId,
        some: impl Iterator<Item = ArticleId>,
    ) -> BTreeSet<ArticleId> {
        let mut all: BTreeSet<ArticleId> = some.flat_map(|id| self.copies_of(id)).collect();
        all.retain(|&id| self.story_of(id) == Some(story));
        all
    }

    /// True where a reader said that the story is one.
    fn is_held_together(&self, story: StoryId) -> bool {
        self.constraints.iter().any(|word| match *word {
            Constraint::OneStory(one, other) => {
                [one, other].map(|id| self.story_of(id)).contains(&Some(story))
            }
            _ => false,
        })
    }

    /// True where a reader put one of these articles into the story.
    fn is_wanted_in(&self, story: StoryId, some: &BTreeSet<ArticleId>) -> bool {
        self.constraints.iter().any(|word| {
            matches!(*word, Constraint::BelongsHere(article, wanted) if wanted == story && some.contains(&article))
        })
    }

    /// The words of headlines that tell one part from the other, as printed, those that tell most first.
    fn telling(
        &self,
        speaking: &[ArticleId],
        sketches: &[Vec<(u32, f32)>],
        leaving: &[bool],
        which: bool,
    ) -> Vec<String> {
        let count = |of: bool| leaving.iter().filter(|&&one| one == of).count().max(1) as f32;
        let (own, other) = (1.0 / count(which), 1.0 / count(!which));
        let mut told: BTreeMap<u32, f32> = BTreeMap::new();
        for (sketch, &leaves) in sketches.iter().zip(leaving) {
            for &(term, weight) in sketch {
                *told.entry(term).or_default() += weight * if leaves == which { own } else { -other };
            }
        }
        let mut printed: BTreeMap<u32, &str> = BTreeMap::new();
        let mut terms = Terms::default();
        for (id, _) in speaking.iter().zip(leaving).filter(|&(_, &leaves)| leaves == which) {
            let Some(text) = self.texts.get(id) else { continue };
            for (term, word) in terms.read(&text.title, text.lang, TITLE_WORDS) {
                printed.entry(term).or_insert(word);
            }
        }
        let mut best: Vec<(u32, f32)> =
            told.into_iter().filter(|(term, weight)| *weight > 0.0 && printed.contains_key(term)).collect();
        best.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        best.iter().take(MAX_WORDS).filter_map(|(term, _)| Some((*printed.get(term)?).to_owned())).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(terms: &[u32]) -> Vec<(u32, f32)> {
        terms.iter().map(|&term| (term, 1.0)).collect()
    }

    #[test]
    fn two_groups_with_nothing_in_common_are_parted_whatever_their_order() {
        let texts: Vec<_> = [[1, 2, 3], [11, 12, 13], [1, 2, 4], [11, 12, 14], [1, 3, 4], [11, 13, 14]]
            .map(|terms| text(&terms))
            .into();
        let found = parting(&texts).unwrap();
        assert!(matches!(
            found.second[..],
            [true, false, true, false, true, false] | [false, true, false, true, false, true]
        ));
        assert!(found.between <= found.allowed);
    }

    #[test]
    fn one_group_and_a_group_with_a_bridge_stay_whole() {
        let one: Vec<_> = [[1, 2, 3], [1, 2, 4], [1, 3, 4], [2, 3, 4], [1, 2, 5], [2, 3, 5]]
            .map(|terms| text(&terms))
            .into();
        assert_eq!(parting(&one), None);
        let mut two: Vec<_> = [[1, 2, 3], [11, 12, 13], [1, 2, 4], [11, 12, 14], [1, 3, 4], [11, 13, 14]]
            .map(|terms| text(&terms))
            .into();
        two.push(text(&[1, 2, 3, 11, 12, 13]));
        assert_eq!(parting(&two), None, "a text that tells of both");
    }

    #[test]
    fn nothing_and_texts_without_terms_stay_whole() {
        assert_eq!(parting(&[]), None);
        assert_eq!(parting(&vec![Vec::new(); 9]), None);
    }
}
