//! What a name in a byline is: a person, a desk of the outlet, an organisation. Told by the words of the name and by
//! what the page states; a name that could be either is unknown, and nobody can follow it. Start at [`who`].

use super::agency;
use crate::choose::fold;
use wireroom_model::Who;

/// Most words of a person's name.
const MAX_WORDS: usize = 6;

/// Judges one name. `stated` is what structured data calls it, `sites` are the folded names of the site.
pub fn who(name: &str, stated: Option<Who>, sites: &[String]) -> Who {
    if agency::as_printed(name).is_some() || is_site(name, sites) || is_address(name) {
        return if is_desk(name) && agency::as_printed(name).is_none() {
            Who::Desk
        } else {
            Who::Organisation
        };
    }
    if is_desk(name) {
        return Who::Desk;
    }
    if is_organisation(name) {
        return Who::Organisation;
    }
    match (is_person(name), stated) {
        (true, _) => Who::Person,
        // Pages call their own masthead a person: a single word needs a person's look beside the statement.
        (false, Some(Who::Organisation)) => Who::Organisation,
        _ => Who::Unknown,
    }
}

/// The site's own name, with or without "The", a desk's word or the ending of its address.
pub fn is_site(name: &str, sites: &[String]) -> bool {
    let own = fold(name);
    let bare = fold(name.strip_prefix("The ").unwrap_or(name));
    own.chars().count() >= 2
        && sites.iter().any(|site| *site == own || *site == bare || fold(&format!("The {site}")) == own)
}

/// Words that only desks carry, in the languages of the press. A word may stand anywhere in the name.
const DESK_WORDS: &[&str] = &[
    "desk",
    "staff",
    "team",
    "editors",
    "newsroom",
    "bureau",
    "editorial",
    "redaktion",
    "redaktionen",
    "onlineredaktion",
    "sportredaktion",
    "nachrichtenredaktion",
    "redaktionsteam",
    "newsdesk",
    "rédaction",
    "redacción",
    "redacao",
    "redação",
    "redazione",
    "redactie",
    "webredactie",
    "sportredactie",
    "redakcja",
    "redakce",
    "redakcia",
    "redakcija",
    "toimitus",
    "szerkesztőség",
    "redacția",
    "редакция",
    "редакція",
    "редакции",
    "редакцыя",
    "yayın",
    "editörü",
    "haber merkezi",
    "redaksi",
    "reporters",
    "correspondents",
    "webdesk",
    "mitarbeiter",
    "service",
    "reports",
    "编辑部",
    "編集部",
    "取材班",
    "综合报道",
    "편집부",
    "취재팀",
    "디지털뉴스팀",
    "온라인뉴스팀",
    "اسرة التحرير",
    "هيئة التحرير",
    "التحرير",
    "מערכת",
    "संपादक",
    "डेस्क",
    "डेस्क",
];
/// Names that are a desk as they stand.
const DESK_NAMES: &[&str] = &[
    "editor",
    "admin",
    "administrator",
    "the editors",
    "web editor",
    "online editor",
    "staff reporter",
    "staff writer",
    "staff correspondent",
    "our correspondent",
    "our reporter",
    "special correspondent",
    "correspondent",
    "a correspondent",
    "news editor",
    "sports editor",
    "guest author",
    "guest contributor",
    "gastautor",
    "gastbeitrag",
    "contributor",
    "reporter",
    "red",
    "redaktionell",
    "onlineredaktion",
    "web",
    "news",
    "newsdesk",
    "un journaliste",
    "agencias",
    "agenturen",
    "agencies",
    "agences",
    "agenzie",
    "agências",
    "agentschappen",
    "ajanslar",
    "агентства",
    "news agencies",
    "wire services",
    "wire reports",
    "wire report",
    "from wire reports",
    "wires",
    "editorial board",
    "の記者",
    "本报记者",
    "本報記者",
    "本刊记者",
    "本社",
];

fn is_desk(name: &str) -> bool {
    let lower = name.to_lowercase();
    let plain = lower.trim_matches(|c: char| !c.is_alphanumeric());
    let spaceless = |word: &&str| word.chars().next().is_some_and(wireroom_text::words::is_spaceless);
    DESK_NAMES.contains(&plain)
        || DESK_WORDS.iter().any(|word| {
            if spaceless(word) || word.contains(' ') {
                lower.contains(word)
            } else {
                lower.split(|c: char| !c.is_alphanumeric()).any(|w| w == *word)
            }
        })
}

