//! The house's feeds and how each fares: those that need somebody first, then the rest, then how to bring more.
//! Adding, importing and asking now belong to the pipeline; pausing and removing are the store's.

use crate::Problem;
use crate::fields::Fields;
use crate::frame::Frame;
use crate::pages::after::After;
use crate::pages::{Done, page};
use crate::session::Asker;
use crate::state::{Refusal, ServerState};
use crate::wording;
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use std::collections::BTreeMap;
use wireroom_model::FeedId;
use wireroom_store::disk::DiskUse;
use wireroom_store::feeds::FeedState;

mod add;
mod folders;
mod health;
mod lists;
mod view;
mod watch;

pub use add::add;
pub use folders::change as change_folder;
pub use lists::{export, import};
use view::Feeds;
pub use watch::{address, by_token, channel as health, feed};

#[derive(Debug, Template)]
#[template(path = "pages/feeds/feeds.html")]
struct FeedsPage {
    frame: Frame,
    feeds: Feeds,
    /// What the house keeps: name and size, for those who keep it.
    kept: Vec<(String, String)>,
    keeps: bool,
    said: Option<Said>,
    address: String,
    choosing: Option<add::Choosing>,
    folders: Vec<folders::FolderRow>,
    /// Every feed by name, to be put into a folder.
    names: Vec<(u64, String)>,
}

/// What became of a form: the sentence above the list, and whether it failed.
#[derive(Debug)]
struct Said {
    words: String,
    more: Vec<String>,
    failed: bool,
}

/// All feeds.
pub async fn show(
    State(state): State<ServerState>,
    asker: Asker,
    Query(after): Query<After>,
) -> Result<Response, Problem> {
    let said = after.notice().map(|words| Said { words, more: Vec::new(), failed: false });
    list(&state, &asker, said, String::new(), StatusCode::OK).await
}

async fn list(
    state: &ServerState,
    asker: &Asker,
    said: Option<Said>,
    address: String,
    status: StatusCode,
) -> Result<Response, Problem> {
    list_with(state, asker, said, address, status, None).await
}

async fn list_with(
    state: &ServerState,
    asker: &Asker,
    said: Option<Said>,
    address: String,
    status: StatusCode,
    choosing: Option<add::Choosing>,
) -> Result<Response, Problem> {
    let habits = state.store.habits().await?;
    let mut known = state.store.feeds(asker.viewer()).await?;
    let own = state.store.subscriptions(asker.id()).await?;
    let own: BTreeMap<FeedId, String> =
        own.into_iter().filter_map(|own| Some((own.feed, own.title?))).collect();
    for feed in &mut known {
        feed.title = own.get(&feed.id).cloned().or_else(|| feed.title.take());
    }
    let names: BTreeMap<FeedId, String> = known
        .iter()
        .map(|feed| (feed.id, feed.title.clone().unwrap_or_else(|| wording::host(&feed.address))))
        .collect();
    let folders = folders::rows(state.store.folders_of(asker.id()).await?, |feed| names.get(&feed).cloned());
    let mut names: Vec<(u64, String)> = names.into_iter().map(|(feed, name)| (feed.get(), name)).collect();
    names.sort_by_cached_key(|(_, name)| name.to_lowercase());
    let feeds = Feeds::new(known, &habits, state.clock.now());
    let frame = Frame::new(state, Some(asker), say!("menu-feeds"), "/feeds");
    let kept = if asker.keeps_feeds() { house(&state.store.disk_use().await?) } else { Vec::new() };
    let html = page(&FeedsPage {
        frame,
        feeds,
        kept,
        keeps: asker.keeps_feeds(),
        said,
        address,
        choosing,
        folders,
        names,
    })?;
    Ok((status, html).into_response())
}

/// What takes the space, by class.
fn house(used: &DiskUse) -> Vec<(String, String)> {
    let rest = used.database_bytes.saturating_sub(used.page_bytes).saturating_sub(used.text_bytes);
    let classes = [
        (say!("kept-pages"), used.page_bytes),
        (say!("kept-texts"), used.text_bytes),
        (say!("kept-rest"), rest),
        (say!("kept-other"), used.other_bytes),
        (say!("kept-all"), used.folder_bytes),
        (say!("kept-free"), used.free_bytes),
    ];
    classes.map(|(name, bytes)| (name, wording::bytes(bytes))).to_vec()
}

async fn refused(
    state: &ServerState,
    asker: &Asker,
    refusal: Refusal,
    address: &str,
) -> Result<Response, Problem> {
    let said = Said { words: refusal.0, more: Vec::new(), failed: true };
    list(state, asker, Some(said), address.to_owned(), StatusCode::UNPROCESSABLE_ENTITY).await
}

pub(super) fn back(state: &ServerState, did: &str) -> Redirect {
    Redirect::to(&format!("{}/feeds?did={did}", state.base()))
}

/// A feed that this asker may change: an owner any, a reader none.
pub(super) async fn kept(state: &ServerState, asker: &Asker, number: &str) -> Result<FeedId, Problem> {
    let id: FeedId = number.parse().map_err(|_| Problem::no_page())?;
    let known = state.store.feed(id).await?.is_some() && state.store.may_see_feed(asker.viewer(), id).await?;
    match (known, asker.keeps_feeds()) {
        (false, _) => Err(Problem::missing("feed", id.get())),
        (true, false) => Err(Problem::owner_only()),
        (true, true) => Ok(id),
    }
}

/// Pauses a feed, or resumes it.
pub async fn pause(State(state): State<ServerState>, Path(number): Path<String>, fields: Fields) -> Done {
    let id = kept(&state, &fields.asker, &number).await?;
    let (to, did) = match fields.text("to") {
        "resume" => (FeedState::Active, "resumed"),
        _ => (FeedState::Paused, "paused"),
    };
    let mut tx = state.store.begin().await?;
    tx.set_feed_state(id, to, state.clock.now().unix()).await?;
    tx.commit().await?;
    Ok(back(&state, did))
}

/// Asks a feed now.
pub async fn poll(
    State(state): State<ServerState>,
    Path(number): Path<String>,
    fields: Fields,
) -> Result<Response, Problem> {
    let id = kept(&state, &fields.asker, &number).await?;
    match state.actions.poll_now(fields.asker.id(), id).await {
        Ok(()) => Ok(back(&state, "asked").into_response()),
        Err(refusal) => refused(&state, &fields.asker, refusal, "").await,
    }
}
