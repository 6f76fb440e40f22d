//! The copies window in a running house: what left it is found again, and a house that was restarted between any two
//! texts says what one says that never stopped.
#![allow(dead_code)]

use crate::house::{House, row, told};
use wireroom_copy::Settings;
use wireroom_model::{Relation, When};
use wireroom_pipeline::{Import, Options};

/// Two days and no more.
fn options() -> Options {
    let copies = Settings { window_seconds: 2 * 86_400, keep: 0, ..Settings::default() };
    Options { low_disk: 0, copies, ..Options::default() }
}

fn on(number: u64, outlet: &str, body: &str, day: i64) -> Import {
    let Import::Row { name, mut row } = row(number, outlet, &format!("Report {number}"), body) else {
        panic!("a row")
    };
    row.published = When::from_unix(1_750_000_000 + day * 86_400).unwrap().into();
    Import::Row { name, row }
}

/// Forty days: reports, copies, parts, a digest, late copies of most, an old text that changes.
fn forty_days() -> Vec<Import> {
    let (one, two, three) = (told(3, 30), told(5, 24), told(7, 40));
    let most = |text: &str, sentences: usize| text.split_inclusive(". ").take(sentences).collect::<String>();
    let digest = format!("{one} {two} {}", told(21, 10));
    vec![
        on(1, "Brandt Gazette", &one, 0),
        on(2, "Isle Radio", &format!("{one} {}", told(31, 2)), 0),
        on(3, "Tern Post", &two, 0),
        on(4, "Quill Echo", &digest, 1),
        on(5, "Brandt Gazette", &three, 2),
        on(6, "Isle Radio", &told(8, 20), 6),
        on(7, "Tern Post", &format!("{} {}", told(33, 1), most(&one, 24)), 12),
        on(8, "Isle Radio", &three, 20),
        on(9, "Quill Echo", &format!("{three} {}", told(35, 12)), 21),
        on(10, "Quill Echo", &most(&three, 30), 30),
        on(11, "Tern Post", &told(12, 20), 35),
        // The sixth report says more by now.
        on(6, "Isle Radio", &format!("{} {}", told(8, 20), told(37, 6)), 36),
        on(12, "Brandt Gazette", &told(8, 20), 37),
        on(13, "Quill Echo", &two, 40),
    ]
}

async fn standing(house: &House) -> Vec<(u64, u64, Relation, u32)> {
    let mut all = Vec::new();
    let mut after = 0;
    loop {
        let some = house.store.placed(0, after, 100).await.unwrap();
        let Some(last) = some.last() else { break };
        after = last.order;
        all.extend(some.iter().map(|placed| {
            (placed.article.id.get(), placed.family.get(), placed.relation, placed.longest_run_words)
        }));
    }
    // Numbers are given to stories too, so that a restart skips some: articles and families by their place.
    all.sort_unstable_by_key(|&(article, ..)| article);
    let places: std::collections::BTreeMap<u64, u64> =
        (1..).zip(&all).map(|(place, &(article, ..))| (article, place)).collect();
    for one in &mut all {
        (one.0, one.1) = (places[&one.0], places[&one.1]);
    }
    all
}

#[tokio::test]
async fn a_house_that_restarts_between_any_two_texts_says_what_one_says_that_never_stopped() {
    let (straight, often) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let house = House::open_with(straight.path(), options()).await;
    for text in forty_days() {
        house.import(vec![text]).await;
    }
    let expected = standing(&house).await;
    for text in forty_days() {
        let house = House::open_with(often.path(), options()).await;
        house.import(vec![text]).await;
    }
    let house = House::open_with(often.path(), options()).await;
    assert_eq!(standing(&house).await, expected);
}

#[tokio::test]
async fn a_report_printed_again_weeks_later_is_folded_under_its_family() {
    let folder = tempfile::tempdir().unwrap();
    let house = House::open_with(folder.path(), options()).await;
    for text in forty_days() {
        house.import(vec![text]).await;
    }
    let placed = standing(&house).await;
    let family = |place: usize| placed[place - 1].1;
    assert_eq!(placed.len(), 13);
    assert_eq!(family(7), family(1), "three weeks of silence between them");
    assert_eq!((family(8), family(9), family(10)), (family(5), family(5), family(5)));
    assert_eq!(family(13), family(3));
    assert_eq!(family(12), family(6), "the old text that changed is found too");
    assert_ne!(family(1), family(3), "the digest of both glues nothing");
    assert_eq!(placed[12].2, Relation::Verbatim);
    assert!(placed[6].3 > 100, "the anchor's words are at hand: the longest run is known");
}
