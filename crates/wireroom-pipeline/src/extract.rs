//! Stored pages to texts. Extraction runs on blocking threads, several pages at a time; texts pass the desk in the
//! order of their jobs, so that the same input gives the same families and stories.

use crate::address::canonical;
use crate::page::EntryText;
use crate::place::Incoming;
use crate::sites::{Known, Round};
use crate::whole::is_whole;
use crate::{Pipeline, PipelineError, Result, reserve, row};
use serde::{Deserialize, Serialize};
use tokio::task::JoinHandle;
use url::Url;
use wireroom_extract::{Notices, Page as PageToRead, Paywall, Read, decode, dump};
use wireroom_model::{
    Access, ArticleRow, EmptyBecause, EntryId, Extracted, FeedId, Kind, PublishedFrom, Time, When,
};
use wireroom_store::articles::Article;
use wireroom_store::entries::Entry;
use wireroom_store::jobs::{Job, JobKind};
use wireroom_store::pages::{Form, Page};
use wireroom_store::reservations::Reserved;

/// Pages read at a time: enough to keep two cores busy, few enough to keep memory small.
const BATCH: u32 = 16;

/// The most articles one page may carry.
const MAX_PARTS: usize = 64;

/// A page's own text this much shorter than the feed's is a stump, and the feed's is taken.
const STUMP: usize = 2;

/// Letters below which a text that a paywall stands before is its stump: stumps run to three paragraphs.
const PAYWALL_LETTERS: usize = 900;

/// The same where nothing but an element's name speaks of a paywall: hardly more than a standfirst.
const NAMED_LETTERS: usize = 300;

/// Tries of a job that meets an error of the house itself (a full disk, a broken row).
const MAX_TRIES: u32 = 8;

/// Seconds before the next such try, longer each time.
const TRY_AGAIN: i64 = 30;

/// What an extract job knows beside its page.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(crate) struct ExtractNote {
    pub page: i64,
    /// The address whose entries brought the page; it may have redirected.
    pub asked: Option<String>,
    /// True where a reprocess reads the page once more: only texts that are shown from it are made anew.
    #[serde(default)]
    pub again: bool,
}

impl ExtractNote {
    /// One job for each page and each address that led to it.
    pub fn key(&self) -> String {
        match &self.asked {
            Some(asked) => format!("{} {asked}", self.page),
            None => self.page.to_string(),
        }
    }
}

/// A page that is being read on another thread.
struct Reading {
    job: Job,
    note: ExtractNote,
    page: Option<Page>,
    read: JoinHandle<Read>,
}

/// What is known of a page beside its bytes.
struct Context {
    entries: Vec<Entry>,
    /// The feeds' own titles stand in for an outlet that the page does not name.
    feed_title: Option<String>,
    is_private: bool,
    known: Vec<KnownPart>,
}

/// A part of the page that was read before.
struct KnownPart {
    part: u32,
    title: String,
    text_hash: String,
    /// Its text stood on its page; a feed's words that stand in for a page are none.
    of_page: bool,
}

impl Pipeline {
    /// Works off one batch of pages. Returns how many jobs it took.
    pub(crate) async fn extract_round(&self) -> Result<usize> {
        let jobs = self.lease(JobKind::Extract, BATCH, 0).await?;
        let taken = jobs.len();
        let mut reading = Vec::new();
        let mut round = if taken > 0 { self.round().await? } else { Round::default() };
        for job in jobs {
            if job.crashes > crate::pipeline::MAX_CRASHES {
                self.set_aside(&job, "the program ended each time it read this page; it is kept for a look")
                    .await?;
                continue;
            }
            let Ok(note) = serde_json::from_str::<ExtractNote>(&job.payload) else {
                self.set_aside(&job, "its note cannot be read").await?;
                continue;
            };
            let page = self.store.page(note.page).await?;
            let known = self.known_of(&mut round, page.as_ref()).await?;
            let work = page.clone();
            let read = tokio::task::spawn_blocking(move || {
                work.map_or_else(Read::default, |page| read(&page, known.as_deref()))
            });
            reading.push(Reading { job, note, page, read });
        }
        for Reading { job, note, page, read } in reading {
            match read.await {
                Ok(read) => {
                    if let Err(error) = self.take_page(&job, &note, page, read, &mut round).await {
                        self.put_back(&job, &error).await?;
                    }
                }
                Err(error) => {
                    self.set_aside(&job, &format!("reading page {} broke off: {error}", note.page)).await?;
                }
            }
        }
        self.learn(round).await?;
        Ok(taken)
    }

