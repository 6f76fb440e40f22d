//! Adding a feed: the address is looked at; one clear feed is added, several are offered, none is said.
//! What is offered was read by the pipeline; what comes back ticked is added like any address.

use super::{Said, back, list_with, refused};
use crate::Problem;
use crate::fields::Fields;
use crate::state::{Found, Offer, Refusal, ServerState};
use crate::wording::count;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

/// Feeds that one form may tick.
const MAX_PICKS: usize = 16;

/// The question that stands above the list while an address leaves a choice.
#[derive(Debug)]
pub struct Choosing {
    pub heading: String,
    pub words: &'static str,
    pub address: String,
    pub offers: Vec<Line>,
}

/// One offered feed.
#[derive(Debug)]
pub struct Line {
    pub address: String,
    pub title: String,
    pub facts: String,
    pub picked: bool,
}

impl Line {
    fn new(offer: Offer, picked: bool) -> Self {
        let facts = format!("{}, {}", count(offer.entries, "entry", "entries"), offer.words);
        Self { address: offer.address, title: offer.title, facts, picked }
    }
}

/// Adds a feed by the address of the feed or of its site, or what was ticked of the feeds that a site has.
pub async fn add(State(state): State<ServerState>, fields: Fields) -> Result<Response, Problem> {
    let address = fields.text("address").to_owned();
    let picks: Vec<String> = (0..MAX_PICKS)
        .map(|number| fields.text(&format!("pick{number}")).to_owned())
        .filter(|pick| !pick.is_empty())
        .collect();
    if !picks.is_empty() {
        return take(&state, &fields, picks, &address, "added").await;
    }
    if address.is_empty() {
        let refusal = Refusal("An address is needed, such as https://example.org/feed.".to_owned());
        return refused(&state, &fields.asker, refusal, "").await;
    }
    if fields.text("as-is") == "yes" {
        return take(&state, &fields, vec![address.clone()], &address, "waits").await;
    }
    match state.actions.find_feeds(address.clone()).await {
        Err(refusal) => refused(&state, &fields.asker, refusal, &address).await,
        Ok(Found::Feed) => take(&state, &fields, vec![address.clone()], &address, "added").await,
        Ok(Found::Silent(_)) => take(&state, &fields, vec![address.clone()], &address, "waits").await,
        Ok(Found::Page { offers, best: Some(best) }) => {
            let pick = offers.into_iter().nth(best).map(|offer| offer.address);
            take(&state, &fields, pick.into_iter().collect(), &address, "found").await
        }
        Ok(Found::Page { offers, best: None }) => {
            let heading = format!("This site has {}", count(offers.len() as u64, "feed", "feeds"));
            let offers =
                offers.into_iter().enumerate().map(|(at, offer)| Line::new(offer, at == 0)).collect();
            let words = "Tick those that you want to read.";
            choose(&state, &fields, Choosing { heading, words, address, offers }, StatusCode::OK).await
        }
        Ok(Found::Nothing { tried }) => {
            let heading =
                format!("No feed was found there; {} tried", count(tried, "address was", "addresses were"));
            let words = "Look on the site for a link called RSS or Atom. Or add the address as it is: it is looked at again \
                 with each turn.";
            let choosing = Choosing { heading, words, address, offers: Vec::new() };
            choose(&state, &fields, choosing, StatusCode::UNPROCESSABLE_ENTITY).await
        }
    }
}

async fn choose(
    state: &ServerState,
    fields: &Fields,
    choosing: Choosing,
    status: StatusCode,
) -> Result<Response, Problem> {
    let address = choosing.address.clone();
    list_with(state, &fields.asker, None::<Said>, address, status, Some(choosing)).await
}

async fn take(
    state: &ServerState,
    fields: &Fields,
    addresses: Vec<String>,
    asked: &str,
    did: &str,
) -> Result<Response, Problem> {
    let mut all_known = true;
    for address in addresses {
        match state.actions.add_feed(fields.asker.id(), address).await {
            Ok(added) => all_known &= added.known,
            Err(refusal) => return refused(state, &fields.asker, refusal, asked).await,
        }
    }
    Ok(back(state, if all_known { "known" } else { did }).into_response())
}
