//! `/healthz`: 200 and counts where the database answers, 503 where it does not. Says nothing of what is read here.

use crate::state::ServerState;
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde::Serialize;

/// The answer's shape.
#[derive(Debug, Serialize)]
pub struct Health {
    /// "ok" or "failing".
    status: &'static str,
    database: bool,
    jobs_waiting: Option<u64>,
}

/// Asks the database.
pub async fn show(State(state): State<ServerState>) -> (StatusCode, Json<Health>) {
    match state.store.counts().await {
        Ok(counts) => {
            let jobs_waiting = Some(counts.waiting);
            (StatusCode::OK, Json(Health { status: "ok", database: true, jobs_waiting }))
        }
        Err(error) => {
            tracing::error!(%error, "the health question found the database silent");
            let health = Health { status: "failing", database: false, jobs_waiting: None };
            (StatusCode::SERVICE_UNAVAILABLE, Json(health))
        }
    }
}
