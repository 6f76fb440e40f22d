//! People: Atom's name, email and address; RSS's "mail (Name)" in every order that people write it.

use crate::feed::Person;
use crate::read::address::Place;
use crate::xml::tape::El;

/// A person construct or a line that names one.
pub fn person(element: El<'_, '_>, place: Place<'_>) -> Option<Person> {
    let part = |names: &[&str]| {
        element
            .elements()
            .find(|e| names.iter().any(|name| e.local().eq_ignore_ascii_case(name)))
            .filter(|e| !e.text().is_empty())
    };
    if element.elements().next().is_some() {
        let person = Person {
            name: part(&["name"]).and_then(El::some_text),
            email: part(&["email"]).and_then(El::some_text),
            address: part(&["uri", "url", "homepage"]).and_then(|e| place.resolve(e, &e.text())),
            role: None,
        };
        return (person != Person::default()).then_some(person);
    }
    line(&element.text())
}

/// `media:credit` and `podcast:person`: a name with what the person did.
pub fn credit(element: El<'_, '_>, place: Place<'_>) -> Option<Person> {
    let attribute = |name: &str| element.attribute(name).map(str::trim).filter(|v| !v.is_empty());
    let person = line(&element.text())?;
    let address = attribute("href").and_then(|href| place.resolve(element, href));
    Some(Person { role: attribute("role").map(str::to_owned), address: address.or(person.address), ..person })
}

/// "a@b.example (Ann)", "Ann (a@b.example)", "Ann <a@b.example>", "a@b.example", "Ann".
pub fn line(text: &str) -> Option<Person> {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.is_empty() {
        return None;
    }
    for (open, close) in [('(', ')'), ('<', '>')] {
        let Some((before, rest)) = text.split_once(open) else { continue };
        let Some((inside, after)) = rest.split_once(close) else { continue };
        let outside = format!("{} {}", before.trim(), after.trim());
        let (outside, inside) = (clean(outside.trim()), clean(inside));
        let pair = match (is_mail(outside), is_mail(inside)) {
            (true, false) => Some((inside, outside)),
            (false, true) => Some((outside, inside)),
            _ => None,
        };
        if let Some((name, email)) = pair {
            return Some(Person { name: some(name), email: some(email), ..Person::default() });
        }
    }
    let whole = clean(&text);
    Some(if is_mail(whole) {
        Person { email: some(whole), ..Person::default() }
    } else {
        Person { name: some(whole), ..Person::default() }
    })
}

fn clean(text: &str) -> &str {
    let text = text.trim();
    text.strip_prefix("mailto:").unwrap_or(text).trim_matches('"').trim()
}

fn some(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}

fn is_mail(text: &str) -> bool {
    !text.contains(char::is_whitespace)
        && text.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_and_a_mail_address_are_told_apart_in_any_order() {
        let ann =
            Person { name: Some("Ann Lee".into()), email: Some("a@b.example".into()), ..Person::default() };
        for text in [
            "a@b.example (Ann Lee)",
            "Ann Lee (a@b.example)",
            "Ann  Lee <a@b.example>",
            "mailto:a@b.example (Ann Lee)",
        ] {
            assert_eq!(line(text), Some(ann.clone()), "{text}");
        }
        assert_eq!(line("Ann Lee (Havenport)").and_then(|p| p.name).as_deref(), Some("Ann Lee (Havenport)"));
        assert_eq!(line("  "), None);
    }
}
