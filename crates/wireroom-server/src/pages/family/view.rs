//! The family page's view model: a heading that tells the finding, then the tree as a table.

use super::doubts::{self, Doubt, Printing};
use super::tree::{self, Placed};
use crate::pages::hand::Hand;
use crate::picture::{self, Picture};
use crate::stamp::{self, Stamp};
use crate::wording::{self, percent};
use std::collections::BTreeSet;
use wireroom_model::time::Precision;
use wireroom_model::{ArticleId, FamilyId, Relation, Time, When};
use wireroom_store::articles::ArticleLine;
use wireroom_store::lineage::{Clue, Clues, Reason};

/// Clues shown of one printing.
const MAX_CLUES: usize = 4;

/// Indents drawn; deeper rows stand at the last.
const MAX_DEPTH: usize = 4;

/// A whole family.
#[derive(Debug)]
pub struct Family {
    pub id: u64,
    pub story: Option<u64>,
    /// "How one Corvane text reached six outlets".
    pub heading: String,
    /// What is known of where it came from, and of what the copies did, a sentence each.
    pub finding: String,
    pub rows: Vec<Row>,
    /// Whom the words hold for that the forms take.
    pub scope: String,
}

/// One printing.
#[derive(Debug)]
pub struct Row {
    pub id: u64,
    pub depth: usize,
    pub outlet: String,
    pub outlet_id: Option<u64>,
    pub title: String,
    pub lang: String,
    pub dir: &'static str,
    pub tongue: Option<String>,
    pub time: Stamp,
    /// "46 min later" than the printing that it took.
    pub delay: String,
    /// Whose printing it took, with the reason.
    pub took: String,
    /// False where `took` says why no printing is named.
    pub has_parent: bool,
    /// What shows it: the reason in words, and the words of the text or page.
    pub clues: Vec<(String, String)>,
    /// What speaks against it.
    pub doubts: Vec<Doubt>,
    /// The forms to say that it is not so.
    pub hand: Option<Hand>,
    /// "edited"; "own text" for the first.
    pub relation: String,
    pub bar: Option<Picture>,
    pub share: String,
    pub versions: Option<String>,
    /// The way to what this one changed: of what most share, of two of the other's text; none for the first of two.
    pub against: Option<String>,
    /// What it is compared with there.
    pub measure: String,
}

impl Family {
    /// Sets the page; `members` are those that the reader may see, oldest first, at least one.
    pub fn new(id: FamilyId, members: &[ArticleLine], shown: &Clues, now: When) -> Self {
        let first = tree::first(members);
        Self {
            id: id.get(),
            story: first.and_then(|line| line.story).map(wireroom_model::StoryId::get),
            heading: heading(members),
            finding: finding(first, members),
            scope: String::new(),
            rows: tree::rows(members)
                .iter()
                .map(|placed| {
                    let of = shown.members.get(&placed.line.id).map_or(&[][..], Vec::as_slice);
                    row(*placed, first, members, of, now)
                })
                .collect(),
        }
    }
}

impl Family {
    /// The way to what a printing changed; to the printing itself where there is nothing to compare it with.
    pub fn compare(&self, article: ArticleId) -> String {
        let row = self.rows.iter().find(|row| row.id == article.get());
        row.and_then(|row| row.against.clone()).unwrap_or_else(|| format!("/article/{article}"))
    }
}

pub fn name(line: &ArticleLine) -> String {
    let host = || line.url.as_deref().map(wording::host);
    line.outlet.clone().or_else(host).unwrap_or_else(|| say!("story-no-outlet"))
}

fn outlets(members: &[ArticleLine]) -> u64 {
    members.iter().map(name).collect::<BTreeSet<_>>().len() as u64
}

fn heading(members: &[ArticleLine]) -> String {
    let reach = say!("family-outlets", n = outlets(members));
    match members.iter().find_map(|line| line.origin_agency.as_deref()) {
        Some(agency) => say!("family-heading-agency", agency = agency, outlets = reach),
        None if members.len() > 1 => say!("family-heading", outlets = reach),
        None => say!("family-alone"),
    }
}

