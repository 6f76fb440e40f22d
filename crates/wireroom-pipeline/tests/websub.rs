//! WebSub against a hub of our own on loopback: asking, verifying, pushing, forging, ending, and hubs that fail.
//! The clock stands still until a test moves it.
#![allow(dead_code)]

use crate::house::{House, Press, told};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use wireroom_model::{FeedId, HubPush, HubQuestion};
use wireroom_pipeline::{Options, Pushed};
use wireroom_store::feed_settings::FeedSettings;
use wireroom_store::feeds::FeedState;
use wireroom_store::websub::{HubState, Subscription};

const DAY: i64 = 86_400;

/// A hub that writes down what it is asked and answers with one status.
struct Hub {
    port: u16,
    status: Arc<Mutex<u16>>,
    asked: Arc<Mutex<Vec<BTreeMap<String, String>>>>,
}

impl Hub {
    async fn open() -> Self {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let hub = Self {
            port: listener.local_addr().unwrap().port(),
            status: Arc::new(Mutex::new(202)),
            asked: Arc::default(),
        };
        let (status, asked) = (Arc::clone(&hub.status), Arc::clone(&hub.asked));
        tokio::spawn(async move {
            while let Ok((mut socket, _)) = listener.accept().await {
                let mut request = Vec::new();
                let mut some = [0_u8; 4096];
                let form = loop {
                    let read = socket.read(&mut some).await.unwrap_or(0);
                    request.extend_from_slice(&some[..read]);
                    let text = String::from_utf8_lossy(&request).into_owned();
                    let Some((head, body)) = text.split_once("\r\n\r\n") else {
                        if read == 0 { break String::new() } else { continue }
                    };
                    let length = head
                        .to_lowercase()
                        .split("content-length: ")
                        .nth(1)
                        .map(|rest| rest.split("\r\n").next().unwrap().parse::<usize>().unwrap());
                    if read == 0 || body.len() >= length.unwrap_or(0) {
                        break body.to_owned();
                    }
                };
                let form = url::form_urlencoded::parse(form.as_bytes()).into_owned().collect();
                asked.lock().unwrap().push(form);
                let answer = format!(
                    "HTTP/1.1 {} X\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
                    *status.lock().unwrap()
                );
                let _ = socket.write_all(answer.as_bytes()).await;
            }
        });
        hub
    }

    fn url(&self) -> String {
        format!("http://127.0.0.1:{}/hub", self.port)
    }

    fn asked(&self) -> Vec<BTreeMap<String, String>> {
        self.asked.lock().unwrap().clone()
    }

    fn answers(&self, status: u16) {
        *self.status.lock().unwrap() = status;
    }
}

struct Scene {
    _folder: tempfile::TempDir,
    house: House,
    press: Press,
    hub: Hub,
    feed: FeedId,
}

fn options() -> Options {
    Options { callback: Some("https://wire.example.org/base/".parse().unwrap()), ..Options::default() }
}

fn atom(press: &Press, hub: Option<&str>, entries: &[(&str, &str)]) -> String {
    let hub = hub.map(|hub| format!("<link rel='hub' href='{hub}'/>")).unwrap_or_default();
    let entries: String = entries
        .iter()
        .map(|(id, title)| {
            format!(
                "<entry><id>{id}</id><title>{title}</title><content>{}</content></entry>",
                told(id.len() as u64, 3)
            )
        })
        .collect();
    format!(
        "<feed xmlns='http://www.w3.org/2005/Atom'><title>The Courier</title><link rel='self' href='{}'/>{hub}{entries}</feed>",
        press.url("/feed")
    )
}

impl Scene {
    /// A feed that names the hub, polled once.
    async fn open() -> Self {
        let hub = Hub::open().await;
        let named = hub.url();
        Self::naming(hub, &named).await
    }

    async fn naming(hub: Hub, named: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let (house, press) = (House::open_with(folder.path(), options()).await, Press::open().await);
        press.put(
            "/feed",
            200,
            "application/atom+xml",
            &atom(&press, Some(named), &[("one", "First of all")]),
        );
        let feed = house.pipeline.add_feed(&press.url("/feed"), None).await.unwrap().feed;
        house.work().await;
        Self { _folder: folder, house, press, hub, feed }
    }

    async fn row(&self) -> Subscription {
        self.house.store.websub(self.feed).await.unwrap().unwrap()
    }

    fn question(&self, mode: &str, lease: i64) -> HubQuestion {
        HubQuestion {
            mode: mode.into(),
            topic: self.press.url("/feed"),
            challenge: Some("say this".into()),
            lease_seconds: Some(lease),
            reason: None,
        }
    }

    async fn verify(&self, lease: i64) -> Option<String> {
        let token = self.row().await.token;
        self.house.pipeline.hub_asks(&token, &self.question("subscribe", lease)).await.unwrap()
    }

