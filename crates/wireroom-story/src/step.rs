//! One article in, events out: the story that it is most like, if it is alike enough, else one of its own.
//! It refuses to use anything that came later, and to let a listing or an empty page join.
//! Start at [`step`].

use crate::event::{Cause, Event, Nearest, Reason};
use crate::state::{Item, SALIENT, State, is_mute};
use crate::views::{Read, VIEWS, Views, Weighed};
use std::collections::{BTreeMap, BTreeSet};
use wireroom_model::{Article, StoryId, When};
use wireroom_text::hash::ByHash;

/// Stories that are compared with an article, by shared telling terms.
const MAX_CANDIDATES: usize = 12;

/// Words shown with a decision.
const MAX_WORDS: usize = 6;

/// What a likeness must be above the background to join. How this and the next five were chosen, and what each is
/// worth, stands in docs/stories.md.
const NEEDED: f64 = 0.095;

/// The background's part: as many times the mean likeness of the nearest stranger.
const BACKGROUND: f64 = 1.15;

/// How much the next best story counts against the best, and the best against all others.
const RIVAL: f64 = 0.48;

/// What the days between an article and the story's nearest one take, by their logarithm ...
const GAP: f64 = 0.0247;

/// ... up to so many days: a wrong year is no proof.
const MAX_GAP_DAYS: f64 = 8.0;

/// What is taken where the article or the story has no date.
const UNDATED: f64 = 0.038;

/// Two stories may become one when an article joins the one and is so much more than enough like the other ...
const MERGE_BRIDGE: f64 = 0.05;

/// ... and when they are this like each other.
const MERGE_NEEDED: f64 = 0.15;

const DAY_SECONDS: f64 = 86_400.0;

/// A story, how like the article it is, and what the likeness must reach.
#[derive(Debug, Clone, Copy)]
struct Scored {
    story: StoryId,
    likeness: f64,
    needed: f64,
}

impl Scored {
    /// How far above what is needed; negative below it.
    fn excess(&self) -> f64 {
        self.likeness - self.needed
    }
}

/// Takes one article in and says what happened. `fresh` is the id to use if a story opens (from the caller's
/// sequence; an unused one may be given again); `now` is the arrival. An article that is in the window already is
/// taken out and assigned anew: no event where it stays in its story, [`Event::Corrected`] where it does not.
pub fn step(state: &mut State, item: &Item<'_>, fresh: StoryId, now: When) -> Vec<Event> {
    let mut events = state.evict(now);
    let id = item.article.id;
    let before = state.withdraw(id);
    // Alone in its story, a changed article keeps the story's address unless it now belongs elsewhere.
    let own = before.filter(|&story| state.articles(story).is_empty());
    let (views, choice) = decide(state, item);
    let story = choice.story.or(own).unwrap_or(fresh);
    let is_new = state.articles(story).is_empty();
    state.take(item, story, views, now.unix());
    let reason = choice.reason;
    let bridge = choice.bridge;
    let words = reason.words.clone();
    match before {
        Some(from) if from == story => {}
        Some(from) => events.push(Event::Corrected { article: id, from, into: story, reason }),
        None if is_new => events.push(Event::Opened { story, article: id, reason }),
        None => events.push(Event::Joined { story, article: id, reason }),
    }
    if let Some(left) = own.filter(|&own| own != story) {
        state.drop_story(left);
        events.push(Event::Closed { story: left, reason: Reason::of(Cause::Likeness) });
    }
    events.extend(bridge.and_then(|other| merge(state, story, other, words)));
    events.extend(state.reunite(id));
    // A number that opened a story is not there for a split.
    if !is_new && let Some(grown) = state.story_of(id) {
        events.extend(state.come_apart(grown, id, fresh));
    }
    events
}

