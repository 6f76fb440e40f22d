//! What two figures of two texts are to each other. A conflict needs two known origins, one thing by the words around
//! both values, names in common, and one stated time; whatever is missing makes it `unclear`.
//! Start at [`compare`].

use super::Figure;
use super::concepts::Class;
use super::lexicon::Bound;
use super::shared_names::{Names, common_names, other_place};
use super::telling::Telling;
use super::units::Measure;
use super::values::{Values, measure, one_measure, values};
use super::view::{Around, Range, View};
use super::weigh;
use crate::pool::shared;
use serde::Serialize;
use std::sync::Arc;
use wireroom_model::{Lang, Precision, Time, When};
use wireroom_text::dates::DateMention;
use wireroom_text::words::{fold, words};

/// Words in common, of the shorter and of the longer sentence, that make two sentences one but for the number.
const SAME_SENTENCE: f64 = 0.7;
/// A toll does not grow by more than this within one story; where no time is stated, by less.
const GROWS: f64 = 5.0;
const GROWS_UNTOLD: f64 = 3.0;
/// Two newsrooms that tell of one thing disagree by no more than this.
const DISAGREES: f64 = 3.0;
/// Counts that move are of one time where they were printed within this.
const ONE_TIME: i64 = 3 * 3_600;
/// A later printing than this may have the later count.
const LATER: i64 = 1_800;
/// Bytes of a text in which it says what happened. Farther down nothing but a rule's own proof makes a conflict: without
/// this the 2025 stories showed seven, all false.
const HEAD: usize = 700;
/// Share of the shorter sentence's words that makes two sentences of one language tell of one thing.
const ONE_THING: f64 = 0.5;

/// Things that are people.
pub(super) const PEOPLE: [&str; 11] = [
    "people", "students", "workers", "miners", "customers", "witnesses", "shipowners", "prisoners", "tourists",
    "migrants", "hostages",
];

/// What two figures are to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    /// One origin alone gives it, in however many texts: of a group of figures, never of a pair.
    Single,
    /// One thing, place, time and value.
    Same,
    /// The same, but one is the other rounded, hedged or bounded.
    Rounded,
    /// Another place, group, period or measure: both can be true.
    Scope,
    /// A count that moves: the later report has the later value.
    Updated,
    /// The texts do not say enough to tell.
    Unclear,
    /// One thing, place and time, values that cannot both be true, two independent origins.
    Conflict,
}

/// A figure as its source states it, ready to be compared.
#[derive(Debug, Clone)]
pub struct Stated {
    pub figure: Figure,
    /// Whose text it is: sources of one number are one witness, `None` is unknown.
    pub origin: Option<u64>,
    pub(super) lang: Lang,
    published: Option<When>,
    pub(super) view: View,
    /// What its text tells as a whole.
    pub(super) telling: Arc<Telling>,
    /// The words of who says so, folded; none where nobody is named.
    sayer: Vec<String>,
    /// No other figure of its unit and class stands in the sentence.
    pub(super) alone: bool,
    /// The first count of its fate that its text gives, near the head.
    pub(super) toll: bool,
}

impl Stated {
    /// `dates` are the mentions of the whole body or of the sentence.
    pub fn new(
        body: &str,
        lang: Lang,
        published: Time,
        origin: Option<u64>,
        figure: Figure,
        dates: &[DateMention],
    ) -> Self {
        let telling = Arc::new(Telling::new(body, lang, dates));
        Self::within(&Around::new(body, lang, figure.sentence, dates), &telling, published, origin, figure)
    }

    /// The same for a figure of a sentence that was read: several may stand in one.
    pub(super) fn within(
        around: &Around<'_>,
        telling: &Arc<Telling>,
        published: Time,
        origin: Option<u64>,
        figure: Figure,
    ) -> Self {
        let view = View::new(around, &figure);
        let (lang, body) = (around.lang, around.body());
        let sayer = figure
            .speaker
            .and_then(|span| span.of(body))
            .map(|name| words(name).map(|word| fold(word.text)).collect());
        let sayer = sayer.unwrap_or_default();
        let telling = Arc::clone(telling);
        Self { view, telling, origin, lang, published: published.known(), figure, sayer, alone: true, toll: false }
    }

