//! The front page: one edition with an end. The widest told story leads; the rest stand in bands by how they are
//! told: by several newsrooms, by one text in many papers, by one outlet so far.

use crate::Problem;
use crate::frame::Frame;
use crate::pages::{Page, page, tag};
use crate::session::Asker;
use crate::state::{Access, ServerState};
use askama::Template;
use axum::extract::{Query, State};
use std::collections::{BTreeMap, BTreeSet};
use wireroom_model::When;
use wireroom_store::briefs::{Order, StoryCard};

mod card;

pub use card::Card;

/// Stories in an edition: what a person reads in ten minutes to a quarter of an hour.
pub const EDITION: u32 = 18;
/// Stories beside the lead.
const STACK: usize = 2;
/// Feeds named in the notice.
const TROUBLED: usize = 3;
/// While the house fills, the page renews itself after this many seconds.
const RENEW_SECONDS: u32 = 3;

#[derive(Debug, Template)]
#[template(path = "pages/front/front.html")]
struct FrontPage {
    frame: Frame,
    made: String,
    since: String,
    /// Said only where feeds need somebody, to who keeps them.
    troubled: Option<String>,
    filling: Option<Filling>,
    squares: Vec<Square>,
    told: String,
    lead: Option<Card>,
    stack: Vec<Card>,
    bands: Vec<Band>,
    more: bool,
}

/// Live counts while the first articles arrive.
#[derive(Debug)]
struct Filling {
    words: String,
    renews: bool,
}

/// One square under the masthead: a story of the edition.
#[derive(Debug)]
struct Square {
    place: usize,
    class: &'static str,
    name: String,
}

#[derive(Debug)]
struct Band {
    id: &'static str,
    title: &'static str,
    note: &'static str,
    cards: Vec<Card>,
}

/// `?still=1` holds the page while the house fills.
#[derive(Debug, serde::Deserialize)]
pub struct Asked {
    still: Option<String>,
}

/// The edition.
pub async fn show(State(state): State<ServerState>, asker: Asker, Query(asked): Query<Asked>) -> Page {
    let cards = state.store.front(asker.viewer(), Order::Coverage, EDITION + 1, 0).await?;
    let more = cards.len() > EDITION as usize;
    let edition = edition(&state, &asker, cards).await?;
    let mut frame = Frame::new(&state, Some(&asker), "The edition", "/");
    frame.front = true;
    let filling = filling(&state, &edition, asked.still.is_some()).await?;
    frame.refresh = filling.as_ref().filter(|filling| filling.renews).map(|_| RENEW_SECONDS);
    let troubled = troubled(&state, &asker).await?;
    page(&FrontPage { troubled, ..compose(frame, edition, filling, more) })
}

/// The cards of an edition with what this reader did to them.
async fn edition(state: &ServerState, asker: &Asker, cards: Vec<StoryCard>) -> Result<Vec<Card>, Problem> {
    let items: Vec<u64> = cards.iter().map(|card| card.id.get()).collect();
    let read: BTreeMap<u64, bool> = state
        .store
        .marks(asker.id(), &items)
        .await?
        .into_iter()
        .map(|mark| (mark.item, mark.read_at.is_some()))
        .collect();
    let now = state.clock.now();
    let mut edition = Vec::new();
    for (at, story) in cards.into_iter().take(EDITION as usize).enumerate() {
        let is_read = read.get(&story.id.get()).copied().unwrap_or_default();
        let brief = state.store.brief(story.id, asker.viewer()).await?;
        // The lead alone shows whose texts tell it.
        let unfolded = match at {
            0 => state.store.unfolded_in(story.id).await?,
            _ => BTreeSet::new(),
        };
        let tags = tag::on_card(state, asker, &story).await?;
        let mut card = Card::new(at + 1, story, brief.as_ref(), is_read, since(asker), now);
        card.tags = tags;
        card.unfold(brief.as_ref(), &unfolded, now);
        edition.push(card);
    }
    Ok(edition)
}

/// What counts as new: since the visit before this one.
fn since(asker: &Asker) -> Option<i64> {
    asker.user.previous_visit_at.filter(|_| asker.may_leave)
}

async fn filling(state: &ServerState, edition: &[Card], still: bool) -> Result<Option<Filling>, Problem> {
    let open = matches!(state.options.access, Access::Open { .. });
    if !open && !edition.is_empty() {
        return Ok(None);
    }
    let counts = state.store.counts().await?;
    // The open house (the demo) waits for its first story even before its first job is written down.
    if counts.waiting == 0 && !(open && edition.is_empty()) {
        return Ok(None);
    }
    let words = format!(
        "{} read from {} so far, in {}; {} to do.",
        crate::wording::count(counts.articles, "article", "articles"),
        crate::wording::count(counts.feeds, "feed", "feeds"),
        crate::wording::count(counts.stories, "story", "stories"),
        crate::wording::count(counts.waiting, "job", "jobs"),
    );
    Ok(Some(Filling { words, renews: !still }))
}

