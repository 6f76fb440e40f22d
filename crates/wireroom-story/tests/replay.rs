//! Replay: a press made up here, in four made-up tongues, killed at fifty places and gone on from a snapshot and the
//! log; and the same press with each tongue alone.

use crate::fixtures::{article, at, id, story};
use std::collections::{BTreeMap, BTreeSet};
use wireroom_model::{Article, ArticleId, FamilyId, Lang, StoryId};
use wireroom_story::{Constraint, Event, Item, Settings, State, step};

/// Articles of the press.
const ARTICLES: u64 = 220;
/// A snapshot is taken at every so many steps.
const SNAPSHOT: usize = 19;
/// Places at which the run is killed.
const KILLS: u64 = 50;
/// Days are short here, so that the window moves on.
const SETTINGS: Settings = Settings { window_seconds: 100 * 3600, keep: 0 };

/// A fixed row of numbers that looks like chance.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides
    }
}

/// A word of a tongue: syllables by number.
fn word(tongue: u64, number: u64) -> String {
    const SYLLABLES: [&str; 16] = [
        "bra", "sel", "mo", "tin", "kar", "lu", "ves", "no", "dri", "pam", "ost", "gel", "ru", "hin", "cor",
        "fa",
    ];
    let mut left = number * 4 + tongue + 97;
    let mut word = String::new();
    while left > 0 {
        word.push_str(SYLLABLES[(left % 16) as usize]);
        left /= 16;
    }
    word
}

/// One text of the press and the family that the copy room gave it.
struct Text {
    article: Article,
    family: Option<FamilyId>,
}

/// Events of each tongue, told in words of their own between words that all use; every ninth text is a copy of an
/// earlier one, every seventh tells of two events.
fn press() -> Vec<Text> {
    let mut dice = Dice(1851);
    let mut texts: Vec<Text> = Vec::new();
    for number in 1..=ARTICLES {
        if number % 9 == 0 {
            let back = dice.roll(40.min(texts.len() as u64)) as usize;
            let at = texts.len() - 1 - back;
            let family = texts[at].family.or(FamilyId::new(texts[at].article.id.get()).ok());
            texts[at].family = family;
            let article = Article { id: id(number), ..texts[at].article.clone() };
            texts.push(Text { article, family });
            continue;
        }
        let tongue = dice.roll(4);
        let first = number / 30 * 3 + dice.roll(5);
        let second = if number % 7 == 0 { number / 30 * 3 + dice.roll(5) } else { first };
        let mut say = |count: u64, share: u64| -> String {
            let mut out = Vec::new();
            for _ in 0..count {
                let event = if dice.roll(2) == 0 { first } else { second };
                let own = dice.roll(10) < share;
                let number = if own { 200 + event * 24 + dice.roll(16) } else { dice.roll(140) };
                out.push(word(tongue, number));
            }
            out.join(" ")
        };
        let (title, body) = (say(8, 7), say(60, 3));
        let lang = Lang::parse(["en", "de", "fr", "pt"][tongue as usize]);
        texts.push(Text { article: Article { lang, ..article(number, &title, &body) }, family: None });
    }
    texts
}

/// What is written to the log for one step: everything that the state was told.
fn tell(state: &mut State, texts: &[Text], number: usize) -> Vec<Event> {
    let Text { article, family } = &texts[number];
    let now = at(number as i64);
    let fresh = story(1_000 + number as u64 * 2);
    let mut events = step(state, &Item { article, family: *family }, fresh, now);
    let earlier = |back: usize| number.checked_sub(back).map(|at| texts[at].article.id);
    let spare = story(1_001 + number as u64 * 2);
    match (number % 31, earlier(3), earlier(8)) {
        (5, Some(one), Some(other)) => {
            events.extend(state.constrain(Constraint::NeverTogether(one, other), spare, now));
        }
        (11, Some(one), Some(other)) if texts[number - 3].article.lang == texts[number - 8].article.lang => {
            events.extend(state.constrain(Constraint::OneStory(one, other), spare, now));
        }
        (17, Some(one), Some(other)) => {
            if let Some(wanted) = state.story_of(other) {
                events.extend(state.constrain(Constraint::BelongsHere(one, wanted), spare, now));
            }
        }
        (23, Some(one), _) => {
            if let Some(from) = state.story_of(one) {
                events.extend(state.split_out(from, &[one], spare));
            }
        }
        (29, Some(one), _) => {
            state.refamily([(one, FamilyId::new(one.get()).ok())]);
        }
        _ => {}
    }
    events
}

