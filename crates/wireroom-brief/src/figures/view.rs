//! What comparing needs to know of a figure beyond its value: the names, times and concepts of its sentence.
//! Everything is folded and sorted, so that two of them are compared without their texts.
//! Start at [`View::new`].

use super::concepts::{self, Class, Concept};
use super::lexicon::Lexicon;
use super::marks::Marks;
use super::tokens::{Kind, Sentence, Token};
use super::{AsOf, Figure};
use crate::stop;
use std::collections::BTreeSet;
use std::sync::{Arc, OnceLock};
use wireroom_model::{Lang, Precision, Span, When};
use wireroom_text::dates::DateMention;
use wireroom_text::hash::word_v1;
use wireroom_text::stems;

/// Tokens around a value in which the words are its own.
const NEAR: usize = 7;
/// The classes, in their order.
const CLASSES: [Class; 5] = [Class::Fate, Class::Group, Class::Thing, Class::Account, Class::Matter];
/// Seconds, the first and the last.
pub(super) type Range = (i64, i64);

#[derive(Debug, Clone)]
pub(super) struct View {
    /// Proper names, and words that may be one (a sentence's first).
    pub(super) names: BTreeSet<String>,
    pub(super) weak: BTreeSet<String>,
    /// The words of the place, where the sentence itself names it.
    pub(super) place: BTreeSet<String>,
    pub(super) dates: Vec<Range>,
    /// A date that was not resolved.
    pub(super) undated: bool,
    pub(super) as_of: Option<Range>,
    /// Part of the day, 0 to 23.
    pub(super) hour: Option<u8>,
    /// Concepts of the words around the value by class, in the order of their names.
    own: [Vec<&'static str>; CLASSES.len()],
    /// Concepts of the sentence, sorted.
    all: Arc<[Concept]>,
    /// The stem of the word that says what is counted.
    pub(super) head: Option<String>,
    /// The time it names is where the count began ("since October").
    pub(super) since: bool,
    /// The value is how much something changed.
    pub(super) change: bool,
    /// Somebody has so many ("the farmer has 120 cows"): no verb says what befell them.
    pub(super) owned: bool,
    /// Names that "and" joins: what is told is of both.
    pub(super) joined: Arc<[(String, String)]>,
}

/// A sentence as all its figures see it.
#[derive(Debug)]
pub(super) struct Around<'t> {
    pub(super) lang: Lang,
    s: Sentence<'t>,
    // Each is drawn when a comparison first asks for it.
    drawn: OnceLock<Drawn>,
    stems: OnceLock<Stemmed>,
    marks: OnceLock<Marks>,
}

#[derive(Debug)]
struct Stemmed {
    /// For each token its stem's hash, where it carries matter.
    by_token: Vec<Option<u64>>,
    /// All of them, sorted, each once.
    all: Vec<u64>,
}

#[derive(Debug)]
struct Drawn {
    all: Arc<[Concept]>,
    /// For each token what it stands for.
    concepts: Vec<&'static [Concept]>,
    hour: Option<u8>,
    since: bool,
    joined: Arc<[(String, String)]>,
}

