//! Views as feeds: behind the login at `/out/story/12.atom` and the like, and at secret addresses that a reader makes, sees
//! once and ends. Who asks by a secret sees what its reader sees, in that reader's language. Start at [`of`] and [`by`].

use crate::fields::Fields;
use crate::frame::Frame;
use crate::outgoing::view::View;
use crate::outgoing::{Asked, Form, views};
use crate::pages::{Done, page};
use crate::session::Asker;
use crate::state::ServerState;
use crate::words::{self, Tongue};
use crate::{Problem, secret};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use wireroom_store::reader_tokens::MAX_TOKENS;

#[derive(Debug, Template)]
#[template(path = "pages/out/given.html")]
struct GivenPage {
    frame: Frame,
    name: String,
    /// In each form.
    addresses: [String; 3],
    key: String,
}

/// A secret address in a reader's list.
#[derive(Debug)]
pub struct Row {
    pub name: String,
    pub key: String,
    pub since: String,
}

/// A view that is one of its kind.
pub async fn one(
    State(state): State<ServerState>,
    asker: Asker,
    Path(last): Path<String>,
    asked: Asked,
) -> Result<Response, Problem> {
    let (kind, form) = Form::of(&last);
    let view = View::parse(kind, None).ok_or_else(Problem::no_page)?;
    views::channel(&state, &asker, &view).await?.answer(&state, &asked, form).await
}

/// A view of something.
pub async fn of(
    State(state): State<ServerState>,
    asker: Asker,
    Path((kind, last)): Path<(String, String)>,
    asked: Asked,
) -> Result<Response, Problem> {
    let (of, form) = Form::of(&last);
    let view = View::parse(&kind, Some(of)).ok_or_else(Problem::no_page)?;
    views::channel(&state, &asker, &view).await?.answer(&state, &asked, form).await
}

/// A view by its secret address.
pub async fn by(
    State(state): State<ServerState>,
    Path(last): Path<String>,
    asked: Asked,
) -> Result<Response, Problem> {
    let (token, form) = Form::of(&last);
    let found = state.store.reader_token(&secret::token_hash(token)).await?;
    let (user, purpose) = found.ok_or_else(Problem::no_page)?;
    let view = View::of_purpose(&purpose).ok_or_else(Problem::no_page)?;
    let user = state.store.user(user).await?.ok_or_else(Problem::no_page)?;
    let tongue = user.choices.language.as_deref().and_then(Tongue::named).unwrap_or_else(words::tongue);
    let asker = Asker { user, mark: String::new(), may_leave: false, session: None, edition: None };
    let told = async { views::channel(&state, &asker, &view).await?.answer(&state, &asked, form).await };
    words::heard(tongue, told).await
}

/// The view that a form names, and what this reader calls it.
async fn named(state: &ServerState, fields: &Fields) -> Result<(View, String), Problem> {
    let view = View::of_purpose(fields.text("view")).ok_or_else(Problem::no_page)?;
    let name = view.name(state, &fields.asker).await?.ok_or_else(Problem::no_page)?;
    Ok((view, name))
}

/// Makes a secret address of a view, shown this once; the one before opens nothing any more.
pub async fn give(State(state): State<ServerState>, fields: Fields) -> Result<Response, Problem> {
    let (view, name) = named(&state, &fields).await?;
    let token = secret::token().map_err(|error| Problem::house(&error))?;
    let (asker, now) = (&fields.asker, state.clock.now().unix());
    let mut tx = state.store.begin().await?;
    tx.set_reader_token(asker.id(), &view.purpose(), &secret::token_hash(&token), now).await?;
    if !tx.keeps_tokens_few(asker.id()).await? {
        return Err(Problem::refused(say!("out-many", n = MAX_TOKENS)));
    }
    tx.commit().await?;
    let home = state.home().unwrap_or_else(|| state.base().to_owned());
    let model = GivenPage {
        frame: Frame::new(&state, Some(asker), name.clone(), ""),
        name,
        addresses: ["atom", "rss", "json"].map(|ending| format!("{home}/out/by/{token}.{ending}")),
        key: view.purpose(),
    };
    Ok(page(&model)?.into_response())
}

/// Ends a secret address.
pub async fn end(State(state): State<ServerState>, fields: Fields) -> Done {
    let mut tx = state.store.begin().await?;
    if !tx.end_reader_token(fields.asker.id(), fields.text("view")).await? {
        return Err(Problem::no_page());
    }
    tx.commit().await?;
    Ok(Redirect::to(&format!("{}/settings?did=address", state.base())))
}

/// A reader's secret addresses. One whose view is gone is still named, by its key, so that it can be ended.
pub async fn rows(state: &ServerState, asker: &Asker) -> Result<Vec<Row>, Problem> {
    let mut rows = Vec::new();
    for (purpose, since) in state.store.reader_tokens_of(asker.id()).await? {
        let name = match View::of_purpose(&purpose) {
            Some(view) => view.name(state, asker).await?,
            None => None,
        };
        let since = wireroom_model::When::from_unix(since).unwrap_or(wireroom_model::When::EPOCH);
        rows.push(Row {
            name: name.unwrap_or_else(|| purpose.clone()),
            key: purpose,
            since: crate::stamp::day(since),
        });
    }
    Ok(rows)
}
