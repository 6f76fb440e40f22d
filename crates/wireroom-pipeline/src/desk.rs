//! The desk: the two rooms that remember (copies, stories) and the stream's own time. Articles pass it one by one.
//! Its memory is only a cache of what the store holds; after an error it is thrown away and learnt again.

use crate::Result;
use std::collections::BTreeSet;
use wireroom_copy::{Copies, Placement, Settings, Wanted, Word};
use wireroom_model::{Article, ArticleId, Kind, StoryId, Time, When};
use wireroom_store::Store;
use wireroom_store::corrections::{Correction, CorrectionKind};
use wireroom_store::families::Placed;
use wireroom_store::stories::StoryAddress;
use wireroom_story::{Constraint, Event, Item, State, step};

/// Stream seconds that are learnt again: the longest window of any room (stories stay open 14 days) and a day.
const LEARN_SECONDS: i64 = 15 * 86_400;

/// How many texts are read from the store at a time.
const CHUNK: u32 = 500;

/// The rooms that remember.
#[derive(Debug, Default)]
pub(crate) struct Desk {
    pub copies: Copies,
    pub stories: State,
    /// The latest publication so far, never later than the clock said: the stream's present.
    latest: Option<i64>,
    /// A number taken from the sequence that no story has used yet.
    pub spare: Option<StoryId>,
}

impl Desk {
    /// The stream's present at an article: the largest publication so far, so that an archive that is imported
    /// passes as it once came; the clock where nothing was ever dated.
    pub fn present(&mut self, published: Time, clock: When) -> When {
        let stated = published.sort_key().map(|at| at.min(clock.unix()));
        self.latest = self.latest.max(stated);
        self.latest.and_then(When::from_unix).unwrap_or(clock)
    }

    /// Where a text stands among copies, and what that means for stories. `fresh` is used if a story opens.
    /// A page without an article of its own stands in no story.
    pub fn place(&mut self, article: &Article, fresh: StoryId, now: When) -> (Placement, Vec<Event>) {
        let placement = self.copies.add(article, now);
        self.follow(&placement, None);
        if matches!(article.kind, Kind::Empty | Kind::Listing) {
            return (placement, Vec::new());
        }
        let item = Item { article, family: Some(placement.family) };
        let events = step(&mut self.stories, &item, fresh, now);
        (placement, events)
    }

    /// The same for a changed text of an article that already stands in a story, which it keeps. `arrived` is when
    /// the article was placed, where the window knows it no more.
    pub fn replace(&mut self, article: &Article, arrived: Option<When>, now: When) -> Placement {
        let placement = match arrived {
            Some(arrived) => self.copies.add_again(article, arrived, now),
            None => self.copies.add(article, now),
        };
        self.follow(&placement, Some(article.id));
        placement
    }

    /// Tells the stories which texts turned out to be copies of others, so that no family speaks twice and none falls
    /// silent; `own` is the text itself where it stands in a story already.
    fn follow(&mut self, placement: &Placement, own: Option<ArticleId>) {
        let own = own.map(|own| (own, placement.family));
        let moved = own.into_iter().chain(placement.moved.iter().copied());
        self.stories.refamily(moved.map(|(article, family)| (article, Some(family))));
    }
}

/// What a correction means to the story room: nothing, one word, or one for each article that went.
pub(crate) fn words(said: &Correction) -> Vec<Constraint> {
    let Correction { article, other, story, .. } = *said;
    match (said.kind, other, story) {
        (CorrectionKind::NeverTogether, Some(other), _) => vec![Constraint::NeverTogether(article, other)],
        (CorrectionKind::BelongsHere, _, Some(story)) => vec![Constraint::BelongsHere(article, story)],
        (CorrectionKind::OneStory, Some(other), _) => vec![Constraint::OneStory(article, other)],
        (CorrectionKind::SplitHere, stays, Some(story)) => {
            let Some(moved) = &said.moved else { return Vec::new() };
            let mut words = vec![Constraint::Apart(moved.from, story)];
            words.extend(stays.map(|stays| Constraint::BelongsHere(stays, moved.from)));
            words.extend(moved.articles.iter().map(|&article| Constraint::BelongsHere(article, story)));
            words
        }
        _ => Vec::new(),
    }
}

/// Lets the story room know what holds, and nothing else. A story that was merged away is meant as the one that its
/// address leads to.
pub(crate) async fn remember(store: &Store, desk: &mut Desk, said: &[Correction]) -> Result<()> {
    desk.stories.forget_words();
    for correction in said.iter().filter(|said| said.kind.is_of_stories()) {
        let mut now = correction.clone();
        now.story = match now.story {
            Some(story) => Some(standing(store, story).await?),
            None => None,
        };
        if let Some(moved) = &mut now.moved {
            moved.from = standing(store, moved.from).await?;
        }
        for word in words(&now) {
            desk.stories.remember(word);
        }
    }
    Ok(())
}

