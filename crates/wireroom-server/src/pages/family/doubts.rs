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
    let other = named.as_deref().unwrap_or("another printing");
    let (says, quoted) = match clue.reason {
        Reason::InheritedEdits => (format!("It shares edits with {other}"), true),
        Reason::FirstPublished => ("It says".to_owned(), true),
        Reason::SourceLink => ("Its page names as its source".to_owned(), true),
        Reason::Carried => ("It stands on a page that names".to_owned(), true),
        Reason::AgencyCredit => ("Its credit reads".to_owned(), true),
        Reason::Dateline => ("Its dateline reads".to_owned(), true),
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
    tells.then(|| Doubt { says, words, but: format!("but {but}.") })
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
        true => format!("{other} printed it later"),
        false => "nothing shows which of the two had them first: their order cannot be known".to_owned(),
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
    found.map_or_else(|| "a printing that is not shown here".to_owned(), name)
}

/// A time that stands before the source's.
fn time(of: Printing<'_>, clue: &Clue, other: &str, clues: &[Clue]) -> Option<String> {
    let Some(id) = clue.of else { return Some("Another printing states an earlier time".to_owned()) };
    let source = of.members.iter().find(|line| line.id == id)?;
    let credits =
        clues.iter().any(|other| claims(other.reason) && other.of == clue.of && holds(of.line, other));
    Some(match hours_before(of.line.published, source.published).filter(|_| credits) {
        Some(1) => format!("Its clock reads 1 hour before the text it credits, {other}’s"),
        Some(hours) => format!("Its clock reads {hours} hours before the text it credits, {other}’s"),
        None => format!("The time that it states is before {other}’s"),
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
            Some(Reason::ReaderSaid) => "a reader said that it was first",
            Some(reason) if claims(reason) => "the other printings point to it",
            _ => "nothing else supports that",
        }
        .to_owned();
    }
    let own = |reason| clues.iter().any(|clue| clue.reason == reason && holds(of.line, clue));
    let reason = copy.and_then(|copy| copy.reason);
    let Some(parent) = of.parent.map(name) else {
        return match reason {
            Some(reason) if claims(reason) => "its own credit names another source".to_owned(),
            _ if clue.reason == Reason::Earliest => {
                "others name that one as the first: the order cannot be known".to_owned()
            }
            _ => "nothing shows which printing came first: the order cannot be known".to_owned(),
        };
    };
    match reason {
        Some(Reason::ReaderSaid) => format!("a reader said that {parent} had it first"),
        Some(Reason::InheritedEdits) => format!("it repeats edits that stand only in {parent}"),
        Some(reason) if claims(reason) && clue.reason == Reason::Earliest && own(reason) => {
            let zone = hours_before(of.line.published, of.parent.map_or(Time::Unknown, |p| p.published));
            match zone {
                Some(_) => "whole hours are what a clock in another zone shows, and the credit weighs more",
                None => "what it says of its source weighs more than a clock",
            }
            .to_owned()
        }
        Some(Reason::FirstPublished) if own(Reason::FirstPublished) => {
            format!("a line of it names {parent} as the first")
        }
        Some(Reason::SourceLink) if own(Reason::SourceLink) => {
            format!("its page names {parent} as its source")
        }
        Some(Reason::Carried) if own(Reason::Carried) => format!("the page that carries it names {parent}"),
        Some(reason @ (Reason::AgencyCredit | Reason::Dateline)) if own(reason) => {
            format!("it credits {parent}")
        }
        Some(reason) if claims(reason) => format!("the other printings show that {parent} had it first"),
        Some(Reason::Earliest) => format!("{parent} printed it before"),
        _ => format!("{parent} is held to be its source"),
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
