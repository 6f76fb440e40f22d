//! Which stories stand in a reader's edition, in which section and with what sum. It is made once and kept while it is
//! read: the browser holds its numbers (no page changes the store), and whatever it sends back is looked at again.
//! It never shows a story that this reader may not see. Start at [`Edition::of`].

use super::card::Card;
use super::shelf::{Key, Moment};
use super::tellings::places;
use super::view::Section;
use crate::Problem;
use crate::pages::following::muted;
use crate::session::Asker;
use crate::state::ServerState;
use crate::{words, zone};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use tokio::sync::OnceCell;
use wireroom_model::StoryId;
use wireroom_store::editions::{EditionChoice, Span};
use wireroom_store::rank_facts::{RankFacts, Since};
use wireroom_store::stories::StoryAddress;
use wireroom_story::rank::{Facts, Score, ranked};

/// Stories in an edition where the reader chose nothing.
pub const DEFAULT_STORIES: u32 = 8;
/// The smallest edition.
pub const MIN_STORIES: u32 = 5;
/// The largest edition: what is read in a quarter of an hour.
pub const MAX_STORIES: u32 = 20;
/// What the form offers.
pub const CHOICES: [u32; 4] = [MIN_STORIES, DEFAULT_STORIES, 12, MAX_STORIES];
/// Fewer stories than this are not held: while a house fills, the edition is made anew at each look.
const HELD_FROM: usize = MIN_STORIES as usize;
/// Stories that stand first, over the sections: the lead and two beside it.
const TOP: usize = 3;
/// Seconds of a day's edition.
const DAY: i64 = 24 * 3600;
/// Free places of a day's edition go to stories of this long (seconds) that the reader has not marked read.
const EARLIER: i64 = 7 * DAY;
/// How many earlier stories are asked for their marks.
const MAX_EARLIER: usize = 200;

/// The stories of each section in reading order; a section without stories is not there.
type Sections = BTreeMap<Section, Vec<StoryId>>;

/// What an edition was chosen from; each with its first second.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Window {
    /// The last 24 hours, by the reader's clock: 23 or 25 where it was changed.
    Day(i64),
    /// Nothing came in a week: the last 24 hours that had news.
    LastDay(i64),
    /// Since the reader's last visit.
    Visit(i64),
}

impl Window {
    pub const fn from(self) -> i64 {
        match self {
            Self::Day(from) | Self::LastDay(from) | Self::Visit(from) => from,
        }
    }

    pub const fn span(self) -> Span {
        match self {
            Self::Day(_) | Self::LastDay(_) => Span::Day,
            Self::Visit(_) => Span::Visit,
        }
    }

    const fn since(self) -> Since {
        match self {
            Self::Day(from) | Self::LastDay(from) => Since::Text(from),
            Self::Visit(from) => Since::Change(from),
        }
    }

    const fn letter(self) -> char {
        match self {
            Self::Day(_) => 'd',
            Self::LastDay(_) => 'l',
            Self::Visit(_) => 'v',
        }
    }
}

/// A story's points with what they were given for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scored {
    pub facts: Facts,
    pub score: Score,
    /// What the reader follows in it.
    pub follows: Vec<String>,
    outlets: u64,
}

/// One reader's edition.
#[derive(Debug)]
pub struct Edition {
    pub made_at: i64,
    pub window: Window,
    pub wanted: u32,
    pub sections: Sections,
    /// A story that left the window while its edition was held has none.
    pub scores: BTreeMap<StoryId, Scored>,
    /// Stories of the window that do not stand in it.
    pub left: u64,
    /// Of those, how many have a text that came after the edition was made.
    pub come: u64,
    /// Stories of the window that the reader's mutes leave out, with the names of the mutes.
    pub muted: Vec<(StoryId, Vec<String>)>,
    /// Made at an earlier look.
    pub held: bool,
    /// What its page shows of each story, once it was asked for.
    pub cards: OnceCell<Vec<(Section, Card)>>,
}

/// An edition as the browser holds it: `USER.MADE.FROM.LETTER~1.2.3~4.5~~6~`, section by section.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Held {
    made_at: i64,
    window: Window,
    sections: Sections,
}

impl Held {
    fn parse(text: &str, user: u64, now: i64) -> Option<Self> {
        let mut parts = text.split('~');
        let mut head = parts.next()?.split('.');
        let of: u64 = head.next()?.parse().ok()?;
        let made_at: i64 = head.next()?.parse().ok()?;
        let from: i64 = head.next()?.parse().ok()?;
        let window = match head.next()? {
            "d" => Window::Day(from),
            "l" => Window::LastDay(from),
            "v" => Window::Visit(from),
            _ => return None,
        };
        if of != user || made_at > now || from > made_at {
            return None;
        }
        let mut sections = Sections::new();
        let mut known = BTreeSet::new();
        for section in Section::ALL {
            for number in parts.next()?.split('.').filter(|number| !number.is_empty()) {
                let story: StoryId = number.parse().ok()?;
                if known.len() >= MAX_STORIES as usize || !known.insert(story) {
                    return None;
                }
                put(&mut sections, story, section);
            }
        }
        Some(Self { made_at, window, sections })
    }
}

