//! What belongs to a value: what is counted, the verb, the place, the time it holds for and who says so.
//! No parser: small word lists bound the phrases, and what they leave open is `None`.
//! Start at [`Memory::figures`].

use super::nouns::noun_at;
use super::read::Raw;
use super::tokens::{Kind, Sentence, Token};
use super::units::{Measure, Unit};
use super::{AsOf, Figure};
use crate::quotes::Said;
use std::cell::OnceCell;
use wireroom_model::{Precision, Span, Time};

/// Words of a phrase looked at for what is counted, the verb and the place.
const REACH: usize = 9;
/// Longest name of who says so.
const MAX_SPEAKER: usize = 8;
/// Longest name of a place.
const MAX_PLACE: usize = 4;

/// What the text has told till here.
#[derive(Debug)]
pub(super) struct Memory<'t, 'q> {
    body: &'t str,
    published: Time,
    /// The place last told of, and whether it is the only one.
    place: Option<Span>,
    only: bool,
    /// Asked for where a sentence with a figure has a quotation mark.
    quotes: &'q Said<'t>,
}

/// Token indices, the last one excluded.
pub(super) type Run = (usize, usize);

impl<'t, 'q> Memory<'t, 'q> {
    pub(super) fn new(body: &'t str, published: Time, quotes: &'q Said<'t>) -> Self {
        Self { body, published, place: None, only: true, quotes }
    }

    /// The figures of a sentence with all that belongs to them.
    pub(super) fn figures(&mut self, s: &Sentence<'t>, raws: &[Raw]) -> Vec<Figure> {
        let places = places(s);
        let told = Told::new(s);
        let mut found: Vec<Figure> = Vec::with_capacity(raws.len());
        for (index, raw) in raws.iter().enumerate() {
            let Some(at) = s.span(raw.first, raw.next) else { continue };
            let before = index.checked_sub(1).and_then(|i| raws.get(i));
            let own = what(s, raw, before.map_or(0, |b| b.next));
            let what = own.and_then(|(a, b)| s.span(a, b)).or_else(|| {
                let shares = raw.share || raw.borrowed || raw.unit.is_none();
                found.last().filter(|_| shares).and_then(|last| last.what)
            });
            let from = before.map_or(0, |b| b.next);
            let until = raws.get(index + 1).map_or(s.tokens.len(), |n| n.hedge.map_or(n.first, |h| h.0));
            let event = event(s, raw, own, from, until);
            found.push(Figure {
                at,
                low: raw.low,
                high: raw.high,
                unit: raw.unit,
                also: raw.also,
                what,
                hedge: raw.hedge.and_then(|(a, b)| hedge_span(s, a, b)),
                bound: raw.bound,
                event: event.and_then(|at| s.span(at, at + 1)),
                place: self.place_of(s, raw, &places),
                as_of: as_of(s, raw, from, until, self.published),
                speaker: self.speaker(&told, at),
                sentence: s.span,
                vague: raw.vague,
            });
        }
        for (first, past) in places {
            let span = s.span(first, past);
            let known = |p: Span| p.of(self.body) == span.and_then(|p| p.of(self.body));
            match self.place {
                Some(place) if !known(place) => self.only = false,
                Some(_) => {}
                None => self.place = span,
            }
        }
        found
    }

    /// The nearest place of the sentence, else the one place that the text has told of.
    fn place_of(&self, s: &Sentence<'t>, raw: &Raw, places: &[Run]) -> Option<Span> {
        let near = places.iter().min_by_key(|(first, past)| {
            if *first >= raw.next { first - raw.next } else { raw.first.saturating_sub(*past) + 1 }
        });
        near.and_then(|(a, b)| s.span(*a, *b)).or(self.place.filter(|_| self.only))
    }

    /// Who says what stands in the sentence: the quote's speaker, "according to", a verb of saying.
    fn speaker(&self, told: &Told<'_, 't>, at: Span) -> Option<Span> {
        if told.has_marks()
            && let Some(quote) = self.quotes.quotes().iter().find(|q| q.span.holds(at))
        {
            return quote.speaker;
        }
        told.speaker()
    }
}

/// What the figures of a sentence share of who says them: asked for once, and only where there is a figure.
struct Told<'s, 't> {
    s: &'s Sentence<'t>,
    marks: OnceCell<bool>,
    speaker: OnceCell<Option<Span>>,
}

