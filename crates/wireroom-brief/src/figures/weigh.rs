//! Whether two figures of two texts are of one thing, by the sum of what both texts share; and what speaks against it.
//! It refuses wherever one side alone says that it is a part, a plan, a forecast or another account.
//! Start at [`thing`] and [`apart`].

use super::compare::Stated;
use super::concepts::Class;
use super::tokens::Sentence;
use super::units::Measure;
use super::values::measure;
use super::view::{Range, View};
use crate::pool::shared;
use wireroom_model::Lang;

/// Printed within this, days that nobody names are the day's news.
const ONE_DAY: i64 = 30 * 3_600;
/// Dates longer than this are no day.
const DAYS: i64 = 3 * 86_400;

/// What a sentence says about its figures that makes them others than they seem; one bit each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Marks(u16);

/// Stems of each mark in English, German, French and Spanish; a full stop ends a whole word.
type Row = (&'static str, [&'static str; 4]);

const MARKS: &[Row] = &[
    // A part of what the other may count whole.
    (
        "part",
        [
            "alone. part. partly. among. including. initial. additional. further. extra. insured",
            "allein. darunter. weitere. zusätzlich teilweise.",
            "seul. seule. seulement. dont. supplémentair",
            "solo. sólo. adicional otros. otras. incluid",
        ],
    ),
    // What is to be, and may not.
    (
        "plan",
        [
            "forecast expects. expect. expected. plans. planned. hopes. hoped. aims. target. wants. may. might. estimate. predict",
            "prognos erwart plant. will. wollen. soll. sollen. könnte.",
            "prévoi prévu. espère. pourrai vise. veut.",
            "prevé. prevén. espera. podría quiere. planea.",
        ],
    ),
    (
        "net",
        ["net.", "netto. nettogewinn", "net. nette.", "neto. neta. netos."],
    ),
    ("tax", ["pre-tax pretax. tax. taxes.", "steuern. vorsteuer", "impôt", "impuesto"]),
    ("operating", ["operating.", "operativ betriebs", "exploitation. opérationnel", "operativo. explotación."]),
    ("core", ["core. underlying. adjusted.", "kern bereinigt", "sous-jacent ajusté", "subyacente. ajustad"]),
    (
        "goes",
        [
            "now. still. grown. climb reached. already. risen. rises. rose. rising. remain swollen. more. doubled.",
            "jetzt. inzwischen. bisher. gestiegen. noch. mittlerweile.",
            "désormais. encore. déjà. toujours.",
            "ahora. todavía. primeros. asciende. ya. aún.",
        ],
    ),
];

impl Marks {
    pub(super) fn of(s: &Sentence<'_>, lang: Lang) -> Self {
        let own = match lang.as_str() {
            "de" => 1,
            "fr" => 2,
            "es" => 3,
            _ => 0,
        };
        let mut bits = 0;
        for (bit, (_, stems)) in MARKS.iter().enumerate() {
            let Some(stems) = stems.get(own) else { continue };
            let found = stems.split_whitespace().any(|stem| match stem.strip_suffix('.') {
                Some(word) => s.tokens.iter().any(|t| t.is(word)),
                None => s.tokens.iter().any(|t| t.word.starts_with(stem)),
            });
            bits |= u16::from(found) << bit;
        }
        Self(bits)
    }

    pub(super) fn has(self, name: &str) -> bool {
        MARKS.iter().position(|(n, _)| *n == name).is_some_and(|bit| self.0 >> bit & 1 == 1)
    }
}

/// Two accounts of one firm or state: before tax and after, core and whole.
pub(super) fn qualified(a: &Stated, b: &Stated) -> bool {
    let measure = measure(&a.figure);
    let accounts =
        measure.is_some_and(|m| matches!(m.0, Measure::Money | Measure::Share | Measure::Points));
    let one = |name: &str| a.view.marks.has(name) != b.view.marks.has(name);
    accounts && ["operating", "core", "tax"].into_iter().any(one)
}

/// One of the two alone says what makes it another figure.
pub(super) fn apart(a: &Stated, b: &Stated) -> bool {
    let (x, y) = (&a.view, &b.view);
    let one = |name: &str| x.marks.has(name) != y.marks.has(name);
    let disjoint = |class: Class| {
        let (p, q) = (x.of(class), y.of(class));
        !p.is_empty() && !q.is_empty() && !p.iter().any(|n| q.contains(n))
    };
    let group = a.figure.unit.is_none() && x.of(Class::Group) != y.of(Class::Group);
    one("part")
        || x.marks.has("plan")
        || y.marks.has("plan")
        || qualified(a, b)
        || a.figure.unit.is_none() && disjoint(Class::Fate)
        || a.figure.unit.is_some() && disjoint(Class::Account)
        || group
        || x.change != y.change
        || other_kind(x, y)
}

/// Two kinds of things, or of people, neither of which holds the other.
fn other_kind(x: &View, y: &View) -> bool {
    let (p, q) = (x.of(Class::Thing), y.of(Class::Thing));
    let people = p.contains(&"people") || q.contains(&"people");
    let told = |names: &[&str], view: &View| names.iter().any(|n| view.has(Class::Thing, n));
    !p.is_empty() && !q.is_empty() && !people && !told(p, y) && !told(q, x)
}

/// The days that the sentences name, or their texts, are others.
pub(super) fn other_days(a: &Stated, b: &Stated) -> bool {
    match days(&a.view.dates, &b.view.dates) {
        Days::One => false,
        Days::Other => true,
        Days::Untold => days(&a.telling.dates, &b.telling.dates) == Days::Other,
    }
}

