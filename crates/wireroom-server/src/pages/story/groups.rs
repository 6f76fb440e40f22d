//! The articles of a story under the texts that they carry: each family under its first printing, with who took it, how
//! much of it each kept and through whom. It claims no origin that the lineage does not show. Start at [`group`].

use super::why::Why;
use crate::picture::{self, Picture};
use crate::stamp::{self, Stamp};
use crate::wording;
use std::collections::{BTreeMap, BTreeSet};
use wireroom_model::{ArticleId, Relation, When};
use wireroom_store::articles::ArticleLine;
use wireroom_store::lineage::Reason;
use wireroom_store::story_page::FamilyGroup;

/// Outlets named before "and N more".
const MAX_NAMES: usize = 4;
/// Copies shown under one text before the fold: a screen of a phone holds as many.
const MAX_COPIES: usize = 8;

/// An origin with the texts that carry it.
#[derive(Debug)]
pub struct Group {
    pub family: u64,
    pub first: Line,
    pub note: String,
    pub carried: Option<String>,
    /// Who prints the same text and stands elsewhere on the page.
    pub also: String,
    /// Why its text stands in the story.
    pub why: Option<Why>,
    pub copies: Vec<Copy>,
    /// Copies beyond the first few: behind a fold.
    pub more: Vec<Copy>,
}

/// One article in a list.
#[derive(Debug)]
pub struct Line {
    pub id: u64,
    pub title: String,
    pub lang: String,
    pub dir: &'static str,
    pub tongue: Option<String>,
    pub outlet: String,
    pub outlet_id: Option<u64>,
    pub time: Stamp,
}

/// A copy under its origin.
#[derive(Debug)]
pub struct Copy {
    pub line: Line,
    pub note: String,
    pub bar: Option<Picture>,
    /// Share of the first printing that it keeps; empty where that was not measured.
    pub share: String,
}

/// Why a family stands in the story: by its own text where that was judged, not as the copy of another.
fn why(family: &FamilyGroup, whys: &BTreeMap<ArticleId, Why>) -> Option<Why> {
    let all = || std::iter::once(&family.first).chain(&family.copies).filter_map(|line| whys.get(&line.id));
    all().find(|why| why.nearest.is_some() || !why.words.is_empty()).or_else(|| all().next()).cloned()
}

pub fn group(family: &FamilyGroup, whys: &BTreeMap<ArticleId, Why>, now: When) -> Group {
    let first = &family.first;
    let note = origin(family);
    let outlets: BTreeSet<&str> = family.copies.iter().filter_map(|line| line.outlet.as_deref()).collect();
    let carried = (!family.copies.is_empty()).then(|| match outlets.len() as u64 {
        0 => say!("count-copies", n = family.copies.len()),
        outlets => say!("story-carried-by", n = outlets),
    });
    let mut copies: Vec<Copy> = family.copies.iter().map(|of| copy(of, family, now)).collect();
    // A fold that hides one or two says more than they do.
    let keep = if copies.len() > MAX_COPIES + 2 { MAX_COPIES } else { copies.len() };
    let more = copies.split_off(keep);
    Group {
        family: family.family.get(),
        first: line(first, now),
        note,
        carried,
        also: also(family),
        why: why(family, whys),
        copies,
        more,
    }
}

/// Who else prints the text of an article that stands on its own, or of a family from which one does.
fn also(family: &FamilyGroup) -> String {
    let names: Vec<String> = family.beside.iter().map(outlet).collect();
    if names.is_empty() {
        String::new()
    } else {
        say!("story-also-by", names = wording::listed(&names, MAX_NAMES))
    }
}

/// How an article that stands on its own stands to the text that it carries.
fn carried(line: &ArticleLine) -> String {
    match line.copy.map(|copy| copy.relation) {
        Some(Relation::Verbatim) => say!("story-carried-whole"),
        Some(Relation::Edited) => say!("story-carried-edited"),
        Some(Relation::Excerpt) => say!("story-carried-part"),
        _ => say!("story-fullest"),
    }
}

