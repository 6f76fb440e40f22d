//! What reader apps list: entries of the feeds one subscribes to, or one item a story, with one truth of what was read.

use wireroom_model::{ArticleId, Coverage, EntryId, Extracted, FeedId, Lang, StoryId, Time, UserId};
use wireroom_store::articles::NewArticle;
use wireroom_store::briefs::NewBrief;
use wireroom_store::entries::NewEntry;
use wireroom_store::feeds::NewFeed;
use wireroom_store::marks::Marking;
use wireroom_store::streams::{AppView, Item, Wanted};
use wireroom_store::users::{NewUser, Role};
use wireroom_store::versions::NewVersion;
use wireroom_store::{Store, Tx};

/// Two feeds of Ada's and one of Bea's alone; six stories of two articles each, one of them from either of Ada's feeds;
/// a story of an archive, which no feed brought; and one of Bea's private feed.
struct House {
    _folder: tempfile::TempDir,
    store: Store,
    ada: UserId,
    bea: UserId,
    feeds: [FeedId; 3],
    stories: Vec<StoryId>,
    entries: Vec<EntryId>,
    archive: StoryId,
    secret: StoryId,
}

async fn article(tx: &mut Tx, address: &str, story: StoryId, is_private: bool, at: i64) -> ArticleId {
    let new = NewArticle { address, is_private, url: Some(address), ..NewArticle::default() };
    let (id, _) = tx.save_article(&new, at).await.unwrap();
    let extracted = Extracted { body: address.to_owned(), lang: Lang::EN, ..Extracted::default() };
    let text = NewVersion {
        extracted: &extracted,
        title: "T",
        text_hash: address,
        extractor: 1,
        normal: 1,
        page: None,
    };
    tx.save_version(id, &text, at).await.unwrap();
    tx.join_story(id, story, &"why", at).await.unwrap();
    id
}

async fn story(tx: &mut Tx, audience: i64, at: i64) -> StoryId {
    let id: StoryId = tx.fresh().await.unwrap();
    tx.open_story(id, at).await.unwrap();
    let coverage = Coverage {
        articles: 2,
        outlets: 2,
        publishers: None,
        unlisted: 0,
        origins: Vec::new(),
        unknown: Vec::new(),
    };
    let brief = NewBrief {
        story: id,
        audience,
        title: "A story",
        lead: None,
        lang: Lang::EN,
        coverage: &coverage,
        newest: Time::Unknown,
        ranked_at: at,
        json: "{}",
        hash: "h",
    };
    tx.save_brief(&brief, at).await.unwrap();
    id
}

async fn entry(tx: &mut Tx, feed: FeedId, article: ArticleId, at: i64) -> EntryId {
    let keys = [format!("{article}")];
    let new = NewEntry { title: "T", hash: "h", rest: "{}", keys: &keys, ..NewEntry::default() };
    let id = tx.save_entry(feed, None, &new, at).await.unwrap().id();
    tx.link_feed(article, feed, Some(id)).await.unwrap();
    id
}

impl House {
    async fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(folder.path()).await.unwrap();
        let mut tx = store.begin().await.unwrap();
        let mut users = Vec::new();
        for name in ["Ada", "Bea"] {
            let new = NewUser { name, password_hash: "x", role: Role::Reader, time_zone: None };
            users.push(tx.add_user(&new, 1).await.unwrap());
        }
        let mut feeds = Vec::new();
        for (number, reader) in [(0, 0), (1, 0), (2, 1)] {
            let address = format!("https://{number}.example/feed");
            let new = NewFeed { address: &address, is_private: reader == 1, ..NewFeed::default() };
            let (feed, _) = tx.add_feed(&new, 1).await.unwrap();
            tx.subscribe(users[reader], feed, None, None, 1).await.unwrap();
            feeds.push(feed);
        }
        let (mut stories, mut entries) = (Vec::new(), Vec::new());
        for number in 0..6 {
            let at = 100 + number;
            let id = story(&mut tx, 0, at).await;
            for feed in 0..2 {
                // The first article of the even ones came by the first feed.
                let feed = (feed + usize::try_from(number).unwrap()) % 2;
                let one = article(&mut tx, &format!("https://{feed}.example/{number}"), id, false, at).await;
                entries.push(entry(&mut tx, feeds[feed], one, at).await);
            }
            stories.push(id);
        }
        let archive = story(&mut tx, 0, 50).await;
        article(&mut tx, "https://old.example/1", archive, false, 50).await;
        let secret = story(&mut tx, feeds[2].as_i64(), 60).await;
        let one = article(&mut tx, "https://2.example/1", secret, true, 60).await;
        entry(&mut tx, feeds[2], one, 60).await;
        tx.commit().await.unwrap();
        let [ada, bea] = users.try_into().unwrap();
        Self {
            _folder: folder,
            store,
            ada,
            bea,
            feeds: feeds.try_into().unwrap(),
            stories,
            entries,
            archive,
            secret,
        }
    }

    async fn folded(&self, wanted: Wanted) -> Vec<Item> {
        let wanted = Wanted { limit: wanted.limit.max(100), ..wanted };
        self.store.items(self.ada, AppView::Folded, &wanted).await.unwrap()
    }
}

