//! How a feed's hub stands, in the reader's words: it names the hub's host alone, for the rest of an address may be
//! secret. What a hub said for itself stays as it said it. Start at [`told`].

use crate::stamp;
use wireroom_model::When;
use wireroom_store::health::sentence;
use wireroom_store::websub::{HubState, Subscription};

const DAY: i64 = 86_400;

/// One sentence, and why where the hub said so.
pub fn told(subscription: &Subscription, now: When) -> String {
    let host = url::Url::parse(&subscription.hub).ok().and_then(|url| url.host_str().map(str::to_owned));
    let hub = host.unwrap_or_else(|| say!("hub-unnamed"));
    let said = match subscription.state {
        HubState::Active => {
            let last = match subscription.last_push_at {
                Some(at) => say!("hub-last", ago = stamp::ago(at, now).words()),
                None => say!("hub-nothing"),
            };
            let left = subscription.lease_until.unwrap_or_else(|| now.unix()) - now.unix();
            let until = match left.max(0) {
                left @ DAY.. => say!("count-days", n = left / DAY),
                left => say!("count-hours", n = left / 3_600),
            };
            say!("hub-active", hub = hub, last = last, until = until)
        }
        HubState::Wanted if subscription.failures > 0 => say!("hub-failed", hub = hub),
        HubState::Wanted => say!("hub-wanted", hub = hub),
        HubState::Asked => say!("hub-asked", hub = hub),
        HubState::Denied => say!("hub-denied", hub = hub),
        HubState::Leaving => say!("hub-leaving", hub = hub),
    };
    match subscription.reason.as_deref() {
        Some(reason)
            if matches!(subscription.state, HubState::Active | HubState::Denied | HubState::Wanted) =>
        {
            format!("{said} {}", sentence(reason))
        }
        _ => said,
    }
}
