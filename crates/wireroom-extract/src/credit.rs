//! What a text itself credits at its start and its end: agencies, those who helped, the dateline. "(Reuters) -",
//! "with DPA", "AP contributed to this report", "Reporting by Ada Fenn; editing by Bo Lind".
//! It refuses an agency that the text merely mentions, and pictures' credits. Start at [`credit`].

use crate::facts::agency::{agency, as_printed, is_of_the_kind};
use crate::facts::dateline;
use crate::facts::who::{self, is_person};
use crate::signoff;
use wireroom_model::{AgencyCredit, AgencyPart, Contribution, Dateline, Time, Who};

/// What the text credits.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Credit {
    /// Those who wrote before those who contributed, each once.
    pub agencies: Vec<AgencyCredit>,
    /// Place and day as printed.
    pub dateline: Option<String>,
    pub dated: Option<Dateline>,
    pub credits: Vec<Contribution>,
}

/// How much of the end of a text is searched for a credit, in characters.
const MAX_END: usize = 90;
/// Longest line that is nothing but a credit.
const MAX_LINE: usize = 200;
/// Paragraphs at the end that may be lines of credit.
const LAST: usize = 3;

/// Reads a body's first and last paragraphs, and its credited authors. `bylined` are agencies that the byline credits.
pub fn credit(body: &str, authors: &[String], bylined: &[AgencyCredit], published: Time) -> Credit {
    // A standfirst may stand before the paragraph that begins with the dateline.
    const OPENINGS: usize = 3;
    let openings = body.split("\n\n").filter(|p| p.chars().count() > 15).take(OPENINGS);
    let opening = openings.filter_map(|p| dateline::opening(p, published)).next().unwrap_or_default();
    let mut agencies = opening.agencies;
    agencies.extend(bylined.iter().cloned());
    let named = authors.iter().filter_map(|a| Some(wrote(as_printed(a)?, a)));
    agencies.extend(named);
    let mut credits = Vec::new();
    for (place, paragraph) in body.rsplit("\n\n").take(LAST).enumerate() {
        let found = if place == 0 { closing(paragraph) } else { line(paragraph) };
        agencies.extend(found.agencies);
        credits.extend(found.credits);
        credits.extend(signoff::makers(paragraph));
    }
    agencies.sort_by_key(|credit| credit.part);
    let mut once: Vec<AgencyCredit> = Vec::new();
    for credit in agencies {
        if !once.iter().any(|o| o.agency == credit.agency) {
            once.push(credit);
        }
    }
    Credit { agencies: once, dateline: opening.dateline, dated: opening.dated, credits }
}

/// True for a paragraph that opens or closes with an agency's credit.
pub fn credits_an_agency(paragraph: &str) -> bool {
    !credit(paragraph, &[], &[], Time::Unknown).agencies.is_empty()
}

fn wrote(name: &str, words: &str) -> AgencyCredit {
    AgencyCredit { agency: name.to_owned(), part: AgencyPart::Wrote, words: words.trim().to_owned() }
}

/// What one line or the end of a paragraph credits.
#[derive(Debug, Default)]
struct Found {
    agencies: Vec<AgencyCredit>,
    credits: Vec<Contribution>,
}

impl Found {
    fn is_empty(&self) -> bool {
        self.agencies.is_empty() && self.credits.is_empty()
    }

    fn of(names: &[String], part: AgencyPart, words: &str) -> Self {
        let credit =
            |name: &String| AgencyCredit { agency: name.clone(), part, words: words.trim().to_owned() };
        Self { agencies: names.iter().map(credit).collect(), credits: Vec::new() }
    }
}

