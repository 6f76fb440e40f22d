//! Authors as the byline credits them: structured data, then meta elements, then what the page shows.
//! It refuses addresses and labels. Start at [`authors`].

use crate::choose::fold;
use crate::hints::Hints;
use crate::structured::{Item, Stated};
use crate::tree::{Name, Tag, Tree};
use wireroom_text::markup;

/// Most authors of one article, and the longest name in characters.
const MAX_AUTHORS: usize = 24;
const MAX_NAME: usize = 70;
/// How many nodes after the headline a byline may stand.
const NEAR: usize = 400;

/// The authors of the page's own article. `sites` are the folded names of the site itself: where only those are
/// stated, a byline that a reader sees comes first.
pub fn authors(
    tree: &Tree,
    stated: &Stated,
    item: &Item,
    heading: Option<usize>,
    sites: &[String],
) -> Vec<String> {
    let found = named(stated, item);
    let is_site = |name: &String| {
        sites.contains(&fold(name)) || sites.iter().any(|s| *s == fold(name.trim_start_matches("The ")))
    };
    let people: Vec<String> = found.iter().filter(|n| !is_site(n)).cloned().collect();
    if !people.is_empty() {
        return people;
    }
    let shown: Vec<String> = shown(tree, heading).into_iter().filter(|n| !is_site(n)).collect();
    // Against a stated name only a byline that can be nothing else counts.
    let plain = (1..=3).contains(&shown.len()) && shown.iter().all(|n| is_full_name(n));
    if found.is_empty() || plain { shown } else { found }
}

/// What structured data and meta elements say.
fn named(stated: &Stated, item: &Item) -> Vec<String> {
    let by_item = names(item.authors.iter().map(String::as_str));
    if !by_item.is_empty() {
        return by_item;
    }
    for key in METAS {
        if let Some(values) = stated.metas.get(*key) {
            let found = names(values.iter().map(String::as_str));
            if !found.is_empty() {
                return found;
            }
        }
    }
    let other = stated.items.iter().find(|i| !i.authors.is_empty());
    other.map(|i| names(i.authors.iter().map(String::as_str))).unwrap_or_default()
}

/// Meta elements that name authors, best first.
const METAS: &[&str] = &[
    "author",
    "article:author",
    "byl",
    "dc.creator",
    "dcterms.creator",
    "sailthru.author",
    "parsely-author",
    "article:author_name",
    "og:article:author",
    "cxenseparse:author",
    "citation_author",
    "og:author",
    "authors",
];

/// Bylines that a reader sees, nearest to the headline first.
fn shown(tree: &Tree, heading: Option<usize>) -> Vec<String> {
    let from = heading.unwrap_or(0);
    let is_author = |at: usize| {
        let marked =
            tree.attribute(at, Name::Itemprop).is_some_and(|p| p.split_whitespace().any(|p| p == "author"))
                || tree.attribute(at, Name::Rel).is_some_and(|r| r.split_whitespace().any(|r| r == "author"));
        marked || (tree.hints(at).has(Hints::AUTHOR) && !tree.hints(at).has(Hints::COMMENTS))
    };
    let after = from..tree.nodes.len().min(from + NEAR);
    let before = from.saturating_sub(NEAR / 2)..from;
    let rest = tree.nodes.len().min(from + NEAR)..tree.nodes.len();
    for range in [after, before.clone(), rest] {
        let mut found: Vec<String> = Vec::new();
        let mut until = 0;
        for at in range {
            if at < until || !is_author(at) {
                continue;
            }
            until = tree.end(at);
            let links: Vec<String> = tree
                .subtree(at)
                .filter(|n| tree.tag(*n) == Tag::A)
                .map(|n| tree.line(n, MAX_NAME + 20))
                .filter(|name| looks_like_a_name(name))
                .collect();
            let line = tree.line(at, 160);
            let own = if links.is_empty() {
                names([line.as_str()])
            } else {
                names(links.iter().map(String::as_str))
            };
            for name in own.into_iter().filter(|n| looks_like_a_name(n)) {
                if !found.iter().any(|f| fold(f) == fold(&name)) {
                    found.push(name);
                }
            }
            if found.len() >= 6 {
                break;
            }
        }
        if !found.is_empty() {
            return found;
        }
    }
    by_line(tree, heading)
}

