//! A text as sentences that can be laid beside another text's: words in order with values masked, stems, names, dates
//! and direct quotes. What is no telling is left out: datelines, credits, "updated at", calls to the reader.
//! Start at [`Text::read`].

use super::values::{Value, values};
use crate::quotes::quotes;
use crate::{Source, dateline, stop};
use std::collections::BTreeSet;
use wireroom_model::Span;
use wireroom_text::dates::{DateMention, mentions};
use wireroom_text::hash::{mix_v1, word_v1};
use wireroom_text::sentences::sentences;
use wireroom_text::stems::stem;
use wireroom_text::words::{Word, fold, is_spaceless, words};

/// Sentences read of one text.
const MAX_LINES: usize = 400;
/// Sentences at a text's head that a dateline may open, as in a brief.
const OPENING: usize = 3;
/// Words in a row that make a passage known.
pub(super) const RUN: usize = 4;
/// Direct words without a named speaker count as a quote from this many on: fewer are irony or a name.
const MIN_QUOTE: usize = 4;
/// What stands in the place of a value among a line's tokens.
const MASK: u64 = 0;

/// A word, a character of a script without spaces, or a whole value.
#[derive(Debug, Clone, Copy)]
pub(super) struct Token {
    /// The folded word; [`MASK`] for a value.
    pub(super) hash: u64,
    /// Hash of its stem where it carries matter.
    pub(super) stem: Option<u64>,
    /// Index into the line's values.
    pub(super) value: Option<usize>,
    pub(super) is_name: bool,
}

/// One sentence.
#[derive(Debug, Clone)]
pub(super) struct Line {
    pub(super) span: Span,
    pub(super) tokens: Vec<Token>,
    /// Hash of all its words, values as written: equal keys are equal sentences, whatever their marks and line breaks.
    pub(super) key: u64,
    /// Stems that carry matter, sorted, each once; values are not among them.
    pub(super) content: Vec<u64>,
    /// Stems of names among them, where the language's capitals show any.
    pub(super) names: Vec<u64>,
    pub(super) values: Vec<Value>,
    pub(super) dates: usize,
    /// Hashes of the words that say when, sorted.
    pub(super) days: Vec<u64>,
    /// Direct quotes of which it holds a part, as indexes into [`Text::quotes`].
    pub(super) quotes: Vec<usize>,
    /// It tells something: a whole sentence, no credit, stamp or call.
    pub(super) tells: bool,
    /// It begins with "But" or "She".
    pub(super) leans: bool,
    /// It says that something is not so.
    pub(super) denies: bool,
}

/// Direct speech.
#[derive(Debug, Clone)]
pub(super) struct Speech {
    /// The inside of the marks.
    pub(super) span: Span,
    pub(super) speaker: Option<Span>,
    /// Its words, folded and hashed, in order.
    pub(super) words: Vec<u64>,
}

/// One text.
#[derive(Debug, Clone)]
pub(super) struct Text<'a> {
    pub(super) source: Source<'a>,
    pub(super) lines: Vec<Line>,
    pub(super) quotes: Vec<Speech>,
}

impl<'a> Text<'a> {
    pub(super) fn read(source: &Source<'a>) -> Self {
        let (body, lang) = (source.body, source.lang);
        let dates = mentions(body, lang, source.published);
        let speeches = speeches(source);
        let spans = sentences(body, lang);
        let known = names(body, &spans, source);
        let mut lines = Vec::new();
        for (place, span) in spans.into_iter().enumerate().take(MAX_LINES) {
            let span = if place < OPENING { after_credit(body, dateline::after(body, span)) } else { span };
            lines.extend(Line::read(source, span, &dates, &speeches, &known));
        }
        Self { source: *source, lines, quotes: speeches }
    }

    /// Hashes of every [`RUN`] words in a row, over the sentences' edges.
    pub(super) fn runs(&self) -> BTreeSet<u64> {
        let all: Vec<u64> = words(self.source.body).map(|word| word_v1(&fold(word.text))).collect();
        all.windows(RUN).map(run).collect()
    }
}

/// One hash for some words in a row.
pub(super) fn run(words: &[u64]) -> u64 {
    words.iter().copied().fold(0, mix_v1)
}

