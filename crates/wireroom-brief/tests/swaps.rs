//! Lies planted in our own texts against the checker of a writer's sentences: how many it catches, and how many true
//! sentences it refuses. The rates stand in docs/verification.md, and this test holds the page to them.
#![allow(clippy::disallowed_types)]

pub mod plant;
pub mod press;

use plant::{Lie, Planted};
use std::collections::BTreeMap;
use std::fmt::Write;
use wireroom_brief::verify::{Passage, faithful};
use wireroom_model::Time;

fn planted() -> Vec<Planted> {
    let texts = press::all();
    texts.iter().enumerate().flat_map(|(turn, text)| plant::plant(text, &texts, turn * 31)).collect()
}

fn refused(one: &Planted) -> Vec<String> {
    let cited: Vec<Passage<'_>> =
        one.cited.iter().map(|text| Passage { text, lang: one.lang, published: Time::Unknown }).collect();
    faithful(&one.sentence, &cited).reasons.iter().map(ToString::to_string).collect()
}

#[test]
fn planted_lies_are_caught_and_true_sentences_pass() {
    let mut told: BTreeMap<(Option<Lie>, &str, String), (usize, usize)> = BTreeMap::new();
    let mut sums: BTreeMap<Option<Lie>, (usize, usize)> = BTreeMap::new();
    let show = std::env::var("WIREROOM_SHOW").unwrap_or_default();
    for one in planted() {
        let reasons = refused(&one);
        let hit = usize::from(!reasons.is_empty());
        for sum in [
            told.entry((one.lie, one.how, one.lang.as_str().to_owned())).or_default(),
            sums.entry(one.lie).or_default(),
        ] {
            sum.0 += hit;
            sum.1 += 1;
        }
        if (hit == 1) != one.lie.is_some() && show == format!("{:?}", one.lie) {
            println!(
                "{:?} {} {}\n  {}\n  cited: {:?}\n  {reasons:?}",
                one.lie,
                one.how,
                one.lang.as_str(),
                one.sentence,
                one.cited
            );
        }
    }
    for ((lie, how, lang), (hit, of)) in &told {
        println!("{lie:?} {how} {lang}: {hit} of {of}");
    }
    let mut table = String::new();
    for (lie, least) in BARS {
        let (hit, of) = sums[&lie];
        let rate = hit as f64 / of as f64;
        let what = lie.map_or("true sentences, refused", Lie::told);
        writeln!(
            table,
            "| {what} | {of} | {hit} | {:.1} % | {} {:.0} % |",
            rate * 100.0,
            if lie.is_some() { "at least" } else { "at most" },
            least * 100.0
        )
        .unwrap();
        assert!(if lie.is_some() { rate >= least } else { rate <= least }, "{lie:?}: {hit} of {of}");
    }
    print!("{table}");
    hold(&table);
}

/// What must be caught of each kind, and how many true sentences may be refused.
const BARS: [(Option<Lie>, f64); 7] = [
    (Some(Lie::Number), 0.99),
    (Some(Lie::Name), 0.99),
    (Some(Lie::Date), 0.99),
    (Some(Lie::QuotedWord), 0.99),
    (Some(Lie::Speaker), 0.95),
    (Some(Lie::Negation), 0.90),
    (None, 0.02),
];

const BEGIN: &str = "<!-- rates: written by the test `swaps` -->\n";
const END: &str = "<!-- end of rates -->\n";

/// The page that prints the rates must print these; WIREROOM_BLESS=1 writes them into it.
fn hold(table: &str) {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/verification.md");
    let page = std::fs::read_to_string(&path).unwrap();
    let (head, rest) = page.split_once(BEGIN).expect("docs/verification.md has lost its rates");
    let (_, tail) = rest.split_once(END).expect("docs/verification.md has lost the end of its rates");
    let held = "| planted | sentences | caught | rate | bar |\n|---|--:|--:|--:|--:|\n";
    let wanted = format!("{head}{BEGIN}{held}{table}{END}{tail}");
    if std::env::var_os("WIREROOM_BLESS").is_some() {
        std::fs::write(&path, &wanted).unwrap();
    } else {
        assert!(
            page == wanted,
            "docs/verification.md prints other rates; run this test with WIREROOM_BLESS=1"
        );
    }
}
