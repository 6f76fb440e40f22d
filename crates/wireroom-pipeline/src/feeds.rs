//! Adding feeds, by address or from an OPML list. A site's address finds its feed; a feed the house has is not
//! added twice, and the one who asks is subscribed either way.

use crate::address::canonical;
use crate::{Pipeline, PipelineError, Result};
use wireroom_feed::opml;
use wireroom_model::{FeedId, UserId};
use wireroom_store::feeds::NewFeed;

/// Feeds read of one list.
const MAX_FEEDS: usize = 20_000;

/// A feed that was added or was there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Added {
    pub feed: FeedId,
    /// The feed's title, or its address where it has not been read yet.
    pub title: String,
    /// True where the house had it already.
    pub known: bool,
}

/// What a list of subscriptions brought.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OpmlAdded {
    pub added: Vec<Added>,
    /// Lines that were left out, each with its reason.
    pub skipped: Vec<String>,
}

impl Pipeline {
    /// Adds a feed of the house, due at once, and subscribes `user` where one is given.
    ///
    /// # Errors
    /// [`PipelineError::Refused`] where the address is none that can be fetched.
    pub async fn add_feed(&self, address: &str, user: Option<UserId>) -> Result<Added> {
        let address = feed_address(address)?;
        let now = self.now();
        let mut tx = self.store.begin().await?;
        let (feed, fresh) = tx.add_feed(&NewFeed { address: &address, ..NewFeed::default() }, now).await?;
        if let Some(user) = user {
            tx.subscribe(user, feed, None, None, now).await?;
        }
        tx.commit().await?;
        self.bell.notify_waiters();
        let title = self.store.feed(feed).await?.and_then(|feed| feed.title).unwrap_or(address);
        Ok(Added { feed, title, known: !fresh })
    }

    /// Adds a feed that its subscribers alone see; the user who adds it is the first.
    pub async fn add_private_feed(&self, address: &str, user: UserId) -> Result<Added> {
        let address = feed_address(address)?;
        let now = self.now();
        let mut tx = self.store.begin().await?;
        let new = NewFeed { address: &address, is_private: true, owner: Some(user), ..NewFeed::default() };
        let (feed, fresh) = tx.add_feed(&new, now).await?;
        tx.subscribe(user, feed, None, None, now).await?;
        tx.commit().await?;
        self.bell.notify_waiters();
        Ok(Added { feed, title: address, known: !fresh })
    }

    /// Adds every feed of an OPML list and subscribes `user` to each, in the list's folders and titles.
    ///
    /// # Errors
    /// [`PipelineError::Refused`] where the bytes are no such list; the reason is in words.
    pub async fn import_opml(&self, bytes: &[u8], user: Option<UserId>) -> Result<OpmlAdded> {
        let list = opml::read(bytes).map_err(|error| PipelineError::Refused(error.to_string()))?;
        let now = self.now();
        let mut report = OpmlAdded {
            skipped: list.left_out.into_iter().chain(list.warnings.into_iter().map(|w| w.0)).collect(),
            ..OpmlAdded::default()
        };
        let mut tx = self.store.begin().await?;
        for subscription in list.subscriptions.iter().take(MAX_FEEDS) {
            let address = match feed_address(&subscription.feed) {
                Ok(address) => address,
                Err(error) => {
                    report.skipped.push(error.to_string());
                    continue;
                }
            };
            let title = subscription.title.as_deref();
            let (feed, fresh) =
                tx.add_feed(&NewFeed { address: &address, title, ..NewFeed::default() }, now).await?;
            if let Some(user) = user {
                let folder = opml::folder::texts(&subscription.folders);
                tx.subscribe(user, feed, title, folder.as_deref(), now).await?;
            }
            let title = title.map_or(address, ToOwned::to_owned);
            report.added.push(Added { feed, title, known: !fresh });
        }
        if list.subscriptions.len() > MAX_FEEDS {
            report.skipped.push(format!("only the first {MAX_FEEDS} feeds of the list were read; split it"));
        }
        tx.commit().await?;
        self.bell.notify_waiters();
        Ok(report)
    }

    /// Makes a feed due now.
    pub async fn poll_now(&self, feed: FeedId) -> Result<()> {
        let mut tx = self.store.begin().await?;
        tx.poll_feed_at(feed, self.now()).await?;
        tx.commit().await?;
        self.bell.notify_waiters();
        Ok(())
    }
}

fn feed_address(address: &str) -> Result<String> {
    let address = address.trim();
    // Readers type what they see: a bare host means the web.
    let full = if address.contains("://") { address.to_owned() } else { format!("https://{address}") };
    canonical(&full).ok_or_else(|| {
        PipelineError::Refused(format!(
            "\"{address}\" is no feed's address; it must begin with http:// or https://"
        ))
    })
}