/// Makes one story of two that an article just bridged, if they are alike enough as wholes and no reader objects.
/// The one with more articles keeps its address, the older number among equals.
fn merge(state: &mut State, one: StoryId, other: StoryId, words: Vec<String>) -> Option<Event> {
    let score = state.stories.get(&one)?.centre.nearness(&state.stories.get(&other)?.centre);
    if one == other || score < MERGE_NEEDED || state.must_stand_apart(one, other) {
        return None;
    }
    let (from, into) = state.order(one, other);
    state.unite(from, into);
    let reason = Reason { score, needed: MERGE_NEEDED, words, nearest: None, cause: Cause::Likeness };
    Some(Event::Merged { from, into, reason })
}

/// The story to join, if any, and why.
struct Choice {
    story: Option<StoryId>,
    /// A second story that it would join as well.
    bridge: Option<StoryId>,
    reason: Reason,
}

/// Readers first, then what the page is, then copies, then likeness.
fn decide(state: &mut State, item: &Item<'_>) -> (Views, Choice) {
    let article = item.article;
    let by = |story: Option<StoryId>, cause: Cause| Choice { story, bridge: None, reason: Reason::of(cause) };
    if let Some(story) = state.wanted(item) {
        return (Views::of(&Read::of(article, &mut state.terms)), by(Some(story), Cause::Reader));
    }
    if is_mute(article) {
        return (Views::default(), by(None, Cause::Kind));
    }
    let barred = state.barred(item);
    let read = Read::of(article, &mut state.terms);
    let views = Views::of(&read);
    if let Some(story) = story_of_copies(state, item).filter(|story| !barred.contains(story)) {
        return (views, by(Some(story), Cause::Copy));
    }
    let weighed = state.stream(article.lang).map(|stream| Weighed::new(&views, stream)).unwrap_or_default();
    let scored = alike(state, &weighed, article);
    let best = scored.iter().find(|one| one.excess() >= 0.0 && !barred.contains(&one.story)).copied();
    state.note(article, &scored, best.map(|best| best.story));
    let other = scored.iter().find(|one| best.is_none_or(|best| best.story != one.story)).copied();
    let bridge = best.and(other).filter(|other| other.excess() >= MERGE_BRIDGE / (1.0 + RIVAL));
    let nearest = other.map(|other| Nearest { story: other.story, score: other.likeness });
    let words = best.map(|best| deciding(state, best.story, &weighed, &read)).unwrap_or_default();
    let told = best.or(other);
    let (score, needed) = told.map_or((0.0, needed_of(state, article)), |one| (one.likeness, one.needed));
    let reason = Reason { score, needed, words, nearest, cause: Cause::Likeness };
    (views, Choice { story: best.map(|best| best.story), bridge: bridge.map(|other| other.story), reason })
}

/// What a likeness must reach where no story is near.
fn needed_of(state: &State, article: &Article) -> f64 {
    let background = state.stream(article.lang).map(|stream| stream.background).unwrap_or_default();
    (NEEDED + BACKGROUND * background.mean()) / (1.0 + RIVAL)
}

impl State {
    /// Notes how near the nearest story is that the article does not belong to.
    fn note(&mut self, article: &Article, scored: &[Scored], home: Option<StoryId>) {
        let strangers = scored.iter().filter(|one| Some(one.story) != home);
        let nearest = strangers.map(|one| one.likeness).fold(0.0, f64::max);
        if let Some(stream) = self.streams.get_mut(article.lang.as_str()) {
            stream.background.note(nearest);
        }
    }

    /// The same for an article whose story is known.
    pub(crate) fn measure(&mut self, article: &Article, views: &Views, home: StoryId) {
        let Some(stream) = self.stream(article.lang) else { return };
        let scored = alike(self, &Weighed::new(views, stream), article);
        self.note(article, &scored, Some(home));
    }
}