/// Words by which companies, houses and offices are told from persons. Whole words, lower case.
const ORGANISATION_WORDS: &[&str] = &[
    "inc",
    "ltd",
    "llc",
    "plc",
    "gmbh",
    "srl",
    "corp",
    "corporation",
    "company",
    "group",
    "gruppe",
    "holding",
    "foundation",
    "stiftung",
    "fondation",
    "fundación",
    "fondazione",
    "institute",
    "institut",
    "instituto",
    "istituto",
    "university",
    "universität",
    "université",
    "universidad",
    "università",
    "universiteit",
    "school",
    "academy",
    "center",
    "centre",
    "zentrum",
    "ministry",
    "ministerium",
    "ministère",
    "ministerio",
    "ministero",
    "department",
    "government",
    "bundesregierung",
    "commission",
    "council",
    "office",
    "police",
    "polizei",
    "party",
    "partei",
    "fraktion",
    "association",
    "verband",
    "verein",
    "union",
    "federation",
    "society",
    "gesellschaft",
    "network",
    "netzwerk",
    "media",
    "medien",
    "médias",
    "press",
    "presse",
    "prensa",
    "stampa",
    "news",
    "newswire",
    "wire",
    "agency",
    "agentur",
    "agence",
    "agencia",
    "agenzia",
    "agência",
    "zeitung",
    "tageblatt",
    "nachrichten",
    "rundschau",
    "anzeiger",
    "kurier",
    "courier",
    "journal",
    "gazette",
    "times",
    "herald",
    "tribune",
    "chronicle",
    "telegraph",
    "guardian",
    "observer",
    "magazine",
    "magazin",
    "online",
    "tv",
    "radio",
    "fm",
    "channel",
    "broadcasting",
    "podcast",
    "blog",
    "publishing",
    "verlag",
    "editora",
    "ediciones",
    "studios",
    "productions",
    "project",
    "initiative",
    "campaign",
    "committee",
    "board",
    "club",
    "pressestelle",
    "marketing",
    "communications",
    "kommunikation",
    "pressedienst",
    "presseportal",
    "newspaper",
    "diario",
    "periódico",
    "giornale",
    "jornal",
    "газета",
    "агентство",
    "новости",
    "новини",
    "министерство",
    "університет",
    "университет",
    "канал",
    "gazetesi",
    "ajansı",
    "haber",
    "haberler",
    "universitesi",
    "report",
    "reporting",
    "digital",
    "international",
    "ajans",
    "gazeta",
    "televisión",
    "televisão",
    "noticias",
    "notícias",
    "notizie",
    "nieuws",
    "nyheter",
    "nyheder",
    "uutiset",
];
/// Endings of East Asian names of houses.
const HOUSES: &[&str] = &[
    "新聞",
    "新聞社",
    "新闻",
    "新闻网",
    "通信",
    "通信社",
    "通讯社",
    "日报",
    "日報",
    "晚报",
    "晚報",
    "周刊",
    "週刊",
    "网",
    "報",
    "报",
    "電視台",
    "电视台",
    "テレビ",
    "放送",
    "オンライン",
    "デジタル",
    "신문",
    "일보",
    "뉴스",
    "방송",
    "통신",
    "경제",
    "타임즈",
    "타임스",
    "대학교",
    "大学",
    "大學",
    "委员会",
    "公司",
    "集团",
    "协会",
    "協会",
];

fn is_organisation(name: &str) -> bool {
    let lower = name.to_lowercase();
    let mut words = lower.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty());
    let company = |w: &str| {
        matches!(w, "AG" | "KG" | "SA" | "AB" | "BV" | "SpA" | "SE" | "Co" | "Oy" | "eV" | "FC" | "SC")
    };
    words.any(|w| ORGANISATION_WORDS.contains(&w))
        || name.replace('.', "").split_whitespace().skip(1).any(company)
        || HOUSES.iter().any(|end| lower.ends_with(end) && lower.chars().count() > end.chars().count() + 1)
        || name.contains(['&', '/', '|'])
        || name.starts_with("The ") && name.split_whitespace().count() > 1
}

/// "press.example": a site, not a person.
pub fn is_address(name: &str) -> bool {
    let name = name.trim();
    !name.contains(' ')
        && name.rsplit_once('.').is_some_and(|(before, end)| {
            before.chars().count() > 2
                && (2..=6).contains(&end.len())
                && end.bytes().all(|b| b.is_ascii_lowercase())
        })
}

/// Small words inside names.
const PARTICLES: &[&str] = &[
    "von", "van", "de", "der", "den", "del", "della", "di", "da", "dos", "das", "do", "du", "des", "la",
    "le", "el", "al", "bin", "ibn", "bint", "ben", "zu", "zur", "vom", "und", "y", "e", "af", "av", "ter",
    "ten", "het", "st", "ap", "mac", "ul", "ur", "os", "lo", "li", "los", "las", "dal", "dalla", "in", "t",
    "d", "o", "abu", "um", "i",
];

