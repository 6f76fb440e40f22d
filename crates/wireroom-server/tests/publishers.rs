//! The page of publishers: a list is shown before it is kept, kept, and taken away; outlets stand under their owners.

use crate::site::{Site, mark};
use axum::http::StatusCode;
use wireroom_store::Viewer;
use wireroom_store::publishers::{NamedBy, OwnerRow};

/// Puts the Echo into a list.
async fn listed(site: &Site) {
    let row = OwnerRow {
        by: NamedBy::Name,
        key: "quayside echo".to_owned(),
        shown: "Quayside Echo".to_owned(),
        publisher: "Quay <b>Media".to_owned(),
    };
    let echo = site.house.store.outlets(Viewer::House).await.unwrap();
    let echo = echo.iter().find(|outlet| outlet.name == "Quayside Echo").unwrap().id;
    let mut tx = site.house.store.begin().await.unwrap();
    tx.add_publishers("Our owners", "h", &[row], false, 5).await.unwrap();
    tx.set_publisher(echo, Some("Quay <b>Media")).await.unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn a_list_is_shown_before_it_is_kept() {
    let site = Site::new().await;
    let (cookie, _) = site.sign_in(site.house.owner).await;
    let page = site.get("/publishers", &cookie).await.body;
    assert!(page.contains("No list of owners comes with Wireroom"), "{page}");
    let csrf = mark(&page);
    let form = |more: &str| format!("csrf={csrf}&text=outlet%2Cpublisher%0AEcho%2CQuay+Media%0A{more}");
    let tried = site.post("/publishers/bring", &cookie, &form("")).await;
    assert_eq!(tried.status, StatusCode::OK);
    for words in
        ["Nothing is kept yet", "Keep it", "outlet,publisher\nEcho,Quay Media", "line 9: no publisher"]
    {
        assert!(tried.body.contains(words), "{words}\n{}", tried.body);
    }
    assert!(!tried.body.contains("<b>Echo"), "{}", tried.body);
    let kept = site.post("/publishers/bring", &cookie, &form("&keep=yes")).await;
    assert!(kept.body.contains("The list is in."), "{}", kept.body);
    assert!(kept.body.contains("1 story is counted anew"), "{}", kept.body);
    let broken = site.post("/publishers/bring", &cookie, &format!("csrf={csrf}&text=none")).await;
    assert_eq!(broken.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(broken.body.contains("line 1 must name the columns &#60;b&#62;"), "{}", broken.body);
    let empty = site.post("/publishers/bring", &cookie, &format!("csrf={csrf}")).await;
    assert!(empty.body.contains("Choose a file, or paste the list."), "{}", empty.body);
}

#[tokio::test]
async fn outlets_stand_under_their_owners_and_a_list_can_be_taken_away() {
    let site = Site::new().await;
    let (cookie, _) = site.sign_in(site.house.owner).await;
    listed(&site).await;
    let page = site.get("/publishers", &cookie).await.body;
    for words in ["1 publisher own", "Our owners", "Quay &#60;b&#62;Media", "In no list", "Take away"] {
        assert!(page.contains(words), "{words}\n{page}");
    }
    let outlets = site.get("/outlets", &cookie).await.body;
    assert!(outlets.contains("Quay &#60;b&#62;Media") && outlets.contains("href=\"/publishers\""));
    let echo = site.house.store.outlets(Viewer::House).await.unwrap();
    let echo = echo.iter().find(|outlet| outlet.name == "Quayside Echo").unwrap().id;
    let outlet = site.get(&format!("/outlet/{echo}"), &cookie).await.body;
    assert!(outlet.contains("Belongs to"), "{outlet}");
    let csrf = mark(&page);
    let gone = site.post("/publishers/remove", &cookie, &format!("csrf={csrf}&list=1")).await;
    assert!(gone.body.contains("The list is gone."), "{}", gone.body);
    let none = site.post("/publishers/remove", &cookie, &format!("csrf={csrf}&list=7")).await;
    assert_eq!(none.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_reader_who_keeps_no_feeds_sees_the_lists_and_changes_none() {
    let site = Site::new().await;
    let (cookie, _) = site.sign_in(site.house.reader).await;
    listed(&site).await;
    let page = site.get("/publishers", &cookie).await.body;
    assert!(page.contains("Our owners") && !page.contains("Take away") && !page.contains("Bring in a list"));
    let csrf = mark(&site.get("/feeds", &cookie).await.body);
    for path in ["/publishers/bring", "/publishers/remove"] {
        let answer = site.post(path, &cookie, &format!("csrf={csrf}&list=1&text=publisher&keep=yes")).await;
        assert!(!answer.status.is_success(), "{path}: {}", answer.status);
    }
}
