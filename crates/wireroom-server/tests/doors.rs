//! The doors: the one-time set-up link, signing in, and what a guesser meets.

use crate::house::{Deeds, Still};
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode, header};
use std::sync::Arc;
use tower::ServiceExt;
use wireroom_model::time::Clock;
use wireroom_search::Index;
use wireroom_server::{Options, Parts, ServerState, router, token_hash};
use wireroom_store::Store;

struct Empty {
    _folder: tempfile::TempDir,
    app: Router,
}

/// A house that was started for the first time: no user, one set-up link.
async fn empty() -> Empty {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(folder.path()).await.unwrap();
    let (index, _) = Index::open(&folder.path().join("search")).unwrap();
    let now = Still.now().unix();
    let mut tx = store.begin().await.unwrap();
    tx.add_setup_token(&token_hash("the-link"), "owner", now, now + 3_600).await.unwrap();
    tx.commit().await.unwrap();
    let parts = Parts {
        store: store.clone(),
        search: Arc::new(index),
        clock: Arc::new(Still),
        actions: Arc::new(Deeds(store)),
        options: Options::default(),
    };
    Empty { _folder: folder, app: router(ServerState::new(parts).unwrap()) }
}

struct Answer {
    status: StatusCode,
    location: String,
    cookies: Vec<String>,
    body: String,
}

async fn send(app: &Router, request: Request<Body>) -> Answer {
    let (parts, body) = app.clone().oneshot(request).await.unwrap().into_parts();
    let text = |name: header::HeaderName| {
        parts.headers.get_all(name).iter().map(|value| value.to_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    let body = to_bytes(body, 1 << 20).await.unwrap();
    Answer {
        status: parts.status,
        location: text(header::LOCATION).pop().unwrap_or_default(),
        cookies: text(header::SET_COOKIE),
        body: String::from_utf8(body.to_vec()).unwrap(),
    }
}

/// Opens a door's page, then sends its form with the page's own mark and cookie.
async fn fill(app: &Router, path: &str, fields: &str) -> Answer {
    let page = send(app, Request::get(path).body(Body::empty()).unwrap()).await;
    assert_eq!(page.status, StatusCode::OK, "{path}");
    let cookie = page.cookies[0].split(';').next().unwrap().to_owned();
    let at = page.body.find("name=\"csrf\" value=\"").unwrap() + 19;
    let form = format!("csrf={}&{fields}", &page.body[at..at + 64]);
    send(app, Request::post(path).header(header::COOKIE, cookie).body(Body::from(form)).unwrap()).await
}

const OWNER: &str = "name=Ada&password=three+quiet+ferries&again=three+quiet+ferries";

#[tokio::test]
async fn the_set_up_link_makes_one_owner_and_is_then_spent() {
    let house = empty().await;
    let made = fill(&house.app, "/setup/the-link", OWNER).await;
    assert_eq!((made.status, made.location.as_str()), (StatusCode::SEE_OTHER, "/welcome"));
    let session = made.cookies.iter().find(|cookie| cookie.starts_with("wireroom_session=")).unwrap();
    let cookie = session.split(';').next().unwrap();
    let feeds =
        send(&house.app, Request::get("/feeds").header(header::COOKIE, cookie).body(Body::empty()).unwrap())
            .await;
    assert!(feeds.body.contains("Signed in as Ada") && feeds.body.contains("No feed yet"));
    let again = send(&house.app, Request::get("/setup/the-link").body(Body::empty()).unwrap()).await;
    assert_eq!(again.status, StatusCode::GONE);
}

#[tokio::test]
async fn a_wrong_link_makes_nobody() {
    let house = empty().await;
    assert_eq!(fill(&house.app, "/setup/another", OWNER).await.status, StatusCode::GONE);
    assert_eq!(fill(&house.app, "/setup/the-link", OWNER).await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn a_typing_error_does_not_spend_the_link() {
    let house = empty().await;
    for fields in [
        "name=Ada&password=short&again=short",
        "name=Ada&password=three+quiet+ferries&again=other",
        "name=&password=three+quiet+ferries&again=three+quiet+ferries",
    ] {
        let answer = fill(&house.app, "/setup/the-link", fields).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{fields}");
        assert!(answer.body.contains("class=\"wrong\""));
    }
    assert_eq!(fill(&house.app, "/setup/the-link", OWNER).await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn a_door_wants_its_own_form() {
    let house = empty().await;
    for path in ["/setup/the-link", "/login"] {
        let answer = send(&house.app, Request::post(path).body(Body::from(OWNER)).unwrap()).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{path}");
    }
}

#[tokio::test]
async fn the_right_password_goes_on_to_where_one_was_going() {
    let house = empty().await;
    fill(&house.app, "/setup/the-link", OWNER).await;
    let right = fill(&house.app, "/login", "name=ada&password=three+quiet+ferries&next=%2Fstory%2F4").await;
    assert_eq!((right.status, right.location.as_str()), (StatusCode::SEE_OTHER, "/story/4"));
    let elsewhere =
        fill(&house.app, "/login", "name=ada&password=three+quiet+ferries&next=%2F%2Fevil.example").await;
    assert_eq!(elsewhere.location, "/");
}

#[tokio::test]
async fn a_wrong_name_and_a_wrong_password_are_told_alike() {
    let house = empty().await;
    fill(&house.app, "/setup/the-link", OWNER).await;
    for fields in ["name=Ada&password=three+loud+ferries", "name=Nobody&password=three+quiet+ferries"] {
        let answer = fill(&house.app, "/login", fields).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.body.contains("Name and password do not fit together"));
        assert!(!answer.cookies.iter().any(|cookie| cookie.starts_with("wireroom_session=")));
    }
}

#[tokio::test]
async fn a_guesser_waits_after_ten_tries() {
    let house = empty().await;
    for _ in 0..10 {
        fill(&house.app, "/login", "name=Ada&password=x").await;
    }
    assert_eq!(fill(&house.app, "/login", "name=Ada&password=x").await.status, StatusCode::TOO_MANY_REQUESTS);
}

#[tokio::test]
async fn a_house_without_an_owner_says_where_the_link_is() {
    let house = empty().await;
    let page = send(&house.app, Request::get("/login").body(Body::empty()).unwrap()).await;
    assert!(page.body.contains("set-up link stands in wireroom’s log"));
}
