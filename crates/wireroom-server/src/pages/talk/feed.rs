//! Comments as an Atom feed, of a story or of the house: for a signed-in browser, or by a secret address of which only the
//! hash is stored. It holds what the address's reader may see, without those whom the reader muted.

use super::markdown::Prose;
use super::{Which, list};
use crate::atom::{self, Content, Feed, Item};
use crate::fields::Fields;
use crate::session::Asker;
use crate::state::ServerState;
use crate::{Problem, secret};
use axum::extract::{Path, State};
use axum::response::Response;
use wireroom_model::StoryId;
use wireroom_store::Viewer;
use wireroom_store::comments::Comment;
use wireroom_store::stories::StoryAddress;

/// What the secret address is for, as stored.
const PURPOSE: &str = "comments";
/// Items of a feed, the latest.
const ITEMS: u32 = 100;

/// Makes the reader a secret address, shown this once; the one before no longer opens.
pub async fn address(State(state): State<ServerState>, fields: Fields) -> Result<Response, Problem> {
    let token = atom::new_token(&state, &fields.asker, PURPOSE).await?;
    let home = state.home().unwrap_or_else(|| state.base().to_owned());
    let secret = format!("{home}/comments/feed/{token}");
    list(&state, &fields.asker, Which { below: None, of: None }, Some(secret)).await
}

/// The house's feed for a signed-in browser.
pub async fn of_house(State(state): State<ServerState>, asker: Asker) -> Result<Response, Problem> {
    house(&state, asker.viewer()).await
}

/// The house's feed by its secret address.
pub async fn by_token(
    State(state): State<ServerState>,
    Path(token): Path<String>,
) -> Result<Response, Problem> {
    let viewer = reader(&state, &token).await?;
    house(&state, viewer).await
}

/// A story's feed for a signed-in browser.
pub async fn of_story(
    State(state): State<ServerState>,
    asker: Asker,
    Path(number): Path<String>,
) -> Result<Response, Problem> {
    story(&state, asker.viewer(), &number).await
}

/// A story's feed by the secret address.
pub async fn of_story_by_token(
    State(state): State<ServerState>,
    Path((token, number)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let viewer = reader(&state, &token).await?;
    story(&state, viewer, &number).await
}

async fn reader(state: &ServerState, token: &str) -> Result<Viewer, Problem> {
    let user = state.store.reader_of_token(&secret::token_hash(token), PURPOSE).await?;
    user.map(Viewer::User).ok_or_else(Problem::no_page)
}

async fn house(state: &ServerState, viewer: Viewer) -> Result<Response, Problem> {
    let found = state.store.latest_comments(viewer, None, ITEMS).await?;
    let items = items(state, viewer, found).await?;
    let (title, id, page) = (say!("talk-title"), "comments".to_owned(), "/comments".to_owned());
    Feed { title, id, page, items }.answer(state).await
}

async fn story(state: &ServerState, viewer: Viewer, number: &str) -> Result<Response, Problem> {
    let story: StoryId = number.parse().map_err(|_| Problem::no_page())?;
    let missing = || Problem::missing("story", story.get());
    let here = match state.store.story_address(story).await? {
        StoryAddress::Here(here) | StoryAddress::Moved(here) => here,
        StoryAddress::Nowhere => return Err(missing()),
    };
    let brief = state.store.brief(here, viewer).await?.ok_or_else(missing)?;
    let found = state.store.latest_comments_of(here, viewer, ITEMS).await?;
    let items = items(state, viewer, found).await?;
    let title = say!("talk-title-of", story = brief.card.title);
    Feed { title, id: format!("comments/{here}"), page: format!("/story/{here}/comments"), items }
        .answer(state)
        .await
}

async fn items(state: &ServerState, viewer: Viewer, found: Vec<Comment>) -> Result<Vec<Item>, Problem> {
    let mut items = Vec::new();
    for comment in found {
        let title = state.store.brief(comment.story, viewer).await?.map(|brief| brief.card.title);
        items.push(Item {
            title: title.unwrap_or_default(),
            id: comment.id.to_string(),
            at: comment.changed_at,
            page: format!("/comment/{}", comment.id),
            author: comment.name,
            content: Content::Html(Prose::new(&comment.body).to_string()),
        });
    }
    Ok(items)
}
