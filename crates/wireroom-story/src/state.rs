//! All that the room knows: the texts of the window, their stories, what is rare, and readers' words.
//! It refuses to hold what follows from the rest: weights, centres and the index are made anew from a snapshot.
//! Start at [`State`]; what happens to it stands in `step`.

use crate::event::{Cause, Event, Reason};
use crate::footprint::MAX_TITLE;
use crate::story::{Centre, Holds};
use crate::stream::Stream;
use crate::terms::Terms;
use crate::views::{Read, Views, Weighed};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use wireroom_model::{Article, ArticleId, FamilyId, Kind, Lang, StoryId, When};
use wireroom_text::hash::ByHash;

/// The version of what a snapshot holds, what its terms stand for among it; one of another version is refused.
const VERSION: u32 = 5;

/// The terms by which a text is found: those that say most about it.
pub(crate) const SALIENT: usize = 24;

/// One article as it arrives.
#[derive(Debug, Clone, Copy)]
pub struct Item<'a> {
    pub article: &'a Article,
    /// The copy family, where the text has others like it (or always: a family of one is harmless).
    pub family: Option<FamilyId>,
}

/// The window's bounds.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Settings {
    /// Seconds after its arrival at which an article no longer speaks for its story; a story closes with its last.
    pub window_seconds: i64,
    /// The newest articles stay however old they are: a small house forgets slowly, and wrong dates that jump
    /// months ahead do not empty the window.
    pub keep: usize,
}

impl Default for Settings {
    fn default() -> Self {
        Self { window_seconds: 14 * 86_400, keep: 4_096 }
    }
}

/// A reader's word, remembered for later articles too.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Constraint {
    /// These two articles, and copies of them, never stand in one story.
    NeverTogether(ArticleId, ArticleId),
    /// This article, and copies of it, belong to that story.
    BelongsHere(ArticleId, StoryId),
    /// The stories of these two articles, and of copies of them, are one.
    OneStory(ArticleId, ArticleId),
    /// These two stories are never one.
    Apart(StoryId, StoryId),
}

/// An assignment as the store keeps it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stored {
    pub story: StoryId,
    pub family: Option<FamilyId>,
    /// When the article arrived.
    pub arrived: When,
}

/// One article of the window.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Text {
    pub story: StoryId,
    pub family: Option<FamilyId>,
    pub arrived: i64,
    /// When it was published, where that is known.
    pub published: Option<i64>,
    pub lang: Lang,
    /// What it says; empty for a copy of a text that already speaks for the story, and for pages without text.
    pub views: Views,
    /// The headline of a text that speaks: where the words of a split are read.
    pub title: String,
    /// True for a page that never speaks.
    pub mute: bool,
}

impl Text {
    /// True where it speaks for its story.
    pub(crate) const fn speaks(&self) -> bool {
        !self.views.is_empty()
    }
}

/// One open story: its articles in the order in which they joined.
#[derive(Debug, Clone, Default)]
pub(crate) struct Story {
    pub articles: Vec<ArticleId>,
    pub centre: Centre,
    /// The terms under which the index has it.
    pub found_by: BTreeSet<u32>,
    /// How many of its texts have each term, and how many there are, language by language.
    pub holds: BTreeMap<Lang, Holds>,
    /// When its articles were published, ascending.
    pub days: Vec<i64>,
}

/// All that the room knows. Serialises; the same steps give the same bytes.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(try_from = "Saved", into = "Saved")]
pub struct State {
    pub(crate) settings: Settings,
    pub(crate) streams: BTreeMap<String, Stream>,
    pub(crate) texts: BTreeMap<ArticleId, Text>,
    pub(crate) stories: BTreeMap<StoryId, Story>,
    pub(crate) constraints: BTreeSet<Constraint>,
    /// Stories that came apart, the smaller number first: they are not put together again.
    pub(crate) parted: BTreeSet<(StoryId, StoryId)>,
    pub(crate) families: BTreeMap<FamilyId, BTreeSet<ArticleId>>,
    due: BTreeSet<(i64, ArticleId)>,
    /// From a salient term to the stories whose texts have it, with how many of them.
    pub(crate) index: ByHash<u32, BTreeMap<StoryId, u32>>,
    pub(crate) terms: Terms,
}

