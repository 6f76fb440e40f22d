//! Old families found again: what of an anchor stays when it leaves the window, and how it comes back for a late copy.
//! It refuses to hold words for it: whoever has them gives them to [`Copies::recall`], else the sketch decides.
//! Start at [`Copies::wanted`].

use crate::anchors::Sketch;
use crate::families::Member;
use crate::learn::Text;
use crate::print::sampled;
use crate::window::{Copies, Stored};
use wireroom_model::{Article, ArticleId, FamilyId, When};

impl Copies {
    /// Takes back the sketch of an anchor that left the window, as eviction would have kept it.
    pub fn restore_anchor(&mut self, article: &Article, family: FamilyId, arrived: When) {
        let mut text = Text::read(article);
        (text.family, text.arrived) = (family, arrived.unix());
        self.keep_sketch(article.id, &text);
    }

    /// The anchor past the window that a new text may be a copy of, where its words are not held: whoever has them
    /// gives them to [`Copies::recall`] before the text is added. Without them a sketch decides, which believes
    /// less and cannot tell the longest run in common.
    pub fn wanted(&self, article: &Article) -> Option<ArticleId> {
        let text = Text::read(article);
        let found = self.old.find(&text.asked(&sampled(&text.numbers)))?;
        let held = self.texts.get(&found.id).is_some_and(|old| old.gone == 0);
        (!held && found.id != article.id).then_some(found.id)
    }

    /// Takes back the words of an anchor past the window, until no text of the window stands in its family.
    pub fn recall(&mut self, article: &Article, stored: &Stored, arrived: When) {
        if self.texts.get(&article.id).is_some_and(|text| text.gone == 0) {
            return;
        }
        self.forget(article.id);
        self.learn(article, stored.family, stored.anchor, arrived.unix());
        self.forget_hubs(article.id);
        self.age(article.id);
        // Not before the text that it was recalled for has come.
        self.loose.remove(&article.id);
    }

    /// Keeps an anchor's sketch; a page without an article of its own is nobody's anchor.
    pub(crate) fn keep_sketch(&mut self, id: ArticleId, text: &Text) {
        if text.numbers.is_empty() || text.apart() {
            return;
        }
        let sample = sampled(&text.numbers);
        let sketch = Sketch::of(id, text.family, text.arrived, &text.asked(&sample));
        self.old.insert(sketch, self.settings.anchors);
    }

    /// Looks for the old family of a new text. Where the anchor's words are not at hand but its sketch is sure, a
    /// text without words stands in for it.
    pub(crate) fn meet_old(&mut self, id: ArticleId, sample: &[u32]) {
        let Some(text) = self.texts.get(&id) else { return };
        let Some(found) = self.old.find(&text.asked(sample)) else { return };
        let (apart, held) = (text.apart(), self.texts.get(&found.id));
        let words = held.is_some_and(|old| old.gone == 0);
        if held.is_some_and(|old| !old.fresh) {
            // It was recalled for this text, and goes again where the text is no copy of it.
            self.loose.insert(found.id);
        }
        if words || apart || !found.sure {
            return;
        }
        if held.is_none() {
            let old = Text::sketched(found.id, found.family, found.arrived, found.words);
            self.members.entry(found.family).or_default().insert(found.id);
            self.texts.insert(found.id, old);
            self.loose.insert(found.id);
        }
        self.link(id, found.id, found.pair);
    }
}
