//! Versions and diffs in the browser: what changed is shown with its words and classes, as pages and as JSON, and what
//! cites an older version still finds it.

use crate::house::Still;
use crate::site::{Site, held};
use axum::http::StatusCode;
use serde_json::Value;
use wireroom_copy::{Draft, changes};
use wireroom_model::time::Clock;
use wireroom_model::{ArticleId, Extracted, Lang};
use wireroom_store::Viewer;
use wireroom_store::versions::{NewVersion, SavedVersion};

const FIRST: &str = "The guild of pilots voted on Friday night and 71 of its 84 members said yes.\n\n\u{201c}We asked for a second pair of eyes,\u{201d} said Tove Aldergaard, who leads the guild.\n\nNight work goes to arbitration. A judge is to rule by 1 March.";
const SECOND: &str = "The guild of pilots voted on Friday night and 73 of its 84 members said yes.\n\n\u{201c}We asked for a second pair of eyes,\u{201d} said Tove Aldergaard, who leads the guild.\n\nNight work goes to arbitration. A judge is to rule by 1 March.\n\nCorrection: 73 members said yes, not 71. <b>";

/// Prints another text over an article, as the pipeline would.
async fn reprint(site: &Site, id: ArticleId, title: &str, body: &str, page: Option<i64>) {
    let before = site.house.store.current_version(id, Viewer::House).await.unwrap().unwrap();
    let mut extracted = before.extracted.clone();
    (extracted.title, extracted.body) = (Some(title.to_owned()), body.to_owned());
    save(site, id, (&before.title, &before.extracted.body), &extracted, page).await;
}

async fn save(site: &Site, id: ArticleId, old: (&str, &str), extracted: &Extracted, page: Option<i64>) {
    let title = extracted.title.clone().unwrap();
    let hash = wireroom_text::hash::text_v1(&extracted.body);
    let new = NewVersion { extracted, title: &title, text_hash: &hash, extractor: 1, normal: 1, page };
    let mut tx = site.house.store.begin().await.unwrap();
    let saved = tx.save_version(id, &new, Still.now().unix() - 60).await.unwrap();
    if let SavedVersion::Next(version) = saved {
        let draft = |title, body| Draft { title, body, lang: Lang::EN };
        let found = changes(&draft(old.0, old.1), &draft(&title, &extracted.body));
        tx.save_changes(version, &found).await.unwrap();
    }
    tx.commit().await.unwrap();
}

async fn edited() -> (Site, String, ArticleId) {
    let site = Site::new().await;
    let (cookie, _) = site.sign_in(site.house.owner).await;
    let id = site.house.seeded.edited;
    reprint(&site, id, "Pilots vote to return", FIRST, None).await;
    reprint(&site, id, "Pilots vote to return", SECOND, None).await;
    (site, cookie, id)
}

#[tokio::test]
async fn the_versions_of_an_article_tell_what_each_changed() {
    let (site, cookie, id) = edited().await;
    let page = site.get(&format!("/article/{id}/versions"), &cookie).await;
    assert_eq!(page.status, StatusCode::OK);
    let body = page.body;
    assert!(body.contains("Island Post changed it 3 times."), "{body}");
    assert!(body.contains("<dt>correction notice</dt>") && body.contains("<dt>figure</dt>"), "{body}");
    assert!(body.contains("<del>71</del> <ins>73</ins>"), "{body}");
    assert!(body.contains("not 71. &#60;b&#62;") && !body.contains("not 71. <b>"), "{body}");
    assert!(body.contains("The first text that was read."));
    assert!(body.find("Version 4").unwrap() < body.find("Version 1").unwrap(), "the newest stands first");
    let article = site.get(&format!("/article/{id}"), &cookie).await.body;
    assert!(article.contains(&format!("href=\"/article/{id}/versions\">4 versions")), "{article}");
    assert!(article.contains("correction notice, figure"), "{article}");
}

