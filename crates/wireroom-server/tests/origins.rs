//! How a story's origins were counted: the page that opens the number, and the same as JSON.

use crate::site::Site;
use axum::http::StatusCode;
use serde_json::{Value, json};
use std::path::PathBuf;
use wireroom_model::{Coverage, Ground};
use wireroom_store::Viewer;
use wireroom_store::briefs::NewBrief;

/// Stores the barrier's brief with another count.
async fn recount(site: &Site, change: impl FnOnce(&mut Coverage)) {
    let story = site.house.seeded.barrier;
    let brief = site.house.store.brief(story, Viewer::House).await.unwrap().unwrap();
    let mut coverage = brief.coverage.unwrap();
    change(&mut coverage);
    let new = NewBrief {
        story,
        audience: brief.card.audience,
        title: &brief.card.title,
        lead: brief.card.lead.as_deref(),
        lang: brief.card.lang,
        coverage: &coverage,
        newest: brief.card.newest,
        ranked_at: brief.card.ranked_at,
        json: &brief.json,
        hash: "another",
    };
    let mut tx = site.house.store.begin().await.unwrap();
    tx.save_brief(&new, brief.written_at).await.unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn the_number_of_origins_leads_to_every_article_with_why_it_is_counted_there() {
    let site = Site::new().await;
    let (cookie, _) = site.sign_in(site.house.owner).await;
    let barrier = site.house.seeded.barrier;
    let story = site.get(&format!("/story/{barrier}"), &cookie).await.body;
    assert!(story.contains(&format!("href=\"/story/{barrier}/origins\"")), "{story}");
    assert!(story.contains("at most 4 origins"), "{story}");
    let front = site.get("/", &cookie).await.body;
    assert!(front.contains("at most 4 origins") && front.contains(&format!("/story/{barrier}/origins")));
    let page = site.get(&format!("/story/{barrier}/origins"), &cookie).await;
    assert_eq!(page.status, StatusCode::OK);
    for words in [
        "At most 4 independent origins",
        "10 articles in 10 outlets. 1 article came since",
        "Corvane, as an agency",
        "Its printings credit the agency.",
        "No other text of the house has its words",
        "The number is an upper bound",
        "How this was counted",
    ] {
        assert!(page.body.contains(words), "{words}\n{}", page.body);
    }
    let articles = site.house.store.articles_of_story(barrier, Viewer::House).await.unwrap();
    assert_eq!(articles.len(), 11);
    let late = articles.iter().map(|article| article.id).max().unwrap();
    for article in articles {
        let link = format!("href=\"/article/{}\"", article.id);
        // One joined by a merge and is not counted yet.
        let counted = usize::from(article.id.get() != late.get());
        assert_eq!(page.body.matches(&link).count(), counted, "{}", article.title);
    }
}

#[tokio::test]
async fn what_is_not_known_is_told_apart_and_never_counted() {
    let site = Site::new().await;
    let (cookie, _) = site.sign_in(site.house.owner).await;
    recount(&site, |coverage| {
        for origin in std::mem::take(&mut coverage.origins) {
            let (mut known, unknown): (Vec<_>, Vec<_>) =
                origin.texts.into_iter().partition(|text| text.ground == Ground::AgencyCredit);
            coverage.unknown.extend(unknown.into_iter().map(|mut text| {
                text.ground = if text.articles.len() > 1 { Ground::OrderUnknown } else { Ground::Stump };
                text
            }));
            known.iter_mut().for_each(|text| text.words = "By <b>Corvane".to_owned());
            if !known.is_empty() {
                coverage.origins.push(wireroom_model::Counted { whose: origin.whose, texts: known });
            }
        }
        coverage.publishers = Some(4);
        coverage.unlisted = 2;
    })
    .await;
    let barrier = site.house.seeded.barrier;
    let page = site.get(&format!("/story/{barrier}/origins"), &cookie).await.body;
    for words in [
        "At most 1 independent origin<",
        "Origin unknown",
        "none is counted as independent",
        "nothing shows who had it first",
        "Only its beginning can be read",
        "belong to at most 4 publishers; 2 outlets are in no list and are counted as their own.",
    ] {
        assert!(page.contains(words), "{words}\n{page}");
    }
    assert!(!page.contains("<b>Corvane"), "{page}");
    let story = site.get(&format!("/story/{barrier}"), &cookie).await.body;
    assert!(story.contains("4 publishers, at most 1 origin, 3 unknown"), "{story}");
}

#[tokio::test]
async fn the_same_as_json_says_that_it_is_an_upper_bound_and_keeps_its_schema() {
    let site = Site::new().await;
    let (cookie, _) = site.sign_in(site.house.owner).await;
    let barrier = site.house.seeded.barrier;
    let answer = site.get(&format!("/story/{barrier}/origins.json"), &cookie).await;
    assert_eq!(answer.headers["content-type"], "application/json");
    let found: Value = serde_json::from_str(&answer.body).unwrap();
    assert_eq!(found["origins_are"], "upper bound");
    assert_eq!((&found["story"], &found["origins"]), (&json!(barrier), &json!(4)));
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../docs/formats/origins.schema.json");
    let schema: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    let required = schema["required"].as_array().unwrap();
    assert!(required.iter().all(|name| !found[name.as_str().unwrap()].is_null() || name == "publishers"));
    let known = schema["properties"].as_object().unwrap();
    assert!(found.as_object().unwrap().keys().all(|name| known.contains_key(name)), "{found}");
}

#[tokio::test]
async fn a_merged_story_leads_on_and_an_unknown_one_is_not_there() {
    let site = Site::new().await;
    let (cookie, _) = site.sign_in(site.house.owner).await;
    let merged = site.house.seeded.merged;
    for end in ["origins", "origins.json"] {
        let answer = site.get(&format!("/story/{merged}/{end}"), &cookie).await;
        assert_eq!(answer.location(), format!("/story/{}/{end}", site.house.seeded.barrier));
        assert_eq!(site.get(&format!("/story/99999/{end}"), &cookie).await.status, StatusCode::NOT_FOUND);
        assert_eq!(site.get(&format!("/story/x/{end}"), &cookie).await.status, StatusCode::NOT_FOUND);
    }
}
