//! Topics: on stories and cards, each with a page of its stories under every spelling, and followed by a reader.

use crate::site::{Site, mark};
use axum::http::StatusCode;
use serde_json::Value;
use wireroom_model::{Lang, StoryId};
use wireroom_store::story_tags::NewStoryTag;
use wireroom_text::spelling::key;

async fn tag(site: &Site, story: StoryId, tags: &[&[&str]]) {
    let sets: Vec<_> = tags
        .iter()
        .map(|forms| {
            let forms: Vec<String> = forms.iter().map(|form| (*form).to_owned()).collect();
            let keys = forms.iter().map(|form| key(form)).collect();
            (forms[0].replace(' ', ""), forms, keys)
        })
        .collect();
    let new: Vec<NewStoryTag<'_>> = sets
        .iter()
        .map(|(name, forms, keys)| NewStoryTag {
            name,
            kind: "name",
            lang: Lang::EN,
            forms,
            keys,
            texts: 3,
            of: 4,
        })
        .collect();
    let mut tx = site.house.store.begin().await.unwrap();
    tx.save_story_tags(story, 0, &new).await.unwrap();
    tx.commit().await.unwrap();
}

async fn follow(site: &Site, cookie: &str, csrf: &str, form: &str) -> String {
    let answer = site.post("/tags/follow", cookie, &format!("csrf={csrf}&{form}")).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    answer.location().to_owned()
}

#[tokio::test]
async fn a_topic_leads_from_story_and_card_to_its_page_under_every_spelling() {
    let site = Site::new().await;
    let (cookie, _) = site.sign_in(site.house.owner).await;
    let barrier = site.house.seeded.barrier;
    tag(&site, barrier, &[&["Tide Barrier", "tide barriers"], &["Marovsky", "Anton Marovskyy"]]).await;
    let story = site.get(&format!("/story/{barrier}"), &cookie).await.body;
    assert!(story.contains("href=\"/tag/TideBarrier\"") && story.contains(">#Marovsky</a>"), "{story}");
    assert!(site.get("/", &cookie).await.body.contains("href=\"/tag/TideBarrier\""));
    for spelling in ["Marovsky", "marovskiy", "%23Marovskyy", "AntonMarovsky", "anton%20marovskij"] {
        let page = site.get(&format!("/tag/{spelling}"), &cookie).await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(
            page.body.contains("<h1><bdi>#Marovsky</bdi></h1>")
                && page.body.contains("1 story, newest first"),
            "{spelling}: {}",
            page.body
        );
        assert!(page.body.contains(&format!("/story/{barrier}")) && page.body.contains("Anton Marovskyy"));
    }
    let answer = site.get("/tags?q=Anton+Marovskyy", &cookie).await;
    assert_eq!((answer.status, answer.location()), (StatusCode::SEE_OTHER, "/tag/AntonMarovskyy"));
    let shape: Value = serde_json::from_str(&site.get("/tag/marovskiy.json", &cookie).await.body).unwrap();
    assert_eq!((&shape["tag"], &shape["stories"][0]["id"]), (&"Marovsky".into(), &barrier.get().into()));
}

#[tokio::test]
async fn a_followed_topic_is_marked_listed_and_let_go_again() {
    let site = Site::new().await;
    let (cookie, _) = site.sign_in(site.house.owner).await;
    let (ben, _) = site.sign_in(site.house.reader).await;
    let barrier = site.house.seeded.barrier;
    tag(&site, barrier, &[&["Marovsky", "Anton Marovskyy"]]).await;
    let csrf = mark(&site.get("/tag/Marovsky", &cookie).await.body);
    assert_eq!(follow(&site, &cookie, &csrf, "name=Marovskiy").await, "/tag/Marovskiy");
    assert!(site.get(&format!("/story/{barrier}"), &cookie).await.body.contains("class=\"followed\""));
    assert!(!site.get(&format!("/story/{barrier}"), &ben).await.body.contains("class=\"followed\""));
    let shape: Value = serde_json::from_str(&site.get("/tags.json", &cookie).await.body).unwrap();
    assert_eq!(
        (&shape["followed"][0]["tag"], &shape["followed"][0]["stories"]),
        (&"Marovskiy".into(), &1.into())
    );
    let others: Value = serde_json::from_str(&site.get("/tags.json", &ben).await.body).unwrap();
    assert_eq!(others["followed"], Value::Array(Vec::new()));
    assert!(site.get("/tags", &cookie).await.body.contains("#Marovskiy"));
    assert_eq!(follow(&site, &cookie, &csrf, "name=Marovskyy&to=no&back=list").await, "/tags");
    assert!(site.get("/tags", &cookie).await.body.contains("You follow no topic yet"));
}

#[tokio::test]
async fn a_topic_without_a_story_may_be_followed_and_one_without_a_letter_is_no_page() {
    let site = Site::new().await;
    let (cookie, _) = site.sign_in(site.house.owner).await;
    let page = site.get("/tag/%3Cb%3ENowhere", &cookie).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(
        page.body.contains("No story of this house") && !page.body.contains("<b>Nowhere"),
        "{}",
        page.body
    );
    assert_eq!(site.get("/tag/%23", &cookie).await.status, StatusCode::NOT_FOUND);
    let csrf = mark(&page.body);
    assert_eq!(
        site.post("/tags/follow", &cookie, &format!("csrf={csrf}&name=%23")).await.status,
        StatusCode::NOT_FOUND
    );
}

#[tokio::test]
async fn tags_go_with_the_brief_they_were_made_with() {
    let site = Site::new().await;
    let (cookie, _) = site.sign_in(site.house.owner).await;
    let barrier = site.house.seeded.barrier;
    tag(&site, barrier, &[&["Marovsky"]]).await;
    let mut tx = site.house.store.begin().await.unwrap();
    tx.keep_briefs(barrier, &[]).await.unwrap();
    tx.commit().await.unwrap();
    assert!(site.get("/tag/Marovsky", &cookie).await.body.contains("No story of this house"));
    assert!(site.house.store.story_tags(barrier, 0).await.unwrap().is_empty());
}
