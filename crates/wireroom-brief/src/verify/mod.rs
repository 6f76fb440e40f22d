//! Whether cited words carry a sentence: for claims of anybody ([`verify`]) and for sentences that a writer made of ours
//! ([`faithful`]). It compares words, numbers, names, dates, quoted words, speakers, negation and reserve; it knows nothing
//! of the world, and never says that something is true. A sentence that passes is carried, not fact-checked.
//! Start at [`faithful`], then `slots` (what stands where), `stance`, `quoted`; `measure` has the score of a claim.

mod measure;
mod names;
mod number_words;
mod numbers;
mod quoted;
mod reason;
mod slots;
mod stance;
#[cfg(test)]
mod tests;
mod tokens;

pub use measure::Measures;
pub use reason::Reason;

use crate::quotes;
use measure::Measured;
use slots::Held;
use tokens::Read;
use wireroom_model::{Lang, Span, Time};

/// Longest sentence and longest evidence item that are read, in bytes; what is longer is cut there.
const MAX_SENTENCE: usize = 4_000;
const MAX_EVIDENCE: usize = 400_000;
/// Evidence items read.
const MAX_ITEMS: usize = 2_000;

/// Less of a sentence's weight than this in its cited words, and it says something else. Over our own texts the
/// freest true retellings have half; lower lets invented clauses pass.
const ENOUGH: f64 = 0.5;

/// What the evidence does for a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    Supported,
    Unsupported,
    /// The evidence has most of the claim, and something else in one place of it.
    Contradicted,
    /// Nothing to judge by: no evidence, no words, or as much for as against.
    Unclear,
}

impl Verdict {
    /// The word in rows.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Supported => "supported",
            Self::Unsupported => "unsupported",
            Self::Contradicted => "contradicted",
            Self::Unclear => "unclear",
        }
    }
}

/// Words that are cited for a sentence, and when they were published, which their "Tuesday" depends on.
#[derive(Debug, Clone, Copy)]
pub struct Passage<'a> {
    pub text: &'a str,
    pub lang: Lang,
    pub published: Time,
}

/// A sentence of the evidence that carries words of the claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Carrier {
    /// Index into the evidence.
    pub evidence: usize,
    /// Bytes of that evidence.
    pub span: Span,
}

/// A claim against its evidence.
#[derive(Debug, Clone, PartialEq)]
pub struct Verification {
    pub verdict: Verdict,
    /// 0 to 1; from one half on the claim counts as supported.
    pub score: f64,
    /// At most three, in the order of the evidence.
    pub carriers: Vec<Carrier>,
    pub reasons: Vec<Reason>,
    pub measures: Measures,
}

/// A writer's sentence against the words it cites.
#[derive(Debug, Clone, PartialEq)]
pub struct Faithful {
    /// Empty: the sentence may be shown.
    pub reasons: Vec<Reason>,
    pub carriers: Vec<Carrier>,
}

impl Faithful {
    /// Whether every check passed.
    pub fn holds(&self) -> bool {
        self.reasons.is_empty()
    }
}

/// Whether the evidence supports the claim, as far as words tell. Deterministic; linear in the evidence.
///
/// `Supported` needs a score of one half; a claim that says something else than
/// most of its own words in the evidence is `Contradicted`. An unknown language reads as English.
pub fn verify(claim: &str, evidence: &[&str], lang: Lang) -> Verification {
    let passage = |text| Passage { text, lang, published: Time::Unknown };
    let passages: Vec<Passage<'_>> = evidence.iter().map(|text| passage(text)).collect();
    let (said, sources) = read(claim, &passages);
    let Measured { measures, carriers } = measure::measure(&said, &sources);
    let carriers = carriers_of(&sources, &carriers);
    if said.tokens.iter().all(|t| !t.matter) || sources.iter().all(|s| s.tokens.is_empty()) {
        let reasons = vec![Reason::NothingCited];
        return Verification {
            verdict: Verdict::Unclear,
            score: 0.0,
            carriers: Vec::new(),
            reasons,
            measures,
        };
    }
    let reasons = reasons(&said, &sources, &measures);
    let score = measures.score(&reasons);
    let against = reasons.iter().any(Reason::contradicts);
    let verdict = if score >= SUPPORTED {
        Verdict::Supported
    } else if against && measures.carried >= ENOUGH {
        Verdict::Contradicted
    } else if score >= SUPPORTED - DOUBT {
        Verdict::Unclear
    } else {
        Verdict::Unsupported
    };
    Verification { verdict, score, carriers, reasons, measures }
}

/// The score from which on a claim counts as supported.
const SUPPORTED: f64 = 0.5;
/// Below it, a score this near is unclear.
const DOUBT: f64 = 0.1;

