//! Comments on the pages: said under a story or on a sentence, answered, edited, reported, hidden; each only by whom it is
//! allowed to, and none that can do anything in a page. Search says what it cannot read.

use crate::site::{Site, held};
use axum::http::StatusCode;

type Who = (String, String);

async fn said(site: &Site, who: &Who, path: &str, form: &str) -> u64 {
    let answer = site.send_form(path, who, form).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    answer.location().rsplit("comment-").next().unwrap().parse().unwrap()
}

/// The value of the first choice that begins so.
fn choice(html: &str, beginning: &str) -> String {
    let at = html.find(&format!("<option value=\"{beginning}")).expect("a choice") + 15;
    html[at..].split('"').next().unwrap().to_owned()
}

#[tokio::test]
async fn a_comment_on_a_sentence_stands_with_its_words_and_leads_to_them() {
    let site = Site::new().await;
    let (ada, ben) = (site.sign_in(site.house.owner).await, site.sign_in(site.house.reader).await);
    let story = site.house.seeded.barrier;
    let thread = format!("/story/{story}/comments");
    let page = site.get(&thread, &ada.0).await;
    assert!(page.body.contains("Nobody has said anything yet"), "{}", page.body);
    let about = choice(&page.body, "s-");
    let id =
        said(&site, &ada, &thread, &format!("about={about}&text=Is+that+*so*%3F+%3Cb%3Ehm%3C%2Fb%3E")).await;
    let page = site.get(&thread, &ben.0).await.body;
    assert!(page.contains("Is that <em>so</em>? &lt;b&gt;hm&lt;/b&gt;"), "{page}");
    let span: Vec<&str> = about.split('-').collect();
    let to = format!("/article/{}?version={}&#38;at={}-{}#here", span[1], span[2], span[3], span[4]);
    assert!(page.contains(&to) || page.contains(&to.replace("&#38;", "&amp;")), "{to}\n{page}");
    let answer = said(&site, &ben, &format!("/comment/{id}/answer"), "text=It+is.").await;
    let page = site.get(&thread, &ada.0).await.body;
    assert!(page.find(&format!("comment-{id}")) < page.find(&format!("comment-{answer}")));
    let front = site.get(&format!("/story/{story}"), &ada.0).await.body;
    assert!(front.contains("2 comments") && front.contains("It is."), "{front}");
    // Words that are in no text of the story are refused, and so is a comment without any.
    let strange = about.replacen(&format!("-{}-", span[3]), "-999990-", 1).replace(span[4], "999999");
    let refused = site.send_form(&thread, &ada, &format!("about={strange}&text=x")).await;
    assert_eq!(refused.status, StatusCode::BAD_REQUEST, "{}", refused.body);
    let empty = site.send_form(&thread, &ada, "about=story&text=+").await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    let long = site.send_form(&thread, &ada, &format!("text={}", "x".repeat(5_001))).await;
    assert!(long.body.contains("characters; a comment has at most"), "{}", long.body);
}

