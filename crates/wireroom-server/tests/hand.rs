//! The reader's hand on pages: the forms beside an article, what they say, the list with the way back, and who may.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::string_slice)]

mod house;
mod site;

use axum::http::StatusCode;
use site::Site;
use wireroom_store::Viewer;
use wireroom_store::corrections::{Correction, CorrectionKind};

type Who = (String, String);

async fn said(site: &Site, who: &Who, form: &str) -> Vec<Correction> {
    let answer = site.send_form("/corrections/say", who, form).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    site.house.store.corrections_seen_by(site.house.owner, None, 10).await.unwrap()
}

#[tokio::test]
async fn a_copy_is_said_to_be_none_with_one_button_and_the_page_shows_the_word_and_the_way_back() {
    let site = Site::new().await;
    let ada = site.sign_in(site.house.owner).await;
    let copy = site.house.seeded.copy;
    let page = site.get(&format!("/article/{copy}"), &ada.0).await;
    assert!(
        page.body.contains("Is that right?") && page.body.contains("Not the same text as"),
        "{}",
        page.body
    );
    assert!(page.body.contains("What you say holds for everybody"));
    let answer = site.send_form("/corrections/say", &ada, &format!("article={copy}&kind=apart")).await;
    assert_eq!(answer.location(), format!("/article/{copy}?did=apart#hand"));
    let held = site.house.store.corrections_for_all().await.unwrap();
    let first = site.house.seeded.barrier_article;
    assert_eq!(
        (held.len(), held[0].kind, held[0].article, held[0].other),
        (1, CorrectionKind::NotACopy, copy, Some(first)),
        "the text that it is folded under is meant where the form names none"
    );
    let page = site.get(&format!("/article/{copy}?did=apart"), &ada.0).await;
    assert!(page.body.contains("is not the same text as") && page.body.contains("Take it back"));
    assert!(page.body.contains("Remembered. It stands apart"));
    let list = site.get("/corrections", &ada.0).await;
    assert!(list.body.contains("is not the same text as") && list.body.contains("for everybody"));
    let undo = format!("/corrections/{}/undo", held[0].id);
    let answer = site.send_form(&undo, &ada, &format!("back={copy}")).await;
    assert_eq!(answer.location(), format!("/article/{copy}?did=undone#hand"));
    assert_eq!(site.house.store.corrections_for_all().await.unwrap(), []);
    assert_eq!(site.send_form(&undo, &ada, "").await.status, StatusCode::NOT_FOUND, "once is enough");
}

#[tokio::test]
async fn the_same_text_is_named_from_the_list_by_its_page_here_or_by_its_address_there() {
    let site = Site::new().await;
    let ada = site.sign_in(site.house.owner).await;
    let (copy, transcript) = (site.house.seeded.copy, site.house.seeded.transcript);
    let edited = site.house.seeded.edited;
    let line = site.house.store.article_line(edited, Viewer::House).await.unwrap().unwrap();
    let there: String = url::form_urlencoded::byte_serialize(line.url.unwrap().as_bytes()).collect();
    let page = site.get(&format!("/article/{transcript}"), &ada.0).await;
    assert!(page.body.contains("It is the same text as another article"));
    for (form, other) in [
        (format!("other={copy}"), copy),
        (format!("other=&address=http%3A%2F%2Fhouse.example%2Farticle%2F{copy}%23here"), copy),
        (format!("other={copy}&address=%2Farticle%2F{}", site.house.seeded.edited), site.house.seeded.edited),
        (format!("address={there}"), edited),
    ] {
        let held = said(&site, &ada, &format!("article={transcript}&kind=same&{form}")).await;
        assert_eq!(
            (held[0].kind, held[0].article, held[0].other),
            (CorrectionKind::SameText, transcript, Some(other)),
            "{form}"
        );
    }
    let list = site.get("/corrections", &ada.0).await;
    assert!(list.body.contains("a later word says otherwise and holds"), "what is overruled says so");
}

#[tokio::test]
async fn a_word_that_cannot_be_taken_says_why_and_changes_nothing() {
    let site = Site::new().await;
    let ada = site.sign_in(site.house.owner).await;
    let transcript = site.house.seeded.transcript;
    for (form, status, words) in [
        (format!("article={transcript}&kind=same"), 422, "Choose the other text"),
        (
            format!("article={transcript}&kind=same&address=https%3A%2F%2Ffar.example%2F%3Cb%3E"),
            422,
            "far.example/&#60;b&#62;",
        ),
        (format!("article={transcript}&kind=same&other={transcript}"), 422, "different articles &#60;b&#62;"),
        (format!("article={transcript}&kind=apart"), 422, "stands alone already"),
        (format!("article={transcript}&kind=sideways"), 400, "does not say what is wrong"),
        ("kind=apart".to_owned(), 400, "names no article"),
        ("article=99999&kind=first".to_owned(), 404, "There is no article 99999"),
        (format!("article={transcript}&kind=same&other=99999"), 404, "There is no article 99999"),
    ] {
        let answer = site.send_form("/corrections/say", &ada, &form).await;
        assert_eq!(answer.status.as_u16(), status, "{form}");
        assert!(answer.body.contains(words), "{form}: {}", answer.body);
    }
    assert_eq!(site.house.store.corrections_for_all().await.unwrap(), []);
}

#[tokio::test]
async fn a_readers_word_holds_for_the_reader_and_nobody_takes_back_anothers() {
    let site = Site::new().await;
    let (ada, ben) = (site.sign_in(site.house.owner).await, site.sign_in(site.house.reader).await);
    let copy = site.house.seeded.copy;
    let page = site.get(&format!("/article/{copy}"), &ben.0).await;
    assert!(page.body.contains("What you say holds for you"));
    site.send_form("/corrections/say", &ben, &format!("article={copy}&kind=apart")).await;
    assert_eq!(site.house.store.corrections_for_all().await.unwrap(), []);
    let own = site.house.store.corrections_of(site.house.reader).await.unwrap();
    assert_eq!(own.len(), 1);
    let undo = format!("/corrections/{}/undo", own[0].id);
    assert_eq!(site.send_form(&undo, &ada, "").await.status, StatusCode::NOT_FOUND, "it is the reader's own");
    let held = said(&site, &ada, &format!("article={copy}&kind=first")).await;
    let page = site.get(&format!("/article/{copy}"), &ben.0).await;
    assert_eq!(page.body.matches("had its text first").count(), 1, "what holds for all is told to all");
    let undo_all = format!("/corrections/{}/undo", held[0].id);
    assert_eq!(site.send_form(&undo_all, &ben, "").await.status, StatusCode::FORBIDDEN);
    assert_eq!(site.send_form(&undo, &ben, "").await.location(), "/corrections?did=undone");
}

#[tokio::test]
async fn a_private_article_is_neither_named_nor_found_by_who_may_not_see_it() {
    let site = Site::new().await;
    let (ada, ben) = (site.sign_in(site.house.owner).await, site.sign_in(site.house.reader).await);
    let private = site.house.seeded.private;
    let copy = site.house.seeded.copy;
    let answer =
        site.send_form("/corrections/say", &ada, &format!("article={copy}&kind=same&other={private}")).await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
    site.send_form("/corrections/say", &ben, &format!("article={copy}&kind=same&other={private}")).await;
    assert!(site.get("/corrections", &ben.0).await.body.contains("is the same text as"));
    assert!(!site.get("/corrections", &ada.0).await.body.contains("is the same text as"));
}
