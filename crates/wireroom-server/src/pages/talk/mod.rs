//! Comments: what readers say under a story, on a sentence of it or on a figure. The whole thread has a page of its own,
//! the story's page shows the latest; each comment has a page with everything that can be done to it (`one.rs`). Editors
//! have theirs (`moderation.rs`), feed readers a feed (`feed.rs`). It refuses raw HTML (`markdown.rs`) and every comment of
//! a story that this reader may not see. Start at [`show`] and [`say`]; what somebody is shown is decided in `view.rs`.

use crate::fields::Fields;
use crate::frame::Frame;
use crate::pages::latest::page_number;
use crate::pages::page;
use crate::session::Asker;
use crate::state::ServerState;
use crate::told::Told;
use crate::{Problem, stamp};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use std::collections::BTreeMap;
use wireroom_model::{CommentId, StoryId};
use wireroom_store::briefs::StoredBrief;
use wireroom_store::commenting::{NewComment, Spoken};
use wireroom_store::comments::{Comment, MAX_COMMENTS};
use wireroom_store::stories::StoryAddress;
use wireroom_store::users::Role;

mod aims;
mod feed;
mod markdown;
mod moderation;
mod one;
mod view;

use aims::{Choice, Quotes};
pub use feed::{address, by_token, of_house, of_story as feed_of_story, of_story_by_token};
pub use feed::{house as of_all, story as of_one};
pub use moderation::{queue, rule, set};
pub use one::{act, one};
use view::{Eye, Row, in_order, nest};

/// The longest comment (characters): two printed pages.
pub const MAX_COMMENT: usize = 5_000;
/// Threads on one page.
const THREADS: usize = 30;
/// Comments that a story's own page shows.
const ON_STORY: u32 = 3;
/// Comments on the page of the house.
const LATEST: u32 = 50;

#[derive(Debug, Template)]
#[template(path = "pages/talk/thread.html")]
struct ThreadPage {
    frame: Frame,
    story: u64,
    title: String,
    lang: String,
    dir: &'static str,
    rows: Vec<Row>,
    /// "12 comments".
    all: String,
    form: Form,
    notice: Option<String>,
    newer: Option<u32>,
    older: Option<u32>,
}

#[derive(Debug, Template)]
#[template(path = "pages/talk/latest.html")]
struct LatestPage {
    frame: Frame,
    rows: Vec<(String, Row)>,
    mine: bool,
    is_editor: bool,
    older: Option<u64>,
    /// A secret address that was made just now.
    secret: Option<String>,
}

/// The form of a new comment.
#[derive(Debug)]
pub struct Form {
    pub choices: Vec<Choice>,
    pub text: String,
    /// Why it was not taken.
    pub fault: Option<String>,
    pub help: String,
    pub most: usize,
}

/// The comments on a story's own page.
#[derive(Debug)]
pub struct Talk {
    pub count: usize,
    /// "12 comments".
    pub all: String,
    pub rows: Vec<Row>,
}

/// `?page=2`, `?about=s-1-2-0-20`, `?did=said`.
#[derive(Debug, Default, serde::Deserialize)]
pub struct Asked {
    page: Option<String>,
    about: Option<String>,
    did: Option<String>,
}

/// `?below=17`, `?of=me`.
#[derive(Debug, serde::Deserialize)]
pub struct Which {
    below: Option<CommentId>,
    of: Option<String>,
}

pub(crate) fn eye(asker: &Asker) -> Eye {
    Eye { user: asker.id(), is_editor: asker.user.role >= Role::Editor }
}

/// What a page says after a form was done.
fn notice(did: Option<&str>) -> Option<String> {
    Some(match did? {
        "said" => say!("talk-did-said"),
        "waits" => say!("talk-did-waits"),
        "edited" => say!("talk-did-edited"),
        "deleted" => say!("talk-did-deleted"),
        "reported" => say!("talk-did-reported"),
        "muted" => say!("talk-did-muted"),
        "unmuted" => say!("talk-did-unmuted"),
        "ruled" => say!("talk-did-ruled"),
        "set" => say!("talk-did-set"),
        _ => return None,
    })
}

/// The story of an address as this reader may see it.
async fn story(state: &ServerState, asker: &Asker, number: &str) -> Result<(StoryId, StoredBrief), Problem> {
    let story: StoryId = number.parse().map_err(|_| Problem::no_page())?;
    let missing = || Problem::missing("story", story.get());
    let here = match state.store.story_address(story).await? {
        StoryAddress::Here(here) | StoryAddress::Moved(here) => here,
        StoryAddress::Nowhere => return Err(missing()),
    };
    let brief = state.store.brief(here, asker.viewer()).await?;
    Ok((here, brief.ok_or_else(missing)?))
}

