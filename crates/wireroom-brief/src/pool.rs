//! The sentences of a story's sources, with the words they share: what leads, points, figures and timeline choose from.
//! One text of each family stands for it; the other copies only add themselves as sources of what is chosen.
//! Start at [`Pool::new`]. Cost is linear in the text, within the limits below.

use crate::quotes::Said;
use crate::source::witnesses;
use crate::{Cited, Source, dateline, stop};
use std::collections::{BTreeMap, BTreeSet};
use wireroom_model::{Kind, Span};
use wireroom_text::hash::{ByHash, mix_v1, word_v1};
use wireroom_text::sentences::sentences;
use wireroom_text::words::{fold_into, is_spaceless, words};

/// Sources read of one story; the newest beyond that are listed and not read.
pub(crate) const MAX_SOURCES: usize = 500;
/// Sentences read of one source: news says what is new early.
const MAX_SENTENCES: usize = 60;
/// Sentences at a text's start that may begin with a dateline: a standfirst may stand before it.
const OPENING: usize = 3;
/// Sentences held of one story.
const MAX_POOL: usize = 20_000;
/// Share of the shorter sentence's words that makes two sentences one statement. Set by hand on our own texts;
/// issue 7 measures it.
const SAME_SHARE: f64 = 0.6;
/// Fewer shared words than this prove nothing.
const MIN_SHARED: usize = 4;

/// One sentence.
#[derive(Debug)]
pub(crate) struct Line {
    /// Index into [`Pool::sources`].
    pub(crate) source: usize,
    pub(crate) span: Span,
    /// Its place in its source, 0 first.
    pub(crate) place: usize,
    /// Hashes of the words that carry matter, sorted, each once.
    pub(crate) content: Vec<u64>,
    /// The numbers among them.
    pub(crate) numbers: Vec<u64>,
    /// Numbers and names: what a sentence can be held to.
    facts: Vec<u64>,
    /// How many of its facts several families carry; all of them where there is one family.
    pub(crate) carried: usize,
    /// Words of any kind (characters, where no spaces are written).
    pub(crate) length: usize,
    /// Fit to stand alone in a brief.
    pub(crate) fit: bool,
    /// It begins with "But" or "She".
    pub(crate) leans: bool,
    /// It speaks to the reader ("Follow our live page"): no news.
    pub(crate) calls: bool,
    /// Share of its bytes within quotation marks, roughly.
    pub(crate) quoted: bool,
    /// How much it says of what the story's families say, by [`Pool::new`].
    pub(crate) weight: f64,
}

/// Who else states a line.
#[derive(Debug)]
pub(crate) struct Support<'p> {
    pub(crate) others: Vec<&'p Line>,
    /// Texts that state it, its own too: what is said often is worth choosing.
    pub(crate) texts: u32,
    /// Origins that state it: what may be claimed of it.
    pub(crate) witnesses: u32,
}

/// All sentences of a story.
#[derive(Debug)]
pub(crate) struct Pool<'a> {
    /// Oldest first.
    pub(crate) sources: Vec<Source<'a>>,
    /// For each source: it stands for its family.
    pub(crate) stands: Vec<bool>,
    pub(crate) lines: Vec<Line>,
    weights: ByHash<u64, f64>,
    /// For each source, once they are asked for.
    quotes: Vec<Said<'a>>,
}

impl<'a> Pool<'a> {
    /// Reads the sources, whatever their order.
    pub(crate) fn new(sources: &[Source<'a>]) -> Self {
        let mut sources: Vec<Source<'a>> = sources.to_vec();
        sources.sort_by_key(|s| (s.published.sort_key().unwrap_or(i64::MAX), s.article, s.version));
        sources.dedup_by_key(|s| (s.article, s.version));
        let stands = stand_ins(&sources);
        let mut lines = Vec::new();
        // Those that stand for a family first, so that the limits never cut one for a copy.
        for turn in [true, false] {
            for (index, source) in sources.iter().enumerate().take(MAX_SOURCES) {
                if stands.get(index) == Some(&turn) && lines.len() < MAX_POOL {
                    read(index, source, &mut lines);
                }
            }
        }
        let quotes = sources.iter().map(|source| Said::of(source.body, source.lang)).collect();
        let mut pool = Self { sources, stands, lines, weights: ByHash::default(), quotes };
        pool.weigh();
        pool
    }

    /// The quotes of a source: read once, for those who speak them and for who gives a figure.
    pub(crate) fn quotes(&self, source: usize) -> Option<&Said<'a>> {
        self.quotes.get(source)
    }

