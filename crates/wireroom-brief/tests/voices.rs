//! Who said what over a whole story: one speaker per person, pronouns, and the forms in which a quote is printed.

use crate::press::{Text, text};
use wireroom_brief::{Brief, Form, Quoted, Source, brief};
use wireroom_model::Lang;

const DAY: &str = "2025-03-04";

/// Two texts that make a story of their own; what is put beside them is what a test is about.
fn story(lang: &str, texts: &[&[&str]]) -> Brief {
    let own: Vec<Text> = texts
        .iter()
        .enumerate()
        .map(|(n, paragraphs)| {
            let n = u64::try_from(n).unwrap() + 1;
            let mut own = text(n, &format!("Outlet {n}"), DAY, "The ferry stays in port", paragraphs);
            own.lang = Lang::parse(lang);
            own
        })
        .collect();
    told(&own)
}

fn told(texts: &[Text]) -> Brief {
    let sources: Vec<Source<'_>> = texts.iter().map(Text::source).collect();
    brief(&sources)
}

fn quote<'b>(brief: &'b Brief, words: &str) -> Option<&'b Quoted> {
    brief.quotes.iter().find(|quoted| quoted.words.text().contains(words))
}

/// Who is shown as the speaker: the fullest name, else the words of the text.
fn speaker<'b>(brief: &'b Brief, words: &str) -> &'b str {
    let found = quote(brief, words);
    let name = found.and_then(|quoted| quoted.person.as_ref().or(quoted.speaker.as_ref()));
    name.map_or("nobody", |name| name.text())
}

const EN: [&str; 2] = [
    "The ferry to Harrow Island stayed in port on Tuesday after its rudder failed, the harbour office said.",
    "About 300 passengers waited at the quay for most of the morning, and two buses took them to town.",
];

fn english(rest: &[&str]) -> Brief {
    let paragraphs: Vec<&str> = EN.iter().chain(rest).copied().collect();
    story("en", &[&paragraphs])
}

#[test]
fn she_is_the_only_woman_or_man_whom_the_text_names_nearest() {
    let brief = english(&[
        "“We found the crack before anybody was hurt,” said Mara Voss, who runs the line.",
        "“The next boat will not sail before Friday at noon,” she added.",
    ]);
    assert_eq!(speaker(&brief, "will not sail"), "Mara Voss");
}

#[test]
fn a_pronoun_that_two_names_fit_is_nobodys() {
    let brief = english(&[
        "“We found the crack before anybody was hurt,” said Mara Voss, who runs the line.",
        "Mara Voss met Odo Brandt at the quay. The engine was cold by then.",
        "“The next boat will not sail before Friday at noon,” she added.",
    ]);
    assert!(quote(&brief, "found the crack").is_some(), "{:#?}", brief.quotes);
    assert!(quote(&brief, "will not sail").is_none(), "{:#?}", brief.quotes);
}

#[test]
fn a_title_says_which_of_two_a_pronoun_means() {
    let brief = english(&[
        "“We found the crack before anybody was hurt,” said Ms Mara Voss, who runs the line.",
        "“Nobody told the crew about the rudder,” said Mr Odo Brandt, a passenger.",
        "Ms Voss met Mr Brandt at the quay. The engine was cold by then.",
        "“The next boat will not sail before Friday at noon,” she added.",
    ]);
    assert!(speaker(&brief, "will not sail").ends_with("Voss"), "{:#?}", brief.quotes);
}

#[test]
fn a_pronoun_without_a_name_is_nobodys() {
    let brief = english(&["“The next boat will not sail before Friday at noon,” she said."]);
    assert!(quote(&brief, "will not sail").is_none());
}

#[test]
fn a_last_name_a_title_and_a_spelling_are_one_person_over_the_story() {
    let first: Vec<&str> = EN
        .into_iter()
        .chain(["“We found the crack before anybody was hurt,” said Oleksandr Zelenskyy, who runs the line."])
        .collect();
    let second = [
        "The island ferry did not leave on Tuesday because of a broken rudder, and its passengers went by bus.",
        "“Everybody who holds a ticket will be paid back,” President Zelensky said.",
    ];
    let brief = story("en", &[&first, &second]);
    assert_eq!(speaker(&brief, "found the crack"), "Oleksandr Zelenskyy");
    assert_eq!(speaker(&brief, "paid back"), "Oleksandr Zelenskyy");
}

#[test]
fn a_last_name_that_two_people_bear_is_neithers_full_name() {
    let first: Vec<&str> = EN
        .into_iter()
        .chain([
            "“We found the crack before anybody was hurt,” said Mara Voss, who runs the line.",
            "“Nobody told the crew about the rudder,” said Jan Voss, a passenger.",
        ])
        .collect();
    let second = [
        "The island ferry did not leave on Tuesday because of a broken rudder, and its passengers went by bus.",
        "“Everybody who holds a ticket will be paid back,” Voss said.",
    ];
    let brief = story("en", &[&first, &second]);
    assert_eq!(speaker(&brief, "paid back"), "Voss");
}

