//! Polling a feed: ask whether it changed, read it, keep its entries, ask for their pages. One transaction a poll.
//! A poll that fails says why on the feed and is tried again later; one bad publisher never slows the others.

use crate::address::canonical;
use crate::lanes::host_of;
use crate::pace::Said;
use crate::page::PageNote;
use crate::progress::count;
use crate::shortfall::{MAX_ENTRIES, newest_only, warning, whole_entries};
use crate::whole::is_whole;
use crate::{Pipeline, Result};
use std::collections::BTreeSet;
use url::Url;
use wireroom_feed::discover::{How, feeds_in};
use wireroom_feed::{FeedError, Hints, SafeEntry, SafeFeed, identity, parse};
use wireroom_fetch::Fetched;
use wireroom_fetch::schedule::Skips;
use wireroom_model::Why;
use wireroom_model::why::{Moved, Trouble};
use wireroom_model::{EntryId, FeedId, Lang};
use wireroom_store::Tx;
use wireroom_store::entries::{Entry, NewEntry, SavedEntry};
use wireroom_store::feeds::{Feed, TextFrom};
use wireroom_store::jobs::{Job, JobKind};
use wireroom_store::polls::FeedFacts;
use wireroom_store::tombstones::Grave;
use wireroom_text::{hash, markup};

/// Feeds asked for at a time by the scheduler.
const DUE: u32 = 200;

/// Polls in a row that must be sent to one new address before it replaces the old: one may be a mistake.
const MOVED_FOR_GOOD: u32 = 3;

/// Seconds before a feed whose answer was cut is asked again at the soonest: reading up to a limit costs a lot.
const AFTER_CUT: u64 = 3_600;

/// Why an answer is no feed, and the feed that it states where it is a page.
type NoFeed = (FeedError, Option<String>);

/// One answer of one feed.
pub(crate) struct Poll<'p> {
    feed: &'p Feed,
    lang: Lang,
    /// What the answer's head reserves.
    reservation: Option<&'p str>,
    now: i64,
}

impl Pipeline {
    /// Asks for a poll of every feed whose turn it is. Returns how many.
    pub(crate) async fn schedule(&self) -> Result<usize> {
        if !self.has_room() {
            return Ok(0);
        }
        let now = self.now();
        // Asking a reader first keeps the one writer free while nothing is due.
        if self.store.feeds_due(now, 1).await?.is_empty() {
            return Ok(0);
        }
        let mut tx = self.store.begin().await?;
        // Read where they are marked: two who look at one time must not both ask for one feed.
        let due = tx.feeds_due(now, DUE).await?;
        for feed in &due {
            // A house that did not run for a while may wake in an hour in which the publisher wants no visit.
            let open = Skips::of(&feed.skip_hours, &feed.skip_days).opens_at(now);
            if open > now {
                tx.poll_feed_at(feed.id, open).await?;
                continue;
            }
            let host = host_of(&feed.address);
            tx.ask_at(JobKind::Poll, &feed.id.to_string(), host.as_deref(), "", now, now).await?;
            // The poll itself sets the true time; this one only keeps the scheduler from asking again.
            tx.poll_feed_at(feed.id, now + crate::pipeline::LEASE_SECONDS).await?;
        }
        tx.commit().await?;
        self.bell.notify_waiters();
        Ok(due.len())
    }

    /// Polls one feed. False where none waits.
    pub(crate) async fn poll_round(&self) -> Result<bool> {
        let Some((job, _lane)) = self.lease_lane(JobKind::Poll).await? else { return Ok(false) };
        let feed = match job.key.parse::<FeedId>() {
            Ok(id) => self.store.feed(id).await?,
            Err(_) => None,
        };
        let Some(feed) = feed else {
            // The feed was removed meanwhile.
            let mut tx = self.store.begin().await?;
            tx.done(&job).await?;
            tx.commit().await?;
            return Ok(true);
        };
        count(&self.counters.polls);
        let request = match self.feed_request(&feed).await? {
            Ok(request) => request,
            Err(reason) => {
                self.poll_failed(&job, &feed, &reason, false, None).await?;
                return Ok(true);
            }
        };
        let span = tracing::info_span!("poll", feed = %feed.id, job = job.id);
        let answer = tracing::Instrument::instrument(self.fetch(&request), span).await;
        match answer {
            Ok(fetched) if fetched.not_modified => self.poll_unchanged(&job, &feed, &fetched).await?,
            Ok(fetched) => self.poll_answered(&job, &feed, fetched).await?,
            Err(error) if error.put_back_for().is_some() => {
                // Nothing was sent: the feed's health stays what it was.
                let seconds = error.put_back_for().unwrap_or_default();
                let mut tx = self.store.begin().await?;
                tx.poll_feed_at(feed.id, self.after(seconds)).await?;
                tx.done(&job).await?;
                tx.commit().await?;
            }
            Err(error) => {
                let (gone, wait) = (error.is_gone(), error.retry_after());
                self.poll_failed(&job, &feed, &error.into(), gone, wait).await?;
            }
        }
        Ok(true)
    }

