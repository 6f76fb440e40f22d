//! The web: pages rendered on the server, forms that post, and nothing that needs a script.
//! It refuses to fetch, to compute what could have been computed when an article arrived, to change state on a GET
//! and to print a byte of outside text unescaped.
//! Start at `routes.rs` (the site's map); each page is one folder under `pages/`; `state.rs` is what the binary hands in.

#[macro_use]
mod words;
mod zone;

mod again;
mod asking;
mod client;
mod compare;
mod dress;
mod fields;
mod frame;
mod hand;
mod numbers;
mod outgoing;
mod packed;
mod pages;
mod picture;
mod problem;
mod publishers;
mod routes;
mod script;
mod secret;
mod session;
mod sites;
mod stamp;
mod starter;
mod state;
mod style;
mod told;
mod tries;
pub mod whys;
mod wire;
mod wording;

pub use asking::{AskActions, Made, Passage, Question, Quotation, Reply, Writer};
pub use client::Network;
pub use compare::{Compared, InCommon, News, Sheet};
pub use hand::HandActions;
pub(crate) use problem::Problem;
pub use publishers::{PublisherActions, PublisherFile, PublishersTold};
pub use routes::{Door, addresses, router};
pub use secret::{token, token_hash};
pub use sites::{OverrideFile, OverrideFolder, Reread, Side, SiteActions, Trial};
pub use starter::{REPORT as STARTER_REPORT, Starter, StarterReport, Starters, lists as starter_lists};
pub use state::{
    Access, Actions, Added, Answer, Found, Imported, Offer, Options, Parts, Refusal, ServerState, Spot,
};