    /// A word weighs by the share of families that use it, and less the more sentences it is in.
    fn weigh(&mut self) {
        let mut words: ByHash<u64, Uses> = ByHash::default();
        let mut carriers: ByHash<u64, Uses> = ByHash::default();
        let (mut all, mut last) = (0_usize, None);
        let mut count = 0_usize;
        // One text stands for each family, and its lines stand together.
        for line in self.lines.iter().filter(|line| self.stands.get(line.source) == Some(&true)) {
            count += 1;
            all += usize::from(last != Some(line.source));
            last = Some(line.source);
            line.content.iter().for_each(|word| words.entry(*word).or_default().note(line.source));
            line.facts.iter().for_each(|fact| carriers.entry(*fact).or_default().note(line.source));
        }
        let total = all.max(1) as f64;
        self.weights = words
            .into_iter()
            .map(|(word, by)| {
                let within = by.lines.max(1) as f64;
                (word, by.texts as f64 / total * (1.0 + count as f64 / within).ln())
            })
            .collect();
        let weights: Vec<f64> =
            self.lines.iter().map(|line| self.centrality(&line.content, line.place)).collect();
        for (line, weight) in self.lines.iter_mut().zip(weights) {
            line.weight = weight;
        }
        let needed = all.min(2);
        for line in &mut self.lines {
            let carried = |fact: &&u64| carriers.get(*fact).is_some_and(|by| by.texts >= needed);
            line.carried = line.facts.iter().filter(carried).count();
        }
    }

    /// The mean weight of the words, less for long sentences than a sum and less for late ones.
    fn centrality(&self, content: &[u64], place: usize) -> f64 {
        let sum = self.sum(content);
        let length = content.len().max(6) as f64;
        sum / length.powf(0.6) / (1.0 + place as f64).powf(0.25)
    }

    /// The summed weight of some words.
    pub(crate) fn sum(&self, content: &[u64]) -> f64 {
        content.iter().filter_map(|word| self.weights.get(word)).sum()
    }

    /// Whether two lines state the same: most words of the shorter one in common, and no other numbers.
    pub(crate) fn same(&self, a: &Line, b: &Line) -> bool {
        let shared = shared(&a.content, &b.content);
        let shorter = a.content.len().min(b.content.len());
        let longer = a.content.len().max(b.content.len());
        let figures = shared_all(&a.numbers, &b.numbers);
        figures
            && shared >= MIN_SHARED
            && shared as f64 >= SAME_SHARE * shorter as f64
            && longer <= shorter * 3
    }

    pub(crate) fn source_of(&self, line: &Line) -> Option<&Source<'a>> {
        self.sources.get(line.source)
    }

    pub(crate) fn cite(&self, line: &Line) -> Option<Cited> {
        Cited::new(self.source_of(line)?, line.span)
    }

    /// The other sources that state `line` too, one line each, in source order.
    pub(crate) fn support(&self, line: &Line) -> Support<'_> {
        let mut best: BTreeMap<usize, (usize, &Line)> = BTreeMap::new();
        for other in &self.lines {
            if other.source == line.source || !self.same(line, other) {
                continue;
            }
            let common = shared(&line.content, &other.content);
            if best.get(&other.source).is_none_or(|(held, _)| common > *held) {
                best.insert(other.source, (common, other));
            }
        }
        let sources = || best.keys().filter_map(|&i| self.sources.get(i)).chain(self.source_of(line));
        let texts: BTreeSet<u64> = sources().map(Source::text).collect();
        let witnesses = witnesses(sources());
        Support {
            texts: u32::try_from(texts.len()).unwrap_or(u32::MAX),
            witnesses,
            others: best.into_values().map(|(_, line)| line).collect(),
        }
    }
}

/// In how many lines and texts a word stands.
#[derive(Debug, Clone, Copy, Default)]
struct Uses {
    lines: usize,
    texts: usize,
    /// The source of the last line, counted from 1.
    last: usize,
}

impl Uses {
    fn note(&mut self, source: usize) {
        self.lines += 1;
        self.texts += usize::from(self.last != source + 1);
        self.last = source + 1;
    }
}

