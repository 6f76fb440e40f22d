//! News agencies: how texts print them in their own scripts, and the short name that is kept.
//! It refuses to find an agency inside a sentence: whoever asks has a name that stands alone. Start at [`agency`].

use std::collections::BTreeMap;
use std::sync::LazyLock;

/// Longest printed name of an agency, in characters.
const MAX_NAME: usize = 60;
/// Names this short are common letters too: outside brackets they count only as agencies print them.
const SHORT: usize = 3;

/// The agency that a name stands for, in any case of letters: for names that brackets or a place set apart.
pub fn agency(name: &str) -> Option<&'static str> {
    let name = folded(name)?;
    let known = |name: &str| BY_NAME.get(name).copied();
    let after = ["the ", "agencia ", "agência ", "agence ", "agenzia ", "news agency ", "агентство "];
    let before = [" news agency", " agency", " news", " newswire", " (dpa)"];
    known(&name)
        .or_else(|| after.iter().find_map(|word| known(name.strip_prefix(word)?)))
        .or_else(|| {
            let bare = name.strip_prefix("the ").unwrap_or(&name);
            before.iter().find_map(|word| known(bare.strip_suffix(word)?))
        })
        // "dpa/lno", "dpa-infocom": services and desks of one agency.
        .or_else(|| (name.split_once(['/', '-'])?.0 == "dpa").then_some("DPA"))
}

/// The same where nothing but the name tells: "dpa", "AP", "Reuters", never "ap", "spa" or "Petra".
pub fn as_printed(name: &str) -> Option<&'static str> {
    let bare = name.trim().trim_matches(MARKS);
    let letters = || bare.chars().filter(|c| c.is_alphabetic());
    let capitals = letters().all(char::is_uppercase);
    let lower = letters().all(char::is_lowercase);
    let short = letters().count() <= SHORT && letters().all(|c| c.is_uppercase() || c.is_lowercase());
    let common = COMMON.contains(&bare.to_lowercase().as_str());
    let fine = match (short || common, lower) {
        (true, _) => {
            capitals || matches!(bare, "dpa" | "epd" | "afp" | "apa" | "sda") || bare.starts_with("dpa/")
        }
        // Scripts without capitals are lower case nowhere.
        (false, lower) => !lower || letters().next().is_none_or(|c| !c.is_lowercase()),
    };
    if fine { agency(name) } else { None }
}

/// True for a name whose last word is what agencies call themselves ("Lantern Wire").
pub fn is_of_the_kind(name: &str) -> bool {
    const KIND: &[&str] = &[
        "wire",
        "newswire",
        "press",
        "news",
        "agency",
        "service",
        "syndicate",
        "agentur",
        "presse",
        "pressedienst",
        "agencia",
        "prensa",
        "noticias",
        "agenzia",
        "stampa",
        "agence",
        "agência",
        "notícias",
        "persbureau",
        "agencja",
        "агентство",
        "новости",
        "агенція",
        "byrå",
    ];
    const FIRST: &[&str] =
        &["agencia", "agence", "agenzia", "agência", "agentur", "agencja", "агентство", "агенція", "وكالة"];
    let lower = name.to_lowercase();
    let first = lower.split_whitespace().next().unwrap_or("");
    let last = lower.split_whitespace().next_back().unwrap_or("");
    FIRST.contains(&first)
        || KIND.iter().any(|kind| last == *kind || (kind.chars().count() > 4 && last.ends_with(kind)))
}

/// Names of agencies that are words or names of persons too.
const COMMON: &[&str] = &[
    "mena", "sana", "leta", "hina", "fena", "pana", "petra", "andina", "trend", "beta", "mehr", "fars",
    "anka", "notimex", "antara", "tasnim",
];

const MARKS: [char; 17] =
    ['.', ',', '(', ')', '/', '-', '–', '—', ' ', '*', '[', ']', ':', ';', '【', '】', '"'];

fn folded(name: &str) -> Option<String> {
    let name = name.trim().trim_matches(MARKS);
    if name.is_empty() || name.chars().count() > MAX_NAME {
        return None;
    }
    let name = name.to_lowercase();
    // "أ.ف.ب" and "A.P.": dots between single letters.
    let letters = name.split('.').all(|part| part.trim().chars().count() <= 1);
    let name = if letters && name.contains('.') {
        let ascii = name.is_ascii();
        name.replace('.', if ascii { "" } else { " " })
    } else {
        name.replace('.', "")
    };
    Some(name.split_whitespace().collect::<Vec<_>>().join(" "))
}

