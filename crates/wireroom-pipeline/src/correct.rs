//! The reader's hand: remembered first, then obeyed at once where it holds for all. A word on copies moves families,
//! tells the stories, and asks for lineage and briefs anew; taken back, it leaves what the machine says.
//! It refuses words on articles that are not here. Start at [`Pipeline::correct`].

use crate::address::canonical;
use crate::desk::{self, Desk};
use crate::moves::{self, Dirty};
use crate::{Pipeline, Result};
use std::collections::{BTreeMap, BTreeSet};
use wireroom_copy::Copies;
use wireroom_model::why::NotSorted;
use wireroom_model::{ArticleId, FamilyId, Time};
use wireroom_store::Tx;
use wireroom_store::corrections::{Correction, CorrectionKind, NewCorrection};
use wireroom_store::stories::StoryAddress;
use wireroom_story::{Item, step};

/// Corrections that hold at once: each names two texts at most, which stay in memory.
const MAX_CORRECTIONS: u64 = 4_096;

/// Members of one family that are learnt again when a word touches it, as many as the copy room sorts at a time.
const MAX_MEMBERS: u32 = 1_024;

/// Texts that share passages with another, at most.
const MAX_NEIGHBOURS: usize = 12;

impl Pipeline {
    /// Remembers a correction; one that holds for all is obeyed at once. Returns its number; what was said before
    /// in the same words keeps the number it has.
    ///
    /// # Errors
    /// [`crate::PipelineError::Refused`] for an article that is not here, for two that are one, and past the limit.
    pub async fn correct(&self, new: &NewCorrection) -> Result<i64> {
        let new = self.sound(new).await?;
        let mut guard = self.desk().await?;
        let Some(mut desk) = guard.take() else { return Ok(0) };
        let now = self.now();
        let mut tx = self.store.begin().await?;
        if let Some(known) = tx.same_correction(&new).await? {
            *guard = Some(desk);
            return Ok(known);
        }
        if tx.corrections_holding().await? >= MAX_CORRECTIONS {
            *guard = Some(desk);
            return Err(NotSorted::TooMany(MAX_CORRECTIONS).into());
        }
        let id = tx.add_correction(&new, now).await?;
        let said = Correction {
            id,
            by: Some(new.by),
            for_all: new.for_all,
            kind: new.kind,
            article: new.article,
            other: new.other,
            story: new.story,
            moved: None,
            made_at: now,
        };
        let mut dirty = Dirty::new();
        if said.for_all {
            self.obey(&mut tx, &mut desk, &said, &mut dirty).await?;
        }
        self.ask_followers(&mut tx, None, &dirty).await?;
        tx.commit().await?;
        self.put_down(guard, desk);
        Ok(id)
    }

    /// Takes a correction back; it stays in the record. Families go where the machine, and the words that still
    /// hold, put them; an article that was moved to a story stays there.
    ///
    /// # Errors
    /// A refusal of the store where there is no such correction, or it was taken back before.
    pub async fn take_back(&self, id: i64) -> Result<()> {
        let mut guard = self.desk().await?;
        let Some(mut desk) = guard.take() else { return Ok(()) };
        let said = self.store.correction(id).await?;
        let mut tx = self.store.begin().await?;
        let mut dirty = Dirty::new();
        if let Err(error) = tx.undo_correction(id, self.now()).await {
            *guard = Some(desk);
            return Err(error.into());
        }
        if let Some(said) = said.filter(|said| said.for_all) {
            self.forsake(&mut tx, &mut desk, &said, &mut dirty).await?;
        }
        self.ask_followers(&mut tx, None, &dirty).await?;
        tx.commit().await?;
        self.put_down(guard, desk);
        Ok(())
    }

    /// The numbers of the corrections for all that a later one contradicts: remembered, and not obeyed.
    pub async fn overruled(&self) -> Result<BTreeSet<i64>> {
        let said = self.store.corrections_for_all().await?;
        let mut copies = Copies::default();
        copies.constrain_all(said.iter().filter_map(|one| Some((one.id, desk::word(one)?))));
        let mut overruled: BTreeSet<i64> =
            copies.words().filter(|(.., stands)| !stands).map(|(number, ..)| number).collect();
        // Of several printings of one family that were said to be the first, the one that was said last is.
        let mut first: BTreeMap<FamilyId, i64> = BTreeMap::new();
        for one in said.iter().filter(|one| one.kind == CorrectionKind::FirstHere) {
            if let Some((family, _)) = self.store.family_of(one.article).await? {
                overruled.extend(first.insert(family, one.id));
            }
        }
        Ok(overruled)
    }

    /// The article that is read from an address: its page's, its feed entry's, or the one that it names itself.
    pub async fn article_at(&self, address: &str) -> Result<Option<ArticleId>> {
        let canonical = canonical(address);
        Ok(self.store.article_read_from(canonical.as_deref().unwrap_or(address), address).await?)
    }

    /// Articles of other families that share passages with this one, those that share most first. None while the
    /// desk is at work: a page that is read does not wait for it.
    pub fn neighbours(&self, article: ArticleId) -> Vec<ArticleId> {
        let Ok(guard) = self.desk.try_lock() else { return Vec::new() };
        let Some(copies) = guard.as_ref().map(|desk| &desk.copies) else { return Vec::new() };
        let family = |id| copies.placement(id).map(|placed| placed.family);
        let mut found = copies.neighbours(article);
        found.retain(|&other| family(other) != family(article));
        found.truncate(MAX_NEIGHBOURS);
        found
    }

