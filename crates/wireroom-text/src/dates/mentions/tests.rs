use super::*;
use proptest::prelude::*;

/// What is found, as "words=value", on Tuesday 4 March 2025.
fn found(text: &str, lang: &str) -> Vec<String> {
    let published: wireroom_model::When = "2025-03-04".parse().unwrap();
    mentions(text, Lang::parse(lang), published.into())
        .into_iter()
        .map(|m| format!("{}={}", m.span.of(text).unwrap(), m.value.map_or("null".into(), |v| v.to_string())))
        .collect()
}

#[test]
fn english_days_are_seen_from_the_publication() {
    for (text, expected) in [
        ("The ferry sank on Tuesday.", "Tuesday=2025-03-04"),
        ("The mayor resigned on Friday night.", "Friday night=2025-02-28"),
        ("The council will vote on Friday.", "Friday=2025-03-07"),
        ("He spoke last Tuesday.", "last Tuesday=2025-02-25"),
        ("It opens next Tuesday.", "next Tuesday=2025-03-11"),
        ("She arrived yesterday.", "yesterday=2025-03-03"),
        ("It closed on Dec. 12.", "Dec. 12=2024-12-12"),
        ("It begins on 12 April.", "12 April=2025-04-12"),
        ("It fell on Saturday, 1 March 2025, at noon.", "Saturday, 1 March 2025=2025-03-01"),
        ("Prices rose in December.", "December=2024-12"),
        ("It will open in October.", "October=2025-10"),
        ("They met last year.", "last year=2024"),
        ("Rain is due next month.", "next month=2025-04"),
        ("The port closed two years ago.", "two years ago=2023"),
        ("It was built in 1931.", "1931=1931"),
        ("Figures of 2025-02-01 stand.", "2025-02-01=2025-02-01"),
        ("Sales fell last week.", "last week=null"),
    ] {
        assert_eq!(found(text, "en"), [expected], "{text}");
    }
}

#[test]
fn words_that_only_look_like_dates_are_left_alone() {
    for text in [
        "They may march on.",
        "It cost 1,998 crowns.",
        "The $2000 prize.",
        "Route 1999a is closed.",
        "Theresa May resigned.",
        "Some 2000 people came.",
        "Then 2000 people came.",
        "The sun sat low.",
    ] {
        assert!(found(text, "en").is_empty(), "{text}: {:?}", found(text, "en"));
    }
}

#[test]
fn without_a_publication_date_only_a_stated_year_has_a_value() {
    let text = "On Tuesday, on 3 May, last year, on 4 June 2024 and in 1999.";
    let values: Vec<_> =
        mentions(text, Lang::EN, Time::Unknown).into_iter().filter_map(|m| m.value).collect();
    let values: Vec<_> = values.iter().map(ToString::to_string).collect();
    assert_eq!(values, ["2024-06-04", "1999"]);
}

#[test]
fn a_day_once_stated_keeps_its_year() {
    let text = "It sank on 13 June 2019. The report of 13 June is long.";
    assert_eq!(found(text, "en"), ["13 June 2019=2019-06-13", "13 June=2019-06-13"]);
}

#[test]
fn other_languages_have_their_own_words() {
    for (lang, text, expected) in [
        ("de", "Der Rat tagte am Freitag.", "Freitag=2025-02-28"),
        ("de", "Der Rat wird am Freitag tagen.", "Freitag=2025-03-07"),
        ("de", "Am 3. März 2025 sank die Fähre.", "3. März 2025=2025-03-03"),
        ("de", "Sie sank vor zwei Jahren.", "vor zwei Jahren=2023"),
        ("de", "Im vergangenen Jahr sank sie.", "vergangenen Jahr=2024"),
        ("de", "Die Fähre sank am 1.3.2025.", "1.3.2025=2025-03-01"),
        ("fr", "Le maire a démissionné vendredi.", "vendredi=2025-02-28"),
        ("fr", "Il a parlé mardi dernier.", "mardi dernier=2025-02-25"),
        ("fr", "Le 1er mars 2025, il a plu.", "1er mars 2025=2025-03-01"),
        ("fr", "Il est parti l'an dernier.", "an dernier=2024"),
        ("fr", "C'était hier.", "hier=2025-03-03"),
        ("es", "El alcalde dimitió el viernes.", "viernes=2025-02-28"),
        ("es", "Llegó el 3 de marzo de 2025.", "3 de marzo de 2025=2025-03-03"),
        ("es", "Ocurrió el año pasado.", "año pasado=2024"),
        ("es", "Fue el pasado mes de noviembre.", "pasado mes de noviembre=2024-11"),
        ("de", "Rund 2000 Menschen kamen heute.", "heute=2025-03-04"),
        ("es", "Ocurrió hace dos años.", "hace dos años=2023"),
        ("it", "È arrivato due anni fa.", "due anni fa=2023"),
        ("pt", "Chegou na sexta-feira.", "sexta-feira=2025-02-28"),
        ("nl", "Hij kwam gisteren.", "gisteren=2025-03-03"),
        ("ru", "Это было 3 марта 2025 года.", "3 марта 2025=2025-03-03"),
        ("ru", "Паром ушёл в пятницу.", "пятницу=2025-02-28"),
        ("ru", "Это было в прошлом году.", "прошлом году=2024"),
        ("ru", "Выборы состоятся два года спустя, а первые были три года назад.", "три года назад=2022"),
        ("uk", "Пором прибув у п’ятницю.", "п’ятницю=2025-02-28"),
        ("uk", "Це сталося вчора.", "вчора=2025-03-03"),
        ("pl", "Prom przypłynął w piątek.", "piątek=2025-02-28"),
        ("pl", "Było to 3 marca 2025 roku.", "3 marca 2025=2025-03-03"),
        ("pl", "Było to w ubiegłym roku.", "ubiegłym roku=2024"),
        ("zh", "会议于2025年3月3日举行。", "2025年3月3日=2025-03-03"),
        ("ja", "3月3日に開かれた。", "3月3日=2025-03-03"),
    ] {
        assert_eq!(found(text, lang), [expected], "{text}");
    }
}

proptest! {
    #[test]
    fn no_text_breaks_the_reader(
        text in "((Mon|last|next|May|Oct|on|in|ago|two|year|3|31|1998|2025|de|vor|an|dernier|年|月|日|년|\\.|,|-|/|'|\n\n|é|\\PC) ?){0,20}",
        lang in prop::sample::select(vec!["en", "de", "fr", "es", "it", "pt", "nl", "ru", "uk", "pl", "und"]),
    ) {
        let published = Time::At("2025-03-04".parse().unwrap());
        let found = mentions(&text, Lang::parse(lang), published);
        let mut last = 0;
        for mention in found {
            prop_assert!(mention.span.of(&text).is_some_and(|words| !words.is_empty()));
            prop_assert!(mention.span.start() >= last);
            last = mention.span.end();
        }
    }
}
