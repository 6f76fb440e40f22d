//! What speaks against a place in the tree: a clock that reads before the text it credits, a credit or an edit that
//! something weightier overrules. It orders nothing anew: the lineage stands, and the contradiction beside it.
//! Start at [`doubts`].

use super::view::{claims, name};
use wireroom_model::time::Precision;
use wireroom_model::{ArticleId, Time};
use wireroom_store::articles::ArticleLine;
use wireroom_store::lineage::{Clue, Reason};

/// Contradictions shown of one printing.
const MAX_DOUBTS: usize = 4;

/// Zones lie at most so many hours apart from the one that a clock should show.
const MAX_HOURS: i64 = 14;

/// One contradiction: what is said, with the words that say it, and why that does not hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Doubt {
    pub says: String,
    pub words: String,
    /// "but it repeats edits that stand only in Quayside Echo."
    pub but: String,
}

/// One printing among those that the reader may see.
#[derive(Debug, Clone, Copy)]
pub struct Printing<'a> {
    pub line: &'a ArticleLine,
    pub is_first: bool,
    pub parent: Option<&'a ArticleLine>,
    pub members: &'a [ArticleLine],
}

/// What of a printing's clues does not hold, the weightiest first.
pub fn doubts(of: Printing<'_>, clues: &[Clue]) -> Vec<Doubt> {
    let against = clues.iter().filter(|clue| !holds(of.line, clue));
    against.filter_map(|clue| doubt(of, clue, clues)).take(MAX_DOUBTS).collect()
}

/// Where a reader said who was first for that reader alone, what the machine took as proof is stored as such.
pub fn holds(line: &ArticleLine, clue: &Clue) -> bool {
    let reason = line.copy.and_then(|copy| copy.reason);
    let parent = line.copy.and_then(|copy| copy.parent);
    clue.holds && (reason != Some(Reason::ReaderSaid) || clue.of.is_some() && clue.of == parent)
}

fn doubt(of: Printing<'_>, clue: &Clue, clues: &[Clue]) -> Option<Doubt> {
    // Whoever took this printing has its edits: that speaks against nothing.
    if clue.reason == Reason::InheritedEdits && clue.of.is_some_and(|id| descends(id, of.line.id, of.members))
    {
        return None;
    }
    let named = clue.of.map(|id| shown(id, of.members));
    let other = named.unwrap_or_else(|| say!("doubt-another"));
    let other = other.as_str();
    let (says, quoted) = match clue.reason {
        Reason::InheritedEdits => (say!("doubt-edits", outlet = other), true),
        Reason::FirstPublished => (say!("doubt-says"), true),
        Reason::SourceLink => (say!("doubt-names"), true),
        Reason::Carried => (say!("doubt-carried"), true),
        Reason::AgencyCredit => (say!("doubt-credit"), true),
        Reason::Dateline => (say!("doubt-dateline"), true),
        Reason::Earliest => (time(of, clue, other, clues)?, false),
        Reason::ReaderSaid | Reason::Alone | Reason::OrderUnknown => return None,
    };
    let words = if quoted { clue.words.clone() } else { String::new() };
    // Without the words, "Its credit reads" says nothing.
    let tells = !words.is_empty() || matches!(clue.reason, Reason::InheritedEdits | Reason::Earliest);
    let reason = of.line.copy.and_then(|copy| copy.reason);
    // A line or a link outweighs edits; beside anything lighter they lacked a direction.
    let outweighed = reason.is_some_and(|reason| reason < Reason::AgencyCredit);
    let but = match clue.reason {
        Reason::InheritedEdits if !of.is_first && !outweighed => undirected(of, clue, other),
        _ => but(of, clue, clues),
    };
    tells.then(|| Doubt { says, words, but: say!("doubt-but", why = but) })
}

/// Why shared edits do not show a parent.
fn undirected(of: Printing<'_>, clue: &Clue, other: &str) -> String {
    let later = of.members.iter().find(|line| Some(line.id) == clue.of).is_some_and(|line| {
        match (of.line.published.known(), line.published.known()) {
            (Some(one), Some(other)) => one.sort_key() < other.unix(),
            _ => false,
        }
    });
    match later {
        true => say!("but-later", outlet = other),
        false => say!("but-undirected"),
    }
}

/// True where the tree leads from one printing up to another.
fn descends(from: ArticleId, to: ArticleId, members: &[ArticleLine]) -> bool {
    let above = |id: ArticleId| {
        let line = members.iter().find(|line| line.id == id)?;
        line.copy?.parent.filter(|&parent| parent != id)
    };
    // A ring of parents ends with the number of members.
    std::iter::successors(above(from), |&id| above(id)).take(members.len()).any(|id| id == to)
}

