//! What a reader follows and mutes, on one page: topics, people, places, outlets, kept searches; mutes with their end,
//! and readers whose comments are not shown. Each can be taken back. Nothing here touches another reader's. Start at
//! [`show`]; [`mutes::muted`] is what the edition asks.

use crate::Problem;
use crate::fields::Fields;
use crate::frame::Frame;
use crate::pages::{Done, Page, front, page, tag};
use crate::session::{self, Asker};
use crate::stamp::{self, Stamp};
use crate::state::ServerState;
use crate::wording::cut;
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use wireroom_model::{MuteId, OutletId, UserId};
use wireroom_store::mutes::{MAX_MUTES, MuteKind, NewMute};
use wireroom_text::words::fold;

mod mutes;

pub use mutes::muted;

/// The longest name and the longest reason (characters).
const MAX_NAME: usize = 120;
const MAX_REASON: usize = 200;
const DAY: i64 = 86_400;
/// How long a mute holds, as the form offers it; without seconds it holds for good.
const SPANS: [(&str, Option<i64>); 4] =
    [("day", Some(DAY)), ("week", Some(7 * DAY)), ("month", Some(30 * DAY)), ("good", None)];

#[derive(Debug, Template)]
#[template(path = "pages/following/following.html")]
struct FollowingPage {
    frame: Frame,
    names: Vec<Name>,
    outlets: Vec<(u64, String, Stamp)>,
    kept: Vec<(u64, String, Stamp)>,
    mutes: Vec<MuteRow>,
    readers: Vec<(u64, String, Stamp)>,
    kinds: Vec<(&'static str, String)>,
    spans: Vec<(&'static str, String)>,
}

/// A topic, person or place that is followed.
#[derive(Debug)]
struct Name {
    name: String,
    path: String,
    kind: String,
    stories: String,
    since: Stamp,
}

#[derive(Debug)]
struct MuteRow {
    id: u64,
    name: String,
    kind: String,
    since: Stamp,
    until: Option<Stamp>,
    reason: String,
}

#[derive(Debug, Template)]
#[template(path = "pages/following/left.html")]
struct LeftPage {
    frame: Frame,
    rows: Vec<(u64, String, String, &'static str, String)>,
}

fn kind(kind: MuteKind) -> String {
    match kind {
        MuteKind::Topic => say!("following-kind-topic"),
        MuteKind::Person => say!("following-kind-person"),
        MuteKind::Place => say!("following-kind-place"),
        MuteKind::Outlet => say!("following-kind-outlet"),
        MuteKind::Word => say!("following-kind-word"),
    }
}

fn span(word: &str) -> String {
    match word {
        "day" => say!("following-span-day"),
        "week" => say!("following-span-week"),
        "month" => say!("following-span-month"),
        _ => say!("following-span-good"),
    }
}

/// The page.
pub async fn show(State(state): State<ServerState>, asker: Asker) -> Page {
    let (user, now) = (asker.id(), state.clock.now());
    let ago = |at: i64| stamp::ago(at, now);
    let followed = state.store.followed_tags(user, asker.viewer()).await?;
    let outlets = state.store.followed_outlets(user).await?;
    let kept = state.store.kept_searches(user).await?;
    let mutes = state.store.mutes(user, now.unix()).await?;
    let readers = state.store.muted_readers(user).await?;
    page(&FollowingPage {
        frame: Frame::new(&state, Some(&asker), say!("following-title"), "/following"),
        names: followed
            .into_iter()
            .map(|tag| Name {
                path: tag::path(&tag.name),
                kind: kind(MuteKind::parse(&tag.kind).unwrap_or(MuteKind::Topic)),
                stories: say!("count-stories", n = tag.stories),
                since: ago(tag.followed_at.unwrap_or_default()),
                name: tag.name,
            })
            .collect(),
        outlets: outlets.into_iter().map(|(id, name, at)| (id.get(), name, ago(at))).collect(),
        kept: kept.into_iter().map(|kept| (kept.id.get(), kept.name, ago(kept.kept_at))).collect(),
        mutes: mutes
            .into_iter()
            .map(|mute| MuteRow {
                id: mute.id.get(),
                kind: kind(mute.kind),
                since: ago(mute.muted_at),
                until: mute.until.map(ago),
                name: mute.name,
                reason: mute.reason,
            })
            .collect(),
        readers: readers.into_iter().map(|(id, name, at)| (id.get(), name, ago(at))).collect(),
        kinds: MuteKind::ALL.map(|one| (one.as_str(), kind(one))).to_vec(),
        spans: SPANS.map(|(word, _)| (word, span(word))).to_vec(),
    })
}

fn named(fields: &Fields) -> Result<(String, MuteKind), Problem> {
    let name = cut(fields.text("name").trim_start_matches('#'), MAX_NAME);
    let kind = MuteKind::parse(fields.text("kind")).ok_or_else(Problem::no_page)?;
    if name.is_empty() { Err(Problem::refused(say!("following-fault-name"))) } else { Ok((name, kind)) }
}

/// An outlet by its whole name.
async fn outlet(state: &ServerState, asker: &Asker, name: &str) -> Result<(OutletId, String), Problem> {
    let wanted = fold(name);
    let all = state.store.outlet_names(asker.viewer()).await?;
    let found = all.into_iter().find(|(_, known, _)| fold(known) == wanted);
    let found = found.ok_or_else(|| Problem::refused(say!("following-fault-outlet", name = name)))?;
    Ok((found.0, found.1))
}

/// Follows what a form names; it stands higher in the edition from now on.
pub async fn follow(State(state): State<ServerState>, fields: Fields) -> Result<Response, Problem> {
    let asker = &fields.asker;
    let (name, kind) = named(&fields)?;
    let now = state.clock.now().unix();
    let mut tx;
    if kind == MuteKind::Outlet {
        let (id, _) = outlet(&state, asker, &name).await?;
        tx = state.store.begin().await?;
        tx.follow_outlet(asker.id(), id, Some(now)).await?;
    } else {
        let key = wireroom_text::spelling::key(&name);
        if key.is_empty() || kind == MuteKind::Word {
            return Err(Problem::refused(say!("following-fault-name")));
        }
        tx = state.store.begin().await?;
        if !tx.follow_tag(asker.id(), &key, &name, now).await? {
            return Err(Problem::refused(say!("following-fault-many")));
        }
        tx.set_followed_kind(asker.id(), &key, kind.as_str()).await?;
    }
    tx.commit().await?;
    Ok(back(&state))
}

/// Mutes what a form names, until an end or for good.
pub async fn mute(State(state): State<ServerState>, fields: Fields) -> Result<Response, Problem> {
    let asker = &fields.asker;
    let (mut name, kind) = named(&fields)?;
    let now = state.clock.now().unix();
    let span = SPANS.into_iter().find(|(word, _)| *word == fields.text("span"));
    let (_, seconds) = span.ok_or_else(Problem::no_page)?;
    let key = match kind {
        MuteKind::Outlet => {
            let (id, known) = outlet(&state, asker, &name).await?;
            name = known;
            id.to_string()
        }
        MuteKind::Word => mutes::key_of_words(&name),
        _ => wireroom_text::spelling::key(&name),
    };
    if key.is_empty() {
        return Err(Problem::refused(say!("following-fault-name")));
    }
    let reason = cut(fields.text("reason"), MAX_REASON);
    let until = seconds.map(|seconds| now + seconds);
    let mut tx = state.store.begin().await?;
    let new = NewMute { kind, key: &key, name: &name, reason: &reason, until };
    if !tx.mute(asker.id(), &new, now).await? {
        return Err(Problem::refused(say!("following-fault-mutes", n = MAX_MUTES)));
    }
    tx.commit().await?;
    Ok(back(&state))
}

/// Takes one's own mute back.
pub async fn unmute(
    State(state): State<ServerState>,
    Path(number): Path<String>,
    fields: Fields,
) -> Result<Response, Problem> {
    let id: MuteId = number.parse().map_err(|_| Problem::no_page())?;
    let mut tx = state.store.begin().await?;
    if !tx.unmute(fields.asker.id(), id).await? {
        return Err(Problem::missing("mute", id.get()));
    }
    tx.commit().await?;
    Ok(back(&state))
}

/// Hears a muted reader again.
pub async fn hear(State(state): State<ServerState>, Path(number): Path<String>, fields: Fields) -> Done {
    let muted: UserId = number.parse().map_err(|_| Problem::no_page())?;
    let mut tx = state.store.begin().await?;
    tx.mute_reader(fields.asker.id(), muted, None).await?;
    tx.commit().await?;
    Ok(Redirect::to(&format!("{}/following", state.base())))
}

/// Back to the page; the edition that is being read was made by other rules.
fn back(state: &ServerState) -> Response {
    let mut response = Redirect::to(&format!("{}/following", state.base())).into_response();
    session::drop_edition(state, &mut response);
    response
}

/// The stories that the reader's edition leaves out for mutes, each with what mutes it.
pub async fn left(State(state): State<ServerState>, asker: Asker) -> Page {
    let mut rows = Vec::new();
    for (story, names) in front::left_out(&state, &asker).await? {
        let Some(brief) = state.store.brief(story, asker.viewer()).await? else { continue };
        let card = brief.card;
        let lang = crate::wording::tag(card.lang);
        rows.push((story.get(), card.title, lang, crate::wording::dir(card.lang), names.join(", ")));
    }
    page(&LeftPage { frame: Frame::new(&state, Some(&asker), say!("following-left"), "/following"), rows })
}
