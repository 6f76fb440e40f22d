//! A printing against what most of its family share, as a page and as JSON, and the ways to every other measure.

use crate::site::{Site, held};
use axum::http::StatusCode;
use serde_json::Value;
use wireroom_model::{ArticleId, EmptyBecause};
use wireroom_store::Viewer;
use wireroom_store::articles::ArticleLine;
use wireroom_store::versions::NewVersion;
use wireroom_text::hash::text_v1;

async fn family_of(site: &Site, article: ArticleId) -> Vec<ArticleLine> {
    let line = site.house.store.article_line(article, Viewer::House).await.unwrap().unwrap();
    site.house.store.articles_of_family(line.copy.unwrap().family, Viewer::House).await.unwrap()
}

fn by(members: &[ArticleLine], outlet: &str) -> ArticleId {
    members.iter().find(|line| line.outlet.as_deref() == Some(outlet)).unwrap().id
}

/// Prints an article anew: another body, or the feed's words in place of a page.
async fn reprint(site: &Site, article: ArticleId, body: &str, empty: Option<EmptyBecause>) {
    let version = site.house.store.current_version(article, Viewer::House).await.unwrap().unwrap();
    let mut text = version.extracted.clone();
    text.body = body.to_owned();
    text.particulars.empty = empty;
    let hash = text_v1(body);
    let new = NewVersion {
        extracted: &text,
        title: &version.title,
        text_hash: &hash,
        extractor: version.extractor,
        normal: 1,
        page: None,
    };
    let mut tx = site.house.store.begin().await.unwrap();
    tx.save_version(article, &new, 1_795_000_000).await.unwrap();
    tx.commit().await.unwrap();
}

async fn body(site: &Site, article: ArticleId) -> String {
    site.house.store.current_version(article, Viewer::House).await.unwrap().unwrap().extracted.body
}

#[tokio::test]
async fn a_printing_is_measured_against_what_most_printings_share() {
    let site = Site::new().await;
    let (cookie, _) = site.sign_in(site.house.owner).await;
    let members = family_of(&site, site.house.seeded.copy).await;
    let (wire, weekly) = (by(&members, "Corvane Wire"), by(&members, "Lowland Weekly"));
    let page = site.get(&format!("/diff/common/{weekly}"), &cookie).await;
    assert_eq!(page.status, StatusCode::OK);
    let body = page.body;
    assert!(body.contains("What Lowland Weekly made of the text that most printings share"), "{body}");
    assert!(body.contains("The common text stands in 4 or more of 6 printings:"), "{body}");
    assert!(body.contains("100% of the words of the common text stand here too"), "{body}");
    assert!(body.contains("Some [\u{2026}] households"), "three say 310 and three 340: {body}");
    let rows = &body[body.find("class=\"rows\"").unwrap()..];
    assert!(rows.contains("Some <ins>340</ins> households") && !rows.contains("<del"), "{body}");
    assert!(body.contains("<b aria-current=\"true\">what most printings share</b>"), "{body}");
    assert!(
        body.contains(&format!("href=\"/diff/{wire}/{weekly}\"")),
        "every other printing is a click away"
    );
    assert!(!body.contains("The other way round") && body.matches("<h1").count() == 1, "{body}");
    let direct = site.get(&format!("/diff/{wire}/{weekly}"), &cookie).await.body;
    assert!(direct.contains(&format!("href=\"/diff/common/{weekly}\"")), "and back: {direct}");
    assert!(
        direct.contains("<b aria-current=\"true\">Corvane Wire</b> <span class=\"note\">first</span>"),
        "{direct}"
    );
}

#[tokio::test]
async fn a_page_with_more_below_has_added_it_and_nobody_else_has_cut_it() {
    let site = Site::new().await;
    let (cookie, _) = site.sign_in(site.house.owner).await;
    let members = family_of(&site, site.house.seeded.copy).await;
    let (wire, rail) = (by(&members, "Corvane Wire"), by(&members, "Harbour & Rail"));
    let below = "Glaziers in Tarn have struck for a second week over the price of putty and lead.\n\nThe lighthouse keepers of Skerry elect a new warden on Thursday, the fourth within a year.";
    let old = body(&site, wire).await;
    reprint(&site, wire, &format!("{old}\n\n{below}"), None).await;
    let against_page = site.get(&format!("/diff/{wire}/{rail}"), &cookie).await.body;
    assert!(against_page.contains("<del>Glaziers in Tarn"), "{against_page}");
    let common = site.get(&format!("/diff/common/{rail}"), &cookie).await.body;
    assert!(!common.contains("Glaziers"), "{common}");
    let page = site.get(&format!("/diff/common/{wire}"), &cookie).await.body;
    assert!(page.contains("<ins>Glaziers in Tarn") && page.contains("Added: "), "{page}");
}

