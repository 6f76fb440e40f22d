//! Article rows of one or many stories, sorted: what the filters that answer story by story read.
//! Rows that carry `"story"` are grouped by it; the others stand where `wireroom stories` would put them.
//! It refuses to say anything of a story: start at [`Sorted::read`].

use super::article::{Ids, article, id_of};
use super::rows::{Input, Refused, Stop};
use super::stories::Desk;
use std::collections::BTreeMap;
use wireroom_copy::Copies;
use wireroom_model::{Article, ArticleId, ArticleRow};

/// All rows of an input, by story.
#[derive(Debug, Default)]
pub struct Sorted {
    pub articles: BTreeMap<ArticleId, Article>,
    pub ids: Ids,
    desk: Desk,
    /// The stories that rows named themselves.
    named: BTreeMap<ArticleId, String>,
}

impl Sorted {
    /// Reads and sorts every row.
    pub fn read(input: &mut Input) -> Result<Self, Stop> {
        let mut sorted = Self::default();
        input.each(|row: ArticleRow| {
            let id = sorted.ids.take(id_of(&row)?)?;
            if let Some(story) = row.story.clone() {
                sorted.named.insert(id, story);
            }
            let article = article(row, id);
            sorted.desk.place(&article).map_err(Refused::Row)?;
            sorted.articles.insert(id, article);
            Ok(())
        })?;
        Ok(sorted)
    }

    /// Each story's name and its articles in order of arrival; stories in the order in which they began.
    pub fn stories(&self) -> Vec<(String, Vec<&Article>)> {
        let mut stories: Vec<(String, Vec<&Article>)> = Vec::new();
        let mut places: BTreeMap<String, usize> = BTreeMap::new();
        for (id, story) in self.desk.assignments() {
            let Some(article) = self.articles.get(&id) else { continue };
            let name = self.named.get(&id).map_or_else(|| self.ids.story(story), String::as_str);
            let place = *places.entry(name.to_owned()).or_insert(stories.len());
            match stories.get_mut(place) {
                Some((_, members)) => members.push(article),
                None => stories.push((name.to_owned(), vec![article])),
            }
        }
        stories
    }

    /// The copies' side.
    pub const fn copies(&self) -> &Copies {
        self.desk.copies()
    }
}
