//! Several of one kind in one statement: what lists read. A statement costs a page more in waiting for it than in its
//! rows, so that a list that asked for each of its lines took ten times as long as this (`cargo eval serve`).
//! Who may see what is decided by the same words as for one. Start at [`Store::article_lines`].

use crate::affairs::{Beside, MAX_ROWS, MAX_TELLINGS, beside};
use crate::articles::{ArticleLine, LINES, line};
use crate::briefs::{CARDS, LEAN, StoredBrief, StoryCard, brief, card};
use crate::columns::Reader;
use crate::stories::MAX_REDIRECTS;
use crate::story_tags::{StoryTag, tag};
use crate::viewer::EVERYBODY;
use crate::{Result, Store, Viewer};
use sqlx::Row as _;
use sqlx::sqlite::SqliteRow;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use wireroom_model::{ArticleId, Coverage, StoryId, UserId};

/// How many one statement asks for.
const MAX_ASKED: usize = 500;
/// Lists are filled up to a multiple of this with their last number, so that a handful of statements stays prepared.
const STEP: usize = 10;

/// `$3, $4, $5` for numbers that follow `taken` other values, and what they are bound to.
fn listed(taken: usize, numbers: impl Iterator<Item = i64>) -> Option<(String, Vec<i64>)> {
    let mut numbers: Vec<i64> = numbers.take(MAX_ASKED).collect();
    let last = *numbers.last()?;
    numbers.resize(numbers.len().next_multiple_of(STEP), last);
    let mut places = String::new();
    for number in 1..=numbers.len() {
        let _ = write!(places, "{}${}", if number == 1 { "" } else { ", " }, taken + number);
    }
    Some((places, numbers))
}

/// A story's topics as made for an audience, and which of them the reader follows.
pub type Topics = BTreeMap<(StoryId, i64), Vec<StoryTag>>;

impl Store {
    /// Rows of a statement whose first value is `first` and whose last is a list of numbers.
    async fn several(
        &self,
        first: i64,
        numbers: impl Iterator<Item = i64>,
        statement: impl FnOnce(&str) -> String,
    ) -> Result<Vec<SqliteRow>> {
        let Some((places, numbers)) = listed(1, numbers) else { return Ok(Vec::new()) };
        // Literals of this crate and numbered places.
        let mut query = sqlx::query(sqlx::AssertSqlSafe(statement(&places))).bind(first);
        for number in numbers {
            query = query.bind(number);
        }
        Ok(query.fetch_all(&self.read).await?)
    }

    /// Lines of articles that the viewer may see, in the order asked for.
    pub async fn article_lines(&self, ids: &[ArticleId], viewer: Viewer) -> Result<Vec<ArticleLine>> {
        let asked = ids.iter().map(|id| id.as_i64());
        let rows = self.several(viewer.code(), asked, |ids| format!("{LINES}AND a.id IN ({ids})")).await?;
        if rows.is_empty() {
            return Ok(Vec::new());
        }
        let own = self.own_words(viewer).await?;
        let mut found = BTreeMap::new();
        for row in &rows {
            let mut line = line(row)?;
            own.turn(&mut line);
            found.insert(line.id, line);
        }
        Ok(ids.iter().filter_map(|id| found.remove(id)).collect())
    }

    /// Briefs of stories, each the fullest one the viewer may see.
    pub async fn briefs(
        &self,
        stories: &[StoryId],
        viewer: Viewer,
    ) -> Result<BTreeMap<StoryId, StoredBrief>> {
        let asked = stories.iter().map(|story| story.as_i64());
        let statement = |ids: &str| format!("{CARDS}AND b.story_id IN ({ids})");
        let rows = self.several(viewer.code(), asked, statement).await?;
        rows.iter().map(|row| brief(row).map(|brief| (brief.card.id, brief))).collect()
    }

