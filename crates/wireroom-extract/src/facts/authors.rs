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
    let is_site = |name: &String| {
        sites.contains(&fold(name)) || sites.iter().any(|s| *s == fold(name.trim_start_matches("The ")))
    };
    let mut found = Vec::new();
    for named in named(stated, item) {
        let people: Vec<String> = named.iter().filter(|n| !is_site(n)).cloned().collect();
        if !people.is_empty() {
            return people;
        }
        if found.is_empty() {
            found = named;
        }
    }
    let shown: Vec<String> = shown(tree, heading).into_iter().filter(|n| !is_site(n)).collect();
    // Against a stated name only a byline that can be nothing else counts. A place may stand after the names.
    let plain = (1..=3).contains(&shown.len()) && shown.first().is_some_and(|n| is_full_name(n));
    if found.is_empty() || plain { shown } else { found }
}

/// What structured data and meta elements say, best first, none of them empty.
fn named(stated: &Stated, item: &Item) -> impl Iterator<Item = Vec<String>> {
    let by_item = names(item.authors.iter().map(String::as_str));
    let metas = METAS.iter().filter_map(|key| stated.metas.get(*key));
    let metas = metas.map(|values| names(values.iter().map(String::as_str)));
    let other = stated.items.iter().find(|i| !i.authors.is_empty());
    let other = other.map(|i| names(i.authors.iter().map(String::as_str)));
    [by_item].into_iter().chain(metas).chain(other).filter(|names| !names.is_empty())
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
                // "All articles by Ada Fenn" beside "Ada Fenn".
                if !found.iter().any(|f| fold(&name).contains(&fold(f))) {
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
        if by(&format!("{text} ")).is_some_and(str::is_empty) || matches!(text, "von" | "por" | "par") {
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
pub fn names<'n>(raw: impl IntoIterator<Item = &'n str>) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for raw in raw {
        let line = markup::line(raw);
        let line = line.trim();
        if line.starts_with("http") || line.starts_with("www.") || line.starts_with('@') {
            continue;
        }
        let line = by(line).unwrap_or(line);
        // "Ada Fenn | Harbour Post", "Ada Fenn | 3 May 2024".
        let line = line.split(" | ").next().unwrap_or(line);
        for part in without_degrees(split(line)) {
            let name = tidy(&part);
            let long = name.chars().count() > MAX_NAME || !name.chars().any(char::is_alphabetic);
            let fine = !long && !name.contains(['@', '/', '[']);
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

/// "Ada Fenn, RDN, LD": what follows a full name in capitals alone is a degree.
fn without_degrees(mut parts: Vec<String>) -> Vec<String> {
    let is_degree = |part: &str| {
        let part = part.trim();
        part.chars().count() <= 8
            && part.chars().filter(|c| c.is_ascii_uppercase()).count() >= 2
            && part.chars().all(|c| c.is_ascii_uppercase() || matches!(c, '.' | '-'))
    };
    let named = parts.first().is_some_and(|first| is_full_name(first.trim()));
    let mut place = 0;
    parts.retain(|part| {
        place += 1;
        place == 1 || !named || !is_degree(part)
    });
    for part in &mut parts {
        while let Some((before, last)) = part.trim_end().rsplit_once(' ') {
            let plain =
                (before.trim().contains(" ") && before.chars().any(char::is_lowercase)) || !before.is_ascii();
            if !(plain && DEGREES.contains(&last.replace('.', "").as_str())) {
                break;
            }
            *part = before.to_owned();
        }
    }
    parts
}

/// Degrees and posts that stand after a name.
const DEGREES: &[&str] =
    &["MS", "MA", "MD", "MPH", "PhD", "RD", "RDN", "LD", "MBA", "기자", "특파원", "記者", "记者"];

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

    #[test]
    fn degrees_posts_and_houses_are_no_names() {
        assert_eq!(names(["Ada Fenn PhD, RDN, LD"]), ["Ada Fenn"]);
        assert_eq!(names(["Ada Fenn | Harbour Post"]), ["Ada Fenn"]);
        assert_eq!(names(["By Ada Fenn, AP"]), ["Ada Fenn"]);
        assert_eq!(names(["김하늘 기자"]), ["김하늘"]);
        assert_eq!(names(["AFP"]), ["AFP"]);
        assert_eq!(names(["ANNA MOOR MA, Bo Lind"]), ["ANNA MOOR MA", "Bo Lind"]);
    }
}
