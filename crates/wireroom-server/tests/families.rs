//! The page of a family: the tree of its printings, each with its reason and the way to what it changed.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::string_slice)]

mod house;
mod site;

use axum::http::StatusCode;
use serde_json::Value;
use site::{Site, held};
use wireroom_model::{ArticleId, FamilyId};
use wireroom_store::Viewer;
use wireroom_store::articles::ArticleLine;
use wireroom_store::lineage::{Clue, Descent, FamilyLineage, Reason};

/// The family of the seeded copy, with its members.
async fn family(site: &Site) -> (FamilyId, Vec<ArticleLine>) {
    let line = site.house.store.article_line(site.house.seeded.copy, Viewer::House).await.unwrap().unwrap();
    let family = line.copy.unwrap().family;
    (family, site.house.store.articles_of_family(family, Viewer::House).await.unwrap())
}

fn by<'a>(members: &'a [ArticleLine], outlet: &str) -> &'a ArticleLine {
    members.iter().find(|line| line.outlet.as_deref() == Some(outlet)).unwrap()
}

/// The agency's own printing first, an echo of it, and one that repeats the echo's edits.
async fn trace(site: &Site, family: FamilyId, members: &[ArticleLine]) {
    let wire = by(members, "Corvane Wire").id;
    let echo = by(members, "Quayside Echo").id;
    let descent = |line: &ArticleLine| {
        let (parent, reason) = match line.outlet.as_deref() {
            Some("Corvane Wire") => (None, Reason::AgencyCredit),
            Some("Harbour & Rail") => (Some(echo), Reason::InheritedEdits),
            Some("Lowland Weekly") => (None, Reason::OrderUnknown),
            _ => (Some(wire), Reason::Earliest),
        };
        let clue =
            Clue { reason, of: parent, words: "twenty <b> to ten".to_owned(), span: None, holds: true };
        let clues = if reason == Reason::InheritedEdits { vec![clue] } else { Vec::new() };
        Descent { article: line.id, parent, reason, kept: if parent.is_some() { 0.614 } else { 1.0 }, clues }
    };
    let lineage = FamilyLineage {
        family,
        first: wire,
        agency: Some("Corvane".to_owned()),
        outlet: None,
        clues: Vec::new(),
        reason: Reason::AgencyCredit,
        read_from: "a test".to_owned(),
        members: members.iter().map(descent).collect(),
    };
    let mut tx = site.house.store.begin().await.unwrap();
    tx.save_lineage(&lineage).await.unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn a_family_is_told_as_a_tree_with_a_reason_for_each_printing() {
    let site = Site::new().await;
    let (cookie, _) = site.sign_in(site.house.owner).await;
    let (family, members) = family(&site).await;
    trace(&site, family, &members).await;
    let page = site.get(&format!("/family/{family}"), &cookie).await;
    assert_eq!(page.status, StatusCode::OK);
    let body = page.body;
    assert!(body.contains("How one Corvane text reached six outlets"), "{body}");
    assert!(body.contains("Corvane printed it itself.") && body.contains("word for word"), "{body}");
    assert!(body.contains("Quayside Echo: it repeats edits that stand only there"), "{body}");
    assert!(body.contains("the times do not tell the order"), "{body}");
    assert!(body.contains("55 min later") && body.contains("61%"), "{body}");
    assert!(body.contains("twenty &#60;b&#62; to ten"), "what shows it is quoted: {body}");
    let (echo, rail) = (by(&members, "Quayside Echo").id, by(&members, "Harbour & Rail").id);
    let wire = by(&members, "Corvane Wire").id;
    for printing in [wire, rail] {
        assert!(body.contains(&format!("href=\"/diff/common/{printing}\"")), "{body}");
    }
    assert!(body.contains("Compare Harbour &#38; Rail with what most printings share"), "{body}");
    let place = |id: ArticleId| body.find(&format!("/article/{id}\"")).unwrap();
    assert!(place(wire) < place(echo) && place(echo) < place(rail), "children stand under their parent");
}

#[tokio::test]
async fn a_family_that_was_not_traced_claims_no_order() {
    let site = Site::new().await;
    let (cookie, _) = site.sign_in(site.house.owner).await;
    let (family, members) = family(&site).await;
    let body = site.get(&format!("/family/{family}"), &cookie).await.body;
    assert!(body.contains("The others are measured against the text in Corvane Wire."), "{body}");
    assert_eq!(body.matches("not read yet").count(), members.len() - 1, "{body}");
    assert!(!body.contains(" later<"), "{body}");
}

#[tokio::test]
async fn the_json_of_a_family_says_the_same_and_null_for_the_unknown() {
    let site = Site::new().await;
    let (cookie, _) = site.sign_in(site.house.owner).await;
    let (family, members) = family(&site).await;
    trace(&site, family, &members).await;
    let answer = site.get(&format!("/family/{family}.json"), &cookie).await;
    assert_eq!(answer.headers["content-type"], "application/json");
    let shape = held("family", &answer.body);
    assert_eq!(shape["family"], family.get());
    assert_eq!(shape["first"], by(&members, "Corvane Wire").id.get());
    assert_eq!(
        (shape["agency"].as_str(), shape["reason"].as_str()),
        (Some("Corvane"), Some("agency_credit"))
    );
    let rows = shape["members"].as_array().unwrap();
    assert_eq!(rows.len(), members.len());
    let weekly = rows.iter().find(|row| row["outlet"] == "Lowland Weekly").unwrap();
    assert_eq!((weekly["parent"].clone(), weekly["reason"].as_str()), (Value::Null, Some("order_unknown")));
    assert_eq!(weekly["published"], "2026-11-22");
}

#[tokio::test]
async fn a_family_that_nobody_may_see_is_no_family() {
    let site = Site::new().await;
    let (cookie, _) = site.sign_in(site.house.owner).await;
    let private = site.house.store.article_line(site.house.seeded.private, Viewer::House).await.unwrap();
    let hidden = private.unwrap().copy.unwrap().family;
    for path in [format!("/family/{hidden}"), "/family/9999".to_owned(), "/family/9999.json".to_owned()] {
        assert_eq!(site.get(&path, &cookie).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    assert_eq!(site.get("/family/none", &cookie).await.status, StatusCode::NOT_FOUND);
    let (ben, _) = site.sign_in(site.house.reader).await;
    assert_eq!(site.get(&format!("/family/{hidden}"), &ben).await.status, StatusCode::OK);
}

#[tokio::test]
async fn the_story_and_the_article_lead_to_their_family() {
    let site = Site::new().await;
    let (cookie, _) = site.sign_in(site.house.owner).await;
    let (family, _) = family(&site).await;
    let seeded = &site.house.seeded;
    for path in [format!("/story/{}", seeded.barrier), format!("/article/{}", seeded.copy)] {
        let body = site.get(&path, &cookie).await.body;
        assert!(body.contains(&format!("href=\"/family/{family}\"")), "{path}");
    }
}
