//! One site: what was learnt of it with an undo, its override to write and try, and a stored page read both ways.
//! Trying changes nothing; what is said or saved, the pipeline remembers and obeys. For the owner alone.

use crate::Problem;
use crate::fields::Fields;
use crate::frame::Frame;
use crate::pages::page;
use crate::pages::sites::{fares, owner};
use crate::session::Asker;
use crate::sites::Reread;
use crate::state::{Refusal, ServerState};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use url::{Host, Url};
use wireroom_store::sites::{Said, SitePage, parse_block};

mod rules;
mod view;

use view::{BlockRow, Both, Pick};

/// Pages of a site to choose from.
const MAX_PAGES: u32 = 40;

/// An example of an override, in its own language.
const EXAMPLE: &str = "drop = [\".newsletter\", \"p.promo\"]";
/// The keys of an override, as the page explains them.
const KEYS: [&str; 6] = ["body", "drop", "title, author, date", "learn = \"off\"", "hosts", "notes"];

#[derive(Debug, Template)]
#[template(path = "pages/site/site.html")]
struct SitePageView {
    frame: Frame,
    host: String,
    summary: String,
    said: Option<(String, bool)>,
    blocks: Vec<BlockRow>,
    /// The override's text as it is being written.
    text: String,
    /// Its file, where it has one, and how it fares.
    file: Option<String>,
    /// The file is another host's, under which this one stands.
    from_above: Option<String>,
    fare: Option<String>,
    pages: Vec<Pick>,
    both: Option<Both>,
}

/// What became of a form, and the page to show both ways.
#[derive(Debug, Default, serde::Deserialize)]
pub struct Asked {
    page: Option<i64>,
    did: Option<String>,
    #[serde(default)]
    pages: u64,
    #[serde(default)]
    gone: u64,
    #[serde(default)]
    more: u64,
}

/// What a page is made with beside what is stored.
#[derive(Debug, Default)]
struct Shown {
    said: Option<(String, bool)>,
    /// A text that is not saved.
    text: Option<String>,
    both: Option<Both>,
    chosen: Option<i64>,
    status: StatusCode,
}

/// The page of a site.
pub async fn show(
    State(state): State<ServerState>,
    asker: Asker,
    Path(host): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    owner(&asker)?;
    let host = known_host(&host)?;
    let reread = Reread { pages: asked.pages, gone: asked.gone, more: asked.more };
    let mut shown = Shown { said: view::told(asked.did.as_deref(), reread), ..Shown::default() };
    if let Some(number) = asked.page {
        try_page(&state, &asker, &host, number, None, &mut shown).await?;
    }
    answer(&state, &asker, host, shown).await
}

/// A host as the addresses of pages name it.
fn known_host(name: &str) -> Result<String, Problem> {
    let host = Host::parse(name).map_err(|_| Problem::no_page())?;
    let host = host.to_string();
    if host.len() > 253 || host.is_empty() { Err(Problem::no_page()) } else { Ok(host) }
}

fn is_of(page: &SitePage, host: &str) -> bool {
    Url::parse(&page.address).is_ok_and(|url| url.host_str() == Some(host))
}

/// Reads a page both ways for the view; what cannot be tried is said instead.
async fn try_page(
    state: &ServerState,
    asker: &Asker,
    host: &str,
    number: i64,
    text: Option<String>,
    shown: &mut Shown,
) -> Result<(), Problem> {
    let page = state.store.page_seen(number, asker.viewer()).await?.filter(|page| is_of(page, host));
    let page = page.ok_or_else(Problem::no_page)?;
    shown.chosen = Some(page.page);
    match state.actions.try_page(page.clone(), text).await {
        Ok(trial) => {
            if !trial.faults.is_empty() {
                shown.status = StatusCode::UNPROCESSABLE_ENTITY;
            }
            shown.both = Some(view::both(&page, trial));
        }
        Err(Refusal(why)) => shown.said = Some((why, true)),
    }
    Ok(())
}

async fn answer(state: &ServerState, asker: &Asker, host: String, shown: Shown) -> Result<Response, Problem> {
    let folder = state.actions.overrides().await.unwrap_or_default();
    let blocks = state.store.site_blocks(&host).await?;
    let pages = state.store.pages_of_site(&host, asker.viewer(), MAX_PAGES).await?;
    let own = format!("{host}.toml");
    let own = folder.files.iter().find(|file| file.name == own);
    let file = own.or_else(|| folder.for_host(&host));
    let all = state.store.override_fares().await?;
    let fare = file.and_then(|file| fares(all.iter().find(|fare| fare.file == file.name)));
    let now = state.clock.now();
    let html = page(&SitePageView {
        frame: Frame::new(state, Some(asker), &host, "/feeds"),
        summary: view::summary(&blocks, pages.len(), MAX_PAGES as usize),
        said: shown.said,
        blocks: blocks.into_iter().map(|block| BlockRow::new(block, now)).collect(),
        text: shown.text.or_else(|| file.map(|file| file.text.clone())).unwrap_or_default(),
        from_above: file.filter(|_| own.is_none()).map(|file| file.name.clone()),
        file: own.map(|file| file.name.clone()),
        fare,
        pages: view::picks(pages, shown.chosen),
        both: shown.both,
        host,
    })?;
    Ok((shown.status, html).into_response())
}