    async fn take_page(
        &self,
        job: &Job,
        note: &ExtractNote,
        page: Option<Page>,
        read: Read,
        round: &mut Round,
    ) -> Result<()> {
        let Some(page) = page else { return self.set_aside(job, "its page is no longer kept").await };
        if page.body.is_none() {
            return self.join(job, note, &page).await;
        }
        let context = self.context(note, &page).await?;
        let read = self.at_its_turn(round, &page, read).await?;
        self.note_site(round, &page, &read, context.is_private).await?;
        let wall = read.rows.first().and_then(|own| own.particulars.empty).map(told);
        let mut texts = incoming(note.page, &page, &context, read.rows, &read.notices);
        for text in &mut texts {
            text.again = note.again;
            // What was taken from this very page before was no text either.
            text.stays &= !note.again;
        }
        self.take_all(texts, job).await?;
        if let Some(reason) = wall {
            let mut tx = self.store.begin().await?;
            for entry in &context.entries {
                tx.set_entry_reason(entry.id, Some(reason)).await?;
            }
            tx.commit().await?;
        }
        Ok(())
    }

    /// A page that was read and let go: the entries that lead to it join its articles as they stand.
    async fn join(&self, job: &Job, note: &ExtractNote, page: &Page) -> Result<()> {
        let entries = self.store.entries_at(note.asked.as_deref().unwrap_or(&page.address)).await?;
        let articles = self.store.articles_at(&page.address).await?;
        let mut tx = self.store.begin().await?;
        for article in &articles {
            let mut opened = false;
            for entry in &entries {
                opened |= tx.link_feed(article.id, entry.feed, Some(entry.id)).await?;
            }
            let dirty = if opened { tx.story_of(article.id).await? } else { None };
            self.ask_followers(&mut tx, opened.then_some(article.id), &dirty.into_iter().collect()).await?;
        }
        tx.done(job).await?;
        Ok(tx.commit().await?)
    }

    async fn context(&self, note: &ExtractNote, page: &Page) -> Result<Context> {
        let asked = note.asked.as_deref().unwrap_or(&page.address);
        let mut entries = self.store.entries_at(asked).await?;
        let articles = self.store.articles_at(&page.address).await?;
        let own = articles.iter().find(|article| article.part == 0);
        // A page that is read again is asked for by its own address, to which a link may only have led.
        if let Some(own) = own.filter(|_| note.asked.is_none()) {
            for entry in self.store.entries_of_article(own.id).await? {
                if entries.iter().all(|known| known.id != entry.id) {
                    entries.push(entry);
                }
            }
        }
        let mut feed_title = None;
        let mut is_private = match own {
            Some(own) if entries.is_empty() => own.is_private,
            _ => !entries.is_empty(),
        };
        for entry in &entries {
            if let Some(feed) = self.store.feed(entry.feed).await? {
                is_private &= feed.is_private;
                feed_title = feed_title.or(feed.title);
            }
        }
        let mut known = Vec::new();
        for article in &articles {
            known.extend(self.known_part(article).await?);
        }
        Ok(Context { entries, feed_title, is_private, known })
    }

    async fn known_part(&self, article: &Article) -> Result<Option<KnownPart>> {
        let version = self.store.current_version(article.id, wireroom_store::Viewer::House).await?;
        Ok(version.map(|version| KnownPart {
            part: article.part,
            title: version.title,
            text_hash: version.text_hash,
            of_page: !version.extracted.body.is_empty() && version.extracted.particulars.empty.is_none(),
        }))
    }

