//! Figures of one sentence: value or range, unit, hedge, the same sum in other money. What is a date, a rank, an age
//! beside a name, a score or part of a name is none (`names`). Start at [`read`].

use super::lexicon::Bound;
use super::numbers::{self, Value, tidy};
use super::tokens::{Kind, Sentence};
use super::units::{self, Measure, Unit};
use super::{names, nouns};

/// Figures read of one sentence.
const MAX_FIGURES: usize = 60;
/// Tokens between a sum and the same sum in other money.
const MAX_PAIR_GAP: usize = 3;
/// From here on, a number with a magnitude and no noun may be money that was named before.
const BIG: f64 = 1e6;
/// No share of a whole by percent that leaves its unit out is above this.
const MAX_BARE_PERCENT: f64 = 150.0;

/// A value with its unit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Amount {
    pub(super) value: Value,
    pub(super) unit: Option<Unit>,
    /// First token, currency sign and all, and the one after the last.
    pub(super) first: usize,
    pub(super) next: usize,
    /// "48-hour"
    pub(super) adjective: bool,
}

/// The same value in another unit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Also {
    pub low: f64,
    pub high: f64,
    pub unit: Unit,
}

/// A figure as tokens.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Raw {
    pub(super) low: f64,
    pub(super) high: f64,
    pub(super) unit: Option<Unit>,
    pub(super) also: Option<Also>,
    pub(super) first: usize,
    pub(super) next: usize,
    /// Where what is counted may begin.
    pub(super) after: usize,
    pub(super) hedge: Option<(usize, usize)>,
    pub(super) bound: Bound,
    pub(super) share: bool,
    pub(super) vague: bool,
    /// Its unit was left out and taken from the figure before.
    pub(super) borrowed: bool,
}

/// What the text has said of money and percentages till here.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Purse {
    money: Option<Unit>,
    /// Big numbers so far that were no money.
    other: bool,
    /// The text speaks of per cent somewhere.
    pub(super) percent: bool,
    pub(super) fahrenheit: bool,
}

impl Purse {
    /// What the whole text shows.
    pub(super) fn of(body: &str) -> Self {
        let says = |words: &[&str]| words.iter().any(|word| body.contains(word));
        Self {
            money: None,
            other: false,
            percent: says(&["%", "per cent", "percent", "Prozent", "pour cent", "por ciento"]),
            fahrenheit: says(&["ahrenheit", "°F"]),
        }
    }

    fn note(&mut self, unit: Option<Unit>, high: f64) {
        match unit {
            Some(unit) if unit.is_money() => self.money = Some(unit),
            Some(_) => {}
            None => self.other |= high >= BIG,
        }
    }
}

/// The figures of a sentence, in order.
pub(super) fn read(s: &Sentence<'_>, purse: &mut Purse) -> Vec<Raw> {
    let mut found: Vec<Raw> = Vec::new();
    let mut at = 0;
    while at < s.tokens.len() && found.len() < MAX_FIGURES {
        match figure(s, at, found.last(), purse) {
            Step::Found(raw) => {
                at = raw.next.max(at + 1);
                purse.note(raw.unit, raw.high);
                found.push(*raw);
            }
            Step::Past(next) => at = next.max(at + 1),
        }
    }
    found
}

/// What stands at a token: a figure, or something to pass over.
enum Step {
    Found(Box<Raw>),
    Past(usize),
}

fn figure(s: &Sentence<'_>, at: usize, last: Option<&Raw>, purse: &Purse) -> Step {
    let Some(token) = s.at(at) else { return Step::Past(at + 1) };
    if token.dated || token.kind == Kind::Sign {
        return Step::Past(at + 1);
    }
    if let Some(range) = between(s, at) {
        return finish(s, range, last, purse);
    }
    let Some(amount) = amount(s, at) else {
        // A number that could not be read takes nothing after it along.
        return Step::Past(at + 1);
    };
    if let Some(past) = names::score(s, &amount) {
        return Step::Past(past);
    }
    match range(s, &amount) {
        Some(range) => finish(s, range, last, purse),
        None => finish(s, Range { low: amount.value.low, high: amount.value.high, amount }, last, purse),
    }
}

/// One amount, or two that are the ends of a range; `amount` spans it all.
#[derive(Debug, Clone, Copy)]
struct Range {
    low: f64,
    high: f64,
    amount: Amount,
}