    /// Cards of stories, without their briefs.
    pub async fn cards_of(
        &self,
        stories: &[StoryId],
        viewer: Viewer,
    ) -> Result<BTreeMap<StoryId, StoryCard>> {
        let asked = stories.iter().map(|story| story.as_i64());
        let statement = |ids: &str| format!("{LEAN}AND b.story_id IN ({ids})");
        let rows = self.several(viewer.code(), asked, statement).await?;
        rows.iter().map(|row| card(row).map(|card| (card.id, card))).collect()
    }

    /// Where the addresses of stories lead today and the headlines there, as far as the viewer may see them.
    pub async fn headlines(
        &self,
        stories: &[StoryId],
        viewer: Viewer,
    ) -> Result<BTreeMap<StoryId, (StoryId, String)>> {
        let mut leads: BTreeMap<StoryId, StoryId> = stories.iter().map(|&story| (story, story)).collect();
        for _ in 0..MAX_REDIRECTS {
            let asked: BTreeSet<i64> = leads.values().map(|story| story.as_i64()).collect();
            let statement = |ids: &str| {
                format!("SELECT id, merged_into FROM stories WHERE merged_into >= $1 AND id IN ({ids})")
            };
            let mut merged = BTreeMap::new();
            for row in &self.several(0, asked.into_iter(), statement).await? {
                let read = Reader::new(row, "stories", "id")?;
                merged.insert(read.id::<StoryId>("id")?, read.id("merged_into")?);
            }
            if merged.is_empty() {
                break;
            }
            leads.values_mut().for_each(|lead| *lead = merged.get(lead).copied().unwrap_or(*lead));
        }
        let there: BTreeSet<StoryId> = leads.values().copied().collect();
        let cards = self.cards_of(&Vec::from_iter(there), viewer).await?;
        let told = leads
            .into_iter()
            .filter_map(|(story, lead)| Some((story, (lead, cards.get(&lead)?.title.clone()))));
        Ok(told.collect())
    }

    /// What the counts of origins of cards rest on, without their briefs; a card whose brief was written before origins
    /// were counted is left out.
    pub async fn coverages_of(&self, cards: &[StoryCard]) -> Result<BTreeMap<StoryId, Coverage>> {
        let audiences: BTreeMap<StoryId, i64> = cards.iter().map(|card| (card.id, card.audience)).collect();
        let asked = cards.iter().map(|card| card.id.as_i64());
        let statement = |ids: &str| {
            format!(
                "SELECT story_id, audience, coverage FROM briefs WHERE audience >= $1 AND story_id IN ({ids})"
            )
        };
        let mut found = BTreeMap::new();
        for row in &self.several(EVERYBODY, asked, statement).await? {
            let read = Reader::new(row, "briefs", "story_id")?;
            let story = read.id("story_id")?;
            let Some(json) = read.get::<Option<String>>("coverage")? else { continue };
            if audiences.get(&story) == Some(&read.get("audience")?) {
                found.insert(story, serde_json::from_str(&json).map_err(|_| read.broken("coverage"))?);
            }
        }
        Ok(found)
    }

    /// Where else the events of stories are told, as [`Store::tellings`] has it for one.
    pub async fn tellings_of(&self, stories: &[StoryId]) -> Result<BTreeMap<StoryId, Vec<Beside>>> {
        let mut ties: BTreeMap<StoryId, Vec<Beside>> = BTreeMap::new();
        let mut wanted: Vec<StoryId> = stories.to_vec();
        // Each look goes one tie further; a story has no more tellings than this.
        for _ in 0..=MAX_TELLINGS {
            if wanted.is_empty() {
                break;
            }
            let asked = wanted.iter().map(|story| story.as_i64());
            let statement = |ids: &str| {
                format!(
                    "SELECT t.story_id AS of_story, t.other_id AS number, t.bond, t.why, b.title, b.lang, b.outlets, \
                     b.newest, b.newest_offset, b.newest_precision FROM story_ties t \
                     JOIN briefs b ON b.story_id = t.other_id AND b.audience = $1 \
                     WHERE t.story_id IN ({ids}) AND t.bond = 'tongue' ORDER BY t.score DESC, t.other_id"
                )
            };
            let rows = self.several(EVERYBODY, asked, statement).await?;
            ties.extend(wanted.drain(..).map(|story| (story, Vec::new())));
            for row in &rows {
                let of = StoryId::try_from(row.try_get::<i64, _>("of_story")?).ok();
                let Some(told) = of.and_then(|of| ties.get_mut(&of)) else { continue };
                if told.len() < MAX_ROWS as usize {
                    told.push(beside(row)?);
                }
            }
            let next =
                ties.values().flatten().map(|told| told.story).filter(|story| !ties.contains_key(story));
            wanted = next.collect::<BTreeSet<_>>().into_iter().collect();
        }
        Ok(stories.iter().map(|&story| (story, reached(story, &ties))).collect())
    }

