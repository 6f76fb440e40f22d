//! What came since a page was opened, for the script that asks once a minute: a number and the line that says it.
//! It changes nothing, keeps no visit alive, and answers "not modified" until there is something else to say.

use super::Either;
use crate::Problem;
use crate::session::Asker;
use crate::state::ServerState;
use crate::words;
use axum::extract::{Query, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::IntoResponse;
use serde::Serialize;
use wireroom_model::StoryId;

/// `?since=1795323600&story=7`.
#[derive(Debug, serde::Deserialize)]
pub struct Asked {
    since: i64,
    story: Option<StoryId>,
}

#[derive(Debug, Serialize)]
struct News {
    new: u64,
    /// Empty where nothing came.
    line: String,
}

/// The number and its line.
pub async fn show(
    State(state): State<ServerState>,
    asker: Asker,
    Query(asked): Query<Asked>,
    headers: HeaderMap,
) -> Either {
    let new = state.store.arrived_since(asker.viewer(), asked.since, asked.story).await?;
    let tag = format!("\"{new}-{}\"", words::tongue().code());
    let kept = [(header::ETAG, tag.clone()), (header::CACHE_CONTROL, "private, no-cache".to_owned())];
    if headers.get(header::IF_NONE_MATCH).is_some_and(|known| known.as_bytes() == tag.as_bytes()) {
        return Ok((StatusCode::NOT_MODIFIED, kept).into_response());
    }
    let line = match (new, asked.story) {
        (0, _) => String::new(),
        (_, Some(_)) => say!("live-story", n = new),
        (_, None) => say!("live-page", n = new),
    };
    let body = serde_json::to_string(&News { new, line }).map_err(|error| Problem::house(&error))?;
    Ok((kept, [(header::CONTENT_TYPE, "application/json")], body).into_response())
}
