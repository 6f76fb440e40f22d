//! Dates in running text in English, German, French and Spanish: days, months, years, ranges, what is relative, and that
//! nothing relative has a value where the publication date is unknown.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::string_slice)]

use proptest::prelude::*;
use wireroom_model::{Lang, Time};
use wireroom_text::dates::mentions;

/// A Wednesday.
const PUBLISHED: &str = "2025-03-05";

fn read(text: &str, lang: &str, published: Time) -> Vec<String> {
    let found = mentions(text, Lang::parse(lang), published);
    found.iter().filter_map(|mention| mention.value).map(|when| when.to_string()).collect()
}

fn published() -> Time {
    PUBLISHED.parse().map_or(Time::Unknown, Time::At)
}

/// A sentence and the values of its dates in order. Both ends of a range are dates.
const CASES: [(&str, &[(&str, &str)]); 4] = [
    (
        "en",
        &[
            ("The pier opened on 12 August 2024.", "2024-08-12"),
            ("The pier opened on August 12, 2024, they said.", "2024-08-12"),
            ("It was built in August 2024.", "2024-08"),
            ("It was built in 1987.", "1987"),
            ("The fair ran on 12-14 August 2024.", "2024-08-12 2024-08-14"),
            ("The fair ran from 12 to 14 August 2024.", "2024-08-12 2024-08-14"),
            ("The fair ran from August 12 to August 14, 2024.", "2024-08-12 2024-08-14"),
            ("The fair ran August 12-14, 2024.", "2024-08-12 2024-08-14"),
            ("The strike lasted from March to May 2024.", "2024-03 2024-05"),
            ("The boat sank on Monday.", "2025-03-03"),
            ("The boat sank on Wednesday.", "2025-03-05"),
            ("The boat sank yesterday.", "2025-03-04"),
            ("The boat will sail tomorrow.", "2025-03-06"),
            ("The boat sank last month.", "2025-02"),
            ("The boat sank last year.", "2024"),
            ("The war lasted from 1914 to 1918.", "1914 1918"),
        ],
    ),
    (
        "de",
        &[
            ("Der Steg wurde am 12. August 2024 eröffnet.", "2024-08-12"),
            ("Der Steg wurde am 12.08.2024 eröffnet.", "2024-08-12"),
            ("Er wurde im August 2024 gebaut.", "2024-08"),
            ("Er wurde im Jahr 1987 gebaut.", "1987"),
            ("Die Messe lief vom 3. bis 5. Mai 2024.", "2024-05-03 2024-05-05"),
            ("Die Messe lief vom 3. Mai bis zum 5. Mai 2024.", "2024-05-03 2024-05-05"),
            ("Der Streik dauerte von März bis Mai 2024.", "2024-03 2024-05"),
            ("Das Boot sank am Montag.", "2025-03-03"),
            ("Das Boot sank am Mittwoch.", "2025-03-05"),
            ("Das Boot sank gestern.", "2025-03-04"),
            ("Das Boot fährt übermorgen.", "2025-03-07"),
            ("Das Boot sank im vergangenen Monat.", "2025-02"),
            ("Das Boot sank im vergangenen Jahr.", "2024"),
            ("Das Boot sank vorgestern.", "2025-03-03"),
            ("Der Krieg dauerte von 1914 bis 1918.", "1914 1918"),
        ],
    ),
    (
        "fr",
        &[
            ("La jetée a ouvert le 12 août 2024.", "2024-08-12"),
            ("La jetée a ouvert le 1er août 2024.", "2024-08-01"),
            ("Elle a été construite en août 2024.", "2024-08"),
            ("Elle a été construite en 1987.", "1987"),
            ("La foire a eu lieu du 3 au 5 mai 2024.", "2024-05-03 2024-05-05"),
            ("La foire a eu lieu du 3 mai au 5 mai 2024.", "2024-05-03 2024-05-05"),
            ("La grève a duré de mars à mai 2024.", "2024-03 2024-05"),
            ("Le bateau a coulé lundi.", "2025-03-03"),
            ("Le bateau a coulé mercredi.", "2025-03-05"),
            ("Le bateau a coulé hier.", "2025-03-04"),
            ("Le bateau partira demain.", "2025-03-06"),
            ("Le bateau a coulé le mois dernier.", "2025-02"),
            ("Le bateau a coulé l’année dernière.", "2024"),
            ("Le bateau a coulé avant-hier.", "2025-03-03"),
            ("La guerre a duré de 1914 à 1918.", "1914 1918"),
        ],
    ),
    (
        "es",
        &[
            ("El muelle abrió el 12 de agosto de 2024.", "2024-08-12"),
            ("El muelle abrió el 1 de agosto de 2024.", "2024-08-01"),
            ("Se construyó en agosto de 2024.", "2024-08"),
            ("Se construyó en 1987.", "1987"),
            ("La feria fue del 3 al 5 de mayo de 2024.", "2024-05-03 2024-05-05"),
            ("La feria fue del 3 de mayo al 5 de mayo de 2024.", "2024-05-03 2024-05-05"),
            ("La huelga duró de marzo a mayo de 2024.", "2024-03 2024-05"),
            ("El barco se hundió el lunes.", "2025-03-03"),
            ("El barco se hundió el miércoles.", "2025-03-05"),
            ("El barco se hundió ayer.", "2025-03-04"),
            ("El barco saldrá pasado mañana.", "2025-03-07"),
            ("El barco se hundió el mes pasado.", "2025-02"),
            ("El barco se hundió el año pasado.", "2024"),
            ("El barco se hundió anteayer.", "2025-03-03"),
            ("La guerra duró de 1914 a 1918.", "1914 1918"),
        ],
    ),
];