    /// What befell those counted; `None` where the words around say nothing of it.
    pub(super) fn fate(&self) -> Option<&'static str> {
        let fates = self.view.of(Class::Fate);
        ["dead", "injured", "missing", "displaced", "arrested"]
            .into_iter()
            .find(|f| fates.contains(f) && self.figure.unit.is_none())
    }

    /// Counts people as such, not one group of them.
    pub(super) fn counts_all(&self) -> bool {
        let things = self.view.of(Class::Thing);
        self.view.of(Class::Group).is_empty() && (things.is_empty() || things.contains(&"people"))
    }

    /// Nothing around the two values says that they are of two things or places.
    pub(super) fn may_be_one(&self, other: &Self) -> bool {
        !other_thing(self, other) && !other_place(&self.view, &other.view)
    }

    /// Sentences that tell of one thing, whatever their values: worth showing beside each other.
    pub(super) fn side_by_side(&self, other: &Self) -> bool {
        alike(self, other) && !other_thing(self, other) && !other_place(&self.view, &other.view)
    }
}

/// How the times stand, `a` to `b`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Times {
    Same,
    /// `b`'s is later.
    Later,
    Earlier,
    /// One holds the other.
    Within,
    Untold,
}

/// The verdict on two figures, whatever their order.
pub fn compare(a: &Stated, b: &Stated) -> Verdict {
    match ruled(a, b) {
        Verdict::Unclear => weighed(a, b),
        Verdict::Conflict if weigh::qualified(a, b) => Verdict::Scope,
        verdict => verdict,
    }
}

/// The verdict where rules alone can tell.
fn ruled(a: &Stated, b: &Stated) -> Verdict {
    let values = values(&a.figure, &b.figure);
    match values {
        Values::Other => {
            return if one_measure(&a.figure, &b.figure) { Verdict::Unclear } else { Verdict::Scope };
        }
        Values::Equal | Values::Near | Values::Loose | Values::Apart => {}
    }
    if other_thing(a, b) || other_place(&a.view, &b.view) {
        return Verdict::Scope;
    }
    let times = times(a, b);
    let names = common_names(&a.view, &b.view);
    // The first tolls of one story's texts are of one thing though their sentences share no name.
    let tolls = a.toll && b.toll;
    if names == Names::None && !alike(a, b) && !tolls {
        return Verdict::Unclear;
    }
    match values {
        Values::Equal | Values::Near => {
            let common = a.view.dates.iter().any(|d| b.view.dates.contains(d));
            let apart = matches!(times, Times::Later | Times::Earlier) && !moves(a, b) && !common;
            // One number beside one name is not yet one thing.
            let dated = times == Times::Same && names == Names::Nested;
            let thing = dated
                || same_field(a, b)
                || same_head(a, b)
                || values == Values::Equal && !a.figure.vague && !b.figure.vague && telling(a, b);
            match (apart, values) {
                (true, _) => Verdict::Scope,
                _ if !thing && !tolls => Verdict::Unclear,
                (false, Values::Equal) => Verdict::Same,
                (false, _) => Verdict::Rounded,
            }
        }
        Values::Loose => match differing(a, b, times, names) {
            Verdict::Conflict => Verdict::Unclear,
            verdict => verdict,
        },
        // Two counters count apart: the later one's value is no update of the other's.
        _ => match differing(a, b, times, names) {
            Verdict::Updated if other_sayer(a, b) => Verdict::Unclear,
            verdict => verdict,
        },
    }
}

/// Both say who counted, and neither name holds the other.
fn other_sayer(a: &Stated, b: &Stated) -> bool {
    let nested = |x: &[String], y: &[String]| x.iter().all(|word| y.contains(word));
    !a.sayer.is_empty() && !b.sayer.is_empty() && !nested(&a.sayer, &b.sayer) && !nested(&b.sayer, &a.sayer)
}

