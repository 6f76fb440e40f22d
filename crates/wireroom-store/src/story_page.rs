//! What a story's page shows: its brief and its articles, copies folded under their origin.

use crate::articles::{ArticleLine, line, lines};
use crate::briefs::StoredBrief;
use crate::{Result, Store, Viewer};
use wireroom_model::{ArticleId, FamilyId, Relation, StoryId};

/// How many articles one story page reads; a longer story shows its newest.
pub const MAX_ARTICLES: u32 = 2_000;

/// A story as its page shows it.
#[derive(Debug, Clone, PartialEq)]
pub struct StoryPage {
    pub brief: StoredBrief,
    /// Families in order of their first article's time.
    pub families: Vec<FamilyGroup>,
}

/// One origin with what was printed of it.
#[derive(Debug, Clone, PartialEq)]
pub struct FamilyGroup {
    pub family: FamilyId,
    /// The origin where it is known, else the anchor, else the first member the viewer may see.
    pub first: ArticleLine,
    /// The others, by time.
    pub copies: Vec<ArticleLine>,
}

impl Store {
    /// A story's page; `None` where the viewer may see nothing of it. Resolve its address first
    /// ([`Store::story_address`]).
    pub async fn story_page(&self, story: StoryId, viewer: Viewer) -> Result<Option<StoryPage>> {
        let Some(brief) = self.brief(story, viewer).await? else { return Ok(None) };
        let lines = self.articles_of_story(story, viewer).await?;
        Ok(Some(StoryPage { brief, families: fold(lines) }))
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
        rows.iter().map(line).collect()
    }

    /// A family's articles that the viewer may see, over all stories.
    pub async fn articles_of_family(&self, family: FamilyId, viewer: Viewer) -> Result<Vec<ArticleLine>> {
        let rows = sqlx::query(lines(
            "AND f.family_id = $2 ORDER BY COALESCE(v.published_sort, a.arrived_at), a.id LIMIT $3",
        ))
        .bind(viewer.code())
        .bind(family.as_i64())
        .bind(MAX_ARTICLES)
        .fetch_all(&self.read)
        .await?;
        rows.iter().map(line).collect()
    }
}

/// Folds lines (oldest first) by family; each family stands where its first line stood.
fn fold(lines: Vec<ArticleLine>) -> Vec<FamilyGroup> {
    let family = |line: &ArticleLine| line.copy.map_or_else(|| own_family(line.id), |copy| Some(copy.family));
    let mut groups: Vec<FamilyGroup> = Vec::new();
    for line in lines {
        let Some(number) = family(&line) else { continue };
        match groups.iter_mut().find(|group| group.family == number) {
            None => groups.push(FamilyGroup { family: number, first: line, copies: Vec::new() }),
            Some(group) if rank(&line) > rank(&group.first) => {
                let earlier = std::mem::replace(&mut group.first, line);
                group.copies.insert(0, earlier);
            }
            Some(group) => group.copies.push(line),
        }
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
