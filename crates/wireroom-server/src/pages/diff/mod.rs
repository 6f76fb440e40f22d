//! What one printing made of another: `/diff/FIRST/SECOND` between two articles, `/diff/common/ID` against what most
//! of its family share (`family.rs`), `/article/ID/versions/N` between a version and the one before it. Side by side where there is room, inline on a phone or by choice
//! (`?as=column`, which the ways on from there keep); `.json` gives the public shape. Any two articles that the reader may see can be compared.

use crate::Problem;
use crate::compare::{Compared, News, Sheet};
use crate::frame::Frame;
use crate::pages::{Either, form_of, json, page};
use crate::session::Asker;
use crate::stamp;
use crate::state::ServerState;
use crate::wording;
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::IntoResponse;
use wireroom_model::{ArticleId, Relation};
use wireroom_store::articles::ArticleLine;
use wireroom_store::versions::Version;

mod bits;
pub mod family;
pub mod shape;
mod view;

use bits::Set;
use family::{Measure, measures};
use shape::{Both, DiffShape};
use view::{Comparison, Side, printed};

#[derive(Debug, Template)]
#[template(path = "pages/diff/diff.html")]
struct DiffPage {
    frame: Frame,
    heading: String,
    /// Where these two stand: address and words.
    kick: (String, String),
    /// What must be known of the two before reading on.
    finding: Option<String>,
    comparison: Comparison,
    /// The classes of change, where these are versions of one article.
    classes: Vec<String>,
    /// What the later version tells, where the outlet changed it.
    news: Vec<News>,
    /// How the two are set, by choice; a narrow page is set inline whatever was chosen.
    way: Way,
    /// This page's own address.
    here: String,
    /// The same with the sides exchanged.
    turned: Option<String>,
    /// What else the second text can be measured against.
    measures: Vec<Measure>,
}

/// How two texts are set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    Side,
    Inline,
}

impl Way {
    fn asked(asked: &Asked) -> Self {
        if asked.r#as.as_deref() == Some("column") { Self::Inline } else { Self::Side }
    }

    const fn is_inline(self) -> bool {
        matches!(self, Self::Inline)
    }

    /// What an address needs so that the next page is set the same way.
    const fn kept(self) -> &'static str {
        if self.is_inline() { "?as=column" } else { "" }
    }
}

/// `?as=column` sets both texts in one column; `?against=1` compares with that version.
#[derive(Debug, serde::Deserialize)]
pub struct Asked {
    r#as: Option<String>,
    against: Option<String>,
}

/// An article that the reader may see, with the version it shows.
async fn shown(state: &ServerState, asker: &Asker, number: &str) -> Result<(ArticleLine, Version), Problem> {
    let id: ArticleId = number.parse().map_err(|_| Problem::no_page())?;
    let missing = || Problem::missing("article", id.get());
    let line = state.store.article_line(id, asker.viewer()).await?.ok_or_else(missing)?;
    let version = state.store.current_version(id, asker.viewer()).await?.ok_or_else(missing)?;
    Ok((line, version))
}

fn sheet(version: &Version) -> Sheet {
    Sheet { title: version.title.clone(), body: version.extracted.body.clone(), lang: version.extracted.lang }
}

async fn compare(state: &ServerState, old: &Version, new: &Version) -> Result<Compared, Problem> {
    Ok(state.actions.compare(sheet(old), sheet(new)).await?)
}

fn outlet(line: &ArticleLine) -> String {
    let host = || line.url.as_deref().map(wording::host);
    wording::outlet(line.outlet.clone().or_else(host))
}

/// How the second stands in the family of both.
fn relation(first: &ArticleLine, second: &ArticleLine) -> Option<Relation> {
    let (one, two) = (first.copy?, second.copy?);
    (one.family == two.family).then_some(two.relation)
}

