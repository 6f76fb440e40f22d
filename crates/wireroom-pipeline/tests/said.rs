//! What readers say of copies, through the store: obeyed at once, told to the stories, remembered over restarts,
//! reprocessing, changed texts and families that left the window, and taken back without a trace.
#![allow(dead_code)]

use crate::house::{House, row, told};
use std::collections::{BTreeMap, BTreeSet};
use wireroom_model::{ArticleId, Reason, Relation, StoryId, UserId, When};
use wireroom_pipeline::{Import, Reach};
use wireroom_store::Viewer;
use wireroom_store::corrections::{CorrectionKind, NewCorrection};

type Families = BTreeSet<BTreeSet<u64>>;

struct Desk {
    house: House,
    owner: UserId,
    /// Articles by the number of their row.
    ids: BTreeMap<u64, ArticleId>,
}

fn at(number: u64, outlet: &str, body: &str, hour: &str) -> Import {
    let Import::Row { name, mut row } = row(number, outlet, &format!("Report {number}"), body) else {
        panic!("a row")
    };
    row.published = format!("2025-08-20T{hour}:00:00Z").parse::<When>().unwrap().into();
    Import::Row { name, row }
}

/// A report in words that no other here uses.
fn of_its_own() -> String {
    told(9, 22).split(' ').map(|word| word.chars().rev().collect::<String>()).collect::<Vec<_>>().join(" ")
}

/// One report printed by three, edited by a fourth; another by two; a text of its own.
fn press() -> Vec<Import> {
    let (one, two) = (told(3, 30), told(5, 24));
    let some = one.split_inclusive(". ").take(20).collect::<String>();
    vec![
        at(1, "Brandt Gazette", &one, "08"),
        at(2, "Isle Radio", &one, "09"),
        at(3, "Tern Post", some.trim(), "10"),
        at(4, "Quill Echo", &format!("{one} {}", told(11, 4)), "11"),
        at(5, "Brandt Gazette", &two, "08"),
        at(6, "Isle Radio", &two, "09"),
        at(7, "Tern Post", &of_its_own(), "10"),
    ]
}

impl Desk {
    async fn open(folder: &std::path::Path) -> Self {
        let house = House::open(folder).await;
        let owner = house.owner().await;
        let mut desk = Self { house, owner, ids: BTreeMap::new() };
        desk.learn().await;
        desk
    }

    /// The house with its press, all read and briefed.
    async fn at_work(folder: &std::path::Path) -> Self {
        let mut desk = Self::open(folder).await;
        desk.import(press()).await;
        desk
    }

    async fn import(&mut self, rows: Vec<Import>) {
        self.house.import(rows).await;
        self.learn().await;
    }

    async fn learn(&mut self) {
        for id in self.house.store.article_numbers(None, 100).await.unwrap() {
            let line = self.house.store.article_line(id, Viewer::House).await.unwrap().unwrap();
            self.ids.insert(line.title.trim_start_matches("Report ").parse().unwrap(), id);
        }
    }

    async fn say(&self, kind: CorrectionKind, article: u64, other: Option<u64>) -> i64 {
        let other = other.map(|other| self.ids[&other]);
        let new = NewCorrection {
            by: self.owner,
            for_all: true,
            kind,
            article: self.ids[&article],
            other,
            story: None,
        };
        let number = self.house.pipeline.correct(&new).await.unwrap();
        self.house.pipeline.drain(Reach::Local).await.unwrap();
        number
    }

    async fn take_back(&self, number: i64) {
        self.house.pipeline.take_back(number).await.unwrap();
        self.house.pipeline.drain(Reach::Local).await.unwrap();
    }

    async fn families(&self) -> Families {
        let mut families: BTreeMap<_, BTreeSet<u64>> = BTreeMap::new();
        for (&number, &id) in &self.ids {
            let line = self.house.store.article_line(id, Viewer::House).await.unwrap().unwrap();
            families.entry(line.copy.unwrap().family).or_default().insert(number);
        }
        families.into_values().collect()
    }

    async fn line(&self, number: u64) -> wireroom_store::articles::ArticleLine {
        self.house.store.article_line(self.ids[&number], Viewer::House).await.unwrap().unwrap()
    }

    /// Families on the page of an article's story, and as its brief counts them.
    async fn origins(&self, number: u64) -> (u64, u64) {
        let page = self.house.store.story_page(self.story(number).await, Viewer::House).await;
        let page = page.unwrap().unwrap();
        (page.families.len() as u64, page.brief.card.origins)
    }

    async fn story(&self, number: u64) -> StoryId {
        self.line(number).await.story.unwrap()
    }
}

