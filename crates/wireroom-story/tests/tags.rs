//! Topics of a story from its texts, in several languages: what its texts share becomes a tag under all spellings, and
//! what is general, or stands in one text alone, does not. All texts here are invented.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

use wireroom_model::{FamilyId, Lang};
use wireroom_story::{MAX_FORMS, MAX_TAGS, Tag, TagKind, TagText, tags};

fn of(lang: &str, texts: &[(&str, &str)]) -> Vec<Tag> {
    let texts: Vec<TagText<'_>> = texts.iter().map(|&(title, body)| text(lang, title, body)).collect();
    tags(&texts)
}

fn text<'a>(lang: &str, title: &'a str, body: &'a str) -> TagText<'a> {
    TagText { family: None, outlet: None, lang: Lang::parse(lang), title, body }
}

fn names(tags: &[Tag]) -> Vec<&str> {
    tags.iter().map(|tag| tag.name.as_str()).collect()
}

const FERRY: [(&str, &str); 4] = [
    (
        "Marovsky closes the Hesp ferry line",
        "Transport minister Anton Marovsky closed the ferry line to Hesp on Monday. The harbour levy did not pay for the \
         repair, Marovsky said. Most islanders on Hesp live from the ferry line.",
    ),
    (
        "Hesp loses its ferry line over harbour levy",
        "On Monday Anton Marovskiy ended the ferry line. Islanders say that Hesp cannot live without it. The harbour levy, \
         said Marovskiy, brought too little. An outsider called Pieter Sand disagreed.",
    ),
    (
        "Islanders protest as Marovskyy stops the ferry line",
        "People of Hesp stood on the quay. Anton Marovskyy had told them that the ferry line ends. Without the harbour levy \
         there is no ship, Marovskyy added, and Hesp knows it.",
    ),
    (
        "Harbour levy: what the end of the ferry line means for Hesp",
        "The ferry line to Hesp ends because the harbour levy is gone. Critics of Marovsky speak of a mistake. Anton \
         Marovsky did not answer.",
    ),
];

#[test]
fn names_and_phrases_that_the_texts_share_are_tags_in_the_fields_style() {
    let found = of("en", &FERRY);
    let names = names(&found);
    for name in ["Hesp", "FerryLine", "HarbourLevy"] {
        assert!(names.contains(&name), "{name}: {names:?}");
    }
    assert!(found.iter().all(|tag| tag.texts >= 2 && tag.of == 4), "{found:?}");
    assert!(
        !names.iter().any(|name| ["Monday", "PieterSand", "Transport", "Islanders"].contains(name)),
        "{names:?}"
    );
}

#[test]
fn spellings_of_one_name_and_its_last_name_are_one_tag_that_keeps_them_all() {
    let found = of("en", &FERRY);
    let about: Vec<&Tag> = found.iter().filter(|tag| tag.name.contains("Marov")).collect();
    assert_eq!(about.len(), 1, "{found:?}");
    for form in ["Marovsky", "Anton Marovskiy", "Marovskyy"] {
        assert!(about[0].forms.iter().any(|known| known == form), "{form}: {:?}", about[0].forms);
    }
    assert_eq!((about[0].kind, about[0].texts), (TagKind::Name, 4));
}

#[test]
fn a_last_name_of_two_people_belongs_to_neither() {
    let found = of(
        "en",
        &[
            (
                "Vantra siblings split the house of Vantra",
                "The firm of Elin Vantra and Joost Vantra is split. Elin Vantra keeps the yard, and Joost Vantra keeps the ships. In the town the name Vantra stays.",
            ),
            (
                "Split of Vantra: Elin Vantra keeps the yard, Joost Vantra the ships",
                "So ends what Elin Vantra and Joost Vantra began. The yard of Vantra goes to her.",
            ),
            (
                "What is left of Vantra",
                "Neither Elin Vantra nor Joost Vantra spoke. The name Vantra is on every ship.",
            ),
        ],
    );
    let alone = found.iter().filter(|tag| tag.forms.iter().any(|form| form == "Vantra"));
    assert!(alone.clone().count() <= 1 && alone.clone().all(|tag| tag.forms.len() == 1), "{found:?}");
}

