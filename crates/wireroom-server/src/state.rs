//! What the binary hands to the web: options, the clock, and the writes that belong to the pipeline.
//! The web refuses to know the pipeline: [`Actions`] is the whole of what it may ask of it.

use crate::again::Again;
use crate::asking::AskActions;
use crate::client::Network;
use crate::compare::{Compared, InCommon, Sheet};
use crate::hand::HandActions;
use crate::pages::front::Shelf;
use crate::publishers::PublisherActions;
use crate::secret;
use crate::sites::SiteActions;
use crate::tries::Tries;
use std::fmt;
use std::pin::Pin;
use std::sync::Arc;
use url::Url;
use wireroom_model::{Clock, FeedId, HubPush, HubQuestion, Time, UserId, Why};
use wireroom_search::Index;
use wireroom_store::Store;

/// Who may read without signing in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Access {
    /// Every page asks for a login (the default).
    #[default]
    Members,
    /// Everyone who reaches the address acts as this user: the demo on loopback, and nothing else.
    Open { user: UserId },
}

/// Settings of the web, all decided at start.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// The address that readers type. Its path is where the site is mounted; `https` makes cookies secure.
    pub base_url: Option<Url>,
    /// Who may read without signing in.
    pub access: Access,
    /// The proxies whose word on a reader's address and on https is believed.
    pub trusted_proxies: Vec<Network>,
}

/// A write's answer, boxed so that the binary may implement [`Actions`] over anything.
pub type Answer<'a, T> = Pin<Box<dyn Future<Output = Result<T, Refusal>> + Send + 'a>>;

/// Why an action was not done: one sentence in the reader's language that names the thing and the way out. Made from
/// a reason's name where the reason is given ([`crate::whys::said`]), within the request of who is answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal(pub String);

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Refusal {}

impl From<&Why> for Refusal {
    fn from(why: &Why) -> Self {
        Self(crate::whys::said(why))
    }
}

/// A feed that was added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Added {
    pub feed: FeedId,
    /// The feed's own title, or its address where it has not been read yet.
    pub title: String,
    /// True where the house had this feed already.
    pub known: bool,
}

/// What an OPML file brought.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Imported {
    pub added: u32,
    /// Feeds of the file that the house had already.
    pub known: u32,
    /// Lines that were left out, each with its reason.
    pub skipped: Vec<String>,
    /// What was repaired, joined or kept as it was.
    pub notes: Vec<String>,
}

/// A feed that was read and may be added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    pub address: String,
    pub title: String,
    pub entries: u64,
    pub spot: Spot,
    /// The headlines it begins with, and when they were published.
    pub latest: Vec<(String, Time)>,
}

/// Where a feed was found, and what of a site it carries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spot {
    /// The address itself is the feed.
    Here,
    Named,
    Linked,
    /// Where sites of this kind keep theirs.
    Kind,
    /// A usual place, which nobody named.
    Usual,
    /// It carries a part of the site.
    Part,
    Comments,
}

/// What stands at an address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// The address itself is a feed.
    Feed(Offer),
    /// A page with feeds, best first; `best` is the place of the one to propose, where one is clear.
    Page { offers: Vec<Offer>, best: Option<usize> },
    /// A page without a feed, and how many addresses were tried.
    Nothing { tried: u64 },
    /// It could not be asked; why.
    Silent(String),
}

