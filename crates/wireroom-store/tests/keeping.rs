//! The store as its callers see it: what is written once is kept once, numbers never mean two things,
//! and nobody sees what a private feed brought but its subscribers.

use wireroom_model::{
    ArticleId, Coverage, EntryId, Extracted, FamilyId, FeedId, Lang, Relation, StoryId, UserId, VersionId,
};
use wireroom_store::articles::NewArticle;
use wireroom_store::briefs::{NewBrief, Order};
use wireroom_store::entries::{NewEntry, SavedEntry};
use wireroom_store::families::Member;
use wireroom_store::feeds::NewFeed;
use wireroom_store::marks::Marking;
use wireroom_store::pages::{Form, NewPage};
use wireroom_store::stories::StoryAddress;
use wireroom_store::tombstones::Grave;
use wireroom_store::users::{NewUser, Role};
use wireroom_store::versions::{NewVersion, SavedVersion};
use wireroom_store::{Store, Tx, Viewer};

async fn open() -> (tempfile::TempDir, Store) {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(folder.path()).await.unwrap();
    (folder, store)
}

async fn user(tx: &mut Tx, name: &str) -> UserId {
    let new = NewUser { name, password_hash: "hashed", role: Role::Reader, time_zone: None };
    tx.add_user(&new, 1).await.unwrap()
}

async fn text(tx: &mut Tx, article: ArticleId, title: &str, body: &str) -> SavedVersion {
    let extracted = Extracted { body: body.to_owned(), lang: Lang::EN, ..Extracted::default() };
    let hash = format!("hash of {body}");
    let new =
        NewVersion { extracted: &extracted, title, text_hash: &hash, extractor: 1, normal: 1, page: None };
    tx.save_version(article, &new, 5).await.unwrap()
}

async fn article(tx: &mut Tx, address: &str, is_private: bool) -> ArticleId {
    let new = NewArticle { address, is_private, url: Some(address), ..NewArticle::default() };
    tx.save_article(&new, 5).await.unwrap().0
}

async fn place(tx: &mut Tx, article: ArticleId, version: VersionId, family: u64, relation: Relation) {
    let family = FamilyId::new(family).unwrap();
    let anchor = ArticleId::new(family.get()).unwrap();
    let member = Member {
        article,
        version,
        family,
        anchor,
        relation,
        containment: 1.0,
        longest_run_words: 9,
        parent: None,
        reason: None,
    };
    tx.place(&member, 5).await.unwrap();
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

fn brief(story: StoryId, audience: i64, title: &str) -> NewBrief<'_> {
    NewBrief {
        story,
        audience,
        title,
        lead: None,
        lang: Lang::EN,
        coverage: &ONE,
        newest: wireroom_model::Time::Unknown,
        ranked_at: 5,
        json: "{}",
        hash: "h",
    }
}

#[tokio::test]
async fn entries_articles_and_stories_share_one_sequence() {
    let (_folder, store) = open().await;
    let mut tx = store.begin().await.unwrap();
    let (feed, _) =
        tx.add_feed(&NewFeed { address: "https://a.example/feed", ..NewFeed::default() }, 1).await.unwrap();
    let keys = ["k".to_owned()];
    let entry = NewEntry { keys: &keys, title: "t", rest: "{}", hash: "1", ..NewEntry::default() };
    let entry = tx.save_entry(feed, None, &entry, 1).await.unwrap().id();
    let article = article(&mut tx, "https://a.example/1", false).await;
    let story: StoryId = tx.fresh().await.unwrap();
    tx.commit().await.unwrap();
    let mut numbers = [entry.get(), article.get(), story.get()];
    numbers.sort_unstable();
    assert_eq!(numbers, [1, 2, 3]);
}

