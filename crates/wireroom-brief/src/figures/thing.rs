//! Whether the words around two values name one thing. A word that no table knows says nothing, for or against.
//! Start at [`other_thing`] and [`same_field`].

use super::compare::Stated;
use super::concepts::Class;
use super::units::Measure;
use super::values::measure;
use super::view::View;
use crate::pool::shared;

/// Words in common, of the shorter and of the longer sentence, that make two sentences one but for the number.
const SAME_SENTENCE: f64 = 0.7;
/// Share of the shorter sentence's words that makes two sentences of one language tell of one thing.
const ONE_THING: f64 = 0.5;

/// Things that are people.
pub(super) const PEOPLE: [&str; 24] = [
    "people",
    "teachers",
    "sailors",
    "climbers",
    "skiers",
    "walkers",
    "runners",
    "drivers",
    "farmers",
    "suspects",
    "pilgrims",
    "players",
    "fishermen",
    "pensioners",
    "students",
    "workers",
    "miners",
    "customers",
    "witnesses",
    "shipowners",
    "prisoners",
    "tourists",
    "migrants",
    "hostages",
];

/// Matters of which a weight, a volume or a share is of one and not of the other.
const STUFFS: [&str; 20] = [
    "wind", "coal", "solar", "nuclear", "cocaine", "cannabis", "heroin", "oil", "gas", "gold", "copper",
    "wheat", "rice", "fish", "meat", "milk", "ivory", "tobacco", "river", "air",
];
/// Things in which something befalls people.
const SCENES: [&str; 9] =
    ["accidents", "attacks", "trains", "buses", "ships", "aircraft", "flights", "roads", "bridges"];

/// The words around the values name two things of one class.
pub(super) fn other_thing(a: &Stated<'_>, b: &Stated<'_>) -> bool {
    let (x, y) = (a.view(), b.view());
    let differ = |class: Class| {
        let (p, q) = (x.of(class), y.of(class));
        // The other's sentence may say it elsewhere.
        let told = |names: &[&str], view: &View| names.iter().any(|n| view.has(class, n));
        // Dearer by so much and inflation are one.
        let prices = |names: &[&str]| names.iter().any(|n| ["price", "inflation"].contains(n));
        let both = !p.is_empty() && !q.is_empty() && disjoint(p, q);
        let linked = told(p, y) || told(q, x) || prices(p) && prices(q);
        both && !linked
    };
    let (g, h) = (x.of(Class::Group), y.of(Class::Group));
    // "52 children" beside "163 people"; a group that the other sentence names elsewhere is the same.
    let group = g != h
        && (g.iter().any(|n| !y.has(Class::Group, n)) || h.iter().any(|n| !x.has(Class::Group, n)))
        && a.figure.unit.is_none()
        && (g.is_empty() != h.is_empty()
            && (x.has(Class::Thing, "people")
                || y.has(Class::Thing, "people")
                || !g.is_empty() && !h.is_empty())
            || !g.is_empty() && !h.is_empty() && disjoint(g, h));
    let power = |view: &View| -> Vec<&'static str> {
        view.of(Class::Matter).iter().copied().filter(|n| STUFFS.contains(n)).collect()
    };
    let (p, q) = (power(x), power(y));
    let powers = !p.is_empty() && !q.is_empty() && p.iter().all(|n| !q.contains(n));
    // "46 people hurt as trains collide" beside "the accident left 61 hurt": in what they were is not who they are.
    let scenes = |view: &View| view.of(Class::Thing).iter().all(|n| SCENES.contains(n));
    let one_fate = a.fate().is_some() && a.fate() == b.fate() && (scenes(x) || scenes(y));
    let things = differ(Class::Thing) && a.figure.unit.is_none() && !generic(x, y) && !one_fate;
    // The killed are not the wounded, though both sentences tell of both.
    let fates = matches!((a.fate(), b.fate()), (Some(p), Some(q)) if p != q)
        && disjoint(x.of(Class::Fate), y.of(Class::Fate));
    fates || differ(Class::Account) && a.figure.unit.is_some() || group || powers || things
}

