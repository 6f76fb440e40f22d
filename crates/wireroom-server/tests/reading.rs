//! The pages that are read line by line, in the reader's language: an article, what one text made of another, what
//! readers said, questions. The house speaks; what outlets wrote stays as they wrote it.

use crate::site::Site;
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use wireroom_store::Viewer;

async fn heard(site: &Site, path: &str, cookie: &str, tongue: &str) -> String {
    let request = Request::get(path)
        .header(header::COOKIE, cookie)
        .header(header::ACCEPT_LANGUAGE, tongue)
        .body(Body::empty());
    let answer = site.send(request.unwrap()).await;
    assert_eq!(answer.status, StatusCode::OK, "{path}");
    answer.body
}

/// The pages of this file, each with words of the house that stand on it in English, in German and in Arabic.
fn pages(site: &Site) -> Vec<(String, [&'static str; 3])> {
    let seeded = &site.house.seeded;
    vec![
        (format!("/article/{}", seeded.copy), ["Where it stands", "Wo er steht", "موضعه"]),
        (format!("/diff/common/{}", seeded.copy), ["word for word", "wörtlich", "حرفيًا"]),
        (
            format!("/diff/{}/{}", seeded.barrier_article, seeded.copy),
            ["The other way round", "Andersherum", "بالعكس"],
        ),
        (
            format!("/article/{}/versions", seeded.edited),
            ["Compare with the one before", "Mit der vorigen vergleichen", "قارنها بالسابقة"],
        ),
        ("/ask?q=organ".to_owned(), ["Your question", "Die Frage", "سؤالك"]),
        ("/audit".to_owned(), ["What the check catches", "Was die Prüfung findet", "ما يكشفه الفحص"]),
        ("/corrections".to_owned(), ["What holds", "Was gilt", "ما يسري"]),
    ]
}

#[tokio::test]
async fn the_house_speaks_the_readers_language_and_the_news_its_own() {
    let site = Site::new().await;
    let (cookie, _) = site.sign_in(site.house.owner).await;
    for (path, said) in pages(&site) {
        for (tongue, words) in ["en", "de", "ar"].into_iter().zip(said) {
            let body = heard(&site, &path, &cookie, tongue).await;
            assert!(body.contains(words), "{words} on {path} in {tongue}:\n{body}");
            for (other, strange) in ["en", "de", "ar"].into_iter().zip(said) {
                assert!(other == tongue || !body.contains(strange), "{strange} on {path} in {tongue}");
            }
        }
    }
    let article = site.house.seeded.copy;
    let text = site.house.store.current_version(article, Viewer::House).await.unwrap().unwrap();
    let body = heard(&site, &format!("/article/{article}"), &cookie, "ar").await;
    assert!(body.contains("<html lang=\"ar\" dir=\"rtl\">"));
    assert!(body.contains("<div class=\"text\" lang=\"en\" dir=\"ltr\">"), "{body}");
    assert!(body.contains(&format!("<h1 lang=\"en\" dir=\"ltr\">{}</h1>", text.title)), "{body}");
}

#[tokio::test]
async fn a_cited_passage_carries_what_a_citation_of_it_needs() {
    let site = Site::new().await;
    let (cookie, _) = site.sign_in(site.house.owner).await;
    let body = site.get(&format!("/article/{}", site.house.seeded.barrier_article), &cookie).await.body;
    let told = &body[body.find("data-cite-outlet=\"").unwrap()..];
    let of =
        |name: &str| told.split_once(&format!("data-cite-{name}=\"")).unwrap().1.split('"').next().unwrap();
    assert_eq!(of("outlet"), "Corvane Wire");
    assert!(of("address").starts_with("https://"), "{}", of("address"));
    assert!(of("date").starts_with("2026-"), "{}", of("date"));
    let title = of("title").to_owned();
    assert!(body.contains(&format!(">{title}</h1>")), "{title}");
    let passage = told.split_once("<span class=\"lit\" data-cite>").unwrap().1;
    assert!(passage.split_once("class=\"cite\"").is_some(), "a mark follows it: {passage}");
}

#[tokio::test]
async fn the_way_two_texts_are_set_is_kept_from_one_comparison_to_the_next() {
    let site = Site::new().await;
    let (cookie, _) = site.sign_in(site.house.owner).await;
    let (wire, copy) = (site.house.seeded.barrier_article, site.house.seeded.copy);
    let side = site.get(&format!("/diff/{wire}/{copy}"), &cookie).await.body;
    assert!(side.contains(&format!("href=\"/diff/{wire}/{copy}?as=column\"")), "{side}");
    assert!(side.contains(&format!("href=\"/diff/common/{copy}\"")), "{side}");
    let inline = site.get(&format!("/diff/{wire}/{copy}?as=column"), &cookie).await.body;
    for way in [
        format!("href=\"/diff/{wire}/{copy}\""),
        format!("href=\"/diff/{copy}/{wire}?as=column\""),
        format!("href=\"/diff/common/{copy}?as=column\""),
    ] {
        assert!(inline.contains(&way), "{way}\n{inline}");
    }
    // Each row holds both ways; the sheet shows one of them, and a narrow page the second alone.
    for class in ["class=\"was", "class=\"now", "class=\"merged\""] {
        assert_eq!(side.matches(class).count(), inline.matches(class).count(), "{class}");
    }
}
