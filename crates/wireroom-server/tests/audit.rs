//! What a machine wrote is marked where it stands, with the sources' sentences one tap away; what was refused stands on the
//! owner's audit page with why.

use crate::site::Site;
use axum::http::StatusCode;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use wireroom_model::StoryId;
use wireroom_store::Viewer;
use wireroom_store::writer::{NewRefusal, NewWriting};

/// Puts a machine's sentence in place of the first of the barrier's brief, and notes so many refusals.
async fn written(site: &Site, refused: usize, of: Option<i64>) -> Vec<String> {
    let (store, story) = (&site.house.store, site.house.seeded.barrier);
    let brief = store.brief(story, Viewer::House).await.unwrap().unwrap();
    let told: Value = serde_json::from_str(&brief.json).unwrap();
    let lead = told["lead"].as_array().unwrap();
    let mut parts =
        vec![json!({"written": {"text": "What a <b>machine</b> wrote of it.", "cites": [lead[0]]}})];
    parts.extend(lead.iter().skip(1).map(|cited| json!({ "twin": cited })));
    let parts = serde_json::to_string(&parts).unwrap();
    let hash = store.brief_hash(story, 0).await.unwrap().unwrap();
    let mut tx = store.begin().await.unwrap();
    assert!(tx.save_writer_answer("q", "scribe-1", "as it came", &BTreeSet::new(), 5).await.unwrap());
    let new = NewWriting {
        story,
        audience: 0,
        brief_hash: &hash,
        question: "q",
        checked_by: 1,
        parts: Some(&parts),
    };
    tx.save_writing(&new).await.unwrap();
    let refusals: Vec<NewRefusal> = (0..refused)
        .map(|number| NewRefusal {
            said: format!("The <i>lie</i> number {number}."),
            twin: Some("The barrier stands.".to_owned()),
            faults: vec![("own-word", "the word “lie” is the writer's own".to_owned())],
        })
        .collect();
    tx.save_refusals("q", Some((story, of.unwrap_or(0))), &refusals, 1_795_000_000).await.unwrap();
    tx.commit().await.unwrap();
    lead.iter().map(|cited| cited["text"].as_str().unwrap().to_owned()).collect()
}

async fn story(site: &Site, story: StoryId, cookie: &str) -> String {
    site.get(&format!("/story/{story}"), cookie).await.body
}

#[tokio::test]
async fn a_machines_sentence_is_marked_in_words_and_its_sources_sentences_stand_beside_it() {
    let site = Site::new().await;
    let (cookie, _) = site.sign_in(site.house.owner).await;
    let barrier = site.house.seeded.barrier;
    let before = story(&site, barrier, &cookie).await;
    assert!(!before.contains("a machine’s sentence"), "{before}");
    let lead = written(&site, 1, None).await;
    let page = story(&site, barrier, &cookie).await;
    let brief = &page[page.find("class=\"brief ").unwrap()..page.find("id=\"points\"").unwrap_or(page.len())];
    for words in
        ["a machine’s sentence", "In the sources’ own words", "What a &#60;b&#62;machine", "scribe-1"]
    {
        assert!(brief.contains(words), "{words}\n{brief}");
    }
    // Each sentence of the sources is there still, its last word apart.
    for sentence in &lead {
        let (head, _) = sentence.rsplit_once(' ').unwrap();
        let head = head.replace('\'', "&#39;").replace('"', "&#34;");
        assert!(brief.contains(&head), "{head}\n{brief}");
    }
    assert!(brief.contains("href=\"/audit\""));
    assert!(!page.to_lowercase().contains("fact-check") && !page.contains("The lie"));
    let (reader, _) = site.sign_in(site.house.reader).await;
    assert!(!story(&site, barrier, &reader).await.contains("href=\"/audit\""));
}

