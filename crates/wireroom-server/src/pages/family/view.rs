//! The family page's view model: a heading that tells the finding, then the tree as a table.

use super::doubts::{self, Doubt, Printing};
use super::tree::{self, Placed};
use crate::pages::hand::Hand;
use crate::picture::{self, Picture};
use crate::stamp::{self, Stamp};
use crate::wording::{self, count, percent};
use std::collections::BTreeSet;
use wireroom_model::time::Precision;
use wireroom_model::{FamilyId, Relation, Time, When};
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
    pub measure: &'static str,
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

pub fn name(line: &ArticleLine) -> String {
    let host = || line.url.as_deref().map(wording::host);
    line.outlet.clone().or_else(host).unwrap_or_else(|| "Unknown outlet".to_owned())
}

fn outlets(members: &[ArticleLine]) -> u64 {
    members.iter().map(name).collect::<BTreeSet<_>>().len() as u64
}

fn heading(members: &[ArticleLine]) -> String {
    let reach = match outlets(members) {
        1 => "one outlet".to_owned(),
        more => wording::spelled(more, "outlet", "outlets").to_lowercase(),
    };
    match members.iter().find_map(|line| line.origin_agency.as_deref()) {
        Some(agency) => format!("How one {agency} text reached {reach}"),
        None if members.len() > 1 => format!("How one text reached {reach}"),
        None => "One text of one outlet".to_owned(),
    }
}

fn finding(first: Option<&ArticleLine>, members: &[ArticleLine]) -> String {
    let mut told = first.map(origin).into_iter().collect::<Vec<_>>();
    let copies = members.iter().filter(|line| first.is_none_or(|first| first.id != line.id));
    let of = |relation| {
        let same = copies.clone().filter(|line| line.copy.is_some_and(|copy| copy.relation == relation));
        same.count() as u64
    };
    let parts: Vec<String> =
        [(Relation::Verbatim, "word for word"), (Relation::Edited, "edited"), (Relation::Excerpt, "in part")]
            .into_iter()
            .filter_map(|(relation, how)| Some((of(relation), how)).filter(|(number, _)| *number > 0))
            .map(|(number, how)| format!("{number} {how}"))
            .collect();
    if !parts.is_empty() {
        told.push(format!("Carried {}.", wording::listed(&parts, parts.len())));
    }
    told.join(" ")
}

/// What is known of where the text came from.
fn origin(first: &ArticleLine) -> String {
    let name = name(first);
    let own = |agency: &&str| wording::names(&name, agency);
    let reason = first.copy.and_then(|copy| copy.origin);
    match (first.origin_agency.as_deref(), first.origin_outlet.as_deref(), reason) {
        (Some(agency), ..) if own(&agency) => format!("{agency} printed it itself."),
        (Some(agency), ..) => format!("It comes from {agency}, which this house does not read."),
        (None, Some(outlet), _) => {
            format!("{outlet} had it first; its own printing is not in this house.")
        }
        (None, None, Some(Reason::ReaderSaid)) => format!("{name} had it first, as a reader said."),
        (None, None, Some(Reason::OrderUnknown)) => "Which of these printed it first is unknown.".to_owned(),
        (None, None, Some(Reason::Alone)) => "No other outlet carries it.".to_owned(),
        (None, None, Some(_)) => format!("{name} printed it first."),
        // Not read yet: nothing is claimed.
        (None, None, None) => format!("The others are measured against the text in {name}."),
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
        title: if line.title.is_empty() { "(no headline)".to_owned() } else { line.title.clone() },
        lang: wording::tag(line.lang),
        dir: wording::dir(line.lang),
        tongue: wording::tongue(line.lang),
        time: stamp::short(line.published, now),
        delay: parent.and_then(|parent| delay(parent.published, line.published)).unwrap_or_default(),
        took: if is_first { "own text".to_owned() } else { took(line, parent, shown) },
        has_parent: parent.is_some() && !is_first,
        clues: clues(line, shown),
        doubts: doubts::doubts(Printing { line, is_first, parent, members }, shown),
        hand: None,
        relation: if is_first { String::new() } else { relation(line) },
        bar: kept.map(picture::kept),
        share: kept.map(percent).unwrap_or_default(),
        versions: (line.versions > 1).then(|| count(line.versions, "version", "versions")),
        against: match members.len() {
            0..=2 => first.filter(|_| !is_first).map(|first| format!("/diff/{}/{}", first.id, line.id)),
            _ => Some(format!("/diff/common/{}", line.id)),
        },
        measure: if members.len() > 2 { "what most printings share" } else { "the first printing" },
    }
}