    /// Pushes entries signed with `secret` (the right one where none is given).
    async fn push(&self, secret: Option<&str>, entries: &[(&str, &str)]) -> Pushed {
        let row = self.row().await;
        let body = atom(&self.press, None, entries).into_bytes();
        let key = secret.map(str::to_owned).or(row.secret).unwrap_or_default();
        let tag = Hmac::<Sha256>::new_from_slice(key.as_bytes())
            .unwrap()
            .chain_update(&body)
            .finalize()
            .into_bytes();
        let tag: String = tag.iter().map(|byte| format!("{byte:02x}")).collect();
        let push = HubPush { signature: Some(format!("sha256={tag}")), content_type: None, body };
        self.house.pipeline.hub_pushes(&row.token, push).await.unwrap()
    }

    async fn titles(&self) -> Vec<String> {
        let entries = self.house.store.entries_of(self.feed, 99).await.unwrap();
        let mut titles: Vec<String> = entries.into_iter().map(|entry| entry.title).collect();
        titles.sort();
        titles
    }

    async fn next_poll(&self) -> i64 {
        self.house.store.feed(self.feed).await.unwrap().unwrap().health.next_poll_at - self.now()
    }

    fn now(&self) -> i64 {
        self.house.clock.0.load(std::sync::atomic::Ordering::SeqCst)
    }

