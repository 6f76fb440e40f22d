//! The view models of what readers said and may say: finished words for the templates.

use crate::wording;
use wireroom_store::articles::ArticleLine;
use wireroom_store::corrections::{Correction, CorrectionKind};

/// Characters of a headline in a list to choose from.
const MAX_HEADLINE: usize = 70;

/// One word that holds.
#[derive(Debug, PartialEq, Eq)]
pub struct Row {
    pub id: i64,
    pub kind: CorrectionKind,
    pub article: Named,
    /// "is not the same text as", between the two that it names.
    pub says: String,
    pub other: Option<Named>,
    /// "for everybody", "for you", and whether it holds.
    pub scope: String,
    /// A later word says otherwise.
    pub overruled: bool,
    pub may_undo: bool,
}

/// An article by its outlet and headline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    pub id: u64,
    pub outlet: String,
    pub title: String,
    pub lang: String,
    pub dir: &'static str,
}

impl Named {
    fn new(line: &ArticleLine) -> Self {
        let host = || line.url.as_deref().map(wording::host);
        Self {
            id: line.id.get(),
            outlet: wording::outlet(line.outlet.clone().or_else(host)),
            title: wording::headline(&line.title),
            lang: wording::tag(line.lang),
            dir: wording::dir(line.lang),
        }
    }

    /// The name as an option of a list: cut at a word.
    pub fn short(&self) -> String {
        format!("{}: {}", self.outlet, wording::cut(&self.title, MAX_HEADLINE))
    }
}

impl Row {
    /// Sets one word; the articles are those that it names.
    pub fn new(
        said: &Correction,
        article: Option<&ArticleLine>,
        other: Option<&ArticleLine>,
        overruled: bool,
        may_undo: bool,
    ) -> Self {
        let unknown = Named {
            id: said.article.get(),
            outlet: String::new(),
            title: String::new(),
            lang: String::new(),
            dir: "ltr",
        };
        Self {
            id: said.id,
            article: article.map_or(unknown, Named::new),
            kind: said.kind,
            says: match said.kind {
                CorrectionKind::NotACopy => say!("hand-is-apart"),
                CorrectionKind::SameText => say!("hand-is-same"),
                CorrectionKind::FirstHere => say!("hand-is-first"),
                CorrectionKind::NeverTogether => say!("hand-is-never"),
                CorrectionKind::BelongsHere => say!("hand-is-here"),
                CorrectionKind::SplitHere => say!("hand-is-split"),
                CorrectionKind::OneStory => say!("hand-is-one"),
            },
            other: other.map(Named::new),
            scope: match (said.for_all, overruled) {
                (true, false) => say!("hand-for-all"),
                (false, false) => say!("hand-for-you"),
                (true, true) => say!("hand-overruled", scope = say!("hand-for-all")),
                (false, true) => say!("hand-overruled", scope = say!("hand-for-you")),
            },
            overruled,
            may_undo,
        }
    }
}

/// The forms for one article.
#[derive(Debug)]
pub struct Hand {
    pub article: u64,
    pub outlet: String,
    /// What was said of it.
    pub rows: Vec<Row>,
    /// The text of its family that it may be said not to be.
    pub leaves: Option<Named>,
    /// Its outlet, where the family may be said to come from it.
    pub first: Option<String>,
    pub offered: Vec<Named>,
    /// "It holds for everybody."
    pub scope: String,
    pub notice: Option<String>,
}

impl Hand {
    /// Sets the forms.
    pub fn new(
        line: &ArticleLine,
        family: &[ArticleLine],
        offered: &[ArticleLine],
        rows: Vec<Row>,
        for_all: bool,
    ) -> Self {
        let beside = beside(line, family);
        let is_first =
            rows.iter().any(|row| row.article.id == line.id.get() && row.kind == CorrectionKind::FirstHere);
        Self {
            article: line.id.get(),
            outlet: Named::new(line).outlet,
            first: beside.filter(|_| !is_first).map(|_| Named::new(line).outlet),
            leaves: beside.map(Named::new),
            rows,
            offered: offered.iter().map(Named::new).collect(),
            scope: match for_all {
                true => say!("hand-holds-all"),
                false => say!("hand-holds-you"),
            },
            notice: None,
        }
    }
}

/// The text of its family that an article is measured by: the first printing, for that one the next.
pub fn beside<'l>(line: &ArticleLine, family: &'l [ArticleLine]) -> Option<&'l ArticleLine> {
    let others = || family.iter().filter(|other| other.id != line.id);
    let first = |other: &&ArticleLine| other.copy.is_some_and(|copy| wording::stands_first(other.id, copy));
    others().find(first).or_else(|| others().next())
}
