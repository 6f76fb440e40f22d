//! One family of copies: who printed the text, whose printing each one took and why that is thought, how much each
//! kept; a way from every copy to what it changed. `/family/ID.json` is the same as a public shape.

use crate::Problem;
use crate::frame::Frame;
use crate::pages::after::After;
use crate::pages::hand::Hand;
use crate::pages::{Either, form_of, json, page};
use crate::session::Asker;
use crate::state::ServerState;
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::IntoResponse;
use wireroom_model::FamilyId;

mod doubts;
mod lineage;
mod shape;
mod spread;
mod tree;
mod view;

use lineage::Lineage;
use shape::FamilyShape;
pub(super) use tree::first;
use view::Family;

#[derive(Debug, Template)]
#[template(path = "pages/family/family.html")]
struct FamilyPage {
    frame: Frame,
    family: Family,
    /// How it spread, where times tell.
    lineage: Option<Lineage>,
    notice: Option<String>,
}

/// One family.
pub async fn show(
    State(state): State<ServerState>,
    asker: Asker,
    Path(last): Path<String>,
    Query(after): Query<After>,
) -> Either {
    let (number, as_json) = form_of(&last);
    let id: FamilyId = number.parse().map_err(|_| Problem::no_page())?;
    let members = state.store.articles_of_family(id, asker.viewer()).await?;
    if members.is_empty() {
        return Err(Problem::missing("family", id.get()));
    }
    let clues = state.store.clues_of(id).await?;
    if as_json {
        return json(&FamilyShape::of(id, &members, &clues));
    }
    let mut family = Family::new(id, &members, &clues, state.clock.now());
    let mut hands = Hand::of_family(&state, &asker, id, &members).await?;
    for row in &mut family.rows {
        row.hand = hands.remove(&row.id);
        if let Some(hand) = &row.hand {
            family.scope.clone_from(&hand.scope);
        }
    }
    let versions = match tree::first(&members).filter(|first| first.versions > 1) {
        Some(first) => state.store.version_lines(first.id).await?,
        None => Vec::new(),
    };
    let zone = tree::first(&members).and_then(|first| first.published.known());
    let zone = zone.unwrap_or_else(|| state.clock.now()).offset();
    let (rows, left_out) = spread::spread(&members, &versions, &clues);
    let lineage = Lineage::new(&rows, left_out, |id| family.compare(id), zone);
    let frame = Frame::new(&state, Some(&asker), family.heading.clone(), "");
    let model = FamilyPage { frame, family, lineage, notice: after.notice() };
    Ok(page(&model)?.into_response())
}
