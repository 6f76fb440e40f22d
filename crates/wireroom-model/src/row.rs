//! The public article row: what every filter after `extract` reads and what an import takes.
//! Unknown fields are ignored, absent is null. It says nothing of its own; rooms make an [`crate::Article`] of it.

use crate::{Kind, Lang, Time};
use serde::{Deserialize, Deserializer, Serialize};

/// One article as a line of JSON (docs/formats/article.schema.json).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ArticleRow {
    /// Empty where the row has none.
    #[serde(deserialize_with = "or_empty")]
    pub id: String,
    pub url: Option<String>,
    pub outlet: Option<String>,
    pub lang: Lang,
    pub published: Time,
    pub updated: Time,
    pub title: Option<String>,
    pub authors: Option<Vec<String>>,
    pub agency: Option<String>,
    pub dateline: Option<String>,
    /// Paragraphs separated by an empty line.
    pub body: Option<String>,
    /// As `extract` prints it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<Kind>,
    /// Given where somebody has sorted the articles already (`wireroom brief`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub story: Option<String>,
}

fn or_empty<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    Ok(Option::<String>::deserialize(deserializer)?.unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_ignores_what_it_does_not_know_and_takes_absent_as_null() {
        let row: ArticleRow =
            serde_json::from_str(r#"{"id":null,"body":"A","else":[1],"authors":null}"#).unwrap();
        assert_eq!(row, ArticleRow { body: Some("A".to_owned()), ..ArticleRow::default() });
    }
}