/// Two articles.
pub async fn show(
    State(state): State<ServerState>,
    asker: Asker,
    Path((first, last)): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> Either {
    let (second, as_json) = form_of(&last);
    let (line, old) = shown(&state, &asker, &first).await?;
    let (other, new) = shown(&state, &asker, second).await?;
    let found = compare(&state, &old, &new).await?;
    let relation = relation(&line, &other);
    if as_json {
        let open = (is_open(&state, line.id).await?, is_open(&state, other.id).await?);
        return json(&DiffShape::of(&Both { old: &old, new: &new, relation, open }, &found));
    }
    let now = state.clock.now();
    let (one, two) = (outlet(&line), outlet(&other));
    let heading = if one == two {
        say!("diff-two-of-one", outlet = one.as_str())
    } else {
        say!("diff-made-of", two = two.as_str(), one = one.as_str())
    };
    let finding = match relation {
        _ if line.id == other.id => Some(say!("diff-is-one")),
        Some(_) => None,
        None => Some(say!("diff-strangers")),
    };
    let family = line.copy.filter(|_| relation.is_some()).map(|copy| copy.family);
    let kick = family.map_or_else(
        || (format!("/article/{}", line.id), line.title.clone()),
        |family| (format!("/family/{family}"), say!("stands-printings")),
    );
    let sides = (Side::new(&old, one, printed(&old, now)), Side::new(&new, two, printed(&new, now)));
    let model = DiffPage {
        frame: Frame::new(&state, Some(&asker), heading.clone(), ""),
        heading,
        kick,
        finding,
        comparison: Comparison::new(sides.0, sides.1, (&old, &new), &found),
        classes: Vec::new(),
        news: Vec::new(),
        way: Way::asked(&asked),
        here: format!("/diff/{}/{}", line.id, other.id),
        turned: Some(format!("/diff/{}/{}", other.id, line.id)),
        measures: match family {
            Some(family) => {
                measures(&family::members(&state, &asker, family).await?, other.id, Some(line.id))
            }
            None => Vec::new(),
        },
    };
    Ok(page(&model)?.into_response())
}

/// Whether an article's words may leave in a shape.
async fn is_open(state: &ServerState, article: ArticleId) -> Result<bool, Problem> {
    Ok(state.store.reserved(article).await?.reservation.is_none())
}

/// A version and the one before it.
pub async fn version(
    State(state): State<ServerState>,
    asker: Asker,
    Path((article, last)): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> Either {
    let (number, as_json) = form_of(&last);
    let number: u32 = number.parse().map_err(|_| Problem::no_page())?;
    let (line, _) = shown(&state, &asker, &article).await?;
    let history = state.store.version_lines(line.id).await?;
    let against: Option<u32> = match asked.against.as_deref() {
        Some(text) => Some(text.parse().map_err(|_| Problem::no_page())?),
        None => history.iter().rev().map(|line| line.number).find(|&earlier| earlier < number),
    };
    if !history.iter().any(|line| line.number == number) {
        return Err(Problem::no_version(line.id, number));
    }
    let against = against.ok_or_else(|| Problem::first_version(line.id, number))?;
    let load = async |number| {
        let found = state.store.version_numbered(line.id, number, asker.viewer()).await?;
        found.ok_or_else(|| Problem::no_version(line.id, number))
    };
    let (old, new) = (load(against).await?, load(number).await?);
    let found = compare(&state, &old, &new).await?;
    if as_json {
        let open = is_open(&state, line.id).await?;
        let relation = line.copy.map(|copy| copy.relation);
        return json(&DiffShape::of(&Both { old: &old, new: &new, relation, open: (open, open) }, &found));
    }
    let now = state.clock.now();
    let side = |version: &Version| {
        let name = say!("stands-version", n = version.number);
        Side::new(version, name, stamp::ago(version.seen_at, now))
    };
    let heading = say!("diff-changed", outlet = outlet(&line));
    let by_house = (old.page.is_some() && old.page == new.page).then(|| say!("diff-by-house"));
    let comparison = Comparison::new(side(&old), side(&new), (&old, &new), &found);
    let news = if by_house.is_none() { found.news } else { Vec::new() };
    let model = DiffPage {
        frame: Frame::new(&state, Some(&asker), heading.clone(), ""),
        heading,
        kick: (format!("/article/{}/versions", line.id), say!("diff-all-versions")),
        finding: by_house,
        comparison,
        classes: wording::classes(&found.changes),
        news,
        way: Way::asked(&asked),
        here: format!("/article/{}/versions/{number}", line.id),
        turned: None,
        measures: Vec::new(),
    };
    Ok(page(&model)?.into_response())
}
