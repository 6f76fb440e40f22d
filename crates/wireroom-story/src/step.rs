//! One article in, events out: the story that it is most like, if it is alike enough, else one of its own.
//! It refuses to use anything that came later, and to let a listing or an empty page join.
//! Start at [`step`].

use crate::event::{Cause, Event, Nearest, Reason};
use crate::state::{Item, SALIENT, State, is_mute};
use crate::views::{Views, Weighed, terms};
use std::collections::{BTreeMap, BTreeSet};
use wireroom_model::{Article, ArticleId, StoryId, When};

/// Stories that are compared with an article, by shared telling terms.
const MAX_CANDIDATES: usize = 24;

/// Words shown with a decision.
const MAX_WORDS: usize = 6;

/// The likeness that a story must reach. Mean B3 F1 on stories-2025-a / stories-2017, and generated presses of 54
/// that come out exact: .12 .914/.904, 45; .13 .911/.904, 50; .14 .914/.910, 49, with the worst order nearest its mean.
const NEEDED: f64 = 0.14;

/// Two stories may become one when an article joins the one and is this like the other ...
const MERGE_BRIDGE: f64 = 0.2;

/// ... and when they are this like each other. Mean B3 F1 with .3 is .914 on stories-2025-a and .901 on
/// stories-2017 (both with a needed likeness of .12), with .4 it is .914 and .900.
const MERGE_NEEDED: f64 = 0.3;

/// A story and how like the article it is.
type Scored = (StoryId, f64);

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
    let bridge = reason.nearest.filter(|nearest| reason.score >= NEEDED && nearest.score >= MERGE_BRIDGE);
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
    events.extend(bridge.and_then(|nearest| merge(state, story, nearest.story, words)));
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
    reason: Reason,
}

/// Readers first, then what the page is, then copies, then likeness.
fn decide(state: &State, item: &Item<'_>) -> (Views, Choice) {
    let article = item.article;
    let by = |story: Option<StoryId>, cause: Cause| Choice { story, reason: Reason::of(cause) };
    if let Some(story) = state.wanted(item) {
        return (Views::of(article), by(Some(story), Cause::Reader));
    }
    if is_mute(article) {
        return (Views::default(), by(None, Cause::Kind));
    }
    let barred = state.barred(item);
    let views = Views::of(article);
    if let Some(story) = story_of_copies(state, item).filter(|story| !barred.contains(story)) {
        return (views, by(Some(story), Cause::Copy));
    }
    let weighed = state.stream(article.lang).map(|stream| Weighed::new(&views, stream)).unwrap_or_default();
    let scored = alike(state, &weighed, article);
    let best = scored.iter().find(|(story, score)| *score >= NEEDED && !barred.contains(story)).copied();
    let nearest = scored.iter().find(|(story, _)| best.is_none_or(|(b, _)| b != *story));
    let nearest = nearest.map(|&(story, score)| Nearest { story, score });
    let words = best.map(|(story, _)| deciding(state, story, &weighed, article)).unwrap_or_default();
    let score = best.map_or_else(|| nearest.map_or(0.0, |n| n.score), |(_, score)| score);
    let reason = Reason { score, needed: NEEDED, words, nearest, cause: Cause::Likeness };
    (views, Choice { story: best.map(|(story, _)| story), reason })
}

/// The story in which most copies of this text stand (the one with the smallest number among equals).
fn story_of_copies(state: &State, item: &Item<'_>) -> Option<StoryId> {
    let mut votes: BTreeMap<StoryId, usize> = BTreeMap::new();
    for copy in state.families.get(&item.family?)?.iter().filter(|&&copy| copy != item.article.id) {
        *votes.entry(state.texts.get(copy)?.story).or_default() += 1;
    }
    votes.into_iter().max_by_key(|&(story, count)| (count, std::cmp::Reverse(story))).map(|(story, _)| story)
}

/// Stories that share telling terms with the article, most alike first.
fn alike(state: &State, weighed: &Weighed, article: &Article) -> Vec<Scored> {
    let mut shared: BTreeMap<StoryId, f32> = BTreeMap::new();
    for (term, weight) in weighed.salient(SALIENT) {
        for &story in state.index.get(&term).into_iter().flat_map(BTreeMap::keys) {
            *shared.entry(story).or_default() += weight;
        }
    }
    let mut found: Vec<(StoryId, f32)> = shared.into_iter().collect();
    found.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    let mut scored: Vec<Scored> = found
        .into_iter()
        .take(MAX_CANDIDATES)
        .filter_map(|(id, _)| {
            let story = state.stories.get(&id)?;
            let first: &ArticleId = story.articles.first()?;
            let lang = state.texts.get(first)?.lang;
            (lang == article.lang).then(|| (id, story.centre.likeness(weighed)))
        })
        .collect();
    scored.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    scored
}

/// The words of the article that did most to put it into the story, as printed, each once.
fn deciding(state: &State, story: StoryId, weighed: &Weighed, article: &Article) -> Vec<String> {
    let Some(story) = state.stories.get(&story) else { return Vec::new() };
    let mut parts: Vec<(u32, f64)> = weighed
        .salient(SALIENT * 2)
        .into_iter()
        .map(|(term, _)| (term, story.centre.part(weighed, term)))
        .filter(|&(_, part)| part > 0.0)
        .collect();
    parts.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    parts.truncate(MAX_WORDS);
    let wanted: BTreeSet<u32> = parts.iter().map(|&(term, _)| term).collect();
    let mut printed: BTreeMap<u32, &str> = BTreeMap::new();
    for (term, word) in terms(&article.title).chain(terms(&article.body)) {
        if wanted.contains(&term) {
            printed.entry(term).or_insert(word);
        }
    }
    parts.iter().filter_map(|(term, _)| printed.get(term).map(|word| (*word).to_owned())).collect()
}
