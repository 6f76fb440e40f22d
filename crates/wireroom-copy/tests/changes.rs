//! Changes between versions: each is classed by what it is, and what is no change is said to be none.

use wireroom_copy::{Draft, changes, classes};
use wireroom_model::{Alteration, Class, Lang, TextPart};

const TITLE: &str = "Barrier holds in first test";
const BODY: &str = "The tidal barrier at Ostrel closed for the first time on Saturday night and kept the lower town dry.\n\nAll four gates were down by 22:40, twenty minutes before the crest, the Barrier Trust said. Some 310 households had been asked to leave.\n\n\u{201c}We built it for one night in forty years, and it came in the second winter,\u{201d} said Imre Valdan, who leads the trust.\n\nThe council will meet on Tuesday to ask why the sirens stayed silent.";

fn draft<'a>(title: &'a str, body: &'a str, lang: &str) -> Draft<'a> {
    Draft { title, body, lang: Lang::parse(lang) }
}

fn edit(from: &str, to: &str) -> String {
    assert!(BODY.contains(from), "{from}");
    BODY.replacen(from, to, 1)
}

fn found(new: &str) -> Vec<Alteration> {
    changes(&draft(TITLE, BODY, "en"), &draft(TITLE, new, "en"))
}

fn classed(new: &str) -> Vec<Class> {
    classes(&found(new))
}

#[test]
fn the_same_text_has_no_change() {
    assert_eq!(found(BODY), []);
}

#[test]
fn a_changed_headline_is_one_and_its_case_is_none() {
    let of = |title: &str| changes(&draft(TITLE, BODY, "en"), &draft(title, BODY, "en"));
    let changed = of("Barrier fails in first test");
    assert_eq!((changed[0].class, changed[0].part), (Class::Headline, TextPart::Headline));
    assert_eq!(changed.len(), 1);
    assert_eq!(of("Barrier Holds in First Test")[0].class, Class::Setting);
}

#[test]
fn a_misprint_is_a_typo_and_a_name_or_another_word_is_not() {
    assert_eq!(classed(&edit("closed for", "closd for")), [Class::Typo]);
    assert_eq!(classed(&edit("households", "housholds")), [Class::Typo]);
    assert_eq!(classed(&edit("the lower town", "the the lower town")), [Class::Typo]);
    assert_eq!(classed(&edit("households", "house holds")), [Class::Typo]);
    assert_eq!(classed(&edit("Imre Valdan", "Imre Valden")), [Class::Wording]);
    assert_eq!(classed(&edit("sirens stayed", "alarms stayed")), [Class::Wording]);
    assert_eq!(
        classed(&edit("kept the lower town dry", "did not keep the lower town dry")),
        [Class::Wording]
    );
}

#[test]
fn a_changed_figure_is_told_by_its_value() {
    assert_eq!(classed(&edit("Some 310", "Some 340")), [Class::Figure]);
    assert_eq!(classed(&edit("All four gates", "All five gates")), [Class::Figure]);
    assert_eq!(classed(&edit("by 22:40", "by 22:50")), [Class::Figure]);
    assert_eq!(classed(&edit("twenty minutes", "20 minutes")), [Class::Wording]);
    assert_eq!(classed(&edit("Some 310 households", "Households")), [Class::Figure]);
}

#[test]
fn a_change_inside_quotation_marks_is_a_quote_and_with_a_figure_both() {
    assert_eq!(classed(&edit("one night in", "one flood in")), [Class::Quote]);
    assert_eq!(classed(&edit("it came in the second", "it came during the second")), [Class::Quote]);
    assert_eq!(classed(&edit("forty years", "fifty years")), [Class::Figure, Class::Quote]);
    assert_eq!(classed(&edit("who leads the trust", "who chairs the trust")), [Class::Wording]);
}

#[test]
fn paragraphs_and_sentences_that_come_or_go_are_added_or_withdrawn() {
    let more =
        format!("{BODY}\n\nThe gates opened again on Sunday morning, an hour after the tide had turned.");
    assert_eq!(classed(&more), [Class::Added]);
    let less = BODY.rsplit_once("\n\n").unwrap().0;
    assert_eq!(classed(less), [Class::Withdrawn]);
    assert_eq!(classed(&edit(" Some 310 households had been asked to leave.", "")), [Class::Withdrawn]);
    let said = format!("{BODY}\n\n\u{201c}Nobody told us anything,\u{201d} said a neighbour on the quay.");
    assert_eq!(classed(&said), [Class::Quote, Class::Added]);
}

#[test]
fn a_notice_of_correction_stands_first() {
    let new = format!(
        "{}\n\nCorrection: 340 households were asked to leave, not 310.",
        edit("Some 310", "Some 340")
    );
    assert_eq!(classed(&new), [Class::Correction, Class::Figure]);
    let notice = found(&new).into_iter().find(|change| change.class == Class::Correction).unwrap();
    assert!(notice.new.unwrap().of(&new).unwrap().starts_with("Correction: 340"));
    assert_eq!(notice.old, None);
    let inside =
        edit("stayed silent.", "stayed silent. An earlier version of this article named another day.");
    assert_eq!(classed(&inside), [Class::Correction]);
}

#[test]
fn notices_are_known_in_other_languages() {
    let bodies = [
        (
            "de",
            "Das Sperrwerk schloss am Samstag zum ersten Mal.",
            "Korrektur: Es hat vier Tore, nicht fünf.",
        ),
        ("fr", "Le barrage a fermé samedi pour la première fois.", "Rectificatif : il compte quatre portes."),
        (
            "es",
            "La barrera cerró el sábado por primera vez.",
            "Una versión anterior de esta nota daba otra cifra.",
        ),
        (
            "it",
            "La barriera ha chiuso sabato per la prima volta.",
            "Questo articolo è stato corretto domenica.",
        ),
        ("pt", "A barreira fechou no sábado pela primeira vez.", "Correção: a barreira tem quatro portas."),
    ];
    for (lang, body, notice) in bodies {
        let new = format!("{body}\n\n{notice}");
        let found = changes(&draft("x", body, lang), &draft("x", &new, lang));
        assert_eq!(classes(&found), [Class::Correction], "{lang}");
    }
}

#[test]
fn punctuation_case_and_breaks_alone_are_setting() {
    assert_eq!(classed(&edit("Saturday night and", "Saturday night, and")), [Class::Setting]);
    assert_eq!(classed(&edit("Barrier Trust said. Some", "Barrier Trust said.\n\nSome")), [Class::Setting]);
    assert_eq!(classed(&edit("Barrier Trust", "barrier trust")), [Class::Setting]);
}

#[test]
fn paragraphs_in_another_order_moved() {
    let parts: Vec<&str> = BODY.split("\n\n").collect();
    let new = [parts[0], parts[3], parts[1], parts[2]].join("\n\n");
    assert_eq!(classed(&new), [Class::Moved]);
}

#[test]
fn every_change_has_spans_of_its_texts() {
    let new = format!(
        "{}\n\n港は閉ざされた。",
        edit("Some 310", "Some 340").replace("second winter", "sécond winter")
    );
    for change in found(&new) {
        assert!(change.old.is_none_or(|span| span.of(BODY).is_some()));
        assert!(change.new.is_none_or(|span| span.of(&new).is_some()));
        assert!(change.old.is_some() || change.new.is_some());
    }
}
