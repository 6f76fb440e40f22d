//! A story: the brief with every sentence cited, key points, who said what, figures, timeline, and the articles
//! folded under their origins. The sources stand beside the text; a mark leads to its source, which lights up.

use crate::Problem;
use crate::fields::Fields;
use crate::frame::Frame;
use crate::outgoing::view::View;
use crate::pages::after::After;
use crate::pages::{Done, front, page, tag, talk};
use crate::session::Asker;
use crate::state::ServerState;
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use wireroom_model::StoryId;
use wireroom_store::marks::Marking;
use wireroom_store::stories::StoryAddress;

mod affairs;
mod coverage;
mod differ;
mod figures;
mod groups;
pub mod news;
mod sides;
mod sort;
mod variant;
mod view;
mod voices;
mod why;
mod written;

use affairs::Links;
pub use affairs::show_json as links;
use sort::Sort;
pub use sort::say;
use view::Story;
pub use view::cited_in;
use why::Happened;
pub use why::{Why, whys};

#[derive(Debug, Template)]
#[template(path = "pages/story/story.html")]
struct StoryPage {
    frame: Frame,
    story: Story,
    links: Links,
    place: Option<String>,
    /// Why it stands in the edition, or that it does not.
    here: Option<String>,
    next: Option<(u64, String)>,
    read: bool,
    starred: bool,
    tags: Vec<tag::TagLink>,
    /// This reader's own words change how the articles are folded here, and not what is counted for all.
    own: bool,
    /// What happened to the story as a whole.
    log: Vec<Happened>,
    sort: Sort,
    notice: Option<String>,
    /// Whether this reader may look at what was refused of a machine's sentences.
    keeps: bool,
    talk: talk::Talk,
}

/// The number in an address, or the page that says there is no such story.
fn id(text: &str) -> Result<StoryId, Problem> {
    text.parse().map_err(|_| Problem::no_page())
}

/// One story. A merged one answers with a permanent redirect to where its articles went.
pub async fn show(
    State(state): State<ServerState>,
    asker: Asker,
    Path(number): Path<String>,
    Query(after): Query<After>,
) -> Result<Response, Problem> {
    let story = id(&number)?;
    match state.store.story_address(story).await? {
        StoryAddress::Here(_) => {}
        StoryAddress::Moved(into) => return Ok(moved(&state, into)),
        StoryAddress::Nowhere => return Err(Problem::missing("story", story.get())),
    }
    let found = state.store.story_page(story, asker.viewer()).await?;
    let found = found.ok_or_else(|| Problem::missing("story", story.get()))?;
    let mark = state.store.marks(asker.id(), &[story.get()]).await?.into_iter().next();
    let edition = front::next_in_edition(&state, &asker, story).await?;
    let links = Links::new(story, &state.store.story_affairs(story).await?, state.clock.now());
    let whys = whys(&state, &asker, story, &state.store.whys(story).await?).await?;
    let sort = Sort::of(&state, &asker, story, &found.families, &whys).await?;
    let log = why::log(&state, &asker, story).await?;
    // Who has read the story since that visit knows it as it was then.
    let now = state.clock.now();
    let since = asker.user.away_since(now.unix()).max(mark.as_ref().and_then(|mark| mark.read_at));
    let writing = state.store.writing(&found.brief.card).await?;
    let mut story = Story::new(&found, writing.as_ref(), &whys, since, now);
    story.list(&links);
    let tags = tag::of_story(&state, &asker, &found.brief.card).await?;
    let mut frame = Frame::new(&state, Some(&asker), story.title.clone(), "");
    frame.live = Some(found.brief.card.id.get());
    frame.out = Some(View::Story(found.brief.card.id));
    let here = match &edition {
        Some((at, total, _)) => say!(
            "story-why-in",
            at = *at,
            total = *total,
            origins = story.origins_line.as_str(),
            newest = story.newest.words()
        ),
        None => say!("story-why-out", origins = story.origins_line.as_str(), newest = story.newest.words()),
    };
    let model = StoryPage {
        frame,
        place: edition.as_ref().map(|(at, total, _)| say!("story-place", at = *at, total = *total)),
        here: Some(here).filter(|_| story.first.is_some()),
        next: edition.and_then(|(_, _, next)| next).map(|card| (card.id.get(), card.title)),
        read: mark.as_ref().is_some_and(|mark| mark.read_at.is_some()),
        starred: mark.is_some_and(|mark| mark.starred_at.is_some()),
        tags,
        own: state.store.has_own_words(asker.id(), found.brief.card.id).await?,
        log,
        sort,
        notice: after.notice(),
        keeps: asker.keeps_feeds(),
        talk: talk::of_story(&state, &asker, found.brief.card.id).await?,
        story,
        links,
    };
    Ok(page(&model)?.into_response())
}

fn moved(state: &ServerState, into: StoryId) -> Response {
    let mut response = StatusCode::MOVED_PERMANENTLY.into_response();
    if let Ok(to) = HeaderValue::from_str(&format!("{}/story/{into}", state.base())) {
        response.headers_mut().insert(header::LOCATION, to);
    }
    response
}

/// Marks a story read (and goes on to the edition) or unread (and stays).
pub async fn read(State(state): State<ServerState>, Path(number): Path<String>, fields: Fields) -> Done {
    let story = seen(&state, &fields.asker, &number).await?;
    let at = (fields.text("to") != "no").then(|| state.clock.now().unix());
    let mut tx = state.store.begin().await?;
    tx.mark_stories(fields.asker.id(), &[story], Marking::Read(at)).await?;
    tx.touch_visit(fields.asker.id(), state.clock.now().unix()).await?;
    tx.commit().await?;
    let onward = if at.is_some() { "/".to_owned() } else { format!("/story/{story}") };
    Ok(Redirect::to(&format!("{}{onward}", state.base())))
}

/// Stars a story, or takes the star away.
pub async fn star(State(state): State<ServerState>, Path(number): Path<String>, fields: Fields) -> Done {
    let story = seen(&state, &fields.asker, &number).await?;
    let at = (fields.text("to") != "no").then(|| state.clock.now().unix());
    let mut tx = state.store.begin().await?;
    tx.mark_stories(fields.asker.id(), &[story], Marking::Star(at)).await?;
    tx.commit().await?;
    Ok(Redirect::to(&format!("{}/story/{story}#end", state.base())))
}

/// A story that this reader may see.
async fn seen(state: &ServerState, asker: &Asker, number: &str) -> Result<StoryId, Problem> {
    let story = id(number)?;
    match state.store.story_address(story).await? {
        StoryAddress::Nowhere => Err(Problem::missing("story", story.get())),
        StoryAddress::Here(story) | StoryAddress::Moved(story) => {
            state
                .store
                .brief(story, asker.viewer())
                .await?
                .ok_or_else(|| Problem::missing("story", story.get()))?;
            Ok(story)
        }
    }
}
