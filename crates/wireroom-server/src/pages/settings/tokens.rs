//! Tokens for programs: made and shown once, withdrawn at once.

use super::{Said, answer, back, refused};
use crate::fields::Fields;
use crate::state::ServerState;
use crate::{Problem, secret};
use axum::extract::{Path, State};
use axum::response::Response;
use wireroom_model::TokenId;
use wireroom_store::StoreError;
use wireroom_store::api_tokens::Scope;

/// What every token begins with, so that one that leaks is known for what it is.
const BEGINNING: &str = "wr_";
/// The longest name of a token (characters).
const MAX_NAME: usize = 60;

/// Makes a token; its page is the one place where it is ever shown.
pub async fn make(State(state): State<ServerState>, fields: Fields) -> Result<Response, Problem> {
    let name = fields.text("name");
    let fits = (1..=MAX_NAME).contains(&name.chars().count()) && !name.chars().any(char::is_control);
    let Some(scope) = Scope::parse(fields.text("scope")).filter(|_| fits) else {
        return refused(&state, &fields.asker, say!("settings-fault-token", n = MAX_NAME)).await;
    };
    let token = format!("{BEGINNING}{}", secret::token()?);
    let mut tx = state.store.begin().await?;
    let now = state.clock.now().unix();
    match tx.add_api_token(fields.asker.id(), &secret::token_hash(&token), name, scope, now).await {
        Ok(_) => tx.commit().await?,
        Err(StoreError::Refused(_)) => {
            return refused(&state, &fields.asker, say!("settings-fault-tokens")).await;
        }
        Err(error) => return Err(error.into()),
    }
    let said = Said::done(say!("settings-did-token"));
    answer(&state, &fields.asker, Some(said), Some((name.to_owned(), token))).await
}

/// Withdraws a token of one's own.
pub async fn withdraw(
    State(state): State<ServerState>,
    Path(number): Path<String>,
    fields: Fields,
) -> Result<Response, Problem> {
    let id: TokenId = number.parse().map_err(|_| Problem::no_page())?;
    let mut tx = state.store.begin().await?;
    if !tx.withdraw_api_token(fields.asker.id(), id).await? {
        return Err(Problem::missing("token", id.get()));
    }
    tx.commit().await?;
    Ok(back(&state, "withdrawn"))
}
