//! Texts here are written for these tests; the people and places do not exist.

use super::quotes;
use wireroom_model::Lang;

/// Each quote with its speaker, as words.
fn said(text: &str) -> Vec<(&str, Option<&str>)> {
    said_in(text, "en")
}

fn said_in<'t>(text: &'t str, lang: &str) -> Vec<(&'t str, Option<&'t str>)> {
    quotes(text, Lang::parse(lang))
        .into_iter()
        .map(|q| (q.span.of(text).unwrap(), q.speaker.map(|s| s.of(text).unwrap())))
        .collect()
}

/// The one speaker of the only quote.
fn speaker(text: &str) -> Option<&str> {
    let found = said(text);
    assert_eq!(found.len(), 1, "{text}: {found:?}");
    found[0].1
}

#[test]
fn a_speaker_stands_before_or_after_the_verb_and_the_quote() {
    for text in [
        "“We will rebuild the pier before winter,” Mara Voss said.",
        "“We will rebuild the pier before winter,” said Mara Voss.",
        "Mara Voss said: “We will rebuild the pier before winter.”",
        "Mara Voss said on Tuesday that “we will rebuild the pier before winter”.",
        "Mara Voss told reporters: “We will rebuild the pier before winter.”",
        "“Will we rebuild the pier before winter?” Mara Voss asked.",
        "“We will rebuild the pier before winter,” according to Mara Voss.",
        "According to Mara Voss, the council “will rebuild the pier before winter”.",
        "“We will rebuild the pier before winter.” — Mara Voss",
        "Mara Voss: “We will rebuild the pier before winter.”",
    ] {
        assert_eq!(speaker(text), Some("Mara Voss"), "{text}");
    }
}

#[test]
fn an_apposition_is_stepped_over() {
    for text in [
        "“The pier will stand again,” Mara Voss, the harbour's director, said.",
        "“The pier will stand again,” Mara Voss, a professor of law, history and ships, said.",
        "“The pier will stand again,” Mara Voss (Greens) said.",
        "Mara Voss, who has led the harbour since the flood, said: “The pier will stand again.”",
        "“The pier will stand again,” said Mara Voss, the harbour's director, on Monday.",
    ] {
        assert_eq!(speaker(text), Some("Mara Voss"), "{text}");
    }
}

#[test]
fn a_role_or_a_pronoun_can_speak() {
    assert_eq!(
        speaker("“Nobody was told about it,” a spokeswoman for the union said."),
        Some("a spokeswoman for the union")
    );
    assert_eq!(
        speaker("“Nobody was told about it,” said the head of the union."),
        Some("the head of the union")
    );
    assert_eq!(speaker("“Nobody was told about it,” she said."), Some("she"));
}

#[test]
fn an_interrupted_quote_has_one_speaker() {
    let text = "“We waited all night,” said Odo Brandt, “and no boat came to us.” “Nobody called,” he added.";
    let found = said(text);
    assert_eq!(found[0], ("We waited all night,", Some("Odo Brandt")));
    assert_eq!(found[1], ("and no boat came to us.", Some("Odo Brandt")));
    assert_eq!(found[2], ("Nobody called,", Some("he")));
}

#[test]
fn a_quote_alone_goes_on_with_the_speaker_before_it() {
    let text = "“We waited all night,” Odo Brandt said. “No boat came to us in the end.”";
    assert_eq!(said(text)[1].1, Some("Odo Brandt"));
}

#[test]
fn a_quote_over_paragraphs_keeps_its_speaker() {
    let text = "Odo Brandt said: “We waited all night on the quay.\n\n“No boat came to us in the end.\n\n“And nobody called.”";
    let found = said(text);
    assert_eq!(found.len(), 3);
    assert!(found.iter().all(|(_, who)| *who == Some("Odo Brandt")), "{found:?}");
}

#[test]
fn a_colon_announces_the_next_paragraph() {
    let text = "In a letter to the council, Odo Brandt wrote:\n\n“We waited all night on the quay.”";
    assert_eq!(speaker(text), Some("Odo Brandt"));
}

