//! A paragraph as the rules read it: words, punctuation, and each quoted passage as one token.
//! Sentences end at full stops outside passages, and after a passage that ends one itself.
//! Start at [`Paragraph::new`].

use super::marks::Passage;
use super::verbs::{Form, Grammar, Said, Strength};
use wireroom_model::Span;

/// How far to look for the verb after "“Why?” Mara Voss, the union's head, asked".
const MAX_TAG_TOKENS: usize = 40;
const MAX_TAG_SUBJECT: usize = 14;
/// Capitalised, these begin a sentence of their own.
const CAPITAL_PRONOUNS: &[&str] =
    &["he", "she", "they", "it", "we", "but", "and", "the", "in", "on", "a", "when", "as"];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// A capitalised word, or one with a capital inside.
    Name,
    Lower,
    Number,
    Punct(char),
    /// The index of a passage.
    Passage(usize),
}

#[derive(Debug, Clone, Copy)]
pub(super) struct Token<'t> {
    pub(super) start: usize,
    pub(super) text: &'t str,
    pub(super) shape: Shape,
    pub(super) said: Option<Said>,
}

impl Token<'_> {
    pub(super) const fn end(&self) -> usize {
        self.start + self.text.len()
    }

    pub(super) fn is(&self, word: &str) -> bool {
        self.text.eq_ignore_ascii_case(word)
    }

    pub(super) fn one_of(&self, words: &[&str]) -> bool {
        words.iter().any(|w| self.text.eq_ignore_ascii_case(w))
    }

    pub(super) const fn is_word(&self) -> bool {
        matches!(self.shape, Shape::Name | Shape::Lower | Shape::Number)
    }

    pub(super) fn is_punct(&self, c: char) -> bool {
        self.shape == Shape::Punct(c)
    }

    pub(super) const fn passage(&self) -> Option<usize> {
        match self.shape {
            Shape::Passage(index) => Some(index),
            _ => None,
        }
    }
}

/// One sentence: tokens with neighbours reachable by index.
#[derive(Debug)]
pub(super) struct Sentence<'t> {
    pub(super) text: &'t str,
    pub(super) tokens: Vec<Token<'t>>,
}

impl<'t> Sentence<'t> {
    pub(super) fn at(&self, index: usize) -> Option<&Token<'t>> {
        self.tokens.get(index)
    }

    pub(super) fn before(&self, index: usize) -> Option<&Token<'t>> {
        index.checked_sub(1).and_then(|i| self.tokens.get(i))
    }

    /// The words from token `first` to token `last`, both included.
    pub(super) fn span(&self, first: usize, last: usize) -> Option<Span> {
        Span::new(self.text, self.at(first)?.start, self.at(last)?.end())
    }
}

/// The sentences of one paragraph.
pub(super) fn sentences<'t>(
    text: &'t str,
    (from, to): (usize, usize),
    passages: &[(usize, Passage)],
    grammar: &Grammar,
) -> Vec<Sentence<'t>> {
    let mut tokens = Vec::new();
    let mut at = from;
    for &(index, passage) in passages {
        words(text, at, passage.outer.start(), grammar, &mut tokens);
        let inside = passage.inside.of(text).unwrap_or("");
        tokens.push(Token {
            start: passage.outer.start(),
            text: passage.outer.of(text).unwrap_or(inside),
            shape: Shape::Passage(index),
            said: None,
        });
        at = passage.outer.end();
    }
    words(text, at, to, grammar, &mut tokens);
    split(text, tokens, passages)
}

/// The words of a stretch as they are, passages or none.
pub(super) fn words_of<'t>(text: &'t str, (from, to): (usize, usize), grammar: &Grammar) -> Vec<Token<'t>> {
    let mut tokens = Vec::new();
    words(text, from, to, grammar, &mut tokens);
    tokens
}

fn split<'t>(text: &'t str, tokens: Vec<Token<'t>>, passages: &[(usize, Passage)]) -> Vec<Sentence<'t>> {
    let mut sentences = Vec::new();
    let mut current: Vec<Token<'t>> = Vec::new();
    let mut rest = tokens.into_iter().peekable();
    while let Some(token) = rest.next() {
        let next = rest.peek().copied();
        let ends = match (token.shape, next) {
            (_, None) => true,
            (Shape::Punct('.' | '!' | '?' | '…' | '。' | '？' | '！'), Some(next)) => {
                !matches!(next.shape, Shape::Lower | Shape::Punct(_))
            }
            (Shape::Passage(index), Some(next)) => {
                let inside = passages.iter().find(|(i, _)| *i == index).and_then(|(_, p)| p.inside.of(text));
                ends_itself(inside.unwrap_or(""))
                    && starts_anew(&next)
                    && !is_tag(rest.clone(), inside.unwrap_or(""))
            }
            _ => false,
        };
        current.push(token);
        if ends {
            sentences.push(Sentence { text, tokens: std::mem::take(&mut current) });
        }
    }
    sentences
}

