//! One outlet: what it printed, newest first, and whose texts those are.

use crate::Problem;
use crate::fields::Fields;
use crate::frame::Frame;
use crate::outgoing::view::View;
use crate::pages::latest::page_number;
use crate::pages::outlets::Row;
use crate::pages::{Done, Page, page};
use crate::session::Asker;
use crate::stamp::{self, Stamp};
use crate::state::ServerState;
use crate::wording;
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Redirect;
use wireroom_model::{OutletId, Relation, When};
use wireroom_store::articles::ArticleLine;
use wireroom_store::lineage::Reason;

/// Articles on one page.
const ARTICLES: u32 = 50;

#[derive(Debug, Template)]
#[template(path = "pages/outlet/outlet.html")]
struct OutletPage {
    frame: Frame,
    row: Row,
    summary: String,
    lines: Vec<Line>,
    follows: bool,
    newer: Option<u32>,
    older: Option<u32>,
}

/// One article in a list.
#[derive(Debug)]
pub struct Line {
    pub id: u64,
    pub title: String,
    pub lang: String,
    pub dir: &'static str,
    pub tongue: Option<String>,
    pub time: Stamp,
    /// "own text", "carries another's text, 92% of it".
    pub note: String,
    pub outlet: String,
    pub story: Option<u64>,
}

impl Line {
    /// A line of a list.
    pub fn new(line: &ArticleLine, now: When) -> Self {
        Self {
            id: line.id.get(),
            title: if line.title.is_empty() { say!("headline-none") } else { line.title.clone() },
            lang: wording::tag(line.lang),
            dir: wording::dir(line.lang),
            tongue: wording::tongue(line.lang),
            time: stamp::short(line.published, now),
            note: note(line),
            outlet: line.outlet.clone().unwrap_or_default(),
            story: line.story.map(wireroom_model::StoryId::get),
        }
    }
}

/// Whose text an article is, as far as its lineage is read. An agency's own printing credits nobody else.
fn note(line: &ArticleLine) -> String {
    let by_itself = |agency: &&String| !line.outlet.as_deref().is_some_and(|o| wording::names(o, agency));
    let credited = line.agency.as_ref().filter(by_itself);
    let whose = match line.copy {
        Some(copy) if !wording::stands_first(line.id, copy) => carried(copy.relation),
        Some(copy) if copy.origin == Some(Reason::OrderUnknown) => say!("line-order-unknown"),
        _ if credited.is_some() => say!("line-no-earlier"),
        _ => say!("line-own"),
    };
    match credited {
        Some(agency) => wording::joined(vec![whose, say!("article-credits", agency = agency.as_str())]),
        None => whose,
    }
}

fn carried(relation: Relation) -> String {
    match relation {
        Relation::Verbatim => say!("line-word-for-word"),
        Relation::Edited => say!("line-edited"),
        Relation::Excerpt => say!("line-part"),
        Relation::Anchor => say!("line-most"),
        _ => say!("line-passages"),
    }
}

/// `?page=2` and on.
#[derive(Debug, serde::Deserialize)]
pub struct Asked {
    page: Option<String>,
}

/// One outlet.
pub async fn show(
    State(state): State<ServerState>,
    asker: Asker,
    Path(number): Path<String>,
    Query(asked): Query<Asked>,
) -> Page {
    let id: OutletId = number.parse().map_err(|_| Problem::no_page())?;
    let outlet = state.store.outlet(id, asker.viewer()).await?;
    let outlet = outlet.ok_or_else(|| Problem::missing("outlet", id.get()))?;
    let number = page_number(asked.page.as_deref());
    let from = (number - 1) * ARTICLES;
    let mut found = state.store.articles_of_outlet(id, asker.viewer(), ARTICLES + 1, from).await?;
    let older = (found.len() > ARTICLES as usize).then_some(number + 1);
    found.truncate(ARTICLES as usize);
    let now = state.clock.now();
    let most = outlet.articles;
    let row = Row::new(outlet, most, now);
    let summary = say!(
        "outlet-say",
        articles = say!("count-articles", n = row.articles),
        own = row.own,
        carried = row.carried
    );
    let mut frame = Frame::new(&state, Some(&asker), row.name.clone(), "/outlets");
    frame.out = Some(View::Outlet(id));
    page(&OutletPage {
        frame,
        row,
        summary,
        lines: found.iter().map(|line| Line::new(line, now)).collect(),
        follows: state.store.follows_outlet(asker.id(), id).await?,
        newer: (number > 1).then(|| number - 1),
        older,
    })
}

/// Follows an outlet, or no longer: its stories stand higher in this reader's editions, as the sum of each says.
pub async fn follow(State(state): State<ServerState>, Path(number): Path<String>, fields: Fields) -> Done {
    let id: OutletId = number.parse().map_err(|_| Problem::no_page())?;
    let outlet = state.store.outlet(id, fields.asker.viewer()).await?;
    let outlet = outlet.ok_or_else(|| Problem::missing("outlet", id.get()))?;
    let at = (fields.text("to") != "no").then(|| state.clock.now().unix());
    let mut tx = state.store.begin().await?;
    tx.follow_outlet(fields.asker.id(), outlet.id, at).await?;
    tx.commit().await?;
    let back = match fields.text("back") {
        "following" => "/following".to_owned(),
        _ => format!("/outlet/{id}"),
    };
    Ok(Redirect::to(&format!("{}{back}", state.base())))
}
