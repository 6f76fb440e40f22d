//! Key points against a corpus of writers who, day by day, told an event anew and what a newcomer must know of it. From
//! the updates before a step, whole sentences of at most 90 words; held to that step's background by ROUGE-2.
//! The other two writers of the event are other origins. Two simple ways stand beside ours: newest first and LexRank.

use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use wireroom_brief::{Source, key_points};
use wireroom_model::{ArticleId, Kind, Lang, Span, Time, VersionId};
use wireroom_text::normal::normalise;
use wireroom_text::sentences::sentences;
use wireroom_text::words::{fold, words};

/// Words of an answer.
const WORDS: usize = 90;
/// LexRank as it was published: sentences this alike are joined, and a reader stays with this chance.
const ALIKE: f64 = 0.1;
const STAYS: f64 = 0.85;
const ROUNDS: usize = 30;
/// Words of fewer letters carry no matter in the measure of repetition.
const SHORT: usize = 4;

struct Update {
    writer: u64,
    date: Time,
    text: String,
    background: String,
}

#[derive(Default)]
struct Tally {
    sum: f64,
    steps: f64,
    pairs: usize,
    repeated: usize,
}

impl Tally {
    fn add(&mut self, chosen: &[String], background: &str) {
        self.sum += rouge2(&chosen.join(" "), background);
        self.steps += 1.0;
        let words: Vec<BTreeSet<String>> = chosen.iter().map(|text| matter(text)).collect();
        for (at, one) in words.iter().enumerate() {
            for other in words.iter().skip(at + 1) {
                self.pairs += 1;
                let least = one.len().min(other.len());
                self.repeated += usize::from(one.intersection(other).count() * 2 > least);
            }
        }
    }

    fn mean(&self) -> f64 {
        self.sum / self.steps.max(1.0)
    }
}

/// The figures over the corpus's rows.
pub fn run(rows: &[Value]) -> Result<String, String> {
    let mut events: BTreeMap<String, Vec<Update>> = BTreeMap::new();
    let mut writers: BTreeMap<String, u64> = BTreeMap::new();
    for row in rows {
        let text = |name: &str| row.get(name).and_then(Value::as_str).unwrap_or_default();
        let next = writers.len() as u64 + 1;
        let writer = *writers.entry(text("writer").to_owned()).or_insert(next);
        let date = text("date").trim_matches(['[', ']']).parse().map_or(Time::Unknown, Time::At);
        // The corpus writes the line breaks of its updates as a backslash and an n.
        let update = normalise(&text("update").replace("\\n", "\n"));
        let background = text("background").to_owned();
        events.entry(text("event").to_owned()).or_default().push(Update {
            writer,
            date,
            text: update,
            background,
        });
    }
    let names = ["rouge2", "alone", "newest", "lexrank"];
    let mut all: [Tally; 4] = std::array::from_fn(|_| Tally::default());
    let mut out = String::new();
    for (event, updates) in &mut events {
        updates.sort_by_key(|update| update.date.sort_key());
        let mut of = Tally::default();
        for step in updates.iter().filter(|update| !update.background.is_empty()) {
            let before: Vec<&Update> =
                updates.iter().filter(|other| other.date.sort_key() < step.date.sort_key()).collect();
            let own: Vec<&Update> = before.iter().copied().filter(|one| one.writer == step.writer).collect();
            let answers =
                [points(&before, step.writer)?, points(&own, step.writer)?, newest(&own), lexrank(&own)];
            for (tally, answer) in all.iter_mut().zip(&answers) {
                tally.add(answer, &step.background);
            }
            if let Some(ours) = answers.first() {
                of.add(ours, &step.background);
            }
        }
        let _ = writeln!(out, "{event}={:.4} steps={}", of.mean(), of.steps);
    }
    for (name, tally) in names.iter().zip(&all) {
        let _ = writeln!(out, "{name}={:.4}", tally.mean());
    }
    if let Some(ours) = all.first() {
        let apart = 1.0 - ours.repeated as f64 / ours.pairs.max(1) as f64;
        let _ = writeln!(out, "steps={} pairs={} apart={apart:.4}", ours.steps, ours.pairs);
    }
    Ok(out)
}

/// Ours, by the function that ranks a brief's points.
fn points(before: &[&Update], writer: u64) -> Result<Vec<String>, String> {
    let mut sources = Vec::new();
    for (update, number) in before.iter().zip(1..) {
        sources.push(Source {
            article: ArticleId::new(number).map_err(|e| e.to_string())?,
            version: VersionId::new(number).map_err(|e| e.to_string())?,
            text_hash: "",
            url: None,
            outlet: None,
            agency: None,
            title: "",
            published: update.date,
            lang: Lang::EN,
            family: None,
            origin: Some(update.writer),
            kind: Kind::Article,
            body: &update.text,
        });
    }
    Ok(key_points(&sources, Some(writer), WORDS).iter().map(|cited| cited.text().to_owned()).collect())
}

