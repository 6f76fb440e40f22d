//! Ask: a reader's question, answered by the sources' own sentences or not at all. The sources are a story's, or any
//! others that the caller found. It refuses to write an answer, to answer from half of a question, and to pass over a
//! name or a number that was asked for. Start at [`ask`].

mod irregular;
mod kin;
mod question;

pub use question::{beginnings, language};

use crate::pool::{Line, Pool};
use crate::{Cited, Source};
use question::{Kind, Wanted, form_of, read};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use wireroom_model::{Lang, Time};
use wireroom_text::dates::mentions;
use wireroom_text::segments::segments;
use wireroom_text::words::fold;

/// Passages of an answer.
const MAX_PASSAGES: usize = 5;
/// A word that stands only in the headline, or in the sentence before, counts as this much.
const NEARBY: f64 = 0.5;
/// Share of the question's weight that a passage has at the least, and that its own words have; most of the question's
/// words stand in the passage itself. `cargo eval ask` measured them: at .60 four more of 21 questions that nothing answers
/// got an answer, and one more of 57 that something does.
const ENOUGH: f64 = 0.65;
const ENOUGH_ITSELF: f64 = 0.4;
/// A passage without a date where the question is "when", or without a number where it is "how many", is worth this, and
/// none where that leaves less than the other.
const WRONG_KIND: f64 = 0.7;
const WORTH_TELLING: f64 = 0.55;

/// What a question got.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// The passages, best first.
    Passages(Vec<Passage>),
    Nothing(Silence),
}

/// Why nothing answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Silence {
    /// The question has no word that says what is asked.
    NoQuestion,
    /// No sentence has enough of the question.
    NothingSaid,
}

/// One sentence that has what was asked for.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Passage {
    pub sentence: Cited,
    /// The same said by other sources, one of each.
    pub others: Vec<Cited>,
    /// Origins that say it, at the most.
    pub witnesses: u32,
    /// The question's words that stand in it, folded, in their order.
    pub words: Vec<String>,
    /// 0 to 1: the share of the question that it has.
    pub score: f64,
}

