//! The round that keeps watch over the feeds: habits are read anew where a feed spoke, every feed is judged, and a
//! change that somebody should hear of is recorded once. It refuses to tell of what passes by itself.

use crate::{Pipeline, Result};
use wireroom_store::health::{Standing, Verdict, told};

/// Habits read in one round; a house with more feeds than this that spoke takes several.
const HABITS: u32 = 500;

/// The word recorded when a feed that needed somebody does so no longer.
const WELL: &str = "fine";

impl Pipeline {
    /// One round. Returns how many changes it recorded.
    pub async fn judge_feeds(&self) -> Result<usize> {
        let now = self.now();
        let mut habits = Vec::new();
        for feed in self.store.habits_due(now, HABITS).await? {
            habits.push((feed, self.store.read_habit(feed).await?));
        }
        if !habits.is_empty() {
            let mut tx = self.store.begin().await?;
            for (feed, habit) in &habits {
                tx.save_habit(*feed, habit, now).await?;
            }
            tx.commit().await?;
        }
        let recorded = self.store.recorded_verdicts().await?;
        let mut changes = Vec::new();
        for (feed, verdict) in self.store.verdicts(now).await? {
            let before = recorded.get(&feed.feed).map_or(WELL, String::as_str);
            if let Some((word, sentence)) = news(&feed, verdict, before, now) {
                changes.push((feed.feed, feed.name, word, sentence));
            }
        }
        if !changes.is_empty() {
            let mut tx = self.store.begin().await?;
            for (id, name, word, sentence) in &changes {
                tracing::info!(feed = %id, name, verdict = word, "a feed's health changed");
                tx.record_verdict(*id, word, sentence, now).await?;
            }
            tx.commit().await?;
        }
        Ok(changes.len())
    }
}

/// The word and sentence to be recorded, where this verdict is news after `before`.
fn news(feed: &Standing, verdict: Verdict, before: &str, now: i64) -> Option<(&'static str, String)> {
    if verdict.needs_somebody() {
        return (verdict.as_str() != before).then(|| (verdict.as_str(), told(feed, verdict, now)));
    }
    let over = before != WELL;
    match verdict {
        // One failure after a trouble says nothing yet: the trouble is over when the feed is read.
        Verdict::Waiting | Verdict::NeverRead => None,
        Verdict::Paused => over.then(|| (WELL, told(feed, verdict, now))),
        _ => over.then(|| (WELL, "It is read again and well.".to_owned())),
    }
}