impl<'t> Around<'t> {
    pub(super) fn body(&self) -> &'t str {
        self.s.body
    }

    /// `dates` are those of the sentence, or of the whole body; in their order.
    pub(super) fn new(body: &'t str, lang: Lang, sentence: Span, dates: &'t [DateMention]) -> Self {
        let holds = |d: &DateMention| sentence.holds(d.span);
        let from = dates.iter().position(holds).and_then(|first| dates.get(first..)).unwrap_or(&[]);
        let own = from.get(..from.iter().take_while(|d| holds(d)).count()).unwrap_or(&[]);
        Self::of(Sentence::new(body, sentence, Lexicon::of(lang), own), lang)
    }

    /// The same of a sentence that was read.
    pub(super) fn of(s: Sentence<'t>, lang: Lang) -> Self {
        Self { lang, s, drawn: OnceLock::new(), stems: OnceLock::new(), marks: OnceLock::new() }
    }

    fn stemmed(&self) -> &Stemmed {
        self.stems.get_or_init(|| {
            let by_token = stems_of(&self.s, self.lang);
            let mut all: Vec<u64> = by_token.iter().flatten().copied().collect();
            all.sort_unstable();
            all.dedup();
            Stemmed { by_token, all }
        })
    }

    pub(super) fn stems(&self) -> &[u64] {
        &self.stemmed().all
    }

    pub(super) fn stems_near(&self, figure: &Figure) -> Vec<u64> {
        let by_token = &self.stemmed().by_token;
        let mut stems: Vec<u64> =
            near(&self.s, figure).filter_map(|at| by_token.get(at).copied().flatten()).collect();
        stems.sort_unstable();
        stems.dedup();
        stems
    }

    /// The sentence says that the count has ended.
    pub(super) fn ends(&self) -> bool {
        self.has(&[
            "final",
            "closing",
            "definitive",
            "definitiven",
            "definitivo",
            "définitifs",
            "définitif",
            "definitivos",
            "endgültig",
            "endgültigen",
            "endgültige",
            "inquiry",
        ])
    }

    /// It says that the count goes on.
    pub(super) fn goes_on(&self) -> bool {
        self.has(&[
            "now",
            "far",
            "still",
            "grown",
            "climbed",
            "reached",
            "already",
            "risen",
            "rises",
            "rose",
            "remain",
            "jetzt",
            "inzwischen",
            "bisher",
            "gestiegen",
            "désormais",
            "ahora",
            "todavía",
            "primeros",
            "asciende",
        ])
    }

    fn has(&self, words: &[&str]) -> bool {
        self.s.tokens.iter().any(|t| t.one_of(words))
    }

    pub(super) fn marks(&self) -> Marks {
        *self.marks.get_or_init(|| Marks::of(&self.s, self.lang))
    }

    fn drawn(&self) -> &Drawn {
        self.drawn.get_or_init(|| Drawn::of(&self.s, self.lang))
    }
}

impl Drawn {
    fn of(s: &Sentence<'_>, lang: Lang) -> Self {
        let stands_for = |t: &Token<'_>| if t.is_word() { concepts::of(&t.word, lang) } else { &[] };
        let concepts: Vec<&'static [Concept]> = s.tokens.iter().map(stands_for).collect();
        let mut all: Vec<Concept> = concepts.iter().copied().flatten().copied().collect();
        all.sort_unstable();
        all.dedup();
        Self { all: all.into(), concepts, hour: hour(s), since: since(s), joined: joined(s) }
    }
}

impl View {
    pub(super) fn new(around: &Around<'_>, figure: &Figure) -> Self {
        let (s, lang, drawn) = (&around.s, around.lang, around.drawn());
        let (body, dates) = (s.body, s.dates);
        let (names, weak) = names(s, figure);
        let mut ranges: Vec<Range> = dates.iter().filter_map(|d| d.value.and_then(range)).collect();
        if let Some(whole) = months(s, dates) {
            ranges = vec![whole];
        }
        let as_of = match figure.as_of {
            Some(AsOf::Quarter(year, quarter)) => {
                ranges.retain(|(a, b)| b - a < 40 * 86_400);
                let range = quarter_range(year, quarter);
                ranges.extend(range);
                range
            }
            Some(AsOf::At(when)) => range(when)
                .map(|own| if ranges.len() == 1 { ranges.first().copied().unwrap_or(own) } else { own }),
            None => None,
        };
        ranges.sort_unstable();
        ranges.dedup();
        let concepts = near(s, figure).filter_map(|at| drawn.concepts.get(at).copied());
        let near: BTreeSet<Concept> = concepts.flatten().copied().collect();
        let own = CLASSES.map(|class| near.iter().filter(|c| c.class == class).map(|c| c.name).collect());
        let place = figure.place.filter(|p| figure.sentence.holds(*p)).and_then(|p| p.of(body));
        Self {
            names,
            weak,
            place: place.map(name_words).unwrap_or_default(),
            dates: ranges,
            undated: dates.iter().any(|d| d.value.is_none()),
            as_of,
            hour: drawn.hour,
            own,
            all: Arc::clone(&drawn.all),
            head: figure.what.and_then(|w| head(body, w, lang)),
            since: drawn.since,
            change: is_change(s, figure),
            owned: owned(s, figure),
            joined: Arc::clone(&drawn.joined),
        }
    }

    /// Concepts of one class.
    pub(super) fn of(&self, class: Class) -> &[&'static str] {
        let at = CLASSES.iter().position(|one| *one == class);
        at.and_then(|at| self.own.get(at)).map_or(&[], Vec::as_slice)
    }

    pub(super) fn has(&self, class: Class, name: &str) -> bool {
        self.all.iter().any(|c| c.class == class && c.name == name)
    }
}

