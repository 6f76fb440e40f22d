//! Ages: nothing goes unless the owner set one; then what is old goes for good, and what is starred or cited stays.
#![allow(dead_code)]

use crate::house::{House, NOON, Press, row, told};
use wireroom_model::{ArticleId, Coverage, Lang, StoryId, Time, VersionId};
use wireroom_pipeline::{Aged, Options, Reach};
use wireroom_store::briefs::{NewBrief, Order};
use wireroom_store::marks::Marking;
use wireroom_store::stories::StoryAddress;
use wireroom_store::tombstones::Grave;
use wireroom_store::users::{NewUser, Role};
use wireroom_store::{Store, Viewer};

const DAY: i64 = 86_400;

async fn aging(folder: &std::path::Path) -> House {
    let ages = Options {
        low_disk: 0,
        article_age: Some(30 * DAY),
        version_age: Some(30 * DAY),
        ..Options::default()
    };
    House::open_with(folder, ages).await
}

async fn numbers(store: &Store) -> Vec<ArticleId> {
    store.article_numbers(None, 99).await.unwrap()
}

/// One article of one outlet.
static ONE: Coverage = Coverage {
    articles: 1,
    outlets: 1,
    publishers: None,
    unlisted: 0,
    origins: Vec::new(),
    unknown: Vec::new(),
};

fn brief(story: StoryId, audience: i64, json: &str) -> NewBrief<'_> {
    NewBrief {
        story,
        audience,
        title: "T",
        lead: None,
        lang: Lang::EN,
        coverage: &ONE,
        newest: Time::Unknown,
        ranked_at: NOON,
        json,
        hash: "none",
    }
}

/// Puts a brief that cites this in a story's place.
async fn cite(house: &House, story: StoryId, audience: i64, json: &str) {
    let mut tx = house.store.begin().await.unwrap();
    tx.save_brief(&brief(story, audience, json), NOON).await.unwrap();
    tx.commit().await.unwrap();
}

async fn cite_nothing(house: &House, story: StoryId) {
    cite(house, story, 0, "{}").await;
}

/// A brief's JSON whose only sentence stands in this version.
fn one_sentence(article: ArticleId, version: VersionId) -> String {
    format!("{{\"lead\":[{{\"article\":{article},\"version\":{version},\"text\":\"The words.\"}}]}}")
}

