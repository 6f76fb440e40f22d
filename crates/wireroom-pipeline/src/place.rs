//! One text taken in: article, version, family, story, log and the jobs that follow, in one transaction.
//! Doing it twice changes nothing: the address and the text's hash say what is known already.

use crate::desk::{Desk, recall};
use crate::moves::{self, Dirty};
use crate::progress::count;
use crate::{Pipeline, Result, address};
use std::sync::atomic::Ordering;
use wireroom_copy::Draft;
use wireroom_model::{ArticleId, EntryId, Extracted, FeedId, OutletId, When};
use wireroom_store::Tx;
use wireroom_store::articles::NewArticle;
use wireroom_store::jobs::Job;
use wireroom_store::reservations::Reserved;
use wireroom_store::tombstones::Grave;
use wireroom_store::versions::{NewVersion, SavedVersion};
use wireroom_text::{hash, normal};

/// A text as it comes to the desk.
#[derive(Debug, Clone)]
pub(crate) struct Incoming {
    /// Canonical address of its page.
    pub address: String,
    pub part: u32,
    pub read: Extracted,
    /// The page's title, else the entry's; empty where neither has one.
    pub title: String,
    pub page: Option<i64>,
    /// The feeds that brought it; none for an import.
    pub feeds: Vec<(FeedId, EntryId)>,
    /// True where every one of them is private.
    pub is_private: bool,
    /// What its publisher reserves and closes off.
    pub reserved: Reserved,
    /// True where a reprocess reads the page once more.
    pub again: bool,
    /// True where the page showed a wall this time and the text that is shown was read from it before.
    pub stays: bool,
}

/// What became of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Taken {
    First(ArticleId),
    Changed(ArticleId),
    Same(ArticleId),
    /// Somebody deleted it and it stays away.
    Buried,
}

/// Saves a text and, where the article showed another before, what changed.
async fn keep(tx: &mut Tx, id: ArticleId, new: &NewVersion<'_>, now: i64) -> Result<SavedVersion> {
    let before = tx.shown_text(id).await?;
    let saved = tx.save_version(id, new, now).await?;
    if let (SavedVersion::Next(version), Some((title, body))) = (saved, &before) {
        let lang = new.extracted.lang;
        let old = Draft { title, body, lang };
        let present = Draft { title: new.title, body: &new.extracted.body, lang };
        tx.save_changes(version, &wireroom_copy::changes(&old, &present)).await?;
    }
    Ok(saved)
}

impl Pipeline {
    /// Takes texts in, one transaction each; the last one also ends the job. On an error the desk is left in doubt
    /// and learnt again; what was taken in before the error stays, and doing it again is harmless.
    pub(crate) async fn take_all(&self, texts: Vec<Incoming>, job: &Job) -> Result<Vec<Taken>> {
        let mut guard = self.desk().await?;
        let mut taken = Vec::with_capacity(texts.len());
        // Out of its place while it works: an error, or a task that is dropped half way, leaves none behind.
        let Some(mut desk) = guard.take() else { return Ok(taken) };
        let last = texts.len().saturating_sub(1);
        if texts.is_empty() {
            let mut tx = self.store.begin().await?;
            tx.done(job).await?;
            tx.commit().await?;
        }
        for (number, text) in texts.iter().enumerate() {
            let mut tx = self.store.begin().await?;
            let what = self.take(&mut tx, &mut desk, text).await?;
            if number == last {
                // What may not be archived is read once and let go with the same stroke.
                if let Some(page) = text.page.filter(|_| text.reserved.reservation.is_some()) {
                    tx.drop_page_body(page).await?;
                }
                tx.done(job).await?;
            }
            tx.commit().await?;
            if what == Taken::Buried {
                count(&self.counters.skipped);
            }
            taken.push(what);
        }
        self.put_down(guard, desk);
        Ok(taken)
    }

