//! A body that stands only in a page's own data: state that scripts would have written into the page.
//! It is told by form alone: a long text with paragraphs, or a list of them, under a key that calls it a body. It is
//! looked for only where the page itself shows next to nothing. Start at [`body`].

use crate::article::escape;
use crate::blocks::{ends_a_sentence, weigh};
use crate::choose::fold;
use serde_json::{Map, Value};
use wireroom_text::{markup, normal};

/// Fewest letters of a body: more than a teaser or a notice has.
pub const SHORTEST: usize = 500;
/// Most scripts of a page that are looked at, and the most bytes that they may hold together.
const MAX_SCRIPTS: usize = 400;
const MAX_BYTES: usize = 4 * 1024 * 1024;
/// Most values that are read of one script, and places at which one may begin.
const MAX_STARTS: usize = 16;
/// Most values that are walked through.
const MAX_VALUES: usize = 200_000;
/// Data in strings in data: deeper nesting is none of a publisher's.
const MAX_LEVELS: usize = 3;

/// Keys of a text's paragraphs or of their text, folded.
const KEYS: &[&str] = &[
    "body",
    "articlebody",
    "bodytext",
    "bodyhtml",
    "content",
    "contents",
    "contenthtml",
    "contentelements",
    "text",
    "html",
    "paragraphs",
    "blocks",
    "elements",
    "components",
    "storybody",
    "fulltext",
    "value",
    "children",
    "data",
    "articlecontent",
    "maintext",
    "copy",
    "description",
];
/// Keys of a headline, folded.
const HEADLINES: &[&str] = &["title", "headline", "name", "heading", "articletitle"];

/// The body as HTML, for a page of this title that shows this beginning of it.
pub fn body(html: &str, title: &str, shown: &str) -> Option<String> {
    let mut search = Search {
        title: fold(title),
        shown: fold(shown).chars().take(30).collect(),
        left: MAX_VALUES,
        best: None,
    };
    let mut stream = String::new();
    for script in scripts(html) {
        if let Some((_, push)) = script.split_once("__next_f.push(") {
            if let Some(Value::Array(list)) = first_value(push).map(|(value, _)| value) {
                list.iter().filter_map(Value::as_str).for_each(|part| stream.push_str(part));
            }
        } else {
            search.script(script, 0);
        }
    }
    search.rows(&stream);
    search.best.map(|(_, body)| body)
}

/// The contents of a page's scripts that may hold data.
fn scripts(html: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let (mut rest, mut bytes) = (html, 0);
    while let Some((_, after)) = rest.split_once("<script") {
        let Some((tag, after)) = after.split_once('>') else { break };
        let (content, after) = after.split_once("</script").unwrap_or((after, ""));
        rest = after;
        bytes += content.len();
        if found.len() >= MAX_SCRIPTS || bytes > MAX_BYTES {
            break;
        }
        if content.len() >= SHORTEST && !tag.contains("ld+json") || content.contains("__next_f") {
            found.push(content);
        }
    }
    found
}

/// The JSON value at the beginning of a text, and what follows it.
fn first_value(text: &str) -> Option<(Value, &str)> {
    let mut values = serde_json::Deserializer::from_str(text).into_iter::<Value>();
    let value = values.next()?.ok()?;
    Some((value, text.get(values.byte_offset()..).unwrap_or("")))
}

struct Search {
    title: String,
    /// The beginning of what the page shows.
    shown: String,
    left: usize,
    /// The best so far with its weight.
    best: Option<(usize, String)>,
}

impl Search {
    /// The values that a script assigns, passes on or parses.
    fn script(&mut self, script: &str, level: usize) {
        let mut rest = script;
        for _ in 0..MAX_STARTS {
            let Some(at) = ["{\"", "[{\"", "parse(\""].iter().filter_map(|s| rest.find(s)).min() else {
                return;
            };
            let from = rest.get(at..).unwrap_or("");
            let from = from.strip_prefix("parse(").unwrap_or(from);
            rest = match first_value(from) {
                Some((value, after)) => {
                    self.walk(&value, level);
                    after
                }
                None => from.get(2..).unwrap_or(""),
            };
        }
    }