fn finding(first: Option<&ArticleLine>, members: &[ArticleLine]) -> String {
    let mut told = first.map(origin).into_iter().collect::<Vec<_>>();
    let copies = members.iter().filter(|line| first.is_none_or(|first| first.id != line.id));
    let of = |relation| {
        let same = copies.clone().filter(|line| line.copy.is_some_and(|copy| copy.relation == relation));
        same.count() as u64
    };
    let parts: Vec<String> = [
        (of(Relation::Verbatim), say!("family-n-whole", n = of(Relation::Verbatim))),
        (of(Relation::Edited), say!("family-n-edited", n = of(Relation::Edited))),
        (of(Relation::Excerpt), say!("family-n-part", n = of(Relation::Excerpt))),
    ]
    .into_iter()
    .filter(|(number, _)| *number > 0)
    .map(|(_, how)| how)
    .collect();
    if !parts.is_empty() {
        told.push(say!("family-carried", parts = wording::listed(&parts, parts.len())));
    }
    told.join(" ")
}

/// What is known of where the text came from.
fn origin(first: &ArticleLine) -> String {
    let name = name(first);
    let own = |agency: &&str| wording::names(&name, agency);
    let reason = first.copy.and_then(|copy| copy.origin);
    match (first.origin_agency.as_deref(), first.origin_outlet.as_deref(), reason) {
        (Some(agency), ..) if own(&agency) => say!("family-agencys-own", agency = agency),
        (Some(agency), ..) => say!("family-agency-unread", agency = agency),
        (None, Some(outlet), _) => {
            say!("family-outlet-unread", outlet = outlet)
        }
        (None, None, Some(Reason::ReaderSaid)) => say!("family-first-reader", outlet = name),
        (None, None, Some(Reason::OrderUnknown)) => say!("family-order-unknown"),
        (None, None, Some(Reason::Alone)) => say!("family-no-other"),
        (None, None, Some(_)) => say!("family-first", outlet = name),
        // Not read yet: nothing is claimed.
        (None, None, None) => say!("family-measured", outlet = name),
    }
}

fn row(
    placed: Placed<'_>,
    first: Option<&ArticleLine>,
    members: &[ArticleLine],
    shown: &[Clue],
    now: When,
) -> Row {
    let line = placed.line;
    let is_first = first.is_some_and(|first| first.id == line.id);
    let parent = tree::parent(line, members);
    let kept = line.copy.and_then(wording::kept).filter(|_| !is_first);
    Row {
        id: line.id.get(),
        depth: placed.depth.min(MAX_DEPTH),
        outlet: name(line),
        outlet_id: line.outlet_id.map(wireroom_model::OutletId::get),
        title: if line.title.is_empty() { say!("story-no-headline") } else { line.title.clone() },
        lang: wording::tag(line.lang),
        dir: wording::dir(line.lang),
        tongue: wording::tongue(line.lang),
        time: stamp::short(line.published, now),
        delay: parent.and_then(|parent| delay(parent.published, line.published)).unwrap_or_default(),
        took: if is_first { say!("family-own-text") } else { took(line, parent, shown) },
        has_parent: parent.is_some() && !is_first,
        clues: clues(line, shown),
        doubts: doubts::doubts(Printing { line, is_first, parent, members }, shown),
        hand: None,
        relation: if is_first { String::new() } else { relation(line) },
        bar: kept.map(picture::kept),
        share: kept.map(percent).unwrap_or_default(),
        versions: (line.versions > 1).then(|| say!("count-versions", n = line.versions)),
        against: match members.len() {
            0..=2 => first.filter(|_| !is_first).map(|first| format!("/diff/{}/{}", first.id, line.id)),
            _ => Some(format!("/diff/common/{}", line.id)),
        },
        measure: if members.len() > 2 { say!("family-against-common") } else { say!("family-against-first") },
    }
}

fn relation(line: &ArticleLine) -> String {
    match line.copy.map(|copy| copy.relation) {
        Some(Relation::Verbatim) => say!("story-relation-whole"),
        Some(Relation::Edited) => say!("story-relation-edited"),
        Some(Relation::Excerpt) => say!("story-relation-part"),
        Some(Relation::Anchor) => say!("family-fullest"),
        _ => String::new(),
    }
}

