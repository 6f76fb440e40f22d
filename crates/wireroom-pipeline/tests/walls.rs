//! Pages that answer with a wall: the feed's own words stand in, the reason is kept, and nothing that was read is lost.
#![allow(dead_code)]

use crate::house::{House, Press, told};
use wireroom_model::{EmptyBecause, Extracted, Kind};
use wireroom_store::Viewer;

const CONSENT: &str = "<html><head><title>Before you continue</title></head><body><h1>We value your privacy</h1><p>We and our 214 \
    partners store and/or access information on a device, such as cookies, and process personal data.</p><p>You can withdraw \
    your consent at any time.</p><button>Accept all</button></body></html>";
const ROBOT: &str = "<html><head><title>Just a moment...</title></head><body><h2>Verifying you are human. This may take a few \
    seconds.</h2><p>The site needs to review the security of your connection before proceeding.</p></body></html>";
const GONE: &str = "<html><head><title>Page not found</title></head><body><h1>404</h1><p>The page you are looking for has been \
    moved or deleted.</p></body></html>";

/// The text of the article at a path of the press, as it is shown.
async fn shown(house: &House, press: &Press, path: &str) -> Extracted {
    let articles = house.store.articles_at(&press.url(path)).await.unwrap();
    let version = house.store.current_version(articles[0].id, Viewer::House).await.unwrap().unwrap();
    version.extracted
}

#[tokio::test]
async fn the_feeds_words_stand_in_for_a_wall_and_the_reason_is_kept() {
    let folder = tempfile::tempdir().unwrap();
    let (house, press) = (House::open(folder.path()).await, Press::open().await);
    let walls = [
        ("/a", CONSENT, EmptyBecause::Consent),
        ("/b", ROBOT, EmptyBecause::Robot),
        ("/c", GONE, EmptyBecause::Error),
    ];
    let words: Vec<String> = (1..4).map(|n| told(n, 3)).collect();
    let titles = ["The first of the stories", "The second of the stories", "The third of the stories"];
    let entries: Vec<(&str, &str, &str)> = walls
        .iter()
        .zip(titles)
        .zip(&words)
        .map(|((wall, title), said)| (wall.0, title, said.as_str()))
        .collect();
    press.feed("/feed", "The Courier", &entries);
    for (path, page, _) in walls {
        press.put(path, 200, "text/html; charset=utf-8", page);
    }
    let feed = house.pipeline.add_feed(&press.url("/feed"), None).await.unwrap().feed;
    house.work().await;
    for ((path, _, because), (title, said)) in walls.iter().zip(titles.iter().zip(&words)) {
        let text = shown(&house, &press, path).await;
        assert_eq!((&text.body, text.particulars.empty), (said, Some(*because)), "{path}");
        assert_eq!((text.title.as_deref(), text.kind), (Some(*title), Kind::Article), "{path}");
    }
    for entry in house.store.entries_of(feed, 9).await.unwrap() {
        assert!(
            entry.reason.as_deref().is_some_and(|reason| reason.starts_with("its page")),
            "{:?}",
            entry.reason
        );
    }
}

#[tokio::test]
async fn a_wall_met_later_takes_nothing_away_that_was_read() {
    let folder = tempfile::tempdir().unwrap();
    let (house, press) = (House::open(folder.path()).await, Press::open().await);
    let body = told(7, 14);
    press.page("/a", "The first of the stories", &body);
    press.feed("/feed", "The Courier", &[("/a", "The first of the stories", &told(1, 2))]);
    house.pipeline.add_feed(&press.url("/feed"), None).await.unwrap();
    house.work().await;
    let before = shown(&house, &press, "/a").await;
    assert!(before.body.len() > 400 && before.particulars.empty.is_none());
    press.put("/a", 200, "text/html; charset=utf-8", CONSENT);
    press.feed("/feed", "The Courier", &[("/a", "The first of the stories, told anew", &told(2, 3))]);
    house.later(3 * 86_400);
    house.work().await;
    assert_eq!(press.times("/a"), 2, "the page was read again");
    assert_eq!(shown(&house, &press, "/a").await.body, before.body);
}