#[tokio::test]
async fn the_json_tells_the_same_with_every_span_in_the_base() {
    let site = Site::new().await;
    let (cookie, _) = site.sign_in(site.house.owner).await;
    let members = family_of(&site, site.house.seeded.copy).await;
    let weekly = by(&members, "Lowland Weekly");
    let answer = site.get(&format!("/diff/common/{weekly}.json"), &cookie).await;
    assert_eq!(answer.headers["content-type"], "application/json");
    let shape = held("diff", &answer.body);
    let common = &shape["common"];
    assert_eq!((common["printings"].as_u64(), common["needed"].as_u64()), (Some(6), Some(4)));
    assert_eq!((common["stumps"].as_u64(), common["left_out"].as_u64()), (Some(0), Some(0)));
    assert_eq!(shape["new"]["article"], weekly.get());
    let base: ArticleId = shape["old"]["article"].to_string().parse().unwrap();
    assert!(members.iter().any(|line| line.id == base));
    let text: Vec<char> = body(&site, base).await.chars().collect();
    let cut = |value: &Value| -> String {
        let at = |name: &str| value[name].as_u64().unwrap() as usize;
        text[at("start")..at("end")].iter().collect()
    };
    let told: Vec<String> = common["stretches"].as_array().unwrap().iter().map(&cut).collect();
    let counted: usize = told.iter().map(|part| wireroom_text::words::words(part).count()).sum();
    assert_eq!(
        counted as u64,
        common["words"].as_u64().unwrap() + 1,
        "\"quarter's\" counts as one: {told:?}"
    );
    assert!(
        told.iter().any(|part| part == "Some") && told.iter().all(|part| !part.contains("340")),
        "{told:?}"
    );
    let rows = shape["rows"].as_array().unwrap();
    let pieces = rows.iter().flat_map(|row| row["pieces"].as_array().unwrap());
    for old in pieces.map(|piece| &piece["old"]).filter(|old| !old.is_null()) {
        assert_eq!(cut(old), old["text"].as_str().unwrap());
    }
    assert!(shape["words"]["kept"] == common["words"] && shape["words"]["added"] == 1, "{}", shape["words"]);
    let direct = site.get(&format!("/diff/{base}/{weekly}.json"), &cookie).await.body;
    assert!(held("diff", &direct).get("common").is_none(), "the other comparisons read as they did");
}

#[tokio::test]
async fn the_beginning_of_a_text_for_subscribers_does_not_vote() {
    let site = Site::new().await;
    let (cookie, _) = site.sign_in(site.house.owner).await;
    let members = family_of(&site, site.house.seeded.copy).await;
    let start = "The tidal barrier at Ostrel closed for the first time on Saturday night.";
    for outlet in ["Lowland Weekly", "Harbour & Rail", "The Tarn Letter"] {
        reprint(&site, by(&members, outlet), start, Some(EmptyBecause::Paywall)).await;
    }
    let echo = by(&members, "Quayside Echo");
    let told = site.get(&format!("/diff/common/{echo}"), &cookie).await.body;
    assert!(told.contains("Not counted: 3 printings of which only the beginning can be read."), "{told}");
    assert!(told.contains("No word is another."), "{told}");
    let stump = by(&members, "The Tarn Letter");
    let told = site.get(&format!("/diff/common/{stump}"), &cookie).await.body;
    assert!(told.contains("Cut: "), "it is measured like any other: {told}");
}

#[tokio::test]
async fn the_usual_comparison_of_one_of_two_is_with_the_other() {
    let site = Site::new().await;
    let (cookie, _) = site.sign_in(site.house.owner).await;
    let seeded = &site.house.seeded;
    let many = site.get(&format!("/diff/{}", seeded.copy), &cookie).await;
    assert_eq!(many.status, StatusCode::TEMPORARY_REDIRECT);
    assert_eq!(many.location(), format!("/diff/common/{}", seeded.copy));
    let json = site.get(&format!("/diff/{}.json", seeded.copy), &cookie).await;
    assert_eq!(json.location(), format!("/diff/common/{}.json", seeded.copy));
    let lines = site.house.store.articles_of_story(seeded.barrier, Viewer::House).await.unwrap();
    let (lamp, island) = (by(&lines, "The Ostrel Lamp"), by(&lines, "Island Post"));
    let two = site.get(&format!("/diff/{island}"), &cookie).await;
    assert_eq!(two.location(), format!("/diff/{lamp}/{island}"));
    let both = site.get(&format!("/diff/common/{island}"), &cookie).await.body;
    assert!(both.contains("What Island Post made of the text that both printings share"), "{both}");
    assert!(both.contains("What one of them cut and what the other added cannot be told apart."), "{both}");
}

#[tokio::test]
async fn a_text_that_stands_alone_or_unseen_is_measured_against_nothing() {
    let site = Site::new().await;
    let (cookie, _) = site.sign_in(site.house.owner).await;
    let seeded = &site.house.seeded;
    for way in ["/diff/", "/diff/common/"] {
        let alone = site.get(&format!("{way}{}", seeded.transcript), &cookie).await;
        assert_eq!(alone.status, StatusCode::NOT_FOUND);
        assert!(alone.body.contains("No other printing of article"), "{}", alone.body);
        for path in [format!("{way}{}", seeded.private), format!("{way}x"), format!("{way}99999.json")] {
            let answer = site.get(&path, &cookie).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
            assert!(!answer.body.to_lowercase().contains("zirconium"), "{path}");
        }
    }
}
