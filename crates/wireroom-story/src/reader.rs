//! The reader's hand: what a person said about where an article belongs is obeyed before any likeness.
//! It refuses to forget: words outlive the window until they are taken back. Start at [`State::constrain`].

use crate::event::{Cause, Event, Reason};
use crate::state::{Constraint, Item, State};
use std::collections::BTreeSet;
use wireroom_model::{ArticleId, FamilyId, StoryId, When};

impl State {
    /// Remembers a reader's word and obeys it at once for articles of the window. `fresh` is the id of the story
    /// that may have to open: of two that must not stand together the second goes, with the copies of its text.
    /// Of two words on where one article belongs the later holds.
    pub fn constrain(&mut self, constraint: Constraint, fresh: StoryId, now: When) -> Vec<Event> {
        self.remember(constraint);
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
            Constraint::OneStory(article, _) => self.reunite(article).into_iter().collect(),
            Constraint::Apart(..) => Vec::new(),
        }
    }

    /// Remembers a reader's word without moving anything.
    pub fn remember(&mut self, constraint: Constraint) {
        if let Constraint::BelongsHere(article, _) = constraint {
            self.constraints.retain(|word| !matches!(word, Constraint::BelongsHere(of, _) if *of == article));
        }
        self.constraints.insert(constraint);
    }

    /// Forgets every reader's word, before those that hold are said again.
    pub fn forget_words(&mut self) {
        self.constraints.clear();
    }

    /// Takes a reader's word back; what it moved stays where it is.
    pub fn release(&mut self, constraint: Constraint) {
        self.constraints.remove(&constraint);
    }

    /// Moves articles that stand in one story, with the copies of them there, into a story of their own, as a reader
    /// says. Nothing happens where they are all of the story, or none.
    pub fn split_out(&mut self, from: StoryId, articles: &[ArticleId], into: StoryId) -> Option<Event> {
        let leaves = self.with_copies(from, articles.iter().copied());
        if leaves.is_empty() || leaves.len() == self.articles(from).len() || from == into {
            return None;
        }
        Some(self.part(from, into, &leaves, Reason::of(Cause::Reader), Vec::new()))
    }

    /// Puts a story that a reader had split off back into the one that it came from.
    pub fn put_back(&mut self, from: StoryId, into: StoryId) -> Option<Event> {
        if from == into || self.articles(from).is_empty() || self.articles(into).is_empty() {
            return None;
        }
        self.parted.remove(&(from.min(into), from.max(into)));
        if self.must_stand_apart(from, into) {
            return None;
        }
        self.unite(from, into);
        Some(Event::Merged { from, into, reason: Reason::of(Cause::Reader) })
    }

    /// Makes one story of those of an article and of what a reader said is of the same story.
    pub(crate) fn reunite(&mut self, article: ArticleId) -> Option<Event> {
        let is_named = |named: ArticleId| self.is_copy_of(article, named);
        let pair = self.constraints.iter().find_map(|word| match *word {
            Constraint::OneStory(one, other) if is_named(one) || is_named(other) => {
                let (one, other) = (self.story_of(one)?, self.story_of(other)?);
                (one != other && !self.is_forbidden(one, other)).then_some((one, other))
            }
            _ => None,
        });
        let (one, other) = pair?;
        let (from, into) = self.order(one, other);
        self.unite(from, into);
        Some(Event::Merged { from, into, reason: Reason::of(Cause::Reader) })
    }

    /// Of two stories that become one, the one that goes and the one that keeps its address: that with more articles,
    /// the older number among equals.
    pub(crate) fn order(&self, one: StoryId, other: StoryId) -> (StoryId, StoryId) {
        let rank = |story: StoryId| (std::cmp::Reverse(self.articles(story).len()), story);
        if rank(one) <= rank(other) { (other, one) } else { (one, other) }
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
            self.drop_story(from);
            events.push(Event::Closed { story: from, reason: Reason::of(Cause::Reader) });
        }
        events
    }

    /// True where these two stories came apart before, or a reader's word keeps them apart.
    pub(crate) fn must_stand_apart(&self, one: StoryId, other: StoryId) -> bool {
        self.parted.contains(&(one.min(other), one.max(other))) || self.is_forbidden(one, other)
    }

    /// True where a reader's word keeps the two stories, or an article of the one and one of the other, apart.
    pub fn is_forbidden(&self, one: StoryId, other: StoryId) -> bool {
        self.constraints.iter().any(|word| match *word {
            Constraint::NeverTogether(a, b) => {
                let places = (self.story_of(a), self.story_of(b));
                places == (Some(one), Some(other)) || places == (Some(other), Some(one))
            }
            Constraint::Apart(a, b) => (a, b) == (one, other) || (b, a) == (one, other),
            Constraint::BelongsHere(..) | Constraint::OneStory(..) => false,
        })
    }

    /// Moves every article of `from` to `into`; what names `from` now names `into`.
    pub(crate) fn unite(&mut self, from: StoryId, into: StoryId) {
        for article in self.articles(from).to_vec() {
            self.shift(article, into);
        }
        self.gather(from);
        self.gather(into);
        self.stories.remove(&from);
        let named = |story: StoryId| if story == from { into } else { story };
        let words = std::mem::take(&mut self.constraints).into_iter().map(|word| match word {
            Constraint::BelongsHere(article, story) => Constraint::BelongsHere(article, named(story)),
            Constraint::Apart(one, other) => Constraint::Apart(named(one), named(other)),
            other => other,
        });
        self.constraints =
            words.filter(|word| !matches!(word, Constraint::Apart(one, other) if one == other)).collect();
        let parted = std::mem::take(&mut self.parted).into_iter().map(|(a, b)| (named(a), named(b)));
        self.parted = parted.filter(|(a, b)| a != b).map(|(a, b)| (a.min(b), a.max(b))).collect();
    }

    pub(crate) fn shift(&mut self, article: ArticleId, into: StoryId) -> bool {
        let Some(from) = self.story_of(article) else { return false };
        self.retell(article, |text| text.story = into);
        if let Some(story) = self.stories.get_mut(&from) {
            story.articles.retain(|&other| other != article);
        }
        self.stories.entry(into).or_default().articles.push(article);
        true
    }

    /// The article and the copies of its text in the window.
    pub(crate) fn copies_of(&self, article: ArticleId) -> BTreeSet<ArticleId> {
        let family = self.family_of(article).and_then(|family| self.families.get(&family));
        let mut copies = family.cloned().unwrap_or_default();
        copies.insert(article);
        copies
    }

    /// True where copies of an article are in the window.
    pub fn has_copies(&self, article: ArticleId) -> bool {
        let copies = self.family_of(article).and_then(|family| self.families.get(&family));
        copies.is_some_and(|copies| copies.len() > 1)
    }

    fn is_copy_of(&self, one: ArticleId, other: ArticleId) -> bool {
        one == other || self.family_of(one).is_some_and(|family| self.family_of(other) == Some(family))
    }

    fn family_of(&self, article: ArticleId) -> Option<FamilyId> {
        self.texts.get(&article).and_then(|text| text.family)
    }

    /// The article itself or a copy of it, as far as the window knows.
    fn stands_for(&self, item: &Item<'_>, named: ArticleId) -> bool {
        item.article.id == named
            || item.family.is_some() && self.texts.get(&named).is_some_and(|text| text.family == item.family)
    }

    /// The story in which a reader wants the article; a word on the article itself goes before one on a copy.
    pub(crate) fn wanted(&self, item: &Item<'_>) -> Option<StoryId> {
        let mut found = None;
        for word in &self.constraints {
            match *word {
                Constraint::BelongsHere(article, story) if article == item.article.id => return Some(story),
                Constraint::BelongsHere(article, story) if self.stands_for(item, article) => {
                    found = found.or(Some(story));
                }
                _ => {}
            }
        }
        found
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
                _ => [None, None],
            })
            .flatten()
            .collect()
    }
}
