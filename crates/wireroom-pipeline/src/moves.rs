//! What the rooms that remember said, written down: families, stories, the log, and the jobs that follow.

use crate::desk::Desk;
use crate::{Pipeline, Result};
use serde::Serialize;
use std::collections::BTreeSet;
use wireroom_copy::Placement;
use wireroom_model::{Article, ArticleId, FamilyId, StoryId, VersionId};
use wireroom_store::Tx;
use wireroom_store::families::Member;
use wireroom_store::jobs::JobKind;
use wireroom_story::{Event, Reason};

/// Stories whose brief must be written again.
pub(crate) type Dirty = BTreeSet<StoryId>;

/// Why a story came apart, as its log keeps it.
#[derive(Serialize)]
struct Parting<'e> {
    #[serde(flatten)]
    reason: &'e Reason,
    /// The words of what stayed.
    rest: &'e [String],
    /// The story that the articles came from.
    from: StoryId,
}

/// Writes where a text stands among copies, and what its coming changed for others.
pub(crate) async fn write_placement(
    tx: &mut Tx,
    desk: &Desk,
    article: ArticleId,
    version: VersionId,
    placement: &Placement,
    at: i64,
) -> Result<()> {
    let member = Member {
        article,
        version,
        family: placement.family,
        anchor: placement.anchor,
        relation: placement.relation,
        containment: placement.containment,
        longest_run_words: placement.longest_run_words,
        parent: None,
        reason: None,
    };
    let left = tx.family_in(article).await?.filter(|left| *left != placement.family);
    tx.place(&member, at).await?;
    if let Some(left) = left {
        tx.settle_family(left).await?;
    }
    // A new anchor, or a member that moved, changes how the others stand to theirs.
    let mut families = write_moved(tx, &placement.moved).await?;
    if placement.anchor == article || !families.is_empty() {
        families.insert(placement.family);
    }
    let restated = placement.restated.iter().filter_map(|&other| desk.copies.placement(other));
    families.extend(restated.map(|other| other.family));
    write_relations(tx, desk, &families).await
}

/// Writes who moved to which family. Gives back the families that they left and those that they came to, whose
/// lineage is to be read anew; one that nobody stands in any more is gone.
pub(crate) async fn write_moved(tx: &mut Tx, moved: &[(ArticleId, FamilyId)]) -> Result<BTreeSet<FamilyId>> {
    let mut families = BTreeSet::new();
    for &(article, family) in moved {
        families.extend(tx.family_in(article).await?);
        families.insert(family);
        tx.move_to_family(article, family).await?;
    }
    let mut left = BTreeSet::new();
    for family in families {
        if tx.settle_family(family).await? {
            left.insert(family);
        }
    }
    Ok(left)
}

/// Writes how the members of families stand to their anchors, as far as the window knows them.
async fn write_relations(tx: &mut Tx, desk: &Desk, families: &BTreeSet<FamilyId>) -> Result<()> {
    for &family in families {
        for member in desk.copies.members(family) {
            let Some(now) = desk.copies.placement(member) else { continue };
            tx.set_relation(member, now.relation, now.containment, now.longest_run_words).await?;
            tx.set_anchor(family, now.anchor).await?;
        }
    }
    Ok(())
}

/// The same, with the stories whose briefs tell of them.
pub(crate) async fn write_standing(
    tx: &mut Tx,
    desk: &Desk,
    families: &BTreeSet<FamilyId>,
    dirty: &mut Dirty,
) -> Result<()> {
    write_relations(tx, desk, families).await?;
    for &family in families {
        for member in desk.copies.members(family) {
            dirty.extend(tx.story_of(member).await?);
        }
    }
    Ok(())
}