impl<'s, 't> Told<'s, 't> {
    fn new(s: &'s Sentence<'t>) -> Self {
        Self { s, marks: OnceCell::new(), speaker: OnceCell::new() }
    }

    /// True where a quotation mark stands in it.
    fn has_marks(&self) -> bool {
        let mark = |t: &Token<'_>| t.kind == Kind::Sign && t.one_of(&["\"", "“", "„", "«", "»", "”"]);
        *self.marks.get_or_init(|| self.s.tokens.iter().any(mark))
    }

    /// Whom it names outside of its quotes.
    fn speaker(&self) -> Option<Span> {
        let run = || according(self.s).or_else(|| said(self.s));
        *self.speaker.get_or_init(|| run().and_then(|(a, b)| self.s.span(a, b)))
    }
}

/// A hedge that does not touch its value ("apenas han caído") is its first word.
fn hedge_span(s: &Sentence<'_>, first: usize, past: usize) -> Option<Span> {
    let apart = s.word(first) == "apenas" && past > first + 1;
    s.span(first, if apart { first + 1 } else { past })
}

/// The words that say what is counted or measured.
fn what(s: &Sentence<'_>, raw: &Raw, from: usize) -> Option<Run> {
    let measured = raw.unit.is_some() && !raw.borrowed;
    let after = s.word(raw.after);
    if measured {
        let of = s.lexicon.of.contains(after) || after == "in" && raw.unit.is_some_and(Unit::is_money);
        let german = s.lexicon.lang.as_str() == "de";
        let german =
            german && (s.capital(raw.after) || matches!(after, "mehr" | "weniger" | "der" | "des" | "an"));
        let time = raw.unit.is_some_and(|u| u.measure().0 == Measure::Time);
        if of || german && !time {
            let start = if of || !s.capital(raw.after) { raw.after + 1 } else { raw.after };
            if let Some(run) = noun(s, start) {
                return Some(run);
            }
        }
        if time && !of {
            return None;
        }
        return subject(s, raw, from);
    }
    noun(s, raw.after).or_else(|| if raw.borrowed { None } else { counted_before(s, raw) })
}

/// The noun phrase that begins at `at`, without articles before it.
fn noun(s: &Sentence<'_>, at: usize) -> Option<Run> {
    let last = noun_at(s, at)?;
    let mut first = last;
    while first > at
        && s.before(first, 1).is_some_and(|t| {
            t.is_word()
                && !s.lexicon.thin.contains(t.word.as_ref())
                && !s.lexicon.stops.contains(t.word.as_ref())
        })
    {
        first -= 1;
    }
    Some((first, last + 1))
}

/// "a crowd of 61,207", "a toll above 400".
fn counted_before(s: &Sentence<'_>, raw: &Raw) -> Option<Run> {
    let from = raw.hedge.map_or(raw.first, |(first, _)| first);
    let of = s.before(from, 1)?;
    let linked = s.lexicon.of.contains(of.word.as_ref());
    let noun =
        s.before(from, 2).filter(|t| linked && t.is_word() && !s.lexicon.stops.contains(t.word.as_ref()))?;
    noun.is_word().then(|| (from - 2, from - 1))
}

/// What a measure is of: the noun before "of", else the clause's first noun.
fn subject(s: &Sentence<'_>, raw: &Raw, from: usize) -> Option<Run> {
    let start = raw.hedge.map_or(raw.first, |(first, _)| first);
    if let Some(run) = counted_before(s, raw) {
        return Some(run);
    }
    // The noun right before: "cut its dividend to", "prices fell by".
    let german = s.lexicon.lang.as_str() == "de";
    let mut clause = start;
    while clause > from
        && s.before(clause, 1).is_some_and(|t| {
            !(t.kind == Kind::Sign && t.one_of(&[",", ";", ":", "—", "–", "(", "“", "\"", "«"]))
        })
    {
        clause -= 1;
    }
    let is_noun = |at: usize| {
        s.at(at).is_some_and(|t| {
            let word = t.word.as_ref();
            t.is_word()
                && !t.dated
                && word.len() > 2
                && (t.capital == german || at == clause && t.capital)
                && !s.lexicon.stops.contains(word)
                && !s.lexicon.is_verb(word)
                && !s.lexicon.numbers.contains_key(word)
                && super::units::unit(s, at).is_none()
        })
    };
    let first = (clause..start).find(|at| is_noun(*at))?;
    let mut past = first + 1;
    while !german && past < start && is_noun(past) {
        past += 1;
    }
    Some((first, past))
}