    /// The correction as it is remembered, if what it names is here.
    async fn sound(&self, new: &NewCorrection) -> Result<NewCorrection> {
        let mut new = *new;
        let needs_other = matches!(
            new.kind,
            CorrectionKind::NotACopy | CorrectionKind::SameText | CorrectionKind::NeverTogether
        );
        if needs_other && new.other.is_none_or(|other| other == new.article) {
            return Err(NotSorted::SameArticle.into());
        }
        for id in [Some(new.article), new.other].into_iter().flatten() {
            if self.store.stored_article(id).await?.is_none() {
                return Err(NotSorted::Unknown(id.get()).into());
            }
        }
        // A story that was merged away is meant as the one its address leads to.
        if let Some(story) = new.story
            && let StoryAddress::Moved(to) = self.store.story_address(story).await?
        {
            new.story = Some(to);
        }
        Ok(new)
    }

    async fn obey(&self, tx: &mut Tx, desk: &mut Desk, said: &Correction, dirty: &mut Dirty) -> Result<()> {
        for constraint in desk::words(said) {
            // A word holds for stories that have left the window too.
            for article in [Some(said.article), said.other].into_iter().flatten() {
                if let Some(story) = self.store.story_of(article).await? {
                    self.bring_back(desk, story).await?;
                }
            }
            if let Some(story) = said.story {
                self.bring_back(desk, story).await?;
            }
            let spare = Self::spare(tx, desk).await?;
            let events = desk.stories.constrain(constraint, spare, self.when());
            moves::write_events(tx, desk, &events, dirty, self.now()).await?;
        }
        if let Some(word) = desk::word(said) {
            self.recall(desk, said).await?;
            let moved = desk.copies.constrain(said.id, word);
            self.move_on(tx, desk, said, &moved, dirty).await?;
        }
        self.tell_first(tx, said, dirty).await
    }

    async fn forsake(
        &self,
        tx: &mut Tx,
        desk: &mut Desk,
        said: &Correction,
        dirty: &mut Dirty,
    ) -> Result<()> {
        if said.kind.is_of_stories() {
            self.unsay(tx, desk, said, dirty).await?;
        }
        if desk::word(said).is_some() {
            self.recall(desk, said).await?;
            let moved = desk.copies.release(said.id);
            self.move_on(tx, desk, said, &moved, dirty).await?;
        }
        self.tell_first(tx, said, dirty).await
    }

    /// Learns again what a word on copies may move: the families of what it names, and of what words on the same
    /// texts name, as far as they have left the window.
    async fn recall(&self, desk: &mut Desk, said: &Correction) -> Result<()> {
        let mut touched: BTreeSet<ArticleId> =
            [Some(said.article), said.other].into_iter().flatten().collect();
        let beside = self.store.corrections_for_all().await?;
        let names = |one: &Correction| [Some(one.article), one.other];
        for one in beside.iter().filter(|one| desk::word(one).is_some()) {
            if names(one).iter().flatten().any(|id| [Some(said.article), said.other].contains(&Some(*id))) {
                touched.extend(names(one).into_iter().flatten());
            }
        }
        for article in touched {
            let mut family = self.store.placed_beside(article, MAX_MEMBERS).await?;
            family.sort_by_key(|placed| placed.order);
            for placed in &family {
                if desk.copies.placement(placed.article.id).is_none() {
                    desk::take_back(&mut desk.copies, placed);
                }
            }
        }
        Ok(())
    }

    /// Writes who changed family, and lets the stories place them as the texts they now are.
    async fn move_on(
        &self,
        tx: &mut Tx,
        desk: &mut Desk,
        said: &Correction,
        moved: &[(ArticleId, FamilyId)],
        dirty: &mut Dirty,
    ) -> Result<()> {
        if moved.is_empty() {
            return Ok(());
        }
        let families = moves::write_moved(tx, moved).await?;
        moves::write_standing(tx, desk, &families, dirty).await?;
        let named = [Some(said.article), said.other].into_iter().flatten();
        let mut due: Vec<ArticleId> = moved.iter().map(|(article, _)| *article).collect();
        due.extend(named.filter(|named| moved.iter().all(|(article, _)| article != named)));
        let present = desk.present(Time::Unknown, self.when());
        for article in due {
            // What is in no open story stays where it is: a closed one takes no more, and gives none away.
            if desk.stories.story_of(article).is_none() {
                continue;
            }
            let Some(placed) = self.store.placed_beside(article, 1).await?.into_iter().next() else {
                continue;
            };
            let spare = Self::spare(tx, desk).await?;
            let family = desk.copies.placement(article).map(|placed| placed.family);
            let item = Item { article: &placed.article, family };
            let events = step(&mut desk.stories, &item, spare, present);
            moves::write_events(tx, desk, &events, dirty, self.now()).await?;
        }
        Ok(())
    }

    /// Who had a text first changes the lineage, which is read again with the briefs.
    async fn tell_first(&self, tx: &mut Tx, said: &Correction, dirty: &mut Dirty) -> Result<()> {
        if said.kind == CorrectionKind::FirstHere {
            for member in self.store.placed_beside(said.article, MAX_MEMBERS).await? {
                dirty.extend(tx.story_of(member.article.id).await?);
            }
        }
        Ok(())
    }
}
