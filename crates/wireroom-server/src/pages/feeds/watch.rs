//! The feeds' health as an Atom feed: one item for each change of a verdict, under a number that never changes.
//! It is read by its secret address, of which only the hash is stored, or by a signed-in browser. It tells of a private
//! feed to that feed's subscribers alone, and carries no address of any feed: those may be secret.

use super::{Said, list};
use crate::fields::Fields;
use crate::session::Asker;
use crate::state::ServerState;
use crate::{Problem, secret};
use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use wireroom_model::When;
use wireroom_store::Viewer;
use wireroom_store::verdicts::Change;

/// What the secret address is for, as stored.
const PURPOSE: &str = "health";
/// Items of the feed, the latest.
const ITEMS: u32 = 100;

/// Makes the reader a secret address, shown this once.
pub async fn address(State(state): State<ServerState>, fields: Fields) -> Result<Response, Problem> {
    let token = secret::token().map_err(|error| Problem::house(&error))?;
    let mut tx = state.store.begin().await?;
    let now = state.clock.now().unix();
    tx.set_reader_token(fields.asker.id(), PURPOSE, &secret::token_hash(&token), now).await?;
    tx.commit().await?;
    let path = format!("/feeds/health/{token}");
    let home = state.options.base_url.as_ref().map(|url| url.as_str().trim_end_matches('/').to_owned());
    let words = match &home {
        Some(home) => format!("Give this address to your reader now; it is not shown again: {home}{path}"),
        None => format!(
            "Give this path, behind this site’s own address, to your reader now; it is not shown again: {path}"
        ),
    };
    let said = Said { words, more: Vec::new(), failed: false };
    list(&state, &fields.asker, Some(said), String::new(), StatusCode::OK).await
}

/// The feed for a signed-in browser.
pub async fn feed(State(state): State<ServerState>, asker: Asker) -> Result<Response, Problem> {
    answer(&state, asker.viewer()).await
}

/// The feed by its secret address.
pub async fn by_token(
    State(state): State<ServerState>,
    Path(token): Path<String>,
) -> Result<Response, Problem> {
    match state.store.reader_of_token(&secret::token_hash(&token), PURPOSE).await? {
        Some(user) => answer(&state, Viewer::User(user)).await,
        None => Err(Problem::no_page()),
    }
}

async fn answer(state: &ServerState, viewer: Viewer) -> Result<Response, Problem> {
    let changes = state.store.verdict_changes(viewer, ITEMS).await?;
    let house = state.store.setting(HOUSE).await?.unwrap_or_default();
    let home = state.options.base_url.as_ref().map(|url| url.as_str().trim_end_matches('/').to_owned());
    let atom = atom(&changes, &house, home.as_deref(), state.clock.now());
    Ok(([(header::CONTENT_TYPE, "application/atom+xml; charset=utf-8")], atom).into_response())
}

/// Where the house's own lasting name stands (written with the schema): what items are named by, whatever its address.
const HOUSE: &str = "house.name";

fn atom(changes: &[Change], house: &str, home: Option<&str>, now: When) -> String {
    let id = format!("tag:wireroom,2026:{house}/feed-health");
    let at = |unix: i64| When::from_unix(unix).unwrap_or(now).to_string();
    let updated = changes.first().map_or_else(|| at(0), |change| at(change.at));
    let mut xml = format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\">\n\
         <title>Feed health</title>\n<id>{id}</id>\n<updated>{updated}</updated>\n\
         <author><name>Wireroom</name></author>\n"
    );
    if let Some(home) = home {
        xml.push_str(&format!("<link href=\"{}/feeds\"/>\n", escaped(home)));
    }
    for change in changes {
        let word = match change.verdict.as_str() {
            "failing" => "is failing",
            "gone" => "is gone",
            "silent" => "fell silent",
            _ => "is well again",
        };
        let link = home.map_or_else(String::new, |home| {
            format!("<link href=\"{}/feeds#feed-{}\"/>", escaped(home), change.feed)
        });
        xml.push_str(&format!(
            "<entry><title>{} {word}</title><id>{id}/{}</id><updated>{}</updated>{link}\
             <content type=\"text\">{}</content></entry>\n",
            escaped(&change.name),
            change.id,
            at(change.at),
            escaped(&change.told)
        ));
    }
    xml.push_str("</feed>\n");
    xml
}

/// Text for XML: its marks as entities, and no character that XML forbids.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' | '\r' => out.push(' '),
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => {}
            c => out.push(c),
        }
    }
    out
}