/// What a snapshot holds.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Saved {
    version: u32,
    settings: Settings,
    streams: BTreeMap<String, Stream>,
    texts: BTreeMap<ArticleId, Text>,
    stories: BTreeMap<StoryId, Vec<ArticleId>>,
    constraints: BTreeSet<Constraint>,
    parted: BTreeSet<(StoryId, StoryId)>,
}

impl From<State> for Saved {
    fn from(state: State) -> Self {
        Self {
            version: VERSION,
            settings: state.settings,
            streams: state.streams,
            texts: state.texts,
            stories: state.stories.into_iter().map(|(id, story)| (id, story.articles)).collect(),
            constraints: state.constraints,
            parted: state.parted,
        }
    }
}

impl TryFrom<Saved> for State {
    type Error = String;

    fn try_from(saved: Saved) -> Result<Self, String> {
        if saved.version != VERSION {
            return Err(format!(
                "the snapshot of stories has version {}, this program reads {VERSION}: restore from the store instead",
                saved.version
            ));
        }
        let mut state = Self {
            settings: saved.settings,
            streams: saved.streams,
            texts: saved.texts,
            constraints: saved.constraints,
            parted: saved.parted,
            ..Self::default()
        };
        for (&id, text) in &state.texts {
            state.due.insert((text.arrived.saturating_add(state.settings.window_seconds), id));
            if let Some(family) = text.family {
                state.families.entry(family).or_default().insert(id);
            }
        }
        for (id, articles) in saved.stories {
            for &article in &articles {
                if let Some(text) = state.texts.get(&article) {
                    hold(state.stories.entry(id).or_default(), text, |_, _| ());
                }
            }
            state.stories.entry(id).or_default().articles = articles;
            state.gather(id);
        }
        Ok(state)
    }
}

impl State {
    /// An empty state with these bounds.
    pub fn new(settings: Settings) -> Self {
        Self { settings, ..Self::default() }
    }

    /// Takes back an article that was assigned before (in order of arrival), without assigning it anew.
    pub fn restore(&mut self, article: &Article, stored: &Stored) {
        let item = Item { article, family: stored.family };
        if let Some(before) = self.withdraw(article.id)
            && self.articles(before).is_empty()
        {
            self.drop_story(before);
        }
        let views = Views::of(&Read::of(article, &mut self.terms));
        let copies = stored.family.and_then(|family| self.families.get(&family));
        if !is_mute(article) && copies.is_none_or(BTreeSet::is_empty) {
            self.measure(article, &views, stored.story);
        }
        self.take(&item, stored.story, views, stored.arrived.unix());
    }

    /// The story of an article that is still in the window.
    pub fn story_of(&self, article: ArticleId) -> Option<StoryId> {
        self.texts.get(&article).map(|text| text.story)
    }

    /// The articles of an open story that are still in the window, in the order in which they joined.
    pub fn articles(&self, story: StoryId) -> &[ArticleId] {
        self.stories.get(&story).map_or(&[], |story| &story.articles)
    }