fn ids(items: &[Item]) -> Vec<u64> {
    items.iter().map(|item| item.id).collect()
}

#[tokio::test]
async fn a_reader_gets_each_story_once_and_each_entry_of_their_own_feeds() {
    let house = House::new().await;
    let newest_first = house.stories.iter().rev().copied().chain([house.archive]).map(StoryId::get);
    assert_eq!(ids(&house.folded(Wanted::default()).await), newest_first.collect::<Vec<_>>());
    let all = Wanted { limit: 100, ..Wanted::default() };
    let plain = house.store.items(house.ada, AppView::Plain, &all).await.unwrap();
    assert_eq!(plain.len(), house.entries.len());
    let beas = house.store.items(house.bea, AppView::Folded, &all).await.unwrap();
    assert!(ids(&beas).contains(&house.secret.get()), "her private feed's story is hers");
    assert!(!ids(&house.folded(Wanted::default()).await).contains(&house.secret.get()), "and nobody else's");
    assert_eq!(house.store.items(house.bea, AppView::Plain, &all).await.unwrap().len(), 1);
}

#[tokio::test]
async fn a_story_stands_with_the_feed_that_brought_its_first_article_and_an_archives_with_none() {
    let house = House::new().await;
    let items = house.folded(Wanted { oldest_first: true, ..Wanted::default() }).await;
    let feeds: Vec<Option<FeedId>> = items.iter().map(|item| item.feed).collect();
    let [first, second, _] = house.feeds.map(Some);
    assert_eq!(feeds, [None, first, second, first, second, first, second]);
    let of_second = Wanted { feeds: Some(vec![house.feeds[1]]), ..Wanted::default() };
    assert_eq!(house.folded(of_second.clone()).await.len(), 3);
    assert_eq!(house.folded(Wanted { with_loose: true, ..of_second }).await.len(), 4);
    assert_eq!(house.folded(Wanted { feeds: Some(Vec::new()), ..Wanted::default() }).await.len(), 0);
}

#[tokio::test]
async fn a_list_goes_on_where_it_stopped_and_loses_and_repeats_nothing() {
    let house = House::new().await;
    for oldest_first in [false, true] {
        let whole = ids(&house.folded(Wanted { oldest_first, ..Wanted::default() }).await);
        let (mut parts, mut after) = (Vec::new(), None);
        for _ in 0..10 {
            let wanted = Wanted { after, oldest_first, limit: 2, ..Wanted::default() };
            let part = house.store.items(house.ada, AppView::Folded, &wanted).await.unwrap();
            let Some(last) = part.last() else { break };
            after = Some((last.came_at, last.id));
            parts.extend(ids(&part));
        }
        assert_eq!(parts, whole);
    }
    let within = Wanted { from: Some(102), until: Some(104), ..Wanted::default() };
    assert_eq!(ids(&house.folded(within).await), [4, 3, 2].map(|at| house.stories[at].get()));
}

#[tokio::test]
async fn what_is_read_in_one_view_is_read_in_the_other_and_the_counts_agree() {
    let house = House::new().await;
    let unread = async |view| -> u64 {
        house.store.unread(house.ada, view).await.unwrap().iter().map(|feed| feed.items).sum()
    };
    assert_eq!((unread(AppView::Folded).await, unread(AppView::Plain).await), (7, 12));
    let mut tx = house.store.begin().await.unwrap();
    tx.mark_stories(house.ada, &[house.stories[0]], Marking::Read(Some(9))).await.unwrap();
    tx.mark_entries(house.ada, &house.entries[2..3], Marking::Read(Some(9))).await.unwrap();
    tx.mark_entries(house.ada, &house.entries[4..6], Marking::Star(Some(9))).await.unwrap();
    tx.tag(house.ada, house.stories[5].get(), "later", 9).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!((unread(AppView::Folded).await, unread(AppView::Plain).await), (6, 9));
    let read = Wanted { read: Some(true), ..Wanted::default() };
    assert_eq!(ids(&house.folded(read).await), [house.stories[0].get()]);
    let starred = Wanted { starred: Some(true), ..Wanted::default() };
    assert_eq!(ids(&house.folded(starred).await), [house.stories[2].get()]);
    let tagged = Wanted { tag: Some("later".to_owned()), read: Some(false), ..Wanted::default() };
    assert_eq!(ids(&house.folded(tagged).await), [house.stories[5].get()]);
    let some = Wanted {
        items: Some(vec![house.stories[3].get(), house.secret.get(), 999_999]),
        ..Wanted::default()
    };
    assert_eq!(ids(&house.folded(some).await), [house.stories[3].get()], "another's number answers nothing");
}
