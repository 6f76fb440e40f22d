//! Stories that turn out to be two, stories that turn out to be one, what a reader says of whole stories, and
//! families that move: all of it explained, none of it to and fro.

use crate::fixtures::{article, at, id, story, stream};
use std::collections::BTreeSet;
use wireroom_model::{Article, ArticleId, FamilyId, StoryId};
use wireroom_story::{Cause, Constraint, Event, Item, State, Stored, step};

/// One week in Port Maren: a fire in the grain warehouse, and the trial of a smuggler.
const WEEK: [(bool, &str, &str); 10] = [
    (
        false,
        "Grain warehouse burns on the Osier quay",
        "The grain warehouse on the Osier quay of Port Maren burned on Monday. Firemen from Hesp pumped water on the silo; insurers count the burned grain.",
    ),
    (
        true,
        "Smuggler Ondar Kesh arrested with crates of amber",
        "The smuggler Ondar Kesh was arrested in Port Maren with forty crates of amber. Judge Yvet Sorrel heard him; the prosecutor wants a trial.",
    ),
    (
        false,
        "Firemen blame silo cable for grain warehouse blaze",
        "Firemen from Hesp blame a cable of the silo for the blaze in the grain warehouse on the Osier quay. Insurers wait for their report on the burned grain.",
    ),
    (
        true,
        "Ondar Kesh denies the amber was stolen",
        "The smuggler Ondar Kesh denied before judge Yvet Sorrel that the forty crates of amber were stolen. The prosecutor asked for a trial in autumn.",
    ),
    (
        false,
        "Insurers to pay for burned grain warehouse",
        "Insurers pay for the grain warehouse on the Osier quay and the burned grain, after firemen from Hesp found the cable of the silo that set it ablaze.",
    ),
    (
        true,
        "Judge Sorrel sets amber trial of Ondar Kesh for autumn",
        "Judge Yvet Sorrel set the trial of the smuggler Ondar Kesh for autumn. The prosecutor holds the forty crates of amber as evidence.",
    ),
    (
        false,
        "New silo after the grain warehouse blaze",
        "A new silo replaces the burned grain warehouse on the Osier quay; insurers and firemen from Hesp agreed on another cable after the blaze.",
    ),
    (
        true,
        "Crates of amber lead prosecutor to Ondar Kesh",
        "The prosecutor says forty crates of amber lead to the smuggler Ondar Kesh, who stands before judge Yvet Sorrel in autumn for his trial.",
    ),
    (
        false,
        "Burned grain warehouse torn down on Osier quay",
        "Workers tear down the burned grain warehouse on the Osier quay. Firemen from Hesp watch the silo and its cable, insurers the grain.",
    ),
    (
        true,
        "Ondar Kesh asks judge Sorrel for bail in amber case",
        "The smuggler Ondar Kesh, of the forty crates of amber, asked judge Yvet Sorrel for bail until his trial in autumn. The prosecutor objects.",
    ),
];

fn alone(article: &Article) -> Item<'_> {
    Item { article, family: None }
}

fn week() -> Vec<Article> {
    WEEK.iter().zip(201..).map(|((_, title, body), number)| article(number, title, body)).collect()
}

/// A state that has read about other things, then the week, held in one story by hand so that what a split does is
/// seen apart from what made it necessary.
fn grown(until: usize) -> (State, Vec<Event>) {
    let mut state = State::default();
    for (text, number) in stream().iter().zip(0..) {
        step(&mut state, &alone(text), story(400 + number), at(number as i64));
    }
    let mut events = Vec::new();
    for (text, number) in week().iter().take(until).zip(0..) {
        let stored = Stored { story: story(500), family: None, arrived: at(20 + number) };
        if number < 5 {
            state.restore(text, &stored);
        } else {
            events.extend(step(&mut state, &alone(text), story(500 + number as u64), at(20 + number)));
        }
    }
    (state, events)
}

fn ids(which: bool, until: usize) -> BTreeSet<ArticleId> {
    let chosen = WEEK.iter().zip(201..).take(until).filter(|((of, ..), _)| *of == which);
    chosen.map(|(_, number)| id(number)).collect()
}

fn splits(events: &[Event]) -> Vec<&Event> {
    events.iter().filter(|event| matches!(event, Event::Split { .. })).collect()
}

