//! Search over titles and bodies: words, "quoted phrases", -refused words. Hits are marked as data and lit by the
//! template; what a reader may not see is asked for neither of the index nor of the store.

use crate::Problem;
use crate::frame::Frame;
use crate::pages::latest::page_number;
use crate::pages::outlet::Line;
use crate::pages::{Page, page};
use crate::session::Asker;
use crate::state::ServerState;
use crate::wording::count;
use askama::Template;
use axum::extract::{Query, State};
use wireroom_search::{Found, Piece};

/// Hits on one page.
const HITS: usize = 20;
/// A question is cut here (characters).
const MAX_QUESTION: usize = 400;
/// The last page of hits.
const MAX_PAGE: u32 = 50;

#[derive(Debug, Template)]
#[template(path = "pages/search/search.html")]
struct SearchPage {
    frame: Frame,
    question: String,
    /// The question as part of an address.
    query: String,
    newest: bool,
    summary: Option<String>,
    hits: Vec<HitLine>,
    newer: Option<u32>,
    older: Option<u32>,
}

#[derive(Debug)]
struct HitLine {
    line: Line,
    title: Vec<Piece>,
    snippet: Vec<Piece>,
}

/// `?q=words&order=newest&page=2`.
#[derive(Debug, serde::Deserialize)]
pub struct Asked {
    q: Option<String>,
    order: Option<String>,
    page: Option<String>,
}

/// The search page: a field, and what was found.
pub async fn show(State(state): State<ServerState>, asker: Asker, Query(asked): Query<Asked>) -> Page {
    let question: String = asked.q.unwrap_or_default().trim().chars().take(MAX_QUESTION).collect();
    let newest = asked.order.as_deref() == Some("newest");
    let number = page_number(asked.page.as_deref()).min(MAX_PAGE);
    let found = find(&state, &asker, &question, newest, number).await?;
    let hits = lines(&state, &asker, &found).await?;
    let seen = (number as usize).saturating_mul(HITS);
    let query = url::form_urlencoded::Serializer::new(String::new()).append_pair("q", &question).finish();
    let title = if question.is_empty() { "Search".to_owned() } else { format!("Search: {question}") };
    page(&SearchPage {
        frame: Frame::new(&state, Some(&asker), title, "/search"),
        summary: (!question.is_empty()).then(|| summary(found.total)),
        newer: (number > 1).then(|| number - 1),
        older: (found.total > seen && number < MAX_PAGE).then_some(number + 1),
        question,
        query,
        newest,
        hits,
    })
}

fn summary(total: usize) -> String {
    match total {
        0 => "Nothing was found. Fewer or shorter words find more; “quotation marks” ask for a phrase."
            .to_owned(),
        _ => format!("{} found.", count(total as u64, "article", "articles")),
    }
}

async fn find(
    state: &ServerState,
    asker: &Asker,
    text: &str,
    newest: bool,
    number: u32,
) -> Result<Found, Problem> {
    if text.is_empty() {
        return Ok(Found::default());
    }
    let query = wireroom_search::Query {
        text: text.to_owned(),
        audiences: state.store.audiences(asker.viewer()).await?,
        newest_first: newest,
        limit: HITS,
        offset: (number as usize - 1) * HITS,
        ..Default::default()
    };
    let index = state.search.clone();
    let found = tokio::task::spawn_blocking(move || index.search(&query)).await;
    Ok(found.map_err(|error| Problem::house(&error))??)
}

async fn lines(state: &ServerState, asker: &Asker, found: &Found) -> Result<Vec<HitLine>, Problem> {
    let now = state.clock.now();
    let mut hits = Vec::new();
    for hit in &found.hits {
        // The store has the last word on what this reader may see.
        if let Some(line) = state.store.article_line(hit.article, asker.viewer()).await? {
            let (title, snippet) = (hit.title.clone(), hit.snippet.clone());
            hits.push(HitLine { line: Line::new(&line, now), title, snippet });
        }
    }
    Ok(hits)
}
