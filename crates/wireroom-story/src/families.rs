//! Families that the copy room moved after their texts came, and texts that leave: of the texts of one family in one
//! story one speaks, always. It refuses to move an article to another story for it, and to let a page speak that
//! never may. Start at [`State::refamily`].

use crate::state::{State, Text};
use std::collections::{BTreeMap, BTreeSet};
use wireroom_model::{ArticleId, FamilyId, StoryId};

impl State {
    /// Tells that articles of the window now stand in other families. Of two texts of one family that speak for one
    /// story the one that joined first speaks on. Where none does, the first that may speaks with the words of the
    /// text that spoke for it until now: they were near enough to pass for its own.
    pub fn refamily(&mut self, moved: impl IntoIterator<Item = (ArticleId, Option<FamilyId>)>) {
        let mut touched: BTreeMap<StoryId, BTreeSet<Option<FamilyId>>> = BTreeMap::new();
        let mut before: BTreeMap<ArticleId, Option<FamilyId>> = BTreeMap::new();
        for (id, family) in moved {
            let Some(text) = self.texts.get_mut(&id) else { continue };
            let old = std::mem::replace(&mut text.family, family);
            if old == family {
                continue;
            }
            touched.entry(text.story).or_default().extend([old, family]);
            before.entry(id).or_insert(old);
            self.leave_family(id, old);
            if let Some(family) = family {
                self.families.entry(family).or_default().insert(id);
            }
        }
        for (story, families) in touched {
            self.settle_families(story, &families, &before);
        }
    }

    /// Takes an article out of the list of its family.
    pub(crate) fn leave_family(&mut self, id: ArticleId, family: Option<FamilyId>) {
        if let Some(family) = family
            && let Some(copies) = self.families.get_mut(&family)
        {
            copies.remove(&id);
            if copies.is_empty() {
                self.families.remove(&family);
            }
        }
    }

    /// Lets one text of each of these families speak for the story. `before` has the families of those that moved.
    fn settle_families(
        &mut self,
        story: StoryId,
        families: &BTreeSet<Option<FamilyId>>,
        before: &BTreeMap<ArticleId, Option<FamilyId>>,
    ) {
        let texts: Vec<(ArticleId, &Text)> =
            self.articles(story).iter().filter_map(|&id| Some((id, self.texts.get(&id)?))).collect();
        let old = |id: ArticleId, text: &Text| before.get(&id).copied().unwrap_or(text.family);
        let mut spoke: BTreeMap<FamilyId, ArticleId> = BTreeMap::new();
        for &(id, text) in texts.iter().filter(|(_, text)| text.speaks()) {
            if let Some(family) = old(id, text) {
                spoke.entry(family).or_insert(id);
            }
        }
        let (mut silent, mut heirs) = (Vec::new(), Vec::new());
        for &family in families {
            let of_family = || texts.iter().copied().filter(move |(_, text)| text.family == family);
            let heir = |(id, text): (ArticleId, &Text)| {
                let spoke = *spoke.get(&old(id, text)?)?;
                (!text.speaks() && text.may_take(self.texts.get(&spoke)?)).then_some((id, spoke))
            };
            match family {
                // Whoever stands in no family speaks alone.
                None => heirs.extend(of_family().filter_map(heir)),
                Some(_) if of_family().any(|(_, text)| text.speaks()) => {
                    silent.extend(of_family().filter(|(_, text)| text.speaks()).skip(1).map(|(id, _)| id));
                }
                Some(_) => heirs.extend(of_family().find_map(heir)),
            }
        }
        for &(heir, spoke) in &heirs {
            let words = self.texts.get(&spoke).map(|text| (text.views.clone(), text.title.clone()));
            self.retell(heir, |text| (text.views, text.title) = words.unwrap_or_default());
        }
        for &id in &silent {
            self.retell(id, |text| (text.views, text.title) = Default::default());
        }
        if !silent.is_empty() || !heirs.is_empty() {
            self.gather(story);
        }
    }

    /// Lets the next text of its family speak for the story that a text has left; the centre is the caller's to
    /// gather.
    pub(crate) fn pass_on(&mut self, left: Text) {
        let Some(family) = left.family.filter(|_| left.speaks()) else { return };
        let of_family = |id: &&ArticleId| self.texts.get(id).is_some_and(|text| text.family == Some(family));
        let mut heir = None;
        for id in self.articles(left.story).iter().filter(of_family) {
            let Some(text) = self.texts.get(id) else { continue };
            if text.speaks() {
                return;
            }
            heir = heir.or(text.may_take(&left).then_some(*id));
        }
        if let Some(heir) = heir {
            self.retell(heir, |text| (text.views, text.title) = (left.views, left.title));
        }
    }
}

impl Text {
    /// True where the words of another text can stand for this one's.
    fn may_take(&self, other: &Self) -> bool {
        !self.mute && self.lang == other.lang
    }
}