    async fn take(&self, tx: &mut Tx, desk: &mut Desk, text: &Incoming) -> Result<Taken> {
        let text_hash = hash::text_v1(&text.read.body);
        let buried_text = !text.read.body.is_empty() && tx.is_buried(Grave::Hash(&text_hash)).await?;
        if buried_text || tx.is_buried(Grave::Address(&text.address)).await? {
            return Ok(Taken::Buried);
        }
        let now = self.now();
        let outlet = self.outlet(tx, text, now).await?;
        let new = NewArticle {
            address: &text.address,
            part: text.part,
            url: text.read.url.as_deref(),
            outlet: outlet.as_ref().map(|(id, _)| *id),
            is_private: text.is_private,
        };
        let (id, fresh) = tx.save_article(&new, now).await?;
        // An older page of an edited article must not bring its old text back.
        if text.again && !fresh && tx.shown_page(id).await?.is_some_and(|page| Some(page) != text.page) {
            return Ok(Taken::Same(id));
        }
        if text.page.is_some() && !text.stays {
            tx.set_reserved(id, &text.reserved).await?;
        }
        let mut opened = false;
        for &(feed, entry) in &text.feeds {
            opened |= tx.link_feed(id, feed, Some(entry)).await?;
        }
        // A wall met today takes nothing away that was read before.
        if text.stays && !fresh {
            return self.same(tx, id, opened).await;
        }
        let new = NewVersion {
            extracted: &text.read,
            title: &text.title,
            text_hash: &text_hash,
            extractor: wireroom_extract::VERSION,
            normal: normal::VERSION,
            page: text.page,
        };
        let saved = keep(tx, id, &new, now).await?;
        let article = moves::article(id, outlet.map(|(_, name)| name), &text.title, &text.read);
        let mut dirty = Dirty::new();
        match saved {
            SavedVersion::Same(_) => return self.same(tx, id, opened).await,
            SavedVersion::First(version) | SavedVersion::Next(version) => {
                let present = desk.present(article.published, self.when());
                let standing = if fresh { None } else { tx.story_of(id).await? };
                let arrived = self.placed_at(desk, id, fresh).await?;
                recall(&self.store, &mut desk.copies, &article, present).await?;
                let (placement, events) = match standing {
                    Some(story) => {
                        dirty.insert(story);
                        (desk.replace(&article, arrived, present), Vec::new())
                    }
                    None => {
                        let spare = Self::spare(tx, desk).await?;
                        desk.place(&article, spare, present)
                    }
                };
                moves::write_placement(tx, desk, id, version, &placement, present.unix()).await?;
                moves::write_events(tx, desk, &events, &mut dirty, now).await?;
                for &(moved, _) in &placement.moved {
                    dirty.extend(tx.story_of(moved).await?);
                }
            }
        }
        self.ask_followers(tx, Some(id), &dirty).await?;
        Ok(if matches!(saved, SavedVersion::First(_)) { Taken::First(id) } else { Taken::Changed(id) })
    }

    /// When an article was placed whose text changes and that the window knows no more.
    async fn placed_at(&self, desk: &Desk, id: ArticleId, fresh: bool) -> Result<Option<When>> {
        if fresh || desk.copies.placement(id).is_some() {
            return Ok(None);
        }
        let placed = self.store.placed_beside(id, 1).await?;
        Ok(placed.first().filter(|placed| placed.article.id == id).and_then(|p| When::from_unix(p.placed_at)))
    }

    /// The text stands as it is; feeds that newly lead to it open it to their readers.
    async fn same(&self, tx: &mut Tx, id: ArticleId, opened: bool) -> Result<Taken> {
        let story = if opened { tx.story_of(id).await? } else { None };
        self.ask_followers(tx, opened.then_some(id), &story.into_iter().collect()).await?;
        Ok(Taken::Same(id))
    }

    /// The outlet that the text names; else, for a page's own article, the one whose pages live there.
    async fn outlet(&self, tx: &mut Tx, text: &Incoming, now: i64) -> Result<Option<(OutletId, String)>> {
        let host = if text.part == 0 { address::host(&text.address) } else { None };
        if let Some(name) = text.read.outlet.as_deref().map(str::trim).filter(|name| !name.is_empty()) {
            let id = tx.save_outlet(&Self::outlet_key(name), name, host.as_deref(), now).await?;
            return Ok(Some((id, name.to_owned())));
        }
        match host {
            Some(host) => Ok(tx.outlet_of_host(&host).await?),
            None => Ok(None),
        }
    }

    /// True while there is room for more; a notice is given once when it ends.
    pub(crate) fn has_room(&self) -> bool {
        let free = wireroom_store::disk::free(self.store.folder()).unwrap_or(u64::MAX);
        let low = free < self.options.low_disk;
        if low && !self.counters.low_disk.swap(low, Ordering::Relaxed) {
            tracing::warn!(
                free,
                needed = self.options.low_disk,
                "the disk is nearly full: fetching has stopped until there is room; nothing is lost"
            );
        }
        self.counters.low_disk.store(low, Ordering::Relaxed);
        !low
    }
}