pub(super) fn range(when: When) -> Option<Range> {
    (when.precision() <= Precision::Day).then(|| (when.unix(), when.sort_key()))
}

fn quarter_range(year: i16, quarter: u8) -> Option<Range> {
    let first = i8::try_from(quarter.clamp(1, 4) * 3 - 2).ok()?;
    let from = When::from_date(year, Some(first), None)?;
    let to = When::from_date(year, Some(first + 2), None)?;
    Some((from.unix(), to.sort_key()))
}

/// "between July and September" is one stretch.
fn months(s: &Sentence<'_>, dates: &[DateMention]) -> Option<Range> {
    let [a, b] = dates else { return None };
    let (from, to) = (a.value?, b.value?);
    if from.precision() != to.precision() || a.span.end() >= b.span.start() {
        return None;
    }
    let between = s.tokens.iter().filter(|t| t.start >= a.span.end() && t.end <= b.span.start());
    let joined = between
        .map(|t| t.word.as_ref())
        .all(|w| ["and", "y", "et", "und", "to", "bis", "à", "a", "-", "–"].contains(&w));
    let to_year = if to.date().month() < from.date().month() {
        to.date().year()
    } else {
        from.date().year().max(to.date().year())
    };
    let start = When::from_date(
        to_year,
        Some(from.date().month()),
        (from.precision() == Precision::Day).then(|| from.date().day()),
    )?;
    (joined && start.unix() < to.sort_key()).then(|| (start.unix(), to.sort_key()))
}

/// The part of the day that the sentence speaks of, by its middle hour.
fn hour(s: &Sentence<'_>) -> Option<u8> {
    let parts: [(&[&str], u8); 6] = [
        (&["dawn", "breakfast", "sunrise"], 6),
        (&["morning", "matin", "früh"], 9),
        (&["noon", "midday", "mittag", "midi", "mediodía"], 12),
        (&["afternoon", "nachmittag", "tarde"], 15),
        (&["evening", "abend", "soir"], 19),
        (&["night", "nacht", "nuit", "noche", "midnight"], 23),
    ];
    let named = parts.iter().find(|(words, _)| {
        s.tokens.iter().any(|t| t.one_of(words) || words.iter().any(|w| t.dated && t.word.ends_with(*w)))
    });
    if let Some((_, hour)) = named {
        return Some(*hour);
    }
    (0..s.tokens.len()).find_map(|at| {
        let token = s.at(at).filter(|t| t.kind == Kind::Number)?;
        let number: f64 = token.word.parse().ok()?;
        let half = match s.word(at + 1) {
            "am" => 0.0,
            "pm" => 12.0,
            _ => return None,
        };
        // Whole hours of a clock.
        (number <= 12.0).then_some((number + half) as u8)
    })
}

/// Strong names and weak ones: words with a capital, dates and the figure's own words aside.
fn names(s: &Sentence<'_>, figure: &Figure) -> (BTreeSet<String>, BTreeSet<String>) {
    let (mut names, mut weak) = (BTreeSet::new(), BTreeSet::new());
    for (at, token) in s.tokens.iter().enumerate() {
        let own = token.start >= figure.at.start() && token.end <= figure.at.end();
        let short = token.word.chars().count() < 3;
        if !token.is_word()
            || !token.capital
            || token.dated
            || own
            || short
            || s.lexicon.numbers.contains_key(token.word.as_ref())
        {
            continue;
        }
        if s.lexicon.stops.contains(token.word.as_ref()) {
            continue;
        }
        let possessed = s.word(at + 1) == "'";
        let runs = s.at(at + 1).is_some_and(|t| t.capital && t.is_word() && !t.dated);
        if s.opens(at) && !possessed && !runs || s.lexicon.lang.as_str() == "de" {
            weak.insert(token.word.to_string());
        } else {
            names.insert(token.word.to_string());
        }
    }
    (names, weak)
}

/// The word before the value is "has", hedges aside, and no verb says what befell those counted.
fn owned(s: &Sentence<'_>, figure: &Figure) -> bool {
    let hedge = figure.hedge.filter(|h| h.start() < figure.at.start());
    let start = hedge.unwrap_or(figure.at).start();
    let Some(before) = s.tokens.iter().rfind(|t| t.end <= start) else { return false };
    let has = ["has", "have", "hat", "haben", "possède", "compte", "tiene", "tienen", "cuenta"];
    figure.unit.is_none() && figure.event.is_none() && before.one_of(&has)
}

