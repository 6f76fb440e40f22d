//! How the times of two figures stand, and what may become of a count between two printings.
//! A time that only one of the two states is no common time. Start at [`times`] and [`grown`].

use super::compare::Stated;
use super::concepts::Class;
use super::marks::Mark;
use super::thing::{alike, same_field};
use super::units::Measure;
use super::view::Range;
use wireroom_model::Precision;
/// A toll does not grow by more than this within one story; where no time is stated, by less.
pub(super) const GROWS: f64 = 5.0;
const GROWS_UNTOLD: f64 = 3.0;
/// Two newsrooms that tell of one thing disagree by no more than this.
pub(super) const DISAGREES: f64 = 3.0;
/// Counts that move are of one time where they were printed within this.
pub(super) const ONE_TIME: i64 = 3 * 3_600;
/// A later printing than this may have the later count.
pub(super) const LATER: i64 = 1_800;

/// How the times stand, `a` to `b`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Times {
    Same,
    /// `b`'s is later.
    Later,
    Earlier,
    /// One holds the other.
    Within,
    Untold,
}

pub(super) fn times(a: &Stated<'_>, b: &Stated<'_>) -> Times {
    let (x, y) = (a.view(), b.view());
    if (x.since || y.since) && moves(a, b) {
        return Times::Untold;
    }
    let hours = match (x.hour, y.hour) {
        (Some(p), Some(q)) if p.abs_diff(q) > 2 => Some(q > p),
        _ => None,
    };
    let with_hours = |found: Times| match hours {
        Some(true) if found == Times::Same && moves(a, b) => Times::Later,
        Some(false) if found == Times::Same && moves(a, b) => Times::Earlier,
        _ => found,
    };
    if !x.dates.is_empty() && x.dates == y.dates {
        return with_hours(Times::Same);
    }
    let subset = |p: &[Range], q: &[Range]| !p.is_empty() && p.iter().all(|d| q.contains(d));
    let change = x.change || y.change;
    match (x.as_of, y.as_of) {
        (Some(p), Some(q)) if p == q => {
            if !change && (subset(&x.dates, &y.dates) || subset(&y.dates, &x.dates)) {
                with_hours(Times::Same)
            } else {
                Times::Untold
            }
        }
        (Some(p), Some(q)) => {
            // Which of a sentence's dates is the value's may be told wrong: one that both have is enough where nothing moves.
            if !change && (subset(&x.dates, &y.dates) || subset(&y.dates, &x.dates)) {
                return if moves(a, b) { Times::Untold } else { Times::Same };
            }
            if p.1 < q.0 {
                Times::Later
            } else if q.1 < p.0 {
                Times::Earlier
            } else {
                Times::Within
            }
        }
        _ => Times::Untold,
    }
}

/// Seconds from `a`'s printing to `b`'s; `None` where only the day of one is known and the days do not settle it.
pub(super) fn printed_apart(a: &Stated<'_>, b: &Stated<'_>) -> Option<i64> {
    let (x, y) = (a.published?, b.published?);
    let apart = y.sort_key() - x.sort_key();
    let exact = x.precision() >= Precision::Minute && y.precision() >= Precision::Minute;
    (exact || apart.abs() >= 86_400).then_some(apart)
}

/// A count may move; a sum, a length and a closed period do not.
pub(super) fn moves(a: &Stated<'_>, b: &Stated<'_>) -> bool {
    let one = |s: &Stated<'_>| {
        let votes = s.view().has(Class::Thing, "votes")
            || s.view().has(Class::Fate, "contained")
            || s.view().has(Class::Fate, "burned");
        let measure = s.figure.unit.map(|u| u.measure().0);
        match measure {
            None => true,
            Some(Measure::Share | Measure::Area) => votes,
            _ => false,
        }
    };
    // What counts a stretch that was over before the printing is final.
    let closed = |s: &Stated<'_>| {
        !s.view().since
            && s.view()
                .as_of
                .zip(s.published)
                .is_some_and(|((from, to), published)| to - from > 20 * 86_400 && to < published.unix())
    };
    (one(a) || one(b)) && !(closed(a) && closed(b))
}

/// Counts of what befell people and land go on.
pub(super) fn counting(a: &Stated<'_>, b: &Stated<'_>) -> bool {
    let fates = [
        "dead",
        "injured",
        "missing",
        "arrested",
        "displaced",
        "rescued",
        "infected",
        "contained",
        "burned",
        "raised",
        "cancelled",
        "hospitalised",
    ];
    [a, b].iter().any(|s| fates.iter().any(|fate| s.view().of(Class::Fate).contains(fate)))
}

pub(super) fn grows(a: &Stated<'_>, b: &Stated<'_>, most: f64) -> bool {
    let (x, y) = (a.figure.low.abs(), b.figure.low.abs());
    x.max(y) <= x.min(y) * most
}

/// The later printing has the higher value; those missing and those without power may become fewer.
pub(super) fn rising(a: &Stated<'_>, b: &Stated<'_>, gap: i64) -> bool {
    let (first, second) = if gap > 0 { (a, b) } else { (b, a) };
    second.figure.low > first.figure.low
        || a.view().has(Class::Fate, "missing") && b.view().has(Class::Fate, "missing")
        || a.view().has(Class::Thing, "customers") && b.view().has(Class::Thing, "customers")
}

/// A count that grew by the later printing, in words of counts that grow.
pub(super) fn grown(a: &Stated<'_>, b: &Stated<'_>, printed: Option<i64>) -> bool {
    let Some(gap) = printed.filter(|gap| gap.abs() > LATER) else { return false };
    let later = if gap > 0 { b } else { a };
    let counted = [a, b].iter().any(|s| {
        ["dead", "injured", "missing", "arrested", "displaced", "rescued", "infected", "contained"]
            .iter()
            .any(|fate| s.view().has(Class::Fate, fate))
    });
    let told = counted
        || later.around.goes_on() && alike(a, b)
        || a.view().has(Class::Thing, "votes") && b.view().has(Class::Thing, "votes");
    // A sentence that tells of some other day counts something else.
    let (x, y) = (&a.view().dates, &b.view().dates);
    let days = x.iter().all(|d| y.contains(d)) || y.iter().all(|d| x.contains(d));
    let counted = !a.figure.vague && !b.figure.vague;
    counted
        && moves(a, b)
        && told
        && days
        && same_field(a, b)
        && rising(a, b, gap)
        && grows(a, b, GROWS_UNTOLD)
}

/// The later printing has more and says that it became more.
pub(super) fn climbed(a: &Stated<'_>, b: &Stated<'_>, printed: Option<i64>) -> bool {
    let Some(gap) = printed.filter(|gap| gap.abs() > LATER) else { return false };
    let later = if gap > 0 { b } else { a };
    later.has(Mark::Goes) && (moves(a, b) || counting(a, b)) && rising(a, b, gap) && grows(a, b, GROWS)
}