    /// The readers' words, in order.
    pub fn constraints(&self) -> impl Iterator<Item = Constraint> + '_ {
        self.constraints.iter().copied()
    }

    /// Closes what is past the window. `step` does it too.
    pub fn evict(&mut self, now: When) -> Vec<Event> {
        let mut touched = BTreeSet::new();
        while let Some(&(due, id)) = self.due.first() {
            if due > now.unix() || self.texts.len() <= self.settings.keep {
                break;
            }
            self.due.remove(&(due, id));
            touched.extend(self.let_go(id));
        }
        let mut events = Vec::new();
        for story in touched {
            if self.articles(story).is_empty() {
                self.drop_story(story);
                events.push(Event::Closed { story, reason: Reason::of(Cause::Age) });
            } else {
                self.gather(story);
            }
        }
        events
    }

    /// Takes an article out of its story, which may stay behind empty.
    pub(crate) fn withdraw(&mut self, id: ArticleId) -> Option<StoryId> {
        let story = self.let_go(id)?;
        self.gather(story);
        Some(story)
    }

    /// Forgets an article; gives back its story, whose centre the caller gathers.
    fn let_go(&mut self, id: ArticleId) -> Option<StoryId> {
        let text = self.texts.remove(&id)?;
        self.due.remove(&(text.arrived.saturating_add(self.settings.window_seconds), id));
        self.forget(&text);
        self.leave_family(id, text.family);
        let (story, lang) = (text.story, text.lang);
        if let Some(story) = self.stories.get_mut(&story) {
            story.articles.retain(|&article| article != id);
        }
        self.pass_on(text);
        if self.streams.get(lang.as_str()).is_some_and(Stream::is_empty) {
            self.streams.remove(lang.as_str());
        }
        Some(story)
    }

    /// Forgets a story that holds no article any more, and what is known of it.
    pub(crate) fn drop_story(&mut self, story: StoryId) {
        self.gather(story);
        self.stories.remove(&story);
        self.parted.retain(|&(one, other)| one != story && other != story);
    }

    /// Articles in the window.
    pub fn len(&self) -> usize {
        self.texts.len()
    }

    /// Stories that are open.
    pub fn open(&self) -> usize {
        self.stories.len()
    }

    /// True where no article is in the window.
    pub fn is_empty(&self) -> bool {
        self.texts.is_empty()
    }

    pub(crate) fn stream(&self, lang: Lang) -> Option<&Stream> {
        self.streams.get(lang.as_str())
    }

    /// Puts an article that is not in the window into a story. A copy of a text that already speaks there stays silent.
    pub(crate) fn take(&mut self, item: &Item<'_>, story: StoryId, views: Views, arrived: i64) {
        let id = item.article.id;
        let copies = item.family.and_then(|family| self.families.get(&family));
        let spoken = copies.into_iter().flatten().any(|copy| {
            self.texts.get(copy).is_some_and(|text| text.story == story && !text.views.is_empty())
        });
        let mute = is_mute(item.article);
        let views = if spoken || mute { Views::default() } else { views };
        let lang = item.article.lang;
        let published = item.article.published.sort_key();
        self.due.insert((arrived.saturating_add(self.settings.window_seconds), id));
        if let Some(family) = item.family {
            self.families.entry(family).or_default().insert(id);
        }
        self.stories.entry(story).or_default().articles.push(id);
        let title = if views.is_empty() { "" } else { shown(&item.article.title) }.to_owned();
        let text = Text { story, family: item.family, arrived, published, lang, views, title, mute };
        self.count(&text);
        let stream = self.streams.get(lang.as_str()).filter(|_| !text.views.is_empty());
        let stale = stream.is_some_and(Stream::is_stale);
        let weighed = stream.filter(|_| !stale).map(|stream| Weighed::new(&text.views, stream));
        self.texts.insert(id, text);
        if stale {
            self.reweigh(lang);
        } else if let Some(weighed) = weighed {
            self.speak(story, &weighed);
        }
    }

    /// Counts a text into the story that it names and into its language's stream.
    fn count(&mut self, text: &Text) {
        let story = self.stories.entry(text.story).or_default();
        if text.views.is_empty() {
            return hold(story, text, |_, _| ());
        }
        let terms = &mut self.terms;
        let stream = self
            .streams
            .entry(text.lang.as_str().to_owned())
            .or_insert_with(|| Stream::new(text.lang, terms));
        stream.grow(story.holds.get(&text.lang).map_or(0, |held| held.texts));
        hold(story, text, |term, before| stream.add(term, before));
    }

    /// Changes a text of the window and what is counted of it; centres are the caller's to gather. False where the
    /// window does not have it.
    pub(crate) fn retell(&mut self, id: ArticleId, change: impl FnOnce(&mut Text)) -> bool {
        let Some(mut text) = self.texts.remove(&id) else { return false };
        self.forget(&text);
        change(&mut text);
        self.count(&text);
        self.texts.insert(id, text);
        true
    }

    /// Takes a text out of the counts of the story that it names, and of its language's stream.
    fn forget(&mut self, text: &Text) {
        let Some(story) = self.stories.get_mut(&text.story) else { return };
        if let Some(at) = text.published.and_then(|day| story.days.binary_search(&day).ok()) {
            story.days.remove(at);
        }
        let Some(held) = story.holds.get_mut(&text.lang).filter(|_| !text.views.is_empty()) else { return };
        if let Some(stream) = self.streams.get_mut(text.lang.as_str()) {
            held.remove(text.views.terms(), |term, after| stream.remove(term, after));
            stream.shrink(held.texts);
        }
        if held.texts == 0 {
            story.holds.remove(&text.lang);
        }
    }

    /// Lets a text speak for its story.
    fn speak(&mut self, story: StoryId, weighed: &Weighed) {
        let entry = self.stories.entry(story).or_default();
        for (term, _) in weighed.salient(SALIENT) {
            *self.index.entry(term).or_default().entry(story).or_default() += 1;
            entry.found_by.insert(term);
        }
        entry.centre.add(weighed);
    }

    /// Makes all weights of one language anew from what is common and rare now.
    fn reweigh(&mut self, lang: Lang) {
        if let Some(stream) = self.streams.get_mut(lang.as_str()) {
            stream.renew();
        }
        let of_lang: BTreeSet<StoryId> =
            self.texts.values().filter(|text| text.lang == lang).map(|text| text.story).collect();
        for story in of_lang {
            self.gather(story);
        }
    }

    /// Makes one story's centre and index entries anew from its texts, in the order in which they joined.
    pub(crate) fn gather(&mut self, id: StoryId) {
        let Some(story) = self.stories.get_mut(&id) else { return };
        for term in std::mem::take(&mut story.found_by) {
            if let Some(stories) = self.index.get_mut(&term) {
                stories.remove(&id);
                if stories.is_empty() {
                    self.index.remove(&term);
                }
            }
        }
        let weighed: Vec<Weighed> = story
            .articles
            .iter()
            .filter_map(|article| {
                let text = self.texts.get(article).filter(|text| !text.views.is_empty())?;
                Some(Weighed::new(&text.views, self.streams.get(text.lang.as_str())?))
            })
            .collect();
        story.centre = Centre::default();
        for text in &weighed {
            self.speak(id, text);
        }
    }
}

/// As much of a title as is kept for the words shown.
fn shown(title: &str) -> &str {
    title.get(..title.floor_char_boundary(MAX_TITLE)).unwrap_or_default()
}

/// Counts a text into its story: when it was published, and its terms where it speaks; `had` learns of each term how
/// many texts had it before.
fn hold(story: &mut Story, text: &Text, had: impl FnMut(u32, u32)) {
    if let Some(day) = text.published {
        story.days.insert(story.days.partition_point(|&other| other <= day), day);
    }
    if !text.views.is_empty() {
        story.holds.entry(text.lang).or_default().add(text.views.terms(), had);
    }
}

/// True for pages that never speak for a story: lists of other texts, and pages without text.
pub(crate) fn is_mute(article: &Article) -> bool {
    matches!(article.kind, Kind::Listing | Kind::Empty)
        || article.body.is_empty() && article.kind == Kind::Paywall
}