fn sets<const N: usize>(sets: [&[u64]; N]) -> Families {
    sets.iter().map(|set| set.iter().copied().collect()).collect()
}

fn machine() -> Families {
    sets([&[1, 2, 3, 4], &[5, 6], &[7]])
}

#[tokio::test(flavor = "multi_thread")]
async fn not_a_copy_takes_the_text_out_at_once_and_its_undoing_brings_it_back_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let desk = Desk::at_work(folder.path()).await;
    assert_eq!(desk.families().await, machine());
    let number = desk.say(CorrectionKind::NotACopy, 3, Some(1)).await;
    assert_eq!(desk.families().await, sets([&[1, 2, 4], &[3], &[5, 6], &[7]]));
    let alone = desk.line(3).await.copy.unwrap();
    assert_eq!(
        (alone.relation, alone.parent, alone.reason, alone.kept),
        (Relation::Anchor, None, None, None)
    );
    let page = desk.house.store.story_page(desk.story(3).await, Viewer::House).await.unwrap().unwrap();
    let groups: Vec<usize> = page.families.iter().map(|group| group.copies.len()).collect();
    assert!(groups.contains(&0), "it stands under nobody: {groups:?}");
    desk.take_back(number).await;
    assert_eq!(desk.families().await, machine());
    assert!(desk.line(3).await.copy.unwrap().kept.is_some(), "its lineage is read again");
}

#[tokio::test(flavor = "multi_thread")]
async fn same_text_makes_one_family_that_stands_in_one_story() {
    let folder = tempfile::tempdir().unwrap();
    let desk = Desk::at_work(folder.path()).await;
    assert_ne!(desk.story(7).await, desk.story(5).await);
    let origins = desk.origins(5).await;
    let number = desk.say(CorrectionKind::SameText, 7, Some(5)).await;
    assert_eq!(desk.families().await, sets([&[1, 2, 3, 4], &[5, 6, 7]]));
    assert_eq!(desk.story(7).await, desk.story(5).await);
    assert_eq!(desk.line(7).await.copy.unwrap().relation, Relation::Excerpt);
    assert_eq!(desk.origins(5).await, origins, "to story and brief the family is one text");
    desk.take_back(number).await;
    assert_eq!(desk.families().await, machine());
    assert_ne!(desk.story(7).await, desk.story(5).await);
}

#[tokio::test(flavor = "multi_thread")]
async fn this_outlet_first_is_what_the_others_are_folded_under_until_it_is_taken_back() {
    let folder = tempfile::tempdir().unwrap();
    let desk = Desk::at_work(folder.path()).await;
    let before = desk.line(2).await.copy.unwrap();
    assert_eq!(before.first, Some(desk.ids[&1]));
    let one = desk.say(CorrectionKind::FirstHere, 2, None).await;
    let said = desk.line(1).await.copy.unwrap();
    assert_eq!((said.first, said.origin), (Some(desk.ids[&2]), Some(Reason::ReaderSaid)));
    let other = desk.say(CorrectionKind::FirstHere, 4, None).await;
    assert_eq!(desk.line(1).await.copy.unwrap().first, Some(desk.ids[&4]), "the later word holds");
    desk.take_back(other).await;
    assert_eq!(desk.line(1).await.copy.unwrap().first, Some(desk.ids[&2]));
    desk.take_back(one).await;
    assert_eq!(desk.line(2).await.copy, Some(before));
}

#[tokio::test(flavor = "multi_thread")]
async fn words_hold_for_texts_that_come_later() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = Desk::at_work(folder.path()).await;
    desk.say(CorrectionKind::NotACopy, 3, Some(1)).await;
    desk.say(CorrectionKind::SameText, 7, Some(5)).await;
    let some = told(3, 30).split_inclusive(". ").take(20).collect::<String>();
    desk.import(vec![
        at(8, "Far Post", some.trim(), "12"),
        at(9, "Far Post", &of_its_own(), "12"),
        at(10, "Far Post", &format!("{} {}", told(3, 30), told(12, 3)), "12"),
    ])
    .await;
    assert_eq!(desk.families().await, sets([&[1, 2, 4, 10], &[3, 8], &[5, 6, 7, 9]]));
}