fn bytes(state: &State) -> String {
    serde_json::to_string(state).unwrap()
}

#[test]
fn killed_at_fifty_places_and_gone_on_from_snapshot_and_log_it_ends_in_the_same_bytes() {
    let texts = press();
    let mut straight = State::new(SETTINGS);
    let (mut said, mut snapshots) = (Vec::new(), Vec::new());
    for number in 0..texts.len() {
        if number % SNAPSHOT == 0 {
            snapshots.push(bytes(&straight));
        }
        said.push(tell(&mut straight, &texts, number));
    }
    let kinds: BTreeSet<&str> = said.iter().flatten().map(kind).collect();
    let all = BTreeSet::from(["opened", "joined", "merged", "split", "closed", "corrected"]);
    assert_eq!(kinds, all, "the press must make everything happen");
    let expected = bytes(&straight);
    let mut dice = Dice(9);
    for _ in 0..KILLS {
        let killed = dice.roll(texts.len() as u64) as usize;
        let from = killed / SNAPSHOT;
        let mut state: State = serde_json::from_str(&snapshots[from]).unwrap();
        for (number, events) in said.iter().enumerate().skip(from * SNAPSHOT) {
            assert_eq!(&tell(&mut state, &texts, number), events, "killed at {killed}, step {number}");
        }
        assert_eq!(bytes(&state), expected, "killed at {killed}");
    }
}

fn kind(event: &Event) -> &'static str {
    match event {
        Event::Opened { .. } => "opened",
        Event::Joined { .. } => "joined",
        Event::Merged { .. } => "merged",
        Event::Split { .. } => "split",
        Event::Closed { .. } => "closed",
        Event::Corrected { .. } => "corrected",
    }
}

/// The stories as sets of articles, as the events tell them over the whole run.
fn sorted<'t>(texts: impl Iterator<Item = (usize, &'t Text)>) -> BTreeSet<BTreeSet<ArticleId>> {
    let mut state = State::new(SETTINGS);
    let mut stands: BTreeMap<ArticleId, StoryId> = BTreeMap::new();
    for (number, text) in texts {
        let item = Item { article: &text.article, family: text.family };
        for event in step(&mut state, &item, story(1_000 + number as u64), at(number as i64)) {
            match event {
                Event::Opened { story, article, .. }
                | Event::Joined { story, article, .. }
                | Event::Corrected { into: story, article, .. } => {
                    stands.insert(article, story);
                }
                Event::Merged { from, into, .. } => {
                    stands.values_mut().filter(|story| **story == from).for_each(|story| *story = into);
                }
                Event::Split { into, articles, .. } => {
                    stands.extend(articles.into_iter().map(|article| (article, into)));
                }
                Event::Closed { .. } => {}
            }
        }
        for id in state.articles(state.story_of(text.article.id).unwrap()) {
            assert_eq!(Some(&state.story_of(*id).unwrap()), stands.get(id), "every change has an event");
        }
    }
    let mut stories: BTreeMap<StoryId, BTreeSet<ArticleId>> = BTreeMap::new();
    for (article, story) in stands {
        stories.entry(story).or_default().insert(article);
    }
    stories.into_values().collect()
}

#[test]
fn languages_sorted_apart_make_the_same_stories_as_sorted_together() {
    let texts = press();
    let together = sorted(texts.iter().enumerate());
    let tongues: BTreeSet<Lang> = texts.iter().map(|text| text.article.lang).collect();
    assert_eq!(tongues.len(), 4);
    let apart: BTreeSet<BTreeSet<ArticleId>> = tongues
        .into_iter()
        .flat_map(|tongue| sorted(texts.iter().enumerate().filter(|(_, text)| text.article.lang == tongue)))
        .collect();
    assert!(together.iter().any(|story| story.len() > 3), "{together:?}");
    assert_eq!(together, apart);
}
