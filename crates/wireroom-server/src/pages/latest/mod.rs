//! Every story by time, a page at a time: what the edition left out, and what came before it.

use crate::frame::Frame;
use crate::outgoing::view::View;
use crate::pages::{Page, front, page};
use crate::session::Asker;
use crate::state::ServerState;
use askama::Template;
use axum::extract::{Query, State};
use front::Card;
use wireroom_store::briefs::Order;

/// Stories on one page.
const STORIES: u32 = 30;
/// The last page that is counted to; search goes further back.
pub const MAX_PAGE: u32 = 1_000;

#[derive(Debug, Template)]
#[template(path = "pages/latest/latest.html")]
struct LatestPage {
    frame: Frame,
    cards: Vec<Card>,
    newer: Option<u32>,
    older: Option<u32>,
}

/// `?page=2` and on.
#[derive(Debug, serde::Deserialize)]
pub struct Asked {
    page: Option<String>,
}

/// The number of a page in an address; what is no number is the first.
pub fn page_number(text: Option<&str>) -> u32 {
    text.and_then(|text| text.parse().ok()).unwrap_or(1).clamp(1, MAX_PAGE)
}

/// Stories by time.
pub async fn show(State(state): State<ServerState>, asker: Asker, Query(asked): Query<Asked>) -> Page {
    let number = page_number(asked.page.as_deref());
    let mut found =
        state.store.front(asker.viewer(), Order::Latest, STORIES + 1, (number - 1) * STORIES).await?;
    let older = (found.len() > STORIES as usize).then_some(number + 1);
    found.truncate(STORIES as usize);
    let cards = front::cards(&state, &asker, found, state.clock.now()).await?;
    let mut frame = Frame::new(&state, Some(&asker), say!("menu-latest"), "/latest");
    frame.out = Some(View::Latest);
    page(&LatestPage { frame, cards, newer: (number > 1).then(|| number - 1), older })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_number_is_always_in_range() {
        assert_eq!(page_number(Some("0")), 1);
        assert_eq!(page_number(Some("-4")), 1);
        assert_eq!(page_number(Some("99999999")), MAX_PAGE);
        assert_eq!(page_number(None), 1);
    }
}
