//! The stream: what joins, what stays apart, what a reader's word changes, and that nothing depends on chance.

use crate::fixtures::{STREAM, article, at, id, story, stream};
use std::collections::BTreeMap;
use wireroom_model::{Article, FamilyId, Kind, Lang, StoryId};
use wireroom_story::{Cause, Constraint, Event, Item, Settings, State, Stored, step};

fn alone<'a>(article: &'a Article) -> Item<'a> {
    Item { article, family: None }
}

/// Feeds articles an hour apart with story ids from 101.
fn feed(state: &mut State, articles: &[Article]) -> Vec<Event> {
    let first = 101 + state.len() as u64;
    let mut events = Vec::new();
    for (article, hour) in articles.iter().zip(0_i64..) {
        events.extend(step(state, &alone(article), story(first + hour as u64), at(hour)));
    }
    events
}

fn partition(state: &State) -> Vec<StoryId> {
    (1..=STREAM.len() as u64).map(|number| state.story_of(id(number)).unwrap()).collect()
}

#[test]
fn four_events_become_four_stories() {
    let mut state = State::default();
    feed(&mut state, &stream());
    let mut named: BTreeMap<u8, StoryId> = BTreeMap::new();
    for ((event, title, _), found) in STREAM.iter().zip(partition(&state)) {
        assert_eq!(*named.entry(*event).or_insert(found), found, "{title}");
    }
    assert_eq!(named.len(), named.values().collect::<std::collections::BTreeSet<_>>().len());
}

#[test]
fn an_article_that_joins_says_the_words_that_decided_and_the_nearest_other_story() {
    let mut state = State::default();
    let events = feed(&mut state, &stream());
    let Some(Event::Joined { reason, .. }) = events.last() else { panic!("{events:?}") };
    assert_eq!(reason.cause, Cause::Likeness);
    assert!(reason.score >= reason.needed);
    assert!(reason.words.iter().any(|word| word == "cherry"), "{reason:?}");
    let body = STREAM[13].1.to_owned() + " " + STREAM[13].2;
    assert!(reason.words.iter().all(|word| body.contains(word.as_str())));
}

#[test]
fn a_copy_joins_its_family_and_does_not_drag_the_story() {
    let family = FamilyId::new(1).ok();
    let mut once = State::default();
    let mut often = State::default();
    let texts = stream();
    step(&mut once, &Item { article: &texts[0], family }, story(101), at(0));
    step(&mut often, &Item { article: &texts[0], family }, story(101), at(0));
    for number in 50..60 {
        let copy = Article { id: id(number), ..texts[0].clone() };
        let events = step(&mut often, &Item { article: &copy, family }, story(number + 100), at(0));
        let [Event::Joined { story: joined, reason, .. }] = &events[..] else { panic!("{events:?}") };
        assert_eq!((*joined, reason.cause), (story(101), Cause::Copy));
    }
    for (number, text) in texts.iter().enumerate().skip(1) {
        let fresh = story(300 + number as u64);
        assert_eq!(step(&mut once, &alone(text), fresh, at(1)), step(&mut often, &alone(text), fresh, at(1)));
    }
}

#[test]
fn a_listing_and_a_page_without_text_open_their_own_story_and_nothing_joins_them() {
    for kind in [Kind::Listing, Kind::Empty] {
        let mut state = State::default();
        feed(&mut state, &stream());
        let page = Article { kind, ..article(80, STREAM[0].1, STREAM[0].2) };
        let events = step(&mut state, &alone(&page), story(500), at(20));
        assert!(matches!(&events[..], [Event::Opened { reason, .. }] if reason.cause == Cause::Kind));
        step(&mut state, &alone(&article(81, STREAM[0].1, STREAM[0].2)), story(501), at(20));
        assert_eq!(state.articles(story(500)), [id(80)]);
    }
    let mut state = State::default();
    let wall = Article { kind: Kind::Paywall, ..article(1, "Ferry line closed", "") };
    assert!(matches!(&step(&mut state, &alone(&wall), story(1), at(0))[..], [Event::Opened { .. }]));
}

