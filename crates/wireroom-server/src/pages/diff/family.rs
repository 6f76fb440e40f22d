//! A printing against what most printings of its family share (`/diff/common/ID`), the usual comparison of a printing
//! (`/diff/ID`), and the ways to every other. It refuses to measure by one page where three or more can be read.
//! Start at [`show`].

use super::shape::{Both, CommonSide, DiffShape};
use super::view::{Comparison, Side, printed};
use super::{Asked, DiffPage, Way, is_open, outlet, sheet, shown};
use crate::Problem;
use crate::compare::InCommon;
use crate::frame::Frame;
use crate::pages::{Either, form_of, json, page};
use crate::session::Asker;
use crate::state::ServerState;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect};
use wireroom_model::{ArticleId, FamilyId, Kind};
use wireroom_store::articles::ArticleLine;
use wireroom_store::versions::Version;

/// Printings whose texts are read for one page, oldest first.
const MAX_READ: usize = 128;

/// Other printings that a page leads to; the family's page has them all.
const MAX_MEASURES: usize = 16;

/// From so many printings on most of them are more than one.
const FEWEST_FOR_MOST: usize = 3;

/// Something a printing can be measured against.
#[derive(Debug)]
pub struct Measure {
    pub name: String,
    pub href: String,
    pub note: Option<String>,
    /// True for the one that this page shows.
    pub is_here: bool,
}

/// A family's printings that the reader may see, oldest first.
pub async fn members(
    state: &ServerState,
    asker: &Asker,
    family: FamilyId,
) -> Result<Vec<ArticleLine>, Problem> {
    Ok(state.store.articles_of_family(family, asker.viewer()).await?)
}

/// What the printing `of` can be measured against; `here` is the printing that it is now, none for the common text.
pub fn measures(members: &[ArticleLine], of: ArticleId, here: Option<ArticleId>) -> Vec<Measure> {
    if members.len() < 2 {
        return Vec::new();
    }
    let common = Measure {
        name: if members.len() < FEWEST_FOR_MOST { say!("diff-share-both") } else { say!("diff-share-most") },
        href: format!("/diff/common/{of}"),
        note: None,
        is_here: here.is_none(),
    };
    let first = crate::pages::family::first(members).map(|line| line.id);
    let (mut ahead, others): (Vec<&ArticleLine>, Vec<&ArticleLine>) =
        members.iter().filter(|line| line.id != of).partition(|line| Some(line.id) == first);
    ahead.extend(others);
    let kept = ahead.into_iter().enumerate().filter(|(at, line)| *at < MAX_MEASURES || Some(line.id) == here);
    let printings = kept.map(|(_, line)| Measure {
        name: outlet(line),
        href: format!("/diff/{}/{of}", line.id),
        note: (Some(line.id) == first).then(|| say!("diff-first")),
        is_here: Some(line.id) == here,
    });
    std::iter::once(common).chain(printings).collect()
}

/// The usual comparison of a printing: with what most share, of two printings with the other, else with nothing.
pub async fn usual(State(state): State<ServerState>, asker: Asker, Path(last): Path<String>) -> Either {
    let (number, as_json) = form_of(&last);
    let (line, _) = shown(&state, &asker, number).await?;
    let family = line.copy.ok_or_else(|| Problem::no_other_printing(line.id))?.family;
    let members = members(&state, &asker, family).await?;
    let other = members.iter().find(|member| member.id != line.id);
    let other = other.ok_or_else(|| Problem::no_other_printing(line.id))?.id;
    let to = if members.len() < FEWEST_FOR_MOST {
        format!("/diff/{other}/{}", line.id)
    } else {
        format!("/diff/common/{}", line.id)
    };
    let form = if as_json { ".json" } else { "" };
    Ok(Redirect::temporary(&format!("{}{to}{form}", state.base())).into_response())
}

/// The printings that the common text is read from.
struct Printings {
    lines: Vec<ArticleLine>,
    versions: Vec<Version>,
    /// Those of which only the beginning can be read: they would make everything else an addition.
    stumps: u32,
    /// Those past [`MAX_READ`].
    unread: u32,
}

fn is_stump(version: &Version) -> bool {
    let told = &version.extracted;
    told.particulars.empty.is_some() || matches!(told.kind, Kind::Paywall | Kind::Empty)
}

