//! A story's picture, from the house's own store: no browser asks an outlet for one. It is a JPEG that this house wrote
//! itself, sent with a policy of its own in which nothing may run.

use crate::Problem;
use crate::session::Asker;
use crate::state::ServerState;
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use wireroom_model::StoryId;
use wireroom_store::pictures::PictureSize;

/// Nothing in it may run, even where somebody opens it alone.
const POLICY: &str = "default-src 'none'; sandbox";
/// The address names when the picture was made, so that another one has another address.
const A_WEEK: &str = "private, max-age=604800, immutable";

/// One picture.
pub async fn show(
    State(state): State<ServerState>,
    asker: Asker,
    Path((story, size)): Path<(StoryId, String)>,
) -> Result<Response, Problem> {
    let size = match size.as_str() {
        "small" => PictureSize::Small,
        "large" => PictureSize::Large,
        _ => return Err(Problem::no_page()),
    };
    let found = state.store.picture(story, size, asker.viewer()).await?;
    let bytes = found.ok_or_else(Problem::no_page)?;
    let headers = [
        (header::CONTENT_TYPE, "image/jpeg"),
        (header::CACHE_CONTROL, A_WEEK),
        (header::CONTENT_SECURITY_POLICY, POLICY),
    ];
    Ok((headers, bytes).into_response())
}
