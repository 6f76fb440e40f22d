//! The reader's hand: what a person said about where an article belongs is obeyed before any likeness.
//! It refuses to forget: words outlive the window until they are taken back. Start at [`State::constrain`].

use crate::event::{Cause, Event, Reason};
use crate::state::{Constraint, Item, State};
use std::collections::BTreeSet;
use wireroom_model::{ArticleId, StoryId, When};

impl State {
    /// Remembers a reader's word and obeys it at once for articles of the window. `fresh` is the id of the story
    /// that may have to open: of two that must not stand together the second goes, with the copies of its text.
    pub fn constrain(&mut self, constraint: Constraint, fresh: StoryId, now: When) -> Vec<Event> {
        self.constraints.insert(constraint);
        let _ = now;
        match constraint {
            Constraint::NeverTogether(stays, goes) => {
                let from = self.story_of(goes);
                if from.is_none() || from != self.story_of(stays) || self.is_copy_of(stays, goes) {
                    return Vec::new();
                }
                self.move_all(goes, fresh)
            }
            Constraint::BelongsHere(article, story) => self.move_all(article, story),
        }
    }

    /// Takes a reader's word back; what it moved stays where it is.
    pub fn release(&mut self, constraint: Constraint) {
        self.constraints.remove(&constraint);
    }

    fn move_all(&mut self, article: ArticleId, into: StoryId) -> Vec<Event> {
        let Some(from) = self.story_of(article).filter(|&from| from != into) else { return Vec::new() };
        let mut events = Vec::new();
        for copy in self.copies_of(article) {
            if self.story_of(copy) == Some(from) && self.shift(copy, into) {
                let reason = Reason::of(Cause::Reader);
                events.push(Event::Corrected { article: copy, from, into, reason });
            }
        }
        self.gather(from);
        self.gather(into);
        if self.articles(from).is_empty() {
            self.stories.remove(&from);
            events.push(Event::Closed { story: from, reason: Reason::of(Cause::Reader) });
        }
        events
    }

    /// True where a reader's word keeps an article of the one from an article of the other.
    pub(crate) fn must_stand_apart(&self, one: StoryId, other: StoryId) -> bool {
        self.constraints.iter().any(|constraint| match *constraint {
            Constraint::NeverTogether(a, b) => {
                let places = (self.story_of(a), self.story_of(b));
                places == (Some(one), Some(other)) || places == (Some(other), Some(one))
            }
            Constraint::BelongsHere(..) => false,
        })
    }

    /// Moves every article of `from` to `into`; readers' words that name `from` now name `into`.
    pub(crate) fn unite(&mut self, from: StoryId, into: StoryId) {
        for article in self.articles(from).to_vec() {
            self.shift(article, into);
        }
        self.gather(from);
        self.gather(into);
        self.stories.remove(&from);
        let words = std::mem::take(&mut self.constraints);
        self.constraints = words
            .into_iter()
            .map(|word| match word {
                Constraint::BelongsHere(article, story) if story == from => {
                    Constraint::BelongsHere(article, into)
                }
                other => other,
            })
            .collect();
    }

    fn shift(&mut self, article: ArticleId, into: StoryId) -> bool {
        let Some(text) = self.texts.get_mut(&article) else { return false };
        let from = std::mem::replace(&mut text.story, into);
        if let Some(story) = self.stories.get_mut(&from) {
            story.articles.retain(|&other| other != article);
        }
        self.stories.entry(into).or_default().articles.push(article);
        true
    }

    /// The article and the copies of its text in the window.
    fn copies_of(&self, article: ArticleId) -> BTreeSet<ArticleId> {
        let family = self.texts.get(&article).and_then(|text| text.family);
        let mut copies = family.and_then(|family| self.families.get(&family)).cloned().unwrap_or_default();
        copies.insert(article);
        copies
    }

    fn is_copy_of(&self, one: ArticleId, other: ArticleId) -> bool {
        self.copies_of(one).contains(&other)
    }

    /// The article itself or a copy of it, as far as the window knows.
    fn stands_for(&self, item: &Item<'_>, named: ArticleId) -> bool {
        item.article.id == named
            || item.family.is_some() && self.texts.get(&named).is_some_and(|text| text.family == item.family)
    }

    /// The story in which a reader wants the article.
    pub(crate) fn wanted(&self, item: &Item<'_>) -> Option<StoryId> {
        self.constraints.iter().find_map(|constraint| match *constraint {
            Constraint::BelongsHere(article, story) if self.stands_for(item, article) => Some(story),
            _ => None,
        })
    }

    /// The stories in which a reader does not want the article.
    pub(crate) fn barred(&self, item: &Item<'_>) -> BTreeSet<StoryId> {
        let bar = |named: ArticleId, other: ArticleId| {
            self.stands_for(item, named).then(|| self.story_of(other)).flatten()
        };
        self.constraints
            .iter()
            .flat_map(|constraint| match *constraint {
                Constraint::NeverTogether(one, two) => [bar(one, two), bar(two, one)],
                Constraint::BelongsHere(..) => [None, None],
            })
            .flatten()
            .collect()
    }
}
