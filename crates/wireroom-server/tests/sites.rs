//! The pages of sites as the owner meets them: what was learnt with an undo, an override to try and save, a page both
//! ways; and that no reader reaches any of it.

use crate::house::sites::{HOST, LETTER};
use crate::site::Site;
use axum::http::StatusCode;
use wireroom_store::Viewer;
use wireroom_store::sites::block_name;

fn at(path: &str) -> String {
    format!("/site/{HOST}{path}")
}

#[tokio::test]
async fn the_list_tells_what_was_learnt_and_which_override_has_a_fault() {
    let site = Site::new().await;
    let ada = site.sign_in(site.house.owner).await;
    let sites = site.get("/sites", &ada.0).await;
    assert_eq!(sites.status, StatusCode::OK);
    assert!(sites.body.contains(&format!("/site/{HOST}\">{HOST}")), "{}", sites.body);
    assert!(sites.body.contains("tide.example.toml, &#34;drp&#34;"), "{}", sites.body);
    assert!(sites.body.contains("a selector matched nothing on 1 of 3 pages"), "{}", sites.body);
    assert!(sites.body.contains("/site/far-post.example"), "an override without pages is listed too");
    assert!(site.get("/feeds", &ada.0).await.body.contains("href=\"/sites\""));
}

#[tokio::test]
async fn no_reader_sees_or_says_anything_of_sites() {
    let site = Site::new().await;
    let ben = site.sign_in(site.house.reader).await;
    for path in ["/sites", &at(""), &at("?page=1")] {
        assert_eq!(site.get(path, &ben.0).await.status, StatusCode::FORBIDDEN, "{path}");
    }
    for path in ["/say", "/drop", "/try", "/save", "/again"] {
        let form = format!("block={}&page=1&text=", block_name(LETTER));
        assert_eq!(site.send_form(&at(path), &ben, &form).await.status, StatusCode::FORBIDDEN, "{path}");
    }
    assert!(!site.get("/feeds", &ben.0).await.body.contains("href=\"/sites\""));
}

