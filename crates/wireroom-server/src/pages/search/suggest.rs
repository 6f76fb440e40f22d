//! Names that begin as what is typed: people, places and topics of the stories that this reader may see, and outlets.
//! A plain GET that changes nothing (docs/formats/suggest.schema.json); the page works without it.

use crate::pages::{Either, json};
use crate::session::Asker;
use crate::state::ServerState;
use axum::extract::{Query, State};
use serde::Serialize;
use wireroom_text::words::fold;

/// Suggestions in one answer.
const MAX_SUGGESTED: usize = 10;
/// What is typed is cut here (characters): no name is longer.
const MAX_TYPED: usize = 60;

/// What is suggested.
#[derive(Debug, Serialize)]
pub struct Suggestions {
    suggestions: Vec<Suggestion>,
}

#[derive(Debug, Serialize)]
struct Suggestion {
    name: String,
    /// "name" (of people, places, houses), "topic" or "outlet".
    kind: String,
}

/// `?q=zel`.
#[derive(Debug, serde::Deserialize)]
pub struct Typed {
    q: Option<String>,
}

/// The names.
pub async fn suggest(State(state): State<ServerState>, asker: Asker, Query(typed): Query<Typed>) -> Either {
    let typed: String = typed.q.unwrap_or_default().trim().chars().take(MAX_TYPED).collect();
    let (key, folded) = (wireroom_text::spelling::key(&typed), fold(&typed));
    let mut suggestions: Vec<Suggestion> = Vec::new();
    if !key.is_empty() {
        let limit = u32::try_from(MAX_SUGGESTED).unwrap_or(u32::MAX);
        let tags = state.store.tags_beginning(&key, asker.viewer(), limit).await?;
        suggestions.extend(tags.into_iter().map(|(name, kind)| Suggestion { name, kind }));
        let outlets = state.store.outlet_names(asker.viewer()).await?;
        let begins = |name: &str| {
            fold(name).split_whitespace().any(|word| word.starts_with(&folded))
                || fold(name).starts_with(&folded)
        };
        let outlets = outlets.into_iter().filter(|(_, name, _)| begins(name));
        let left = MAX_SUGGESTED.saturating_sub(suggestions.len()).max(3);
        suggestions
            .extend(outlets.take(left).map(|(_, name, _)| Suggestion { name, kind: "outlet".to_owned() }));
    }
    suggestions.truncate(MAX_SUGGESTED + 3);
    json(&Suggestions { suggestions })
}