/// Whether a sentence says nothing that its cited words do not: every number, name, date and quoted word found, in the
/// place the source gives it, by the same speaker, with the same negation and reserve, and enough of the words.
///
/// It would rather refuse a true sentence than pass a false one; what it refuses is replaced by the words themselves.
pub fn faithful(sentence: &str, cited: &[Passage<'_>]) -> Faithful {
    let (said, sources) = read(sentence, cited);
    if sources.iter().all(|s| s.tokens.is_empty()) {
        return Faithful { reasons: vec![Reason::NothingCited], carriers: Vec::new() };
    }
    let Measured { measures, carriers } = measure::measure(&said, &sources);
    Faithful { reasons: reasons(&said, &sources, &measures), carriers: carriers_of(&sources, &carriers) }
}

fn read<'t>(sentence: &'t str, cited: &[Passage<'t>]) -> (Read<'t>, Vec<Read<'t>>) {
    let lang = cited.first().map_or(Lang::EN, |p| p.lang);
    let published = cited.iter().map(|p| p.published).find(|p| p.is_known()).unwrap_or(Time::Unknown);
    let said = Read::new(head(sentence, MAX_SENTENCE), lang, published);
    let passages = cited.iter().take(MAX_ITEMS);
    (said, passages.map(|p| Read::new(head(p.text, MAX_EVIDENCE), p.lang, p.published)).collect())
}

/// The first bytes of a text, up to a character's edge.
fn head(text: &str, most: usize) -> &str {
    let end = (0..=most.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    text.get(..end).unwrap_or("")
}

fn carriers_of(sources: &[Read<'_>], chosen: &[(usize, usize)]) -> Vec<Carrier> {
    let mut carriers: Vec<Carrier> = chosen
        .iter()
        .filter_map(|&(evidence, sentence)| {
            Some(Carrier { evidence, span: *sources.get(evidence)?.sentences.get(sentence)? })
        })
        .collect();
    carriers.sort();
    carriers
}

/// Everything wrong with a sentence, in the order of its places, each thing once.
fn reasons(said: &Read<'_>, sources: &[Read<'_>], measures: &Measures) -> Vec<Reason> {
    let own = quotes::quotes(said.text, said.lang);
    let mut reasons = Vec::new();
    for held in slots::held(said) {
        reasons.extend(place(said, held, sources));
    }
    reasons.extend(quoted::missing(said, &own, sources));
    reasons.extend(quoted::speakers(said, &own, sources));
    reasons.extend(stance::negated(said, sources));
    reasons.extend(stance::hedge_dropped(said, sources));
    if measures.found < ENOUGH {
        // A share of 0 to 1.
        reasons.push(Reason::TooFewWords { percent: (measures.found * 100.0).clamp(0.0, 100.0) as u8 });
    }
    let mut once = Vec::new();
    for reason in reasons {
        if !once.contains(&reason) {
            once.push(reason);
        }
    }
    once
}

/// What is wrong with one number, name or date.
fn place(said: &Read<'_>, held: Held<'_>, sources: &[Read<'_>]) -> Option<Reason> {
    let (first, past) = held.tokens();
    let words = || said.words(first, past).to_owned();
    let missing = match held {
        Held::Number(number) => {
            let found = sources.iter().any(|s| s.numbers.iter().any(|o| number.fits(o)));
            (!found && !dated_there(said, first, past, sources))
                .then(|| Reason::NumberMissing { said: words() })
        }
        Held::Date(date) => {
            let found = sources.iter().any(|s| s.dates.iter().any(|o| slots::says_date(said, date, s, o)));
            (!found && !dated_there(said, first, past, sources))
                .then(|| Reason::DateMissing { said: words() })
        }
        Held::Name(name) => {
            let mut tokens = said.tokens.get(first..past).unwrap_or_default().iter().filter(|t| t.matter);
            let missing = tokens.find(|t| !sources.iter().any(|s| names::has(s, said, t)));
            let missing = missing
                .filter(|_| !name.doubtful)
                .map(|t| Reason::NameMissing { said: t.span.of(said.text).unwrap_or("").to_owned() });
            missing.or_else(|| names::chimera(said, name, sources))
        }
    };
    missing.or_else(|| slots::other(said, held, sources))
}

/// Whether the words stand in a source in the same order: a date read as a number there, or the other way round.
fn dated_there(said: &Read<'_>, first: usize, past: usize, sources: &[Read<'_>]) -> bool {
    let run = said.tokens.get(first..past).unwrap_or_default();
    !run.is_empty()
        && sources.iter().any(|source| {
            source
                .tokens
                .windows(run.len())
                .any(|held| held.iter().zip(run).all(|(a, b)| a.folded == b.folded))
        })
}

/// Whether one of two sentences of one language denies what the other says. Both are taken to tell of one thing.
pub(crate) fn denies(one: &str, other: &str, lang: Lang) -> bool {
    let read = |text| Read::new(text, lang, Time::Unknown);
    stance::negated(&read(one), &[read(other)]).is_some()
}