/// Two to six words as persons have them, or a name of a script without capitals and spaces.
pub fn is_person(name: &str) -> bool {
    let letters: Vec<char> = name.chars().filter(|c| c.is_alphabetic()).collect();
    let fine = name.chars().all(|c| {
        c.is_alphabetic()
            || matches!(
                c,
                ' ' | '.'
                    | '-'
                    | '‐'
                    | '‑'
                    | '\''
                    | '’'
                    | '‘'
                    | 'ʼ'
                    | '`'
                    | '´'
                    | '·'
                    | '・'
                    | '\u{200c}'
                    | '\u{200d}'
            )
            || is_mark(c)
    });
    let words: Vec<&str> = name.split_whitespace().collect();
    if !fine || letters.is_empty() || words.len() > MAX_WORDS {
        return false;
    }
    let east_asian =
        |c: &char| matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}');
    if letters.iter().all(east_asian) {
        let hangul = letters.iter().all(|c| matches!(c, '\u{ac00}'..='\u{d7af}'));
        let dotted = name.contains(['·', '・']);
        return match (hangul, dotted) {
            (true, _) => (2..=4).contains(&letters.len()),
            (false, true) => letters.len() <= 20,
            (false, false) => (2..=5).contains(&letters.len()),
        };
    }
    let cased = letters.iter().any(|c| c.is_uppercase() || c.is_lowercase());
    if !cased {
        return (2..=5).contains(&words.len());
    }
    let capital = |word: &&str| {
        let first = word.chars().find(|c| c.is_alphabetic()).is_some_and(char::is_uppercase);
        // "d’Arcy".
        first || (word.contains(['\'', '’']) && word.contains(char::is_uppercase))
    };
    let long = words.iter().filter(|w| w.chars().filter(|c| c.is_alphabetic()).count() >= 2).count();
    words.len() >= 2
        && long >= 1
        && words
            .iter()
            .all(|w| capital(w) || PARTICLES.contains(&w.to_lowercase().trim_end_matches(['.', '\'', '’'])))
        && words.last().is_some_and(capital)
        && words.iter().filter(|w| capital(w)).count() >= 2
}

/// Signs that Indic, Thai, Arabic and Hebrew letters carry.
const fn is_mark(c: char) -> bool {
    matches!(c, '\u{0300}'..='\u{036f}' | '\u{0591}'..='\u{05c7}' | '\u{0610}'..='\u{061a}' | '\u{064b}'..='\u{065f}'
        | '\u{0900}'..='\u{0903}' | '\u{093a}'..='\u{094f}' | '\u{0980}'..='\u{0983}' | '\u{09bc}'..='\u{09cd}'
        | '\u{0b80}'..='\u{0bff}' | '\u{0e31}' | '\u{0e34}'..='\u{0e4e}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(name: &str) -> Who {
        who(name, None, &["harbourpost".to_owned()])
    }

    #[test]
    fn persons_are_told_in_any_script() {
        for name in [
            "Ada Fenn",
            "Ursula von der Linde",
            "Jean-Luc d’Arcy",
            "J. K. Moor",
            "Łukasz Wójcik",
            "Иван Петров",
            "Ольга Коваль",
            "김하늘",
            "山田太郎",
            "王小明",
            "ジョン・スミス",
            "محمد بن سالم",
            "יעל כהן",
            "अनिता शर्मा",
            "Γιώργος Παππάς",
            "ADA FENN",
            "Lê Thị Hoa",
        ] {
            assert_eq!(of(name), Who::Person, "{name}");
        }
    }

    #[test]
    fn desks_of_the_outlet_are_no_persons() {
        for name in [
            "Sports Desk",
            "Editorial Board",
            "Harbour Post Staff",
            "Web Desk",
            "Staff Reporter",
            "Our Correspondent",
            "Die Redaktion",
            "La Rédaction",
            "Redazione Sport",
            "Redacción",
            "Redakcja",
            "Редакция",
            "本报记者",
            "編集部",
            "PETA-Team",
            "ZEIT-Redaktion",
            "News agencies",
        ] {
            assert_eq!(of(name), Who::Desk, "{name}");
        }
    }

    #[test]
    fn agencies_outlets_and_companies_are_organisations() {
        for name in [
            "AFP",
            "dpa",
            "The Associated Press",
            "Harbour Post",
            "The Harbour Post",
            "press.example",
            "Northern Courier",
            "Lantern Wire",
            "Moor & Fenn",
            "University of Holm",
            "Fenn Shipping GmbH",
            "朝日新聞",
            "한국일보",
            "新华社",
            "dpa/lno",
        ] {
            assert_eq!(of(name), Who::Organisation, "{name}");
        }
    }

    #[test]
    fn what_could_be_either_stays_unknown() {
        for name in ["Cooper", "redfox77", "ssi", "Petra", "zahlenfreundin"] {
            assert_eq!(of(name), Who::Unknown, "{name}");
        }
        // A page that calls its masthead a person is not believed; one that calls a name an organisation is.
        assert_eq!(who("Tideline", Some(Who::Person), &[]), Who::Unknown);
        assert_eq!(who("Tideline", Some(Who::Organisation), &[]), Who::Organisation);
        assert_eq!(who("Ada Fenn", Some(Who::Organisation), &[]), Who::Person);
    }
}
