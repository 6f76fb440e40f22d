//! The reader's hand on a story: "these are a story of their own", "it is one story with that one", "this belongs
//! there", "never together". Only owners and editors have it: what they say holds for everybody.
//! Start at [`Sort::of`] for the forms, [`say`] for what they post.

use super::why::Why;
use crate::Problem;
use crate::fields::Fields;
use crate::pages::{Done, hand};
use crate::session::Asker;
use crate::state::{Refusal, ServerState};
use crate::wording;
use axum::extract::{Path, State};
use axum::response::Redirect;
use std::collections::BTreeMap;
use url::Url;
use wireroom_model::{ArticleId, StoryId};
use wireroom_store::corrections::{CorrectionKind, NewCorrection};
use wireroom_store::stories::StoryAddress;
use wireroom_store::story_page::FamilyGroup;

/// Texts offered for a split; a form has no more fields than a page may send.
const MAX_BOXES: usize = 40;
/// Stories offered to go to.
const MAX_OFFERED: usize = 12;
/// Words shown beside a story.
const MAX_ROWS: u32 = 40;
/// Characters of a headline in a list to choose from.
const MAX_HEADLINE: usize = 70;

/// The forms of one story.
#[derive(Debug)]
pub struct Sort {
    pub story: u64,
    /// What was said of it.
    pub rows: Vec<hand::Row>,
    /// Texts that may be chosen: article, outlet and headline.
    pub texts: Vec<Text>,
    /// More texts than are listed.
    pub more: bool,
    /// Stories near it.
    pub near: Vec<(u64, String)>,
    /// True for who may say what holds for all.
    pub may: bool,
}

/// One text to choose.
#[derive(Debug)]
pub struct Text {
    pub id: u64,
    pub name: String,
    pub lang: String,
    pub dir: &'static str,
}

impl Sort {
    /// The forms for a story, with what was said of it.
    pub async fn of(
        state: &ServerState,
        asker: &Asker,
        story: StoryId,
        families: &[FamilyGroup],
        whys: &BTreeMap<ArticleId, Why>,
    ) -> Result<Self, Problem> {
        let said = state.store.corrections_on_story(asker.id(), story, MAX_ROWS).await?;
        let mut near: Vec<(u64, String)> = Vec::new();
        for nearest in whys.values().filter_map(|why| why.nearest.as_ref()) {
            if near.len() < MAX_OFFERED && near.iter().all(|(id, _)| *id != nearest.story) {
                near.push((nearest.story, wording::cut(&nearest.title, MAX_HEADLINE)));
            }
        }
        let text = |family: &FamilyGroup| {
            let line = &family.first;
            let outlet = line.outlet.clone().or_else(|| line.url.as_deref().map(wording::host));
            Text {
                id: line.id.get(),
                name: say!(
                    "sort-text",
                    outlet = outlet.unwrap_or_else(|| say!("story-no-outlet")),
                    headline = wording::cut(&line.title, MAX_HEADLINE)
                ),
                lang: wording::tag(line.lang),
                dir: wording::dir(line.lang),
            }
        };
        Ok(Self {
            story: story.get(),
            rows: hand::rows(state, asker, said).await?,
            texts: families.iter().take(MAX_BOXES).map(text).collect(),
            more: families.len() > MAX_BOXES,
            near,
            may: hand::holds_for_all(asker),
        })
    }
}

