//! Adding feeds by address. A feed the house has is not added twice, and the one who asks is subscribed either way.
//! A name and password in an address are kept as the feed's access, never as part of what is shown.

use crate::access::kept;
use crate::address::canonical;
use crate::choices::Choice;
use crate::lanes::host_of;
use crate::{Pipeline, PipelineError, Result};
use url::Url;
use wireroom_feed::discover;
use wireroom_fetch::{Purpose, Request};
use wireroom_model::why::NoFeed;
use wireroom_model::{FeedId, UserId};
use wireroom_store::Viewer;
use wireroom_store::feeds::{FeedState, NewFeed};
use wireroom_store::jobs::JobKind;

/// Entries of a feed whose texts are read again at a time: more than any feed shows.
const MAX_REREAD: u32 = 500;

/// A feed that was added or was there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Added {
    pub feed: FeedId,
    /// The feed's title, or its address where it has not been read yet.
    pub title: String,
    /// True where the house had it already.
    pub known: bool,
}

impl Pipeline {
    /// Adds a feed of the house, due at once, and subscribes `user` where one is given.
    ///
    /// # Errors
    /// [`PipelineError::Refused`] where the address is none that can be fetched.
    pub async fn add_feed(&self, address: &str, user: Option<UserId>) -> Result<Added> {
        self.add(address, user, false).await
    }

    /// Adds a feed that its subscribers alone see; the user who adds it is the first.
    pub async fn add_private_feed(&self, address: &str, user: UserId) -> Result<Added> {
        self.add(address, Some(user), true).await
    }

    async fn add(&self, address: &str, user: Option<UserId>, is_private: bool) -> Result<Added> {
        let (address, secrets) = feed_address(address)?;
        let now = self.now();
        let owner = user.filter(|_| is_private);
        let mut tx = self.store.begin().await?;
        let new = NewFeed { address: &address, is_private, owner, ..NewFeed::default() };
        let (feed, fresh) = tx.add_feed(&new, now).await?;
        self.may_join(feed, fresh, user).await?;
        if let Some(user) = user {
            tx.subscribe(user, feed, None, None, now).await?;
        }
        tx.commit().await?;
        if fresh && !secrets.is_empty() {
            self.set_feed(feed, None, &secrets).await?;
        }
        self.bell.notify_waiters();
        let title = self.store.feed(feed).await?.and_then(|feed| feed.title).unwrap_or(address);
        Ok(Added { feed, title, known: !fresh })
    }

    /// Another reader's private feed takes nobody in: it is read with that reader's password.
    pub(crate) async fn may_join(&self, feed: FeedId, fresh: bool, user: Option<UserId>) -> Result<()> {
        let Some(user) = user.filter(|_| !fresh) else { return Ok(()) };
        if self.store.may_see_feed(Viewer::User(user), feed).await? {
            return Ok(());
        }
        Err(NoFeed::Private.into())
    }

    /// Polls a feed as soon as a worker is free: a closed hour of its own counts only for the program, not for a
    /// person who asks. One whose publisher asked to be left alone for a time (Retry-After) waits for its end.
    pub async fn poll_now(&self, feed: FeedId) -> Result<()> {
        let Some(stored) = self.store.feed(feed).await? else { return Ok(()) };
        let now = self.now();
        let free = stored.health.not_before.is_none_or(|until| until <= now);
        let mut tx = self.store.begin().await?;
        if free && stored.state == FeedState::Active {
            let host = host_of(&stored.address);
            tx.ask_at(JobKind::Poll, &feed.to_string(), host.as_deref(), "", now, now).await?;
            tx.poll_feed_at(feed, now + crate::pipeline::LEASE_SECONDS).await?;
        } else {
            tx.poll_feed_at(feed, now).await?;
        }
        tx.commit().await?;
        self.bell.notify_waiters();
        Ok(())
    }

    /// Reads the texts of a feed's latest entries again, after its owner chose where they come from. Returns how
    /// many were asked for; what was read before stays as an older version.
    pub async fn reread_feed(&self, feed: FeedId) -> Result<usize> {
        let Some(stored) = self.store.feed(feed).await? else { return Ok(0) };
        let entries = self.store.entries_of(feed, MAX_REREAD).await?;
        let now = self.now();
        let mut tx = self.store.begin().await?;
        for entry in &entries {
            self.ask_text(&mut tx, &stored, entry, true, None, now).await?;
        }
        tx.commit().await?;
        self.bell.notify_waiters();
        Ok(entries.len())
    }
}

/// An address as typed: a person of the fediverse, or a bare host that means the web.
pub(crate) fn typed(address: &str) -> String {
    let address = address.trim();
    match discover::typed(address) {
        Some(person) => person.into(),
        None if address.contains("://") => address.to_owned(),
        None => format!("https://{address}"),
    }
}

/// The canonical address, and a name and password that stood in it.
pub(crate) fn feed_address(address: &str) -> Result<(String, Vec<Choice>)> {
    let no_feed = || {
        // What is no address may still hold a password: all before the @ is left out.
        let shown: String = address.trim().rsplit('@').next().unwrap_or_default().chars().take(200).collect();
        PipelineError::from(NoFeed::Address(shown))
    };
    let full = typed(address);
    let mut url = Url::parse(&canonical(&full).ok_or_else(no_feed)?).map_err(|_| no_feed())?;
    let mut secrets = Vec::new();
    if !url.username().is_empty() || url.password().is_some() {
        let request = Request::new(url.as_str(), Purpose::Feed).map_err(|_| no_feed())?;
        let basic = kept(&request.access).into_iter().next();
        secrets.extend(basic.map(|one| Choice::Basic(Some((one.name, one.value.reveal().to_owned())))));
        url = request.url;
    }
    Ok((url.into(), secrets))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_in_an_address_is_kept_apart_and_never_told() {
        let (address, secrets) = feed_address("https://ada:s3cret@paper.example/feed?utm_source=x").unwrap();
        assert_eq!(address, "https://paper.example/feed");
        assert_eq!(secrets, [Choice::Basic(Some(("ada".to_owned(), "s3cret".to_owned())))]);
        let error = feed_address("ftp://ada:s3cret@paper.example/feed").unwrap_err().to_string();
        assert!(error.contains("paper.example") && !error.contains("s3cret"), "{error}");
    }

    #[test]
    fn what_readers_type_becomes_an_address() {
        let address = |typed: &str| feed_address(typed).unwrap().0;
        assert_eq!(address(" paper.example/feed "), "https://paper.example/feed");
        assert_eq!(address("@ann@social.example"), "https://social.example/@ann");
    }
}