/// The verb that says what happened: the one the value follows, else the first after what is counted.
fn event(s: &Sentence<'_>, raw: &Raw, what: Option<Run>, from: usize, until: usize) -> Option<usize> {
    let start = raw.hedge.map_or(raw.first, |(first, _)| first);
    let verb = |at: usize| {
        s.at(at).is_some_and(|t| {
            let word = t.word.as_ref();
            t.is_word()
                && !t.dated
                && !s.lexicon.auxiliaries.contains(word)
                && !s.lexicon.says.contains(word)
                && s.lexicon.is_verb(word)
                && !(t.capital && at > 0 && s.lexicon.lang.as_str() != "de")
        })
    };
    let stop = |at: usize| {
        s.at(at).is_some_and(|t| t.kind == Kind::Sign && t.one_of(&[",", ";", ":", "(", ")", "—", "–"]))
    };
    let reach = start.saturating_sub(REACH).max(from);
    let back = (reach..start).rev().take_while(|at| !stop(*at)).find(|at| verb(*at));
    let begin = what.filter(|(first, _)| *first >= raw.next).map_or(raw.after, |(_, past)| past);
    let ahead = (begin..until.min(begin + REACH)).take_while(|at| !stop(*at)).find(|at| verb(*at));
    back.or(ahead).or_else(|| {
        what.filter(|(first, past)| raw.unit.is_none() && *first >= raw.next && verb(past - 1))
            .map(|(_, past)| past - 1)
    })
}

/// Names after a preposition of place.
fn places(s: &Sentence<'_>) -> Vec<Run> {
    let mut found = Vec::new();
    for at in 0..s.tokens.len() {
        let Some(token) = s.at(at) else { break };
        if !s.lexicon.places.contains(token.word.as_ref()) || token.dated {
            continue;
        }
        // "of" leads to a place only after one of its parts: "the coast of Tolune", "au large de".
        if token.one_of(&["of", "to", "from", "de", "du", "des", "d", "aus", "von"])
            && !s.before(at, 1).is_some_and(|t| {
                t.one_of(&[
                    "coast", "city", "town", "village", "port", "south", "north", "east", "west", "capital",
                    "large", "ciudad", "ville", "près", "cerca",
                ])
            })
        {
            continue;
        }
        let mut first = at + 1;
        let article = s.at(first).is_some_and(|t| t.one_of(&["the", "la", "el", "le", "der", "den", "dem"]));
        if article {
            first += 1;
        }
        let mut past = first;
        while past < first + MAX_PLACE
            && s.at(past).is_some_and(|t| {
                t.is_word() && t.capital && !t.dated && !s.lexicon.stops.contains(t.word.as_ref())
            })
        {
            past += 1;
        }
        // In German every noun has a capital: a place is a name without an article.
        let german = s.lexicon.lang.as_str() == "de";
        if past == first || german && (article || past > first + 1) {
            continue;
        }
        // "in the Umbo delta"
        if s.at(past).is_some_and(|t| {
            t.one_of(&[
                "delta", "basin", "valley", "province", "region", "strait", "airport", "desert", "islands",
            ])
        }) {
            past += 1;
        }
        found.push((if article { first - 1 } else { first }, past));
    }
    found
}

/// The time the value holds for: a date of its own part of the sentence, the one after it first.
fn as_of(s: &Sentence<'_>, raw: &Raw, from: usize, until: usize, published: Time) -> Option<AsOf> {
    if let Some(quarter) = quarter(s, raw, published) {
        return Some(quarter);
    }
    let start = |at: usize| s.at(at).map_or(s.span.end(), |t| t.start);
    let (value, past) = (start(raw.first), start(raw.next));
    let (low, high) = (start(from), start(until));
    let after = s.dates.iter().find(|d| d.span.start() >= past && d.span.start() < high);
    let before = s.dates.iter().rev().find(|d| d.span.end() <= value && d.span.start() >= low);
    let any = s.dates.iter().rev().find(|d| d.span.end() <= value);
    let found = after.or(before).or(any).or_else(|| s.dates.first().filter(|_| s.dates.len() == 1))?;
    found.value.filter(|w| w.precision() <= Precision::Day).map(AsOf::At)
}

