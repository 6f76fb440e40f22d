//! Figures: numbers that count or measure something, with what, where, when and who says so, and what two of them are
//! to each other. It compares only what is surely the same thing; where the texts do not say, it answers `unclear`.
//! Start at [`figures()`]; `read` finds values, `around` what belongs to them, `compare` gives verdicts, `groups`
//! sets a story's figures side by side.

mod around;
mod compare;
mod concepts;
mod english;
mod french;
mod german;
mod groups;
mod lexicon;
mod marks;
mod names;
mod nouns;
mod numbers;
mod proper;
mod read;
mod shared_names;
mod spanish;
mod telling;
#[cfg(test)]
mod tests;
mod thing;
mod things;
mod times;
mod tokens;
mod units;
mod values;
#[cfg(test)]
mod verdicts;
mod view;
mod weigh;

pub use compare::{Stated, Verdict, compare};
pub(crate) use groups::groups;
pub use lexicon::Bound;
pub use read::Also;
pub use units::{Measure, Unit};

use crate::quotes::Said;
use around::Memory;
use lexicon::Lexicon;
use read::Purse;
use std::fmt;
use tokens::Sentence;
use wireroom_model::{Lang, Span, Time, When};
use wireroom_text::dates::{DateMention, mentions};
use wireroom_text::sentences::sentences;

/// Figures read of one text.
const MAX_FIGURES: usize = 2_000;

/// The time a value holds for. Displays as `2026-08-12`, `2026-08`, `2026` or `2026-Q2`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AsOf {
    At(When),
    /// A quarter of a year, 1 to 4.
    Quarter(i16, u8),
}

impl fmt::Display for AsOf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::At(when) => when.fmt(f),
            Self::Quarter(year, quarter) => write!(f, "{year:04}-Q{quarter}"),
        }
    }
}

/// One figure of a text; spans are bytes of its body.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// The value's own words, with sign, magnitude, unit and the same sum in other money.
    pub at: Span,
    pub low: f64,
    /// Equal to `low` unless a range is stated.
    pub high: f64,
    /// `None` where things are counted.
    pub unit: Option<Unit>,
    /// The value in the other unit, where two are given as one.
    pub also: Option<Also>,
    /// The words that say what is counted or measured.
    pub what: Option<Span>,
    /// The hedge as written ("at least"), and how it bounds.
    pub hedge: Option<Span>,
    pub bound: Bound,
    /// The verb that says what happened with it.
    pub event: Option<Span>,
    pub place: Option<Span>,
    pub as_of: Option<AsOf>,
    /// Who says so.
    pub speaker: Option<Span>,
    pub sentence: Span,
    /// No number stands there, only its size ("hundreds").
    pub vague: bool,
}

impl Figure {
    /// What its unit measures; `None` where things are counted.
    pub fn measure(&self) -> Option<Measure> {
        self.unit.map(|unit| unit.measure().0)
    }
}

/// The figures of a text in order. Months, weekdays and the like are resolved against `published`; where that is
/// unknown nothing relative is. Cost is linear in the text.
pub fn figures(body: &str, lang: Lang, published: Time) -> Vec<Figure> {
    let (sentences, dates) = (sentences(body, lang), mentions(body, lang, published));
    let told = told(body, lang, published, &sentences, &dates, &Said::of(body, lang));
    told.into_iter().flat_map(|(_, figures)| figures).collect()
}

/// The sentences that have figures, with them, where a text's sentences and dates are at hand, both in order.
fn told<'t>(
    body: &'t str,
    lang: Lang,
    published: Time,
    sentences: &[Span],
    dates: &'t [DateMention],
    said: &Said<'t>,
) -> Vec<(Sentence<'t>, Vec<Figure>)> {
    let lexicon = Lexicon::of(lang);
    let mut purse = Purse::of(body);
    let mut memory = Memory::new(body, published, said);
    let (mut found, mut count) = (Vec::new(), 0);
    let mut rest = dates;
    for span in sentences {
        let before = rest.iter().take_while(|d| d.span.end() <= span.start()).count();
        rest = rest.get(before..).unwrap_or(&[]);
        let inside = rest.iter().take_while(|d| d.span.start() < span.end()).count();
        let sentence = Sentence::new(body, *span, lexicon, rest.get(..inside).unwrap_or(&[]));
        let raws = read::read(&sentence, &mut purse);
        let mut figures = memory.figures(&sentence, &raws);
        figures.truncate(MAX_FIGURES - count);
        count += figures.len();
        if !figures.is_empty() {
            found.push((sentence, figures));
        }
        if count >= MAX_FIGURES {
            break;
        }
    }
    found
}