fn relation(line: &ArticleLine) -> String {
    match line.copy.map(|copy| copy.relation) {
        Some(Relation::Verbatim) => "word for word",
        Some(Relation::Edited) => "edited",
        Some(Relation::Excerpt) => "in part",
        Some(Relation::Anchor) => "the fullest text",
        _ => "",
    }
    .to_owned()
}

/// Whose printing a copy took and why that is thought.
fn took(line: &ArticleLine, parent: Option<&ArticleLine>, shown: &[Clue]) -> String {
    let reason = line.copy.and_then(|copy| copy.reason);
    let agency = || line.agency.as_deref().or(line.origin_agency.as_deref()).unwrap_or("an agency");
    // A reason that only the other printings give is not said of this one.
    let own = |reason| shown.is_empty() || shown.iter().any(|clue| clue.reason == reason && clue.holds);
    match (parent, reason) {
        (Some(parent), Some(reason)) if claims(reason) && !own(reason) => {
            format!("{}: the other printings show that it had it first", name(parent))
        }
        (Some(parent), Some(reason)) => match why(reason) {
            "" => name(parent),
            why => format!("{}: {why}", name(parent)),
        },
        (Some(parent), None) => name(parent),
        (None, _) if line.copy.is_some_and(|copy| copy.parent.is_some_and(|parent| parent != line.id)) => {
            "a printing that is not shown here".to_owned()
        }
        (None, Some(Reason::AgencyCredit)) => format!("credits {}", agency()),
        (None, Some(Reason::Dateline)) => format!("{} in its dateline", agency()),
        (None, Some(Reason::OrderUnknown)) => "unknown: the times do not tell the order".to_owned(),
        (None, Some(Reason::Alone)) => String::new(),
        (None, Some(reason)) => why(reason).to_owned(),
        (None, None) => "not read yet".to_owned(),
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

const fn why(reason: Reason) -> &'static str {
    match reason {
        Reason::ReaderSaid => "a reader said so",
        Reason::InheritedEdits => "it repeats edits that stand only there",
        Reason::FirstPublished => "a line of it says where it appeared first",
        Reason::SourceLink => "its page names that printing as its source",
        Reason::Carried => "the page that carries it names its source",
        Reason::AgencyCredit => "it credits the agency",
        Reason::Dateline => "the agency stands in its dateline",
        Reason::Earliest => "the earliest printing",
        Reason::Alone | Reason::OrderUnknown => "",
    }
}

/// What shows it, the weightiest first: a reason and the words, where there are any.
fn clues(line: &ArticleLine, clues: &[Clue]) -> Vec<(String, String)> {
    let told =
        clues.iter().filter(|clue| doubts::holds(line, clue) && !clue.words.is_empty()).take(MAX_CLUES);
    told.map(|clue| (why(clue.reason).to_owned(), clue.words.clone())).collect()
}

/// "46 min later", where both times are told to the minute.
fn delay(earlier: Time, later: Time) -> Option<String> {
    let exact = |time: Time| time.known().filter(|when| when.precision() >= Precision::Minute);
    let seconds = exact(later)?.unix() - exact(earlier)?.unix();
    let minutes = u64::try_from(seconds).ok()? / 60;
    Some(match minutes {
        0 => "at the same minute".to_owned(),
        1..60 => format!("{minutes} min later"),
        60..1440 if minutes % 60 == 0 => format!("{} h later", minutes / 60),
        60..1440 => format!("{} h {} min later", minutes / 60, minutes % 60),
        _ => format!("{} later", count(minutes / 1440, "day", "days")),
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
