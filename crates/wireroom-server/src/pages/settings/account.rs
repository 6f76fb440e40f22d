//! The account itself: its password, the browsers that are signed in, and its end.

use super::{back, refused};
use crate::client::Client;
use crate::fields::Fields;
use crate::session::{self, Asker};
use crate::state::{Refusal, ServerState};
use crate::{Problem, secret};
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use wireroom_model::SessionId;
use wireroom_store::users::Role;

/// True where this is the asker's own password. Guessing is counted as at the door: a browser left open must not
/// give the password away.
async fn is_password(
    state: &ServerState,
    asker: &Asker,
    client: Client,
    password: &str,
) -> Result<bool, Problem> {
    if !state.tries.may(&asker.user.name, client, state.clock.now().unix()) {
        return Err(Problem::too_many_tries());
    }
    let hash = Some(asker.user.password_hash.clone());
    let fits = password.chars().count() <= secret::MAX_PASSWORD
        && secret::check_password(password.to_owned(), hash).await?;
    if fits {
        state.tries.forgive(&asker.user.name, client);
    }
    Ok(fits)
}

/// Changes the password, and ends every other session: whoever knew the old one is out.
pub async fn password(
    State(state): State<ServerState>,
    client: Client,
    fields: Fields,
) -> Result<Response, Problem> {
    let asker = &fields.asker;
    let new = fields.exact("password");
    let fault = secret::new_password_fault(new, fields.exact("again"));
    if let Some(fault) = fault {
        return refused(&state, asker, fault).await;
    }
    if !is_password(&state, asker, client, fields.exact("old")).await? {
        return refused(&state, asker, say!("settings-fault-password")).await;
    }
    let hash = secret::hash_password(new.to_owned()).await?;
    let mut tx = state.store.begin().await?;
    tx.set_password(asker.id(), &hash).await?;
    tx.end_sessions_of(asker.id(), asker.session).await?;
    tx.commit().await?;
    Ok(back(&state, "password"))
}

/// Ends one session of one's own.
pub async fn end_session(
    State(state): State<ServerState>,
    Path(number): Path<String>,
    fields: Fields,
) -> Result<Response, Problem> {
    let id: SessionId = number.parse().map_err(|_| Problem::no_page())?;
    let mut tx = state.store.begin().await?;
    if !tx.end_session_of(fields.asker.id(), id).await? {
        return Err(Problem::missing("session", id.get()));
    }
    tx.commit().await?;
    if fields.asker.session == Some(id) {
        return Ok(gone(&state));
    }
    Ok(back(&state, "ended"))
}

/// Signs out everywhere else.
pub async fn end_others(State(state): State<ServerState>, fields: Fields) -> Result<Response, Problem> {
    let mut tx = state.store.begin().await?;
    tx.end_sessions_of(fields.asker.id(), fields.asker.session).await?;
    tx.commit().await?;
    Ok(back(&state, "others"))
}

/// Ends the account, once its password and a tick say that it is meant. The last owner stays.
pub async fn leave(
    State(state): State<ServerState>,
    client: Client,
    fields: Fields,
) -> Result<Response, Problem> {
    let asker = &fields.asker;
    if fields.text("sure") != "yes" {
        return refused(&state, asker, say!("settings-fault-sure")).await;
    }
    let users = state.store.users().await?;
    let others = users.iter().any(|user| user.role == Role::Owner && user.id != asker.id());
    if asker.keeps_feeds() && !others {
        return refused(&state, asker, say!("settings-fault-last-owner")).await;
    }
    if !is_password(&state, asker, client, fields.exact("old")).await? {
        return refused(&state, asker, say!("settings-fault-password")).await;
    }
    state.actions.forget_user(asker.id()).await.map_err(|Refusal(why)| Problem::refused(why))?;
    Ok(gone(&state))
}

/// To the sign-in page, without the cookie of a session that is no more.
fn gone(state: &ServerState) -> Response {
    let mut response = Redirect::to(&format!("{}/login", state.base())).into_response();
    session::end(state, &mut response);
    response
}