/// The comments of a story on its own page: the latest few, and how many there are.
pub async fn of_story(state: &ServerState, asker: &Asker, story: StoryId) -> Result<Talk, Problem> {
    let all = state.store.comments_of_story(story, asker.viewer()).await?;
    let count = all.iter().filter(|one| matches!(view::sight(one, eye(asker)), view::Sight::Whole)).count();
    let latest = match all.is_empty() {
        true => Vec::new(),
        false => state.store.latest_comments_of(story, asker.viewer(), ON_STORY).await?,
    };
    Ok(Talk {
        count,
        all: say!("talk-all", n = count),
        rows: rows(state, asker, &latest.iter().collect::<Vec<_>>()).await?,
    })
}

/// Comments as rows, one after another.
pub(crate) async fn rows(
    state: &ServerState,
    asker: &Asker,
    comments: &[&Comment],
) -> Result<Vec<Row>, Problem> {
    let (mut quotes, mut rows) = (Quotes::default(), Vec::new());
    for comment in comments {
        let about = quotes.about(state, asker, comment).await?;
        rows.push(Row::new(comment, eye(asker), about, state.clock.now()));
    }
    Ok(rows)
}

/// Comments in reading order as a nested list.
async fn nested(state: &ServerState, asker: &Asker, order: &[&Comment]) -> Result<Vec<Row>, Problem> {
    let known: BTreeMap<CommentId, &Comment> = order.iter().map(|&one| (one.id, one)).collect();
    let mut rows = rows(state, asker, order).await?;
    for (row, comment) in rows.iter_mut().zip(order) {
        // The deepest answers stand side by side: each says whom it answers.
        let parent = comment.parent.and_then(|parent| known.get(&parent));
        row.answers =
            parent.filter(|parent| parent.depth == comment.depth).and_then(|parent| parent.name.clone());
    }
    let depths: Vec<u64> = order.iter().map(|comment| comment.depth).collect();
    nest(&mut rows, &depths);
    Ok(rows)
}

/// A story's whole thread.
pub async fn show(
    State(state): State<ServerState>,
    asker: Asker,
    Path(number): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    let (story, brief) = story(&state, &asker, &number).await?;
    let about = asked.about.clone().unwrap_or_default();
    let draft = Draft { text: String::new(), about, fault: None };
    thread(&state, &asker, story, &brief, &asked, draft).await
}

/// What was typed, where it was not taken.
struct Draft {
    text: String,
    about: String,
    fault: Option<String>,
}

async fn thread(
    state: &ServerState,
    asker: &Asker,
    story: StoryId,
    brief: &StoredBrief,
    asked: &Asked,
    draft: Draft,
) -> Result<Response, Problem> {
    let all = state.store.comments_of_story(story, asker.viewer()).await?;
    let order = in_order(&all, eye(asker));
    let number = page_number(asked.page.as_deref());
    let starts: Vec<usize> =
        order.iter().enumerate().filter(|(_, one)| one.parent.is_none()).map(|(at, _)| at).collect();
    let edge = |thread: usize| starts.get(thread).copied().unwrap_or(order.len());
    let first = (number as usize - 1).saturating_mul(THREADS);
    let here = order.get(edge(first)..edge(first.saturating_add(THREADS))).unwrap_or_default();
    let status = if draft.fault.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let model = ThreadPage {
        frame: Frame::new(state, Some(asker), say!("talk-title-of", story = brief.card.title.as_str()), ""),
        story: story.get(),
        title: brief.card.title.clone(),
        lang: crate::wording::tag(brief.card.lang),
        dir: crate::wording::dir(brief.card.lang),
        rows: nested(state, asker, here).await?,
        all: say!("talk-all", n = order.len()),
        form: Form {
            choices: aims::choices(&Told::read(&brief.json), &draft.about),
            text: draft.text,
            fault: draft.fault,
            help: say!("talk-say-help", n = MAX_COMMENT),
            most: MAX_COMMENT,
        },
        notice: notice(asked.did.as_deref()),
        newer: (number > 1).then(|| number - 1),
        older: (starts.len() > first.saturating_add(THREADS)).then_some(number + 1),
    };
    debug_assert!(all.len() <= MAX_COMMENTS as usize);
    Ok((status, page(&model)?).into_response())
}

