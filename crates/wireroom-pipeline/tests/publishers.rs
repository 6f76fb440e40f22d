//! Lists of publishers in a house: tried, brought in, laid over each other, taken away; stories are counted anew.
#![allow(dead_code)]

use crate::house::{House, row, told};
use wireroom_model::{Coverage, Whose};
use wireroom_pipeline::Reach;
use wireroom_pipeline::publishers::{How, Owned};
use wireroom_store::Viewer;

const ONE: &[u8] = b"outlet,publisher\nCourier,Quay Media\nGazette,Quay Media\n";

/// One story, told by three outlets in their own words of one event, and its count.
async fn house(folder: &std::path::Path) -> House {
    let house = House::open(folder).await;
    let body = told(1, 14);
    let rows = ["courier", "gazette", "herald"].into_iter().zip(1..);
    house
        .import(rows.map(|(outlet, number)| row(number, outlet, "Ferry aground at Marfa", &body)).collect())
        .await;
    house
}

async fn coverage(house: &House) -> Coverage {
    house.pipeline.drain(Reach::Local).await.unwrap();
    let cards = house.store.front(Viewer::House, Default::default(), 9, 0).await.unwrap();
    assert_eq!(cards.len(), 1);
    house.store.brief(cards[0].id, Viewer::House).await.unwrap().unwrap().coverage.unwrap()
}

async fn bring(house: &House, bytes: &[u8], how: How) -> Owned {
    house.pipeline.bring_publishers("ours.csv", bytes, how).await.unwrap()
}

fn counts(coverage: &Coverage) -> (u32, Option<u32>, u32) {
    (coverage.outlets, coverage.publishers, coverage.unlisted)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_is_tried_without_a_trace_brought_in_once_and_taken_back() {
    let folder = tempfile::tempdir().unwrap();
    let house = house(folder.path()).await;
    assert_eq!(counts(&coverage(&house).await), (3, None, 0));
    let tried = bring(&house, ONE, How { dry: true, ..How::default() }).await;
    assert_eq!((tried.changed.len(), tried.owned, tried.outlets, tried.list), (2, 2, 3, None));
    assert!(house.store.publisher_lists().await.unwrap().is_empty());
    assert_eq!(counts(&coverage(&house).await), (3, None, 0));

    let kept = bring(&house, ONE, How::default()).await;
    assert_eq!((kept.rows, kept.publishers, kept.stories, kept.known), (2, 1, 1, false));
    assert_eq!(counts(&coverage(&house).await), (3, Some(2), 1));
    let again =
        bring(&house, b"publisher,outlet\nQuay Media,GAZETTE\nQuay Media,Courier\n", How::default()).await;
    assert!(again.known && again.changed.is_empty() && again.stories == 0);
    assert_eq!(house.store.publisher_lists().await.unwrap().len(), 1);

    house.pipeline.remove_publishers(kept.list.unwrap()).await.unwrap();
    assert_eq!(counts(&coverage(&house).await), (3, None, 0));
    assert!(house.pipeline.remove_publishers(99).await.unwrap_err().to_string().contains("number 99"));
}

#[tokio::test(flavor = "multi_thread")]
async fn lists_lie_over_each_other_and_a_replaced_one_comes_back() {
    let folder = tempfile::tempdir().unwrap();
    let house = house(folder.path()).await;
    bring(&house, ONE, How::default()).await;
    // Found by the host of its pages, which stands for those below.
    let over =
        bring(&house, b"domain,publisher\ncourier.example,Reef\nherald.example,Reef\n", How::default()).await;
    // A name is nearer than a host.
    assert_eq!(over.changed, [("herald".to_owned(), None, Some("Reef".to_owned()))]);
    assert_eq!(counts(&coverage(&house).await), (3, Some(2), 0));
    let alone = How { replaces: true, ..How::default() };
    let only = bring(&house, b"{\"Tide\": [\"Courier\"]}", alone).await;
    assert_eq!(counts(&coverage(&house).await), (3, Some(3), 2));
    house.pipeline.remove_publishers(only.list.unwrap()).await.unwrap();
    assert_eq!(counts(&coverage(&house).await), (3, Some(2), 0));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_outlet_that_comes_after_the_list_has_its_owner_and_one_house_is_one_origin() {
    let folder = tempfile::tempdir().unwrap();
    let house = House::open(folder.path()).await;
    bring(&house, ONE, How::default()).await;
    let body = told(1, 14);
    let same = ["courier", "gazette"].into_iter().zip(1..);
    house.import(same.map(|(outlet, number)| row(number, outlet, "Ferry aground", &body)).collect()).await;
    let coverage = coverage(&house).await;
    // Both state one hour: nobody knows who was first, but both are of one house.
    assert_eq!((coverage.origins.len(), coverage.unknown.len()), (1, 0), "{coverage:?}");
    assert!(matches!(&coverage.origins[0].whose, Whose::Publisher(_) | Whose::Outlet(_)));
    assert_eq!(counts(&coverage), (2, Some(1), 0));
}
