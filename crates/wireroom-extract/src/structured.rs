//! What a page states about itself for machines: JSON-LD (every block, `@graph`, broken JSON too) and meta elements.
//! It refuses to trust: a statement is evidence that the rooms beside it weigh against what a reader sees.
//! Start at [`Stated::read`].

use crate::facts::stated::{self, ItemFacts};
use crate::tree::{Name, Tag, Tree};
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// Most objects of a page's structured data that are looked at.
const MAX_OBJECTS: usize = 4_000;
/// Most names of one author field.
const MAX_NAMES: usize = 40;

/// One article as JSON-LD describes it. Empty where nothing is stated.
#[derive(Debug, Clone, Default)]
pub struct Item {
    pub kind: String,
    pub headline: String,
    pub authors: Vec<String>,
    pub published: String,
    pub modified: String,
    pub body: String,
    pub publisher: String,
    pub description: String,
    pub language: String,
    pub url: String,
    /// False where the item says that reading costs.
    pub free: Option<bool>,
    pub facts: ItemFacts,
}

/// Everything a page states.
#[derive(Debug, Default)]
pub struct Stated {
    pub items: Vec<Item>,
    /// Videos beside them; each article may show several.
    videos: Vec<Item>,
    /// Meta elements by lower-case name or property, in page order.
    pub metas: BTreeMap<String, Vec<String>>,
    /// The site's name from WebSite or Organization objects.
    pub site: String,
    /// When a WebPage object says that the page was published: it may be older than its article.
    pub page_published: String,
    /// The names of the page's first list of bread crumbs.
    pub crumbs: Vec<String>,
}

impl Stated {
    /// Reads the scripts that were set aside and the meta elements of the tree.
    pub fn read(data: &[String], tree: &Tree) -> Self {
        let mut stated = Self { metas: metas(tree), ..Self::default() };
        let mut left = MAX_OBJECTS;
        for block in data {
            let values = values(block);
            if values.is_empty() {
                stated.items.extend(salvage(block));
            }
            stated.collect(&values, &mut left);
        }
        // A video is what the page is about where no article is.
        let kind = stated.meta(&["og:type"]).unwrap_or("").to_ascii_lowercase();
        let text = kind == "article" || stated.meta(&["article:published_time"]).is_some();
        if stated.items.is_empty() && (kind.starts_with("video") || (stated.videos.len() == 1 && !text)) {
            stated.items = std::mem::take(&mut stated.videos);
        }
        stated
    }

    /// The first non-empty value among meta names, in the order asked.
    pub fn meta(&self, names: &[&str]) -> Option<&str> {
        names.iter().find_map(|name| self.metas.get(*name)?.iter().map(|v| v.trim()).find(|v| !v.is_empty()))
    }

    fn collect(&mut self, values: &[Value], left: &mut usize) {
        let mut objects: Vec<&Map<String, Value>> = Vec::new();
        let mut stack: Vec<&Value> = values.iter().rev().collect();
        while let Some(value) = stack.pop() {
            if *left == 0 {
                break;
            }
            match value {
                Value::Array(list) => stack.extend(list.iter().rev()),
                Value::Object(object) => {
                    *left -= 1;
                    objects.push(object);
                    stack.extend(object.values().filter(|v| v.is_array() || v.is_object()).rev());
                }
                _ => {}
            }
        }
        let by_id: BTreeMap<&str, &Map<String, Value>> = objects
            .iter()
            .rev()
            .filter(|o| o.len() > 1)
            .filter_map(|o| Some((o.get("@id")?.as_str()?, *o)))
            .collect();
        for object in objects {
            let kind = types(object);
            if kind.contains("VideoObject") {
                self.videos.push(item(object, kind, &by_id));
            } else if is_article(&kind) {
                self.items.push(item(object, kind, &by_id));
            } else if kind.contains("BreadcrumbList") && self.crumbs.is_empty() {
                self.crumbs = stated::crumbs(object);
            } else if kind.contains("WebPage") && self.page_published.is_empty() {
                self.page_published = text_of(object.get("datePublished"));
            } else if self.site.is_empty()
                && (kind.contains("WebSite") || kind.contains("NewsMediaOrganization"))
            {
                self.site = text_of(object.get("name"));
            }
        }
    }
}

fn metas(tree: &Tree) -> BTreeMap<String, Vec<String>> {
    let mut metas: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for at in tree.all(Tag::Meta) {
        let Some(content) = tree.attribute(at, Name::Content) else { continue };
        for name in [Name::Property, Name::Key, Name::Itemprop, Name::HttpEquiv] {
            if let Some(name) = tree.attribute(at, name) {
                metas.entry(name.trim().to_ascii_lowercase()).or_default().push(content.to_owned());
            }
        }
    }
    metas
}