impl Line {
    fn read(
        source: &Source<'_>,
        span: Span,
        dates: &[DateMention],
        speeches: &[Speech],
        known: &BTreeSet<String>,
    ) -> Option<Self> {
        let text = span.of(source.body)?;
        let here: Vec<Span> = dates.iter().map(|d| d.span).filter(|d| d.touches(span)).collect();
        let values = values(source.body, span, source.lang, &here);
        let (tokens, days) = tokens(source, span, &values, &here, known);
        let mut content: Vec<u64> = tokens.iter().filter_map(|t| t.stem).collect();
        let mut names: Vec<u64> = tokens.iter().filter(|t| t.is_name).filter_map(|t| t.stem).collect();
        for list in [&mut content, &mut names] {
            list.sort_unstable();
            list.dedup();
        }
        let folded: Vec<String> = words(text).map(|word| fold(word.text)).collect();
        let first = folded.first()?;
        Some(Self {
            key: folded.iter().fold(1, |state, word| mix_v1(state, word_v1(word))),
            dates: here.len(),
            days,
            quotes: (0..speeches.len())
                .filter(|&i| speeches.get(i).is_some_and(|s| s.span.touches(span)))
                .collect(),
            tells: is_whole(text, &tokens) && !is_stamp(&folded) && !stop::calls(text, first),
            leans: stop::leans(first),
            denies: folded.iter().any(|word| DENIALS.contains(&word.as_str())),
            span,
            tokens,
            content,
            names,
            values,
        })
    }

    /// Words, values and characters.
    pub(super) fn len(&self) -> usize {
        self.tokens.len()
    }

    /// Values that are numbers for sure.
    pub(super) fn numbers(&self) -> impl Iterator<Item = &Value> {
        self.values.iter().filter(|value| value.sure)
    }
}

fn speeches(source: &Source<'_>) -> Vec<Speech> {
    let found = quotes(source.body, source.lang);
    let speech = |quote: crate::quotes::Quote| {
        let words: Vec<u64> =
            words(quote.span.of(source.body)?).map(|word| word_v1(&fold(word.text))).collect();
        let long = words.len() >= MIN_QUOTE || quote.speaker.is_some() && words.len() > 1;
        long.then_some(Speech { span: quote.span, speaker: quote.speaker, words })
    };
    found.into_iter().filter_map(speech).collect()
}

/// Words with a capital within a sentence. German gives every noun one, so there none tells a name.
fn names(body: &str, spans: &[Span], source: &Source<'_>) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    if source.lang.as_str() == "de" {
        return names;
    }
    for span in spans {
        let text = span.of(body).unwrap_or("");
        for word in words(text).skip(1) {
            let opens =
                text.get(..word.start).is_some_and(|before| before.trim_end_matches(' ').ends_with(OPENERS));
            if word.text.starts_with(char::is_uppercase) && !opens {
                names.insert(fold(word.text));
            }
        }
    }
    names
}

/// After these a capital begins a sentence.
const OPENERS: [char; 9] = ['"', '“', '„', '«', '»', '‘', ':', '.', '\''];

/// The sentence's tokens, and the words among them that say when: those carry no matter of their own.
fn tokens(
    source: &Source<'_>,
    span: Span,
    values: &[Value],
    dates: &[Span],
    known: &BTreeSet<String>,
) -> (Vec<Token>, Vec<u64>) {
    let text = span.of(source.body).unwrap_or("");
    let (mut tokens, mut days) = (Vec::new(), Vec::new());
    let mut before: Option<(usize, u64)> = None;
    let mut told = None;
    for word in words(text) {
        let start = span.start() + word.start;
        let value = values.iter().position(|v| v.span.start() <= start && start < v.span.end());
        if value.is_some() {
            if value != told {
                tokens.push(Token { hash: MASK, stem: None, value, is_name: false });
            }
            (told, before) = (value, None);
            continue;
        }
        let token = token(source, &word, &mut before, known);
        let when = dates.iter().any(|date| date.start() <= start && start < date.end());
        if when && token.stem.is_some() {
            days.push(token.hash);
        }
        tokens.push(Token { stem: token.stem.filter(|_| !when), ..token });
    }
    days.sort_unstable();
    days.dedup();
    (tokens, days)
}

