//! When a feed is asked next, as the schedule says it from what is stored, and what a feed is asked with.
//! The rules are [`wireroom_fetch::schedule`]; the secrets go from the store to the way out and nowhere else.

use crate::PipelineError;
use crate::access::access;
use crate::{Pipeline, Result};
use url::Url;
use wireroom_feed::SafeFeed;
use wireroom_fetch::schedule::{LONGEST_RETRY_AFTER, Polled, Skips, next_poll_at, rhythm};
use wireroom_fetch::{Access, Purpose, Request};
use wireroom_model::FeedId;
use wireroom_model::Why;
use wireroom_store::Tx;
use wireroom_store::feeds::Feed;
use wireroom_text::hash;

/// Entries whose times tell a feed's rhythm.
const RHYTHM: u32 = 20;

/// English names of days as feeds state them, Monday first.
const DAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// What an answer says of the time to the next.
#[derive(Debug, Clone, Default)]
pub(crate) struct Said {
    /// Cache-Control and ttl, the longer of them, in seconds.
    pub fresh_for: Option<u64>,
    pub skip_hours: Vec<u8>,
    /// 1 is Monday.
    pub skip_days: Vec<u8>,
    /// Not to be asked sooner than this, in seconds, whatever else is said.
    pub at_least: Option<u64>,
}

impl Said {
    /// Of an answer with a feed in it.
    pub fn by(feed: &SafeFeed, fresh_for: Option<u64>) -> Self {
        let ttl = feed.ttl_minutes.map(|minutes| u64::from(minutes) * 60);
        let day = |name: &String| DAYS.iter().position(|day| day.eq_ignore_ascii_case(name));
        let days = feed.skip_days.iter().filter_map(day).filter_map(|day| u8::try_from(day + 1).ok());
        Self {
            fresh_for: fresh_for.max(ttl),
            skip_hours: feed.skip_hours.clone(),
            skip_days: days.collect(),
            at_least: None,
        }
    }

    /// Of an answer without one: what the feed said before stands.
    pub fn before(feed: &Feed, fresh_for: Option<u64>) -> Self {
        let ttl = feed.ttl_seconds.and_then(|ttl| u64::try_from(ttl).ok());
        Self {
            fresh_for: fresh_for.max(ttl),
            skip_hours: feed.skip_hours.clone(),
            skip_days: feed.skip_days.clone(),
            at_least: None,
        }
    }
}

impl Pipeline {
    /// When a feed that was read is polled next, and its rhythm in seconds.
    pub(crate) async fn next_poll(
        &self,
        tx: &mut Tx,
        feed: &Feed,
        said: &Said,
    ) -> Result<(i64, Option<i64>)> {
        let now = self.now();
        let rhythm = rhythm(&tx.entry_times(feed.id, RHYTHM).await?, now);
        let polled = Polled {
            failures: 0,
            retry_after: said.at_least,
            fresh_for: said.fresh_for,
            rhythm,
            wish: feed.interval_seconds.and_then(|wish| u64::try_from(wish).ok()),
            first: feed.health.last_success_at.is_none(),
        };
        let skips = Skips::of(&said.skip_hours, &said.skip_days);
        let next = next_poll_at(now, polled, skips, self.options.shortest_poll, jitter(feed.id));
        Ok((next, rhythm.and_then(|rhythm| i64::try_from(rhythm).ok())))
    }

    /// When a feed that failed is tried again, and until when its publisher asked to be left alone.
    pub(crate) fn next_try(&self, feed: &Feed, retry_after: Option<u64>) -> (i64, Option<i64>) {
        let now = self.now();
        let failures = u32::try_from(feed.health.failures + 1).unwrap_or(u32::MAX);
        let polled = Polled { failures, retry_after, ..Polled::default() };
        let skips = Skips::of(&feed.skip_hours, &feed.skip_days);
        let next = next_poll_at(now, polled, skips, self.options.shortest_poll, jitter(feed.id));
        let alone = retry_after.and_then(|wait| i64::try_from(wait.min(LONGEST_RETRY_AFTER)).ok());
        (next, alone.map(|wait| now.saturating_add(wait)))
    }

    /// The request for a feed, with its validators and what it is asked with. The inner error is a sentence.
    pub(crate) async fn feed_request(&self, feed: &Feed) -> Result<std::result::Result<Request, Why>> {
        let mut request = match Request::new(&feed.address, Purpose::Feed) {
            Ok(request) => request,
            Err(error) => return Ok(Err(error.into())),
        };
        request.etag.clone_from(&feed.etag);
        request.last_modified.clone_from(&feed.last_modified);
        request.validated = feed.validators_from.as_deref().and_then(|from| Url::parse(from).ok());
        let kept = self.store.feed_access(feed.id).await?;
        if !kept.is_empty() {
            match access(&kept) {
                Ok(access) => request.access = access,
                Err(PipelineError::Refused(why)) => return Ok(Err(why)),
                Err(error) => return Ok(Err(error.to_string().into())),
            }
        }
        Ok(Ok(request))
    }

    /// What the page at an address of entries is asked with: what their feed is asked with, where both stand at one origin.
    /// What a private feed's secret opens is never fetched for an entry that a public feed brought too.
    pub(crate) async fn page_access(&self, address: &str, page: &Url) -> Result<Access> {
        let feeds = self.store.feeds_of_page(address).await?;
        let public = feeds.iter().any(|feed| !feed.is_private);
        for feed in feeds.iter().filter(|feed| !(public && feed.is_private)) {
            if !Url::parse(&feed.address).is_ok_and(|url| url.origin() == page.origin()) {
                continue;
            }
            let kept = self.store.feed_access(feed.id).await?;
            if let Ok(access) = access(&kept)
                && !access.is_empty()
            {
                return Ok(access);
            }
        }
        Ok(Access::default())
    }
}

/// Spreads feeds apart, the same for one feed each time.
fn jitter(feed: FeedId) -> u32 {
    u32::try_from(hash::word_v1(&feed.to_string()) % 100).unwrap_or(0)
}
