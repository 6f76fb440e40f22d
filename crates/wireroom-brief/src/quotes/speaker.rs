//! Who says a passage, by ordered rules over its sentence and paragraph: the verb and subject beside it, before
//! it, "according to", a label or a closing dash, then continuation. The first rule that fits answers; none, nobody.
//! Start at [`Paragraph::speakers`].

use super::subject::{Run, Subjects};
use super::tokens::{Sentence, Shape, Token, words_of};
use super::verbs::{Form, Grammar, Strength};
use wireroom_model::Span;

/// Fewer words than this between marks, and no verb of saying beside them, are a name or a scare quote.
const MIN_FRAGMENT_WORDS: usize = 4;

/// Longest label within marks.
const MAX_LABEL_BYTES: usize = 30;

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
    /// The paragraph before held a passage with a speaker.
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
        let bare = self.sentences.iter().all(|s| is_bare(s, self.grammar));
        for (number, sentence) in self.sentences.iter().enumerate() {
            let reader = Reader::new(sentence, self.grammar);
            let alone = is_bare(sentence, self.grammar);
            for (at, token) in sentence.tokens.iter().enumerate() {
                let Some(passage) = token.passage() else { continue };
                let facts = facts(passage);
                let mut found = labelled(sentence, token)
                    .or_else(|| within(sentence.text, token, self.grammar))
                    .or_else(|| reader.beside(at))
                    .or_else(|| (facts.words >= MIN_FRAGMENT_WORDS).then(|| reader.around(at)).flatten());
                let found_by_form =
                    || (facts.words >= MIN_FRAGMENT_WORDS).then(|| reader.by_form(at)).flatten();
                found = found.or_else(found_by_form);
                // ", entgegnete ...": somebody else may speak by a verb that the tables lack.
                let told = self.grammar.apposed
                    && sentence.at(at + 1).is_some_and(|t| t.is_punct(','))
                    && sentence.at(at + 2).is_some_and(|t| t.shape == Shape::Lower);
                if found.is_none() && (alone || at == 0 && !told) {
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
                // "She says they should. “It is their life.”"
                if sentence.tokens.iter().all(|t| t.passage().is_none()) {
                    here = reader.teller().or(here);
                }
            }
        }
        let quoted = self.sentences.iter().flat_map(|s| &s.tokens).any(|t| t.passage().is_some());
        self.leave(here, quoted, memory);
    }

    fn leave(&self, here: Option<Span>, quoted: bool, memory: &mut Memory) {
        let last = self.sentences.last();
        let ended = last.and_then(|s| s.tokens.last());
        memory.announced = None;
        if let Some(sentence) = last.filter(|_| ended.is_some_and(|t| t.is_punct(':'))) {
            memory.announced = Reader::new(sentence, self.grammar).announcer();
        }
        memory.ended_quoted = quoted && here.is_some();
        memory.last = here;
    }
}

/// True where a sentence is passages and punctuation, but for a word that joins it on ("Then, “...”").
fn is_bare(sentence: &Sentence<'_>, grammar: &Grammar) -> bool {
    sentence.tokens.iter().all(|t| {
        !t.is_word()
            || t.one_of(grammar.stops)
            || grammar.is_adverb(&t.text.to_lowercase())
            || t.one_of(grammar.auxiliaries)
            || t.said.is_some_and(|s| s.form == Form::Participle)
    })
}

/// "“VOSS: We will see": a passage that opens with its own label in capitals.
fn labelled(sentence: &Sentence<'_>, passage: &Token<'_>) -> Option<Span> {
    let (label, said) = passage.text.split_once(':')?;
    let name = label.trim_start_matches(|c: char| !c.is_alphanumeric());
    let capitals = name.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase);
    (capitals && said.starts_with(' ') && (2..=MAX_LABEL_BYTES).contains(&name.len()))
        .then(|| Span::within(sentence.text, name))?
}