/// Words before the names of agencies that gave a part. Lower case.
const WITH: &[&str] = &[
    "with additional reporting by ",
    "with additional reporting from ",
    "additional reporting by ",
    "with reporting by ",
    "with reporting from ",
    "with contributions from ",
    "with files from ",
    "with material from ",
    "with inputs from ",
    "with input from ",
    "with agency inputs from ",
    "with ",
    "mit material von ",
    "mit material der ",
    "mit informationen von ",
    "mit informationen der ",
    "mit agenturmaterial von ",
    "mit agenturmaterial der ",
    "mit ",
    "unter verwendung von material der ",
    "avec l’",
    "avec l'",
    "avec ",
    "con información de ",
    "con informaciones de ",
    "con datos de ",
    "con material de ",
    "con agencia ",
    "con informazioni di ",
    "con ",
    "com informações da ",
    "com informações do ",
    "com informações de ",
    "com informações ",
    "com agência ",
    "com a ",
    "com ",
    "met medewerking van ",
    "met informatie van ",
    "met info van ",
    "met ",
    "med material från ",
    "med ",
    "с материалами ",
    "с использованием материалов ",
    "по материалам ",
    "при участии ",
    "за матеріалами ",
    "за участі ",
    "z wykorzystaniem materiałów ",
    "s použitím ",
    "z materiałów ",
];
/// Words before the names of agencies whose text it is. Lower case.
const SOURCE: &[&str] = &[
    "source: ",
    "sources: ",
    "source : ",
    "quelle: ",
    "quellen: ",
    "fuente: ",
    "fuentes: ",
    "fonte: ",
    "fonti: ",
    "fontes: ",
    "bron: ",
    "kilde: ",
    "källa: ",
    "lähde: ",
    "źródło: ",
    "zdroj: ",
    "forrás: ",
    "kaynak: ",
    "джерело: ",
    "источник: ",
    "المصدر: ",
    "المصدر : ",
    "来源：",
    "來源：",
    "来源: ",
    "出典：",
    "출처: ",
    "by ",
    "von ",
    "par ",
    "por ",
    "© ",
    "©",
    "(c) ",
    "(c)",
    "– ",
    "— ",
    "- ",
    "/",
    "нацыянальнае: ",
    "nguồn: ",
    "sumber: ",
];
/// Words of a line that says where a text first stood.
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
/// What agencies did, after their names.
const CONTRIBUTED: &[&str] = &[
    " contributed to this",
    " contributed reporting",
    " contributed from ",
    " contributed.",
    " a contribué à ",
    " ont contribué à ",
    " trug zu diesem ",
    " trugen zu diesem ",
    " ha contribuido a ",
    " han contribuido a ",
    " contribuyó a ",
    " contribuyeron a ",
    " contribuiu para ",
    " contribuíram para ",
    " ha contribuito ",
    " hanno contribuito ",
    " droeg bij aan ",
    " droegen bij aan ",
    " bidrog till ",
    " bidrog til ",
    " bidro til ",
    " har bidraget ",
    " har bidratt ",
];

