//! What a story's page shows: its brief and its articles, copies folded under their origin.

use crate::articles::{ArticleLine, line, lines};
use crate::briefs::StoredBrief;
use crate::{Result, Store, Viewer};
use std::collections::{BTreeMap, BTreeSet};
use wireroom_model::{ArticleId, FamilyId, Relation, StoryId};

/// How many articles one story page reads; a longer story shows its newest.
pub const MAX_ARTICLES: u32 = 2_000;

/// A story as its page shows it.
#[derive(Debug, Clone, PartialEq)]
pub struct StoryPage {
    pub brief: StoredBrief,
    /// Families in order of their first article's time.
    pub families: Vec<FamilyGroup>,
    /// Articles that say in a later version that they corrected something.
    pub corrected: BTreeSet<ArticleId>,
}

/// One origin with what was printed of it; or an article that stands on its own.
#[derive(Debug, Clone, PartialEq)]
pub struct FamilyGroup {
    pub family: FamilyId,
    /// The origin where it is known, else the anchor, else the first member the viewer may see.
    pub first: ArticleLine,
    /// The others, by time.
    pub copies: Vec<ArticleLine>,
    /// Printings of the same text that stand elsewhere on the page, because a feed is set to stay unfolded.
    pub beside: Vec<ArticleLine>,
}

impl Store {
    /// A story's page; `None` where the viewer may see nothing of it. Resolve its address first
    /// ([`Store::story_address`]).
    pub async fn story_page(&self, story: StoryId, viewer: Viewer) -> Result<Option<StoryPage>> {
        let Some(brief) = self.brief(story, viewer).await? else { return Ok(None) };
        let lines = self.articles_of_story(story, viewer).await?;
        let corrected = self.corrected_of_story(story).await?;
        Ok(Some(StoryPage { brief, families: fold(lines), corrected }))
    }

    /// A story's articles that the viewer may see, oldest publication first (arrival where none is stated).
    pub async fn articles_of_story(&self, story: StoryId, viewer: Viewer) -> Result<Vec<ArticleLine>> {
        let rows = sqlx::query(lines(
            "AND m.story_id = $2 ORDER BY COALESCE(v.published_sort, a.arrived_at), a.id LIMIT $3",
        ))
        .bind(viewer.code())
        .bind(story.as_i64())
        .bind(MAX_ARTICLES)
        .fetch_all(&self.read)
        .await?;
        let own = self.own_words(viewer).await?;
        let turned = rows.iter().map(|row| {
            let mut line = line(row)?;
            own.turn(&mut line);
            Ok(line)
        });
        turned.collect()
    }

    /// A family's articles that the viewer may see, over all stories, as the viewer sees the family.
    pub async fn articles_of_family(&self, family: FamilyId, viewer: Viewer) -> Result<Vec<ArticleLine>> {
        let own = self.own_words(viewer).await?;
        let seen = own.family(family);
        let mut found = Vec::new();
        for family in own.families(family) {
            let rows = sqlx::query(lines(
                "AND f.family_id = $2 ORDER BY COALESCE(v.published_sort, a.arrived_at), a.id LIMIT $3",
            ))
            .bind(viewer.code())
            .bind(family.as_i64())
            .bind(MAX_ARTICLES)
            .fetch_all(&self.read)
            .await?;
            found.extend(rows.iter().map(line).collect::<Result<Vec<_>>>()?);
        }
        found.iter_mut().for_each(|line| own.turn(line));
        found.retain(|line| line.copy.is_some_and(|copy| copy.family == seen));
        found.sort_by_key(|line| (line.published.sort_key().unwrap_or(line.arrived_at), line.id));
        Ok(found)
    }
}

/// Folds lines (oldest first) by family; each family stands where its first line stood. A line that is to stay
/// unfolded, and one that stands in no family, stands for itself.
fn fold(lines: Vec<ArticleLine>) -> Vec<FamilyGroup> {
    let alone = |line: &ArticleLine| line.is_unfolded || line.copy.is_none();
    let mut printings: BTreeMap<FamilyId, Vec<ArticleLine>> = BTreeMap::new();
    for line in lines.iter().filter(|line| line.is_unfolded) {
        if let Some(copy) = line.copy {
            printings.entry(copy.family).or_default();
        }
    }
    for line in &lines {
        if let Some(printings) = line.copy.and_then(|copy| printings.get_mut(&copy.family)) {
            printings.push(line.clone());
        }
    }
    let mut groups: Vec<FamilyGroup> = Vec::new();
    for line in lines {
        let number = line.copy.map_or_else(|| own_family(line.id), |copy| Some(copy.family));
        let Some(number) = number else { continue };
        let open = groups.iter_mut().find(|group| group.family == number && !alone(&group.first));
        match open.filter(|_| !alone(&line)) {
            None => {
                groups.push(FamilyGroup {
                    family: number,
                    first: line,
                    copies: Vec::new(),
                    beside: Vec::new(),
                });
            }
            Some(group) if rank(&line) > rank(&group.first) => {
                let earlier = std::mem::replace(&mut group.first, line);
                group.copies.insert(0, earlier);
            }
            Some(group) => group.copies.push(line),
        }
    }
    for group in groups.iter_mut().filter(|group| group.first.copy.is_some()) {
        let here = |id: ArticleId| group.first.id == id || group.copies.iter().any(|copy| copy.id == id);
        let all = printings.get(&group.family).into_iter().flatten();
        group.beside = all.filter(|line| !here(line.id)).cloned().collect();
    }
    groups
}

/// The higher one is what the others are folded under.
fn rank(line: &ArticleLine) -> u8 {
    match line.copy {
        Some(copy) if copy.first == Some(line.id) => 2,
        Some(copy) if copy.relation == Relation::Anchor => 1,
        _ => 0,
    }
}

fn own_family(article: ArticleId) -> Option<FamilyId> {
    FamilyId::new(article.get()).ok()
}
