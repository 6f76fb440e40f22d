//! WebSub subscriptions and the pushes that wait. It decides nothing: when to ask, what to believe and how long a
//! lease is worth belong to the pipeline. Start at [`Subscription`].

use crate::columns::Reader;
use crate::health::{sentence, span};
use crate::{Result, Store, Tx};
use sqlx::sqlite::SqliteRow;
use std::fmt;
use wireroom_model::FeedId;

/// Where a subscription stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HubState {
    /// The hub is to be asked, at once or again.
    Wanted,
    /// The hub took the question and has not verified it.
    Asked,
    /// Verified; pushes are taken until the lease ends.
    Active,
    /// The feed is gone or paused: the hub is to be told, or was told and has not verified it.
    Leaving,
    /// The hub refused; it is asked again after a long while.
    Denied,
}

impl HubState {
    const ALL: [Self; 5] = [Self::Wanted, Self::Asked, Self::Active, Self::Leaving, Self::Denied];

    /// The store's word.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Wanted => "wanted",
            Self::Asked => "asked",
            Self::Active => "active",
            Self::Leaving => "leaving",
            Self::Denied => "denied",
        }
    }

    /// Reads [`HubState::as_str`] back.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.as_str() == word)
    }
}

/// One feed's subscription at its hub. Times are seconds since 1970.
#[derive(Clone, PartialEq, Eq)]
pub struct Subscription {
    pub feed: FeedId,
    pub hub: String,
    pub topic: String,
    /// The last part of the callback's address.
    pub token: String,
    /// Signs pushes; none where the hub may not be told one, and then a push is only a hint.
    pub secret: Option<String>,
    pub state: HubState,
    /// When something is to be done about it next.
    pub next_at: i64,
    /// When the hub last took a question of ours.
    pub asked_at: Option<i64>,
    pub verified_at: Option<i64>,
    pub lease_until: Option<i64>,
    /// When the hub last pushed what was ours to read.
    pub last_push_at: Option<i64>,
    pub failures: u32,
    /// Why the hub refused or could not be asked.
    pub reason: Option<String>,
}

/// Token and secret stay out of every log.
impl fmt::Debug for Subscription {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Subscription")
            .field("feed", &self.feed)
            .field("hub", &self.hub)
            .field("topic", &self.topic)
            .field("state", &self.state)
            .field("next_at", &self.next_at)
            .field("lease_until", &self.lease_until)
            .field("failures", &self.failures)
            .finish_non_exhaustive()
    }
}

impl Subscription {
    /// How it stands, in one sentence that names the hub's host alone.
    pub fn told(&self, now: i64) -> String {
        let hub = self.hub.split("://").nth(1).and_then(|rest| rest.split(['/', '?', '#']).next());
        let hub = hub.and_then(|host| host.rsplit('@').next()).unwrap_or("named by the feed");
        let because = self.reason.as_deref().map(|reason| format!(": {reason}")).unwrap_or_default();
        let told = match self.state {
            HubState::Active => {
                let last = match self.last_push_at {
                    Some(at) => format!("last {} ago", span(now - at)),
                    None => "nothing yet".to_owned(),
                };
                let until = span(self.lease_until.unwrap_or(now) - now);
                format!("The hub {hub} pushes to this house, {last}, for {until} more{because}")
            }
            HubState::Wanted if self.failures > 0 => {
                format!("The hub {hub} could not be asked to push{because}")
            }
            HubState::Wanted => format!("The hub {hub} is to be asked to push"),
            HubState::Asked => format!("The hub {hub} was asked to push and has not answered yet"),
            HubState::Denied => format!("The hub {hub} does not push{because}"),
            HubState::Leaving => format!("The hub {hub} is being left"),
        };
        sentence(&told)
    }
}

/// A push that waits to be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Push {
    pub hash: String,
    pub content_type: Option<String>,
    pub body: Vec<u8>,
}

fn subscription(row: &SqliteRow) -> Result<Subscription> {
    let read = Reader::new(row, "websub", "feed_id")?;
    Ok(Subscription {
        feed: read.id("feed_id")?,
        hub: read.get("hub")?,
        topic: read.get("topic")?,
        token: read.get("token")?,
        secret: read.get("secret")?,
        state: read.word("state", HubState::parse)?,
        next_at: read.get("next_at")?,
        asked_at: read.get("asked_at")?,
        verified_at: read.get("verified_at")?,
        lease_until: read.get("lease_until")?,
        last_push_at: read.get("last_push_at")?,
        failures: u32::try_from(read.count("failures")?).unwrap_or(u32::MAX),
        reason: read.get("reason")?,
    })
}

impl Store {
    /// A feed's subscription.
    pub async fn websub(&self, feed: FeedId) -> Result<Option<Subscription>> {
        let row = sqlx::query("SELECT * FROM websub WHERE feed_id = $1").bind(feed.as_i64());
        row.fetch_optional(&self.read).await?.as_ref().map(subscription).transpose()
    }

    /// The subscription whose callback has this name.
    pub async fn websub_by_token(&self, token: &str) -> Result<Option<Subscription>> {
        let row = sqlx::query("SELECT * FROM websub WHERE token = $1").bind(token);
        row.fetch_optional(&self.read).await?.as_ref().map(subscription).transpose()
    }

    /// Feeds whose subscription something is to be done about, oldest first.
    pub async fn websub_due(&self, now: i64, limit: u32) -> Result<Vec<FeedId>> {
        let ids: Vec<i64> = sqlx::query_scalar(
            "SELECT feed_id FROM websub WHERE next_at <= $1 ORDER BY next_at, feed_id LIMIT $2",
        )
        .bind(now)
        .bind(limit)
        .fetch_all(&self.read)
        .await?;
        Ok(ids.into_iter().filter_map(|id| FeedId::try_from(id).ok()).collect())
    }

