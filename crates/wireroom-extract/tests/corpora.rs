//! What every real page of the development corpora may cost at most, beside the others: one page that takes far longer
//! than its size is what no average shows. Run by `cargo eval extract-strength`, optimised; the corpora are read, never
//! copied (WIREROOM_CORPORA, else ../shared/corpora).
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::string_slice)]

use cpu_time::ThreadTime;
use flate2::read::GzDecoder;
use std::collections::BTreeSet;
use std::fs::File;
use std::hint::black_box;
use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::time::Duration;
use url::Url;
use wireroom_extract::{Page, dump, extract};
use wireroom_model::Time;
use wireroom_text::markup;

const SETS: [&str; 5] =
    ["extract-fundus-a", "extract-np4k-a", "extract-traf-a", "extract-daniel-a", "dates-of-pages-a"];
/// Below this fixed costs say more than the page.
const LARGE: usize = 50 * 1024;
/// The bars: time for a byte against the median page's, and memory.
const TIMES_THE_MEDIAN: f64 = 10.0;
const TIMES_THE_PAGE: usize = 30;
const AND_BYTES: usize = 32 * 1024 * 1024;
/// The fastest counts: whatever disturbs a round makes it slower.
const ROUNDS: usize = 3;

struct Cost {
    id: String,
    bytes: usize,
    /// Nanoseconds for a byte.
    time: f64,
    /// Bytes held at once, at most.
    held: usize,
}

impl Cost {
    /// What may be held for each byte that is.
    fn room(&self) -> f64 {
        (TIMES_THE_PAGE * self.bytes + AND_BYTES) as f64 / self.held as f64
    }
}

fn corpora() -> PathBuf {
    let beside = || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/corpora");
    std::env::var_os("WIREROOM_CORPORA").map_or_else(beside, PathBuf::from)
}

fn cost(id: &str, html: &str, url: Option<&Url>) -> Cost {
    let page = Page::new(html).at(url);
    let held = allocation_counter::measure(|| {
        black_box(extract(&page));
    });
    let mut best = Duration::MAX;
    for _ in 0..ROUNDS {
        let start = ThreadTime::now();
        black_box(extract(black_box(&page)));
        best = best.min(start.elapsed());
    }
    Cost {
        id: id.to_owned(),
        bytes: html.len(),
        time: best.as_nanos() as f64 / html.len() as f64,
        held: usize::try_from(held.bytes_max).unwrap(),
    }
}

#[test]
#[ignore = "cargo eval extract-strength runs it, optimised"]
fn no_page_of_the_corpora_costs_much_more_than_the_others() {
    let folder = corpora();
    if !folder.is_dir() {
        assert!(std::env::var("CI").is_ok_and(|v| v != "true"), "no corpora at {}", folder.display());
        println!("skipped: no corpora at {} (set WIREROOM_CORPORA)", folder.display());
        return;
    }
    let mut costs: Vec<Cost> = Vec::new();
    let (mut pages, mut seen) = (0, BTreeSet::new());
    for set in SETS {
        let file = File::open(folder.join(format!("{set}.jsonl.gz"))).expect(set);
        for line in BufReader::new(GzDecoder::new(file)).lines() {
            let row: serde_json::Value = serde_json::from_str(&line.unwrap()).unwrap();
            let html = row["html"].as_str().unwrap();
            let url = row["url"].as_str().and_then(|url| Url::parse(url).ok());
            pages += 1;
            // No page panics, of whatever size, nor what a reader copies off it.
            assert!(!dump::extract(&markup::plain(html), Time::Unknown).is_empty());
            if html.len() > LARGE && seen.insert(html.to_owned()) {
                costs.push(cost(row["id"].as_str().unwrap(), html, url.as_ref()));
            } else {
                assert!(!extract(&Page::new(html).at(url.as_ref())).is_empty());
            }
        }
    }
    costs.sort_by(|a, b| a.time.total_cmp(&b.time));
    let median = costs[costs.len() / 2].time;
    for cost in costs.iter().rev().take(8) {
        println!(
            "{} {} bytes: {:.1} of the median, {:.1} x held",
            cost.id,
            cost.bytes,
            cost.time / median,
            cost.held as f64 / cost.bytes as f64
        );
    }
    let slowest = costs.last().unwrap();
    let fullest = costs.iter().min_by(|a, b| a.room().total_cmp(&b.room())).unwrap();
    println!("strength pages={pages} large={} median={median:.1}ns", costs.len());
    println!("strength time={:.2} room={:.2}", TIMES_THE_MEDIAN * median / slowest.time, fullest.room());
    println!(
        "slowest {} with {:.1} times the median; fullest {}",
        slowest.id,
        slowest.time / median,
        fullest.id
    );
}