/// How the dates of two sentences stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Days {
    One,
    Other,
    Untold,
}

fn days(x: &[Range], y: &[Range]) -> Days {
    if x.is_empty() || y.is_empty() {
        return Days::Untold;
    }
    let meet = |p: &Range, q: &Range| p == q || p.1 - p.0 < DAYS && q.1 - q.0 < DAYS && p.0 <= q.1 && q.0 <= p.1;
    if x.iter().any(|p| y.iter().any(|q| meet(p, q))) { Days::One } else { Days::Other }
}

/// Terms of the sum, in their order.
pub(super) const TERMS: usize = 10;

/// What both texts share, each term 0 to 1.
pub(super) fn terms(a: &Stated, b: &Stated, printed: Option<i64>) -> [f64; TERMS] {
    let (x, y) = (&a.view, &b.view);
    let upto = |count: usize, most: f64| (count as f64 / most).min(1.0);
    let named = |v: &View, s: &Stated| {
        v.names.iter().chain(&v.weak).filter(|n| n.chars().count() > 2 && s.telling.names(n)).count()
    };
    let (p, q) = (named(x, b), named(y, a));
    let nested = |v: &View, found: usize| found > 0 && found >= v.names.len() && found > 0;
    let near = |u: &View, v: &View| {
        [Class::Fate, Class::Group, Class::Thing, Class::Account, Class::Matter]
            .into_iter()
            .map(|class| u.of(class).iter().filter(|n| **n != "people" && v.has(class, n)).count())
            .sum::<usize>()
    };
    let generic = {
        let people = |v: &View| {
            v.of(Class::Thing).iter().any(|n| super::compare::PEOPLE.contains(n))
                || v.of(Class::Fate).iter().any(|n| ["dead", "injured", "missing", "infected", "displaced"].contains(n))
        };
        people(x) && people(y)
    };
    let head = x.head.is_some() && x.head == y.head && a.lang == b.lang;
    let day = match days(&x.dates, &y.dates) {
        Days::One => 1.0,
        _ => match days(&a.telling.dates, &b.telling.dates) {
            Days::One => 1.0,
            _ => 0.0,
        },
    };
    let today = printed.is_some_and(|gap| gap.abs() <= 3 * 3_600);
    let measured = measure(&a.figure).is_some_and(|m| !matches!(m.0, Measure::Share | Measure::Points | Measure::Time));
    let ratio = {
        let (l, m) = (a.figure.low.abs(), b.figure.low.abs());
        l.max(m) / l.min(m).max(f64::MIN_POSITIVE)
    };
    let stems = if a.lang == b.lang { shared(&x.stems, &y.stems) } else { 0 };
    [
        upto(p.max(q), 3.0),
        f64::from(u8::from(nested(x, p) || nested(y, q))),
        upto(a.telling.common_names(&b.telling), 4.0),
        f64::from(u8::from(head)),
        upto(near(x, y).max(near(y, x)), 2.0).max(if generic { 0.5 } else { 0.0 }),
        upto(stems, 3.0),
        upto(if a.lang == b.lang { a.telling.common_stems(&b.telling) } else { a.telling.common_concepts(&b.telling) }, 8.0),
        day + if today { 0.5 } else { 0.0 },
        f64::from(u8::from(measured)),
        if ratio <= 1.5 { 1.0 } else if ratio <= 2.0 { 0.5 } else { 0.0 },
    ]
}

/// What each term adds. Fitted on three files of pairs, each left out once (docs/figures.md).
const WEIGHTS: [f64; TERMS] = [1.0, 1.0, 1.0, 1.0, 1.5, 1.0, 1.0, 1.0, 0.5, 0.5];

/// Bars of the sum: one figure in two texts, the same where chance repeats it ("two"), a later count, a conflict.
pub(super) const SAME: f64 = 3.0;
pub(super) const SAME_SMALL: f64 = 4.0;
pub(super) const UPDATED: f64 = 3.0;
const CONFLICT: f64 = 3.6;
const CONFLICT_UNDATED: f64 = 4.3;

/// The sum.
pub(super) fn thing(a: &Stated, b: &Stated, printed: Option<i64>) -> f64 {
    terms(a, b, printed).iter().zip(WEIGHTS).map(|(term, weight)| term * weight).sum()
}

/// The two sentences themselves say something of what is counted in common; money and shares are of so many things
/// that they must name theirs.
pub(super) fn told(a: &Stated, b: &Stated) -> bool {
    let [_, _, _, head, near, words, ..] = terms(a, b, None);
    match measure(&a.figure).map(|m| m.0) {
        None => head + near + words > 0.0,
        Some(Measure::Temperature) => true,
        Some(Measure::Share | Measure::Points | Measure::Other) => head + near >= 0.5,
        Some(_) => head + near >= 0.5 || words > 0.9,
    }
}

/// The sum is over the bar of a conflict, which is higher where neither text names a day.
pub(super) fn surely_one(a: &Stated, b: &Stated, sum: f64) -> bool {
    let undated = a.telling.dates.is_empty() && b.telling.dates.is_empty();
    sum >= if undated { CONFLICT_UNDATED } else { CONFLICT }
}

/// Both texts name one day, in the sentences or elsewhere at their heads.
pub(super) fn shared_day(a: &Stated, b: &Stated) -> bool {
    days(&a.telling.dates, &b.telling.dates) == Days::One
}

/// Two texts of the day's news, or of days that both name.
pub(super) fn one_day(a: &Stated, b: &Stated, printed: Option<i64>) -> bool {
    shared_day(a, b) || printed.is_none_or(|gap| gap.abs() <= ONE_DAY)
}
