//! What stories are ranked by counts texts and origins, and no copy makes a story newer.

use wireroom_model::{
    ArticleId, Counted, Coverage, Extracted, FamilyId, Ground, Lang, Precision, Printings, StoryId, Time,
    When, Whose,
};
use wireroom_store::articles::NewArticle;
use wireroom_store::briefs::NewBrief;
use wireroom_store::editions::{EditionChoice, Span};
use wireroom_store::rank_facts::{RankFacts, Since};
use wireroom_store::users::{NewUser, Role};
use wireroom_store::versions::NewVersion;
use wireroom_store::{Store, Tx, Viewer};

const NOW: i64 = 1_800_000_000;

/// An article with what its page states and when it arrived.
async fn article(tx: &mut Tx, address: &str, stated: Option<i64>, arrived: i64) -> ArticleId {
    let new = NewArticle { address, url: Some(address), ..NewArticle::default() };
    let (id, _) = tx.save_article(&new, arrived).await.unwrap();
    let published =
        stated.and_then(|unix| When::from_parts(unix, 0, Precision::Second)).map_or(Time::Unknown, Time::At);
    let extracted = Extracted { body: address.to_owned(), lang: Lang::EN, published, ..Extracted::default() };
    let version = NewVersion {
        extracted: &extracted,
        title: address,
        text_hash: address,
        extractor: 1,
        normal: 1,
        page: None,
    };
    tx.save_version(id, &version, arrived).await.unwrap();
    id
}

fn text(articles: &[ArticleId], ground: Ground) -> Printings {
    Printings {
        family: FamilyId::new(articles[0].get()).ok(),
        articles: articles.to_vec(),
        outlet: None,
        ground,
        words: String::new(),
    }
}

async fn save(tx: &mut Tx, story: StoryId, origins: Vec<Vec<Printings>>, unknown: Vec<Printings>) {
    let count = |texts: &[Printings]| texts.iter().map(|text| text.articles.len()).sum::<usize>();
    let articles = origins.iter().map(|texts| count(texts)).sum::<usize>() + count(&unknown);
    let named = origins.into_iter().enumerate();
    let coverage = Coverage {
        articles: u32::try_from(articles).unwrap(),
        outlets: u32::try_from(articles).unwrap(),
        publishers: None,
        unlisted: 0,
        origins: named.map(|(at, texts)| Counted { whose: Whose::Outlet(at.to_string()), texts }).collect(),
        unknown,
    };
    let brief = NewBrief {
        story,
        audience: 0,
        title: "T",
        lead: None,
        lang: Lang::EN,
        coverage: &coverage,
        newest: Time::Unknown,
        ranked_at: NOW,
        json: "{}",
        hash: "x",
    };
    tx.save_brief(&brief, NOW).await.unwrap();
}

async fn opened(tx: &mut Tx, articles: &[ArticleId]) -> StoryId {
    let story: StoryId = tx.fresh().await.unwrap();
    tx.open_story(story, NOW).await.unwrap();
    for &article in articles {
        tx.join_story(article, story, &"a test said so", NOW).await.unwrap();
    }
    story
}

async fn facts(store: &Store) -> Vec<RankFacts> {
    store.rank_facts(Viewer::Guest, Since::Text(0)).await.unwrap()
}

#[tokio::test]
async fn a_later_copy_makes_a_story_neither_newer_nor_wider() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(folder.path()).await.unwrap();
    let mut tx = store.begin().await.unwrap();
    let first = article(&mut tx, "https://a.example/1", Some(NOW - 9_000), NOW - 8_000).await;
    let story = opened(&mut tx, &[first]).await;
    save(&mut tx, story, vec![vec![text(&[first], Ground::Alone)]], vec![]).await;
    tx.commit().await.unwrap();
    let before = facts(&store).await;
    let mut tx = store.begin().await.unwrap();
    let copy = article(&mut tx, "https://b.example/2", Some(NOW - 10), NOW).await;
    tx.join_story(copy, story, &"a copy", NOW).await.unwrap();
    save(&mut tx, story, vec![vec![text(&[first, copy], Ground::Earliest)]], vec![]).await;
    tx.commit().await.unwrap();
    let after = facts(&store).await;
    assert_eq!(before[0].latest_at, NOW - 9_000);
    assert_eq!(
        after,
        [RankFacts { outlets: 2, ..before[0].clone() }],
        "an echo is another outlet, and no more"
    );
}

