//! A text as the checker reads it: words with the key under which they compare, numbers, dates, sentences.
//! It judges nothing. Start at [`Read::new`].

use super::numbers::{self, Number};
use crate::stop;
use wireroom_model::{Lang, Span, Time};
use wireroom_text::words::{fold, words};
use wireroom_text::{dates, sentences, spelling, stems};

/// Words read of one text; a sentence of a writer has some thirty, the longest page some ten thousand.
pub(super) const MAX_TOKENS: usize = 60_000;

/// One word.
#[derive(Debug, Clone)]
pub(super) struct Token {
    pub(super) span: Span,
    pub(super) folded: String,
    /// The form under which words compare: a stem, or the spelling key of a name.
    pub(super) key: String,
    /// Begins with a capital letter, or holds one.
    pub(super) capital: bool,
    /// The first word of its sentence, or of a quotation in it.
    pub(super) first: bool,
    /// Index of its sentence.
    pub(super) sentence: usize,
    /// It carries matter: no article, preposition or auxiliary.
    pub(super) matter: bool,
    /// A mark that ends a clause stands before it.
    pub(super) parted: bool,
    /// It stands in a calendar expression.
    pub(super) dated: bool,
    /// It is part of a number.
    pub(super) counted: bool,
}

impl Token {
    /// Whether it may be a name: a capital letter where the sentence does not ask for one.
    pub(super) fn is_name(&self) -> bool {
        self.capital && !self.dated && !self.counted && (self.matter || !self.first)
    }

    pub(super) fn is_digit(&self) -> bool {
        self.folded.starts_with(|c: char| c.is_ascii_digit())
    }
}

/// A calendar expression.
#[derive(Debug, Clone)]
pub(super) struct Date {
    pub(super) value: Option<wireroom_model::When>,
    /// First token and the one after the last.
    pub(super) tokens: (usize, usize),
}

/// A text that was read.
#[derive(Debug, Clone)]
pub(super) struct Read<'t> {
    pub(super) text: &'t str,
    pub(super) lang: Lang,
    pub(super) tokens: Vec<Token>,
    pub(super) sentences: Vec<Span>,
    pub(super) numbers: Vec<Number>,
    pub(super) dates: Vec<Date>,
}

impl<'t> Read<'t> {
    /// Reads `text`; its relative dates are resolved against `published`.
    pub(super) fn new(text: &'t str, lang: Lang, published: Time) -> Self {
        let sentences = lines(text, lang);
        let mut tokens = tokens(text, lang, &sentences);
        let dates = dates_of(text, lang, published, &mut tokens);
        let numbers = numbers::numbers(text, &mut tokens, lang);
        Self { text, lang, tokens, sentences, numbers, dates }
    }

    /// The words from token `first` up to token `past`.
    pub(super) fn words(&self, first: usize, past: usize) -> &'t str {
        let edges = self.tokens.get(first).zip(past.checked_sub(1).and_then(|last| self.tokens.get(last)));
        edges.and_then(|(a, b)| self.text.get(a.span.start()..b.span.end())).unwrap_or("")
    }
}

/// Sentences; a line break ends one here, for headings and items of lists come as evidence too.
fn lines(text: &str, lang: Lang) -> Vec<Span> {
    let mut found = Vec::new();
    for span in sentences::sentences(text, lang) {
        let Some(words) = span.of(text) else { continue };
        let mut at = span.start();
        for line in words.split_inclusive('\n') {
            let held = line.trim();
            let lead = line.len() - line.trim_start().len();
            if !held.is_empty() {
                found.extend(Span::new(text, at + lead, at + lead + held.len()));
            }
            at += line.len();
        }
    }
    found
}

fn tokens(text: &str, lang: Lang, sentences: &[Span]) -> Vec<Token> {
    let mut found: Vec<Token> = Vec::new();
    let mut sentence = 0;
    let mut fresh = true;
    let (mut past, mut address_end) = (0, 0);
    for word in words(text).take(MAX_TOKENS) {
        while sentences.get(sentence).is_some_and(|s| s.end() <= word.start) {
            sentence += 1;
            fresh = true;
        }
        let gap = text.get(past..word.start).unwrap_or("");
        let quoted = gap.contains(['“', '"', '„', '«', '‘']);
        let parted = gap.contains([',', ';', ':', '.', '!', '?', '(', ')', '—', '–', '…']);
        past = word.end();
        if is_mark(text, gap, word.text, past) || word.start < address_end {
            continue;
        }
        if matches!(word.text, "http" | "https") && text.get(past..).is_some_and(|s| s.starts_with("://")) {
            let rest = text.get(past..).unwrap_or("");
            address_end = past + rest.find(char::is_whitespace).unwrap_or(rest.len());
            continue;
        }
        let folded = fold(word.text);
        let capital = word.text.chars().any(char::is_uppercase);
        let first = fresh || quoted;
        let matter = stop::carries(&folded, lang) || capital && !first && folded.chars().count() > 1;
        let key = key(word.text, &folded, lang);
        let Some(span) = Span::new(text, word.start, word.end()) else { continue };
        found.push(Token {
            span,
            folded,
            key,
            capital,
            first,
            sentence,
            matter,
            parted: parted || fresh,
            dated: false,
            counted: false,
        });
        fresh = false;
    }
    found
}

/// "[4]": the mark of a source, no number of the text.
fn is_mark(text: &str, gap: &str, word: &str, past: usize) -> bool {
    gap.ends_with('[')
        && word.bytes().all(|b| b.is_ascii_digit())
        && text.get(past..).is_some_and(|s| s.starts_with(']'))
}

/// The form under which a word compares.
fn key(word: &str, folded: &str, lang: Lang) -> String {
    if folded.starts_with(|c: char| c.is_ascii_digit()) {
        // "07" of a date is "7".
        let bare = folded.trim_start_matches('0');
        return if bare.is_empty() { folded } else { bare }.to_owned();
    }
    let stem = stems::stem(folded, lang);
    let key = spelling::key(&stem);
    if key.is_empty() { word.to_owned() } else { key }
}

fn dates_of(text: &str, lang: Lang, published: Time, tokens: &mut [Token]) -> Vec<Date> {
    let mut found = Vec::new();
    for mention in dates::mentions(text, lang, published) {
        let first = tokens.partition_point(|t| t.span.end() <= mention.span.start());
        let past = tokens.partition_point(|t| t.span.start() < mention.span.end());
        // "Abril Cendoya": languages that write their months small have a name there.
        let small = matches!(lang.as_str(), "es" | "fr" | "it" | "pt" | "ca");
        if small && past == first + 1 && tokens.get(first).is_some_and(|t| t.capital && !t.first) {
            continue;
        }
        for token in tokens.get_mut(first..past).unwrap_or_default() {
            token.dated = true;
        }
        if first < past {
            found.push(Date { value: mention.value, tokens: (first, past) });
        }
    }
    found
}