impl Edition {
    /// The edition of this reader: the one that is being read, else a new one. `span` is asked for by the address;
    /// without it the reader's choice holds.
    pub async fn of(state: &ServerState, asker: &Asker, span: Option<Span>) -> Result<Arc<Self>, Problem> {
        let now = state.clock.now().unix();
        let moment = Moment::new(state.store.commits(), now);
        let key = Key {
            user: asker.id(),
            may_leave: asker.may_leave,
            span,
            held: asker.edition.clone(),
            tongue: words::tongue().code(),
            day: zone::day_before(now) - now,
        };
        let place = state.editions.place(key, moment);
        let made = place.get_or_try_init(async || Self::made(state, asker, span).await.map(Arc::new)).await?;
        Ok(Arc::clone(made))
    }

    async fn made(state: &ServerState, asker: &Asker, span: Option<Span>) -> Result<Self, Problem> {
        let choice = choice(state, asker).await?;
        let now = state.clock.now().unix();
        let held = asker.edition.as_deref().and_then(|text| Held::parse(text, asker.id().get(), now));
        let wanted = span.unwrap_or(choice.span);
        // Who wants what came since the last visit, and was never here, gets the day.
        let visit = asker.user.away_since(now).filter(|_| wanted == Span::Visit && asker.may_leave);
        let is_meant =
            |held: &Held| span.is_none() || held.window.span() == visit.map_or(Span::Day, |_| wanted);
        if let Some(held) = held.filter(is_meant) {
            let again = Self::again(state, asker, held, choice.stories).await?;
            // Where what led it is gone, nothing of it is worth keeping.
            if again.sections.contains_key(&Section::Top) {
                return Ok(again);
            }
        }
        let (window, mut found, before) = match visit {
            Some(from) => {
                let window = Window::Visit(from);
                (window, scored(state, asker, window.since(), now).await?, Vec::new())
            }
            None => day(state, asker, choice.stories, now).await?,
        };
        let mut sections = Sections::new();
        let first = places(state, &found, &[], choice.stories).await?;
        let left = first.left.len() as u64;
        let free = choice.stories.saturating_sub(u32::try_from(first.stand.len()).unwrap_or(u32::MAX));
        let taken: Vec<StoryId> = first.stand.iter().map(|one| one.facts.id).collect();
        let earlier = places(state, &before, &taken, free).await?.stand;
        let first = first.stand.iter().map(|one| (one.facts.id, section(one)));
        let chosen = first.chain(earlier.iter().map(|one| (one.facts.id, Section::Earlier)));
        for (place, (story, section)) in chosen.enumerate() {
            put(&mut sections, story, if place < TOP { Section::Top } else { section });
        }
        found.extend(before);
        let scores = found.into_iter().map(|one| (one.facts.id, one)).collect();
        let (made_at, wanted) = (now, choice.stories);
        let muted = left_out(state, asker, window.since()).await?;
        Ok(Self {
            made_at,
            window,
            wanted,
            sections,
            scores,
            left,
            come: 0,
            muted,
            held: false,
            cards: OnceCell::new(),
        })
    }

    /// A held edition, looked at again: what stands in it keeps its place. Free places go to what came since, at the
    /// end of its section.
    async fn again(state: &ServerState, asker: &Asker, held: Held, wanted: u32) -> Result<Self, Problem> {
        let Held { made_at, window, sections: stored } = held;
        let mut found = scored(state, asker, window.since(), made_at).await?;
        let known: BTreeSet<StoryId> = found.iter().map(|one| one.facts.id).collect();
        let silent = muted(state, asker, window.from() - EARLIER).await?;
        let mut sections = Sections::new();
        let mut stands = BTreeSet::new();
        for (section, ids) in stored {
            for id in ids {
                let Some(here) = still(state, asker, id, &known).await? else { continue };
                if !silent.contains_key(&here) && stands.insert(here) {
                    put(&mut sections, here, section);
                }
            }
        }
        let others: Vec<Scored> =
            found.iter().filter(|one| !stands.contains(&one.facts.id)).cloned().collect();
        let free = wanted.saturating_sub(u32::try_from(stands.len()).unwrap_or(u32::MAX));
        let standing: Vec<StoryId> = stands.iter().copied().collect();
        let more = places(state, &others, &standing, free).await?;
        for one in &more.stand {
            put(&mut sections, one.facts.id, section(one));
        }
        let left = more.left.len() as u64;
        let come = more.left.iter().filter(|one| one.facts.latest > made_at).count() as u64;
        if let (Window::Day(_), false) = (window, stands.iter().all(|story| known.contains(story))) {
            found.extend(scored(state, asker, Since::Text(made_at - EARLIER), made_at).await?);
        }
        let scores = found.into_iter().map(|one| (one.facts.id, one)).collect();
        let muted = left_out(state, asker, window.since()).await?;
        Ok(Self {
            made_at,
            window,
            wanted,
            sections,
            scores,
            left,
            come,
            muted,
            held: true,
            cards: OnceCell::new(),
        })
    }

