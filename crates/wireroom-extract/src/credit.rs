//! Agency and dateline as a text itself gives them, at its start and its end: "(Reuters) -", "BERLIN (AP) —",
//! "with DPA". Agencies are known by name; a dateline is a place in front of an agency or a dash.
//! It refuses to credit an agency that the text merely mentions. Start at [`credit`].

/// What the text credits.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Credit {
    pub agency: Option<String>,
    pub dateline: Option<String>,
}

/// Agencies: how texts print them, and the name we keep.
const AGENCIES: [(&str, &str); 46] = [
    ("thomson reuters", "Reuters"),
    ("reuters", "Reuters"),
    ("associated press", "AP"),
    ("the associated press", "AP"),
    ("ap", "AP"),
    ("agence france-presse", "AFP"),
    ("agence france presse", "AFP"),
    ("afp", "AFP"),
    ("dpa", "DPA"),
    ("deutsche presse-agentur", "DPA"),
    ("dpa-afx", "dpa-AFX"),
    ("aap", "AAP"),
    ("australian associated press", "AAP"),
    ("efe", "EFE"),
    ("europa press", "Europa Press"),
    ("ansa", "ANSA"),
    ("adnkronos", "Adnkronos"),
    ("xinhua", "Xinhua"),
    ("tass", "TASS"),
    ("itar-tass", "TASS"),
    ("тасс", "TASS"),
    ("ria novosti", "RIA Novosti"),
    ("рия новости", "RIA Novosti"),
    ("interfax", "Interfax"),
    ("интерфакс", "Interfax"),
    ("kyodo", "Kyodo"),
    ("kyodo news", "Kyodo"),
    ("jiji press", "Jiji"),
    ("pa", "PA"),
    ("pa media", "PA"),
    ("press association", "PA"),
    ("upi", "UPI"),
    ("bloomberg", "Bloomberg"),
    ("yonhap", "Yonhap"),
    ("pti", "PTI"),
    ("ani", "ANI"),
    ("ians", "IANS"),
    ("apa", "APA"),
    ("keystone-sda", "Keystone-SDA"),
    ("sda", "Keystone-SDA"),
    ("ntb", "NTB"),
    ("ritzau", "Ritzau"),
    ("pap", "PAP"),
    ("čtk", "ČTK"),
    ("cnn wire", "CNN Wire"),
    ("anadolu", "Anadolu"),
];

/// Longest dateline in front of a text, in characters.
const MAX_DATELINE: usize = 70;
/// How much of the end of a text is searched for a credit.
const MAX_END: usize = 90;

/// The agency that a name stands for.
pub fn agency(name: &str) -> Option<&'static str> {
    let name = name.trim().trim_matches(['.', ',', '(', ')', '/', '-', '–', '—', ' ', '*']).to_lowercase();
    AGENCIES.iter().find(|(printed, _)| *printed == name).map(|(_, kept)| *kept)
}

/// Reads a body's first and last paragraphs, and its credited authors.
pub fn credit(body: &str, authors: &[String]) -> Credit {
    // A standfirst may stand before the paragraph that begins with the dateline.
    const OPENINGS: usize = 3;
    let mut credit = body
        .split("\n\n")
        .filter(|p| p.chars().count() > 30)
        .take(OPENINGS)
        .map(opening)
        .find(|c| *c != Credit::default())
        .unwrap_or_default();
    if credit.agency.is_none() {
        credit.agency = closing(body.rsplit("\n\n").next().unwrap_or(""));
    }
    if credit.agency.is_none() {
        credit.agency = authors.iter().find_map(|a| agency(a)).map(str::to_owned);
    }
    credit
}

