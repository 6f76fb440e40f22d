//! The page of an entry: fetched once for all entries that point at it, kept raw, handed on to extraction.
//! When it cannot be had, what the feed itself said becomes the article and the reason is kept: nothing is lost.

use crate::address::canonical;
use crate::extract::ExtractNote;
use crate::lanes::host_of;
use crate::progress::count;
use crate::robots::Gate;
use crate::{Pipeline, Result, row};
use serde::{Deserialize, Serialize};
use url::Url;
use wireroom_fetch::schedule::LONGEST_RETRY_AFTER;
use wireroom_fetch::{FetchError, Fetched, Purpose, Request};
use wireroom_model::{Extracted, Kind, Lang, Particulars, PublishedFrom, Time};
use wireroom_store::Tx;
use wireroom_store::entries::Entry;
use wireroom_store::jobs::{Job, JobKind};
use wireroom_store::pages::{Form, NewPage};
use wireroom_text::hash;

/// Seconds before each new try of a page that failed in passing; after the last, the feed's own words are taken.
const RETRIES: &[i64] = &[30, 120, 600];

/// A page that was read this recently is not fetched again because another feed names it too (seconds).
const RECENT: i64 = 15 * 60;

/// A page that is tried again later than in so many seconds keeps nobody from reading what the feed says.
const PATIENCE: i64 = 10 * 60;

/// What a page job knows beside its address.
#[derive(Debug, Clone, Copy, Default, Serialize, Deserialize)]
pub(crate) struct PageNote {
    /// True where the entry changed: a recent copy will not do.
    pub changed: bool,
}

/// What a feed says of an entry, as kept beside raw pages so that a reprocess can read it again.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(crate) struct EntryText {
    pub title: String,
    /// Sanitised HTML.
    pub html: String,
    pub authors: Vec<String>,
    pub published: Time,
    pub updated: Time,
    pub lang: Lang,
    pub outlet: Option<String>,
    pub link: Option<String>,
}

impl EntryText {
    /// The text of an entry, whatever there is of it.
    pub fn of(entry: &Entry, lang: Lang) -> Self {
        Self {
            title: entry.title.clone(),
            html: entry.content.clone().or_else(|| entry.summary.clone()).unwrap_or_default(),
            authors: entry.authors.clone(),
            published: entry.published,
            updated: entry.updated,
            lang,
            outlet: entry.source.clone(),
            link: entry.link.clone(),
        }
    }

    /// As extraction would have read it.
    pub fn extracted(self) -> Extracted {
        let body = wireroom_text::markup::plain(&self.html);
        let found = wireroom_text::language::detect(&body);
        let bylines = wireroom_extract::bylines(&self.authors, self.outlet.as_deref());
        Extracted {
            url: self.link.as_deref().and_then(canonical),
            title: Some(self.title).filter(|title| !title.is_empty()),
            authors: self.authors,
            published: self.published,
            published_from: if self.published.is_known() {
                PublishedFrom::Feed
            } else {
                PublishedFrom::Unknown
            },
            updated: self.updated,
            lang: if found.is_known() { found } else { self.lang },
            outlet: self.outlet,
            kind: if body.is_empty() { Kind::Empty } else { Kind::Article },
            html: if self.html.contains('<') { self.html } else { row::html(&body) },
            body,
            particulars: Particulars { bylines, ..Particulars::default() },
            ..Extracted::default()
        }
    }
}

impl Pipeline {
    /// Works on one page. False where none waits.
    pub(crate) async fn page_round(&self) -> Result<bool> {
        if !self.has_room() {
            return Ok(false);
        }
        let Some((job, _lane)) = self.lease_lane(JobKind::Page).await? else { return Ok(false) };
        let note: PageNote = serde_json::from_str(&job.payload).unwrap_or_default();
        if !note.changed && self.join_recent(&job).await? {
            return Ok(true);
        }
        let mut request = match Request::new(&job.key, Purpose::Page) {
            Ok(request) => request,
            Err(error) => {
                self.fall_back(&job, &error.to_string()).await?;
                return Ok(true);
            }
        };
        let Some(policy) = self.pass(&job, &request.url).await? else { return Ok(true) };
        let access = self.page_access(&job.key, &request.url).await?;
        if !access.is_empty() {
            request.access = access;
        }
        let span = tracing::info_span!("page", job = job.id);
        match tracing::Instrument::instrument(self.fetch(&request), span).await {
            Ok(fetched) => {
                let mut policy = policy;
                // Where a redirect led to another host, that one has a say too: what it closes is not kept.
                if fetched.url.origin() != request.url.origin() {
                    match self.pass(&job, &fetched.url).await? {
                        Some(found) => policy = found,
                        None => return Ok(true),
                    }
                }
                self.keep_page(&job, fetched, policy.as_deref()).await?;
            }
            Err(error) => self.page_failed(&job, &error).await?,
        }
        Ok(true)
    }

