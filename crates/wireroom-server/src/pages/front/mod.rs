//! The front page: one edition with an end. The first of the rank leads; the rest stand in bands by how they are
//! told: by several newsrooms, by one text in many papers, by one outlet so far. Each story says why it is here.

use crate::fields::Fields;
use crate::frame::Frame;
use crate::outgoing::view::View;
use crate::pages::{Either, json, tag};
use crate::session::{self, Asker};
use crate::stamp::{self, Stamp};
use crate::state::{Access, ServerState};
use crate::{Problem, wording};
use askama::Template;
use axum::extract::{Query, State};
use axum::response::{Html, IntoResponse, Redirect};
use std::collections::BTreeMap;
use wireroom_model::{Class, StoryId, When};
use wireroom_store::arrivals::CorrectedText;
use wireroom_store::briefs::StoryCard;
use wireroom_store::editions::{EditionChoice, Span};
use wireroom_store::marks::Marking;
use wireroom_store::users::Pictures;

mod card;
mod edition;
mod shape;
mod shelf;
mod tellings;
mod texts;
mod view;
mod why;

pub use card::{Card, Image, origins_line};
use edition::{Edition, MAX_STORIES, MIN_STORIES, Window};
pub use shelf::Shelf;
use view::{Band, Options, Section, Square, bands, square};

/// Stories beside the lead.
const STACK: usize = 2;
/// Feeds named in the notice.
const TROUBLED: usize = 3;
/// Corrections named under the stories, and for how long (seconds): as long as a story may stand in an edition.
const MAX_CORRECTED: u32 = 4;
const CORRECTED_SECONDS: i64 = 7 * 24 * 3600;
/// While the house fills, the page's script renews it after this many seconds, until its reader holds it. It is no
/// `meta refresh`: nobody could hold that, and it takes the place of who reads with a magnifier or by ear.
const RENEW_SECONDS: u32 = 3;

#[derive(Debug, Template)]
#[template(path = "pages/front/front.html")]
struct FrontPage {
    frame: Frame,
    made: String,
    /// When it was made, where it is held.
    held: Option<Stamp>,
    since: String,
    /// Said only where feeds need somebody, to who keeps them.
    troubled: Option<String>,
    filling: Option<Filling>,
    squares: Vec<Square>,
    told: String,
    corrected: Vec<Corrected>,
    lead: Option<Card>,
    stack: Vec<Card>,
    bands: Vec<Band>,
    /// What was left out, round the link to where it stands.
    left: (String, String),
    come: Option<String>,
    /// How many stories mutes leave out.
    muted: Option<String>,
    rule: Vec<(String, String)>,
    rest: (String, String),
    options: Options,
    /// No story to show, though the house has some.
    quiet: Option<String>,
    unread: bool,
    is_visit: bool,
}

/// A text that its outlet corrected after the reader had read its story.
#[derive(Debug)]
struct Corrected {
    path: String,
    title: String,
    outlet: String,
    what: String,
    when: Stamp,
}

/// Live counts while the first articles arrive.
#[derive(Debug)]
struct Filling {
    words: String,
    renews: bool,
}

/// `?still=1` holds the page while the house fills; `?span=day` shows the day to who chose the visit.
#[derive(Debug, serde::Deserialize)]
pub struct Asked {
    still: Option<String>,
    span: Option<String>,
}

impl Asked {
    fn span(&self) -> Option<Span> {
        self.span.as_deref().and_then(Span::parse)
    }
}

/// The edition.
pub async fn show(State(state): State<ServerState>, asker: Asker, Query(asked): Query<Asked>) -> Either {
    let edition = Edition::of(&state, &asker, asked.span()).await?;
    let cards = cards_of(&state, &asker, &edition).await?.clone();
    let mut frame = Frame::new(&state, Some(&asker), say!("front-title"), "/");
    frame.front = true;
    frame.out = Some(View::Edition);
    let filling = filling(&state, cards.is_empty(), asked.still.is_some()).await?;
    let options = Options::new(edition::choice(&state, &asker).await?);
    let hold = edition.to_hold(&asker).filter(|_| filling.is_none());
    let mut model = compose(frame, &edition, cards, options, state.clock.now());
    if model.lead.is_none() && state.store.latest_text(asker.viewer()).await?.is_some() {
        model.quiet = Some(view::quiet(edition.window, state.clock.now()));
    }
    model.filling = filling;
    model.troubled = troubled(&state, &asker).await?;
    model.corrected = corrected(&state, &asker).await?;
    let mut response = Html(model.render()?).into_response();
    match hold {
        Some(hold) => session::hold_edition(&state, &mut response, &hold),
        None => session::drop_edition(&state, &mut response),
    }
    Ok(response)
}

/// The same as a public shape (docs/formats/edition.schema.json).
pub async fn show_json(State(state): State<ServerState>, asker: Asker, Query(asked): Query<Asked>) -> Either {
    let edition = Edition::of(&state, &asker, asked.span()).await?;
    let cards = cards_of(&state, &asker, &edition).await?;
    json(&shape::EditionShape::new(&edition, cards))
}

