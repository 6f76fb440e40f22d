//! Comments stay on their words and follow their story; they are seen by whom the story is seen; nothing is said faster
//! than the named paces, and an account that goes takes its words along.

use wireroom_model::{
    ArticleId, CharSpan, CommentId, Coverage, Extracted, FeedId, Lang, StoryId, Time, UserId,
};
use wireroom_store::articles::NewArticle;
use wireroom_store::briefs::NewBrief;
use wireroom_store::commenting::{
    COMMENTS_A_MINUTE, EDITS_AN_HOUR, FIRST_COMMENTS, MAX_DEPTH, NewComment, REPORTS_A_DAY, Spoken,
};
use wireroom_store::comments::{Aim, CommentState, Place};
use wireroom_store::feeds::NewFeed;
use wireroom_store::moderation::Verdict;
use wireroom_store::users::{NewUser, Role};
use wireroom_store::versions::NewVersion;
use wireroom_store::{Store, Tx, Viewer};

const NOW: i64 = 1_800_000_000;

struct House {
    _folder: tempfile::TempDir,
    store: Store,
    ada: UserId,
    ben: UserId,
    /// Two stories of two articles each; the second story's last article is of a private feed that Ada reads.
    stories: [StoryId; 2],
    articles: [ArticleId; 4],
    places: Vec<Place>,
}

async fn brief(tx: &mut Tx, story: StoryId, audience: i64) {
    let coverage = Coverage::default();
    let new = NewBrief {
        story,
        audience,
        title: "A story",
        lead: None,
        lang: Lang::EN,
        coverage: &coverage,
        newest: Time::Unknown,
        ranked_at: NOW,
        json: "{}",
        hash: "x",
    };
    tx.save_brief(&new, NOW).await.unwrap();
}

async fn house() -> House {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(folder.path()).await.unwrap();
    let mut tx = store.begin().await.unwrap();
    let mut users = Vec::new();
    for (name, role) in [("Ada", Role::Owner), ("Ben", Role::Reader)] {
        let new = NewUser { name, password_hash: "x", role, time_zone: None };
        users.push(tx.add_user(&new, NOW).await.unwrap());
    }
    let feed = NewFeed { address: "https://private.example/feed", is_private: true, ..NewFeed::default() };
    let (feed, _): (FeedId, _) = tx.add_feed(&feed, NOW).await.unwrap();
    tx.subscribe(users[0], feed, None, None, NOW).await.unwrap();
    let (mut stories, mut articles, mut places) = (Vec::new(), Vec::new(), Vec::new());
    for at in 0..4 {
        if at % 2 == 0 {
            let story: StoryId = tx.fresh().await.unwrap();
            tx.open_story(story, NOW).await.unwrap();
            brief(&mut tx, story, 0).await;
            stories.push(story);
        }
        let address = format!("https://tern.example/{at}");
        let new = NewArticle { address: &address, is_private: at == 3, ..NewArticle::default() };
        let (id, _) = tx.save_article(&new, NOW).await.unwrap();
        if at == 3 {
            tx.link_feed(id, feed, None).await.unwrap();
        }
        let extracted =
            Extracted { body: format!("Three ships sank at {at}."), lang: Lang::EN, ..Extracted::default() };
        let hash = format!("hash-{at}");
        let version = NewVersion {
            extracted: &extracted,
            title: "Ships",
            text_hash: &hash,
            extractor: 1,
            normal: 1,
            page: None,
        };
        let version = tx.save_version(id, &version, NOW).await.unwrap().id();
        tx.join_story(id, *stories.last().unwrap(), &"a test said so", NOW).await.unwrap();
        articles.push(id);
        places.push(Place { article: id, version, text_hash: hash, chars: CharSpan { start: 0, end: 11 } });
    }
    tx.commit().await.unwrap();
    House {
        _folder: folder,
        store,
        ada: users[0],
        ben: users[1],
        stories: [stories[0], stories[1]],
        articles: articles.try_into().unwrap(),
        places,
    }
}

