//! What sites print on many pages, at work: learnt page by page in the order of jobs, shown with a sample, undone by a
//! person with the texts back; private feeds teach nothing; an override from a file wins or tells that it did not.
#![allow(dead_code)]

use crate::house::{House, Press, told};
use std::path::Path;
use wireroom_model::UserId;
use wireroom_pipeline::{Import, Options, Reach, Reread};
use wireroom_store::sites::{Said, SiteBlock};
use wireroom_store::users::{NewUser, Role};
use wireroom_store::{Store, Viewer};

const HOST: &str = "press.example";
const BOX: &str = "Every morning the editor of the Harbour Post writes a letter to all who ask for one.";
const OTHER: &str = "The Harbour Post is printed on paper that the harbour's own mill makes of old nets.";

fn html(number: u64, boxes: &[&str]) -> String {
    let own: String = (0..5).map(|part| format!("<p>{}</p>", told(number * 10 + part, 3))).collect();
    let boxes: String = boxes.iter().map(|text| format!("<p>{text}</p>")).collect();
    format!(
        "<html lang=\"en\"><head><title>Number {number}</title></head><body><article><h1>Number {number}</h1>\
         {own}{boxes}</article></body></html>"
    )
}

fn import(number: u64) -> Import {
    Import::Html {
        name: number.to_string(),
        url: Some(format!("https://{HOST}/{number}")),
        bytes: html(number, &[BOX]).into_bytes(),
    }
}

async fn body(store: &Store, address: &str) -> String {
    let article = store.articles_at(address).await.unwrap().remove(0);
    store.current_version(article.id, Viewer::House).await.unwrap().unwrap().extracted.body
}

/// Which of the pages have a text in them.
async fn with(store: &Store, pages: std::ops::Range<u64>, text: &str) -> Vec<bool> {
    let mut all = Vec::new();
    for number in pages {
        all.push(body(store, &format!("https://{HOST}/{number}")).await.contains(text));
    }
    all
}

async fn only_block(store: &Store) -> SiteBlock {
    let mut blocks = store.site_blocks(HOST).await.unwrap();
    assert_eq!(blocks.len(), 1, "{blocks:?}");
    blocks.remove(0)
}

async fn user(store: &Store, name: &str) -> UserId {
    let mut tx = store.begin().await.unwrap();
    let new = NewUser { name, password_hash: "x", role: Role::Owner, time_zone: None };
    let user = tx.add_user(&new, 1).await.unwrap();
    tx.commit().await.unwrap();
    user
}

#[tokio::test]
async fn a_box_is_learnt_and_shown_and_a_persons_undo_brings_it_back_for_good() {
    let folder = tempfile::tempdir().unwrap();
    let house = House::open(folder.path()).await;
    house.import((0..8).map(import).collect()).await;
    assert_eq!(with(&house.store, 0..8, BOX).await, [true, true, true, true, true, false, false, false]);
    let block = only_block(&house.store).await;
    assert_eq!((block.sample.as_str(), block.pages, block.cut, block.said), (BOX, 8, 3, None));

    // One of the pages is no longer kept: its article stays as it is, and that is said.
    let gone = house.store.pages_of_site(HOST, Viewer::House, 100).await.unwrap();
    let gone = gone.iter().find(|page| page.address.ends_with("/6")).unwrap().page;
    let mut tx = house.store.begin().await.unwrap();
    tx.drop_page_body(gone).await.unwrap();
    tx.commit().await.unwrap();
    let ada = user(&house.store, "Ada").await;
    let reread = house.pipeline.say_of_block(HOST, block.block, None, Said::Keep, Some(ada)).await.unwrap();
    assert_eq!(reread, Reread { pages: 2, gone: 1, more: 0 });
    house.pipeline.drain(Reach::Local).await.unwrap();
    assert_eq!(with(&house.store, 5..8, BOX).await, [true, false, true]);

    house.import((8..12).map(import).collect()).await;
    assert_eq!(
        with(&house.store, 8..12, BOX).await,
        [true; 4],
        "what a person keeps is never left out again"
    );
    assert_eq!(only_block(&house.store).await.said, Some(Said::Keep));

    // And the other way round.
    let reread = house.pipeline.say_of_block(HOST, block.block, None, Said::Drop, Some(ada)).await.unwrap();
    assert_eq!((reread.pages, reread.gone), (11, 1));
    house.pipeline.drain(Reach::Local).await.unwrap();
    assert_eq!(with(&house.store, 0..12, BOX).await, [false; 12]);
    assert!(house.store.verify().await.unwrap().troubles.is_empty());
}