#[tokio::test]
async fn an_entry_is_known_again_by_a_weaker_key_and_unchanged_ones_write_nothing() {
    let (_folder, store) = open().await;
    let mut tx = store.begin().await.unwrap();
    let (feed, _) =
        tx.add_feed(&NewFeed { address: "https://a.example/feed", ..NewFeed::default() }, 1).await.unwrap();
    let keys = ["id:1".to_owned(), "link:x".to_owned()];
    let new = NewEntry { keys: &keys, title: "t", rest: "{}", hash: "1", ..NewEntry::default() };
    let first = tx.save_entry(feed, None, &new, 1).await.unwrap();
    assert!(matches!(first, SavedEntry::Fresh(_)));
    let asked = ["id:2".to_owned(), "link:x".to_owned()];
    let known = tx.known_keys(feed, &asked).await.unwrap();
    assert_eq!(known.get("link:x"), Some(&first.id()));
    assert_eq!(known.get("id:2"), None);
    let again = NewEntry { keys: &asked, ..new.clone() };
    assert_eq!(tx.save_entry(feed, Some(first.id()), &again, 2).await.unwrap(), SavedEntry::Same(first.id()));
    let changed = NewEntry { hash: "2", title: "u", ..again };
    assert_eq!(
        tx.save_entry(feed, Some(first.id()), &changed, 3).await.unwrap(),
        SavedEntry::Changed(first.id())
    );
}

#[tokio::test]
async fn an_unchanged_text_makes_no_version_and_a_changed_one_makes_one_while_the_old_stays() {
    let (_folder, store) = open().await;
    let mut tx = store.begin().await.unwrap();
    let id = article(&mut tx, "https://a.example/1", false).await;
    let first = text(&mut tx, id, "Title", "one").await;
    assert!(matches!(first, SavedVersion::First(_)));
    assert_eq!(text(&mut tx, id, "Title", "one").await, SavedVersion::Same(first.id()));
    let next = text(&mut tx, id, "Title", "two").await;
    assert!(matches!(next, SavedVersion::Next(_)));
    assert!(matches!(text(&mut tx, id, "New title", "two").await, SavedVersion::Next(_)));
    tx.commit().await.unwrap();
    let old = store.version(first.id(), Viewer::Guest).await.unwrap().unwrap();
    assert_eq!((old.number, old.extracted.body.as_str()), (1, "one"));
    assert_eq!(store.version_lines(id).await.unwrap().len(), 3);
    let shown = store.current_version(id, Viewer::Guest).await.unwrap().unwrap();
    assert_eq!((shown.title.as_str(), shown.number), ("New title", 3));
}

#[tokio::test]
async fn what_a_private_feed_brought_is_seen_by_its_subscribers_alone() {
    let (_folder, store) = open().await;
    let mut tx = store.begin().await.unwrap();
    let (insider, stranger) = (user(&mut tx, "Ada").await, user(&mut tx, "Bea").await);
    let new = NewFeed { address: "https://secret.example/feed", is_private: true, ..NewFeed::default() };
    let (feed, _) = tx.add_feed(&new, 1).await.unwrap();
    tx.subscribe(insider, feed, None, None, 1).await.unwrap();
    let id = article(&mut tx, "https://secret.example/1", true).await;
    tx.link_feed(id, feed, None).await.unwrap();
    let version = text(&mut tx, id, "Secret", "words").await.id();
    place(&mut tx, id, version, id.get(), Relation::Anchor).await;
    let story: StoryId = tx.fresh().await.unwrap();
    tx.open_story(story, 5).await.unwrap();
    tx.join_story(id, story, &"why", 5).await.unwrap();
    tx.save_brief(&brief(story, feed.as_i64(), "Secret"), 5).await.unwrap();
    tx.commit().await.unwrap();

    for (viewer, sees) in [
        (Viewer::Guest, false),
        (Viewer::User(stranger), false),
        (Viewer::User(insider), true),
        (Viewer::House, true),
    ] {
        assert_eq!(store.current_version(id, viewer).await.unwrap().is_some(), sees, "{viewer:?}");
        assert_eq!(store.article_line(id, viewer).await.unwrap().is_some(), sees, "{viewer:?}");
        assert_eq!(store.story_page(story, viewer).await.unwrap().is_some(), sees, "{viewer:?}");
        assert_eq!(
            store.front(viewer, Order::Latest, 9, 0).await.unwrap().len(),
            usize::from(sees),
            "{viewer:?}"
        );
        assert_eq!(store.feeds(viewer).await.unwrap().len(), usize::from(sees), "{viewer:?}");
        assert_eq!(store.may_see_feed(viewer, feed).await.unwrap(), sees, "{viewer:?}");
        assert_eq!(store.audiences(viewer).await.unwrap().len(), 1 + usize::from(sees), "{viewer:?}");
    }

    let mut tx = store.begin().await.unwrap();
    let (public, _) = tx
        .add_feed(&NewFeed { address: "https://open.example/feed", ..NewFeed::default() }, 1)
        .await
        .unwrap();
    assert!(tx.link_feed(id, public, None).await.unwrap(), "a public feed opens the article");
    tx.commit().await.unwrap();
    assert!(store.article_line(id, Viewer::Guest).await.unwrap().is_some());
}

