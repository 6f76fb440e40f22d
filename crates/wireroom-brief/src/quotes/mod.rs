//! Direct quotes of one text and who says them, by ordered rules over marks and verbs.
//! It refuses to guess: where no rule fits, the quote has no speaker. Scare quotes and titles have none.
//! Start at [`quotes`]; `marks` finds the passages, `speaker` names who says them.

mod english;
mod french;
mod german;
mod marks;
mod spanish;
mod speaker;
mod subject;
#[cfg(test)]
mod tests;
mod tokens;
mod turns;
mod verbs;

use std::cell::OnceCell;
use wireroom_model::{Lang, Span};

/// One quoted passage, in text order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quote {
    /// The inside of the marks (bytes of the text).
    pub span: Span,
    /// The words that name the speaker, as written ("Mara Voss", "the minister", "she").
    pub speaker: Option<Span>,
}

/// What is quoted in a text: read once, where somebody asks.
#[derive(Debug)]
pub(crate) struct Said<'t> {
    body: &'t str,
    lang: Lang,
    found: OnceCell<Vec<Quote>>,
}

impl<'t> Said<'t> {
    pub(crate) const fn of(body: &'t str, lang: Lang) -> Self {
        Self { body, lang, found: OnceCell::new() }
    }

    pub(crate) fn quotes(&self) -> &[Quote] {
        self.found.get_or_init(|| quotes(self.body, self.lang))
    }
}

/// The quotes of `text`. Paragraphs are separated by an empty line. An unknown language reads as English.
///
/// A quote that runs over paragraphs gives one quote for each, with the same speaker. In a transcript the
/// turns are the quotes. Cost is linear in the text.
pub fn quotes(text: &str, lang: Lang) -> Vec<Quote> {
    let paragraphs = paragraphs(text);
    if let Some(turns) = turns::turns(text, &paragraphs) {
        return turns;
    }
    let passages = marks::passages(text, &paragraphs);
    let mut found: Vec<Quote> = passages.iter().map(|p| Quote { span: p.inside, speaker: None }).collect();
    let Some(grammar) = verbs::Grammar::of(lang) else { return found };
    let facts = |index: usize| {
        let passage = passages.get(index);
        let inside = passage.and_then(|p| p.inside.of(text)).unwrap_or("");
        speaker::Facts { words: speaker::word_count(inside), carried: passage.is_some_and(|p| p.carried) }
    };
    let mut memory = speaker::Memory::default();
    let mut rest = passages.iter().copied().enumerate().peekable();
    for (number, &range) in paragraphs.iter().enumerate() {
        let mut here = Vec::new();
        while let Some(next) = rest.next_if(|(_, p)| p.outer.start() < range.1) {
            here.push(next);
        }
        // A paragraph without quotes matters to one with them right after it.
        let heard = paragraphs
            .get(number + 1)
            .is_some_and(|next| rest.peek().is_some_and(|(_, p)| p.outer.start() < next.1));
        if here.is_empty() && !heard {
            memory = speaker::Memory::default();
            continue;
        }
        let sentences = tokens::sentences(text, range, &here, grammar);
        speaker::Paragraph { sentences, grammar }.speakers(&facts, &mut memory, &mut |index, who| {
            if let Some(quote) = found.get_mut(index) {
                quote.speaker = who;
            }
        });
    }
    // Naming the first paragraph of a quote by the tag in its last was tried: of three on the training texts none was right.
    found
}

/// Whether a folded word is a form of a verb that presents somebody's words, in the languages with rules.
pub(crate) fn says(word: &str, lang: Lang) -> bool {
    let said = verbs::Grammar::of(lang).and_then(|grammar| grammar.said(word));
    said.is_some_and(|said| said.strength != verbs::Strength::Weak)
}

/// The byte ranges of the lines that hold anything.
fn paragraphs(text: &str) -> Vec<(usize, usize)> {
    let mut start = 0;
    let mut ranges = Vec::new();
    for line in text.split_inclusive('\n') {
        let held = line.trim();
        let lead = line.len() - line.trim_start().len();
        if !held.is_empty() {
            ranges.push((start + lead, start + lead + held.len()));
        }
        start += line.len();
    }
    ranges
}