/// Keeps how the reader wants the edition, makes a new one, or marks this one read.
pub async fn choose(State(state): State<ServerState>, fields: Fields) -> Either {
    let (asker, now) = (&fields.asker, state.clock.now().unix());
    let act = fields.text("act");
    let mut tx = state.store.begin().await?;
    match act {
        "choose" => tx.choose_edition(asker.id(), chosen(&fields)?).await?,
        "read" => {
            let order = Edition::of(&state, asker, None).await?.order();
            tx.mark_stories(asker.id(), &order, Marking::Read(Some(now))).await?;
        }
        "anew" => {}
        _ => return Err(Problem::bad_form(say!("front-bad-act"))),
    }
    tx.touch_visit(asker.id(), now).await?;
    tx.commit().await?;
    let mut response = Redirect::to(&format!("{}/", state.base())).into_response();
    if act != "read" {
        session::drop_edition(&state, &mut response);
    }
    Ok(response)
}

fn chosen(fields: &Fields) -> Result<EditionChoice, Problem> {
    let stories: Option<u32> = fields.text("stories").parse().ok();
    let stories = stories.filter(|number| (MIN_STORIES..=MAX_STORIES).contains(number));
    let (Some(stories), Some(span)) = (stories, Span::parse(fields.text("span"))) else {
        return Err(Problem::bad_form(say!("front-bad-choice", least = MIN_STORIES, most = MAX_STORIES)));
    };
    Ok(EditionChoice { stories, span })
}

/// The cards of an edition in reading order, with what this reader did to them. They are read once for an edition, which
/// is nobody else's and goes when anything is written.
async fn cards_of<'a>(
    state: &ServerState,
    asker: &Asker,
    edition: &'a Edition,
) -> Result<&'a Vec<(Section, Card)>, Problem> {
    edition.cards.get_or_try_init(|| read_cards(state, asker, edition)).await
}

async fn read_cards(
    state: &ServerState,
    asker: &Asker,
    edition: &Edition,
) -> Result<Vec<(Section, Card)>, Problem> {
    let order = edition.order();
    let items: Vec<u64> = order.iter().map(|story| story.get()).collect();
    let read: BTreeMap<u64, bool> = state
        .store
        .marks(asker.id(), &items)
        .await?
        .into_iter()
        .map(|mark| (mark.item, mark.read_at.is_some()))
        .collect();
    let mut briefs = state.store.briefs(&order, asker.viewer()).await?;
    let mut tellings = state.store.tellings_of(&order).await?;
    let topics = tag::OnCards::of(state, asker, &order).await?;
    let now = state.clock.now();
    let mut cards: Vec<(Section, Card)> = Vec::new();
    for (&section, stories) in &edition.sections {
        for &story in stories {
            let Some(brief) = briefs.remove(&story) else { continue };
            let is_read = read.get(&story.get()).copied().unwrap_or_default();
            let place = cards.len() + 1;
            let mut card =
                Card::new(place, brief.card.clone(), Some(&brief), is_read, since(asker, now), now);
            if asker.user.choices.pictures == Pictures::Hidden {
                card.image = None;
            }
            // The lead alone shows whose texts tell it.
            if cards.is_empty() {
                card.unfold(Some(&brief), &state.store.unfolded_in(story).await?, now);
            }
            card.tags = topics.on(&brief.card);
            let told = tellings.remove(&story).unwrap_or_default();
            card.also = told.into_iter().map(tellings::Telling::new).collect();
            card.why = edition.scores.get(&story).map(why::Why::new);
            cards.push((section, card));
        }
    }
    Ok(cards)
}

/// What counts as new: since the visit before this one.
fn since(asker: &Asker, now: When) -> Option<i64> {
    asker.user.away_since(now.unix()).filter(|_| asker.may_leave)
}

async fn filling(state: &ServerState, is_empty: bool, still: bool) -> Result<Option<Filling>, Problem> {
    let open = matches!(state.options.access, Access::Open { .. });
    if !open && !is_empty {
        return Ok(None);
    }
    let counts = state.store.counts().await?;
    // The open house (the demo) waits for its first story even before its first job is written down.
    if counts.waiting == 0 && !(open && is_empty) {
        return Ok(None);
    }
    let words = say!(
        "front-filling-so-far",
        articles = say!("count-articles", n = counts.articles),
        feeds = say!("count-feeds", n = counts.feeds),
        stories = say!("count-stories", n = counts.stories),
        n = counts.waiting
    );
    Ok(Some(Filling { words, renews: !still }))
}

/// "Two feeds need you: Tern, Gull." for who keeps the feeds; nothing where all is well.
async fn troubled(state: &ServerState, asker: &Asker) -> Result<Option<String>, Problem> {
    if !asker.keeps_feeds() {
        return Ok(None);
    }
    let feeds = state.store.troubled_feeds(asker.viewer()).await?;
    let names: Vec<String> = feeds.iter().map(|feed| wording::host(&feed.name)).collect();
    let names = wording::listed(&names, TROUBLED);
    Ok((!feeds.is_empty()).then(|| say!("front-troubled", n = feeds.len(), names = names)))
}

