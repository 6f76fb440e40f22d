//! Bringing feeds in and choosing for one of them, as a reader meets it: offers to tick, lists in and out, a page of
//! choices that names secrets and shows none, an end that must be meant.

use crate::site::Site;
use axum::http::{StatusCode, header};
use wireroom_model::FeedId;
use wireroom_store::feed_access::{AccessKind, FeedAccess, Secret};
use wireroom_store::websub::{HubState, Subscription};

#[tokio::test]
async fn a_site_with_several_feeds_offers_them_and_what_is_ticked_is_added() {
    let site = Site::new().await;
    let ada = site.sign_in(site.house.owner).await;
    let offered = site.send_form("/feeds/add", &ada, "address=several.example").await;
    assert_eq!(offered.status, StatusCode::OK);
    assert!(offered.body.contains("This site has 3 feeds"), "{}", offered.body);
    assert!(
        offered.body.contains("value=\"https://several.example/sport/rss\"")
            && !offered.body.contains("Sport <b>")
    );
    assert_eq!(offered.body.matches(" checked>").count(), 1);
    let ticked = "address=several.example&pick0=https%3A%2F%2Fseveral.example%2Frss&pick2=https%3A%2F%2Fseveral.example%2Fc";
    assert_eq!(site.send_form("/feeds/add", &ada, ticked).await.location(), "/feeds?did=added");
}

#[tokio::test]
async fn what_a_feed_says_is_shown_before_it_is_added() {
    let site = Site::new().await;
    let ada = site.sign_in(site.house.owner).await;
    for address in ["https%3A%2F%2Fsite.example", "https%3A%2F%2Fa.example%2Frss"] {
        let shown = site.send_form("/feeds/add", &ada, &format!("address={address}")).await;
        assert_eq!(shown.status, StatusCode::OK, "{address}");
        for words in ["Nothing is added yet", "Pilots return &#60;b&#62;", "20 entries", "Add this feed"] {
            assert!(shown.body.contains(words), "{words}: {}", shown.body);
        }
    }
    let added = site.send_form("/feeds/add", &ada, "pick0=https%3A%2F%2Fa.example%2Frss").await;
    assert_eq!(added.location(), "/feeds?did=added");
}

#[tokio::test]
async fn an_address_that_does_not_answer_is_named_with_its_reason_and_the_way_out() {
    let site = Site::new().await;
    let ada = site.sign_in(site.house.owner).await;
    let asleep = site.send_form("/feeds/add", &ada, "address=asleep.example").await;
    assert_eq!(asleep.status, StatusCode::UNPROCESSABLE_ENTITY);
    for words in ["asleep.example could not be read", "it does not answer", "Add asleep.example as it is"] {
        assert!(asleep.body.contains(words), "{words}: {}", asleep.body);
    }
    let anyway = site.send_form("/feeds/add", &ada, "address=asleep.example&as-is=yes").await;
    assert_eq!(anyway.location(), "/feeds?did=waits");
}

#[tokio::test]
async fn a_site_without_a_feed_says_so_and_may_be_added_as_it_is() {
    let site = Site::new().await;
    let ada = site.sign_in(site.house.owner).await;
    let none = site.send_form("/feeds/add", &ada, "address=nothing.example").await;
    assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(none.body.contains("9 addresses were tried") && none.body.contains("as it is"));
    let anyway = site.send_form("/feeds/add", &ada, "address=nothing.example&as-is=yes").await;
    assert_eq!(anyway.location(), "/feeds?did=waits");
}

