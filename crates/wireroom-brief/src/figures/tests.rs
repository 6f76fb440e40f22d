//! What is read of sentences written for these tests, and what is none.

use super::*;

fn read_of(text: &str, lang: &str) -> Vec<(f64, f64, Option<&'static str>, String)> {
    let published = "2031-05-06T09:00:00Z".parse().map_or(Time::Unknown, Time::At);
    let found = figures(text, Lang::parse(lang), published);
    found
        .iter()
        .map(|f| {
            let hedge = f.hedge.and_then(|h| h.of(text)).unwrap_or_default().to_lowercase();
            (f.low, f.high, f.unit.map(Unit::as_str), hedge)
        })
        .collect()
}

fn one(text: &str, lang: &str) -> (f64, f64, Option<&'static str>, String) {
    let found = read_of(text, lang);
    assert_eq!(found.len(), 1, "{text}: {found:?}");
    found.into_iter().next().unwrap_or_default()
}

#[test]
fn english_values_are_read_with_their_units_and_hedges() {
    for (text, low, high, unit, hedge) in [
        ("The bridge cost an estimated $1.2 billion.", 1.2e9, 1.2e9, Some("USD"), "an estimated"),
        ("Just over two and a half million people voted.", 2.5e6, 2.5e6, None, "just over"),
        ("Divers found between 20 and 25 wrecks.", 20.0, 25.0, None, ""),
        ("The swell reached 9-11 metres.", 9.0, 11.0, Some("m"), ""),
        ("Nearly three-quarters of the boats came back.", 0.75, 0.75, Some("share"), "nearly"),
        ("Nine out of ten farmers agreed.", 0.9, 0.9, Some("share"), ""),
        ("Hundreds of thousands of gulls came back.", 1e5, 999_999.0, None, ""),
        ("The fleet lost half a dozen boats.", 6.0, 6.0, None, ""),
        ("The lake covers 14 square miles.", 14.0, 14.0, Some("square mile"), ""),
        ("It fell to minus 12 degrees overnight.", -12.0, -12.0, Some("celsius"), ""),
        ("Repairs take one to two days.", 1.0, 2.0, Some("day"), ""),
        ("The catch weighed 154 pounds.", 154.0, 154.0, Some("pound"), ""),
        ("The mast is a 1.8m tall pole.", 1.8, 1.8, Some("m"), ""),
        ("The crew began a 72-hour strike.", 72.0, 72.0, Some("hour"), ""),
        ("A hundred and twenty-four houses burned.", 124.0, 124.0, None, ""),
    ] {
        assert_eq!(one(text, "en"), (low, high, unit, hedge.to_owned()), "{text}");
    }
}

#[test]
fn other_languages_read_their_own_marks_and_words() {
    for (lang, text, low, unit, hedge) in [
        ("de", "Rund zweitausenddreihundert Menschen kamen.", 2300.0, None, "rund"),
        ("de", "Der Deich kostet 4,75 Mrd. Euro.", 4.75e9, Some("EUR"), ""),
        ("de", "Die Hälfte der Boote sank.", 0.5, Some("share"), ""),
        ("fr", "Quatre-vingt-dix-sept bateaux ont coulé.", 97.0, None, ""),
        ("fr", "Le port a coûté 12,5 M€.", 12.5e6, Some("EUR"), ""),
        ("fr", "Plus d'une centaine de marins sont arrivés.", 100.0, None, "plus d'"),
        ("es", "Murieron treinta y cuatro marineros.", 34.0, None, ""),
        ("es", "El puerto costó 10.000 millones de dólares.", 1e10, Some("USD"), ""),
        ("es", "Más de la mitad de los barcos volvió.", 0.5, Some("share"), "más de"),
    ] {
        assert_eq!(one(text, lang), (low, low, unit, hedge.to_owned()), "{text}");
    }
}

#[test]
fn names_ranks_ages_times_and_scores_are_no_figures() {
    for (lang, text) in [
        ("en", "Mara Voss, 54, spoke at 7.30pm near Route 66."),
        ("en", "The Boeing 737 left gate 14 under Section 12."),
        ("en", "Port Brandt beat Skerry 3-1 in the 88th minute."),
        ("en", "One of the captains wrote to the G7 in 1998."),
        ("en", "Call 0555 014 220 or come to 16 Tannery Lane."),
        ("en", "Children under five and pupils aged 12 come free."),
        ("en", "It struck the rocks shortly before five in the morning and sank."),
        ("en", "The 34-year-old sailor saw COVID-19 spread."),
        ("de", "Der Kutter liegt seit 18.30 Uhr an Kai 7."),
        ("de", "Am 3. Mai sprach Odo Brandt (61) im Saal 4."),
        ("fr", "Un marin de 66 ans est parti à 14 heures du quai 3."),
        ("es", "El capitán, de 62 años, salió a las 11.00 de la línea 7."),
    ] {
        assert_eq!(read_of(text, lang), [], "{text}");
    }
}

#[test]
fn a_sum_in_two_moneys_is_one_figure() {
    let text = "The wreck will cost $90 billion (£67bn) to raise.";
    let found = figures(text, Lang::EN, Time::Unknown);
    assert_eq!(found.len(), 1);
    let also = found[0].also.map(|a| (a.low, a.unit.as_str()));
    assert_eq!((found[0].at.of(text), also), (Some("$90 billion (£67bn)"), Some((67e9, "GBP"))));
}

#[test]
fn nothing_relative_has_a_time_without_a_publication_date() {
    let text = "The storm sank 12 boats on Tuesday.";
    assert!(figures(text, Lang::EN, Time::Unknown).iter().all(|f| f.as_of.is_none()));
}

#[test]
fn what_where_and_who_are_told_in_the_texts_words() {
    let text = "At least 12 people were injured in Port Brandt on Monday, the coast guard said.";
    let published = "2031-05-06T09:00:00Z".parse().map_or(Time::Unknown, Time::At);
    let found = figures(text, Lang::EN, published);
    let words = |span: Option<Span>| span.and_then(|s| s.of(text));
    let figure = &found[0];
    assert_eq!((words(figure.what), words(figure.event)), (Some("people"), Some("injured")));
    assert_eq!((words(figure.place), words(figure.speaker)), (Some("Port Brandt"), Some("the coast guard")));
    assert_eq!(figure.as_of.map(|t| t.to_string()).as_deref(), Some("2031-05-05"));
}
