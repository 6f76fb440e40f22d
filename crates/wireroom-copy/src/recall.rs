//! Old families found again: what of an anchor stays when it leaves the window, and how it comes back for a late copy.
//! It refuses to hold words for it: whoever has them gives them to [`Copies::recall`], else the sketch decides.
//! Start at [`Copies::wanted`].

use crate::anchors::Sketch;
use crate::families::Member;
use crate::learn::Text;
use crate::print::sampled;
use crate::window::Copies;
use std::collections::BTreeSet;
use wireroom_model::{Article, ArticleId, FamilyId, When};

/// An anchor past the window that a text may be a copy of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wanted {
    pub article: ArticleId,
    pub family: FamilyId,
    pub arrived: When,
}

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
    /// `now` is the arrival that the text will have: what is past the window by then leaves first.
    pub fn wanted(&mut self, article: &Article, now: When) -> Option<Wanted> {
        self.evict(now);
        if self.old.len() == 0 {
            return None;
        }
        let text = Text::read(article);
        let found = self.old.find(&text.asked(&sampled(&text.numbers)))?;
        let held = self.texts.get(&found.id).is_some_and(|old| old.gone == 0);
        let arrived = When::from_unix(found.arrived)?;
        let wanted = Wanted { article: found.id, family: found.family, arrived };
        (!held && found.id != article.id).then_some(wanted)
    }

    /// Takes back the words of an anchor past the window, until no text of the window stands in its family.
    pub fn recall(&mut self, article: &Article, wanted: &Wanted) {
        let id = article.id;
        if self.texts.get(&id).is_some_and(|text| text.gone == 0) {
            return;
        }
        self.forget(id);
        self.learn(article, wanted.family, id, wanted.arrived.unix());
        self.forget_hubs(id);
        self.age(id);
        // Not before the text that it was recalled for has come.
        self.loose.remove(&id);
        self.recalled.push(id);
    }

    /// Anchors of texts of the window that are not in it: after a restart the words of each are recalled.
    pub fn missing_anchors(&self) -> BTreeSet<ArticleId> {
        let anchors = self.texts.values().map(|text| text.anchor);
        anchors.filter(|anchor| !self.texts.contains_key(anchor)).collect()
    }

    /// Keeps an anchor's sketch; a page without an article of its own is nobody's anchor.
    pub(crate) fn keep_sketch(&mut self, id: ArticleId, text: &Text) {
        if let Some(sketch) = sketch(id, text) {
            self.old.insert(sketch, self.settings.anchors);
        }
    }

    /// Looks for the old family of a new text. Where the anchor's words are not at hand but its sketch is sure, a
    /// text without words stands in for it.
    pub(crate) fn meet_old(&mut self, id: ArticleId, sample: &[u32]) {
        let Some(text) = self.texts.get(&id) else { return };
        let Some(found) = self.old.find(&text.asked(sample)) else { return };
        let (apart, held) = (text.apart(), self.texts.get(&found.id));
        let words = held.is_some_and(|old| old.gone == 0);
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

/// What stays of an anchor; nothing of one that nobody can be a copy of.
pub(crate) fn sketch(id: ArticleId, text: &Text) -> Option<Sketch> {
    if text.numbers.is_empty() || text.apart() {
        return None;
    }
    Some(Sketch::of(id, text.family, text.arrived, &text.asked(&sampled(&text.numbers))))
}
