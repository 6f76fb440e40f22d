//! Of the texts of one family in one story one speaks, always: whoever leaves, and wherever the copy room moves them.

use crate::fixtures::{at, id, story, stream};
use wireroom_model::{Article, FamilyId, Kind};
use wireroom_story::{Event, Item, Settings, State, step};

/// Texts speak for a hundred hours.
const SETTINGS: Settings = Settings { window_seconds: 100 * 3600, keep: 0 };

fn family(number: u64) -> Option<FamilyId> {
    FamilyId::new(number).ok()
}

/// A copy of the stream's first text.
fn copy(number: u64) -> Article {
    Article { id: id(number), ..stream()[0].clone() }
}

/// The numbers of the articles that speak.
fn speaking(state: &State) -> Vec<u64> {
    let state = serde_json::to_value(state).unwrap();
    let texts = state["texts"].as_object().unwrap().iter();
    let mut speaking: Vec<u64> = texts
        .filter(|(_, text)| !text["views"].as_array().unwrap().is_empty())
        .map(|(id, _)| id.parse().unwrap())
        .collect();
    speaking.sort_unstable();
    speaking
}

/// A report of the ferry, copied by two more, hours later each.
fn printed() -> State {
    let mut state = State::new(SETTINGS);
    for (number, hour) in [(1, 0), (51, 60), (52, 90)] {
        step(&mut state, &Item { article: &copy(number), family: family(7) }, story(100 + number), at(hour));
    }
    assert_eq!((state.open(), speaking(&state)), (1, vec![1]));
    state
}

/// Whether the next report of the ferry finds the story.
fn finds(state: &mut State, hour: i64) -> bool {
    let text = &stream()[2];
    let events = step(state, &Item { article: text, family: None }, story(900), at(hour));
    matches!(events.last(), Some(Event::Joined { story: found, .. }) if *found == story(101))
}

#[test]
fn a_story_whose_speaker_left_the_window_is_told_by_the_copies_that_are_still_there() {
    let mut state = printed();
    state.evict(at(110));
    assert_eq!(speaking(&state), [51]);
    let back: State = serde_json::from_str(&serde_json::to_string(&state).unwrap()).unwrap();
    for mut state in [state, back] {
        assert!(finds(&mut state, 110), "the second printing says the same");
    }
}

#[test]
fn a_copy_that_the_copy_room_moved_out_of_the_family_speaks_for_itself() {
    for moved in [family(51), None] {
        let mut state = printed();
        state.refamily([(id(51), moved)]);
        assert_eq!(speaking(&state), [1, 51], "{moved:?}");
        state.evict(at(110));
        assert_eq!(speaking(&state), [51, 52], "each family has lost nothing but the text that went");
        assert!(finds(&mut state, 110));
    }
}

#[test]
fn when_the_speaker_moves_out_of_the_family_another_text_of_it_speaks() {
    let mut state = printed();
    state.refamily([(id(1), family(1))]);
    assert_eq!(speaking(&state), [1, 51]);
    state.refamily([(id(1), family(7))]);
    assert_eq!(speaking(&state), [1], "together again one speaks, the one that joined first");
}

#[test]
fn a_family_that_is_given_another_number_speaks_as_before() {
    let mut orders = [vec![1, 51, 52], vec![52, 51, 1], vec![51, 1, 52]].map(|order| {
        let mut state = printed();
        state.refamily(order.into_iter().map(|number| (id(number), family(8))));
        serde_json::to_string(&state).unwrap()
    });
    let before = serde_json::to_string(&printed()).unwrap();
    assert_eq!(orders[0], before.replace("\"family\":7", "\"family\":8"));
    orders.sort();
    assert_eq!(orders[0], orders[2]);
}

#[test]
fn a_list_of_other_texts_never_takes_over() {
    let mut state = State::new(SETTINGS);
    step(&mut state, &Item { article: &copy(1), family: family(7) }, story(101), at(0));
    let list = Article { kind: Kind::Listing, ..copy(51) };
    step(&mut state, &Item { article: &list, family: family(7) }, story(151), at(60));
    state.remember(wireroom_story::Constraint::BelongsHere(id(51), story(101)));
    step(&mut state, &Item { article: &list, family: family(7) }, story(152), at(61));
    assert_eq!(state.story_of(id(51)), Some(story(101)));
    state.refamily([(id(51), None)]);
    assert_eq!(speaking(&state), [1]);
    state.evict(at(110));
    assert_eq!(speaking(&state), Vec::<u64>::new());
}
