//! Copies beside gaoya: what finding them costs, alignment included, against MinHash with locality-sensitive hashing over
//! the same articles in the same process, tokenising included on both sides. Start at [`beside`].

use cpu_time::ThreadTime;
use gaoya::minhash::{MinHashIndex, MinHasher, MinHasher32};
use gaoya::text::whitespace_split;
use serde_json::Value;
use std::fmt::Write as _;
use std::hint::black_box;
use std::path::Path;
use wireroom_copy::Copies;
use wireroom_model::{Article, ArticleId, ArticleRow, Kind, When};
use wireroom_text::normal::normalise;

/// Rounds over each corpus; they take turns, and the median counts.
const ROUNDS: usize = 7;

const SETS: [(&str, &str); 2] = [("copies-a", "copies-a.jsonl.gz"), ("volume-6k", "volume-6k.jsonl.gz")];

/// The peer as the issue names it: word 5-grams, 128 hashes, Jaccard .5; 32 bands of four find pairs from .42 on.
const GRAM: usize = 5;
const BANDS: usize = 32;
const BAND: usize = 4;
const JACCARD: f64 = 0.5;

/// A line for each corpus: CPU seconds of both in one thread, and their ratio.
pub fn beside(corpora: &Path, rows_of: fn(&Path) -> Result<Vec<Value>, String>) -> Result<String, String> {
    let mut out = String::new();
    for (name, file) in SETS {
        let articles = articles(&rows_of(&corpora.join(file))?)?;
        let mut rounds: Vec<(f64, f64)> = Vec::new();
        for _ in 0..ROUNDS {
            rounds.push((seconds(|| ours(&articles)), seconds(|| minhash(&articles))));
        }
        let median = |of: fn(&(f64, f64)) -> f64| {
            let mut all: Vec<f64> = rounds.iter().map(of).collect();
            all.sort_by(f64::total_cmp);
            all.get(ROUNDS / 2).copied().unwrap_or(f64::NAN)
        };
        let _ = writeln!(
            out,
            "{name}: articles={} wireroom={:.3}s gaoya={:.3}s ratio={:.2}",
            articles.len(),
            median(|round| round.0),
            median(|round| round.1),
            median(|round| round.0 / round.1)
        );
    }
    Ok(out)
}

/// Rows as the filter `copies` takes them: normalised before, as every text that reaches the room is.
fn articles(rows: &[Value]) -> Result<Vec<(Article, When)>, String> {
    let mut now = When::EPOCH;
    let mut articles = Vec::with_capacity(rows.len());
    for (row, number) in rows.iter().zip(1_u64..) {
        let row: ArticleRow = serde_json::from_value(row.clone()).map_err(|e| e.to_string())?;
        let published = row.published.sort_key().and_then(When::from_unix);
        now = published.filter(|at| at.unix() > now.unix()).unwrap_or(now);
        let body = normalise(row.body.as_deref().unwrap_or_default());
        let article = Article {
            id: ArticleId::new(number).map_err(|e| e.to_string())?,
            url: row.url,
            outlet: row.outlet,
            lang: row.lang,
            published: row.published,
            updated: row.updated,
            title: row.title.unwrap_or_default(),
            authors: row.authors.unwrap_or_default(),
            agency: row.agency,
            dateline: row.dateline,
            kind: row.kind.unwrap_or(if body.is_empty() { Kind::Empty } else { Kind::Article }),
            body,
        };
        articles.push((article, now));
    }
    Ok(articles)
}

fn seconds(work: impl FnOnce() -> usize) -> f64 {
    let start = ThreadTime::now();
    black_box(work());
    start.elapsed().as_secs_f64()
}

/// The texts in the window at the end.
fn ours(articles: &[(Article, When)]) -> usize {
    let mut copies = Copies::default();
    for (article, now) in articles {
        black_box(copies.add(article, *now));
    }
    copies.len()
}

/// The pairs found. Grams are hashed as slices of words, which is cheaper than joining them as its README does.
fn minhash(articles: &[(Article, When)]) -> usize {
    let hasher = MinHasher32::new(BANDS * BAND);
    let mut index: MinHashIndex<u32, usize> = MinHashIndex::new(BANDS, BAND, JACCARD);
    let mut pairs = 0;
    for (at, (article, _)) in articles.iter().enumerate() {
        let lower = article.body.to_lowercase();
        let words: Vec<&str> = whitespace_split(&lower).collect();
        let signature = hasher.create_signature(words.windows(GRAM));
        pairs += index.query_owned(&signature).len();
        index.insert(at, signature);
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn both_find_a_text_printed_twice() {
        let words: Vec<String> = (0..80).map(|n| format!("word{}", n * n % 97)).collect();
        let rows =
            [json!({"id": "a", "body": words.join(" ")}), json!({"id": "b", "body": words.join("  ")})];
        let articles = articles(&rows).unwrap();
        assert_eq!((ours(&articles), minhash(&articles)), (2, 1));
    }
}
