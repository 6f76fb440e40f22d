//! The public article row, as JSONL carries it: unknown fields are ignored, absent ones are null.

use serde::{Deserialize, Serialize};
use wireroom_model::{Extracted, Kind, Lang, PublishedFrom, Time};

/// One article as a row.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ArticleRow {
    #[serde(default)]
    pub id: String,
    #[serde(default)]
    pub url: Option<String>,
    #[serde(default)]
    pub outlet: Option<String>,
    #[serde(default)]
    pub lang: Lang,
    #[serde(default)]
    pub published: Time,
    #[serde(default)]
    pub updated: Time,
    #[serde(default)]
    pub title: Option<String>,
    #[serde(default)]
    pub authors: Option<Vec<String>>,
    #[serde(default)]
    pub agency: Option<String>,
    #[serde(default)]
    pub dateline: Option<String>,
    #[serde(default)]
    pub body: Option<String>,
}

impl ArticleRow {
    /// The same as extraction would have read it.
    pub(crate) fn extracted(self) -> Extracted {
        let body = wireroom_text::normal::normalise(self.body.as_deref().unwrap_or(""));
        let lang = if self.lang.is_known() { self.lang } else { wireroom_text::language::detect(&body) };
        let clean =
            |text: Option<String>| text.map(|t| wireroom_text::markup::line(&t)).filter(|t| !t.is_empty());
        Extracted {
            url: self.url.as_deref().and_then(crate::canonical),
            title: clean(self.title),
            authors: self.authors.unwrap_or_default(),
            published: self.published,
            published_from: if self.published.is_known() {
                PublishedFrom::Stated
            } else {
                PublishedFrom::Unknown
            },
            updated: self.updated,
            lang,
            outlet: clean(self.outlet),
            agency: clean(self.agency),
            dateline: clean(self.dateline),
            kind: if body.is_empty() { Kind::Empty } else { Kind::Article },
            html: html(&body),
            body,
            ..Extracted::default()
        }
    }
}

/// Plain paragraphs as safe HTML.
pub(crate) fn html(body: &str) -> String {
    let mut html = String::with_capacity(body.len() + 64);
    for paragraph in wireroom_text::normal::paragraphs(body) {
        html.push_str("<p>");
        for c in paragraph.chars() {
            match c {
                '&' => html.push_str("&amp;"),
                '<' => html.push_str("&lt;"),
                '>' => html.push_str("&gt;"),
                '\n' => html.push_str("<br>"),
                c => html.push(c),
            }
        }
        html.push_str("</p>\n");
    }
    html
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_ignores_what_it_does_not_know_and_takes_absent_as_null() {
        let row: ArticleRow =
            serde_json::from_str(r#"{"id":"1","body":"A <b>.","else":[1],"authors":null}"#).unwrap();
        let read = row.extracted();
        assert_eq!(read.kind, Kind::Article);
        assert_eq!(read.published, Time::Unknown);
        assert_eq!(read.html.trim(), "<p>A &lt;b&gt;.</p>");
    }
}