fn token(
    source: &Source<'_>,
    word: &Word<'_>,
    before: &mut Option<(usize, u64)>,
    known: &BTreeSet<String>,
) -> Token {
    let folded = fold(word.text);
    let hash = word_v1(&folded);
    if word.text.chars().next().is_some_and(is_spaceless) {
        // Where no spaces are written, two characters together are what carries matter.
        let pair = before.filter(|(end, _)| *end == word.start).map(|(_, earlier)| mix_v1(earlier, hash));
        *before = Some((word.end(), hash));
        return Token { hash, stem: pair, value: None, is_name: false };
    }
    *before = None;
    let carries = stop::carries(&folded, source.lang) && !TELLING.contains(&folded.as_str());
    let stem = carries.then(|| word_v1(&stem(&folded, source.lang)));
    let is_name = word.text.starts_with(char::is_uppercase) && known.contains(&folded);
    Token { hash, stem, value: None, is_name }
}

/// Verbs that only say that somebody says so: two sentences that share one share nothing.
const TELLING: &[&str] = &[
    "said",
    "says",
    "say",
    "told",
    "tells",
    "according",
    "reported",
    "added",
    "sagte",
    "sagt",
    "sagten",
    "teilte",
    "laut",
    "erklärte",
    "erklärt",
    "dit",
    "déclaré",
    "selon",
    "affirmé",
    "indiqué",
    "explique",
    "dijo",
    "según",
    "afirmó",
    "explicó",
    "señaló",
    "dice",
];

/// Verbs that take back.
const DENIALS: &[&str] = &[
    "denied",
    "denies",
    "deny",
    "denial",
    "rejected",
    "refuted",
    "dementierte",
    "dementiert",
    "bestritt",
    "bestreitet",
    "zurückgewiesen",
    "démenti",
    "dément",
    "nié",
    "nie",
    "desmintió",
    "desmiente",
    "negó",
    "niega",
];

/// Words that open a credit or a stamp.
const STAMPS: &[&str] = &[
    "updated",
    "update",
    "published",
    "reporting",
    "editing",
    "writing",
    "edited",
    "written",
    "aktualisiert",
    "stand",
    "veröffentlicht",
    "mis",
    "mise",
    "publié",
    "actualisé",
    "actualizado",
    "publicado",
    "actualización",
    "redacción",
];
/// A stamp is short, or lists names.
const MAX_STAMP: usize = 14;

/// "Updated at 7 am on 22 September.": a word of the desk's own, then times and small words.
fn is_stamp(folded: &[String]) -> bool {
    let Some((first, rest)) = folded.split_first() else { return true };
    let desk =
        STAMPS.contains(&first.as_str()) || first == "last" && rest.first().is_some_and(|w| w == "updated");
    let by = rest.first().is_some_and(|w| matches!(w.as_str(), "by" | "von" | "par" | "por"));
    let timed = rest.iter().any(|w| w.starts_with(|c: char| c.is_ascii_digit()));
    desk && rest.len() < MAX_STAMP && (by || timed)
}

/// It is closed as a sentence is, and holds more than a word or two.
fn is_whole(text: &str, tokens: &[Token]) -> bool {
    let body = text.trim_end_matches(['"', '”', '“', '’', '\'', '»', '›', ')', '」', '』', ' ', '\u{a0}']);
    // What closes with a mark of speech alone ends with it: "..., she said" may have lost its point.
    let closed = body.ends_with(['.', '!', '?', '…', '。', '！', '？', '।', '۔', '؟']);
    let credit = text.starts_with('(') && text.ends_with(')');
    tokens.len() >= 3 && closed && !credit
}

/// "(AP) Farmers marched": a credit without a dash.
fn after_credit(body: &str, span: Span) -> Span {
    /// Longest credit in brackets, in bytes.
    const MAX_CREDIT: usize = 40;
    let cut = || {
        let text = span.of(body)?.strip_prefix('(')?;
        let (credit, rest) = text.split_once(')')?;
        let rest = rest.trim_start_matches([' ', '\u{a0}', '-', '–', '—', ':']);
        let short = credit.len() <= MAX_CREDIT && rest.chars().next()?.is_uppercase();
        short.then(|| Span::new(body, span.end() - rest.len(), span.end()))?
    };
    cut().unwrap_or(span)
}
