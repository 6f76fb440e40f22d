//! A body as blocks: headings, paragraphs, the turns of a transcript; each paragraph in pieces, so that cited and
//! pointed-at passages can be lit. Everything is plain text here; the template escapes it.

use std::collections::BTreeSet;
use wireroom_model::{CharSpan, Section, Turn};

/// A speaker's label in the body is short; a longer paragraph before a turn is text of its own (characters).
const MAX_LABEL: usize = 120;
/// A word that is kept together with the mark after it (characters); a longer one would not fit a narrow line.
const MAX_LAST: usize = 18;

/// One block of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    Heading(String),
    Paragraph(Vec<Piece>),
    Turn { speaker: String, role: Option<String>, paragraphs: Vec<Vec<Piece>> },
}

/// A run of text, lit or not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    pub text: String,
    /// The passage that the address points at; the first such piece of a text carries the anchor.
    pub here: bool,
    pub anchor: bool,
    /// Cited by the story: the number of the mark, printed where the passage ends.
    pub lit: bool,
    pub mark: Option<usize>,
    /// Where a mark follows: the last word of `text`, which does not part from it.
    pub last: String,
}

/// What is lit in a text (characters of the body).
#[derive(Debug, Clone, Default)]
pub struct Lights<'a> {
    pub here: Option<CharSpan>,
    pub cited: &'a [(usize, CharSpan)],
}

impl Lights<'_> {
    /// The number of a passage that ends here; a quote within a sentence that goes on lit has no mark of its own.
    fn mark_at(&self, end: usize) -> Option<usize> {
        let goes_on = |of: usize| {
            self.cited.iter().any(|(number, span)| *number == of && span.start < end && end < span.end)
        };
        let ends = self.cited.iter().find(|(number, span)| span.end == end && !goes_on(*number));
        ends.map(|(number, _)| *number)
    }
}

/// Sets a body.
pub fn blocks(body: &str, sections: &[Section], turns: &[Turn], lights: &Lights<'_>) -> Vec<Block> {
    let mut out =
        if turns.is_empty() { plain(body, 0, sections, lights) } else { transcript(body, turns, lights) };
    anchor_once(&mut out);
    out
}

fn plain(text: &str, start: usize, sections: &[Section], lights: &Lights<'_>) -> Vec<Block> {
    paragraphs(text, start)
        .map(|(at, paragraph)| {
            if sections.iter().any(|section| section.start == at) {
                Block::Heading(paragraph.to_owned())
            } else {
                Block::Paragraph(pieces(paragraph, at, lights))
            }
        })
        .collect()
}

/// Paragraphs with the number of characters before each.
fn paragraphs(text: &str, start: usize) -> impl Iterator<Item = (usize, &str)> {
    let mut at = start;
    text.split("\n\n").filter_map(move |paragraph| {
        let here = at;
        at += paragraph.chars().count() + 2;
        (!paragraph.trim().is_empty()).then_some((here, paragraph))
    })
}

/// Finds each turn's words in the body, in order; what stands between turns is a label or text of its own.
fn transcript(body: &str, turns: &[Turn], lights: &Lights<'_>) -> Vec<Block> {
    let (mut out, mut seen) = (Vec::new(), BTreeSet::new());
    let (mut rest, mut at) = (body, 0_usize);
    for turn in turns {
        let mut said = Vec::new();
        for (nth, paragraph) in turn.text.split("\n\n").filter(|text| !text.trim().is_empty()).enumerate() {
            let found = rest.find(paragraph).and_then(|byte| rest.split_at_checked(byte));
            let Some((before, after)) = found else {
                said.push(pieces(paragraph, usize::MAX / 2, &Lights::default()));
                continue;
            };
            if nth == 0 {
                out.extend(between(before, at, &turn.speaker, lights));
            }
            at += before.chars().count();
            said.push(pieces(paragraph, at, lights));
            at += paragraph.chars().count();
            rest = after.get(paragraph.len()..).unwrap_or_default();
        }
        // A role is said once; beside the text it stands for all turns.
        let is_new = seen.insert(turn.speaker.as_str());
        let role = turn.role.clone().filter(|_| is_new);
        out.push(Block::Turn { speaker: turn.speaker.clone(), role, paragraphs: said });
    }
    out.extend(plain(rest, at, &[], lights));
    out
}

fn between<'a>(text: &'a str, start: usize, speaker: &str, lights: &Lights<'_>) -> Vec<Block> {
    let is_label = |text: &str| text.contains(speaker) && text.chars().count() <= MAX_LABEL;
    let own: Vec<(usize, &'a str)> = paragraphs(text, start).filter(|(_, text)| !is_label(text)).collect();
    own.into_iter().map(|(at, text)| Block::Paragraph(pieces(text, at, lights))).collect()
}

/// Cuts a paragraph where something begins or ends to be lit.
fn pieces(text: &str, start: usize, lights: &Lights<'_>) -> Vec<Piece> {
    let end = start.saturating_add(text.chars().count());
    let mut edges = vec![start, end];
    let spans = lights.cited.iter().map(|(_, span)| *span).chain(lights.here);
    edges.extend(spans.flat_map(|span| [span.start, span.end]).filter(|edge| (start..end).contains(edge)));
    edges.sort_unstable();
    edges.dedup();
    let mut characters = text.chars();
    let mut out = Vec::new();
    for (from, to) in edges.iter().zip(edges.iter().skip(1)) {
        let words: String = characters.by_ref().take(to - from).collect();
        let covers = |span: &CharSpan| span.start <= *from && *to <= span.end;
        let mark = lights.mark_at(*to);
        let (words, last) = if mark.is_some() { part_last(words) } else { (words, String::new()) };
        out.push(Piece {
            text: words,
            here: lights.here.as_ref().is_some_and(covers),
            anchor: false,
            lit: lights.cited.iter().any(|(_, span)| covers(span)),
            mark,
            last,
        });
    }
    out
}

