//! Where sources differ, and what each side says: only what two independent texts really contradict, only sides that a
//! text names, and every word a source's own.

use crate::press::{Text, ferry, sources, text};
use wireroom_brief::{About, Brief, brief};

const REST: [&str; 3] = [
    "Rescue boats from three villages brought the passengers to the harbour of Port Brandt before noon.",
    "The ferry company put the travellers up in two hotels near the old market for the night.",
    "Engineers from the capital arrived in the evening and began to examine the broken hull.",
];

fn two(one: &str, other: &str) -> Vec<Text> {
    let paper = |id: u64, outlet: &str, at: &str, said: &str, rest: &str| {
        text(id, outlet, at, "Ferry aground off Port Brandt", &[said, rest])
    };
    vec![
        paper(1, "Brandt Gazette", "2031-05-06T09:00:00Z", one, REST[0]),
        paper(2, "Coast Courier", "2031-05-06T10:00:00Z", other, REST[1]),
        paper(3, "Island Radio", "2031-05-06T10:30:00Z", REST[2], REST[0]),
    ]
}

fn of(texts: &[Text]) -> Brief {
    let brief = brief(&sources(texts));
    for side in brief.differences.iter().flat_map(|d| &d.sides) {
        let held = texts.iter().find(|t| t.id == side.sentence.article().get()).unwrap();
        assert_eq!(side.sentence.span().of(&held.body), Some(side.sentence.text()));
        let inside = side
            .at
            .is_none_or(|at| side.sentence.chars().start <= at.start && at.end <= side.sentence.chars().end);
        assert!(inside);
    }
    brief
}

#[test]
fn two_days_for_one_event_are_told_side_by_side() {
    let brief = of(&two(
        "Harbour inspectors cleared the ferry Halcyon for the passage to Port Brandt on 2 May.",
        "Harbour inspectors cleared the ferry Halcyon for the passage to Port Brandt on 4 May.",
    ));
    let [difference] = brief.differences.as_slice() else { panic!("{:#?}", brief.differences) };
    assert_eq!(difference.about, About::Day);
    let days: Vec<String> = difference
        .sides
        .iter()
        .map(|side| {
            let at = side.at.unwrap();
            let from = at.start - side.sentence.chars().start;
            side.sentence.text().chars().skip(from).take(at.end - at.start).collect()
        })
        .collect();
    assert!(days.contains(&"2 May".to_owned()) && days.contains(&"4 May".to_owned()), "{days:?}");
}

#[test]
fn what_one_says_and_another_denies_is_told_side_by_side() {
    let brief = of(&two(
        "The fog signal on the Skerry rocks was working when the ferry Halcyon came near.",
        "The fog signal on the Skerry rocks was not working when the ferry Halcyon came near.",
    ));
    let [difference] = brief.differences.as_slice() else { panic!("{:#?}", brief.differences) };
    assert_eq!((difference.about, difference.sides.len()), (About::Denied, 2));
}

#[test]
fn nothing_differs_within_one_origin_nor_where_one_is_unknown_nor_where_the_news_went_on() {
    let lines = (
        "The fog signal on the Skerry rocks was working when the ferry Halcyon came near.",
        "The fog signal on the Skerry rocks was not working when the ferry Halcyon came near.",
    );
    let mut same = two(lines.0, lines.1);
    same[1] = same[1].clone().of_origin(same[0].origin);
    assert!(of(&same).differences.is_empty());
    let mut unknown = two(lines.0, lines.1);
    unknown[1] = unknown[1].clone().of_origin(None);
    assert!(of(&unknown).differences.is_empty());
    let mut later = two(lines.0, lines.1);
    later[1].published = wireroom_model::Time::At("2031-05-06T21:00:00Z".parse().unwrap());
    assert!(of(&later).differences.is_empty());
    let agree = two(lines.0, lines.0);
    assert!(of(&agree).differences.is_empty());
}

#[test]
fn two_figures_that_contradict_each_other_differ_and_say_where() {
    let brief = of(&two(
        "The operator of the ferry Halcyon paid 40 million crowns for the ship in Port Brandt in March 2029.",
        "The operator of the ferry Halcyon paid 55 million crowns for the ship in Port Brandt in March 2029.",
    ));
    let conflict = brief.figures.iter().find(|group| !group.conflicts.is_empty());
    let conflict = conflict.unwrap_or_else(|| panic!("{:#?}", brief.figures));
    let (one, other) = conflict.conflicts[0];
    assert_ne!(conflict.figures[one].low, conflict.figures[other].low);
    assert_eq!(brief.differences[0].about, About::Figure, "{:#?}", brief.differences);
    assert_eq!(brief.differences[0].sides.len(), 2);
}

#[test]
fn sides_are_named_by_the_texts_and_never_by_the_house() {
    let texts = two(
        "“We asked for a second lookout and were laughed at in the office,” said union leader Odo Brandt.",
        "“The crew had every lookout that the rules of the sea ask for,” said Lena Marsh, a spokeswoman for the Skerry Line.",
    );
    let brief = of(&texts);
    let names: Vec<&str> = brief.sides.iter().map(|side| side.side.text()).collect();
    assert!(names.contains(&"union") && names.contains(&"Skerry Line"), "{names:?} {:#?}", brief.quotes);
    for stand in brief.sides.iter().flat_map(|side| &side.said) {
        let held = texts.iter().find(|t| t.id == stand.words.article().get()).unwrap();
        assert_eq!(stand.words.span().of(&held.body), Some(stand.words.text()));
    }
}

#[test]
fn one_side_alone_or_speakers_whose_side_nobody_names_are_no_sides() {
    let one = two(
        "“We asked for a second lookout and were laughed at in the office,” said union leader Odo Brandt.",
        "“I heard the long scrape and then the lights went out in every cabin,” said Nell Arne, a passenger.",
    );
    assert!(of(&one).sides.is_empty(), "{:#?}", of(&one).sides);
    assert!(of(&ferry()).sides.len() != 1);
}
