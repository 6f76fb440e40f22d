use super::*;
use proptest::prelude::*;
use wireroom_model::{ArticleId, FamilyId, Lang, VersionId};

const FERRY: &str = "PORT BRANDT, May 3 (Northern Wire) — The ferry Halcyon ran aground off Skarv on Sunday with 212 people aboard. Tugs from three harbours reached it before noon.\n\nThe harbour office said the hull was dry. \"Nobody so much as spilled a coffee,\" mate Odo Brandt told reporters on the quay. Two passengers were treated for bruises.\n\nThe ferry had left Halven at dawn. Its sister ship will take over the line on Monday.";

fn source<'a>(article: u64, version: u64, published: &str, body: &'a str) -> Source<'a> {
    Source {
        article: ArticleId::new(article).unwrap(),
        version: VersionId::new(version).unwrap(),
        text_hash: "h",
        url: None,
        outlet: Some("Halven Post"),
        agency: None,
        title: "Ferry aground",
        published: serde_json::from_value(published.into()).unwrap(),
        lang: Lang::EN,
        family: Some(FamilyId::new(article).unwrap()),
        origin: Some(article),
        kind: Kind::Article,
        body,
    }
}

fn versions_of(before: &str, after: &str) -> Vec<Change> {
    changes(&[source(1, 1, "2026-05-03T10:00:00Z", before)], &[source(1, 2, "2026-05-03T14:00:00Z", after)])
}

fn kinds(changes: &[Change]) -> Vec<String> {
    let line = |change: &Change| match &change.what {
        New::Figure { before, after } => format!("figure {} -> {}", before.value.text(), after.value.text()),
        New::Quote { after, .. } => format!("quote {}", after.text()),
        New::Fact { after } => format!("fact {}", after.text()),
        New::Withdrawn { before } => format!("withdrawn {}", before.text()),
        New::Reworded { before, after } => format!("reworded {} -> {}", before.text(), after.text()),
    };
    changes.iter().map(line).collect()
}

#[test]
fn a_wire_issued_again_yields_nothing_new() {
    let again = FERRY
        .replace("PORT BRANDT, May 3 (Northern Wire) — ", "Port Brandt (NW) -- ")
        .replace(" Tugs from", "\n\nTugs from")
        .replace("\"Nobody so much as spilled a coffee,\"", "“Nobody so much as spilled a coffee,”")
        .replace("\n\nThe ferry had left", " The ferry had left");
    let again = format!("{again}\n\nUpdated at 4:10 pm on 3 May");
    assert_eq!(kinds(&versions_of(FERRY, &again)), Vec::<String>::new());
}

#[test]
fn a_moved_sentence_is_not_new() {
    let moved = FERRY.replace(" Two passengers were treated for bruises.", "")
        + " Two passengers were treated for bruises.";
    assert_eq!(kinds(&versions_of(FERRY, &moved)), Vec::<String>::new());
}

#[test]
fn a_changed_value_is_a_figure_and_carries_both_sentences() {
    let found = versions_of(FERRY, &FERRY.replace("Two passengers", "At least 14 passengers"));
    assert_eq!(kinds(&found), ["figure Two -> 14"]);
    let New::Figure { before, after } = &found[0].what else { panic!() };
    assert_eq!(before.sentence.text(), "Two passengers were treated for bruises.");
    assert_eq!(after.sentence.version(), VersionId::new(2).unwrap());
}

#[test]
fn seven_for_7_changes_nothing() {
    assert_eq!(
        kinds(&versions_of(FERRY, &FERRY.replace("three harbours", "3 harbours"))),
        Vec::<String>::new()
    );
}

#[test]
fn a_new_sentence_is_a_fact_and_one_that_went_is_withdrawn() {
    let after = FERRY.replace(
        "Two passengers were treated for bruises.",
        "Divers found a tear below the waterline in the afternoon.",
    );
    assert_eq!(
        kinds(&versions_of(FERRY, &after)),
        [
            "withdrawn Two passengers were treated for bruises.",
            "fact Divers found a tear below the waterline in the afternoon.",
        ]
    );
}

#[test]
fn the_same_said_otherwise_is_reworded() {
    let after = FERRY.replace(
        "The harbour office said the hull was dry.",
        "No water was in the hull, according to harbour officials.",
    );
    assert_eq!(
        kinds(&versions_of(FERRY, &after)),
        [
            "reworded The harbour office said the hull was dry. -> No water was in the hull, according to harbour officials."
        ]
    );
}

#[test]
fn another_day_and_the_contrary_are_no_rewording() {
    let later = FERRY.replace("on Monday", "on Thursday");
    assert_eq!(
        kinds(&versions_of(FERRY, &later)),
        [
            "withdrawn Its sister ship will take over the line on Monday.",
            "fact Its sister ship will take over the line on Thursday.",
        ]
    );
    let contrary = FERRY.replace("will take over", "will not take over");
    assert!(
        kinds(&versions_of(FERRY, &contrary))
            .contains(&"fact Its sister ship will not take over the line on Monday.".to_owned())
    );
}

