use super::card::origins_line;
use super::*;
use wireroom_model::{Lang, StoryId, Time};

fn story(id: u64, outlets: u64, origins: u64) -> Card {
    let card = StoryCard {
        id: StoryId::new(id).unwrap(),
        title: format!("Story {id}"),
        lead: None,
        lang: Lang::EN,
        articles: outlets,
        outlets,
        origins,
        newest: Time::Unknown,
        ranked_at: 0,
        opened_at: 0,
        changed_at: 50,
        audience: 0,
    };
    Card::new(1, card, None, false, Some(40), When::from_unix(100).unwrap())
}

#[test]
fn bands_part_what_newsrooms_told_from_what_papers_carried() {
    let bands = bands([story(1, 5, 1), story(2, 1, 1), story(3, 4, 2), story(4, 9, 1)].into_iter());
    let shape: Vec<(&str, usize)> = bands.iter().map(|band| (band.id, band.cards.len())).collect();
    assert_eq!(shape, [("several", 1), ("carried", 2), ("alone", 1)]);
}

#[test]
fn a_band_without_stories_is_not_there() {
    assert!(bands(std::iter::empty()).is_empty());
}

#[test]
fn a_story_that_changed_since_the_last_visit_has_a_bold_square() {
    assert_eq!(square(&story(1, 1, 1)).class, "fresh");
}

#[test]
fn the_origins_line_counts_in_words() {
    assert_eq!(origins_line(1, 1), "1 outlet");
    assert_eq!(origins_line(14, 2), "14 outlets, 2 origins");
}