    /// The topics of stories, by story and audience, the one that says most first.
    pub async fn topics_of(&self, stories: &[StoryId]) -> Result<Topics> {
        let asked = stories.iter().map(|story| story.as_i64());
        let statement = |ids: &str| {
            format!("SELECT * FROM story_tags WHERE audience >= $1 AND story_id IN ({ids}) ORDER BY place")
        };
        let mut found = Topics::new();
        for row in self.several(EVERYBODY, asked, statement).await? {
            let story = StoryId::try_from(row.try_get::<i64, _>("story_id")?);
            let audience: i64 = row.try_get("audience")?;
            if let Ok(story) = story {
                found.entry((story, audience)).or_default().push(tag(&row)?);
            }
        }
        Ok(found)
    }

    /// The topics of stories that the user follows, by name, for every audience.
    pub async fn followed_of(
        &self,
        user: UserId,
        stories: &[StoryId],
    ) -> Result<BTreeMap<(StoryId, i64), Vec<String>>> {
        let asked = stories.iter().map(|story| story.as_i64());
        let statement = |ids: &str| {
            format!(
                "SELECT t.story_id, t.audience, t.name FROM story_tags t WHERE t.story_id IN ({ids}) AND EXISTS (SELECT 1 \
                 FROM story_tag_keys k JOIN followed_tags f ON f.tag_key = k.tag_key WHERE f.user_id = $1 \
                 AND k.story_id = t.story_id AND k.audience = t.audience AND k.place = t.place) ORDER BY t.place"
            )
        };
        let mut found: BTreeMap<(StoryId, i64), Vec<String>> = BTreeMap::new();
        for row in self.several(user.as_i64(), asked, statement).await? {
            if let Ok(story) = StoryId::try_from(row.try_get::<i64, _>("story_id")?) {
                found.entry((story, row.try_get("audience")?)).or_default().push(row.try_get("name")?);
            }
        }
        Ok(found)
    }
}

/// The tellings of a story over its ties and theirs, the nearest first.
fn reached(story: StoryId, ties: &BTreeMap<StoryId, Vec<Beside>>) -> Vec<Beside> {
    let mut found: Vec<Beside> = Vec::new();
    let mut known = vec![story];
    let mut next = 0;
    while let Some(from) = known.get(next) {
        next += 1;
        for telling in ties.get(from).into_iter().flatten() {
            if known.len() <= MAX_TELLINGS && !known.contains(&telling.story) {
                known.push(telling.story);
                found.push(telling.clone());
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_filled_up_with_its_last_number_and_an_empty_one_asks_nothing() {
        let (places, numbers) = listed(1, [4, 9].into_iter()).unwrap();
        assert_eq!(places, "$2, $3, $4, $5, $6, $7, $8, $9, $10, $11");
        assert_eq!(numbers, [4, 9, 9, 9, 9, 9, 9, 9, 9, 9]);
        assert_eq!(listed(1, std::iter::empty()), None);
        assert_eq!(listed(0, 0..10_000).unwrap().1.len(), MAX_ASKED);
    }
}
