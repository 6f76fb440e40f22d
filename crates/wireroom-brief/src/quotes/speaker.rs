//! Who says a passage, by ordered rules over its sentence and paragraph: the verb and subject beside it, before
//! it, "according to", a label or a closing dash, then continuation. The first rule that fits answers; none, nobody.
//! Start at [`Paragraph::speakers`].

use super::subject::{Run, Subjects};
use super::tokens::{Sentence, Shape};
use super::verbs::{Grammar, Strength};
use wireroom_model::Span;

/// Fewer words than this between marks, and no verb of saying beside them, are a name or a scare quote.
const MIN_FRAGMENT_WORDS: usize = 4;

/// A verb of saying with its subject.
#[derive(Debug, Clone, Copy)]
struct Cue {
    verb: usize,
    subject: Run,
    strength: Strength,
}

impl Cue {
    fn first(self) -> usize {
        self.verb.min(self.subject.0)
    }
}

/// What the paragraphs before leave behind.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Memory {
    /// The speaker of the last passage, if it had one.
    last: Option<Span>,
    /// The subject of the last paragraph's end, where that ends in a colon.
    announced: Option<Span>,
    /// The paragraph before ended with a passage.
    ended_quoted: bool,
}

/// The facts of a passage that the rules ask for.
#[derive(Debug, Clone, Copy)]
pub(super) struct Facts {
    pub(super) words: usize,
    pub(super) carried: bool,
}

/// One paragraph's sentences.
#[derive(Debug)]
pub(super) struct Paragraph<'t> {
    pub(super) sentences: Vec<Sentence<'t>>,
    pub(super) grammar: &'static Grammar,
}

impl Paragraph<'_> {
    /// Names the speakers of the paragraph's passages through `name(passage, speaker)`.
    pub(super) fn speakers(
        &self,
        facts: &dyn Fn(usize) -> Facts,
        memory: &mut Memory,
        name: &mut dyn FnMut(usize, Option<Span>),
    ) {
        let mut here: Option<Span> = None;
        let mut waiting: Vec<usize> = Vec::new();
        let bare = self.sentences.iter().all(is_bare);
        for (number, sentence) in self.sentences.iter().enumerate() {
            let reader = Reader::new(sentence, self.grammar);
            let alone = is_bare(sentence);
            for (at, token) in sentence.tokens.iter().enumerate() {
                let Some(passage) = token.passage() else { continue };
                let facts = facts(passage);
                let mut found = reader
                    .beside(at)
                    .or_else(|| (facts.words >= MIN_FRAGMENT_WORDS).then(|| reader.around(at)).flatten());
                if found.is_none() && (alone || at == 0) {
                    found = here;
                    if found.is_none() && facts.carried {
                        found = memory.last;
                    }
                    if found.is_none() && number == 0 {
                        found =
                            memory.announced.or_else(|| memory.last.filter(|_| bare && memory.ended_quoted));
                    }
                }
                match found {
                    Some(speaker) => {
                        here = Some(speaker);
                        name(passage, found);
                        for earlier in waiting.drain(..) {
                            name(earlier, found);
                        }
                    }
                    // "First." "Second," she said: the first waits for the second.
                    None if alone => waiting.push(passage),
                    None => {}
                }
            }
            if !alone {
                waiting.clear();
            }
        }
        self.leave(here, memory);
    }

    fn leave(&self, here: Option<Span>, memory: &mut Memory) {
        let last = self.sentences.last();
        let ended = last.and_then(|s| s.tokens.last());
        memory.announced = None;
        if let (Some(sentence), Some(token)) = (last, ended)
            && token.is_punct(':')
        {
            memory.announced = Reader::new(sentence, self.grammar).announcer();
        }
        memory.ended_quoted = here.is_some();
        memory.last = here.or(memory.last.filter(|_| memory.ended_quoted));
    }
}

/// True where a sentence is passages and punctuation alone.
fn is_bare(sentence: &Sentence<'_>) -> bool {
    sentence.tokens.iter().all(|t| !t.is_word())
}

#[derive(Debug)]
struct Reader<'s, 't> {
    sentence: &'s Sentence<'t>,
    subjects: Subjects<'s, 't>,
    cues: Vec<Cue>,
}

impl<'s, 't> Reader<'s, 't> {
    fn new(sentence: &'s Sentence<'t>, grammar: &'s Grammar) -> Self {
        let subjects = Subjects { sentence, grammar };
        let mut cues: Vec<Cue> = Vec::new();
        for (verb, token) in sentence.tokens.iter().enumerate() {
            let Some(said) = token.said else { continue };
            let subject = if said.participle {
                cues.last().map(|c| c.subject).or_else(|| subjects.clause(verb))
            } else {
                Self::inverted(&subjects, verb, said.strength).or_else(|| Self::plain(&subjects, verb))
            };
            if let Some(subject) = subject.filter(|&run| subjects.is_nameish(run)) {
                cues.push(Cue { verb, subject, strength: said.strength });
            }
        }
        Self { sentence, subjects, cues }
    }