#[tokio::test]
async fn what_was_written_of_an_older_brief_is_not_shown() {
    let site = Site::new().await;
    let (cookie, _) = site.sign_in(site.house.owner).await;
    written(&site, 0, None).await;
    let mut tx = site.house.store.begin().await.unwrap();
    let late = NewWriting {
        story: site.house.seeded.barrier,
        audience: 0,
        brief_hash: "another brief's",
        question: "q",
        checked_by: 1,
        parts: Some("[]"),
    };
    // A brief that changed meanwhile takes nothing.
    tx.save_writing(&late).await.unwrap();
    tx.commit().await.unwrap();
    assert!(story(&site, site.house.seeded.barrier, &cookie).await.contains("a machine’s sentence"));
    let mut tx = site.house.store.begin().await.unwrap();
    tx.drop_writings().await.unwrap();
    tx.commit().await.unwrap();
    assert!(!story(&site, site.house.seeded.barrier, &cookie).await.contains("a machine’s sentence"));
}

#[tokio::test]
async fn the_audit_lists_every_refused_sentence_with_why_in_pages_for_the_owner_alone() {
    let site = Site::new().await;
    let (cookie, _) = site.sign_in(site.house.owner).await;
    let empty = site.get("/audit", &cookie).await;
    assert_eq!(empty.status, StatusCode::OK);
    assert!(empty.body.contains("No sentence of a machine was refused here"), "{}", empty.body);
    written(&site, 60, None).await;
    let page = site.get("/audit", &cookie).await.body;
    for words in [
        "60 sentences of a machine kept from readers",
        "the word “lie” is the writer",
        "a word of its own",
        "In its place: The barrier stands.",
        "The &#60;i&#62;lie&#60;/i&#62; number 59.",
        "true sentences, refused",
        "at most 2%",
        "scribe-1",
        &format!("href=\"/story/{}\"", site.house.seeded.barrier),
    ] {
        assert!(page.contains(words), "{words}\n{page}");
    }
    assert!(!page.contains("number 9.</s>") && !page.to_lowercase().contains("fact-check"));
    let older = page.split("href=\"/audit?before=").nth(1).unwrap().split('"').next().unwrap();
    let older = site.get(&format!("/audit?before={older}"), &cookie).await.body;
    assert!(older.contains("number 9.</s>") && !older.contains("number 59.") && !older.contains("?before="));
    let (reader, _) = site.sign_in(site.house.reader).await;
    assert_eq!(site.get("/audit", &reader).await.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn what_was_refused_of_a_private_feed_is_for_its_subscribers() {
    let site = Site::new().await;
    let (cookie, _) = site.sign_in(site.house.owner).await;
    let feeds = site.house.store.feeds(Viewer::House).await.unwrap();
    let private = feeds.iter().find(|feed| feed.is_private).unwrap().id;
    written(&site, 1, Some(private.as_i64())).await;
    let page = site.get("/audit", &cookie).await.body;
    assert!(page.contains("1 sentence of a machine") && !page.contains("number 0."), "{page}");
}

#[tokio::test]
async fn whose_a_private_feed_is_says_if_its_texts_are_sent() {
    let site = Site::new().await;
    let feeds = site.house.store.feeds(Viewer::House).await.unwrap();
    let private = feeds.iter().find(|feed| feed.is_private).unwrap().id;
    let plain = feeds.iter().find(|feed| !feed.is_private).unwrap().id;
    let ada = site.sign_in(site.house.owner).await;
    let ben = site.sign_in(site.house.reader).await;
    let shows = async |feed, who: &(String, String)| {
        site.get(&format!("/feed/{feed}"), &who.0).await.body.contains("name=\"to-writer\"")
    };
    assert!(shows(private, &ben).await && shows(plain, &ada).await && !shows(plain, &ben).await);
    let set = async |feed, who: &(String, String)| {
        site.send_form(&format!("/feed/{feed}/set"), who, "form=writer&to-writer=yes").await.status
    };
    assert_eq!(set(private, &ben).await, StatusCode::SEE_OTHER);
    assert_eq!(set(plain, &ada).await, StatusCode::SEE_OTHER);
    assert_eq!(set(plain, &ben).await, StatusCode::FORBIDDEN);
    assert_eq!(set(private, &ada).await, StatusCode::NOT_FOUND);
}