fn is_article(kind: &str) -> bool {
    kind.split(' ').any(|k| {
        k.ends_with("Article")
            || k.ends_with("Posting")
            || matches!(k, "Report" | "Review" | "Recipe" | "ImageGallery" | "MediaGallery")
            || k == "CriticReview"
    }) && !kind.contains("JobPosting")
}

fn types(object: &Map<String, Value>) -> String {
    let word = |v: &Value| v.as_str().map(|t| t.rsplit(['/', ':', '#']).next().unwrap_or(t).to_owned());
    match object.get("@type") {
        Some(Value::Array(list)) => list.iter().filter_map(word).collect::<Vec<_>>().join(" "),
        Some(value) => word(value).unwrap_or_default(),
        None => String::new(),
    }
}

fn item(object: &Map<String, Value>, kind: String, by_id: &BTreeMap<&str, &Map<String, Value>>) -> Item {
    let get = |keys: &[&str]| {
        keys.iter().map(|k| text_of(object.get(*k))).find(|t| !t.is_empty()).unwrap_or_default()
    };
    let mut authors = Vec::new();
    for key in ["author", "creator"] {
        if authors.is_empty() {
            names(object.get(key), by_id, &mut authors);
        }
    }
    let mut publishers = Vec::new();
    names(object.get("publisher"), by_id, &mut publishers);
    let page = object.get("mainEntityOfPage");
    let url = [get(&["url"]), text_of(page), text_of(page.and_then(|p| p.get("@id")))];
    Item {
        kind,
        headline: get(&["headline", "name", "alternativeHeadline"]),
        authors,
        published: get(&["datePublished", "dateCreated", "uploadDate"]),
        modified: get(&["dateModified"]),
        body: get(&["articleBody", "reviewBody", "text"]),
        publisher: publishers.into_iter().next().unwrap_or_default(),
        description: get(&["description", "abstract"]),
        language: get(&["inLanguage"]),
        url: url.into_iter().find(|u| u.starts_with("http")).unwrap_or_default(),
        free: free(object),
        facts: ItemFacts::read(object, by_id),
    }
}

/// Whether reading costs: the item's own word, else that of a part of it (the part that a subscriber sees).
fn free(object: &Map<String, Value>) -> Option<bool> {
    let word = |object: &Map<String, Value>| match object.get("isAccessibleForFree") {
        Some(Value::Bool(free)) => Some(*free),
        // "False", "https://schema.org/False".
        Some(Value::String(free)) => Some(!free.trim().to_ascii_lowercase().ends_with("false")),
        _ => None,
    };
    let parts: Vec<&Value> = match object.get("hasPart") {
        Some(Value::Array(parts)) => parts.iter().take(MAX_NAMES).collect(),
        Some(part) => vec![part],
        None => Vec::new(),
    };
    let costs = parts.iter().filter_map(|part| word(part.as_object()?)).any(|free| !free);
    word(object).or(costs.then_some(false))
}

/// The names in an author or publisher field: a string, an object, a reference, or a list of these.
fn names(value: Option<&Value>, by_id: &BTreeMap<&str, &Map<String, Value>>, out: &mut Vec<String>) {
    let mut stack: Vec<&Value> = value.into_iter().collect();
    let mut steps = 0;
    while let Some(value) = stack.pop() {
        steps += 1;
        if steps > MAX_NAMES {
            break;
        }
        match value {
            Value::String(name) => out.push(name.clone()),
            Value::Array(list) => stack.extend(list.iter().rev()),
            Value::Object(object) => {
                let named = match object.get("name") {
                    Some(Value::Array(list)) => {
                        stack.extend(list.iter().rev());
                        continue;
                    }
                    other => text_of(other),
                };
                if !named.is_empty() {
                    out.push(named);
                } else if let Some(id) = object.get("@id").and_then(Value::as_str) {
                    out.extend(by_id.get(id).map(|o| text_of(o.get("name"))).filter(|n| !n.is_empty()));
                }
            }
            _ => {}
        }
    }
}

fn text_of(value: Option<&Value>) -> String {
    match value {
        Some(Value::String(text)) => text.trim().to_owned(),
        Some(Value::Array(list)) => {
            let parts: Vec<&str> = list.iter().filter_map(Value::as_str).collect();
            parts.join("\n\n")
        }
        Some(Value::Object(object)) => object
            .get("@value")
            .or_else(|| object.get("name"))
            .and_then(Value::as_str)
            .unwrap_or("")
            .to_owned(),
        _ => String::new(),
    }
}