/// What is known of where a family's text came from, in words.
fn origin(family: &FamilyGroup) -> String {
    let first = &family.first;
    let stands_first = first.copy.is_some_and(|copy| wording::stands_first(first.id, copy));
    if family.copies.is_empty() && !family.beside.is_empty() && !stands_first {
        return carried(first);
    }
    if family.copies.is_empty() && family.beside.is_empty() {
        return first.agency.as_ref().map_or_else(
            || say!("story-own-text"),
            |agency| say!("story-credits", agency = agency.as_str()),
        );
    }
    let stands = first.copy.filter(|copy| copy.first == Some(first.id));
    match (&first.origin_agency, stands.and_then(|copy| copy.origin)) {
        (Some(agency), Some(_)) => {
            match first.outlet.as_deref().filter(|outlet| wording::names(outlet, agency)) {
                Some(_) => say!("story-agencys-own"),
                None => say!("story-agency-unread", agency = agency.as_str()),
            }
        }
        (_, Some(_)) if first.origin_outlet.is_some() => {
            let outlet = first.origin_outlet.as_deref().unwrap_or_default();
            say!("story-outlet-unread", outlet = outlet)
        }
        (_, Some(Reason::Earliest)) => say!("story-earliest"),
        (_, Some(Reason::ReaderSaid)) => say!("story-first-reader"),
        (_, Some(Reason::FirstPublished | Reason::SourceLink | Reason::Carried)) => {
            say!("story-first-copies")
        }
        (_, Some(Reason::OrderUnknown)) => say!("story-order-unknown"),
        // Not read yet, or the first printing is not for this reader: nothing is claimed.
        _ => say!("story-measured"),
    }
}

fn copy(of: &ArticleLine, family: &FamilyGroup, now: When) -> Copy {
    let kept = of.copy.and_then(wording::kept);
    let relation = match of.copy.map(|copy| copy.relation) {
        Some(Relation::Verbatim) => say!("story-relation-whole"),
        Some(Relation::Edited) => say!("story-relation-edited"),
        Some(Relation::Excerpt) => say!("story-relation-part"),
        _ => String::new(),
    };
    let all = || std::iter::once(&family.first).chain(&family.copies);
    let parent = of.copy.and_then(|copy| copy.parent).and_then(|parent| all().find(|line| line.id == parent));
    let parent = parent.map(|line| line.outlet.clone().unwrap_or_else(|| line.title.clone()));
    let why = match (of.copy.and_then(|copy| copy.reason), parent) {
        (Some(Reason::InheritedEdits), Some(parent)) => say!("story-via-edits", outlet = parent),
        (Some(Reason::FirstPublished | Reason::SourceLink | Reason::Carried), Some(parent)) => {
            say!("story-via-names", outlet = parent)
        }
        (Some(Reason::AgencyCredit | Reason::Dateline), _) => of
            .agency
            .as_ref()
            .map(|agency| say!("story-credits", agency = agency.as_str()))
            .unwrap_or_default(),
        (Some(Reason::OrderUnknown), _) => say!("story-via-unknown"),
        (Some(Reason::Earliest | Reason::ReaderSaid), Some(parent)) => {
            say!("story-via-after", outlet = parent)
        }
        _ => String::new(),
    };
    let notes = [relation, why].into_iter().filter(|note| !note.is_empty());
    Copy {
        line: line(of, now),
        note: notes.reduce(|first, next| say!("list-comma", first = first, next = next)).unwrap_or_default(),
        bar: kept.map(picture::kept),
        share: kept.map(wording::percent).unwrap_or_default(),
    }
}

fn outlet(of: &ArticleLine) -> String {
    let host = || of.url.as_deref().map(wording::host);
    of.outlet.clone().or_else(host).unwrap_or_else(|| say!("story-no-outlet"))
}

fn line(of: &ArticleLine, now: When) -> Line {
    Line {
        id: of.id.get(),
        title: of.title.clone(),
        lang: wording::tag(of.lang),
        dir: wording::dir(of.lang),
        tongue: wording::tongue(of.lang),
        outlet: outlet(of),
        outlet_id: of.outlet_id.map(wireroom_model::OutletId::get),
        time: stamp::short(of.published, now),
    }
}
