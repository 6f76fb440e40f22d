//! Jobs: asked for twice they run once, asked for while running they run again, and a dead holder loses nothing.

use wireroom_store::Store;
use wireroom_store::jobs::{Job, JobKind};

async fn open() -> (tempfile::TempDir, Store) {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(folder.path()).await.unwrap();
    (folder, store)
}

async fn ask(store: &Store, key: &str, run_at: i64) {
    let mut tx = store.begin().await.unwrap();
    tx.ask(JobKind::Brief, key, "{}", run_at, 0).await.unwrap();
    tx.commit().await.unwrap();
}

async fn lease(store: &Store, holder: &str, now: i64) -> Vec<Job> {
    let mut tx = store.begin().await.unwrap();
    let jobs = tx.lease(JobKind::Brief, 10, holder, now, now + 60).await.unwrap();
    tx.commit().await.unwrap();
    jobs
}

async fn done(store: &Store, job: &Job) -> bool {
    let mut tx = store.begin().await.unwrap();
    let held = tx.done(job).await.unwrap();
    tx.commit().await.unwrap();
    held
}

#[tokio::test]
async fn a_job_asked_for_twice_runs_once_and_leaves_no_row() {
    let (_folder, store) = open().await;
    ask(&store, "7", 0).await;
    ask(&store, "7", 0).await;
    let jobs = lease(&store, "a", 1).await;
    assert_eq!(jobs.len(), 1);
    assert!(lease(&store, "b", 1).await.is_empty());
    assert!(done(&store, &jobs[0]).await);
    assert!(lease(&store, "a", 2).await.is_empty());
    assert_eq!(store.counts().await.unwrap().waiting, 0);
}

#[tokio::test]
async fn a_job_asked_for_while_it_runs_runs_once_more() {
    let (_folder, store) = open().await;
    ask(&store, "7", 0).await;
    let job = lease(&store, "a", 1).await.remove(0);
    ask(&store, "7", 0).await;
    assert!(lease(&store, "b", 2).await.is_empty(), "not beside the running one");
    assert!(done(&store, &job).await);
    assert_eq!(lease(&store, "b", 2).await.len(), 1);
}

#[tokio::test]
async fn a_lease_that_ran_out_goes_to_another_and_the_late_finisher_changes_nothing() {
    let (_folder, store) = open().await;
    ask(&store, "7", 0).await;
    let late = lease(&store, "a", 1).await.remove(0);
    let job = lease(&store, "b", 100).await.remove(0);
    assert_eq!(job.crashes, 1);
    assert!(!done(&store, &late).await);
    assert!(done(&store, &job).await);
}

#[tokio::test]
async fn what_waits_and_what_was_left_behind_are_taken_together_the_oldest_first() {
    let (_folder, store) = open().await;
    ask(&store, "left behind", 20).await;
    let left = lease(&store, "a", 20).await.remove(0);
    ask(&store, "newest", 30).await;
    ask(&store, "oldest", 10).await;
    let mut tx = store.begin().await.unwrap();
    let taken = tx.lease(JobKind::Brief, 2, "b", 100, 160).await.unwrap();
    let keys: Vec<&str> = taken.iter().map(|job| job.key.as_str()).collect();
    assert_eq!(keys, ["left behind", "oldest"], "in the order of their numbers");
    assert_eq!((taken[0].id, taken[0].crashes, taken[1].crashes), (left.id, 1, 0));
    let last = tx.lease(JobKind::Brief, 2, "b", 100, 160).await.unwrap();
    assert_eq!(last.iter().map(|job| job.key.as_str()).collect::<Vec<_>>(), ["newest"]);
}

#[tokio::test]
async fn a_job_put_back_unbegun_comes_again_at_its_time_and_counts_no_try() {
    let (_folder, store) = open().await;
    ask(&store, "a", 0).await;
    let job = lease(&store, "one", 10).await.pop().unwrap();
    let mut tx = store.begin().await.unwrap();
    tx.put_back(&job, 15).await.unwrap();
    tx.commit().await.unwrap();
    assert!(lease(&store, "one", 14).await.is_empty());
    let again = lease(&store, "one", 15).await;
    assert_eq!((again[0].id, again[0].attempts), (job.id, 0));
}

#[tokio::test]
async fn a_job_waits_for_its_time_and_asking_again_never_moves_it_back() {
    let (_folder, store) = open().await;
    ask(&store, "7", 50).await;
    ask(&store, "7", 90).await;
    assert!(lease(&store, "a", 49).await.is_empty());
    assert_eq!(store.next_job_at(JobKind::Brief).await.unwrap(), Some(50));
    assert_eq!(lease(&store, "a", 50).await.len(), 1);
}

#[tokio::test]
async fn a_job_that_failed_for_good_keeps_its_reason_until_it_is_asked_for_again() {
    let (_folder, store) = open().await;
    ask(&store, "7", 0).await;
    let job = lease(&store, "a", 1).await.remove(0);
    let mut tx = store.begin().await.unwrap();
    tx.fail(&job, "the page is gone").await.unwrap();
    tx.commit().await.unwrap();
    assert!(lease(&store, "a", 99).await.is_empty());
    let failed = store.failed_jobs(9).await.unwrap();
    assert_eq!((failed[0].key.as_str(), failed[0].error.as_str()), ("7", "the page is gone"));
    ask(&store, "7", 0).await;
    assert_eq!(lease(&store, "a", 99).await.len(), 1);
}

#[tokio::test]
async fn after_a_crash_every_lease_is_let_go() {
    let (_folder, store) = open().await;
    ask(&store, "7", 0).await;
    lease(&store, "a", 1).await;
    let mut tx = store.begin().await.unwrap();
    assert_eq!(tx.release_leases().await.unwrap(), 1);
    tx.commit().await.unwrap();
    assert_eq!(lease(&store, "b", 2).await[0].crashes, 1);
}

#[tokio::test]
async fn a_busy_host_is_passed_over_and_holds_up_no_other() {
    let (_folder, store) = open().await;
    let mut tx = store.begin().await.unwrap();
    for (key, host) in [("a1", Some("a.example")), ("a2", Some("a.example")), ("b", Some("b.example"))] {
        tx.ask_at(JobKind::Page, key, host, "{}", 10, 0).await.unwrap();
    }
    tx.commit().await.unwrap();
    let busy = ["a.example".to_owned()];
    assert!(store.job_waits_beside(JobKind::Page, &busy, 10).await.unwrap());
    let mut tx = store.begin().await.unwrap();
    let taken = tx.lease_beside(JobKind::Page, 9, &busy, "me", 10, 20).await.unwrap();
    assert_eq!(taken.iter().map(|job| job.key.as_str()).collect::<Vec<_>>(), ["b"]);
    tx.commit().await.unwrap();
    assert!(!store.job_waits_beside(JobKind::Page, &busy, 10).await.unwrap());
    let mut tx = store.begin().await.unwrap();
    assert_eq!(tx.lease_beside(JobKind::Page, 9, &[], "me", 10, 20).await.unwrap().len(), 2);
}
