//! The story page: why each text stands there, what happened to the story, and the reader's hand on whole stories.

use crate::site::Site;
use axum::http::StatusCode;
use serde_json::json;
use wireroom_store::corrections::CorrectionKind;
use wireroom_store::marks::Marking;

#[tokio::test]
async fn a_text_says_the_words_that_put_it_there_and_the_nearest_other_story_by_its_headline() {
    let site = Site::new().await;
    let ada = site.sign_in(site.house.owner).await;
    let (story, article) = (site.house.seeded.barrier, site.house.seeded.barrier_article);
    let front =
        site.house.store.front(wireroom_store::Viewer::House, Default::default(), 10, 0).await.unwrap();
    let other = front.iter().find(|card| card.id != story).unwrap();
    let why = json!({"score": 0.31, "needed": 0.14, "words": ["barrier", "<b>tide"], "cause": "likeness",
        "nearest": {"story": other.id, "score": 0.09}});
    let mut tx = site.house.store.begin().await.unwrap();
    tx.join_story(article, story, &why, 1).await.unwrap();
    tx.commit().await.unwrap();
    for page in [format!("/story/{story}"), format!("/article/{article}")] {
        let body = site.get(&page, &ada.0).await.body;
        assert!(body.contains("It is 31% like the story; 14% was needed then"), "{body}");
        assert!(body.contains("<bdi>barrier</bdi>") && body.contains("&#60;b&#62;tide"), "{body}");
        assert!(
            body.contains(&format!("href=\"/story/{}\"><bdi>", other.id)) && body.contains("(9%)"),
            "{body}"
        );
    }
}

#[tokio::test]
async fn merges_and_splits_are_told_on_the_page_with_their_reasons() {
    let site = Site::new().await;
    let ada = site.sign_in(site.house.owner).await;
    let story = site.house.seeded.barrier;
    let mut tx = site.house.store.begin().await.unwrap();
    let parted = json!({"score": 0.1, "needed": 0.2, "words": ["lock"], "rest": ["tide"], "cause": "likeness",
        "from": story});
    tx.log_story(story, "split", None, None, &parted, 1_795_000_000).await.unwrap();
    tx.log_story(story, "merged", None, None, &json!({"cause": "reader"}), 1_795_000_100).await.unwrap();
    tx.log_story(story, "merged", None, None, &"a note that is no reason", 1_795_000_200).await.unwrap();
    tx.commit().await.unwrap();
    let body = site.get(&format!("/story/{story}"), &ada.0).await.body;
    assert!(body.contains("What happened to this story"), "{body}");
    assert!(body.contains("the two parts are only 10% like each other; 20% was allowed"));
    assert!(body.contains("<bdi>lock</bdi>") && body.contains("<bdi>tide</bdi>"));
    assert!(body.contains("a reader said that they are one"));
}

#[tokio::test]
async fn an_owner_says_where_articles_stand_and_a_reader_is_told_who_may() {
    let site = Site::new().await;
    let (ada, ben) = (site.sign_in(site.house.owner).await, site.sign_in(site.house.reader).await);
    let (story, article) = (site.house.seeded.barrier, site.house.seeded.barrier_article);
    let sort = format!("/story/{story}/sort");
    let page = site.get(&format!("/story/{story}"), &ada.0).await.body;
    for words in ["Some of these are a story of their own", "It is one story with another", "Never together"]
    {
        assert!(page.contains(words), "{words}");
    }
    let page = site.get(&format!("/story/{story}"), &ben.0).await.body;
    assert!(page.contains("an owner or editor of this house") && !page.contains("Split here"));
    assert_eq!(site.send_form(&sort, &ben, "kind=never").await.status, StatusCode::FORBIDDEN);

    let front =
        site.house.store.front(wireroom_store::Viewer::House, Default::default(), 10, 0).await.unwrap();
    let other = front.iter().find(|card| card.id != story).unwrap().id;
    let form = format!("kind=belongs&article={article}&address=http%3A%2F%2Fhouse.example%2Fstory%2F{other}");
    assert_eq!(site.send_form(&sort, &ada, &form).await.location(), format!("/story/{other}?did=belongs"));
    let articles = site.house.store.story_articles(story).await.unwrap();
    let form = format!("kind=never&article={}&other={}", articles[0], articles[1]);
    assert_eq!(site.send_form(&sort, &ada, &form).await.location(), format!("/story/{story}?did=never"));
    let held = site.house.store.corrections_for_all().await.unwrap();
    assert_eq!(
        held.iter().map(|one| one.kind).collect::<Vec<_>>(),
        [CorrectionKind::BelongsHere, CorrectionKind::NeverTogether]
    );
    assert_eq!(
        (held[0].story, held[1].article, held[1].other),
        (Some(other), articles[1], Some(articles[0]))
    );
    let page = site.get(&format!("/story/{story}?did=never"), &ada.0).await.body;
    assert!(
        page.contains("never stands in one story with")
            && page.contains("The two stand in different stories")
    );
    let undo = format!("/corrections/{}/undo", held[1].id);
    let answer = site.send_form(&undo, &ada, &format!("story={story}")).await;
    assert_eq!(answer.location(), format!("/story/{story}?did=undone"));

    let form = format!("kind=split&a-{article}=1");
    assert_eq!(site.send_form(&sort, &ada, &form).await.location(), format!("/story/{story}?did=split"));
    let form = format!("kind=merge&story={other}");
    assert_eq!(site.send_form(&sort, &ada, &form).await.location(), format!("/story/{other}?did=merged"));
    for (form, status, words) in [
        ("kind=merge", 422, "Choose the other story"),
        ("kind=merge&story=99999", 404, "There is no story 99999"),
        ("kind=belongs&story=1", 422, "Choose the article"),
        ("kind=split", 422, "Choose articles"),
        ("kind=sideways", 400, "does not say what is wrong"),
    ] {
        let answer = site.send_form(&sort, &ada, form).await;
        assert_eq!(answer.status.as_u16(), status, "{form}");
        assert!(answer.body.contains(words), "{form}: {}", answer.body);
    }
}

#[tokio::test]
async fn every_address_below_a_merged_story_leads_on() {
    let site = Site::new().await;
    let ada = site.sign_in(site.house.owner).await;
    let story = site.house.seeded.barrier;
    let front =
        site.house.store.front(wireroom_store::Viewer::House, Default::default(), 10, 0).await.unwrap();
    let gone = front.iter().find(|card| card.id != story).unwrap().id;
    let mut tx = site.house.store.begin().await.unwrap();
    tx.mark_stories(site.house.owner, &[gone], Marking::Star(Some(5))).await.unwrap();
    tx.merge_story(gone, story, 9).await.unwrap();
    tx.commit().await.unwrap();
    for below in ["", "/origins", "/origins.json"] {
        let answer = site.get(&format!("/story/{gone}{below}"), &ada.0).await;
        assert!(matches!(answer.status.as_u16(), 301 | 308), "{below}: {}", answer.status);
        assert_eq!(answer.location(), format!("/story/{story}{below}"));
    }
    let body = site.get(&format!("/story/{story}"), &ada.0).await.body;
    assert!(body.contains("Take the star away"), "the star followed");
    let answer = site.send_form(&format!("/story/{gone}/star"), &ada, "to=no").await;
    assert_eq!(answer.location(), format!("/story/{story}#end"), "a form of an old page still lands");
}
