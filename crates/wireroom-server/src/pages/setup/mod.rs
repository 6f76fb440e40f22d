//! The set-up page behind the one-time link: the first person to open it becomes the owner.
//! The token is used only when the form is right, so that a typing error does not spend it.

use crate::frame::Frame;
use crate::pages::invite::name_fault;
use crate::pages::{login, page};
use crate::session;
use crate::state::ServerState;
use crate::{Problem, secret};
use askama::Template;
use axum::extract::{Path, Request, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use wireroom_store::users::{NewUser, Role};

/// What the token is for, as the store keeps it; the binary makes it under the same word.
pub const PURPOSE: &str = "owner";

#[derive(Debug, Template)]
#[template(path = "pages/setup/setup.html")]
struct SetupPage {
    frame: Frame,
    door: String,
    token: String,
    name: String,
    name_fault: Option<String>,
    password_fault: Option<String>,
    shortest: usize,
}

/// The form. Whether the token is good shows when it is sent; a house with an owner has no set-up page.
pub async fn show(State(state): State<ServerState>, Path(token): Path<String>) -> Result<Response, Problem> {
    if state.store.has_owner().await? {
        return Err(Problem::spent_link());
    }
    form(&state, token, "", None, None)
}

fn form(
    state: &ServerState,
    token: String,
    name: &str,
    name_fault: Option<String>,
    password_fault: Option<String>,
) -> Result<Response, Problem> {
    let door = secret::token()?;
    let wrong = name_fault.is_some() || password_fault.is_some();
    let model = SetupPage {
        frame: Frame::new(state, None, say!("setup-title"), ""),
        door: secret::form_mark(&door),
        token,
        name: name.to_owned(),
        name_fault,
        password_fault,
        shortest: secret::MIN_PASSWORD,
    };
    let status = if wrong { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let mut response = (status, page(&model)?).into_response();
    session::open_door(state, &mut response, &door);
    Ok(response)
}

/// Makes the owner, spends the token, signs in.
pub async fn create(
    State(state): State<ServerState>,
    Path(token): Path<String>,
    request: Request,
) -> Result<Response, Problem> {
    let agent = login::agent(request.headers());
    let values = login::door_form(&state, request).await?;
    let (name, password) = (values.text("name"), values.exact("password"));
    let name_fault = name_fault(name);
    let password_fault = secret::new_password_fault(password, values.exact("again"));
    if name_fault.is_some() || password_fault.is_some() {
        return form(&state, token, name, name_fault, password_fault);
    }
    let password_hash = secret::hash_password(password.to_owned()).await?;
    let now = state.clock.now().unix();
    let mut tx = state.store.begin().await?;
    // Inside the one writing transaction: two people with the same link cannot both become owner.
    if state.store.has_owner().await?
        || !tx.use_setup_token(&secret::token_hash(&token), PURPOSE, now).await?
    {
        return Err(Problem::spent_link());
    }
    let user = NewUser { name, password_hash: &password_hash, role: Role::Owner, time_zone: None };
    let id = tx.add_user(&user, now).await?;
    tx.commit().await?;
    let mut response = Redirect::to(&format!("{}/welcome", state.base())).into_response();
    login::begin(&state, &mut response, id, &agent).await?;
    Ok(response)
}
