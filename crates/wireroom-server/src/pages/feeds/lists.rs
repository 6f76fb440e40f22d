//! Lists of subscriptions: brought in from a file, a text or an address, and taken along as OPML.

use super::{Said, list, refused};
use crate::Problem;
use crate::fields::Fields;
use crate::session::Asker;
use crate::state::{Refusal, ServerState};
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};

/// Lines of a report that the page lists; the count tells of all.
const MAX_LINES: usize = 20;

/// Brings in a list: uploaded, pasted, or by its address.
pub async fn import(State(state): State<ServerState>, fields: Fields) -> Result<Response, Problem> {
    let user = fields.asker.id();
    let address = fields.text("list").to_owned();
    let opml = fields.bytes("file").or_else(|| fields.bytes("text")).map(<[u8]>::to_vec);
    let brought = match opml {
        Some(opml) => state.actions.import_opml(user, opml).await,
        None if !address.is_empty() => state.actions.import_opml_at(user, address).await,
        None => Err(Refusal(say!("feeds-no-list"))),
    };
    let brought = match brought {
        Ok(brought) => brought,
        Err(refusal) => return refused(&state, &fields.asker, refusal, "").await,
    };
    let mut words =
        say!("feeds-brought", feeds = say!("count-feeds", n = brought.added), known = brought.known);
    let left_out = brought.skipped.len();
    if left_out > 0 {
        words = format!("{words} {}", say!("feeds-left-out", n = left_out));
    }
    let mut more: Vec<String> = brought.skipped.into_iter().take(MAX_LINES).collect();
    if left_out > MAX_LINES {
        more.push(say!("and-more", n = left_out - MAX_LINES));
    }
    more.extend(brought.notes.into_iter().take(MAX_LINES));
    let said = Said { words, more, failed: false };
    list(&state, &fields.asker, Some(said), String::new(), StatusCode::OK).await
}

/// The asker's feeds as an OPML file; no secret is in it.
pub async fn export(State(state): State<ServerState>, asker: Asker) -> Result<Response, Problem> {
    match state.actions.export_opml(asker.id()).await {
        Ok(text) => {
            let kind = (header::CONTENT_TYPE, "text/x-opml; charset=utf-8");
            let name = (header::CONTENT_DISPOSITION, "attachment; filename=\"wireroom.opml\"");
            Ok(([kind, name], text).into_response())
        }
        Err(refusal) => refused(&state, &asker, refusal, "").await,
    }
}