static BY_NAME: LazyLock<BTreeMap<&'static str, &'static str>> = LazyLock::new(|| {
    let mut names = BTreeMap::new();
    for (kept, printed) in AGENCIES {
        for name in *printed {
            names.insert(*name, *kept);
        }
    }
    names
});

/// The name kept, and the names printed: lower case, without dots, without "the", "agency" and "news".
const AGENCIES: &[(&str, &[&str])] = &[
    (
        "Reuters",
        &[
            "reuters",
            "thomson reuters",
            "rtr",
            "рейтер",
            "reuters staff",
            "رويترز",
            "路透社",
            "路透",
            "ロイター",
            "로이터",
            "로이터통신",
            "רויטרס",
            "रॉयटर्स",
        ],
    ),
    ("AP", &["ap", "associated press", "美联社", "美聯社", "ap通信", "ap통신", "أسوشيتد برس", "أ ب", "آب"]),
    (
        "AFP",
        &[
            "afp",
            "agence france-presse",
            "agence france presse",
            "france-presse",
            "france presse",
            "франс пресс",
            "أ ف ب",
            "أف ب",
            "فرانس برس",
            "法新社",
            "afp通信",
            "afp통신",
            "afp-jiji",
            "afp=時事",
        ],
    ),
    (
        "DPA",
        &[
            "dpa",
            "deutsche presse-agentur",
            "deutsche presse agentur",
            "dpa international",
            "д п а",
            "د ب أ",
            "德新社",
        ],
    ),
    ("dpa-AFX", &["dpa-afx", "dpa afx"]),
    ("AAP", &["aap", "australian associated press", "aap newswire"]),
    ("EFE", &["efe", "efeagro", "efe verde", "efeverde", "埃菲社"]),
    ("Europa Press", &["europa press", "europapress", "europa press (ep)"]),
    ("Servimedia", &["servimedia"]),
    ("Colpisa", &["colpisa"]),
    ("ANSA", &["ansa", "安莎社"]),
    ("Adnkronos", &["adnkronos", "adn kronos"]),
    ("AGI", &["agi", "agi - agenzia italia", "agenzia italia"]),
    ("LaPresse", &["lapresse", "la presse agenzia"]),
    ("askanews", &["askanews"]),
    ("Italpress", &["italpress"]),
    ("Xinhua", &["xinhua", "新华社", "新華社", "新华网", "新华", "신화통신", "синьхуа", "شينخوا"]),
    ("China News Service", &["中新社", "中新网", "中国新闻网", "china news service", "chinanews", "cns"]),
    ("CNA", &["cna", "central news agency", "中央社", "中央通訊社", "focus taiwan"]),
    (
        "TASS",
        &["tass", "itar-tass", "itar tass", "тасс", "итар-тасс", "塔斯社", "タス通信", "타스", "타스통신"],
    ),
    ("RIA Novosti", &["ria novosti", "ria", "риа новости", "риа-новости", "риа"]),
    ("Interfax", &["interfax", "интерфакс", "інтерфакс", "interfaxru", "国际文传"]),
    ("Interfax-Ukraine", &["interfax-ukraine", "интерфакс-украина", "інтерфакс-україна"]),
    ("Ukrinform", &["ukrinform", "укрінформ", "укринформ"]),
    ("UNIAN", &["unian", "уніан", "униан"]),
    ("UNN", &["унн", "unn"]),
    ("BelTA", &["belta", "белта", "бeлта"]),
    ("Kyodo", &["kyodo", "共同", "共同通信", "共同通信社", "共同社", "교도통신", "교도"]),
    ("Jiji", &["jiji", "jiji press", "時事", "時事通信", "時事通信社", "时事社", "지지통신"]),
    ("Yonhap", &["yonhap", "연합뉴스", "연합", "聯合ニュース", "韩联社", "韓聯社"]),
    ("Newsis", &["newsis", "뉴시스"]),
    ("News1", &["news1", "뉴스1"]),
    ("KCNA", &["kcna", "조선중앙통신", "朝中社", "朝鮮中央通信"]),
    (
        "PA",
        &[
            "pa",
            "pa media",
            "press association",
            "pa wire",
            "press association (pa)",
            "pa - press association",
        ],
    ),
    ("UPI", &["upi", "united press international"]),
    (
        "Bloomberg",
        &["bloomberg", "블룸버그", "彭博社", "ブルームバーグ", "بلومبرغ", "блумберг", "bloomberg l p"],
    ),
    ("Canadian Press", &["canadian press", "cp", "la presse canadienne", "presse canadienne"]),
    ("NZ Newswire", &["nz newswire", "nzn"]),
    ("NZPA", &["nzpa"]),
    ("CNN Wire", &["cnn wire", "cnn newsource", "cnn-wire"]),
    ("Tribune News Service", &["tribune news service", "tns", "tribune content"]),
    ("States Newsroom", &["states newsroom"]),
    ("City News Service", &["city news service"]),
    ("Bay City News", &["bay city news", "bay city news service", "bcn"]),
    ("Press Trust of India", &["pti", "press trust of india", "पीटीआई"]),
    ("ANI", &["ani", "asian news international", "एएनआई"]),
    ("IANS", &["ians", "indo-asian news service", "आईएएनएस"]),
    ("UNI", &["uni", "united news of india"]),
    ("APP", &["app", "associated press of pakistan"]),
    ("PPI", &["ppi", "pakistan press international"]),
    ("BSS", &["bss", "bangladesh sangbad sangstha", "বাসস"]),
    ("UNB", &["unb", "united news of bangladesh"]),
    ("RSS", &["rss nepal", "rastriya samachar samiti", "रासस"]),
    ("Bernama", &["bernama"]),
    ("Antara", &["antara", "antara foto", "lkbn antara"]),
    ("PNA", &["pna", "philippine news agency"]),
    ("TNA", &["thai news agency", "สำนักข่าวไทย"]),
    ("VNA", &["vna", "ttxvn", "thông tấn xã việt nam", "vietnam news agency", "vietnam+"]),
    ("SPA", &["spa", "saudi press", "saudi press agency", "واس"]),
    ("WAM", &["wam", "emirates news agency", "وام"]),
    ("QNA", &["qna", "qatar news agency", "قنا"]),
    ("KUNA", &["kuna", "kuwait news agency", "كونا"]),
    ("BNA", &["bna", "bahrain news agency", "بنا"]),
    ("ONA", &["oman news agency", "العمانية"]),
    ("MENA", &["mena", "middle east news agency", "أ ش أ", "أش أ"]),
    ("Petra", &["petra", "jordan news agency", "بترا"]),
    ("NNA", &["nna", "national news agency", "الوكالة الوطنية للإعلام"]),
    ("SANA", &["sana", "سانا"]),
    ("INA", &["ina", "iraqi news agency", "واع"]),
    ("APS", &["aps", "algérie presse service", "algerie presse service", "وأج"]),
    ("MAP", &["map", "maghreb arabe presse", "و م ع"]),
    ("TAP", &["tap", "tunis afrique presse", "وات"]),
    ("WAFA", &["wafa", "وفا"]),
    (
        "Anadolu",
        &["anadolu", "aa", "anadolu ajansı", "anadolu ajansi", "anadolu agency", "الأناضول", "анадолу", "аа"],
    ),
    ("DHA", &["dha", "demirören haber ajansı", "demiroren"]),
    ("İHA", &["iha", "i\u{307}ha", "ihlas haber ajansı"]),
    ("ANKA", &["anka", "anka haber ajansı"]),
    ("IRNA", &["irna", "ایرنا", "إرنا", "ирна"]),
    ("ISNA", &["isna", "ایسنا"]),
    ("Tasnim", &["tasnim", "تسنیم"]),
    ("Mehr", &["mehr", "mna", "مهر"]),
    ("Fars", &["fars", "فارس"]),
    ("Belga", &["belga"]),
    ("ANP", &["anp", "algemeen nederlands persbureau"]),
    ("APA", &["apa", "austria presse agentur", "apa ots", "apa-ots", "agenturen apa"]),
    (
        "Keystone-SDA",
        &[
            "keystone-sda",
            "keystone sda",
            "sda",
            "ats",
            "keystone-ats",
            "awp",
            "schweizerische depeschenagentur",
        ],
    ),
    ("SID", &["sid", "sport-informations-dienst"]),
    ("epd", &["epd", "evangelischer pressedienst"]),
    ("KNA", &["kna", "katholische nachrichten-agentur"]),
    ("kath.ch", &["kathch"]),
    ("TT", &["tt", "tidningarnas telegrambyrå"]),
    ("NTB", &["ntb", "norsk telegrambyrå"]),
    ("Ritzau", &["ritzau", "ritzaus bureau"]),
    ("STT", &["stt", "stt-lehtikuva", "suomen tietotoimisto"]),
    ("BNS", &["bns", "baltic news service"]),
    ("ELTA", &["elta"]),
    ("LETA", &["leta"]),
    ("ERR", &["err"]),
    ("PAP", &["pap", "polska agencja prasowa"]),
    ("IAR", &["iar", "informacyjna agencja radiowa"]),
    ("ČTK", &["čtk", "ctk"]),
    ("TASR", &["tasr"]),
    ("SITA", &["sita"]),
    ("MTI", &["mti", "magyar távirati iroda"]),
    ("Agerpres", &["agerpres"]),
    ("Mediafax", &["mediafax"]),
    ("BTA", &["bta", "бта"]),
    ("Tanjug", &["tanjug", "танјуг"]),
    ("Beta", &["beta", "бета"]),
    ("FoNet", &["fonet", "фонет"]),
    ("HINA", &["hina"]),
    ("STA", &["sta", "slovenska tiskovna agencija"]),
    ("FENA", &["fena"]),
    ("MIA", &["mia", "миа"]),
    ("ATA", &["ata"]),
    ("ANA-MPA", &["ana-mpa", "απε-μπε", "απε", "ana"]),
    ("Lusa", &["lusa"]),
    ("Agência Brasil", &["agência brasil", "agencia brasil", "abr"]),
    ("Estadão Conteúdo", &["estadão conteúdo", "estadao conteudo", "estadão", "ae"]),
    ("Folhapress", &["folhapress"]),
    ("Agência Senado", &["agência senado"]),
    ("Télam", &["télam", "telam"]),
    ("NA", &["noticias argentinas"]),
    ("Notimex", &["notimex", "ntx"]),
    ("Andina", &["andina"]),
    ("Prensa Latina", &["prensa latina", "prensa latina (pl)"]),
    ("Colprensa", &["colprensa"]),
    ("AVN", &["avn"]),
    ("ABI", &["abi"]),
    ("NAN", &["nan", "news agency of nigeria"]),
    ("SAnews", &["sanews", "sanewsgovza"]),
    ("PANA", &["panapress", "pana"]),
    ("GNA", &["gna", "ghana news agency"]),
    ("ENA", &["ena", "ethiopian news agency"]),
    ("JTA", &["jta", "jewish telegraphic agency"]),
    ("Kazinform", &["kazinform", "казинформ", "қазинформ"]),
    ("Trend", &["trend", "тренд"]),
    ("Azertag", &["azertac", "azertag", "азертадж"]),
    ("Armenpress", &["armenpress", "арменпресс", "արմենպրես"]),
    ("Montsame", &["montsame", "монцамэ"]),
    ("Inter Press Service", &["inter press service", "ips"]),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_agency_is_known_in_its_own_script_and_in_others() {
        for (printed, kept) in [
            ("ТАСС", "TASS"),
            ("Интерфакс", "Interfax"),
            ("РИА Новости", "RIA Novosti"),
            ("Укрінформ", "Ukrinform"),
            ("新华社", "Xinhua"),
            ("共同", "Kyodo"),
            ("時事", "Jiji"),
            ("연합뉴스", "Yonhap"),
            ("أ ف ب", "AFP"),
            ("أ.ف.ب", "AFP"),
            ("رويترز", "Reuters"),
            ("The Associated Press", "AP"),
            ("A.P.", "AP"),
            ("dpa/lno", "DPA"),
            ("Agência Lusa", "Lusa"),
            ("Agência Brasil", "Agência Brasil"),
            ("Saudi Press Agency", "SPA"),
            ("Emirates News Agency", "WAM"),
            ("İHA", "İHA"),
            ("ČTK", "ČTK"),
        ] {
            assert_eq!(agency(printed), Some(kept), "{printed}");
        }
    }

    #[test]
    fn every_printed_name_is_written_as_it_is_looked_up_and_stands_once() {
        let mut all = std::collections::BTreeSet::new();
        for (kept, printed) in AGENCIES {
            for name in *printed {
                assert!(all.insert(name), "{name} stands twice");
                assert!(*name == name.to_lowercase(), "{name} of {kept} is not in lower case");
            }
        }
    }

    #[test]
    fn common_letters_are_an_agency_only_as_agencies_print_them() {
        assert_eq!(as_printed("AP"), Some("AP"));
        assert_eq!(as_printed("dpa"), Some("DPA"));
        assert_eq!(as_printed("spa"), None);
        assert_eq!(as_printed("map"), None);
        assert_eq!(as_printed("trend"), None);
        assert_eq!(as_printed("Reuters"), Some("Reuters"));
    }

    #[test]
    fn an_outlet_is_no_agency() {
        assert_eq!(agency("Harbour Gazette"), None);
        assert_eq!(agency(""), None);
    }
}