#[tokio::test]
async fn lists_come_in_by_address_and_go_out_as_a_file() {
    let site = Site::new().await;
    let ada = site.sign_in(site.house.owner).await;
    let came = site.send_form("/feeds/import", &ada, "list=https%3A%2F%2Fa.example%2Flist.opml").await;
    assert!(came.body.contains("3 feeds added") && came.body.contains("taken once"));
    let bad = site.send_form("/feeds/import", &ada, "list=a.example").await;
    assert_eq!(bad.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(site.get("/feeds/export", "").await.location().starts_with("/login"));
    let file = site.get("/feeds/export", &ada.0).await;
    assert_eq!(file.headers[header::CONTENT_TYPE], "text/x-opml; charset=utf-8");
    assert!(file.headers[header::CONTENT_DISPOSITION].to_str().unwrap().contains("wireroom.opml"));
    assert!(file.body.starts_with("<opml"));
}

fn refused_by_its_hub() -> Subscription {
    Subscription {
        feed: FeedId::new(1).unwrap(),
        hub: "https://hub.example/s3cret?key=s3cret".into(),
        topic: "https://paper.example/feed".into(),
        token: "s3cret".into(),
        secret: Some("s3cret".into()),
        state: HubState::Denied,
        next_at: 0,
        asked_at: None,
        verified_at: None,
        lease_until: None,
        last_push_at: None,
        failures: 0,
        reason: Some("the hub refused: full up".into()),
    }
}

#[tokio::test]
async fn a_feeds_page_names_its_secrets_and_shows_none() {
    let site = Site::new().await;
    let (ada, ben) = (site.sign_in(site.house.owner).await, site.sign_in(site.house.reader).await);
    let one = |kind, name: &str| FeedAccess { kind, name: name.to_owned(), value: Secret::new("s3cret") };
    let access =
        [one(AccessKind::Header, "x-key"), one(AccessKind::Basic, "adalogin"), one(AccessKind::Cookie, "")];
    let mut tx = site.house.store.begin().await.unwrap();
    tx.set_feed_access(FeedId::new(1).unwrap(), &access).await.unwrap();
    tx.save_websub(&refused_by_its_hub()).await.unwrap();
    tx.commit().await.unwrap();
    let hers = site.get("/feed/1", &ada.0).await;
    assert_eq!(hers.status, StatusCode::OK);
    assert!(hers.body.contains("the header x-key") && hers.body.contains("a name and password"));
    assert!(!hers.body.contains("s3cret") && !hers.body.contains("adalogin"));
    assert!(hers.body.contains("The hub hub.example does not push. the hub refused: full up."));
    let his = site.get("/feed/1", &ben.0).await;
    assert!(
        his.body.contains("Your title")
            && !his.body.contains("x-key")
            && !his.body.contains("hub.example")
            && !his.body.contains("/feed/1/remove")
    );
    for form in ["form=choices&interval=1h", "form=access&cookie=a", "form=no-access"] {
        assert_eq!(site.send_form("/feed/1/set", &ben, form).await.status, StatusCode::FORBIDDEN, "{form}");
    }
    assert_eq!(
        site.send_form("/feed/1/set", &ben, "form=own&title=Mine").await.location(),
        "/feed/1?did=set"
    );
    let refused =
        site.send_form("/feed/1/set", &ada, "form=access&header-name=Host&header-value=s3cret").await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.body.contains("header host") && !refused.body.contains("s3cret"));
    assert_eq!(
        site.send_form("/feed/1/set", &ada, "form=access").await.status,
        StatusCode::UNPROCESSABLE_ENTITY
    );
    assert_eq!(site.get("/feed/999", &ada.0).await.status, StatusCode::NOT_FOUND);
    assert_eq!(site.get("/feed/x", &ada.0).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_feed_is_removed_only_when_it_is_meant() {
    let site = Site::new().await;
    let ada = site.sign_in(site.house.owner).await;
    let asked = site.send_form("/feed/1/remove", &ada, "").await;
    assert_eq!(asked.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(asked.body.contains("nothing was removed"));
    assert_eq!(site.send_form("/feed/1/remove", &ada, "sure=yes").await.location(), "/feeds?did=removed");
    assert_eq!(site.get("/feed/1", &ada.0).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_readers_own_title_stands_on_the_feeds_page_for_that_reader() {
    let site = Site::new().await;
    let (ada, ben) = (site.sign_in(site.house.owner).await, site.sign_in(site.house.reader).await);
    let mut tx = site.house.store.begin().await.unwrap();
    let feed = FeedId::new(1).unwrap();
    tx.set_subscription(site.house.reader, feed, Some("My lamp"), Some("Lamps/North"), 1).await.unwrap();
    tx.commit().await.unwrap();
    assert!(site.get("/feeds", &ben.0).await.body.contains("My lamp"));
    assert!(!site.get("/feeds", &ada.0).await.body.contains("My lamp"));
    assert!(site.get("/feed/1", &ben.0).await.body.contains("Lamps/North"));
}

#[tokio::test]
async fn ticked_feeds_go_into_a_folder_and_out_of_it_and_an_emptied_folder_stays() {
    let site = Site::new().await;
    let ben = site.sign_in(site.house.reader).await;
    site.send_form("/feeds/folders", &ben, "act=make&name=Lamps").await;
    let page = site.get("/feeds", &ben.0).await.body;
    assert!(page.contains("name=\"feed\" value=\"1\""), "{page}");
    let put = site.send_form("/feeds/folders", &ben, "folder=Lamps&feed=1&act=put").await;
    assert_eq!(put.location(), "/feeds?did=folder-moved#folders");
    let feed = FeedId::new(1).unwrap();
    let own = site.house.store.subscription(site.house.reader, feed).await.unwrap().unwrap();
    assert_eq!(own.folder.as_deref(), Some("Lamps"));
    assert!(site.house.store.folders_of(site.house.owner).await.unwrap().is_empty());
    let many: String = (1..=60).map(|feed| format!("feed={feed}&")).collect();
    for bad in ["folder=Lamps&act=put", "folder=Gone&feed=1&act=put", &format!("folder=Lamps&{many}act=take")]
    {
        let answer = site.send_form("/feeds/folders", &ben, bad).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{bad}");
    }
    let taken = site.send_form("/feeds/folders", &ben, "folder=Lamps&feed=1&act=take").await;
    assert_eq!(taken.location(), "/feeds?did=folder-moved#folders");
    let folders = site.house.store.folders_of(site.house.reader).await.unwrap();
    assert_eq!(folders.get("Lamps").map(Vec::len), Some(0), "an emptied folder stays");
}

#[tokio::test]
async fn a_folder_is_made_renamed_and_ended_and_its_feeds_stay() {
    let site = Site::new().await;
    let (ada, ben) = (site.sign_in(site.house.owner).await, site.sign_in(site.house.reader).await);
    let made = site.send_form("/feeds/folders", &ben, "act=make&name=+Lamps+%2F+North+").await;
    assert_eq!(made.location(), "/feeds?did=folder-made#folders");
    let feed = FeedId::new(1).unwrap();
    let mut tx = site.house.store.begin().await.unwrap();
    tx.set_subscription(site.house.reader, feed, None, Some("Lamps/North\nLamps"), 1).await.unwrap();
    tx.commit().await.unwrap();
    let page = site.get("/feeds", &ben.0).await.body;
    assert!(page.contains("Lamps/North") && page.contains("/feed/1\"><bdi>"), "{page}");
    assert!(!site.get("/feeds", &ada.0).await.body.contains("Lamps/North"), "a folder is its reader's own");
    let renamed = site.send_form("/feeds/folders", &ben, "act=rename&folder=Lamps&name=Lights").await;
    assert_eq!(renamed.location(), "/feeds?did=folder-renamed#folders");
    let own = site.house.store.subscription(site.house.reader, feed).await.unwrap().unwrap();
    assert_eq!(own.folder.as_deref(), Some("Lights/North\nLights"));
    let ended = site.send_form("/feeds/folders", &ben, "act=end&folder=Lights").await;
    assert_eq!(ended.location(), "/feeds?did=folder-ended#folders");
    let own = site.house.store.subscription(site.house.reader, feed).await.unwrap().unwrap();
    assert_eq!(own.folder, None);
    assert!(site.house.store.folders_of(site.house.reader).await.unwrap().is_empty());
    for bad in ["act=make&name=%2F", "act=rename&folder=Gone&name=x", "act=end&folder=Gone", ""] {
        let answer = site.send_form("/feeds/folders", &ben, bad).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{bad}");
    }
}