#[tokio::test]
async fn a_story_page_folds_copies_under_their_anchor() {
    let (_folder, store) = open().await;
    let mut tx = store.begin().await.unwrap();
    let mut ids = Vec::new();
    for (address, body) in
        [("https://a.example/1", "a"), ("https://b.example/1", "b"), ("https://c.example/1", "c")]
    {
        let id = article(&mut tx, address, false).await;
        let version = text(&mut tx, id, "T", body).await.id();
        ids.push((id, version));
    }
    let anchor = ids[1].0.get();
    place(&mut tx, ids[0].0, ids[0].1, anchor, Relation::Edited).await;
    place(&mut tx, ids[1].0, ids[1].1, anchor, Relation::Anchor).await;
    place(&mut tx, ids[2].0, ids[2].1, ids[2].0.get(), Relation::Anchor).await;
    let story: StoryId = tx.fresh().await.unwrap();
    tx.open_story(story, 5).await.unwrap();
    for (id, _) in &ids {
        tx.join_story(*id, story, &"why", 5).await.unwrap();
    }
    tx.save_brief(&brief(story, 0, "T"), 5).await.unwrap();
    tx.commit().await.unwrap();
    let page = store.story_page(story, Viewer::Guest).await.unwrap().unwrap();
    let shape: Vec<(u64, usize)> = page.families.iter().map(|f| (f.first.id.get(), f.copies.len())).collect();
    assert_eq!(shape, [(ids[1].0.get(), 1), (ids[2].0.get(), 0)]);
    assert!(store.verify().await.unwrap().troubles.is_empty());
}

#[tokio::test]
async fn a_merged_story_leads_to_where_its_articles_went_even_twice() {
    let (_folder, store) = open().await;
    let mut tx = store.begin().await.unwrap();
    let mut stories = Vec::new();
    for _ in 0..3 {
        let story: StoryId = tx.fresh().await.unwrap();
        tx.open_story(story, 1).await.unwrap();
        stories.push(story);
    }
    let id = article(&mut tx, "https://a.example/1", false).await;
    let version = text(&mut tx, id, "T", "b").await.id();
    place(&mut tx, id, version, id.get(), Relation::Anchor).await;
    tx.join_story(id, stories[0], &"why", 1).await.unwrap();
    tx.merge_story(stories[0], stories[1], 2).await.unwrap();
    tx.merge_story(stories[1], stories[2], 3).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(store.story_address(stories[0]).await.unwrap(), StoryAddress::Moved(stories[2]));
    assert_eq!(store.story_address(stories[2]).await.unwrap(), StoryAddress::Here(stories[2]));
    assert_eq!(store.story_address(StoryId::new(999).unwrap()).await.unwrap(), StoryAddress::Nowhere);
    assert_eq!(store.story_of(id).await.unwrap(), Some(stories[2]));
}

#[tokio::test]
async fn a_forgotten_article_leaves_tombstones_for_its_address_and_its_text() {
    let (_folder, store) = open().await;
    let mut tx = store.begin().await.unwrap();
    let id = article(&mut tx, "https://a.example/1", false).await;
    text(&mut tx, id, "T", "body").await;
    tx.forget_article(id, "asked for", 9).await.unwrap();
    tx.commit().await.unwrap();
    assert!(store.is_buried(Grave::Address("https://a.example/1")).await.unwrap());
    assert!(store.is_buried(Grave::Hash("hash of body")).await.unwrap());
    assert_eq!(store.counts().await.unwrap().versions, 0);
}