/// The amount whose number begins at `at`.
pub(super) fn amount(s: &Sentence<'_>, at: usize) -> Option<Amount> {
    let mut value = numbers::value(s, at)?;
    let before = units::currency_before(s, value.first).filter(|_| value.digits || value.scaled > 1.0);
    let mut first = before.map_or(value.first, |(_, first)| first);
    let minus = s.before(first, 1).is_some_and(|t| {
        t.is("minus")
            || t.is("menos") && s.lexicon.lang.as_str() != "es"
            || t.is("-") && !t.glued && s.glued(first)
    });
    if minus && (value.digits || s.word_before(first, 1) == "minus") && !value.share {
        (value.low, value.high) = (-value.high, -value.low);
        first -= 1;
    }
    let mut amount =
        Amount { value, unit: before.map(|(unit, _)| unit), first, next: value.next, adjective: false };
    let hyphen = s.word(value.next) == "-" && s.glued(value.next) && s.glued(value.next + 1);
    let place = if hyphen { value.next + 1 } else { value.next };
    if let Some(found) = units::unit(s, place).filter(|_| !value.share) {
        // "$5 US" aside, a sign before the number is the unit.
        if amount.unit.is_none() {
            amount.unit = Some(found.unit);
            amount.value.low = tidy(amount.value.low * found.times);
            amount.value.high = tidy(amount.value.high * found.times);
        }
        if before.is_none() || found.unit.is_money() {
            amount.next = found.next;
            amount.adjective = hyphen;
        }
    }
    if value.share {
        amount.unit = Some(Unit::SHARE);
    }
    Some(amount)
}

/// "between 30 and 40", "entre 150 y 180 millones", "de 44 à 46 %".
fn between(s: &Sentence<'_>, at: usize) -> Option<Range> {
    let (_, and) = s.lexicon.between.iter().find(|(word, _)| s.word(at) == *word).copied().or_else(|| {
        let lang = s.lexicon.lang.as_str();
        // Asked at every word of every text: what is cheap to tell comes first.
        let change = || s.tokens.iter().take(at).rev().take(4).any(|t| is_change(&t.word));
        (s.word(at) == "de" && matches!(lang, "fr" | "es") && !change())
            .then_some(("de", if lang == "fr" { "à" } else { "a" }))
    })?;
    let low = amount_or_sign(s, at + 1)?;
    if s.word(low.next) != and || s.at(at + 1).is_some_and(|t| t.dated) {
        return None;
    }
    let high = amount_or_sign(s, low.next + 1)?;
    if and.len() < 3 && s.word(at) == "de" && low.unit.is_some() {
        return None;
    }
    join(at, &low, &high)
}

/// Verbs by which a value moves from one to another.
fn is_change(word: &str) -> bool {
    [
        "pas", "sub", "baj", "aument", "augment", "ramen", "recul", "progress", "tomb", "chut", "grimp",
        "caí", "cay",
    ]
    .iter()
    .any(|stem| word.starts_with(stem))
}

/// An amount that may begin with its currency's sign.
fn amount_or_sign(s: &Sentence<'_>, at: usize) -> Option<Amount> {
    (at..at + 3)
        .find(|place| {
            s.at(*place)
                .is_some_and(|t| t.kind == Kind::Number || t.is_word() && numbers::value(s, *place).is_some())
        })
        .and_then(|place| amount(s, place))
        .filter(|amount| amount.first == at)
}

/// "15 to 18 degrees", "$14 million to $16 million", "10-12", "two or three".
fn range(s: &Sentence<'_>, low: &Amount) -> Option<Range> {
    let word = s.word(low.next);
    let dash = matches!(word, "-" | "–" | "—" | "‑");
    let or = matches!(word, "or" | "oder" | "ou" | "o") && !low.value.digits;
    if !(s.lexicon.to.contains(word) || or)
        || dash && !(s.glued(low.next) && s.glued(low.next + 1)) && word == "-"
    {
        return None;
    }
    let change = !dash && s.lexicon.from.contains(s.word_before(low.first, 1));
    let high = amount_or_sign(s, low.next + 1)?;
    if change
        || low.value.share
        || high.value.share
        || low.value.vague
        || s.at(low.next + 1).is_some_and(|t| t.dated)
    {
        return None;
    }
    let range = join(low.first, low, &high)?;
    // "two or three", not "two or 300"; "10 to 12", not "from 4 to 900".
    let near = range.high <= range.low.abs() * if or { 1.6 } else { 10.0 } || range.low == 0.0;
    near.then_some(range)
}

fn join(first: usize, low: &Amount, high: &Amount) -> Option<Range> {
    let unit = match (low.unit, high.unit) {
        (Some(a), Some(b)) if a != b => return None,
        (a, b) => a.or(b),
    };
    let scale = if low.value.scaled == 1.0 && low.value.low * high.value.scaled <= high.value.high {
        high.value.scaled
    } else {
        1.0
    };
    // "20 to 25 cents": what the unit takes from one, it takes from both.
    let times = match (low.unit, high.unit, high.value.high) {
        (None, Some(unit), top) if unit.is_money() && top < 1.0 && low.value.low >= 1.0 => 0.01,
        _ => 1.0,
    };
    let bottom = tidy(low.value.low * scale * times);
    let value = Value {
        first,
        next: high.value.next,
        digits: high.value.digits,
        scaled: high.value.scaled,
        ..high.value
    };
    let amount = Amount { value, unit, first, next: high.next, adjective: high.adjective };
    (bottom < high.value.high).then_some(Range { low: bottom, high: high.value.high, amount })
}