#[test]
fn languages_stand_apart() {
    let mut mixed = State::default();
    let mut apart = State::default();
    for (number, text) in stream().iter().enumerate() {
        let fresh = story(200 + number as u64 * 2);
        let other = Article { id: id(1000 + number as u64), lang: Lang::parse("de"), ..text.clone() };
        step(&mut mixed, &alone(&other), story(201 + number as u64 * 2), at(1));
        assert_eq!(
            step(&mut mixed, &alone(text), fresh, at(1)),
            step(&mut apart, &alone(text), fresh, at(1))
        );
    }
}

#[test]
fn a_story_closes_with_its_last_article_and_its_memory_is_freed() {
    let settings = Settings { window_seconds: 24 * 3600, keep: 0 };
    let mut state = State::new(settings);
    step(&mut state, &alone(&stream()[0]), story(101), at(0));
    let events = state.evict(at(25));
    assert!(
        matches!(&events[..], [Event::Closed { story: closed, reason }] if *closed == story(101) && reason.cause == Cause::Age)
    );
    assert!(state.is_empty());
    let bytes = serde_json::to_string(&State::new(settings)).unwrap().len();
    assert!(serde_json::to_string(&state).unwrap().len() < bytes + 2_000);
}

#[test]
fn never_together_parts_two_articles_and_holds_for_later_copies() {
    let mut state = State::default();
    let texts = stream();
    let family = FamilyId::new(3).ok();
    step(&mut state, &alone(&texts[0]), story(101), at(0));
    step(&mut state, &Item { article: &texts[2], family }, story(102), at(1));
    assert_eq!(state.story_of(id(3)), Some(story(101)));
    let events = state.constrain(Constraint::NeverTogether(id(1), id(3)), story(103), at(2));
    assert!(
        matches!(&events[..], [Event::Corrected { article, into, .. }] if *article == id(3) && *into == story(103))
    );
    let copy = Article { id: id(40), ..texts[2].clone() };
    step(&mut state, &Item { article: &copy, family }, story(104), at(3));
    assert_eq!(state.story_of(id(40)), Some(story(103)));
    let again = Article { body: texts[2].body.clone() + " More soon.", ..texts[2].clone() };
    step(&mut state, &Item { article: &again, family }, story(105), at(4));
    assert_ne!(state.story_of(id(3)), Some(story(101)));
}

#[test]
fn belongs_here_moves_the_article_and_outlives_its_return() {
    let mut state = State::default();
    let texts = stream();
    feed(&mut state, &texts);
    let chess = state.story_of(id(4)).unwrap();
    let word = Constraint::BelongsHere(id(12), chess);
    assert_eq!(state.constrain(word, story(900), at(20)).len(), 1);
    assert_eq!(state.story_of(id(12)), Some(chess));
    assert_eq!(step(&mut state, &alone(&texts[11]), story(901), at(21)), []);
    assert_eq!(state.story_of(id(12)), Some(chess));
    state.release(word);
    step(&mut state, &alone(&texts[11]), story(902), at(22));
    assert_eq!(state.story_of(id(12)), state.story_of(id(1)));
}

#[test]
fn a_snapshot_at_any_point_replays_to_the_same_bytes() {
    let texts = stream();
    let mut straight = State::default();
    feed(&mut straight, &texts);
    let expected = serde_json::to_string(&straight).unwrap();
    for cut in 0..texts.len() {
        let mut state = State::default();
        for (hour, text) in texts.iter().enumerate() {
            if hour == cut {
                state = serde_json::from_str(&serde_json::to_string(&state).unwrap()).unwrap();
            }
            step(&mut state, &alone(text), story(101 + hour as u64), at(hour as i64));
        }
        assert_eq!(serde_json::to_string(&state).unwrap(), expected, "cut before article {cut}");
    }
}

