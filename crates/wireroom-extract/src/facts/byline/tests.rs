use super::*;

fn names(line: &str) -> Vec<String> {
    read(line, &["harbourpost".to_owned()]).authors.into_iter().map(|a| a.name).collect()
}

fn roles(line: &str) -> Vec<(String, Option<String>)> {
    read(line, &["harbourpost".to_owned()]).authors.into_iter().map(|a| (a.name, a.role)).collect()
}

fn credits(line: &str) -> Vec<(String, String)> {
    read(line, &[]).credits.into_iter().map(|c| (c.name, c.part)).collect()
}

fn agencies(line: &str) -> Vec<(String, AgencyPart)> {
    read(line, &[]).agencies.into_iter().map(|a| (a.agency, a.part)).collect()
}

fn pair(name: &str, part: &str) -> (String, String) {
    (name.to_owned(), part.to_owned())
}

#[test]
fn a_credit_of_several_people_is_several_names() {
    assert_eq!(names("By Ada Fenn and Bo Lind"), ["Ada Fenn", "Bo Lind"]);
    assert_eq!(names("https://social.example/adafenn"), Vec::<String>::new());
    assert_eq!(names("Von Karl Ohm (dpa), Eva Moor"), ["Karl Ohm", "Eva Moor"]);
    assert_eq!(names("Ada Fenn/Bo Lind"), ["Ada Fenn", "Bo Lind"]);
    assert_eq!(names("Par Ada Fenn et Bo Lind"), ["Ada Fenn", "Bo Lind"]);
    assert_eq!(names("王小明、李大海"), ["王小明", "李大海"]);
}

#[test]
fn degrees_and_houses_are_no_names() {
    assert_eq!(names("Ada Fenn PhD, RDN, LD"), ["Ada Fenn"]);
    assert_eq!(names("Ada Fenn | Harbour Post"), ["Ada Fenn"]);
    assert_eq!(names("By Ada Fenn, AP"), ["Ada Fenn"]);
    assert_eq!(names("Ada Fenn, Northern Courier"), ["Ada Fenn"]);
    assert_eq!(names("AFP"), ["AFP"]);
    assert_eq!(names("ANNA MOOR MA, Bo Lind"), ["ANNA MOOR MA", "Bo Lind"]);
    assert_eq!(names("Nelson C.J."), ["Nelson C.J."]);
}

#[test]
fn roles_stand_apart_from_names() {
    let some = |name: &str, role: &str| (name.to_owned(), Some(role.to_owned()));
    assert_eq!(roles("By Ada Fenn, Political editor"), [some("Ada Fenn", "Political editor")]);
    assert_eq!(roles("Ada Fenn Staff Writer"), [some("Ada Fenn", "Staff Writer")]);
    assert_eq!(roles("Political editor Ada Fenn"), [some("Ada Fenn", "Political editor")]);
    assert_eq!(roles("김하늘 기자"), [some("김하늘", "기자")]);
    assert_eq!(names("김하늘 기자 외 1명"), ["김하늘"]);
    assert_eq!(roles("Von Eva Moor, Redakteurin"), [some("Eva Moor", "Redakteurin")]);
}

#[test]
fn those_with_another_part_than_writing_are_credited_with_it() {
    assert_eq!(names("By Ada Fenn. Photographs by Bo Lind"), ["Ada Fenn"]);
    assert_eq!(credits("By Ada Fenn. Photographs by Bo Lind"), [pair("Bo Lind", "Photographs by")]);
    assert_eq!(credits("Photography by Bo Lind"), [pair("Bo Lind", "Photography by")]);
    assert_eq!(credits("Editor : Bo Lind"), [pair("Bo Lind", "Editor")]);
    assert_eq!(
        credits("Additional reporting by Ivo Brandt and Mara Holt; editing by Bo Lind"),
        [
            pair("Ivo Brandt", "Additional reporting by"),
            pair("Mara Holt", "Additional reporting by"),
            pair("Bo Lind", "editing by")
        ]
    );
    for (line, part) in [
        ("Fotos: Bo Lind", "Fotos"),
        ("Übersetzung: Bo Lind", "Übersetzung"),
        ("Traduit de l’anglais par Bo Lind", "Traduit de l’anglais par"),
        ("Fotografías de Bo Lind", "Fotografías de"),
        ("Traduzione di Bo Lind", "Traduzione di"),
        ("Edição: Bo Lind", "Edição"),
        ("Vertaald door Bo Lind", "Vertaald door"),
        ("Zdjęcia: Bo Lind", "Zdjęcia"),
        ("Перевод: Bo Lind", "Перевод"),
        ("Ілюстрації: Bo Lind", "Ілюстрації"),
        ("Översättning: Bo Lind", "Översättning"),
        ("Oversat af Bo Lind", "Oversat af"),
        ("Oversatt av Bo Lind", "Oversatt av"),
    ] {
        assert_eq!(credits(line), [pair("Bo Lind", part)], "{line}");
        assert_eq!(names(line), Vec::<String>::new(), "{line}");
    }
    assert_eq!(credits("责任编辑：王小明"), [pair("王小明", "责任编辑")]);
}

#[test]
fn one_who_wrote_and_took_the_pictures_is_both() {
    assert_eq!(names("Text und Fotos: Ada Fenn"), ["Ada Fenn"]);
    assert_eq!(credits("Text und Fotos: Ada Fenn"), [pair("Ada Fenn", "Fotos")]);
    assert_eq!(names("Words and photos by Ada Fenn"), ["Ada Fenn"]);
    assert_eq!(names("Words: Ada Fenn Photos: Bo Lind"), ["Ada Fenn"]);
    assert_eq!(credits("Words: Ada Fenn Photos: Bo Lind"), [pair("Bo Lind", "Photos")]);
}

#[test]
fn labels_of_many_tongues_open_a_byline() {
    for line in [
        "Written by Ada Fenn",
        "von Ada Fenn",
        "Ein Artikel von Ada Fenn",
        "Geschrieben von Ada Fenn",
        "Propos recueillis par Ada Fenn",
        "Escrito por Ada Fenn",
        "A cura di Ada Fenn",
        "Door Ada Fenn",
        "Автор: Ada Fenn",
        "Tekst: Ada Fenn",
        "Skrevet af Ada Fenn",
        "作者：Ada Fenn",
        "بقلم Ada Fenn",
        "Alle Beiträge von Ada Fenn",
        "View all posts by Ada Fenn",
    ] {
        assert_eq!(names(line), ["Ada Fenn"], "{line}");
    }
    // "von" inside a name is the name's.
    assert_eq!(names("Ada von Fenn"), ["Ada von Fenn"]);
    assert_eq!(names("Luca Di Moor"), ["Luca Di Moor"]);
}

#[test]
fn agencies_beside_names_are_credited_and_named_apart() {
    assert_eq!(agencies("Von Karl Ohm (dpa)"), [("DPA".to_owned(), AgencyPart::Wrote)]);
    assert_eq!(agencies("By Ada Fenn, Associated Press"), [("AP".to_owned(), AgencyPart::Wrote)]);
    assert_eq!(names("Tideline avec AFP"), ["Tideline"]);
    assert_eq!(agencies("Tideline avec AFP"), [("AFP".to_owned(), AgencyPart::Contributed)]);
}

#[test]
fn handles_addresses_and_nobody_are_refused() {
    for line in ["ada.fenn.1232", "ada@post.example", "admin", "www.post.example", "@adafenn", "12"] {
        assert_eq!(names(line), Vec::<String>::new(), "{line}");
    }
}
