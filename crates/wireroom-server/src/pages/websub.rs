//! The callback of WebSub hubs: `GET` answers what a hub asks, `POST` takes what it pushes. Anybody may knock; only
//! who knows a callback's name is heard, and what is believed of it the pipeline decides.
//! A push is answered at once and read later. Start at [`push`].

use crate::state::ServerState;
use axum::body::Bytes;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use std::collections::BTreeMap;
use tokio::sync::Semaphore;
use wireroom_model::{HubPush, HubQuestion};

/// The largest push, in bytes. Hubs send new entries, not archives.
pub const MAX_PUSH: usize = 4 << 20;
/// The longest name of a callback that is looked for.
const MAX_TOKEN: usize = 128;
/// Pushes taken at a time: a flood of forged ones costs one core for a while and no more.
static TAKING: Semaphore = Semaphore::const_new(4);

/// Answers the hub's question with its own challenge, where it is about something that we asked.
pub async fn verify(
    State(state): State<ServerState>,
    Path(token): Path<String>,
    Query(query): Query<BTreeMap<String, String>>,
) -> Response {
    let value = |name: &str| query.get(name).cloned();
    let (Some(mode), Some(topic)) = (value("hub.mode"), value("hub.topic")) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let question = HubQuestion {
        mode,
        topic,
        challenge: value("hub.challenge"),
        lease_seconds: value("hub.lease_seconds").and_then(|seconds| seconds.trim().parse().ok()),
        reason: value("hub.reason"),
    };
    if token.len() > MAX_TOKEN {
        return StatusCode::NOT_FOUND.into_response();
    }
    match state.actions.hub_asks(token, question).await {
        Ok(Some(challenge)) => {
            let kind = [(header::CONTENT_TYPE, "text/plain; charset=utf-8")];
            (StatusCode::OK, kind, challenge).into_response()
        }
        Ok(None) => StatusCode::NOT_FOUND.into_response(),
        Err(refusal) => unwell(&refusal),
    }
}

/// Takes a push. A hub learns nothing from the answer but whether somebody listens here.
pub async fn push(
    State(state): State<ServerState>,
    Path(token): Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let value = |name: &str| headers.get(name).and_then(|value| value.to_str().ok()).map(str::to_owned);
    let push = HubPush {
        signature: value("x-hub-signature"),
        content_type: value("content-type"),
        body: body.to_vec(),
    };
    if token.len() > MAX_TOKEN {
        return StatusCode::GONE.into_response();
    }
    let Ok(_turn) = TAKING.try_acquire() else { return StatusCode::SERVICE_UNAVAILABLE.into_response() };
    match state.actions.hub_pushes(token, push).await {
        Ok(true) => StatusCode::ACCEPTED.into_response(),
        Ok(false) => StatusCode::GONE.into_response(),
        Err(refusal) => unwell(&refusal),
    }
}

fn unwell(refusal: &crate::Refusal) -> Response {
    tracing::error!(%refusal, "a hub could not be answered");
    StatusCode::SERVICE_UNAVAILABLE.into_response()
}
