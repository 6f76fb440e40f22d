//! What readers say of whole stories, through the store: obeyed at once, remembered over restarts and reprocessing,
//! taken back; addresses and marks follow.
#![allow(dead_code)]

use crate::house::{House, row};
use std::collections::BTreeMap;
use wireroom_model::{ArticleId, StoryId, UserId, When};
use wireroom_pipeline::{Import, PipelineError, Reach};
use wireroom_store::Viewer;
use wireroom_store::corrections::{CorrectionKind, NewCorrection};
use wireroom_store::marks::Marking;
use wireroom_store::stories::StoryAddress;

/// Two events, three reports each; then a late one of each.
const PRESS: [(u64, &str, &str); 8] = [
    (
        1,
        "Grain warehouse burns on the Osier quay",
        "The grain warehouse on the Osier quay burned on Monday. Firemen from Hesp pumped water on the silo; insurers count the burned grain.",
    ),
    (
        2,
        "Smuggler Ondar Kesh arrested with crates of amber",
        "The smuggler Ondar Kesh was arrested with forty crates of amber. Judge Yvet Sorrel heard him; the prosecutor wants a trial.",
    ),
    (
        3,
        "Firemen blame silo cable for grain warehouse blaze",
        "Firemen from Hesp blame a cable of the silo for the blaze in the grain warehouse on the Osier quay. Insurers wait for their report on the burned grain.",
    ),
    (
        4,
        "Ondar Kesh denies the amber was stolen",
        "The smuggler Ondar Kesh denied before judge Yvet Sorrel that the forty crates of amber were stolen. The prosecutor asked for a trial in autumn.",
    ),
    (
        5,
        "Insurers to pay for burned grain warehouse",
        "Insurers pay for the grain warehouse on the Osier quay and the burned grain, after firemen from Hesp found the cable of the silo that set it ablaze.",
    ),
    (
        6,
        "Judge Sorrel sets amber trial of Ondar Kesh for autumn",
        "Judge Yvet Sorrel set the trial of the smuggler Ondar Kesh for autumn. The prosecutor holds the forty crates of amber as evidence.",
    ),
    (
        7,
        "New silo after the grain warehouse blaze",
        "A new silo replaces the burned grain warehouse on the Osier quay; insurers and firemen from Hesp agreed on another cable after the blaze.",
    ),
    (
        8,
        "Crates of amber lead prosecutor to Ondar Kesh",
        "The prosecutor says forty crates of amber lead to the smuggler Ondar Kesh, who stands before judge Yvet Sorrel in autumn for his trial.",
    ),
];

struct Desk {
    house: House,
    owner: UserId,
    ids: BTreeMap<u64, ArticleId>,
}

fn report(number: u64) -> Import {
    let (_, title, body) = PRESS[number as usize - 1];
    let Import::Row { name, mut row } = row(number, "Brandt Gazette", title, body) else { panic!("a row") };
    row.published = format!("2025-08-{:02}T08:00:00Z", 10 + number).parse::<When>().unwrap().into();
    Import::Row { name, row }
}

impl Desk {
    async fn open(folder: &std::path::Path) -> Self {
        let house = House::open(folder).await;
        let owner = house.owner().await;
        let mut desk = Self { house, owner, ids: BTreeMap::new() };
        desk.learn().await;
        desk
    }

    async fn read(&mut self, numbers: std::ops::RangeInclusive<u64>) {
        self.house.import(numbers.map(report).collect()).await;
        self.learn().await;
    }

    async fn learn(&mut self) {
        for id in self.house.store.article_numbers(None, 100).await.unwrap() {
            let line = self.house.store.article_line(id, Viewer::House).await.unwrap().unwrap();
            let number = PRESS.iter().find(|(_, title, _)| *title == line.title).unwrap().0;
            self.ids.insert(number, id);
        }
    }

    async fn story(&self, number: u64) -> StoryId {
        self.house.store.story_of(self.ids[&number]).await.unwrap().unwrap()
    }

    /// The stories of the articles, in order.
    async fn stories(&self) -> Vec<StoryId> {
        let mut found = Vec::new();
        for &number in self.ids.keys() {
            found.push(self.story(number).await);
        }
        found
    }

    async fn rest(&self) {
        self.house.pipeline.drain(Reach::Local).await.unwrap();
    }

    async fn address(&self, story: StoryId) -> StoryAddress {
        self.house.store.story_address(story).await.unwrap()
    }

    async fn mark(&self, story: StoryId) {
        let mut tx = self.house.store.begin().await.unwrap();
        tx.mark_stories(self.owner, &[story], Marking::Star(Some(7))).await.unwrap();
        tx.tag(self.owner, story.get(), "amber", 7).await.unwrap();
        tx.commit().await.unwrap();
    }