#[tokio::test]
async fn a_version_is_compared_with_the_one_before_it_or_with_any() {
    let (site, cookie, id) = edited().await;
    let body = site.get(&format!("/article/{id}/versions/4"), &cookie).await.body;
    assert!(body.contains("What Island Post changed"), "{body}");
    assert!(
        body.contains("<del class=\"swap\">71</del>") && body.contains("<ins class=\"swap\">73</ins>"),
        "{body}"
    );
    assert!(body.contains("<ins>Correction: 73 members said yes, not 71. &#60;b&#62;</ins>"), "{body}");
    assert!(
        body.contains("<li>correction notice</li>") && body.contains("<span class=\"unseen\">Added: </span>")
    );
    assert!(!body.contains("stand here too, as they stood. %"));
    let far = site.get(&format!("/article/{id}/versions/4?against=1"), &cookie).await.body;
    assert!(far.contains("Version 1") && far.contains("Vote stands at"), "{far}");
    let column = site.get(&format!("/article/{id}/versions/4?as=column"), &cookie).await.body;
    assert!(column.contains("class=\"diff column\"") && column.contains("Side by side"));
    let first = site.get(&format!("/article/{id}/versions/1"), &cookie).await;
    assert_eq!(first.status, StatusCode::NOT_FOUND);
    assert!(first.body.contains("Nothing stands before version 1"));
    for path in ["versions/9", "versions/4?against=9"] {
        let none = site.get(&format!("/article/{id}/{path}"), &cookie).await;
        assert_eq!(none.status, StatusCode::NOT_FOUND, "{path}");
        assert!(none.body.contains("has no version 9"), "{path}");
    }
}

#[tokio::test]
async fn what_the_house_read_otherwise_is_not_laid_at_the_outlets_door() {
    let (site, cookie, id) = edited().await;
    let now = Still.now().unix();
    let mut tx = site.house.store.begin().await.unwrap();
    let page = wireroom_store::pages::NewPage {
        address: "https://island-post.example/vote",
        hash: "h",
        form: wireroom_store::pages::Form::Html,
        content_type: None,
        crawled_known: true,
        reservation: None,
        body: b"<p>",
    };
    let (page, _) = tx.save_page(&page, now).await.unwrap();
    tx.commit().await.unwrap();
    reprint(&site, id, "Pilots vote to return", FIRST, Some(page)).await;
    reprint(&site, id, "Pilots vote to return", SECOND, Some(page)).await;
    let body = site.get(&format!("/article/{id}/versions"), &cookie).await.body;
    assert_eq!(body.matches("read otherwise by this house").count(), 1, "{body}");
    let diff = site.get(&format!("/article/{id}/versions/6"), &cookie).await.body;
    assert!(diff.contains("the outlet changed nothing"), "{diff}");
    let shape = held("versions", &site.get(&format!("/article/{id}/versions.json"), &cookie).await.body);
    let last = &shape["versions"][5];
    assert_eq!((&last["classes"][0], &last["changes"][0]["class"]), (&"correction".into(), &"figure".into()));
    assert_eq!(
        (&shape["versions"][4]["by"], &shape["versions"][5]["by"]),
        (&"outlet".into(), &"house".into())
    );
}

#[tokio::test]
async fn a_citation_of_an_older_version_opens_its_text_at_its_words() {
    let (site, cookie, id) = edited().await;
    let third = site.house.store.version_numbered(id, 3, Viewer::House).await.unwrap().unwrap();
    let words = "71 of its 84 members";
    let start = FIRST.find(words).unwrap();
    let at = format!("/article/{id}?version={}&at={start}-{}", third.id, start + words.len());
    let body = site.get(&at, &cookie).await.body;
    assert!(body.contains(&format!("<mark id=\"here\" data-cite>{words}</mark>")), "{body}");
    assert!(body.contains("This is version 3, an older text.") && !body.contains("73 of its 84"), "{body}");
}

