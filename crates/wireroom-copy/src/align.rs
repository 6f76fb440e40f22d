//! The alignment of two texts: passages that both print, tolerant of small edits, with spans in both.
//! It refuses to judge: relations are decided in the window, from these figures.
//! Start at [`align`].

use crate::print::numbered;
use crate::runs::{Probe, passages};
use serde::{Deserialize, Serialize};
use wireroom_model::Span;
use wireroom_text::words::Word;

/// One passage that both texts print. Spans are bytes and stand on word edges.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Passage {
    pub a: Span,
    pub b: Span,
    /// Words that are the same in both.
    pub words: u32,
    /// True where every word of the passage is the same.
    pub exact: bool,
}

/// What two texts have in common.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Alignment {
    /// In the order of `a`; no word of either text stands in two passages.
    pub passages: Vec<Passage>,
    /// The share of `a`'s words that stand in a passage, 0 to 1.
    pub a_in_b: f64,
    /// The share of `b`'s words that stand in a passage, 0 to 1.
    pub b_in_a: f64,
    /// The longest run of equal words.
    pub longest_run_words: u32,
}

/// Aligns two normalised texts; the same from both sides. A passage is made of runs of five equal words and more, and
/// of shorter ones beyond their ends, with at most eight words of edits between them. Of texts past 8,192 words the
/// rest is not looked at.
pub fn align(a: &str, b: &str) -> Alignment {
    // Where words repeat, several alignments are as good: which one is told must not depend on who is asked first.
    if (a.len(), a) <= (b.len(), b) { aligned(a, b) } else { aligned(b, a).turned() }
}

fn aligned(a: &str, b: &str) -> Alignment {
    let (a_words, a_numbers) = numbered(a);
    let (b_words, b_numbers) = numbered(b);
    let runs = Probe::new(&a_numbers).runs(&b_numbers);
    let longest = runs.iter().map(|run| run.len).max().unwrap_or(0);
    let stretches = passages(&runs);
    let share = |covered: usize, all: usize| if all == 0 { 0.0 } else { covered as f64 / all as f64 };
    let a_in_b = share(stretches.iter().map(|s| s.a.1 - s.a.0).sum(), a_words.len());
    let b_in_a = share(stretches.iter().map(|s| s.b.1 - s.b.0).sum(), b_words.len());
    let mut found: Vec<Passage> = stretches
        .iter()
        .filter_map(|s| {
            Some(Passage {
                a: words_span(a, &a_words, s.a)?,
                b: words_span(b, &b_words, s.b)?,
                words: count(s.equal),
                exact: s.equal == s.a.1 - s.a.0 && s.equal == s.b.1 - s.b.0,
            })
        })
        .collect();
    found.sort_by_key(|passage| passage.a);
    Alignment { passages: found, a_in_b, b_in_a, longest_run_words: count(longest) }
}

impl Alignment {
    /// The same from the other side.
    fn turned(mut self) -> Self {
        for passage in &mut self.passages {
            std::mem::swap(&mut passage.a, &mut passage.b);
        }
        self.passages.sort_by_key(|passage| passage.a);
        Self { a_in_b: self.b_in_a, b_in_a: self.a_in_b, ..self }
    }
}

/// The span from the first word of a half-open range to the end of its last.
pub(crate) fn words_span(text: &str, words: &[Word<'_>], range: (usize, usize)) -> Option<Span> {
    let first = words.get(range.0)?;
    let last = words.get(range.1.checked_sub(1)?)?;
    Span::new(text, first.start, last.end())
}

pub(crate) fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