/// The story that an address leads to; the number itself where it leads nowhere.
pub(crate) async fn standing(store: &Store, story: StoryId) -> Result<StoryId> {
    Ok(match store.story_address(story).await? {
        StoryAddress::Moved(into) => into,
        StoryAddress::Here(_) | StoryAddress::Nowhere => story,
    })
}

/// What a correction means to the copy room, where it means anything.
pub(crate) const fn word(correction: &Correction) -> Option<Word> {
    match (correction.kind, correction.other) {
        (CorrectionKind::NotACopy, Some(other)) => Some(Word::NotACopy(correction.article, other)),
        (CorrectionKind::SameText, Some(other)) => Some(Word::SameText(correction.article, other)),
        // Who had it first is a matter of lineage: it changes nobody's family.
        _ => None,
    }
}

/// A desk that obeys what readers said for all, and remembers no article yet.
pub(crate) async fn empty(store: &Store, window: Settings) -> Result<Desk> {
    let mut desk = Desk { copies: Copies::new(window), ..Desk::default() };
    let said = store.corrections_for_all().await?;
    desk.copies.constrain_all(said.iter().filter_map(|one| Some((one.id, word(one)?))));
    remember(store, &mut desk, &said).await?;
    Ok(desk)
}

/// Learns the desk's memory from the store, in the order in which it was made.
pub(crate) async fn learn(store: &Store, window: Settings) -> Result<Desk> {
    let mut desk = empty(store, window).await?;
    let Some(last) = store.last_placed_at().await? else { return Ok(desk) };
    // The newest texts are learnt however old they are, as the copy room keeps them.
    let newest = u32::try_from(window.keep).unwrap_or(u32::MAX);
    let longest = LEARN_SECONDS.max(window.window_seconds);
    let since = store.placed_since(newest).await?.unwrap_or(last).min(last - longest);
    desk.latest = Some(last);
    // A text that a reader's word names is known however old it is.
    for article in named(&desk.copies) {
        for placed in store.placed_beside(article, 1).await?.iter().filter(|one| one.placed_at < since) {
            take_back(&mut desk.copies, placed);
        }
    }
    let mut after = 0;
    loop {
        let some = store.placed(since, after, CHUNK).await?;
        let Some(last) = some.last() else { break };
        after = last.order;
        for placed in &some {
            let Some(arrived) = When::from_unix(placed.placed_at) else { continue };
            take_back(&mut desk.copies, placed);
            if let Some(story) = placed.story {
                let stored = wireroom_story::Stored { story, family: Some(placed.family), arrived };
                desk.stories.restore(&placed.article, &stored);
            }
        }
    }
    for (one, other) in store.partings().await? {
        desk.stories.restore_parting(one, other);
    }
    learn_old(store, &mut desk.copies, since, window.anchors).await?;
    Ok(desk)
}

/// Learns what the copy room keeps past the window: the anchors of texts that are in it, and sketches of others.
async fn learn_old(store: &Store, copies: &mut Copies, since: i64, most: usize) -> Result<()> {
    for anchor in copies.missing_anchors() {
        if let Some(old) =
            store.placed_beside(anchor, 1).await?.first().filter(|old| old.article.id == anchor)
            && let Some(arrived) = When::from_unix(old.placed_at)
        {
            copies.recall(&old.article, &Wanted { article: anchor, family: old.family, arrived });
        }
    }
    let mut before = (since, 0);
    while copies.anchors() < most {
        let some = store.anchors_before(before, CHUNK).await?;
        let Some(last) = some.last() else { break };
        before = (last.placed_at, last.article.id.as_i64());
        for old in &some {
            if let Some(arrived) = When::from_unix(old.placed_at) {
                copies.restore_anchor(&old.article, old.family, arrived);
            }
        }
    }
    Ok(())
}

/// Gives the copy room the words of the old anchor that a text may be a copy of, before the text comes.
pub(crate) async fn recall(store: &Store, copies: &mut Copies, article: &Article, now: When) -> Result<()> {
    if let Some(wanted) = copies.wanted(article, now) {
        let old = store.placed_beside(wanted.article, 1).await?;
        if let Some(old) = old.first().filter(|old| old.article.id == wanted.article) {
            copies.recall(&old.article, &wanted);
        }
    }
    Ok(())
}

/// The texts that readers' words on copies name.
pub(crate) fn named(copies: &Copies) -> BTreeSet<ArticleId> {
    let of = |word| match word {
        Word::NotACopy(one, other) | Word::SameText(one, other) => [one, other],
    };
    copies.words().flat_map(|(_, word, _)| of(word)).collect()
}

/// Puts a text back where it stood when it was placed.
pub(crate) fn take_back(copies: &mut Copies, placed: &Placed) {
    let stored = wireroom_copy::Stored {
        family: placed.family,
        anchor: placed.anchor,
        relation: placed.relation,
        containment: placed.containment,
        longest_run_words: placed.longest_run_words,
    };
    if let Some(arrived) = When::from_unix(placed.placed_at) {
        copies.restore(&placed.article, &stored, arrived);
    }
}
