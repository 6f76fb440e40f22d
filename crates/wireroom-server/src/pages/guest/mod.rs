//! What people without an account see, where an owner lets them in: headlines, sources, the beginning of an article and
//! the link to it. These pages are made apart from the readers' own, which take an [`crate::session::Asker`] that
//! nobody can make without a session: none of them can forget who looks. Here every read is a guest's and a text
//! passes through [`Excerpt`] alone. Start at `routes.rs`, which lists what guests may see; all else asks for a login.

use crate::Problem;
use crate::frame::Frame;
use crate::pages::latest::page_number;
use crate::pages::{Page, page, tag};
use crate::stamp::{self, Stamp};
use crate::state::ServerState;
use crate::told::Told;
use crate::wording;
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;
use wireroom_model::{ArticleId, Lang, OutletId, StoryId};
use wireroom_store::Viewer;
use wireroom_store::articles::ArticleLine;
use wireroom_store::briefs::{Order, StoryCard};
use wireroom_store::stories::StoryAddress;

pub mod excerpt;

use excerpt::Excerpt;

/// Who looks, in every question to the store.
const WHO: Viewer = Viewer::Guest;
/// Stories on the front page.
const FRONT: u32 = 12;
/// Stories or articles on one page.
const LINES: u32 = 30;
/// Articles of one story.
const MAX_OF_STORY: usize = 100;

#[derive(Debug, Template)]
#[template(path = "pages/guest/guest.html")]
struct GuestPage {
    frame: Frame,
    heading: Heading,
    cards: Vec<Card>,
    newer: Option<u32>,
    older: Option<u32>,
    /// Where signing in leads back to.
    next: String,
}

/// A page's own heading: the interface's words, or an outlet's.
#[derive(Debug)]
struct Heading {
    text: String,
    lang: String,
    dir: &'static str,
}

/// One article, or the one that speaks for a story.
#[derive(Debug)]
struct Card {
    headline: String,
    lang: String,
    dir: &'static str,
    /// The page in this house.
    path: String,
    source: Option<(String, Option<u64>)>,
    time: Stamp,
    /// How many outlets tell the story, where the card stands for one.
    told: Option<String>,
    excerpt: Option<Excerpt>,
    /// The article where its outlet published it.
    link: Option<String>,
}

/// `?page=2` and on.
#[derive(Debug, Deserialize)]
pub struct Asked {
    page: Option<String>,
}

fn house(text: String) -> Heading {
    Heading { text, lang: crate::words::tongue().code().to_owned(), dir: crate::words::tongue().dir() }
}

fn printed(text: String, lang: Lang) -> Heading {
    Heading { text, lang: wording::tag(lang), dir: wording::dir(lang) }
}

fn answer(
    state: &ServerState,
    heading: Heading,
    cards: Vec<Card>,
    (newer, older): (Option<u32>, Option<u32>),
    next: String,
) -> Page {
    let frame = Frame::new(state, None, heading.text.clone(), "");
    let next = url::form_urlencoded::byte_serialize(next.as_bytes()).collect();
    page(&GuestPage { frame, heading, cards, newer, older, next })
}

async fn excerpt(state: &ServerState, article: ArticleId) -> Result<Option<Excerpt>, Problem> {
    let version = state.store.current_version(article, WHO).await?;
    Ok(version.and_then(|version| Excerpt::of(&version.extracted.body)))
}

async fn card(state: &ServerState, line: &ArticleLine) -> Result<Card, Problem> {
    Ok(Card {
        headline: line.title.clone(),
        lang: wording::tag(line.lang),
        dir: wording::dir(line.lang),
        path: format!("/article/{}", line.id),
        source: line.outlet.clone().map(|name| (name, line.outlet_id.map(OutletId::get))),
        time: stamp::short(line.published, state.clock.now()),
        told: None,
        excerpt: excerpt(state, line.id).await?,
        link: line.url.as_deref().and_then(wording::followable),
    })
}

async fn cards(state: &ServerState, lines: &[ArticleLine]) -> Result<Vec<Card>, Problem> {
    let mut cards = Vec::new();
    for line in lines {
        cards.push(card(state, line).await?);
    }
    Ok(cards)
}

/// A story stands for itself by the article whose headline it bears. Nothing else of its brief is shown.
async fn of_stories(state: &ServerState, stories: Vec<StoryCard>) -> Result<Vec<Card>, Problem> {
    let mut cards = Vec::new();
    for story in stories {
        let brief = state.store.brief(story.id, WHO).await?;
        let headline = brief.and_then(|brief| Told::read(&brief.json).headline).map(|one| one.article);
        let line = match headline {
            Some(article) => state.store.article_line(article, WHO).await?,
            None => None,
        };
        let Some(line) = line else { continue };
        cards.push(Card {
            path: format!("/story/{}", story.id),
            told: Some(say!("count-outlets", n = story.outlets)),
            ..card(state, &line).await?
        });
    }
    Ok(cards)
}