impl House {
    async fn say(
        &self,
        by: UserId,
        story: StoryId,
        answers: Option<CommentId>,
        aim: &Aim,
        at: i64,
    ) -> Spoken {
        let role = if by == self.ada { Role::Owner } else { Role::Reader };
        let mut tx = self.store.begin().await.unwrap();
        let new = NewComment { by, role, story, answers, aim, body: "Is that so?" };
        let spoken = tx.say(&new, at).await.unwrap();
        tx.commit().await.unwrap();
        spoken
    }

    async fn said(&self, by: UserId, story: StoryId, aim: &Aim, at: i64) -> CommentId {
        match self.say(by, story, None, aim, at).await {
            Spoken::Done(id) => id,
            other => panic!("{other:?}"),
        }
    }

    async fn in_story(&self, story: StoryId, viewer: UserId) -> Vec<CommentId> {
        let found = self.store.comments_of_story(story, Viewer::User(viewer)).await.unwrap();
        found.into_iter().map(|comment| comment.id).collect()
    }
}

#[tokio::test]
async fn comments_follow_their_story_through_merges_and_back_and_their_article_through_splits() {
    let house = house().await;
    let [first, second] = house.stories;
    let on_story = house.said(house.ben, first, &Aim::Story, NOW).await;
    let on_words = house.said(house.ben, first, &Aim::Sentence(house.places[1].clone()), NOW + 1).await;
    let Spoken::Done(answer) = house.say(house.ada, first, Some(on_words), &Aim::Story, NOW + 2).await else {
        panic!("an answer is taken")
    };
    let mut tx = house.store.begin().await.unwrap();
    tx.merge_story(first, second, NOW + 3).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(house.in_story(first, house.ben).await, []);
    assert_eq!(house.in_story(second, house.ben).await, [on_words, answer, on_story]);
    // The merge is taken back for one article: its thread goes with it, and the story's own comments too.
    let mut tx = house.store.begin().await.unwrap();
    tx.open_story(first, NOW + 4).await.unwrap();
    brief(&mut tx, first, 0).await;
    tx.join_story(house.articles[0], first, &"back", NOW + 4).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(house.in_story(first, house.ben).await, [on_story]);
    assert_eq!(house.in_story(second, house.ben).await, [on_words, answer]);
    let kept = house.store.comment(on_words, Viewer::User(house.ben)).await.unwrap().unwrap();
    assert_eq!((kept.story, kept.aim), (second, Aim::Sentence(house.places[1].clone())));
}

#[tokio::test]
async fn words_on_a_private_article_are_read_by_its_subscribers_alone() {
    let house = house().await;
    let [_, second] = house.stories;
    let aim = Aim::Figure(house.places[3].clone(), "ships".to_owned());
    let private = house.said(house.ada, second, &aim, NOW).await;
    assert_eq!(house.in_story(second, house.ada).await, [private]);
    assert_eq!(house.in_story(second, house.ben).await, []);
    assert!(house.store.comment(private, Viewer::User(house.ben)).await.unwrap().is_none());
    assert!(house.store.latest_comments(Viewer::User(house.ben), None, 9).await.unwrap().is_empty());
    assert!(house.store.latest_comments(Viewer::Guest, None, 9).await.unwrap().is_empty());
}

#[tokio::test]
async fn nothing_is_said_faster_than_its_pace_and_the_wait_is_named() {
    let house = house().await;
    let [first, _] = house.stories;
    for at in 0..COMMENTS_A_MINUTE.most {
        house.said(house.ben, first, &Aim::Story, NOW + i64::from(at)).await;
    }
    let again_at = NOW + COMMENTS_A_MINUTE.seconds;
    assert_eq!(house.say(house.ben, first, None, &Aim::Story, NOW + 5).await, Spoken::TooSoon { again_at });
    assert!(matches!(house.say(house.ada, first, None, &Aim::Story, NOW + 5).await, Spoken::Done(_)));
    assert!(matches!(house.say(house.ben, first, None, &Aim::Story, again_at).await, Spoken::Done(_)));
    let id = house.in_story(first, house.ben).await[0];
    let mut tx = house.store.begin().await.unwrap();
    for at in 0..EDITS_AN_HOUR.most {
        let body = format!("Text {at}");
        assert_eq!(
            tx.edit_comment(id, house.ben, Role::Reader, &body, again_at).await.unwrap(),
            Spoken::Done(id)
        );
    }
    let spoken = tx.edit_comment(id, house.ben, Role::Reader, "One more", again_at + 1).await.unwrap();
    assert_eq!(spoken, Spoken::TooSoon { again_at: again_at + EDITS_AN_HOUR.seconds });
    assert_eq!(REPORTS_A_DAY.seconds, 86_400);
}