fn back(state: &ServerState, host: &str, did: &str, reread: Reread) -> Response {
    let Reread { pages, gone, more } = reread;
    let to = format!("{}/site/{host}?did={did}&pages={pages}&gone={gone}&more={more}", state.base());
    Redirect::to(&to).into_response()
}

async fn refused(
    state: &ServerState,
    asker: &Asker,
    host: String,
    why: String,
    text: Option<String>,
) -> Result<Response, Problem> {
    let status = StatusCode::UNPROCESSABLE_ENTITY;
    let shown = Shown { said: Some((why, true)), text, status, ..Shown::default() };
    answer(state, asker, host, shown).await
}

/// The owner says of a block that it stays, or that it goes.
pub async fn say(
    State(state): State<ServerState>,
    Path(host): Path<String>,
    fields: Fields,
) -> Result<Response, Problem> {
    owner(&fields.asker)?;
    let host = known_host(&host)?;
    let block =
        parse_block(fields.text("block")).ok_or_else(|| Problem::bad_form(say!("site-form-block")))?;
    let said = match fields.text("to") {
        "drop" => Said::Drop,
        _ => Said::Keep,
    };
    match state.actions.say_of_block(fields.asker.id(), host.clone(), block, said).await {
        Ok(reread) => Ok(back(&state, &host, said.as_str(), reread)),
        Err(Refusal(why)) => refused(&state, &fields.asker, host, why, None).await,
    }
}

/// The owner names a paragraph of a page that is none of its article's.
pub async fn drop(
    State(state): State<ServerState>,
    Path(host): Path<String>,
    fields: Fields,
) -> Result<Response, Problem> {
    owner(&fields.asker)?;
    let host = known_host(&host)?;
    let number = fields.text("page").parse().map_err(|_| Problem::bad_form(say!("site-form-page")))?;
    let block = fields.text("block").to_owned();
    match state.actions.drop_paragraph(fields.asker.id(), number, block).await {
        Ok(reread) => Ok(back(&state, &host, "drop", reread)),
        Err(Refusal(why)) => refused(&state, &fields.asker, host, why, None).await,
    }
}

/// Tries an override on a stored page: chosen from the list, or by its address. Nothing is saved.
pub async fn attempt(
    State(state): State<ServerState>,
    Path(host): Path<String>,
    fields: Fields,
) -> Result<Response, Problem> {
    owner(&fields.asker)?;
    let host = known_host(&host)?;
    let text = exact(&fields);
    let mut shown = Shown { text: Some(text.clone()), ..Shown::default() };
    let address = fields.text("address");
    let number = if address.is_empty() {
        fields.text("page").parse().ok()
    } else {
        state.store.page_at(address, fields.asker.viewer()).await?.map(|page| page.page)
    };
    match number {
        Some(number) => {
            try_page(&state, &fields.asker, &host, number, Some(text), &mut shown).await?;
        }
        None => {
            shown.said = Some((say!("site-no-page"), true));
            shown.status = StatusCode::UNPROCESSABLE_ENTITY;
        }
    }
    answer(&state, &fields.asker, host, shown).await
}

/// Browsers send lines with a carriage return; a file has none.
fn exact(fields: &Fields) -> String {
    let text = fields.text("text").replace("\r\n", "\n");
    if text.is_empty() { text } else { text + "\n" }
}

/// Saves an override; an empty one takes the file away.
pub async fn save(
    State(state): State<ServerState>,
    Path(host): Path<String>,
    fields: Fields,
) -> Result<Response, Problem> {
    owner(&fields.asker)?;
    let host = known_host(&host)?;
    let text = exact(&fields);
    let did = if text.is_empty() { "removed" } else { "saved" };
    match state.actions.save_override(host.clone(), text.clone()).await {
        Ok(()) => Ok(back(&state, &host, did, Reread::default())),
        Err(Refusal(why)) => refused(&state, &fields.asker, host, why, Some(text)).await,
    }
}

/// Reads the site's kept pages again.
pub async fn again(
    State(state): State<ServerState>,
    Path(host): Path<String>,
    fields: Fields,
) -> Result<Response, Problem> {
    owner(&fields.asker)?;
    let host = known_host(&host)?;
    match state.actions.reread_site(host.clone()).await {
        Ok(reread) => Ok(back(&state, &host, "again", reread)),
        Err(Refusal(why)) => refused(&state, &fields.asker, host, why, None).await,
    }
}
