//! One feed: what may be chosen for it. A reader's own title and folders, the keeper's choices, what the feed is asked
//! with (named, never shown), and its end. The words of the choices are the pipeline's; the page only asks for them.

use crate::Problem;
use crate::fields::Fields;
use crate::frame::Frame;
use crate::pages::after::After;
use crate::pages::feeds::{back, kept};
use crate::pages::page;
use crate::session::Asker;
use crate::state::{Refusal, ServerState};
use crate::wording;
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use wireroom_model::FeedId;
use wireroom_store::feed_access::AccessKind;
use wireroom_store::feeds::{Feed, FeedState, TextFrom};

mod hub;

/// Intervals that the page offers: as the pipeline reads them, and in seconds.
const INTERVALS: [(&str, i64); 8] = [
    ("15m", 900),
    ("30m", 1_800),
    ("1h", 3_600),
    ("2h", 7_200),
    ("6h", 21_600),
    ("12h", 43_200),
    ("1d", 86_400),
    ("7d", 604_800),
];

#[derive(Debug, Template)]
#[template(path = "pages/feed/feed.html")]
struct FeedPage {
    frame: Frame,
    id: u64,
    name: String,
    address: String,
    site: Option<String>,
    publisher: String,
    keeps: bool,
    said: Option<(String, bool)>,
    title: String,
    folders: String,
    text_from: Vec<Pick>,
    folded: Vec<Pick>,
    intervals: Vec<Pick>,
    paused: bool,
    /// What the feed is asked with, by name; no value. Empty where it is asked with nothing.
    access: String,
    /// How the feed's hub stands, where it names one.
    hub: Option<String>,
    /// Whether its texts may be sent to the writer, for whoever may say so.
    to_writer: Vec<Pick>,
}

/// One line of a list to choose from.
#[derive(Debug)]
struct Pick {
    value: String,
    words: String,
    here: bool,
}

/// The page.
pub async fn show(
    State(state): State<ServerState>,
    asker: Asker,
    Path(number): Path<String>,
    Query(after): Query<After>,
) -> Result<Response, Problem> {
    let feed = seen(&state, &asker, &number).await?;
    let said = after.notice().map(|words| (words, false));
    answer(&state, &asker, feed, said, StatusCode::OK).await
}

/// A feed that this asker may see.
async fn seen(state: &ServerState, asker: &Asker, number: &str) -> Result<Feed, Problem> {
    let id: FeedId = number.parse().map_err(|_| Problem::no_page())?;
    let missing = || Problem::missing("feed", id.get());
    if !state.store.may_see_feed(asker.viewer(), id).await? {
        return Err(missing());
    }
    state.store.feed(id).await?.ok_or_else(missing)
}

async fn answer(
    state: &ServerState,
    asker: &Asker,
    feed: Feed,
    said: Option<(String, bool)>,
    status: StatusCode,
) -> Result<Response, Problem> {
    let own = state.store.subscription(asker.id(), feed.id).await?;
    let (title, folders) = own.map_or((None, None), |own| (own.title, own.folder));
    let keeps = asker.keeps_feeds();
    let access =
        if keeps { wording::listed(&access(state, feed.id).await?, usize::MAX) } else { String::new() };
    let hub = state.store.websub(feed.id).await?.filter(|_| keeps);
    let hub = hub.map(|hub| hub::told(&hub, state.clock.now()));
    let to_writer =
        if allows(state, asker, feed.id).await? { to_writer(state, feed.id).await? } else { Vec::new() };
    let publisher = feed.title.clone().unwrap_or_else(|| wording::host(&feed.address));
    let name = title.clone().unwrap_or_else(|| publisher.clone());
    let html = page(&FeedPage {
        frame: Frame::new(state, Some(asker), &name, "/feeds"),
        id: feed.id.get(),
        site: feed.link.as_deref().and_then(wording::followable),
        publisher,
        name,
        keeps,
        said,
        title: title.unwrap_or_default(),
        folders: folders.unwrap_or_default(),
        text_from: text_from(feed.text_from),
        folded: folded(feed.is_folded),
        intervals: intervals(feed.interval_seconds),
        paused: feed.state != FeedState::Active,
        access,
        hub,
        to_writer,
        address: feed.address,
    })?;
    Ok((status, html).into_response())
}

/// Whether this asker may say if a feed's texts are sent: its owner where it is private, else who keeps the feeds.
async fn allows(state: &ServerState, asker: &Asker, feed: FeedId) -> Result<bool, Problem> {
    Ok(match state.store.owner_of_private(feed).await? {
        Some(owner) => owner == asker.id(),
        None => asker.keeps_feeds(),
    })
}

async fn to_writer(state: &ServerState, feed: FeedId) -> Result<Vec<Pick>, Problem> {
    let chosen = state.store.feed_settings(feed).await?.unwrap_or_default().to_writer;
    let picks = [
        ("auto", None, say!("feed-writer-auto")),
        ("yes", Some(true), say!("feed-writer-yes")),
        ("no", Some(false), say!("feed-writer-no")),
    ];
    Ok(picks.map(|(value, may, words)| Pick { value: value.to_owned(), words, here: may == chosen }).into())
}