/// The newest update's sentences in order, then those of the one before, until one does not fit.
fn newest(own: &[&Update]) -> Vec<String> {
    let mut left = WORDS;
    let mut chosen = Vec::new();
    for text in own.iter().rev().flat_map(|update| split(&update.text)) {
        let length = text.split_whitespace().count();
        if length > left {
            break;
        }
        left -= length;
        chosen.push(text);
    }
    chosen
}

/// LexRank: the sentences that most others are like.
fn lexrank(own: &[&Update]) -> Vec<String> {
    let texts: Vec<String> = own.iter().flat_map(|update| split(&update.text)).collect();
    let bags: Vec<BTreeMap<String, f64>> = texts.iter().map(|text| bag(text)).collect();
    let mut carriers: BTreeMap<&str, f64> = BTreeMap::new();
    for word in bags.iter().flat_map(BTreeMap::keys) {
        *carriers.entry(word).or_default() += 1.0;
    }
    let total = bags.len() as f64;
    let weight = |word: &str| (total / carriers.get(word).copied().unwrap_or(1.0)).ln() + 1.0;
    let vectors: Vec<BTreeMap<&str, f64>> = bags
        .iter()
        .map(|bag| {
            let raw: BTreeMap<&str, f64> = bag.iter().map(|(w, n)| (w.as_str(), n * weight(w))).collect();
            let norm = raw.values().map(|v| v * v).sum::<f64>().sqrt().max(f64::MIN_POSITIVE);
            raw.into_iter().map(|(word, v)| (word, v / norm)).collect()
        })
        .collect();
    let alike = |a: &BTreeMap<&str, f64>, b: &BTreeMap<&str, f64>| {
        a.iter().filter_map(|(word, v)| Some(v * b.get(word)?)).sum::<f64>() > ALIKE
    };
    let joined: Vec<Vec<usize>> = vectors
        .iter()
        .map(|one| {
            vectors.iter().enumerate().filter(|(_, other)| alike(one, other)).map(|(at, _)| at).collect()
        })
        .collect();
    let mut rank = vec![1.0; texts.len()];
    for _ in 0..ROUNDS {
        let mut next = vec![1.0 - STAYS; texts.len()];
        for (to, value) in joined.iter().zip(&rank) {
            for at in to {
                if let Some(slot) = next.get_mut(*at) {
                    *slot += STAYS * value / to.len() as f64;
                }
            }
        }
        rank = next;
    }
    let mut order: Vec<(f64, usize)> = rank.into_iter().zip(0..).collect();
    order.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    let mut left = WORDS;
    let mut chosen = Vec::new();
    for text in order.iter().filter_map(|(_, at)| texts.get(*at)) {
        let length = text.split_whitespace().count();
        if length <= left {
            left -= length;
            chosen.push(text.clone());
        }
    }
    chosen
}

fn split(text: &str) -> Vec<String> {
    let spans: Vec<Span> = sentences(text, Lang::EN);
    spans.into_iter().filter_map(|span| span.of(text)).map(str::to_owned).collect()
}

fn bag(text: &str) -> BTreeMap<String, f64> {
    let mut bag = BTreeMap::new();
    for word in tokens(text) {
        *bag.entry(word).or_insert(0.0) += 1.0;
    }
    bag
}

fn matter(text: &str) -> BTreeSet<String> {
    words(text).map(|word| fold(word.text)).filter(|word| word.chars().count() >= SHORT).collect()
}

/// Runs of a to z and 0 to 9 in lower case, as the measure's reference implementation has them.
fn tokens(text: &str) -> Vec<String> {
    let lower = text.to_lowercase();
    let parts = lower.split(|c: char| !c.is_ascii_alphanumeric());
    parts.filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

/// F1 over pairs of words, each counted as often as it stands.
fn rouge2(answer: &str, gold: &str) -> f64 {
    let pairs = |text: &str| {
        let tokens = tokens(text);
        let mut pairs: BTreeMap<(String, String), usize> = BTreeMap::new();
        for (one, two) in tokens.iter().zip(tokens.iter().skip(1)) {
            *pairs.entry((one.clone(), two.clone())).or_default() += 1;
        }
        pairs
    };
    let (answer, gold) = (pairs(answer), pairs(gold));
    let common: usize = answer.iter().map(|(pair, n)| *n.min(gold.get(pair).unwrap_or(&0))).sum();
    let total: usize = answer.values().chain(gold.values()).sum();
    if common == 0 { 0.0 } else { 2.0 * common as f64 / total as f64 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_measure_counts_pairs_of_words() {
        assert!((rouge2("The tide turned.", "the tide turned") - 1.0).abs() < 1e-9);
        // One pair of two in common on either side.
        assert!((rouge2("the tide fell", "the tide turned") - 0.5).abs() < 1e-9);
        assert!(rouge2("nothing alike", "the tide turned").abs() < 1e-9);
    }
}
