//! The reader's hand on pages: the forms beside an article, what they say, the list with the way back, and who may.

use crate::site::Site;
use axum::http::StatusCode;
use wireroom_model::{ArticleId, FeedId};
use wireroom_store::Viewer;
use wireroom_store::corrections::{Correction, CorrectionKind};
use wireroom_store::feed_settings::FeedSettings;

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

/// Lets a public feed bring an article, folded or not.
async fn fold(site: &Site, article: ArticleId, is_folded: bool) {
    let feed = FeedId::new(1).unwrap();
    let feed = site.house.store.feeds(Viewer::House).await.unwrap().first().map_or(feed, |feed| feed.id);
    let mut tx = site.house.store.begin().await.unwrap();
    tx.link_feed(article, feed, None).await.unwrap();
    tx.set_feed_settings(feed, &FeedSettings { is_folded, ..FeedSettings::default() }).await.unwrap();
    tx.commit().await.unwrap();
}

/// How often an article's headline stands as that of a text of its own on its story's page.
async fn headings(site: &Site, who: &Who, article: ArticleId) -> (usize, String) {
    let page = site.get(&format!("/story/{}", site.house.seeded.barrier), &who.0).await;
    (
        page.body.matches(&format!("<h3 lang=\"en\" dir=\"ltr\"><a href=\"/article/{article}\"")).count(),
        page.body,
    )
}

#[tokio::test]
async fn articles_of_a_feed_that_stays_unfolded_stand_on_their_own_and_say_who_else_prints_the_text() {
    let site = Site::new().await;
    let ada = site.sign_in(site.house.owner).await;
    let copy = site.house.seeded.copy;
    assert_eq!(headings(&site, &ada, copy).await.0, 0);
    fold(&site, copy, false).await;
    let (own, body) = headings(&site, &ada, copy).await;
    assert_eq!(own, 1);
    assert!(body.contains("also printed by"), "{body}");
    assert!(body.contains("11 articles, folded under 5 texts"), "the count of origins is what it was");
    let front = site.get("/", &ada.0).await.body;
    assert!(front.contains("also printed by"), "{front}");
    let page = site.get(&format!("/article/{copy}"), &ada.0).await.body;
    assert!(page.contains("Carries the text of"), "the family stays known");
    fold(&site, copy, true).await;
    let (own, body) = headings(&site, &ada, copy).await;
    assert!(own == 0 && !body.contains("also printed by"));
}

#[tokio::test]
async fn the_first_printing_of_a_family_may_stand_on_its_own_too() {
    let site = Site::new().await;
    let ada = site.sign_in(site.house.owner).await;
    let (first, copy) = (site.house.seeded.barrier_article, site.house.seeded.copy);
    fold(&site, first, false).await;
    let (own, body) = headings(&site, &ada, first).await;
    assert_eq!(own, 1);
    assert!(body.contains("11 articles, folded under 5 texts") && body.contains(&format!("/article/{copy}")));
}

#[tokio::test]
async fn a_readers_own_words_change_what_that_reader_sees_and_nobody_else() {
    let site = Site::new().await;
    let (ada, ben) = (site.sign_in(site.house.owner).await, site.sign_in(site.house.reader).await);
    let (first, copy, other) =
        (site.house.seeded.barrier_article, site.house.seeded.copy, site.house.seeded.transcript);
    let carries = async |who: &Who, article: ArticleId| {
        site.get(&format!("/article/{article}"), &who.0).await.body.contains("Carries the text of")
    };
    site.send_form("/corrections/say", &ben, &format!("article={copy}&kind=apart")).await;
    assert_eq!((headings(&site, &ben, copy).await.0, headings(&site, &ada, copy).await.0), (1, 0));
    assert_eq!((carries(&ben, copy).await, carries(&ada, copy).await), (false, true));
    // The later word on the same two texts counts.
    site.send_form("/corrections/say", &ben, &format!("article={copy}&kind=same&other={first}")).await;
    assert!(carries(&ben, copy).await);
    site.send_form("/corrections/say", &ben, &format!("article={other}&kind=same&other={first}")).await;
    assert_eq!((carries(&ben, other).await, carries(&ada, other).await), (true, false));
    let family =
        site.house.store.article_line(first, Viewer::House).await.unwrap().unwrap().copy.unwrap().family;
    let page = site.get(&format!("/family/{family}"), &ben.0).await.body;
    assert!(page.contains(&format!("/article/{other}\"")), "{page}");
    site.send_form("/corrections/say", &ben, &format!("article={copy}&kind=first")).await;
    assert_eq!((headings(&site, &ben, copy).await.0, headings(&site, &ada, copy).await.0), (1, 0));
    let own = site.house.store.corrections_of(site.house.reader).await.unwrap();
    for one in own {
        site.send_form(&format!("/corrections/{}/undo", one.id), &ben, "").await;
    }
    assert_eq!((headings(&site, &ben, copy).await.0, carries(&ben, other).await), (0, false));
}

#[tokio::test]
async fn a_readers_own_words_leave_the_count_for_everybody_and_the_pages_say_so() {
    let site = Site::new().await;
    let (ada, ben) = (site.sign_in(site.house.owner).await, site.sign_in(site.house.reader).await);
    let story = site.house.seeded.barrier;
    let (copy, transcript) = (site.house.seeded.copy, site.house.seeded.transcript);
    let count = async |who: &Who| site.get(&format!("/story/{story}/origins.json"), &who.0).await.body;
    let note = async |who: &Who| {
        let page = site.get(&format!("/story/{story}"), &who.0).await.body;
        let origins = site.get(&format!("/story/{story}/origins"), &who.0).await.body;
        (page.contains("As you said it"), origins.contains("This is the count for everybody"))
    };
    let before = count(&ben).await;
    assert_eq!(note(&ben).await, (false, false));
    for form in ["kind=apart".to_owned(), "kind=first".to_owned(), format!("kind=same&other={transcript}")] {
        site.send_form("/corrections/say", &ben, &format!("article={copy}&{form}")).await;
        assert_eq!((note(&ben).await, note(&ada).await), ((true, true), (false, false)), "{form}");
        assert_eq!((count(&ben).await, count(&ada).await), (before.clone(), before.clone()), "{form}");
        let said = site.house.store.corrections_of(site.house.reader).await.unwrap();
        site.send_form(&format!("/corrections/{}/undo", said[0].id), &ben, "").await;
        assert_eq!(note(&ben).await, (false, false), "{form} taken back");
    }
}
