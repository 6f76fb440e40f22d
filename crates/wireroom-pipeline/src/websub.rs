//! WebSub: hubs are asked to push, their questions answered, their pushes read; polling goes on beside it, slower.
//! It answers only what it asked, reads a pushed body only with a valid signature, keeps only new entries of one
//! (what changed is asked of the publisher), and no error of a hub ever touches a feed's polls.
//! Start at `heed_hub`; `hub_asks` and `hub_pushes` are what the web hands in.

use crate::address::canonical;
use crate::signed::is_signed;
use crate::{Pipeline, Result};
use std::fmt::Write as _;
use url::Url;
use wireroom_feed::{Hints, SafeFeed, identity, parse};
use wireroom_fetch::{Purpose, Request};
use wireroom_model::{FeedId, HubPush, HubQuestion};
use wireroom_store::Tx;
use wireroom_store::feeds::{Feed, FeedState};
use wireroom_store::jobs::JobKind;
use wireroom_store::websub::{HubState, Push, Subscription};
use wireroom_text::hash;

/// Seconds that a hub is asked to push for.
const LEASE: i64 = 10 * 86_400;
/// A lease is never taken for shorter or longer than this, whatever the hub says.
const SHORTEST_LEASE: i64 = 300;
const LONGEST_LEASE: i64 = 30 * 86_400;
/// Seconds in which a hub may verify what it was asked.
const ANSWER_WINDOW: i64 = 3_600;
/// Seconds before a hub that refused is asked again.
const AFTER_DENIAL: i64 = 7 * 86_400;
/// Failures in a row after which a hub that is to be left is simply forgotten: its lease ends by itself.
const LEAVING_TRIES: u32 = 3;
/// Doublings of the wait after a failure: an hour up to five days.
const MAX_DOUBLINGS: u32 = 7;
/// Subscriptions seen to in one round.
const DUE: u32 = 100;
/// Pushes of one feed that wait; more are only hints to poll.
const PUSHES_WAITING: u64 = 8;
/// A poll may wait so many times longer than its rhythm says while pushes arrive, and never longer than that.
const SLOWER: i64 = 4;
const SLOWEST: i64 = 6 * 3_600;
/// Seconds for which one push shows that pushes arrive.
const PUSHES_ARRIVE: i64 = 86_400;
/// The setting that keeps under which address the house was known to hubs last.
const KNOWN_AS: &str = "websub.known-as";
/// Bytes of a challenge that is repeated.
const CHALLENGE: usize = 1_024;

/// What became of a push.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pushed {
    /// It waits to be read.
    Kept,
    /// Nobody vouches for its bytes, or too many wait: the feed is polled instead.
    Hint,
    /// Its signature is missing or wrong; nothing happens.
    Forged,
    /// No such callback, or its lease is over.
    Unknown,
}

impl Pipeline {
    /// Notes the hub that a feed names: a new one is asked soon, one that is named no more is left.
    pub(crate) async fn heed_hub(
        &self,
        tx: &mut Tx,
        feed: &Feed,
        safe: &SafeFeed,
        links: &[(String, Url)],
    ) -> Result<()> {
        if self.options.callback.is_none() {
            return Ok(());
        }
        let link = |rel: &str| links.iter().find(|(name, _)| name == rel).map(|(_, url)| url.to_string());
        let hub = link("hub").or_else(|| safe.hubs.first().cloned()).and_then(|hub| canonical(&hub));
        let topic = link("self").or_else(|| safe.own_address.clone()).unwrap_or_else(|| feed.address.clone());
        let known = self.store.websub(feed.id).await?;
        let now = self.now();
        match (hub, known) {
            (None, None) => {}
            (None, Some(old)) if old.state == HubState::Leaving => {}
            (None, Some(old)) => {
                let leaving = Subscription { state: HubState::Leaving, asked_at: None, next_at: now, ..old };
                tx.save_websub(&leaving).await?;
            }
            (Some(hub), Some(old))
                if old.hub == hub && old.topic == topic && old.state != HubState::Leaving => {}
            (Some(hub), _) => {
                let Some((token, secret)) = random().zip(random()) else {
                    tracing::error!("the system gives no random bytes; no hub is asked to push");
                    return Ok(());
                };
                // A secret sent in the clear is worth as much as a feed that comes in the clear, and no more.
                let open = |address: &str| address.starts_with("http:");
                let secret = (!open(&hub) || open(&feed.address)).then_some(secret);
                tx.save_websub(&Subscription {
                    feed: feed.id,
                    hub,
                    topic,
                    token,
                    secret,
                    state: HubState::Wanted,
                    next_at: now,
                    asked_at: None,
                    verified_at: None,
                    lease_until: None,
                    last_push_at: None,
                    failures: 0,
                    reason: None,
                })
                .await?;
            }
        }
        Ok(())
    }

