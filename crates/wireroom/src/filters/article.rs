//! The article row: the shape that every filter after `extract` reads (docs/formats/article.schema.json).
//! Ids are strings outside and numbers inside; [`Ids`] keeps the way back.

use super::rows::Refused;
use serde::Deserialize;
use std::collections::BTreeMap;
use wireroom_model::{Article, ArticleId, ArticleRow, FamilyId, Kind, Lang, StoryId, Time};
use wireroom_text::{language, normal};

/// The row's id, or why the row is of no use.
pub fn id_of(row: &ArticleRow) -> Result<&str, Refused> {
    if row.id.is_empty() { Err(Refused::Row("the row has no \"id\"".to_owned())) } else { Ok(&row.id) }
}

/// The article inside a row, under this number. The text is normalised here, once.
pub fn article(row: ArticleRow, id: ArticleId) -> Article {
    let body = normal::normalise(&row.body.unwrap_or_default());
    let title = normal::normalise(&row.title.unwrap_or_default());
    let lang = if row.lang.is_known() { row.lang } else { language::detect(&format!("{title}\n\n{body}")) };
    Article {
        id,
        url: row.url,
        outlet: row.outlet,
        lang,
        published: row.published,
        updated: row.updated,
        title,
        authors: row.authors.unwrap_or_default(),
        agency: row.agency,
        dateline: row.dateline,
        kind: row.kind.unwrap_or(if body.is_empty() { Kind::Empty } else { Kind::Article }),
        body,
    }
}

/// A row of which only a text is asked: `{"id","text" or "body","lang","published"}`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct TextRow {
    id: Option<String>,
    text: Option<String>,
    body: Option<String>,
    lang: Lang,
    pub published: Time,
}

impl TextRow {
    /// The row's id, or why the row is of no use.
    pub fn id(&self) -> Result<String, Refused> {
        let id = self.id.clone().filter(|id| !id.is_empty());
        id.ok_or_else(|| Refused::Row("the row has no \"id\"".to_owned()))
    }

    /// The text as given: offsets count in it, so it is not normalised.
    pub fn text(&self) -> &str {
        self.text.as_deref().or(self.body.as_deref()).unwrap_or("")
    }

    /// As stated, else as detected.
    pub fn lang(&self) -> Lang {
        if self.lang.is_known() { self.lang } else { language::detect(self.text()) }
    }
}

/// The strings behind the numbers, in order of arrival: number n is the nth row.
#[derive(Debug, Clone, Default)]
pub struct Ids {
    names: Vec<String>,
    numbers: BTreeMap<String, ArticleId>,
}

impl Ids {
    /// A number for this name; a name that came before is refused.
    pub fn take(&mut self, name: &str) -> Result<ArticleId, Refused> {
        if self.numbers.contains_key(name) {
            return Err(Refused::Row(format!("the id \"{name}\" came before; the second row is left out")));
        }
        let id = ArticleId::new(self.names.len() as u64 + 1).map_err(|e| Refused::Row(e.to_string()))?;
        self.names.push(name.to_owned());
        self.numbers.insert(name.to_owned(), id);
        Ok(id)
    }

    /// The number of a name that came.
    pub fn number(&self, name: &str) -> Option<ArticleId> {
        self.numbers.get(name).copied()
    }

    /// The name that is most like one that did not come.
    pub fn nearest(&self, name: &str) -> Option<&str> {
        let likeness = |own: &&String| strsim::jaro_winkler(own, name);
        self.names.iter().max_by(|a, b| likeness(a).total_cmp(&likeness(b))).map(String::as_str)
    }

    /// Number to name.
    pub fn name(&self, id: ArticleId) -> &str {
        self.by_number(id.get())
    }

    /// The name of the article that a family is numbered after.
    pub fn family(&self, id: FamilyId) -> &str {
        self.by_number(id.get())
    }

    /// The name of the article that opened a story.
    pub fn story(&self, id: StoryId) -> &str {
        self.by_number(id.get())
    }

    fn by_number(&self, number: u64) -> &str {
        let index = usize::try_from(number).unwrap_or(0).wrapping_sub(1);
        self.names.get(index).map_or("", String::as_str)
    }
}