    /// Puts a job back after an error of the house itself, to be tried again; gives it up after many tries.
    pub(crate) async fn put_back(&self, job: &Job, error: &PipelineError) -> Result<()> {
        if job.attempts >= MAX_TRIES {
            return self.set_aside(job, &error.to_string()).await;
        }
        tracing::warn!(kind = job.kind.as_str(), key = job.key, %error, "a job is tried again");
        let mut tx = self.store.begin().await?;
        tx.retry(job, self.now() + TRY_AGAIN * (i64::from(job.attempts) + 1), &error.to_string()).await?;
        Ok(tx.commit().await?)
    }

    /// Gives a job up, with its reason.
    pub(crate) async fn set_aside(&self, job: &Job, reason: &str) -> Result<()> {
        tracing::warn!(kind = job.kind.as_str(), key = job.key, reason, "a job is set aside");
        let mut tx = self.store.begin().await?;
        tx.fail(job, reason).await?;
        tx.commit().await?;
        Ok(())
    }
}

/// Why a page gave no text, as it is kept with its entries.
const fn told(because: EmptyBecause) -> &'static str {
    match because {
        EmptyBecause::Error => "its page answers with an error in words",
        EmptyBecause::Consent => "its page asks for consent to cookies before it shows anything",
        EmptyBecause::Robot => "its page asks for proof that a person reads",
        EmptyBecause::Script => "its page is written by scripts, which nobody runs here",
        EmptyBecause::Paywall => "its page shows nothing without a subscription",
        EmptyBecause::NoText => "its page holds no text",
    }
}

/// Reads a page by its form, with what is known of its site. Pure but for the page's bytes.
pub(crate) fn read(page: &Page, known: Option<&Known>) -> Read {
    let Some(bytes) = &page.body else { return Read::default() };
    let crawled = crawled(page);
    let rows = |rows: Vec<Extracted>| Read { rows, ..Read::default() };
    let mut read = match page.form {
        Form::Html => {
            let html = decode(bytes, page.content_type.as_deref());
            let url = Url::parse(&page.address).ok().filter(|url| url.has_host());
            let site = known.map(Known::site).unwrap_or_default();
            wireroom_extract::read(&PageToRead::new(&html).at(url.as_ref()).crawled(crawled), site)
        }
        Form::Dump => rows(dump::extract(&decode(bytes, page.content_type.as_deref()), crawled)),
        Form::Row => {
            rows(serde_json::from_slice::<ArticleRow>(bytes).map(row::extracted).into_iter().collect())
        }
        Form::Entry => {
            rows(serde_json::from_slice::<EntryText>(bytes).map(EntryText::extracted).into_iter().collect())
        }
    };
    read.rows.truncate(MAX_PARTS);
    read
}

/// When the page was read from its publisher, where that is known.
pub(crate) fn crawled(page: &Page) -> Time {
    if page.crawled_known { When::from_unix(page.fetched_at).into() } else { Time::Unknown }
}

/// Texts of a page, each with the part it is known by and what the feed adds.
fn incoming(
    number: i64,
    page: &Page,
    context: &Context,
    parts: Vec<Extracted>,
    notices: &Notices,
) -> Vec<Incoming> {
    let reservation = reserve::with_page(page.reservation.as_deref(), notices);
    let feeds: Vec<(FeedId, EntryId)> = context.entries.iter().map(|entry| (entry.feed, entry.id)).collect();
    let mut used = vec![0_u32];
    let mut texts = Vec::with_capacity(parts.len());
    for (place, mut read) in parts.into_iter().enumerate() {
        let part = if place == 0 { 0 } else { part_of(&read, &context.known, &mut used) };
        let mut reserved = Reserved { reservation: reservation.clone(), paywall: None };
        let mut stays = false;
        if part == 0 {
            reserved.paywall = behind_paywall(&mut read, notices);
            stays =
                read.particulars.empty.is_some() && context.known.iter().any(|k| k.part == 0 && k.of_page);
            add_from_feed(&mut read, context);
            read.url = read.url.or_else(|| canonical(&page.address));
        }
        let title = read.title.clone().unwrap_or_default();
        read.part = part;
        texts.push(Incoming {
            address: page.address.clone(),
            part,
            read,
            title,
            page: Some(number),
            feeds: feeds.clone(),
            is_private: context.is_private,
            reserved,
            again: false,
            stays,
        });
    }
    texts
}