/// Whose printing a copy took and why that is thought.
fn took(line: &ArticleLine, parent: Option<&ArticleLine>, shown: &[Clue]) -> String {
    let reason = line.copy.and_then(|copy| copy.reason);
    let agency = || {
        line.agency.clone().or_else(|| line.origin_agency.clone()).unwrap_or_else(|| say!("family-an-agency"))
    };
    // A reason that only the other printings give is not said of this one.
    let own = |reason| shown.is_empty() || shown.iter().any(|clue| clue.reason == reason && clue.holds);
    match (parent, reason) {
        (Some(parent), Some(reason)) if claims(reason) && !own(reason) => {
            say!("family-took-why", outlet = name(parent), why = say!("family-others-show"))
        }
        (Some(parent), Some(reason)) => match why(reason) {
            why if why.is_empty() => name(parent),
            why => say!("family-took-why", outlet = name(parent), why = why),
        },
        (Some(parent), None) => name(parent),
        (None, _) if line.copy.is_some_and(|copy| copy.parent.is_some_and(|parent| parent != line.id)) => {
            say!("family-not-shown")
        }
        (None, Some(Reason::AgencyCredit)) => say!("story-credits", agency = agency()),
        (None, Some(Reason::Dateline)) => say!("family-dateline", agency = agency()),
        (None, Some(Reason::OrderUnknown)) => say!("family-order-untold"),
        (None, Some(Reason::Alone)) => String::new(),
        (None, Some(reason)) => why(reason),
        (None, None) => say!("family-unread"),
    }
}

/// True for what a printing itself says of where its text comes from.
pub const fn claims(reason: Reason) -> bool {
    matches!(
        reason,
        Reason::FirstPublished
            | Reason::SourceLink
            | Reason::Carried
            | Reason::AgencyCredit
            | Reason::Dateline
    )
}

fn why(reason: Reason) -> String {
    match reason {
        Reason::ReaderSaid => say!("clue-reader"),
        Reason::InheritedEdits => say!("clue-edits"),
        Reason::FirstPublished => say!("clue-line"),
        Reason::SourceLink => say!("clue-link"),
        Reason::Carried => say!("clue-carried"),
        Reason::AgencyCredit => say!("clue-credit"),
        Reason::Dateline => say!("clue-dateline"),
        Reason::Earliest => say!("story-earliest"),
        Reason::Alone | Reason::OrderUnknown => String::new(),
    }
}

/// What shows it, the weightiest first: a reason and the words, where there are any.
fn clues(line: &ArticleLine, clues: &[Clue]) -> Vec<(String, String)> {
    let told =
        clues.iter().filter(|clue| doubts::holds(line, clue) && !clue.words.is_empty()).take(MAX_CLUES);
    told.map(|clue| (why(clue.reason), clue.words.clone())).collect()
}

/// "46 min later", where both times are told to the minute.
fn delay(parent: Time, child: Time) -> Option<String> {
    let exact = |time: Time| time.known().filter(|when| when.precision() >= Precision::Minute);
    let seconds = exact(child)?.unix() - exact(parent)?.unix();
    later(seconds)
}

/// "46 min later"; none for what came before.
pub fn later(seconds: i64) -> Option<String> {
    let minutes = u64::try_from(seconds).ok()? / 60;
    Some(match minutes {
        0 => say!("family-same-minute"),
        1..60 => say!("family-later-minutes", minutes = minutes),
        60..1440 if minutes % 60 == 0 => say!("family-later-hours", hours = minutes / 60),
        60..1440 => say!("family-later-both", hours = minutes / 60, minutes = minutes % 60),
        _ => say!("family-later-days", n = minutes / 1440),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Time {
        Time::At(text.parse().unwrap())
    }

    #[test]
    fn a_delay_is_told_only_between_minutes_that_are_known() {
        let early = at("2026-11-22T06:12:00Z");
        assert_eq!(delay(early, at("2026-11-22T06:58:00Z")).as_deref(), Some("46 min later"));
        assert_eq!(delay(early, at("2026-11-22T08:14:30Z")).as_deref(), Some("2 h 2 min later"));
        assert_eq!(delay(early, at("2026-11-25T08:14:30Z")).as_deref(), Some("3 days later"));
        assert_eq!(delay(early, at("2026-11-22")), None);
        assert_eq!(delay(early, Time::Unknown), None);
        assert_eq!(delay(at("2026-11-22T06:58:00Z"), early), None, "a parent is never later");
    }
}
