//! The reader's hand on whole stories: "these are a story of their own", "these two are one", remembered with what
//! they moved, so that they are obeyed for later articles and can be taken back.
//! It refuses what another word that holds forbids. Start at [`Pipeline::split_here`] and [`Pipeline::one_story`].

use crate::desk::{self, Desk};
use crate::moves::{self, Dirty};
use crate::{Pipeline, Result};
use std::collections::BTreeSet;
use wireroom_model::why::NotSorted;
use wireroom_model::{ArticleId, StoryId, UserId, When};
use wireroom_store::Tx;
use wireroom_store::corrections::{Correction, CorrectionKind, NewCorrection, Regrouped};
use wireroom_store::stories::StoryAddress;
use wireroom_story::{Event, Stored};

/// Articles that one word moves, at most.
pub const MAX_MOVED: usize = 2_000;

/// What a word on whole stories did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Regrouping {
    /// The number of the correction.
    pub number: i64,
    /// The story that opened, or the one that both are now.
    pub story: StoryId,
}

fn refused<T>(why: NotSorted) -> Result<T> {
    Err(why.into())
}

impl Pipeline {
    /// Takes articles of a story, with the copies of them there, out into a story of their own, for all readers. The
    /// two are never put together again, and later articles go to the nearer one.
    ///
    /// # Errors
    /// [`crate::PipelineError::Refused`] where the articles are none or all of one story.
    pub async fn split_here(&self, by: UserId, from: StoryId, articles: &[ArticleId]) -> Result<Regrouping> {
        let from = self.here(from).await?;
        let members = self.store.story_articles(from).await?;
        let chosen: BTreeSet<ArticleId> = articles.iter().copied().collect();
        if chosen.is_empty() || chosen.len() > MAX_MOVED || !chosen.iter().all(|id| members.contains(id)) {
            return refused(NotSorted::NoneChosen);
        }
        let mut guard = self.desk().await?;
        let Some(mut desk) = guard.take() else { return refused(NotSorted::Closing) };
        self.bring_back(&mut desk, from).await?;
        let mut tx = self.store.begin().await?;
        let into = Self::spare(&mut tx, &mut desk).await?;
        let articles: Vec<ArticleId> = chosen.iter().copied().collect();
        let Some(event) = desk.stories.split_out(from, &articles, into) else {
            *guard = Some(desk);
            return refused(NotSorted::NothingStays);
        };
        let Event::Split { articles: moved, .. } = &event else { return refused(NotSorted::NoSplit) };
        let stays = members.iter().copied().find(|id| !moved.contains(id));
        let Some(&first) = articles.first() else { return refused(NotSorted::NoneChosen) };
        let new = NewCorrection {
            by,
            for_all: true,
            kind: CorrectionKind::SplitHere,
            article: first,
            other: stays,
            story: Some(into),
        };
        let number = self.write(tx, &mut desk, new, Regrouped { from, articles }, &[event]).await?;
        self.put_down(guard, desk);
        Ok(Regrouping { number, story: into })
    }

    /// Makes one story of two, for all readers. The one with more articles keeps its address; that of the other leads
    /// there from now on.
    ///
    /// # Errors
    /// [`crate::PipelineError::Refused`] where they are one already, or a word that holds keeps them apart.
    pub async fn one_story(&self, by: UserId, one: StoryId, other: StoryId) -> Result<Regrouping> {
        let (one, other) = (self.here(one).await?, self.here(other).await?);
        if one == other {
            return refused(NotSorted::OneAlready);
        }
        let mut first = Vec::new();
        for story in [one, other] {
            first.extend(self.store.story_articles(story).await?.first().copied());
        }
        let [article, beside] = first[..] else { return refused(NotSorted::NoArticle) };
        let mut guard = self.desk().await?;
        let Some(mut desk) = guard.take() else { return refused(NotSorted::Closing) };
        for story in [one, other] {
            self.bring_back(&mut desk, story).await?;
        }
        if desk.stories.is_forbidden(one, other) {
            *guard = Some(desk);
            return refused(NotSorted::Forbidden);
        }
        let now = self.when();
        let word = wireroom_story::Constraint::OneStory(article, beside);
        let events = desk.stories.constrain(word, one, now);
        let [Event::Merged { from, into, .. }] = events[..] else {
            return refused(NotSorted::NotOne);
        };
        let mut articles = self.store.story_articles(from).await?;
        articles.truncate(MAX_MOVED);
        let new = NewCorrection {
            by,
            for_all: true,
            kind: CorrectionKind::OneStory,
            article,
            other: Some(beside),
            story: Some(into),
        };
        let tx = self.store.begin().await?;
        let number = self.write(tx, &mut desk, new, Regrouped { from, articles }, &events).await?;
        self.put_down(guard, desk);
        Ok(Regrouping { number, story: into })
    }