#[test]
fn a_story_that_has_come_apart_in_two_is_split_with_the_words_of_each_part_and_stays_so() {
    let (state, events) = grown(6);
    let [Event::Split { from, into, articles, reason, rest }] = splits(&events)[..] else {
        panic!("{events:?}")
    };
    assert_eq!((*from, *into), (story(500), story(505)), "the part that was there first keeps the address");
    assert_eq!(articles.iter().copied().collect::<BTreeSet<_>>(), ids(true, 6));
    assert!(reason.cause == Cause::Likeness && reason.score <= reason.needed, "{reason:?}");
    let has = |words: &[String], word: &str| words.iter().any(|one| one == word);
    assert!(has(&reason.words, "amber") && !has(&reason.words, "grain"), "{reason:?}");
    assert!(has(rest, "warehouse"), "{rest:?}");
    assert_eq!(state.articles(story(500)).len(), 3);
    let (state, events) = grown(WEEK.len());
    assert_eq!(splits(&events).len(), 1, "{events:?}");
    assert!(!events.iter().any(|event| matches!(event, Event::Merged { .. })), "{events:?}");
    for (which, number) in [(false, 500), (true, 505)] {
        let there: BTreeSet<ArticleId> = state.articles(story(number)).iter().copied().collect();
        assert_eq!(there, ids(which, WEEK.len()), "later articles go to the part that they are like");
    }
}

#[test]
fn parts_stay_apart_over_a_snapshot_and_over_a_restart_from_the_log() {
    let (state, _) = grown(8);
    let copy: State = serde_json::from_str(&serde_json::to_string(&state).unwrap()).unwrap();
    let mut learnt = State::default();
    for (text, number) in week().iter().take(8).zip(0..) {
        let stored =
            Stored { story: copy.story_of(text.id).unwrap(), family: None, arrived: at(20 + number) };
        learnt.restore(text, &stored);
    }
    learnt.restore_parting(story(500), story(505));
    for mut state in [copy, learnt] {
        // A report that tells of both, again and again, makes them no one story.
        for number in 0..6 {
            let (_, one, two) = (0, &WEEK[4], &WEEK[5]);
            let both =
                article(300 + number, &format!("{} {}", one.1, two.1), &format!("{} {}", one.2, two.2));
            let events = step(&mut state, &alone(&both), story(600 + number), at(40));
            assert!(!events.iter().any(|event| matches!(event, Event::Merged { .. })), "{events:?}");
        }
    }
}

#[test]
fn a_story_that_a_reader_made_is_never_split_by_the_machine() {
    let run = |word: Constraint| {
        let (mut state, _) = grown(5);
        state.remember(word);
        let events = step(&mut state, &alone(&week()[5]), story(505), at(30));
        splits(&events).is_empty()
    };
    assert!(run(Constraint::OneStory(id(201), id(202))), "they are one story");
    assert!(run(Constraint::BelongsHere(id(204), story(500))), "one of those that would leave belongs here");
    assert!(!run(Constraint::BelongsHere(id(203), story(500))), "one of those that stay belongs here");
    assert!(!run(Constraint::BelongsHere(id(1), story(500))), "a word on something else");
}

#[test]
fn copies_go_with_their_text_when_a_story_is_split_and_the_larger_part_keeps_the_address() {
    let (mut state, _) = grown(5);
    let family = FamilyId::new(9).ok();
    // The trial's second report is an agency's: three more print it.
    state.refamily([(id(204), family)]);
    for number in 260..263 {
        let copy = Article { id: id(number), ..week()[3].clone() };
        let events = step(&mut state, &Item { article: &copy, family }, story(700), at(28));
        assert!(matches!(&events[..], [Event::Joined { reason, .. }] if reason.cause == Cause::Copy));
    }
    let events = step(&mut state, &alone(&week()[5]), story(505), at(30));
    let [Event::Split { from, into, articles, .. }] = splits(&events)[..] else { panic!("{events:?}") };
    assert_eq!((*from, *into), (story(500), story(505)));
    assert_eq!(
        articles.iter().copied().collect::<BTreeSet<_>>(),
        ids(false, 6),
        "six articles are more than three"
    );
    assert_eq!(state.articles(story(500)).len(), 6);
}

#[test]
fn a_reader_splits_a_story_and_later_articles_go_to_the_nearer_part() {
    let (mut state, _) = grown(4);
    let event = state.split_out(story(500), &[id(202), id(204)], story(550)).unwrap();
    assert!(matches!(&event, Event::Split { articles, reason, .. }
        if articles[..] == [id(202), id(204)] && reason.cause == Cause::Reader));
    state.remember(Constraint::Apart(story(500), story(550)));
    for (text, (is_trial, ..)) in week().iter().zip(WEEK).skip(4) {
        step(&mut state, &alone(text), story(800 + text.id.get()), at(30));
        let expected = if is_trial { story(550) } else { story(500) };
        assert_eq!(state.story_of(text.id), Some(expected), "{}", text.title);
    }
    assert!(state.is_forbidden(story(550), story(500)));
    assert_eq!(state.split_out(story(550), &[], story(551)), None, "nothing chosen");
    let all = state.articles(story(550)).to_vec();
    assert_eq!(state.split_out(story(550), &all, story(551)), None, "nothing would stay");
    state.forget_words();
    let event = state.put_back(story(550), story(500)).unwrap();
    assert!(matches!(event, Event::Merged { from, into, .. } if (from, into) == (story(550), story(500))));
    assert_eq!(state.articles(story(500)).len(), WEEK.len());
}

