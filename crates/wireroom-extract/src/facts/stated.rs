//! What an item of structured data says besides its text: who made it and of what kind each is, section, keywords,
//! pictures. It reads and does not judge. Start at [`ItemFacts::read`].

use serde_json::{Map, Value};
use std::collections::BTreeMap;
use wireroom_model::Who;

/// Most values of one field that are looked at.
const MAX_VALUES: usize = 60;

/// Objects of the page by their `@id`.
pub type ById<'v> = BTreeMap<&'v str, &'v Map<String, Value>>;

/// One item's further facts. Empty where nothing is stated.
#[derive(Debug, Clone, Default)]
pub struct ItemFacts {
    pub makers: Vec<Maker>,
    pub section: Vec<String>,
    pub keywords: Vec<String>,
    pub pictures: Vec<Picture>,
    /// Addresses of what the item says it is based on.
    pub based_on: Vec<String>,
}

/// One who is stated to have made the item.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Maker {
    pub name: String,
    /// What the object calls itself.
    pub kind: Option<Who>,
    /// The address of the maker's page.
    pub url: String,
}

/// A picture of the item.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Picture {
    pub url: String,
    pub width: Option<u32>,
    pub height: Option<u32>,
    pub alt: String,
}

impl ItemFacts {
    pub fn read(object: &Map<String, Value>, by_id: &ById<'_>) -> Self {
        let mut facts = Self::default();
        for key in ["author", "creator"] {
            if facts.makers.is_empty() {
                facts.makers = each(object.get(key), by_id).filter_map(maker).collect();
            }
        }
        facts.section = each(object.get("articleSection"), by_id).flat_map(words).collect();
        facts.keywords = each(object.get("keywords"), by_id).flat_map(words).collect();
        for key in ["image", "primaryImageOfPage", "thumbnailUrl"] {
            facts.pictures.extend(each(object.get(key), by_id).filter_map(picture));
        }
        for key in ["isBasedOn", "isBasedOnUrl"] {
            facts.based_on.extend(each(object.get(key), by_id).filter_map(address));
        }
        facts
    }
}

/// The names of a BreadcrumbList, in order.
pub fn crumbs(object: &Map<String, Value>) -> Vec<String> {
    let name = |value: &Value| {
        let item = value.as_object()?;
        let own = text(item.get("name"));
        let inner =
            item.get("item").and_then(Value::as_object).map(|i| text(i.get("name"))).unwrap_or_default();
        [own, inner].into_iter().find(|n| !n.is_empty())
    };
    let list = object.get("itemListElement").and_then(Value::as_array);
    list.into_iter().flatten().take(MAX_VALUES).filter_map(name).collect()
}

/// The values of a field, lists opened and references followed.
fn each<'v>(value: Option<&'v Value>, by_id: &'v ById<'v>) -> impl Iterator<Item = Found<'v>> {
    let mut out = Vec::new();
    let mut stack: Vec<&Value> = value.into_iter().collect();
    let mut steps = 0;
    while let Some(value) = stack.pop() {
        steps += 1;
        if steps > MAX_VALUES {
            break;
        }
        match value {
            Value::Array(list) => stack.extend(list.iter().rev()),
            Value::String(text) => out.push(Found::Text(text)),
            Value::Object(object) => {
                let known = object.contains_key("name") || object.contains_key("url");
                let other = object.get("@id").and_then(Value::as_str).and_then(|id| by_id.get(id));
                out.push(Found::Object(if known { object } else { other.copied().unwrap_or(object) }));
            }
            _ => {}
        }
    }
    out.into_iter()
}