    async fn is_marked(&self, story: StoryId) -> bool {
        let marks = self.house.store.marks(self.owner, &[story.get()]).await.unwrap();
        let tags = self.house.store.tags(self.owner, story.get()).await.unwrap();
        marks.first().is_some_and(|mark| mark.starred_at == Some(7)) && tags == ["amber"]
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn two_stories_made_one_stay_one_over_everything_until_that_is_taken_back() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = Desk::open(folder.path()).await;
    desk.read(1..=6).await;
    let (fire, trial) = (desk.story(1).await, desk.story(2).await);
    assert_eq!(desk.stories().await, [fire, trial, fire, trial, fire, trial]);
    desk.mark(trial).await;
    let done = desk.house.pipeline.one_story(desk.owner, trial, fire).await.unwrap();
    desk.rest().await;
    assert_eq!(done.story, fire, "of two alike in size the older keeps its address");
    assert_eq!(desk.stories().await, [fire; 6]);
    assert_eq!(desk.address(trial).await, StoryAddress::Moved(fire));
    assert!(desk.is_marked(fire).await, "a star and a tag follow the address");
    let log = desk.house.store.story_events(fire, 100).await.unwrap();
    let merged = log.iter().find(|event| event.kind == "merged").unwrap();
    assert!(merged.other == Some(trial) && merged.reason.contains("reader"), "{merged:?}");
    let again = desk.house.pipeline.one_story(desk.owner, trial, fire).await;
    assert!(
        matches!(again, Err(PipelineError::Refused(why)) if why.to_string().contains("one story already"))
    );
    drop(desk);
    let mut desk = Desk::open(folder.path()).await;
    desk.read(7..=8).await;
    assert_eq!(desk.stories().await, [fire; 8], "later articles obey, after a restart too");
    desk.house.pipeline.rebuild().await.unwrap();
    desk.rest().await;
    assert_eq!(desk.stories().await, vec![desk.story(1).await; 8], "a reprocess obeys");
    let fire = desk.story(1).await;
    desk.house.pipeline.take_back(done.number).await.unwrap();
    desk.rest().await;
    let (one, other) = (desk.story(1).await, desk.story(2).await);
    assert_ne!(one, other);
    assert_eq!((one, other), (fire, trial), "its old address is its own again");
    assert_eq!(desk.address(trial).await, StoryAddress::Here(trial));
}

#[tokio::test(flavor = "multi_thread")]
async fn articles_split_out_are_a_story_of_their_own_for_later_ones_too_until_that_is_taken_back() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = Desk::open(folder.path()).await;
    desk.read(1..=6).await;
    let (fire, trial) = (desk.story(1).await, desk.story(2).await);
    let chosen: Vec<ArticleId> = [2, 4, 6].map(|number| desk.ids[&number]).into();
    let other = trial;
    // A part of a story: the judge's decision.
    let done = desk.house.pipeline.split_here(desk.owner, other, &chosen[2..]).await.unwrap();
    desk.rest().await;
    assert_eq!(desk.stories().await, [fire, other, fire, other, fire, done.story]);
    let log = desk.house.store.story_events(other, 100).await.unwrap();
    assert!(log.iter().any(|event| event.kind == "split" && event.other == Some(done.story)), "{log:?}");
    let refused = desk.house.pipeline.one_story(desk.owner, other, done.story).await;
    assert!(
        matches!(refused, Err(PipelineError::Refused(why)) if why.to_string().contains("Take that back first"))
    );
    let all = desk.house.pipeline.split_here(desk.owner, done.story, &chosen[2..]).await;
    assert!(
        matches!(all, Err(PipelineError::Refused(why)) if why.to_string().contains("nothing would stay"))
    );
    let none = desk.house.pipeline.split_here(desk.owner, done.story, &[desk.ids[&1]]).await;
    assert!(
        matches!(none, Err(PipelineError::Refused(why)) if why.to_string().contains("Choose articles of this story"))
    );
    drop(desk);
    let desk = Desk::open(folder.path()).await;
    desk.house.pipeline.rebuild().await.unwrap();
    desk.rest().await;
    assert_eq!(desk.story(6).await, done.story, "a reprocess obeys, and the number is the same");
    assert_eq!(desk.story(2).await, other);
    desk.house.pipeline.take_back(done.number).await.unwrap();
    desk.rest().await;
    assert_eq!(desk.stories().await, [fire, other, fire, other, fire, other]);
    assert_eq!(desk.address(done.story).await, StoryAddress::Moved(other));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_word_on_one_article_is_undone_by_sorting_it_anew_and_of_two_words_the_later_holds() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = Desk::open(folder.path()).await;
    desk.read(1..=6).await;
    let (fire, trial) = (desk.story(1).await, desk.story(2).await);
    let word = |story| NewCorrection {
        by: desk.owner,
        for_all: true,
        kind: CorrectionKind::BelongsHere,
        article: desk.ids[&5],
        other: None,
        story: Some(story),
    };
    let first = desk.house.pipeline.correct(&word(trial)).await.unwrap();
    assert_eq!(desk.story(5).await, trial);
    let second = desk.house.pipeline.correct(&word(fire)).await.unwrap();
    assert_eq!(desk.story(5).await, fire);
    desk.house.pipeline.take_back(second).await.unwrap();
    desk.rest().await;
    assert_eq!(desk.story(5).await, trial, "the earlier word holds again");
    desk.house.pipeline.take_back(first).await.unwrap();
    desk.rest().await;
    assert_eq!(desk.story(5).await, fire, "the machine's word holds again");
}