    /// What follows when a word on stories is taken back: parts that it made are put together again, and parts that
    /// it put together come apart. An article that was moved alone is sorted anew.
    pub(crate) async fn unsay(
        &self,
        tx: &mut Tx,
        desk: &mut Desk,
        said: &Correction,
        dirty: &mut Dirty,
    ) -> Result<()> {
        let mut holding = self.store.corrections_for_all().await?;
        holding.retain(|other| other.id != said.id);
        desk::remember(&self.store, desk, &holding).await?;
        let (Some(moved), Some(story)) = (&said.moved, said.story) else {
            return self.sort_again(tx, desk, said.article, dirty).await;
        };
        let story = desk::standing(&self.store, story).await?;
        self.bring_back(desk, story).await?;
        let event = match said.kind {
            CorrectionKind::SplitHere => {
                let from = desk::standing(&self.store, moved.from).await?;
                self.bring_back(desk, from).await?;
                desk.stories.put_back(story, from)
            }
            // Its old address is its own again, unless something else stands there by now.
            _ if self.store.story_articles(moved.from).await?.is_empty() => {
                desk.stories.split_out(story, &moved.articles, moved.from)
            }
            _ => None,
        };
        moves::write_events(tx, desk, event.as_slice(), dirty, self.now()).await
    }

    /// Lets the machine say again where an article without copies stands.
    async fn sort_again(
        &self,
        tx: &mut Tx,
        desk: &mut Desk,
        article: ArticleId,
        dirty: &mut Dirty,
    ) -> Result<()> {
        if desk.stories.story_of(article).is_none() || desk.stories.has_copies(article) {
            return Ok(());
        }
        let placed = self.store.placed_beside(article, 1).await?;
        let Some(placed) = placed.first().filter(|placed| placed.article.id == article) else {
            return Ok(());
        };
        let spare = Self::spare(tx, desk).await?;
        let item = wireroom_story::Item { article: &placed.article, family: Some(placed.family) };
        let present = desk.present(wireroom_model::Time::Unknown, self.when());
        let events = wireroom_story::step(&mut desk.stories, &item, spare, present);
        moves::write_events(tx, desk, &events, dirty, self.now()).await
    }

    /// Remembers the word with what it moved, writes what happened, and asks for briefs.
    async fn write(
        &self,
        mut tx: Tx,
        desk: &mut Desk,
        new: NewCorrection,
        moved: Regrouped,
        events: &[Event],
    ) -> Result<i64> {
        let now = self.now();
        let number = tx.add_correction(&new, now).await?;
        tx.keep_regrouped(number, &moved).await?;
        let said = Correction {
            id: number,
            by: Some(new.by),
            for_all: new.for_all,
            kind: new.kind,
            article: new.article,
            other: new.other,
            story: new.story,
            moved: Some(moved),
            made_at: now,
        };
        for word in desk::words(&said) {
            desk.stories.remember(word);
        }
        let mut dirty = Dirty::new();
        moves::write_events(&mut tx, desk, events, &mut dirty, now).await?;
        self.ask_followers(&mut tx, None, &dirty).await?;
        tx.commit().await?;
        Ok(number)
    }

    /// The story that an address leads to.
    async fn here(&self, story: StoryId) -> Result<StoryId> {
        match self.store.story_address(story).await? {
            StoryAddress::Here(story) | StoryAddress::Moved(story) => Ok(story),
            StoryAddress::Nowhere => refused(NotSorted::NoStory(story.get())),
        }
    }

    /// Lets the room know the articles of a story that have left its window: a reader's word holds for old stories
    /// too. The next article closes them again.
    pub(crate) async fn bring_back(&self, desk: &mut Desk, story: StoryId) -> Result<()> {
        let mut gone = self.store.story_articles(story).await?;
        gone.retain(|&id| desk.stories.story_of(id).is_none());
        for id in gone.into_iter().take(MAX_MOVED) {
            let placed = self.store.placed_beside(id, 1).await?;
            let Some(placed) = placed.first().filter(|placed| placed.article.id == id) else { continue };
            let Some(arrived) = When::from_unix(placed.placed_at) else { continue };
            let stored = Stored { story, family: Some(placed.family), arrived };
            desk.stories.restore(&placed.article, &stored);
        }
        Ok(())
    }
}
