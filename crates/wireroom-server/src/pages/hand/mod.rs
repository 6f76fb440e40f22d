//! The reader's hand: the forms by which a reader says that two texts are one, or are not, or who had a text first;
//! and the list of what was said, with the way back. An owner's and an editor's word holds for all, a reader's for
//! that reader. Start at [`Hand::of`] for the forms on other pages, [`say`] for what they post.

use crate::Problem;
use crate::fields::Fields;
use crate::frame::Frame;
use crate::pages::after::After;
use crate::pages::{Done, Page, page};
use crate::session::Asker;
use crate::state::{Refusal, ServerState};
use crate::wording;
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Redirect;
use std::collections::{BTreeMap, BTreeSet};
use url::Url;
use wireroom_model::{ArticleId, FamilyId, StoryId};
use wireroom_store::articles::ArticleLine;
use wireroom_store::corrections::{Correction, CorrectionKind, NewCorrection};
use wireroom_store::users::Role;

mod view;

pub use view::{Hand, Row};

/// Corrections in the list.
const MAX_LINES: u32 = 200;
/// Corrections shown beside one article.
const MAX_BESIDE: u32 = 24;
/// Corrections shown on the page of a family.
const MAX_OF_FAMILY: u32 = 200;
/// Printings of a family that have forms there; every article's own page has them.
const MAX_FORMS: usize = 200;
/// Articles offered as the same text.
const MAX_OFFERED: usize = 12;

#[derive(Debug, Template)]
#[template(path = "pages/hand/corrections.html")]
struct CorrectionsPage {
    frame: Frame,
    rows: Vec<Row>,
    more: bool,
    notice: Option<String>,
}

/// True where a word of this user holds for all.
pub fn holds_for_all(asker: &Asker) -> bool {
    asker.user.role >= Role::Editor
}

async fn line(state: &ServerState, asker: &Asker, article: ArticleId) -> Result<ArticleLine, Problem> {
    let line = state.store.article_line(article, asker.viewer()).await?;
    line.ok_or_else(|| Problem::missing("article", article.get()))
}

/// What holds for this reader, in words. A correction of an article that the reader may not see is not told.
pub async fn rows(state: &ServerState, asker: &Asker, said: Vec<Correction>) -> Result<Vec<Row>, Problem> {
    let overruled = match said.is_empty() {
        true => BTreeSet::new(),
        false => state.actions.overruled().await?,
    };
    let mut rows = Vec::new();
    for one in said {
        let seen = async |id: Option<ArticleId>| match id {
            Some(id) => state.store.article_line(id, asker.viewer()).await,
            None => Ok(None),
        };
        let (article, other) = (seen(Some(one.article)).await?, seen(one.other).await?);
        if article.is_some() && other.is_some() == one.other.is_some() {
            let may_undo = one.by == Some(asker.id()) || one.for_all && holds_for_all(asker);
            rows.push(Row::new(
                &one,
                article.as_ref(),
                other.as_ref(),
                overruled.contains(&one.id),
                may_undo,
            ));
        }
    }
    Ok(rows)
}

impl Hand {
    /// The forms for one article; `family` are the articles of its family that the reader may see.
    pub async fn of(
        state: &ServerState,
        asker: &Asker,
        line: &ArticleLine,
        family: &[ArticleLine],
    ) -> Result<Self, Problem> {
        let said = state.store.corrections_seen_by(asker.id(), Some(line.id), MAX_BESIDE).await?;
        let rows = rows(state, asker, said).await?;
        let mut near = state.actions.neighbours(line.id);
        if let Some(story) = line.story {
            near.extend(state.store.story_articles(story).await?);
        }
        let mut offered: Vec<ArticleLine> = Vec::new();
        let known = |id: ArticleId| id == line.id || family.iter().any(|member| member.id == id);
        for id in near.into_iter().filter(|&id| !known(id)) {
            if offered.len() == MAX_OFFERED {
                break;
            }
            if offered.iter().all(|one| one.id != id) {
                offered.extend(state.store.article_line(id, asker.viewer()).await?);
            }
        }
        Ok(Self::new(line, family, &offered, rows, holds_for_all(asker)))
    }
}

impl Hand {
    /// The forms for the printings of a family, by article; each word stands once, at the printing that it is about.
    pub async fn of_family(
        state: &ServerState,
        asker: &Asker,
        family: FamilyId,
        members: &[ArticleLine],
    ) -> Result<BTreeMap<u64, Self>, Problem> {
        let said = state.store.corrections_on_family(asker.viewer(), family, MAX_OF_FAMILY).await?;
        let mut words: BTreeMap<u64, Vec<Row>> = BTreeMap::new();
        let is_here = |id: u64| members.iter().any(|line| line.id.get() == id);
        for row in rows(state, asker, said).await? {
            let other = row.other.as_ref().map_or(row.article.id, |other| other.id);
            let at = if is_here(row.article.id) { row.article.id } else { other };
            words.entry(at).or_default().push(row);
        }
        let hands = members.iter().take(MAX_FORMS).map(|line| {
            let rows = words.remove(&line.id.get()).unwrap_or_default();
            (line.id.get(), Self::new(line, members, &[], rows, holds_for_all(asker)))
        });
        Ok(hands.collect())
    }
}

/// All that was said and holds.
pub async fn show(State(state): State<ServerState>, asker: Asker, Query(after): Query<After>) -> Page {
    let mut said = state.store.corrections_seen_by(asker.id(), None, MAX_LINES + 1).await?;
    let more = said.len() > MAX_LINES as usize;
    said.truncate(MAX_LINES as usize);
    let rows = rows(&state, &asker, said).await?;
    let frame = Frame::new(&state, Some(&asker), say!("corrections"), "");
    page(&CorrectionsPage { frame, rows, more, notice: after.notice() })
}