/// Takes a word of one of the forms.
pub async fn say(State(state): State<ServerState>, Path(number): Path<String>, fields: Fields) -> Done {
    let asker = &fields.asker;
    if !hand::holds_for_all(asker) {
        return Err(Problem::owner_only());
    }
    let story = super::seen(&state, asker, &number).await?;
    let (did, onward) = match fields.text("kind") {
        "split" => {
            let chosen = chosen(&state, &fields, story).await?;
            state.actions.split_story(asker.id(), story, chosen).await.map_err(refused)?;
            ("split", story)
        }
        "merge" => {
            let other = other_story(&state, &fields).await?;
            ("merged", state.actions.one_story(asker.id(), story, other).await.map_err(refused)?)
        }
        "belongs" => {
            let article = article(&state, &fields, "article").await?;
            let into = other_story(&state, &fields).await?;
            correct(&state, asker, CorrectionKind::BelongsHere, article, None, Some(into)).await?;
            ("belongs", into)
        }
        "never" => {
            let (goes, stays) =
                (article(&state, &fields, "article").await?, article(&state, &fields, "other").await?);
            correct(&state, asker, CorrectionKind::NeverTogether, stays, Some(goes), None).await?;
            ("never", story)
        }
        _ => return Err(Problem::bad_form(say!("sort-no-kind"))),
    };
    Ok(Redirect::to(&format!("{}/story/{onward}?did={did}", state.base())))
}

fn refused(Refusal(why): Refusal) -> Problem {
    Problem::refused(why)
}

async fn correct(
    state: &ServerState,
    asker: &Asker,
    kind: CorrectionKind,
    article: ArticleId,
    other: Option<ArticleId>,
    story: Option<StoryId>,
) -> Result<(), Problem> {
    let new = NewCorrection { by: asker.id(), for_all: true, kind, article, other, story };
    state.actions.correct(new).await.map(|_| ()).map_err(refused)
}

/// The articles whose boxes were ticked, each with the copies that are folded under it.
async fn chosen(state: &ServerState, fields: &Fields, story: StoryId) -> Result<Vec<ArticleId>, Problem> {
    let page = state.store.story_page(story, fields.asker.viewer()).await?;
    let families = page.map(|page| page.families).unwrap_or_default();
    let ticked = families.iter().filter(|family| !fields.text(&format!("a-{}", family.first.id)).is_empty());
    let all = ticked.flat_map(|family| std::iter::once(&family.first).chain(&family.copies));
    Ok(all.map(|line| line.id).collect())
}

async fn article(state: &ServerState, fields: &Fields, name: &str) -> Result<ArticleId, Problem> {
    let id: ArticleId =
        fields.text(name).parse().map_err(|_| Problem::refused(say!("sort-choose-article")))?;
    let line = state.store.article_line(id, fields.asker.viewer()).await?;
    line.map(|line| line.id).ok_or_else(|| Problem::missing("article", id.get()))
}

/// The other story: by its address here or its number, else the one that was chosen.
async fn other_story(state: &ServerState, fields: &Fields) -> Result<StoryId, Problem> {
    let address = fields.text("address");
    let named = if address.is_empty() { fields.text("story") } else { address };
    let Some(story) = here(named) else {
        return Err(Problem::refused(say!("sort-choose-story")));
    };
    let missing = || Problem::missing("story", story.get());
    match state.store.story_address(story).await? {
        StoryAddress::Nowhere => Err(missing()),
        StoryAddress::Here(story) | StoryAddress::Moved(story) => {
            let brief = state.store.brief(story, fields.asker.viewer()).await?;
            brief.map(|brief| brief.card.id).ok_or_else(missing)
        }
    }
}

/// The story that a number or the address of a page of this house names.
fn here(named: &str) -> Option<StoryId> {
    let path = Url::parse(named).map_or_else(|_| named.to_owned(), |url| url.path().to_owned());
    let path = path.split(['?', '#']).next().unwrap_or_default().trim_end_matches('/').to_owned();
    let mut parts = path.rsplit('/');
    let number = parts.next()?.parse().ok()?;
    (parts.next().is_none_or(|before| before == "story")).then_some(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_story_of_this_house_is_known_by_its_number_or_the_address_of_its_page() {
        let seven = StoryId::new(7).ok();
        for named in ["7", "/story/7", "https://news.example/wire/story/7/", "/story/7?did=never#hand"] {
            assert_eq!(here(named), seven, "{named}");
        }
        for named in ["", "seven", "/article/7", "-7", "https://tern.example/"] {
            assert_eq!(here(named), None, "{named}");
        }
    }
}