#[tokio::test]
async fn an_origin_came_when_the_first_of_its_printings_did_and_nothing_came_later_than_it_arrived() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(folder.path()).await.unwrap();
    let mut tx = store.begin().await.unwrap();
    let early = article(&mut tx, "https://a.example/1", Some(NOW - 9_000), NOW - 8_000).await;
    let undated = article(&mut tx, "https://b.example/2", None, NOW - 700).await;
    let ahead = article(&mut tx, "https://c.example/3", Some(NOW + 90_000), NOW - 300).await;
    let open = article(&mut tx, "https://d.example/4", Some(NOW - 100), NOW).await;
    let story = opened(&mut tx, &[early, undated, ahead, open]).await;
    let origins = vec![
        vec![text(&[undated], Ground::AgencyCredit), text(&[early], Ground::AgencyCredit)],
        vec![text(&[ahead], Ground::Alone)],
    ];
    save(&mut tx, story, origins, vec![text(&[open], Ground::OrderUnknown)]).await;
    tx.commit().await.unwrap();
    let found = facts(&store).await;
    assert_eq!(
        found[0].came,
        [NOW - 300, NOW - 9_000],
        "the undated report of the first origin says nothing"
    );
    assert_eq!((found[0].origins, found[0].unknown, found[0].latest_at), (2, 1, NOW - 100));
    assert_eq!(store.latest_text(Viewer::Guest).await.unwrap(), Some(NOW - 100));
    assert!(store.rank_facts(Viewer::Guest, Since::Text(NOW - 99)).await.unwrap().is_empty());
    assert!(store.rank_facts(Viewer::Guest, Since::Change(NOW)).await.unwrap().is_empty());
    assert_eq!(store.rank_facts(Viewer::Guest, Since::Change(NOW - 1)).await.unwrap().len(), 1);
}

#[tokio::test]
async fn an_undated_text_makes_a_story_neither_newer_nor_growing() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(folder.path()).await.unwrap();
    let mut tx = store.begin().await.unwrap();
    let dated = article(&mut tx, "https://a.example/1", Some(NOW - 90_000), NOW - 80_000).await;
    let undated = article(&mut tx, "https://b.example/2", None, NOW).await;
    let story = opened(&mut tx, &[dated, undated]).await;
    let origins = vec![vec![text(&[dated], Ground::Alone)], vec![text(&[undated], Ground::Alone)]];
    save(&mut tx, story, origins, vec![]).await;
    tx.commit().await.unwrap();
    let found = facts(&store).await;
    assert_eq!((found[0].latest_at, found[0].origins), (NOW - 90_000, 2));
    assert_eq!(found[0].came, [NOW - 90_000]);
}

#[tokio::test]
async fn what_a_story_is_ranked_by_goes_with_its_brief() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(folder.path()).await.unwrap();
    let mut tx = store.begin().await.unwrap();
    let one = article(&mut tx, "https://a.example/1", None, NOW).await;
    let story = opened(&mut tx, &[one]).await;
    save(&mut tx, story, vec![vec![text(&[one], Ground::Alone)]], vec![]).await;
    tx.keep_briefs(story, &[]).await.unwrap();
    tx.commit().await.unwrap();
    assert!(facts(&store).await.is_empty());
}

#[tokio::test]
async fn a_readers_last_choice_is_the_one_that_is_kept() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(folder.path()).await.unwrap();
    let mut tx = store.begin().await.unwrap();
    let new = NewUser { name: "Ada", password_hash: "hashed", role: Role::Reader, time_zone: None };
    let ada = tx.add_user(&new, NOW).await.unwrap();
    for choice in
        [EditionChoice { stories: 5, span: Span::Visit }, EditionChoice { stories: 12, span: Span::Day }]
    {
        tx.choose_edition(ada, choice).await.unwrap();
    }
    tx.commit().await.unwrap();
    let kept = store.edition_choice(ada).await.unwrap();
    assert_eq!(kept, Some(EditionChoice { stories: 12, span: Span::Day }));
}

#[tokio::test]
async fn a_visit_that_nothing_was_noted_of_yet_counts_from_its_first_page() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(folder.path()).await.unwrap();
    let mut tx = store.begin().await.unwrap();
    let new = NewUser { name: "Ada", password_hash: "hashed", role: Role::Reader, time_zone: None };
    let ada = tx.add_user(&new, NOW).await.unwrap();
    tx.touch_visit(ada, NOW - 90_000).await.unwrap();
    tx.touch_visit(ada, NOW - 9_000).await.unwrap();
    tx.commit().await.unwrap();
    let ada = store.user(ada).await.unwrap().unwrap();
    assert_eq!(ada.away_since(NOW - 8_900), Some(NOW - 90_000), "the visit goes on");
    assert_eq!(ada.away_since(NOW), Some(NOW - 9_000), "a new one began");
}