#[tokio::test]
async fn an_edit_keeps_what_was_said_and_a_deleted_comment_with_answers_stays_as_deleted() {
    let house = house().await;
    let [first, _] = house.stories;
    let id = house.said(house.ben, first, &Aim::Story, NOW).await;
    house.say(house.ada, first, Some(id), &Aim::Story, NOW).await;
    let mut tx = house.store.begin().await.unwrap();
    // Nobody edits or deletes what another one said.
    assert_eq!(tx.edit_comment(id, house.ada, Role::Owner, "Mine", NOW).await.unwrap(), Spoken::Nothing);
    assert_eq!(tx.delete_comment(id, house.ada, NOW).await.unwrap(), Spoken::Nothing);
    tx.edit_comment(id, house.ben, Role::Reader, "It is so.", NOW + 1).await.unwrap();
    tx.delete_comment(id, house.ben, NOW + 2).await.unwrap();
    assert_eq!(tx.edit_comment(id, house.ben, Role::Reader, "Back", NOW + 3).await.unwrap(), Spoken::Nothing);
    tx.commit().await.unwrap();
    let history = house.store.comment_history(id).await.unwrap();
    let texts: Vec<(&str, &str)> = history.iter().map(|one| (one.act.as_str(), one.body.as_str())).collect();
    assert_eq!(texts, [("edited", "Is that so?"), ("deleted", "It is so.")]);
    let comment = house.store.comment(id, Viewer::User(house.ada)).await.unwrap().unwrap();
    assert_eq!((comment.state, comment.body.as_str(), comment.edits), (CommentState::Deleted, "", 1));
    assert_eq!(house.in_story(first, house.ada).await.len(), 2);
    let no_answer = house.say(house.ada, first, Some(id), &Aim::Story, NOW + 4).await;
    assert_eq!(no_answer, Spoken::Nothing);
}

#[tokio::test]
async fn what_is_reported_waits_for_an_editor_whose_reason_is_kept() {
    let house = house().await;
    let [first, _] = house.stories;
    let id = house.said(house.ben, first, &Aim::Story, NOW).await;
    let mut tx = house.store.begin().await.unwrap();
    assert_eq!(tx.report_comment(id, house.ben, "me", NOW).await.unwrap(), Spoken::Nothing);
    assert_eq!(tx.report_comment(id, house.ada, "rude", NOW).await.unwrap(), Spoken::Done(id));
    tx.commit().await.unwrap();
    let queue = house.store.comment_queue(Viewer::User(house.ada)).await.unwrap();
    assert_eq!(queue.iter().map(|one| (one.id, one.reports)).collect::<Vec<_>>(), [(id, 1)]);
    assert_eq!(house.store.comment_reports(id).await.unwrap()[0].reason, "rude");
    let mut tx = house.store.begin().await.unwrap();
    assert!(tx.rule_comment(id, house.ada, Verdict::Hidden, "It insults.", NOW).await.unwrap());
    tx.commit().await.unwrap();
    assert!(house.store.comment_queue(Viewer::User(house.ada)).await.unwrap().is_empty());
    assert!(house.store.latest_comments(Viewer::User(house.ada), None, 9).await.unwrap().is_empty());
    let ruled = house.store.rulings_on(id).await.unwrap();
    assert_eq!((ruled[0].verdict, ruled[0].reason.as_str()), (Verdict::Hidden, "It insults."));
    let mut tx = house.store.begin().await.unwrap();
    assert_eq!(tx.edit_comment(id, house.ben, Role::Reader, "x", NOW).await.unwrap(), Spoken::Nothing);
    assert!(tx.rule_comment(id, house.ada, Verdict::Stands, "On second thought", NOW).await.unwrap());
    tx.delete_comment(id, house.ben, NOW).await.unwrap();
    assert!(!tx.rule_comment(id, house.ada, Verdict::Stands, "gone", NOW).await.unwrap());
}

