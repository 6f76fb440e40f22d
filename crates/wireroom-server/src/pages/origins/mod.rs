//! How a story's origins were counted: each origin with its texts, why each is counted there, the words that show it
//! and every article; then what is not known. `/story/ID/origins.json` is the same as a public shape.

use crate::Problem;
use crate::frame::Frame;
use crate::pages::{Either, json, page};
use crate::session::Asker;
use crate::state::ServerState;
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect};
use serde::Serialize;
use wireroom_model::{Opened, StoryId};
use wireroom_store::articles::ArticleLine;
use wireroom_store::briefs::StoredBrief;
use wireroom_store::stories::StoryAddress;

mod view;

use view::Origins;

#[derive(Debug, Template)]
#[template(path = "pages/origins/origins.html")]
struct OriginsPage {
    frame: Frame,
    origins: Origins,
    /// This reader's own words fold the articles in another way than they are counted here.
    own: bool,
}

/// docs/formats/origins.schema.json.
#[derive(Debug, Serialize)]
struct OriginsShape<'a> {
    story: StoryId,
    title: &'a str,
    #[serde(flatten)]
    opened: Opened<'a>,
}

/// What a page of origins is made from: the brief of the story as this reader may see it, and its articles.
async fn found(
    state: &ServerState,
    asker: &Asker,
    number: &str,
) -> Result<Result<(StoredBrief, Vec<ArticleLine>), StoryId>, Problem> {
    let story: StoryId = number.parse().map_err(|_| Problem::no_page())?;
    match state.store.story_address(story).await? {
        StoryAddress::Here(_) => {}
        StoryAddress::Moved(into) => return Ok(Err(into)),
        StoryAddress::Nowhere => return Err(Problem::missing("story", story.get())),
    }
    let brief = state.store.brief(story, asker.viewer()).await?;
    let brief = brief.ok_or_else(|| Problem::missing("story", story.get()))?;
    Ok(Ok((brief, state.store.articles_of_story(story, asker.viewer()).await?)))
}

/// The page.
pub async fn show(State(state): State<ServerState>, asker: Asker, Path(number): Path<String>) -> Either {
    match found(&state, &asker, &number).await? {
        Err(into) => {
            Ok(Redirect::permanent(&format!("{}/story/{into}/origins", state.base())).into_response())
        }
        Ok((brief, lines)) => {
            let origins = Origins::new(&brief, &lines, state.clock.now());
            let frame = Frame::new(&state, Some(&asker), origins.heading.clone(), "");
            let own = state.store.has_own_words(asker.id(), brief.card.id).await?;
            Ok(page(&OriginsPage { frame, origins, own })?.into_response())
        }
    }
}

/// The same as JSON.
pub async fn show_json(State(state): State<ServerState>, asker: Asker, Path(number): Path<String>) -> Either {
    match found(&state, &asker, &number).await? {
        Err(into) => {
            Ok(Redirect::permanent(&format!("{}/story/{into}/origins.json", state.base())).into_response())
        }
        Ok((brief, _)) => {
            let coverage = brief.coverage.unwrap_or_default();
            json(&OriginsShape { story: brief.card.id, title: &brief.card.title, opened: coverage.opened() })
        }
    }
}