/// "« C’est faux, a répliqué Lena Kühn. Le chantier le savait. »": a verb between commas, its subject behind it.
fn within(text: &str, passage: &Token<'_>, grammar: &'static Grammar) -> Option<Span> {
    if !grammar.within {
        return None;
    }
    let sentence = Sentence { text, tokens: words_of(text, (passage.start, passage.end()), grammar) };
    let subjects = Subjects { sentence: &sentence, grammar };
    for (verb, token) in sentence.tokens.iter().enumerate() {
        if token.said.is_none_or(|said| said.strength != Strength::Say) {
            continue;
        }
        let Some(run) = Reader::inverted(&subjects, verb, Strength::Say) else { continue };
        let comma = (0..verb).rev().map_while(|i| sentence.at(i)).find(|t| !t.one_of(grammar.auxiliaries));
        let ends = sentence.at(run.1 + 1).is_none_or(|t| !t.is_word());
        if comma.is_some_and(|t| t.is_punct(',')) && ends && subjects.is_nameish(run) {
            return sentence.span(run.0, run.1);
        }
    }
    None
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
            let progressive = sentence.before(verb).is_some_and(|t| t.one_of(grammar.passives));
            let infinitive = sentence.before(verb).is_some_and(|t| t.is("to"));
            let subject = if said.form == Form::Participle && !progressive || infinitive {
                cues.last().map(|c| c.subject).or_else(|| subjects.clause(verb))
            } else if sentence.before(verb).is_some_and(|t| t.is_word() || t.is_punct(',')) {
                Self::plain(&subjects, verb).or_else(|| Self::inverted(&subjects, verb, said.strength))
            } else {
                Self::inverted(&subjects, verb, said.strength).or_else(|| Self::plain(&subjects, verb))
            };
            let subject = subject.filter(|&run| subjects.is_nameish(run) && !Self::led(&subjects, run));
            let subject = subject.or_else(|| Self::second(&subjects, verb));
            if let Some(subject) = subject {
                cues.push(Cue { verb, subject, strength: said.strength });
            }
        }
        Self { sentence, subjects, cues }
    }

    /// True where the run hangs on a preposition, or is a dative: what the verb follows and no subject of it.
    fn led(subjects: &Subjects<'_, '_>, run: Run) -> bool {
        let hangs = |t: &Token<'_>| t.one_of(subjects.grammar.second);
        let first = subjects.sentence.at(run.0).is_some_and(|t| t.shape == Shape::Lower && hangs(t));
        first || subjects.sentence.before(run.0).is_some_and(hangs)
    }

    /// "Am Dienstag sagte Mara Voss": the subject right behind a verb that comes second.
    fn second(subjects: &Subjects<'_, '_>, verb: usize) -> Option<Run> {
        if subjects.grammar.second.is_empty() {
            return None;
        }
        let run = subjects.right_of(subjects.past_adverbials(verb + 1))?;
        let dative = |t: &Token<'_>| t.one_of(&["dem", "den", "des", "einem", "einen"]);
        (subjects.is_nameish(run) && !subjects.sentence.at(run.0).is_some_and(dative)).then_some(run)
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
        let opens = subjects.sentence.before(before).is_none_or(|t| {
            t.passage().is_some() || matches!(t.shape, Shape::Punct(',' | '—' | '–' | '―' | '-'))
        });
        let mut next = verb + 1;
        if subjects
            .sentence
            .at(next)
            .is_some_and(|t| subjects.grammar.is_adverb(t.text) && t.shape == Shape::Lower)
        {
            next += 1;
        }
        opens.then(|| subjects.right_of(subjects.past_adverbials(next)))?
    }

    fn span(&self, (first, last): Run) -> Option<Span> {
        self.sentence.span(first, last)
    }

    /// True where only punctuation stands between passage `at` and token `first` after it, or what helps a verb ("a
    /// déclaré Mara Voss").
    fn adjoins(&self, at: usize, first: usize) -> bool {
        let helps =
            |t: &Token<'_>| self.subjects.grammar.apposed && t.one_of(self.subjects.grammar.auxiliaries);
        first > at
            && (at + 1..first).all(|i| {
                self.sentence.at(i).is_some_and(|t| (!t.is_word() || helps(t)) && t.passage().is_none())
            })
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
        if let Some(cue) = after
            && cue.strength == Strength::Weak
            && cue.verb > cue.subject.0
            && self.adjoins(at, cue.first())
            && self.sentence.at(cue.verb + 1).is_none_or(|t| !t.is_word() || t.one_of(&["on", "back", "in"]))
        {
            return self.span(cue.subject);
        }
        if let Some(cue) = before.map(|cue| self.outer(*cue, at))
            && cue.strength != Strength::Weak
        {
            return self.span(cue.subject);
        }
        self.according(at)
            .or_else(|| self.label(at))
            .or_else(|| self.closing_dash(at))
            .and_then(|run| self.span(run))
    }

    /// "Voss said he would call it “...”": Voss speaks, unless the inner verb stands right before the passage.
    fn outer(&self, mut cue: Cue, at: usize) -> Cue {
        let open = at
            .checked_sub(1)
            .and_then(|i| self.sentence.at(i))
            .is_some_and(|t| t.is_punct(',') || t.is_punct(':'));
        let echoes = |c: Cue| {
            self.sentence
                .at(c.subject.0)
                .is_some_and(|t| t.one_of(self.subjects.grammar.pronouns) && t.shape == Shape::Lower)
        };
        while !open && at - cue.verb > 2 || echoes(cue) {
            let wider = self
                .cues
                .iter()
                .rfind(|p| p.verb < cue.subject.0 && p.strength != Strength::Weak && p.subject.0 < p.verb);
            let Some(wider) = wider else { break };
            // Another clause begins between the two.
            let between = wider.verb + 1..cue.subject.0;
            if between.len() > 8 || between.clone().any(|i| self.sentence.at(i).is_some_and(|t| !t.is_word()))
            {
                break;
            }
            cue = *wider;
        }
        cue
    }

    /// The less sure ones, for passages of some length: a weak verb before, a far verb after, the clause's subject.
    fn around(&self, at: usize) -> Option<Span> {
        if let Some(cue) = self.cues.iter().rfind(|c| c.verb < at) {
            return self.span(cue.subject);
        }
        if let Some(cue) = self.cues.iter().find(|c| c.verb > at && c.strength != Strength::Weak) {
            return self.span(cue.subject);
        }
        // Without a verb of saying only a name at the sentence's head is sure enough: any subject of any clause
        // won 1.5 points of recall on the training texts and lost as much precision.
        let (first, last) = self.subjects.clause(at)?;
        let named = (first..=last).all(|i| self.sentence.at(i).is_some_and(|t| t.shape == Shape::Name));
        (named && first == 0).then(|| self.span((first, last)))?
    }

    /// "“...”, garantizó el presidente Paul Lenz": right behind a passage and its comma a word with a verb's ending and
    /// a subject behind it says, though no table has the verb.
    fn by_form(&self, at: usize) -> Option<Span> {
        let grammar = self.subjects.grammar;
        if !self.sentence.at(at + 1)?.is_punct(',') {
            return None;
        }
        let helped = self.sentence.at(at + 2)?.one_of(grammar.auxiliaries);
        let verb = at + 2 + usize::from(helped);
        let token = self.sentence.at(verb).filter(|t| t.shape == Shape::Lower)?;
        let listed =
            [grammar.stops, grammar.linking, grammar.determiners, grammar.pronouns, grammar.relatives];
        let plain = listed.iter().all(|list| !token.one_of(list)) && !grammar.is_adverb(token.text);
        let endings = if helped { grammar.helped_endings } else { grammar.verb_endings };
        if !plain || !endings.iter().any(|ending| token.text.ends_with(ending)) {
            return None;
        }
        let run = self.subjects.right_of(self.subjects.past_adverbials(verb + 1))?;
        let first = self.sentence.at(run.0)?;
        let person =
            first.shape == Shape::Name || first.one_of(grammar.determiners) || first.one_of(grammar.pronouns);
        person.then(|| self.span(run))?
    }

    fn according(&self, _at: usize) -> Option<Run> {
        let phrases = self.subjects.grammar.according;
        let behind = (1..self.sentence.tokens.len())
            .find(|&i| self.sentence.at(i).is_some_and(|t| t.one_of(self.subjects.grammar.following)));
        if let Some(behind) = behind {
            return self.subjects.ending(behind - 1, 0);
        }
        if self.sentence.at(0).is_some_and(|t| t.one_of(self.subjects.grammar.opening)) {
            let run = self.subjects.right_of(1)?;
            let after = |i: usize| self.sentence.at(run.1 + i);
            let opens = after(1)?.is_punct(',') && after(2)?.passage().is_some();
            return opens.then_some(run);
        }
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
        let closed = self.sentence.at(last)?.is_punct(')');
        let open = (0..last).rfind(|&i| closed && self.sentence.at(i).is_some_and(|t| t.is_punct('(')));
        let last = open.map_or(Some(last), |i| i.checked_sub(1))?;
        let run = self.subjects.ending(last, 0)?;
        let named = |i| self.sentence.at(i).is_some_and(|t: &Token<'_>| t.shape == Shape::Name);
        (named(last) && (run.0..=run.1).filter(|&i| named(i)).count() * 2 > run.1 - run.0).then_some(run)
    }

    /// Who tells what the sentence reports.
    fn teller(&self) -> Option<Span> {
        let sure = self.cues.iter().find(|c| c.strength != Strength::Weak);
        let run = match sure.or(self.cues.last()) {
            Some(cue) => cue.subject,
            None => self.subjects.clause(self.sentence.tokens.len())?,
        };
        self.span(run)
    }

    /// "“...” — Mara Voss".
    fn closing_dash(&self, at: usize) -> Option<Run> {
        let dash = self.sentence.at(at + 1)?;
        if !matches!(dash.shape, Shape::Punct('-' | '–' | '—' | '―' | '~')) {
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
