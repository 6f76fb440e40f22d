//! Imports: rows become articles, copies fold, stories open, nothing is doubled, nothing deleted comes back,
//! and a reprocess keeps every number.
#![allow(dead_code)]

use crate::house::{House, row, told};
use wireroom_model::StoryId;
use wireroom_pipeline::{Import, Reach};
use wireroom_store::briefs::Order;
use wireroom_store::stories::StoryAddress;
use wireroom_store::tombstones::Grave;
use wireroom_store::{Store, Viewer};

async fn front(store: &Store) -> Vec<wireroom_store::briefs::StoryCard> {
    store.front(Viewer::Guest, Order::Coverage, 100, 0).await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn rows_become_articles_with_stories_briefs_and_an_index() {
    let folder = tempfile::tempdir().unwrap();
    let house = House::open(folder.path()).await;
    let wire = told(1, 12);
    house
        .import(vec![
            row(1, "courier", "Ferry aground at Marfa", &wire),
            row(2, "gazette", "Marfa: ferry aground", &wire),
            row(3, "herald", "Walnut harvest fails", &told(2, 12)),
        ])
        .await;
    let counts = house.store.counts().await.unwrap();
    assert_eq!((counts.articles, counts.versions, counts.copies, counts.outlets), (3, 3, 1, 3));
    assert_eq!((counts.waiting, counts.failed), (0, 0));
    let cards = front(&house.store).await;
    let widest = cards.iter().max_by_key(|card| card.articles).unwrap();
    // Both say the same hour: nobody knows who had it first.
    assert_eq!((widest.articles, widest.outlets, widest.origins, widest.unknown), (2, 2, 0, 1));
    let page = house.store.story_page(widest.id, Viewer::Guest).await.unwrap().unwrap();
    assert_eq!(page.families.len(), 1);
    assert_eq!(page.families[0].copies.len(), 1);
    assert!(page.brief.json.starts_with('{'));
    assert_eq!(house.found("walnut harvest"), 1);
    assert!(house.store.verify().await.unwrap().troubles.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn importing_again_changes_nothing_and_a_changed_text_makes_one_version() {
    let folder = tempfile::tempdir().unwrap();
    let house = House::open(folder.path()).await;
    let text = told(1, 12);
    house.import(vec![row(1, "courier", "Ferry aground", &text)]).await;
    let again = house.pipeline.import(vec![row(1, "courier", "Ferry aground", &text)]).await.unwrap();
    assert_eq!((again.pages, again.known), (0, 1));
    let changed = format!("{text} Two more were rescued.");
    for _ in 0..2 {
        house.import(vec![row(1, "courier", "Ferry aground", &changed)]).await;
    }
    let counts = house.store.counts().await.unwrap();
    assert_eq!((counts.articles, counts.versions, counts.stories), (1, 2, 1));
    assert_eq!(house.found("rescued"), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn two_rows_of_one_address_are_one_article() {
    let folder = tempfile::tempdir().unwrap();
    let house = House::open(folder.path()).await;
    let text = told(1, 12);
    let Import::Row { name, row: mut second } = row(1, "courier", "Ferry aground", &text) else {
        unreachable!()
    };
    second.url = Some("https://COURIER.example/1?utm_source=x#top".into());
    house.import(vec![row(1, "courier", "Ferry aground", &text), Import::Row { name, row: second }]).await;
    let counts = house.store.counts().await.unwrap();
    assert_eq!((counts.articles, counts.versions), (1, 1));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_deleted_does_not_come_back() {
    let folder = tempfile::tempdir().unwrap();
    let house = House::open(folder.path()).await;
    let text = told(1, 12);
    house.import(vec![row(1, "courier", "Ferry aground", &text)]).await;
    let id = house.store.article_numbers(None, 9).await.unwrap()[0];
    let mut tx = house.store.begin().await.unwrap();
    tx.forget_article(id, "asked for", 1).await.unwrap();
    tx.commit().await.unwrap();
    assert!(house.store.is_buried(Grave::Address("https://courier.example/1")).await.unwrap());
    house
        .import(vec![
            row(1, "courier", "Ferry aground", &format!("{text} More.")),
            row(2, "gazette", "Another title", &text),
        ])
        .await;
    assert_eq!(house.store.counts().await.unwrap().articles, 0);
    assert_eq!(house.pipeline.progress().await.unwrap().skipped, 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_without_words_is_an_article_and_no_story() {
    let folder = tempfile::tempdir().unwrap();
    let house = House::open(folder.path()).await;
    let html = b"<html><body></body></html>".to_vec();
    house.import(vec![Import::Html { name: "blank".into(), url: None, bytes: html }]).await;
    let counts = house.store.counts().await.unwrap();
    assert_eq!((counts.articles, counts.stories, counts.failed), (1, 0, 0));
    let skipped =
        house.pipeline.import(vec![Import::Dump { name: "nothing".into(), bytes: b" \n".to_vec() }]).await;
    assert_eq!(skipped.unwrap().skipped.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_restart_remembers_copies_and_stories() {
    let folder = tempfile::tempdir().unwrap();
    let wire = told(1, 14);
    {
        let house = House::open(folder.path()).await;
        house.import(vec![row(1, "courier", "Ferry aground at Marfa", &wire)]).await;
        house.store.close().await;
    }
    let house = House::open(folder.path()).await;
    house.import(vec![row(2, "gazette", "Ferry aground at Marfa", &wire)]).await;
    let counts = house.store.counts().await.unwrap();
    assert_eq!((counts.articles, counts.copies, counts.families, counts.stories), (2, 1, 1, 1));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reprocess_keeps_articles_versions_and_the_numbers_of_stories() {
    let folder = tempfile::tempdir().unwrap();
    let house = House::open(folder.path()).await;
    let wire = told(1, 14);
    let rows = |n: u64| row(n, &format!("paper{n}"), &format!("Title {n}"), &told(10 + n, 12));
    house.import((3..9).map(rows).collect()).await;
    house.import(vec![row(1, "courier", "Ferry aground", &wire), row(2, "gazette", "Ferry", &wire)]).await;
    let (before, cards) = (house.store.counts().await.unwrap(), front(&house.store).await);
    assert_eq!(house.pipeline.reread().await.unwrap(), 8);
    house.pipeline.drain(Reach::Local).await.unwrap();
    assert_eq!(house.pipeline.rebuild().await.unwrap(), 8);
    house.pipeline.drain(Reach::Local).await.unwrap();
    assert_eq!(house.store.counts().await.unwrap(), before);
    let numbers = |cards: &[wireroom_store::briefs::StoryCard]| {
        let mut numbers: Vec<u64> = cards.iter().map(|card| card.id.get()).collect();
        numbers.sort_unstable();
        numbers
    };
    assert_eq!(numbers(&front(&house.store).await), numbers(&cards));
    assert!(house.store.verify().await.unwrap().troubles.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn an_editors_word_moves_an_article_and_a_reprocess_obeys_it() {
    use wireroom_store::corrections::{CorrectionKind, NewCorrection};
    use wireroom_store::users::{NewUser, Role};
    let folder = tempfile::tempdir().unwrap();
    let house = House::open(folder.path()).await;
    let mut tx = house.store.begin().await.unwrap();
    let new = NewUser { name: "Ada", password_hash: "x", role: Role::Editor, time_zone: None };
    let by = tx.add_user(&new, 1).await.unwrap();
    tx.commit().await.unwrap();
    house
        .import(vec![row(1, "courier", "Ferry", &told(1, 12)), row(2, "gazette", "Walnuts", &told(2, 12))])
        .await;
    let ids = house.store.article_numbers(None, 9).await.unwrap();
    let (one, two) =
        (house.store.story_of(ids[0]).await.unwrap(), house.store.story_of(ids[1]).await.unwrap());
    assert_ne!(one, two);
    let new = NewCorrection {
        by,
        for_all: true,
        kind: CorrectionKind::BelongsHere,
        article: ids[1],
        other: None,
        story: one,
    };
    house.pipeline.correct(&new).await.unwrap();
    house.pipeline.drain(Reach::Local).await.unwrap();
    assert_eq!(house.store.story_of(ids[1]).await.unwrap(), one);
    let left: StoryId = two.unwrap();
    assert_eq!(house.store.story_address(left).await.unwrap(), StoryAddress::Moved(one.unwrap()));
    house.pipeline.rebuild().await.unwrap();
    assert_eq!(house.store.story_of(ids[1]).await.unwrap(), house.store.story_of(ids[0]).await.unwrap());
}
