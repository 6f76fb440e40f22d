//! The house's feeds and how each fares: those that need somebody first, then the rest, then how to bring more.
//! Adding, importing and asking now belong to the pipeline; pausing and removing are the store's.

use crate::Problem;
use crate::fields::Fields;
use crate::frame::Frame;
use crate::pages::{Done, page};
use crate::session::Asker;
use crate::state::{Refusal, ServerState};
use crate::wording;
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use wireroom_model::FeedId;
use wireroom_store::disk::DiskUse;
use wireroom_store::feeds::FeedState;

mod health;
mod view;
mod watch;

use view::Feeds;
pub use watch::{address, by_token, feed};

/// Skipped lines of an OPML file that the page lists; the count tells of all.
const MAX_SKIPPED: usize = 10;

#[derive(Debug, Template)]
#[template(path = "pages/feeds/feeds.html")]
struct FeedsPage {
    frame: Frame,
    feeds: Feeds,
    /// What the house keeps: name and size, for those who keep it.
    kept: Vec<(&'static str, String)>,
    keeps: bool,
    said: Option<Said>,
    address: String,
}

/// What became of a form: the sentence above the list, and whether it failed.
#[derive(Debug)]
struct Said {
    words: String,
    more: Vec<String>,
    failed: bool,
}

/// `?did=added` after a form was done.
#[derive(Debug, serde::Deserialize)]
pub struct Asked {
    did: Option<String>,
}

/// All feeds.
pub async fn show(
    State(state): State<ServerState>,
    asker: Asker,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    let words = match asked.did.as_deref() {
        Some("added") => "The feed was added. Its first articles arrive in about a minute.",
        Some("known") => "The house has this feed already; you are subscribed to it.",
        Some("paused") => "The feed rests. Nothing it brought was removed.",
        Some("resumed") => "The feed is read again.",
        Some("removed") => "The feed was removed. The articles it brought stay.",
        Some("asked") => "The feed is being asked now.",
        _ => "",
    };
    let said = (!words.is_empty()).then(|| Said { words: words.to_owned(), more: Vec::new(), failed: false });
    list(&state, &asker, said, String::new(), StatusCode::OK).await
}

async fn list(
    state: &ServerState,
    asker: &Asker,
    said: Option<Said>,
    address: String,
    status: StatusCode,
) -> Result<Response, Problem> {
    let habits = state.store.habits().await?;
    let feeds = Feeds::new(state.store.feeds(asker.viewer()).await?, &habits, state.clock.now());
    let frame = Frame::new(state, Some(asker), "Feeds", "/feeds");
    let kept = if asker.keeps_feeds() { house(&state.store.disk_use().await?) } else { Vec::new() };
    let html = page(&FeedsPage { frame, feeds, kept, keeps: asker.keeps_feeds(), said, address })?;
    Ok((status, html).into_response())
}

/// What takes the space, by class.
fn house(used: &DiskUse) -> Vec<(&'static str, String)> {
    let rest = used.database_bytes.saturating_sub(used.page_bytes).saturating_sub(used.text_bytes);
    let classes = [
        ("Raw pages", used.page_bytes),
        ("Texts", used.text_bytes),
        ("The rest of the database", rest),
        ("Search index and copies", used.other_bytes),
        ("In all", used.folder_bytes),
        ("Free on the disk", used.free_bytes),
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

fn back(state: &ServerState, did: &str) -> Redirect {
    Redirect::to(&format!("{}/feeds?did={did}", state.base()))
}

/// Adds a feed by the address of the feed or of its site.
pub async fn add(State(state): State<ServerState>, fields: Fields) -> Result<Response, Problem> {
    let address = fields.text("address").to_owned();
    if address.is_empty() {
        let refusal = Refusal("An address is needed, such as https://example.org/feed.".to_owned());
        return refused(&state, &fields.asker, refusal, "").await;
    }
    match state.actions.add_feed(fields.asker.id(), address.clone()).await {
        Ok(added) => Ok(back(&state, if added.known { "known" } else { "added" }).into_response()),
        Err(refusal) => refused(&state, &fields.asker, refusal, &address).await,
    }
}

/// Brings in an OPML file, uploaded or pasted.
pub async fn import(State(state): State<ServerState>, fields: Fields) -> Result<Response, Problem> {
    let opml = fields.bytes("file").or_else(|| fields.bytes("text")).map(<[u8]>::to_vec);
    let Some(opml) = opml else {
        let refusal = Refusal("Choose an OPML file, or paste its text.".to_owned());
        return refused(&state, &fields.asker, refusal, "").await;
    };
    match state.actions.import_opml(fields.asker.id(), opml).await {
        Ok(brought) => {
            let mut words = format!(
                "{} added; {} were here already.",
                crate::wording::count(brought.added.into(), "feed", "feeds"),
                brought.known
            );
            if !brought.skipped.is_empty() {
                words.push_str(&format!(
                    " {} left out:",
                    crate::wording::count(brought.skipped.len() as u64, "line", "lines")
                ));
            }
            let more = brought.skipped.into_iter().take(MAX_SKIPPED).collect();
            list(
                &state,
                &fields.asker,
                Some(Said { words, more, failed: false }),
                String::new(),
                StatusCode::OK,
            )
            .await
        }
        Err(refusal) => refused(&state, &fields.asker, refusal, "").await,
    }
}

/// A feed that this asker may change: an owner any, a reader none.
async fn kept(state: &ServerState, asker: &Asker, number: &str) -> Result<FeedId, Problem> {
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

/// Removes a feed. What it brought stays.
pub async fn remove(State(state): State<ServerState>, Path(number): Path<String>, fields: Fields) -> Done {
    let id = kept(&state, &fields.asker, &number).await?;
    let mut tx = state.store.begin().await?;
    tx.remove_feed(id).await?;
    tx.commit().await?;
    Ok(back(&state, "removed"))
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