/// What outlets corrected after the reader had read its story, while that is recent.
async fn corrected(state: &ServerState, asker: &Asker) -> Result<Vec<Corrected>, Problem> {
    let now = state.clock.now();
    let since = now.unix() - CORRECTED_SECONDS;
    let found = state.store.corrected_since_read(asker.id(), since, MAX_CORRECTED).await?;
    let line = |text: CorrectedText| Corrected {
        path: format!("/article/{}/versions/{}", text.article, text.number),
        outlet: text.outlet.unwrap_or_default(),
        what: if text.changes.iter().any(|change| change.class == Class::Correction) {
            say!("front-corrected-notice")
        } else {
            say!("front-corrected-figure")
        },
        when: stamp::ago(text.seen_at, now),
        title: text.title,
    };
    Ok(found.into_iter().map(line).collect())
}

fn compose(
    frame: Frame,
    edition: &Edition,
    cards: Vec<(Section, Card)>,
    options: Options,
    now: When,
) -> FrontPage {
    let all = || cards.iter().map(|(_, card)| card);
    let stories = cards.len() as u64;
    let articles: u64 = all().map(|card| card.articles).sum();
    let read = all().filter(|card| card.read).count() as u64;
    let fresh = all().filter(|card| card.fresh).count() as u64;
    let mut before = None;
    let squares = cards.iter().map(|(section, card)| {
        let apart = before.replace(*section).is_some_and(|before| before != *section);
        square(card, apart)
    });
    let squares = squares.collect();
    let earlier = cards.iter().filter(|(_, card)| edition.is_earlier(card.id)).count() as u64;
    let (top, rest): (Vec<_>, Vec<_>) = cards.into_iter().partition(|(section, _)| *section == Section::Top);
    let mut top = top.into_iter().map(|(_, card)| card);
    let lead = top.next();
    FrontPage {
        made: view::made(edition.window, stories, earlier, articles, now),
        held: edition.held.then(|| stamp::ago(edition.made_at, now)),
        since: if fresh > 0 { say!("front-fresh", n = fresh) } else { String::new() },
        told: say!("front-read", read = read, n = stories),
        corrected: Vec::new(),
        left: view::left(edition.window, edition.left),
        come: view::come(edition.come),
        muted: (!edition.muted.is_empty()).then(|| say!("following-left-count", n = edition.muted.len())),
        unread: read < stories,
        is_visit: matches!(edition.window, Window::Visit(_)),
        rule: why::rule(),
        rest: say_round!("front-rule-rest"),
        troubled: None,
        filling: None,
        stack: top.by_ref().take(STACK).collect(),
        bands: bands(rest),
        frame,
        squares,
        lead,
        options,
        quiet: None,
    }
}

/// The stories that mutes leave out of the reader's present edition, with the names of the mutes.
pub async fn left_out(state: &ServerState, asker: &Asker) -> Result<Vec<(StoryId, Vec<String>)>, Problem> {
    Ok(Edition::of(state, asker, None).await?.muted.clone())
}

/// The stories of the reader's edition of the day, in reading order.
pub async fn todays(state: &ServerState, asker: &Asker) -> Result<Vec<StoryId>, Problem> {
    Ok(Edition::of(state, asker, Some(Span::Day)).await?.order())
}

/// Where a story stands in the reader's edition, how many there are, and the one after it.
pub async fn next_in_edition(
    state: &ServerState,
    asker: &Asker,
    story: StoryId,
) -> Result<Option<(usize, usize, Option<StoryCard>)>, Problem> {
    let order = Edition::order_with(state, asker, story).await?;
    let Some(at) = order.iter().position(|&other| other == story) else { return Ok(None) };
    let next = match order.get(at + 1) {
        Some(&next) => state.store.cards_of(&[next], asker.viewer()).await?.remove(&next),
        None => None,
    };
    Ok(Some((at + 1, order.len(), next)))
}

/// Lists without an edition's frame (Latest, a topic): no brief is read for them, but those that were written before
/// origins were counted.
pub async fn cards(
    state: &ServerState,
    asker: &Asker,
    cards: Vec<StoryCard>,
    now: When,
) -> Result<Vec<Card>, Problem> {
    let coverages = state.store.coverages_of(&cards).await?;
    let mut out = Vec::new();
    for (at, story) in cards.into_iter().enumerate() {
        out.push(match coverages.get(&story.id) {
            Some(coverage) => Card::line(at + 1, story, coverage, now),
            None => {
                let brief = state.store.brief(story.id, asker.viewer()).await?;
                Card::new(at + 1, story, brief.as_ref(), false, None, now)
            }
        });
    }
    Ok(out)
}

#[cfg(test)]
mod tests;
