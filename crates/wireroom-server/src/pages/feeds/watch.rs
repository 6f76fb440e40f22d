//! The feeds' health as a feed: one item for each change of a verdict, under a number that never changes.
//! It is read by its secret address, of which only the hash is stored, or by a signed-in browser. It tells of a private
//! feed to that feed's subscribers alone, and carries no address of any feed: those may be secret.

use super::{Said, list};
use crate::fields::Fields;
use crate::outgoing::{self, Asked, Channel, Content, Form, Item};
use crate::session::Asker;
use crate::state::ServerState;
use crate::{Problem, secret};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use wireroom_model::When;
use wireroom_store::Viewer;
use wireroom_store::verdicts::Change;

/// What the secret address is for, as stored.
const PURPOSE: &str = "health";
/// Items of the feed, the latest.
const ITEMS: u32 = 100;

/// Makes the reader a secret address, shown this once.
pub async fn address(State(state): State<ServerState>, fields: Fields) -> Result<Response, Problem> {
    let token = outgoing::new_token(&state, &fields.asker, PURPOSE).await?;
    let path = format!("/feeds/health/{token}");
    let home = state.home();
    let words = match &home {
        Some(home) => say!("feeds-watch-once", address = format!("{home}{path}")),
        None => say!("feeds-watch-path", path = path),
    };
    let said = Said { words, more: Vec::new(), failed: false };
    list(&state, &fields.asker, Some(said), String::new(), StatusCode::OK).await
}

/// The feed for a signed-in browser.
pub async fn feed(State(state): State<ServerState>, asker: Asker, asked: Asked) -> Result<Response, Problem> {
    channel(&state, asker.viewer()).await?.answer(&state, &asked, Form::Atom).await
}

/// The feed by its secret address.
pub async fn by_token(
    State(state): State<ServerState>,
    Path(last): Path<String>,
    asked: Asked,
) -> Result<Response, Problem> {
    let (token, form) = Form::of(&last);
    let user = state.store.reader_of_token(&secret::token_hash(token), PURPOSE).await?;
    let viewer = user.map(Viewer::User).ok_or_else(Problem::no_page)?;
    channel(&state, viewer).await?.answer(&state, &asked, form).await
}

/// What changed of the feeds' health.
pub async fn channel(state: &ServerState, viewer: Viewer) -> Result<Channel, Problem> {
    let changes = state.store.verdict_changes(viewer, ITEMS).await?;
    let items = changes.into_iter().map(item).collect();
    let (title, id, page) = (say!("feeds-watch-title"), "feed-health".to_owned(), "/feeds".to_owned());
    Ok(Channel { title, id, page, born: 0, items })
}

fn item(change: Change) -> Item {
    let name = change.name.as_str();
    let title = match change.verdict.as_str() {
        "failing" => say!("feeds-watch-failing", name = name),
        "gone" => say!("feeds-watch-gone", name = name),
        "silent" => say!("feeds-watch-silent", name = name),
        _ => say!("feeds-watch-well", name = name),
    };
    Item {
        title,
        id: format!("feed-health/{}", change.id),
        updated: change.at,
        published: When::from_unix(change.at),
        page: format!("/feeds#feed-{}", change.feed),
        original: None,
        authors: Vec::new(),
        topics: Vec::new(),
        lang: None,
        summary: None,
        content: Content::Text(change.told),
    }
}