/// "Two feeds need you: Tern, Gull." for who keeps the feeds; nothing where all is well.
async fn troubled(state: &ServerState, asker: &Asker) -> Result<Option<String>, Problem> {
    if !asker.keeps_feeds() {
        return Ok(None);
    }
    let feeds = state.store.troubled_feeds(asker.viewer()).await?;
    let names: Vec<String> = feeds.iter().map(|feed| crate::wording::host(&feed.name)).collect();
    let names = crate::wording::listed(&names, TROUBLED);
    Ok(match feeds.len() as u64 {
        0 => None,
        1 => Some(format!("One feed needs you: {names}.")),
        many => Some(format!("{} need you: {names}.", crate::wording::spelled(many, "feed", "feeds"))),
    })
}

fn compose(frame: Frame, edition: Vec<Card>, filling: Option<Filling>, more: bool) -> FrontPage {
    use crate::wording::{count, spelled};
    let stories = edition.len() as u64;
    let articles: u64 = edition.iter().map(|card| card.articles).sum();
    let read = edition.iter().filter(|card| card.read).count() as u64;
    let fresh = edition.iter().filter(|card| card.fresh).count() as u64;
    let squares = edition.iter().map(square).collect();
    let mut rest = edition.into_iter();
    let lead = rest.next();
    let stack = rest.by_ref().take(STACK).collect();
    FrontPage {
        made: format!(
            "{}, folded from {}.",
            spelled(stories, "story", "stories"),
            count(articles, "article", "articles")
        ),
        since: match fresh {
            0 => String::new(),
            1 => "Since your last visit one story has news: the bold square.".to_owned(),
            _ => format!("Since your last visit {fresh} stories have news: the bold squares."),
        },
        told: format!("{read} of {stories} read"),
        troubled: None,
        frame,
        filling,
        squares,
        lead,
        stack,
        bands: bands(rest),
        more,
    }
}

fn square(card: &Card) -> Square {
    let (class, state) = match (card.read, card.fresh) {
        (true, _) => ("read", ", read"),
        (false, true) => ("fresh", ", with news"),
        (false, false) => ("", ""),
    };
    Square { place: card.place, class, name: format!("Story {}: {}{state}", card.place, card.title) }
}

fn bands(cards: impl Iterator<Item = Card>) -> Vec<Band> {
    let mut bands = [
        Band {
            id: "several",
            title: "Told by several newsrooms",
            note: "separate texts of one event",
            cards: vec![],
        },
        Band {
            id: "carried",
            title: "One origin, many papers",
            note: "one source, and who carried it",
            cards: vec![],
        },
        Band { id: "alone", title: "One outlet so far", note: "nobody else tells it yet", cards: vec![] },
    ];
    for card in cards {
        let at = match (card.origins + card.unknown, card.outlets) {
            (2.., _) => 0,
            (_, 2..) => 1,
            _ => 2,
        };
        if let Some(band) = bands.get_mut(at) {
            band.cards.push(card);
        }
    }
    bands.into_iter().filter(|band| !band.cards.is_empty()).collect()
}

/// The story after this one in the reader's edition: its number and headline, with this one's place and the whole.
pub async fn next_in_edition(
    state: &ServerState,
    asker: &Asker,
    story: wireroom_model::StoryId,
) -> Result<Option<(usize, usize, Option<StoryCard>)>, Problem> {
    let cards = state.store.front(asker.viewer(), Order::Coverage, EDITION, 0).await?;
    let Some(at) = cards.iter().position(|card| card.id == story) else { return Ok(None) };
    let total = cards.len();
    Ok(Some((at + 1, total, cards.into_iter().nth(at + 1))))
}

/// Lists without an edition's frame (Latest) reuse the card.
pub async fn cards(
    state: &ServerState,
    asker: &Asker,
    cards: Vec<StoryCard>,
    now: When,
) -> Result<Vec<Card>, Problem> {
    let mut out = Vec::new();
    for (at, story) in cards.into_iter().enumerate() {
        let brief = state.store.brief(story.id, asker.viewer()).await?;
        out.push(Card::new(at + 1, story, brief.as_ref(), false, None, now));
    }
    Ok(out)
}

#[cfg(test)]
mod tests;
