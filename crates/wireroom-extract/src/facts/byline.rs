//! One line of a byline taken apart: names, roles, agencies, and those who had another part than writing.
//! It refuses what no byline holds (links' words, handles, addresses). Start at [`read`].

use super::agency;
use super::labels::Part;
use super::roles::{DEGREES, MAX_ROLE, POSTS, ROLE_SIDES, is_degree, is_role, is_role_word};
use super::segments::segments;
use super::who::{is_address, is_person, is_site};
use crate::choose::fold;
use wireroom_model::{AgencyCredit, AgencyPart, Contribution};
use wireroom_text::markup;

/// Longest line that is read, and longest name, in characters.
const MAX_LINE: usize = 400;
const MAX_NAME: usize = 70;
/// Most names of one line.
const MAX_NAMES: usize = 40;

/// One author as the line prints it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Named {
    pub name: String,
    pub role: Option<String>,
}

/// What a line says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Line {
    pub authors: Vec<Named>,
    pub credits: Vec<Contribution>,
    pub agencies: Vec<AgencyCredit>,
    /// Houses or roles stood between the names: not every part is sure to be a name.
    pub mixed: bool,
}

/// Reads one line. `sites` are the folded names of the site itself, which stand beside names as their house.
pub fn read(raw: &str, sites: &[String]) -> Line {
    let line = markup::line(raw);
    let line: String = line.trim().chars().take(MAX_LINE).collect();
    let mut out = Line::default();
    // A line that begins with a comma lacks the name before it.
    if line.starts_with("http") || line.starts_with("www.") || line.starts_with(['@', ',']) {
        return out;
    }
    for segment in segments(&line) {
        let text = segment.text.trim();
        match segment.part {
            Some(Part::Helped) => {
                let part = segment.label.trim().trim_end_matches([':', '：', ' ', '=']).to_owned();
                for (name, _) in single(text, sites, &mut Vec::new()) {
                    out.credits.push(Contribution { name, part: part.clone() });
                }
            }
            _ => {
                out.mixed |= text.contains(['|', '｜'])
                    || text.split(',').skip(1).any(|p| is_house(p.trim(), sites) || is_role(p));
                for (name, role) in single(text, sites, &mut out.agencies) {
                    let is_new = !out.authors.iter().any(|a| fold(&a.name) == fold(&name));
                    if is_new && out.authors.len() < MAX_NAMES {
                        out.authors.push(Named { name, role });
                    }
                }
                if segment.both {
                    let part = segment.label.trim().trim_end_matches([':', '：', ' ']).to_owned();
                    for (name, _) in single(text, sites, &mut Vec::new()) {
                        out.credits.push(Contribution { name, part: part.clone() });
                    }
                }
            }
        }
    }
    out
}

/// The names of a stretch, each with its role. Agencies that stand beside names go to `agencies`.
fn single(text: &str, sites: &[String], agencies: &mut Vec<AgencyCredit>) -> Vec<(String, Option<String>)> {
    let text = named_by_link(text);
    let text = aside(text, sites, agencies);
    let mut out: Vec<(String, Option<String>)> = Vec::new();
    if is_site(&text, sites) {
        return vec![(tidy(&text), None)].into_iter().filter(|(n, _)| is_name(n)).collect();
    }
    for part in split(&text) {
        let part = part.trim();
        let named = out.last().is_some_and(|(name, _)| is_full(name));
        if let Some(name) = agency::agency(part).filter(|_| named) {
            credit(agencies, name, AgencyPart::Wrote, part);
            continue;
        }
        if named && (is_degree(part) || is_house(part, sites)) {
            continue;
        }
        if named && is_role(part) {
            if let Some((_, role)) = out.last_mut().filter(|(_, role)| role.is_none()) {
                *role = Some(part.trim_matches([',', '.', ' ']).to_owned())
                    .filter(|r| r.chars().count() <= MAX_ROLE);
            }
            continue;
        }
        let (name, role) = role_apart(part, sites, agencies);
        let known = out.iter().any(|(n, _)| fold(n) == fold(&name));
        if is_name(&name) && !known && out.len() < MAX_NAMES {
            out.push((name, role));
        }
    }
    if out.iter().any(|(name, _)| !is_address(name)) {
        out.retain(|(name, _)| !is_address(name));
    }
    out
}

fn credit(agencies: &mut Vec<AgencyCredit>, name: &str, part: AgencyPart, words: &str) {
    if !agencies.iter().any(|a| a.agency == name) {
        agencies.push(AgencyCredit { agency: name.to_owned(), part, words: words.trim().to_owned() });
    }
}