    /// The reading order that a story's page goes on by. Where the story stands in a full edition that is being read,
    /// nothing is ranked anew for it.
    pub async fn order_with(
        state: &ServerState,
        asker: &Asker,
        story: StoryId,
    ) -> Result<Vec<StoryId>, Problem> {
        let now = state.clock.now().unix();
        if let Some(held) = asker.edition.as_deref().and_then(|text| Held::parse(text, asker.id().get(), now))
        {
            let order: Vec<StoryId> = held.sections.into_values().flatten().collect();
            if order.contains(&story) && order.len() >= choice(state, asker).await?.stories as usize {
                return Ok(order);
            }
        }
        Ok(Self::of(state, asker, None).await?.order())
    }

    /// Its stories in reading order.
    pub fn order(&self) -> Vec<StoryId> {
        self.sections.values().flatten().copied().collect()
    }

    /// True for a story from before the span, in a free place.
    pub fn is_earlier(&self, story: u64) -> bool {
        let Window::Day(from) = self.window else { return false };
        self.scores.values().any(|one| one.facts.id.get() == story && one.facts.latest < from)
    }

    /// What the browser keeps of it; `None` where there is too little to keep.
    pub fn to_hold(&self, asker: &Asker) -> Option<String> {
        if self.order().len() < HELD_FROM {
            return None;
        }
        let mut text =
            format!("{}.{}.{}.{}", asker.id(), self.made_at, self.window.from(), self.window.letter());
        for section in Section::ALL {
            let ids: Vec<String> =
                self.sections.get(&section).into_iter().flatten().map(StoryId::to_string).collect();
            text.push('~');
            text.push_str(&ids.join("."));
        }
        Some(text)
    }
}

/// What the reader chose, within the limits.
pub async fn choice(state: &ServerState, asker: &Asker) -> Result<EditionChoice, Problem> {
    let chosen = state.store.edition_choice(asker.id()).await?;
    let chosen = chosen.unwrap_or(EditionChoice { stories: DEFAULT_STORIES, span: Span::Day });
    Ok(EditionChoice { stories: chosen.stories.clamp(MIN_STORIES, MAX_STORIES), ..chosen })
}

/// The last 24 hours by the reader's clock, and what of the week before fills their free places. Where the week had nothing, the last day that
/// had.
async fn day(
    state: &ServerState,
    asker: &Asker,
    wanted: u32,
    now: i64,
) -> Result<(Window, Vec<Scored>, Vec<Scored>), Problem> {
    let window = Window::Day(zone::day_before(now));
    let found = scored(state, asker, window.since(), now).await?;
    if places(state, &found, &[], wanted).await?.stand.len() >= wanted as usize {
        return Ok((window, found, Vec::new()));
    }
    let mut before = scored(state, asker, Since::Text(now - EARLIER), now).await?;
    if before.is_empty()
        && let Some(latest) = state.store.latest_text(asker.viewer()).await?
    {
        let window = Window::LastDay(latest - DAY);
        return Ok((window, scored(state, asker, window.since(), now).await?, before));
    }
    before.retain(|one| one.facts.latest < window.from());
    before.truncate(MAX_EARLIER);
    let items: Vec<u64> = before.iter().map(|one| one.facts.id.get()).collect();
    let marks = state.store.marks(asker.id(), &items).await?;
    let read: BTreeSet<u64> =
        marks.into_iter().filter(|mark| mark.read_at.is_some()).map(|mark| mark.item).collect();
    before.retain(|one| !read.contains(&one.facts.id.get()));
    Ok((window, found, before))
}

