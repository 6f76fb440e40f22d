//! What the owner's ages let go, in batches of one transaction each: articles with tombstones, their line in the index
//! and the briefs of their stories; and versions that were replaced long ago. Without a set age nothing goes.
//! It refuses whatever the store holds back: starred, tagged and cited texts. Start at [`Pipeline::keep_within_ages`].

use crate::moves::Dirty;
use crate::{Pipeline, Result};
use std::collections::BTreeSet;
use wireroom_copy::{Copies, Stored};
use wireroom_model::{ArticleId, FamilyId, Relation, When};
use wireroom_store::Tx;
use wireroom_store::jobs::JobKind;
use wireroom_store::lineage::Printed;

/// Articles, or versions, of one transaction: the one writer is busy with them for some tens of milliseconds.
const BATCH: u32 = 64;

/// Batches of one round; the rest goes with the next one. An age that is set for the first time on a large house is
/// thus worked off over hours beside the news, not before it.
const MAX_BATCHES: usize = 64;

/// Members of one family that are looked at when its anchor goes.
const MAX_MEMBERS: u32 = 200;

/// What went by its age.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Aged {
    pub articles: u64,
    /// Versions of articles that stay.
    pub versions: u64,
}

/// Why articles go.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Because {
    /// They arrived before `oldest` and nobody holds on to them.
    Age { oldest: i64 },
    /// Somebody wants them gone; nothing holds them.
    Forgotten,
}

impl Pipeline {
    /// Lets go of articles and of replaced versions past the ages that are set. Killed on the way, what was let go
    /// stays gone and the next round goes on.
    pub async fn keep_within_ages(&self) -> Result<Aged> {
        let mut aged = Aged::default();
        if let Some(age) = self.options.article_age {
            let oldest = self.now().saturating_sub(age);
            for _ in 0..MAX_BATCHES {
                let due = self.store.aged_articles(oldest, BATCH).await?;
                if due.is_empty() {
                    break;
                }
                aged.articles += self.let_articles_go(&due, Because::Age { oldest }).await?;
            }
        }
        if let Some(age) = self.options.version_age {
            let oldest = self.now().saturating_sub(age);
            for _ in 0..MAX_BATCHES {
                let due = self.store.aged_versions(oldest, BATCH).await?;
                if due.is_empty() {
                    break;
                }
                let mut tx = self.store.begin().await?;
                for version in due {
                    aged.versions += u64::from(tx.let_version_go(version, oldest).await?);
                }
                tx.commit().await?;
            }
        }
        if aged != Aged::default() {
            tracing::info!(articles = aged.articles, versions = aged.versions, "past their age and let go");
            self.bell.notify_waiters();
        }
        Ok(aged)
    }

    /// Takes articles away in one transaction: their places, briefs and lines in the index follow.
    pub(crate) async fn let_articles_go(&self, due: &[ArticleId], because: Because) -> Result<u64> {
        // Held throughout: nothing is placed in a family or a story while their members go.
        let mut desk = self.desk.lock().await;
        let now = self.now();
        let mut tx = self.store.begin().await?;
        let (mut dirty, mut families, mut gone) = (Dirty::new(), BTreeSet::new(), BTreeSet::new());
        for &article in due {
            let (story, family) = (tx.story_of(article).await?, tx.family_in(article).await?);
            let goes = match because {
                Because::Age { oldest } => tx.let_article_go(article, oldest, now).await?,
                Because::Forgotten => {
                    dirty.extend(tx.erase(article, now).await?);
                    true
                }
            };
            if goes {
                dirty.extend(story);
                families.extend(family);
                gone.insert(article);
                tx.ask(JobKind::Index, &article.to_string(), "", now, now).await?;
            }
        }
        for family in families {
            self.mend_family(&mut tx, family, &gone, &mut dirty).await?;
        }
        self.ask_followers(&mut tx, None, &dirty).await?;
        // What the desk remembers of them is no longer true: it is learnt again when the next text comes.
        let knows = |article: &ArticleId| {
            desk.as_ref().is_some_and(|desk| {
                desk.copies.placement(*article).is_some() || desk.stories.story_of(*article).is_some()
            })
        };
        if gone.iter().any(knows) {
            *desk = None;
        }
        if let Some(desk) = desk.as_mut() {
            // Of these at most a sketch is known, which goes alone.
            gone.iter().for_each(|&article| drop(desk.copies.remove(article)));
        }
        tx.commit().await?;
        Ok(u64::try_from(gone.len()).unwrap_or(u64::MAX))
    }

    /// A family whose anchor went is read against another of its members; its number stays.
    async fn mend_family(
        &self,
        tx: &mut Tx,
        family: FamilyId,
        gone: &BTreeSet<ArticleId>,
        dirty: &mut Dirty,
    ) -> Result<()> {
        if !tx.settle_family(family).await? {
            return Ok(());
        }
        // The readers' connections still see the family as it was before this transaction.
        let mut left = self.store.family_texts(family, MAX_MEMBERS).await?;
        left.retain(|member| !gone.contains(&member.article.id));
        for member in &left {
            dirty.extend(tx.story_of(member.article.id).await?);
        }
        if left.iter().any(|member| member.relation == Relation::Anchor) {
            return Ok(());
        }
        let Some(anchor) = heir(&left) else { return Ok(()) };
        tx.set_anchor(family, anchor).await?;
        let window = against(&left, family, anchor);
        for member in &left {
            if let Some(now) = window.placement(member.article.id) {
                let (id, relation) = (member.article.id, now.relation);
                tx.set_relation(id, relation, now.containment, now.longest_run_words).await?;
            }
        }
        Ok(())
    }
}

/// The member that was nearest to the anchor that went; the first of equals.
fn heir(members: &[Printed]) -> Option<ArticleId> {
    let far = |member: &&Printed| match member.relation {
        Relation::Anchor | Relation::Verbatim => 0,
        Relation::Edited => 1,
        _ => 2,
    };
    members.iter().min_by_key(far).map(|member| member.article.id)
}

/// How the members stand to a new anchor: the copy room's own reading of their texts.
fn against(members: &[Printed], family: FamilyId, anchor: ArticleId) -> Copies {
    let mut window = Copies::default();
    for member in members {
        let stored =
            Stored { family, anchor, relation: member.relation, containment: 1.0, longest_run_words: 0 };
        window.restore(&member.article, &stored, When::EPOCH);
    }
    window
}