#[test]
fn an_abbreviation_goes_with_what_it_stands_for() {
    let found = of(
        "en",
        &[
            (
                "OFC opens the Belmar strait",
                "The Ocean Freight Council (OFC) opened the Belmar strait. Ships pay the OFC a toll, and Belmar sees none of it.",
            ),
            (
                "OFC toll in Belmar strait is disputed",
                "A toll of the Ocean Freight Council is disputed. In Belmar the OFC has few friends.",
            ),
            (
                "Belmar sues the OFC",
                "The port of Belmar sues the Ocean Freight Council. The OFC said nothing, as Belmar did.",
            ),
        ],
    );
    let council: Vec<&Tag> = found.iter().filter(|tag| tag.forms.iter().any(|form| form == "OFC")).collect();
    assert_eq!(
        names(&found).iter().filter(|name| name.contains("Freight")).count() + council.len(),
        1,
        "{found:?}"
    );
    assert!(council[0].forms.iter().any(|form| form == "Ocean Freight Council"));
}

#[test]
fn copies_of_one_text_count_once() {
    let loud = ("Quillon speaks of Tarn", "In Tarn the mayor Ada Quillon spoke. Later Quillon left Tarn.");
    let family = FamilyId::new(7).unwrap();
    let mut texts: Vec<TagText<'_>> =
        (0..9).map(|_| TagText { family: Some(family), ..text("en", loud.0, loud.1) }).collect();
    texts.extend(FERRY.iter().map(|&(title, body)| text("en", title, body)));
    let found = tags(&texts);
    assert!(found.iter().all(|tag| tag.of == 5), "{found:?}");
    assert!(!names(&found).contains(&"Quillon") && names(&found).contains(&"Hesp"), "{found:?}");
}

#[test]
fn a_paper_that_names_itself_is_no_topic() {
    let body = "The Dorn Courier has learnt that Hesp closes. A source told the Dorn Courier so. In Hesp nobody knew.";
    let named = |title| TagText { outlet: Some("The Dorn Courier"), ..text("en", title, body) };
    let found = tags(&[
        named("Dorn Courier: Hesp closes"),
        named("Hesp closes, Dorn Courier learns"),
        named("Hesp: the Dorn Courier asks"),
    ]);
    assert_eq!(names(&found), ["Hesp"]);
}

#[test]
fn what_stands_in_headlines_as_something_done_is_no_topic() {
    let found = of(
        "en",
        &[
            (
                "Judge blocks Orvel ban",
                "A judge blocks what Orvel wanted. The Orvel ban is void. The city of Orvel will appeal.",
            ),
            (
                "Judge blocks the ban of Orvel",
                "In Orvel the judge blocks the ban. The Orvel ban, she said, is void.",
            ),
            (
                "Federal judge blocks Orvel ban",
                "The Orvel ban is void since a judge blocks it. So it goes in Orvel.",
            ),
        ],
    );
    assert!(!names(&found).iter().any(|name| name.contains("Judge") || name.contains("Blocks")), "{found:?}");
    assert!(names(&found).iter().any(|name| name.contains("Orvel")));
}

#[test]
fn german_names_and_nouns_are_told_apart_by_their_articles() {
    let found = of(
        "de",
        &[
            (
                "Fährverbot: Brunhold sperrt die Insel Norderoog",
                "Minister Jens Brunhold hat das Fährverbot verhängt. Für die Insel Norderoog ist das Fährverbot ein Schlag, sagte Brunhold am Montag. Die Menschen warten.",
            ),
            (
                "Norderoog ohne Schiff: Fährverbot von Brunhold",
                "Nach dem Fährverbot von Jens Brunhold liegt Norderoog still. Das Fährverbot gilt bis Mai, so Brunhold. Auf Norderoog warten Menschen.",
            ),
            (
                "Brunhold verteidigt Fährverbot vor Norderoog",
                "Das Fährverbot bleibe, sagte Brunhold. Vor Norderoog sei es zu gefährlich. Jens Brunhold will im Mai über das Fährverbot reden, auf Norderoog.",
            ),
        ],
    );
    let names = names(&found);
    for name in ["Fährverbot", "Norderoog"] {
        assert!(names.contains(&name), "{name}: {names:?}");
    }
    assert!(names.iter().any(|name| name.ends_with("Brunhold")) && !names.contains(&"Menschen"), "{names:?}");
    let ban = found.iter().find(|tag| tag.name == "Fährverbot").unwrap();
    assert_eq!(ban.kind, TagKind::Topic);
}

