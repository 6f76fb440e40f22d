//! Feed health as readers meet it: on the feeds page, on the front page, and as a feed under a secret address.

use crate::house;
use crate::house::{House, Still};
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode, header};
use tower::ServiceExt;
use wireroom_model::time::Clock;
use wireroom_model::{FeedId, UserId};
use wireroom_server::{router, token, token_hash};
use wireroom_store::feeds::NewFeed;

struct Site {
    house: House,
    app: Router,
}

impl Site {
    async fn new() -> Self {
        let house = house::house(Some("https://news.example/"), false).await.unwrap();
        let app = router(house.state.clone());
        Self { house, app }
    }

    async fn send(&self, request: Request<Body>) -> (StatusCode, String, String) {
        let (parts, body) = self.app.clone().oneshot(request).await.unwrap().into_parts();
        let kind = parts.headers.get(header::CONTENT_TYPE).map_or("", |kind| kind.to_str().unwrap());
        let kind = kind.to_owned();
        let body = to_bytes(body, 1 << 20).await.unwrap();
        (parts.status, kind, String::from_utf8(body.to_vec()).unwrap())
    }

    async fn get(&self, path: &str, cookie: &str) -> (StatusCode, String, String) {
        self.send(Request::get(path).header(header::COOKIE, cookie).body(Body::empty()).unwrap()).await
    }

    async fn sign_in(&self, user: UserId) -> String {
        let token = token().unwrap_or_else(|_| panic!("no random bytes"));
        let now = Still.now().unix();
        let mut tx = self.house.store.begin().await.unwrap();
        tx.add_session(&token_hash(&token), user, "test", now, now + 1_000).await.unwrap();
        tx.commit().await.unwrap();
        format!("wireroom_session={token}")
    }

    /// Makes a secret address and returns its path.
    async fn address(&self, cookie: &str) -> String {
        let (_, _, feeds) = self.get("/feeds", cookie).await;
        let at = feeds.find("name=\"csrf\" value=\"").unwrap() + 19;
        let form = Request::post("/feeds/health")
            .header(header::COOKIE, cookie)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Body::from(format!("csrf={}", &feeds[at..at + 64])));
        let (status, _, page) = self.send(form.unwrap()).await;
        assert_eq!(status, StatusCode::OK);
        let at = page.find("https://news.example/feeds/health/").expect("the address")
            + "https://news.example".len();
        page[at..at + "/feeds/health/".len() + 64].to_owned()
    }

    async fn record(&self, feed: FeedId, verdict: &str, told: &str) {
        let mut tx = self.house.store.begin().await.unwrap();
        tx.record_verdict(feed, verdict, told, Still.now().unix()).await.unwrap();
        tx.commit().await.unwrap();
    }
}

fn ids(atom: &str) -> Vec<&str> {
    atom.split("<id>").skip(1).map(|rest| rest.split("</id>").next().unwrap()).collect()
}

#[tokio::test]
async fn a_change_of_health_is_one_item_that_keeps_its_name() {
    let site = Site::new().await;
    let ada = site.sign_in(site.house.owner).await;
    let path = site.address(&ada).await;
    let (status, kind, empty) = site.get(&path, "").await;
    assert_eq!((status, kind.as_str()), (StatusCode::OK, "application/atom+xml; charset=utf-8"));
    assert_eq!(empty.matches("<entry>").count(), 0);
    let feed = site.house.store.standings().await.unwrap()[0].feed;
    site.record(feed, "failing", "It <answers> \u{1} 404 & says so.").await;
    let (.., once) = site.get(&path, "").await;
    assert_eq!(once.matches("<entry>").count(), 1);
    assert!(once.contains("It &lt;answers&gt;  404 &amp; says so."), "{once}");
    assert!(once.contains(&format!("https://news.example/feeds#feed-{feed}")));
    site.record(feed, "fine", "It is read again and well.").await;
    let (.., twice) = site.get(&path, "").await;
    assert_eq!(twice.matches("<entry>").count(), 2);
    assert_eq!(ids(&twice)[2], ids(&once)[1], "the older item keeps its name");
    assert_ne!(ids(&twice)[1], ids(&twice)[2]);
    let (.., by_session) = site.get("/feeds/health.atom", &ada).await;
    let own = |feed: &str| feed.lines().filter(|line| !line.contains("rel=\"self\"")).collect::<String>();
    assert_eq!(own(&by_session), own(&twice), "but for its own address");
    // No address of a feed stands in it: those may be secret.
    assert!(!twice.contains("feed.xml"), "{twice}");
}

#[tokio::test]
async fn a_wrong_or_replaced_secret_address_opens_nothing() {
    let site = Site::new().await;
    let ada = site.sign_in(site.house.owner).await;
    let old = site.address(&ada).await;
    let new = site.address(&ada).await;
    assert_eq!(site.get(&old, "").await.0, StatusCode::NOT_FOUND);
    assert_eq!(site.get(&format!("/feeds/health/{}", "0".repeat(64)), "").await.0, StatusCode::NOT_FOUND);
    assert_eq!(site.get(&new, "").await.0, StatusCode::OK);
    assert_eq!(site.get("/feeds/health.atom", "").await.0, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn a_private_feeds_health_is_told_to_its_subscribers_alone() {
    let site = Site::new().await;
    let (owner, reader) = (site.house.owner, site.house.reader);
    let now = Still.now().unix();
    let mut tx = site.house.store.begin().await.unwrap();
    let new = NewFeed {
        address: "https://secret.example/key",
        title: Some("Ben’s own"),
        is_private: true,
        owner: Some(reader),
        ..NewFeed::default()
    };
    let (feed, _) = tx.add_feed(&new, now).await.unwrap();
    tx.subscribe(reader, feed, None, None, now).await.unwrap();
    tx.commit().await.unwrap();
    site.record(feed, "silent", "Nothing for 9 days.").await;
    let (ada, ben) = (site.sign_in(owner).await, site.sign_in(reader).await);
    let (.., atom) = site.get(&site.address(&ada).await, "").await;
    assert!(!atom.contains("Ben’s own"));
    let (.., atom) = site.get(&site.address(&ben).await, "").await;
    assert!(atom.contains("Ben’s own fell silent"), "{atom}");
}

#[tokio::test]
async fn the_front_page_speaks_of_feeds_only_where_one_needs_its_keeper() {
    let site = Site::new().await;
    let (ada, ben) = (site.sign_in(site.house.owner).await, site.sign_in(site.house.reader).await);
    let notice = "One feed needs you";
    assert!(!site.get("/", &ada).await.2.contains(notice));
    let feed = site.house.store.standings().await.unwrap()[0].feed;
    site.record(feed, "silent", "Nothing for 9 days.").await;
    assert!(site.get("/", &ada).await.2.contains(notice));
    assert!(!site.get("/", &ben).await.2.contains(notice), "a reader can do nothing about it");
    site.record(feed, "fine", "It is read again and well.").await;
    assert!(!site.get("/", &ada).await.2.contains(notice));
}
