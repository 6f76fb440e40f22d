//! The page behind an owner's link: a new account, or a new password for one that is there. The link is spent only
//! when the form is right, so that a typing error does not spend it; of two who hold it one is too late.

use crate::fields::Values;
use crate::frame::Frame;
use crate::pages::users::role_words;
use crate::pages::{login, page};
use crate::session;
use crate::state::ServerState;
use crate::{Problem, secret};
use askama::Template;
use axum::extract::{Path, Request, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use wireroom_model::UserId;
use wireroom_store::StoreError;
use wireroom_store::invitations::{Invitation, Purpose};
use wireroom_store::users::NewUser;

/// The longest name (characters).
pub const MAX_NAME: usize = 60;

#[derive(Debug, Template)]
#[template(path = "pages/invite/invite.html")]
struct InvitePage {
    frame: Frame,
    door: String,
    token: String,
    /// What the account may do; none where it is there already.
    role: Option<String>,
    name: String,
    name_fault: Option<String>,
    password_fault: Option<String>,
    shortest: usize,
}

/// What is wrong with a form.
#[derive(Debug, Default)]
struct Faults {
    name: Option<String>,
    password: Option<String>,
}

async fn open(state: &ServerState, token: &str) -> Result<Invitation, Problem> {
    let found = state.store.invitation(&secret::token_hash(token), state.clock.now().unix()).await?;
    found.ok_or_else(Problem::spent_invitation)
}

/// The form.
pub async fn show(State(state): State<ServerState>, Path(token): Path<String>) -> Result<Response, Problem> {
    let open = open(&state, &token).await?;
    let name = open.name.clone();
    form(&state, token, &open, &name, Faults::default())
}

fn form(
    state: &ServerState,
    token: String,
    open: &Invitation,
    name: &str,
    faults: Faults,
) -> Result<Response, Problem> {
    let door = secret::token()?;
    let wrong = faults.name.is_some() || faults.password.is_some();
    let model = InvitePage {
        frame: Frame::new(state, None, say!("invite-title"), ""),
        door: secret::form_mark(&door),
        token,
        role: match open.purpose {
            Purpose::Account(role) => Some(role_words(role)),
            Purpose::Password(_) => None,
        },
        name: name.to_owned(),
        name_fault: faults.name,
        password_fault: faults.password,
        shortest: secret::MIN_PASSWORD,
    };
    let status = if wrong { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let mut response = (status, page(&model)?).into_response();
    session::open_door(state, &mut response, &door);
    Ok(response)
}

/// Makes the account or sets the password, spends the link, signs in.
pub async fn accept(
    State(state): State<ServerState>,
    Path(token): Path<String>,
    request: Request,
) -> Result<Response, Problem> {
    let agent = login::agent(request.headers());
    let values = login::door_form(&state, request).await?;
    let open = open(&state, &token).await?;
    let name = match open.purpose {
        Purpose::Account(_) => values.text("name").to_owned(),
        Purpose::Password(_) => open.name.clone(),
    };
    let faults = faults(&state, &values, &open, &name).await?;
    if faults.name.is_some() || faults.password.is_some() {
        return form(&state, token, &open, &name, faults);
    }
    let hash = secret::hash_password(values.exact("password").to_owned()).await?;
    let Some(user) = spend(&state, &token, &name, &hash).await? else {
        let faults = Faults { name: Some(say!("name-taken", name = name.as_str())), password: None };
        return form(&state, token, &open, &name, faults);
    };
    let mut response = Redirect::to(&format!("{}/", state.base())).into_response();
    login::begin(&state, &mut response, user, &agent).await?;
    Ok(response)
}

async fn faults(
    state: &ServerState,
    values: &Values,
    open: &Invitation,
    name: &str,
) -> Result<Faults, Problem> {
    let password = values.exact("password");
    let mut faults =
        Faults { name: None, password: secret::new_password_fault(password, values.exact("again")) };
    if matches!(open.purpose, Purpose::Account(_)) {
        faults.name = name_fault(name);
        if faults.name.is_none() && state.store.user_by_name(name).await?.is_some() {
            faults.name = Some(say!("name-taken", name = name));
        }
    }
    Ok(faults)
}

/// In the one writing transaction: the link is gone and the account there, or neither. None where the name was taken
/// in the meantime.
async fn spend(
    state: &ServerState,
    token: &str,
    name: &str,
    password_hash: &str,
) -> Result<Option<UserId>, Problem> {
    let now = state.clock.now().unix();
    let mut tx = state.store.begin().await?;
    let spent = tx.accept_invitation(&secret::token_hash(token), now).await?;
    let user = match spent.ok_or_else(Problem::spent_invitation)?.purpose {
        Purpose::Account(role) => {
            match tx.add_user(&NewUser { name, password_hash, role, time_zone: None }, now).await {
                Ok(user) => user,
                Err(StoreError::Refused(_)) => return Ok(None),
                Err(error) => return Err(error.into()),
            }
        }
        Purpose::Password(user) => {
            tx.set_password(user, password_hash).await?;
            tx.end_sessions_of(user, None).await?;
            user
        }
    };
    tx.commit().await?;
    Ok(Some(user))
}

/// Why a name will not do.
pub fn name_fault(name: &str) -> Option<String> {
    match name.chars().count() {
        0 => Some(say!("name-empty")),
        length if length > MAX_NAME => Some(say!("name-long", n = MAX_NAME)),
        _ if name.chars().any(char::is_control) => Some(say!("name-line")),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_one_short_line() {
        assert!(name_fault("").is_some());
        assert!(name_fault("Ada\nLovelace").is_some());
        assert!(name_fault(&"a".repeat(61)).is_some());
        assert!(name_fault("Ada Lovelace").is_none());
    }
}
