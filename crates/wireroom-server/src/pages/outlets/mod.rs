//! All outlets: how much of what each prints is its own text, and how much it carries from others.

use crate::frame::Frame;
use crate::pages::{Page, page};
use crate::picture::{self, Picture};
use crate::session::Asker;
use crate::stamp::{self, Stamp};
use crate::state::ServerState;
use askama::Template;
use axum::extract::State;
use wireroom_model::When;
use wireroom_store::outlets::Outlet;

#[derive(Debug, Template)]
#[template(path = "pages/outlets/outlets.html")]
struct OutletsPage {
    frame: Frame,
    summary: String,
    rows: Vec<Row>,
}

/// One outlet.
#[derive(Debug)]
pub struct Row {
    pub id: u64,
    pub name: String,
    pub host: String,
    pub publisher: Option<String>,
    pub articles: u64,
    pub own: u64,
    pub carried: u64,
    pub bar: Picture,
    pub newest: Option<Stamp>,
}

impl Row {
    /// `most` is the number of articles of the largest outlet in the list.
    pub fn new(outlet: Outlet, most: u64, now: When) -> Self {
        let carried = outlet.articles.saturating_sub(outlet.anchors);
        Self {
            id: outlet.id.get(),
            bar: picture::own_and_carried(outlet.anchors, carried, most),
            host: outlet.host.unwrap_or_default(),
            publisher: outlet.publisher,
            articles: outlet.articles,
            own: outlet.anchors,
            carried,
            newest: outlet.newest_at.map(|at| stamp::ago(at, now)),
            name: outlet.name,
        }
    }
}

/// All outlets, the one with most texts of its own first.
pub async fn show(State(state): State<ServerState>, asker: Asker) -> Page {
    let mut outlets = state.store.outlets(asker.viewer()).await?;
    outlets.sort_by(|a, b| {
        (b.anchors, b.articles).cmp(&(a.anchors, a.articles)).then_with(|| a.name.cmp(&b.name))
    });
    let most = outlets.iter().map(|outlet| outlet.articles).max().unwrap_or_default();
    let articles: u64 = outlets.iter().map(|outlet| outlet.articles).sum();
    let summary = say!(
        "outlets-say",
        outlets = say!("count-outlets", n = outlets.len()),
        articles = say!("count-articles", n = articles)
    );
    let now = state.clock.now();
    let rows = outlets.into_iter().map(|outlet| Row::new(outlet, most, now)).collect();
    page(&OutletsPage {
        frame: Frame::new(&state, Some(&asker), say!("menu-outlets"), "/outlets"),
        summary,
        rows,
    })
}
