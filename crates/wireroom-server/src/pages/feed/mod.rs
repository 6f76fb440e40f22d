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

/// Intervals that the page offers: as the pipeline reads them, in seconds, in words.
const INTERVALS: [(&str, i64, &str); 8] = [
    ("15m", 900, "every 15 minutes"),
    ("30m", 1_800, "every 30 minutes"),
    ("1h", 3_600, "every hour"),
    ("2h", 7_200, "every 2 hours"),
    ("6h", 21_600, "every 6 hours"),
    ("12h", 43_200, "twice a day"),
    ("1d", 86_400, "once a day"),
    ("7d", 604_800, "once a week"),
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
    /// What the feed is asked with, a line each, no value.
    access: Vec<String>,
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
    let access = if keeps { access(state, feed.id).await? } else { Vec::new() };
    let hub = state.store.websub(feed.id).await?.filter(|_| keeps);
    let hub = hub.map(|hub| hub.told(state.clock.now().unix()));
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
        ("auto", None, "only if it is public and asked with no secret"),
        ("yes", Some(true), "yes, they may be sent"),
        ("no", Some(false), "never"),
    ];
    Ok(picks
        .map(|(value, may, words)| Pick {
            value: value.to_owned(),
            words: words.to_owned(),
            here: may == chosen,
        })
        .into())
}

/// What the feed is asked with, by name; who signs in stays unsaid.
async fn access(state: &ServerState, feed: FeedId) -> Result<Vec<String>, Problem> {
    let kept = state.store.feed_access(feed).await?;
    Ok(kept
        .iter()
        .map(|one| match one.kind {
            AccessKind::Header => format!("the header {}", one.name),
            AccessKind::Cookie => "a cookie".to_owned(),
            AccessKind::Basic => "a name and password".to_owned(),
        })
        .collect())
}

fn text_from(chosen: TextFrom) -> Vec<Pick> {
    [
        (TextFrom::Auto, "the page, unless the feed carries the whole text"),
        (TextFrom::Feed, "always the feed"),
        (TextFrom::Page, "always the page"),
    ]
    .map(|(from, words)| Pick {
        value: from.as_str().to_owned(),
        words: words.to_owned(),
        here: from == chosen,
    })
    .into()
}

fn folded(chosen: bool) -> Vec<Pick> {
    let pick = |yes: bool, value: &str, words: &str| Pick {
        value: value.to_owned(),
        words: words.to_owned(),
        here: yes == chosen,
    };
    vec![
        pick(true, "yes", "are folded under their origin"),
        pick(false, "no", "stand on their own, each with who else prints it"),
    ]
}

fn intervals(chosen: Option<i64>) -> Vec<Pick> {
    let mut picks = vec![Pick {
        value: "auto".to_owned(),
        words: "as the feed’s own rhythm asks".to_owned(),
        here: chosen.is_none(),
    }];
    picks.extend(INTERVALS.iter().map(|&(value, seconds, words)| Pick {
        value: value.to_owned(),
        words: words.to_owned(),
        here: chosen == Some(seconds),
    }));
    if let Some(seconds) = chosen.filter(|_| !picks.iter().any(|pick| pick.here)) {
        let words = match seconds % 60 {
            0 => format!("every {} minutes", seconds / 60),
            _ => format!("every {seconds} seconds"),
        };
        picks.push(Pick { value: format!("{seconds}s"), words, here: true });
    }
    picks
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
        let said = ("Nothing was filled in, so nothing changed.".to_owned(), true);
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
        let said = ("Tick that you mean it; nothing was removed.".to_owned(), true);
        return answer(&state, &fields.asker, feed, Some(said), StatusCode::UNPROCESSABLE_ENTITY).await;
    }
    let mut tx = state.store.begin().await?;
    tx.remove_feed(id).await?;
    tx.commit().await?;
    Ok(back(&state, "removed").into_response())
}
