//! Who had a text first, as stored when a story's brief is written; and what a story's place in time rests on.
#![allow(dead_code)]

use crate::house::{House, NOON, row, told};
use wireroom_model::{Time, When};
use wireroom_pipeline::Import;
use wireroom_store::Viewer;
use wireroom_store::briefs::Order;
use wireroom_store::lineage::Reason;
use wireroom_store::story_page::FamilyGroup;

fn at(import: Import, published: Option<&str>, agency: Option<&str>) -> Import {
    let Import::Row { name, mut row } = import else { panic!("a row") };
    row.published = published.map_or(Time::Unknown, |at| at.parse::<When>().unwrap().into());
    row.agency = agency.map(str::to_owned);
    Import::Row { name, row }
}

async fn only_family(house: &House) -> FamilyGroup {
    let cards = house.store.front(Viewer::Guest, Order::Latest, 10, 0).await.unwrap();
    let page = house.store.story_page(cards[0].id, Viewer::Guest).await.unwrap().unwrap();
    assert_eq!(page.families.len(), 1, "{:#?}", page.families);
    page.families.into_iter().next().unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn copies_stand_under_the_agencys_own_article_with_what_they_keep_of_it() {
    let folder = tempfile::tempdir().unwrap();
    let house = House::open(folder.path()).await;
    let whole = told(3, 30);
    let longer = format!("{whole}\n\n{}", told(9, 4));
    let excerpt = whole.split_inclusive(". ").take(15).collect::<String>();
    let wire = Some("Northern Wire");
    house
        .import(vec![
            at(row(1, "Brandt Gazette", "Ferry", &longer), Some("2025-08-20T09:30:00Z"), wire),
            at(row(2, "Northern Wire", "Ferry", &whole), Some("2025-08-20T09:00:00Z"), wire),
            at(row(3, "Isle Radio", "Ferry", excerpt.trim()), Some("2025-08-20T10:00:00Z"), wire),
        ])
        .await;
    let family = only_family(&house).await;
    assert_eq!(family.first.outlet.as_deref(), Some("Northern Wire"));
    assert_eq!(family.first.origin_agency.as_deref(), wire);
    for copy in &family.copies {
        let stands = copy.copy.unwrap();
        assert_eq!((stands.parent, stands.reason), (Some(family.first.id), Some(Reason::AgencyCredit)));
        let kept = stands.kept.unwrap();
        match copy.outlet.as_deref() {
            Some("Isle Radio") => assert!((0.4..0.6).contains(&kept), "{kept}"),
            _ => assert!(kept > 0.98, "{kept}"),
        }
    }
    // The fullest text is the Gazette's, and still it is the agency that wrote it.
    let outlets = house.store.outlets(Viewer::Guest).await.unwrap();
    let own: Vec<(&str, u64)> = outlets.iter().map(|o| (o.name.as_str(), o.anchors)).collect();
    assert!(own.contains(&("Northern Wire", 1)) && own.contains(&("Brandt Gazette", 0)), "{own:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_order_that_the_times_do_not_show_is_unknown() {
    let folder = tempfile::tempdir().unwrap();
    let house = House::open(folder.path()).await;
    let text = told(5, 30);
    house
        .import(vec![
            at(row(1, "Brandt Gazette", "Ferry", &text), Some("2025-08-20T09:00:00Z"), None),
            at(row(2, "Isle Radio", "Ferry", &text), None, None),
        ])
        .await;
    assert_eq!(only_family(&house).await.first.copy.unwrap().origin, Some(Reason::OrderUnknown));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_undated_text_makes_no_old_story_new() {
    let folder = tempfile::tempdir().unwrap();
    let house = House::open(folder.path()).await;
    let text = told(5, 30);
    house
        .import(vec![
            at(row(1, "Brandt Gazette", "Ferry", &text), Some("2025-08-12T09:00:00Z"), None),
            at(row(2, "Isle Radio", "Ferry", &text), None, None),
        ])
        .await;
    house.import(vec![at(row(3, "Isle Radio", "Walnuts", &told(8, 30)), None, None)]).await;
    let mut ranks: Vec<i64> = house
        .store
        .front(Viewer::Guest, Order::Latest, 10, 0)
        .await
        .unwrap()
        .iter()
        .map(|c| c.ranked_at)
        .collect();
    ranks.sort_unstable();
    let stated = "2025-08-12T09:00:00Z".parse::<When>().unwrap().unix();
    assert_eq!(ranks, [stated, NOON], "arrival counts only where nothing is stated");
}