    /// Rows of a stream of data: `id:value`, or `id:Tlength,text`.
    fn rows(&mut self, stream: &str) {
        let mut rest = stream;
        while let Some((id, after)) = rest.split_once(':') {
            if id.len() > 8 || self.left == 0 {
                break;
            }
            self.left -= 1;
            let length = after.strip_prefix('T').and_then(|a| a.split_once(','));
            let length = length.and_then(|(hex, text)| Some((usize::from_str_radix(hex, 16).ok()?, text)));
            rest = match length.and_then(|(length, text)| text.split_at_checked(length)) {
                Some((text, after)) => {
                    self.text(text, true, false);
                    after
                }
                None => {
                    let (line, after) = after.split_once('\n').unwrap_or((after, ""));
                    if line.starts_with(['{', '['])
                        && let Some((value, _)) = first_value(line)
                    {
                        self.walk(&value, 0);
                    }
                    after
                }
            };
        }
    }

    fn walk(&mut self, value: &Value, level: usize) {
        let mut stack: Vec<(&Value, bool, bool)> = vec![(value, false, false)];
        while let Some((value, is_body, titled)) = stack.pop() {
            if self.left == 0 {
                return;
            }
            self.left -= 1;
            match value {
                Value::String(text) if text.len() < SHORTEST => {}
                Value::String(text) if text.starts_with(['{', '[']) && level < MAX_LEVELS => {
                    self.script(text, level + 1);
                }
                Value::String(text) => self.text(text, is_body, titled),
                Value::Array(list) => {
                    if is_body {
                        self.list(list, titled);
                    }
                    stack.extend(list.iter().rev().map(|v| (v, false, titled)));
                }
                Value::Object(object) => {
                    let titled = titled || self.is_titled(object);
                    let inner = object.iter().filter(|(_, v)| !v.is_number() && !v.is_boolean());
                    stack.extend(inner.map(|(key, v)| (v, is_key(key), titled)));
                }
                _ => {}
            }
        }
    }

    fn is_titled(&self, object: &Map<String, Value>) -> bool {
        let headline = |key: &&str| object.get(*key).and_then(Value::as_str).map(fold);
        self.title.len() > 8 && HEADLINES.iter().filter_map(headline).any(|h| h == self.title)
    }

    /// One string with all of a text: as HTML, or plain with a line for each paragraph.
    fn text(&mut self, text: &str, is_body: bool, titled: bool) {
        let is_html = text.matches("<p").count() >= 2;
        if is_html {
            self.offer(text.to_owned(), titled);
        } else if is_body && !text.contains("function(") {
            let plain = markup::plain(text);
            let paragraphs = normal::paragraphs(&plain).filter(|p| ends_a_sentence(p));
            self.offer(paragraphs.map(|p| format!("<p>{}</p>", escape(p))).collect(), titled);
        }
    }

    /// A list with a value for each paragraph. A list of headlines with summaries is none.
    fn list(&mut self, list: &[Value], titled: bool) {
        /// Fewest paragraphs.
        const FEWEST: usize = 3;
        let is_entry =
            |v: &&Value| v.as_object().is_some_and(|o| HEADLINES.iter().any(|h| o.contains_key(*h)));
        if list.len() < FEWEST || list.iter().filter(is_entry).count() * 3 > list.len() {
            return;
        }
        let paragraphs: Vec<String> = list.iter().map(|v| joined(v, 0)).collect();
        let sentences = paragraphs.iter().filter(|p| ends_a_sentence(&markup::plain(p)));
        if sentences.count() >= FEWEST {
            let kept = paragraphs.iter().filter(|p| weigh(p) > 0);
            self.offer(
                kept.map(|p| if p.contains("<p") { p.clone() } else { format!("<p>{p}</p>") }).collect(),
                titled,
            );
        }
    }