#[test]
fn a_body_and_a_role_are_no_person() {
    let brief = english(&["“Everybody who holds a ticket will be paid back,” the Harbour Ministry said."]);
    let found = quote(&brief, "paid back").unwrap();
    assert!(found.person.is_none() && found.speaker.is_some(), "{found:#?}");
}

#[test]
fn variants_say_how_they_differ() {
    let second = "The island ferry did not leave on Tuesday because of a broken rudder, and its passengers went by bus.";
    let whole = "“We found the crack in the rudder before anybody on board was hurt,” said Mara Voss.";
    let forms = [
        (whole, Form::Same),
        (
            "“We found the crack in the rudder before anybody was hurt,” Mara Voss told the paper.",
            Form::Trimmed,
        ),
        (
            "“We found the crack in the rudder before anybody on deck was harmed,” said Mara Voss.",
            Form::Reworded,
        ),
    ];
    for (printed, form) in forms {
        let first: Vec<&str> = EN.into_iter().chain([whole]).collect();
        let brief = story("en", &[&first, &[second, printed]]);
        let found = quote(&brief, "found the crack").unwrap();
        assert_eq!(found.others.iter().map(|v| v.form).collect::<Vec<_>>(), [form], "{printed}");
    }
}

#[test]
fn a_translation_needs_person_day_and_numbers() {
    let first: Vec<&str> =
        EN.into_iter().chain(["“We will pay back all 300 tickets by Friday,” said Mara Voss."]).collect();
    let german = |quote: &str| {
        let mut text = text(
            2,
            "Hafenbote",
            DAY,
            "Die Fähre bleibt im Hafen",
            &["Die Fähre zur Insel blieb am Dienstag wegen eines Schadens am Ruder im Hafen liegen.", quote],
        );
        text.lang = Lang::parse("de");
        text
    };
    let english = || text(1, "Harbour Post", DAY, "The ferry stays in port", &first);
    let same =
        told(&[english(), german("„Wir zahlen bis Freitag alle 300 Karten zurück“, sagte Mara Voss.")]);
    let found = quote(&same, "300 tickets").unwrap();
    assert_eq!(
        found.others.iter().map(|v| v.form).collect::<Vec<_>>(),
        [Form::Translated],
        "{:#?}",
        same.quotes
    );
    for other in [
        "„Wir zahlen bis Freitag alle 200 Karten zurück“, sagte Mara Voss.",
        "„Wir zahlen bis Freitag alle 300 Karten zurück“, sagte Odo Brandt.",
        "„Wir zahlen bis Freitag alle Karten zurück“, sagte Mara Voss.",
    ] {
        let brief = told(&[english(), german(other)]);
        assert!(brief.quotes.iter().all(|quoted| quoted.others.is_empty()), "{other}: {:#?}", brief.quotes);
    }
}

#[test]
fn german_french_and_spanish_pronouns_and_last_names_find_their_person() {
    let cases = [
        (
            "de",
            [
                "Die Fähre zur Insel blieb am Dienstag wegen eines Schadens am Ruder im Hafen liegen.",
                "Rund 300 Reisende warteten am Morgen am Kai, zwei Busse brachten sie in die Stadt.",
                "„Wir haben den Riss rechtzeitig gefunden“, sagte Mara Voss.",
                "„Das nächste Schiff fährt nicht vor Freitag ab“, sagte sie.",
            ],
            "nicht vor Freitag",
        ),
        (
            "fr",
            [
                "Le ferry de l’île est resté au port mardi à cause d’une avarie du gouvernail.",
                "Quelque 300 passagers ont attendu sur le quai et deux cars les ont menés en ville.",
                "« Nous avons trouvé la fissure à temps pour tous », a déclaré Mara Voss.",
                "Elle a ajouté : « Le prochain bateau ne partira pas avant vendredi ».",
            ],
            "avant vendredi",
        ),
        (
            "es",
            [
                "El transbordador de la isla se quedó el martes en el puerto por una avería del timón.",
                "Unos 300 pasajeros esperaron en el muelle y dos autobuses los llevaron a la ciudad.",
                "«Encontramos la grieta antes de que nadie sufriera daños», dijo Mara Voss.",
                "«El próximo barco no saldrá antes del viernes al mediodía», añadió ella.",
            ],
            "no saldrá",
        ),
    ];
    for (lang, paragraphs, words) in cases {
        let brief = story(lang, &[&paragraphs]);
        assert_eq!(speaker(&brief, words), "Mara Voss", "{lang}: {:#?}", brief.quotes);
    }
}
