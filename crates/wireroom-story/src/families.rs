//! Families that the copy room moved after their texts came: the story room follows, so that a text that turns out
//! to be a copy speaks no more, and a family counts once. It refuses to move an article to another story for it.
//! Start at [`State::refamily`].

use crate::state::State;
use wireroom_model::{ArticleId, FamilyId};

impl State {
    /// Tells that an article of the window now stands in another family. Of two texts of one family that speak for
    /// one story the one that joined first speaks on. Returns true where the article is silent, and no text of its
    /// new family speaks for its story: taken in anew by `step` it would.
    pub fn refamily(&mut self, id: ArticleId, family: Option<FamilyId>) -> bool {
        let Some(text) = self.texts.get_mut(&id) else { return false };
        let (story, before) = (text.story, std::mem::replace(&mut text.family, family));
        if before == family {
            return false;
        }
        if let Some(before) = before
            && let Some(copies) = self.families.get_mut(&before)
        {
            copies.remove(&id);
            if copies.is_empty() {
                self.families.remove(&before);
            }
        }
        let Some(family) = family else { return self.is_silent(id) };
        self.families.entry(family).or_default().insert(id);
        let speaks = |other: &&ArticleId| {
            self.texts.get(other).is_some_and(|text| text.family == Some(family) && !text.views.is_empty())
        };
        let speaking: Vec<ArticleId> = self.articles(story).iter().filter(speaks).copied().collect();
        let copies = speaking.get(1..).unwrap_or_default();
        for &copy in copies {
            self.silence(copy);
        }
        if !copies.is_empty() {
            self.gather(story);
        }
        speaking.is_empty()
    }

    fn is_silent(&self, id: ArticleId) -> bool {
        self.texts.get(&id).is_some_and(|text| text.views.is_empty())
    }

    /// Lets a text speak no more; its story's centre is the caller's to gather.
    fn silence(&mut self, id: ArticleId) {
        self.retell(id, |text| (text.views, text.title) = Default::default());
    }
}