/// The first page: the most widely told stories, the latest day first.
pub async fn front(State(state): State<ServerState>) -> Page {
    let found = state.store.front(WHO, Order::Coverage, FRONT, 0).await?;
    let cards = of_stories(&state, found).await?;
    answer(&state, house(say!("guest-front")), cards, (None, None), "/".to_owned())
}

/// Stories by time.
pub async fn latest(State(state): State<ServerState>, Query(asked): Query<Asked>) -> Page {
    let number = page_number(asked.page.as_deref());
    let mut found = state.store.front(WHO, Order::Latest, LINES + 1, (number - 1) * LINES).await?;
    let pages = pages(&mut found, number);
    let cards = of_stories(&state, found).await?;
    answer(&state, house(say!("menu-latest")), cards, pages, "/latest".to_owned())
}

/// The pages before and after; one more than a page holds was asked for.
fn pages<T>(found: &mut Vec<T>, number: u32) -> (Option<u32>, Option<u32>) {
    let older = (found.len() > LINES as usize).then_some(number + 1);
    found.truncate(LINES as usize);
    ((number > 1).then(|| number - 1), older)
}

/// One story: its articles.
pub async fn story(
    State(state): State<ServerState>,
    Path(number): Path<String>,
) -> Result<Response, Problem> {
    let id: StoryId = number.parse().map_err(|_| Problem::no_page())?;
    let missing = || Problem::missing("story", id.get());
    // What a guest may not see is told as missing before its address says where it went.
    let here = match state.store.story_address(id).await? {
        StoryAddress::Here(here) | StoryAddress::Moved(here) => here,
        StoryAddress::Nowhere => return Err(missing()),
    };
    let brief = state.store.brief(here, WHO).await?.ok_or_else(missing)?;
    if here != id {
        return Ok(Redirect::permanent(&format!("{}/story/{here}", state.base())).into_response());
    }
    let mut lines = state.store.articles_of_story(here, WHO).await?;
    lines.truncate(MAX_OF_STORY);
    let heading = printed(brief.card.title, brief.card.lang);
    let cards = cards(&state, &lines).await?;
    Ok(answer(&state, heading, cards, (None, None), format!("/story/{id}"))?.into_response())
}

/// One article: its beginning.
pub async fn article(State(state): State<ServerState>, Path(number): Path<String>) -> Page {
    let id: ArticleId = number.parse().map_err(|_| Problem::no_page())?;
    let line = state.store.article_line(id, WHO).await?;
    let line = line.ok_or_else(|| Problem::missing("article", id.get()))?;
    let card = card(&state, &line).await?;
    let heading = printed(line.title, line.lang);
    answer(&state, heading, vec![card], (None, None), format!("/article/{id}"))
}

/// One outlet: what it published.
pub async fn outlet(
    State(state): State<ServerState>,
    Path(number): Path<String>,
    Query(asked): Query<Asked>,
) -> Page {
    let id: OutletId = number.parse().map_err(|_| Problem::no_page())?;
    let outlet = state.store.outlet(id, WHO).await?;
    let outlet = outlet.ok_or_else(|| Problem::missing("outlet", id.get()))?;
    let number = page_number(asked.page.as_deref());
    let mut found = state.store.articles_of_outlet(id, WHO, LINES + 1, (number - 1) * LINES).await?;
    let pages = pages(&mut found, number);
    let cards = cards(&state, &found).await?;
    answer(&state, house(outlet.name), cards, pages, format!("/outlet/{id}"))
}

/// One topic: its stories.
pub async fn topic(
    State(state): State<ServerState>,
    Path(last): Path<String>,
    Query(asked): Query<Asked>,
) -> Page {
    let (name, key) = tag::named(&last)?;
    let number = page_number(asked.page.as_deref());
    let mut found = state.store.stories_of_tag(&key, WHO, LINES + 1, (number - 1) * LINES).await?;
    let pages = pages(&mut found, number);
    let (names, _) = state.store.tag_spellings(&key, WHO).await?;
    let name = names.into_iter().next().unwrap_or(name);
    let cards = of_stories(&state, found).await?;
    answer(&state, house(format!("#{name}")), cards, pages, tag::path(&name))
}