/// A comment's text as sent, or why it cannot be taken.
pub(crate) fn text(fields: &Fields) -> Result<String, String> {
    let text = fields.text("text").replace("\r\n", "\n");
    match text.chars().count() {
        0 => Err(say!("talk-fault-empty")),
        length if length > MAX_COMMENT => Err(say!("talk-fault-long", n = length, most = MAX_COMMENT)),
        _ => Ok(text),
    }
}

/// Why the store did not take it, in words; nothing where it did.
pub(crate) fn refused(state: &ServerState, spoken: Spoken) -> Option<String> {
    match spoken {
        Spoken::Done(_) | Spoken::Waits(_) => None,
        Spoken::TooSoon { again_at } => {
            let again = stamp::ago(again_at, state.clock.now());
            Some(say!("talk-fault-soon", again = again.words()))
        }
        Spoken::Full => Some(say!("talk-fault-full")),
        Spoken::Nothing => Some(say!("talk-fault-nothing")),
    }
}

/// Says something under a story.
pub async fn say(
    State(state): State<ServerState>,
    Path(number): Path<String>,
    fields: Fields,
) -> Result<Response, Problem> {
    let asker = &fields.asker;
    let (story, brief) = story(&state, asker, &number).await?;
    let about = fields.text("about").to_owned();
    let typed = fields.text("text").to_owned();
    let again = async |fault: String| {
        let draft = Draft { text: typed.clone(), about: about.clone(), fault: Some(fault) };
        thread(&state, asker, story, &brief, &Asked::default(), draft).await
    };
    let text = match text(&fields) {
        Ok(text) => text,
        Err(fault) => return again(fault).await,
    };
    let aim = aims::aim(&state, asker, story, &Told::read(&brief.json), &about).await?;
    let mut tx = state.store.begin().await?;
    let new =
        NewComment { by: asker.id(), role: asker.user.role, story, answers: None, aim: &aim, body: &text };
    let spoken = tx.say(&new, state.clock.now().unix()).await?;
    tx.commit().await?;
    if let Some(fault) = refused(&state, spoken) {
        return again(fault).await;
    }
    Ok(Redirect::to(&format!("{}/story/{story}/comments?did={}", state.base(), did(spoken))).into_response())
}

/// The word for what became of it, with the comment's place on the page.
pub(crate) fn did(spoken: Spoken) -> String {
    match spoken {
        Spoken::Waits(id) => format!("waits#comment-{id}"),
        Spoken::Done(id) => format!("said#comment-{id}"),
        _ => String::new(),
    }
}

/// The latest comments over the house, or the reader's own.
pub async fn latest(
    State(state): State<ServerState>,
    asker: Asker,
    Query(which): Query<Which>,
) -> Result<Response, Problem> {
    list(&state, &asker, which, None).await
}

pub(crate) async fn list(
    state: &ServerState,
    asker: &Asker,
    which: Which,
    secret: Option<String>,
) -> Result<Response, Problem> {
    let mine = which.of.as_deref() == Some("me");
    let found = match mine {
        true => state.store.comments_by(asker.id(), LATEST).await?,
        false => state.store.latest_comments(asker.viewer(), which.below, LATEST).await?,
    };
    let rows = rows(state, asker, &found.iter().collect::<Vec<_>>()).await?;
    let mut titled = Vec::new();
    for (row, comment) in rows.into_iter().zip(&found) {
        let brief = state.store.brief(comment.story, asker.viewer()).await?;
        titled.push((brief.map(|brief| brief.card.title).unwrap_or_default(), row));
    }
    let full = found.len() == LATEST as usize && !mine;
    let model = LatestPage {
        frame: Frame::new(state, Some(asker), say!("talk-title"), "/comments"),
        rows: titled,
        mine,
        is_editor: eye(asker).is_editor,
        older: found.last().filter(|_| full).map(|last| last.id.get()),
        secret,
    };
    Ok(page(&model)?.into_response())
}

/// A comment that this reader may see.
pub(crate) async fn comment(state: &ServerState, asker: &Asker, number: &str) -> Result<Comment, Problem> {
    let id: CommentId = number.parse().map_err(|_| Problem::no_page())?;
    let found = state.store.comment(id, asker.viewer()).await?;
    found.ok_or_else(|| Problem::missing("comment", id.get()))
}
