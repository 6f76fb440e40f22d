//! Finding feeds when an address is added: a site on loopback that states, keeps, links or hides its feeds, and what is
//! offered for it with how many requests.
#![allow(dead_code)]

use crate::house::{House, Press};
use wireroom_feed::discover::{Extent, How};
use wireroom_pipeline::{Candidate, Looked};

const STATED: &str = "<html><head><title>Tide</title>
    <link rel=alternate type=application/rss+xml title=Comments href=/comments/feed>
    <link rel=alternate type=application/rss+xml title=All href=/all>
    <link rel=alternate type=application/atom+xml title='All (Atom)' href=/all.atom>
    <link rel=alternate type=application/rss+xml href=/dead></head><p>Hello</p>";

async fn site() -> (tempfile::TempDir, House, Press) {
    let folder = tempfile::tempdir().unwrap();
    let (house, press) = (House::open(folder.path()).await, Press::open().await);
    press.feed("/all", "The Tide", &[("/a", "Ferry aground", "in short"), ("/b", "Walnuts", "x")]);
    press.feed("/all.atom", "The Tide", &[("/a", "Ferry aground", "in short"), ("/b", "Walnuts", "x")]);
    press.feed("/comments/feed", "Comments on The Tide", &[("/a#1", "Re", "yes")]);
    press.put("/", 200, "text/html", STATED);
    (folder, house, press)
}

fn page(looked: Looked) -> Vec<Candidate> {
    match looked {
        Looked::Page(candidates) => candidates,
        other => panic!("{other:?}"),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_feeds_own_address_is_one_request() {
    let (_folder, house, press) = site().await;
    let looked = house.pipeline.find_feeds(&press.url("/all")).await.unwrap();
    let best = looked.best().unwrap();
    assert_eq!((best.title.as_str(), best.entries, best.address.clone()), ("The Tide", 2, press.url("/all")));
    assert!(matches!(looked, Looked::Feed(_)));
    assert_eq!(press.asked.lock().unwrap().len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn one_feed_in_two_formats_is_one_candidate_and_comments_stand_last() {
    let (_folder, house, press) = site().await;
    let looked = house.pipeline.find_feeds(&press.url("/")).await.unwrap();
    assert_eq!(looked.best().unwrap().address, press.url("/all"));
    let candidates = page(looked);
    assert_eq!(candidates.len(), 2, "{candidates:?}");
    assert_eq!((candidates[1].extent, candidates[1].how), (Extent::Comments, How::Stated));
    assert!(press.asked.lock().unwrap().len() <= 6);
}

#[tokio::test(flavor = "multi_thread")]
async fn two_whole_feeds_of_a_page_leave_the_choice_to_the_reader() {
    let (_folder, house, press) = site().await;
    press.feed("/sport", "Tide sport", &[("/c", "Regatta", "x")]);
    let html = "<link rel=alternate type=application/rss+xml href=/all><link rel=alternate type=application/rss+xml href=/sport>";
    press.put("/two", 200, "text/html", html);
    let looked = house.pipeline.find_feeds(&press.url("/two")).await.unwrap();
    assert_eq!(looked.best(), None);
    let titles: Vec<_> = page(looked).into_iter().map(|c| c.title).collect();
    assert_eq!(titles, ["The Tide", "Tide sport"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_silent_page_is_tried_at_a_few_usual_places_and_no_more() {
    let (_folder, house, press) = site().await;
    press.put("/blog/", 200, "text/html", "<html><p>Nothing named here</p></html>");
    assert!(matches!(
        house.pipeline.find_feeds(&press.url("/blog/")).await.unwrap(),
        Looked::Nothing { tried: 8..=14 }
    ));
    assert!(press.asked.lock().unwrap().len() <= 14);
    press.feed("/blog/index.xml", "Tide blog", &[("/d", "A day", "x")]);
    press.asked.lock().unwrap().clear();
    let looked = house.pipeline.find_feeds(&press.url("/blog/")).await.unwrap();
    assert_eq!(
        looked.best().map(|best| (best.how, best.address.clone())),
        Some((How::Guess, press.url("/blog/index.xml")))
    );
    assert!(press.asked.lock().unwrap().len() <= 4);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_that_turns_programs_away_may_still_have_a_feed_by_convention() {
    let (_folder, house, press) = site().await;
    press.put("/@ann", 403, "text/html", "no");
    press.feed("/@ann.rss", "Ann", &[("/e", "A post", "x")]);
    let looked = house.pipeline.find_feeds(&press.url("/@ann")).await.unwrap();
    assert_eq!(
        looked.best().map(|best| (best.how, best.title.clone())),
        Some((How::Convention, "Ann".to_owned()))
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_asked_says_why_and_what_may_not_be_asked_is_refused() {
    let (_folder, house, press) = site().await;
    let gone = press.url("/x").replace(&press.port.to_string(), "1");
    assert!(matches!(house.pipeline.find_feeds(&gone).await.unwrap(), Looked::Silent(_)));
    for inward in ["http://127.0.0.2/", "http://[::ffff:10.0.0.1]/", "http://169.254.169.254/"] {
        assert!(house.pipeline.find_feeds(inward).await.is_err(), "{inward}");
    }
    // A page cannot send the search inward either.
    press.put(
        "/trap",
        200,
        "text/html",
        "<link rel=alternate type=application/rss+xml href='http://127.0.0.2:9/feed'>",
    );
    assert!(matches!(house.pipeline.find_feeds(&press.url("/trap")).await.unwrap(), Looked::Nothing { .. }));
}