/// "View all posts by Ada Fenn", "Alle Beiträge von Ada Fenn": the name in a link to a writer's other texts.
fn named_by_link(text: &str) -> String {
    const OPENINGS: &[&str] = &[
        "view all",
        "view more",
        "see all",
        "see more",
        "all posts",
        "all articles",
        "all stories",
        "posts by",
        "articles by",
        "more by",
        "more from",
        "more articles",
        "stories by",
        "read more",
        "show all",
        "zeige alle",
        "alle artikel",
        "alle beiträge",
        "weitere artikel",
        "weitere beiträge",
        "mehr von",
        "mehr artikel",
        "beiträge von",
        "artikel von",
        "tous les articles",
        "voir tous",
        "plus de",
        "ver todos",
        "ver todas",
        "todos los",
        "más de",
        "todas as",
        "ver mais",
        "tutti gli",
        "altri articoli",
        "alle berichten",
        "meer van",
        "wszystkie",
        "zobacz",
        "все статьи",
        "все записи",
        "visa alla",
        "se alle",
    ];
    const BEFORE: &[&str] =
        &[" by ", " from ", " von ", " par ", " de ", " por ", " di ", " van ", " av ", " af ", " автора "];
    let lower = text.to_lowercase();
    if !OPENINGS.iter().any(|o| lower.starts_with(o)) {
        return text.to_owned();
    }
    let name = BEFORE.iter().filter_map(|b| text.split_once(b)).map(|(_, name)| name).min_by_key(|n| n.len());
    name.unwrap_or("").to_owned()
}

/// What stands after a bar or in brackets: "Ada Fenn | Harbour Post", "Karl Ohm (dpa)", "Le Monde avec AFP".
fn aside(text: String, sites: &[String], agencies: &mut Vec<AgencyCredit>) -> String {
    let mut text = text;
    for word in [" with ", " avec ", " mit ", " con ", " com ", " met ", " med ", " с "] {
        if let Some((before, after)) = text.split_once(word)
            && !before.trim().is_empty()
        {
            let names: Vec<&str> = after.split([',', '/', '&']).flat_map(|n| n.split(" and ")).collect();
            let found: Vec<&str> = names.iter().filter_map(|n| agency::agency(n)).collect();
            let generic = names.iter().all(|n| super::who::who(n, None, sites) == wireroom_model::Who::Desk);
            if found.len() == names.len() || generic {
                found.iter().for_each(|n| {
                    credit(agencies, n, AgencyPart::Contributed, &format!("{}{after}", word.trim_start()))
                });
                text = before.to_owned();
                break;
            }
        }
    }
    let text = text.trim_matches(['|', '｜', ' ']).to_owned();
    let (mut text, after) = match text.split_once(['|', '｜']) {
        Some((before, after)) => (before.trim().to_owned(), after.to_owned()),
        None => (text, String::new()),
    };
    for piece in after.split(['|', '｜']).map(str::trim).filter(|p| !p.is_empty()) {
        // What stands after the bar is a house, a date, a role; more names only where all of it is names.
        let more = split(piece).iter().all(|n| is_full(n.trim()) && !is_house(n, sites) && !is_role(n));
        if more || is_role(piece) {
            text = format!("{text}, {piece}");
        } else {
            break;
        }
    }
    for mark in [" Copyright", " ©", " (c)", " (C)"] {
        if let Some((before, _)) = text.clone().split_once(mark) {
            text = before.trim_end_matches([',', '.', ' ']).to_owned();
        }
    }
    while let Some((before, rest)) = text.split_once(['(', '（']).filter(|(b, _)| !b.trim().is_empty()) {
        let (inside, after) = rest.split_once([')', '）']).unwrap_or((rest, ""));
        for name in inside.split([',', '/']).filter_map(agency::agency) {
            credit(agencies, name, AgencyPart::Wrote, &format!("({inside})"));
        }
        text = format!("{}{after}", before.trim_end());
    }
    text
}

/// Cuts at what stands between names.
fn split(line: &str) -> Vec<String> {
    const BETWEEN: &[&str] = &[
        ", and ",
        ", und ",
        ", et ",
        ", y ",
        ", ",
        "; ",
        ";",
        " and ",
        " und ",
        " et ",
        " y ",
        " och ",
        " og ",
        " & ",
        " / ",
        " + ",
        "、",
        "，",
        " i ",
        " и ",
        " та ",
        " ve ",
        " dan ",
        " và ",
        " und: ",
        " • ",
        " · ",
        " en ",
        " e ",
        " sowie ",
        " im gespräch mit ",
        " im Gespräch mit ",
        " και ",
        "\t",
    ];
    let mut parts = vec![line.to_owned()];
    for mark in BETWEEN {
        parts = parts.iter().flat_map(|p| p.split(mark).map(str::to_owned).collect::<Vec<_>>()).collect();
    }
    // "Ada Fenn/Bo Lind", where both are names.
    parts
        .into_iter()
        .flat_map(|part| {
            let pieces: Vec<String> = part.split('/').map(|p| p.trim().to_owned()).collect();
            if pieces.len() > 1 && pieces.iter().all(|p| is_full(p)) { pieces } else { vec![part] }
        })
        .take(MAX_NAMES * 2)
        .collect()
}