#[tokio::test]
async fn pages_are_kept_once_and_let_go_oldest_first() {
    let (_folder, store) = open().await;
    let mut tx = store.begin().await.unwrap();
    let page = |hash, body| NewPage {
        address: "https://a.example/1",
        hash,
        form: Form::Html,
        content_type: Some("text/html"),
        crawled_known: true,
        reservation: None,
        body,
    };
    let (first, fresh) = tx.save_page(&page("1", b"<p>one</p>"), 10).await.unwrap();
    assert!(fresh);
    assert_eq!(tx.save_page(&page("1", b"<p>one</p>"), 11).await.unwrap(), (first, false));
    let (second, _) = tx.save_page(&page("2", b"<p>two</p>"), 20).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(store.page(first).await.unwrap().unwrap().body.unwrap(), b"<p>one</p>");
    let mut tx = store.begin().await.unwrap();
    assert_eq!(tx.trim_pages(None, 25).await.unwrap(), 1);
    tx.commit().await.unwrap();
    assert!(store.page(first).await.unwrap().unwrap().body.is_none());
    assert_eq!(store.page_numbers(0, 9).await.unwrap(), [second]);
}

#[tokio::test]
async fn sessions_end_and_set_up_tokens_work_once() {
    let (_folder, store) = open().await;
    let mut tx = store.begin().await.unwrap();
    let ada = user(&mut tx, "Ada").await;
    assert!(
        tx.add_user(&NewUser { name: " ada ", password_hash: "x", role: Role::Owner, time_zone: None }, 1)
            .await
            .is_err()
    );
    tx.add_session("token", ada, "a browser", 10, 100).await.unwrap();
    tx.add_setup_token("once", "owner", 10, 100).await.unwrap();
    assert!(!tx.use_setup_token("once", "owner", 100).await.unwrap(), "expired");
    assert!(tx.use_setup_token("once", "owner", 99).await.unwrap());
    assert!(!tx.use_setup_token("once", "owner", 99).await.unwrap(), "used");
    tx.commit().await.unwrap();
    assert_eq!(store.session("token", 99).await.unwrap().unwrap().user.id, ada);
    assert!(store.session("token", 100).await.unwrap().is_none());
    assert!(!store.has_owner().await.unwrap());
}

/// A story of two articles, the first of them brought by two feeds.
struct Told {
    story: StoryId,
    articles: [ArticleId; 2],
    entries: [EntryId; 3],
}

impl Told {
    async fn new(tx: &mut Tx) -> Self {
        let story: StoryId = tx.fresh().await.unwrap();
        tx.open_story(story, 5).await.unwrap();
        let mut articles = Vec::new();
        for number in 0..2 {
            let id = article(tx, &format!("https://{story}.example/{number}"), false).await;
            let version = text(tx, id, "Title", &format!("words of {number}")).await.id();
            place(tx, id, version, id.get(), Relation::Anchor).await;
            tx.join_story(id, story, &"why", 5).await.unwrap();
            articles.push(id);
        }
        let mut entries = Vec::new();
        for (number, brought) in [0, 0, 1].into_iter().enumerate() {
            let address = format!("https://{story}.example/feed{number}");
            let (feed, _) =
                tx.add_feed(&NewFeed { address: &address, ..NewFeed::default() }, 1).await.unwrap();
            let keys = [format!("{number}")];
            let new = NewEntry { title: "Title", hash: "h", rest: "{}", keys: &keys, ..NewEntry::default() };
            let entry = tx.save_entry(feed, None, &new, 2).await.unwrap().id();
            tx.link_feed(articles[brought], feed, Some(entry)).await.unwrap();
            entries.push(entry);
        }
        Self { story, articles: articles.try_into().unwrap(), entries: entries.try_into().unwrap() }
    }

    /// Which of story, articles and entries are read, and which starred, as letters in that order.
    async fn marks(&self, store: &Store, user: UserId) -> (String, String) {
        let items: Vec<u64> = std::iter::once(self.story.get())
            .chain(self.articles.map(ArticleId::get))
            .chain(self.entries.map(EntryId::get))
            .collect();
        let marks = store.marks(user, &items).await.unwrap();
        let of = |item: &u64| marks.iter().find(|mark| mark.item == *item);
        let told =
            |is: &dyn Fn(&u64) -> bool| items.iter().map(|item| if is(item) { 'x' } else { '-' }).collect();
        (
            told(&|item| of(item).is_some_and(|mark| mark.read_at.is_some())),
            told(&|item| of(item).is_some_and(|mark| mark.starred_at.is_some())),
        )
    }
}

type Deed<'a> = (&'a str, &'a [ArticleId], &'a [EntryId], Marking, &'a str, &'a str);

