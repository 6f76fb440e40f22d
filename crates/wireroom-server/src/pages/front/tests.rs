use super::card::origins_line;
use super::*;
use wireroom_model::{Lang, Time};

fn stored(id: u64, outlets: u64, origins: u64) -> StoryCard {
    StoryCard {
        id: StoryId::new(id).unwrap(),
        title: format!("Story {id}"),
        lead: None,
        lang: Lang::EN,
        articles: outlets,
        outlets,
        publishers: None,
        origins,
        unknown: 0,
        newest: Time::Unknown,
        ranked_at: 0,
        opened_at: 0,
        changed_at: 50,
        picture: None,
        audience: 0,
    }
}

fn story(id: u64, outlets: u64, origins: u64) -> Card {
    Card::new(1, stored(id, outlets, origins), None, false, Some(40), When::from_unix(100).unwrap())
}

#[test]
fn a_band_stands_only_where_it_has_stories_and_keeps_their_order() {
    let cards = vec![
        (Section::Several, story(3, 4, 2)),
        (Section::Alone, story(2, 1, 1)),
        (Section::Alone, story(5, 1, 1)),
    ];
    let shape: Vec<(&str, Vec<u64>)> =
        bands(cards).iter().map(|band| (band.id, band.cards.iter().map(|card| card.id).collect())).collect();
    assert_eq!(shape, [("several", vec![3]), ("alone", vec![2, 5])]);
}

#[test]
fn a_story_that_changed_since_the_last_visit_has_a_bold_square() {
    assert_eq!(square(&story(1, 1, 1), false).class, "new");
}

#[test]
fn the_origins_line_counts_in_words() {
    let line = |outlets, publishers, origins, unknown| {
        origins_line(&StoryCard { publishers, unknown, ..stored(1, outlets, origins) })
    };
    assert_eq!(line(1, None, 1, 0), "1 outlet");
    assert_eq!(line(1, None, 0, 1), "1 outlet, origin unknown");
    assert_eq!(line(14, None, 2, 0), "14 outlets, at most 2 origins");
    assert_eq!(line(23, Some(9), 2, 0), "23 outlets, 9 publishers, at most 2 origins");
    assert_eq!(line(9, Some(9), 1, 0), "9 outlets, at most 1 origin");
    assert_eq!(line(10, None, 0, 1), "10 outlets, origin unknown");
    assert_eq!(line(10, None, 0, 3), "10 outlets, 3 texts of unknown origin");
    assert_eq!(line(10, None, 1, 2), "10 outlets, at most 1 origin, 2 unknown");
}
