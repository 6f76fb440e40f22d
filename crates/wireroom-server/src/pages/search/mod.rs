//! Search over titles and bodies in the search language (wireroom-search's `language.rs`), by story or by article. Hits
//! are marked as data and lit by the template; what a reader may not see is asked for neither of the index nor of the
//! store. A question that cannot be meant is answered with what is wrong and the way out. Start at [`show`];
//! [`suggest`] completes names, [`found`] asks the index, `kept.rs` is what readers keep.

use crate::Problem;
use crate::frame::Frame;
use crate::pages::latest::page_number;
use crate::pages::outlet::Line;
use crate::pages::{Page, page};
use crate::session::Asker;
use crate::state::ServerState;
use askama::Template;
use axum::extract::{Query, State};
use std::collections::BTreeMap;
use wireroom_model::{ArticleId, OutletId, StoryId};
use wireroom_search::{Found, Piece};
use wireroom_store::Viewer;
use wireroom_text::words::fold;

pub mod faults;
pub mod kept;
pub mod suggest;

pub use suggest::suggest;

/// Hits on one page.
const HITS: usize = 20;
/// A question is cut here (characters).
pub const MAX_QUESTION: usize = 400;
/// The last page of hits.
const MAX_PAGE: u32 = 50;
/// The best articles that are put together by story.
const GROUPED: usize = 100;
/// Outlets that one `outlet:` may mean.
const MAX_OUTLETS: usize = 50;