    /// While pushes arrive a poll only looks after them; one that brings what was not pushed ends that.
    pub(crate) async fn slow_while_pushed(
        &self,
        tx: &mut Tx,
        feed: FeedId,
        next: i64,
        brought: bool,
    ) -> Result<()> {
        if self.options.callback.is_none() {
            return Ok(());
        }
        let now = self.now();
        let Some(it) = self.store.websub(feed).await? else { return Ok(()) };
        let lasts = it.state == HubState::Active && it.lease_until.is_some_and(|until| until > now);
        if !lasts || it.last_push_at.is_none_or(|at| at + PUSHES_ARRIVE <= now) {
            return Ok(());
        }
        if brought {
            tx.websub_pushed(feed, None).await?;
        } else {
            let wait = (next - now).saturating_mul(SLOWER).min(SLOWEST);
            tx.poll_feed_at(feed, next.max(now + wait)).await?;
        }
        Ok(())
    }

    /// Asks for the questions that hubs are to be asked now. Returns how many.
    pub(crate) async fn schedule_hubs(&self) -> Result<usize> {
        let now = self.now();
        // A house that hubs may no longer push to leaves them all.
        let all = self.options.callback.is_none();
        if self.store.websub_astray(all).await? {
            let mut tx = self.store.begin().await?;
            tx.leave_astray(all, now).await?;
            tx.commit().await?;
        }
        let due = self.store.websub_due(now, DUE).await?;
        if due.is_empty() {
            return Ok(0);
        }
        let mut tx = self.store.begin().await?;
        for feed in &due {
            tx.ask(JobKind::Hub, &feed.to_string(), "", now, now).await?;
            tx.websub_next_at(*feed, now + crate::pipeline::LEASE_SECONDS).await?;
        }
        tx.commit().await?;
        self.bell.notify_waiters();
        Ok(due.len())
    }

    /// Asks one hub what it is to be asked. False where none waits.
    pub(crate) async fn hub_round(&self) -> Result<bool> {
        let Some(job) = self.lease(JobKind::Hub, 1, 0).await?.pop() else { return Ok(false) };
        let known = match job.key.parse::<FeedId>() {
            Ok(feed) => self.store.websub(feed).await?,
            Err(_) => None,
        };
        let after = match known {
            Some(it) => {
                self.ask_hub(&it).await.map_or(After::Forget(it.feed), |it| After::Keep(Box::new(it)))
            }
            None => After::Nothing,
        };
        let known_as = self.known_as().await?;
        let mut tx = self.store.begin().await?;
        if let Some(here) =
            self.options.callback.as_ref().map(Url::as_str).filter(|here| known_as.as_deref() != Some(here))
        {
            tx.set_setting(KNOWN_AS, here).await?;
        }
        match after {
            After::Keep(it) => tx.save_websub(&it).await?,
            After::Forget(feed) => tx.drop_websub(feed).await?,
            After::Nothing => {}
        }
        tx.done(&job).await?;
        tx.commit().await?;
        Ok(true)
    }

    /// Sends the question; what is left of the subscription, `None` where it is over.
    async fn ask_hub(&self, it: &Subscription) -> Option<Subscription> {
        let now = self.now();
        let leaving = it.state == HubState::Leaving;
        if leaving && it.verified_at.is_none() {
            // It never pushed, and is not asked to any more.
            return None;
        }
        // A question that nobody verified in time counts as a failure.
        let unanswered = it.asked_at.is_some() && (leaving || it.state == HubState::Asked);
        if leaving && (unanswered || it.failures >= LEAVING_TRIES) {
            return None;
        }
        let failures = it.failures + u32::from(unanswered);
        let over = it.lease_until.is_none_or(|until| until <= now);
        let state = if it.state == HubState::Active && over { HubState::Wanted } else { it.state };
        match self.send_question(it, leaving).await {
            Ok(()) => Some(Subscription {
                state: if matches!(state, HubState::Active | HubState::Leaving) {
                    state
                } else {
                    HubState::Asked
                },
                asked_at: Some(now),
                next_at: now + ANSWER_WINDOW.max(if unanswered { wait(failures) } else { 0 }),
                failures,
                ..it.clone()
            }),
            Err(reason) => {
                tracing::info!(feed = %it.feed, hub = %it.hub, reason, "a hub could not be asked; polling goes on");
                let failures = failures + 1;
                let next_at = now + wait(failures);
                let reason = Some(reason);
                Some(Subscription { state, next_at, failures, reason, asked_at: None, ..it.clone() })
            }
        }
    }

