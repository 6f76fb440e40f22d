//! What is kept of sites: memories, blocks with samples, what persons said, and which page lost what.

use wireroom_store::pages::{Form, NewPage};
use wireroom_store::sites::{MAX_SHOWN, MAX_SITES, Memory, Said, parse_block};
use wireroom_store::{Store, Tx};

const HOST: &str = "press.example";

async fn open() -> (tempfile::TempDir, Store) {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(folder.path()).await.unwrap();
    (folder, store)
}

async fn page(tx: &mut Tx, address: &str, body: &str) -> i64 {
    let new = NewPage {
        address,
        hash: body,
        form: Form::Html,
        content_type: None,
        crawled_known: true,
        reservation: None,
        body: body.as_bytes(),
    };
    let (id, _) = tx.save_page(&new, 1).await.unwrap();
    tx.set_site_page(id, HOST).await.unwrap();
    id
}

fn memory(site: &str) -> Memory {
    Memory { site: site.to_owned(), version: 2, bytes: vec![7; 3_000] }
}

#[tokio::test]
async fn a_memory_comes_back_as_it_was_kept_for_each_name_of_a_host() {
    let (_folder, store) = open().await;
    let mut tx = store.begin().await.unwrap();
    for site in ["press.example", "press.example sport"] {
        tx.set_memory(HOST, &memory(site), 3, 1).await.unwrap();
    }
    assert_eq!(tx.memory(HOST).await.unwrap().unwrap(), memory(HOST));
    tx.commit().await.unwrap();
    assert_eq!(store.memories(HOST).await.unwrap(), [memory(HOST), memory("press.example sport")]);
    assert!(store.memories("other.example").await.unwrap().is_empty());
}

#[tokio::test]
async fn an_address_teaches_once_whatever_it_prints_later() {
    let (_folder, store) = open().await;
    let mut tx = store.begin().await.unwrap();
    let first = page(&mut tx, "https://press.example/a", "one").await;
    let edited = page(&mut tx, "https://press.example/a", "two").await;
    let other = page(&mut tx, "https://press.example/b", "one").await;
    let mut taught = Vec::new();
    for id in [first, first, edited, other] {
        taught.push(tx.teach(id).await.unwrap());
    }
    assert_eq!(taught, [true, false, false, true]);
    tx.commit().await.unwrap();
    assert!(store.has_taught("https://press.example/a").await.unwrap());
}

#[tokio::test]
async fn what_a_person_said_outlives_every_limit() {
    let (_folder, store) = open().await;
    let mut tx = store.begin().await.unwrap();
    tx.count_block(HOST, 1, "Our letter", 6, 1).await.unwrap();
    tx.say_of_block(HOST, 1, None, Said::Keep, None, 2).await.unwrap();
    for block in 2..400_u64 {
        tx.count_block(HOST, block, "More", u32::try_from(block).unwrap(), 3).await.unwrap();
    }
    for number in 0..MAX_SITES + 5 {
        tx.set_memory(&format!("site{number}.example"), &memory(&format!("site{number}.example")), 1, number)
            .await
            .unwrap();
    }
    tx.trim_sites(HOST).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(store.said_of(HOST).await.unwrap(), [(1, Said::Keep)]);
    let blocks = store.site_blocks(HOST).await.unwrap();
    // The host has no memory (any more): what the machine learnt of it went, what the person said stays.
    assert!(blocks.len() == 1 && blocks[0].sample == "Our letter");
    assert!(store.memories("site0.example").await.unwrap().is_empty());
    assert!(!store.memories("site9.example").await.unwrap().is_empty());

    let mut tx = store.begin().await.unwrap();
    for block in 2..400_u64 {
        tx.count_block("site9.example", block, "More", u32::try_from(block).unwrap(), 3).await.unwrap();
    }
    tx.trim_sites("site9.example").await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(i64::try_from(store.site_blocks("site9.example").await.unwrap().len()).unwrap(), MAX_SHOWN);
}

#[tokio::test]
async fn a_block_is_counted_up_and_an_unknown_one_takes_no_word() {
    let (_folder, store) = open().await;
    let mut tx = store.begin().await.unwrap();
    for _ in 0..3 {
        tx.count_block(HOST, 9, "Our letter", 6, 1).await.unwrap();
    }
    let refused = tx.say_of_block(HOST, 10, None, Said::Drop, None, 2).await.unwrap_err().to_string();
    assert!(refused.contains(HOST), "{refused}");
    tx.say_of_block(HOST, 10, Some("A new one"), Said::Drop, None, 2).await.unwrap();
    tx.commit().await.unwrap();
    let blocks = store.site_blocks(HOST).await.unwrap();
    assert_eq!((blocks[0].block, blocks[0].said, blocks[0].pages), (10, Some(Said::Drop), 1));
    assert_eq!((blocks[1].block, blocks[1].said, blocks[1].pages), (9, None, 8));
    let lines = store.site_lines(10).await.unwrap();
    assert_eq!((lines[0].learnt, lines[0].kept, lines[0].dropped), (1, 0, 1));
}

#[tokio::test]
async fn what_a_forgotten_site_printed_is_forgotten_too() {
    let (_folder, store) = open().await;
    let mut tx = store.begin().await.unwrap();
    tx.set_memory(HOST, &memory(HOST), 3, 1).await.unwrap();
    tx.count_block(HOST, 9, "Our letter", 6, 1).await.unwrap();
    tx.say_of_block(HOST, 9, None, Said::Keep, None, 2).await.unwrap();
    tx.drop_husks().await.unwrap();
    tx.commit().await.unwrap();
    assert!(
        store.memories(HOST).await.unwrap().is_empty() && store.site_blocks(HOST).await.unwrap().is_empty()
    );
}

#[tokio::test]
async fn an_override_that_matches_no_more_is_counted_from_its_last_text() {
    let (_folder, store) = open().await;
    let mut tx = store.begin().await.unwrap();
    let missed = page(&mut tx, "https://press.example/a", "one").await;
    for (hash, missed) in [("old", None), ("new", None), ("new", Some(Some(missed))), ("new", Some(None))] {
        tx.count_override("press.example.toml", hash, missed, 1).await.unwrap();
    }
    tx.commit().await.unwrap();
    let fare = store.override_fares().await.unwrap().remove(0);
    assert_eq!((fare.pages, fare.missed, fare.missed_in_a_row), (3, 2, 2));
    assert_eq!(fare.missed_page, Some(missed));
}

#[test]
fn a_blocks_name_is_read_back_and_nothing_else_is() {
    assert_eq!(parse_block("00000000000000ff"), Some(255));
    for broken in ["ff", "00000000000000fg", "", "+0000000000000ff", "00000000000000ff0"] {
        assert_eq!(
            parse_block(broken).filter(|_| broken.len() != 16 || broken.starts_with('+')),
            None,
            "{broken}"
        );
    }
}