/// Values that cannot both hold of one thing and time.
fn differing(a: &Stated, b: &Stated, times: Times, names: Names) -> Verdict {
    let printed = printed_apart(a, b);
    let independent = a.origin.is_some() && b.origin.is_some() && a.origin != b.origin;
    let known = a.origin.is_some() && b.origin.is_some();
    match times {
        Times::Later | Times::Earlier if moves(a, b) => {
            // The later time must not stand in a text that was printed much earlier.
            let hours = a.view.hour != b.view.hour;
            let order = printed
                .is_none_or(|p| p.abs() < LATER && hours || (p > 0) == (times == Times::Later) && p != 0);
            return if order && same_field(a, b) && grows(a, b, GROWS) {
                Verdict::Updated
            } else {
                Verdict::Unclear
            };
        }
        Times::Later | Times::Earlier | Times::Within => return Verdict::Scope,
        Times::Same | Times::Untold => {}
    }
    let told = !a.view.dates.is_empty() || !b.view.dates.is_empty() || a.view.undated || b.view.undated;
    let share = |s: &Stated| matches!(measure(&s.figure), None | Some((Measure::Share | Measure::Points, _)));
    let sums = !share(a) && !moves(a, b);
    if times == Times::Untold && !told && independent && sums && verbatim(a, b) && a.alone && b.alone {
        // Nothing moves and nobody names a day: two sentences that are one but for the number.
        let near = printed.is_none_or(|gap| gap.abs() <= 86_400);
        return if near && names == Names::Nested && same_field(a, b) && same_head(a, b) {
            Verdict::Conflict
        } else {
            Verdict::Unclear
        };
    }
    if times == Times::Untold {
        let thing = !other_head(a, b) && (names == Names::Nested || alike(a, b)) || a.toll && b.toll;
        return if thing && known && independent && grown(a, b, printed) {
            Verdict::Updated
        } else {
            Verdict::Unclear
        };
    }
    if !independent {
        return Verdict::Unclear;
    }
    let ended = a.view.last || b.view.last;
    if moves(a, b) && !ended {
        match printed {
            Some(gap) if gap.abs() > ONE_TIME => {
                let thing = !other_head(a, b) || names == Names::Nested;
                return if thing && same_field(a, b) && rising(a, b, gap) && grows(a, b, GROWS) {
                    Verdict::Updated
                } else {
                    Verdict::Unclear
                };
            }
            Some(_) => {}
            None => return Verdict::Unclear,
        }
    }
    // Words for what is counted may differ where the texts are another's; sentences that are alike say it alike.
    let heads = !other_head(a, b) || !alike(a, b);
    let sure = heads
        && names == Names::Nested
        && same_field(a, b)
        && a.alone
        && b.alone
        && !a.view.undated
        && !b.view.undated;
    let exact =
        !a.figure.vague && !b.figure.vague && grows(a, b, DISAGREES) && a.view.change == b.view.change;
    if sure && exact { Verdict::Conflict } else { Verdict::Unclear }
}

/// What is counted is one word.
fn same_head(a: &Stated, b: &Stated) -> bool {
    a.lang == b.lang && a.view.head.is_some() && a.view.head == b.view.head
}

/// Both say what is counted, in two words of one language.
fn other_head(a: &Stated, b: &Stated) -> bool {
    a.lang == b.lang && a.view.head.is_some() && b.view.head.is_some() && a.view.head != b.view.head
}

/// A value of so many digits that chance does not repeat it, or in a unit that is no share and no time.
fn telling(a: &Stated, b: &Stated) -> bool {
    let digits = |s: &Stated| {
        let value = s.figure.low.abs();
        value >= 100.0 && value / super::values::grain_of(value) >= 100.0
    };
    let unit =
        a.figure.measure().is_some_and(|m| !matches!(m, Measure::Share | Measure::Points | Measure::Time));
    digits(a) || digits(b) || unit
}

