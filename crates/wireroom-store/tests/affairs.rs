//! What is learnt of stories beside each other when the program starts.

use wireroom_model::StoryId;
use wireroom_store::Store;
use wireroom_store::affairs::NewTie;

/// More stories than one query asks about.
const STORIES: usize = 520;

#[tokio::test]
async fn profiles_come_with_the_ties_of_their_threads_alone_and_those_without_are_told() {
    let dir = tempfile::tempdir().unwrap();
    let store = Store::open(dir.path()).await.unwrap();
    let mut tx = store.begin().await.unwrap();
    let mut stories: Vec<StoryId> = Vec::new();
    for _ in 0..STORIES {
        let story: StoryId = tx.fresh().await.unwrap();
        tx.open_story(story, 1).await.unwrap();
        stories.push(story);
    }
    let [first, .., gone, third, last] = stories[..] else { panic!("many") };
    for &story in stories.iter().filter(|&&story| story != gone) {
        tx.save_profile(story, Some("{}")).await.unwrap();
    }
    for (story, other, bond, score) in [
        (first, last, "thread", 0.5),
        (last, third, "thread", 0.4),
        (last, first, "thread", 0.5),
        (last, stories[1], "related", 0.9),
    ] {
        tx.save_tie(&NewTie { story, other, bond, score, why: &[] }).await.unwrap();
    }
    tx.commit().await.unwrap();
    assert_eq!(store.without_profile(&stories).await.unwrap(), [gone]);
    assert_eq!(store.without_profile(&[]).await.unwrap(), []);
    let all = store.story_profiles(1_000).await.unwrap();
    assert_eq!(all.len(), STORIES - 1);
    assert!(all.is_sorted_by_key(|stored| stored.story), "by number");
    assert_eq!(all[0].tied, [(last, 0.5)]);
    assert_eq!(all.last().unwrap().tied, [(first, 0.5), (third, 0.4)]);
    let newest = store.story_profiles(2).await.unwrap();
    assert_eq!(newest.iter().map(|stored| stored.story).collect::<Vec<_>>(), [third, last]);
    assert_eq!((newest[0].tied.len(), newest[1].tied.len()), (0, 2));
}
