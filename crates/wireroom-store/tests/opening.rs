//! Opening a data folder: new, again, locked, newer, not writable; and copies of it.

use wireroom_store::folder::Lock;
use wireroom_store::{Store, StoreError};

#[tokio::test]
async fn a_database_opens_again_with_what_it_held() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(folder.path()).await.unwrap();
    let mut tx = store.begin().await.unwrap();
    tx.set_setting("name", "value").await.unwrap();
    tx.commit().await.unwrap();
    store.close().await;
    let store = Store::open(folder.path()).await.unwrap();
    assert_eq!(store.setting("name").await.unwrap().as_deref(), Some("value"));
    assert!(store.verify().await.unwrap().troubles.is_empty());
}

#[tokio::test]
async fn a_transaction_that_does_not_commit_leaves_no_trace() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(folder.path()).await.unwrap();
    let mut tx = store.begin().await.unwrap();
    tx.set_setting("name", "value").await.unwrap();
    drop(tx);
    let mut tx = store.begin().await.unwrap();
    tx.set_setting("other", "value").await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(store.setting("name").await.unwrap(), None);
}

#[tokio::test]
async fn a_newer_database_is_refused_with_the_way_out() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(folder.path()).await.unwrap();
    store.close().await;
    let file = folder.path().join(wireroom_store::open::DATABASE_FILE);
    let options = sqlx::sqlite::SqliteConnectOptions::new().filename(&file);
    let pool = sqlx::sqlite::SqlitePool::connect_with(options).await.unwrap();
    sqlx::query("UPDATE _sqlx_migrations SET version = 999 WHERE version = 1").execute(&pool).await.unwrap();
    pool.close().await;
    let error = Store::open(folder.path()).await.unwrap_err();
    assert!(matches!(error, StoreError::NewerDatabase { found: 999, .. }), "{error}");
    assert!(error.to_string().contains("newer wireroom"), "{error}");
}

#[tokio::test]
async fn a_copy_made_while_the_house_works_opens_and_holds_everything() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(folder.path()).await.unwrap();
    let mut tx = store.begin().await.unwrap();
    tx.set_setting("name", "value").await.unwrap();
    tx.commit().await.unwrap();
    let other = tempfile::tempdir().unwrap();
    store.copy_to(&other.path().join(wireroom_store::open::DATABASE_FILE)).await.unwrap();
    let copy = Store::open(other.path()).await.unwrap();
    assert_eq!(copy.setting("name").await.unwrap().as_deref(), Some("value"));
}

#[test]
fn one_folder_takes_one_process() {
    let folder = tempfile::tempdir().unwrap();
    let lock = Lock::take(folder.path()).unwrap();
    assert!(matches!(Lock::take(folder.path()), Err(StoreError::InUse(_))));
    drop(lock);
    assert!(Lock::take(folder.path()).is_ok());
}

#[test]
fn a_folder_that_cannot_be_made_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("file");
    std::fs::write(&file, "x").unwrap();
    let error = Lock::take(&file.join("data")).unwrap_err();
    assert!(error.to_string().contains("file"), "{error}");
    assert!(error.to_string().contains("--data"), "{error}");
}

#[tokio::test]
async fn the_disk_use_adds_up() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(folder.path()).await.unwrap();
    let disk = store.disk_use().await.unwrap();
    assert!(disk.database_bytes > 0 && disk.free_bytes > 0);
    assert_eq!(disk.folder_bytes, disk.database_bytes + disk.other_bytes);
}