    async fn poll_unchanged(&self, job: &Job, feed: &Feed, fetched: &Fetched) -> Result<()> {
        let mut tx = self.store.begin().await?;
        let (next, rhythm) = self.next_poll(&mut tx, feed, &Said::before(feed, fetched.fresh_for)).await?;
        tx.feed_unchanged(feed.id, rhythm, next, self.now()).await?;
        self.slow_while_pushed(&mut tx, feed.id, next, false).await?;
        self.follow(&mut tx, feed, fetched.moved.as_ref()).await?;
        tx.done(job).await?;
        Ok(tx.commit().await?)
    }

    async fn poll_failed(
        &self,
        job: &Job,
        feed: &Feed,
        reason: &Why,
        gone: bool,
        retry_after: Option<u64>,
    ) -> Result<()> {
        count(&self.counters.failures);
        let (next, alone) = self.next_try(feed, retry_after);
        let mut tx = self.store.begin().await?;
        tx.feed_failed(feed.id, reason, gone, next, self.now()).await?;
        if let Some(until) = alone {
            tx.leave_feed_alone(feed.id, until).await?;
        }
        tx.done(job).await?;
        Ok(tx.commit().await?)
    }

    async fn poll_answered(&self, job: &Job, feed: &Feed, fetched: Fetched) -> Result<()> {
        let reservation = crate::reserve::of_head(&fetched, None);
        let (body, kind, url) = (fetched.body, fetched.content_type.clone(), fetched.url.clone());
        let answered_from = Some(fetched.url.as_str()).filter(|from| *from != feed.address);
        let cut = fetched.cut_short;
        let is_cut = cut.is_some();
        let read = tokio::task::spawn_blocking(move || -> std::result::Result<SafeFeed, NoFeed> {
            let hints = Hints { content_type: kind.as_deref(), address: Some(&url) };
            let whole = if is_cut { whole_entries(&body) } else { &body };
            match parse(whole, &hints) {
                Ok(feed) => Ok(feed.sanitised(Some(&url))),
                Err(error) => Err((error, stated_feed(&body, kind.as_deref(), &url))),
            }
        });
        let mut safe = match read.await {
            Ok(Ok(safe)) if !(is_cut && safe.entries.is_empty()) => safe,
            Err(error) => {
                let reason = Trouble::Crashed(error.to_string()).into();
                return self.poll_failed(job, feed, &reason, false, None).await;
            }
            // Nothing to keep of an answer that broke off: the break is the reason, not the markup behind it.
            Ok(read) => match (cut, read) {
                (None, Err((error, found))) => return self.poll_no_feed(job, feed, &error, found).await,
                (cut, _) => {
                    let cut = Trouble::CutShort(cut.unwrap_or_default());
                    return self.poll_failed(job, feed, &cut.into(), false, None).await;
                }
            },
        };
        let over = newest_only(&mut safe.entries, MAX_ENTRIES);
        let warning = warning(&safe, over, cut.as_deref());
        let now = self.now();
        let lang = safe.language.as_deref().map_or(Lang::UNKNOWN, Lang::parse);
        let mut tx = self.store.begin().await?;
        let poll = Poll { feed, lang, reservation: reservation.as_deref(), now };
        let brought = self.save_entries(&mut tx, &poll, &safe).await?;
        let said = Said { at_least: is_cut.then_some(AFTER_CUT), ..Said::by(&safe, fetched.fresh_for) };
        let (next, rhythm_seconds) = self.next_poll(&mut tx, feed, &said).await?;
        let (format, title) = (serde_json::to_value(safe.format)?, safe.title_line());
        let facts = FeedFacts {
            title: title.as_deref(),
            description: safe.description.as_deref(),
            link: safe.link.as_deref(),
            lang,
            format: format.as_str(),
            // A half answer is no answer to compare with: the rest is still to come.
            etag: fetched.etag.as_deref().filter(|_| !is_cut),
            last_modified: fetched.last_modified.as_deref().filter(|_| !is_cut),
            validators_from: answered_from,
            icon: safe.icon.as_deref().or(safe.image.as_deref()),
            ttl_seconds: safe.ttl_minutes.map(|minutes| i64::from(minutes) * 60),
            skip_hours: &said.skip_hours,
            skip_days: &said.skip_days,
            rhythm_seconds,
            warning: warning.as_ref(),
        };
        tx.feed_spoke(feed.id, &facts, brought > 0, next, now).await?;
        self.heed_hub(&mut tx, feed, &safe, &fetched.links).await?;
        self.slow_while_pushed(&mut tx, feed.id, next, brought > 0).await?;
        self.follow(&mut tx, feed, fetched.moved.as_ref()).await?;
        tx.done(job).await?;
        tx.commit().await?;
        self.bell.notify_waiters();
        Ok(())
    }

