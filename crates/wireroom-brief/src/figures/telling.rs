//! What a text tells at its head, as sets that two texts are laid over each other by: names, words, concepts, days.
//! Names are their first letters, so that "Gerstenau" and "Gerstenauer" are one; words of more languages are none.
//! Start at [`Telling::new`].

use super::concepts::{self, Concept};
use super::lexicon::Lexicon;
use super::tokens::Sentence;
use super::view::{Range, range};
use crate::stop;
use std::collections::BTreeSet;
use std::sync::OnceLock;
use wireroom_model::{Lang, Span};
use wireroom_text::dates::DateMention;
use wireroom_text::hash::word_v1;
use wireroom_text::stems::Stems;

/// Bytes read of a text: what happened stands at its head, and every byte is paid for in each brief.
const HEAD: usize = 1_000;
/// Letters by which a name is known.
const NAME_LETTERS: usize = 5;

/// A text's head, read when a pair first asks: most figures meet none of their kind.
#[derive(Debug)]
pub(super) struct Telling {
    head: Box<str>,
    lang: Lang,
    mentions: Vec<DateMention>,
    told: OnceLock<Told>,
    pub(super) dates: Vec<Range>,
}

#[derive(Debug, Default)]
struct Told {
    /// Hashes of the first letters of words with a capital, sorted, each once.
    names: Vec<u64>,
    /// Hashes of the stems of words that carry matter, sorted, each once.
    stems: Vec<u64>,
    concepts: Vec<Concept>,
}

impl Telling {
    /// `dates` are the mentions of the body, in order.
    pub(super) fn new(body: &str, lang: Lang, dates: &[DateMention]) -> Self {
        let end = body.floor_char_boundary(HEAD);
        let mentions: Vec<DateMention> = dates.iter().take_while(|d| d.span.end() <= end).cloned().collect();
        Self {
            head: body.get(..end).unwrap_or("").into(),
            lang,
            told: OnceLock::new(),
            dates: mentions.iter().filter_map(|d| d.value.and_then(range)).collect(),
            mentions,
        }
    }

    fn told(&self) -> &Told {
        self.told.get_or_init(|| Told::of(&self.head, self.lang, &self.mentions))
    }

    /// Names that both tell of.
    pub(super) fn common_names(&self, other: &Self) -> usize {
        crate::pool::shared(&self.told().names, &other.told().names)
    }

    pub(super) fn common_stems(&self, other: &Self) -> usize {
        crate::pool::shared(&self.told().stems, &other.told().stems)
    }

    pub(super) fn common_concepts(&self, other: &Self) -> usize {
        let people = |c: &&Concept| c.name != "people";
        self.told()
            .concepts
            .iter()
            .filter(people)
            .filter(|c| other.told().concepts.binary_search(c).is_ok())
            .count()
    }

    /// It has a word of this stem.
    pub(super) fn says(&self, stem: &str) -> bool {
        self.told().stems.binary_search(&word_v1(stem)).is_ok()
    }

    /// It tells of somebody or something of this name.
    pub(super) fn names(&self, word: &str) -> bool {
        self.told().names.binary_search(&name(word)).is_ok()
    }
}

impl Told {
    fn of(head: &str, lang: Lang, dates: &[DateMention]) -> Self {
        let Some(span) = Span::new(head, 0, head.len()) else { return Self::default() };
        let s = Sentence::new(head, span, Lexicon::of(lang), dates);
        let stemmer = Stems::of(lang);
        let (mut names, mut stems, mut all) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
        for token in s.tokens.iter().filter(|t| t.is_word() && !t.dated) {
            if !stop::carries(&token.word, lang) || s.lexicon.stops.contains(token.word.as_ref()) {
                continue;
            }
            all.extend(concepts::of(&token.word, lang).iter().copied());
            if token.capital {
                names.insert(name(&token.word));
            }
            stems.insert(word_v1(&stemmer.stem(&token.word)));
        }
        Self {
            names: names.into_iter().collect(),
            stems: stems.into_iter().collect(),
            concepts: all.into_iter().collect(),
        }
    }
}

fn name(word: &str) -> u64 {
    let end = word.char_indices().nth(NAME_LETTERS).map_or(word.len(), |(at, _)| at);
    word_v1(word.get(..end).unwrap_or(word))
}