#[tokio::test]
async fn a_story_its_articles_and_their_entries_are_read_and_starred_as_one() {
    use Marking::{Read, Star};
    let (_folder, store) = open().await;
    let mut tx = store.begin().await.unwrap();
    let (ada, bea) = (user(&mut tx, "Ada").await, user(&mut tx, "Bea").await);
    let (told, other) = (Told::new(&mut tx).await, Told::new(&mut tx).await);
    tx.commit().await.unwrap();
    let [first, second] = told.articles;
    let (none, some) = (None, Some(9));
    // What is done, what is read then (story, two articles, three entries), and what is starred.
    let deeds: [Deed<'_>; 8] = [
        (
            "an entry: its article, and the entry of the other feed",
            &[],
            &told.entries[..1],
            Read(some),
            "-x-xx-",
            "------",
        ),
        ("the other article: all is read now", &[second], &[], Read(some), "xxxxxx", "------"),
        (
            "an entry again unread: the story is not read any more",
            &[],
            &told.entries[2..],
            Read(none),
            "-x-xx-",
            "------",
        ),
        ("the story", &[], &[], Read(some), "xxxxxx", "------"),
        ("a star on an article is one on the story", &[first], &[], Star(some), "xxxxxx", "xx-xx-"),
        ("and on the other", &[], &told.entries[2..], Star(some), "xxxxxx", "xxxxxx"),
        ("one taken away leaves the story's", &[first], &[], Star(none), "xxxxxx", "x-x--x"),
        ("the last one does not", &[second], &[], Star(none), "xxxxxx", "------"),
    ];
    for (what, articles, entries, mark, read, starred) in deeds {
        let mut tx = store.begin().await.unwrap();
        if articles.is_empty() && entries.is_empty() {
            tx.mark_stories(ada, &[told.story], mark).await.unwrap();
        }
        tx.mark_articles(ada, articles, mark).await.unwrap();
        tx.mark_entries(ada, entries, mark).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(told.marks(&store, ada).await, (read.to_owned(), starred.to_owned()), "{what}");
    }
    let mut tx = store.begin().await.unwrap();
    tx.mark_stories(ada, &[told.story], Star(some)).await.unwrap();
    let third = article(&mut tx, "https://late.example/1", false).await;
    tx.join_story(third, told.story, &"why", 6).await.unwrap();
    tx.mark_articles(ada, &[third], Star(none)).await.unwrap();
    let fourth = article(&mut tx, "https://late.example/2", false).await;
    tx.join_story(fourth, told.story, &"why", 7).await.unwrap();
    tx.commit().await.unwrap();
    let late: Vec<u64> =
        store.marks(ada, &[third.get(), fourth.get()]).await.unwrap().iter().map(|mark| mark.item).collect();
    assert_eq!(late, [third.get()], "what joins a story that is starred as a whole is, and no other");
    for (told, user) in [(&other, ada), (&told, bea)] {
        assert_eq!(told.marks(&store, user).await.0, "------", "nobody and nothing else is touched");
    }
}

#[tokio::test]
async fn a_private_article_that_a_reader_cannot_see_keeps_no_story_unread() {
    let (_folder, store) = open().await;
    let mut tx = store.begin().await.unwrap();
    let ada = user(&mut tx, "Ada").await;
    let told = Told::new(&mut tx).await;
    let hidden = article(&mut tx, "https://secret.example/1", true).await;
    let version = text(&mut tx, hidden, "Secret", "words").await.id();
    place(&mut tx, hidden, version, hidden.get(), Relation::Anchor).await;
    tx.join_story(hidden, told.story, &"why", 5).await.unwrap();
    tx.mark_articles(ada, &told.articles, Marking::Read(Some(9))).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(told.marks(&store, ada).await.0, "xxxxxx");
    assert!(store.marks(ada, &[hidden.get()]).await.unwrap().is_empty());
}