#[test]
fn restored_assignments_lead_to_the_same_later_ones() {
    let texts = stream();
    let mut straight = State::default();
    let mut restored = State::default();
    let (before, after) = texts.split_at(9);
    feed(&mut straight, before);
    for (hour, text) in before.iter().enumerate() {
        let story = straight.story_of(text.id).unwrap();
        restored.restore(text, &Stored { story, family: None, arrived: at(hour as i64) });
    }
    for text in after {
        let fresh = story(700 + text.id.get());
        assert_eq!(
            step(&mut straight, &alone(text), fresh, at(30)),
            step(&mut restored, &alone(text), fresh, at(30))
        );
    }
    assert_eq!(serde_json::to_string(&straight).unwrap(), serde_json::to_string(&restored).unwrap());
}

#[test]
fn a_changed_article_keeps_its_story_and_its_address() {
    let mut state = State::default();
    let texts = stream();
    step(&mut state, &alone(&texts[0]), story(101), at(0));
    assert_eq!(step(&mut state, &alone(&article(1, STREAM[3].1, STREAM[3].2)), story(102), at(1)), []);
    step(&mut state, &alone(&texts[6]), story(102), at(2));
    assert_eq!(state.articles(story(101)), [id(1), id(7)]);
    let events = step(&mut state, &alone(&texts[0]), story(103), at(3));
    assert!(matches!(&events[..], [Event::Corrected { into, .. }] if *into == story(103)), "{events:?}");
}

#[test]
fn an_assignment_uses_only_what_was_seen() {
    let texts = stream();
    let mut whole = State::default();
    let events = feed(&mut whole, &texts);
    for cut in 1..texts.len() {
        let mut state = State::default();
        assert_eq!(feed(&mut state, &texts[..cut]), events[..cut]);
    }
}

#[test]
fn an_article_that_bridges_two_stories_of_one_event_makes_them_one_unless_a_reader_objects() {
    let texts = [
        article(
            1,
            "Ferry Aldis stays in dock",
            "The ferry Aldis stays in dock at Port Maren with a cracked hull.",
        ),
        article(
            2,
            "Hesp commuters take coastal bus",
            "Commuters of Hesp take the coastal bus along the northern line.",
        ),
        article(
            3,
            "Hesp commuters take coastal bus as ferry Aldis stays in dock",
            "The ferry Aldis stays in dock at Port Maren with a cracked hull. Commuters of Hesp take the coastal bus along the northern line.",
        ),
        article(
            4,
            "Ferry Aldis stays in dock, Hesp commuters take coastal bus",
            "Commuters of Hesp take the coastal bus along the northern line, the ferry Aldis stays in dock at Port Maren with a cracked hull.",
        ),
    ];
    let run = |objection: bool| {
        let mut state = State::default();
        feed(&mut state, &stream()[3..]);
        state.evict(at(24 * 365));
        let mut events = Vec::new();
        for (text, number) in texts.iter().zip(0_i64..) {
            let renamed = Article { id: id(200 + text.id.get()), ..text.clone() };
            if objection && number == 2 {
                state.constrain(Constraint::NeverTogether(id(201), id(202)), story(950), at(30));
            }
            events.extend(step(&mut state, &alone(&renamed), story(800 + number as u64), at(40 + number)));
        }
        (state, events.into_iter().find(|event| matches!(event, Event::Merged { .. })))
    };
    let (state, merged) = run(false);
    let Some(Event::Merged { reason, .. }) = merged else { panic!("no merge") };
    assert!(reason.score >= reason.needed && !reason.words.is_empty());
    assert_eq!(state.story_of(id(201)), state.story_of(id(202)));
    let (state, merged) = run(true);
    assert!(merged.is_none());
    assert_ne!(state.story_of(id(201)), state.story_of(id(202)));
}