/// For each source, whether it stands for its family: the longest body, the oldest of equals.
fn stand_ins(sources: &[Source<'_>]) -> Vec<bool> {
    let mut best: BTreeMap<u64, (usize, usize)> = BTreeMap::new();
    for (index, source) in sources.iter().enumerate() {
        let length = source.body.len();
        let held = best.entry(source.text()).or_insert((length, index));
        if length > held.0 {
            *held = (length, index);
        }
    }
    let mut stands = vec![false; sources.len()];
    for (_, index) in best.into_values() {
        if let Some(flag) = stands.get_mut(index) {
            *flag = true;
        }
    }
    stands
}

fn read(index: usize, source: &Source<'_>, lines: &mut Vec<Line>) {
    for (place, span) in sentences(source.body, source.lang).into_iter().enumerate().take(MAX_SENTENCES) {
        let span = if place < OPENING { dateline::after(source.body, span) } else { span };
        let Some(text) = span.of(source.body) else { continue };
        let Carried { length, first, content, numbers, facts } = Carried::by(text, source);
        lines.push(Line {
            source: index,
            span,
            place,
            content,
            numbers,
            facts,
            carried: 0,
            length,
            fit: is_fit(text, length) && !matches!(source.kind, Kind::Listing | Kind::Gallery | Kind::Empty),
            leans: stop::leans(&first),
            calls: stop::calls(text, &first),
            quoted: text.starts_with(['"', '“', '„', '«', '»', '「']),
            weight: 0.0,
        });
    }
}

/// What the words of a sentence say, each word looked at once. Lists of hashes are sorted, each hash once.
#[derive(Debug, Default)]
struct Carried {
    /// Words of any kind.
    length: usize,
    /// The first word, folded.
    first: String,
    /// The words that carry matter; where no spaces are written, pairs of characters.
    content: Vec<u64>,
    numbers: Vec<u64>,
    /// Numbers and names: words with a digit, or with a capital within the sentence. A script without capitals tells no
    /// names apart, so there every word that carries matter counts.
    facts: Vec<u64>,
}

impl Carried {
    fn by(text: &str, source: &Source<'_>) -> Self {
        let mut found = Self::default();
        let mut folded = String::new();
        let mut before: Option<(usize, u64)> = None;
        for word in words(text) {
            fold_into(&mut folded, word.text);
            let hash = word_v1(&folded);
            let initial = word.text.chars().next().unwrap_or_default();
            if initial.is_numeric() {
                found.numbers.push(hash);
            }
            if initial.is_numeric() || found.length > 0 && initial.is_uppercase() {
                found.facts.push(hash);
            }
            if found.length == 0 {
                found.first.clone_from(&folded);
            }
            found.length += 1;
            if is_spaceless(initial) {
                let pair = before.filter(|(end, _)| *end == word.start);
                found.content.extend(pair.map(|(_, earlier)| mix_v1(earlier, hash)));
                before = Some((word.end(), hash));
            } else {
                before = None;
                if stop::carries(&folded, source.lang) {
                    found.content.push(hash);
                }
            }
        }
        for list in [&mut found.content, &mut found.numbers, &mut found.facts] {
            list.sort_unstable();
            list.dedup();
        }
        if !text.chars().any(|c| c.is_lowercase() || c.is_uppercase()) {
            found.facts.clone_from(&found.content);
        }
        found
    }
}

/// The hashes of the words that carry matter, as a [`Line`] holds them.
pub(crate) fn content(text: &str, source: &Source<'_>) -> Vec<u64> {
    Carried::by(text, source).content
}

/// Whether one list holds all of the other.
fn shared_all(a: &[u64], b: &[u64]) -> bool {
    shared(a, b) == a.len().min(b.len())
}

/// A whole sentence of readable length: not a heading, a question or a fragment.
fn is_fit(text: &str, length: usize) -> bool {
    let spaceless = text.chars().filter(|&c| is_spaceless(c)).count() * 2 > text.chars().count();
    let (least, most) = if spaceless { (12, 160) } else { (6, 60) };
    let body = text.trim_end_matches(['"', '”', '“', '’', '\'', '»', ')', '」', '』']);
    let closed = body.ends_with(['.', '!', '…', '。', '！', '؟', '।', '۔']);
    // "- The plan ..." is an item of a list, "and then ..." half of a sentence.
    let begins = text.chars().next().is_some_and(|c| {
        c.is_alphanumeric() && !c.is_lowercase()
            || matches!(c, '"' | '“' | '„' | '«' | '»' | '‘' | '「' | '¿' | '¡' | '$' | '€' | '£')
    });
    (least..=most).contains(&length) && closed && begins && !text.contains('\n')
}

/// How many of two sorted lists' hashes are in both.
pub(crate) fn shared(a: &[u64], b: &[u64]) -> usize {
    let mut count = 0;
    let mut rest = b.iter().peekable();
    for word in a {
        while rest.next_if(|other| *other < word).is_some() {}
        if rest.next_if(|other| *other == word).is_some() {
            count += 1;
        }
    }
    count
}