/// "Corran and Leith".
fn joined(s: &Sentence<'_>) -> Arc<[(String, String)]> {
    let name =
        |at: usize| s.at(at).filter(|t| t.is_word() && t.capital && !t.dated && t.word.chars().count() > 2);
    let and = |at: &usize| s.at(*at).is_some_and(|t| t.one_of(&["and", "und", "et", "y", "e"]));
    (1..s.tokens.len())
        .filter(and)
        .filter_map(|at| Some((name(at - 1)?.word.to_string(), name(at + 1)?.word.to_string())))
        .collect()
}

fn name_words(text: &str) -> BTreeSet<String> {
    let capital = |w: &&str| w.chars().next().is_some_and(char::is_uppercase);
    text.split(|c: char| !c.is_alphanumeric()).filter(capital).map(wireroom_text::words::fold).collect()
}

/// The tokens of what is counted, of the verb, and of the figure's own clause.
fn near(s: &Sentence<'_>, figure: &Figure) -> impl Iterator<Item = usize> {
    let inside = |t: &Token<'_>, span: Span| t.start < span.end() && span.start() < t.end;
    let at = s.tokens.iter().position(|t| inside(t, figure.at)).unwrap_or(0);
    let past = s.tokens.iter().rposition(|t| inside(t, figure.at)).unwrap_or(at) + 1;
    let ends = |t: &Token<'_>| t.kind == Kind::Sign && t.one_of(&[";", ":", "(", ")", "—", "–"]);
    let goes = |token: &usize| s.at(*token).is_some_and(|t| !ends(t) && t.kind != Kind::Number);
    let mut found: Vec<usize> = (past..s.tokens.len()).take(NEAR).take_while(goes).collect();
    found.extend((0..at).rev().take(NEAR).take_while(goes));
    for span in [figure.what, figure.event].into_iter().flatten() {
        found.extend((0..s.tokens.len()).filter(|token| s.at(*token).is_some_and(|t| inside(t, span))));
    }
    found.into_iter()
}

/// The last word of a phrase that may go on ("bags of rice"), as a stem.
fn head(body: &str, what: Span, lang: Lang) -> Option<String> {
    let mut words = what.of(body)?.split(|c: char| !c.is_alphanumeric()).filter(|w| w.chars().count() > 2);
    words.next_back().map(|word| stems::stem(&wireroom_text::words::fold(word), lang).into_owned())
}

/// A date that begins a count: "since October", "the war that began in October".
fn since(s: &Sentence<'_>) -> bool {
    let has = |words: &[&str]| s.tokens.iter().any(|t| t.one_of(words));
    let from = (0..s.tokens.len()).any(|at| s.word(at) == "desde" && s.at(at + 1).is_some_and(|t| t.dated));
    let war = has(&["war", "krieg", "guerre", "guerra", "conflict", "genocide", "offensive"]);
    from || has(&["since", "seit", "depuis"])
        || war && has(&["began", "launched", "start", "started", "broke"])
}

/// "rose 6.3 percent", "a gain of 7.4 points", "grew by 21 percent".
fn is_change(s: &Sentence<'_>, figure: &Figure) -> bool {
    let at = s.tokens.iter().position(|t| t.end > figure.at.start()).unwrap_or(0);
    let by = ["by", "um", "de", "un", "up", "down", "rise", "gain", "drop", "increase"]
        .contains(&s.word_before(at, 1));
    let verb = (1..=4).any(|back| {
        let word = s.word_before(at, back);
        [
            "rose", "rise", "grew", "fell", "gain", "climb", "drop", "jump", "went", "stieg", "sank",
            "wuchs", "fiel", "augment", "reculé", "creció", "subió", "cayó", "bajó", "widen", "lift",
            "increas", "decreas",
        ]
        .iter()
        .any(|stem| word.starts_with(stem))
    });
    let share = figure.unit.is_some_and(|u| matches!(u.as_str(), "percent" | "points" | "share"));
    let to = matches!(s.word_before(at, 1), "to" | "at" | "auf" | "à" | "hasta" | "al");
    share && verb && (by || !to)
}

fn stems_of(s: &Sentence<'_>, lang: Lang) -> Vec<Option<u64>> {
    let stems = stems::Stems::of(lang);
    let carries = |t: &Token<'_>| t.is_word() && !t.dated && !t.capital && stop::carries(&t.word, lang);
    s.tokens.iter().map(|t| carries(t).then(|| word_v1(&stems.stem(&t.word)))).collect()
}
