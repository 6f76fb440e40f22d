use super::*;
use proptest::prelude::*;

fn cut<'t>(text: &'t str, lang: &str) -> Vec<&'t str> {
    sentences(text, Lang::parse(lang)).into_iter().filter_map(|span| span.of(text)).collect()
}

/// Each line is one text; " | " marks where a sentence ends.
const CASES: [(&str, &str); 29] = [
    ("el", "Ο κ. Βέιν έφτασε. | Κανείς δεν περίμενε."),
    ("en", "Dr. Vane sailed on Jan. 5 at noon. | She returned."),
    ("en", "The U.S. Coast Guard came. | It left the U.S. | They waited."),
    ("en", "“We waited. Nobody came,” said J. R. Vane. | The pier was empty."),
    ("en", "“We waited.” | She sat down."),
    ("en", "“Is it late?” he asked. | No answer came."),
    ("en", "It cost 3.5 crowns (see p. 7. It is long) in all. | Harbour Corp. said so."),
    ("en", "It rose 2.5%. | 35 ships left."),
    ("en", "First paragraph without a mark | Second one."),
    ("de", "Am 3. Mai kam Dr. Vane. | Es regnete z. B. in der Stadt."),
    ("de", "„Wir warten. Niemand kommt“, sagte sie. | Der Hafen war leer."),
    ("de", "Das 19. Jahrhundert war lang. | Danach kam das 20. | Es war kurz."),
    ("fr", "M. Vane est parti. | Il a dit : « Je reviens. Attendez. » | Puis rien."),
    ("es", "El Sr. Vane llegó. | ¿Quién lo esperaba? | Nadie."),
    ("it", "Il sig. Vane è arrivato. | Nessuno lo aspettava!"),
    ("pt", "O Sr. Vane chegou. | Ninguém o esperava."),
    ("ru", "В г. Гавань прибыл А. С. Вейн. | Его никто не ждал."),
    ("ru", "— Кто там? — спросил он. | Ответа не было."),
    ("uk", "До м. Гавань прибув О. Вейн. | Його ніхто не чекав."),
    ("ar", "وصلت السفينة. | هل تأخرت؟ | لا أحد يعرف."),
    ("zh", "船到了。| 没有人等。| “你迟到了。”他说。"),
    ("ja", "船が着いた。| 「遅い。」と彼は言った。| 誰もいない！"),
    ("hi", "जहाज आया। | कोई नहीं था।"),
    ("en", "1) Boats 2) Ships 3) Ferries"),
    ("en", "The end... | Then it began."),
    ("en", "Well ... it began."),
    ("en", "See www.harbour.example/a.b for more. | Thanks."),
    ("en", "It works.[4] | Nobody knows why."),
    ("nl", "Dhr. Vane kwam aan. | Niemand wachtte."),
];

#[test]
fn sentences_end_where_the_language_ends_them() {
    for (lang, marked) in CASES {
        let wide = matches!(lang, "zh" | "ja");
        let expected: Vec<&str> = marked.split('|').map(str::trim).collect();
        let text = match (wide, marked.starts_with("First")) {
            (true, _) => marked.replace("| ", ""),
            (_, true) => marked.replace(" | ", "\n\n"),
            _ => marked.replace(" | ", " "),
        };
        if marked.starts_with("1)") {
            assert_eq!(cut(&text, lang), ["1) Boats", "2) Ships", "3) Ferries"]);
        } else {
            assert_eq!(cut(&text, lang), expected, "{lang}");
        }
    }
}

#[test]
fn a_lost_gap_still_parts_sentences_but_not_addresses() {
    assert_eq!(cut("She left at noon.Nobody saw her.", "en"), ["She left at noon.", "Nobody saw her."]);
    assert_eq!(cut("See www.harbour.Example and Anna.Vane@harbour.example now.", "en").len(), 1);
}

proptest! {
    #[test]
    fn sentences_hold_everything_but_white_space(
        text in "((Mr|a|I|U.S|3|Яна|東京|wort|\"|“|”|«|»|\\(|\\)|\\.|。|!|\\?|…|\n\n|\n|•|\\PC) ?){0,40}",
        lang in prop::sample::select(vec!["en", "de", "fr", "ru", "ja", "ar", "cs", "und"]),
    ) {
        let found = sentences(&text, Lang::parse(lang));
        let mut last = 0;
        let mut held = String::new();
        for span in found {
            prop_assert!(span.start() >= last);
            let words = span.of(&text).unwrap();
            prop_assert!(!words.trim().is_empty() && words.trim() == words);
            held.push_str(words);
            last = span.end();
        }
        let solid = |s: &str| s.chars().filter(|c| !c.is_whitespace()).collect::<String>();
        prop_assert_eq!(solid(&held), solid(&text));
    }
}