#[tokio::test]
async fn what_is_learnt_hangs_on_the_order_of_jobs_and_not_on_their_batches() {
    let mut seen = Vec::new();
    for batch in [1, 3, 40] {
        let folder = tempfile::tempdir().unwrap();
        let house = House::open(folder.path()).await;
        let pages: Vec<u64> = (0..40).collect();
        for some in pages.chunks(batch) {
            house.import(some.iter().map(|n| import(*n)).collect()).await;
        }
        seen.push((with(&house.store, 0..40, BOX).await, house.store.memories(HOST).await.unwrap()));
    }
    assert!(seen[0].0[6..].iter().all(|has| !has));
    assert_eq!(seen[0], seen[1]);
    assert_eq!(seen[0], seen[2]);
}

#[tokio::test]
async fn a_page_that_is_read_again_does_not_teach_again() {
    let folder = tempfile::tempdir().unwrap();
    let house = House::open(folder.path()).await;
    house.import((0..30).map(import).collect()).await;
    let before = (house.store.memories(HOST).await.unwrap(), only_block(&house.store).await);
    for _ in 0..2 {
        assert_eq!(house.pipeline.reread().await.unwrap(), 30);
        house.pipeline.drain(Reach::Local).await.unwrap();
    }
    assert_eq!(house.store.memories(HOST).await.unwrap(), before.0);
    let after = only_block(&house.store).await;
    assert_eq!((after.pages, before.1.pages), (30, 30));
    assert_eq!(after.cut, 30, "what is known now holds for the first pages too once they are read again");
}

/// A feed of `count` pages under `path`, each with the box.
fn print(press: &Press, path: &str, count: u64, boxes: &[&str]) {
    let links: Vec<(String, String)> =
        (0..count).map(|n| (format!("{path}/{n}"), format!("Number {n}"))).collect();
    for (number, (link, _)) in links.iter().enumerate() {
        press.put(
            link,
            200,
            "text/html; charset=utf-8",
            &html(number as u64 + path.len() as u64 * 100, boxes),
        );
    }
    let entries: Vec<(&str, &str, &str)> =
        links.iter().map(|(link, title)| (link.as_str(), title.as_str(), "A word.")).collect();
    press.feed(&format!("{path}/feed"), "A feed", &entries);
}

#[tokio::test]
async fn a_private_feed_teaches_nothing_and_its_words_are_in_no_sample() {
    let folder = tempfile::tempdir().unwrap();
    let house = House::open(folder.path()).await;
    let (press, ada) = (Press::open().await, user(&house.store, "Ada").await);
    print(&press, "/mine", 9, &[OTHER]);
    house.pipeline.add_private_feed(&press.url("/mine/feed"), ada).await.unwrap();
    house.work().await;
    assert_eq!(house.pipeline.progress().await.unwrap().articles, 9);
    assert!(house.store.site_lines(10).await.unwrap().is_empty());
    assert!(house.store.memories("127.0.0.1").await.unwrap().is_empty());

    // What public pages taught holds for private ones; undoing it reaches them too, and they stay private.
    print(&press, "/all", 9, &[BOX]);
    house.pipeline.add_feed(&press.url("/all/feed"), Some(ada)).await.unwrap();
    house.work().await;
    print(&press, "/later", 2, &[BOX]);
    house.pipeline.add_private_feed(&press.url("/later/feed"), ada).await.unwrap();
    house.work().await;
    let later = press.url("/later/1");
    assert!(!body(&house.store, &later).await.contains(BOX));
    let blocks = house.store.site_blocks("127.0.0.1").await.unwrap();
    assert_eq!((blocks.len(), blocks[0].sample.as_str(), blocks[0].pages), (1, BOX, 9));
    let ben = user(&house.store, "Ben").await;
    let seen = house.store.pages_of_site("127.0.0.1", Viewer::User(ben), 100).await.unwrap();
    assert_eq!(seen.len(), 9, "pages of another reader's private feed are not listed");
    house.pipeline.say_of_block("127.0.0.1", blocks[0].block, None, Said::Keep, Some(ada)).await.unwrap();
    house.work().await;
    assert!(body(&house.store, &later).await.contains(BOX));
    assert!(house.store.articles_at(&later).await.unwrap()[0].is_private);
}