/// The JSON values in a script: strictly, then with the usual damage mended.
fn values(block: &str) -> Vec<Value> {
    let block = block.trim().trim_start_matches('\u{feff}');
    let strict = stream(block);
    if !strict.is_empty() { strict } else { stream(&mend(block)) }
}

fn stream(block: &str) -> Vec<Value> {
    serde_json::Deserializer::from_str(block)
        .into_iter::<Value>()
        .map_while(Result::ok)
        .take(MAX_OBJECTS)
        .collect()
}

/// Mends what pages break most: comments around the block, raw control characters and lone backslashes inside
/// strings, commas before a closing bracket, a semicolon at the end.
fn mend(block: &str) -> String {
    let start = block.find(['{', '[']).unwrap_or(0);
    let mut out = String::with_capacity(block.len());
    let (mut quoted, mut escaped) = (false, false);
    for c in block.get(start..).unwrap_or("").chars() {
        if quoted {
            match c {
                _ if escaped => {
                    if !matches!(c, '"' | '\\' | '/' | 'b' | 'f' | 'n' | 'r' | 't' | 'u') {
                        out.pop();
                    }
                    out.push(if c.is_control() { ' ' } else { c });
                    escaped = false;
                    continue;
                }
                '\\' => escaped = true,
                '"' => quoted = false,
                '\n' => {
                    out.push_str("\\n");
                    continue;
                }
                c if c.is_control() => {
                    out.push(' ');
                    continue;
                }
                _ => {}
            }
        } else if c == '"' {
            quoted = true;
        } else if matches!(c, '}' | ']') {
            let kept = out.trim_end().trim_end_matches(',').len();
            out.truncate(kept);
        }
        out.push(c);
    }
    out
}

/// Key by key reading of a block that no mending makes JSON (quotes inside strings).
fn salvage(block: &str) -> Option<Item> {
    if !block.contains("Article") && !block.contains("Posting") {
        return None;
    }
    let get = |key: &str| field(block, key).unwrap_or_default();
    let author = block.split_once("\"author\"").and_then(|(_, after)| field(after, "name"));
    Some(Item {
        kind: "Article".to_owned(),
        headline: get("headline"),
        authors: author.into_iter().collect(),
        published: get("datePublished"),
        modified: get("dateModified"),
        body: get("articleBody"),
        description: get("description"),
        ..Item::default()
    })
}

fn field(block: &str, key: &str) -> Option<String> {
    let (_, after) = block.split_once(&format!("\"{key}\""))?;
    let value = after.trim_start().strip_prefix(':')?.trim_start().strip_prefix('"')?;
    let mut from = 0;
    loop {
        let at = from + value.get(from..)?.find('"')?;
        let before = value.get(..at)?;
        let next = value.get(at + 1..)?.trim_start();
        if !before.ends_with('\\') && next.starts_with([',', '}', ']']) {
            let json = format!(
                "\"{}\"",
                before.replace("\\\"", "\"").replace('"', "\\\"").replace(['\n', '\r', '\t'], " ")
            );
            return serde_json::from_str(&json).ok().or_else(|| Some(before.to_owned()));
        }
        from = at + 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(block: &str) -> Stated {
        Stated::read(&[block.to_owned()], &Tree::default())
    }

    #[test]
    fn an_article_in_a_graph_finds_its_author_by_reference() {
        let stated = read(
            r##"{"@graph":[{"@type":"Person","@id":"#a","name":"Ada Fenn"},
            {"@type":["NewsArticle"],"headline":"Bridge opens","author":{"@id":"#a"},"datePublished":"2025-04-02"}]}"##,
        );
        assert_eq!(stated.items[0].authors, ["Ada Fenn"]);
        assert_eq!(stated.items[0].published, "2025-04-02");
    }

    #[test]
    fn broken_json_still_tells_what_it_says() {
        let stated = read("<!-- {\"@type\":\"NewsArticle\",\"headline\":\"Line\nbreak\",}; -->");
        assert_eq!(stated.items[0].headline, "Line\nbreak");
        let stated =
            read(r#"{"@type":"NewsArticle","headline":"He said "no" twice","datePublished":"2025-01-02",}"#);
        assert_eq!(stated.items[0].headline, "He said \"no\" twice");
        assert_eq!(stated.items[0].published, "2025-01-02");
    }

    #[test]
    fn deep_json_is_refused_without_harm() {
        assert!(read(&"[".repeat(100_000)).items.is_empty());
    }
}