fn finish(s: &Sentence<'_>, range: Range, last: Option<&Raw>, purse: &Purse) -> Step {
    let Range { mut low, mut high, mut amount } = range;
    let hedged = hedge(s, &amount);
    if names::is_none(s, &amount, low == high, hedged.is_some()) {
        return Step::Past(amount.next);
    }
    let mut borrowed = false;
    resolve(s, &mut amount, &mut low, &mut high, purse);
    if amount.unit.is_none() && !amount.value.vague {
        let from = hedged.map_or(amount.first, |(first, _)| first);
        if let Some(unit) = shared(s, &amount, from, last, purse) {
            (amount.unit, borrowed) = (Some(unit), true);
        } else if let Some((unit, times)) = ahead(s, &amount) {
            (amount.unit, borrowed) = (Some(unit), true);
            (low, high) = (tidy(low * times), tidy(high * times));
        }
    }
    if amount.unit.is_none() && !s.lexicon.knows_words() {
        return Step::Past(amount.next);
    }
    let (also, next) = other_unit(s, &amount).map_or((None, amount.next), |(also, next)| (Some(also), next));
    let raw = Raw {
        low,
        high,
        unit: amount.unit,
        also,
        first: amount.first,
        next,
        after: next,
        hedge: hedged.map(|(first, _)| (first, amount.first)),
        bound: hedged.map_or(Bound::Exact, |(_, bound)| bound),
        share: amount.value.share,
        vague: amount.value.vague,
        borrowed,
    };
    Step::Found(Box::new(raw))
}

/// Cents, degrees, points and pesos mean what the text around them says.
fn resolve(s: &Sentence<'_>, amount: &mut Amount, low: &mut f64, high: &mut f64, purse: &Purse) {
    match amount.unit.map(Unit::as_str) {
        Some("cent") => {
            let euro = matches!(s.lexicon.lang.as_str(), "de" | "fr" | "es");
            let money = purse.money.unwrap_or(if euro { Unit("EUR") } else { Unit("USD") });
            amount.unit = Some(money);
            (*low, *high) = (*low / 100.0, *high / 100.0);
        }
        Some("degree") => {
            amount.unit = Some(if purse.fahrenheit { Unit("fahrenheit") } else { Unit("celsius") });
        }
        Some("point") => {
            // Points of an index or of a match are counted.
            let share = purse.percent && *high < 60.0;
            amount.unit = share.then_some(Unit::POINTS);
            if !share {
                amount.next -= 1;
            }
        }
        // Pounds in weight: no sign stands before them.
        Some("GBP") if amount.first == amount.value.first && weighs(s) => amount.unit = Some(Unit("pound")),
        Some("peso") => {
            let named = |names: &[&str]| s.tokens.iter().any(|t| names.iter().any(|n| t.word.starts_with(n)));
            amount.unit = Some(Unit(if named(&["méxic", "mexic"]) {
                "MXN"
            } else if named(&["argentin"]) {
                "ARS"
            } else if named(&["chile"]) {
                "CLP"
            } else if named(&["colombia"]) {
                "COP"
            } else if named(&["filipin", "philippin", "manila"]) {
                "PHP"
            } else {
                "peso"
            }));
        }
        _ => {}
    }
}

fn weighs(s: &Sentence<'_>) -> bool {
    let stems = ["weigh", "kilo", "kg", "heav", "tonne"];
    s.tokens.iter().any(|t| t.is_word() && stems.iter().any(|stem| t.word.starts_with(stem)))
}

/// The unit that a bare number takes over from the figure before it: "29 percent from 38", "nine hours against four".
fn shared(s: &Sentence<'_>, amount: &Amount, from: usize, last: Option<&Raw>, purse: &Purse) -> Option<Unit> {
    if nouns::noun_at(s, amount.next).is_some() {
        return None;
    }
    let before = s.before(from, 1);
    let word = before.map_or("", |t| t.word.as_ref());
    let fraction = amount.value.digits && amount.value.scaled == 1.0 && amount.value.low.fract() != 0.0;
    if let Some(last) = last.filter(|last| last.unit.is_some_and(|u| u != Unit::SHARE)) {
        let unit = last.unit?;
        let percent = unit == Unit::PERCENT;
        let cued = s.lexicon.against.contains(word) || matches!(word, "allows" | "permits" | "requires");
        // "rose 12 percent to 400": the target of a change by a share is no share.
        let target = percent
            && matches!(word, "to" | "auf" | "à" | "a")
            && !s.lexicon.from.contains(s.word_before(last.first, 1));
        let fits = !percent || amount.value.high <= MAX_BARE_PERCENT;
        let alike = !unit.is_money() || (amount.value.scaled > 1.0) == (last.high.abs() >= 1000.0);
        if (cued || fraction) && !target && fits && alike {
            return Some(unit);
        }
    }
    (amount.value.scaled >= BIG && !purse.other && !amount.value.vague).then_some(purse.money).flatten()
}