/// "BERLIN, May 3 (Reuters) - ", "Kiel (dpa) – ", "(AP) — ", "PARIS — ".
fn opening(text: &str) -> Credit {
    let head: String = text.chars().take(MAX_DATELINE + 20).collect();
    if let Some((before, rest)) = head.split_once(['(', '（'])
        && let Some((inside, after)) = rest.split_once([')', '）'])
    {
        let named = inside.split(['/', ',']).find_map(agency);
        let dashed =
            after.trim_start().starts_with(['-', '–', '—', '―', ':', '.']) || before.trim().is_empty();
        // In the full form, "PLACE, date (Name) —", the brackets hold an agency whether we know it or not.
        let full = after.trim_start().starts_with(['-', '–', '—']) && !before.trim().is_empty();
        let name = match named {
            Some(known) => Some(known.to_owned()),
            None => Some(inside.trim().to_owned()).filter(|n| full && is_agency_name(n)),
        };
        if let Some(name) = name.filter(|_| dashed && is_place(before)) {
            return Credit { agency: Some(name), dateline: place(before) };
        }
    }
    for dash in [" — ", " – ", " -- ", " - "] {
        if let Some((before, _)) = head.split_once(dash) {
            let place_like = before.split_whitespace().count() <= 5
                && before.split([',', ' ']).next().is_some_and(|w| {
                    w.chars().filter(|c| c.is_alphabetic()).count() >= 3
                        && w.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase)
                });
            if place_like && is_place(before) {
                return Credit { agency: None, dateline: place(before) };
            }
        }
    }
    Credit::default()
}

fn is_place(before: &str) -> bool {
    let before = before.trim();
    before.chars().count() <= MAX_DATELINE
        && !before.ends_with(['.', '!', '?', ':'])
        && before.split_whitespace().count() <= 8
        && before.chars().next().is_none_or(|c| !c.is_lowercase())
}

fn place(before: &str) -> Option<String> {
    let place = before.trim().trim_end_matches([',', '-', '–', '—', '.', ' ', '/']).trim();
    (place.chars().filter(|c| c.is_alphabetic()).count() >= 2).then(|| place.to_owned())
}

/// A name of one to four words without digits, as agencies have.
fn is_agency_name(name: &str) -> bool {
    let words = name.split_whitespace().count();
    (1..=4).contains(&words)
        && name.chars().count() <= 40
        && !name.chars().any(|c| c.is_ascii_digit() || c == ',')
        && name.chars().next().is_some_and(|c| !c.is_lowercase() || words == 1)
}

/// Words that open a line of credit at the end of a text. The first group names agencies, the second other outlets.
const BY_AGENCY: &[&str] = &[
    "with ",
    "with reporting by ",
    "with material from ",
    "source: ",
    "mit material von ",
    "quelle: ",
    "avec ",
    "con información de ",
    "con agencias",
    "fuente: ",
    "fonte: ",
    "con informazioni di ",
    "с материалами ",
    "источник: ",
];
const BY_OUTLET: &[&str] = &[
    "first published",
    "this report first appeared",
    "this article first appeared",
    "originally published",
    "from the ",
    "text: ",
    "zuerst erschienen",
    "aus dem ",
    "aus der ",
    "publicado originalmente",
    "publié à l'origine",
    "نقلا عن",
    "المصدر",
    "pubblicato originariamente",
];

/// True for a last line that says where a text comes from: it belongs to the text.
pub fn is_credit_line(text: &str) -> bool {
    const MAX_CREDIT: usize = 90;
    let lower = text.trim().to_lowercase();
    let bracketed = lower.starts_with('(') && lower.ends_with(')');
    lower.chars().count() <= MAX_CREDIT
        && (bracketed || BY_AGENCY.iter().chain(BY_OUTLET).any(|b| lower.starts_with(b)))
}

/// The name in a line that is nothing but a credit to an agency: "(Meridian Wire)", "With Meridian Wire".
fn credited(line: &str) -> Option<String> {
    let line = line.trim().trim_end_matches('.');
    let inside = line.strip_prefix('(').and_then(|l| l.strip_suffix(')'));
    let lower = line.to_lowercase();
    let after = BY_AGENCY.iter().filter(|b| lower.starts_with(**b)).map(|b| b.chars().count()).max();
    let name: String = match (inside, after) {
        (Some(inside), _) => inside.trim().to_owned(),
        (None, Some(count)) => line.chars().skip(count).collect(),
        (None, None) => return None,
    };
    is_agency_name(&name).then_some(name)
}