    /// An answer that is no feed: a page that states its feed gives the feed its true address, once.
    async fn poll_no_feed(
        &self,
        job: &Job,
        feed: &Feed,
        error: &FeedError,
        found: Option<String>,
    ) -> Result<()> {
        // Only an address that never was a feed: one that was may show a page in passing.
        let found = found.filter(|found| {
            feed.note.is_none() && feed.health.last_success_at.is_none() && *found != feed.address
        });
        if let Some(found) = found {
            let note = Moved::Found(feed.address.clone()).into();
            let mut tx = self.store.begin().await?;
            if self.readdress(&mut tx, feed, &found, &note).await? {
                tx.done(job).await?;
                tx.commit().await?;
                self.bell.notify_waiters();
                return Ok(());
            }
        }
        self.poll_failed(job, feed, &error.clone().into(), false, None).await
    }

    /// Takes the new address of a feed that said often enough that it moved for good.
    async fn follow(&self, tx: &mut Tx, feed: &Feed, moved: Option<&Url>) -> Result<()> {
        let to = moved.and_then(|url| canonical(url.as_str())).filter(|to| *to != feed.address);
        let seen = tx.feed_moved(feed.id, to.as_deref()).await?;
        if let Some(to) = to.filter(|_| seen >= MOVED_FOR_GOOD) {
            let note = Moved::ForGood(feed.address.clone()).into();
            self.readdress(tx, feed, &to, &note).await?;
        }
        Ok(())
    }

    /// Gives a feed another address; what it was asked with stays behind where the new one is somebody else's.
    async fn readdress(&self, tx: &mut Tx, feed: &Feed, to: &str, note: &Why) -> Result<bool> {
        let origin = |address: &str| Url::parse(address).map(|url| url.origin()).ok();
        let moved = tx.readdress_feed(feed.id, to, note, self.now()).await?;
        if moved.is_some() && origin(to) != origin(&feed.address) {
            tx.set_feed_access(feed.id, &[]).await?;
        }
        Ok(moved.is_some())
    }

    /// Keeps the entries of a push; true where they were any.
    pub(crate) async fn save_pushed(&self, tx: &mut Tx, feed: &Feed, safe: &SafeFeed) -> Result<bool> {
        let lang = safe.language.as_deref().map_or(feed.lang, Lang::parse);
        let poll = Poll { feed, lang, reservation: None, now: self.now() };
        Ok(self.save_entries(tx, &poll, safe).await? > 0)
    }

    /// Keeps what is new or changed; returns how many entries that were.
    async fn save_entries(&self, tx: &mut Tx, poll: &Poll<'_>, safe: &SafeFeed) -> Result<usize> {
        let identities = identity::identities(safe);
        let keys: Vec<String> = identities
            .iter()
            .flat_map(|identity| std::iter::once(&identity.key).chain(&identity.alternates))
            .map(|key| key.0.clone())
            .collect();
        let known = tx.known_keys(poll.feed.id, &keys).await?;
        let recognised = identity::recognise(&identities, |key| known.get(&key.0).copied());
        let (mut seen, mut brought) = (BTreeSet::new(), 0);
        for ((entry, identity), known_as) in safe.entries.iter().zip(&identities).zip(recognised) {
            // The same entry twice in one answer is one entry; one that says nothing is none.
            if entry.says_nothing() || !seen.insert(&identity.key) {
                continue;
            }
            let keys: Vec<String> =
                std::iter::once(&identity.key).chain(&identity.alternates).map(|key| key.0.clone()).collect();
            let entry_is_new = self.save_entry(tx, poll, entry, &keys, known_as).await?;
            brought += usize::from(entry_is_new);
            // A feed that gives its entries new ids: known by the link today, by the id when the title changes.
            if let Some(known_as) = known_as
                && keys.iter().any(|key| !known.contains_key(key))
            {
                tx.keep_keys(known_as, poll.feed.id, &keys).await?;
            }
        }
        Ok(brought)
    }

