//! A house of an older program: its stories get what the present one makes of a story, the newest first, some at a time.
#![allow(dead_code)]

use crate::house::{House, row, told};
use std::collections::BTreeSet;
use wireroom_model::StoryId;
use wireroom_pipeline::{Import, RENEWED_AT_A_TIME, Reach};

/// More stories than are asked for at a time, and fewer than twice as many.
const STORIES: u64 = RENEWED_AT_A_TIME as u64 + 3;

const PEOPLE: [&str; STORIES as usize] = [
    "Marovsky", "Drozdov", "Salonen", "Hartwig", "Reznik", "Amari", "Venn", "Sorrel", "Kesh", "Brandt",
    "Tamsin",
];

/// A report that shares no event with another.
fn report(number: u64) -> Import {
    let who = PEOPLE[number as usize - 1];
    let body =
        format!("{} Then Anton {who} spoke. Few had met Anton {who} before.", told(number * 97 + 5, 24));
    row(number, "Brandt Gazette", &format!("{} by Anton {who}", told(number * 31, 1)), &body)
}

async fn stories(house: &House) -> Vec<StoryId> {
    house.store.newest_stories(None, 100).await.unwrap()
}

/// Those with a brief and a profile.
async fn made(house: &House) -> BTreeSet<StoryId> {
    let all = stories(house).await;
    let without: BTreeSet<StoryId> = house.store.without_profile(&all).await.unwrap().into_iter().collect();
    let mut made = BTreeSet::new();
    for story in all.into_iter().filter(|story| !without.contains(story)) {
        if house.store.brief_hash(story, 0).await.unwrap().is_some() {
            made.insert(story);
        }
    }
    made
}

/// The house as an older program left it, which made none of this.
async fn age(house: &House, made_by: &str) {
    let mut tx = house.store.begin().await.unwrap();
    for story in stories(house).await {
        tx.keep_briefs(story, &[]).await.unwrap();
        tx.save_profile(story, None).await.unwrap();
    }
    tx.set_setting("stories_made_by", made_by).await.unwrap();
    tx.commit().await.unwrap();
    assert!(made(house).await.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn stories_of_an_older_program_are_made_anew_the_newest_first_some_at_a_time() {
    let folder = tempfile::tempdir().unwrap();
    let house = House::open(folder.path()).await;
    house.import((1..=STORIES).map(report).collect()).await;
    let all = stories(&house).await;
    assert_eq!(all.len() as u64, STORIES, "each report is a story of its own");
    assert_eq!(made(&house).await.len(), all.len());
    assert!(
        !house.pipeline.renew_stories().await.unwrap(),
        "a house that this program began has no old story"
    );
    age(&house, "brief 1 tags 0 profile 0").await;
    // A house that is opened again goes on where the one before it stopped.
    drop(house);
    let house = House::open(folder.path()).await;
    assert!(house.pipeline.renew_stories().await.unwrap());
    house.pipeline.drain(Reach::Local).await.unwrap();
    let newest: BTreeSet<StoryId> = all.iter().take(RENEWED_AT_A_TIME as usize).copied().collect();
    assert_eq!(made(&house).await, newest);
    drop(house);
    let house = House::open(folder.path()).await;
    assert!(house.pipeline.renew_stories().await.unwrap());
    house.pipeline.drain(Reach::Local).await.unwrap();
    assert_eq!(made(&house).await.len(), all.len(), "all of them");
    assert!(!house.pipeline.renew_stories().await.unwrap());
    assert!(!house.pipeline.renew_stories().await.unwrap());
    assert!(house.store.verify().await.unwrap().troubles.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_running_house_does_it_by_itself() {
    let folder = tempfile::tempdir().unwrap();
    let house = House::open(folder.path()).await;
    house.import((1..=STORIES).map(report).collect()).await;
    age(&house, "").await;
    drop(house);
    let house = House::open(folder.path()).await;
    let (stop, stopped) = tokio::sync::watch::channel(false);
    let pipeline = house.pipeline.clone();
    let running = tokio::spawn(async move { pipeline.run(stopped).await });
    // The house's own clock stands still; this only bounds the waiting.
    for _ in 0..600 {
        if made(&house).await.len() as u64 == STORIES {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
    stop.send(true).unwrap();
    running.await.unwrap();
    assert_eq!(made(&house).await.len() as u64, STORIES);
}