#[tokio::test]
async fn the_first_comments_of_an_account_wait_where_the_house_says_so() {
    let house = house().await;
    let [first, _] = house.stories;
    let mut tx = house.store.begin().await.unwrap();
    tx.let_first_comments_wait(true).await.unwrap();
    tx.commit().await.unwrap();
    assert!(house.store.first_comments_wait().await.unwrap());
    assert!(matches!(house.say(house.ada, first, None, &Aim::Story, NOW).await, Spoken::Done(_)));
    for at in 0..FIRST_COMMENTS {
        let spoken = house.say(house.ben, first, None, &Aim::Story, NOW + 100 * at).await;
        let Spoken::Waits(id) = spoken else { panic!("{spoken:?}") };
        let mut tx = house.store.begin().await.unwrap();
        tx.rule_comment(id, house.ada, Verdict::Stands, "", NOW).await.unwrap();
        tx.commit().await.unwrap();
    }
    let spoken = house.say(house.ben, first, None, &Aim::Story, NOW + 1_000).await;
    assert!(matches!(spoken, Spoken::Done(_)), "{spoken:?}");
}

#[tokio::test]
async fn answers_are_set_in_to_a_named_depth_and_keep_whom_they_answer() {
    let house = house().await;
    let [first, _] = house.stories;
    let mut last = house.said(house.ben, first, &Aim::Story, NOW).await;
    for at in 1..=MAX_DEPTH.cast_signed() + 2 {
        let spoken = house.say(house.ben, first, Some(last), &Aim::Story, NOW + 60 * at).await;
        let Spoken::Done(id) = spoken else { panic!("{spoken:?}") };
        last = id;
    }
    let all = house.store.comments_of_story(first, Viewer::User(house.ben)).await.unwrap();
    let deepest = all.last().unwrap();
    assert_eq!(deepest.depth, MAX_DEPTH);
    assert_eq!(deepest.parent, Some(all[all.len() - 2].id));
}

#[tokio::test]
async fn an_account_that_goes_takes_its_words_along_and_leaves_the_answers() {
    let house = house().await;
    let [first, _] = house.stories;
    let id = house.said(house.ben, first, &Aim::Story, NOW).await;
    let answer = house.say(house.ada, first, Some(id), &Aim::Story, NOW).await;
    let mut tx = house.store.begin().await.unwrap();
    tx.edit_comment(id, house.ben, Role::Reader, "Something else", NOW).await.unwrap();
    tx.mute_reader(house.ada, house.ben, Some(NOW)).await.unwrap();
    tx.mute_reader(house.ada, house.ada, Some(NOW)).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(house.store.muted_readers(house.ada).await.unwrap().len(), 1);
    let latest = house.store.latest_comments(Viewer::User(house.ada), None, 9).await.unwrap();
    assert_eq!(latest.iter().map(|one| one.by).collect::<Vec<_>>(), [Some(house.ada)]);
    let mut tx = house.store.begin().await.unwrap();
    tx.forget_comments_of(house.ben).await.unwrap();
    tx.commit().await.unwrap();
    let all = house.store.comments_of_story(first, Viewer::User(house.ada)).await.unwrap();
    assert_eq!((all[0].state, all[0].by, all[0].body.as_str()), (CommentState::Deleted, None, ""));
    assert_eq!(Spoken::Done(all[1].id), answer);
    assert!(house.store.comment_history(id).await.unwrap().is_empty());
    assert!(house.store.muted_readers(house.ada).await.unwrap().is_empty());
}