/// What the feed is asked with, by name; who signs in stays unsaid.
async fn access(state: &ServerState, feed: FeedId) -> Result<Vec<String>, Problem> {
    let kept = state.store.feed_access(feed).await?;
    Ok(kept
        .iter()
        .map(|one| match one.kind {
            AccessKind::Header => say!("feed-access-header", name = one.name.as_str()),
            AccessKind::Cookie => say!("feed-access-cookie"),
            AccessKind::Basic => say!("feed-access-basic"),
        })
        .collect())
}

fn text_from(chosen: TextFrom) -> Vec<Pick> {
    [
        (TextFrom::Auto, say!("feed-text-auto")),
        (TextFrom::Feed, say!("feed-text-feed")),
        (TextFrom::Page, say!("feed-text-page")),
    ]
    .map(|(from, words)| Pick { value: from.as_str().to_owned(), words, here: from == chosen })
    .into()
}

fn folded(chosen: bool) -> Vec<Pick> {
    let pick =
        |yes: bool, value: &str, words: String| Pick { value: value.to_owned(), words, here: yes == chosen };
    vec![pick(true, "yes", say!("feed-folded")), pick(false, "no", say!("feed-unfolded"))]
}

fn intervals(chosen: Option<i64>) -> Vec<Pick> {
    let mut picks =
        vec![Pick { value: "auto".to_owned(), words: say!("feed-interval-auto"), here: chosen.is_none() }];
    picks.extend(INTERVALS.iter().map(|&(value, seconds)| Pick {
        value: value.to_owned(),
        words: every(seconds),
        here: chosen == Some(seconds),
    }));
    if let Some(seconds) = chosen.filter(|_| !picks.iter().any(|pick| pick.here)) {
        picks.push(Pick { value: format!("{seconds}s"), words: every(seconds), here: true });
    }
    picks
}

/// "every 15 minutes", "twice a day".
fn every(seconds: i64) -> String {
    match (seconds, seconds % 3_600, seconds % 60) {
        (604_800, ..) => say!("feed-interval-week"),
        (86_400, ..) => say!("feed-interval-day"),
        (43_200, ..) => say!("feed-interval-twice"),
        (_, 0, _) => say!("feed-interval-hours", n = seconds / 3_600),
        (_, _, 0) => say!("feed-interval-minutes", n = seconds / 60),
        _ => say!("feed-interval-seconds", n = seconds),
    }
}

/// Makes the choices of one of the page's forms.
pub async fn set(
    State(state): State<ServerState>,
    Path(number): Path<String>,
    fields: Fields,
) -> Result<Response, Problem> {
    let feed = seen(&state, &fields.asker, &number).await?;
    let text = |name: &str| fields.text(name).to_owned();
    let choices: Vec<(&'static str, String)> = match fields.text("form") {
        "own" => vec![("title", text("title")), ("folder", text("folder"))],
        "choices" => {
            kept(&state, &fields.asker, &number).await?;
            let names = ["text-from", "interval", "folded"];
            names.into_iter().filter(|name| !text(name).is_empty()).map(|name| (name, text(name))).collect()
        }
        "access" => {
            kept(&state, &fields.asker, &number).await?;
            access_choices(&fields)
        }
        "writer" if allows(&state, &fields.asker, feed.id).await? => vec![("to-writer", text("to-writer"))],
        "writer" => return Err(Problem::owner_only()),
        "no-access" => {
            kept(&state, &fields.asker, &number).await?;
            vec![("access", "none".to_owned())]
        }
        _ => Vec::new(),
    };
    if choices.is_empty() {
        let said = (say!("feed-nothing"), true);
        return answer(&state, &fields.asker, feed, Some(said), StatusCode::UNPROCESSABLE_ENTITY).await;
    }
    match state.actions.set_feed(fields.asker.id(), feed.id, choices).await {
        Ok(()) => Ok(Redirect::to(&format!("{}/feed/{}?did=set", state.base(), feed.id)).into_response()),
        Err(Refusal(why)) => {
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            answer(&state, &fields.asker, feed, Some((why, true)), status).await
        }
    }
}

fn access_choices(fields: &Fields) -> Vec<(&'static str, String)> {
    let mut choices = Vec::new();
    let (header, value) = (fields.text("header-name"), fields.text("header-value"));
    if !header.is_empty() {
        choices.push(("header", format!("{header}: {value}")));
    }
    let cookie = fields.text("cookie");
    if !cookie.is_empty() {
        choices.push(("cookie", cookie.to_owned()));
    }
    let (name, password) = (fields.text("login"), fields.text("password"));
    if !name.is_empty() {
        choices.push(("basic-auth", format!("{name}:{password}")));
    }
    choices
}

/// Removes a feed, once its keeper said that it is meant. What it brought stays.
pub async fn remove(
    State(state): State<ServerState>,
    Path(number): Path<String>,
    fields: Fields,
) -> Result<Response, Problem> {
    let id = kept(&state, &fields.asker, &number).await?;
    if fields.text("sure") != "yes" {
        let feed = seen(&state, &fields.asker, &number).await?;
        let said = (say!("feed-not-sure"), true);
        return answer(&state, &fields.asker, feed, Some(said), StatusCode::UNPROCESSABLE_ENTITY).await;
    }
    let mut tx = state.store.begin().await?;
    tx.remove_feed(id).await?;
    tx.commit().await?;
    Ok(back(&state, "removed").into_response())
}