    /// The address under which hubs were asked last: a hub lets go only of the callback that it was given.
    async fn known_as(&self) -> Result<Option<String>> {
        Ok(self.store.setting(KNOWN_AS).await?)
    }

    async fn send_question(&self, it: &Subscription, leaving: bool) -> std::result::Result<(), String> {
        let callback = match &self.options.callback {
            Some(callback) => callback.to_string(),
            None => self.known_as().await.ok().flatten().ok_or("no address is set that a hub could reach")?,
        };
        let callback = format!("{}/websub/{}", callback.trim_end_matches('/'), it.token);
        let lease = LEASE.to_string();
        let mut form = vec![
            ("hub.callback", callback.as_str()),
            ("hub.mode", if leaving { "unsubscribe" } else { "subscribe" }),
            ("hub.topic", it.topic.as_str()),
        ];
        if !leaving {
            form.push(("hub.lease_seconds", lease.as_str()));
            form.extend(it.secret.as_deref().map(|secret| ("hub.secret", secret)));
        }
        let request = Request::new(&it.hub, Purpose::Hub).map_err(|e| e.to_string())?;
        self.post_form(&request, &form).await.map(|_| ()).map_err(|e| e.to_string())
    }

    /// Answers a hub's question: the challenge to repeat, or `None` where nothing of the kind was asked.
    pub async fn hub_asks(&self, token: &str, question: &HubQuestion) -> Result<Option<String>> {
        let Some(it) = self.store.websub_by_token(token).await? else { return Ok(None) };
        if it.topic != question.topic {
            return Ok(None);
        }
        let now = self.now();
        let in_time = it.asked_at.is_some_and(|at| now - at <= ANSWER_WINDOW);
        let leaving = it.state == HubState::Leaving;
        let challenge = question.challenge.clone().filter(|c| !c.is_empty() && c.len() <= CHALLENGE);
        let mut tx = self.store.begin().await?;
        let answer = match (question.mode.as_str(), challenge) {
            ("subscribe", Some(challenge)) if in_time && !leaving => {
                let lease = question.lease_seconds.unwrap_or(LEASE).clamp(SHORTEST_LEASE, LONGEST_LEASE);
                tx.save_websub(&Subscription {
                    state: HubState::Active,
                    asked_at: None,
                    verified_at: Some(now),
                    lease_until: Some(now + lease),
                    // Renewed while a fifth of the lease is left.
                    next_at: now + lease - lease / 5,
                    failures: 0,
                    reason: None,
                    ..it
                })
                .await?;
                Some(challenge)
            }
            ("unsubscribe", Some(challenge)) if in_time && leaving => {
                tx.drop_websub(it.feed).await?;
                Some(challenge)
            }
            ("denied", _) if !leaving => {
                let reason = question.reason.as_deref().unwrap_or("no reason given");
                tx.save_websub(&Subscription {
                    state: HubState::Denied,
                    asked_at: None,
                    lease_until: None,
                    next_at: now + AFTER_DENIAL,
                    reason: Some(format!(
                        "the hub refused: {}",
                        reason.chars().take(200).collect::<String>()
                    )),
                    ..it
                })
                .await?;
                Some(String::new())
            }
            _ => None,
        };
        tx.commit().await?;
        Ok(answer)
    }

    /// Takes a push: one that is signed is kept to be read, one that cannot be is a hint to poll.
    pub async fn hub_pushes(&self, token: &str, push: HubPush) -> Result<Pushed> {
        let now = self.now();
        let Some(it) = self.store.websub_by_token(token).await? else { return Ok(Pushed::Unknown) };
        let pushing = it.state == HubState::Active && it.lease_until.is_some_and(|until| until > now);
        if !pushing {
            return Ok(Pushed::Unknown);
        }
        let Some(secret) = &it.secret else {
            self.poll_on_hint(it.feed).await?;
            return Ok(Pushed::Hint);
        };
        if !push.signature.as_deref().is_some_and(|signature| is_signed(secret, signature, &push.body)) {
            tracing::warn!(feed = %it.feed, hub = %it.hub, "a push without a valid signature was passed over");
            return Ok(Pushed::Forged);
        }
        let room = self.store.pushes_waiting(it.feed).await? < PUSHES_WAITING && self.has_room();
        let mut tx = self.store.begin().await?;
        tx.websub_pushed(it.feed, Some(now)).await?;
        if room {
            let hash = hash::text_v1(&String::from_utf8_lossy(&push.body));
            let kept = Push { hash, content_type: push.content_type, body: push.body };
            tx.keep_push(it.feed, &kept, now).await?;
            tx.ask(JobKind::Push, &it.feed.to_string(), "", now, now).await?;
        }
        tx.commit().await?;
        self.bell.notify_waiters();
        if room {
            return Ok(Pushed::Kept);
        }
        self.poll_on_hint(it.feed).await?;
        Ok(Pushed::Hint)
    }