    /// The subject on the left, not beyond the last passage unless the verb has none after it.
    fn plain(subjects: &Subjects<'_, '_>, verb: usize) -> Option<Run> {
        let floor = (0..verb).rev().find(|&i| subjects.sentence.at(i).is_some_and(|t| t.passage().is_some()));
        let floor = floor.map_or(0, |i| i + 1);
        subjects.left_of(verb, floor)
    }

    /// "..., said Mara Voss": directly after a passage, a comma, or at the sentence's head.
    fn inverted(subjects: &Subjects<'_, '_>, verb: usize, strength: Strength) -> Option<Run> {
        if strength != Strength::Say {
            return None;
        }
        let mut before = verb;
        while subjects.sentence.before(before).is_some_and(|t| {
            t.is_word() && (t.one_of(subjects.grammar.auxiliaries) || subjects.grammar.is_adverb(t.text))
        }) {
            before -= 1;
        }
        let opens = subjects
            .sentence
            .before(before)
            .is_none_or(|t| t.passage().is_some() || matches!(t.shape, Shape::Punct(',' | '—' | '–' | '-')));
        let mut next = verb + 1;
        if subjects
            .sentence
            .at(next)
            .is_some_and(|t| subjects.grammar.is_adverb(t.text) && t.shape == Shape::Lower)
        {
            next += 1;
        }
        opens.then(|| subjects.right_of(next))?
    }

    fn span(&self, (first, last): Run) -> Option<Span> {
        self.sentence.span(first, last)
    }

    /// True where only punctuation stands between passage `at` and token `first` after it.
    fn adjoins(&self, at: usize, first: usize) -> bool {
        first > at
            && (at + 1..first)
                .all(|i| self.sentence.at(i).is_some_and(|t| !t.is_word() && t.passage().is_none()))
    }

    /// The sure rules: a verb of saying, "according to", a label, a closing dash.
    fn beside(&self, at: usize) -> Option<Span> {
        let after = self.cues.iter().find(|c| c.verb > at);
        let before = self.cues.iter().rfind(|c| c.verb < at);
        if let Some(cue) = after
            && cue.strength != Strength::Weak
            && self.adjoins(at, cue.first())
        {
            return self.span(cue.subject);
        }
        if let Some(cue) = before
            && cue.strength != Strength::Weak
        {
            return self.span(cue.subject);
        }
        self.according(at)
            .or_else(|| self.label(at))
            .or_else(|| self.closing_dash(at))
            .and_then(|run| self.span(run))
    }

    /// The less sure ones, for passages of some length: a weak verb before, a far verb after, the clause's subject.
    fn around(&self, at: usize) -> Option<Span> {
        if let Some(cue) = self.cues.iter().rfind(|c| c.verb < at) {
            return self.span(cue.subject);
        }
        if let Some(cue) = self.cues.iter().find(|c| c.verb > at && c.strength != Strength::Weak) {
            return self.span(cue.subject);
        }
        self.span(self.subjects.clause(at)?)
    }

    fn according(&self, _at: usize) -> Option<Run> {
        let phrases = self.subjects.grammar.according;
        (0..self.sentence.tokens.len()).find_map(|start| {
            let phrase = phrases.iter().find(|phrase| {
                phrase
                    .iter()
                    .enumerate()
                    .all(|(i, word)| self.sentence.at(start + i).is_some_and(|t| t.is(word)))
            })?;
            self.subjects.right_of(start + phrase.len())
        })
    }

    /// "Voss: “...”".
    fn label(&self, at: usize) -> Option<Run> {
        let colon = at.checked_sub(1)?;
        let last = colon.checked_sub(1)?;
        if !self.sentence.at(colon)?.is_punct(':') {
            return None;
        }
        let names = (0..=last).all(|i| self.sentence.at(i).is_some_and(|t| t.shape == Shape::Name));
        (names && last < 5).then_some((0, last))
    }

    /// "“...” — Mara Voss".
    fn closing_dash(&self, at: usize) -> Option<Run> {
        let dash = self.sentence.at(at + 1)?;
        if !matches!(dash.shape, Shape::Punct('-' | '–' | '—' | '~')) {
            return None;
        }
        let run = self.subjects.right_of(at + 2)?;
        let ends = self.sentence.at(run.1 + 1).is_none_or(|t| !t.is_word());
        (ends && self.sentence.at(run.0)?.shape == Shape::Name).then_some(run)
    }

    /// Who a sentence that ends in a colon says will speak.
    fn announcer(&self) -> Option<Span> {
        let run = match self.cues.last() {
            Some(cue) => cue.subject,
            None => self.according(0).or_else(|| self.subjects.clause(self.sentence.tokens.len()))?,
        };
        self.span(run)
    }
}

/// Counts words the way the rules need: runs between white space.
pub(super) fn word_count(text: &str) -> usize {
    text.split_whitespace().count()
}