async fn read(state: &ServerState, asker: &Asker, members: Vec<ArticleLine>) -> Result<Printings, Problem> {
    let unread = u32::try_from(members.len().saturating_sub(MAX_READ)).unwrap_or(u32::MAX);
    let mut found = Vec::with_capacity(members.len().min(MAX_READ));
    for line in members.into_iter().take(MAX_READ) {
        if let Some(version) = state.store.current_version(line.id, asker.viewer()).await? {
            found.push((line, version));
        }
    }
    let whole = found.iter().filter(|(_, version)| !is_stump(version)).count();
    let stumps = if whole >= 2 { found.len() - whole } else { 0 };
    if stumps > 0 {
        found.retain(|(_, version)| !is_stump(version));
    }
    let (lines, versions) = found.into_iter().unzip();
    Ok(Printings { lines, versions, stumps: u32::try_from(stumps).unwrap_or(u32::MAX), unread })
}

/// What the common text was made of, in words.
fn finding(found: &InCommon, printings: &Printings) -> String {
    let mut told = vec![if found.printings == 2 {
        say!("diff-two-only")
    } else {
        let words = say!("count-words", n = found.words);
        say!("diff-stands-in", needed = found.needed, printings = found.printings, words = words)
    }];
    let left_out = found.left_out.saturating_add(printings.unread);
    if printings.stumps > 0 {
        told.push(say!("diff-stumps", n = printings.stumps));
    }
    if left_out > 0 {
        told.push(say!("diff-large", n = left_out));
    }
    told.join(" ")
}

/// One printing against what most of its family share.
pub async fn show(
    State(state): State<ServerState>,
    asker: Asker,
    Path(last): Path<String>,
    Query(asked): Query<Asked>,
) -> Either {
    let (number, as_json) = form_of(&last);
    let (line, new) = shown(&state, &asker, number).await?;
    let alone = || Problem::no_other_printing(line.id);
    let copy = line.copy.ok_or_else(alone)?;
    let members = members(&state, &asker, copy.family).await?;
    let measures = measures(&members, line.id, None);
    let printings = read(&state, &asker, members).await?;
    let sheets = printings.versions.iter().map(sheet).collect();
    let found = state.actions.in_common(sheets, sheet(&new)).await?.ok_or_else(alone)?;
    let place = |at: usize| printings.lines.get(at).zip(printings.versions.get(at)).ok_or_else(alone);
    let ((base_line, base), (headline_line, headline)) = (place(found.base)?, place(found.headline)?);
    let old = Version { title: headline.title.clone(), ..base.clone() };
    if as_json {
        let open = (is_open(&state, base_line.id).await?, is_open(&state, line.id).await?);
        let both = Both { old: &old, new: &new, relation: Some(copy.relation), open };
        let side = CommonSide {
            found: &found,
            headline_of: headline_line.id,
            stumps: printings.stumps,
            left_out: found.left_out.saturating_add(printings.unread),
        };
        return json(&DiffShape::of_common(&both, &side));
    }
    let now = state.clock.now();
    let name = outlet(&line);
    let headline_of = match found.headline_held {
        0 | 1 => say!("diff-headline-of", name = outlet(headline_line)),
        held => say!("diff-headline-held", held = held, all = printings.lines.len()),
    };
    let old_side =
        Side { headline_of, is_common: true, ..Side::new(&old, outlet(base_line), printed(&old, now)) };
    let new_side = Side::new(&new, name.clone(), printed(&new, now));
    let heading = match found.printings {
        2 => say!("diff-made-of-both", name = name),
        _ => say!("diff-made-of-most", name = name),
    };
    let model = DiffPage {
        frame: Frame::new(&state, Some(&asker), heading.clone(), ""),
        heading,
        kick: (format!("/family/{}", copy.family), say!("stands-printings")),
        finding: Some(finding(&found, &printings)),
        comparison: Comparison::new(old_side, new_side, (&old, &new), &found.made),
        classes: Vec::new(),
        news: Vec::new(),
        way: Way::asked(&asked),
        here: format!("/diff/common/{}", line.id),
        turned: None,
        measures,
    };
    Ok(page(&model)?.into_response())
}