#[derive(Debug, Template)]
#[template(path = "pages/search/search.html")]
struct SearchPage {
    frame: Frame,
    question: String,
    /// The question as part of an address.
    query: String,
    newest: bool,
    by_story: bool,
    fault: Option<String>,
    /// The search language by example.
    language: [(&'static str, String); 5],
    summary: Option<String>,
    hits: Vec<HitLine>,
    newer: Option<u32>,
    older: Option<u32>,
}

/// One article that was found, or a story by its best article.
#[derive(Debug)]
pub struct HitLine {
    pub line: Line,
    pub title: Vec<Piece>,
    pub snippet: Vec<Piece>,
    /// A story's headline, and how many of its articles were found.
    pub story: Option<(String, String)>,
}

/// `?q=words&order=newest&by=story&page=2`.
#[derive(Debug, serde::Deserialize)]
pub struct Asked {
    q: Option<String>,
    order: Option<String>,
    by: Option<String>,
    page: Option<String>,
}

/// How what was found is wanted.
#[derive(Debug, Clone, Copy)]
pub struct Wanted {
    pub newest: bool,
    pub limit: usize,
    pub offset: usize,
}

/// The search page: a field, and what was found.
pub async fn show(State(state): State<ServerState>, asker: Asker, Query(asked): Query<Asked>) -> Page {
    let question: String = asked.q.unwrap_or_default().trim().chars().take(MAX_QUESTION).collect();
    let newest = asked.order.as_deref() == Some("newest");
    let by_story = asked.by.as_deref() == Some("story");
    let number = if by_story { 1 } else { page_number(asked.page.as_deref()).min(MAX_PAGE) };
    let wanted = match by_story {
        true => Wanted { newest, limit: GROUPED, offset: 0 },
        false => Wanted { newest, limit: HITS, offset: (number as usize - 1) * HITS },
    };
    let answer = found(&state, asker.viewer(), &question, wanted).await?;
    let (found, fault) = answer.map_or_else(|fault| (Found::default(), Some(fault)), |found| (found, None));
    let mut hits = lines(&state, asker.viewer(), &found).await?;
    if by_story {
        hits = stories(&state, &asker, hits).await?;
    }
    let seen = (number as usize).saturating_mul(HITS);
    let query = url::form_urlencoded::Serializer::new(String::new()).append_pair("q", &question).finish();
    let title = match question.is_empty() {
        true => say!("search-title"),
        false => say!("search-title-of", question = question.as_str()),
    };
    page(&SearchPage {
        frame: Frame::new(&state, Some(&asker), title, "/search"),
        summary: (!question.is_empty() && fault.is_none()).then(|| match (found.total, by_story) {
            (0, _) => say!("search-nothing"),
            (_, true) => say!("search-stories-found", n = hits.len()),
            (total, false) => say!("search-found", n = total),
        }),
        newer: (number > 1).then(|| number - 1),
        older: (!by_story && found.total > seen && number < MAX_PAGE).then_some(number + 1),
        question,
        query,
        newest,
        by_story,
        fault,
        language: language(),
        hits,
    })
}

fn language() -> [(&'static str, String); 5] {
    [
        ("harbour strike", say!("search-language-all")),
        ("\"night ferry\"", say!("search-language-phrase")),
        ("(ferry OR boat) -strike", say!("search-language-or")),
        ("outlet:tern lang:de author:lind title:ferry", say!("search-language-filters")),
        ("after:2026-11 before:2026-11-22", say!("search-language-dates")),
    ]
}

/// Asks the index what this reader may see; or says what of the question cannot be meant.
pub async fn found(
    state: &ServerState,
    viewer: Viewer,
    text: &str,
    wanted: Wanted,
) -> Result<Result<Found, String>, Problem> {
    let question = match wireroom_search::parse(text) {
        Ok(question) if question.is_empty() => return Ok(Ok(Found::default())),
        Ok(question) => question,
        Err(fault) => return Ok(Err(faults::said(&fault))),
    };
    let mut outlets = BTreeMap::new();
    for name in question.outlets() {
        let meant = outlets_named(state, viewer, &name).await?;
        if meant.is_empty() {
            return Ok(Err(say!("search-fault-outlet", name = name)));
        }
        outlets.insert(name, meant.into_iter().map(OutletId::get).collect());
    }
    let query = wireroom_search::Query {
        text: text.to_owned(),
        outlets,
        audiences: state.store.audiences(viewer).await?,
        // Filters alone make no article better than another.
        newest_first: wanted.newest || question.wanted().is_empty(),
        limit: wanted.limit,
        offset: wanted.offset,
        ..Default::default()
    };
    let index = state.search.clone();
    let found = tokio::task::spawn_blocking(move || index.search(&query)).await;
    Ok(Ok(found.map_err(|error| Problem::house(&error))??))
}

/// The outlets whose name or host holds what was typed.
async fn outlets_named(state: &ServerState, viewer: Viewer, name: &str) -> Result<Vec<OutletId>, Problem> {
    let wanted = fold(name);
    let all = state.store.outlet_names(viewer).await?;
    let is_meant = |known: &str, host: Option<&str>| {
        fold(known).contains(&wanted) || host.is_some_and(|host| host.contains(&wanted))
    };
    let meant = all.into_iter().filter(|(_, known, host)| is_meant(known, host.as_deref()));
    Ok(meant.take(MAX_OUTLETS).map(|(id, ..)| id).collect())
}

/// What was found, as far as this reader may see it: the store has the last word.
pub async fn lines(state: &ServerState, viewer: Viewer, found: &Found) -> Result<Vec<HitLine>, Problem> {
    let now = state.clock.now();
    let articles: Vec<ArticleId> = found.hits.iter().map(|hit| hit.article).collect();
    let lines = state.store.article_lines(&articles, viewer).await?;
    let mut lines: BTreeMap<ArticleId, Line> =
        lines.iter().map(|line| (line.id, Line::new(line, now))).collect();
    let hits = found.hits.iter().filter_map(|hit| {
        let (title, snippet) = (hit.title.clone(), hit.snippet.clone());
        Some(HitLine { line: lines.remove(&hit.article)?, title, snippet, story: None })
    });
    Ok(hits.collect())
}

/// Each story once, in the order of its best article.
async fn stories(state: &ServerState, asker: &Asker, hits: Vec<HitLine>) -> Result<Vec<HitLine>, Problem> {
    let mut counts: BTreeMap<u64, u64> = BTreeMap::new();
    let mut first: Vec<HitLine> = Vec::new();
    for hit in hits {
        let Some(story) = hit.line.story else { continue };
        let seen = counts.entry(story).or_default();
        *seen += 1;
        if *seen == 1 && first.len() < HITS {
            first.push(hit);
        }
    }
    let of = |hit: &HitLine| hit.line.story.and_then(|story| StoryId::new(story).ok());
    let ids: Vec<StoryId> = first.iter().filter_map(of).collect();
    let mut cards = state.store.cards_of(&ids, asker.viewer()).await?;
    for hit in &mut first {
        let Some(card) = of(hit).and_then(|story| cards.remove(&story)) else { continue };
        let found = counts.get(&card.id.get()).copied().unwrap_or_default();
        hit.story = Some((card.title, say!("search-of-story", n = found, all = card.articles)));
    }
    first.retain(|hit| hit.story.is_some());
    Ok(first)
}
