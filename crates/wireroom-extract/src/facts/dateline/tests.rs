use super::*;

fn read(text: &str, published: &str) -> (Vec<String>, Option<String>, Option<String>) {
    let time = published.parse().map_or(Time::Unknown, Time::At);
    let found = opening(text, time).unwrap_or_default();
    let agencies = found.agencies.into_iter().map(|a| a.agency).collect();
    let dated = found.dated.unwrap_or_default();
    (agencies, dated.place, dated.date.known().map(|when| when.to_string()))
}

fn holds(text: &str, agency: &str, place: &str, date: &str) {
    let found = read(text, "2026-11-22T10:00:00Z");
    let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    assert_eq!(found, (some(agency).into_iter().collect(), some(place), some(date)), "{text}");
}

#[test]
fn a_dateline_comes_apart_in_the_forms_of_western_agencies() {
    holds("KYIV, Nov 22 (Reuters) - The ferry left the harbour.", "Reuters", "KYIV", "2026-11-22");
    holds("BERLIN (AP) — The ferry sank on Monday.", "AP", "BERLIN", "");
    holds("Hamburg (dpa/lno) - Die Fähre legte am Montag ab.", "DPA", "Hamburg", "");
    holds("PARIS, 21 nov. 2026 (AFP) - Le bac a quitté le port lundi.", "AFP", "PARIS", "2026-11-21");
    holds(
        "Madrid, 22 nov (EFE).- El transbordador salió del puerto el lunes.",
        "EFE",
        "Madrid",
        "2026-11-22",
    );
    holds("(ANSA) - ROMA, 22 NOV - Il traghetto ha lasciato il porto lunedì.", "ANSA", "ROMA", "2026-11-22");
    holds(
        "Lisboa, 22 nov 2026 (Lusa) – A balsa deixou o porto na segunda-feira.",
        "Lusa",
        "Lisboa",
        "2026-11-22",
    );
    holds("(Reuters) - The mayor of the harbour town resigned.", "Reuters", "", "");
    holds("WASHINGTON, D.C., Nov. 20 (UPI) -- The ferry was sold.", "UPI", "WASHINGTON, D.C", "2026-11-20");
    holds("LYON — Le maire a démissionné lundi.", "", "LYON", "");
}

#[test]
fn a_dateline_comes_apart_in_other_scripts() {
    holds("МОСКВА, 22 ноября. /ТАСС/. Паром вышел из порта в понедельник.", "TASS", "МОСКВА", "2026-11-22");
    holds("МОСКВА, 22 ноя — РИА Новости. Паром вышел из порта.", "RIA Novosti", "МОСКВА", "2026-11-22");
    holds("新华社北京11月22日电 渡轮星期一离开港口。", "Xinhua", "北京", "2026-11-22");
    holds("【ワシントン共同】フェリーは月曜日に出港した。", "Kyodo", "ワシントン", "");
    holds("【北京時事】フェリーは月曜日に出港した。", "Jiji", "北京", "");
    holds("(서울=연합뉴스) 홍길동 기자 = 여객선이 월요일 출항했다.", "Yonhap", "서울", "");
    holds("بيروت (أ ف ب) - غادرت العبارة الميناء يوم الاثنين.", "AFP", "بيروت", "");
    holds("القاهرة (رويترز) - غادرت العبارة الميناء يوم الاثنين.", "Reuters", "القاهرة", "");
}

#[test]
fn several_agencies_of_one_dateline_are_all_credited() {
    let found = opening("BERLIN (Reuters/AP) - The ferry left.", Time::Unknown).unwrap();
    let names: Vec<&str> = found.agencies.iter().map(|a| a.agency.as_str()).collect();
    assert_eq!(names, ["Reuters", "AP"]);
    assert_eq!(found.agencies[0].words, "BERLIN (Reuters/AP)");
}

#[test]
fn a_day_without_a_year_takes_the_pages_and_never_another() {
    let text = "OSLO, Nov 22 (NTB) - The ferry left.";
    assert_eq!(read(text, "2026-11-23").2.as_deref(), Some("2026-11-22"));
    assert_eq!(read(text, "").2, None);
    // The page is of another season: which year was meant nobody says.
    assert_eq!(read(text, "2026-06-01").2, None);
    assert_eq!(
        read("OSLO, Nov 22 2024 (NTB) - The ferry left.", "2026-06-01").2.as_deref(),
        Some("2024-11-22")
    );
    assert_eq!(read("OSLO, Dec 31 (NTB) - The ferry left.", "2027-01-01").2.as_deref(), Some("2026-12-31"));
}

#[test]
fn what_only_looks_like_a_dateline_is_none() {
    for text in [
        "The ferry (Lady Ann) ran onto rocks in fog.",
        "Harbour Lines (HBL) - the owner of the ferry - fell by a tenth.",
        "(AP Photo/Ida Moor) The ferry at the quay.",
        "(Foto: dpa) Die Fähre am Kai.",
        "The minister told Reuters (in a call) that the ferry was safe.",
        "The ferry - built in 1960 - left the harbour.",
        "Petra - the oldest ferry - left the harbour.",
        "PORT (Norway) - the ferry left.",
        "PORT BRANDT (USA) - the ferry left.",
        "渡轮星期一离开港口，电话没有人接。",
    ] {
        assert_eq!(opening(text, Time::Unknown).map(|o| o.agencies).unwrap_or_default(), [], "{text}");
    }
}

#[test]
fn an_agency_that_no_list_knows_is_credited_by_its_kind_or_a_day() {
    holds("LOWER HOLM (Lantern Wire) — The ferry ran onto rocks.", "Lantern Wire", "LOWER HOLM", "");
    holds("LOWER HOLM (LWS) — The ferry ran onto rocks.", "LWS", "LOWER HOLM", "");
    holds("LOWER HOLM, 22 Nov (Lantern) — The ferry ran onto rocks.", "Lantern", "LOWER HOLM", "2026-11-22");
}