/// Writes what happened to stories. Adds to `dirty` every story whose brief is no longer true.
pub(crate) async fn write_events(
    tx: &mut Tx,
    desk: &mut Desk,
    events: &[Event],
    dirty: &mut Dirty,
    at: i64,
) -> Result<()> {
    for event in events {
        match event {
            Event::Opened { story, article, reason } => {
                tx.open_story(*story, at).await?;
                tx.join_story(*article, *story, reason, at).await?;
                tx.log_story(*story, "opened", Some(*article), None, reason, at).await?;
                used(desk, *story);
                dirty.insert(*story);
            }
            Event::Joined { story, article, reason } => {
                tx.join_story(*article, *story, reason, at).await?;
                tx.log_story(*story, "joined", Some(*article), None, reason, at).await?;
                dirty.insert(*story);
            }
            Event::Merged { from, into, reason } => {
                tx.merge_story(*from, *into, at).await?;
                tx.log_story(*into, "merged", None, Some(*from), reason, at).await?;
                tx.log_story(*from, "merged", None, Some(*into), reason, at).await?;
                dirty.remove(from);
                dirty.insert(*into);
            }
            Event::Split { from, into, articles, reason, rest } => {
                tx.open_story(*into, at).await?;
                used(desk, *into);
                let parting = Parting { reason, rest, from: *from };
                for &article in articles {
                    tx.join_story(article, *into, &parting, at).await?;
                }
                tx.log_story(*from, "split", None, Some(*into), &parting, at).await?;
                tx.log_story(*into, "split", None, Some(*from), &parting, at).await?;
                dirty.extend([*from, *into]);
            }
            Event::Closed { story, reason } => {
                tx.close_story(*story).await?;
                tx.log_story(*story, "closed", None, None, reason, at).await?;
            }
            Event::Corrected { article, from, into, reason } => {
                correct(tx, *article, *from, *into, reason, at).await?;
                used(desk, *into);
                dirty.extend([*from, *into]);
            }
        }
    }
    Ok(())
}

async fn correct(
    tx: &mut Tx,
    article: ArticleId,
    from: StoryId,
    into: StoryId,
    reason: &Reason,
    at: i64,
) -> Result<()> {
    tx.open_story(into, at).await?;
    tx.join_story(article, into, reason, at).await?;
    tx.log_story(from, "corrected", Some(article), Some(into), reason, at).await?;
    tx.log_story(into, "corrected", Some(article), Some(from), reason, at).await?;
    // A story that lost its last article leads to where that went.
    if tx.story_size(from).await? == 0 {
        tx.redirect_story(from, into, at).await?;
    }
    Ok(())
}

/// A spare number that opened a story is spare no more.
fn used(desk: &mut Desk, story: StoryId) {
    if desk.spare == Some(story) {
        desk.spare = None;
    }
}

impl Pipeline {
    /// A number for the story that may open; kept for the next article if none does.
    pub(crate) async fn spare(tx: &mut Tx, desk: &mut Desk) -> Result<StoryId> {
        match desk.spare {
            Some(spare) => Ok(spare),
            None => {
                let spare = tx.fresh().await?;
                desk.spare = Some(spare);
                Ok(spare)
            }
        }
    }

    /// Asks for what follows a placed text: briefs of the stories it touched, and its own line in the index.
    pub(crate) async fn ask_followers(
        &self,
        tx: &mut Tx,
        article: Option<ArticleId>,
        dirty: &Dirty,
    ) -> Result<()> {
        let now = self.now();
        for story in dirty {
            tx.ask(JobKind::Brief, &story.to_string(), "", now + self.options.brief_delay, now).await?;
        }
        if let Some(article) = article {
            tx.ask(JobKind::Index, &article.to_string(), "", now, now).await?;
        }
        Ok(())
    }
}

/// The article as the pure rooms take it.
pub(crate) fn article(
    id: ArticleId,
    outlet: Option<String>,
    title: &str,
    read: &wireroom_model::Extracted,
) -> Article {
    Article {
        id,
        url: read.url.clone(),
        outlet,
        lang: read.lang,
        published: read.published,
        updated: read.updated,
        title: title.to_owned(),
        authors: read.authors.clone(),
        agency: read.agency.clone(),
        dateline: read.dateline.clone(),
        body: read.body.clone(),
        kind: read.kind,
    }
}