fn shown(id: ArticleId, members: &[ArticleLine]) -> String {
    let found = members.iter().find(|line| line.id == id);
    found.map_or_else(|| say!("family-not-shown"), name)
}

/// A time that stands before the source's.
fn time(of: Printing<'_>, clue: &Clue, other: &str, clues: &[Clue]) -> Option<String> {
    let Some(id) = clue.of else { return Some(say!("doubt-earlier")) };
    let source = of.members.iter().find(|line| line.id == id)?;
    let credits =
        clues.iter().any(|other| claims(other.reason) && other.of == clue.of && holds(of.line, other));
    Some(match hours_before(of.line.published, source.published).filter(|_| credits) {
        Some(hours) => say!("doubt-clock", n = hours, outlet = other),
        None => say!("doubt-time", outlet = other),
    })
}

/// By how many whole hours a copy's clock stands before its source's: what a clock of another zone shows. None where
/// either time is coarser than a minute, or the minutes differ.
pub fn hours_before(copy: Time, source: Time) -> Option<i64> {
    let minute = |time: Time| {
        time.known()
            .filter(|when| when.precision() >= Precision::Minute)
            .map(|when| when.unix().div_euclid(60))
    };
    let minutes = minute(source)? - minute(copy)?;
    (minutes > 0 && minutes % 60 == 0 && minutes / 60 <= MAX_HOURS).then_some(minutes / 60)
}

/// What overrules it: why the printing stands where it stands.
fn but(of: Printing<'_>, clue: &Clue, clues: &[Clue]) -> String {
    let copy = of.line.copy;
    if of.is_first {
        return match copy.and_then(|copy| copy.origin) {
            Some(Reason::ReaderSaid) => say!("but-reader-first"),
            Some(reason) if claims(reason) => say!("but-others-point"),
            _ => say!("but-nothing"),
        };
    }
    let own = |reason| clues.iter().any(|clue| clue.reason == reason && holds(of.line, clue));
    let reason = copy.and_then(|copy| copy.reason);
    let Some(parent) = of.parent.map(name) else {
        return match reason {
            Some(reason) if claims(reason) => say!("but-own-credit"),
            _ if clue.reason == Reason::Earliest => {
                say!("but-others-name")
            }
            _ => say!("but-order"),
        };
    };
    match reason {
        Some(Reason::ReaderSaid) => say!("but-reader", outlet = parent),
        Some(Reason::InheritedEdits) => say!("but-edits", outlet = parent),
        Some(reason) if claims(reason) && clue.reason == Reason::Earliest && own(reason) => {
            let zone = hours_before(of.line.published, of.parent.map_or(Time::Unknown, |p| p.published));
            match zone {
                Some(_) => say!("but-zone"),
                None => say!("but-clock"),
            }
        }
        Some(Reason::FirstPublished) if own(Reason::FirstPublished) => {
            say!("but-line", outlet = parent)
        }
        Some(Reason::SourceLink) if own(Reason::SourceLink) => {
            say!("but-link", outlet = parent)
        }
        Some(Reason::Carried) if own(Reason::Carried) => say!("but-carried", outlet = parent),
        Some(reason @ (Reason::AgencyCredit | Reason::Dateline)) if own(reason) => {
            say!("but-credit", outlet = parent)
        }
        Some(reason) if claims(reason) => say!("but-others", outlet = parent),
        Some(Reason::Earliest) => say!("but-before", outlet = parent),
        _ => say!("but-held", outlet = parent),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Time {
        Time::At(text.parse().unwrap())
    }

    #[test]
    fn a_clock_of_another_zone_is_told_by_whole_hours_alone() {
        let source = at("2026-11-22T12:10:00Z");
        assert_eq!(hours_before(at("2026-11-22T10:10:00Z"), source), Some(2));
        assert_eq!(hours_before(at("2026-11-22T10:10:40Z"), source), Some(2), "seconds are no zone");
        assert_eq!(hours_before(at("2026-11-21T22:10:00Z"), source), Some(14));
        assert_eq!(hours_before(at("2026-11-21T21:10:00Z"), source), None, "no zone is fifteen hours away");
        assert_eq!(hours_before(at("2026-11-22T10:11:00Z"), source), None);
        assert_eq!(hours_before(source, source), None);
        assert_eq!(hours_before(at("2026-11-22T13:10:00Z"), source), None, "later is no contradiction");
        assert_eq!(hours_before(at("2026-11-21"), source), None, "a bare day has no clock");
        assert_eq!(hours_before(Time::Unknown, source), None);
    }
}
