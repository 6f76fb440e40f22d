//! How a story stands to others, found when it changes: its thread, related stories, the same event in other languages.
//! The profiles of the newest stories stand in memory and are learnt again from the store. What private feeds brought
//! has no part in it: everybody may see what comes of this.

use crate::Pipeline;
use crate::Result;
use tokio::sync::OwnedMutexGuard;
use wireroom_model::{Article, StoryId};
use wireroom_store::Tx;
use wireroom_store::affairs::{NewThread, NewTie};
use wireroom_store::texts::StoryText;
use wireroom_story::{Affairs, Changed, Item, KEEP, Profile};

/// Stories that are found gone one after the other while one is looked at.
const MAX_GONE: usize = 64;

/// The memory with what is to be written; it goes back to its place once that is committed.
pub(crate) struct Work {
    guard: OwnedMutexGuard<Option<Affairs>>,
    affairs: Affairs,
    story: StoryId,
    profile: Option<String>,
    changes: Vec<Changed>,
}

impl Pipeline {
    /// Finds what a story is tied to now, by its public texts.
    pub(crate) async fn affairs(&self, story: StoryId, texts: &[StoryText]) -> Result<Work> {
        let articles: Vec<_> = texts
            .iter()
            .filter(|text| text.private_feeds.is_empty())
            .map(|text| (article(text), text.family))
            .collect();
        let arrived = texts.iter().map(|text| text.arrived_at).max().unwrap_or(0);
        let read = tokio::task::spawn_blocking(move || {
            let items: Vec<Item<'_>> =
                articles.iter().map(|(article, family)| Item { article, family: *family }).collect();
            Profile::of(&items, arrived)
        });
        let profile = read.await?;
        let mut guard = self.affairs.clone().lock_owned().await;
        // Out of its place while it works: an error leaves none behind, and the next story learns it anew.
        let mut affairs = match guard.take() {
            Some(affairs) => affairs,
            None => self.learn_affairs().await?,
        };
        let json = (!profile.is_empty()).then(|| serde_json::to_string(&profile)).transpose()?;
        let mut changes = Vec::new();
        for _ in 0..MAX_GONE {
            let changed = affairs.put(story, profile.clone());
            let known: Vec<StoryId> =
                affairs.known(&changed).into_iter().filter(|&other| other != story).collect();
            let gone = self.store.without_profile(&known).await?;
            if gone.is_empty() {
                changes.push(changed);
                break;
            }
            changes.extend(gone.into_iter().map(|gone| affairs.remove(gone)));
        }
        Ok(Work { guard, affairs, story, profile: json, changes })
    }

    async fn learn_affairs(&self) -> Result<Affairs> {
        let mut affairs = Affairs::default();
        for stored in self.store.story_profiles(u32::try_from(KEEP).unwrap_or(u32::MAX)).await? {
            // One of another version is made anew by `renew`.
            let profile = serde_json::from_str(&stored.profile).ok();
            if let Some(profile) = profile.filter(Profile::is_current) {
                affairs.restore(stored.story, profile, &stored.tied);
            }
        }
        Ok(affairs)
    }
}

impl Work {
    /// Writes what was found.
    pub(crate) async fn write(&self, tx: &mut Tx) -> Result<()> {
        tx.save_profile(self.story, self.profile.as_deref()).await?;
        for changed in &self.changes {
            for (story, tie) in &changed.ties {
                let (bond, score, why) = (tie.bond.as_str(), tie.score, tie.why.as_slice());
                tx.save_tie(&NewTie { story: *story, other: tie.other, bond, score, why }).await?;
            }
            for &story in &changed.alone {
                tx.leave_thread(story).await?;
            }
            for thread in &changed.threads {
                let (id, names, stories) = (thread.id, thread.names.as_slice(), thread.stories.as_slice());
                tx.save_thread(&NewThread { id, names, stories }).await?;
            }
        }
        Ok(())
    }

    /// Puts the memory back once what was found is committed.
    pub(crate) fn keep(mut self) {
        *self.guard = Some(self.affairs);
    }
}

fn article(text: &StoryText) -> Article {
    Article {
        id: text.article,
        url: None,
        outlet: text.outlet.clone(),
        lang: text.lang,
        published: text.published,
        updated: wireroom_model::Time::Unknown,
        title: text.title.clone(),
        authors: Vec::new(),
        agency: text.agency.clone(),
        dateline: None,
        body: text.body.clone(),
        kind: text.kind,
    }
}