#[test]
fn french_spanish_and_russian_names_are_read_in_their_own_grammar() {
    let french = of(
        "fr",
        &[
            (
                "À Vaubrac, la taxe fluviale divise",
                "Le maire de Vaubrac défend la taxe fluviale. Selon Odile Perrin, la taxe fluviale aide Vaubrac.",
            ),
            (
                "La taxe fluviale de Vaubrac devant le juge",
                "Un juge examine la taxe fluviale. À Vaubrac, Odile Perrin attend.",
            ),
            (
                "Vaubrac : Odile Perrin garde la taxe fluviale",
                "La taxe fluviale reste, dit Odile Perrin. L’avenir de Vaubrac en dépend.",
            ),
        ],
    );
    assert!(names(&french).contains(&"Vaubrac") && names(&french).contains(&"TaxeFluviale"), "{french:?}");
    let spanish = of(
        "es",
        &[
            (
                "La presa de Valdecorba se llena",
                "El agua llega a Valdecorba. La ministra Inés Quiroga visitó Valdecorba el lunes.",
            ),
            (
                "Quiroga visita Valdecorba tras la lluvia",
                "En Valdecorba habló Inés Quiroga. La lluvia llenó la presa.",
            ),
            (
                "Valdecorba respira: Quiroga promete obras",
                "Las obras en Valdecorba empiezan pronto, dijo Inés Quiroga. Nadie esperaba a Quiroga.",
            ),
        ],
    );
    assert!(names(&spanish).contains(&"Valdecorba"), "{spanish:?}");
    assert!(
        names(&spanish).iter().any(|name| name.ends_with("Quiroga")) && !names(&spanish).contains(&"Lunes")
    );
    let russian = of(
        "ru",
        &[
            (
                "Порт Ольхово закрыт из-за льда",
                "Порт закрыт, сообщил мэр. В порту Ольхово стоят суда. Лёд держит Ольхово до марта.",
            ),
            (
                "Лёд запер Ольхово",
                "Суда не могут покинуть Ольхово. По словам мэра, порт Ольхово ждёт ледокол.",
            ),
            ("Ольхово ждёт ледокол", "Ледокол идёт в Ольхово. Власти говорят, что Ольхово откроют в марте."),
        ],
    );
    assert!(names(&russian).contains(&"Ольхово"), "{russian:?}");
}

#[test]
fn chinese_runs_are_taken_whole_and_as_printed() {
    let found = of(
        "zh",
        &[
            ("青梧港轮渡停航", "青梧港的轮渡周一停航。市长表示，青梧港需要新船。居民说轮渡不能停。"),
            ("轮渡停航，青梧港居民不满", "居民在青梧港集会。轮渡公司没有回应。很多人依靠轮渡上班。"),
            ("青梧港：轮渡何时恢复", "没有人知道轮渡何时恢复。青梧港等待新船，轮渡公司等待钱。"),
        ],
    );
    assert!(names(&found).contains(&"青梧港") && names(&found).contains(&"轮渡"), "{found:?}");
}