/// A text and its last word; a script without spaces has none that is short enough to hold together.
fn part_last(text: String) -> (String, String) {
    let start = text.trim_end().rfind(char::is_whitespace).map_or(0, |space| space + 1);
    match text.split_at_checked(start) {
        Some((before, last)) if last.chars().count() <= MAX_LAST => (before.to_owned(), last.to_owned()),
        _ => (text, String::new()),
    }
}

/// An address may point at one element alone.
fn anchor_once(blocks: &mut [Block]) {
    let all = blocks.iter_mut().flat_map(|block| match block {
        Block::Heading(_) => Vec::new(),
        Block::Paragraph(pieces) => vec![pieces],
        Block::Turn { paragraphs, .. } => paragraphs.iter_mut().collect(),
    });
    if let Some(piece) = all.flatten().find(|piece| piece.here) {
        piece.anchor = true;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(pieces: &[Piece]) -> Vec<(&str, bool, bool)> {
        pieces.iter().map(|piece| (piece.text.as_str(), piece.here, piece.lit)).collect()
    }

    #[test]
    fn a_cited_sentence_is_lit_and_carries_its_mark_at_its_end() {
        let body = "Gulls rose. The ferry left.\n\nNobody waved.";
        let cited = [(2, CharSpan { start: 12, end: 27 })];
        let blocks = blocks(body, &[], &[], &Lights { here: None, cited: &cited });
        let Some(Block::Paragraph(pieces)) = blocks.first() else { panic!() };
        assert_eq!(words(pieces), [("Gulls rose. ", false, false), ("The ferry ", false, true)]);
        let last = pieces.last().unwrap();
        assert_eq!((last.last.as_str(), last.mark), ("left.", Some(2)));
        assert_eq!(blocks.len(), 2);
    }

    #[test]
    fn words_quoted_within_a_cited_sentence_have_one_mark_with_it() {
        let body = "We waited, she said. Nobody came.";
        let cited = [(3, CharSpan { start: 0, end: 9 }), (3, CharSpan { start: 0, end: 20 })];
        let blocks = blocks(body, &[], &[], &Lights { here: None, cited: &cited });
        let Some(Block::Paragraph(pieces)) = blocks.first() else { panic!() };
        assert_eq!(pieces.iter().map(|piece| piece.mark).collect::<Vec<_>>(), [None, Some(3), None]);
    }

    #[test]
    fn a_passage_over_two_paragraphs_has_one_anchor() {
        let body = "One two.\n\nThree four.";
        let here = Some(CharSpan { start: 4, end: 15 });
        let blocks = blocks(body, &[], &[], &Lights { here, cited: &[] });
        let anchors = blocks.iter().filter_map(|block| match block {
            Block::Paragraph(pieces) => Some(pieces.iter().filter(|piece| piece.anchor).count()),
            _ => None,
        });
        assert_eq!(anchors.collect::<Vec<_>>(), [1, 0]);
    }

    #[test]
    fn a_passage_in_arabic_is_counted_in_characters() {
        let body = "غادرت العبارة الميناء. لم يلوح أحد.";
        let here = Some(CharSpan { start: 0, end: 22 });
        let blocks = blocks(body, &[], &[], &Lights { here, cited: &[] });
        let Some(Block::Paragraph(pieces)) = blocks.first() else { panic!() };
        assert_eq!(pieces.first().unwrap().text, "غادرت العبارة الميناء.");
    }

    #[test]
    fn a_section_start_is_a_heading() {
        let section = Section { heading: "Why".to_owned(), start: 10 };
        let blocks = blocks("One two.\n\nWhy\n\nBecause.", &[section], &[], &Lights::default());
        assert_eq!(blocks.get(1), Some(&Block::Heading("Why".to_owned())));
    }

    #[test]
    fn a_transcript_keeps_its_opening_words_and_drops_the_labels() {
        let turn = |speaker: &str, text: &str| Turn {
            speaker: speaker.to_owned(),
            role: None,
            text: text.to_owned(),
        };
        let body = "From the harbour, this is the evening talk.\n\nMara Quill: Who went first?\n\nOdd Brekke: I did.\n\nGood night.";
        let turns = [turn("Mara Quill", "Who went first?"), turn("Odd Brekke", "I did.")];
        let start = body.find("I did.").unwrap();
        let cited = [(1, CharSpan { start, end: start + 6 })];
        let blocks = blocks(body, &[], &turns, &Lights { here: None, cited: &cited });
        assert_eq!(blocks.len(), 4);
        assert!(matches!(blocks.first(), Some(Block::Paragraph(_))));
        let Some(Block::Turn { speaker, paragraphs, .. }) = blocks.get(2) else { panic!() };
        assert_eq!(speaker, "Odd Brekke");
        assert!(paragraphs.first().unwrap().first().unwrap().lit);
    }

    #[test]
    fn a_passage_outside_the_text_lights_nothing() {
        let here = Some(CharSpan { start: 400, end: 900 });
        let blocks = blocks("Short.", &[], &[], &Lights { here, cited: &[] });
        let Some(Block::Paragraph(pieces)) = blocks.first() else { panic!() };
        assert!(!pieces.iter().any(|piece| piece.here));
    }
}