    /// Asks robots.txt of the page's host. Where it lets us pass, what its policy reserves comes back; where it does
    /// not, the job has been seen to.
    async fn pass(&self, job: &Job, url: &Url) -> Result<Option<Option<String>>> {
        match self.gate(url).await? {
            Gate::Open { delay, reservation } => {
                let delay = i64::try_from(delay).unwrap_or(0);
                if let Some(host) = host_of(url.as_str()).filter(|_| delay > 0) {
                    self.lanes.pause(&host, self.now() + delay);
                }
                Ok(Some(reservation))
            }
            Gate::Closed(reason) => {
                self.fall_back(job, &reason).await?;
                Ok(None)
            }
            Gate::Busy(seconds) => {
                // Nothing was sent: no failure, no try.
                let mut tx = self.store.begin().await?;
                tx.put_back(job, self.after(seconds)).await?;
                tx.commit().await?;
                Ok(None)
            }
            Gate::Later { at, reason } => {
                count(&self.counters.failures);
                match RETRIES.get(usize::try_from(job.attempts).unwrap_or(usize::MAX)) {
                    Some(wait) => self.page_later(job, at.max(self.now() + wait), &reason).await?,
                    None => self.fall_back(job, &reason).await?,
                }
                Ok(None)
            }
        }
    }

    /// Links the entries of an address to an article that was read a moment ago.
    async fn join_recent(&self, job: &Job) -> Result<bool> {
        let articles = self.store.articles_at(&job.key).await?;
        let now = self.now();
        let Some(own) = articles.iter().find(|a| a.part == 0 && a.changed_at > now - RECENT) else {
            return Ok(false);
        };
        let Some(version) = self.store.current_version(own.id, wireroom_store::Viewer::House).await? else {
            return Ok(false);
        };
        let Some(page) = version.page else { return Ok(false) };
        let mut tx = self.store.begin().await?;
        ask_extract(&mut tx, &ExtractNote { page, asked: Some(job.key.clone()), again: false }, now).await?;
        tx.done(job).await?;
        tx.commit().await?;
        Ok(true)
    }

    async fn keep_page(&self, job: &Job, fetched: Fetched, policy: Option<&str>) -> Result<()> {
        count(&self.counters.fetched);
        let reservation = crate::reserve::of_head(&fetched, policy);
        let now = self.now();
        let address = canonical(fetched.url.as_str()).unwrap_or_else(|| job.key.clone());
        let mut tx = self.store.begin().await?;
        let page = NewPage {
            address: &address,
            hash: &bytes_hash(&fetched.body),
            form: Form::Html,
            content_type: fetched.content_type.as_deref(),
            crawled_known: true,
            reservation: reservation.as_deref(),
            body: &fetched.body,
        };
        let (page, _) = tx.save_page(&page, now).await?;
        for entry in self.store.entries_at(&job.key).await? {
            tx.set_entry_reason(entry.id, None).await?;
        }
        ask_extract(&mut tx, &ExtractNote { page, asked: Some(job.key.clone()), again: false }, now).await?;
        tx.done(job).await?;
        tx.commit().await?;
        self.bell.notify_waiters();
        Ok(())
    }