#[tokio::test]
async fn of_two_stories_made_one_the_whole_is_read_where_both_were() {
    let (_folder, store) = open().await;
    let mut tx = store.begin().await.unwrap();
    let (ada, bea) = (user(&mut tx, "Ada").await, user(&mut tx, "Bea").await);
    let (one, other) = (Told::new(&mut tx).await, Told::new(&mut tx).await);
    tx.mark_stories(ada, &[other.story], Marking::Read(Some(9))).await.unwrap();
    tx.mark_stories(ada, &[other.story], Marking::Star(Some(9))).await.unwrap();
    tx.mark_stories(bea, &[one.story, other.story], Marking::Read(Some(9))).await.unwrap();
    tx.merge_story(other.story, one.story, 10).await.unwrap();
    tx.commit().await.unwrap();
    let (read, starred) = one.marks(&store, ada).await;
    assert!(read.starts_with('-') && starred.starts_with('x'), "{read} {starred}");
    assert!(one.marks(&store, bea).await.0.starts_with('x'));
}

#[tokio::test]
async fn a_feed_remembers_its_failures_until_it_speaks_again() {
    let (_folder, store) = open().await;
    let mut tx = store.begin().await.unwrap();
    let new = NewFeed { address: "https://a.example/feed", ..NewFeed::default() };
    let (feed, fresh): (FeedId, bool) = tx.add_feed(&new, 1).await.unwrap();
    assert!(fresh);
    assert_eq!(tx.add_feed(&new, 2).await.unwrap(), (feed, false));
    tx.feed_failed(feed, &"the host does not answer".into(), false, 50, 10).await.unwrap();
    tx.feed_failed(feed, &"the host does not answer".into(), false, 60, 20).await.unwrap();
    tx.commit().await.unwrap();
    assert!(store.feeds_due(59, 9).await.unwrap().is_empty());
    let health = store.feed(feed).await.unwrap().unwrap().health;
    assert_eq!((health.failures, health.reason), (2, Some("the host does not answer".into())));
    let mut tx = store.begin().await.unwrap();
    tx.feed_unchanged(feed, None, 90, 60).await.unwrap();
    tx.commit().await.unwrap();
    let health = store.feed(feed).await.unwrap().unwrap().health;
    assert_eq!((health.failures, health.reason, health.next_poll_at), (0, None, 90));
}

#[tokio::test]
async fn an_article_past_its_age_buries_its_own_text_but_no_notice_and_none_that_another_prints() {
    let (_folder, store) = open().await;
    let mut tx = store.begin().await.unwrap();
    let (long, shared) = ("long ".repeat(100), "shared ".repeat(100));
    let old = article(&mut tx, "https://a.example/1", false).await;
    for body in ["subscribe to read on", &long, &shared] {
        text(&mut tx, old, "T", body).await;
    }
    let other = article(&mut tx, "https://b.example/1", false).await;
    text(&mut tx, other, "T", &shared).await;
    tx.commit().await.unwrap();
    assert_eq!(store.aged_articles(1, 9).await.unwrap(), []);
    assert_eq!(store.aged_articles(i64::MAX, 9).await.unwrap(), [old, other]);
    let mut tx = store.begin().await.unwrap();
    assert!(tx.let_article_go(old, i64::MAX, 9).await.unwrap());
    assert!(!tx.let_article_go(old, i64::MAX, 9).await.unwrap());
    tx.commit().await.unwrap();
    assert!(store.is_buried(Grave::Address("https://a.example/1")).await.unwrap());
    for (body, buried) in [("subscribe to read on", false), (&long, true), (&shared, false)] {
        assert_eq!(store.is_buried(Grave::Hash(&format!("hash of {body}"))).await.unwrap(), buried, "{body}");
    }
}

#[tokio::test]
async fn one_part_that_is_starred_keeps_the_others_of_its_address() {
    let (_folder, store) = open().await;
    let mut tx = store.begin().await.unwrap();
    let mut parts = Vec::new();
    for part in 0..2 {
        let new =
            NewArticle { address: "https://a.example/1", part, url: None, outlet: None, is_private: false };
        let (id, _) = tx.save_article(&new, 1).await.unwrap();
        text(&mut tx, id, "T", "body").await;
        parts.push(id);
    }
    let user = user(&mut tx, "Ada").await;
    tx.mark_articles(user, &parts[1..], Marking::Star(Some(2))).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(store.aged_articles(i64::MAX, 9).await.unwrap(), []);
    let mut tx = store.begin().await.unwrap();
    tx.mark_articles(user, &parts[1..], Marking::Star(None)).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(store.aged_articles(i64::MAX, 9).await.unwrap(), parts);
}
