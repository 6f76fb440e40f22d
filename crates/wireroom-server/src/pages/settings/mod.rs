//! A reader's own settings: how the pages look and speak, by which clock; the password, the browsers that are signed
//! in, tokens for programs; and, for an owner, who may look in without an account. It refuses to show a secret twice.
//! Start at [`show`]; what each form does stands in `account.rs`, `tokens.rs`,
//! `choices.rs` and `export.rs`.

use crate::Problem;
use crate::frame::Frame;
use crate::pages::{out, page};
use crate::session::Asker;
use crate::state::ServerState;
use crate::{secret, words, zone};
use askama::Template;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;
use wireroom_store::api_tokens::Scope;
use wireroom_store::users::{Look, Pictures, TextSize};

mod account;
mod choices;
mod export;
mod tokens;
mod view;

pub use account::{end_others, end_session, leave, password};
pub use choices::{house, keep};
pub use export::export;
pub use tokens::{make, withdraw};
pub(crate) use view::Pick;
use view::{SessionRow, TokenRow};

#[derive(Debug, Template)]
#[template(path = "pages/settings/settings.html")]
struct SettingsPage {
    frame: Frame,
    said: Option<Said>,
    languages: Vec<Pick>,
    looks: Vec<Pick>,
    sizes: Vec<Pick>,
    zones: Vec<(&'static str, Vec<Pick>)>,
    /// A chosen zone that is not offered, by its old name.
    other_zone: Option<Pick>,
    no_zone: bool,
    no_pictures: bool,
    sessions: Vec<SessionRow>,
    tokens: Vec<TokenRow>,
    /// Secret addresses of feeds.
    addresses: Vec<out::Row>,
    /// A token that was just made: its name and itself.
    made: Option<(String, String)>,
    /// For an owner: whether guests may look in.
    guests: Option<bool>,
    shortest: usize,
}

/// What a form's answer says, and whether it is a refusal.
#[derive(Debug, Clone)]
pub struct Said {
    pub words: String,
    pub failed: bool,
}

impl Said {
    pub fn done(words: String) -> Self {
        Self { words, failed: false }
    }

    pub fn failed(words: String) -> Self {
        Self { words, failed: true }
    }

    /// The status of a page that says it, or says nothing.
    pub fn status(said: Option<&Self>) -> StatusCode {
        if said.is_some_and(|said| said.failed) { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK }
    }
}

/// `?did=password` after a form was done.
#[derive(Debug, Deserialize)]
pub struct Did {
    did: Option<String>,
}

/// The sentence for a word in the address; an unknown word says nothing.
fn notice(did: &str) -> Option<String> {
    Some(match did {
        "pages" => say!("settings-did-pages"),
        "password" => say!("settings-did-password"),
        "ended" => say!("settings-did-ended"),
        "others" => say!("settings-did-others"),
        "address" => say!("out-did-end"),
        "withdrawn" => say!("settings-did-withdrawn"),
        "guests-on" => say!("settings-did-guests-on"),
        "guests-off" => say!("settings-did-guests-off"),
        _ => return None,
    })
}

/// Leads back to the page with a word on what was done.
fn back(state: &ServerState, did: &'static str) -> Response {
    Redirect::to(&format!("{}/settings?did={did}", state.base())).into_response()
}

/// The page.
pub async fn show(
    State(state): State<ServerState>,
    asker: Asker,
    Query(did): Query<Did>,
) -> Result<Response, Problem> {
    let said = did.did.as_deref().and_then(notice).map(Said::done);
    answer(&state, &asker, said, None).await
}

/// The page after a form that was refused.
async fn refused(state: &ServerState, asker: &Asker, why: String) -> Result<Response, Problem> {
    answer(state, asker, Some(Said::failed(why)), None).await
}

async fn answer(
    state: &ServerState,
    asker: &Asker,
    said: Option<Said>,
    made: Option<(String, String)>,
) -> Result<Response, Problem> {
    let status = Said::status(said.as_ref());
    let now = state.clock.now();
    let chosen = &asker.user.choices;
    let zone = chosen.time_zone.as_deref();
    let sessions = state.store.sessions_of(asker.id(), now.unix()).await?;
    let tokens = state.store.api_tokens_of(asker.id()).await?;
    let guests = if asker.keeps_feeds() { Some(state.store.has_guests().await?) } else { None };
    let zones: Vec<(&'static str, Vec<Pick>)> =
        zone::offered().into_iter().map(|(region, names)| (region, view::zones(&names, zone))).collect();
    let is_offered = zones.iter().any(|(_, picks)| picks.iter().any(|pick| pick.here));
    let html = page(&SettingsPage {
        frame: Frame::new(state, Some(asker), say!("settings-title"), "/settings"),
        said,
        languages: view::languages(chosen.language.as_deref(), words::Tongue::all()),
        looks: Look::ALL.map(|look| view::look(look, chosen.look)).into(),
        sizes: TextSize::ALL.map(|size| view::size(size, chosen.text_size)).into(),
        other_zone: zone.filter(|_| !is_offered).map(|name| Pick::new(name, name.to_owned(), true)),
        zones,
        no_zone: zone.is_none(),
        no_pictures: chosen.pictures == Pictures::Hidden,
        sessions: sessions.iter().map(|one| SessionRow::new(one, asker.session, now)).collect(),
        tokens: tokens.iter().map(|one| TokenRow::new(one, now)).collect(),
        addresses: out::rows(state, asker).await?,
        made,
        guests,
        shortest: secret::MIN_PASSWORD,
    })?;
    Ok((status, html).into_response())
}

/// The words for what a token may do.
fn scope_words(scope: Scope) -> String {
    match scope {
        Scope::Read => say!("settings-token-read"),
        Scope::Write => say!("settings-token-write"),
    }
}