    async fn page_failed(&self, job: &Job, error: &FetchError) -> Result<()> {
        // Nothing was sent: no failure, no try.
        if let Some(seconds) = error.put_back_for() {
            let mut tx = self.store.begin().await?;
            tx.put_back(job, self.after(seconds)).await?;
            return Ok(tx.commit().await?);
        }
        count(&self.counters.failures);
        let tries = usize::try_from(job.attempts).unwrap_or(usize::MAX);
        let wait = RETRIES.get(tries).copied().filter(|_| error.is_passing());
        let Some(wait) = wait else { return self.fall_back(job, &error.to_string()).await };
        let asked = error.retry_after().unwrap_or(0).min(LONGEST_RETRY_AFTER);
        let at = self.now() + wait.max(i64::try_from(asked).unwrap_or(0));
        // Who asks for a pause means all pages of the host: the next one would only be sent away too.
        if let Some(host) = host_of(&job.key).filter(|_| asked > 0) {
            self.lanes.pause(&host, at);
        }
        self.page_later(job, at, &error.to_string()).await
    }

    /// Tries a page again at `at`. Where that is long, the feed's own words stand in meanwhile.
    async fn page_later(&self, job: &Job, at: i64, reason: &str) -> Result<()> {
        let mut tx = self.store.begin().await?;
        if at > self.now() + PATIENCE {
            self.stand_in(&mut tx, &job.key, reason).await?;
        }
        tx.retry(job, at, reason).await?;
        tx.commit().await?;
        self.bell.notify_waiters();
        Ok(())
    }

    /// The feed's own words become the article.
    async fn fall_back(&self, job: &Job, reason: &str) -> Result<()> {
        let mut tx = self.store.begin().await?;
        self.stand_in(&mut tx, &job.key, reason).await?;
        tx.done(job).await?;
        tx.commit().await?;
        self.bell.notify_waiters();
        Ok(())
    }

    /// Notes on the entries of an address why its page could not be read, and takes the fullest of what their feeds
    /// say for the article.
    async fn stand_in(&self, tx: &mut Tx, address: &str, reason: &str) -> Result<()> {
        let now = self.now();
        let entries = self.store.entries_at(address).await?;
        for entry in &entries {
            tx.set_entry_reason(entry.id, Some(reason)).await?;
        }
        // An article that was read from its page keeps that text: a page that is down today takes nothing away.
        let known = self.was_read_from_page(address).await?;
        let fullest = entries.iter().max_by_key(|entry| {
            (entry.content.as_deref().or(entry.summary.as_deref()).map_or(0, str::len), entry.id)
        });
        if let Some(entry) = fullest.filter(|_| !known) {
            let lang = self.store.feed(entry.feed).await?.map_or(Lang::UNKNOWN, |feed| feed.lang);
            self.keep_entry_text(tx, entry, lang, address, None, now).await?;
        }
        Ok(())
    }

    /// Whether the article of an address shows its page's text, not the feed's own words.
    async fn was_read_from_page(&self, address: &str) -> Result<bool> {
        for article in self.store.articles_at(address).await? {
            let version = self.store.current_version(article.id, wireroom_store::Viewer::House).await?;
            let Some(page) = version.and_then(|version| version.page) else { return Ok(true) };
            // A page that is no longer kept was one.
            if self.store.page(page).await?.is_none_or(|page| page.form != Form::Entry) {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Keeps what a feed says of an entry as its page, and asks for its reading.
    pub(crate) async fn keep_entry_text(
        &self,
        tx: &mut Tx,
        entry: &Entry,
        lang: Lang,
        address: &str,
        reservation: Option<&str>,
        now: i64,
    ) -> Result<()> {
        let body = serde_json::to_vec(&EntryText::of(entry, lang))?;
        let page = NewPage {
            address,
            hash: &bytes_hash(&body),
            form: Form::Entry,
            content_type: None,
            crawled_known: true,
            reservation,
            body: &body,
        };
        let (page, _) = tx.save_page(&page, now).await?;
        ask_extract(tx, &ExtractNote { page, asked: Some(address.to_owned()), again: false }, now).await
    }
}

/// Identity of raw bytes: `text_v1` of their Latin-1 reading, which tells any two apart.
pub(crate) fn bytes_hash(bytes: &[u8]) -> String {
    hash::text_v1(&bytes.iter().map(|&byte| char::from(byte)).collect::<String>())
}

/// Asks for a page to be read.
pub(crate) async fn ask_extract(tx: &mut Tx, note: &ExtractNote, now: i64) -> Result<()> {
    let payload = serde_json::to_string(note)?;
    Ok(tx.ask(JobKind::Extract, &note.key(), &payload, now, now).await?)
}