#[test]
fn new_direct_speech_is_a_quote_and_its_sentence_no_fact() {
    let after = FERRY.replace(
        "The ferry had left",
        "“I counted every head twice on the way out,” said purser Ida Lunde. The ferry had left",
    );
    let found = versions_of(FERRY, &after);
    assert_eq!(kinds(&found), ["quote I counted every head twice on the way out,"]);
    let New::Quote { speaker: Some(speaker), .. } = &found[0].what else { panic!("{found:?}") };
    assert_eq!(speaker.text(), "purser Ida Lunde");
}

#[test]
fn a_copy_of_a_wire_already_seen_brings_a_story_nothing() {
    let seen = source(1, 1, "2026-05-03T10:00:00Z", FERRY);
    let copy = FERRY.replace("PORT BRANDT, May 3 (Northern Wire) — ", "");
    assert_eq!(
        kinds(&changes(&[seen], &[source(2, 2, "2026-05-03T15:00:00Z", &copy)])),
        Vec::<String>::new()
    );
}

const OTHER: &str = "The ferry Halcyon, which ran aground off Skarv on Sunday with 212 people aboard, was pulled free at dusk. Prosecutors opened an inquiry into the captain, who had slept four hours in two days. Some 31 passengers were treated for bruises. The hull was dry, the harbour office said.";

#[test]
fn a_text_of_another_outlet_brings_a_story_only_what_no_text_said() {
    let seen = source(1, 1, "2026-05-03T10:00:00Z", FERRY);
    let found = changes(&[seen], &[source(2, 2, "2026-05-03T18:00:00Z", OTHER)]);
    assert_eq!(
        kinds(&found),
        [
            "fact Prosecutors opened an inquiry into the captain, who had slept four hours in two days.",
            "figure Two -> 31",
        ]
    );
}

#[test]
fn what_a_second_new_text_repeats_is_told_once_with_both() {
    let seen = source(1, 1, "2026-05-03T10:00:00Z", FERRY);
    let third = "Prosecutors have opened an inquiry into the captain, who slept four hours in two days.";
    let found = changes(
        &[seen],
        &[source(2, 2, "2026-05-03T18:00:00Z", OTHER), source(3, 3, "2026-05-03T19:00:00Z", third)],
    );
    assert_eq!(found.len(), 2);
    assert_eq!((found[0].others.len(), found[0].witnesses), (1, 2));
}

#[test]
fn a_value_that_changed_twice_is_told_from_what_was_seen_to_what_stands() {
    let (one, two) = (
        FERRY.replace("Two passengers", "Nine passengers"),
        FERRY.replace("Two passengers", "14 passengers"),
    );
    let seen = source(1, 1, "2026-05-03T10:00:00Z", FERRY);
    let after = [source(1, 2, "2026-05-03T12:00:00Z", &one), source(1, 3, "2026-05-03T14:00:00Z", &two)];
    assert_eq!(kinds(&changes(&[seen], &after)), ["figure Two -> 14"]);
    let arrivals: Vec<Arrival<'_>> = [seen, after[0], after[1]]
        .into_iter()
        .zip([10, 20, 30])
        .map(|(source, at)| Arrival { source, at })
        .collect();
    let told = updates(&arrivals);
    let lines: Vec<(i64, Vec<String>)> = told.iter().map(|u| (u.at, kinds(&u.changes))).collect();
    assert_eq!(
        lines,
        [(30, vec!["figure Nine -> 14".to_owned()]), (20, vec!["figure Two -> Nine".to_owned()])]
    );
}

#[test]
fn an_earlier_text_found_late_changes_no_figure() {
    let seen = source(1, 1, "2026-05-03T10:00:00Z", FERRY);
    let late = FERRY.replace("Two passengers", "Nine passengers");
    assert_eq!(
        kinds(&changes(&[seen], &[source(2, 2, "2026-05-03T08:00:00Z", &late)])),
        Vec::<String>::new()
    );
}

proptest! {
    #[test]
    fn a_text_beside_itself_has_no_changes(body in "[ A-Za-z0-9.,\"“”\n()-]{0,400}") {
        prop_assert!(versions_of(&body, &body).is_empty());
        let one = source(1, 1, "2026-05-03", &body);
        prop_assert!(changes(&[one], &[source(2, 2, "2026-05-04", &body)]).is_empty());
    }

    #[test]
    fn every_sentence_told_stands_in_its_text(cut in 0..8_usize, number in 0..900_u32) {
        let before = FERRY.replace("212", &number.to_string());
        let sentences: Vec<&str> = OTHER.split_inclusive(". ").collect();
        let after = format!("{}{FERRY}", sentences[cut.min(sentences.len())..].concat());
        for change in versions_of(&before, &after) {
            let told = match &change.what {
                New::Figure { before: one, after: two } => vec![(&one.sentence, &before), (&two.value, &after)],
                New::Quote { after: words, .. } => vec![(words, &after)],
                New::Fact { after: words } => vec![(words, &after)],
                New::Withdrawn { before: words } => vec![(words, &before)],
                New::Reworded { before: one, after: two } => vec![(one, &before), (two, &after)],
            };
            for (cited, body) in told {
                prop_assert_eq!(cited.span().of(body), Some(cited.text()));
            }
        }
    }
}