/// "from 12 to 15 percent": the unit stands at the second value alone.
fn ahead(s: &Sentence<'_>, amount: &Amount) -> Option<(Unit, f64)> {
    let change = s.lexicon.from.contains(s.word_before(amount.first, 1));
    if !change || !matches!(s.word(amount.next), "to" | "auf" | "à" | "a") {
        return None;
    }
    let other = amount_or_sign(s, amount.next + 1)?;
    let times =
        if amount.value.scaled == 1.0 && amount.value.low < 1000.0 { other.value.scaled } else { 1.0 };
    other
        .unit
        .filter(|u| *u != Unit::SHARE && !matches!(u.as_str(), "cent" | "degree" | "point"))
        .map(|u| (u, times))
}

/// "(£67bn)", "(about 19 km)", ", or 19 km,".
fn other_unit(s: &Sentence<'_>, amount: &Amount) -> Option<(Also, usize)> {
    let unit = amount.unit?;
    let open = match s.word(amount.next) {
        "(" | "[" => amount.next + 1,
        "," if matches!(s.word(amount.next + 1), "or" | "oder" | "soit" | "o") => amount.next + 2,
        _ => return None,
    };
    let bracket = s.word(amount.next) != ",";
    let at = (open..=open + MAX_PAIR_GAP).find(|at| {
        s.at(*at).is_some_and(|t| t.kind == Kind::Number)
            || numbers::value(s, *at).is_some_and(|v| v.scaled > 1.0)
    })?;
    let first = self::amount(s, at)?;
    let found =
        range(s, &first).map_or((first.value.low, first.value.high, first), |r| (r.low, r.high, r.amount));
    let (low, high, other) = found;
    let weight = unit.measure().0 == Measure::Mass && other.first == other.value.first;
    let other_unit = other.unit.map(|u| if weight && u.as_str() == "GBP" { Unit("pound") } else { u })?;
    let (a, b) = (unit.measure().0, other_unit.measure().0);
    let kind =
        a == b && a != Measure::Other && a != Measure::Share && unit != other_unit && a != Measure::Time;
    if !kind || bracket && !matches!(s.word(other.next), ")" | "]") {
        return None;
    }
    let next = if bracket { other.next + 1 } else { other.next };
    Some((Also { low, high, unit: other_unit }, next))
}

/// The hedge right before an amount: its first token and how it bounds.
fn hedge(s: &Sentence<'_>, amount: &Amount) -> Option<(usize, Bound)> {
    let last = s.word_before(amount.first, 1);
    let phrases = s.lexicon.hedges.get(last);
    let time = amount.unit.is_some_and(|u| u.measure().0 == Measure::Time);
    let found = phrases.and_then(|phrases| {
        phrases
            .iter()
            .find_map(|(phrase, bound)| Some((s.ends_before(amount.first, phrase)?, *phrase, *bound)))
    });
    if let Some((first, phrase, bound)) = found {
        let before = s.word_before(first, 1);
        let none = match phrase {
            // "over 18 months" is during, "for over 18 months" is more than.
            "over" | "under" => {
                time && !matches!(before, "for" | "in" | "after" | "of" | "by" | "lasted" | "from")
            }
            "über" | "unter" => time && !matches!(before, "seit" | "vor" | "nach" | "in" | "von"),
            // "the past six weeks"
            "past" => time || before == "the",
            // "inch up to 3.6 million", "went up to 12"
            "up to" => is_rise(before),
            "hasta" => s.word_before(first, 2) == "de" || s.word_before(first, 1) == "de",
            "above" | "below" => matches!(before, "the" | "points" | "percent"),
            "some" => amount.value.vague,
            "round about" => false,
            "around" => before == "turn",
            _ => false,
        };
        return (!none).then_some((first, bound));
    }
    // "apenas han caído 190 milímetros": the adverb of the verb.
    let back = (2..=3).find(|back| s.word_before(amount.first, *back) == "apenas")?;
    let plain = (1..back).all(|i| s.before(amount.first, i).is_some_and(|t| t.is_word() && !t.dated));
    plain.then(|| (amount.first - back, Bound::Below))
}

fn is_rise(word: &str) -> bool {
    [
        "inch", "inched", "go", "goes", "went", "gone", "climb", "climbed", "rose", "rise", "crept", "edge",
        "edged", "add", "adds", "moved", "pushed", "ticked", "is", "are", "was", "were",
    ]
    .contains(&word)
}
