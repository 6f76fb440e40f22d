//! Who has an account: for the owner alone. People are invited by links that work once; roles change; accounts end.
//! It refuses whatever would leave the house without an owner. Start at [`show`].

use crate::client::Client;
use crate::fields::Fields;
use crate::frame::Frame;
use crate::pages::invite::{MAX_NAME, name_fault};
use crate::pages::page;
use crate::pages::settings::{Pick, Said};
use crate::session::Asker;
use crate::stamp::{self, Stamp};
use crate::state::{Refusal, ServerState};
use crate::whys;
use crate::{Problem, secret};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;
use wireroom_model::{InvitationId, UserId, When};
use wireroom_store::StoreError;
use wireroom_store::invitations::{Invitation, NewInvitation, Purpose};
use wireroom_store::users::{Role, User};

/// A link is good for this long (seconds).
const LINK_SECONDS: i64 = 7 * 24 * 3600;
/// The roles as a form offers them, the least first.
const ROLES: [Role; 3] = [Role::Reader, Role::Editor, Role::Owner];

#[derive(Debug, Template)]
#[template(path = "pages/users/users.html")]
struct UsersPage {
    frame: Frame,
    said: Option<Said>,
    /// A link that was just made: for whom, and itself.
    made: Option<(String, String)>,
    users: Vec<Row>,
    invitations: Vec<Open>,
    roles: Vec<Pick>,
}

#[derive(Debug)]
struct Row {
    id: u64,
    name: String,
    here: bool,
    roles: Vec<Pick>,
    since: Stamp,
    visit: Option<Stamp>,
}

/// An open link.
#[derive(Debug)]
struct Open {
    id: u64,
    name: String,
    what: String,
    until: Stamp,
}

/// `?did=role` after a form was done.
#[derive(Debug, Deserialize)]
pub struct Did {
    did: Option<String>,
}

fn notice(did: &str) -> Option<String> {
    Some(match did {
        "role" => say!("users-did-role"),
        "removed" => say!("users-did-removed"),
        "withdrawn" => say!("users-did-withdrawn"),
        _ => return None,
    })
}

/// The word for a role.
pub fn role_words(role: Role) -> String {
    match role {
        Role::Reader => say!("role-reader"),
        Role::Editor => say!("role-editor"),
        Role::Owner => say!("role-owner"),
    }
}

fn picks(chosen: Role) -> Vec<Pick> {
    ROLES.map(|role| Pick::new(role.as_str(), role_words(role), role == chosen)).into()
}

impl Row {
    fn new(user: User, asker: UserId, now: When) -> Self {
        Self {
            id: user.id.get(),
            here: user.id == asker,
            roles: picks(user.role),
            since: stamp::moment(user.created_at, now),
            visit: user.last_visit_at.map(|at| stamp::ago(at, now)),
            name: user.name,
        }
    }
}

impl Open {
    fn new(open: Invitation, now: When) -> Self {
        Self {
            id: open.id.get(),
            what: match open.purpose {
                Purpose::Account(role) => role_words(role),
                Purpose::Password(_) => say!("users-for-password"),
            },
            until: stamp::ago(open.expires_at, now),
            name: open.name,
        }
    }
}

fn owner(asker: &Asker) -> Result<(), Problem> {
    if asker.keeps_feeds() { Ok(()) } else { Err(Problem::owner_only()) }
}

/// The page.
pub async fn show(
    State(state): State<ServerState>,
    asker: Asker,
    Query(did): Query<Did>,
) -> Result<Response, Problem> {
    owner(&asker)?;
    let said = did.did.as_deref().and_then(notice).map(Said::done);
    answer(&state, &asker, said, None).await
}

async fn answer(
    state: &ServerState,
    asker: &Asker,
    said: Option<Said>,
    made: Option<(String, String)>,
) -> Result<Response, Problem> {
    let status = Said::status(said.as_ref());
    let now = state.clock.now();
    let (users, open) = (state.store.users().await?, state.store.invitations(now.unix()).await?);
    let html = page(&UsersPage {
        frame: Frame::new(state, Some(asker), say!("users-title"), "/users"),
        said,
        made,
        users: users.into_iter().map(|user| Row::new(user, asker.id(), now)).collect(),
        invitations: open.into_iter().map(|one| Open::new(one, now)).collect(),
        roles: picks(Role::Reader),
    })?;
    Ok((status, html).into_response())
}

async fn refused(state: &ServerState, asker: &Asker, why: String) -> Result<Response, Problem> {
    answer(state, asker, Some(Said::failed(why)), None).await
}

fn back(state: &ServerState, did: &'static str) -> Response {
    Redirect::to(&format!("{}/users?did={did}", state.base())).into_response()
}

/// The address of a link, as this owner reaches the house.
fn link(state: &ServerState, headers: &HeaderMap, client: Client, token: &str) -> String {
    let path = format!("{}/invite/{token}", state.base());
    if let Some(base) = &state.options.base_url {
        return format!("{}{path}", base.origin().ascii_serialization());
    }
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok());
    let scheme = if client.is_https { "https" } else { "http" };
    host.map_or_else(|| path.clone(), |host| format!("{scheme}://{host}{path}"))
}

