//! A text as the room keeps it: one 32-bit number a word, and the sampled word 5-grams that it is found by.
//! It refuses to keep the words themselves: memory is 4 bytes a word up to [`MAX_WORDS`], its names, figures and quotations, and the samples.
//! Start at [`Print::of`] and [`sampled`].

use crate::quoted::quoted;
use serde::{Deserialize, Serialize};
use wireroom_text::hash::{gram_v1, mix_v1, word_v1};
use wireroom_text::words::{Word, fold, is_spaceless, words};

/// The version of everything in this file; a snapshot of another version is refused.
pub(crate) const VERSION: u32 = 6;

/// Words of one text that are looked at. Longer texts (books, dumps) are known by their first words.
pub(crate) const MAX_WORDS: usize = 8_192;

/// Places of names and figures of one text that are kept.
pub(crate) const MAX_FACTS: usize = 256;

/// Quotations of one text that are kept.
const MAX_QUOTES: usize = 256;

/// Paragraphs of one text that are known.
pub(crate) const MAX_PARAGRAPHS: usize = 256;

/// Words in a gram.
pub(crate) const GRAM: usize = 5;

/// One gram in this many is indexed; the choice depends on the gram alone, so both texts of a pair choose alike.
const SAMPLE: u64 = 4;

/// From this many letters on a word counts as telling (it names what a text is about more often than not).
const LONG: usize = 6;

/// The number of one word: 31 bits of its folded hash, the lowest bit set where the word is long.
#[inline]
pub(crate) fn number(word: &str, buffer: &mut String) -> u32 {
    let (hash, long) = if word.is_ascii() {
        buffer.clear();
        buffer.push_str(word);
        buffer.make_ascii_lowercase();
        (word_v1(buffer), word.len() >= LONG)
    } else {
        let long = word.chars().count() >= LONG || word.chars().next().is_some_and(is_spaceless);
        (word_v1(&fold(word)), long)
    };
    ((hash >> 32) as u32 & !1) | u32::from(long)
}

/// True for the number of a long word.
pub(crate) const fn is_long(number: u32) -> bool {
    number & 1 == 1
}

/// The words of a text with their numbers, the first [`MAX_WORDS`] of them.
pub(crate) fn numbered(text: &str) -> (Vec<Word<'_>>, Vec<u32>) {
    let mut buffer = String::new();
    words(text).take(MAX_WORDS).map(|word| (word, number(word.text, &mut buffer))).unzip()
}

/// The numbers alone.
pub(crate) fn word_numbers(text: &str) -> Vec<u32> {
    let mut buffer = String::new();
    words(text).take(MAX_WORDS).map(|word| number(word.text, &mut buffer)).collect()
}

/// What is kept of a text.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Print {
    /// One number a word, of the first [`MAX_WORDS`].
    pub numbers: Vec<u32>,
    /// The words that name or count something: words with a digit, and words with a capital inside a sentence. Each
    /// with its place (read it with [`place`]), in order, the first [`MAX_FACTS`] of them.
    pub facts: Vec<(u16, u32)>,
    /// Half-open word ranges that stand between quotation marks, in order, the first [`MAX_QUOTES`] of them.
    pub quotes: Vec<(u16, u16)>,
    /// The first word of each paragraph, of the first [`MAX_PARAGRAPHS`].
    pub paragraphs: Vec<u16>,
}

impl Print {
    /// Reads a normalised text.
    pub(crate) fn of(text: &str) -> Self {
        let mut buffer = String::new();
        let mut print =
            Self { numbers: Vec::with_capacity((text.len() / 6).min(MAX_WORDS)), ..Self::default() };
        let mut quotes = quoted(text).into_iter().take(MAX_QUOTES).peekable();
        let mut end = 0;
        for (word, at) in words(text).take(MAX_WORDS).zip(0_u16..) {
            let breaks = || text.as_bytes().get(end..word.start).is_some_and(|gap| gap.contains(&b'\n'));
            if print.paragraphs.len() < MAX_PARAGRAPHS && (at == 0 || breaks()) {
                print.paragraphs.push(at);
            }
            end = word.end();
            let number = number(word.text, &mut buffer);
            print.numbers.push(number);
            if print.facts.len() < MAX_FACTS
                && let Some(mark) = fact_mark(text, &word)
            {
                print.facts.push((at | mark, number));
            }
            while quotes.next_if(|quote| quote.end() <= word.start).is_some() {}
            if quotes.peek().is_some_and(|quote| quote.start() <= word.start) {
                match print.quotes.last_mut() {
                    Some(last) if last.1 == at => last.1 = at + 1,
                    _ => print.quotes.push((at, at + 1)),
                }
            }
        }
        print
    }
}

/// A mark on the place of a fact that is a figure; places stay below [`MAX_WORDS`].
const FIGURE: u16 = 1 << 15;

/// The place of a fact, and whether it is a figure.
pub(crate) const fn place(marked: u16) -> (usize, bool) {
    ((marked & !FIGURE) as usize, marked & FIGURE != 0)
}

/// The mark for the place of a word that names or counts; `None` for every other word.
fn fact_mark(text: &str, word: &Word<'_>) -> Option<u16> {
    if word.text.bytes().any(|byte| byte.is_ascii_digit()) {
        return Some(FIGURE);
    }
    let (space, rest) = text.as_bytes().get(..word.start)?.split_last()?;
    let inside = *space == b' ' && rest.last().is_some_and(|&b| b.is_ascii_alphanumeric() || b == b',');
    (inside && word.text.chars().next()?.is_uppercase()).then_some(0)
}

/// The hash of each gram, by the position of its first word.
pub(crate) fn grams(numbers: &[u32]) -> impl Iterator<Item = u64> + '_ {
    numbers.windows(GRAM).filter_map(|gram| Some(gram_v1::<GRAM>(gram.try_into().ok()?)))
}

/// What a text is indexed by, ascending, each once: sampled grams and the hash of the whole, 32 bits of each.
pub(crate) fn sampled(numbers: &[u32]) -> Vec<u32> {
    let mut sample: Vec<u32> = grams(numbers).filter_map(sample_of).collect();
    if !numbers.is_empty() {
        // The whole text twice, so that a text too short for two samples still finds its twin.
        let whole = numbers.iter().fold(1, |state, &word| mix_v1(state, u64::from(word)));
        sample.extend([(whole >> 32) as u32, mix_v1(whole, 1) as u32]);
    }
    sample.sort_unstable();
    sample.dedup();
    sample
}

/// The key of a gram in the index; `None` for three grams of four.
pub(crate) fn sample_of(gram: u64) -> Option<u32> {
    (gram >> 32).is_multiple_of(SAMPLE).then_some((gram >> 34) as u32 ^ (gram as u32) << 30)
}