    /// Takes a text that outweighs those before it: one beside the page's own title, or that holds what
    /// the page shows, three times over.
    fn offer(&mut self, body: String, titled: bool) {
        let plain = markup::plain(&body);
        let letters = weigh(&plain);
        if letters < SHORTEST {
            return;
        }
        let shown = self.shown.chars().count() >= 20 && fold(&plain).contains(&self.shown);
        let weight = if titled || shown { letters * 3 } else { letters };
        if self.best.as_ref().is_none_or(|(best, _)| weight > *best) {
            self.best = Some((weight, body));
        }
    }
}

fn is_key(key: &str) -> bool {
    key.len() <= 20 && KEYS.contains(&fold(key).as_str())
}

/// All text of one paragraph's value, in order: strings under the keys of texts.
fn joined(value: &Value, level: usize) -> String {
    const DEEPEST: usize = 8;
    match value {
        Value::String(text) => text.clone(),
        Value::Array(list) if level < DEEPEST => list.iter().map(|v| joined(v, level + 1)).collect(),
        Value::Object(object) if level < DEEPEST => {
            let inner = object.iter().filter(|(key, v)| is_key(key) && !v.is_number());
            inner.map(|(_, v)| joined(v, level + 1)).max_by_key(String::len).unwrap_or_default()
        }
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SENTENCE: &str =
        "The harbour master said that the ferry would sail again once its hull had been mended. ";

    fn paragraph() -> String {
        SENTENCE.repeat(4)
    }

    #[test]
    fn a_list_of_paragraphs_in_a_script_is_a_body() {
        let list = format!(
            r#"[{{"type":"p","text":"{0}"}},{{"type":"p","text":"{0}"}},{{"type":"p","text":"{0}"}}]"#,
            paragraph()
        );
        let html = format!(
            "<script>window.__STATE__ = {{\"page\":{{\"headline\":\"Ferry\",\"body\":{list}}}}};</script>"
        );
        assert_eq!(body(&html, "Ferry", "").unwrap().matches("<p>").count(), 3);
    }

    #[test]
    fn the_text_beside_the_pages_own_title_outweighs_a_longer_one() {
        let html = format!(
            r#"<script type="application/json">{{"a":{{"title":"Another one","body":"<p>Other. {0}</p><p>{0}{0}</p>"}},
            "b":{{"title":"Ferry sails","body":"<p>Own. {0}</p><p>{0}</p>"}}}}</script>"#,
            paragraph()
        );
        assert!(body(&html, "Ferry sails", "").unwrap().contains("Own."));
    }

    #[test]
    fn a_list_of_headlines_with_summaries_is_no_body() {
        let entry = format!(r#"{{"title":"x","text":"{}"}}"#, paragraph());
        let html =
            format!("<script type=\"application/json\">{{\"content\":[{entry},{entry},{entry}]}}</script>");
        assert_eq!(body(&html, "", ""), None);
    }

    #[test]
    fn a_stream_of_rows_is_read_across_its_scripts() {
        let text = format!("<p>{0}</p><p>{0}</p>", paragraph());
        let rows = format!("1:[\"$\",\"div\"]\n2:T{:x},{text}3:null\n", text.len());
        let (first, second) = rows.split_at(60);
        let push = |part: &str| format!("<script>self.__next_f.push([1,{}])</script>", Value::from(part));
        assert_eq!(body(&format!("{}{}", push(first), push(second)), "", ""), Some(text));
    }

    #[test]
    fn a_page_that_shows_nothing_gets_the_text_of_its_data_unless_it_is_closed() {
        let days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
        let told = days.map(|day| {
            format!("<p>On {day} the harbour master told the crowd of {day} that the hull would be mended by then, and that nobody would pay for it.</p>")
        });
        let data = format!(
            r#"<script type="application/json">{{"a":{{"title":"Ferry sails","body":"{}"}}}}</script>"#,
            told.concat()
        );
        let page = |line: &str| {
            let html = format!("<html><body><h1>Ferry sails</h1><p>{line}</p>{data}</body></html>");
            crate::extract(&crate::Page::new(&html)).remove(0)
        };
        let open = page("The ferry sails again.");
        assert_eq!(open.body.matches("harbour master").count(), 6);
        assert_eq!(open.title.as_deref(), Some("Ferry sails"));
        assert!(!page("Subscribe to continue reading.").body.contains("harbour master"));
    }
}