/// Makes a link for somebody new; its page is the one place where it is ever shown.
pub async fn invite(
    State(state): State<ServerState>,
    client: Client,
    headers: HeaderMap,
    fields: Fields,
) -> Result<Response, Problem> {
    owner(&fields.asker)?;
    let name = fields.text("name");
    let fits = name_fault(name).is_none();
    let Some(role) = Role::parse(fields.text("role")).filter(|_| fits) else {
        return refused(&state, &fields.asker, say!("users-fault-invite", n = MAX_NAME)).await;
    };
    if state.store.user_by_name(name).await?.is_some() {
        return refused(&state, &fields.asker, say!("name-taken", name = name)).await;
    }
    give(&state, &fields.asker, (&headers, client), name, Purpose::Account(role)).await
}

/// Makes a link by which somebody who has an account chooses a new password.
pub async fn new_password(
    State(state): State<ServerState>,
    Path(number): Path<String>,
    client: Client,
    headers: HeaderMap,
    fields: Fields,
) -> Result<Response, Problem> {
    owner(&fields.asker)?;
    let user = named(&state, &number).await?;
    give(&state, &fields.asker, (&headers, client), &user.name, Purpose::Password(user.id)).await
}

async fn give(
    state: &ServerState,
    asker: &Asker,
    (headers, client): (&HeaderMap, Client),
    name: &str,
    purpose: Purpose,
) -> Result<Response, Problem> {
    let token = secret::token()?;
    let now = state.clock.now().unix();
    let mut tx = state.store.begin().await?;
    tx.drop_expired(now).await?;
    let new = NewInvitation {
        token_hash: &secret::token_hash(&token),
        name,
        purpose,
        by: asker.id(),
        expires_at: now + LINK_SECONDS,
    };
    match tx.invite(&new, now).await {
        Ok(_) => tx.commit().await?,
        Err(StoreError::Refused(_)) => return refused(state, asker, say!("users-fault-many")).await,
        Err(error) => return Err(error.into()),
    }
    let made = (name.to_owned(), link(state, headers, client, &token));
    answer(state, asker, Some(Said::done(say!("users-did-invite"))), Some(made)).await
}

/// Withdraws a link.
pub async fn withdraw(
    State(state): State<ServerState>,
    Path(number): Path<String>,
    fields: Fields,
) -> Result<Response, Problem> {
    owner(&fields.asker)?;
    let id: InvitationId = number.parse().map_err(|_| Problem::no_page())?;
    let mut tx = state.store.begin().await?;
    if !tx.withdraw_invitation(id).await? {
        return Err(Problem::missing("invitation", id.get()));
    }
    tx.commit().await?;
    Ok(back(&state, "withdrawn"))
}

async fn named(state: &ServerState, number: &str) -> Result<User, Problem> {
    let id: UserId = number.parse().map_err(|_| Problem::no_page())?;
    state.store.user(id).await?.ok_or_else(|| Problem::missing("user", id.get()))
}

/// True where nobody but this user owns the house.
async fn owns_alone(state: &ServerState, user: &User) -> Result<bool, Problem> {
    let users = state.store.users().await?;
    let others = users.iter().any(|one| one.role == Role::Owner && one.id != user.id);
    Ok(user.role == Role::Owner && !others)
}

/// Gives somebody another role; it holds from their next click.
pub async fn role(
    State(state): State<ServerState>,
    Path(number): Path<String>,
    fields: Fields,
) -> Result<Response, Problem> {
    owner(&fields.asker)?;
    let user = named(&state, &number).await?;
    let Some(role) = Role::parse(fields.text("role")) else {
        return refused(&state, &fields.asker, say!("settings-fault-choice")).await;
    };
    if role != Role::Owner && owns_alone(&state, &user).await? {
        return refused(&state, &fields.asker, say!("users-fault-last", name = user.name.as_str())).await;
    }
    let mut tx = state.store.begin().await?;
    match tx.set_role(user.id, role).await {
        Ok(()) => tx.commit().await?,
        Err(StoreError::Refused(why)) => return Err(Problem::refused(whys::said(&why))),
        Err(error) => return Err(error.into()),
    }
    // Who stopped being an owner has no page of users to go back to.
    if user.id == fields.asker.id() && role != Role::Owner {
        return Ok(Redirect::to(&format!("{}/settings", state.base())).into_response());
    }
    Ok(back(&state, "role"))
}

/// Ends somebody's account, once the owner said that it is meant.
pub async fn remove(
    State(state): State<ServerState>,
    Path(number): Path<String>,
    fields: Fields,
) -> Result<Response, Problem> {
    owner(&fields.asker)?;
    let user = named(&state, &number).await?;
    let fault = if fields.text("sure") != "yes" {
        Some(say!("users-fault-sure"))
    } else if user.id == fields.asker.id() {
        Some(say!("users-fault-self"))
    } else if owns_alone(&state, &user).await? {
        Some(say!("users-fault-last", name = user.name.as_str()))
    } else {
        None
    };
    if let Some(fault) = fault {
        return refused(&state, &fields.asker, fault).await;
    }
    state.actions.forget_user(user.id).await.map_err(|Refusal(why)| Problem::refused(why))?;
    Ok(back(&state, "removed"))
}
