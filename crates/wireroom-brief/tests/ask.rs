//! Questions over texts written for these tests: the sources' own sentences answer, or nothing does.

use crate::press::{ferry, sources, text};
use wireroom_brief::ask::{Answer, Passage, Silence, ask};
use wireroom_model::Lang;

fn passages(question: &str) -> Vec<Passage> {
    match ask(question, Lang::EN, &sources(&ferry())) {
        Answer::Passages(passages) => passages,
        Answer::Nothing(why) => panic!("{question}: {why:?}"),
    }
}

fn silence(question: &str) -> Silence {
    match ask(question, Lang::EN, &sources(&ferry())) {
        Answer::Passages(passages) => panic!("{question}: {passages:#?}"),
        Answer::Nothing(why) => why,
    }
}

#[test]
fn an_answer_is_the_sources_own_sentences_with_their_places() {
    for passage in passages("How many people were injured on the ferry?") {
        let press = ferry();
        let body = &press.iter().find(|t| t.id == passage.sentence.article().get()).unwrap().body;
        assert_eq!(passage.sentence.span().of(body), Some(passage.sentence.text()));
        assert!(passage.score > 0.0 && passage.score <= 1.0);
    }
}

#[test]
fn how_many_is_answered_by_a_number_and_when_by_a_date() {
    let hurt = passages("How many people were injured?");
    assert!(hurt[0].sentence.text().contains("12 people") || hurt[0].sentence.text().contains("19 people"));
    let both: String = hurt.iter().map(|p| p.sentence.text()).collect();
    assert!(both.contains("12 people") && both.contains("19 people"), "{hurt:#?}");
    let built = passages("When did the repairs begin?");
    assert!(built[0].sentence.text().contains("28 April 2031"), "{built:#?}");
}

#[test]
fn the_same_said_by_others_is_one_passage_with_its_witnesses() {
    let boats = passages("Where did the rescue boats bring the passengers?");
    assert_eq!(boats[0].witnesses, 2, "{boats:#?}");
    assert_eq!(boats[0].others.len(), 2, "the copy is a source and no witness");
    assert_eq!(boats.iter().filter(|p| p.sentence.text().contains("Rescue boats")).count(), 1);
}

#[test]
fn nothing_answers_a_question_about_what_nobody_wrote() {
    assert_eq!(silence("Who won the election in Tarnholm?"), Silence::NothingSaid);
    assert_eq!(silence("What does the minister of finance say about taxes?"), Silence::NothingSaid);
    assert_eq!(silence("How many people were injured in Oakmoor?"), Silence::NothingSaid);
    assert_eq!(silence("Was it 340 passengers?"), Silence::NothingSaid);
}

#[test]
fn a_question_without_a_word_that_asks_for_something_is_told_apart() {
    assert_eq!(silence("What is it?"), Silence::NoQuestion);
    assert_eq!(silence(" ?! "), Silence::NoQuestion);
    assert_eq!(ask("Who?", Lang::UNKNOWN, &[]), Answer::Nothing(Silence::NoQuestion));
    assert_eq!(ask("Who sank?", Lang::EN, &[]), Answer::Nothing(Silence::NothingSaid));
}

#[test]
fn words_are_found_in_their_forms_in_the_language_of_the_text() {
    let mut german = text(
        9,
        "Küstenbote",
        "2031-05-06T10:00:00Z",
        "Fähre auf Grund",
        &[
            "Die Fähre Halcyon ist am Dienstag vor Port Brandt auf Grund gelaufen.",
            "Die Reparaturen am Nebelsignal begannen am 28. April 2031 und sollten zehn Tage dauern.",
            "Das Unternehmen bezahlt die Nächte im Hotel.",
        ],
    );
    german.lang = Lang::parse("de");
    let Answer::Passages(found) = ask("Wann begann die Reparatur?", Lang::parse("de"), &[german.source()])
    else {
        panic!("nothing")
    };
    assert!(found[0].sentence.text().contains("28. April 2031"), "{found:#?}");
}