#[tokio::test]
async fn a_private_article_behind_a_redirect_stays_private_when_its_page_is_read_again() {
    let folder = tempfile::tempdir().unwrap();
    let house = House::open(folder.path()).await;
    let (press, ada) = (Press::open().await, user(&house.store, "Ada").await);
    press.feed("/feed", "Mine", &[("/link", "Number 7", "A word.")]);
    press.put_with("/link", 302, "text/html", &format!("Location: {}\r\n", press.url("/true")), "");
    press.put("/true", 200, "text/html; charset=utf-8", &html(7, &[]));
    house.pipeline.add_private_feed(&press.url("/feed"), ada).await.unwrap();
    house.work().await;
    let article = house.store.articles_at(&press.url("/true")).await.unwrap().remove(0);
    assert!(article.is_private);
    house.pipeline.reread().await.unwrap();
    house.pipeline.drain(Reach::Local).await.unwrap();
    assert!(house.store.articles_at(&press.url("/true")).await.unwrap()[0].is_private);
    assert!(house.store.article_line(article.id, Viewer::Guest).await.unwrap().is_none());
}

async fn house_with(folder: &Path) -> House {
    House::open_with(folder, Options { low_disk: 0, sites: Some(folder.join("sites")), ..Options::default() })
        .await
}

#[tokio::test]
async fn an_override_from_its_file_holds_from_the_next_page_and_a_broken_one_breaks_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let house = house_with(folder.path()).await;
    house.import(vec![import(0)]).await;
    house.pipeline.save_override(HOST, "drop = \"p:last-of-type\"\ntitle = \"h9\"").await.unwrap();
    house.import(vec![import(1)]).await;
    assert_eq!(with(&house.store, 0..2, BOX).await, [true, false]);
    let fare = house.store.override_fares().await.unwrap().remove(0);
    assert_eq!((fare.file.as_str(), fare.pages, fare.missed), ("press.example.toml", 1, 1));
    assert_eq!(house.pipeline.reread_site(HOST).await.unwrap().pages, 2);
    house.pipeline.drain(Reach::Local).await.unwrap();
    assert_eq!(with(&house.store, 0..2, BOX).await, [false, false]);

    std::fs::write(folder.path().join("sites/press.example.toml"), "drop = \"..\"").unwrap();
    house.import(vec![import(2)]).await;
    assert_eq!(with(&house.store, 2..3, BOX).await, [true]);
    let files = house.pipeline.site_files().await.unwrap();
    assert!(files.faults[0].to_string().starts_with("press.example.toml, \"drop\":"));
}

#[tokio::test]
async fn trying_an_override_shows_both_texts_and_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let house = house_with(folder.path()).await;
    house.import((0..9).map(import).collect()).await;
    let pages = house.store.pages_of_site(HOST, Viewer::Guest, 20).await.unwrap();
    assert_eq!(pages.len(), 9);
    let before = house.store.site_blocks(HOST).await.unwrap();
    let tried = house.pipeline.try_page(&pages[0], Some("drop = \"h1 + p\"")).await.unwrap();
    assert!(tried.plain.rows[0].body.contains(BOX) && !tried.with.rows[0].body.contains(BOX));
    assert_eq!(tried.plain.rows[0].body.matches("\n\n").count(), 5);
    assert_eq!(tried.with.rows[0].body.matches("\n\n").count(), 3);
    assert_eq!(tried.block(BOX), Some(before[0].block));
    let faulty = house.pipeline.try_page(&pages[0], Some("drp = 1")).await.unwrap();
    assert_eq!(faulty.faults.len(), 1);
    assert!(house.pipeline.site_files().await.unwrap().files.is_empty());
    assert_eq!(house.store.site_blocks(HOST).await.unwrap(), before);
}

#[tokio::test]
async fn a_person_names_a_box_that_was_not_learnt() {
    let folder = tempfile::tempdir().unwrap();
    let house = house_with(folder.path()).await;
    let ada = user(&house.store, "Ada").await;
    house.import((0..3).map(import).collect()).await;
    let page = house.store.pages_of_site(HOST, Viewer::User(ada), 20).await.unwrap().remove(0);
    let tried = house.pipeline.try_page(&page, None).await.unwrap();
    let name = wireroom_store::sites::block_name(tried.block(BOX).unwrap());
    let (host, reread) = house.pipeline.drop_paragraph(ada, page.page, &name).await.unwrap();
    assert_eq!((host.as_str(), reread.pages), (HOST, 3));
    house.pipeline.drain(Reach::Local).await.unwrap();
    assert_eq!(with(&house.store, 0..3, BOX).await, [false; 3]);
    let refused = house.pipeline.drop_paragraph(ada, page.page, "0000000000000001").await.unwrap_err();
    assert!(refused.to_string().contains("no such paragraph"));
}