#[tokio::test]
async fn two_printings_are_compared_and_the_other_way_round() {
    let site = Site::new().await;
    let (cookie, _) = site.sign_in(site.house.owner).await;
    let wire = site.house.seeded.barrier_article;
    let line = site.house.store.article_line(wire, Viewer::House).await.unwrap().unwrap();
    let family = site.house.store.articles_of_family(line.copy.unwrap().family, Viewer::House).await.unwrap();
    let weekly = family.iter().find(|line| line.outlet.as_deref() == Some("Lowland Weekly")).unwrap().id;
    let page = site.get(&format!("/diff/{wire}/{weekly}"), &cookie).await;
    assert_eq!(page.status, StatusCode::OK);
    let body = page.body;
    assert!(body.contains("What Lowland Weekly made of the text of Corvane Wire"), "{body}");
    assert!(body.contains("word for word") && body.contains("class=\"strip\""), "{body}");
    assert!(
        body.contains("<del class=\"swap\">310</del> <ins class=\"swap\">340</ins>"),
        "a changed figure: {body}"
    );
    assert!(
        body.contains("<span class=\"unseen\">Cut: </span>") && !body.contains("not of one family"),
        "{body}"
    );
    assert!(body.contains(&format!("href=\"/diff/{weekly}/{wire}\">The other way round")), "{body}");
    let shape = held("diff", &site.get(&format!("/diff/{wire}/{weekly}.json"), &cookie).await.body);
    assert_eq!(shape["relation"], "edited");
    assert!(shape["changes"].as_array().unwrap().iter().any(|change| change["class"] == "figure"));
    assert_eq!(body.matches("<h1").count(), 1);
}

#[tokio::test]
async fn articles_of_different_families_are_compared_and_said_to_be() {
    let site = Site::new().await;
    let (cookie, _) = site.sign_in(site.house.owner).await;
    let seeded = &site.house.seeded;
    let path = format!("/diff/{}/{}", seeded.barrier_article, seeded.arabic_article);
    let body = site.get(&path, &cookie).await.body;
    assert!(body.contains("These two are not of one family"), "{body}");
    assert!(body.contains("dir=\"rtl\""), "{body}");
    let own = site.get(&format!("/diff/{0}/{0}", seeded.copy), &cookie).await.body;
    assert!(own.contains("This is one article") && own.contains("No word is another."), "{own}");
}

#[tokio::test]
async fn what_a_reader_may_not_see_is_compared_for_nobody() {
    let site = Site::new().await;
    let (cookie, _) = site.sign_in(site.house.owner).await;
    let seeded = &site.house.seeded;
    let (open, private) = (seeded.barrier_article, seeded.private);
    for path in [
        format!("/diff/{open}/{private}"),
        format!("/diff/{private}/{open}.json"),
        format!("/article/{private}/versions"),
        format!("/article/{private}/versions.json"),
        format!("/article/{private}/versions/1"),
        "/diff/1/99999".to_owned(),
        "/diff/none/1".to_owned(),
        "/diff/1/x.json".to_owned(),
    ] {
        let answer = site.get(&path, &cookie).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
        assert!(!answer.body.to_lowercase().contains("zirconium"), "{path}");
    }
}

#[tokio::test]
async fn the_json_of_a_diff_counts_characters_and_adds_up() {
    let site = Site::new().await;
    let (cookie, _) = site.sign_in(site.house.owner).await;
    let seeded = &site.house.seeded;
    reprint(
        &site,
        seeded.arabic_article,
        "عبارة",
        "عادت عبارة الميناء القديم إلى العمل صباح الأحد بعد توقف دام سبعة أسابيع.",
        None,
    )
    .await;
    let answer = site.get(&format!("/article/{}/versions/2.json", seeded.arabic_article), &cookie).await;
    assert_eq!(answer.headers["content-type"], "application/json");
    let shape = held("diff", &answer.body);
    let old =
        site.house.store.version_numbered(seeded.arabic_article, 1, Viewer::House).await.unwrap().unwrap();
    let characters: Vec<char> = old.extracted.body.chars().collect();
    let mut seen = 0;
    for piece in shape["rows"].as_array().unwrap().iter().flat_map(|row| row["pieces"].as_array().unwrap()) {
        let Some(side) = piece.get("old").filter(|side| !side.is_null()) else { continue };
        let (start, end) = (side["start"].as_u64().unwrap() as usize, side["end"].as_u64().unwrap() as usize);
        assert_eq!(characters[start..end].iter().collect::<String>(), side["text"].as_str().unwrap());
        seen += 1;
    }
    assert!(seen > 2);
    let words = |name: &str| shape["words"][name].as_u64().unwrap();
    let count = wireroom_text::words::words(&old.extracted.body).count() as u64;
    assert_eq!(words("kept") + words("cut") + words("reworded_old"), count);
    assert_eq!(shape["not_compared"]["old"], Value::Null);
}