#[test]
fn dates_in_text_are_read_in_four_languages() {
    let mut faults = Vec::new();
    for (lang, cases) in CASES {
        assert!(cases.len() >= 15, "{lang}");
        for (text, wanted) in cases {
            let found = read(text, lang, published()).join(" ");
            if found != *wanted {
                faults.push(format!("{lang}: {text} {found}"));
            }
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn a_range_without_a_year_has_both_ends_once_the_day_of_publication_is_known() {
    for (lang, text) in [
        ("en", "The fair will run from 12 to 14 August."),
        ("en", "The fair will run on 12-14 August."),
        ("de", "Die Messe läuft vom 12. bis 14. August."),
        ("fr", "La foire aura lieu du 12 au 14 août."),
        ("es", "La feria será del 12 al 14 de agosto."),
    ] {
        assert_eq!(read(text, lang, published()), ["2025-08-12", "2025-08-14"], "{text}");
        assert!(read(text, lang, Time::Unknown).is_empty(), "{text}");
    }
}

/// What has no value without a publication date, however it is put together: no piece states a year.
const RELATIVE: [(&str, &[&str]); 4] = [
    (
        "en",
        &[
            "on Tuesday",
            "yesterday",
            "last week",
            "this month",
            "in August",
            "on 12 August",
            "12-14 August",
            "two days ago",
            "next year",
            "tonight",
            "the boat",
            "from",
            "to",
            "3",
            ".",
        ],
    ),
    (
        "de",
        &[
            "am Dienstag",
            "gestern",
            "vergangene Woche",
            "in diesem Monat",
            "im August",
            "am 12. August",
            "vom 3. bis 5. Mai",
            "vor zwei Tagen",
            "nächstes Jahr",
            "heute",
            "das Boot",
            "von",
            "bis",
            "3",
            ".",
        ],
    ),
    (
        "fr",
        &[
            "mardi",
            "hier",
            "la semaine dernière",
            "ce mois-ci",
            "en août",
            "le 12 août",
            "du 3 au 5 mai",
            "il y a deux jours",
            "l’an prochain",
            "ce soir",
            "le bateau",
            "du",
            "au",
            "3",
            ".",
        ],
    ),
    (
        "es",
        &[
            "el martes",
            "ayer",
            "la semana pasada",
            "este mes",
            "en agosto",
            "el 12 de agosto",
            "del 3 al 5 de mayo",
            "hace dos días",
            "el próximo año",
            "hoy",
            "el barco",
            "del",
            "al",
            "3",
            ".",
        ],
    ),
];

proptest! {
    #[test]
    fn without_a_publication_date_nothing_relative_has_a_value(
        lang in 0..RELATIVE.len(), picks in prop::collection::vec(any::<prop::sample::Index>(), 0..12),
    ) {
        let (lang, pieces) = RELATIVE[lang];
        let text = picks.iter().map(|pick| *pick.get(pieces)).collect::<Vec<_>>().join(" ");
        prop_assert_eq!(read(&text, lang, Time::Unknown), Vec::<String>::new(), "{}", text);
    }
}
