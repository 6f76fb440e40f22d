//! Signing in and out. A wrong name and a wrong password are told alike, and guessing is slowed by name and by
//! address.

use crate::client::Client;
use crate::fields::{self, Fields, Values};
use crate::frame::Frame;
use crate::pages::page;
use crate::session::{self, Perhaps};
use crate::state::ServerState;
use crate::{Problem, secret};
use askama::Template;
use axum::extract::{Query, Request, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use wireroom_model::UserId;

/// Of a browser's own description of itself, no more is kept than this (characters).
const MAX_AGENT: usize = 200;

#[derive(Debug, Template)]
#[template(path = "pages/login/login.html")]
struct LoginPage {
    frame: Frame,
    door: String,
    next: String,
    name: String,
    wrong: bool,
    no_owner: bool,
}

/// Where to go on after signing in.
#[derive(Debug, serde::Deserialize)]
pub struct Onward {
    next: Option<String>,
}

/// The sign-in page; who is signed in already goes on.
pub async fn show(
    State(state): State<ServerState>,
    Perhaps(asker): Perhaps,
    Query(onward): Query<Onward>,
) -> Result<Response, Problem> {
    let next = session::safe_next(onward.next.as_deref());
    if asker.is_some() {
        return Ok(Redirect::to(&onto(&state, next)).into_response());
    }
    form(&state, next, "", false).await
}

async fn form(state: &ServerState, next: &str, name: &str, wrong: bool) -> Result<Response, Problem> {
    let door = secret::token()?;
    let model = LoginPage {
        frame: Frame::new(state, None, say!("login-title"), ""),
        door: secret::form_mark(&door),
        next: next.to_owned(),
        name: name.to_owned(),
        wrong,
        no_owner: !state.store.has_owner().await?,
    };
    let status = if wrong { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let mut response = (status, page(&model)?).into_response();
    session::open_door(state, &mut response, &door);
    Ok(response)
}

/// Reads a door's form: its mark must be of the cookie that came with the page.
pub async fn door_form(state: &ServerState, request: Request) -> Result<Values, Problem> {
    fields::refuse_other_sites(request.headers())?;
    let door = session::cookie(request.headers(), session::DOOR_COOKIE).unwrap_or_default();
    let values = fields::read(request, state).await?;
    if door.is_empty() || !secret::same(values.text("csrf"), &secret::form_mark(&door)) {
        return Err(Problem::not_ours());
    }
    Ok(values)
}

/// Signs in.
pub async fn enter(
    State(state): State<ServerState>,
    client: Client,
    request: Request,
) -> Result<Response, Problem> {
    let agent = agent(request.headers());
    let values = door_form(&state, request).await?;
    let (name, password) = (values.text("name"), values.exact("password"));
    let next = session::safe_next(Some(values.text("next")));
    let now = state.clock.now().unix();
    if !state.tries.may(name, client, now) {
        return Err(Problem::too_many_tries());
    }
    let user = state.store.user_by_name(name).await?;
    let hash = user.as_ref().map(|user| user.password_hash.clone());
    let fits = password.chars().count() <= secret::MAX_PASSWORD
        && secret::check_password(password.to_owned(), hash).await?;
    let Some(user) = user.filter(|_| fits) else { return form(&state, next, name, true).await };
    state.tries.forgive(name, client);
    let mut response = Redirect::to(&onto(&state, next)).into_response();
    begin(&state, &mut response, user.id, &agent).await?;
    Ok(response)
}

/// Opens a session and gives its cookie; what has expired is dropped on the way.
pub async fn begin(
    state: &ServerState,
    response: &mut Response,
    user: UserId,
    agent: &str,
) -> Result<(), Problem> {
    let now = state.clock.now().unix();
    let token = secret::token()?;
    let mut tx = state.store.begin().await?;
    tx.drop_expired(now).await?;
    tx.add_session(&secret::token_hash(&token), user, agent, now, now + session::SESSION_SECONDS).await?;
    tx.touch_visit(user, now).await?;
    tx.commit().await?;
    session::begin(state, response, &token);
    Ok(())
}

/// The browser's description of itself, shortened.
pub fn agent(headers: &HeaderMap) -> String {
    let agent = headers.get(header::USER_AGENT).and_then(|agent| agent.to_str().ok()).unwrap_or_default();
    agent.chars().take(MAX_AGENT).collect()
}

/// Signs out: the session is gone, not only its cookie.
pub async fn leave(
    State(state): State<ServerState>,
    headers: HeaderMap,
    _fields: Fields,
) -> Result<Response, Problem> {
    if let Some(token) = session::cookie(&headers, session::COOKIE) {
        let mut tx = state.store.begin().await?;
        tx.end_session(&secret::token_hash(&token)).await?;
        tx.commit().await?;
    }
    let mut response = Redirect::to(&format!("{}/login", state.base())).into_response();
    session::end(&state, &mut response);
    Ok(response)
}

/// Paths inside the mount are told without it; a reader's address has it.
fn onto(state: &ServerState, next: &str) -> String {
    format!("{}{next}", state.base())
}
