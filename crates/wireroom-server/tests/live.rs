//! The script's own questions: what came since a page was opened, said in a line, and nothing changed by asking.

use crate::site::Site;
use axum::http::StatusCode;
use serde_json::Value;

#[tokio::test]
async fn what_came_since_is_counted_for_who_may_see_it_and_an_answer_that_stands_is_not_sent_again() {
    let site = Site::new().await;
    let (cookie, _) = site.sign_in(site.house.owner).await;
    let story = site.house.seeded.barrier;
    let all = site.get("/live.json?since=0", &cookie).await;
    let shape: Value = serde_json::from_str(&all.body).unwrap();
    assert!(shape["new"].as_u64().unwrap() > 3, "{shape}");
    assert!(shape["line"].as_str().unwrap().contains("since you opened this page"));
    let of_story: Value =
        serde_json::from_str(&site.get(&format!("/live.json?since=0&story={story}"), &cookie).await.body)
            .unwrap();
    assert!(of_story["new"].as_u64().unwrap() < shape["new"].as_u64().unwrap());
    assert!(of_story["line"].as_str().unwrap().ends_with("new in this story"));
    let none: Value =
        serde_json::from_str(&site.get("/live.json?since=9999999999", &cookie).await.body).unwrap();
    assert_eq!((none["new"].as_u64(), none["line"].as_str()), (Some(0), Some("")));
    assert!(!all.headers.contains_key("set-cookie"), "asking turns no page");
    assert_eq!(all.headers["cache-control"], "private, no-cache");
    assert!(all.headers.contains_key("etag"));
    assert_eq!(site.get("/live.json?since=x", &cookie).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn the_module_stands_under_the_name_that_pages_give_and_under_no_other() {
    let site = Site::new().await;
    let (cookie, _) = site.sign_in(site.house.owner).await;
    let page = site.get("/", &cookie).await;
    let policy = page.headers["content-security-policy"].to_str().unwrap();
    assert!(policy.contains("script-src 'self';") && !policy.contains("unsafe"), "{policy}");
    let name = page.body.split("src=\"/script/").nth(1).unwrap().split('"').next().unwrap();
    let module = site.get(&format!("/script/{name}"), "").await;
    assert!(module.body.contains("addEventListener(\"keydown\""));
    assert!(module.headers["cache-control"].to_str().unwrap().contains("immutable"));
    assert_eq!(site.get("/script/0000000000000000.mjs", "").await.status, StatusCode::NOT_FOUND);
    let keys = site.get("/keys", &cookie).await.body;
    assert!(keys.contains("<kbd>j</kbd>"));
}
