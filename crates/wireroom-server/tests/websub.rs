//! The callback of hubs as the web sees it: nobody signs in, nothing is told to strangers, and floods are small.
#![allow(dead_code)]

use crate::house::Still;
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode};
use std::sync::{Arc, Mutex};
use tower::ServiceExt;
use wireroom_model::{FeedId, HubPush, HubQuestion, UserId};
use wireroom_search::Index;
use wireroom_server::{
    Actions, Added, Answer, Found, HandActions, Imported, Options, Parts, PublisherActions, Refusal,
    ServerState, SiteActions, router,
};
use wireroom_store::Store;

/// Knows the callback "right" and writes down what is pushed to it.
#[derive(Debug, Default)]
struct Desk(Mutex<Vec<HubPush>>);

fn refused<T>() -> Answer<'static, T> {
    Box::pin(async { Err(Refusal("not here".into())) })
}

impl PublisherActions for Desk {}
impl SiteActions for Desk {}

impl wireroom_server::AskActions for Desk {}
impl HandActions for Desk {}

impl Actions for Desk {
    fn add_feed(&self, _: UserId, _: String) -> Answer<'_, Added> {
        refused()
    }
    fn import_opml(&self, _: UserId, _: Vec<u8>) -> Answer<'_, Imported> {
        refused()
    }
    fn poll_now(&self, _: UserId, _: FeedId) -> Answer<'_, ()> {
        refused()
    }
    fn find_feeds(&self, _: String) -> Answer<'_, Found> {
        refused()
    }
    fn import_opml_at(&self, _: UserId, _: String) -> Answer<'_, Imported> {
        refused()
    }
    fn export_opml(&self, _: UserId) -> Answer<'_, String> {
        refused()
    }
    fn set_feed(&self, _: UserId, _: FeedId, _: Vec<(&'static str, String)>) -> Answer<'_, ()> {
        refused()
    }
    fn hub_asks(&self, token: String, question: HubQuestion) -> Answer<'_, Option<String>> {
        Box::pin(async move { Ok(question.challenge.filter(|_| token == "right")) })
    }
    fn hub_pushes(&self, token: String, push: HubPush) -> Answer<'_, bool> {
        Box::pin(async move {
            self.0.lock().unwrap().push(push);
            Ok(token == "right")
        })
    }
}

async fn site() -> (tempfile::TempDir, Arc<Desk>, Router) {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(folder.path()).await.unwrap();
    let (index, _) = Index::open(&folder.path().join("search")).unwrap();
    let desk = Arc::new(Desk::default());
    let parts = Parts {
        store,
        search: Arc::new(index),
        clock: Arc::new(Still),
        actions: desk.clone(),
        options: Options {
            base_url: Some("https://wire.example/base".parse().unwrap()),
            ..Options::default()
        },
    };
    (folder, desk, router(ServerState::new(parts).unwrap()))
}

async fn send(app: &Router, request: Request<Body>) -> (StatusCode, String, String) {
    let (parts, body) = app.clone().oneshot(request).await.unwrap().into_parts();
    let kind = parts.headers.get("content-type").map(|v| v.to_str().unwrap().to_owned()).unwrap_or_default();
    let body = to_bytes(body, 1 << 20).await.unwrap();
    (parts.status, kind, String::from_utf8(body.to_vec()).unwrap())
}

fn get(path: &str) -> Request<Body> {
    Request::get(path).body(Body::empty()).unwrap()
}

fn post(path: &str, size: usize) -> Request<Body> {
    Request::post(path).header("x-hub-signature", "sha256=00").body(Body::from(vec![b'x'; size])).unwrap()
}

const ASKED: &str = "?hub.mode=subscribe&hub.topic=http%3A%2F%2Ft.example%2F&hub.challenge=%3Cb%3Esay%3C%2Fb%3E&hub.lease_seconds=600";

#[tokio::test]
async fn a_challenge_is_repeated_as_text_and_only_at_a_callback_that_exists() {
    let (_folder, _desk, app) = site().await;
    let (status, kind, body) = send(&app, get(&format!("/base/websub/right{ASKED}"))).await;
    assert_eq!((status, body.as_str()), (StatusCode::OK, "<b>say</b>"));
    assert!(kind.starts_with("text/plain"), "{kind}");
    for path in [
        format!("/base/websub/wrong{ASKED}"),
        "/base/websub/right".into(),
        "/base/websub/right?hub.mode=x".into(),
    ] {
        assert_eq!(send(&app, get(&path)).await.0, StatusCode::NOT_FOUND, "{path}");
    }
}

#[tokio::test]
async fn a_push_is_taken_at_once_and_never_a_large_one() {
    let (_folder, desk, app) = site().await;
    assert_eq!(send(&app, post("/base/websub/right", 100)).await.0, StatusCode::ACCEPTED);
    assert_eq!(desk.0.lock().unwrap()[0].signature.as_deref(), Some("sha256=00"));
    assert_eq!(send(&app, post("/base/websub/wrong", 100)).await.0, StatusCode::GONE);
    assert_eq!(send(&app, post("/base/websub/right", 5 << 20)).await.0, StatusCode::PAYLOAD_TOO_LARGE);
    let long = format!("/base/websub/{}", "x".repeat(4_000));
    assert_eq!(send(&app, post(&long, 1)).await.0, StatusCode::GONE);
    assert_eq!(desk.0.lock().unwrap().len(), 2);
}