#[test]
fn two_stories_that_a_reader_makes_one_stay_one_for_articles_that_come_again() {
    let mut state = State::default();
    for (text, number) in stream().iter().zip(0..) {
        step(&mut state, &alone(text), story(400 + number), at(number as i64));
    }
    let (ferry, chess) = (state.story_of(id(1)).unwrap(), state.story_of(id(4)).unwrap());
    state.remember(Constraint::BelongsHere(id(90), chess));
    let word = Constraint::OneStory(id(1), id(4));
    let events = state.constrain(word, story(900), at(20));
    let [Event::Merged { from, into, reason }] = &events[..] else { panic!("{events:?}") };
    assert_eq!(
        (BTreeSet::from([*from, *into]), reason.cause),
        (BTreeSet::from([ferry, chess]), Cause::Reader)
    );
    assert_eq!(state.story_of(id(4)), state.story_of(id(1)));
    let wanted: Vec<Constraint> = state.constraints().collect();
    assert!(wanted.contains(&Constraint::BelongsHere(id(90), *into)), "words follow a merge: {wanted:?}");
    // Sorted anew from nothing, as a reprocess does it, the word makes them one again.
    let mut anew = State::default();
    anew.remember(word);
    let mut merged = 0;
    for (text, number) in stream().iter().zip(0..) {
        let events = step(&mut anew, &alone(text), story(400 + number), at(number as i64));
        merged += events.iter().filter(|event| matches!(event, Event::Merged { .. })).count();
    }
    assert_eq!((merged, anew.story_of(id(4))), (1, anew.story_of(id(1))));
}

#[test]
fn of_two_words_on_where_one_article_belongs_the_later_holds() {
    let mut state = State::default();
    for number in [40, 30] {
        state.remember(Constraint::BelongsHere(id(1), story(number)));
    }
    step(&mut state, &alone(&stream()[0]), story(1), at(0));
    assert_eq!(state.story_of(id(1)), Some(story(30)));
}

#[test]
fn a_never_together_is_stronger_than_a_later_wish_to_make_them_one() {
    let mut state = State::default();
    for (text, number) in stream().iter().zip(0..) {
        step(&mut state, &alone(text), story(400 + number), at(number as i64));
    }
    state.remember(Constraint::NeverTogether(id(1), id(4)));
    assert_eq!(state.constrain(Constraint::OneStory(id(3), id(7)), story(900), at(20)), []);
    assert_ne!(state.story_of(id(1)), state.story_of(id(4)));
}

/// The bytes of a state after texts of which some turn out to be copies of others.
fn told_late(late: bool) -> State {
    let mut state = State::default();
    let family = FamilyId::new(7).ok();
    let texts = stream();
    step(&mut state, &Item { article: &texts[0], family }, story(101), at(0));
    for number in 50..60 {
        let copy = Article { id: id(number), ..texts[0].clone() };
        let own = FamilyId::new(number).ok();
        step(
            &mut state,
            &Item { article: &copy, family: if late { own } else { family } },
            story(number),
            at(0),
        );
        if late {
            state.refamily([(id(number), family)]);
        }
    }
    state
}

#[test]
fn a_text_that_turns_out_to_be_a_copy_drags_its_story_no_more_than_one_that_was_known_to_be() {
    let (mut late, mut known) = (told_late(true), told_late(false));
    for (number, text) in stream().iter().enumerate().skip(1) {
        let fresh = story(300 + number as u64);
        let said = |state: &mut State| -> Vec<(StoryId, bool)> {
            let events = step(state, &alone(text), fresh, at(1));
            events
                .iter()
                .filter_map(|event| match event {
                    Event::Opened { story, .. } => Some((*story, true)),
                    Event::Joined { story, .. } => Some((*story, false)),
                    _ => None,
                })
                .collect()
        };
        assert_eq!(said(&mut late), said(&mut known), "{}", text.title);
    }
    assert_eq!(late.articles(story(101)).len(), known.articles(story(101)).len());
}
