//! Questions in the browser: a passage leads to its words, nothing is made up, and a stranger's text stays text.

use crate::site::Site;
use axum::http::StatusCode;
use wireroom_store::Viewer;

fn asked(words: &str, story: &str) -> String {
    let mut query = url::form_urlencoded::Serializer::new(String::new());
    query.append_pair("q", words);
    if !story.is_empty() {
        query.append_pair("story", story);
    }
    format!("/ask?{}", query.finish())
}

/// The first sentence of an article, and its version.
async fn sentence(site: &Site, id: wireroom_model::ArticleId) -> (String, u64) {
    let version = site.house.store.current_version(id, Viewer::House).await.unwrap().unwrap();
    let body = &version.extracted.body;
    let first = body.split_once(". ").map_or(body.trim_end_matches('.'), |(first, _)| first).to_owned();
    (first, version.id.get())
}

#[tokio::test]
async fn a_passage_stands_word_for_word_and_leads_to_its_words_in_the_article() {
    let site = Site::new().await;
    let (cookie, _) = site.sign_in(site.house.owner).await;
    let article = site.house.seeded.barrier_article;
    let (words, version) = sentence(&site, article).await;
    let page = site.get(&asked(&words, ""), &cookie).await;
    assert_eq!(page.status, StatusCode::OK);
    let length = words.chars().count();
    let way = format!("/article/{article}?version={version}&#38;at=");
    assert!(page.body.contains(&way) || page.body.contains(&way.replace("&#38;", "&amp;")), "{}", page.body);
    assert!(page.body.contains("What your sources say"), "{}", page.body);
    let lit = site.get(&format!("/article/{article}?version={version}&at=0-{length}#here"), &cookie).await;
    assert!(lit.body.contains("<mark id=\"here\""), "{}", lit.body);
}

#[tokio::test]
async fn nothing_is_said_where_nothing_answers_and_a_question_of_nothing_is_a_form() {
    let site = Site::new().await;
    let (cookie, _) = site.sign_in(site.house.owner).await;
    let page = site.get(&asked("Who tuned the <b>organ</b>?", ""), &cookie).await;
    assert!(page.body.contains("Nothing in your sources answers this."), "{}", page.body);
    assert!(!page.body.contains("<b>organ"), "{}", page.body);
    let story = site.house.seeded.barrier;
    let page = site.get(&asked("Who tuned the organ?", &story.to_string()), &cookie).await;
    assert!(page.body.contains("Nothing in this story’s sources answers this."), "{}", page.body);
    let form = site.get("/ask", &cookie).await.body;
    assert!(!form.contains("answers this") && form.contains("name=\"q\""), "{form}");
    let page = site.get(&format!("/story/{story}"), &cookie).await.body;
    assert!(page.contains("action=\"/ask\"") && page.contains("Ask this story"), "{page}");
}

#[tokio::test]
async fn what_a_reader_may_not_see_answers_nobody_else() {
    let site = Site::new().await;
    let (words, _) = sentence(&site, site.house.seeded.private).await;
    assert!(!words.is_empty());
    let (ada, _) = site.sign_in(site.house.owner).await;
    let (ben, _) = site.sign_in(site.house.reader).await;
    assert!(site.get(&asked(&words, ""), &ben).await.body.contains("What your sources say"));
    assert!(site.get(&asked(&words, ""), &ada).await.body.contains("Nothing in your sources answers this."));
    assert_eq!(site.get(&asked("tide", "999999"), &ada).await.status, StatusCode::NOT_FOUND);
    assert_eq!(site.get(&asked("tide", "x"), &ada).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_question_of_any_length_is_cut() {
    let site = Site::new().await;
    let (cookie, _) = site.sign_in(site.house.owner).await;
    let page = site.get(&asked(&"tide ".repeat(300), ""), &cookie).await;
    assert_eq!(page.status, StatusCode::OK);
    let words = page.body.split("</style>").nth(1).unwrap();
    assert!(words.len() < 20_000, "{}", words.len());
}

#[tokio::test]
async fn a_machines_words_stand_above_the_passages_marked_as_such_and_only_a_form_asks_for_them() {
    let site = Site::new().await;
    let who = site.sign_in(site.house.owner).await;
    let seeded = &site.house.seeded;
    let (words, _) = sentence(&site, seeded.barrier_article).await;
    let page = site.get(&asked(&words, &seeded.barrier.to_string()), &who.0).await.body;
    let (made, passages) =
        (page.find("a machine’s sentence").unwrap(), page.find("What your sources say").unwrap());
    assert!(made < passages && page.contains("In short: ") && !page.contains("<b> "), "{page}");
    assert!(!page.contains("Let the writer put it into words"), "it was asked already: {page}");
    let page = site.get(&asked(&words, ""), &who.0).await.body;
    assert!(page.contains("action=\"/ask/write\"") && !page.contains("a machine’s sentence"), "{page}");
    let form = url::form_urlencoded::Serializer::new(String::new()).append_pair("q", "the barrier").finish();
    let done = site.send_form("/ask/write", &who, &form).await;
    assert_eq!((done.status, done.location()), (StatusCode::SEE_OTHER, "/ask?q=the+barrier&did=wished"));
    let told = site.get("/ask?q=the+barrier&did=wished", &who.0).await.body;
    assert!(told.contains("The writer was asked."), "{told}");
    let done = site.send_form("/ask/write", &who, "q=a+gull").await;
    assert_eq!(done.location(), "/ask?q=a+gull&did=not");
}
