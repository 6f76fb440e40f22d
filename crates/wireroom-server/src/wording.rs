//! Small words that pages share: counts in words, plurals, the direction and name of a language.

use std::collections::BTreeSet;
use wireroom_model::{Alteration, ArticleId, Class, Lang, Relation};
use wireroom_store::articles::CopyLine;

pub use crate::numbers::{bytes, grouped, percent};

/// "a", "a and b", "a, b and 3 more": at most `most` names.
pub fn listed(names: &[String], most: usize) -> String {
    let left = names.len().saturating_sub(most);
    let mut shown = names.iter().take(most);
    let last = if left == 0 { shown.next_back() } else { None };
    let before = shown.cloned().reduce(|first, next| say!("list-comma", first = first, next = next));
    match (before, last) {
        (Some(before), None) => say!("list-more", names = before, n = left),
        (Some(before), Some(last)) => say!("list-two", first = before, last = last.as_str()),
        (None, last) => last.cloned().unwrap_or_default(),
    }
}

/// "a, b, c": all of them, with no word between the last two.
pub fn joined(parts: Vec<String>) -> String {
    parts.into_iter().reduce(|first, next| say!("list-comma", first = first, next = next)).unwrap_or_default()
}

/// How a copy stands to its family's anchor, in a word.
pub fn relation(relation: Relation) -> String {
    match relation {
        Relation::Verbatim => say!("relation-verbatim"),
        Relation::Edited => say!("relation-edited"),
        Relation::Excerpt => say!("relation-excerpt"),
        _ => String::new(),
    }
}

/// A class of change in a word or two, as they stand within a sentence.
pub fn class(class: Class) -> String {
    match class {
        Class::Correction => say!("class-correction"),
        Class::Headline => say!("class-headline"),
        Class::Figure => say!("class-figure"),
        Class::Quote => say!("class-quote"),
        Class::Withdrawn => say!("class-withdrawn"),
        Class::Added => say!("class-added"),
        Class::Wording => say!("class-wording"),
        Class::Moved => say!("class-moved"),
        Class::Typo => say!("class-typo"),
        Class::Setting => say!("class-setting"),
    }
}

/// The classes of some changes in words, each once, the weightiest first.
pub fn classes(changes: &[Alteration]) -> Vec<String> {
    let found: BTreeSet<Class> = changes.iter().map(|change| change.class).collect();
    found.into_iter().map(class).collect()
}

/// Whether a family is folded under this printing: the first, or the anchor until the lineage is read.
pub fn stands_first(article: ArticleId, copy: CopyLine) -> bool {
    copy.first.map_or(copy.relation == Relation::Anchor, |first| first == article)
}

/// The share of the first printing that a copy keeps. Until its lineage is read, what it shares with the anchor
/// says so much only where it is no excerpt: of those the anchor may hold all.
pub fn kept(copy: CopyLine) -> Option<f64> {
    copy.kept.or_else(|| (copy.relation != Relation::Excerpt).then_some(copy.containment))
}

/// The beginning of a text, at most so many characters, cut at a word.
pub fn cut(text: &str, most: usize) -> String {
    let mut characters = text.chars();
    let mut out: String = characters.by_ref().take(most).collect();
    if characters.next().is_some() {
        let end = out.rfind(' ').unwrap_or(out.len());
        out.truncate(end);
        out.push('…');
    }
    out
}

/// Whether an outlet's name says that it is this agency.
pub fn names(outlet: &str, agency: &str) -> bool {
    wireroom_text::agencies::is_its_own(outlet, agency)
}

/// `rtl` or `ltr`, for the `dir` attribute.
pub fn dir(lang: Lang) -> &'static str {
    if lang.is_rtl() { "rtl" } else { "ltr" }
}

/// The `lang` attribute's value; an unknown language is the empty string, which says so in HTML.
pub fn tag(lang: Lang) -> String {
    lang.known().map(|lang| lang.as_str().to_owned()).unwrap_or_default()
}

/// The word in the language box: "DE"; none for English (the interface's own) and for the unknown.
pub fn tongue(lang: Lang) -> Option<String> {
    lang.known().filter(|&lang| lang != Lang::EN).map(|lang| lang.as_str().to_uppercase())
}

/// The language's name, or its code in capitals where nobody named it.
pub fn language(lang: Lang) -> String {
    say!("language", code = lang.as_str(), name = lang.as_str().to_uppercase())
}

/// An outlet's name, or that nobody knows it.
pub fn outlet(name: Option<String>) -> String {
    name.unwrap_or_else(|| say!("outlet-unknown"))
}

/// A headline, or that there is none.
pub fn headline(title: &str) -> String {
    if title.is_empty() { say!("headline-none") } else { title.to_owned() }
}

/// Two parts of one sentence, the second after a semicolon; the first alone where there is no second.
pub fn then(first: String, next: Option<String>) -> String {
    match next {
        Some(next) => say!("list-semicolon", first = first, next = next),
        None => first,
    }
}

/// A language's name in itself, for those who read it; its code in capitals where we do not know it.
pub fn own_name(lang: Lang) -> String {
    const NAMES: [(&str, &str); 10] = [
        ("ar", "العربية"),
        ("de", "Deutsch"),
        ("en", "English"),
        ("es", "Español"),
        ("fr", "Français"),
        ("it", "Italiano"),
        ("ja", "日本語"),
        ("pt", "Português"),
        ("ru", "Русский"),
        ("uk", "Українська"),
    ];
    let named = NAMES.iter().find(|(code, _)| *code == lang.as_str());
    named.map_or_else(|| lang.as_str().to_uppercase(), |(_, name)| (*name).to_owned())
}

/// The host of an address, without `www.`; the address itself where it has none.
pub fn host(address: &str) -> String {
    let found = url::Url::parse(address).ok().and_then(|url| url.host_str().map(str::to_owned));
    found.map_or_else(|| address.to_owned(), |host| host.strip_prefix("www.").unwrap_or(&host).to_owned())
}

/// The address, if a browser may follow it: only `http` and `https` become links.
pub fn followable(address: &str) -> Option<String> {
    let url = url::Url::parse(address).ok()?;
    matches!(url.scheme(), "http" | "https").then(|| url.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_stand_apart_from_five_digits_on() {
        assert_eq!(grouped(1), "1");
        assert_eq!(grouped(1_234), "1234");
        assert_eq!(grouped(12_345), "12\u{202f}345");
    }

    #[test]
    fn an_agency_is_known_by_its_name_within_an_outlets() {
        assert!(names("Tern News Agency", "tern"));
        assert!(names("Tern", "Tern"));
        assert!(!names("Ternmouth Post", "Tern"));
        assert!(!names("Tern", ""));
    }

    #[test]
    fn a_list_of_names_reads_as_a_sentence() {
        let names: Vec<String> = ["A", "B", "C", "D"].map(str::to_owned).to_vec();
        assert_eq!(listed(&names, 2), "A, B and 2 more");
        assert_eq!(listed(&names, 4), "A, B, C and D");
        assert_eq!(listed(names.get(..1).unwrap(), 4), "A");
        assert_eq!(listed(&[], 4), "");
    }

    #[test]
    fn only_web_addresses_become_links() {
        assert_eq!(followable("javascript:alert(1)"), None);
        assert_eq!(followable("data:text/html,x"), None);
        assert!(followable("https://tern.example/a?b=1").is_some());
    }
}