/// "with DPA", "(Reuters)", "- AP", "Source: Xinhua", "AP contributed to this report."
fn closing(text: &str) -> Option<String> {
    let count = text.chars().count();
    let tail: String = text.chars().skip(count.saturating_sub(MAX_END)).collect();
    let tail = tail.trim().trim_end_matches(['.', '*', ' ']);
    if let Some((_, inside)) = tail.strip_suffix([')', ']']).and_then(|t| t.rsplit_once(['(', '[']))
        && let Some(name) = inside.split(['/', ',', ' ']).find_map(agency).or_else(|| agency(inside))
    {
        return Some(name.to_owned());
    }
    // The last sentence, if it is nothing but a credit.
    let last = tail.rsplit(['.', '!', '?', '"', '”']).next().unwrap_or(tail).trim();
    let lower = last.to_lowercase();
    const BEFORE: &[&str] = &[
        "with ", "source: ", "mit ", "quelle: ", "avec ", "con ", "fonte: ", "fuente: ", "by ", "– ", "— ",
        "- ", "zdroj: ", "/",
    ];
    let name = BEFORE.iter().find_map(|b| lower.strip_prefix(b));
    if let Some(found) = name.and_then(|n| n.split([',', '/']).chain(n.split(" and ")).find_map(agency)) {
        return Some(found.to_owned());
    }
    if let Some((names, _)) = lower.split_once(" contributed to this") {
        return names.split([',', '/']).chain(names.split(" and ")).find_map(agency).map(str::to_owned);
    }
    (count <= 40).then(|| agency(last))?.map(str::to_owned).or_else(|| credited(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(body: &str) -> (Option<String>, Option<String>) {
        let credit = credit(body, &[]);
        (credit.agency, credit.dateline)
    }

    fn pair(agency: &str, dateline: Option<&str>) -> (Option<String>, Option<String>) {
        (Some(agency.to_owned()), dateline.map(str::to_owned))
    }

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
        assert_eq!(
            of("(Reuters) - The mayor of the harbour town resigned on Monday."),
            pair("Reuters", None)
        );
        assert_eq!(
            of("LYON — The mayor of the harbour town resigned on Monday."),
            (None, Some("LYON".to_owned()))
        );
    }

    #[test]
    fn a_closing_credits_an_agency() {
        assert_eq!(of("The mayor resigned after the ferry sank off the coast. with DPA"), pair("DPA", None));
        assert_eq!(of("The mayor resigned after the ferry sank off the coast. (dpa/AFP)"), pair("DPA", None));
        assert_eq!(of("A long enough first paragraph.\n\nAP contributed to this report."), pair("AP", None));
    }

    #[test]
    fn an_agency_that_no_list_knows_is_credited_by_the_form() {
        let text = "LOWER HOLM, 4 March (Lantern Wire) — The ferry ran onto rocks in fog early on Wednesday.";
        assert_eq!(of(text), pair("Lantern Wire", Some("LOWER HOLM, 4 March")));
        assert_eq!(
            of("The ferry ran onto rocks in fog.\n\nWith reporting by Lantern Wire"),
            pair("Lantern Wire", None)
        );
        assert_eq!(
            of("The ferry (Lady Ann) ran onto rocks in fog early on Wednesday morning."),
            (None, None)
        );
        assert!(is_credit_line("(Lantern Wire)") && !is_credit_line("The ferry ran onto rocks."));
    }

    #[test]
    fn an_agency_that_is_only_named_is_not_credited() {
        assert_eq!(
            of("The minister told Reuters (in a call) that the ferry was safe and would sail."),
            (None, None)
        );
        assert_eq!(of("Officials told the state agency TASS"), (None, None));
    }
}