#[test]
fn every_kind_of_mark_is_read_and_mixed_ones_too() {
    for (text, lang) in [
        ("\"We waited all night,\" Odo Brandt said.", "en"),
        ("“We waited all night,\" Odo Brandt said.", "en"),
        ("‘We waited all night,’ Odo Brandt said.", "en"),
        ("'We waited all night,' Odo Brandt said.", "en"),
        ("„Wir warteten die ganze Nacht“, sagte Odo Brandt.", "de"),
        ("»Wir warteten die ganze Nacht«, sagte Odo Brandt.", "de"),
        ("Odo Brandt sagte: „Wir warteten die ganze Nacht.“", "de"),
        ("« Nous avons attendu toute la nuit », a déclaré Odo Brandt.", "fr"),
        ("Odo Brandt a expliqué : « Nous avons attendu toute la nuit. »", "fr"),
        ("«Esperamos toda la noche», dijo Odo Brandt.", "es"),
        ("Odo Brandt afirmó: «Esperamos toda la noche».", "es"),
    ] {
        let found = said_in(text, lang);
        assert_eq!(found.len(), 1, "{text}: {found:?}");
        assert_eq!(found[0].1, Some("Odo Brandt"), "{text}");
        assert!(!found[0].0.contains(['“', '”', '„', '«', '»', '"']), "{text}: {found:?}");
    }
}

#[test]
fn a_nested_quote_is_part_of_its_quote() {
    let text = "“She told me ‘go home’ and I went home,” Odo Brandt said. “It was a “fine” boat, they told us,” he added.";
    let found = said(text);
    assert_eq!(found[0], ("She told me ‘go home’ and I went home,", Some("Odo Brandt")));
    assert_eq!(found[1].0, "It was a “fine” boat, they told us,");
}

#[test]
fn scare_quotes_and_apostrophes_have_no_speaker() {
    assert_eq!(said("The “free” ferry costs ten crowns.")[0].1, None);
    assert_eq!(said("The workers' boat and the sailors' hut didn't burn."), []);
    assert_eq!(said("The board was 6'2\" long and 3\" wide."), []);
}

#[test]
fn a_verb_that_is_a_noun_names_nobody() {
    let text = "The United States press call lasted an hour. “Nobody was told about it at all.”";
    assert_ne!(said(text)[0].1, Some("The United"));
}

#[test]
fn the_outer_speaker_of_reported_speech_speaks() {
    assert_eq!(
        speaker("Mara Voss said he would advise the town on “the many dangers of the old pier”."),
        Some("Mara Voss")
    );
}

#[test]
fn where_nothing_names_a_speaker_nobody_is_named() {
    assert_eq!(speaker("Rain fell. “Nobody was told about it at all.”"), None);
    // No verbs are known for the language: the marks are read, the speaker is not guessed.
    assert_eq!(
        said_in("「みんな一晩中待っていた」とブラントは言った。", "ja"),
        [("みんな一晩中待っていた", None)]
    );
}

#[test]
fn a_transcript_speaks_by_its_turns() {
    let text = "Ada Lind: Good evening from the harbour.\n\nOdo Brandt: We waited all night.\n\nAda Lind: And then?\n\nOdo Brandt, ferryman: Nobody came.";
    let found = said(text);
    assert_eq!(found.len(), 4);
    assert_eq!(found[1], ("We waited all night.", Some("Odo Brandt")));
    assert_eq!(found[3], ("Nobody came.", Some("Odo Brandt")));
}

#[test]
fn one_label_makes_no_transcript() {
    let text = "Note: the ferry is late.\n\nThe pier is closed.\n\n“We waited all night,” Odo Brandt said.\n\nIt rained.";
    assert_eq!(speaker(text), Some("Odo Brandt"));
}

#[test]
fn odd_marks_never_break_a_character() {
    for text in
        ["“", "”", "\"\"", "“”", "''", "«»»«", "“é” é“", "\"", "a\"b\"c", "““““", "„“„“„", "é\"é\"é said é"]
    {
        for quote in quotes(text, Lang::EN) {
            assert!(quote.span.of(text).is_some());
        }
    }
}