fn ends_itself(inside: &str) -> bool {
    inside.trim_end_matches(['’', '\'', ')', ']']).ends_with(['.', '!', '?', '…'])
}

/// "“Why?” Mara Voss asked": a name and a verb of saying belong to the passage before. After a full stop only a
/// sentence that says no more does, for it may as well present what follows.
fn is_tag<'t>(rest: impl Iterator<Item = Token<'t>>, inside: &str) -> bool {
    let mut said = None;
    let mut length = 0;
    for (index, token) in rest.enumerate().take(MAX_TAG_TOKENS) {
        length = index;
        match token.shape {
            Shape::Punct('.' | '!' | '?' | ':') | Shape::Passage(_) => break,
            _ => {}
        }
        if said.is_none()
            && token.said.is_some_and(|s| s.strength != Strength::Weak && s.form != Form::Participle)
        {
            said = Some(index);
        }
        if said.is_none() && index == 0 && (token.shape != Shape::Name || token.one_of(CAPITAL_PRONOUNS)) {
            return false;
        }
    }
    let stop = inside.trim_end_matches(['’', '\'', ')', ']']).ends_with('.');
    said.is_some_and(|at| at <= MAX_TAG_SUBJECT) && (!stop || length <= MAX_TAG_SUBJECT)
}

/// A lower-case word goes on; a name may ("Why?" Voss asked), which [`is_tag`] looks at.
fn starts_anew(next: &Token<'_>) -> bool {
    matches!(next.shape, Shape::Name | Shape::Passage(_)) && next.said.is_none()
}

const fn joins(c: char) -> bool {
    matches!(c, '\'' | '’' | '-' | '‑' | '.' | '&' | '@' | '_' | '·')
}

fn words<'t>(text: &'t str, from: usize, to: usize, grammar: &Grammar, tokens: &mut Vec<Token<'t>>) {
    let part = text.get(from..to).unwrap_or("");
    let mut rest = part.char_indices().peekable();
    while let Some((start, first)) = rest.next() {
        if first.is_whitespace() {
            continue;
        }
        let mut end = start + first.len_utf8();
        if !(first.is_alphanumeric() || matches!(first, '@' | '#' | '$')) {
            tokens.extend(token(text, from + start, from + end, Shape::Punct(first), None));
            continue;
        }
        while let Some(&(at, c)) = rest.peek() {
            let goes_on = c.is_alphanumeric()
                || joins(c)
                    && part
                        .get(at + c.len_utf8()..)
                        .and_then(|s| s.chars().next())
                        .is_some_and(char::is_alphanumeric);
            if !goes_on {
                break;
            }
            if let Some(gap) = grammar.elides.then(|| elided(part.get(start..at), part.get(at..))).flatten() {
                let _ = rest.by_ref().take(gap).last();
                break;
            }
            end = at + c.len_utf8();
            rest.next();
        }
        let word = part.get(start..end).unwrap_or("");
        if part.get(end..).is_some_and(|s| s.starts_with('.')) && grammar.keeps_stop(word) {
            end += 1;
            rest.next();
        }
        // "Said Mara Voss: “...”" opens a sentence; "United States" does not.
        let heads =
            tokens.last().is_none_or(|t: &Token<'_>| t.is_punct('.') || t.is_punct('?') || t.is_punct('!'));
        let shape = if word.chars().next().is_some_and(|c| c.is_uppercase() || c == '@')
            || word.chars().skip(1).any(char::is_uppercase)
        {
            Shape::Name
        } else if first.is_numeric() || first == '$' {
            Shape::Number
        } else {
            Shape::Lower
        };
        tokens.extend(token(
            text,
            from + start,
            from + end,
            shape,
            grammar.said(word).filter(|_| shape == Shape::Lower || heads),
        ));
    }
}

/// Characters between two words that French writes as one ("l’armateur", "a-t-elle", "dit-il").
fn elided(word: Option<&str>, rest: Option<&str>) -> Option<usize> {
    let (word, rest) = (word?, rest?);
    if rest.starts_with(['\'', '’']) {
        let short = ["l", "d", "n", "s", "c", "j", "m", "t", "qu"];
        return short.iter().any(|s| s.eq_ignore_ascii_case(word)).then_some(1);
    }
    let (gap, tail) =
        rest.strip_prefix("-t-").map_or_else(|| Some((1, rest.strip_prefix('-')?)), |t| Some((3, t)))?;
    let pronoun = tail.split(|c: char| !c.is_alphabetic()).next()?;
    ["il", "elle", "ils", "elles", "on", "je", "nous", "vous"].contains(&pronoun).then_some(gap)
}

fn token(text: &str, start: usize, end: usize, shape: Shape, said: Option<Said>) -> Option<Token<'_>> {
    Some(Token { start, text: text.get(start..end)?, shape, said })
}
