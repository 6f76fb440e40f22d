use super::*;

fn of(body: &str) -> (Option<String>, Option<String>) {
    let credit = credit(body, &[], &[], Time::Unknown);
    (credit.agencies.first().map(|a| a.agency.clone()), credit.dateline)
}

fn pair(agency: &str, dateline: Option<&str>) -> (Option<String>, Option<String>) {
    (Some(agency.to_owned()), dateline.map(str::to_owned))
}

fn parts(body: &str) -> Vec<(String, AgencyPart)> {
    credit(body, &[], &[], Time::Unknown).agencies.into_iter().map(|a| (a.agency, a.part)).collect()
}

const TEXT: &str = "The mayor resigned after the ferry sank off the coast.";

#[test]
fn an_opening_credits_agency_and_place() {
    assert_eq!(
        of("BERLIN (AP) — The ferry sank on Monday off the northern coast."),
        pair("AP", Some("BERLIN"))
    );
    assert_eq!(
        of("PARIS, May 3 (Reuters) - The mayor resigned on Monday."),
        pair("Reuters", Some("PARIS, May 3"))
    );
    assert_eq!(of("(Reuters) - The mayor of the harbour town resigned on Monday."), pair("Reuters", None));
    assert_eq!(
        of("LYON — The mayor of the harbour town resigned on Monday."),
        (None, Some("LYON".to_owned()))
    );
}

#[test]
fn a_closing_credits_an_agency() {
    assert_eq!(of(&format!("{TEXT} with DPA")), pair("DPA", None));
    assert_eq!(of(&format!("{TEXT} (dpa/AFP)")), pair("DPA", None));
    assert_eq!(of("A long enough first paragraph.\n\nAP contributed to this report."), pair("AP", None));
    for (end, agency) in [
        ("— Reuters", "Reuters"),
        ("(AFP)", "AFP"),
        ("AFP", "AFP"),
        ("Source: Xinhua", "Xinhua"),
        ("(with AFP)", "AFP"),
        ("avec AFP", "AFP"),
        ("Con información de EFE", "EFE"),
        ("Com informações da Lusa", "Lusa"),
        ("Quelle: dpa", "DPA"),
        ("Источник: ТАСС", "TASS"),
        ("Джерело: Укрінформ", "Ukrinform"),
        ("来源：新华社", "Xinhua"),
        ("المصدر: رويترز", "Reuters"),
        ("(PAP)", "PAP"),
        ("/Ritzau/", "Ritzau"),
        ("Kaynak: AA", "Anadolu"),
        ("dpa/jek", "DPA"),
        ("(with inputs from ANI)", "ANI"),
    ] {
        assert_eq!(of(&format!("{TEXT}\n\n{end}")), pair(agency, None), "{end}");
        assert_eq!(of(&format!("{TEXT} {end}")), pair(agency, None), "{end} in the last paragraph");
    }
}

#[test]
fn every_agency_is_credited_once_and_who_wrote_stands_first() {
    let wrote = |name: &str| (name.to_owned(), AgencyPart::Wrote);
    let gave = |name: &str| (name.to_owned(), AgencyPart::Contributed);
    assert_eq!(parts(&format!("{TEXT} (dpa/AFP)")), [wrote("DPA"), wrote("AFP")]);
    assert_eq!(
        parts(&format!(
            "KYIV, Nov 22 (Reuters) - {TEXT}\n\nThe Associated Press contributed to this report."
        )),
        [wrote("Reuters"), gave("AP")]
    );
    assert_eq!(parts(&format!("BERLIN (AP) - {TEXT} (AP)")), [wrote("AP")]);
    assert_eq!(parts(&format!("{TEXT}\n\nWith AFP and Reuters")), [gave("AFP"), gave("Reuters")]);
}

#[test]
fn a_credit_keeps_its_words_as_they_stand() {
    let found = credit(&format!("{TEXT}\n\n(with AFP)"), &[], &[], Time::Unknown);
    assert_eq!(found.agencies[0].words, "(with AFP)");
    let found = credit(&format!("KYIV, Nov 22 (Reuters) - {TEXT}"), &[], &[], Time::Unknown);
    assert_eq!(found.agencies[0].words, "KYIV, Nov 22 (Reuters)");
}

#[test]
fn an_agency_that_no_list_knows_is_credited_by_the_form() {
    let text = "LOWER HOLM, 4 March (Lantern Wire) — The ferry ran onto rocks in fog early on Wednesday.";
    assert_eq!(of(text), pair("Lantern Wire", Some("LOWER HOLM, 4 March")));
    assert_eq!(of(&format!("{TEXT}\n\nWith reporting by Lantern Wire")), pair("Lantern Wire", None));
    assert_eq!(of(&format!("{TEXT}\n\n(Lantern Wire)")), pair("Lantern Wire", None));
    assert_eq!(of("The ferry (Lady Ann) ran onto rocks in fog early on Wednesday morning."), (None, None));
    assert!(is_credit_line("(Lantern Wire)") && !is_credit_line("The ferry ran onto rocks."));
}

#[test]
fn an_agency_that_is_only_named_is_not_credited() {
    for text in [
        "The minister told Reuters (in a call) that the ferry was safe and would sail.",
        "Officials told the state agency TASS",
        "Nobody was hurt, according to AFP.",
        "Nobody was hurt, the company told Reuters.",
        "The letter was seen by Reuters.",
        "The ferry belongs to the Afghan National Institute (ANI).",
        "The quay in fog. (AP Photo/Ida Moor)",
        "The quay in fog. (Photo: AFP)",
        "Foto: dpa",
        "Photo by AP",
        "He spoke with the spa.",
        "She left with Petra.",
        "Source: Harbour Council",
        "The mayor sailed with Ana and Mia.",
    ] {
        assert_eq!(of(text).0, None, "{text}");
        assert_eq!(of(&format!("{TEXT}\n\n{text}")).0, None, "{text} as a last paragraph");
    }
}

#[test]
fn those_who_contributed_are_credited_apart() {
    let found = credit(
        &format!(
            "{TEXT}\n\nAssociated Press writers Ada Fenn in Oslo and Bo Lind contributed to this report."
        ),
        &[],
        &[],
        Time::Unknown,
    );
    let names: Vec<&str> = found.credits.iter().map(|c| c.name.as_str()).collect();
    assert_eq!(names, ["Ada Fenn", "Bo Lind"]);
    assert_eq!(found.credits[0].part, "contributed to this report");
    assert_eq!(found.agencies[0].agency, "AP");
}

#[test]
fn a_text_that_credits_nobody_gives_nothing() {
    assert_eq!(credit(TEXT, &[], &[], Time::Unknown), Credit::default());
    assert_eq!(credit("", &[], &[], Time::Unknown), Credit::default());
}
