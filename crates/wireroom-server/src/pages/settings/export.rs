//! What the house keeps of a reader, as one file for that reader. It changes nothing, so a GET asks for it.

use crate::Problem;
use crate::session::Asker;
use crate::state::ServerState;
use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use serde_json::json;

/// The form of the file, so that a later one can be told from it.
const FORM: &str = "wireroom-own-data 1";

/// The file.
pub async fn export(State(state): State<ServerState>, asker: Asker) -> Result<Response, Problem> {
    let told = json!({
        "form": FORM,
        "made": state.clock.now().to_string(),
        "times": "whole seconds since 1970 UTC",
        "data": state.store.own_data(asker.id()).await?,
    });
    let text = serde_json::to_string_pretty(&told).map_err(|error| Problem::house(&error))?;
    let headers = [
        (header::CONTENT_TYPE, "application/json"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"wireroom-own-data.json\""),
    ];
    Ok((headers, text).into_response())
}
