//! Reprocessing: every raw page that is still kept is read again with today's rules, then families and stories are
//! built anew from the texts that are shown, in the order in which they once came. Old versions stay, so that what
//! cites them resolves; readers' corrections are obeyed; a story takes its old number again where its first article
//! opens one, and a number that is left over leads to where its articles went.

use crate::extract::ExtractNote;
use crate::moves::{self, Dirty};
use crate::page::ask_extract;
use crate::{Pipeline, Result, desk};
use std::collections::{BTreeMap, BTreeSet};
use wireroom_model::{ArticleId, StoryId};
use wireroom_store::jobs::JobKind;
use wireroom_store::{Tx, Viewer};
use wireroom_story::Event;

/// Pages asked for at a time.
const PAGES: u32 = 500;

/// Articles walked at a time.
const ARTICLES: u32 = 500;

/// Where an article stood before.
type Before = BTreeMap<ArticleId, StoryId>;

impl Pipeline {
    /// Asks for every raw page to be read again. [`Pipeline::drain`] reads them; then [`Pipeline::rebuild`].
    /// Killed on the way, both are simply run again.
    pub async fn reread(&self) -> Result<u64> {
        let now = self.now();
        let (mut after, mut asked) = (0, 0);
        loop {
            let some = self.store.page_numbers(after, PAGES).await?;
            let Some(&last) = some.last() else { break };
            let mut tx = self.store.begin().await?;
            for page in some {
                ask_extract(&mut tx, &ExtractNote { page, asked: None, again: true }, now).await?;
                asked += 1;
            }
            tx.commit().await?;
            after = last;
        }
        self.bell.notify_waiters();
        Ok(asked)
    }

    /// Builds families and stories anew, in one transaction: readers see the old house until the new one stands.
    /// Returns how many articles were placed.
    pub async fn rebuild(&self) -> Result<u64> {
        let mut guard = self.desk().await?;
        *guard = None;
        let mut fresh = desk::empty(&self.store, self.options.copies).await?;
        let order = self.store.placing_order().await?;
        let before = self.stories_before(&order).await?;
        let mut tx = self.store.begin().await?;
        tx.clear_placements().await?;
        let (mut taken, mut dirty) = (BTreeSet::new(), Dirty::new());
        let mut placed = 0;
        for chunk in order.chunks(ARTICLES as usize) {
            for &id in chunk {
                let Some(version) = self.store.current_version(id, Viewer::House).await? else { continue };
                let read = &version.extracted;
                let article = moves::article(id, read.outlet.clone(), &version.title, read);
                let arrived = self.store.stored_article(id).await?.map_or(0, |stored| stored.arrived_at);
                let clock = wireroom_model::When::from_unix(arrived).unwrap_or_else(|| self.when());
                let present = fresh.present(article.published, clock);
                let number = match before.get(&id).filter(|story| !taken.contains(*story)) {
                    Some(&story) => story,
                    None => Self::spare(&mut tx, &mut fresh).await?,
                };
                desk::recall(&self.store, &mut fresh.copies, &article, present).await?;
                let (placement, events) = fresh.place(&article, number, present);
                taken.extend(events.iter().filter_map(opened));
                moves::write_placement(&mut tx, &fresh, id, version.id, &placement, present.unix()).await?;
                moves::write_events(&mut tx, &mut fresh, &events, &mut dirty, self.now()).await?;
                placed += 1;
                self.counters.rebuilt.store(placed, std::sync::atomic::Ordering::Relaxed);
            }
        }
        lead_on(&mut tx, &before, self.now()).await?;
        self.ask_followers(&mut tx, None, &dirty).await?;
        tx.commit().await?;
        self.put_down(guard, fresh);
        Ok(placed)
    }

    async fn stories_before(&self, order: &[ArticleId]) -> Result<Before> {
        let mut before = Before::new();
        for &article in order {
            if let Some(story) = self.store.story_of(article).await? {
                before.insert(article, story);
            }
        }
        Ok(before)
    }

    /// How many pages wait to be read again.
    pub async fn rereading(&self) -> Result<u64> {
        let counts = self.store.job_counts().await?;
        Ok(counts
            .iter()
            .filter(|count| count.kind == JobKind::Extract)
            .map(|count| count.ready + count.running)
            .sum())
    }
}

fn opened(event: &Event) -> Option<StoryId> {
    match event {
        Event::Opened { story, .. } => Some(*story),
        Event::Split { into, .. } => Some(*into),
        _ => None,
    }
}

/// Old numbers without articles lead to where most of their articles stand now.
async fn lead_on(tx: &mut Tx, before: &Before, now: i64) -> Result<()> {
    for empty in tx.empty_stories().await? {
        let mut votes: BTreeMap<StoryId, usize> = BTreeMap::new();
        for article in before.iter().filter(|&(_, &story)| story == empty).map(|(article, _)| *article) {
            if let Some(story) = tx.story_of(article).await? {
                *votes.entry(story).or_default() += 1;
            }
        }
        let target = votes.into_iter().max_by_key(|&(story, count)| (count, std::cmp::Reverse(story)));
        if let Some((target, _)) = target {
            tx.redirect_story(empty, target, now).await?;
        }
    }
    Ok(())
}