enum Found<'v> {
    Text(&'v str),
    Object(&'v Map<String, Value>),
}

fn maker(found: Found<'_>) -> Option<Maker> {
    let maker = match found {
        Found::Text(name) => Maker { name: name.trim().to_owned(), ..Maker::default() },
        Found::Object(object) => {
            let kind = match object.get("@type") {
                Some(Value::Array(list)) => list.iter().find_map(Value::as_str).unwrap_or(""),
                other => other.and_then(Value::as_str).unwrap_or(""),
            };
            let kind = match kind.rsplit(['/', ':', '#']).next().unwrap_or("") {
                "Person" => Some(Who::Person),
                k if k.ends_with("Organization") || matches!(k, "Corporation" | "Brand") => {
                    Some(Who::Organisation)
                }
                _ => None,
            };
            let url = ["url", "@id", "sameAs"].iter().map(|k| text(object.get(*k))).find(|u| !u.is_empty());
            Maker { name: text(object.get("name")), kind, url: url.unwrap_or_default() }
        }
    };
    (!maker.name.is_empty()).then_some(maker)
}

fn address(found: Found<'_>) -> Option<String> {
    let address = match found {
        Found::Text(url) => url.trim().to_owned(),
        Found::Object(object) => {
            ["url", "@id"].iter().map(|k| text(object.get(*k))).find(|u| !u.is_empty())?
        }
    };
    (!address.is_empty()).then_some(address)
}

fn words(found: Found<'_>) -> Vec<String> {
    match found {
        Found::Text(line) => vec![line.trim().to_owned()],
        Found::Object(object) => vec![text(object.get("name"))],
    }
}

fn picture(found: Found<'_>) -> Option<Picture> {
    let picture = match found {
        Found::Text(url) => Picture { url: url.trim().to_owned(), ..Picture::default() },
        Found::Object(object) => {
            let url =
                ["url", "contentUrl", "@id"].iter().map(|k| text(object.get(*k))).find(|u| !u.is_empty())?;
            let size = |key: &str| pixels(object.get(key)?);
            let alt = ["description", "caption"].iter().map(|k| text(object.get(*k))).find(|t| !t.is_empty());
            Picture { url, width: size("width"), height: size("height"), alt: alt.unwrap_or_default() }
        }
    };
    (!picture.url.is_empty()).then_some(picture)
}

/// 1200, "1200", "1200px", {"value": 1200}.
fn pixels(value: &Value) -> Option<u32> {
    match value {
        Value::Number(number) => number.as_f64().filter(|n| (1.0..100_000.0).contains(n)).map(|n| n as u32),
        Value::String(text) => size(text),
        Value::Object(object) => match object.get("value")? {
            Value::Number(number) => number.as_u64().and_then(|n| u32::try_from(n).ok()),
            other => size(other.as_str()?),
        },
        _ => None,
    }
}

/// Pixels as attributes write them.
pub fn size(text: &str) -> Option<u32> {
    let digits = text.trim().trim_end_matches("px").trim();
    digits.split('.').next()?.parse().ok().filter(|n| (1..100_000).contains(n))
}

fn text(value: Option<&Value>) -> String {
    match value {
        Some(Value::String(text)) => text.trim().to_owned(),
        Some(Value::Array(list)) => list.iter().find_map(Value::as_str).unwrap_or("").trim().to_owned(),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(json: &str) -> ItemFacts {
        let value: Value = serde_json::from_str(json).unwrap();
        ItemFacts::read(value.as_object().unwrap(), &BTreeMap::new())
    }

    #[test]
    fn makers_are_read_with_their_kind() {
        let facts = read(
            r#"{"author":[{"@type":"Person","name":"Ada Fenn","url":"https://post.example/author/ada"},
            {"@type":"NewsMediaOrganization","name":"Harbour Post"},"Bo Lind"]}"#,
        );
        let kinds: Vec<_> = facts.makers.iter().map(|m| (m.name.as_str(), m.kind)).collect();
        assert_eq!(
            kinds,
            [("Ada Fenn", Some(Who::Person)), ("Harbour Post", Some(Who::Organisation)), ("Bo Lind", None)]
        );
        assert_eq!(facts.makers[0].url, "https://post.example/author/ada");
    }

    #[test]
    fn sections_keywords_and_pictures_are_read_in_each_form() {
        let facts = read(
            r#"{"articleSection":["Islands"],"keywords":"ferry, harbour","image":{"url":"https://a.example/b.jpg",
            "width":"1200px","height":{"value":630},"caption":"The quay"},"thumbnailUrl":"https://a.example/c.jpg"}"#,
        );
        assert_eq!(facts.section, ["Islands"]);
        assert_eq!(facts.keywords, ["ferry, harbour"]);
        assert_eq!(facts.pictures[0].width, Some(1200));
        assert_eq!(facts.pictures[0].height, Some(630));
        assert_eq!(facts.pictures[0].alt, "The quay");
        assert_eq!(facts.pictures[1].url, "https://a.example/c.jpg");
    }

    #[test]
    fn an_item_that_is_silent_says_nothing() {
        let facts = read(r#"{"headline":"Bridge opens","author":null,"image":7}"#);
        assert!(facts.makers.is_empty() && facts.section.is_empty() && facts.pictures.is_empty());
    }
}