/// Other articles on a page move about as the page is edited: each is known again by its text, then by its title,
/// and takes a new number otherwise.
fn part_of(read: &Extracted, known: &[KnownPart], used: &mut Vec<u32>) -> u32 {
    let hash = wireroom_text::hash::text_v1(&read.body);
    let title = read.title.as_deref().unwrap_or("");
    let free = |part: &&KnownPart| part.part != 0 && !used.contains(&part.part);
    let found = known
        .iter()
        .filter(free)
        .find(|part| part.text_hash == hash)
        .or_else(|| known.iter().filter(free).find(|part| !title.is_empty() && part.title == title));
    let highest = known.iter().map(|part| part.part).chain(used.iter().copied()).max().unwrap_or(0);
    let part = found.map_or(highest + 1, |part| part.part);
    used.push(part);
    part
}

/// What told that the page is for subscribers. A text that is all there says more than a mark, of which many pages
/// carry one unseen; a stump is called one.
fn behind_paywall(read: &mut Extracted, notices: &Notices) -> Option<String> {
    let paywall = notices.paywall.as_ref()?;
    let letters = read.body.chars().filter(|c| !c.is_whitespace()).count();
    let most = if matches!(paywall, Paywall::Named(_)) { NAMED_LETTERS } else { PAYWALL_LETTERS };
    let stump = letters < most && matches!(read.kind, Kind::Article | Kind::Paywall | Kind::Empty);
    if stump {
        read.kind = Kind::Paywall;
        read.particulars.access = Access::Paid;
    }
    (stump || matches!(paywall, Paywall::Stated(_))).then(|| paywall.told().to_owned())
}

/// What the feed says fills what the page does not, and replaces the text of a page that shows only a stump.
fn add_from_feed(read: &mut Extracted, context: &Context) {
    if read.outlet.is_none() {
        read.outlet = context
            .entries
            .iter()
            .find_map(|entry| entry.source.clone())
            .or_else(|| context.feed_title.clone());
    }
    for entry in &context.entries {
        if read.title.as_deref().is_none_or(|title| title.trim().is_empty()) && !entry.title.is_empty() {
            read.title = Some(entry.title.clone());
        }
        if !read.published.is_known() && entry.published.is_known() {
            read.published = entry.published;
            read.published_from = PublishedFrom::Feed;
        }
        if read.authors.is_empty() {
            read.authors.clone_from(&entry.authors);
            read.particulars.bylines = wireroom_extract::bylines(&read.authors, read.outlet.as_deref());
        }
        let told = entry.content.as_deref().or(entry.summary.as_deref()).unwrap_or("");
        let told = wireroom_text::markup::plain(told);
        let stump = matches!(read.kind, Kind::Empty | Kind::Paywall | Kind::Listing | Kind::Video)
            && told.len() > read.body.len();
        if stump || (matches!(read.kind, Kind::Article) && told.len() > read.body.len().saturating_mul(STUMP))
        {
            read.html = row::html(&told);
            read.body = told;
            (read.turns, read.sections) = (Vec::new(), Vec::new());
            // What the feed says of a page for subscribers is the whole text or no more than another stump.
            let whole = is_whole(entry.content.as_deref(), entry.summary.as_deref(), entry.link.as_deref());
            if matches!(read.kind, Kind::Empty | Kind::Listing) || (read.kind == Kind::Paywall && whole) {
                read.kind = Kind::Article;
            }
        }
    }
    if !read.lang.is_known() {
        read.lang = wireroom_text::language::detect(&read.body);
    }
}