/// Takes a word of one of the forms. Leads back to the article that it is about.
pub async fn say(State(state): State<ServerState>, fields: Fields) -> Done {
    let asker = &fields.asker;
    let article = fields.text("article").parse().map_err(|_| Problem::bad_form(say!("hand-no-article")))?;
    let article = line(&state, asker, article).await?;
    let (kind, other, did) = match fields.text("kind") {
        "apart" => (CorrectionKind::NotACopy, Some(apart_from(&state, &fields, &article).await?), "apart"),
        "same" => (CorrectionKind::SameText, Some(same_as(&state, &fields).await?), "same"),
        "first" => (CorrectionKind::FirstHere, None, "first"),
        _ => return Err(Problem::bad_form(say!("hand-no-kind"))),
    };
    let new = NewCorrection {
        by: asker.id(),
        for_all: holds_for_all(asker),
        kind,
        article: article.id,
        other,
        story: None,
    };
    state.actions.correct(new).await.map_err(|Refusal(why)| Problem::refused(why))?;
    Ok(Redirect::to(&onward(&state, &fields, article.id, did).await?))
}

/// The page that the form stood on: its family's, where anybody still stands in that, else the family that the
/// article is now in; else the article's.
async fn onward(
    state: &ServerState,
    fields: &Fields,
    article: ArticleId,
    did: &str,
) -> Result<String, Problem> {
    let viewer = fields.asker.viewer();
    let family = match fields.text("family").parse::<FamilyId>() {
        Err(_) => None,
        Ok(family) if !state.store.articles_of_family(family, viewer).await?.is_empty() => Some(family),
        Ok(_) => state.store.article_line(article, viewer).await?.and_then(|line| Some(line.copy?.family)),
    };
    Ok(match family {
        Some(family) => format!("{}/family/{family}?did={did}", state.base()),
        None => format!("{}/article/{article}?did={did}#hand", state.base()),
    })
}

/// Which text an article is no copy of: the one that the form names, else the first of its family.
async fn apart_from(
    state: &ServerState,
    fields: &Fields,
    article: &ArticleLine,
) -> Result<ArticleId, Problem> {
    if let Ok(other) = fields.text("other").parse::<ArticleId>()
        && other != article.id
    {
        return Ok(line(state, &fields.asker, other).await?.id);
    }
    let family = match article.copy {
        Some(copy) => state.store.articles_of_family(copy.family, fields.asker.viewer()).await?,
        None => Vec::new(),
    };
    let other = view::beside(article, &family);
    other.map(|other| other.id).ok_or_else(|| Problem::refused(say!("hand-is-alone")))
}

/// The other text: chosen from the list, or by the address of its page here or at its outlet.
async fn same_as(state: &ServerState, fields: &Fields) -> Result<ArticleId, Problem> {
    let address = fields.text("address");
    let named = if address.is_empty() { fields.text("other") } else { address };
    let found = match here(named) {
        Some(id) => Some(id),
        None if named.is_empty() => None,
        None => state.actions.article_at(named.to_owned()).await?,
    };
    match found {
        Some(id) => Ok(line(state, &fields.asker, id).await?.id),
        None if named.is_empty() => Err(Problem::refused(say!("hand-choose-other"))),
        None => Err(Problem::refused(say!("hand-unknown-address", address = wording::cut(named, 120)))),
    }
}

/// The article that a number or the address of a page of this house names.
fn here(named: &str) -> Option<ArticleId> {
    let path = Url::parse(named).map_or_else(|_| named.to_owned(), |url| url.path().to_owned());
    let mut parts = path.trim_end_matches('/').rsplit('/');
    let number = parts.next()?.parse().ok()?;
    (parts.next().is_none_or(|before| before == "article")).then_some(number)
}

/// Takes a word back.
pub async fn undo(State(state): State<ServerState>, Path(number): Path<String>, fields: Fields) -> Done {
    let number: i64 = number.parse().map_err(|_| Problem::no_page())?;
    let asker = &fields.asker;
    let said = state.store.correction(number).await?;
    let missing = || Problem::missing("correction", number.unsigned_abs());
    let said = said.filter(|said| said.for_all || said.by == Some(asker.id())).ok_or_else(missing)?;
    if said.for_all && said.by != Some(asker.id()) && !holds_for_all(asker) {
        return Err(Problem::owner_only());
    }
    state.actions.take_back(number).await.map_err(|Refusal(why)| Problem::refused(why))?;
    let back = match (fields.text("back").parse::<ArticleId>(), fields.text("story").parse::<StoryId>()) {
        (Ok(article), _) => onward(&state, &fields, article, "undone").await?,
        (_, Ok(story)) => format!("{}/story/{story}?did=undone", state.base()),
        _ => format!("{}/corrections?did=undone", state.base()),
    };
    Ok(Redirect::to(&back))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_article_of_this_house_is_known_by_its_number_or_the_address_of_its_page() {
        let seven = ArticleId::new(7).ok();
        for named in [
            "7",
            "/article/7",
            "https://news.example/wire/article/7/",
            "http://127.0.0.1:1851/article/7?at=1-4#here",
        ] {
            assert_eq!(here(named), seven, "{named}");
        }
        for named in ["", "seven", "https://tern.example/2026/7", "/story/7", "-7", "https://tern.example/"] {
            assert_eq!(here(named), None, "{named}");
        }
    }
}