#[tokio::test]
async fn a_block_stands_with_its_sample_its_count_and_the_undo() {
    let site = Site::new().await;
    let ada = site.sign_in(site.house.owner).await;
    let page = site.get(&at(""), &ada.0).await.body;
    assert!(page.contains("Ask &#60;b&#62;here&#60;/b&#62;") && !page.contains("Ask <b>"), "{page}");
    assert!(
        page.contains("On 217 pages. 3 texts lack it now. One of their pages is no longer kept"),
        "{page}"
    );
    assert!(page.contains("You keep it") && page.contains("You leave it out"), "{page}");
    let form = format!("block={}&to=keep", block_name(LETTER));
    let kept = site.send_form(&at("/say"), &ada, &form).await;
    assert_eq!(kept.location(), at("?did=keep&pages=2&gone=1&more=0"));
    let told = site.get(kept.location(), &ada.0).await.body;
    assert!(
        told.contains("comes back to 2 articles") && told.contains("no longer kept: its article stays"),
        "{told}"
    );
    let unknown = site.send_form(&at("/say"), &ada, "block=00000000000000aa&to=keep").await;
    assert_eq!(unknown.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(unknown.body.contains("no such block is known"));
    assert_eq!(site.send_form(&at("/say"), &ada, "block=x").await.status, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn a_page_is_shown_both_ways_with_what_each_rule_left_out() {
    let site = Site::new().await;
    let ada = site.sign_in(site.house.owner).await;
    let pages = site.house.store.pages_of_site(HOST, Viewer::House, 9).await.unwrap();
    let kept = pages.iter().find(|page| page.is_kept).unwrap();
    let found = site.get(&format!("/sites?address={}%23top", kept.address), &ada.0).await;
    assert_eq!(found.location(), at(&format!("?page={}#both", kept.page)));
    let shown = site.get(&at(&format!("?page={}", kept.page)), &ada.0).await;
    assert_eq!(shown.status, StatusCode::OK);
    for part in [
        "1 paragraph less.",
        "class=\"gone\"",
        "The site prints it on many of its pages.",
        "No selector of title in",
        "drop .letter matched 1 element",
        "title h1.none matched nothing",
        "Front page Harbour Council Sport",
        "name=\"block\" value=\"000000000000000b\"",
    ] {
        assert!(shown.body.contains(part), "{part}: {}", shown.body);
    }
    assert!(!shown.body.contains("<i>again"), "outside text stays text");
    let article = site.house.store.articles_at(&kept.address).await.unwrap()[0].id;
    let read = site.get(&format!("/article/{article}"), &ada.0).await.body;
    assert!(read.contains(&format!("/site/{HOST}?page={}#both", kept.page)), "{read}");
    let ben = site.sign_in(site.house.reader).await;
    assert!(!site.get(&format!("/article/{article}"), &ben.0).await.body.contains("/site/"));
    let elsewhere = site.get(&format!("/site/other.example?page={}", kept.page), &ada.0).await;
    assert_eq!(elsewhere.status, StatusCode::NOT_FOUND, "a page is shown on its own site alone");
    assert_eq!(site.get(&at("?page=9999"), &ada.0).await.status, StatusCode::NOT_FOUND);
    let nowhere = site.get("/sites?address=https%3A%2F%2Fnowhere.example%2F", &ada.0).await;
    assert_eq!(nowhere.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn an_override_is_tried_before_it_is_saved_and_a_faulty_one_is_not_saved() {
    let site = Site::new().await;
    let ada = site.sign_in(site.house.owner).await;
    let page = site.get(&at(""), &ada.0).await.body;
    assert!(page.contains("drop = [&#34;.letter&#34;]") && !page.contains("</textarea><b>"), "{page}");
    let number = site.house.store.pages_of_site(HOST, Viewer::House, 9).await.unwrap()[1].page;
    let tried = site.send_form(&at("/try"), &ada, &format!("page={number}&text=drop+%3D+%22.x%22")).await;
    assert_eq!(tried.status, StatusCode::OK);
    assert!(
        tried.body.contains("One page both ways") && tried.body.contains("drop = &#34;.x&#34;"),
        "{}",
        tried.body
    );
    let faulty = site.send_form(&at("/try"), &ada, &format!("page={number}&text=drp+%3D+1")).await;
    assert_eq!(faulty.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(faulty.body.contains("there is no such key") && faulty.body.contains("drp = 1"));
    let unsaved = site.send_form(&at("/save"), &ada, "text=drp+%3D+1").await;
    assert_eq!(unsaved.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(unsaved.body.contains("drp = 1"), "what was written is still there");
    let saved = site.send_form(&at("/save"), &ada, "text=drop+%3D+%22.x%22").await;
    assert_eq!(saved.location(), at("?did=saved&pages=0&gone=0&more=0"));
    assert_eq!(
        site.send_form(&at("/save"), &ada, "text=").await.location(),
        at("?did=removed&pages=0&gone=0&more=0")
    );
    let again = site.send_form(&at("/again"), &ada, "").await;
    let told = site.get(again.location(), &ada.0).await.body;
    assert!(told.contains("500 pages are read again") && told.contains("40 pages more are kept"), "{told}");
    let nothing = site.send_form(&at("/try"), &ada, "text=").await;
    assert!(nothing.body.contains("Choose a page to try it on"));
}

#[tokio::test]
async fn an_address_that_is_no_host_is_no_page() {
    let site = Site::new().await;
    let ada = site.sign_in(site.house.owner).await;
    for host in ["a%20b", "%3Cb%3E", "..%2Fetc"] {
        assert_eq!(site.get(&format!("/site/{host}"), &ada.0).await.status, StatusCode::NOT_FOUND, "{host}");
    }
    assert_eq!(
        site.get("/site/new.example", &ada.0).await.status,
        StatusCode::OK,
        "a site may have an override first"
    );
}