#[tokio::test(flavor = "multi_thread")]
async fn words_survive_a_restart_a_reprocess_and_a_changed_text() {
    let folder = tempfile::tempdir().unwrap();
    let said = sets([&[1, 2, 4], &[3], &[5, 6, 7]]);
    let undone = {
        let desk = Desk::at_work(folder.path()).await;
        let undone = desk.say(CorrectionKind::NotACopy, 3, Some(1)).await;
        desk.say(CorrectionKind::SameText, 7, Some(5)).await;
        desk.say(CorrectionKind::FirstHere, 2, None).await;
        assert_eq!(desk.families().await, said);
        undone
    };
    let mut desk = Desk::open(folder.path()).await;
    assert_eq!(desk.families().await, said);
    // The changed text is still what was named.
    let changed = told(3, 30).split_inclusive(". ").take(22).collect::<String>();
    desk.import(vec![at(3, "Tern Post", changed.trim(), "10")]).await;
    assert_eq!(desk.families().await, said);
    desk.house.pipeline.rebuild().await.unwrap();
    desk.house.pipeline.drain(Reach::Local).await.unwrap();
    assert_eq!(desk.families().await, said);
    assert_eq!(desk.story(7).await, desk.story(5).await);
    assert_eq!(desk.line(1).await.copy.unwrap().origin, Some(Reason::ReaderSaid));
    desk.take_back(undone).await;
    assert_eq!(desk.families().await, sets([&[1, 2, 3, 4], &[5, 6, 7]]));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reprocess_with_words_and_one_after_they_are_taken_back_agree_with_the_machine() {
    let folder = tempfile::tempdir().unwrap();
    let desk = Desk::at_work(folder.path()).await;
    let words = [
        desk.say(CorrectionKind::SameText, 7, Some(3)).await,
        desk.say(CorrectionKind::NotACopy, 6, Some(5)).await,
    ];
    assert_eq!(desk.families().await, sets([&[1, 2, 3, 4, 7], &[5], &[6]]));
    desk.house.pipeline.rebuild().await.unwrap();
    assert_eq!(desk.families().await, sets([&[1, 2, 3, 4, 7], &[5], &[6]]));
    for word in words {
        desk.take_back(word).await;
    }
    assert_eq!(desk.families().await, machine());
    desk.house.pipeline.rebuild().await.unwrap();
    assert_eq!(desk.families().await, machine());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_later_word_against_an_earlier_one_holds_and_the_earlier_is_told_to_be_overruled() {
    let folder = tempfile::tempdir().unwrap();
    let desk = Desk::at_work(folder.path()).await;
    let earlier = desk.say(CorrectionKind::NotACopy, 3, Some(1)).await;
    let later = desk.say(CorrectionKind::SameText, 1, Some(3)).await;
    assert_eq!(desk.families().await, machine());
    assert_eq!(desk.house.pipeline.overruled().await.unwrap(), BTreeSet::from([earlier]));
    desk.take_back(later).await;
    assert_eq!(desk.families().await, sets([&[1, 2, 4], &[3], &[5, 6], &[7]]));
    assert!(desk.house.pipeline.overruled().await.unwrap().is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_said_before_is_not_said_twice_and_what_nobody_can_mean_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let desk = Desk::at_work(folder.path()).await;
    let number = desk.say(CorrectionKind::SameText, 7, Some(5)).await;
    assert_eq!(desk.say(CorrectionKind::SameText, 5, Some(7)).await, number);
    let turned = desk.say(CorrectionKind::NotACopy, 1, Some(2)).await;
    assert_ne!(
        desk.say(CorrectionKind::NotACopy, 2, Some(1)).await,
        turned,
        "who leaves is part of the word"
    );
    let one = desk.ids[&1];
    let missing = ArticleId::new(99_999).unwrap();
    for (article, other, words) in
        [(one, Some(one), "two different"), (one, None, "two different"), (one, Some(missing), "no article")]
    {
        let kind = CorrectionKind::SameText;
        let new = NewCorrection { by: desk.owner, for_all: true, kind, article, other, story: None };
        let refused = desk.house.pipeline.correct(&new).await.unwrap_err().to_string();
        assert!(refused.contains(words), "{refused}");
    }
    desk.take_back(number).await;
    assert!(desk.house.pipeline.take_back(number).await.is_err());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_readers_own_word_is_remembered_and_moves_nothing_for_others() {
    let folder = tempfile::tempdir().unwrap();
    let desk = Desk::at_work(folder.path()).await;
    let new = NewCorrection {
        by: desk.owner,
        for_all: false,
        kind: CorrectionKind::NotACopy,
        article: desk.ids[&3],
        other: Some(desk.ids[&1]),
        story: None,
    };
    desk.house.pipeline.correct(&new).await.unwrap();
    assert_eq!(desk.families().await, machine());
    assert_eq!(desk.house.store.corrections_of(desk.owner).await.unwrap().len(), 1);
}
