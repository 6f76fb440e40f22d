//! Searches that a reader keeps: a page of what each finds by time, and a feed at a secret address of which only the
//! hash is stored. Each belongs to one reader; for everybody else there is none of its number. Start at [`show`].

use super::{HitLine, MAX_QUESTION, Wanted, found, lines};
use crate::Problem;
use crate::fields::Fields;
use crate::frame::Frame;
use crate::outgoing::{Asked, Channel, Content, Form, Item, hour};
use crate::pages::{Done, page};
use crate::secret;
use crate::session::Asker;
use crate::state::ServerState;
use crate::wording::{self, cut};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use wireroom_model::{KeptId, UserId};
use wireroom_store::Viewer;
use wireroom_store::kept_searches::{Kept, MAX_KEPT};

/// Articles on the page and in the feed, the newest.
const NEWEST: usize = 50;
/// The longest name (characters).
const MAX_NAME: usize = 80;

#[derive(Debug, Template)]
#[template(path = "pages/search/kept.html")]
struct KeptPage {
    frame: Frame,
    id: u64,
    name: String,
    question: String,
    query: String,
    fault: Option<String>,
    hits: Vec<HitLine>,
    has_feed: bool,
    /// A secret address that was made just now.
    secret: Option<String>,
}

async fn own(state: &ServerState, user: UserId, number: &str) -> Result<Kept, Problem> {
    let id: KeptId = number.parse().map_err(|_| Problem::no_page())?;
    let kept = state.store.kept_search(user, id).await?;
    kept.ok_or_else(|| Problem::missing("search", id.get()))
}

/// Keeps a search.
pub async fn keep(State(state): State<ServerState>, fields: Fields) -> Done {
    let question: String = fields.text("q").chars().take(MAX_QUESTION).collect();
    if wireroom_search::parse(&question).map_or(true, |question| question.is_empty()) {
        return Err(Problem::refused(say!("kept-fault")));
    }
    let name = Some(cut(fields.text("name"), MAX_NAME)).filter(|name| !name.is_empty());
    let name = name.unwrap_or_else(|| cut(&question, MAX_NAME));
    let mut tx = state.store.begin().await?;
    let now = state.clock.now().unix();
    let kept = tx.keep_search(fields.asker.id(), &name, &question, now).await?;
    let kept = kept.ok_or_else(|| Problem::refused(say!("kept-many", n = MAX_KEPT)))?;
    tx.commit().await?;
    Ok(Redirect::to(&format!("{}/search/kept/{kept}", state.base())))
}

/// What a kept search finds now, the newest first.
pub async fn show(
    State(state): State<ServerState>,
    asker: Asker,
    Path(number): Path<String>,
) -> Result<Response, Problem> {
    let kept = own(&state, asker.id(), &number).await?;
    set(&state, &asker, kept, None).await
}

const BY_TIME: Wanted = Wanted { newest: true, limit: NEWEST, offset: 0 };

async fn set(
    state: &ServerState,
    asker: &Asker,
    kept: Kept,
    secret: Option<String>,
) -> Result<Response, Problem> {
    let (hits, fault) = match found(state, asker.viewer(), &kept.question, BY_TIME).await? {
        Ok(found) => (lines(state, asker.viewer(), &found).await?, None),
        Err(fault) => (Vec::new(), Some(fault)),
    };
    let query =
        url::form_urlencoded::Serializer::new(String::new()).append_pair("q", &kept.question).finish();
    let model = KeptPage {
        frame: Frame::new(state, Some(asker), kept.name.clone(), "/search"),
        id: kept.id.get(),
        name: kept.name,
        question: kept.question,
        query,
        fault,
        hits,
        has_feed: kept.has_feed || secret.is_some(),
        secret,
    };
    Ok(page(&model)?.into_response())
}

/// Keeps it no more.
pub async fn drop(State(state): State<ServerState>, Path(number): Path<String>, fields: Fields) -> Done {
    let kept = own(&state, fields.asker.id(), &number).await?;
    let mut tx = state.store.begin().await?;
    tx.drop_search(fields.asker.id(), kept.id).await?;
    tx.commit().await?;
    Ok(Redirect::to(&format!("{}/following", state.base())))
}

/// Gives its feed a secret address, shown this once, or takes the address away.
pub async fn address(
    State(state): State<ServerState>,
    Path(number): Path<String>,
    fields: Fields,
) -> Result<Response, Problem> {
    let asker = &fields.asker;
    let mut kept = own(&state, asker.id(), &number).await?;
    let ends = fields.text("to") == "no";
    let token = secret::token().map_err(|error| Problem::house(&error))?;
    let hash = secret::token_hash(&token);
    let mut tx = state.store.begin().await?;
    tx.set_search_token(asker.id(), kept.id, (!ends).then_some(hash.as_str())).await?;
    tx.commit().await?;
    kept.has_feed = !ends;
    let home = state.home().unwrap_or_else(|| state.base().to_owned());
    set(&state, asker, kept, (!ends).then(|| format!("{home}/search/feed/{token}"))).await
}

/// The feed by its secret address.
pub async fn feed(
    State(state): State<ServerState>,
    Path(last): Path<String>,
    asked: Asked,
) -> Result<Response, Problem> {
    let (token, form) = Form::of(&last);
    let kept = state.store.kept_search_of_token(&secret::token_hash(token)).await?;
    let kept = kept.ok_or_else(Problem::no_page)?;
    channel(&state, kept).await?.answer(&state, &asked, form).await
}

/// What a kept search finds, as a feed.
pub async fn channel(state: &ServerState, kept: Kept) -> Result<Channel, Problem> {
    let viewer = Viewer::User(kept.user);
    let found = found(state, viewer, &kept.question, BY_TIME).await?.unwrap_or_default();
    let mut items = Vec::new();
    for hit in &found.hits {
        let Some(line) = state.store.article_line(hit.article, viewer).await? else { continue };
        items.push(Item {
            title: wording::headline(&line.title),
            id: format!("search/{}/{}", kept.id, hit.article),
            updated: line.arrived_at,
            published: hour(line.published),
            page: format!("/article/{}", hit.article),
            original: line.url.as_deref().and_then(wording::followable),
            authors: line.outlet.into_iter().collect(),
            topics: Vec::new(),
            lang: Some(wording::tag(line.lang)).filter(|tag| !tag.is_empty()),
            summary: None,
            content: Content::Text(hit.snippet.iter().map(|piece| piece.text.as_str()).collect()),
        });
    }
    let page = format!("/search/kept/{}", kept.id);
    Ok(Channel { title: kept.name, id: format!("search/{}", kept.id), page, born: kept.kept_at, items })
}