    fn polls(&self) -> usize {
        self.press.asked.lock().unwrap().len()
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_hub_is_asked_verified_and_its_push_is_read_without_a_poll() {
    let scene = Scene::open().await;
    let asked = scene.hub.asked();
    assert_eq!(asked.len(), 1, "{asked:?}");
    let row = scene.row().await;
    assert_eq!(asked[0]["hub.mode"], "subscribe");
    assert_eq!(asked[0]["hub.topic"], scene.press.url("/feed"));
    assert_eq!(asked[0]["hub.callback"], format!("https://wire.example.org/base/websub/{}", row.token));
    assert_eq!(asked[0].get("hub.secret"), row.secret.as_ref());
    assert_eq!(row.state, HubState::Asked);
    let traffic = scene.house.pipeline.traffic();
    let counted = |purpose| traffic.iter().find(|one| one.purpose == purpose).unwrap().outcomes;
    assert_eq!((counted("hub"), counted("feed")), ([1, 0, 0, 0, 0], [1, 0, 0, 0, 0]));
    assert_eq!(scene.push(None, &[("two", "Too early")]).await, Pushed::Unknown, "nothing is verified yet");
    assert_eq!(scene.verify(DAY).await.as_deref(), Some("say this"));
    assert_eq!(scene.row().await.state, HubState::Active);
    let polls = scene.polls();
    assert_eq!(scene.push(None, &[("two", "Second, pushed")]).await, Pushed::Kept);
    scene.house.work().await;
    assert_eq!(scene.titles().await, ["First of all", "Second, pushed"]);
    assert_eq!(scene.polls(), polls, "no poll was needed");
    assert_eq!(scene.house.store.counts().await.unwrap().waiting, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_hub_is_answered_only_about_what_it_was_asked() {
    let scene = Scene::open().await;
    let token = scene.row().await.token;
    let asks = async |token: &str, question: HubQuestion| {
        scene.house.pipeline.hub_asks(token, &question).await.unwrap()
    };
    let right = || scene.question("subscribe", DAY);
    assert_eq!(asks("another", right()).await, None);
    assert_eq!(asks(&token, HubQuestion { topic: "http://other.example/".into(), ..right() }).await, None);
    assert_eq!(asks(&token, HubQuestion { challenge: None, ..right() }).await, None);
    assert_eq!(asks(&token, HubQuestion { challenge: Some("x".repeat(5_000)), ..right() }).await, None);
    assert_eq!(asks(&token, scene.question("unsubscribe", DAY)).await, None);
    assert_eq!(scene.row().await.state, HubState::Asked);
    scene.house.later(2 * 3_600);
    assert_eq!(asks(&token, right()).await, None, "too late");
    scene.house.work().await;
    assert_eq!(scene.hub.asked().len(), 2, "asked again after the window");
    assert!(asks(&token, right()).await.is_some());
    assert_eq!(asks(&token, right()).await, None, "a question is answered once");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_not_signed_changes_nothing() {
    let scene = Scene::open().await;
    scene.verify(DAY).await.unwrap();
    let polls = scene.polls();
    assert_eq!(scene.push(Some("guess"), &[("two", "Forged")]).await, Pushed::Forged);
    let token = scene.row().await.token;
    let bare = HubPush {
        signature: None,
        content_type: None,
        body: atom(&scene.press, None, &[("two", "Forged")]).into(),
    };
    assert_eq!(scene.house.pipeline.hub_pushes(&token, bare).await.unwrap(), Pushed::Forged);
    scene.house.work().await;
    assert_eq!((scene.titles().await.len(), scene.polls()), (1, polls));
    assert_eq!(scene.row().await.last_push_at, None);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_push_sent_again_turns_nothing_back() {
    let scene = Scene::open().await;
    scene.verify(DAY).await.unwrap();
    scene.push(None, &[("two", "Second, first wording")]).await;
    scene.house.work().await;
    let named = scene.hub.url();
    let now = [("one", "First of all"), ("two", "Second, corrected")];
    scene.press.put("/feed", 200, "application/atom+xml", &atom(&scene.press, Some(&named), &now));
    scene.house.later(DAY / 2);
    scene.house.work().await;
    assert_eq!(scene.titles().await, ["First of all", "Second, corrected"]);
    assert_eq!(scene.push(None, &[("two", "Second, first wording")]).await, Pushed::Kept);
    scene.house.work().await;
    assert_eq!(scene.titles().await, ["First of all", "Second, corrected"]);
    // It says that something changed: the publisher is asked, no sooner than any two polls may stand.
    assert!(scene.next_poll().await <= i64::try_from(Options::default().shortest_poll).unwrap());
}

#[tokio::test(flavor = "multi_thread")]
async fn polls_slow_down_while_pushes_arrive_and_come_back_when_they_stop() {
    let scene = Scene::open().await;
    // A silent feed slows down by itself: an interval of the owner's keeps that out of the picture.
    let chosen = FeedSettings { interval_seconds: Some(1_800), ..FeedSettings::default() };
    let mut tx = scene.house.store.begin().await.unwrap();
    tx.set_feed_settings(scene.feed, &chosen).await.unwrap();
    tx.commit().await.unwrap();
    let usual = scene.next_poll().await;
    scene.verify(20 * DAY).await.unwrap();
    scene.house.later(usual + 1);
    scene.house.work().await;
    let quiet = scene.next_poll().await;
    scene.push(None, &[("two", "Second")]).await;
    scene.house.later(quiet + 1);
    scene.house.work().await;
    let slow = scene.next_poll().await;
    assert!(slow > quiet && slow <= 6 * 3_600, "{quiet} {slow}");
    // A day without a push: back to the rhythm.
    scene.house.later(DAY + 1);
    scene.house.work().await;
    assert!(scene.next_poll().await < slow);
    // A poll that finds what was not pushed ends it at once.
    scene.push(None, &[("three", "Third")]).await;
    scene.house.work().await;
    let named = scene.hub.url();
    let more = [("one", "First of all"), ("unpushed", "Fourth")];
    scene.press.put("/feed", 200, "application/atom+xml", &atom(&scene.press, Some(&named), &more));
    scene.house.later(DAY - 60);
    scene.house.work().await;
    assert_eq!(scene.row().await.last_push_at, None);
    assert!(scene.titles().await.contains(&"Fourth".to_owned()));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lease_is_renewed_before_it_ends_and_nothing_is_taken_after_it() {
    let scene = Scene::open().await;
    scene.verify(10 * DAY).await.unwrap();
    scene.house.later(9 * DAY);
    scene.house.work().await;
    assert_eq!(scene.hub.asked().len(), 2, "asked again in time");
    let row = scene.row().await;
    assert_eq!((row.state, row.lease_until), (HubState::Active, Some(scene.now() + DAY)));
    assert!(scene.verify(10 * DAY).await.is_some());
    assert_eq!(scene.row().await.lease_until, Some(scene.now() + 10 * DAY));
    scene.hub.answers(500);
    scene.house.later(11 * DAY);
    assert_eq!(scene.push(None, &[("two", "Late")]).await, Pushed::Unknown);
    scene.house.work().await;
    assert_eq!(scene.row().await.state, HubState::Wanted);
    assert!(scene.row().await.reason.is_some());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_hub_that_refuses_or_fails_never_disturbs_a_poll() {
    let scene = Scene::open().await;
    let denied = HubQuestion { challenge: None, reason: Some("no".into()), ..scene.question("denied", 0) };
    let token = scene.row().await.token;
    assert!(scene.house.pipeline.hub_asks(&token, &denied).await.unwrap().is_some());
    assert_eq!(scene.row().await.state, HubState::Denied);
    scene.hub.answers(503);
    let mut polls = scene.polls();
    for _ in 0..4 {
        scene.house.later(8 * DAY);
        scene.house.work().await;
        assert!(scene.polls() > polls, "polls go on");
        polls = scene.polls();
    }
    let health = scene.house.store.feed(scene.feed).await.unwrap().unwrap().health;
    assert_eq!((health.failures, health.reason), (0, None));
    let asked = scene.hub.asked().len();
    assert!((2..=6).contains(&asked), "asked again, ever more rarely: {asked}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_hub_that_leads_inward_is_never_reached() {
    // The publisher is allowed on 127.0.0.1 alone; the canary listens on another address of the loop.
    let canary = tokio::net::TcpListener::bind("127.0.0.2:0").await.unwrap();
    let port = canary.local_addr().unwrap().port();
    for spelling in [
        format!("http://127.0.0.2:{port}/"),
        format!("http://2130706434:{port}/"),
        format!("http://0x7f.2:{port}/"),
    ] {
        let scene = Scene::naming(Hub::open().await, &spelling).await;
        let row = scene.row().await;
        assert_eq!(row.state, HubState::Wanted);
        assert!(row.reason.is_some() && row.failures == 1, "{row:?}");
        assert_eq!(scene.titles().await.len(), 1, "the feed itself is read");
    }
    let knocked = tokio::time::timeout(std::time::Duration::from_millis(50), canary.accept()).await;
    assert!(knocked.is_err(), "the canary was reached");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_feed_that_goes_or_pauses_leaves_its_hub() {
    let scene = Scene::open().await;
    scene.verify(DAY).await.unwrap();
    let mut tx = scene.house.store.begin().await.unwrap();
    tx.set_feed_state(scene.feed, FeedState::Paused, scene.now()).await.unwrap();
    tx.commit().await.unwrap();
    scene.house.work().await;
    assert_eq!(scene.hub.asked().last().unwrap()["hub.mode"], "unsubscribe");
    assert_eq!(scene.push(None, &[("two", "Late")]).await, Pushed::Unknown);
    let token = scene.row().await.token;
    let answer = scene.house.pipeline.hub_asks(&token, &scene.question("unsubscribe", 0)).await.unwrap();
    assert_eq!(answer.as_deref(), Some("say this"));
    assert_eq!(scene.house.store.websub(scene.feed).await.unwrap(), None);
}

#[tokio::test(flavor = "multi_thread")]
async fn without_an_address_of_its_own_the_house_asks_no_hub() {
    let folder = tempfile::tempdir().unwrap();
    let (house, press, hub) = (House::open(folder.path()).await, Press::open().await, Hub::open().await);
    press.put("/feed", 200, "application/atom+xml", &atom(&press, Some(&hub.url()), &[("one", "First")]));
    let feed = house.pipeline.add_feed(&press.url("/feed"), None).await.unwrap().feed;
    house.work().await;
    assert_eq!(house.store.websub(feed).await.unwrap(), None);
    assert!(hub.asked().is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_house_that_hubs_may_no_longer_reach_leaves_them_once() {
    let Scene { _folder: folder, house, press, hub, feed } = Scene::open().await;
    let token = house.store.websub(feed).await.unwrap().unwrap().token;
    let yes = HubQuestion {
        mode: "subscribe".into(),
        topic: press.url("/feed"),
        challenge: Some("say this".into()),
        lease_seconds: Some(DAY),
        reason: None,
    };
    house.pipeline.hub_asks(&token, &yes).await.unwrap().unwrap();
    drop(house);
    // The same folder without an address: the setting was turned off.
    let house = House::open(folder.path()).await;
    house.work().await;
    let last = hub.asked().last().unwrap().clone();
    assert_eq!(last["hub.mode"], "unsubscribe");
    assert_eq!(last["hub.callback"], format!("https://wire.example.org/base/websub/{token}"));
    house.later(2 * 3_600);
    house.work().await;
    assert_eq!(hub.asked().len(), 2, "once: it cannot answer where it does not reach the house");
    assert_eq!(house.store.websub(feed).await.unwrap(), None);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_resumed_feed_asks_its_hub_again_though_nothing_changed() {
    let scene = Scene::open().await;
    scene.verify(DAY).await.unwrap();
    for state in [FeedState::Paused, FeedState::Active] {
        let mut tx = scene.house.store.begin().await.unwrap();
        tx.set_feed_state(scene.feed, state, scene.now()).await.unwrap();
        tx.commit().await.unwrap();
        scene.house.work().await;
        scene.house.later(2 * 3_600);
        scene.house.work().await;
    }
    let modes: Vec<String> = scene.hub.asked().iter().map(|asked| asked["hub.mode"].clone()).collect();
    assert_eq!(modes[..3], ["subscribe", "unsubscribe", "subscribe"], "{modes:?}");
    let row = scene.row().await;
    assert_eq!(row.state, HubState::Asked);
    let told = row.told(scene.now());
    assert!(told.contains("127.0.0.1") && told.contains("was asked to push"), "{told}");
    assert!(!told.contains(&row.token) && !told.contains("/hub"), "{told}");
}