#[tokio::test]
async fn nobody_changes_what_another_said_and_a_pace_is_named() {
    let site = Site::new().await;
    let (ada, ben) = (site.sign_in(site.house.owner).await, site.sign_in(site.house.reader).await);
    let thread = format!("/story/{}/comments", site.house.seeded.barrier);
    let id = said(&site, &ada, &thread, "text=Mine").await;
    for act in ["edit", "delete"] {
        let answer = site.send_form(&format!("/comment/{id}/{act}"), &ben, "text=His").await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{act}: {}", answer.body);
    }
    assert!(!site.get(&format!("/comment/{id}"), &ben.0).await.body.contains("/edit\""));
    assert!(site.get(&thread, &ben.0).await.body.contains("Mine"));
    assert_eq!(site.get("/moderation", &ben.0).await.status, StatusCode::FORBIDDEN);
    let rule = site.send_form(&format!("/comment/{id}/rule"), &ben, "verdict=hidden&reason=x").await;
    assert_eq!(rule.status, StatusCode::FORBIDDEN);
    assert_eq!(site.send_form("/moderation", &ben, "first=on").await.status, StatusCode::FORBIDDEN);
    for _ in 0..4 {
        said(&site, &ben, &thread, "text=Again").await;
    }
    let soon = site.send_form(&thread, &ben, "text=And+again").await;
    assert_eq!(soon.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(soon.body.contains("Try again in 1 minute") && soon.body.contains("And again"), "{}", soon.body);
    let edited = site.send_form(&format!("/comment/{id}/edit"), &ada, "text=Mine+too").await;
    assert_eq!(edited.status, StatusCode::SEE_OTHER);
    let own = site.get(&format!("/comment/{id}"), &ada.0).await.body;
    assert!(own.contains("What it said before") && own.contains(">Mine</pre>"), "{own}");
    assert!(!site.get(&format!("/comment/{id}"), &ben.0).await.body.contains(">Mine</pre>"));
}

#[tokio::test]
async fn a_reported_comment_is_hidden_with_a_reason_and_a_muted_one_for_its_muter_alone() {
    let site = Site::new().await;
    let (ada, ben) = (site.sign_in(site.house.owner).await, site.sign_in(site.house.reader).await);
    let thread = format!("/story/{}/comments", site.house.seeded.barrier);
    let id = said(&site, &ben, &thread, "text=Rubbish").await;
    site.send_form(&format!("/comment/{id}/report"), &ada, "reason=It+insults").await;
    let queue = site.get("/moderation", &ada.0).await.body;
    assert!(queue.contains("Rubbish") && queue.contains("It insults"), "{queue}");
    assert!(queue.contains(&format!("href=\"{thread}#comment-{id}\" dir=\"auto\">")), "of no story: {queue}");
    let rule = format!("/comment/{id}/rule");
    let bare = site.send_form(&rule, &ada, "verdict=hidden&reason=").await;
    assert_eq!(bare.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(site.send_form(&rule, &ada, "verdict=hidden&reason=Rude").await.status, StatusCode::SEE_OTHER);
    let own = site.get(&format!("/comment/{id}"), &ben.0).await.body;
    assert!(own.contains("Rude") && own.contains("An editor hid it"), "{own}");
    assert!(!site.get("/comments", &ada.0).await.body.contains("Rubbish"));
    site.send_form(&rule, &ada, "verdict=stands&reason=").await;
    assert!(site.get("/comments", &ada.0).await.body.contains("Rubbish"));
    site.send_form(&format!("/comment/{id}/mute"), &ada, "").await;
    assert!(!site.get("/comments", &ada.0).await.body.contains("Rubbish"));
    assert!(!site.get(&thread, &ada.0).await.body.contains("Rubbish"));
    assert!(site.get(&thread, &ben.0).await.body.contains("Rubbish"));
    site.send_form(&format!("/comment/{id}/unmute"), &ada, "").await;
    assert!(site.get(&thread, &ada.0).await.body.contains("Rubbish"));
}

#[tokio::test]
async fn the_feed_of_comments_opens_by_its_secret_address_alone() {
    let site = Site::new().await;
    let ada = site.sign_in(site.house.owner).await;
    let story = site.house.seeded.barrier;
    said(&site, &ada, &format!("/story/{story}/comments"), "text=A+%3Cscript%3E+word").await;
    let made = site.send_form("/comments", &ada, "").await.body;
    let at = made.find("/comments/feed/").expect("an address");
    let path = made[at..].split('<').next().unwrap().to_owned();
    for path in [path.clone(), format!("{path}/{story}")] {
        let feed = site.get(&path, "").await;
        assert_eq!(feed.status, StatusCode::OK, "{path}");
        assert_eq!(feed.headers["content-type"], "application/atom+xml; charset=utf-8");
        assert!(feed.body.contains("A &amp;lt;script&amp;gt; word"), "{}", feed.body);
    }
    assert_eq!(site.get(&format!("{path}x"), "").await.status, StatusCode::NOT_FOUND);
    assert_eq!(site.get("/comments.atom", "").await.status, StatusCode::SEE_OTHER);
    assert_eq!(site.get("/comments.atom", &ada.0).await.status, StatusCode::OK);
    site.send_form("/comments", &ada, "").await;
    assert_eq!(site.get(&path, "").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn search_says_what_it_cannot_read_and_completes_what_is_seen() {
    let site = Site::new().await;
    let (ada, ben) = (site.sign_in(site.house.owner).await, site.sign_in(site.house.reader).await);
    let unclear = site.get("/search?q=%28tide", &ada.0).await;
    assert!(unclear.body.contains("A bracket is opened and never closed"), "{}", unclear.body);
    let nobody = site.get("/search?q=outlet%3Anobodyhere", &ada.0).await.body;
    assert!(nobody.contains("No outlet of this house has"), "{nobody}");
    assert!(site.get("/search?q=author%3Aorlo&by=story", &ada.0).await.body.contains("of its"));
    assert!(!site.get("/search?q=zirconium+lang%3Aen", &ada.0).await.body.contains("Closed Letter"));
    assert!(site.get("/search?q=zirconium+lang%3Aen", &ben.0).await.body.contains("Closed Letter"));
    let outlets = held("suggest", &site.get("/search/suggest?q=ost", &ada.0).await.body);
    let names = outlets["suggestions"].as_array().unwrap();
    assert!(names.iter().any(|one| one["kind"] == "outlet"), "{outlets}");
    let none = held("suggest", &site.get("/search/suggest?q=", &ada.0).await.body);
    assert_eq!(none["suggestions"].as_array().unwrap().len(), 0);
}
