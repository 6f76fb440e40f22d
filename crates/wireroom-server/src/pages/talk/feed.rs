//! Comments as a feed, of a story or of the house: for a signed-in browser, or by a secret address of which only the
//! hash is stored. It holds what the address's reader may see, without those whom the reader muted.

use super::markdown::Prose;
use super::{Which, list};
use crate::fields::Fields;
use crate::outgoing::{self, Asked, Channel, Content, Form, Item};
use crate::session::Asker;
use crate::state::ServerState;
use crate::{Problem, secret};
use axum::extract::{Path, State};
use axum::response::Response;
use wireroom_model::{StoryId, When};
use wireroom_store::Viewer;
use wireroom_store::comments::Comment;
use wireroom_store::stories::StoryAddress;

/// What the secret address is for, as stored.
const PURPOSE: &str = "comments";
/// Items of a feed, the latest.
const ITEMS: u32 = 100;

/// Makes the reader a secret address, shown this once; the one before no longer opens.
pub async fn address(State(state): State<ServerState>, fields: Fields) -> Result<Response, Problem> {
    let token = outgoing::new_token(&state, &fields.asker, PURPOSE).await?;
    let home = state.home().unwrap_or_else(|| state.base().to_owned());
    let secret = format!("{home}/comments/feed/{token}");
    list(&state, &fields.asker, Which { below: None, of: None }, Some(secret)).await
}

/// The house's feed for a signed-in browser.
pub async fn of_house(
    State(state): State<ServerState>,
    asker: Asker,
    asked: Asked,
) -> Result<Response, Problem> {
    house(&state, asker.viewer()).await?.answer(&state, &asked, Form::Atom).await
}

/// The house's feed by its secret address.
pub async fn by_token(
    State(state): State<ServerState>,
    Path(last): Path<String>,
    asked: Asked,
) -> Result<Response, Problem> {
    let (token, form) = Form::of(&last);
    let viewer = reader(&state, token).await?;
    house(&state, viewer).await?.answer(&state, &asked, form).await
}

/// A story's feed for a signed-in browser.
pub async fn of_story(
    State(state): State<ServerState>,
    asker: Asker,
    Path(number): Path<String>,
    asked: Asked,
) -> Result<Response, Problem> {
    story(&state, asker.viewer(), &number).await?.answer(&state, &asked, Form::Atom).await
}

/// A story's feed by the secret address.
pub async fn of_story_by_token(
    State(state): State<ServerState>,
    Path((token, last)): Path<(String, String)>,
    asked: Asked,
) -> Result<Response, Problem> {
    let (number, form) = Form::of(&last);
    let viewer = reader(&state, &token).await?;
    story(&state, viewer, number).await?.answer(&state, &asked, form).await
}

async fn reader(state: &ServerState, token: &str) -> Result<Viewer, Problem> {
    let user = state.store.reader_of_token(&secret::token_hash(token), PURPOSE).await?;
    user.map(Viewer::User).ok_or_else(Problem::no_page)
}

/// The house's comments.
pub async fn house(state: &ServerState, viewer: Viewer) -> Result<Channel, Problem> {
    let found = state.store.latest_comments(viewer, None, ITEMS).await?;
    let (id, page) = ("comments".to_owned(), "/comments".to_owned());
    let items = items(state, viewer, &id, found).await?;
    Ok(Channel { title: say!("talk-title"), id, page, born: 0, items })
}

/// A story's comments.
pub async fn story(state: &ServerState, viewer: Viewer, number: &str) -> Result<Channel, Problem> {
    let story: StoryId = number.parse().map_err(|_| Problem::no_page())?;
    let missing = || Problem::missing("story", story.get());
    let here = match state.store.story_address(story).await? {
        StoryAddress::Here(here) | StoryAddress::Moved(here) => here,
        StoryAddress::Nowhere => return Err(missing()),
    };
    let brief = state.store.brief(here, viewer).await?.ok_or_else(missing)?;
    let found = state.store.latest_comments_of(here, viewer, ITEMS).await?;
    let (id, page) = (format!("comments/{here}"), format!("/story/{here}/comments"));
    let items = items(state, viewer, &id, found).await?;
    let (title, born) = (say!("talk-title-of", story = brief.card.title), brief.card.opened_at);
    Ok(Channel { title, id, page, born, items })
}

async fn items(
    state: &ServerState,
    viewer: Viewer,
    of: &str,
    found: Vec<Comment>,
) -> Result<Vec<Item>, Problem> {
    let mut items = Vec::new();
    for comment in found {
        let title = state.store.brief(comment.story, viewer).await?.map(|brief| brief.card.title);
        items.push(Item {
            title: title.unwrap_or_default(),
            id: format!("{of}/{}", comment.id),
            updated: comment.changed_at,
            published: When::from_unix(comment.said_at),
            page: format!("/comment/{}", comment.id),
            original: None,
            authors: comment.name.into_iter().collect(),
            topics: Vec::new(),
            lang: None,
            summary: None,
            content: Content::Html(Prose::new(&comment.body).to_string()),
        });
    }
    Ok(items)
}