#[test]
fn a_script_without_capitals_keeps_its_words_and_a_language_nobody_wrote_a_list_for_gives_names_alone() {
    let arabic = of(
        "ar",
        &[
            ("ميناء الصفصاف يغلق أبوابه", "أغلق ميناء الصفصاف أبوابه. وقال العمال إن ميناء الصفصاف قديم."),
            ("عمال ميناء الصفصاف يحتجون", "احتج العمال في ميناء الصفصاف. لم يعلق أحد على ميناء الصفصاف."),
            ("ميناء الصفصاف من جديد", "عاد العمل في ميناء الصفصاف. هذا هو ميناء الصفصاف الجديد."),
        ],
    );
    assert!(names(&arabic).contains(&"ميناء_الصفصاف"), "{arabic:?}");
    let hindi = of("hi", &[("बंदरगाह बंद है", "बंदरगाह बंद है और लोग नाराज़ हैं।"), ("बंदरगाह बंद", "लोग नाराज़ हैं।")]);
    assert!(hindi.is_empty(), "{hindi:?}");
    let polish = of(
        "pl",
        &[
            ("Prom do Olszyna stoi", "Od rana prom do Olszyna stoi. Ludzie w porcie Olszyna czekają."),
            ("Olszyna czeka na prom", "Miasto Olszyna czeka. Zimą Olszyna zostaje sama."),
            ("Prom wraca: Olszyna świętuje", "Dziś Olszyna świętuje, a port Olszyna jest otwarty."),
        ],
    );
    assert_eq!(names(&polish), ["Olszyna"]);
}

#[test]
fn a_story_without_a_language_or_without_anything_shared_has_no_tag() {
    assert!(tags(&[]).is_empty());
    assert!(of("", &FERRY).is_empty());
    assert!(of("en", &[("Rain today", "It rains."), ("A quiet day", "Nothing happens.")]).is_empty());
}

#[test]
fn tags_are_few_have_few_spellings_and_do_not_hang_on_the_order_of_equal_texts() {
    let many: Vec<String> = (0..40)
        .map(|n| {
            let towns: Vec<String> = (0..30)
                .map(|k| format!("In Zor{k}{n}land and Town{k}ovo they met Anton Marov{k}ski."))
                .collect();
            towns.join(" ")
        })
        .collect();
    let titles: Vec<String> =
        (0..40).map(|n| (0..30).map(|k| format!("Town{k}ovo {n} ")).collect()).collect();
    let texts: Vec<(&str, &str)> =
        titles.iter().map(String::as_str).zip(many.iter().map(String::as_str)).collect();
    let found = of("en", &texts);
    assert!((1..=MAX_TAGS).contains(&found.len()), "{found:?}");
    assert!(
        found.iter().all(|tag| tag.forms.len() <= MAX_FORMS && tag.name.chars().all(char::is_alphanumeric))
    );
    let mut turned = texts.clone();
    turned.reverse();
    assert_eq!(of("en", &turned), found);
}

/// What it costs to tag texts, against folding each of their words once: the least of several runs of both.
fn ratio(texts: &[TagText<'_>]) -> f64 {
    use wireroom_text::words::{fold, words};
    let least = |work: &dyn Fn() -> usize| {
        let runs = (0..7).map(|_| {
            let began = cpu_time::ThreadTime::now();
            assert!(std::hint::black_box(work()) > 0);
            began.elapsed().as_secs_f64()
        });
        runs.fold(f64::MAX, f64::min)
    };
    let folded = || {
        texts
            .iter()
            .flat_map(|text| words(text.title).chain(words(text.body)))
            .map(|w| fold(w.text).len())
            .sum()
    };
    least(&|| tags(texts).len()) / least(&folded)
}

#[test]
fn tags_cost_a_bounded_number_of_foldings_of_the_words_however_many_texts() {
    /// Measured 8.1 and 6.5, without optimisation.
    const MOST: f64 = 20.0;
    let bodies: Vec<String> = (0..60)
        .map(|n| {
            (0..90)
                .map(|k| {
                    format!(
                        "In Hesp the harbour levy {} met Anton Marovsky of Zor{}land again. ",
                        (n * k) % 97,
                        k % 31
                    )
                })
                .collect()
        })
        .collect();
    let texts: Vec<TagText<'_>> = bodies
        .iter()
        .map(|body| text("en", "Marovsky closes the ferry line to Hesp over the harbour levy", body))
        .collect();
    let (few, many) = (ratio(&texts[..12]), ratio(&texts));
    assert!(few < MOST && many < MOST, "{few:.1} {many:.1}");
}