async fn star(house: &House, article: ArticleId) {
    let mut tx = house.store.begin().await.unwrap();
    let new = NewUser { name: "Ada", password_hash: "x", role: Role::Reader, time_zone: None };
    let ada = tx.add_user(&new, 1).await.unwrap();
    tx.mark_articles(ada, &[article], Marking::Star(Some(NOON))).await.unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_goes_without_a_set_age() {
    let folder = tempfile::tempdir().unwrap();
    let house = House::open(folder.path()).await;
    let wire = told(1, 14);
    house.import((1..6).map(|n| row(n, &format!("paper{n}"), "Ferry aground", &wire)).collect()).await;
    house.import(vec![row(1, "paper1", "Ferry aground", &format!("{wire} More."))]).await;
    let before = house.store.counts().await.unwrap();
    house.later(20 * 365 * DAY);
    assert_eq!(house.pipeline.keep_within_ages().await.unwrap(), Aged::default());
    assert_eq!(house.store.counts().await.unwrap(), before);
}

#[tokio::test(flavor = "multi_thread")]
async fn starred_and_cited_articles_stay_and_the_others_go_for_good() {
    let folder = tempfile::tempdir().unwrap();
    let house = aging(folder.path()).await;
    let wire = told(1, 14);
    let rows = || (1..6).map(|n| row(n, &format!("paper{n}"), "Ferry aground", &wire)).collect();
    house.import(rows()).await;
    let all = numbers(&house.store).await;
    star(&house, all[1]).await;
    house.later(31 * DAY);
    // The house's own brief has a sentence of each of them.
    assert_eq!(house.pipeline.keep_within_ages().await.unwrap(), Aged::default());
    let story = house.store.story_of(all[0]).await.unwrap().unwrap();
    let shown = house.store.version_lines(all[0]).await.unwrap()[0].id;
    cite(&house, story, 0, &one_sentence(all[0], shown)).await;
    assert_eq!(house.pipeline.keep_within_ages().await.unwrap(), Aged { articles: 3, versions: 0 });
    house.pipeline.drain(Reach::Local).await.unwrap();
    let stay = all[..2].to_vec();
    assert_eq!(numbers(&house.store).await, stay);
    assert_eq!(house.found("met"), 2);
    let card = house.store.front(Viewer::Guest, Order::Latest, 9, 0).await.unwrap().remove(0);
    assert_eq!((card.articles, card.origins, card.unknown), (2, 0, 1));
    for n in 3..6 {
        let address = format!("https://paper{n}.example/{n}");
        assert!(house.store.is_buried(Grave::Address(&address)).await.unwrap());
    }
    // Brought again, changed or not, they stay away, and what stayed is as it was.
    house.import(rows()).await;
    house.import((1..6).map(|n| row(n, &format!("paper{n}"), "Ferry off", &told(9, 14))).collect()).await;
    assert_eq!(numbers(&house.store).await, stay);
    assert!(house.store.verify().await.unwrap().troubles.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn what_went_does_not_come_back_by_the_next_poll() {
    let folder = tempfile::tempdir().unwrap();
    let (house, press) = (aging(folder.path()).await, Press::open().await);
    press.feed("/feed", "The Courier", &[("/a", "Ferry aground", "in short")]);
    press.page("/a", "Ferry aground", &told(1, 14));
    house.pipeline.add_feed(&press.url("/feed"), None).await.unwrap();
    house.work().await;
    let story = house.store.front(Viewer::Guest, Order::Latest, 9, 0).await.unwrap()[0].id;
    cite_nothing(&house, story).await;
    house.later(31 * DAY);
    assert_eq!(house.pipeline.keep_within_ages().await.unwrap().articles, 1);
    press.feed("/feed", "The Courier", &[("/a", "Ferry aground, three hurt", "longer")]);
    press.page("/a", "Ferry aground, three hurt", &told(1, 15));
    house.later(DAY);
    house.work().await;
    assert_eq!(house.store.counts().await.unwrap().articles, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_story_whose_last_article_went_answers_as_gone() {
    let folder = tempfile::tempdir().unwrap();
    let house = aging(folder.path()).await;
    house.import(vec![row(1, "courier", "Ferry aground", &told(1, 14))]).await;
    let story = house.store.front(Viewer::Guest, Order::Latest, 9, 0).await.unwrap()[0].id;
    cite_nothing(&house, story).await;
    house.later(31 * DAY);
    assert_eq!(house.pipeline.keep_within_ages().await.unwrap().articles, 1);
    house.pipeline.drain(Reach::Local).await.unwrap();
    assert_eq!(house.store.story_address(story).await.unwrap(), StoryAddress::Nowhere);
    assert!(house.store.story_page(story, Viewer::House).await.unwrap().is_none());
    let counts = house.store.counts().await.unwrap();
    assert_eq!((counts.articles, counts.versions, counts.families, counts.waiting), (0, 0, 0, 0));
    assert_eq!(house.found("met"), 0);
    // The desk has forgotten them too: the same news of another day opens a story of its own.
    let later = format!("{} {}", told(1, 12), told(7, 6));
    house.import(vec![row(2, "gazette", "Ferry aground", &later)]).await;
    let card = house.store.front(Viewer::Guest, Order::Latest, 9, 0).await.unwrap().remove(0);
    assert_ne!(card.id, story);
    assert!(house.store.verify().await.unwrap().troubles.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_family_whose_anchor_went_keeps_its_number_and_takes_another_anchor() {
    let folder = tempfile::tempdir().unwrap();
    let house = aging(folder.path()).await;
    let wire = told(1, 14);
    let cut = told(1, 11);
    house
        .import(vec![
            row(1, "courier", "Ferry aground", &wire),
            row(2, "gazette", "Ferry aground", &wire),
            row(3, "herald", "Ferry aground", &cut),
        ])
        .await;
    let all = numbers(&house.store).await;
    let (family, _) = house.store.family_of(all[0]).await.unwrap().unwrap();
    let anchor = house.store.placed(0, 0, 9).await.unwrap()[0].anchor;
    let story = house.store.story_of(all[0]).await.unwrap().unwrap();
    cite_nothing(&house, story).await;
    house.later(31 * DAY);
    // The others are kept by a newer text each, so that the anchor alone is old.
    for (n, outlet, text) in [(1, "courier", &wire), (2, "gazette", &wire), (3, "herald", &cut)] {
        let id = all[n as usize - 1];
        if id != anchor {
            house.pipeline.import(vec![row(n, outlet, "Ferry still aground", text)]).await.unwrap();
        }
    }
    house.pipeline.drain(Reach::Local).await.unwrap();
    cite_nothing(&house, story).await;
    assert_eq!(house.pipeline.keep_within_ages().await.unwrap().articles, 1);
    house.pipeline.drain(Reach::Local).await.unwrap();
    let left = house.store.placed(0, 0, 9).await.unwrap();
    assert_eq!(left.len(), 2);
    let heir = left[0].anchor;
    assert!(left.iter().any(|placed| placed.article.id == heir));
    for placed in &left {
        assert_eq!((placed.family, placed.anchor), (family, heir));
        assert_eq!(placed.article.id == heir, placed.relation.as_str() == "anchor");
    }
    assert!(house.store.verify().await.unwrap().troubles.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_replaced_version_goes_by_its_age_while_a_cited_one_stays() {
    let folder = tempfile::tempdir().unwrap();
    let house = aging(folder.path()).await;
    let text = told(1, 14);
    house.import(vec![row(1, "courier", "Ferry aground", &text)]).await;
    let id = numbers(&house.store).await[0];
    let first = house.store.version_lines(id).await.unwrap()[0].id;
    // Issued again, which is no news: what told of a change would cite the text that it was told of.
    for more in ["Updated at 10:15.", "Updated at 11:40."] {
        house.later(DAY);
        house.import(vec![row(1, "courier", "Ferry aground", &format!("{text} {more}"))]).await;
    }
    // A brief of an audience of its own still cites the first text.
    let story = house.store.story_of(id).await.unwrap().unwrap();
    cite(&house, story, 7, &one_sentence(id, first)).await;
    let kept = async || -> Vec<u32> {
        house.store.version_lines(id).await.unwrap().iter().map(|line| line.number).collect()
    };
    house.later(29 * DAY);
    assert_eq!(house.pipeline.keep_within_ages().await.unwrap(), Aged::default());
    house.later(2 * DAY);
    assert_eq!(house.pipeline.keep_within_ages().await.unwrap(), Aged { articles: 0, versions: 1 });
    assert_eq!(kept().await, [1, 3]);
    let mut tx = house.store.begin().await.unwrap();
    tx.keep_briefs(story, &[0]).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(house.pipeline.keep_within_ages().await.unwrap(), Aged { articles: 0, versions: 1 });
    assert_eq!(kept().await, [3]);
    assert!(house.store.verify().await.unwrap().troubles.is_empty());
}
