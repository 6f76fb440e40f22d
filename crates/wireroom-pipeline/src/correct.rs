//! The reader's hand: remembered first, then obeyed at once where it holds for all.

use crate::moves::{self, Dirty};
use crate::{Pipeline, Result, desk};
use wireroom_store::corrections::{Correction, NewCorrection};
use wireroom_store::stories::StoryAddress;

impl Pipeline {
    /// Remembers a correction; one that holds for all moves what it moves. Returns its number.
    pub async fn correct(&self, new: &NewCorrection) -> Result<i64> {
        let mut new = *new;
        // A story that was merged away is meant as the one its address leads to.
        if let Some(story) = new.story
            && let StoryAddress::Moved(to) = self.store.story_address(story).await?
        {
            new.story = Some(to);
        }
        let mut guard = self.desk().await?;
        let Some(mut desk) = guard.take() else { return Ok(0) };
        let now = self.now();
        let mut tx = self.store.begin().await?;
        let id = tx.add_correction(&new, now).await?;
        let correction = Correction {
            id,
            by: Some(new.by),
            for_all: new.for_all,
            kind: new.kind,
            article: new.article,
            other: new.other,
            story: new.story,
            made_at: now,
        };
        let mut dirty = Dirty::new();
        if new.for_all
            && let Some(constraint) = desk::constraint(&correction)
        {
            let spare = Self::spare(&mut tx, &mut desk).await?;
            let events = desk.stories.constrain(constraint, spare, self.when());
            moves::write_events(&mut tx, &mut desk, &events, &mut dirty, now).await?;
        }
        self.ask_followers(&mut tx, None, &dirty).await?;
        tx.commit().await?;
        *guard = Some(desk);
        drop(guard);
        self.bell.notify_waiters();
        Ok(id)
    }
}