/// "Ada Fenn PhD", "김하늘 기자", "Ada Fenn Political Editor", "Political editor Ada Fenn".
fn role_apart(part: &str, sites: &[String], agencies: &mut Vec<AgencyCredit>) -> (String, Option<String>) {
    let mut name = tidy(part);
    let words: Vec<&str> = name.split_whitespace().collect();
    // "박준석 기자 외 1명": and another.
    if let Some(at) = words.iter().position(|w| *w == "외") {
        name = words.get(..at).unwrap_or_default().join(" ");
    }
    let mut role = None;
    while let Some((before, last)) = name.clone().rsplit_once(' ') {
        let plain = (before.contains(' ') && before.chars().any(char::is_lowercase)) || !before.is_ascii();
        if !plain {
            break;
        }
        if DEGREES.contains(&last.replace('.', "").as_str()) {
            name = before.trim_end_matches(',').to_owned();
        } else if POSTS.contains(&last) {
            role = Some(last.to_owned());
            name = before.to_owned();
        } else if let Some(found) = agency::as_printed(last) {
            credit(agencies, found, AgencyPart::Wrote, last);
            name = before.trim_end_matches([',', '-', '–', ' ']).to_owned();
        } else {
            break;
        }
    }
    // "Ada Fenn in Paris".
    if let Some((before, _)) = name.clone().split_once(" in ").filter(|(before, _)| is_full(before)) {
        name = before.to_owned();
    }
    let words: Vec<&str> = name.split_whitespace().collect();
    let is_roleish =
        |w: &&str| is_role_word(w) || ROLE_SIDES.contains(&w.to_lowercase().trim_matches(['-', ',']));
    let tail = words.iter().rev().take_while(|w| is_roleish(w)).count();
    let head = words.iter().take_while(|w| is_roleish(w)).count();
    let cut = |from: usize, to: usize| words.get(from..to).unwrap_or_default().join(" ");
    if tail > 0 && words.len() >= tail + 2 && words.iter().rev().take(tail).any(|w| is_role_word(w)) {
        role = role.or(Some(cut(words.len() - tail, words.len())));
        name = cut(0, words.len() - tail);
    } else if head > 0 && words.len() >= head + 2 && words.iter().take(head).any(|w| is_role_word(w)) {
        role = role.or(Some(cut(0, head)));
        name = cut(head, words.len());
    }
    let name = match name.rsplit_once(" - ").or_else(|| name.rsplit_once(" – ")) {
        Some((before, after)) if is_full(before) && (is_house(after, sites) || is_role(after)) => {
            before.to_owned()
        }
        _ => name,
    };
    (tidy(&name), role.filter(|r| r.chars().count() <= MAX_ROLE))
}

/// The outlet or another house beside a name ("Harbour Post", "BBC News", "MDR THÜRINGEN").
fn is_house(part: &str, sites: &[String]) -> bool {
    let first = part.split_whitespace().next().map(fold).unwrap_or_default();
    is_site(part, sites)
        || (first.chars().count() >= 3 && sites.contains(&first))
        || super::who::who(part, None, sites) == wireroom_model::Who::Organisation
            && agency::agency(part).is_none()
}

fn tidy(part: &str) -> String {
    let trimmed = part.trim();
    let mut name = trimmed
        .trim_matches([',', ';', '|', '-', '–', '—', '·', '•', ':', '.', ' ', '/', '*', '»', '«', '›', '>'])
        .to_owned();
    let initials = trimmed.chars().rev().nth(1).is_some_and(char::is_alphabetic)
        && name.split(' ').next_back().is_some_and(|w| w.chars().count() <= 2 || w.contains('.'));
    if trimmed.ends_with('.') && initials {
        name.push('.');
    }
    name
}

fn is_full(name: &str) -> bool {
    is_person(name)
}

/// What may be a name at all.
fn is_name(name: &str) -> bool {
    let long = name.chars().count() > MAX_NAME || !name.chars().any(char::is_alphabetic);
    // A handle's number: "ada.fenn.1232".
    let handle = !name.contains(' ')
        && name.contains('.')
        && name
            .rsplit('.')
            .next()
            .is_some_and(|end| end.len() > 1 && end.bytes().all(|b| b.is_ascii_digit()));
    let nobody = matches!(
        name.to_lowercase().as_str(),
        "admin"
            | "administrator"
            | "webmaster"
            | "root"
            | "user"
            | "anonymous"
            | "unknown"
            | "n/a"
            | "none"
            | "null"
            | "undefined"
            | "guest"
            | "author"
            | "autor"
            | "auteur"
            | "by"
            | "von"
            | "author name"
            | "test"
    );
    !long
        && !handle
        && !nobody
        && !name.contains(['@', '[', ']', '{', '}', '<', '>', '='])
        && !name.contains("://")
}

#[cfg(test)]
mod tests;