/// "By Ada Fenn" in a short block right under the headline.
fn by_line(tree: &Tree, heading: Option<usize>) -> Vec<String> {
    let Some(from) = heading else { return Vec::new() };
    for at in from..tree.nodes.len().min(from + NEAR) {
        if tree.tag(at) != Tag::Text {
            continue;
        }
        let text = tree.text(at).trim();
        if let Some(rest) = by(text) {
            let found = names([rest]);
            if text.chars().count() < 80 && !found.is_empty() && found.iter().all(|n| looks_like_a_name(n)) {
                return found;
            }
        }
        // "By" alone, the name in the link after it.
        if by(&format!("{text} ")).is_some_and(str::is_empty) {
            let next = (at + 1..tree.nodes.len().min(at + 6)).find(|n| !tree.text(*n).trim().is_empty());
            let found = next.map(|n| names([tree.text(n)])).unwrap_or_default();
            if !found.is_empty() && found.iter().all(|n| looks_like_a_name(n)) {
                return found;
            }
        }
    }
    Vec::new()
}

fn by(text: &str) -> Option<&str> {
    const BY: &[&str] = &[
        "By ",
        "BY ",
        "by ",
        "Von ",
        "VON ",
        "Par ",
        "Por ",
        "Di ",
        "Av ",
        "Af ",
        "Door ",
        "Autor: ",
        "Text: ",
        "Автор: ",
    ];
    BY.iter().find_map(|by| text.strip_prefix(by))
}

fn looks_like_a_name(name: &str) -> bool {
    let words = name.split_whitespace().count();
    let small = name.split_whitespace().filter(|w| w.chars().next().is_some_and(char::is_lowercase)).count();
    (1..=6).contains(&words)
        && small * 2 <= words
        && name.chars().count() >= 3
        && name.chars().filter(char::is_ascii_digit).count() == 0
        && name.chars().any(char::is_alphabetic)
        && !name.contains(['@', '?', '!'])
        && (words > 1 || !name.chars().next().is_some_and(char::is_lowercase))
}

/// Two to four words, each with a capital.
fn is_full_name(name: &str) -> bool {
    let words: Vec<&str> = name.split_whitespace().collect();
    (2..=4).contains(&words.len()) && words.iter().all(|w| w.chars().next().is_some_and(char::is_uppercase))
}

/// Splits credits into single names and drops what is none.
fn names<'n>(raw: impl IntoIterator<Item = &'n str>) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for raw in raw {
        let line = markup::line(raw);
        let line = line.trim();
        if line.starts_with("http") || line.starts_with("www.") || line.starts_with('@') {
            continue;
        }
        let line = by(line).unwrap_or(line);
        for part in split(line) {
            let name = tidy(&part);
            let long = name.chars().count() > MAX_NAME || !name.chars().any(char::is_alphabetic);
            let fine = !long && !name.contains(['@', '/']);
            if fine && out.len() < MAX_AUTHORS && !out.iter().any(|o| fold(o) == fold(&name)) {
                out.push(name);
            }
        }
    }
    if out.iter().any(|name| !is_address(name)) {
        out.retain(|name| !is_address(name));
    }
    out
}

/// "press.example": a site, not a person.
fn is_address(name: &str) -> bool {
    !name.contains(' ')
        && name.rsplit_once('.').is_some_and(|(before, end)| before.len() > 2 && (2..=4).contains(&end.len()))
}

fn split(line: &str) -> Vec<String> {
    const BETWEEN: &[&str] =
        &[", ", "; ", ";", " and ", " und ", " et ", " y ", " e ", " och ", " og ", " en ", " & ", " / "];
    let mut parts = vec![line.to_owned()];
    for mark in BETWEEN {
        parts = parts.iter().flat_map(|p| p.split(mark).map(str::to_owned).collect::<Vec<_>>()).collect();
    }
    parts
}

fn tidy(part: &str) -> String {
    let mut name = part.trim().trim_matches([',', ';', '|', '-', '–', '·', '•', ':', '.', ' ']).to_owned();
    if part.trim().ends_with('.')
        && part.trim().chars().rev().nth(1).is_some_and(char::is_alphabetic)
        && name.split(' ').next_back().is_some_and(|w| w.chars().count() <= 2)
    {
        name.push('.');
    }
    if let Some((before, _)) = name.split_once(" (") {
        name = before.to_owned();
    }
    by(&name).map_or(name.clone(), |n| n.trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_credit_of_several_people_is_several_names() {
        assert_eq!(names(["By Ada Fenn and Bo Lind"]), ["Ada Fenn", "Bo Lind"]);
        assert_eq!(names(["https://social.example/adafenn", "Ada Fenn"]), ["Ada Fenn"]);
        assert_eq!(names(["Von Karl Ohm (dpa), Eva Moor"]), ["Karl Ohm", "Eva Moor"]);
    }
}