/// The story in which most copies of this text stand (the one with the smallest number among equals).
fn story_of_copies(state: &State, item: &Item<'_>) -> Option<StoryId> {
    let mut votes: BTreeMap<StoryId, usize> = BTreeMap::new();
    for copy in state.families.get(&item.family?)?.iter().filter(|&&copy| copy != item.article.id) {
        *votes.entry(state.texts.get(copy)?.story).or_default() += 1;
    }
    votes.into_iter().max_by_key(|&(story, count)| (count, std::cmp::Reverse(story))).map(|(story, _)| story)
}

/// Stories that share telling terms with the article, the one that most exceeds what is needed first.
fn alike(state: &State, weighed: &Weighed, article: &Article) -> Vec<Scored> {
    let mut shared: ByHash<StoryId, f32> = ByHash::default();
    for (term, weight) in weighed.salient(SALIENT) {
        for &story in state.index.get(&term).into_iter().flat_map(BTreeMap::keys) {
            *shared.entry(story).or_default() += weight;
        }
    }
    let speaks = |id: &StoryId| {
        let first = state.stories.get(id).and_then(|story| story.articles.first());
        first.and_then(|first| state.texts.get(first)).is_some_and(|text| text.lang == article.lang)
    };
    let mut found: Vec<(StoryId, f32)> = shared.into_iter().collect();
    found.sort_unstable_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    // Looking a story up costs more than its place in the order: only as many as are wanted are asked.
    let found: Vec<(StoryId, f32)> =
        found.into_iter().filter(|(id, _)| speaks(id)).take(MAX_CANDIDATES).collect();
    let like = |&(id, _): &(StoryId, f32)| Some((id, state.stories.get(&id)?.centre.likeness(weighed)));
    let mut found: Vec<(StoryId, f64)> = found.iter().filter_map(like).collect();
    found.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    let likeness = |place: usize| found.get(place).map_or(0.0, |(_, likeness)| *likeness);
    let plain = needed_of(state, article);
    let scored = found.iter().enumerate().map(|(place, &(story, like))| {
        let rival = if place == 0 { likeness(1) } else { likeness(0) };
        let burden = gap(state, story, article);
        Scored { story, likeness: like, needed: plain + (RIVAL * rival + burden) / (1.0 + RIVAL) }
    });
    let mut scored: Vec<Scored> = scored.collect();
    scored.sort_by(|a, b| b.excess().total_cmp(&a.excess()).then(a.story.cmp(&b.story)));
    scored
}

/// What the time between an article and a story takes from their likeness.
fn gap(state: &State, story: StoryId, article: &Article) -> f64 {
    let days = state.stories.get(&story).map_or(&[][..], |story| &story.days);
    let Some(at) = article.published.sort_key() else { return UNDATED };
    let place = days.partition_point(|&day| day < at);
    let near = [place.checked_sub(1).and_then(|before| days.get(before)), days.get(place)];
    let nearest = near.into_iter().flatten().map(|day| day.abs_diff(at)).min();
    nearest.map_or(UNDATED, |seconds| GAP * (seconds as f64 / DAY_SECONDS).min(MAX_GAP_DAYS).ln_1p())
}

/// The words of the article that did most to put it into the story, as printed, each once.
fn deciding(state: &State, story: StoryId, weighed: &Weighed, read: &Read<'_>) -> Vec<String> {
    let Some(story) = state.stories.get(&story) else { return Vec::new() };
    let part = |(term, parts): (u32, [f32; VIEWS])| (term, story.centre.part(term, &parts));
    let mut parts: Vec<(u32, f64)> = weighed.parts().map(part).filter(|&(_, part)| part > 0.0).collect();
    parts.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    parts.truncate(MAX_WORDS);
    let wanted: BTreeSet<u32> = parts.iter().map(|&(term, _)| term).collect();
    let mut printed: BTreeMap<u32, &str> = BTreeMap::new();
    for (term, word) in read.words() {
        if wanted.contains(&term) {
            printed.entry(term).or_insert(word);
        }
    }
    parts.iter().filter_map(|(term, _)| printed.get(term).map(|word| (*word).to_owned())).collect()
}
