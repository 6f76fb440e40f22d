//! The words that name a subject, left or right of a verb: names with titles, "the head of the union", "she".
//! No parser: small closed word lists bound the words between them. It gives up at the first odd token.
//! Start at [`Subjects::left_of`].

use super::tokens::{Sentence, Shape, Token};
use super::verbs::{Form, Grammar, Strength};

/// Longest run of words taken for one name, before and after a preposition.
const MAX_NAME_WORDS: usize = 14;
/// Longest apposition stepped over ("Mara Voss, who has led the union since the strike of ..., said").
const MAX_APPOSITION: usize = 40;
/// Capitalised in English and still no part of a name.
const CALENDAR: &[&str] = &[
    "january",
    "february",
    "april",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "i",
];
/// Prepositions joined into one name.
const MAX_LINKS: usize = 3;

/// Token indices, both included.
pub(super) type Run = (usize, usize);

/// Finds subjects in one sentence.
#[derive(Debug, Clone, Copy)]
pub(super) struct Subjects<'s, 't> {
    pub(super) sentence: &'s Sentence<'t>,
    pub(super) grammar: &'s Grammar,
}

impl<'t> Subjects<'_, 't> {
    fn at(&self, index: usize) -> Option<&Token<'t>> {
        self.sentence.at(index)
    }

    /// The subject that stands before the verb at `verb` and not before token `floor`; `None` for a passive,
    /// or a word that is likelier a noun.
    pub(super) fn left_of(&self, verb: usize, floor: usize) -> Option<Run> {
        let mut last = verb.checked_sub(1)?;
        let mut helped = false;
        while self.modifies(last) {
            let helper = self.at(last)?;
            helped |= helper.one_of(self.grammar.auxiliaries);
            let past = self.at(verb).and_then(|t| t.said).is_some_and(|s| s.form == Form::Past);
            if past && helper.one_of(self.grammar.passives) {
                return None;
            }
            last = last.checked_sub(1)?;
        }
        if last < floor {
            return None;
        }
        let token = self.at(last)?;
        let found = match token.shape {
            Shape::Punct(',' | '—' | '–' | '―' | '-') => self.before_apposition(last, floor),
            Shape::Punct(')' | ']') => self.ending(self.before_bracket(last + 1, floor)?, floor),
            Shape::Punct(_) | Shape::Passage(_) => None,
            _ => self.past_relative(self.ending(last, floor)?, floor),
        }?;
        (helped || self.agrees(found, verb)).then_some(found)
    }

    /// The token before `index`, stepping over "(D)".
    fn before_bracket(&self, index: usize, floor: usize) -> Option<usize> {
        let last = index.checked_sub(1)?;
        if !self.at(last)?.is_punct(')') && !self.at(last)?.is_punct(']') {
            return Some(last);
        }
        let open = |&i: &usize| self.at(i).is_some_and(|t| t.is_punct('(') || t.is_punct('['));
        (floor..last).rev().find(open)?.checked_sub(1)
    }

    /// "a press call": a bare form wants a plural subject, a third person one that is no plural noun phrase.
    fn agrees(&self, (first, last): Run, verb: usize) -> bool {
        let Some(said) = self.at(verb).and_then(|t| t.said) else { return true };
        let Some(end) = self.at(last) else { return false };
        match said.form {
            Form::Past | Form::Participle => true,
            Form::Bare => {
                end.text.ends_with('s') && end.shape == Shape::Lower
                    || end.one_of(&["i", "we", "they", "you", "people"])
            }
            Form::Third => {
                said.strength == Strength::Say && !end.text.ends_with('s')
                    || (first..=last)
                        .filter_map(|i| self.at(i))
                        .any(|t| t.shape == Shape::Name || self.is_pronoun(t))
            }
        }
    }

    /// "an aide who works for Voss said": the aide speaks.
    fn past_relative(&self, found: Run, floor: usize) -> Option<Run> {
        for index in (floor..found.0).rev() {
            let token = self.at(index)?;
            if !token.is_word() {
                break;
            }
            if token.one_of(self.grammar.relatives)
                && !token.one_of(self.grammar.determiners)
                && index + 1 < found.0
            {
                return index.checked_sub(1).and_then(|i| self.ending(i, floor)).or(Some(found));
            }
        }
        Some(found)
    }

    fn modifies(&self, index: usize) -> bool {
        self.at(index).is_some_and(|t| {
            t.is_word()
                && !(t.shape == Shape::Name && t.one_of(self.grammar.auxiliaries))
                && !self.is_pronoun(t)
                && (self.grammar.is_adverb(t.text)
                    || t.one_of(self.grammar.auxiliaries)
                    || t.one_of(self.grammar.days))
                || t.one_of(self.grammar.relatives)
                    && self.at(index + 1).is_some_and(|n| !n.is_punct(','))
                    && index.checked_sub(1).and_then(|i| self.at(i)).is_some_and(Token::is_word)
        })
    }

    fn is_pronoun(&self, token: &Token<'_>) -> bool {
        !token.is("who") && token.one_of(self.grammar.pronouns)
    }

    /// "Mara Voss, the union's head, said": the name before the comma that opens the apposition.
    fn before_apposition(&self, close: usize, floor: usize) -> Option<Run> {
        let reach = close.saturating_sub(MAX_APPOSITION).max(floor);
        for open in (reach..close).rev() {
            let Some(token) = self.at(open) else { continue };
            if token.passage().is_some() {
                return None;
            }
            let dash = matches!(token.shape, Shape::Punct('—' | '–' | '―' | '-'));
            if !token.is_punct(',') && !dash {
                continue;
            }
            let plain = self.at(open + 1).is_some_and(|t| {
                !matches!(t.shape, Shape::Name)
                    || t.one_of(self.grammar.determiners)
                    || t.text.ends_with("'s")
                    || t.text.ends_with("’s")
                    || close - open <= 3
            });
            let Some(last) = self.before_bracket(open, floor) else { continue };
            let Some(found) = self.ending(last, floor) else { continue };
            let whole = found.0 == floor
                && (found.0..=found.1).all(|i| self.at(i).is_some_and(|t| t.shape == Shape::Name));
            let named = (found.0..=found.1)
                .filter_map(|i| self.at(i))
                .any(|t| t.shape == Shape::Name || t.one_of(self.grammar.determiners) || self.is_pronoun(t));
            if !named || !(plain || whole) {
                continue;
            }
            if let Some(name) = self.apposed(found).filter(|name| name.1 + 1 == close) {
                return Some(name);
            }
            return Some(self.hop(found, floor).unwrap_or(found));
        }
        None
    }

    /// From "a professor of law" to the name it stands beside.
    fn hop(&self, (first, _): Run, floor: usize) -> Option<Run> {
        let comma = first.checked_sub(1)?;
        if self.at(first)?.shape == Shape::Name && !self.at(first)?.one_of(self.grammar.determiners) {
            return None;
        }
        if !self.at(comma)?.is_punct(',') {
            return None;
        }
        let name = self.ending(comma.checked_sub(1)?, floor)?;
        let alone = name.0 == floor
            || self
                .sentence
                .before(name.0)
                .is_none_or(|t| !t.one_of(self.grammar.linking) && !t.one_of(self.grammar.stops));
        (alone && self.at(name.1)?.shape == Shape::Name && self.at(name.0)?.shape == Shape::Name)
            .then_some(name)
    }

    /// Names, pronouns and words with an article can be people; bare plurals too, mere adverbs cannot.
    pub(super) fn is_nameish(&self, (first, last): Run) -> bool {
        (first..=last).filter_map(|i| self.at(i)).any(|t| {
            t.shape == Shape::Name
                || t.one_of(self.grammar.determiners)
                || self.is_pronoun(t)
                || t.text.ends_with('s')
        })
    }

    /// The name or pronoun whose last word is token `last`.
    pub(super) fn ending(&self, last: usize, floor: usize) -> Option<Run> {
        let token = self.at(last).filter(|t| t.is_word() && last >= floor)?;
        if self.is_pronoun(token) {
            return Some((last, last));
        }
        if token.one_of(self.grammar.relatives) {
            let mut before = last.checked_sub(1)?;
            if self.at(before)?.is_punct(',') {
                before = before.checked_sub(1)?;
            }
            return self.ending(before, floor).filter(|_| before >= floor);
        }
        let mut first = self.chunk(last, floor)?;
        for _ in 0..MAX_LINKS {
            let Some(link) = first.checked_sub(1).filter(|&i| i > floor) else { break };
            if !self.at(link).is_some_and(|t| t.one_of(self.grammar.linking)) {
                break;
            }
            let Some(head) = self.chunk(link - 1, floor) else { break };
            if self.at(link - 1).is_some_and(|t| t.shape == Shape::Number || self.is_past(t)) {
                break;
            }
            let led = self.at(head).is_some_and(|t| t.one_of(self.grammar.determiners));
            let starts = head == floor
                || self
                    .sentence
                    .before(head)
                    .is_none_or(|t| !t.is_word() || t.one_of(self.grammar.stops) || t.is("that"));
            if !(led || starts) {
                break;
            }
            first = head;
        }
        Some((first, last))
    }

    fn is_past(&self, token: &Token<'_>) -> bool {
        token.said.is_some()
            && token.shape == Shape::Lower
            && (token.text.ends_with("ed")
                || token.one_of(&[
                    "said", "says", "say", "told", "tells", "wrote", "thought", "made", "went", "found",
                    "gave", "saying", "adding", "telling",
                ]))
    }

    fn bounds(&self, index: usize) -> bool {
        let Some(token) = self.at(index) else { return true };
        if !token.is_word() || self.is_past(token) {
            return true;
        }
        if token.shape == Shape::Name && self.is_family_name(index) {
            return false;
        }
        token.one_of(self.grammar.stops)
            || token.one_of(self.grammar.linking)
            || token.one_of(self.grammar.relatives) && !token.one_of(self.grammar.determiners)
            || token.one_of(self.grammar.auxiliaries)
            || self.is_pronoun(token) && !token.one_of(self.grammar.determiners)
            || token.shape == Shape::Lower && self.grammar.is_adverb(token.text)
    }

    /// People are called Will and From: a capital within a sentence, or right before a verb of saying.
    fn is_family_name(&self, index: usize) -> bool {
        let token = self.at(index);
        if token.is_some_and(|t| self.grammar.is_adverb(&t.text.to_lowercase()) || t.one_of(CALENDAR)) {
            return false;
        }
        let within = self.sentence.before(index).is_some_and(Token::is_word);
        within || self.at(index + 1).is_some_and(|t| t.said.is_some())
    }

    /// "Voss rejected ...": a past form after a name, a pronoun or a plural is a verb, not an adjective.
    fn is_bare_verb(&self, index: usize) -> bool {
        self.at(index).is_some_and(|t| t.shape == Shape::Lower && t.text.ends_with("ed"))
            && self.sentence.before(index).is_some_and(|t| {
                t.shape == Shape::Name
                    || self.is_pronoun(t)
                    || t.one_of(self.grammar.relatives)
                    || t.text.ends_with('s')
            })
    }

    /// The first token of the run without prepositions that ends at `last`.
    fn chunk(&self, last: usize, floor: usize) -> Option<usize> {
        let token = self.at(last)?;
        if self.bounds(last) || token.one_of(self.grammar.determiners) && token.shape == Shape::Lower {
            return None;
        }
        let mut first = last;
        while first > floor && last - first < MAX_NAME_WORDS {
            let Some(before) = self.sentence.before(first) else { break };
            if before.one_of(self.grammar.determiners) {
                first -= 1;
                break;
            }
            if self.bounds(first - 1) || self.is_bare_verb(first - 1) {
                break;
            }
            first -= 1;
        }
        Some(first)
    }

    /// The name or pronoun whose first word is token `first` ("said Mara Voss of the union").
    pub(super) fn right_of(&self, first: usize) -> Option<Run> {
        let token = self.at(first)?;
        let alone = self.bounds(first + 1);
        if self.is_pronoun(token) && (alone || !token.one_of(self.grammar.determiners)) {
            return Some((first, first));
        }
        let led = token.one_of(self.grammar.determiners);
        if !led && self.bounds(first) {
            return None;
        }
        let mut last = first;
        let mut named = token.shape == Shape::Name && !led;
        let mut links = 0;
        while last - first < MAX_NAME_WORDS {
            let Some(next) = self.at(last + 1) else { break };
            let link = next.one_of(&["of", "de", "del", "von", "du"])
                || led && links < MAX_LINKS && next.one_of(&["for", "to", "with", "from", "at"]);
            if link && self.at(last + 2).is_some_and(Token::is_word) {
                links += 1;
                named = false;
                last += 2;
                continue;
            }
            if self.bounds(last + 1) {
                break;
            }
            if next.shape != Shape::Name && named && !led && !self.name_follows(last + 1) {
                break;
            }
            named |= next.shape == Shape::Name;
            last += 1;
        }
        // "dijo la alcaldesa Mara Voss el martes": the article belongs to the day.
        let dated = self.at(last + 1).is_some_and(|t| t.one_of(self.grammar.days));
        if dated && last > first && self.at(last).is_some_and(|t| t.one_of(self.grammar.determiners)) {
            last -= 1;
        }
        let end = self.at(last)?;
        let run = (!end.one_of(self.grammar.determiners)).then_some((first, last))?;
        Some(self.apposed(run).unwrap_or(run))
    }

    /// The name beyond the comma after "la maire de Port Brandt", where the run itself begins with an article.
    fn apposed(&self, (first, last): Run) -> Option<Run> {
        let led = self.at(first).is_some_and(|t| t.one_of(self.grammar.determiners));
        if !self.grammar.apposed || !led || !self.at(last + 1)?.is_punct(',') {
            return None;
        }
        let name =
            |index: usize| self.at(index).is_some_and(|t| t.shape == Shape::Name && !self.bounds(index));
        let from = last + 2;
        let to = (from..from + MAX_NAME_WORDS).take_while(|&i| name(i)).last()?;
        let closed = self.at(to + 1).is_none_or(|t| matches!(t.shape, Shape::Punct(',' | '.')));
        (to > from && closed).then_some((from, to))
    }

    /// Past what may stand between a verb and the subject after it: days, and phrases with a preposition that an
    /// article or a name follows ("devant le tribunal l’ancien directeur").
    pub(super) fn past_adverbials(&self, mut at: usize) -> usize {
        for _ in 0..MAX_LINKS {
            let day = |index: usize| self.at(index).is_some_and(|t| t.one_of(self.grammar.days));
            let article = |index: usize| self.at(index).is_some_and(|t| t.one_of(self.grammar.determiners));
            let lower = |index: usize| {
                self.at(index).is_some_and(|t| t.shape == Shape::Lower && !self.bounds(index))
                    && !article(index)
            };
            if day(at) {
                at += 1;
            } else if article(at) && day(at + 1) {
                at += 2;
            } else if self.at(at).is_some_and(|t| t.one_of(self.grammar.between)) {
                let mut end = at + 1 + usize::from(article(at + 1));
                if !lower(end) {
                    return at;
                }
                while lower(end)
                    || self.at(end).is_some_and(|t| t.one_of(self.grammar.linking)) && lower(end + 1)
                {
                    end += 1;
                }
                let subject = article(end) || self.at(end).is_some_and(|t| t.shape == Shape::Name);
                if !subject {
                    return at;
                }
                at = end;
            } else {
                break;
            }
        }
        at
    }

    /// "Republican strategist John ...": a few lower-case words, then a capital.
    fn name_follows(&self, from: usize) -> bool {
        for index in from..from + 4 {
            match self.at(index) {
                Some(t) if t.shape == Shape::Name => return true,
                Some(t) if !self.bounds(index) && !t.one_of(self.grammar.determiners) => {}
                _ => return false,
            }
        }
        false
    }

    /// The subject of the clause around token `near`: the nearest verb on its left that has one.
    pub(super) fn clause(&self, near: usize) -> Option<Run> {
        let verb_at = |index: usize| {
            let token = self.at(index)?;
            let before = self.sentence.before(index)?;
            let after_name = before.shape == Shape::Name || self.is_pronoun(before);
            let verb = token.shape == Shape::Lower
                && (token.said.is_some_and(|s| s.form != Form::Participle)
                    || token.one_of(self.grammar.auxiliaries) && !token.is("to")
                    || token.text.ends_with("ed")
                    || after_name && token.text.ends_with('s') && !token.one_of(self.grammar.determiners))
                && !self.grammar.is_adverb(token.text);
            if !verb {
                return None;
            }
            self.left_of(index, 0).filter(|&run| self.is_nameish(run) && self.is_clause_start(run.0))
        };
        (1..near).rev().find_map(verb_at)
    }

    fn is_clause_start(&self, first: usize) -> bool {
        self.sentence
            .before(first)
            .is_none_or(|t| !t.is_word() || t.one_of(self.grammar.stops) || t.is("that"))
    }
}