/// "in the second quarter", resolved to the year it must be of.
fn quarter(s: &Sentence<'_>, raw: &Raw, published: Time) -> Option<AsOf> {
    let names: [&[&str]; 4] = [
        &["first", "ersten", "premier", "primer"],
        &["second", "zweiten", "deuxième", "segundo"],
        &["third", "dritten", "troisième", "tercer"],
        &["fourth", "vierten", "quatrième", "cuarto"],
    ];
    let found = |at: usize| {
        let named = s.at(at).is_some_and(|t| t.one_of(&["quarter", "quartal", "trimestre"]));
        if !named {
            return None;
        }
        let back = if s.word_before(at, 1) == "-" { 2 } else { 1 };
        let which = names.iter().position(|names| names.contains(&s.word_before(at, back)))?;
        Some(u8::try_from(which).ok()? + 1)
    };
    let which = (0..s.tokens.len()).find_map(found)?;
    let date = published.known()?.date();
    let now = u8::try_from((date.month() - 1) / 3 + 1).ok()?;
    // A quarter is reported once it is over.
    let year = if which < now { date.year() } else { date.year() - 1 };
    let earlier = (raw.next..s.tokens.len()).take(5).any(|i| s.word(i) == "earlier");
    Some(AsOf::Quarter(if earlier { year - 1 } else { year }, which))
}

/// "according to the council"
fn according(s: &Sentence<'_>) -> Option<Run> {
    (0..s.tokens.len()).find_map(|at| {
        let past = s.lexicon.according.iter().filter_map(|p| s.begins_at(at, p)).max()?;
        if s.word(at) == "so" && s.word_before(at, 1) != "," || s.word(at) == "pour" {
            return None;
        }
        right(s, past)
    })
}

/// The name that begins at `at`.
fn right(s: &Sentence<'_>, at: usize) -> Option<Run> {
    let mut past = at;
    while past < at + MAX_SPEAKER
        && s.at(past).is_some_and(|t| {
            t.is_word() && !t.dated
                || t.glued && t.one_of(&["-", "'"])
                || past > at && t.glued && s.word_before(past, 1) == "'"
        })
    {
        let token = s.at(past)?;
        let word = token.word.as_ref();
        let article = past == at;
        let inner = matches!(
            word,
            "of" | "de" | "du" | "la" | "des" | "der" | "the" | "del" | "by" | "et" | "d" | "l"
        );
        if !article && !inner && (s.lexicon.stops.contains(word) || s.lexicon.says.contains(word)) {
            break;
        }
        past += 1;
    }
    while past > at && s.before(past, 1).is_some_and(|t| s.lexicon.stops.contains(t.word.as_ref())) {
        past -= 1;
    }
    (past > at).then_some((at, past))
}

/// ", the county rescue service said", "said fire chief Lou Barstow", "Police put the number at".
fn said(s: &Sentence<'_>) -> Option<Run> {
    let verb = (0..s.tokens.len())
        .rev()
        .find(|at| s.at(*at).is_some_and(|t| t.is_word() && s.lexicon.says.contains(t.word.as_ref())))?;
    let opens = s.before(verb, 1).is_none_or(|t| t.kind == Kind::Sign);
    let inverted = opens || matches!(s.lexicon.lang.as_str(), "de" | "es") && s.word_before(verb, 1) == ",";
    if inverted {
        let aux = s.at(verb + 1).is_some_and(|t| s.lexicon.auxiliaries.contains(t.word.as_ref()));
        return right(s, if aux { verb + 2 } else { verb + 1 });
    }
    left(s, verb)
}

/// The noun phrase that ends before the verb at `verb`.
fn left(s: &Sentence<'_>, verb: usize) -> Option<Run> {
    let mut last = verb;
    while last > 0
        && s.before(last, 1).is_some_and(|t| {
            s.lexicon.auxiliaries.contains(t.word.as_ref())
                || t.word.ends_with("ly")
                || t.one_of(&["also", "later", "not"])
        })
    {
        last -= 1;
    }
    let mut first = last;
    while first > 0 && last - first < MAX_SPEAKER {
        let Some(token) = s.before(first, 1) else { break };
        let word = token.word.as_ref();
        let glued = token.glued && (token.one_of(&["'", "-"]) || s.word_before(first, 2) == "'");
        let article = matches!(
            word,
            "the" | "a" | "an" | "its" | "their" | "der" | "die" | "das" | "le" | "la" | "el" | "les" | "los"
        );
        if article {
            first -= 1;
            break;
        }
        let inner = matches!(word, "of" | "de" | "du" | "des");
        if !(token.is_word() || glued) || token.dated || s.lexicon.stops.contains(word) && !inner {
            break;
        }
        first -= 1;
    }
    (first < last).then_some((first, last))
}
