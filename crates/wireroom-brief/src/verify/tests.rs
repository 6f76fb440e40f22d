//! What a sentence passes and falls for, one rule a test.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::string_slice)]

use super::*;

fn passage(text: &str, lang: &str) -> Passage<'static> {
    let text: &'static str = Box::leak(text.to_owned().into_boxed_str());
    Passage { text, lang: Lang::parse(lang), published: Time::Unknown }
}

fn kinds(sentence: &str, source: &str, lang: &str) -> Vec<&'static str> {
    faithful(sentence, &[passage(source, lang)]).reasons.iter().map(Reason::kind).collect()
}

fn passes(sentence: &str, source: &str) {
    let found = faithful(sentence, &[passage(source, "en")]);
    assert!(found.holds(), "{sentence}: {:?}", found.reasons);
}

fn falls(sentence: &str, source: &str, kind: &str) {
    let found = kinds(sentence, source, "en");
    assert!(found.contains(&kind), "{sentence}: {found:?}");
}

const FIRE: &str = "A fire at the Tolver mill killed 12 people and hurt 30 on Tuesday, said Mara Voss, who leads the brigade. \
    Damage is put at $2bn and could rise.";

#[test]
fn a_number_is_its_value_however_it_is_written() {
    passes("Twelve people were killed in a fire at the Tolver mill on Tuesday.", FIRE);
    passes("A dozen people were killed in a fire at the Tolver mill.", FIRE);
    passes("Damage could rise from $2 billion.", FIRE);
    passes("The mill lost 1,500 tonnes of flour.", "The mill lost 1 500 tonnes of flour.");
    assert_eq!(
        kinds("Das Werk verlor 1.500 Tonnen.", "Das Werk verlor 1500 Tonnen.", "de"),
        Vec::<&str>::new()
    );
    assert_eq!(
        kinds("Vierundzwanzig Menschen starben im Werk.", "Im Werk starben 24 Menschen.", "de"),
        Vec::<&str>::new()
    );
    falls("A fire at the Tolver mill killed 13 people.", FIRE, "number-missing");
    falls("Damage is put at €2bn and could rise.", FIRE, "number-other");
}

#[test]
fn a_number_in_another_place_is_another_number() {
    falls("A fire at the Tolver mill killed 30 people and hurt 12 on Tuesday.", FIRE, "number-other");
}

#[test]
fn rounding_needs_a_hedge_and_a_rounder_number() {
    passes("Nearly 50 boats left the harbour.", "48 boats left the harbour.");
    passes("More than 40 boats left the harbour.", "43 boats left the harbour.");
    falls("50 boats left the harbour.", "48 boats left the harbour.", "number-missing");
    falls("About 51 boats left the harbour.", "About 50 boats left the harbour.", "number-missing");
    falls("More than 50 boats left the harbour.", "48 boats left the harbour.", "number-missing");
}

#[test]
fn names_hold_over_spellings_initials_and_a_last_name_alone() {
    passes("Voss leads the brigade.", FIRE);
    passes("Zelensky met the brigade.", "Volodymyr Zelenskyy met the brigade.");
    passes(
        "The European Union met the brigade in Tolver.",
        "The EU met the brigade in Tolver, and left in silence.",
    );
    falls("Jonas Keller leads the brigade.", FIRE, "name-missing");
    falls("Mara Tolver leads the brigade of the mill.", FIRE, "name-other");
}

#[test]
fn names_that_change_places_are_others() {
    let source = "Voss accused Keller of lying about the bridge.";
    passes("Voss accused Keller of lying.", source);
    falls("Keller accused Voss of lying about the bridge.", source, "name-other");
}

#[test]
fn a_day_is_compared_by_its_date_where_the_publication_is_known() {
    let published = "2026-03-11".parse().map_or(Time::Unknown, Time::At);
    let source = Passage {
        text: "The old mill by the river in Tolver burned down on Tuesday.",
        lang: Lang::EN,
        published,
    };
    assert!(faithful("The old mill by the river in Tolver burned down on 10 March 2026.", &[source]).holds());
    assert!(
        !faithful("The old mill by the river in Tolver burned down on 11 March 2026.", &[source]).holds()
    );
    falls("The mill burned on Wednesday.", "The mill burned on Tuesday.", "date-missing");
}

#[test]
fn quoted_words_stand_in_the_source_as_they_are() {
    let source = "“We have waited long enough,” said Odo Reyk.";
    passes("Odo Reyk said: “We have waited long enough.”", source);
    passes("Reyk said they had “waited long enough”.", source);
    falls("Odo Reyk said: “We have waited far too long.”", source, "quoted-words-missing");
}

#[test]
fn words_belong_to_who_said_them() {
    let source = "“We have waited long enough,” said Odo Reyk. Ilse Brandt did not answer.";
    falls("Ilse Brandt said: “We have waited long enough.”", source, "speaker-other");
    let reported = "Odo Reyk said the money would go into schools. Ilse Brandt doubts the figures.";
    falls("Ilse Brandt said the money would go into schools.", reported, "speaker-other");
    let pronoun = "Odo Reyk came late. “We have waited long enough,” he said.";
    passes("Odo Reyk said: “We have waited long enough.”", pronoun);
}

#[test]
fn negation_and_reserve_are_kept() {
    let source = "The harbour will not open on Monday, and the bridge may have to close.";
    passes("The harbour will not open on Monday.", source);
    falls("The harbour will open on Monday.", source, "negated");
    falls("The bridge will have to close on Monday.", "The bridge may close on Monday.", "hedge-dropped");
    assert!(kinds("Die Brücke ist offen.", "Die Brücke ist nicht offen.", "de").contains(&"negated"));
    assert!(kinds("Le pont n'est pas ouvert lundi.", "Le pont est ouvert lundi.", "fr").contains(&"negated"));
}

#[test]
fn invented_words_are_too_few_of_the_source() {
    falls("Investigators blame years of neglect by careless owners of old buildings.", FIRE, "too-few-words");
    assert_eq!(faithful("A mill burned.", &[]).reasons, [Reason::NothingCited]);
}

#[test]
fn marks_of_sources_and_addresses_are_no_words() {
    passes("Voss leads the brigade [3].", FIRE);
    let found = verify(
        "Voss leads the brigade [3].",
        &["https://a.example/9/mill\n\nMara Voss leads the brigade."],
        Lang::EN,
    );
    assert_eq!((found.verdict, found.reasons.len(), found.carriers.len()), (Verdict::Supported, 0, 1));
}

#[test]
fn a_claim_that_the_evidence_denies_in_one_place_is_contradicted_or_at_least_no_support_without_a_reason() {
    let page: String = FIRE.to_owned()
        + &" Nothing else in town was touched by it, the council wrote in its paper.".repeat(80);
    let found = verify(
        "A fire at the Tolver mill killed 30 people and hurt 12 in its worst night for years.",
        &[&page],
        Lang::EN,
    );
    assert_eq!(found.verdict, Verdict::Contradicted, "{found:?}");
}

#[test]
fn no_evidence_is_unclear_and_nothing_breaks_on_odd_text() {
    assert_eq!(verify("A mill burned.", &[], Lang::EN).verdict, Verdict::Unclear);
    for text in [
        "",
        "…",
        "“",
        "12",
        "]]][[[",
        "東京で火事があった。",
        "é\u{301}\u{200d}",
        "1.2.3.4,5,6",
        "not not no never",
    ] {
        let found = verify(text, &[text, "x"], Lang::UNKNOWN);
        assert!((0.0..=1.0).contains(&found.score), "{text}");
        let _ = faithful(text, &[passage(text, "en")]);
    }
}