/// The stories of a span by their points at a moment, the most first.
async fn scored(state: &ServerState, asker: &Asker, since: Since, at: i64) -> Result<Vec<Scored>, Problem> {
    let (Since::Text(from) | Since::Change(from)) = since;
    let mut rows = state.store.rank_facts(asker.viewer(), since).await?;
    let silent = muted(state, asker, from).await?;
    rows.retain(|row| !silent.contains_key(&row.story));
    let mut follows = follows(state, asker, from).await?;
    let outlets: BTreeMap<StoryId, u64> = rows.iter().map(|row| (row.story, row.outlets)).collect();
    let facts = rows.into_iter().map(|row| {
        let followed = follows.get(&row.story).map_or(0, Vec::len);
        facts(row, followed)
    });
    let found = ranked(facts.collect(), at);
    let scored = found.into_iter().map(|(facts, score)| Scored {
        score,
        follows: follows.remove(&facts.id).unwrap_or_default(),
        outlets: outlets.get(&facts.id).copied().unwrap_or_default(),
        facts,
    });
    Ok(scored.collect())
}

/// The stories of a span that mutes leave out.
async fn left_out(
    state: &ServerState,
    asker: &Asker,
    since: Since,
) -> Result<Vec<(StoryId, Vec<String>)>, Problem> {
    let (Since::Text(from) | Since::Change(from)) = since;
    let mut silent = muted(state, asker, from).await?;
    if silent.is_empty() {
        return Ok(Vec::new());
    }
    let rows = state.store.rank_facts(asker.viewer(), since).await?;
    Ok(rows.into_iter().filter_map(|row| Some((row.story, silent.remove(&row.story)?))).collect())
}

fn facts(row: RankFacts, follows: usize) -> Facts {
    Facts {
        id: row.story,
        origins: row.origins,
        unknown: row.unknown,
        latest: row.latest_at,
        came: row.came,
        follows: follows as u64,
    }
}

/// What the reader follows in the stories that changed since a moment: names as the page prints them. Whatever else
/// can be followed is added here.
async fn follows(
    state: &ServerState,
    asker: &Asker,
    from: i64,
) -> Result<BTreeMap<StoryId, Vec<String>>, Problem> {
    let mut found = state.store.followed_tags_in(asker.id(), from).await?;
    for tag in found.values_mut().flatten() {
        tag.insert(0, '#');
    }
    for (story, outlets) in state.store.followed_outlets_in(asker.id(), from).await? {
        found.entry(story).or_default().extend(outlets);
    }
    Ok(found)
}

/// The section of a story below the top: by how it is told.
const fn section(one: &Scored) -> Section {
    match (one.facts.origins.saturating_add(one.facts.unknown), one.outlets) {
        (2.., _) => Section::Several,
        (_, 2..) => Section::Carried,
        _ => Section::Alone,
    }
}

fn put(sections: &mut Sections, story: StoryId, section: Section) {
    sections.entry(section).or_default().push(story);
}

/// Where a held story stands now: itself, or the story it was merged into; `None` where this reader may see nothing.
async fn still(
    state: &ServerState,
    asker: &Asker,
    story: StoryId,
    known: &BTreeSet<StoryId>,
) -> Result<Option<StoryId>, Problem> {
    if known.contains(&story) {
        return Ok(Some(story));
    }
    let here = match state.store.story_address(story).await? {
        StoryAddress::Here(here) | StoryAddress::Moved(here) => here,
        StoryAddress::Nowhere => return Ok(None),
    };
    Ok(state.store.brief(here, asker.viewer()).await?.map(|_| here))
}

/// The sum of one story as it stands at a moment; for tests of the words.
#[cfg(test)]
pub(super) fn sum_of(facts: Facts, follows: Vec<String>, at: i64) -> Scored {
    Scored { score: wireroom_story::rank::score(&facts, at), facts, follows, outlets: 1 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_held_edition_is_taken_back_only_from_its_own_reader_and_whole() {
        let text = "7.1000.900.d~1.2.3~4~~5~";
        let held = Held::parse(text, 7, 2_000).unwrap();
        let sections: Vec<_> = held.sections.iter().map(|(section, ids)| (*section, ids.len())).collect();
        assert_eq!(sections, [(Section::Top, 3), (Section::Several, 1), (Section::Alone, 1)]);
        assert_eq!(held.window, Window::Day(900));
        for broken in [
            "8.1000.900.d~1~~~~",
            "7.9000.900.d~1~~~~",
            "7.1000.1900.d~1~~~~",
            "7.1000.900.x~1~~~~",
            "7.1000.900.d~1~~~",
            "7.1000.900.d~1.1~~~~",
            "7.1000.900.d~0~~~~",
            "7.1000.900.d~a~~~~",
            "",
        ] {
            assert_eq!(Held::parse(broken, 7, 2_000), None, "{broken}");
        }
        let many: Vec<String> = (1..=21).map(|number| number.to_string()).collect();
        assert_eq!(Held::parse(&format!("7.1000.900.d~{}~~~~", many.join(".")), 7, 2_000), None);
    }
}