/// The best passages of the sources for a question in a language; linear in their text.
pub fn ask(question: &str, lang: Lang, sources: &[Source<'_>]) -> Answer {
    let (wanted, kind) = read(question, lang);
    if wanted.is_empty() {
        return Answer::Nothing(Silence::NoQuestion);
    }
    let pool = Pool::new(sources);
    let passages = passages(&pool, &Looking::new(&pool, &wanted), &wanted, kind);
    if passages.is_empty() { Answer::Nothing(Silence::NothingSaid) } else { Answer::Passages(passages) }
}

/// What the lines have of the question.
struct Looking {
    /// For each line, the question's words (by place) that it has itself, and those that stand near it.
    own: Vec<BTreeSet<usize>>,
    near: Vec<BTreeSet<usize>>,
    weights: Vec<f64>,
}

impl Looking {
    fn new(pool: &Pool<'_>, wanted: &[Wanted]) -> Self {
        let mut stems: BTreeMap<String, Vec<String>> = BTreeMap::new();
        let mut found = |text: &str, lang: Lang| -> BTreeSet<usize> {
            let forms = stems
                .entry(lang.as_str().to_owned())
                .or_insert_with(|| wanted.iter().map(|word| form_of(&word.folded, lang)).collect());
            let words = segments(text).map(|word| form_of(&fold(word.text), lang));
            words.filter_map(|word| forms.iter().position(|form| *form == word)).collect()
        };
        let titles: Vec<BTreeSet<usize>> =
            pool.sources.iter().map(|source| found(source.title, source.lang)).collect();
        let own: Vec<BTreeSet<usize>> = pool
            .lines
            .iter()
            .map(|line| {
                let source = pool.source_of(line);
                let text = source.and_then(|source| line.span.of(source.body)).unwrap_or("");
                found(text, source.map_or(Lang::UNKNOWN, |source| source.lang))
            })
            .collect();
        let near = pool.lines.iter().enumerate().map(|(at, line)| {
            let before = at
                .checked_sub(1)
                .filter(|before| pool.lines.get(*before).is_some_and(|before| before.source == line.source));
            let before = before.and_then(|before| own.get(before)).into_iter().flatten();
            before.chain(titles.get(line.source).into_iter().flatten()).copied().collect()
        });
        let near = near.collect();
        let weights = (0..wanted.len())
            .map(|word| {
                let lines = own.iter().filter(|line| line.contains(&word)).count() as f64;
                (1.0 + own.len() as f64 / (lines + 0.5)).ln()
            })
            .collect();
        Self { own, near, weights }
    }

    fn sum(&self, words: impl Iterator<Item = usize>) -> f64 {
        words.filter_map(|word| self.weights.get(word)).sum()
    }

    /// The share of the question that a line has, or none where it has too little.
    fn score(&self, line: usize, wanted: &[Wanted]) -> Option<f64> {
        let (own, near) = (self.own.get(line)?, self.near.get(line)?);
        let all = self.sum(0..wanted.len());
        let missing = |(at, word): (usize, &Wanted)| word.sharp && !own.contains(&at) && !near.contains(&at);
        if wanted.iter().enumerate().any(missing) {
            return None;
        }
        let itself = self.sum(own.iter().copied()) / all;
        let beside = NEARBY * self.sum(near.difference(own).copied()) / all;
        // Half of the words will do where the other half stands right beside.
        let found = own.len() + near.difference(own).count();
        let most = own.len() * 2 > wanted.len() || own.len() * 2 == wanted.len() && found == wanted.len();
        (most && itself >= ENOUGH_ITSELF && itself + beside >= ENOUGH).then_some(itself + beside)
    }
}

fn passages(pool: &Pool<'_>, looking: &Looking, wanted: &[Wanted], kind: Kind) -> Vec<Passage> {
    let mut ranked: Vec<(f64, usize, &Line)> = Vec::new();
    for (at, line) in pool.lines.iter().enumerate() {
        if line.calls || pool.stands.get(line.source) != Some(&true) {
            continue;
        }
        if let Some(score) = looking.score(at, wanted) {
            let score = score * if fits(pool, line, kind) { 1.0 } else { WRONG_KIND };
            if score >= WORTH_TELLING {
                ranked.push((score, at, line));
            }
        }
    }
    ranked.sort_by(|a, b| b.0.total_cmp(&a.0).then(b.2.weight.total_cmp(&a.2.weight)).then(a.1.cmp(&b.1)));
    let mut told: Vec<&Line> = Vec::new();
    let mut found = Vec::new();
    for (score, at, line) in ranked {
        if found.len() == MAX_PASSAGES {
            break;
        }
        if told.iter().any(|held| pool.same(held, line)) {
            continue;
        }
        let support = pool.support(line);
        let Some(sentence) = pool.cite(line) else { continue };
        told.push(line);
        let words = looking.own.get(at).into_iter().flatten().filter_map(|word| wanted.get(*word));
        found.push(Passage {
            sentence,
            others: support.others.into_iter().filter_map(|other| pool.cite(other)).collect(),
            witnesses: support.witnesses,
            words: words.map(|word| word.folded.clone()).collect(),
            score: (score * 1e4).round() / 1e4,
        });
    }
    found
}

/// Whether a line has the sort of thing that is asked for.
fn fits(pool: &Pool<'_>, line: &Line, kind: Kind) -> bool {
    let Some(source) = pool.source_of(line) else { return false };
    let Some(text) = line.span.of(source.body) else { return false };
    match kind {
        Kind::Any => true,
        Kind::When => !mentions(text, source.lang, Time::Unknown).is_empty(),
        Kind::HowMany => !crate::figures::figures(text, source.lang, source.published).is_empty(),
    }
}