    /// Every subscription, by feed.
    pub async fn websubs(&self) -> Result<Vec<Subscription>> {
        let rows = sqlx::query("SELECT * FROM websub ORDER BY feed_id").fetch_all(&self.read).await?;
        rows.iter().map(subscription).collect()
    }

    /// True where a feed that is gone or paused is still subscribed; with `all`, where any feed is.
    pub async fn websub_astray(&self, all: bool) -> Result<bool> {
        let found: Option<i64> = sqlx::query_scalar(
            "SELECT feed_id FROM websub WHERE state <> 'leaving' \
             AND ($1 OR feed_id NOT IN (SELECT id FROM feeds WHERE state = 'active')) LIMIT 1",
        )
        .bind(all)
        .fetch_optional(&self.read)
        .await?;
        Ok(found.is_some())
    }

    /// How many pushes of a feed wait.
    pub async fn pushes_waiting(&self, feed: FeedId) -> Result<u64> {
        let count: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM websub_pushes WHERE feed_id = $1")
            .bind(feed.as_i64())
            .fetch_one(&self.read)
            .await?;
        Ok(count.unsigned_abs())
    }

    /// The oldest push of a feed that waits.
    pub async fn next_push(&self, feed: FeedId) -> Result<Option<Push>> {
        let row: Option<(String, Option<String>, Vec<u8>)> = sqlx::query_as(
            "SELECT body_hash, content_type, body FROM websub_pushes WHERE feed_id = $1 \
             ORDER BY received_at, body_hash LIMIT 1",
        )
        .bind(feed.as_i64())
        .fetch_optional(&self.read)
        .await?;
        Ok(row.map(|(hash, content_type, body)| Push { hash, content_type, body }))
    }
}

impl Tx {
    /// Writes a subscription, whatever was there before.
    pub async fn save_websub(&mut self, it: &Subscription) -> Result<()> {
        sqlx::query(
            "INSERT INTO websub (feed_id, hub, topic, token, secret, state, next_at, asked_at, verified_at, \
             lease_until, last_push_at, failures, reason) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) \
             ON CONFLICT (feed_id) DO UPDATE SET hub = excluded.hub, topic = excluded.topic, token = excluded.token, \
             secret = excluded.secret, state = excluded.state, next_at = excluded.next_at, \
             asked_at = excluded.asked_at, verified_at = excluded.verified_at, lease_until = excluded.lease_until, \
             last_push_at = excluded.last_push_at, failures = excluded.failures, reason = excluded.reason",
        )
        .bind(it.feed.as_i64())
        .bind(&it.hub)
        .bind(&it.topic)
        .bind(&it.token)
        .bind(&it.secret)
        .bind(it.state.as_str())
        .bind(it.next_at)
        .bind(it.asked_at)
        .bind(it.verified_at)
        .bind(it.lease_until)
        .bind(it.last_push_at)
        .bind(i64::from(it.failures))
        .bind(&it.reason)
        .execute(self.conn())
        .await?;
        Ok(())
    }

    /// Keeps the scheduler from asking again before `at`.
    pub async fn websub_next_at(&mut self, feed: FeedId, at: i64) -> Result<()> {
        let put =
            sqlx::query("UPDATE websub SET next_at = $2 WHERE feed_id = $1").bind(feed.as_i64()).bind(at);
        put.execute(self.conn()).await?;
        Ok(())
    }

    /// Notes when the hub last pushed; `None`: what it pushes can no longer be relied on.
    pub async fn websub_pushed(&mut self, feed: FeedId, at: Option<i64>) -> Result<()> {
        let put = sqlx::query("UPDATE websub SET last_push_at = $2 WHERE feed_id = $1")
            .bind(feed.as_i64())
            .bind(at);
        put.execute(self.conn()).await?;
        Ok(())
    }

    /// Subscriptions of feeds that are gone or paused are to be left at `now`; with `all`, those of every feed.
    pub async fn leave_astray(&mut self, all: bool, now: i64) -> Result<()> {
        sqlx::query(
            "UPDATE websub SET state = 'leaving', asked_at = NULL, next_at = $1 WHERE state <> 'leaving' \
             AND ($2 OR feed_id NOT IN (SELECT id FROM feeds WHERE state = 'active'))",
        )
        .bind(now)
        .bind(all)
        .execute(self.conn())
        .await?;
        Ok(())
    }

    /// Forgets a subscription and what it pushed.
    pub async fn drop_websub(&mut self, feed: FeedId) -> Result<()> {
        for delete in
            ["DELETE FROM websub WHERE feed_id = $1", "DELETE FROM websub_pushes WHERE feed_id = $1"]
        {
            sqlx::query(delete).bind(feed.as_i64()).execute(self.conn()).await?;
        }
        Ok(())
    }

    /// Keeps a push until it is read.
    pub async fn keep_push(&mut self, feed: FeedId, push: &Push, now: i64) -> Result<()> {
        sqlx::query(
            "INSERT INTO websub_pushes (feed_id, body_hash, received_at, content_type, body) \
             VALUES ($1, $2, $3, $4, $5) ON CONFLICT (feed_id, body_hash) DO NOTHING",
        )
        .bind(feed.as_i64())
        .bind(&push.hash)
        .bind(now)
        .bind(&push.content_type)
        .bind(&push.body)
        .execute(self.conn())
        .await?;
        Ok(())
    }

    /// A push was read.
    pub async fn push_read(&mut self, feed: FeedId, hash: &str) -> Result<()> {
        let gone = sqlx::query("DELETE FROM websub_pushes WHERE feed_id = $1 AND body_hash = $2");
        gone.bind(feed.as_i64()).bind(hash).execute(self.conn()).await?;
        Ok(())
    }
}