/// Words of a last line that belongs to its text.
const KEPT: &[&str] = &[
    "with ",
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

/// True for a last line that says where a text comes from: it belongs to the text.
pub fn is_credit_line(text: &str) -> bool {
    const MAX_CREDIT: usize = 90;
    let lower = text.trim().to_lowercase();
    let bracketed = lower.starts_with('(') && lower.ends_with(')');
    lower.chars().count() <= MAX_CREDIT
        && (bracketed || KEPT.iter().chain(BY_OUTLET).any(|words| lower.starts_with(words)))
}

/// The agencies that a line credits which is nothing but a credit ("AFP", "Source: Xinhua").
pub fn agencies_of_line(text: &str) -> Vec<AgencyCredit> {
    line(text).agencies
}

/// A paragraph that is nothing but a credit.
fn line(paragraph: &str) -> Found {
    let text = paragraph.trim();
    if text.chars().count() > MAX_LINE {
        return Found::default();
    }
    let bare = text.trim_matches(['(', ')', '[', ']', '*', '_', ' ', '.']);
    let found = contributed(text);
    if !found.is_empty() {
        return found;
    }
    let bracketed = text.starts_with(['(', '[']) && text.ends_with([')', ']']);
    credited(bare, text, bracketed)
}

/// "with DPA", "Source: Xinhua", "AFP/Reuters", "(Lantern Wire)".
fn credited(bare: &str, words: &str, bracketed: bool) -> Found {
    let lower = bare.to_lowercase();
    let cut = |openings: &[&str]| -> Option<String> {
        let longest = openings.iter().filter(|o| lower.starts_with(**o)).map(|o| o.chars().count()).max()?;
        Some(bare.chars().skip(longest).collect())
    };
    if let Some(rest) = cut(WITH) {
        if let Some(names) = all_agencies(&rest, false) {
            return Found::of(&names, AgencyPart::Contributed, words);
        }
        if is_wire(&rest) {
            return Found::of(&[rest.trim().to_owned()], AgencyPart::Contributed, words);
        }
        return Found::default();
    }
    let (rest, set_apart) = match cut(SOURCE) {
        Some(rest) => (rest, bracketed),
        None => (bare.to_owned(), bracketed),
    };
    if let Some(names) = all_agencies(&rest, set_apart) {
        return Found::of(&names, AgencyPart::Wrote, words);
    }
    if is_wire(&rest) && (bracketed || rest != bare) {
        return Found::of(&[rest.trim().to_owned()], AgencyPart::Wrote, words);
    }
    Found::default()
}

/// The agencies of a list that holds nothing else but the signs of those who edited ("dpa/jek", "AFP and agencies").
fn all_agencies(list: &str, bracketed: bool) -> Option<Vec<String>> {
    const GENERIC: &[&str] = &[
        "agencies",
        "agency",
        "agenturen",
        "agencias",
        "agences",
        "agenzie",
        "agências",
        "wires",
        "red",
        "redaktion",
        "staff",
        "others",
        "other agencies",
        "additional reporting",
        "local media",
        "und agenturen",
        "weitere agenturen",
        "inputs",
        "agency inputs",
        "the",
    ];
    const AND: &[&str] = &[
        " and ",
        " und ",
        " et ",
        " y ",
        " e ",
        " og ",
        " och ",
        " en ",
        " & ",
        " i ",
        " и ",
        " та ",
        " ve ",
        " as well as ",
    ];
    let mut parts = vec![list.to_owned()];
    for mark in AND {
        parts = parts.iter().flat_map(|p| p.split(mark).map(str::to_owned).collect::<Vec<_>>()).collect();
    }
    let parts = parts
        .iter()
        .flat_map(|p| p.split([',', '/', ';', '+', '|', '、', '·']))
        .map(str::trim)
        .filter(|p| !p.is_empty());
    let mut names: Vec<String> = Vec::new();
    for part in parts {
        let part = part.trim_matches(['.', '*', ' ', '–', '—', '-']);
        let known = if bracketed { agency(part) } else { as_printed(part) };
        let small = part.chars().count() <= 4 && part.chars().all(char::is_lowercase);
        match known {
            Some(name) if !names.iter().any(|n| n == name) => names.push(name.to_owned()),
            Some(_) => {}
            None if small || GENERIC.contains(&part.to_lowercase().as_str()) => {}
            // "AFP/The Harbour Post": the house beside its agency.
            None if !names.is_empty() && bracketed && who::who(part, None, &[]) == Who::Organisation => {}
            None => return None,
        }
    }
    (!names.is_empty()).then_some(names)
}

/// A name that no list knows, of the kind that agencies have.
fn is_wire(name: &str) -> bool {
    let name = name.trim();
    (2..=4).contains(&name.split_whitespace().count())
        && !name.chars().any(|c| c.is_ascii_digit() || matches!(c, ',' | ':' | '.'))
        && name.split_whitespace().all(|w| w.chars().next().is_some_and(|c| !c.is_lowercase()))
        && is_of_the_kind(name)
}

/// "Associated Press writer Ada Fenn in Oslo and AFP contributed to this report."
fn contributed(text: &str) -> Found {
    let mut out = Found::default();
    let last = text.trim();
    let lower = last.to_lowercase();
    if lower.len() != last.len() {
        return out;
    }
    let Some((at, verb)) = CONTRIBUTED.iter().filter_map(|verb| Some((lower.find(verb)?, *verb))).min()
    else {
        return out;
    };
    let names = last.get(..at).unwrap_or("");
    // The names are those of the sentence alone.
    let names = names
        .rsplit(['.', '!', '?', '\n', '”'])
        .next()
        .unwrap_or("")
        .trim()
        .trim_start_matches(['(', '*', '[']);
    if names.chars().count() > MAX_LINE {
        return out;
    }
    let part = last.get(at..).unwrap_or(verb).trim().trim_end_matches(['.', ')', '*', ']']).to_owned();
    for name in names.split([',', ';', '/']).flat_map(|n| n.split(" and ")).map(str::trim) {
        let name = name.strip_prefix("and ").unwrap_or(name);
        let (house, person) = writer(name);
        if let Some(found) = agency(house) {
            let words = last.trim_matches(['(', ')', '*', '[', ']']).to_owned();
            out.agencies.push(AgencyCredit {
                agency: found.to_owned(),
                part: AgencyPart::Contributed,
                words,
            });
        }
        if is_person(person) && agency(person).is_none() && who::who(person, None, &[]) == Who::Person {
            out.credits.push(Contribution { name: person.to_owned(), part: part.clone() });
        }
    }
    out
}

/// "Associated Press writer Ada Fenn in Oslo", "AP's Ada Fenn": the house and the person.
fn writer(name: &str) -> (&str, &str) {
    const POSTS: &[&str] = &[
        " writers ",
        " writer ",
        " reporters ",
        " reporter ",
        " correspondent ",
        " journalists ",
        " journalist ",
        " staff writer ",
        " science writer ",
        " sports writer ",
        "'s ",
        "’s ",
    ];
    let place = |person: &str| person.split(" in ").next().map_or(0, str::len);
    for post in POSTS {
        if let Some((house, person)) = name.split_once(post) {
            return (house, person.get(..place(person)).unwrap_or(person).trim());
        }
    }
    (name, name.get(..place(name)).unwrap_or(name).trim())
}

/// The end of the last paragraph: "… coast. (dpa/AFP)", "… coast. with DPA", "… coast. – AFP".
fn closing(text: &str) -> Found {
    let whole = line(text);
    if !whole.is_empty() {
        return whole;
    }
    let count = text.chars().count();
    let tail: String = text.chars().skip(count.saturating_sub(MAX_END)).collect();
    let tail = tail.trim().trim_end_matches(['.', '*', ' ']);
    if let Some((before, inside)) = tail.strip_suffix([')', ']']).and_then(|t| t.rsplit_once(['(', '[']))
        && !is_abbreviation(before, inside)
    {
        let sentence = before.trim_end().ends_with(['.', '!', '?', '”', '"', '“', '…', '。', '»', ')']);
        return match all_agencies(inside, sentence) {
            Some(names) => Found::of(&names, AgencyPart::Wrote, &format!("({inside})")),
            None if sentence => credited(inside, &format!("({inside})"), true),
            None => Found::default(),
        };
    }
    // The last sentence, if it is nothing but a credit.
    let last = tail.rsplit(['.', '!', '?', '"', '”', '。', '»']).next().unwrap_or(tail).trim();
    if last.len() == tail.len() && count > tail.chars().count() {
        return Found::default();
    }
    let short = last.chars().count() <= 60 && last.chars().count() < count;
    if short && !last.is_empty() { credited(last, last, false) } else { Found::default() }
}

/// "the Afghan National Institute (ANI)": letters that shorten the words before them.
fn is_abbreviation(before: &str, inside: &str) -> bool {
    let letters: Vec<char> =
        inside.chars().filter(|c| c.is_alphabetic()).flat_map(char::to_lowercase).collect();
    let words: Vec<&str> = before.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect();
    let initials: Vec<char> = words
        .iter()
        .filter(|w| w.chars().next().is_some_and(char::is_uppercase))
        .filter_map(|w| w.chars().next())
        .flat_map(char::to_lowercase)
        .collect();
    letters.len() >= 2
        && letters.len() <= 6
        && initials.ends_with(&letters)
        && !before.trim_end().ends_with(['.', '!', '?', '”', '"'])
}

#[cfg(test)]
mod tests;
