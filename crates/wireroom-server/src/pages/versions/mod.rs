//! The versions of one article, the newest first: when each was first read, what kind of change it brought, and the
//! words. What changed was classed when the version arrived; nothing is compared here.

use crate::Problem;
use crate::frame::Frame;
use crate::pages::diff::shape::{ChangeShape, changes};
use crate::pages::{Either, Page, json, page};
use crate::session::Asker;
use crate::state::ServerState;
use askama::Template;
use axum::extract::{Path, State};
use serde::Serialize;
use wireroom_model::{ArticleId, Class, VersionId, When};
use wireroom_store::articles::ArticleLine;
use wireroom_store::versions::{Version, VersionLine};

mod view;

use view::Row;

/// Versions that are read, the newest; a live page may have many more.
const MAX_VERSIONS: usize = 40;

#[derive(Debug, Template)]
#[template(path = "pages/versions/versions.html")]
struct VersionsPage {
    frame: Frame,
    id: u64,
    title: String,
    lang: String,
    dir: &'static str,
    finding: String,
    rows: Vec<Row>,
}

/// One version with the one before it, where both are kept.
#[derive(Debug)]
pub struct Step {
    pub line: VersionLine,
    pub text: Version,
    pub before: Option<Version>,
}

impl Step {
    /// True where the same page was read otherwise: then the house changed the text and not the outlet.
    pub fn is_by_house(&self) -> bool {
        let page = self.before.as_ref().and_then(|before| before.page);
        page.is_some() && page == self.text.page
    }
}

/// The newest versions of an article that the reader may see, the newest first, and how many there are.
async fn steps(
    state: &ServerState,
    asker: &Asker,
    number: &str,
) -> Result<(ArticleLine, Vec<Step>, usize), Problem> {
    let id: ArticleId = number.parse().map_err(|_| Problem::no_page())?;
    let line = state.store.article_line(id, asker.viewer()).await?;
    let line = line.ok_or_else(|| Problem::missing("article", id.get()))?;
    let history = state.store.version_lines(id).await?;
    let all = history.len();
    let mut out: Vec<Step> = Vec::new();
    for version in history.into_iter().rev().take(MAX_VERSIONS + 1) {
        let Some(text) = state.store.version(version.id, asker.viewer()).await? else { continue };
        if let Some(after) = out.last_mut() {
            after.before = Some(text.clone());
        }
        out.push(Step { line: version, text, before: None });
    }
    out.truncate(MAX_VERSIONS);
    Ok((line, out, all))
}

/// The versions of an article.
pub async fn show(State(state): State<ServerState>, asker: Asker, Path(number): Path<String>) -> Page {
    let (line, steps, all) = steps(&state, &asker, &number).await?;
    let now = state.clock.now();
    page(&VersionsPage {
        frame: Frame::new(&state, Some(&asker), say!("versions-of", title = line.title.as_str()), ""),
        id: line.id.get(),
        title: line.title.clone(),
        lang: crate::wording::tag(line.lang),
        dir: crate::wording::dir(line.lang),
        finding: view::finding(&line, &steps, all),
        rows: steps.iter().map(|step| Row::new(step, now)).collect(),
    })
}

#[derive(Debug, Serialize)]
struct VersionsShape {
    article: ArticleId,
    /// How many there are; the newest follow, the oldest of them first.
    count: usize,
    versions: Vec<VersionShape>,
}

#[derive(Debug, Serialize)]
struct VersionShape {
    version: VersionId,
    number: u32,
    title: String,
    text_hash: String,
    /// When the house first read it.
    seen: Option<When>,
    /// "outlet", or "house" where the same page was read otherwise; null for the first that is kept.
    by: Option<&'static str>,
    /// Null for the first, and where what changed was not read.
    classes: Option<Vec<Class>>,
    changes: Option<Vec<ChangeShape>>,
}

fn version_shape(step: &Step) -> VersionShape {
    let found = step.line.changes.as_ref();
    VersionShape {
        version: step.line.id,
        number: step.line.number,
        title: step.line.title.clone(),
        text_hash: step.line.text_hash.clone(),
        seen: When::from_unix(step.line.seen_at),
        by: step.before.as_ref().map(|_| if step.is_by_house() { "house" } else { "outlet" }),
        classes: found.map(|found| view::classes(found)),
        changes: found.zip(step.before.as_ref()).map(|(found, before)| changes(found, before, &step.text)),
    }
}

/// The same as a public shape (docs/formats/versions.schema.json).
pub async fn shape(State(state): State<ServerState>, asker: Asker, Path(number): Path<String>) -> Either {
    let (line, steps, count) = steps(&state, &asker, &number).await?;
    let versions = steps.iter().rev().map(version_shape).collect();
    json(&VersionsShape { article: line.id, count, versions })
}