    /// Reads one push. False where none waits.
    pub(crate) async fn push_round(&self) -> Result<bool> {
        let Some(job) = self.lease(JobKind::Push, 1, 0).await?.pop() else { return Ok(false) };
        let feed = match job.key.parse::<FeedId>() {
            Ok(id) => self.store.feed(id).await?.filter(|feed| feed.state == FeedState::Active),
            Err(_) => None,
        };
        let push = match &feed {
            Some(feed) => self.store.next_push(feed.id).await?,
            None => None,
        };
        let mut tx = self.store.begin().await?;
        let mut fresh = true;
        if let (Some(feed), Some(push)) = (&feed, push) {
            let (hash, now) = (push.hash.clone(), self.now());
            fresh = match read_push(push, &feed.address).await {
                Some(safe) => self.keep_new(&mut tx, feed, safe).await?,
                None => false,
            };
            tx.push_read(feed.id, &hash).await?;
            // The next one that waits, if any.
            tx.ask(JobKind::Push, &feed.id.to_string(), "", now, now).await?;
        }
        tx.done(&job).await?;
        tx.commit().await?;
        if let (Some(feed), false) = (&feed, fresh) {
            self.poll_on_hint(feed.id).await?;
        }
        self.bell.notify_waiters();
        Ok(true)
    }

    /// Keeps the entries of a push that the house does not know. False where there was none: what was pushed is a
    /// change, and changes are asked of the publisher, so that an old push sent again turns nothing back.
    async fn keep_new(&self, tx: &mut Tx, feed: &Feed, mut safe: SafeFeed) -> Result<bool> {
        let identities = identity::identities(&safe);
        let keys: Vec<String> = identities.iter().flat_map(|i| i.keys()).map(|key| key.0.clone()).collect();
        let known = tx.known_keys(feed.id, &keys).await?;
        let mut known = identity::recognise(&identities, |key| known.get(&key.0).copied()).into_iter();
        safe.entries.retain(|_| known.next().flatten().is_none());
        self.save_pushed(tx, feed, &safe).await
    }

    /// Brings a feed's poll forward, never closer to the last one than any two polls may stand.
    async fn poll_on_hint(&self, feed: FeedId) -> Result<()> {
        let Some(feed) = self.store.feed(feed).await? else { return Ok(()) };
        let last = feed.health.last_poll_at.unwrap_or(0);
        let spacing = i64::try_from(self.options.shortest_poll).unwrap_or(i64::MAX);
        let at = self.now().max(last.saturating_add(spacing));
        if at < feed.health.next_poll_at {
            let mut tx = self.store.begin().await?;
            tx.poll_feed_at(feed.id, at).await?;
            tx.commit().await?;
        }
        Ok(())
    }
}

/// What is left after a hub was asked.
enum After {
    Keep(Box<Subscription>),
    Forget(FeedId),
    Nothing,
}

async fn read_push(push: Push, address: &str) -> Option<SafeFeed> {
    let url = Url::parse(address).ok()?;
    let read = tokio::task::spawn_blocking(move || {
        let hints = Hints { content_type: push.content_type.as_deref(), address: Some(&url) };
        parse(&push.body, &hints).ok().map(|feed| feed.sanitised(Some(&url)))
    });
    read.await.ok().flatten()
}

/// Seconds before a hub is asked again after so many failures.
fn wait(failures: u32) -> i64 {
    ANSWER_WINDOW << failures.saturating_sub(1).min(MAX_DOUBLINGS)
}

/// 32 random bytes as hexadecimal digits.
fn random() -> Option<String> {
    let mut bytes = [0_u8; 32];
    getrandom::fill(&mut bytes).ok()?;
    Some(bytes.iter().fold(String::new(), |mut out, byte| {
        let _ = write!(out, "{byte:02x}");
        out
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_grow_and_stop_growing() {
        assert_eq!(wait(1), 3_600);
        assert!(wait(3) > wait(2) && wait(40) == wait(30) && wait(40) < LONGEST_LEASE);
    }
}