    async fn save_entry(
        &self,
        tx: &mut Tx,
        poll: &Poll<'_>,
        entry: &SafeEntry,
        keys: &[String],
        known: Option<EntryId>,
    ) -> Result<bool> {
        let (feed, now) = (poll.feed, poll.now);
        let address = entry.link.as_deref().and_then(canonical);
        // An entry without a link stands at an address of the house's own, which may be buried too.
        let stands_at = match (&address, known) {
            (Some(address), _) => Some(address.clone()),
            (None, Some(known)) => tx.entry(known).await?.and_then(|entry| entry.address),
            (None, None) => None,
        };
        if let Some(address) = &stands_at
            && tx.is_buried(Grave::Address(address)).await?
        {
            return Ok(false);
        }
        let content = entry.content.first().map(|content| content.value.as_str());
        let said = serde_json::to_string(&entry.settled())?;
        let rest = serde_json::json!({
            "categories": entry.categories, "enclosures": entry.enclosures, "image": entry.image,
            "comments": entry.comments, "id": entry.id, "source": entry.source, "people": entry.people,
            "terms": entry.terms, "links": entry.links, "location": entry.location, "rights": entry.rights,
            "in_reply_to": entry.in_reply_to, "comment_count": entry.comment_count,
            "duration_seconds": entry.duration_seconds, "season": entry.season, "episode": entry.episode,
        });
        let title = entry.title_line();
        let source = entry.source.as_ref().and_then(|source| source.title.as_deref()).map(markup::line);
        let new = NewEntry {
            keys,
            link: entry.link.as_deref(),
            address: address.as_deref(),
            title: title.as_deref().unwrap_or(""),
            summary: entry.summary.as_deref(),
            content,
            authors: &entry.authors,
            source: source.as_deref(),
            rest: &rest.to_string(),
            published: entry.published,
            updated: entry.updated,
            hash: &hash::text_v1(&said),
        };
        let saved = tx.save_entry(feed.id, known, &new, now).await?;
        let changed = match saved {
            SavedEntry::Same(_) => return Ok(false),
            SavedEntry::Changed(_) => true,
            SavedEntry::Fresh(_) => false,
        };
        let Some(stored) = tx.entry(saved.id()).await? else { return Ok(true) };
        self.ask_text(tx, feed, &stored, changed, Some(poll), now).await?;
        Ok(true)
    }

    /// Asks for an entry's text where its feed's owner wants it from: its page, or what the feed says.
    pub(crate) async fn ask_text(
        &self,
        tx: &mut Tx,
        feed: &Feed,
        entry: &Entry,
        changed: bool,
        poll: Option<&Poll<'_>>,
        now: i64,
    ) -> Result<()> {
        let from_feed = match feed.text_from {
            TextFrom::Feed => true,
            TextFrom::Page => false,
            TextFrom::Auto => {
                is_whole(entry.content.as_deref(), entry.summary.as_deref(), entry.link.as_deref())
            }
        };
        let page = entry.address.as_deref().filter(|address| address.starts_with("http"));
        if let Some(page) = page.filter(|_| !from_feed) {
            let payload = serde_json::to_string(&PageNote { changed })?;
            let host = host_of(page);
            tx.ask_at(JobKind::Page, page, host.as_deref(), &payload, now, now).await?;
            return Ok(());
        }
        // An entry without a link has an address of its own, so that it becomes an article like any other.
        let address = match &entry.address {
            Some(address) => address.clone(),
            None => tx.give_address(entry.id, &format!("entry:{}", entry.id)).await?,
        };
        let lang = poll.map_or(feed.lang, |poll| poll.lang);
        self.keep_entry_text(tx, entry, lang, &address, poll.and_then(|poll| poll.reservation), now).await
    }

    pub(crate) fn after(&self, seconds: u64) -> i64 {
        self.now().saturating_add(i64::try_from(seconds).unwrap_or(i64::MAX))
    }
}

/// The first feed that a web page states for itself.
fn stated_feed(body: &[u8], kind: Option<&str>, url: &Url) -> Option<String> {
    let html = wireroom_extract::decode(body, kind);
    let found = feeds_in(&html, url).into_iter().find(|found| found.how == How::Stated)?;
    canonical(found.address.as_str())
}
