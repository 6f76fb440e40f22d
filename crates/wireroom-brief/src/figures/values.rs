//! How the values of two figures stand, whatever they count: equal, one a rounding or a bound of the other, or apart.
//! Lengths, areas and the like are turned into one unit; money only where a text itself gives both.
//! Start at [`values`].

use super::lexicon::Bound;
use super::units::{Measure, Unit};
use super::{Also, Figure};

/// "About" may be this far off, each way; "nearly" this far below.
const NEAR: f64 = 0.12;
/// "At least 12" and 15 are one; from this factor on the bound says something else.
const REACH: f64 = 1.4;
/// A unit turned into another and rounded by a newsroom is this near.
const TURNED: f64 = 0.004;

/// A round number's last digit is no more than this share of it: 900 is round of 870, and 9 of nothing.
const COARSEST: f64 = 0.11;

/// How the values stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Values {
    Equal,
    Near,
    /// Both may hold ("at least 12" and 40), and no newsroom would round so.
    Loose,
    Apart,
    /// Not of one measure.
    Other,
}

pub(super) fn measure(figure: &Figure) -> Option<(Measure, f64)> {
    figure.unit.map(Unit::measure)
}

pub(super) fn one_measure(a: &Figure, b: &Figure) -> bool {
    measure(a).map(|m| m.0) == measure(b).map(|m| m.0)
}

/// How two values stand, each in every unit it is given in.
pub(super) fn values(a: &Figure, b: &Figure) -> Values {
    let mut best = Values::Other;
    for x in sides(a) {
        for y in sides(b) {
            let Some(found) = pair(a, b, x, y) else { continue };
            best = match (best, found) {
                (Values::Other, found)
                | (Values::Apart | Values::Loose, found @ (Values::Near | Values::Equal)) => found,
                (Values::Near, Values::Equal) => Values::Equal,
                (held, _) => held,
            };
        }
    }
    best
}

type Side = (f64, f64, Option<Unit>);

fn sides(figure: &Figure) -> impl Iterator<Item = Side> {
    let also = figure.also.map(|Also { low, high, unit }| (low, high, Some(unit)));
    std::iter::once((figure.low, figure.high, figure.unit)).chain(also)
}

fn pair(a: &Figure, b: &Figure, x: Side, y: Side) -> Option<Values> {
    let turned = x.2 != y.2;
    let ((mut al, mut ah), (mut bl, mut bh)) = ((x.0, x.1), (y.0, y.1));
    match (x.2, y.2) {
        (None, None) => {}
        (Some(u), Some(v)) if u == v => {}
        (Some(u), Some(v)) => {
            let (m, n) = (u.measure().0, v.measure().0);
            if m != n || m == Measure::Money || m == Measure::Other {
                return None;
            }
            (al, ah, bl, bh) = (u.base(al), u.base(ah), v.base(bl), v.base(bh));
        }
        _ => return None,
    }
    let scale = al.abs().max(bl.abs()).max(f64::MIN_POSITIVE);
    let same = (al - bl).abs() / scale < 1e-6 && (ah - bh).abs() / scale < 1e-6;
    let hedged = a.bound != b.bound;
    if same {
        return Some(if hedged { Values::Near } else { Values::Equal });
    }
    // A share in words is a round one: "a third" and 33.6 percent.
    let words = [x.2, y.2].contains(&Some(Unit::SHARE)) && turned && (al - bl).abs() <= 0.02;
    let (alow, ahigh) = bounds(al, ah, a.bound);
    let (blow, bhigh) = bounds(bl, bh, b.bound);
    let meet = alow <= bhigh && blow <= ahigh;
    let soft = a.bound != Bound::Exact || b.bound != Bound::Exact || al < ah || bl < bh;
    let near_turn = turned && (al - bl).abs() / scale < TURNED;
    let rounded = !turned && (rounds_to(al, bl) || rounds_to(bl, al));
    let open = |bound: Bound, own: f64, other: f64| {
        bound == Bound::Least && other >= own || bound == Bound::Most && other <= own
    };
    let loose = open(a.bound, al, bl) || open(b.bound, bl, al);
    Some(if words || meet && soft || near_turn || rounded {
        Values::Near
    } else if loose {
        Values::Loose
    } else {
        Values::Apart
    })
}

/// What a hedge lets a value be.
fn bounds(low: f64, high: f64, bound: Bound) -> (f64, f64) {
    let (low, high) = (low.min(high), high.max(low));
    match bound {
        Bound::Exact => (low, high),
        Bound::Near => (low - NEAR * low.abs(), high + NEAR * high.abs()),
        Bound::Below => (low - NEAR * low.abs(), high + 0.02 * high.abs()),
        Bound::Least => (low, high.abs() * REACH),
        Bound::Most => (low / REACH, high),
    }
}

/// `to` is `value` with fewer digits.
fn rounds_to(value: f64, to: f64) -> bool {
    // Farther apart than half of the coarsest grain that counts below: most pairs, and digits are dear to count.
    if (value - to).abs() > to.abs() * COARSEST {
        return false;
    }
    let grain = grain_of(to);
    grain > grain_of(value) * 1.5 && (value - to).abs() <= grain / 2.0 && grain <= to.abs() * COARSEST
}

/// The place of the last digit that is not nought: 61,000 gives 1,000 and 3.57 gives .01.
pub(super) fn grain_of(value: f64) -> f64 {
    let magnitude = value.abs();
    if magnitude < 1e-9 {
        return 1.0;
    }
    let mut grain = 10_f64.powf(magnitude.log10().floor());
    for _ in 0..9 {
        let parts = magnitude / grain;
        if (parts - parts.round()).abs() < 1e-6 * parts.max(1.0) {
            return grain;
        }
        grain /= 10.0;
    }
    grain
}