/// A count that grew by the later printing, in words of counts that grow.
fn grown(a: &Stated, b: &Stated, printed: Option<i64>) -> bool {
    let Some(gap) = printed.filter(|gap| gap.abs() > LATER) else { return false };
    let later = if gap > 0 { b } else { a };
    let counted = [a, b].iter().any(|s| {
        ["dead", "injured", "missing", "arrested", "displaced", "rescued", "infected", "contained"]
            .iter()
            .any(|fate| s.view.has(Class::Fate, fate))
    });
    let told = counted
        || later.view.still && alike(a, b)
        || a.view.has(Class::Thing, "votes") && b.view.has(Class::Thing, "votes");
    // A sentence that tells of some other day counts something else.
    let (x, y) = (&a.view.dates, &b.view.dates);
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

fn grows(a: &Stated, b: &Stated, most: f64) -> bool {
    let (x, y) = (a.figure.low.abs(), b.figure.low.abs());
    x.max(y) <= x.min(y) * most
}

/// The later printing has the higher value; those missing and those without power may become fewer.
fn rising(a: &Stated, b: &Stated, gap: i64) -> bool {
    let (first, second) = if gap > 0 { (a, b) } else { (b, a) };
    second.figure.low > first.figure.low
        || a.view.has(Class::Fate, "missing") && b.view.has(Class::Fate, "missing")
        || a.view.has(Class::Thing, "customers") && b.view.has(Class::Thing, "customers")
}

/// Seconds from `a`'s printing to `b`'s; `None` where only the day of one is known and the days do not settle it.
fn printed_apart(a: &Stated, b: &Stated) -> Option<i64> {
    let (x, y) = (a.published?, b.published?);
    let apart = y.sort_key() - x.sort_key();
    let exact = x.precision() >= Precision::Minute && y.precision() >= Precision::Minute;
    (exact || apart.abs() >= 86_400).then_some(apart)
}

/// A count may move; a sum, a length and a closed period do not.
fn moves(a: &Stated, b: &Stated) -> bool {
    let one = |s: &Stated| {
        let votes = s.view.has(Class::Thing, "votes")
            || s.view.has(Class::Fate, "contained")
            || s.view.has(Class::Fate, "burned");
        let measure = s.figure.unit.map(|u| u.measure().0);
        match measure {
            None => true,
            Some(Measure::Share | Measure::Area) => votes,
            _ => false,
        }
    };
    // What counts a stretch that was over before the printing is final.
    let closed = |s: &Stated| {
        !s.view.since
            && s.view
                .as_of
                .zip(s.published)
                .is_some_and(|((from, to), published)| to - from > 20 * 86_400 && to < published.unix())
    };
    (one(a) || one(b)) && !(closed(a) && closed(b))
}

/// The words around the values name two things of one class.
fn other_thing(a: &Stated, b: &Stated) -> bool {
    let (x, y) = (&a.view, &b.view);
    let differ = |class: Class| {
        let (p, q) = (x.of(class), y.of(class));
        // The other's sentence may say it elsewhere.
        let told = |names: &[&str], view: &View| names.iter().any(|n| view.has(class, n));
        // Dearer by so much and inflation are one.
        let prices = |names: &[&str]| names.iter().any(|n| ["price", "inflation"].contains(n));
        !p.is_empty() && !q.is_empty() && disjoint(p, q) && !told(p, y) && !told(q, x) && !(prices(p) && prices(q))
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
    let sources = ["wind", "coal", "solar", "nuclear"];
    let power = |view: &View| -> Vec<&'static str> {
        view.of(Class::Matter).iter().copied().filter(|n| sources.contains(n)).collect()
    };
    let (p, q) = (power(x), power(y));
    let powers = !p.is_empty() && !q.is_empty() && p.iter().all(|n| !q.contains(n));
    let things = differ(Class::Thing) && a.figure.unit.is_none() && !generic(x, y);
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

/// Sentences of one language that share most of their words.
fn alike(a: &Stated, b: &Stated) -> bool {
    let (x, y) = (&a.view.stems, &b.view.stems);
    let common = shared(x, y);
    a.lang == b.lang && common >= 3 && common as f64 >= ONE_THING * x.len().min(y.len()) as f64
}

/// One sentence but for the number.
fn verbatim(a: &Stated, b: &Stated) -> bool {
    let (x, y) = (&a.view.stems, &b.view.stems);
    let common = shared(x, y) as f64;
    let (shorter, longer) = (x.len().min(y.len()) as f64, x.len().max(y.len()) as f64);
    a.lang == b.lang && common > 3.0 && common >= SAME_SENTENCE * shorter && common >= ONE_THING * longer
}

/// The words around both values name one thing; where they name none, the sentences are alike.
fn same_field(a: &Stated, b: &Stated) -> bool {
    let (x, y) = (&a.view, &b.view);
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

fn times(a: &Stated, b: &Stated) -> Times {
    let (x, y) = (&a.view, &b.view);
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

/// The verdict by the sum of what both texts share, where the rules find too little in the two sentences.
fn weighed(a: &Stated, b: &Stated) -> Verdict {
    if other_thing(a, b) || other_place(&a.view, &b.view) || weigh::apart(a, b) {
        return Verdict::Unclear;
    }
    let printed = printed_apart(a, b);
    let found = values(&a.figure, &b.figure);
    let exact = !a.figure.vague && !b.figure.vague;
    let independent = a.origin.is_some() && b.origin.is_some() && a.origin != b.origin;
    let sum = weigh::thing(a, b, printed);
    let opens = opens(a) && opens(b) && weigh::told(a, b);
    let agrees = sum >= if telling(a, b) { weigh::SAME } else { weigh::SAME_SMALL };
    let one_day = !weigh::other_days(a, b) && weigh::one_day(a, b, printed);
    match found {
        Values::Equal if agrees && exact && one_day => Verdict::Same,
        Values::Near if agrees && exact && one_day => Verdict::Rounded,
        Values::Apart | Values::Loose if exact && opens && sum >= weigh::UPDATED && climbed(a, b, printed) => {
            if other_sayer(a, b) { Verdict::Unclear } else { Verdict::Updated }
        }
        Values::Apart if exact && opens && independent && one_day && weigh::surely_one(a, b, sum) => {
            if contradicts(a, b, printed) { Verdict::Conflict } else { Verdict::Unclear }
        }
        _ => Verdict::Unclear,
    }
}

/// The later printing has more and says that it became more.
fn climbed(a: &Stated, b: &Stated, printed: Option<i64>) -> bool {
    let Some(gap) = printed.filter(|gap| gap.abs() > LATER) else { return false };
    let later = if gap > 0 { b } else { a };
    later.view.marks.has("goes") && (moves(a, b) || counting(a, b)) && rising(a, b, gap) && grows(a, b, GROWS)
}

/// Nothing says that the one count came after the other, or that one is the other in round numbers.
fn contradicts(a: &Stated, b: &Stated, printed: Option<i64>) -> bool {
    let (x, y) = (&a.view, &b.view);
    let moves = moves(a, b) || counting(a, b);
    // Where only the days of printing are known, a day that nobody names is no common one.
    let soon = printed.is_some_and(|gap| {
        gap.abs() <= ONE_TIME || !moves && (gap.abs() < 86_400 || weigh::shared_day(a, b))
    });
    let hours = matches!((x.hour, y.hour), (Some(p), Some(q)) if p.abs_diff(q) > 2);
    let goes = moves && (x.marks.has("goes") || y.marks.has("goes") || hours);
    let plain = |s: &Stated| s.alone && s.figure.bound == Bound::Exact;
    // "Three hours" and "two weeks" last of two things.
    let lasts = a.figure.measure() != Some(Measure::Time) || a.figure.unit == b.figure.unit;
    plain(a) && plain(b) && lasts && soon && !goes && !round(a, b) && grows(a, b, DISAGREES)
}

/// It stands where a text says what happened: farther down it tells of everything else.
fn opens(s: &Stated) -> bool {
    s.figure.at.start() < HEAD
}

/// Counts of what befell people and land go on.
fn counting(a: &Stated, b: &Stated) -> bool {
    let fates = [
        "dead", "injured", "missing", "arrested", "displaced", "rescued", "infected", "contained", "burned",
        "raised", "cancelled", "hospitalised",
    ];
    [a, b].iter().any(|s| fates.iter().any(|fate| s.view.of(Class::Fate).contains(fate)))
}

/// One may be the other in round numbers, in whatever words it says so.
fn round(a: &Stated, b: &Stated) -> bool {
    let (x, y) = (super::values::grain_of(a.figure.low), super::values::grain_of(b.figure.low));
    x.max(y) >= x.min(y) * 9.0 && grows(a, b, 1.1)
}

/// TUNING
pub fn why_not(a: &Stated, b: &Stated) -> String {
    let printed = printed_apart(a, b);
    let independent = a.origin.is_some() && b.origin.is_some() && a.origin != b.origin;
    let exact = !a.figure.vague && !b.figure.vague;
    let one_day = !weigh::other_days(a, b) && weigh::one_day(a, b, printed);
    let gate = ruled(a, b) == Verdict::Unclear && !(other_thing(a, b) || other_place(&a.view, &b.view) || weigh::apart(a, b)) && exact && opens(a) && opens(b) && weigh::told(a, b) && one_day && contradicts(a, b, printed) && !climbed(a, b, printed);
    format!("@{} {} {} {:?} {:.2} {}\nruled {:?} values {:?} ot {} op {} apart {} od {} contra {} goes {} {} moves {} gap {:?} th {:?} {:?}",
     serde_json::to_string(&weigh::terms(a, b, printed)).unwrap_or_default(), u8::from(gate), u8::from(independent && values(&a.figure, &b.figure) == Values::Apart), ruled(a, b), weigh::thing(a, b, printed), u8::from(a.telling.dates.is_empty() && b.telling.dates.is_empty()),
     ruled(a, b), values(&a.figure, &b.figure), other_thing(a, b), other_place(&a.view, &b.view), weigh::apart(a, b), one_day, contradicts(a, b, printed), a.view.marks.has("goes"), b.view.marks.has("goes"), moves(a, b), printed, a.view.of(Class::Thing), b.view.of(Class::Thing))
}
