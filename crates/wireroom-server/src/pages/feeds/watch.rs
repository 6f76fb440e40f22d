//! The feeds' health as an Atom feed: one item for each change of a verdict, under a number that never changes.
//! It is read by its secret address, of which only the hash is stored, or by a signed-in browser. It tells of a private
//! feed to that feed's subscribers alone, and carries no address of any feed: those may be secret.

use super::{Said, list};
use crate::atom::{self, Content, Feed, Item};
use crate::fields::Fields;
use crate::session::Asker;
use crate::state::ServerState;
use crate::{Problem, secret};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use wireroom_store::Viewer;
use wireroom_store::verdicts::Change;

/// What the secret address is for, as stored.
const PURPOSE: &str = "health";
/// Items of the feed, the latest.
const ITEMS: u32 = 100;

/// Makes the reader a secret address, shown this once.
pub async fn address(State(state): State<ServerState>, fields: Fields) -> Result<Response, Problem> {
    let token = atom::new_token(&state, &fields.asker, PURPOSE).await?;
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
pub async fn feed(State(state): State<ServerState>, asker: Asker) -> Result<Response, Problem> {
    answer(&state, asker.viewer()).await
}

/// The feed by its secret address.
pub async fn by_token(
    State(state): State<ServerState>,
    Path(token): Path<String>,
) -> Result<Response, Problem> {
    match state.store.reader_of_token(&secret::token_hash(&token), PURPOSE).await? {
        Some(user) => answer(&state, Viewer::User(user)).await,
        None => Err(Problem::no_page()),
    }
}

async fn answer(state: &ServerState, viewer: Viewer) -> Result<Response, Problem> {
    let changes = state.store.verdict_changes(viewer, ITEMS).await?;
    let items = changes.into_iter().map(item).collect();
    let (title, id, page) = (say!("feeds-watch-title"), "feed-health".to_owned(), "/feeds".to_owned());
    Feed { title, id, page, items }.answer(state).await
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
        id: change.id.to_string(),
        at: change.at,
        page: format!("/feeds#feed-{}", change.feed),
        author: None,
        content: Content::Text(change.told),
    }
}
