//! Guests: out until an owner lets them in; then headlines, sources, the beginning of an article and its link, the same
//! forty words at every address, nothing private, and nothing changed.

use crate::site::Site;
use axum::http::StatusCode;
use wireroom_server::{Door, addresses};
use wireroom_store::Viewer;

async fn open() -> Site {
    let site = Site::new().await;
    let mut tx = site.house.store.begin().await.unwrap();
    tx.set_guests(true).await.unwrap();
    tx.commit().await.unwrap();
    site
}

/// Every address that a guest may ask, over all stories, articles and outlets that there could be.
fn tour() -> Vec<String> {
    let mut paths: Vec<String> =
        ["/", "/latest", "/latest?page=2", "/tag/TideBarrier"].map(str::to_owned).into();
    for id in 1..120 {
        paths.extend([format!("/story/{id}"), format!("/article/{id}"), format!("/outlet/{id}")]);
    }
    paths
}

fn plain(html: &str) -> String {
    let mut text = String::new();
    for part in html.split('<') {
        text.push_str(part.split_once('>').map_or(part, |(_, text)| text));
        text.push(' ');
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[tokio::test]
async fn guests_stay_out_until_an_owner_lets_them_in_and_again_after() {
    let site = Site::new().await;
    let owner = site.sign_in(site.house.owner).await;
    assert_eq!(site.get("/", "").await.status, StatusCode::SEE_OTHER);
    site.send_form("/settings/house", &owner, "guests=on").await;
    assert_eq!(site.get("/", "").await.status, StatusCode::OK);
    site.send_form("/settings/house", &owner, "guests=off").await;
    assert_eq!(site.get("/", "").await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn a_reader_cannot_let_guests_in() {
    let site = Site::new().await;
    let ben = site.sign_in(site.house.reader).await;
    assert_eq!(site.send_form("/settings/house", &ben, "guests=on").await.status, StatusCode::FORBIDDEN);
    assert!(!site.house.store.has_guests().await.unwrap());
}

#[tokio::test]
async fn no_tour_of_the_guests_pages_yields_more_than_forty_words_of_an_article() {
    let site = open().await;
    let mut seen = Vec::new();
    for path in tour() {
        let answer = site.get(&path, "").await;
        if answer.status == StatusCode::OK {
            seen.push((path, plain(&answer.body.replace("&#39;", "'").replace("&#38;", "&"))));
        }
    }
    assert!(seen.len() > 20, "{}", seen.len());
    let mut texts = Vec::new();
    for id in site.house.store.article_numbers(None, 500).await.unwrap() {
        texts.extend(site.house.store.current_version(id, Viewer::House).await.unwrap());
    }
    // A dash alone is no word.
    let is_word = |word: &&&str| word.chars().any(char::is_alphanumeric);
    let most = |words: &[&str]| {
        let most = 40.min(words.iter().filter(is_word).count() / 2);
        words.iter().enumerate().filter(|(_, word)| is_word(word)).nth(most).map_or(words.len(), |(at, _)| at)
    };
    // What one article shows may stand further down in a copy of it.
    let shown: Vec<String> = texts
        .iter()
        .map(|text| {
            let words: Vec<&str> = text.extracted.body.split_whitespace().collect();
            words[..most(&words)].join(" ")
        })
        .collect();
    let mut looked = 0;
    for text in &texts {
        let words: Vec<&str> = text.extracted.body.split_whitespace().collect();
        // Any five words that reach beyond what is shown.
        for window in words.windows(5).skip(most(&words).saturating_sub(4)) {
            let words = window.join(" ");
            // A headline says what it says.
            if !text.title.contains(&words) && !shown.iter().any(|shown| shown.contains(&words)) {
                looked += 1;
                let page = seen.iter().find(|(_, page)| page.contains(&words));
                assert!(page.is_none(), "{}: {words} on {}", text.article, page.unwrap().0);
            }
        }
    }
    assert!(looked > 100, "{looked}");
}

#[tokio::test]
async fn a_guest_sees_headline_source_beginning_and_link() {
    let site = open().await;
    let article = site.house.seeded.barrier_article;
    let line = site.house.store.article_line(article, Viewer::Guest).await.unwrap().unwrap();
    let page = site.get(&format!("/article/{article}"), "").await.body;
    assert!(page.contains(&line.title) && page.contains(line.outlet.as_deref().unwrap()));
    assert!(page.contains(&format!("href=\"{}\"", line.url.unwrap())) && page.contains('…'));
    for path in ["/", "/latest"] {
        assert!(site.get(path, "").await.body.contains("/story/"), "{path}");
    }
}

#[tokio::test]
async fn a_guest_meets_nothing_private_at_any_address() {
    let site = open().await;
    for path in tour() {
        let answer = site.get(&path, "").await;
        assert!(!answer.body.to_lowercase().contains("zirconium"), "{path}");
        assert!(!answer.body.contains("secret.example") && !answer.body.contains("Closed Letter"), "{path}");
    }
    let private = site.house.seeded.private;
    assert_eq!(site.get(&format!("/article/{private}"), "").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn guests_pages_have_no_form_and_ask_not_to_be_indexed() {
    let site = open().await;
    for path in tour() {
        let answer = site.get(&path, "").await;
        if answer.status != StatusCode::OK {
            continue;
        }
        assert!(!answer.body.contains("<form"), "{path}");
        assert!(answer.body.contains("<meta name=\"robots\" content=\"noindex, nofollow\">"), "{path}");
        assert_eq!(answer.headers["x-robots-tag"], "noindex, nofollow", "{path}");
        assert!(!answer.headers.contains_key("set-cookie"), "{path}");
    }
}

#[tokio::test]
async fn a_guest_posts_nothing_anywhere() {
    let site = open().await;
    for (_, address) in addresses().into_iter().filter(|(side, _)| *side == Door::Guests) {
        let path = address.replace("{id}", "1").replace("{name}", "x");
        assert_eq!(site.post(&path, "", "csrf=x").await.status, StatusCode::NOT_FOUND, "{path}");
    }
    for path in ["/story/1/star", "/settings/house", "/users/invite", "/feeds/add"] {
        let answer = site.post(path, "", "csrf=x").await;
        assert_eq!((answer.status, answer.location()), (StatusCode::SEE_OTHER, "/login?next=%2F"), "{path}");
    }
}

#[tokio::test]
async fn outside_text_stays_text_for_guests() {
    let site = open().await;
    let seeded = &site.house.seeded;
    for path in [format!("/story/{}", seeded.hostile), format!("/article/{}", seeded.hostile_article)] {
        let body = site.get(&path, "").await.body;
        assert_eq!(body.matches("<script").count(), 1, "only our own, on {path}");
        for bad in ["<script>", "<img", "<iframe", "<svg onload"] {
            assert!(!body.contains(bad), "{bad} on {path}");
        }
    }
}

#[tokio::test]
async fn guests_are_let_in_below_a_base_path_too() {
    let site = Site::at(Some("https://house.example/news"), false).await;
    let mut tx = site.house.store.begin().await.unwrap();
    tx.set_guests(true).await.unwrap();
    tx.commit().await.unwrap();
    for path in ["/news/", "/news/latest"] {
        let answer = site.get(path, "").await;
        assert_eq!(answer.status, StatusCode::OK, "{path}");
        assert!(answer.body.contains("href=\"/news/story/"), "{path}");
    }
    let out = site.get("/news/feeds", "").await;
    assert_eq!(out.location(), "/news/login?next=%2Ffeeds");
}
