//! Hard sentences in eleven languages: abbreviations, initials, ordinals, numbers, quotations, brackets, ellipses.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::string_slice)]

use wireroom_model::Lang;
use wireroom_text::sentences::sentences;

/// Texts of each language; "|" marks where one sentence ends and the next begins.
const TEXTS: [(&str, &str, &[&str]); 11] = [
    (
        "en",
        " ",
        &[
            "Mrs. Vane met Lt. Gen. O. Brandt at 5 p.m. on Nov. 3.| Nobody else came.",
            "The Harbour Co. lost $1.5 million (approx. 2 p.c.) last year.| It will sell.",
            "“Wait. Don’t go,” she said.| He went.",
            "\"Is that all?\" asked the judge.| It was.",
            "She studied at St. Mary's, e.g. law, i.e. contracts.| Then she left.",
            "He lives in Washington, D.C.| The house is old.",
            "No. 7 was late.| No. 8 never came!| Why?",
            "It was over... or so they thought.| They were wrong.",
            "The ship (built in 1950. Rebuilt later.) sank.| All were saved.",
        ],
    ),
    (
        "de",
        " ",
        &[
            "Am 3. Oktober sprach Prof. Dr. Vane.| Danach regnete es.",
            "Das kostet ca. 3,5 Mio. Euro bzw. mehr.| Niemand zahlt.",
            "„Das geht nicht. Wir bleiben hier“, sagte sie.| Er ging.",
            "»Wer kommt mit?«, fragte er.| Keiner.",
            "Die 2. Kammer tagte am 12. Mai.| Sie vertagte sich.",
            "Er wohnt in der Hafenstr. 5 im 3. Stock.| Dort ist es laut.",
            "Nach Art. 5 Abs. 2 gilt das u. a. für Boote.| Für Fähren nicht.",
            "Karl V. regierte lange.| Ludwig XIV. noch länger.",
        ],
    ),
    (
        "fr",
        " ",
        &[
            "M. Vane et Mme Brandt sont arrivés à 5 h 30.| Ils étaient seuls.",
            "« Attendez. Ne partez pas », a-t-elle dit.| Il est parti.",
            "Le navire (construit en 1950. Puis vendu.) a coulé.| Tous sont saufs.",
            "Est-ce tout ?| Oui !| Alors partons.",
            "Voir p. 12, art. 5, etc. pour le reste.| Merci.",
            "J.-P. Vane a été élu av. midi.| Il a souri.",
            "Le prix est de 3.500 euros env. par an.| C’est trop.",
            "Il a dit… rien du tout.| Elle non plus.",
        ],
    ),
    (
        "es",
        " ",
        &[
            "La Sra. Vane y el Dr. Brandt llegaron a las 5 p. m. al puerto.| Llovía.",
            "¿Quién es?| ¡Nadie!| Entonces vámonos.",
            "«Esperen. No se vayan», dijo ella.| Él se fue.",
            "EE. UU. envió ayuda.| Nadie la pidió.",
            "Cuesta 3.500 euros aprox. cada año.| Es mucho.",
            "Véase la pág. 12 del art. 5.| Gracias.",
            "El barco (hecho en 1950. Vendido luego.) se hundió.| Todos se salvaron.",
            "No dijo nada… o casi nada.| Ella tampoco.",
        ],
    ),
    (
        "it",
        " ",
        &[
            "Il dott. Vane e la sig.ra Brandt sono arrivati.| Pioveva.",
            "«Aspettate. Non andate via», ha detto lei.| Lui è andato.",
            "Chi è?| Nessuno!| Andiamo.",
            "Vedi pag. 12 dell'art. 5.| Grazie.",
            "Costa 3.500 euro ca. ogni anno.| È troppo.",
            "La nave (del 1950. Poi venduta.) è affondata.| Tutti salvi.",
            "Non ha detto niente… o quasi.| Neanche lei.",
            "Il prof. G. Vane insegna qui.| Da anni.",
        ],
    ),
    (
        "pt",
        " ",
        &[
            "A Sra. Vane e o Dr. Brandt chegaram.| Chovia.",
            "“Esperem. Não saiam”, disse ela.| Ele saiu.",
            "Quem é?| Ninguém!| Vamos.",
            "Ver pág. 12 do art. 5.| Obrigado.",
            "Custa 3.500 euros aprox. por ano.| É muito.",
            "O navio (de 1950. Depois vendido.) afundou.| Todos salvos.",
            "Não disse nada… ou quase.| Ela também não.",
            "A Av. Central fica longe.| O Prof. G. Vane mora lá.",
        ],
    ),
    (
        "ru",
        " ",
        &[
            "В 2019 г. в г. Гавань прибыло 5 тыс. человек.| Шёл дождь.",
            "«Подождите. Не уходите», — сказала она.| Он ушёл.",
            "— Кто это? — спросил он.| Никто.",
            "Ул. Портовая, д. 5, закрыта.| Надолго.",
            "Это стоит 3,5 млн руб. в год.| Дорого.",
            "Пароход (1950 г. Потом продан.) утонул.| Все спасены.",
            "Он молчал… почти.| Она тоже.",
            "А. С. Вейн и О. Брандт уехали.| Никто не знал.",
        ],
    ),
    (
        "uk",
        " ",
        &[
            "У 2019 р. до м. Гавань прибуло 5 тис. людей.| Йшов дощ.",
            "«Зачекайте. Не йдіть», — сказала вона.| Він пішов.",
            "— Хто це? — спитав він.| Ніхто.",
            "Вул. Портова, буд. 5, закрита.| Надовго.",
            "Це коштує 3,5 млн грн на рік.| Дорого!",
            "Пароплав (1950 р. Потім проданий.) потонув.| Усі врятовані.",
            "Він мовчав… майже.| Вона теж.",
            "О. С. Вейн і Я. Брандт поїхали.| Ніхто не знав.",
        ],
    ),
    (
        "ar",
        " ",
        &[
            "وصل د. فاين إلى الميناء.| كان المطر ينزل.",
            "من هناك؟| لا أحد!| فلنذهب.",
            "«انتظروا. لا تذهبوا»، قالت.| ذهب هو.",
            "بلغ السعر 3.5 مليون دولار.| هذا كثير.",
            "السفينة (بنيت عام 1950. ثم بيعت.) غرقت.| نجا الجميع.",
            "لم يقل شيئا…| هي أيضا لم تقل.",
            "هل تأخر القارب؟| نعم، تأخر ساعة.",
            "قال الوزير: \"سنبقى هنا.\"| ثم خرج.",
        ],
    ),
    (
        "zh",
        "",
        &[
            "船到了。|没有人等！|为什么？",
            "“等一下。别走。”她说。|他走了。",
            "价格是3.5亿元。|太贵了。",
            "这艘船（1950年建。后来卖了。）沉了。|所有人得救。",
            "他没说话……。|她也没有。",
            "不过……也许吧。|她走了。",
            "《港口报》说：“明天开船。”|没人相信。",
            "「别走。」她說。|他走了。",
            "是谁？！|没人回答。",
        ],
    ),
    (
        "ja",
        "",
        &[
            "船が着いた。|誰もいない！|なぜ？",
            "「待って。行かないで。」と彼女は言った。|彼は行った。",
            "値段は3.5億円だ。|高い。",
            "船（1950年に建造。のちに売却。）は沈んだ。|全員無事だ。",
            "彼は黙っていた……。|彼女もだ。",
            "『港新聞』は「明日出る。」と書いた。|誰も信じない。",
            "本当か？！|本当だ。",
            "午後5時。|雨だった。",
        ],
    ),
];

#[test]
fn hard_sentences_end_where_they_end_in_eleven_languages() {
    let mut faults = Vec::new();
    for (lang, gap, texts) in TEXTS {
        assert!(texts.len() >= 8, "{lang}");
        for marked in texts {
            let wanted: Vec<&str> = marked.split('|').map(str::trim).collect();
            let text = wanted.join(gap);
            let found = sentences(&text, Lang::parse(lang));
            let found: Vec<&str> = found.into_iter().filter_map(|span| span.of(&text)).collect();
            if found != wanted {
                faults.push(format!("{lang}: {}", found.join(" | ")));
            }
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}