/// The writes that the pipeline does for a reader, and what hubs bring.
pub trait Actions:
    PublisherActions + SiteActions + HandActions + AskActions + Send + Sync + fmt::Debug
{
    /// Looks for the feeds at an address, and adds none.
    fn find_feeds(&self, address: String) -> Answer<'_, Found>;

    /// Subscribes `user` to the feed at `address`, as it is.
    fn add_feed(&self, user: UserId, address: String) -> Answer<'_, Added>;

    /// Subscribes `user` to every feed of an OPML text.
    fn import_opml(&self, user: UserId, opml: Vec<u8>) -> Answer<'_, Imported>;

    /// The same for the list at an address.
    fn import_opml_at(&self, user: UserId, address: String) -> Answer<'_, Imported>;

    /// The feeds that `user` may see as OPML, without a secret.
    fn export_opml(&self, user: UserId) -> Answer<'_, String>;

    /// Ends an account, with all that is the reader's own and the private feeds that nobody else reads.
    fn forget_user(&self, _user: UserId) -> Answer<'_, ()> {
        Box::pin(async { Err(Refusal("this house ends no account".to_owned())) })
    }

    /// Makes choices for a feed, by name and value; title and folder are the user's own.
    fn set_feed(&self, user: UserId, feed: FeedId, choices: Vec<(&'static str, String)>) -> Answer<'_, ()>;

    /// Asks the feed now rather than at its next time.
    fn poll_now(&self, user: UserId, feed: FeedId) -> Answer<'_, ()>;

    /// What the second text made of the first. Changes nothing.
    fn compare(&self, _old: Sheet, _new: Sheet) -> Answer<'_, Compared> {
        Box::pin(async { Err(Refusal("this house compares no texts".to_owned())) })
    }

    /// What `new` made of what most of some printings share; none where fewer than two have a word. Changes nothing.
    fn in_common(&self, _printings: Vec<Sheet>, _new: Sheet) -> Answer<'_, Option<InCommon>> {
        Box::pin(async { Err(Refusal("this house compares no texts".to_owned())) })
    }

    /// Answers a hub: the challenge to repeat, or nothing where nothing of the kind was asked.
    fn hub_asks(&self, _token: String, _question: HubQuestion) -> Answer<'_, Option<String>> {
        Box::pin(async { Ok(None) })
    }

    /// Takes what a hub pushes. False where nobody here listens at that callback (any more).
    fn hub_pushes(&self, _token: String, _push: HubPush) -> Answer<'_, bool> {
        Box::pin(async { Ok(false) })
    }
}

/// What the house is made of, as the binary hands it over.
#[derive(Debug, Clone)]
pub struct Parts {
    pub store: Store,
    pub search: Arc<Index>,
    pub clock: Arc<dyn Clock>,
    pub actions: Arc<dyn Actions>,
    pub options: Options,
}

/// All that a request needs. Cheap to clone.
#[derive(Debug, Clone)]
pub struct ServerState {
    pub(crate) store: Store,
    pub(crate) search: Arc<Index>,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) actions: Arc<dyn Actions>,
    pub(crate) options: Arc<Options>,
    pub(crate) tries: Arc<Tries>,
    pub(crate) editions: Arc<Shelf>,
    pub(crate) again: Arc<Again>,
    base: Arc<str>,
    open_mark: Arc<str>,
}

impl ServerState {
    /// Puts the house's parts together. Fails only where the system gives no random bytes.
    pub fn new(parts: Parts) -> Result<Self, Refusal> {
        let mark = secret::token()?;
        let base = parts.options.base_url.as_ref().map_or("", |url| url.path().trim_end_matches('/'));
        Ok(Self {
            base: base.into(),
            open_mark: secret::form_mark(&mark).into(),
            store: parts.store,
            search: parts.search,
            clock: parts.clock,
            actions: parts.actions,
            options: Arc::new(parts.options),
            tries: Arc::default(),
            editions: Arc::default(),
            again: Arc::default(),
        })
    }

    /// The path the site is mounted at, without a closing slash.
    pub(crate) fn base(&self) -> &str {
        &self.base
    }

    /// The whole address of the site without a closing slash, where the settings give one.
    pub(crate) fn home(&self) -> Option<String> {
        self.options.base_url.as_ref().map(|url| url.as_str().trim_end_matches('/').to_owned())
    }

    /// The mark of forms in the open demo, new at each start.
    pub(crate) fn open_mark(&self) -> &str {
        &self.open_mark
    }

    /// True where readers come by https.
    pub(crate) fn is_https(&self) -> bool {
        self.options.base_url.as_ref().is_some_and(|url| url.scheme() == "https")
    }
}
