//! The sites whose pages were read: what was learnt of each, which have an override, which overrides have a fault.
//! For the owner alone: samples and overrides are the house's, not a reader's.

use crate::Problem;
use crate::frame::Frame;
use crate::pages::page;
use crate::session::Asker;
use crate::sites::OverrideFolder;
use crate::state::ServerState;
use crate::wording;
use askama::Template;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use std::collections::BTreeMap;
use url::Url;
use wireroom_store::site_overrides::OverrideFare;
use wireroom_store::sites::SiteLine;

/// Sites in the list.
const MAX_LINES: u32 = 500;
/// An override that missed on so many pages in a row is one that its site outgrew.
pub const OUTGROWN: u64 = 5;

#[derive(Debug, Template)]
#[template(path = "pages/sites/sites.html")]
struct SitesPage {
    frame: Frame,
    summary: String,
    rows: Vec<Row>,
    faults: Vec<String>,
    folder: String,
    address: String,
    wrong: Option<String>,
}

/// One host.
#[derive(Debug, PartialEq, Eq)]
struct Row {
    host: String,
    pages: u64,
    learnt: u64,
    kept: u64,
    dropped: u64,
    /// The override, where there is one: its file, and how it fares.
    file: Option<(String, Option<String>)>,
}

/// `?address=` asks for the site of an article's page.
#[derive(Debug, serde::Deserialize)]
pub struct Asked {
    address: Option<String>,
}

/// The owner, or the problem that says so.
pub(super) fn owner(asker: &Asker) -> Result<(), Problem> {
    if asker.keeps_feeds() { Ok(()) } else { Err(Problem::owner_only()) }
}

/// All sites; with an address, the site of that page.
pub async fn show(
    State(state): State<ServerState>,
    asker: Asker,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    owner(&asker)?;
    let address = asked.address.unwrap_or_default().trim().to_owned();
    let mut wrong = None;
    if !address.is_empty() {
        match at(&state, &asker, &address).await? {
            Some(to) => return Ok(Redirect::to(&to).into_response()),
            None => {
                wrong = Some(say!("sites-unknown"));
            }
        }
    }
    let folder = state.actions.overrides().await.unwrap_or_default();
    let lines = state.store.site_lines(MAX_LINES).await?;
    let fares = state.store.override_fares().await?;
    let summary = summary(&lines, &folder);
    let status = if wrong.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let html = page(&SitesPage {
        frame: Frame::new(&state, Some(&asker), say!("sites-title"), "/feeds"),
        summary,
        rows: rows(lines, &folder, &fares),
        folder: folder.path.unwrap_or_default(),
        faults: folder.faults,
        address,
        wrong,
    })?;
    Ok((status, html).into_response())
}

/// Where the page of an address stands.
async fn at(state: &ServerState, asker: &Asker, address: &str) -> Result<Option<String>, Problem> {
    let Ok(mut url) = Url::parse(address) else { return Ok(None) };
    url.set_fragment(None);
    let found = state.store.page_at(url.as_str(), asker.viewer()).await?;
    let (Some(found), Some(host)) = (found, url.host_str()) else { return Ok(None) };
    Ok(Some(format!("{}/site/{host}?page={}#both", state.base(), found.page)))
}

fn summary(lines: &[SiteLine], folder: &OverrideFolder) -> String {
    let learnt: u64 = lines.iter().map(|line| line.learnt).sum();
    let kept: u64 = lines.iter().map(|line| line.kept).sum();
    let with = lines.iter().filter(|line| line.learnt + line.kept + line.dropped > 0).count();
    let mut summary = match learnt {
        0 => say!("sites-nothing"),
        _ => say!(
            "sites-learnt",
            paragraphs = say!("count-paragraphs", n = learnt),
            sites = say!("sites-with", n = with)
        ),
    };
    if kept > 0 {
        summary = format!("{summary} {}", say!("sites-kept", n = kept));
    }
    if !folder.files.is_empty() {
        summary = format!("{summary} {}", say!("sites-ready", n = folder.files.len()));
    }
    summary
}

/// How an override fares, where that is worth a word.
pub(super) fn fares(fare: Option<&OverrideFare>) -> Option<String> {
    let fare = fare?;
    match fare.missed {
        0 => None,
        _ if fare.missed_in_a_row >= OUTGROWN => Some(say!("sites-outgrown", n = fare.missed_in_a_row)),
        missed => {
            let pages = say!("count-pages", n = fare.pages);
            Some(say!("sites-missed", missed = missed, pages = pages))
        }
    }
}

fn rows(lines: Vec<SiteLine>, folder: &OverrideFolder, all: &[OverrideFare]) -> Vec<Row> {
    let mut by_host: BTreeMap<String, SiteLine> = lines.iter().map(|l| (l.host.clone(), l.clone())).collect();
    let mut order: Vec<String> = lines.into_iter().map(|line| line.host).collect();
    for host in folder.files.iter().flat_map(|file| &file.hosts) {
        if !by_host.contains_key(host) {
            let line = SiteLine { host: host.clone(), pages: 0, learnt: 0, kept: 0, dropped: 0 };
            by_host.insert(host.clone(), line);
            order.push(host.clone());
        }
    }
    let row = |host: String| {
        let line = by_host.get(&host)?;
        let file = folder
            .for_host(&host)
            .map(|file| (file.name.clone(), fares(all.iter().find(|fare| fare.file == file.name))));
        Some(Row {
            pages: line.pages,
            learnt: line.learnt,
            kept: line.kept,
            dropped: line.dropped,
            file,
            host,
        })
    };
    order.into_iter().filter_map(row).collect()
}

/// A number for a table: nothing for zero.
impl Row {
    fn number(count: &u64) -> String {
        if *count == 0 { String::new() } else { wording::grouped(*count) }
    }
}
