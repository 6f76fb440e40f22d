//! Adding a feed: the address is looked at, what is there is shown, and only what somebody then confirms is added.
//! What is offered was read by the pipeline; what comes back confirmed is added like any address.

use super::{Said, back, list_with, refused};
use crate::Problem;
use crate::fields::Fields;
use crate::stamp::{self, Stamp};
use crate::state::{Found, Offer, Refusal, ServerState, Spot};
use crate::wording;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use url::Url;
use wireroom_model::{FeedId, Time, When};
use wireroom_store::Viewer;

/// Feeds that one form may confirm.
const MAX_PICKS: usize = 16;
/// Characters of a headline of a feed that nobody added yet.
const MAX_HEADLINE: usize = 160;

/// What stands above the list while an address waits for a word.
#[derive(Debug)]
pub struct Choosing {
    pub heading: String,
    pub words: String,
    /// What its site said when it was asked, where it could not be read.
    pub because: Option<String>,
    pub address: String,
    pub offers: Vec<Line>,
    /// The words of the button.
    pub confirm: String,
}

/// One offered feed.
#[derive(Debug)]
pub struct Line {
    pub address: String,
    pub title: String,
    pub facts: String,
    /// What it begins with: a headline and its time.
    pub latest: Vec<(String, Stamp)>,
    pub picked: bool,
    /// The feed's number, where the house has it already.
    pub known: Option<FeedId>,
}

impl Line {
    fn new(offer: Offer, picked: bool, known: Option<FeedId>, now: When) -> Self {
        let mut facts = vec![say!("count-entries", n = offer.entries)];
        facts.extend(spot(offer.spot));
        let headline =
            |(title, time): (String, Time)| (wording::cut(&title, MAX_HEADLINE), stamp::short(time, now));
        Self {
            facts: wording::joined(facts),
            latest: offer.latest.into_iter().map(headline).collect(),
            address: offer.address,
            title: offer.title,
            picked,
            known,
        }
    }
}

/// Where it was found, where that says something.
fn spot(spot: Spot) -> Option<String> {
    Some(match spot {
        Spot::Here => return None,
        Spot::Named => say!("feeds-spot-named"),
        Spot::Linked => say!("feeds-spot-linked"),
        Spot::Kind => say!("feeds-spot-kind"),
        Spot::Usual => say!("feeds-spot-usual"),
        Spot::Part => say!("feeds-spot-part"),
        Spot::Comments => say!("feeds-spot-comments"),
    })
}

/// Looks at the address of a feed or of its site and shows what is there; adds what was confirmed.
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
        let refusal = Refusal(say!("feeds-no-address"));
        return refused(&state, &fields.asker, refusal, "").await;
    }
    if !may_be_address(&address) {
        let refusal = Refusal(say!("feeds-bad-address", address = wording::cut(&address, MAX_HEADLINE)));
        return refused(&state, &fields.asker, refusal, &address).await;
    }
    if fields.text("as-is") == "yes" {
        return take(&state, &fields, vec![address.clone()], &address, "waits").await;
    }
    let found = match state.actions.find_feeds(address.clone()).await {
        Ok(found) => found,
        Err(refusal) => return refused(&state, &fields.asker, refusal, &address).await,
    };
    let status = match &found {
        Found::Feed(_) | Found::Page { .. } => StatusCode::OK,
        Found::Nothing { .. } | Found::Silent(_) => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let choosing = question(&state, fields.asker.viewer(), address, found).await?;
    let address = choosing.address.clone();
    list_with(&state, &fields.asker, None::<Said>, address, status, Some(choosing)).await
}

/// Whether a text can be an address at all: one word with a host in it. What is wrong with one that can, the pipeline says.
fn may_be_address(text: &str) -> bool {
    let host = |text: &str| Url::parse(text).ok().is_some_and(|url| url.has_host());
    let named = |text: &str| text.contains('.') && host(&format!("https://{text}"));
    !text.contains(char::is_whitespace) && (host(text) || named(text) || text.contains(':'))
}

/// What is asked before anything is added.
async fn question(
    state: &ServerState,
    viewer: Viewer,
    address: String,
    found: Found,
) -> Result<Choosing, Problem> {
    let as_is = say!("feeds-as-is", address = address.as_str());
    let (offers, best) = match found {
        Found::Feed(offer) => (vec![offer], Some(0)),
        Found::Page { offers, best } => (offers, best),
        Found::Nothing { tried } => {
            return Ok(Choosing {
                heading: say!("feeds-found-none", n = tried),
                words: say!("feeds-found-none-say"),
                because: None,
                offers: Vec::new(),
                confirm: as_is,
                address,
            });
        }
        Found::Silent(why) => {
            return Ok(Choosing {
                heading: say!("feeds-silent", address = address.as_str()),
                words: say!("feeds-silent-say"),
                because: Some(why),
                offers: Vec::new(),
                confirm: as_is,
                address,
            });
        }
    };
    let (now, all) = (state.clock.now(), offers.len());
    let mut lines = Vec::new();
    for (at, offer) in offers.into_iter().enumerate() {
        let known = known(state, viewer, &offer.address).await?;
        lines.push(Line::new(offer, at == best.unwrap_or(0), known, now));
    }
    Ok(Choosing {
        heading: say!("feeds-choose", n = all),
        words: if all == 1 { say!("feeds-choose-one") } else { say!("feeds-choose-say") },
        because: None,
        offers: lines,
        confirm: if all == 1 { say!("feeds-choose-this") } else { say!("feeds-choose-do") },
        address,
    })
}

/// The feed that the house has at an address, where this reader may know of it.
async fn known(state: &ServerState, viewer: Viewer, address: &str) -> Result<Option<FeedId>, Problem> {
    let Some(feed) = state.store.feed_by_address(address).await? else { return Ok(None) };
    Ok(state.store.may_see_feed(viewer, feed.id).await?.then_some(feed.id))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_can_be_no_address_is_told_from_what_can() {
        for good in
            ["example.org", "https://example.org/feed", "http://localhost:80/a", "feed:example.org/rss"]
        {
            assert!(may_be_address(good), "{good}");
        }
        for bad in ["the news", "news", "news/world", ""] {
            assert!(!may_be_address(bad), "{bad}");
        }
    }
}