fn disjoint(one: &[&str], other: &[&str]) -> bool {
    !one.iter().any(|name| other.contains(name))
}

/// "People" holds passengers, workers and miners.
fn generic(a: &View, b: &View) -> bool {
    let of = |view: &View| view.of(Class::Thing).iter().any(|n| PEOPLE.contains(n));
    let flights = |view: &View| view.of(Class::Thing).iter().any(|n| ["flights", "departures"].contains(n));
    of(a) && of(b) || flights(a) && flights(b)
}

/// What is counted is one word.
pub(super) fn same_head(a: &Stated<'_>, b: &Stated<'_>) -> bool {
    a.lang == b.lang && a.view().head.is_some() && a.view().head == b.view().head
}

/// Both say what is counted, in two words of one language.
pub(super) fn other_head(a: &Stated<'_>, b: &Stated<'_>) -> bool {
    a.lang == b.lang && a.view().head.is_some() && b.view().head.is_some() && a.view().head != b.view().head
}

/// Sentences of one language that share most of their words.
pub(super) fn alike(a: &Stated<'_>, b: &Stated<'_>) -> bool {
    let (x, y) = (a.stems(), b.stems());
    let common = shared(x, y);
    a.lang == b.lang && common >= 3 && common as f64 >= ONE_THING * x.len().min(y.len()) as f64
}

/// One sentence but for the number.
pub(super) fn verbatim(a: &Stated<'_>, b: &Stated<'_>) -> bool {
    let (x, y) = (a.stems(), b.stems());
    let common = shared(x, y) as f64;
    let (shorter, longer) = (x.len().min(y.len()) as f64, x.len().max(y.len()) as f64);
    a.lang == b.lang && common > 3.0 && common >= SAME_SENTENCE * shorter && common >= ONE_THING * longer
}

/// The words around both values name one thing; where they name none, the sentences are alike.
pub(super) fn same_field(a: &Stated<'_>, b: &Stated<'_>) -> bool {
    let (x, y) = (a.view(), b.view());
    let share = |class: Class| !disjoint(x.of(class), y.of(class));
    let whole = |class: Class| {
        x.of(class).iter().any(|n| y.has(class, n)) || y.of(class).iter().any(|n| x.has(class, n))
    };
    match measure(&a.figure).map(|m| m.0) {
        None => {
            let fate = |v: &View| !v.of(Class::Fate).is_empty();
            let things = x.of(Class::Thing).iter().any(|n| *n != "people" && y.of(Class::Thing).contains(n));
            let groups = share(Class::Group);
            match (fate(x), fate(y)) {
                (true, true) => whole(Class::Fate),
                (false, false) => whole(Class::Thing) || generic(x, y) || groups || alike(a, b),
                _ => things || groups || whole(Class::Fate) || alike(a, b),
            }
        }
        Some(Measure::Money) => {
            // "Punitive damages of $309 million" beside "pay $412 million": what one names, the other must.
            let accounts = (x.of(Class::Account).is_empty(), y.of(Class::Account).is_empty());
            match accounts {
                (true, true) => share(Class::Fate) || alike(a, b),
                (false, false) => whole(Class::Account),
                _ => false,
            }
        }
        Some(Measure::Share | Measure::Points) => {
            whole(Class::Account)
                || whole(Class::Matter) && !x.change
                || whole(Class::Thing)
                || whole(Class::Fate)
                || alike(a, b)
        }
        Some(Measure::Temperature) => true,
        Some(_) => whole(Class::Matter) || whole(Class::Account) || whole(Class::Thing) || alike(a, b),
    }
}

/// A value of so many digits that chance does not repeat it, or in a unit that is no share and no time.
pub(super) fn rare_value(a: &Stated<'_>, b: &Stated<'_>) -> bool {
    let digits = |s: &Stated<'_>| {
        let value = s.figure.low.abs();
        value >= 100.0 && value / super::values::grain_of(value) >= 100.0
    };
    let unit =
        a.figure.measure().is_some_and(|m| !matches!(m, Measure::Share | Measure::Points | Measure::Time));
    digits(a) || digits(b) || unit
}
