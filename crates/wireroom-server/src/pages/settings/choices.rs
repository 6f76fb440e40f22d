//! What a reader chooses for the pages, and an owner for the house.

use super::{back, refused};
use crate::Problem;
use crate::fields::Fields;
use crate::state::ServerState;
use crate::words::Tongue;
use crate::zone;
use axum::extract::State;
use axum::response::Response;
use wireroom_store::users::{Choices, Look, Pictures, TextSize};

/// Reads a form's choices; none where one of them is no choice.
fn read(fields: &Fields) -> Option<Choices> {
    let or_none = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    let language = match or_none(fields.text("language")) {
        Some(code) => Some(Tongue::named(&code)?.code().to_owned()),
        None => None,
    };
    let time_zone = match or_none(fields.text("zone")) {
        Some(name) => Some(zone::named(&name)?.0),
        None => None,
    };
    let (text_size, look) = (TextSize::parse(fields.text("size"))?, Look::parse(fields.text("look"))?);
    let pictures = match fields.text("no-pictures") {
        "yes" => Pictures::Hidden,
        _ => Pictures::Shown,
    };
    Some(Choices { time_zone, language, text_size, look, pictures })
}

/// Keeps how the pages look and speak, and by which clock.
pub async fn keep(State(state): State<ServerState>, fields: Fields) -> Result<Response, Problem> {
    let Some(choices) = read(&fields) else {
        return refused(&state, &fields.asker, say!("settings-fault-choice")).await;
    };
    let mut tx = state.store.begin().await?;
    tx.set_choices(fields.asker.id(), &choices).await?;
    tx.commit().await?;
    Ok(back(&state, "pages"))
}

/// Lets guests look in, or no more.
pub async fn house(State(state): State<ServerState>, fields: Fields) -> Result<Response, Problem> {
    if !fields.asker.keeps_feeds() {
        return Err(Problem::owner_only());
    }
    let on = match fields.text("guests") {
        "on" => true,
        "off" => false,
        _ => return refused(&state, &fields.asker, say!("settings-fault-choice")).await,
    };
    let mut tx = state.store.begin().await?;
    tx.set_guests(on).await?;
    tx.commit().await?;
    Ok(back(&state, if on { "guests-on" } else { "guests-off" }))
}
